// Every id that a report may contain, with its meaning and a remedy. `docs/ids.md` is generated from here. Only tests
// and scripts need the texts: the program imports the types alone. A `*` stands for a variable part.

/** What an id means, and what to do about it. */
type IdText = readonly [meaning: string, remedy: string]

/** Problems that stop a run and warnings that do not, as listed in `problems` and `warnings` of the report. */
export const problemIds = {
  'admin-email': [
    'This version of ece-tools needs ADMIN_EMAIL for an upgrade and it is not set, or admin-email is not a valid address.',
    'Set admin-email, or create the variable ADMIN_EMAIL.'
  ],
  'advisories-unknown': [
    'It is not known whether the new lock has packages with known vulnerabilities.',
    'Run composer audit --locked with a repository that provides advisories.'
  ],
  'app-braintree-channel': [
    '.magento.app.yaml sets a Braintree variable that 2.4 has no setting for.',
    'Remove the variable.'
  ],
  'app-extension-json': [
    '.magento.app.yaml lists the extension json, which is built into PHP 8.',
    'Remove json from runtime.extensions.'
  ],
  'app-extension-mcrypt': [
    '.magento.app.yaml lists the extension mcrypt, which PHP 7.2 and later do not have.',
    'Remove mcrypt from runtime.extensions.'
  ],
  'app-extension-newrelic': [
    '.magento.app.yaml lists the extension newrelic, which the template no longer does.',
    'Remove newrelic from runtime.extensions.'
  ],
  'auth-json-tracked': [
    'auth.json with credentials is tracked by git.',
    'Remove it from git and have the keys replaced.'
  ],
  'b2b-release': [
    'The plan leaves the B2B extension at a different release than Adobe lists for the target.',
    'Require the release that the warning names.'
  ],
  'backup-excluded': [
    'backup-exclude left tables or views out of the dump.',
    'Leave backup-exclude empty for a complete backup.'
  ],
  'backup-fleeting': [
    'The backup is gone when the job ends, or with the next deployment.',
    'Set backup-encrypt-to with backup-artifact: true, or backup-directory on a runner of your own.'
  ],
  'backup-maintenance': ['ece-tools db-dump put the site in maintenance mode while it ran.', 'Set backup: ssh-dump.'],
  'backup-not-complete': [
    'The dump lacks triggers, routines, events or the history of versioned tables.',
    'Set backup: ssh-dump, or grant the database user what is missing.'
  ],
  'backup-not-consistent': [
    'Some tables are not InnoDB, so writes made during the dump may be only partly included.',
    'Convert the named tables to InnoDB.'
  ],
  'backup-not-rehearsed': [
    'A test restore of the dump was tried, but gave no result.',
    'Provide what the message names, then run again.'
  ],
  'backup-off': ['No backup was made, because backup is off.', 'Set backup: auto.'],
  'backup-orphans': [
    'Rows of the restored database refer to rows that do not exist.',
    'Check those tables; the dump matches the database.'
  ],
  'backup-password-shown': [
    'magento-cloud db:dump had the database password on command lines while it ran.',
    'Set backup: ssh-dump.'
  ],
  'backup-size': [
    'The database is less than half or more than twice as large as in the previous backup.',
    'Make sure that this is the right environment.'
  ],
  'build-flavor': [
    '.magento.app.yaml still has build.flavor: composer.',
    'Set build: flavor: none and install in the build hook, as the template does.'
  ],
  'checkout-settled': [
    'The state of the local branch and work tree after the push, if they do not match the pushed commit.',
    'Follow the instructions in the warning.'
  ],
  'cloud-error': [
    'cloud.error.log of a node lists a critical error of ece-tools.',
    'Follow its suggestion; see docs/ece-tools-errors.md.'
  ],
  'commit-kept': ['The commit was made but not pushed; it is kept for the next run.', 'Run again, or push it by hand.'],
  'composer-auth-sources': ['Two sources hold different Composer keys for one host.', 'Remove one of them.'],
  'composer-conflict': [
    'A package or requirement keeps Composer from the target.',
    'Update or remove the named package.'
  ],
  'composer-credentials': [
    'A Composer repository rejects the keys, or there are no keys for it.',
    'Check the keys for that host and what they give access to.'
  ],
  'composer-keys-in-json': [
    'composer.json holds credentials.',
    'Move them to the variable env:COMPOSER_AUTH and have them replaced.'
  ],
  'composer-lock-off': [
    'composer.json sets config.lock to false.',
    'composer config --unset lock, then commit composer.json.'
  ],
  'composer-lock-stale': [
    'composer.lock was not made for this composer.json.',
    'composer update --lock, then commit composer.lock.'
  ],
  'composer-network': ['A Composer repository cannot be reached.', 'Check the network, then run again.'],
  'composer-vendor-dir': [
    'composer.json sets another config.vendor-dir than vendor.',
    'composer config --unset vendor-dir, then commit composer.json.'
  ],
  'composer-vulnerable': [
    'The installed Composer has published vulnerabilities.',
    'Update Composer, or set vulnerable-composer: warn if the distribution has patched it.'
  ],
  'cron-disabled': [
    'Cron is still disabled, as it is during a deployment.',
    'On the server: vendor/bin/ece-tools cron:enable'
  ],
  'cron-unknown': ['app/etc/env.php does not say whether cron is enabled.', 'On the server: php bin/magento cron:run'],
  'database-ahead': [
    'The database is newer than the code.',
    'Deploy the newer code again, or restore the backup that belongs to this code.'
  ],
  'database-behind': ['The database is older than the code.', 'magento-cloud environment:redeploy'],
  'database-doubtful': [
    'setup:db:status reports the declarative schema as out of date, which MariaDB 10.4 and later cause without a reason.',
    'On the server: php bin/magento setup:upgrade --dry-run=1'
  ],
  'database-unknown': [
    'setup:db:status gave no clear result.',
    'Check whether the database answers: magento-cloud sql "SELECT 1"'
  ],
  'deadline-*': [
    'Adobe will suspend projects with this version of a service or of PHP.',
    'Upgrade it before the date that the warning names.'
  ],
  'deploy-failed-flag': [
    'The last deployment failed (var/.deploy_is_failed).',
    'Fix the cause, then magento-cloud environment:redeploy.'
  ],
  'disk-space': [
    'The temporary folder has too little room for the update.',
    'Free some space, or point TMPDIR to a larger file system.'
  ],
  'endpoint-failing': [
    '/graphql or /rest does not answer, or answers with HTTP 5xx.',
    'Read var/log/exception.log and the newest file in var/report.'
  ],
  'endpoint-missing': ['/graphql or /rest answers with HTTP 4xx.', 'Check the routes and the module behind it.'],
  'environment-manual': [
    'The environment deploys only on request.',
    'Run magento-cloud environment:deploy after the push.'
  ],
  'environment-state': ['The environment is not active.', 'Activate it, or wait until its running activity has ended.'],
  'extension-moves': ['An extension changes its version.', 'Test it on an integration environment.'],
  'from-missing': ['A file or folder named by from does not exist.', 'Name existing files or folders, or - for stdin.'],
  'git-ahead': [
    'The local branch has commits that are not on the remote; the upgrade starts from the remote.',
    'Push them first if the upgrade should include them.'
  ],
  'git-behind': ['The remote branch has commits that are not in the checkout.', 'git pull --ff-only'],
  'git-case': [
    'core.ignorecase is true, and some names differ only in case.',
    'Rename the files, or set core.ignorecase to false.'
  ],
  'git-detached': ['HEAD is detached, so there is no branch to push to.', 'Set branch, or check out a branch.'],
  'git-dirty': ['The work tree has uncommitted changes.', 'Commit or remove them, or choose another value of dirty.'],
  'git-dirty-secret': [
    'dirty: branch would commit a file that contains or may contain secrets.',
    'Move it out of the work tree, or ignore it.'
  ],
  'git-moved': [
    'The remote branch has moved on since the event that started this run.',
    'Check the newer commits, then run again.'
  ],
  'git-no-branch': ['The branch does not exist on the remote.', 'Correct branch.'],
  'git-operation': ['A merge, rebase or similar operation is in progress.', 'Finish or abort it.'],
  'git-remote': ['The git remote does not exist or does not answer.', 'Correct remote, or check its credentials.'],
  'git-shallow': [
    'The clone is shallow, and a Cloud remote may refuse a push from it.',
    'Set fetch-depth: 0 for actions/checkout.'
  ],
  'github-token-bad-secret': [
    'The github-token is missing, rejected, or lacks a permission.',
    'Set github-token with the named permissions.'
  ],
  'held-back': [
    'A newer release of the line exists, but something keeps the project from it.',
    'Follow the instructions in the warning, then plan again.'
  ],
  'host-key-accepted': [
    'An unknown SSH host key was accepted without verification (ssh-host-key: accept-new).',
    'Compare the fingerprint, and store the line in known-hosts.'
  ],
  'host-key-not-kept': [
    'An accepted host key could not be written to known-hosts-file.',
    'Name a file that this run can write to.'
  ],
  'install-mode': [
    'The project prevented the plain fast update.',
    'Set install: full if its effect should be part of the commit.'
  ],
  'install-runs-project-code': [
    'composer update would run code of the project that could read credentials.',
    'Set install: full to allow it.'
  ],
  'maintenance-on': [
    'Maintenance mode is on: the site is closed.',
    'On the server: php bin/magento maintenance:disable'
  ],
  'maintenance-unknown': ['maintenance:status gave no answer.', 'Check the site.'],
  'modules-differ': [
    'The modules of a node differ from app/etc/config.php in git.',
    'Run php bin/magento module:status there, then commit the correct app/etc/config.php.'
  ],
  'modules-gone': ['The upgrade removes packages with modules.', 'Make sure that the shop does not need them.'],
  'no-lock': [
    'The remote did not accept a lock, so a concurrent run would not be noticed.',
    'Let only one run push to an environment at a time.'
  ],
  'node-host-key': [
    'The SSH host key of a node is unknown or has changed.',
    'Compare the fingerprint, then add its line to known-hosts.'
  ],
  'node-login': ['A node rejects the SSH login.', 'Check ssh-private-key or cloud-token, and the access of its user.'],
  'node-unreachable': [
    'A node cannot be reached by SSH, or a command on it did not end.',
    'Try ssh by hand, then run again.'
  ],
  'own-changes-kept': [
    "The project's own changes in marshaled files were merged into the new files.",
    'Review them in the commit.'
  ],
  'own-changes-lost': [
    "The project's own changes in marshaled files are not in the new files.",
    'Add them again as a patch in m2-hotfixes.'
  ],
  'packages-abandoned': ['These packages are abandoned.', 'Replace them when there is time.'],
  'packages-malware': [
    'The new lock has packages that a repository lists as malware.',
    'Remove them before anything is installed.'
  ],
  'packages-vulnerable': [
    'The new lock has packages with known vulnerabilities.',
    'Check whether they affect the shop, and use a newer release if one is allowed.'
  ],
  'patch-conflict': [
    'A patch of the project no longer applies to the target.',
    'Remove or renew it, as the note says.'
  ],
  'patch-contained': ['A patch of the project is already part of the target.', 'Remove it.'],
  'patch-unknown': ['It is not known whether a patch applies to the target.', 'Try it on an integration environment.'],
  'patches-unknown': [
    'It is not known whether the patches of the project apply to the target.',
    'Try the upgrade on an integration environment.'
  ],
  'path-*': [
    'The project cannot reach the target in one step, or lacks something that every project of that version needs.',
    'Do the named step first.'
  ],
  'platform-*': [
    'The platform, its API or the token prevents the run; the error code follows.',
    'See the remedy of that error code.'
  ],
  'plugin-not-allowed': [
    'A Composer plugin is neither allowed nor forbidden by config.allow-plugins.',
    'Allow it or forbid it in composer.json.'
  ],
  'plugins-not-isolated': [
    "Composer's plugins and scripts ran with access to everything that this user may read.",
    'Run on a machine that offers namespaces, as the warning says.'
  ],
  'plugins-not-run': [
    'The fast installation did not run these Composer plugins.',
    'Set install: full if one of them writes files that are committed.'
  ],
  'project-files-restored': [
    "Composer changed the project's own files; they were restored.",
    'Nothing to do; review the commit.'
  ],
  'pull-request-archived': ['The GitHub repository is archived.', 'Unarchive it.'],
  'pull-request-github': ['GitHub does not answer as expected.', 'Run again in a few minutes; see githubstatus.com.'],
  'pull-request-remote': [
    'The remote is not a GitHub repository, so no pull request can be opened.',
    'Set GITHUB_REPOSITORY, or pull-request: false.'
  ],
  'quality-patch-deprecated': [
    'QUALITY_PATCHES names a patch that is deprecated or replaced.',
    'Change QUALITY_PATCHES in .magento.env.yaml.'
  ],
  'quality-patch-gone': [
    'QUALITY_PATCHES names a patch that is not available for the target.',
    'Remove it, or spell it as it is offered.'
  ],
  'requirement-*': [
    'PHP, Composer or a service is not at a version that the target supports.',
    'Set the version that the problem names.'
  ],
  'restore-busy': ['Another restore is replacing the database right now.', 'Wait until it has ended, then run again.'],
  'restore-disk': [
    'The disk of the database has too little room for the restore.',
    'Enlarge the disk of the database service.'
  ],
  'restore-half': ['The dump was made during a restore.', 'Restore another backup.'],
  'restore-incomplete': ['Tables are neither in the backup nor in the database.', 'Create them by hand.'],
  'restore-kept': ['Tables that the backup does not include were left unchanged.', 'Check them.'],
  'restore-marker': ['The database is restored, but the marker table could not be dropped.', 'Drop it by hand.'],
  'restore-packet': [
    'The dump has a statement that is longer than the server accepts.',
    'Raise max_allowed_packet of the database service.'
  ],
  'restore-programs-kept': [
    'Triggers, routines or events that are not in the backup are still there.',
    'Drop them if they should not be.'
  ],
  'restore-programs-lost': ['Triggers, routines or events of the backup were not restored.', 'Create them by hand.'],
  'restore-refused-by-server': ['The server rejects something in the dump.', 'Grant or set what the problem names.'],
  'restore-untried': ['A test load of the dump was not possible.', 'Fix what the problem names, then run again.'],
  'root-requirement': [
    'The upgrade changes, adds or removes a requirement of composer.json.',
    'Nothing, or what the note says.'
  ],
  'setup-backup-disabled': [
    'The environment has setup:backup disabled.',
    'Set setup-backup-enable: true, or backup-media: download.'
  ],
  'snapshot-unproven': ['The content of a live snapshot cannot be checked from outside.', 'Rely on the dump.'],
  'ssh-*': [
    'SSH to the environment fails before the run has changed anything; the kind or the error code follows.',
    'Check known-hosts, ssh-private-key or cloud-token, and the access of its user.'
  ],
  'storefront-failing': [
    'The storefront does not answer, or answers with HTTP 5xx.',
    'Read var/log/exception.log and the newest file in var/report.'
  ],
  'storefront-refused': ['The storefront answers with HTTP 4xx.', 'Set storefront-url to a public address, or to off.'],
  'storefront-unknown': [
    'The storefront was not probed: no node reports its address.',
    'Set storefront-url to its address, or to off.'
  ],
  'support-date': ['The date when support for a line ends.', 'Plan the next line in time.'],
  'template-*': [
    'A file of the project matches an older template, and the template of the target differs.',
    'Adopt what suits the shop.'
  ],
  'tool-*': ['A program is missing or too old on this machine.', 'Install the named version.'],
  'version-unknown': ['bin/magento --version on a node prints no version.', 'On the server: php bin/magento --version'],
  'versions-unknown': [
    'The repository did not say which versions it offers.',
    'Look for a newer version with composer show --available.'
  ],
  'witness-disagrees': [
    'A node runs the expected version, but its log names another for the last deployment.',
    'Check whether the deploy hook ran: magento-cloud log deploy'
  ],
  'wrong-version': [
    'Nodes run a different version than the expected one.',
    'magento-cloud environment:redeploy; open a support ticket for a node that stays behind.'
  ]
} as const satisfies Record<string, IdText>

