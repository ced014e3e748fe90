import { z } from 'zod'
import { UpgradeError } from '../../../errors.js'
import { backupStates, backupStrategies } from '../../../report/schema.js'
import { count, fileName, objectNames, oneLine, sha256, withoutControls, words } from './manifest-texts.js'

/** Name of the file that makes a folder a backup. It is written last: a folder without it is an unfinished backup. */
export const manifestName = 'manifest.json'

/** The largest manifest that is read, in bytes: one of 50,000 tables has a fifth of that. */
export const manifestBytes = 32 * 2 ** 20

/** One check of a dump and its outcome. */
export const proof = z.object({ id: oneLine, passed: z.boolean(), detail: words })

/** Result of loading a dump into a scratch database. */
export const rehearsal = z.object({
  passed: z.boolean(),
  seconds: z.number(),
  server: words.describe('version of the scratch server'),
  tables: count,
  rows: count,
  orphans: z.array(words).describe('foreign keys, among those checked, with rows that refer to nothing'),
  detail: words
})

/** Why a dump was not loaded into a scratch database. */
export const unrehearsed = z.object({
  why: words,
  attempted: z.boolean().describe('whether a rehearsal was started but could not finish')
})

const outsideTable = z.object({
  schema: z.string().max(1000),
  name: z.string().max(1000),
  columns: objectNames.nullable().describe('columns that are read; null for the parent of a foreign key')
})

/** The dump of one relationship. Sizes in bytes, checksums in hexadecimal. */
export const manifestDump = z.object({
  relationship: oneLine,
  database: oneLine.nullable(),
  source: z.enum(['primary', 'replica']).describe('where it was read'),
  excluded: objectNames.describe('tables and views that were left out on request'),
  file: fileName.nullable().describe('name in the folder of the manifest; null if the dump is only on the server'),
  serverFile: oneLine.nullable().describe('path on the server, if it was left there'),
  encryption: z.enum(['none', 'age']),
  bytes: count.describe('compressed'),
  sha256: sha256.describe('of the compressed dump'),
  fileBytes: count.nullable().describe('of the file on this machine'),
  fileSha256: sha256.nullable(),
  sqlBytes: count,
  sqlSha256: sha256,
  longestStatement: count.optional().describe('bytes; omitted if the dump was not read here'),
  collation: oneLine.optional().describe('default collation of the database; omitted by older versions'),
  serverVersion: words.nullable(),
  clientVersion: words.nullable(),
  tables: objectNames,
  views: objectNames,
  programs: objectNames.describe('triggers, routines and events in the dump, as `kind name`'),
  missingPrograms: objectNames.describe('programs of the database that this way of dumping leaves out'),
  rows: z.record(z.string().max(1000), count).nullable().describe('rows by table; null if the dump was not read here'),
  outside: z.array(outsideTable).default([]).describe('tables of other databases that views and foreign keys name'),
  withoutHistory: objectNames.default([]).describe('system-versioned tables whose historical rows are not in the dump'),
  nonTransactional: objectNames.describe('tables whose engine has no snapshots'),
  proofs: z.array(proof),
  rehearsal: rehearsal.nullable(),
  unrehearsed: unrehearsed.nullable().default(null).describe('why there is no rehearsal')
})

/** Files that were copied along with the dumps. Sizes in bytes. */
export const mediaCopy = z.object({
  folder: fileName.describe('name in the folder of the manifest'),
  checksums: fileName.describe('name of the list of checksums, as sha256sum reads it'),
  checksumsSha256: sha256,
  files: count,
  bytes: count
})

/** One of the promises in docs/backups.md, whether it was kept, and how. */
export const manifestPromise = z.object({ id: oneLine, kept: z.boolean(), detail: words })

/** Everything about one backup. */
export const backupManifest = z
  .object({
    schemaVersion: z.literal(1),
    state: z.enum(backupStates),
    consistent: z.boolean(),
    project: oneLine,
    environment: oneLine,
    application: oneLine
      .nullable()
      .default(null)
      .describe('application of the environment; null if it was assumed to have only one'),
    host: oneLine,
    strategy: z.enum(backupStrategies),
    baseCommit: oneLine.nullable().describe('commit that the upgrade starts from; null for a backup alone'),
    productVersion: oneLine.optional().describe('product version of baseCommit; omitted for a backup alone'),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    dumps: z.array(manifestDump),
    media: mediaCopy.nullable().describe('copy of pub/media next to the dumps'),
    notCovered: z.array(words),
    promises: z.array(manifestPromise)
  })
  .refine(namesEachFileOnce, 'names a file twice, or itself')

function namesEachFileOnce({
  dumps,
  media
}: {
  readonly dumps: readonly { readonly file: string | null }[]
  readonly media: { readonly folder: string; readonly checksums: string } | null
}): boolean {
  const dumpNames = dumps.flatMap(({ file }) => (file === null ? [] : [file]))
  const names = [manifestName, ...dumpNames, ...(media === null ? [] : [media.folder, media.checksums])]
  return new Set(names).size === names.length
}

/** See {@link backupManifest}. */
export type BackupManifest = z.infer<typeof backupManifest>
/** See {@link manifestDump}. */
export type ManifestDump = z.infer<typeof manifestDump>
/** See {@link rehearsal}. */
export type Rehearsal = z.infer<typeof rehearsal>
/** See {@link unrehearsed}. */
export type Unrehearsed = z.infer<typeof unrehearsed>
/** See {@link manifestPromise}. */
export type ManifestPromise = z.infer<typeof manifestPromise>
/** See {@link mediaCopy}. */
export type MediaCopy = z.infer<typeof mediaCopy>
/** State of a backup. */
type BackupState = (typeof backupStates)[number]

/** Whether a backup in this state can be relied on, rehearsed or not. */
export function isProven(state: BackupState): boolean {
  return state === 'proven' || state === 'proven-without-rehearsal'
}

/** The combined state of these dumps. */
export function stateOf(dumps: readonly ManifestDump[]): BackupState {
  if (dumps.some(({ proofs, rehearsal }) => rehearsal?.passed === false || proofs.some(({ passed }) => !passed)))
    return 'failed'
  if (dumps.some(({ nonTransactional }) => nonTransactional.length > 0)) return 'inconsistent'
  return dumps.every(({ rehearsal }) => rehearsal !== null) ? 'proven' : 'proven-without-rehearsal'
}

/** Parses the text of a manifest. Throws UpgradeError `backup-unproven` if it is not one. */
export function parseManifest(text: string, where: string): BackupManifest {
  try {
    return backupManifest.parse(JSON.parse(text))
  } catch (error) {
    throw new UpgradeError('backup-unproven', {
      message: `${where} is not a manifest of a backup: ${error instanceof z.ZodError ? whatIsWrong(error) : 'it is not JSON'}.`,
      next: 'Name the folder of a backup that this tool made.'
    })
  }
}

// The paths of issues contain untrusted keys.
function whatIsWrong(error: z.ZodError): string {
  return withoutControls(z.prettifyError(error)).slice(0, 1000)
}
