import type { AllowingRelease } from './allowing-release.js'
import type { Blocker } from './blocker.js'
import type { BlockerWords } from './blocker-words.js'
import { releaseWords } from './describe-requirement.js'

/** Texts for packages that no repository has, or that Composer refuses. */
export function describeRefusal(blocker: Blocker, answer: AllowingRelease): BlockerWords {
  const { kind, package: name } = blocker
  if (kind === 'advisory') return advisory(blocker, answer)
  if (kind === 'absent') return absent(blocker, answer)
  if (kind === 'target-missing') return targetMissing(blocker)
  if (kind === 'policy') {
    return {
      headline: `A policy of composer.json refuses ${name}${known(answer)}: choose another release, or change the policy`,
      fix: `Choose a release of ${name} that the policy allows, or list it in config.policy of composer.json (config.audit before Composer 2.10).`
    }
  }
  if (kind === 'own-conflict') {
    return {
      headline: `The section "conflict" of composer.json refuses ${name} ${blocker.constraint ?? ''}, which the target includes: remove that entry`,
      fix: `Remove or narrow the entry ${name} in the section "conflict" of composer.json.`
    }
  }
  return {
    headline: `${name} blocks the target; which of its releases allows it is unknown: read the reasons`,
    fix: "Read Composer's reasons in the details, and loosen, update, replace or remove the named packages."
  }
}

function advisory({ package: name, constraint, advisories }: Blocker, answer: AllowingRelease): BlockerWords {
  const ids = advisories.length === 0 ? 'security advisories' : advisories.join(', ')
  const fixed = {
    release:
      answer.kind === 'release'
        ? `the newest release without one that fits is ${releaseWords(answer)}: update to it`
        : '',
    none: 'none of its releases is without one and fits: wait for one, replace it, or accept the risk',
    unknown: answer.kind === 'unknown' ? `the fixed release is unknown (${answer.why}): read the advisory` : ''
  }[answer.kind]
  const list = advisories.map((id) => `"${id}"`).join(', ')
  return {
    headline: `${name}${constraint === null ? '' : ` ${constraint}`} is refused because of ${ids}; ${fixed}`,
    fix: `Use the fixed release of ${name} (loosen its constraint), replace or remove it, or wait. To accept the risk, add ${list === '' ? 'the ids' : list} to config.policy.advisories.ignore-id of composer.json (config.audit.ignore before Composer 2.10), or set security-blocking to false for this run.`
  }
}

function absent({ package: name, constraint, absence, isOwn }: Blocker, answer: AllowingRelease): BlockerWords {
  const wanted = `${name}${constraint === null || constraint === '' ? '' : ` ${constraint}`}`
  if (answer.kind === 'release') {
    return {
      headline: `No release of ${wanted} can be used; ${releaseWords(answer)} allows the target: loosen it in composer.json`,
      fix: `Loosen the requirement on ${name} in composer.json so that it allows ${answer.version}.`
    }
  }
  const found =
    answer.kind === 'none' ? 'none of its releases allows the target' : 'which release allows the target is unknown'
  const out = isOwn ? 'loosen, replace or remove it' : 'check what requires it'
  return {
    headline: `${wanted} ${absences[absence ?? 'unknown']}; ${found}: check its name, constraint and repository, or ${out}`,
    fix: `Check the name and constraint of ${name}, that its repository is listed in composer.json and that the keys give access to it; otherwise ${out}.`
  }
}

const absences = {
  nowhere: 'is in no repository of this project',
  stability: 'has no release that is as stable as minimum-stability requires',
  constraint: 'has no release of that constraint',
  unknown: 'cannot be used'
} as const

function targetMissing({ package: name, constraint }: Blocker): BlockerWords {
  return {
    headline: `The repository has no release ${name} ${constraint ?? ''} (or none for these keys): choose another target`,
    fix: 'Choose a target that the repository offers, e.g. latest-patch, and check that the keys give access to it.'
  }
}

function known(answer: AllowingRelease): string {
  return answer.kind === 'release' ? `; ${releaseWords(answer)} allows the target` : ''
}
