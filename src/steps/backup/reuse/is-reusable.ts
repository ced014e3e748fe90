import type { BackupManifest } from '../manifest/manifest.js'

/** Requirements on an earlier backup that make a new one unnecessary. */
export interface WantedBackup {
  /** Commit that the upgrade starts from: it is deployed, so the data belongs to it. */
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
  /** Age at which a backup is too old, and the current time. */
  readonly minutes: number
  readonly now: Date
}

/** Whether a manifest meets the requirements. The files on the disks still have to be read again. */
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

/** Whether two applications are known and differ. */
export function areDifferent(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other
}
