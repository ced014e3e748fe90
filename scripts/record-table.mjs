// Tables of the documentation that are written by tests, from what they observed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'

const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js']

/**
 * Runs tests (one list of jest arguments for each run) with `variable` naming an empty place for what they record.
 * Returns the text that they left there; ends the program if a test fails.
 */
export function recordTests({ variable, runs }) {
  const file = resolve('.tmp', `${variable.toLowerCase()}.txt`)
  mkdirSync('.tmp', { recursive: true })
  rmSync(file, { force: true })
  for (const run of runs) {
    const env = { ...process.env, [variable]: file }
    const { status } = spawnSync(process.execPath, [...jest, '--runInBand', ...run], { stdio: 'inherit', env })
    if (status !== 0) process.exit(status ?? 1)
  }
  return readFileSync(file, 'utf8')
}

/** The lines of a Markdown table. */
export function markdownTable(heads, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)]
}

/** Writes lines into a page, between the comments `marker:start` and `marker:end`. */
export async function writeBetween(page, marker, lines) {
  const [start, end] = [`<!-- ${marker}:start -->`, `<!-- ${marker}:end -->`]
  const text = readFileSync(page, 'utf8')
  const [before, rest] = text.split(start)
  const after = rest.split(end)[1]
  const next = `${before}${start}\n\n${lines.join('\n')}\n\n${end}${after}`
  writeFileSync(page, await format(next, { ...(await resolveConfig(page)), filepath: page }))
}
