// Folders that the base packages marshal files into (magento/magento2-base and -ee-base, 2.4).
const marshaled = ['app/bootstrap.php', 'app/code', 'app/design', 'app/etc', 'app/i18n', 'bin', 'dev', 'generated']
const more = ['lib/internal', 'lib/web', 'phpserver', 'pub/errors', 'pub/media', 'pub/static', 'setup', 'var', 'vendor']

/**
 * Pairs of names that a system without upper and lower case takes for one: tracked paths and their folders, among each
 * other and with the folders that Magento marshals into.
 */
export function findCaseClashes(tracked: readonly string[]): readonly (readonly [string, string])[] {
  const seen = new Map([...marshaled, ...more].flatMap(withFolders).map((name) => [fold(name), name]))
  const clashes = new Map<string, readonly [string, string]>()
  for (const name of new Set(tracked.flatMap(withFolders))) {
    const known = seen.get(fold(name))
    if (known === undefined) seen.set(fold(name), name)
    else if (known !== name) clashes.set(name, [name, known])
  }
  return [...clashes.values()]
}

function withFolders(path: string): readonly string[] {
  const parts = path.split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((name) => name !== '')
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
