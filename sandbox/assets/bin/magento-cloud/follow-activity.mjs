import { request, call } from './api.mjs'
import { process } from './process.mjs'

const pollMilliseconds = 500
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Writes the log's messages that were not written before; true once the log is sealed. */
async function writeNew(activity, seen, stream) {
  const href = activity._links?.log?.href ?? `${activity._links.self.href}/log`
  const response = await request(`${href}?start_at=0&max_items=0&max_delay=-1`)
  const lines = response.ok ? (await response.text()).split('\n').filter((line) => line.trim() !== '') : []
  let sealed = false
  for (const [index, line] of lines.entries()) {
    const item = JSON.parse(line)
    if (item.seal) sealed = true
    const id = item._id ?? `line ${index}`
    if (!item.data || seen.has(id)) continue
    seen.add(id)
    stream.write(item.data.message)
  }
  return sealed
}

/** Writes the log, again every `refreshSeconds` until it is sealed; 0 = what there is now. */
export async function followLog(activity, stream, refreshSeconds) {
  const seen = new Set()
  while (!(await writeNew(activity, seen, stream)) && refreshSeconds > 0) await pause(refreshSeconds * 1000)
}

/** Waits for the activities with their logs on stderr; resolves the finished ones, `ok` when all succeeded. */
export async function waitFor(activities) {
  const finished = []
  for (const started of activities) {
    process.stderr.write(`Waiting for the activity: [${started.id}] ${started.text ?? started.description ?? ''}\n`)
    const seen = new Set()
    let activity = started
    while (activity.completion_percent < 100 && activity.state !== 'cancelled') {
      await writeNew(activity, seen, process.stderr)
      await pause(pollMilliseconds)
      activity = await call(started._links.self.href)
    }
    await writeNew(activity, seen, process.stderr)
    const how =
      activity.state === 'cancelled' ? 'was cancelled' : activity.result === 'success' ? 'succeeded' : 'failed'
    process.stderr.write(`The activity ${how}: [${activity.id}]\n`)
    if (activity.state === 'staged') process.stderr.write('To deploy staged changes, run: magento-cloud env:deploy\n')
    finished.push(activity)
  }
  return { finished, ok: finished.every(({ result, state }) => result === 'success' && state !== 'cancelled') }
}

/** Exit code of a command that starts activities: waits unless `--no-wait`. */
export async function settle(answer, options) {
  const activities = answer?._embedded?.activities ?? []
  if (options['no-wait'] && !options.wait) return { finished: activities, exitCode: 0 }
  const { finished, ok } = await waitFor(activities)
  return { finished, exitCode: ok ? 0 : 1 }
}