/** Changes that the upgrade makes in composer.json and .magento.app.yaml for the target, among the notes of a plan. */
export const migrationIds = {
  'allow-plugins': [
    "config.allow-plugins lists the template's plugins.",
    'Nothing to do; the upgrade makes this change.'
  ],
  'app-runtime': [
    'The upgrade writes the PHP or Composer version into .magento.app.yaml (update-app-config).',
    'Nothing to do; review it in the commit.'
  ],
  'deploy-ignore': [
    "extra.magento-deploy-ignore protects the project's .gitignore.",
    'Nothing to do; the upgrade makes this change.'
  ],
  'deploy-ignore-github': [
    "extra.magento-deploy-ignore protects the project's .github folder.",
    'Nothing to do; the upgrade makes this change.'
  ],
  'deploy-strategy': [
    'extra.magento-deploystrategy keeps marshaling enabled.',
    'Nothing to do; the upgrade makes this change.'
  ],
  'framework-autoload': [
    'autoload.psr-4 leaves the framework to its own package.',
    'Nothing to do; the upgrade makes this change.'
  ],
  'laminas-di': ['laminas/laminas-di is required only in 2.4.4.', 'Nothing to do; the upgrade makes this change.'],
  'magento-force': [
    'extra.magento-force lets marshaling overwrite files.',
    'Nothing to do; the upgrade makes this change.'
  ],
  'psr-0-list': ['autoload.psr-0 finds generated code.', 'Nothing to do; the upgrade makes this change.'],
  'root-update-plugin': [
    'Version 2 of the root update plugin is required.',
    'Nothing to do; the upgrade makes this change.'
  ],
  'root-version': ['version matches the line of the target.', 'Nothing to do; the upgrade makes this change.'],
  'tinymce-path': [
    'extra.component_paths names the folder of TinyMCE 5.',
    'Nothing to do; the upgrade makes this change.'
  ],
  'zend-autoload': [
    'autoload.psr-4 has the controller namespace that ece-tools asks for.',
    'Nothing to do; the upgrade makes this change.'
  ]
} as const satisfies Record<string, IdText>

