export const id = 715;
export const ids = [715];
export const modules = {

/***/ 4174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ describeEffects),
/* harmony export */   f: () => (/* binding */ linesOfEffects)
/* harmony export */ });
const areas = ['the checkout', 'the branch', 'the environment', 'the database', 'earlier backups'];
const plural = ['earlier backups'];
// Commits, refs and notes of our own are only named if they were changed.
const touched = {
    variable: ['the environment'],
    redeployment: ['the environment'],
    maintenance: ['the environment'],
    cron: ['the environment'],
    setting: ['the environment'],
    'server-file': ['the environment'],
    snapshot: [],
    database: ['the database'],
    branch: ['the branch'],
    'pull-request-branch': [],
    'pull-request': [],
    deployment: ['the environment', 'the database'],
    'remote-tag': [],
    lock: [],
    commit: [],
    ref: [],
    checkout: ['the checkout'],
    stash: ['the checkout'],
    backup: [],
    'removed-backup': ['earlier backups'],
    note: [],
    file: [],
    cache: []
};
/**
 * Describes what `effects` changed, what they may have changed, and which parts of the project are unchanged. A cache
 * is not part of the project and never named.
 */
function describeEffects(effects) {
    const live = effects.filter(({ kind, state }) => state !== 'undone' && kind !== 'cache');
    const done = live.filter(({ state }) => state === 'done').map(({ what }) => what);
    const open = live.filter(({ state }) => state !== 'done').map(({ what }) => `whether ${what}`);
    const gone = new Set(live.flatMap(({ kind }) => touched[kind]));
    return {
        changed: sentence(done.join('; ')),
        unknown: open.length > 0 ? `${open.join('; ')}.` : '',
        unchanged: live.length === 0 ? 'Nothing was changed.' : notChanged(areas.filter((area) => !gone.has(area)))
    };
}
function notChanged(names) {
    const last = names.at(-1);
    if (last === undefined)
        return 'Nothing is known to be unchanged.';
    const list = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
    return sentence(`${list} ${names.length === 1 && !plural.includes(last) ? 'was' : 'were'} not changed`);
}
function sentence(text) {
    return text === '' ? '' : `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}.`;
}
/** Lines for people about `effects`: what was changed, what may have been, and `unchanged` last. */
function linesOfEffects(effects) {
    const { changed, unknown, unchanged } = describeEffects(effects);
    const lines = [
        ['Changed', changed],
        ['Not known', unknown],
        ['Unchanged', unchanged]
    ];
    return lines.filter(([, text]) => text !== '');
}


/***/ }),

/***/ 419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $9: () => (/* binding */ badOption),
/* harmony export */   AN: () => (/* binding */ badInput),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   fy: () => (/* binding */ UpgradeError),
/* harmony export */   hS: () => (/* binding */ exitCodes)
/* harmony export */ });
/* harmony import */ var _describe_effects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4174);

/**
 * Every way an upgrade can fail, with the exit code that the CLI returns for it. 1 means a bug of this program; 255 is
 * left to ssh.
 */
const exitCodes = {
    'internal-error': 1,
    'bad-input': 10,
    'bad-secret': 11,
    'preflight-failed': 12,
    busy: 13,
    'backup-failed': 20,
    'backup-unproven': 21,
    'composer-credentials': 30,
    'composer-network': 31,
    unsatisfiable: 32,
    'composer-policy': 33,
    'composer-crashed': 34,
    'commit-refused': 40,
    'push-rejected': 41,
    'push-raced': 42,
    'deploy-failed': 50,
    'deploy-never-started': 51,
    'deploy-unknown': 52,
    'wrong-version': 60,
    unhealthy: 61,
    reverted: 70,
    'recovery-failed': 71,
    'retry-later': 75,
    interrupted: 130,
    terminated: 143
};
/**
 * A failure that the user can act on. Anything else that is thrown is a bug of this program and reported as
 * `internal-error`.
 */
class UpgradeError extends Error {
    name = 'UpgradeError';
    code;
    summary;
    /** What the run had changed when it failed; empty if it had changed nothing. */
    effects = [];
    next;
    problems;
    details;
    retryAfterSeconds;
    tellsStop;
    constructor(code, facts) {
        super(facts.message);
        this.code = code;
        this.summary = facts.summary ?? facts.message;
        this.next = facts.next;
        this.problems = facts.problems ?? [];
        this.details = facts.details;
        this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
        this.tellsStop = facts.tellsStop ?? false;
    }
    /** What was left unchanged, in sentences that come from {@link effects}. */
    get unchanged() {
        return (0,_describe_effects_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEffects */ .Q)(this.effects).unchanged;
    }
    /** The process exit code for this failure: 1 for a bug, otherwise between 10 and 143. */
    get exitCode() {
        return exitCodes[this.code];
    }
}
/** Whether what was tried has failed, in contrast to a bug of this program and to the stop of the run. */
function isFailure(error) {
    return error instanceof UpgradeError && error.code !== 'interrupted';
}
/** A mistake in the value of an option. `what` completes the sentence that its name begins. */
function badOption(name, what, fix) {
    return { id: 'bad-input', severity: 'error', message: `The option ${name} ${what}`, fix };
}
/** One `bad-input` for all mistakes at once. */
function badInput(problems) {
    return new UpgradeError('bad-input', {
        message: problems.map(({ message }) => message).join(' '),
        next: problems.map(({ fix }) => fix).join(' '),
        problems
    });
}


/***/ }),

/***/ 32:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ optionGroups),
/* harmony export */   s: () => (/* binding */ optionTable)
/* harmony export */ });
/** The topics that options are grouped by, in `--help` and in the README, each with its title. */
const optionGroups = {
    project: 'Project and access',
    versions: 'Versions and packages',
    git: 'Git',
    backup: 'Backup',
    deployment: 'Deployment and verification',
    ssh: 'SSH and the Cloud CLI',
    output: 'Output'
};
const checkout = ['plan', 'upgrade'];
const platform = ['upgrade', 'backup', 'restore', 'verify', 'diagnose'];
const everywhere = ['plan', ...platform];
/** The one table of options. The names are those of the action inputs and, after `--`, of the CLI flags. */
const optionTable = {
    'working-directory': {
        group: 'project',
        type: 'text',
        default: '.',
        commands: everywhere,
        description: 'Root of the Cloud project: the folder with composer.json and .magento.app.yaml. It may be a subfolder of the repository (one application of several); nothing outside it is committed.'
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
        description: 'Name of the application that is the shop, if the environment has several. Empty: the name in .magento.app.yaml of the working directory.'
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
        description: 'Host that composer-username and composer-password belong to, e.g. packages.example.com. Empty: repo.magento.com. They are sent to no other host, and only over https.'
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
        description: 'Version to reach: 2.4.8 (newest patch of that line), 2.4.8-p3 (exactly that), =2.4.8 (exactly the first release), latest-patch or latest.'
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
        description: 'fast installs only what is needed to marshal files; full runs the documented composer update. Both give the same commit. If scripts or a patching plugin of the project would run, fast asks you to choose: full runs them, fast-without-scripts leaves them out.'
    },
    'keep-changes': {
        group: 'versions',
        type: 'boolean',
        default: false,
        commands: ['upgrade'],
        description: "Merge the shop's own changes in marshaled files (.htaccess, index.php, nginx.conf.sample …) into the new version's files if git merges them cleanly. The report lists them either way."
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
        description: 'What to do if the installed Composer has published token-disclosure vulnerabilities (a distribution may have patched it).'
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
        description: "Branch that the upgrade starts from, as it is on the remote, and is pushed to. Empty: the event's branch in the action, otherwise the branch that is checked out."
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
        description: 'Second git remote, of the Cloud project itself, for projects without GitHub integration. Empty: no second push.'
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
        description: 'Push to a separate branch (magento-cloud-upgrade/VERSION) and open or update one pull request against `branch`; nothing is deployed.'
    },
    dirty: {
        group: 'git',
        type: 'choice',
        choices: ['fail', 'stash', 'branch'],
        default: 'fail',
        commands: ['upgrade'],
        description: 'Uncommitted changes in the work tree: fail, stash (set aside, then restored), branch (saved as a commit on a separate branch).'
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
        description: 'Minutes without renewal after which the lock of another run on the same environment is considered abandoned. A run that pushes holds its lock as refs/magento-cloud-upgrade/lock/ENVIRONMENT on the remote, renews it, and stops if it loses it.'
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
        description: 'Database backup before the push: ssh-dump (mysqldump over SSH, see backup-to), cloud-dump (magento-cloud db:dump to this machine; the database password is on command lines while it runs), ece-dump (ece-tools db-dump; the site is in maintenance mode while it runs), auto (ssh-dump; with pull-request: true none, because nothing is deployed), off.'
    },
    'backup-directory': {
        group: 'backup',
        type: 'text',
        default: '',
        commands: ['upgrade', 'backup'],
        description: 'Folder for dumps on this machine, outside the work tree. Empty: a private folder in the temporary directory.'
    },
    'backup-to': {
        group: 'backup',
        type: 'choice',
        choices: ['auto', 'remote', 'runner', 'both'],
        default: 'auto',
        commands: ['upgrade', 'backup'],
        description: 'Where the dump is stored: remote (a private folder in /tmp on the server), runner (this machine, streamed over SSH without touching the disk of the server), both, auto (cloud-dump: this machine; ssh-dump and ece-dump: the server; backup: auto: this machine, or the server if the environment has dedicated nodes).'
    },
    'backup-encrypt-to': {
        group: 'backup',
        type: 'text',
        default: '',
        commands: ['upgrade', 'backup'],
        description: 'Recipients (age1…, separated by spaces) to encrypt dumps for before they reach the disk of this machine. A dump stored on the server is not encrypted.'
    },
    'backup-proof': {
        group: 'backup',
        type: 'choice',
        choices: ['proven', 'proven-without-rehearsal', 'off'],
        default: 'proven-without-rehearsal',
        commands: ['upgrade', 'backup'],
        description: 'What a backup must be proven to be before anything is pushed: proven (restored in a rehearsal, all tables consistent), proven-without-rehearsal (tables without a consistent snapshot only cause a warning), off (continue whatever the result).'
    },
    rehearsal: {
        group: 'backup',
        type: 'choice',
        choices: ['auto', 'require', 'off'],
        default: 'auto',
        commands: ['upgrade', 'backup', 'restore'],
        description: 'Restore each dump on this machine into a scratch database and compare: auto (if a MariaDB server is installed), require, off.'
    },
    'backup-exclude': {
        group: 'backup',
        type: 'text',
        default: '',
        commands: ['upgrade', 'backup'],
        description: 'Tables and views to leave out of the dumps, separated by spaces, such as a broken view. The manifest and the report name them.'
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
        description: 'Also make a live snapshot (Starter, and integration environments of Pro) of mounts and services. The platform keeps it for seven days; its content cannot be proven.'
    },
    'backup-media': {
        group: 'backup',
        type: 'choice',
        choices: ['off', 'download', 'setup-backup'],
        default: 'off',
        commands: ['upgrade', 'backup'],
        description: 'Also back up media: download (rsync of pub/media without its image cache into the folder of the backup, compared by checksums), setup-backup (php bin/magento setup:backup --media on the environment, in maintenance mode while it runs), off.'
    },
    'setup-backup-enable': {
        group: 'backup',
        type: 'boolean',
        default: false,
        commands: ['upgrade', 'backup'],
        description: 'If the environment has setup:backup disabled, enable it (system/backup/functionality_enabled) for backup-code and backup-media, and disable it again afterwards.'
    },
    'backup-artifact': {
        group: 'backup',
        type: 'boolean',
        default: false,
        commands: ['upgrade'],
        description: 'Set the output backup-artifact to the folder of the backup, for a step that uploads it as a workflow artifact. Needs backup-encrypt-to; refused in public repositories.'
    },
    'admin-email-check': {
        group: 'deployment',
        type: 'choice',
        choices: ['auto', 'require', 'set', 'off'],
        default: 'auto',
        commands: ['upgrade'],
        description: 'ADMIN_EMAIL on the environment: auto (required only if ece-tools is older than 2002.0.16), require, set (create or update it from admin-email), off.'
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
        description: 'After a deployment that failed, or a verification that found the environment unhealthy or at the wrong version: off, or revert (push a revert commit, wait for its deployment and verify it). Data is never restored: the commands for that are printed.'
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
        description: 'Downloaded logs and error reports to explain, offline and without access to anything: files and folders (as an input one per line), `-` for stdin. Each text is recognised by its content. Empty: ask the environment.'
    },
    'ssh-hosts': {
        group: 'ssh',
        type: 'text',
        default: '',
        commands: ['restore', 'verify', 'diagnose'],
        description: 'SSH logins (`user@host`, separated by commas or spaces), one for each node. With ssh-private-key they replace cloud-token, project and environment. Empty: ask the platform.'
    },
    'ssh-host-key': {
        group: 'ssh',
        type: 'choice',
        choices: ['pinned', 'accept-new'],
        default: 'pinned',
        commands: platform,
        description: 'pinned: trust only the host keys in known-hosts and known-hosts-file; accept-new: also trust an unknown host on first contact, with a warning that says what to store, but never a changed key (across runs if known-hosts-file is kept).'
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
        description: 'File in known_hosts format that outlives the run. It is trusted besides known-hosts, and accept-new adds accepted keys to it. It is created if missing. In workflows keep it with actions/cache.'
    },
    'cli-version': {
        group: 'ssh',
        type: 'text',
        default: '',
        commands: platform,
        description: 'Version of magento-cloud to install for this run, e.g. 1.47.0: downloaded, checked against its SHA-256 before it is run, kept in a cache; needs PHP. Empty: the magento-cloud on PATH.'
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
        description: "Copy the deployment's log into the log of the run, without anything that looks like a secret or customer data: show, hide (only the phases), auto (hide in an action of a public repository, whose logs everybody can read, otherwise show)."
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
};


/***/ }),

/***/ 3445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MS: () => (/* binding */ parseComposerVersion),
/* harmony export */   S$: () => (/* binding */ compareNumbers),
/* harmony export */   du: () => (/* binding */ isAtLeast),
/* harmony export */   fw: () => (/* binding */ compareComposerVersions)
/* harmony export */ });
/** Stages of a release in Composer's order. */
const stages = ['dev', 'alpha', 'beta', 'RC', 'stable', 'patch'];
const pattern = /^v?([0-9]{1,9}(?:\.[0-9]{1,9}){0,3})(?:-?(dev|alpha|beta|rc|patch|pl|p|a|b)((?:[.-]?[0-9]{1,9})*))?(?:\+[0-9a-z.-]+)?$/i;
const stageNames = {
    dev: 'dev',
    a: 'alpha',
    alpha: 'alpha',
    b: 'beta',
    beta: 'beta',
    rc: 'RC',
    p: 'patch',
    pl: 'patch',
    patch: 'patch'
};
/** Parses a numbered Composer version (one to four numbers); null for branches and anything else. */
function parseComposerVersion(text) {
    const match = pattern.exec(text);
    if (!match)
        return null;
    const [, numbers = '', stage, stageNumbers = ''] = match;
    const parts = numbers.split('.').map(Number);
    return {
        numbers: [...parts, 0, 0, 0].slice(0, 4),
        stage: stage === undefined ? 'stable' : (stageNames[stage.toLowerCase()] ?? 'stable'),
        stageNumbers: stageNumbers.match(/[0-9]+/g)?.map(Number) ?? []
    };
}
/** Negative, zero or positive as `a` is lower than, equal to or higher than `b`, as composer/semver sees it. */
function compareComposerVersions(a, b) {
    return (compareLists(a.numbers, b.numbers) ||
        stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
        compareLists(a.stageNumbers, b.stageNumbers));
}
/**
 * Like {@link compareComposerVersions}, but only by the leading numbers, as programs are compared: a pre-release equals
 * its release. A missing number is 0.
 */
