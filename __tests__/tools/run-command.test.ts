import { expect, test } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { Secret } from '../../src/secret.js'
import { createRunCommand } from '../../src/tools/run-command.js'

const run = createRunCommand()
const env = { PATH: process.env['PATH'] ?? '' }
const folder = mkdtempSync(join(tmpdir(), 'run-command-'))

function isAlive(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

test('gives exit code, both streams and whole lines', async () => {
  const lines: string[] = []
  const result = await run(['sh', '-c', 'printf "ä\\nb"; echo problem >&2; exit 7'], {
    env,
    onStdoutLine: (line) => lines.push(line)
  })
  expect(result).toMatchObject({ exitCode: 7, stdout: 'ä\nb', stderr: 'problem\n', timedOut: false })
  expect(lines).toEqual(['ä', 'b'])
})

test('hands arguments over untouched and nothing of the own environment', async () => {
  process.env['CANARY'] = 'seen'
  const result = await run(['sh', '-c', 'printf "%s|" "$@"; printenv CANARY', 'x', 'a b', '$(id)', "'"], { env })
  delete process.env['CANARY']
  expect(result.stdout).toBe("a b|$(id)|'|")
})

test('closes stdin, or fills it', async () => {
  expect((await run(['cat'], { env })).stdout).toBe('')
  expect((await run(['cat'], { env, input: new Secret('hidden') })).stdout).toBe('hidden')
})

test('a missing program is an exit code, not an exception', async () => {
  expect((await run(['no-such-program'], { env })).exitCode).toBe(127)
})

test('ends grandchildren at the deadline, even those that ignore the polite request', async () => {
  const pidFile = join(folder, 'grandchild')
  const result = await run(
    ['sh', '-c', `sh -c 'trap "" TERM; echo $$ >"${pidFile}"; while :; do sleep 1; done' & wait`],
    {
      env,
      timeoutSeconds: 0.5
    }
  )
  expect(result.timedOut).toBe(true)
  expect(result.exitCode).toBeGreaterThan(128)
  expect(isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false)
}, 20_000)

test('an abort ends the command and refuses the next', async () => {
  const stop = new AbortController()
  const command = createRunCommand(stop.signal)
  const running = command(['sh', '-c', 'echo ready; exec sleep 60'], {
    env,
    onStdoutLine: () => {
      stop.abort()
    }
  })
  expect((await running).exitCode).toBe(143)
  expect((await command(['true'], { env })).exitCode).toBe(130)
})

test('tells the stages of a pipe into a file apart and keeps the file private', async () => {
  const file = join(folder, 'out.gz')
  const result = await run(['sh', '-c', 'echo data; exit 3'], { env, stdoutTo: { file, through: ['gzip', '-6'] } })
  expect(result).toMatchObject({ exitCode: 3, throughExitCode: 0, stdout: '' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const again = await run(['echo', 'other'], { env, stdoutTo: { file } })
  expect(again.throughExitCode).not.toBe(0)
  expect((await run(['gzip', '-dc', file], { env })).stdout).toBe('data\n')
})

test('a secret does not show itself', () => {
  const secret = new Secret('canary')
  expect(`${String(secret)} ${JSON.stringify({ secret })} ${inspect(secret)}`).not.toContain('canary')
})

test('a command that does not read its input is no error', async () => {
  const input = 'x'.repeat(3_000_000)
  const env = { PATH: process.env['PATH'] ?? '' }
  const results = await Promise.all(Array.from({ length: 10 }, () => run(['sh', '-c', 'exit 3'], { env, input })))
  expect(results.map(({ exitCode }) => exitCode)).toEqual(results.map(() => 3))
  const file = join(folder, 'unread')
  expect(await run(['sh', '-c', 'echo out; exit 4'], { env, input, stdoutTo: { file } })).toMatchObject({ exitCode: 4 })
  expect(readFileSync(file, 'utf8')).toBe('out\n')
})
