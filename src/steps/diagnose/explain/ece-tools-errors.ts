import catalogue from '../../../data/ece-tools-errors.json' with { type: 'json' }

/** One code of ece-tools, by its error reference. */
interface EceToolsError {
  readonly code: number
  /** `any`: the code does not depend on the phase; `general`: ece-tools itself assigns it to none. */
  readonly phase: 'build' | 'deploy' | 'post-deploy' | 'general' | 'any'
  readonly level: 'critical' | 'warning'
  readonly title: string
  readonly suggestion: string
}

const byCode = new Map(catalogue.errors.map((error) => [error.code, error as EceToolsError]))
// Called warnings, but the deployment stops on them (ece-tools 2002.1.17, src/App/Error.php).
const stopping = new Set([2028, 2031])

/** Entry of the error reference of ece-tools for a code; null for an unknown code. */
export function eceToolsError(code: number): EceToolsError | null {
  return byCode.get(code) ?? null
}

/**
 * The error of ece-tools that the number in an ERROR line stands for, in the phase of that line. Null if the number is
 * the exit status of a command (1, 127, 137, 255 …) or a code of the database driver (2002, 2006 …).
 */
export function codeOfError(code: number | null, phase: string | null): EceToolsError | null {
  const error = code === null ? null : eceToolsError(code)
  if (error === null || error.phase === 'any') return null
  if (error.level === 'warning') return stopping.has(error.code) ? error : null
  return error.phase === 'general' || phase === null || phase === 'site' || error.phase === phase ? error : null
}
