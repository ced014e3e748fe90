import { createHash } from 'node:crypto'

/** The fingerprint of a line in known_hosts, as ssh-keygen -l prints it: `SHA256:…`; null for a line without a key. */
export function fingerprintOf(line: string): string | null {
  const key = /\s(?:ssh|ecdsa|sk)-\S+\s+([A-Za-z0-9+/]+=*)/.exec(line)?.[1]
  if (key === undefined) return null
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64')
  return `SHA256:${hash.replace(/=+$/, '')}`
}
