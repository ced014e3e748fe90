import { UpgradeError, type Problem } from '../errors.js'
import type { Logger } from '../logger.js'
import type { NodeHealth, Verification } from '../report.js'
import type { Clock } from '../tools/clock.js'
import type { Probe } from '../tools/http.js'
import type { Ssh, SshHost } from '../tools/ssh.js'
import { askNode, type NodeAnswer } from './verify/ask-node.js'
import { judgeNode } from './verify/judge-node.js'
import { judgeStorefront, probeStorefront } from './verify/probe-storefront.js'

/** The tools of this step. */
export interface VerifyTools {
  readonly ssh: Ssh
  readonly probe: Probe
  readonly clock: Clock
  readonly logger: Logger
}

/** What is verified. */
export interface VerifyInput {
  /** Every node of the environment. */
  readonly hosts: readonly SshHost[]
  /** The product version that each of them must run. */
  readonly expectedVersion: string
  /** Null leaves the storefront out. */
  readonly storefrontUrl: string | null
}

/** Asks every node for its version and health, and the storefront for its first page. Changes nothing. */
export async function verifyEnvironment(tools: VerifyTools, input: VerifyInput): Promise<Verification> {
  const { hosts, expectedVersion, storefrontUrl } = input
  const [nodes, answer] = await Promise.all([
    Promise.all(hosts.map((host) => askPatiently(tools, host))),
    storefrontUrl === null ? null : probeStorefront(tools.probe, tools.clock, storefrontUrl)
  ])
  const problems = [
    ...nodes.flatMap((node) => versionProblems(node, expectedVersion)),
    ...nodes.flatMap(judgeNode),
    ...(answer && storefrontUrl !== null ? judgeStorefront(storefrontUrl, answer) : [])
  ]
  return {
    verdict: verdictOf(nodes, expectedVersion, problems),
    expectedVersion,
    installedVersion: installedVersion(nodes, expectedVersion),
    nodes: nodes.map(nodeHealth),
    storefront: answer && storefrontUrl !== null ? { url: storefrontUrl, status: answer.status } : null,
    problems
  }
}

// Right after a deployment a node may still be on its way up.
async function askPatiently({ ssh, clock, logger }: VerifyTools, host: SshHost): Promise<NodeAnswer> {
  let answer = await askNode(ssh, host)
  for (let attempt = 1; attempt < 3 && answer.failure !== null; attempt += 1) {
    logger.warn(`${host} cannot be asked: ${answer.failure}`)
    await clock.pause(5)
    answer = await askNode(ssh, host)
  }
  return answer
}

function versionProblems(node: NodeAnswer, expected: string): readonly Problem[] {
  const problem = (id: string, message: string, fix: string): Problem => ({ id, severity: 'error', message, fix })
  const { host, failure, version, versionOutput } = node
  if (failure !== null)
    return [problem('node-unreachable', `${host} cannot be asked: ${failure}`, 'Try ssh to it by hand.')]
  if (version === expected) return []
  if (version !== null)
    return [
      problem(
        'wrong-version',
        `${host} runs ${version}, not ${expected}.`,
        'See whether the deployment reached every node, then redeploy.'
      )
    ]
  const said = `${host}: bin/magento --version tells no version: ${versionOutput.slice(0, 200)}`
  return [problem('version-unknown', said, 'Run php bin/magento --version there.')]
}

function verdictOf(
  nodes: readonly NodeAnswer[],
  expected: string,
  problems: readonly Problem[]
): Verification['verdict'] {
  const answered = nodes.filter(({ failure }) => failure === null)
  if (answered.some(({ version }) => version !== expected)) return 'wrong-version'
  const serious = problems.some(({ severity, id }) => severity === 'error' && id !== 'node-unreachable')
  if (serious && answered.length > 0) return 'unhealthy'
  return answered.length < nodes.length || nodes.length === 0 ? 'unreachable' : 'healthy'
}

function installedVersion(nodes: readonly NodeAnswer[], expected: string): string | null {
  const versions = nodes.flatMap(({ version }) => version ?? [])
  return versions.find((version) => version !== expected) ?? versions[0] ?? null
}

function nodeHealth({ host, version, database, maintenance, errors }: NodeAnswer): NodeHealth {
  const listed = errors.map(({ code, title, suggestion }) => ({
    code: String(code),
    title,
    suggestion: suggestion ?? ''
  }))
  return { host, version, database: database.status, maintenance, errors: listed }
}

/** The error that stops a run with this verification, or null where the environment is well. */
export function verificationError(verification: Verification): UpgradeError | null {
  const { verdict, problems, expectedVersion } = verification
  if (verdict === 'healthy' || verdict === 'skipped') return null
  const { code, message, next } = wording[verdict]
  const errors = problems.filter(({ severity }) => severity === 'error')
  return new UpgradeError(code, {
    message: [message.replace('{version}', expectedVersion), ...errors.map((problem) => problem.message)].join(' '),
    unchanged: 'The commit stays pushed; the database backup and the commit that was live before are untouched.',
    next: errors[0]?.fix ?? next,
    problems
  })
}

const wording = {
  'wrong-version': {
    code: 'wrong-version',
    message: 'The environment does not run {version}.',
    next: 'See whether the deployment reached every node, then redeploy.'
  },
  unhealthy: {
    code: 'unhealthy',
    message: 'The environment runs {version}, but it is not well.',
    next: 'Mend the problems listed, then verify again.'
  },
  unreachable: {
    code: 'retry-later',
    message: 'Not every node of the environment could be asked.',
    next: 'Verify again later.'
  }
} as const
