import { httpRepositories, repositoriesSection, type ComposerRepository } from './composer-repositories.js'
import { parsed } from './read-json.js'

/** A Composer repository of a project, in Composer's order. */
export interface ListedRepository extends ComposerRepository {
  /** Whether packages found here are not looked for elsewhere (canonical). */
  readonly decides: boolean
}

const packagist = { type: 'composer', url: 'https://repo.packagist.org' }
const switches = ['packagist.org', 'packagist']

/**
 * The Composer repositories of a composer.json, Packagist included; null if a package may come from elsewhere than
 * these and the commit itself: git repositories, folders outside, addresses with a token.
 */
export function readRepositories(composerJson: string): readonly ListedRepository[] | null {
  const root = parsed(composerJson) as { readonly repositories?: unknown; readonly config?: object } | null
  const section = repositoriesSection.safeParse(root?.repositories)
  // Policies may name further sources, such as lists of blocked packages.
  if (root === null || !section.success || 'policy' in (root.config ?? {})) return null
  const entries = Object.entries(section.data)
  const off = entries.some(([name, entry]) => (entry === false && switches.includes(name)) || switchesOff(entry))
  const all = [...entries.map(([, entry]) => entry), ...(off ? [] : [packagist])]
  const found = all.map(readEntry)
  return found.includes(null) ? null : found.flatMap((entry) => entry ?? [])
}

/** One entry; an empty list if it needs no request, null if the kind is unknown. */
function readEntry(entry: unknown): readonly ListedRepository[] | null {
  if (typeof entry !== 'object' || entry === null || switchesOff(entry)) return []
  const { type, url = '', ...more } = entry as { type?: string; url?: string }
  if (type === 'package') return []
  if (type === 'path' || type === 'artifact') return isInside(url) ? [] : null
  const [repository] = type === 'composer' ? httpRepositories([{ type, url, ...more }]) : []
  if (!repository || repository.hasOptions || repository.url.includes('?')) return null
  return [{ ...repository, decides: !['canonical', 'only', 'exclude'].some((key) => key in more) }]
}

// A list has no names: `[{"packagist.org": false}]`.
function switchesOff(entry: unknown): boolean {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    switches.some((name) => (entry as Record<string, unknown>)[name] === false)
  )
}

function isInside(path: string): boolean {
  return path !== '' && !/^(?:[/\\~$]|[a-z][\w+.-]*:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path)
}
