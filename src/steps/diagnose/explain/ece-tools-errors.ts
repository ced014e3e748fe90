import catalogue from '../../../data/ece-tools-errors.json' with { type: 'json' }

/** One code of ece-tools, by its error reference. */
interface EceToolsError {
  readonly code: number
  /** `any`: the code says nothing of the phase; `general`: ece-tools itself counts it to none. */
  readonly phase: 'build' | 'deploy' | 'post-deploy' | 'general' | 'any'
  readonly level: 'critical' | 'warning'
  readonly title: string
  readonly suggestion: string
}

const byCode = new Map(catalogue.errors.map((error) => [error.code, error as EceToolsError]))
// Named warnings, and yet the deployment stops on them (ece-tools 2002.1.17, src/App/Error.php).
const stopping = new Set([2028, 2031])

/** What the error reference of ece-tools says about a code; null for a code that it does not have. */
export function eceToolsError(code: number): EceToolsError | null {
  return byCode.get(code) ?? null
}

/**
 * The error of ece-tools that the number in an ERROR line stands for, in the phase that the line stands in. Null where
 * the number is the exit status of a command (1, 127, 137, 255 …) or a code of the database driver (2002, 2006 …).
 */
export function codeOfError(code: number | null, phase: string | null): EceToolsError | null {
  const error = code === null ? null : eceToolsError(code)
  if (error === null || error.phase === 'any') return null
  if (error.level === 'warning') return stopping.has(error.code) ? error : null
  return error.phase === 'general' || phase === null || phase === 'site' || error.phase === phase ? error : null
}
