export const id = 27;
export const ids = [27];
export const modules = {

/***/ 7651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ deployFaults)
/* harmony export */ });
/** Every way in which the next deployments of a sandbox can fail, in a few words. */
const deployFaults = {
    'build-fails': 'the build stops with an error that nobody knows',
    'patch-fails': 'a patch in m2-hotfixes does not fit the new version',
    'compile-fails': 'an extension does not compile with the new version',
    'stale-lock': 'composer.lock does not match composer.json',
    'out-of-memory': 'PHP runs out of memory in the build',
    'build-killed': 'the build is killed for its memory',
    'keys-refused': 'the package repository refuses the keys of the build',
    'php-too-old': 'the build has another PHP than composer.lock needs',
    'configuration-wrong': '.magento.app.yaml asks for a PHP extension that its PHP does not have',
    'routes-missing': 'domains of the project have no route',
    'package-server-down': 'the build cannot reach a package server',
    'plugin-not-allowed': 'composer.json does not allow a Composer plugin',
    'database-in-build': 'code asks for the database while it is built',
    'not-marshaled': 'files of the base packages are missing in the build',
    'modules-conflict': 'a module is on that needs one that is off',
    'shipped-patch-fails': 'a patch that Cloud Patches ships does not fit',
    'patch-unknown': 'QUALITY_PATCHES names patches that do not exist',
    'upload-fails': 'the platform cannot store what was built',
    'protective-block': 'the platform refuses code with a known vulnerability',
    'crypt-key-missing': 'the encryption key is gone',
    'search-missing': 'no search service answers',
    'disk-full': 'the disk is full when the database is upgraded',
    'cron-stuck': 'a cron job does not end and keeps its locks',
    'engine-wrong': 'SEARCH_CONFIGURATION names a search engine of old',
    'env-php-broken': 'app/etc/env.php has lost its database',
    'storage-refused': 'remote storage is configured as the product does not take it',
    'config-import-fails': 'config.php names a website that the database does not have',
    'static-content-fails': 'an extension stops the static content in the deployment',
    'data-patch-fails': 'a data patch of an extension fails',
    'database-locked': 'something else holds the tables of the database',
    'database-gone': 'the database ends in the middle of its upgrade',
    'too-many-files': 'the database server has run out of file handles',
    'search-gone': 'the search service does not answer',
    'queue-gone': 'the message queue does not answer',
    'orphaned-rows': 'a foreign key meets rows whose parents are gone',
    'redis-gone': 'the cache service does not answer',
    'read-only-code': 'an extension writes into the code when it is deployed',
    'setup-upgrade-fails': 'setup:upgrade stops half-way',
    'post-deploy-read-only': 'the code is live, but its post-deploy hook writes where it may not',
    'post-deploy-fails': 'the code is live, but its post-deploy hook fails',
    'never-starts': 'the push arrives, and nothing begins',
    'other-commit': 'the platform deploys another commit',
    'fetch-fails': 'the platform cannot fetch from GitHub',
    'environment-inactive': 'the environment was switched off meanwhile',
    staged: 'the environment deploys by hand only: what was pushed is built and waits',
    superseded: 'a newer push takes the place of this one',
    stuck: 'the deployment does not end',
    'maintenance-left-on': 'all is green, and the site stays closed',
    'old-version-stays': 'all is green, and the old version still runs',
    'one-node-old': 'one of three nodes still runs the old version (pro)',
    'database-behind': 'all is green, and the database is older than the code',
    'database-ahead': 'all is green, and the database is newer than the code',
    'storefront-500': 'all is green, and every page of the shop fails'
};


/***/ }),

/***/ 7787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ shellQuote)
/* harmony export */ });
/** A word in quotes, as every shell reads it: the stand-in's own, so that it does not share a mistake of the product. */
function shellQuote(word) {
    return `'${word.replaceAll("'", "'\\''")}'`;
}


/***/ }),

/***/ 5914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ takesColours),
/* harmony export */   H: () => (/* binding */ coloursOfStderr)
/* harmony export */ });
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7336);

/** Whether stderr is coloured: on a terminal, unless NO_COLOR is set. Never in CI or a file. */
function takesColours() {
    return process.stderr.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb';
}
/** Colours for stderr. Picocolors itself checks stdout, and always colours in CI. */
function coloursOfStderr() {
    return picocolors__WEBPACK_IMPORTED_MODULE_0__.createColors(takesColours());
}


/***/ }),

/***/ 5021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ inCommandLineWords),
/* harmony export */   h: () => (/* binding */ commandLineWords)
/* harmony export */ });
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32);
/* harmony import */ var _help_texts_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9333);


const rows = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionTable */ .s);
const names = rows.map(([name]) => name).sort((a, b) => b.length - a.length);
// An option's name of one word may be plain English: it is an option only if a value follows.
const withValue = new RegExp(`(?<![\\w.-])(${names.join('|')}): ([\\w.@/=-]*[\\w/=-])`, 'g');
const bare = new RegExp(`(?<![\\w./-])(${names.filter((name) => name.includes('-')).join('|')})(?![\\w:/-]|\\.\\w)`, 'g');
/** Advice in command-line terms: `--no-push` for `push: false`, variables for secrets. */
function commandLineWords(text) {
    return text
        .replace(withValue, (_, name, value) => flag(name, value))
        .replace(bare, (_, name) => spelled(name));
}
function flag(name, value) {
    const { type, secret } = row(name);
    if (secret || type !== 'boolean')
        return `${spelled(name)} ${value}`;
    return value === 'false' ? `--no-${name}` : `--${name}`;
}
function spelled(name) {
    return row(name).secret ? (0,_help_texts_js__WEBPACK_IMPORTED_MODULE_1__/* .secretVariable */ .HV)(name) : `--${name}`;
}
function row(name) {
    return _options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionTable */ .s[name] ?? _options_js__WEBPACK_IMPORTED_MODULE_0__/* .optionTable */ .s['working-directory'];
}
/** The report for a terminal: its advice says what to type. */
function inCommandLineWords(report) {
    const advise = (items) => items.map((item) => ({ ...item, fix: commandLineWords(item.fix) }));
    const { error, plan, warnings, steps } = report;
    return {
        ...report,
        warnings: advise(warnings),
        // A step's note may name branches and files, which are not options.
        steps: steps.map((step) => (step.outcome === 'done' ? step : { ...step, note: commandLineWords(step.note) })),
        plan: plan && { ...plan, notes: advise(plan.notes) },
        error: error && { ...error, next: commandLineWords(error.next), problems: advise(error.problems) }
    };
}


/***/ }),

/***/ 9333:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HV: () => (/* binding */ secretVariable),
/* harmony export */   K1: () => (/* binding */ examples),
/* harmony export */   qK: () => (/* binding */ exitCodeTable),
/* harmony export */   qb: () => (/* binding */ explainSecretFlag),
/* harmony export */   uD: () => (/* binding */ secretHelp)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32);


