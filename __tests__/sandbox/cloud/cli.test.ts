import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCli } from '../../../sandbox/cloud/write-cli.js'
import { createSshCertifier } from '../../../sandbox/services/ssh-certifier.js'
import { activity, environment, host, on, self } from '../../helpers/cloud-samples.js'
import { startFakeApi, type FakeApi } from '../../helpers/fake-api.js'
import { runCli, type Answer } from '../../helpers/run-cli.js'

let directory = ''
let api: FakeApi

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'cli-test-'))
  api = await startFakeApi(await createSshCertifier({ directory: join(directory, 'authority') }))
  writeCli(join(directory, 'bin'))
  await mkdir(join(directory, 'home'))
})

afterAll(async () => {
  api.stop()
  await rm(directory, { recursive: true, force: true })
})

beforeEach(() => {
  api.answers.clear()
  api.asked.length = 0
  answer('GET /projects/P', { id: 'P', title: 'Shop', default_branch: 'integration' })
  answer('GET /projects/P/environments', [environment])
})

function answer(request: string, body: unknown, status = 200): void {
  api.answers.set(request, { status, body })
}

const cli = (args: readonly string[], extra?: Record<string, string>): Promise<Answer> =>
  runCli({ directory, api }, args, extra)

// What the upgrade itself relies on stands in __tests__/contract; here is the rest of what the stand-in knows.

test('knows the environment of the default branch', async () => {
  expect((await cli(['environment:info', '-p', 'P', '-e', '.', 'status'])).stdout).toBe('active\n')
})

test('prints null as a word', async () => {
  expect(await cli(['environment:info', ...on, 'parent'])).toMatchObject({ code: 0, stdout: 'null\n' })
})

test('lists environments without a header', async () => {
  const list = ['environment:list', '-p', 'P', '--columns', 'id,status', '--format', 'plain', '--no-header']
  expect((await cli(list)).stdout).toBe('integration\tActive\n')
})

test('gives the primary address, or says that the environment is inactive', async () => {
  const url = ['environment:url', ...on, '--primary', '--pipe']
  expect(await cli(url)).toMatchObject({ code: 1, stdout: '' })
  expect((await cli(url)).stderr).toContain('The environment is inactive')
  const routes = { 'http://a/': {}, 'https://a/': {}, 'https://b/': { primary: true } }
  answer(`GET ${self}/deployments/current`, { routes })
  expect((await cli(url)).stdout).toBe('https://b/\n')
  expect((await cli(['environment:url', ...on, '--pipe'])).stdout).toBe('https://b/\nhttps://a/\nhttp://a/\n')
})

test('names each node on its line', async () => {
  const nodes = [1, 2, 3].map((n) => [`pf:ssh:mymagento:${n}`, { href: `ssh://${n}.ent-P@${host}` }])
  answer('GET /projects/P/environments', [{ ...environment, _links: Object.fromEntries(nodes) as unknown }])
  expect((await cli(['environment:ssh', ...on, '--pipe', '--all'])).stdout).toBe(
    `1.ent-P@${host}\n2.ent-P@${host}\n3.ent-P@${host}\n`
  )
})

test('waits for the seal of a log where it follows', async () => {
  const line = '{"_id":"1","data":{"message":"Building\\n"}}\n'
  answer('GET /projects/P/activities/act1', activity)
  answer('GET /projects/P/activities/act1/log', line)
  const following = cli(['activity:log', 'act1', '-p', 'P', '--refresh', '0.05'])
  const reads = (): number => api.asked.filter(({ path }) => path.endsWith('/log')).length
  while (reads() < 4) await new Promise(setImmediate)
  answer('GET /projects/P/activities/act1/log', `${line}{"_id":"2","data":{"message":"Done\\n"}}\n{"seal":true}\n`)
  expect(await following).toMatchObject({ code: 0, stdout: 'Building\nDone\n' })
})

test('waits for what it starts, and fails with it unless it need not wait', async () => {
  answer(`POST ${self}/redeploy`, { _embedded: { activities: [activity] } }, 202)
  expect(await cli(['environment:redeploy', ...on])).toMatchObject({ code: 1, stdout: '' })
  expect(await cli(['environment:redeploy', ...on, '--no-wait', '-y'])).toEqual({ code: 0, stdout: '', stderr: '' })
  answer(`POST ${self}/backup`, { _embedded: { activities: [{ ...activity, result: 'success' }] } }, 202)
  expect((await cli(['snapshot:create', ...on, '--live', '--wait'])).stdout).toBe('Snapshot name: snap1\n')
  answer('GET /projects/P/environments', [{ ...environment, _links: {} }])
  expect((await cli(['environment:redeploy', ...on])).code).toBe(1)
})

test('creates a variable once, and again only as an update', async () => {
  const create = ['variable:create', ...on, '--name', 'A', '--value=-1', '--sensitive', 'false', '--no-wait']
  expect((await cli(create)).stderr).toContain('--level is required')
  const created = [...create, '--level', 'environment']
  const entity = { name: 'A', value: '-1', is_sensitive: false }
  answer(`GET ${self}/variables`, [])
  answer(`POST ${self}/variables`, { _embedded: { entity, activities: [activity] } }, 201)
  expect((await cli(created)).code).toBe(0)
  expect(JSON.parse(api.asked.at(-1)?.body ?? '')).toEqual({ name: 'A', value: '-1', is_sensitive: false })
  answer(`GET ${self}/variables`, [entity])
  expect((await cli(created)).code).toBe(1)
  answer(`PATCH ${self}/variables/A`, { _embedded: { entity, activities: [] } })
  expect((await cli([...created, '--update'])).code).toBe(0)
  expect(api.asked.at(-1)?.method).toBe('PATCH')
})
