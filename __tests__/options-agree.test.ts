import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { outputsOf } from '../src/action/outputs.js'
import { createProgram } from '../src/cli/create-program.js'
import { secretVariable } from '../src/cli/help-texts.js'
import { camelCase, normalizeOptions } from '../src/run/normalize-options.js'
import { optionTable, type Command, type OptionDefinition } from '../src/options.js'
import { newRunState } from '../src/run/run-state.js'

interface ActionFile {
  readonly inputs: Record<string, { description: string; default: string }>
  readonly outputs: Record<string, { description: string }>
  readonly runs: { using: string; main: string; post: string; 'post-if': string }
}
const rows: [string, OptionDefinition][] = Object.entries(optionTable)
const rowsOf = (command: Command): [string, OptionDefinition][] =>
  rows.filter(([, row]) => row.commands.includes(command))
const readAction = (path: string): ActionFile => parse(readFileSync(path, 'utf8')) as ActionFile
const readme = readFileSync('README.md', 'utf8')

describe.each([
  ['action.yml', 'upgrade', 'dist/index.js'],
  ['verify/action.yml', 'verify', '../dist/verify/index.js'],
  ['diagnose/action.yml', 'diagnose', '../dist/diagnose/index.js']
] as const)('%s', (path, command, main) => {
  const action = readAction(path)

  test('has the inputs of the table, with their defaults and descriptions', () => {
    const expected = rowsOf(command).map(([name, row]) => [
      name,
      { description: row.description, required: false, default: String(row.default) }
    ])
    expect(action.inputs).toEqual(Object.fromEntries(expected))
  })

  test('declares the outputs that are set, and runs the bundle on node24', () => {
    const set = outputsOf(
      { schemaVersion: 1, ...newRunState({}), steps: [], seconds: 0, error: null },
      { reportPath: 'report.json', artifact: false }
    )
    expect(Object.keys(action.outputs)).toEqual(Object.keys(set))
    const post = main.replace(/dist\/.*/, 'dist/cleanup/index.js')
    expect(action.runs).toEqual({ using: 'node24', main, post, 'post-if': 'always()' })
  })
})

describe.each(['plan', 'upgrade', 'backup', 'verify', 'diagnose'] as const)('the command %s', (name) => {
  const command = createProgram().commands.find((each) => each.name() === name)

  test('has a flag for each option that is no secret, and none for a secret', () => {
    const flags = command?.options.map((option) => option.long) ?? []
    for (const [option, row] of rowsOf(name))
      expect([option, flags.includes(`--${option}`)]).toEqual([option, !row.secret])
  })

  test('names the variable of each secret in its help', () => {
    const written: string[] = []
    command?.configureOutput({ writeOut: (text) => written.push(text) })
    command?.outputHelp()
    const help = written.join('')
    for (const [option, row] of rowsOf(name))
      expect(help).toContain(row.secret ? secretVariable(option) : `--${row.default === true ? 'no-' : ''}${option}`)
  })
})

test('the README lists every option and every output', () => {
  for (const [name, row] of rows) expect(readme).toMatch(new RegExp(`\\| \`${name}\` +\\|.*${row.commands.join(', ')}`))
  for (const name of Object.keys(readAction('action.yml').outputs)) expect(readme).toContain(`\`${name}\``)
})

test('the library has every option under its camel-case name, with the default of the table', () => {
  const options = normalizeOptions({ project: 'p' }, 'upgrade') as unknown as Record<string, unknown>
  expect(Object.keys(options).sort()).toEqual(rows.map(([name]) => camelCase(name)).sort())
  for (const [name, row] of rows)
    if (!row.secret && name !== 'project') expect(options[camelCase(name)]).toBe(row.default)
})

test('all wrong options are told at once', () => {
  const wrong = { install: 'quick', deployTimeout: -1, nonsense: true } as never
  expect(() => normalizeOptions(wrong, 'upgrade')).toThrow(/install.*deploy-timeout.*nonsense.*project/s)
})
