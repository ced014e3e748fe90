export const id = 77;
export const ids = [77];
export const modules = {

/***/ 9077:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Secret: () => (/* reexport */ src_secret/* Secret */.z),
  UpgradeError: () => (/* reexport */ errors/* UpgradeError */.f),
  backUp: () => (/* reexport */ back_up/* backUp */.v),
  camelCase: () => (/* reexport */ normalize_options/* camelCase */.xQ),
  createRedact: () => (/* reexport */ redact/* createRedact */.a),
  diagnose: () => (/* reexport */ diagnose),
  exitCodes: () => (/* reexport */ errors/* exitCodes */.h),
  isPublicRepository: () => (/* reexport */ isPublicRepository),
  listBackups: () => (/* reexport */ listBackups),
  normalizeOptions: () => (/* reexport */ normalize_options/* normalizeOptions */.a5),
  optionTable: () => (/* reexport */ options/* optionTable */.s),
  planUpgrade: () => (/* reexport */ planUpgrade),
  pruneBackups: () => (/* reexport */ pruneBackups),
  renderSummary: () => (/* reexport */ renderSummary),
  renderText: () => (/* reexport */ render_text/* renderText */.S),
  restoreBackup: () => (/* reexport */ restore_backup_restoreBackup),
  silentLogger: () => (/* reexport */ logger/* silentLogger */.q),
  upgrade: () => (/* reexport */ upgrade/* upgrade */.f),
  verify: () => (/* reexport */ verify),
  verifyBackup: () => (/* reexport */ verifyBackup)
});

// EXTERNAL MODULE: ./src/back-up.ts + 28 modules
var back_up = __webpack_require__(2939);
// EXTERNAL MODULE: ./src/follow-deployment.ts + 39 modules
var follow_deployment = __webpack_require__(5621);
// EXTERNAL MODULE: ./src/tell-story.ts + 1 modules
var tell_story = __webpack_require__(1844);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/open-platform.ts + 20 modules
var open_platform = __webpack_require__(5169);
;// CONCATENATED MODULE: ./src/project/ssh-hosts.ts
/** The logins of a list such as `1.ent-p-x@ssh.us-5.magento.cloud, 2.ent-p-x@…`, each once, and what in it is none. */
function parseSshHosts(list) {
    const words = [...new Set(list.split(/[\s,]+/).filter((word) => word !== ''))];
    const isLogin = (word) => /^\w[\w.+-]*@\w[\w.-]*$/.test(word);
    return { hosts: words.filter(isLogin), wrong: words.filter((word) => !isLogin(word)) };
}

;// CONCATENATED MODULE: ./src/project/missing-access.ts

/** Whether the Cloud API may be asked. */
function hasApi({ token, project, environment }) {
    return token && project && environment;
}
/**
 * Everything that is missing, at once. There are two ways in: a Cloud token with project and environment, or an SSH
 * key (the token issues a certificate in its place) with the logins.
 */
function missingAccess(given) {
    const { hosts, wrong } = parseSshHosts(given.sshHosts);
    const malformed = wrong.map((word) => missing('ssh-hosts', `holds ${word}, which is no login.`, 'Write each as user@host, as magento-cloud ssh --pipe does.'));
    const bySsh = given.sshHosts.trim() !== '' || (given.sshKey && !given.token);
    const way = bySsh
        ? [...(given.sshKey || given.token ? [] : [noKey]), ...(hosts.length > 0 || malformed.length > 0 ? [] : [noHosts])]
        : [
            ...(given.token ? [] : [noToken]),
            ...(given.project ? [] : [noProject]),
            ...(given.environment ? [] : [noEnvironment])
        ];
    return [...malformed, ...way, ...(given.hostKeys ? [] : [noHostKeys])];
}
function missing(option, what, fix) {
    return { id: 'bad-input', severity: 'error', message: `The option ${option} ${what}`, fix };
}
const noKey = missing('ssh-private-key', 'is empty.', 'Give a key that the environment accepts, or cloud-token.');
const noHosts = missing('ssh-hosts', 'is empty.', 'Give the logins (magento-cloud ssh --pipe --all prints them), or cloud-token with project and environment.');
const noToken = missing('cloud-token', 'is empty.', 'Give an API token, or do without: ssh-private-key and ssh-hosts are enough.');
const noProject = missing('project', 'is empty.', 'Give the id of the Cloud project (magento-cloud project:list shows it).');
const noEnvironment = missing('environment', 'is empty.', 'Give the id of the Cloud environment.');
const noHostKeys = missing('known-hosts', 'is empty.', 'Put the known_hosts lines of your Cloud region into it, or set ssh-host-key: accept-new for the first run.');

