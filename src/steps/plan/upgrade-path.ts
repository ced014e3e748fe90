import type { Problem } from '../../errors.js'
import { readAppYaml } from '../../project/app-yaml.js'
import type { ComposerProject } from '../../project/composer-project.js'
import { compareVersions } from '../../project/product-version.js'

/** What the path from one version to another depends on. */
interface UpgradePath {
  /** Current product version. */
  readonly from: string
  /** Product version or line to reach. */
  readonly to: string
  readonly project: Pick<ComposerProject, 'eceTools' | 'packages' | 'pluginApiVersion'>
  readonly appYamlText: string
}

interface Rule extends Problem {
  readonly applies: (path: UpgradePath) => boolean
}

const below = (a: string, b: string): boolean => compareVersions(a, b) < 0
const crosses = (border: string) => (path: UpgradePath) => below(path.from, border) && !below(path.to, border)

const lists = (appYamlText: string, extension: string): boolean =>
  readAppYaml(appYamlText).extensions.includes(extension)
const braintreeChannel = 'CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL'

const rules: readonly Rule[] = [
  {
    id: 'path-2.0',
    severity: 'error',
    message: 'The composer.json of projects of 2.0.4 and older differs from that of every later version.',
    fix: 'First replace the requirement on the product with magento/magento-cloud-metapackage >=2.0.5 <2.1, remove magento/magento-cloud-configuration, move app/NonComposerComponentRegistration.php to app/etc/ (also in autoload.files), and deploy that.',
    applies: crosses('2.0.5')
  },
  {
    id: 'path-2.1.4',
    severity: 'error',
    message: 'Versions before 2.1.4 cannot be upgraded to 2.2 or later in one step.',
    fix: 'First upgrade to the newest 2.1 release (target 2.1.18), deploy it, then install ece-tools.',
    applies: ({ from, to }) => below(from, '2.1.4') && !below(to, '2.2.0')
  },
  {
    id: 'path-ece-tools',
    severity: 'error',
    message: 'The project has no ece-tools, which builds and deploys every version from 2.2 on.',
    fix: 'First do the one-time installation of ece-tools: remove magento/magento-cloud-configuration and magento/ece-patches, set the range constraint, run composer update, replace the hooks in .magento.app.yaml, and deploy that.',
    applies: ({ from, to, project }) => project.eceTools === null && !below(from, '2.1.4') && !below(to, '2.2.0')
  },
  {
    id: 'path-composer-1',
    severity: 'error',
    message: 'The locked marshaling plugin only runs in Composer 1, but the target needs Composer 2.',
    fix: 'First upgrade to 2.4.2 with Composer 1 (composer self-update --1) and deploy it; its plugin runs in both.',
    applies: ({ to, project }) => usesComposer1(project) && !below(to, '2.4.2')
  },
  {
    id: 'path-build-flavor',
    severity: 'error',
    message: '.magento.app.yaml has build.flavor: composer, which installs with Composer 1.',
    fix: "Set build.flavor: none, add dependencies.php.composer/composer, and start the build hook with 'set -e' and 'composer install --no-dev'.",
    applies: (path) => installsByFlavor(path) && below(path.from, '2.4.4')
  },
  {
    id: 'build-flavor',
    severity: 'warning',
    // The project runs already, so this build does not stop the upgrade.
    message: '.magento.app.yaml still has build.flavor: composer, which the template of 2.4.4 and later no longer has.',
    fix: "Set build.flavor: none and start the build hook with 'set -e' and 'composer install --no-dev'.",
    applies: (path) => installsByFlavor(path) && !below(path.from, '2.4.4')
  },
  {
    id: 'app-extension-json',
    severity: 'warning',
    level: 'before',
    message: '.magento.app.yaml lists the extension json, which is built into PHP 8: the platform refuses the push.',
    fix: 'Remove json from runtime.extensions.',
    applies: ({ to, appYamlText }) => lists(appYamlText, 'json') && !below(to, '2.4.4')
  },
  {
    id: 'app-extension-mcrypt',
    severity: 'warning',
    level: 'before',
    message: '.magento.app.yaml lists the extension mcrypt, which PHP 7.2 and later do not have.',
    fix: 'Remove mcrypt from runtime.extensions.',
    applies: ({ to, appYamlText }) => lists(appYamlText, 'mcrypt') && !below(to, '2.3.0')
  },
  {
    id: 'app-extension-newrelic',
    severity: 'warning',
    level: 'look',
    message: '.magento.app.yaml lists the extension newrelic, which the template of 2.4.6 and later does not.',
    fix: 'Remove newrelic from runtime.extensions, as the template does.',
    applies: (path) => lists(path.appYamlText, 'newrelic') && crosses('2.4.6')(path)
  },
  {
    id: 'app-braintree-channel',
    severity: 'warning',
    level: 'before',
    message: `.magento.app.yaml sets ${braintreeChannel}, which 2.4 has no setting for.`,
    fix: 'Remove the variable, here and in the project.',
    applies: (path) => path.appYamlText.includes(braintreeChannel) && crosses('2.4.0')(path)
  },
  {
    id: 'path-config-php',
    severity: 'warning',
    level: 'before',
    message: 'From 2.2 on, the committed configuration is app/etc/config.php, which a .gitignore of 2.1 excludes.',
    fix: 'Copy app/etc/config.local.php to app/etc/config.php, remove the file from .gitignore and commit it.',
    applies: crosses('2.2.0')
  },
  {
    id: 'path-search',
    severity: 'warning',
    level: 'before',
    message: 'From 2.4 on, the catalog search needs OpenSearch or Elasticsearch; MySQL search is gone.',
    fix: 'Add the service to .magento/services.yaml and its relationship to .magento.app.yaml (Pro staging and production: by ticket).',
    applies: crosses('2.4.0')
  }
]

/**
 * Everything that must be done before the upgrade, each with its remedy; an empty list means that nothing blocks the
 * path.
 */
export function checkUpgradePath(path: UpgradePath): Problem[] {
  return rules
    .filter(({ applies }) => applies(path))
    .map(({ id, severity, level, message, fix }) => ({ id, severity, level, message, fix }))
}

function installsByFlavor({ to, appYamlText }: UpgradePath): boolean {
  return readAppYaml(appYamlText).flavor === 'composer' && !below(to, '2.4.4')
}

function usesComposer1({ packages, pluginApiVersion }: UpgradePath['project']): boolean {
  const plugin = packages.find(({ name }) => name === 'magento/magento-composer-installer')
  return plugin ? plugin.version.startsWith('0.1.') : (pluginApiVersion?.startsWith('1.') ?? false)
}
