export const id = 920;
export const ids = [920];
export const modules = {

/***/ 9437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnose: () => (/* binding */ diagnose)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/follow-deployment.js + 26 modules
var follow_deployment = __webpack_require__(1375);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/read-project-facts.js
var read_project_facts = __webpack_require__(3311);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/error-report.js
var error_report = __webpack_require__(6300);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/cloud-error-log.js
var cloud_error_log = __webpack_require__(1369);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/tell-kind.js


/** A text as evidence: what it is, is told from its content, whatever its name. */
function toEvidence(source, text) {
    const report = (0,error_report/* parseErrorReport */.Q)(text, source);
    if (report !== null)
        return { source, kind: 'report', text: report.message };
    return { source, kind: kindOf(text), text };
}
function kindOf(text) {
    const start = text.trimStart().slice(0, 2000);
    if (start.startsWith('{') && start.includes('"errorCode"') && (0,cloud_error_log/* parseCloudErrorLog */.D)(text).errors.length > 0)
        return 'error-log';
    // Monolog of the shop names its channel, that of ece-tools does not.
    return /^\[\d{4}-\d\d-\d\d[T ][^\]\n]{5,30}\] [\w-]{1,40}\.(?:DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY): /m.test(start)
        ? 'site-log'
        : 'log';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/explain-failure.js + 28 modules
var explain_failure = __webpack_require__(5723);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/unread-finding.js
var unread_finding = __webpack_require__(5116);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/diagnose-texts.js




const mostBytes = 20 * 1024 * 1024;
const mostFiles = 1000;
/**
 * Explains texts that somebody downloaded: `paths` are files, folders and `-` for standard input. Reads nothing else and
 * asks nobody. Throws UpgradeError `bad-input` that names every path without a file.
 */
async function diagnoseTexts(tools, paths, project) {
    const found = await Promise.all(paths.map((path) => listTexts(tools, path)));
    const missing = paths.filter((_, index) => found[index]?.length === 0);
    if (missing.length > 0)
        throw nothingThere(missing);
    const listed = found.flat();
    const redact = tools.redact ?? ((text) => text);
    const evidence = [];
    const unread = listed.slice(mostFiles).length > 0 ? [`Only the first ${mostFiles} files were read.`] : [];
    for (const { name, path } of listed.slice(0, mostFiles)) {
        const text = await readText(tools, path);
        if (text === null)
            unread.push(`${name} is no text, or cannot be read.`);
        else if (text.trim() !== '')
            evidence.push(toEvidence(name, redact(text)));
    }
    const findings = (0,explain_failure/* explainFailure */.S)(evidence, project.packages, project.services);
    return [...findings, ...(unread.length === 0 ? [] : [(0,unread_finding/* unreadFinding */.b)(unread, findings.length + 1)])];
}
async function listTexts({ files }, path) {
    if (path === '-')
        return [{ name: 'stdin', path }];
    const below = await files.list(files.resolve(path));
    // The path itself may be a link; what lies below it is not ours.
    const real = await files.realPath(files.resolve(path));
    return below
        .toSorted()
        .map((part) => part === '' ? { name: path, path: real } : { name: files.join(path, part), path: files.join(path, part) });
}
async function readText({ files, readStandardInput }, path) {
    if (path === '-')
        return readStandardInput(mostBytes);
    try {
        return await files.readEnd(files.resolve(path), mostBytes);
    }
    catch {
        return null;
    }
}
function nothingThere(paths) {
    const problems = paths.map((path) => ({
        id: 'from-missing',
        severity: 'error',
        message: `There is no file in ${path}.`,
        fix: 'Give files or folders that are there, or - for stdin.'
    }));
    return new errors/* UpgradeError */.f('bad-input', {
        message: problems.map(({ message }) => message).join(' '),
        next: 'Give files or folders that are there, or - for stdin: magento-cloud-upgrade diagnose --from PATH…',
        problems
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/run.js + 2 modules
var run = __webpack_require__(6404);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/last-characters.js
var last_characters = __webpack_require__(6291);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/process/standard-input.js

/** Reads standard input to its end, and returns the last `most` bytes of it as UTF-8, from the beginning of a line on. */
async function readStandardInput(most) {
    let end = Buffer.alloc(0);
    let total = 0;
    for await (const chunk of process.stdin) {
        total += chunk.length;
        end = Buffer.concat([end, Buffer.from(chunk)]).subarray(-most);
    }
    const text = end.toString('utf8');
    return total > most ? (0,last_characters/* withoutCutLine */.d)(text) : text;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/environment-access.js + 2 modules
var environment_access = __webpack_require__(4298);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/diagnose.js








/**
 * Explains from logs what is wrong with an environment, or from the texts that `from` names: the report's `findings`,
 * the likeliest cause first.
 */
function diagnose(options, context = {}) {
    return (0,run/* startRun */.A)('diagnose', options, context, async (thisRun) => {
        const paths = thisRun.options.from.split(/[\r\n]+/).flatMap((path) => path.trim() || []);
        if (paths.length > 0)
            await explainTexts(thisRun, paths);
        else
            await (0,environment_access/* withEnvironmentAccess */.I)(thisRun, [], async (access) => {
                await access.cloud?.authenticate();
                await expectLogins(access);
                await (0,follow_deployment/* explain */.WE)(thisRun, access);
            });
        thisRun.facts.verdict = 'diagnosed';
    });
}
// That an environment is off, or which application is meant, is to be settled before anything is read.
async function expectLogins(access) {
    await access.hosts().catch((error) => {
        if (!(error instanceof errors/* UpgradeError */.f) || error.code !== 'retry-later')
            throw error;
    });
}
// Offline: no token is used, no login is made, nothing is asked for.
async function explainTexts({ options, context, facts, stepTimer }, paths) {
    const findings = await stepTimer.step('diagnose', async () => {
        const tools = { files: files/* files */.a, readStandardInput: readStandardInput, redact: context.redact };
        return diagnoseTexts(tools, paths, await (0,read_project_facts/* readProjectFacts */.z)(options.workingDirectory));
    }, (found) => found[0]?.title ?? 'nothing found');
    facts.findings = [...findings];
    // None was asked, whatever the options name.
    facts.environment = null;
}


/***/ }),

/***/ 7486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   planUpgrade: () => (/* binding */ planUpgrade)
/* harmony export */ });
/* harmony import */ var _run_project_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4882);
/* harmony import */ var _upgrade_make_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8240);
/* harmony import */ var _upgrade_plan_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6067);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6404);




/** Plans an upgrade and changes nothing. The report's `plan` says what would change and what stands in the way. */
function planUpgrade(options, context = {}) {
    return (0,_run_run_js__WEBPACK_IMPORTED_MODULE_2__/* .startRun */ .A)('plan', options, context, (thisRun) => (0,_run_project_session_js__WEBPACK_IMPORTED_MODULE_0__/* .withProject */ .C)(thisRun, '', async (project) => {
        const { facts, stepTimer } = thisRun;
        facts.branch = project.branch || null;
        facts.warnings = [...project.problems, ...project.composerProblems];
        const planned = await stepTimer.step('plan', () => planFromMemory(thisRun, project), _upgrade_make_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .describePlan */ .d);
        facts.plan = planned.plan;
        facts.warnings = [...facts.warnings, ...planned.plan.problems];
        facts.verdict = (0,_upgrade_plan_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .planVerdict */ .F)(planned.plan);
    }));
}
/** An upgrade resolves anew before it commits: only what changes nothing may take an earlier answer of Composer. */
async function planFromMemory(thisRun, project) {
    if ((0,_run_project_session_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H)(project.composerProblems))
        return (0,_upgrade_make_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .e)(thisRun, project);
    const { rememberPlan } = await Promise.all(/* import() | plan */[__webpack_require__.e(228), __webpack_require__.e(973), __webpack_require__.e(377), __webpack_require__.e(342)]).then(__webpack_require__.bind(__webpack_require__, 6579));
    const memory = await rememberPlan(thisRun, project);
    if (memory.remembers)
        thisRun.context.logger.debug('Composer has answered this within the last day, and the repositories have not changed.');
    try {
        return await (0,_upgrade_make_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .plan */ .e)(thisRun, project, memory);
    }
    finally {
        await memory.keep();
    }
}


/***/ }),

/***/ 5200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/follow-deployment.js + 26 modules
var follow_deployment = __webpack_require__(1375);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-project.js + 1 modules
var composer_project = __webpack_require__(8792);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/locked-product-version.js


const productNames = ['magento/product-enterprise-edition', 'magento/magento2-base'];
/**
 * The product version that a composer.lock holds: what `bin/magento --version` has to print. Throws UpgradeError
 * `preflight-failed` for a lock without product.
 */
