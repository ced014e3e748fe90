import type { InstallChoice } from './update-request.js'
import type { Problem } from '../../errors.js'
import { allowedPlugins } from '../../project/allowed-plugins.js'
import { lockedPackages } from '../../project/composer-lock.js'
import { scriptsBeyondTemplate } from './composer-scripts.js'
import type { Files } from '../../tools/files.js'
import { patchingPlugins } from './find-patching-plugins.js'

/** The install mode that gives the documented result for this project, and notices for the user about it. */
export interface InstallMode {
  readonly mode: 'fast' | 'full'
  /** If one of them is an error, the update must not start. */
  readonly problems: readonly Problem[]
}

/**
 * Chooses fast, unless composer.json runs scripts of its own after an update or lets a plugin patch a package with a
 * map: what those write is known only if they run. They are third-party code, so a run that has secrets does not choose
 * for the user; `full` runs them, `fast-without-scripts` leaves them out.
 */
export async function chooseInstallMode(files: Files, choice: InstallChoice): Promise<InstallMode> {
  if (choice.install === 'full') return { mode: 'full', problems: [] }
  const scripts = scriptsBeyondTemplate(choice.after.composerJson).map(
    ({ event, command }) => `the script "${command}" (${event})`
  )
  const foreign = [...scripts, ...(await patchingPlugins(files, choice))]
  if (foreign.length === 0) return { mode: 'fast', problems: skippedPlugins(choice) }
  const list = foreign.join(', ')
  if (choice.install === 'fast-without-scripts')
    return { mode: 'fast', problems: [leftOut(list), ...skippedPlugins(choice)] }
  if (choice.holdsSecrets) return { mode: 'fast', problems: [refused(list)] }
  return { mode: 'full', problems: [everything(list)] }
}

function refused(list: string): Problem {
  return {
    id: 'install-runs-project-code',
    severity: 'error',
    message: `composer update would run ${list}. That is code of the project, and it could read the keys of this run.`,
    fix: 'Set install: full to run it, or install: fast-without-scripts to make the commit without it.'
  }
}

function everything(list: string): Problem {
  return {
    id: 'install-mode',
    severity: 'warning',
    message: `composer update runs ${list}, so all packages were installed instead of only the marshaled ones.`,
    fix: 'Set install: full to hide this notice, or install: fast-without-scripts to leave it out.'
  }
}

function leftOut(list: string): Problem {
  return {
    id: 'install-mode',
    severity: 'warning',
    message: `Left out of this update: ${list}. Anything it would have written is not in the commit.`,
    fix: 'Set install: full to run it.'
  }
}

// Plugins in Adobe's own locks; none of them writes a file that a Cloud project commits.
const known = new Set([
  'dealerdirect/phpcodesniffer-composer-installer',
  'laminas/laminas-dependency-plugin',
  'magento/composer-dependency-version-audit-plugin',
  'magento/composer-root-update-plugin',
  'magento/inventory-composer-installer',
  'magento/magento-composer-installer',
  'php-http/discovery',
  'composer/installers'
])

function skippedPlugins({ after }: InstallChoice): readonly Problem[] {
  const names = allowedPlugins(after.composerJson, lockedPackages(after.composerLock))
    .map(({ name }) => name)
    .filter((name) => !known.has(name))
  if (names.length === 0) return []
  return [
    {
      id: 'plugins-not-run',
      severity: 'warning',
      message: `The fast installation did not run these Composer plugins: ${names.join(', ')}.`,
      fix: 'If one of them writes files that you commit, set install: full.'
    }
  ]
}
