import { redactEvidence } from '../../secrets/redact-evidence.js'
import { sshFailureFix, type SshFailureKind } from '../../tools/ssh/failure.js'
import type { NodeAnswer } from './node-answer.js'
import type { NodeProblem } from './node-problem.js'

/** Ids of the problem that a node could not be queried, by the SSH error. */
export const unreachableIds: Readonly<Record<SshFailureKind, NodeProblem['id']>> = {
  'host-key': 'node-host-key',
  login: 'node-login',
  connection: 'node-unreachable',
  script: 'node-unreachable'
}

const deployAgain = 'Deploy again: magento-cloud environment:redeploy. If a node stays behind, open a support ticket.'

/** Whether a node could be queried and runs the expected version; cloud.log is the second source. */
export function judgeVersion(node: NodeAnswer, expected: string): readonly NodeProblem[] {
  const { host, failure, failureKind, version, versionOutput, deployedVersion } = node
  const problem = (id: NodeProblem['id'], says: string, fix: string): NodeProblem => ({
    id,
    severity: 'error',
    host,
    says,
    fix
  })
  if (failure !== null)
    return [problem(unreachableIds[failureKind], ` cannot be queried: ${failure}`, sshFailureFix(failureKind, host))]
  if (version === null) {
    const witness =
      deployedVersion === null ? '' : ` According to var/log/cloud.log, ${deployedVersion} was deployed last.`
    const said = `: bin/magento --version prints no version: ${redactEvidence(versionOutput).slice(0, 200)}${witness}`
    return [problem('version-unknown', said, 'Run php bin/magento --version there.')]
  }
  if (version !== expected)
    return [
      {
        ...problem('wrong-version', ` runs ${version}, not ${expected}.`, deployAgain),
        sayTogether: ` run ${version}, not ${expected}.`
      }
    ]
  if (deployedVersion === null || deployedVersion === expected) return []
  return [
    {
      id: 'witness-disagrees',
      severity: 'warning',
      host,
      says: ` runs ${version}, but according to var/log/cloud.log the last deployment was of ${deployedVersion}.`,
      sayTogether: ` run ${version}, but according to var/log/cloud.log the last deployment was of ${deployedVersion}.`,
      fix: 'Check whether the deploy hook ran: magento-cloud log deploy'
    }
  ]
}
