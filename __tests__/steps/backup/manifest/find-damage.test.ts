import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../../../../src/cli/run-program.js'
import { UpgradeError } from '../../../../src/errors.js'
import { listBackups, pruneBackups, verifyBackup } from '../../../../src/commands/backups.js'
import type { MediaCopy } from '../../../../src/steps/backup/manifest/manifest.js'
import { dumpFiles } from '../../../../src/tools/dump/dump-file.js'
import { writeBackup, type Written } from '../../../helpers/written-backup.js'

let parent: string
let counter = 0
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'untrusted-backups-'))
})
afterAll(() => {
  rmSync(parent, { recursive: true })
})
const newFolder = (): string => {
  const folder = join(parent, String((counter += 1)))
  mkdirSync(folder)
  return folder
}
const daysAgo = (days: number): string => new Date(Date.now() - days * 24 * 3600 * 1000).toISOString()
const keepOne = { keep: 1, days: null, dryRun: false }
const refusal = async (folder: string): Promise<UpgradeError> => {
  const error: unknown = await verifyBackup({ path: folder }).catch((reason: unknown) => reason)
  if (error instanceof UpgradeError) return error
  throw new Error('It was taken.')
}

describe('prune counts only what lies there', () => {
  // Each lie stands in the newest manifest; the one real backup is older than it.
  const lies: readonly (readonly [string, (folder: string) => void])[] = [
    [
      'without a dump',
      (folder) => {
        rmSync(join(folder, 'database.sql.gz'))
      }
    ],
    [
      'with a dump of another size',
      (folder) => {
        truncateSync(join(folder, 'database.sql.gz'), 3)
      }
    ],
    [
      'with a dump of other content',
      (folder) => {
        spoil(join(folder, 'database.sql.gz'))
      }
    ],
    [
      'with a link in place of a dump',
      (folder) => {
        linkAway(folder)
      }
    ]
  ]
  test.each(lies)('a newer manifest %s does not take the place of the real backup', async (_, damage) => {
    const folder = newFolder()
    writeBackup(join(folder, 'real'), { finishedAt: daysAgo(50) })
    damage(writeBackup(join(folder, 'false'), { finishedAt: daysAgo(1) }))
    for (let round = 0; round < 2; round += 1) {
      const { removed, damaged } = await pruneBackups({ directory: folder, ...keepOne })
      expect(removed).toEqual([])
      expect(readdirSync(join(folder, 'real'))).toEqual(['database.sql.gz', 'manifest.json'])
      expect(existsSync(join(folder, 'false', 'manifest.json'))).toBe(true)
      expect(damaged.map(({ folder: path }) => path)).toEqual([join(folder, 'false')])
    }
    const { removed } = await pruneBackups({ directory: folder, keep: null, days: 30, dryRun: false })
    expect(removed).toEqual([])
    expect(existsSync(join(folder, 'real', 'database.sql.gz'))).toBe(true)
  })

  test('a manifest without dumps, or with one on the server alone, is no backup here', async () => {
    const folder = newFolder()
    writeBackup(join(folder, 'real'), { finishedAt: daysAgo(50) })
    const remote = { file: null, serverFile: '/tmp/magento-cloud-upgrade-a/main-1Z.sql.gz' }
    writeBackup(join(folder, 'server'), { finishedAt: daysAgo(1), dump: remote })
    const empty = writeBackup(join(folder, 'empty'), { finishedAt: daysAgo(2) })
    change(empty, { dumps: [] })
    expect((await pruneBackups({ directory: folder, keep: 1, days: 1, dryRun: false })).removed).toEqual([])
    expect(existsSync(join(folder, 'real', 'database.sql.gz'))).toBe(true)
  })

  test('what is whole goes by the rules, and the newest that was read stays', async () => {
    const folder = newFolder()
    for (const age of [1, 2, 3]) writeBackup(join(folder, `age-${age}`), { finishedAt: daysAgo(age) })
    spoil(join(folder, 'age-1', 'database.sql.gz'))
    const { removed, kept, damaged } = await pruneBackups({ directory: folder, ...keepOne })
    const names = (list: readonly { folder: string }[]): string[] =>
      list.map(({ folder: path }) => path.slice(folder.length + 1))
    expect([names(removed), names(kept), names(damaged)]).toEqual([['age-3'], ['age-2'], ['age-1']])
  })

  test('a copy of the media that is not whole makes no proven backup', async () => {
    const folder = newFolder()
    writeBackup(join(folder, 'real'), { finishedAt: daysAgo(50) })
    const newer = await withMedia(join(folder, 'newer'), { finishedAt: daysAgo(1) })
    rmSync(join(newer, 'media', 'a.jpg'))
    expect((await pruneBackups({ directory: folder, ...keepOne })).damaged).toMatchObject([
      { damage: expect.stringMatching(/^media/) }
    ])
  })

  test('a manifest among the media of a shop is no backup', async () => {
    const folder = newFolder()
    const real = await withMedia(join(folder, 'real'), {})
    writeBackup(join(real, 'media', 'upload'), { finishedAt: daysAgo(1) })
    expect((await listBackups({ directory: folder })).backups.map(({ folder: path }) => path)).toEqual([real])
    writeBackup(join(real, 'media'), { finishedAt: daysAgo(1) })
    expect((await listBackups({ directory: real })).backups.map(({ folder: path }) => path)).toEqual([real])
  })
})

