import type { Judgement } from './judge-curl.js'

const next = "Set app: to the name of the shop's application; magento-cloud app:list shows all."

/** Why a command could not choose an application (source of 4.27.0, `selectRemoteContainer`), or null for other failures. */
export function judgeApplication(stderr: string): Judgement | null {
  const name = /Application not found: ([\w.-]+)/i.exec(stderr)?.[1]
  if (name !== undefined)
    return { code: 'preflight-failed', message: `the environment has no application ${name}.`, next }
  if (!/Specifying the --app\b/i.test(stderr)) return null
  return { code: 'preflight-failed', message: 'the environment holds several applications.', next }
}
