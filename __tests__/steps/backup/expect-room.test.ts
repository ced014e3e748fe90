import { expect, test } from '@jest/globals'
import { dumpDatabases } from '../../../src/steps/backup/dump/dump-databases.js'

const megabyte = 1024 * 1024

/** Starts a backup of a database of so many MB onto a disk with so many; tells the scripts that the server got. */
async function backUp(dataMegabytes: string, freeMegabytes: number): Promise<{ error: unknown; asked: string[] }> {
  const asked: string[] = []
  const script = (_host: unknown, text: string): Promise<object> => {
    asked.push(text)
    const answer = `database\tmain\nobjects\tstore\ndata-bytes\t${dataMegabytes}\ndone\tyes\n`
    return Promise.resolve({ exitCode: 0, stdout: answer, failure: null, failureKind: null })
  }
  const dumping = new Error('the dump begins')
  const tools = {
    ssh: { script },
    files: {
      freeBytes: () => Promise.resolve(freeMegabytes * megabyte),
      join: (...parts: string[]) => parts.join('/'),
      remove: () => Promise.resolve()
    },
    dumpStore: {
      into: () => {
        throw dumping
      }
    }
  }
  const input = { exclude: [], recipients: [], attempts: 1, rehearsal: 'off' }
  const place = { way: { kind: 'ssh-stream', here: true }, host: 'ssh://node', folder: '/backups' }
  const error: unknown = await dumpDatabases(tools as never, input as never, place as never).catch(
    (thrown: unknown) => thrown
  )
  return { error, asked }
}

test('F15: a dump for which this machine has no room is refused before it begins', async () => {
  const { error, asked } = await backUp(String(10_000 * megabyte), 8)
  expect(error).toMatchObject({ code: 'preflight-failed', exitCode: 12 })
  expect(String(error)).toMatch(/8 MB free.*main has about 10000 MB.*500 MB/)
  expect(asked).toHaveLength(1)
})

test.each([[String(100 * megabyte)], ['NULL'], ['']])(
  'a dump that may fit is begun: %s bytes of data',
  async (size) => {
    expect(String((await backUp(size, 8)).error)).toContain('the dump begins')
  }
)
