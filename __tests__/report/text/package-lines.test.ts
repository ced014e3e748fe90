import { expect, test } from '@jest/globals'
import { packageLines } from '../../../src/report/text/package-lines.js'
import type { PackageChange } from '../../../src/report/report.js'

type Kind = PackageChange['change']
const change = (name: string, kind: Kind, from = '1.0.0', to = '1.1.0', thirdParty = false): PackageChange => ({
  name,
  change: kind,
  from: kind === 'added' ? null : from,
  to: kind === 'removed' ? null : to,
  thirdParty
})
const packageChanges = [
  change('magento/again', 'same-version', '1.0.0', '1.0.0'),
  change('magento/lower', 'down', '1.1.0', '1.0.0'),
  ...Array.from({ length: 50 }, (_, index) => change(`magento/module-${index}`, 'up')),
  ...Array.from({ length: 30 }, (_, index) => change(`magento/new-${index}`, 'added')),
  ...Array.from({ length: 25 }, (_, index) => change(`magento/major-${index}`, 'up', '100.4.7', '101.0.0')),
  ...Array.from({ length: 25 }, (_, index) => change(`acme/many-${index}`, 'up', '1.0.0', '1.0.1', true)),

  change('magento/product-enterprise-edition', 'up', '2.4.7', '2.4.8'),
  change('laminas/a', 'up'),
  change('laminas/b', 'up'),
  change('psr/log', 'up', '1.9.0', '3.0.0'),
  change('zero/x', 'up', '0.1.0', '0.2.0'),
  change('old/y', 'removed'),
  change('acme/module', 'up', '1.0.0', '2.0.0', true),
  change('acme/new', 'added', '', '1.0.0', true)
]

test('extensions come first, with signs; majors and older versions are marked', () => {
  const text = packageLines({ packageChanges }).join('\n')
  expect(text).toMatch(
    /^\nExtensions .*\n {2}\+ acme\/new .*\n(?: {2}~ acme\/many-.*\n){25} {2}~ acme\/module .*1\.0\.0 -> 2\.0\.0 {2}\(major\)\n\nCore/
  )
  expect(text).toContain('\n  ~ 8 more magento/*  (major)\n')
  expect(text).toContain('\n  ~ acme/many-24')
  expect(text).toContain('\n  ~ magento/product-enterprise-edition')
  expect(text).toMatch(/\n {2}~ magento\/lower +1\.1\.0 -> 1\.0\.0 {2}\(older\)\n/)
  expect(text).toMatch(/\n {2}~ magento\/again +1\.0\.0 -> 1\.0\.0 {2}\(another archive\)\n/)
  expect(text).toMatch(
    /Libraries.*\n {2}- old\/y +1\.0\.0\n {2}~ psr\/log .*\(major\)\n {2}~ zero\/x .*\(major\)\n {2}~ 2 more laminas/
  )
})

test('each count is that of the lines below it', () => {
  const parts = packageLines({ packageChanges }).join('\n').trim().split('\n\n')
  expect(parts).toHaveLength(3)
  const kinds = { '+': /added/, '-': /removed/, '~': /updated|downgraded|another archive/ } as const
  for (const part of parts) {
    const [title = '', ...lines] = part.split('\n')
    const announced = [...title.matchAll(/(\d+) ([a-z][a-z ]*)/g)]
    for (const [sign, kind] of Object.entries(kinds)) {
      const listed = lines.filter((line) => line.startsWith(`  ${sign} `))
      const counted = listed.map((line) => Number(/^ {2}. (\d+) more /.exec(line)?.[1] ?? 1)).reduce((a, b) => a + b, 0)
      const told = announced.filter(([, , what = '']) => kind.test(what)).map(([, number]) => Number(number))
      expect([title, sign, counted]).toEqual([title, sign, told.reduce((a, b) => a + b, 0)])
    }
  }
})
