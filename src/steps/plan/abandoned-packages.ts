import { closure, type ComposerProject } from '../../project/composer-project.js'
import type { PlanNote } from './plan-notes.js'

const metapackage = 'magento/magento-cloud-metapackage'
const mostNamed = 20
// A repository's text is shown only if it is a package name.
const packageName = /^[a-z0-9][a-z0-9._-]{0,99}\/[a-z0-9][a-z0-9._-]{0,99}$/i

/** One note that names the project's own abandoned packages. Packages that Adobe brings are left to Adobe. */
export function abandonedPackages({ packages }: Pick<ComposerProject, 'packages'>): readonly PlanNote[] {
  const brought = closure(packages, metapackage)
  const names = packages.flatMap(({ name, abandoned }) => {
    if (abandoned === undefined || abandoned === false || brought.has(name)) return []
    return typeof abandoned === 'string' && packageName.test(abandoned)
      ? [`${name} (replaced by ${abandoned})`]
      : [name]
  })
  if (names.length === 0) return []
  const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : []
  return [
    {
      id: 'packages-abandoned',
      level: 'information',
      message: `These packages are abandoned: ${[...names.slice(0, mostNamed), ...more].join(', ')}.`,
      fix: 'Replace them when there is time: they get no fixes.'
    }
  ]
}
