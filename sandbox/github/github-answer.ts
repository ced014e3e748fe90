/** One request to GitHub's API, below `/repos/{owner}/{repo}`. */
export interface GitHubRequest {
  readonly method: string
  /** What follows the repository, split at slashes. */
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

/** Its answer, always JSON. */
export interface GitHubAnswer {
  readonly status: number
  readonly body: unknown
}

/** One entry in the list of what is wrong with a request. */
export type FieldError = Readonly<Record<'resource' | 'code', string>> & {
  readonly field?: string
  readonly message?: string
}

/** An error as GitHub words it. */
export function refusal(status: number, message: string, errors?: readonly FieldError[]): GitHubAnswer {
  const body = {
    message,
    ...(errors && { errors }),
    documentation_url: 'https://docs.github.com/rest',
    status: String(status)
  }
  return { status, body }
}

/** 404, also for what the token may not see. */
export const notFound = refusal(404, 'Not Found')

/** 422 with what is wrong with each field. */
export function invalid(...errors: readonly FieldError[]): GitHubAnswer {
  return refusal(422, 'Validation Failed', errors)
}

/** The errors of fields that are required and are no text with at least one character. */
export function missingFields(resource: string, body: GitHubRequest['body'], fields: readonly string[]): FieldError[] {
  return fields
    .filter((field) => typeof body[field] !== 'string' || body[field] === '')
    .map((field) => ({ resource, code: 'missing_field', field }))
}
