import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UpgradeError } from '../../src/errors.js'
import { databaseRelationships, parseRelationships } from '../../src/project/relationships.js'

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64')
const master = {
  ...{ host: 'database.internal', ip: '192.0.2.7', port: 3306, path: 'main', scheme: 'mysql', username: 'user' },
  ...{ password: '', rel: 'mysql', service: 'mysql', type: 'mysql:10.6', query: { is_master: true }, fragment: null }
}
const redis = {
  host: 'redis.internal',
  port: 6379,
  path: null,
  scheme: 'redis',
  username: null,
  password: null,
  query: {}
}
const databases = (value: unknown) => databaseRelationships(parseRelationships(encode(value)))

describe('reads', () => {
  test.each([
    [
      'an integration environment',
      { database: [master], redis: [redis] },
      [{ name: 'database', host: 'database.internal', password: '' }]
    ],
    [
      'a replica, after its master',
      { 'database-slave': [{ ...master, port: '3304', query: { is_master: false } }], database: [master] },
      [{ port: 3306 }, { port: 3304, replica: true }]
    ],
    ['IPv6', { database: [{ ...master, host: '[2001:db8::7]' }] }, [{ host: '2001:db8::7' }]],
    [
      'a socket as host',
      { database: [{ ...master, host: '/run/mysqld.sock' }] },
      [{ host: 'localhost', socket: '/run/mysqld.sock' }]
    ],
    ['a socket', { database: [{ ...master, host: null, port: null, socket: '/s' }] }, [{ port: 3306, socket: '/s' }]],
    [
      'split databases',
      { database: [master], 'database-quote': [{ ...master, path: 'quote' }] },
      [{ database: 'main' }, { database: 'quote' }]
    ],
    [
      'a password with every kind of sign',
      { database: [{ ...master, password: 'ä"\'$`\\\n' }] },
      [{ password: 'ä"\'$`\\\n' }]
    ]
  ])('%s', (_, value, expected) => {
    expect(databases(value)).toMatchObject(expected)
  })
})

test.each([
  ['nothing', '', 'is not set'],
  ['no base64', '{"database":[]}', 'is not base64'],
  ['no JSON', Buffer.from('{"database":[{"password":"SECRET').toString('base64'), 'does not hold JSON'],
  ['another shape', encode({ database: { password: 'SECRET' } }), 'unexpected shape at database'],
  [
    'a port out of range',
    encode({ database: [{ ...master, port: 70000, password: 'SECRET' }] }),
    'unexpected shape at database'
  ],
  ['no database', encode({ redis: [redis], opensearch: [] }), 'it has redis, opensearch'],
  [
    'no host',
    encode({ database: [{ ...master, host: '', password: 'SECRET' }] }),
    'neither host nor socket at database'
  ],
  ['no path', encode({ database: [{ ...master, path: '', password: 'SECRET' }] }), 'names no database at database']
])('refuses %s without showing values', (_, base64, message) => {
  let error: unknown
  try {
    databaseRelationships(parseRelationships(base64))
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(UpgradeError)
  const { code, message: text, next } = error as UpgradeError
  expect(code).toBe('preflight-failed')
  expect(text).toContain(message)
  expect(text + next).not.toContain('SECRET')
})

test('never shows a part of what it could not read', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        return databases({ x: [{ secret: 'SECRET', port: 'SECRET', value }] }).length === -1
      } catch (error) {
        return error instanceof UpgradeError && !error.message.includes('SECRET')
      }
    })
  )
})
