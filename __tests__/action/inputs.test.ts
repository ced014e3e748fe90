import { expect, test } from '@jest/globals'
import { readInputs } from '../../src/action/inputs.js'
import { UpgradeError } from '../../src/errors.js'
import type { GivenOptions } from '../../src/run/normalize-options.js'
import { captured } from '../helpers/captured.js'

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

test('text is kept whole, and numbers are numbers', async () => {
  const hosts = 'ssh.example.com ssh-ed25519 AAAA\n[ssh.example.com]:2222 ssh-ed25519 BBBB'
  const { options } = await read({ 'known-hosts': hosts, 'start-timeout': '0.5', install: 'full', dirty: 'stash' })
  expect(options).toEqual({ knownHosts: hosts, startTimeout: 0.5, install: 'full', dirty: 'stash' })
  await expect(read({ 'start-timeout': 'Infinity' })).rejects.toMatchObject({ code: 'bad-input' })
})

test('secrets are masked even where another input is wrong', async () => {
  const lines: string[] = []
  const log = await captured({ 'INPUT_CLOUD-TOKEN': 'token-of-the-cloud', 'INPUT_DRY-RUN': 'maybe' }, () => {
    try {
      readInputs('upgrade')
    } catch (error) {
      lines.push((error as UpgradeError).message)
    }
  })
  expect(lines).toEqual(['The input dry-run is maybe.'])
  expect(log).toBe('::add-mask::token-of-the-cloud\n')
})

test('the inputs of one action are not those of another', async () => {
  let options: GivenOptions = {}
  await captured({ INPUT_TARGET: '2.4.8', 'INPUT_EXPECTED-VERSION': '2.4.8' }, () => {
    options = readInputs('verify')
  })
  expect(options).toEqual({ expectedVersion: '2.4.8' })
})
