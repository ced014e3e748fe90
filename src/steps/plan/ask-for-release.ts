import type { AllowingRelease } from '../../project/blockers/allowing-release.js'
import type { Blocker } from '../../project/blockers/blocker.js'
import { readRefusal } from '../../project/blockers/read-refusal.js'
import { readLock } from '../../project/composer-lock.js'
import type { TrialOutcome } from './try-resolution.js'

type Found = AllowingRelease & { readonly kind: 'release' }

/** Resolves the target and the package with this constraint; `quick` starts from the target's lock. */
export type TryConstraint = (constraint: string, quick: boolean, ...args: string[]) => Promise<TrialOutcome>

/**
 * The newest release of a package that resolves together with the target. "None" only if another patch of the target
 * and a pre-release were tried too, and nothing but the target or the platform refused.
 */
export async function askForRelease(blocker: Blocker, attempt: TryConstraint): Promise<AllowingRelease> {
  const { package: name, kind } = blocker
  // Locked packages are not checked for advisories. Otherwise this is quicker: only the package and its neighbours are
  // read.
  const quick = kind === 'advisory' ? null : releaseOf(await attempt('*', true), name)
  if (quick) return { ...quick, allowed: await isAllowed(blocker, quick, attempt) }
  const whole = await attempt('*', false)
  const found = releaseOf(whole, name)
  if (found) return found
  const { stdout, stderr, exitCode } = whole.result
  const refusal = readRefusal(`${stdout}\n${stderr}`, exitCode)
  if (refusal.unknown !== null) return { kind: 'unknown', why: refusal.unknown }
  const early = releaseOf(await attempt('*@dev', false), name)
  if (early) return early
  if (refusal.doubt !== null) return { kind: 'unknown', why: refusal.doubt }
  if (refusal.runtime.length === 0) return { kind: 'none' }
  const elsewhere = releaseOf(await attempt('*', false, '--ignore-platform-reqs'), name)
  return elsewhere ? { ...elsewhere, runtime: refusal.runtime } : { kind: 'none' }
}

async function isAllowed(
  { package: name, kind, constraint, needed }: Blocker,
  { version }: Found,
  attempt: TryConstraint
) {
  if (kind !== 'requirement' || constraint === null || needed !== null) return false
  return releaseOf(await attempt(constraint, true), name)?.version === version
}

function releaseOf({ lock }: TrialOutcome, name: string): Found | null {
  const found = lock === null ? undefined : readLock(lock).packages.find((locked) => locked.name.toLowerCase() === name)
  if (!found) return null
  const { version } = found
  return { kind: 'release', version, stable: !/dev|alpha|beta|rc/i.test(version), runtime: [], allowed: false }
}
