import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { earlierOnServer, findOnServer } from '../../../../src/steps/backup/reuse/find-on-server.js'
import type { WantedBackup } from '../../../../src/steps/backup/reuse/is-reusable.js'
import type { Ssh } from '../../../../src/tools/ssh/ssh.js'
import { writeBackup, type Written } from '../../../helpers/written-backup.js'

const host = '1.ent-abc@ssh.example'
const place = { project: 'abcdefghijklm', environment: 'staging' }
const wanted: WantedBackup = {
  ...{ baseCommit: 'c1', application: null, strategy: 'ssh-dump', here: false, onServer: true, encrypted: false },
  ...{ exclude: [], media: false, level: 'proven', minutes: 60, now: new Date('2026-01-01T10:10:00Z') }
}
let folder: string
let scripts: string[]
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-on-server-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  scripts = []
})

let counter = 0
const there = (name: string): string => `/tmp/magento-cloud-upgrade-${name}`
/** A manifest as the server sends it, and the line with its folder. */
function lines(
  name: string,
  written: Written = {},
  serverFile: string | null = `${there(name)}/main-1Z.sql.gz`
): string {
  const own = { host, baseCommit: 'c1', ...written, dump: { serverFile, ...written.dump } }
  const text = readFileSync(join(writeBackup(join(folder, String((counter += 1))), own), 'manifest.json'), 'utf8')
  return listed(name, text)
}
const listed = (name: string, text: string): string =>
  `lies-in\t${there(name)}\nmanifest\t${Buffer.from(text).toString('base64')}\n`
/** A server that lists this, and whose checksums are those in the manifests, but for what is given. */
function ssh(list: string, sums: { exitCode?: number; stdout?: string } = {}): Ssh {
  const script = (to: string, text: string): Promise<object> => {
    scripts.push(`${to}: ${text}`)
    if (!text.startsWith('sha256sum')) return Promise.resolve({ exitCode: 0, stdout: list })
    const known = [...list.matchAll(/manifest\t(.*)/g)].map(
      ([, base64 = '']) =>
        JSON.parse(Buffer.from(base64, 'base64').toString()) as { dumps: { sha256: string; serverFile: string }[] }
    )
    const stdout = known
      .flatMap(({ dumps }) => dumps)
      .filter(({ serverFile }) => text.includes(`'${serverFile}'`))
      .map(({ sha256, serverFile }) => `${sha256}  ${serverFile}\n`)
      .join('')
    return Promise.resolve({ exitCode: 0, stdout, ...sums })
  }
  return { script } as unknown as Ssh
}
const at = (time: string): Written => ({ finishedAt: `2026-01-01T${time}.000Z` })

test('backups of this environment and node, the newest first', async () => {
  const list = [
    lines('a', at('09:00:00')),
    lines('b', at('10:05:00')),
    lines('c', at('10:00:00')),
    lines('other', { project: 'zyxwvutsrqpon' }),
    lines('other', { environment: 'production' }),
    lines('other', { host: '2.ent-abc@ssh.example' }),
    listed('broken', '{}'),
    'banner\n'
  ].join('')
  expect((await earlierOnServer(ssh(list), host, place)).map((one) => one.folder)).toEqual(['b', 'c', 'a'].map(there))
  expect(await earlierOnServer(ssh(''), host, place)).toEqual([])
  expect(scripts[0]).toContain(`${host}: for folder in /tmp/magento-cloud-upgrade-*`)
  expect(scripts[0]).toContain('[ -O "$folder/manifest.json" ] || continue')
})

describe('the newest that does', () => {
  const find = async (list: string, sums = {}): Promise<string | undefined> =>
    (await findOnServer(ssh(list, sums), host, place, wanted))?.folder

  test('is read again, and only where it has its checksums', async () => {
    const list = lines('a', at('10:00:00')) + lines('b2C', at('10:05:00'))
    expect(await find(list)).toBe(there('b2C'))
    expect(scripts.at(-1)).toBe(`${host}: sha256sum -- '${there('b2C')}/main-1Z.sql.gz'`)
    expect(await find(list, { exitCode: 1 })).toBeUndefined()
    expect(await find(list, { stdout: `${'0'.repeat(64)}  x\n` })).toBeUndefined()
    expect(await find(list, { stdout: '' })).toBeUndefined()
  })

  test('is not one that is not wanted', async () => {
    expect(await find(lines('a', { ...at('10:00:00'), baseCommit: 'c2' }))).toBeUndefined()
    expect(scripts).toHaveLength(1)
  })

  test.each([
    ['of another folder', there('other')],
    ['above it', `${there('a')}/..`],
    ['of a quote', `${there('a')}/x'y`],
    ['of another program', '/tmp/other'],
    ['of a folder with signs', '/tmp/magento-cloud-upgrade-a.b']
  ])('names no dump %s', async (_, path) => {
    expect(await find(lines('a', at('10:00:00'), `${path}/main-1Z.sql.gz`))).toBeUndefined()
    expect(scripts).toHaveLength(1)
  })

  test.each(['x main-1Z.sql.gz', 'main-1Z.sql.gz.x', 'main.sql.gz', 'main-1a.sql.gz', 'main-1Z.sql'])(
    'names no file %s',
    async (name) => {
      expect(await find(lines('a', at('10:00:00'), `${there('a')}/${name}`))).toBeUndefined()
    }
  )

  test('holds all of its dumps', async () => {
    const list = lines('a', at('10:00:00'))
    const text = Buffer.from(/manifest\t(.*)/.exec(list)?.[1] ?? '', 'base64').toString()
    const { dumps, ...rest } = JSON.parse(text) as { dumps: object[] }
    const second = { file: 'second.sql.gz', sha256: 'b'.repeat(64) }
    const two = (serverFile: string): string =>
      listed('a', JSON.stringify({ ...rest, dumps: [...dumps, { ...dumps[0], ...second, serverFile }] }))
    expect(await find(two(`${there('c')}/second-2T.sql.gz`))).toBe(there('a'))
    expect(scripts.at(-1)).toContain(`'${there('a')}/main-1Z.sql.gz' '${there('c')}/second-2T.sql.gz'`)
    for (const path of ["/tmp/x'; id", `'; id ${there('c')}/second-2T.sql.gz`])
      expect(await find(two(path))).toBeUndefined()
    expect(
      await find(two(`${there('c')}/second-2T.sql.gz`), { stdout: `${'b'.repeat(64)}  x\n`.repeat(2) })
    ).toBeUndefined()
  })
})
