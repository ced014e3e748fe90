import { lastDeployment, timeOf } from '../../../project/deployment-log/scenario-starts.js'

const otherStarts = /^.*(?:ece-tools (?:run scenario\/deploy\.xml|deploy\b)|Updating time:).*$/gm
const postDeploy =
  /^.*(?:ece-tools (?:run scenario\/post-deploy\.xml|post-deploy\b)|Starting scenario\(s\): scenario\/post-deploy).*$/gm

/**
 * The part of a log that starts with the last deployment, including its build; earlier parts are about older ones. A
 * post-deploy phase belongs to the deployment before it, and also has a separate log.
 */
export function sinceLastScenario(text: string): string {
  const last = (pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1
  const deployment = lastDeployment(text)
  const launched = last(otherStarts)
  // A hook may end before ece-tools prints anything.
  if (deployment !== null) return text.slice(launched > deployment.phaseIndex ? launched : deployment.index)
  return text.slice(Math.max(0, launched, launched < 0 ? last(postDeploy) : 0))
}

/** Start of the last deployment, in milliseconds since 1970, from `var/log/cloud.log`; null if it does not say. */
export function lastScenarioStart(cloudLog: string): number | null {
  return lastDeployment(cloudLog)?.at ?? null
}

/**
 * The entries of a log that were written at `start` (milliseconds since 1970) or later, with their continuation lines.
 */
export function entriesSince(text: string, start: number): string {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => (timeOf(line) ?? -Infinity) >= start)
  return first < 0 ? '' : lines.slice(first).join('\n')
}
