import { z } from 'zod'

/** One line of ece-tools' `var/log/cloud.error.log`. */
export interface CloudError {
  /** E.g. `126`; codes below 1000 stop a deployment. */
  readonly code: string
  readonly stage: string
  readonly step: string
  readonly title: string
  readonly suggestion: string
  readonly critical: boolean
}

const shape = z.object({
  errorCode: z.union([z.number(), z.string()]),
  stage: z.string().catch(''),
  step: z.string().catch(''),
  title: z.string().catch(''),
  suggestion: z.string().catch(''),
  type: z.string().catch('')
})

/** The entries of the log, one JSON object per line; lines that are none are left out. */
export function parseCloudErrorLog(text: string): readonly CloudError[] {
  return text.split('\n').flatMap((line) => {
    const parsed = shape.safeParse(jsonOrNull(line))
    if (!parsed.success) return []
    const { errorCode, stage, step, title, suggestion, type } = parsed.data
    const critical = type === 'critical' || (type === '' && Number(errorCode) < 1000)
    return [{ code: String(errorCode), stage, step, title, suggestion, critical }]
  })
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
