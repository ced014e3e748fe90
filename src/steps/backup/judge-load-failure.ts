import { isSameRelease } from '../../project/server-release.js'
import type { LoadFailure } from '../../tools/mariadb/load-failure.js'

/** The facts that decide whose fault a failed load is. */
interface LoadCircumstances {
  /** Version of the scratch server, and of the shop's if it is known. */
  readonly server: string
  readonly shop: string | null
  /** Bytes of the longest statement and of the shop's `max_allowed_packet`, if known. */
  readonly longest: number | null
  readonly packet: number | null
}

/** Whether the shop's own server would refuse a dump as well or only this machine does, and why, as half a sentence. */
export interface JudgedFailure {
  readonly isRefused: boolean
  readonly why: string
  /** The limit of the shop's server that it exceeds, if that is known. */
  readonly tooSmall?: 'max_allowed_packet'
}

const packetError = 1153
const lostConnection = new Set([2006, 2013])
// Duplicate keys, values and rows: every version refuses them.
const ofData = new Set([1022, 1048, 1062, 1169, 1264, 1366, 1406, 1451, 1452, 1586])
const unknownEngine = 1286
// The user of the rehearsal only has rights on one schema, so a missing right says nothing about the dump.
const ofRights = new Set([1044, 1049, 1142, 1143, 1370])

/** Judges why a scratch server did not accept a dump. A refusal counts if the shop's own server would refuse it too. */
export function judgeLoadFailure(failure: LoadFailure, at: LoadCircumstances): JudgedFailure {
  const { kind, code, words } = failure
  if (at.packet !== null && at.longest !== null && at.longest >= at.packet && isAboutPacket(code))
    return { isRefused: true, why: tooLong(at.longest, at.packet), tooSmall: 'max_allowed_packet' }
  if (kind === 'ended') return { isRefused: false, why: words }
  if (code === unknownEngine) return { isRefused: false, why: `${words}: this machine lacks the storage engine` }
  if (code !== null && ofRights.has(code)) return { isRefused: false, why: `${words}: it needs more than one database` }
  if (code !== null && !ofData.has(code) && !isSameRelease(at.server, at.shop))
    return { isRefused: false, why: `${words} of ${at.server}, while the shop has ${at.shop ?? 'an unknown version'}` }
  return { isRefused: true, why: words }
}

function isAboutPacket(code: number | null): boolean {
  return code === packetError || (code !== null && lostConnection.has(code))
}

function tooLong(longest: number, packet: number): string {
  const size = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`
  return `a statement has ${size(longest)}, and max_allowed_packet of the shop's own server is ${size(packet)}`
}
