/** The facts in the last lines of an upgrade's commit message. */
export interface UpgradeTrailers {
  readonly from: string
  readonly to: string
  /** `<strategy> <state> sha256:<hex>` if there is a backup, otherwise `off`. */
  readonly backup: string
}

/** Reads a commit message; null if it is not from an upgrade. */
export function parseUpgradeTrailers(message: string): UpgradeTrailers | null {
  const last =
    message
      .trim()
      .split(/\n\s*\n/)
      .at(-1) ?? ''
  const value = (name: string): string | null => new RegExp(`^${name}: *(.*)$`, 'm').exec(last)?.[1]?.trim() ?? null
  const from = value('Upgraded-From')
  const to = value('Upgraded-To')
  return from === null || to === null ? null : { from, to, backup: value('Database-Backup') ?? '' }
}

/** Whether the backup named in a commit meets the requirements of a push (`backup` and `backup-proof`). */
export function isBackedUp(
  { backup }: UpgradeTrailers,
  wanted: { readonly backup: string; readonly backupProof: string }
): boolean {
  if (wanted.backup === 'off') return true
  const [strategy = '', state = ''] = backup.split(' ')
  if (!['cloud-dump', 'ssh-dump', 'ece-dump'].includes(strategy)) return false
  if (wanted.backupProof === 'off') return true
  return state === 'proven' || (state === 'proven-without-rehearsal' && wanted.backupProof !== 'proven')
}