;// CONCATENATED MODULE: ./src/with-reach.ts




/**
 * Runs `task` with what was given to reach the environment: a token, or an SSH key and the logins. Throws UpgradeError
 * `bad-input` that names everything missing at once, `missing` included.
 */
function withReach(telling, missing, task) {
    const { options } = telling;
    const given = accessOf(options);
    const problems = [...missingAccess(given), ...missing];
    if (problems.length > 0) {
        throw new errors/* UpgradeError */.f('bad-input', {
            message: problems.map(({ message }) => message).join(' '),
            unchanged: 'Nothing was changed.',
            next: problems.map(({ fix }) => fix).join(' '),
            problems
        });
    }
    const { hosts } = parseSshHosts(options.sshHosts);
    return (0,open_platform/* withPlatform */.A)(telling, options.environment, (platform) => task({
        cloud: hasApi(given) ? platform.cloud : null,
        ssh: () => platform.ssh(),
        hosts: () => (hosts.length > 0 ? Promise.resolve(hosts) : platform.hosts())
    }));
}
function accessOf(options) {
    return {
        token: !options.cloudToken.isEmpty,
        project: options.project !== '',
        environment: options.environment !== '',
        sshKey: !options.sshPrivateKey.isEmpty,
        sshHosts: options.sshHosts,
        hostKeys: options.knownHosts.trim() !== '' || options.sshHostKey === 'accept-new'
    };
}

;// CONCATENATED MODULE: ./src/diagnose.ts



/** Explains from the logs what is wrong with an environment: the report's `findings`, the likeliest cause first. */
function diagnose(options, context = {}) {
    return (0,tell_story/* tellStory */.F)('diagnose', options, context, (telling) => withReach(telling, [], async (reach) => {
        await reach.cloud?.authenticate();
        await (0,follow_deployment/* explain */.WE)(telling, reach);
        telling.facts.verdict = 'diagnosed';
    }));
}

// EXTERNAL MODULE: ./src/logger.ts
var logger = __webpack_require__(6999);
// EXTERNAL MODULE: ./src/normalize-options.ts
var normalize_options = __webpack_require__(9243);
// EXTERNAL MODULE: ./src/options.ts
var options = __webpack_require__(8381);
// EXTERNAL MODULE: ./src/open-project.ts + 8 modules
var open_project = __webpack_require__(5811);
// EXTERNAL MODULE: ./src/plan-and-check.ts + 25 modules
var plan_and_check = __webpack_require__(6897);
;// CONCATENATED MODULE: ./src/plan.ts



/** Plans an upgrade and changes nothing. The report's `plan` says what would change and what stands in the way. */
function planUpgrade(options, context = {}) {
    return (0,tell_story/* tellStory */.F)('plan', options, context, (telling) => (0,open_project/* withProject */.C)(telling, '', async (project) => {
        const { facts, timetable } = telling;
        facts.branch = project.branch || null;
        const planned = await timetable.step('plan', () => (0,plan_and_check/* plan */.et)(telling, project), plan_and_check/* describePlan */.df);
        facts.plan = planned.plan;
        facts.warnings = [...project.problems];
        facts.verdict = planned.plan.changed ? 'planned' : 'up-to-date';
    }));
}

// EXTERNAL MODULE: ./src/redact.ts
var redact = __webpack_require__(6670);
// EXTERNAL MODULE: ./src/render/describe-backup.ts
var describe_backup = __webpack_require__(7642);
// EXTERNAL MODULE: ./src/render/describe-recovery.ts
var describe_recovery = __webpack_require__(8283);
// EXTERNAL MODULE: ./src/render/headline.ts
var headline = __webpack_require__(4354);
// EXTERNAL MODULE: ./src/render/describe-phases.ts
var describe_phases = __webpack_require__(3628);
// EXTERNAL MODULE: ./src/render/markdown.ts
var markdown = __webpack_require__(2495);
// EXTERNAL MODULE: ./src/render/other-warnings.ts
var other_warnings = __webpack_require__(7898);
// EXTERNAL MODULE: ./src/render/package-changes.ts
var package_changes = __webpack_require__(6676);
// EXTERNAL MODULE: ./src/render/seconds.ts + 2 modules
var render_seconds = __webpack_require__(1025);
;// CONCATENATED MODULE: ./src/render-summary.ts








