import type { Problem } from '../../errors.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { Forecast } from './patch.js'

const build = 'the build of the platform would stop (error 12)'

/**
 * The plan's note on one patch and the target; none for a patch that applies. `certain` is false if plugins patch as
 * well.
 */
export function describeForecast(
  { patch, outcome, reason }: Forecast,
  to: string,
  certain: boolean
): readonly Problem[] {
  const { kind, name } = patch
  if (kind === 'required' || outcome === 'applies') return []
  const what = kind === 'hotfix' ? name : `The quality patch ${name}`
  if (outcome === 'contained')
    return [
      problem(
        'patch-contained',
        'information',
        `${what} is already part of ${to}.`,
        'Remove it; the platform skips it.'
      )
    ]
  if (outcome === 'unknown')
    return [
      problem(
        'patch-unknown',
        'look',
        `It is not known whether ${what} applies to ${to}: files that it changes are not available here.`,
        'Try it on an integration environment first.'
      )
    ]
  const refused = {
    ...problem(
      'patch-conflict',
      'before',
      `${what} no longer applies to ${to}, and ${build}: ${redactEvidence(reason)}.`,
      wayOut(kind, to)
    ),
    // A plugin that patches during installation may make it fit, and only Adobe knows which quality patches go
    // together.
    severity: certain && kind === 'hotfix' ? ('error' as const) : ('warning' as const)
  }
  return [refused]
}

/** The plan's note if nothing could be tried. */
export function notTried(to: string, why: string): Problem {
  return problem(
    'patches-unknown',
    'look',
    `It is not known whether the patches of the project apply to ${to}: ${why}`,
    'Try it on an integration environment first.'
  )
}

function wayOut(kind: 'quality' | 'hotfix', to: string): string {
  return kind === 'hotfix'
    ? `Commit a version of the patch that fits ${to}, or remove it if it is not needed there, and plan again.`
    : 'Remove it from QUALITY_PATCHES in .magento.env.yaml, or choose its replacement, and plan again.'
}

function problem(id: Problem['id'], level: NonNullable<Problem['level']>, message: string, fix: string): Problem {
  return { id, severity: 'warning', level, message, fix }
}

/** The plan's note on an id in QUALITY_PATCHES that is not offered for the target, or offered under another name. */
export function describeOffer(id: string, { known, to }: { readonly known: boolean; readonly to: string }): Problem {
  const why =
    id === id.toUpperCase()
      ? known
        ? `not offered for ${to}`
        : 'not known to the magento/quality-patches of the target'
      : 'not in capital letters'
  return {
    id: 'quality-patch-gone',
    severity: 'error',
    level: 'before',
    message: `QUALITY_PATCHES in .magento.env.yaml names ${id}, which is ${why}: ${build}.`,
    fix: `Remove it, or spell it as it is offered. That it is not offered does not mean that ${to} has the fix.`
  }
}

/** The plan's note on an id that another one has replaced. */
export function describeReplaced(id: string, by: string | null): Problem {
  const message = `The quality patch ${id} is deprecated${by === null ? '' : `: ${by} replaces it`}.`
  return problem('quality-patch-deprecated', 'look', message, 'Change QUALITY_PATCHES in .magento.env.yaml.')
}
