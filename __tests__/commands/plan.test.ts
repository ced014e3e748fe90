import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import { plan as planCommand } from '../../src/commands/plan.js'
import type { UpgradeReport } from '../../src/report/report.js'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import { upgrade } from '../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../helpers/local-project.js'

let project: LocalProject
beforeAll(async () => {
  // The extension's releases end with the line that runs.
  project = await startLocalProject({ extension: true, extensionUpTo: '2.4.7-p3' })
})
afterAll(() => project.stop())
beforeEach(async () => {
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
})

const { stringify } = JSON
const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']

function plan(target: string, given: GivenOptions = {}): Promise<UpgradeReport> {
  const { workingDirectory, composerUsername, composerPassword, vulnerableComposer } = project.options
  const options = { workingDirectory, composerUsername, composerPassword, vulnerableComposer, target, ...given }
  return planCommand(options as GivenOptions, project.context)
}

async function change(name: string, edit: (text: string) => string): Promise<void> {
  const path = join(project.checkout, name)
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
  await project.git(...identity, 'commit', '--quiet', '--all', '--message', `Change ${name}`)
}

/** Keeps the project from some versions of the framework, as an extension or an advisory does. */
function forbid(versions: string): Promise<void> {
  return change('composer.json', (text) => {
    const root = JSON.parse(text) as { conflict?: object }
    return stringify({ ...root, conflict: { ...root.conflict, 'magento/framework': versions } }, null, 4)
  })
}

test.each([
  ['latest-patch', '2.4.7-p10', null],
  ['2.4.7', '2.4.7-p10', null],
  ['2.4.7-p5', '2.4.7-p5', '2.4.7-p5'],
  ['2.4.7-p3', '2.4.7-p3', '2.4.7-p3']
])('%s resolves to %s', async (target, version, pin) => {
  const report = await plan(target)
  expect(report.error).toBeNull()
  expect(report.plan).toMatchObject({
    toVersion: version,
    productPin: pin,
    constraint: '>=2.4.7 <2.4.8',
    changed: version !== '2.4.7-p3'
  })
})

// F02, F03
test.each([
  ['2.4.6', 10, 'lower'],
  ['2.4.7-p2', 10, 'lower'],
  ['2.4.7-p77', 10, '2.4.7-p77'],
  ['v2.4.8', 10, 'Accepted are'],
  ['2.4.9', 12, 'PHP']
])('%s is refused with exit code %i', async (target, exitCode, words) => {
  const { error } = await plan(target)
  expect(error?.exitCode).toBe(exitCode)
  expect(`${error?.message ?? ''} ${error?.next ?? ''}`.toLowerCase()).toContain(words.toLowerCase())
})

// F46
test('an extension that blocks the target is named, with the raw reasons kept', async () => {
  const before = await project.git('status', '--porcelain=v1', '--ignored')
  const { error, plan: planned } = await plan('2.4.8')
  expect(error).toMatchObject({ code: 'unsatisfiable', exitCode: 32 })
  expect(error?.problems.map(({ message }) => message).join()).toContain('acme/module-example')
  expect(error?.details).toContain('Problem 1')
  expect(planned).toBeNull()
  expect(await project.git('status', '--porcelain=v1', '--ignored')).toBe(before)
})

test.each(['latest-patch', '2.4.7'])('%s says what keeps the project from the newest patch', async (target) => {
  await forbid('103.0.7-p10')
  const report = await plan(target)
  expect(report).toMatchObject({
    error: null,
    plan: { toVersion: '2.4.7-p9', heldBack: { version: '2.4.7-p10', code: 'unsatisfiable' } }
  })
  const told = report.warnings.filter(({ id }) => id === 'held-back')
  expect(told.map(({ message }) => message)).toEqual([expect.stringMatching(/2\.4\.7-p10 is available.*2\.4\.7-p9/)])
})

test('what stays below the newest patch is held back, not up to date', async () => {
  await forbid('>103.0.7-p3')
  const report = await plan('latest-patch')
  expect(report).toMatchObject({ error: null, verdict: 'held-back', plan: { changed: false, toVersion: '2.4.7-p3' } })
  expect(renderText(report)).toMatch(/2\.4\.7-p3 stays, although 2\.4\.7-p10 is out/)
})

