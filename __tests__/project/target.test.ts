import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UpgradeError } from '../../src/errors.js'
import { parseTarget, resolveTarget } from '../../src/project/target.js'

const offered = ['2.4.6-p15', '2.4.7', '2.4.7-p3', '2.4.7-p10', '2.4.8', '2.4.8-p3', '2.4.8-p5', '2.4.9-beta1', 'dev-x']
const resolve = (text: string, current = '2.4.7-p3', available: readonly string[] = offered) =>
  resolveTarget(parseTarget(text), current, available)

function thrown(task: () => unknown): UpgradeError {
  try {
    task()
  } catch (error) {
    if (error instanceof UpgradeError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('parseTarget', () => {
  test.each([
    ['2.4.8', { kind: 'line-newest', line: '2.4.8' }],
    ['2.4.8-p3', { kind: 'exact', version: '2.4.8-p3' }],
    ['=2.4.8-p3', { kind: 'exact', version: '2.4.8-p3' }],
    ['=2.4.8', { kind: 'exact-ga', version: '2.4.8' }],
    ['2.4.9-beta1', { kind: 'exact', version: '2.4.9-beta1' }],
    ['latest', { kind: 'latest' }],
    ['latest-patch', { kind: 'latest-patch' }]
  ])('reads %s', (text, target) => {
    expect(parseTarget(text)).toEqual(target)
  })

  // F02
  test.each(['v2.4.8', '2.4', '2.4.٨', '2.4.8\n', ' 2.4.8', '', '^2.4.8', '>=2.4.8 <2.4.9', 'Latest', '2.4.8-', '=='])(
    'refuses %j and shows what it accepts',
    (text) => {
      const error = thrown(() => parseTarget(text))
      expect(error).toMatchObject({ code: 'bad-input', next: expect.stringContaining('2.4.8-p3') })
    }
  )

  test('either reads a text or refuses it as bad input', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^=?v?[0-9]{1,3}(\.[0-9]{1,3}){0,4}(-[a-z0-9.]{0,6})?$/)),
        (text) => {
          try {
            return Boolean(parseTarget(text).kind)
          } catch (error) {
            return error instanceof UpgradeError && error.code === 'bad-input'
          }
        }
      )
    )
  })
})

describe('resolveTarget', () => {
  test.each([
    ['2.4.8', '>=2.4.8 <2.4.9', null],
    ['=2.4.8', '>=2.4.8 <2.4.9', '2.4.8'],
    ['2.4.8-p3', '>=2.4.8 <2.4.9', '2.4.8-p3'],
    ['2.4.9-beta1', '>=2.4.9 <2.4.10', '2.4.9-beta1'],
    ['latest-patch', '>=2.4.7 <2.4.8', null],
    ['latest', '>=2.4.8 <2.4.9', null],
    ['2.4.7-p3', '>=2.4.7 <2.4.8', '2.4.7-p3']
  ])('turns %s into %s', (text, constraint, productPin) => {
    expect(resolve(text)).toMatchObject({ constraint, productPin })
  })

  // F03
  test.each(['2.4.6', '2.4.6-p15', '2.4.7-p1', '=2.4.7'])('refuses the downgrade to %s', (text) => {
    const error = thrown(() => resolve(text))
    expect(error.code).toBe('bad-input')
    expect(error.message).toContain('lower than 2.4.7-p3')
  })

  test('never takes a pre-release that was not named', () => {
    expect(thrown(() => resolve('2.4.9')).message).toContain('only the pre-releases 2.4.9-beta1')
    expect(thrown(() => resolve('2.4.10')).next).toContain('2.4.8')
    expect(resolve('latest-patch', '2.4.9-beta1').line).toBe('2.4.9')
  })

  test('names what the repository offers instead of a version that it has not', () => {
    expect(thrown(() => resolve('2.4.8-p4')).next).toBe('It offers 2.4.8, 2.4.8-p3, 2.4.8-p5.')
  })

  test('trusts the user where the offer is not known, except for latest', () => {
    expect(resolve('2.4.8-p4', '2.4.7', []).productPin).toBe('2.4.8-p4')
    expect(thrown(() => resolve('latest', '2.4.7', [])).code).toBe('bad-input')
  })
})
