import { Secret } from '../../src/secrets/secret.js'
import { createMagentoCloud, type MagentoCloud } from '../../src/tools/magento-cloud/magento-cloud.js'
import type { CommandResult, RunCommand } from '../../src/tools/process/command.js'
import type { Disorder, History, Outage, TrueDeployment } from './history.js'

/** The commit that is waited for. */
export const ourCommit = 'c'.repeat(40)
/** When it was pushed. */
export const pushedAt = Date.parse('2026-01-01T10:00:00Z')
const otherCommit = 'f'.repeat(40)
const mergeCommit = 'e'.repeat(40)

const isoAt = (seconds: number): string => new Date(pushedAt + seconds * 1000).toISOString()

/**
 * The real tool on a platform with that history, which answers what is true at `now()` seconds after the push. It
 * throws if it is asked earlier than it asked for, unless that is at `giveUpAt`.
 */
export function cloudOfHistory(history: History, home: string, now: () => number, giveUpAt: number): MagentoCloud {
  let flickered = ''
  let asked: { readonly at: number; readonly until: number } = { at: 0, until: 0 }
  const run: RunCommand = (argv) => {
    const call = argv.join(' ')
    if (asked.at < now() && now() < Math.min(asked.until, giveUpAt)) throw new Error(`asked at ${now()} s: ${call}`)
    const outage = history.outages.find(
      ({ from, to, what }) => from <= now() && now() < to && (what === 'all' || what === subjectOf(argv))
    )
    const disorder = outage?.how
    const retryAfter = disorder === '429' && subjectOf(argv) !== 'log' ? (outage?.retryAfter ?? null) : null
    if (retryAfter !== null) {
      asked = { at: now(), until: Math.max(asked.until, now() + retryAfter) }
      const stdout = `HTTP/1.1 429 Too Many Requests\r\nRetry-After: ${retryAfter}\r\n\r\n`
      return Promise.resolve({ ...bad(disorder ?? '429', argv, ''), stdout })
    }
    if (disorder === undefined || (disorder === 'flicker' && flickered === `${now()} ${call}`))
      return Promise.resolve(good(answer(history, argv, now())))
    flickered = `${now()} ${call}`
    return Promise.resolve(bad(disorder, argv, answer(history, argv, now())))
  }
  const place = { home, project: 'abc', environment: history.environment, retryPauseSeconds: 0, patienceSeconds: 0 }
  return createMagentoCloud({ run, parentEnvironment: {}, token: new Secret('token'), ...place })
}

function subjectOf(argv: readonly string[]): Outage['what'] {
  const call = argv.join(' ')
  if (call.includes('activity:log')) return 'log'
  if (call.includes('type=environment.push')) return 'pushes'
  if (/type=environment\.(?:re)?deploy\b/.test(call)) return 'redeploys'
  return call.includes('integration') ? 'fetches' : 'environment'
}

function answer(history: History, argv: readonly string[], now: number): string {
  const subject = subjectOf(argv)
  if (subject === 'log') return logOf(history, argv.find((word) => /^act\d/.test(word)) ?? '', now)
  if (subject === 'environment') return JSON.stringify(environmentAt(history, now))
  if (argv.join(' ').endsWith('/integrations')) return JSON.stringify([{ id: 'i', type: 'github' }])
  if (subject === 'fetches') return JSON.stringify(fetchesAt(history, now))
  const type = /type=([\w.]+)/.exec(argv.join(' '))?.[1]
  const hidden = history.gaps.filter(({ from, to }) => from <= now && now < to).map(({ id }) => id)
  const listed = history.deployments
    .filter((one) => one.type === type && one.createdAt <= now && !hidden.includes(one.id))
    .toReversed()
  return JSON.stringify((history.reorders ? listed.toReversed() : listed).map((one) => activityAt(history, one, now)))
}

const good = (stdout: string): CommandResult => ({ exitCode: 0, stdout, stderr: '', timedOut: false })

function bad(how: Disorder, argv: readonly string[], truth: string): CommandResult {
  const fail = (exitCode: number, stderr: string): CommandResult => ({ exitCode, stdout: '', stderr, timedOut: false })
  const log = subjectOf(argv) === 'log'
  if (how === 'timeout') return { ...fail(143, ''), timedOut: true }
  if (how === 'dns') return fail(5, '[ConnectException] cURL error 6: Could not resolve host')
  if (how === 'reset') return fail(56, 'curl: (56) Recv failure: Connection reset by peer')
  if (how === 'login') return fail(3, '[LoginRequiredException] Authentication is required.')
  if (/^\d+$/.test(how) || how === 'flicker' || log) {
    const status = /^\d+$/.test(how) ? how : '502'
    return log
      ? fail(255, `[ClientException] Client error response [url] x [status code] ${status} [reason phrase] x`)
      : fail(22, `curl: (22) The requested URL returned error: ${status}`)
  }
  const answers: Readonly<Partial<Record<Disorder, string>>> = {
    html: '<html><title>Gateway</title></html>',
    truncated: truth.slice(0, -1),
    object: '{"message":"Slow down"}'
  }
  return good(answers[how] ?? '')
}

