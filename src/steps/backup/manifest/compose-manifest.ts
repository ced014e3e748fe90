import { stateOf, type BackupManifest, type ManifestDump } from './manifest.js'
import { tellPromises } from './promises.js'
import { peakMegabytes } from '../../../tools/host.js'
import type { BackupInput } from '../backup-request.js'

/** The manifest of dumps that are made: what they are worth together, and what of our promises they keep. */
export function composeManifest(
  { project, environment, application, level, reuse }: BackupInput,
  dumps: readonly ManifestDump[],
  made: Pick<BackupManifest, 'host' | 'strategy' | 'startedAt' | 'finishedAt' | 'media'>
): BackupManifest {
  const state = stateOf(dumps)
  const notCovered = [...(made.media === null ? ['media'] : []), 'code', 'services other than databases']
  const baseCommit = reuse?.baseCommit ?? null
  const facts = { state, strategy: made.strategy, notCovered, baseCommit, level, peakMegabytes: peakMegabytes() }
  return {
    schemaVersion: 1,
    state,
    consistent: dumps.every(({ nonTransactional }) => nonTransactional.length === 0),
    ...{ project, environment, application, ...made, baseCommit },
    dumps: [...dumps],
    notCovered,
    promises: [...tellPromises(dumps, facts)]
  }
}
