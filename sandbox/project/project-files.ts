import { envYaml, renderAppYaml, renderServicesYaml, routesYaml } from './cloud-config-files.js'
import { moduleFiles } from '../packages/module-packages.js'
import type { ReleaseLine } from '../packages/product-versions.js'

/** What decides the text of a project's own files. */
export interface ProjectFilesOptions {
  readonly line: ReleaseLine
  readonly repositoryUrl: string
  readonly layout: 'allow-list' | 'deny-list'
  /** Whether the project requires the third-party extension. */
  readonly extension: boolean
  /** Version in the root requirement on the product, which the guide asks for since 2025-05-23; null without one. */
  readonly productPin: string | null
  /** Further root requirements. */
  readonly require: Readonly<Record<string, string>>
  /** Names of enabled modules for app/etc/config.php. */
  readonly modules: readonly string[]
}

/** Path to text of everything that a developer keeps in the repository, without composer.lock. */
export function projectFiles(options: ProjectFilesOptions): Map<string, string> {
  const { line } = options
  return new Map([
    ['composer.json', renderComposerJson(options)],
    ['.gitignore', options.layout === 'allow-list' ? allowList : denyList],
    ['.magento.app.yaml', renderAppYaml(line)],
    ['.magento/services.yaml', renderServicesYaml(line)],
    ['.magento/routes.yaml', routesYaml],
    ['.magento.env.yaml', envYaml],
    ['app/etc/config.php', renderConfigPhp([...options.modules, 'Acme_Theme'])],
    ...[...moduleFiles('Acme_Theme', '1.0.0')].map(([path, text]): [string, string] => [
      `app/code/Acme/Theme/${path}`,
      text
    ]),
    [
      'app/code/Acme/Theme/view/frontend/templates/greeting card.phtml',
      '<p><?= $block->escapeHtml(__("Hello")) ?></p>\n'
    ],
    ['app/design/frontend/Acme/default/theme.xml', '<?xml version="1.0"?>\n<theme><title>Acme</title></theme>\n'],
    ['magento-vars.php', '<?php\n\n// Which store a host name belongs to.\n'],
    ['php.ini', 'memory_limit = 1G\nauto_prepend_file = /app/magento-vars.php\n'],
    ['op-exclude.txt', '/app/app/etc/config.php\n/app/app/etc/env.php\n'],
    ['update/README.md', 'A folder of the support module.\n'],
    ['README.md', '# The shop\n\nCode of the shop. Each branch is an environment.\n'],
    ['.github/workflows/ci.yml', workflow],
    ['m2-hotfixes/README.md', 'Patches in this folder are applied by the build, in alphabetical order.\n']
  ])
}

/** Root requirements in the order of `composer require` with `sort-packages`, which the guide has one type. */
function requirements({ line, extension, productPin, require }: ProjectFilesOptions): Record<string, string> {
  const rootUpdate = { '2.4.3': '^1.1', '2.4.4': '^2.0.2', '2.4.5': '^2.0.2' }[line.line] ?? '^2.0.3'
  return {
    ...(extension ? { 'acme/module-example': '^1.0' } : {}),
    ...require,
    'magento/composer-root-update-plugin': rootUpdate,
    'magento/magento-cloud-metapackage': `>=${line.line} <${line.next}`,
    ...(productPin === null ? {} : { 'magento/product-enterprise-edition': productPin })
  }
}

/**
 * The template's own root. Two things are the sandbox's: Packagist is off and plain http is allowed, because
 * everything comes from one repository on loopback.
 */
function renderComposerJson(options: ProjectFilesOptions): string {
  const { line, repositoryUrl } = options
  const manifest = {
    name: 'magento/magento-cloud-template',
    description: 'eCommerce Platform for Growth (Enterprise Edition)',
    type: 'project',
    version: line.line,
    license: 'OSL-3.0',
    config: {
      'preferred-install': 'dist',
      'sort-packages': true,
      'allow-plugins': {
        'dealerdirect/phpcodesniffer-composer-installer': true,
        'laminas/laminas-dependency-plugin': true,
        'magento/*': true,
        'php-http/discovery': true
      },
      'secure-http': false
    },
    repositories: { repo: { type: 'composer', url: repositoryUrl }, 'packagist.org': false },
    require: requirements(options),
    suggest: { 'ext-pcntl': 'Need for run processes in parallel mode' },
    conflict: { 'gene/bluefoot': '*' },
    autoload: {
      'psr-4': {
        'Magento\\Setup\\': 'setup/src/Magento/Setup/',
        'Magento\\': 'app/code/Magento/',
        'Zend\\Mvc\\Controller\\': 'setup/src/Zend/Mvc/Controller/'
      },
      'psr-0': { '': ['app/code/', 'generated/code/'] },
      files: ['app/etc/NonComposerComponentRegistration.php'],
      'exclude-from-classmap': ['**/dev/**', '**/update/**', '**/Test/**']
    },
    'autoload-dev': { 'psr-4': { 'Magento\\Tools\\': 'dev/tools/Magento/Tools/' } },
    'minimum-stability': 'alpha',
    'prefer-stable': true,
    extra: {
      component_paths: {
        'trentrichardson/jquery-timepicker-addon': 'lib/web/jquery/jquery-ui-timepicker-addon.js',
        'components/jquery': ['lib/web/jquery.js', 'lib/web/jquery/jquery.min.js', 'lib/web/jquery/jquery-migrate.js'],
        'blueimp/jquery-file-upload': 'lib/web/jquery/fileUploader',
        'components/jqueryui': ['lib/web/jquery/jquery-ui.js'],
        'twbs/bootstrap': ['lib/web/jquery/jquery.tabs.js'],
        'tinymce/tinymce': 'lib/web/tiny_mce_5'
      },
      'magento-force': true,
      'magento-deploystrategy': 'copy',
      ...(line.line < '2.4.4' ? {} : { 'magento-deploy-ignore': { '*': ['/.gitignore'] } })
    },
    scripts: {
      'generate-schema': ['php ./vendor/bin/ece-tools schema:generate || true'],
      'post-install-cmd': ['@generate-schema'],
      'post-update-cmd': ['@generate-schema']
    }
  }
  return JSON.stringify(manifest, null, 4) + '\n'
}

const allowList = `*
!/.gitignore
!/.magento.app.yaml
!/.magento.env.yaml*
!/.magento
!/.magento/**
/.magento/local
!/app
!/app/*/
!/app/code/**
!/app/design/**
!/app/etc/config.php
!/app/i18n/**
!/auth.json
!/build_options.ini
!/composer.json
!/composer.lock
!/magento-vars.php
!/m2-hotfixes
!/m2-hotfixes/**
!/php.ini
!/update
!/update/.htaccess
!/README.md
!/op-exclude.txt
`

const denyList = `/.idea/
/.magento/local
/app/etc/env.php
/dev/tests/
/generated/code
/generated/metadata
/pub/media/*
!/pub/media/.htaccess
/pub/static/*
!/pub/static/.htaccess
/var/*
!/var/.htaccess
/vendor/
/auth.json
`

const workflow = `name: ci
on: push
permissions: {}
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - run: composer validate
`

function renderConfigPhp(modules: readonly string[]): string {
  const lines = modules.map((name) => `        '${name}' => 1,`)
  return ['<?php', 'return [', "    'modules' => [", ...lines, '    ],', '];', ''].join('\n')
}
