import * as core from '@actions/core'
import { neutralise } from './action-logger.js'

/** Shows a text with a title next to the log, and at a file of the repository. */
export type Annotate = (text: string, title?: string, file?: string | null) => void

/** The annotations that the runner shows on the page of the run. */
export interface Annotations {
  readonly warn: Annotate
  /** One problem; does not end the run. */
  readonly error: Annotate
  /** Reports why the run failed. The caller sets the exit code. */
  readonly fail: (text: string) => void
}

/**
 * Annotations, including titles, redacted with `redact` and without escapes and characters that reorder text: they may
 * quote a server.
 */
export function createAnnotations(redact: (text: string) => string): Annotations {
  // Redacted before and after invisible characters are removed, since these may split a secret.
  const told = (text: string): string => redact(neutralise(redact(text)))
  const shown = (title?: string, file?: string | null): core.AnnotationProperties => ({
    ...(title !== undefined && { title: told(title) }),
    ...(file != null && { file })
  })
  return {
    warn: (text, title, file) => {
      core.warning(told(text), shown(title, file))
    },
    error: (text, title, file) => {
      core.error(told(text), shown(title, file))
    },
    fail: (text) => {
      core.setFailed(told(text))
    }
  }
}
