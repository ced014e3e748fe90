import type { AllowingRelease } from './allowing-release.js'
import type { Blocker } from './blocker.js'
import type { BlockerWords } from './blocker-words.js'
import { releaseWords } from './describe-requirement.js'

/** Words for what no repository has, or what Composer refuses although a repository has it. */
export function describeRefusal(blocker: Blocker, answer: AllowingRelease): BlockerWords {
  const { kind, package: name } = blocker
  if (kind === 'advisory') return advisory(blocker, answer)
  if (kind === 'absent') return absent(blocker, answer)
  if (kind === 'target-missing') return targetMissing(blocker)
  if (kind === 'policy') {
    return {
      headline: `${name} is refused by a policy of composer.json${known(answer)}: take another release, or change the policy`,
      fix: `Take a release of ${name} that the policy allows, or list it below config.policy in composer.json (config.audit before Composer 2.10).`
    }
  }
  if (kind === 'own-conflict') {
    return {
      headline: `The section "conflict" of composer.json refuses ${name} ${blocker.constraint ?? ''}, which the target brings: remove that entry`,
      fix: `Remove or narrow the entry ${name} in the section "conflict" of composer.json.`
    }
  }
  return {
    headline: `${name} stands in the way; which release allows the target is unknown: read the reasons`,
    fix: 'Read the reasons of Composer in the details, and loosen, update, replace or remove what they name.'
  }
}

function advisory({ package: name, constraint, advisories }: Blocker, answer: AllowingRelease): BlockerWords {
  const ids = advisories.length === 0 ? 'security advisories' : advisories.join(', ')
  const fixed = {
    release:
      answer.kind === 'release'
        ? `${releaseWords(answer)} is the newest release without one that fits: update to it`
        : '',
    none: 'none of its releases is without one and fits: wait for one, replace it, or accept the risk',
    unknown: answer.kind === 'unknown' ? `the fixed release is unknown (${answer.why}): look into the advisory` : ''
  }[answer.kind]
  const list = advisories.map((id) => `"${id}"`).join(', ')
  return {
    headline: `${name}${constraint === null ? '' : ` ${constraint}`} is refused because of ${ids}; ${fixed}`,
    fix: `Take the fixed release of ${name} (loosen its constraint), replace or remove it, or wait. To accept the risk, write ${list === '' ? 'the ids' : list} into config.policy.advisories.ignore-id of composer.json (config.audit.ignore before Composer 2.10), or set security-blocking to false for this run.`
  }
}

function absent({ package: name, constraint, absence, isOwn }: Blocker, answer: AllowingRelease): BlockerWords {
  const wanted = `${name}${constraint === null || constraint === '' ? '' : ` ${constraint}`}`
  if (answer.kind === 'release') {
    return {
      headline: `No release of ${wanted} can be taken; ${releaseWords(answer)} allows the target: loosen it in composer.json`,
      fix: `Loosen the requirement on ${name} in composer.json so that it allows ${answer.version}.`
    }
  }
  const found =
    answer.kind === 'none' ? 'none of its releases allows the target' : 'which release allows the target is unknown'
  const out = isOwn ? 'loosen, replace or remove it' : 'look at what requires it'
  return {
    headline: `${wanted} ${absences[absence ?? 'unknown']}; ${found}: check its name, constraint and repository, or ${out}`,
    fix: `Check the name and constraint of ${name}, that its repository is listed in composer.json and that the keys may read it; else ${out}.`
  }
}

const absences = {
  nowhere: 'is in no repository of this project',
  stability: 'has no release that is as stable as minimum-stability asks',
  constraint: 'has no release of that constraint',
  unknown: 'cannot be taken'
} as const

function targetMissing({ package: name, constraint }: Blocker): BlockerWords {
  return {
    headline: `The repository has no release ${name} ${constraint ?? ''} (none for these keys): choose another target`,
    fix: 'Choose a target that the repository offers, e.g. latest-patch, and check that the keys are entitled to it.'
  }
}

function known(answer: AllowingRelease): string {
  return answer.kind === 'release' ? `; ${releaseWords(answer)} allows the target` : ''
}
