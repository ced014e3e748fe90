import * as core from '@actions/core'
import type { Logger } from '../logger.js'
import { visibleText } from '../visible-text.js'

/** A logger for the runner. Text from elsewhere is kept from being taken for commands to the runner. */
export function createActionLogger(): Logger {
  return {
    debug: (line) => {
      core.debug(neutralise(line))
    },
    info: (line) => {
      core.info(neutralise(line))
    },
    warn: (line) => {
      core.warning(neutralise(line))
    },
    error: (line) => {
      core.error(neutralise(line))
    },
    group: (title) => {
      core.startGroup(neutralise(title))
      return core.endGroup
    }
  }
}

// The runner skips white space of more kinds than JavaScript knows and compares by culture, which passes over
// characters that do not show; so everything that does not show is skipped here, too.
const hidden = '[^\\p{L}\\p{N}\\p{P}\\p{S}]*'
const atStart = new RegExp(`^(${hidden}):(?=${hidden}:)`, 'u')
const anywhere = new RegExp(`#(?=${hidden}#${hidden}\\[)`, 'gu')

/**
 * Text as it shows, that the runner does not take for its own: it obeys `::command::` at the start of a line and
 * `##[command]` anywhere in it.
 */
export function neutralise(text: string): string {
  return visibleText(text)
    .split('\n')
    .map((line) => line.replace(atStart, '$1: ').replaceAll(anywhere, '# '))
    .join('\n')
}
