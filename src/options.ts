/** The commands that an option belongs to. */
export type Command = 'plan' | 'upgrade' | 'backup' | 'restore' | 'verify' | 'diagnose'

/** The topics that options are grouped by, in `--help` and in the README, each with its title. */
export const optionGroups = {
  project: 'Project and access',
  versions: 'Versions and packages',
  git: 'Git',
  backup: 'Backup',
  deployment: 'Deployment and verification',
  ssh: 'SSH and the Cloud CLI',
  output: 'Output'
} as const

/** A topic of options. */
type OptionGroup = keyof typeof optionGroups

/** One row of the table that action inputs, CLI flags, library types and README tables come from. */
export interface OptionDefinition {
  readonly group: OptionGroup
  readonly type: 'text' | 'boolean' | 'number' | 'choice'
  readonly choices?: readonly string[]
  readonly default: string | number | boolean
  /** Several values: one per line in an input or as a library option, one after the other as a flag. */
  readonly list?: boolean
  /** Least value of a number. Default: any number above 0. */
  readonly least?: number
  /** Masked everywhere. The CLI reads it from the environment instead of a flag. */
  readonly secret?: boolean
  readonly commands: readonly Command[]
  readonly description: string
}

const checkout: readonly Command[] = ['plan', 'upgrade']
const platform: readonly Command[] = ['upgrade', 'backup', 'restore', 'verify', 'diagnose']
const everywhere: readonly Command[] = ['plan', ...platform]

