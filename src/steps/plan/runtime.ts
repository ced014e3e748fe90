import type { Plan } from '../../report/report.js'
import { readAppYaml, updateAppYaml } from '../../project/app-yaml.js'
import { composerAdvisory } from '../../project/composer-advisory.js'
import { allowsComposer, composerRange } from '../../project/composer-range.js'
import { parseComposerVersion } from '../../project/composer-version.js'
import { requiredVersions } from '../../project/requirements.js'

/** What `.magento.app.yaml` will say. */
export interface PlannedRuntime {
  /** PHP that packages are resolved for, e.g. `8.3`. */
  readonly php: string
  /** The new text, or null where it stays. */
  readonly appYaml: string | null
  readonly changes: Plan['migrations']
}

/**
 * The PHP and Composer that the target runs on: those declared, or, where `update` is asked for and they do not
 * fit, those that the target wants. Nothing else of the file is touched.
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

// What is not declared stays so, and a range that can give a good release is the project's own.
function wantedComposer(declared: string | null, minimum: string | undefined): string | null {
  if (declared === null || minimum === undefined) return null
  const exact = parseComposerVersion(declared)?.numbers.slice(0, 3).join('.')
  const advised = exact === undefined ? null : composerAdvisory(exact)
  return allowsComposer(declared, minimum) && advised === null ? null : composerRange(minimum)
}

function pick(current: string, wanted: readonly string[]): string {
  return wanted.includes(current) ? current : (wanted.at(-1) ?? current)
}
