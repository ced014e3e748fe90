import steps from '../data/rabbitmq-steps.json' with { type: 'json' }
import type { CloudService } from './services-yaml.js'

const byTicket = 'Pro staging and production: by ticket. This tool does not touch services.'

/**
 * How to change a service to meet the target, in words. `versions` are those of the component `to` that the target
 * accepts; `relationships` are those of the application (Cloud guide, help/cloud-guide/services).
 */
export function serviceChange(
  service: CloudService,
  to: string,
  versions: readonly string[],
  relationships: Readonly<Record<string, string>>
): string {
  const version = versions.at(-1) ?? ''
  const own = Object.keys(relationships).find((name) => relationships[name] === service.name) ?? service.name
  if (service.kind === 'redis' && to === 'valkey') return redisToValkey(service, version, own)
  if (service.kind === 'elasticsearch' && to === 'opensearch') return toOpenSearch(service, version, own)
  if (service.kind === 'rabbitmq') return rabbitMq(service, version)
  const type = `type: ${service.kind}:${version}`
  const first =
    service.kind === 'mysql' || service.kind === 'mariadb'
      ? 'First make a backup, and look for tables with the row format COMPACT, of MyISAM or with old temporal columns; then set'
      : 'Set'
  return `${first} ${type} for ${service.name} in .magento/services.yaml, and deploy that before the upgrade. ${byTicket}`
}

function redisToValkey({ name, version: old }: CloudService, version: string, relationship: string): string {
  const type = `valkey:${version.includes('.') ? version : `${version}.0`}`
  return [
    `Three edits, deployed together: in .magento/services.yaml replace ${name}: {type: redis:${old}} with cache: {type: ${type}};`,
    `in .magento.app.yaml replace the relationship ${relationship}: "${name}:redis" with valkey: "cache:valkey";`,
    'in .magento.env.yaml, in stage.deploy, replace REDIS_BACKEND with VALKEY_BACKEND and REDIS_USE_SLAVE_CONNECTION with',
    `VALKEY_USE_SLAVE_CONNECTION (SESSION_CONFIGURATION keeps its key redis). The cache starts empty. ${byTicket}`
  ].join(' ')
}

function toOpenSearch({ name, version: old }: CloudService, version: string, relationship: string): string {
  return [
    `Two edits: in .magento/services.yaml replace ${name}: {type: elasticsearch:${old}} with opensearch: {type: opensearch:${version}, disk: 1024};`,
    `in .magento.app.yaml replace the relationship ${relationship}: "${name}:elasticsearch" with opensearch: "opensearch:opensearch".`,
    `The index starts empty: run bin/magento indexer:reindex catalogsearch_fulltext afterwards. ${byTicket}`
  ].join(' ')
}

/** Upgrades must not skip a version, and a service cannot be downgraded. */
function rabbitMq({ name, version: old }: CloudService, version: string): string {
  const [from, to] = [steps.versions.indexOf(old), steps.versions.indexOf(version)]
  const way = from >= 0 && to > from ? steps.versions.slice(from, to + 1).join(' → ') : `${old} → ${version}`
  return `Set type: rabbitmq:VERSION for ${name} in .magento/services.yaml, one version at a time, each with its own successful deployment: ${way}. Let the queues run empty first. ${byTicket}`
}
