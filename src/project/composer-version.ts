/** Stages of a release in Composer's order. */
const stages = ['dev', 'alpha', 'beta', 'RC', 'stable', 'patch'] as const

/** The stability of a release; `patch` is Composer's word for `-pN` and is stable. */
type Stage = (typeof stages)[number]

/** The parts of a version that Composer compares. */
export interface ComposerVersion {
  readonly numbers: readonly number[]
  readonly stage: Stage
  readonly stageNumbers: readonly number[]
}

const pattern =
  /^v?([0-9]{1,9}(?:\.[0-9]{1,9}){0,3})(?:-?(dev|alpha|beta|rc|patch|pl|p|a|b)((?:[.-]?[0-9]{1,9})*))?(?:\+[0-9a-z.-]+)?$/i
const stageNames: Readonly<Record<string, Stage>> = {
  dev: 'dev',
  a: 'alpha',
  alpha: 'alpha',
  b: 'beta',
  beta: 'beta',
  rc: 'RC',
  p: 'patch',
  pl: 'patch',
  patch: 'patch'
}

/** Parses a numbered Composer version (one to four numbers); null for branches and anything else. */
export function parseComposerVersion(text: string): ComposerVersion | null {
  const match = pattern.exec(text)
  if (!match) return null
  const [, numbers = '', stage, stageNumbers = ''] = match
  const parts = numbers.split('.').map(Number)
  return {
    numbers: [...parts, 0, 0, 0].slice(0, 4),
    stage: stage === undefined ? 'stable' : (stageNames[stage.toLowerCase()] ?? 'stable'),
    stageNumbers: stageNumbers.match(/[0-9]+/g)?.map(Number) ?? []
  }
}

/** Negative, zero or positive as `a` is lower than, equal to or higher than `b`, as composer/semver sees it. */
export function compareComposerVersions(a: ComposerVersion, b: ComposerVersion): number {
  return (
    compareLists(a.numbers, b.numbers) ||
    stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
    compareLists(a.stageNumbers, b.stageNumbers)
  )
}

/**
 * Like {@link compareComposerVersions}, but only by the leading numbers, as programs are compared: a pre-release equals
 * its release. A missing number is 0.
 */
export function compareNumbers(a: string, b: string): number {
  return compareLists(leadingNumbers(a), leadingNumbers(b))
}

/** Whether the leading numbers of a version are those of `least`, or higher. */
export function isAtLeast(version: string, least: string): boolean {
  return compareNumbers(version, least) >= 0
}

function leadingNumbers(text: string): readonly number[] {
  const found = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})/.exec(text)?.[1] ?? ''
  return [...found.split('.').map(Number), 0, 0, 0].slice(0, 4)
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const different = a.findIndex((number, index) => number !== b[index])
  if (different < 0) return a.length - b.length
  return different >= b.length ? 1 : (a[different] ?? 0) - (b[different] ?? 0)
}
