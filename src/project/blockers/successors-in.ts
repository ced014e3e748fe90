import { readLock } from '../composer-lock.js'

const packageName = /^[a-z0-9][a-z0-9._-]{0,100}\/[a-z0-9._-]{1,100}$/i

/** The successors of abandoned packages, from a composer.lock: package to successor. */
export function successorsIn(lockText: string | null): ReadonlyMap<string, string> {
  if (lockText === null) return new Map()
  const { packages, 'packages-dev': development } = readLock(lockText)
  return new Map(
    [...packages, ...(development ?? [])].flatMap(({ name, abandoned }) =>
      typeof abandoned === 'string' && packageName.test(abandoned) ? [[name.toLowerCase(), abandoned] as const] : []
    )
  )
}
