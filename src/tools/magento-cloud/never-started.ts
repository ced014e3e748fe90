import type { PollResult, Wanted } from './poll-result.js'

/** The largest assumed difference between the platform's clocks and ours. */
export const skewMilliseconds = 60_000

/** What was checked and found when no activity appeared for a commit; the explanation first. */
export function neverStartedReasons(wanted: Wanted, seen: PollResult): readonly string[] {
  return [
    `No push activity for commit ${wanted.commit.slice(0, 8)} appeared in time.`,
    ...environmentReasons(wanted, seen),
    ...overtaken(wanted, seen),
    ...fetchReasons(wanted, seen),
    ...newestPush(wanted, seen),
    ...otherCommit(wanted, seen)
  ]
}

// Clock differences may make the previous deployment look new, but the environment still has its commit.
function isAfter({ pushes, environment }: PollResult, { pushedAt }: Wanted): boolean {
  const { createdAt, newCommit } = pushes[0] ?? { createdAt: -Infinity, newCommit: null }
  const isNew = environment !== null && environment.headCommit !== newCommit
  return createdAt >= pushedAt || (isNew && createdAt >= pushedAt - skewMilliseconds)
}

function overtaken(wanted: Wanted, seen: PollResult): readonly string[] {
  const [newest] = seen.pushes
  if (!newest || !isAfter(seen, wanted)) return []
  return [`After this push the platform started to deploy another commit, ${short(newest.newCommit)} (${newest.id}).`]
}

function newestPush(wanted: Wanted, seen: PollResult): readonly string[] {
  const [newest] = seen.pushes
  if (!newest) return ['The environment has no push activity.']
  if (isAfter(seen, wanted)) return []
  return [`The newest push activity (${newest.id}) is for commit ${short(newest.newCommit)}.`]
}

function short(commit: string | null): string {
  return commit?.slice(0, 8) ?? 'unknown'
}

function environmentReasons(wanted: Wanted, { environment }: PollResult): readonly string[] {
  if (environment === null) return []
  const { status, headCommit } = environment
  return [
    ...(status === 'active' || status === 'dirty'
      ? []
      : [`The environment is ${status}: pushes do not deploy. To activate it: ${switchOn(status)}.`]),
    ...(headCommit === wanted.commit ? [nothingNew] : [])
  ]
}

/** The command that makes an environment in this state deploy again. */
export function switchOn(status: string): string {
  return status === 'paused' ? 'magento-cloud environment:resume' : 'magento-cloud environment:activate'
}

const nothingNew =
  'The environment already has this commit, so there was nothing new to deploy. To deploy it anyway: magento-cloud environment:redeploy.'

function otherCommit(wanted: Wanted, { environment }: PollResult): readonly string[] {
  if (environment === null || environment.headCommit === wanted.commit) return []
  return [`The environment is at commit ${short(environment.headCommit)}: this one has not reached it.`]
}

function fetchReasons(wanted: Wanted, { fetches, integration, environment }: PollResult): readonly string[] {
  if (environment?.headCommit === wanted.commit) return []
  if (integration === false)
    return [
      'The project has no GitHub integration: only a push to the Cloud remote reaches it (--cloud-remote names it).'
    ]
  const recent = fetches.find(({ createdAt }) => createdAt >= wanted.pushedAt - skewMilliseconds)
  if (!recent) return integration === true ? [noFetch] : []
  const result =
    recent.result === 'success'
      ? 'succeeded, but no deployment of this commit followed'
      : `ended with ${recent.result ?? 'no result'}`
  return [`The fetch from GitHub (${recent.id}) ${result}. Its log: magento-cloud activity:log ${recent.id}.`]
}

const noFetch =
  'The GitHub integration has not fetched since the push. Its settings: magento-cloud integration:list; what GitHub sent: Settings, Webhooks, Recent Deliveries.'
