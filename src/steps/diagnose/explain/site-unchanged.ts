import type { LogEntry } from '../../../project/deployment-log/log-entry.js'

const closes =
  /Error building (?:the )?project|Unable to build (?:application|project)|aborting build|Aborted build|Invalid configuration files|Error while verifying routes\.yaml|rejected by the protective block/i

/**
 * Whether the platform's own closing lines show that it stopped before it touched the running site: no hook and no
 * redeployment started in the same log.
 */
export function isSiteUnchanged(entries: readonly LogEntry[]): boolean {
  const closed = entries.filter(({ level, rows }) => level === 'verdict' && closes.test(rows[0] ?? ''))
  const sources = new Set(closed.map(({ source }) => source))
  const begun = entries.some(
    ({ source, level, phase, rows }) =>
      sources.has(source) &&
      (phase === 'post-deploy' ||
        (phase === 'deploy' && !(level === 'title' && rows[0]?.trimStart().startsWith('Deploying applications'))))
  )
  return closed.length > 0 && !begun
}
