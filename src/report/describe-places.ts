import type { Backup, BackupPlace } from './report.js'

const untils = {
  removed: 'it stays until somebody removes it',
  deployment: 'gone with the next deployment, which replaces the container',
  node: 'it stays as long as this node does; not a place for months',
  job: 'gone when the job ends',
  cleaned: 'gone when the temporary folder is cleaned'
} as const

/** Whether a backup is gone before it can be used. */
export function isFleeting({ until }: BackupPlace): boolean {
  return until === 'job' || until === 'deployment'
}

/** The places of a backup and until when it lasts, one sentence per place; empty if none is known. */
export function describePlaces({ places = [] }: Backup): readonly string[] {
  return places.map(
    ({ where, until }) => `${where === 'server' ? 'on the server' : 'on this machine'}: ${untils[until]}`
  )
}

/** What to set so that the next backup lasts; null if this one does. */
export function howToKeep({ places = [] }: Backup): string | null {
  if (places.length === 0 || places.some((place) => !isFleeting(place))) return null
  return 'Keep a copy elsewhere: set backup-encrypt-to, backup-to: runner and backup-artifact: true with a step that uploads it, or backup-directory on a runner of your own.'
}
