import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRedact } from '../../src/secrets/redact.js'
import { secretForms } from '../../src/secrets/secret-forms.js'
import { Secret } from '../../src/secrets/secret.js'

const value = `pa"ss/wö'rd+&=%20\\x`
const redact = createRedact([new Secret(value)])

test.each([
  ['as it is', value],
  ['base64', Buffer.from(value).toString('base64')],
  ['base64url', Buffer.from(value).toString('base64url')],
  ['hex', Buffer.from(value).toString('hex')],
  ['JSON', JSON.stringify({ key: value })],
  ['a URL', `https://x/?q=${encodeURIComponent(value)}`],
  ['a form', new URLSearchParams({ q: value }).toString()],
  ['a shell line', `'${value.replaceAll("'", "'\\''")}'`]
])('hides a secret in the form of %s', (_, text) => {
  const shown = redact(`before ${text} after`)
  expect(shown).toContain('***')
  for (const form of secretForms(new Secret(value))) expect(shown).not.toContain(form)
})

test('hides the password of Basic credentials, whatever the user name', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (user) => {
      const basic = Buffer.from(`${user}:correct-horse-battery`).toString('base64')
      const hidden = createRedact([new Secret('correct-horse-battery')])(basic)
      return !Buffer.from(hidden, 'base64').toString('latin1').includes('horse')
    })
  )
})

test('leaves short values and other text alone', () => {
  expect(createRedact([new Secret('main')])('the main branch')).toBe('the main branch')
})

test('the longest form wins, from whichever list of secrets', () => {
  const committed: Secret[] = []
  const hide = createRedact([new Secret('correct-horse')], committed)
  expect(hide('correct-horse-battery')).toBe('***-battery')
  committed.push(new Secret('correct-horse-battery'))
  expect(hide('correct-horse-battery and correct-horse')).toBe('*** and ***')
})
