import { UpgradeError } from '../../errors.js'
import type { Files } from '../files.js'
import type { Git } from './git.js'

/** The files of a Cloud project that a plan needs, as text. */
export interface Checkout {
  readonly folder: string
  readonly composerJson: string
  readonly composerLock: string
  readonly appYaml: string
  readonly servicesYaml: string | null
  readonly gitignore: string | null
}

/**
 * Reads the files of the project in `folder`; `root` works at the root of the same checkout, where the platform looks
 * for services. Throws UpgradeError `preflight-failed` that names every missing one, and for a project of several
 * applications says where they are described.
 */
export async function readCheckout(files: Files, folder: string, root: Git): Promise<Checkout> {
  const read = (name: string): Promise<string | null> => files.read(files.join(folder, name))
  const required = ['composer.json', 'composer.lock', '.magento.app.yaml'] as const
  const [composerJson, composerLock, appYaml] = await Promise.all(required.map(read))
  if (composerJson == null || composerLock == null || appYaml == null) {
    const missing = required.filter((_, index) => [composerJson, composerLock, appYaml][index] == null)
    throw incomplete(missing, appYaml === null ? await describedElsewhere(root) : [])
  }
  const services = files.read(files.join(root.folder, '.magento/services.yaml'))
  const [servicesYaml, gitignore] = await Promise.all([services, read('.gitignore')])
  return { folder, composerJson, composerLock, appYaml, servicesYaml, gitignore }
}

const most = 5

/** Where else the repository describes applications: in separate folders, or together in one file. */
async function describedElsewhere(git: Git): Promise<readonly string[]> {
  const patterns = [':(glob)**/.magento.app.yaml', ':(glob)**/.magento/applications.yaml']
  const { stdout } = await git.run('ls-files', '-z', '--', ...patterns)
  return stdout.split('\0').filter((path) => path !== '')
}

function incomplete(missing: readonly string[], elsewhere: readonly string[]): UpgradeError {
  const rest = elsewhere.length - most
  const named = `${elsewhere.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
  return new UpgradeError('preflight-failed', {
    message: `The committed project lacks ${missing.join(' and ')}${elsewhere.length > 0 ? `; the applications of its repository are described in ${named}` : ''}.`,
    next: nextOf(elsewhere)
  })
}

function nextOf(elsewhere: readonly string[]): string {
  if (elsewhere.length === 0)
    return 'Set working-directory to the root of the Cloud project and commit the missing files.'
  if (elsewhere.some((path) => path.endsWith('.magento.app.yaml')))
    return 'Set working-directory to the folder of the shop among these, which contains its composer.json and .magento.app.yaml.'
  return 'An upgrade needs .magento.app.yaml next to composer.json: upgrade this project by hand. backup, verify and diagnose work for it, with app: NAME.'
}
