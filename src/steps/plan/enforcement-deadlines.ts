import data from '../../data/enforcement-deadlines.json' with { type: 'json' }
import type { Problem } from '../../errors.js'
import { readAppYaml } from '../../project/app-yaml.js'
import { readServicesYaml, isKnownService, serviceKinds } from '../../project/services-yaml.js'
import { compareComposerVersions, parseComposerVersion } from '../../project/composer-version.js'
import { compareVersions, releaseLine } from '../../project/product-version.js'

/** The versions to compare with the platform's deadlines. */
interface DeadlineInput {
  /** Current product version: the policy starts with 2.4.4. */
  readonly version: string
  readonly appYamlText: string
  readonly servicesYamlText: string | null
  readonly today: Date
}

interface Found {
  readonly component: string
  readonly version: string
  readonly where: string
}

/** A warning for every component of the project that the platform accepts only until a date, whatever the target is. */
export function enforcementDeadlines({ version, appYamlText, servicesYamlText, today }: DeadlineInput): Problem[] {
  if (compareVersions(releaseLine(version), data.since) < 0) return []
  const services = servicesYamlText === null ? [] : readServicesYaml(servicesYamlText)
  const found: Found[] = [
    { component: 'php', version: readAppYaml(appYamlText).php, where: '.magento.app.yaml' },
    ...services.flatMap(({ name, kind, version: running }) =>
      isKnownService(kind)
        ? [{ component: serviceKinds[kind][0], version: running, where: `.magento/services.yaml (${name})` }]
        : []
    )
  ]
  return found.flatMap((component) => problemOf(component, today.toISOString().slice(0, 10)))
}

function problemOf({ component, version, where }: Found, day: string): Problem[] {
  const rule = data.deadlines.find((entry) => entry.component === component && isBelow(version, entry.below))
  if (!rule) return []
  const { found, becomes, deadline } = rule
  const since = deadline < day
  return [
    {
      id: `deadline-${component}`,
      severity: 'warning',
      level: since ? 'before' : 'look',
      message: `${where} has ${found} (${version}): ${since ? 'since' : 'from'} ${deadline}${since ? '' : ' on'} Adobe suspends the traffic to such an environment, and may delete the data of all environments if nothing follows.`,
      fix: `Change it to ${becomes} on every environment, by ticket on Pro staging and production, at least 30 days before the date.`
    }
  ]
}

function isBelow(version: string, limit: string | null): boolean {
  if (limit === null) return true
  const [a, b] = [parseComposerVersion(version), parseComposerVersion(limit)]
  return a !== null && b !== null && compareComposerVersions(a, b) < 0
}
