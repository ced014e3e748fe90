import { expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { Secret } from '../../../src/secrets/secret.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { findOnPath } from '../../../src/tools/process/session-launcher.js'

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

// F50, F78
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
})

// F78
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

test('a secret variable reaches the named program alone, not the shell, the pipe and gzip around it', async () => {
  const secretEnv = { ...env, TOKEN: new Secret('s3cr3t value') }
  const printed = await run(['sh', '-c', 'printf %s "$TOKEN"'], { env: secretEnv })
  expect(printed.stdout).toBe('s3cr3t value')
  expect((await run(['sh', '-c', 'cat; printf %s "$TOKEN"'], { env: secretEnv, input: 'in ' })).stdout).toBe(
    'in s3cr3t value'
  )
  // Any process in the command's group prints the canary of its own environment.
  const look = `for p in /proc/[0-9]*; do
    [ "$(cut -d' ' -f5 "$p/stat" 2>/dev/null)" = "$(cut -d' ' -f5 /proc/$$/stat)" ] || continue
    grep -qaz '^TOKEN=s3cr3t' "$p/environ" 2>/dev/null && tr '\\0' ' ' <"$p/cmdline" | cut -c1-20 && echo; done`
  const holders = async (more: object): Promise<string> =>
    (await run(['sh', '-c', `${look} >&2`], { env: secretEnv, ...more })).stderr
  const holdersOf = [
    await holders({}),
    await holders({ input: 'x' }),
    await holders({ input: 'x', stdoutTo: { file: join(folder, 'token.gz'), through: ['gzip', '-3'] } }),
    await holders({ stdoutTo: { file: join(folder, 'token.txt') } })
  ]
  for (const text of holdersOf) {
    const programs = text.split('\n').filter((line) => line.trim() !== '')
    expect(programs.length).toBeGreaterThan(0)
    // The program itself and what it has started; the shell around it begins with /bin/sh.
    expect(programs.filter((line) => /^\/bin\/sh|^gzip|^cat/.test(line))).toEqual([])
  }
})

test('a secret of several lines is refused, and its value not said', async () => {
  const running = run(['true'], { env: { ...env, TOKEN: new Secret('one\ntwo') } })
  await expect(running).rejects.toMatchObject({ code: 'bad-secret', message: expect.not.stringContaining('two') })
})

test('the deadline holds where a cleaner has removed the temporary folders', async () => {
  const temporary = mkdtempSync(join(tmpdir(), 'cleaned-'))
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = temporary
  try {
    const running = run(['sh', '-c', 'echo ready; exec sleep 60'], {
      env,
      timeoutSeconds: 1,
      onStdoutLine: () => {
        rmSync(temporary, { recursive: true })
        mkdirSync(temporary)
      }
    })
    expect(await running).toMatchObject({ exitCode: 143, timedOut: true })
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
})

/** A folder for PATH with some of this machine's programs. */
function programs(...names: readonly string[]): string {
  const path = mkdtempSync(join(tmpdir(), 'programs-'))
  for (const name of names) symlinkSync(findOnPath(name, process.env['PATH'] ?? '') ?? '', join(path, name))
  return path
}

async function withPath<T>(path: string, task: () => Promise<T>): Promise<T> {
  const before = process.env['PATH'] ?? ''
  process.env['PATH'] = path
  try {
    return await task()
  } finally {
    process.env['PATH'] = before
  }
}

test('F85: without setsid, as on macOS, perl starts the group, and its end reaches grandchildren', async () => {
  const path = programs('perl', 'sh', 'sleep', 'cat', 'gzip')
  await withPath(path, async () => {
    const pidFile = join(folder, 'by-perl')
    const script = `sleep 60 & echo $! >"${pidFile}"; echo out; wait`
    const stopped = await run(['sh', '-c', script], { env: { PATH: path }, timeoutSeconds: 0.5 })
    expect(stopped).toMatchObject({ timedOut: true, stdout: 'out\n', stderr: '' })
    expect(isAlive(Number(readFileSync(pidFile, 'utf8')))).toBe(false)
    expect((await run(['no-such-program'], { env: { PATH: path } })).exitCode).toBe(127)
    const file = join(folder, 'by-perl.gz')
    const piped = await run(['sh', '-c', 'exit 3'], { env: { PATH: path }, stdoutTo: { file, through: ['gzip'] } })
    expect(piped).toMatchObject({ exitCode: 3, throughExitCode: 0 })
  })
})

test('F16: with neither setsid nor perl a run ends with exit code 12 and one sentence', async () => {
  await withPath(programs('sh'), async () => {
    await expect(run(['true'], { env })).rejects.toMatchObject({
      code: 'preflight-failed',
      exitCode: 12,
      message: expect.stringContaining('neither setsid nor perl')
    })
  })
})

test('hides known secrets in stderr, and leaves stdout, which may be data', async () => {
  const lines: string[] = []
  const hiding = createRunCommand(undefined, (text) => text.replaceAll('abc def', '***'))
  const script = 'echo "password=abc def" >&2; echo "password=abc def"'
  const result = await hiding(['sh', '-c', script], { env, onStderrLine: (line) => lines.push(line) })
  expect(result).toMatchObject({ stdout: 'password=abc def\n', stderr: 'password=***\n' })
  expect(lines).toEqual(['password=***'])
})
