// Folders that the base packages marshal files into (magento/magento2-base and -ee-base, 2.4).
const marshaled = ['app/bootstrap.php', 'app/code', 'app/design', 'app/etc', 'app/i18n', 'bin', 'dev', 'generated']
const more = ['lib/internal', 'lib/web', 'phpserver', 'pub/errors', 'pub/media', 'pub/static', 'setup', 'var', 'vendor']

/**
 * Pairs of names that are the same for a case-insensitive system: tracked paths and their folders, compared with each
 * other and with the folders that Magento marshals into.
 */
export function findCaseClashes(tracked: readonly string[]): readonly (readonly [string, string])[] {
  const seen = new Map([...withFolders([...marshaled, ...more])].map((name) => [fold(name), name]))
  const clashes = new Map<string, readonly [string, string]>()
  for (const name of withFolders(tracked)) {
    const known = seen.get(fold(name))
    if (known === undefined) seen.set(fold(name), name)
    else if (known !== name) clashes.set(name, [name, known])
  }
  return [...clashes.values()]
}

// Compares each folder once: a tree with many files in deep folders has far fewer folders than path parts.
function withFolders(paths: readonly string[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const path of paths) {
    const fresh: string[] = []
    for (let name = path; name !== '' && !names.has(name); name = name.slice(0, Math.max(0, name.lastIndexOf('/'))))
      fresh.push(name)
    for (const name of fresh.reverse()) names.add(name)
  }
  return names
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