describe('a manifest names only what lies beside it', () => {
  const outside = [
    '../../x',
    '../victim.sql.gz',
    '/etc/passwd',
    '../../../../../../dev/zero',
    'a/b',
    '.',
    '..',
    '.x',
    ''
  ]
  test.each(outside)('%p is no name of a dump: verify refuses it, and prune touches nothing', async (file) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'victim.sql.gz'), 'the dump in')
    writeBackup(join(folder, 'new'), { finishedAt: daysAgo(1) })
    const old = writeBackup(join(folder, 'old'), { finishedAt: daysAgo(9), dump: { file } })
    expect((await refusal(old)).code).toBe('backup-unproven')
    const { removed } = await pruneBackups({ directory: folder, ...keepOne })
    expect([removed, readdirSync(folder), readdirSync(old)]).toEqual([
      [],
      ['new', 'old', 'victim.sql.gz'],
      ['database.sql.gz', 'manifest.json']
    ])
  })

  test.each(outside)('%p is no folder of media, and no list of checksums', async (name) => {
    const folder = newFolder()
    for (const field of ['folder', 'checksums'] as const) {
      const old = await withMedia(join(folder, field), { finishedAt: daysAgo(9) })
      const manifest = JSON.parse(readFileSync(join(old, 'manifest.json'), 'utf8')) as { media: object }
      change(old, { media: { ...manifest.media, [field]: name } })
      expect((await refusal(old)).code).toBe('backup-unproven')
    }
    expect((await listBackups({ directory: folder })).backups).toEqual([])
  })

  test.each([
    [
      'a device',
      (path: string) => {
        symlinkSync('/dev/zero', path)
      }
    ],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path])],
    [
      'a folder',
      (path: string) => {
        mkdirSync(path)
      }
    ],
    [
      'a link to a file outside',
      (path: string) => {
        symlinkSync('/etc/hosts', path)
      }
    ]
  ])('%s is no dump and no manifest, and nothing waits for it', async (_, make) => {
    const folder = writeBackup(newFolder())
    rmSync(join(folder, 'database.sql.gz'))
    make(join(folder, 'database.sql.gz'))
    expect((await refusal(folder)).message).toMatch(/database\.sql\.gz is missing, or is not a regular file/)
    rmSync(join(folder, 'manifest.json'))
    make(join(folder, 'manifest.json'))
    expect((await refusal(folder)).code).toBe('bad-input')
    expect((await listBackups({ directory: folder })).backups).toEqual([])
  })

  test.each(['../../../../dev/zero', '/dev/zero', '../database.sql.gz'])(
    'the list of media leads nowhere else: %s',
    async (path) => {
      const folder = await withMedia(newFolder(), {}, path)
      await expect(verifyBackup({ path: folder })).rejects.toThrow(/media.*cannot be trusted/)
    }
  )

  test('a media folder that is a link is not followed', async () => {
    const folder = await withMedia(newFolder(), {})
    renameSync(join(folder, 'media'), join(parent, `elsewhere-${counter}`))
    symlinkSync(join(parent, `elsewhere-${counter}`), join(folder, 'media'))
    await expect(verifyBackup({ path: folder })).rejects.toThrow(/media.*cannot be trusted/)
    expect((await listBackups({ directory: folder })).backups[0]?.damage).toMatch(/^media/)
  })
})