function compareNumbers(a, b) {
    return compareLists(leadingNumbers(a), leadingNumbers(b));
}
/** Whether the leading numbers of a version are those of `least`, or higher. */
function isAtLeast(version, least) {
    return compareNumbers(version, least) >= 0;
}
function leadingNumbers(text) {
    const found = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})/.exec(text)?.[1] ?? '';
    return [...found.split('.').map(Number), 0, 0, 0].slice(0, 4);
}
function compareLists(a, b) {
    const different = a.findIndex((number, index) => number !== b[index]);
    if (different < 0)
        return a.length - b.length;
    return different >= b.length ? 1 : (a[different] ?? 0) - (b[different] ?? 0);
}


/***/ }),

/***/ 8050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jo: () => (/* binding */ parseProductVersion),
/* harmony export */   MQ: () => (/* binding */ isStable),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   aY: () => (/* binding */ releaseLine),
/* harmony export */   sE: () => (/* binding */ nextLine)
/* harmony export */ });
/* harmony import */ var _composer_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3445);

const shape = /^[0-9]+\.[0-9]+\.[0-9]+(-[A-Za-z][A-Za-z0-9.-]*)?$/;
/** Parses three numbers with an optional `-pN`, `-alphaN`, `-betaN` or `-RCN`; null for anything else. */
function parseProductVersion(text) {
    if (!shape.test(text))
        return null;
    const parts = (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseComposerVersion */ .MS)(text);
    return parts && { text, ...parts };
}
/**
 * Negative, zero or positive in Composer's order, which is not npm's: `2.4.7-beta1 < 2.4.7 < 2.4.7-p1 < 2.4.7-p10`.
 * Throws TypeError for a text that is not a product version.
 */
function compareVersions(a, b) {
    return (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareComposerVersions */ .fw)(parsed(a), parsed(b));
}
/** Whether the version is a finished release; patches (`-pN`) are. Throws TypeError as {@link compareVersions} does. */
function isStable(version) {
    const { stage } = parsed(version);
    return stage === 'stable' || stage === 'patch';
}
/** The release line, `2.4.7` for `2.4.7-p3`. Throws TypeError as {@link compareVersions} does. */
function releaseLine(version) {
    return parsed(version).numbers.slice(0, 3).join('.');
}
/** The line after a line, `2.4.8` for `2.4.7`: called NEXT in the documentation's `>=CURRENT <NEXT`. */
function nextLine(line) {
    const [major = 0, minor = 0, patch = 0] = parsed(line).numbers;
    return `${major}.${minor}.${patch + 1}`;
}
function parsed(version) {
    const result = typeof version === 'string' ? parseProductVersion(version) : version;
    if (result === null)
        throw new TypeError(`Not a product version: ${JSON.stringify(version)}`);
    return result;
}


/***/ }),

/***/ 9179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseTarget),
/* harmony export */   u: () => (/* binding */ resolveTarget)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _product_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8050);


const forms = 'Accepted are 2.4.8, 2.4.8-p3, =2.4.8, 2.4.9-beta1, latest-patch and latest.';
/** Parses the `target` option; throws UpgradeError `bad-input` with the accepted forms. */
function parseTarget(text) {
    if (text === 'latest-patch' || text === 'latest')
        return { kind: text };
    const exact = text.startsWith('=');
    const version = (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProductVersion */ .Jo)(exact ? text.slice(1) : text);
    if (version === null)
        throw badTarget(`The target ${JSON.stringify(text)} is not a version.`, forms);
    if (version.stage !== 'stable')
        return { kind: 'exact', version: version.text };
    return exact ? { kind: 'exact-ga', version: version.text } : { kind: 'line-newest', line: version.text };
}
/**
 * The requirements for a target. `available` are the product versions that the repository offers, an empty list if
 * unknown. Throws UpgradeError `bad-input` for a downgrade and for a version that does not exist.
 */
function resolveTarget(target, current, available) {
    const offered = available.filter((version) => (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseProductVersion */ .Jo)(version) !== null);
    const productPin = 'version' in target ? target.version : null;
    const line = lineOf(target, current, offered);
    if (productPin === null)
        expectLine(line, current, offered);
    else
        expectVersion(productPin, current, offered);
    return { constraint: `>=${line} <${(0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .nextLine */ .sE)(line)}`, productPin, line };
}
function lineOf(target, current, offered) {
    if (target.kind === 'line-newest')
        return target.line;
    if (target.kind === 'latest-patch')
        return (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY)(current);
    if (target.kind !== 'latest')
        return (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY)(target.version);
    const newest = offered
        .filter((version) => (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isStable */ .MQ)(version))
        .sort(_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)
        .at(-1);
    if (newest === undefined)
        throw badTarget('The newest version is unknown: the repository lists no stable product version.', forms);
    return (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY)(newest);
}
function expectLine(line, current, offered) {
    if ((0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(line, (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY)(current)) < 0)
        throw downgrade(line, current);
    const inLine = offered.filter((version) => (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY)(version) === line);
    if (offered.length === 0 || inLine.some((version) => (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isStable */ .MQ)(version)))
        return;
    // A project on a pre-release may stay on its line.
    if (!(0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .isStable */ .MQ)(current) && (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY)(current) === line)
        return;
    const found = inLine.length > 0 ? `only the pre-releases ${inLine.sort(_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy).join(', ')}` : 'nothing';
    throw badTarget(`The repository offers ${found} for ${line}, but no finished release.`, inLine.length > 0
        ? 'To use a pre-release, name it exactly.'
        : `Choose a line that exists: ${linesOf(offered).join(', ')}.`);
}
function expectVersion(version, current, offered) {
    if ((0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, current) < 0)
        throw downgrade(version, current);
    if (offered.length === 0 || offered.some((other) => (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(other, version) === 0))
        return;
    const line = (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY)(version);
    const inLine = offered.filter((other) => (0,_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY)(other) === line).sort(_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy);
    throw badTarget(`The repository does not offer ${version}.`, inLine.length > 0 ? `It offers ${inLine.join(', ')}.` : `Choose a line that exists: ${linesOf(offered).join(', ')}.`);
}
function linesOf(versions) {
    return [...new Set([...versions].sort(_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy).map(_product_version_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseLine */ .aY))].slice(-6);
}
function downgrade(wanted, current) {
    return badTarget(`The target ${wanted} is lower than ${current}, which the project runs; a database cannot be downgraded.`, `Choose ${current} or higher.`);
}
function badTarget(message, next) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('bad-input', { message, next });
}


/***/ }),

/***/ 6362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ deploymentReasons)
/* harmony export */ });
/** Why a deployment did not succeed, one sentence each; empty if it did. */
function deploymentReasons({ deployment }) {
    const told = deployment && deployment.verdict !== 'succeeded' && deployment.verdict !== 'skipped';
    return told ? deployment.reasons : [];
}


/***/ }),

/***/ 7115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ renderBytes),
/* harmony export */   _: () => (/* binding */ describeBackup)
/* harmony export */ });
/**
 * The places of the dumps and copies of a backup, and how to check them again: one line each. Empty if there are none.
 */
function describeBackup(backup) {
    if (backup === null)
        return [];
    const { dumps, downloadedTo, extras, manifest } = backup;
    // If there is a file on the server, `location` names it.
    const onServer = backup.location !== downloadedTo;
    return [
        ...dumps.flatMap(({ location, sha256 }) => [
            `${location}${onServer ? ' (on the server)' : ''}`,
            `sha256 ${sha256}`
        ]),
        ...(onServer && downloadedTo !== null ? [`${downloadedTo} (on this machine)`] : []),
        ...extras.map(({ kind, location }) => `${kind}: ${location}`),
        ...(downloadedTo !== null && manifest !== null
            ? [`To check it again: magento-cloud-upgrade backup verify ${manifest}`]
            : [])
    ];
}
/** A human-readable size: `412 MB`, `1.2 GB`. */
function renderBytes(bytes) {
    const units = ['B', 'kB', 'MB', 'GB', 'TB'];
    const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), units.length - 1);
    const value = bytes / 1000 ** power;
    return `${power === 0 || value >= 10 ? value.toFixed(0) : value.toFixed(1)} ${units[power] ?? 'B'}`;
}


/***/ }),

/***/ 8761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ describePhases)
/* harmony export */ });
/* harmony import */ var _seconds_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8756);

/** The duration of each phase of a deployment, `build 1m 20s, deploy 2m`; '' if none is known. */
function describePhases(deployment) {
    return (deployment?.phases ?? []).map(({ name, seconds }) => `${name} ${(0,_seconds_js__WEBPACK_IMPORTED_MODULE_0__/* .renderSeconds */ .e)(seconds)}`).join(', ');
}


/***/ }),

/***/ 3254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ describeRecovery)
/* harmony export */ });
const outcomes = {
    reverted: 'The upgrade was taken back',
    failed: 'The upgrade could not be taken back',
    refused: 'Nothing was taken back'
};
const databases = {
    no: 'The database was not changed by the upgrade.',
    maybe: 'The upgrade may have changed the database, so that it is ahead of the code.',
    yes: 'The upgrade changed the database: it is ahead of the code.'
};
/** What was done to bring an environment back, in one or two sentences. */
function describeRecovery({ outcome, reason, version, commit, databaseAhead }) {
    const what = outcome === 'reverted' ? `${outcomes.reverted} to ${version}` : outcomes[outcome];
    const by = commit === null ? '' : ` (commit ${commit.slice(0, 12)})`;
    return `${what}${by}: ${reason.replace(/\.$/, '')}. ${databases[databaseAhead]}`;
}


/***/ }),

/***/ 8921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ time),
/* harmony export */   s: () => (/* binding */ describeShop)
/* harmony export */ });
/* harmony import */ var _is_touched_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4478);

/** Whether the shop is open: the second line of every failure. Unknown is an answer. */
function describeShop(report) {
    const { findings, changes, plan, recovery } = report;
    const verification = recovery?.verification ?? (recovery === null ? report.verification : null);
    if (recovery?.outcome !== 'reverted' && isClosed(report))
        return closed(report);
    const seen = verification === null ? null : asSeen(verification);
    if (seen !== null)
        return seen;
    if (findings[0]?.siteUnchanged === true)
        return {
            mark: '🟢',
            text: `The shop runs ${plan?.fromVersion ?? 'the version before'} as before: the new code never reached it.`
        };
    const live = changes.filter(({ state }) => state !== 'undone');
    if (!(0,_is_touched_js__WEBPACK_IMPORTED_MODULE_0__/* .isTouched */ .D)(report))
        return { mark: '🟢', text: 'Nothing was changed: the shop is as it was.' };
    if (!live.some(({ kind }) => siteKinds.has(kind)))
        return { mark: '🟢', text: 'Nothing was deployed: the shop is as it was.' };
    return { mark: '🟠', text: 'Whether the shop is open is not known: look at it first.' };
}
const siteKinds = new Set([
    'variable',
    'redeployment',
    'maintenance',
    'setting',
    'server-file',
    'database',
    'deployment'
]);
function isClosed({ findings, verification }) {
    return (findings.some(({ id }) => id === 'maintenance-on') ||
        verification?.nodes.some(({ maintenance }) => maintenance === true) === true);
}
function closed({ findings, verification }) {
    const since = findings.find(({ id }) => id === 'maintenance-on')?.at ?? null;
    const cron = findings.some(({ id }) => id === 'cron-disabled') ||
        verification?.nodes.some(({ cron: on }) => on === false) === true;
    const when = since === null ? '' : ` since ${time(since)}`;
    return { mark: '🔴', text: `The shop is closed (maintenance mode)${when}${cron ? ', and cron is off' : ''}.` };
}
function asSeen({ storefront, nodes }) {
    if (nodes.some(({ maintenance }) => maintenance === true))
        return { mark: '🔴', text: 'The shop is closed (maintenance mode).' };
    if (storefront === null)
        return null;
    const { status } = storefront;
    if (status === null)
        return { mark: '🔴', text: 'The shop does not answer.' };
    return status < 400
        ? { mark: '🟢', text: `The shop is open: its storefront answers (HTTP ${status}).` }
        : { mark: '🔴', text: `The shop fails: its storefront answers with HTTP ${status}.` };
}
/** `12:36 UTC` of an ISO 8601 time. */
function time(iso) {
    return `${iso.slice(11, 16)} UTC`;
}


/***/ }),

/***/ 4478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ isTouched)
/* harmony export */ });
/** Whether the run changed anything, or may have; reverted effects and caches do not count. */
function isTouched({ changes }) {
    return changes.some(({ kind, state }) => state !== 'undone' && kind !== 'cache');
}


/***/ }),

/***/ 7444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   OV: () => (/* binding */ shellBlock),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* harmony import */ var _split_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1432);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2698);


const longest = 1000;
/** Text that Markdown shows verbatim on one line, in lists, headings, table cells and paragraphs. */
function inline(text) {
    return html(text)
        .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, '&#92;')
        .replaceAll(/[`*~[\]|$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
        .replaceAll(/#(?=#*$)/g, '\\#')
        .replace(/^(?=[-+#=])/, '\\')
        .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
}
/** The same inside HTML tags, where Markdown is not parsed. */
function html(text) {
    const line = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(text).replaceAll(/\s+/g, ' ').trim();
    const short = line.length > longest ? `${line.slice(0, longest)} …` : line;
    return (short
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        // GitHub notifies the user of `@name`, makes `user@host` a mail address, and links or closes `#1`; an HTML
        // comment splits them and is not copied.
        .replaceAll(/@(?=[A-Za-z0-9])|(?<!&)#(?=\d)|\bGH-(?=\d)/g, '$&<!-- -->'));
}
/** Our own text shown verbatim, with its commands as code. */
function prose(text) {
    const line = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(text).replaceAll(/\s+/g, ' ').trim();
    return (0,_split_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .splitCommands */ .t)(line.length > longest ? `${line.slice(0, longest)} …` : line)
        .map(({ text: piece, isCommand }) => (isCommand ? code(piece) : spaced(piece)))
        .join('');
}
/** Text as code in a line of prose. */
function code(text) {
    return `<code>${inline(text)}</code>`;
}
// Escaping trims both ends; the space next to a command is kept.
function spaced(text) {
    return `${text.startsWith(' ') ? ' ' : ''}${inline(text)}${text.endsWith(' ') && text.trim() !== '' ? ' ' : ''}`;
}
/** A link to a web address; only the text if it is not one. */
function link(text, url) {
    return /^https?:\/\/[^\s<>()"']+$/.test(url) ? `[${inline(text)}](${url})` : inline(text);
}
/** Commands as one block to paste. */
function shellBlock(commands) {
    return ['```sh', ...commands.map(onOneLine), '```'];
}
function onOneLine(command) {
    const lines = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(command).split('\n');
    return lines
        .map((line) => line.trim())
        .join(' ')
        .replaceAll('```', "'''");
}
/** Lines as a code block that nothing in them can end; `most` is the number shown. */
function codeBlock(text, most) {
    const all = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_1__/* .visibleText */ .Q)(text).split('\n');
    const shown = all.slice(0, most).map((line) => line.replaceAll('```', "'''").slice(0, longest));
    const more = all.length - shown.length;
    return ['```text', ...shown, ...(more > 0 ? [`(${more} more lines)`] : []), '```'];
}
/** Lines folded under a title; empty if there are none. */
function folded(title, lines, { open = false } = {}) {
    const shown = typeof title === 'string'
        ? html(title)
        : `<b>${html(title[0])}</b>${html(title[1]) === '' ? '' : `: ${html(title[1])}`}`;
    return lines.length > 0
        ? ['', `<details${open ? ' open' : ''}><summary>${shown}</summary>`, '', ...lines, '', '</details>']
        : [];
}


/***/ }),

