import { parseTree, type Node } from 'jsonc-parser'
import { withoutCredentials } from '../secrets/url-credentials.js'
import { authKinds } from './composer-auth.js'
import { httpRepositories } from './composer-repositories.js'
import { parsed } from './read-json.js'

/** A composer.json without its credentials, and a function to restore them. */
interface KeylessJson {
  readonly text: string
  /** Restores the credentials in this text, or in Composer's edited version of it. */
  restore(changed: string): string
}

/**
 * A composer.json without credentials in its `config` section and in the addresses of its Composer repositories on the
 * `overruled` hosts: Composer would prefer them to those of its home, and some kinds to any COMPOSER_AUTH
 * (Factory::createComposer and BaseIO::loadConfiguration, 2.5 to 2.10). Null if there are none. Every other byte stays.
 */
export function keylessComposerJson(composerJson: string, overruled: Hosts): KeylessJson | null {
  if (overruled.size === 0 && !hasConfigKeys(composerJson)) return null
  const keys = findKeys(composerJson, overruled)
  if (keys.length === 0) return null
  const text = replaceNodes(composerJson, keys, ({ without }) => without)
  const restore = (changed: string): string => {
    const now = places(changed)
    const back = keys.flatMap((key) => {
      const node = now[key.place]
      return node && textOf(changed, node) === key.without ? [{ ...key, node }] : []
    })
    return changed === text ? composerJson : replaceNodes(changed, back, ({ original }) => original)
  }
  return { text, restore }
}

/**
 * `composerJson` without the credentials that the `committed` one has in the same places, since those reveal nothing
 * new. If one of them differs, the text is returned unchanged.
 */
export function withoutCommittedKeys(composerJson: string, committed: string): string {
  const [now, before] = [composerJson, committed].map((text) =>
    findKeys(text, everywhere).map(({ original }) => original)
  )
  if (JSON.stringify(now) !== JSON.stringify(before)) return composerJson
  return keylessComposerJson(composerJson, everywhere)?.text ?? composerJson
}

type Hosts = Pick<ReadonlySet<string>, 'has' | 'size'>
const everywhere: Hosts = { has: () => true, size: Infinity }

interface HeldKeys {
  /** Which of the {@link places} it is. */
  readonly place: number
  readonly node: Node
  readonly original: string
  readonly without: string
}

function hasConfigKeys(composerJson: string): boolean {
  const root = parsed(composerJson) as { readonly config?: Readonly<Record<string, unknown>> | null } | null | undefined
  return authKinds.some((kind) => root?.config?.[kind] !== undefined)
}

function findKeys(text: string, overruled: Hosts): readonly HeldKeys[] {
  return places(text).flatMap((node, place) => {
    const without = node.type === 'string' ? withoutKeys(String(node.value), overruled) : '{}'
    return without === null || node.children?.length === 0
      ? []
      : [{ place, node, original: textOf(text, node), without }]
  })
}

function withoutKeys(url: string, overruled: Hosts): string | null {
  const [repository] = httpRepositories([{ type: 'composer', url }])
  const isOverruled = repository?.inUrl?.password && overruled.has(repository.host)
  return isOverruled ? JSON.stringify(withoutCredentials(url.trim().replace(/^https\?:/i, 'https:'))) : null
}

/** Places of credentials. Of two equal keys PHP takes the last, so each of them is checked. */
function places(text: string): readonly Node[] {
  const root = parseTree(text)
  const maps = members(root, 'config').flatMap((config) => authKinds.flatMap((kind) => members(config, kind)))
  const repositories = members(root, 'repositories').flatMap(({ type, children = [] }) =>
    type === 'array' ? children : children.flatMap(({ children: pair }) => pair?.[1] ?? [])
  )
  const addresses = repositories
    .filter((repository) => members(repository, 'type').some(({ value }) => value === 'composer'))
    .flatMap((repository) => members(repository, 'url'))
  return [...maps.filter(({ type }) => type === 'object'), ...addresses.filter(({ type }) => type === 'string')]
}

function members(object: Node | undefined, name: string): readonly Node[] {
  if (object?.type !== 'object') return []
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key?.value === name && value ? [value] : []
  )
}

function textOf(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length)
}

function replaceNodes<Edit extends Pick<HeldKeys, 'node'>>(
  text: string,
  edits: readonly Edit[],
  replacement: (edit: Edit) => string
): string {
  const ordered = edits.toSorted((a, b) => a.node.offset - b.node.offset)
  const parts = ordered.map((edit, index) => {
    const before = ordered[index - 1]?.node
    return text.slice(before ? before.offset + before.length : 0, edit.node.offset) + replacement(edit)
  })
  const last = ordered.at(-1)?.node
  return parts.join('') + text.slice(last ? last.offset + last.length : 0)
}
