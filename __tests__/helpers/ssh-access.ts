import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'

/** A platform that can only be reached over SSH. */
export interface SshAccess {
  /** Logins of all nodes. */
  readonly hosts: readonly string[]
  readonly privateKey: string
  /** An empty folder. */
  readonly folder: string
  /** The environment of the sandbox without any way to its API. */
  readonly env: Readonly<Record<string, string>>
  /** Runs a command on the first node. */
  run(command: string): Promise<string>
  remove(): void
}

/** Makes a key that every node of the sandbox accepts. */
export async function sshAccess(sandbox: Sandbox): Promise<SshAccess> {
  const folder = mkdtempSync(join(tmpdir(), 'ssh-access-'))
  const env = Object.fromEntries(Object.entries(sandbox.env).filter(([name]) => !name.startsWith('MAGENTO_CLOUD')))
  const key = join(folder, 'id_ed25519')
  await runProgram(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', key], { cwd: folder, env })
  for (const path of readdirSync(sandbox.directory, { recursive: true, encoding: 'utf8' }))
    if (path.endsWith('/authorized_keys')) appendFileSync(join(sandbox.directory, path), readFileSync(`${key}.pub`))
  const cloud = { ...sandbox.env, MAGENTO_CLOUD_CLI_TOKEN: sandbox.credentials.cloudToken }
  const where = ['-p', sandbox.projectId, '-e', sandbox.environment] as const
  const listed = await runProgram(['magento-cloud', 'ssh', ...where, '--pipe', '--all'], { cwd: folder, env: cloud })
  const hosts = listed.stdout.trim().split('\n')
  const login = ['ssh', '-F', 'none', '-o', 'StrictHostKeyChecking=no', '-i', key, hosts[0] ?? ''] as const
  return {
    hosts,
    privateKey: readFileSync(key, 'utf8'),
    folder,
    env,
    run: async (command) => (await runProgram([...login, command], { cwd: folder, env: sandbox.env })).stdout,
    remove: () => {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
