const starts =
  /^.*(?:Starting scenario\(s\): scenario\/(?:build|deploy\.xml)|ece-tools run scenario\/deploy\.xml|Updating time:).*$/gm

/**
 * The part of a log that begins with the last deployment: what stands before it was about an older one. Post-deploy
 * belongs to the deployment before it.
 */
export function sinceLastScenario(text: string): string {
  const at = [...text.matchAll(starts)].at(-1)?.index ?? 0
  return text.slice(at)
}

/** When the last deployment began, in milliseconds since 1970, by the log `var/log/cloud.log`; null where it does not say. */
export function lastScenarioStart(cloudLog: string): number | null {
  const [line = ''] = sinceLastScenario(cloudLog).split('\n', 1)
  return timeOf(line)
}

/** The entries of a log that were written at `start` (milliseconds since 1970) or later, with their further lines. */
export function entriesSince(text: string, start: number): string {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => (timeOf(line) ?? -Infinity) >= start)
  return first < 0 ? '' : lines.slice(first).join('\n')
}

function timeOf(line: string): number | null {
  const time = Date.parse(/^\[(\d{4}-\d\d-\d\d[T ][^\]]+)\]/.exec(line)?.[1] ?? '')
  return Number.isNaN(time) ? null : time
}
