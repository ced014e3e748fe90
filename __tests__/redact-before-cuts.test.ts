import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UpgradeError } from '../src/errors.js'
import { boundedLine } from '../src/project/blockers/composer-problems-of.js'
import { explainFailure, type Evidence } from '../src/steps/diagnose/explain/explain-failure.js'
import { keepLog } from '../src/tools/magento-cloud/kept-log.js'
import { redactEvidence } from '../src/secrets/redact-evidence.js'
import { createRedact } from '../src/secrets/redact.js'
import { renderSummary } from '../src/report/render-summary.js'
import { renderText } from '../src/report/render-text.js'
import { composeReport, newRunState } from '../src/run/run-state.js'
import { Secret } from '../src/secrets/secret.js'
import { readNode } from '../src/steps/diagnose/read-node.js'
import { openActivityLog } from '../src/steps/wait/activity-log.js'
import { waitForDeployment } from '../src/steps/wait/wait-for-deployment.js'
import { captureLines } from '../src/tools/process/capture-output.js'
import { readEnd } from '../src/tools/files/read-end.js'
import { githubSays } from '../src/tools/github.js'
import type { MagentoCloud } from '../src/tools/magento-cloud/magento-cloud.js'
import { createRunCommand } from '../src/tools/process/run-command.js'
import type { Ssh } from '../src/tools/ssh/ssh.js'

