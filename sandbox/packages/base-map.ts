import { productVersions } from './product-versions.js'

/** One entry of a base package's `extra.map`: `directory` entries carry generated files. */
export interface MapEntry {
  readonly path: string
  readonly directory: boolean
}

const words = (text: string): string[] => text.trim().split(/\s+/)

const baseFiles = words(`
  app/.htaccess app/autoload.php app/bootstrap.php app/functions.php app/etc/NonComposerComponentRegistration.php
  app/etc/di.xml app/etc/registration_globlist.php app/etc/vendor_path.php.dist bin/.htaccess bin/magento
  auth.json.sample CHANGELOG.md COPYING.txt LICENSE.txt LICENSE_AFL.txt SECURITY.md nginx.conf.sample package.json.sample
  Gruntfile.js.sample grunt-config.json.sample .editorconfig .htaccess .htaccess.sample .php-cs-fixer.dist.php .user.ini
  .vscode/settings.json.sample generated/.htaccess index.php
  pub/.htaccess pub/.user.ini pub/cron.php pub/get.php pub/health_check.php pub/index.php pub/static.php
  pub/media/.htaccess pub/media/custom_options/.htaccess pub/media/customer/.htaccess pub/media/customer_address/.htaccess
  pub/media/downloadable/.htaccess pub/media/import/.htaccess pub/media/sitemap/.htaccess pub/media/theme_customization/.htaccess
  pub/opt/magento/var/resource_config.json.sample pub/static/.htaccess
  var/.htaccess lib/.htaccess lib/internal/.htaccess setup/.htaccess setup/index.php
  phpserver/README.md phpserver/router.php dev/.htaccess dev/tools/Magento/README.md
  lib/web/blank.html lib/web/chartjs.license lib/web/matchMedia.js lib/web/mage/.keep vendor/.htaccess
  lib/web/modernizr/LICENSE.txt
`)

const baseDirectories = words(`
  app/design/adminhtml/Magento/backend app/design/frontend/Magento/blank app/design/frontend/Magento/luma
  dev/tests/acceptance dev/tests/api-functional dev/tests/error-handler dev/tests/integration dev/tests/js dev/tests/setup-integration
  dev/tests/static dev/tests/unit dev/tests/utils dev/tools/bulk-operations dev/tools/grunt dev/tools/UpgradeScripts
  lib/internal/CardinalCommerce lib/internal/GnuFreeFont lib/internal/LinLibertineFont lib/internal/Cm
  lib/web/FormData lib/web/chartjs lib/web/css lib/web/fonts lib/web/fotorama lib/web/images lib/web/jquery lib/web/jquery.editableMultiselect
  lib/web/js-storage lib/web/knockoutjs lib/web/less lib/web/legacy-build lib/web/lib lib/web/mage/adminhtml lib/web/mage/backend
  lib/web/mage/calendar lib/web/mage/gallery lib/web/mage/msie lib/web/mage/requirejs lib/web/mage/trackdom lib/web/mage/translate
  lib/web/mage/utils lib/web/mage/validation lib/web/mage/view lib/web/moment lib/web/prototype lib/web/requirejs lib/web/scriptaculous
  lib/web/swfobject lib/web/templates lib/web/tiny_mce_5 lib/web/underscore lib/web/varien lib/web/vimeo lib/web/zoom
  pub/errors pub/media/catalog setup/config setup/performance-toolkit setup/pub setup/src setup/view
`)

const eeFiles = words(`
  app/etc/enterprise/di.xml app/etc/enterprise/module.xml LICENSE_EE.txt dev/tests/ee.xml.dist
  dev/tools/Magento/enterprise.md pub/enterprise.php.sample lib/web/enterprise.license setup/enterprise.xml
`)

const eeDirectories = words(`
  dev/tests/acceptance-ee dev/tests/integration-ee dev/tests/unit-ee lib/web/enterprise lib/internal/Enterprise
  setup/performance-toolkit-ee dev/tests/static-ee
`)

const lifetimes: readonly { entry: MapEntry; since?: string; until?: string }[] = [
  // The releases that overwrite, and on the way out delete, the project's own .gitignore.
  { entry: { path: '.gitignore', directory: false }, until: '2.4.5-p2' },
  { entry: { path: 'lib/web/tiny_mce_4', directory: true }, until: '2.4.6' },
  { entry: { path: 'lib/web/extjs', directory: true }, until: '2.4.8' },
  { entry: { path: 'lib/web/hugerte', directory: true }, since: '2.4.8' },
  { entry: { path: 'dev/tools/UpgradeNotes.md', directory: false }, since: '2.4.8' },
  { entry: { path: 'pub/worker.php', directory: false }, since: '2.4.8' }
]

/** The map entries of magento2-base in one product version. */
export function baseMap(version: string): MapEntry[] {
  const at = productVersions.indexOf(version)
  const changing = lifetimes.filter(
    ({ since, until }) =>
      (since === undefined || at >= productVersions.indexOf(since)) &&
      (until === undefined || at < productVersions.indexOf(until))
  )
  return [...entries(baseFiles, baseDirectories), ...changing.map(({ entry }) => entry)]
}

/** The map entries of magento2-ee-base, the same in every version. */
export function enterpriseMap(): MapEntry[] {
  return entries(eeFiles, eeDirectories)
}

function entries(files: readonly string[], directories: readonly string[]): MapEntry[] {
  return [
    ...files.map((path) => ({ path, directory: false })),
    ...directories.map((path) => ({ path, directory: true }))
  ]
}
