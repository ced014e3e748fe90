import { expect, test } from '@jest/globals'
import { readInputs } from '../../src/action/inputs.js'
import { UpgradeError } from '../../src/errors.js'
import type { GivenOptions } from '../../src/normalize-options.js'
import { captured } from './captured.js'

async function read(inputs: Readonly<Record<string, string>>): Promise<{ options: GivenOptions; log: string }> {
  const variables = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  let options: GivenOptions = {}
  const log = await captured(Object.fromEntries(variables) as Record<string, string>, () => {
    options = readInputs('upgrade')
  })
  return { options, log }
}

test('each type is read, and an empty input is none', async () => {
  const { options } = await read({
    target: ' 2.4.8 ',
    'dry-run': 'TRUE',
    push: 'false',
    'deploy-timeout': '30',
    branch: ''
  })
  expect(options).toEqual({ target: '2.4.8', dryRun: true, push: false, deployTimeout: 30 })
})

test('all wrong inputs are told at once', async () => {
  const error = await read({ 'dry-run': 'yes', push: '1', 'deploy-timeout': 'soon' }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(UpgradeError)
  const { code, problems } = error as UpgradeError
  expect([code, problems.map(({ message }) => message)]).toEqual([
    'bad-input',
    expect.arrayContaining(['The input dry-run is yes.', 'The input push is 1.', 'The input deploy-timeout is soon.'])
  ])
})

test('secrets are masked as a whole, by line and by value, before anything else is said', async () => {
  const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk\nAAAAAAABAAAA\n-----END OPENSSH PRIVATE KEY-----\n'
  const auth = JSON.stringify({
    'http-basic': { 'repo.example.com': { username: 'publicname', password: 'hidden-password' } }
  })
  const { log } = await read({ 'cloud-token': 'token-of-the-cloud', 'ssh-private-key': key, 'composer-auth': auth })
  const masks = log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => /^::add-mask::(.*)$/.exec(line)?.[1])
  expect(masks).not.toContain(undefined)
  for (const value of ['token-of-the-cloud', 'b3BlbnNzaC1rZXk', 'AAAAAAABAAAA', 'hidden-password'])
    expect(masks).toContain(value)
  expect(masks).not.toContain('publicname')
})
