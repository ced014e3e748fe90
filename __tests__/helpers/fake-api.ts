import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SshCertifier } from '../../sandbox/services/ssh-certifier.js'

/** What was asked, for the tests to look at. */
interface Asked {
  readonly method: string
  readonly path: string
  readonly body: string
}

/** The few answers of the Cloud API that the command line needs; `answers` are by `METHOD path`, without the query. */
export interface FakeApi {
  readonly url: string
  readonly asked: Asked[]
  readonly answers: Map<string, { readonly status: number; readonly body: unknown }>
  stop(): void
}

/** Serves them on loopback; the one valid API token is `good`. */
export async function startFakeApi(certifier: SshCertifier): Promise<FakeApi> {
  const answers: FakeApi['answers'] = new Map()
  const asked: Asked[] = []
  const answer = async ({ method, path, body }: Asked, bearer: string | undefined): Promise<[number, unknown]> => {
    if (path === '/oauth2/token') {
      const form = new URLSearchParams(body)
      const valid = form.get('grant_type') === 'api_token' && form.get('api_token') === 'good'
      return valid ? [200, { access_token: 'access' }] : [400, { error_description: 'Invalid API token' }]
    }
    if (bearer !== 'Bearer access') return [401, {}]
    if (path === '/ssh') {
      const { key } = JSON.parse(body) as { key: string }
      return [200, { certificate: await certifier.signKey(key, { keyId: 'user-1', seconds: 3600 }) }]
    }
    const found = answers.get(`${method} ${path}`)
    return found ? [found.status, found.body] : [404, { code: 404 }]
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      const one = { method: request.method ?? 'GET', path, body: Buffer.concat(chunks).toString() }
      asked.push(one)
      void answer(one, request.headers.authorization).then(([status, body]) => {
        response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
      })
    })
  })
  return { url: await listen(server), asked, answers, stop: () => void server.close() }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
}
