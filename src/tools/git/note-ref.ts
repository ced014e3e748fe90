import type { Ledger } from '../../ledger.js'
import type { Git } from './git.js'

/** Notes what `change` makes of a ref of the local repository, by what git holds before and after. Throws what it throws. */
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
  // What this run itself had set is only taken back.
  const own = ledger.intend('ref', clause(before.commit))
  own.undone()
  if (own.isNew) ledger.intend('ref', `${ref} was removed from the local repository`).done()
}
