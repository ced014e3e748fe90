import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { composerFailure } from '../../src/project/composer-failure.js'
import { classifyComposerFailure, decisiveLine, mayPass } from '../../src/project/composer-problems.js'

// Written by Composer 2.5.5 on PHP 8.2 against a small repository of its own.
const recorded = (name: string): string =>
  readFileSync(join(import.meta.dirname, 'recorded/composer', `${name}.txt`), 'utf8')

test.each([
  ['blocked', 2, 'unsatisfiable'],
  ['many', 2, 'unsatisfiable'],
  ['noversion', 2, 'unsatisfiable'],
  ['http401', 255, 'composer-credentials'],
  ['http403', 255, 'composer-credentials'],
  ['http404', 255, 'composer-network'],
  ['http429', 255, 'composer-network'],
  ['http503', 255, 'composer-network'],
  ['refused', 1, 'composer-network'],
  ['dns', 1, 'composer-network'],
  ['plugin', 1, 'composer-policy'],
  ['memory', 255, 'composer-crashed'],
  ['badjson', 1, 'composer-crashed']
])('knows what %s is', (name, exitCode, kind) => {
  expect(classifyComposerFailure(recorded(name), exitCode)).toBe(kind)
})

test('goes by the exit code where the text says nothing', () => {
  expect([2, 100, 137, 255].map((exitCode) => classifyComposerFailure('', exitCode))).toEqual([
    'unsatisfiable',
    'composer-network',
    'composer-crashed',
    'composer-crashed'
  ])
})

test('F47: knows versions that security advisories block, their ids, and the ways past them', () => {
  const text =
    'Your requirements could not be resolved to an installable set of packages.\n\n  Problem 1\n    - Root composer.json requires acme/a 1.0 (exact version match: 1.0 or 1.0.0.0), found acme/a[1.0] but these were not loaded, because they are affected by security advisories ("PKSA-aaaa-bbbb-cccc").\n'
  expect(classifyComposerFailure(text, 2)).toBe('composer-policy')
  const error = composerFailure({ exitCode: 2, stdout: text, stderr: '', timedOut: false })
  expect(error.exitCode).toBe(33)
  const [problem] = error.problems
  expect(`${problem?.message ?? ''} ${problem?.fix ?? ''}`).toMatch(/acme\/a.*PKSA-aaaa-bbbb-cccc.*security-blocking/s)
})

test.each([
  ['blocked', ['acme/module-blocked']],
  ['many', ['acme/absent', 'acme/module-php', 'acme/module-old']],
  ['noversion', ['magento/magento-cloud-metapackage']]
])('names who stands in the way in %s', (name, packages) => {
  const error = composerFailure({ exitCode: 2, stdout: recorded(name), stderr: '', timedOut: false })
  expect(error.problems).toHaveLength(packages.length)
  for (const [index, { message }] of error.problems.entries()) expect(message).toContain(packages[index])
})

