import type { components } from '@octokit/openapi-types'

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
