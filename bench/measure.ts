/** One measured way of doing a job. */
export interface Measurement {
  readonly name: string
  readonly seconds: number
  /** Bytes that the package repository served meanwhile. */
  readonly bytes: number
}

/** Runs `task` once and takes its wall time and the bytes that `served` counts. */
export async function measure(name: string, served: () => number, task: () => Promise<void>): Promise<Measurement> {
  const before = served()
  const began = performance.now()
  await task()
  const seconds = (performance.now() - began) / 1000
  const result = { name, seconds, bytes: served() - before }
  console.log(`${name}: ${seconds.toFixed(1)} s, ${megabytes(result.bytes)} MB from the repository`)
  return result
}

/** A Markdown table of measurements; ratios are against the last row, the plain shell steps of the same run. */
export function table(title: string, measurements: readonly Measurement[]): string {
  const plain = measurements.at(-1)
  const rows = measurements.map(({ name, seconds, bytes }) => [
    name,
    seconds.toFixed(1),
    megabytes(bytes),
    `${((plain?.seconds ?? 0) / seconds).toFixed(1)} ×`,
    `${((plain?.bytes ?? 0) / Math.max(bytes, 1)).toFixed(1)} ×`
  ])
  return markdown(title, ['way', 'seconds', 'MB downloaded', 'faster by', 'fewer bytes by'], rows)
}

/** A Markdown table of wall times, without bytes. */
export function timeTable(title: string, measurements: readonly Measurement[]): string {
  const plain = measurements.at(-1)
  const rows = measurements.map(({ name, seconds }) => [
    name,
    seconds < 10 ? seconds.toFixed(3) : seconds.toFixed(1),
    (seconds / (plain?.seconds ?? seconds)).toFixed(2)
  ])
  return markdown(title, ['way', 'seconds', 'part of the last row'], rows)
}

/** A Markdown table. */
export function markdown(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [`### ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n')
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1)
}
