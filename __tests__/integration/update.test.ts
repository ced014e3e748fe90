import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { upgrade } from '../../src/upgrade.js'
import { startLocalProject, type LocalProject } from '../local-project.js'

describe.each(['allow-list', 'deny-list'] as const)('a project with the %s layout', (layout) => {
  let project: LocalProject
  beforeAll(async () => {
    project = await startLocalProject({ layout })
  })
  afterAll(() => project.stop())

  test('fast and full give the same tree, and nothing stale stays', async () => {
    const trees: string[] = []
    for (const install of ['fast', 'full'] as const) {
      const report = await upgrade({ ...project.options, install, push: false }, project.context)
      expect(report.error).toBeNull()
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
  }, 120_000)
})

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