/***/ 852:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ openItems)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/report/other-warnings.js
var other_warnings = __webpack_require__(6425);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/plan-notes.js
const titles = { before: 'Must be done before', look: 'Look at it', information: 'For information' };
/** The notes of a plan by their levels; empty levels are omitted. */
function groupNotes(notes) {
    return Object.entries(titles)
        .map(([level, title]) => ({ title, notes: notes.filter((note) => note.level === level) }))
        .filter(({ notes: found }) => found.length > 0);
}
/** The notes of a report's plan that its error does not already list. */
function notesOf({ plan, error }) {
    // Only problems of a plan have a level.
    const told = new Set(error?.problems.flatMap(({ id, level }) => (level === undefined ? [] : id)));
    return (plan?.notes ?? []).filter(({ id }) => !told.has(id));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/open-items.js


/** Sorts notes and warnings of a report: nothing is listed twice, and nothing that the error lists. */
function openItems(report) {
    const notes = notesOf(report).filter(({ id }) => id !== 'extension-moves');
    const told = keysOf((report.error?.problems ?? []).filter(({ severity }) => severity === 'error'));
    const warned = [
        ...(report.error?.problems ?? []).filter(({ severity }) => severity === 'warning'),
        ...(0,other_warnings/* otherWarnings */.E)(report)
    ];
    const all = unique([...notes, ...warned]).filter((item) => !told.has(keyOf(item)));
    const found = keysOf(report.verification?.problems ?? []);
    const needsHand = (item) => item.level === 'before' || found.has(keyOf(item));
    const rest = all.filter((item) => item.comparison === undefined);
    const information = rest.filter((item) => 'level' in item && item.level === 'information');
    return {
        comparisons: all.filter(isCompared),
        toDo: rest.filter((item) => needsHand(item)),
        warnings: rest.filter((item) => !needsHand(item) && !information.includes(item)),
        information
    };
}
function isCompared(item) {
    return item.comparison !== undefined;
}
function unique(items) {
    return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
function keysOf(items) {
    return new Set(items.map(keyOf));
}
// One check may find several problems.
function keyOf({ id, hosts = [], ...item }) {
    return JSON.stringify([id, hosts, item.message]);
}


/***/ }),

/***/ 6425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ otherWarnings)
/* harmony export */ });
/** The warnings that are neither among the problems nor listed with the plan. */
function otherWarnings({ error, warnings, plan }) {
    const told = new Set(error?.problems.map(keyOf));
    // A plan lists its own warnings, which have a level.
    return warnings.filter((warning) => !told.has(keyOf(warning)) && (plan === null || warning.level === undefined));
}
/** The identity of a problem: its id and hosts, since the same finding on other nodes is another problem. */
function keyOf({ id, hosts = [] }) {
    return JSON.stringify([id, ...hosts]);
}


/***/ }),

/***/ 4317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ groupChanges),
/* harmony export */   x: () => (/* binding */ countChanges)
/* harmony export */ });
const kinds = [
    ['up', 'up'],
    ['down', 'down'],
    ['added', 'added'],
    ['removed', 'removed'],
    ['same-version', 'with another archive']
];
/** The package changes by kind; empty kinds are omitted. */
function groupChanges({ packageChanges }) {
    const groups = kinds.map(([kind, words]) => ({
        words,
        changes: packageChanges.filter(({ change }) => change === kind)
    }));
    return groups.filter(({ changes }) => changes.length > 0);
}
/** How many packages change, by kind, in words: `52 up, 1 added, 1 removed`. */
function countChanges(plan) {
    return (groupChanges(plan)
        .map(({ changes, words }) => `${changes.length} ${words}`)
        .join(', ') || 'none');
}


/***/ }),

/***/ 8756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ renderSeconds)
/* harmony export */ });
/* harmony import */ var pretty_ms__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1692);

/** A human-readable duration: `840ms`, `12.3s`, `4m 10s`. */
function renderSeconds(seconds) {
    return (0,pretty_ms__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .A)(seconds * 1000);
}


/***/ }),

/***/ 1432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ splitCommands)
/* harmony export */ });
const subcommands = {
    'magento-cloud': /^[a-z][\w:-]*$/,
    'magento-cloud-upgrade': /^[a-z]+$/,
    git: /^(?:-C|add|checkout|commit|config|fetch|log|merge|pull|push|rebase|reset|restore|revert|rm|stash|status|tag)$/,
    composer: /^(?:audit|config|require|remove|show|update|validate|why-not)$/,
    php: /^(?:bin\/magento|\.\/bin\/magento|vendor\/bin\/ece-\w+|\.\/vendor\/bin\/ece-\w+)$/,
    'bin/magento': /^[\w:-]+$/,
    'vendor/bin/ece-tools': /^[\w:-]+$/,
    'vendor/bin/ece-patches': /^[\w:-]+$/,
    ssh: /^[\w.-]+@/,
    'ssh-keyscan': /^\S/,
    tail: /^-/,
    curl: /^-/
};
const stops = /^(?:and|or|then|where|if|in|on|as|by|there|which|that|for|before|after|would|with|again|shows?|prints?|lists?|while|of|is|to|alone|itself)$/;
// Alternating words and blanks.
const longestCall = 120;
const argument = /^(?:-|'|"|\$|[A-Z]{2,}$|.*[:/@=].)/;
/**
 * Splits our own text into prose and commands: texts in backticks, and calls of known programs. After a colon a call
 * extends to the end of its clause; within a sentence it has only what looks like an argument. Affects only the display
 * of a text, never what is done.
 */
function splitCommands(text) {
    return text
        .split(/(?<!`)`([^`\n]{1,500})`(?!`)/)
        .flatMap((part, index) => (index % 2 === 1 ? [{ text: part, isCommand: true }] : callsIn(part)))
        .filter((piece) => piece.text !== '');
}
function callsIn(text) {
    const words = text.split(/([ \n]+)/);
    const pieces = [];
    let prose = [];
    for (let at = 0; at < words.length;) {
        const { command, next, tail } = callAt(words, at, () => introduces(prose, pieces.length > 0));
        if (command === '')
            prose.push(words[at++] ?? '');
        else {
            pieces.push({ text: prose.join(''), isCommand: false }, { text: command, isCommand: true });
            prose = [tail];
            at = next;
        }
    }
    return [...pieces, { text: prose.join(''), isCommand: false }];
}
/** Whether the text before a call introduces it: nothing, a colon, or an `and` after another call. */
function introduces(prose, isBehindCall) {
    const last = prose.findLast((word) => word.trim() !== '');
    if (last === undefined)
        return true;
    return last.endsWith(':') || (isBehindCall && prose.length <= 4 && /^(?:and|or|then)$/.test(last));
}
function callAt(words, at, isIntroduced) {
    const none = { command: '', next: at, tail: '' };
    const [program = '', , second = ''] = words.slice(at, at + 3);
    const known = Object.hasOwn(subcommands, program) ? subcommands[program] : undefined;
    if (known?.test(bare(second)) !== true)
        return none;
    const introduced = isIntroduced();
    let end = at + 2;
    while (end + 2 < words.length && end - at < longestCall && continues(words, at, end, introduced))
        end += 2;
    const command = words.slice(at, end + 1).join('');
    return { command: bare(command), next: end + 1, tail: command.slice(bare(command).length) };
}
function continues(words, at, end, introduced) {
    const [last = '', , following = ''] = words.slice(end, end + 3);
    if (isOpen(words.slice(at, end + 1).join('')))
        return true;
    if (bare(last) !== last || following === '' || following.startsWith('('))
        return false;
    return argument.test(following) || (introduced && !stops.test(bare(following)));
}
function isOpen(command) {
    const quotes = command.replaceAll("'\\''", '').match(/'/g)?.length ?? 0;
    return quotes % 2 === 1 || (command.match(/"/g)?.length ?? 0) % 2 === 1;
}
/** The text without the punctuation of the sentence. */
function bare(word) {
    return word.replace(/[.,;:)]{1,3}$/, '');
}


/***/ }),

/***/ 9465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U$: () => (/* binding */ packages),
/* harmony export */   dE: () => (/* binding */ packageTable),
/* harmony export */   wO: () => (/* binding */ isMajor)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7444);
/* harmony import */ var _package_changes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4317);


const most = 1000;
/** Every package that changes, extensions first, as one folded table. */
function packages({ plan }) {
    if (!plan?.changed)
        return [];
    const all = (0,_package_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .groupChanges */ .t)(plan).flatMap(({ changes }) => changes);
    const moved = all.filter(({ thirdParty }) => thirdParty);
    const title = moved.length === 0
        ? (0,_package_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .countChanges */ .x)(plan)
        : `${(0,_package_changes_js__WEBPACK_IMPORTED_MODULE_1__/* .countChanges */ .x)(plan)} (${moved.length} ${moved.length === 1 ? 'extension' : 'extensions'})`;
    const rows = [...moved, ...all.filter(({ thirdParty }) => !thirdParty)];
    const more = rows.length - most;
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .folded */ .TM)(['Packages', title], [...packageTable(rows.slice(0, most)), ...(more > 0 ? ['', `${more} more are in the report.`] : [])]);
}
/** Packages with their versions; empty for none. */
function packageTable(changes) {
    if (changes.length === 0)
        return [];
    return ['| package | from | to |', '|---|---|---|', ...changes.map(row)];
}
function row({ name, from, to, thirdParty }) {
    const shown = thirdParty ? `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(name)}** (extension)` : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(name);
    return `| ${shown}${isMajor(from, to) ? ' ⚠️ major' : ''} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(from ?? '–')} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(to ?? '–')} |`;
}
/**
 * Whether the first number of a version changes; 0.x counts by its second. Does not apply to the product's own
 * versions.
 */
function isMajor(from, to) {
    const numbers = (version) => /^v?(\d+)\.(\d+)/.exec(version ?? '')?.slice(1) ?? [];
    const [[a, b], [c, d]] = [numbers(from), numbers(to)];
    if (a === undefined || c === undefined)
        return false;
    return a !== c || (a === '0' && b !== d);
}


/***/ }),

/***/ 9838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ title)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/report/is-touched.js
var is_touched = __webpack_require__(4478);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/failure-title.js

/** The heading of a run that failed, by its code. */
function failureTitle(report, error) {
    const { plan, verification, deployment, findings, recovery, target } = report;
    const code = error.code;
    const begun = (0,is_touched/* isTouched */.D)(report) ? 'Stopped' : 'Not started';
    const to = plan?.toVersion ?? verification?.expectedVersion ?? 'the new version';
    const wanted = target ?? 'the target';
    const blockers = error.problems.filter(({ severity }) => severity === 'error').length || 1;
    switch (code) {
        case 'internal-error':
            return () => `${begun}: a bug of this program`;
        case 'bad-input':
            return () => `${begun}: ${count(blockers, 'input')} to correct`;
        case 'bad-secret':
            return () => `${begun}: ${count(blockers, 'secret')} missing or refused`;
        case 'preflight-failed': {
            const versions = plan === null ? '' : ` for ${plan.fromVersion} → ${plan.toVersion}`;
            return (where) => `${begun}: ${count(blockers, 'blocker')}${versions}${report.environment === null ? '' : ` on ${where}`}`;
        }
        case 'busy':
            return (where) => `${begun}: ${where} is busy`;
        case 'backup-failed':
            return (where) => `${plan === null ? '' : `${begun}: `}${plan === null ? 'No' : 'no'} backup of ${where}`;
        case 'backup-unproven':
            return (where) => `${plan === null ? '' : `${begun}: `}${plan === null ? 'Backup' : 'backup'} of ${where} not proven`;
        case 'composer-credentials':
            return () => `${begun}: Composer keys are missing or refused`;
        case 'composer-network':
            return () => `${begun}: a Composer repository cannot be reached`;
        case 'unsatisfiable':
            return () => `No solution for ${wanted}: ${count(blockers, 'blocker')}`;
        case 'composer-policy':
            return () => `${begun}: Composer refuses ${wanted}`;
        case 'composer-crashed':
            return () => `${begun}: Composer gave no answer`;
        case 'commit-refused':
            return (where) => `${where} not upgraded: the commit was refused`;
        case 'push-rejected':
            return (where) => `${where} not upgraded: the push was rejected`;
        case 'push-raced':
            return (where) => `${where} not upgraded: somebody pushed first`;
        case 'deploy-failed':
            return deployment?.verdict === 'degraded'
                ? (where) => `${where} runs ${to}, its post-deploy hook failed`
                : (where) => `${where}: the deployment of ${to} failed${phase(findings)}`;
        case 'deploy-never-started':
            return (where) => `${where}: the deployment of ${to} never began`;
        case 'deploy-unknown':
            return (where) => `${where}: ${unknownWords(deployment?.verdict, to)}`;
        case 'wrong-version':
            return (where) => `${where} does not run ${to}`;
        case 'unhealthy':
            return (where) => `${where} runs ${to} but is unhealthy`;
        case 'reverted':
            return (where) => `${where} is back on ${recovery?.version ?? 'the old version'}: ${to} failed`;
        case 'recovery-failed':
            return (where) => recovery?.outcome === 'refused'
                ? `${where}: ${to} failed and was not taken back`
                : `${where}: ${to} failed, and so did the way back`;
        case 'retry-later':
            return verification?.verdict === 'unreachable'
                ? (where) => `${where}: not every node answered`
                : () => `${begun}: a disturbance, try again`;
        case 'interrupted':
            return () => 'Stopped by Ctrl-C';
        case 'terminated':
            return () => 'Stopped by SIGTERM';
    }
}
function phase(findings) {
    const words = {
        configuration: '',
        build: ' in the build',
        deploy: ' in its deploy phase',
        'post-deploy': '',
        site: ''
    };
    const of = findings[0]?.phase ?? null;
    return of === null ? '' : words[of];
}
function unknownWords(verdict, to) {
    if (verdict === 'staged')
        return `${to} is staged, not deployed`;
    if (verdict === 'superseded')
        return `a newer push replaced ${to}`;
    return `how the deployment of ${to} ended is unknown`;
}
function count(number, what) {
    return `${number} ${what}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/fit-title.js
/** The longest heading. */
const titleLength = 70;
/** The heading with as much of the environment's name as fits in {@link titleLength}. */
function fitTitle(environment, words) {
    const name = environment ?? 'the environment';
    const whole = words(name);
    const left = name.length - (whole.length - titleLength);
    const fitted = whole.length <= titleLength ? whole : words(`${name.slice(0, Math.max(left - 1, 3))}…`);
    return fitted.length > titleLength ? `${fitted.slice(0, titleLength - 1)}…` : fitted;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/title.js


/**
 * The verdict of a run as a heading of at most 70 characters: environment, verdict and versions. No foreign text,
 * address or cause: those are shown elsewhere.
 */
function title(report) {
    return fitTitle(report.environment, report.error === null ? words(report) : failureTitle(report, report.error));
}
function words(report) {
    const { verdict, plan, verification, pullRequest, backup, findings } = report;
    const versions = plan === null ? '' : `${plan.fromVersion} → ${plan.toVersion}`;
    const runs = verification?.installedVersion ?? plan?.fromVersion ?? '';
    switch (verdict) {
        case 'upgraded':
            return (where) => `${where} upgraded: ${versions}`;
        case 'up-to-date':
            return (where) => `${where} is up to date: ${verification?.installedVersion ?? plan?.toVersion ?? ''}`;
        case 'held-back':
            return (where) => `${where} stays on ${runs}: ${plan?.heldBack?.version ?? 'a newer release'} is blocked`;
        case 'planned':
            return () => `Plan: ${versions}, nothing was changed`;
        case 'committed':
            return () => `Committed, not pushed: ${versions}`;
        case 'pushed':
            return (where) => `${pullRequest === null ? 'Pushed' : `Pull request #${pullRequest.number}`} for ${where}: ${versions}`;
        case 'backed-up':
            return (where) => `${where} is backed up${backup?.state === 'inconsistent' ? ', with gaps' : ''}`;
        case 'restored':
            return (where) => `The backup was restored into ${where}`;
        case 'verified':
            return (where) => `${where} runs ${runs} and is healthy`;
        case 'diagnosed':
            return (where) => findings.length === 0
                ? `${where}: nothing wrong was found`
                : `${where}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`;
        case 'failed':
            return () => 'Failed';
    }
}


/***/ }),

/***/ 4759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ns: () => (/* binding */ optionSecrets),
/* harmony export */   TR: () => (/* binding */ secretLeaves),
/* harmony export */   Y9: () => (/* binding */ addressSecrets),
/* harmony export */   eH: () => (/* binding */ surroundingSecrets)
/* harmony export */ });
/* harmony import */ var _normalize_options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8268);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32);
/* harmony import */ var _secrets_url_credentials_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8914);
/* harmony import */ var _secrets_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9678);




