import { expect, test } from '@jest/globals'
import { githubRepository } from '../../src/project/github-repository.js'

test.each([
  'https://github.com/shop/project.git',
  'https://token@github.com/shop/project',
  'git@github.com:shop/project.git',
  'ssh://git@github.com/shop/project.git'
])('%s is shop/project', (url) => {
  expect(githubRepository(url)).toEqual({ owner: 'shop', repo: 'project' })
})

test.each(['/var/git/origin.git', 'file:///srv/git', ''])('%s is none', (url) => {
  expect(githubRepository(url)).toBeNull()
})
