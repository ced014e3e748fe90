import type { BackupManifest } from '../manifest/manifest.js'

/** What an earlier backup must be, so that no new one is made. */
export interface WantedBackup {
  /** Commit that the upgrade starts from: what is deployed, and so what the data belongs to. */
  readonly baseCommit: string
  readonly application: string | null
  readonly strategy: BackupManifest['strategy']
  /** Whether the dumps are wanted on this machine, and on the server. */
  readonly here: boolean
  readonly onServer: boolean
  readonly encrypted: boolean
  readonly exclude: readonly string[]
  readonly media: boolean
  readonly level: 'proven' | 'proven-without-rehearsal' | 'off'
  /** Age at which a backup is too old, and the time now. */
  readonly minutes: number
  readonly now: Date
}

/** Whether a manifest says that its backup does for what is wanted. What lies on the disks is to be read again all the same. */
export function isReusable(manifest: BackupManifest, wanted: WantedBackup): boolean {
  const age = wanted.now.getTime() - Date.parse(manifest.finishedAt)
  return (
    manifest.baseCommit === wanted.baseCommit &&
    manifest.application === wanted.application &&
    manifest.strategy === wanted.strategy &&
    age >= 0 &&
    age < wanted.minutes * 60_000 &&
    manifest.dumps.every(({ excluded }) => excluded.join(' ') === wanted.exclude.join(' ')) &&
    (!wanted.here || isHere(manifest, wanted)) &&
    (!wanted.onServer || manifest.dumps.every(({ serverFile }) => serverFile !== null)) &&
    isGoodEnough(manifest.state, wanted.level)
  )
}

function isHere({ dumps, media }: BackupManifest, wanted: WantedBackup): boolean {
  const copied = dumps.every(({ file, encryption }) => file !== null && (encryption === 'age') === wanted.encrypted)
  return copied && (media !== null) === wanted.media
}

function isGoodEnough(state: BackupManifest['state'], level: WantedBackup['level']): boolean {
  return state === 'proven' || (state === 'proven-without-rehearsal' && level !== 'proven')
}

/** Whether two applications are known, and are not the same. */
export function areDifferent(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}