// Lines of Composer 2.5.5, git 2.39 and OpenSSH 9.2, with their hosts changed.
test.each([
  ["The 'https://a.example/dist/a.zip' URL required authentication (HTTP 401).", 'composer-credentials', false],
  [
    "The 'https://a.example/dist/a.zip' URL could not be accessed (HTTP 403): HTTP/1.1 403 Forbidden",
    'composer-credentials',
    false
  ],
  ['The "https://a.example/a.zip" file could not be downloaded (HTTP/1.1 404 Not Found)', 'composer-network', false],
  ['The "https://a.example/a.zip" file could not be downloaded (HTTP/2 503 )', 'composer-network', true],
  [
    'The "https://a.example/packages.json" file could not be downloaded (HTTP/1.1 407 Proxy Authentication Required)',
    'composer-network',
    false
  ],
  ['Content-Length mismatch, received 14 bytes out of the expected 1000', 'composer-network', true],
  ['"https://a.example/packages.json" does not contain valid JSON', 'composer-network', false],
  ['unzip:  cannot find zipfile directory in one of /tmp/x.zip', 'composer-network', false],
  ['git@a.example: Permission denied (publickey).', 'composer-credentials', false],
  ['Host key verification failed.', 'composer-credentials', false],
  ["fatal: could not read Username for 'https://a.example': terminal prompts disabled", 'composer-credentials', false],
  ['ERROR: Repository not found.', 'composer-credentials', false],
  ["fatal: repository 'https://a.example/b/c.git/' not found", 'composer-credentials', false],
  ['- Required package "acme/a" is not present in the lock file.', 'preflight-failed', false],
  [
    '- Required package "acme/a" is in the lock file as "1.0.0" but that does not satisfy your constraint "^2.0".',
    'preflight-failed',
    false
  ],
  ['ssh: connect to host a.example port 22: Connection refused', 'composer-network', false],
  ['ssh: Could not resolve hostname a.example: Name or service not known', 'composer-network', false],
  [
    'Your configuration does not allow connections to http://a.example/. See https://getcomposer.org/doc',
    'composer-policy',
    false
  ],
  ['Found 2 security vulnerability advisories affecting 1 package:', 'composer-policy', false]
])('F44 F45: %s is of its kind', (line, kind, passes) => {
  const text = `Loading composer repositories\n\nIn X.php line 1:\n\n  ${line}  \n`
  expect(classifyComposerFailure(text, 1)).toBe(kind)
  expect(decisiveLine(text)).toBe(line)
  expect(mayPass(text, 1)).toBe(passes)
})

test('what a script prints is not the word of Composer', () => {
  const text =
    'curl: HTTP/1.1 503 Service Unavailable\nScript curl x handling the post-update-cmd event returned with error code 22\n'
  expect(classifyComposerFailure(text, 22)).toBe('composer-crashed')
  expect(mayPass(text, 22)).toBe(false)
})

const ended = { exitCode: 1, stdout: '', stderr: '', timedOut: false }

test.each([
  [{ ...ended, exitCode: 137 }, 'composer-crashed', /ran out of memory/, /more memory/],
  [{ ...ended, exitCode: 255, stderr: recorded('memory') }, 'composer-crashed', /ran out of memory/, /more memory/],
  [{ ...ended, timedOut: true, exitCode: 143 }, 'composer-network', /stopped sending data/, /reaches that server/],
  [
    { ...ended, stderr: 'git@a.example: Permission denied (publickey).' },
    'composer-credentials',
    /Permission denied/,
    /SSH_AUTH_SOCK/
  ],
  [{ ...ended, stderr: 'Host key verification failed.' }, 'composer-credentials', /Host key/, /known_hosts/],
  [
    { ...ended, stderr: "fatal: Authentication failed for 'https://a.example/b.git/'" },
    'composer-credentials',
    /Authentication failed/,
    /address of that git repository.*COMPOSER_AUTH/
  ],
  [
    { ...ended, stderr: '  acme/p contains a Composer plugin which is blocked by your allow-plugins config. You may' },
    'composer-policy',
    /acme\/p contains a Composer plugin/,
    /allow-plugins\.acme\/p true/
  ],
  [
    { ...ended, stderr: 'Your configuration does not allow connections to http://a.example/. See https://x' },
    'composer-policy',
    /http:\/\/a\.example/,
    /https address/
  ]
])('F49: %j says what ended Composer, and what to do', (result, code, message, next) => {
  expect(composerFailure(result)).toMatchObject({
    code,
    message: expect.stringMatching(message),
    next: expect.stringMatching(next)
  })
})

test('a message shows no credentials of an address', () => {
  const stderr = 'The "https://user:secret@a.example/packages.json" file could not be downloaded (HTTP/1.1 503 x)'
  expect(composerFailure({ ...ended, stderr }).message).not.toMatch(/secret/)
})
