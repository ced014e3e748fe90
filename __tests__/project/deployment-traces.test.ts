import { describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { entriesSince, sinceLastScenario } from '../../src/steps/diagnose/explain/log-cut.js'
import { compareModuleStates, parseModuleStates } from '../../src/steps/verify/magento-output.js'
import {
  readNodeRoutes,
  routesCommand,
  parsePrimaryRoute,
  primaryRoute
} from '../../src/tools/magento-cloud/primary-route.js'
import { lastDeployment } from '../../src/project/deployment-log/scenario-starts.js'

const start = (day: number, scenario: string, version = '2.4.8'): string =>
  `[2026-01-0${day}T10:00:00.123456+00:00] INFO: Starting scenario(s): scenario/${scenario}.xml (magento/ece-tools version: 2002.2.1, magento/magento2-base version: ${version})\n`
const whole = (day: number, version?: string): string =>
  ['build/generate', 'build/transfer', 'deploy', 'post-deploy'].map((name) => start(day, name, version)).join('')

describe('the last deployment in a log', () => {
  test('has its build, its time and its version', () => {
    const log = `old\n${whole(1, '2.4.7-p3')}${whole(2)}`
    expect(lastDeployment(log)).toMatchObject({ at: Date.parse('2026-01-02T10:00:00.123Z'), version: '2.4.8' })
    expect(sinceLastScenario(log)).toBe(whole(2))
  })

  test.each([
    ['a deployment without a build', `${whole(1)}${start(2, 'deploy')}x`, `${start(2, 'deploy')}x`],
    ['a build that failed', `${whole(1)}${start(2, 'build/generate')}x`, `${start(2, 'build/generate')}x`],
    [
      'the post-deploy log',
      `a\n${start(1, 'post-deploy')}b\n${start(2, 'post-deploy')}c`,
      `${start(2, 'post-deploy')}c`
    ],
    ['no scenario at all', 'just\ntext', 'just\ntext']
  ])('%s', (_, log, expected) => {
    expect(sinceLastScenario(log)).toBe(expected)
  })

  test('a hook that ended before ece-tools said a word', () => {
    const launch =
      "[2026-01-03T10:00:00] Launching command 'b'php ./vendor/bin/ece-tools run scenario/deploy.xml\\n''.\n"
    expect(sinceLastScenario(`${launch}${start(1, 'deploy')}${launch}PHP Fatal error`)).toBe(`${launch}PHP Fatal error`)
  })

  test('is found in the logs of old ece-tools, whose phases have names', () => {
    const info = '(magento/ece-tools version: 2002.0.20, magento/magento2-base version: 2.2.8)'
    const log = (day: number): string =>
      ['generate command.', 'transfer command.', 'deploy.', 'post-deploy.']
        .map((name) => `[2019-07-1${day} 16:40:36] NOTICE: Starting ${name} ${info}\n`)
        .join('[2019-07-11 16:40:37] NOTICE: Starting pre-deploy.\n')
    expect(lastDeployment(log(1) + log(2))).toMatchObject({
      index: log(1).length,
      at: Date.parse('2019-07-12T16:40:36Z'),
      version: '2.2.8'
    })
  })

  test('names no version where the line has none', () => {
    const line = '[2019-01-01T10:00:00.1+00:00] INFO: Starting scenario(s): scenario/deploy.xml\n'
    expect(lastDeployment(line)).toMatchObject({ version: null })
    expect(lastDeployment('nothing')).toBeNull()
    expect(entriesSince(`${line}more`, Date.parse('2019-01-01T09:00:00Z'))).toBe(`${line}more`)
  })
})

describe('module states', () => {
  test.each([
    [
      'short arrays',
      "<?php\nreturn [\n 'modules' => [\n  'Acme_A' => 1,\n  'Acme_B' => 0,\n ],\n 'themes' => ['Acme_C' => 1]\n];"
    ],
    ['long arrays', "<?php return array('scopes' => array(), 'modules' => array ('Acme_A' => 1, 'Acme_B' => 0));"],
    ['lines alone', "    'Acme_A' => 1,\n    'Acme_B' => 0,\n"]
  ])('of %s', (_, text) => {
    expect([...(parseModuleStates(text) ?? [])]).toEqual([
      ['Acme_A', true],
      ['Acme_B', false]
    ])
  })

  test('none in another file', () => {
    expect(parseModuleStates('<?php return [];')).toBeNull()
  })

  test('the same never differ from themselves; new ones never matter', () => {
    const states = fc.dictionary(fc.stringMatching(/^[A-Z][a-z]{1,5}_[A-Z]$/), fc.boolean())
    fc.assert(
      fc.property(states, states, (one, more) => {
        const committed = new Map(Object.entries(one))
        expect(compareModuleStates(committed, new Map([...Object.entries(more), ...committed]))).toEqual([])
      })
    )
  })
})

test('the main address is the primary route', () => {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64')
  const primary = { type: 'upstream', primary: true }
  expect(
    parsePrimaryRoute(
      encode({ 'http://a.example/': { type: 'redirect' }, 'https://a.example/': {}, 'https://b.example/': primary }),
      'shop'
    )
  ).toBe('https://b.example/')
  expect(parsePrimaryRoute(encode({ 'http://a.example/': {}, 'https://a.example/': {} }), null)).toBe(
    'https://a.example/'
  )
  for (const text of ['', '%%%', encode([]), encode({ 'no address': {} })])
    expect(parsePrimaryRoute(text, null)).toBeNull()
})

test('of several applications only the routes of the wanted one count', () => {
  const route = (app: string, primary = false): object => ({ type: 'upstream', upstream: `${app}:http`, primary })
  const blog = { 'https://example/': route('blog', true), 'https://blog.example/': route('blog') }
  const both = { ...blog, 'http://shop.example/': route('shop'), 'https://shop.example/': route('shop') }
  expect(primaryRoute(both, 'shop')).toBe('https://shop.example/')
  expect(primaryRoute(both, 'blog')).toBe('https://example/')
  for (const app of [null, 'nope']) expect(primaryRoute(both, app)).toBeNull()
  // A single application may have another name than in the checkout.
  for (const app of [null, 'renamed']) expect(primaryRoute(blog, app)).toBe('https://example/')
})

test('a node tells its application before the routes', () => {
  const routes = {
    'https://example/': { upstream: 'blog:http', primary: true },
    'https://shop.example/': { upstream: 'shop:http' }
  }
  const script = `export MAGENTO_CLOUD_ROUTES='${Buffer.from(JSON.stringify(routes)).toString('base64')}'\n${routesCommand}`
  const told = (name: string): string =>
    execFileSync('sh', ['-c', script], {
      encoding: 'utf8',
      env: { ...process.env, MAGENTO_CLOUD_APPLICATION_NAME: name }
    })
  expect(readNodeRoutes(told('shop'))).toBe('https://shop.example/')
  expect(readNodeRoutes(told('blog'))).toBe('https://example/')
  expect(readNodeRoutes(told(''))).toBeNull()
})
