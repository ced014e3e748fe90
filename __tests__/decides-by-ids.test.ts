import { expect, test } from '@jest/globals'
import { ESLint, Linter, type Linter as Lint } from 'eslint'

// The rule of eslint.config.js that nothing is decided by the words of our own sentences or by a part of an id.
const { rules } = (await new ESLint().calculateConfigForFile('src/index.ts')) as Lint.Config
const rule = { 'no-restricted-syntax': rules?.['no-restricted-syntax'] ?? 'off' } as const
const found = (code: string): number => new Linter().verify(code, [{ rules: rule }]).length

test.each([
  "error.message.includes('was not')",
  "problem.message.startsWith('The')",
  'message.match(/proven/)',
  '/proven/.test(error.message)',
  'pattern.exec(message)',
  "problem.message === 'No backup was made.'",
  'told.has(message)',
  'known.some((one) => one.message === problem.message)',
  'description.includes(name)',
  "problem.id.startsWith('backup-')",
  "id.endsWith('-bad-secret')",
  '/^proven/.test(backup.state)',
  "state.startsWith('proven')"
])('%s is refused', (code) => {
  expect(found(code)).toBeGreaterThan(0)
})

test.each(['ids.includes(id)', "id === 'backup-off'", 'message === undefined', "title === ''", 'message.length > 3'])(
  '%s is none of it',
  (code) => {
    expect(found(code)).toBe(0)
  }
)
