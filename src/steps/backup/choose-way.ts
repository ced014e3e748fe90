import type { MagentoCloud } from '../../tools/magento-cloud.js'

/** Where a dump is to lie afterwards: on the server, on this machine, or on both. */
export type BackupPlace = 'auto' | 'remote' | 'runner' | 'both'

/** How dumps may be asked for. */
export type BackupStrategy = 'auto' | 'cloud-dump' | 'ssh-dump' | 'ece-dump'

/** How dumps are made. */
export interface BackupWay {
  readonly strategy: 'cloud-dump' | 'ssh-dump' | 'ece-dump'
  readonly kind: 'cloud-dump' | 'ssh-dump' | 'ssh-stream' | 'ece-dump'
  /** Whether something comes to this machine. */
  readonly here: boolean
}

/**
 * The way that fits what was asked for. Left to itself, it is the documented one: db:dump to this machine for a
 * container environment, a compressed file on the server for dedicated nodes (Pro staging and production), which
 * db:dump does not reach.
 */
export async function chooseWay(
  cloud: Pick<MagentoCloud, 'environment'>,
  { strategy, to }: { readonly strategy: BackupStrategy; readonly to: BackupPlace }
): Promise<BackupWay> {
  if (strategy === 'ece-dump') return { strategy, kind: 'ece-dump', here: to === 'both' || to === 'runner' }
  const onServer: BackupWay = { strategy: 'ssh-dump', kind: 'ssh-dump', here: to === 'both' }
  if (strategy !== 'ssh-dump' && (to === 'auto' || (to === 'runner' && strategy === 'cloud-dump'))) {
    const byCloud: BackupWay = { strategy: 'cloud-dump', kind: 'cloud-dump', here: true }
    if (strategy === 'cloud-dump') return byCloud
    return (await cloud.environment()).dedicated ? onServer : byCloud
  }
  return to === 'runner' ? { strategy: 'ssh-dump', kind: 'ssh-stream', here: true } : onServer
}
