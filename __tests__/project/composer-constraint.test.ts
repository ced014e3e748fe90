import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { allowsVersion } from '../../src/project/composer-constraint.js'

const versions = [
  ...['2.3.7-p4', '2.4.0', '2.4.7-beta1', '2.4.7', '2.4.7-p1', '2.4.7-p10', '2.4.8-alpha1', '2.4.8-RC1', '2.4.8'],
  ...['2.4.8-p2', '2.4.9', '2.5.0', '3.0.0', '103.0.7', '1.1.22', '0.3.2', '2.4.8-dev']
]
// The forms of the public lists of patches, as of 1.1.82, and what else Composer takes.
const written = [
  ...['>=2.4.8 <2.4.8-p2', '2.4.8', '2.4.7-p1', '2.4.0 - 2.4.7', '2.4.7-p1 - 2.4.8', '2.4.0 - 2.4', '~2.4.7'],
  ...['^2.4.7', '^0.3.1', '>=2.4.6-p3 <2.4.6-p15 || >=2.4.7 <2.4.7-p10 || >=2.4.8 <2.4.8-p5', '<2.4', '2.4', '*'],
  ...['2.4.*', '2.*', '>2.4.7 <= 2.4.8', '>=2.4.7,<2.4.9', '!=2.4.8', '~2.4', '=2.4.8', '2.4.8|2.4.9', 'v2.4.8'],
  ...['>=2.4.7-beta1 <2.4.8-alpha1', '^1.1', '~1', '<=2.4.7-p10', '2.4.x']
]
const number = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(9), fc.nat(9)).map((parts) => parts.join('.'))
const stage = fc.constantFrom('', '', '-p1', '-p10', '-beta1', '-RC2')
const bound = fc
  .tuple(fc.constantFrom('>=', '<', '<=', '>', '', '~', '^', '!='), number, stage)
  .map(([sign, version, rest]) => sign + version + (sign === '~' || sign === '^' ? '' : rest))
const constraint = fc
  .array(
    fc.array(bound, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' ')),
    { minLength: 1, maxLength: 2 }
  )
  .map((parts) => parts.join(' || '))

function asComposer(constraints: readonly string[], found: readonly string[]): string[] {
  const folder = (process.env['PATH'] ?? '').split(':').find((entry) => existsSync(join(entry, 'composer')))
  const composer = folder === undefined ? '' : realpathSync(join(folder, 'composer'))
  const script = join(import.meta.dirname, 'constraint-oracle.php')
  const { status, stdout, stderr } = spawnSync('php', ['-d', 'error_reporting=0', script, composer], {
    input: JSON.stringify({ constraints, versions: found }),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env['PATH'] }
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
  return stdout.trimEnd().split('\n')
}

test('a constraint allows what composer/semver says that it allows', () => {
  const size = Number(process.env['MASS'] ?? 200)
  const constraints = [...written, ...fc.sample(constraint, { numRuns: size, seed: 20261126 })]
  const found = [
    ...versions,
    ...fc.sample(
      fc.tuple(number, stage).map((parts) => parts.join('')),
      { numRuns: 80, seed: 7 }
    )
  ]
  const ours = constraints.map(
    (text) => `${text}: ${found.map((version) => Number(allowsVersion(text, version))).join('')}`
  )
  const theirs = asComposer(constraints, found)
  expect(ours).toEqual(constraints.map((text, index) => `${text}: ${theirs[index] ?? ''}`))
})

test.each(['dev-main', '@beta', '>=', 'x', '2.4.8#abc', '^2.4 as 2.5', '', '~2.4@dev'])(
  '%j is not guessed at',
  (constraint) => {
    expect(allowsVersion(constraint, '2.4.8')).toBeNull()
  }
)
