/** What differs between neighbouring branches of magento/magento-cloud, state of March 2026 (2.4.3: master-ro, 2.4.9: 2.4.9-beta). */
export const templateBranches = [
  {
    version: '2.4.3',
    require: { 'magento/composer-root-update-plugin': '~1.1' },
    php: '7.4',
    composer: null,
    services: ['mysql:10.3', 'redis:5.0', 'elasticsearch:7.7']
  },
  {
    version: '2.4.4',
    require: { 'magento/composer-root-update-plugin': '^2.0.2', 'laminas/laminas-di': '~3.3.0' },
    php: '8.1',
    composer: '2.2.26',
    services: ['mysql:10.6', 'redis:7.2', 'opensearch:2']
  },
  {
    version: '2.4.5',
    require: { 'magento/composer-root-update-plugin': '^2.0.2' },
    php: '8.1',
    composer: '2.2.26',
    services: ['mysql:10.11', 'redis:7.2', 'opensearch:2']
  },
  {
    version: '2.4.6',
    require: { 'magento/composer-root-update-plugin': '^2.0.3' },
    php: '8.2',
    composer: '2.2.26',
    services: ['mysql:10.11', 'redis:7.2', 'opensearch:2']
  },
  {
    version: '2.4.7',
    require: { 'magento/composer-root-update-plugin': '^2.0.3' },
    php: '8.3',
    composer: '2.9.3',
    services: ['mysql:10.11', 'redis:7.2', 'opensearch:2']
  },
  {
    version: '2.4.8',
    require: { 'magento/composer-root-update-plugin': '^2.0.3' },
    php: '8.4',
    composer: '2.9.3',
    services: ['mysql:11.4', 'valkey:8.0', 'opensearch:3']
  },
  {
    version: '2.4.9',
    require: { 'magento/composer-root-update-plugin': '^2.0.3' },
    php: '8.5',
    composer: '2.9.3',
    services: ['mysql:11.4', 'valkey:8.0', 'opensearch:3']
  }
] as const
