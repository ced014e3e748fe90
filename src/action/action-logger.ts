import * as core from '@actions/core'
import type { Logger } from '../logger.js'

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
    }
  }
}

/** The runner obeys `::command::` at the start of a line and `##[command]` anywhere in it. */
export function neutralise(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^(\s*)::/, '$1: :').replaceAll('##[', '## ['))
    .join('\n')
}
