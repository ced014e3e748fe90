import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'

/** Where a dump is stored: on the server, on this machine, or on both. */
export type BackupPlace = 'auto' | 'remote' | 'runner' | 'both'

/** The values of the option `backup`. */
export type BackupStrategy = 'auto' | 'cloud-dump' | 'ssh-dump' | 'ece-dump'

/** How dumps are made. */
export interface BackupWay {
  readonly strategy: 'cloud-dump' | 'ssh-dump' | 'ece-dump'
  readonly kind: 'cloud-dump' | 'ssh-dump' | 'ssh-stream' | 'ece-dump'
  /** Whether a copy is stored on this machine. */
  readonly here: boolean
}

/**
 * The way that fits the request. By default it is our own dump over SSH: streamed to this machine for a container
 * environment, into a compressed file on the server for dedicated nodes (Pro staging and production). `cloud-dump` only
 * on request: magento-cloud puts the database password on command lines.
 */
export async function chooseStrategy(
  cloud: Pick<MagentoCloud, 'environment'>,
  { strategy, to }: { readonly strategy: BackupStrategy; readonly to: BackupPlace }
): Promise<BackupWay> {
  if (strategy === 'ece-dump') return { strategy, kind: 'ece-dump', here: to === 'both' || to === 'runner' }
  if (strategy === 'cloud-dump' && (to === 'auto' || to === 'runner'))
    return { strategy, kind: 'cloud-dump', here: true }
  const streamed: BackupWay = { strategy: 'ssh-dump', kind: 'ssh-stream', here: true }
  const onServer: BackupWay = { strategy: 'ssh-dump', kind: 'ssh-dump', here: to === 'both' }
  if (to === 'runner') return streamed
  if (strategy === 'auto' && to === 'auto' && !(await cloud.environment()).dedicated) return streamed
  return onServer
}
