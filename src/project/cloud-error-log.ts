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

/**
 * The entries of `cloud.error.log`, or of what `ece-tools error:show -j` prints, and how many lines were not JSON; an
 * empty log is a clean deployment.
 */
export function parseCloudErrorLog(text: string): {
  readonly errors: readonly CloudError[]
  readonly unreadable: number
} {
  const errors: CloudError[] = []
  let unreadable = 0
  const shown = shownErrors(text)
  for (const entry of shown ?? text.split('\n').filter((candidate) => candidate.trim() !== '')) {
    const parsed = line.safeParse(shown === null ? decode(entry) : entry)
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

// `error:show -j` prints one object, keyed by code.
function shownErrors(text: string): readonly unknown[] | null {
  const whole = text.trimStart().startsWith('{')
    ? z.record(z.string().regex(/^\d+$/), line).safeParse(decode(text))
    : null
  return whole?.success === true ? Object.values(whole.data) : null
}

function decode(text: unknown): unknown {
  try {
    return JSON.parse(String(text)) as unknown
  } catch {
    return null
  }
}
