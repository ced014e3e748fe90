import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../sandbox/services/run-program.js'
import { timeTable, type Measurement } from './measure.js'

const rounds = 15

/** The start of the action, up to the refusal of a wrong input, against Node itself: the median of several rounds. */
export async function benchStart(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-start-'))
  try {
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, RUNNER_TEMP: folder, INPUT_VERIFY: 'neither' }
    const action = await median('action, inputs read', [process.execPath, 'dist/index.js'], env)
    const bare = await median('node -e 0', [process.execPath, '-e', '0'], env)
    return timeTable('Start of the action', [action, bare])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function median(
  name: string,
  argv: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>
): Promise<Measurement> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now()
    await runProgram(argv, { cwd: process.cwd(), env }).catch(() => undefined)
    times.push((performance.now() - began) / 1000)
  }
  const seconds = times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
  return { name, seconds, bytes: 0 }
}
