import type { components } from '@octokit/openapi-types'
import type { GitHubAnswer } from './endpoint.js'

type Responses = components['responses']

interface Described<S extends number, R extends keyof Responses> {
  readonly status: S
  readonly body: Responses[R] extends { content: { 'application/json': infer B } } ? B : never
}

/** What GitHub may answer to every request, whichever operation it is for. */
export type Refusal = Described<
  400 | 401 | 404 | 500,
  'bad_request' | 'requires_authentication' | 'not_found' | 'internal_error'
>

/** 422 with what is wrong with each field. */
export type Invalid = Described<422, 'validation_failed'>

/** One entry in the list of what is wrong with a request. */
export type FieldError = NonNullable<Invalid['body']['errors']>[number]

const documentation = 'https://docs.github.com/rest'

/** An error as GitHub words it. */
export function refusal(status: Refusal['status'], message: string): Refusal {
  return { status, body: { message, documentation_url: documentation, status: String(status) } }
}

/** 404, also for what the token may not see. */
export const notFound = refusal(404, 'Not Found')

/** Refuses a request for the named reasons. */
export function invalid(...errors: FieldError[]): Invalid {
  return { status: 422, body: { message: 'Validation Failed', errors, documentation_url: documentation } }
}

/** The error of a field that is required. */
export function missingField(resource: string, field: string): FieldError {
  return { resource, code: 'missing_field', field }
}

/** The error of a field whose value cannot be. */
export function invalidField(resource: string, field: string): FieldError {
  return { resource, code: 'invalid', field }
}

/** Why a token may not write pull requests: it lacks the permission, or the setting for Actions is off. */
export type PullRequestRefusal = 'no-permission' | 'not-allowed-for-actions'

/** 403, before a request is looked at, in GitHub's words (public reports of 2023 to 2026). */
export function forbidden(why: PullRequestRefusal): GitHubAnswer {
  const lacks = why === 'no-permission'
  const message = lacks
    ? 'Resource not accessible by integration'
    : 'GitHub Actions is not permitted to create or approve pull requests.'
  const body = { message, documentation_url: `${documentation}/pulls/pulls#create-a-pull-request`, status: '403' }
  return { status: 403, body, ...(lacks && { headers: { 'x-accepted-github-permissions': 'pull_requests=write' } }) }
}