/** One or two calls of each command that a new user can copy. */
const examples = {
    plan: 'Examples:\n  magento-cloud-upgrade plan\n  magento-cloud-upgrade plan --target 2.4.8-p3 --json',
    upgrade: 'Examples:\n  magento-cloud-upgrade upgrade --target 2.4.8 --project abcdefghijklm --environment integration --dry-run\n  magento-cloud-upgrade upgrade --project abcdefghijklm --known-hosts "$(cat known_hosts)"',
    backup: 'Example:\n  magento-cloud-upgrade backup --project abcdefghijklm --environment staging --backup-to both',
    restore: 'Example:\n  magento-cloud-upgrade backup restore ./backups/backup-20261123T080540Z-9ff38675 --project abcdefghijklm --environment integration',
    verify: 'Example:\n  magento-cloud-upgrade verify --project abcdefghijklm --environment staging --expected-version 2.4.8-p3',
    diagnose: 'Examples:\n  magento-cloud-upgrade diagnose --project abcdefghijklm --environment staging\n  magento-cloud-upgrade diagnose --from activity.log var/log var/report\n  magento-cloud activity:log | magento-cloud-upgrade diagnose --from -'
};
/** All exit codes with their names. */
const exitCodeTable = `Exit codes:\n   0  done, or nothing to do\n${Object.entries(_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS)
    .map(([name, code]) => `${String(code).padStart(4)}  ${name === 'internal-error' ? 'a bug of this program' : name.replaceAll('-', ' ')}`)
    .join('\n')}`;
/** The environment variable of a secret option. */
function secretVariable(name) {
    if (name === 'cloud-token')
        return 'MAGENTO_CLOUD_CLI_TOKEN';
    return name === 'github-token' ? 'GITHUB_TOKEN' : `MAGENTO_CLOUD_UPGRADE_${name.toUpperCase().replaceAll('-', '_')}`;
}
/** The help text of a command about its secrets. */
function secretHelp(command) {
    const rows = Object.entries(_options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionTable */ .s);
    const secrets = rows.filter(([, row]) => row.secret && row.commands.includes(command));
    const lines = secrets.map(([name, row]) => `  ${secretVariable(name)}\n      ${row.description}`);
    return `Secrets come by environment variables, because command lines can be seen by everyone on the machine:\n${lines.join('\n')}`;
}
/** The message for an unknown option; for a secret option it names the environment variable, never the value. */
function explainSecretFlag(text) {
    const name = /unknown option '--([\w-]+)/.exec(text)?.[1] ?? '';
    const row = _options_js__WEBPACK_IMPORTED_MODULE_1__/* .optionTable */ .s[name];
    if (!row?.secret)
        return text;
    return `error: --${name} is no option, because command lines can be seen by everyone on the machine\n(set the environment variable ${secretVariable(name)} instead)\n`;
}


/***/ }),

/***/ 1029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ printReport)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/describe-effects.js
var describe_effects = __webpack_require__(4174);
// EXTERNAL MODULE: ./.tmp/compiled/src/visible-text.js
var visible_text = __webpack_require__(2698);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/deployment-reasons.js
var deployment_reasons = __webpack_require__(6362);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-backup.js
var describe_backup = __webpack_require__(7115);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-phases.js
var describe_phases = __webpack_require__(8761);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-recovery.js
var describe_recovery = __webpack_require__(3254);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-shop.js
var describe_shop = __webpack_require__(8921);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/headline.js
/** The verdict of a run in one sentence. */
function headline(report) {
    const { verdict, plan, verification, environment, error, recovery } = report;
    const versions = plan ? ` from ${plan.fromVersion} to ${plan.toVersion}` : '';
    const where = environment ?? 'the environment';
    switch (verdict) {
        case 'upgraded':
            return `Upgraded ${where}${versions}; ${verification?.installedVersion ?? plan?.toVersion ?? ''} runs and is healthy.`;
        case 'up-to-date':
            return `${verification?.installedVersion ?? plan?.toVersion ?? 'The version that runs'} is what the target asks for: nothing to do.`;
        case 'held-back':
            return `${plan?.fromVersion ?? 'The version that runs'} stays, although ${plan?.heldBack?.version ?? 'a newer release'} is out: something blocks it.`;
        case 'planned':
            return `Planned the upgrade${versions}; nothing was changed.`;
        case 'committed':
            return `Committed the upgrade${versions}; nothing was pushed.`;
        case 'pushed':
            return `Pushed the upgrade${versions}.`;
        case 'backed-up':
            return `Backed up ${where}${report.backup?.state === 'inconsistent' ? ', but not all of it as of one moment' : ''}.`;
        case 'restored':
            return `Restored the backup into ${where}.`;
        case 'verified':
            return `${where} runs ${verification?.installedVersion ?? 'the expected version'} and is healthy.`;
        case 'diagnosed':
            return diagnosed(report);
        case 'failed':
            return error?.code === 'reverted' && recovery !== null
                ? `Failed and taken back: ${where} runs ${recovery.version} again${plan === null ? '' : `, not ${plan.toVersion}`}.`
                : `Failed: ${error?.summary ?? 'for an unknown reason'}`;
    }
}
// Texts that somebody downloaded belong to no environment that is known.
function diagnosed({ findings, environment }) {
    const things = findings.length === 1 ? 'thing' : 'things';
    if (findings.length > 0)
        return `Found ${findings.length} ${things} to look at${environment === null ? '' : ` on ${environment}`}.`;
    return `Found nothing wrong in ${environment === null ? 'what was read' : `the logs of ${environment}`}.`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/is-touched.js
var is_touched = __webpack_require__(4478);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/open-items.js + 1 modules
var open_items = __webpack_require__(852);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/package-changes.js
var package_changes = __webpack_require__(4317);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/seconds.js
var report_seconds = __webpack_require__(8756);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/text/comparison-lines.js
/** What runs against what the target supports: one line each, and below them how they are changed, each way once. */
function comparisonLines(items, version) {
    const rows = items.map(({ comparison }) => ({
        key: comparison?.key ?? '',
        now: `${comparison?.name ?? ''} ${comparison?.now ?? ''}`,
        wanted: `${version} supports ${comparison?.wanted ?? ''}`
    }));
    const [keys, nows] = [longest(rows.map(({ key }) => key)), longest(rows.map(({ now }) => now))];
    return [
        ...rows.map(({ key, now, wanted }) => `! ${key.padEnd(keys)}   ${now.padEnd(nows)}   ${wanted}`),
        ...fixes(items).map((fix) => `  ${fix}`)
    ];
}
function longest(words) {
    return Math.max(0, ...words.map(({ length }) => length));
}
/** The ways to change them; those that differ only in the name of the service are one. */
function fixes(items) {
    const ways = new Map();
    for (const { comparison, fix } of items) {
        const key = comparison?.key ?? '';
        const parts = fix.split(key);
        const way = key !== '' && parts.length === 2 ? parts.join(gap) : fix;
        ways.set(way, [...(ways.get(way) ?? []), key]);
    }
    return [...ways].map(([way, keys]) => {
        const fix = way.replace(gap, () => keys.join(', '));
        return ways.size === 1 ? fix : `${keys.join(', ')}: ${fix}`;
    });
}
// No text that is shown has it.
const gap = '\u0000';

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/text/section.js
/** A part of a page in the terminal: an empty line, its title, its lines indented. Empty without lines. */
function section(title, lines) {
    return lines.length > 0 ? ['', title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))] : [];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/text/items.js


