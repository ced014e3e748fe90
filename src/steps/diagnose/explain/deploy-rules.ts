import { patchClass } from './database-rules.js'
import { deployAgain, firstMatch, type FailureRule } from './failure-rule.js'
import { sqlSubject } from './sql-subject.js'

/** Causes that stop the deploy phase. */
export const deployRules: readonly FailureRule[] = [
  {
    id: 'crypt-key-missing',
    phase: 'deploy',
    title: 'The encryption key is missing',
    trace:
      /crypt\/key (?:is missing|key value does not exist)|Missing crypt key|crypt key (?:is )?missing|missing the key for decryption|No encryption key/i,
    codes: [131],
    meaning: 'app/etc/env.php has no crypt/key, so encrypted settings cannot be read.',
    next: (context) =>
      `On the server: vendor/bin/ece-tools backup:restore restores env.php; otherwise set the variable CRYPT_KEY to the key that belongs to this database: magento-cloud variable:create --level environment --name CRYPT_KEY --sensitive true. ${deployAgain(context)}`
  },
  {
    id: 'config-set-refused',
    phase: 'deploy',
    title: 'setup:config:set rejected a parameter',
    trace: /Parameter validation failed|setup:config:set [^\n]{0,200}option does not exist/i,
    subject: firstMatch(/setup:config:set (--[\w-]{1,60})/),
    meaning:
      'ece-tools passes on the values of .magento.env.yaml and the variables; the application, or an extension that adds parameters, does not accept one of them.',
    next: 'Check REMOTE_STORAGE (and the source of the option in the lines) in .magento.env.yaml and magento-cloud variable:list, and extensions that add parameters to setup:config:set. Fix it, commit, and git push.'
  },
  {
    id: 'scope-missing',
    phase: 'deploy',
    title: ({ text }) => {
      const [, kind = 'website or store', code = ''] = scope.exec(text) ?? []
      return `app/etc/config.php names a ${kind} that the database does not have${code === '' ? '' : `: ${code}`}`
    },
    trace:
      /The (?:website|store|store view|group)\b[^\n]{0,80}that was requested wasn't found|(?:website|store|store view|group) with (?:code|id) \S{1,60} [^\n]{0,40}(?:does not exist|wasn't found|not found)|Requested (?:website|store) is not found/i,
    meaning: 'The configuration was dumped on an environment that has it; this database does not.',
    next: (context) =>
      `Create it in the Admin, or remove it from app/etc/config.php: vendor/bin/ece-tools config:dump on the right environment writes a correct one. ${deployAgain({ phase: context.phase === 'site' ? 'deploy' : 'build' })}`
  },
  {
    id: 'env-php-incomplete',
    phase: 'deploy',
    title: 'app/etc/env.php lacks a section that ece-tools reads',
    trace: /Undefined (?:index: |array key "?)(?:db|connection|default|crypt|cache|session|lock|MAGE_MODE)\b/i,
    subject: firstMatch(/Undefined (?:index: |array key "?)(\w{1,40})/i),
    meaning:
      'env.php on the environment was truncated, replaced or edited by hand; ece-tools stops at the missing section.',
    next: (context) =>
      `On the server: vendor/bin/ece-tools backup:list, and vendor/bin/ece-tools backup:restore restores app/etc/env.php. ${deployAgain(context)}`
  },
  {
    id: 'data-patch-failed',
    phase: 'deploy',
    title: 'A data patch failed',
    trace: /Unable to apply (?:data |schema )?patch [\w\\]{3,200}/i,
    subject: patchClass,
    culprit: true,
    meaning: 'setup:upgrade stopped at this patch of a module: the database may be partly upgraded.',
    next: (context) => {
      const name = context.subject ?? 'the patch'
      const module = /for module (\w{3,100})/.exec(context.text)?.[1]
      return `Read what ${name}${module === undefined ? '' : ` of ${module}`} does, and fix the cause: the data, or ${context.culprit?.includes('/') ? `composer update ${context.culprit}` : 'an update of its module'}; for the product, use a quality patch or open a ticket. ${deployAgain(context)}`
    }
  },
  {
    id: 'rolling-refused',
    phase: 'deploy',
    title: 'The platform could not deploy without an outage (rolling)',
    trace: /Could not perform a rolling deployment/i,
    meaning:
      'A rolling deployment is not possible for every change, e.g. of services or mounts; nothing of it is live then.',
    next: 'magento-cloud environment:deploy --strategy stopstart, at a time when an outage of a few minutes is acceptable.'
  },
  {
    id: 'config-not-imported',
    phase: 'site',
    title: 'app/etc/config.php differs from what the database has imported',
    trace: /configuration file has changed\. Run [^\n]{0,60}app:config:import/i,
    meaning: 'The files have changed since the last import: every page fails until they are imported.',
    next: 'On the server: php bin/magento app:config:import --no-interaction, then php bin/magento cache:flush. A successful deployment does the same: if one has failed, fix its cause first.'
  },
  {
    id: 'files-in-use',
    phase: 'deploy',
    title: 'Files in a mount could not be removed because they are in use',
    trace:
      /(?:rmdir|unlink)\([^\n]{1,300}(?:Directory not empty|Device or resource busy|Stale (?:NFS )?file handle)|cannot be deleted[^\n]{0,300}(?:Directory not empty|busy|Stale)/i,
    subject: firstMatch(/(?:directory|file) "([^"\n]{1,200})" cannot/),
    meaning: 'A cron job, a consumer or another node wrote there at the same time.',
    next: (context) =>
      `Try again. If it fails again: on the server vendor/bin/ece-tools cron:kill, and empty that folder by hand. ${deployAgain(context)}`
  },
  {
    id: 'code-not-generated',
    phase: 'deploy',
    within: ['deploy', 'post-deploy', 'site'],
    title: 'Code that the build should have generated is missing',
    trace: /Can't create directory \S{0,60}generated\//i,
    subject: firstMatch(/(generated\/[\w./-]{1,200}\w)/),
    meaning: 'A class is generated when it is first used, but after the build nothing can be written there.',
    next: 'Check that the build hook compiles (setup:di:compile, by ece-tools) after everything is installed and patched, and that no code requests a class by a computed name. Commit, and git push.'
  },
  {
    id: 'admin-exists',
    phase: 'deploy',
    title: 'ADMIN_EMAIL or ADMIN_USERNAME belongs to an existing user',
    trace: /user with the same user ?name or email already exists/i,
    meaning: 'Old versions of ece-tools change or create the first admin from these variables at every deployment.',
    next: (context) =>
      `composer update magento/ece-tools --with-dependencies, or magento-cloud variable:delete ADMIN_EMAIL (and ADMIN_USERNAME) of the environment. ${deployAgain(context)}`
  },
  {
    id: 'redeployment-failed',
    phase: 'deploy',
    outcome: true,
    title: 'The platform could not redeploy the environment and gives no reason',
    trace: /Environment redeployment failed/i,
    meaning: 'Usually the disk of the database is full (Adobe knowledge base).',
    next: (context) =>
      `First check the disk of the database: magento-cloud db:size, disk of mysql in .magento/services.yaml (Pro: a ticket). Otherwise open a ticket with the id of the activity. ${deployAgain(context)}`
  },
  {
    id: 'setup-upgrade-failed',
    phase: 'deploy',
    title: 'setup:upgrade failed',
    trace: null,
    subject: sqlSubject,
    codes: [126],
    command: /setup:upgrade/,
    meaning: 'The database could not be upgraded to the new version; it may be partly upgraded.',
    next: (context) =>
      `On the server: tail -n 100 var/log/install_upgrade.log. After the cause is fixed, deploy again, or restore the backup of the database. ${deployAgain(context)}`
  }
]

const scope = /[Tt]he (website|store view|store|group) with (?:code|id) (\S{1,60})/
