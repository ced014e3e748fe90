import { firstMatch, type FailureRule } from './failure-rule.js'

const build = ['configuration', 'build'] as const
const url = firstMatch(/(https?:\/\/[^\s'"?]{4,200}[^\s'"?:,.])/)

/** Causes that stop Composer in the build. */
export const packageRules: readonly FailureRule[] = [
  {
    id: 'composer-plugin-blocked',
    phase: 'build',
    within: build,
    title: 'A Composer plugin is not allowed',
    trace:
      /blocked by your allow-plugins config|contains a Composer plugin which is (?:currently not in your|blocked)/i,
    subject: firstMatch(/([a-z0-9][\w.-]{0,60}\/[\w.-]{1,60}) (?:\([^)\n]{0,40}\) )?contains a Composer plugin/),
    meaning: 'Composer runs only the plugins that config.allow-plugins of composer.json names.',
    next: ({ subject }) =>
      subject === null
        ? 'Add the plugin to config.allow-plugins of composer.json, commit, and git push.'
        : `composer config --no-plugins allow-plugins.${subject} true; commit composer.json, and git push.`
  },
  {
    id: 'repository-refuses-keys',
    phase: 'build',
    within: build,
    title: 'A package repository rejects the keys of the build',
    trace:
      /(?:HTTP(?:\/[\d.]{1,4})? |HTTP code |status code )40[13]\b|40[13] (?:Forbidden|Unauthorized)|Invalid credentials for '|authentication required \(|required authentication\.|Authentication failed for 'https?:|Could not authenticate against [\w.-]{3,100}/i,
    subject: (text) => url(text) ?? firstMatch(/authenticate against ([\w.-]{3,100}\w)/)(text),
    meaning:
      'The keys that the platform builds with are wrong, or do not give access to this package: 401 means unknown, 403 not allowed.',
    next: 'Check the keys that the build uses, which are not those of this machine: auth.json in the project, or magento-cloud variable:get env:COMPOSER_AUTH; and that their account has access to the package. Then git push, or git commit --allow-empty and git push if nothing changed.'
  },
  {
    id: 'package-not-found',
    phase: 'build',
    within: build,
    title: 'A package is not where composer.lock says',
    trace: /(?:HTTP(?:\/[\d.]{1,4})? |HTTP code )404\b|404 Not Found/i,
    subject: url,
    meaning: 'The repository does not have this archive, or does not offer it for the keys of the build.',
    next: 'Check whether this version still exists (composer show --all with the name of the package), composer update that package, commit composer.lock, and git push.'
  },
  {
    id: 'package-network',
    phase: 'build',
    within: build,
    title: 'The build could not reach a package server',
    trace:
      /curl error (?:5|6|7|16|18|28|35|52|55|56|92)\b|Could not resolve host|Failed to connect to [\w.:-]{1,100} port|Failed to download [^\n]{0,200}(?:timed out|refused)|could not be downloaded[^\n]{0,200}(?:timed out|refused|HTTP\/[\d.]{1,4} 5\d\d)|Connection (?:refused|reset by peer|timed out) while|The following exception probably indicates you (?:are offline|have misconfigured DNS)/i,
    subject: url,
    meaning: 'A package server did not answer. The project itself may be fine.',
    next: 'Try again: git commit --allow-empty and git push. If it fails again: magento-cloud project:clear-build-cache; then check the status page of that server.'
  },
  {
    id: 'php-version',
    phase: 'build',
    within: build,
    title: 'composer.lock does not support the PHP version of the platform',
    trace:
      /your php version \([^)\n]{1,40}\) does not satisfy|dependencies require a PHP version|requires php [^\n]{1,80}but your php version/i,
    subject: firstMatch(/requires php ([^\n]{1,60}?) (?:->|but)/),
    meaning: 'The build runs the PHP that type in .magento.app.yaml names.',
    next: ({ text }) => {
      const wanted = /requires php [^\d\n]{0,5}(\d\.\d{1,2})/.exec(text)?.[1]
      return `Set ${wanted === undefined ? 'type to a PHP version that the lines allow' : `type: php:${wanted}`} in .magento.app.yaml, commit, and git push.`
    }
  },
  {
    id: 'php-extension-missing',
    phase: 'build',
    title: 'A PHP extension is missing',
    trace:
      /Call to undefined function \\?(?:sodium_|bc[a-z]{3}\(|gmp_|imap_|intl|mb_|ldap_|curl_|openssl_|socket_|simplexml_|apcu_|ftp_|imagecreate|msgpack_|igbinary_)|Class ["'](?:SoapClient|NumberFormatter|IntlDateFormatter|XSLTProcessor|Collator|Redis|Imagick|ZipArchive|DOMDocument)["'] not found|requires (?:PHP extension )?ext-[\w-]{1,40}[^\n]{0,120}(?:missing from your system|is missing|not present)/i,
    subject: firstMatch(/(ext-[\w-]{1,40})|undefined function \\?(\w{1,80})|Class ["'](\w{1,40})["'] not found/),
    meaning: 'Code needs an extension that .magento.app.yaml does not enable, or that is not built into this PHP.',
    next: 'Add the extension to runtime.extensions in .magento.app.yaml, commit, and git push.'
  },
  {
    id: 'stale-lock',
    phase: 'build',
    within: build,
    title: 'composer.lock does not match composer.json',
    trace: /is not present in the lock file|is in the lock file as [^\n]{0,120} but that does not satisfy/i,
    codes: [25],
    meaning: 'The build installs composer.lock, which does not match the requirements of composer.json.',
    next: 'In the checkout: composer update --lock; or composer update, if packages are missing. Commit composer.lock and git push.'
  },
  {
    id: 'packages-incompatible',
    phase: 'build',
    within: build,
    outcome: true,
    title: 'The packages in composer.lock conflict with each other or with the platform',
    trace:
      /lock file does not contain a compatible set of packages|Your requirements could not be resolved to an installable set/i,
    meaning: 'Composer cannot install the packages in composer.lock; the listed problems say which package needs what.',
    next: 'In the checkout: composer install shows the same; run composer update with the packages that the lines name. Commit composer.lock, and git push.'
  }
]