const visible = 8;
const listed = 100;
/** A report as Markdown that is read in ten seconds: verdict, what to do next, steps and warnings; the rest is folded. */
function renderSummary(report) {
    const { error, findings } = report;
    return [
        `## ${error ? '❌' : '✅'} ${(0,markdown/* inline */.mG)((0,headline/* headline */.P)(report))}`,
        ...facts(report),
        ...(error ? ['', `**Unchanged:** ${(0,markdown/* inline */.mG)(error.unchanged)}`, '', `**Next:** ${(0,markdown/* inline */.mG)(error.next)}`] : []),
        ...list(`Deployment: ${report.deployment?.verdict ?? ''}`, (0,headline/* deploymentReasons */.T)(report)),
        ...list('Problems', (error?.problems ?? []).map(({ message, fix }) => `${message} ${fix}`)),
        ...recovery(report),
        ...steps(report),
        ...phases(report),
        ...list('Warnings', (0,other_warnings/* otherWarnings */.E)(report).map(({ message, fix }) => `${message} ${fix}`)),
        ...(findings.length > 0 ? ['', '### Findings', '', ...findings.flatMap(finding)] : []),
        ...render_summary_packages(report),
        ...list('Backup', (0,describe_backup/* describeBackup */._)(report.backup)),
        ...(0,markdown/* folded */.TM)('Details', error?.details ? (0,markdown/* codeBlock */.DV)(error.details, 80) : []),
        ''
    ].join('\n');
}
function facts({ plan, environment, commit, verification, seconds }) {
    const parts = [
        plan && `${(0,markdown/* inline */.mG)(plan.fromVersion)} → ${(0,markdown/* inline */.mG)(plan.toVersion)}`,
        verification?.installedVersion && `${(0,markdown/* inline */.mG)(verification.installedVersion)} runs`,
        environment && `environment ${(0,markdown/* inline */.mG)(environment)}`,
        commit && `commit ${(0,markdown/* inline */.mG)(commit.slice(0, 12))}`,
        (0,render_seconds/* renderSeconds */.e)(seconds)
    ];
    return ['', parts.filter(Boolean).join(' · ')];
}
function recovery({ recovery: made }) {
    if (!made)
        return [];
    const commands = made.dataCommands.length > 0 ? ['', ...(0,markdown/* codeBlock */.DV)(made.dataCommands.join('\n'), listed)] : [];
    return ['', '### Recovery', '', (0,markdown/* inline */.mG)((0,describe_recovery/* describeRecovery */.x)(made)), ...commands];
}
function steps({ steps: rows }) {
    const marks = { done: '✅', skipped: '➖', failed: '❌' };
    const lines = rows.map(({ step, outcome, seconds, note }) => `| ${marks[outcome]} ${step} | ${outcome === 'skipped' ? '' : (0,render_seconds/* renderSeconds */.e)(seconds)} | ${(0,markdown/* inline */.mG)(note)} |`);
    return lines.length > 0 ? ['', '| step | time | |', '|---|---|---|', ...lines] : [];
}
function phases({ deployment }) {
    const told = (0,describe_phases/* describePhases */.e)(deployment);
    return told === '' ? [] : ['', `Deployment: ${told}`];
}
/** One finding with the log that shows it; what that says is folded. */
function finding({ title, meaning, next, source, evidence, modules }, index) {
    const line = `${index + 1}. **${(0,markdown/* inline */.mG)(title)}** (${(0,markdown/* inline */.mG)(source)}) ${(0,markdown/* inline */.mG)(meaning)} **Next:** ${(0,markdown/* inline */.mG)(next)}`;
    const code = ['', ...(0,markdown/* codeBlock */.DV)(evidence, 20), ''];
    const folded = ['', `<details><summary>${(0,markdown/* html */.qy)(source)}</summary>`, ...code, '</details>', ''];
    const lines = [...outdated(modules ?? []), ...(evidence.trim() === '' ? [] : folded)];
    return [line, ...lines.map((text) => (text === '' ? '' : `    ${text}`))];
}
/** The modules whose database is behind or ahead, as a table. */
function outdated(modules) {
    if (modules.length === 0)
        return [];
    const rows = modules.map(({ module, kind, current, required }) => [module, kind, current, required].map((text) => (0,markdown/* inline */.mG)(text)).join(' | '));
    return ['', '| module | | database | code |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`), ''];
}
function render_summary_packages({ plan }) {
    if (!plan?.changed)
        return [];
    const groups = (0,package_changes/* groupChanges */.t)(plan).flatMap(({ words, changes }) => [
        `**${changes.length} ${words}**`,
        '',
        '| package | from | to |',
        '|---|---|---|',
        ...changes.map(({ name, from, to, thirdParty }) => `| ${(0,markdown/* inline */.mG)(name)}${thirdParty ? ' (extension)' : ''} | ${(0,markdown/* inline */.mG)(from ?? '')} | ${(0,markdown/* inline */.mG)(to ?? '')} |`),
        ''
    ]);
    return (0,markdown/* folded */.TM)(`Packages: ${(0,package_changes/* countChanges */.x)(plan)}`, groups);
}
/** The first lines are seen, more are folded, and what is beyond all measure is left to the report. */
function list(title, lines) {
    if (lines.length === 0)
        return [];
    const items = lines.slice(0, visible + listed).map((line) => `- ${(0,markdown/* inline */.mG)(line)}`);
    const rest = lines.length - items.length;
    const more = [...items.slice(visible), ...(rest > 0 ? [`- ${rest} more in the report`] : [])];
    return ['', `### ${title}`, '', ...items.slice(0, visible), ...(0,markdown/* folded */.TM)(`${lines.length - visible} more`, more)];
}

// EXTERNAL MODULE: ./src/render-text.ts
var render_text = __webpack_require__(5320);
// EXTERNAL MODULE: ./src/steps/backup/list-backups.ts + 1 modules
var list_backups = __webpack_require__(8239);
// EXTERNAL MODULE: ./src/tools/files.ts
var files = __webpack_require__(4688);
;// CONCATENATED MODULE: ./src/keep-backups.ts


/** The backups in a folder, the newest first. Throws UpgradeError `bad-input` where there is no such folder. */
function listBackups(directory) {
    return (0,list_backups/* listBackups */.C)(files/* files */.a, directory);
}
/**
 * Removes the backups that neither rule of `retention` keeps; the newest proven one of an environment always stays.
 * With `dryRun` it only tells. Throws UpgradeError `bad-input` where there is no such folder.
 */
function pruneBackups(directory, { dryRun, ...retention }) {
    return (0,list_backups/* pruneBackups */.A)(files/* files */.a, directory, { retention, now: new Date(), dryRun });
}

// EXTERNAL MODULE: ./src/secret.ts
var src_secret = __webpack_require__(7355);
// EXTERNAL MODULE: ./src/tools/github.ts
var github = __webpack_require__(5132);
;// CONCATENATED MODULE: ./src/repository-visibility.ts


/** Whether a repository is public; null where there is no token, or GitHub does not answer with it. */
async function isPublicRepository(repository, { token, apiUrl }) {
    const secret = typeof token === 'string' ? new src_secret/* Secret */.z(token) : token;
    if (secret.isEmpty)
        return null;
    return (0,github/* createGitHub */.C)({ token: secret, apiUrl })
        .isPublic(repository)
        .catch(() => null);
}

// EXTERNAL MODULE: ./src/steps/backup/check-backup.ts + 1 modules
var check_backup = __webpack_require__(437);
// EXTERNAL MODULE: ./src/steps/backup/list-objects.ts
var list_objects = __webpack_require__(3837);
// EXTERNAL MODULE: ./src/project/remote-answer.ts
var remote_answer = __webpack_require__(6638);
// EXTERNAL MODULE: ./src/steps/backup/remote-prelude.ts
var remote_prelude = __webpack_require__(7230);
;// CONCATENATED MODULE: ./src/steps/backup/restore-script.ts

/**
 * Replaces everything in a relationship's database by the compressed dump on stdin. Definers are left out: they may
 * not exist there. Of the client's errors only code, state and line are told, never the rows in it.
 */
function restoreScript(relationship) {
    return (0,remote_prelude/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_prelude/* prelude */.e}tell database "$database"
ask drops "SELECT CONCAT('DROP ', IF(TABLE_TYPE = 'VIEW', 'VIEW', 'TABLE'), ' IF EXISTS ', CHAR(96),
  REPLACE(TABLE_NAME, CHAR(96), REPEAT(CHAR(96), 2)), CHAR(96), ';') FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
load() {
  "$client" --defaults-extra-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G "$database" 2>"$work/load.txt"
}
why() { grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/load.txt" | head -1; }
{ echo 'SET FOREIGN_KEY_CHECKS = 0;'; cat "$work/drops.txt"; } | load || fail "the old tables cannot be dropped: $(why)"
gzip -dc <&6 | sed -E '1{/^[/][*]M!999999/d};/^([/][*]!50(003|013|017|020|106)|CREATE DEFINER)/s/DEFINER=\`[^\`]*\`@\`[^\`]*\`//' | load
status=("\${PIPESTATUS[@]}")
[ "\${status[*]}" = "0 0 0" ] || fail "the dump was loaded by half (\${status[*]}): $(why)"
objects objects
tell 'done' yes
`);
}

;// CONCATENATED MODULE: ./src/steps/restore-backup.ts



const timeoutSeconds = 6 * 3600;
/** What a restore would do, for a person to read. */
function describeRestore({ manifest, dumps }, environment) {
    const lines = dumps.map(({ relationship, path }) => `  ${relationship}: every table is dropped, then ${path} is loaded`);
    return [
        `Backup of ${manifest.environment}, made ${manifest.finishedAt}, ${manifest.state}.`,
        `Into the environment ${environment}:`,
        ...lines,
        'Everything that was written there since (orders, customers) is lost. Code and media stay as they are.'
    ].join('\n');
}
/**
 * Loads a backup that was checked into an environment. Throws UpgradeError `bad-input` like {@link expectConfirmed},
 * and `backup-failed` where the load went wrong.
 */
async function restoreBackup(tools, backup, target) {
    expectConfirmed(backup, target);
    for (const { relationship, path } of backup.dumps) {
        const dump = backup.manifest.dumps.find((candidate) => candidate.relationship === relationship);
        if (dump !== undefined)
            await load(tools, { dump, path, target });
    }
}
/** Throws UpgradeError `bad-input` where the typed name is not the environment's, or a dump cannot be read. */
function expectConfirmed(backup, target) {
    if (target.environment === '' || target.confirm !== target.environment)
        throw unconfirmed(backup, target);
    const unreadable = backup.dumps.filter(({ depth }) => depth === 'file');
    if (unreadable.length > 0)
        throw locked(unreadable.map(({ path }) => path));
}
async function load({ ssh, dumpFiles }, { dump, path, target }) {
    const source = dumpFiles.compressed(path, dump.encryption === 'age' ? target.identity : null);
    const result = await ssh.feed(target.host, restoreScript(dump.relationship), source, { timeoutSeconds });
    const answer = (0,remote_answer/* parseRemoteAnswer */.k)(result.stdout);
    const restored = new Set(answer.all('objects'));
    const missing = [...dump.tables, ...dump.views].filter((name) => !restored.has(name));
    const why = answer.one('failure') ?? (answer.one('done') === null ? (result.failure ?? 'the script ended early') : null);
    if (why === null && missing.length === 0)
        return;
    throw new errors/* UpgradeError */.f('backup-failed', {
        message: `The database of ${dump.relationship} in ${target.environment} was not restored: ${why ?? `it lacks ${missing.slice(0, 10).join(', ')}`}.`,
        unchanged: `The backup ${path} is as it was. The database may be restored by half.`,
        next: 'Mend what is named above and run the same command again; it starts afresh.'
    });
}
function unconfirmed(backup, { environment, confirm }) {
    return new errors/* UpgradeError */.f('bad-input', {
        message: `A restore has to be confirmed with the name of the environment${confirm === '' ? '' : `; ${confirm} is not it`}.\n${describeRestore(backup, environment)}`,
        unchanged: 'Nothing was changed.',
        next: `If this is what you want, add --confirm ${environment}.`
    });
}
function locked(paths) {
    return new errors/* UpgradeError */.f('bad-input', {
        message: `${paths.join(', ')} is encrypted.`,
        unchanged: 'Nothing was changed.',
        next: 'Add --identity with the file that holds the age identity (AGE-SECRET-KEY-1…).'
    });
}

// EXTERNAL MODULE: ./src/tools/dump-file.ts
var dump_file = __webpack_require__(748);
;// CONCATENATED MODULE: ./src/verify-backup.ts



/**
 * Reads a backup on this machine again, offline: every checksum and every proof that the stream holds. Returns what
 * was checked. Throws UpgradeError `bad-input` where there is no backup, `backup-unproven` with every difference.
 */
async function verifyBackup({ path, identityFile = '' }) {
    return (0,check_backup/* checkBackup */.x)({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q }, path, await readIdentity(identityFile));
}
/** Text of an identity file, or null where none was named. */
async function readIdentity(path) {
    return path === '' ? null : ((await files/* files */.a.read(files/* files */.a.resolve(path))) ?? null);
}

;// CONCATENATED MODULE: ./src/restore-backup.ts








/**
 * Loads the databases of a backup into the environment of `options`, after the backup was read again. No upgrade ever
 * calls this. Comes back with a report, whose `error` says what went wrong.
 */
function restore_backup_restoreBackup(request, options, context = {}) {
    return (0,tell_story/* tellStory */.F)('restore', options, context, async (telling) => {
        const identity = await readIdentity(request.identityFile ?? '');
        const backup = await telling.timetable.step('backup', () => (0,check_backup/* checkBackup */.x)({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q }, request.path, identity), ({ dumps }) => `${dumps.length} ${dumps.length === 1 ? 'dump' : 'dumps'} read again`);
        const { environment } = telling.options;
        telling.context.logger.info(describeRestore(backup, environment));
        const target = { environment, confirm: request.confirm, identity };
        expectConfirmed(backup, target);
        await withReach(telling, [], async (reach) => {
            const [host] = await reach.hosts();
            if (host === undefined)
                throw (0,list_objects/* dumpFailure */.L0)('the environment has no SSH login');
            await restoreBackup({ ssh: await reach.ssh(), dumpFiles: dump_file/* dumpFiles */.Q }, backup, { ...target, host });
        });
        telling.facts.verdict = 'restored';
    });
}

// EXTERNAL MODULE: ./src/upgrade.ts + 27 modules
var upgrade = __webpack_require__(734);
// EXTERNAL MODULE: ./src/project/composer-files.ts + 1 modules
var composer_files = __webpack_require__(5838);
;// CONCATENATED MODULE: ./src/project/locked-product-version.ts


const productNames = ['magento/product-enterprise-edition', 'magento/magento2-base'];
/**
 * The product version that a composer.lock holds: what `bin/magento --version` has to print. Throws UpgradeError
 * `preflight-failed` for a lock without product.
 */
function lockedProductVersion(composerLockText) {
    const packages = (0,composer_files/* lockedPackages */.aJ)(composerLockText);
    const found = productNames.map((name) => packages.find((locked) => locked.name === name)).find(Boolean);
    if (found)
        return found.version;
    throw new errors/* UpgradeError */.f('preflight-failed', {
        message: `composer.lock does not hold ${productNames[0] ?? ''}.`,
        unchanged: 'Nothing was changed.',
        next: 'Check out the commit that was deployed, or set expected-version.'
    });
}

;// CONCATENATED MODULE: ./src/verify.ts





/** Verifies an environment alone, for a job of its own: the report's `verification` has the verdict. */
function verify(options, context = {}) {
    return (0,tell_story/* tellStory */.F)('verify', options, context, async (telling) => {
        const expected = await expectedVersion(telling.options);
        await withReach(telling, expected === null ? [noVersion] : [], async (reach) => {
            try {
                await (0,follow_deployment/* verifyRunning */.B1)(telling, reach, expected ?? '');
                telling.facts.verdict = 'verified';
            }
            catch (error) {
                throw telling.facts.verification === null ? error : await (0,follow_deployment/* explained */.to)(telling, reach, error);
            }
        });
    });
}
async function expectedVersion(options) {
    if (options.expectedVersion !== '')
        return options.expectedVersion;
    const lock = await files/* files */.a.read(files/* files */.a.join(files/* files */.a.resolve(options.workingDirectory), 'composer.lock'));
    return lock === null ? null : lockedProductVersion(lock);
}
const noVersion = {
    id: 'bad-input',
    severity: 'error',
    message: 'There is no version to compare with: expected-version is empty and the working directory has no composer.lock.',
    fix: 'Set expected-version, or check out the commit that was deployed.'
};

;// CONCATENATED MODULE: ./src/index.ts



















/***/ })

};

//# sourceMappingURL=77.index.js.map