/** Proofs of a dump, in `backup.proofs` and in the manifest. A dump with a failed proof is worthless. */
export const proofIds = {
  'exit-codes': ['Every stage that made the dump ended with exit code 0.', 'Read the output of that stage.'],
  gzip: ['The compressed file decompresses from the first byte to the last.', 'Run again; check the free space.'],
  header: [
    'The first line is how mysqldump or mariadb-dump starts a dump.',
    'Remove what the login prints, or correct the option file of the server.'
  ],
  rehearsal: [
    'The dump was restored into a scratch database, and its tables and rows agree.',
    'Check the named table.'
  ],
  sha256: ['The checksum of the compressed dump is known.', 'Run again.'],
  statements: [
    'Every statement is complete and of a kind that dump programs write; none selects a database.',
    'Check the server and what mysqldump writes there.'
  ],
  tables: [
    'The dump has the tables and views that the database had before and after it.',
    'Wait until no deployment or schema change is running.'
  ],
  trailer: ['The last line is `-- Dump completed`.', 'Run again; correct the option file of the server.']
} as const satisfies Record<string, IdText>

/** Promises of a backup, in its manifest; `docs/backups.md` explains them. */
export const promiseIds = {
  bounded: ['Memory use stayed within its limit.', 'Report it.'],
  checksums: ['SQL, compressed dump and file have checksums.', 'Run again.'],
  complete: ['Nothing in the database was left out.', 'See the warnings of the backup.'],
  confidential: [
    'The dump is encrypted or readable only by its owner, and no password was on a command line.',
    'Set backup: ssh-dump and backup-encrypt-to.'
  ],
  content: ['Tables and rows come from a single point in time.', 'Convert tables to InnoDB.'],
  gate: ['Nothing is pushed before the backup has reached the level of backup-proof.', 'Set backup-proof.'],
  gentle: ['The shop stayed open during the dump.', 'Set backup: ssh-dump.'],
  rehearsal: ['The dump was restored once.', 'Set rehearsal: require.'],
  resume: ['A later run of the same upgrade may use it.', 'Nothing to do.'],
  stream: ['The dump arrived complete.', 'Run again.']
} as const satisfies Record<string, IdText>

