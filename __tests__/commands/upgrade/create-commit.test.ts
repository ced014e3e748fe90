import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderSummary } from '../../../src/report/render-summary.js'
import { renderText } from '../../../src/report/render-text.js'
import type { UpgradeReport } from '../../../src/report/report.js'
import { upgrade } from '../../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../../helpers/local-project.js'

describe.each(['allow-list', 'deny-list'] as const)('a project with the %s layout', (layout) => {
  let project: LocalProject
  beforeAll(async () => {
    project = await startLocalProject({ layout })
  })
  afterAll(() => project.stop())

  test('fast and full give the same tree, and nothing stale stays', async () => {
    const trees: string[] = []
    for (const install of ['fast', 'full'] as const) {
      const asked = project.repository.indexRequests()
      const report = await upgrade({ ...project.options, install, push: false }, project.context)
      expect(report.error).toBeNull()
      // One for the plan, one for the versions that there are, and one for the check of the keys.
      expect(project.repository.indexRequests() - asked).toBe(3)
      expect(report).toMatchObject({
        verdict: 'committed',
        plan: { fromVersion: '2.4.7-p3' },
        update: { mode: install }
      })
      trees.push((await project.git('rev-parse', `${report.commit ?? ''}^{tree}`)).trim())
      const files = await project.git('ls-tree', '-r', '--name-only', report.commit ?? '')
      expect(files).not.toMatch(/since-2\.4\.7|lib\/web\/extjs|^vendor\//m)
      await project.git('reset', '--quiet', '--hard', 'origin/integration')
    }
    expect(trees[0]).toBe(trees[1])
  })
})

test('the map of an extension lands below app/code, in both modes', async () => {
  const project = await startLocalProject({ require: { 'acme/module-mapped': '^1.0' } })
  try {
    const trees: string[] = []
    for (const install of ['fast', 'full'] as const) {
      const report = await upgrade({ ...project.options, install, push: false }, project.context)
      expect(report).toMatchObject({ error: null, update: { mode: install } })
      const listed = await project.git('ls-tree', '-r', '--name-only', report.commit ?? '', 'app/code/Acme/Mapped/')
      expect(listed).toMatch(/Mapped\/registration\.php$/m)
      expect(listed).toMatch(/since-2\.4\.8-p4\.xml$/m)
      expect(listed).not.toMatch(/Mapped\/\.editorconfig$/m)
      trees.push((await project.git('rev-parse', `${report.commit ?? ''}^{tree}`)).trim())
      await project.git('reset', '--quiet', '--hard', 'origin/integration')
    }
    expect(trees[0]).toBe(trees[1])
  } finally {
    await project.stop()
  }
})

describe("the shop's own changes in marshaled files", () => {
  let project: LocalProject
  let inFolder = ''
  const commit = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '--all',
    '-m',
    'Own'
  ]
  beforeAll(async () => {
    project = await startLocalProject({ layout: 'deny-list' })
    inFolder = (await project.git('ls-files', 'lib/web/css')).split('\n').find((path) => path.endsWith('.php')) ?? ''
    const change = (path: string, edit: (text: string) => string): void => {
      writeFileSync(join(project.checkout, path), edit(readFileSync(join(project.checkout, path), 'utf8')))
    }
    change('.htaccess', (text) => `${text}SetEnv MAGE_RUN_CODE acme\n`)
    change('pub/index.php', () => '<?php\n\n// All our own.\n')
    change(inFolder, (text) => `${text}// Ours\n`)
    change('.gitignore', (text) => text.replace('/vendor/', '/vendor/*\n!/vendor/.htaccess'))
    mkdirSync(join(project.checkout, 'vendor'), { recursive: true })
    writeFileSync(join(project.checkout, 'vendor/.htaccess'), 'Deny from all\n')
    await project.git('add', '--all')
    await project.git(...commit)
  })
  afterAll(() => project.stop())

  test.each(['fast', 'full'] as const)(
    'are listed, and merged where that is asked for and clean: %s',
    async (install) => {
      const start = (await project.git('rev-parse', 'HEAD')).trim()
      const run = async (keepChanges: boolean): Promise<UpgradeReport> => {
        const report = await upgrade({ ...project.options, install, push: false, keepChanges }, project.context)
        await project.git('reset', '--quiet', '--hard', start)
        return report
      }
      const show = (report: UpgradeReport, path: string): Promise<string> =>
        project.git('show', `${report.commit ?? ''}:${path}`)
      const plain = await run(false)
      expect(plain.error).toBeNull()
      const paths = ['.htaccess', inFolder, 'pub/index.php', 'vendor/.htaccess']
      expect(plain.update?.ownChanges).toEqual(paths.map((path) => ({ path, outcome: 'overwritten' })))
      const notice = plain.update?.problems.find(({ id }) => id === 'own-changes-lost')
      expect(notice?.fix).toContain('magento-deploy-ignore')
      expect(plain.warnings).toContainEqual(notice)
      for (const told of [renderText(plain), renderSummary(plain)]) expect(told).toContain(notice?.message)
      expect(notice?.fix).toContain('"/.htaccess"')
      expect(notice?.fix).not.toContain(inFolder)
      expect(await show(plain, '.htaccess')).not.toContain('MAGE_RUN_CODE')

      if (install === 'full') return
      const kept = await run(true)
      expect(kept.update?.ownChanges).toEqual([
        { path: '.htaccess', outcome: 'kept' },
        { path: inFolder, outcome: 'kept' },
        { path: 'pub/index.php', outcome: 'kept' },
        { path: 'vendor/.htaccess', outcome: 'conflict' }
      ])
      expect(await show(kept, '.htaccess')).toMatch(/as of 2\.4\.8[\s\S]*SetEnv MAGE_RUN_CODE acme\n$/)
      expect(await show(kept, 'pub/index.php')).toContain('All our own')
      expect(await show(kept, 'vendor/.htaccess')).toBe(await show(plain, 'vendor/.htaccess'))
      expect(kept.update?.problems.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['own-changes-kept', 'own-changes-lost'])
      )
    }
  )
})

// F17
test('the declared PHP decides what is locked; a platform of the project itself stays in its lock', async () => {
  const project = await startLocalProject()
  const edit = async (name: string, from: string, to: string): Promise<void> => {
    const path = join(project.checkout, name)
    const text = readFileSync(path, 'utf8')
    expect(text).toContain(from)
    writeFileSync(path, text.replace(from, to))
    await project.git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '-qam', `Change ${name}`)
  }
  const lock = async (install: 'fast' | 'full' = 'fast'): Promise<string> => {
    const before = (await project.git('rev-parse', 'HEAD')).trim()
    const report = await upgrade({ ...project.options, push: false, install }, project.context)
    expect(report.error).toBeNull()
    const text = await project.git('show', `${report.commit ?? ''}:composer.lock`)
    await project.git('reset', '--quiet', '--hard', before)
    return text
  }
  try {
    const older = await lock()
    await edit('.magento.app.yaml', 'php:8.3', 'php:8.4')
    const newer = await lock()
    expect(newer).not.toBe(older)
    for (const text of [older, newer]) expect(text).not.toContain('platform-overrides')
    await edit('composer.json', '"config": {', '"config": {\n        "platform": { "php": "8.3.9" },')
    const own = await lock()
    expect(own).toMatch(/"platform-overrides": \{\s+"php": "8\.3\.9"/)
    expect(await lock('full')).toBe(own)
  } finally {
    await project.stop()
  }
})
