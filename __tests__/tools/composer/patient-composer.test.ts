import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { join } from 'node:path'
import { createComposer, type Composer, type ComposerRunOptions } from '../../../src/tools/composer/composer.js'
import { patientComposer } from '../../../src/tools/composer/patient-composer.js'
import { mostFailedTries, watchDownloads } from '../../../src/tools/composer/watch-downloads.js'
import { withComposerHome } from '../../../src/tools/composer/composer-home.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'
import { files } from '../../../src/tools/files.js'
import { Secret } from '../../../src/secrets/secret.js'
import { startLocalProject, type LocalProject } from '../../helpers/local-project.js'

let project: LocalProject
beforeAll(async () => {
  project = await startLocalProject()
})
afterAll(() => project.stop())
afterEach(() => {
  project.repository.intercept(null)
})

const install = ['install', '--no-progress', '--no-plugins', '--no-scripts', '--ignore-platform-reqs']

function withPatience<T>(
  beforeRetry: (attempt: number) => Promise<boolean>,
  task: (composer: Composer) => Promise<T>
): Promise<T> {
  const { host, username, password } = project.repository
  const auth = new Secret(JSON.stringify({ 'http-basic': { [host]: { username, password } } }))
  return withComposerHome(files, { auth, gitConfig: new Secret(''), platform: {} }, (home) => {
    const { environment = {} } = project.context
    const composer = createComposer(createRunCommand(), { environment, home, securityBlocking: true })
    return task(patientComposer(composer, { files, home, beforeRetry }))
  })
}

/** Lets no archive through; returns the addresses that were asked for. */
function overload(): string[] {
  const asked: string[] = []
  project.repository.intercept(({ url = '' }, response) => {
    if (!url.startsWith('/archives/')) return false
    asked.push(url)
    response.writeHead(503).end()
    return true
  })
  return asked
}

test('F45: archives that all fail are not asked for one by one: one stands for all, and then all are installed', async () => {
  const asked = overload()
  const counts: number[] = []
  const beforeRetry = (attempt: number): Promise<boolean> => {
    counts.push(asked.length)
    if (attempt === 2) project.repository.intercept(null)
    return Promise.resolve(true)
  }
  const result = await withPatience(beforeRetry, (composer) => composer.run(project.checkout, install))
  expect(result.exitCode).toBe(0)
  expect(await files.exists(join(project.checkout, 'vendor/magento/framework'))).toBe(true)
  expect(await files.list(join(project.checkout, 'vendor/composer'))).not.toContainEqual(expect.stringMatching(/^tmp-/))
  // Some 60 packages, each asked for four times and more, would be 240 and take a minute and a half.
  expect(counts).toHaveLength(2)
  expect(counts[0]).toBeLessThan(40)
  expect(new Set(asked.slice(counts[0])).size).toBe(1)
})

const overloaded = {
  exitCode: 100,
  stdout: '',
  timedOut: false,
  stderr: 'file could not be downloaded (HTTP/1.1 503 )'
}

test('F45: where the archive does not come, its refusal is the answer, after three times in all', async () => {
  const calls: (readonly string[])[] = []
  const composer = {
    run: async (_folder: string, args: readonly string[], { onLine, signal }: ComposerRunOptions = {}) => {
      calls.push(args)
      if (onLine === undefined) return overloaded
      while (signal?.aborted === false) {
        onLine('  - Downloading a/b (1.0)')
        await new Promise(setImmediate)
      }
      return { ...overloaded, exitCode: 143, stderr: '' }
    }
  } as Composer
  const home = await files.privateFolder('home')
  const patient = patientComposer(composer, { files, home, beforeRetry: () => Promise.resolve(true) })
  expect(await patient.run(project.checkout, ['install'])).toEqual(overloaded)
  expect(calls.map(({ length }) => length > 1)).toEqual([false, true, true, true])
  expect(await patient.run(project.checkout, ['audit'], { patient: false })).toEqual(overloaded)
  expect(calls).toHaveLength(5)
  await files.remove(home)
})

const settled = (): Promise<void> => new Promise(setImmediate)

async function tries(arrived: () => number, names: readonly string[]): Promise<string[]> {
  const dead: string[] = []
  const line = watchDownloads(
    () => Promise.resolve(arrived()),
    (name) => dead.push(name)
  )
  for (const name of names) {
    line(`  - Downloading ${name} (1.0)`)
    await settled()
  }
  return dead
}

test('downloads are given up where tries fail and nothing arrives, and not where archives come in between', async () => {
  const names = [...Array(60).keys()].map((index) => `a/package-${index}`)
  expect(await tries(() => 3, names)).toEqual([])
  expect(await tries(() => 3, [...names, ...names])).toEqual([`a/package-${mostFailedTries - 1}`])
  let asked = 0
  const now = (): number => Math.floor((asked += 1) / (mostFailedTries - 1))
  expect(await tries(now, [...names, ...names, ...names])).toEqual([])
})
