import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram } from '../../../../sandbox/services/find-program.js'
import { startBackupWorld, type BackupWorld } from '../../../helpers/backup-world.js'

let world: BackupWorld
beforeAll(async () => {
  world = await startBackupWorld()
})
afterAll(() => world.stop())

// What an image with MariaDB 11 has: neither mysql nor mysqldump, no pigz, zstd or setsid, the common tools otherwise.
const image = [
  ...[
    'bash',
    'sh',
    'php',
    'mariadb',
    'mariadb-dump',
    'gzip',
    'cat',
    'rm',
    'mkdir',
    'mktemp',
    'chmod',
    'stat',
    'df',
    'mv'
  ],
  ...[
    'head',
    'tail',
    'sort',
    'cut',
    'tr',
    'grep',
    'sed',
    'awk',
    'sha256sum',
    'date',
    'sleep',
    'wc',
    'find',
    'env',
    'nice'
  ],
  ...['ps', 'tee', 'ls', 'id', 'uname', 'touch', 'dirname', 'basename', 'timeout', 'mkfifo', 'sync', 'od', 'base64']
]

test.each(['runner', 'remote'] as const)(
  'a dump to %s is proven on a server that has the names of MariaDB 11 alone, without pigz, zstd and setsid',
  async (to) => {
    const few = world.at(`few-${to}`)
    mkdirSync(few)
    for (const name of image) symlinkSync(findProgram([name]), join(few, name))
    world.server.prepare({ relationships: world.relationships(), first: `export PATH='${few}'` })
    const { state } = await world.backUp('ssh-dump', { to })
    expect(state).toMatch(/^proven/)
  }
)
