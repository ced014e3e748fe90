import { z } from 'zod'
import { UpgradeError } from '../errors.js'
import { backupStates, backupStrategies } from '../report-schema.js'

/** Name of the file that makes a folder a backup. It is written last: without it, what lies there is unfinished. */
export const manifestName = 'manifest.json'

/** One check of a dump and its outcome. */
export const proof = z.object({ id: z.string(), passed: z.boolean(), detail: z.string() })

/** How loading a dump into a scratch database went. */
export const rehearsal = z.object({
  passed: z.boolean(),
  seconds: z.number(),
  server: z.string().describe('version of the scratch server'),
  tables: z.number().int(),
  rows: z.number().int(),
  orphans: z.array(z.string()).describe('foreign keys, of those looked at, with rows that refer to nothing'),
  detail: z.string()
})

/** The dump of one relationship. Sizes in bytes, checksums in hexadecimal. */
export const manifestDump = z.object({
  relationship: z.string(),
  database: z.string().nullable(),
  source: z.enum(['primary', 'replica']).describe('where it was read'),
  excluded: z.array(z.string()).describe('tables and views that were left out because it was asked for'),
  file: z
    .string()
    .nullable()
    .describe('name in the folder of the manifest; null where the dump is on the server alone'),
  serverFile: z.string().nullable().describe('path on the server, where it was left there'),
  encryption: z.enum(['none', 'age']),
  bytes: z.number().int().describe('compressed'),
  sha256: z.string().describe('of the compressed dump'),
  fileBytes: z.number().int().nullable().describe('of the file as it lies on this machine'),
  fileSha256: z.string().nullable(),
  sqlBytes: z.number().int(),
  sqlSha256: z.string(),
  serverVersion: z.string().nullable(),
  clientVersion: z.string().nullable(),
  tables: z.array(z.string()),
  views: z.array(z.string()),
  programs: z.array(z.string()).describe('triggers, routines and events in the dump, as `kind name`'),
  missingPrograms: z.array(z.string()).describe('those of the database that this way of dumping leaves out'),
  rows: z
    .record(z.string(), z.number().int())
    .nullable()
    .describe('rows by table; null where the dump was not read here'),
  nonTransactional: z.array(z.string()).describe('tables whose engine keeps no snapshot'),
  proofs: z.array(proof),
  rehearsal: rehearsal.nullable()
})

/** Files that were copied beside the dumps. Sizes in bytes. */
export const mediaCopy = z.object({
  folder: z.string().describe('name in the folder of the manifest'),
  checksums: z.string().describe('name of the list of checksums, as sha256sum reads it'),
  checksumsSha256: z.string(),
  files: z.number().int(),
  bytes: z.number().int()
})

/** One of the promises in docs/backups.md, whether it was kept, and by what. */
export const manifestPromise = z.object({ id: z.string(), kept: z.boolean(), detail: z.string() })

/** Everything about one backup. */
export const backupManifest = z.object({
  schemaVersion: z.literal(1),
  state: z.enum(backupStates),
  consistent: z.boolean(),
  project: z.string(),
  environment: z.string(),
  host: z.string(),
  strategy: z.enum(backupStrategies),
  baseCommit: z.string().nullable().describe('commit that the upgrade starts from; null for a backup alone'),
  startedAt: z.string(),
  finishedAt: z.string(),
  dumps: z.array(manifestDump),
  media: mediaCopy.nullable().describe('copy of pub/media beside the dumps'),
  notCovered: z.array(z.string()),
  promises: z.array(manifestPromise)
})

/** See {@link backupManifest}. */
export type BackupManifest = z.infer<typeof backupManifest>
/** See {@link manifestDump}. */
export type ManifestDump = z.infer<typeof manifestDump>
/** See {@link rehearsal}. */
export type Rehearsal = z.infer<typeof rehearsal>
/** See {@link manifestPromise}. */
export type ManifestPromise = z.infer<typeof manifestPromise>
/** See {@link mediaCopy}. */
export type MediaCopy = z.infer<typeof mediaCopy>
/** What a backup is worth. */
export type BackupState = (typeof backupStates)[number]

/** What these dumps are worth together. */
export function stateOf(dumps: readonly ManifestDump[]): BackupState {
  if (dumps.some(({ proofs, rehearsal }) => rehearsal?.passed === false || proofs.some(({ passed }) => !passed)))
    return 'failed'
  if (dumps.some(({ nonTransactional }) => nonTransactional.length > 0)) return 'inconsistent'
  return dumps.every(({ rehearsal }) => rehearsal !== null) ? 'proven' : 'proven-without-rehearsal'
}

/** Reads the text of a manifest. Throws UpgradeError `backup-unproven` where it is none. */
export function parseManifest(text: string, where: string): BackupManifest {
  try {
    return backupManifest.parse(JSON.parse(text))
  } catch (error) {
    throw new UpgradeError('backup-unproven', {
      message: `${where} is no manifest of a backup: ${error instanceof z.ZodError ? z.prettifyError(error) : 'it is not JSON'}.`,
      unchanged: 'Nothing was changed.',
      next: 'Name the folder of a backup that this tool made.'
    })
  }
}
