/**
 * One line of a list that `sha256sum --check` reads. Names with line ends are escaped, which the line marks with a
 * leading backslash.
 */
export function checksumLine(sha256: string, path: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`
}

/** Reads such a list: path to checksum. */
export function parseChecksums(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n').filter((line) => line !== '')
  return new Map(
    lines.map((line) => {
      const isEscaped = line.startsWith('\\')
      const [sha256, path] = [line.slice(isEscaped ? 1 : 0).slice(0, 64), line.slice(isEscaped ? 67 : 66)]
      return [isEscaped ? unescape(path) : path, sha256]
    })
  )
}

function unescape(path: string): string {
  return path.replace(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter))
}
