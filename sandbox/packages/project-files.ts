import { envYaml, renderAppYaml, renderServicesYaml, routesYaml } from './cloud-config-files.js'
import { moduleFiles } from './module-packages.js'
import type { ReleaseLine } from './product-versions.js'

/** What decides the text of a project's own files. */
export interface ProjectFilesOptions {
  readonly line: ReleaseLine
  readonly repositoryUrl: string
  readonly layout: 'allow-list' | 'deny-list'
  /** Whether the project requires the third-party extension. */
  readonly extension: boolean
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
    ['README.md', '# The shop\n\nCode of the shop. Each branch is an environment.\n'],
    ['.github/workflows/ci.yml', workflow],
    ['m2-hotfixes/README.md', 'Patches in this folder are applied by the build, in alphabetical order.\n']
  ])
}

function renderComposerJson({ line, repositoryUrl, extension }: ProjectFilesOptions): string {
  const generateSchema = ['php ./vendor/bin/ece-tools schema:generate || true']
  const manifest = {
    name: 'magento/magento-cloud-template',
    description: 'eCommerce Platform for Growth',
    type: 'project',
    version: line.line,
    license: ['OSL-3.0'],
    repositories: { repo: { type: 'composer', url: repositoryUrl }, 'packagist.org': false },
    require: {
      ...(extension ? { 'acme/module-example': '^1.0' } : {}),
      'magento/composer-root-update-plugin': line.line < '2.4.4' ? '^1.1' : '^2.0.4',
      'magento/magento-cloud-metapackage': `>=${line.line} <${line.next}`
    },
    config: {
      'allow-plugins': {
        'dealerdirect/phpcodesniffer-composer-installer': true,
        'laminas/laminas-dependency-plugin': true,
        'magento/*': true,
        'php-http/discovery': true
      },
      'secure-http': false
    },
    autoload: {
      'psr-4': {
        'Magento\\Setup\\': 'setup/src/Magento/Setup/',
        'Zend\\Mvc\\Controller\\': 'setup/src/Zend/Mvc/Controller/'
      },
      'psr-0': { '': ['app/code/', 'generated/code/'] }
    },
    'minimum-stability': 'alpha',
    'prefer-stable': true,
    extra: {
      'magento-force': true,
      'magento-deploystrategy': 'copy',
      ...(line.line < '2.4.4' ? {} : { 'magento-deploy-ignore': { '*': ['/.gitignore'] } }),
      component_paths: { 'tinymce/tinymce': 'lib/web/tiny_mce_5' }
    },
    scripts: { 'post-install-cmd': generateSchema, 'post-update-cmd': generateSchema }
  }
  return JSON.stringify(manifest, null, 4) + '\n'
}

const allowList = `# Everything is ignored but what is listed below.
*
!*/

!/.gitignore
!/.magento.app.yaml
!/.magento.env.yaml*
!/.magento/**
/.magento/local/**
!/app/code/**
!/app/design/**
!/app/etc/config.php
!/app/i18n/**
!/auth.json
!/build_options.ini
!/composer.json
!/composer.lock
!/magento-vars.php
!/m2-hotfixes/**
!/php.ini
!/update/.htaccess
!/README.md
!/op-exclude.txt

/vendor/**
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
