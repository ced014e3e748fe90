import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { AllowingRelease } from '../../../src/project/blockers/allowing-release.js'
import { describeBlocker } from '../../../src/project/blockers/describe-blocker.js'
import { findBlockers } from '../../../src/project/blockers/find-blockers.js'
import { successorsIn } from '../../../src/project/blockers/successors-in.js'
import { composerFailure } from '../../../src/project/composer-failure.js'
import { timesForTenfold } from '../../helpers/processor-time.js'

interface Scenario {
  readonly name: string
  readonly expect: Record<'package' | 'kind' | 'way' | 'chain', string> & {
    readonly release: string | null
    readonly or?: string
  }
  readonly recorded: readonly { readonly by: readonly string[]; readonly text: readonly string[] }[]
}

// Written by Composer 2.2.25, 2.5.5, 2.8.12, 2.9.8 and 2.10.2 for small repositories of their own.
const { scenarios } = JSON.parse(readFileSync(join(import.meta.dirname, '../recorded/blockers.json'), 'utf8')) as {
  readonly scenarios: readonly Scenario[]
}

const cases = scenarios.flatMap(({ recorded, ...scenario }) =>
  recorded.map(({ by, text }) => ({ ...scenario, by: by.join(', '), text: text.join('\n') }))
)

test('there are at least 60 failures, from every Composer that is in use', () => {
  expect(scenarios.length).toBeGreaterThanOrEqual(60)
  const versions = new Set(scenarios.flatMap(({ recorded }) => recorded.flatMap(({ by }) => by)))
  expect([...versions].sort()).toEqual(['2.10.2', '2.2.25', '2.5.5', '2.8.12', '2.9.8'])
})

test.each(cases)('$name ($by)', ({ text, expect: expected }) => {
  // Two extensions may exclude each other: either is right.
  const blocker = findBlockers(text).find(({ package: name }) => [expected.package, expected.or].includes(name))
  expect(blocker).toMatchObject({ kind: expected.kind })
  if (!blocker) return
  const { headline, message, fix } = describeBlocker(blocker, answer(expected.release, expected.or !== undefined))
  expect(headline).toContain(blocker.package)
  expect(`${headline} ${fix}`).toMatch(new RegExp(expected.way))
  expect(`${blocker.chain.join('; ')} ${blocker.needed ?? ''}`).toMatch(new RegExp(expected.chain))
  if (expected.release !== null) expect(headline).toContain(expected.release)
  expect(message.split('\n')[0]).toContain(headline)
})

test.each(cases)('$name ($by): nobody is told to remove the target, or to look for a release of PHP', ({ text }) => {
  const error = composerFailure({ exitCode: 2, stdout: '', stderr: wrapped(text), timedOut: false })
  const said = [error.message, error.next, ...error.problems.flatMap(({ message, fix }) => [message, fix])].join('\n')
  expect(said).not.toMatch(/remove (?:the requirement )?magento\/(?:magento-cloud-metapackage|product-enterprise)/i)
  expect(said).not.toMatch(/release of (?:php|ext-[a-z]+)(?![\w/])/i)
  expect(error.problems.length).toBeGreaterThan(0)
})

function wrapped(text: string): string {
  return `Your requirements could not be resolved to an installable set of packages.\n\n${text}\n`
}

function answer(release: string | null, allowed = false): AllowingRelease {
  if (release === 'none') return { kind: 'none' }
  if (release === 'unknown' || release === null) return { kind: 'unknown', why: 'not asked' }
  return { kind: 'release', version: release, stable: !release.includes('-'), runtime: [], allowed }
}

const target =
  'Root composer.json requires magento/magento-cloud-metapackage >=2.4.8 <2.4.9 -> satisfiable by magento/magento-cloud-metapackage[2.4.8].'

