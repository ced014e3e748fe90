import { expect, test } from '@jest/globals'
import { inspect } from 'node:util'
import { Secret } from '../../src/secrets/secret.js'

test('a secret shows itself to nobody who does not ask for it', () => {
  const secret = new Secret('correct-horse')
  expect([String(secret), secret.toString(), JSON.stringify({ secret }), inspect({ secret })]).toEqual([
    ...['***', '***', '{"secret":"***"}', '{ secret: *** }']
  ])
  expect([secret.reveal(), secret.isEmpty, new Secret('').isEmpty]).toEqual(['correct-horse', false, true])
})