const most = 20;
/** What stands in the way or is wrong: counted in the title, numbered, each with its fix below it. */
function blockers(error, title) {
    const errors = error.problems.filter(({ severity }) => severity === 'error');
    const lines = errors.flatMap(({ message, fix }, index) => {
        const [first = '', ...rest] = fix.split('\n');
        return [`${index + 1}. ${message}`, ...[first, ...rest].filter((line) => line !== '').map((line) => `   ${line}`)];
    });
    return section(`${title}: ${errors.length}`, lines);
}
/** What needs a hand: services that the target does not support as a table, then the rest. */
function toDo({ comparisons, toDo: rest }, title, version) {
    const count = comparisons.length + rest.length;
    return section(`${title}: ${count}`, [...comparisonLines(comparisons, version), ...signed(rest, '!')]);
}
/** Warnings, or what is for information: counted in the title, each behind its sign. */
function items(title, list, sign) {
    return section(`${title}: ${list.length}`, signed(list, sign));
}
function signed(list, sign) {
    const lines = list.slice(0, most).map(({ message, fix }) => `${sign} ${message} ${fix}`.trimEnd());
    const rest = list.length - most;
    return rest > 0 ? [...lines, `${sign} ${rest} more in the report (--json)`] : lines;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/summary/packages.js
var summary_packages = __webpack_require__(9465);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/text/count-packages.js
const words = [
    ['up', 'updated', 'to update'],
    ['down', 'downgraded', 'to downgrade'],
    ['added', 'added', 'to add'],
    ['removed', 'removed', 'to remove'],
    ['same-version', 'with another archive', 'to fetch again']
];
/** How many packages change, by kind: `47 updated, 1 added, 1 removed`; `to update` and so on for a plan's last line. */
function countPackages(changes, isToDo = false) {
    const counted = words.map(([kind, done, toDo]) => ({
        count: changes.filter(({ change }) => change === kind).length,
        word: isToDo ? toDo : done
    }));
    return (counted
        .filter(({ count }) => count > 0)
        .map(({ count, word }) => `${count} ${word}`)
        .join(', ') || 'no package changes');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/text/package-lines.js



const signs = { added: '+', removed: '-', up: '~', down: '~', 'same-version': '~' };
const order = ['+', '-', '~'];
const core = /^(?:magento|adobe-commerce|adobe)\//;
const leading = /^magento\/(?:ece-tools|product-(?:enterprise|community)-edition|magento-cloud-metapackage)$/;
/** Lines of one sign that name a package of the plan itself; what is beyond is counted by vendor. */
const package_lines_most = 20;
/** The packages of a plan in three parts, extensions first, with their signs; counts in the titles equal what is below. */
function packageLines({ packageChanges }) {
    const inPlan = packageChanges.filter(({ thirdParty }) => !thirdParty);
    const parts = [
        ['Extensions', packageChanges.filter(({ thirdParty }) => thirdParty), () => true],
        ['Core', inPlan.filter(({ name }) => core.test(name)), isNotable],
        ['Libraries', inPlan.filter(({ name }) => !core.test(name)), isNotable]
    ];
    const named = parts.map(([title, all, isNamed]) => ({ title, all, ...split(all, isNamed) }));
    const width = Math.max(30, ...named.flatMap(({ shown }) => shown.map(({ name }) => name.length)));
    return named.flatMap(({ title, all, shown, rest }) => section(`${title.padEnd(width + 8)}${countPackages(all)}`, [
        ...shown.map((change) => line(change, width)),
        ...folded(rest)
    ]));
}
function isNotable({ name, change, from, to }) {
    return change === 'added' || change === 'removed' || change === 'down' || leading.test(name) || (0,summary_packages/* isMajor */.wO)(from, to);
}
/** What is named and what is only counted. A vendor with one package is no shorter than the package. */
function split(all, isNamed) {
    const counts = countFolds(all.filter((change) => !isNamed(change)));
    const wanted = all
        .filter((change) => isNamed(change) || counts.get(foldOf(change)) === 1)
        .toSorted((a, b) => Number(leading.test(b.name)) - Number(leading.test(a.name)));
    const shown = order.flatMap((sign) => wanted.filter(({ change }) => signs[change] === sign).filter(({ thirdParty }, index) => thirdParty || index < package_lines_most));
    const told = new Set(shown);
    return { shown, rest: all.filter((change) => !told.has(change)) };
}
function line(change, width) {
    const { name, from, to } = change;
    const versions = from === null || to === null ? (from ?? to ?? '') : `${from} -> ${to}`;
    return `${signs[change.change]} ${name.padEnd(width)}    ${versions}${markOf(change)}`;
}
function markOf({ change, from, to }) {
    const mark = change === 'down' ? '  (older)' : change === 'same-version' ? '  (another archive)' : '';
    return `${mark}${(0,summary_packages/* isMajor */.wO)(from, to) ? '  (major)' : ''}`;
}
function folded(rest) {
    const lines = [...countFolds(rest)].map(([fold, count]) => `${fold.slice(0, 1)} ${count} more ${fold.slice(2)}`);
    return order.flatMap((sign) => lines.filter((text) => text.startsWith(sign)));
}
function countFolds(changes) {
    const counts = new Map();
    for (const change of changes)
        counts.set(foldOf(change), (counts.get(foldOf(change)) ?? 0) + 1);
    return counts;
}
function foldOf(change) {
    return `${signs[change.change]} ${change.name.split('/')[0] ?? ''}/*${markOf(change)}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/text/plan-page.js





/** A plan for the terminal: packages, files, what to change first, warnings; counts and the next command last. */
function planPage(report, plan) {
    const open = (0,open_items/* openItems */.d)(report);
    const isOfFile = ({ id }) => id === 'root-requirement' || plan.migrations.some((migration) => migration.id === id);
    const files = open.information.filter(isOfFile);
    const first = open.comparisons.length + open.toDo.length;
    return [
        `Adobe Commerce ${plan.fromVersion} -> ${plan.toVersion}`,
        ...packageLines(plan),
        ...section('Files', [...files.map(({ message }) => `~ ${message}`), ...otherFiles(plan)]),
        ...toDo(open, 'Change first', plan.toVersion),
        ...items('Warnings', open.warnings, '!'),
        ...items('For information', open.information.filter((item) => !isOfFile(item)), '-'),
        '',
        `Plan: ${countPackages(plan.packageChanges, true)}. 0 blockers, ${first === 0 ? '' : `${first} to change first, `}${count(open.warnings.length, 'warning')}.`,
        ...next(report, plan)
    ];
}
function otherFiles({ trackedMarshaledFiles: files }) {
    return ['~ composer.lock', ...(files > 0 ? [`~ up to ${count(files, 'marshaled file')}`] : [])];
}
function count(number, what) {
    return `${number} ${what}${number === 1 ? '' : 's'}`;
}
function next({ project, environment, steps }, { target }) {
    const isChecked = steps.some(({ step, outcome }) => step === 'preflight' && outcome === 'done');
    const options = [
        `--target ${quoted(target)}`,
        `--project ${project === null ? 'ID' : quoted(project)}`,
        ...(environment === null ? [] : [`--environment ${quoted(environment)}`]),
        ...(isChecked ? [] : ['--dry-run'])
    ];
    return [
        isChecked
            ? 'Nothing was changed. To do it:'
            : 'Nothing was changed. To check credentials, git and the platform as well (without --dry-run: to do it):',
        '',
        `  magento-cloud-upgrade upgrade ${options.join(' ')}`,
        '',
        'Every package: --json'
    ];
}
// A leading = means something to zsh.
function quoted(word) {
    return /^[\w.][\w./-]*$/.test(word) ? word : `'${word.replaceAll("'", String.raw `'\''`)}'`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/title.js + 2 modules
var title = __webpack_require__(9838);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/render-text.js

















/** A report as plain text for the terminal: verdict first, then what explains it, what to do next last. */
function renderText(report) {
    const { error, plan, verdict } = report;
    const lines = error === null && verdict === 'planned' && plan !== null ? planned(report, plan) : run(report);
    return `${(0,visible_text/* visibleText */.Q)(lines.join('\n'))}\n`;
}
// Progress showed the one step of a plan.
function planned(report, plan) {
    const [first = '', ...rest] = planPage(report, plan);
    return [first, ...(report.steps.length > 1 ? steps(report) : []), ...rest];
}
function run(report) {
    const { error, backup } = report;
    const phases = (0,describe_phases/* describePhases */.e)(report.deployment);
    return [
        headline(report),
        ...(error === null ? (report.plan?.heldBack?.reasons ?? []) : [(0,describe_shop/* describeShop */.s)(report).text]),
        ...steps(report),
        ...section('Phases of the deployment', phases === '' ? [] : [phases]),
        ...render_text_packages(report),
        ...openParts(report),
        ...section('Backup', (0,describe_backup/* describeBackup */._)(backup)),
        ...explanation(report),
        ...(error === null ? [] : ending(report, error))
    ];
}
function render_text_packages({ plan }) {
    if (!plan?.changed)
        return [];
    const moved = plan.packageChanges.filter(({ thirdParty }) => thirdParty);
    return [
        ...section('Packages', [(0,package_changes/* countChanges */.x)(plan)]),
        ...(moved.length > 0 ? packageLines({ packageChanges: moved }) : [])
    ];
}
function openParts(report) {
    const open = (0,open_items/* openItems */.d)(report);
    const { plan, verification, error } = report;
    return [
        ...toDo(open, error === null ? 'To do' : 'To do besides', plan?.toVersion ?? verification?.expectedVersion ?? 'the target'),
        ...items('Warnings', open.warnings, '!'),
        ...items('For information', open.information, '-')
    ];
}
function explanation(report) {
    const { error, recovery, deployment } = report;
    const what = recovery === null ? 'Deployment' : 'Deployment of the upgrade';
    return [
        ...section(`${what}: ${deployment?.verdict ?? ''}`, (0,deployment_reasons/* deploymentReasons */.T)(report)),
        ...section('Findings, the likeliest cause first', report.findings.flatMap(finding)),
        ...(error === null ? [] : blockers(error, (0,is_touched/* isTouched */.D)(report) ? 'Problems' : 'Blockers')),
        ...section('Details', error?.details ? error.details.split('\n').slice(0, 40) : []),
        ...section('Recovery', recovery ? [(0,describe_recovery/* describeRecovery */.x)(recovery), ...recovery.dataCommands] : [])
    ];
}
function ending(report, error) {
    return [
        '',
        ...counts(report, error),
        ...(0,describe_effects/* linesOfEffects */.f)(report.changes).map(([what, text]) => `${what}: ${text}`),
        `Next: ${error.next}`,
        `Code: ${error.code} (exit ${error.exitCode})`
    ];
}
// What did not begin ends with numbers, as a plan does.
function counts(report, error) {
    if ((0,is_touched/* isTouched */.D)(report) || !error.problems.some(({ severity }) => severity === 'error'))
        return [];
    const { comparisons, toDo: rest, warnings } = (0,open_items/* openItems */.d)(report);
    const besides = comparisons.length + rest.length;
    const words = [
        (0,title/* title */.D)(report),
        ...(besides > 0 ? [`${besides} to do besides`] : []),
        `${warnings.length} ${warnings.length === 1 ? 'warning' : 'warnings'}`
    ];
    return [`${words.join(', ')}.`];
}
function finding({ title, source, phase, certainty, evidence, meaning, next }, index) {
    const shown = evidence.split('\n').filter((line) => line.trim() !== '');
    return [
        `${index + 1}. ${title} (${[source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ')})`,
        ...shown.slice(0, 8).map((line) => `   | ${line}`),
        `   ${meaning}`,
        `   next: ${next}`
    ];
}
function steps({ steps: list }) {
    const marks = { done: '✓', skipped: '-', failed: '✗' };
    return section('Steps', list.map(({ step, outcome, seconds, note }) => `${marks[outcome]} ${step.padEnd(9)} ${(outcome === 'skipped' ? '' : (0,report_seconds/* renderSeconds */.e)(seconds)).padStart(8)}  ${inShort(note, outcome)}`));
}
// A failure is told in full above and below.
function inShort(note, outcome) {
    const line = note.split('\n')[0] ?? '';
    return outcome === 'failed' ? (/^.*?\.(?= |$)/.exec(line)?.[0] ?? line) : line;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/cli/command-line-words.js
var command_line_words = __webpack_require__(5021);
// EXTERNAL MODULE: ./node_modules/wrap-ansi/index.js + 1 modules
var wrap_ansi = __webpack_require__(8692);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/split-commands.js
var split_commands = __webpack_require__(1432);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/wrap-text.js


// Stands for a blank that no line may end at; no text that is shown has it.
const glue = '\u0000';
const opening = /^ *(?:(?:[-~+!✓✗]|\d{1,3}\.) )?/;
/**
 * A text whose lines end at words before they reach the width, in columns; what goes on stands below its beginning. Lines
 * of logs and commands stay whole: a terminal breaks them itself, and they are copied as one line.
 */
function wrapText(text, width) {
    return text
        .split('\n')
        .map((line) => wrapLine(line, width))
        .join('\n');
}
function wrapLine(line, width) {
    if (line.length <= width / 2 || line.trimStart().startsWith('| '))
        return line;
    const start = opening.exec(line)?.[0] ?? '';
    const columns = Math.max(width - start.length, 10);
    return (0,wrap_ansi/* default */.A)(glued(line.slice(start.length)), columns)
        .split('\n')
        .map((part, index) => `${index === 0 ? start : ' '.repeat(start.length)}${part}`)
        .join('\n')
        .replaceAll(glue, ' ');
}
function glued(text) {
    return (0,split_commands/* splitCommands */.t)(text)
        .filter(({ isCommand }) => isCommand)
        .reduce((whole, { text: command }) => whole.replace(command, () => command.replaceAll(' ', glue)), text);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/print-report.js



/** Prints a report on stdout in the words of the command line: as wide as a terminal, unwrapped elsewhere. */
function printReport(report) {
    const text = renderText((0,command_line_words/* inCommandLineWords */.O)(report));
    const { isTTY, columns } = process.stdout;
    process.stdout.write(`\n${isTTY && columns > 0 ? wrapText(text, columns) : text}`);
}


/***/ }),

/***/ 3180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ createProgress)
/* harmony export */ });
/* harmony import */ var _report_seconds_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8756);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2698);
/* harmony import */ var _colours_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5914);
/* harmony import */ var _command_line_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5021);




