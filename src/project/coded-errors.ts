import { parseCloudErrorLog, type CloudError } from './cloud-error-log.js'
import type { Evidence } from './explain-failure.js'

/** A critical error of ece-tools and where it was found. */
export interface CodedError {
  readonly source: string
  readonly entry: CloudError
  /** The text that it stands in. */
  readonly text: string
}

/**
 * The critical errors of ece-tools: those of cloud.error.log, and those of logs, because the error log of a build
 * that failed never reaches the server. Each code once.
 */
export function codedErrors(texts: readonly Evidence[]): readonly CodedError[] {
  const found = [...texts.filter(({ kind }) => kind === 'error-log'), ...texts.filter(({ kind }) => kind === 'log')]
    .flatMap(({ source, kind, text }) => entriesOf(kind, text).map((entry) => ({ source, entry, text })))
    .filter(({ entry }) => entry.type === 'critical')
  return found.filter(({ entry }, index) => found.findIndex((other) => other.entry.code === entry.code) === index)
}

/** The phase that an error belongs to: by its entry, else by the range of its code. */
export function phaseOf({ code, stage }: CloudError): 'build' | 'deploy' | 'post-deploy' {
  if (stage.includes('post')) return 'post-deploy'
  if (stage === 'build' || stage === 'deploy') return stage
  return code < 100 ? 'build' : code < 200 ? 'deploy' : 'post-deploy'
}

function entriesOf(kind: Evidence['kind'], text: string): readonly CloudError[] {
  if (kind === 'error-log') return parseCloudErrorLog(text).errors
  const lines = text.matchAll(/\b(?:CRITICAL|ERROR): \[(\d{1,3})\] (.+)$/gm)
  return [...lines].map(([, code, title = '']) => ({
    code: Number(code),
    stage: 'general',
    step: null,
    title,
    suggestion: null,
    type: 'critical'
  }))
}
