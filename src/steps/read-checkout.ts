import { UpgradeError } from '../errors.js'
import type { Files } from '../tools/files.js'

/** The files of a Cloud project that a plan is made from, as text. */
export interface Checkout {
  readonly folder: string
  readonly composerJson: string
  readonly composerLock: string
  readonly appYaml: string
  readonly servicesYaml: string | null
  readonly gitignore: string | null
}

/** Reads the project's files; throws UpgradeError `preflight-failed` that names every missing one. */
export async function readCheckout(files: Files, folder: string): Promise<Checkout> {
  const read = (name: string): Promise<string | null> => files.read(files.join(folder, name))
  const required = ['composer.json', 'composer.lock', '.magento.app.yaml'] as const
  const [composerJson, composerLock, appYaml] = await Promise.all(required.map(read))
  if (composerJson == null || composerLock == null || appYaml == null) {
    const missing = required.filter((_, index) => [composerJson, composerLock, appYaml][index] == null)
    throw new UpgradeError('preflight-failed', {
      message: `The committed project lacks ${missing.join(' and ')}.`,
      unchanged: 'Nothing was changed.',
      next: 'Set working-directory to the root of the Cloud project and commit the missing files.'
    })
  }
  const [servicesYaml, gitignore] = await Promise.all([read('.magento/services.yaml'), read('.gitignore')])
  return { folder, composerJson, composerLock, appYaml, servicesYaml, gitignore }
}
