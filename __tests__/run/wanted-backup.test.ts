import { expect, test } from '@jest/globals'
import { backUpEnvironment } from '../../src/commands/backup.js'
import type { CloudSession } from '../../src/run/cloud-session.js'
import { normalizeOptions, type GivenOptions } from '../../src/run/normalize-options.js'
import type { Run } from '../../src/run/run.js'
import { newRunState } from '../../src/run/run-state.js'
import { createStepTimer } from '../../src/run/step-timer.js'
import { wantedBackup } from '../../src/run/wanted-backup.js'

/** What becomes of the backup on an environment that answers nothing: `asked` once it was. */
async function backUp(given: GivenOptions, alone = false): Promise<string | undefined> {
  const asked = new Error('asked')
  const platform = new Proxy({} as CloudSession, {
    get: () => {
      throw asked
    }
  })
  const stepTimer = createStepTimer(() => undefined)
  const options = normalizeOptions({ project: 'abcdefghijklm', environment: 'integration', ...given }, 'upgrade')
  const thisRun = { options, context: { environment: {} }, facts: newRunState({}), stepTimer } as unknown as Run
  try {
    const { state, problems } = await backUpEnvironment(thisRun, platform, null, { alone })
    expect([state, problems.map(({ id }) => id)]).toEqual(['none', ['backup-off']])
  } catch (error) {
    expect(error).toBe(asked)
    return 'asked'
  }
  return stepTimer.steps.at(-1)?.note
}

test('a pull request deploys nothing, so no dump is made', async () => {
  expect(await backUp({ pullRequest: true })).toBe('nothing is deployed before the merge')
  expect(await backUp({ pullRequest: true, backup: 'off' })).toBe('backup: off')
  expect(await backUp({})).toBe('asked')
})

test.each<GivenOptions>([
  { backup: 'ssh-dump' },
  { backup: 'cloud-dump' },
  { backup: 'ece-dump' },
  { backupCode: true },
  { backupSnapshot: true },
  { backupMedia: 'download' },
  { backupMedia: 'setup-backup' }
])('with a pull request %j is still made', async (given) => {
  expect(await backUp({ pullRequest: true, ...given })).toBe('asked')
})

test('an artifact of the backup needs one', () => {
  const given = { pullRequest: true, backupArtifact: true, backupEncryptTo: 'age1', backupTo: 'runner' } as const
  expect(wantedBackup(normalizeOptions(given, 'verify'))).toBe('auto')
})

test('the command backup makes one whatever a pull request would', async () => {
  expect(await backUp({ pullRequest: true }, true)).toBe('asked')
})
