import { expect, test } from '@jest/globals'
import { createComposer } from '../../../src/tools/composer/composer.js'
import type { RunCommand } from '../../../src/tools/process/command.js'

function programs(composer: string): { readonly run: RunCommand; readonly started: string[] } {
  const started: string[] = []
  const run: RunCommand = (argv) => {
    started.push(argv[0])
    const stdout = argv[0] === 'composer' ? composer : '8.3.1'
    return Promise.resolve({ exitCode: 0, stdout, stderr: '', timedOut: false })
  }
  return { run, started }
}

const world = (home: string, path = '/bin') => ({ environment: { PATH: path }, home, securityBlocking: true })

test('one run asks each program for its version once, whatever home Composer has', async () => {
  const { run, started } = programs('Composer version 2.9.3 2026-01-01')
  const both = [createComposer(run, world('/a')), createComposer(run, world('/b'))]
  const versions = await Promise.all(both.map((composer) => composer.versions()))
  expect(versions).toEqual([
    { composer: '2.9.3', php: '8.3.1' },
    { composer: '2.9.3', php: '8.3.1' }
  ])
  expect(started.sort()).toEqual(['composer', 'php'])
})

test('another PATH, another run and a failure are asked anew or told', async () => {
  const { run, started } = programs('Composer version 2.9.3')
  await createComposer(run, world('/a')).versions()
  await createComposer(run, world('/a', '/other')).versions()
  expect(started).toHaveLength(4)
  expect(await createComposer(programs('no such thing').run, world('/a')).versions()).toBeNull()
})
