import type { DeployFault } from '../deploy-faults.js'

/** The lines with which the platform closes a build that failed (public activity logs of 2019 to 2025). */
export function closeBuild(status: number): string {
  return `  E: Error building project: The build hook failed with status code ${status}, aborting build.\n\nE: Error: Unable to build application, aborting.`
}

/** An exception as Symfony draws it on stderr: padded, and cut at 75 characters wherever a word ends. */
function box(head: string, message: string): string {
  const rows = message.match(/.{1,75}/g) ?? []
  return [head, '', ...rows.map((row) => `  ${row.padEnd(75)}  `), ''].map((line) => `    W: ${line}`).join('\n')
}

const hook = '  Executing build hook...\n    W: Installing dependencies from lock file'

/** The beginning of a log; a refused configuration is never built. */
export function openingLine(fault: DeployFault | null, commit: string): string {
  return fault === 'configuration-wrong'
    ? 'Found 1 new commit'
    : `Building application 'mymagento' (runtime type: php:8.3, tree: ${commit.slice(0, 7)})`
}

const generate =
  '    [2026-01-02T10:00:00.000001+00:00] INFO: Starting scenario(s): scenario/build/generate.xml (magento/ece-tools version: 2002.2.10, magento/magento2-base version: 2.4.8-p4)'

function failedStep(code: number, text: string): string {
  return `  Executing build hook...\n${generate}\n    [2026-01-02T10:00:30.000001+00:00] ERROR: [${code}] ${text}\n${closeBuild(code)}`
}

/** The platform's output if it stops before it runs any of the project's code. */
export const buildFaults: Partial<Record<DeployFault, string>> = {
  'build-fails': 'Running the build hook\n  npm run build: the theme could not be built, exit code 3',
  'stale-lock': `  Installing dependencies from lock file (including require-dev)
  Verifying lock file contents can be installed on current platform.
  Warning: The lock file is not up to date with the latest changes in composer.json. You may be getting outdated dependencies.
  - Required package "acme/module-example" is not present in the lock file.
  This usually happens when composer files are incorrectly merged or the composer.json file is manually edited.`,
  'protective-block': `  Running the protective block
  W: The pushed code contains a known vulnerability: the advisory names a patch that it lacks.
E: The push was rejected by the protective block.`,
  'configuration-wrong': `
E: Error parsing configuration files:
    applications: Uncaught exception: The "json" extension is not supported for php:8.3
E: Error: Invalid configuration files, aborting build`,
  'routes-missing': `  Reusing existing build for this tree ID
Deploying applications
  Verifying configuration
    E: Error while verifying routes.yaml.
    The following domains are configured for your cluster, but have no routes
    defined in your routes.yaml file:
      - shop.example.com
    With your current routes.yaml configuration,
      these domains would NOT be served!`,
  'package-server-down': `${hook}
${box('In CurlDownloader.php line 401:', 'curl error 7 while downloading https://packages.example.com/packages.json: Failed to connect to packages.example.com port 443 after 12 ms: Connection refused')}
${closeBuild(100)}`,
  'plugin-not-allowed': `${hook}
${box('In PluginManager.php line 762:', 'acme/composer-tweaks contains a Composer plugin which is blocked by your allow-plugins config. You may add it to the list if you consider it safe.')}
${closeBuild(1)}`,
  'database-in-build': failedStep(
    15,
    `The command "php ./bin/magento setup:di:compile --ansi --no-interaction" failed. In PdoMysql.php line 51:
      SQLSTATE[HY000] [2002] php_network_getaddresses: getaddrinfo for database.internal failed: Name or service not known`
  ),
  'not-marshaled': `${hook}
    W: PHP Warning:  require(/app/vendor/composer/../../app/etc/NonComposerComponentRegistration.php): Failed to open stream: No such file or directory in /app/vendor/composer/autoload_real.php on line 41
${closeBuild(255)}`,
  'modules-conflict': failedStep(
    11,
    `The command "php ./bin/magento module:enable --all --ansi --no-interaction" failed. Unable to change status of modules because of the following constraints:
      Cannot enable Acme_Example because it depends on disabled modules:
      Magento_Review: Acme_Example->Magento_Reports->Magento_Review`
  ),
  'shipped-patch-fails': failedStep(
    12,
    `The command "php ./vendor/bin/ece-patches apply --no-interaction" failed. In Applier.php line 140:
      The command "'git' 'apply' '--check' '--reverse' '/app/vendor/magento/magento-cloud-patches/patches/MCLOUD-0001__example__2.4.8.patch'" failed.
      error: patch failed: vendor/magento/module-page-cache/Model/Config.php:34
      error: vendor/magento/module-page-cache/Model/Config.php: patch does not apply`
  ),
  'patch-unknown': failedStep(
    12,
    `The command "php ./vendor/bin/ece-patches apply --no-interaction" failed. Next patches weren't found: ACSD-00001, MDVA-00002.
      Check the availability of these patches for the current Magento version using the "status" command`
  ),
  'upload-fails': `  Reusing existing build for this tree ID
Deploying applications
  Uploading application to the remote cluster
E: Error: Unable to upload the application to the remote cluster`,
  'keys-refused': `${hook}
${box('In AuthHelper.php line 132:', "The 'https://repo.magento.com/archives/magento/module-example/magento-module-example-100.4.8.0.zip' URL could not be accessed: HTTP/2 403 ")}
${closeBuild(1)}`,
  'php-too-old': `${hook}
    W: Verifying lock file contents can be installed on current platform.
    W: Your lock file does not contain a compatible set of packages. Please run composer update.
    W:
    W:   Problem 1
    W:     - magento/framework 103.0.8-p4 requires php ~8.3.0||~8.4.0 -> your php version (8.1.33) does not satisfy that requirement.
${closeBuild(2)}`,
  'build-killed': `  Executing build hook...
    [2026-01-02T10:00:00.000001+00:00] ERROR: [15] The command "php ./bin/magento setup:di:compile --ansi --no-interaction" failed.
      Compilation was started.
      Interception cache generation... 7/9 [=====================>------]  77% 1 min 990.0 MiB
      Killed
${closeBuild(137)}`
}
