import { UpgradeError } from '../../errors.js'
import type { Entry } from '../../ledger.js'
import type { CloudSession } from '../../run/cloud-session.js'
import { runningDeployments } from './ensure-idle.js'
import type { Run } from '../../run/run.js'
import { createClock } from '../../tools/clock.js'

const name = 'ADMIN_EMAIL'
const longest = 3600

/**
 * Sets ADMIN_EMAIL on the environment if `admin-email-check: set` asks for it and the value differs, and returns when
 * the redeployment has ended: a backup or push meanwhile would meet a site in maintenance. Throws UpgradeError that
 * says what may have changed.
 */
export async function setAdminEmail(thisRun: Run, platform: CloudSession): Promise<void> {
  const { options, context, ledger } = thisRun
  const { environment } = platform
  if (options.adminEmailCheck !== 'set' || (await platform.cloud.hasVariable(name, options.adminEmail))) return
  context.logger.info(
    `${name} is set on ${environment}, which redeploys it; the upgrade continues when that has ended.`
  )
  const variable = ledger.intend('variable', `${name} was set on ${environment}`)
  const redeployment = ledger.intend('redeployment', `a redeployment of ${environment} was started`)
  try {
    await platform.cloud.setVariable(name, options.adminEmail)
    variable.done()
    redeployment.done()
    await awaitQuiet(thisRun, platform, environment)
  } catch (error) {
    await settle(platform, options.adminEmail, { variable, redeployment })
    if (!(error instanceof UpgradeError)) throw error
    throw unfinished(error, environment)
  }
}

// The call may have failed after its effect, so the platform is asked whether the variable is set.
async function settle(
  { cloud }: CloudSession,
  value: string,
  { variable, redeployment }: { readonly variable: Entry; readonly redeployment: Entry }
): Promise<void> {
  const isSet = await cloud.hasVariable(name, value).catch(() => null)
  if (isSet === null) {
    variable.unknown()
    redeployment.unknown()
  } else if (isSet) {
    variable.done()
    redeployment.done()
  } else {
    variable.undone()
    redeployment.undone()
  }
}

// The program waits only for the activities that the answer names, not for one that starts a moment later.
async function awaitQuiet({ context }: Run, platform: CloudSession, environment: string): Promise<void> {
  const clock = createClock(context.signal)
  const end = clock.now() + longest * 1000
  for (;;) {
    const [open] = await runningDeployments(platform, environment)
    if (!open) return
    if (clock.now() > end)
      throw new UpgradeError('retry-later', {
        message: `the redeployment ${open.id} has not ended within an hour`,
        next: ''
      })
    await clock.pause(5)
  }
}

function unfinished({ code, message }: UpgradeError, environment: string): UpgradeError {
  return new UpgradeError(code, {
    message: `${name} could not be set on ${environment}, or the redeployment that this starts did not succeed: ${message}`,
    next: `Check it: magento-cloud activity:list -e ${environment}; when it has ended, run again.`
  })
}
