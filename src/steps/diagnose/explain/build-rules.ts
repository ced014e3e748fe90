import { deployAgain, firstMatch, type FailureRule } from './failure-rule.js'

// Vendors of packages that the product requires: removing those breaks it.
const bundled =
  /^(?:fastly|paypal|aem|adobe-commerce|amzn|dotmailer|klarna|vertex|vertexinc|yotpo|msp|shopialfb|temando)\//
const className = firstMatch(/\b([A-Z]\w{0,60}(?:\\{1,2}\w{1,80}){2,12})/)

/** Causes that stop the build after the packages are installed. */
export const buildRules: readonly FailureRule[] = [
  {
    id: 'not-marshaled',
    phase: 'build',
    title: 'Files of the base packages are missing: they were not marshaled',
    trace:
      /app\/etc\/(?:NonComposerComponentRegistration|di|registration_globlist|vendor_path)\.(?:php|xml)[^\n]{0,200}(?:No such file|[Ff]ailed open)|setup\/(?:config|src)\/[\w./]{1,120}[^\n]{0,120}No such file|(?:Could not open input file|File doesn't exist): (?:\.\/)?(?:bin\/magento|setup\/)|bin\/magento: No such file|There are no commands defined in the "(?:module|cache|setup|app|maintenance|indexer)" namespace|Command "(?:module|cache|setup|maintenance|app):[\w:-]{1,40}" is not defined|must be compatible with [^\n]{1,400} in \S{0,80}\/setup\/src\/Magento\/|(?:Fatal|Parse) error:[^\n]{0,400} in \S{0,80}\/setup\/src\/Magento\//,
    subject: firstMatch(
      /((?:app\/etc|setup|bin)\/[\w./]{0,120}[\w]{1,60}\.(?:php|xml)|bin\/magento\b(?=: No such|$|"))/
    ),
    meaning:
      'The marshaling plugin copies these files from magento2-base. On the platform it copies nothing unless a deploy strategy is set; or the project contains a stale setup/ or bin/magento of an older version.',
    next: 'In composer.json set extra.magento-deploystrategy: copy and extra.magento-force: true (as in the template); check that config.allow-plugins has magento/*; commit the files that composer install marshals (git status; git add -f if they are ignored), or git rm -r --cached an old setup/ that is in the way. Then git push.'
  },
  {
    id: 'module-dependencies',
    phase: 'build',
    title: ({ text }) => constraintTitle(text),
    trace:
      /Unable to change status of modules because|Cannot (?:enable|disable) [\w, ]{1,300}because (?:it depends on|modules depend on|it conflicts)/i,
    meaning: 'app/etc/config.php enables a module but disables one that it needs, or the other way round.',
    next: ({ text }) => {
      const { module, needed } = constraint(text)
      return needed === null
        ? 'Correct the modules in app/etc/config.php (php bin/magento module:enable --all in the checkout shows the constraints), commit, and git push.'
        : `In app/etc/config.php set ${needed} to 1, or ${module ?? 'the module that needs it'} to 0. Commit, and git push.`
    }
  },
  {
    id: 'database-in-build',
    phase: 'build',
    within: ['build'],
    title: 'Code uses the database in the build, which has none',
    trace:
      /SQLSTATE\[HY000\] \[(?:2002|2003|2005|2006|1044|1045|1049)\]|php_network_getaddresses|getaddrinfo (?:for|failed)/i,
    culprit: true,
    meaning:
      'No service runs while the code is built. Either the configuration of an environment is in git (app/etc/env.php, system values in config.php), or an extension runs a query in a constructor.',
    next: ({ culprit }) =>
      `git ls-files app/etc: if env.php is listed, git rm --cached app/etc/env.php and add it to .gitignore; then check the last changes of config.php${culprit === null ? '' : ` and ${culprit}`}. Commit, and git push.`
  },
  {
    id: 'di-compile-failed',
    phase: 'build',
    title: ({ culprit, phase }) =>
      `Code of ${culprit ?? 'an extension'} does not ${phase === 'site' || phase === 'build' ? 'compile' : 'work'} with the new version`,
    trace:
      /Class ["']?\\?[\w\\]{1,300}["']? (?:for [\w ]{0,40}generation )?(?:does not exist|not found)|Source class "[^"\n]{1,300}" for "[^"\n]{1,300}" generation does not exist|Errors during compilation|Incompatible argument type|must be compatible with|Call to undefined (?:method|function) |Interface ["'][\w\\]{1,300}["'] not found|Cannot declare class|contains \d{1,3} abstract methods?|Plugin class [\w\\]{1,200} doesn't exist|Circular dependency: |Cannot instantiate (?:interface|abstract)|Extra parameters passed to parent construct|Missed required argument/i,
    subject: className,
    culprit: true,
    codes: [15],
    command: /setup:di:compile/,
    meaning: 'A class refers to something that the new version does not have, or has in another form.',
    next: ({ culprit }) => extensionNext(culprit)
  },
  {
    id: 'static-content-failed',
    phase: 'build',
    title: ({ culprit }) =>
      culprit === null ? 'Static content could not be deployed' : `Static content could not be deployed: ${culprit}`,
    trace:
      /(?:variable @|\.mixin)[\w-]{1,80} is undefined|Compilation from source: ?$|Unable to get content for '|LESS (?:file|source)[^\n]{0,60}(?:empty|error)/,
    subject: firstMatch(/((?:frontend|adminhtml)\/[\w-]{1,60}\/[\w-]{1,60})(?=\/)/),
    codes: [19, 119],
    command: /setup:static-content:deploy/,
    culprit: true,
    meaning: 'A theme, a less or JavaScript file, or code of an extension stops setup:static-content:deploy.',
    next: ({ culprit, phase }) =>
      culprit?.includes('/')
        ? extensionNext(culprit)
        : `Read the lines: they name the theme, the file or the class. Fix it in the checkout. ${deployAgain({ phase: phase === 'site' ? 'deploy' : 'build' })}`
  },
  {
    id: 'upload-failed',
    phase: 'build',
    always: true,
    title: 'The platform could not store the built application',
    trace: /Unable to upload the application/i,
    meaning:
      'The code was built, but the cluster could not store it, usually because of its disk. Nothing in the project shows why.',
    next: 'Try again: git commit --allow-empty and git push. If it fails again, open a support ticket with these lines.'
  },
  {
    id: 'modules-not-enabled',
    phase: 'build',
    title: 'The modules could not be enabled',
    trace: null,
    codes: [11],
    command: /module:enable/,
    meaning: 'bin/magento module:enable failed; the lines below the error say why.',
    next: 'Read the lines; in the checkout, composer install and php bin/magento module:enable --all show the same. Fix it, commit, and git push.'
  }
]

function extensionNext(culprit: string | null): string {
  if (culprit?.startsWith('app/code/')) return `Adapt the module, or git rm -r ${culprit}; commit, and git push.`
  if (culprit !== null && bundled.test(culprit))
    return `composer update ${culprit} --with-dependencies (it comes with the product), or a quality patch for it; commit, and git push.`
  if (culprit?.includes('/'))
    return `Update the extension, or remove it (composer update ${culprit}, composer remove ${culprit}), commit, and git push.`
  const module = culprit === null ? 'The lines name the class' : `composer show shows which package has ${culprit}`
  return `${module}: update that extension with composer update, or remove it; commit, and git push.`
}

interface Constraint {
  readonly module: string | null
  readonly needed: string | null
}

function constraint(text: string): Constraint {
  return {
    module: /Cannot (?:enable|disable) (\w{1,80})/.exec(text)?.[1] ?? null,
    needed: /^\s{0,20}([A-Z][A-Za-z0-9]{0,40}_[A-Za-z0-9]{1,60}): /m.exec(text)?.[1] ?? null
  }
}

function constraintTitle(text: string): string {
  const { module, needed } = constraint(text)
  return module === null || needed === null
    ? 'An enabled module needs one that is disabled'
    : `${module} is enabled but needs ${needed}, which is disabled`
}
