import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHubApi } from '../../sandbox/github/api-server.js'
import { upgrade } from '../../src/upgrade.js'
import { startLocalProject, type LocalProject } from '../local-project.js'

let project: LocalProject
let github: Awaited<ReturnType<typeof startGitHubApi>>
beforeAll(async () => {
  project = await startLocalProject()
  github = await startGitHubApi({ origin: `${project.folder}/origin.git` })
})
afterAll(async () => {
  await github.stop()
  await project.stop()
})

test('opens one pull request and updates it when the base has moved', async () => {
  const context = {
    environment: { ...project.context.environment, GITHUB_API_URL: github.url, GITHUB_REPOSITORY: github.repository }
  }
  const options = { ...project.options, pullRequest: true, githubToken: github.token }
  const first = await upgrade(options, context)
  expect([first.error, first.verdict]).toEqual([null, 'pushed'])
  expect((await project.git('rev-parse', 'HEAD')).trim()).not.toBe(first.commit)
  const same = await upgrade(options, context)
  expect([same.error, same.commit]).toEqual([null, first.commit])

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
  expect(github.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
})
