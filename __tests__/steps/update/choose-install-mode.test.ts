import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseInstallMode, type InstallMode } from '../../../src/steps/update/choose-install-mode.js'
import type { InstallChoice } from '../../../src/steps/update/update-request.js'
import { files } from '../../../src/tools/files.js'
import { json, locked, lockText, templatePackages, templateRoot } from '../../helpers/template-project.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'install-mode-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const plugin = (name: string, extra: object = {}): Record<string, unknown> =>
  locked(name, '2.0.0', { type: 'composer-plugin', extra })

function choose(
  root: object,
  choice: Partial<Omit<InstallChoice, 'after'>> = {},
  packages: readonly Record<string, unknown>[] = []
): Promise<InstallMode> {
  const composerJson = json({ ...templateRoot('2.4.8', '2.4.9'), ...root })
  const composerLock = lockText([...templatePackages('2.4.8'), ...packages])
  const after = { composerJson, composerLock }
  return chooseInstallMode(files, { install: 'fast', folder, holdsSecrets: true, after, ...choice })
}
const ids = ({ mode, problems }: InstallMode): readonly string[] => [
  mode,
  ...problems.map(({ id, severity }) => `${severity} ${id}`)
]

test("the template's project is installed fast, without a word", async () => {
  expect(await choose({})).toEqual({ mode: 'fast', problems: [] })
})

test('a script of the branch never changes fast to full where the run holds secrets', async () => {
  const scripts = { 'post-update-cmd': ['@build'], build: 'bin/build.sh' }
  const choice = await choose({ scripts })
  expect(ids(choice)).toEqual(['fast', 'error install-runs-project-code'])
  expect(choice.problems[0]?.message).toContain('"bin/build.sh" (post-update-cmd)')
  expect(choice.problems[0]?.fix).toContain('install: full')
  expect(ids(await choose({ scripts }, { holdsSecrets: false }))).toEqual(['full', 'warning install-mode'])
  expect(ids(await choose({ scripts }, { install: 'fast-without-scripts' }))).toEqual(['fast', 'warning install-mode'])
  expect(ids(await choose({ scripts }, { install: 'full' }))).toEqual(['full'])
})

const allowed = (name: string): object => ({ 'allow-plugins': { 'magento/*': true, [name]: true } })
const patches = { 'magento/magento2-base': { Speed: 'patches/base.patch' } }

test.each([
  ['the root', { extra: { patches } }, {}],
  ['a file of the root', { extra: { 'patches-file': 'composer.patches.json' } }, {}],
  ['a package', {}, { patches }],
  ['a folder', { extra: { 'patches-search': 'patches' } }, {}],
  ['an address', { extra: { 'patches-file': 'https://example.com/patches.json' } }, {}]
])('a plugin that patches a marshaled package, named by %s, is no matter of fast alone', async (_, root, extra) => {
  mkdirSync(join(folder, 'patches'), { recursive: true })
  writeFileSync(join(folder, 'patches/base.patch'), '@package magento/magento2-base\n')
  writeFileSync(join(folder, 'composer.patches.json'), json({ patches }))
  const name = 'cweagans/composer-patches'
  const choice = await choose({ ...root, config: allowed(name) }, {}, [plugin(name, extra)])
  expect(ids(choice)).toEqual(['fast', 'error install-runs-project-code'])
  expect(choice.problems[0]?.message).toContain(name)
  const open = await choose({ ...root, config: allowed(name) }, { holdsSecrets: false }, [plugin(name, extra)])
  expect(ids(open)).toEqual(['full', 'warning install-mode'])
})

test('patches of other packages leave it fast; so does a plugin that is not allowed', async () => {
  const name = 'cweagans/composer-patches'
  const other = { extra: { patches: { 'magento/module-catalog': { Fix: 'patches/x.patch' } } } }
  expect(ids(await choose({ ...other, config: allowed(name) }, {}, [plugin(name)]))).toEqual([
    'fast',
    'warning plugins-not-run'
  ])
  expect(ids(await choose({ extra: { patches } }, {}, [plugin(name)]))).toEqual(['fast'])
  expect(ids(await choose({ extra: { patches }, config: { 'allow-plugins': true } }, {}, [plugin(name)]))).toEqual([
    'fast',
    'error install-runs-project-code'
  ])
})
