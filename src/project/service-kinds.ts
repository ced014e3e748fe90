/** Types of `.magento/services.yaml` with the component of the requirements and the name that people know. */
export const serviceKinds = {
  mysql: ['mariadb', 'MariaDB'],
  mariadb: ['mariadb', 'MariaDB'],
  opensearch: ['opensearch', 'OpenSearch'],
  elasticsearch: ['elasticsearch', 'Elasticsearch'],
  rabbitmq: ['rabbitmq', 'RabbitMQ'],
  redis: ['redis', 'Redis'],
  valkey: ['valkey', 'Valkey']
} as const

/** Whether the type of a service is one that the requirements speak of. */
export function isKnownService(kind: string): kind is keyof typeof serviceKinds {
  return Object.hasOwn(serviceKinds, kind)
}
