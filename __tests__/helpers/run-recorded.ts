import { jest } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import type { ActionCommand } from '../../src/action/annotate.js'
import { run } from '../../src/action/run.js'
import { runProgram } from '../../src/cli/run-program.js'

/** Everything that a run has left behind, by the name of the place. */
export type Sinks = Readonly<Record<string, string>>

/** How a run ended, and what it left. */
export interface Recorded {
  readonly exitCode: number
  readonly sinks: Sinks
}

/** Runs an action in this process as the runner would; `environment` is all that it gets. */
export async function actionRecorded(
  command: ActionCommand,
  inputs: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
  event: unknown = {}
): Promise<Recorded> {
  return recorded(environment, inputs, event, () => run(command))
}

/** Runs the command line in this process; secrets are in `environment`. */
export async function cliRecorded(
  argv: readonly string[],
  environment: Readonly<Record<string, string>>
): Promise<Recorded> {
  return recorded(environment, {}, {}, () => runProgram(argv))
}

async function recorded(
  environment: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
  event: unknown,
  task: () => Promise<void>
): Promise<Recorded> {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-'))
  const temporary = join(folder, 'temp')
  mkdirSync(temporary)
  const file = (name: string, text = ''): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const before = process.env
  process.env = {
    ...environment,
    RUNNER_TEMP: temporary,
    GITHUB_OUTPUT: file('outputs'),
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('environment'),
    GITHUB_PATH: file('path'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event)),
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  }
  const said = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((chunk) => {
      said[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('latin1')
      return true
    })
  )
  try {
    await task()
    const exitCode = Number(process.exitCode ?? 0)
    return { exitCode, sinks: { ...said, ...filesBelow(folder) } }
  } finally {
    for (const spy of spies) spy.mockRestore()
    process.env = before
    process.exitCode = undefined
    rmSync(folder, { recursive: true })
  }
}

/** The texts of all files below a folder, but for what is a dump: that is the customers' data, and meant to be. */
export function filesBelow(folder: string): Sinks {
  if (!existsSync(folder)) return {}
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))
  const texts = paths.filter((path) => !/\.(gz|age)$/.test(path) && statSync(path).isFile())
  return Object.fromEntries(
    texts.map((path) => [relative(folder, path), `${path}\n${readFileSync(path, 'latin1')}`] as const)
  )
}
