import { expect, test } from '@jest/globals'
import { planMigrations } from '../../../src/steps/plan/composer-migrations.js'
import { planNotes } from '../../../src/steps/plan/plan-notes.js'
import { chooseRuntime } from '../../../src/steps/plan/runtime.js'
import { checkRequirements } from '../../../src/project/requirements.js'
import { templateBranches } from '../../helpers/template-branches.js'
import { json } from '../../helpers/template-project.js'

const pairs = templateBranches.flatMap((from, index) =>
  templateBranches.slice(index + 1).map((to) => [`${from.version} to ${to.version}`, from, to] as const)
)

/** Requirements of a root, without those that may stay of an older line. */
function kept(text: string): Record<string, string> {
  return (JSON.parse(text) as { require: Record<string, string> }).require
}

test.each(pairs)('%s: a project of the one template gets the requirements of the other', (_, from, to) => {
  const root = { version: from.version, require: from.require }
  const after = kept(planMigrations(json(root), { from: from.version, to: to.version }).text)
  const plugin = 'magento/composer-root-update-plugin'
  // ^2.0.2 and ^2.0.3 give the same release today: what allows it is not touched.
  expect({ ...after, [plugin]: '' }).toEqual({ ...to.require, [plugin]: '' })
  expect(after[plugin]).toMatch(/^\^2\.0\.[23]$/)
})

test('what a project requires by its own decision stays', () => {
  const own = { 'laminas/laminas-di': '^3.5', 'magento/composer-root-update-plugin': '>=1.1' }
  expect(kept(planMigrations(json({ require: own }), { from: '2.4.4', to: '2.4.8' }).text)).toEqual(own)
})

test.each(pairs)('%s: PHP follows, and each service that differs is told or fits', (_, from, to) => {
  const declared = from.composer === null ? '' : `dependencies: {php: {composer/composer: '${from.composer}'}}\n`
  const app = `type: php:${from.php}\n${declared}`
  const runtime = chooseRuntime(app, to.version, true)
  const changed = runtime.appYaml ?? app
  const servicesYamlText = from.services.map((type, index) => `s${index}: {type: '${type}'}\n`).join('')
  const told = checkRequirements({ target: to.version, appYamlText: changed, servicesYamlText, composerVersion: null })
  expect(told.filter(({ id }) => id === 'requirement-php' || id === 'requirement-composer')).toEqual([])
  // The type of a service differs only if the target does not support the old one.
  const gone = from.services.filter((type) => !to.services.some((other) => other.split(':')[0] === type.split(':')[0]))
  for (const type of gone) {
    const kind = type.split(':')[0] ?? ''
    expect(told.map(({ id }) => id)).toContain(`requirement-${kind}`)
  }
})

test('each thing that a plan knows has its level', () => {
  const before = json({ require: { 'magento/product-enterprise-edition': '2.4.7-p3', a: '1' } })
  const after = json({ require: { 'magento/composer-root-update-plugin': '^2.0.3', a: '1' } })
  const change = { change: 'up', from: '1.3.0', to: '1.4.0', thirdParty: true } as const
  const notes = planNotes({
    problems: [{ id: 'support-date', severity: 'warning', level: 'information', message: 'Ends.', fix: '' }],
    migrations: [
      {
        id: 'root-update-plugin',
        file: 'composer.json',
        description: 'version 2 of magento/composer-root-update-plugin is required'
      }
    ],
    packageChanges: [
      { name: 'acme/module-example', ...change },
      { name: 'magento/module-legacy-editor', change: 'removed', from: '1', to: null, thirdParty: false },
      { name: 'monolog/monolog', ...change, thirdParty: false }
    ],
    before,
    after
  })
  expect(notes.map(({ id, level }) => [id, level])).toEqual([
    ['extension-moves', 'look'],
    ['modules-gone', 'look'],
    ['root-requirement', 'look'],
    ['support-date', 'information'],
    ['root-update-plugin', 'information']
  ])
  expect(notes[2]?.message).toBe('composer.json no longer requires magento/product-enterprise-edition 2.4.7-p3.')
})
