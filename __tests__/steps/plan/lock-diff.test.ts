import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lockedPackages } from '../../../src/project/composer-lock.js'
import { diffLocks } from '../../../src/steps/plan/lock-diff.js'
import { locked, lockText } from '../../helpers/template-project.js'

const lock = (...packages: Record<string, unknown>[]) => ({ packages: lockedPackages(lockText(packages)) })

test('tells added, removed, moved and rebuilt packages apart', () => {
  const before = lock(
    locked('a/down', '1.2.0'),
    locked('a/gone', '1.0'),
    locked('a/rebuilt', '1.0'),
    locked('a/same', '1.0'),
    locked('a/up', '2.4.7-p9', { type: 'magento2-module' }),
    locked('a/v', 'v1.2.0')
  )
  const after = lock(
    locked('a/branch', 'dev-main'),
    locked('a/down', '1.2.0-beta2'),
    locked('a/rebuilt', '1.0', { dist: { reference: 'other', shasum: '' } }),
    locked('a/same', '1.0'),
    locked('a/up', '2.4.7-p10', { type: 'magento2-module' }),
    locked('a/v', '1.2.1')
  )
  expect(
    diffLocks(before, after).map(({ name, change, from, to, thirdParty }) => [name, change, from, to, thirdParty])
  ).toEqual([
    ['a/branch', 'added', null, 'dev-main', false],
    ['a/down', 'down', '1.2.0', '1.2.0-beta2', false],
    ['a/gone', 'removed', '1.0', null, false],
    ['a/rebuilt', 'same-version', '1.0', '1.0', false],
    ['a/up', 'up', '2.4.7-p9', '2.4.7-p10', true],
    ['a/v', 'up', '1.2.0', '1.2.1', false]
  ])
})

test('mirrors itself when the locks change places', () => {
  const side = fc.uniqueArray(fc.tuple(fc.constantFrom('a/a', 'a/b', 'a/c', 'a/d'), fc.nat(3)), {
    selector: ([name]) => name
  })
  const opposite = { added: 'removed', removed: 'added', up: 'down', down: 'up', 'same-version': 'same-version' }
  fc.assert(
    fc.property(side, side, (left, right) => {
      const [a, b] = [left, right].map((list) => lock(...list.map(([name, minor]) => locked(name, `1.${minor}`)))) as [
        ReturnType<typeof lock>,
        ReturnType<typeof lock>
      ]
      const forth = diffLocks(a, b).map(({ name, change }) => [name, opposite[change]])
      expect(diffLocks(b, a).map(({ name, change }) => [name, change])).toEqual(forth)
      expect(diffLocks(a, a)).toEqual([])
    })
  )
})
