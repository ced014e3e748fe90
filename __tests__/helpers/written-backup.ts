import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupManifest, ManifestDump } from '../../src/steps/backup/manifest/manifest.js'

/** What a test writes into a manifest, whether it is true or not. */
export type Written = Partial<Omit<BackupManifest, 'dumps'>> & { readonly dump?: Partial<ManifestDump> }

/** Writes a folder with a dump and a manifest that fits it, but for what the test says otherwise. */
export function writeBackup(folder: string, { dump, ...written }: Written = {}): string {
  const content = `the dump in ${folder}`
  const sum = createHash('sha256').update(content).digest('hex')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'database.sql.gz'), content)
  const time = '2026-01-01T10:00:00.000Z'
  const manifest: BackupManifest = {
    ...{ schemaVersion: 1, state: 'proven', consistent: true, project: 'abcdefghijklm', environment: 'staging' },
    ...{ host: 'user@host', strategy: 'ssh-dump', baseCommit: null, startedAt: time, finishedAt: time, media: null },
    ...{ application: null, notCovered: [], promises: [] },
    ...written,
    dumps: [{ ...plainDump, ...sizes(Buffer.byteLength(content), sum), ...dump }]
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}

function sizes(bytes: number, sum: string): Pick<ManifestDump, 'bytes' | 'sha256' | 'fileBytes' | 'fileSha256'> {
  return { bytes, sha256: sum, fileBytes: bytes, fileSha256: sum }
}

const plainDump: ManifestDump = {
  ...{ relationship: 'database', database: 'main', source: 'primary', excluded: [], file: 'database.sql.gz' },
  ...{ serverFile: null, encryption: 'none', bytes: 0, sha256: '', fileBytes: 0, fileSha256: '' },
  ...{ sqlBytes: 1, sqlSha256: 'a'.repeat(64), serverVersion: '10.6.12-MariaDB', clientVersion: null },
  ...{ tables: ['store'], views: [], programs: [], missingPrograms: [], rows: { store: 1 }, nonTransactional: [] },
  ...{ longestStatement: 1, outside: [], withoutHistory: [], proofs: [], rehearsal: null, unrehearsed: null }
}
