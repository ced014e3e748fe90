/** A lock entry with the fields that every entry has. */
export function locked(name: string, version: string, rest: object = {}): Record<string, unknown> {
  const dist = { type: 'zip', url: `https://repo.example.com/${name}/${version}.zip`, reference: null, shasum: version }
  return { name, version, dist, type: 'library', ...rest }
}

/** composer.json as the template of the 2.4.x lines has it. */
export function templateRoot(line: string, next: string): Record<string, unknown> {
  return {
    name: 'magento/magento-cloud-template',
    version: line,
    type: 'project',
    repositories: { repo: { type: 'composer', url: 'https://repo.example.com' } },
    require: {
      'magento/magento-cloud-metapackage': `>=${line} <${next}`,
      'magento/composer-root-update-plugin': '^2.0.3',
      'acme/module-shipping': '^1.0'
    },
    config: {
      'use-include-path': true,
      'allow-plugins': {
        'dealerdirect/phpcodesniffer-composer-installer': true,
        'laminas/laminas-dependency-plugin': true,
        'magento/*': true,
        'php-http/discovery': true
      }
    },
    autoload: {
      'psr-4': { 'Zend\\Mvc\\Controller\\': 'setup/src/Zend/Mvc/Controller/' },
      'psr-0': { '': ['app/code/', 'generated/code/'] },
      files: ['app/etc/NonComposerComponentRegistration.php']
    },
    'minimum-stability': 'alpha',
    'prefer-stable': true,
    extra: {
      component_paths: { 'tinymce/tinymce': 'lib/web/tiny_mce_5' },
      'magento-force': true,
      'magento-deploystrategy': 'copy',
      'magento-deploy-ignore': { '*': ['/.gitignore'] }
    },
    scripts: { 'post-update-cmd': ['php ./vendor/bin/ece-tools schema:generate || true'] }
  }
}

/** The packages of a small but complete lock: `line` of the product, third-party extensions around it. */
export function templatePackages(product: string): Record<string, unknown>[] {
  return [
    locked('acme/module-shipping', '1.0.2', { type: 'magento2-module', require: { 'magento/framework': '*' } }),
    locked('acme/suite', '3.0.0', { type: 'metapackage' }),
    locked('fastly/magento2', '1.2.220', { type: 'magento2-module' }),
    locked('magento/composer-root-update-plugin', '2.0.6', { type: 'composer-plugin' }),
    locked('magento/ece-tools', '2002.2.10', { require: { 'psr/log-implementation': '1.0', php: '>=8.1' } }),
    locked('magento/magento-cloud-metapackage', '2.4.7-p2', {
      type: 'metapackage',
      require: {
        'magento/product-enterprise-edition': '>=2.4.7 <2.4.8',
        'magento/ece-tools': '^2002.2.0',
        'fastly/magento2': '*'
      }
    }),
    locked('magento/magento-composer-installer', '0.4.0', {
      type: 'composer-plugin',
      require: { 'composer-plugin-api': '^2.0', 'laminas/laminas-stdlib': '^3.0' },
      extra: { class: 'MagentoHackathon\\Composer\\Magento\\Plugin' }
    }),
    locked('magento/magento2-base', product, {
      type: 'magento2-component',
      require: { 'magento/magento-composer-installer': '*', 'magento/framework': '*' },
      extra: {
        chmod: [{ mask: '0755', path: 'bin/magento' }],
        map: [
          ['bin/magento', 'bin/magento'],
          ['/.gitignore', '/.gitignore'],
          ['app/design/frontend/Magento/', 'app/design/frontend/Magento/']
        ]
      }
    }),
    locked('magento/framework', '103.0.7-p3', { type: 'magento2-library', require: { 'acme/replaced': '*' } }),
    locked('magento/product-enterprise-edition', product, {
      type: 'metapackage',
      require: { 'magento/magento2-base': product }
    }),
    locked('monolog/monolog', '2.10.0', { provide: { 'psr/log-implementation': '1.0.0' } }),
    locked('vertexinc/module', '1.0.0', { type: 'magento2-module', replace: { 'acme/replaced': 'self.version' } })
  ]
}

/** composer.json and composer.lock of such a project, as Composer formats them. */
export function templateProject(product = '2.4.7-p3'): { composerJson: string; composerLock: string } {
  return { composerJson: json(templateRoot('2.4.7', '2.4.8')), composerLock: lockText(templatePackages(product)) }
}

/** A composer.lock with these packages. */
export function lockText(packages: readonly Record<string, unknown>[], rest: object = {}): string {
  return json({
    _readme: ['This file locks the dependencies of your project to a known state'],
    'content-hash': '0123456789abcdef0123456789abcdef',
    packages,
    'packages-dev': [],
    aliases: [],
    'minimum-stability': 'alpha',
    'stability-flags': {},
    'prefer-stable': true,
    'prefer-lowest': false,
    platform: {},
    'platform-dev': [],
    'plugin-api-version': '2.6.0',
    ...rest
  })
}

/** JSON in Composer's format. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 4)}\n`
}
