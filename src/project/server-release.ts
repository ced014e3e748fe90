/**
 * Whether two versions of database servers are of one product and release, as 10.6.18-MariaDB and 10.6.12-MariaDB are;
 * an unknown version never matches.
 */
export function isSameRelease(one: string, other: string | null): boolean {
  const first = releaseOf(one)
  return first !== null && other !== null && first === releaseOf(other)
}

/** `MariaDB 10.6` of `10.6.18-MariaDB-log`, null if it is not a version. MySQL names no product. */
function releaseOf(version: string): string | null {
  // The prefix that MariaDB servers add for old replicas.
  const [, release] = /^(?:5\.5\.5-)?(\d+\.\d+)\./.exec(version.slice(0, 100)) ?? []
  return release === undefined ? null : `${/mariadb/i.test(version.slice(0, 100)) ? 'MariaDB' : 'MySQL'} ${release}`
}
