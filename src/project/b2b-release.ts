import data from '../data/b2b-releases.json' with { type: 'json' }
import type { Problem } from '../errors.js'
import { compareComposerVersions, parseComposerVersion } from './composer-version.js'
import type { LockedPackage } from './composer-lock.js'

const name = 'magento/extension-b2b'

/**
 * A warning if the new lock has an older magento/extension-b2b than the release named for the product's release: it is
 * a separate package, which the metapackage does not update.
 */
export function b2bRelease(
  packages: readonly Pick<LockedPackage, 'name' | 'version'>[],
  to: string
): readonly Problem[] {
  const found = packages.find((locked) => locked.name === name)
  const wanted = (data.releases as Readonly<Record<string, string>>)[to]
  const [ours, theirs] = [found?.version, wanted].map((version) => parseComposerVersion(version ?? ''))
  if (found === undefined || wanted === undefined || !ours || !theirs || compareComposerVersions(ours, theirs) >= 0)
    return []
  return [
    {
      id: 'b2b-release',
      severity: 'warning',
      level: 'look',
      message: `The plan leaves ${name} at ${found.version}, but Adobe lists ${wanted} for ${to}.`,
      fix: `To get it: composer require "${name}:^${wanted}" --no-update, commit composer.json, and plan again.`
    }
  ]
}
