import { UpgradeError } from '../../errors.js'
import { switchOn } from './never-started.js'

/** The error for an answer that the platform's API does not give in good health. */
export function unexpectedAnswer(what: string): UpgradeError {
  return new UpgradeError('retry-later', {
    message: `The platform's API answered with ${what}.`,
    next: 'Run again later.'
  })
}

/** The JSON value in `text`; throws `retry-later` for a cut-off answer or the HTML page of a gateway. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unexpectedAnswer(text.trim() === '' ? 'nothing' : 'something that is not JSON')
  }
}

/** Why an environment in this state has no logins: to wait helps only while it is being deployed. */
export function withoutLogins(id: string, status: string): UpgradeError {
  if (status === 'active' || status === 'dirty') return unexpectedAnswer('no SSH login')
  return new UpgradeError('preflight-failed', {
    message: `The environment ${id} is ${status}, not active: there is nothing to log in to.`,
    next: `${switchOn(status)} -e ${id}`
  })
}
