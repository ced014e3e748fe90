import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { redactEvidence } from '../../src/secrets/redact-evidence.js'
import { hidden, shown } from '../helpers/redaction-corpus.js'

test.each(hidden)('hides %s', (secret, text) => {
  const result = redactEvidence(text)
  expect(result).not.toContain(secret)
  expect(redactEvidence(result)).toBe(result)
})

test.each(shown)('leaves alone: %s', (text) => {
  expect(redactEvidence(text)).toBe(text)
})

test.each(hidden.map(([secret, text, kept]) => [secret, kept ?? '', text] as const).filter(([, kept]) => kept !== ''))(
  'beside %s still shows %s',
  (_, kept, text) => {
    expect(redactEvidence(text)).toContain(kept)
  }
)

const escapeSql = (text: string): string => text.replaceAll(/['\\]/g, String.raw`\$&`)
const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

// How what must not be seen is written down, for the kinds of it.
const notations: Record<string, (secret: string) => string> = {
  php: (secret) => `'password' => '${secret.replaceAll(/['\\]/g, String.raw`\$&`)}',`,
  json: (secret) => JSON.stringify({ db_password: secret, host: 'db' }),
  'json in json': (secret) => JSON.stringify({ message: JSON.stringify({ api_key: secret }) }),
  print_r: (secret) => `    [password] => ${secret}\n`,
  var_dump: (secret) => `["password"]=>\n  string(${secret.length}) "${secret}"\n`,
  serialize: (secret) => `s:8:"password";s:${secret.length}:"${secret}";`,
  define: (secret) => `define('DB_PASSWORD', '${secret.replaceAll(/['\\]/g, String.raw`\$&`)}');`,
  'mysql -p': (secret) => `mysql -uapp -p${shell(secret)} main`,
  'curl -u': (secret) => `curl -u ${shell(`user:${secret}`)} https://x.example/`,
  flag: (secret) => `--db-password=${shell(secret)}`,
  assignment: (secret) => `MYSQL_PWD=${shell(secret)} mysql`,
  header: (secret) => `Cookie: id=${secret}\n`,
  url: (secret) => `mysql://app:${encodeURIComponent(secret)}x@db/main`,
  'duplicate entry': (secret) => `Duplicate entry '${secret}' for key 'customer.NAME'`,
  row: (secret) => `INSERT INTO a (b, c) VALUES ('${escapeSql(secret)}', 1)`,
  where: (secret) => `SELECT * FROM a WHERE (b = '${escapeSql(secret)}')`,
  value: (secret) => `Incorrect integer value: '${secret}' for column 'b' at row 1`
}
const size = { numRuns: Number(process.env['MASS'] ?? 100) }
const printable = fc.string({ minLength: 6, maxLength: 30, unit: 'grapheme-ascii' }).map((text) => `Q${text}7`)
const around = fc.string({ maxLength: 30, unit: fc.constantFrom(...Array.from(`abc XYZ 019 .,:;-_=()[]{}'"@\n`)) })

test.each(Object.entries(notations))('hides any secret in the notation %s, and is done in one go', (_, notation) => {
  fc.assert(
    fc.property(printable, around, around, (secret, before, after) => {
      const result = redactEvidence(`${before} ${notation(secret)} ${after}`)
      expect(result).not.toContain(secret)
      expect(result).not.toContain(escapeSql(secret))
      expect(redactEvidence(result)).toBe(result)
    }),
    size
  )
})

test('is done in one go where an address stands before a quote', () => {
  const once = redactEvidence("INSERT INTO a (b, c) VALUES ('Q      7', 1) ::0'a")
  expect([once, redactEvidence(once)]).toEqual([once, once])
  expect(once).toContain("<ip>'<text>")
})

const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789')
const bytes = (least: number, most: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ minLength: least, maxLength: most }).map((array) => Buffer.from(array))
const random: Record<string, fc.Arbitrary<string>> = {
  'an e-mail address': fc.emailAddress(),
  'an e-mail address in a URL': fc.emailAddress().map(encodeURIComponent),
  'a card number': fc.stringMatching(/^4\d{14}$/).map(withCheckDigit),
  'a card number in groups': fc
    .stringMatching(/^4\d{14}$/)
    .map((digits) => withCheckDigit(digits).replaceAll(/\d{4}(?=\d)/g, '$& ')),
  'an IPv4 address': fc.ipV4(),
  'a telephone number': fc.stringMatching(/^\+[1-9]\d[ -]\d{3}[ -]\d{6,8}$/),
  'a hexadecimal key': bytes(16, 40)
    .filter(({ length }) => length !== 20)
    .map((key) => key.toString('hex'))
}

test.each(Object.entries(random))('hides any %s, and is done in one go', (_, kind) => {
  const context = fc.constantFrom('from ', 'for ', 'value=', "'", '(', '"')
  fc.assert(
    fc.property(kind, around, context, around, (secret, before, opening, after) => {
      const result = redactEvidence(`${before} ${opening}${secret} ${after}`)
      expect(result).not.toContain(secret)
      expect(redactEvidence(result)).toBe(result)
    }),
    size
  )
})

test('hides keys that look random, of any 300 but for one that happens to look like words', () => {
  const keys = fc.sample(fc.string({ minLength: 32, maxLength: 44, unit: fc.constantFrom(...letters) }), {
    numRuns: 300,
    seed: 7
  })
  const seen = [...keys, ...keys.map((key) => Buffer.from(key).toString('base64'))].filter((key) =>
    redactEvidence(`the key ${key} is not valid`).includes(key)
  )
  expect(seen.length).toBeLessThanOrEqual(1)
})

function withCheckDigit(digits: string): string {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
