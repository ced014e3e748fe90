/** What an effect applies to; see `describeEffects` for what each of them touches. */
export const effectKinds = [
  'variable',
  'redeployment',
  'maintenance',
  'cron',
  'setting',
  'server-file',
  'snapshot',
  'database',
  'branch',
  'pull-request-branch',
  'pull-request',
  'deployment',
  'remote-tag',
  'lock',
  'commit',
  'ref',
  'checkout',
  'stash',
  'backup',
  'removed-backup',
  'note',
  'file',
  'cache'
] as const

/**
 * State of an effect. `intended`: started, its end was not seen; `undone`: reverted, or it did not happen; `unknown`:
 * the answer was lost.
 */
export const effectStates = ['intended', 'done', 'undone', 'unknown'] as const

/** See {@link effectKinds}. */
export type EffectKind = (typeof effectKinds)[number]

/** Something that a run changed, tried to change, or changed back. */
export interface Effect {
  kind: EffectKind
  /** A clause in the past tense, such as `ADMIN_EMAIL was set on integration`. */
  what: string
  /** See {@link effectStates}. */
  state: (typeof effectStates)[number]
}

/** Sets the state of an effect once more is known. */
export interface Entry {
  /** Whether this effect had not been noted before. */
  readonly isNew: boolean
  done(): void
  undone(): void
  unknown(): void
}

/** The effects of a run, recorded where they are caused. */
export interface Ledger {
  readonly effects: readonly Effect[]
  /** Records an effect right before it is caused. The same kind and clause again is the same effect. */
  intend(kind: EffectKind, what: string): Entry
}

/** A ledger that writes into `effects`. */
export function createLedger(effects: Effect[] = []): Ledger {
  return {
    effects,
    intend: (kind, what) => {
      const known = effects.find((effect) => effect.kind === kind && effect.what === what)
      const effect: Effect = known ?? { kind, what, state: 'intended' }
      if (known === undefined) effects.push(effect)
      const set = (state: Effect['state']) => (): void => {
        effect.state = state
      }
      set('intended')()
      return { isNew: known === undefined, done: set('done'), undone: set('undone'), unknown: set('unknown') }
    }
  }
}
