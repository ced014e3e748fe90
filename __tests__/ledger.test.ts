import { expect, test } from '@jest/globals'
import { createLedger } from '../src/ledger.js'

test('an effect is intended first, and then what became of it', () => {
  const ledger = createLedger()
  const { effects } = ledger
  const variable = ledger.intend('variable', 'ADMIN_EMAIL was set on integration')
  expect(effects).toEqual([{ kind: 'variable', what: 'ADMIN_EMAIL was set on integration', state: 'intended' }])
  variable.done()
  expect(effects.map(({ state }) => state)).toEqual(['done'])
  variable.unknown()
  expect(effects.map(({ state }) => state)).toEqual(['unknown'])
})

test('the same effect again is no second one', () => {
  const ledger = createLedger()
  const { effects } = ledger
  expect(ledger.intend('server-file', 'a dump was left').isNew).toBe(true)
  const again = ledger.intend('server-file', 'a dump was left')
  expect(again.isNew).toBe(false)
  again.undone()
  expect(effects).toEqual([{ kind: 'server-file', what: 'a dump was left', state: 'undone' }])
})
