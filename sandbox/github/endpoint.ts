import type { paths } from '@octokit/openapi-types'
import type { Refusal } from './refusals.js'

/** One request to GitHub's API as it came in. */
export interface GitHubRequest {
  readonly method: string
  /** Path of the URL, still encoded. */
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
}

/** Its answer, always JSON. */
export interface GitHubAnswer {
  readonly status: number
  readonly body: unknown
  /** Besides the content type. */
  readonly headers?: Readonly<Record<string, string>>
}

type Names<T> = T extends object ? keyof T & string : never
type PathOf<O> = O extends { parameters: { path: infer P } } ? Names<P> : never
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Names<Q> : never
type BodyOf<O> = O extends { requestBody?: infer B } ? Names<JsonOf<B>> : never
type JsonOf<T> = T extends { content: { 'application/json': infer J } } ? J : never

/** A request to one operation: only what GitHub's description knows of it can be asked for. */
export interface OperationRequest<O> {
  /** A path parameter, decoded. */
  readonly path: (name: PathOf<O>) => string
  readonly query: (name: QueryOf<O>) => string | null
  /** A field of the JSON object that was sent; clients may send anything. */
  readonly body: (name: BodyOf<O>) => unknown
}

/** Every answer that the description gives for an operation, and those that GitHub gives before it looks at one. */
export type OperationAnswer<O> = DescribedAnswer<O> | Refusal
type DescribedAnswer<O> = O extends { responses: infer R }
  ? { [S in keyof R & number]: { readonly status: S; readonly body: JsonOf<R[S]> } }[keyof R & number]
  : never

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete'

/** One operation of the API. */
export interface Endpoint {
  /** The answer, or undefined if the request is for another endpoint. */
  answer(request: GitHubRequest): Promise<GitHubAnswer> | undefined
}

/** An operation of GitHub's published description: the compiler refuses others, and answers that do not fit theirs. */
export function endpoint<P extends keyof paths, M extends keyof paths[P] & Method>(
  method: M,
  path: P,
  handle: (
    request: OperationRequest<paths[P][M]>
  ) => OperationAnswer<paths[P][M]> | Promise<OperationAnswer<paths[P][M]>>
): Endpoint {
  const pattern = patternOf(path)
  return {
    answer: (request) => {
      const found = request.method === method.toUpperCase() ? pattern.exec(request.path) : null
      if (!found) return undefined
      return Promise.resolve(
        handle({
          path: (name) => decodeURIComponent(found.groups?.[name] ?? ''),
          query: (name) => request.query.get(name),
          body: (name) => request.body[name]
        })
      )
    }
  }
}

function patternOf(path: string): RegExp {
  // Names of branches may have slashes in them that are not encoded.
  const source = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${name === 'branch' ? '.+' : '[^/]+'})`)
  return new RegExp(`^${source}$`)
}
