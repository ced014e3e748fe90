import type { Plan } from '../../report/report.js'
import { readAppYaml, updateAppYaml } from '../../project/app-yaml.js'
import { composerAdvisory } from '../../project/composer-advisory.js'
import { allowsComposer, composerRange } from '../../project/composer-range.js'
import { parseComposerVersion } from '../../project/composer-version.js'
import { requiredVersions } from '../../project/requirements.js'

/** The content of `.magento.app.yaml` after the upgrade. */
export interface PlannedRuntime {
  /** PHP that packages are resolved for, e.g. `8.3`. */
  readonly php: string
  /** The new text, or null if it does not change. */
  readonly appYaml: string | null
  readonly changes: Plan['migrations']
}

/**
 * The PHP and Composer that the target runs on: the declared ones or, if `update` is set and they do not fit, those
 * that the target needs. Nothing else in the file changes.
 */
export function chooseRuntime(appYamlText: string, target: string, update: boolean): PlannedRuntime {
  const app = readAppYaml(appYamlText)
  if (!update) return { php: app.php, appYaml: null, changes: [] }
  const php = pick(app.php, requiredVersions(target, 'php') ?? [])
  const composer = wantedComposer(app.composer, requiredVersions(target, 'composer')?.[0])
  const { text, changes } = updateAppYaml(appYamlText, { php, composer })
  return {
    php,
    appYaml: text === appYamlText ? null : text,
    changes: changes.map((description) => ({ id: 'app-runtime', file: '.magento.app.yaml', description }))
  }
}

// An undeclared version stays undeclared, and a range with a usable release is the project's own choice.
function wantedComposer(declared: string | null, minimum: string | undefined): string | null {
  if (declared === null || minimum === undefined) return null
  const exact = parseComposerVersion(declared)?.numbers.slice(0, 3).join('.')
  const advised = exact === undefined ? null : composerAdvisory(exact)
  return allowsComposer(declared, minimum) && advised === null ? null : composerRange(minimum)
}

function pick(current: string, wanted: readonly string[]): string {
  return wanted.includes(current) ? current : (wanted.at(-1) ?? current)
}
