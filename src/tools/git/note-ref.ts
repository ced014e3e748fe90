import type { Ledger } from '../../ledger.js'
import type { Git } from './git.js'

/**
 * Records in the ledger what `change` did to a local ref, by its value before and after. Throws what `change` throws.
 */
export async function noteRef<T>(
  ledger: Ledger,
  git: Pick<Git, 'finish'>,
  ref: string,
  change: () => Promise<T>
): Promise<T> {
  const before = await valueOf(git, ref)
  try {
    return await change()
  } finally {
    note(ledger, ref, before, await valueOf(git, ref))
  }
}

type Value = { readonly commit: string | null } | 'unknown'

async function valueOf(git: Pick<Git, 'finish'>, ref: string): Promise<Value> {
  const { exitCode, stdout } = await git.finish('rev-parse', '--quiet', '--verify', ref)
  if (exitCode > 1) return 'unknown'
  return { commit: exitCode === 0 ? stdout.trim() : null }
}

function note(ledger: Ledger, ref: string, before: Value, after: Value): void {
  if (before === 'unknown' || after === 'unknown') {
    ledger.intend('ref', `${ref} was changed in the local repository`).unknown()
    return
  }
  if (before.commit === after.commit) return
  const clause = (commit: string | null): string =>
    `${ref} was set to ${commit?.slice(0, 12) ?? ''} in the local repository`
  if (after.commit !== null) {
    ledger.intend('ref', clause(after.commit)).done()
    return
  }
  // Removing a ref that this run had set undoes that effect.
  const own = ledger.intend('ref', clause(before.commit))
  own.undone()
  if (own.isNew) ledger.intend('ref', `${ref} was removed from the local repository`).done()
}
