import { describe, expect, test } from '@jest/globals'
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

describe('a secret of several lines', () => {
  const rows = ['line-one-of-the-key', 'line-two-of-the-key', 'x', 'magento']
  const head = ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ')
  const foot = ['-----END RSA PRIVATE', 'KEY-----'].join(' ')
  const key = [head, ...rows, foot, ''].join('\n')

  test.each(['\n', '\r\n'])('is hidden line by line: %j', (end) => {
    const hide = createRedact([new Secret(key.replaceAll('\n', end))])
    for (const row of rows.slice(0, 2)) expect(hide(`it says ${row} there`)).toBe('it says *** there')
    for (const row of rows.slice(2)) expect(hide(`it says ${row} there`)).toBe(`it says ${row} there`)
    expect(hide(Buffer.from(rows[1] ?? '').toString('base64'))).toBe('***')
  })

  test('leaves the head and the foot, which are those of all keys', () => {
    const hide = createRedact([new Secret(key)])
    for (const line of [head, foot]) expect(hide(`> ${line} <`)).toBe(`> ${line} <`)
    expect(hide(`a ${key.trim()} b`)).toBe('a *** b')
    const odd = createRedact([new Secret('x-----BEGIN A KEY-----\n-----BEGIN A KEY-----x\n-----BEGIN a-----')])
    for (const line of ['x-----BEGIN A KEY-----', '-----BEGIN A KEY-----x', '-----BEGIN a-----'])
      expect(odd(line)).toBe('***')
  })

  test('is hidden without the blanks around it', () => {
    const hide = createRedact([new Secret('  correct-horse \n')])
    expect(hide('(correct-horse)')).toBe('(***)')
  })
})

test('six characters are a secret, five are none', () => {
  expect(createRedact([new Secret('abc_12')])('abc_12')).toBe('***')
  expect(createRedact([new Secret('abc_1')])('abc_1')).toBe('abc_1')
  expect(createRedact([new Secret('Magento')])('Magento')).toBe('Magento')
})

test('each place in a text is hidden, and what stands between stays', () => {
  const hide = createRedact([new Secret('abcabc')])
  expect(hide('abcabcabcabc.abcab.abcabc')).toBe('******.abcab.***')
  expect([hide('abcabc'), hide('abc'), hide(''), hide('xabcabcx')]).toEqual(['***', 'abc', '', 'x***x'])
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