/** Shows running steps with their elapsed time, and each end as a line that stays. */
function createProgress({ verbose }) {
    const terminal = process.stderr.isTTY;
    const pc = (0,_colours_js__WEBPACK_IMPORTED_MODULE_2__/* .coloursOfStderr */ .H)();
    const running = new Map();
    let spinner = null;
    let ended = false;
    // Only a terminal has use for it, and it takes a while to load.
    if (terminal)
        void __webpack_require__.e(/* import() | terminal */ 547).then(__webpack_require__.bind(__webpack_require__, 2971)).then(({ default: ora }) => {
            spinner = ora({ stream: process.stderr, ...((0,_colours_js__WEBPACK_IMPORTED_MODULE_2__/* .takesColours */ .E)() ? {} : { color: false }) });
            show();
        });
    const timer = terminal && setInterval(show, 200);
    function show() {
        if (!spinner || ended)
            return;
        const parts = [...running].map(([step, began]) => `${step} ${(0,_report_seconds_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSeconds */ .e)(Math.floor((performance.now() - began) / 1000))}`);
        if (parts.length === 0)
            spinner.stop();
        else
            spinner.start(parts.join(', '));
    }
    const print = (line) => {
        spinner?.stop();
        process.stderr.write(`${line}\n`);
        show();
    };
    return {
        onStep: ({ step, state, note, seconds }) => {
            if (state === 'started') {
                running.set(step, performance.now());
                if (!terminal)
                    print(`  ${step} ...`);
                show();
                return;
            }
            running.delete(step);
            const marks = { done: pc.green('✓'), skipped: pc.dim('-'), failed: pc.red('✗') };
            print(`${marks[state]} ${step.padEnd(9)} ${(state === 'skipped' ? '' : (0,_report_seconds_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSeconds */ .e)(seconds)).padStart(8)}  ${noteLine(state, note)}`);
        },
        logger: {
            debug: (line) => {
                if (verbose)
                    print(pc.dim(`    ${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(line)}`));
            },
            info: (line) => {
                print(pc.dim(`    ${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(line)}`));
            },
            warn: (line) => {
                print(pc.yellow(`    ${(0,_command_line_words_js__WEBPACK_IMPORTED_MODULE_1__/* .commandLineWords */ .h)((0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(line))}`));
            },
            error: (line) => {
                print(pc.red(`    ${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(line)}`));
            }
        },
        end: () => {
            ended = true;
            if (timer)
                clearInterval(timer);
            spinner?.stop();
        }
    };
}
// What a step did may name branches and files, which are no options.
function noteLine(state, note) {
    const line = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(note).split('\n')[0] ?? '';
    return state === 'done' ? line : (0,_command_line_words_js__WEBPACK_IMPORTED_MODULE_1__/* .commandLineWords */ .h)(line);
}