function stateOf(
  one: TrueDeployment,
  now: number
): { state: string; result: string | null; completion_percent: number } {
  if (one.ending === 'cancelled' && now >= one.endedAt)
    return { state: 'cancelled', result: null, completion_percent: 0 }
  if (one.ending === 'staged' && now >= one.endedAt)
    return { state: 'staged', result: one.createdAt % 20 < 10 ? 'success' : null, completion_percent: 100 }
  if (now >= one.endedAt) {
    const result = one.ending === 'failure' ? 'failure' : 'success'
    // The state may lag behind the percentage.
    const state = one.resultAt > one.endedAt && now < one.resultAt + 20 ? 'in_progress' : 'complete'
    return { state, result: now >= one.resultAt ? result : null, completion_percent: 100 }
  }
  const running = now >= one.startedAt && one.ending !== 'cancelled'
  return { state: running ? 'in_progress' : 'pending', result: null, completion_percent: running ? 40 : 0 }
}

function activityAt({ environment }: History, one: TrueDeployment, now: number): object {
  const { parameters, commits } = one.type === 'environment.push' ? describe(one) : { parameters: {}, commits: null }
  return {
    id: one.id,
    type: one.type,
    ...stateOf(one, now),
    created_at: isoAt(one.createdAt),
    started_at: now >= one.startedAt ? isoAt(one.startedAt) : null,
    completed_at: now >= one.endedAt ? isoAt(one.endedAt) : null,
    environments: [environment],
    parameters: { environment, ...parameters },
    // The head before the push: ours for whatever comes after it.
    payload: { environment: { id: environment, head_commit: ourCommit }, ...(commits && { commits }) }
  }
}

function describe({ ours, shape }: TrueDeployment): { parameters: object; commits: readonly object[] | null } {
  const commit = ours ? ourCommit : otherCommit
  const one = (sha: string, ...parents: readonly string[]): object => ({ sha, parents, message: 'Merge x' })
  switch (shape) {
    case 'head':
      return { parameters: { new_commit: commit }, commits: [] }
    case 'payload':
      return { parameters: {}, commits: [one(commit, otherCommit)] }
    case 'bigger':
      return { parameters: { new_commit: mergeCommit }, commits: [one(mergeCommit, commit), one(commit, otherCommit)] }
    case 'merge':
      return { parameters: { new_commit: mergeCommit }, commits: [one(mergeCommit, 'a'.repeat(40), commit)] }
    case 'unlisted':
      return { parameters: { new_commit: mergeCommit }, commits: null }
    case 'trap-old-head':
      return { parameters: { old_commit: ourCommit, new_commit: commit }, commits: [one(commit, 'a'.repeat(40))] }
    case 'trap-payload':
      return { parameters: { new_commit: commit }, commits: [one(commit, ourCommit)] }
    case 'plain':
      return { parameters: { new_commit: commit }, commits: [one(commit, 'a'.repeat(40))] }
  }
}

function logOf({ deployments }: History, id: string, now: number): string {
  const one = deployments.find((deployment) => deployment.id === id)
  if (!one || now < one.startedAt) return ''
  const begun = "Building application 'mymagento'\n"
  if (now < one.endedAt) return begun
  if (one.ending === 'deploy-hook')
    return `${begun}W: Deploy was failed\nPost-deploy is skipped because deploy was failed.\n`
  if (one.ending === 'post-deploy-hook') return `${begun}Post deploy is skipped\n`
  return `${begun}Deployment completed\n`
}

function environmentAt({ environment, deployments, active }: History, now: number): object {
  const ended = deployments.filter(({ endedAt, ending }) => !['cancelled', 'staged'].includes(ending) && endedAt <= now)
  const last = ended.toSorted((a, b) => a.endedAt - b.endedAt).at(-1)
  return {
    id: environment,
    status: active ? 'active' : 'inactive',
    head_commit: otherCommit,
    deployment_state: last && {
      last_deployment_successful: last.ending !== 'failure' && last.ending !== 'environment',
      last_deployment_at: isoAt(last.endedAt)
    }
  }
}

function fetchesAt({ fetches }: History, now: number): readonly object[] {
  return fetches
    .filter(({ createdAt }) => createdAt <= now)
    .map(({ createdAt, endedAt, result }, index) => ({
      id: `fetch${index}`,
      type: 'integration.github.fetch',
      state: now < endedAt ? 'in_progress' : 'complete',
      result: now < endedAt ? null : result,
      created_at: isoAt(createdAt)
    }))
}
