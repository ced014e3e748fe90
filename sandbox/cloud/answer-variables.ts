import { notFound, ok, type ApiAnswer, type ApiRequest } from './api-answer.js'
import { addActivity, complete, type Activity, type EnvironmentState } from './platform-state.js'
import type { PlatformState, Variable } from './platform-state.js'
import { renderActivity, renderVariable } from './render-api.js'

/** The variables of the project, or of one environment. */
export interface VariableScope {
  readonly self: string
  readonly variables: Map<string, Variable>
  readonly environment: EnvironmentState | null
  /** Redeploys the environment as `activity`; if omitted it ends at once, with nothing done. */
  readonly redeploy?: ((environment: string, activity: Activity) => void) | undefined
}

/** Lists, reads, creates and changes variables. */
export function answerVariables(
  state: PlatformState,
  request: ApiRequest,
  scope: VariableScope,
  name: string | undefined
): ApiAnswer {
  const { self, variables } = scope
  if (request.method === 'GET') {
    if (name === undefined) return ok([...variables.values()].map((each) => renderVariable(self, each)))
    const found = variables.get(name)
    return found ? ok(renderVariable(self, found)) : notFound
  }
  const given = JSON.parse(request.body) as GivenVariable
  const key = name ?? given.name ?? ''
  if (request.method === 'POST' && variables.has(key))
    return ok({ message: 'The variable exists already', code: 409 }, 409)
  if (request.method === 'PATCH' && !variables.has(key)) return notFound
  const variable = changed(variables.get(key), key, given)
  variables.set(key, variable)
  const activities =
    scope.environment === null ? [] : [variableActivity(state, scope.environment, request.method, scope.redeploy)]
  return ok(
    { _embedded: { entity: renderVariable(self, variable), activities } },
    request.method === 'POST' ? 201 : 200
  )
}

function variableActivity(
  state: PlatformState,
  environment: EnvironmentState,
  method: string,
  redeploy: VariableScope['redeploy']
): Record<string, unknown> {
  const verb = method === 'POST' ? 'create' : 'update'
  const activity = addActivity(state, {
    type: `environment.variable.${verb}`,
    environments: [environment.id],
    text: `Developer ${verb}d a variable on ${environment.id}`
  })
  // A change of a variable starts a redeployment of what runs (Commerce on Cloud guide, variable levels).
  if (redeploy) redeploy(environment.id, activity)
  else complete(activity, 'success')
  return renderActivity(state, activity)
}

interface GivenVariable {
  readonly name?: string
  readonly value?: string
  readonly is_sensitive?: boolean
  readonly is_enabled?: boolean
  readonly visible_build?: boolean
  readonly visible_runtime?: boolean
}

function changed(before: Variable | undefined, name: string, given: GivenVariable): Variable {
  return {
    name,
    value: given.value ?? before?.value ?? '',
    sensitive: given.is_sensitive ?? before?.sensitive ?? false,
    enabled: given.is_enabled ?? before?.enabled ?? true,
    visibleBuild: given.visible_build ?? before?.visibleBuild ?? true,
    visibleRuntime: given.visible_runtime ?? before?.visibleRuntime ?? true
  }
}
