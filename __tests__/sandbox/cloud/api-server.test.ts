import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApiServer, type ApiServer } from '../../../sandbox/cloud/api-server.js'
import { addActivity, begin, complete, createPlatformState, logTo } from '../../../sandbox/cloud/platform-state.js'
import { createSshCertifier } from '../../../sandbox/services/ssh-certifier.js'

const state = createPlatformState({ plan: 'starter', environment: 'integration', gitHubIntegration: true })
const redeployed: string[] = []
const pushed: unknown[] = []
const here = `/projects/${state.projectId}/environments/integration`
let folder: string
let api: ApiServer
let bearer: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-api-'))
  api = await startApiServer({
    state,
    certifier: await createSshCertifier({ directory: folder }),
    onPush: (push) => Promise.resolve(void pushed.push(push)),
    onRedeploy: (id) => void redeployed.push(id)
  })
  const body = new URLSearchParams({ grant_type: 'api_token', api_token: api.token })
  const answer = await fetch(`${api.url}/oauth2/token`, { method: 'POST', body })
  bearer = ((await answer.json()) as { access_token: string }).access_token
})
afterAll(async () => {
  await api.stop()
  await rm(folder, { recursive: true })
})

const send = (method: string, path: string, body?: unknown, token = bearer): Promise<Response> =>
  fetch(api.url + path, {
    method,
    headers: { authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
const get = async (path: string): Promise<unknown> => (await send('GET', path)).json()
const ids = async (path: string): Promise<string[]> => ((await get(path)) as { id: string }[]).map(({ id }) => id)

test('a wrong API token is told as one, and nothing is answered without a bearer token', async () => {
  const body = new URLSearchParams({ grant_type: 'api_token', api_token: 'wrong' })
  const answer = await fetch(`${api.url}/oauth2/token`, { method: 'POST', body })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ error_description: expect.stringContaining('API token') as unknown })
  expect((await send('GET', '/me', undefined, api.token)).status).toBe(401)
  expect((await send('POST', '/sandbox/push', {}, bearer)).status).toBe(403)
  expect(pushed).toEqual([])
})

test('activities: newest first, by type, state, result, environment and number', async () => {
  const add = (type: string, environments: string[]): ReturnType<typeof addActivity> =>
    addActivity(state, { type, environments, text: type })
  const fetched = add('integration.github.fetch', [])
  complete(fetched, 'success')
  const first = add('environment.push', ['integration'])
  complete(first, 'failure')
  const second = add('environment.push', ['integration'])
  begin(second)
  const all = `/projects/${state.projectId}/activities`
  expect(await ids(all)).toEqual([second.id, first.id, fetched.id])
  expect(await ids(`${here}/activities`)).toEqual([second.id, first.id])
  expect(await ids(`${all}?type=integration.github.fetch&type=environment.redeploy`)).toEqual([fetched.id])
  expect(await ids(`${all}?state=in_progress`)).toEqual([second.id])
  expect(await ids(`${all}?result=failure`)).toEqual([first.id])
  expect(await ids(`${all}?count=1`)).toEqual([second.id])
})

test('a log is sealed once its activity has ended, and not before', async () => {
  const activity = addActivity(state, { type: 'environment.push', environments: ['integration'], text: 'push' })
  begin(activity)
  logTo(activity, 'Building\nDeploying')
  const path = `/projects/${state.projectId}/activities/${activity.id}/log`
  const lines = async (): Promise<string[]> => (await (await send('GET', path)).text()).trim().split('\n')
  expect((await lines()).map((line) => (JSON.parse(line) as { data: { message: string } }).data.message)).toEqual([
    'Building\n',
    'Deploying\n'
  ])
  complete(activity, 'success')
  expect((await lines()).at(-1)).toBe('{"seal":true}')
})

test('a variable is created once, changed in what is given only, and hides what is sensitive', async () => {
  const path = `${here}/variables`
  expect((await send('POST', path, { name: 'env:X', value: '1', visible_build: false })).status).toBe(201)
  expect((await send('POST', path, { name: 'env:X', value: '2' })).status).toBe(409)
  expect((await send('PATCH', `${path}/env%3AX`, { is_sensitive: true })).status).toBe(200)
  const variable = await get(`${path}/env%3AX`)
  expect(variable).toMatchObject({ name: 'env:X', is_sensitive: true, visible_build: false, is_enabled: true })
  expect(variable).not.toHaveProperty('value')
  expect((await send('PATCH', `${path}/missing`, { value: '1' })).status).toBe(404)
})

test('what an environment links to is there', async () => {
  const environment = (await get(here)) as { _links: Record<string, { href: string }> }
  const created = await send('POST', environment._links['#backup']?.href ?? '', { safe: false })
  expect(created.status).toBe(202)
  const [activity] = ((await created.json()) as { _embedded: { activities: { payload: { backup_name: string } }[] } })
    ._embedded.activities
  const [backup] = (await get(`${here}/backups`)) as { id: string; _links: Record<string, { href: string }> }[]
  expect(backup?.id).toBe(activity?.payload.backup_name)
  expect((await send('POST', backup?._links['#restore']?.href ?? '')).status).toBe(202)
  expect((await send('POST', environment._links['#redeploy']?.href ?? '')).status).toBe(202)
  expect(redeployed).toEqual(['integration'])
  expect(await get(`/projects/${state.projectId}/integrations/gh1`)).toMatchObject({ type: 'github' })
})

test('dedicated nodes offer no backups of this kind', async () => {
  const pro = createPlatformState({ plan: 'pro', environment: 'production', gitHubIntegration: false })
  const certifier = await createSshCertifier({ directory: join(folder, 'pro') })
  const server = await startApiServer({
    state: pro,
    certifier,
    onPush: () => Promise.resolve(),
    onRedeploy: () => undefined
  })
  try {
    const body = new URLSearchParams({ grant_type: 'api_token', api_token: server.token })
    const { access_token: token } = (await (
      await fetch(`${server.url}/oauth2/token`, { method: 'POST', body })
    ).json()) as {
      access_token: string
    }
    const path = `${server.url}/projects/${pro.projectId}/environments/production`
    const headers = { authorization: `Bearer ${token}` }
    const { _links: links } = (await (await fetch(path, { headers })).json()) as { _links: Record<string, unknown> }
    expect(links).not.toHaveProperty('#backup')
    expect(Object.keys(links).filter((name) => name.startsWith('pf:ssh:'))).toHaveLength(3)
    expect((await fetch(`${path}/backup`, { method: 'POST', headers })).status).toBe(404)
  } finally {
    await server.stop()
  }
})

test.each([
  ['too-many-requests', 429, '{}'],
  ['server-error', 503, '{"code":503}'],
  ['html', 200, '<html>'],
  ['truncated', 200, '[{"id":"trunc'],
  ['unauthorized', 401, 'invalid_token'],
  ['forbidden', 403, 'Access denied']
] as const)('%s for as many requests as were asked for', async (fault, status, text) => {
  api.setFault(fault, 2)
  for (let request = 0; request < 2; request += 1) {
    const answer = await send('GET', here)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(text)
    expect(answer.headers.has('retry-after')).toBe(status === 429)
  }
  expect(await get(here)).toMatchObject({ id: 'integration' })
})

test('a fault may be that of some paths alone', async () => {
  api.setFault('forbidden', 1, '/variables')
  expect(await get(here)).toMatchObject({ id: 'integration' })
  expect((await send('GET', `${here}/variables`)).status).toBe(403)
})
