import type { ProjectFacts } from '../steps/diagnose/explain/find-causes.js'
import { readServicesYaml } from '../project/services-yaml.js'
import { UpgradeError } from '../errors.js'
import { classPackages } from '../steps/diagnose/explain/offending-package.js'
import { files } from '../tools/files.js'

/**
 * What a diagnosis reads from the checkout: packages of composer.lock, services of .magento/services.yaml; both may be
 * missing.
 */
export async function readProjectFacts(workingDirectory: string): Promise<ProjectFacts> {
  const root = files.resolve(workingDirectory)
  const [lock, services] = await Promise.all([files.read(files.join(root, 'composer.lock')), servicesOf(root)])
  return { packages: classPackages(lock ?? ''), services: services === null ? null : serviceTypes(services) }
}

// The platform reads it at the root of the repository; a project may be in a folder below.
async function servicesOf(folder: string): Promise<string | null> {
  const text = await files.read(files.join(folder, '.magento/services.yaml'))
  const parent = files.join(folder, '..')
  const isRoot = parent === folder || (await files.exists(files.join(folder, '.git')))
  return text !== null || isRoot ? text : servicesOf(parent)
}

function serviceTypes(servicesYaml: string): readonly string[] | null {
  try {
    return readServicesYaml(servicesYaml).map(({ kind, version }) => `${kind}:${version}`)
  } catch (error) {
    if (!(error instanceof UpgradeError)) throw error
    return null
  }
}
