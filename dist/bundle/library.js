export const id = 920;
export const ids = [920];
export const modules = {

/***/ 7344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listBackups: () => (/* binding */ listBackups),
  pruneBackups: () => (/* binding */ pruneBackups),
  readIdentity: () => (/* binding */ readIdentity),
  verifyBackup: () => (/* binding */ verifyBackup)
});

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

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/check-backup.js + 1 modules
var check_backup = __webpack_require__(6791);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/find-backups.js
var find_backups = __webpack_require__(8022);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/manifest.js
var manifest = __webpack_require__(9718);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/retention.js

/**
 * Decides which backups to keep. Rules apply to each environment separately. The newest proven backup of an environment
 * is always kept, and without a rule everything is.
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
            if (index < (keep ?? 0) || young || backup === proven)
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

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-note.js
var restore_note = __webpack_require__(2011);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/find-damage.js
var find_damage = __webpack_require__(1916);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/remove-old-backups.js





/**
 * Removes the backups that retention does not keep: only the files that a manifest names, the manifest itself last, and
 * the folder if it is then empty. A manifest only counts if its files exist, and nothing is removed before the newest
 * proven backup of the environment has been read and its checksums are right. With `dryRun`, nothing is removed.
 */
async function removeOldBackups(tools, directory, { retention, now, dryRun }) {
    const damaged = [];
    let whole = [];
    const unreadable = [];
    for (const backup of await (0,find_backups/* findBackups */.T)(tools.files, directory, (reason) => unreadable.push(reason)))
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
/** Folders of backups that an unfinished restore needs to finish or to go back. */
async function neededByRestores(files, directory) {
    const parent = files.resolve(directory);
    const notes = await (0,restore_note/* findUnfinishedRestores */.eK)(files, parent);
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
// The reader of manifests has checked that these are plain names.
async function removeBackup({ files, ledger }, { folder, manifest: { dumps, media } }) {
    const removed = ledger.intend('removed-backup', `the backup ${folder} was removed`);
    const dumpNames = dumps.flatMap(({ file }) => (file === null ? [] : [file]));
    const mediaNames = media === null ? [] : [media.folder, media.checksums];
    for (const name of [...dumpNames, ...mediaNames, manifest/* manifestName */.vS])
        await files.remove(files.join(folder, name));
    await files.removeIfEmpty(folder);
    removed.done();
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-file.js + 2 modules
var dump_file = __webpack_require__(4523);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/backups.js







/** The backups in a folder. Throws UpgradeError `bad-input` where there is no such folder. */
async function listBackups({ directory }) {
    const unreadable = [];
    const backups = await (0,find_backups/* findBackups */.T)(files/* files */.a, directory, (reason) => unreadable.push(reason));
    return { backups, unreadable, unfinishedRestores: await (0,restore_note/* findUnfinishedRestores */.eK)(files/* files */.a, files/* files */.a.resolve(directory)) };
}
/**
 * Reads a backup on this machine again, offline: every checksum and every proof that the stream holds. Returns what
 * was checked. Throws UpgradeError `bad-input` where there is no backup, `backup-unproven` with every difference.
 */
async function verifyBackup({ path, identityFile = '' }) {
    return (0,check_backup/* checkBackup */.x)({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q }, path, await readIdentity(identityFile));
}
/**
 * Removes the backups that neither rule of retention keeps, all rules left out meaning that everything stays; the newest
 * proven one of an environment always stays, and counts as proven only where its files are there with their checksums.
 * Throws UpgradeError `bad-input` where there is no such folder.
 */
function pruneBackups({ directory, keep = null, days = null, dryRun = false }) {
    return withLedger((ledger) => removeOldBackups({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q, ledger }, directory, {
        retention: { keep, days },
        now: new Date(),
        dryRun
    }));
}
/** Text of an identity file, or null where none was named. */
async function readIdentity(path) {
    return path === '' ? null : ((await files/* files */.a.read(files/* files */.a.resolve(path))) ?? null);
}


/***/ }),

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
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/follow-deployment.js + 19 modules
var follow_deployment = __webpack_require__(3738);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/read-project-facts.js
var read_project_facts = __webpack_require__(5692);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/error-report.js
var error_report = __webpack_require__(6300);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/cloud-error-log.js
var cloud_error_log = __webpack_require__(1369);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/tell-kind.js


/** A text as evidence; its kind is recognised from its content, whatever its name. */
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
var explain_failure = __webpack_require__(3342);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/unread-finding.js
var unread_finding = __webpack_require__(5116);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/diagnose-texts.js




const mostBytes = 20 * 1024 * 1024;
const mostFiles = 1000;
/**
 * Explains downloaded texts: `paths` are files, folders and `-` for standard input. Reads nothing else and makes no
 * requests. Throws UpgradeError `bad-input`, which names every path without a file.
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
            unread.push(`${name} is not a text file, or cannot be read.`);
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
    // The path itself may be a link; its contents are untrusted.
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
        fix: 'Name existing files or folders, or - for stdin.'
    }));
    return new errors/* UpgradeError */.fy('bad-input', {
        message: problems.map(({ message }) => message).join(' '),
        next: 'Name existing files or folders, or - for stdin: magento-cloud-upgrade diagnose --from PATH…',
        problems
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/run.js + 3 modules
var run = __webpack_require__(2736);
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

// EXTERNAL MODULE: ./.tmp/compiled/src/run/environment-access.js + 1 modules
var environment_access = __webpack_require__(4350);
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
        if (!(error instanceof errors/* UpgradeError */.fy) || error.code !== 'retry-later')
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

/***/ 5272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restore: () => (/* binding */ restore)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/run/normalize-options.js
var normalize_options = __webpack_require__(8268);
// EXTERNAL MODULE: ./.tmp/compiled/src/options.js
var src_options = __webpack_require__(32);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/back-up-database.js + 18 modules
var back_up_database = __webpack_require__(4265);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/check-backup.js + 1 modules
var check_backup = __webpack_require__(6791);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/restore-marker.js
var restore_marker = __webpack_require__(1834);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/reuse/is-reusable.js
var is_reusable = __webpack_require__(2784);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/expect-restorable.js



/** Reasons in a database's state against loading a dump into it. */
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
            message: `The dump of ${relationship} has a statement of ${bytes} bytes${table === null ? '' : `, rows of ${table}`}, but the server accepts at most ${maxPacket} (max_allowed_packet).`,
            fix: 'Raise max_allowed_packet of the server: in .magento/services.yaml (configuration.properties.max_allowed_packet, in MB), or through support on dedicated nodes.'
        }
    ];
}
// SQL text is longer than most rows on disk, but keys are added: less than half its size is never enough.
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
            message: `The disk of the database has ${said(freeBytes)} free, but the tables of ${relationship} need at least ${said(needed)} more than the present ones.`,
            fix: 'Enlarge the disk of the database service, then run the same command again.'
        }
    ];
}
function isBusy(relationship) {
    return {
        id: 'restore-busy',
        severity: 'error',
        message: `Another restore is replacing the database of ${relationship} right now.`,
        fix: 'Wait until it has ended, then run the same command again.'
    };
}
function isHalf(relationship) {
    return {
        id: 'restore-half',
        severity: 'error',
        message: `The dump of ${relationship} was made during a restore, so it is incomplete.`,
        fix: 'Restore another backup; magento-cloud-upgrade backup list shows them.'
    };
}
/** Throws UpgradeError `preflight-failed` with all problems at once, if there are any. */
function expectNoProblems(problems) {
    if (problems.length === 0)
        return;
    throw new errors/* UpgradeError */.fy('preflight-failed', {
        message: problems
            .map(({ message }) => message)
            .slice(0, 20)
            .join(' '),
        next: [...new Set(problems.map(({ fix }) => fix))].join(' '),
        problems
    });
}
/** Throws UpgradeError `bad-input` if a backup of one application would be loaded into the database of another. */
function expectSameApplication(backedUp, target) {
    if (!(0,is_reusable/* areDifferent */.k)(backedUp, target))
        return;
    throw new errors/* UpgradeError */.fy('bad-input', {
        message: `The backup is of the application ${backedUp ?? ''}, but would be loaded into ${target ?? ''}.`,
        next: `To restore ${backedUp ?? ''}, set app: ${backedUp ?? ''}. If it is the same application under another name, leave app empty and run this in a folder without .magento.app.yaml.`
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
        throw error instanceof errors/* UpgradeError */.fy ? withoutWayBack(error) : error;
    });
}
function withoutWayBack(error) {
    return new errors/* UpgradeError */.fy(error.code, {
        message: `What the database holds now could not be backed up first. ${error.message}`,
        next: `${error.next} Or add --no-way-back where what is there now is worth nothing: no command brings it back then.`,
        problems: error.problems
    });
}
/** Says where the way back lies. */
function tellWayBack(logger, { location, state }) {
    logger.info(`What the database holds now was backed up first (${state}): ${location ?? ''}`);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/marker-script.js
var marker_script = __webpack_require__(3866);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/remote-shell.js
var remote_shell = __webpack_require__(3871);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/session-script.js
/**
 * First statements of a session that loads a dump. Strict modes are off: everything in a dump was in a database before,
 * whatever modes it was created under.
 */
const sessionSettings = [
    'SET NAMES utf8mb4',
    'SET SESSION autocommit = 1, wait_timeout = 28800, net_read_timeout = 3600',
    "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO', foreign_key_checks = 0, unique_checks = 0",
    '/*M!100201 SET SESSION innodb_strict_mode = OFF, check_constraint_checks = 0 */'
];
/** Name of the lock that a session holds while it replaces a database; it is released with the session. */
const lockName = "CONCAT('magento-cloud-upgrade ', MD5(DATABASE()))";
/** SQL that quotes a column with names, and by default ends the statement. */
function quotedName(column, end = "';'") {
    return `CHAR(96), REPLACE(${column}, CHAR(96), REPEAT(CHAR(96), 2)), CHAR(96), ${end}`;
}
/** Names for an IN of SQL; hexadecimal needs no quoting, in SQL or in a shell. */
function hexList(names) {
    return names.map((name) => `'${Buffer.from(name.toLowerCase()).toString('hex').toUpperCase()}'`).join(', ');
}
/**
 * bash: `first` prints the start of a session that replaces a database, with `statements` after the lock; `load` runs
 * its input in one session; `expect_loaded` fails with the error of the pipe before it. Of the client's errors only
 * code, state and line are printed, never the rows in them.
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
/**
 * bash: writes the DROP statements for events, tables or views, and routines into events.txt, drops.txt and
 * routines.txt.
 */
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
/**
 * bash: writes the DROP statement for each table that a restore created for itself, except the marker, into beside.txt.
 */
const besideList = `ask beside "SELECT CONCAT('DROP TABLE IF EXISTS ', ${quotedName('TABLE_NAME')}) FROM ${tables} AND TABLE_NAME REGEXP '${restore_marker/* besideTables */.EW}'"
`;
/** bash: writes each table to be replaced into olds.txt, as the part of a RENAME TABLE that gives it a number. */
function oldTables({ keptTables }, numbered) {
    return `ask olds "SELECT CONCAT(', ', ${quotedName('TABLE_NAME', `' TO ${numbered}'`)}, @n := @n + 1) FROM (SELECT @n := 0) zero JOIN ${tables}
  AND TABLE_TYPE <> 'VIEW' AND TABLE_NAME NOT REGEXP '${restore_marker/* besideTables */.EW}' AND HEX(LOWER(TABLE_NAME)) NOT IN (${hexList([restore_marker/* markerTable */.Vc, ...keptTables])})"
`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/look-script.js





// A plugin of MariaDB that shows the disks, but only to users with the right FILE; Available is in KiB.
const disks = `if run_sql disks "SELECT Available FROM information_schema.DISKS WHERE LOCATE(Path, @@datadir) = 1 ORDER BY LENGTH(Path) DESC LIMIT 1"; then
  tell disk-kilobytes "$(cat "$work/disks.txt")"
fi
`;
/**
 * Reports the content of a database, the limits of its server, and the state of a restore there. First waits for a
 * session that is still replacing the database, so that the report is final.
 */
function lookScript(relationship, lockSeconds) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `${remote_shell/* prelude */.e}tell database "$database"
ask lock "SELECT IF(GET_LOCK(${lockName}, ${lockSeconds}) = 1, RELEASE_LOCK(${lockName}), 0)"
tell free-lock "$(cat "$work/lock.txt")"
objects objects
programs
${marker_script/* tellMarker */.I}collation
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
/**
 * Removes everything that a restore created for itself, the marker last: after a restore that is over, or that has
 * changed nothing yet.
 */
function cleanScript(relationship) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `${remote_shell/* prelude */.e}${besideList}${sessionScript([])}
{ first; cat "$work/beside.txt"; echo "DROP TABLE IF EXISTS ${restore_marker/* markerTable */.Vc};"; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`);
}
/**
 * Runs the statements on stdin, one per line, each even if earlier ones failed. Reports errors as code, state and line,
 * never a row.
 */
function probeScript(relationship) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_shell/* prelude */.e}clean() { run_sql drop "DROP TABLE IF EXISTS ${restore_marker/* probeName */.Ao}_child, ${restore_marker/* probeName */.Ao}"; }
# Without this right, what is tried could not be removed again.
if ! clean; then
  tell clean yes
  tell error "$(grep -oE 'ERROR [0-9]+ [(][0-9A-Z]+[)]' "$work/query.txt" | head -1) at line 0"
  tell 'done' yes
  exit 0
fi
tell begun yes
"$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --binary-mode --max-allowed-packet=1G --force "$database" <&6 >/dev/null 2>"$work/probe.txt"
status=$?
clean && tell clean yes
[ "$status" -lt 126 ] || fail "the client ended with $status"
grep -oE '^ERROR [0-9]+ [(][0-9A-Z]+[)]( at line [0-9]+)?' "$work/probe.txt" | head -200 | sed "s/^/error\\t/"
tell 'done' yes
`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/unmark.js


/** Removes the marker and the leftovers of a restore that is over; false if that failed. */
async function unmark({ ssh }, { host }, relationship) {
    const { exitCode } = await ssh.script(host, cleanScript(relationship), { timeoutSeconds: 600 });
    return exitCode === 0;
}
/** The same for the leftovers of another restore, which changes the database; false if that failed. */
async function removeLeftovers({ ssh, ledger }, place, relationship) {
    const effect = ledger.intend('database', `leftovers of a restore in the database of ${relationship} were removed`);
    const isRemoved = await unmark({ ssh }, place, relationship);
    if (isRemoved)
        effect.done();
    else
        effect.unknown();
    return isRemoved;
}
/** The warning that it still exists. */
function stillMarked(relationship) {
    return {
        id: 'restore-marker',
        severity: 'warning',
        message: `The database of ${relationship} is restored, but the table ${restore_marker/* markerTable */.Vc} could not be dropped; no backup is made as long as it exists.`,
        fix: `Drop it: DROP TABLE ${restore_marker/* markerTable */.Vc}`
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/keep-way-back.js


/** Name of the folder, next to the backup, for a backup of the present content; null if that content is worthless. */
async function keepWayBack(tools, input) {
    const { parent, replacements, earlier, target } = input;
    const markers = replacements.flatMap(({ looked: { marker } }) => (marker === null ? [] : [marker]));
    const half = markers.find(({ state }) => state !== 'finished');
    if (half !== undefined) {
        // A kill right after a new note was written leaves the marker of the previous restore.
        const note = earlier.find((each) => each.note.id === half.id) ?? earlier.at(-1);
        const kept = note?.note.wayBack ?? null;
        tools.logger.warn(`An earlier restore into the database has not ended, so its present content is not backed up. ${kept === null ? 'It is not known here where its previous content is: look next to the backup that was being restored.' : `Its previous content is in ${tools.files.join(parent, kept)}.`}`);
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

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-note.js
var restore_note = __webpack_require__(2011);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/leave-note.js

/**
 * From here on, a killed run leaves the commands to finish and to go back; they are printed before anything is dropped.
 */
async function leaveNote({ files, dumpFiles, logger, ledger }, input) {
    const { backup, parent, wayBack, target } = input;
    const unfinished = await (0,restore_note/* writeRestoreNote */.uJ)({ files, dumpFiles }, parent, {
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
    logger.warn('The database is being replaced. If this is stopped or killed, run one of these two commands.');
    // Commands must be copied verbatim, so they are not logged as warnings, which are reworded on the way to a terminal.
    logger.info(`To finish: ${unfinished.finish}`);
    logger.info(`To go back: ${unfinished.goBack ?? 'no command, because the previous content was not backed up'}`);
    return unfinished;
}
/** Removes the note of a restore that is over or was replaced by another one. */
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

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/remote-answer.js
var remote_answer = __webpack_require__(7452);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/failure.js
var ssh_failure = __webpack_require__(233);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/marker-sql.js

/** A marker as read from the database. */
const markerForm = /^(beside|swapped|begun|emptied|finished) ([0-9a-f-]{36})$/;
/** SQL that makes a table for a marker. */
function createMarker(table) {
    return `CREATE TABLE IF NOT EXISTS ${table} (id CHAR(36) NOT NULL PRIMARY KEY, state VARCHAR(16) NOT NULL, began TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP) ENGINE=InnoDB`;
}
/** SQL that marks a database, whether or not it has a marker. Throws TypeError for an invalid id. */
function mark(id, state) {
    return [
        createMarker(restore_marker/* markerTable */.Vc),
        `REPLACE INTO ${restore_marker/* markerTable */.Vc} (id, state) SELECT '${idOf(id)}', '${state}' FROM (SELECT 1) one WHERE NOT EXISTS (SELECT 1 FROM ${restore_marker/* markerTable */.Vc})`,
        `UPDATE ${restore_marker/* markerTable */.Vc} SET id = '${idOf(id)}', state = '${state}'`
    ];
}
/** The id of a restore. Throws TypeError for any other text. */
function idOf(id) {
    if (!/^[0-9a-f-]{36}$/.test(id))
        throw new TypeError('not an id of a restore');
    return id;
}
/** SQL after the dump, in the same session: from then on the database has the backup. */
const loadedSql = `\nUNLOCK TABLES;\nUPDATE ${restore_marker/* markerTable */.Vc} SET state = 'finished';\nCOMMIT;\n`;

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/look-at-database.js






/**
 * Queries the present content of a database. Waits up to `lockSeconds` for a session that is replacing it. Throws
 * UpgradeError `preflight-failed` if it cannot be queried, and `bad-secret` if the login is refused.
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
    return new errors/* UpgradeError */.fy(code, {
        message: `The content of the database cannot be queried: ${told ?? failure ?? `the script ended with exit code ${exitCode ?? '?'}`}.`,
        next: failureKind === null ? 'Fix the problem above, then run again.' : (0,ssh_failure/* sshFailureFix */.kL)(failureKind, host)
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

/** Statements that need every right that this dump's load needs, and leave nothing behind. */
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
/** A new collation of the database, if it differs: sets the present one again and tries the new one on a table. */
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
 * Does on the server, with a table that is removed at once, what a load will do: the settings, every right that it
 * needs, and each table of the dump. The content of the database does not change.
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
    // A script that gives up before it is begun tells why.
    const isUnbegun = answer.one('failure') !== null && answer.one('begun') === null;
    if (answer.one('clean') !== null || isUnbegun)
        left.undone();
    else
        left.unknown();
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
/** One line each, so that the client's line number identifies the statement. A failed read ends the lines. */
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
        message: `It was not possible to try whether the dump of ${relationship} can be loaded there: ${why}.`,
        fix: 'Fix the problem above, then run the same command again.'
    };
}
const lacksRight = new Set(['1044', '1142', '1227', '1370']);
const meanings = {
    1044: 'the database user lacks the right',
    1115: 'it does not know the character set',
    1118: 'its rows are too long for this server',
    1142: 'the database user lacks the right',
    1227: 'the database user lacks the right',
    1273: 'it does not know the collation',
    1286: 'it does not have the engine',
    1370: 'the database user lacks the right',
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
            ? 'Have log_bin_trust_function_creators enabled, or SUPER granted: on Adobe Commerce Cloud, by support.'
            : lacksRight.has(code)
                ? 'Grant the right to the database user, or ask support for it.'
                : 'Restore into a server of the version that the backup was made on, or ask support.'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/prepare-restore.js





/**
 * Inspects every database and tries what a load will do there. Throws UpgradeError `preflight-failed` with all problems
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
/** State of a database after the tables that a killed restore had loaded were removed, because they fill the disk. */
async function lookAfterCleaning(tools, { host, lockSeconds }, relationship) {
    const looked = await lookAtDatabase({ ...tools, host }, relationship, lockSeconds);
    const isWhole = looked.marker === null || ['beside', 'finished'].includes(looked.marker.state);
    if (looked.busy || !isWhole || (!looked.leftovers && looked.marker?.state !== 'beside'))
        return looked;
    if (!(await removeLeftovers(tools, { host }, relationship)))
        throw unremoved(relationship);
    tools.logger.info(`Tables that a killed restore had loaded into the database of ${relationship} were removed.`);
    return {
        ...(await lookAtDatabase({ ...tools, host }, relationship, lockSeconds)),
        interrupted: looked.marker?.id ?? null
    };
}
function unremoved(relationship) {
    return new errors/* UpgradeError */.fy('preflight-failed', {
        message: `A killed restore has left tables in the database of ${relationship} (magento_cloud_upgrade_…), and they could not be removed.`,
        next: 'Run the same command again, or drop these tables by hand.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/choose-way.js
// Rows with their keys and the server's log of the load take up to about three times the size of the SQL.
const timesOfData = 3;
/**
 * Why a dump cannot be loaded next to the present tables, in words that continue "because"; null if it can. `replaced`
 * are all databases to replace: they may share one disk.
 */
function whyNotBeside(one, replaced) {
    return ofServer(one.looked) ?? ofDisk(one.looked, replaced) ?? ofTables(one);
}
function ofServer({ marker, version }) {
    if (marker !== null && marker.state !== 'finished')
        return 'an earlier restore into it has not ended';
    const [, major = '0', minor = '0'] = /^(\d+)\.(\d+)\..*MariaDB/.exec(version ?? '') ?? [];
    return Number(major) * 100 + Number(minor) >= 1006
        ? null
        : `its server (${version ?? 'of an unknown version'}) is not MariaDB 10.6 or later`;
}
function ofDisk({ freeBytes }, replaced) {
    if (freeBytes === null)
        return 'the free disk space of the database is not known';
    const needed = replaced
        .map(({ dump, looked }) => timesOfData * Math.max(dump.sqlBytes, looked.heldBytes ?? 0))
        .reduce((sum, bytes) => sum + bytes, 0);
    const said = (bytes) => `${Math.ceil(bytes / 2 ** 20)} MB`;
    return freeBytes >= needed ? null : `its disk has ${said(freeBytes)} free, and both need ${said(needed)}`;
}
function ofTables({ dump, looked, movable }) {
    const fixed = dump.tables.find((name) => !movable.has(name));
    if (fixed !== undefined)
        return `${fixed} is not a plain table`;
    const view = looked.views.find((name) => dump.tables.includes(name));
    if (view !== undefined)
        return `${view} is a view there but a table in the backup`;
    const kept = new Set(dump.excluded);
    const child = looked.children.other ? 'of another database' : looked.children.own.find((name) => kept.has(name));
    return child === undefined ? null : `a table that stays (${child}) has a foreign key to it`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/load-script.js





/** SQL that sets the default collation of the database. Throws TypeError for an invalid name. */
function changeCollation(collation) {
    if (collation === null)
        return [];
    if (!/^\w+$/.test(collation))
        throw new TypeError('not a valid collation name');
    return [`ALTER DATABASE COLLATE ${collation}`];
}
/** SQL that bounds the waiting for tables that others hold. Throws TypeError for what is no number of seconds. */
function boundLocks(seconds) {
    if (!Number.isSafeInteger(seconds) || seconds < 0)
        throw new TypeError('no number of seconds');
    return `SET SESSION lock_wait_timeout = ${seconds}`;
}
/** SQL that ends it: loading takes as long as it takes. */
const unboundLocks = 'SET SESSION lock_wait_timeout = DEFAULT';
// Asked for all tables at once, in a session of its own: none is dropped while another one is held. A table that is
// broken cannot be locked, but dropped.
const expectNoneHeld = (seconds) => `ask held "SELECT CONCAT(', ', ${quotedName('TABLE_NAME', "' WRITE'")}) FROM information_schema.TABLES
  WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE <> 'VIEW'"
if [ -s "$work/held.txt" ]; then
  { echo '${boundLocks(seconds)}; LOCK TABLES'; sed '1s/^, //' "$work/held.txt"; echo '; UNLOCK TABLES;'; } | load
  case $(why) in 'ERROR 1205 '*) fail "nothing was dropped: $(why)" ;; esac
fi
`;
/**
 * Replaces the content of a relationship's database with the compressed dump on stdin, in one session: a lock, a marker
 * with the progress, the drops, the dump. Throws TypeError for an invalid id or collation.
 */
function loadScript({ relationship, id, collation, lockSeconds, ...kept }) {
    const begin = [boundLocks(lockSeconds), ...mark(id, 'begun'), ...changeCollation(collation)];
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_shell/* prelude */.e}tell database "$database"
${dropLists(kept, 'all')}${sessionScript(begin)}${expectNoneHeld(lockSeconds)}
{ first; cat "$work/events.txt" "$work/drops.txt" "$work/routines.txt"; echo "UPDATE ${restore_marker/* markerTable */.Vc} SET state = 'emptied'; ${unboundLocks};"; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/beside-scripts.js






/** Loads the compressed SQL on stdin into tables next to the present ones. Throws TypeError for an invalid id. */
function besideScript({ relationship, id }) {
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_shell/* prelude */.e}tell database "$database"
${besideList}${sessionScript(mark(id, 'beside'))}
{ first; cat "$work/beside.txt"; gzip -dc <&6 2>/dev/null; } | load
expect_loaded "\${PIPESTATUS[@]}"
tell 'done' yes
`);
}
/** SQL before a dump that is loaded next to the present tables: its table names by number. */
function firstBeside(tables) {
    const rows = tables.map((name, index) => `(${index + 1}, CONVERT(X'${Buffer.from(name).toString('hex')}' USING utf8mb4))`);
    const columns = 'number INT NOT NULL PRIMARY KEY, name VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL';
    const inserts = rows.map((row) => `INSERT INTO ${restore_marker/* namesTable */.zF} VALUES ${row};\n`);
    return `CREATE TABLE ${restore_marker/* namesTable */.zF} (${columns}) ENGINE=InnoDB;\n${inserts.join('')}`;
}
/** SQL after it: the marker that is swapped in together with the tables. Throws TypeError for an invalid id. */
function lastBeside(id) {
    const row = `INSERT INTO ${restore_marker/* nextMarker */.Yg} (id, state) VALUES ('${idOf(id)}', 'swapped')`;
    return `\nUNLOCK TABLES;\n${createMarker(restore_marker/* nextMarker */.Yg)};\n${row};\nCOMMIT;\n`;
}
/**
 * Swaps in the tables that were loaded, in one statement together with the marker. Then the old tables are dropped, and
 * the compressed SQL on stdin creates the rest. If a session holds a table for longer than `lockSeconds`, the statement
 * fails and nothing has changed. Throws TypeError for an invalid id or collation.
 */
function swapScript({ relationship, id, collation, lockSeconds, ...kept }) {
    const still = `DO IF((SELECT CONCAT(state, ' ', id) FROM ${restore_marker/* markerTable */.Vc}) = 'beside ${idOf(id)}', 1, (SELECT 1 UNION SELECT 2))`;
    const begin = [boundLocks(lockSeconds), still];
    return (0,remote_shell/* forDatabase */.V)({ relationship, source: 'primary', exclude: [] }, `exec 6<&0 </dev/null
${remote_shell/* prelude */.e}tell database "$database"
${dropLists(kept, 'views')}${oldTables(kept, (0,restore_marker/* oldTable */.sA)(''))}
ask news "SELECT CONCAT(', ${(0,restore_marker/* newTable */.Nh)('')}', number, ' TO ', ${quotedName('name', "''")}) FROM ${restore_marker/* namesTable */.zF}"
${sessionScript(begin)}swap() {
  printf 'RENAME TABLE ${restore_marker/* markerTable */.Vc} TO ${(0,restore_marker/* oldTable */.sA)(0)}, ${restore_marker/* nextMarker */.Yg} TO ${restore_marker/* markerTable */.Vc}'
  cat "$work/olds.txt" "$work/news.txt"
  cat <<'SQL'
;
${unboundLocks};
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
    1114: 'the disk of the database is full, or a limit was reached',
    1205: 'a session of the shop held a table for too long: put the site into maintenance mode, stop cron and consumers, and end the sessions that SHOW PROCESSLIST still lists'
};
/**
 * Runs a script that loads the compressed SQL of `source`. Returns why it did not finish, in words and without data, or
 * null.
 */
async function feedDatabase({ ssh, host }, script, source) {
    const broken = { reading: null };
    // A stop right before the load throws; the database must still be queried for its content afterwards.
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
/** The server reports that its input ended; only this side knows why. */
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




/**
 * What a load leaves unchanged: tables that were excluded from the dump, and programs that its way of dumping leaves
 * out.
 */
function loadChoice({ dump }, looked, { id, lockSeconds }) {
    const { relationship, excluded, missingPrograms, collation } = dump;
    const other = collation !== undefined && looked.collation !== null && collation !== looked.collation;
    return {
        relationship,
        ...{ id, lockSeconds },
        keptTables: excluded,
        keptPrograms: missingPrograms,
        collation: other ? collation : null
    };
}
/**
 * Replaces a database with a dump that is read again and checked statement by statement. Returns why it did not finish,
 * in words and without data, or null.
 */
function loadDump(tools, { dump, path, identity }, choice) {
    const whole = tools.dumpFiles.loadable(path, identity, { sqlSha256: dump.sqlSha256, last: loadedSql });
    return feedDatabase(tools, loadScript(choice), whole);
}
/**
 * Loads the tables and rows of a dump next to the present ones, which stay unchanged. Returns like {@link loadDump};
 * `rest` gets what {@link swapIn} needs.
 */
function loadBeside(tools, { dump, path, identity }, { id, rest }) {
    const { relationship, tables, sqlSha256 } = dump;
    const between = { first: firstBeside(tables), last: lastBeside(id) };
    const parts = tools.dumpFiles.beside(path, identity, { sqlSha256, tables, rest, ...between });
    return feedDatabase(tools, besideScript({ relationship, id }), parts);
}
/** Swaps in the loaded tables in one statement, and creates the rest. Returns like {@link loadDump}. */
function swapIn(tools, rest, choice) {
    const sql = Buffer.concat([rest, Buffer.from(loadedSql)]);
    return feedDatabase(tools, swapScript(choice), tools.dumpFiles.compress(sql));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-ended.js

/**
 * The error of a restore that was stopped or failed: the content of the database, and the commands that complete it.
 */
function restoreEnded(ended) {
    const { signal, reason, replacement, untouched, now, unfinished, isWhole } = ended;
    const { dump, looked } = replacement;
    const stopped = signal.aborted ? (signal.reason === 'SIGTERM' ? 'terminated' : 'interrupted') : null;
    const code = stopped ?? 'backup-failed';
    const others = untouched
        .map(({ dump: { relationship } }) => ` The database of ${relationship} was not changed.`)
        .join('');
    const { finish, goBack } = unfinished;
    const back = isWhole
        ? 'There is nothing to go back from.'
        : goBack === null
            ? 'The previous content was not backed up.'
            : `To go back: ${goBack}`;
    return new errors/* UpgradeError */.fy(code, {
        tellsStop: stopped !== null,
        message: `${stopped === null ? `The restore of ${dump.relationship} failed: ${reason}.` : 'The restore was stopped.'} ${describeDatabase(dump, looked, now)}${others}`,
        next: `${stopped === null ? 'Fix the problem above. ' : ''}To finish: ${finish}\n${back}`
    });
}
/** The content of a database after a restore that did not end properly, in one sentence. */
function describeDatabase({ relationship, tables, views }, before, now) {
    const name = `The database of ${relationship}`;
    if (now === null)
        return `It is not known what the database of ${relationship} contains: it could not be queried.`;
    if (now.busy)
        return `${name} is still being replaced: a session on the server has not ended yet.`;
    if (now.marker === null)
        return `${name} was not changed.`;
    if (now.marker.state === 'beside')
        return `${name} was not changed; tables of the backup exist next to its own (magento_cloud_upgrade_new_…).`;
    if (now.marker.state === 'swapped')
        return `${name} has all tables of the backup with all of their rows, and nothing of its previous content; foreign keys, views, triggers, routines and events may be missing.`;
    if (now.marker.state === 'finished')
        return `${name} has the complete backup.`;
    const there = new Set(now.names);
    const count = (names) => `${names.filter((each) => there.has(each)).length} of the ${names.length} tables and views`;
    if (now.marker.state === 'begun')
        return `${name} has ${count(before.names)} of its previous content, and nothing of the backup.`;
    return `${name} has ${count([...tables, ...views])} of the backup, the last of them perhaps without all of its rows, and nothing of its previous content.`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/restore-effects.js
/** Records that a database is about to be replaced. */
function intendRestore(ledger, relationship) {
    return ledger.intend('database', `the database of ${relationship} was replaced with the backup`);
}
/** Sets the outcome from the present content of the database; null if it could not be queried. */
function settleRestore(ledger, relationship, now) {
    const replaced = intendRestore(ledger, relationship);
    if (now === null || now.busy)
        replaced.unknown();
    else if (now.marker?.state === 'finished')
        replaced.done();
    else {
        replaced.undone();
        const half = `a restore into the database of ${relationship} was started and not finished`;
        if (now.marker !== null)
            ledger.intend('database', half).done();
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore/warnings-of-restore.js
/** Differences between a database and the dump after a restore. */
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
            warn('restore-kept', `${some(kept)} in ${relationship}: not changed, because the backup was made without them.`, 'Check whether they fit the restored data.'),
        lacking.length > 0 &&
            warn('restore-incomplete', `${some(lacking)} in ${relationship}: neither in the backup, which was made without them, nor in the database.`, 'Create them, or restore a backup that has them.'),
        others.length > 0 &&
            warn('restore-programs-kept', `${some(others)} in ${relationship}: not in the backup, but still there${missingPrograms.length > 0 ? ', because magento-cloud db:dump leaves out routines and events' : ''}.`, 'Drop those that do not belong to the restored data.'),
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
 * Replaces the databases. If there is room, they are first loaded next to the present ones and swapped in when all are
 * complete. Returns warnings; throws like {@link restoreEnded}.
 */
async function replaceDatabases(tools, input) {
    const { replacements, unfinished, target } = input;
    const beside = await loadAllBeside(tools, input);
    const warnings = [];
    for (const [index, replacement] of replacements.entries()) {
        const { looked, dump } = replacement;
        const choice = loadChoice(replacement, looked, { id: unfinished.note.id, lockSeconds: target.lockSeconds });
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
/** What to create after the swap, by relationship, for each database that was loaded next to the present one. */
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
        tools.logger.info(`${relationship}: the new data is loaded next to the old, then replaces it in one statement.`);
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
/** The content of a database afterwards, even if the run was stopped; null if it cannot be queried. */
function lookThen({ again }, { host, lockSeconds }, relationship) {
    return again((ssh) => lookAtDatabase({ ssh, host }, relationship, lockSeconds)).catch(() => null);
}
/** The error, after the leftovers next to unchanged databases have been removed. */
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







/** Description of a restore for a person to confirm. */
function describeRestore({ manifest, dumps }, environment) {
    const lines = dumps.map(({ relationship, path }) => `  ${relationship}: every table is replaced with the one in ${path}`);
    const left = manifest.dumps.filter(({ excluded }) => excluded.length > 0);
    return [
        `Backup of ${manifest.environment}, made ${manifest.finishedAt}, ${manifest.state}.`,
        `Into the environment ${environment}:`,
        ...lines,
        ...left.map(({ relationship, excluded }) => `  ${relationship}: not changed: ${excluded.join(', ')}`),
        'Everything that was written there since (orders, customers) is lost. Code and media are not changed.'
    ].join('\n');
}
/**
 * Loads a verified backup into an environment. Everything that can fail is tried first, the present content is backed
 * up, and a note with the commands that finish or go back is left next to the backup until the end. Returns warnings.
 * Throws UpgradeError `bad-input` like {@link expectConfirmed}, `preflight-failed` before anything was dropped, and
 * after that `backup-failed`, `interrupted` or `terminated` with the content of the database.
 */
async function restoreBackup(tools, backup, target) {
    expectConfirmed(backup, target);
    const replacements = await prepareRestore(tools, backup, target);
    const parent = tools.files.join(backup.folder, '..');
    const earlier = (await (0,restore_note/* findUnfinishedRestores */.eK)(tools.files, parent)).filter(({ note }) => isSamePlace(note, target));
    if (isWayBackOfKilled(replacements, earlier, backup)) {
        tools.logger.info('The killed restore had not changed the database; nothing had to be loaded.');
        for (const { path } of earlier)
            await removeNote(tools, path);
        return [];
    }
    const wayBack = await keepWayBack(tools, { parent, replacements, earlier, target });
    const unfinished = await leaveNote(tools, { backup, parent, wayBack, target });
    for (const { path } of earlier)
        await removeNote(tools, path);
    const warnings = await replaceDatabases(tools, { replacements, unfinished, target });
    return [...warnings, ...(await finish(tools, { replacements, unfinished, target }))];
}
/** Whether this would restore content that is still there, and newer: a restore was killed before the swap. */
function isWayBackOfKilled(replacements, earlier, { folder }) {
    const ids = replacements.flatMap(({ looked }) => looked.interrupted ?? []);
    const [one] = earlier.filter(({ note }) => ids.includes(note.id));
    return one?.note.wayBack === folder.split('/').at(-1) && replacements.every(({ looked }) => looked.marker === null);
}
function isSamePlace(one, other) {
    return one.project === other.project && one.environment === other.environment && one.application === other.application;
}
/** The end: no marker in any database, no note next to the backup. */
async function finish(tools, { replacements, unfinished, target }) {
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
/** Throws UpgradeError `bad-input` if the typed name is not the environment's, or a dump cannot be read. */
function expectConfirmed(backup, target) {
    if (target.environment === '' || target.confirm !== target.environment)
        throw unconfirmed(backup, target);
    const unreadable = backup.dumps.filter(({ depth }) => depth === 'file');
    if (unreadable.length > 0)
        throw locked(unreadable.map(({ path }) => path));
}
function unconfirmed(backup, { environment, confirm }) {
    return new errors/* UpgradeError */.fy('bad-input', {
        message: `Confirm the restore with the name of the environment${confirm === '' ? '' : `; ${confirm} is not its name`}.\n${describeRestore(backup, environment)}`,
        next: `If this is what you want, add --confirm ${environment}.`
    });
}
function locked(paths) {
    return new errors/* UpgradeError */.fy('bad-input', {
        message: `${paths.join(', ')} is encrypted.`,
        next: 'Add --identity with the file that contains the age identity (AGE-SECRET-KEY-1…).'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/run.js + 3 modules
var run = __webpack_require__(2736);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-file.js + 2 modules
var dump_file = __webpack_require__(4523);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-store.js
var dump_store = __webpack_require__(9475);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/run-command.js + 3 modules
var run_command = __webpack_require__(4636);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/mariadb/scratch-server.js + 6 modules
var scratch_server = __webpack_require__(9430);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/environment-access.js + 1 modules
var environment_access = __webpack_require__(4350);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/backups.js + 3 modules
var backups = __webpack_require__(7344);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/restore.js















/**
 * Loads the databases of a backup into the environment of `options`, after the backup was read again. No upgrade ever
 * calls this. Comes back with a report, whose `error` says what went wrong.
 */
function restore(options, context = {}) {
    const { path, confirm, identityFile = '', wayBack = true, ...given } = options;
    return (0,run/* startRun */.A)('restore', given, context, async (thisRun) => {
        const identity = await (0,backups.readIdentity)(identityFile);
        const backup = await thisRun.stepTimer.step('backup', () => (0,check_backup/* checkBackup */.x)({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q }, path, identity), ({ dumps }) => `${dumps.length} ${dumps.length === 1 ? 'dump' : 'dumps'} verified again`);
        const { environment } = thisRun.options;
        thisRun.context.logger.info(describeRestore(backup, environment));
        const target = { environment, confirm, identity };
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
                wayBack,
                rehearsal: thisRun.options.rehearsal,
                lockSeconds: 60,
                flags: flagsOf(thisRun.options, identityFile)
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


/***/ }),

/***/ 4140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   verify: () => (/* binding */ verify)
/* harmony export */ });
/* harmony import */ var _upgrade_follow_deployment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3738);
/* harmony import */ var _project_composer_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7530);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2736);
/* harmony import */ var _tools_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9328);
/* harmony import */ var _run_environment_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4350);





/** Verifies an environment alone, for a job of its own: the report's `verification` has the verdict. */
function verify(options, context = {}) {
    return (0,_run_run_js__WEBPACK_IMPORTED_MODULE_2__/* .startRun */ .A)('verify', options, context, async (thisRun) => {
        const expected = await expectedVersion(thisRun.options);
        await (0,_run_environment_access_js__WEBPACK_IMPORTED_MODULE_4__/* .withEnvironmentAccess */ .I)(thisRun, expected === null ? [noVersion] : [], async (access) => {
            try {
                await (0,_upgrade_follow_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .verifyRunning */ .B1)(thisRun, access, expected ?? '');
                thisRun.facts.verdict = 'verified';
            }
            catch (error) {
                throw thisRun.facts.verification === null ? error : await (0,_upgrade_follow_deployment_js__WEBPACK_IMPORTED_MODULE_0__/* .explainedError */ .pk)(thisRun, access, { error });
            }
        });
    });
}
async function expectedVersion(options) {
    if (options.expectedVersion !== '')
        return options.expectedVersion;
    const lock = await _tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.read(_tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.join(_tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.resolve(options.workingDirectory), 'composer.lock'));
    return lock === null ? null : (0,_project_composer_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .lockedProductVersion */ .WJ)(lock);
}
const noVersion = {
    id: 'bad-input',
    severity: 'error',
    message: 'There is no version to compare with: expected-version is empty and the working directory has no composer.lock.',
    fix: 'Set expected-version, or check out the deployed commit.'
};


/***/ }),

/***/ 4350:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ withEnvironmentAccess)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/cloud-session.js + 24 modules
var cloud_session = __webpack_require__(4318);
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
    const malformed = wrong.map((word) => (0,errors/* badOption */.$9)('ssh-hosts', `contains ${word}, which is not a login.`, 'Write each as user@host, as magento-cloud ssh --pipe does.'));
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
const noKey = (0,errors/* badOption */.$9)('ssh-private-key', 'is empty.', 'Set a key that the environment accepts, or cloud-token.');
const noHosts = (0,errors/* badOption */.$9)('ssh-hosts', 'is empty.', 'Set the logins (magento-cloud ssh --pipe --all prints them), or cloud-token with project and environment.');
const noToken = (0,errors/* badOption */.$9)('cloud-token', 'is empty.', 'Set an API token, or work without: ssh-private-key and ssh-hosts are enough.');
const noProject = (0,errors/* badOption */.$9)('project', 'is empty.', 'Set the id of the Cloud project (magento-cloud project:list shows it).');
const noEnvironment = (0,errors/* badOption */.$9)('environment', 'is empty.', 'Set the id of the Cloud environment.');
const noHostKeys = (0,errors/* badOption */.$9)('known-hosts', 'is empty.', 'Set it to the known_hosts lines of your Cloud region, or set ssh-host-key: accept-new for the first run.');
/** The logins of a list such as `1.ent-p-x@ssh.us-5.magento.cloud, 2.ent-p-x@…`, each once, and what in it is none. */
function parseSshHosts(list) {
    const words = [...new Set(list.split(/[\s,]+/).filter((word) => word !== ''))];
    const isLogin = (word) => /^\w[\w.+-]*@\w[\w.-]*$/.test(word);
    return { hosts: words.filter(isLogin), wrong: words.filter((word) => !isLogin(word)) };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/environment-access.js



/**
 * Runs `task` with what was given to reach the environment: a token, or an SSH key and the logins. Throws UpgradeError
 * `bad-input` that names everything missing at once, `missing` included.
 */
function withEnvironmentAccess(thisRun, missing, task) {
    const { options } = thisRun;
    const given = accessOf(options);
    const problems = [...missingAccess(given), ...missing];
    if (problems.length > 0)
        throw (0,errors/* badInput */.AN)(problems);
    const { hosts } = parseSshHosts(options.sshHosts);
    return (0,cloud_session/* withCloudSession */.Y)(thisRun, options.environment, (platform) => task({
        environment: platform.environment,
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


/***/ }),

/***/ 9203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isPublicRepository: () => (/* binding */ isPublicRepository)
/* harmony export */ });
/* harmony import */ var _secrets_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9678);
/* harmony import */ var _tools_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2047);
/* harmony import */ var _tools_http_proxied_fetch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(367);



/** Whether a repository is public; null where there is no token, or GitHub does not answer with it. */
async function isPublicRepository(repository, { token, apiUrl, environment = {} }) {
    const secret = typeof token === 'string' ? new _secrets_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(token) : token;
    if (secret.isEmpty)
        return null;
    return (0,_tools_github_js__WEBPACK_IMPORTED_MODULE_1__/* .createGitHub */ .C)({ token: secret, apiUrl, fetch: (0,_tools_http_proxied_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .createFetch */ .H)(environment) })
        .isPublic(repository)
        .catch(() => null);
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eK: () => (/* binding */ findUnfinishedRestores),
/* harmony export */   uJ: () => (/* binding */ writeRestoreNote)
/* harmony export */ });
/* unused harmony exports restoreNote, isNoteName, parseRestoreNote, restoreCommand */
/* harmony import */ var _tools_process_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4703);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4377);
/* harmony import */ var _manifest_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8539);



// Anyone who can write to a folder of backups can write a note: it names folders next to it, never paths.
const folderName = _manifest_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN.refine((text) => !text.includes('/') && !/^\.{0,2}$/.test(text), 'is not a folder name');
/** The note that a restore leaves next to the backup before it drops anything, and removes when it is over. */
const restoreNote = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz(1),
    id: zod__WEBPACK_IMPORTED_MODULE_1__/* .uuid */ .uRe(),
    project: _manifest_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN,
    environment: _manifest_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN,
    application: _manifest_manifest_texts_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN.nullable(),
    backup: folderName.describe('folder of the backup that is restored, next to this note'),
    wayBack: folderName.nullable().describe('folder of the backup of the previous content; null if there is none'),
    flags: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(20_000)).describe('of the command, without secrets'),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$()
});
const noteName = /^unfinished-restore-[0-9a-f-]{36}\.json$/;
/** Whether a file is such a note, judged by its name. */
function isNoteName(name) {
    return noteName.test(name);
}
/** Reads the text of a note; null if it is not valid. */
function parseRestoreNote(text) {
    try {
        return restoreNote.safeParse(JSON.parse(text)).data ?? null;
    }
    catch {
        return null;
    }
}
const most = 256 * 1024;
/** The notes, in a folder of backups, of restores that did not end properly. */
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
/** Writes a note next to the backup, flushed, so that it survives a kill. */
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
/** The command that restores a backup, for a person to type: `path` is its folder, `flags` are words of the command line. */
function restoreCommand(path, environment, flags) {
    const words = ['magento-cloud-upgrade', 'backup', 'restore', path, ...flags, '--confirm', environment];
    return words.map(_tools_process_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r).join(' ');
}


/***/ })

};
