import { closure, type ComposerProject } from '../../project/composer-project.js'
import type { PlanNote } from './plan-notes.js'

const metapackage = 'magento/magento-cloud-metapackage'
const mostNamed = 20
// What a repository says is shown only where it is a name.
const packageName = /^[a-z0-9][a-z0-9._-]{0,99}\/[a-z0-9][a-z0-9._-]{0,99}$/i

/** One note that names the project's own packages which their makers have given up; those that Adobe brings are Adobe's. */
export function abandonedPackages({ packages }: Pick<ComposerProject, 'packages'>): readonly PlanNote[] {
  const brought = closure(packages, metapackage)
  const names = packages.flatMap(({ name, abandoned }) => {
    if (abandoned === undefined || abandoned === false || brought.has(name)) return []
    return typeof abandoned === 'string' && packageName.test(abandoned)
      ? [`${name} (in its place: ${abandoned})`]
      : [name]
  })
  if (names.length === 0) return []
  const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : []
  return [
    {
      id: 'packages-abandoned',
      level: 'information',
      message: `Nobody maintains these packages any more: ${[...names.slice(0, mostNamed), ...more].join(', ')}.`,
      fix: 'Replace them when there is time: they get no fixes.'
    }
  ]
}
