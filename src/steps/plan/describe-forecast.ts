import type { Problem } from '../../errors.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { Forecast } from './patch.js'

const build = 'the build of the platform would stop (error 12)'

/** What a plan says of one patch on the target; nothing of one that applies. `certain` is false where plugins patch as well. */
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
        `${what} is part of ${to} already.`,
        'Take it out: the platform skips it.'
      )
    ]
  if (outcome === 'unknown')
    return [
      problem(
        'patch-unknown',
        'look',
        `Whether ${what} applies to ${to} is not known: files that it changes cannot be had here.`,
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
    // A plugin that patches at installation may make it fit, and which quality patches go together is Adobe's to know.
    severity: certain && kind === 'hotfix' ? ('error' as const) : ('warning' as const)
  }
  return [refused]
}

/** What a plan says where nothing could be tried. */
export function notTried(to: string, why: string): Problem {
  return problem(
    'patches-unknown',
    'look',
    `Whether the patches of the project apply to ${to} is not known: ${why}`,
    'Try it on an integration environment first.'
  )
}

function wayOut(kind: 'quality' | 'hotfix', to: string): string {
  return kind === 'hotfix'
    ? `Commit the patch as it is for ${to}, or remove it if it is not needed there, and plan again.`
    : 'Take it out of QUALITY_PATCHES in .magento.env.yaml, or choose the one that replaces it, and plan again.'
}

function problem(id: Problem['id'], level: NonNullable<Problem['level']>, message: string, fix: string): Problem {
  return { id, severity: 'warning', level, message, fix }
}

/** What a plan says of an id under QUALITY_PATCHES that is not offered for the target, or under another name. */
export function describeOffer(id: string, { known, to }: { readonly known: boolean; readonly to: string }): Problem {
  const why =
    id === id.toUpperCase()
      ? known
        ? `not offered for ${to}`
        : 'not known to the magento/quality-patches of the target'
      : 'not written in capitals'
  return {
    id: 'quality-patch-gone',
    severity: 'error',
    level: 'before',
    message: `QUALITY_PATCHES in .magento.env.yaml names ${id}, which is ${why}: ${build}.`,
    fix: `Take it out, or write it as it is offered; that it is not offered does not say that ${to} has the fix.`
  }
}

/** What a plan says of an id that another one stands for by now. */
export function describeReplaced(id: string, by: string | null): Problem {
  const message = `The quality patch ${id} is deprecated${by === null ? '' : `: ${by} is in its place`}.`
  return problem('quality-patch-deprecated', 'look', message, 'Change QUALITY_PATCHES in .magento.env.yaml.')
}
