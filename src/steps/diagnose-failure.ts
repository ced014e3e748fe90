import { UpgradeError } from '../errors.js'
import type { Logger } from '../logger.js'
import { explainFailure, type Evidence } from '../project/explain-failure.js'
import type { ClassPackage } from '../project/find-culprit.js'
import type { Finding } from '../report.js'
import type { Probe } from '../tools/http.js'
import type { MagentoCloud } from '../tools/magento-cloud.js'
import type { Ssh, SshHost } from '../tools/ssh.js'
import { askStorefront, findShownReport } from './diagnose/find-shown-report.js'
import { readNode } from './diagnose/read-node.js'

/** The tools of this step. */
export interface DiagnoseTools {
  /** Null where the Cloud API is out of reach: the logs on the nodes have to do. */
  readonly cloud: MagentoCloud | null
  readonly ssh: Ssh
  readonly logger: Logger
  readonly probe: Probe
}

/** What is diagnosed. */
export interface DiagnoseInput {
  readonly hosts: readonly SshHost[]
  /** The activity that failed, or null where none is known. */
  readonly activityId: string | null
  /**
   * Addresses whose error page may name the report to read; without one the newest report is read. Null leaves them
   * out; where the list is empty, a node is asked for the storefront.
   */
  readonly pageUrls: readonly string[] | null
  /** The packages that classes may belong to; none where there is no composer.lock. */
  readonly packages: readonly ClassPackage[]
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
  const reportId = await shownReport(tools, input)
  const reads = await Promise.all([
    ...(cloud === null || activityId === null ? [] : [platformLog('activity log', cloud.activityLog(activityId))]),
    ...(cloud === null ? [] : [platformLog('deploy log', cloud.log('deploy', 500))]),
    ...input.hosts.map((host) => nodeLogs(ssh, host, reportId))
  ])
  const isReport = ({ kind }: Evidence): boolean => kind === 'report'
  const lost = reportId !== null && !reads.some(({ evidence }) => evidence.some(isReport))
  const unread = [
    ...reads.flatMap((read) => read.unread),
    ...(lost ? [`No node has the error report ${reportId} that the site names.`] : [])
  ]
  for (const line of unread) logger.warn(line)
  const findings = explainFailure(inOrder(reads.flatMap(({ evidence }) => evidence)), input.packages)
  return [...findings, ...(unread.length === 0 ? [] : [unreadFinding(unread)])]
}

async function shownReport({ probe, ssh }: DiagnoseTools, { pageUrls, hosts }: DiagnoseInput): Promise<string | null> {
  if (pageUrls === null || pageUrls.length > 0) return findShownReport(probe, pageUrls ?? [])
  const [host] = hosts
  const url = host === undefined ? null : await askStorefront(ssh, host)
  return url === null ? null : findShownReport(probe, [url])
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
    next: 'Try again: magento-cloud-upgrade diagnose'
  }
}