describe('a manifest says nothing that a terminal obeys', () => {
  const escape = '\u001B]0;owned\u0007\u001B[2J\u202E'
  test.each(['project', 'environment', 'host', 'finishedAt', 'startedAt', 'baseCommit'])('in %s', async (field) => {
    const folder = writeBackup(newFolder(), { [field]: `staging${escape}` })
    expect((await refusal(folder)).message).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect((await listBackups({ directory: folder })).backups).toEqual([])
  })

  test('nor do its messages', async () => {
    const folder = writeBackup(newFolder(), { notCovered: [`media${escape}`] })
    expect((await listBackups({ directory: folder })).backups[0]?.manifest.notCovered.join('')).not.toMatch(
      /[\p{Cc}\p{Cf}]/u
    )
  })

  test.each([
    ['a wrong type', { dump: { bytes: 'many' as never } }],
    ['a size below nothing', { dump: { fileBytes: -1 } }],
    ['no checksum', { dump: { fileSha256: 'x' } }],
    ['itself as a dump', { dump: { file: 'manifest.json' } }]
  ] as [string, Written][])('%s is no manifest', async (_, written) => {
    expect((await refusal(writeBackup(newFolder(), written))).message).toMatch(/is not a manifest of a backup/)
  })

  test('a manifest without end is not read', async () => {
    const folder = writeBackup(newFolder())
    truncateSync(join(folder, 'manifest.json'), 2 ** 40)
    expect((await refusal(folder)).message).toMatch(/is not a manifest of a backup: it has \d+ bytes/)
  })

  test('list and prune name the manifests that they cannot read, and why', async () => {
    const folder = newFolder()
    const odd = writeBackup(join(folder, `odd${escape}`), { dump: { fileBytes: -1 } })
    writeBackup(join(folder, 'newest'), { finishedAt: daysAgo(1) })
    for (const text of [
      await said('backup', 'list', folder),
      await said('backup', 'prune', folder, '--keep', '1', '--dry-run')
    ]) {
      expect(text).toMatch(/^not readable, counts for nothing: .*odd.*is not a manifest of a backup: .*fileBytes/m)
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
    expect(existsSync(odd)).toBe(true)
  })

  test('list, prune and verify print no escapes of folders and files either', async () => {
    const folder = newFolder()
    const odd = writeBackup(join(folder, `a${escape}\nb`), { finishedAt: daysAgo(9) })
    writeBackup(join(folder, 'newest'), { finishedAt: daysAgo(1) })
    const printed = [
      await said('backup', 'list', folder),
      await said('backup', 'prune', folder, '--keep', '1', '--dry-run'),
      await said('backup', 'verify', odd)
    ]
    for (const text of printed) {
      expect(text).not.toBe('')
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    }
    expect(printed[0]?.trim().split('\n')).toHaveLength(3) // the header, and a line for each
  })
})

/** What the command line prints, on both streams. */
async function said(...args: string[]): Promise<string> {
  let text = ''
  const streams = [process.stdout, process.stderr]
  const writes = streams.map((stream) => stream.write.bind(stream))
  for (const stream of streams)
    stream.write = (chunk: string | Uint8Array): boolean => {
      text += String(chunk)
      return true
    }
  try {
    await runProgram(args)
  } finally {
    streams.forEach((stream, index) => (stream.write = writes[index] as typeof stream.write))
    process.exitCode = 0
  }
  return text
}

function change(folder: string, fields: object): void {
  const path = join(folder, 'manifest.json')
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), ...fields }))
}

function spoil(path: string): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0)
  writeFileSync(path, bytes)
}

function linkAway(folder: string): void {
  const outside = join(parent, `outside-${(counter += 1)}`)
  renameSync(join(folder, 'database.sql.gz'), outside)
  symlinkSync(outside, join(folder, 'database.sql.gz'))
}

/** A backup with a copy of the media, whose list names `listed`. */
async function withMedia(folder: string, written: Written, listed = 'a.jpg'): Promise<string> {
  writeBackup(folder)
  mkdirSync(join(folder, 'media'))
  writeFileSync(join(folder, 'media', 'a.jpg'), 'picture')
  const { sha256 } = await dumpFiles.sum(join(folder, 'media', 'a.jpg'))
  writeFileSync(join(folder, 'media.sha256'), `${sha256}  ${listed}\n`)
  const { sha256: checksumsSha256 } = await dumpFiles.sum(join(folder, 'media.sha256'))
  const media: MediaCopy = { folder: 'media', checksums: 'media.sha256', checksumsSha256, files: 1, bytes: 7 }
  return writeBackup(folder, { ...written, media })
}
