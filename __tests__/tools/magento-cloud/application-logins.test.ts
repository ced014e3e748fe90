import { describe, expect, test } from '@jest/globals'
import type { WantedApplication } from '../../../src/project/wanted-application.js'
import { applicationLogins } from '../../../src/tools/magento-cloud/application-logins.js'
import { parseEnvironment } from '../../../src/tools/magento-cloud/answers.js'

const caught = (task: () => unknown): unknown => {
  try {
    return task()
  } catch (error) {
    return error
  }
}
const ssh = (login: string): { href: string } => ({ href: `ssh://${login}@ssh.us-3.magento.cloud` })
const wanted: WantedApplication = { name: 'mymagento', from: 'file' }
const hostsOf = (links: object, app: WantedApplication | null = wanted): readonly string[] =>
  applicationLogins(parseEnvironment({ id: 'feature/x', status: 'active', _links: links }), app)

test('names the logins of the application, in the order of its nodes, each once', () => {
  const login = (name: string): string => `${name}@ssh.us-3.magento.cloud`
  const cluster = ['3', '1', '2', '10'].map((node) => [`pf:ssh:mymagento:${node}`, ssh(`${node}.ent-p-x`)] as const)
  const nodes = ['1', '2', '3', '10'].map((node) => login(`${node}.ent-p-x`))
  expect(hostsOf(Object.fromEntries(cluster))).toEqual(nodes)
  // Only by its number, or under another name.
  expect(hostsOf({ 'pf:ssh:2': ssh('2.ent-p-x'), 'pf:ssh:1': ssh('1.ent-p-x') })).toEqual(nodes.slice(0, 2))
  expect(hostsOf({ 'pf:ssh:mymagento:0': ssh('p--a'), 'pf:ssh:mymagento:1': ssh('p--a') })).toEqual([login('p--a')])
  expect(hostsOf({ ssh: ssh('p-x') })).toEqual([login('p-x')])
})

describe('an environment of several applications', () => {
  const links = {
    ...{
      self: { href: '/x' },
      ssh: ssh('p-x'),
      'pf:ssh:blog': ssh('p-x--blog'),
      'pf:ssh:blog--mail': ssh('p-x--blog--mail')
    },
    ...{ 'pf:ssh:mymagento--queue': ssh('p-x--mymagento--queue'), 'pf:ssh:mymagento': ssh('p-x--mymagento') }
  }
  const mine = ['p-x--mymagento@ssh.us-3.magento.cloud']

  test('has the logins of the wanted one, without workers', () => {
    expect(hostsOf(links)).toEqual(mine)
    expect(hostsOf(links, { name: 'mymagento', from: 'option' })).toEqual(mine)
  })

  test.each([
    [null, 'has several applications: blog, mymagento'],
    [{ name: 'shop', from: 'file' }, 'has no application shop, only: blog, mymagento'],
    [{ name: 'mymagento--queue', from: 'option' }, 'has no application mymagento--queue']
  ] as const)('is refused where none is named, or one that it has not: %j', (app, message) => {
    expect(caught(() => hostsOf(links, app))).toMatchObject({
      code: 'preflight-failed',
      message: expect.stringContaining(message) as unknown,
      next: expect.stringMatching(/^Set app: to .*working-directory/) as unknown
    })
  })

  test('in one of one application its name in the checkout does not matter, but a typed one does', () => {
    const one = { 'pf:ssh:mymagento': links['pf:ssh:mymagento'], 'pf:ssh:mymagento--queue': ssh('q') }
    for (const app of [null, { name: 'renamed', from: 'file' }] as const) expect(hostsOf(one, app)).toEqual(mine)
    expect(() => hostsOf(one, { name: 'renamed', from: 'option' })).toThrow('only: mymagento')
  })
})
