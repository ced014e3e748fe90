import type { z } from 'zod'
import type * as schema from './schema.js'
import type { backupPlace, pullRequest, wayBack, workflow } from './surroundings-schema.js'

/** Result of the plan step; see `report.schema.json`. */
export type Plan = z.infer<typeof schema.plan>
/** One package that the target adds, removes or changes. */
export type PackageChange = z.infer<typeof schema.packageChange>
/** Result of the backup step. */
export type Backup = z.infer<typeof schema.backup>
/** What the update step changed in the checkout. */
export type Update = z.infer<typeof schema.update>
/** The outcome of the deployment of one commit. */
export type Deployment = z.infer<typeof schema.deployment>
/** The answer of one node of the environment. */
export type NodeHealth = z.infer<typeof schema.nodeHealth>
/** Whether the environment runs the expected version and is healthy. */
export type Verification = z.infer<typeof schema.verification>
/** What was done to bring the environment back after a failed upgrade. */
export type Recovery = z.infer<typeof schema.recovery>
/** One explained cause of a failure, with its evidence. */
export type Finding = z.infer<typeof schema.finding>
/** A pull request that the run opened or updated. */
export type PullRequest = z.infer<typeof pullRequest>
/** The run of GitHub Actions that our run is part of. */
export type Workflow = z.infer<typeof workflow>
/** Commands that return an environment to the previous version. */
export type WayBack = z.infer<typeof wayBack>
/** One place of a backup. */
export type BackupPlace = z.infer<typeof backupPlace>
/** One line of the run's timetable. */
export type StepTime = z.infer<typeof schema.stepTime>
/** Everything about one run: what the library returns, `--json` prints and the summary is rendered from. */
export type UpgradeReport = z.infer<typeof schema.upgradeReport>
