import type { Plan } from '../report.js'
import { readCloudApp, updateAppYaml } from './cloud-app.js'
import { requiredVersions } from './requirements.js'

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
export function planRuntime(appYamlText: string, target: string, update: boolean): PlannedRuntime {
  const app = readCloudApp(appYamlText)
  if (!update) return { php: app.php, appYaml: null, changes: [] }
  const php = pick(app.php, requiredVersions(target, 'php') ?? [])
  const composer = app.composer === null ? null : pick(app.composer, requiredVersions(target, 'composer') ?? [])
  const { text, changes } = updateAppYaml(appYamlText, { php, composer })
  return {
    php,
    appYaml: text === appYamlText ? null : text,
    changes: changes.map((description) => ({ id: 'app-runtime', file: '.magento.app.yaml', description }))
  }
}

function pick(current: string, wanted: readonly string[]): string {
  return wanted.includes(current) ? current : (wanted.at(-1) ?? current)
}
