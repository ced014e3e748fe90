import { afterAll, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { silentLogger } from '../../../src/logger.js'
import { updateDependencies } from '../../../src/steps/update/update-dependencies.js'
import type { Composer } from '../../../src/tools/composer/composer.js'
import { files } from '../../../src/tools/files.js'
import { createGit } from '../../../src/tools/git/git.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { templateProject } from '../../helpers/template-project.js'

const folder = mkdtempSync(join(tmpdir(), 'marshaled-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const done = { exitCode: 0, stdout: '', stderr: '', timedOut: false }

/** Composer that installs the packages and says that all is well, but has its plugins off: nothing is marshaled. */
const withoutPlugins: Pick<Composer, 'run' | 'php'> = {
  php: () => Promise.resolve(done),
  run: (at) => {
    for (const path of ['bin/magento', '.gitignore', 'app/design/frontend/Magento/theme.xml']) {
      const file = join(at, 'vendor/magento/magento2-base', path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, 'of the release\n')
    }
    return Promise.resolve(done)
  }
}

test('F18, F87: an update after which mapped files are missing is none, though Composer ended with 0', async () => {
  const before = templateProject()
  const environment = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' }
  const author = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com']
  const plain = (...args: string[]): Buffer => execFileSync('git', args, { cwd: folder, env: environment })
  writeFileSync(join(folder, 'composer.json'), before.composerJson)
  writeFileSync(join(folder, '.gitignore'), '/vendor\n')
  plain('init', '--quiet', '--initial-branch=main')
  plain('add', '--all')
  plain(...author, 'commit', '--quiet', '--message', 'First')
  const git = createGit(createRunCommand(), environment, folder)
  const after = { ...templateProject('2.4.7-p5'), appYaml: null }
  const updating = updateDependencies(
    { git, composer: withoutPlugins as Composer, files, logger: silentLogger },
    { install: 'fast', holdsSecrets: false, keepChanges: false, before, after, toVersion: '2.4.7-p5' }
  )
  await expect(updating).rejects.toMatchObject({
    code: 'composer-crashed',
    exitCode: 34,
    message: expect.stringMatching(/mapped files are missing: bin\/magento/) as unknown
  })
})