/** The one table of options. The names are those of the action inputs and, after `--`, of the CLI flags. */
export const optionTable = {
  'working-directory': {
    group: 'project',
    type: 'text',
    default: '.',
    commands: everywhere,
    description:
      'Root of the Cloud project: the folder with composer.json and .magento.app.yaml. It may be a subfolder of the repository (one application of several); nothing outside it is committed.'
  },
  project: { group: 'project', type: 'text', default: '', commands: platform, description: 'Id of the Cloud project.' },
  environment: {
    group: 'project',
    type: 'text',
    default: '',
    commands: platform,
    description: 'Id of the Cloud environment. Empty: the name of the branch, for an upgrade.'
  },
  app: {
    group: 'project',
    type: 'text',
    default: '',
    commands: platform,
    description:
      'Name of the application that is the shop, if the environment has several. Empty: the name in .magento.app.yaml of the working directory.'
  },
  'composer-username': {
    group: 'project',
    type: 'text',
    default: '',
    secret: true,
    commands: checkout,
    description: 'Public key of the Magento repository, or of composer-host.'
  },
  'composer-password': {
    group: 'project',
    type: 'text',
    default: '',
    secret: true,
    commands: checkout,
    description: 'Private key of the Magento repository, or of composer-host.'
  },
  'composer-host': {
    group: 'project',
    type: 'text',
    default: '',
    commands: checkout,
    description:
      'Host that composer-username and composer-password belong to, e.g. packages.example.com. Empty: repo.magento.com. They are sent to no other host, and only over https.'
  },
  'composer-auth': {
    group: 'project',
    type: 'text',
    default: '',
    secret: true,
    commands: checkout,
    description: 'Credentials in COMPOSER_AUTH format, as an alternative to username and password.'
  },
  'cloud-token': {
    group: 'project',
    type: 'text',
    default: '',
    secret: true,
    commands: platform,
    description: 'API token for magento-cloud.'
  },
  target: {
    group: 'versions',
    type: 'text',
    default: 'latest-patch',
    commands: checkout,
    description:
      'Version to reach: 2.4.8 (newest patch of that line), 2.4.8-p3 (exactly that), =2.4.8 (exactly the first release), latest-patch or latest.'
  },
  'expected-version': {
    group: 'versions',
    type: 'text',
    default: '',
    commands: ['verify'],
    description: 'Version that bin/magento --version must print. Empty: the product version in composer.lock.'
  },
  install: {
    group: 'versions',
    type: 'choice',
    choices: ['fast', 'full', 'fast-without-scripts'],
    default: 'fast',
    commands: ['upgrade'],
    description:
      'fast installs only what is needed to marshal files; full runs the documented composer update. Both give the same commit. If scripts or a patching plugin of the project would run, fast asks you to choose: full runs them, fast-without-scripts leaves them out.'
  },
  'keep-changes': {
    group: 'versions',
    type: 'boolean',
    default: false,
    commands: ['upgrade'],
    description:
      "Merge the shop's own changes in marshaled files (.htaccess, index.php, nginx.conf.sample …) into the new version's files if git merges them cleanly. The report lists them either way."
  },
  'update-app-config': {
    group: 'versions',
    type: 'boolean',
    default: false,
    commands: checkout,
    description: 'Also write the PHP and Composer versions that the target needs into .magento.app.yaml.'
  },
  'vulnerable-composer': {
    group: 'versions',
    type: 'choice',
    choices: ['fail', 'warn'],
    default: 'fail',
    commands: checkout,
    description:
      'What to do if the installed Composer has published token-disclosure vulnerabilities (a distribution may have patched it).'
  },
  'security-blocking': {
    group: 'versions',
    type: 'boolean',
    default: true,
    commands: checkout,
    description: 'Let Composer 2.9 and later refuse versions with security advisories. Off is recorded in the report.'
  },
  branch: {
    group: 'git',
    type: 'text',
    default: '',
    commands: ['upgrade'],
    description:
      "Branch that the upgrade starts from, as it is on the remote, and is pushed to. Empty: the event's branch in the action, otherwise the branch that is checked out."
  },
  remote: {
    group: 'git',
    type: 'text',
    default: 'origin',
    commands: ['upgrade'],
    description: 'Git remote to push to.'
  },
  'cloud-remote': {
    group: 'git',
    type: 'text',
    default: '',
    commands: ['upgrade'],
    description:
      'Second git remote, of the Cloud project itself, for projects without GitHub integration. Empty: no second push.'
  },
  push: {
    group: 'git',
    type: 'boolean',
    default: true,
    commands: ['upgrade'],
    description: 'Push the commit. Without it the run ends after the commit.'
  },
  'pull-request': {
    group: 'git',
    type: 'boolean',
    default: false,
    commands: ['upgrade'],
    description:
      'Push to a separate branch (magento-cloud-upgrade/VERSION) and open or update one pull request against `branch`; nothing is deployed.'
  },
  dirty: {
    group: 'git',
    type: 'choice',
    choices: ['fail', 'stash', 'branch'],
    default: 'fail',
    commands: ['upgrade'],
    description:
      'Uncommitted changes in the work tree: fail, stash (set aside, then restored), branch (saved as a commit on a separate branch).'
  },
  'commit-message': {
    group: 'git',
    type: 'text',
    default: 'Upgrade Adobe Commerce from {from} to {to}',
    commands: ['upgrade'],
    description: 'Commit message; {from} and {to} stand for the versions.'
  },
  'commit-author': {
    group: 'git',
    type: 'text',
    default: '',
    commands: ['upgrade'],
    description: "Commit author as `Name <email>`. Empty: git's own identity, or github-actions[bot]."
  },
  'lock-minutes': {
    group: 'git',
    type: 'number',
    default: 180,
    commands: ['upgrade'],
    description:
      'Minutes without renewal after which the lock of another run on the same environment is considered abandoned. A run that pushes holds its lock as refs/magento-cloud-upgrade/lock/ENVIRONMENT on the remote, renews it, and stops if it loses it.'
  },
  'github-token': {
    group: 'git',
    type: 'text',
    default: '',
    secret: true,
    commands: ['upgrade'],
    description: 'Token for the pull request, with contents and pull-requests write permission.'
  },
  backup: {
    group: 'backup',
    type: 'choice',
    choices: ['auto', 'cloud-dump', 'ssh-dump', 'ece-dump', 'off'],
    default: 'auto',
    commands: ['upgrade', 'backup'],
    description:
      'Database backup before the push: ssh-dump (mysqldump over SSH, see backup-to), cloud-dump (magento-cloud db:dump to this machine; the database password is on command lines while it runs), ece-dump (ece-tools db-dump; the site is in maintenance mode while it runs), auto (ssh-dump; with pull-request: true none, because nothing is deployed), off.'
  },
  'backup-directory': {
    group: 'backup',
    type: 'text',
    default: '',
    commands: ['upgrade', 'backup'],
    description:
      'Folder for dumps on this machine, outside the work tree. Empty: a private folder in the temporary directory.'
  },
  'backup-to': {
    group: 'backup',
    type: 'choice',
    choices: ['auto', 'remote', 'runner', 'both'],
    default: 'auto',
    commands: ['upgrade', 'backup'],
    description:
      'Where the dump is stored: remote (a private folder in /tmp on the server), runner (this machine, streamed over SSH without touching the disk of the server), both, auto (cloud-dump: this machine; ssh-dump and ece-dump: the server; backup: auto: this machine, or the server if the environment has dedicated nodes).'
  },
  'backup-encrypt-to': {
    group: 'backup',
    type: 'text',
    default: '',
    commands: ['upgrade', 'backup'],
    description:
      'Recipients (age1…, separated by spaces) to encrypt dumps for before they reach the disk of this machine. A dump stored on the server is not encrypted.'
  },
  'backup-proof': {
    group: 'backup',
    type: 'choice',
    choices: ['proven', 'proven-without-rehearsal', 'off'],
    default: 'proven-without-rehearsal',
    commands: ['upgrade', 'backup'],
    description:
      'What a backup must be proven to be before anything is pushed: proven (restored in a rehearsal, all tables consistent), proven-without-rehearsal (tables without a consistent snapshot only cause a warning), off (continue whatever the result).'
  },
  rehearsal: {
    group: 'backup',
    type: 'choice',
    choices: ['auto', 'require', 'off'],
    default: 'auto',
    commands: ['upgrade', 'backup', 'restore'],
    description:
      'Restore each dump on this machine into a scratch database and compare: auto (if a MariaDB server is installed), require, off.'
  },
  'backup-exclude': {
    group: 'backup',
    type: 'text',
    default: '',
    commands: ['upgrade', 'backup'],
    description:
      'Tables and views to leave out of the dumps, separated by spaces, such as a broken view. The manifest and the report name them.'
  },
  'backup-reuse-minutes': {
    group: 'backup',
    type: 'number',
    default: 60,
    least: 0,
    commands: ['upgrade'],
    description: 'Reuse a verified backup of the same commit if it is at most this many minutes old; 0 disables reuse.'
  },
  'backup-code': {
    group: 'backup',
    type: 'boolean',
    default: false,
    commands: ['upgrade', 'backup'],
    description: 'Also run php bin/magento setup:backup --code on the environment (in maintenance mode while it runs).'
  },
  'backup-snapshot': {
    group: 'backup',
    type: 'boolean',
    default: false,
    commands: ['upgrade', 'backup'],
    description:
      'Also make a live snapshot (Starter, and integration environments of Pro) of mounts and services. The platform keeps it for seven days; its content cannot be proven.'
  },
  'backup-media': {
    group: 'backup',
    type: 'choice',
    choices: ['off', 'download', 'setup-backup'],
    default: 'off',
    commands: ['upgrade', 'backup'],
    description:
      'Also back up media: download (rsync of pub/media without its image cache into the folder of the backup, compared by checksums), setup-backup (php bin/magento setup:backup --media on the environment, in maintenance mode while it runs), off.'
  },
  'setup-backup-enable': {
    group: 'backup',
    type: 'boolean',
    default: false,
    commands: ['upgrade', 'backup'],
    description:
      'If the environment has setup:backup disabled, enable it (system/backup/functionality_enabled) for backup-code and backup-media, and disable it again afterwards.'
  },
  'backup-artifact': {
    group: 'backup',
    type: 'boolean',
    default: false,
    commands: ['upgrade'],
    description:
      'Set the output backup-artifact to the folder of the backup, for a step that uploads it as a workflow artifact. Needs backup-encrypt-to; refused in public repositories.'
  },
  'admin-email-check': {
    group: 'deployment',
    type: 'choice',
    choices: ['auto', 'require', 'set', 'off'],
    default: 'auto',
    commands: ['upgrade'],
    description:
      'ADMIN_EMAIL on the environment: auto (required only if ece-tools is older than 2002.0.16), require, set (create or update it from admin-email), off.'
  },
  'admin-email': {
    group: 'deployment',
    type: 'text',
    default: '',
    commands: ['upgrade'],
    description: 'E-mail address for admin-email-check: set.'
  },
  wait: {
    group: 'deployment',
    type: 'boolean',
    default: true,
    commands: ['upgrade'],
    description: 'Follow the deployment of the pushed commit until it ends.'
  },
  'start-timeout': {
    group: 'deployment',
    type: 'number',
    default: 300,
    commands: ['upgrade'],
    description: 'Seconds within which the deployment of the pushed commit must start.'
  },
  'deploy-timeout': {
    group: 'deployment',
    type: 'number',
    default: 3600,
    commands: ['upgrade'],
    description: 'Seconds within which the deployment must end.'
  },
  verify: {
    group: 'deployment',
    type: 'boolean',
    default: true,
    commands: ['upgrade'],
    description: 'Verify the environment over SSH after the deployment.'
  },
  recover: {
    group: 'deployment',
    type: 'choice',
    choices: ['off', 'revert'],
    default: 'off',
    commands: ['upgrade'],
    description:
      'After a deployment that failed, or a verification that found the environment unhealthy or at the wrong version: off, or revert (push a revert commit, wait for its deployment and verify it). Data is never restored: the commands for that are printed.'
  },
  'storefront-url': {
    group: 'deployment',
    type: 'text',
    default: '',
    commands: ['upgrade', 'verify', 'diagnose'],
    description: 'Address for the storefront probe. Empty: the primary URL of the environment. `off` skips the probe.'
  },
  from: {
    group: 'deployment',
    type: 'text',
    default: '',
    list: true,
    commands: ['diagnose'],
    description:
      'Downloaded logs and error reports to explain, offline and without access to anything: files and folders (as an input one per line), `-` for stdin. Each text is recognised by its content. Empty: ask the environment.'
  },
  'ssh-hosts': {
    group: 'ssh',
    type: 'text',
    default: '',
    commands: ['restore', 'verify', 'diagnose'],
    description:
      'SSH logins (`user@host`, separated by commas or spaces), one for each node. With ssh-private-key they replace cloud-token, project and environment. Empty: ask the platform.'
  },
  'ssh-host-key': {
    group: 'ssh',
    type: 'choice',
    choices: ['pinned', 'accept-new'],
    default: 'pinned',
    commands: platform,
    description:
      'pinned: trust only the host keys in known-hosts and known-hosts-file; accept-new: also trust an unknown host on first contact, with a warning that says what to store, but never a changed key (across runs if known-hosts-file is kept).'
  },
  'ssh-private-key': {
    group: 'ssh',
    type: 'text',
    default: '',
    secret: true,
    commands: platform,
    description: 'Private SSH key. Empty: magento-cloud issues a certificate from cloud-token.'
  },
  'known-hosts': {
    group: 'ssh',
    type: 'text',
    default: '',
    commands: platform,
    description: 'Lines in known_hosts format with the host keys of the Cloud region.'
  },
  'known-hosts-file': {
    group: 'ssh',
    type: 'text',
    default: '',
    commands: platform,
    description:
      'File in known_hosts format that outlives the run. It is trusted besides known-hosts, and accept-new adds accepted keys to it. It is created if missing. In workflows keep it with actions/cache.'
  },
  'cli-version': {
    group: 'ssh',
    type: 'text',
    default: '',
    commands: platform,
    description:
      'Version of magento-cloud to install for this run, e.g. 1.47.0: downloaded, checked against its SHA-256 before it is run, kept in a cache; needs PHP. Empty: the magento-cloud on PATH.'
  },
  'cli-sha256': {
    group: 'ssh',
    type: 'text',
    default: '',
    commands: platform,
    description: 'SHA-256 of the phar of cli-version. Empty: the built-in one, for 1.47.0.'
  },
  'cli-url': {
    group: 'ssh',
    type: 'text',
    default: '',
    commands: platform,
    description: "https address of the phar on a mirror; {version} stands for cli-version. Empty: Adobe's."
  },
  'activity-log': {
    group: 'output',
    type: 'choice',
    choices: ['auto', 'show', 'hide'],
    default: 'auto',
    commands: ['upgrade'],
    description:
      "Copy the deployment's log into the log of the run, without anything that looks like a secret or customer data: show, hide (only the phases), auto (hide in an action of a public repository, whose logs everybody can read, otherwise show)."
  },
  'dry-run': {
    group: 'output',
    type: 'boolean',
    default: false,
    commands: ['upgrade'],
    description: 'Plan and check everything, change nothing.'
  },
  report: {
    group: 'output',
    type: 'text',
    default: '',
    commands: everywhere,
    description: 'Path of the JSON report. Empty: a file in the temporary directory.'
  }
} as const satisfies Record<string, OptionDefinition>

/** The name of an option. */
export type OptionName = keyof typeof optionTable
