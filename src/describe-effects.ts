import type { Effect, EffectKind } from './ledger.js'

/** What a run changed and what it left unchanged, as sentences. */
interface DescribedEffects {
  /** '' for nothing. */
  readonly changed: string
  /** What may have been changed; '' for nothing. */
  readonly unknown: string
  readonly unchanged: string
}

const areas = ['the checkout', 'the branch', 'the environment', 'the database', 'earlier backups'] as const

type Area = (typeof areas)[number]

const plural: readonly Area[] = ['earlier backups']

// Commits, refs and notes of our own are only named if they were changed.
const touched: Readonly<Record<EffectKind, readonly Area[]>> = {
  variable: ['the environment'],
  redeployment: ['the environment'],
  maintenance: ['the environment'],
  cron: ['the environment'],
  setting: ['the environment'],
  'server-file': ['the environment'],
  snapshot: [],
  database: ['the database'],
  branch: ['the branch'],
  'pull-request-branch': [],
  'pull-request': [],
  deployment: ['the environment', 'the database'],
  'remote-tag': [],
  lock: [],
  commit: [],
  ref: [],
  checkout: ['the checkout'],
  stash: ['the checkout'],
  backup: [],
  'removed-backup': ['earlier backups'],
  note: [],
  file: [],
  cache: []
}

/**
 * Describes what `effects` changed, what they may have changed, and which parts of the project are unchanged. A cache
 * is not part of the project and never named.
 */
export function describeEffects(effects: readonly Effect[]): DescribedEffects {
  const live = effects.filter(({ kind, state }) => state !== 'undone' && kind !== 'cache')
  const done = live.filter(({ state }) => state === 'done').map(({ what }) => what)
  const open = live.filter(({ state }) => state !== 'done').map(({ what }) => `whether ${what}`)
  const gone = new Set(live.flatMap(({ kind }) => touched[kind]))
  return {
    changed: sentence(done.join('; ')),
    unknown: open.length > 0 ? `${open.join('; ')}.` : '',
    unchanged: live.length === 0 ? 'Nothing was changed.' : notChanged(areas.filter((area) => !gone.has(area)))
  }
}

function notChanged(names: readonly Area[]): string {
  const last = names.at(-1)
  if (last === undefined) return 'Nothing is known to be unchanged.'
  const list = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
  return sentence(`${list} ${names.length === 1 && !plural.includes(last) ? 'was' : 'were'} not changed`)
}

function sentence(text: string): string {
  return text === '' ? '' : `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`
}

/** Lines for people about `effects`: what was changed, what may have been, and `unchanged` last. */
export function linesOfEffects(effects: readonly Effect[]): readonly (readonly [title: string, text: string])[] {
  const { changed, unknown, unchanged } = describeEffects(effects)
  const lines = [
    ['Changed', changed],
    ['Not known', unknown],
    ['Unchanged', unchanged]
  ] as const
  return lines.filter(([, text]) => text !== '')
}
