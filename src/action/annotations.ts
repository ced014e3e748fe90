import * as core from '@actions/core'
import { neutralise } from './action-logger.js'

/** Shows a text beside the log, with a title, and at a file of the repository. */
export type Annotate = (text: string, title?: string, file?: string | null) => void

/** What the runner shows beside the log, on the page of the run. */
export interface Annotations {
  readonly warn: Annotate
  /** One thing that is wrong; the run goes on to the next. */
  readonly error: Annotate
  /** Tells why the run failed. The exit code is set by the caller. */
  readonly fail: (text: string) => void
}

/** Annotations without what `redact` hides, escapes and what reorders text, titles included: they may quote a server. */
export function createAnnotations(redact: (text: string) => string): Annotations {
  // Hidden first as it was given, then as it shows: characters that do not show may part a secret.
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