test('the terminal and the summary tell all that the plan knows, by level', async () => {
  await change('.magento/services.yaml', (text) => text.replace(/type: mysql:.*/, 'type: mysql:10.4'))
  await change('composer.json', (text) => {
    const root = JSON.parse(text) as { require: object }
    return stringify(
      { ...root, require: { ...root.require, 'magento/product-enterprise-edition': '2.4.7-p3' } },
      null,
      4
    )
  })
  const report = await plan('latest-patch')
  expect(renderSummary(report)).toContain('| MariaDB (`mysql`) | 10.4 | **MariaDB 10.11 or 11.8** |')
  for (const text of [renderText(report), renderSummary(report).replaceAll('\\', '')])
    expect(text).toMatch(/no longer requires magento\/product-enterprise-edition 2\.4\.7-p3/s)
  const text = renderText(report)
  expect(text).toMatch(/Change first: \d+\n {2}! mysql +MariaDB 10\.4 +2\.4\.7-p10 supports MariaDB 10\.11 or 11\.8\n/)
  expect(text).toMatch(
    /Warnings: .*! composer\.json no longer requires magento\/product-enterprise-edition 2\.4\.7-p3/s
  )
  expect(text).toMatch(/\nPlan: \d+ to update.* 0 blockers, \d+ to change first, \d+ warnings?\.\n/)
  expect(text).toContain('  magento-cloud-upgrade upgrade --target latest-patch --project ID --dry-run\n')
})

test('the extension is named with the release that allows the target, and the way out, in the first line', async () => {
  const { error } = await plan('2.4.8')
  expect(error?.message).toMatch(/^composer\.json requires acme\/module-example .*none of its releases.*remove it/)
  expect(error?.message).not.toContain('magento-cloud-metapackage')
})

test('a root requirement that blocks is named with what it would need', async () => {
  await change('composer.json', (text) => text.replace('"require": {', '"require": {"magento/framework": "103.0.7",'))
  const { error } = await plan('2.4.8')
  const pin = error?.problems.find(({ message }) => message.startsWith('composer.json requires magento/framework'))
  expect(pin?.message).toMatch(/requires magento\/framework 103\.0\.7, and the target needs /)
  expect(pin?.fix).toContain('Loosen')
})

// F48
test('a plugin that nobody allowed is named before the push', async () => {
  const manifest = { name: 'acme/plugin', version: '1.0.0', type: 'composer-plugin', extra: { class: 'Acme\\Plugin' } }
  mkdirSync(join(project.checkout, 'local'), { recursive: true })
  writeFileSync(join(project.checkout, 'local/composer.json'), stringify(manifest))
  await project.git('add', '--force', 'local')
  await change('composer.json', (text) => {
    const root = JSON.parse(text) as { require: object; repositories: object }
    const repositories = { local: { type: 'path', url: 'local' }, ...root.repositories }
    return stringify({ ...root, repositories, require: { ...root.require, 'acme/plugin': '*' } }, null, 4)
  })
  const report = await upgrade({ ...project.options, target: '2.4.7', push: false }, project.context)
  expect(report.error?.problems).toContainEqual(
    expect.objectContaining({ id: 'plugin-not-allowed', message: expect.stringContaining('acme/plugin 1.0.0') })
  )
  expect(report.commit).toBeNull()
})

test('a package in a submodule is found where the checkout has it, and named where not', async () => {
  const module = join(project.folder, 'points')
  mkdirSync(module)
  writeFileSync(join(module, 'composer.json'), stringify({ name: 'acme/points', type: 'magento2-module' }))
  const inModule = (...args: string[]): Promise<string> => project.git('-C', module, ...args)
  await inModule('init', '--quiet')
  await inModule('add', '.')
  await inModule(...identity, 'commit', '--quiet', '--message', 'Points')
  await inModule('tag', '1.2.0')
  const added = ['submodule', '--quiet', 'add', '--force', module, 'modules/points']
  await project.git('-c', 'protocol.file.allow=always', ...added)
  await change('composer.json', (text) => {
    const root = JSON.parse(text) as { require: object; repositories: object }
    const repositories = { points: { type: 'path', url: 'modules/points' }, ...root.repositories }
    return stringify({ ...root, repositories, require: { ...root.require, 'acme/points': '^1.2' } }, null, 4)
  })
  const { error, plan: made } = await plan('2.4.7')
  expect(error).toBeNull()
  expect(made?.packageChanges).toContainEqual(expect.objectContaining({ name: 'acme/points', to: '1.2.0' }))
  await project.git('submodule', '--quiet', 'deinit', '--force', 'modules/points')
  rmSync(join(project.checkout, '.git/modules'), { recursive: true })
  expect((await plan('2.4.7')).error?.next).toContain('git submodule update --init modules/points')
})

