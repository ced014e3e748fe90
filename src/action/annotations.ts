import * as core from '@actions/core'
import { neutralise } from './action-logger.js'

/** What the runner shows beside the log, on the page of the run. */
export interface Annotations {
  readonly warn: (text: string, title?: string) => void
  /** Tells why the run failed. The exit code is set by the caller. */
  readonly fail: (text: string) => void
}

/** Annotations without what `redact` hides, escapes and what reorders text, titles included: they may quote a server. */
export function createAnnotations(redact: (text: string) => string): Annotations {
  // Hidden first as it was given, then as it shows: characters that do not show may part a secret.
  const told = (text: string): string => redact(neutralise(redact(text)))
  return {
    warn: (text, title) => {
      core.warning(told(text), title === undefined ? {} : { title: told(title) })
    },
    fail: (text) => {
      core.setFailed(told(text))
    }
  }
}
