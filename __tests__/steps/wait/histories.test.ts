import { afterAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLogger } from '../../../src/logger.js'
import type { Deployment } from '../../../src/report/report.js'
import { waitForDeployment } from '../../../src/steps/wait/wait-for-deployment.js'
import { cloudOfHistory, ourCommit, pushedAt } from '../../helpers/cloud-of-history.js'
import { histories, type History } from '../../helpers/history.js'
import { judgeVerdict, limits } from '../../helpers/judge-verdict.js'

const runs = Number(process.env['MASS'] ?? 300)
const seed = Number(process.env['SEED'] ?? 1)
const home = mkdtempSync(join(tmpdir(), 'histories-'))
afterAll(() => {
  rmSync(home, { recursive: true, force: true })
})

/** The real step and the real tool on a platform of its own time. */
async function waitIn(history: History): Promise<{ deployment: Deployment; looks: readonly number[] }> {
  let seconds = 0
  const looks = [0]
  const clock = {
    now: () => seconds * 1000,
    pause: (wait: number): Promise<void> => {
      seconds += wait
      looks.push(seconds)
      return Promise.resolve()
    }
  }
  const cloud = cloudOfHistory(history, home, () => seconds, limits.end)
  const deployment = await waitForDeployment(
    { cloud, clock, logger: silentLogger },
    {
      environment: history.environment,
      commit: ourCommit,
      pushedAt: new Date(pushedAt),
      startTimeoutSeconds: limits.start,
      endTimeoutSeconds: limits.end,
      pollSeconds: 10
    }
  )
  return { deployment, looks }
}

test(`[F65] [F66] [F67] [F68] [F69] [F75] [F76] no wrong verdict in ${runs} histories`, async () => {
  const verdicts = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const { deployment, looks } = await waitIn(history)
      verdicts.set(deployment.verdict, (verdicts.get(deployment.verdict) ?? 0) + 1)
      const wrong = judgeVerdict(history, deployment, looks)
      if (wrong !== null)
        throw new Error(
          `${deployment.verdict} of ${deployment.activityId ?? 'none'} at ${looks.at(-1) ?? 0} s: ${wrong}. ${deployment.reasons.join(' ')}`
        )
    }),
    { numRuns: runs, seed }
  )
  // Histories that never reach a verdict would prove nothing about it.
  for (const verdict of ['succeeded', 'degraded', 'failed', 'never-started', 'staged', 'superseded', 'unknown'])
    expect([verdict, (verdicts.get(verdict) ?? 0) > 0]).toEqual([verdict, true])
  if (process.env['MASS'] !== undefined) process.stdout.write(`${JSON.stringify(Object.fromEntries(verdicts))}\n`)
}, 1_800_000)
