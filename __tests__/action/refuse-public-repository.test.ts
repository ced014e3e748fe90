import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { outputsOf } from '../../src/action/outputs.js'
import { refusePublicRepository } from '../../src/action/refuse-public-repository.js'
import { normalizeOptions, type GivenOptions } from '../../src/run/normalize-options.js'
import { newRunState } from '../../src/run/run-state.js'

const folder = mkdtempSync(join(tmpdir(), 'visibility-test-'))
let server: Server
beforeAll(async () => {
  server = createServer((request, response) => {
    const known = request.url === '/repos/shop/open' || request.url === '/repos/shop/closed'
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ private: request.url === '/repos/shop/closed' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

/** The message of the refusal, or null. */
async function refusal(event: unknown, repository = 'shop/gone', githubToken = ''): Promise<string | null> {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event))
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const environment = { GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl }
  return refusePublicRepository({ githubToken }, environment).then(
    () => null,
    (error: unknown) => (error as Error).message
  )
}

test('what everybody could download is refused, and what nobody knows to be private', async () => {
  expect(await refusal({ repository: { full_name: 'shop/x', private: true } })).toBeNull()
  expect(await refusal({ repository: { full_name: 'shop/x', private: false } })).toMatch(/is a public repository/)
  expect(await refusal({ schedule: '0 3 * * *' })).toMatch(/unknown whether/)
  expect(await refusal({}, 'shop/closed', 'token')).toBeNull()
  expect(await refusal({}, 'shop/open', 'token')).toMatch(/shop\/open is a public repository/)
  expect(await refusal({}, 'shop/gone', 'token')).toMatch(/unknown whether/)
})

const problemsOf = (given: GivenOptions): string => {
  try {
    normalizeOptions({ project: 'abc', backupArtifact: true, ...given }, 'upgrade')
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

test('only what is encrypted and here may become an artifact; all that is wrong is told at once', () => {
  const good = { backup: 'ssh-dump', backupTo: 'runner', backupEncryptTo: 'age1x' } as const
  expect(problemsOf(good)).toBe('')
  expect(problemsOf({ ...good, backupMedia: 'download' })).toMatch(/media are not encrypted/)
  expect(problemsOf({ ...good, backup: 'off' })).toMatch(/backup is off/)
  expect(problemsOf({ ...good, backup: 'cloud-dump', backupTo: 'both' })).toMatch(/backup: cloud-dump does not support/)
  expect(problemsOf({ backupTo: 'remote' })).toMatch(/without backup-encrypt-to.*needs the dump on this machine/)
})

test('the output names the folder on request alone', () => {
  const report = { schemaVersion: 1 as const, ...newRunState({}), steps: [], seconds: 0, error: null }
  const backup = { downloadedTo: '/backups/one/database.sql.gz.age', extras: [] } as never
  const told = (artifact: boolean): string | undefined =>
    outputsOf({ ...report, backup }, { reportPath: '', artifact })['backup-artifact']
  expect([told(true), told(false)]).toEqual(['/backups/one', ''])
})
