import data from '../data/requirements.json' with { type: 'json' }
import type { Problem } from '../errors.js'
import { readAppYaml } from './app-yaml.js'
import { readServicesYaml, isKnownService, serviceKinds } from './services-yaml.js'
import { compareComposerVersions, parseComposerVersion } from './composer-version.js'
import { allowsComposer, composerRange } from './composer-range.js'
import { parseProductVersion, releaseLine } from './product-version.js'
import { serviceChange } from './service-change.js'

/** What a target's requirements are compared with. */
interface RequirementsInput {
  /** Product version to reach; the requirements differ by patch. */
  readonly target: string
  readonly appYamlText: string
  readonly servicesYamlText: string | null
  /** Composer of this machine, null if unknown. */
  readonly composerVersion: string | null
}

interface Requirement {
  readonly fromPatch?: number
  readonly toPatch?: number
  readonly versions: readonly string[]
}

const instead: Readonly<Record<string, keyof typeof serviceKinds>> = { redis: 'valkey', elasticsearch: 'opensearch' }

/**
 * The versions of a component (`php`, `composer`, `mariadb`, `opensearch`, …) that a product version runs with on
 * Cloud; empty if it does not support the component, null if nothing is known (before 2.4.4).
 */
export function requiredVersions(target: string, component: string): readonly string[] | null {
  const lines: Readonly<Record<string, Readonly<Record<string, readonly Requirement[]>>>> = data.lines
  const version = parseProductVersion(target)
  const patch = version?.stage === 'patch' ? (version.stageNumbers[0] ?? 0) : 0
  const found = lines[releaseLine(target)]?.[component]?.find(
    ({ fromPatch = 0, toPatch = Infinity }) => fromPatch <= patch && patch <= toPatch
  )
  return found?.versions ?? null
}

/** Every mismatch between the project's configuration and the target; only a PHP the target cannot run on is an error. */
export function checkRequirements(input: RequirementsInput): Problem[] {
  return [...checkPhp(input), ...checkComposer(input), ...checkServices(input)]
}

function checkPhp({ target, appYamlText }: RequirementsInput): Problem[] {
  const wanted = requiredVersions(target, 'php')
  const { php } = readAppYaml(appYamlText)
  if (wanted === null || wanted.includes(php)) return []
  const stopOver = requiredVersions(target, 'phpStopOver')?.includes(php) ?? false
  const best = wanted.at(-1) ?? ''
  return [
    {
      id: 'requirement-php',
      severity: stopOver ? 'warning' : 'error',
      level: stopOver ? 'look' : 'before',
      message: stopOver
        ? `.magento.app.yaml declares PHP ${php}, which ${target} accepts only for the upgrade; it needs ${wanted.join(' or ')}.`
        : `.magento.app.yaml declares PHP ${php}; ${target} runs on ${wanted.join(' or ')}.`,
      fix: `Set type: php:${best} in .magento.app.yaml, or run with update-app-config: true.`
    }
  ]
}

function checkComposer({ target, appYamlText, composerVersion }: RequirementsInput): Problem[] {
  const [minimum] = requiredVersions(target, 'composer') ?? []
  if (minimum === undefined) return []
  const declared = readAppYaml(appYamlText).composer
  const problems: Problem[] = []
  if (declared !== null && !allowsComposer(declared, minimum))
    problems.push({
      id: 'requirement-composer',
      severity: 'warning',
      level: 'before',
      message: `.magento.app.yaml installs Composer ${declared}; ${target} needs ${minimum} or newer.`,
      fix: `Set dependencies.php.composer/composer to '${composerRange(minimum)}', or run with update-app-config: true.`
    })
  if (composerVersion !== null && isOlder(composerVersion, minimum))
    problems.push({
      id: 'requirement-local-composer',
      severity: 'warning',
      message: `Composer on this machine is ${composerVersion}; ${target} needs ${minimum} or newer.`,
      fix: `Update Composer to ${minimum} or newer.`
    })
  return problems
}

function checkServices({ target, appYamlText, servicesYamlText }: RequirementsInput): Problem[] {
  if (servicesYamlText === null) return []
  const { relationships } = readAppYaml(appYamlText)
  return readServicesYaml(servicesYamlText).flatMap((service): Problem[] => {
    const { name, kind, version } = service
    if (!isKnownService(kind)) return []
    const [component, label] = serviceKinds[kind]
    const wanted = requiredVersions(target, component)
    if (wanted === null || wanted.some((accepted) => matches(version, accepted))) return []
    const successor = wanted.length > 0 ? kind : instead[component]
    const versions = wanted.length > 0 || successor === undefined ? wanted : (requiredVersions(target, successor) ?? [])
    const wish = successor === undefined ? 'no such service' : `${serviceKinds[successor][1]} ${versions.join(' or ')}`
    return [
      {
        id: `requirement-${component}`,
        severity: 'warning',
        level: 'before',
        comparison: { name: label, key: name, now: version, wanted: wish.trim() },
        message: `.magento/services.yaml has ${label} ${version} (${name}); ${target} needs ${wish.trim()}.`,
        fix: serviceChange(service, successor ?? kind, versions, relationships)
      }
    ]
  })
}

/** `8` accepts 8.0 and 8.1; a service that declares only `2` may be any 2.x. */
function matches(version: string, accepted: string): boolean {
  return version === accepted || version.startsWith(`${accepted}.`) || accepted.startsWith(`${version}.`)
}

/** Ranges such as ^2.2 install the newest release, so only exact versions can be too old. */
function isOlder(version: string, minimum: string): boolean {
  const [a, b] = [parseComposerVersion(version), parseComposerVersion(minimum)]
  return a !== null && b !== null && compareComposerVersions(a, b) < 0
}
