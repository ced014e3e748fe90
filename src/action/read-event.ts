import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { UpgradeError } from '../errors.js'
import type { eventSchema } from './event-schema.js'

/** The parts of the workflow's event that this action reads. */
export type RunnerEvent = z.infer<typeof eventSchema>

/** The variables that the runner sets. */
export type RunnerVariables = Readonly<Record<string, string | undefined>>

/** Reads the event; an empty one outside a runner. Throws UpgradeError `bad-input` if it cannot be read. */
export async function readEvent(environment: RunnerVariables): Promise<RunnerEvent> {
  const path = environment['GITHUB_EVENT_PATH']
  if (!path) return {}
  const { eventSchema } = await import(/* webpackChunkName: "event" */ './event-schema.js')
  try {
    return eventSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    throw new UpgradeError('bad-input', {
      message: 'GITHUB_EVENT_PATH names no event that can be read, so it is unknown whose code would run.',
      next: 'Run the workflow again; on a runner of your own, let GITHUB_EVENT_PATH name the JSON file of the event.',
      details: error instanceof Error ? error.name : String(error)
    })
  }
}
