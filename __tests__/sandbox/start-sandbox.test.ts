import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../../sandbox/services/run-program.js'
import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { isRunning } from '../../sandbox/services/process-tree.js'
import { startSandbox } from '../../sandbox/start-sandbox.js'

/** Runs a program as a developer who has the token. */
async function run(sandbox: Sandbox, program: string, ...args: string[]): Promise<string> {
  const env = { ...sandbox.env, MAGENTO_CLOUD_CLI_TOKEN: sandbox.credentials.cloudToken }
  return (await runProgram([program, ...args], { cwd: sandbox.checkout, env })).stdout
}

const place = (sandbox: Sandbox): string[] => ['-p', sandbox.projectId, '-e', sandbox.environment]
const cloud = (sandbox: Sandbox, command: string, ...args: string[]): Promise<string> =>
  run(sandbox, 'magento-cloud', command, ...place(sandbox), ...args)

async function commitAndPush(sandbox: Sandbox, remote: string): Promise<string> {
  await run(sandbox, 'git', 'commit', '--quiet', '--allow-empty', '-m', 'A change')
  await run(sandbox, 'git', 'push', '--quiet', remote, `HEAD:${sandbox.environment}`)
  return (await run(sandbox, 'git', 'rev-parse', 'HEAD')).trim()
}

interface Activity {
  readonly id: string
  readonly type: string
  readonly state: string
  readonly result: string | null
  readonly parameters: { readonly new_commit?: string; readonly old_commit?: string }
  readonly payload: { readonly environment?: { readonly head_commit: string } }
}

const activities = async (sandbox: Sandbox, query: string): Promise<Activity[]> =>
  JSON.parse(
    await run(sandbox, 'magento-cloud', 'project:curl', '-p', sandbox.projectId, '--fail', `/activities?${query}`)
  ) as Activity[]

/** The push activity of a commit once it has ended. */
async function ended(sandbox: Sandbox, commit: string): Promise<Activity> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
    const found = (await activities(sandbox, 'type=environment.push')).find(
      (each) => each.parameters.new_commit === commit
    )
    if (found?.state === 'complete') return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`The deployment of ${commit} has not ended`)
}

/** Ids of the programs that a sandbox has written down. */
function recordedPids({ directory }: Pick<Sandbox, 'directory'>): number[] {
  const folder = join(directory, 'pids')
  return readdirSync(folder).map((name) => Number(readFileSync(join(folder, name), 'utf8')))
}