/***/ }),

/***/ 4873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProgram: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
// EXTERNAL MODULE: ./.tmp/compiled/src/describe-effects.js
var describe_effects = __webpack_require__(4174);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/visible-text.js
var visible_text = __webpack_require__(2698);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/unexpected-error.js
var unexpected_error = __webpack_require__(1358);
// EXTERNAL MODULE: ./.tmp/compiled/src/options.js
var options = __webpack_require__(32);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/add-options.js


/** The options of a command that are flags: all but secrets, which are read from environment variables. */
function flagsOf(command) {
    const rows = Object.entries(options/* optionTable */.s);
    return rows.filter(([, row]) => row.commands.includes(command) && !row.secret);
}
/** Adds the flags to `command`. Defaults are set by the library, not here. */
function addOptions(command, name) {
    for (const [flag, row] of flagsOf(name)) {
        const description = `${row.description} ${row.default === '' ? '' : `(default: ${String(row.default)})`}`.trim();
        if (row.type === 'boolean') {
            const [on, off] = [new esm/* Option */.c$(`--${flag}`, description), new esm/* Option */.c$(`--no-${flag}`, `not: ${row.description}`)];
            // The help shows the form that changes the default.
            if (row.default === true)
                on.hideHelp();
            else
                off.hideHelp();
            for (const option of [on, off])
                command.addOption(option.helpGroup(`${options/* optionGroups */.g[row.group]}:`));
            continue;
        }
        const option = new esm/* Option */.c$(`--${flag} <${row.list ? 'path...' : row.type === 'number' ? 'number' : 'value'}>`, description);
        if (row.list)
            option.argParser(addLine);
        if (row.choices)
            option.choices([...row.choices]);
        if (row.type === 'number')
            option.argParser(parseNumber);
        command.addOption(option.helpGroup(`${options/* optionGroups */.g[row.group]}:`));
    }
}
// The library takes one text with one value per line, as inputs do.
function addLine(value, before) {
    return before === undefined ? value : `${before}\n${value}`;
}
function parseNumber(text) {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value))
        throw new esm/* InvalidArgumentError */.Di('This is not a number.');
    return value;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/cli/help-texts.js
var help_texts = __webpack_require__(9333);
// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(6848);
// EXTERNAL MODULE: ./.tmp/compiled/src/shell-quote.js
var shell_quote = __webpack_require__(2337);
// EXTERNAL MODULE: ./node_modules/pretty-ms/index.js + 1 modules
var pretty_ms = __webpack_require__(1692);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-backup.js
var describe_backup = __webpack_require__(7115);
// EXTERNAL MODULE: ./node_modules/string-width/index.js + 6 modules
var string_width = __webpack_require__(4668);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/align-columns.js

/** Rows of cells as lines, in columns two spaces apart, as wide as a terminal shows each character. */
function alignColumns(rows) {
    const widths = [];
    for (const row of rows)
        for (const [index, cell] of row.entries())
            widths[index] = Math.max(widths[index] ?? 0, (0,string_width/* default */.A)(cell));
    return rows.map((row) => row
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - (0,string_width/* default */.A)(cell)))
        .join('  ')
        .trimEnd());
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/backup-table.js




