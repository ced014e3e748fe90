import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newRunState, composeReport } from '../../src/run/run-state.js'
import { nameApplication, nameApplicationIn } from '../../src/report/name-application.js'

const named = (text: string): string => nameApplication(text, 'shop')

test('each command that takes an application names it, once', () => {
  expect(named('magento-cloud ssh "df -h", magento-cloud db:size; see magento-cloud relationships.')).toBe(
    'magento-cloud ssh -A shop "df -h", magento-cloud db:size -A shop; see magento-cloud relationships -A shop.'
  )
  expect(named('magento-cloud log deploy; magento-cloud sql')).toBe(
    'magento-cloud log -A shop deploy; magento-cloud sql -A shop'
  )
  expect(named('magento-cloud db:sql -p abc -e x')).toBe('magento-cloud db:sql -A shop -p abc -e x')
  for (const same of [
    'magento-cloud ssh -A shop',
    'magento-cloud environment:redeploy',
    'magento-cloud activity:log abc',
    'magento-cloud sql-dumps',
    'magento-cloud-upgrade backup list'
  ])
    expect(named(same)).toBe(same)
  expect(nameApplication('magento-cloud ssh', "'; rm")).toBe('magento-cloud ssh')
})

test('in a report everything but what a server said', () => {
  const finding = { id: 'a', title: 'magento-cloud ssh', evidence: 'magento-cloud ssh', next: 'magento-cloud ssh' }
  const report = composeReport(newRunState({ findings: [finding as never] }), [], 1, null, [])
  expect(nameApplicationIn(report, 'shop').findings).toEqual([{ ...finding, next: 'magento-cloud ssh -A shop' }])
})

test('every command of magento-cloud that the sources print either takes no application or is known to take one', () => {
  const without =
    /^(?:activity|environment:(?:list|redeploy|deploy|resume|activate|info|ssh|edit)|snapshot|integration|variable|backup|user|app:list|ssh-cert|domain|project|version|auth)\b/
  const printed = sources('src').flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/magento-cloud ([a-z]+(?::[a-z-]+)*)(?=[ .,;:)'`"\n])/g)].map(
      ([, command = '']) => command
    )
  )
  const unknown = printed.filter((command) => /:|^(?:sql|ssh|log|mount|rel)/.test(command) && !without.test(command))
  expect(unknown.filter((command) => named(`magento-cloud ${command}`) === `magento-cloud ${command}`)).toEqual([])
  expect(new Set(unknown).size).toBeGreaterThan(4)
})

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name))
}
