import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { probeRepository, type RepositoryAnswer } from '../../../src/tools/composer/composer-repository.js'

const asked: (string | undefined)[] = []
let failures = 0
const server = createServer((request, response) => {
  asked.push(request.headers.authorization)
  const way = request.url?.split('/')[1]
  const status = /^\d+$/.test(way ?? '') ? Number(way) : 200
  if (way === 'moved') response.writeHead(302, { location: `/elsewhere${request.url ?? ''}` }).end()
  else if (way === 'stalled') response.writeHead(200, { 'content-length': 100 }).write('{')
  else if (way === 'cut') {
    response.writeHead(200, { 'content-length': 100 }).write('{"packages"', () => request.socket.destroy())
  } else if (way === 'page') response.end('<html>Please log in</html>')
  else if (way === 'empty') response.end()
  else if (way === 'slow') slowly(response)
  else if (status !== 200 && (failures -= 1) >= 0)
    response.writeHead(status, { 'retry-after': request.url?.split('/')[2] ?? '' }).end()
  else response.end(' {"packages": []}')
})
function slowly(response: { write(text: string): void; end(text: string): void }): void {
  let left = 5
  const timer = setInterval(() => {
    response.write('{')
    if ((left -= 1) > 0) return
    clearInterval(timer)
    response.end('}')
  }, 100)
}
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const pauses: number[] = []
beforeEach(() => {
  asked.length = pauses.length = 0
})

function probe(way: string, given: { failures?: number } = {}): Promise<RepositoryAnswer> {
  failures = given.failures ?? 99
  const clock = {
    now: () => 0,
    pause: (seconds: number) => {
      pauses.push(seconds)
      return Promise.resolve()
    }
  }
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${way}`
  return probeRepository({ fetch, clock, idleSeconds: 0.3 }, url, { authorization: 'Basic keys' })
}

test.each([
  ['page', /does not send a list of packages/],
  ['empty', /does not send a list of packages/]
])('F45: %s is no list of packages', async (way, words) => {
  expect(await probe(way)).toMatchObject({ status: 200, failure: expect.stringMatching(words) })
})

test('F45: an answer that breaks off, or stalls, is none; a slow one is', async () => {
  expect(await probe('cut')).toMatchObject({ status: null })
  expect(await probe('stalled')).toMatchObject({ status: null, failure: expect.stringContaining('sent nothing') })
  expect(await probe('slow')).toMatchObject({ status: 200, failure: null })
})

test.each([429, 503])('F45: HTTP %d is waited for, as long as the server says', async (status) => {
  expect(await probe(`${status}/7`, { failures: 2 })).toMatchObject({ status: 200 })
  expect(pauses).toEqual([7, 7])
})

test('F45: three times at most, not for hours, and not for refused keys', async () => {
  expect(await probe('503/')).toMatchObject({ status: 503 })
  expect(pauses).toEqual([2, 4])
  pauses.length = 0
  expect(await probe('429/3600')).toMatchObject({ status: 429, retryAfterSeconds: 3600 })
  await probe('401/1')
  expect(pauses).toEqual([])
})

test('the keys follow no redirect', async () => {
  expect(await probe('moved')).toMatchObject({ status: 302, failure: null })
  expect(asked).toHaveLength(1)
})
