import { z } from 'zod'
import { boundedYaml } from './bounded-yaml.js'
import { unusable } from './read-json.js'
import { oncePerText } from './once-per-text.js'

const schema = z.record(z.string(), z.looseObject({ type: z.string().optional() }).nullable()).nullable()

/** One service of `.magento/services.yaml`. */
export interface CloudService {
  readonly name: string
  /** `mysql`, `opensearch`, … */
  readonly kind: string
  readonly version: string
}

/** Reads `.magento/services.yaml`; throws UpgradeError `preflight-failed` with the line of broken YAML. */
export const readServicesYaml = oncePerText((servicesYamlText): readonly CloudService[] => {
  const document = boundedYaml('.magento/services.yaml', servicesYamlText)
  const line = document.errors[0]?.linePos?.[0].line
  const result = schema.safeParse(document.toJS())
  if (document.errors.length > 0 || !result.success)
    throw unusable(
      `.magento/services.yaml is not a valid list of services${line === undefined ? '' : `, line ${line}`}.`,
      'Fix .magento/services.yaml and commit it.'
    )
  return Object.entries(result.data ?? {}).flatMap(([name, service]) => {
    const [kind, version] = (service?.type ?? '').split(':')
    return kind && version ? [{ name, kind, version }] : []
  })
})

/** Types of `.magento/services.yaml` with the component in the requirements and the common name. */
export const serviceKinds = {
  mysql: ['mariadb', 'MariaDB'],
  mariadb: ['mariadb', 'MariaDB'],
  opensearch: ['opensearch', 'OpenSearch'],
  elasticsearch: ['elasticsearch', 'Elasticsearch'],
  rabbitmq: ['rabbitmq', 'RabbitMQ'],
  redis: ['redis', 'Redis'],
  valkey: ['valkey', 'Valkey']
} as const

/** Whether the requirements cover the type of a service. */
export function isKnownService(kind: string): kind is keyof typeof serviceKinds {
  return Object.hasOwn(serviceKinds, kind)
}
