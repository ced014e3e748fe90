import * as core from '@actions/core'
import type { Logger } from '../logger.js'
import { visibleText } from '../visible-text.js'

/** A logger for the runner. Foreign text cannot act as a command to the runner. */
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

// The runner skips more kinds of white space than JavaScript and compares by culture, which ignores invisible
// characters; so all invisible characters are skipped here too.
const hidden = '[^\\p{L}\\p{N}\\p{P}\\p{S}]*'
const atStart = new RegExp(`^(${hidden}):(?=${hidden}:)`, 'u')
const anywhere = new RegExp(`#(?=${hidden}#${hidden}\\[)`, 'gu')

/**
 * Visible text without commands to the runner, which obeys `::command::` at the start of a line and `##[command]`
 * anywhere in it.
 */
export function neutralise(text: string): string {
  return visibleText(text)
    .split('\n')
    .map((line) => line.replace(atStart, '$1: ').replaceAll(anywhere, '# '))
    .join('\n')
}
