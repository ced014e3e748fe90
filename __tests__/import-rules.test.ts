import { describe, expect, test } from '@jest/globals'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

// Which room imports which is a rule of ESLint (eslint.config.js). Here is what no rule of it says.
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name))
// Tables, each of which is longer than a file of code may be.
const tables = ['src/ids.ts', 'src/options.ts']
const text = (file: string): string => readFileSync(file, 'utf8')
const inRoom = (room: string): readonly string[] => sources.filter((file) => file.startsWith(`src/${room}/`))
/** The packages and modules of Node that a file imports, lazily or not. */
const modulesOf = (file: string): readonly string[] =>
  [
    ...text(file).matchAll(
      /^(?:import|export)\s[^'"]*?'([^.'][^']*)'|\bimport\((?:\/\*[^*]*\*\/\s*)?'([^.'][^']*)'\)/gms
    )
  ].map(([, first, second]) => first ?? second ?? '')
const users = (module: string): readonly string[] => sources.filter((file) => modulesOf(file).includes(module))
const pure = ['node:util', 'node:crypto', 'node:buffer']

describe('what only one place may do', () => {
  test('processes start in one place', () => {
    expect(users('@actions/exec')).toEqual(['src/tools/process/run-command.ts'])
    expect([...users('node:child_process'), ...users('child_process')]).toEqual([])
  })

  test('the GitHub API and the runner have one place each', () => {
    expect(users('@actions/github')).toEqual(['src/tools/github.ts'])
    expect(users('@actions/core').filter((file) => !file.startsWith('src/action/'))).toEqual([])
  })

  test.each(['project', 'report', 'secrets'])('src/%s does no input or output', (room) => {
    const wrong = inRoom(room).filter(
      (file) =>
        modulesOf(file).some((name) => name.startsWith('node:') && !pure.includes(name)) ||
        /\basync\b|\bawait\b/.test(text(file))
    )
    expect(wrong.filter((file) => file !== 'src/report/write-report.ts')).toEqual([])
  })

  test('steps touch neither the environment nor the machine, but through tools', () => {
    const wrong = inRoom('steps').filter(
      (file) =>
        modulesOf(file).some((name) => name.startsWith('node:') && !pure.includes(name)) ||
        text(file).includes('process.')
    )
    expect(wrong).toEqual([])
  })

  test('no command pushes by force', () => {
    expect(sources.filter((file) => /'push'[^)]*'--force/.test(text(file)))).toEqual([])
  })
})

describe('files stay small', () => {
  const lengths = sources.map((file) => text(file).split('\n').length).sort((a, b) => a - b)

  test('half of them under 60 lines, none over 200', () => {
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(60)
    // The options are one table, which is longer than a file of code may be.
    expect(sources.filter((file) => text(file).split('\n').length > 200 && !tables.includes(file))).toEqual([])
  })
})
