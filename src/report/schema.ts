import { z } from 'zod'
import { deployment } from './deployment-schema.js'
import { effect } from './effect-schema.js'
import type { ErrorCode } from '../errors.js'
import type { MigrationId, ProblemId } from '../ids.js'
import { finding } from './finding-schema.js'
import { backupPlace, comparison, pullRequest, wayBack, workflow } from './surroundings-schema.js'

export { deployment }
export { finding, findingPhases } from './finding-schema.js'

const seconds = z.number().nonnegative().describe('seconds')
const answer = z.object({ url: z.string(), status: z.number().int().nullable() })

const problemId = z.string().describe('stable kebab-case id of the check') as z.ZodType<ProblemId | ErrorCode>

export const problem = z.object({
  id: problemId,
  severity: z.enum(['error', 'warning']),
  level: z.enum(['before', 'look', 'information']).optional().describe('when to see to it, in a plan'),
  hosts: z.array(z.string()).readonly().optional().describe('the nodes that have it, in a problem of nodes'),
  comparison: comparison.optional().describe('of what runs with what the target supports: such problems are one table'),
  message: z.string(),
  fix: z.string()
})

const noteId = z.string() as unknown as z.ZodType<ProblemId | ErrorCode | MigrationId>

export const planNote = problem.omit({ severity: true }).required({ level: true }).extend({ id: noteId })

export const packageChange = z.object({
  name: z.string(),
  change: z.enum(['added', 'removed', 'up', 'down', 'same-version']),
  from: z.string().nullable(),
  to: z.string().nullable(),
  thirdParty: z.boolean().describe("outside the metapackage's closure")
})

export const plan = z.object({
  fromVersion: z.string().describe('product version in composer.lock before'),
  toVersion: z.string().describe('product version that the resolved lock holds'),
  target: z.string().describe('the target as asked for'),
  changed: z.boolean(),
  heldBack: z
    .object({ version: z.string(), code: z.string(), reasons: z.array(z.string()) })
    .nullable()
    .describe('a newer release of the line that the plan does not reach, and what blocks it'),
  constraint: z.string().describe('constraint on the metapackage, always a range'),
  productPin: z.string().nullable().describe('exact root requirement on the product'),
  metapackage: z.object({ from: z.string(), to: z.string() }),
  eceTools: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  packageChanges: z.array(packageChange),
  thirdPartyPackages: z.array(z.object({ name: z.string(), version: z.string() })),
  trackedMarshaledFiles: z.number().int().describe('mapped files that git tracks in this project'),
  gitignoreLayout: z.enum(['allow-list', 'deny-list', 'none']),
  migrations: z.array(
    z.object({ id: z.string() as z.ZodType<MigrationId>, file: z.string(), description: z.string() })
  ),
  problems: z.array(problem),
  notes: z.array(planNote).describe('all that the plan says to people, by level')
})

/** The value of a backup, from best to worst. */
export const backupStates = ['proven', 'proven-without-rehearsal', 'inconsistent', 'failed'] as const

/** How dumps are made. */
export const backupStrategies = ['cloud-dump', 'ssh-dump', 'ece-dump'] as const

export const backup = z.object({
  strategy: z.enum([...backupStrategies, 'off']),
  state: z.enum([...backupStates, 'none']).describe('what the backup is worth; proven was restored in a rehearsal'),
  finishedAt: z.string().nullable().describe('when it was made, in ISO 8601'),
  reused: z.boolean().describe('whether an earlier run of the same upgrade made it'),
  manifest: z.string().nullable().describe('path of manifest.json: local, or on the server'),
  location: z.string().nullable().describe('path of the dump: local, or on the server'),
  downloadedTo: z.string().nullable(),
  bytes: z.number().int().nullable(),
  sha256: z.string().nullable(),
  tables: z.number().int().nullable(),
  dumps: z
    .array(z.object({ relationship: z.string(), location: z.string(), bytes: z.number().int(), sha256: z.string() }))
    .describe('all dumps, the main one first: more than one where the database is split'),
  proofs: z.array(z.object({ id: z.string(), passed: z.boolean(), detail: z.string() })),
  extras: z
    .array(z.object({ kind: z.enum(['code', 'media', 'snapshot']), location: z.string() }))
    .describe('copies of code and media: a path on the environment, or on this machine; the id of a snapshot'),
  places: z.array(backupPlace).optional().describe('where it lies and until when'),
  problems: z.array(problem)
})

