import { UpgradeError } from '../../errors.js'
import { readComposerProject, type ComposerProject } from '../../project/composer-project.js'
import { compareVersions, isStable, releaseLine } from '../../project/product-version.js'
import type { ResolvedTarget } from '../../project/target.js'
import type { ResolvedFiles } from './resolve-packages.js'

/**
 * The resolved project, if its product is the requested one: the exact version, or a stable one of the line, and not
 * lower than before. A project that runs a pre-release of a line without finished releases is returned unchanged.
 * Otherwise throws UpgradeError `wrong-version`, before anything is written.
 */
export function checkResolution(
  files: ResolvedFiles,
  { project, target }: { readonly project: ComposerProject; readonly target: ResolvedTarget }
): ComposerProject {
  const from = project.product.version
  const after = readComposerProject(files.composerJson, files.composerLock)
  const { version } = after.product
  if (staysPreRelease(version, from, target)) return project
  const reason = whyNot(version, from, target)
  if (reason === null) return after
  throw new UpgradeError('wrong-version', {
    message: `The packages resolve to the product version ${version}, ${reason}.`,
    next: 'Choose a target that the repository offers for these keys, or name a pre-release exactly.'
  })
}

// One pre-release is never replaced by another unasked: the higher number may be the older one.
function staysPreRelease(version: string, from: string, { productPin, line }: ResolvedTarget): boolean {
  return productPin === null && releaseLine(from) === line && !isStable(from) && !isStable(version)
}

function whyNot(version: string, from: string, { productPin, line }: ResolvedTarget): string | null {
  if (productPin !== null) return version === productPin ? null : `not to ${productPin}`
  if (releaseLine(version) !== line) return `which is not of the line ${line}`
  if (!isStable(version)) return 'which is not a stable release'
  return compareVersions(version, from) < 0 ? `which is older than ${from}` : null
}
