import { UpgradeError, type Problem } from '../errors.js'

/** The error that stops a run with these problems, or null where none is an error; `bad-secret` for secrets alone. */
export function preflightError(problems: readonly Problem[]): UpgradeError | null {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return null
  const onlySecrets = errors.every(({ id }) => id.endsWith('-bad-secret'))
  return new UpgradeError(onlySecrets ? 'bad-secret' : 'preflight-failed', {
    message:
      errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} things stand in the way of the upgrade.`,
    next: errors.length === 1 ? (errors[0]?.fix ?? '') : 'Mend each of the problems listed, then run again.',
    problems
  })
}
