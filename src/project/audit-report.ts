import { z } from 'zod'
import { parsed } from './read-json.js'

/** One advisory about one package of a lock. */
interface Advisory {
  readonly package: string
  /** `CVE-2026-1234`, else the id in the list of its source. */
  readonly id: string
  /** Affected versions as a constraint, or ''. */
  readonly affected: string
}

/** What `composer audit` reports about a lock. */
export interface AuditReport {
  readonly advisories: readonly Advisory[]
  /** Packages on a list of malware, which Composer from 2.10 on refuses to install, even from a lock. */
  readonly refused: readonly string[]
  /** Repositories that could not be reached. */
  readonly unreachable: readonly string[]
}

const advisory = z.looseObject({
  advisoryId: z.string(),
  cve: z.string().nullable().optional(),
  affectedVersions: z.string().optional()
})
const map = <Value extends z.ZodType>(value: Value) =>
  z.union([z.record(z.string(), value), z.tuple([]).transform((): Record<string, z.infer<Value>> => ({}))]).optional()
// PHP writes a list with gaps as a map.
const list = <Value extends z.ZodType>(value: Value) =>
  z.union([z.array(value), z.record(z.string(), value).transform((one) => Object.values(one))])
const report = z.looseObject({
  advisories: map(list(advisory)),
  filter: map(list(z.looseObject({ listName: z.string().optional() }))),
  'unreachable-repositories': list(z.string()).optional()
})

/** Reads the JSON of `composer audit` (2.4 to 2.10), or null if it is not that. */
export function readAuditReport(stdout: string): AuditReport | null {
  const read = report.safeParse(parsed(stdout.slice(Math.max(0, stdout.indexOf('{')))))
  if (!read.success || read.data.advisories === undefined) return null
  const { advisories, filter = {}, 'unreachable-repositories': unreachable = [] } = read.data
  return {
    advisories: Object.entries(advisories).flatMap(([name, found]) =>
      found.map(({ advisoryId, cve, affectedVersions = '' }) => ({
        package: name,
        id: cve ?? advisoryId,
        affected: affectedVersions
      }))
    ),
    refused: Object.keys(filter).filter((name) => filter[name]?.some(({ listName }) => listName === 'malware')),
    unreachable
  }
}
