import { UpgradeError, type ErrorCode, type Problem } from '../errors.js'
import { preflightError } from './preflight-error.js'

const beforeAnything: readonly ErrorCode[] = ['preflight-failed', 'bad-input', 'bad-secret']

/** An error that prevents an upgrade, together with problems known before it; any other error unchanged. */
export function withOtherProblems(error: unknown, known: readonly Problem[]): unknown {
  if (!(error instanceof UpgradeError) || !beforeAnything.includes(error.code)) return error
  const { code, message, next, problems } = error
  const told = problems.length > 0 ? problems : [{ id: code, severity: 'error' as const, message, fix: next }]
  const ids = new Set(known.map(({ id }) => id))
  return preflightError([...known, ...told.filter(({ id }) => !ids.has(id))]) ?? error
}
