import { expect, test } from '@jest/globals'
import { checkTools, type CheckedTools } from '../../../src/steps/preflight/check-tools.js'

const answer = (stdout: string): never => ({ exitCode: 0, stdout, stderr: '', timedOut: false }) as never
const tools = (composer: string | null, git: string, cloud: string | null, ssh: string | null): CheckedTools =>
  ({
    composer: { versions: () => Promise.resolve(composer === null ? null : { composer, php: '8.3.0' }) },
    git: { run: () => Promise.resolve(answer(git)) },
    cloud: { version: () => Promise.resolve(cloud) },
    sshVersion: () => Promise.resolve(ssh)
  }) as unknown as CheckedTools
const idsOf = async (given: CheckedTools): Promise<string[]> =>
  (await checkTools(given, { vulnerableComposer: 'fail' })).map(({ id }) => id)

test('all tools are there and new enough', async () => {
  expect(await idsOf(tools('2.10.3', 'git version 2.39.5', '1.46.1', '7.6'))).toEqual([])
})

// F16
test('everything that is missing is told at once', async () => {
  expect(await idsOf(tools(null, '', null, null))).toEqual([
    'tool-composer',
    'tool-git',
    'tool-magento-cloud',
    'tool-ssh'
  ])
})

// F16
test('everything that is too old is told at once', async () => {
  const old = tools('1.10.27', 'git version 2.24.0', '1.45.9', '7.4')
  expect(await idsOf(old)).toEqual(['tool-composer', 'tool-git', 'tool-magento-cloud', 'tool-ssh'])
})

test('a vulnerable Composer is an error, or a warning where that was asked for', async () => {
  const given = tools('2.8.8', 'git version 2.47.0', '1.47.0', '10.0')
  const severity = async (vulnerableComposer: 'fail' | 'warn'): Promise<string | undefined> =>
    (await checkTools(given, { vulnerableComposer }))[0]?.severity
  expect([await severity('fail'), await severity('warn')]).toEqual(['error', 'warning'])
})

test('what runs magento-cloud is named where it is missing', async () => {
  const messageFor = async (program: string): Promise<string | undefined> => {
    const given = { ...tools('2.10.3', 'git version 2.39.5', null, '7.6'), cloud: { program, version: () => null } }
    return (await checkTools(given as unknown as CheckedTools, { vulnerableComposer: 'fail' }))[0]?.message
  }
  expect(await messageFor('php')).toContain('PHP is missing')
  expect(await messageFor('magento-cloud')).toBe('The program magento-cloud is missing.')
})
