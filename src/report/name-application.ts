import type { UpgradeReport } from './report.js'

// The commands that take `--app` (CLI reference 1.47.0, 2026-11), by name and aliases.
const commands = [
  'environment:(?:ssh|logs?|relationships)|ssh|logs?|relationships|rel',
  'db:(?:sql|dump|size)|sql|sql-dump',
  'mount:(?:list|download|upload|size)|mounts',
  'service:(?:redis|valkey)-cli|redis|valkey',
  'tunnel:(?:open|single)',
  'app:config-get'
].join('|')
const call = new RegExp(`\\bmagento-cloud (?:${commands})(?![\\w:-])(?! (?:-A|--app)\\b)`, 'g')
const anyName = /^[\w.-]+$/
// A server's own text is not changed.
const quoted = new Set(['evidence', 'title', 'details'])

/**
 * The report with the application in each command of `magento-cloud` that accepts one and names none: in an environment
 * of several, such a command asks for it, or fails without a terminal.
 */
export function nameApplicationIn(report: UpgradeReport, application: string): UpgradeReport {
  return JSON.parse(JSON.stringify(report), (key, value: unknown) =>
    typeof value === 'string' && !quoted.has(key) ? nameApplication(value, application) : value
  ) as UpgradeReport
}

/** The same for one text. */
export function nameApplication(text: string, application: string): string {
  return anyName.test(application) ? text.replace(call, (command) => `${command} -A ${application}`) : text
}
