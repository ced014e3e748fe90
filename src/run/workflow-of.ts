import type { Workflow } from '../report/report.js'

/**
 * The run of GitHub Actions that set these variables; null outside of one. RUNNER_ENVIRONMENT is `github-hosted` on a
 * machine that is discarded after the job (docs.github.com, variables reference, 2026-11).
 */
export function workflowOf(environment: Readonly<Record<string, string | undefined>>): Workflow | null {
  const { GITHUB_ACTIONS: inside, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: runId } = environment
  if (inside !== 'true' || name === undefined || !/^[\w.-]+\/[\w.-]+$/.test(name)) return null
  const repository = `${environment['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${name}`
  return {
    repository,
    run: runId !== undefined && /^\d+$/.test(runId) ? `${repository}/actions/runs/${runId}` : null,
    hosted: environment['RUNNER_ENVIRONMENT'] !== 'self-hosted'
  }
}
