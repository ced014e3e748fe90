import { describeEffects } from '../../src/describe-effects.js'
import type { Effect } from '../../src/ledger.js'

/** Refs by name, and what else of a repository can be changed. */
export type Seen = Readonly<Record<string, string>>

/** Where a name of {@link Seen} stands in the effects: their kinds, and words of the clause. */
export type Place = (name: string) => { readonly kinds: readonly Effect['kind'][]; readonly words: string }

/**
 * Every difference between what `effects` say and what is otherwise after than before: a change that no effect names,
 * or an effect that is said to be done and is not there. Empty if they agree.
 */
export function judgeEffects(effects: readonly Effect[], before: Seen, after: Seen, place: Place): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => before[name] !== after[name])
  const isOf = (name: string, { kind, what }: Effect): boolean => {
    const { kinds, words } = place(name)
    return kinds.includes(kind) && what.includes(words)
  }
  const untold = changed.filter((name) => !effects.some((effect) => effect.state !== 'undone' && isOf(name, effect)))
  const known = new Set(names.flatMap((name) => place(name).kinds))
  const untrue = effects.filter(
    (effect) => effect.state === 'done' && known.has(effect.kind) && !changed.some((name) => isOf(name, effect))
  )
  const { unchanged } = describeEffects(effects)
  return [
    ...untold.map((name) => `${name} was changed, and no effect says so`),
    ...untrue.map(({ what }) => `it is not true that ${what}`),
    ...(unchanged === 'Nothing was changed.' && changed.length > 0 ? [`nothing? ${changed.join(', ')}`] : [])
  ]
}
