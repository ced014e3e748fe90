import type { AllowingRelease } from './allowing-release.js'
import type { Blocker } from './blocker.js'
import type { BlockerWords } from './blocker-words.js'

/**
 * Texts for a requirement of composer.json that conflicts with the target: loosen it, update, remove, replace, wait.
 */
export function describeRequirement(blocker: Blocker, answer: AllowingRelease): BlockerWords {
  const { package: name, constraint, needed, runtime } = blocker
  const required = constraint === null ? `${name} is locked` : `composer.json requires ${name} ${constraint}`
  const replace = blocker.successor === null ? 'replace it' : `replace it with ${blocker.successor}`
  const runtimeHint = runtime === null ? '' : ` Or change ${runtimeName(runtime)}: ${appFileFix(runtime, needed)}`
  if (runtime === null && needed !== null) return pinned(blocker, required, needed, answer)
  if (answer.kind === 'release' && answer.runtime.length > 0) {
    const wants = `${answer.version} needs ${answer.runtime.join(', ')}`
    return {
      headline: `${required}, which blocks the target, and none of its releases allows the target on this platform (${wants}): change .magento.app.yaml if the target supports that, or remove it, replace it or wait`,
      fix: `If the target supports it, change the platform.${runtimeHint} Otherwise remove ${name}, replace it, or wait for a release.`
    }
  }
  if (answer.kind === 'release' && answer.allowed) {
    return {
      headline: `${required}, and ${releaseWords(answer)} allows the target, but not together with another requirement: loosen, update or remove one of the two`,
      fix: `Read the reasons: ${name} and another requirement exclude each other. Loosen, update, replace or remove one of them.`
    }
  }
  if (answer.kind === 'release') {
    return {
      headline: `${required}, which blocks the target; ${releaseWords(answer)} allows the target: update it to that`,
      fix: `Update ${name}: write a constraint in composer.json that allows ${answer.version}, e.g. "${answer.stable ? '^' : ''}${answer.version}".${runtimeHint}`
    }
  }
  if (answer.kind === 'none') {
    return {
      headline: `${required}, which blocks the target, and none of its releases allows the target: ${runtime === null ? `remove it, ${replace} or wait` : `remove it, ${replace}, wait, or change ${runtimeName(runtime)} in .magento.app.yaml`}`,
      fix: `Remove ${name} from composer.json, ${replace}, or wait for a release that allows the target.${runtimeHint}`
    }
  }
  return {
    headline: `${required}, which blocks the target; the newest release that allows the target is unknown (${answer.why}): loosen, update, replace or remove it`,
    fix: `Look for a release of ${name} that allows the target (composer show ${name} --available), and loosen its constraint; otherwise remove it, replace it, or wait.${runtimeHint}`
  }
}

function pinned(blocker: Blocker, required: string, needed: string, answer: AllowingRelease): BlockerWords {
  const { package: name } = blocker
  const fits = {
    release: answer.kind === 'release' ? `${releaseWords(answer)} allows the target` : '',
    none: 'none of its releases allows the target with the rest of the project',
    unknown: answer.kind === 'unknown' ? `which release fits is unknown (${answer.why})` : ''
  }[answer.kind]
  return {
    headline: `${required}, and the target needs ${needed}; ${fits}: loosen it in composer.json`,
    fix: `Loosen the requirement on ${name} in composer.json to "${needed}", or remove it if only other packages use it: they bring the release that they need.`
  }
}

/** The name of a release, with a note if it is not stable. */
export function releaseWords(answer: AllowingRelease & { readonly kind: 'release' }): string {
  return answer.stable ? answer.version : `${answer.version} (not a finished release)`
}

/** Texts for PHP or an extension that the target or composer.json needs: the fix is in `.magento.app.yaml`. */
export function describeRuntime({ package: name, constraint, needed, chain }: Blocker): BlockerWords {
  const [, here] = /version \(([0-9.]{1,20})/.exec(chain.at(-1) ?? '') ?? []
  const declared = here === undefined ? '' : `, and this project has ${here.replace(/\.99$/, '')}`
  if (constraint !== null && name.startsWith('php')) {
    return {
      headline: `composer.json requires ${name} ${constraint}${declared}: loosen it in composer.json, or set another PHP in .magento.app.yaml`,
      fix: `Write a constraint on ${name} into composer.json that allows the PHP of .magento.app.yaml, or set "type: php:…" in .magento.app.yaml.`
    }
  }
  const asking = constraint === null ? 'The target needs' : 'composer.json requires'
  return {
    headline: `${asking} ${name} ${needed ?? '*'}${declared}: change it in .magento.app.yaml`,
    fix: appFileFix(name, needed)
  }
}

/** The lines for a platform package in `.magento.app.yaml`. */
export function appFileFix(name: string, needed: string | null): string {
  if (name.startsWith('ext-')) return `Add ${name.slice(4)} to runtime.extensions in .magento.app.yaml.`
  if (name.startsWith('lib-')) return `Choose a PHP version in .magento.app.yaml whose image includes ${name.slice(4)}.`
  return `Set "type: php:…" in .magento.app.yaml to a version that ${needed ?? 'it'} allows; update-app-config: true does this if the target requires it.`
}

/** The common name of a platform package. */
export function runtimeName(name: string): string {
  if (name.startsWith('ext-')) return `the PHP extension ${name.slice(4)}`
  return name.startsWith('lib-') ? `the library ${name.slice(4)}` : 'the PHP version'
}
