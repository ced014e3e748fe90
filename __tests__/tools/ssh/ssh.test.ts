import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { childEnvironment } from '../../../src/tools/process/child-environment.js'
import { files } from '../../../src/tools/files.js'
import { withPinnedSsh } from '../../../src/tools/ssh/pinned-ssh.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import type { CommandResult, RunCommand } from '../../../src/tools/process/command.js'
import { startAgent } from '../../helpers/local-agent.js'
import { startSshServer, type SshServer } from '../../helpers/ssh-server.js'

let server: SshServer
beforeAll(async () => {
  server = await startSshServer()
})
afterAll(() => {
  server.stop()
})
const at = (name: string): string => server.at(name)

// The server's process of this connection: the parent of the shell that runs our script's shell.
const sshd = '"$(cut -d" " -f4 "/proc/$PPID/stat")"'

describe('[F26] the exit status comes in-band', () => {
  test.each([
    ['exit 0', 0],
    ['exit 3', 3],
    ['exit 255', 255],
    ['kill -9 $$', 137],
    ['cat >/dev/null; false', 1]
  ])('%s', async (script, exitCode) => {
    expect(await server.open().script(server.target, script, { timeoutSeconds: 20 })).toMatchObject({
      exitCode,
      failure: null
    })
  })

  test("output is the script's alone, to the byte", async () => {
    const { stdout } = await server
      .open()
      .script(server.target, 'printf "a\\n\\n"; echo noise >&2', { timeoutSeconds: 20 })
    expect(stdout).toBe('a\n\n')
  })

  test('a connection that dies has no exit status', async () => {
    const { exitCode, failure } = await server.open().script(server.target, `kill -9 ${sshd}`, { timeoutSeconds: 20 })
    expect({ exitCode, failure }).toEqual({ exitCode: null, failure: expect.stringContaining('connection was lost') })
  })
})

test('[F27] a banner, notices and false marks around the script are not taken for its output', async () => {
  const { exitCode, stdout } = await server
    .open()
    .script(server.noisyTarget, 'echo out; exit 5', { timeoutSeconds: 20 })
  expect({ exitCode, stdout }).toEqual({ exitCode: 5, stdout: 'out\n' })
  const { value, result } = await server
    .open()
    .stream(server.noisyTarget, 'printf dump', readAll, { timeoutSeconds: 20 })
  // The reader gets what the script wrote, and then the mark of its end.
  expect(value.rest.toString()).toMatch(/^dump\nmcu-\S+ end 0\n$/)
  expect(result.exitCode).toBe(0)
})

test('[F28] an agent with ten keys does not use up the tries of the server', async () => {
  const agent = startAgent(at(''), 10)
  try {
    // Past the tool's own list of variables, too: what counts is how ssh is called.
    const run: RunCommand = (argv, options) =>
      createRunCommand()(argv, { ...options, env: { ...options.env, SSH_AUTH_SOCK: agent.socket } })
    expect(await server.open({ run }).script(server.target, 'true', { timeoutSeconds: 20 })).toMatchObject({
      exitCode: 0
    })
  } finally {
    agent.stop()
  }
})

test("nothing of the user's own ~/.ssh is read or written", async () => {
  let said = ''
  const run: RunCommand = async (argv, options) => {
    const result = await createRunCommand()([argv[0], '-vvv', ...argv.slice(1)], options)
    said += result.stderr
    return result
  }
  expect((await server.open({ run }).script(server.target, 'true', { timeoutSeconds: 20 })).exitCode).toBe(0)
  expect(said).toContain(at('known-host'))
  expect(said).not.toContain(`${userInfo().homedir}/.ssh`)
  expect(said).not.toMatch(/Reading configuration data/)
})

describe('[F24] a frozen peer', () => {
  const freeze = (): string => `frozen=${sshd}; echo "$frozen" >'${at('frozen')}'; kill -STOP "$frozen"`
  const thaw = (): boolean => process.kill(Number(readFileSync(at('frozen'), 'utf8')), 'SIGKILL')

  test('ends at the deadline', async () => {
    const result = await server.open().script(server.target, freeze(), { timeoutSeconds: 2 })
    thaw()
    expect(result.failure).toMatch(/did not end within 2 seconds/)
  })

  test('is given up long before the deadline, by its silence', async () => {
    const result = await server.open({ keepAliveSeconds: 1 }).script(server.target, freeze(), { timeoutSeconds: 600 })
    thaw()
    expect(result).toMatchObject({ exitCode: null, failure: expect.stringContaining('connection was lost') })
    expect(result.stderr).toContain('not responding')
  })
})

test("the ssh of magento-cloud takes our known hosts and nothing of the user's own", async () => {
  const call = async (known: 'host' | 'other'): Promise<CommandResult> => {
    const folder = mkdtempSync(at('pinned-'))
    const parent = { PATH: process.env['PATH'] ?? '', HOME: folder }
    const knownHostsFile = server.knownAs(known)
    const env = await withPinnedSsh(files, parent, { folder, knownHostsFile, hostKey: 'pinned' })
    // As magento-cloud calls it.
    const own = [`IdentityFile ${at('user')}`, `UserKnownHostsFile ~/.ssh/known_hosts`].flatMap((line) => ['-o', line])
    return createRunCommand()(['ssh', '-vvv', ...own, server.target, 'echo in'], {
      env: childEnvironment(env, {}),
      timeoutSeconds: 20
    })
  }
  const { stdout, stderr } = await call('host')
  expect(stdout).toBe('in\n')
  expect(stderr).not.toContain(`${userInfo().homedir}/.ssh`)
  expect((await call('other')).stderr).toContain('IDENTIFICATION HAS CHANGED')
})

test('a download is equal to the byte', async () => {
  const bytes = randomBytes(3_000_000)
  writeFileSync(at("it's.bin"), bytes)
  const { rest } = await server.open().download(server.target, at("it's.bin"), readAll, { timeoutSeconds: 30 })
  expect(rest.equals(bytes)).toBe(true)
})

test('what cannot be downloaded says why, at once', async () => {
  const missing = server.open().download(server.target, at('missing'), readAll, { timeoutSeconds: 30 })
  await expect(missing).rejects.toThrow('it ended with exit code 1')
})

async function readAll(source: AsyncIterable<Buffer>): Promise<{ readonly rest: Buffer }> {
  const chunks: Buffer[] = []
  for await (const chunk of source) chunks.push(chunk)
  return { rest: Buffer.concat(chunks) }
}
