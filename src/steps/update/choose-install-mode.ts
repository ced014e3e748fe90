import type { Problem } from '../../errors.js'
import { scriptsBeyondTemplate } from '../../project/composer-scripts.js'
import type { UpdateInput } from '../update-dependencies.js'

/** The install mode that gives the documented result for this project, and why it is not the one asked for. */
export interface InstallMode {
  readonly mode: 'fast' | 'full'
  readonly problems: readonly Problem[]
}

/**
 * fast, unless composer.json runs scripts of its own after an update: what those write is known only once
 * everything is installed.
 */
export function chooseInstallMode(input: UpdateInput): InstallMode {
  if (input.mode === 'full') return { mode: 'full', problems: [] }
  const scripts = scriptsBeyondTemplate(input.after.composerJson)
  if (scripts.length === 0) return { mode: 'fast', problems: [] }
  return {
    mode: 'full',
    problems: [
      {
        id: 'install-mode',
        severity: 'warning',
        message: `composer.json runs scripts after an update (${scripts.join('; ')}), so everything was installed instead of the marshaled packages alone.`,
        fix: 'Set install: full to hide this notice.'
      }
    ]
  }
}
