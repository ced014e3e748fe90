import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHubApi } from '../../../sandbox/github/api-server.js'
import { outputsOf } from '../../../src/action/outputs.js'
import { upgrade } from '../../../src/commands/upgrade.js'
import { startLocalProject, type LocalProject } from '../../helpers/local-project.js'

let project: LocalProject
let refuses: 'no-permission' | 'not-allowed-for-actions' | null = null
let github: Awaited<ReturnType<typeof startGitHubApi>>
beforeAll(async () => {
  project = await startLocalProject()
  github = await startGitHubApi({ origin: `${project.folder}/origin.git`, refuses: () => refuses })
})
afterAll(async () => {
  await github.stop()
  await project.stop()
})

test.each([
  ['no token', null, '', /needs a github-token/],
  ['a wrong token', null, 'ghs_wrong', /rejects the github-token \(401\)/],
  ['a token that is too weak', 'no-permission', undefined, /lacks pull-requests: write/],
  ['a setting that forbids it', 'not-allowed-for-actions', undefined, /Actions is not allowed to create pull requests/]
] as const)('%s is found out before anything is pushed', async (_name, why, token, message) => {
  refuses = why
  const environment = {
    ...project.context.environment,
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: github.repository
  }
  const options = { ...project.options, pullRequest: true, githubToken: token ?? github.token }
  const { error } = await upgrade(options, { environment })
  refuses = null
  expect(error).toMatchObject({ code: 'bad-secret', exitCode: 11, message: expect.stringMatching(message) as unknown })
  expect(await project.git('ls-remote', '--heads', 'origin')).not.toContain('magento-cloud-upgrade')
  expect(github.pullRequests).toEqual([])
})

test('opens one pull request and updates it when the base has moved', async () => {
  const context = {
    environment: { ...project.context.environment, GITHUB_API_URL: github.url, GITHUB_REPOSITORY: github.repository }
  }
  const options = { ...project.options, pullRequest: true, githubToken: github.token }
  const first = await upgrade(options, context)
  expect([first.error, first.verdict]).toEqual([null, 'pushed'])
  const [opened] = github.pullRequests
  expect(outputsOf(first, { reportPath: '', artifact: false })).toMatchObject({
    'pull-request': String(opened?.number),
    'pull-request-url': first.pullRequest?.url
  })
  expect(first.pullRequest?.url).toMatch(new RegExp(`/pull/${String(opened?.number)}$`))
  expect(github.pullRequests[0]?.body).toContain('No backup was made')
  expect((await project.git('rev-parse', 'HEAD')).trim()).not.toBe(first.commit)
  const same = await upgrade(options, context)
  expect([same.error, same.commit]).toEqual([null, first.commit])
  expect(github.pullRequests[0]?.body).toContain('No backup was made')

  await project.git(
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '--allow-empty',
    '--message',
    'Somebody works on'
  )
  await project.git('rm', '--quiet', 'README.md')
  await project.git(
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '--quiet',
    '--message',
    'Remove the README'
  )
  await project.git('push', '--quiet', 'origin', 'integration')
  const second = await upgrade(options, context)
  expect(second.error).toBeNull()
  const tree = await project.git('ls-tree', '--name-only', second.commit ?? '')
  expect(tree).not.toContain('README.md')
  expect(await project.git('log', '--format=%H', second.commit ?? '')).toContain(first.commit)
  expect(github.pullRequests).toHaveLength(1)
  expect(github.requests.filter(({ status }) => status === 201)).toHaveLength(1)
})
