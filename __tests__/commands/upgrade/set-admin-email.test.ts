import { expect, test } from '@jest/globals'
import { setAdminEmail } from '../../../src/commands/upgrade/set-admin-email.js'
import { UpgradeError } from '../../../src/errors.js'
import { renderText } from '../../../src/report/render-text.js'
import type { UpgradeReport } from '../../../src/report/report.js'
import type { CloudSession } from '../../../src/run/cloud-session.js'
import { startRun } from '../../../src/run/run.js'

const lost = new UpgradeError('retry-later', { message: 'no answer in time.', next: 'Run again later.' })
const full = new UpgradeError('backup-failed', { message: 'The disk is full.', next: 'Free some.' })

/** A platform that has the variable after it was set, unless the call does not arrive or nobody answers any more. */
function platform({ arrives = true, answers = true, fails = false } = {}): CloudSession {
  let asked = 0
  let isSet = false
  const cloud = {
    hasVariable: () => {
      asked += 1
      return asked > 1 && !answers ? Promise.reject(lost) : Promise.resolve(isSet)
    },
    setVariable: () => {
      isSet = arrives
      return fails ? Promise.reject(lost) : Promise.resolve()
    },
    api: () => Promise.resolve([])
  }
  return { cloud, environment: 'integration' } as unknown as CloudSession
}

const given = {
  project: 'p',
  environment: 'integration',
  adminEmailCheck: 'set',
  adminEmail: 'admin@example.com'
} as const
const upgradeOn = (session: CloudSession): Promise<UpgradeReport> =>
  startRun('upgrade', given, {}, async (thisRun) => {
    await setAdminEmail(thisRun, session)
    throw full
  })
const endOf = (report: UpgradeReport): readonly string[] =>
  renderText(report)
    .split('\n')
    .filter((line) => /^(?:Changed|Not known|Unchanged):/.test(line))

const set = 'ADMIN_EMAIL was set on integration'
const redeployed = 'a redeployment of integration was started'
const others = 'Unchanged: The checkout, the branch, the database and earlier backups were not changed.'

test('a run that fails after it has set the variable says that it is set', async () => {
  expect(endOf(await upgradeOn(platform()))).toEqual([`Changed: ${set}; ${redeployed}.`, others])
})

test('where the answer is lost the platform is asked', async () => {
  expect(endOf(await upgradeOn(platform({ fails: true })))).toEqual([`Changed: ${set}; ${redeployed}.`, others])
  expect(endOf(await upgradeOn(platform({ fails: true, arrives: false })))).toEqual(['Unchanged: Nothing was changed.'])
})

test('and where it does not answer, that is not known', async () => {
  const report = await upgradeOn(platform({ fails: true, answers: false }))
  expect(endOf(report)).toEqual([`Not known: whether ${set}; whether ${redeployed}.`, others])
  expect(report.changes.map(({ state }) => state)).toEqual(['unknown', 'unknown'])
})
