import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createProbe } from '../../../src/tools/http/http.js'

const probe = createProbe(fetch)
const asked: string[] = []
let server: Server
let base = ''

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url?.startsWith('/silent')) return
    response.writeHead(request.url?.startsWith('/closed') ? 503 : 200)
    response.end(request.url?.startsWith('/long') ? 'x'.repeat(300_000) : 'page')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

test('gives status and page, past caches', async () => {
  expect(await probe(`${base}/?a=1`, { timeoutSeconds: 5 })).toEqual({ status: 200, body: 'page', failure: null })
  expect(asked.at(-1)).toMatch(/^\/\?a=1&probe=\d+$/)
  expect((await probe(`${base}/closed`, { timeoutSeconds: 5 })).status).toBe(503)
})

test('reads no more than the beginning of a page', async () => {
  expect((await probe(`${base}/long`, { timeoutSeconds: 5 })).body).toHaveLength(64 * 1024)
})

test.each([
  ['nobody listens', 'http://127.0.0.1:9/'],
  ['no address', 'not a url']
])('no answer is a value, not an exception: %s', async (_, url) => {
  const answer = await probe(url, { timeoutSeconds: 5 })
  expect(answer.status).toBeNull()
  expect(answer.failure).not.toBe('')
})

test('a server that stays silent ends at the deadline', async () => {
  const answer = await probe(`${base}/silent`, { timeoutSeconds: 0.2 })
  expect(answer).toMatchObject({ status: null, failure: expect.stringContaining('timeout') })
})