const header = ['FINISHED', 'AGE', 'ENVIRONMENT', 'VERSION', 'DATABASE', 'SIZE', 'STATE', 'FOLDER'];
/** Lines of `backup list`: a header and one line for each backup, what damages one below it. Empty without backups. */
function backupTable(backups, now) {
    if (backups.length === 0)
        return [];
    const [titles = '', ...rows] = alignColumns([header, ...backups.map((backup) => cellsOf(backup, now))]);
    const below = backups.map(({ damage }) => (damage === null ? [] : [`  damaged: ${damage}`]));
    return [titles, ...rows.flatMap((row, index) => [row, ...(below[index] ?? [])])];
}
function cellsOf({ folder, manifest, damage }, now) {
    const { finishedAt, environment, application, productVersion, dumps, media, state } = manifest;
    const servers = [...new Set(dumps.flatMap(({ serverVersion }) => serverVersion ?? []))];
    const bytes = dumps.reduce((sum, dump) => sum + (dump.fileBytes ?? dump.bytes), media?.bytes ?? 0);
    return [
        `${finishedAt.slice(0, 16).replace('T', ' ')}Z`,
        ageOf(now.getTime() - Date.parse(finishedAt)),
        application === null ? environment : `${environment}/${application}`,
        productVersion ?? 'unknown',
        servers.join(', ') || 'unknown',
        (0,describe_backup/* renderBytes */.U)(bytes),
        damage === null ? state : 'damaged',
        folder
    ].map((text) => (0,visible_text/* visibleText */.Q)(text).replaceAll('\n', ' '));
}
// The clock of another machine may be ahead of ours.
function ageOf(milliseconds) {
    return milliseconds < 0 ? 'in the future' : (0,pretty_ms/* default */.A)(milliseconds, { compact: true });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/cli/print-report.js + 9 modules
var print_report = __webpack_require__(1029);
// EXTERNAL MODULE: ./.tmp/compiled/src/cli/progress.js
var cli_progress = __webpack_require__(3180);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/normalize-options.js
var normalize_options = __webpack_require__(8268);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/stop-on-signals.js
var stop_on_signals = __webpack_require__(6533);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/write-report.js
var write_report = __webpack_require__(1206);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact.js
var redact = __webpack_require__(811);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/known-secrets.js
var known_secrets = __webpack_require__(4759);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/secret-values.js




/** Every secret in the environment of this process for any command, and those in the given addresses. */
function secretValues() {
    const rows = Object.entries(options/* optionTable */.s);
    const names = rows.filter(([, row]) => row.secret).map(([name]) => (0,help_texts/* secretVariable */.HV)(name));
    const values = names.flatMap((name) => (0,known_secrets/* secretLeaves */.TR)(process.env[name] ?? ''));
    return [...values, ...(0,known_secrets/* surroundingSecrets */.eH)(process.env, process.argv)];
}
/** Redacts them in a text. */
function redactSecrets() {
    return (0,redact/* createRedact */.a)(secretValues());
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/run-command.js









// Each loads slowly enough to be noticed in --help, and in the other commands.
const commands = {
    plan: async () => (await Promise.all(/* import() | plan */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(456), __webpack_require__.e(342)]).then(__webpack_require__.bind(__webpack_require__, 7486))).plan,
    upgrade: async () => (await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 8894))).upgrade,
    backup: async () => (await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 8417))).backup,
    verify: async () => (await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 4140))).verify,
    diagnose: async () => (await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 9437))).diagnose
};
/** Runs one command of the library: flags in, progress on stderr, the report on stdout, its exit code. */
async function runCommand(command, flags) {
    const { json, verbose, ...given } = flags;
    const report = await reportOf(command, given, verbose === true);
    if (json === true)
        process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else
        (0,print_report/* printReport */.Y)(report);
    process.exitCode = report.error?.exitCode ?? 0;
    const path = given['report'];
    try {
        const file = await (0,write_report/* writeReport */.u)(report, typeof path === 'string' ? path : '');
        process.stderr.write(`Report: ${file}\n`);
    }
    catch (error) {
        process.stderr.write(`The report could not be written: ${error instanceof Error ? error.message : String(error)}\n`);
    }
}
/** What no command could report, a bug included, ends in a report as well. */
async function reportOf(command, given, verbose) {
    const progress = (0,cli_progress/* createProgress */.m)({ verbose });
    const { logger, onStep } = progress;
    try {
        const runOfCommand = await commands[command]();
        const options = { ...given, ...secretsOf(command) };
        const signal = (0,stop_on_signals/* stopOnSignals */.Z)(redactSecrets());
        const context = { logger, onStep, environment: process.env, signal };
        return await runOfCommand(options, context);
    }
    catch (error) {
        return (0,unexpected_error/* failedReport */.k)(error, secretValues());
    }
    finally {
        progress.end();
    }
}
/** The secrets of a command, from the environment variables that its help names. */
function secretsOf(command) {
    const rows = Object.entries(options/* optionTable */.s);
    const secrets = rows.filter(([, row]) => row.secret && row.commands.includes(command));
    return Object.fromEntries(secrets.flatMap(([name]) => {
        const value = process.env[(0,help_texts/* secretVariable */.HV)(name)];
        return value === undefined ? [] : [[(0,normalize_options/* camelCase */.xQ)(name), value]];
    }));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/run-backup-command.js










/** `backup verify`: what was read, and how deep. */
async function verifyFiles(path, { identity }) {
    const { verifyBackup } = await backupsLibrary();
    const { manifest, dumps } = await verifyBackup({ path, identityFile: identity });
    for (const { path: file, depth } of dumps)
        print(`${file}: ${depth === 'whole' ? 'whole, as the manifest says' : 'the encrypted file is as the manifest says; --identity would let its contents be read'}`);
    print(`The backup of ${manifest.environment} of ${manifest.finishedAt} is ${manifest.state}.`);
}
/** `backup list`. */
async function printBackups(directory) {
    const { listBackups } = await backupsLibrary();
    const { backups, unreadable, unfinishedRestores } = await listBackups({ directory });
    printUnreadable(unreadable);
    for (const line of backupTable(backups, new Date()))
        print(line);
    if (backups.length === 0)
        print('There are no backups.');
    for (const { note, finish, goBack } of unfinishedRestores) {
        print(`A restore into ${note.environment} of ${note.startedAt} has not ended. To finish: ${finish}`);
        print(`  To go back: ${goBack ?? 'no command, since what was there was not backed up'}`);
    }
}
/** `backup prune`. */
async function prune(options) {
    if ((options.keep ?? null) === null && (options.days ?? null) === null)
        throw noRule(options.directory);
    const { pruneBackups } = await backupsLibrary();
    const { kept, removed, damaged, unreadable } = await pruneBackups(options);
    for (const { folder: path, manifest } of removed)
        print(`${options.dryRun ? 'would remove' : 'removed'}  ${manifest.finishedAt}  ${manifest.environment}  ${path}`);
    for (const { folder: path, damage } of damaged)
        print(`left as it is, counts for nothing: ${path}: ${damage ?? ''}`);
    printUnreadable(unreadable);
    print(`${removed.length} ${options.dryRun ? 'to remove' : 'removed'}, ${kept.length} kept.`);
}
/** `backup restore`: asks for the environment's name on a terminal where it was not given. */
async function restore(path, { confirm, identity, wayBack, ...given }) {
    const { restore: restoreBackup } = await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 5272));
    const progress = (0,cli_progress/* createProgress */.m)({ verbose: false });
    const run = (name) => restoreBackup({ ...given, ...secretsOf('restore'), path, confirm: name, identityFile: identity, wayBack }, {
        logger: progress.logger,
        onStep: progress.onStep,
        environment: process.env,
        signal: (0,stop_on_signals/* stopOnSignals */.Z)(redactSecrets())
    });
    let report = await run(confirm);
    if (confirm === '' && report.error?.code === 'bad-input' && process.stdin.isTTY && process.stdout.isTTY) {
        for (const line of report.error.message.split('\n'))
            print(line);
        const terminal = (0,promises_.createInterface)({ input: process.stdin, output: process.stdout });
        const typed = await terminal.question('Type the name of the environment to go on, or nothing to leave: ');
        terminal.close();
        if (typed !== '')
            report = await run(typed);
    }
    progress.end();
    (0,print_report/* printReport */.Y)(report);
    process.exitCode = report.error?.exitCode ?? 0;
}
function backupsLibrary() {
    return Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 7344));
}
function noRule(directory) {
    return new errors/* UpgradeError */.fy('bad-input', {
        message: 'No rule says which backups to keep.',
        next: `Type a rule, or both: magento-cloud-upgrade backup prune ${(0,shell_quote/* shellWord */.r)(directory)} --keep 5 --keep-days 30 --dry-run (--dry-run only says what would be removed).`
    });
}
function printUnreadable(reasons) {
    for (const reason of reasons)
        print(`not readable, counts for nothing: ${reason}`);
}
// Names of files and manifests come from whoever can write to the folder.
function print(line) {
    process.stdout.write(`${(0,visible_text/* visibleText */.Q)(line).replaceAll('\n', ' ')}\n`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/add-backup-commands.js




/** The commands for existing backups, below `backup`. */
function addBackupCommands(backup) {
    backup
        .command('verify')
        .description('read a backup on this machine again, offline: every checksum and every proof')
        .argument('<path>', 'folder of the backup, or its manifest.json')
        .addOption(identity())
        .addHelpText('after', `\n${help_texts/* exitCodeTable */.qK}`)
        .action(verifyFiles);
    backup
        .command('list')
        .description('list the backups in a folder, the newest first')
        .argument('<folder>', 'the backup-directory')
        .action((folder) => printBackups(folder));
    backup
        .command('prune')
        .description('remove old backups: only files that a manifest names, never the newest proven one of an environment')
        .argument('<folder>', 'the backup-directory')
        .addOption(new esm/* Option */.c$('--keep <number>', 'keep the newest so many of each environment').argParser(whole))
        .addOption(new esm/* Option */.c$('--keep-days <number>', 'keep those of the last so many days').argParser(whole))
        .option('--dry-run', 'only say what would be removed', false)
        .action((folder, flags) => prune({ directory: folder, keep: flags.keep ?? null, days: flags.keepDays ?? null, dryRun: flags.dryRun }));
    const command = backup
        .command('restore')
        .description('load a backup into the environment of --environment; everything written there since is lost')
        .argument('<path>', 'folder of the backup, or its manifest.json')
        .option('--confirm <environment>', 'the name of the environment, typed again', '')
        .addOption(identity())
        .option('--no-way-back', 'do not back up first what the database holds now: no command brings it back then');
    addOptions(command, 'restore');
    command.addHelpText('after', `\n${(0,help_texts/* secretHelp */.uD)('restore')}\n\n${help_texts/* examples */.K1.restore}\n\n${help_texts/* exitCodeTable */.qK}`).action(restore);
    // Only for `backup`: subcommands inherit what is set before they are added.
    backup.showHelpAfterError(`(after backup comes nothing, or ${backup.commands.map((each) => each.name()).join(', ')}; --help lists the options)`);
}
function identity() {
    return new esm/* Option */.c$('--identity <file>', 'file with the age identity of encrypted dumps').default('');
}
function whole(text) {
    if (!/^\d+$/.test(text))
        throw new esm/* InvalidArgumentError */.Di('This is not a whole number.');
    return Number(text);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/cli/sandbox-options.js
var sandbox_options = __webpack_require__(5611);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/add-demo.js


/** `demo`: the whole upgrade on a stand-in platform. */
function addDemo(program) {
    const demo = program
        .command('demo')
        .description('watch a project go from 2.4.7-p3 to 2.4.8 on a stand-in platform on this machine');
    (0,sandbox_options/* addSandboxOptions */.RV)(demo)
        .addOption(new esm/* Option */.c$('--target <version>', 'version to reach').default('2.4.8'))
        .addOption(new esm/* Option */.c$('--install <mode>', 'how files are marshaled').choices(['fast', 'full']).default('fast'))
        .option('--keep', 'leave the platform running until Ctrl-C', false)
        .option('--json', 'print the report as JSON on stdout, and nothing else there', false)
        .addHelpText('after', `\n${sandbox_options/* situationHelp */.e}\n\nExample:\n  magento-cloud-upgrade demo --fail setup-upgrade-fails`)
        .action(async (flags) => {
        const { runDemo } = await __webpack_require__.e(/* import() | demo */ 594).then(__webpack_require__.bind(__webpack_require__, 2256));
        await runDemo(flags);
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/sandbox/services/shell-quote.js
var services_shell_quote = __webpack_require__(7787);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.tmp/compiled/src/cli/start-with-progress.js
var start_with_progress = __webpack_require__(7122);
;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/add-sandbox.js






/** `sandbox start`: a stand-in platform to play with, until Ctrl-C. */
function addSandbox(program) {
    const sandbox = program.command('sandbox').description('a stand-in Cloud platform on this machine');
    (0,sandbox_options/* addSandboxOptions */.RV)(sandbox.command('start').description('start it, say how to use it, run until Ctrl-C'))
        .addHelpText('after', `\n${sandbox_options/* situationHelp */.e}`)
        .action(async (flags) => {
        const stopped = (0,stop_on_signals/* stopOnSignals */.Z)();
        const running = await (0,start_with_progress/* startWithProgress */.e)(flags, stopped);
        process.stdout.write(await howToUse(running));
        if (!stopped.aborted)
            await new Promise((resolve) => {
                stopped.addEventListener('abort', resolve);
            });
        await running.stop();
        process.stderr.write('The sandbox is stopped.\n');
    });
}
async function howToUse(sandbox) {
    const { credentials, env } = sandbox;
    const secrets = {
        MAGENTO_CLOUD_CLI_TOKEN: credentials.cloudToken,
        MAGENTO_CLOUD_UPGRADE_COMPOSER_USERNAME: credentials.composerUsername,
        MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD: credentials.composerPassword,
        GITHUB_TOKEN: credentials.githubToken
    };
    const lines = Object.entries({ ...env, ...secrets }).map(([name, value]) => `export ${name}=${(0,services_shell_quote/* shellQuote */.Z)(value)}`);
    const file = (0,external_node_path_.join)(sandbox.directory, 'sandbox.env');
    await (0,external_node_fs_promises_.writeFile)(file, `${lines.join('\n')}\n`, { mode: 0o600 });
    const knownHosts = (0,external_node_path_.join)(sandbox.directory, 'known_hosts');
    await (0,external_node_fs_promises_.writeFile)(knownHosts, sandbox.knownHosts);
    return `The sandbox runs.

  project      ${sandbox.projectId}, environment ${sandbox.environment}
  checkout     ${sandbox.checkout}
  storefront   ${sandbox.storefrontUrl}
  GitHub API   ${sandbox.githubApiUrl}

In another shell:

  . ${file}
  cd ${sandbox.checkout}
  magento-cloud environment:list -p ${sandbox.projectId}
  node ${process.argv[1] ?? 'dist/cli/index.js'} upgrade --target 2.4.8 --project ${sandbox.projectId} --environment ${sandbox.environment} \\
    --vulnerable-composer warn --known-hosts "$(cat ${knownHosts})"
  curl -sH "Authorization: Bearer $GITHUB_TOKEN" $GITHUB_API_URL/repos/$GITHUB_REPOSITORY/pulls

With --pull-request the upgrade opens a pull request there, and deploys nothing.

Ctrl-C here stops everything and removes it.
`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/create-program.js







const create_program_commands = [
    ['plan', 'show what an upgrade would change and what stands in its way; changes nothing'],
    ['upgrade', 'plan, check, back up, update, commit, push, wait and verify'],
    ['backup', 'back up the database of an environment, with proof'],
    ['verify', 'check over SSH that an environment runs the expected version in good health'],
    ['diagnose', 'explain from the logs what is wrong with an environment']
];
/** The whole command line. An early end (help, a wrong option) is thrown as a CommanderError. */
function createProgram() {
    const program = new esm/* Command */.uB('magento-cloud-upgrade')
        .description('Upgrades an Adobe Commerce on cloud infrastructure project: planned, backed up with proof, committed exactly, deployed, verified.')
        // Options belong to the command before them: `backup` and `backup restore` share some names.
        .enablePositionalOptions()
        .showHelpAfterError('(--help lists the commands and options)')
        .configureOutput({
        outputError: (text, write) => {
            write((0,help_texts/* explainSecretFlag */.qb)(text));
        }
    })
        // Set before the commands are added, so that they inherit it.
        .exitOverride();
    for (const [name, description] of create_program_commands) {
        const command = program.command(name).description(description);
        addOptions(command, name);
        command
            .option('--json', 'print the report as JSON on stdout, and nothing else there', false)
            .option('--verbose', 'also print what is of interest only when something is wrong', false)
            .addHelpText('after', `\n${(0,help_texts/* secretHelp */.uD)(name)}\n\n${help_texts/* examples */.K1[name]}\n\n${help_texts/* exitCodeTable */.qK}`)
            .action(async (flags) => {
            await runCommand(name, flags);
        });
        if (name === 'backup')
            addBackupCommands(command);
    }
    addDemo(program);
    addSandbox(program);
    return program;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/spell-booleans.js

const rows = Object.entries(options/* optionTable */.s);
const booleans = new Set(rows.filter(([, { type }]) => type === 'boolean').map(([name]) => name));
/** The command line with `--push=false` as `--no-push` and `--push=true` as `--push`, up to a `--`. */
function spellBooleans(argv) {
    const end = argv.indexOf('--');
    return argv.map((word, index) => (end >= 0 && index >= end ? word : spelled(word)));
}
function spelled(word) {
    const [, name = '', value = ''] = /^--([a-z-]+)=(true|false)$/i.exec(word) ?? [];
    if (!booleans.has(name))
        return word;
    return value.toLowerCase() === 'true' ? `--${name}` : `--no-${name}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/cli/run-program.js








/**
 * Runs the command line `argv` (without node and script). Sets the exit code: `bad-input` for a wrong command line.
 * Anything thrown is reported redacted.
 */
async function runProgram(argv) {
    for (const stream of [process.stdout, process.stderr])
        if (!stream.listeners('error').includes(bearClosedPipe))
            stream.on('error', bearClosedPipe);
    try {
        await createProgram().parseAsync(spellBooleans(argv), { from: 'user' });
    }
    catch (error) {
        if (error instanceof esm/* CommanderError */.b7)
            process.exitCode = error.exitCode === 0 ? 0 : errors/* exitCodes */.hS['bad-input'];
        else
            tell((0,unexpected_error/* unexpectedError */.W)(error));
    }
}
function tell({ message, effects, next, exitCode }) {
    const changes = (0,describe_effects/* linesOfEffects */.f)(effects).map(([title, text]) => `${title}: ${text}`);
    const lines = [message, ...changes, `Next: ${next}`];
    process.stderr.write((0,visible_text/* visibleText */.Q)(redactSecrets()(`${lines.join('\n')}\n`)));
    process.exitCode = exitCode;
}
// A closed output pipe (`| head`) is no reason to stop an upgrade half-way.
function bearClosedPipe(error) {
    if (error.code !== 'EPIPE')
        throw error;
}


/***/ }),

/***/ 5611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RV: () => (/* binding */ addSandboxOptions),
/* harmony export */   e: () => (/* binding */ situationHelp),
/* harmony export */   lb: () => (/* binding */ sandboxOptionsOf)
/* harmony export */ });
/* harmony import */ var commander__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8179);
/* harmony import */ var _sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7651);


const situations = Object.keys(_sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .deployFaults */ .V);
/** The situations of `--fail`, one per line, each in a few words. */
const situationHelp = `Situations for --fail:\n${situations
    .map((name) => `  ${name.padEnd(22)} ${_sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .deployFaults */ .V[name]}`)
    .join('\n')}`;
/** Adds the flags for a sandbox's size and shape to a command. */
function addSandboxOptions(command) {
    return command
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--plan <plan>', 'starter: one container; pro: three nodes for staging and production').choices([
        'starter',
        'pro'
    ]))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--environment <id>', 'environment that is prepared').choices(['integration', 'staging', 'production']))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--topology <kind>', 'github: the project mirrors its GitHub repository; direct: the Cloud remote is pushed to').choices(['github', 'direct']))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--layout <kind>', 'which .gitignore the project has').choices(['allow-list', 'deny-list']))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--extension <kind>', 'a third-party extension that follows the target or blocks it').choices([
        'none',
        'follows',
        'blocks'
    ]))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--fail <situation>', 'the deployment goes wrong in this way; see the list below').argParser(situation))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--from-version <version>', 'product version at the start (default: 2.4.7-p3)'))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--packages <number>', 'packages in the lock, 20 to 750 (default: 60)').argParser(Number))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--rows <number>', 'orders in the database (default: 2000)').argParser(Number))
        .addOption(new commander__WEBPACK_IMPORTED_MODULE_0__/* .Option */ .c$('--deploy-seconds <number>', 'length of a deployment beyond its real work').argParser(Number));
}
function situation(text) {
    const found = situations.find((name) => name === text);
    if (found === undefined)
        throw new commander__WEBPACK_IMPORTED_MODULE_0__/* .InvalidArgumentError */ .Di(`The situations are ${situations.join(', ')}.`);
    return found;
}
/** The sandbox options from the flags. */
function sandboxOptionsOf(flags) {
    const names = ['plan', 'environment', 'topology', 'layout', 'extension', 'fromVersion', 'packages', 'deploySeconds'];
    const { fail } = flags;
    const given = names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]]));
    return {
        // Only there does an environment have more than one node.
        ...(fail === 'one-node-old' && { plan: 'pro', environment: 'staging' }),
        ...(fail !== undefined && { fault: fail }),
        ...Object.fromEntries(given),
        ...(flags['rows'] === undefined ? {} : { databaseRows: flags['rows'] })
    };
}


/***/ }),

/***/ 7122:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ startWithProgress)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3180);
/* harmony import */ var _sandbox_options_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5611);



/**
 * Starts the sandbox that the flags ask for. Progress is shown before its code is loaded, which takes a while. Throws
 * UpgradeError `interrupted` if `signal` stops the start.
 */
async function startWithProgress(flags, signal) {
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_1__/* .createProgress */ .m)({ verbose: false });
    const began = performance.now();
    const tell = (state, note = '') => {
        progress.onStep({ step: 'sandbox', state, note, seconds: (performance.now() - began) / 1000 });
    };
    tell('started');
    try {
        const { startSandbox } = await Promise.all(/* import() | sandbox */[__webpack_require__.e(306), __webpack_require__.e(20)]).then(__webpack_require__.bind(__webpack_require__, 4877));
        const onPart = (part) => {
            progress.logger.info(part);
        };
        const sandbox = await startSandbox({ ...(0,_sandbox_options_js__WEBPACK_IMPORTED_MODULE_2__/* .sandboxOptionsOf */ .lb)(flags), onPart });
        const { projectId, environment, storefrontUrl } = sandbox;
        tell('done', `project ${projectId}, environment ${environment}, ${storefrontUrl}`);
        return sandbox;
    }
    catch (error) {
        tell('failed');
        throw signal.aborted ? stopped() : error;
    }
    finally {
        progress.end();
    }
}
function stopped() {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('interrupted', {
        message: 'The start of the sandbox was stopped; what it had started was ended.',
        next: 'Run the same command again.'
    });
}


/***/ }),

/***/ 2337:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ shellQuote),
/* harmony export */   r: () => (/* binding */ shellWord)
/* harmony export */ });
/** A word in quotes that every shell understands. */
function shellQuote(word) {
    return `'${word.replaceAll("'", "'\\''")}'`;
}
/**
 * A word of a command for a person to type: in quotes only if it needs them; one of several lines as bash and zsh read
 * it, since a command is printed on one line.
 */
function shellWord(word) {
    if (/[\r\n]/.test(word))
        return `$'${word.replaceAll(/[\\']/g, '\\$&').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`;
    return /^[\w@%+=:,./-]+$/.test(word) ? word : shellQuote(word);
}


/***/ })

};