function lockedProductVersion(composerLockText) {
    const packages = (0,composer_project/* lockedPackages */.aJ)(composerLockText);
    const found = productNames.map((name) => packages.find((locked) => locked.name === name)).find(Boolean);
    if (found)
        return found.version;
    throw new errors/* UpgradeError */.f('preflight-failed', {
        message: `composer.lock does not hold ${productNames[0] ?? ''}.`,
        next: 'Check out the commit that was deployed, or set expected-version.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/run.js + 2 modules
var run = __webpack_require__(6404);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/environment-access.js + 2 modules
var environment_access = __webpack_require__(4298);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/verify.js





/** Verifies an environment alone, for a job of its own: the report's `verification` has the verdict. */
function verify(options, context = {}) {
    return (0,run/* startRun */.A)('verify', options, context, async (thisRun) => {
        const expected = await expectedVersion(thisRun.options);
        await (0,environment_access/* withEnvironmentAccess */.I)(thisRun, expected === null ? [noVersion] : [], async (access) => {
            try {
                await (0,follow_deployment/* verifyRunning */.B1)(thisRun, access, expected ?? '');
                thisRun.facts.verdict = 'verified';
            }
            catch (error) {
                throw thisRun.facts.verification === null ? error : await (0,follow_deployment/* explainedError */.pk)(thisRun, access, { error });
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


/***/ }),

/***/ 1657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Secret: () => (/* reexport */ secrets_secret/* Secret */.z),
  UpgradeError: () => (/* reexport */ errors/* UpgradeError */.f),
  backUp: () => (/* reexport */ backup.backUp),
  camelCase: () => (/* reexport */ normalize_options/* camelCase */.xQ),
  createRedact: () => (/* reexport */ redact/* createRedact */.a),
  diagnose: () => (/* reexport */ diagnose.diagnose),
  exitCodes: () => (/* reexport */ errors/* exitCodes */.h),
  isPublicRepository: () => (/* reexport */ isPublicRepository),
  listBackups: () => (/* reexport */ listBackups),
  listUnfinishedRestores: () => (/* reexport */ listUnfinishedRestores),
  normalizeOptions: () => (/* reexport */ normalize_options/* normalizeOptions */.a5),
  optionTable: () => (/* reexport */ src_options/* optionTable */.s),
  planUpgrade: () => (/* reexport */ plan.planUpgrade),
  pruneBackups: () => (/* reexport */ keep_backups_pruneBackups),
  renderSummary: () => (/* reexport */ render_summary/* renderSummary */.B),
  renderText: () => (/* reexport */ render_text/* renderText */.S),
  restoreBackup: () => (/* reexport */ restore_restoreBackup),
  silentLogger: () => (/* reexport */ logger/* silentLogger */.q),
  upgrade: () => (/* reexport */ upgrade.upgrade),
  verify: () => (/* reexport */ verify.verify),
  verifyBackup: () => (/* reexport */ verifyBackup)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/commands/backup.js + 6 modules
var backup = __webpack_require__(4380);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/diagnose.js + 3 modules
var diagnose = __webpack_require__(9437);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/logger.js
var logger = __webpack_require__(3148);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/normalize-options.js
var normalize_options = __webpack_require__(8268);
// EXTERNAL MODULE: ./.tmp/compiled/src/options.js
var src_options = __webpack_require__(32);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/plan.js
var plan = __webpack_require__(7486);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact.js
var redact = __webpack_require__(811);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/render-summary.js
var render_summary = __webpack_require__(6148);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/render-text.js
var render_text = __webpack_require__(5349);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/list-backups.js
var list_backups = __webpack_require__(1405);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/manifest.js
var manifest = __webpack_require__(9718);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/retention.js

/**
 * Which backups stay. Rules count for each environment on its own, and the newest proven backup of an environment
 * always stays, as does everything where there is no rule.
 */
function planRetention(backups, { keep, days }, now) {
    if (keep === null && days === null)
        return { kept: new Set(backups), proven: new Set() };
    const oldest = days === null ? null : new Date(now.getTime() - days * 24 * 3600 * 1000).toISOString();
    const [kept, guards] = [new Set(), new Set()];
    const environments = new Set(backups.map(environmentOf));
    for (const environment of environments) {
        const group = backups.filter((backup) => environmentOf(backup) === environment);
        const newest = group.toSorted((a, b) => b.finishedAt.localeCompare(a.finishedAt));
        const proven = newest.find(({ state }) => (0,manifest/* isProven */.nn)(state));
        newest.forEach((backup, index) => {
            const young = oldest !== null && backup.finishedAt >= oldest;
            if ((keep !== null && index < keep) || young || backup === proven)
                kept.add(backup);
        });
        if (proven !== undefined && newest.some((backup) => !kept.has(backup)))
            guards.add(proven);
    }
    return { kept, proven: guards };
}
function environmentOf({ project, environment, application }) {
    return JSON.stringify([project, environment, application]);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/manifest-texts.js
var manifest_texts = __webpack_require__(8539);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-note.js


// Whoever can write to a folder of backups can write one: it names folders beside it, never paths.
const folderName = manifest_texts/* oneLine */.TN.refine((text) => !text.includes('/') && !/^\.{0,2}$/.test(text), 'is no name of a folder');
/** What a restore leaves beside the backup before it drops anything, and removes when it is over. */
const restoreNote = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(1),
    id: schemas/* uuid */.uRe(),
    project: manifest_texts/* oneLine */.TN,
    environment: manifest_texts/* oneLine */.TN,
    application: manifest_texts/* oneLine */.TN.nullable(),
    backup: folderName.describe('folder of the backup that is restored, beside this note'),
    wayBack: folderName.nullable().describe('folder of the backup of what was there before; null where there is none'),
    flags: schemas/* array */.YOg(schemas/* string */.YjP().max(20_000)).describe('of the command, without secrets'),
    startedAt: iso/* datetime */.w$()
});
const noteName = /^unfinished-restore-[0-9a-f-]{36}\.json$/;
/** Whether a file is such a note by its name. */
function isNoteName(name) {
    return noteName.test(name);
}
/** Reads the text of a note; null where it is none. */
function parseRestoreNote(text) {
    try {
        return restoreNote.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-command.js
/** The command that restores a backup, for a person to type: `path` is its folder, `flags` are words of the command line. */
function restoreCommand(path, environment, flags) {
    const words = ['magento-cloud-upgrade', 'backup', 'restore', path, ...flags, '--confirm', environment];
    return words.map(quoted).join(' ');
}
/** A word as a POSIX shell reads it; one of several lines as bash and zsh do, since a command is printed on one line. */
function quoted(word) {
    if (/[\r\n]/.test(word))
        return `$'${word.replaceAll(/[\\']/g, '\\$&').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`;
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-notes.js


const most = 256 * 1024;
/** The notes in a folder of backups of restores that have not ended in good order. */
async function findUnfinishedRestores(files, folder) {
    const found = [];
    for (const name of (await files.names(folder)).filter(isNoteName)) {
        const bytes = await files.sizeInside(folder, name);
        const note = bytes === null || bytes > most ? null : parseRestoreNote((await files.read(files.join(folder, name))) ?? '');
        if (note !== null)
            found.push(withCommands(files, folder, note));
    }
    return found;
}
/** Writes a note beside the backup, flushed: from then on a kill leaves it behind. */
async function writeRestoreNote({ files, dumpFiles }, folder, note) {
    const unfinished = withCommands(files, folder, note);
    await files.write(`${unfinished.path}.partial`, `${JSON.stringify(note, null, 2)}\n`, { secret: true });
    await dumpFiles.settle(`${unfinished.path}.partial`, unfinished.path);
    return unfinished;
}
function withCommands(files, folder, note) {
    const command = (name) => restoreCommand(files.join(folder, name), note.environment, note.flags);
    return {
        path: files.join(folder, `unfinished-restore-${note.id}.json`),
        note,
        finish: command(note.backup),
        goBack: note.wayBack === null ? null : command(note.wayBack)
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/find-damage.js
var find_damage = __webpack_require__(1916);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/prune-backups.js





/**
 * Removes the backups that retention does not keep: only the files that a manifest names, the manifest itself last
 * of all, and the folder where nothing else is in it. What a manifest says counts only where its files are there, and
 * nothing goes before the newest proven backup of the environment was read and has its checksums. With `dryRun` nothing
 * is removed.
 */
async function pruneBackups(tools, directory, { retention, now, dryRun }) {
    const damaged = [];
    let whole = [];
    const unreadable = [];
    for (const backup of await (0,list_backups/* listBackups */.C)(tools.files, directory, (reason) => unreadable.push(reason)))
        if (backup.damage === null)
            whole = [...whole, backup];
        else
            damaged.push(backup);
    const needed = await neededByRestores(tools.files, directory);
    const read = new Set();
    for (;;) {
        const manifests = whole.map(({ manifest }) => manifest);
        const { kept, proven } = planRetention(manifests, retention, now);
        const unread = whole.filter((backup) => proven.has(backup.manifest) && !read.has(backup));
        const wrong = await findWrong(tools, unread);
        const stay = new Set([...kept, ...manifestsIn(whole, needed)]);
        if (wrong.length === 0)
            return finish(tools, { whole, damaged, unreadable, kept: stay, dryRun });
        damaged.push(...wrong);
        whole = whole.filter(({ folder }) => !wrong.some((backup) => backup.folder === folder));
        for (const backup of unread)
            read.add(backup);
    }
}
/** Folders of backups that a restore which has not ended is finished or taken back with. */
async function neededByRestores(files, directory) {
    const parent = files.resolve(directory);
    const notes = await findUnfinishedRestores(files, parent);
    const names = notes.flatMap(({ note: { backup, wayBack } }) => (wayBack === null ? [backup] : [backup, wayBack]));
    return new Set(names.map((name) => files.join(parent, name)));
}
function manifestsIn(backups, folders) {
    return backups.filter(({ folder }) => folders.has(folder)).map(({ manifest }) => manifest);
}
async function findWrong(tools, backups) {
    const wrong = [];
    for (const backup of backups) {
        const damage = await (0,find_damage/* findOtherContent */.pe)(tools, backup);
        if (damage !== null)
            wrong.push({ ...backup, damage });
    }
    return wrong;
}
async function finish(tools, { whole, kept, dryRun, ...leftAlone }) {
    const removed = whole.filter(({ manifest }) => !kept.has(manifest));
    if (!dryRun)
        for (const backup of removed)
            await removeBackup(tools, backup);
    return { kept: whole.filter(({ manifest }) => kept.has(manifest)), removed, ...leftAlone };
}
// The reader of manifests has seen to it that these are plain names.
async function removeBackup({ files, ledger }, { folder, manifest: { dumps, media } }) {
    const removed = ledger.intend('removed-backup', `the backup ${folder} was removed`);
    const dumpNames = dumps.flatMap(({ file }) => (file === null ? [] : [file]));
    const mediaNames = media === null ? [] : [media.folder, media.checksums];
    for (const name of [...dumpNames, ...mediaNames, manifest/* manifestName */.vS])
        await files.remove(files.join(folder, name));
    await files.removeIfEmpty(folder);
    removed.done();
}

// EXTERNAL MODULE: ./.tmp/compiled/src/ledger.js
var src_ledger = __webpack_require__(2497);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/unexpected-error.js
var unexpected_error = __webpack_require__(1358);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/with-ledger.js


/** Runs what is no run of its own with a ledger. Whatever is thrown becomes an UpgradeError that says what was changed. */
async function withLedger(task) {
    const ledger = (0,src_ledger/* createLedger */.M5)();
    try {
        return await task(ledger);
    }
    catch (thrown) {
        const error = (0,unexpected_error/* unexpectedError */.W)(thrown);
        error.effects = ledger.effects;
        throw error;
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-file.js + 2 modules
var dump_file = __webpack_require__(4523);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/keep-backups.js






/**
 * The backups in a folder, the newest first. `onUnreadable` hears of each manifest that cannot be read, and why, in
 * foreign words. Throws UpgradeError `bad-input` where there is no such folder.
 */
function listBackups(directory, onUnreadable) {
    return (0,list_backups/* listBackups */.C)(files/* files */.a, directory, onUnreadable);
}
/**
 * Removes the backups that neither rule of `retention` keeps; the newest proven one of an environment always stays, and
 * counts as proven only where its files are there with their checksums.
 * With `dryRun` it only tells. Throws UpgradeError `bad-input` where there is no such folder.
 */
function keep_backups_pruneBackups(directory, { dryRun, ...retention }) {
    return withLedger((ledger) => pruneBackups({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q, ledger }, directory, { retention, now: new Date(), dryRun }));
}
/** The restores of backups in a folder that have not ended in good order, with the commands that finish and go back. */
function listUnfinishedRestores(directory) {
    return findUnfinishedRestores(files/* files */.a, files/* files */.a.resolve(directory));
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/secret.js
var secrets_secret = __webpack_require__(9678);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/github.js
var github = __webpack_require__(2047);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/http/proxied-fetch.js + 1 modules
var proxied_fetch = __webpack_require__(367);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/repository-visibility.js



/** Whether a repository is public; null where there is no token, or GitHub does not answer with it. */
async function isPublicRepository(repository, { token, apiUrl, environment = {} }) {
    const secret = typeof token === 'string' ? new secrets_secret/* Secret */.z(token) : token;
    if (secret.isEmpty)
        return null;
    return (0,github/* createGitHub */.C)({ token: secret, apiUrl, fetch: (0,proxied_fetch/* createFetch */.H)(environment) })
        .isPublic(repository)
        .catch(() => null);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/back-up-database.js + 20 modules
var back_up_database = __webpack_require__(4463);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/check-backup.js + 1 modules
var check_backup = __webpack_require__(6791);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/reuse/is-reusable.js
var is_reusable = __webpack_require__(2784);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/expect-same-application.js


/** Throws UpgradeError `bad-input` where a backup of one application would be loaded into the database of another. */
function expectSameApplication(backedUp, target) {
    if (!(0,is_reusable/* areDifferent */.k)(backedUp, target))
        return;
    throw new errors/* UpgradeError */.f('bad-input', {
        message: `The backup is one of the application ${backedUp ?? ''}, and this would load it into ${target ?? ''}.`,
        next: `To restore ${backedUp ?? ''}, set app: ${backedUp ?? ''}. If it is the same application under another name, run this where no .magento.app.yaml is, with app left out.`
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/list-objects.js
var list_objects = __webpack_require__(5083);
// EXTERNAL MODULE: ./node_modules/age-encryption/dist/index.js + 51 modules
var dist = __webpack_require__(1539);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/age-recipients.js

/** The recipients (age1…) of an age identity file's text, so that what is encrypted for them can be read with it. */
async function ageRecipients(identity) {
    const lines = identity.split('\n').map((line) => line.trim());
    return Promise.all(lines.filter((line) => line.startsWith('AGE-SECRET-KEY-')).map(dist/* identityToRecipient */.RE));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/make-way-back.js


/**
 * A proven backup on this machine of what a restore is about to drop. Throws UpgradeError like a backup, and says how
 * to do without it.
 */
async function makeWayBack({ backUp }, { identity, ...place }) {
    const recipients = identity === null ? [] : await ageRecipients(identity);
    const what = { strategy: 'ssh-dump', to: 'runner', level: 'proven-without-rehearsal', mayBeBroken: true };
    const input = { ...what, ...place, reuse: null, recipients, exclude: [], media: false, attempts: 3 };
    return backUp(input).catch((error) => {
        throw error instanceof errors/* UpgradeError */.f ? withoutWayBack(error) : error;
    });
}
function withoutWayBack(error) {
    return new errors/* UpgradeError */.f(error.code, {
        message: `What the database holds now could not be backed up first. ${error.message}`,
        next: `${error.next} Or add --no-way-back where what is there now is worth nothing: no command brings it back then.`,
        problems: error.problems
    });
}
/** Says where the way back lies. */
function tellWayBack(logger, { location, state }) {
    logger.info(`What the database holds now was backed up first (${state}): ${location ?? ''}`);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/restore-marker.js
var restore_marker = __webpack_require__(1834);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/remote-shell.js
var remote_shell = __webpack_require__(3871);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/session-settings.js
/**
 * What a session that loads a dump begins with, a statement each. Strict modes are off: what a dump holds was in a
 * database before, whatever modes it was made under.
 */
const sessionSettings = [
    'SET NAMES utf8mb4',
    'SET SESSION autocommit = 1, wait_timeout = 28800, net_read_timeout = 3600',
    "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0",
    '/*M!100201 SET SESSION innodb_strict_mode = OFF, check_constraint_checks = 0 */'
];
/** Name of the lock that a session holds while it replaces a database; it goes with the session. */
const lockName = "CONCAT('magento-cloud-upgrade ', MD5(DATABASE()))";

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/session-script.js

/** SQL that quotes a column with names, and ends the statement unless told otherwise. */
function quotedName(column, end = "';'") {
    return `CHAR(96), REPLACE(${column}, CHAR(96), REPEAT(CHAR(96), 2)), CHAR(96), ${end}`;
}
/** Names for an IN of SQL; hexadecimal needs no quoting, in SQL or in a shell. */
function hexList(names) {
    return names.map((name) => `'${Buffer.from(name.toLowerCase()).toString('hex').toUpperCase()}'`).join(', ');
}
/**
 * bash: `first` prints how a session that replaces a database begins, with `statements` behind the lock; `load` runs what
 * it reads in one session; `expect_loaded` fails with what went wrong in the pipe before it. Of the client's errors only
 * code, state and line are told, never the rows in it.
 */
function sessionScript(statements) {
    return `first() {
  cat <<'SQL'
${sessionSettings.join(';\n')};
DO IF(GET_LOCK(${lockName}, 60) = 1, 1, (SELECT 1 UNION SELECT 2));
${statements.map((statement) => `${statement};\n`).join('')}SQL
}
load() {
  "$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G "$database" 2>"$work/load.txt"
}
why() { grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/load.txt" | head -1; }
expect_loaded() { [ "$*" = "0 0" ] || fail "the load ended early ($*): $(why)"; }
`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/drop-lists.js


const tables = 'information_schema.TABLES\n  WHERE TABLE_SCHEMA = DATABASE()';
/** bash: writes the DROP of each event, table or view, and routine that goes into events.txt, drops.txt and routines.txt. */
function dropLists({ keptTables, keptPrograms }, types) {
    const kept = hexList([restore_marker/* markerTable */.Vc, ...keptTables]);
    const programs = hexList(['', ...keptPrograms]);
    const only = types === 'all' ? '' : " AND TABLE_TYPE = 'VIEW'";
    return `ask events "SELECT CONCAT('DROP EVENT IF EXISTS ', ${quotedName('EVENT_NAME')}) FROM information_schema.EVENTS
  WHERE EVENT_SCHEMA = DATABASE() AND HEX(LOWER(CONCAT('event ', EVENT_NAME))) NOT IN (${programs})"
ask drops "SELECT CONCAT('DROP ', IF(TABLE_TYPE = 'VIEW', 'VIEW', 'TABLE'), ' IF EXISTS ', ${quotedName('TABLE_NAME')}) FROM ${tables} AND HEX(LOWER(TABLE_NAME)) NOT IN (${kept})${only}"
ask routines "SELECT CONCAT('DROP ', ROUTINE_TYPE, ' IF EXISTS ', ${quotedName('ROUTINE_NAME')}) FROM information_schema.ROUTINES
  WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_TYPE <> 'PACKAGE BODY' AND HEX(LOWER(CONCAT(ROUTINE_TYPE, ' ', ROUTINE_NAME))) NOT IN (${programs})"
`;
}
/** bash: writes the DROP of each table that a restore made for itself, but for the marker, into beside.txt. */
const besideList = `ask beside "SELECT CONCAT('DROP TABLE IF EXISTS ', ${quotedName('TABLE_NAME')}) FROM ${tables} AND TABLE_NAME REGEXP '${restore_marker/* besideTables */.EW}'"
`;
/** bash: writes each table that goes into olds.txt, as the part of a RENAME TABLE that names it by a number. */
function oldTables({ keptTables }, numbered) {
    return `ask olds "SELECT CONCAT(', ', ${quotedName('TABLE_NAME', `' TO ${numbered}'`)}, @n := @n + 1) FROM (SELECT @n := 0) zero JOIN ${tables}
  AND TABLE_TYPE <> 'VIEW' AND TABLE_NAME NOT REGEXP '${restore_marker/* besideTables */.EW}' AND HEX(LOWER(TABLE_NAME)) NOT IN (${hexList([restore_marker/* markerTable */.Vc, ...keptTables])})"
`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/look-script.js





// A plugin of MariaDB, which shows the disks to users with the right FILE alone; Available is in KiB.
const disks = `if run_sql disks "SELECT Available FROM information_schema.DISKS WHERE LOCATE(Path, @@datadir) = 1 ORDER BY LENGTH(Path) DESC LIMIT 1"; then
  tell disk-kilobytes "$(cat "$work/disks.txt")"
fi
`;
/**
 * Tells what a database holds, what its server takes, and how a restore stands there. Waits for a session that still
 * replaces the database: what it tells then is settled.
 */
function lookScript(relationship, lockSeconds) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `${remote_shell/* prelude */.e}tell database "$database"
ask lock "SELECT IF(GET_LOCK(${lockName}, ${lockSeconds}) = 1, RELEASE_LOCK(${lockName}), 0)"
tell free-lock "$(cat "$work/lock.txt")"
objects objects
programs
if grep -qx '${restore_marker/* markerTable */.Vc}' "$work/objects.txt"; then
  ask marker "SELECT CONCAT(state, ' ', id) FROM ${restore_marker/* markerTable */.Vc} LIMIT 1"
  tell marker "$(cat "$work/marker.txt")"
fi
collation
query views "$(name_of TABLE_NAME)" " AND TABLE_TYPE = 'VIEW'"
sed "s/^/view\\t/" "$work/views.txt"
ask children "SELECT DISTINCT IF(TABLE_SCHEMA = DATABASE(), CONCAT('own ', $(name_of TABLE_NAME)), 'other') FROM information_schema.KEY_COLUMN_USAGE
  WHERE REFERENCED_TABLE_SCHEMA = DATABASE()"
sed "s/^/child\\t/" "$work/children.txt"
ask server "SELECT @@GLOBAL.max_allowed_packet, @@datadir, VERSION()"
tell version "$(cut -f3 "$work/server.txt")"
tell max-packet "$(cut -f1 "$work/server.txt")"
query held 'COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0)'
tell held-bytes "$(cat "$work/held.txt")"
# The disk of the database can be seen only where its server runs on this machine.
data=$(cut -f2 "$work/server.txt")
case $config in *'host="127.'* | *'host="localhost"'*)
  [ ! -d "$data" ] || tell free-kilobytes "$(df -Pk "$data" | awk 'NR == 2 { print $4 }')" ;;
esac
${disks}tell 'done' yes
`);
}
/** Removes what a restore has made for itself, the marker last: of one that is over, or that has changed nothing yet. */
function cleanScript(relationship) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `${remote_shell/* prelude */.e}${besideList}${sessionScript([])}
{ first; cat "$work/beside.txt"; echo "DROP TABLE IF EXISTS ${restore_marker/* markerTable */.Vc};"; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`);
}
/**
 * Runs the statements on stdin, one a line, each whatever became of those before it. Tells the errors as code, state
 * and line, never a row.
 */
function probeScript(relationship) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_shell/* prelude */.e}# Without this right, what is tried could not be removed again.
if ! run_sql drop "DROP TABLE IF EXISTS ${restore_marker/* probeName */.Ao}_child, ${restore_marker/* probeName */.Ao}"; then
  tell error "$(grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]' "$work/query.txt" | head -1) at line 0"
  tell 'done' yes
  exit 0
fi
"$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G --force "$database" <&6 >/dev/null 2>"$work/probe.txt"
grep -oE '^ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/probe.txt" | head -200 | sed "s/^/error\\t/"
tell 'done' yes
`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/unmark.js


/** Removes the marker of a restore that is over, and what it has left; false where that failed. */
async function unmark({ ssh }, { host }, relationship) {
    const { exitCode } = await ssh.script(host, cleanScript(relationship), { timeoutSeconds: 600 });
    return exitCode === 0;
}
/** The same for what another restore has left, which changes the database; false where that failed. */
async function removeLeftovers({ ssh, ledger }, place, relationship) {
    const effect = ledger.intend('database', `what a restore had left in the database of ${relationship} was removed`);
    const isRemoved = await unmark({ ssh }, place, relationship);
    if (isRemoved)
        effect.done();
    else
        effect.unknown();
    return isRemoved;
}
/** The warning that it is still there. */
function stillMarked(relationship) {
    return {
        id: 'restore-marker',
        severity: 'warning',
        message: `The database of ${relationship} is restored, but the table ${restore_marker/* markerTable */.Vc} could not be dropped; no backup is made while it is there.`,
        fix: `Drop it: DROP TABLE ${restore_marker/* markerTable */.Vc}`
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/keep-way-back.js


/** Name of the folder beside the backup that holds what is there now, or null where nothing is worth it. */
async function keepWayBack(tools, input) {
    const { parent, replacements, earlier, target } = input;
    const markers = replacements.flatMap(({ looked: { marker } }) => (marker === null ? [] : [marker]));
    const half = markers.find(({ state }) => state !== 'finished');
    if (half !== undefined) {
        // A kill right after a new note was written leaves the marker of the one before.
        const note = earlier.find((each) => each.note.id === half.id) ?? earlier.at(-1);
        const kept = note?.note.wayBack ?? null;
        tools.logger.warn(`The database holds a part of what an earlier restore loaded, and is not backed up. ${kept === null ? 'What was there before it is not known here: look beside the backup that was being restored.' : `What was there before it is in ${tools.files.join(parent, kept)}.`}`);
        return kept;
    }
    if (!target.wayBack || replacements.every(({ looked }) => looked.names.length === 0))
        return null;
    if (markers.length > 0)
        for (const { dump } of replacements)
            await removeLeftovers(tools, target, dump.relationship);
    const { identity, project, environment, application, rehearsal, host } = target;
    const encrypted = replacements.some(({ identity: needed }) => needed !== null) ? identity : null;
    const place = { project, environment, application, rehearsal, hosts: [host], directory: parent, identity: encrypted };
    const made = await makeWayBack(tools, place);
    tellWayBack(tools.logger, made);
    return (made.manifest ?? '').split('/').at(-2) ?? null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/leave-note.js

/** From here on a kill leaves behind how to finish and how to go back, and it is told before anything is dropped. */
async function leaveNote({ files, dumpFiles, logger, ledger }, input) {
    const { backup, parent, wayBack, target } = input;
    const unfinished = await writeRestoreNote({ files, dumpFiles }, parent, {
        schemaVersion: 1,
        id: crypto.randomUUID(),
        project: target.project,
        environment: target.environment,
        application: target.application,
        backup: backup.folder.split('/').at(-1) ?? '',
        wayBack,
        flags: [...target.flags],
        startedAt: new Date().toISOString()
    });
    noteEffect(ledger, unfinished.path).done();
    logger.warn('The database is replaced now. Where this is stopped or killed, one of these brings it to a whole state.');
    // Commands are to be typed as they stand: only warnings are put into other words on the way to a terminal.
    logger.info(`To finish: ${unfinished.finish}`);
    logger.info(`To go back: ${unfinished.goBack ?? 'no command, since what is there now was not backed up'}`);
    return unfinished;
}
/** Removes the note of a restore that is over, or that another one takes the place of. */
async function removeNote({ files, ledger }, path) {
    await files.remove(path);
    const left = noteEffect(ledger, path);
    left.undone();
    if (left.isNew)
        ledger.intend('note', `the note ${path} of an earlier restore was removed`).done();
}
function noteEffect(ledger, path) {
    return ledger.intend('note', `the note ${path} was left`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/expect-restorable.js


/** What a look at a database says against loading a dump into it. */
function problemsOfLook({ dump }, longest, looked) {
    return [
        ...(looked.busy ? [isBusy(dump.relationship)] : []),
        ...(dump.tables.includes(restore_marker/* markerTable */.Vc) ? [isHalf(dump.relationship)] : []),
        ...packetProblems(dump, longest, looked),
        ...diskProblems(dump, looked)
    ];
}
function packetProblems({ relationship, longestStatement = 0 }, longest, { maxPacket }) {
    const bytes = Math.max(longestStatement, longest?.bytes ?? 0);
    if (maxPacket === null || bytes < maxPacket)
        return [];
    const table = longest?.table ?? null;
    return [
        {
            id: 'restore-packet',
            severity: 'error',
            message: `The dump of ${relationship} has a statement of ${bytes} bytes${table === null ? '' : `, rows of ${table}`}, and the server takes ${maxPacket} (max_allowed_packet).`,
            fix: 'Raise max_allowed_packet of the server: in .magento/services.yaml (configuration.properties.max_allowed_packet, in MB), or by support on dedicated nodes.'
        }
    ];
}
// SQL text is longer than most rows of it on the disk, but keys come to them: with less than half there is no chance.
const leastOfText = 0.5;
function diskProblems({ relationship, sqlBytes }, { freeBytes, heldBytes }) {
    const needed = sqlBytes * leastOfText - (heldBytes ?? 0);
    if (freeBytes === null || freeBytes >= needed)
        return [];
    const said = (bytes) => `${Math.floor(bytes / 2 ** 20)} MB`;
    return [
        {
            id: 'restore-disk',
            severity: 'error',
            message: `The disk of the database has ${said(freeBytes)} free, and the tables of ${relationship} need ${said(needed)} more than those of now at the very least.`,
            fix: 'Enlarge the disk of the database service, then run the same command again.'
        }
    ];
}
function isBusy(relationship) {
    return {
        id: 'restore-busy',
        severity: 'error',
        message: `Another restore is replacing the database of ${relationship} at this moment.`,
        fix: 'Wait for its end, then run the same command again.'
    };
}
function isHalf(relationship) {
    return {
        id: 'restore-half',
        severity: 'error',
        message: `The dump of ${relationship} was made in the middle of a restore: it holds a part of a database.`,
        fix: 'Restore another backup; magento-cloud-upgrade backup list shows them.'
    };
}
/** Throws UpgradeError `preflight-failed` with all problems at once, where there are any. */
function expectNoProblems(problems) {
    if (problems.length === 0)
        return;
    throw new errors/* UpgradeError */.f('preflight-failed', {
        message: problems
            .map(({ message }) => message)
            .slice(0, 20)
            .join(' '),
        next: [...new Set(problems.map(({ fix }) => fix))].join(' '),
        problems
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/remote-answer.js
var remote_answer = __webpack_require__(7452);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/failure.js
var ssh_failure = __webpack_require__(233);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/marker-sql.js

/** A marker as the look tells it. */
const markerForm = /^(beside|swapped|begun|emptied|finished) ([0-9a-f-]{36})$/;
/** SQL that makes a table for a marker. */
function createMarker(table) {
    return `CREATE TABLE IF NOT EXISTS ${table} (id CHAR(36) NOT NULL PRIMARY KEY, state VARCHAR(16) NOT NULL, began TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB`;
}
/** SQL that marks a database, whether or not it has a marker. Throws TypeError for what is no id. */
function mark(id, state) {
    return [
        createMarker(restore_marker/* markerTable */.Vc),
        `REPLACE INTO ${restore_marker/* markerTable */.Vc} (id, state) SELECT '${idOf(id)}', '${state}' FROM (SELECT 1) one WHERE NOT EXISTS (SELECT 1 FROM ${restore_marker/* markerTable */.Vc})`,
        `UPDATE ${restore_marker/* markerTable */.Vc} SET id = '${idOf(id)}', state = '${state}'`
    ];
}
/** The id of a restore. Throws TypeError for another text. */
function idOf(id) {
    if (!/^[0-9a-f-]{36}$/.test(id))
        throw new TypeError('no id of a restore');
    return id;
}
/** SQL behind the dump, in the same session: from then on the database holds the backup. */
const loadedSql = `\nUNLOCK TABLES;\nUPDATE ${restore_marker/* markerTable */.Vc} SET state = 'finished';\nCOMMIT;\n`;

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/look-at-database.js






/**
 * What a database holds now. Waits up to `lockSeconds` for a session that replaces it. Throws UpgradeError
 * `preflight-failed` where it cannot be asked, and `bad-secret` where the login is refused.
 */
async function lookAtDatabase({ ssh, host }, relationship, lockSeconds) {
    const result = await ssh.script(host, lookScript(relationship, lockSeconds), { timeoutSeconds: lockSeconds + 120 });
    const answer = (0,remote_answer/* parseRemoteAnswer */.k$)(result.stdout);
    if (result.exitCode !== 0 || answer.one('done') !== 'yes')
        throw unasked(host, result, answer.one('failure'));
    const [, state, id] = markerForm.exec(answer.one('marker') ?? '') ?? [];
    const kilobytes = numberOf(answer, 'free-kilobytes') ?? numberOf(answer, 'disk-kilobytes');
    const names = (0,remote_answer/* namesOf */.eZ)(answer, 'objects');
    const children = (0,remote_answer/* namesOf */.eZ)(answer, 'child');
    return {
        relationship,
        database: answer.one('database'),
        names: names.filter((name) => !(0,restore_marker/* isOfRestore */.KN)(name)),
        views: (0,remote_answer/* namesOf */.eZ)(answer, 'view'),
        leftovers: names.some((name) => name !== restore_marker/* markerTable */.Vc && (0,restore_marker/* isOfRestore */.KN)(name)),
        children: {
            own: children.filter((child) => child.startsWith('own ')).map((child) => child.slice(4)),
            other: children.includes('other')
        },
        programs: (0,remote_answer/* namesOf */.eZ)(answer, 'program'),
        marker: state === undefined ? null : { state: state, id: id ?? '' },
        interrupted: null,
        busy: answer.one('free-lock') !== '1',
        collation: answer.one('collation'),
        version: answer.one('version'),
        maxPacket: numberOf(answer, 'max-packet'),
        heldBytes: numberOf(answer, 'held-bytes'),
        freeBytes: kilobytes === null ? null : kilobytes * 1024
    };
}
function numberOf(answer, key) {
    const text = answer.one(key) ?? '';
    return /^\d+$/.test(text) ? Number(text) : null;
}
function unasked(host, { exitCode, failure, failureKind }, told) {
    const code = (failureKind === null ? null : (0,ssh_failure/* sshFailureCode */.Mj)(failureKind)) ?? 'preflight-failed';
    return new errors/* UpgradeError */.f(code, {
        message: `The database cannot be asked what it holds: ${told ?? failure ?? `the script ended with exit code ${exitCode ?? '?'}`}.`,
        next: failureKind === null ? 'Fix what is named above, then run again.' : (0,ssh_failure/* sshFailureFix */.kL)(failureKind, host)
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/judge-statement.js + 7 modules
var judge_statement = __webpack_require__(4725);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/refused-statement.js
var refused_statement = __webpack_require__(5064);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/session.js
var session = __webpack_require__(6692);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/probe-table.js




const head = /^CREATE TABLE (?:IF NOT EXISTS )?(`(?:[^`]|``)+`)/;
const foreignKey = /,\n[ \t]*CONSTRAINT `(?:[^`]|``)+` FOREIGN KEY [^\n]*?(?=,?\n)/g;
const checkName = /\bCONSTRAINT `(?:[^`]|``)+` (?=CHECK\b)/g;
/**
 * A CREATE TABLE of a dump under the name of the probe and on one line, without foreign keys and the names of checks,
 * which the table that is there has already. Null where it cannot be told how to make one of it.
 */
function probeTable(statement) {
    const name = head.exec(statement)?.[1];
    if (name === undefined)
        return null;
    const table = Buffer.from(name.slice(1, -1).replaceAll('``', '`'), 'latin1').toString('utf8');
    const sql = statement
        .replace(head, () => `CREATE TABLE \`${restore_marker/* probeName */.Ao}\``)
        .replaceAll(foreignKey, '')
        .replaceAll(checkName, '')
        .replaceAll(/[\r\n]+/g, ' ');
    return isAllowed(sql) ? { table, sql } : null;
}
// What was taken out must not have made another statement of it.
function isAllowed(sql) {
    try {
        return (0,judge_statement/* judgeStatement */.H)(sql, (0,session/* createSession */.jw)()).creates?.name === restore_marker/* probeName */.Ao;
    }
    catch (error) {
        if (error instanceof refused_statement/* RefusedStatement */.u)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/probes-of-rights.js

/** Statements that need every right that replacing this database by this dump needs, and leave nothing behind. */
function probesOfRights(dump, looked) {
    const has = (kind) => [...dump.programs, ...looked.programs].some((name) => name.startsWith(`${kind} `));
    return [
        ['DROP of a table', `DROP TABLE IF EXISTS ${restore_marker/* probeName */.Ao}_child, ${restore_marker/* probeName */.Ao}`],
        ['CREATE of a table', `CREATE TABLE ${restore_marker/* probeName */.Ao} (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB`],
        ['ALTER of a table', `ALTER TABLE ${restore_marker/* probeName */.Ao} DISABLE KEYS`],
        ['LOCK of a table', `LOCK TABLES ${restore_marker/* probeName */.Ao} WRITE`],
        ['INSERT into a table', `INSERT INTO ${restore_marker/* probeName */.Ao} VALUES (1)`],
        ['SELECT from a table', `SELECT id FROM ${restore_marker/* probeName */.Ao}`],
        ['UNLOCK of tables', 'UNLOCK TABLES'],
        [
            'a foreign key',
            `CREATE TABLE ${restore_marker/* probeName */.Ao}_child (id INT, KEY (id), FOREIGN KEY (id) REFERENCES ${restore_marker/* probeName */.Ao} (id)) ENGINE=InnoDB`
        ],
        ...collationProbe(dump, looked),
        ...(dump.views.length > 0 ? probesOfViews : []),
        ...(has('trigger') ? probesOfTriggers : []),
        ...(has('procedure') ? probesOfProcedures : []),
        ...(has('function') ? probesOfFunctions : []),
        ...(has('event') ? probesOfEvents : []),
        ['DROP of a table', `DROP TABLE IF EXISTS ${restore_marker/* probeName */.Ao}_child, ${restore_marker/* probeName */.Ao}`]
    ].map(([what = '', sql = '']) => ({ what, sql }));
}
const probesOfViews = [
    ['a view', `CREATE OR REPLACE VIEW ${restore_marker/* probeName */.Ao}_view AS SELECT id FROM ${restore_marker/* probeName */.Ao}`],
    ['SHOW of a view', `SHOW CREATE VIEW ${restore_marker/* probeName */.Ao}_view`],
    ['DROP of a view', `DROP VIEW IF EXISTS ${restore_marker/* probeName */.Ao}_view`]
];
const probesOfTriggers = [
    ['a trigger', `CREATE TRIGGER ${restore_marker/* probeName */.Ao} BEFORE INSERT ON ${restore_marker/* probeName */.Ao} FOR EACH ROW SET NEW.id = NEW.id`]
];
const probesOfProcedures = [
    ['DROP of a procedure', `DROP PROCEDURE IF EXISTS ${restore_marker/* probeName */.Ao}`],
    ['a procedure', `CREATE PROCEDURE ${restore_marker/* probeName */.Ao}() DO 1`],
    ['DROP of a procedure', `DROP PROCEDURE IF EXISTS ${restore_marker/* probeName */.Ao}`]
];
const probesOfFunctions = [
    ['DROP of a function', `DROP FUNCTION IF EXISTS ${restore_marker/* probeName */.Ao}`],
    ['a function', `CREATE FUNCTION ${restore_marker/* probeName */.Ao}() RETURNS INT DETERMINISTIC NO SQL RETURN 1`],
    ['DROP of a function', `DROP FUNCTION IF EXISTS ${restore_marker/* probeName */.Ao}`]
];
const probesOfEvents = [
    ['DROP of an event', `DROP EVENT IF EXISTS ${restore_marker/* probeName */.Ao}`],
    ['an event', `CREATE EVENT ${restore_marker/* probeName */.Ao} ON SCHEDULE EVERY 1 YEAR DISABLE DO DO 1`],
    ['DROP of an event', `DROP EVENT IF EXISTS ${restore_marker/* probeName */.Ao}`]
];
/** The collation that the database gets, if it is another one: changed to the one that it has, and tried on a table. */
function collationProbe({ collation }, looked) {
    if (collation === undefined || looked.collation === null || collation === looked.collation)
        return [];
    return [
        ['ALTER of the database', `ALTER DATABASE COLLATE ${looked.collation}`],
        ['the collation of the database', `ALTER TABLE ${restore_marker/* probeName */.Ao} COLLATE ${collation}`]
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/try-on-server.js





/**
 * Does on the server, on a table that goes again at once, what a load will do: the settings, every right that it needs,
 * and each table of the dump. What is in the database stays as it is.
 */
async function tryOnServer({ ssh, host, dumpFiles, ledger }, given, looked) {
    const asked = [];
    const movable = new Set();
    const broken = { reading: null };
    const source = lines(probesOf(dumpFiles, given, { looked, movable }), asked, broken);
    const left = ledger.intend('database', `a table of a trial was left in the database of ${given.dump.relationship}`);
    const result = await ssh.feed(host, probeScript(given.dump.relationship), source, { timeoutSeconds: 3600 });
    const answer = (0,remote_answer/* parseRemoteAnswer */.k$)(result.stdout);
    const why = broken.reading ??
        answer.one('failure') ??
        (answer.one('done') === null ? (result.failure ?? 'it ended early') : null);
    if (answer.one('done') === null && result.failure !== null)
        left.unknown();
    else
        left.undone();
    if (why !== null)
        return { problems: [untried(given.dump.relationship, why)], movable };
    const problems = answer.all('error').map((error) => {
        const line = Number(/ at line (\d+)$/.exec(error)?.[1] ?? 0);
        return refusal(given.dump.relationship, asked[line - 1] ?? 'DROP of a table', error);
    });
    return { problems, movable };
}
async function* probesOf(dumpFiles, { dump, path, identity }, { looked, movable }) {
    for (const sql of sessionSettings)
        yield { what: 'the settings of a session that loads a dump', sql };
    yield* probesOfRights(dump, looked);
    for await (const statement of dumpFiles.tables(path, identity, dump.sqlSha256)) {
        const probe = probeTable(statement);
        if (probe === null)
            continue;
        if (!/\bWITH\s+SYSTEM\s+VERSIONING\b/i.test(statement))
            movable.add(probe.table);
        yield { what: `the table ${probe.table}`, sql: probe.sql };
        yield { what: 'DROP of a table', sql: probeDrop };
    }
}
const probeDrop = 'DROP TABLE IF EXISTS magento_cloud_upgrade_probe';
/** One line each, so that the client's number of a line says which it was. A failed reading ends the lines. */
async function* lines(probes, asked, broken) {
    try {
        for await (const { what, sql } of probes) {
            asked.push(what);
            yield Buffer.from(`${sql};\n`, 'latin1');
        }
    }
    catch (error) {
        broken.reading = error instanceof Error ? error.message : String(error);
    }
}
function untried(relationship, why) {
    return {
        id: 'restore-untried',
        severity: 'error',
        message: `Whether the dump of ${relationship} can be loaded there could not be tried: ${why}.`,
        fix: 'Fix what is named, then run the same command again.'
    };
}
const meanings = {
    1044: 'the database user may not do that',
    1115: 'it does not know the character set',
    1118: 'its rows are too long for this server',
    1142: 'the database user may not do that',
    1227: 'the database user may not do that',
    1273: 'it does not know the collation',
    1286: 'it does not have the engine',
    1370: 'the database user may not do that',
    1418: 'log_bin_trust_function_creators is off there',
    1419: 'log_bin_trust_function_creators is off there, and the database user lacks SUPER'
};
function refusal(relationship, what, error) {
    const code = /\d+/.exec(error)?.[0] ?? '';
    const meaning = meanings[code];
    return {
        id: 'restore-refused-by-server',
        severity: 'error',
        message: `The server of ${relationship} refuses ${what}: ${error.replace(/ at line \d+$/, '')}${meaning === undefined ? '' : `, ${meaning}`}.`,
        fix: code === '1418' || code === '1419'
            ? 'Have log_bin_trust_function_creators switched on, or SUPER granted: on Adobe Commerce Cloud, by support.'
            : meaning?.includes('may not') === true
                ? 'Grant the right to the database user, or ask support for it.'
                : 'Restore into a server of the version that the backup was made on, or ask support.'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/prepare-restore.js





/**
 * Looks at every database and tries what a load will do there. Throws UpgradeError `preflight-failed` with all problems
 * at once.
 */
async function prepareRestore(tools, backup, { host, identity, lockSeconds }) {
    const problems = [];
    const replacements = [];
    for (const { relationship, path, longest } of backup.dumps) {
        const dump = backup.manifest.dumps.find((candidate) => candidate.relationship === relationship);
        if (dump === undefined)
            continue;
        const given = { dump, path, identity: dump.encryption === 'age' ? identity : null };
        const looked = await lookAfterCleaning(tools, { host, lockSeconds }, relationship);
        const tried = looked.busy ? untouched : await tryOnServer({ ...tools, host }, given, looked);
        problems.push(...problemsOfLook(given, longest, looked), ...tried.problems);
        replacements.push({ ...given, looked, movable: tried.movable });
    }
    expectNoProblems(problems);
    return replacements;
}
const untouched = { problems: [], movable: new Set() };
/** A look at a database, in which what a restore that was killed had loaded beside is gone: it fills the disk. */
async function lookAfterCleaning(tools, { host, lockSeconds }, relationship) {
    const looked = await lookAtDatabase({ ...tools, host }, relationship, lockSeconds);
    const isWhole = looked.marker === null || ['beside', 'finished'].includes(looked.marker.state);
    if (looked.busy || !isWhole || (!looked.leftovers && looked.marker?.state !== 'beside'))
        return looked;
    if (!(await removeLeftovers(tools, { host }, relationship)))
        throw unremoved(relationship);
    tools.logger.info(`What a restore that was killed had loaded beside the database of ${relationship} was removed.`);
    return {
        ...(await lookAtDatabase({ ...tools, host }, relationship, lockSeconds)),
        interrupted: looked.marker?.id ?? null
    };
}
function unremoved(relationship) {
    return new errors/* UpgradeError */.f('preflight-failed', {
        message: `A restore that was killed has left tables beside the database of ${relationship} (magento_cloud_upgrade_…), and they could not be removed.`,
        next: 'Run the same command again, or drop these tables by hand.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/choose-way.js
// Rows with their keys and the server's log of the load are up to about three times as long as the SQL.
const timesOfData = 3;
/**
 * Why a dump cannot be loaded beside what is there, in words that go on after "because"; null where it can. `replaced`
 * are all databases that are replaced: they may lie on one disk.
 */
function whyNotBeside(one, replaced) {
    return ofServer(one.looked) ?? ofDisk(one.looked, replaced) ?? ofTables(one);
}
function ofServer({ marker, version }) {
    if (marker !== null && marker.state !== 'finished')
        return 'an earlier restore has left a part of a shop there';
    const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)\..*MariaDB/.exec(version ?? '') ?? [];
    return Number(major) * 100 + Number(minor) >= 1006
        ? null
        : `its server (${version ?? 'of an unknown version'}) is not MariaDB 10.6 or later`;
}
function ofDisk({ freeBytes }, replaced) {
    if (freeBytes === null)
        return 'the free disk of the database is not known';
    const needed = replaced
        .map(({ dump, looked }) => timesOfData * Math.max(dump.sqlBytes, looked.heldBytes ?? 0))
        .reduce((sum, bytes) => sum + bytes, 0);
    const said = (bytes) => `${Math.ceil(bytes / 2 ** 20)} MB`;
    return freeBytes >= needed ? null : `its disk has ${said(freeBytes)} free, and both need ${said(needed)}`;
}
function ofTables({ dump, looked, movable }) {
    const fixed = dump.tables.find((name) => !movable.has(name));
    if (fixed !== undefined)
        return `${fixed} is no plain table`;
    const view = looked.views.find((name) => dump.tables.includes(name));
    if (view !== undefined)
        return `${view} is a view there and a table in the backup`;
    const kept = new Set(dump.excluded);
    const child = looked.children.other ? 'of another database' : looked.children.own.find((name) => kept.has(name));
    return child === undefined ? null : `a table that stays (${child}) has a foreign key into it`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/load-script.js





/** SQL that gives the database its default collation. Throws TypeError for what is no name of one. */
function changeCollation(collation) {
    if (collation === null)
        return [];
    if (!/^\w+$/.test(collation))
        throw new TypeError('no name of a collation');
    return [`ALTER DATABASE COLLATE ${collation}`];
}
/**
 * Replaces what is in a relationship's database by the compressed dump on stdin, in one session: a lock, a marker that
 * says what is going on, the drops, the dump. Throws TypeError for an id or a collation that is none.
 */
function loadScript({ relationship, id, collation, ...kept }) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_shell/* prelude */.e}tell database "$database"
${dropLists(kept, 'all')}${sessionScript([...mark(id, 'begun'), ...changeCollation(collation)])}
{ first; cat "$work/events.txt" "$work/drops.txt" "$work/routines.txt"; echo "UPDATE ${restore_marker/* markerTable */.Vc} SET state = 'emptied';"; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/beside-scripts.js






/** Loads the compressed SQL on stdin into tables beside those that are there. Throws TypeError for what is no id. */
function besideScript({ relationship, id }) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_shell/* prelude */.e}tell database "$database"
${besideList}${sessionScript(mark(id, 'beside'))}
{ first; cat "$work/beside.txt"; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`);
}
/** SQL before the dump that is loaded beside: the names of its tables by their numbers. */
function firstBeside(tables) {
    const rows = tables.map((name, index) => `(${index + 1}, CONVERT(X'${Buffer.from(name).toString('hex')}' USING utf8mb4))`);
    const columns = 'number INT NOT NULL PRIMARY KEY, name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';
    const inserts = rows.map((row) => `INSERT INTO ${restore_marker/* namesTable */.zF} VALUES ${row};\n`);
    return `CREATE TABLE ${restore_marker/* namesTable */.zF} (${columns}) ENGINE=InnoDB;\n${inserts.join('')}`;
}
/** SQL behind it: the marker that takes its place together with the tables. Throws TypeError for what is no id. */
function lastBeside(id) {
    const row = `INSERT INTO ${restore_marker/* nextMarker */.Yg} (id, state) VALUES ('${idOf(id)}', 'swapped')`;
    return `\nUNLOCK TABLES;\n${createMarker(restore_marker/* nextMarker */.Yg)};\n${row};\nCOMMIT;\n`;
}
/**
 * Puts the tables that were loaded beside into the place of those that are there, in one statement, together with the
 * marker. What was there is dropped then, and the compressed SQL on stdin makes the rest. A shop that holds a table for
 * a minute makes it end as it was. Throws TypeError for an id or a collation that is none.
 */
function swapScript({ relationship, id, collation, ...kept }) {
    const still = `DO IF((SELECT CONCAT(state, ' ', id) FROM ${restore_marker/* markerTable */.Vc}) = 'beside ${idOf(id)}', 1, (SELECT 1 UNION SELECT 2))`;
    const begin = ['SET SESSION lock_wait_timeout = 60', still];
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_shell/* prelude */.e}tell database "$database"
${dropLists(kept, 'views')}${oldTables(kept, (0,restore_marker/* oldTable */.sA)(''))}
ask news "SELECT CONCAT(', ${(0,restore_marker/* newTable */.Nh)('')}', number, ' TO ', ${quotedName('name', "''")}) FROM ${restore_marker/* namesTable */.zF}"
${sessionScript(begin)}swap() {
  printf 'RENAME TABLE ${restore_marker/* markerTable */.Vc} TO ${(0,restore_marker/* oldTable */.sA)(0)}, ${restore_marker/* nextMarker */.Yg} TO ${restore_marker/* markerTable */.Vc}'
  cat "$work/olds.txt" "$work/news.txt"
  cat <<'SQL'
;
SET SESSION lock_wait_timeout = DEFAULT;
DROP TABLE IF EXISTS ${restore_marker/* namesTable */.zF}, ${(0,restore_marker/* oldTable */.sA)(0)};
${changeCollation(collation)
        .map((statement) => `${statement};\n`)
        .join('')}SQL
}
drop_olds() { sed -nE 's/^.* TO (${(0,restore_marker/* oldTable */.sA)('')}[0-9]+)$/DROP TABLE IF EXISTS \\1;/p' "$work/olds.txt"; }
{ first; swap; cat "$work/events.txt" "$work/drops.txt" "$work/routines.txt"; drop_olds; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/feed-database.js

const timeoutSeconds = 6 * 3600;
const feed_database_meanings = {
    1114: 'the disk of the database is full, or a limit of it is reached',
    1205: 'the shop held a table for too long: put the site into maintenance first'
};
/**
 * Runs a script that loads the compressed SQL of `source`. Returns why that did not reach its end, in words and without
 * data, or null.
 */
async function feedDatabase({ ssh, host }, script, source) {
    const broken = { reading: null };
    // A stop right before it begins is thrown; what the database holds then has to be asked all the same.
    const result = await ssh
        .feed(host, script, noting(source, broken), { timeoutSeconds })
        .catch((error) => ({ stdout: '', failure: error instanceof Error ? error.message : String(error) }));
    const answer = (0,remote_answer/* parseRemoteAnswer */.k$)(result.stdout);
    if (broken.reading !== null)
        return broken.reading;
    const failure = answer.one('failure');
    if (failure === null)
        return answer.one('done') === null ? (result.failure ?? 'the script ended early') : null;
    const meaning = feed_database_meanings[/ERROR (\d+)/.exec(failure)?.[1] ?? ''];
    return meaning === undefined ? failure : `${failure}, ${meaning}`;
}
/** The server says that its input ended; why, only this side knows. */
async function* noting(source, broken) {
    try {
        yield* source;
    }
    catch (error) {
        broken.reading = error instanceof Error ? error.message : String(error);
        throw error;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/load-dump.js




/** What a load leaves as it is: tables that were excluded from the dump, programs that its way of dumping leaves out. */
function loadChoice({ dump }, looked, id) {
    const { relationship, excluded, missingPrograms, collation } = dump;
    const other = collation !== undefined && looked.collation !== null && collation !== looked.collation;
    return {
        relationship,
        id,
        keptTables: excluded,
        keptPrograms: missingPrograms,
        collation: other ? collation : null
    };
}
/**
 * Replaces a database by a dump that is read again and checked statement by statement. Returns why that did not reach
 * its end, in words and without data, or null.
 */
function loadDump(tools, { dump, path, identity }, choice) {
    const whole = tools.dumpFiles.loadable(path, identity, { sqlSha256: dump.sqlSha256, last: loadedSql });
    return feedDatabase(tools, loadScript(choice), whole);
}
/**
 * Loads the tables and rows of a dump beside what is there, which stays as it is. Returns like {@link loadDump}; `rest`
 * gets what {@link swapIn} needs.
 */
function loadBeside(tools, { dump, path, identity }, { id, rest }) {
    const { relationship, tables, sqlSha256 } = dump;
    const between = { first: firstBeside(tables), last: lastBeside(id) };
    const parts = tools.dumpFiles.beside(path, identity, { sqlSha256, tables, rest, ...between });
    return feedDatabase(tools, besideScript({ relationship, id }), parts);
}
/** Puts what was loaded beside into its place in one statement, and makes the rest. Returns like {@link loadDump}. */
function swapIn(tools, rest, choice) {
    const sql = Buffer.concat([rest, Buffer.from(loadedSql)]);
    return feedDatabase(tools, swapScript(choice), tools.dumpFiles.compress(sql));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/describe-database.js
/** What a database holds after a restore that did not end in good order, in one sentence. */
function describeDatabase({ relationship, tables, views }, before, now) {
    const name = `The database of ${relationship}`;
    if (now === null)
        return `What the database of ${relationship} holds is not known: it could not be asked.`;
    if (now.busy)
        return `${name} is still being replaced: a session on the server has not ended yet.`;
    if (now.marker === null)
        return `${name} is as it was.`;
    if (now.marker.state === 'beside')
        return `${name} is as it was; tables of the backup stand beside it (magento_cloud_upgrade_new_…).`;
    if (now.marker.state === 'swapped')
        return `${name} holds all tables of the backup with all of their rows, and nothing else of what was there before; foreign keys, views, triggers, routines and events may be missing.`;
    if (now.marker.state === 'finished')
        return `${name} holds the backup, whole.`;
    const there = new Set(now.names);
    const count = (names) => `${names.filter((each) => there.has(each)).length} of the ${names.length} tables and views`;
    if (now.marker.state === 'begun')
        return `${name} holds ${count(before.names)} that were there before, and nothing of the backup.`;
    return `${name} holds ${count([...tables, ...views])} of the backup, the last of them perhaps without all of its rows, and nothing of what was there before.`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-ended.js


/** The error of a restore that was stopped or failed: what the database holds, and what brings it to a whole state. */
function restoreEnded(ended) {
    const { signal, reason, replacement, untouched, now, unfinished, isWhole } = ended;
    const { dump, looked } = replacement;
    const stopped = signal.aborted ? (signal.reason === 'SIGTERM' ? 'terminated' : 'interrupted') : null;
    const code = stopped ?? 'backup-failed';
    const others = untouched
        .map(({ dump: { relationship } }) => ` The database of ${relationship} is as it was.`)
        .join('');
    const { finish, goBack } = unfinished;
    const back = isWhole
        ? 'There is nothing to go back from.'
        : goBack === null
            ? 'Of what was there before no backup was made.'
            : `To go back: ${goBack}`;
    return new errors/* UpgradeError */.f(code, {
        tellsStop: stopped !== null,
        message: `${stopped === null ? `The restore of ${dump.relationship} failed: ${reason}.` : 'The restore was stopped.'} ${describeDatabase(dump, looked, now)}${others}`,
        next: `${stopped === null ? 'Fix what is named above. ' : ''}To finish: ${finish}\n${back}`
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-effects.js
/** Notes that a database is about to be replaced. */
function intendRestore(ledger, relationship) {
    return ledger.intend('database', `the database of ${relationship} was replaced by the backup`);
}
/** Sets what came of it by what the database holds then; null where it could not be asked. */
function settleRestore(ledger, relationship, now) {
    const replaced = intendRestore(ledger, relationship);
    if (now === null || now.busy)
        replaced.unknown();
    else if (now.marker?.state === 'finished')
        replaced.done();
    else {
        replaced.undone();
        const half = `a restore into the database of ${relationship} was begun and not finished`;
        if (now.marker !== null)
            ledger.intend('database', half).done();
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/warnings-of-restore.js
/** What a database holds after a restore beside what is in the dump, and what it lacks. */
function warningsOfRestore(dump, now) {
    const { relationship, excluded, programs, missingPrograms } = dump;
    const there = new Set(now.names);
    const kept = excluded.filter((name) => there.has(name));
    const lacking = excluded.filter((name) => !there.has(name));
    const inDump = new Set(programs.map(lower));
    const others = now.programs.filter((name) => !inDump.has(lower(name)));
    const lost = programs.filter((name) => !now.programs.map(lower).includes(lower(name)));
    const warn = (id, message, fix) => ({ id, severity: 'warning', message, fix });
    return [
        kept.length > 0 &&
            warn('restore-kept', `${some(kept)} in ${relationship}: left as they were, since the backup was made without them.`, 'Look whether they fit the restored data.'),
        lacking.length > 0 &&
            warn('restore-incomplete', `${some(lacking)} in ${relationship}: neither in the backup, which was made without them, nor in the database.`, 'Create them, or restore a backup that has them.'),
        others.length > 0 &&
            warn('restore-programs-kept', `${some(others)} in ${relationship}: not in the backup, and still there${missingPrograms.length > 0 ? ', since magento-cloud db:dump leaves routines and events out' : ''}.`, 'Drop what does not belong to the restored data.'),
        lost.length > 0 &&
            warn('restore-programs-lost', `${some(lost)} in ${relationship}: in the backup, but not restored.`, 'Create them by hand.')
    ].filter((problem) => problem !== false);
}
function lower(name) {
    return name.toLowerCase();
}
function some(names) {
    return names.slice(0, 10).join(', ') + (names.length > 10 ? ` and ${names.length - 10} more` : '');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/replace-databases.js








/**
 * Replaces the databases. Those that there is room for are loaded beside first, and take their places when all of them
 * are whole. Returns warnings; throws like {@link restoreEnded}.
 */
async function replaceDatabases(tools, input) {
    const { replacements, unfinished, target } = input;
    const beside = await loadAllBeside(tools, input);
    const warnings = [];
    for (const [index, replacement] of replacements.entries()) {
        const { looked, dump } = replacement;
        const choice = loadChoice(replacement, looked, unfinished.note.id);
        const rest = beside.get(dump.relationship);
        const place = { ...tools, host: target.host };
        intendRestore(tools.ledger, dump.relationship);
        const why = await (rest === undefined ? loadDump(place, replacement, choice) : swapIn(place, rest, choice));
        const untouched = replacements.slice(index + 1);
        const now = await lookThen(tools, target, dump.relationship);
        const missing = [...dump.tables, ...dump.views].filter((name) => !(now?.names ?? []).includes(name));
        const isOurs = now?.marker?.state === 'finished' && now.marker.id === unfinished.note.id;
        if (now === null || !isOurs || missing.length > 0) {
            const reason = why ?? (missing.length > 0 ? `it lacks ${missing.slice(0, 10).join(', ')}` : 'its end is not known');
            throw await ended(tools, input, { reason, replacement, untouched, beside, now });
        }
        settleRestore(tools.ledger, dump.relationship, now);
        warnings.push(...warningsOfRestore(dump, now));
    }
    return warnings;
}
/** What has to be made behind the swap, by relationship, of each database that was loaded beside. */
async function loadAllBeside(tools, input) {
    const { replacements, unfinished, target } = input;
    const beside = new Map();
    for (const replacement of replacements) {
        const { relationship } = replacement.dump;
        const because = whyNotBeside(replacement, replacements);
        if (because !== null) {
            tools.logger.info(`${relationship}: the old data is dropped first, because ${because}.`);
            continue;
        }
        tools.logger.info(`${relationship}: the new data is loaded beside the old, and takes its place in one statement.`);
        const kept = { id: unfinished.note.id, rest: (sql) => void beside.set(relationship, sql) };
        intendRestore(tools.ledger, relationship);
        const reason = await loadBeside({ ...tools, host: target.host }, replacement, kept);
        if (reason === null)
            continue;
        const now = await lookThen(tools, target, relationship);
        const untouched = replacements.filter((other) => other !== replacement);
        beside.set(relationship, new Uint8Array());
        throw await ended(tools, input, { reason, replacement, untouched, beside, now });
    }
    return beside;
}
/** What a database holds then, also where the run was stopped; null where it cannot be asked. */
function lookThen({ again }, { host, lockSeconds }, relationship) {
    return again((ssh) => lookAtDatabase({ ssh, host }, relationship, lockSeconds)).catch(() => null);
}
/** The error, after what stands beside databases that are as they were was removed. */
async function ended(tools, { replacements, unfinished, target }, failed) {
    const { reason, replacement, untouched, beside, now } = failed;
    const isAsItWas = now !== null && !now.busy && (now.marker === null || now.marker.state === 'beside');
    const left = [...(isAsItWas ? [replacement] : []), ...untouched].filter(({ dump }) => beside.has(dump.relationship));
    const removed = await Promise.all(left.map(({ dump }) => tools.again((ssh) => unmark({ ssh }, target, dump.relationship)).catch(() => false)));
    const isWhole = isAsItWas && removed.every(Boolean) && untouched.length === replacements.length - 1;
    for (const [index, { dump }] of left.entries())
        if (removed[index] === true)
            settleRestore(tools.ledger, dump.relationship, { marker: null, busy: false });
    if (isWhole)
        await removeNote(tools, unfinished.path);
    const seen = isAsItWas && removed.every(Boolean) ? { ...now, marker: null } : now;
    settleRestore(tools.ledger, replacement.dump.relationship, seen);
    return restoreEnded({ signal: tools.signal, reason, replacement, untouched, now: seen, unfinished, isWhole });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-backup.js







/** What a restore would do, for a person to read. */
function describeRestore({ manifest, dumps }, environment) {
    const lines = dumps.map(({ relationship, path }) => `  ${relationship}: every table is replaced by what is in ${path}`);
    const left = manifest.dumps.filter(({ excluded }) => excluded.length > 0);
    return [
        `Backup of ${manifest.environment}, made ${manifest.finishedAt}, ${manifest.state}.`,
        `Into the environment ${environment}:`,
        ...lines,
        ...left.map(({ relationship, excluded }) => `  ${relationship}: left as they are: ${excluded.join(', ')}`),
        'Everything that was written there since (orders, customers) is lost. Code and media stay as they are.'
    ].join('\n');
}
/**
 * Loads a backup that was checked into an environment. Everything that can fail is tried first, what is there is backed
 * up, and a note with the commands that finish or go back is left beside the backup until the end. Returns warnings.
 * Throws UpgradeError `bad-input` like {@link expectConfirmed}, `preflight-failed` before anything was dropped, and
 * after that `backup-failed`, `interrupted` or `terminated` with what the database holds.
 */
async function restoreBackup(tools, backup, target) {
    expectConfirmed(backup, target);
    const replacements = await prepareRestore(tools, backup, target);
    const parent = tools.files.join(backup.folder, '..');
    const earlier = (await findUnfinishedRestores(tools.files, parent)).filter(({ note }) => isSamePlace(note, target));
    if (isWayBackOfKilled(replacements, earlier, backup)) {
        tools.logger.info('The restore that was killed had not changed what was there: nothing had to be loaded.');
        for (const { path } of earlier)
            await removeNote(tools, path);
        return [];
    }
    const wayBack = await keepWayBack(tools, { parent, replacements, earlier, target });
    const unfinished = await leaveNote(tools, { backup, parent, wayBack, target });
    for (const { path } of earlier)
        await removeNote(tools, path);
    const warnings = await replaceDatabases(tools, { replacements, unfinished, target });
    return [...warnings, ...(await restore_backup_finish(tools, { replacements, unfinished, target }))];
}
/** Whether this would bring back what is there still, and newer: a restore was killed before it took its place. */
function isWayBackOfKilled(replacements, earlier, { folder }) {
    const ids = replacements.flatMap(({ looked }) => looked.interrupted ?? []);
    const [one] = earlier.filter(({ note }) => ids.includes(note.id));
    return one?.note.wayBack === folder.split('/').at(-1) && replacements.every(({ looked }) => looked.marker === null);
}
function isSamePlace(one, other) {
    return one.project === other.project && one.environment === other.environment && one.application === other.application;
}
/** The end: no marker in any database, no note beside the backup. */
async function restore_backup_finish(tools, { replacements, unfinished, target }) {
    const warnings = [];
    await tools.again(async (ssh) => {
        for (const { dump } of replacements) {
            if (!(await unmark({ ssh }, target, dump.relationship)))
                warnings.push(stillMarked(dump.relationship));
        }
    });
    await removeNote(tools, unfinished.path);
    return warnings;
}
/** Throws UpgradeError `bad-input` where the typed name is not the environment's, or a dump cannot be read. */
function expectConfirmed(backup, target) {
    if (target.environment === '' || target.confirm !== target.environment)
        throw unconfirmed(backup, target);
    const unreadable = backup.dumps.filter(({ depth }) => depth === 'file');
    if (unreadable.length > 0)
        throw locked(unreadable.map(({ path }) => path));
}
function unconfirmed(backup, { environment, confirm }) {
    return new errors/* UpgradeError */.f('bad-input', {
        message: `A restore has to be confirmed with the name of the environment${confirm === '' ? '' : `; ${confirm} is not it`}.\n${describeRestore(backup, environment)}`,
        next: `If this is what you want, add --confirm ${environment}.`
    });
}
function locked(paths) {
    return new errors/* UpgradeError */.f('bad-input', {
        message: `${paths.join(', ')} is encrypted.`,
        next: 'Add --identity with the file that holds the age identity (AGE-SECRET-KEY-1…).'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/run.js + 2 modules
var run = __webpack_require__(6404);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-store.js
var dump_store = __webpack_require__(9475);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/run-command.js + 6 modules
var run_command = __webpack_require__(8190);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/mariadb/scratch-server.js + 6 modules
var scratch_server = __webpack_require__(9430);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/environment-access.js + 2 modules
var environment_access = __webpack_require__(4298);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/verify-backup.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/restore.js















/**
 * Loads the databases of a backup into the environment of `options`, after the backup was read again. No upgrade ever
 * calls this. Comes back with a report, whose `error` says what went wrong.
 */
function restore_restoreBackup(request, options, context = {}) {
    return (0,run/* startRun */.A)('restore', options, context, async (thisRun) => {
        const identity = await readIdentity(request.identityFile ?? '');
        const backup = await thisRun.stepTimer.step('backup', () => (0,check_backup/* checkBackup */.x)({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q }, request.path, identity), ({ dumps }) => `${dumps.length} ${dumps.length === 1 ? 'dump' : 'dumps'} read again`);
        const { environment } = thisRun.options;
        thisRun.context.logger.info(describeRestore(backup, environment));
        const target = { environment, confirm: request.confirm, identity };
        expectConfirmed(backup, target);
        await (0,environment_access/* withEnvironmentAccess */.I)(thisRun, [], async (access) => {
            expectSameApplication(backup.manifest.application, access.application);
            const [host] = await access.hosts();
            if (host === undefined)
                throw (0,list_objects/* dumpFailure */.L0)('the environment has no SSH login');
            const warnings = await restoreBackup(await toolsOf(thisRun, access), backup, {
                ...target,
                host,
                project: thisRun.options.project,
                application: access.application,
                wayBack: request.wayBack ?? true,
                rehearsal: thisRun.options.rehearsal,
                lockSeconds: 60,
                flags: flagsOf(thisRun.options, request.identityFile ?? '')
            });
            thisRun.facts.warnings.push(...warnings);
        });
        thisRun.facts.verdict = 'restored';
    });
}
async function toolsOf(thisRun, access) {
    const { context, ledger } = thisRun;
    const run = (0,run_command/* createRunCommand */.x)(context.signal, context.redact);
    // A stop ends the commands of this run, and must not keep it from asking what the database holds then.
    const unstopped = { ...thisRun, context: { ...context, signal: new AbortController().signal } };
    const ssh = await access.ssh();
    const withScratchDatabase = (0,scratch_server/* createScratchServers */.t)(run, context.environment);
    const dumping = {
        ssh,
        files: files/* files */.a,
        dumpFiles: dump_file/* dumpFiles */.Q,
        dumpStore: (0,dump_store/* createDumpStore */.I)(run),
        withScratchDatabase,
        logger: context.logger,
        ledger
    };
    // A dump that is streamed over SSH asks nothing of the platform.
    const cloud = access.cloud ?? {};
    return {
        ssh,
        files: files/* files */.a,
        dumpFiles: dump_file/* dumpFiles */.Q,
        backUp: (input) => (0,back_up_database/* backUpDatabase */.a)({ ...dumping, cloud }, input),
        logger: context.logger,
        ledger,
        signal: context.signal,
        again: (task) => context.signal.aborted
            ? (0,environment_access/* withEnvironmentAccess */.I)(unstopped, [], async (fresh) => task(await fresh.ssh()))
            : task(ssh)
    };
}
/** The words of the command line that reach the same database: no secrets, and nothing that is as it would be anyway. */
function flagsOf(options, identityFile) {
    const rows = Object.entries(src_options/* optionTable */.s);
    const flags = rows.flatMap(([name, row]) => {
        const value = options[(0,normalize_options/* camelCase */.xQ)(name)];
        if (!row.commands.includes('restore') || row.secret === true || value === row.default)
            return [];
        if (row.type === 'boolean')
            return [value === true ? `--${name}` : `--no-${name}`];
        return [`--${name}`, /-(?:file|directory)$/.test(name) ? files/* files */.a.resolve(String(value)) : String(value)];
    });
    return identityFile === '' ? flags : [...flags, '--identity', files/* files */.a.resolve(identityFile)];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade.js + 48 modules
var upgrade = __webpack_require__(963);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/verify.js + 1 modules
var verify = __webpack_require__(5200);
;// CONCATENATED MODULE: ./.tmp/compiled/src/index.js



















/***/ }),

/***/ 6148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ renderSummary)
/* harmony export */ });
/* harmony import */ var _describe_effects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4174);
/* harmony import */ var _describe_backup_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7115);
/* harmony import */ var _describe_recovery_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3254);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1465);
/* harmony import */ var _describe_phases_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8761);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7444);
/* harmony import */ var _other_warnings_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6425);
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8330);
/* harmony import */ var _package_changes_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4317);
/* harmony import */ var _seconds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8756);










const visible = 8;
const listed = 100;
/** A report as Markdown that is read in ten seconds: verdict, what to do next, steps and warnings; the rest is folded. */
function renderSummary(report) {
    const { error, findings } = report;
    return [
        `## ${mark(report)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)((0,_headline_js__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .P)(report))}`,
        ...facts(report),
        ...(error ? ending(report.changes, error) : []),
        ...list(`Deployment: ${report.deployment?.verdict ?? ''}`, (0,_headline_js__WEBPACK_IMPORTED_MODULE_4__/* .deploymentReasons */ .T)(report)),
        ...list('Problems', (error?.problems ?? []).map(({ message, fix }) => `${message} ${fix}`)),
        ...recovery(report),
        ...(0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_3__/* .groupNotes */ .t)((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_3__/* .notesOf */ .h)(report)).flatMap(({ title, notes }) => list(title, notes.map(({ message, fix }) => `${message} ${fix}`))),
        ...steps(report),
        ...phases(report),
        ...list('Warnings', (0,_other_warnings_js__WEBPACK_IMPORTED_MODULE_5__/* .otherWarnings */ .E)(report).map(({ message, fix }) => `${message} ${fix}`)),
        ...(findings.length > 0 ? ['', '### Findings', '', ...findings.flatMap(finding)] : []),
        ...packages(report),
        ...list('Backup', (0,_describe_backup_js__WEBPACK_IMPORTED_MODULE_6__/* .describeBackup */ ._)(report.backup)),
        ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)('Details', error?.details ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeBlock */ .DV)(error.details, 80) : []),
        ''
    ].join('\n');
}
function ending(changes, { next }) {
    return [...(0,_describe_effects_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOfEffects */ .f)(changes), ['Next', next]].flatMap(([title, text]) => [
        '',
        `**${title}:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(text)}`
    ]);
}
function mark({ error, plan, backup }) {
    if (error)
        return '❌';
    const lacking = backup?.state === 'failed' || backup?.state === 'inconsistent';
    return plan?.heldBack || lacking ? '⚠️' : '✅';
}
function facts({ plan, environment, commit, verification, seconds }) {
    const parts = [
        plan && `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(plan.fromVersion)} → ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(plan.toVersion)}`,
        verification?.installedVersion && `${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(verification.installedVersion)} runs`,
        environment && `environment ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(environment)}`,
        commit && `commit ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(commit.slice(0, 12))}`,
        (0,_seconds_js__WEBPACK_IMPORTED_MODULE_7__/* .renderSeconds */ .e)(seconds)
    ];
    return ['', parts.filter(Boolean).join(' · ')];
}
function recovery({ recovery: made }) {
    if (!made)
        return [];
    const commands = made.dataCommands.length > 0 ? ['', ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeBlock */ .DV)(made.dataCommands.join('\n'), listed)] : [];
    return ['', '### Recovery', '', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)((0,_describe_recovery_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRecovery */ .x)(made)), ...commands];
}
function steps({ steps: rows }) {
    const marks = { done: '✅', skipped: '➖', failed: '❌' };
    const lines = rows.map(({ step, outcome, seconds, note }) => `| ${marks[outcome]} ${step} | ${outcome === 'skipped' ? '' : (0,_seconds_js__WEBPACK_IMPORTED_MODULE_7__/* .renderSeconds */ .e)(seconds)} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(note)} |`);
    return lines.length > 0 ? ['', '| step | time | |', '|---|---|---|', ...lines] : [];
}
function phases({ deployment }) {
    const told = (0,_describe_phases_js__WEBPACK_IMPORTED_MODULE_8__/* .describePhases */ .e)(deployment);
    return told === '' ? [] : ['', `Deployment: ${told}`];
}
/** One finding with the log that shows it; what that says is folded. */
function finding({ title, meaning, next, source, phase, certainty, evidence, modules }, index) {
    const place = [source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ');
    const line = `${index + 1}. **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(title)}** (${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(place)}) ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(meaning)} **Next:** ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(next)}`;
    const code = ['', ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .codeBlock */ .DV)(evidence, 20), ''];
    const folded = ['', `<details><summary>${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .html */ .qy)(source)}</summary>`, ...code, '</details>', ''];
    const lines = [...outdated(modules ?? []), ...(evidence.trim() === '' ? [] : folded)];
    return [line, ...lines.map((text) => (text === '' ? '' : `    ${text}`))];
}
/** The modules whose database is behind or ahead, as a table. */
function outdated(modules) {
    if (modules.length === 0)
        return [];
    const rows = modules.map(({ module, kind, current, required }) => [module, kind, current, required].map((text) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(text)).join(' | '));
    return ['', '| module | | database | code |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`), ''];
}
function packages({ plan }) {
    if (!plan?.changed)
        return [];
    const groups = (0,_package_changes_js__WEBPACK_IMPORTED_MODULE_9__/* .groupChanges */ .t)(plan).flatMap(({ words, changes }) => [
        `**${changes.length} ${words}**`,
        '',
        '| package | from | to |',
        '|---|---|---|',
        ...changes.map(({ name, from, to, thirdParty }) => `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(name)}${thirdParty ? ' (extension)' : ''} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(from ?? '')} | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(to ?? '')} |`),
        ''
    ]);
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(`Packages: ${(0,_package_changes_js__WEBPACK_IMPORTED_MODULE_9__/* .countChanges */ .x)(plan)}`, groups);
}
/** The first lines are seen, more are folded, and what is beyond all measure is left to the report. */
function list(title, lines) {
    if (lines.length === 0)
        return [];
    const items = lines.slice(0, visible + listed).map((line) => `- ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .inline */ .mG)(line)}`);
    const rest = lines.length - items.length;
    const more = [...items.slice(visible), ...(rest > 0 ? [`- ${rest} more in the report`] : [])];
    return ['', `### ${title}`, '', ...items.slice(0, visible), ...(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(`${lines.length - visible} more`, more)];
}


/***/ }),

/***/ 5349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ renderText)
/* harmony export */ });
/* harmony import */ var _describe_effects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4174);
/* harmony import */ var _describe_backup_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7115);
/* harmony import */ var _describe_recovery_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3254);
/* harmony import */ var _describe_phases_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8761);
/* harmony import */ var _plan_notes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8330);
/* harmony import */ var _package_changes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4317);
/* harmony import */ var _headline_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1465);
/* harmony import */ var _other_warnings_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6425);
/* harmony import */ var _seconds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8756);
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2698);










/** A report as plain text for the terminal: verdict first, then what explains it, what to do next last. */
function renderText(report) {
    const { error, plan, backup, recovery } = report;
    const phases = (0,_describe_phases_js__WEBPACK_IMPORTED_MODULE_4__/* .describePhases */ .e)(report.deployment);
    const lines = [
        (0,_headline_js__WEBPACK_IMPORTED_MODULE_5__/* .headline */ .P)(report),
        ...steps(report),
        ...section('Phases of the deployment', phases === '' ? [] : [phases]),
        ...section('Packages', plan?.changed ? [(0,_package_changes_js__WEBPACK_IMPORTED_MODULE_6__/* .countChanges */ .x)(plan)] : []),
        ...(0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .groupNotes */ .t)((0,_plan_notes_js__WEBPACK_IMPORTED_MODULE_2__/* .notesOf */ .h)(report)).flatMap(({ title, notes }) => section(title, shortened(notes.map(thisRun)))),
        ...section('Backup', (0,_describe_backup_js__WEBPACK_IMPORTED_MODULE_7__/* .describeBackup */ ._)(backup)),
        ...section('Warnings', (0,_other_warnings_js__WEBPACK_IMPORTED_MODULE_8__/* .otherWarnings */ .E)(report).map(thisRun)),
        ...section(`Deployment: ${report.deployment?.verdict ?? ''}`, (0,_headline_js__WEBPACK_IMPORTED_MODULE_5__/* .deploymentReasons */ .T)(report)),
        ...section('Findings, the likeliest cause first', report.findings.flatMap(finding)),
        ...section('Problems', errorsFirst(error?.problems ?? []).map((problem) => `${problem.severity}: ${thisRun(problem)}`)),
        ...section('Details', error?.details ? error.details.split('\n').slice(0, 40) : []),
        ...section('Recovery', recovery ? [(0,_describe_recovery_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRecovery */ .x)(recovery), ...recovery.dataCommands] : []),
        ...(error
            ? [
                '',
                ...(0,_describe_effects_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOfEffects */ .f)(report.changes).map(([title, text]) => `${title}: ${text}`),
                `Next: ${error.next}`,
                `Code: ${error.code} (exit ${error.exitCode})`
            ]
            : [])
    ];
    return `${(0,_visible_text_js__WEBPACK_IMPORTED_MODULE_3__/* .visibleText */ .Q)(lines.join('\n'))}\n`;
}
function errorsFirst(problems) {
    return problems.toSorted((a, b) => a.severity.localeCompare(b.severity));
}
const most = 20;
function shortened(lines) {
    return lines.length > most ? [...lines.slice(0, most), `${lines.length - most} more in the report (--json)`] : lines;
}
function thisRun({ message, fix }) {
    return `${message} ${fix}`;
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
    return section('Steps', list.map(({ step, outcome, seconds, note }) => `${marks[outcome]} ${step.padEnd(9)} ${(outcome === 'skipped' ? '' : (0,_seconds_js__WEBPACK_IMPORTED_MODULE_9__/* .renderSeconds */ .e)(seconds)).padStart(8)}  ${inShort(note, outcome)}`));
}
// A failure is told in full above and below.
function inShort(note, outcome) {
    const line = note.split('\n')[0] ?? '';
    return outcome === 'failed' ? (/^.*?\.(?= |$)/.exec(line)?.[0] ?? line) : line;
}
function section(title, lines) {
    return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}


/***/ }),

/***/ 4298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ withEnvironmentAccess)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/cloud-session.js + 30 modules
var cloud_session = __webpack_require__(9461);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/ssh-hosts.js
/** The logins of a list such as `1.ent-p-x@ssh.us-5.magento.cloud, 2.ent-p-x@…`, each once, and what in it is none. */
function parseSshHosts(list) {
    const words = [...new Set(list.split(/[\s,]+/).filter((word) => word !== ''))];
    const isLogin = (word) => /^\w[\w.+-]*@\w[\w.-]*$/.test(word);
    return { hosts: words.filter(isLogin), wrong: words.filter((word) => !isLogin(word)) };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/missing-access.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/environment-access.js




/**
 * Runs `task` with what was given to reach the environment: a token, or an SSH key and the logins. Throws UpgradeError
 * `bad-input` that names everything missing at once, `missing` included.
 */
function withEnvironmentAccess(thisRun, missing, task) {
    const { options } = thisRun;
    const given = accessOf(options);
    const problems = [...missingAccess(given), ...missing];
    if (problems.length > 0) {
        throw new errors/* UpgradeError */.f('bad-input', {
            message: problems.map(({ message }) => message).join(' '),
            next: problems.map(({ fix }) => fix).join(' '),
            problems
        });
    }
    const { hosts } = parseSshHosts(options.sshHosts);
    return (0,cloud_session/* withCloudSession */.Y)(thisRun, options.environment, (platform) => task({
        cloud: hasApi(given) ? platform.cloud : null,
        application: platform.application,
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
        hostKeys: `${options.knownHosts}${options.knownHostsFile}`.trim() !== '' || options.sshHostKey === 'accept-new'
    };
}


/***/ })

};