/** Causes of failures, and what a failed deployment left behind, as listed in `findings` of the report. */
export const findingIds = {
  'admin-exists': [
    'ADMIN_EMAIL or ADMIN_USERNAME belongs to an existing user.',
    'composer update magento/ece-tools --with-dependencies, or magento-cloud variable:delete ADMIN_EMAIL (and ADMIN_USERNAME) of the environment. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'application-type': [
    'The platform does not build applications of this type.',
    'Set type in .magento.app.yaml to a PHP version that the platform offers and the target needs, commit, and git push.'
  ],
  'archive-damaged': [
    'A downloaded package is damaged or differs from composer.lock.',
    'Try again: git commit --allow-empty and git push; then magento-cloud project:clear-build-cache. If it fails again: composer update that package, commit composer.lock, and git push.'
  ],
  'code-fails': [
    'Code of an extension stops with an error.',
    'Read the line, which has the file and line number; update the package that the file belongs to. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'code-not-generated': [
    'Code that the build should have generated is missing.',
    'Check that the build hook compiles (setup:di:compile, by ece-tools) after everything is installed and patched, and that no code requests a class by a computed name. Commit, and git push.'
  ],
  'command-missing': [
    'A command of the hook does not exist there.',
    'Install it in the hook before it is used, or in dependencies in .magento.app.yaml; a tool such as nvm must be loaded (source) in the same hook. Commit, and git push.'
  ],
  'composer-plugin-blocked': [
    'A Composer plugin is not allowed.',
    'Add the plugin to config.allow-plugins of composer.json, commit, and git push.'
  ],
  'composer-version': [
    'The packages do not work with the Composer version of the build.',
    'Set the Composer of the build in .magento.app.yaml: dependencies: php: composer/composer, to the version that the target needs (with build: flavor: none); commit, and git push.'
  ],
  'config-not-imported': [
    'app/etc/config.php differs from what the database has imported.',
    'On the server: php bin/magento app:config:import --no-interaction, then php bin/magento cache:flush. A successful deployment does the same: if one has failed, fix its cause first.'
  ],
  'config-set-refused': [
    'setup:config:set rejected a parameter.',
    'Check REMOTE_STORAGE (and the source of the option in the lines) in .magento.env.yaml and magento-cloud variable:list, and extensions that add parameters to setup:config:set. Fix it, commit, and git push.'
  ],
  'configuration-invalid': [
    'The platform cannot use the configuration files.',
    'Fix the file and the key that the lines name, commit, and git push.'
  ],
  'cron-disabled': ['Cron jobs are disabled.', 'Fix the cause first; the next good deployment switches it on.'],
  'cron-stuck': [
    'A cron job does not end.',
    'On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'crypt-key-missing': [
    'The encryption key is missing.',
    'On the server: vendor/bin/ece-tools backup:restore restores env.php; otherwise set the variable CRYPT_KEY to the key that belongs to this database: magento-cloud variable:create --level environment --name CRYPT_KEY --sensitive true. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'data-does-not-fit': [
    'Values of a column do not fit its new type.',
    'Check its values with magento-cloud sql (SELECT … GROUP BY that column); after a backup, correct those that do not fit. A wrong default value comes from the extension\'s db_schema.xml. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'data-patch-failed': [
    'A data patch failed.',
    'Read what the patch does, and fix the cause: the data, or an update of its module; for the product, use a quality patch or open a ticket. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'database-ahead': [
    'The database is newer than the code.',
    'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore, or magento-cloud snapshot:restore for a snapshot.'
  ],
  'database-behind': [
    'The database is older than the code.',
    'If a deployment failed, fix its cause first. Then magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
  ],
  'database-gone': [
    'The database connection was lost during the work.',
    'First check the disk of the database: magento-cloud db:size, disk of mysql in .magento/services.yaml (Pro: a ticket). Then check its memory, and the statement that the lines show. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'database-in-build': [
    'Code uses the database in the build, which has none.',
    'git ls-files app/etc: if env.php is listed, git rm --cached app/etc/env.php and add it to .gitignore; then check the last changes of config.php. Commit, and git push.'
  ],
  'database-locked': [
    'The database was locked by something else.',
    'On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock; magento-cloud sql "SHOW FULL PROCESSLIST" shows long-running queries. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'database-rights': [
    'The user of the database lacks a privilege.',
    'Find the object: magento-cloud sql "SELECT TRIGGER_NAME, DEFINER FROM information_schema.TRIGGERS", the same for VIEWS and ROUTINES. php bin/magento indexer:set-mode realtime and back to schedule recreates the triggers of indexes; import others without DEFINER; for a missing privilege on Pro, open a ticket. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'database-unreachable': [
    'The database cannot be reached.',
    'Check that the service runs, that its disk is not full, and that the relationship is named database: magento-cloud relationships, magento-cloud db:size. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'deploy-failed-flag': [
    'The last deployment is marked as failed.',
    'Fix the cause first: the mark goes away with the next deployment that starts.'
  ],
  'di-compile-failed': [
    'Code of an extension does not compile with the new version.',
    'The lines name the class: update that extension with composer update, or remove it; commit, and git push.'
  ],
  'disk-full': [
    'The disk is full.',
    'Free or add disk space: magento-cloud ssh "df -h", magento-cloud db:size; disk of mysql in .magento/services.yaml (Pro: a ticket). Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'duplicate-rows': [
    'Duplicate rows violate a unique key.',
    'List them with magento-cloud sql: the lines name the key and the table. After a backup, delete or correct one row of each pair. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'ece-tools-*': ['An error of ece-tools, by its code.', 'See docs/ece-tools-errors.md.'],
  'ece-tools-warnings': ['ece-tools also logged a warning.', 'Check it once the failure is fixed.'],
  'env-php-incomplete': [
    'app/etc/env.php lacks a section that ece-tools reads.',
    'On the server: vendor/bin/ece-tools backup:list, and vendor/bin/ece-tools backup:restore restores app/etc/env.php. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'extension-not-supported': [
    'A PHP extension in .magento.app.yaml does not exist for this PHP version.',
    'Remove the extension from runtime.extensions in .magento.app.yaml, commit, and git push.'
  ],
  'files-in-use': [
    'Files in a mount could not be removed because they are in use.',
    'Try again. If it fails again: on the server vendor/bin/ece-tools cron:kill, and empty that folder by hand. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'foreign-key': [
    'A foreign key cannot be made: rows refer to missing rows.',
    'List them: find the rows without a parent After a backup, delete or correct those rows. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'foreign-key-columns': [
    'A foreign key cannot be made: its two columns do not fit each other.',
    'magento-cloud sql, and SHOW CREATE TABLE of both tables: after a backup, change column, index and engine to match db_schema.xml. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'git-refused': [
    'The build cannot read a git repository.',
    "Give the project's deploy key (Console, project settings) read access to that repository, or take the package from a Composer repository instead. Then git commit --allow-empty and git push."
  ],
  'github-limit': [
    'GitHub no longer answers a build without a token.',
    'Add github-oauth with a token that can read these repositories to the variable env:COMPOSER_AUTH of the project (visible in the build, sensitive). Then git commit --allow-empty and git push.'
  ],
  'hook-unreadable': [
    'The hook is not a valid shell script.',
    'Correct the hook in .magento.app.yaml: its text in a file, sh -n names the line. Commit, and git push.'
  ],
  killed: [
    'A process was killed for its memory (137).',
    'Make the build use less memory: SCD_THREADS: 1 and fewer SCD_MATRIX entries in .magento.env.yaml, fewer packages and locales; otherwise open a support ticket for more build memory. Then git push.'
  ],
  'maintenance-on': ['The site is closed for maintenance.', 'Leave it closed until the cause is fixed and deployed.'],
  'module-dependencies': [
    'An enabled module needs one that is disabled.',
    'Correct the modules in app/etc/config.php (php bin/magento module:enable --all in the checkout shows the constraints), commit, and git push.'
  ],
  'modules-not-enabled': [
    'The modules could not be enabled.',
    'Read the lines; in the checkout, composer install and php bin/magento module:enable --all show the same. Fix it, commit, and git push.'
  ],
  'node-failed': [
    'npm or yarn failed in the hook.',
    'Run the same step in a fresh clone with the same Node version (dependencies: nodejs in .magento.app.yaml, or what the hook installs). Fix it, commit, and git push.'
  ],
  'not-marshaled': [
    'Files of the base packages are missing: they were not marshaled.',
    'In composer.json set extra.magento-deploystrategy: copy and extra.magento-force: true (as in the template); check that config.allow-plugins has magento/*; commit the files that composer install marshals (git status; git add -f if they are ignored), or git rm -r --cached an old setup/ that is in the way. Then git push.'
  ],
  'out-of-memory': [
    'PHP ran out of memory.',
    'Raise memory_limit in php.ini, or the size of the container. Then commit, and git push.'
  ],
  'package-certificate': [
    'The certificate of a package server is not trusted.',
    'The owner of that server has to renew it; until then use another source for the packages. Then git commit --allow-empty and git push.'
  ],
  'package-network': [
    'The build could not reach a package server.',
    'Try again: git commit --allow-empty and git push. If it fails again: magento-cloud project:clear-build-cache; then check the status page of that server.'
  ],
  'package-not-found': [
    'A package is not where composer.lock says.',
    'Check whether this version still exists (composer show --all with the name of the package), composer update that package, commit composer.lock, and git push.'
  ],
  'packages-incompatible': [
    'The packages in composer.lock conflict with each other or with the platform.',
    'In the checkout: composer install shows the same; run composer update with the packages that the lines name. Commit composer.lock, and git push.'
  ],
  'packages-not-installed': [
    'No packages are installed when the hook needs them.',
    'In .magento.app.yaml: build: flavor: none, and a build hook that starts with set -e and composer install --no-dev --no-interaction (as in the template). Commit, and git push.'
  ],
  'packet-too-large': [
    'A statement is larger than the server accepts (max_allowed_packet).',
    'Raise it: configuration: properties: max_allowed_packet of mysql in .magento/services.yaml (Pro staging and production: a ticket); or find the row that is so large. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'patch-failed': [
    'A patch does not fit the new version.',
    'After composer install: vendor/bin/ece-patches apply shows which patch it is. If the new version includes its fix, git rm its file in m2-hotfixes or remove its id from QUALITY_PATCHES, otherwise update it. Then git push.'
  ],
  'patch-unknown': [
    'QUALITY_PATCHES names patches that do not exist for this version.',
    'Remove the ids from QUALITY_PATCHES in .magento.env.yaml (usually the new version includes the fix), or composer update magento/quality-patches. Commit, and git push.'
  ],
  'php-extension-missing': [
    'A PHP extension is missing.',
    'Add the extension to runtime.extensions in .magento.app.yaml, commit, and git push.'
  ],
  'php-syntax': [
    'Code of an extension is not valid for this PHP version.',
    'Compare type: php in .magento.app.yaml with what the package requires; otherwise update the package that the file belongs to. Commit, and git push.'
  ],
  'php-version': [
    'composer.lock does not support the PHP version of the platform.',
    'Set type to a PHP version that the lines allow in .magento.app.yaml, commit, and git push.'
  ],
  'plan-limit': [
    'The configuration needs more than the plan includes.',
    'Lower disk in .magento.app.yaml or .magento/services.yaml, commit, and git push; or buy more storage for the plan.'
  ],
  'process-crashed': [
    'A process crashed (segmentation fault, 139).',
    'Try again: git commit --allow-empty and git push. If it crashes again, remove extensions from runtime.extensions in .magento.app.yaml one by one, or open a support ticket with these lines.'
  ],
  'process-terminated': [
    'A command was ended from outside, for its time as a rule (143, 124).',
    'See in the lines which step took so long, and make it shorter: fewer locales and themes (SCD_MATRIX, SCD_THREADS), process-timeout in the config of composer.json. Else try again: git commit --allow-empty and git push.'
  ],
  'protective-block': [
    'The protective block of the Cloud refused the code.',
    'Apply the patch that the advisory names, or plan for a version that includes it: magento-cloud-upgrade plan --target latest-patch. To make an exception, use .magento.app.yaml (preflight: ignore_rules). Then commit, and git push.'
  ],
  'queue-differs': [
    'A queue of RabbitMQ already exists with other settings.',
    'Let its messages be processed (php bin/magento queue:consumers:start), then delete the queue (magento-cloud tunnel:open, management interface; Pro: a ticket): setup:upgrade creates it again. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'rabbitmq-login': [
    'RabbitMQ rejects the login of the application.',
    'Compare the relationship (magento-cloud relationships) with queue in app/etc/env.php and QUEUE_CONFIGURATION in .magento.env.yaml; remove what overrides it. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'rabbitmq-unreachable': [
    'RabbitMQ does not answer.',
    'Check the service and its relationship: magento-cloud relationships, rabbitmq in .magento/services.yaml (Pro: a ticket); its disk may be full. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'read-only-file-system': [
    'Something writes into the code, which is read-only once it is built.',
    'Do it in the build hook of .magento.app.yaml, or write to var or /tmp. Then commit, and git push.'
  ],
  'redeployment-failed': [
    'The platform could not redeploy the environment and gives no reason.',
    'First check the disk of the database: magento-cloud db:size, disk of mysql in .magento/services.yaml (Pro: a ticket). Otherwise open a ticket with the id of the activity. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'redis-unreachable': [
    'Redis does not answer.',
    'Check the service, its memory and its relationship: magento-cloud relationships, redis in .magento/services.yaml and .magento.app.yaml, CACHE_CONFIGURATION and SESSION_CONFIGURATION in .magento.env.yaml. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'repository-refuses-keys': [
    'A package repository rejects the keys of the build.',
    'Check the keys that the build uses, which are not those of this machine: auth.json in the project, or magento-cloud variable:get env:COMPOSER_AUTH; and that their account has access to the package. Then git push, or git commit --allow-empty and git push if nothing changed.'
  ],
  'rolling-refused': [
    'The platform could not deploy without an outage (rolling).',
    'magento-cloud environment:deploy --strategy stopstart, at a time when an outage of a few minutes is acceptable.'
  ],
  'routes-missing': [
    'Domains of the project have no route.',
    'Add the domains to .magento/routes.yaml, commit, and git push; or remove the domains that are no longer used: magento-cloud domain:list, magento-cloud domain:delete.'
  ],
  'row-size': [
    'A row of a table is too large.',
    'magento-cloud sql, and after a backup: ALTER TABLE the table that the lines name ROW_FORMAT=DYNAMIC; otherwise change some of its columns to text. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'scope-missing': [
    'app/etc/config.php names a website or store that the database does not have.',
    'Create it in the Admin, or remove it from app/etc/config.php: vendor/bin/ece-tools config:dump on the right environment writes a correct one. Then commit, and git push.'
  ],
  'search-engine-wrong': [
    'SEARCH_CONFIGURATION names an engine that this version does not support.',
    'Remove engine from SEARCH_CONFIGURATION in .magento.env.yaml (ece-tools then uses the existing service), or run magento-cloud variable:delete SEARCH_CONFIGURATION if it is a variable. Commit, and git push.'
  ],
  'search-limit': [
    'An index of the search service has too many fields.',
    'Make attributes that nobody searches or sorts by not searchable, or raise index.mapping.total_fields.limit of the index. Then php bin/magento indexer:reindex catalogsearch_fulltext. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'search-read-only': [
    'The search service has locked its indexes: its disk is full.',
    'Raise disk of the search service in .magento/services.yaml (Pro: a ticket) or delete old indexes. With enough space it unlocks itself; otherwise PUT _all/_settings {"index.blocks.read_only_allow_delete": null}. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'search-service-missing': [
    'The project has no search service.',
    'Add OpenSearch to .magento/services.yaml and to the relationships of .magento.app.yaml (Pro staging and production: a support ticket), commit, and git push.'
  ],
  'search-unreachable': [
    'The search service does not answer.',
    'Check its relationship and that it runs: magento-cloud relationships has its address; magento-cloud ssh "curl -s opensearch.internal:9200/_cluster/health" queries it (that address on Starter and integration); on Pro open a ticket. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'service-version-not-supported': [
    'The platform does not offer a type or version in the configuration.',
    'Set a version that the platform offers: type in .magento.app.yaml, or of the service in .magento/services.yaml. Commit, and git push.'
  ],
  'setup-upgrade-failed': [
    'setup:upgrade failed.',
    'On the server: tail -n 100 var/log/install_upgrade.log. After the cause is fixed, deploy again, or restore the backup of the database. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'stale-lock': [
    'composer.lock does not match composer.json.',
    'In the checkout: composer update --lock; or composer update, if packages are missing. Commit composer.lock and git push.'
  ],
  'static-content-failed': [
    'Static content could not be deployed.',
    'Read the lines: they name the theme, the file or the class. Fix it in the checkout. Then commit, and git push.'
  ],
  'submodule-unreadable': [
    'A git submodule cannot be fetched.',
    "Give the project's deploy key (Console, project settings) read access to it, or commit its files instead of the submodule. Commit, and git push."
  ],
  'table-crashed': [
    'A table is damaged.',
    'magento-cloud sql, and REPAIR TABLE of it; then ALTER TABLE … ENGINE=InnoDB, so that it does not happen again. Check the disk as well: magento-cloud db:size. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'theme-missing': [
    'The configuration names a theme that is not in the code.',
    'Restore its package or folder (app/design), or remove it from app/etc/config.php and from SCD_MATRIX in .magento.env.yaml. Commit, and git push.'
  ],
  'too-many-connections': [
    'The database has no connection left.',
    'On the server: vendor/bin/ece-tools cron:kill; magento-cloud sql "SHOW FULL PROCESSLIST" shows who uses them; run fewer consumers and cron jobs at the same time, or get a bigger database. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'too-many-open-files': [
    'The server has run out of file handles.',
    'Open a support ticket with these lines, or get a bigger plan. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'trigger-outdated': [
    'A trigger of an index is from before the upgrade.',
    'Magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push. If it fails again: on the server php bin/magento indexer:set-mode realtime, deploy, then php bin/magento indexer:set-mode schedule.'
  ],
  unknown: ['Something failed, and the cause was not recognised.', 'Read the whole log that the finding names.'],
  unread: ['Not everything could be read.', 'Try again: magento-cloud-upgrade diagnose'],
  'upload-failed': [
    'The platform could not store the built application.',
    'Try again: git commit --allow-empty and git push. If it fails again, open a support ticket with these lines.'
  ],
  'valkey-unreachable': [
    'Valkey does not answer.',
    'Check the service, its memory and its relationship: magento-cloud relationships, valkey in .magento/services.yaml and .magento.app.yaml, CACHE_CONFIGURATION and SESSION_CONFIGURATION in .magento.env.yaml. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'view-broken': [
    'A view of the database refers to something that no longer exists.',
    'magento-cloud sql, and SHOW CREATE VIEW of it: create it again with the user of this database (a reindex recreates those of inventory), or drop it. Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.'
  ],
  'xml-invalid': [
    'An XML file is not valid for the new version.',
    'Fix the file, or update the package that the file belongs to. Commit, and git push.'
  ]
} as const satisfies Record<string, IdText>

type Ids<Key> = Key extends `${infer Start}*` ? `${Start}${string}` : Key

/** The id of a problem, a warning or a note. */
export type ProblemId = Ids<keyof typeof problemIds>
/** The id of a change that the upgrade writes. */
export type MigrationId = keyof typeof migrationIds
/** The id of a proof of a dump. */
export type ProofId = keyof typeof proofIds
/** The id of a promise of a backup. */
export type PromiseId = keyof typeof promiseIds
/** The id of a finding. */
export type FindingId = Ids<keyof typeof findingIds>
