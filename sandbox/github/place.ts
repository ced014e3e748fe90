import type { OriginReader } from './origin-reader.js'

/** The one repository that the API knows, and where it is. */
export interface Place {
  readonly owner: string
  readonly repo: string
  /** Address of the API without a trailing slash. */
  readonly apiUrl: string
  /** Address of the repository in the API. */
  readonly url: string
  /** Address of the repository for people. */
  readonly webUrl: string
  readonly origin: OriginReader
  /** ISO 8601. */
  readonly createdAt: string
}

/** A global id in the form that GitHub has long given: type and number in base64. */
export function nodeId(type: string, id: number | string): string {
  return Buffer.from(`0${type.length}:${type}${id}`).toString('base64')
}

/** Now, as the API writes it: without fractions of a second. */
export function timestamp(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}
