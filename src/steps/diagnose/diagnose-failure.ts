import { isFailure } from '../../errors.js'
import type { Logger } from '../../logger.js'
import { explainFailure, type Evidence } from './explain/explain-failure.js'
import type { ProjectFacts } from './explain/find-causes.js'
import type { Finding } from '../../report/report.js'
import type { Probe } from '../../tools/http/http.js'
import type { MagentoCloud } from '../../tools/magento-cloud/magento-cloud.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import { askStorefront, findShownReport } from './find-shown-report.js'
import { readNode } from './read-node.js'
import { readPlatform, type Read, type WantedActivity } from './read-platform.js'
import { unreadFinding } from './unread-finding.js'

/** The tools of this step. */
interface DiagnoseTools {
  /** Null if the Cloud API cannot be reached; the logs on the nodes are used then. */
  readonly cloud: MagentoCloud | null
  /** Finds the nodes; an error that it throws is reported as unreadable. */
  readonly reachNodes: () => Promise<Nodes>
  readonly logger: Logger
  readonly probe: Probe
}

/** The nodes of an environment and the access to them. */
export interface Nodes {
  readonly ssh: Ssh
  readonly hosts: readonly SshHost[]
}

/** What to diagnose. */
export interface DiagnoseInput {
  /** The activity that failed; null if there is none to read. */
  readonly activity: WantedActivity
  /**
   * Addresses whose error page may name the report to read; without one, the newest report is read. Null skips them; if
   * the list is empty, a node is asked for the storefront.
   */
  readonly pageUrls: readonly string[] | null
  /** Facts from the checkout: the packages that classes may belong to, and the services. */
  readonly project: ProjectFacts
}

/**
 * Reads the logs of the platform and of every node, and explains them: the likeliest cause first, anything unreadable
 * last. Changes nothing, and fails only if the run is stopped.
 */
export async function diagnoseFailure(tools: DiagnoseTools, input: DiagnoseInput): Promise<Finding[]> {
  const { cloud, logger } = tools
  // The first login issues the certificate: two programs must not do that in one folder at the same time.
  const { nodes, failure } = await findNodes(tools)
  const reportId = await shownReport(tools, nodes, input)
  const [platform, read] = await Promise.all([
    cloud === null ? [] : readPlatform(cloud, input.activity),
    nodes === null ? [] : readNodes(nodes, reportId)
  ])
  const reads = [...platform, ...read]
  const isReport = ({ kind }: Evidence): boolean => kind === 'report'
  const lost = reportId !== null && !reads.some(({ evidence }) => evidence.some(isReport))
  const unread = [
    ...(failure === null ? [] : [`The nodes could not be found: ${failure}`]),
    ...reads.flatMap((read) => read.unread),
    ...(lost ? [`No node has the error report ${reportId} that the site names.`] : [])
  ]
  for (const line of unread) logger.warn(line)
  const { packages, services } = input.project
  const findings = explainFailure(inOrder(reads.flatMap(({ evidence }) => evidence)), packages, services)
  return [...findings, ...(unread.length === 0 ? [] : [unreadFinding(unread, findings.length + 1)])]
}

async function findNodes({
  reachNodes
}: DiagnoseTools): Promise<{ readonly nodes: Nodes | null; readonly failure: string | null }> {
  try {
    return { nodes: await reachNodes(), failure: null }
  } catch (error) {
    if (!isFailure(error)) throw error
    return { nodes: null, failure: error.message }
  }
}

async function shownReport(
  { probe }: DiagnoseTools,
  nodes: Nodes | null,
  { pageUrls }: DiagnoseInput
): Promise<string | null> {
  if (pageUrls === null || pageUrls.length > 0) return findShownReport(probe, pageUrls ?? [])
  const [host] = nodes?.hosts ?? []
  const url = nodes === null || host === undefined ? null : await askStorefront(nodes.ssh, host)
  return url === null ? null : findShownReport(probe, [url])
}

function readNodes({ ssh, hosts }: Nodes, reportId: string | null): Promise<readonly Read[]> {
  return Promise.all(hosts.map((host) => nodeLogs(ssh, host, reportId)))
}

async function nodeLogs(ssh: Ssh, host: SshHost, reportId: string | null): Promise<Read> {
  const { evidence, failure } = await readNode(ssh, host, reportId)
  return { evidence, unread: failure === null ? [] : [`${host} could not be read: ${failure}`] }
}

// ece-tools' own name for the error comes last: a log line next to it says more.
function inOrder(evidence: readonly Evidence[]): readonly Evidence[] {
  return [
    ...evidence.filter(({ kind }) => kind !== 'error-log'),
    ...evidence.filter(({ kind }) => kind === 'error-log')
  ]
}
