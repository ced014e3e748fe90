import { z } from 'zod'
import { effectKinds, effectStates } from '../ledger.js'

/** One thing that a run changed. */
export const effect = z.object({
  kind: z.enum(effectKinds),
  what: z.string().describe('a clause in the past tense'),
  state: z.enum(effectStates).describe('intended: its end was not seen; undone: taken back, or it did not come about')
})
