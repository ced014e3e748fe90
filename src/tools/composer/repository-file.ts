import { createHash } from 'node:crypto'
import type { Fetch, WebAnswer } from '../http/proxied-fetch.js'

/** A repository's answer for one of its files. */
export interface RepositoryFile {
  readonly status: number
  /** As the repository writes it, or null. */
  readonly lastModified: string | null
  /** Time of the answer in milliseconds by the repository's clock; null if it does not say. */
  readonly date: number | null
  text(): string
  /** SHA-256 of the content in hex. */
  readonly sha256: string
}

const idleSeconds = 30
const mostBytes = 128 * 1024 * 1024

/** Asks for one file, bypassing caches and without following redirects; null without a complete answer. */
export async function askForFile(
  fetch: Fetch,
  url: string,
  headers: Readonly<Record<string, string>>
): Promise<RepositoryFile | null> {
  const stalled = new AbortController()
  const timer = setTimeout(() => {
    stalled.abort()
  }, idleSeconds * 1000)
  try {
    const answer = await fetch(url, { headers, redirect: 'manual', signal: stalled.signal })
    const body = await wholeBody(answer, () => timer.refresh())
    const date = Date.parse(answer.headers.get('date') ?? '')
    return {
      status: answer.status,
      lastModified: answer.headers.get('last-modified'),
      date: Number.isNaN(date) ? null : date,
      text: () => body.toString('utf8'),
      sha256: sha256(body)
    }
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** SHA-256 in hex. */
export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}

async function wholeBody({ body }: WebAnswer, alive: () => void): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    alive()
    chunks.push(chunk as Uint8Array)
    bytes += (chunk as Uint8Array).length
    if (bytes > mostBytes) throw new Error('too large')
  }
  return Buffer.concat(chunks)
}