test('an exact patch pins the product, and the next plan takes the pin away', async () => {
  const { error, commit, warnings } = await upgrade(
    { ...project.options, target: '2.4.7-p5', push: false },
    project.context
  )
  expect(error).toBeNull()
  const show = async (): Promise<string> => project.git('show', `${commit ?? ''}:composer.json`)
  expect(await show()).toContain('"magento/product-enterprise-edition": "2.4.7-p5"')
  const next = await upgrade({ ...project.options, target: 'latest-patch', push: false }, project.context)
  expect(next.plan).toMatchObject({ fromVersion: '2.4.7-p5', toVersion: '2.4.7-p10', productPin: null })
  // F51: neither the project's own lock nor one that we wrote is called stale; one that is, is told.
  expect(JSON.stringify([warnings, next.warnings])).not.toContain('composer-lock-stale')
  await project.git('reset', '--quiet', '--hard', 'origin/integration')
  await change('composer.json', (text) => text.replace('"extra": {', '"extra": {\n        "mine": true,'))
  expect(JSON.stringify((await plan('2.4.7-p5')).warnings)).toContain('composer-lock-stale')
  expect(await project.git('show', `${next.commit ?? ''}:composer.json`)).not.toContain('product-enterprise-edition')
})

test('what is locked for a declared PHP bears no trace of this machine', async () => {
  const locks: string[] = []
  for (const php of ['8.2', '8.3'] as const) {
    await project.git('reset', '--quiet', '--hard', 'origin/integration')
    // The project declares 8.3 at the start.
    if (php === '8.2') await change('.magento.app.yaml', (text) => text.replace('php:8.3', `php:${php}`))
    const report = await upgrade({ ...project.options, target: '2.4.7', push: false }, project.context)
    expect(report.error).toBeNull()
    locks.push(await project.git('show', `${report.commit ?? ''}:composer.lock`))
  }
  for (const lock of locks) expect(lock).not.toContain('platform-overrides')
  expect(stringify(JSON.parse(locks[0] ?? ''))).toContain('"plugin-api-version"')
})

// F88
test('config.lock: false is found before anything is resolved', async () => {
  await change('composer.json', (text) => text.replace('"config": {', '"config": {\n        "lock": false,'))
  const { error } = await plan('2.4.7')
  expect([error?.exitCode, error?.message]).toEqual([12, expect.stringContaining('config.lock')])
})

test('the runtime is written where asked, with the comments kept', async () => {
  await change('.magento.app.yaml', (text) => text.replace(/^type: php:.*$/m, 'type: php:7.4'))
  const refused = await plan('2.4.7')
  expect(refused.error?.message).toContain('PHP 7.4')
  const report = await upgrade(
    { ...project.options, target: '2.4.7', updateAppConfig: true, push: false },
    project.context
  )
  expect(report.error).toBeNull()
  const [before, after] = await Promise.all([
    project.git('show', 'origin/integration:.magento.app.yaml'),
    project.git('show', `${report.commit ?? ''}:.magento.app.yaml`)
  ])
  expect(after).toMatch(/^type: php:8\.[23]$/m)
  const comments = (text: string): string[] => text.split('\n').filter((line) => line.trim().startsWith('#'))
  expect(comments(after)).toEqual(comments(before))
})

test('a dry run changes nothing and says what would change', async () => {
  const head = await project.git('rev-parse', 'HEAD')
  const report = await upgrade({ ...project.options, target: '2.4.7', dryRun: true }, project.context)
  expect(report).toMatchObject({ verdict: 'planned', commit: null, error: null })
  expect(report.plan?.packageChanges.length).toBeGreaterThan(3)
  expect(await project.git('rev-parse', 'HEAD')).toBe(head)
})

test('F54: a hotfix that no longer applies is in the plan, and stops an upgrade before the backup', async () => {
  const path = 'vendor/magento/framework/composer.json'
  const hunk = '@@ -1,2 +1,2 @@\n {\n-    "name": "magento/elsewhere",\n+    "name": "acme/elsewhere",\n'
  mkdirSync(join(project.checkout, 'm2-hotfixes'), { recursive: true })
  writeFileSync(join(project.checkout, 'm2-hotfixes/old.patch'), `--- a/${path}\n+++ b/${path}\n${hunk}`)
  await project.git('add', '--force', 'm2-hotfixes')
  await project.git(...identity, 'commit', '--quiet', '--message', 'Add a hotfix')
  const { error, plan: planned } = await plan('2.4.7')
  expect(error).toBeNull()
  // It is there, so that Composer has brought the package.
  const reason = `patch failed: ${path}:1`
  const note = planned?.notes.find(({ id }) => id === 'patch-conflict')
  expect(note).toMatchObject({ level: 'before', message: expect.stringContaining(reason) })
  const stopped = await upgrade({ ...project.options, target: '2.4.7', push: false }, project.context)
  expect(stopped.error).toMatchObject({ exitCode: 12, message: expect.stringContaining('m2-hotfixes/old.patch') })
})
