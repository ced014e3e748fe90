import { valueAt } from './json-edit.js'
import { readLock } from './composer-lock.js'
import { namePattern } from './name-pattern.js'

/** A submodule as the tree of a commit has it. */
export interface Gitlink {
  /** Where it lies in the repository. */
  readonly path: string
  /** The commit that it stands on. */
  readonly commit: string
}

/** A submodule that holds packages of composer.json's path repositories, or may hold some. */
export interface PathSubmodule extends Gitlink {
  /** Whether composer.json or composer.lock names it; a pattern, or a package around it, can do without. */
  readonly named: boolean
}

/**
 * The submodules that packages of `type: path` repositories come from, by the addresses in composer.json (with the
 * patterns of PHP's glob) and by the packages that composer.lock has from such places.
 */
export function pathSubmodules(
  composerJsonText: string,
  composerLockText: string,
  gitlinks: readonly Gitlink[]
): readonly PathSubmodule[] {
  if (gitlinks.length === 0) return []
  const urls = pathUrls(composerJsonText)
  const named = [...urls.filter((url) => !/[*?[]/.test(url)), ...lockedPaths(composerLockText)]
  return gitlinks.flatMap((gitlink) => {
    const isNamed = named.some((url) => meet(url, gitlink.path) && depth(url) >= depth(gitlink.path))
    return isNamed || urls.some((url) => meet(url, gitlink.path)) ? [{ ...gitlink, named: isNamed }] : []
  })
}

function pathUrls(composerJsonText: string): readonly string[] {
  const repositories = Object.values(Object(valueAt(composerJsonText, ['repositories'])) as Record<string, unknown>)
  return repositories.flatMap((repository) => {
    const { type, url } = Object(repository) as Record<string, unknown>
    return type === 'path' && typeof url === 'string' ? expandBraces(url) : []
  })
}

function lockedPaths(composerLockText: string): readonly string[] {
  const lock = readLock(composerLockText)
  return [...lock.packages, ...(lock['packages-dev'] ?? [])].flatMap(({ dist }) =>
    dist?.['type'] === 'path' && typeof dist['url'] === 'string' ? [dist['url']] : []
  )
}

/** `a/{b,c}` as Composer asks glob for it; none for what no file system takes, or no project has. */
function expandBraces(url: string): readonly string[] {
  const done: string[] = []
  const open = url.length > longestPath ? [] : [url]
  for (let next = open.pop(); next !== undefined && done.length + open.length < 1000; next = open.pop()) {
    const [before, choices, after] = splitBraces(next)
    if (choices === null) done.push(before)
    else open.push(...choices.map((choice) => before + choice + after))
  }
  return done
}

const longestPath = 4096

function splitBraces(text: string): readonly [before: string, choices: readonly string[] | null, after: string] {
  const end = text.indexOf('}')
  const begin = end < 0 ? -1 : text.lastIndexOf('{', end)
  if (begin < 0) return [text, null, '']
  return [text.slice(0, begin), text.slice(begin + 1, end).split(','), text.slice(end + 1)]
}

/** Whether a package at `url` lies in the submodule at `path`, or has it inside. */
function meet(url: string, path: string): boolean {
  const parts = partsOf(url)
  return !url.startsWith('/') && partsOf(path).every((name, index) => isMatch(parts[index], name))
}

function depth(url: string): number {
  return partsOf(url).length
}

function partsOf(url: string): readonly string[] {
  return url.split('/').filter((part) => part !== '' && part !== '.')
}

// A package above the submodule has it inside.
function isMatch(part: string | undefined, name: string): boolean {
  return part === undefined || namePattern(part).test(name)
}
