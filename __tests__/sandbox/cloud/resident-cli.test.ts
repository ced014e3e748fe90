import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startResidentCli } from '../../../sandbox/cloud/resident-cli.js'
import { writeCli } from '../../../sandbox/cloud/write-cli.js'
import { createSshCertifier } from '../../../sandbox/services/ssh-certifier.js'
import { environment, on } from '../../helpers/cloud-samples.js'
import { startFakeApi, type FakeApi } from '../../helpers/fake-api.js'
import { runCli, type Answer } from '../../helpers/run-cli.js'

let directory = ''
let api: FakeApi
let resident: Awaited<ReturnType<typeof startResidentCli>>

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'resident-cli-'))
  api = await startFakeApi(await createSshCertifier({ directory: join(directory, 'authority') }))
  resident = await startResidentCli()
  writeCli(join(directory, 'bin'), resident.port)
  writeCli(join(directory, 'alone', 'bin'))
  for (const home of ['home', 'alone/home']) await mkdir(join(directory, home))
  api.answers.set('GET /projects/P', {
    status: 200,
    body: { id: 'P', title: "Bob's\nshop", default_branch: 'integration' }
  })
  api.answers.set('GET /projects/P/environments', { status: 200, body: [environment] })
})

afterAll(async () => {
  await resident.stop()
  api.stop()
  await rm(directory, { recursive: true, force: true })
})

const ask = (args: readonly string[], extra?: Record<string, string>): Promise<Answer> =>
  runCli({ directory, api }, args, extra)
const alone = (args: readonly string[], extra?: Record<string, string>): Promise<Answer> =>
  runCli({ directory: join(directory, 'alone'), api }, args, extra)

test.each([
  ['a version', ['--version']],
  ['a value with quotes and line ends', ['project:info', '-p', 'P', 'title']],
  ['an answer as it is', ['project:curl', '-p', 'P', '--include', '--fail', '/environments']],
  ['an error of the API', ['project:curl', '-p', 'P', '--include', '--fail', '/nowhere']],
  ['an error of the command', ['environment:info', '-p', 'P', '-e', 'nowhere', 'status']],
  ['an empty argument', ['environment:info', ...on, '']],
  ['a command that nobody knows', ['environment:paint']],
  ['a command that has a process of its own', ['variable:create', '-p', 'P', '--level', 'sky', 'A']]
])('%s is the same as from a process of its own', async (_name, args) => {
  // The server may answer the second one a second later.
  const timeless = (given: Answer): Answer => ({ ...given, stdout: given.stdout.replace(/^date: .*/m, 'date:') })
  const [answered, expected] = [timeless(await ask(args)), timeless(await alone(args))]
  expect(answered).toEqual(expected)
  expect(answered.stdout + answered.stderr).not.toBe('')
})

test('calls at once keep their own surroundings', async () => {
  const tokens = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? {} : { MAGENTO_CLOUD_CLI_TOKEN: 'wrong' }))
  const answers = await Promise.all(tokens.map((extra) => ask(['project:info', '-p', 'P', 'id'], extra)))
  expect(answers.map(({ code }) => code === 0)).toEqual(tokens.map((extra) => !('MAGENTO_CLOUD_CLI_TOKEN' in extra)))
})

test('a command runs by itself where the resident is gone', async () => {
  const gone = await startResidentCli()
  await gone.stop()
  writeCli(join(directory, 'bin'), gone.port)
  expect(await ask(['project:info', '-p', 'P', 'id'])).toMatchObject({ code: 0, stdout: 'P\n' })
  writeCli(join(directory, 'bin'), resident.port)
})
