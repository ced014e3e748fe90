import { parsed } from './read-json.js'

/**
 * A composer.json with only the project's Composer repositories, from which the product comes. Paths, archives and git
 * repositories are left out, because Composer would read each of them to find one package.
 */
export function productRepositories(composerJson: string): string {
  const root = parsed(composerJson) as { config?: unknown; repositories?: unknown } | null
  const section = root?.repositories ?? []
  const repositories = Array.isArray(section)
    ? section.filter(isAsked)
    : Object.fromEntries(Object.entries(section).filter(([, repository]) => isAsked(repository)))
  return JSON.stringify({ config: root?.config ?? {}, repositories, 'minimum-stability': 'dev' })
}

// `{"packagist.org": false}` is not a repository, but disables one.
function isAsked(repository: unknown): boolean {
  if (typeof repository !== 'object' || repository === null) return typeof repository === 'boolean'
  const { type } = repository as { type?: unknown }
  return type === undefined || type === 'composer'
}
