import cloud from '../data/php-extensions.json' with { type: 'json' }

/**
 * The platform for the resolver: the newest patch release of the PHP in `.magento.app.yaml` and the extensions of the
 * Cloud image, whatever this machine runs.
 */
export function composerPlatform(phpVersion: string, extensions: readonly string[]): Record<string, string> {
  const [major = '8', minor = '0'] = phpVersion.split('.')
  const version = `${major}.${minor}.99`
  const names = [...new Set([...cloud.extensions, ...extensions])]
  return { php: version, ...Object.fromEntries(names.map((name) => [`ext-${name.toLowerCase()}`, version])) }
}
