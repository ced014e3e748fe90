import { describe, expect, test } from '@jest/globals'
import { UpgradeError, type ErrorCode } from '../../../src/errors.js'
import type { Backup } from '../../../src/report/report.js'
import { requiredLevel, type BackupLevel } from '../../../src/steps/backup/required-level.js'

const backup = (state: Backup['state']): Backup => ({ state, problems: [{ id: 'backup-size' }] }) as unknown as Backup
const failing = (code: ErrorCode) => (): Promise<Backup> =>
  Promise.reject(new UpgradeError(code, { message: 'It broke.', next: 'Look.' }))
const hold = (level: BackupLevel, make: () => Promise<Backup>, alone = false): Promise<Backup> =>
  requiredLevel({ level, alone }, 'auto', make)

describe('a backup that was made', () => {
  test.each(['proven-without-rehearsal', 'inconsistent', 'failed'] as const)('%s is not proven', async (state) => {
    const made = backup(state)
    const next = state === 'inconsistent' ? /InnoDB/ : /MariaDB server/
    await expect(hold('proven', () => Promise.resolve(made))).rejects.toMatchObject({
      ...{ code: 'backup-unproven', message: expect.stringContaining(state), next: expect.stringMatching(next) },
      problems: made.problems
    })
    for (const level of ['proven-without-rehearsal', 'off'] as const)
      expect(await hold(level, () => Promise.resolve(made))).toBe(made)
  })

  test('proven does for every level', async () => {
    for (const level of ['proven', 'proven-without-rehearsal', 'off'] as const)
      expect((await hold(level, () => Promise.resolve(backup('proven')))).state).toBe('proven')
  })
})

describe('a backup that failed', () => {
  test.each(['backup-failed', 'backup-unproven'] as const)('is a warning where none is asked for: %s', async (code) => {
    const nothing = { finishedAt: null, reused: false, manifest: null, location: null, downloadedTo: null }
    expect(await hold('off', failing(code))).toEqual({
      ...{ strategy: 'ssh-dump', state: 'failed', ...nothing, bytes: null, sha256: null, tables: null },
      ...{ dumps: [], proofs: [], extras: [] },
      problems: [
        {
          ...{ id: 'backup-failed', severity: 'warning', message: expect.stringContaining('It broke.') },
          fix: expect.stringMatching(/^Look\. .*backup-proof is off/)
        }
      ]
    })
    expect((await requiredLevel({ level: 'off', alone: false }, 'ece-dump', failing(code))).strategy).toBe('ece-dump')
  })

  test.each([
    ['proven', 'backup-failed', false],
    ['proven-without-rehearsal', 'backup-failed', false],
    ['off', 'backup-failed', true],
    ['off', 'busy', false],
    ['off', 'bad-input', false]
  ] as const)('ends the run with %s, %s, alone %s', async (level, code, alone) => {
    await expect(hold(level, failing(code), alone)).rejects.toMatchObject({ code })
  })

  test('by a fault of this program ends the run', async () => {
    await expect(hold('off', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  })
})
