import { trimDestination } from '../../project/marshaling-lock.js'
import type { Git } from '../../tools/git/git.js'

// Marshaling writes app/etc/vendor_path.php only where app/etc is, and complains of a missing bin/magento.
const always = ['app/etc', 'bin']

/**
 * Tells which destinations of a map git can see: those that are tracked, or hold a tracked file, or are not ignored.
 * Below an ignored folder nothing can be made visible again (gitignore(5)), so that marshaling there cannot change
 * the index, and is not worth its thousands of files. Where git does not answer, everything counts as visible.
 */
export async function visibleDestinations(
  git: Git,
  destinations: readonly string[]
): Promise<(destination: string) => boolean> {
  const paths = [...new Set(destinations.map(trimDestination))].filter((path) => path !== '')
  const tracked = (await git.read('ls-files', '-z')).split('\0')
  // A destination may be a file or a folder; patterns can tell them apart.
  const forms = paths.flatMap((path) => [path, `${path}/`])
  const answer = await git.run('check-ignore', '--no-index', '--', ...forms)
  const ignored = new Set(answer.exitCode === 0 ? answer.stdout.split('\n') : [])
  const hidden = new Set(
    paths.filter(
      (path) =>
        ignored.has(path) && ignored.has(`${path}/`) && ![...always, ...tracked].some((other) => overlaps(path, other))
    )
  )
  return (destination) => !hidden.has(trimDestination(destination))
}

function overlaps(path: string, other: string): boolean {
  return path === other || other.startsWith(`${path}/`) || (always.includes(other) && path.startsWith(`${other}/`))
}
