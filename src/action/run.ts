import * as core from '@actions/core'
import { UpgradeError } from '../errors.js'
import { failedReport } from '../run/unexpected-error.js'
import { surroundingSecrets } from '../run/known-secrets.js'
import type { GivenOptions } from '../run/normalize-options.js'
import { createRedact } from '../secrets/redact.js'
import type { UpgradeReport } from '../report/report.js'
import { title } from '../report/title.js'
import type { RunContext } from '../run/run-context.js'
import type { Secret } from '../secrets/secret.js'
import { stopOnSignals } from '../run/stop-on-signals.js'
import { createActionLogger, neutralise } from './action-logger.js'
import { annotate, type ActionCommand } from './annotate.js'
import { createAnnotations } from './annotations.js'
import { chooseActivityLog } from './choose-activity-log.js'
import { readInputs } from './inputs.js'
import { keepReport } from './keep-report.js'
import { maskSecrets } from './mask-secrets.js'
import { setOutputs } from './outputs.js'
import { refusePublicRepository } from './refuse-public-repository.js'
import { createStepLog } from './step-log.js'
import { startOfEvent, type EventStart } from './start-of-event.js'
import { writeSummary } from './summary.js'

type RunOfCommand = (options: GivenOptions, context: RunContext) => Promise<UpgradeReport>

const commands: Readonly<Record<ActionCommand, () => Promise<RunOfCommand>>> = {
  upgrade: async () => (await import(/* webpackChunkName: "library" */ '../commands/upgrade.js')).upgrade,
  verify: async () => (await import(/* webpackChunkName: "library" */ '../commands/verify.js')).verify,
  diagnose: async () => (await import(/* webpackChunkName: "library" */ '../commands/diagnose.js')).diagnose
}

/** The action: inputs in; log, summary, report file and outputs out, however the run ends. */
export async function run(command: ActionCommand): Promise<void> {
  const secrets = [...maskSecrets(command), ...surroundingSecrets(process.env)]
  const annotations = createAnnotations(createRedact(secrets))
  const report = await reportOf(command, secrets)
  await writeSummary(report)
  setOutputs(report, {
    reportPath: await keepReport(report, core.getInput('report'), annotations),
    artifact: /^true$/i.test(core.getInput('backup-artifact'))
  })
  annotate(report, command, annotations)
  if (!report.error) core.info(`✓ ${neutralise(title(report))}`)
  if (report.error) process.exitCode = report.error.exitCode
}

/** The only catch: an error before the command begins, or by a bug, also ends in a report. */
async function reportOf(command: ActionCommand, secrets: readonly Secret[]): Promise<UpgradeReport> {
  const redact = createRedact(secrets)
  const stepLog = createStepLog((line) => {
    core.info(neutralise(redact(line)))
  })
  try {
    // First of all: events from forks are refused, whatever the inputs are.
    const start = await startOfEvent(process.env)
    const given = readInputs(command)
    const options =
      command === 'upgrade' ? { ...given, activityLog: await chooseActivityLog(given, process.env) } : given
    const signal = stopOnSignals(createRedact(secrets))
    const logger = createActionLogger()
    const context = { logger, onStep: stepLog.onStep, environment: process.env, signal }
    if (options.backupArtifact === true) await refusePublicRepository(options, process.env)
    if (command !== 'upgrade') return await tell(command, options, context)
    return await tell(command, ...fromEvent(options, context, start))
  } catch (error) {
    return failedReport(error, secrets)
  } finally {
    stepLog.end()
  }
}

/**
 * An upgrade starts from the branch of the input, else of the event. Throws UpgradeError `bad-input` without either.
 */
function fromEvent(
  options: GivenOptions,
  context: RunContext,
  { branch: own, commit, reason }: EventStart
): [GivenOptions, RunContext] {
  const branch = options.branch ?? own
  if (branch === null && reason === null) return [options, context]
  if (branch !== null)
    return [
      { ...options, branch },
      { ...context, expectedTip: branch === own ? commit : null }
    ]
  throw new UpgradeError('bad-input', {
    message: `This event names no branch to upgrade. ${reason ?? ''}`,
    next: 'Give the input branch: the upgrade then starts from what the remote holds for it.'
  })
}

/** The library is loaded only for valid inputs, so that wrong ones are reported at once. */
async function tell(command: ActionCommand, given: GivenOptions, context: RunContext): Promise<UpgradeReport> {
  const run = await commands[command]()
  return run(given, context)
}
