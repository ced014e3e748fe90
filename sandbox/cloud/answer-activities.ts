import { notFound, ok, type ApiAnswer, type ApiRequest } from './api-answer.js'
import type { PlatformState } from './platform-state.js'
import { renderActivity } from './render-api.js'

/** Lists activities, newest first, or reads one of them or its log as lines of JSON. */
export function answerActivities(
  state: PlatformState,
  { query }: ApiRequest,
  id: string | undefined,
  log: string | undefined
): ApiAnswer {
  if (id !== undefined) {
    const activity = state.activities.find((each) => each.id === id)
    if (!activity) return notFound
    if (log !== 'log') return ok(renderActivity(state, activity))
    const sealed = activity.state === 'complete' ? ['{"seal":true}'] : []
    return ok(`${[...activity.log.map((item) => JSON.stringify(item)), ...sealed].join('\n')}\n`)
  }
  const types = query.getAll('type')
  const matches = state.activities.filter(
    (each) =>
      (types.length === 0 || types.includes(each.type)) &&
      (!query.has('state') || query.getAll('state').includes(each.state)) &&
      (!query.has('result') || query.get('result') === each.result) &&
      (!query.has('environment') || each.environments.includes(query.get('environment') ?? '')) &&
      (!query.has('starts_at') || each.createdAt < (query.get('starts_at') ?? ''))
  )
  return ok(matches.slice(0, Number(query.get('count') ?? 10)).map((each) => renderActivity(state, each)))
}