/** The values of the secret options and COMPOSER_AUTH; of a value that is JSON, also each value in it. */
function optionSecrets(given, environment) {
    const rows = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionTable */ .s);
    const values = rows
        .filter(([, row]) => row.secret)
        .map(([name]) => given?.[(0,_normalize_options_js__WEBPACK_IMPORTED_MODULE_0__/* .camelCase */ .xQ)(name)]);
    const texts = [...values, environment['COMPOSER_AUTH']].map((value) => value instanceof _secrets_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z ? value.reveal() : value);
    return texts.flatMap((text) => (typeof text === 'string' ? secretLeaves(text) : []));
}
/** Credentials in addresses: those of a storefront, a proxy, a git configuration; `texts` may be anything. */
function addressSecrets(texts) {
    return texts
        .filter((text) => typeof text === 'string')
        .flatMap((text) => (0,_secrets_url_credentials_js__WEBPACK_IMPORTED_MODULE_2__/* .urlCredentials */ .O4)(text))
        .map((value) => new _secrets_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(value));
}
/** Each value in a JSON secret counts as a secret, since those leak. */
function secretLeaves(text) {
    const found = [text.trim()];
    try {
        JSON.parse(text, (key, value) => {
            if (typeof value === 'string' && key !== 'username')
                found.push(value);
            return value;
        });
    }
    catch {
        // Not JSON: the text itself is the secret.
    }
    return found.filter((value) => value !== '').map((value) => new _secrets_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .Secret */ .z(value));
}
/** All secrets known before a run has begun: from `environment`, and the addresses among `texts`. */
function surroundingSecrets(environment, texts = []) {
    return [
        ...secretLeaves(environment['COMPOSER_AUTH'] ?? ''),
        ...addressSecrets([...Object.values(environment), ...texts])
    ];
}


/***/ }),

/***/ 8268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ cliOptions),
/* harmony export */   IX: () => (/* binding */ isLocal),
/* harmony export */   a5: () => (/* binding */ normalizeOptions),
/* harmony export */   xQ: () => (/* binding */ camelCase)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _tools_magento_cloud_cli_release_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4654);
/* harmony import */ var _project_target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9179);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(32);
/* harmony import */ var _secrets_secret_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9678);





/** The name of an option as a library option, e.g. `workingDirectory`. */
function camelCase(name) {
    return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}
/**
 * Fills in defaults and checks types and choices. Throws one UpgradeError `bad-input` that names every wrong or
 * unknown option at once.
 */
function normalizeOptions(given, command) {
    const problems = [];
    const entries = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_3__/* .optionTable */ .s).map(([name, row]) => {
        const key = camelCase(name);
        const value = given[key];
        const problem = value === undefined ? null : check(name, row, value);
        if (problem !== null)
            problems.push(problem);
        return [key, row.secret ? asSecret(value) : (value ?? row.default)];
    });
    const options = Object.fromEntries(entries);
    problems.unshift(...targetProblems(options, command));
    problems.push(...unknownOptions(given), ...missingOptions(options, command));
    problems.push(...placeProblems(options), ...artifactProblems(options));
    problems.push(...(0,_tools_magento_cloud_cli_release_js__WEBPACK_IMPORTED_MODULE_1__/* .cliRelease */ .U)(cliOptions(options)).problems);
    if (problems.length === 0)
        return options;
    throw (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badInput */ .AN)(problems);
}
/** The options about the `magento-cloud` to install. */
function cliOptions({ cliVersion, cliSha256, cliUrl }) {
    // Values of a wrong type, from a caller without types, are reported already.
    const text = (value) => (typeof value === 'string' ? value : '');
    return { version: text(cliVersion), sha256: text(cliSha256), url: text(cliUrl) };
}
function asSecret(value) {
    return value instanceof _secrets_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .Secret */ .z ? value : new _secrets_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .Secret */ .z(typeof value === 'string' ? value.trim() : '');
}
function check(name, row, value) {
    if (row.secret)
        return typeof value === 'string' || value instanceof _secrets_secret_js__WEBPACK_IMPORTED_MODULE_4__/* .Secret */ .z
            ? null
            : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, 'is not text.', 'Set it to a text.');
    if (row.type === 'choice') {
        const choices = row.choices ?? [];
        return choices.includes(value)
            ? null
            : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, `is ${String(value)}.`, `Use one of: ${choices.join(', ')}.`);
    }
    const expected = row.type === 'text' ? 'string' : row.type;
    if (typeof value !== expected)
        return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, `is not a ${row.type}.`, `Set it to a ${row.type}.`);
    if (row.type === 'number' && !isEnough(value, row.least))
        return row.least === undefined
            ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, 'is not a positive number.', 'Use a number above 0.')
            : (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, `is not a number from ${row.least} on.`, `Give a number, at least ${row.least}.`);
    return null;
}
function isEnough(value, least) {
    return Number.isFinite(value) && (least === undefined ? value > 0 : value >= least);
}
function unknownOptions(given) {
    const known = new Set(Object.keys(_options_js__WEBPACK_IMPORTED_MODULE_3__/* .optionTable */ .s).map(camelCase));
    const unknown = Object.keys(given).filter((key) => !known.has(key));
    return unknown.map((key) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(key, 'is not an option.', 'Remove it; --help lists the options.'));
}
function missingOptions(options, command) {
    // Verify and diagnose also work over SSH without the platform: they check for themselves.
    if (command !== 'upgrade' && command !== 'backup')
        return [];
    const alone = command === 'backup';
    const off = alone && options.backup === 'off';
    const project = options.project === '' && (alone || !isLocal(options));
    return [
        ...(project
            ? [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)('project', 'is empty.', 'Set the id of the Cloud project (magento-cloud project:list shows it).')]
            : []),
        ...(off ? [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)('backup', 'is off, and the command backup does nothing else.', 'Use backup: auto.')] : []),
        ...(alone && options.environment === ''
            ? [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)('environment', 'is empty.', 'Set the id of the Cloud environment.')]
            : [])
    ];
}
/** Reported first, because the other problems depend on it. */
function targetProblems({ target }, command) {
    if (typeof target !== 'string' || (command !== 'plan' && command !== 'upgrade'))
        return [];
    try {
        (0,_project_target_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTarget */ .h)(target);
        return [];
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy))
            throw error;
        return [{ id: 'bad-input', severity: 'error', message: error.message, fix: error.next }];
    }
}
/** db:dump leaves nothing on the server, so server options do not apply. */
function placeProblems({ backup, backupTo }) {
    if (backup !== 'cloud-dump' || (backupTo !== 'remote' && backupTo !== 'both'))
        return [];
    return [
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)('backup-to', `is ${backupTo}, which backup: cloud-dump does not support.`, 'Use backup: ssh-dump, or backup-to: runner.')
    ];
}
/** A backup that leaves the machine must be encrypted and complete on this machine. */
function artifactProblems(options) {
    const { backup, backupArtifact, backupEncryptTo, backupMedia, backupTo } = options;
    if (!backupArtifact)
        return [];
    const here = backupTo === 'runner' || backupTo === 'both' || (backupTo === 'auto' && backup === 'cloud-dump');
    const name = 'backup-artifact';
    return [
        ...(backup === 'off' ? [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, 'is set, but backup is off.', 'Set backup: auto.')] : []),
        ...(backupEncryptTo === ''
            ? [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, 'is set without backup-encrypt-to.', 'Set backup-encrypt-to to the age recipients.')]
            : []),
        ...(here ? [] : [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, 'needs the dump on this machine.', 'Set backup-to: runner (or both).')]),
        ...(backupMedia === 'download'
            ? [(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .badOption */ .$9)(name, 'is set, but media are not encrypted.', 'Set backup-media: off or setup-backup.')]
            : [])
    ];
}
/** Whether an upgrade with these options touches no Cloud environment at all. */
function isLocal(options) {
    const { backup, push, pullRequest, wait, verify, adminEmailCheck } = options;
    const asksPlatform = adminEmailCheck === 'require' || adminEmailCheck === 'set';
    return backup === 'off' && !asksPlatform && (!push || pullRequest || (!wait && !verify));
}


/***/ }),

/***/ 5545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ newRunState),
/* harmony export */   Z: () => (/* binding */ composeReport)
/* harmony export */ });
/* harmony import */ var _describe_effects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4174);
/* harmony import */ var _secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9880);
/* harmony import */ var _secrets_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(811);



/** The initial state, before anything is known. */
function newRunState(known) {
    return {
        verdict: 'failed',
        startedAt: new Date().toISOString(),
        project: null,
        environment: null,
        branch: null,
        commit: null,
        liveCommitTag: null,
        target: null,
        workflow: null,
        pullRequest: null,
        wayBack: null,
        plan: null,
        backup: null,
        update: null,
        deployment: null,
        verification: null,
        recovery: null,
        findings: [],
        changes: [],
        warnings: [],
        ...known
    };
}
/** The report of a run: its facts, timetable and end, with all texts redacted. */
function composeReport(facts, steps, seconds, error, secrets) {
    const redact = (0,_secrets_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .createRedact */ .a)(secrets);
    const report = {
        schemaVersion: 1,
        ...facts,
        verdict: error === null ? facts.verdict : 'failed',
        steps: [...steps],
        seconds,
        error: error && describeError(error, (0,_describe_effects_js__WEBPACK_IMPORTED_MODULE_0__/* .describeEffects */ .Q)(facts.changes).unchanged, redact)
    };
    return JSON.parse(JSON.stringify(report), (_, value) => typeof value === 'string' ? redact(value) : value);
}
// Known secrets first: redaction by form may hide a part of one and leave the rest.
function describeError(error, unchanged, redact) {
    const { code, exitCode, message, summary, next, problems, details } = error;
    return {
        code,
        exitCode,
        message,
        summary,
        unchanged,
        next,
        problems: [...problems],
        details: details === undefined ? null : (0,_secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_1__/* .redactEvidence */ .H)(redact(details))
    };
}


/***/ }),

/***/ 6533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ stopOnSignals)
/* harmony export */ });
/* harmony import */ var _unexpected_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1358);

// The command line and the action stop in the same way.
/**
 * A signal that aborts at the first Ctrl-C or SIGTERM, with its name as the reason; the second one exits at once. An
 * uncaught error also stops the run cleanly, with the error as the reason: Node would print it unredacted. `redact` is
 * applied to what is printed then.
 */
function stopOnSignals(redact = (text) => text) {
    const controller = new AbortController();
    for (const [name, code] of [
        ['SIGINT', 130],
        ['SIGTERM', 143]
    ]) {
        process.on(name, () => {
            if (controller.signal.aborted)
                process.exit(code);
            process.stderr.write('\nStopping. Press Ctrl-C again to stop at once.\n');
            controller.abort(name);
        });
    }
    process.on('uncaughtException', (thrown) => {
        // A closed output pipe is no reason to stop an upgrade half-way.
        if (thrown instanceof Error && 'code' in thrown && thrown.code === 'EPIPE')
            return;
        const error = (0,_unexpected_error_js__WEBPACK_IMPORTED_MODULE_0__/* .unexpectedError */ .W)(thrown);
        process.stderr.write(`${redact(error.message)}\n`);
        if (controller.signal.aborted)
            process.exit(error.exitCode);
        process.exitCode = error.exitCode;
        controller.abort(error);
    });
    return controller.signal;
}


/***/ }),

/***/ 1358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ unexpectedError),
/* harmony export */   k: () => (/* binding */ failedReport)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _tools_files_private_folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9334);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5545);



/**
 * Any thrown value as a reportable failure: an UpgradeError stays the same, a foreign private folder is
 * `preflight-failed`, anything else is our bug and becomes an `internal-error` with its stack as details. The text is
 * not redacted yet.
 */
function unexpectedError(thrown, facts) {
    if (thrown instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy)
        return thrown;
    if (thrown instanceof _tools_files_private_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .ForeignFolderError */ .pP)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('preflight-failed', {
            message: thrown.message,
            next: 'Remove it, or set TMPDIR (in workflows RUNNER_TEMP) to a folder that others cannot write to, then run again.'
        });
    const pushed = facts?.verdict === 'pushed' && facts.commit !== null;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('internal-error', {
        message: `A bug of this program ended the run: ${textOf(thrown)}`,
        next: pushed
            ? 'Run the same command again: it follows the deployment.'
            : 'Run the same command again; if it fails the same way, report it with the details, which contain no secrets of the options.',
        details: thrown instanceof Error ? (thrown.stack ?? thrown.message) : textOf(thrown)
    });
}
function textOf(thrown) {
    const text = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
    return text.split('\n')[0] ?? '';
}
/** The report of a run that failed before or outside its command; all texts without `secrets`. */
function failedReport(thrown, secrets) {
    return (0,_run_state_js__WEBPACK_IMPORTED_MODULE_2__/* .composeReport */ .Z)((0,_run_state_js__WEBPACK_IMPORTED_MODULE_2__/* .newRunState */ .P)({}), [], 0, unexpectedError(thrown), secrets);
}


/***/ }),

/***/ 1206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _tools_files_make_folders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9478);




/** Writes the report as JSON to `path`, or to a new file below `temporary`. Returns the absolute path. */
async function writeReport(report, path, temporary = (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()) {
    const file = path === '' ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(temporary, 'magento-cloud-upgrade-report-')), 'report.json') : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    await (0,_tools_files_make_folders_js__WEBPACK_IMPORTED_MODULE_3__/* .makeFolders */ .w)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(file));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, `${JSON.stringify(report, null, 2)}\n`);
    return file;
}


/***/ }),

/***/ 9880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ redactEvidence),
  V: () => (/* binding */ redactedLastLine)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/addresses.js
