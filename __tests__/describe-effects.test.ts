import { expect, test } from '@jest/globals'
import { describeEffects, linesOfEffects } from '../src/describe-effects.js'
import { effectKinds, type Effect } from '../src/ledger.js'

const variable: Effect = { kind: 'variable', what: 'ADMIN_EMAIL was set on integration', state: 'done' }
const redeployment: Effect = { kind: 'redeployment', what: 'a redeployment of integration was started', state: 'done' }
const pushed: Effect = { kind: 'branch', what: 'the commit c0ffee was pushed to main on origin', state: 'done' }
const deployed: Effect = { kind: 'deployment', what: 'the commit c0ffee was deployed', state: 'done' }

test('nothing is said to be changed where nothing was, or all of it was taken back', () => {
  const none = { changed: '', unknown: '', unchanged: 'Nothing was changed.' }
  expect(describeEffects([])).toEqual(none)
  expect(describeEffects([{ ...pushed, state: 'undone' }])).toEqual(none)
})

test('what was changed is told, and what was not', () => {
  expect(describeEffects([variable, redeployment])).toEqual({
    changed: 'ADMIN_EMAIL was set on integration; a redeployment of integration was started.',
    unknown: '',
    unchanged: 'The checkout, the branch, the database and earlier backups were not changed.'
  })
})

test.each(['unknown', 'intended'] as const)('what is %s is neither changed nor unchanged', (state) => {
  expect(describeEffects([{ ...pushed, state }])).toMatchObject({
    changed: '',
    unknown: 'whether the commit c0ffee was pushed to main on origin.',
    unchanged: 'The checkout, the environment, the database and earlier backups were not changed.'
  })
})

test('each has a line of its own, and none is empty', () => {
  expect(linesOfEffects([pushed, { ...deployed, state: 'unknown' }])).toEqual([
    ['Changed', 'The commit c0ffee was pushed to main on origin.'],
    ['Not known', 'whether the commit c0ffee was deployed.'],
    ['Unchanged', 'The checkout and earlier backups were not changed.']
  ])
  expect(linesOfEffects([])).toEqual([['Unchanged', 'Nothing was changed.']])
})

test('a deployment that did not come about leaves the environment as it was', () => {
  expect(describeEffects([pushed, { ...deployed, state: 'undone' }]).unchanged).toMatch(/environment.*database/)
  expect(describeEffects([pushed, deployed]).unchanged).toBe('The checkout and earlier backups were not changed.')
})

test('a cache is no part of the project', () => {
  expect(describeEffects([{ kind: 'cache', what: 'answers were kept', state: 'done' }]).changed).toBe('')
})

test('where everything may be another, nothing is claimed', () => {
  const all = effectKinds.map((kind): Effect => ({ kind, what: `${kind} was changed`, state: 'done' }))
  expect(describeEffects(all).unchanged).toBe('Nothing is known to be unchanged.')
})
