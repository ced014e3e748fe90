/** A line that ece-tools prints at the beginning of a phase. */
interface ScenarioStart {
  /** Position of the line in the text. */
  readonly index: number
  readonly phase: 'build' | 'generate' | 'transfer' | 'deploy' | 'post-deploy'
  /** Milliseconds since 1970, or null. */
  readonly at: number | null
  /** Version of magento2-base that was deployed, or null. */
  readonly version: string | null
}

/** The last deployment in a log, including its build. */
interface LastDeployment {
  /** Position of its first line in the text. */
  readonly index: number
  /** Position of the line that begins its latest phase. */
  readonly phaseIndex: number
  /** When it began, in milliseconds since 1970; null if the log does not say. */
  readonly at: number | null
  /** Its first and its latest phase. */
  readonly firstPhase: ScenarioStart['phase']
  readonly phase: ScenarioStart['phase']
  /** When its latest phase began. */
  readonly phaseAt: number | null
  /** Product version that it deployed, or null. */
  readonly version: string | null
}

// Up to 2002.0 the commands had names instead of scenarios; later versions write such lines too, without versions.
const line =
  /^.*(?:Starting scenario\(s\): scenario\/(?:build\/)?(generate|transfer|deploy|post-deploy)\.xml|Starting (build|generate|transfer|deploy|post-deploy)(?: command)?\. \(magento\/).*$/gm

/**
 * The last deployment by the lines with which ece-tools begins phases; null if there is none. Post-deploy belongs to
 * the preceding deployment.
 */
export function lastDeployment(log: string): LastDeployment | null {
  const starts = [...log.matchAll(line)].map(readStart).filter(({ phase }) => phase !== 'post-deploy')
  const last = starts.at(-1)
  if (!last) return null
  let first = last
  for (const start of starts.slice(0, -1).reverse()) {
    if (order[start.phase] >= order[first.phase]) break
    first = start
  }
  return {
    index: first.index,
    phaseIndex: last.index,
    at: first.at,
    firstPhase: first.phase,
    phase: last.phase,
    phaseAt: last.at,
    version: last.version
  }
}

/**
 * The time of a log line in milliseconds since 1970, from the bracketed UTC time at its beginning, indented or not;
 * null without one.
 */
export function timeOf(text: string): number | null {
  const stamp = /^[ \t]{0,40}\[(\d{4}-\d\d-\d\d)[T ]([\d:.]{5,20})([^\]\n]{0,10})\]/.exec(text)
  if (!stamp) return null
  const [, day = '', clock = '', zone = ''] = stamp
  const time = Date.parse(`${day}T${clock}${zone === '' ? 'Z' : zone.trim()}`)
  return Number.isNaN(time) ? null : time
}

const order = { build: 0, generate: 0, transfer: 1, deploy: 2, 'post-deploy': 3 } as const

function readStart(match: RegExpExecArray): ScenarioStart {
  return {
    index: match.index,
    phase: (match[1] ?? match[2]) as ScenarioStart['phase'],
    at: timeOf(match[0]),
    version: /magento\/magento2-base version: v?(\d+\.\d+\.\d+[\w.-]*)/.exec(match[0])?.[1] ?? null
  }
}
