import prettyMilliseconds from 'pretty-ms'

/** A human-readable duration: `840ms`, `12.3s`, `4m 10s`. */
export function renderSeconds(seconds: number): string {
  return prettyMilliseconds(seconds * 1000)
}
