/** One request to the API. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

/** Its answer: JSON, or plain text. */
export interface ApiAnswer {
  readonly status: number
  readonly body: unknown
}

/** An answer with this body. */
export const ok = (body: unknown, status = 200): ApiAnswer => ({ status, body })

/** 404 as the platform words it. */
export const notFound: ApiAnswer = { status: 404, body: { message: 'Not found', code: 404 } }

/** What every operation is answered with: the activities that it starts. */
export function accepted(activities: readonly unknown[]): ApiAnswer {
  return ok({ status: 'Accepted', code: 202, _embedded: { activities } }, 202)
}
