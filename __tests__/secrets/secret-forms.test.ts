import { expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { inspect } from 'node:util'
import { createRedact } from '../../src/secrets/redact.js'
import { Secret } from '../../src/secrets/secret.js'

const secrets = [
  `pa"ss/wö'rd+&=%20\\x <$y>!`,
  'correct-horse_battery.staple',
  `a b;c)d&e'f"g#h~i`,
  'R4nd0mT0kenR4nd0mT0ken'
]

function run(program: string, args: readonly string[], input: string): string {
  const { stdout, status } = spawnSync(program, args, {
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8' }
  })
  expect(status).toBe(0)
  return stdout
}

const php =
  (code: string) =>
  (secret: string): string =>
    run('php', ['-r', `$s = stream_get_contents(STDIN); ${code}`], secret)
const bash =
  (code: string) =>
  (secret: string): string =>
    run('bash', ['-c', `IFS= read -rd '' s; ${code}`], secret)

// What real programs print of a secret.
const programs: Record<string, (secret: string) => string> = {
  'the name of a folder that Composer makes of an address': php(
    'echo preg_replace("{[^a-z0-9.]}i", "-", rawurlencode($s));'
  ),
  'php json_encode': php('echo json_encode(["k" => $s]);'),
  'php json_encode in json_encode': php('echo json_encode(json_encode(["k" => $s]));'),
  'php json_encode for HTML': php('echo json_encode($s, JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT);'),
  'php json_encode, slashes and letters as they are': php(
    'echo json_encode($s, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);'
  ),
  'php var_export': php('var_export(["k" => $s]);'),
  'php addslashes': php('echo addslashes($s);'),
  'php htmlspecialchars': php('echo htmlspecialchars($s);'),
  'php htmlspecialchars of HTML 5': php('echo htmlspecialchars($s, ENT_QUOTES | ENT_HTML5);'),
  'php htmlentities': php('echo htmlentities($s);'),
  'php entities, decimal': php('foreach (mb_str_split($s) as $c) echo "&#", mb_ord($c), ";";'),
  'php entities, hexadecimal': php('foreach (mb_str_split($s) as $c) printf("&#x%X;", mb_ord($c));'),
  'php urlencode': php('echo urlencode($s);'),
  'php rawurlencode': php('echo rawurlencode($s);'),
  'php rawurlencode, twice': php('echo rawurlencode(rawurlencode($s));'),
  'php http_build_query': php('echo http_build_query(["k" => $s]);'),
  'php bin2hex': php('echo strtoupper(bin2hex($s));'),
  'php chunked hex': php('echo implode(":", str_split(bin2hex($s), 2));'),
  'php escapeshellarg': php('echo escapeshellarg($s);'),
  'php serialize': php('echo serialize([$s]);'),
  'php SQL': php('echo "\'", strtr($s, ["\\\\" => "\\\\\\\\", "\'" => "\\\'", "\\"" => "\\\\\\""]), "\'";'),
  'php base64_encode of credentials': php('echo base64_encode("user:$s:after");'),
  'php base64_encode, twice': php('echo base64_encode(base64_encode("x$s"));'),
  'php quoted_printable_encode': php('echo str_replace("=\\r\\n", "", quoted_printable_encode($s));'),
  'bash printf %q': bash('printf %q "$s"'),
  'bash @Q': bash('printf %s "${s@Q}"'),
  'bash set -x': bash('{ set -x; : "$s"; } 2>&1'),
  'bash declare -p': bash('declare -p s'),
  'base64 -w0': (secret) => run('base64', ['-w0'], secret),
  od: (secret) => run('od', ['-An', '-v', '-tx1', '-w4096'], secret),
  'node JSON': (secret) => JSON.stringify(JSON.stringify({ secret })),
  'node inspect': (secret) => inspect({ secret }),
  'node URL': (secret) => {
    const url = new URL('https://user@host/')
    url.password = secret
    return url.href
  },
  'node form': (secret) => new URLSearchParams({ secret }).toString(),
  'node base64url': (secret) => Buffer.from(`ab${secret}yz`).toString('base64url'),
  'node encodeURIComponent, small': (secret) =>
    encodeURIComponent(secret).replaceAll(/%../g, (code) => code.toLowerCase())
}

// What is left of a text may hold no five characters in a row of what a program made of the secret.
const longestLeft = 8

test.each(Object.entries(programs))('hides what %s prints', (_, program) => {
  for (const secret of secrets) {
    const text = program(secret)
    const shown = createRedact([new Secret(secret)])(`before ${text} after`)
    expect(shown).toContain('***')
    expect(shown.replaceAll('***', '').length).toBeLessThan(longestLeft + 'before  after'.length + wrapping(program))
  }
})

function wrapping(program: (secret: string) => string): number {
  return program('').length
}

test('hides a secret in base64 at every alignment, once and twice, with something before and behind', () => {
  const redact = createRedact([new Secret('correct-horse-battery')])
  for (const before of ['', 'u', 'us', 'use', 'user:'])
    for (const after of ['', ':', ':a', ':ab', '\n']) {
      const once = Buffer.from(`${before}correct-horse-battery${after}`).toString('base64')
      expect(Buffer.from(redact(once).split('***').join(''), 'base64').toString('latin1')).not.toMatch(/horse|batt/)
      expect(redact(once)).toContain('***')
      expect(redact(Buffer.from(once).toString('base64'))).toContain('***')
    }
})

test('hides digits after a zero, and each line of a key, in every form', () => {
  const key = 'pé-first+line/of==\nqé-second+line/of=='
  const redact = createRedact([new Secret(key)])
  const hex = Buffer.from(key).toString('hex')
  for (const text of [hex, hex.toUpperCase(), hex.toUpperCase().replaceAll(/../g, '%$&')])
    expect(redact(text)).toBe('***')
  expect(redact(key.replaceAll(/[+/=-]/g, String.raw`\$&`))).toBe('***\n***')
  expect(redact(encodeURIComponent(key.split('\n')[1] ?? ''))).toBe('***')
})

test('counts secrets that are added later', () => {
  const secrets = [new Secret('first-secret')]
  const redact = createRedact(secrets)
  expect(redact('first-secret second-secret')).toBe('*** second-secret')
  secrets.push(new Secret('second-secret'))
  expect(redact('first-secret second-secret')).toBe('*** ***')
})

test('leaves common words and short values in the text', () => {
  const redact = createRedact(['magento', 'staging', 'main', 'x', ''].map((value) => new Secret(value)))
  expect(redact('magento/module on staging, main')).toBe('magento/module on staging, main')
})

test('reads a text of 20 MB once, however many secrets there are', () => {
  const line = 'Applying patch MDVA-41305, commit 0123456789abcdef, 100 % of pub/static %2Fabc &amp; \\u00fc\n'
  const text = line.repeat(Math.ceil(2e7 / line.length))
  const secrets = Array.from({ length: 50 }, (_, index) => new Secret(`secr'et/${index}&ü-of-the-run`))
  const seconds = (list: readonly Secret[]): number => {
    const redact = createRedact(list)
    redact('')
    const before = process.cpuUsage()
    expect(redact(text)).toHaveLength(text.length)
    return process.cpuUsage(before).user / 1e6
  }
  const one = seconds(secrets.slice(0, 1))
  expect(seconds(secrets)).toBeLessThan(Math.max(one, 0.2) * 15)
})
