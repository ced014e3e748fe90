import { expect, test } from '@jest/globals'
import type { Command } from 'commander'
import { createProgram } from '../../src/cli/create-program.js'
import { secretVariable } from '../../src/cli/help-texts.js'
import { optionTable, type OptionDefinition } from '../../src/options.js'
import { exitCodes } from '../../src/errors.js'

/** Runs the program with its output kept; returns what it said and its exit code. */
async function call(...argv: string[]): Promise<{ text: string; exitCode: number | null }> {
  let text = ''
  const configure = (command: Command): void => {
    command.exitOverride().configureOutput({ writeOut: (part) => (text += part), writeErr: (part) => (text += part) })
    command.commands.forEach(configure)
  }
  const program = createProgram()
  configure(program)
  const error = await program.parseAsync(argv, { from: 'user' }).then(
    () => null,
    (reason: unknown) => reason as { exitCode: number }
  )
  return { text, exitCode: error?.exitCode ?? null }
}

test.each(['plan', 'upgrade', 'backup', 'verify', 'diagnose'] as const)(
  '%s --help names every option',
  async (name) => {
    const { text, exitCode } = await call(name, '--help')
    expect(exitCode).toBe(0)
    const rows: [string, OptionDefinition][] = Object.entries(optionTable)
    for (const [option, row] of rows.filter(([, { commands }]) => commands.includes(name)))
      expect(text).toContain(row.secret ? secretVariable(option) : `--${row.default === true ? 'no-' : ''}${option}`)
    for (const code of Object.values(exitCodes)) expect(text).toMatch(new RegExp(`\\b${code}\\b`))
  }
)

test.each([
  [['upgrade', '--targt', '2.4.8'], /unknown option '--targt'.*\n?.*--target/],
  [['upgrad'], /unknown command 'upgrad'.*\n?.*upgrade/],
  [['upgrade', '--deploy-timeout', 'soon'], /not a number/],
  [['upgrade', '--install', 'quick'], /fast, full/],
  [['backup', 'verify'], /missing required argument 'path'/],
  [['backup', 'prune', '/nowhere', '--keep', '-1'], /whole number/]
])('%j says what to type', async (argv, expected) => {
  const { text, exitCode } = await call(...argv)
  expect(text).toMatch(expected)
  expect(exitCode).toBeGreaterThan(0)
})

test.each(['verify', 'list', 'prune', 'restore'])('backup %s has a help of its own', async (name) => {
  const { text } = await call('backup', name, '--help')
  expect(text).toContain(`backup ${name}`)
})

test('options belong to the command that they stand behind', () => {
  const backup = createProgram().commands.find((command) => command.name() === 'backup')
  const restore = backup?.commands.find((command) => command.name() === 'restore')
  let given: Record<string, unknown> = {}
  restore?.action((_path: string, flags: Record<string, unknown>) => {
    given = flags
  })
  const program = backup?.parent
  program?.parse(['backup', 'restore', '/backup', '--project', 'abc', '--environment', 'staging'], { from: 'user' })
  expect(given).toMatchObject({ project: 'abc', environment: 'staging', confirm: '' })
})
