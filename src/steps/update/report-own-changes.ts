import type { Problem } from '../../errors.js'
import type { ChangeOutcome } from './own-changes.js'

/** The notices about own changes in marshaled files: which ones the commit keeps, which it loses, and what to do. */
export function reportOwnChanges(
  outcomes: readonly ChangeOutcome[],
  { mapped, asked }: { readonly mapped: ReadonlySet<string>; readonly asked: boolean }
): readonly Problem[] {
  const of = (wanted: boolean): readonly string[] =>
    outcomes.filter(({ outcome }) => (outcome === 'kept') === wanted).map(({ path }) => path)
  const [kept, lost] = [of(true), of(false)]
  return [
    ...(kept.length === 0 ? [] : [keptNotice(kept)]),
    ...(lost.length === 0 ? [] : [lostNotice(lost, { mapped, asked })])
  ]
}

function keptNotice(paths: readonly string[]): Problem {
  return {
    id: 'own-changes-kept',
    severity: 'warning',
    message: `Your changes in ${list(paths)} were merged into the files of the new version.`,
    fix: 'Review them in the commit.'
  }
}

function lostNotice(
  paths: readonly string[],
  { mapped, asked }: { readonly mapped: ReadonlySet<string>; readonly asked: boolean }
): Problem {
  // The plugin also ignores every path whose beginning is ignored: ignoring a file in a mapped folder would exclude the
  // folder.
  const single = paths.filter((path) => mapped.has(path)).map((path) => JSON.stringify(`/${path}`))
  const lasting =
    single.length === 0
      ? 'They are in folders that are mapped as a whole, so only a copy elsewhere is kept.'
      : `To keep a file permanently, add it to extra.magento-deploy-ignore in composer.json: {"*": [${single.slice(0, 20).join(', ')}]}.`
  return {
    id: 'own-changes-lost',
    severity: 'warning',
    message: `${paths.length === 1 ? 'One marshaled file differs' : `${paths.length} marshaled files differ`} from the old version, because of your own changes or because another version left it; the commit has the new version: ${list(paths)}.`,
    fix: `${asked ? 'Their changes do not merge cleanly: reapply them by hand.' : 'Set keep-changes: true to merge such changes if they merge cleanly.'} ${lasting}`
  }
}

function list(paths: readonly string[]): string {
  const more = paths.length > 20 ? ` and ${paths.length - 20} more` : ''
  return paths.slice(0, 20).join(', ') + more
}
