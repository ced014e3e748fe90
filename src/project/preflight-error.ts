import { UpgradeError, type Problem } from '../errors.js'

const ofSecrets: ReadonlySet<Problem['id']> = new Set<Problem['id']>([
  'bad-secret',
  'github-token-bad-secret',
  'platform-bad-secret',
  'ssh-bad-secret'
])

/**
 * The error that stops a run with these problems, or null if none is an error; `bad-secret` if all are about secrets.
 */
export function preflightError(problems: readonly Problem[]): UpgradeError | null {
  const errors = problems.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return null
  const onlySecrets = errors.every(({ id }) => ofSecrets.has(id))
  return new UpgradeError(onlySecrets ? 'bad-secret' : 'preflight-failed', {
    message: errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} preflight checks failed.`,
    next: errors.length === 1 ? (errors[0]?.fix ?? '') : 'Fix the problems above and run again.',
    problems
  })
}
