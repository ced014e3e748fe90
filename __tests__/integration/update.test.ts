import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
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
