import { randomBytes } from 'node:crypto'
import { accepted, notFound, ok, type ApiAnswer } from './api-answer.js'
import {
  addActivity,
  begin,
  complete,
  logTo,
  type Backup,
  type EnvironmentState,
  type PlatformState
} from './platform-state.js'
import { renderActivity, renderBackup } from './render-api.js'

const keptDays = 7

/** Lists the backups of an environment, newest first, reads one, or plays its restore. They hold no data. */
export function answerBackups(
  state: PlatformState,
  environment: EnvironmentState,
  method: string,
  [id, operation]: readonly (string | undefined)[]
): ApiAnswer {
  const { backups } = environment
  if (id === undefined) return ok(backups.map((each) => renderBackup(state, environment, each)))
  const backup = backups.find((each) => each.id === id)
  if (!backup) return notFound
  if (operation === undefined) return ok(renderBackup(state, environment, backup))
  if (operation !== 'restore' || method !== 'POST') return notFound
  return accepted([play(state, environment, 'restore', backup)])
}

/** Adds a backup. Dedicated nodes do not offer it. */
export function createBackup(state: PlatformState, environment: EnvironmentState, body: string): ApiAnswer {
  if (environment.logins.length > 1) return notFound
  const { safe = false } = JSON.parse(body || '{}') as { safe?: boolean }
  const now = Date.now()
  const backup: Backup = {
    id: randomBytes(13).toString('hex'),
    safe,
    commit: environment.headCommit,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + keptDays * 24 * 3600 * 1000).toISOString()
  }
  environment.backups.unshift(backup)
  return accepted([play(state, environment, 'backup', backup)])
}

function play(state: PlatformState, { id }: EnvironmentState, what: 'backup' | 'restore', backup: Backup): unknown {
  const activity = addActivity(state, {
    type: `environment.${what}`,
    environments: [id],
    text: `Developer ${what === 'backup' ? `created a backup of ${id}` : `restored ${id} from a backup`}`,
    payload: { backup_name: backup.id }
  })
  begin(activity)
  logTo(activity, what === 'backup' ? `Creating backup ${backup.id}` : `Restoring backup ${backup.id}`)
  complete(activity, 'success')
  return renderActivity(state, activity)
}
