import type { Blocker } from './blocker.js'
import type { BlockerWords } from './blocker-words.js'

/** Words for PHP or an extension that the target or composer.json needs: the fix is in `.magento.app.yaml`. */
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

/** What to write into `.magento.app.yaml` for a platform package. */
export function appFileFix(name: string, needed: string | null): string {
  if (name.startsWith('ext-')) return `Add ${name.slice(4)} to runtime.extensions in .magento.app.yaml.`
  if (name.startsWith('lib-')) return `Choose a PHP in .magento.app.yaml whose image brings ${name.slice(4)}.`
  return `Set "type: php:…" in .magento.app.yaml to a version that ${needed ?? 'it'} allows; update-app-config: true does it if the target is what asks.`
}

/** A platform package as people call it. */
export function runtimeName(name: string): string {
  if (name.startsWith('ext-')) return `the PHP extension ${name.slice(4)}`
  return name.startsWith('lib-') ? `the library ${name.slice(4)}` : 'the PHP version'
}
