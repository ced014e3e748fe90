import { UpgradeError } from '../errors.js'
import type { Logger } from '../logger.js'
import { explainFailure, type Evidence } from '../project/explain-failure.js'
import { parseReportId } from '../project/report-id.js'
import type { Finding } from '../report.js'
import type { Probe } from '../tools/http.js'
import type { MagentoCloud } from '../tools/magento-cloud.js'
import type { Ssh, SshHost } from '../tools/ssh.js'
import { readNode } from './diagnose/read-node.js'

/** The tools of this step; `probe` is used only where there is a storefront to look at. */
export interface DiagnoseTools {
  /** Null where the Cloud API is out of reach: the logs on the nodes have to do. */
  readonly cloud: MagentoCloud | null
  readonly ssh: Ssh
  readonly logger: Logger
  readonly probe?: Probe
}

/** What is diagnosed. */
export interface DiagnoseInput {
  readonly hosts: readonly SshHost[]
  /** The activity that failed, or null where none is known. */
  readonly activityId: string | null
  /** The address whose error page names the report to read; the newest report is read without it. */
  readonly storefrontUrl?: string | null
}

interface Read {
  readonly evidence: readonly Evidence[]
  /** What could not be read, one sentence each. */
  readonly unread: readonly string[]
}

/**
 * Reads the logs of the platform and of every node, and explains what they show: the likeliest cause first, what
 * could not be read last. Changes nothing, and fails only where the run is stopped.
 */
export async function diagnoseFailure(tools: DiagnoseTools, input: DiagnoseInput): Promise<Finding[]> {
  const { cloud, ssh, logger } = tools
  const { activityId } = input
  const reportId = await shownReport(tools.probe, input.storefrontUrl ?? null)
  const reads = await Promise.all([
    ...(cloud === null || activityId === null ? [] : [platformLog('activity log', cloud.activityLog(activityId))]),
    ...(cloud === null ? [] : [platformLog('deploy log', cloud.log('deploy', 500))]),
    ...input.hosts.map((host) => nodeLogs(ssh, host, reportId))
  ])
  const unread = reads.flatMap((read) => read.unread)
  for (const line of unread) logger.warn(line)
  const findings = explainFailure(inOrder(reads.flatMap(({ evidence }) => evidence)))
  return [...findings, ...(unread.length === 0 ? [] : [unreadFinding(unread)])]
}

async function shownReport(probe: Probe | undefined, url: string | null): Promise<string | null> {
  if (!probe || url === null) return null
  const { body } = await probe(url, { timeoutSeconds: 30 })
  return parseReportId(body)
}

async function platformLog(source: string, log: Promise<string>): Promise<Read> {
  try {
    return { evidence: [{ source, kind: 'log', text: await log }], unread: [] }
  } catch (error) {
    if (!(error instanceof UpgradeError) || error.code === 'interrupted') throw error
    return { evidence: [], unread: [`The ${source} could not be read: ${error.message}`] }
  }
}

async function nodeLogs(ssh: Ssh, host: SshHost, reportId: string | null): Promise<Read> {
  const { evidence, failure } = await readNode(ssh, host, reportId)
  return { evidence, unread: failure === null ? [] : [`${host} could not be read: ${failure}`] }
}

// What ece-tools itself calls the error comes last: a log line beside it says more.
function inOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  return [
    ...evidence.filter(({ kind }) => kind !== 'error-log'),
    ...evidence.filter(({ kind }) => kind === 'error-log')
  ]
}

function unreadFinding(unread: readonly string[]): Finding {
  return {
    id: 'unread',
    title: 'Not everything could be read',
    source: 'this run',
    evidence: unread.join('\n'),
    meaning: 'The cause may stand in what is missing here.',
    next: 'Run the diagnose command again.'
  }
}