const folder = mkdtempSync(join(tmpdir(), 'cuts-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

// One is known to the run and has blanks; the other nobody knows but by its looks.
const known = 'Correct-Horse Battery_9 Staple'
const looks = 'ghp_Zq8Lm2Xv7Kp4Rt9Wb3Nc6Yd1Hs5Jf0Ga'
const secrets = [new Secret(known)]
const redact = createRedact(secrets)

/** Pieces of six characters of a secret that a text shows. */
const shownOf = (secret: string, text: string): readonly string[] =>
  Array.from({ length: secret.length - 5 }, (_, at) => secret.slice(at, at + 6)).filter((piece) => text.includes(piece))

/** Filling of words, in lines of eighty characters or in one. */
const filling = (length: number, breaks: boolean): string =>
  (breaks ? `${'lorem ipsum '.repeat(6)}dolor\n` : 'lorem ipsum ').repeat(Math.ceil(length / 12)).slice(0, length)

/** How a place is given a text, and where in it the place cuts: characters from the beginning, or from the end. */
interface Cut {
  readonly show: (text: string) => string | Promise<string>
  readonly from: 'start' | 'end'
  readonly at: number
  readonly breaks?: boolean
  /** What stands before all else. */
  readonly head?: string
}

const capture = (limit: number, text: string): string => {
  const captured = captureLines(limit)
  for (let at = 0; at < text.length; at += 1000) captured.add(Buffer.from(text.slice(at, at + 1000)))
  return redactEvidence(redact(captured.end()))
}
const explainedError = (kind: Evidence['kind'], text: string): string =>
  JSON.stringify(explainFailure([{ source: 'a log', kind, text: redact(text) }]))
const failed = (facts: Partial<{ message: string; details: string; next: string }>): string => {
  const error = new UpgradeError('push-rejected', { message: 'No.', next: 'Go.', ...facts })
  const report = composeReport(newRunState({}), [], 1, error, secrets)
  return JSON.stringify(report) + renderSummary(report) + renderText(report)
}
/** What is found in the log of a node that sends the last 400,000 bytes of it. */
async function ofNode(text: string): Promise<string> {
  const script: Ssh['script'] = (_, body) => {
    const marker = /mark-[0-9a-f-]{36}/.exec(body)?.[0] ?? ''
    const stdout = `\n${marker} begin cloud.log\n${text.slice(-400_000)}\n${marker} end cloud.log 0\n`
    return Promise.resolve({ exitCode: 0, stdout: redact(stdout) } as never)
  }
  const { evidence } = await readNode({ script } as Ssh, '1.ent-x@ssh.example', null)
  return evidence.map((one) => redactEvidence(one.text)).join('\n')
}

async function reasonsOf(words: string): Promise<string> {
  let seconds = 0
  const error = new UpgradeError('retry-later', { message: words, next: '' })
  const cloud = { api: () => Promise.reject(error) } as unknown as MagentoCloud
  const lines: string[] = []
  const add = (line: string): void => void lines.push(line)
  const logger = { debug: add, info: add, warn: add, error: add }
  const clock = { now: () => seconds * 1000, pause: (wait: number) => Promise.resolve(void (seconds += wait)) }
  const input = { environment: 'x', commit: 'c'.repeat(40), startTimeoutSeconds: 9, endTimeoutSeconds: 9 }
  const deployment = await waitForDeployment({ cloud, logger, clock, redact }, { ...input, pollSeconds: 5 })
  const reasons = deployment.reasons.join(' ')
  expect(reasons).toMatch(/…$/)
  return [reasons, ...lines].join('\n')
}

const cuts: Readonly<Record<string, Cut>> = {
  'the kept end of a long output': { show: (text) => capture(20_000, text), from: 'end', at: 20_000 },
  'the kept end of an output of lines': {
    show: (text) => capture(20_000, text),
    from: 'end',
    at: 20_000,
    breaks: true
  },
  'the reasons of a deployment': { show: reasonsOf, from: 'start', at: 786 },
  'the words of GitHub': {
    show: (text) => githubSays(new Error(text), redact).message,
    from: 'start',
    at: 799
  },
  'a line of the summary': {
    show: (text) => failed({ message: redactEvidence(redact(text)) }),
    from: 'start',
    at: 992
  },
  'a next step in the summary': {
    show: (text) => failed({ next: redactEvidence(redact(text)) }),
    from: 'start',
    at: 1000
  },
  'a line of the details': { show: (text) => failed({ details: text }), from: 'start', at: 1000 },
  'the last line of the details that is shown': {
    show: (text) => failed({ details: text }),
    from: 'start',
    at: 78 * 40,
    breaks: true
  },
  'a long line of a log': {
    show: (text) => explainedError('log', text),
    from: 'start',
    at: 2000,
    head: 'W: PHP Fatal error: No space left on device '
  },
  'a row that a finding shows': {
    show: (text) => explainedError('log', text),
    from: 'start',
    at: 500,
    head: 'W: PHP Fatal error: No space left on device '
  },
  'a row of the state of a node': {
    show: (text) => explainedError('state', text),
    from: 'start',
    at: 2000,
    head: 'No space left on device: '
  },
  'the title of an error of ece-tools': {
    show: (text) => explainedError('error-log', JSON.stringify({ errorCode: 117, stage: 'deploy', title: text })),
    from: 'start',
    at: 200
  },
  'a long error of ece-tools': {
    show: (text) => explainedError('error-log', JSON.stringify({ errorCode: 117, stage: 'deploy', title: text })),
    from: 'start',
    at: 19_980
  },
  'the end of a log on a node': { show: ofNode, from: 'end', at: 400_000 },
  'the end of a file': {
    show: async (text) => {
      writeFileSync(join(folder, 'end'), text)
      return redactEvidence(redact((await readEnd(join(folder, 'end'), 20_000)) ?? ''))
    },
    from: 'end',
    at: 20_000
  },
  'a long line of Composer': {
    show: (text) => redactEvidence(boundedLine(redact(text))),
    from: 'end',
    at: 1000
  },
  'a log that grows': {
    show: (text) => {
      const told: string[] = []
      const add = (line: string): void => void told.push(line)
      const log = openActivityLog({ logger: { debug: add, info: add, warn: add, error: add }, redact }, 'act')
      log.tell(text.slice(0, 900), false, 1)
      log.tell(text, true, 2)
      return told.join('\n')
    },
    from: 'start',
    at: 900
  },
  'a log of which the end is kept': {
    show: (text) => {
      const log = keepLog(900)
      for (const line of text.split('\n')) log.add(line)
      return redactEvidence(redact(log.text()))
    },
    from: 'end',
    at: 900,
    breaks: true
  }
}

describe.each(Object.entries(cuts))('%s', (_, { show, from, at, breaks = false, head = '' }) => {
  test.each([known, looks])('shows no piece of %s', async (secret) => {
    for (const inside of [1, 7, secret.length - 7, secret.length - 1]) {
      const long = filling(60_000, breaks)
      const text =
        from === 'start'
          ? `${head}${filling(at - inside - head.length - 1, breaks)} ${secret} ${long}`
          : `${head}${long} ${secret} ${filling(at - inside - 1, breaks)}`
      const said = await show(text)
      expect([inside, ...shownOf(secret, said)]).toEqual([inside])
      expect(said).toMatch(/lorem|dolor/)
    }
  })
})

test('a log of more than three million characters is not cut in the middle of a token', () => {
  for (const inside of [7, looks.length - 7]) {
    const row = '\nPHP Fatal error: No space left on device\n'
    const end = filling(3_000_000 - inside - row.length, true)
    const said = explainedError('log', `${filling(5000, true)} ${looks}${row}${end}`)
    expect(said).toContain('disk-full')
    expect(shownOf(looks, said)).toEqual([])
  }
})

test('what a real child says on stderr beyond 1 MiB does not begin with the end of a secret', async () => {
  const run = createRunCommand(undefined, redact)
  const script = `process.stderr.write('x'.repeat(5000) + '${known}' + ' y'.repeat(524288 - 8))`
  const { stderr } = await run([process.execPath, '-e', script], { env: { PATH: process.env['PATH'] ?? '' } })
  expect(shownOf(known, stderr)).toEqual([])
  expect(stderr.length).toBeGreaterThan(1_000_000)
})