const withUser = /\/\/[^\s"<>`]+/g;
const query = /\?[\w%.[\]-]+=[^\s"')]*/g;
const ipv4 = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)/g;
const ipv6 = /(?<![\w:.\\])(?=[0-9a-f:]{2})[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\.\d{1,3}){0,3}(?![\w:(\\])/gi;
/** Replaces users and passwords, queries and IP addresses in a text by placeholders; versions of four parts stay. */
function hideAddresses(text) {
    return text
        .replace(withUser, (url, at) => withoutUser(url, /https?:$/i.test(text.slice(Math.max(0, at - 6), at))))
        .replace(query, '?<query>')
        .replace(ipv6, (found) => (isIpv6(found) ? '<ip>' : found))
        .replace(ipv4, (found, at, whole) => (isVersion(whole, at, found) ? found : '<ip>'));
}
// Passwords in URLs may contain reserved characters: the user's part ends at the last `@`.
function withoutUser(url, isWeb) {
    const at = url.lastIndexOf('@');
    if (at < 0)
        return url;
    const user = url.slice(2, at);
    return user.includes(':') || (isWeb && !/[/?#]/.test(user)) ? `//<hidden>${url.slice(at)}` : url;
}
// A version follows a package name, the word version, a constraint operator or a program name.
const versionBefore = /(?:(?:^|[\s"'([])(?!(?:text|image|application)\/)[a-z0-9][a-z0-9_.-]*\/[a-z0-9][a-z0-9_.-]*["']?(?:\s{0,40}[:@(=]|\s{1,40}|\[)[\s"'(v\d.,=>^~|*-]*|\bversions?["'\s:=>(-]*v?|[\^~<>]=?\s?|[!=]==?\s?|\bv|[A-Za-z]\/)$/i;
const versionAfter = /^(?:\.(?:zip|tar|tgz|phar|patch)\b|-(?:dev|alpha|beta|rc|p\d|patch)| => v?\d)/i;
function isVersion(text, at, found) {
    if (found.split('.').some((part) => Number(part) > 255 || /^0\d/.test(part)))
        return true;
    const before = text.slice(Math.max(0, at - 120), at);
    const after = text.slice(at + found.length, at + found.length + 10);
    return versionBefore.test(before.slice(before.lastIndexOf('\n') + 1)) || versionAfter.test(after);
}
function isIpv6(found) {
    const groups = found.split(':');
    if (!found.includes('::'))
        return groups.length >= 6 && groups.every((group) => group !== '');
    return groups.length <= 9 && found.length > 2 && /\d/.test(found);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/rewrite.js
/**
 * `text` with the matches of `start` (a global pattern) replaced by the results of `rewriteAt`; null leaves a match
 * unchanged. Replaced parts are not read again, so the time is linear if `start` is and `rewriteAt` reads no further
 * than its end.
 */
function rewrite(text, start, rewriteAt) {
    const pieces = [];
    let done = 0;
    start.lastIndex = 0;
    for (let match = start.exec(text); match !== null; match = start.exec(text)) {
        const found = rewriteAt(match, text);
        if (found === null) {
            if (match[0] === '')
                start.lastIndex += 1;
            continue;
        }
        pieces.push(text.slice(done, match.index), found.text);
        done = found.end;
        start.lastIndex = Math.max(found.end, match.index + 1);
    }
    start.lastIndex = 0;
    return done === 0 ? text : pieces.join('') + text.slice(done);
}
/** The match of a sticky pattern at a position, or null. */
function matchAt(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/quoted.js

const quoted_opener = /\\{0,8}["'`]|&(?:#0?3[49]|#x2[27]|apos|quot);|\\{1,8}u002[27]|%2[27]/iy;
// In a shell a single quote within single quotes needs leaving them.
const shellQuote = /\\''|"'"'/y;
const lineBreak = /\n/;
const newEntry = /\n(?:\[\d{4}-|#\d|[WE]: |\s*at |Stack trace)/;
/** The quoted value that begins at a position, or null. With `overLines` it may extend to the next log entry. */
function quotedAt(text, at, overLines = false) {
    const quote = matchAt(quoted_opener, text, at)?.[0];
    if (quote === undefined)
        return null;
    const from = at + quote.length;
    const limit = overLines ? newEntry : lineBreak;
    let read = from;
    for (let to = text.indexOf(quote, from); to >= 0; to = text.indexOf(quote, read)) {
        // Only the unread part: a line may be very long with very many quotes.
        if (limit.test(text.slice(read, to)))
            break;
        const end = to + quote.length;
        const isDoubled = quote.length === 1 && text.startsWith(quote, end) && (to > from || text[end + 1] === quote);
        if (isEscaped(text, from, to, quote))
            read = end;
        else if (isDoubled)
            read = end + 1;
        else if (quote === "'" && matchAt(shellQuote, text, end))
            read = end + (matchAt(shellQuote, text, end)?.[0].length ?? 0);
        else
            return { quote, from, to, end };
    }
    const end = lineEnd(text, from);
    return { quote, from, to: end, end };
}
/** The end of the line of a position. */
function lineEnd(text, at) {
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
}
/** The next position of `sign` on the line of a position, or the line's end; reads no further. */
function onLine(text, sign, from) {
    return from + (matchAt(before[sign], text, from)?.[0].length ?? 0);
}
const before = { '<': /[^<\n]*/y, '"': /[^"\n]*/y, "'": /[^'\n]*/y };
// One backslash more than at the opening quote means that the quote belongs to the value.
function isEscaped(text, from, at, quote) {
    if (quote.startsWith('&') || quote.startsWith('%'))
        return false;
    let backslashes = 0;
    while (at - backslashes > from && text[at - backslashes - 1] === '\\')
        backslashes += 1;
    return quote.startsWith('\\') ? backslashes > 0 : backslashes % 2 === 1;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/command-arguments.js


const flags = /(?<=^|[\s"',=])-(?:p(?=\S)|u|-user|-proxy-user|a(?=\s))/gm;
const pair = /(?:=|[^\S\n]{0,8})/y;
const composer = /\b(?:(?:http-basic|github-oauth|gitlab-token|gitlab-oauth|bearer|bitbucket-oauth)\.[\w.:-]{1,250}) /g;
// The AUTH command of Redis, as its monitor and clients show it; words of a sentence have no digit.
const redisAuth = /(\bAUTH"? "?)(?=[^\s"]{0,100}\d)[^\s"]{4,200}/g;
const client = /\b(?:mysql\w*|mariadb[\w-]*|sshpass|redis-cli|ftp|docker)\b[^\n|;&]*$/;
// Options of find and of archive tools that begin like the short flag.
const noPassword = /^-p(?:\d{1,5}|ath|erm|rint\w*|rune|thread|roto\w*|ie|[rRvfax]{1,4})$/;
/** Secrets in the arguments of commands, `mysql -pSECRET`, `curl -u user:TOKEN`, as `<hidden>`. */
function hideCommandArguments(text) {
    const composed = rewrite(text, composer, (match) => {
        const from = match.index + match[0].length;
        const values = matchAt(/[^\n|;&]+/y, text, from);
        return values && { end: from + values[0].length, text: `${match[0]}<hidden>` };
    });
    const flagged = rewrite(composed, flags, (match) => argumentOf(match, composed));
    return flagged.replace(redisAuth, (_, before) => `${before}<hidden>`);
}
function argumentOf(match, text) {
    const behind = match.index + match[0].length;
    const line = text.slice(Math.max(0, match.index - 200), match.index);
    if (match[0] === '-p')
        return command_arguments_password(match, behind, text, line);
    const from = behind + (matchAt(pair, text, behind)?.[0].length ?? 0);
    if (match[0] === '-a')
        return client.test(line) ? command_arguments_hidden(match.index, wordAt(text, match.index, from), text, from) : null;
    const value = wordAt(text, match.index, from);
    return text.slice(value.from, value.to).includes(':') ? command_arguments_hidden(match.index, value, text, value.from) : null;
}
function command_arguments_password(match, behind, text, line) {
    const value = wordAt(text, match.index, behind);
    const isClient = client.test(line);
    if (!isClient && noPassword.test(`-p${text.slice(value.from, value.to)}`))
        return null;
    return command_arguments_hidden(match.index, value, text, value.from);
}
function command_arguments_hidden(start, { to }, text, from) {
    return to <= from ? null : { end: to, text: `${text.slice(start, from)}<hidden>` };
}
const part = /'[^'\n]*'|"(?:\\[^\n]|[^"\\\n])*"|\\[^\n]|[^\s'"\\]+|["']/y;
// A shell word including quotes within it; a completely quoted word ends with its quote.
function wordAt(text, flag, from) {
    const around = text[flag - 1] ?? '';
    if (/["']/.test(around)) {
        const { to } = quotedAt(text, flag - 1) ?? { to: from };
        return { from, to: Math.max(from, to) };
    }
    let to = from;
    for (let found = matchAt(part, text, to); found; found = matchAt(part, text, to))
        to += found[0].length;
    return { from, to };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/mail-addresses.js

const sign = /@|%40|&#(?:0?64|x40);|&commat;|\\u0040/gi;
const localCharacter = /[\p{L}\p{N}._+%~!#$*-]/u;
// Characters allowed in a name that more often come before it.
const oddCharacter = /[\p{L}\p{N}._+%~!#$*&'/=?^`{|}-]/u;
const domainCharacter = /[\p{L}\p{N}.-]/u;
/**
 * Replaces e-mail addresses, also in URLs and HTML, by `<e-mail>`. Logins of the platform and of git are not personal
 * and stay.
 */
function hideMailAddresses(text) {
    const pieces = [];
    let done = 0;
    let read = 0;
    // From each `@` to both sides, not past the previous `@`, so that each character is read a bounded number of times.
    rewrite(text, sign, ({ 0: found, index }) => {
        const [from, to] = [localStart(text, index, read), domainEnd(text, index + found.length)];
        read = index + found.length;
        if (!isAddress(text.slice(from, index), text.slice(read, to)))
            return null;
        pieces.push(text.slice(done, from), '<e-mail>');
        done = to;
        return { end: to, text: '' };
    });
    return pieces.join('') + text.slice(done);
}
function localStart(text, at, least) {
    if (text[at - 1] === '"') {
        const before = text.slice(Math.max(least, at - 66), at - 1);
        const open = before.lastIndexOf('"');
        return open < 0 || before.includes('\n') ? at : at - 1 - before.length + open;
    }
    let from = at;
    const isName = (place) => place >= least && localCharacter.test(text[place] ?? '');
    while (isName(from - 1) || (from < at && text[from - 1] === "'" && isName(from - 2)))
        from -= 1;
    if (from === at)
        while (from > least && oddCharacter.test(text[from - 1] ?? ''))
            from -= 1;
    return from;
}
function domainEnd(text, from) {
    let to = from;
    while (to < text.length && domainCharacter.test(text[to] ?? ''))
        to += 1;
    while (to > from && /[.-]/.test(text[to - 1] ?? ''))
        to -= 1;
    return to;
}
function isAddress(local, domain) {
    const isLogin = local === 'git' || /^ssh\.[\w.-]*magento(?:site)?\.cloud$/i.test(domain);
    return local !== '' && !isLogin && /\.(?:xn--[\w-]{2,}|\p{L}{2,})$/u.test(domain);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/secret-names.js
// Names, or parts of names, of secrets and personal data. Some are too short to be searched within words.
const parts = [
    'password|passwd|passphrase|passkey|passcode|requirepass|masterauth|secret|token|authorization|credential|cookie',
    'signature|pwd|sessid|x-magento-vary|api[_-]?key|license[_-]?key|identified\\s+by',
    '(?:access|private|encryption|account|auth|crypt|secure|shared|form|session|master|storage)[_-]?key|session[_-]?id',
    'crypt/key|(?<=["\'])key(?=["\']\\s*=>)|(?<=["\']crypt["\']\\s{0,9}:\\s{0,9}\\{\\s{0,9}["\'])key|(?<![a-z])(?:pass|pw|auth|nonce|salt|otp|sid|dsn|cvv|cvc)(?![\\w-])'
];
const people = [
    '(?:first|last|middle|customer|shipping|billing)[_-]?name|telephone|phone|fax|street|address_?line|postcode',
    'zip[_-]?code|taxvat|vat[_-]?id|(?<![a-z])(?:dob|iban|cc_owner|(?:cc|card)[_-]?number)(?![a-z])|date[_-]of[_-]birth'
];
/** Finds names of secrets and personal data, each with the rest of its word. */
const secretNames = new RegExp(`(?:${[...parts, ...people].join('|')})[\\w-]*`, 'gi');
const moduleName = /^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*[a-z]\w*$/;
const state = /(?:[01]\b|v?\d+(?:\.\d+)+|schema|data|none|enabled|disabled|[\^~>=<]+\s?\d|dev-)/iy;
const nothing = /(?:null|true|false|none|array|yes|no)(?![\w-])|\*{3,}|<hidden>|\[\]|\{\}|[{[(](?=\s|$)|["']{2}(?!["'])/iy;
/** Whether the text after such a name is not a secret: a state, a version of a package or module, a folder, nothing. */
function isHarmless(text, name, value) {
    const before = text.slice(Math.max(0, name.from - 60), name.from);
    const word = text.slice(name.from, name.to);
    const whole = (/[\w-]*$/.exec(before)?.[0] ?? '') + word;
    const starts = (pattern) => {
        pattern.lastIndex = value;
        return pattern.test(text);
    };
    if (starts(nothing))
        return true;
    if (/^(?:OLD)?PWD$/.test(whole))
        return text[value] === '/';
    if (/(?:Exception|Error|Interface|Manager|Factory)$/.test(word))
        return true;
    const isPackage = /(?:^|[\s"'(])[a-z0-9][\w.-]{0,40}\/[\w.-]*$/.test(before);
    return (isPackage || moduleName.test(whole)) && starts(state);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/named-values.js



const quote = String.raw `\\{0,8}["'\`]|&(?:#0?3[49]|#x2[27]|apos|quot);|\\{1,8}u002[27]|%2[27]`;
// A name in backticks is a column, and so is the next one.
const sure = quote.replace('\\`', '');
const named_values_close = String.raw `(?<close>(?:${quote}|[\])]|%5D){0,3})`;
const blank = String.raw `[^\S\n]{0,40}`;
// The notations of a name and its value, each up to the beginning of the value.
const assigned = new RegExp(`${named_values_close}${blank}(?<sign>=>|:=|==?|:(?!:)|%3[DA]|\\\\u003[ad])${blank}`, 'iy');
const dumped = /["']?\]?\s{0,40}=>\s{0,40}string\(\d+\)\s/iy;
const serialized = /\\{0,8}";s:(\d+):\\{0,8}"/y;
const named_values_element = /["']?>(?!>|=)/y;
const listed = new RegExp(`(?:${sure}|\\s)${blank}[,(]${blank}(?=${sure})|\\((?=${sure})`, 'iy');
const spoken = new RegExp(`\\s{1,40}(?:(?:is|was|as|by|to|with|for \\S{1,200}|password)\\s{1,4})?(?:=\\s)?(?=${quote})`, 'iy');
const spokenOf = /^(?:pass|secret|identified)/i;
const flagged = /\s{1,40}(?=[^\s-])/y;
/** Replaces values after names of secrets and of personal data, in any notation, by `<hidden>`. */
function hideNamedValues(text) {
    return rewrite(text, secretNames, (match) => {
        const name = { from: match.index, to: match.index + match[0].length };
        const value = findValue(text, name);
        if (value === null || value.to <= value.from || isHarmless(text, name, value.from))
            return null;
        return { end: value.to, text: `${text.slice(name.from, value.from)}<hidden>` };
    });
}
function findValue(text, name) {
    const behind = (pattern) => {
        const found = matchAt(pattern, text, name.to);
        return found ? name.to + found[0].length : null;
    };
    const dump = behind(dumped);
    if (dump !== null)
        return { from: dump, to: lineEnd(text, dump) };
    const php = matchAt(serialized, text, name.to);
    if (php)
        return { from: name.to + php[0].length, to: Math.min(text.length, name.to + php[0].length + Number(php[1])) };
    const inElement = behind(named_values_element);
    if (inElement !== null && /[<"'\w-]/.test(text[name.from - 1] ?? ''))
        return elementText(text, name, inElement);
    const sign = matchAt(assigned, text, name.to);
    if (sign)
        return assignedValue(text, name, sign);
    const word = text.slice(name.from, name.to);
    const isFlag = /(?:^|\s|["'])--?[\w-]{0,40}$/.test(text.slice(Math.max(0, name.from - 44), name.from));
    const from = behind(listed) ?? (spokenOf.test(word) ? behind(spoken) : null) ?? (isFlag ? behind(flagged) : null);
    return from === null ? null : (quotedValue(text, from) ?? wordValue(text, from));
}
function assignedValue(text, name, sign) {
    const from = name.to + sign[0].length;
    const quoted = quotedValue(text, from);
    if (quoted !== null)
        return quoted;
    const closed = sign.groups?.['close'] ?? '';
    // print_r does not quote, and a header's value extends to the end of the line.
    if (closed === ']' && sign.groups?.['sign'] === '=>')
        return { from, to: lineEnd(text, from) };
    if (/^(?:[\w-]*authorization|cookie)$/i.test(text.slice(name.from, name.to)))
        return headerValue(text, name.from, from);
    return wordValue(text, from, /[?&]/.test(text[name.from - 1] ?? ''));
}
function quotedValue(text, from) {
    const quoted = quotedAt(text, from);
    return quoted === null ? null : { from: quoted.from, to: quoted.to };
}
// A quote before the name of a header also ends its value.
function headerValue(text, name, from) {
    const before = text[name - 1];
    return { from, to: before === '"' || before === "'" ? onLine(text, before, from) : lineEnd(text, from) };
}
const word = /(?:(?:Bearer|Basic|Digest|Token|Negotiate)\s{1,4})?\S+/iy;
const parameter = /[^\s"'<>&]+/y;
function wordValue(text, from, isParameter = false) {
    const found = matchAt(isParameter ? parameter : word, text, from);
    return { from, to: from + (found?.[0].length ?? 0) };
}
// `<token>` and `<phone>` may be our own placeholders: only closed ones are elements.
function elementText(text, name, from) {
    const to = onLine(text, '<', from);
    const isClosed = text.startsWith('</', to);
    return isClosed || !/^(?:token|phone)$/.test(text.slice(name.from, name.to)) ? { from, to } : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/people-numbers.js
const card = /(?<![\w.-])(?:[2-6]\d{12,18}|[2-6]\d{3}([ +-]|%20)\d{4}\1\d{4}\1\d{1,7}|3\d{3}([ +-]|%20)\d{6}\2\d{5})(?![\w-])/g;
const iban = /(?<![\w.-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])/g;
const phones = [
    /(?<![\w+.:/-])(?:\+|%2B|00)[1-9]\d{0,2}[ ().\-/]{0,3}\d(?:[ ().\-/]{0,2}\d){4,12}(?![\w:])/gi,
    /(?<![\w+.:/-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w:-]|\.\d)/g,
    /(?<![\w+.:/-])\(?0\d{1,4}\)?[ /-]{1,2}\d{2,8}(?:[ -]\d{2,6}){0,4}(?![\w:/-]|\.\d)/g
];
/**
 * Replaces numbers of cards and bank accounts (by check digits) and telephones by `<card>`, `<account>` and `<phone>`.
 */
function hidePeopleNumbers(text) {
    const withoutCards = text
        .replace(iban, (found) => (isAccount(found) ? '<account>' : found))
        .replace(card, (found) => (isCard(found.replaceAll('%20', ' ')) ? '<card>' : found));
    return phones.reduce((result, pattern) => result.replace(pattern, (found) => (isPhone(found) ? '<phone>' : found)), withoutCards);
}
// The Luhn checksum.
function isCard(text) {
    const digits = text.replaceAll(/\D/g, '');
    const sum = Array.from(digits)
        .reverse()
        .reduce((total, digit, index) => {
        const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return digits.length >= 13 && sum % 10 === 0;
}
// ISO 13616: the country and the check digits move to the end, letters count from 10, and the remainder by 97 is 1.
function isAccount(text) {
    const plain = text.replaceAll(' ', '');
    const digits = Array.from(plain.slice(4) + plain.slice(0, 4), (sign) => String(Number.parseInt(sign, 36))).join('');
    const rest = Array.from(digits).reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0);
    return plain.length >= 15 && rest === 1;
}
function isPhone(text) {
    const isDate = /^\d\d[ ./-]\d\d[ ./-]\d{4}/.test(text);
    return !isDate && text.replaceAll(/\D/g, '').length >= 9;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/random-texts.js
const privateKey = /-----BEGIN [A-Z ]{0,40}(?:PRIVATE KEY|PGP MESSAGE)[A-Z ]{0,20}-----(?:(?!-----)[\s\S])*(?:-----END [A-Z ]{0,60}-----)?/g;
// Known prefixes of keys, and of password hashes.
const marked = [
    /(?<![A-Za-z0-9])(?:gh[pousr]_|github_pat_|glpat-|glptt-|xox[a-z]-|xapp-|[srp]k_(?:live|test)_|whsec_|AKIA|ASIA|AIza|ya29\.|GOCSPX-|npm_|dop_v1_|shp(?:at|ca|pa|ss)_|sq0[a-z]{3}-|NRAK-|NRJS-|SG\.|key-|pypi-|hf_|sk-|sess_|base64:)[\w.+/=-]{12,}/g,
    /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g,
    /\$(?:2[abxy]|argon2\w{0,2}|[156y])\$[\w./,=+$-]{20,}/g
];
const hook = /(hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/[\w/-]+/g;
const credentials = /\b(Bearer|Basic) {1,4}(?!<)[\w.~+/=-]{8,}/g;
const run = /[A-Za-z0-9+/_-]{24,}={0,2}/g;
/** Replaces keys, tokens, session ids, hashes and similarly random texts by placeholders. */
function hideRandomTexts(text) {
    const known = text.replace(privateKey, '<key>').replace(hook, '$1/<token>').replace(credentials, '$1 <hidden>');
    return marked.reduce((result, pattern) => result.replace(pattern, '<token>'), known).replace(run, hideRun);
}
const longest = 200;
function hideRun(found, at, whole) {
    // A text this long is never a name and is not examined further.
    if (found.length > longest)
        return /\d|[a-z][A-Z]/.test(found) && /[A-Za-z]/.test(found) ? '<token>' : found;
    const after = whole.slice(at + found.length, at + found.length + 12);
    if (isKnownName(whole.slice(Math.max(0, at - 60), at), found, after))
        return found;
    const pieces = found.split(/([+/_=-]+)/);
    const texts = pieces.filter((_, index) => index % 2 === 0);
    const random = texts.filter((piece) => piece.length >= 6 && looksRandom(piece)).join('').length;
    if (random >= 20 && random * 10 >= texts.join('').length * 7 && !texts.some(isHex))
        return '<token>';
    if (isCloudKey(found))
        return '<token>';
    return pieces
        .map((piece) => (isHex(piece) ? '<hex>' : piece.length >= 24 && looksRandom(piece) ? '<token>' : piece))
        .join('');
}
function isHex(text) {
    return /^[0-9a-f]{32,}$/i.test(text);
}
// Cloud keys have all kinds of characters, with few slashes.
function isCloudKey(text) {
    const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
    const slashes = text.match(/[+/]/g)?.length ?? 0;
    const hasAll = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text)) && !/[_-]/.test(text);
    return hasAll && slashes * 12 <= text.length && text.length >= 32 && text.length < words.length * 3.5;
}
/** Whether letters and digits alternate as often as in a key, unlike in a name made of words. */
function looksRandom(text) {
    const words = text.match(/[A-Z]?[a-z]+|[A-Z]+|\d+/g) ?? [];
    const figures = words.filter((word) => /\d/.test(word)).length;
    if (words.length === figures)
        return false;
    const average = text.length / words.length;
    return (figures >= 3 && average < 4) || average < (figures > 0 ? 3.3 : 3);
}
const commitBefore = /(?:\b(?:commits?|tree|revision|rev|sha-?1?|sha256|ref|reference|head|merge|parent|from|to|onto|at|deploys|object|is now at)["']?[\s:=('"[]{1,4}|\.\.\.?|dev-[\w./-]{1,40}[@#]|\/(?:commit|commits|zipball|tree|blob)\/|\(|^)$/im;
// Magento shortens long names of keys and indexes to a hash.
const hashedName = /^[\w-]*\b(?:fk|unq|idx|fti|trg|pk|t|s|e)_[0-9a-f]{32}$/i;
/** Whether a long hexadecimal text, or a name with numbers, may be shown: a commit, an index name, a patch. */
function isKnownName(before, found, after) {
    if (/^\.(?:patch|diff)\b/.test(after))
        return true;
    if (hashedName.test(found))
        return true;
    if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(found))
        return false;
    if (found.length === 64)
        return /sha-?256["']?[\s:=(]{1,3}$/i.test(before);
    return /(?:^|\n)$/.test(before) ? /^(?:\s|$)/.test(after) : commitBefore.test(before);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/sql-values.js


const duplicate = /\bDuplicate entry (?=[\\"'`&])/gi;
const wrongValue = /\b(?:Incorrect|Truncated incorrect|Invalid) (?:[\w()]+ ){1,3}value:? (?=[\\"'`&])/gi;
const syntax = /\b(?:to use|error|at or) near (?=[\\"'`&])/gi;
// SQLite. A YAML parser also says `near`, about a file that is not secret.
const liteSyntax = /\bnear (?=["'`][^\n]{0,300}?["'`]: syntax error)/gi;
const statement = /\b(?:INSERT\s+(?:\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+[`\w.]+\s+SET|DELETE\s+FROM|WHERE|VALUES?\s*(?=\()|SELECT\s+(?=[`*\w(]))/g;
const lowerStatement = /\b(?:insert\s+into|replace\s+into|update\s+[`\w.]+\s+set|delete\s+from|values?\s*(?=\())/g;
/** Replaces values in database statements and errors by their types: `VALUES (<text>, <number>)`. */
function typeSqlValues(text) {
    const errors = [duplicate, wrongValue, syntax, liteSyntax].reduce((result, start) => rewrite(result, start, errorValue), text);
    return [statement, lowerStatement].reduce((result, start) => rewrite(result, start, (match) => rewriteStatement(match, result)), errors);
}
// A server prints the value unescaped, including quotes: only the following text shows its end.
function errorValue(match, text) {
    const from = match.index + match[0].length;
    const quote = matchAt(anyQuote, text, from)?.[0];
    if (quote === undefined)
        return null;
    const start = from + quote.length;
    const end = errorValueEnd(text, start, quote);
    return { end, text: `${match[0]}${quote}${typeOf(text.slice(start, end))}` };
}
function errorValueEnd(text, start, quote) {
    // The text near a syntax error is cut after eighty characters, and may span several lines.
    const shown = text.slice(start, start + 400);
    const ends = [`${quote} at line `, `${quote}: syntax error`].map((end) => shown.indexOf(end)).filter((at) => at >= 0);
    if (ends.length > 0)
        return start + Math.min(...ends);
    let read = start;
    for (let at = text.indexOf(quote, start); at >= 0; at = text.indexOf(quote, read)) {
        if (text.slice(read, at).includes('\n'))
            break;
        read = at + quote.length;
        if (text.startsWith(' for ', read) || text.startsWith(' at row', read))
            return at;
    }
    return lineEnd(text, start);
}
const anyQuote = /\\{0,8}["'`]|&(?:#0?39|#x27|apos|quot);|\\{1,8}u002[27]/iy;
function typeOf(value) {
    return value === '' || /^<\w+>$/.test(value) ? value : /^[\d-]{1,12}$/.test(value) ? '<number>' : '<text>';
}
// Reads a statement to the end of its line, or of a value that continues beyond it.
function rewriteStatement(match, text) {
    const state = { depth: 0, isRow: false };
    const out = [];
    let at = match.index;
    while (at < text.length && text[at] !== '\n') {
        const piece = nextPiece(text, at, state);
        if (piece === null)
            break;
        out.push(piece.text);
        at = piece.end;
    }
    return { end: at, text: out.join('') };
}
const rowStart = /VALUES?\s*\(/iy;
const onlyName = /\s*[`\w.]+\s*\)/y;
const placeholder = /<\w[\w-]*>/y;
const sql_values_word = /[A-Za-z_$:@\u0080-\uFFFF][\w$\u0080-\uFFFF]*/y;
const number = /-?(?:0[xX][0-9a-fA-F]+|\d[\d.]*(?:[eE][-+]?\d+)?)/y;
const nextRow = /\)\s*,\s*(?=\()/y;
const blanks = /[^\S\n]+/y;
const known = /^(?:null|default|true|false|now|current_timestamp|on|duplicate|key|update|values|:\w+)$/i;
function nextPiece(text, at, state) {
    const whole = (match) => ({ end: at + match[0].length, text: match[0] });
    const row = matchAt(rowStart, text, at);
    if (row && matchAt(onlyName, text, at + row[0].length) === null) {
        Object.assign(state, { depth: 1, isRow: true });
        return whole(row);
    }
    const kept = matchAt(blanks, text, at) ?? matchAt(placeholder, text, at);
    if (kept)
        return whole(kept);
    const quoted = quotedAt(text, at, true);
    if (quoted)
        return rewriteQuoted(text, at, quoted, state);
    const name = matchAt(sql_values_word, text, at);
    if (name) {
        const keeps = !state.isRow || known.test(name[0]) || text[at + name[0].length] === '(';
        return { end: at + name[0].length, text: keeps ? name[0] : '<value>' };
    }
    const figure = matchAt(number, text, at);
    if (figure)
        return { end: at + figure[0].length, text: keptNumber(figure[0], state) };
    return symbol(text, at, state);
}
function keptNumber(figure, { isRow }) {
    return isRow || figure.length > 6 ? '<number>' : figure;
}
function symbol(text, at, state) {
    const sign = text[at] ?? '';
    if (sign === '(')
        state.depth += 1;
    if (sign === ')')
        state.depth -= 1;
    if (sign === ')' && state.depth <= 0 && !matchAt(nextRow, text, at))
        state.isRow = false;
    return { end: at + 1, text: sign };
}
// A quote at which no value can begin closes the quotes around the statement, or an unescaped value.
function rewriteQuoted(text, at, quoted, state) {
    const { quote, from, to, end } = quoted;
    if (quote.endsWith('`'))
        return { end, text: text.slice(at, end) };
    const before = text.slice(Math.max(0, at - 24), at).trimEnd();
    const begins = /(?:[=(,<>+|]|\b(?:LIKE|IN|THEN|ELSE|AND|BETWEEN|VALUES?|REGEXP|_\w+|x))$/i.test(before);
    if (begins)
        return { end, text: `${quote}${typeOf(text.slice(from, to))}${text.slice(to, end)}` };
    if (!state.isRow)
        return null;
    const rest = lineEnd(text, at);
    return { end: rest, text: '<text>' };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/table-rows.js
// Rows printed by a database client: with bars, with tabs, or one column per line.
const cells = /^([^\S\n]{0,40}(?:[EW]: )?)\|(.*)\|[^\S\n]*$/;
const table_rows_frame = /^[^\S\n]{0,40}(?:[EW]: )?\+(?:-+\+)+[^\S\n]*$/;
const vertical = /^[^\S\n]{0,40}(?:[EW]: )?\*{8,40} \d+\. row \*{8,40}[^\S\n]*$/;
const verticalCell = /^(\s{0,80}[A-Za-z_][\w.$()*]{0,80}: )(.*)$/;
const column = /^(?:[a-z_][a-z0-9_.$]*|[A-Za-z_]{1,30}\([\w.*`, ]{0,80}\))$/;
// Columns with personal data or secrets, in any spelling.
const personal = /(?:^|[ _-])(?:e-?mails?|customers?|(?:first|last|sur|full)[ _-]?name|street|city|post-?code|zip|(?:tele)?phone|company|address|user(?:name)?|password|token)(?:$|[ _-])/i;
// The longest value in lines; later lines are not part of it.
const mostLines = 50;
// Column headers in tables of Composer, ece-tools and Magento.
const harmless = /^(?:null|<[\w-]+>|[\w.-]+\/[\w./-]+|[A-Z][A-Za-z0-9]+_[A-Z]\w+|v?\d+(?:\.\d+){1,4}[\w.-]*|[A-Z]{2,8}-\d+)$/i;
/** Replaces values in the rows of a database client by their types; column names and tables of other programs stay. */
function typeTableRows(text) {
    if (!/\||\t|\*{8}/.test(text))
        return text;
    const state = { table: 'none', columns: 0 };
    return text
        .split('\n')
        .map((line, at, lines) => typedLine(line, lines[at - 1] ?? '', state))
        .join('\n');
}
function typedLine(line, before, state) {
    if (table_rows_frame.test(line))
        return state.table === 'broken' ? enter(line, state, 'rows', 0) : line;
    if (state.table === 'broken' && state.columns < mostLines)
        return typedRest(line, state);
    const [, lead = '', inside] = cells.exec(line) ?? [];
    if (inside !== undefined)
        return typedBars(line, { lead, inside, before }, state);
    if (state.table === 'rows' && /^\s{0,40}\|/.test(line))
        return enter('| <text>', state, 'broken', 0);
    if (vertical.test(line))
        return enter(line, state, 'vertical', 0);
    const cell = state.table === 'vertical' ? verticalCell.exec(line) : null;
    if (cell)
        return `${cell[1] ?? ''}${typed(cell[2] ?? '')}`;
    return typedTabs(line, state);
}
// The value extends to the bar at the end of a line.
function typedRest(line, state) {
    const isEnd = /\|[^\S\n]*$/.test(line);
    return enter(isEnd ? '<text> |' : '<text>', state, isEnd ? 'rows' : 'broken', state.columns + 1);
}
function enter(line, state, table, columns) {
    Object.assign(state, { table, columns });
    return line;
}
function typedBars(line, row, state) {
    const values = row.inside.split('|');
    const isFirst = table_rows_frame.test(row.before) && state.table !== 'rows' && state.table !== 'other';
    if (isFirst)
        return enter(line, state, isHeaderOf(values) ? 'rows' : 'other', 0);
    if (state.table === 'other')
        return line;
    const isLone = state.table !== 'rows';
    if (isLone && values.length < 2)
        return line;
    const shown = values.map((value) => (isLone && harmless.test(value.trim()) ? value : typed(value)));
    return `${row.lead}|${shown.join('|')}|`;
}
// Column names of a database, or words of which one names the kind of the values below.
function isHeaderOf(values) {
    const words = values.map((value) => value.trim());
    if (words.every((word) => column.test(word)))
        return true;
    return words.every((word) => /^[A-Za-z][\w .()-]{0,40}$/.test(word)) && words.some((word) => personal.test(word));
}
function typedTabs(line, state) {
    const values = line.split('\t');
    if (state.table === 'batch' && values.length === state.columns)
        return values.map(typed).join('\t');
    const isHeader = values.length > 1 && isHeaderOf(values);
    return enter(line, state, isHeader ? 'batch' : 'none', isHeader ? values.length : 0);
}
// The blanks around a value keep the column's width.
function typed(value) {
    const text = value.trim();
    if (text === '' || /^(?:NULL|<[\w-]+>)$/.test(text))
        return value;
    return value.replace(text, /^-?\d{1,12}$/.test(text) ? '<number>' : '<text>');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/evidence/trace-arguments.js


const trace_arguments_frame = /#\d{1,4} [^\n]*/g;
const trace_arguments_name = /^(?:\\{0,4}[A-Z]\w*(?:\\+\w+)+|[A-Z][A-Za-z0-9]*_[A-Z]\w*|[\w.-]*(?:\/+[\w.-]+)+)(?:\.\.\.)?$/;
/**
 * Replaces the arguments in the frames of PHP's stack traces by their types; names of classes, modules and files stay.
 */
function typeTraceArguments(text) {
    return text.replace(trace_arguments_frame, (line) => rewrite(line, /(?<=[(,] ?)'/g, ({ index }) => {
        const { from, to, end } = quotedAt(line, index) ?? { from: index, to: index, end: index };
        const value = line.slice(from, to);
        return value === '' || trace_arguments_name.test(value) ? null : { end, text: `'<text>'` };
    }));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js









// Structured texts first, since structure separates values from names. Patterns find the rest.
const rules = [
    typeSqlValues,
    typeTableRows,
    typeTraceArguments,
    hideNamedValues,
    hideCommandArguments,
    hideAddresses,
    hideMailAddresses,
    hideRandomTexts,
    hidePeopleNumbers
];
// A placeholder can end a quotation that hid what follows it from a rule, so the rules run until nothing changes.
const mostPasses = 4;
/**
 * `text` from a server without passwords, keys, tokens, ids of sessions, addresses, numbers of cards and telephones,
 * and SQL values: logs contain customer data. Names of tables, columns, modules, patches, versions, times and commits
 * stay. Redact a text before shortening it: a rule may need the part that is cut off.
 */
function redactEvidence(text) {
    let result = text;
    for (let pass = 1; pass <= mostPasses; pass += 1) {
        const before = result;
        result = rules.reduce((given, rule) => rule(given), before);
        if (result === before)
            break;
    }
    return result;
}
/** The last line of a program's output, redacted: it usually says why the program failed. */
function redactedLastLine(text) {
    return redactEvidence(text.trim().split('\n').at(-1) ?? '');
}


/***/ }),

/***/ 811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ createRedact)
/* harmony export */ });
/* harmony import */ var _secret_forms_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5205);

const prefix = 4;
/**
 * A function that replaces every form of the secrets by `***`; secrets added to a list later count from then on. Values
 * under six characters and common words are not replaced. Each text is read once, whatever the number of forms and
 * lists: the longest form at a position wins, from any list.
 */
function createRedact(...lists) {
    let known = -1;
    let hide = (text) => text;
    return (text) => {
        const count = lists.reduce((sum, secrets) => sum + secrets.length, 0);
        if (known !== count) {
            hide = createHider(lists.flat().flatMap((secret) => (0,_secret_forms_js__WEBPACK_IMPORTED_MODULE_0__/* .secretForms */ .e)(secret)));
            known = count;
        }
        return hide(text);
    };
}
// At most positions no form begins, which one table lookup shows.
function createHider(forms) {
    const begins = new Uint8Array(0x10000);
    const byPrefix = new Map();
    for (const form of [...new Set(forms)].sort((a, b) => b.length - a.length)) {
        begins[hash(form, 0)] = 1;
        const start = form.slice(0, prefix);
        byPrefix.set(start, [...(byPrefix.get(start) ?? []), form]);
    }
    const formAt = (text, at) => byPrefix.get(text.slice(at, at + prefix))?.find((form) => text.startsWith(form, at));
    return (text) => {
        const pieces = [];
        let done = 0;
        for (let at = 0; at <= text.length - prefix; at += 1) {
            const form = begins[hash(text, at)] === 1 ? formAt(text, at) : undefined;
            if (form === undefined)
                continue;
            pieces.push(text.slice(done, at), '***');
            done = at + form.length;
            at = done - 1;
        }
        return done === 0 ? text : pieces.join('') + text.slice(done);
    };
}
function hash(text, at) {
    return ((text.charCodeAt(at) ^
        (text.charCodeAt(at + 1) << 4) ^
        (text.charCodeAt(at + 2) << 8) ^
        (text.charCodeAt(at + 3) << 11)) &
        0xffff);
}


/***/ }),

/***/ 5205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ secretForms)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/forms/file-name.js
/**
 * A text as Composer puts it into a file name: its copy of a git repository is in a folder named after the address,
 * including keys, and git's errors show the path (GitDriver::initialize of 2.5; 2.2.32, 2.9 and later leave keys out).
 * None for a text with fewer than six letters and digits, which could match anything.
 */
function fileNameForms(text) {
    const form = text.replaceAll(/[^a-z0-9.]/gi, '-');
    return form.replaceAll(/[^a-z0-9]/gi, '').length < 6 ? [] : [form];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/forms/html.js
const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const apostrophes = ['&#39;', '&#039;', '&#x27;', '&apos;', "'"];
// The names of U+00A0 to U+00FF, in HTML since 2.0 and 4.0.
const latin = 'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(' ');
/** `text` as HTML and XML, with the entities that have names. */
function escapeHtml(text) {
    const withLatin = (form) => form.replaceAll(/[\u00A0-\u00FF]/g, (letter) => `&${latin[letter.charCodeAt(0) - 0xa0] ?? ''};`);
    return apostrophes.flatMap((apostrophe) => {
        const form = text.replaceAll(/[&<>"']/g, (sign) => named[sign] ?? apostrophe);
        const numbered = text.replaceAll(/[&<>"']/g, (sign) => (sign === '"' ? '&#34;' : (named[sign] ?? apostrophe)));
        return [form, numbered, withLatin(form)];
    });
}
/**
 * `text` as HTML with numbers for all its characters, for those that are not letters or digits, and for those beyond
 * ASCII.
 */
function htmlNumbers(text) {
    const letters = [/[^]/gu, /[^A-Za-z0-9]/gu, /[^\u0020-\u007E]/gu];
    const numbers = [
        (letter) => `&#${letter.codePointAt(0) ?? 0};`,
        (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`,
        (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
    ];
    return letters.flatMap((which) => numbers.map((number) => text.replaceAll(which, number)));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/forms/json.js
/** `text` in a string of JSON as JavaScript, PHP, Python and Go write it, and in JSON inside JSON. */
function jsonForms(text) {
    const plain = inJson(text);
    const ascii = plain.replaceAll(/[\u007F-\uFFFF]/g, (letter) => `\\u${code(letter)}`);
    const slashes = [plain, ascii].flatMap((form) => [form, form.replaceAll('/', String.raw `\/`)]);
    const forms = slashes.flatMap((form) => [form, ...hexSigns(form)]);
    return [...forms, ...forms.map(inJson), ...forms.map((form) => inJson(form).replaceAll('/', String.raw `\/`))];
}
/** `text` in a string of JSON, without the quotes around it. */
function inJson(text) {
    return JSON.stringify(text).slice(1, -1);
}
// HTML characters: PHP's JSON_HEX_TAG and similar flags, and Go's default.
function hexSigns(form) {
    const signs = form
        .replaceAll(/[<>&']/g, (letter) => `\\u${code(letter).toUpperCase()}`)
        .replaceAll(String.raw `\"`, String.raw `\u0022`);
    return [signs, form.replaceAll(/[<>&]/g, (letter) => `\\u${code(letter)}`)];
}
function code(letter) {
    return letter.charCodeAt(0).toString(16).padStart(4, '0');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/forms/quoted.js
/** `text` as shells, PHP, SQL, YAML and CSV quote it, each without the quotes around it. */
function quotedForms(text) {
    const backslash = (signs) => text.replaceAll(signs, String.raw `\$&`);
    return [
        ...shellForms(text),
        backslash(/['\\]/g),
        backslash(/["\\]/g),
        backslash(/["'\\]/g),
        backslash(/["$\\]/g),
        text.replaceAll("'", "''"),
        text.replaceAll('"', '""'),
        // The characters that mysql_real_escape_string escapes.
        escaped(text, /["'\\\n\r\0]/g).replaceAll('\u001A', String.raw `\Z`),
        backslash(/\\/g),
        escaped(text, /["\\\n\r\t]/g),
        escaped(text, /['\\\n\r\t]/g)
    ];
}
const letters = {
    '\n': String.raw `\n`,
    '\r': String.raw `\r`,
    '\t': String.raw `\t`,
    '\0': String.raw `\0`
};
function escaped(text, signs) {
    return text.replaceAll(signs, (sign) => letters[sign] ?? `\\${sign}`);
}
function shellForms(text) {
    const ansi = escaped(text, /['\\\n\r\t]/g);
    return [
        text.replaceAll("'", String.raw `'\''`),
        text.replaceAll("'", `'"'"'`),
        text.replaceAll(/["$\\`]/g, String.raw `\$&`),
        text.replaceAll(/["$\\`!]/g, String.raw `\$&`),
        ansi,
        ansi.replaceAll(/[^\u0020-\u007E]/gu, octal),
        ansi.replaceAll(/[^\u0020-\u007E]/gu, (letter) => [...Buffer.from(letter)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')),
        // printf %q of bash, and of other shells, which escape more characters. Composer prints `\<` as `<`, and `\>` as
        // `>`.
        text.replaceAll(/[^\w%+./:=@\u0080-\uFFFF-]/g, String.raw `\$&`).replace(/(?<!^)\\[#~]/g, (pair) => pair.slice(1)),
        text.replaceAll(/[^\w%+./:=@\u0080-\uFFFF-]/g, String.raw `\$&`),
        text.replaceAll(/[^\w\u0080-\uFFFF]/g, String.raw `\$&`)
    ].flatMap((form) => [form, form.replaceAll(/\\([<>])/g, '$1')]);
}
function octal(letter) {
    return [...Buffer.from(letter)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/forms/url.js
/**
 * `text` in URLs and forms, with upper and lower-case hexadecimal digits, encoded once and twice, and in
 * quoted-printable.
 */
function urlForms(text) {
    // A lone surrogate, which encodeURI refuses, is encoded as other programs do.
    const wellFormed = Buffer.from(text).toString();
    const component = encodeURIComponent(wellFormed);
    const strict = component.replaceAll(/[!'()*]/g, percent);
    const form = new URLSearchParams({ v: text }).toString().slice(2);
    const encoded = [
        component,
        strict,
        strict.replaceAll('~', '%7E'),
        strict.replaceAll('%20', '+').replaceAll('~', '%7E'),
        form,
        encodeURI(wellFormed),
        userInfo(text)
    ];
    const both = encoded.flatMap((one) => [one, one.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())]);
    return [...both, ...both.map(encodeURIComponent), quotedPrintable(text)];
}
function percent(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
function userInfo(text) {
    const url = new URL('https://host/');
    url.password = text;
    return url.password;
}
function quotedPrintable(text) {
    const byte = (letter) => [...Buffer.from(letter)].map((one) => `=${one.toString(16).toUpperCase().padStart(2, '0')}`).join('');
    return text.replaceAll(/[^\u0020-\u003C\u003E-\u007E]/gu, byte);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/secrets/secret-forms.js





const shortest = 6;
// Hiding one of these words would make every text unreadable and protect nothing.
const words = new Set('access account admin adobe backup branch cloud commerce composer database default deploy deployment develop development environment example github integration localhost magento master password private production project public repository secret server staging token upgrade username version'.split(' '));
/**
 * The forms in which programs write a secret: verbatim, in JSON, HTML, URLs, shells, PHP, SQL and YAML, as hexadecimal
 * digits, and in base64, once and twice, at every alignment. Longest first; none is shorter than six characters or a
 * common word.
 */
function secretForms(secret) {
    const value = secret.reveal();
    // Programs read and print line by line. The first and last line of a key are the same in all keys.
    const lines = value.split(/\r?\n/).filter((line) => !/^-----(?:BEGIN|END) [A-Z ]+-----$/.test(line));
    const all = [...new Set([value, value.trim(), ...lines])].flatMap(formsOf);
    const kept = new Set(all.map((form) => form.trim()).filter((form) => form.length >= shortest && !words.has(form.toLowerCase())));
    return [...kept].sort((a, b) => b.length - a.length);
}
function formsOf(value) {
    const written = [value, ...jsonForms(value), ...quotedForms(value), ...urlForms(value), ...escapeHtml(value)];
    // Logs may be JSON, so each form is also encoded as JSON.
    const texts = new Set([...written, ...written.map(inJson)]);
    const once = [...new Set(written)].flatMap(base64Cores);
    const twice = base64Cores(value).flatMap(base64Cores);
    const whole = [Buffer.from(value).toString('base64'), Buffer.from(value).toString('base64url')];
    return [
        ...texts,
        ...[value, ...urlForms(value)].flatMap(fileNameForms),
        ...htmlNumbers(value),
        ...hexForms(value),
        ...hexForms(value).map(inJson),
        ...whole,
        ...once,
        ...twice
    ];
}
// For each of the three alignments, the characters that do not depend on the text before or after.
function base64Cores(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2].flatMap((shift) => {
        const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
        const core = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
        return [
            core,
            core.replaceAll('+', '-').replaceAll('/', '_'),
            core.replaceAll('/', String.raw `\/`),
            core.replaceAll('+', '%2B').replaceAll('/', '%2F'),
            core.replaceAll('+', '%2b').replaceAll('/', '%2f')
        ];
    });
}
function hexForms(text) {
    const bytes = [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'));
    const joined = [...[':', ' ', '-', ', '].map((sign) => bytes.join(sign)), bytes.join('')];
    const marked = [
        ...['\\x', '%', '=', '\\u00'].map((sign) => sign + bytes.join(sign)),
        bytes.map((byte) => `0x${byte}`).join(', ')
    ];
    return [...joined, ...marked].flatMap((form) => [form, form.replaceAll(/[a-f]/g, (letter) => letter.toUpperCase())]);
}


/***/ }),

/***/ 9678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ Secret)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** A value that is never shown: printing, JSON and inspection give `***`. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    /** The clear text, only for the child process or file that needs it. */
    reveal() {
        return this.#value;
    }
    get isEmpty() {
        return this.#value === '';
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return '***';
    }
}


/***/ }),

/***/ 8914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DH: () => (/* binding */ decoded),
/* harmony export */   KY: () => (/* binding */ withCredentialsOf),
/* harmony export */   O4: () => (/* binding */ urlCredentials),
/* harmony export */   n3: () => (/* binding */ headerSecrets),
/* harmony export */   ri: () => (/* binding */ withoutCredentials)
/* harmony export */ });
// Bounded, so that a long hostile text takes linear time; JSON of PHP writes slashes as `\/`. An apostrophe may be part
// of a password, or end the address.
const userinfo = /(https?|ftp|svn|git|ssh|git\+ssh)?:(?:\\?\/){2}([^\s"'/@:\\]{0,1000})(?::([^\s"/\\]{0,1000}))?@/gi;
// A key or token as the user, without a password, as in https://TOKEN@github.com: longer than user names.
const tokenLength = 16;
const placeholders = new Set(['', 'x-oauth-basic', 'oauth2', 'private-token', 'gitlab-ci-token', 'bearer']);
/**
 * The passwords and tokens in the addresses of a text (`https://user:password@host`), as written and decoded. The text
 * may be anything: a composer.json, a lock, a git configuration.
 */
function urlCredentials(text) {
    const found = [...text.matchAll(userinfo)].flatMap(([, scheme = '', user = '', password = '']) => {
        const alone = placeholders.has(password) && user.length >= tokenLength && /^http/i.test(scheme);
        return [...passwords(password), alone ? user : ''];
    });
    return [...new Set(found.filter((value) => value !== '').flatMap((value) => [value, decoded(value)]))];
}
// Up to an earlier @ too: the later one may belong to another text.
function passwords(password) {
    if (placeholders.has(password))
        return [];
    const before = password.split('@', 1)[0] ?? '';
    return placeholders.has(before) ? [password] : [password, before];
}
/**
 * The values of HTTP authentication headers in a git configuration (`extraheader = "AUTHORIZATION: basic …"`), and the
 * password in one of the kind basic.
 */
function headerSecrets(text) {
    const headers = /(?:authorization|token|key):[ \t]{0,9}(?:(basic|bearer|token)[ \t]{1,9})?([^\s"]{6,5000})/gi;
    return [...text.matchAll(headers)].flatMap(([, kind = '', value = '']) => {
        const pair = kind.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString() : '';
        const password = pair.slice(pair.indexOf(':') + 1);
        return pair.includes(':') && !placeholders.has(password) ? [value, password] : [value];
    });
}
/** `url` without credentials, for messages and reports. Any other text is returned unchanged. */
function withoutCredentials(url) {
    return url.replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/?#\s]{0,4000}@/i, '$1');
}
/** `url` with the credentials of `source` if both have the same host: restores credentials that a report left out. */
function withCredentialsOf(source, url) {
    if (!URL.canParse(source) || !URL.canParse(url))
        return url;
    const [from, to] = [new URL(source), new URL(url)];
    if (from.origin !== to.origin || from.username === '')
        return url;
    to.username = from.username;
    to.password = from.password;
    return to.href;
}
/** Decodes %XX; an invalid text stays unchanged. */
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 9478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ makeFolders)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Makes a folder, and those above it that are missing. Throws Error that names the first one that cannot be made.
 * Node's own recursive mkdir (20 to 24) never returns if a file system takes no folders, as below /proc.
 */
async function makeFolders(path, mode = 0o777) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path);
    if (await isFolder(folder))
        return;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) !== folder)
        await makeFolders((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder), mode);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { mode });
    }
    catch (error) {
        // Another process may have made it meanwhile.
        if (!(await isFolder(folder)))
            throw new Error(`the folder ${folder} cannot be created: ${reasonOf(error)}`, { cause: error });
    }
}
function isFolder(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((info) => info.isDirectory(), () => false);
}
function reasonOf(error) {
    const { code } = error;
    if (code === 'ENOENT')
        return 'its file system does not allow folders there (ENOENT)';
    if (code === 'EEXIST' || code === 'ENOTDIR')
        return `a file is in its way (${code})`;
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 9334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   Je: () => (/* binding */ privateFolderOf),
/* harmony export */   Kq: () => (/* binding */ makeOwnedFolder),
/* harmony export */   Ys: () => (/* binding */ userFolder),
/* harmony export */   Yv: () => (/* binding */ removePrivateFolder),
/* harmony export */   jK: () => (/* binding */ removeOrphanedFolders),
/* harmony export */   pP: () => (/* binding */ ForeignFolderError),
/* harmony export */   yy: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* unused harmony export ownedFolderName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3518);






const prefix = 'magento-cloud-upgrade';
const ownedName = /^([a-z]+)-(\d+)\.(\d+)\.([0-9a-f]{12})-\w+$/;
// No job of a self-hosted runner lasts longer, so nothing in use is older.
const unknownOwnerMilliseconds = 5 * 24 * 3600 * 1000;
/** The folder of this process in each user folder. */
const roots = {};
/** The parent of private folders: RUNNER_TEMP, which the runner empties before and after each job, else TMPDIR. */
function temporaryFolder(environment = process.env) {
    const runner = environment['RUNNER_TEMP'] ?? '';
    return runner !== '' && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(runner, { throwIfNoEntry: false })?.isDirectory() === true ? runner : (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)();
}
/**
 * A new private folder (0700) for the lifetime of this process, inside the process's own folder, so that hiding that
 * one folder from third-party code hides all of them. `kind` says what it is for.
 */
async function makePrivateFolder(kind) {
    for (;;) {
        const parent = temporaryFolder();
        const root = (roots[parent] ??= makeOwnedFolder('run', parent));
        const folder = await root.then((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(path, `${kind}-`))).catch(nullIfMissing);
        if (folder !== null)
            return folder;
        // The process's folder was removed meanwhile: it was empty, or cleaned up.
        if (roots[parent] === root)
            roots[parent] = null;
    }
}
/**
 * The path of this user's folder is taken by something that others may change. Not an UpgradeError: the `post:` step,
 * which must stay small, loads this file.
 */
class ForeignFolderError extends Error {
    constructor(path) {
        super(`${path} is not a folder that only this user can change.`);
    }
}
function unlessItExists(error) {
    if (error.code !== 'EEXIST' && error.code !== 'ENOTDIR')
        throw error;
}
/**
 * The one folder of this user in a temporary folder, made if it is missing. All private files of our processes are in
 * it, so code that cannot see it sees nothing of a process that starts later either. Others may pass through it (0711),
 * as the user of a scratch server does. Throws if somebody else may change it.
 */
async function userFolder(parent) {
    const path = userFolderOf(parent);
    // An existing folder is checked below.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(path, { mode: 0o711, recursive: true }).catch(unlessItExists);
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path);
    if (!info.isDirectory() || info.uid !== (process.getuid?.() ?? info.uid) || (info.mode & 0o022) !== 0)
        throw new ForeignFolderError(path);
    // The umask may have removed the x bits.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(path, 0o711);
    return path;
}
function userFolderOf(parent) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(parent, `${prefix}-user-${process.getuid?.() ?? 0}`);
}
/**
 * A new folder (0700) in the folder of this user below `parent` whose name has the owning process, so that a later run
 * recognises what a killed one left.
 */
async function makeOwnedFolder(kind, parent) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(await userFolder(parent), `${ownedFolderName(kind, (0,_host_js__WEBPACK_IMPORTED_MODULE_5__/* .currentHost */ .sF)().process)}-`));
}
/** The private folder that contains a path; the path itself if none does. */
function privateFolderOf(path) {
    const parts = path.split(node_path__WEBPACK_IMPORTED_MODULE_4__.sep);
    const root = parts.findLastIndex((part) => ownedName.test(part));
    return root < 0 || root + 2 > parts.length ? path : parts.slice(0, root + 2).join(node_path__WEBPACK_IMPORTED_MODULE_4__.sep);
}
/**
 * Removes a private folder, and the folder of the process if it is empty then. The folder of the user stays: a mount
 * that hides it would be lost with it, and a new folder would be visible.
 */
async function removePrivateFolder(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true });
    if (ownedName.test((0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path))))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rmdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path)).catch(() => undefined);
}
/** The name of a process's folder without its random end; of an unknown process if that is null. */
function ownedFolderName(kind, owner) {
    if (owner === null)
        return `${kind}-${process.pid}.0.${'0'.repeat(12)}`;
    return `${kind}-${owner.pid}.${owner.began}.${machineHash(owner.machine)}`;
}
/**
 * Removes the private folders whose process has ended, so that no key outlives a killed run for long: never one of a
 * running process, of another user, of a finished backup, and no link. Returns what was removed; what cannot be removed
 * is left to the next run.
 */
async function removeOrphanedFolders(parents = [temporaryFolder(), (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)()]) {
    const removed = [];
    for (const parent of new Set(parents)) {
        const folder = userFolderOf(parent);
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder).catch(() => []);
        for (const name of names) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name);
            if (!(await isOrphaned(path, name).catch(() => false)))
                continue;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true }).then(() => removed.push(path), () => undefined);
        }
    }
    return removed;
}
async function isOrphaned(path, name) {
    const [, kind, pid = '', began = '', machine = ''] = ownedName.exec(name) ?? [];
    if (kind === undefined)
        return false;
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path);
    if (!info.isDirectory() || info.uid !== process.getuid?.() || (info.mode & 0o077) !== 0)
        return false;
    // The manifest is written last: with it, this is a finished backup and belongs to the user.
    if (kind === 'backup' && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(path, 'manifest.json')))
        return false;
    const here = (0,_host_js__WEBPACK_IMPORTED_MODULE_5__/* .currentHost */ .sF)().process?.machine;
    if (here === undefined || machineHash(here) !== machine)
        return Date.now() - info.mtimeMs > unknownOwnerMilliseconds;
    return (0,_host_js__WEBPACK_IMPORTED_MODULE_5__/* .isProcessGone */ .DJ)({ machine: here, pid: Number(pid), began });
}
function machineHash(machine) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(machine).digest('hex').slice(0, 12);
}
function nullIfMissing(error) {
    if (error.code === 'ENOENT')
        return null;
    throw error;
}


/***/ }),

/***/ 3518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ isProcessGone),
/* harmony export */   sF: () => (/* binding */ currentHost),
/* harmony export */   zA: () => (/* binding */ peakMegabytes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/** The user, the machine and the process that this run belongs to, by name. */
function currentHost() {
    return { user: userName(), host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), pid: process.pid, process: runningProcess(process.pid) };
}
/** Whether a process has ended; known only for this machine, and only on Linux. */
function isProcessGone(other) {
    const machine = machineId();
    return machine !== null && machine === other.machine && beginOf(other.pid) !== other.began;
}
function runningProcess(pid) {
    const [machine, began] = [machineId(), beginOf(pid)];
    return machine === null || began === null ? null : { machine, pid, began };
}
// Containers of one machine share its boot id but not their processes; the name distinguishes clones elsewhere.
function machineId() {
    try {
        const boot = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()} ${boot} ${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid')}`;
    }
    catch {
        return null;
    }
}
// The 22nd field (start time), counted from after the name, which may contain blanks and parentheses. Process ids are
// reused.
function beginOf(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // A zombie stays listed until its parent collects it.
        return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
    }
    catch {
        return null;
    }
}
/** Largest memory of this process so far, in megabytes. */
function peakMegabytes() {
    return Math.round((ownPeakKilobytes() ?? process.resourceUsage().maxRSS) / 1024);
}
// On Linux, getrusage begins with the peak of the parent process, so /proc is read instead.
function ownPeakKilobytes() {
    try {
        const peak = /^VmHWM:\s*(\d+) kB$/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/status', 'utf8'))?.[1];
        return peak === undefined ? null : Number(peak);
    }
    catch {
        return null;
    }
}
// A container may run as a user id that has no name.
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username;
    }
    catch {
        return 'somebody';
    }
}


/***/ }),

/***/ 4654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ cliRelease)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/cli-releases.json
const cli_releases_namespaceObject = /*#__PURE__*/JSON.parse('{"OZ":"https://accounts.magento.cloud/sites/default/files/magento-cloud-v{version}.phar","D8":[{"version":"1.47.0","sha256":"fc2cc75906bf3b5816e31f9bd1a711d028fc004f0e961a609fb61c683acb93d1"}]}');
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/cli-release.js


/** The release to install, null if none was asked for, and all problems with the options. */
function cliRelease(given) {
    const version = given.version.trim();
    const sha256 = (given.sha256.trim() || knownSum(version)).toLowerCase();
    const url = (given.url.trim() || cli_releases_namespaceObject.OZ).replaceAll('{version}', version);
    const problems = version === '' ? withoutVersion(given) : [...ofVersion(version), ...ofSum(version, sha256), ...ofUrl(url)];
    return { release: version === '' || problems.length > 0 ? null : { version, sha256, url }, problems };
}
function knownSum(version) {
    return cli_releases_namespaceObject.D8.find((release) => release.version === version)?.sha256 ?? '';
}
function withoutVersion({ sha256, url }) {
    const given = Object.entries({ 'cli-sha256': sha256, 'cli-url': url }).filter(([, value]) => value.trim() !== '');
    return given.map(([name]) => (0,errors/* badOption */.$9)(name, 'has no effect without cli-version.', 'Set cli-version as well, e.g. 1.47.0.'));
}
function ofVersion(version) {
    // The version becomes part of a path.
    return /^\d+\.\d+\.\d+(-[A-Za-z\d]+)?$/.test(version)
        ? []
        : [(0,errors/* badOption */.$9)('cli-version', `is ${version}.`, 'Write cli-version in full, e.g. 1.47.0.')];
}
function ofSum(version, sha256) {
    if (/^[\da-f]{64}$/.test(sha256))
        return [];
    const known = cli_releases_namespaceObject.D8.map((release) => release.version).join(', ');
    return sha256 === ''
        ? [
            (0,errors/* badOption */.$9)('cli-sha256', `is empty, and the checksum of magento-cloud ${version} is not built in.`, `Set cli-sha256 (sha256sum of a phar that you trust), or use a known cli-version: ${known}.`)
        ]
        : [
            (0,errors/* badOption */.$9)('cli-sha256', 'is not a SHA-256.', 'Set cli-sha256 to 64 hexadecimal digits, as sha256sum prints them.')
        ];
}
function ofUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url === null)
        return [(0,errors/* badOption */.$9)('cli-url', 'is not an address.', 'Set cli-url to the https address of the phar.')];
    const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
        return [(0,errors/* badOption */.$9)('cli-url', 'is not https.', 'Set cli-url to an address that starts with https://.')];
    if (url.username !== '' || url.password !== '')
        return [
            (0,errors/* badOption */.$9)('cli-url', 'contains a user or password.', 'Use a mirror that needs none: the address is printed.')
        ];
    return [];
}


/***/ }),

/***/ 2698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

// Titles of windows and links, which may contain blanks.
// eslint-disable-next-line no-control-regex
const commands = /(?:\u001B\]|\u009D)[^\u0007\u001B\u009C\n]*(?:\u0007|\u001B\\|\u009C)/g;
/**
 * Text without terminal escapes, links, control characters (C0 and C1) and characters that hide or reorder others; line
 * breaks stay. All foreign text in a terminal, an Actions log or a summary must pass through it.
 */
function visibleText(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text.replace(commands, ''))
        .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
        .replaceAll(/(?![\n\t])[\p{Cc}\p{Cf}]/gu, '');
}


/***/ })

};
