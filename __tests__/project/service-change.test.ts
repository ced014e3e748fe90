import { expect, test } from '@jest/globals'
import { enforcementDeadlines } from '../../src/steps/plan/enforcement-deadlines.js'
import { checkRequirements } from '../../src/project/requirements.js'

const app = (php: string): string =>
  `type: php:${php}\nrelationships:\n  database: "mysql:mysql"\n  redis: "cache1:redis"\n`
const services = (types: Readonly<Record<string, string>>): string =>
  Object.entries(types)
    .map(([name, type]) => `${name}:\n  type: ${type}\n`)
    .join('')
const advice = (target: string, types: Readonly<Record<string, string>>): string =>
  checkRequirements({
    target,
    appYamlText: app('8.4'),
    servicesYamlText: services(types),
    composerVersion: null
  })
    .map(({ fix }) => fix)
    .join('\n')

test('RabbitMQ goes one version at a time', () => {
  expect(advice('2.4.8-p4', { queue: 'rabbitmq:3.9' })).toContain('3.9 → 3.10 → 3.11 → 3.12 → 3.13 → 4.0 → 4.1.')
  expect(advice('2.4.8-p5', { queue: 'rabbitmq:4.1' })).toContain('4.1 → 4.2 → 4.3')
})

test('Redis becomes Valkey by three edits with the names of the project', () => {
  const told = advice('2.4.8-p5', { cache1: 'redis:7.2' })
  for (const words of ['cache1: {type: redis:7.2}', 'valkey:8.1', 'redis: "cache1:redis"', 'VALKEY_BACKEND'])
    expect(told).toContain(words)
})

test.each([
  ['2026-10-01', 'mysql:10.4', 'from 2026-10-30 on', 'look'],
  ['2026-11-26', 'mysql:10.5', 'since 2026-10-30', 'before'],
  ['2026-11-26', 'mysql:10.6', 'from 2027-05-31 on', 'look'],
  ['2026-11-26', 'elasticsearch:7.17', 'since 2026-10-30', 'before'],
  ['2026-11-26', 'rabbitmq:3.9', 'since 2026-10-30', 'before'],
  ['2026-11-26', 'rabbitmq:3.12', 'from 2027-05-31 on', 'look'],
  ['2026-11-26', 'redis:5.0', 'from 2027-05-31 on', 'look'],
  ['2026-11-26', 'opensearch:1.2', 'from 2027-05-31 on', 'look']
])('on %s %s has a deadline: %s', (today, type, words, level) => {
  const input = { version: '2.4.5-p3', appYamlText: app('8.2'), servicesYamlText: services({ a: type }) }
  const problems = enforcementDeadlines({ ...input, today: new Date(today) })
  expect(problems).toEqual([expect.objectContaining({ level, message: expect.stringContaining(words) })])
})

test.each(['mysql:10.11', 'rabbitmq:3.13', 'redis:6.2', 'opensearch:2', 'valkey:8.0'])('%s has none', (type) => {
  const input = { version: '2.4.7', appYamlText: app('8.2'), servicesYamlText: services({ a: type }) }
  expect(enforcementDeadlines({ ...input, today: new Date('2026-11-26') })).toEqual([])
})

test('PHP has one as well, and lines before 2.4.4 are not in the policy', () => {
  const input = { appYamlText: app('8.1'), servicesYamlText: null, today: new Date('2026-11-26') }
  expect(enforcementDeadlines({ ...input, version: '2.4.5' }).map(({ id }) => id)).toEqual(['deadline-php'])
  expect(enforcementDeadlines({ ...input, version: '2.4.3-p3' })).toEqual([])
})
