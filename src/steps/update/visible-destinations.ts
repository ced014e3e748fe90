import { trimDestination } from '../../project/marshaling-lock.js'
import type { Git } from '../../tools/git/git.js'

// Marshaling writes app/etc/vendor_path.php only if app/etc exists, and complains about a missing bin/magento.
const always = ['app/etc', 'bin']

/**
 * The destinations of a map that git can see: those that are tracked, or contain a tracked file, or are not ignored.
 * Inside an ignored folder nothing can be re-included (gitignore(5)), so marshaling there cannot change the index and
 * would only cost time for thousands of files. If git does not answer, everything counts as visible.
 */
export async function visibleDestinations(
  git: Git,
  destinations: readonly string[]
): Promise<(destination: string) => boolean> {
  const paths = [...new Set(destinations.map(trimDestination))].filter((path) => path !== '')
  const tracked = (await git.read('ls-files', '-z')).split('\0')
  // A destination may be a file or a folder; patterns can distinguish them.
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
