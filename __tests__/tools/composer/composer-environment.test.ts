import { expect, test } from '@jest/globals'
import { createComposer } from '../../../src/tools/composer/composer.js'
import type { RunCommand } from '../../../src/tools/process/command.js'

test.each([[{}], [{ COMPOSER_ALLOW_SUPERUSER: '0', COMPOSER_MEMORY_LIMIT: '8M' }]])(
  'F18, F87: with %j Composer has its plugins as root, too, also where it runs other PHP',
  async (given) => {
    const seen: unknown[] = []
    const run: RunCommand = (_argv, { env }) => {
      seen.push(env)
      return Promise.resolve({ exitCode: 0, stdout: '', stderr: '', timedOut: false })
    }
    const environment = { PATH: '/usr/bin', ...given }
    const composer = createComposer(run, { environment, home: '/nowhere', securityBlocking: true })
    await composer.run('/nowhere', ['install'])
    await composer.php('/nowhere', ['-v'])
    expect(seen).toEqual(seen.map(() => expect.objectContaining({ COMPOSER_ALLOW_SUPERUSER: '1' })))
    expect(seen).toHaveLength(2)
  }
)