// Wordings of Composer's source that a full update does not meet, or that it had before.
test.each([
  [
    [
      'acme/mod is locked to version 1.0.0 and an update of this package was not requested.',
      'acme/mod 1.0.0 requires magento/framework 103.0.7 -> found magento/framework[103.0.7] but it does not match the constraint.'
    ],
    /^acme\/mod is locked/
  ],
  [
    [
      'acme/mod is fixed to 1.0.0-beta1 (lock file version) by a partial update but that version is rejected by your minimum-stability. Make sure you list it as an argument for the update command.'
    ],
    /^acme\/mod 1\.0\.0-beta1 has no release that is as stable/
  ],
  [
    [
      'Root composer.json requires acme/mod ^2.0, found acme/mod[2.0.0] but the package is fixed to 1.0.0 (lock file version) by a partial update and that version does not match. Make sure you list it as an argument for the update command.'
    ],
    /^acme\/mod \^2\.0 cannot be used/
  ],
  [
    [
      'Root composer.json requires acme/mod ^2.0, it is satisfiable by acme/mod[2.0.0] from composer repo (https://a.example) but acme/mod[1.0.0] from composer repo (https://b.example) has higher repository priority.'
    ],
    /^acme\/mod \^2\.0 cannot be used/
  ],
  [
    [
      'Root composer.json requires acme/mod ^1.0, found acme/mod[1.0.0] but these were not loaded, because they were flagged as malware by acme. To ignore filters for this package, add the package to the "policy.malware.ignore" config.'
    ],
    /^A policy of composer\.json refuses acme\/mod/
  ],
  [
    [
      'Root composer.json requires acme/mod ^1.0, found acme/mod[1.0.0] but these were not loaded, likely because it conflicts with another require.'
    ],
    /^composer\.json requires acme\/mod \^1\.0, which blocks the target/
  ],
  [
    [
      target,
      'magento/magento-cloud-metapackage 2.4.8 requires acme/thing ^3 -> it satisfies your version constraint but is missing ext-foo.'
    ],
    /^The target needs ext-foo \*: change it in \.magento\.app\.yaml/
  ],
  [
    [
      target,
      'magento/magento-cloud-metapackage 2.4.8 requires acme/thing ^3 -> could not be found in any version, there may be a typo in the package name.'
    ],
    /^acme\/thing \^3 is in no repository of this project.*check what requires it$/
  ],
  [
    [
      'Root composer.json requires linked library lib-icu >=70 but it has the wrong version installed, try upgrading the intl extension.'
    ],
    /lib-icu >=70: change it in \.magento\.app\.yaml/
  ],
  [
    ['The requested package acme/mod could not be found in any version, there may be a typo in the package name.'],
    /^acme\/mod is in no repository/
  ]
])('%j', (lines, headline) => {
  const [blocker] = findBlockers(`  Problem 1\n${lines.map((line) => `    - ${line}\n`).join('')}`)
  expect(blocker && describeBlocker(blocker, answer(null)).headline).toMatch(headline)
})

test('the successor of an abandoned package is named', () => {
  const lock = {
    packages: [
      { name: 'acme/mod', version: '1.0.0', abandoned: 'acme/new' },
      { name: 'acme/b', version: '1', abandoned: true }
    ]
  }
  const successor = successorsIn(JSON.stringify(lock)).get('acme/mod') ?? null
  const [blocker] = findBlockers(
    '  Problem 1\n    - Root composer.json requires acme/mod ^1.0 -> satisfiable by acme/mod[1.0.0].\n'
  )
  expect(blocker && describeBlocker({ ...blocker, successor }, answer('none')).headline).toContain(
    'replace it with acme/new'
  )
})

test('only the lines of a problem are read, not the advice after it', () => {
  const text = `  Problem 1\n    - Root composer.json requires ext-a * but it is missing from your system.\n\nTo enable extensions, verify that they are enabled in your .ini files:\n    - /etc/php/8.2/cli/php.ini\n`
  expect(findBlockers(text)).toEqual([expect.objectContaining({ package: 'ext-a', kind: 'runtime' })])
})

test('answers every text, with a reason for every blocker', () => {
  const lines = [
    '  Problem 1',
    '    - ',
    '    - a/b 1 requires c/d 2',
    '    - Root composer.json requires a/b 1, found'
  ]
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...lines), fc.string())), (parts) => {
      for (const blocker of findBlockers(parts.join('\n'))) {
        expect(blocker.chain.length).toBeGreaterThan(0)
        expect(describeBlocker(blocker, answer(null)).headline).not.toBe('')
      }
    })
  )
})

test.each([
  ['[', ''],
  ['a/b 1 requires ', 'x'],
  ['Root composer.json requires a/b[, ..., ', ''],
  ['("', ''],
  ['a/b 1 requires c/d 1 -> found c/d[', '']
])('10 MB of %j take no more than their length', async (part, end) => {
  const many = `    - a/b 1 requires c/d 1 -> x\n`
  const read = (size: number): void => {
    const line = part.repeat(Math.ceil(size / part.length)) + end
    findBlockers(`  Problem 1\n    - ${line}\n`)
    findBlockers(`  Problem 1\n${many.repeat(size / many.length)}`)
    composerFailure({ exitCode: 2, stdout: '', stderr: line, timedOut: false })
  }
  expect(await timesForTenfold(read, 10_000_000)).toBeLessThan(35)
})
