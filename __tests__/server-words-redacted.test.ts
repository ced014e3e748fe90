import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UpgradeError } from '../src/errors.js'
import { judgeSite, probeSite } from '../src/steps/verify/probe-site.js'
import { waitForDeployment } from '../src/steps/wait/wait-for-deployment.js'
import { createGit } from '../src/tools/git/git.js'
import { createGitHub } from '../src/tools/github.js'
import type { MagentoCloud } from '../src/tools/magento-cloud/magento-cloud.js'
import { askRemoteBranch } from '../src/tools/git/remote-branch.js'
import { createRunCommand } from '../src/tools/process/run-command.js'
import { createRedact } from '../src/secrets/redact.js'
import { Secret } from '../src/secrets/secret.js'

const folder = mkdtempSync(join(tmpdir(), 'server-words-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const known = 'correct-horse-battery'
const words = `password=hunter2x for jane.doe@shop.example at mysql://app:hunter2x@db/main, key ghp_0123456789abcdefghijABCDEFGHIJ012345`
const leaks = /hunter2x|jane|ghp_|correct|battery/
let seconds = 0
const clock = { now: () => seconds * 1000, pause: (wait: number) => Promise.resolve(void (seconds += wait)) }

test('a storefront and endpoints that fail are told without what their failures quote', async () => {
  const url = `https://user:${known}@shop.example/`
  const down = { status: null, body: '', failure: words }
  const storefront = await probeSite(() => Promise.resolve(down), clock, url, '2.4.7')
  const site = await probeSite(
    (page) => Promise.resolve(new URL(page).pathname === '/' ? { status: 200, body: '', failure: null } : down),
    clock,
    url,
    '2.4.7'
  )
  const problems = [...judgeSite(storefront), ...judgeSite(site)]
  expect(problems.map(({ id }) => id)).toEqual(['storefront-failing', 'endpoint-failing', 'endpoint-failing'])
  const said = JSON.stringify([problems, storefront.storefront.url, site.endpoints.map((page) => page.url)])
  expect(said).toContain('https://shop.example/')
  expect(said).not.toMatch(leaks)
})

test("a deployment's reasons and warnings are without what the platform quotes", async () => {
  const error = new UpgradeError('retry-later', { message: `${known} ${words}`, next: '' })
  const cloud = { api: () => Promise.reject(error) } as unknown as MagentoCloud
  const lines: string[] = []
  const add = (line: string): void => void lines.push(line)
  const logger = { debug: add, info: add, warn: add, error: add }
  const input = { environment: 'x', commit: 'c'.repeat(40), startTimeoutSeconds: 9, endTimeoutSeconds: 9 }
  const redact = createRedact([new Secret(known)])
  const { verdict, reasons } = await waitForDeployment({ cloud, logger, clock, redact }, { ...input, pollSeconds: 5 })
  expect(verdict).toBe('unknown')
  expect(reasons.join(' ')).toMatch(/Last error: /)
  expect(lines.join(' ')).toMatch(/does not answer at the moment/)
  expect([...reasons, ...lines].join('\n')).not.toMatch(leaks)
})

/** A server that answers everything with a status and a body, while `task` runs. */
async function answering(status: number, body: string, task: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'www-authenticate': 'Basic realm="x"' })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await task(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test("GitHub's words are told without what they quote", async () => {
  const body = JSON.stringify({ message: words, errors: [{ message: words }] })
  await answering(422, body, async (apiUrl) => {
    const github = createGitHub({ token: new Secret('ghs_token0123456789abcdef'), apiUrl })
    const asked = await github.askPullRequest({ owner: 'shop', repo: 'project', base: 'main' })
    expect(asked.status).toBe(422)
    expect(asked.message).toContain('at mysql://')
    expect(asked.message).not.toMatch(leaks)
  })
})

test.each([401, 403, 404, 500])('the words of git for HTTP %d name no credentials of a URL', async (status) => {
  await answering(status, 'no', async (url) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' }
    const git = createGit(createRunCommand(), env, folder)
    const remote = `${url.replace('//', `//deploy:${known}@`)}/shop.git`
    const answer = await askRemoteBranch(git, remote, 'main')
    const text = answer.answered ? '' : answer.text
    expect(text).toContain('fatal: ')
    expect(text).not.toMatch(leaks)
  })
})
