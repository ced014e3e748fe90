import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SshCertifier } from '../services/ssh-certifier.js'
import type { ApiRequest } from './api-answer.js'
import { answerApi } from './api-routes.js'
import type { Activity, PlatformState } from './platform-state.js'

/** Ways in which the API itself is out of order, for a number of requests. */
export type ApiFault = 'too-many-requests' | 'server-error' | 'html' | 'truncated' | 'unauthorized' | 'forbidden'

/** The running Cloud API. */
export interface ApiServer {
  readonly url: string
  readonly token: string
  /** Secret of the git hooks, which report pushes to the same server. */
  readonly hookToken: string
  /** For the next so many requests, or those among them whose path holds `path`; `retryAfter` goes with too many. */
  setFault(fault: ApiFault, requests: number, path?: string, retryAfter?: string): void
  stop(): Promise<void>
}

/** What a reported push leads to. */
export type OnPush = (push: {
  readonly remote: 'origin' | 'cloud'
  readonly branch: string
  readonly from: string
  readonly to: string
}) => Promise<void>

/** Serves the Cloud API, the token endpoint and the SSH certifier on one loopback port. */
export async function startApiServer(options: {
  readonly state: PlatformState
  readonly certifier: SshCertifier
  readonly onPush: OnPush
  readonly onRedeploy: (environment: string) => void
  readonly onVariable?: (environment: string, activity: Activity) => void
  readonly onDeploy?: (environment: string, strategy: string) => void
}): Promise<ApiServer> {
  const token = randomBytes(20).toString('hex')
  const hookToken = randomBytes(20).toString('hex')
  const access = new Set<string>()
  let fault: { kind: ApiFault; left: number; path: string; retryAfter: string } | null = null
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const body = await readBody(request)
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (url.pathname === '/oauth2/token') {
      const given = new URLSearchParams(body).get('api_token') ?? ''
      if (!equal(given, token)) {
        send(response, 400, { error: 'invalid_grant', error_description: 'Invalid API token' })
        return
      }
      const fresh = randomBytes(16).toString('hex')
      access.add(fresh)
      send(response, 200, { access_token: fresh, expires_in: 900, token_type: 'bearer' })
      return
    }
    if (url.pathname === '/sandbox/push') {
      if (!equal(bearer, hookToken)) {
        send(response, 403, { error: 'hook token refused' })
        return
      }
      await options.onPush(JSON.parse(body) as Parameters<OnPush>[0])
      send(response, 202, {})
      return
    }
    if (!access.has(bearer)) {
      send(response, 401, { error: 'invalid_token', message: 'The access token is not valid.' })
      return
    }
    if (fault !== null && fault.left > 0 && url.pathname.includes(fault.path)) {
      fault.left -= 1
      breakAnswer(response, fault.kind, fault.retryAfter)
      return
    }
    const asked: ApiRequest = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body }
    const answer = await answerApi(options, asked)
    if (typeof answer.body === 'string')
      response.writeHead(answer.status, { 'content-type': 'application/x-ndjson' }).end(answer.body)
    else send(response, answer.status, answer.body)
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      send(response, 500, { error: String(error) })
    })
  })
  const url = await listen(server)
  return {
    url,
    token,
    hookToken,
    setFault: (kind, requests, path = '', retryAfter = '1') => {
      fault = { kind, left: requests, path, retryAfter }
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      })
  }
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    })
  })
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function breakAnswer(response: ServerResponse, kind: ApiFault, retryAfter: string): void {
  const answers: Record<ApiFault, () => void> = {
    'too-many-requests': () => response.writeHead(429, { 'retry-after': retryAfter }).end('{}'),
    'server-error': () => response.writeHead(503).end('{"code":503}'),
    html: () => response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Maintenance</body></html>'),
    truncated: () => response.writeHead(200, { 'content-type': 'application/json' }).end('[{"id":"trunc'),
    unauthorized: () => {
      send(response, 401, { error: 'invalid_token', message: 'The access token is not valid.' })
    },
    forbidden: () => {
      send(response, 403, { code: 403, message: 'Access denied' })
    }
  }
  answers[kind]()
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
