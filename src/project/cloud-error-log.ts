import catalogue from '../data/ece-tools-errors.json' with { type: 'json' }
import { z } from 'zod'

const line = z.looseObject({
  errorCode: z.coerce.number().int(),
  stage: z.string().default('general'),
  step: z.string().nullish(),
  suggestion: z.string().nullish(),
  title: z.string().default(''),
  type: z.string().default('critical')
})

/** One error or warning of `var/log/cloud.error.log`. */
export interface CloudError {
  readonly code: number
  readonly stage: string
  readonly step: string | null
  readonly title: string
  readonly suggestion: string | null
  readonly type: 'critical' | 'warning'
}

/** What the reference of ece-tools says about a code. */
export interface ErrorExplanation {
  readonly meaning: string
  readonly help: string
}

/** The entries of `cloud.error.log` and how many lines were not JSON; an empty log is a clean deployment. */
export function parseCloudErrorLog(text: string): {
  readonly errors: readonly CloudError[]
  readonly unreadable: number
} {
  const errors: CloudError[] = []
  let unreadable = 0
  for (const entry of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const parsed = line.safeParse(decode(entry))
    if (!parsed.success) {
      unreadable += 1
      continue
    }
    const { errorCode, stage, step, title, suggestion, type } = parsed.data
    const kind = type === 'warning' ? 'warning' : 'critical'
    errors.push({ code: errorCode, stage, step: step ?? null, title, suggestion: suggestion ?? null, type: kind })
  }
  return { errors, unreadable }
}

/** What an error code of ece-tools means and what helps, or null for codes that are not in the reference. */
export function explainCloudError(code: number): ErrorExplanation | null {
  const found = catalogue.errors.find(({ codes }) => codes.includes(code))
  return found ? { meaning: found.meaning, help: found.help } : null
}

function decode(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