export const update = z.object({
  mode: z.enum(['fast', 'full']),
  lockedVersion: z.string(),
  writtenFiles: z.array(z.string()).describe('paths that the update changed in the checkout'),
  removedFiles: z.array(z.string()),
  restoredFiles: z.array(z.string()).describe("the project's own files that Composer removed, put back"),
  ownChanges: z
    .array(z.object({ path: z.string(), outcome: z.enum(['kept', 'overwritten', 'conflict', 'removed']) }))
    .describe('tracked marshaled files that HEAD has otherwise than the old version brings them'),
  mappedFiles: z.number().int().describe('files that the new base packages map'),
  problems: z.array(problem)
})

export const nodeHealth = z.object({
  host: z.string(),
  version: z.string().nullable(),
  database: z.enum(['current', 'behind', 'ahead', 'unknown']),
  maintenance: z.boolean().nullable(),
  cron: z.boolean().nullable().describe('whether cron jobs are enabled in app/etc/env.php'),
  deployedVersion: z.string().nullable().describe('version that var/log/cloud.log names for the last deployment'),
  errors: z.array(z.object({ code: z.string(), title: z.string(), suggestion: z.string() }))
})

export const verification = z.object({
  verdict: z.enum(['healthy', 'unhealthy', 'wrong-version', 'unreachable', 'skipped']),
  expectedVersion: z.string(),
  installedVersion: z.string().nullable(),
  nodes: z.array(nodeHealth),
  storefront: answer.nullable(),
  endpoints: z.array(answer).describe('answers of /graphql and /rest'),
  problems: z.array(problem)
})

export const recovery = z.object({
  outcome: z.enum(['reverted', 'failed', 'refused']).describe('refused: nothing was reverted, the reason says why'),
  reason: z.string(),
  revertedCommit: z.string().describe('commit of the upgrade'),
  commit: z.string().nullable().describe('the forward commit that takes it back'),
  version: z.string().describe('product version that the environment was to run again'),
  databaseAhead: z.enum(['no', 'maybe', 'yes']).describe('whether the database is ahead of the reverted code'),
  dataCommands: z.array(z.string()).describe('commands that put the data back; printed, never run'),
  deployment: deployment.nullable().describe('of the commit that takes the upgrade back'),
  verification: verification.nullable().describe('of the environment after it')
})

export const stepTime = z.object({
  step: z.enum(['plan', 'preflight', 'backup', 'update', 'commit', 'push', 'wait', 'verify', 'diagnose', 'recover']),
  outcome: z.enum(['done', 'skipped', 'failed']),
  seconds,
  note: z.string()
})

/** The versioned shape of a whole run. */
export const upgradeReport = z.object({
  schemaVersion: z.literal(1),
  verdict: z.enum([
    'upgraded',
    'up-to-date',
    'held-back',
    'planned',
    'committed',
    'pushed',
    'backed-up',
    'restored',
    'verified',
    'diagnosed',
    'failed'
  ]),
  startedAt: z.string().describe('ISO 8601, UTC'),
  seconds,
  project: z.string().nullable(),
  environment: z.string().nullable(),
  branch: z.string().nullable(),
  commit: z.string().nullable(),
  liveCommitTag: z.string().nullable(),
  target: z.string().nullable().describe('the version that was asked for'),
  workflow: workflow.nullable().describe('the workflow run that this is a part of'),
  pullRequest: pullRequest.nullable(),
  wayBack: wayBack.nullable().describe('commands to the version before, after a failure that had pushed'),
  steps: z.array(stepTime),
  plan: plan.nullable(),
  backup: backup.nullable(),
  update: update.nullable(),
  deployment: deployment.nullable(),
  verification: verification.nullable(),
  recovery: recovery.nullable(),
  findings: z.array(finding),
  warnings: z.array(problem),
  changes: z.array(effect).describe('what the run changed, tried to change, or changed back'),
  error: z
    .object({
      code: z.string(),
      exitCode: z.number().int(),
      message: z.string(),
      summary: z.string().describe('the message without what the report lists of its own'),
      unchanged: z.string().describe('what was left as it was, from the changes'),
      next: z.string(),
      problems: z.array(problem),
      details: z.string().nullable()
    })
    .nullable()
})
