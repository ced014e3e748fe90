import { UpgradeError, type ErrorCode, type Problem } from '../../errors.js'
import type { Logger } from '../../logger.js'
import type { ModuleStates } from './magento-output.js'
import { sshFailureCode } from '../../tools/ssh/failure.js'
import type { NodeHealth, Verification } from '../../report/report.js'
import type { Clock } from '../../tools/clock.js'
import type { Probe } from '../../tools/http/http.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import { queryNode } from './query-node.js'
import type { NodeAnswer } from './node-answer.js'
import { judgeNode, judgeOpening } from './judge-node.js'
import { nameNodes } from './node-problem.js'
import { judgeVersion, unreachableIds } from './judge-version.js'
import { judgeSite, probeSite, type SiteAnswer } from './probe-site.js'

/** The tools of this step. */
interface VerifyTools {
  readonly ssh: Ssh
  readonly probe: Probe
  readonly clock: Clock
  readonly logger: Logger
}

/** What to verify. */
export interface VerifyInput {
  /** Every node of the environment. */
  readonly hosts: readonly SshHost[]
  /** The product version that each of them must run. */
  readonly expectedVersion: string
  /** Null skips the storefront; if it is empty, the nodes are asked for it. */
  readonly storefrontUrl: string | null
  /** The modules of the committed app/etc/config.php, or null if the checkout has none. */
  readonly committedModules: ModuleStates | null
}

/** Queries every node for its version and health, and the storefront for a few pages. Changes nothing. */
export async function verifyEnvironment(tools: VerifyTools, input: VerifyInput): Promise<Verification> {
  const { hosts, expectedVersion, committedModules } = input
  const asking = Promise.all(hosts.map((host) => askPatiently(tools, host)))
  const [nodes, site] = await Promise.all([asking, askSite(tools, input, asking)])
  const state = [
    ...nodes.flatMap((node) => judgeVersion(node, expectedVersion)),
    ...nodes.flatMap((node) => judgeNode(node, committedModules))
  ]
  const broken = state.some(({ severity, id }) => severity === 'error' && !notAsked.has(id))
  const opening = nodes.flatMap((node) => judgeOpening(node, broken))
  const problems = [
    ...nameNodes([...state, ...opening]),
    ...(site === 'unknown' ? [unknownSite] : site === null ? [] : judgeSite(site))
  ]
  return {
    verdict: verdictOf(nodes, expectedVersion, problems),
    expectedVersion,
    installedVersion: installedVersion(nodes, expectedVersion),
    nodes: nodes.map(nodeHealth),
    ...pagesOf(site),
    problems
  }
}

async function askSite(
  { probe, clock }: VerifyTools,
  { storefrontUrl, expectedVersion }: VerifyInput,
  asking: Promise<readonly NodeAnswer[]>
): Promise<SiteAnswer | null | 'unknown'> {
  if (storefrontUrl === null) return null
  const url = storefrontUrl || (await asking).find((node) => node.storefrontUrl !== null)?.storefrontUrl
  return url ? probeSite(probe, clock, url, expectedVersion) : 'unknown'
}

function pagesOf(site: SiteAnswer | null | 'unknown'): Pick<Verification, 'storefront' | 'endpoints'> {
  if (site === null || site === 'unknown') return { storefront: null, endpoints: [] }
  const page = ({ url, answer }: SiteAnswer['storefront']): { url: string; status: number | null } => ({
    url,
    status: answer.status
  })
  return { storefront: page(site.storefront), endpoints: site.endpoints.map(page) }
}

const unknownSite: Problem = {
  id: 'storefront-unknown',
  severity: 'warning',
  message: 'The storefront was not probed: no node reports its address.',
  fix: 'Set storefront-url to its address, or to off.'
}

// A key that is refused or has changed stays so, and continuing would mean trusting it.
function mayPass({ failure, failureKind }: NodeAnswer): boolean {
  return failure !== null && sshFailureCode(failureKind) === null
}

// Right after a deployment a node may still be starting.
async function askPatiently({ ssh, clock, logger }: VerifyTools, host: SshHost): Promise<NodeAnswer> {
  let answer = await queryNode(ssh, host)
  for (let attempt = 1; attempt < 3 && mayPass(answer); attempt += 1) {
    logger.warn(`${host} cannot be queried: ${answer.failure}`)
    await clock.pause(5)
    answer = await queryNode(ssh, host)
  }
  return answer
}

function verdictOf(
  nodes: readonly NodeAnswer[],
  expected: string,
  problems: readonly Problem[]
): Verification['verdict'] {
  const answered = nodes.filter(({ failure }) => failure === null)
  if (answered.some(({ version }) => version !== expected)) return 'wrong-version'
  const serious = problems.some(({ severity, id }) => severity === 'error' && !notAsked.has(id))
  if (serious && answered.length > 0) return 'unhealthy'
  return answered.length < nodes.length || nodes.length === 0 ? 'unreachable' : 'healthy'
}

function installedVersion(nodes: readonly NodeAnswer[], expected: string): string | null {
  const versions = nodes.flatMap(({ version }) => version ?? [])
  return versions.find((version) => version !== expected) ?? versions[0] ?? null
}

function nodeHealth(node: NodeAnswer): NodeHealth {
  const { host, version, deployedVersion, database, maintenance, cron, errors } = node
  const listed = errors.map(({ code, title, suggestion }) => ({
    code: String(code),
    title,
    suggestion: suggestion ?? ''
  }))
  return { host, version, deployedVersion, database: database.status, maintenance, cron, errors: listed }
}

/** The error that stops a run after this verification, or null if the environment is healthy. */
export function verificationError(verification: Verification): UpgradeError | null {
  const { verdict, problems, expectedVersion } = verification
  if (verdict === 'healthy' || verdict === 'skipped') return null
  const { code, message, next } = wording[verdict]
  const errors = problems.filter(({ severity }) => severity === 'error')
  // A node with the old code has other problems, too, which follow from it.
  const told = verdict === 'wrong-version' ? errors.filter(({ id }) => ofVersion.has(id)) : errors
  return new UpgradeError(verdict === 'unreachable' ? unreachableCode(errors) : code, {
    message: [message.replace('{version}', expectedVersion), ...told.map((problem) => problem.message)].join(' '),
    next: errors[0]?.fix ?? next,
    problems
  })
}

const notAsked: ReadonlySet<string> = new Set(Object.values(unreachableIds))
const ofVersion: ReadonlySet<string> = new Set(['wrong-version', 'version-unknown', ...notAsked])

/** A host key or login that is refused does not improve with time. */
function unreachableCode(problems: readonly Problem[]): ErrorCode {
  const refused = (['host-key', 'login'] as const).find((kind) =>
    problems.some(({ id }) => id === unreachableIds[kind])
  )
  return (refused && sshFailureCode(refused)) ?? 'retry-later'
}

const wording = {
  'wrong-version': {
    code: 'wrong-version',
    message: 'The environment does not run {version}.',
    next: 'Deploy again: magento-cloud environment:redeploy'
  },
  unhealthy: {
    code: 'unhealthy',
    message: 'The environment runs {version} but is unhealthy.',
    next: 'Fix the problems listed, then run magento-cloud-upgrade verify.'
  },
  unreachable: {
    code: 'retry-later',
    message: 'Not every node of the environment could be queried.',
    next: 'Run magento-cloud-upgrade verify later.'
  }
} as const