describe('a started platform', () => {
  let github: Sandbox
  let direct: Sandbox
  beforeAll(async () => {
    ;[github, direct] = await Promise.all([
      startSandbox({ packages: 20 }),
      startSandbox({ packages: 20, topology: 'direct', plan: 'pro', environment: 'production' })
    ])
  })
  afterAll(() => Promise.all([github.stop(), direct.stop()]))

  test('runs the version that it was started with, in a clean checkout', async () => {
    expect(await run(github, 'git', 'status', '--porcelain')).toBe('')
    expect(await cloud(github, 'environment:ssh', '--', 'php bin/magento --version')).toMatch(
      /^Magento CLI 2\.4\.7-p3$/m
    )
    expect((await fetch(github.storefrontUrl)).status).toBe(200)
  })

  test('two at once share nothing', () => {
    expect(new Set([github.projectId, direct.projectId]).size).toBe(2)
    expect(new Set([...recordedPids(github), ...recordedPids(direct)]).size).toBe(
      recordedPids(github).length + recordedPids(direct).length
    )
    expect(github.storefrontUrl).not.toBe(direct.storefrontUrl)
  })

  test('its environment holds no secret', () => {
    const told = JSON.stringify(github.env)
    for (const secret of Object.values(github.credentials)) expect(told).not.toContain(secret)
  })

  test('GitHub: a push is fetched, then deployed as an activity of just that commit', async () => {
    const before = (await run(github, 'git', 'rev-parse', 'HEAD')).trim()
    const commit = await commitAndPush(github, 'origin')
    const activity = await ended(github, commit)
    expect(activity).toMatchObject({ result: 'success', parameters: { old_commit: before, new_commit: commit } })
    // The trap: what the payload says of the environment is older than the push.
    expect(activity.payload.environment?.head_commit).toBe(before)
    expect((await activities(github, 'type=integration.github.fetch'))[0]).toMatchObject({ result: 'success' })
    expect((await cloud(github, 'environment:info', '--refresh', 'head_commit')).trim()).toBe(commit)
    expect(await cloud(github, 'environment:logs', 'deploy')).toContain('scenario/deploy.xml')
  })

  test('a snapshot is made and listed; dedicated nodes refuse', async () => {
    const made = await cloud(github, 'snapshot:create', '--live', '--wait', '-y')
    const [, name = ''] = /^Snapshot name: (\S+)$/m.exec(made) ?? []
    expect(name).not.toBe('')
    expect(await cloud(github, 'snapshot:list', '--format', 'csv')).toContain(name)
    await expect(cloud(direct, 'snapshot:create', '--live', '--wait', '-y')).rejects.toThrow(/not available/)
  })

  test('direct: the Cloud remote takes a push over ssh, and every node runs it', async () => {
    const { sshCommand } = await certificate(direct)
    const env = { ...direct.env, GIT_SSH_COMMAND: sshCommand }
    await runProgram(['git', 'commit', '--quiet', '--allow-empty', '-m', 'A change'], { cwd: direct.checkout, env })
    await runProgram(['git', 'push', '--quiet', 'magento', 'HEAD:production'], { cwd: direct.checkout, env })
    const commit = (await run(direct, 'git', 'rev-parse', 'HEAD')).trim()
    expect(await ended(direct, commit)).toMatchObject({ result: 'success' })
    const logins = (await cloud(direct, 'environment:ssh', '--pipe', '--all')).trim().split('\n')
    expect(logins).toHaveLength(3)
    for (const [index, login] of logins.entries())
      expect(login).toMatch(new RegExp(`^${index + 1}\\.ent-${direct.projectId}-`))
  })

  /** What a developer types who uses git with the platform's certificate. */
  async function certificate(sandbox: Sandbox): Promise<{ sshCommand: string }> {
    await run(sandbox, 'magento-cloud', 'ssh-cert:load')
    const key = join(sandbox.env['HOME'] ?? '', '.magento-cloud/.session/sess-cli-default/ssh/id_ed25519')
    const known = join(sandbox.directory, 'pinned')
    await writeFile(known, sandbox.knownHosts)
    return {
      sshCommand: `ssh -i ${key} -o CertificateFile=${key}-cert.pub -o UserKnownHostsFile=${known} -o StrictHostKeyChecking=yes`
    }
  }
})

test('a stop ends every process and removes the folder', async () => {
  const sandbox = await startSandbox({ packages: 20 })
  const pids = recordedPids(sandbox)
  expect(pids.length).toBeGreaterThan(2)
  expect(pids.every(isRunning)).toBe(true)
  await sandbox.stop()
  expect(pids.filter(isRunning)).toEqual([])
  expect(existsSync(sandbox.directory)).toBe(false)
  await sandbox.stop()
})

test('a start that fails leaves nothing running, and keeps a folder that was given', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'sandbox-fails-'))
  try {
    // A file in place of the database's folder: the other services are up by then.
    await mkdir(join(directory, 'log'))
    await writeFile(join(directory, 'database'), 'in the way')
    await expect(startSandbox({ packages: 20, directory })).rejects.toThrow()
    expect(recordedPids({ directory }).filter(isRunning)).toEqual([])
    expect(await readFile(join(directory, 'database'), 'utf8')).toBe('in the way')
  } finally {
    await rm(directory, { recursive: true })
  }
})
