import { expect, test } from '@jest/globals'
import { UpgradeError } from '../../../src/errors.js'
import { productRepositories } from '../../../src/project/product-repositories.js'
import { checkResolution } from '../../../src/steps/plan/check-resolution.js'
import { findHeldBack } from '../../../src/steps/plan/find-held-back.js'
import { readComposerProject } from '../../../src/project/composer-project.js'

const offered = ['2.4.8-p10', '2.4.8-p9', '2.4.8', '2.4.9-beta1', '2.4.9', 'dev-main', '2.4.8-p11-beta1']
const texts = { composerJson: '{}', composerLock: '{}' }

test('nothing is held back at the newest patch, and nothing is resolved again', async () => {
  const none = await findHeldBack(offered, '2.4.8-p10', () => Promise.reject(new Error('resolved')))
  expect(none).toEqual({ heldBack: null, problems: [] })
})

test('the newest patch by number is tried, and each reason is a warning', async () => {
  const tried: string[] = []
  const { heldBack, problems } = await findHeldBack(offered, '2.4.8-p2', (pin) => {
    tried.push(pin)
    const reason = { id: 'composer-conflict', severity: 'error', message: 'acme/a: needs 1', fix: 'Go.' } as const
    const facts = { message: 'acme/a stands in the way.', next: 'Update it.', problems: [reason] }
    return Promise.reject(new UpgradeError('composer-policy', facts))
  })
  expect(tried).toEqual(['2.4.8-p10'])
  expect(heldBack).toMatchObject({ version: '2.4.8-p10', code: 'composer-policy' })
  expect(problems.map(({ id, severity }) => [id, severity])).toEqual([
    ['held-back', 'warning'],
    ['composer-conflict', 'warning']
  ])
})

test('a patch that resolves where it is named is told with the target that gets it', async () => {
  const { heldBack, problems } = await findHeldBack(offered, '2.4.8-p2', () => Promise.resolve(texts))
  expect(heldBack).toMatchObject({ version: '2.4.8-p10', code: 'free' })
  expect(problems[0]?.fix).toContain('target: 2.4.8-p10')
})

test('where the repository does not say what it offers, that is said', async () => {
  const { heldBack, problems } = await findHeldBack(null, '2.4.8', () => Promise.resolve(texts))
  expect([heldBack, problems.map(({ id }) => id)]).toEqual([null, ['versions-unknown']])
})

function project(version: string): { composerJson: string; composerLock: string } {
  const packages = [
    { name: 'magento/product-enterprise-edition', version },
    { name: 'magento/magento-cloud-metapackage', version: '2.4.9-p2' }
  ]
  return {
    composerJson: JSON.stringify({ require: { 'magento/magento-cloud-metapackage': '>=2.4.9 <2.4.10' } }),
    composerLock: JSON.stringify({ packages })
  }
}

test.each(['2.4.9-beta1', '2.4.9-beta111'])('a project on a beta stays on it where %s is the best', (resolved) => {
  const { composerJson, composerLock } = project('2.4.9-beta1')
  const before = readComposerProject(composerJson, composerLock)
  const target = { constraint: '>=2.4.9 <2.4.10', productPin: null, line: '2.4.9' }
  expect(checkResolution(project(resolved), { project: before, target }).product.version).toBe('2.4.9-beta1')
})

test('only the Composer repositories are asked for the versions, in either form', () => {
  const section = [
    { type: 'vcs', url: 'git@example.com:a/b.git' },
    { type: 'composer', url: 'https://repo.example' },
    { 'packagist.org': false },
    { type: 'path', url: 'packages/*' }
  ]
  const read = (repositories: unknown): unknown =>
    (JSON.parse(productRepositories(JSON.stringify({ repositories }))) as { repositories: unknown }).repositories
  expect(read(section)).toEqual([section[1], section[2]])
  expect(read({ a: section[0], b: section[1], 'packagist.org': false })).toEqual({
    b: section[1],
    'packagist.org': false
  })
})

test.each([
  ['2.4.8-p3', null, 'not of the line 2.4.9'],
  ['2.4.9-p1', null, 'older than 2.4.9-p2'],
  ['2.4.9-p3', '2.4.9-p4', 'not to 2.4.9-p4']
])(
  'F53: packages that resolve to %s, with %s asked for, end the run before anything is written',
  (got, productPin, why) => {
    const { composerJson, composerLock } = project('2.4.9-p2')
    const before = readComposerProject(composerJson, composerLock)
    const target = { constraint: '>=2.4.9 <2.4.10', productPin, line: '2.4.9' }
    expect(() => checkResolution(project(got), { project: before, target })).toThrow(
      expect.objectContaining({ code: 'wrong-version', exitCode: 60, message: expect.stringContaining(why) as unknown })
    )
  }
)
