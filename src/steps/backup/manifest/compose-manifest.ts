import { stateOf, type BackupManifest, type ManifestDump, manifestName } from './manifest.js'
import { tellPromises } from './promises.js'
import { peakMegabytes } from '../../../tools/host.js'
import type { BackupInput, BackupTools } from '../backup-request.js'
import { UpgradeError } from '../../../errors.js'

/** The manifest of finished dumps: their state together, and which of our promises they keep. */
export function composeManifest(
  { project, environment, application, level, reuse, productVersion }: BackupInput,
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
    ...(productVersion !== undefined && { productVersion }),
    dumps: [...dumps],
    notCovered,
    promises: [...tellPromises(dumps, facts)]
  }
}

/**
 * Writes the manifest, last of all: next to the dumps on this machine, and next to the first dump that was left on the
 * server. Returns its path on this machine, otherwise on the server.
 */
export async function writeManifest(
  { files, dumpFiles, ssh }: BackupTools,
  manifest: BackupManifest,
  folder: string | null
): Promise<string> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  const onServer = manifest.dumps.find(({ serverFile }) => serverFile !== null)?.serverFile ?? null
  const remote = onServer?.replace(/[^/]*$/, manifestName) ?? null
  if (remote !== null) {
    // Base64 has no special characters for a shell; the path is one that our own script created.
    const content = Buffer.from(text).toString('base64')
    const script = `umask 077; printf %s '${content}' | base64 -d >'${remote}.partial' && mv -- '${remote}.partial' '${remote}' && sync`
    const { exitCode, failure } = await ssh.script(manifest.host, script, { timeoutSeconds: 120 })
    if (exitCode !== 0) throw unwritten(remote, failure ?? `exit code ${exitCode ?? '?'}`)
  }
  if (folder === null) return remote ?? ''
  const path = files.join(folder, manifestName)
  await files.write(`${path}.partial`, text, { secret: true })
  await dumpFiles.settle(`${path}.partial`, path)
  return path
}

function unwritten(path: string, why: string): UpgradeError {
  return new UpgradeError('backup-failed', {
    message: `The dump is proven, but its manifest ${path} could not be written on the server: ${why}.`,
    next: 'Run again.'
  })
}
