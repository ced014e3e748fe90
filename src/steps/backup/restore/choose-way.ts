import type { LookedDatabase } from './look-at-database.js'
import type { Replacement } from './restore-request.js'

// Rows with their keys and the server's log of the load take up to about three times the size of the SQL.
const timesOfData = 3

/**
 * Why a dump cannot be loaded next to the present tables, in words that continue "because"; null if it can. `replaced`
 * are all databases to replace: they may share one disk.
 */
export function whyNotBeside(one: Replacement, replaced: readonly Replacement[]): string | null {
  return ofServer(one.looked) ?? ofDisk(one.looked, replaced) ?? ofTables(one)
}

function ofServer({ marker, version }: LookedDatabase): string | null {
  if (marker !== null && marker.state !== 'finished') return 'an earlier restore into it has not ended'
  const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)\..*MariaDB/.exec(version ?? '') ?? []
  return Number(major) * 100 + Number(minor) >= 1006
    ? null
    : `its server (${version ?? 'of an unknown version'}) is not MariaDB 10.6 or later`
}

function ofDisk({ freeBytes }: LookedDatabase, replaced: readonly Replacement[]): string | null {
  if (freeBytes === null) return 'the free disk space of the database is not known'
  const needed = replaced
    .map(({ dump, looked }) => timesOfData * Math.max(dump.sqlBytes, looked.heldBytes ?? 0))
    .reduce((sum, bytes) => sum + bytes, 0)
  const said = (bytes: number): string => `${Math.ceil(bytes / 2 ** 20)} MB`
  return freeBytes >= needed ? null : `its disk has ${said(freeBytes)} free, and both need ${said(needed)}`
}

function ofTables({ dump, looked, movable }: Replacement): string | null {
  const fixed = dump.tables.find((name) => !movable.has(name))
  if (fixed !== undefined) return `${fixed} is not a plain table`
  const view = looked.views.find((name) => dump.tables.includes(name))
  if (view !== undefined) return `${view} is a view there but a table in the backup`
  const kept = new Set(dump.excluded)
  const child = looked.children.other ? 'of another database' : looked.children.own.find((name) => kept.has(name))
  return child === undefined ? null : `a table that stays (${child}) has a foreign key to it`
}
