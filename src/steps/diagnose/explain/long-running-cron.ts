const hours = 3

/**
 * Cron runs in `ps -eo etimes=,args=` that should have ended long ago, one sentence each, or null. Consumers are meant
 * to keep running.
 */
export function findLongRunningCron(processes: string): string | null {
  const stuck = [...processes.matchAll(/^[^\S\n]*(\d+) (?!.*\bps -eo)(.*bin\/magento cron:run.*)$/gm)].filter(
    ([, seconds]) => Number(seconds) > hours * 3600
  )
  if (stuck.length === 0) return null
  return stuck
    .map(
      ([, seconds, command = '']) =>
        `cron:run has been running for ${Math.floor(Number(seconds) / 60)} minutes: ${command}`
    )
    .join('\n')
}
