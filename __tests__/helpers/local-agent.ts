import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'

/** A real ssh-agent, in `folder`, that offers `keys` new keys. */
export function startAgent(folder: string, keys: number): { readonly socket: string; stop(): void } {
  const own = mkdtempSync(join(folder, 'agent-'))
  const socket = join(own, 'socket')
  const said = execFileSync('ssh-agent', ['-s', '-a', socket], { encoding: 'utf8' })
  for (let key = 0; key < keys; key += 1) {
    const file = join(own, String(key))
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file])
    execFileSync('ssh-add', ['-q', file], { env: { ...process.env, SSH_AUTH_SOCK: socket } })
  }
  return { socket, stop: () => process.kill(Number(/SSH_AGENT_PID=(\d+)/.exec(said)?.[1])) }
}
