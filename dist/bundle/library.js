export const id = 920;
export const ids = [920];
export const modules = {

/***/ 8417:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backUpEnvironment: () => (/* binding */ backUpEnvironment),
  backup: () => (/* binding */ backup),
  noBackup: () => (/* binding */ noBackup),
  noBackupYet: () => (/* binding */ noBackupYet)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/run/cloud-session.js + 24 modules
var cloud_session = __webpack_require__(4318);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/ensure-idle.js
var ensure_idle = __webpack_require__(5273);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/back-up-database.js + 18 modules
var back_up_database = __webpack_require__(4265);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/command.js
var command = __webpack_require__(6973);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/remote-answer.js
var remote_answer = __webpack_require__(7452);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/effects.js
var effects = __webpack_require__(6279);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/setup-backup.js




const enabling = 'system/backup/functionality_enabled';
/**
 * Runs `php bin/magento setup:backup` for code and media, if requested. If the platform has it disabled (its default
 * since 2.1.16, 2.2.7 and 2.3.0), returns a warning with the way to enable it. Throws UpgradeError `backup-failed` if
 * it failed otherwise or left the site in maintenance mode.
 */
async function setupBackup({ ssh, ledger }, input) {
    const [host] = input.hosts;
    if (host === undefined || (!input.code && !input.media))
        return { extras: [], problems: [] };
    const flags = [...(input.code ? ['--code'] : []), ...(input.media ? ['--media'] : [])].join(' ');
    const settle = intendSetupBackup(ledger, host, input.enable);
    const result = await ssh.script(host, backupScript(flags, input.enable), { timeoutSeconds: command/* longestCopySeconds */.l });
    const answer = (0,remote_answer/* parseRemoteAnswer */.k$)(result.stdout);
    const site = siteAfter(answer);
    const extras = extrasOf(result.stdout);
    const isDisabled = /functionality is\b.*\bdisabled/i.test(result.stdout);
    const isWhole = result.failure === null && (result.exitCode === 0 || isDisabled);
    settle({ site, files: extras.length > 0 ? 'made' : isWhole ? 'none' : null, isSet: isSetAfter(answer) });
    if (site === 'left')
        throw leftClosed(host);
    if (isDisabled)
        return { extras: [], problems: [disabled()] };
    if (result.failure !== null)
        throw failed(`gave no answer: ${result.failure}`);
    if (result.exitCode !== 0)
        throw failed(`ended with exit code ${result.exitCode ?? '?'}`);
    return { extras, problems: [] };
}
/** State of the site afterwards, from maintenance:status before and after; null if unknown. */
function siteAfter(answer) {
    const isOn = (key) => {
        const text = answer.one(key) ?? '';
        return (text.includes('maintenance mode is active') || (text.includes('maintenance mode is not active') ? false : null));
    };
    const [before, after] = [isOn('before'), isOn('after')];
    if (after === before)
        return after === null ? null : 'as-before';
    if (after === false)
        return before === true ? 'opened' : 'as-before';
    return after === true && before === false ? 'left' : null;
}
/** Whether the setting was left enabled; null if unknown. */
function isSetAfter(answer) {
    const text = answer.one('setting')?.trim() ?? '';
    return text === '' ? null : text === '1';
}
// It closes the site while it runs, and the setting is enabled for that time.
function intendSetupBackup(ledger, host, enable) {
    const settleSite = (0,effects/* intendMaintenance */.IE)(ledger, host);
    const made = ledger.intend('server-file', `copies of code or media were left on ${host}`);
    const setting = enable ? ledger.intend('setting', `${enabling} was left enabled on ${host}`) : null;
    return ({ site, files, isSet }) => {
        settleSite(site);
        if (files === 'made')
            made.done();
        else if (files === 'none')
            made.undone();
        else
            made.unknown();
        if (isSet === null)
            setting?.unknown();
        else if (isSet)
            setting?.done();
        else
            setting?.undone();
    };
}
function backupScript(flags, enable) {
    const maintenance = (key) => `printf '%s\\t%s\\n' ${key} "$(php bin/magento maintenance:status --no-ansi 2>&1 | tr '\\n' ' ')"`;
    const backup = `php bin/magento setup:backup ${flags} --no-ansi 2>&1; status=$?`;
    const set = (value) => `php bin/magento config:set ${enabling} ${value} --no-ansi >/dev/null 2>&1`;
    const show = `php bin/magento config:show ${enabling} --no-ansi 2>/dev/null`;
    const enabled = [
        `was=$(${show})`,
        `tell() { printf 'setting\\t%s\\n' "$1"; }`,
        // The setting is restored however the script ends.
        `if [ "$was" = 1 ]; then tell 0; else trap '${set(0)}; tell "$(${show})"' EXIT; trap 'exit 143' HUP INT TERM; ${set(1)}; fi`
    ];
    return [...(enable ? enabled : []), maintenance('before'), backup, maintenance('after'), 'exit $status'].join('\n');
}
function extrasOf(output) {
    const paths = [...output.matchAll(/\S*\d+_filesystem(?:_code|_media)?\.tgz/g)].map(([path]) => path);
    return paths.map((location) => ({ kind: location.includes('_media') ? 'media' : 'code', location }));
}
function leftClosed(host) {
    return new errors/* UpgradeError */.fy('backup-failed', {
        message: `setup:backup left the site in maintenance mode on ${host}.`,
        next: `Run this there at once: php bin/magento maintenance:disable (ssh ${host}). Then run again without backup-code and backup-media: setup-backup.`
    });
}
function failed(how) {
    return new errors/* UpgradeError */.fy('backup-failed', {
        message: `Code and media could not be backed up: setup:backup ${how}.`,
        next: 'Check the site and var/log there, then run again, or omit backup-code and backup-media: setup-backup.'
    });
}
function disabled() {
    return {
        id: 'setup-backup-disabled',
        severity: 'warning',
        message: 'bin/magento setup:backup is disabled on the environment, so no backup of code or media was made; the code is in git.',
        fix: 'Set setup-backup-enable: true to enable it for the run, or backup-media: download to copy media without it.'
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/list-objects.js
var list_objects = __webpack_require__(5083);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/snapshot.js


/**
 * Runs `snapshot:create --live`: besides the dump, a copy of mounts and services that the platform keeps for seven
 * days. Its content cannot be proven from outside, and a live one may be inconsistent. Throws UpgradeError `bad-input`
 * for dedicated nodes (Pro staging and production), which have no snapshots, and `backup-failed` if the platform makes
 * none.
 */
async function takeSnapshot({ cloud, ledger }) {
    if ((await cloud.environment()).dedicated) {
        throw new errors/* UpgradeError */.fy('bad-input', {
            message: 'backup-snapshot is set, but Pro staging and production have no snapshots on request.',
            next: 'Set backup-snapshot: false; the database is dumped in any case.'
        });
    }
    const made = ledger.intend('snapshot', 'a snapshot was made on the platform');
    const id = await cloud.createSnapshot();
    if (id === null)
        made.unknown();
    else
        made.done();
    if (id === null)
        throw (0,list_objects/* dumpFailure */.L0)('magento-cloud snapshot:create returned no snapshot; its activity log says why');
    return {
        extras: [{ kind: 'snapshot', location: id }],
        problems: [
            {
                id: 'snapshot-unproven',
                severity: 'warning',
                message: `The snapshot ${id} was made live: its content cannot be checked from outside and may be inconsistent.`,
                fix: 'Rely on the dump; the platform keeps the snapshot for seven days.'
            }
        ]
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/required-level.js

/**
 * Makes a backup and checks that it reaches the requested level. Throws UpgradeError `backup-unproven` if it does not;
 * the backup itself is kept. With `off`, a failed backup becomes a warning in the report, unless it is made `alone`,
 * because nothing would follow it.
 */
async function requiredLevel({ level, alone }, strategy, make) {
    const backup = await make().catch((error) => {
        const failed = error instanceof errors/* UpgradeError */.fy && (error.code === 'backup-failed' || error.code === 'backup-unproven');
        if (level === 'off' && !alone && failed)
            return failedBackup(error, strategy === 'auto' ? 'ssh-dump' : strategy);
        throw error;
    });
    if (level !== 'proven' || backup.state === 'proven')
        return backup;
    throw new errors/* UpgradeError */.fy('backup-unproven', {
        message: `The backup is ${backup.state}, but backup-proof requires proven.`,
        next: backup.state === 'inconsistent'
            ? 'Convert the tables named in the warnings to InnoDB, or set backup-proof: proven-without-rehearsal.'
            : 'Store the dump on a machine with a MariaDB server (backup-to: runner or both), or set backup-proof: proven-without-rehearsal.',
        problems: backup.problems
    });
}
function failedBackup(error, strategy) {
    const nothing = {
        finishedAt: null,
        reused: false,
        manifest: null,
        location: null,
        downloadedTo: null,
        bytes: null,
        sha256: null,
        tables: null
    };
    return {
        strategy,
        state: 'failed',
        ...nothing,
        dumps: [],
        proofs: [],
        extras: [],
        problems: [
            {
                id: 'backup-failed',
                severity: 'warning',
                message: `There is no backup: ${error.message}`,
                fix: `${error.next} The run continued because backup-proof is off.`
            }
        ]
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-sink.js
var dump_sink = __webpack_require__(3147);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/backup-options.js


/** The tables and views of an option, sorted by name. Throws UpgradeError `bad-input` for an invalid name. */
function readExclude(text) {
    const names = text.split(/[\s,]+/).filter((name) => name !== '');
    const bad = names.filter((name) => !/^[A-Za-z0-9_$]+$/.test(name));
    if (bad.length === 0)
        return [...new Set(names)].sort();
    throw new errors/* UpgradeError */.fy('bad-input', {
        message: `backup-exclude: ${bad.join(', ')} is not a valid name of a table or view.`,
        next: 'Use names of letters, digits, _ and $, separated by spaces.'
    });
}
/** The age recipients of an option. Throws UpgradeError `bad-input` for an invalid one. */
function readRecipients(text) {
    const recipients = text.split(/[\s,]+/).filter((recipient) => recipient !== '');
    try {
        (0,dump_sink/* createEncrypter */.D)(recipients);
        return recipients;
    }
    catch (error) {
        throw new errors/* UpgradeError */.fy('bad-input', {
            message: `backup-encrypt-to: ${error instanceof Error ? error.message : String(error)}.`,
            next: 'Set it to public keys as age-keygen prints them, separated by spaces.'
        });
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/backup-folder.js
var backup_folder = __webpack_require__(8296);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/backup-places.js
/**
 * Where a backup is stored, and until when. A deployment of a container environment starts new containers, and /tmp is
 * not a mount (experienceleague.adobe.com, deployment process and project structure, 2026-11).
 */
function backupPlaces(backup, { workflow, directory, dedicated }) {
    const { location, downloadedTo } = backup;
    const server = location === null || location === downloadedTo ? [] : [location];
    return [
        ...server.map((path) => ({ where: 'server', path, until: dedicated ? 'node' : 'deployment' })),
        ...(downloadedTo === null
            ? []
            : [{ where: 'machine', path: downloadedTo, until: untilOf(workflow, directory) }])
    ];
}
function untilOf(workflow, directory) {
    if (workflow?.hosted === true)
        return 'job';
    return directory === '' ? 'cleaned' : 'removed';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-places.js
var describe_places = __webpack_require__(8837);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/fleeting-backup.js

/** The warning that a backup will be gone before it may be needed; none if it lasts, or if a later step uploads it. */
function fleetingBackup(backup, isUploaded) {
    const advice = (0,describe_places/* howToKeep */.lk)(backup);
    if (advice === null || isUploaded)
        return [];
    const message = `The backup does not last: ${(0,describe_places/* describePlaces */._g)(backup).join('; ')}.`;
    return [{ id: 'backup-fleeting', severity: 'warning', message, fix: advice }];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/wanted-backup.js
var wanted_backup = __webpack_require__(9379);
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
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/backup.js

















/** Backs up an environment and does nothing else. The report's `backup` has the dump's place and its proofs. */
function backup(options, context = {}) {
    return (0,run/* startRun */.A)('backup', options, context, (thisRun) => (0,cloud_session/* withCloudSession */.Y)(thisRun, thisRun.options.environment, async (platform) => {
        await platform.cloud.authenticate();
        const [open] = await (0,ensure_idle/* runningDeployments */._Y)(platform, thisRun.options.environment);
        if (open)
            throw (0,ensure_idle/* deployingError */.GI)(thisRun.options.environment, open);
        thisRun.facts.backup = await backUpEnvironment(thisRun, platform, null, { alone: true });
        thisRun.facts.verdict = 'backed-up';
    }));
}
/**
 * The backup step: the database unless `backup` is `off` or nothing will be deployed (see `wantedBackup`), code and media
 * if asked for. `base` is the commit that the upgrade starts from. With `alone` nothing follows, so a missing backup is a
 * failure whatever `backup-proof` allows.
 * What the backup does not promise becomes a warning of the run.
 */
async function backUpEnvironment(thisRun, platform, base, { alone = false } = {}) {
    const backup = await makeBackup(thisRun, platform, base, alone);
    const { facts } = thisRun;
    facts.warnings = [...facts.warnings, ...backup.problems.filter(({ severity }) => severity === 'warning')];
    return backup;
}
function makeBackup(thisRun, platform, base, alone) {
    const { options, context, ledger, stepTimer } = thisRun;
    const strategy = alone ? options.backup : (0,wanted_backup/* wantedBackup */.g)(options);
    if (strategy === 'off' || platform === null) {
        stepTimer.skip('backup', options.backup === 'off' ? 'backup: off' : 'nothing is deployed before the merge');
        return Promise.resolve(options.pullRequest && !alone ? noBackupYet : noBackup);
    }
    return stepTimer.step('backup', async () => {
        await (0,backup_folder/* refuseWorkTree */.CQ)(files/* files */.a, options);
        const recipients = readRecipients(options.backupEncryptTo);
        const run = (0,run_command/* createRunCommand */.x)(context.signal, context.redact);
        const tools = {
            cloud: platform.cloud,
            ssh: await platform.ssh(),
            files: files/* files */.a,
            dumpFiles: dump_file/* dumpFiles */.Q,
            dumpStore: (0,dump_store/* createDumpStore */.I)(run),
            withScratchDatabase: (0,scratch_server/* createScratchServers */.t)(run, context.environment),
            logger: context.logger,
            ledger
        };
        const hosts = await platform.hosts();
        const database = await requiredLevel({ level: options.backupProof, alone }, strategy, () => (0,back_up_database/* backUpDatabase */.a)(tools, {
            strategy,
            hosts,
            to: options.backupTo,
            project: options.project,
            environment: platform.environment,
            application: platform.application,
            directory: options.backupDirectory,
            recipients,
            rehearsal: options.rehearsal,
            exclude: readExclude(options.backupExclude),
            media: options.backupMedia === 'download',
            attempts: 3,
            level: options.backupProof,
            productVersion: base === null ? undefined : thisRun.facts.plan?.fromVersion,
            reuse: base === null ? null : { baseCommit: base, minutes: options.backupReuseMinutes }
        }));
        const extras = await setupBackup(tools, {
            hosts,
            code: options.backupCode,
            media: options.backupMedia === 'setup-backup',
            enable: options.setupBackupEnable
        });
        const snapshot = options.backupSnapshot ? [await takeSnapshot({ cloud: platform.cloud, ledger })] : [];
        const parts = [database, extras, ...snapshot];
        const { workflow } = thisRun.facts;
        const dedicated = database.location !== database.downloadedTo && (await platform.cloud.environment()).dedicated;
        const places = backupPlaces(database, { workflow, directory: options.backupDirectory, dedicated });
        const fleeting = fleetingBackup({ ...database, places }, options.backupArtifact);
        return {
            ...database,
            places,
            extras: parts.flatMap((part) => part.extras),
            problems: [...parts.flatMap((part) => part.problems), ...fleeting]
        };
    }, describeStep);
}
function describeStep({ strategy, tables, bytes, state, reused, finishedAt }) {
    if (state === 'failed')
        return 'no backup was made, as backup-proof: off allows';
    const size = ((bytes ?? 0) / 1024 / 1024).toFixed(1);
    return `${reused ? `of ${finishedAt ?? ''}, verified again, ` : ''}${strategy}: ${tables ?? 0} tables, ${size} MB, ${state}`;
}
/** The backup part of the report of a run that makes no backup. */
const noBackup = {
    strategy: 'off',
    state: 'none',
    finishedAt: null,
    reused: false,
    manifest: null,
    dumps: [],
    location: null,
    downloadedTo: null,
    bytes: null,
    sha256: null,
    tables: null,
    proofs: [],
    extras: [],
    problems: [
        {
            id: 'backup-off',
            severity: 'warning',
            message: 'No backup was made.',
            fix: 'Set backup: auto to make one before the push.'
        }
    ]
};
/** The backup of a run that makes none and deploys nothing: a pull request. */
const noBackupYet = {
    ...noBackup,
    problems: [
        {
            id: 'backup-off',
            severity: 'warning',
            message: 'No backup was made.',
            fix: 'A merge deploys without one: before you merge, run magento-cloud-upgrade backup.'
        }
    ]
};


/***/ }),

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

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/ledger.js
var src_ledger = __webpack_require__(2497);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/unexpected-error.js
var unexpected_error = __webpack_require__(1358);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/with-ledger.js


/**
 * Runs `task`, which is not a full run, with a ledger. Anything thrown becomes an UpgradeError that says what was
 * changed.
 */
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








/** The backups in a folder. Throws UpgradeError `bad-input` if the folder does not exist. */
async function listBackups({ directory }) {
    const unreadable = [];
    const backups = await (0,find_backups/* findBackups */.T)(files/* files */.a, directory, (reason) => unreadable.push(reason));
    return { backups, unreadable, unfinishedRestores: await (0,restore_note/* findUnfinishedRestores */.eK)(files/* files */.a, files/* files */.a.resolve(directory)) };
}
/**
 * Reads a backup on this machine again, offline: every checksum and every proof in the stream. Returns what was
 * checked. Throws UpgradeError `bad-input` if there is no backup, `backup-unproven` with every difference.
 */
async function verifyBackup({ path, identityFile = '' }) {
    return (0,check_backup/* checkBackup */.x)({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q }, path, await readIdentity(identityFile));
}
/**
 * Removes the backups that neither retention rule keeps. The newest proven backup of an environment always stays; it
 * counts as proven only if its files exist with their checksums. Throws UpgradeError `bad-input` without a rule, or if
 * the folder does not exist.
 */
function pruneBackups({ directory, keep = null, days = null, dryRun = false }) {
    return withLedger(async (ledger) => {
        if (keep === null && days === null)
            throw noRule();
        return removeOldBackups({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q, ledger }, directory, {
            retention: { keep, days },
            now: new Date(),
            dryRun
        });
    });
}
function noRule() {
    return new errors/* UpgradeError */.fy('bad-input', {
        message: 'No rule says which backups to keep, so nothing was removed.',
        next: 'Set keep (the newest so many of each environment), days (those of the last so many days), or both.'
    });
}
/** Text of the identity file, or null if none was named. */
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
// First: an inactive environment, or an ambiguous application, must be reported before anything is read.
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
    // No environment was asked, whatever the options name.
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

/** The recipients (age1…) of an age identity file's text, used to encrypt what the identity can read. */
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
 * which the existing table already uses. Null if that cannot be derived.
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
// The removals must not have changed the kind of statement.
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
 * Loads the databases of a backup into the environment of `options`, after reading the backup again. No upgrade calls
 * this. Returns a report, whose `error` says what went wrong.
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
    // A stop ends the commands of this run, but the state of the database is still asked for afterwards.
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
    // A dump streamed over SSH needs no call of the platform's API.
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
/** The command-line options that reach the same database, without secrets and defaults. */
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

/***/ 8894:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  upgrade: () => (/* binding */ upgrade)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/follow-deployment.js + 19 modules
var follow_deployment = __webpack_require__(3738);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/backup.js + 6 modules
var commands_backup = __webpack_require__(8417);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/pending-commit.js + 1 modules
var pending_commit = __webpack_require__(7592);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/reuse/find-local.js
var find_local = __webpack_require__(3525);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/database-problems.js
var database_problems = __webpack_require__(7123);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/earlier-backup-warnings.js





/**
 * Warnings about the backup that an earlier run made for a commit, as far as the commit and the backups on this machine
 * show them.
 */
async function earlierBackupWarnings({ options }, { git, environment }, commit, application) {
    const [strategy = '', state = '', sum = ''] = ((await (0,pending_commit/* upgradeTrailers */.Fv)(git, commit))?.backup ?? '').split(' ');
    if (strategy === '' || strategy === 'off')
        return (options.pullRequest ? commands_backup.noBackupYet : commands_backup.noBackup).problems;
    if (state === 'failed')
        return [failedThen];
    const place = { project: options.project, environment, application };
    const earlier = await (0,find_local/* earlierBackups */.q3)(files/* files */.a, options.backupDirectory, place);
    const at = earlier.findIndex(({ manifest }) => `sha256:${manifest.dumps[0]?.sha256 ?? ''}` === sum);
    const made = earlier[at]?.manifest;
    if (made === undefined)
        return [];
    const { dumps, strategy: way } = made;
    return [...dumps.flatMap((dump) => (0,database_problems/* databaseProblems */.k)(dump, way)), ...(0,find_local/* compareSizes */.mR)(dumps, earlier.slice(at + 1))];
}
const failedThen = {
    id: 'backup-failed',
    severity: 'warning',
    message: 'There is no backup: the earlier run that made this commit failed to make one, and continued as backup-proof: off allows.',
    fix: 'Make one before the environment is deployed: magento-cloud-upgrade backup.'
};

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var src_errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/last-characters.js
var last_characters = __webpack_require__(6291);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/commit/commit-refusal.js

const known = [
    [
        /gpg failed to sign|failed to sign the data|secret key not available|No secret key|signing failed|Couldn't load public key|user\.signingkey/i,
        {
            meaning: 'it could not be signed',
            next: 'Provide the signing key to git on this machine, or set commit.gpgsign to false for this clone.'
        }
    ],
    [
        /tell me who you are|empty ident name|unable to auto-detect email|no email was given|identity unknown/i,
        { meaning: 'git has no author', next: "Set commit-author to 'Name <email>', or user.name and user.email." }
    ],
    [
        /git-lfs' was not found|git-lfs: (?:command )?not found|filter '?lfs'? failed|git-lfs.*failed/i,
        { meaning: 'git-lfs is not installed', next: 'Install git-lfs, then run again.' }
    ],
    [
        /\b(?:node|npx|npm|pnpm|yarn): (?:command )?not found|env: [‘'"]?node|can't find (?:node|npx)|code 127/i,
        {
            meaning: 'a git hook of this repository (for example from husky) needs a program that is not on PATH',
            next: 'Install Node and the packages of the project, or run with HUSKY=0 if the hooks are only for developers.'
        }
    ]
];
/** Explains what `git commit` printed on stderr. An unknown message is attributed to the hooks, which printed it. */
function explainCommit(stderr) {
    // The relevant lines are at the end; a hook may print any amount.
    const said = (0,last_characters/* lastCharacters */.p)(stderr, 20_000);
    return (known.find(([pattern]) => pattern.test(said))?.[1] ?? {
        meaning: 'a hook of this repository (pre-commit, commit-msg) failed',
        next: 'Read the details, fix what the hook finds or the hook itself, then run again.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/keyless-composer-json.js
var keyless_composer_json = __webpack_require__(5860);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/scan-staged-files.js
var scan_staged_files = __webpack_require__(7840);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/secret-forms.js + 5 modules
var secret_forms = __webpack_require__(5205);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/commit/author-arguments.js

const author_arguments_form = /^([^<>\n]+?)\s*<([^<>\s]+@[^<>\s]+)>$/;
// The public identity of the GitHub Actions bot, so that commits from workflows are shown as its own.
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
/**
 * The author: `author` if given as `Name <email>`, otherwise git's own identity (its variables before its
 * configuration), otherwise the GitHub Actions bot. Throws UpgradeError `bad-input` for another form.
 */
async function authorArguments(git, author) {
    const match = author_arguments_form.exec(author);
    if (author !== '' && !match) {
        throw new src_errors/* UpgradeError */.fy('bad-input', {
            message: `commit-author is not of the form Name <email>: ${author}`,
            next: 'Set commit-author to something like: Release Team <release@example.com>'
        });
    }
    const wanted = match ? ['GIT_COMMITTER_IDENT'] : ['GIT_COMMITTER_IDENT', 'GIT_AUTHOR_IDENT'];
    const known = await Promise.all(wanted.map((ident) => git.run('var', ident)));
    const fallback = match ? { name: match[1] ?? '', email: match[2] ?? '' } : bot;
    // If GIT_AUTHOR_* or GIT_COMMITTER_* set one of the two, the fallback is only for the other: variables take
    // precedence.
    const isKnown = known.every(({ exitCode }) => exitCode === 0);
    const config = isKnown ? [] : ['-c', `user.name=${fallback.name}`, '-c', `user.email=${fallback.email}`];
    return { config, author: match ? ['--author', author] : [] };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/commit/commit-upgrade.js






/**
 * Stages exactly what the update wrote and removed, scans it and commits. Returns the commit's SHA, or null if nothing
 * differs from HEAD. Throws UpgradeError `commit-refused` with every offending path; the index is then restored.
 */
async function commitUpgrade(tools, input) {
    const { git } = tools;
    const paths = [...input.update.writtenFiles, ...input.update.removedFiles];
    await stage(git, paths);
    const staged = await stagedPaths(git);
    if (staged.length === 0)
        return null;
    await scan(tools, staged, input);
    await commit(tools, input);
    return (await git.read('rev-parse', 'HEAD')).trim();
}
/** Tracked files are staged even if .gitignore matches them, as `git add -A` does; plain `git add` refuses. */
async function stage(git, paths) {
    const tracked = new Set((await git.read('ls-files', '-z')).split('\0'));
    for (const [mode, wanted] of [
        ['--update', paths.filter((path) => tracked.has(path))],
        ['--all', paths.filter((path) => !tracked.has(path))]
    ]) {
        const options = ['add', mode, '--pathspec-from-file=-', '--pathspec-file-nul'];
        if (wanted.length > 0)
            await git.feed(wanted.join('\0'), '--literal-pathspecs', ...options);
    }
}
async function stagedPaths(git) {
    const text = await git.read('diff', '--cached', '--name-only', '--no-renames', '--relative', '-z', 'HEAD');
    return text.split('\0').filter((path) => path !== '');
}
async function scan(tools, staged, input) {
    const { git } = tools;
    const forms = input.secrets.flatMap((secret) => (0,secret_forms/* secretForms */.e)(secret));
    const tracked = new Set((await git.read('ls-tree', '-r', '-z', '--name-only', 'HEAD')).split('\0'));
    const planned = new Set(['composer.json', 'composer.lock', '.magento.app.yaml']);
    const refusals = [];
    const words = { 'the commit message': textOf(input), 'commit-author': input.author };
    for (const [name, text] of Object.entries(words))
        if (forms.some((form) => text.includes(form)))
            refusals.push(`${name} contains a secret of this run`);
    for (const path of staged) {
        const text = await scannedText(tools, path);
        const mapped = !planned.has(path) && input.update.writtenFiles.includes(path);
        const reason = (0,scan_staged_files/* scanStagedFiles */.x)({ path, text, mapped, tracked: tracked.has(path) }, forms);
        if (reason !== null)
            refusals.push(`${path} ${reason}`);
    }
    if (refusals.length === 0)
        return;
    await git.run('reset', '--quiet');
    throw new src_errors/* UpgradeError */.fy('commit-refused', {
        message: `${refusals.length} ${refusals.length === 1 ? 'item' : 'items'} must not be committed: ${refusals.slice(0, 20).join('; ')}.`,
        next: 'Remove them from the project or the options, then run again.'
    });
}
/** A staged file; composer.json without the credentials that HEAD has in the same places. */
async function scannedText({ git, files }, path) {
    const text = (await files.read(files.join(git.folder, path))) ?? '';
    if (path !== 'composer.json')
        return text;
    const { stdout } = await git.run('show', 'HEAD:./composer.json');
    return (0,keyless_composer_json/* withoutCommittedKeys */.x)(text, stdout);
}
async function commit({ git, ledger }, input) {
    const { config, author } = await authorArguments(git, input.author);
    const made = ledger.intend('commit', 'a commit of the upgrade was made in the local repository');
    const result = await git.run(...config, 'commit', '--quiet', ...author, '--message', textOf(input));
    if (result.exitCode === 0) {
        made.done();
        return;
    }
    made.undone();
    const { meaning, next } = explainCommit(`${result.stdout}\n${result.stderr}`);
    // A hook's refusal is reported like a remote's, never bypassed.
    throw new src_errors/* UpgradeError */.fy('push-rejected', {
        message: `git refused the commit: ${meaning}.`,
        next,
        details: result.stderr.trim() || result.stdout.trim()
    });
}
function textOf({ message, trailers }) {
    return trailers.length > 0 ? `${message}\n\n${trailers.join('\n')}\n` : `${message}\n`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/marshaling-lock.js
var marshaling_lock = __webpack_require__(3162);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/classify-changes.js
// Written by the marshaling plugin and by the template's ece-tools script, besides the map.
const generated = new Set(['app/etc/vendor_path.php', '.magento.env.md', '.magento.env.yaml.dist', 'var/.regenerate']);
/** Separates the changes of Composer and the plan from files to restore and from unplanned changes. */
function classifyChanges(checkout) {
    const sorted = {
        written: [],
        removed: [],
        restore: [],
        unexpected: []
    };
    for (const { status, path } of checkout.entries) {
        const where = destination(status, path, checkout);
        if (where !== 'ignore')
            sorted[where].push(path);
    }
    return sorted;
}
function destination(status, path, checkout) {
    if (checkout.planned.has(path))
        return 'written';
    const isNew = status === '??';
    // Some base packages map .gitignore and .github over the project's own files; those must never change.
    if (path === '.gitignore' || path.startsWith('.github/'))
        return isNew ? 'ignore' : 'restore';
    const mapped = checkout.newMapped.has(path) || checkout.oldMapped.has(path);
    // vendor/.htaccess is in the map of the base package, and tracked in many projects.
    if (path.startsWith('vendor/') && !mapped)
        return isNew ? 'ignore' : 'unexpected';
    if (status.includes('D'))
        return checkout.oldMapped.has(path) ? 'removed' : 'restore';
    return mapped || generated.has(path) ? 'written' : 'unexpected';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/preflight-error.js
var preflight_error = __webpack_require__(9980);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/allowed-plugins.js
var allowed_plugins = __webpack_require__(2969);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-lock.js
var composer_lock = __webpack_require__(7530);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/composer-scripts.js

// Composer accepts an object as a list, and any of its events may have scripts.
const commands = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* unknown */.L5J()), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())])
    .transform((value) => (typeof value === 'string' ? [value] : Object.values(value)))
    .transform((list) => list.filter((entry) => typeof entry === 'string'));
// Only an entry of an invalid type is skipped; the others run.
const root = schemas/* looseObject */._H3({ scripts: schemas/* record */.g1P(schemas/* string */.YjP(), commands.catch([])).catch({}).optional() });
// https://getcomposer.org/doc/articles/scripts.md#event-names, without those of commands that an update is not (2026-11).
const events = [
    ...['init', 'command', 'pre-command-run', 'pre-file-download', 'post-file-download'],
    ...['pre-install-cmd', 'post-install-cmd', 'pre-update-cmd', 'post-update-cmd'],
    ...['pre-dependencies-solving', 'post-dependencies-solving', 'pre-pool-create', 'pre-operations-exec'],
    ...['pre-package-install', 'post-package-install', 'pre-package-update', 'post-package-update'],
    ...['pre-package-uninstall', 'post-package-uninstall', 'pre-autoload-dump', 'post-autoload-dump']
];
/**
 * Every command that Composer runs during an install or update, with references resolved: `@name` is another script,
 * `@php` and `@composer` are programs, `@putenv` runs nothing. A reference to itself is kept as written.
 */
function scriptCommands(composerJsonText) {
    const { scripts = {} } = root.parse(JSON.parse(composerJsonText.replace(/^\uFEFF/, '')));
    const own = new Map(Object.entries(scripts));
    const follow = (name, trail) => (own.get(name) ?? []).flatMap((command) => {
        const next = reference(command.trim(), own);
        if (next === null)
            return [command.trim().replace(/^@php\s+/, 'php ')];
        if (next === '')
            return [];
        return trail.includes(next) ? [command.trim()] : follow(next, [...trail, next]);
    });
    return events.flatMap((event) => follow(event, [event]).map((command) => ({ event, command })));
}
/** The script that a command refers to, '' if it runs nothing, null if it is a program. */
function reference(command, own) {
    if (/^@putenv\s/.test(command))
        return '';
    if (!command.startsWith('@') || /^@php\s/.test(command))
        return null;
    const [first = ''] = command.slice(1).split(/\s+/);
    if (first !== 'composer')
        return first;
    // The words after @composer are passed to a shell unchanged, so no other word is allowed there.
    const { run, name = '' } = /^@composer\s+(?<run>run(?:-script)?\s+)?(?<name>[\w:-]+)(?:\s+--?[a-z-]+)*$/.exec(command)?.groups ?? {};
    // Its events are among ours, and it only writes in vendor/.
    if (run === undefined && ['dump-autoload', 'dumpautoload'].includes(name))
        return '';
    return run !== undefined || own.has(name) ? name : null;
}
const schema = /^(?:php\s+)?(?:\.\/)?vendor\/bin\/ece-tools schema:generate(?<tolerant>\s*\|\|\s*(?:true|:|exit 0))?$/;
// Magento's own root sets the paths of the coding standard, which are in vendor/.
const codingStandard = /^\(?(?:\[ \$COMPOSER_DEV_MODE -eq 0 \] \|\| )?(?:\.\/)?vendor\/bin\/phpcs --config-set installed_paths [\w.,/-]+\)?$/;
const harmless = [schema, codingStandard, /^Composer\\Config::disableProcessTimeout$/];
/** Commands that run during an update besides the template's own, and may write anything anywhere. */
function scriptsBeyondTemplate(composerJsonText) {
    const known = new Set();
    return scriptCommands(composerJsonText).filter(({ command }) => {
        if (known.has(command) || harmless.some((pattern) => pattern.test(command)))
            return false;
        known.add(command);
        return true;
    });
}
/**
 * Whether the template's `ece-tools schema:generate` runs, which writes `.magento.env.md` into the project root, and
 * whether its failure ends the update (not if `|| true` follows). Null if it does not run.
 */
function environmentSchemaScript(composerJsonText) {
    const matches = scriptCommands(composerJsonText)
        .map(({ command }) => schema.exec(command))
        .filter((match) => match !== null);
    if (matches.length === 0)
        return null;
    return { mayFail: matches.every(({ groups }) => groups?.['tolerant'] !== undefined) };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/patching-plugins.js
var patching_plugins = __webpack_require__(1277);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/find-patching-plugins.js


/**
 * Plugins that patch a package whose files are marshaled, each with that package, in words; the patch would be missing
 * from the commit without the plugin. Includes plugins whose list of patches cannot be read.
 */
async function patchingPlugins(files, { folder, after }) {
    const sources = (0,patching_plugins/* patchSources */.f)(after.composerJson, (0,composer_lock/* lockedPackages */.aJ)(after.composerLock));
    if (sources === null)
        return [];
    const texts = await Promise.all(sources.paths.map((path) => textsBelow(files, folder, path)));
    const patched = (0,patching_plugins/* patchedCarriers */.b)([...sources.texts, ...texts.flatMap((found) => found ?? [])], after);
    const plugin = `the plugin ${sources.plugins.join(' and ')}`;
    return [
        ...patched.map((name) => `${plugin}, which patches ${name}`),
        ...sources.paths
            .filter((_, index) => texts[index] === null)
            .map((path) => `${plugin}, whose list of patches (${path}) is outside the project`)
    ];
}
async function textsBelow(files, folder, path) {
    const root = files.join(folder, path);
    if (path.includes('://') || !inside(await files.realPath(root), await files.realPath(folder)))
        return null;
    const found = (await files.list(root)).filter((file) => file === '' || /\.(patch|diff|json)$/.test(file));
    const texts = await Promise.all(found.map((file) => files.read(file === '' ? root : files.join(root, file))));
    return texts.map((text) => text ?? '');
}
function inside(path, folder) {
    return path === folder || path.startsWith(`${folder}/`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/choose-install-mode.js




/**
 * Chooses fast, unless composer.json runs scripts of its own after an update or lets a plugin patch a package with a
 * map: what those write is known only if they run. They are third-party code, so a run that has secrets does not choose
 * for the user; `full` runs them, `fast-without-scripts` leaves them out.
 */
async function chooseInstallMode(files, choice) {
    if (choice.install === 'full')
        return { mode: 'full', problems: [] };
    const scripts = scriptsBeyondTemplate(choice.after.composerJson).map(({ event, command }) => `the script "${command}" (${event})`);
    const foreign = [...scripts, ...(await patchingPlugins(files, choice))];
    if (foreign.length === 0)
        return { mode: 'fast', problems: skippedPlugins(choice) };
    const list = foreign.join(', ');
    if (choice.install === 'fast-without-scripts')
        return { mode: 'fast', problems: [leftOut(list), ...skippedPlugins(choice)] };
    if (choice.holdsSecrets)
        return { mode: 'fast', problems: [refused(list)] };
    return { mode: 'full', problems: [everything(list)] };
}
function refused(list) {
    return {
        id: 'install-runs-project-code',
        severity: 'error',
        message: `composer update would run ${list}. That is code of the project, and it could read the keys of this run.`,
        fix: 'Set install: full to run it, or install: fast-without-scripts to make the commit without it.'
    };
}
function everything(list) {
    return {
        id: 'install-mode',
        severity: 'warning',
        message: `composer update runs ${list}, so all packages were installed instead of only the marshaled ones.`,
        fix: 'Set install: full to hide this notice, or install: fast-without-scripts to leave it out.'
    };
}
function leftOut(list) {
    return {
        id: 'install-mode',
        severity: 'warning',
        message: `Left out of this update: ${list}. Anything it would have written is not in the commit.`,
        fix: 'Set install: full to run it.'
    };
}
// Plugins in Adobe's own locks; none of them writes a file that a Cloud project commits.
const choose_install_mode_known = new Set([
    'dealerdirect/phpcodesniffer-composer-installer',
    'laminas/laminas-dependency-plugin',
    'magento/composer-dependency-version-audit-plugin',
    'magento/composer-root-update-plugin',
    'magento/inventory-composer-installer',
    'magento/magento-composer-installer',
    'php-http/discovery',
    'composer/installers'
]);
function skippedPlugins({ after }) {
    const names = (0,allowed_plugins/* allowedPlugins */.l)(after.composerJson, (0,composer_lock/* lockedPackages */.aJ)(after.composerLock))
        .map(({ name }) => name)
        .filter((name) => !choose_install_mode_known.has(name));
    if (names.length === 0)
        return [];
    return [
        {
            id: 'plugins-not-run',
            severity: 'warning',
            message: `The fast installation did not run these Composer plugins: ${names.join(', ')}.`,
            fix: 'If one of them writes files that you commit, set install: full.'
        }
    ];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-project.js + 1 modules
var composer_project = __webpack_require__(8792);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/marshaling-root.js
var marshaling_root = __webpack_require__(9709);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-failure.js + 4 modules
var composer_failure = __webpack_require__(7422);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/install-maps.js



/**
 * Runs `composer install` for a lock with only the marshaling plugin and the packages with a map: the plugin itself
 * copies and cleans, exactly as in a full installation. The filtered files are outside the checkout.
 */
async function installMaps(tools, installation) {
    const { composer, files } = tools;
    const { folder, alsoKeep, wanted } = installation;
    const scratch = await files.privateFolder('lock');
    try {
        await files.write(files.join(scratch, 'root.json'), (0,marshaling_root/* filterRootForMarshaling */.Y)(installation.composerJson));
        await files.write(files.join(scratch, 'root.lock'), (0,marshaling_lock/* filterLockForMarshaling */.f3)(installation.composerLock, { alsoKeep, wanted }));
        const autoloader = alsoKeep.length > 0 ? [] : ['--no-autoloader'];
        const args = ['install', '--no-dev', '--no-scripts', '--no-progress', ...autoloader];
        expectInstalled(await composer.run(folder, args, { composerFile: files.join(scratch, 'root.json') }));
    }
    finally {
        await files.remove(scratch);
    }
}
/** Throws the matching UpgradeError (`composer-credentials`, `composer-network` …) if a call of Composer failed. */
function expectInstalled(result) {
    if (result.exitCode === 0)
        return;
    throw (0,composer_failure/* composerFailure */.h)(result);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/name-pattern.js
var name_pattern = __webpack_require__(4034);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/mapped-files.js


/**
 * The files that the installed packages of `lockText` map into the checkout, each at the place where marshaling put it;
 * a file that was not found is listed at the place where it belongs.
 */
async function mappedFiles(files, folder, lockText, composerJsonText) {
    const entries = (0,marshaling_lock/* mapEntries */.Nn)(lockText, composerJsonText).flatMap(({ package: name, entries }) => entries.map(([source, destination]) => ({ root: files.join(folder, 'vendor', name), source, destination })));
    const lists = await Promise.all(entries.map((entry) => expand(files, folder, entry)));
    return new Map(lists.flat());
}
async function expand(files, folder, entry) {
    const sources = await matches(files, entry);
    const placed = sources.map(async ({ path, intoFolder }) => {
        const mayNest = intoFolder || baseName(path) !== baseName((0,marshaling_lock/* trimDestination */.RD)(entry.destination));
        const found = await files.list(path);
        const whole = (0,marshaling_lock/* trimDestination */.RD)(entry.destination);
        return Promise.all(found.map(async (file) => {
            const plain = intoFolder ? `${whole}/${baseName(path)}` : whole;
            const source = file === '' ? path : files.join(path, file);
            const present = mayNest
                ? await presentAt(files, folder, { plain, name: baseName(path), file })
                : [(0,marshaling_lock/* trimDestination */.RD)(`${plain}/${file}`)];
            return present.map((place) => [place, source]);
        }));
    });
    return (await Promise.all(placed)).flat(2);
}
/** The files and folders that a map's source matches; the matches of a wildcard go into the destination. */
async function matches(files, { root, source, destination }) {
    const path = files.join(root, (0,marshaling_lock/* trimDestination */.RD)(source));
    if (await files.exists(path)) {
        const isFile = (await files.list(path))[0] === '';
        return [{ path, intoFolder: isFile && destination.endsWith('/') }];
    }
    const found = await expandGlob(files, root, (0,marshaling_lock/* trimDestination */.RD)(source));
    return found.map((match) => ({ path: match, intoFolder: true }));
}
// How often marshaling may have nested a folder into itself: once with each installation that found it there.
const depths = [0, 1, 2, 3];
/**
 * Location of a file. A folder that was in the project already may have been copied into itself, under its source's
 * name: the plugin does so if the names differ or a wildcard matched it.
 */
async function presentAt(files, folder, { plain, name, file }) {
    const places = depths.map((depth) => (0,marshaling_lock/* trimDestination */.RD)([plain, ...Array.from({ length: depth }, () => name), file].join('/')));
    const there = await Promise.all(places.map((place) => files.isFile(files.join(folder, place))));
    const found = places.filter((_, index) => there[index]);
    return found.length > 0 ? found : [places[0] ?? plain];
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/**
 * The paths in `root` that match a pattern of PHP's `glob`: `*`, `?` and `[a-z]` within one name, and names that start
 * with a dot only if the pattern does.
 */
async function expandGlob(files, root, pattern) {
    let found = [root];
    for (const part of pattern.split('/')) {
        const name = (0,name_pattern/* namePattern */._)(part);
        const next = found.map(async (folder) => (await files.names(folder)).filter((entry) => name.test(entry)).map((entry) => files.join(folder, entry)));
        found = (await Promise.all(next)).flat();
    }
    return found;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/own-changes.js
/**
 * The files that the shop changed, or that another version left. Right after the old version is marshaled, each of them
 * differs from HEAD; a different mode alone does not count.
 */
async function findOwnChanges({ git, files }, oldMapped) {
    const differing = (await git.read('diff', '--numstat', '--no-renames', '--relative', '-z', 'HEAD'))
        .split('\0')
        .map((line) => line.split('\t'))
        .filter(([added, removed]) => !(added === '0' && removed === '0'))
        .flatMap(([, , path = '']) => (oldMapped.has(path) && !isTheirs(path) ? [path] : []));
    const changes = differing.map(async (path) => {
        const head = await git.run('cat-file', '--filters', `HEAD:./${path}`);
        const base = await files.read(files.join(git.folder, path));
        return { path, ours: head.exitCode === 0 ? own_changes_text(head.stdout) : null, base: own_changes_text(base) };
    });
    return Promise.all(changes);
}
/**
 * Decides on each own change once the new version is marshaled. A change that the new version has too is not lost. With
 * `keep`, the change is merged into the new file if `git merge-file` finds no conflict.
 */
async function settleOwnChanges({ git, files }, changes, keep) {
    const outcomes = [];
    for (const change of changes) {
        const file = files.join(git.folder, change.path);
        const theirs = await files.read(file);
        if (theirs !== null && theirs === change.ours)
            continue;
        const merged = keep && theirs !== null ? await merge({ git, files }, change, theirs) : null;
        if (merged !== null)
            await files.write(file, merged);
        const lost = theirs === null ? 'removed' : keep ? 'conflict' : 'overwritten';
        outcomes.push({ path: change.path, outcome: merged === null ? lost : 'kept' });
    }
    return outcomes;
}
async function merge({ git, files }, { ours, base }, theirs) {
    if (ours === null || base === null || own_changes_text(theirs) === null)
        return null;
    const scratch = await files.privateFolder('merge');
    try {
        const paths = ['ours', 'base', 'theirs'].map((name) => files.join(scratch, name));
        for (const [index, content] of [ours, base, theirs].entries())
            await files.write(paths[index] ?? '', content);
        const merged = await git.run('merge-file', '--stdout', '--quiet', ...paths);
        return merged.exitCode === 0 ? merged.stdout : null;
    }
    finally {
        await files.remove(scratch);
    }
}
// Restored from HEAD in any case.
function isTheirs(path) {
    return path === '.gitignore' || path.startsWith('.github/');
}
// Bytes that are not UTF-8 were replaced when they were read.
function own_changes_text(content) {
    return content === null || /[\0\uFFFD]/.test(content) ? null : content;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/visible-destinations.js

// Marshaling writes app/etc/vendor_path.php only if app/etc exists, and complains about a missing bin/magento.
const always = ['app/etc', 'bin'];
/**
 * The destinations of a map that git can see: those that are tracked, or contain a tracked file, or are not ignored.
 * Inside an ignored folder nothing can be re-included (gitignore(5)), so marshaling there cannot change the index and
 * would only cost time for thousands of files. If git does not answer, everything counts as visible.
 */
async function visibleDestinations(git, destinations) {
    const paths = [...new Set(destinations.map(marshaling_lock/* trimDestination */.RD))].filter((path) => path !== '');
    const tracked = (await git.read('ls-files', '-z')).split('\0');
    // A destination may be a file or a folder; patterns can distinguish them.
    const forms = paths.flatMap((path) => [path, `${path}/`]);
    const answer = await git.run('check-ignore', '--no-index', '--', ...forms);
    const ignored = new Set(answer.exitCode === 0 ? answer.stdout.split('\n') : []);
    const hidden = new Set(paths.filter((path) => ignored.has(path) && ignored.has(`${path}/`) && ![...always, ...tracked].some((other) => overlaps(path, other))));
    return (destination) => !hidden.has((0,marshaling_lock/* trimDestination */.RD)(destination));
}
function overlaps(path, other) {
    return path === other || other.startsWith(`${path}/`) || (always.includes(other) && path.startsWith(`${other}/`));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/install-fast.js








/** Installs the maps of the old lock, then those of the new one, so that the plugin cleans and copies. */
async function installFast(tools, input) {
    const { git, files } = tools;
    const { folder } = git;
    // Both installs use the new composer.json: its deploy-ignore protects .gitignore from the old map.
    const { composerJson } = input.after;
    const [before, after] = [input.before.composerLock, input.after.composerLock];
    const wanted = await visibleDestinations(git, [before, after].flatMap((lock) => destinations(lock, composerJson)));
    const marshaled = (lock) => mappedFiles(files, folder, (0,marshaling_lock/* filterLockForMarshaling */.f3)(lock, { wanted }), composerJson);
    await installMaps(tools, { folder, composerJson, composerLock: before, alsoKeep: [], wanted });
    const oldMapped = await marshaled(before);
    const ownChanges = await findOwnChanges(tools, oldMapped);
    const script = environmentSchemaScript(composerJson);
    const schema = script === null ? [] : await environmentSchemaPackages(tools, input);
    await installMaps(tools, { folder, composerJson, composerLock: after, alsoKeep: schema, wanted });
    if (schema.length > 0) {
        const generated = await tools.composer.php(folder, ['./vendor/bin/ece-tools', 'schema:generate']);
        // If the project has `|| true`, a failure does not count.
        if (script?.mayFail === false)
            expectInstalled(generated);
    }
    return { oldMapped, newMapped: await marshaled(after), ownChanges };
}
function destinations(lock, composerJson) {
    return (0,marshaling_lock/* mapEntries */.Nn)(lock, composerJson).flatMap(({ entries }) => entries.map(([, destination]) => destination));
}
/** ece-tools and its dependencies, if its `.magento.env.md` would be committed: layouts that do not ignore it. */
async function environmentSchemaPackages({ git }, { after }) {
    const ignored = await git.run('check-ignore', '--quiet', '.magento.env.md');
    if (ignored.exitCode === 0)
        return [];
    return [...(0,composer_project/* closure */.Cx)((0,composer_lock/* lockedPackages */.aJ)(after.composerLock), 'magento/ece-tools')];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/json-edit.js
var json_edit = __webpack_require__(6101);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/install-full.js




/**
 * The documented way: installs the old version, then everything of the new one, with the scripts of an update. It
 * installs the lock of the plan, so metadata is not requested twice and nothing newer slips in.
 */
async function installFull(tools, input) {
    const { git, composer, files, logger } = tools;
    const { folder } = git;
    const write = (name, text) => files.write(files.join(folder, name), text);
    const onLine = (line) => {
        logger.debug(line);
    };
    // A lock is installed unchanged: features of the Cloud's platform that this machine lacks must not prevent it.
    expectInstalled(await composer.run(folder, ['install', '--no-progress', '--ignore-platform-reqs'], { onLine }));
    const oldMapped = await mappedFiles(files, folder, input.before.composerLock, input.after.composerJson);
    const ownChanges = await findOwnChanges(tools, oldMapped);
    // A base package may have mapped its own .gitignore; git must use the project's.
    await git.run('checkout', '--quiet', 'HEAD', '--', '.gitignore');
    await write('composer.json', withUpdateScripts(input.after.composerJson));
    await write('composer.lock', input.after.composerLock);
    expectInstalled(await composer.run(folder, ['install', '--no-progress', '--ignore-platform-reqs'], { onLine }));
    const newMapped = await mappedFiles(files, folder, input.after.composerLock, input.after.composerJson);
    return { oldMapped, newMapped, ownChanges };
}
/** composer.json whose `install` runs what its `update` would run. */
function withUpdateScripts(composerJson) {
    return ['pre', 'post'].reduce((text, when) => {
        const scripts = (0,json_edit/* valueAt */.fK)(composerJson, ['scripts', `${when}-update-cmd`]);
        const install = ['scripts', `${when}-install-cmd`];
        return scripts === undefined ? (0,json_edit/* removeAt */.Wq)(text, install) : (0,json_edit/* setAt */.ef)(text, install, scripts);
    }, composerJson);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/report-own-changes.js
/** The notices about own changes in marshaled files: which ones the commit keeps, which it loses, and what to do. */
function reportOwnChanges(outcomes, { mapped, asked }) {
    const of = (wanted) => outcomes.filter(({ outcome }) => (outcome === 'kept') === wanted).map(({ path }) => path);
    const [kept, lost] = [of(true), of(false)];
    return [
        ...(kept.length === 0 ? [] : [keptNotice(kept)]),
        ...(lost.length === 0 ? [] : [lostNotice(lost, { mapped, asked })])
    ];
}
function keptNotice(paths) {
    return {
        id: 'own-changes-kept',
        severity: 'warning',
        message: `Your changes in ${list(paths)} were merged into the files of the new version.`,
        fix: 'Review them in the commit.'
    };
}
function lostNotice(paths, { mapped, asked }) {
    // The plugin also ignores every path whose beginning is ignored: ignoring a file in a mapped folder would exclude the
    // folder.
    const single = paths.filter((path) => mapped.has(path)).map((path) => JSON.stringify(`/${path}`));
    const lasting = single.length === 0
        ? 'They are in folders that are mapped as a whole, so only a copy elsewhere is kept.'
        : `To keep a file permanently, add it to extra.magento-deploy-ignore in composer.json: {"*": [${single.slice(0, 20).join(', ')}]}.`;
    return {
        id: 'own-changes-lost',
        severity: 'warning',
        message: `${paths.length === 1 ? 'One marshaled file differs' : `${paths.length} marshaled files differ`} from the old version, because of your own changes or because another version left it; the commit has the new version: ${list(paths)}.`,
        fix: `${asked ? 'Their changes do not merge cleanly: reapply them by hand.' : 'Set keep-changes: true to merge such changes if they merge cleanly.'} ${lasting}`
    };
}
function list(paths) {
    const more = paths.length > 20 ? ` and ${paths.length - 20} more` : '';
    return paths.slice(0, 20).join(', ') + more;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/update-dependencies.js









/**
 * Writes composer.json, composer.lock and the marshaled files of the new version into the scratch checkout. Throws
 * UpgradeError `preflight-failed` if only code of the project could do it and nobody has allowed that,
 * `composer-crashed` if files of the map are missing afterwards, and `commit-refused` for unplanned changes.
 */
async function updateDependencies(tools, input) {
    const { git, files } = tools;
    const { mode, problems } = await chooseInstallMode(files, { ...input, folder: git.folder });
    const refusal = (0,preflight_error/* preflightError */.s)(problems);
    if (refusal)
        throw refusal;
    const install = mode === 'fast' ? installFast : installFull;
    const { oldMapped, newMapped, ownChanges } = await install(tools, input);
    const outcomes = await settleOwnChanges(tools, ownChanges, input.keepChanges);
    await writePlanned(tools, input);
    const planned = new Set([
        'composer.json',
        'composer.lock',
        ...(input.after.appYaml === null ? [] : ['.magento.app.yaml'])
    ]);
    // .gitignore decides what git sees, so the project's own must be restored before changes are classified.
    await git.run('checkout', '--quiet', 'HEAD', '--', '.gitignore');
    const changes = classifyChanges({ entries: await changesOf(git), oldMapped, newMapped, planned });
    await restore(git, changes.restore);
    await expectMarshaled(files, git.folder, newMapped);
    refuseUnexpected(changes);
    return {
        mode,
        lockedVersion: input.toVersion,
        writtenFiles: [...changes.written],
        removedFiles: [...changes.removed],
        restoredFiles: [...changes.restore],
        mappedFiles: newMapped.size,
        ownChanges: outcomes.map(({ path, outcome }) => ({ path, outcome })),
        problems: [
            ...problems,
            ...reportOwnChanges(outcomes, { mapped: mapDestinations(input), asked: input.keepChanges }),
            ...restoredNotice(changes)
        ]
    };
}
/** Changed paths, relative to the project's folder; a path outside it starts with `../`. */
async function changesOf(git) {
    const prefix = (await git.read('rev-parse', '--show-prefix')).replace(/\n$/, '');
    const above = '../'.repeat(prefix.split('/').length - 1);
    const entries = await git.status();
    const relative = (path) => (path.startsWith(prefix) ? path.slice(prefix.length) : above + path);
    return entries.map(({ status, path }) => ({ status, path: relative(path) }));
}
async function writePlanned({ git, files }, { after }) {
    const write = (name, text) => files.write(files.join(git.folder, name), text);
    await write('composer.json', after.composerJson);
    await write('composer.lock', after.composerLock);
    if (after.appYaml !== null)
        await write('.magento.app.yaml', after.appYaml);
}
function mapDestinations({ before, after }) {
    const maps = [before.composerLock, after.composerLock].flatMap((lock) => (0,marshaling_lock/* mapEntries */.Nn)(lock, after.composerJson));
    return new Set(maps.flatMap(({ entries }) => entries.map(([, destination]) => (0,marshaling_lock/* trimDestination */.RD)(destination))));
}
async function restore(git, paths) {
    if (paths.length === 0)
        return;
    await git.feed(paths.join('\0'), 'checkout', '--quiet', 'HEAD', '--pathspec-from-file=-', '--pathspec-file-nul');
}
async function expectMarshaled(files, folder, mapped) {
    const present = await Promise.all([...mapped.keys()].map((path) => files.exists(files.join(folder, path))));
    const missing = [...mapped.keys()].filter((_, index) => !present[index]);
    const essential = ['bin/magento', 'app/etc/di.xml', 'app/etc/vendor_path.php'].filter((path) => missing.includes(path));
    if (missing.length === 0 && mapped.has('bin/magento'))
        return;
    throw new src_errors/* UpgradeError */.fy('composer-crashed', {
        message: `Composer finished, but ${missing.length} of ${mapped.size} mapped files are missing: ${[...essential, ...missing].slice(0, 5).join(', ')}.`,
        next: 'Check config.allow-plugins and extra.magento-deploystrategy in composer.json.'
    });
}
function refuseUnexpected(changes) {
    if (changes.unexpected.length === 0)
        return;
    throw new src_errors/* UpgradeError */.fy('commit-refused', {
        message: `The update changed ${changes.unexpected.length} files that are neither in Composer's maps nor in the plan: ${changes.unexpected.slice(0, 20).join(', ')}.`,
        next: 'Find the script or plugin that writes them, or add them to .gitignore.'
    });
}
function restoredNotice(changes) {
    if (changes.restore.length === 0)
        return [];
    return [
        {
            id: 'project-files-restored',
            severity: 'warning',
            message: `Composer changed ${changes.restore.length} of the project's own files; they were restored: ${changes.restore.slice(0, 5).join(', ')}.`,
            fix: 'Nothing to do.'
        }
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/create-commit.js




/**
 * Backs up the environment and updates the scratch checkout at the same time, and commits only if both succeed. Returns
 * the commit, or null if nothing differs.
 */
async function createCommit(thisRun, parts) {
    const { stepTimer, facts } = thisRun;
    const [backup, update] = await Promise.allSettled([
        (0,commands_backup.backUpEnvironment)(thisRun, parts.platform, parts.project.base),
        stepTimer.step('update', () => runUpdate(thisRun, parts), noteOf)
    ]);
    if (backup.status === 'fulfilled')
        facts.backup = backup.value;
    if (update.status === 'fulfilled') {
        facts.update = update.value;
        facts.warnings = [...facts.warnings, ...update.value.problems];
    }
    if (backup.status === 'rejected')
        throw backup.reason;
    if (update.status === 'rejected')
        throw update.reason;
    return stepTimer.step('commit', () => create_commit_commit(thisRun, parts, backup.value, update.value), (sha) => sha?.slice(0, 12) ?? 'nothing changed');
}
function runUpdate({ options, context, secrets }, { project, planned }) {
    return updateDependencies({ git: project.scratch, composer: project.composer, files: files/* files */.a, logger: context.logger }, {
        install: options.install,
        keepChanges: options.keepChanges,
        holdsSecrets: secrets.length > 0,
        before: project.checkout,
        after: planned.files,
        toVersion: planned.plan.toVersion
    });
}
function noteOf(update) {
    return `${update.mode}: ${update.writtenFiles.length} files written, ${update.removedFiles.length} removed`;
}
function create_commit_commit(thisRun, { project, planned }, backup, update) {
    const { options, secrets, ledger } = thisRun;
    const { fromVersion, toVersion } = planned.plan;
    const message = options.commitMessage.replaceAll('{from}', fromVersion).replaceAll('{to}', toVersion);
    const proof = [backup.strategy, backup.state, backup.sha256 === null ? '' : `sha256:${backup.sha256}`]
        .filter((part) => part !== '' && part !== 'none')
        .join(' ');
    const trailers = [`Upgraded-From: ${fromVersion}`, `Upgraded-To: ${toVersion}`, `Database-Backup: ${proof}`];
    return commitUpgrade({ git: project.scratch, files: files/* files */.a, ledger }, { update, message, author: options.commitAuthor, trailers, secrets });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/normalize-options.js
var normalize_options = __webpack_require__(8268);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/cloud-session.js + 24 modules
var cloud_session = __webpack_require__(4318);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/project-session.js + 28 modules
var project_session = __webpack_require__(2695);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/github-repository.js
/** The repository that a remote URL names, over https or ssh, or null for anything else. */
function githubRepository(url) {
    const match = /^(?:https?:\/\/(?:[^@/]+@)?[^/]+\/|ssh:\/\/[^/]+\/|[^@/]+@[^:/]+:)([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.trim());
    const [, owner, repo] = match ?? [];
    return owner !== undefined && repo !== undefined ? { owner, repo } : null;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/markdown.js
var markdown = __webpack_require__(7444);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/package-changes.js
var package_changes = __webpack_require__(4317);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/pull-request/indented.js
/** Lines as a part of the list item above them. */
function indented(lines) {
    return lines.map((line) => (line === '' ? '' : `  ${line}`));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/pull-request/cut-short.js
/** What stands below a list of which at most `most` are shown; nothing if that is all of it. */
function cutShort(all, most) {
    const rest = all.length - most;
    return rest > 0 ? ['', `${rest} more ${rest === 1 ? 'is' : 'are'} in the report of the run.`] : [];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/pull-request/lines.js


/** Items of a list, one a line behind `mark`; at most `most`. */
function lines(mark, items, most) {
    const shown = items.slice(0, most).map(({ message, fix }) => `${mark}${(0,markdown/* inline */.mG)(message)} ${(0,markdown/* prose */.CS)(fix)}`);
    return [...shown, ...cutShort(items, most)];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-places.js
var describe_places = __webpack_require__(8837);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/links.js
var links = __webpack_require__(1760);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/pull-request/backup-item.js





const run = `${(0,markdown/* code */.aY)('magento-cloud-upgrade backup')} (${(0,markdown/* link */.nf)('how', `${links/* documentation */.TH}/backups.md`)})`;
/** The backup that a merge does not make: which one there is, what it lacks, how to make one. */
function backupItem(report, warnings, most) {
    const others = warnings.filter(({ id }) => id !== 'backup-off');
    return [
        `- [ ] **A backup** of ${(0,markdown/* code */.aY)(report.environment ?? report.branch ?? 'the environment')}: ${sentence(report, warnings)}`,
        ...indented(lines('- ', others, most))
    ];
}
function sentence({ backup }, warnings) {
    if (warnings.some(({ id }) => id === 'backup-off'))
        return `No backup was made, and a merge deploys without one. Shortly before you merge, run ${run}.`;
    if (warnings.some(({ id }) => id === 'backup-failed') || backup?.state === 'failed' || backup?.state === 'none')
        return `A merge deploys without one. Shortly before you merge, run ${run}.`;
    if (backup === null)
        return `An earlier run made it, see ${(0,markdown/* code */.aY)('Database-Backup')} in the commit. It lacks what was written since: for a newer one, run ${run}.`;
    const places = (0,describe_places/* describePlaces */._g)(backup).map((place) => ` It lies ${(0,markdown/* inline */.mG)(place)}.`);
    return `One was made ${(0,markdown/* inline */.mG)(backup.finishedAt ?? '')}.${places.join('')} It lacks what was written since: for a newer one, run ${run}.`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/summary/comparison-table.js
var comparison_table = __webpack_require__(7884);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/summary/packages.js
var summary_packages = __webpack_require__(9465);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/pull-request/checklist.js







/** What is to be done before the merge, each thing with a box. */
function checklist(report, plan, { backupWarnings, most }) {
    const notes = plan.notes.filter(({ id, comparison }) => id !== 'extension-moves' && comparison === undefined);
    const told = new Set(plan.notes.map(({ id }) => id));
    const ofUpdate = (report.update?.problems ?? []).filter(({ id }) => !told.has(id));
    const look = [...notes.filter(({ level }) => level === 'look'), ...ofUpdate];
    return [
        '',
        '### Before you merge',
        '',
        ...services(plan, most),
        ...lines('- [ ] ', notes.filter(({ level }) => level === 'before'), most),
        ...extensions(plan, most),
        ...lines('- [ ] ', look, most),
        ...backupItem(report, backupWarnings, most)
    ];
}
function services({ notes, toVersion }, most) {
    const all = notes.flatMap((note) => (note.comparison ? [{ ...note, comparison: note.comparison }] : []));
    if (all.length === 0)
        return [];
    const shown = all.slice(0, most);
    return [
        `- [ ] **Services**: ${(0,markdown/* inline */.mG)(toVersion)} does not support what runs now.`,
        ...indented([
            ...(0,comparison_table/* comparisonTable */.Q)(shown, toVersion),
            ...cutShort(all, most),
            ...(0,markdown/* folded */.TM)('How to change the services', (0,comparison_table/* comparisonSteps */.P)(shown)),
            ''
        ])
    ];
}
function extensions({ packageChanges }, most) {
    const moved = packageChanges.filter(({ thirdParty }) => thirdParty);
    if (moved.length === 0)
        return [];
    // The sentence says already that they are extensions.
    const rows = moved.slice(0, most).map((change) => ({ ...change, thirdParty: false }));
    return [
        '- [ ] **Extensions** that move: test them.',
        ...indented(['', ...(0,summary_packages/* packageTable */.dE)(rows), ...cutShort(moved, most), ''])
    ];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/seconds.js
var seconds = __webpack_require__(8756);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/pull-request/merging.js



/** What the merge does, for how long, and how to undo it. */
function merging({ environment, branch }, lastSeconds) {
    const name = (0,markdown/* code */.aY)(environment ?? branch ?? 'the environment');
    const times = lastSeconds === null ? '' : ` The last deployment of ${name} took ${(0,seconds/* renderSeconds */.e)(lastSeconds)}.`;
    return [
        '',
        '### What merging does',
        '',
        `If this repository is connected to the Cloud project, the platform deploys ${name}: it builds while the shop runs, then the shop is in maintenance mode until ${(0,markdown/* code */.aY)('bin/magento setup:upgrade')} has ended.${times} To check every node afterwards, run ${(0,markdown/* code */.aY)('magento-cloud-upgrade verify')} (${(0,markdown/* link */.nf)('workflow', `${links/* documentation */.TH}/examples/verify-by-ssh.yml`)}).`,
        '',
        `To undo it: revert the merge, and let that be deployed. That takes the code back, and not the database: the data as they were come from the backup alone (${(0,markdown/* link */.nf)('how', `${links/* documentation */.TH}/backups.md#restore`)}).`
    ];
}
/** Who made the pull request, and how it is brought up to date. */
function madeBy({ workflow, branch }) {
    const tool = (0,markdown/* link */.nf)('magento-cloud-upgrade', links/* documentation */.TH.replace(/\/blob\/.*$/, ''));
    const run = workflow?.run == null ? '' : ` in ${(0,markdown/* link */.nf)('this run', workflow.run)}`;
    const base = (0,markdown/* code */.aY)(branch ?? 'the base branch');
    return [
        '',
        '---',
        `Made by ${tool}${run}. The next run brings branch and text up to date, ticks included: it writes the upgrade of ${base} as that is then. Put changes of your own on ${base}; on this branch they are overwritten.`
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/pull-request/release-notes.js
const notes = 'https://experienceleague.adobe.com/en/docs/commerce-operations/release/notes';
/** Adobe's release notes of a version of 2.4: of its line, and of the security patches of that line (2026-11). */
function releaseNotes(version) {
    const [, line, patch] = /^(2\.4\.\d{1,2})(-p\d{1,2})?$/.exec(version) ?? [];
    if (line === undefined)
        return [];
    const page = line.replaceAll('.', '-');
    return [
        { text: line, url: `${notes}/adobe-commerce/${page}` },
        ...(patch === undefined
            ? []
            : [{ text: `security patches of ${line}`, url: `${notes}/security-patches/${page}-patches` }])
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/pull-request/opening.js


/** What is changed, and why. */
function opening({ update, environment, branch }, plan) {
    const files = update === null
        ? ''
        : ` The update writes ${update.writtenFiles.length} files and removes ${update.removedFiles.length}.`;
    const notes = releaseNotes(plan.toVersion).map(({ text, url }) => (0,markdown/* link */.nf)(text, url));
    const support = plan.notes.filter(({ id }) => id === 'support-date').map(({ message }) => (0,markdown/* inline */.mG)(message));
    const reasons = [
        ['Target', (0,markdown/* code */.aY)(plan.target)],
        ['Release notes', notes.join(' · ')],
        ['Support', support.join(' ')]
    ].filter(([, text]) => text !== '');
    return [
        `Upgrades Adobe Commerce from **${(0,markdown/* inline */.mG)(plan.fromVersion)}** to **${(0,markdown/* inline */.mG)(plan.toVersion)}**. Composer resolves it.${files} Nothing is deployed to ${(0,markdown/* code */.aY)(environment ?? branch ?? 'the environment')} before the merge.`,
        '',
        '| | |',
        '|---|---|',
        ...reasons.map(([name = '', text = '']) => `| ${name} | ${text} |`)
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/render-pull-request.js








// GitHub answers 422 to a longer text (2026-11).
const longest = 65_536;
/**
 * The text of a pull request as Markdown: what it changes and why, what to do before the merge, what the merge does, how
 * to undo it. At most 65,536 characters: long lists are cut, and say so. Empty without a plan.
 */
function renderPullRequest(report, facts = {}) {
    const { plan } = report;
    if (plan === null)
        return '';
    let text = '';
    for (const most of [1000, 300, 100, 30, 10, 3, 1, 0]) {
        text = page(report, plan, facts, most);
        if (text.length <= longest)
            break;
    }
    return text;
}
function page(report, plan, facts, most) {
    const { backupWarnings = [], lastDeploymentSeconds = null } = facts;
    // The support of the present version is one of the reasons, at the top.
    const information = plan.notes.filter(({ id, level }) => level === 'information' && id !== 'support-date');
    const extensionsFirst = plan.packageChanges.toSorted((a, b) => Number(b.thirdParty) - Number(a.thirdParty));
    return [
        ...opening(report, plan),
        ...checklist(report, plan, { backupWarnings, most }),
        ...merging(report, lastDeploymentSeconds),
        ...(0,markdown/* folded */.TM)(['For information', String(information.length)], lines('- ', information, most)),
        ...(0,markdown/* folded */.TM)(['All packages', (0,package_changes/* countChanges */.x)(plan)], [...(0,summary_packages/* packageTable */.dE)(extensionsFirst.slice(0, most)), ...cutShort(extensionsFirst, most)]),
        ...madeBy(report)
    ].join('\n');
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/deployment-activity.js
var deployment_activity = __webpack_require__(7723);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/last-deployment.js


/** Seconds from push to end of the newest push that was deployed well; null if the platform does not say. */
async function lastDeploymentSeconds({ cloud, environment }) {
    const path = `/environments/${encodeURIComponent(environment)}/activities?type=environment.push&count=20`;
    try {
        const pushes = (0,deployment_activity/* readDeploymentActivities */.D)(await cloud.api(path));
        const last = pushes.find(({ state, result, endedAt }) => state === 'complete' && result === 'success' && endedAt);
        return last?.endedAt == null ? null : Math.max(0, Math.round((last.endedAt - last.createdAt) / 1000));
    }
    catch (error) {
        // The pull request is opened without it.
        if ((0,src_errors/* isFailure */.N6)(error))
            return null;
        throw error;
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/backup-warnings.js
var backup_warnings = __webpack_require__(456);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/run-state.js
var run_state = __webpack_require__(5545);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/github.js
var tools_github = __webpack_require__(2047);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/http/proxied-fetch.js + 1 modules
var proxied_fetch = __webpack_require__(367);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/pull-request.js








/** Opens the pull request of `branch`, or updates the open one. */
async function openPullRequest(thisRun, { project, platform }, branch, plan) {
    const { options, context, facts, ledger } = thisRun;
    const { environment, logger } = context;
    const repository = await repositoryOfPullRequest({ options, context }, project.git);
    if (repository === null)
        throw unopened(branch, 'bad-input', `the remote ${options.remote} is no GitHub repository`);
    const github = (0,tools_github/* createGitHub */.C)({
        token: options.githubToken,
        apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
        fetch: (0,proxied_fetch/* createFetch */.H)(environment),
        redact: context.redact
    });
    const title = `Upgrade Adobe Commerce from ${plan.fromVersion} to ${plan.toVersion}`;
    const body = await bodyOf(thisRun, platform);
    const input = { ...repository, head: branch, base: project.branch, title, body };
    const effect = ledger.intend('pull-request', `the pull request of ${branch} was opened or updated`);
    const { created, number, url } = await github.upsertPullRequest(input).catch((error) => {
        const { status, message } = (0,tools_github/* githubSays */.j)(error, context.redact);
        const isLost = status === null || status >= 500;
        if (isLost)
            effect.unknown();
        else
            effect.undone();
        throw unopened(branch, isLost || status === 429 ? 'retry-later' : 'push-rejected', message);
    });
    effect.done();
    facts.pullRequest = { number, url, created };
    logger.info(`${created ? 'Opened' : 'Updated'} the pull request ${url}`);
}
async function bodyOf({ facts, secrets, stepTimer }, platform) {
    const report = (0,run_state/* composeReport */.Z)(facts, stepTimer.steps, 0, null, secrets);
    return renderPullRequest(report, {
        backupWarnings: (0,backup_warnings/* backupWarnings */.y)(report),
        lastDeploymentSeconds: platform === null ? null : await lastDeploymentSeconds(platform)
    });
}
/** The repository of the pull request: that of the workflow, else that of the remote; null if neither is on GitHub. */
async function repositoryOfPullRequest({ options, context }, git) {
    const [owner, repo] = context.environment['GITHUB_REPOSITORY']?.split('/') ?? [];
    if (owner && repo)
        return { owner, repo };
    return githubRepository((await git.run('remote', 'get-url', options.remote)).stdout);
}
function unopened(branch, code, why) {
    return new src_errors/* UpgradeError */.fy(code, {
        message: `The branch ${branch} was pushed, but its pull request could not be opened: ${why}.`,
        next: 'Open it by hand, or fix what is named and run again: the branch is used as it is.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/make-plan.js + 38 modules
var make_plan = __webpack_require__(655);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/repository-login.js
var repository_login = __webpack_require__(2586);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-credentials.js

/** Ids of the problems that a repository's answer can cause. An answer that Composer itself can read causes none. */
const repositoryProblemIds = ['composer-credentials', 'composer-network'];
/**
 * Problems with the repositories: keys that are missing or rejected, or no answer. Keys are never shown. Reports
 * nothing if it is not known how Composer would authenticate.
 */
async function checkCredentials(probe, repositories, keys) {
    const found = repositories.map(async (repository) => {
        const login = (0,repository_login/* repositoryLogin */.I)(repository, keys);
        if (login === null)
            return [];
        const problem = explain(repository.host, login.source, await probe(repository.url, login.headers));
        return problem === null ? [] : [problem];
    });
    return (await Promise.all(found)).flat();
}
const provide = 'Give composer-username and composer-password (the public and private key of the Marketplace account), COMPOSER_AUTH, or an auth.json in the project root.';
const network = 'Check the network, proxy and certificates of this machine, then run again.';
function explain(host, source, { status, failure }) {
    const refused = (message, fix) => problem('composer-credentials', message, fix);
    const unread = (message) => problem('composer-network', message, network);
    if (status === null)
        return unread(`${host} cannot be reached: ${failure ?? 'no reason given'}.`);
    if (status === 200)
        return failure === null ? null : unread(`${host} cannot be used: ${failure}.`);
    // Composer may have other credentials for the address that it redirects to.
    if (status >= 300 && status < 400)
        return null;
    switch (status) {
        case 401:
            return source === null
                ? refused(`${host} needs keys, and there are none for it.`, provide)
                : refused(`${host} rejects the keys (401) from ${source}.`, 'Check that the public key is the user name and the private key the password, and that the pair has not been revoked.');
        case 403:
            return refused(`${host} ${source === null ? '' : 'accepts the keys but '}denies access (403).`, 'Check that the account is entitled to Adobe Commerce, and that this machine is not blocked.');
        case 404:
            return refused(`${host} answers 404: it offers no packages for these keys.`, 'Check that the keys belong to the account with the Adobe Commerce licence; the repository hides packages that an account has no access to.');
        default:
            return unread(`${host} cannot be reached: HTTP ${status}.`);
    }
}
function problem(id, message, fix) {
    return { id, severity: 'error', message, fix };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-disk.js
// Room for a scratch checkout, the base packages of two versions and Composer's own files.
const neededMegabytes = { fast: 1024, full: 4096 };
/** A problem if the file system of the temporary folder is too small for the update. */
async function checkDisk(files, folder, mode) {
    const free = Math.floor((await files.freeBytes(folder)) / 1024 / 1024);
    if (free >= neededMegabytes[mode])
        return [];
    return [
        {
            id: 'disk-space',
            severity: 'error',
            message: `The temporary folder has ${free} MB free; the ${mode} update needs ${neededMegabytes[mode]} MB.`,
            fix: 'Free some space, or point TMPDIR to a larger file system.'
        }
    ];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/preflight/check-git.js + 1 modules
var check_git = __webpack_require__(8265);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-version.js
var composer_version = __webpack_require__(3445);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/environment-state.js
var environment_state = __webpack_require__(6485);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/never-started.js
var never_started = __webpack_require__(5230);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-platform.js




/** Problems with the Cloud project and environment. Changes nothing. */
async function checkPlatform(cloud, input) {
    try {
        await cloud.authenticate();
        const environment = await cloud.environment();
        const usable = environment.status === 'active' || (environment.status === 'dirty' && input.deploying);
        const status = usable ? [] : [inactive(environment.id, environment.status)];
        const byHand = usable ? await checkDeploymentType(cloud, environment.id) : [];
        return [...status, ...byHand, ...(await checkAdminEmail(cloud, input))];
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.fy))
            throw error;
        return [{ id: `platform-${error.code}`, severity: 'error', message: error.message, fix: error.next }];
    }
}
function inactive(id, status) {
    return {
        id: 'environment-state',
        severity: 'error',
        message: `The environment ${id} is ${status}, not active.`,
        fix: status === 'dirty'
            ? 'Wait until its running activity has ended.'
            : `Run ${(0,never_started/* switchOn */.mu)(status)} ${status === 'paused' ? '-e ' : ''}${id}.`
    };
}
/** A warning if pushes are only staged. Older platforms do not have this setting; every push deploys there. */
async function checkDeploymentType(cloud, id) {
    const settings = await cloud.api(`/environments/${encodeURIComponent(id)}/settings`).catch((error) => {
        if ((0,src_errors/* isFailure */.N6)(error))
            return null;
        throw error;
    });
    if (!(0,environment_state/* deploysByHand */.V)(settings))
        return [];
    const message = `The environment ${id} deploys only on request (deployment type manual): a push is staged but does not go live.`;
    const fix = `After the push: magento-cloud environment:deploy -e ${id}; or before it: magento-cloud environment:deploy:type automatic -e ${id}, which deploys at once whatever is staged there.`;
    return [{ id: 'environment-manual', severity: 'warning', message, fix }];
}
const check_platform_name = 'ADMIN_EMAIL';
async function checkAdminEmail(cloud, input) {
    if (input.adminEmailCheck === 'off')
        return [];
    if (input.adminEmailCheck === 'set')
        return checkAddress(input);
    if (await cloud.hasVariable(check_platform_name))
        return [];
    const required = input.adminEmailCheck === 'require' || needsAdminEmail(input.eceTools);
    return [
        {
            id: 'admin-email',
            severity: required ? 'error' : 'warning',
            message: required
                ? `The variable ${check_platform_name} is set neither on the environment nor on the project.`
                : `The variable ${check_platform_name} is not set; the ece-tools of this project (${input.eceTools ?? 'unknown'}) do not need it for an upgrade.`,
            fix: 'Set admin-email-check: set and admin-email, or run magento-cloud variable:create --level environment --name ADMIN_EMAIL.'
        }
    ];
}
function checkAddress({ adminEmail }) {
    if (/^[^@\s]+@[^@\s]+$/.test(adminEmail))
        return [];
    return [
        {
            id: 'admin-email',
            severity: 'error',
            message: 'admin-email-check is set, but admin-email is not an e-mail address.',
            fix: 'Set admin-email to the address.'
        }
    ];
}
/** ece-tools 2002.0.16 was the first that upgrades without ADMIN_EMAIL (release notes of the Cloud guide). */
function needsAdminEmail(eceTools) {
    return eceTools !== null && (0,composer_version/* isAtLeast */.du)(eceTools, '2002') && !(0,composer_version/* isAtLeast */.du)(eceTools, '2002.0.16');
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/failure.js
var ssh_failure = __webpack_require__(233);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-ssh.js


const timeoutSeconds = 60;
/** Logs in to every node once, so that a wrong key is found before anything has changed. */
async function checkSsh(access) {
    try {
        // An unusable key is reported even if the platform does not answer.
        const ssh = await access.ssh();
        const hosts = await access.hosts();
        return (await Promise.all(hosts.map((host) => checkLogin(ssh, host)))).flat();
    }
    catch (error) {
        if (!(0,src_errors/* isFailure */.N6)(error))
            throw error;
        return [{ id: `ssh-${error.code}`, severity: 'error', message: error.message, fix: error.next }];
    }
}
async function checkLogin(ssh, host) {
    const look = () => ssh.script(host, 'true', { timeoutSeconds });
    let answer = await look();
    // Retried, because a login changes nothing.
    if (answer.failureKind === 'connection')
        answer = await look();
    const { failure, failureKind } = answer;
    if (failure === null || failureKind === null)
        return [];
    const id = failureKind === 'login' ? 'ssh-bad-secret' : 'ssh-login';
    const message = `Login to ${host} failed: ${failure}.`;
    return [{ id, severity: 'error', message, fix: (0,ssh_failure/* sshFailureFix */.kL)(failureKind, host) }];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/preflight/check-composer.js
var check_composer = __webpack_require__(3173);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/child-environment.js
var child_environment = __webpack_require__(682);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-tools.js



/** Problems with PHP, Composer, git and magento-cloud on this machine. */
async function checkTools(tools, input) {
    const checks = [
        (0,check_composer/* checkComposer */.Z)(tools.composer, input),
        checkGitVersion(tools.git),
        checkCloud(tools.cloud),
        check_tools_checkSsh(tools)
    ];
    return (await Promise.all(checks)).flat();
}
async function checkGitVersion(git) {
    const version = /\d+\.\d+/.exec((await git.run('--version')).stdout)?.[0] ?? '';
    if ((0,composer_version/* isAtLeast */.du)(version, '2.25'))
        return [];
    return [missing('git', 'git is missing or older than 2.25.', 'Install a newer git.')];
}
async function checkCloud(cloud) {
    if (cloud === null)
        return [];
    const version = await cloud.version();
    if ((0,composer_version/* isAtLeast */.du)(version ?? '', '1.46'))
        return [];
    if (version === null && cloud.program === 'php') {
        const message = 'PHP is missing, or cannot run the magento-cloud of cli-version.';
        return [missing('magento-cloud', message, 'Install the PHP command line, e.g. apt-get install php-cli.')];
    }
    return [
        missing('magento-cloud', version === null ? 'The program magento-cloud is missing.' : `magento-cloud ${version} is older than 1.46.`, 'Set cli-version: 1.47.0 to have it installed, or put magento-cloud 1.46 or newer on PATH.')
    ];
}
// 7.6 was the first release that supports `accept-new` and so never trusts a changed host key by mistake.
async function check_tools_checkSsh({ cloud, sshVersion }) {
    if (cloud === null)
        return [];
    const version = await sshVersion();
    if ((0,composer_version/* isAtLeast */.du)(version ?? '', '7.6'))
        return [];
    const what = version === null ? 'The program ssh is missing.' : `OpenSSH ${version} is older than 7.6.`;
    return [missing('ssh', what, 'Install a newer OpenSSH client, e.g. apt-get install openssh-client.')];
}
function missing(id, message, fix) {
    return { id: `tool-${id}`, severity: 'error', message, fix };
}
/** Version of the OpenSSH client, e.g. `9.2`, or null if there is none. */
async function sshVersion(run, environment) {
    const { stderr, stdout } = await run(['ssh', '-V'], { env: (0,child_environment/* childEnvironment */.Qc)(environment, {}), timeoutSeconds: 10 });
    return /OpenSSH_(\d+\.\d+)/.exec(`${stdout}${stderr}`)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-preflight.js






/** Finds every problem at once, errors first. Changes nothing. */
async function checkPreflight(tools, input) {
    const { cloud } = tools;
    const checks = [
        checkTools(tools, input),
        (0,check_git/* checkGit */.T)(tools, input),
        checkCredentials(tools.probe, input.repositories, input),
        checkDisk(tools.files, input.scratch, input.install === 'full' ? 'full' : 'fast')
    ];
    const local = (await Promise.all(checks)).flat();
    const platform = cloud === null ? [] : await checkPlatform(cloud, input);
    // An environment that the platform refuses, or has not started, has no logins.
    const unusable = platform.some(({ id }) => id !== 'admin-email');
    const logins = tools.access === null || unusable ? [] : await checkSsh(tools.access);
    return [...local, ...platform, ...logins].sort((a, b) => a.severity.localeCompare(b.severity));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-pull-request.js
/**
 * Problems that would keep the pull request from being opened, found before anything is pushed. GitHub is asked for a
 * pull request of the branch into itself, which it always refuses: because of the token (403), the setting of Actions
 * (403) or, if neither is a problem, because there are no commits (422).
 */
async function checkPullRequest(github, { repository, remote, base, hasToken }) {
    const name = repository ? `${repository.owner}/${repository.repo}` : '';
    if (repository === null) {
        const message = `The remote ${remote} is not a GitHub repository, so no pull request can be opened.`;
        return [check_pull_request_problem('pull-request-remote', message, 'Set GITHUB_REPOSITORY to OWNER/NAME, or pull-request: false.')];
    }
    if (!hasToken)
        return [secret('pull-request: true needs a github-token, and none is set.', give)];
    const seen = await github.askRepository(repository);
    if (seen.status !== 200)
        return [ofRepository(name, seen)];
    if (seen.archived)
        return [check_pull_request_problem('pull-request-archived', `${name} is archived, so it is read-only.`, 'Unarchive it.')];
    return ofPullRequest(name, await github.askPullRequest({ ...repository, base }));
}
const give = 'Set github-token: ${{ github.token }}, and the job permissions: contents: write and pull-requests: write.';
function ofRepository(name, { status, message }) {
    if (status === 401)
        return secret('GitHub rejects the github-token (401): it is wrong, expired or revoked.', give);
    if (status === 404)
        return secret(`The github-token has no access to ${name} (404).`, `Use a token for ${name}. ${give}`);
    if (status === 403)
        return secret(`GitHub rejects the github-token for ${name}: ${message}`, give);
    return unreachable(status, message);
}
function ofPullRequest(name, { status, message, accepted }) {
    if (/not permitted to create or approve pull requests/i.test(message)) {
        return [
            secret(`GitHub Actions is not allowed to create pull requests in ${name}.`, 'Enable "Allow GitHub Actions to create and approve pull requests" in Settings, Actions, General (first in the organization), or use the token of an App.')
        ];
    }
    if (status === 422)
        return [];
    if (status === 401 || status === 403 || status === 404) {
        const missing = accepted.replaceAll('_', '-').replaceAll('=', ': ') || 'pull-requests: write';
        return [secret(`The github-token cannot open pull requests in ${name}: it lacks ${missing} (${message}).`, give)];
    }
    return [unreachable(status, message)];
}
function unreachable(status, message) {
    const told = status === null ? message : `${status} ${message}`;
    return check_pull_request_problem('pull-request-github', `GitHub does not answer as expected: ${told}`, 'Run again in a few minutes; see githubstatus.com.');
}
function secret(message, fix) {
    return check_pull_request_problem('github-token-bad-secret', message, fix);
}
function check_pull_request_problem(id, message, fix) {
    return { id, severity: 'error', message, fix };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/composer/composer-repository.js
var composer_repository = __webpack_require__(8772);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/clock.js
var tools_clock = __webpack_require__(5964);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/run-command.js + 3 modules
var run_command = __webpack_require__(4636);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/plan-and-preflight.js















/** Plans and checks without changing anything. All problems of both come in one error. Returns the plan. */
async function planAndPreflight(thisRun, { project, platform, deploying }) {
    const { stepTimer, facts } = thisRun;
    const [planned, checked] = await Promise.allSettled([
        stepTimer.step('plan', () => (0,make_plan/* makePlan */.C)(thisRun, project), make_plan/* summarizePlan */.P),
        stepTimer.step('preflight', () => check(thisRun, { project, platform, deploying }), describeProblems, hasErrors)
    ]);
    if (planned.status === 'fulfilled')
        facts.plan = planned.value.plan;
    if (checked.status === 'rejected')
        throw checked.reason;
    const problems = [
        ...project.problems,
        ...(planned.status === 'fulfilled' ? checked.value.map(readAnyway) : checked.value)
    ];
    if (planned.status === 'rejected')
        throw withProblems(planned.reason, problems);
    const install = await refuseProjectCode(thisRun, project, planned.value);
    const all = [...problems, ...planned.value.plan.problems, ...install];
    const error = (0,preflight_error/* preflightError */.s)(all);
    if (error)
        throw error;
    facts.warnings = [...facts.warnings, ...all];
    return planned.value;
}
// Reported before the backup begins; warnings come with the update.
async function refuseProjectCode({ options, secrets }, { scratch }, { plan: { changed }, files: after }) {
    if (!changed)
        return [];
    const { install } = options;
    const choice = { install, folder: scratch.folder, after, holdsSecrets: secrets.length > 0 };
    const { problems } = await chooseInstallMode(files/* files */.a, choice);
    return problems.filter(({ severity }) => severity === 'error');
}
async function check(thisRun, parts) {
    const found = await Promise.all([checkMachine(thisRun, parts), checkGitHub(thisRun, parts)]);
    return found.flat().sort((a, b) => a.severity.localeCompare(b.severity));
}
/** Checks that the pull request could be opened, before its branch is pushed. */
async function checkGitHub({ options, context }, { project }) {
    if (!options.pullRequest || !options.push)
        return [];
    const { githubToken: token, remote } = options;
    const github = (0,tools_github/* createGitHub */.C)({
        token,
        apiUrl: context.environment['GITHUB_API_URL'] ?? 'https://api.github.com',
        fetch: (0,proxied_fetch/* createFetch */.H)(context.environment),
        redact: context.redact
    });
    const repository = await repositoryOfPullRequest({ options, context }, project.git);
    return checkPullRequest(github, { repository, remote, base: project.branch, hasToken: !token.isEmpty });
}
function checkMachine({ options, context }, { project, platform, deploying }) {
    const repositoryTools = { fetch: (0,proxied_fetch/* createFetch */.H)(context.environment), clock: (0,tools_clock/* createClock */.t)(context.signal) };
    return checkPreflight({
        git: project.git,
        composer: project.composer,
        files: files/* files */.a,
        cloud: platform?.cloud ?? null,
        probe: (url, headers) => (0,composer_repository/* probeRepository */.D)(repositoryTools, url, headers),
        sshVersion: () => sshVersion((0,run_command/* createRunCommand */.x)(context.signal, context.redact), context.environment),
        // An environment has no logins while it is being deployed.
        access: !deploying && (options.verify || options.backup !== 'off') ? platform : null
    }, {
        ...options,
        deploying,
        eceTools: project.composerProject.eceTools,
        repositories: project.composerProject.repositories,
        auth: project.auth,
        origins: project.origins,
        overruled: project.overruled,
        scratch: project.scratch.folder
    });
}
function describeProblems(problems) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    const told = warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
    return `${errors === 0 ? 'passed' : `${errors} ${errors === 1 ? 'blocker' : 'blockers'}`}${told}`;
}
function hasErrors(problems) {
    return problems.some(({ severity, id }) => severity === 'error' && !repositoryProblemIds.some((known) => known === id));
}
function withProblems(reason, problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (!(reason instanceof src_errors/* UpgradeError */.fy) || errors.length === 0)
        return reason;
    if (errors.every(isOfRepository))
        return asComposerFailed(reason, errors, problems);
    const planning = { id: reason.code, severity: 'error', message: reason.message, fix: reason.next };
    const listed = reason.code === 'preflight-failed' && reason.problems.length > 0;
    const told = new Set(errors.map(({ id }) => id));
    const others = reason.problems.filter(({ id }) => !told.has(id));
    return (0,preflight_error/* preflightError */.s)([...errors, ...(listed ? [] : [planning]), ...others]);
}
function isOfRepository({ id }) {
    return repositoryProblemIds.some((known) => known === id);
}
/** A repository that Composer has read is no obstacle, whatever our own probe got. */
function readAnyway(problem) {
    if (!isOfRepository(problem))
        return problem;
    return { ...problem, severity: 'warning', message: `${problem.message} Composer itself read what the plan needs.` };
}
/** If only the repositories are the problem, the code is Composer's and the more exact message is kept. */
function asComposerFailed(reason, errors, problems) {
    const { code, details } = reason;
    const refused = code === 'composer-credentials' || code === 'composer-network';
    return new src_errors/* UpgradeError */.fy(code, {
        message: refused ? errors.map(({ message }) => message).join(' ') : reason.message,
        next: refused ? (errors[0]?.fix ?? reason.next) : reason.next,
        problems: [...problems, ...reason.problems],
        ...(details !== undefined && { details })
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/shell-quote.js
var shell_quote = __webpack_require__(2337);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/recover/plan-recovery.js

const buildOnly = /Error building project|Unable to build application|Unknown error building|Cannot build application of type/i;
const reachedDeploy = /Re-?deploying environment|scenario\/deploy\.xml|ece-tools deploy\b|setup[: ]upgrade/i;
/**
 * Whether the database is newer than the code that a revert restores. It is not only if the log shows that the
 * deployment ended in its build, which has no database.
 */
function databaseAhead(deployed, log) {
    if (deployed)
        return 'yes';
    return log !== null && buildOnly.test(log) && !reachedDeploy.test(log) ? 'no' : 'maybe';
}
/** The commands that restore the data from before the upgrade: for a person to run, never for this program. */
function dataCommands(data) {
    const { backup } = data;
    const where = `--project ${(0,shell_quote/* shellWord */.r)(data.project)} --environment ${(0,shell_quote/* shellWord */.r)(data.environment)}`;
    const here = backup?.downloadedTo ?? null;
    if (backup?.manifest != null && here !== null)
        return [
            `magento-cloud-upgrade backup verify ${(0,shell_quote/* shellWord */.r)(backup.manifest)}`,
            `magento-cloud-upgrade backup restore ${(0,shell_quote/* shellWord */.r)(backup.manifest)} ${where} --confirm ${(0,shell_quote/* shellWord */.r)(data.environment)}`
        ];
    if (backup?.location != null)
        return onServer(data, backup.location);
    const sum = /sha256:([0-9a-f]{64})/.exec(data.trailer)?.[1];
    if (sum !== undefined && data.backupDirectory !== '')
        return [
            `grep -rl ${sum} ${(0,shell_quote/* shellWord */.r)(data.backupDirectory)} --include=manifest.json`,
            `magento-cloud-upgrade backup restore FOLDER ${where} --confirm ${(0,shell_quote/* shellWord */.r)(data.environment)}`
        ];
    const found = sum === undefined ? [] : [`sha256sum FILE # the dump of before the upgrade has ${sum}`];
    return [...found, `magento-cloud snapshot:list -p ${(0,shell_quote/* shellWord */.r)(data.project)} -e ${(0,shell_quote/* shellWord */.r)(data.environment)}`];
}
function onServer({ project, environment, login }, location) {
    const ssh = login === null
        ? `magento-cloud ssh -p ${(0,shell_quote/* shellWord */.r)(project)} -e ${(0,shell_quote/* shellWord */.r)(environment)}`
        : `ssh ${(0,shell_quote/* shellWord */.r)(login)}`;
    return [
        `${ssh} ${(0,shell_quote/* shellWord */.r)(`gzip -t ${(0,shell_quote/* shellWord */.r)(location)}`)}`,
        `${ssh} ${(0,shell_quote/* shellWord */.r)(`gunzip -c ${(0,shell_quote/* shellWord */.r)(location)}`)} | magento-cloud db:sql -p ${(0,shell_quote/* shellWord */.r)(project)} -e ${(0,shell_quote/* shellWord */.r)(environment)}`
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/find-way-back.js

/**
 * The commands that bring the environment back to the version before, after a failure of the pushed `commit`, ready to
 * paste. Without a restore of data if none can have been touched, or if no backup outlives this run.
 */
function findWayBack({ options, facts }, commit) {
    const { plan, backup, deployment, findings, branch } = facts;
    if (plan === null || branch === null || plan.fromVersion === plan.toVersion)
        return null;
    const untouched = deployment?.verdict === 'never-started' || deployment?.verdict === 'staged' || findings[0]?.siteUnchanged === true;
    const remotes = [options.remote, options.cloudRemote].filter((name) => name !== '');
    const pushes = remotes.map((remote) => `git push ${quoted(remote)} ${quoted(branch)}`);
    const from = `git checkout ${quoted(branch)} && git pull --ff-only ${quoted(options.remote)} ${quoted(branch)}`;
    const environment = facts.environment ?? options.environment;
    const place = { project: options.project, environment, trailer: '', backupDirectory: '', login: null };
    const lasting = (backup?.places ?? []).filter(({ until }) => until !== 'job' && until !== 'deployment');
    const kept = backup === null || lasting.length === 0
        ? null
        : onlyAt(backup, lasting.map(({ where }) => where));
    return {
        version: plan.fromVersion,
        code: [[from, `git revert --no-edit ${commit}`, ...pushes].join(' && ')],
        data: untouched || kept === null ? [] : [...dataCommands({ ...place, backup: kept })],
        untouched,
        from: untouched || kept === null ? null : kept.finishedAt
    };
}
function onlyAt(backup, where) {
    return where.includes('machine') ? backup : { ...backup, downloadedTo: null, manifest: null };
}
/** A word that needs no quotes in a POSIX shell. */
function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/plan-verdict.js
var plan_verdict = __webpack_require__(6067);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/head.js
var head = __webpack_require__(1635);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/note-ref.js
var note_ref = __webpack_require__(769);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/remote-branch.js
var remote_branch = __webpack_require__(9692);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/join-pull-request-branch.js


/**
 * The commit to push to the branch of a pull request. If an earlier run left the branch elsewhere, it is a merge commit
 * with the files of `commit`, because a branch is never force-pushed; if the branch already has these files, it is the
 * branch's own commit.
 */
async function joinPullRequestBranch(ledger, { git }, target) {
    const { remote, branch, commit } = target;
    if ((await (0,remote_branch/* remoteCommit */.Sd)(git, remote, branch)) === null)
        return commit;
    const tip = await (0,remote_branch/* fetchBranch */.D_)(git, remote, branch);
    const treeOf = async (name) => (await git.read('rev-parse', `${name}^{tree}`)).trim();
    const [ours, theirs] = await Promise.all([treeOf(commit), treeOf(tip)]);
    if (ours === theirs)
        return tip;
    const message = (await git.read('log', '-1', '--format=%B', commit)).trim();
    const identity = await (0,head/* committerOf */.G)(git, commit);
    const made = (await git.read(...identity, 'commit-tree', ours, '-p', tip, '-p', commit, '-m', message)).trim();
    ledger.intend('commit', `the commit ${made.slice(0, 12)} was made in the local repository`).done();
    return made;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/push/push-effects.js
var push_effects = __webpack_require__(4160);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/push/push-obstacles.js
/**
 * Reasons why a push is not even checked: this machine, the connection, the credentials, the repository. The first
 * match counts.
 */
const obstacles = [
    {
        pattern: /shallow update not allowed/i,
        meaning: 'the remote does not accept a push from a shallow clone',
        next: 'Set fetch-depth: 0 for actions/checkout, or run git fetch --unshallow.'
    },
    {
        pattern: /SAML SSO|single sign-on/i,
        meaning: 'the organization wants this token or key to be authorized for its single sign-on',
        next: 'Authorize the token or key for the organization (Configure SSO, where it was made), or use the token of an App.'
    },
    {
        pattern: /IP (?:address )?(?:is not (?:permitted|allowed)|allow ?list)/i,
        meaning: 'the remote takes nothing from the address of this machine',
        next: 'Add the address to the allow list of the organization, or run on a machine that is on it.'
    },
    {
        pattern: /(?:repository|account|project) (?:has been|is|was) (?:disabled|suspended|blocked)|has been disabled by GitHub|account is suspended/i,
        meaning: 'the repository or its account is disabled or suspended',
        next: 'Its owner has to ask the host why.'
    },
    {
        pattern: /archived/i,
        meaning: 'the repository is archived, so it is read-only',
        next: 'Unarchive it, or correct the address of the remote.'
    },
    {
        pattern: /marked as read.only|deploy (?:key|token).*(?:read.only|write)|write access to repository not granted/i,
        meaning: 'the key or token only has read access to the repository',
        next: 'Allow write access for the deploy key or token.'
    },
    {
        pattern: /git-lfs' was not found|git-lfs: (?:command )?not found|'lfs' is not a git command|git-lfs.*No such file/i,
        meaning: 'a hook or filter of Git LFS ran on this machine, and git-lfs is not installed',
        next: 'Install git-lfs, or remove its hooks: git lfs uninstall.'
    },
    {
        pattern: /\b(?:node|npx|npm|pnpm|yarn): (?:command )?not found|env: [‘'"]?node|can't find (?:node|npx)|code 127/i,
        meaning: 'a git hook of this repository (for example from husky) needs a program that is not on PATH',
        next: 'Install Node and the packages of the project, or run with HUSKY=0 if the hooks are only for developers.'
    },
    {
        pattern: /could not read (?:Username|Password)|terminal prompts disabled|Cannot prompt/i,
        meaning: 'git has no credentials for the remote',
        next: 'Let actions/checkout keep its credentials (persist-credentials: true), or configure a git credential helper.'
    },
    {
        pattern: /authentication failed|invalid username or|bad credentials|access denied|password authentication was removed|returned error: 401/i,
        meaning: 'the remote rejects the credentials that git has',
        next: 'Renew the token or password; the token of an App expires after an hour, that of a run with its job.'
    },
    {
        pattern: /host key verification failed|HOST IDENTIFICATION HAS CHANGED|no \w+ host key is known/i,
        meaning: 'this machine does not trust the host key of the remote',
        next: 'Compare the fingerprint with the one that the host publishes, then add it to known_hosts. Never skip the check.'
    },
    {
        pattern: /permission denied \(|too many authentication failures/i,
        meaning: 'the remote rejects the SSH key',
        next: 'Add the public key at the remote, or configure the right key (core.sshCommand, agent).'
    },
    {
        pattern: /repository .*not found|returned error: 404|could not be found|does not appear to be a git repository|no such project/i,
        meaning: 'the repository does not exist, or these credentials have no access to it',
        next: 'Check the address of the remote (git remote -v) and what the token has access to.'
    },
    {
        pattern: /permission to .* denied|denied to|not allowed to push|returned error: 403|insufficient permission/i,
        meaning: 'the token or key has no write access to the repository',
        next: 'Grant the job contents: write, or use a token that may push.'
    },
    {
        pattern: /GH013|rule violations/i,
        meaning: 'a rule of the repository refuses the push',
        next: 'Read the details: they name the rule.'
    },
    {
        pattern: /remote rejected|hook declined|! \[rejected\]/i,
        meaning: 'the remote refuses the push',
        next: 'Read the details: the remote gives the reason.'
    }
];
/** Words of a remote that is not well, or looked after, and may take the same push later. */
const ailments = /fatal error in commit_refs|internal server error|Push operation timed out|read.only (?:GitLab instance|mode|for maintenance)|under maintenance|currently unavailable|temporarily (?:unavailable|disabled)/i;
/** Messages of network failures that may be temporary (curl, ssh, git 2.30 to 2.53). */
const disturbances = /could not resolve|timed out|connection (?:refused|reset|closed|was)|network is unreachable|no route to host|failed to connect|couldn't connect|early eof|hung up unexpectedly|RPC failed|returned error: (?:429|5\d\d)|TLS|SSL|unexpected disconnect|broken pipe|temporary failure|Could not read from remote/i;

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/push/push-refusals.js
/**
 * Rules of the remote; one push may break several. Messages of GitHub (GH001, GH006, GH007, GH009, GH013 with its
 * rules), GitLab (push rules, secret push protection), Bitbucket and Adobe's Cloud, as found in public issues and
 * documentation, 2026-11.
 */
const brokenRules = [
    {
        pattern: /push protection|cannot contain secrets|GH009|secrets? detected/i,
        names: /(?:\bpath: |-- )([^\s|]+?:\d+|[^\s|]+\.[\w]+)\s*(?:\||$)/gm,
        meaning: 'push protection found a secret in the pushed files',
        next: 'Remove the secret from the named file and revoke it, or allow it at the address in the details.'
    },
    {
        pattern: /verified signatures?|valid signatures?|must be signed|not signed|unsigned commit/i,
        meaning: 'every commit must be signed',
        next: 'Provide git with a signing key that the remote knows (commit.gpgsign and user.signingkey, here), or let this account bypass the rule.'
    },
    {
        pattern: /without [`'"]?workflows?[`'"]? (?:permission|scope)|refusing to allow .* workflow/i,
        meaning: 'the token may not change workflow files',
        next: 'Use a token with the workflows permission.'
    },
    {
        pattern: /GH001|exceeds GitHub's file size limit|larger than the (?:allowed|maximum)|exceed\w* the (?:file )?size limit|pack exceeds maximum|HTTP 413|code = 413|file size/i,
        names: /\bFile (\S.*?) is [\d.]+ +[KMG]B/g,
        meaning: 'a file, or the push as a whole, is larger than the remote accepts',
        next: 'Remove the file from the repository, or keep it in Git LFS.'
    },
    {
        pattern: /over its data quota|storage (?:limit|quota)|allocated storage|quota (?:is )?exceeded|exceed\w* (?:your |the |its )?(?:quota|LFS budget)|exceed\w* its size limit|over [\w. ]*size (?:limit|quota)|(?:repository|storage) size|size exceeds limit|remote: [^\n]{0,300}no space left on device/i,
        meaning: 'the repository or its account has used up its storage on the remote',
        next: 'Free some storage there, or buy more; see the details.'
    },
    {
        pattern: /commit message (?:must|does not|doesn't|didn't|should|contains)|message does not (?:follow|match)|commit_message_pattern/i,
        meaning: 'the commit message does not have the form that the remote requires',
        next: 'Set commit-message to one that matches the pattern in the details.'
    },
    {
        pattern: /(?:author|committer)(?:'s)?(?: \w+)? ?(?:e-?mail|name)|GH007|private email|is not a member of (?:the )?team|_email_pattern|cannot push commits (?:for|by) /i,
        meaning: 'the remote does not accept the author of the commit',
        next: 'Set commit-author to a name and an address that match the rule in the details.'
    },
    {
        pattern: /branch name (?:'[^'\n]{1,300}' )?(?:must|does not|doesn't)|branch_name_pattern|creations? (?:being )?restricted|ref name|GH00[25]/i,
        meaning: 'the remote does not accept a branch of this name',
        next: 'Allow the name of the branch in the rule that the details name.'
    },
    {
        pattern: /file (?:path|extension|name) .*(?:restricted|prohibited)|file name .* was blacklisted|File path is restricted/i,
        meaning: 'a rule of the remote prevents a file from being pushed',
        next: 'Allow the path in the rule that the details name, or let this account bypass it.'
    },
    {
        pattern: /(?:must not|cannot|not) contain merge commits|merge commits are not allowed|linear history/i,
        meaning: 'the branch takes no merge commits, and what would be pushed has one',
        next: 'Rebase the branch that the upgrade started from, or let this account bypass the rule.'
    },
    {
        pattern: /GH008|unknown Git LFS object|LFS objects? (?:are|is) missing|missing LFS objects?/i,
        meaning: 'the history names files in Git LFS that the remote does not have',
        next: 'Send them from a clone that has them: git lfs push --all, with the name of the remote.'
    },
    {
        pattern: /Error parsing configuration files|Invalid configuration files/i,
        meaning: "the Cloud cannot read the project's configuration files",
        next: 'Correct the file that the details name (.magento.app.yaml or one below .magento), then run again.'
    },
    {
        pattern: /known vulnerabilit|protective block/i,
        meaning: "the Cloud's protective block found a known vulnerability in the pushed code",
        next: 'Read the details for the advisory and choose a target that fixes it.'
    },
    {
        pattern: /GH003|GH006|protected (?:branch|ref)|(?:through|use) a pull request|required (?:status check|deployment|workflow)|code scanning|not allowed to force.push|not allowed to push code to protected|denied to update branch|updates? (?:being )?restricted|merge queue/i,
        meaning: 'the branch is protected',
        next: 'Set pull-request: true, or allow the token to bypass the protection.',
        inPullRequest: 'Allow the token to push branches named magento-cloud-upgrade/… in the rule that the details name.'
    }
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/push/push-outcome.js



const raced = {
    code: 'push-raced',
    meaning: 'somebody else pushed to the branch in the meantime',
    next: 'Run the upgrade again: it plans again from the newer commit. A lock file is never merged.'
};
const local = {
    code: 'push-rejected',
    meaning: 'the pre-push hook of this repository failed before anything was sent',
    next: 'Read the details, fix what the hook finds or the hook itself, then run again.'
};
const unreached = {
    code: 'retry-later',
    meaning: 'the remote could not be reached',
    next: 'Check the network, then run the same command again.'
};
const unwell = {
    code: 'retry-later',
    meaning: 'the remote is not well, or is being looked after',
    next: 'Look at the status page of the host, then run the same command again.'
};
const unknown = {
    code: 'push-rejected',
    meaning: 'git failed with an unrecognised message',
    next: 'Read the details: they are the messages of git and the remote.'
};
/**
 * Explains what `git push --porcelain` printed. All broken rules of the remote are reported at once. An unrecognised
 * message is called unknown, and only a network failure is worth another try.
 */
function explainPush(said, { pullRequest = false } = {}) {
    // The relevant lines are at the end; a remote may print any amount.
    const text = (0,last_characters/* lastCharacters */.p)(said, 20_000);
    if (/non-fast-forward|fetch first|stale info|cannot lock ref|incorrect old value/i.test(text))
        return raced;
    const broken = brokenRules.filter(({ pattern }) => pattern.test(text));
    if (broken.length > 0) {
        const tell = (part) => [...new Set(broken.map(part))].join('; ');
        return {
            code: 'push-rejected',
            meaning: tell((rule) => rule.meaning + named(rule, text)),
            next: [
                ...new Set(broken.map(({ next, inPullRequest }) => (pullRequest ? inPullRequest : undefined) ?? next))
            ].join(' ')
        };
    }
    if (ailments.test(text))
        return unwell;
    const obstacle = obstacles.find(({ pattern }) => pattern.test(text));
    if (obstacle)
        return { code: 'push-rejected', meaning: obstacle.meaning, next: obstacle.next };
    if (disturbances.test(text))
        return unreached;
    // git itself prints only this line if its own hook ends the push: neither the remote nor the connection has printed
    // anything.
    return text.includes('failed to push some refs') && !/^fatal:/m.test(text) ? local : unknown;
}
/** The files that the remote names, at most five. */
function named({ names }, text) {
    if (!names)
        return '';
    const found = [...new Set([...text.matchAll(names)].map(([, name = '']) => name))];
    return found.length === 0 ? '' : ` (${found.slice(0, 5).join(', ')})`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/push/push-commit.js




/**
 * Pushes `commit` to `refs/heads/<branch>`, never by force. The state of the remote afterwards counts, not git's exit
 * code. Throws UpgradeError `push-raced`, `push-rejected` or `retry-later`. If the remote does not report its state,
 * its answer during the push counts; without one the outcome is reported as unknown.
 */
async function pushCommit(git, input) {
    const { remote, branch, commit, ledger } = input;
    const settle = (0,push_effects/* intendPush */.lB)(ledger, input);
    const pushed = await git.run('push', '--porcelain', remote, `${commit}:refs/heads/${branch}`);
    // Asked even if the run is being stopped: a commit that has arrived must not be reported as not pushed.
    const answer = await (0,remote_branch/* askRemoteBranch */.IX)({ run: (...args) => git.finish(...args) }, remote, branch);
    settle(pushed, answer);
    const arrived = answer.answered ? answer.commit === commit : isAcknowledged(pushed, branch);
    if (!arrived)
        throw failure(input, pushed, answer);
    if (input.liveTag === null)
        return;
    const { name, commit: tagged } = input.liveTag;
    const settleTag = (0,push_effects/* intendTag */.zd)(ledger, name, remote);
    settleTag(await git.run('push', '--porcelain', remote, `${tagged}:refs/tags/${name}`));
}
/** The remote's own answer for this branch: a line of `--porcelain` that starts with a blank, `*` or `=`. */
function isAcknowledged({ exitCode, stdout }, branch) {
    return (exitCode === 0 &&
        stdout.split('\n').some((line) => /^[ *=]\t/.test(line) && line.includes(`:refs/heads/${branch}\t`)));
}
function failure(input, pushed, answer) {
    const { remote, branch } = input;
    const text = `${pushed.stdout}\n${pushed.stderr}`.trim();
    const refusal = explainPush(text, { pullRequest: input.pullRequest ?? false });
    // A refusal is an answer. If the connection broke down and the remote has been silent since, the outcome is open.
    if (!answer.answered && refusal.code === 'retry-later' && (0,push_effects/* wasSent */.Kk)(pushed)) {
        return new src_errors/* UpgradeError */.fy('retry-later', {
            message: `It is not known whether the commit reached ${branch} on ${remote}: the connection broke down, and ${remote} does not answer.`,
            next: 'Run the same command again when the remote answers: it checks the branch first and continues from there.',
            details: text
        });
    }
    return new src_errors/* UpgradeError */.fy(refusal.code, {
        message: `The commit did not reach ${branch} on ${remote}: ${refusal.meaning}.`,
        next: refusal.next,
        details: text
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/publish.js






/**
 * Tags the commit that is live, pushes the new one, also to the Cloud remote if one is named, and opens the pull
 * request. Returns whether anything was pushed.
 */
async function publishCommit(thisRun, publication) {
    const { options, facts, stepTimer } = thisRun;
    const { project, planned } = publication;
    if (!options.push) {
        const ref = `refs/magento-cloud-upgrade/${planned.plan.toVersion}`;
        stepTimer.skip('push', 'push: false');
        await (0,note_ref/* noteRef */.k)(thisRun.ledger, project.git, ref, () => project.git.read('update-ref', ref, publication.commit));
        facts.warnings = [...facts.warnings, ...(await keptElsewhere(project, ref, options.remote))];
        return false;
    }
    const branch = options.pullRequest ? `magento-cloud-upgrade/${planned.plan.toVersion}` : project.branch;
    await stepTimer.step('push', async () => {
        const liveTag = await tagLiveCommit(thisRun, publication);
        const { remote } = options;
        const commit = options.pullRequest
            ? await joinPullRequestBranch(thisRun.ledger, project, { remote, branch, commit: publication.commit })
            : publication.commit;
        await thisRun.confirmLock();
        await pushCommit(project.git, {
            remote,
            branch,
            commit,
            liveTag,
            ledger: thisRun.ledger,
            pullRequest: options.pullRequest
        });
        facts.commit = commit;
        facts.verdict = 'pushed';
        if (options.cloudRemote !== '')
            await pushToCloud(thisRun.ledger, publication, options.cloudRemote, branch).catch((error) => {
                throw halfPushed(error, remote, options.cloudRemote);
            });
        if (options.pullRequest)
            await openPullRequest(thisRun, publication, branch, planned.plan);
    }, () => `${branch} on ${[options.remote, options.cloudRemote].filter((name) => name !== '').join(' and ')}`);
    return true;
}
async function pushToCloud(ledger, { project, platform, commit }, remote, branch) {
    const git = platform === null ? project.git : project.git.withSsh(await platform.gitSsh());
    await pushCommit(git, { remote, branch, commit, liveTag: null, ledger });
}
/** Tags the commit that the environment runs, so that it can be named when going back. */
async function tagLiveCommit({ facts, ledger }, { project, platform, planned }) {
    const { git, base } = project;
    const head = platform === null ? null : (await platform.cloud.environment()).headCommit;
    const known = head !== null && (await git.run('cat-file', '-e', `${head}^{commit}`)).exitCode === 0;
    const live = known ? head : base;
    const name = `magento-cloud-upgrade/before-${planned.plan.toVersion}-${live.slice(0, 12)}`;
    await (0,note_ref/* noteRef */.k)(ledger, git, `refs/tags/${name}`, () => git.read('tag', '--force', name, live));
    facts.liveCommitTag = name;
    return { name, commit: live };
}
/** Adds to the error of the second push that the first remote has the commit, and what is left to do. */
function halfPushed(error, first, second) {
    if (!(error instanceof src_errors/* UpgradeError */.fy))
        return error;
    return new src_errors/* UpgradeError */.fy(error.code, {
        message: `${error.message} ${first} already has it.`,
        next: `${error.next} The next run pushes it only to ${second}.`,
        ...(error.details !== undefined && { details: error.details })
    });
}
/** If the branch is not checked out, no branch moves to the commit; it is kept by its ref. */
async function keptElsewhere({ git, branch }, ref, remote) {
    if ((await (0,head/* currentBranch */.e)(git)) === branch)
        return [];
    const message = `${branch} is not checked out here, so the commit is kept as ${ref}.`;
    const fix = `To push it: git push ${remote} ${ref}:refs/heads/${branch}`;
    return [{ id: 'commit-kept', severity: 'warning', message, fix }];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/plan-recovery.js


/**
 * What is known before an upgrade is reverted. Warns first if the database will be ahead of the code, with the commands
 * that restore the data.
 */
async function planRecovery({ options, context, facts }, platform, commit, { from, backup }) {
    const { deployment } = facts;
    const deployed = deployment?.verdict !== 'failed';
    const id = deployment?.activityId ?? null;
    const log = id === null ? null : await orNull(platform.cloud.activityLog(id));
    const ahead = databaseAhead(deployed, log);
    const login = (await orNull(platform.hosts()))?.[0] ?? null;
    const commands = dataCommands({
        project: options.project,
        environment: platform.environment,
        backup: facts.backup,
        trailer: backup,
        backupDirectory: options.backupDirectory,
        login
    });
    if (ahead !== 'no') {
        const warning = aheadWarning(ahead, from, commands);
        context.logger.warn(warning.message);
        for (const command of commands)
            context.logger.warn(`  ${command}`);
        facts.warnings = [...facts.warnings, warning];
    }
    return {
        outcome: 'failed',
        reason: '',
        revertedCommit: commit,
        commit: null,
        version: from,
        databaseAhead: ahead,
        dataCommands: [...commands],
        deployment: null,
        verification: null
    };
}
function aheadWarning(ahead, version, commands) {
    const sure = ahead === 'yes';
    return {
        id: 'database-ahead',
        severity: 'warning',
        message: `The database ${sure ? 'is' : 'may be'} newer than the code: setup:upgrade ${sure ? 'has' : 'may have'} changed it, and the revert restores only the code of ${version}.`,
        fix: `To restore the data from before the upgrade as well (anything written since is lost): ${commands.join(' ; ')}`
    };
}
// A failure here only makes a warning less exact; it must not prevent the recovery.
async function orNull(answer) {
    return answer.catch((error) => {
        if ((0,src_errors/* isFailure */.N6)(error))
            return null;
        throw error;
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/sync-checkout.js
var sync_checkout = __webpack_require__(2572);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/recover/revert-commit.js


/**
 * Makes a new commit that reverts `commit`, which `git` has checked out. Its files are byte for byte those of the
 * previous commit. Returns its SHA; throws UpgradeError `recovery-failed`.
 */
async function revertCommit({ git, ledger }, commit) {
    const before = await treeOf(git, `${commit}^`);
    // In a shallow clone, a commit without its parent would be reverted to an empty tree.
    if (before === null)
        throw failed(commit, 'the commit before it is not in this clone', 'Fetch the history of the branch');
    const settings = [...(await (0,head/* committerOf */.G)(git, commit)), '-c', 'core.editor=true'];
    const made = ledger.intend('commit', `a commit that takes ${commit.slice(0, 12)} back was made in the local repository`);
    const result = await git.run(...settings, 'revert', '--no-edit', commit);
    if (result.exitCode !== 0) {
        made.undone();
        throw failed(commit, 'git refused', 'Read the details', result.stderr);
    }
    made.done();
    if ((await treeOf(git, 'HEAD')) !== before)
        throw failed(commit, 'a hook changed files of the commit', 'Check what the hooks of this repository do');
    return (await git.read('rev-parse', 'HEAD')).trim();
}
async function treeOf(git, commit) {
    const { exitCode, stdout } = await git.run('rev-parse', '--quiet', '--verify', `${commit}^{tree}`);
    return exitCode === 0 ? stdout.trim() : null;
}
function failed(commit, why, first, details = '') {
    return new src_errors/* UpgradeError */.fy('recovery-failed', {
        message: `The upgrade ${commit.slice(0, 12)} could not be reverted: ${why}.`,
        next: `${first}, then: git revert ${commit} && git push`,
        ...(details !== '' && { details })
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/step-timer.js
var step_timer = __webpack_require__(436);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/git.js
var git_git = __webpack_require__(7069);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/work-tree.js
var work_tree = __webpack_require__(7402);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/recover-environment.js














/** Whether `recover: revert` applies to a failure: its outcome is known, and the environment is unhealthy. */
function isRecoverable({ options, facts }, error) {
    if (options.recover !== 'revert' || !(error instanceof src_errors/* UpgradeError */.fy))
        return false;
    if (error.code === 'deploy-failed')
        return facts.deployment?.verdict === 'failed';
    return error.code === 'unhealthy' || error.code === 'wrong-version';
}
/**
 * Reverts the upgrade by a new commit, which is pushed, waited for and verified like the upgrade. No history is
 * rewritten, and no data is touched. Returns the error that the run ends with: `reverted`, or `recovery-failed`.
 */
async function recoverEnvironment(thisRun, platform, commit, cause) {
    const { options, context, facts } = thisRun;
    const git = (0,git_git/* createGit */.l)((0,run_command/* createRunCommand */.x)(context.signal, context.redact), context.environment, files/* files */.a.resolve(options.workingDirectory));
    const trailers = await (0,pending_commit/* upgradeTrailers */.Fv)(git, commit);
    if (trailers === null) {
        context.logger.warn(`Commit ${commit.slice(0, 12)} is not an upgrade by this program, so it is not reverted.`);
        return cause;
    }
    const recovery = await planRecovery(thisRun, platform, commit, trailers);
    facts.recovery = recovery;
    try {
        await thisRun.stepTimer.step('recover', () => revert(thisRun, platform, git, recovery), () => `${recovery.commit?.slice(0, 12) ?? ''} reverts ${commit.slice(0, 12)}`);
        recovery.outcome = 'reverted';
        recovery.reason = cause.message;
        return reverted(cause, recovery);
    }
    catch (error) {
        if (!(0,src_errors/* isFailure */.N6)(error))
            throw error;
        recovery.outcome = recovery.commit === null ? 'refused' : 'failed';
        recovery.reason = error.message;
        return recoveryFailed(cause, error, recovery);
    }
}
async function revert(thisRun, platform, git, recovery) {
    const { options, facts } = thisRun;
    const branch = facts.branch ?? '';
    await expectHead(git, options.remote, branch, recovery.revertedCommit);
    const commit = await makeRevert(thisRun.ledger, git, {
        remote: options.remote,
        branch,
        commit: recovery.revertedCommit
    });
    await thisRun.confirmLock();
    const { ledger } = thisRun;
    await pushCommit(git, { remote: options.remote, branch, commit, liveTag: null, ledger });
    recovery.commit = commit;
    if (options.cloudRemote !== '') {
        const cloudGit = git.withSsh(await platform.gitSsh());
        await pushCommit(cloudGit, { remote: options.cloudRemote, branch, commit, liveTag: null, ledger });
    }
    facts.warnings = [...facts.warnings, ...(await (0,sync_checkout/* syncCheckout */.s)(thisRun, { git, branch }, commit))];
    // The same steps as for the upgrade, with a report of their own.
    const own = {
        ...thisRun,
        facts: (0,run_state/* newRunState */.P)({ environment: facts.environment, branch }),
        stepTimer: (0,step_timer/* createStepTimer */.Y)(() => undefined)
    };
    try {
        await (0,follow_deployment/* waitFor */.fm)(own, platform, commit);
        if (options.verify)
            await (0,follow_deployment/* verifyRunning */.B1)(own, platform, recovery.version);
    }
    finally {
        recovery.deployment = own.facts.deployment;
        recovery.verification = own.facts.verification;
    }
}
// Commits of others on top must not be reverted.
async function expectHead(git, remote, branch, commit) {
    const there = await (0,remote_branch/* remoteCommit */.Sd)(git, remote, branch);
    if (there === commit)
        return;
    throw new src_errors/* UpgradeError */.fy('recovery-failed', {
        message: `${branch} on ${remote} ${there === null ? 'does not answer' : `is at ${there.slice(0, 12)} by now`}, so the upgrade was not reverted.`,
        next: `On the current branch: git revert ${commit}`
    });
}
async function makeRevert(ledger, git, { remote, branch, commit }) {
    const shallow = (await git.read('rev-parse', '--is-shallow-repository')).trim() === 'true';
    if (shallow)
        await git.run('fetch', '--quiet', '--no-tags', '--deepen=1', remote, `refs/heads/${branch}`);
    const root = (await git.read('rev-parse', '--show-toplevel')).trim();
    return (0,work_tree/* withWorkTree */.y)(git.in(root), commit, (scratch) => revertCommit({ git: scratch, ledger }, commit));
}
function reverted(cause, { commit, version, databaseAhead: ahead }) {
    const data = ahead === 'no' ? '' : ' The database was not restored: the warnings have the commands for that.';
    const done = `The upgrade was reverted by commit ${commit?.slice(0, 12) ?? ''}: ${version} runs again.`;
    return new src_errors/* UpgradeError */.fy('reverted', {
        message: `${done} ${cause.message}${data}`,
        summary: `${done} ${cause.summary}${data}`,
        next: cause.next,
        problems: cause.problems,
        ...(cause.details !== undefined && { details: cause.details })
    });
}
function recoveryFailed(cause, error, { commit, dataCommands }) {
    const how = `The upgrade failed, and ${commit === null ? 'it was not reverted' : 'the revert failed as well'}.`;
    return new src_errors/* UpgradeError */.fy('recovery-failed', {
        message: `${how} ${cause.message} Then: ${error.message}`,
        summary: `${how} ${cause.summary} Then: ${error.message}`,
        next: `${error.next} To restore the data: ${dataCommands.join(' ; ')}`,
        problems: [...cause.problems, ...error.problems],
        ...(error.details !== undefined && { details: error.details })
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/ensure-idle.js
var ensure_idle = __webpack_require__(5273);
// EXTERNAL MODULE: ./.tmp/compiled/src/logger.js
var logger = __webpack_require__(3148);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/wait/wait-for-deployment.js + 6 modules
var wait_for_deployment = __webpack_require__(6129);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/resume.js









/**
 * Continues an unfinished upgrade whose lock already has the target: finds what is done from the branch, the remote and
 * the platform's activities, and does only the rest. Returns the commit to follow, or null if no upgrade of ours is
 * unfinished.
 */
async function resumeUpgrade(thisRun, parts) {
    const { options, facts, context } = thisRun;
    const { project, platform, planned } = parts;
    if (!options.push || options.pullRequest)
        return null;
    if (platform === null)
        return pushWhereLacking(thisRun, parts);
    const there = await (0,remote_branch/* remoteCommit */.Sd)(project.git, options.remote, project.branch);
    const { commit, trailers } = await findUpgrade(parts, there);
    const look = await lookOnce(thisRun, platform, commit);
    const deployed = look.verdict === 'succeeded' || (look.verdict === 'never-started' && (await isLive(platform, commit)));
    if (trailers === null)
        return look.verdict === 'failed' ? { commit, deployed: false } : null;
    // Deployed before this run: `fromVersion` stays the version of the upgrade.
    if (deployed) {
        if (look.verdict === 'succeeded')
            facts.deployment = look;
        return { commit, deployed };
    }
    facts.plan = { ...planned.plan, fromVersion: trailers.from };
    context.logger.info(`The upgrade to ${trailers.to} is committed as ${commit.slice(0, 12)}, but not deployed; continuing.`);
    if (commit === project.base)
        await pushWhereMissing(thisRun, parts, there);
    facts.commit = commit;
    facts.verdict = 'pushed';
    const failure = options.wait || look.verdict === 'never-started' ? null : (0,wait_for_deployment/* deploymentError */.q)(look);
    if (failure !== null && failure.code === 'deploy-failed')
        throw failure;
    return { commit, deployed };
}
/** The commit that the environment should run, and the upgrade that wrote its lock. */
async function findUpgrade({ project: { git, base }, planned }, there) {
    const target = (trailers) => trailers?.to === planned.plan.toVersion ? trailers : null;
    const own = target(await (0,pending_commit/* upgradeTrailers */.Fv)(git, base));
    if (own !== null)
        return { commit: base, trailers: own };
    // Unpushed commits on top of the upgrade belong to the user and are not pushed.
    const known = there !== null && (await git.run('cat-file', '-e', `${there}^{commit}`)).exitCode === 0;
    const commit = known ? there : base;
    const last = await lastOfLock(git, commit);
    return { commit, trailers: last === '' ? null : target(await (0,pending_commit/* upgradeTrailers */.Fv)(git, last)) };
}
/** The platform's present state of a commit's deployment. */
function lookOnce({ context }, { cloud, environment }, commit) {
    return (0,wait_for_deployment/* waitForDeployment */.K)({ cloud, clock: (0,tools_clock/* createClock */.t)(context.signal), logger: logger/* silentLogger */.q }, {
        commit,
        environment,
        startTimeoutSeconds: 0,
        endTimeoutSeconds: 0
    });
}
// The platform lists activities for a limited time; the environment keeps its last deployment.
async function isLive({ cloud, environment }, commit) {
    const answer = await cloud.api(`/environments/${encodeURIComponent(environment)}`);
    const state = (0,environment_state/* parseEnvironmentState */.g)(answer);
    return state?.headCommit === commit && state.lastDeploymentSuccessful === true;
}
async function pushWhereMissing(thisRun, parts, there) {
    const { options, facts } = thisRun;
    const { project, platform } = parts;
    const commit = project.base;
    const inCloud = options.cloudRemote === '' ||
        (await (0,remote_branch/* remoteCommit */.Sd)(await cloudGit(parts), options.cloudRemote, project.branch)) === commit;
    if (there === commit && inCloud)
        return;
    // Nothing is pushed without a dump of this environment.
    if (there !== commit && !(await (0,pending_commit/* isPendingHere */.Ag)(thisRun, project, commit)))
        facts.backup = await (0,commands_backup.backUpEnvironment)(thisRun, platform, null);
    await publishCommit(thisRun, { ...parts, commit });
}
async function cloudGit({ project, platform }) {
    return platform === null ? project.git : project.git.withSsh(await platform.gitSsh());
}
/** Pushes the upgrade's commit to every remote that does not have it yet, such as one that did not answer before. */
async function pushWhereLacking({ options, facts, ledger, stepTimer }, parts) {
    const { git, branch } = parts.project;
    const { commit, trailers } = await findUpgrade(parts, await (0,remote_branch/* remoteCommit */.Sd)(git, options.remote, branch));
    if (trailers === null)
        return null;
    const upgrade = commit === parts.project.base ? commit : await lastOfLock(git, commit);
    const names = [options.remote, options.cloudRemote].filter((name) => name !== '');
    const held = await Promise.all(names.map((remote) => holds(git, remote, branch, upgrade)));
    const lacking = names.filter((_, index) => !held[index]);
    if (lacking.length === 0)
        return null;
    facts.plan = { ...parts.planned.plan, fromVersion: trailers.from };
    await stepTimer.step('push', async () => {
        for (const remote of lacking)
            await pushCommit(git, { remote, branch, commit: upgrade, liveTag: null, ledger });
    }, () => `${branch} on ${lacking.join(' and ')}, where it was missing`);
    facts.commit = upgrade;
    facts.verdict = 'pushed';
    return { commit: upgrade, deployed: false };
}
/** Whether a remote's branch contains the commit; false if the remote does not answer. */
async function holds(git, remote, branch, commit) {
    const tip = await (0,remote_branch/* remoteCommit */.Sd)(git, remote, branch);
    if (tip === null || tip === commit)
        return tip === commit;
    return (await git.run('merge-base', '--is-ancestor', commit, tip)).exitCode === 0;
}
async function lastOfLock(git, commit) {
    return (await git.run('log', '-1', '--format=%H', commit, '--', 'composer.lock')).stdout.trim();
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/set-admin-email.js



const set_admin_email_name = 'ADMIN_EMAIL';
const set_admin_email_longest = 3600;
/**
 * Sets ADMIN_EMAIL on the environment if `admin-email-check: set` asks for it and the value differs, and returns when
 * the redeployment has ended: a backup or push meanwhile would meet a site in maintenance. Throws UpgradeError that
 * says what may have changed.
 */
async function setAdminEmail(thisRun, platform) {
    const { options, context, ledger } = thisRun;
    const { environment } = platform;
    if (options.adminEmailCheck !== 'set' || (await platform.cloud.hasVariable(set_admin_email_name, options.adminEmail)))
        return;
    context.logger.info(`${set_admin_email_name} is set on ${environment}, which redeploys it; the upgrade continues when that has ended.`);
    const variable = ledger.intend('variable', `${set_admin_email_name} was set on ${environment}`);
    const redeployment = ledger.intend('redeployment', `a redeployment of ${environment} was started`);
    try {
        await platform.cloud.setVariable(set_admin_email_name, options.adminEmail);
        variable.done();
        redeployment.done();
        await awaitQuiet(thisRun, platform, environment);
    }
    catch (error) {
        await settle(platform, options.adminEmail, { variable, redeployment });
        if (!(error instanceof src_errors/* UpgradeError */.fy))
            throw error;
        throw unfinished(error, environment);
    }
}
// The call may have failed after its effect, so the platform is asked whether the variable is set.
async function settle({ cloud }, value, { variable, redeployment }) {
    const isSet = await cloud.hasVariable(set_admin_email_name, value).catch(() => null);
    if (isSet === null) {
        variable.unknown();
        redeployment.unknown();
    }
    else if (isSet) {
        variable.done();
        redeployment.done();
    }
    else {
        variable.undone();
        redeployment.undone();
    }
}
// The program waits only for the activities that the answer names, not for one that starts a moment later.
async function awaitQuiet({ context }, platform, environment) {
    const clock = (0,tools_clock/* createClock */.t)(context.signal);
    const end = clock.now() + set_admin_email_longest * 1000;
    for (;;) {
        const [open] = await (0,ensure_idle/* runningDeployments */._Y)(platform, environment);
        if (!open)
            return;
        if (clock.now() > end)
            throw new src_errors/* UpgradeError */.fy('retry-later', {
                message: `the redeployment ${open.id} has not ended within an hour`,
                next: ''
            });
        await clock.pause(5);
    }
}
function unfinished({ code, message }, environment) {
    return new src_errors/* UpgradeError */.fy(code, {
        message: `${set_admin_email_name} could not be set on ${environment}, or the redeployment that this starts did not succeed: ${message}`,
        next: `Check it: magento-cloud activity:list -e ${environment}; when it has ended, run again.`
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/run.js + 3 modules
var run_run = __webpack_require__(2736);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/keep-lock.js

// Longer delays would fire at once.
const longestTimer = 2 ** 31 - 1;
/** Seconds between two renewals of a lease of `minutes`: a quarter of the lease, at most two minutes. */
function renewSecondsOf(minutes) {
    return Math.min(120, (minutes * 60) / 4);
}
/**
 * Renews `lock` until it is stopped. It is lost once the remote has another one, or once the lease has ended without a
 * successful renewal: then another run may take it.
 */
function keepLock(lock, { minutes, renewSeconds }) {
    const lost = new AbortController();
    const lose = (error) => {
        if (!lost.signal.aborted)
            lost.abort(error);
    };
    // Other runs count the lease from the time in the note, which is the beginning of a renewal.
    const leaseEnd = (began) => setTimeout(() => {
        lose(expired(minutes));
    }, Math.min(began.getTime() + minutes * 60_000 - Date.now(), longestTimer));
    // Taking the lock may have taken long, because its holder was watched.
    const isOld = Date.now() - lock.since.getTime() > renewSeconds * 1000;
    let end = leaseEnd(isOld ? new Date() : lock.since);
    const renew = async () => {
        const began = new Date();
        const outcome = await lock.renew(began);
        if (outcome === 'lost')
            lose(taken(lock.ref));
        if (outcome !== 'renewed' || stopped || lost.signal.aborted)
            return;
        clearTimeout(end);
        end = leaseEnd(began);
    };
    let stopped = false;
    let running = null;
    const renewOnce = () => {
        running ??= renew().finally(() => {
            running = null;
        });
    };
    const beat = setInterval(renewOnce, renewSeconds * 1000);
    if (isOld)
        renewOnce();
    return {
        signal: lost.signal,
        confirm: async () => {
            if (!lost.signal.aborted)
                await renew();
            if (lost.signal.aborted)
                throw lost.signal.reason;
        },
        stop: async () => {
            stopped = true;
            clearInterval(beat);
            clearTimeout(end);
            await (running ?? Promise.resolve());
        }
    };
}
function taken(ref) {
    return new src_errors/* UpgradeError */.fy('busy', {
        message: `The lock of this run (${ref}) is gone: another run took it, or somebody removed it.`,
        next: 'Make sure that no other run is working on the environment, then run again.'
    });
}
function expired(minutes) {
    return new src_errors/* UpgradeError */.fy('retry-later', {
        message: `The lock of this run could not be renewed for ${minutes} minutes: the remote does not answer, and another run may have started.`,
        next: 'Check the network and the credentials of the remote, then run again.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/lock/lock-note.js

const shape = schemas/* object */.Ikc({
    who: schemas/* string */.YjP(),
    since: schemas/* string */.YjP(),
    renewed: schemas/* string */.YjP().nullish().catch(null),
    renewSeconds: schemas/* number */.aig().positive().nullish().catch(null),
    job: schemas/* string */.YjP().nullable(),
    attempt: schemas/* number */.aig().int(),
    nonce: schemas/* string */.YjP(),
    process: schemas/* object */.Ikc({ machine: schemas/* string */.YjP(), pid: schemas/* number */.aig().int(), began: schemas/* string */.YjP() }).nullish().catch(null)
});
/** The ref for the lock of an environment. */
function lockRef(environment) {
    return `refs/magento-cloud-upgrade/lock/${encodeURIComponent(environment)}`;
}
/** The note as the content of the lock. */
function renderLock(note) {
    return `${JSON.stringify(note)}\n`;
}
/** Reads the content of a lock; null if it is not one of ours. */
function parseLock(text) {
    try {
        const { process = null, renewed = null, renewSeconds = null, ...note } = shape.parse(JSON.parse(text));
        return { ...note, renewed, renewSeconds, process };
    }
    catch {
        return null;
    }
}
// Clocks of machines always differ a little.
const clocksDifferMinutes = 5;
/**
 * Whether the holder is alive, judged by its note: `dead` if it was an earlier attempt of the very job that asks,
 * because a runner starts an attempt only after the previous one has ended; `alive` within its lease; `unsure` if its
 * lease has ended by our clock, or its time is in the future or unreadable, because the other machine's clock may be
 * wrong.
 */
function judgeLock(holder, own, staleAfterMinutes) {
    if (holder.job !== null && holder.job === own.job && holder.attempt < own.attempt)
        return 'dead';
    const minutes = (Date.parse(own.since) - Date.parse(holder.renewed ?? holder.since)) / 60_000;
    return minutes >= -clocksDifferMinutes && minutes <= staleAfterMinutes ? 'alive' : 'unsure';
}
/** Who is running, from the variables of a GitHub workflow, otherwise user and machine. */
function lockNote(environment, machine, now, nonce) {
    const { GITHUB_ACTOR: actor, GITHUB_RUN_ID: run, GITHUB_REPOSITORY: repository = '' } = environment;
    const since = now.toISOString();
    const { process = null } = machine;
    if (run === undefined || run === '')
        return {
            who: `${machine.user} on ${machine.host} (process ${machine.pid})`,
            since,
            job: null,
            attempt: 1,
            nonce,
            process
        };
    const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
    return {
        who: `${actor ?? 'a workflow'}, ${server}/${repository}/actions/runs/${run}`,
        since,
        job: [repository, run, environment['GITHUB_JOB'] ?? ''].join('/'),
        attempt: Number(environment['GITHUB_RUN_ATTEMPT']) || 1,
        nonce,
        process
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/terminal-text.js
var terminal_text = __webpack_require__(3772);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/lock/held-lock.js
/** The lock that was taken with `note` as `blob`; `taken` is notified when it is released. */
function heldLock(lock, note, blob, taken) {
    // A push that seemed to fail may have arrived, so every blob of ours that the remote may have counts.
    const ours = new Set([blob]);
    let mine = blob;
    const own = async () => {
        const held = await lock.held();
        if (held.state === 'silent')
            return 'unreachable';
        if (held.state === 'free' || !ours.has(held.blob))
            return 'lost';
        mine = held.blob;
        return 'ours';
    };
    const renew = async (now) => {
        const next = await lock.write({ ...note, renewed: now.toISOString() });
        if (next === mine)
            return 'renewed';
        ours.add(next);
        await lock.replace(mine, next);
        const state = await own();
        if (state !== 'ours')
            return state;
        return mine === next ? 'renewed' : 'unreachable';
    };
    // Renewals run one after the other: two at once would mistake each other for another run.
    let last = Promise.resolve();
    const inTurn = (task) => {
        const turn = last.then(task);
        last = turn.catch(() => undefined);
        return turn;
    };
    return {
        ref: lock.ref,
        since: new Date(note.since),
        renew: (now) => inTurn(() => renew(now).catch(() => 'unreachable')),
        release: () => inTurn(async () => {
            const isLost = (await own()) === 'lost';
            const isRemoved = !isLost && (await lock.remove(mine));
            if (isLost || isRemoved)
                taken.undone();
            return isRemoved;
        })
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/lock/lock-on-remote.js

const lock_on_remote_raced = /fetch first|needs force|already exists|cannot lock ref|incorrect old value|failed to update ref/i;
const quietly = ['--quiet', '--no-verify', '--no-follow-tags'];
/** The lock `ref` on `remote`, by the git of a local repository. */
function lockOnRemote(git, remote, ref) {
    // The lease makes a change conditional: a lock that another run has taken since is kept.
    const conditional = (expected) => `--force-with-lease=${ref}:${expected}`;
    const held = async () => {
        const { exitCode, stdout } = await git.finish('ls-remote', remote, ref);
        if (exitCode !== 0)
            return { state: 'silent' };
        const blob = /^[0-9a-f]{40,64}(?=\t)/.exec(stdout)?.[0];
        return blob === undefined ? { state: 'free' } : { state: 'held', blob };
    };
    return {
        ref,
        held,
        write: async (note) => (await git.feed(renderLock(note), 'hash-object', '-w', '--stdin')).trim(),
        create: async (blob) => {
            const push = await git.run('push', ...quietly, remote, `${blob}:${ref}`);
            return { raced: lock_on_remote_raced.test(push.stderr) };
        },
        replace: async (expected, blob) => {
            await git.run('push', ...quietly, conditional(expected), remote, `${blob}:${ref}`);
        },
        remove: async (expected) => (await git.finish('push', ...quietly, conditional(expected), remote, `:${ref}`)).exitCode === 0,
        read: async (blob) => {
            const fetched = await git.run('fetch', '--quiet', '--no-tags', '--no-write-fetch-head', remote, ref);
            const now = fetched.exitCode === 0 ? null : await held();
            if (now !== null && !(now.state === 'held' && now.blob === blob))
                return 'gone';
            const content = await git.run('cat-file', 'blob', blob);
            // The fetched lock may already be the next holder's.
            if (content.exitCode !== 0 && fetched.exitCode === 0)
                return 'gone';
            return content.exitCode === 0 ? parseLock(content.stdout) : null;
        }
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/lock/watch-lock.js
/** Longest interval between renewals that is accepted from a foreign note, in seconds. */
const watch_lock_longest = 300;
/** Seconds after which a live holder has almost certainly renewed its lock. */
function watchSeconds({ renewSeconds }) {
    return Math.min(renewSeconds ?? 0, watch_lock_longest) * 1.5 + 1;
}
/**
 * Whether the holder of `blob` is alive: it renews its lock while we watch, which does not need synchronised clocks.
 * `gone` if the lock was released meanwhile. If the remote does not answer in the end, the holder counts as alive.
 */
async function watchLock(lock, blob, { seconds, clock }) {
    const end = clock.now() + seconds * 1000;
    for (;;) {
        const left = (end - clock.now()) / 1000;
        if (left > 0)
            await clock.pause(Math.min(left, seconds / 10));
        const held = await lock.held();
        if (held.state === 'free')
            return 'gone';
        if (held.state === 'held' && held.blob !== blob)
            return 'alive';
        if (left <= 0)
            return held.state === 'silent' ? 'alive' : 'dead';
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/lock/take-lock.js







const rounds = 5;
/**
 * Takes the lock of an environment: a ref on the remote that is created, or replaced only by its holder, so of two runs
 * only one can have it. Returns null if the remote does not accept such a ref or does not answer. Throws UpgradeError
 * `busy`, which names the holder.
 */
async function takeLock(git, input) {
    const lock = lockOnRemote(git, input.remote, lockRef(input.environment));
    const mine = await lock.write(input.note);
    const taken = input.ledger.intend('lock', `the lock ${lock.ref} was put on ${input.remote}`);
    for (let round = 0; round < rounds; round += 1) {
        const { raced } = await lock.create(mine);
        const held = await lock.held();
        if (held.state !== 'held') {
            if (raced)
                continue;
            // An interrupted push may still arrive.
            take_lock_settle(taken, (await lock.remove(mine)) || held.state === 'free');
            return null;
        }
        if (held.blob === mine) {
            taken.done();
            return heldLock(lock, input.note, mine, taken);
        }
        taken.undone();
        const holder = await lock.read(held.blob);
        if (holder === 'gone')
            continue;
        const state = holder === null ? 'alive' : await stateOf(lock, held.blob, holder, input);
        if (state === 'alive')
            throw busy(input, lock.ref, holder);
        if (state === 'dead')
            await removeDead(lock, held.blob, input);
    }
    throw busy(input, lock.ref, null);
}
function take_lock_settle(taken, isGone) {
    if (isGone)
        taken.undone();
    else
        taken.unknown();
}
async function removeDead(lock, blob, { ledger, remote }) {
    const removed = ledger.intend('lock', `the lock ${lock.ref} of a run that has ended was removed from ${remote}`);
    if (await lock.remove(blob))
        removed.done();
    else
        removed.unknown();
}
async function stateOf(lock, blob, holder, { note, staleAfterMinutes, isProcessGone, clock, onWatch }) {
    if (holder.process && isProcessGone?.(holder.process) === true)
        return 'dead';
    const judged = judgeLock(holder, note, staleAfterMinutes);
    if (judged !== 'unsure')
        return judged;
    const seconds = watchSeconds(holder);
    onWatch?.(seconds);
    return watchLock(lock, blob, { seconds, clock });
}
function busy({ environment, remote }, ref, holder) {
    // The content of the lock on the remote was written by whoever can push there.
    const told = holder ? (0,terminal_text/* plainLines */.y)(`${holder.who}, since ${holder.since}`).join(' ') : '';
    const who = told === '' ? 'the holder is unknown' : (0,redact_evidence/* redactEvidence */.H)(told).slice(0, 300);
    return new src_errors/* UpgradeError */.fy('busy', {
        message: `Another run is working on ${environment}: ${who}.`,
        next: `Wait until it has ended. If it was killed, remove its lock: git push ${remote} --delete ${ref}`
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/host.js
var host = __webpack_require__(3518);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/with-lock.js









/**
 * Runs `task` while holding the lock of the environment, and releases it however the task ends. Only a run that pushes
 * needs it; without a checkout with that remote, `task` gets null and reports the problem itself. The lock is renewed
 * meanwhile; if it is lost, everything that `task` started is stopped. Throws UpgradeError `busy` that names the holder
 * or says that the lock was lost, and `retry-later` if it could not be renewed in time.
 */
async function withLock(thisRun, task) {
    const { options, facts } = thisRun;
    const checkout = options.push && !options.dryRun ? await ownCheckout(thisRun) : null;
    if (checkout === null)
        return task(thisRun, null);
    const lock = await take(thisRun, checkout);
    if (lock !== null)
        return whileHeld(thisRun, lock, (held) => task(held, checkout));
    facts.warnings = [...facts.warnings, withoutLock(options.remote)];
    return task(thisRun, checkout);
}
// A remote that accepts a connection and stays silent must not block taking or renewing the lock.
const gitSeconds = 60;
function take({ options, context, ledger }, { git, environment }) {
    const { remote, lockMinutes } = options;
    const run = (0,run_command/* createRunCommand */.x)(context.signal, context.redact);
    const bounded = (argv, given) => run(argv, { timeoutSeconds: gitSeconds, ...given });
    const lockGit = (0,git_git/* createGit */.l)(bounded, context.environment, git.folder);
    const note = {
        ...lockNote(context.environment, (0,host/* currentHost */.sF)(), new Date(), crypto.randomUUID()),
        renewSeconds: renewSecondsOf(lockMinutes)
    };
    const onWatch = (seconds) => {
        context.logger.info(`There is a lock with an expired or wrong time; watching for ${Math.round(seconds)} seconds whether its holder is alive.`);
    };
    const clock = (0,tools_clock/* createClock */.t)(context.signal);
    return takeLock(lockGit, {
        remote,
        environment,
        note,
        staleAfterMinutes: lockMinutes,
        isProcessGone: host/* isProcessGone */.DJ,
        clock,
        onWatch,
        ledger
    });
}
async function whileHeld(thisRun, lock, task) {
    const { options, context } = thisRun;
    const { lockMinutes: minutes, remote } = options;
    const kept = keepLock(lock, { minutes, renewSeconds: renewSecondsOf(minutes) });
    const signal = AbortSignal.any([context.signal, kept.signal]);
    try {
        return await task({ ...thisRun, context: { ...context, signal }, confirmLock: () => kept.confirm() });
    }
    catch (error) {
        // The error of a stopped step is a consequence of the lost lock. A stop by the user is reported as such.
        throw kept.signal.aborted && !context.signal.aborted ? kept.signal.reason : error;
    }
    finally {
        await kept.stop();
        if (!(await lock.release()) && !kept.signal.aborted)
            context.logger.warn(`The lock was not removed. Remove it: git push ${remote} --delete ${lock.ref}`);
    }
}
async function ownCheckout({ options, context }) {
    const folder = files/* files */.a.resolve(options.workingDirectory);
    if (!(await files/* files */.a.exists(folder)))
        return null;
    const git = (0,git_git/* createGit */.l)((0,run_command/* createRunCommand */.x)(context.signal, context.redact), context.environment, folder);
    if ((await git.run('remote', 'get-url', options.remote)).exitCode !== 0)
        return null;
    const branch = options.branch || (await (0,head/* currentBranch */.e)(git));
    const environment = options.environment || branch;
    return environment === '' ? null : { git, branch, environment };
}
function withoutLock(remote) {
    return {
        id: 'no-lock',
        severity: 'warning',
        message: `The remote ${remote} did not accept a lock, so a concurrent run on the same environment would not be noticed.`,
        fix: 'Make sure that only one run works on an environment at a time, for example with a concurrency group.'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade.js


















/**
 * Upgrades a Cloud project: plans, checks, backs up, updates, commits, pushes, waits and verifies. Always returns a
 * report; its `error` says why the run failed, what is unchanged and what to do next.
 */
function upgrade(options, context = {}) {
    return (0,run_run/* startRun */.A)('upgrade', options, context, (begun) => withLock(begun, async (thisRun, checkout) => {
        if (checkout !== null)
            await (0,pending_commit/* fastForward */.AF)(thisRun, checkout);
        const local = (0,normalize_options/* isLocal */.IX)(thisRun.options);
        const { environment, followed } = await (0,project_session/* withProject */.C)(thisRun, thisRun.options.branch, async (project) => ({
            environment: project.environment,
            followed: await withChosenPlatform(thisRun, project, local, (platform) => publish(thisRun, project, platform))
        }));
        if (followed === null || local)
            return;
        await (0,cloud_session/* withCloudSession */.Y)(thisRun, environment, (platform) => follow(thisRun, platform, followed));
    }));
}
/** The part up to the push. Returns the commit whose deployment is to be followed, or null if there is none. */
async function publish(thisRun, project, platform) {
    const { facts, options } = thisRun;
    const open = await (0,ensure_idle/* ensureIdle */.fF)(thisRun, project, platform);
    const planned = await planAndPreflight(thisRun, { project, platform, deploying: open !== null });
    const { changed } = planned.plan;
    facts.verdict = (0,plan_verdict/* planVerdict */.F)(planned.plan);
    if (options.dryRun)
        return null;
    if (!changed)
        return resumeUpgrade(thisRun, { project, platform, planned });
    if (open !== null)
        throw (0,ensure_idle/* deployingError */.GI)(project.environment, open);
    if (platform !== null)
        await setAdminEmail(thisRun, platform);
    const commit = await commitOnce(thisRun, { project, platform, planned });
    if (commit === null) {
        facts.verdict = (0,plan_verdict/* restingVerdict */.s)(planned.plan);
        return null;
    }
    facts.commit = commit;
    facts.verdict = 'committed';
    const pushed = await publishCommit(thisRun, { project, platform, planned, commit });
    // In a stopped run git commands do nothing and report no error; the next run does what is left.
    thisRun.context.signal.throwIfAborted();
    // A pull request leaves the branch where it is until somebody merges it.
    if (options.pullRequest)
        return null;
    facts.warnings = [...facts.warnings, ...(await (0,sync_checkout/* syncCheckout */.s)(thisRun, project, commit))];
    await (0,pending_commit/* clearPendingCommit */.UH)(thisRun.ledger, project, commit);
    return pushed ? { commit, deployed: false } : null;
}
/** The upgrade's commit with its backup: a new one, or the unpushed one of an earlier run. */
async function commitOnce(thisRun, parts) {
    const { stepTimer, facts, options } = thisRun;
    const made = await (0,pending_commit/* findPendingCommit */.Km)(thisRun, parts.project, parts.planned);
    if (made !== null) {
        for (const step of ['backup', 'update', 'commit'])
            stepTimer.skip(step, `done by an earlier run: commit ${made.slice(0, 12)}`);
        const application = parts.platform?.application ?? null;
        const warned = await earlierBackupWarnings(thisRun, parts.project, made, application);
        facts.warnings = [...facts.warnings, ...warned];
        return made;
    }
    const commit = await createCommit(thisRun, parts);
    if (commit !== null && options.push)
        await (0,pending_commit/* savePendingCommit */.iz)(thisRun.ledger, parts.project, commit);
    return commit;
}
/** The part after the push, which no longer needs the checkout. */
async function follow(thisRun, platform, { commit, deployed }) {
    const { facts, options, stepTimer } = thisRun;
    try {
        if (deployed)
            stepTimer.skip('wait', facts.deployment?.reasons.join(' ') ?? 'The environment reports that it already has this commit.');
        else
            await (0,follow_deployment/* waitFor */.fm)(thisRun, platform, commit);
        if (!options.verify)
            return;
        await (0,follow_deployment/* verifyRunning */.B1)(thisRun, platform, facts.plan?.toVersion ?? '');
        facts.verdict = deployed ? (0,plan_verdict/* restingVerdict */.s)(facts.plan) : 'upgraded';
    }
    catch (error) {
        const told = await (0,follow_deployment/* explainedError */.pk)(thisRun, platform, { error, commit });
        // A site that was verified once and fails later was not broken by the upgrade.
        facts.wayBack = deployed ? null : findWayBack(thisRun, commit);
        if (deployed || !isRecoverable(thisRun, told))
            throw told;
        throw await recoverEnvironment(thisRun, platform, commit, told);
    }
}
function withChosenPlatform(thisRun, project, local, task) {
    thisRun.facts.branch = project.branch || null;
    thisRun.facts.environment = project.environment || null;
    return local ? task(null) : (0,cloud_session/* withCloudSession */.Y)(thisRun, project.environment, task);
}


/***/ }),

/***/ 5273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GI: () => (/* binding */ deployingError),
/* harmony export */   _Y: () => (/* binding */ runningDeployments),
/* harmony export */   fF: () => (/* binding */ ensureIdle)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _pending_commit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7592);
/* harmony import */ var _tools_magento_cloud_activity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9703);



/**
 * Refuses to begin while the environment is being deployed: throws UpgradeError `busy` that names the activity. Returns
 * the deployment of an upgrade that an earlier run pushed, to be followed, or null.
 */
async function ensureIdle({ options }, { git, base }, platform) {
    if (platform === null || !options.push || options.dryRun)
        return null;
    const { environment } = platform;
    const open = await runningDeployments(platform, environment);
    const ours = open.find(({ commit }) => commit === base);
    if (ours && open.length === 1 && (await (0,_pending_commit_js__WEBPACK_IMPORTED_MODULE_1__/* .upgradeTrailers */ .Fv)(git, base)) !== null)
        return ours;
    const [first] = open;
    if (first)
        throw deployingError(environment, first);
    return null;
}
/** The error for an environment that is being deployed already. */
function deployingError(environment, { id, type, commit }) {
    const what = commit === null ? type : `${type} of commit ${commit.slice(0, 12)}`;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('busy', {
        message: `The environment ${environment} is being deployed: activity ${id} (${what}) has not ended.`,
        next: `Wait until it has ended, then run again. Its log: magento-cloud activity:log ${id}`
    });
}
/** The running and waiting deployments of an environment; empty if the platform does not answer. */
async function runningDeployments({ cloud }, environment) {
    const path = `/environments/${encodeURIComponent(environment)}/activities?state=in_progress&state=pending&count=20`;
    try {
        return (0,_tools_magento_cloud_activity_js__WEBPACK_IMPORTED_MODULE_2__/* .openDeployments */ .XC)(await cloud.api(path));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isFailure */ .N6)(error))
            return [];
        throw error;
    }
}


/***/ }),

/***/ 3738:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  WE: () => (/* binding */ explain),
  pk: () => (/* binding */ follow_deployment_explainedError),
  B1: () => (/* binding */ verifyRunning),
  fm: () => (/* binding */ waitFor)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/push/push-effects.js
var push_effects = __webpack_require__(4160);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var src_errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/leftovers.js
var leftovers = __webpack_require__(8479);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/name-cause.js


/**
 * The error of a deployment or a verification, extended by the cause that its findings name, the remedy, and whether
 * the site is closed. Unchanged if they show neither. `activityId` is the activity whose log has more.
 */
function nameCause(error, findings, activityId) {
    const { code, message, summary, next, problems, details } = error;
    if (!explainedError.has(code))
        return error;
    const cause = findings[0] && isCause(findings[0], code) ? findings[0] : null;
    const closed = code === 'deploy-failed' && findings.some(({ id }) => id === 'maintenance-on');
    const before = code === 'deploy-failed' && findings[0]?.siteUnchanged === true;
    if (cause === null && !closed)
        return error;
    const log = activityId !== null && code === 'deploy-failed' ? ` The whole log: magento-cloud activity:log ${activityId}` : '';
    const told = [
        ...(cause === null ? [] : [`${lead(cause)} ${cause.title.replace(/\.$/, '')}.`]),
        ...(before ? ['The site runs the previous version: nothing was deployed.'] : []),
        ...(closed ? ['The site is closed for maintenance.'] : [])
    ];
    return new src_errors/* UpgradeError */.fy(code, {
        message: [message, ...told].join(' '),
        summary: [summary, ...told].join(' '),
        next: cause === null ? next : `${cause.next}${log}`,
        problems,
        ...(details !== undefined && { details })
    });
}
const explainedError = new Set(['deploy-failed', 'unhealthy', 'wrong-version']);
const notCauses = new Set(['unknown', 'unread', 'ece-tools-warnings', ...leftovers/* leftoverIds */.E]);
// Errors of the shop itself explain an unhealthy shop, never a failed deployment.
function isCause({ id, phase }, code) {
    return !notCauses.has(id) && (code !== 'deploy-failed' || phase !== 'site');
}
function lead({ certainty }) {
    return certainty === 'likely' ? 'Likely cause:' : 'Cause:';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/terminal-text.js
var terminal_text = __webpack_require__(3772);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/magento-output.js

const ahead = /Please update your modules|code versions newer or older than the database|code version - .{0,300}database version -|installed by a newer version/i;
const behind = /Declarative Schema is not up to date|(?:Schema|Data) patches are not up to date|Run 'setup:upgrade'|module code base doesn't match the DB schema and data|setup:upgrade/i;
// Patterns that explain a missing result, before those that only name a place.
const thisRun = /SQLSTATE|Connection refused|gone away|Access denied|not installed|Fatal|Killed|Allowed memory|Could not open input file|command not found|\b(?:Error|Exception)\b/i;
const place = /^(?:In \S+ line \d+:|setup:db:status\b.*|#\d+ .*)$/;
/**
 * Why a status is unknown: the most informative line of the output, otherwise the last one; empty if there is none. Not
 * redacted.
 */
function whyUnknown(text) {
    const lines = (0,terminal_text/* plainLines */.y)(text).filter((line) => !place.test(line));
    return lines.find((line) => thisRun.test(line)) ?? lines.at(-1) ?? '';
}
/**
 * Classifies output and exit code (0 good, 2 upgrade needed, 1 not installed or mismatch). A 2 without an explaining
 * line is `unknown`: some database versions make it a false alarm.
 */
function parseDatabaseStatus(text, exitCode) {
    const lines = (0,terminal_text/* plainLines */.y)(text);
    const tell = (status, pattern) => {
        const evidence = lines.filter((line) => pattern.test(line));
        return evidence.length > 0 ? { status, evidence } : null;
    };
    const said = whyUnknown(text);
    const unknown = { status: 'unknown', evidence: said === '' ? [] : [said], exitCode };
    if (exitCode === 0)
        return tell('current', /^All modules are up to date\.$/) ?? unknown;
    return tell('ahead', ahead) ?? (exitCode === 2 ? tell('behind', behind) : null) ?? unknown;
}
const versionLine = /^(?:Magento|Adobe Commerce) CLI(?: version)? ([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.]+)?)$/;
/**
 * The product version that `bin/magento --version` printed, or null. Exactly one line must contain it: warnings and
 * stack traces around it contain other version numbers.
 */
function parseVersionOutput(text) {
    const found = (0,terminal_text/* plainLines */.y)(text).flatMap((line) => versionLine.exec(line)?.[1] ?? []);
    return found.length === 1 ? (found[0] ?? null) : null;
}
/** Whether `bin/magento maintenance:status` reports maintenance mode as active; null if it does not say. */
function parseMaintenanceOutput(text) {
    const found = (0,terminal_text/* plainLines */.y)(text).flatMap((line) => /^Status: maintenance mode is (active|not active)$/.exec(line)?.[1] ?? []);
    return found.length === 1 ? found[0] === 'active' : null;
}
/** The section `modules` of app/etc/config.php, or its lines; null for a text that names no module. */
function parseModuleStates(configPhp) {
    const section = /(['"])modules\1\s*=>\s*(?:\[|array\s*\()([\s\S]*?)[\])]/.exec(configPhp)?.[2] ?? configPhp;
    const found = [...section.matchAll(/(['"])([A-Za-z0-9]+_[A-Za-z0-9]+)\1\s*=>\s*([01])\b/g)];
    return found.length === 0 ? null : new Map(found.map(([, , name = '', state]) => [name, state === '1']));
}
/**
 * Differences on the server for the committed modules, one line each. Modules that are not committed are new: the build
 * enables them.
 */
function compareModuleStates(committed, running) {
    const word = (state) => state === undefined ? 'missing' : state ? 'enabled' : 'disabled';
    return [...committed]
        .filter(([name, state]) => running.get(name) !== state && !(running.get(name) === undefined && !state))
        .map(([name, state]) => `${name} is ${word(running.get(name))} instead of ${word(state)}`);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/read-project-facts.js
var read_project_facts = __webpack_require__(5692);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/explain-failure.js + 28 modules
var explain_failure = __webpack_require__(3342);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/primary-route.js
var primary_route = __webpack_require__(14);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/find-shown-report.js

/** The id of the error report that one of the pages names, or null. */
async function findShownReport(probe, urls) {
    const pages = await Promise.all(urls.map((url) => probe(url, { timeoutSeconds: 30 })));
    return pages.flatMap(({ body }) => parseReportId(body) ?? [])[0] ?? null;
}
/** The main address of the storefront, as configured on a node, or null. */
async function askStorefront(ssh, host) {
    const { stdout } = await ssh.script(host, primary_route/* routesCommand */.WY, { timeoutSeconds: 60 });
    return (0,primary_route/* readNodeRoutes */.J$)(stdout);
}
/** The number on the error page of a shop, which is the name of a file in `var/report`; null for other pages. */
function parseReportId(page) {
    return /Error log record number:\s*(?:<[^>]*>\s*)*([0-9a-f]{4,64})\b/i.exec(page)?.[1] ?? null;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/error-report.js
var error_report = __webpack_require__(6300);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/full-disks.js
// The code of an application is a squashfs image: read-only and always 100 % full, in blocks and in inodes.
const neverFull = /^(?:squashfs|iso9660|cramfs|erofs|devtmpfs|proc|sysfs)$/;
/**
 * The lines of `df -PkT` and `df -PiT` whose file system is writable and full (99 % or more), each mount once for
 * blocks and once for inodes.
 */
function fullDisks(dfOutput) {
    const full = dfOutput.split('\n').filter((line) => {
        const columns = line.trim().split(/\s+/);
        const [source = '', type = ''] = columns;
        const isReadOnly = neverFull.test(type) || /^\/dev\/loop\d/.test(source);
        return !isReadOnly && columns.some((column) => column === '100%' || column === '99%');
    });
    return [...new Set(full)];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/last-characters.js
var last_characters = __webpack_require__(6291);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/log-cut.js
var log_cut = __webpack_require__(1880);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/long-running-cron.js
const hours = 3;
/**
 * Cron runs in `ps -eo etimes=,args=` that should have ended long ago, one sentence each, or null. Consumers are meant
 * to keep running.
 */
function findLongRunningCron(processes) {
    const stuck = [...processes.matchAll(/^[^\S\n]*(\d+) (?!.*\bps -eo)(.*bin\/magento cron:run.*)$/gm)].filter(([, seconds]) => Number(seconds) > hours * 3600);
    if (stuck.length === 0)
        return null;
    return stuck
        .map(([, seconds, command = '']) => `cron:run has been running for ${Math.floor(Number(seconds) / 60)} minutes: ${command}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/remote-sections.js
/**
 * A script for any shell that runs the commands one after the other, each between two lines that begin with `marker`.
 * The marker must be fresh and random, so that no output of the commands can imitate it.
 */
function sectionsScript(marker, commands) {
    const parts = commands.map(({ name, command }) => [
        `printf '\\n%s begin %s\\n' ${marker} ${name}`,
        `( ${command} ) </dev/null 2>&1`,
        `printf '\\n%s end %s %s\\n' ${marker} ${name} "$?"`
    ].join('\n'));
    return [atRoot, ...parts, 'exit 0', ''].join('\n');
}
// The login folder is the application's root on every documented plan.
const atRoot = 'test -f bin/magento || cd "${MAGENTO_CLOUD_APP_DIR:-.}" 2>/dev/null || :';
/** The completed parts of a script of {@link sectionsScript}, by name. */
function parseSections(marker, output) {
    const sections = new Map();
    for (const section of `\n${output}`.split(`\n${marker} begin `).slice(1)) {
        const [name = ''] = section.split('\n', 1);
        const end = `\n${marker} end ${name} `;
        const at = section.lastIndexOf(end);
        if (at < 0)
            continue;
        const exitCode = Number.parseInt(section.slice(at + end.length), 10);
        if (!Number.isNaN(exitCode))
            sections.set(name, { text: section.slice(name.length + 1, at), exitCode });
    }
    return sections;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/node-commands.js
/** Number of bytes read from the end of each log, and from the start of a report. */
const bytes = 400_000;
/** Logs of the application, in `var/log` on every plan. */
const appLogs = ['cloud.error.log', 'cloud.log', 'install_upgrade.log', 'patch.log', 'exception.log'];
/** Logs of the hooks, kept by the platform: the first node of Pro has them in a folder of the project. */
const platformLogs = ['deploy.log', 'post_deploy.log'];
/** Files that a failed deployment leaves behind. */
const flagFiles = [
    { flag: 'deploy-failed', file: 'var/.deploy_is_failed' },
    { flag: 'maintenance', file: 'var/.maintenance.flag' }
];
/** Commands to run on a node; the login folder is the root of the application. */
function nodeCommands(reportId) {
    return [
        ...appLogs.map((log) => ({ name: log, command: `tail -c ${bytes} var/log/${log}` })),
        ...platformLogs.map((log) => ({ name: log, command: platformLog(log) })),
        ...flagFiles.map(({ flag, file }) => ({ name: flag, command: `test -e ${file}` })),
        { name: 'report', command: reportCommand(reportId) },
        // Writable mounts: the code itself is a read-only image that is always full.
        { name: 'disk', command: 'for type in k i; do df -P${type}T var app/etc pub/media pub/static /tmp; done; true' },
        { name: 'processes', command: 'ps -eo etimes=,args=' },
        {
            name: 'cron',
            command: 'test -r app/etc/env.php && php -r \'$env = include "app/etc/env.php"; exit(isset($env["cron"]["enabled"]) && !$env["cron"]["enabled"] ? 0 : 1);\''
        }
    ];
}
function platformLog(log) {
    return `for file in "/var/log/platform/\${PWD##*/}/${log}" "/var/log/platform/$(id -un)/${log}" "/var/log/${log}"; do tail -c ${bytes} "$file" 2>/dev/null && exit 0; done; exit 1`;
}
// The id comes from a web page: only its checked characters reach the script.
function reportCommand(reportId) {
    const wanted = reportId !== null && /^[0-9a-f]+$/i.test(reportId) ? `-name '${reportId}*'` : '';
    const newest = `find var/report -type f ${wanted} -printf '%T@ %p\\n' | sort -rn | head -n 1`;
    return `found=$(${newest}); file=\${found#* }; test -n "$file" && echo "\${found%% *}" && head -c ${bytes} "$file"`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/read-node.js







const timeoutSeconds = 120;
/** Reads logs, flags and one error report (`reportId`, otherwise the newest) of a node in a single login. */
async function readNode(ssh, host, reportId) {
    const marker = `mark-${crypto.randomUUID()}`;
    const commands = nodeCommands(reportId);
    const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds });
    const sections = parseSections(marker, result.stdout);
    const read = (name) => {
        const section = sections.get(name);
        return section?.exitCode === 0 ? wholeLines(name, section.text) : null;
    };
    const start = (0,log_cut/* lastScenarioStart */.xM)(read('cloud.log') ?? '');
    const evidence = (source, kind, text) => text === null ? [] : [{ source: `${source} on ${host}`, kind, text }];
    const left = (flag, source, text) => evidence(source, 'flag', text).map((one) => ({ ...one, flag }));
    return {
        failure: sections.size === commands.length ? null : (result.failure ?? 'the connection ended early'),
        evidence: [
            ...evidence('df', 'state', toldFull(read('disk') ?? '')),
            ...evidence('ps', 'state', findLongRunningCron(read('processes') ?? '')),
            ...platformLogs.flatMap((log) => evidence(log, 'log', recent(read(log), start))),
            ...appLogs.flatMap((log) => {
                const kind = log === 'cloud.error.log' ? 'error-log' : log === 'exception.log' ? 'site-log' : 'log';
                return evidence(`var/log/${log}`, kind, log === 'exception.log' ? recent(read(log), start) : read(log));
            }),
            ...evidence('var/report', 'report', reportText(read('report'), reportId === null ? start : null)),
            // The name of the file is all that matters.
            ...flagFiles.flatMap(({ flag, file }) => left(flag, file, read(flag) === null ? null : '')),
            ...left('cron-off', 'app/etc/env.php', read('cron') === null ? null : "'cron' => ['enabled' => 0]")
        ]
    };
}
// The node cuts a log at its start; the line end at its end is not sent.
function wholeLines(name, text) {
    const isLog = [...appLogs, ...platformLogs].some((log) => log === name);
    return isLog && Buffer.byteLength(text) >= bytes - 2 ? (0,last_characters/* withoutCutLine */.d)(text) : text;
}
// Some logs cover months: entries older than the last deployment explain nothing.
function recent(text, start) {
    return text === null || start === null ? text : (0,log_cut/* entriesSince */.RD)(text, start);
}
// The first line is the file's time, in seconds since 1970.
function reportText(text, start) {
    if (text === null)
        return null;
    const [written = '', ...lines] = text.trimStart().split('\n');
    if (start !== null && Number(written) * 1000 < start)
        return null;
    const content = lines.join('\n');
    return (0,error_report/* parseErrorReport */.Q)(content)?.message ?? content;
}
function toldFull(dfOutput) {
    const full = fullDisks(dfOutput);
    return full.length === 0 ? null : full.map((line) => `No space left on device: ${line}`).join('\n');
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/activity.js
var magento_cloud_activity = __webpack_require__(9703);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/read-platform.js


/** Reads the logs that the platform keeps: of the activity and of the deploy hook. */
async function readPlatform(cloud, wanted) {
    return Promise.all([
        readLog('activity log', activityLog(cloud, wanted)),
        readLog('deploy log', cloud.log('deploy', 500).then((text) => ({ text })))
    ]);
}
async function activityLog(cloud, wanted) {
    if (wanted === null)
        return null;
    const activity = 'id' in wanted ? await factsOf(cloud, wanted.id) : await lastOf(cloud, wanted.lastOf);
    return activity === null ? null : { text: await cloud.activityLog(activity.id), activity };
}
async function lastOf(cloud, environment) {
    const answer = await cloud.api(`/environments/${encodeURIComponent(environment)}/activities?count=20`);
    const last = (0,magento_cloud_activity/* lastDeploymentActivity */.NH)(answer);
    return last === null ? null : (0,magento_cloud_activity/* activityFacts */.pl)(last);
}
// The log is more informative: if the activity is unavailable, the log is enough.
async function factsOf(cloud, id) {
    const unknown = { id, startedAt: null, result: null };
    try {
        const [activity] = (0,magento_cloud_activity/* parseActivities */.nN)([await cloud.api(`/activities/${encodeURIComponent(id)}`)]) ?? [];
        return activity === undefined ? unknown : (0,magento_cloud_activity/* activityFacts */.pl)(activity);
    }
    catch (error) {
        if (!(0,src_errors/* isFailure */.N6)(error))
            throw error;
        return unknown;
    }
}
async function readLog(source, log) {
    try {
        const read = await log;
        return { evidence: read === null ? [] : [{ source, kind: 'log', ...read }], unread: [] };
    }
    catch (error) {
        if (!(0,src_errors/* isFailure */.N6)(error))
            throw error;
        return { evidence: [], unread: [`The ${source} could not be read: ${error.message}`] };
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/unread-finding.js
var unread_finding = __webpack_require__(5116);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/diagnose-failure.js






/**
 * Reads the logs of the platform and of every node, and explains them: the likeliest cause first, anything unreadable
 * last. Changes nothing, and fails only if the run is stopped.
 */
async function diagnoseFailure(tools, input) {
    const { cloud, logger } = tools;
    // The first login issues the certificate: two programs must not do that in one folder at the same time.
    const { nodes, failure } = await findNodes(tools);
    const reportId = await shownReport(tools, nodes, input);
    const [platform, read] = await Promise.all([
        cloud === null ? [] : readPlatform(cloud, input.activity),
        nodes === null ? [] : readNodes(nodes, reportId)
    ]);
    const reads = [...platform, ...read];
    const isReport = ({ kind }) => kind === 'report';
    const lost = reportId !== null && !reads.some(({ evidence }) => evidence.some(isReport));
    const unread = [
        ...(failure === null ? [] : [`The nodes could not be found: ${failure}`]),
        ...reads.flatMap((read) => read.unread),
        ...(lost ? [`No node has the error report ${reportId} that the site names.`] : [])
    ];
    for (const line of unread)
        logger.warn(line);
    const { packages, services } = input.project;
    const findings = (0,explain_failure/* explainFailure */.S)(inOrder(reads.flatMap(({ evidence }) => evidence)), packages, services);
    return [...findings, ...(unread.length === 0 ? [] : [(0,unread_finding/* unreadFinding */.b)(unread, findings.length + 1)])];
}
async function findNodes({ reachNodes }) {
    try {
        return { nodes: await reachNodes(), failure: null };
    }
    catch (error) {
        if (!(0,src_errors/* isFailure */.N6)(error))
            throw error;
        return { nodes: null, failure: error.message };
    }
}
async function shownReport({ probe }, nodes, { pageUrls }) {
    if (pageUrls === null || pageUrls.length > 0)
        return findShownReport(probe, pageUrls ?? []);
    const [host] = nodes?.hosts ?? [];
    const url = nodes === null || host === undefined ? null : await askStorefront(nodes.ssh, host);
    return url === null ? null : findShownReport(probe, [url]);
}
function readNodes({ ssh, hosts }, reportId) {
    return Promise.all(hosts.map((host) => nodeLogs(ssh, host, reportId)));
}
async function nodeLogs(ssh, host, reportId) {
    const { evidence, failure } = await readNode(ssh, host, reportId);
    return { evidence, unread: failure === null ? [] : [`${host} could not be read: ${failure}`] };
}
// ece-tools' own name for the error comes last: a log line next to it says more.
function inOrder(evidence) {
    return [
        ...evidence.filter(({ kind }) => kind !== 'error-log'),
        ...evidence.filter(({ kind }) => kind === 'error-log')
    ];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/failure.js
var ssh_failure = __webpack_require__(233);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/cloud-error-log.js
var cloud_error_log = __webpack_require__(1369);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-log/scenario-starts.js
var scenario_starts = __webpack_require__(221);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/query-node.js





// The login folder is the root of the application, on every plan. Only parts of env.php and config.php are printed,
// because the files contain secrets.
const commands = [
    { name: 'version', command: 'php bin/magento --version --no-ansi' },
    { name: 'database', command: 'php bin/magento setup:db:status --no-ansi' },
    { name: 'maintenance', command: 'php bin/magento maintenance:status --no-ansi' },
    { name: 'errors', command: 'stat -c %Y var/log/cloud.error.log && tail -c 200000 var/log/cloud.error.log' },
    {
        name: 'scenarios',
        command: "grep -aE 'Starting (scenario|[a-z-]+( command)?[.] [(])' var/log/cloud.log | tail -n 20"
    },
    { name: 'failed', command: 'test -e var/.deploy_is_failed' },
    {
        name: 'cron',
        command: 'test -r app/etc/env.php && php -r \'$env = include "app/etc/env.php"; echo isset($env["cron"]["enabled"]) && !$env["cron"]["enabled"] ? "off" : "on";\''
    },
    { name: 'modules', command: `grep -aE "^ *'[A-Za-z0-9]+_[A-Za-z0-9]+' *=> *[01]" app/etc/config.php` },
    { name: 'routes', command: primary_route/* routesCommand */.WY }
];
const query_node_timeoutSeconds = 180;
/** Queries everything from one node in a single login. */
async function queryNode(ssh, host) {
    const marker = `mark-${crypto.randomUUID()}`;
    const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds: query_node_timeoutSeconds });
    const sections = parseSections(marker, result.stdout);
    const complete = commands.every(({ name }) => sections.has(name));
    const failure = complete
        ? null
        : (result.failure ?? `the script ended early with exit code ${result.exitCode ?? '?'}`);
    return { host, failure, failureKind: result.failureKind ?? 'script', ...readAnswers(sections) };
}
/** Parses the output of the commands; missing output is no answer. */
function readAnswers(sections) {
    const section = (name) => sections.get(name) ?? { text: '', exitCode: -1 };
    const database = section('database');
    const version = section('version');
    const deployment = (0,scenario_starts/* lastDeployment */.K)(section('scenarios').text);
    return {
        version: parseVersionOutput(version.text),
        versionOutput: version.text.trim().split('\n').at(-1) ?? '',
        deployedVersion: deployment?.version ?? null,
        database: parseDatabaseStatus(database.text, database.exitCode),
        maintenance: parseMaintenanceOutput(section('maintenance').text),
        deployFailed: section('failed').exitCode === 0,
        cron: cronState(section('cron')),
        modules: parseModuleStates(section('modules').text),
        errors: section('errors').exitCode === 0 ? errorsSince(deployment?.at ?? null, section('errors').text) : [],
        storefrontUrl: (0,primary_route/* readNodeRoutes */.J$)(section('routes').text)
    };
}
// PHP warnings may precede the word.
function cronState({ text, exitCode }) {
    const word = exitCode === 0 ? /\b(on|off)\s*$/.exec(text)?.[1] : undefined;
    return word === undefined ? null : word === 'on';
}
// The log belongs to the last deployment, unless that one never got as far as starting a new log.
function errorsSince(start, text) {
    const [written = '', ...lines] = text.trimStart().split('\n');
    // The file's time has whole seconds.
    if (start !== null && (Number(written) + 1) * 1000 < start)
        return [];
    return (0,cloud_error_log/* parseCloudErrorLog */.D)(lines.join('\n')).errors;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/judge-database.js

/** Problems with the database of a node; the known false alarms of setup:db:status are warnings. */
function judgeDatabase({ host, database }) {
    const said = inShort(database.evidence);
    if (database.status === 'current')
        return [];
    if (database.status === 'ahead')
        return [
            {
                id: 'database-ahead',
                severity: 'error',
                host,
                says: `: the database is newer than the code: ${said}`,
                fix: 'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore.'
            }
        ];
    if (database.status === 'unknown')
        return [unknown(host, database)];
    if (isDoubtful(database.evidence))
        return [
            {
                id: 'database-doubtful',
                severity: 'warning',
                host,
                says: `: setup:db:status reports the declarative schema as out of date; with MariaDB 10.4 and later it does so without a reason.`,
                fix: 'Run php bin/magento setup:upgrade --dry-run=1 there to see whether anything is pending.'
            }
        ];
    return [
        {
            id: 'database-behind',
            severity: 'error',
            host,
            says: `: the database is older than the code: ${said}`,
            fix: 'magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
        }
    ];
}
// If it had no result or crashed, the state of the database is unknown. Only 2 is a known false alarm.
function unknown(host, { evidence, exitCode = 1 }) {
    const said = (0,redact_evidence/* redactEvidence */.H)(evidence.join(' ')).slice(0, 300) || 'it printed nothing';
    return {
        id: 'database-unknown',
        severity: exitCode === 2 ? 'warning' : 'error',
        host,
        says: `: setup:db:status gave no clear result (exit code ${exitCode}): ${said}`,
        fix: 'On the server: php bin/magento setup:db:status; then check whether the database answers: magento-cloud sql "SELECT 1"'
    };
}
// The first line of the program suggests a remedy that is wrong for a deployed shop.
function inShort(evidence) {
    const lines = evidence.filter((line) => !/Please (?:update|upgrade) your/.test(line));
    const more = lines.length > 2 ? ` and ${lines.length - 2} more` : '';
    return (0,redact_evidence/* redactEvidence */.H)(`${lines.slice(0, 2).join(', ')}${more}`);
}
// Only the declarative schema differs: MariaDB 10.4 and later cause that without a reason.
function isDoubtful(evidence) {
    return evidence.every((line) => /Declarative Schema|Run 'setup:upgrade'/i.test(line));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/judge-node.js



/** Problems of one node, besides its version. `committed`: the modules of the committed app/etc/config.php. */
function judgeNode(node, committed) {
    if (node.failure !== null)
        return [];
    return [...deployProblems(node), ...judgeDatabase(node), ...moduleProblems(node, committed)];
}
/**
 * Things that a deployment disables at its start and enables at its end. `broken`: the environment has another problem;
 * then they stay disabled until that is fixed, because enabling them would show customers a broken shop.
 */
function judgeOpening(node, broken) {
    if (node.failure !== null)
        return [];
    const problems = [...maintenanceProblems(node), ...cronProblems(node)];
    if (!broken)
        return problems;
    return problems.map((one) => (one.severity === 'error' ? { ...one, fix: stayClosed } : one));
}
const stayClosed = 'Leave it until the other problems are fixed and deployed: that deployment opens the site and enables cron.';
function maintenanceProblems({ host, maintenance }) {
    if (maintenance === false)
        return [];
    if (maintenance === null)
        return [
            problem(host, ['maintenance-unknown', 'warning'], ': maintenance:status gave no answer.', 'Check the site.')
        ];
    const message = ': maintenance mode is on, so the site is closed.';
    return [problem(host, ['maintenance-on', 'error'], message, 'On the server: php bin/magento maintenance:disable')];
}
function deployProblems({ host, deployFailed, errors }) {
    const message = ': the last deployment failed (var/.deploy_is_failed).';
    const flag = deployFailed
        ? [
            problem(host, ['deploy-failed-flag', 'error'], message, 'Fix the cause, then run magento-cloud environment:redeploy.')
        ]
        : [];
    const critical = errors
        .filter((error) => error.type === 'critical')
        .map(({ code, stage, title, suggestion }) => problem(host, ['cloud-error', 'error'], `: error ${code} in the ${stage} phase: ${(0,redact_evidence/* redactEvidence */.H)(title)}`, suggestion === null ? 'On the server: tail -n 100 var/log/cloud.log' : (0,redact_evidence/* redactEvidence */.H)(suggestion)));
    return [...flag, ...critical];
}
// Without cron, indexes, e-mails and queues stop. The post-deploy phase enables it.
function cronProblems({ host, cron }) {
    if (cron === true)
        return [];
    if (cron === null)
        return [
            problem(host, ['cron-unknown', 'warning'], ': app/etc/env.php does not say whether cron is enabled.', 'On the server: php bin/magento cron:run')
        ];
    return [
        problem(host, ['cron-disabled', 'error'], ': cron is still disabled, as it is during a deployment.', 'On the server: vendor/bin/ece-tools cron:enable')
    ];
}
function moduleProblems({ host, modules }, committed) {
    if (committed === null || modules === null)
        return [];
    const differences = compareModuleStates(committed, modules);
    if (differences.length === 0)
        return [];
    const shown = differences.slice(0, 5).join(', ');
    const more = differences.length > 5 ? ` and ${differences.length - 5} more` : '';
    return [
        problem(host, ['modules-differ', 'warning'], `: modules differ from app/etc/config.php in git: ${shown}${more}.`, 'On the server: php bin/magento module:status; then commit the correct app/etc/config.php.')
    ];
}
function problem(host, [id, severity], says, fix) {
    return { id, severity, host, says, fix };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/node-problem.js
/** Merges equal problems of several nodes into one that names them all: `<host>, <host>: maintenance mode is on.` */
function nameNodes(problems) {
    const groups = new Map();
    for (const problem of problems) {
        const { id, severity, says, fix } = problem;
        const key = JSON.stringify([id, severity, says, fix]);
        groups.set(key, [...(groups.get(key) ?? []), problem]);
    }
    return [...groups.values()].flatMap(named);
}
function named(group) {
    const [first] = group;
    if (!first)
        return [];
    const { id, severity, says, sayTogether = says, fix } = first;
    const hosts = [...new Set(group.map(({ host }) => host))];
    return [{ id, severity, hosts, message: `${hosts.join(', ')}${hosts.length === 1 ? says : sayTogether}`, fix }];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/judge-version.js


/** Ids of the problem that a node could not be queried, by the SSH error. */
const unreachableIds = {
    'host-key': 'node-host-key',
    login: 'node-login',
    connection: 'node-unreachable',
    script: 'node-unreachable'
};
const deployAgain = 'Deploy again: magento-cloud environment:redeploy. If a node stays behind, open a support ticket.';
/** Whether a node could be queried and runs the expected version; cloud.log is the second source. */
function judgeVersion(node, expected) {
    const { host, failure, failureKind, version, versionOutput, deployedVersion } = node;
    const problem = (id, says, fix) => ({
        id,
        severity: 'error',
        host,
        says,
        fix
    });
    if (failure !== null)
        return [problem(unreachableIds[failureKind], ` cannot be queried: ${failure}`, (0,ssh_failure/* sshFailureFix */.kL)(failureKind, host))];
    if (version === null) {
        const witness = deployedVersion === null ? '' : ` According to var/log/cloud.log, ${deployedVersion} was deployed last.`;
        const said = `: bin/magento --version prints no version: ${(0,redact_evidence/* redactEvidence */.H)(versionOutput).slice(0, 200)}${witness}`;
        return [problem('version-unknown', said, 'Run php bin/magento --version there.')];
    }
    if (version !== expected)
        return [
            {
                ...problem('wrong-version', ` runs ${version}, not ${expected}.`, deployAgain),
                sayTogether: ` run ${version}, not ${expected}.`
            }
        ];
    if (deployedVersion === null || deployedVersion === expected)
        return [];
    return [
        {
            id: 'witness-disagrees',
            severity: 'warning',
            host,
            says: ` runs ${version}, but according to var/log/cloud.log the last deployment was of ${deployedVersion}.`,
            sayTogether: ` run ${version}, but according to var/log/cloud.log the last deployment was of ${deployedVersion}.`,
            fix: 'Check whether the deploy hook ran: magento-cloud log deploy'
        }
    ];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/product-version.js
var product_version = __webpack_require__(8050);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/url-credentials.js
var url_credentials = __webpack_require__(8914);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/probe-site.js



/** Probes the storefront, then `/graphql` and `/rest`: they can be broken while pages still come from a cache. */
async function probeSite(probe, clock, url, version) {
    const ask = async (page) => ({
        url: (0,url_credentials/* withoutCredentials */.ri)(page),
        answer: await probePage(probe, clock, page)
    });
    const storefront = await ask(url);
    if (isFailing(storefront.answer))
        return { storefront, endpoints: [] };
    return { storefront, endpoints: await Promise.all(endpointsOf(url, version).map(ask)) };
}
/** Problems shown by the answers. */
function judgeSite({ storefront, endpoints }) {
    return [...judgeStorefront(storefront), ...endpoints.flatMap(judgeEndpoint)];
}
// Both are public unless the shop's owner closed them.
function endpointsOf(url, version) {
    const graphql = (0,product_version/* compareVersions */.Zy)(version, '2.3.0') >= 0 ? ['/graphql?query=%7B__typename%7D'] : [];
    return [...graphql, '/rest/V1/store/storeConfigs'].map((path) => new URL(path, url).href);
}
function judgeStorefront({ url, answer }) {
    const { status } = answer;
    if (status !== null && status < 400)
        return [];
    if (isFailing(answer)) {
        const fix = 'On the server (magento-cloud ssh): tail -n 50 var/log/exception.log, and the newest file in var/report. If only this machine cannot reach the site, set storefront-url: off.';
        return [{ id: 'storefront-failing', severity: 'error', message: saying(url, answer), fix }];
    }
    const fix = 'Set storefront-url to a public address, or to off.';
    return [{ id: 'storefront-refused', severity: 'warning', message: saying(url, answer), fix }];
}
function judgeEndpoint({ url, answer }) {
    const { status } = answer;
    if (isFailing(answer)) {
        const fix = 'See var/log/exception.log and the newest file in var/report on the server.';
        return [{ id: 'endpoint-failing', severity: 'error', message: saying(url, answer), fix }];
    }
    // A login page is an answer of the application, too.
    if (status === null || status < 400 || status === 401 || status === 403)
        return [];
    const fix = 'Check the routes and the module behind it.';
    return [{ id: 'endpoint-missing', severity: 'warning', message: saying(url, answer), fix }];
}
function saying(url, { status, failure }) {
    const page = url.replace(/\?.*/, '');
    return status === null
        ? `${page} does not answer: ${failure === null ? 'no reason given' : (0,redact_evidence/* redactEvidence */.H)(failure)}.`
        : `${page} answers with HTTP ${status}.`;
}
const attempts = 4;
const pauseSeconds = 5;
const probe_site_timeoutSeconds = 30;
/** Requests a page until it succeeds, a few times at most: caches may still be cold. */
async function probePage(probe, clock, url) {
    let answer = await probe(url, { timeoutSeconds: probe_site_timeoutSeconds });
    for (let attempt = 1; attempt < attempts && isFailing(answer); attempt += 1) {
        await clock.pause(pauseSeconds);
        answer = await probe(url, { timeoutSeconds: probe_site_timeoutSeconds });
    }
    return answer;
}
/** Whether an answer means that the application is broken: no answer, or HTTP 5xx. */
function isFailing({ status }) {
    return status === null || status >= 500;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/verify-environment.js







/** Queries every node for its version and health, and the storefront for a few pages. Changes nothing. */
async function verifyEnvironment(tools, input) {
    const { hosts, expectedVersion, committedModules } = input;
    const asking = Promise.all(hosts.map((host) => askPatiently(tools, host)));
    const [nodes, site] = await Promise.all([asking, askSite(tools, input, asking)]);
    const state = [
        ...nodes.flatMap((node) => judgeVersion(node, expectedVersion)),
        ...nodes.flatMap((node) => judgeNode(node, committedModules))
    ];
    const broken = state.some(({ severity, id }) => severity === 'error' && !notAsked.has(id));
    const opening = nodes.flatMap((node) => judgeOpening(node, broken));
    const problems = [
        ...nameNodes([...state, ...opening]),
        ...(site === 'unknown' ? [unknownSite] : site === null ? [] : judgeSite(site))
    ];
    return {
        verdict: verdictOf(nodes, expectedVersion, problems),
        expectedVersion,
        installedVersion: installedVersion(nodes, expectedVersion),
        nodes: nodes.map(nodeHealth),
        ...pagesOf(site),
        problems
    };
}
async function askSite({ probe, clock }, { storefrontUrl, expectedVersion }, asking) {
    if (storefrontUrl === null)
        return null;
    const url = storefrontUrl || (await asking).find((node) => node.storefrontUrl !== null)?.storefrontUrl;
    return url ? probeSite(probe, clock, url, expectedVersion) : 'unknown';
}
function pagesOf(site) {
    if (site === null || site === 'unknown')
        return { storefront: null, endpoints: [] };
    const page = ({ url, answer }) => ({
        url,
        status: answer.status
    });
    return { storefront: page(site.storefront), endpoints: site.endpoints.map(page) };
}
const unknownSite = {
    id: 'storefront-unknown',
    severity: 'warning',
    message: 'The storefront was not probed: no node reports its address.',
    fix: 'Set storefront-url to its address, or to off.'
};
// A key that is refused or has changed stays so, and continuing would mean trusting it.
function mayPass({ failure, failureKind }) {
    return failure !== null && (0,ssh_failure/* sshFailureCode */.Mj)(failureKind) === null;
}
// Right after a deployment a node may still be starting.
async function askPatiently({ ssh, clock, logger }, host) {
    let answer = await queryNode(ssh, host);
    for (let attempt = 1; attempt < 3 && mayPass(answer); attempt += 1) {
        logger.warn(`${host} cannot be queried: ${answer.failure}`);
        await clock.pause(5);
        answer = await queryNode(ssh, host);
    }
    return answer;
}
function verdictOf(nodes, expected, problems) {
    const answered = nodes.filter(({ failure }) => failure === null);
    if (answered.some(({ version }) => version !== expected))
        return 'wrong-version';
    const serious = problems.some(({ severity, id }) => severity === 'error' && !notAsked.has(id));
    if (serious && answered.length > 0)
        return 'unhealthy';
    return answered.length < nodes.length || nodes.length === 0 ? 'unreachable' : 'healthy';
}
function installedVersion(nodes, expected) {
    const versions = nodes.flatMap(({ version }) => version ?? []);
    return versions.find((version) => version !== expected) ?? versions[0] ?? null;
}
function nodeHealth(node) {
    const { host, version, deployedVersion, database, maintenance, cron, errors } = node;
    const listed = errors.map(({ code, title, suggestion }) => ({
        code: String(code),
        title,
        suggestion: suggestion ?? ''
    }));
    return { host, version, deployedVersion, database: database.status, maintenance, cron, errors: listed };
}
/** The error that stops a run after this verification, or null if the environment is healthy. */
function verificationError(verification) {
    const { verdict, problems, expectedVersion } = verification;
    if (verdict === 'healthy' || verdict === 'skipped')
        return null;
    const { code, message, next } = wording[verdict];
    const errors = problems.filter(({ severity }) => severity === 'error');
    // A node with the old code has other problems, too, which follow from it.
    const told = verdict === 'wrong-version' ? errors.filter(({ id }) => ofVersion.has(id)) : errors;
    return new src_errors/* UpgradeError */.fy(verdict === 'unreachable' ? unreachableCode(errors) : code, {
        message: [message.replace('{version}', expectedVersion), ...told.map((problem) => problem.message)].join(' '),
        next: errors[0]?.fix ?? next,
        problems
    });
}
const notAsked = new Set(Object.values(unreachableIds));
const ofVersion = new Set(['wrong-version', 'version-unknown', ...notAsked]);
/** A host key or login that is refused does not improve with time. */
function unreachableCode(problems) {
    const refused = ['host-key', 'login'].find((kind) => problems.some(({ id }) => id === unreachableIds[kind]));
    return (refused && (0,ssh_failure/* sshFailureCode */.Mj)(refused)) ?? 'retry-later';
}
const wording = {
    'wrong-version': {
        code: 'wrong-version',
        message: 'The environment does not run {version}.',
        next: 'Deploy again: magento-cloud environment:redeploy'
    },
    unhealthy: {
        code: 'unhealthy',
        message: 'The environment runs {version} but is unhealthy.',
        next: 'Fix the problems listed, then run magento-cloud-upgrade verify.'
    },
    unreachable: {
        code: 'retry-later',
        message: 'Not every node of the environment could be queried.',
        next: 'Run magento-cloud-upgrade verify later.'
    }
};

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/wait/wait-for-deployment.js + 6 modules
var wait_for_deployment = __webpack_require__(6129);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/redacted-access.js
/** `reach` whose logs and script answers are redacted with `redact`, so that they can be shown. */
function redactedAccess(access, redact) {
    const { cloud } = access;
    return {
        application: access.application,
        environment: access.environment,
        hosts: () => access.hosts(),
        ssh: async () => redactedSsh(await access.ssh(), redact),
        cloud: cloud && {
            ...cloud,
            activityLog: async (id) => redact(await cloud.activityLog(id)),
            log: async (name, lines) => redact(await cloud.log(name, lines))
        }
    };
}
function redactedSsh(ssh, redact) {
    return {
        ...ssh,
        script: async (...call) => {
            const result = await ssh.script(...call);
            return { ...result, stdout: redact(result.stdout), stderr: redact(result.stderr) };
        }
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/clock.js
var clock = __webpack_require__(5964);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/failure-words.js
var failure_words = __webpack_require__(1426);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/http/http.js


const limit = 64 * 1024;
/** {@link Probe} by `fetch`. Credentials in the address are sent as HTTP basic authentication, only to its own host. */
function createProbe(fetch) {
    return (url, options) => ask(fetch, url, options);
}
async function ask(fetch, url, { timeoutSeconds }) {
    try {
        const fresh = new URL((0,url_credentials/* withoutCredentials */.ri)(url));
        // A cached page may look fine long after its site has failed.
        fresh.searchParams.set('probe', String(Date.now()));
        const signal = AbortSignal.timeout(timeoutSeconds * 1000);
        const headers = { 'cache-control': 'no-cache', ...authorization(new URL(url)) };
        const response = await fetch(fresh, { headers, signal });
        return { status: response.status, body: await beginning(response), failure: null };
    }
    catch (error) {
        return { status: null, body: '', failure: (0,failure_words/* failureWords */.A)(error) };
    }
}
function authorization({ username, password }) {
    if (username === '' && password === '')
        return {};
    const pair = `${(0,url_credentials/* decoded */.DH)(username)}:${(0,url_credentials/* decoded */.DH)(password)}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}
async function beginning(response) {
    if (!response.body)
        return '';
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body) {
        text += decoder.decode(chunk, { stream: true });
        if (text.length >= limit)
            break;
    }
    return text.slice(0, limit);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/http/proxied-fetch.js + 1 modules
var proxied_fetch = __webpack_require__(367);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/follow-deployment.js














/** Follows the deployment of `commit` to its end; throws its UpgradeError if it did not succeed. */
async function waitFor(thisRun, platform, commit) {
    const { options, context, facts, ledger, stepTimer } = thisRun;
    const deployed = (0,push_effects/* intendDeployment */.gr)(ledger, commit);
    if (!options.wait) {
        stepTimer.skip('wait', 'wait: false');
        return;
    }
    const deployment = await stepTimer.step('wait', async () => {
        const result = await (0,wait_for_deployment/* waitForDeployment */.K)({
            cloud: platform.cloud,
            clock: (0,clock/* createClock */.t)(context.signal),
            logger: context.logger,
            showLog: options.activityLog !== 'hide',
            redact: context.redact
        }, {
            commit,
            environment: platform.environment,
            startTimeoutSeconds: options.startTimeout,
            endTimeoutSeconds: options.deployTimeout
        });
        facts.deployment = result;
        settleDeployment(deployed, result);
        const error = (0,wait_for_deployment/* deploymentError */.q)(result);
        if (error)
            throw error;
        return result;
    }, ({ verdict, activityId }) => `${verdict}, activity ${activityId ?? 'unknown'}`);
    facts.deployment = deployment;
}
function settleDeployment(deployed, { verdict }) {
    if (verdict === 'succeeded' || verdict === 'degraded')
        deployed.done();
    else if (verdict === 'staged' || verdict === 'never-started')
        deployed.undone();
    else
        deployed.unknown();
}
/** Verifies the environment over SSH; throws the UpgradeError of its verdict. */
async function verifyRunning(thisRun, access, expectedVersion) {
    const { options, context, facts, stepTimer } = thisRun;
    const shown = redactedAccess(access, context.redact);
    await stepTimer.step('verify', async () => {
        const [ssh, hosts, storefrontUrl, committedModules] = await Promise.all([
            shown.ssh(),
            shown.hosts(),
            storefrontOf(options, access),
            modulesOf(options, facts.plan)
        ]);
        const result = await verifyEnvironment({
            ssh,
            probe: createProbe((0,proxied_fetch/* createFetch */.H)(context.environment)),
            clock: (0,clock/* createClock */.t)(context.signal),
            logger: context.logger
        }, { hosts, expectedVersion, storefrontUrl, committedModules });
        facts.verification = result;
        facts.warnings = [...facts.warnings, ...result.problems.filter(({ severity }) => severity === 'warning')];
        const error = verificationError(result);
        if (error)
            throw error;
        return result;
    }, ({ installedVersion, nodes }) => `${installedVersion ?? 'unknown'} on ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`);
}
// Without the API the address comes from the nodes.
async function storefrontOf({ storefrontUrl }, { cloud }) {
    if (storefrontUrl === 'off')
        return null;
    if (storefrontUrl !== '' || cloud === null)
        return storefrontUrl;
    return cloud.primaryUrl();
}
/** The modules of app/etc/config.php, without those of packages that the upgrade removes. */
async function modulesOf({ workingDirectory }, plan) {
    const text = (await files/* files */.a.read(files/* files */.a.join(files/* files */.a.resolve(workingDirectory), 'app/etc/config.php'))) ?? '';
    const states = parseModuleStates(text);
    const gone = (plan?.packageChanges ?? [])
        .filter(({ change }) => change === 'removed')
        .map(({ name }) => moduleOf(name));
    return states === null ? null : new Map([...states].filter(([module]) => !gone.includes(module)));
}
/** The module of a package that follows Magento's naming: `magento/module-page-cache` is Magento_PageCache. */
function moduleOf(name) {
    const words = (text) => text.replaceAll(/(?:^|[-_])(.)/g, (_, letter) => letter.toUpperCase());
    const [vendor = '', module = ''] = name.split('/');
    return `${words(vendor)}_${words(module.replace(/^module-/, ''))}`;
}
/** Explains a failure from the logs and returns it, with its cause if they name one. */
async function follow_deployment_explainedError(thisRun, access, { error, commit }) {
    await explain(thisRun, access);
    const { findings, deployment } = thisRun.facts;
    if (commit !== undefined && deployment?.verdict === 'failed' && findings[0]?.siteUnchanged === true)
        (0,push_effects/* intendDeployment */.gr)(thisRun.ledger, commit).undone();
    return error instanceof src_errors/* UpgradeError */.fy ? nameCause(error, findings, deployment?.activityId ?? null) : error;
}
/** Explains a failure of `wait` or `verify` from the logs. Never fails the run itself. */
async function explain(thisRun, access) {
    const { options, context, facts, stepTimer } = thisRun;
    const shown = redactedAccess(access, context.redact);
    try {
        facts.findings = await stepTimer.step('diagnose', async () => {
            const [pageUrls, project] = await Promise.all([
                errorPages(thisRun, access),
                (0,read_project_facts/* readProjectFacts */.z)(options.workingDirectory)
            ]);
            const reachNodes = async () => {
                const [ssh, hosts] = await Promise.all([shown.ssh(), shown.hosts()]);
                return { ssh, hosts };
            };
            return diagnoseFailure({
                cloud: shown.cloud,
                reachNodes,
                logger: context.logger,
                probe: createProbe((0,proxied_fetch/* createFetch */.H)(context.environment))
            }, { activity: failedActivity(thisRun, access), pageUrls, project });
        }, (findings) => findings[0]?.title ?? 'nothing found');
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.fy))
            throw error;
        context.logger.warn(`The failure could not be diagnosed: ${error.message}`);
    }
}
// A deployment that never began has no activity, and the previous activity does not explain it.
function failedActivity({ facts: { deployment } }, { environment }) {
    if (deployment)
        return deployment.activityId === null ? null : { id: deployment.activityId };
    return { lastOf: environment };
}
/** Addresses that may show the id of an error report: those that failed a verification, else the storefront. */
async function errorPages({ options, context, facts }, access) {
    const { storefront = null, endpoints = [] } = facts.verification ?? {};
    const failed = [...(storefront ? [storefront] : []), ...endpoints].filter(({ status }) => (status ?? 0) >= 500);
    if (failed.length > 0)
        return failed.map(({ url }) => (0,url_credentials/* withCredentialsOf */.KY)(options.storefrontUrl, url));
    try {
        const url = await storefrontOf(options, access);
        return url === null ? null : url === '' ? [] : [url];
    }
    catch (error) {
        if (!(0,src_errors/* isFailure */.N6)(error))
            throw error;
        context.logger.debug(`The address of the storefront is unknown: ${error.message}`);
        return null;
    }
}


/***/ }),

/***/ 7592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UH: () => (/* binding */ clearPendingCommit),
  AF: () => (/* binding */ fastForward),
  Km: () => (/* binding */ findPendingCommit),
  Ag: () => (/* binding */ isPendingHere),
  iz: () => (/* binding */ savePendingCommit),
  Fv: () => (/* binding */ upgradeTrailers)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/commit/trailers.js
/** Reads a commit message; null if it is not from an upgrade. */
function parseUpgradeTrailers(message) {
    const last = message
        .trim()
        .split(/\n\s*\n/)
        .at(-1) ?? '';
    const value = (name) => new RegExp(`^${name}: *(.*)$`, 'm').exec(last)?.[1]?.trim() ?? null;
    const from = value('Upgraded-From');
    const to = value('Upgraded-To');
    return from === null || to === null ? null : { from, to, backup: value('Database-Backup') ?? '' };
}
/** Whether the backup named in a commit meets the requirements of a push (`backup` and `backup-proof`). */
function isBackedUp({ backup }, wanted) {
    if (wanted.backup === 'off')
        return true;
    const [strategy = '', state = ''] = backup.split(' ');
    if (!['cloud-dump', 'ssh-dump', 'ece-dump'].includes(strategy))
        return false;
    if (wanted.backupProof === 'off')
        return true;
    return state === 'proven' || (state === 'proven-without-rehearsal' && wanted.backupProof !== 'proven');
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/remote-branch.js
var remote_branch = __webpack_require__(9692);
// EXTERNAL MODULE: ./.tmp/compiled/src/commands/upgrade/sync-checkout.js
var sync_checkout = __webpack_require__(2572);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/wanted-backup.js
var wanted_backup = __webpack_require__(9379);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/note-ref.js
var note_ref = __webpack_require__(769);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/pending-commit.js





/** Keeps the commit in a ref, so that it need not be made again if the run stops before the push. */
async function savePendingCommit(ledger, { git, environment }, commit) {
    const ref = madeRef(environment);
    await (0,note_ref/* noteRef */.k)(ledger, git, ref, () => git.finish('update-ref', ref, commit));
}
/** Removes that ref once the branch points to the commit. */
async function clearPendingCommit(ledger, { git, branch, environment }, commit) {
    const ref = madeRef(environment);
    if ((await commitOf(git, `refs/heads/${branch}`)) === commit)
        await (0,note_ref/* noteRef */.k)(ledger, git, ref, () => git.finish('update-ref', '-d', ref));
}
/**
 * The commit that an earlier run made for the same plan and did not push, or null. It has the same parent, the same
 * lock, and a sufficient, recent backup of this environment.
 */
async function findPendingCommit({ options }, { git, base, environment }, { plan, files }) {
    const commit = await madeCommit(git, environment);
    if (commit === null || (await commitOf(git, `${commit}^`)) !== base)
        return null;
    const trailers = await upgradeTrailers(git, commit);
    if (trailers?.from !== plan.fromVersion || trailers.to !== plan.toVersion)
        return null;
    const [json, lock] = await Promise.all([
        git.run('show', `${commit}:./composer.json`),
        git.run('show', `${commit}:./composer.lock`)
    ]);
    if (json.stdout !== files.composerJson || lock.stdout !== files.composerLock)
        return null;
    const wanted = { backup: (0,wanted_backup/* wantedBackup */.g)(options), backupProof: options.backupProof };
    return isBackedUp(trailers, wanted) && (await isYoung(git, commit, options.backupReuseMinutes)) ? commit : null;
}
/** Whether an earlier run made `commit` for this environment, with a backup that is still good for its push. */
async function isPendingHere({ options }, { git, environment }, commit) {
    if ((await madeCommit(git, environment)) !== commit)
        return false;
    const trailers = await upgradeTrailers(git, commit);
    return trailers !== null && isBackedUp(trailers, options) && (await isYoung(git, commit, options.backupReuseMinutes));
}
/** The facts of the upgrade in a commit; null if it is no upgrade, or not in this repository. */
async function upgradeTrailers(git, commit) {
    const { exitCode, stdout } = await git.run('log', '-1', '--format=%B', commit, '--');
    return exitCode === 0 ? parseUpgradeTrailers(stdout) : null;
}
/** Moves the checkout to a commit that an earlier run pushed, if that run was stopped before it did so. */
async function fastForward(thisRun, { git, branch, environment }) {
    const { facts, options } = thisRun;
    const commit = await madeCommit(git, environment);
    const ours = await commitOf(git, `refs/heads/${branch}`);
    if (commit === null || ours === null || ours !== (await commitOf(git, `${commit}^`)))
        return;
    if ((await (0,remote_branch/* remoteCommit */.Sd)(git, options.remote, branch)) !== commit)
        return;
    facts.warnings = [...facts.warnings, ...(await (0,sync_checkout/* syncCheckout */.s)(thisRun, { git, branch }, commit))];
    // The branch is not checked out anywhere; git refuses anything but a fast-forward.
    if ((await commitOf(git, `refs/heads/${branch}`)) === ours)
        await (0,note_ref/* noteRef */.k)(thisRun.ledger, git, `refs/heads/${branch}`, () => git.run('fetch', '--quiet', '.', `${madeRef(environment)}:refs/heads/${branch}`));
}
function madeRef(environment) {
    return `refs/magento-cloud-upgrade/made/${encodeURIComponent(environment)}`;
}
function madeCommit(git, environment) {
    return commitOf(git, madeRef(environment));
}
async function commitOf(git, name) {
    const { exitCode, stdout } = await git.run('rev-parse', '--quiet', '--verify', `${name}^{commit}`);
    return exitCode === 0 ? stdout.trim() : null;
}
// The shop's data changes, so an older backup is replaced by a new one.
async function isYoung(git, commit, minutes) {
    const seconds = Number((await git.run('log', '-1', '--format=%ct', commit, '--')).stdout);
    return Date.now() / 1000 - seconds < minutes * 60;
}


/***/ }),

/***/ 2572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ syncCheckout)
/* harmony export */ });
/* harmony import */ var _tools_git_head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1635);
/* harmony import */ var _steps_preflight_check_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8265);
/* harmony import */ var _steps_preflight_unsafe_changes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4726);
/* harmony import */ var _tools_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9328);




/**
 * Fast-forwards the developer's checkout to the new commit, once the commit is published. Uncommitted changes are
 * stashed and restored (`dirty: stash`), or saved on a separate branch (`dirty: branch`). A refusal of git is only a
 * warning: the upgrade itself is done.
 */
async function syncCheckout({ options, ledger }, project, commit) {
    const { git, branch } = project;
    const current = await (0,_tools_git_head_js__WEBPACK_IMPORTED_MODULE_2__/* .currentBranch */ .e)(git);
    if (current !== branch)
        return [];
    const dirty = (await (0,_steps_preflight_check_git_js__WEBPACK_IMPORTED_MODULE_0__/* .uncommitted */ .S)(git)).length > 0;
    if (dirty && options.dirty === 'fail')
        return [
            warning('The work tree changed during the run, so it was not updated to the new commit.', 'Run git pull --ff-only.')
        ];
    const saved = `magento-cloud-upgrade/saved-${commit.slice(0, 12)}`;
    const aside = dirty ? ledger.intend('stash', 'uncommitted changes were put into the stash') : null;
    if (dirty)
        await putAside(git, saved, options.dirty === 'branch');
    aside?.done();
    const moved = ledger.intend('checkout', `the checkout was updated to ${commit.slice(0, 12)}`);
    const merged = await git.finish('merge', '--quiet', '--ff-only', commit);
    settle(moved, merged, await headOf(git), commit);
    const problems = merged.exitCode === 0
        ? []
        : [warning('The checkout could not be updated to the new commit.', 'Run git pull --ff-only.')];
    if (aside === null)
        return problems;
    const brought = options.dirty === 'branch' ? keepOnBranch(ledger, project, saved, aside) : bringBack(project, aside);
    return [...problems, ...(await brought)];
}
async function headOf(git) {
    const { exitCode, stdout } = await git.finish('rev-parse', '--quiet', '--verify', 'HEAD');
    return exitCode === 0 ? stdout.trim() : null;
}
// If git was killed, some files may have moved.
function settle(moved, { exitCode }, head, commit) {
    if (head === commit)
        moved.done();
    else if (exitCode > 0 && exitCode < 129 && head !== null)
        moved.undone();
    else
        moved.unknown();
}
// Keys and dumps must not enter git's history: a new auth.json stays where it is, and so do files that appeared
// meanwhile.
async function putAside(git, message, forGood) {
    const unsafe = forGood ? await (0,_steps_preflight_unsafe_changes_js__WEBPACK_IMPORTED_MODULE_3__/* .unsafeChanges */ .Q)({ git, files: _tools_files_js__WEBPACK_IMPORTED_MODULE_1__/* .files */ .a }, await git.status()) : [];
    const paths = [':/', ':(top,exclude,glob)**/auth.json', ...unsafe.map(({ path }) => `:(top,exclude,literal)${path}`)];
    await git.read('stash', 'push', '--quiet', '--include-untracked', '--message', message, '--', ...paths);
}
async function bringBack({ git }, aside) {
    const popped = await git.finish('stash', 'pop', '--quiet');
    if (popped.exitCode === 0) {
        aside.undone();
        return [];
    }
    await git.finish('reset', '--quiet', '--hard');
    await removeHalfPopped(git);
    return [
        warning('Your uncommitted changes conflict with the upgraded files; they are safe in the stash.', 'Run git stash pop and resolve the conflicts.')
    ];
}
// A pop that stops at a conflict has already restored new files, and refuses to run again while they exist.
async function removeHalfPopped(git) {
    const { stdout } = await git.finish('ls-tree', '-r', '-z', '--name-only', '--full-tree', 'stash@{0}^3');
    const stashed = new Set(stdout.split('\0'));
    const entries = await git.status();
    const left = entries.filter(({ status, path }) => status === '??' && stashed.has(path));
    for (const { path } of left)
        await git.finish('clean', '--quiet', '--force', '--', `:(top,literal)${path}`);
}
async function keepOnBranch(ledger, { git }, branch, aside) {
    const kept = ledger.intend('stash', `uncommitted changes were moved to the branch ${branch}`);
    await git.finish('branch', '--force', branch, 'stash@{0}');
    await git.finish('stash', 'drop', '--quiet');
    kept.done();
    aside.undone();
    return [
        warning(`Your uncommitted changes are saved on the branch ${branch}.`, `Run git stash apply ${branch} to bring them back.`)
    ];
}
function warning(message, fix) {
    return { id: 'checkout-settled', severity: 'warning', message, fix };
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





/** Verifies an environment and does nothing else. The report's `verification` has the verdict. */
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

/***/ 1369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseCloudErrorLog)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9567);

const line = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    errorCode: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .ai().int(),
    stage: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default('general'),
    step: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    suggestion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(''),
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default('critical')
});
/**
 * The entries of `cloud.error.log`, or of what `ece-tools error:show -j` prints, and how many lines were not JSON; an
 * empty log is a clean deployment.
 */
function parseCloudErrorLog(text) {
    const errors = [];
    let unreadable = 0;
    const shown = shownErrors(text);
    for (const entry of shown ?? text.split('\n').filter((candidate) => candidate.trim() !== '')) {
        const parsed = line.safeParse(shown === null ? decode(entry) : entry);
        if (!parsed.success) {
            unreadable += 1;
            continue;
        }
        const { errorCode, stage, step, title, suggestion, type } = parsed.data;
        const kind = type === 'warning' ? 'warning' : 'critical';
        errors.push({ code: errorCode, stage, step: step ?? null, title, suggestion: suggestion ?? null, type: kind });
    }
    return { errors, unreadable };
}
// `error:show -j` prints one object, keyed by code.
function shownErrors(text) {
    const whole = text.trimStart().startsWith('{')
        ? zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+$/), line).safeParse(decode(text))
        : null;
    return whole?.success === true ? Object.values(whole.data) : null;
}
function decode(text) {
    try {
        return JSON.parse(String(text));
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F: () => (/* binding */ isUpgradeLog),
  $: () => (/* binding */ readEntries)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/project/last-characters.js
var last_characters = __webpack_require__(6291);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-log/scenario-starts.js
var scenario_starts = __webpack_require__(221);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/deployment-log/log-line.js


// A log is read from its end, where it failed, and very long lines only in part, to bound the time.
const mostCharacters = 3_000_000;
const mostLines = 50_000;
const longestLine = 2000;
/** The lines of a log; of a very long one the last 50,000 in the last three million characters. */
function readLines(text) {
    return (0,last_characters/* lastCharacters */.p)(text, mostCharacters).split('\n').slice(-mostLines).map(readLine);
}
const header = /^\[\d{4}-\d\d-\d\d[T ][^\]\n]{5,30}\] ?(?:[\w-]{1,40}\.)?(?:(DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY):\s?(?:\[(\d{1,4})\])?)?/;
// eslint-disable-next-line no-control-regex
const escapes = /\u001b\[[0-9;]{0,12}[A-Za-z]/g;
function readLine(raw) {
    // A carriage return within a line is a progress bar that overwrites itself.
    const visible = raw.replace(/\r$/, '');
    const line = visible
        .slice(visible.lastIndexOf('\r') + 1)
        .slice(0, longestLine)
        .replace(escapes, '')
        .trimEnd();
    const mark = /^[ \t]{0,40}([EW]):(?: |$)/.exec(line);
    const text = mark === null ? line : line.slice(mark[0].length);
    const trimmed = text.trimStart();
    const head = header.exec(trimmed);
    return {
        text,
        channel: mark === null ? 'output' : mark[1] === 'E' ? 'verdict' : 'error',
        at: head === null ? null : (0,scenario_starts/* timeOf */.n)(trimmed),
        level: head === null ? null : levelOf(head[1]),
        code: head?.[2] === undefined ? null : Number(head[2])
    };
}
function levelOf(name = 'INFO') {
    if (name === 'WARNING')
        return 'warning';
    return name === 'DEBUG' || name === 'INFO' || name === 'NOTICE' ? 'info' : 'error';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/deployment-log/phase-titles.js
const titles = [
    [
        'configuration',
        /^(?:Processing activity|Found \d+ new commits?|Validating (?:submodules|configuration)|Verifying configuration|Running the protective block)/
    ],
    [
        'build',
        /^(?:Building application|Executing build hook|Reusing existing build|Installing build dependencies|Generating runtime configuration)/
    ],
    [
        'deploy',
        /^(?:Deploying applications|Re-?deploying environment|Executing deploy hook|Preparing deployment|Closing (?:service|all services)|Opening application|Uploading application)/
    ],
    ['post-deploy', /^Executing post[-_ ]deploy hook/]
];
const other = /^(?:Opening environment|Environment (?:configuration|routes|certificates)|Provisioning|Moving package)/;
// Up to 2002.0 the commands of ece-tools had names instead of scenarios.
const scenario = /(?:Starting scenario\(s\): |Launching command [^\n]{0,80})scenario\/(?:build\/)?(generate|transfer|deploy|post-deploy)\.xml|Starting (build|generate|transfer|deploy|post-deploy)(?: command)?\. \(magento\//;
/** The title in a line; null for any other line. Sources: public activity logs of 2019 to 2026. */
function titleOf(text) {
    const line = text.trimStart();
    const found = titles.find(([, pattern]) => pattern.test(line));
    if (found)
        return { phase: found[0] };
    if (other.test(line))
        return { phase: null };
    const name = line.includes('Starting ') || line.includes('Launching ') ? scenario.exec(line) : null;
    if (name === null)
        return null;
    const begun = name[1] ?? name[2] ?? '';
    return { phase: begun === 'deploy' || begun === 'post-deploy' ? begun : 'build' };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-log/unwrap-lines.js
var unwrap_lines = __webpack_require__(1572);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/deployment-log/log-entry.js



/** The entries of one text, in order. */
function readEntries(evidence) {
    const site = evidence.kind === 'site-log' || evidence.kind === 'report';
    let phase = site ? 'site' : evidence.kind === 'log' && isUpgradeLog(evidence.text) ? 'deploy' : null;
    let at = null;
    const groups = [];
    for (const line of readLines(evidence.text)) {
        const title = site || line.channel !== 'output' ? null : titleOf(line.text);
        phase = title?.phase ?? phase;
        at = line.at ?? at;
        const last = groups.at(-1);
        if (last && !begins(line, title, last))
            last.lines.push(line);
        else
            groups.push({ lines: [line], phase, at, title });
    }
    return markCertain(groups.map((group) => entryOf(group, evidence)));
}
/** Whether a text is var/log/install_upgrade.log: what setup:upgrade prints, without times. */
function isUpgradeLog(text) {
    const start = text.slice(0, 20_000);
    return (/^(?:Updating time: |Cache types config flushed successfully|Schema creation\/updates:)/m.test(start) &&
        !/^[ \t]{0,20}\[\d{4}-\d\d-\d\d/m.test(start));
}
// A command's output after a warning does not belong to the warning.
const ofCommand = /^\s{0,40}(?:Module '\w{1,100}':|Schema (?:creation|post-updates)|Data (?:install|post-updates)|Running (?:data|schema|recurring)|PHP (?:Fatal|Parse) error|In [\w.]{1,80} line \d+:$)/i;
// The lines after the platform's verdict explain it; a hook's stderr is a separate text.
function begins(line, title, last) {
    if (line.level !== null || title !== null || line.channel === 'verdict')
        return true;
    if (line.text.trim() === '')
        return false;
    if (last.lines[0]?.level === 'warning' && ofCommand.test(line.text))
        return true;
    const channel = last.lines[0]?.channel;
    if (channel === 'verdict' && line.channel === 'output')
        return false;
    return channel !== line.channel || (channel === 'error' && /^\s{0,40}In [\w.]{1,80} line \d+:$/.test(line.text));
}
function entryOf({ lines, phase, at, title }, { source, kind, activity }) {
    const [first] = lines;
    const level = first?.channel === 'verdict' ? 'verdict' : (first?.level ?? (title === null ? 'output' : 'title'));
    const rows = lines.map(({ text }) => text);
    return {
        source,
        activity: activity ?? null,
        phase,
        at,
        level,
        code: first?.code ?? null,
        rows,
        lines: level === 'warning' ? [] : linesOf(level, first?.level != null, rows),
        certain: kind === 'report' || kind === 'state'
    };
}
// The first line of an entry is separate; one that only announces a step is no evidence.
function linesOf(level, hasHead, rows) {
    if (level === 'info' || level === 'title')
        return (0,unwrap_lines/* unwrapLines */.h)(['', ...rows.slice(1)]);
    if (!hasHead)
        return (0,unwrap_lines/* unwrapLines */.h)(rows);
    const head = rows[0] ?? '';
    return [{ text: head, other: head, first: 0 }, ...(0,unwrap_lines/* unwrapLines */.h)(['', ...rows.slice(1)])];
}
// From each error back to the entry that began the failed command.
function markCertain(entries) {
    const certain = new Set();
    entries.forEach(({ level, phase }, index) => {
        if ((level !== 'error' && level !== 'verdict') || phase === 'site')
            return;
        certain.add(index);
        for (let before = index - 1; before >= 0; before -= 1) {
            const entry = entries[before];
            if (!entry || certain.has(before) || entry.level === 'warning' || entry.level === 'error')
                break;
            certain.add(before);
            if (entry.level !== 'output')
                break;
        }
    });
    return entries.map((entry, index) => (certain.has(index) ? { ...entry, certain: true } : entry));
}


/***/ }),

/***/ 221:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ lastDeployment),
/* harmony export */   n: () => (/* binding */ timeOf)
/* harmony export */ });
// Up to 2002.0 the commands had names instead of scenarios; later versions write such lines too, without versions.
const line = /^.*(?:Starting scenario\(s\): scenario\/(?:build\/)?(generate|transfer|deploy|post-deploy)\.xml|Starting (build|generate|transfer|deploy|post-deploy)(?: command)?\. \(magento\/).*$/gm;
/**
 * The last deployment by the lines with which ece-tools begins phases; null if there is none. Post-deploy belongs to
 * the preceding deployment.
 */
function lastDeployment(log) {
    const starts = [...log.matchAll(line)].map(readStart).filter(({ phase }) => phase !== 'post-deploy');
    const last = starts.at(-1);
    if (!last)
        return null;
    let first = last;
    for (const start of starts.slice(0, -1).reverse()) {
        if (order[start.phase] >= order[first.phase])
            break;
        first = start;
    }
    return {
        index: first.index,
        phaseIndex: last.index,
        at: first.at,
        firstPhase: first.phase,
        phase: last.phase,
        phaseAt: last.at,
        version: last.version
    };
}
/**
 * The time of a log line in milliseconds since 1970, from the bracketed UTC time at its beginning, indented or not;
 * null without one.
 */
function timeOf(text) {
    const stamp = /^[ \t]{0,40}\[(\d{4}-\d\d-\d\d)[T ]([\d:.]{5,20})([^\]\n]{0,10})\]/.exec(text);
    if (!stamp)
        return null;
    const [, day = '', clock = '', zone = ''] = stamp;
    const time = Date.parse(`${day}T${clock}${zone === '' ? 'Z' : zone.trim()}`);
    return Number.isNaN(time) ? null : time;
}
const order = { build: 0, generate: 0, transfer: 1, deploy: 2, 'post-deploy': 3 };
function readStart(match) {
    return {
        index: match.index,
        phase: (match[1] ?? match[2]),
        at: timeOf(match[0]),
        version: /magento\/magento2-base version: v?(\d+\.\d+\.\d+[\w.-]*)/.exec(match[0])?.[1] ?? null
    };
}


/***/ }),

/***/ 1572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ unwrapLines)
/* harmony export */ });
/** Width of the boxes that Symfony draws without a terminal: 80 columns minus a margin of 5. */
const boxWidth = 75;
const begins = /^(?:#\d|[-*•] |\[|at |SQLSTATE|In [\w.]+ line|Problem \d|PHP |[\w\\]{0,80}(?:Exception|Error)\b|W:|E:)/;
/** Joins the rows of wrapped paragraphs, unless the next row begins something new. */
function unwrapLines(rows) {
    return paragraphs(rows).flatMap(({ start, texts }) => {
        const wrap = wrapOf(texts);
        const lines = [];
        let open = null;
        texts.forEach((text, index) => {
            const next = texts[index + 1];
            open = {
                // The trailing space of a full row is lost.
                hard: (open?.hard ?? '') + text + (wrap === 'hard' && text.length === boxWidth - 1 ? ' ' : ''),
                soft: open === null ? text : `${open.soft} ${text.trim()}`,
                first: open?.first ?? start + index
            };
            if (next !== undefined && goesOn(wrap, text, next, texts) && open.hard.length < 4000)
                return;
            const [text1, other] = wrap === 'hard' ? [open.hard, open.soft] : [open.soft, open.hard];
            lines.push({ text: text1.trimEnd(), other, first: open.first });
            open = null;
        });
        return lines;
    });
}
// Rows of equal width were cut at that width, regardless of words.
function wrapOf(texts) {
    const widest = Math.max(...texts.map((text) => text.length));
    return isBox(widest) || texts.filter((text) => text.length === widest).length > 1 ? 'hard' : 'soft';
}
function isBox(width) {
    return width >= boxWidth - 2 && width <= boxWidth + 2;
}
function goesOn(wrap, text, next, texts) {
    if (begins.test(next) || text.length < 58 || text.length > 160)
        return false;
    if (wrap === 'soft')
        return /^[a-z(]/.test(next);
    return isBox(text.length) || texts.every((one) => one.length <= text.length);
}
// Adjacent rows with the same indentation, ignoring the space at the beginning of a cut line.
function paragraphs(rows) {
    const found = [];
    let open = false;
    rows.forEach((row, index) => {
        const text = row.trimStart();
        const indent = row.length - text.length;
        const last = found.at(-1);
        const fits = open && last && indent >= last.indent && indent <= last.indent + 1 && last.texts.length < 60;
        if (text === '')
            open = false;
        else if (fits)
            last.texts.push(row.slice(last.indent));
        else {
            found.push({ start: index, indent, texts: [text] });
            open = true;
        }
    });
    return found;
}


/***/ }),

/***/ 6802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ timePhases),
/* harmony export */   h: () => (/* binding */ phaseOf)
/* harmony export */ });
/** The phases of a deployment, in order. */
const deploymentPhases = ['build', 'deploy', 'post-deploy'];
// From the platform's own lines, and from those with which ece-tools begins its scenarios.
const begins = [
    ['post-deploy', /^\s*Executing post[-_]deploy hook|Starting (?:scenario\(s\): scenario\/)?post-deploy\b/],
    ['deploy', /^\s*Re-?deploying environment|^\s*Executing deploy hook|Starting (?:scenario\(s\): scenario\/)?deploy\b/],
    ['build', /^\s*Building application|Starting (?:scenario\(s\): scenario\/)?build\b/]
];
/** The phase that a line of an activity's log begins; null for any other line. */
function phaseOf(line) {
    return begins.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}
/**
 * How long each phase took, in whole seconds; `begun` has the second in which each was first seen. A phase that began
 * and ended between two polls is left out.
 */
function timePhases(begun, end) {
    const known = deploymentPhases.flatMap((name) => {
        const at = begun.get(name);
        return at === undefined ? [] : [{ name, at }];
    });
    return known
        .map(({ name, at }, index) => ({ name, seconds: Math.round((known[index + 1]?.at ?? end) - at) }))
        .filter(({ seconds }) => seconds > 0);
}


/***/ }),

/***/ 6369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ shorten)
/* harmony export */ });
/** `text` with at most `most` characters. Redact it first: half of a secret is not recognised. */
function shorten(text, most) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}


/***/ }),

/***/ 3772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ plainLines)
/* harmony export */ });
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2698);

/** The lines of a program's output, without terminal escapes and white space at the ends. */
function plainLines(text) {
    return (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(text)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}


/***/ }),

/***/ 8837:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _g: () => (/* binding */ describePlaces),
/* harmony export */   lk: () => (/* binding */ howToKeep)
/* harmony export */ });
/* unused harmony export isFleeting */
const untils = {
    removed: 'it stays until somebody removes it',
    deployment: 'gone with the next deployment, which replaces the container',
    node: 'it stays as long as this node does; not a place for months',
    job: 'gone when the job ends',
    cleaned: 'gone when the temporary folder is cleaned'
};
/** Whether a backup is gone before it can be used. */
function isFleeting({ until }) {
    return until === 'job' || until === 'deployment';
}
/** The places of a backup and until when it lasts, one sentence per place; empty if none is known. */
function describePlaces({ places = [] }) {
    return places.map(({ where, until }) => `${where === 'server' ? 'on the server' : 'on this machine'}: ${untils[until]}`);
}
/** What to set so that the next backup lasts; null if this one does. */
function howToKeep({ places = [] }) {
    if (places.length === 0 || places.some((place) => !isFleeting(place)))
        return null;
    return 'Keep a copy elsewhere: set backup-encrypt-to, backup-to: runner and backup-artifact: true with a step that uploads it, or backup-directory on a runner of your own.';
}


/***/ }),

/***/ 1760:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TH: () => (/* binding */ documentation),
/* harmony export */   ZE: () => (/* binding */ exitCodeUrl),
/* harmony export */   hP: () => (/* binding */ linksOf)
/* harmony export */ });
/** Where the docs are. */
const documentation = 'https://github.com/magento-cloud-upgrade/magento-cloud-upgrade/blob/main/docs';
/** Where the exit codes are explained. */
const exitCodeUrl = `${documentation}/verdicts.md#every-exit-code`;
/** The pages that help with this run: shop, pull request, commit, workflow run. Those that are not known are left out. */
function linksOf(report) {
    const { verification, recovery, pullRequest, commit, workflow } = report;
    const storefront = (recovery?.verification ?? verification)?.storefront ?? null;
    const pushed = report.changes.some(({ kind, state }) => (kind === 'branch' || kind === 'pull-request-branch') && state === 'done');
    return [
        ...(storefront === null ? [] : [{ text: 'Storefront', url: storefront.url }]),
        ...(pullRequest === null ? [] : [{ text: `Pull request #${pullRequest.number}`, url: pullRequest.url }]),
        ...(workflow === null || commit === null || !pushed
            ? []
            : [{ text: `Commit ${commit.slice(0, 7)}`, url: `${workflow.repository}/commit/${commit}` }]),
        ...(workflow?.run == null ? [] : [{ text: 'Log of the run', url: workflow.run }])
    ];
}


/***/ }),

/***/ 3044:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dS: () => (/* binding */ backupStates),
  mN: () => (/* binding */ backupStrategies),
  Ui: () => (/* reexport */ findingPhases)
});

// UNUSED EXPORTS: backup, deployment, finding, nodeHealth, packageChange, plan, planNote, problem, recovery, stepTime, update, upgradeReport, verification

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/deployment-schema.js

const seconds = schemas/* number */.aig().nonnegative().describe('seconds');
/** The outcome of the deployment of one commit. */
const deployment = schemas/* object */.Ikc({
    verdict: schemas/* enum */.k5n(['succeeded', 'degraded', 'failed', 'never-started', 'staged', 'superseded', 'unknown', 'skipped']),
    activityId: schemas/* string */.YjP().nullable(),
    seconds,
    phases: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* enum */.k5n(['build', 'deploy', 'post-deploy']), seconds })).describe('those seen whole'),
    isBuilt: schemas/* boolean */.zMY().optional().describe('false where the code of a staged commit could not be built'),
    reasons: schemas/* array */.YOg(schemas/* string */.YjP())
});

// EXTERNAL MODULE: ./.tmp/compiled/src/ledger.js
var ledger = __webpack_require__(2497);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/effect-schema.js


/** One thing that a run changed. */
const effect = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n(ledger/* effectKinds */.Vn),
    what: schemas/* string */.YjP().describe('a clause in the past tense'),
    state: schemas/* enum */.k5n(ledger/* effectStates */.a3).describe('intended: its end was not seen; undone: taken back, or it did not come about')
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/finding-schema.js

/** The phases of a deployment in order, and the running shop after it. */
const findingPhases = ['configuration', 'build', 'deploy', 'post-deploy', 'site'];
/** One explained cause of a failure, with its evidence. */
const finding = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    rank: schemas/* number */.aig().int().describe('1 is the likeliest cause'),
    certainty: schemas/* enum */.k5n(['sure', 'likely', 'unknown'])
        .describe('sure: the error that ended it says so; likely: its log does'),
    phase: schemas/* enum */.k5n(findingPhases).nullable().describe('where it was printed; site: by the running shop'),
    deployment: schemas/* string */.YjP().nullable().describe('id of the activity whose log shows it'),
    at: schemas/* string */.YjP().nullable().describe('when it was printed, in ISO 8601'),
    siteUnchanged: schemas/* boolean */.zMY().optional().describe('true where the platform stopped before the running site'),
    title: schemas/* string */.YjP(),
    source: schemas/* string */.YjP().describe('file or log that shows it'),
    evidence: schemas/* string */.YjP().describe('redacted excerpt'),
    meaning: schemas/* string */.YjP(),
    next: schemas/* string */.YjP(),
    modules: schemas/* array */.YOg(schemas/* object */.Ikc({ module: schemas/* string */.YjP(), kind: schemas/* string */.YjP(), current: schemas/* string */.YjP(), required: schemas/* string */.YjP() }))
        .optional()
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/surroundings-schema.js

/** A pull request that the run opened or updated. */
const pullRequest = schemas/* object */.Ikc({ number: schemas/* number */.aig().int(), url: schemas/* string */.YjP(), created: schemas/* boolean */.zMY() });
/** The run of GitHub Actions that our run is part of. */
const workflow = schemas/* object */.Ikc({
    repository: schemas/* string */.YjP().describe('address of the repository'),
    run: schemas/* string */.YjP().nullable().describe('address of the run'),
    hosted: schemas/* boolean */.zMY().describe('whether its machine is gone when the job ends')
});
/** Commands that return an environment to the previous version, for a person to run. */
const wayBack = schemas/* object */.Ikc({
    version: schemas/* string */.YjP(),
    code: schemas/* array */.YOg(schemas/* string */.YjP()).describe('empty where there is no commit to revert'),
    data: schemas/* array */.YOg(schemas/* string */.YjP()).describe('empty where there is no backup that can be restored'),
    untouched: schemas/* boolean */.zMY().describe('whether the data cannot have been touched, so that the code alone goes back'),
    from: schemas/* string */.YjP().nullable().describe('when the data were backed up, in ISO 8601: what is written later is lost')
});
/** One place of a backup. */
const backupPlace = schemas/* object */.Ikc({
    where: schemas/* enum */.k5n(['server', 'machine']),
    path: schemas/* string */.YjP(),
    until: schemas/* enum */.k5n(['removed', 'deployment', 'node', 'job', 'cleaned'])
        .describe('removed: it stays until somebody removes it; deployment: the next one replaces its container; node: its node is replaced; job: the job ends; cleaned: the temporary folder is cleaned')
});
/** The present and the supported version. */
const comparison = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().describe('such as MariaDB'),
    key: schemas/* string */.YjP().describe('its name in the file that declares it'),
    now: schemas/* string */.YjP(),
    wanted: schemas/* string */.YjP()
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/schema.js







const schema_seconds = schemas/* number */.aig().nonnegative().describe('seconds');
const answer = schemas/* object */.Ikc({ url: schemas/* string */.YjP(), status: schemas/* number */.aig().int().nullable() });
const problemId = schemas/* string */.YjP().describe('stable kebab-case id of the check');
const problem = schemas/* object */.Ikc({
    id: problemId,
    severity: schemas/* enum */.k5n(['error', 'warning']),
    level: schemas/* enum */.k5n(['before', 'look', 'information']).optional().describe('when to see to it, in a plan'),
    hosts: schemas/* array */.YOg(schemas/* string */.YjP()).readonly().optional().describe('the nodes that have it, in a problem of nodes'),
    comparison: comparison.optional().describe('of what runs with what the target supports: such problems are one table'),
    message: schemas/* string */.YjP(),
    fix: schemas/* string */.YjP()
});
const noteId = schemas/* string */.YjP();
const planNote = problem.omit({ severity: true }).required({ level: true }).extend({ id: noteId });
const packageChange = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    change: schemas/* enum */.k5n(['added', 'removed', 'up', 'down', 'same-version']),
    from: schemas/* string */.YjP().nullable(),
    to: schemas/* string */.YjP().nullable(),
    thirdParty: schemas/* boolean */.zMY().describe("outside the metapackage's closure")
});
const plan = schemas/* object */.Ikc({
    fromVersion: schemas/* string */.YjP().describe('product version in composer.lock before'),
    toVersion: schemas/* string */.YjP().describe('product version that the resolved lock holds'),
    target: schemas/* string */.YjP().describe('the target as asked for'),
    changed: schemas/* boolean */.zMY(),
    heldBack: schemas/* object */.Ikc({ version: schemas/* string */.YjP(), code: schemas/* string */.YjP(), reasons: schemas/* array */.YOg(schemas/* string */.YjP()) })
        .nullable()
        .describe('a newer release of the line that the plan does not reach, and what blocks it'),
    constraint: schemas/* string */.YjP().describe('constraint on the metapackage, always a range'),
    productPin: schemas/* string */.YjP().nullable().describe('exact root requirement on the product'),
    metapackage: schemas/* object */.Ikc({ from: schemas/* string */.YjP(), to: schemas/* string */.YjP() }),
    eceTools: schemas/* object */.Ikc({ from: schemas/* string */.YjP().nullable(), to: schemas/* string */.YjP().nullable() }),
    packageChanges: schemas/* array */.YOg(packageChange),
    thirdPartyPackages: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP() })),
    trackedMarshaledFiles: schemas/* number */.aig().int().describe('mapped files that git tracks in this project'),
    gitignoreLayout: schemas/* enum */.k5n(['allow-list', 'deny-list', 'none']),
    migrations: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), file: schemas/* string */.YjP(), description: schemas/* string */.YjP() })),
    problems: schemas/* array */.YOg(problem),
    notes: schemas/* array */.YOg(planNote).describe('all that the plan says to people, by level')
});
/** The value of a backup, from best to worst. */
const backupStates = ['proven', 'proven-without-rehearsal', 'inconsistent', 'failed'];
/** How dumps are made. */
const backupStrategies = ['cloud-dump', 'ssh-dump', 'ece-dump'];
const backup = schemas/* object */.Ikc({
    strategy: schemas/* enum */.k5n([...backupStrategies, 'off']),
    state: schemas/* enum */.k5n([...backupStates, 'none']).describe('what the backup is worth; proven was restored in a rehearsal'),
    finishedAt: schemas/* string */.YjP().nullable().describe('when it was made, in ISO 8601'),
    reused: schemas/* boolean */.zMY().describe('whether an earlier run of the same upgrade made it'),
    manifest: schemas/* string */.YjP().nullable().describe('path of manifest.json: local, or on the server'),
    location: schemas/* string */.YjP().nullable().describe('path of the dump: local, or on the server'),
    downloadedTo: schemas/* string */.YjP().nullable(),
    bytes: schemas/* number */.aig().int().nullable(),
    sha256: schemas/* string */.YjP().nullable(),
    tables: schemas/* number */.aig().int().nullable(),
    dumps: schemas/* array */.YOg(schemas/* object */.Ikc({ relationship: schemas/* string */.YjP(), location: schemas/* string */.YjP(), bytes: schemas/* number */.aig().int(), sha256: schemas/* string */.YjP() }))
        .describe('all dumps, the main one first: more than one where the database is split'),
    proofs: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), passed: schemas/* boolean */.zMY(), detail: schemas/* string */.YjP() })),
    extras: schemas/* array */.YOg(schemas/* object */.Ikc({ kind: schemas/* enum */.k5n(['code', 'media', 'snapshot']), location: schemas/* string */.YjP() }))
        .describe('copies of code and media: a path on the environment, or on this machine; the id of a snapshot'),
    places: schemas/* array */.YOg(backupPlace).optional().describe('where it lies and until when'),
    problems: schemas/* array */.YOg(problem)
});
const update = schemas/* object */.Ikc({
    mode: schemas/* enum */.k5n(['fast', 'full']),
    lockedVersion: schemas/* string */.YjP(),
    writtenFiles: schemas/* array */.YOg(schemas/* string */.YjP()).describe('paths that the update changed in the checkout'),
    removedFiles: schemas/* array */.YOg(schemas/* string */.YjP()),
    restoredFiles: schemas/* array */.YOg(schemas/* string */.YjP()).describe("the project's own files that Composer removed, put back"),
    ownChanges: schemas/* array */.YOg(schemas/* object */.Ikc({ path: schemas/* string */.YjP(), outcome: schemas/* enum */.k5n(['kept', 'overwritten', 'conflict', 'removed']) }))
        .describe('tracked marshaled files that HEAD has otherwise than the old version brings them'),
    mappedFiles: schemas/* number */.aig().int().describe('files that the new base packages map'),
    problems: schemas/* array */.YOg(problem)
});
const nodeHealth = schemas/* object */.Ikc({
    host: schemas/* string */.YjP(),
    version: schemas/* string */.YjP().nullable(),
    database: schemas/* enum */.k5n(['current', 'behind', 'ahead', 'unknown']),
    maintenance: schemas/* boolean */.zMY().nullable(),
    cron: schemas/* boolean */.zMY().nullable().describe('whether cron jobs are enabled in app/etc/env.php'),
    deployedVersion: schemas/* string */.YjP().nullable().describe('version that var/log/cloud.log names for the last deployment'),
    errors: schemas/* array */.YOg(schemas/* object */.Ikc({ code: schemas/* string */.YjP(), title: schemas/* string */.YjP(), suggestion: schemas/* string */.YjP() }))
});
const verification = schemas/* object */.Ikc({
    verdict: schemas/* enum */.k5n(['healthy', 'unhealthy', 'wrong-version', 'unreachable', 'skipped']),
    expectedVersion: schemas/* string */.YjP(),
    installedVersion: schemas/* string */.YjP().nullable(),
    nodes: schemas/* array */.YOg(nodeHealth),
    storefront: answer.nullable(),
    endpoints: schemas/* array */.YOg(answer).describe('answers of /graphql and /rest'),
    problems: schemas/* array */.YOg(problem)
});
const recovery = schemas/* object */.Ikc({
    outcome: schemas/* enum */.k5n(['reverted', 'failed', 'refused']).describe('refused: nothing was reverted, the reason says why'),
    reason: schemas/* string */.YjP(),
    revertedCommit: schemas/* string */.YjP().describe('commit of the upgrade'),
    commit: schemas/* string */.YjP().nullable().describe('the forward commit that takes it back'),
    version: schemas/* string */.YjP().describe('product version that the environment was to run again'),
    databaseAhead: schemas/* enum */.k5n(['no', 'maybe', 'yes']).describe('whether the database is ahead of the reverted code'),
    dataCommands: schemas/* array */.YOg(schemas/* string */.YjP()).describe('commands that put the data back; printed, never run'),
    deployment: deployment.nullable().describe('of the commit that takes the upgrade back'),
    verification: verification.nullable().describe('of the environment after it')
});
const stepTime = schemas/* object */.Ikc({
    step: schemas/* enum */.k5n(['plan', 'preflight', 'backup', 'update', 'commit', 'push', 'wait', 'verify', 'diagnose', 'recover']),
    outcome: schemas/* enum */.k5n(['done', 'skipped', 'failed']),
    seconds: schema_seconds,
    note: schemas/* string */.YjP()
});
/** The versioned shape of a whole run. */
const upgradeReport = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(1),
    verdict: schemas/* enum */.k5n([
        'upgraded',
        'up-to-date',
        'held-back',
        'planned',
        'committed',
        'pushed',
        'backed-up',
        'restored',
        'verified',
        'diagnosed',
        'failed'
    ]),
    startedAt: schemas/* string */.YjP().describe('ISO 8601, UTC'),
    seconds: schema_seconds,
    project: schemas/* string */.YjP().nullable(),
    environment: schemas/* string */.YjP().nullable(),
    branch: schemas/* string */.YjP().nullable(),
    commit: schemas/* string */.YjP().nullable(),
    liveCommitTag: schemas/* string */.YjP().nullable(),
    target: schemas/* string */.YjP().nullable().describe('the version that was asked for'),
    workflow: workflow.nullable().describe('the workflow run that this is a part of'),
    pullRequest: pullRequest.nullable(),
    wayBack: wayBack.nullable().describe('commands to the version before, after a failure that had pushed'),
    steps: schemas/* array */.YOg(stepTime),
    plan: plan.nullable(),
    backup: backup.nullable(),
    update: update.nullable(),
    deployment: deployment.nullable(),
    verification: verification.nullable(),
    recovery: recovery.nullable(),
    findings: schemas/* array */.YOg(finding),
    warnings: schemas/* array */.YOg(problem),
    changes: schemas/* array */.YOg(effect).describe('what the run changed, tried to change, or changed back'),
    error: schemas/* object */.Ikc({
        code: schemas/* string */.YjP(),
        exitCode: schemas/* number */.aig().int(),
        message: schemas/* string */.YjP(),
        summary: schemas/* string */.YjP().describe('the message without what the report lists of its own'),
        unchanged: schemas/* string */.YjP().describe('what was left as it was, from the changes'),
        next: schemas/* string */.YjP(),
        problems: schemas/* array */.YOg(problem),
        details: schemas/* string */.YjP().nullable()
    })
        .nullable()
});


/***/ }),

/***/ 7884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ comparisonSteps),
/* harmony export */   Q: () => (/* binding */ comparisonTable)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7444);

/** The present and the supported versions as one table, with how to change each below it. */
function comparisonTable(items, version) {
    if (items.length === 0)
        return [];
    const rows = items.map(({ comparison: { name, key, now, wanted } = none }) => `| ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(name)} (\`${key.replaceAll(/[`|]/g, '')}\`) | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(now)} | **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(wanted)}** |`);
    return ['', `| service | runs now | ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(version)} supports |`, '|---|---|---|', ...rows];
}
/** How to change each of them. */
function comparisonSteps(items) {
    return items.map(({ comparison: { name, now } = none, fix }) => `- **${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(name)} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .inline */ .mG)(now)}**: ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .prose */ .CS)(fix)}`);
}
const none = { name: '', key: '', now: '', wanted: '' };


/***/ }),

/***/ 456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ backupWarnings)
/* harmony export */ });
// Warnings of a run that reuses an earlier run's commit, about the backup made then.
const ofBackups = new Set([
    'backup-excluded',
    'backup-failed',
    'backup-fleeting',
    'backup-maintenance',
    'backup-not-complete',
    'backup-not-consistent',
    'backup-not-rehearsed',
    'backup-off',
    'backup-orphans',
    'backup-password-shown',
    'backup-size'
]);
/** The warnings of a run about its backup, or about the backup of the earlier run that it continues. */
function backupWarnings({ warnings, backup }) {
    const ids = new Set(backup?.problems.map(({ id }) => id));
    return warnings.filter(({ id }) => ids.has(id) || ofBackups.has(id));
}


/***/ }),

/***/ 4318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ withCloudSession)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/run/normalize-options.js
var normalize_options = __webpack_require__(8268);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/fingerprint.js

/** The fingerprint of a line in known_hosts, as ssh-keygen -l prints it: `SHA256:…`; null for a line without a key. */
function fingerprintOf(line) {
    const key = /\s(?:ssh|ecdsa|sk)-\S+\s+([A-Za-z0-9+/]+=*)/.exec(line)?.[1];
    if (key === undefined)
        return null;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(Buffer.from(key, 'base64')).digest('base64');
    return `SHA256:${hash.replace(/=+$/, '')}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/open-host-keys.js



/**
 * Writes the lines of `known-hosts`, of `known-hosts-file` and of keys accepted earlier in this run to a known_hosts
 * file in `home`. Throws UpgradeError `bad-input` if host keys are pinned and there are none, or the file cannot be
 * read.
 */
async function openHostKeys({ options, facts, ledger, acceptedHostKeys }, home) {
    const kept = await readKept(options.knownHostsFile);
    const trusted = [...linesOf(options.knownHosts), ...linesOf(kept), ...acceptedHostKeys];
    if (trusted.length === 0 && options.sshHostKey === 'pinned')
        throw nothingPinned(options);
    const knownHostsFile = files/* files */.a.join(home, 'known_hosts');
    await files/* files */.a.write(knownHostsFile, trusted.map((line) => `${line}\n`).join(''));
    return {
        knownHostsFile,
        keepAccepted: async () => {
            const known = new Set([...trusted, ...acceptedHostKeys]);
            const accepted = linesOf((await files/* files */.a.read(knownHostsFile)) ?? '').filter((line) => !known.has(line));
            if (accepted.length === 0)
                return;
            acceptedHostKeys.push(...accepted);
            const failure = await keep(options.knownHostsFile, accepted);
            const isKept = options.knownHostsFile !== '' && failure === null;
            if (isKept)
                ledger.intend('file', `host keys were added to ${options.knownHostsFile}`).done();
            facts.warnings = [...facts.warnings, ...accepted.map((line) => unseen(line, options, isKept)), ...failed(failure)];
        }
    };
}
function linesOf(text) {
    return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
async function readKept(path) {
    if (path === '')
        return '';
    try {
        return (await files/* files */.a.read(files/* files */.a.resolve(path))) ?? '';
    }
    catch (error) {
        throw new errors/* UpgradeError */.fy('bad-input', {
            message: `known-hosts-file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
            next: 'Name a file in known_hosts format; a missing one is created.'
        });
    }
}
/** Appends lines to known-hosts-file; returns why that failed, or null. */
async function keep(path, lines) {
    if (path === '')
        return null;
    try {
        const before = linesOf((await files/* files */.a.read(files/* files */.a.resolve(path))) ?? '');
        await files/* files */.a.write(files/* files */.a.resolve(path), [...before, ...lines].map((line) => `${line}\n`).join(''));
        return null;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
function unseen(line, { knownHostsFile }, isKept) {
    const host = line.split(/\s/)[0] ?? '';
    const forget = isKept
        ? `It is kept in ${knownHostsFile}: a later run stops if it has changed.`
        : 'It is forgotten after this run, so the next one would trust another key as well.';
    return {
        id: 'host-key-accepted',
        severity: 'warning',
        message: `The host key of ${host} was unknown and was accepted without verification (${fingerprintOf(line) ?? 'no fingerprint'}). ${forget}`,
        fix: `Compare the fingerprint with the one from the owner of the host, then add this line to known-hosts and set ssh-host-key: pinned: ${line}`
    };
}
function failed(why) {
    if (why === null)
        return [];
    const message = `known-hosts-file could not be written: ${why}.`;
    return [{ id: 'host-key-not-kept', severity: 'warning', message, fix: 'Name a file that this run can write to.' }];
}
function nothingPinned({ knownHostsFile }) {
    const file = knownHostsFile === '' ? '' : `, and ${knownHostsFile} has none`;
    return new errors/* UpgradeError */.fy('bad-input', {
        message: `No host keys are pinned: the option known-hosts is empty${file}.`,
        next: 'Set known-hosts to the known_hosts lines of your Cloud region, or set ssh-host-key: accept-new for the first run.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/cli-release.js + 1 modules
var cli_release = __webpack_require__(4654);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/bounded-yaml.js
var bounded_yaml = __webpack_require__(7021);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/wanted-application.js



/**
 * The application named by the option `app`, else by the text of a `.magento.app.yaml` (null if there is none). Null if
 * neither names one: a single application needs no name.
 */
function wantedApplication(option, appYamlText) {
    if (option !== '')
        return { name: option, from: 'option' };
    const name = appYamlText === null ? null : nameIn(appYamlText);
    return name === null ? null : { name, from: 'file' };
}
// Other faults in the file are reported by the readers of its other parts.
function nameIn(appYamlText) {
    try {
        const { contents } = (0,bounded_yaml/* boundedYaml */.b)('.magento.app.yaml', appYamlText);
        const name = (0,dist/* isMap */.jh)(contents) ? contents.get('name') : null;
        return typeof name === 'string' || typeof name === 'number' ? String(name) : null;
    }
    catch (error) {
        if (!(error instanceof errors/* UpgradeError */.fy))
            throw error;
        return null;
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/command.js
var command = __webpack_require__(6973);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/http-answer.js
// With curl --fail the header block may lack its empty line.
const head = /^HTTP\/\d(?:\.\d)? \d{3}.*\r?\n(?:[^\r\n]+\r?\n)*(?:\r?\n)?/;
/** Removes the header blocks: those of proxies and 1xx answers may come before the answer's own. */
function readHttpAnswer(text) {
    let body = text;
    let last = '';
    for (;;) {
        const found = head.exec(body)?.[0];
        if (found === undefined)
            return { status: statusOf(last), headers: readHeaders(last), body };
        last = found;
        body = body.slice(found.length);
    }
}
function statusOf(lines) {
    const status = /^HTTP\/\S{1,3} (\d{3})/.exec(lines)?.[1];
    return status === undefined ? null : Number(status);
}
function readHeaders(lines) {
    const pairs = [...lines.matchAll(/^([\w-]+):[ \t]*(.*?)[ \t]*\r?$/gm)];
    return new Map(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}
/**
 * Seconds of Retry-After (RFC 9110, 10.2.3), from a number or a date; null without one. A date is compared with the
 * server's own `Date`, or with `now` if that is missing.
 */
function retryAfterSeconds({ headers }, now) {
    const asked = headers.get('retry-after') ?? '';
    if (/^\d+$/.test(asked))
        return Number(asked);
    // Date.parse accepts many other texts; HTTP dates begin with a day of the week.
    const until = /^[A-Z][a-z]{2}/.test(asked) ? Date.parse(asked) : NaN;
    if (Number.isNaN(until))
        return null;
    const sent = Date.parse(headers.get('date') ?? '');
    return Math.max(0, Math.ceil((until - (Number.isNaN(sent) ? now.getTime() : sent)) / 1000));
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-phases.js
var deployment_phases = __webpack_require__(6802);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/kept-log.js

/**
 * Keeps at most the last `limit` characters of a log in whole lines, and besides these the lines that begin a phase.
 */
function keepLog(limit = 12 * 1024 * 1024) {
    let lines = [];
    let first = 0;
    let length = 0;
    let lost = 0;
    const begins = [];
    const drop = (line) => {
        length -= line.length + 2;
        lost += 1;
        if ((0,deployment_phases/* phaseOf */.h)(line) !== null && begins.length < 100)
            begins.push(line);
    };
    return {
        get lost() {
            return lost;
        },
        add: (line) => {
            lines.push(line);
            length += line.length + 2;
            while (length > limit && first < lines.length - 1)
                drop(lines[first++] ?? '');
            if (first < 100_000)
                return;
            lines = lines.slice(first);
            first = 0;
        },
        text: () => {
            const word = `(${lost} lines of this log are omitted here: it is too long.)`;
            return [...begins, ...(lost > 0 ? [word] : []), ...lines.slice(first)].join('\n');
        }
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/primary-route.js
var primary_route = __webpack_require__(14);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/application-logins.js

/**
 * The logins of one application, one per node, each once; without workers (`mymagento--queue`). Empty if the
 * environment lists no login. Throws UpgradeError `preflight-failed` if it has several applications and not the wanted
 * one, or none was named. The links are those that `magento-cloud ssh` reads (platformsh-client-php 0.85.1,
 * `Environment::getSshUrls`).
 */
function applicationLogins({ id, links }, wanted) {
    const all = readLinks(links);
    const legacy = loginOf(links['ssh'] ?? '');
    const apps = applicationsOf(all);
    if (apps.length === 0)
        return legacy === null ? [] : [legacy];
    const app = chooseApplication(id, apps, wanted);
    const own = all.filter((each) => each.app === app).toSorted((a, b) => a.instance - b.instance);
    return [...new Set(own.map(({ login }) => login))];
}
/** Whether the environment has logins of this application and of others. */
function isOneOfSeveral({ links }, application) {
    const apps = applicationsOf(readLinks(links));
    return apps.length > 1 && apps.includes(application);
}
function readLinks(links) {
    return Object.entries(links).flatMap(([name, href]) => readLink(name, href));
}
function applicationsOf(logins) {
    return [...new Set(logins.map(({ app }) => app))].sort();
}
function readLink(name, href) {
    const [, named = null, instance = '0'] = /^pf:ssh:([^:]+)(?::(.+))?$/.exec(name) ?? [];
    const login = loginOf(href);
    if (named === null || login === null || named.includes('--'))
        return [];
    // A node of a cluster may be named by its number only.
    return [
        /^\d+$/.test(named)
            ? { app: '', instance: Number(named), login }
            : { app: named, instance: Number(instance) || 0, login }
    ];
}
function loginOf(href) {
    return /^ssh:\/\/([\w.-]+@[\w.-]+)/.exec(href)?.[1] ?? null;
}
// A single application needs no choice, whatever the checkout calls it: it may have been renamed.
function chooseApplication(id, apps, wanted) {
    const [only = ''] = apps;
    if (wanted !== null && apps.includes(wanted.name))
        return wanted.name;
    if (apps.length === 1 && (wanted === null || wanted.from === 'file' || only === ''))
        return only;
    throw new errors/* UpgradeError */.fy('preflight-failed', {
        message: wanted === null
            ? `The environment ${id} has several applications: ${apps.join(', ')}.`
            : `The environment ${id} has no application ${wanted.name}, only: ${apps.join(', ')}.`,
        next: 'Set app: to the name of the application that is the shop, or set working-directory to the folder with its .magento.app.yaml.'
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(4995);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/judge-curl.js
/**
 * Why `*:curl` failed if only its curl's exit code shows it: since 4.13 the program hides curl's message. Null if there
 * is a message, or for an unknown code (tried with upstream 4.27.0).
 */
function judgeCurl(args, { exitCode, stderr }) {
    if (args[0]?.endsWith(':curl') !== true || stderr.trim() !== '')
        return null;
    const again = 'Check the network, then run again.';
    if (network.has(exitCode))
        return { code: 'retry-later', message: `the platform cannot be reached (curl: ${exitCode}).`, next: again };
    if (certificate.has(exitCode))
        return {
            code: 'preflight-failed',
            message: `the platform's certificate is not trusted (curl: ${exitCode}).`,
            next: 'Set SSL_CERT_FILE.'
        };
    if (exitCode !== 2 && exitCode !== 127)
        return null;
    const message = exitCode === 2 ? 'the curl of this machine is too old.' : 'curl, which it needs, is missing.';
    return { code: 'preflight-failed', message, next: 'Install curl 7.76 or newer, e.g. apt-get install curl.' };
}
// curl(1), exit codes: host or proxy unknown, refused, cut off, timed out, TLS, nothing received.
const network = new Set([5, 6, 7, 16, 18, 28, 35, 52, 55, 56, 92]);
const certificate = new Set([58, 60, 77]);
const next = "Set app: to the name of the shop's application; magento-cloud app:list shows all.";
/** Why a command could not choose an application (source of 4.27.0, `selectRemoteContainer`), or null for other failures. */
function judgeApplication(stderr) {
    const name = /Application not found: ([\w.-]+)/i.exec(stderr)?.[1];
    if (name !== undefined)
        return { code: 'preflight-failed', message: `the environment has no application ${name}.`, next };
    if (!/Specifying the --app\b/i.test(stderr))
        return null;
    return { code: 'preflight-failed', message: 'the environment has several applications.', next };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/exit-code.js




// If PHP lacks the curl extension, only the exception's class shows that a host is unknown.
const exit_code_network = /cURL error (6|7|28|35|52|56)\b|curl: \((6|7|28|35|52|56)\)|Connection refused|timed out|\[ConnectException\]/i;
// For an answer that is not JSON the HTTP status, even 200, becomes the exit code.
const notJson = /Unable to parse JSON|Non-JSON response body|Empty response body/i;
// 1.47.0 hides curl's error message: only the header on stdout has the status.
const curlHttpError = 22;
const exit_code_certificate = /cURL error (58|60|77)\b|curl: \((58|60|77)\)|certificate verify failed/i;
class NotFoundError extends errors/* UpgradeError */.fy {
}
/**
 * Why a call of `magento-cloud` failed, as an error that the user can act on. Exit codes alone are ambiguous: 1 is also
 * a refused token; 255 is ssh, any unhandled HTTP status or a crash of PHP.
 */
function exitError(args, result, program = 'magento-cloud') {
    const { exitCode, stderr } = result;
    const command = `magento-cloud ${args[0] ?? ''}`;
    const told = lastWords(result.stderr);
    const answer = args.includes('--include') ? readHttpAnswer(result.stdout) : null;
    const asked = answer === null ? null : retryAfterSeconds(answer, new Date());
    const status = httpStatus(stderr) ?? (exitCode === curlHttpError ? (answer?.status ?? null) : null);
    const error = (code, message, next, Kind = errors/* UpgradeError */.fy) => new Kind(code, { message: `${command}: ${message}`, next, retryAfterSeconds: asked });
    if (result.timedOut)
        return error('retry-later', 'no answer in time.', 'Run again later.');
    const known = judgeCurl(args, result) ?? judgeApplication(stderr);
    if (known !== null)
        return error(known.code, known.message, known.next);
    if (exitCode === 130 || exitCode === 143)
        return error('interrupted', 'stopped.', 'Run again.');
    if (exitCode === 127) {
        return program === 'magento-cloud'
            ? error('preflight-failed', 'the program is missing.', 'Set cli-version to have it installed, or put it on PATH.')
            : error('preflight-failed', 'PHP, which it needs, is missing.', 'Install it, e.g. apt-get install php-cli.');
    }
    if (exitCode === 3 || /API token is invalid/i.test(stderr) || status === 401)
        return error('bad-secret', 'the API token is rejected.', 'Create a new API token for cloud-token.');
    if (/Specified project not found/i.test(stderr) || exitCode === 2)
        return error('preflight-failed', 'the project does not exist, or the token has no access to it.', 'Check the option project.');
    if (/Specified environment not found/i.test(stderr))
        return error('preflight-failed', 'the environment does not exist.', 'Check the option environment.');
    return judgeTransport({ exitCode, stderr, status }, told, error, asked === null ? '' : `, again in ${asked} s`);
}
/** Whether an error means HTTP 404. */
function isNotFound(error) {
    return error instanceof NotFoundError;
}
function judgeTransport({ exitCode, stderr, status }, told, error, again) {
    if (exitCode === 6 || status === 403)
        return error('preflight-failed', 'the token has no right to do this.', 'Give its user access to the environment.');
    if (exit_code_certificate.test(stderr))
        return error('preflight-failed', `the platform's certificate is not trusted: ${told}`, 'Set SSL_CERT_FILE.');
    if (notJson.test(stderr))
        return error('retry-later', "the platform's API did not answer with JSON.", 'Run again later.');
    if (exitCode === 5 || exit_code_network.test(stderr))
        return error('retry-later', `the platform cannot be reached: ${told}`, 'Check the network, then run again.');
    if (status === 429 || (status !== null && status >= 500) || stderr.includes('[ServerException]'))
        return error('retry-later', `the platform's API fails (HTTP ${status ?? '5xx'}${again}).`, 'Run again later.');
    if (status === 404)
        return error('preflight-failed', 'not found (HTTP 404).', 'Check project and environment.', NotFoundError);
    return error('preflight-failed', `exit code ${exitCode}: ${told}`, 'Run the command by hand to see its whole output.');
}
/** The HTTP status that the program or its curl names on stderr, or null. */
function httpStatus(stderr) {
    const match = /(?:status code\]|returned error:|HTTP\/[\d.]+)\s*(\d{3})/i.exec(stderr);
    return match ? Number(match[1]) : null;
}
/** The message in the exception's box without its class and the usage lines, on one line of at most 300 characters. */
function lastWords(stderr) {
    const lines = stderr
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '' && !/^\[[\w\\]+\]$/.test(line) && !line.startsWith('Usage:'));
    return (0,redact_evidence/* redactEvidence */.H)(lines.slice(-4).join(' ')).slice(0, 300) || 'no message';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/call.js





const callSeconds = 90;
const retries = 3;
/** The calls with one clean home folder. */
function createCall({ run, program, env, home, retryPauseSeconds, patienceSeconds, signal }) {
    const attempt = (args, options) => {
        // With a missing home it exits with 255 and no message. After the run no home is made again.
        if (signal?.aborted !== true)
            (0,external_node_fs_.mkdirSync)(home, { recursive: true, mode: 0o700 });
        // Outside any checkout: one mapped to a project would change what the commands act on.
        return run([...program, ...args], { env, cwd: home, timeoutSeconds: callSeconds, ...options });
    };
    const once = async (args, options) => {
        const result = await attempt(args, options);
        if (result.exitCode !== 0 || result.timedOut)
            throw exitError(args, result, program[0]);
        return result.stdout;
    };
    return {
        attempt,
        once,
        read: (args, parse, options) => {
            let patience = patienceSeconds;
            return (0,p_retry/* default */.Ay)(async () => parse(await once(args, options?.())), {
                retries,
                minTimeout: retryPauseSeconds * 1000,
                shouldRetry: async ({ error }) => {
                    if (!(error instanceof errors/* UpgradeError */.fy) || error.code !== 'retry-later')
                        return false;
                    const asked = error.retryAfterSeconds ?? 0;
                    if (asked > patience)
                        return false;
                    patience -= asked;
                    await (0,promises_.setTimeout)(asked * 1000, undefined, signal && { signal });
                    return true;
                }
            });
        }
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/child-environment.js
var child_environment = __webpack_require__(682);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/cli-environment.js

const prefix = 'MAGENTO_CLOUD_CLI_';
// Variables with other credentials and state, and those that would print request headers and database passwords.
const withheld = ['TOKEN', 'API_TOKEN', 'HOME', 'SESSION_ID', 'DEBUG'].map((name) => prefix + name);
/**
 * The environment of `magento-cloud`: its own settings (endpoints and the like) pass through; the selectors
 * `MAGENTO_CLOUD_PROJECT`, `_BRANCH` … do not, because they change what every command acts on.
 */
function cliEnvironment(parent, home, token) {
    const settings = Object.keys(parent).filter((name) => name.startsWith(prefix) && !withheld.includes(name));
    const own = {
        [`${prefix}TOKEN`]: token,
        [`${prefix}HOME`]: home,
        [`${prefix}NO_INTERACTION`]: '1',
        [`${prefix}DISABLE_CACHE`]: '1',
        [`${prefix}UPDATES_CHECK`]: '0',
        [`${prefix}API_DISABLE_CREDENTIAL_HELPERS`]: '1',
        [`${prefix}AUTO_LOAD_SSH_CERT`]: '1',
        [`${prefix}API_WRITE_USER_SSH_CONFIG`]: '0',
        [`${prefix}NO_COLOR`]: '1',
        HOME: home,
        NO_COLOR: '1',
        TERM: 'dumb',
        TZ: 'UTC',
        COLUMNS: '200'
    };
    return (0,child_environment/* childEnvironment */.Qc)(parent, own, ['CLI_CONFIG_FILE', ...settings]);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/never-started.js
var never_started = __webpack_require__(5230);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/answers.js



/** The error for an answer that a healthy API does not give. */
function unexpectedAnswer(what) {
    return new errors/* UpgradeError */.fy('retry-later', {
        message: `The platform's API answered with ${what}.`,
        next: 'Run again later.'
    });
}
/** The JSON value in `text`; throws `retry-later` for a cut-off answer or the HTML page of a gateway. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw unexpectedAnswer(text.trim() === '' ? 'nothing' : 'something that is not JSON');
    }
}
/** The error for an environment without logins in this state: waiting helps only while it is being deployed. */
function withoutLogins(id, status) {
    if (status === 'active' || status === 'dirty')
        return unexpectedAnswer('no SSH login');
    return new errors/* UpgradeError */.fy('preflight-failed', {
        message: `The environment ${id} is ${status}, not active, so it has no logins.`,
        next: `${(0,never_started/* switchOn */.mu)(status)} -e ${id}`
    });
}
const shape = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    type: schemas/* string */.YjP().catch('development'),
    status: schemas/* enum */.k5n(['active', 'inactive', 'dirty', 'paused', 'deleting']),
    head_commit: schemas/* string */.YjP().nullish(),
    _links: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({})
});
// Logins of dedicated nodes are `<n>.ent-<project>-<environment>-<hash>@…`.
const dedicatedLogin = /^ssh:\/\/\d+\.ent-/;
/** Reads the API's answer for one environment; throws `retry-later` for anything else. */
function parseEnvironment(answer) {
    const parsed = shape.safeParse(answer);
    if (!parsed.success)
        throw unexpectedAnswer('something other than an environment');
    const { id, type, status, head_commit, _links } = parsed.data;
    const links = Object.fromEntries(Object.entries(_links).map(([name, link]) => [name, hrefOf(link)]));
    const dedicated = Object.values(links).some((href) => dedicatedLogin.test(href));
    return { id, type, status, headCommit: head_commit ?? null, dedicated, links };
}
function hrefOf(link) {
    const parsed = schemas/* object */.Ikc({ href: schemas/* string */.YjP() }).safeParse(link);
    return parsed.success ? parsed.data.href : '';
}
const integrations = schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP() }));
const variables = schemas/* array */.YOg(schemas/* object */.Ikc({
    ...{ name: schemas/* string */.YjP(), value: schemas/* string */.YjP().optional().catch(undefined) },
    ...{ is_enabled: schemas/* boolean */.zMY().optional(), visible_runtime: schemas/* boolean */.zMY().optional() }
}));
/** Whether the project has a GitHub integration; throws `retry-later` for an answer that is no list. */
function isGitHubIntegration(answer) {
    const parsed = integrations.safeParse(answer);
    if (!parsed.success)
        throw unexpectedAnswer('no list of integrations');
    return parsed.data.some(({ type }) => type === 'github');
}
/** Whether a list of variables holds `name`, with this value if one is given, in a state that the deployment sees. */
function isLiveVariable(answer, name, value) {
    const parsed = variables.safeParse(answer);
    if (!parsed.success)
        throw unexpectedAnswer('no list of variables');
    const live = parsed.data.filter((one) => one.is_enabled !== false && one.visible_runtime !== false);
    return live.some((one) => one.name === name && (value === undefined || one.value === value));
}
const deployment = schemas/* object */.Ikc({ routes: schemas/* unknown */.L5J() });
/** The routes in the API's answer for a deployment; null for no such answer. */
function parseRoutes(answer) {
    const parsed = deployment.safeParse(answer);
    return parsed.success ? parsed.data.routes : null;
}

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/ssh-identity.js



/** The key pair and certificate where `ssh-cert:load` leaves them; throws `retry-later` if they are missing. */
async function findSshIdentity(home) {
    const keyFile = (0,external_node_path_.join)(home, '.magento-cloud', '.session', 'sess-cli-default', 'ssh', 'id_ed25519');
    const certificateFile = `${keyFile}-cert.pub`;
    if (!(await exists(keyFile)) || !(await exists(certificateFile)))
        throw unexpectedAnswer('no SSH certificate');
    return { keyFile, certificateFile };
}
async function exists(file) {
    return (0,external_node_fs_promises_.access)(file).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/magento-cloud.js











/** `magento-cloud`, without its caches, its updates and anything that the machine's user has configured. */
function createMagentoCloud(input) {
    const { run, home, project } = input;
    const env = cliEnvironment(input.parentEnvironment, home, input.token);
    const program = input.phar ? ['php', input.phar] : ['magento-cloud'];
    const pause = input.retryPauseSeconds ?? 1;
    const patience = { patienceSeconds: input.patienceSeconds ?? 30, signal: input.signal };
    const { attempt, read, once } = createCall({ run, program, env, home, retryPauseSeconds: pause, ...patience });
    const inProject = ['-p', project];
    const inEnvironment = [...inProject, '-e', input.environment];
    const { app = null } = input;
    const inApplication = [...inEnvironment, ...(app === null ? [] : ['--app', app.name])];
    const curl = ['project:curl', ...inProject, '--fail', '--include'];
    const authenticate = async () => {
        await read(['project:info', ...inProject, 'id'], (stdout) => stdout);
    };
    const ask = (path) => read([...curl, path], (stdout) => parseJson(readHttpAnswer(stdout).body));
    // 1.46.1 does not renew an access token for its curl, but does for every other command (tried with upstream 4.12.1).
    const api = (path) => ask(path).catch(async (error) => {
        if (!(error instanceof errors/* UpgradeError */.fy) || error.code !== 'bad-secret')
            throw error;
        await authenticate();
        return ask(path);
    });
    const apiEnvironment = `/environments/${encodeURIComponent(input.environment)}`;
    const readEnvironment = async () => {
        const environment = parseEnvironment(await api(apiEnvironment));
        if (app !== null && isOneOfSeveral(environment, app.name))
            input.onSeveral?.(app.name);
        return environment;
    };
    return {
        program: program[0],
        api,
        version: async () => {
            const result = await attempt(['--version']);
            if (result.exitCode === 127)
                return null;
            return /\d+\.\d+[\w.+-]*/.exec(result.stdout)?.[0] ?? null;
        },
        authenticate,
        environment: readEnvironment,
        hasGitHubIntegration: async () => isGitHubIntegration(await api('/integrations')),
        hasVariable: async (name, value) => isLiveVariable(await api(`${apiEnvironment}/variables`), name, value) ||
            (value === undefined && isLiveVariable(await api('/variables'), name)),
        setVariable: async (name, value) => {
            const what = ['--level', 'environment', '--name', name, `--value=${value}`, '--sensitive', 'false'];
            const where = ['--visible-build', 'false', '--visible-runtime', 'true', '--json', 'false', '--prefix', 'none'];
            const call = ['variable:create', ...inEnvironment, ...what, ...where, '--enabled', 'true', '--update', '--wait'];
            await once(call, { timeoutSeconds: 3600 });
        },
        sshHosts: async () => {
            // Not environment:ssh --all, which lists those of all applications and workers.
            const environment = await readEnvironment();
            const { id, status } = environment;
            const hosts = status === 'active' || status === 'dirty' ? applicationLogins(environment, app) : [];
            if (hosts.length > 0)
                return hosts;
            throw withoutLogins(id, status);
        },
        primaryUrl: async () => {
            // Not environment:url, whose primary route may be another application's.
            const deployment = await api(`${apiEnvironment}/deployments/current`).catch((error) => {
                if (isNotFound(error))
                    return null;
                throw error;
            });
            return (0,primary_route/* primaryRoute */._3)(parseRoutes(deployment), app?.name ?? null);
        },
        sshIdentity: async () => {
            await read(['ssh-cert:load'], (stdout) => stdout);
            return findSshIdentity(home);
        },
        activityLog: (id) => {
            let log = keepLog();
            // The beginning of a very long log is dropped, with a note; lines that begin phases are kept.
            const text = (stdout) => log.lost === 0 ? stdout : `${log.text()}${stdout.endsWith('\n') ? '\n' : ''}`;
            return read(['activity:log', id, ...inProject, '--refresh', '0'], text, () => {
                log = keepLog();
                return { onStdoutLine: log.add };
            });
        },
        dumpDatabase: async (file, relationship, { exclude, timeoutSeconds }) => {
            const without = exclude.map((name) => `--exclude-table=${name}`);
            const args = ['db:dump', ...inApplication, '-r', relationship, ...without, '--stdout'];
            return attempt(args, { timeoutSeconds, stdoutTo: { file, through: ['gzip', '-3'] } });
        },
        createSnapshot: async () => {
            const args = ['snapshot:create', ...inEnvironment, '--live', '--wait', '-y'];
            const { exitCode, stdout } = await attempt(args, { timeoutSeconds: command/* longestCopySeconds */.l });
            return exitCode === 0 ? (/^(?:Snapshot|Backup) name: (\S+)/m.exec(stdout)?.[1] ?? null) : null;
        },
        log: (name, lines) => read(['environment:logs', ...inApplication, name, '--lines', String(lines)], (stdout) => stdout)
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/download-phar.js



const limits = ['--max-filesize', String(100 * 1024 * 1024), '--connect-timeout', '20', '--max-redirs', '5'];
/**
 * Downloads the phar of a release into `file`, over https from end to end. Uses curl, which supports company proxies
 * and certificates and which magento-cloud needs anyway. Throws `retry-later` for a network or server out of order,
 * `preflight-failed` for an answer that will not change.
 */
async function downloadPhar({ run, environment }, release, file) {
    const protocols = release.url.startsWith('http:') ? '=http,https' : '=https';
    const how = ['--disable', '--silent', '--show-error', '--fail', '--location', '--proto', protocols, '--retry', '3'];
    const result = await run(['curl', ...how, ...limits, '--write-out', '%{http_code} %{content_type}', '--output', file, '--', release.url], { env: (0,child_environment/* childEnvironment */.Qc)(environment, {}), timeoutSeconds: 300 });
    const [, status = '000', type = ''] = /^(\d{3}) ?(.*)$/.exec(result.stdout.trim()) ?? [];
    if (result.exitCode !== 0 || result.timedOut)
        throw judgeDownload(release, result, Number(status));
    if (type.startsWith('text/html'))
        throw pharError('preflight-failed', release, 'is a web page instead of the program.', 'Check cli-url and the proxy.');
}
/** An error about the phar, with its address but without the query, which may be signed. */
function pharError(code, { version, url }, what, next) {
    const { origin, pathname } = new URL(url);
    return new errors/* UpgradeError */.fy(code, {
        message: `The download of magento-cloud ${version} from ${origin}${pathname} ${what} It was neither run nor kept.`,
        next
    });
}
const download_phar_certificate = [35, 51, 53, 58, 60, 77, 83, 90, 91];
function judgeDownload(release, { exitCode, stderr, timedOut }, status) {
    const failed = (what, next) => pharError('preflight-failed', release, what, next);
    const later = (what) => pharError('retry-later', release, what, 'Run again later, or set cli-url to a mirror.');
    if (timedOut)
        return later('did not end in time.');
    if (exitCode === 130 || exitCode === 143)
        return pharError('interrupted', release, 'was stopped.', 'Run again.');
    if (exitCode === 127)
        return failed('needs curl, which is missing.', 'Install curl, e.g. apt-get install curl.');
    if (exitCode === 22)
        return status === 429 || status >= 500
            ? later(`failed (HTTP ${status}).`)
            : failed(`failed (HTTP ${status}).`, 'Check cli-version and cli-url.');
    if (exitCode === 1)
        return failed('is redirected to an address that is not https.', 'Set cli-url to the final https address.');
    if (exitCode === 63)
        return failed('is larger than 100 MiB.', 'Check cli-url.');
    if (download_phar_certificate.includes(exitCode))
        return failed(`failed: ${(0,redact_evidence/* redactedLastLine */.V)(stderr).slice(0, 300)}`, 'Set SSL_CERT_FILE.');
    return later(`failed: ${(0,redact_evidence/* redactedLastLine */.V)(stderr).slice(0, 300)}`);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files/make-folders.js
var make_folders = __webpack_require__(9478);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/install-phar.js





/**
 * Puts the phar of a release into `folder`, from the cache or by download, and returns its path. The copy in the
 * private folder is both checked and run, so that nobody can change it in between. Throws `preflight-failed` for a
 * wrong checksum, and what `downloadPhar` throws.
 */
async function installPhar(input, release) {
    const { folder, environment, logger } = input;
    const phar = (0,external_node_path_.join)(folder, 'magento-cloud.phar');
    const cached = cachedPhar(environment, release);
    if (cached !== null && (await copied(cached, phar))) {
        if ((await sha256Of(phar)) === release.sha256) {
            logger.info(`magento-cloud ${release.version} is in the cache, and its checksum is right.`);
            return phar;
        }
        logger.warn(`${cached} has changed since it was stored; magento-cloud ${release.version} is downloaded again.`);
    }
    await downloadPhar(input, release, phar);
    const sha256 = await sha256Of(phar);
    if (sha256 !== release.sha256) {
        const what = `has the checksum ${sha256 ?? '(none)'} instead of ${release.sha256}.`;
        throw pharError('preflight-failed', release, what, 'Compare cli-sha256 with what you trust, and check cli-url.');
    }
    logger.info(`magento-cloud ${release.version} was downloaded, and its checksum is right.`);
    if (cached !== null)
        await keepPhar(phar, cached).catch((error) => {
            logger.warn(`magento-cloud could not be stored for the next run: ${String(error)}`);
        });
    return phar;
}
async function copied(from, to) {
    return (0,external_node_fs_promises_.copyFile)(from, to).then(() => true, () => false);
}
/** SHA-256 of a file in hex, or null if it cannot be read. */
async function sha256Of(file) {
    const content = await (0,external_node_fs_promises_.readFile)(file).catch(() => null);
    return content && (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}
/**
 * The path of a release in the cache: below the runner's tool cache, or the user's own cache. The checksum in the name
 * separates two files of one version. Null if the environment names no such folder.
 */
function cachedPhar(environment, { version, sha256 }) {
    const { RUNNER_TOOL_CACHE: runner, XDG_CACHE_HOME: cache, HOME: home } = environment;
    const folders = [
        [runner, ''],
        [cache, 'magento-cloud-upgrade'],
        [home, '.cache/magento-cloud-upgrade']
    ];
    const [root = '', below = ''] = folders.find(([folder]) => folder !== undefined && folder !== '') ?? [];
    return root === '' ? null : (0,external_node_path_.join)(root, below, 'magento-cloud', version, `${sha256}.phar`);
}
/** Puts a file into the cache atomically, private (0600 below 0700); throws if that fails. */
async function keepPhar(file, cached) {
    const folder = (0,external_node_path_.dirname)(cached);
    await (0,make_folders/* makeFolders */.w)(folder, 0o700);
    const temporary = (0,external_node_path_.join)(folder, `.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,external_node_fs_promises_.copyFile)(file, temporary);
        await (0,external_node_fs_promises_.chmod)(temporary, 0o600);
        await (0,external_node_fs_promises_.rename)(temporary, cached);
    }
    finally {
        await (0,external_node_fs_promises_.rm)(temporary, { force: true });
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/shell-quote.js
var shell_quote = __webpack_require__(2337);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/options.js

/** The login as a command line for GIT_SSH_COMMAND, which git hands to a shell. */
function gitSshCommand(input) {
    return [input.program ?? 'ssh', ...sshOptions(input)].map(shell_quote/* shellQuote */.Z).join(' ');
}
/** Options of ssh for a login. */
function sshOptions({ identity, knownHostsFile, hostKey, connectTimeoutSeconds, keepAliveSeconds }) {
    const options = {
        ...ownOptions(knownHostsFile, keepAliveSeconds),
        StrictHostKeyChecking: hostKey === 'pinned' ? 'yes' : 'accept-new',
        ForwardAgent: 'no',
        ConnectTimeout: String(connectTimeoutSeconds),
        IdentityFile: identity.keyFile,
        ...(identity.certificateFile !== null && { CertificateFile: identity.certificateFile })
    };
    return ['-F', 'none', '-T', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}
/** Options of all our connections: only our known hosts, and no prompts. */
function ownOptions(knownHostsFile, keepAliveSeconds = 15) {
    return {
        BatchMode: 'yes',
        // An agent with many keys would use up the attempts that a server allows.
        IdentitiesOnly: 'yes',
        IdentityAgent: 'none',
        UserKnownHostsFile: knownHostsFile,
        GlobalKnownHostsFile: '/dev/null',
        UpdateHostKeys: 'no',
        // The connection to a frozen peer ends after a minute instead of never.
        ServerAliveInterval: String(keepAliveSeconds),
        ServerAliveCountMax: '4'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/pinned-ssh.js


// Variables of magento-cloud that its children inherit.
const tokens = 'MAGENTO_CLOUD_CLI_TOKEN MAGENTO_CLOUD_CLI_API_TOKEN';
/**
 * Writes an `ssh` to `folder` that adds our known hosts to every call and reads no user settings, and returns an
 * environment with it first on PATH. magento-cloud starts ssh by itself and would read the user's own known_hosts,
 * which a fresh runner does not have; its releases before 4.13 take no options for ssh. This ssh, and the `ssh-keygen`
 * and `curl` next to it, start without the API token.
 */
async function withPinnedSsh(files, environment, pinned) {
    const path = environment['PATH'] ?? '/usr/local/bin:/usr/bin:/bin';
    const options = ownOptions(pinned.knownHostsFile);
    const flags = Object.entries(options).map(([name, value]) => `-o ${(0,shell_quote/* shellQuote */.Z)(`${name}=${value}`)}`);
    const strict = pinned.hostKey === 'pinned' ? 'strict=yes\n' : strictWhereKnown(pinned.knownHostsFile);
    const start = (program, before = '') => `#!/bin/sh\nunset ${tokens}\nPATH=${(0,shell_quote/* shellQuote */.Z)(path)}\nexport PATH\n${before}exec ${program} "$@"\n`;
    const ssh = `ssh -F none -o "StrictHostKeyChecking=$strict" ${flags.join(' ')}`;
    await files.writeProgram(files.join(pinned.folder, 'ssh'), start(ssh, strict));
    for (const name of ['ssh-keygen', 'curl'])
        await files.writeProgram(files.join(pinned.folder, name), start(name));
    return { ...environment, PATH: `${pinned.folder}:${path}` };
}
// accept-new also accepts a key of another type for a known host, which an attacker in between could offer. `ssh -G`
// shows the host and port that the command line means, without connecting.
function strictWhereKnown(knownHostsFile) {
    return `name=$(ssh -F none -G "$@" </dev/null 2>/dev/null |
  awk '$1 == "hostname" { host = $2 } $1 == "port" { port = $2 } END { print (port == 22 ? host : "[" host "]:" port) }')
strict=accept-new
if [ -n "$(ssh-keygen -F "$name" -f ${(0,shell_quote/* shellQuote */.Z)(knownHostsFile)} 2>/dev/null)" ]; then strict=yes; fi
`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/certificate.js

// The same margin as in magento-cloud, which does not renew a certificate that is valid for longer.
const spareMilliseconds = 120_000;
/**
 * Checks the expiry of the certificate before each use, and renews it in time: it is valid for an hour, and a
 * deployment may take longer. Throws UpgradeError `bad-secret` if a new one has already expired.
 */
function renewingIdentity({ run, env, issue, remove, now = Date.now }) {
    let current = null;
    // Null if unreadable: then a new one is issued each time.
    const timeLeft = async ({ certificateFile }) => {
        const end = certificateFile === null ? Infinity : await certificateEnd(run, env, certificateFile);
        return end === null ? null : end - now();
    };
    const identity = async (refused) => {
        if (current !== null && !refused && ((await timeLeft(current)) ?? 0) > spareMilliseconds)
            return current;
        // One that is still valid by its dates would not be renewed.
        if (refused && current?.certificateFile)
            await remove(current.certificateFile);
        const fresh = await issue();
        if (((await timeLeft(fresh)) ?? 1) <= 0)
            throw endedAlready();
        current = fresh;
        return fresh;
    };
    // One after the other: the nodes of an environment are asked at the same time.
    let last = Promise.resolve();
    return (told) => {
        const next = last.then(() => identity(told?.refused === true));
        last = next.catch(() => undefined);
        return next;
    };
}
/** The expiry of a certificate in milliseconds since 1970: Infinity for never, null if ssh-keygen cannot read it. */
async function certificateEnd(run, env, file) {
    const { stdout } = await run(['ssh-keygen', '-L', '-f', file], { env: { ...env, TZ: 'UTC', LC_ALL: 'C' } });
    // `from … to …`, `before …`, `after …` or `forever`.
    const valid = /^\s*Valid: (.*)$/m.exec(stdout)?.[1] ?? '';
    if (valid === 'forever' || valid.startsWith('after '))
        return Infinity;
    const end = Date.parse(`${/(?:to|before) (\S+)$/.exec(valid)?.[1] ?? ''}Z`);
    return Number.isNaN(end) ? null : end;
}
function endedAlready() {
    return new errors/* UpgradeError */.fy('bad-secret', {
        message: 'The SSH certificate that magento-cloud has just issued has already expired.',
        next: "Set this machine's clock, or set ssh-private-key."
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/private-key.js
const block = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/;
const wholeFile = 'Set the option to the whole file, from -----BEGIN to END----- with its line breaks.';
// What people give instead of a private key, and the fix. The first match counts.
const mistakes = [
    [/^$/, 'it is empty', wholeFile],
    [
        /^PuTTY-User-Key-File-/,
        'it is a key in the format of PuTTY',
        'Convert it: puttygen key.ppk -O private-openssh -o key, and use the file key.'
    ],
    [/-cert-v01@openssh\.com /, 'it is a certificate', 'Use the private key that belongs to it.'],
    [
        /^(?:ssh-|ecdsa-|sk-)\S+ AAAA|^---- BEGIN SSH2 PUBLIC KEY|-----BEGIN (?:RSA )?PUBLIC KEY-----/,
        'it is the public half of a key',
        'Use the private key: the file without .pub.'
    ],
    [
        /^(?:\d+ )?(?:SHA256:[A-Za-z0-9+/=]{43}|MD5:|(?:[0-9a-f]{2}:){15}[0-9a-f]{2})/i,
        'it is the fingerprint of a key',
        'Use the private key itself.'
    ],
    [/-----BEGIN CERTIFICATE-----/, 'it is a certificate', 'Use the private key that belongs to it.'],
    [
        /^\S+ (?:ssh-|ecdsa-)\S+ AAAA/,
        'it is a line of known_hosts',
        'It belongs in known-hosts. Use the private key here.'
    ],
    [/-----BEGIN /, 'its end is missing', wholeFile],
    [/-----END /, 'its beginning is missing', wholeFile],
    [/^(?:~|\.{0,2}\/|[A-Za-z]:\\)\S*$/, 'it is the name of a file', 'Set the option to the content of that file.']
];
/**
 * The private key in `given` as ssh reads it. Lost line ends, added quotes or indents, and base64 are repaired.
 * Anything else is classified, without showing any of it.
 */
function readPrivateKey(given) {
    const text = unwrap(given);
    const found = block.exec(text) ?? block.exec(fromBase64(text));
    if (found)
        return { text: render(found[1] ?? '', found[2] ?? '') };
    const [, why, next] = mistakes.find(([pattern]) => pattern.test(text)) ?? [null, 'it is not a private key', wholeFile];
    return { text: null, why, next };
}
// A byte order mark counts as white space, and so is trimmed too.
function unwrap(given) {
    const text = given.replaceAll(/\\r\\n|\\n|\r\n?/g, '\n').trim();
    return text.replace(/^(["'`])([\s\S]*)\1$/, '$2').trim();
}
// The base64 alphabet has no dash, so a key itself never matches.
function fromBase64(text) {
    const compact = text.replaceAll(/\s/g, '');
    return /^[A-Za-z0-9+/_]+=*$/.test(compact) ? unwrap(Buffer.from(compact, 'base64').toString('latin1')) : '';
}
// Older files have headers (Proc-Type: …) before an empty line.
function render(kind, content) {
    const lines = content.split('\n').map((line) => line.trim());
    const headers = lines.filter((line) => /^[A-Za-z-]+: /.test(line));
    const body = lines
        .filter((line) => !headers.includes(line))
        .join('')
        .replaceAll(/\s/g, '');
    const wrapped = body.match(/.{1,64}/g) ?? [];
    const head = headers.length > 0 ? [...headers, ''] : [];
    return [`-----BEGIN ${kind}-----`, ...head, ...wrapped, `-----END ${kind}-----`, ''].join('\n');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/key.js


/**
 * Writes a private key into `folder` (mode 0600) as ssh can read it, repaired if possible. Throws UpgradeError
 * `bad-secret` for a public key, a key with a passphrase, or anything else that ssh-keygen does not read; no part of
 * the key is shown.
 */
async function writeSshKey({ run, env, files }, given, folder) {
    const key = readPrivateKey(given.reveal());
    if (key.text === null)
        throw badKey(key.why, key.next);
    const keyFile = files.join(folder, 'ssh-key');
    await files.write(keyFile, key.text, { secret: true });
    const probe = await run(['ssh-keygen', '-y', '-P', '', '-f', keyFile], { env });
    if (probe.exitCode === 0)
        return { keyFile, certificateFile: null };
    await files.remove(keyFile);
    if (/passphrase/i.test(probe.stderr) || key.text.includes('ENCRYPTED'))
        throw badKey('it has a passphrase', 'Use a key without a passphrase, for this purpose only.');
    if (key.text.includes('BEGIN PRIVATE KEY'))
        throw badKey('ssh-keygen cannot read this format', 'Create a new one: ssh-keygen -t ed25519 -N "" -f key');
    throw badKey('ssh-keygen cannot read it: it is cut off or damaged', 'Set the option to the whole file, from BEGIN to END.');
}
function badKey(why, next) {
    return new errors/* UpgradeError */.fy('bad-secret', {
        message: `The key in ssh-private-key cannot be used: ${why}.`,
        next
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/in-band-status.js
var in_band_status = __webpack_require__(3113);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/failure.js
var failure = __webpack_require__(233);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/pipes.js
var pipes = __webpack_require__(4977);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/remote-answer.js
var remote_answer = __webpack_require__(7452);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/marked-shell.js

// Everything that a login prints up to the mark is a banner, which would break the protocol. `read` takes one byte at a
// time from a pipe, so nothing after the mark is lost. The exit status is ssh's.
const script = `begin="$MCU_BEGIN begin"
[ "$1" != -l ] || { user=$2; shift 2; }
host=$1; shift
remote="printf '\\n%s\\n' '$begin' && exec $*"
exec 4>&1
status=$({ { eval "$MCU_SSH" '\${user:+-l "$user"}' -- '"$host" "$remote"'; echo "$?" >&3; } |
  { while IFS= read -r line; do [ "$line" != "$begin" ] || exec cat; done; } >&4; } 3>&1)
exit "$status"`;
/**
 * Wraps `ssh`, a command line for a shell, so that the remote program's output begins after a mark: output of the
 * server's start-up files is not read as protocol. `nonce` must be fresh.
 */
function markedShell(ssh, nonce) {
    return {
        command: `sh -c ${(0,shell_quote/* shellQuote */.Z)('eval "$MCU_SHELL"')} shell`,
        env: { MCU_SHELL: script, MCU_SSH: ssh, MCU_BEGIN: nonce }
    };
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/resume-download.js



/** A connection that ended before everything was sent. */
class LostConnection extends Error {
}
/**
 * Reads a remote file with `read`; if the connection breaks, continues after the last byte received, up to five times.
 * The reader must check the whole by its checksum. Throws what `read` throws, and the last error of `send`.
 */
async function resumeDownload(send, read) {
    const whole = new external_node_stream_.PassThrough();
    const reading = read(whole);
    // `read` has ended, so the sending process must end. The caller gets the error below.
    reading.catch(() => whole.destroy());
    let arrived = 0;
    const take = (source) => {
        const counted = async function* () {
            for await (const chunk of source) {
                arrived += chunk.length;
                yield chunk;
            }
        };
        return (0,external_node_stream_promises_.pipeline)(counted, whole, { end: false });
    };
    try {
        await (0,p_retry/* default */.Ay)(() => send(arrived, take), {
            retries: 5,
            minTimeout: 1000,
            shouldRetry: ({ error }) => error instanceof LostConnection && !whole.destroyed
        });
        whole.end();
    }
    catch (error) {
        whole.destroy(error instanceof Error ? error : new Error(String(error)));
    }
    return reading;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/ssh.js










/** An {@link Ssh} with one identity. */
function createSsh(input) {
    const { run } = input;
    const env = (0,child_environment/* childEnvironment */.Qc)(input.environment, { LC_ALL: 'C.UTF-8' });
    const { identity } = input;
    const whoAmI = typeof identity === 'function' ? identity : () => Promise.resolve(identity);
    const call = async (host, command, refused = false) => [
        input.program ?? 'ssh',
        ...sshOptions({ ...input, identity: await whoAmI({ refused }) }),
        '--',
        host,
        ...command
    ];
    // ssh prints a changed host key, but not an unknown one.
    const withFingerprint = async (host, result) => {
        if (!unknownHostKey.test(result.stderr))
            return result;
        const [ssh, ...rest] = await call(host, ['true']);
        const { stderr } = await run([ssh, '-v', ...rest], { env, timeoutSeconds: input.connectTimeoutSeconds });
        const key = /Server host key: (.+)/.exec(stderr)?.[1] ?? '';
        return { ...result, stderr: `${result.stderr}\nServer host key: ${key}` };
    };
    return {
        script: async (host, script, { timeoutSeconds }) => {
            const nonce = `mcu-${(0,external_node_crypto_.randomUUID)()}`;
            const attempt = async (refused) => run(await call(host, [in_band_status/* loginShell */.Ih], refused), { env, input: (0,in_band_status/* wrapScript */.a1)(nonce, script), timeoutSeconds });
            const first = await attempt(false);
            // A certificate may be refused before it expires; a key does not change.
            const again = typeof identity === 'function' && first.exitCode === 255 && isRefused(first);
            const result = again ? await attempt(true) : first;
            return (0,remote_answer/* remoteResult */.yz)(nonce, await withFingerprint(host, result), timeoutSeconds);
        },
        stream: async (host, script, read, { timeoutSeconds }) => {
            const nonce = `mcu-${(0,external_node_crypto_.randomUUID)()}`;
            const begin = Buffer.from((0,in_band_status/* beginMark */.p9)(nonce));
            const seen = { begin: false };
            const { value, result } = await (0,pipes/* withPipe */.JQ)(run, async (file) => run(await call(host, [in_band_status/* loginShell */.Ih]), {
                env,
                input: (0,in_band_status/* wrapScript */.a1)(nonce, script),
                timeoutSeconds,
                stdoutTo: { file }
            }), (source) => read((0,pipes/* afterMark */.WU)(source, begin, () => {
                seen.begin = true;
            })));
            const text = seen.begin ? begin.toString() + value.rest.toString() : '';
            return { value, result: (0,remote_answer/* remoteResult */.yz)(nonce, { ...result, stdout: text }, timeoutSeconds) };
        },
        feed: async (host, script, source, { timeoutSeconds }) => {
            const nonce = `mcu-${(0,external_node_crypto_.randomUUID)()}`;
            const argv = await call(host, [(0,in_band_status/* fedCommand */.jJ)(nonce, script)]);
            const { result } = await (0,pipes/* runWithInput */.kg)(run, argv, { env, source, timeoutSeconds });
            return (0,remote_answer/* remoteResult */.yz)(nonce, result, timeoutSeconds);
        },
        download: (host, remotePath, read, { timeoutSeconds }) => {
            const deadline = performance.now() + timeoutSeconds * 1000;
            let refused = false;
            return resumeDownload(async (offset, take) => {
                const nonce = `mcu-${(0,external_node_crypto_.randomUUID)()}`;
                const send = `printf '\\n%s begin\\n' '${nonce}' && exec tail -c +${offset + 1} -- ${(0,shell_quote/* shellQuote */.Z)(remotePath)}`;
                const argv = await call(host, [send], refused);
                const seen = { begin: false };
                const takeFile = (source) => take((0,pipes/* afterMark */.WU)(source, Buffer.from((0,in_band_status/* beginMark */.p9)(nonce)), () => (seen.begin = true)));
                const left = { env, timeoutSeconds: Math.max(1, (deadline - performance.now()) / 1000) };
                const { result } = await (0,pipes/* withPipe */.JQ)(run, (file) => run(argv, { ...left, stdoutTo: { file } }), takeFile);
                if (result.exitCode === 0 && seen.begin)
                    return;
                refused = isRefused(result);
                const deadlineSeconds = result.timedOut ? timeoutSeconds : null;
                const why = (0,failure/* explainSshFailure */.cB)({ stderr: result.stderr, begun: false, deadlineSeconds }).words;
                // 255 is ssh's own exit code; no remote program uses it.
                if (result.exitCode === 255 && !result.timedOut)
                    throw new LostConnection(why);
                if (result.exitCode === 0)
                    throw new Error('the login ended before it sent the file');
                throw new Error(result.timedOut ? why : `it ended with exit code ${result.exitCode}`);
            }, read);
        },
        copyFolder: async (host, remoteFolder, localFolder, { exclude, timeoutSeconds }) => {
            const shell = markedShell(gitSshCommand({ ...input, identity: await whoAmI() }), `mcu-${(0,external_node_crypto_.randomUUID)()}`);
            const flags = [
                '-rt',
                // The shell between rsync and ssh cannot write to a non-blocking pipe.
                '--blocking-io',
                '--compress',
                '--no-links',
                '--chmod=D700,F600',
                ...exclude.map((path) => `--exclude=/${path}`)
            ];
            const places = [`${host}:${remoteFolder}/`, `${localFolder}/`];
            const own = { env: { ...env, ...shell.env }, timeoutSeconds };
            return run(['rsync', ...flags, '-e', shell.command, '--', ...places], own);
        }
    };
}
const unknownHostKey = /No .* host key is known/;
// Before the login no part of the script has run, so stderr is not its own.
function isRefused({ stdout, stderr }) {
    return stdout === '' && stderr.includes('Permission denied (');
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/run-command.js + 3 modules
var run_command = __webpack_require__(4636);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/process/with-commands.js

/**
 * Runs `task` and returns when all work that it started has ended too: what still runs when the task ends is stopped
 * and waited for, and nothing new begins. Otherwise a login in progress could write its key into a folder while that is
 * removed.
 */
async function withCommands({ signal: outer, redact }, task) {
    const over = new AbortController();
    const signal = outer === undefined ? over.signal : AbortSignal.any([outer, over.signal]);
    const underWay = new Set();
    const track = async (start) => {
        if (over.signal.aborted)
            throw new Error('The task that this belongs to is over.');
        const work = start();
        underWay.add(work);
        try {
            return await work;
        }
        finally {
            underWay.delete(work);
        }
    };
    const start = (0,run_command/* createRunCommand */.x)(signal, redact);
    try {
        return await task({ run: (argv, options) => track(() => start(argv, options)), signal, track });
    }
    finally {
        over.abort();
        while (underWay.size > 0)
            await Promise.allSettled(underWay);
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/cloud-session.js














/**
 * Runs `task` with the tools of one environment. Their files (token, certificate, known hosts) are in a private folder,
 * which is removed when all commands have ended.
 */
async function withCloudSession(thisRun, environment, task) {
    const { options, context } = thisRun;
    const home = await files/* files */.a.privateFolder('platform');
    let hostKeys = null;
    try {
        hostKeys = await openHostKeys(thisRun, home);
        const place = { home, hostKeys };
        return await withCommands(context, async (commands) => task(await openPlatform({ options, context, several: thisRun.several }, environment, { ...commands, ...place })));
    }
    finally {
        await hostKeys?.keepAccepted();
        await files/* files */.a.remove(home);
    }
}
async function openPlatform({ options, context, several }, environment, { run, signal, track, home, hostKeys }) {
    const pinned = { knownHostsFile: hostKeys.knownHostsFile, hostKey: options.sshHostKey };
    const folder = files/* files */.a.join(home, 'bin');
    const app = await applicationOf(options);
    const cloud = createMagentoCloud({
        run,
        parentEnvironment: await withPinnedSsh(files/* files */.a, context.environment, { ...pinned, folder }),
        home,
        phar: await installed({ options, context }, run, home),
        token: options.cloudToken,
        project: options.project,
        environment,
        app,
        onSeveral: (name) => (several.application = name),
        signal
    });
    const source = identitySource({ options, context }, run, cloud, home);
    const identity = (told) => track(() => source(told));
    const login = { ...pinned, program: files/* files */.a.join(folder, 'ssh'), connectTimeoutSeconds: 20 };
    let hosts = null;
    return {
        environment,
        cloud,
        application: app?.name ?? null,
        ssh: async () => {
            // A bad key or token is reported here, before the first script.
            await identity();
            return createSsh({ run, environment: context.environment, identity, ...login });
        },
        hosts: () => (hosts ??= forgetFailed(cloud.sshHosts(), () => (hosts = null))),
        gitSsh: async () => gitSshCommand({ ...login, identity: await identity() })
    };
}
async function applicationOf({ app, workingDirectory }) {
    return wantedApplication(app, await files/* files */.a.read(files/* files */.a.join(files/* files */.a.resolve(workingDirectory), '.magento.app.yaml')));
}
/** The phar of `cli-version`, or null if none was asked for, or if without a token nothing would call it. */
async function installed({ options, context }, run, folder) {
    const { release } = (0,cli_release/* cliRelease */.U)((0,normalize_options/* cliOptions */.$D)(options));
    if (release === null || options.cloudToken.isEmpty)
        return null;
    return installPhar({ run, environment: context.environment, folder, logger: context.logger }, release);
}
function identitySource({ options, context }, run, cloud, home) {
    const env = (0,child_environment/* childEnvironment */.Qc)(context.environment, {});
    if (options.sshPrivateKey.isEmpty)
        return renewingIdentity({ run, env, issue: () => cloud.sshIdentity(), remove: (file) => files/* files */.a.remove(file) });
    let written = null;
    return () => (written ??= writeSshKey({ run, env, files: files/* files */.a }, options.sshPrivateKey, home));
}
function forgetFailed(answer, forget) {
    answer.catch(forget);
    return answer;
}


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
 * Everything that is missing. There are two ways in: a Cloud token with project and environment, or an SSH key (the
 * token issues a certificate in its place) with the logins.
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
/**
 * The logins of a list such as `1.ent-p-x@ssh.us-5.magento.cloud, 2.ent-p-x@…`, each once, and the items that are not
 * logins.
 */
function parseSshHosts(list) {
    const words = [...new Set(list.split(/[\s,]+/).filter((word) => word !== ''))];
    const isLogin = (word) => /^\w[\w.+-]*@\w[\w.-]*$/.test(word);
    return { hosts: words.filter(isLogin), wrong: words.filter((word) => !isLogin(word)) };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/environment-access.js



/**
 * Runs `task` with the given access to the environment: a token, or an SSH key and the logins. Throws UpgradeError
 * `bad-input` that names everything missing at once, including `missing`.
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

/***/ 5692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ readProjectFacts)
/* harmony export */ });
/* harmony import */ var _project_services_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1240);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(419);
/* harmony import */ var _steps_diagnose_explain_offending_package_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1756);
/* harmony import */ var _tools_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9328);




/**
 * What a diagnosis reads from the checkout: packages of composer.lock, services of .magento/services.yaml; both may be
 * missing.
 */
async function readProjectFacts(workingDirectory) {
    const root = _tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.resolve(workingDirectory);
    const [lock, services] = await Promise.all([_tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.read(_tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.join(root, 'composer.lock')), servicesOf(root)]);
    return { packages: (0,_steps_diagnose_explain_offending_package_js__WEBPACK_IMPORTED_MODULE_2__/* .classPackages */ .s)(lock ?? ''), services: services === null ? null : serviceTypes(services) };
}
// The platform reads it at the root of the repository; a project may be in a folder below.
async function servicesOf(folder) {
    const text = await _tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.read(_tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.join(folder, '.magento/services.yaml'));
    const parent = _tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.join(folder, '..');
    const isRoot = parent === folder || (await _tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.exists(_tools_files_js__WEBPACK_IMPORTED_MODULE_3__/* .files */ .a.join(folder, '.git')));
    return text !== null || isRoot ? text : servicesOf(parent);
}
function serviceTypes(servicesYaml) {
    try {
        return (0,_project_services_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readServicesYaml */ .CD)(servicesYaml).map(({ kind, version }) => `${kind}:${version}`);
    }
    catch (error) {
        if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UpgradeError */ .fy))
            throw error;
        return null;
    }
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



/** Whether a repository is public; null without a token, or if GitHub does not answer with it. */
async function isPublicRepository(repository, { token, apiUrl, environment = {} }) {
    const secret = typeof token === 'string' ? new _secrets_secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .z(token) : token;
    if (secret.isEmpty)
        return null;
    return (0,_tools_github_js__WEBPACK_IMPORTED_MODULE_1__/* .createGitHub */ .C)({ token: secret, apiUrl, fetch: (0,_tools_http_proxied_fetch_js__WEBPACK_IMPORTED_MODULE_2__/* .createFetch */ .H)(environment) })
        .isPublic(repository)
        .catch(() => null);
}


/***/ }),

/***/ 9379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ wantedBackup)
/* harmony export */ });
/**
 * The way in which a run backs up. A pull request deploys nothing, and a dump that is made with it is old when somebody
 * merges: `auto` makes none then, unless a copy of something is asked for.
 */
function wantedBackup(options) {
    const { backup, pullRequest, backupArtifact, backupCode, backupMedia, backupSnapshot } = options;
    const asksForCopies = backupArtifact || backupCode || backupMedia !== 'off' || backupSnapshot;
    return backup === 'auto' && pullRequest && !asksForCopies ? 'off' : backup;
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


/***/ }),

/***/ 4265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ backUpDatabase)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/choose-strategy.js
/**
 * The way that fits the request. By default it is our own dump over SSH: streamed to this machine for a container
 * environment, into a compressed file on the server for dedicated nodes (Pro staging and production). `cloud-dump` only
 * on request: magento-cloud puts the database password on command lines.
 */
async function chooseStrategy(cloud, { strategy, to }) {
    if (strategy === 'ece-dump')
        return { strategy, kind: 'ece-dump', here: to === 'both' || to === 'runner' };
    if (strategy === 'cloud-dump' && (to === 'auto' || to === 'runner'))
        return { strategy, kind: 'cloud-dump', here: true };
    const streamed = { strategy: 'ssh-dump', kind: 'ssh-stream', here: true };
    const onServer = { strategy: 'ssh-dump', kind: 'ssh-dump', here: to === 'both' };
    if (to === 'runner')
        return streamed;
    if (strategy === 'auto' && to === 'auto' && !(await cloud.environment()).dedicated)
        return streamed;
    return onServer;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/backup-folder.js
var backup_folder = __webpack_require__(8296);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/manifest.js
var manifest_manifest = __webpack_require__(9718);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/promises.js
const budgetMegabytes = 160;
/** One entry for each promise of a backup: whether it was kept, and how. */
function tellPromises(dumps, facts) {
    const passed = (...ids) => dumps.every(({ proofs }) => ids.every((id) => proofs.find((proof) => proof.id === id)?.passed === true));
    const all = (has) => dumps.every(has);
    const each = (tell) => dumps.map((dump) => `${dump.relationship}: ${tell(dump)}`).join('; ');
    // magento-cloud passes it to ssh, and ssh to mysqldump, as an argument.
    const shown = facts.strategy === 'cloud-dump';
    const line = (id, kept, detail) => ({ id, kept, detail });
    return [
        line('stream', passed('exit-codes', 'gzip', 'header', 'trailer', 'statements'), each(({ proofs }) => detailOf(proofs, 'exit-codes'))),
        line('content', passed('tables') && all(isConsistent), each(contentOf)),
        line('rehearsal', all(({ rehearsal }) => rehearsal?.passed === true), each(({ rehearsal, unrehearsed }) => rehearsal?.detail ?? `not made: ${unrehearsed?.why ?? 'unknown reason'}`)),
        line('checksums', passed('sha256'), 'of the SQL, the compressed dump and the file'),
        line('confidential', !shown, each(hiddenHow) + (shown ? '; but the database password was on command lines' : '')),
        line('bounded', facts.peakMegabytes <= budgetMegabytes, `${facts.peakMegabytes} MB of memory at most, of ${budgetMegabytes}`),
        line('gentle', facts.strategy !== 'ece-dump', each(({ source }) => `read from the ${source}`)),
        line('complete', all(({ excluded, missingPrograms, withoutHistory }) => excluded.length + missingPrograms.length + withoutHistory.length === 0), `not covered: ${facts.notCovered.join(', ')}`),
        line('resume', facts.baseCommit !== null, facts.baseCommit === null
            ? 'not made for an upgrade'
            : `a rerun of the upgrade of ${facts.baseCommit} may reuse it`),
        line('gate', facts.level !== 'off', `backup-proof: ${facts.level}`)
    ];
}
function hiddenHow({ encryption }) {
    return encryption === 'age' ? 'encrypted before it is written to disk' : 'files 0600 in a folder 0700';
}
function isConsistent({ nonTransactional }) {
    return nonTransactional.length === 0;
}
function contentOf({ proofs, nonTransactional }) {
    const mixed = nonTransactional.length === 0 ? '' : `, but ${nonTransactional.length} without a snapshot`;
    return detailOf(proofs, 'tables') + mixed;
}
function detailOf(proofs, id) {
    return proofs.find((proof) => proof.id === id)?.detail ?? 'unknown';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/host.js
var host = __webpack_require__(3518);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/compose-manifest.js




/** The manifest of finished dumps: their state together, and which of our promises they keep. */
function composeManifest({ project, environment, application, level, reuse, productVersion }, dumps, made) {
    const state = (0,manifest_manifest/* stateOf */.L4)(dumps);
    const notCovered = [...(made.media === null ? ['media'] : []), 'code', 'services other than databases'];
    const baseCommit = reuse?.baseCommit ?? null;
    const facts = { state, strategy: made.strategy, notCovered, baseCommit, level, peakMegabytes: (0,host/* peakMegabytes */.zA)() };
    return {
        schemaVersion: 1,
        state,
        consistent: dumps.every(({ nonTransactional }) => nonTransactional.length === 0),
        ...{ project, environment, application, ...made, baseCommit },
        ...(productVersion !== undefined && { productVersion }),
        dumps: [...dumps],
        notCovered,
        promises: [...tellPromises(dumps, facts)]
    };
}
/**
 * Writes the manifest, last of all: next to the dumps on this machine, and next to the first dump that was left on the
 * server. Returns its path on this machine, otherwise on the server.
 */
async function writeManifest({ files, dumpFiles, ssh }, manifest, folder) {
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const onServer = manifest.dumps.find(({ serverFile }) => serverFile !== null)?.serverFile ?? null;
    const remote = onServer?.replace(/[^/]*$/, manifest_manifest/* manifestName */.vS) ?? null;
    if (remote !== null) {
        // Base64 has no special characters for a shell; the path is one that our own script created.
        const content = Buffer.from(text).toString('base64');
        const script = `umask 077; printf %s '${content}' | base64 -d >'${remote}.partial' && mv -- '${remote}.partial' '${remote}' && sync`;
        const { exitCode, failure } = await ssh.script(manifest.host, script, { timeoutSeconds: 120 });
        if (exitCode !== 0)
            throw unwritten(remote, failure ?? `exit code ${exitCode ?? '?'}`);
    }
    if (folder === null)
        return remote ?? '';
    const path = files.join(folder, manifest_manifest/* manifestName */.vS);
    await files.write(`${path}.partial`, text, { secret: true });
    await dumpFiles.settle(`${path}.partial`, path);
    return path;
}
function unwritten(path, why) {
    return new errors/* UpgradeError */.fy('backup-failed', {
        message: `The dump is proven, but its manifest ${path} could not be written on the server: ${why}.`,
        next: 'Run again.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/media.js + 1 modules
var backup_media = __webpack_require__(807);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/database-problems.js
var database_problems = __webpack_require__(7123);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/describe-backup.js

/** A backup as shown in the report, from its manifest, the manifest's path, and its folder on this machine or null. */
function describeBackup(files, manifest, { path, folder, reused }) {
    const { state, dumps, strategy, media } = manifest;
    const local = (file) => folder === null || file === null ? null : files.join(folder, file);
    const [main] = dumps;
    const downloadedTo = local(main?.file ?? null);
    return {
        strategy,
        state,
        finishedAt: manifest.finishedAt,
        reused,
        manifest: path,
        location: main?.serverFile ?? downloadedTo,
        downloadedTo,
        bytes: main?.bytes ?? null,
        sha256: main?.sha256 ?? null,
        tables: main === undefined ? null : main.tables.length + main.views.length,
        dumps: dumps.map(({ relationship, file, serverFile, bytes, sha256 }) => ({
            relationship,
            location: serverFile ?? local(file) ?? '',
            bytes,
            sha256
        })),
        proofs: dumps.flatMap(({ proofs, rehearsal }) => [
            ...proofs,
            ...(rehearsal ? [{ id: 'rehearsal', passed: rehearsal.passed, detail: rehearsal.detail }] : [])
        ]),
        extras: folder === null || media === null ? [] : [{ kind: 'media', location: files.join(folder, media.folder) }],
        problems: [
            ...dumps.flatMap((dump) => (0,database_problems/* databaseProblems */.k)(dump, strategy)),
            ...(strategy === 'ece-dump' ? [downtime()] : []),
            ...(strategy === 'cloud-dump' ? [passwordShown()] : [])
        ]
    };
}
function passwordShown() {
    return {
        id: 'backup-password-shown',
        severity: 'warning',
        message: 'The database password was on command lines of this machine and of the server while magento-cloud db:dump ran.',
        fix: 'Leave backup at auto: our own dump over SSH keeps the password on the server.'
    };
}
function downtime() {
    return {
        id: 'backup-maintenance',
        severity: 'warning',
        message: 'ece-tools db-dump put the site in maintenance mode while it ran.',
        fix: 'Set backup: ssh-dump to dump without downtime.'
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/dump-cause.js
var dump_cause = __webpack_require__(7522);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/command.js
var command = __webpack_require__(6973);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/remote-answer.js
var remote_answer = __webpack_require__(7452);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/download-dump.js


/** See {@link ReadPart}. */
function readPart({ rows, longest, qualified }, database) {
    const outside = qualified.filter(({ schema }) => schema !== database);
    return {
        rows: Object.fromEntries(rows),
        longestStatement: longest.bytes,
        outside: outside.map(({ columns, ...table }) => ({ ...table, columns: columns === null ? null : [...columns] }))
    };
}
/** The same for a dump that stays on the server. */
const notDownloaded = {
    ...{ file: null, encryption: 'none', fileBytes: null, fileSha256: null },
    ...{ rows: null, outside: [] }
};
function refusal(refused) {
    return new errors/* UpgradeError */.fy('backup-unproven', {
        message: `The database dump cannot be trusted (statements: ${refused}, which no dump program writes; nothing of the dump was loaded anywhere).`,
        next: 'Check the server, which may be compromised, and do not load this dump.'
    });
}
/**
 * Downloads a proven dump into the request's folder and reads it on the way. Throws UpgradeError `backup-failed` if the
 * copy differs; the error says where the proven dump is.
 */
async function downloadDump({ ssh, files, dumpFiles, dumpStore }, { host, folder, relationship, recipients, database }, { serverFile, sha256 }) {
    const failure = (why) => new errors/* UpgradeError */.fy('backup-failed', {
        message: `The database dump is proven and stored on ${host} as ${serverFile}, but could not be downloaded: ${why}.`,
        next: 'Download it from there, or fix the problem above and run again.'
    });
    const encrypted = recipients.length > 0;
    const file = `${relationship}.sql.gz${encrypted ? '.age' : ''}`;
    const final = files.join(folder, file);
    const partial = `${final}.partial`;
    try {
        const dump = await ssh.download(host, serverFile, dumpStore.into(partial, recipients), {
            timeoutSeconds: command/* longestCopySeconds */.l
        });
        if (dump.sha256 !== sha256 || dump.gzipFailure !== null || dump.rest.length > 0)
            throw failure('the copy differs from it');
        if (dump.refused !== null)
            throw refusal(dump.refused);
        await dumpFiles.settle(partial, final);
        const { bytes: fileBytes, sha256: fileSha256 } = dump.file;
        return { file, encryption: encrypted ? 'age' : 'none', fileBytes, fileSha256, ...readPart(dump, database) };
    }
    catch (error) {
        await files.remove(partial);
        throw error instanceof errors/* UpgradeError */.fy ? error : failure(error instanceof Error ? error.message : String(error));
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/database-facts.js
var database_facts = __webpack_require__(2229);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/list-objects.js
var list_objects = __webpack_require__(5083);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/expect-proven.js

const readAnyway = ['exit-codes', 'gzip', 'header', 'statements'];
/** Throws UpgradeError for the first failed proof: `backup-failed` for a failed stage, otherwise `backup-unproven`. */
function expectProven(proofs) {
    const failing = proofs.filter(({ passed }) => !passed);
    // After a refused statement nothing was read, so missing parts prove nothing. Missing bytes do: a statement that is
    // cut off may look like anything at its end.
    const refused = failing.filter(({ cause }) => cause === 'refused-statement');
    const failed = refused.length > 0 ? failing.filter(({ id }) => readAnyway.includes(id)) : failing;
    const [first] = failed;
    if (!first)
        return;
    const causes = dump_cause/* dumpCauses */.jA.filter((cause) => failed.some((one) => one.cause === cause));
    const facts = {
        message: `The database dump cannot be trusted (${failed.map(({ id, detail }) => `${id}: ${detail}`).join('; ')}).`,
        next: causes[0] === undefined ? unknownAdvice : advice[causes[0]]
    };
    throw new dump_cause/* DumpError */.tR(first.id === 'exit-codes' ? 'backup-failed' : 'backup-unproven', facts, causes);
}
const unknownAdvice = 'Run again; if it fails again, check the database server and the free space.';
const advice = {
    'login-prints': 'Remove what the login prints (backup: auto and ssh-dump skip it automatically). If it prints nothing, check the server, which may be compromised.',
    'refused-statement': 'Check the server, which may be compromised, and what mysqldump writes there: dumps of a sound server contain nothing else.',
    'unfinished-restore': 'Finish the restore, or go back: magento-cloud-upgrade backup list shows the commands.',
    'option-file': 'Correct the option file of the server; backup: auto and ssh-dump do not read it.',
    'broken-view': 'Repair or drop the view named above, then run again.',
    'schema-change': 'Wait until no deployment or schema change is running, then run again.',
    rights: 'Grant the privilege named above to the database user, or ask support for it.'
};

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-scan.js
var dump_scan = __webpack_require__(3037);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/restore-marker.js
var restore_marker = __webpack_require__(1834);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/prove-dump.js



const optionFiles = 'an option file of the server, such as ~/.my.cnf,';
const banner = 'the login prints something first, perhaps a banner in ~/.bashrc or ~/.profile';
// The main database of a shop has these tables, with rows. A dump without them is of something else, or without rows.
const sentinels = ['setup_module', 'core_config_data', 'store'];
/** Every proof of a dump, passed or not. A dump with a failed proof is worthless. */
function proveDump(evidence) {
    const { statuses, gzipFailure, firstLine, lastLine, before, sha256 } = evidence;
    // The stages' exit status is sent after the dump, and is lost if the dump is damaged at its end.
    const bad = Object.values(statuses).filter((status) => (status === null ? gzipFailure === null : status !== 0));
    const list = Object.entries(statuses).map(([stage, status]) => `${stage} ${status ?? 'unknown'}`);
    const statements = judgeStatements(evidence);
    const objects = unfinishedRestore(before) ?? missingSentinels(evidence) ?? differingObjects(evidence) ?? judgeRows(evidence);
    return [
        {
            ...{ id: 'exit-codes', passed: bad.length === 0 },
            detail: [list.join(', '), evidence.message].filter(Boolean).join(': '),
            ...withCause(bad.length === 0 ? null : (0,dump_cause/* causeOfOutput */.yO)(evidence.message))
        },
        { id: 'gzip', passed: gzipFailure === null, detail: gzipFailure ?? 'decompresses from the first byte to the last' },
        proof('header', (0,dump_scan/* isHeader */.gN)(firstLine) ? null : badHeader(firstLine), firstLine.trim()),
        proof('trailer', (0,dump_scan/* isTrailer */.QH)(lastLine) ? null : badTrailer(evidence), lastLine.trim()),
        proof('statements', statements, 'every statement is complete and of a kind that dump programs write; none selects a database'),
        proof('tables', objects, `${before.length} tables and views, as in information_schema before and after`),
        { id: 'sha256', passed: /^[0-9a-f]{64}$/.test(sha256), detail: sha256 }
    ];
}
function proof(id, fault, detail) {
    return { id, passed: fault === null, detail: fault?.words ?? detail, ...withCause(fault?.cause ?? null) };
}
function withCause(cause) {
    return cause === null ? {} : { cause };
}
function differingObjects({ before, dumped, after }) {
    const difference = (0,dump_scan/* compareObjects */.Gq)(before, dumped, after);
    return difference && { words: difference.words, cause: difference.kind === 'changed' ? 'schema-change' : null };
}
function badTrailer({ statuses, gzipFailure, closed }) {
    const isWhole = gzipFailure === null && closed && Object.values(statuses).every((status) => status === 0);
    const why = isWhole ? `, although nothing was cut off: ${optionFiles} may set skip-comments or compact` : '';
    return { words: `the last line is not \`-- Dump completed\`${why}`, cause: isWhole ? 'option-file' : null };
}
function badHeader(firstLine) {
    const isCut = /^(?:\/\*!|DROP |CREATE |SET )/.test(firstLine);
    const why = isCut ? `${optionFiles} may set skip-comments or compact` : banner;
    return {
        words: `the first line is not one that mysqldump writes: ${why}`,
        cause: isCut ? 'option-file' : 'login-prints'
    };
}
function judgeStatements({ closed, choosesDatabase, refused = null }) {
    const fault = (words, cause = null) => ({ words, cause });
    if (choosesDatabase)
        return fault('the dump selects a database itself, so it could be loaded into the wrong one');
    if (refused !== null)
        return fault(`${refused}, which no dump program writes; nothing of the dump was loaded anywhere`, 'refused-statement');
    return closed ? null : fault('the last statement is incomplete');
}
function unfinishedRestore(names) {
    if (!names.includes(restore_marker/* markerTable */.Vc))
        return null;
    const words = `a restore of this database has not ended (it has the table ${restore_marker/* markerTable */.Vc}), so the dump may be incomplete or have tables of both`;
    return { words, cause: 'unfinished-restore' };
}
function judgeRows({ isPartial, isMain, filled, before }) {
    if (isPartial)
        return { words: `a condition limited its rows: ${optionFiles} sets where`, cause: 'option-file' };
    if (!isMain)
        return null;
    const withRows = [...filled];
    const empty = sentinels.filter((wanted) => !withRows.some((name) => name.endsWith(wanted)));
    if (empty.length === 0)
        return null;
    const words = `there are no rows of ${empty.join(', ')} in it, of ${before.length} tables and views; ${optionFiles} may set no-data or where`;
    return { words, cause: 'option-file' };
}
function missingSentinels({ isMain, before }) {
    if (!isMain)
        return null;
    const missing = sentinels.filter((wanted) => !before.some((name) => name.endsWith(wanted)));
    if (missing.length === 0)
        return null;
    return { words: `the database has no ${missing.join(', ')}: it is not the database of a shop`, cause: null };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/remote-scripts.js + 2 modules
var remote_scripts = __webpack_require__(5922);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/stream-dump.js









/**
 * mysqldump over SSH straight into a file on this machine, checked as it arrives; nothing touches the server's disk.
 */
function dumpByStream(tools, request) {
    return dumpHere(tools, request, async (path) => {
        const { ssh, dumpStore } = tools;
        const { host, relationship, recipients, exclude, before } = request;
        const read = dumpStore.into(path, recipients);
        const script = (0,remote_scripts/* streamDumpScript */._Q)({ relationship, source: before.source, exclude });
        const { value, result } = await ssh.stream(host, script, read, { timeoutSeconds: command/* longestCopySeconds */.l });
        const answer = (0,remote_answer/* parseRemoteAnswer */.k$)(result.stdout);
        const why = answer.one('failure') ?? (value.bytes === 0 ? result.failure : null);
        if (why !== null)
            throw (0,list_objects/* dumpFailure */.L0)(why, (0,list_objects/* causeOf */.rl)(answer));
        const number = (key) => /^\d+$/.test(answer.one(key) ?? '') ? Number(answer.one(key)) : null;
        const statuses = { mysqldump: number('dump-status'), gzip: number('gzip-status'), ssh: result.exitCode ?? 255 };
        // Exactly what our script prints after the dump; anything else is another member, padding or noise.
        const tail = result.stdout.startsWith('\ndump-status\t') ? null : 'there is data after the compressed dump';
        const facts = { ...value, gzipFailure: value.gzipFailure ?? tail };
        const failed = Object.values(statuses).some((status) => status !== 0);
        return { facts, statuses, message: failed ? (answer.one('message')?.trim() ?? result.failure ?? '') : '' };
    });
}
/** `magento-cloud db:dump` into a file on this machine, compressed here and checked as it arrives. */
function dumpByCloud(tools, request) {
    return dumpHere(tools, request, async (path) => {
        const { value, result } = await tools.dumpStore.fromProcess(path, request.recipients, (pipe) => tools.cloud.dumpDatabase(pipe, request.relationship, {
            exclude: request.exclude,
            timeoutSeconds: command/* longestCopySeconds */.l
        }));
        const tail = value.rest.length > 0 ? 'there is data after the compressed dump' : null;
        return {
            facts: { ...value, gzipFailure: value.gzipFailure ?? tail },
            statuses: { 'db:dump': result.exitCode, gzip: result.throughExitCode ?? null },
            message: result.exitCode === 0 ? '' : lastLine(result.stderr)
        };
    });
}
/** Dumps under a partial name, proves the dump, and gives it its final name. A failure leaves nothing behind. */
async function dumpHere({ ssh, files, dumpFiles }, { host, relationship, folder, recipients, exclude, before, mayBeBroken }, make) {
    const name = `${relationship}.sql.gz${recipients.length > 0 ? '.age' : ''}`;
    const final = files.join(folder, name);
    const partial = `${final}.partial`;
    try {
        const { facts, statuses, message } = await make(partial).catch(asFailure);
        const after = await (0,list_objects/* listObjects */.L)(ssh, host, { relationship, exclude, source: before.source });
        const filled = [...facts.rows].flatMap(([table, count]) => (count > 0 ? [table] : []));
        const dumped = {
            dumped: facts.scan.objects,
            filled,
            isMain: relationship === 'database' && !mayBeBroken,
            before: before.names,
            after: after.names
        };
        const closed = { ...facts.scan, closed: facts.closed, lastLine: facts.scan.lastLine };
        const proofs = proveDump({ ...facts, ...closed, ...dumped, statuses, message });
        expectProven(proofs);
        await dumpFiles.settle(partial, final);
        return {
            ...manifestPart(facts, before.database),
            relationship,
            ...(0,database_facts/* collationOf */.V)(before),
            database: before.database,
            source: before.source,
            excluded: [...exclude],
            file: name,
            serverFile: null,
            encryption: recipients.length > 0 ? 'age' : 'none',
            fileBytes: facts.file.bytes,
            fileSha256: facts.file.sha256,
            missingPrograms: before.programs.filter((program) => !facts.scan.programs.has(program)),
            withoutHistory: facts.scan.hasHistory ? [] : [...before.versioned],
            nonTransactional: [...before.nonTransactional],
            proofs: [...proofs],
            rehearsal: null,
            unrehearsed: null
        };
    }
    catch (error) {
        await files.remove(partial);
        throw error;
    }
}
/** The manifest's entry for a dump that was read here. */
function manifestPart(facts, database) {
    const { bytes, sha256, sqlBytes, sqlSha256, scan } = facts;
    return {
        ...{ bytes, sha256, sqlBytes, sqlSha256 },
        serverVersion: scan.serverVersion,
        clientVersion: scan.clientVersion,
        tables: [...scan.objects].filter((name) => !scan.views.has(name)),
        views: [...scan.views],
        programs: [...scan.programs],
        ...readPart(facts, database)
    };
}
/** A full disk and similar errors: the file system's message. */
function asFailure(error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error)
        throw (0,list_objects/* dumpFailure */.L0)(`the dump could not be written: ${error.message}`);
    throw error;
}
/** The last line of mysqldump or ssh that reports an error, otherwise the last line. */
function lastLine(text) {
    const lines = text.split('\n').map((line) => line.trim());
    const named = lines.filter((line) => /error|denied|failed|gone away|lost|couldn't/i.test(line));
    return (0,redact_evidence/* redactEvidence */.H)(named.at(-1) ?? lines.findLast((line) => line !== '') ?? '').slice(0, 300);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/effects.js
var effects = __webpack_require__(6279);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/dump-on-server.js












/** mysqldump into a private file in /tmp on the server, proven there, and downloaded if requested. */
function dumpOnServer(tools, request) {
    return dumpByScript(tools, request, { way: 'ssh-dump', script: (0,remote_scripts/* remoteDumpScript */.Qg)(choiceOf(request)) });
}
/** The same with `ece-tools db-dump`; the site is in maintenance mode meanwhile. */
function dumpByEceTools(tools, request) {
    return dumpByScript(tools, request, { way: 'ece-dump', script: (0,remote_scripts/* eceDumpScript */.X3)(choiceOf(request)) });
}
function choiceOf({ relationship, exclude, before }) {
    return { relationship, exclude, source: before.source };
}
async function dumpByScript(tools, request, { way, script }) {
    const { ssh } = tools;
    const { host, relationship, exclude, before } = request;
    const left = (0,effects/* intendDump */.tg)(tools.ledger, host, relationship);
    const settleSite = way === 'ece-dump' ? (0,effects/* intendEceDump */.cL)(tools.ledger, host) : null;
    const result = await ssh.script(host, script, { timeoutSeconds: command/* longestCopySeconds */.l });
    const answer = (0,remote_answer/* parseRemoteAnswer */.k$)(result.stdout);
    settleSite?.(answer, result.failure);
    const folder = remoteFolder(answer);
    const isMain = relationship === 'database';
    const { final, proofs, scan } = await settle(ssh, host, {
        folder,
        answer,
        exclude,
        isMain,
        failure: result.failure
    }).catch(async (error) => {
        // The script removes an unfinished dump itself, unless its connection was lost.
        if (folder === null && result.failure === null)
            left.undone();
        if (folder === null && result.failure !== null)
            left.unknown();
        const told = folder === null ? error : await removeFolder(ssh, host, { folder, error, left });
        // What ece-tools did not finish lies in its own folder.
        if (way === 'ece-dump' && isBegun(answer) && answer.one('rest') !== 'no')
            left.unknown();
        throw told;
    });
    left.done();
    const sha256 = answer.one('sha256') ?? '';
    const { database, programs, nonTransactional, versioned, collation } = (0,database_facts/* databaseFacts */.v)(answer);
    const bring = downloadDump.bind(null, tools, { ...request, database }, { serverFile: final, sha256 });
    const copied = request.download ? await bring().catch(forgetRefused(ssh, host, { folder, left })) : notDownloaded;
    return {
        relationship,
        ...(0,database_facts/* collationOf */.V)({ collation }),
        database,
        source: before.source,
        excluded: [...exclude],
        ...copied,
        serverFile: final,
        bytes: Number(answer.one('bytes')),
        sha256,
        sqlBytes: Number(answer.one('plain-bytes')),
        sqlSha256: answer.one('sql-sha256') ?? '',
        serverVersion: scan.serverVersion,
        clientVersion: scan.clientVersion,
        tables: [...scan.objects].filter((name) => !scan.views.has(name)),
        views: [...scan.views],
        programs: [...scan.programs],
        missingPrograms: programs.filter((program) => !scan.programs.has(program)),
        withoutHistory: scan.hasHistory ? [] : [...versioned],
        nonTransactional: [...nonTransactional],
        proofs: [...proofs],
        rehearsal: null,
        unrehearsed: null
    };
}
/** Whether a script may have begun with its dump: it gave up on nothing before that. */
function isBegun(answer) {
    return answer.one('failure') === null || answer.one('dump-status') !== null;
}
/** Proves the dump and gives it its final name. */
async function settle(ssh, host, { folder, answer, exclude, isMain, failure }) {
    const why = answer.one('failure') ?? failure;
    if (why !== null || answer.one('done') === null)
        throw (0,list_objects/* dumpFailure */.L0)(why ?? 'the script ended early', (0,list_objects/* causeOf */.rl)(answer));
    const name = answer.one('name') ?? '';
    // Only names that our script creates are accepted; anything else would end up in a shell.
    if (folder === null || !/^\w+-[0-9TZ]+\.sql\.gz$/.test(name))
        throw (0,list_objects/* dumpFailure */.L0)('the server named a path that our script does not create');
    const final = `${folder}/${name}`;
    const scan = (0,dump_scan/* createDumpScan */.yh)();
    for (const line of [...answer.all('head'), ...answer.all('joined-head').map(remote_answer/* unescapeName */.E6)])
        scan.line(line);
    const proofs = proveRemote(answer, scan, { exclude, isMain });
    expectProven(proofs);
    const renamed = await ssh.script(host, `mv -- '${final}.partial' '${final}' && sync`, { timeoutSeconds: 120 });
    if (renamed.exitCode !== 0)
        throw (0,list_objects/* dumpFailure */.L0)(`${final}.partial on the server could not be renamed`);
    return { final, proofs, scan };
}
function proveRemote(answer, scan, { exclude, isMain }) {
    const number = (key) => (/^\d+$/.test(answer.one(key) ?? '') ? Number(answer.one(key)) : null);
    const statuses = { mysqldump: number('dump-status'), gzip: number('gzip-status') };
    const isWhole = number('length-field') === (number('plain-bytes') ?? -1) % 2 ** 32;
    const tail = isWhole ? null : 'there is data after the compressed dump';
    const message = answer.one('message')?.trim() ?? '';
    const said = message === '' ? 'the file cannot be decompressed to its end' : message;
    const proofs = proveDump({
        statuses,
        message: Object.values(statuses).every((status) => status === 0) ? '' : message,
        gzipFailure: number('gunzip-status') === 0 ? tail : said,
        firstLine: answer.one('first-line') ?? '',
        lastLine: answer.one('last-line') ?? '',
        closed: !scan.inBody,
        choosesDatabase: scan.choosesDatabase,
        isPartial: scan.isPartial,
        isMain,
        filled: answer.all('filled').map((name) => name.slice(1, -1)),
        before: (0,list_objects/* without */.FF)((0,remote_answer/* namesOf */.eZ)(answer, 'before'), exclude),
        dumped: scan.objects,
        after: (0,list_objects/* without */.FF)((0,remote_answer/* namesOf */.eZ)(answer, 'after'), exclude),
        sha256: answer.one('sha256') ?? ''
    });
    return [...proofs];
}
function remoteFolder(answer) {
    const folder = answer.one('folder') ?? '';
    return (0,backup_folder/* isServerFolder */.mJ)(folder) ? folder : null;
}
/**
 * Removes a dump that was refused after it was read here. One that could not be downloaded stays, and the error says
 * where.
 */
function forgetRefused(ssh, host, { folder, left }) {
    return async (error) => {
        if (!(error instanceof errors/* UpgradeError */.fy) || error.code !== 'backup-unproven' || folder === null)
            throw error;
        throw await removeFolder(ssh, host, { folder, error, left });
    };
}
/** The error to throw: the given one, or one that also says what could not be removed. */
async function removeFolder(ssh, host, { folder, error, left }) {
    // A script that lost its connection may still be running there for a moment.
    const script = `for try in 1 2 3 4 5; do rm -rf -- '${folder}' && exit 0; sleep 1; done 2>/dev/null; exit 1`;
    const { exitCode } = await ssh.script(host, script, { timeoutSeconds: 60 });
    if (exitCode === 0)
        left.undone();
    else
        left.unknown();
    if (exitCode === 0 || !(error instanceof errors/* UpgradeError */.fy))
        return error;
    return new errors/* UpgradeError */.fy(error.code, {
        message: error.message,
        next: `${error.next} Remove ${folder} on ${host}: it may contain an unfinished dump, and could not be removed.`
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/expect-no-restore.js


/**
 * Throws UpgradeError `backup-unproven` for a database in which a restore is running or was killed. The marker of the
 * restore shows what the database contains.
 */
function expectNoRestore(relationship, { marker }) {
    if (marker === null)
        return;
    const [state = ''] = marker.split(' ');
    const message = `The database of ${relationship} is not dumped: a restore into it has not ended (table ${restore_marker/* markerTable */.Vc}). ${holds(state)}`;
    const next = 'Wait until a running restore has ended. Finish one that was stopped, or go back: magento-cloud-upgrade backup list shows the commands.';
    throw new dump_cause/* DumpError */.tR('backup-unproven', { message, next }, ['unfinished-restore']);
}
function holds(state) {
    if (state === 'beside')
        return 'The tables of the shop have not changed; those of the backup are next to them, under other names.';
    if (state === 'swapped')
        return 'It has all tables of the backup with their rows; foreign keys, views, triggers, routines and events may be missing.';
    if (state === 'finished')
        return 'It has the complete backup; leftovers of the restore are still there.';
    return 'It may be incomplete.';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/expect-room.js

// Dumps of shops compress to between a fifth and a tenth of their rows: less than a twentieth of the room is never
// enough.
const compressed = 1 / 20;
const megabyte = 1024 * 1024;
/**
 * Throws UpgradeError `preflight-failed` if the dump of a database cannot fit into `folder`, before it starts. The
 * reported size of the database is an estimate, so a dump that may fit is tried; the disk is watched meanwhile.
 */
async function expectRoom(files, folder, { database, dataBytes }) {
    const free = await files.freeBytes(folder);
    const least = (dataBytes ?? 0) * compressed;
    if (free >= least)
        return;
    const said = (bytes) => `${Math.floor(bytes / megabyte)} MB`;
    throw new errors/* UpgradeError */.fy('preflight-failed', {
        message: `The disk of ${folder} has only ${said(free)} free: the database ${database ?? ''} has about ${said(dataBytes ?? 0)}, and its dump needs at least ${said(least)}.`,
        next: 'Free some space, set backup-directory to a larger disk, or set backup-to: remote.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/server-release.js
/**
 * Whether two versions of database servers are of one product and release, as 10.6.18-MariaDB and 10.6.12-MariaDB are;
 * an unknown version never matches.
 */
function isSameRelease(one, other) {
    const first = releaseOf(one);
    return first !== null && other !== null && first === releaseOf(other);
}
/** `MariaDB 10.6` of `10.6.18-MariaDB-log`, null if it is not a version. MySQL names no product. */
function releaseOf(version) {
    // The prefix that MariaDB servers add for old replicas.
    const [, release] = /^(?:5\.5\.5-)?(\d+\.\d+)\./.exec(version.slice(0, 100)) ?? [];
    return release === undefined ? null : `${/mariadb/i.test(version.slice(0, 100)) ? 'MariaDB' : 'MySQL'} ${release}`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/mariadb/load-failure.js
var load_failure = __webpack_require__(1142);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/mariadb/prepare-schema.js
var prepare_schema = __webpack_require__(1264);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/compare-restored.js

/**
 * Compares the content of `schema` after the restore with the dump: tables and views, every table's rows (with those of
 * its history), CHECK TABLE. Returns the first difference in words, or null. Throws ScratchQueryError.
 */
async function compareRestored(database, schema, { tables, views, rows }) {
    const restored = await listTables(database, schema);
    const missing = [...tables, ...views].filter((name) => !restored.has(name));
    if (missing.length > 0)
        return `the restored database lacks ${missing.slice(0, 10).join(', ')}`;
    const isVersioned = (table) => restored.get(table) === 'SYSTEM VERSIONED';
    return compareTables(database, { schema, tables, rows: rows ?? {}, isVersioned });
}
/** Kinds of tables by name. */
async function listTables(database, schema) {
    const listed = await database.query(`SELECT HEX(TABLE_NAME), TABLE_TYPE FROM information_schema.TABLES WHERE TABLE_SCHEMA = ${hex(schema)}`);
    return new Map(lines(listed).map((line) => {
        const [name = '', kind = ''] = line.split('\t');
        return [Buffer.from(name, 'hex').toString('utf8'), kind];
    }));
}
/** Queries all tables at once: one client for each would take longer than the tables of most shops. */
async function compareTables(database, { schema, tables, rows, isVersioned }) {
    const mark = crypto.randomUUID();
    const asked = tables.map((table) => {
        const name = `${(0,prepare_schema/* quoted */.TL)(schema)}.${(0,prepare_schema/* quoted */.TL)(table)}`;
        const all = isVersioned(table) ? ' FOR SYSTEM_TIME ALL' : '';
        return `SELECT '${mark}', COUNT(*) FROM ${name}${all}; CHECK TABLE ${name};`;
    });
    const answers = (await database.query(asked.join('\n'))).split(`${mark}\t`).slice(1);
    for (const [index, table] of tables.entries()) {
        const [count, ...checks] = lines(answers[index] ?? '');
        if (Number(count) !== (rows[table] ?? 0))
            return `${table} has ${count ?? 'no'} restored rows, but ${rows[table] ?? 0} in the dump`;
        const check = checks.at(-1) ?? '';
        // Sequences and a few engines have nothing to check.
        if (!check.endsWith('\tOK') && !check.endsWith("doesn't support check"))
            return `CHECK TABLE reports ${table} as damaged`;
    }
    return null;
}
const keysLookedAt = 20;
/**
 * Foreign keys with rows that refer to nothing, among the first keys of one column: a sample, because each check is a
 * join.
 */
async function findOrphans(database, schema) {
    const names = ['CONSTRAINT_NAME', 'TABLE_NAME', 'COLUMN_NAME', 'REFERENCED_TABLE_NAME', 'REFERENCED_COLUMN_NAME'];
    const keys = await database.query(`SELECT ${names.map((name) => `HEX(MIN(${name}))`).join(', ')} FROM information_schema.KEY_COLUMN_USAGE
     WHERE TABLE_SCHEMA = ${hex(schema)} AND REFERENCED_TABLE_SCHEMA = TABLE_SCHEMA
     GROUP BY CONSTRAINT_NAME, TABLE_NAME HAVING COUNT(*) = 1 ORDER BY TABLE_NAME, CONSTRAINT_NAME LIMIT ${keysLookedAt}`);
    const found = [];
    for (const line of lines(keys)) {
        const [key = '', child = '', column = '', parent = '', referred = ''] = line
            .split('\t')
            .map((name) => Buffer.from(name, 'hex').toString('utf8'));
        // A parent that is not in the dump cannot be checked.
        const orphan = await database
            .query(`SELECT 1 FROM ${(0,prepare_schema/* quoted */.TL)(schema)}.${(0,prepare_schema/* quoted */.TL)(child)} c LEFT JOIN ${(0,prepare_schema/* quoted */.TL)(schema)}.${(0,prepare_schema/* quoted */.TL)(parent)} p
         ON c.${(0,prepare_schema/* quoted */.TL)(column)} = p.${(0,prepare_schema/* quoted */.TL)(referred)}
         WHERE c.${(0,prepare_schema/* quoted */.TL)(column)} IS NOT NULL AND p.${(0,prepare_schema/* quoted */.TL)(referred)} IS NULL LIMIT 1`)
            .catch(() => '');
        if (orphan.trim() === '1')
            found.push(`${key} of ${child}`);
    }
    return found;
}
function hex(text) {
    return `CONVERT(x'${Buffer.from(text, 'utf8').toString('hex')}' USING utf8mb4)`;
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/judge-load-failure.js

const packetError = 1153;
const lostConnection = new Set([2006, 2013]);
// Duplicate keys, values and rows: every version refuses them.
const ofData = new Set([1022, 1048, 1062, 1169, 1264, 1366, 1406, 1451, 1452, 1586]);
const unknownEngine = 1286;
// The user of the rehearsal only has rights on one schema, so a missing right says nothing about the dump.
const ofRights = new Set([1044, 1049, 1142, 1143, 1370]);
/** Judges why a scratch server did not accept a dump. A refusal counts if the shop's own server would refuse it too. */
function judgeLoadFailure(failure, at) {
    const { kind, code, words } = failure;
    if (at.packet !== null && at.longest !== null && at.longest >= at.packet && isAboutPacket(code))
        return { isRefused: true, why: tooLong(at.longest, at.packet), tooSmall: 'max_allowed_packet' };
    if (kind === 'ended')
        return { isRefused: false, why: words };
    if (code === unknownEngine)
        return { isRefused: false, why: `${words}: this machine lacks the storage engine` };
    if (code !== null && ofRights.has(code))
        return { isRefused: false, why: `${words}: it needs more than one database` };
    if (code !== null && !ofData.has(code) && !isSameRelease(at.server, at.shop))
        return { isRefused: false, why: `${words} of ${at.server}, while the shop has ${at.shop ?? 'an unknown version'}` };
    return { isRefused: true, why: words };
}
function isAboutPacket(code) {
    return code === packetError || (code !== null && lostConnection.has(code));
}
function tooLong(longest, packet) {
    const size = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
    return `a statement has ${size(longest)}, and max_allowed_packet of the shop's own server is ${size(packet)}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/rehearse-restore.js





/**
 * Loads an unencrypted dump on this machine into a scratch database that is like the shop's own (name, packet size,
 * modes) and compares. A failure that the shop's server would not have does not count against the dump; the rehearsal
 * is then inconclusive.
 */
async function rehearseRestore(tools, path, { dump, settings }) {
    const began = performance.now();
    const schema = (0,prepare_schema/* scratchName */.U2)(dump.database);
    const outcome = await tools.withScratchDatabase({ schema, outside: dump.outside, settings }, async (database) => {
        const failure = (await database.load(tools.dumpFiles.sql(path))) ?? (await compare(database, schema, dump));
        const at = circumstances(database, dump, settings);
        const judged = failure === null ? null : judgeLoadFailure(failure, at);
        if (judged?.isRefused === false)
            return { unrehearsed: { why: judged.why, attempted: true } };
        const orphans = judged === null ? await findOrphans(database, schema).catch(() => []) : [];
        return {
            tooSmall: judged?.tooSmall,
            rehearsal: {
                passed: judged === null,
                seconds: Math.round((performance.now() - began) / 100) / 10,
                server: database.version,
                tables: dump.tables.length,
                rows: Object.values(dump.rows ?? {}).reduce((sum, count) => sum + count, 0),
                orphans: [...orphans],
                detail: judged?.why ?? describe(database, at, { schema, dump })
            }
        };
    });
    if ('value' in outcome)
        return outcome.value;
    const { why, attempted, lacksProgram = false } = outcome;
    return { unrehearsed: { why, attempted }, lacksProgram };
}
/** The first difference as a failure. */
async function compare(database, schema, dump) {
    try {
        const difference = await compareRestored(database, schema, dump);
        return difference === null ? null : { kind: 'refused', code: null, words: difference };
    }
    catch (error) {
        if (error instanceof load_failure/* ScratchQueryError */.N)
            return error.failure;
        throw error;
    }
}
function circumstances(database, dump, settings) {
    const packet = settings.max_allowed_packet;
    return {
        server: database.version,
        shop: settings.version ?? dump.serverVersion,
        longest: dump.longestStatement ?? null,
        packet: packet === undefined ? null : Number(packet)
    };
}
/** What passed, and which properties of the shop's own server were not available here. */
function describe({ version, refusedSettings }, { shop }, { schema, dump }) {
    const others = [...new Set(dump.outside.map((table) => table.schema))].filter((name) => name !== schema);
    const unlike = [
        isSameRelease(version, shop) ? [] : [`on ${version}, while the shop has ${shop ?? 'an unknown version'}`],
        refusedSettings.length === 0 ? [] : [`without the shop's ${refusedSettings.join(', ')}`],
        others.length === 0 ? [] : [`with stand-ins for tables of ${others.slice(0, 10).join(', ')}`]
    ].flat();
    const but = unlike.length === 0 ? '' : `, but ${unlike.join(', ')}`;
    return `restored; tables, rows and CHECK TABLE agree${but}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/dump-databases.js









const ways = {
    'cloud-dump': dumpByCloud,
    'ssh-stream': dumpByStream,
    'ssh-dump': dumpOnServer,
    'ece-dump': dumpByEceTools
};
/**
 * Dumps the main database, then the other databases of a split database, each proven and rehearsed before the next one.
 * Throws UpgradeError `backup-failed`, `backup-unproven`, or `preflight-failed` if there is no room; finished dumps are
 * then removed.
 */
async function dumpDatabases(tools, input, place) {
    const { exclude, recipients, mayBeBroken = false } = input;
    const dumps = [];
    const { way, host, folder } = place;
    const request = { host, exclude, recipients, mayBeBroken, folder: folder ?? '', download: way.here };
    // db:dump always reads the primary.
    const source = way.kind === 'cloud-dump' || way.kind === 'ece-dump' ? 'primary' : 'auto';
    try {
        const list = async (relationship) => {
            const listed = await (0,list_objects/* listObjects */.L)(tools.ssh, host, { relationship, exclude, source });
            expectNoRestore(relationship, listed);
            return listed;
        };
        const main = await list('database');
        for (const relationship of ['database', ...main.others]) {
            const before = relationship === 'database' ? main : await list(relationship);
            if (folder !== null && exclude.length === 0)
                await expectRoom(tools.files, folder, before);
            const dump = await dumpSteadily(tools, { way, attempts: input.attempts }, { ...request, relationship, before });
            dumps.push(dump);
            const rehearsed = await rehearse(tools, input.rehearsal, { folder, dump, settings: before.settings });
            dumps.splice(-1, 1, { ...dump, ...rehearsed });
        }
        return dumps;
    }
    catch (error) {
        await forgetOnServer(tools, host, dumps);
        throw error;
    }
}
/** A concurrent schema change spoils a dump but ends soon, so the dump is repeated. */
async function dumpSteadily(tools, { way, attempts }, request) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await ways[way.kind](tools, request);
        }
        catch (error) {
            if (attempt === attempts || !(error instanceof dump_cause/* DumpError */.tR) || !error.causes.includes('schema-change'))
                throw error;
            tools.logger.warn(`A schema change spoilt the dump of ${request.relationship}; it is repeated.`);
        }
        const { host, relationship, exclude, before } = request;
        const again = await (0,list_objects/* listObjects */.L)(tools.ssh, host, { relationship, exclude, source: before.source });
        request = { ...request, before: again };
    }
}
async function rehearse(tools, wanted, made) {
    const { folder, dump, settings } = made;
    if (wanted === 'off')
        return { unrehearsed: { why: 'rehearsal: off', attempted: false } };
    const path = folder === null || dump.file === null ? null : tools.files.join(folder, dump.file);
    const rehearsed = await tryRehearsal(tools, path, { dump, settings });
    if ('rehearsal' in rehearsed) {
        if (!rehearsed.rehearsal.passed)
            throw unrestorable(dump, rehearsed);
        return { rehearsal: rehearsed.rehearsal };
    }
    const { why, attempted } = rehearsed.unrehearsed;
    if (wanted === 'require')
        throw unrehearsed(dump, why, rehearsed.lacksProgram === true);
    tools.logger[attempted ? 'warn' : 'info'](`The restore of ${dump.relationship} was not rehearsed: ${why}.`);
    return { unrehearsed: rehearsed.unrehearsed };
}
function tryRehearsal(tools, path, made) {
    if (path === null)
        return { unrehearsed: { why: 'the dump is only on the server', attempted: false } };
    if (made.dump.encryption !== 'none')
        return { unrehearsed: { why: 'the dump is encrypted', attempted: false } };
    return rehearseRestore(tools, path, made);
}
/** Removes dumps from the server: without a manifest they are not a backup. */
async function forgetOnServer({ ssh, ledger }, host, dumps) {
    // Paths that our own script created.
    const left = dumps.flatMap(({ serverFile, relationship }) => serverFile === null ? [] : [{ folder: serverFile.replace(/\/[^/]*$/, ''), relationship }]);
    if (left.length === 0)
        return;
    const folders = left.map(({ folder }) => `'${folder}'`);
    const { exitCode } = await ssh.script(host, `rm -rf -- ${folders.join(' ')}`, { timeoutSeconds: 60 });
    for (const { relationship } of left) {
        const effect = (0,effects/* intendDump */.tg)(ledger, host, relationship);
        if (exitCode === 0)
            effect.undone();
        else
            effect.unknown();
    }
}
function unrestorable({ relationship }, { rehearsal, tooSmall }) {
    return new errors/* UpgradeError */.fy('backup-unproven', {
        message: `The dump of ${relationship} could not be restored into a scratch database: ${rehearsal.detail}.`,
        next: tooSmall === 'max_allowed_packet'
            ? 'Raise max_allowed_packet of the database service (on Pro, support does it), or set rehearsal: off: the dump can then only be loaded by a server that accepts such statements.'
            : 'Run again; if it fails again, check the table named above, or the version of MariaDB on this machine.'
    });
}
function unrehearsed({ relationship }, why, lacksProgram) {
    return new errors/* UpgradeError */.fy('backup-unproven', {
        message: `A rehearsal of the restore is required, but was not possible for ${relationship}: ${why}.`,
        next: lacksProgram
            ? 'Install it (apt-get install mariadb-server; for root also util-linux, which has setpriv), or set rehearsal: auto.'
            : 'Provide what is missing on this machine (disk, memory, time, or the release of MariaDB that the shop uses), or set rehearsal: auto.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/reuse/find-local.js
var find_local = __webpack_require__(3525);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/reuse/is-reusable.js
var is_reusable = __webpack_require__(2784);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/reuse/find-on-server.js




// Folders of other users could mislead us; base64 keeps a manifest on one line.
const listScript = `for folder in /tmp/magento-cloud-upgrade-*; do
  [ -O "$folder/${manifest_manifest/* manifestName */.vS}" ] || continue
  printf 'lies-in\\t%s\\nmanifest\\t%s\\n' "$folder" "$(base64 <"$folder/${manifest_manifest/* manifestName */.vS}" | tr -d '\\n')"
done
`;
const timeoutSeconds = 3600;
/** Backups on the server that were made for this environment, newest first; empty if the server does not answer. */
async function earlierOnServer(ssh, host, { project, environment }) {
    const answer = (0,remote_answer/* parseRemoteAnswer */.k$)((await ssh.script(host, listScript, { timeoutSeconds: 60 })).stdout);
    const folders = answer.all('lies-in');
    return answer
        .all('manifest')
        .flatMap((text, index) => {
        const manifest = readManifestText(text);
        const ours = manifest?.project === project && manifest.environment === environment && manifest.host === host;
        return ours ? [{ folder: folders[index] ?? '', manifest }] : [];
    })
        .sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt));
}
/**
 * The newest backup on the server for this environment that meets the requirements: its dumps were read again, and have
 * the checksums in the manifest. Null if there is none, or the server does not answer.
 */
async function findOnServer(ssh, host, made, wanted) {
    const found = await earlierOnServer(ssh, host, made);
    for (const backup of found.filter(({ folder, manifest }) => (0,is_reusable/* isReusable */.g)(manifest, wanted) && liesIn(manifest, folder)))
        if (await isAsMade(ssh, host, backup.manifest))
            return backup;
    return null;
}
function readManifestText(base64) {
    try {
        return (0,manifest_manifest/* parseManifest */.Ng)(Buffer.from(base64, 'base64').toString('utf8'), '');
    }
    catch {
        return null;
    }
}
/**
 * The first dump is next to the manifest. The paths go into a shell, so they must be of the kind that our script
 * creates.
 */
function liesIn({ dumps }, folder) {
    const paths = dumps.map(({ serverFile }) => serverFile ?? '');
    return (paths[0] ?? '').startsWith(`${folder}/`) && paths.every(backup_folder/* isServerDump */.AD);
}
async function isAsMade(ssh, host, { dumps }) {
    const paths = dumps.map(({ serverFile }) => `'${serverFile ?? ''}'`).join(' ');
    const { exitCode, stdout } = await ssh.script(host, `sha256sum -- ${paths}`, { timeoutSeconds });
    const sums = stdout.split('\n').map((line) => line.slice(0, 64));
    return exitCode === 0 && dumps.every(({ sha256 }, index) => sums[index] === sha256);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/reuse/reuse-backup.js








/**
 * The backup of an earlier run of the same upgrade, every file of it read again, or null if none is suitable. One that
 * is on the server as requested, but not on this machine (a new runner), is downloaded instead of being made again.
 */
async function reuseBackup(tools, input, place) {
    const { way, host, earlier, known } = place;
    if (input.reuse === null)
        return null;
    const wanted = {
        ...input.reuse,
        application: input.application,
        strategy: way.strategy,
        here: way.here,
        onServer: way.kind === 'ssh-dump' || way.kind === 'ece-dump',
        encrypted: input.recipients.length > 0,
        exclude: input.exclude,
        media: input.media,
        level: input.level,
        now: new Date()
    };
    const there = wanted.onServer ? await findOnServer(tools.ssh, host, input, { ...wanted, here: false }) : null;
    if (wanted.onServer && there === null)
        return null;
    const here = way.here ? await (0,find_local/* findReusable */.vY)(tools, earlier, wanted) : null;
    const found = here ?? there;
    if (found === null)
        return null;
    if (way.here && here === null)
        return bringBackup(tools, input, host, found);
    const path = tools.files.join(found.folder, manifest_manifest/* manifestName */.vS);
    tools.logger.info(`The backup ${path} of an earlier run was verified again and is reused.`);
    const backup = describeBackup(tools.files, found.manifest, { path, folder: here?.folder ?? null, reused: true });
    // The warnings of that run are repeated.
    const older = known.filter(({ manifest }) => manifest.finishedAt < found.manifest.finishedAt);
    return { ...backup, problems: [...backup.problems, ...(0,find_local/* compareSizes */.mR)(found.manifest.dumps, older)] };
}
/** Copies a proven backup from the server; its age is still that of its dumps. */
function bringBackup(tools, input, host, { folder: remote, manifest: found }) {
    tools.logger.info(`The backup ${remote} of an earlier run is suitable; it is downloaded from the server.`);
    return (0,backup_folder/* inBackupFolder */.i6)(tools, input.directory, async (folder) => {
        const to = folder ?? '';
        const dumps = [];
        for (const dump of found.dumps) {
            const { relationship, database, serverFile, sha256 } = dump;
            const request = { host, folder: to, relationship, database, recipients: input.recipients };
            dumps.push({ ...dump, ...(await downloadDump(tools, request, { serverFile: serverFile ?? '', sha256 })) });
        }
        const { strategy, startedAt, finishedAt } = found;
        const media = input.media ? await (0,backup_media/* copyMedia */.u)(tools, host, to) : null;
        const manifest = composeManifest(input, dumps, { host, strategy, startedAt, finishedAt, media });
        const path = await writeManifest(tools, manifest, folder);
        return describeBackup(tools.files, manifest, { path, folder, reused: true });
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/back-up-database.js












/**
 * Dumps every database of the environment and proves each dump. If an earlier run of the same upgrade left a suitable
 * backup, that one is verified again instead. Throws UpgradeError `backup-failed` if a dump could not be made, and
 * `backup-unproven` if it was made but is incomplete or cannot be restored. Nothing of it is left then, and older
 * backups are untouched.
 */
async function backUpDatabase(tools, input) {
    const startedAt = new Date().toISOString();
    const [host] = input.hosts;
    if (host === undefined)
        throw (0,list_objects/* dumpFailure */.L0)('the environment has no SSH login');
    const way = await chooseStrategy(tools.cloud, input);
    if (input.media && (!way.here || input.recipients.length > 0))
        throw noPlaceForMedia(way);
    if (input.rehearsal === 'require' && (!way.here || input.recipients.length > 0))
        throw unrehearsable(way);
    const earlier = way.here ? await (0,find_local/* earlierBackups */.q3)(tools.files, input.directory, input) : [];
    const leavesOne = way.kind === 'ssh-dump' || way.kind === 'ece-dump';
    const known = newestFirst([...earlier, ...(leavesOne ? await onServer(tools, input, host) : [])]);
    const reused = await reuseBackup(tools, input, { way, host, earlier, known });
    if (reused !== null)
        return reused;
    return (0,backup_folder/* inBackupFolder */.i6)(tools, way.here ? input.directory : null, async (folder) => {
        const dumps = await dumpDatabases(tools, input, { way, host, folder });
        const made = await finish(tools, input, { way, host, folder, dumps, startedAt }).catch(async (error) => {
            // Dumps on the server are not a backup without their manifest.
            await forgetOnServer(tools, host, dumps);
            throw error;
        });
        return { ...made, problems: [...made.problems, ...(0,find_local/* compareSizes */.mR)(dumps, known)] };
    });
}
/** Turns dumps into a backup: adds the media and the manifest. */
async function finish(tools, input, made) {
    const { way, host, folder, dumps, startedAt } = made;
    const media = input.media && folder !== null ? await (0,backup_media/* copyMedia */.u)(tools, host, folder) : null;
    const finishedAt = new Date().toISOString();
    const manifest = composeManifest(input, dumps, { host, strategy: way.strategy, startedAt, finishedAt, media });
    const path = await writeManifest(tools, manifest, folder);
    return describeBackup(tools.files, manifest, { path, folder, reused: false });
}
/** Backups of the same application on the server. */
async function onServer(tools, input, host) {
    const there = await earlierOnServer(tools.ssh, host, input);
    return there.filter(({ manifest }) => !(0,is_reusable/* areDifferent */.k)(manifest.application, input.application));
}
function newestFirst(backups) {
    return backups.toSorted((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt));
}
function noPlaceForMedia({ here }) {
    return new errors/* UpgradeError */.fy('bad-input', {
        message: `backup-media is download, but ${here ? 'backup-encrypt-to is set, and media are copied unencrypted' : 'the backup stays on the server'}.`,
        next: here ? 'Remove one of the two settings.' : 'Set backup-to: runner or both.'
    });
}
function unrehearsable({ here }) {
    return new errors/* UpgradeError */.fy('bad-input', {
        message: `rehearsal: require needs an unencrypted dump on this machine, but ${here ? 'backup-encrypt-to is set' : 'the dump stays on the server'}.`,
        next: here
            ? 'Leave backup-encrypt-to empty, or set rehearsal: auto.'
            : 'Set backup-to: runner or both, or set rehearsal: auto.'
    });
}


/***/ }),

/***/ 8296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ isServerDump),
/* harmony export */   CQ: () => (/* binding */ refuseWorkTree),
/* harmony export */   i6: () => (/* binding */ inBackupFolder),
/* harmony export */   mJ: () => (/* binding */ isServerFolder)
/* harmony export */ });
/* harmony import */ var _dump_list_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5083);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(419);


/**
 * Runs `make` with a new private folder for a backup in `directory` (empty for one in the temporary directory), or with
 * null if nothing is stored on this machine. If `make` fails, the folder is removed.
 */
async function inBackupFolder({ files, ledger }, directory, make) {
    const folder = directory === null ? null : await openFolder(files, directory);
    if (folder === null)
        return make(null);
    const made = ledger.intend('backup', `a backup was put into ${folder}`);
    try {
        const value = await make(folder);
        made.done();
        return value;
    }
    catch (error) {
        await files.remove(folder);
        made.undone();
        throw error;
    }
}
async function openFolder(files, directory) {
    if (directory === '')
        return files.lastingFolder('backup');
    const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const folder = files.join(files.resolve(directory), `backup-${stamp}-${crypto.randomUUID().slice(0, 8)}`);
    await files.makePrivateFolder(folder).catch((error) => {
        throw (0,_dump_list_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .dumpFailure */ .L0)(`its folder cannot be created: ${error instanceof Error ? error.message : String(error)}`);
    });
    return folder;
}
/** Throws UpgradeError `bad-input` for a backup directory in the checkout, where a dump could end up in a commit. */
async function refuseWorkTree(files, input) {
    if (input.backupDirectory === '')
        return;
    const tree = await topLevel(files, await files.realPath(input.workingDirectory));
    const directory = await files.realPath(input.backupDirectory);
    if (tree === null || (directory !== tree && !directory.startsWith(files.join(tree, '/'))))
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UpgradeError */ .fy('bad-input', {
        message: `backup-directory is ${directory}, which is inside the git work tree ${tree}: a database dump could end up in a commit.`,
        next: 'Name a folder outside the checkout, or leave backup-directory empty.'
    });
}
async function topLevel(files, folder) {
    if (await files.exists(files.join(folder, '.git')))
        return folder;
    const parent = files.join(folder, '..');
    return parent === folder ? null : topLevel(files, parent);
}
/** Whether a path is that of a folder that our script makes on the server. It goes into a shell there. */
function isServerFolder(path) {
    return /^\/tmp\/magento-cloud-upgrade-[A-Za-z0-9]+$/.test(path);
}
/** Whether a path is that of a dump in such a folder. */
function isServerDump(path) {
    const [, folder = '', name = ''] = /^(.*)\/(.*)$/.exec(path) ?? [];
    return isServerFolder(folder) && /^\w+-[0-9TZ]+\.sql\.gz$/.test(name);
}


/***/ }),

/***/ 2229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ collationOf),
/* harmony export */   v: () => (/* binding */ databaseFacts)
/* harmony export */ });
/* harmony import */ var _tools_ssh_remote_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7452);

/** Reads the facts from an answer. */
function databaseFacts(answer) {
    return {
        database: answer.one('database'),
        programs: (0,_tools_ssh_remote_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .namesOf */ .eZ)(answer, 'program'),
        nonTransactional: (0,_tools_ssh_remote_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .namesOf */ .eZ)(answer, 'inconsistent'),
        versioned: (0,_tools_ssh_remote_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .namesOf */ .eZ)(answer, 'versioned'),
        others: answer.all('other'),
        collation: answer.one('collation')
    };
}
/** The collation as stored in a manifest. */
function collationOf({ collation }) {
    return collation === null ? {} : { collation };
}


/***/ }),

/***/ 7522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   jA: () => (/* binding */ dumpCauses),
/* harmony export */   tR: () => (/* binding */ DumpError),
/* harmony export */   yO: () => (/* binding */ causeOfOutput)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);

/** What prevents a dump or makes it untrustworthy; the first that applies decides the next step. */
const dumpCauses = [
    'login-prints',
    'refused-statement',
    'unfinished-restore',
    'option-file',
    'broken-view',
    'schema-change',
    'rights'
];
/** The error of a dump, with its causes if they are known. */
class DumpError extends _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy {
    causes;
    constructor(code, facts, causes) {
        super(code, facts);
        this.causes = causes;
    }
}
/** Recognises errors of mysqldump, mariadb-dump or ece-tools; null for an unknown cause. */
function causeOfOutput(text) {
    if (/\b1356\b|definer|references invalid/i.test(text))
        return 'broken-view';
    if (/\b1412\b|schema change/i.test(text))
        return 'schema-change';
    return /denied|\b(?:1044|1045|1142|1227)\b/i.test(text) ? 'rights' : null;
}


/***/ }),

/***/ 5083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   L: () => (/* binding */ listObjects),
/* harmony export */   L0: () => (/* binding */ dumpFailure),
/* harmony export */   rl: () => (/* binding */ causeOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _tools_ssh_remote_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7452);
/* harmony import */ var _tools_ssh_failure_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(233);
/* harmony import */ var _tools_mariadb_server_settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5106);
/* harmony import */ var _database_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2229);
/* harmony import */ var _dump_cause_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7522);
/* harmony import */ var _remote_scripts_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5922);







/**
 * The tables and views of a database, and more, except for excluded ones. Throws UpgradeError `backup-failed`, and
 * `preflight-failed` or `bad-secret` if the host key or the login is refused.
 */
async function listObjects(ssh, host, choice) {
    const result = await ssh.script(host, (0,_remote_scripts_js__WEBPACK_IMPORTED_MODULE_6__/* .listObjectsScript */ .WO)(choice), { timeoutSeconds: 120 });
    const answer = (0,_tools_ssh_remote_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .parseRemoteAnswer */ .k$)(result.stdout);
    if (result.exitCode !== 0 || answer.one('done') !== 'yes')
        throw scriptFailure(host, result, answer);
    const source = answer.one('source') === 'replica' ? 'replica' : 'primary';
    const size = Number(answer.one('data-bytes') ?? Number.NaN);
    const dataBytes = Number.isFinite(size) ? size : null;
    const settings = (0,_tools_mariadb_server_settings_js__WEBPACK_IMPORTED_MODULE_3__/* .readServerSettings */ .jA)(answer.all('setting'));
    return {
        ...(0,_database_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .databaseFacts */ .v)(answer),
        names: without((0,_tools_ssh_remote_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .namesOf */ .eZ)(answer, 'objects'), choice.exclude),
        source,
        dataBytes,
        marker: answer.one('marker'),
        settings
    };
}
/** Names without the excluded ones. */
function without(names, exclude) {
    return names.filter((name) => !exclude.includes(name));
}
/** The error if a script that a dump depends on failed: its own message, or why SSH gave no answer. */
function scriptFailure(host, { exitCode, failure, failureKind }, answer) {
    const why = answer.one('failure') ?? failure ?? `the script ended with exit code ${exitCode ?? '?'}`;
    const error = dumpFailure(why, causeOf(answer));
    if (answer.one('unreadable') === 'relationships')
        return noRelationship(error);
    const code = failureKind === null ? null : (0,_tools_ssh_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .sshFailureCode */ .Mj)(failureKind);
    if (code === null || failureKind === null)
        return error;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy(code, { message: error.message, next: (0,_tools_ssh_failure_js__WEBPACK_IMPORTED_MODULE_2__/* .sshFailureFix */ .kL)(failureKind, host) });
}
/** Nothing was started: the platform names no database to dump. */
function noRelationship({ message }) {
    const next = 'Check relationships in .magento.app.yaml and .magento/services.yaml, and that the environment is deployed.';
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('preflight-failed', { message, next });
}
/** Why a script could not dump: what it found missing, or the database client's error; null if unknown. */
function causeOf(answer) {
    if (answer.one('lacking') !== null)
        return 'rights';
    return (0,_dump_cause_js__WEBPACK_IMPORTED_MODULE_5__/* .causeOfOutput */ .yO)(answer.one('said') ?? '') === 'schema-change' ? 'schema-change' : null;
}
/** The error if no dump was made at all. */
function dumpFailure(why, cause = null) {
    const facts = {
        message: `The database could not be dumped: ${why}.`,
        next: cause === 'rights'
            ? 'Grant the privileges named above to the database user, or ask support for them.'
            : 'Fix the problem above, then run again.'
    };
    return new _dump_cause_js__WEBPACK_IMPORTED_MODULE_5__/* .DumpError */ .tR('backup-failed', facts, cause === null ? [] : [cause]);
}


/***/ }),

/***/ 3866:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ tellMarker)
/* harmony export */ });
/* harmony import */ var _tools_dump_restore_marker_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1834);

/** bash behind `objects objects`: tells state and id of a restore that has not ended, as `marker<TAB>state id`. */
const tellMarker = `if grep -qx '${_tools_dump_restore_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerTable */ .Vc}' "$work/objects.txt"; then
  ask marker "SELECT CONCAT(state, ' ', id) FROM ${_tools_dump_restore_marker_js__WEBPACK_IMPORTED_MODULE_0__/* .markerTable */ .Vc} LIMIT 1"
  tell marker "$(cat "$work/marker.txt")"
fi
`;


/***/ }),

/***/ 5922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X3: () => (/* binding */ eceDumpScript),
  WO: () => (/* binding */ listObjectsScript),
  Qg: () => (/* binding */ remoteDumpScript),
  _Q: () => (/* binding */ streamDumpScript)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/mariadb/server-settings.js
var server_settings = __webpack_require__(5106);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump-heads-script.js
/**
 * bash for the server: `heads` reads SQL and prints the lines that the scan of a dump needs, as `head<TAB>line`. A name
 * that spans several lines is joined into one (`joined-head`), with backslashes doubled and line ends as `\\n`.
 */
const heads = String.raw `heading='^(CREATE |DELIMITER |USE |-- (Server version|MariaDB dump|MySQL dump|WHERE:)|/[*]M?![0-9]+ (CREATE|TABLE|VIEW|SET .*system_versioning_insert_history=1))'
join=':name
/^(\/[*]![0-9]+ )?(CREATE )?(TABLE|VIEW|SEQUENCE) @([^@]|@@)*$/{
N
s/\n/\x01/
b name
}
s/\\/&&/g
s/\x01/\\n/g'
heads() {
  if grep -qF '\n' "$work/objects.txt"
  then sed -nE -e '\,'"$heading"',{' -e "$join" -e p -e '}' | cut -c1-400 | sed 's/^/joined-head\t/'
  else grep -aE "$heading" | cut -c1-300 | sed 's/^/head\t/'; fi
}
`.replaceAll('@', '`');

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/find-dump-script.js
// No dump program has an option for how long to wait for a lock. One that waits for a schema change makes every later
// query on that table wait as well, so it is stopped: users may kill their own connections.
/** bash for the server: finds the dump program and its capabilities; `run_dump` then writes the SQL to stdout. */
const findDump = `dump=$(command -v mariadb-dump || command -v mysqldump) || fail "there is no mariadb-dump or mysqldump on the PATH of the login"
ignore=()
for name in $exclude; do ignore+=("--ignore-table=$database.$name"); done
# The history of versioned tables can be loaded by servers that have the variable, and is not dumped where it counts
# transactions instead of times.
history=()
versioned >/dev/null
if [ -s "$work/versioned.txt" ] && "$dump" --help 2>/dev/null | grep -q -e --dump-history; then
  ask history "SELECT COUNT(*) FROM information_schema.GLOBAL_VARIABLES WHERE VARIABLE_NAME = 'SYSTEM_VERSIONING_INSERT_HISTORY' AND NOT EXISTS
    (SELECT 1 FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND GENERATION_EXPRESSION = 'ROW START' AND DATA_TYPE = 'bigint')"
  [ "$(cat "$work/history.txt")" != 1 ] || history=(--dump-history)
fi
# Nobody but their definer and administrators may read these routines: the dump goes on without them, and without them alone.
ask unreadable "SELECT ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_DEFINITION IS NULL"
force=()
[ ! -s "$work/unreadable.txt" ] || force=(--force)
lacks_unreadable_alone() {
  [ -n "\${force[*]-}" ] && [ "$1" = 2 ] && ! grep -qvE 'insuffici?ent privileges to SHOW CREATE (PROCEDURE|FUNCTION) ' "$work/dump.txt"
}
watch_locks() {
  local limit=\${lock_seconds:-60} id
  while sleep "$((limit > 20 ? 5 : 1))"; do
    for id in $(run_sql locks "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND TIME >= $limit AND STATE LIKE 'Waiting for %lock'
      AND (INFO LIKE 'SHOW %' OR INFO LIKE 'SELECT /*!40001 SQL_NO_CACHE%')" && cat "$work/locks.txt"); do
      echo "the dump waited $limit s for a lock on a table, which a schema change holds" >"$work/locked.txt"
      run_sql killed "KILL $id"
    done
  done >/dev/null 2>&1 5>&-
}
run_dump() {
  local status
  nice -n 10 "$dump" --defaults-file=<(printf '%s\\n' "$config") --single-transaction --quick --skip-add-locks --no-tablespaces --routines --events \\
    --triggers --hex-blob --max-allowed-packet=1G --default-character-set=utf8mb4 \${ignore[@]+"\${ignore[@]}"} \\
    \${history[@]+"\${history[@]}"} \${force[@]+"\${force[@]}"} "$database" 2>"$work/dump.txt"
  status=$?
  ! lacks_unreadable_alone "$status" || return 0
  return "$status"
}
message() { tell message "$(cat "$work/locked.txt" "$work/dump.txt" "$work/gzip.txt" 2>/dev/null | tr '\\n' ' ' | head -c 400)"; }
`;

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/marker-script.js
var marker_script = __webpack_require__(3866);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/dump/remote-shell.js
var remote_shell = __webpack_require__(3871);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump/remote-scripts.js





/** Lists the tables and views of a database, one `objects<TAB>name` line each, and its programs. */
function listObjectsScript(choice) {
    return (0,remote_shell/* forDatabase */.V)(choice, `${remote_shell/* prelude */.e}tell database "$database"
privileges
engines
versioned
size
collation
objects objects
${marker_script/* tellMarker */.I}programs
ask settings "SHOW VARIABLES WHERE Variable_name IN (${server_settings/* serverSettings */.Dm.map((name) => `'${name}'`).join(', ')})"
sed "s/^/setting\\t/" "$work/settings.txt"
tell 'done' yes
`);
}
const findZip = `zip=$(command -v pigz || command -v gzip) || fail "there is no gzip on the PATH of the login"
export PIGZ=-p4
`;
/**
 * Dumps a database to stdout, compressed, without touching the server's disk. After the one gzip member come
 * `key<TAB>value` lines with the statuses. Level 3 costs the shop half the processor time of gzip's default.
 */
function streamDumpScript(choice) {
    return (0,remote_shell/* forDatabase */.V)(choice, `streaming=yes
${remote_shell/* prelude */.e}${findDump}${findZip}make() {
  set +m
  watch_locks & local watch=$!
  run_dump | nice -n 10 "$zip" -3 >&5 2>"$work/gzip.txt"
  printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${PIPESTATUS[@]}" >"$work/stages.txt"
  kill "$watch" 2>/dev/null
}
make & job=$!
wait "$job"; job=
{
  printf '\\n'
  cat "$work/stages.txt"
  message
  tell 'done' yes
} >&5
`);
}
/**
 * Dumps the database into a private folder in /tmp, reads the compressed file back completely, and prints
 * `key<TAB>value` lines: folder and name, statuses, lengths, checksums, and line heads for the scan.
 */
function remoteDumpScript(choice) {
    return (0,remote_shell/* forDatabase */.V)(choice, remoteDump(makeByDump));
}
/** The same with `ece-tools db-dump`, which writes into var/ first. */
function eceDumpScript(choice) {
    return (0,remote_shell/* forDatabase */.V)(choice, remoteDump(makeByEceTools));
}
const makeByDump = `make() {
  watch_locks & local watch=$!
  run_dump | nice -n 10 "$zip" -6 >"$file" 2>"$work/gzip.txt"
  printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${PIPESTATUS[@]}" >"$work/stages.txt"
  kill "$watch" 2>/dev/null
}
`;
// ece-tools puts the site into maintenance mode meanwhile, and exits with 0 even if it made no dump: only the line that
// names the file counts. Its other output may contain the command line of its mysqldump, including the password.
const makeByEceTools = `site() {
  case $(php bin/magento maintenance:status --no-ansi 2>/dev/null) in
    *'mode is not active'*) echo open ;; *'mode is active'*) echo closed ;; *) echo unknown ;;
  esac
}
cron() { php -r '$all = @include "app/etc/env.php"; echo is_array($all) ? (($all["cron"]["enabled"] ?? 1) ? "open" : "closed") : "unknown";' 2>/dev/null || echo unknown; }
# Outcome for a service that is stopped during a dump, from its states before and after.
came_of() { case $1-$2 in open-open | closed-closed) echo as-before ;; open-closed) echo left ;; closed-open) echo opened ;; *) echo unknown ;; esac; }
make() {
  local which=\${relationship#database} site cron made status rest=no
  which=\${which#-}
  site=$(site)
  cron=$(cron)
  : >"$work/begun.txt"
  php ./vendor/bin/ece-tools db-dump --no-interaction "\${which:-main}" >"$work/ece.txt" 2>&1
  status=$?
  made=$(sed -n 's/.*Finished DB dump for .* database, it can be found here: *//p' "$work/ece.txt" | tail -n 1 | tr -d '\\r')
  echo "ece-tools db-dump made no dump, regardless of its exit code" >"$work/dump.txt"
  : >"$work/gzip.txt"
  if [ -n "$made" ] && [ -f "$made" ]; then mv -- "$made" "$file"; else : >"$file"; fi
  [ -z "$(find var -maxdepth 1 -name 'dump-*' -newer "$work/begun.txt" 2>/dev/null | head -n 1)" ] || rest=yes
  site=$(came_of "$site" "$(site)")
  cron=$(came_of "$cron" "$(cron)")
  if [ "$cron" = left ]; then
    status=98
    echo "ece-tools db-dump left cron disabled: run php vendor/bin/ece-tools cron:enable there" >"$work/dump.txt"
  fi
  if [ "$site" = left ]; then
    status=98
    echo "ece-tools db-dump left the site in maintenance mode: run php bin/magento maintenance:disable there at once" >"$work/dump.txt"
  fi
  printf 'dump-status\\t%s\\ngzip-status\\t0\\nmaintenance\\t%s\\ncron\\t%s\\nrest\\t%s\\n' "$status" "$site" "$cron" "$rest" >"$work/stages.txt"
}
`;
const remoteDump = (make) => `${remote_shell/* prelude */.e}${findDump}${findZip}tell database "$database"
engines
collation
objects before
programs
versioned
query size "COALESCE(SUM(DATA_LENGTH), 0)"
size=$(cat "$work/size.txt")
free=$(df -Pk /tmp | awk 'NR == 2 { print $4 }')
[ $((size / 2048)) -lt "$free" ] || fail "/tmp has $free KB free, too little for a database of $((size / 1024)) KB"
name="$(printf %s "$database" | tr -c 'A-Za-z0-9' '_')-$(date -u +%Y%m%dT%H%M%SZ).sql.gz"
file="$work/$name.partial"
${heads}${make}prove() {
  mkfifo "$work/count" "$work/last" "$work/sum" "$work/filled"
  wc -c <"$work/count" >"$work/count.txt" & local count=$!
  tail -c 300 <"$work/last" >"$work/last.txt" & local last=$!
  sha256sum <"$work/sum" | cut -d' ' -f1 >"$work/sql-sum.txt" & local sum=$!
  grep -aoE '^(INSERT|REPLACE) +(IGNORE +)?INTO \`[^\`]*\`' <"$work/filled" | sort -u | sed 's/^[^\`]*/filled\\t/' >"$work/filled.txt" & local filled=$!
  gzip -dc "$file" 2>/dev/null | tee "$work/count" "$work/last" "$work/sum" "$work/filled" | heads >"$work/heads.txt"
  tell gunzip-status "\${PIPESTATUS[0]}" >>"$work/stages.txt"
  wait "$count" "$last" "$sum" "$filled"
  rm "$work/count" "$work/last" "$work/sum" "$work/filled"
  gzip -dc "$file" 2>/dev/null | head -c 300 | head -n 1 >"$work/first.txt"
  sha256sum "$file" | cut -d' ' -f1 >"$work/sha256.txt"
  sync
}
# Without a terminal nothing tells a script that its connection is gone, but writing to it does.
beat() { set +m; trap '' PIPE; while sleep 2 >/dev/null; do tell beat . || break; done 2>/dev/null; kill "$$"; }
# One process group for all of it, so that one signal ends it.
make_and_prove() { set +m; make; prove; }
make_and_prove & job=$!
beat & beating=$!
wait "$job"; job=
end "$beating"; beating=
cat "$work/stages.txt"
message
tell first-line "$(cat "$work/first.txt")"
cat "$work/filled.txt"
tell last-line "$(tail -n 1 "$work/last.txt")"
tell plain-bytes "$(cat "$work/count.txt")"
tell length-field "$(tail -c 4 "$file" | od -An -tu4 | tr -d ' ')"
cat "$work/heads.txt"
objects after
tell bytes "$(wc -c <"$file")"
tell sha256 "$(cat "$work/sha256.txt")"
tell sql-sha256 "$(cat "$work/sql-sum.txt")"
tell name "$name"
tell 'done' yes && finished=yes
`;


/***/ }),

/***/ 3871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ forDatabase),
/* harmony export */   e: () => (/* binding */ prelude)
/* harmony export */ });
// bash that runs on the server. All of it is constant: the script decides by the environment that the platform sets.
// The password goes from MAGENTO_CLOUD_RELATIONSHIPS into a shell variable and into no argv.
// PHP writes the files itself, because notices on its stdout must not end up in them.
const readRelationships = `
function stop($why) { global $argv; file_put_contents("$argv[1]/why.txt", $why); exit(1); }
$text = getenv("MAGENTO_CLOUD_RELATIONSHIPS") ?: getenv("PLATFORM_RELATIONSHIPS");
$all = json_decode((string) base64_decode((string) $text), true);
if (!is_array($all)) stop("MAGENTO_CLOUD_RELATIONSHIPS is missing or cannot be read");
if (!isset($all[$argv[2]][0]["path"])) stop("there is no relationship named $argv[2], only: " . implode(", ", array_keys($all)));
$one = $all[$argv[2]][0];
if (($one["host"] ?? "") . ($one["socket"] ?? "") === "") stop("the relationship $argv[2] has neither host nor socket");
$others = "";
$known = [$one["path"] . "@" . ($one["host"] ?? "")];
foreach ($all as $name => $endpoints) {
  $other = is_array($endpoints) ? ($endpoints[0] ?? null) : null;
  $master = is_array($other) && ($other["scheme"] ?? "") === "mysql" && ($other["query"]["is_master"] ?? true) && !preg_match("/slave|replica/", $name);
  $where = $master ? ($other["path"] ?? "") . "@" . ($other["host"] ?? "") : "";
  if ($master && !in_array($where, $known, true)) { $known[] = $where; $others .= "other\\t$name\\n"; }
}
$quote = function ($value) { return "\\"" . addcslashes((string) $value, "\\\\\\"") . "\\"\\n"; };
$client = function ($end) use ($quote) {
  $host = (string) ($end["host"] ?? "");
  $socket = $end["socket"] ?? ($host !== "" && $host[0] === "/" ? $host : null);
  $place = $socket ? "socket=" . $quote($socket) : "host=" . $quote(trim($host, "[]")) . "port=" . (int) ($end["port"] ?? 3306) . "\\n";
  return "[client]\\n" . $place . "user=" . $quote($end["username"] ?? "") . "password=" . $quote($end["password"] ?? "");
};
$where = function ($end) { return ($end["host"] ?? "") . ":" . ($end["port"] ?? 3306); };
foreach (array_merge($all["$argv[2]-slave"] ?? [], $all["$argv[2]-replica"] ?? [], $all[$argv[2]]) as $end) {
  if (($end["path"] ?? "") !== $one["path"] || ($end["query"]["is_master"] ?? true) || $where($end) === $where($one)) continue;
  file_put_contents("$argv[1]/replica.cnf", $client($end));
  break;
}
file_put_contents("$argv[1]/others.txt", $others);
file_put_contents("$argv[1]/name.txt", $one["path"]);
file_put_contents("$argv[1]/client.cnf", $client($one));
`;
// A dump from the replica does not burden the shop, but is only valid if the replica has what the primary had a moment
// ago. A cluster node reports that itself; another replica is waited for until it reaches the primary's position.
const chooseSource = `
replica=$(cat "$work/replica.cnf" 2>/dev/null) && rm "$work/replica.cnf"
told_by() { ( config=$1; run_sql source "$2" ) && cat "$work/source.txt"; }
caught_up() {
  local position state
  state=$(told_by "$replica" "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_status', 'wsrep_local_state_comment', 'wsrep_local_recv_queue')" | sort | cut -f2 | tr '\\n' ' ')
  [ "$state" != "Primary 0 Synced " ] || return 0
  position=$(told_by "$config" "SELECT @@GLOBAL.gtid_binlog_pos")
  case $position in '' | *[!0-9,-]*) return 1 ;; esac
  [ "$(told_by "$replica" "SELECT MASTER_GTID_WAIT('$position', \${replica_seconds:-20})")" = 0 ]
}
if [ "$source" = auto ] && [ -n "$replica" ] && caught_up; then source=replica; fi
if [ "$source" = replica ] && [ -n "$replica" ]; then config=$replica; else source=primary; fi
tell source "$source"
`;
/** Opens the database of `$relationship` at `$source`; shared by all scripts. */
const prelude = `[ -n "\${BASH_VERSION-}" ] || { printf 'failure\\tthere is no bash on the PATH of the login\\n'; exit 20; }
set -um
exec 5>&1
[ -z "\${streaming-}" ] || exec 1>/dev/null
umask 077
# The clients read the one file that they are given: what others hold (where, no-data, skip-comments …) changes dumps.
export LC_ALL=C MYSQL_TEST_LOGIN_FILE=/dev/null
tell() { printf '%s\\t%s\\n' "$1" "$2"; }
fail() { tell failure "$*" >&5; exit 20; }
work=$(mktemp -d /tmp/magento-cloud-upgrade-XXXXXXXXXX) || fail "no private folder can be created in /tmp"
job= beating= finished=
# No wait here: bash can wait for ever for a child that it reaped while it ran a trap.
end() { [ -z "$1" ] || kill -KILL -- "-$1" 2>/dev/null; }
# A second signal would cut the clean-up short.
leave() { trap '' HUP INT PIPE TERM; end "$beating"; end "$job"; if [ -n "$finished" ]; then rm -f "$work"/*.txt; else rm -rf "$work"; fi; }
trap leave EXIT
trap 'exit 129' HUP
trap 'exit 141' PIPE
trap 'exit 143' TERM INT
tell folder "$work"
command -v php >/dev/null || fail "there is no php on the PATH of the login"
php -r '${readRelationships}' "$work" "$relationship" >/dev/null 2>&1 || {
  tell unreadable relationships >&5
  fail "$(cat "$work/why.txt" 2>/dev/null || echo "php could not read the relationships")"
}
config=$(cat "$work/client.cnf") && rm "$work/client.cnf"
database=$(cat "$work/name.txt")
cat "$work/others.txt"
client=$(command -v mariadb || command -v mysql) || fail "there is no mariadb or mysql client on the server"
run_sql() {
  "$client" --defaults-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --batch --raw --skip-column-names "$database" \\
    -e "$2" >"$work/$1.txt" 2>"$work/query.txt"
}
ask() {
  run_sql "$1" "$2" && return
  tell said "$(head -c 300 "$work/query.txt" | tr '\\n' ' ')" >&5
  fail "the database cannot be queried: $(head -c 300 "$work/query.txt")"
}
# SQL for a name on one line: a name may hold line ends.
name_of() { printf "REPLACE(REPLACE(%s, CHAR(92), REPEAT(CHAR(92), 2)), CHAR(10), CONCAT(CHAR(92), 'n'))" "$1"; }
${chooseSource}query() { ask "$1" "SELECT $2 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()\${3-}"; }
programs() {
  ask programs "SELECT CONCAT('trigger ', $(name_of TRIGGER_NAME)) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
    UNION SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', $(name_of ROUTINE_NAME)) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
    UNION SELECT CONCAT('event ', $(name_of EVENT_NAME)) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()"
  sed "s/^/program\\t/" "$work/programs.txt"
}
# Without these a dump lacks things in silence, and so does what information_schema shows. A role may bring them unseen.
privileges() {
  ask privileges "SELECT PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES WHERE GRANTEE = CONCAT(CHAR(39), REPLACE(CURRENT_USER(), '@', CONCAT(CHAR(39), '@', CHAR(39))), CHAR(39))
    UNION SELECT PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES WHERE DATABASE() LIKE TABLE_SCHEMA
      AND GRANTEE = CONCAT(CHAR(39), REPLACE(CURRENT_USER(), '@', CONCAT(CHAR(39), '@', CHAR(39))), CHAR(39))"
  local name lacking=
  for name in SELECT 'SHOW VIEW' TRIGGER EVENT; do grep -qx "$name" "$work/privileges.txt" || lacking="$lacking, $name"; done
  [ -n "$lacking" ] || return 0
  ask role 'SELECT CURRENT_ROLE()'
  [ "$(cat "$work/role.txt")" != NULL ] || { tell lacking "\${lacking#, }" >&5; fail "the database user lacks \${lacking#, }"; }
}
size() { query size 'COALESCE(SUM(DATA_LENGTH), 0)'; tell data-bytes "$(cat "$work/size.txt")"; }
objects() { query objects "$(name_of TABLE_NAME)"; sed "s/^/$1\\t/" "$work/objects.txt"; }
collation() { ask collation 'SELECT @@collation_database'; tell collation "$(cat "$work/collation.txt")"; }
# MEMORY is left out: those tables of Magento are scratch space of the indexers.
engines() {
  query engines "$(name_of TABLE_NAME)" " AND TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND ENGINE NOT IN ('InnoDB', 'MEMORY')"
  sed "s/^/inconsistent\\t/" "$work/engines.txt"
}
versioned() { query versioned "$(name_of TABLE_NAME)" " AND TABLE_TYPE = 'SYSTEM VERSIONED'"; sed "s/^/versioned\\t/" "$work/versioned.txt"; }
`;
const relationshipName = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const tableName = /^[A-Za-z0-9_$]+$/;
/**
 * Sets the variables of a script to the user's choices and the platform's names. Throws TypeError for an invalid name.
 */
function forDatabase({ relationship, source, exclude }, script) {
    if (!relationshipName.test(relationship))
        throw new TypeError(`${relationship} is no name of a relationship`);
    const bad = exclude.find((name) => !tableName.test(name));
    if (bad !== undefined)
        throw new TypeError(`${bad} is no name of a table`);
    return `relationship='${relationship}'\nsource=${source}\nexclude='${exclude.join(' ')}'\n${script}`;
}


/***/ }),

/***/ 6279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IE: () => (/* binding */ intendMaintenance),
/* harmony export */   cL: () => (/* binding */ intendEceDump),
/* harmony export */   tg: () => (/* binding */ intendDump)
/* harmony export */ });
/** Records that a program is about to close the site of a node while it runs. Returns a setter for the outcome. */
function intendMaintenance(ledger, host) {
    return intendStop(ledger, 'maintenance', {
        left: `the site on ${host} was left in maintenance mode`,
        opened: `the site on ${host} was taken out of maintenance mode`
    });
}
/**
 * Records that `ece-tools db-dump` stops the site and cron while it runs, and then starts them even if they were stopped
 * before. Returns a setter for both outcomes: from the answer of the script, or from the reason why there is none.
 */
function intendEceDump(ledger, host) {
    const site = intendMaintenance(ledger, host);
    const cron = intendStop(ledger, 'cron', {
        left: `cron on ${host} was left disabled`,
        opened: `cron on ${host} was enabled`
    });
    return (answer, failure) => {
        // A script that gives up does so before it stops anything, or reports that first.
        const untold = answer.one('failure') !== null && failure === null ? 'as-before' : null;
        site(cameOf(answer.one('maintenance') ?? untold));
        cron(cameOf(answer.one('cron') ?? untold));
    };
}
function cameOf(told) {
    return told === 'left' || told === 'opened' || told === 'as-before' ? told : null;
}
function intendStop(ledger, kind, { left, opened }) {
    const stopped = ledger.intend(kind, left);
    return (told) => {
        if (told === null)
            stopped.unknown();
        else if (told === 'left')
            stopped.done();
        else
            stopped.undone();
        if (told === 'opened')
            ledger.intend(kind, opened).done();
    };
}
/** Records a dump that is about to be stored on the server. */
function intendDump(ledger, host, relationship) {
    return ledger.intend('server-file', `a dump of ${relationship} was left on ${host}`);
}


/***/ }),

/***/ 6791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ checkBackup)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-scan.js
var dump_scan = __webpack_require__(3037);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/compare-dump.js

/** All differences between a dump and its manifest, each as half a sentence; empty if there are none. */
function compareDump(dump, read) {
    const { scan, rows } = read;
    // Nothing after a refused statement was read.
    const whole = read.refused === null;
    const objects = (0,dump_scan/* compareObjects */.Gq)([...dump.tables, ...dump.views], scan.objects, [...dump.tables, ...dump.views]);
    const wrongRows = Object.entries(dump.rows ?? {}).filter(([table, count]) => (rows.get(table) ?? 0) !== count);
    return [
        read.gzipFailure,
        read.refused === null ? null : `${read.refused}, which no dump program writes`,
        read.bytes === dump.bytes ? null : `it has ${read.bytes} bytes instead of ${dump.bytes}`,
        read.sha256 === dump.sha256 ? null : 'its sha256 is different',
        read.sqlBytes === dump.sqlBytes && read.sqlSha256 === dump.sqlSha256 ? null : 'its SQL is different',
        (0,dump_scan/* isHeader */.gN)(read.firstLine) || read.gzipFailure !== null ? null : 'its first line is not one that mysqldump writes',
        (0,dump_scan/* isTrailer */.QH)(scan.lastLine) || !whole ? null : 'its last line is not `-- Dump completed`',
        read.closed || !whole ? null : 'its last statement is incomplete',
        whole ? (objects?.words ?? null) : null,
        wrongRows.length === 0 || !whole
            ? null
            : `it has a different number of rows in ${wrongRows.map(([table]) => table).join(', ')}`
    ].filter((failure) => failure !== null);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/media.js + 1 modules
var backup_media = __webpack_require__(807);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/find-damage.js
var find_damage = __webpack_require__(1916);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/manifest/read-manifest.js
var read_manifest = __webpack_require__(6089);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/manifest/check-backup.js





/**
 * Reads every dump of a backup on this machine again, offline: checksums, the gzip member, the SQL. With `identity`
 * (the text of an age identity file), encrypted dumps are read as well. Throws UpgradeError `bad-input` if there is no
 * backup, and `backup-unproven` if a dump does not match its manifest, with all differences.
 */
async function checkBackup(tools, path, identity) {
    const backup = await (0,read_manifest/* readManifest */.W)(tools.files, path);
    const dumps = [];
    for (const dump of backup.manifest.dumps) {
        if (dump.file === null)
            continue;
        const file = tools.files.join(backup.folder, dump.file);
        // Reading a device or a pipe might never end, and a link may point anywhere.
        const damage = await (0,find_damage/* dumpDamage */.ql)(tools.files, backup.folder, dump);
        const found = damage === null ? await checkDump(tools.dumpFiles, { file, dump, identity }) : unreadable(damage);
        dumps.push({ relationship: dump.relationship, path: file, ...found });
    }
    const { media } = backup.manifest;
    if (media !== null)
        await (0,backup_media/* checkMedia */.P)(tools, backup.folder, media);
    const bad = dumps.filter(({ failures }) => failures.length > 0);
    if (bad.length > 0)
        throw notWhat(bad);
    if (dumps.length === 0)
        throw elsewhere(backup);
    return { ...backup, dumps };
}
function unreadable(damage) {
    return { depth: 'file', failures: [damage], longest: null };
}
async function checkDump(dumpFiles, { file, dump, identity }) {
    const sum = await dumpFiles.sum(file);
    const failures = sum.sha256 === dump.fileSha256 && sum.bytes === dump.fileBytes
        ? []
        : [sum.failure ?? `the file is a different one: ${sum.bytes} bytes with sha256 ${sum.sha256}`];
    if (dump.encryption === 'age' && identity === null)
        return { depth: 'file', failures, longest: null };
    const read = await dumpFiles.inspect(file, dump.encryption === 'age' ? identity : null);
    return { depth: 'whole', failures: [...failures, ...compareDump(dump, read)], longest: read.longest };
}
function notWhat(bad) {
    return new errors/* UpgradeError */.fy('backup-unproven', {
        message: bad.map(({ path, failures }) => `${path} cannot be trusted: ${failures.join('; ')}.`).join(' '),
        next: 'Use another backup; magento-cloud-upgrade backup list shows them.'
    });
}
function elsewhere({ manifest }) {
    const paths = manifest.dumps.map(({ serverFile }) => serverFile ?? '');
    return new errors/* UpgradeError */.fy('bad-input', {
        message: `This backup is only on the server (${manifest.host}: ${paths.join(', ')}).`,
        next: 'Download the dump into the folder of the manifest, or make a backup with backup-to: both.'
    });
}


/***/ }),

/***/ 7123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ databaseProblems)
/* harmony export */ });
/** Warnings about limits of a complete dump. */
function databaseProblems(dump, strategy) {
    const { relationship, nonTransactional, missingPrograms, withoutHistory, excluded, rehearsal, unrehearsed } = dump;
    const problems = [];
    if (nonTransactional.length > 0)
        problems.push({
            id: 'backup-not-consistent',
            severity: 'warning',
            message: `Not all tables of ${relationship} are InnoDB, so writes made during the dump may be only partly included: ${some(nonTransactional)}.`,
            fix: 'Convert them with ALTER TABLE … ENGINE=InnoDB, or back up while nothing writes to them.'
        });
    if (missingPrograms.length > 0)
        problems.push({
            id: 'backup-not-complete',
            severity: 'warning',
            ...(strategy === 'ssh-dump'
                ? {
                    message: `The dump of ${relationship} lacks ${some(missingPrograms)}: their definer is another user, and the database user may not read them.`,
                    fix: 'Keep their text elsewhere, or have them created again by the database user of the shop.'
                }
                : {
                    message: `The dump of ${relationship} lacks ${some(missingPrograms)}: ${strategy} leaves out routines and events.`,
                    fix: 'Set backup: ssh-dump to include them.'
                })
        });
    if (withoutHistory.length > 0)
        problems.push({
            id: 'backup-not-complete',
            severity: 'warning',
            message: `The dump of ${relationship} has the current rows of system-versioned tables, but not the historical ones: ${some(withoutHistory)}.`,
            fix: strategy === 'ssh-dump'
                ? 'Only MariaDB 10.11 and later can dump and load them, and not if versions are counted by transactions.'
                : 'Set backup: ssh-dump to include them, with MariaDB 10.11 or later.'
        });
    if (excluded.length > 0)
        problems.push({
            id: 'backup-excluded',
            severity: 'warning',
            message: `The dump of ${relationship} was made without ${some(excluded)}, as backup-exclude requests.`,
            fix: 'Leave backup-exclude empty for a complete backup.'
        });
    if (unrehearsed?.attempted === true)
        problems.push({
            id: 'backup-not-rehearsed',
            severity: 'warning',
            message: `A test restore of the dump of ${relationship} gave no result: ${unrehearsed.why}.`,
            fix: 'Run on a machine with more memory, disk or time, or with the release of MariaDB that the shop uses.'
        });
    if (rehearsal !== null && rehearsal.orphans.length > 0)
        problems.push({
            id: 'backup-orphans',
            severity: 'warning',
            message: `After the restore of ${relationship}, some rows refer to others that do not exist: ${some(rehearsal.orphans)}. The dump matches the database.`,
            fix: 'Remove those rows before the upgrade: a schema change that checks the foreign key would fail.'
        });
    return problems;
}
function some(names) {
    const rest = names.length - 10;
    return `${names.slice(0, 10).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}


/***/ }),

/***/ 8022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ findBackups)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _find_damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1916);
/* harmony import */ var _read_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6089);



// The copy of the media next to a dump comes from the server, and may contain anything.
const isManifest = /^(?:(?!media\/)[^/]+\/)?manifest\.json$/;
/**
 * All backups in a folder, including the folder itself, newest first. A folder without a manifest is an unfinished
 * backup and not listed. `onUnreadable` gets the reason, as foreign text, for each manifest that was skipped.
 */
async function findBackups(files, directory, onUnreadable = () => undefined) {
    const parent = files.resolve(directory);
    if (!(await files.exists(parent))) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('bad-input', {
            message: `There is no folder ${parent}.`,
            next: 'Name the backup-directory that contains the backups.'
        });
    }
    const manifests = (await files.list(parent)).filter((path) => isManifest.test(path));
    const backups = [];
    for (const path of manifests) {
        // A foreign manifest must not hide the backups next to it.
        const backup = await (0,_read_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .readManifest */ .W)(files, files.join(parent, path)).catch((error) => {
            onUnreadable(error instanceof Error ? error.message : String(error));
            return null;
        });
        if (backup !== null)
            backups.push({ ...backup, damage: await (0,_find_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .findDamage */ .Tu)(files, backup) });
    }
    return backups.sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt));
}


/***/ }),

/***/ 1916:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Tu: () => (/* binding */ findDamage),
/* harmony export */   pe: () => (/* binding */ findOtherContent),
/* harmony export */   ql: () => (/* binding */ dumpDamage)
/* harmony export */ });
/* harmony import */ var _media_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(807);

/** What a backup lacks on this machine, judged by the sizes in its manifest, in words; null if every file is there. */
async function findDamage(files, { folder, manifest }) {
    if (manifest.dumps.length === 0)
        return 'its manifest names no dump';
    for (const dump of manifest.dumps) {
        const damage = await dumpDamage(files, folder, dump);
        if (damage !== null)
            return damage;
    }
    return manifest.media === null ? null : mediaDamage(files, folder, manifest.media);
}
/** The problem with the file of one dump, judged by its size; null if it matches the manifest. */
async function dumpDamage(files, folder, dump) {
    if (dump.file === null)
        return `the dump of ${dump.relationship} is only on the server`;
    const bytes = await files.sizeInside(folder, dump.file);
    if (bytes === null)
        return `${dump.file} is missing, or is not a regular file`;
    return bytes === dump.fileBytes ? null : `${dump.file} has ${bytes} bytes instead of ${dump.fileBytes ?? 0}`;
}
/** The same by checksums: every file is read. */
async function findOtherContent(tools, { folder, manifest }) {
    for (const { file, fileSha256 } of manifest.dumps) {
        const { sha256 } = await tools.dumpFiles.sum(tools.files.join(folder, file ?? ''));
        if (sha256 !== fileSha256)
            return `the sha256 of ${file ?? ''} differs from its manifest`;
    }
    if (manifest.media === null)
        return null;
    return (0,_media_js__WEBPACK_IMPORTED_MODULE_0__/* .checkMedia */ .P)(tools, folder, manifest.media).then(() => null, (error) => (error instanceof Error ? error.message : String(error)));
}
async function mediaDamage(files, folder, media) {
    if ((await files.sizeInside(folder, media.checksums)) === null)
        return `${media.checksums} is missing`;
    let bytes = 0;
    const paths = await files.list(files.join(folder, media.folder));
    for (const path of paths)
        bytes += (await files.sizeInside(folder, files.join(media.folder, path))) ?? 0;
    if (paths.length === media.files && bytes === media.bytes)
        return null;
    return `${media.folder} has ${paths.length} files of ${bytes} bytes instead of ${media.files} of ${media.bytes}`;
}


/***/ }),

/***/ 8539:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ withoutControls),
/* harmony export */   Md: () => (/* binding */ fileName),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   Wd: () => (/* binding */ objectNames),
/* harmony export */   aL: () => (/* binding */ words),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);


// Anyone who can write to a folder can write a manifest into it, and its texts end up on terminals and in paths.
/** A name on one line, without characters that control a terminal or reorder the text. */
const oneLine = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .max(1000)
    .refine((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text), 'contains control characters');
/** The plain name of a file: no path, not hidden. */
const fileName = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^\w[\w.-]{0,254}$/, 'is not a plain file name');
/** A checksum in hexadecimal. */
const sha256 = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256');
/** A number of things or bytes. */
const count = zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().int().nonnegative();
/**
 * Names of tables and similar objects: they may contain anything and are compared byte by byte; whoever prints them
 * must clean them.
 */
const objectNames = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(1000));
/** Messages of this program or of a server, cleaned and shortened: an odd message does not make a backup worse. */
const words = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().overwrite((text) => withoutControls(text.slice(0, 20_000)));
/** Text without terminal escapes and control characters, including line ends. */
function withoutControls(text) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
}


/***/ }),

/***/ 9718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   T8: () => (/* binding */ manifestBytes),
/* harmony export */   nn: () => (/* binding */ isProven),
/* harmony export */   vS: () => (/* binding */ manifestName)
/* harmony export */ });
/* unused harmony exports proof, rehearsal, unrehearsed, manifestDump, mediaCopy, manifestPromise, backupManifest */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7597);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(961);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7428);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _report_schema_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3044);
/* harmony import */ var _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8539);




/** Name of the file that makes a folder a backup. It is written last: a folder without it is an unfinished backup. */
const manifestName = 'manifest.json';
/** The largest manifest that is read, in bytes: one of 50,000 tables has a fifth of that. */
const manifestBytes = 32 * 2 ** 20;
/** One check of a dump and its outcome. */
const proof = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN, passed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), detail: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL });
/** Result of loading a dump into a scratch database. */
const rehearsal = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    passed: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    seconds: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig(),
    server: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL.describe('version of the scratch server'),
    tables: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9,
    rows: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9,
    orphans: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL).describe('foreign keys, among those checked, with rows that refer to nothing'),
    detail: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL
});
/** Why a dump was not loaded into a scratch database. */
const unrehearsed = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    why: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL,
    attempted: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY().describe('whether a rehearsal was started but could not finish')
});
const outsideTable = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(1000),
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(1000),
    columns: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNames */ .Wd.nullable().describe('columns that are read; null for the parent of a foreign key')
});
/** The dump of one relationship. Sizes in bytes, checksums in hexadecimal. */
const manifestDump = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    relationship: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN,
    database: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN.nullable(),
    source: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['primary', 'replica']).describe('where it was read'),
    excluded: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNames */ .Wd.describe('tables and views that were left out on request'),
    file: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .fileName */ .Md.nullable().describe('name in the folder of the manifest; null if the dump is only on the server'),
    serverFile: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN.nullable().describe('path on the server, if it was left there'),
    encryption: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(['none', 'age']),
    bytes: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9.describe('compressed'),
    sha256: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc.describe('of the compressed dump'),
    fileBytes: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9.nullable().describe('of the file on this machine'),
    fileSha256: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc.nullable(),
    sqlBytes: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9,
    sqlSha256: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc,
    longestStatement: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9.optional().describe('bytes; omitted if the dump was not read here'),
    collation: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN.optional().describe('default collation of the database; omitted by older versions'),
    serverVersion: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL.nullable(),
    clientVersion: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL.nullable(),
    tables: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNames */ .Wd,
    views: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNames */ .Wd,
    programs: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNames */ .Wd.describe('triggers, routines and events in the dump, as `kind name`'),
    missingPrograms: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNames */ .Wd.describe('programs of the database that this way of dumping leaves out'),
    rows: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().max(1000), _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9).nullable().describe('rows by table; null if the dump was not read here'),
    outside: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(outsideTable).default([]).describe('tables of other databases that views and foreign keys name'),
    withoutHistory: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNames */ .Wd.default([]).describe('system-versioned tables whose historical rows are not in the dump'),
    nonTransactional: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .objectNames */ .Wd.describe('tables whose engine has no snapshots'),
    proofs: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(proof),
    rehearsal: rehearsal.nullable(),
    unrehearsed: unrehearsed.nullable().default(null).describe('why there is no rehearsal')
});
/** Files that were copied along with the dumps. Sizes in bytes. */
const mediaCopy = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    folder: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .fileName */ .Md.describe('name in the folder of the manifest'),
    checksums: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .fileName */ .Md.describe('name of the list of checksums, as sha256sum reads it'),
    checksumsSha256: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .sha256 */ .sc,
    files: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9,
    bytes: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9
});
/** One of the promises in docs/backups.md, whether it was kept, and how. */
const manifestPromise = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({ id: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN, kept: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(), detail: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL });
/** Everything about one backup. */
const backupManifest = zod__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ikc({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1),
    state: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_report_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .backupStates */ .dS),
    consistent: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY(),
    project: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN,
    environment: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN,
    application: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN
        .nullable()
        .default(null)
        .describe('application of the environment; null if it was assumed to have only one'),
    host: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN,
    strategy: zod__WEBPACK_IMPORTED_MODULE_3__/* ["enum"] */ .k5n(_report_schema_js__WEBPACK_IMPORTED_MODULE_1__/* .backupStrategies */ .mN),
    baseCommit: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN.nullable().describe('commit that the upgrade starts from; null for a backup alone'),
    productVersion: _manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN.optional().describe('product version of baseCommit; omitted for a backup alone'),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    dumps: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(manifestDump),
    media: mediaCopy.nullable().describe('copy of pub/media next to the dumps'),
    notCovered: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .words */ .aL),
    promises: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(manifestPromise)
})
    .refine(namesEachFileOnce, 'names a file twice, or itself');
function namesEachFileOnce({ dumps, media }) {
    const dumpNames = dumps.flatMap(({ file }) => (file === null ? [] : [file]));
    const names = [manifestName, ...dumpNames, ...(media === null ? [] : [media.folder, media.checksums])];
    return new Set(names).size === names.length;
}
/** Whether a backup in this state can be relied on, rehearsed or not. */
function isProven(state) {
    return state === 'proven' || state === 'proven-without-rehearsal';
}
/** The combined state of these dumps. */
function stateOf(dumps) {
    if (dumps.some(({ proofs, rehearsal }) => rehearsal?.passed === false || proofs.some(({ passed }) => !passed)))
        return 'failed';
    if (dumps.some(({ nonTransactional }) => nonTransactional.length > 0))
        return 'inconsistent';
    return dumps.every(({ rehearsal }) => rehearsal !== null) ? 'proven' : 'proven-without-rehearsal';
}
/** Parses the text of a manifest. Throws UpgradeError `backup-unproven` if it is not one. */
function parseManifest(text, where) {
    try {
        return backupManifest.parse(JSON.parse(text));
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('backup-unproven', {
            message: `${where} is not a manifest of a backup: ${error instanceof zod__WEBPACK_IMPORTED_MODULE_5__/* .ZodError */ .G ? whatIsWrong(error) : 'it is not JSON'}.`,
            next: 'Name the folder of a backup that this tool made.'
        });
    }
}
// The paths of issues contain untrusted keys.
function whatIsWrong(error) {
    return (0,_manifest_texts_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutControls */ .DJ)(zod__WEBPACK_IMPORTED_MODULE_6__/* .prettifyError */ .S1(error)).slice(0, 1000);
}


/***/ }),

/***/ 6089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9718);


/**
 * The backup at `path`: its folder or its manifest.json. Throws UpgradeError `bad-input` if there is none, and
 * `backup-unproven` if the file is not a manifest.
 */
async function readManifest(files, path) {
    const given = files.resolve(path);
    const file = given.endsWith('.json') ? given : files.join(given, _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestName */ .vS);
    const folder = files.join(file, '..');
    const bytes = await files.sizeInside(folder, file.slice(file.lastIndexOf('/') + 1));
    if (bytes === null)
        throw missing(given, file);
    if (bytes > _manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestBytes */ .T8)
        throw tooLong(file, bytes);
    return { folder, manifest: (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)((await files.read(file)) ?? '', file) };
}
function missing(given, file) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('bad-input', {
        message: `There is no backup at ${given}: ${file} is missing, or is not a regular file.`,
        next: 'Name the folder of a backup, as shown by magento-cloud-upgrade backup list.'
    });
}
function tooLong(file, bytes) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('backup-unproven', {
        message: `${file} is not a manifest of a backup: it has ${bytes} bytes.`,
        next: 'Name the folder of a backup that this tool made.'
    });
}


/***/ }),

/***/ 807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ checkMedia),
  u: () => (/* binding */ copyMedia)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/checksum-list.js
/**
 * One line of a list that `sha256sum --check` reads. Names with line ends are escaped, which the line marks with a
 * leading backslash.
 */
function checksumLine(sha256, path) {
    const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
    return `${escaped === path ? '' : '\\'}${sha256}  ${escaped}\n`;
}
/** Reads such a list: path to checksum. */
function parseChecksums(text) {
    const lines = text.split('\n').filter((line) => line !== '');
    return new Map(lines.map((line) => {
        const isEscaped = line.startsWith('\\');
        const [sha256, path] = [line.slice(isEscaped ? 1 : 0).slice(0, 64), line.slice(isEscaped ? 67 : 66)];
        return [isEscaped ? checksum_list_unescape(path) : path, sha256];
    }));
}
function checksum_list_unescape(path) {
    return path.replace(/\\(.)/g, (_, letter) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter));
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/ssh/remote-answer.js
var remote_answer = __webpack_require__(7452);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/media.js




const source = 'pub/media';
// Resized images, which the shop creates again from their originals.
const cache = 'catalog/product/cache';
const names = { folder: 'media', checksums: 'media.sha256' };
const timeoutSeconds = 6 * 3600;
/**
 * Copies pub/media into the folder of a backup, without the cache of resized images, and lets the server compare its
 * files with the checksums of the copy. Files that changed meanwhile are copied again. Throws UpgradeError
 * `backup-failed` if that does not help.
 */
async function copyMedia(tools, host, folder) {
    const target = tools.files.join(folder, names.folder);
    await tools.files.makePrivateFolder(target);
    await fetchMedia(tools.ssh, host, target);
    let copy = await sumUp(tools, folder);
    let differing = await compareThere(tools.ssh, host, copy.list);
    if (differing.length > 0) {
        await fetchMedia(tools.ssh, host, target);
        copy = await sumUp(tools, folder);
        differing = await compareThere(tools.ssh, host, copy.list);
    }
    if (differing.length > 0)
        throw mediaFailure(`the copy differs from the server: ${differing.slice(0, 5).join(', ')}`);
    const checksums = tools.files.join(folder, names.checksums);
    await tools.files.write(checksums, copy.list, { secret: true });
    const { sha256 } = await tools.dumpFiles.sum(checksums);
    return { ...names, checksumsSha256: sha256, files: copy.files, bytes: copy.bytes };
}
/** Verifies a copy again. Throws UpgradeError `backup-unproven` if it does not match its list of checksums. */
async function checkMedia({ files, dumpFiles }, folder, media) {
    const checksums = files.join(folder, media.checksums);
    const isThere = (await files.sizeInside(folder, media.checksums)) !== null;
    const isList = isThere && (await dumpFiles.sum(checksums)).sha256 === media.checksumsSha256;
    const wrong = isList ? [] : [media.checksums];
    for (const [path, sha256] of parseChecksums(isList ? ((await files.read(checksums)) ?? '') : '')) {
        // The list is as untrusted as the manifest: nothing outside the copy is read.
        const isInside = (await files.sizeInside(folder, `${media.folder}/${path}`)) !== null;
        if (!isInside || (await dumpFiles.sum(files.join(folder, media.folder, path))).sha256 !== sha256)
            wrong.push(path);
    }
    if (wrong.length === 0)
        return;
    throw new errors/* UpgradeError */.fy('backup-unproven', {
        message: `The copy of the media in ${folder} cannot be trusted: ${wrong.length} files differ (${wrong.slice(0, 5).join(', ')}).`,
        next: 'Use another backup; magento-cloud-upgrade backup list shows them.'
    });
}
async function fetchMedia(ssh, host, target) {
    const { exitCode, stderr } = await ssh.copyFolder(host, source, target, { exclude: [cache], timeoutSeconds });
    if (exitCode === 127)
        throw mediaFailure('there is no rsync on this machine, or none on the server');
    // 24: files disappeared while it ran, which the comparison judges.
    if (exitCode === 0 || exitCode === 24)
        return;
    const lines = stderr.trim().split('\n');
    // ssh prints its message before rsync's own, which only says that the connection is gone.
    const why = lines.find((line) => !line.startsWith('rsync')) ?? lines.at(-1) ?? '';
    throw mediaFailure(`rsync ended with exit code ${exitCode} (${(0,redact_evidence/* redactEvidence */.H)(why).slice(0, 300)})`);
}
async function sumUp({ files, dumpFiles }, folder) {
    const target = files.join(folder, names.folder);
    const paths = [...(await files.list(target))].sort();
    let [list, bytes] = ['', 0];
    for (const path of paths) {
        const sum = await dumpFiles.sum(files.join(target, path));
        list += checksumLine(sum.sha256, path);
        bytes += sum.bytes;
    }
    return { list, files: paths.length, bytes };
}
/** Files of the server that are missing here or differ, as far as it names them. */
async function compareThere(ssh, host, list) {
    const script = `exec 6<&0 </dev/null
cd ${source} || exit 1
printf 'count\\t%s\\n' "$(find . -path ./${cache} -prune -o -type f -printf x | wc -c)"
LC_ALL=C sha256sum --check --strict --quiet - <&6 2>/dev/null | head -n 20 | sed 's/^/differs\\t/'
printf 'done\\tyes\\n'
`;
    const entries = list === '' ? [] : [Buffer.from(list)];
    const { stdout, failure } = await ssh.feed(host, script, chunks(entries), { timeoutSeconds });
    const answer = (0,remote_answer/* parseRemoteAnswer */.k$)(stdout);
    if (answer.one('done') !== 'yes')
        throw mediaFailure(failure ?? `${source} does not exist`);
    const here = list.split('\n').length - 1;
    const differs = answer.all('differs').map((line) => line.replace(/: FAILED.*$/, ''));
    return Number(answer.one('count')) === here
        ? differs
        : [...differs, `${answer.one('count') ?? '?'} files there, ${here} here`];
}
async function* chunks(buffers) {
    await Promise.resolve();
    yield* buffers;
}
function mediaFailure(why) {
    return new errors/* UpgradeError */.fy('backup-failed', {
        message: `The media could not be copied: ${why}.`,
        next: 'Run again, or set backup-media: off.'
    });
}


/***/ }),

/***/ 2011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eK: () => (/* binding */ findUnfinishedRestores),
/* harmony export */   uJ: () => (/* binding */ writeRestoreNote)
/* harmony export */ });
/* unused harmony exports restoreNote, isNoteName, parseRestoreNote, restoreCommand */
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2337);
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
    return words.map(_shell_quote_js__WEBPACK_IMPORTED_MODULE_3__/* .shellWord */ .r).join(' ');
}


/***/ }),

/***/ 3525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mR: () => (/* binding */ compareSizes),
/* harmony export */   q3: () => (/* binding */ earlierBackups),
/* harmony export */   vY: () => (/* binding */ findReusable)
/* harmony export */ });
/* harmony import */ var _manifest_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9718);
/* harmony import */ var _is_reusable_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2784);
/* harmony import */ var _manifest_check_backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6791);
/* harmony import */ var _manifest_find_backups_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8022);




/**
 * Backups of the same application on this machine, newest first: in the folder for backups, otherwise in the temporary
 * directory. A backup without an application name counts for an environment with one application.
 */
async function earlierBackups(files, directory, { project, environment, application }) {
    const folders = directory === '' ? await files.lastingFolders('backup') : [files.resolve(directory)];
    const found = [];
    for (const folder of folders)
        if (await files.exists(folder))
            found.push(...(await (0,_manifest_find_backups_js__WEBPACK_IMPORTED_MODULE_2__/* .findBackups */ .T)(files, folder)));
    return found
        .filter(({ damage, manifest }) => damage === null && manifest.project === project && manifest.environment === environment)
        .filter(({ manifest }) => !(0,_is_reusable_js__WEBPACK_IMPORTED_MODULE_3__/* .areDifferent */ .k)(manifest.application, application))
        .sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt));
}
/** The newest of `earlier` that meets the requirements, after all of it was read again; or null. */
async function findReusable(tools, earlier, wanted) {
    for (const backup of earlier) {
        if (!(0,_is_reusable_js__WEBPACK_IMPORTED_MODULE_3__/* .isReusable */ .g)(backup.manifest, wanted))
            continue;
        const checked = await (0,_manifest_check_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .checkBackup */ .x)(tools, backup.folder, null).catch(() => null);
        if (checked !== null)
            return backup;
    }
    return null;
}
/** Warnings if a database is less than half or more than twice as large as in the newest proven backup before. */
function compareSizes(dumps, earlier) {
    const last = earlier.find(({ manifest }) => (0,_manifest_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isProven */ .nn)(manifest.state))?.manifest;
    return dumps.flatMap(({ relationship, sqlBytes }) => {
        const before = last?.dumps.find((dump) => dump.relationship === relationship)?.sqlBytes ?? 0;
        if (before === 0 || (sqlBytes > before / 2 && sqlBytes < before * 2))
            return [];
        return [
            {
                id: 'backup-size',
                severity: 'warning',
                message: `The database of ${relationship} has ${megabytes(sqlBytes)} MB as SQL; the backup of ${last?.finishedAt ?? ''} had ${megabytes(before)} MB.`,
                fix: 'Make sure that this is the right environment, and that nothing was deleted by mistake.'
            }
        ];
    });
}
function megabytes(bytes) {
    return (bytes / 2 ** 20).toFixed(1);
}


/***/ }),

/***/ 2784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ isReusable),
/* harmony export */   k: () => (/* binding */ areDifferent)
/* harmony export */ });
/** Whether a manifest meets the requirements. The files on the disks still have to be read again. */
function isReusable(manifest, wanted) {
    const age = wanted.now.getTime() - Date.parse(manifest.finishedAt);
    return (manifest.baseCommit === wanted.baseCommit &&
        manifest.application === wanted.application &&
        manifest.strategy === wanted.strategy &&
        age >= 0 &&
        age < wanted.minutes * 60_000 &&
        manifest.dumps.every(({ excluded }) => excluded.join(' ') === wanted.exclude.join(' ')) &&
        (!wanted.here || isHere(manifest, wanted)) &&
        (!wanted.onServer || manifest.dumps.every(({ serverFile }) => serverFile !== null)) &&
        isGoodEnough(manifest.state, wanted.level));
}
function isHere({ dumps, media }, wanted) {
    const copied = dumps.every(({ file, encryption }) => file !== null && (encryption === 'age') === wanted.encrypted);
    return copied && (media !== null) === wanted.media;
}
function isGoodEnough(state, level) {
    return state === 'proven' || (state === 'proven-without-rehearsal' && level !== 'proven');
}
/** Whether two applications are known and differ. */
function areDifferent(one, other) {
    return one !== null && other !== null && one !== other;
}


/***/ }),

/***/ 6300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ parseOutdatedModules),
/* harmony export */   Q: () => (/* binding */ parseErrorReport)
/* harmony export */ });
/* harmony import */ var php_serialize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6922);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);


const report = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    '0': zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().nullish(),
    report_id: zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().transform(String)]).nullish()
});
/**
 * Reads a report of any era: PHP serialize (up to 2.1), JSON (2.2 and later), JSON after a `<?php exit; ?>` line. The
 * id comes from the text, otherwise from `path`, whose folders vary. Null for any other text.
 */
function parseErrorReport(text, path = '') {
    const body = text.replace(/^\uFEFF?\s*<\?php\s+exit\b[^\n]*?\?>\s*/, '').trim();
    const result = report.safeParse(decode(body));
    if (!result.success)
        return null;
    const { url, report_id: id } = result.data;
    return { message: result.data['0'], url: url ?? null, id: id ?? idOf(path) };
}
/**
 * The modules that "Please upgrade your database" and "Please update your modules" list; empty for other messages.
 * `current` is always the database, `required` the code.
 */
function parseOutdatedModules(message) {
    const line = /(?<![A-Za-z0-9])([A-Za-z0-9]+_[A-Za-z0-9]+)\s{1,100}(schema|data):\s+(current|code) version - ([^\s,]+),\s*(?:required|database) version - ([^\s,\\"]+)/g;
    return [...message.matchAll(line)].map(([, module = '', kind = '', first, one = '', two = '']) => {
        const [current, required] = first === 'code' ? [two, one] : [one, two];
        return { module, kind, current, required };
    });
}
function decode(body) {
    try {
        if (body.startsWith('a:'))
            return (0,php_serialize__WEBPACK_IMPORTED_MODULE_0__.unserialize)(body, {}, { strict: true });
        return JSON.parse(body);
    }
    catch {
        return null;
    }
}
function idOf(path) {
    return /(?:^|\/)([0-9a-f]+)$/i.exec(path)?.[1] ?? null;
}


/***/ }),

/***/ 3342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ explainFailure)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/bound-lines.js
const longest = 2000;
/**
 * `text` with line breaks in lines of more than 2,000 characters, at a blank if possible: patterns for two words in one
 * line take quadratic time.
 */
function boundLines(text) {
    return text.replaceAll(/[^\n]{2000}[^\n]+/g, (line) => {
        const pieces = [];
        for (let from = 0; from < line.length;) {
            const to = from + longest >= line.length ? line.length : endOfPiece(line, from);
            pieces.push(line.slice(from, to));
            from = to;
        }
        return pieces.join('\n');
    });
}
function endOfPiece(line, from) {
    const blank = line.slice(from, from + longest).lastIndexOf(' ');
    return from + (blank < 0 ? longest : blank + 1);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/cloud-error-log.js
var cloud_error_log = __webpack_require__(1369);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/last-characters.js
var last_characters = __webpack_require__(6291);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
;// CONCATENATED MODULE: ./.tmp/compiled/src/data/ece-tools-errors.json
const ece_tools_errors_namespaceObject = /*#__PURE__*/JSON.parse('{"sO":[{"code":0,"phase":"any","level":"critical","step":null,"name":null,"title":"An exception without a code","suggestion":"The log line has no [code]: read the ERROR line, what stands before it, and the phase it stands in."},{"code":1,"phase":"any","level":"critical","step":null,"name":"DEFAULT_ERROR","title":"A command that ece-tools started ended with exit code 1","suggestion":"The code belongs to no phase: read the command and its output in the ERROR line, and take the phase from the scenario that the log names."},{"code":2,"phase":"build","level":"critical","step":null,"name":"BUILD_ENV_PHP_IS_NOT_WRITABLE","title":"app/etc/env.php cannot be written","suggestion":"Check the mount app/etc and its permissions."},{"code":3,"phase":"build","level":"critical","step":null,"name":"BUILD_CONFIG_NOT_DEFINED","title":"An option is not in the schema of ece-tools","suggestion":"Correct the name of the option in .magento.env.yaml."},{"code":4,"phase":"build","level":"critical","step":null,"name":"BUILD_CONFIG_PARSE_FAILED","title":".magento.env.yaml does not parse","suggestion":"Correct the YAML syntax."},{"code":5,"phase":"build","level":"critical","step":null,"name":"BUILD_CONFIG_UNABLE_TO_READ","title":".magento.env.yaml cannot be read","suggestion":"Check that the file is committed and readable."},{"code":6,"phase":"build","level":"critical","step":null,"name":"BUILD_CONFIG_UNABLE_TO_READ_SCHEMA_YAML","title":"ece-tools\' own schema file cannot be read","suggestion":"Install magento/ece-tools anew (composer reinstall), push again."},{"code":7,"phase":"build","level":"critical","step":"refresh-modules","name":"BUILD_CONFIG_PHP_IS_NOT_WRITABLE","title":"app/etc/config.php cannot be written","suggestion":"Check the permissions of app/etc in the repository."},{"code":8,"phase":"build","level":"critical","step":"validate-config","name":"BUILD_CANT_READ_COMPOSER_JSON","title":"composer.json cannot be read","suggestion":"Commit composer.json."},{"code":9,"phase":"build","level":"critical","step":"validate-config","name":"BUILD_COMPOSER_MISSED_REQUIRED_AUTOLOAD","title":"composer.json lacks a required autoload entry","suggestion":"Add the psr-4 entry for Zend\\\\Mvc\\\\Controller or its Laminas twin, as in the template (2.3.0 to 2.4.2)."},{"code":10,"phase":"build","level":"critical","step":"validate-config","name":"BUILD_WRONG_CONFIGURATION_MAGENTO_ENV_YAML","title":".magento.env.yaml holds an unknown option, or a value or stage that is not allowed","suggestion":"The lines after the error name the option: correct or remove it."},{"code":11,"phase":"build","level":"critical","step":"refresh-modules","name":"BUILD_MODULE_ENABLE_COMMAND_FAILED","title":"bin/magento module:enable --all failed","suggestion":"Read the output below the error: unmet module dependencies, base files that were not marshaled (no \\"module\\" commands, missing setup files), a committed env.php that points to a database, or a stale composer.lock."},{"code":12,"phase":"build","level":"critical","step":"apply-patches","name":"BUILD_PATCH_APPLYING_FAILED","title":"A patch does not apply","suggestion":"The line names the file. m2-hotfixes or QUALITY_PATCHES: drop it if the new version contains it, else get one for this version. A patch of magento/magento-cloud-patches: update that package, or remove a copy of the same fix from m2-hotfixes."},{"code":13,"phase":"build","level":"critical","step":"set-report-dir-nesting-level","name":"BUILD_FILE_LOCAL_XML_IS_NOT_WRITABLE","title":"pub/errors/local.xml cannot be written","suggestion":"Check that pub/errors is marshaled and not ignored or read-only."},{"code":14,"phase":"build","level":"critical","step":"copy-sample-data","name":"BUILD_FAILED_COPY_SAMPLE_DATA","title":"Sample data could not be copied","suggestion":"Check the sample data package and the free space of the build."},{"code":15,"phase":"build","level":"critical","step":"compile-di","name":"BUILD_DI_COMPILATION_FAILED","title":"bin/magento setup:di:compile failed","suggestion":"The output below the error names the class: an extension that does not fit, or a killed process (status 137 is memory). VERBOSE_COMMANDS: -vvv shows more."},{"code":16,"phase":"build","level":"critical","step":"dump-autoload","name":"BUILD_COMPOSER_DUMP_AUTOLOAD_FAILED","title":"composer dump-autoload failed","suggestion":"Read the output in the build log; correct the autoload section."},{"code":17,"phase":"build","level":"critical","step":"run-baler","name":"BUILD_BALER_NOT_FOUND","title":"Baler failed","suggestion":"Set SCD_USE_BALER: false, or enable its module."},{"code":18,"phase":"build","level":"critical","step":"compress-static-content","name":"BUILD_UTILITY_NOT_FOUND","title":"timeout or bash is missing","suggestion":"The image lacks a program that ece-tools needs: open a ticket."},{"code":19,"phase":"build","level":"critical","step":"deploy-static-content","name":"BUILD_SCD_FAILED","title":"Static content deployment failed in the build","suggestion":"The output below the error names theme, less or JavaScript file; correct it and push."},{"code":20,"phase":"build","level":"critical","step":"compress-static-content","name":"BUILD_SCD_COMPRESSION_FAILED","title":"Compressing static content failed","suggestion":"Check the free space of the build and SCD_COMPRESSION_TIMEOUT."},{"code":21,"phase":"build","level":"critical","step":"backup-data: static-content","name":"BUILD_SCD_COPYING_FAILED","title":"Static content could not be copied to init","suggestion":"Check the free space of the build."},{"code":22,"phase":"build","level":"critical","step":"backup-data: writable-dirs","name":"BUILD_WRITABLE_DIRECTORY_COPYING_FAILED","title":"Writable directories could not be copied to init","suggestion":"Check the permissions of the files in the repository and the free space of the build."},{"code":23,"phase":"build","level":"critical","step":null,"name":"BUILD_UNABLE_TO_CREATE_LOGGER","title":"No logger could be created","suggestion":"Correct the log handlers in .magento.env.yaml."},{"code":24,"phase":"build","level":"critical","step":"backup-data: static-content","name":"BUILD_CLEAN_INIT_PUB_STATIC_FAILED","title":"init/pub/static could not be cleaned","suggestion":"Check permissions; clear the build cache."},{"code":25,"phase":"build","level":"critical","step":null,"name":"BUILD_COMPOSER_PACKAGE_NOT_FOUND","title":"A Composer package that ece-tools asks for is not installed","suggestion":"composer.lock lacks the product or the base package, or the project is Git-based: set DEPLOYED_MAGENTO_VERSION_FROM_GIT."},{"code":26,"phase":"build","level":"critical","step":"validate-config","name":"BUILD_WRONG_BRAINTREE_VARIABLE","title":"The Braintree channel variable is set, which 2.4 no longer knows","suggestion":"Remove CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL from .magento.app.yaml."},{"code":101,"phase":"deploy","level":"critical","step":"pre-deploy: cache","name":"DEPLOY_WRONG_CACHE_CONFIGURATION","title":"The cache configuration has no server or port","suggestion":"Correct CACHE_CONFIGURATION, or the relationship to redis or valkey."},{"code":102,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_ENV_PHP_IS_NOT_WRITABLE","title":"app/etc/env.php cannot be written","suggestion":"Check the mount app/etc and its free space."},{"code":103,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_CONFIG_NOT_DEFINED","title":"An option is not in the schema of ece-tools","suggestion":"Correct the name of the option in .magento.env.yaml or of the variable."},{"code":104,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_CONFIG_PARSE_FAILED","title":".magento.env.yaml does not parse","suggestion":"Correct the YAML syntax."},{"code":105,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_CONFIG_UNABLE_TO_READ","title":".magento.env.yaml cannot be read","suggestion":"Check that the file is committed and readable."},{"code":106,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_CONFIG_UNABLE_TO_READ_SCHEMA_YAML","title":"ece-tools\' own schema file cannot be read","suggestion":"Install magento/ece-tools anew, push again."},{"code":107,"phase":"deploy","level":"critical","step":"pre-deploy: clean-redis-cache","name":"DEPLOY_REDIS_CACHE_CLEAN_FAILED","title":"The Redis cache could not be flushed","suggestion":"Check the Redis service and its relationship; 2.4.8 and later want Valkey."},{"code":108,"phase":"deploy","level":"critical","step":"pre-deploy: set-production-mode","name":"DEPLOY_MAINTENANCE_MODE_ENABLING_FAILED","title":"Maintenance mode could not be switched on","suggestion":"bin/magento does not start: read the output in cloud.log."},{"code":109,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_CONFIGURATION_DB","title":"DATABASE_CONFIGURATION is wrong","suggestion":"Correct it in .magento.env.yaml."},{"code":110,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_CONFIGURATION_SESSION","title":"SESSION_CONFIGURATION is wrong","suggestion":"Correct it; it needs at least save."},{"code":111,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_CONFIGURATION_SEARCH","title":"SEARCH_CONFIGURATION is wrong","suggestion":"Correct it; it needs at least engine."},{"code":112,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_CONFIGURATION_RESOURCE","title":"RESOURCE_CONFIGURATION is wrong","suggestion":"Correct it; it needs at least connection."},{"code":113,"phase":"deploy","level":"critical","step":"validate-config:elasticsuite-integrity","name":"DEPLOY_ELASTIC_SUITE_WITHOUT_ES","title":"ElasticSuite is installed, but no search service is there","suggestion":"Add the service and its relationship, or correct SEARCH_CONFIGURATION."},{"code":114,"phase":"deploy","level":"critical","step":"validate-config:elasticsuite-integrity","name":"DEPLOY_ELASTIC_SUITE_WRONG_ENGINE","title":"ElasticSuite is installed, but another engine is set","suggestion":"Set engine to elasticsuite in SEARCH_CONFIGURATION, or take the variable out."},{"code":115,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_QUERY_EXECUTION_FAILED","title":"A database query failed","suggestion":"Check that the database is up, has free disk and grants the privileges."},{"code":116,"phase":"deploy","level":"critical","step":"install-update: setup","name":"DEPLOY_INSTALL_COMMAND_FAILED","title":"bin/magento setup:install failed","suggestion":"Read var/log/install_upgrade.log."},{"code":117,"phase":"deploy","level":"critical","step":"install-update: config-import","name":"DEPLOY_CONFIG_IMPORT_COMMAND_FAILED","title":"bin/magento app:config:import failed","suggestion":"The output names the scope or setting: bring app/etc/config.php and the database into line (ece-tools config:dump on the environment)."},{"code":118,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_UTILITY_NOT_FOUND","title":"timeout or bash is missing","suggestion":"The image lacks a program that ece-tools needs: open a ticket."},{"code":119,"phase":"deploy","level":"critical","step":"install-update: deploy-static-content","name":"DEPLOY_SCD_FAILED","title":"Static content deployment failed in the deployment","suggestion":"The output below the error names theme, less or JavaScript file."},{"code":120,"phase":"deploy","level":"critical","step":"compress-static-content","name":"DEPLOY_SCD_COMPRESSION_FAILED","title":"Compressing static content failed","suggestion":"Check the disk of pub/static and SCD_COMPRESSION_TIMEOUT."},{"code":121,"phase":"deploy","level":"critical","step":"deploy-static-content:generate","name":"DEPLOY_SCD_CANNOT_UPDATE_VERSION","title":"pub/static/deployed_version.txt cannot be written","suggestion":"Check the mount pub/static."},{"code":122,"phase":"deploy","level":"critical","step":"clean-static-content","name":"DEPLOY_SCD_CLEAN_FAILED","title":"Old static content could not be removed","suggestion":"Check the mount pub/static."},{"code":123,"phase":"deploy","level":"critical","step":"install-update: split-db","name":"DEPLOY_SPLIT_DB_COMMAND_FAILED","title":"Splitting the database failed","suggestion":"Check that the databases of the split are up."},{"code":124,"phase":"deploy","level":"critical","step":"clean-view-preprocessed","name":"DEPLOY_VIEW_PREPROCESSED_CLEAN_FAILED","title":"var/view_preprocessed could not be cleaned","suggestion":"Check the mount var."},{"code":125,"phase":"deploy","level":"critical","step":"install-update: reset-password","name":"DEPLOY_FILE_CREDENTIALS_EMAIL_NOT_WRITABLE","title":"The file with the administrator credentials cannot be written","suggestion":"Check the mount var."},{"code":126,"phase":"deploy","level":"critical","step":"install-update: update","name":"DEPLOY_UPGRADE_COMMAND_FAILED","title":"bin/magento setup:upgrade failed","suggestion":"Read the end of var/log/install_upgrade.log of this deployment: it names module, patch class or SQL error. Fix forward; the data may be half upgraded."},{"code":127,"phase":"deploy","level":"critical","step":"clean-cache","name":"DEPLOY_CACHE_FLUSH_COMMAND_FAILED","title":"bin/magento cache:flush failed","suggestion":"The output below the error tells why; often rows of core_config_data for stores or websites that no longer exist."},{"code":128,"phase":"deploy","level":"critical","step":"disable-maintenance-mode","name":"DEPLOY_MAINTENANCE_MODE_DISABLING_FAILED","title":"Maintenance mode could not be switched off","suggestion":"Read cloud.log; when the rest of the deployment is good, run bin/magento maintenance:disable."},{"code":129,"phase":"deploy","level":"critical","step":"install-update: reset-password","name":"DEPLOY_UNABLE_TO_READ_RESET_PASSWORD_TMPL","title":"The template of the reset-password e-mail cannot be read","suggestion":"Install magento/ece-tools anew."},{"code":130,"phase":"deploy","level":"critical","step":"install-update: cache_type","name":"DEPLOY_CACHE_ENABLE_FAILED","title":"bin/magento cache:enable failed after env.php had been missing","suggestion":"Read cloud.log; check the cache service."},{"code":131,"phase":"deploy","level":"critical","step":"install-update","name":"DEPLOY_CRYPT_KEY_IS_ABSENT","title":"The encryption key is missing","suggestion":"Restore app/etc/env.php (ece-tools backup:restore) or set the variable CRYPT_KEY to the key that belongs to this database."},{"code":132,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_ES_CANNOT_CONNECT","title":"Elasticsearch cannot be reached","suggestion":"Check that the service runs and the relationship or SEARCH_CONFIGURATION points to it; on Pro a ticket."},{"code":133,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_BRAINTREE_VARIABLE","title":"The Braintree channel variable is set, which 2.4 no longer knows","suggestion":"Remove CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL from .magento.app.yaml."},{"code":134,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_ES_SERVICE_NOT_INSTALLED","title":"2.4.0 and later need a search service","suggestion":"Add the service and its relationship; on Cloud that is OpenSearch today."},{"code":135,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_SEARCH_ENGINE","title":"The search engine is set to one that this version does not know","suggestion":"Take engine out of SEARCH_CONFIGURATION, or set it to the engine of the service."},{"code":136,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_REMOVED_SPLIT_DB","title":"This version has no split databases","suggestion":"Merge the databases first."},{"code":137,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_OS_CANNOT_CONNECT","title":"OpenSearch cannot be reached","suggestion":"Check that the service runs and the relationship or SEARCH_CONFIGURATION points to it; on Pro a ticket."},{"code":138,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_OS_SERVICE_NOT_INSTALLED","title":"2.4.4 and later need OpenSearch or Elasticsearch","suggestion":"Add the opensearch service and its relationship."},{"code":139,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_MAGENTO_VERSION_DOES_NOT_SUPPORT_OS","title":"This version does not support OpenSearch","suggestion":"Use Elasticsearch, or go to 2.3.7-p3, 2.4.3-p2 or later."},{"code":140,"phase":"deploy","level":"critical","step":"pre-deploy: clean-valkey-cache","name":"DEPLOY_VALKEY_CACHE_CLEAN_FAILED","title":"The Valkey cache could not be flushed","suggestion":"Check the Valkey service, its relationship and the cache settings in .magento.env.yaml."},{"code":201,"phase":"post-deploy","level":"critical","step":"is-deploy-failed","name":"PD_DEPLOY_IS_FAILED","title":"Post-deploy stopped because the deployment had failed","suggestion":"Look at the first error of the deploy phase."},{"code":202,"phase":"post-deploy","level":"critical","step":null,"name":"PD_ENV_PHP_IS_NOT_WRITABLE","title":"app/etc/env.php cannot be written","suggestion":"Check the mount app/etc and its free space."},{"code":203,"phase":"post-deploy","level":"critical","step":null,"name":"PD_CONFIG_NOT_DEFINED","title":"An option is not in the schema of ece-tools","suggestion":"Correct the name of the option in .magento.env.yaml or of the variable."},{"code":204,"phase":"post-deploy","level":"critical","step":null,"name":"PD_CONFIG_PARSE_FAILED","title":".magento.env.yaml does not parse","suggestion":"Correct the YAML syntax."},{"code":205,"phase":"post-deploy","level":"critical","step":null,"name":"PD_CONFIG_UNABLE_TO_READ","title":".magento.env.yaml cannot be read","suggestion":"Check that the file is committed and readable."},{"code":206,"phase":"post-deploy","level":"critical","step":null,"name":"PD_CONFIG_UNABLE_TO_READ_SCHEMA_YAML","title":"ece-tools\' own schema file cannot be read","suggestion":"Install magento/ece-tools anew, push again."},{"code":207,"phase":"post-deploy","level":"critical","step":"warm-up","name":"PD_DURING_PAGE_WARM_UP","title":"Pages for the warm-up could not be loaded","suggestion":"Check WARM_UP_PAGES and that the storefront answers."},{"code":208,"phase":"post-deploy","level":"critical","step":"time-to-first-byte","name":"PD_DURING_TIME_TO_FIRST_BYTE","title":"The time to first byte could not be measured","suggestion":"Check TTFB_TESTED_PAGES and that the storefront answers."},{"code":227,"phase":"post-deploy","level":"critical","step":"clean-cache","name":"PD_CACHE_FLUSH_COMMAND_FAILED","title":"bin/magento cache:flush failed after the deployment","suggestion":"The output below the error tells why; the new code is live."},{"code":243,"phase":"general","level":"critical","step":null,"name":"GLOBAL_CONFIG_NOT_DEFINED","title":"An option is not in the schema of ece-tools","suggestion":"Correct the name of the option."},{"code":244,"phase":"general","level":"critical","step":null,"name":"GLOBAL_CONFIG_PARSE_FAILED","title":".magento.env.yaml does not parse","suggestion":"Correct the YAML syntax."},{"code":245,"phase":"general","level":"critical","step":null,"name":"GLOBAL_CONFIG_UNABLE_TO_READ","title":".magento.env.yaml cannot be read","suggestion":"Check that the file is committed and readable."},{"code":246,"phase":"general","level":"critical","step":null,"name":"GLOBAL_CONFIG_UNABLE_TO_READ_SCHEMA_YAML","title":"ece-tools\' own schema file cannot be read","suggestion":"Install magento/ece-tools anew."},{"code":247,"phase":"general","level":"critical","step":null,"name":"GLOBAL_EVENTING_MODULE_GENERATE_FAILED","title":"The module for eventing could not be generated","suggestion":"Runs in the build; read the output; ENABLE_EVENTING: false builds without it."},{"code":248,"phase":"general","level":"critical","step":null,"name":"GLOBAL_EVENTING_MODULE_ENABLEMENT_FAILED","title":"The module for eventing could not be enabled","suggestion":"Runs in the build; read the output; ENABLE_EVENTING: false builds without it."},{"code":249,"phase":"general","level":"critical","step":null,"name":"GLOBAL_WEBHOOKS_MODULE_GENERATE_FAILED","title":"The module for webhooks could not be generated","suggestion":"Runs in the build; read the output; ENABLE_WEBHOOKS: false builds without it."},{"code":250,"phase":"general","level":"critical","step":null,"name":"GLOBAL_WEBHOOKS_MODULE_ENABLEMENT_FAILED","title":"The module for webhooks could not be enabled","suggestion":"Runs in the build; read the output; ENABLE_WEBHOOKS: false builds without it."},{"code":1001,"phase":"build","level":"warning","step":"validate-config","name":"WARN_CONFIG_PHP_NOT_EXISTS","title":"app/etc/config.php is missing","suggestion":"Run ece-tools config:dump on the environment and commit the file (git add -f where it is ignored)."},{"code":1002,"phase":"build","level":"warning","step":"validate-config","name":"WARN_UNSUPPORTED_BUILDS_OPTION_INI","title":"build_options.ini is no longer read","suggestion":"Move its options to .magento.env.yaml."},{"code":1003,"phase":"build","level":"warning","step":"validate-config","name":"WARN_MISSED_MODULE_SECTION","title":"app/etc/config.php has no modules section","suggestion":"Run bin/magento module:enable --all or ece-tools config:dump and commit the file."},{"code":1004,"phase":"build","level":"warning","step":"validate-config","name":"WARN_CONFIGURATION_VERSION_MISMATCH","title":"The configuration is not for this version","suggestion":"Remove the option that the warning names."},{"code":1005,"phase":"build","level":"warning","step":"validate-config","name":"WARN_SCD_OPTIONS_IGNORANCE","title":"Options for static content are ignored","suggestion":"They have no effect with the chosen strategy: remove them."},{"code":1006,"phase":"build","level":"warning","step":"validate-config","name":"WARN_CONFIGURATION_STATE_NOT_IDEAL","title":"The configuration is not ideal","suggestion":"The suggestion in the log tells what is missing, mostly stores in config.php or the post_deploy hook."},{"code":1007,"phase":"build","level":"warning","step":"run-baler","name":"WARN_BALER_CANNOT_BE_USED","title":"Baler cannot be used","suggestion":"Enable its module, or set SCD_USE_BALER: false."},{"code":1008,"phase":"build","level":"warning","step":null,"name":"WARN_WRONG_OPCACHE_CONFIG","title":"The OPcache excludes differ from the recommendation","suggestion":"Take php.ini and op-exclude.txt from the template."},{"code":2001,"phase":"deploy","level":"warning","step":"pre-deploy:cache","name":"WARN_REDIS_SERVICE_NOT_AVAILABLE","title":"Redis is configured for the cache, but the service is not there","suggestion":"Add the service and its relationship, or remove the configuration."},{"code":2002,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_WRONG_SPLIT_DB_CONFIG","title":"The configuration is not ideal","suggestion":"The suggestion in the log names the option; in the source this is the split database."},{"code":2003,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DIR_NESTING_LEVEL_NOT_CONFIGURED","title":"The nesting of error reports is not configured","suggestion":"Set ERROR_REPORT_DIR_NESTING_LEVEL, or leave the default."},{"code":2004,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_NOT_CORRECT_LOCAL_XML_FILE","title":"pub/errors/local.xml is invalid","suggestion":"Correct the XML."},{"code":2005,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ADMIN_DATA_IGNORED","title":"Administrator variables are ignored in an upgrade","suggestion":"Nothing to do; remove them after the first installation."},{"code":2006,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ADMIN_EMAIL_NOT_SET","title":"No administrator was created because ADMIN_EMAIL is not set","suggestion":"Matters for a new installation only; else bin/magento admin:user:create."},{"code":2007,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_UPDATE_PHP_VERSION","title":"PHP is not the recommended version","suggestion":"Set type in .magento.app.yaml."},{"code":2008,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_SOLR_DEPRECATED","title":"Solr is deprecated since 2.1","suggestion":"Use the search service of the version."},{"code":2009,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_SOLR_NOT_SUPPORTED","title":"Solr is not supported since 2.2","suggestion":"Use the search service of the version."},{"code":2010,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ES_INSTALLED_BUT_NOT_USED","title":"Elasticsearch is installed but not used","suggestion":"Remove the service, or set the engine."},{"code":2011,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ES_VERSION_MISMATCH","title":"The Elasticsearch client does not fit the service","suggestion":"Change the version of the service."},{"code":2012,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_CONFIG_NOT_COMPATIBLE","title":"The configuration does not fit this version","suggestion":"Remove the option that the warning names."},{"code":2013,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DEPLOY_SCD_OPTIONS_IGNORANCE","title":"Options for static content are ignored because the build did not deploy it","suggestion":"Remove them, or deploy static content in the build."},{"code":2014,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DEPRECATED_VARIABLES","title":"Deprecated variables or values are set","suggestion":"Replace them as the warning says."},{"code":2015,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ENVIRONMENT_CONFIG_NOT_VALID","title":"The environment configuration is invalid","suggestion":"Correct the variable that the warning names."},{"code":2016,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_CONFIG_WRONG_JSON_FORMAT","title":"A variable is not valid JSON","suggestion":"Correct its value."},{"code":2017,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_SERVICE_VERSION_NOT_COMPATIBLE","title":"A service does not fit this version","suggestion":"Change the version of the service; on Pro a ticket."},{"code":2018,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_SERVICE_PASSED_EOL","title":"A service is past its end of life","suggestion":"Plan its upgrade; see the enforcement dates."},{"code":2019,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DEPRECATED_MYSQL_SEARCH_ENGINE","title":"The search engine mysql is deprecated","suggestion":"Use the search service."},{"code":2020,"phase":"deploy","level":"warning","step":"install-update","name":"WARN_ENV_PHP_MISSED","title":"env.php was missing or empty and was created anew","suggestion":"Compare encryption key and settings; restore env.php from its backup if they differ."},{"code":2021,"phase":"deploy","level":"warning","step":"install-update:db-connection","name":"WARN_SPLIT_DB_CUSTOM_CONNECTION_USED","title":"The split database uses custom connections","suggestion":"Check that this is meant."},{"code":2022,"phase":"deploy","level":"warning","step":"install-update:db-connection","name":"WARN_DB_CONFIG_NOT_COMPATIBLE_WITH_SLAVE","title":"The database configuration does not fit the slave connection","suggestion":"Correct DATABASE_CONFIGURATION or MYSQL_USE_SLAVE_CONNECTION."},{"code":2023,"phase":"deploy","level":"warning","step":"install-update:split-db","name":"WARN_SPLIT_DB_ENABLING_SKIPPED","title":"The database was not split","suggestion":"The warning tells why."},{"code":2024,"phase":"deploy","level":"warning","step":"install-update:split-db","name":"WARN_NOT_ENOUGH_DATA_SPLIT_DB_VAR","title":"SPLIT_DB lacks connections","suggestion":"Complete or remove SPLIT_DB."},{"code":2025,"phase":"deploy","level":"warning","step":"install-update:split-db","name":"WARN_SLAVE_CONNECTION_NOT_SET","title":"The slave connection was not set","suggestion":"Check the relationship of the replica."},{"code":2026,"phase":"deploy","level":"warning","step":"pre-deploy:restore-writable-dirs","name":"WARN_COPY_MOUNTED_DIRS_FAILED","title":"Some data of the build was not restored to the mounts","suggestion":"Check disk and permissions of the mount that cloud.log names."},{"code":2027,"phase":"deploy","level":"warning","step":"validate-config:mage-mode-variable","name":"WARN_NOT_SUPPORTED_MAGE_MODE","title":"MAGE_MODE has a value that Cloud does not support","suggestion":"Remove the variable; Cloud runs in production mode."},{"code":2028,"phase":"deploy","level":"warning","step":"remote-storage","name":"WARN_REMOTE_STORAGE_CANNOT_BE_ENABLED","title":"Remote storage could not be enabled","suggestion":"Listed as a warning, but it stops the deployment: env.php could not be written, or REMOTE_STORAGE is incomplete."},{"code":2029,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DEPRECATED_SPLIT_DB","title":"Split databases are deprecated since 2.4.2","suggestion":"Plan to merge them."},{"code":2030,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_OS_ES_SERVICES_BOTH_INSTALLED","title":"Elasticsearch and OpenSearch are both installed","suggestion":"Remove the one that is not used; 2.4.4 and later take OpenSearch."},{"code":2031,"phase":"deploy","level":"warning","step":null,"name":"WARN_REMOTE_STORAGE_CANNOT_BE_DISABLED","title":"Remote storage could not be disabled","suggestion":"Named a warning, but it stops the deployment: env.php could not be written; check the mount app/etc."},{"code":2032,"phase":"deploy","level":"warning","step":"pre-deploy:cache","name":"WARN_VALKEY_SERVICE_NOT_AVAILABLE","title":"Valkey is configured for the cache, but the service is not there","suggestion":"Add the service and its relationship, or remove the configuration."},{"code":3001,"phase":"post-deploy","level":"warning","step":"validate-config","name":"WARN_DEBUG_LOG_ENABLED","title":"Debug logging is on","suggestion":"Switch it off to save disk."},{"code":3002,"phase":"post-deploy","level":"warning","step":"warm-up","name":"WARN_CANNOT_FETCH_STORE_URLS","title":"The URLs of the stores could not be read","suggestion":"The warm-up was skipped: check that bin/magento works and the base URLs are set."},{"code":3003,"phase":"post-deploy","level":"warning","step":"warm-up","name":"WARN_CANNOT_FETCH_STORE_URL","title":"The URL of a store could not be read","suggestion":"Check the base URL of that store."},{"code":3004,"phase":"post-deploy","level":"warning","step":"backup","name":"WARN_CREATE_CONFIG_BACKUP_FAILED","title":"env.php and config.php could not be backed up","suggestion":"Check the mount app/etc."},{"code":4001,"phase":"general","level":"warning","step":null,"name":"WARN_CANNOT_GET_PROC_COUNT","title":"The number of processors could not be read","suggestion":"Nothing to do."}]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/ece-tools-errors.js

const byCode = new Map(ece_tools_errors_namespaceObject.sO.map((error) => [error.code, error]));
// Called warnings, but the deployment stops on them (ece-tools 2002.1.17, src/App/Error.php).
const stopping = new Set([2028, 2031]);
/** Entry of the error reference of ece-tools for a code; null for an unknown code. */
function eceToolsError(code) {
    return byCode.get(code) ?? null;
}
/**
 * The error of ece-tools that the number in an ERROR line stands for, in the phase of that line. Null if the number is
 * the exit status of a command (1, 127, 137, 255 …) or a code of the database driver (2002, 2006 …).
 */
function codeOfError(code, phase) {
    const error = code === null ? null : eceToolsError(code);
    if (error === null || error.phase === 'any')
        return null;
    if (error.level === 'warning')
        return stopping.has(error.code) ? error : null;
    return error.phase === 'general' || phase === null || phase === 'site' || error.phase === phase ? error : null;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-log/unwrap-lines.js
var unwrap_lines = __webpack_require__(1572);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/coded-entries.js





/** The entries of cloud.error.log (or of the output of `ece-tools error:show -j`), each code once. */
function codedEntries({ source, text, activity }) {
    const { errors } = (0,cloud_error_log/* parseCloudErrorLog */.D)((0,last_characters/* lastCharacters */.p)(text, 3_000_000));
    const seen = new Set();
    return errors
        .filter(({ code }) => !seen.has(code) && seen.add(code))
        .map((error) => {
        const said = (0,redact_evidence/* redactEvidence */.H)(`${error.code} ${error.stage}/${error.step ?? '?'}: ${error.title}`);
        const rows = said.slice(0, 20_000).split('\n');
        return {
            source,
            activity: activity ?? null,
            phase: phaseOf(error),
            at: null,
            level: isWarning(error) ? 'warning' : 'error',
            code: error.code,
            rows,
            lines: isWarning(error) ? [] : (0,unwrap_lines/* unwrapLines */.h)(rows),
            certain: !isWarning(error)
        };
    });
}
// A lost database is logged with the number of its driver, which ece-tools mistakes for that of a warning.
function isWarning({ type, title }) {
    return type === 'warning' && !title.includes('SQLSTATE[');
}
function phaseOf({ stage, code }) {
    if (stage.includes('post'))
        return 'post-deploy';
    if (stage === 'build' || stage === 'deploy')
        return stage;
    const phase = eceToolsError(code)?.phase;
    return phase === 'build' || phase === 'deploy' || phase === 'post-deploy' ? phase : null;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/log-cut.js
var log_cut = __webpack_require__(1880);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-log/scenario-starts.js
var scenario_starts = __webpack_require__(221);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-log/log-entry.js + 2 modules
var log_entry = __webpack_require__(899);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/current-deployment.js




// Clocks of the platform and of its nodes agree to within a few seconds; a deployment takes longer than this.
const slack = 60_000;
const most = 3_000_000;
/**
 * Keeps only texts of the last deployment that any of them shows; others explain an older one. Of the shop's own logs,
 * lines written since then are kept; a text without times is kept.
 */
function currentDeployment(evidence) {
    const texts = evidence.map((one) => one.kind === 'log' ? { ...one, text: lastPart((0,last_characters/* lastCharacters */.p)(one.text, most)) } : one);
    const spans = texts.map((one) => (one.kind === 'log' ? spanOf(one) : null));
    const newest = (key) => spans.reduce((latest, span) => Math.max(latest, span?.[key] ?? -Infinity), -Infinity);
    const [built, deployed] = [newest('built'), newest('deployed')];
    const isCurrent = (span) => !span || !isOlder(span, built, deployed);
    const starts = spans.filter(isCurrent).flatMap((span) => [span?.built ?? Infinity, span?.deployed ?? Infinity]);
    const start = starts.reduce((first, one) => Math.min(first, one), Infinity);
    return texts.flatMap((one, index) => {
        if (one.kind === 'site-log')
            return Number.isFinite(start) ? since(one, start) : [one];
        return isCurrent(spans[index]) ? [one] : [];
    });
}
// An activity is one deployment; the logs on a server contain all of them, one after the other.
function lastPart(text) {
    if ((0,log_entry/* isUpgradeLog */.F)(text))
        return lastBlock(text);
    const activity = lastIndex(text, /^[ \t]{0,20}(?:Processing activity|Found \d+ new commits?\b)/gm);
    if (activity !== null)
        return text.slice(activity);
    return /^[ \t]{0,20}(?:Building application|Re-?deploying environment|Deploying applications)/m.test(text)
        ? text
        : (0,log_cut/* sinceLastScenario */.tb)(text);
}
function lastBlock(text) {
    return text.slice(lastIndex(text, /^Updating time: /gm) ?? 0);
}
function lastIndex(text, pattern) {
    return [...text.matchAll(pattern)].at(-1)?.index ?? null;
}
function spanOf({ text, activity }) {
    const start = activity?.startedAt ?? null;
    if ((0,log_entry/* isUpgradeLog */.F)(text)) {
        const time = Date.parse(/^Updating time: ([^\n]{1,60})/m.exec(text)?.[1] ?? '');
        return { built: null, deployed: null, other: Number.isNaN(time) ? null : time };
    }
    const last = (0,scenario_starts/* lastDeployment */.K)(text);
    if (last === null)
        return { built: start, deployed: null, other: start === null ? firstTime(text) : null };
    const builds = last.firstPhase !== 'deploy';
    return {
        built: start ?? (builds ? last.at : null),
        deployed: last.phase === 'deploy' ? last.phaseAt : null,
        other: null
    };
}
function firstTime(text) {
    const stamp = /^[ \t]{0,20}(\[\d{4}-\d\d-\d\d[T ][^\]\n]{5,30}\])/m.exec(text);
    return (0,scenario_starts/* timeOf */.n)(stamp?.[1] ?? '');
}
function isOlder({ built, deployed, other }, newestBuild, newestDeploy) {
    const begun = Math.max(built ?? -Infinity, deployed ?? -Infinity, other ?? -Infinity);
    if (!Number.isFinite(begun))
        return false;
    if (begun < newestBuild - slack)
        return true;
    return built === null && begun < newestDeploy - slack;
}
function since(one, start) {
    const text = (0,log_cut/* entriesSince */.RD)(one.text, start);
    return text === '' ? [] : [{ ...one, text }];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/schema.js + 4 modules
var schema = __webpack_require__(3044);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/deployment-log/evidence.js

/** The parts of a deployment in their order, and the running shop after it. */
const phases = schema/* findingPhases */.Ui;

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/offending-package.js
var offending_package = __webpack_require__(1756);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/printed-before.js
/**
 * The last lines that a command printed before an entry that only says that it failed; none for an entry with its own
 * lines. Up to 2002.0, ece-tools writes a line between the two.
 */
function printedBefore(entry, entries) {
    const at = entries.indexOf(entry);
    if (entry.level !== 'error' || entry.lines.length > 1 || at < 0)
        return [];
    const before = entries
        .slice(Math.max(0, at - 3), at)
        .filter(({ source, level }) => source === entry.source && level !== 'warning')
        .findLast(({ lines }) => lines.length > 0);
    if (!before || (!before.certain && before.level !== 'error'))
        return [];
    return before.lines.filter(({ text }) => text.trim() !== '').slice(-5);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/failure-rule.js
/** What to type once the cause is fixed: a build needs a new commit, a deployment needs its hook to run again. */
function deployAgain({ phase }) {
    return phase === 'configuration' || phase === 'build' ? pushAgain : redeployAgain;
}
const pushAgain = 'Then commit, and git push.';
// Sources differ on whether a redeployment runs the deploy hook; a new commit always does.
const redeployAgain = 'Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.';
/** The first match of a pattern in a text, or its first group; null if there is none. */
function firstMatch(pattern) {
    return (text) => {
        const match = pattern.exec(text);
        return match === null ? null : (match[1] ?? match[0]);
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/build-rules.js

// Vendors of packages that the product requires: removing those breaks it.
const bundled = /^(?:fastly|paypal|aem|adobe-commerce|amzn|dotmailer|klarna|vertex|vertexinc|yotpo|msp|shopialfb|temando)\//;
const className = firstMatch(/\b([A-Z]\w{0,60}(?:\\{1,2}\w{1,80}){2,12})/);
/** Causes that stop the build after the packages are installed. */
const buildRules = [
    {
        id: 'not-marshaled',
        phase: 'build',
        title: 'Files of the base packages are missing: they were not marshaled',
        trace: /app\/etc\/(?:NonComposerComponentRegistration|di|registration_globlist|vendor_path)\.(?:php|xml)[^\n]{0,200}(?:No such file|[Ff]ailed open)|setup\/(?:config|src)\/[\w./]{1,120}[^\n]{0,120}No such file|(?:Could not open input file|File doesn't exist): (?:\.\/)?(?:bin\/magento|setup\/)|bin\/magento: No such file|There are no commands defined in the "(?:module|cache|setup|app|maintenance|indexer)" namespace|Command "(?:module|cache|setup|maintenance|app):[\w:-]{1,40}" is not defined|must be compatible with [^\n]{1,400} in \S{0,80}\/setup\/src\/Magento\/|(?:Fatal|Parse) error:[^\n]{0,400} in \S{0,80}\/setup\/src\/Magento\//,
        subject: firstMatch(/((?:app\/etc|setup|bin)\/[\w./]{0,120}[\w]{1,60}\.(?:php|xml)|bin\/magento\b(?=: No such|$|"))/),
        meaning: 'The marshaling plugin copies these files from magento2-base. On the platform it copies nothing unless a deploy strategy is set; or the project contains a stale setup/ or bin/magento of an older version.',
        next: 'In composer.json set extra.magento-deploystrategy: copy and extra.magento-force: true (as in the template); check that config.allow-plugins has magento/*; commit the files that composer install marshals (git status; git add -f if they are ignored), or git rm -r --cached an old setup/ that is in the way. Then git push.'
    },
    {
        id: 'module-dependencies',
        phase: 'build',
        title: ({ text }) => constraintTitle(text),
        trace: /Unable to change status of modules because|Cannot (?:enable|disable) [\w, ]{1,300}because (?:it depends on|modules depend on|it conflicts)/i,
        meaning: 'app/etc/config.php enables a module but disables one that it needs, or the other way round.',
        next: ({ text }) => {
            const { module, needed } = constraint(text);
            return needed === null
                ? 'Correct the modules in app/etc/config.php (php bin/magento module:enable --all in the checkout shows the constraints), commit, and git push.'
                : `In app/etc/config.php set ${needed} to 1, or ${module ?? 'the module that needs it'} to 0. Commit, and git push.`;
        }
    },
    {
        id: 'database-in-build',
        phase: 'build',
        within: ['build'],
        title: 'Code uses the database in the build, which has none',
        trace: /SQLSTATE\[HY000\] \[(?:2002|2003|2005|2006|1044|1045|1049)\]|php_network_getaddresses|getaddrinfo (?:for|failed)/i,
        culprit: true,
        meaning: 'No service runs while the code is built. Either the configuration of an environment is in git (app/etc/env.php, system values in config.php), or an extension runs a query in a constructor.',
        next: ({ culprit }) => `git ls-files app/etc: if env.php is listed, git rm --cached app/etc/env.php and add it to .gitignore; then check the last changes of config.php${culprit === null ? '' : ` and ${culprit}`}. Commit, and git push.`
    },
    {
        id: 'di-compile-failed',
        phase: 'build',
        title: ({ culprit, phase }) => `Code of ${culprit ?? 'an extension'} does not ${phase === 'site' || phase === 'build' ? 'compile' : 'work'} with the new version`,
        trace: /Class ["']?\\?[\w\\]{1,300}["']? (?:for [\w ]{0,40}generation )?(?:does not exist|not found)|Source class "[^"\n]{1,300}" for "[^"\n]{1,300}" generation does not exist|Errors during compilation|Incompatible argument type|must be compatible with|Call to undefined (?:method|function) |Interface ["'][\w\\]{1,300}["'] not found|Cannot declare class|contains \d{1,3} abstract methods?|Plugin class [\w\\]{1,200} doesn't exist|Circular dependency: |Cannot instantiate (?:interface|abstract)|Extra parameters passed to parent construct|Missed required argument/i,
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
        title: ({ culprit }) => culprit === null ? 'Static content could not be deployed' : `Static content could not be deployed: ${culprit}`,
        trace: /(?:variable @|\.mixin)[\w-]{1,80} is undefined|Compilation from source: ?$|Unable to get content for '|LESS (?:file|source)[^\n]{0,60}(?:empty|error)/,
        subject: firstMatch(/((?:frontend|adminhtml)\/[\w-]{1,60}\/[\w-]{1,60})(?=\/)/),
        codes: [19, 119],
        command: /setup:static-content:deploy/,
        culprit: true,
        meaning: 'A theme, a less or JavaScript file, or code of an extension stops setup:static-content:deploy.',
        next: ({ culprit, phase }) => culprit?.includes('/')
            ? extensionNext(culprit)
            : `Read the lines: they name the theme, the file or the class. Fix it in the checkout. ${deployAgain({ phase: phase === 'site' ? 'deploy' : 'build' })}`
    },
    {
        id: 'upload-failed',
        phase: 'build',
        always: true,
        title: 'The platform could not store the built application',
        trace: /Unable to upload the application/i,
        meaning: 'The code was built, but the cluster could not store it, usually because of its disk. Nothing in the project shows why.',
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
];
function extensionNext(culprit) {
    if (culprit?.startsWith('app/code/'))
        return `Adapt the module, or git rm -r ${culprit}; commit, and git push.`;
    if (culprit !== null && bundled.test(culprit))
        return `composer update ${culprit} --with-dependencies (it comes with the product), or a quality patch for it; commit, and git push.`;
    if (culprit?.includes('/'))
        return `Update the extension, or remove it (composer update ${culprit}, composer remove ${culprit}), commit, and git push.`;
    const module = culprit === null ? 'The lines name the class' : `composer show shows which package has ${culprit}`;
    return `${module}: update that extension with composer update, or remove it; commit, and git push.`;
}
function constraint(text) {
    return {
        module: /Cannot (?:enable|disable) (\w{1,80})/.exec(text)?.[1] ?? null,
        needed: /^\s{0,20}([A-Z][A-Za-z0-9]{0,40}_[A-Za-z0-9]{1,60}): /m.exec(text)?.[1] ?? null
    };
}
function constraintTitle(text) {
    const { module, needed } = constraint(text);
    return module === null || needed === null
        ? 'An enabled module needs one that is disabled'
        : `${module} is enabled but needs ${needed}, which is disabled`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/code-rules.js

const file = firstMatch(/(?:XML in file "|Invalid XML in file |^|\s|")((?:\/app\/)?[\w./-]{3,200}\.xml)/);
/** Problems in the code or files of modules and themes, in any phase. */
const codeRules = [
    {
        id: 'php-syntax',
        phase: 'build',
        title: ({ culprit }) => `Code of ${culprit ?? 'an extension'} is not valid for this PHP version`,
        trace: /Parse error:|ParseError|syntax error, unexpected /,
        culprit: true,
        meaning: 'It was written for a newer (or much older) PHP than the type in .magento.app.yaml, or the file is damaged.',
        next: (context) => `Compare type: php in .magento.app.yaml with what the package requires; otherwise ${exchange(context)} Commit, and git push.`
    },
    {
        id: 'xml-invalid',
        phase: 'build',
        title: 'An XML file is not valid for the new version',
        trace: /The XML in file "|Invalid XML in file |Invalid Document\b|is invalid: Element '|This element is not expected/,
        subject: file,
        culprit: true,
        meaning: 'The schema of the file has changed with the version, or the file has an error; line and element are shown below.',
        next: (context) => `Fix the file, or ${exchange(context)} Commit, and git push.`
    },
    {
        id: 'theme-missing',
        phase: 'build',
        title: 'The configuration names a theme that is not in the code',
        trace: /Unable to load theme by specified key|Required parameter 'theme_dir' was not passed|Theme not found/i,
        subject: firstMatch(/specified key: '([^'\n]{1,120})'/),
        meaning: 'app/etc/config.php, SCD_MATRIX or the table theme of the database names a theme whose files are gone.',
        next: 'Restore its package or folder (app/design), or remove it from app/etc/config.php and from SCD_MATRIX in .magento.env.yaml. Commit, and git push.'
    },
    {
        id: 'code-fails',
        phase: 'deploy',
        within: ['deploy', 'post-deploy'],
        outcome: true,
        sureOnly: true,
        title: ({ culprit }) => `Code of ${culprit ?? 'an extension'} stops with an error`,
        trace: /must be of (?:the )?type [^\n]{1,300}(?:given|returned)|Too few arguments to function|Undefined (?:index|array key|offset|variable|property|constant)\b|Call to a member function \w{1,80}\(\) on|Unsupported operand types|Deprecated Functionality:|Attempt to read property|Uncaught (?:\w{0,40}Error|Exception)/,
        culprit: true,
        meaning: 'It does not work with this version of the product or of PHP, or with the data in the database.',
        next: (context) => `Read the line, which has the file and line number; ${exchange(context)} ${deployAgain(context)}`
    }
];
function exchange({ culprit }) {
    if (culprit?.startsWith('app/code/'))
        return `fix the module in ${culprit}.`;
    return culprit?.includes('/')
        ? `composer update ${culprit}, or composer remove ${culprit}.`
        : 'update the package that the file belongs to.';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/configuration-rules.js

/** Configuration that the platform refuses before it builds or before it touches the running site. */
const configurationRules = [
    {
        id: 'protective-block',
        phase: 'configuration',
        always: true,
        title: 'The protective block of the Cloud refused the code',
        trace: /protective block\.?$|refused by the protective block|(?:has|contains|found) [\w ]{0,40}known (?:security )?vulnerabilit/i,
        meaning: 'The platform knows a vulnerability in the pushed code and does not deploy it.',
        next: 'Apply the patch that the advisory names, or plan for a version that includes it: magento-cloud-upgrade plan --target latest-patch. To make an exception, use .magento.app.yaml (preflight: ignore_rules). Then commit, and git push.'
    },
    {
        id: 'extension-not-supported',
        phase: 'configuration',
        always: true,
        title: 'A PHP extension in .magento.app.yaml does not exist for this PHP version',
        trace: /extension is not supported for/i,
        subject: firstMatch(/"?([\w-]{1,40})\\?"? extension is not supported for/i),
        meaning: 'The extension is built into this PHP, or this PHP does not support it; the platform does not build with it.',
        next: 'Remove the extension from runtime.extensions in .magento.app.yaml, commit, and git push.'
    },
    {
        id: 'service-version-not-supported',
        phase: 'configuration',
        always: true,
        title: 'The platform does not offer a type or version in the configuration',
        trace: /(?:type|version|service|runtime|image)s? [^\n]{0,80}(?:is not supported|are not supported|is not (?:a )?valid|is not available|does not exist|no longer supported)|(?:invalid|unsupported|unknown) (?:service|runtime|image|application)?\s?(?:type|version)\b/i,
        within: ['configuration'],
        subject: firstMatch(/['"]?([a-z][a-z-]{1,30}:[\d.]{1,12})['"]?/),
        meaning: 'The platform has no image for a type in .magento.app.yaml or .magento/services.yaml.',
        next: 'Set a version that the platform offers: type in .magento.app.yaml, or of the service in .magento/services.yaml. Commit, and git push.'
    },
    {
        id: 'application-type',
        phase: 'configuration',
        always: true,
        title: 'The platform does not build applications of this type',
        trace: /Cannot build application of type|Unable to find stack/i,
        subject: firstMatch(/of type ['"]?([\w.:-]{2,40})/i),
        meaning: 'type in .magento.app.yaml names a PHP version that the platform does not offer (any more).',
        next: 'Set type in .magento.app.yaml to a PHP version that the platform offers and the target needs, commit, and git push.'
    },
    {
        id: 'plan-limit',
        phase: 'configuration',
        always: true,
        title: 'The configuration needs more than the plan includes',
        trace: /Resources? exceed(?:s|ing)? (?:the |your )?plan|exceed(?:s|ing) (?:the |your )?plan limit/i,
        subject: firstMatch(/plan limit; ?([^\n;]{3,80})/i),
        meaning: 'The disks (or sizes) in .magento.app.yaml and .magento/services.yaml add up to more than the plan includes.',
        next: 'Lower disk in .magento.app.yaml or .magento/services.yaml, commit, and git push; or buy more storage for the plan.'
    },
    {
        id: 'submodule-unreadable',
        phase: 'configuration',
        within: ['configuration'],
        always: true,
        title: 'A git submodule cannot be fetched',
        trace: /submodule[^\n]{0,200}(?:fail|error|unable|invalid)|(?:error|unable|fail)[^\n]{0,80}submodule|Unable to fetch (?:git@|ssh:|https?:)/i,
        subject: firstMatch(/((?:git@|ssh:\/\/|https?:\/\/)[^\s'"]{3,200}?)(?=[:.,]?(?:\s|$))/),
        meaning: 'The platform fetches submodules itself before it builds; the key of the project has no access to this one.',
        next: "Give the project's deploy key (Console, project settings) read access to it, or commit its files instead of the submodule. Commit, and git push."
    },
    {
        id: 'routes-missing',
        phase: 'configuration',
        always: true,
        title: 'Domains of the project have no route',
        trace: /have no routes|verifying routes\.yaml|domains would NOT be served/i,
        meaning: 'The platform does not deploy while a domain of the environment has no route.',
        next: 'Add the domains to .magento/routes.yaml, commit, and git push; or remove the domains that are no longer used: magento-cloud domain:list, magento-cloud domain:delete.'
    },
    {
        id: 'configuration-invalid',
        phase: 'configuration',
        always: true,
        title: 'The platform cannot use the configuration files',
        outcome: true,
        trace: /Error parsing configuration files|Invalid configuration files/i,
        meaning: 'A file in .magento or .magento.app.yaml is wrong; the lines name it.',
        next: 'Fix the file and the key that the lines name, commit, and git push.'
    }
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/sql-subject.js
/** The table that a failed statement is about; null if the text names none. */
function tableOf(text) {
    const query = /query was: (?:ALTER TABLE|CREATE TABLE(?: IF NOT EXISTS)?|INSERT (?:IGNORE )?INTO|REPLACE INTO|UPDATE|DELETE FROM|TRUNCATE TABLE|DROP TABLE(?: IF EXISTS)?) `?(?!IF\b)(\w{1,64})`?/i.exec(text);
    return query?.[1] ?? /[Tt]able '(?:\w{1,64}\.)?(\w{1,64})'/.exec(text)?.[1] ?? null;
}
/** The message of a failed statement, without the statement: `SQLSTATE[…]: … (table x)`; null for other texts. */
function sqlSubject(text) {
    const message = /SQLSTATE\[\w{1,10}\][^\n]{1,400}/.exec(text)?.[0];
    if (message === undefined)
        return null;
    const table = tableOf(text);
    const said = (message.split(', query was')[0] ?? '').trim().slice(0, 240);
    return table === null || said.includes(table) ? said : `${said} (table ${table})`;
}
/**
 * The foreign key that a text names in full; null if a part is missing. A temporary table is looked up in the
 * statement.
 */
function foreignKeyOf(text) {
    const key = /FOREIGN KEY \(`(\w{1,64})`\) REFERENCES `(?:\w{1,64}`\.`)?(\w{1,64})` ?\(`(\w{1,64})`\)/.exec(text);
    const named = /fails \((?:`\w{1,64}`\.)?`([\w#-]{1,64})`, CONSTRAINT/.exec(text)?.[1];
    const table = named === undefined || named.startsWith('#sql') ? tableOf(text) : named;
    if (key === null || table === null)
        return null;
    const [, column = '', parent = '', parentColumn = ''] = key;
    return { table, column, parent, parentColumn };
}
/** A query that lists the rows without a parent. */
function orphanQuery({ table, column, parent, parentColumn }) {
    return `SELECT c.${column}, COUNT(*) FROM ${table} c LEFT JOIN ${parent} p ON p.${parentColumn} = c.${column} WHERE c.${column} IS NOT NULL AND p.${parentColumn} IS NULL GROUP BY c.${column};`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/data-rules.js


/** Problems in the data, or in database objects other than tables, that stop a statement of the upgrade. */
const dataRules = [
    {
        id: 'trigger-outdated',
        phase: 'deploy',
        title: 'A trigger of an index is from before the upgrade',
        trace: /Unknown column '[\w.]{1,64}' in '(?:NEW|OLD)'/i,
        subject: firstMatch(/TRIGGER (?:IF (?:NOT )?EXISTS )?`?(\w{1,64})/i),
        meaning: 'Indexes that update on schedule have triggers on their tables; this one names a column that the table does not have (yet). A second run usually succeeds.',
        next: (context) => `${again(context)} If it fails again: on the server php bin/magento indexer:set-mode realtime, deploy, then php bin/magento indexer:set-mode schedule.`
    },
    {
        id: 'duplicate-rows',
        phase: 'deploy',
        title: 'Duplicate rows violate a unique key',
        trace: /Duplicate entry '[^\n]{0,300}' for key/i,
        subject: firstMatch(/for key '([\w.]{1,130})'/),
        meaning: 'The new version, or one of its patches, needs a unique key or writes a row that already exists.',
        next: (context) => `${listTwice(context.text)} After a backup, delete or correct one row of each pair. ${deployAgain(context)}`
    },
    {
        id: 'data-does-not-fit',
        phase: 'deploy',
        title: 'Values of a column do not fit its new type',
        trace: /\b(?:1292 (?:Incorrect|Truncated)|1265 Data truncated|1366 Incorrect|1406 Data too long|1264 Out of range|1138 Invalid use of NULL|1067 Invalid default|1048 Column)\b/i,
        subject: (text) => {
            const column = /[Cc]olumn '([\w.]{1,130})'|default value for '(\w{1,64})'/.exec(text);
            const [name, table] = [column?.[1] ?? column?.[2], tableOf(text)];
            return name === undefined ? table : table === null ? name : `${table}.${name}`;
        },
        meaning: 'The schema of the new version changes the column, and the server refuses to truncate or convert its values.',
        next: (context) => `Check its values with magento-cloud sql (SELECT … GROUP BY that column); after a backup, correct those that do not fit. A wrong default value comes from the extension's db_schema.xml. ${deployAgain(context)}`
    },
    {
        id: 'database-rights',
        phase: 'deploy',
        title: ({ text }) => definer.test(text)
            ? 'A view, trigger or routine belongs to a database user that does not exist'
            : 'The user of the database lacks a privilege',
        trace: /General error: (?:1419|1227|1449)\b|\b114[234] \w{3,12} command denied|need \(at least one of\) the [\w ,]{1,80} privilege|user specified as a definer/i,
        subject: (text) => definer.test(text) ? null : firstMatch(/the (\w{2,40}) privilege|(\w{3,12}) command denied/i)(text),
        meaning: 'Usually the database came from another server: its objects name users of that server, or need more privileges than a shop has.',
        next: (context) => `Find the object: magento-cloud sql "SELECT TRIGGER_NAME, DEFINER FROM information_schema.TRIGGERS", the same for VIEWS and ROUTINES. php bin/magento indexer:set-mode realtime and back to schedule recreates the triggers of indexes; import others without DEFINER; for a missing privilege on Pro, open a ticket. ${deployAgain(context)}`
    },
    {
        id: 'view-broken',
        phase: 'deploy',
        title: 'A view of the database refers to something that no longer exists',
        trace: /General error: 1356\b|View '[\w.]{1,130}' references invalid/i,
        subject: firstMatch(/View '([\w.]{1,130})'/),
        meaning: 'Its table, column or definer no longer exists.',
        next: (context) => `magento-cloud sql, and SHOW CREATE VIEW of it: create it again with the user of this database (a reindex recreates those of inventory), or drop it. ${deployAgain(context)}`
    },
    {
        id: 'table-crashed',
        phase: 'deploy',
        title: 'A table is damaged',
        trace: /is marked as crashed|General error: (?:144|145|1194|1195)\b|Incorrect key file for table/i,
        subject: firstMatch(/[Tt]able '(?:\.\/)?([\w./-]{1,130})'/),
        meaning: 'Tables that are not InnoDB break if their server is killed or its disk is full.',
        next: (context) => `magento-cloud sql, and REPAIR TABLE of it; then ALTER TABLE … ENGINE=InnoDB, so that it does not happen again. Check the disk as well: magento-cloud db:size. ${deployAgain(context)}`
    },
    {
        id: 'packet-too-large',
        phase: 'deploy',
        title: 'A statement is larger than the server accepts (max_allowed_packet)',
        trace: /Got a packet bigger than|\b1153\b[^\n]{0,40}packet|Packet for query is too large/i,
        subject: tableOf,
        meaning: 'One row or one statement exceeds the limit of the database server.',
        next: (context) => `Raise it: configuration: properties: max_allowed_packet of mysql in .magento/services.yaml (Pro staging and production: a ticket); or find the row that is so large. ${deployAgain(context)}`
    }
];
const definer = /\b1449\b|user specified as a definer/i;
function again(context) {
    return deployAgain(context).replace(/^Then (\w)/, (_, first) => first.toUpperCase());
}
function listTwice(text) {
    const [, columns = ''] = /UNIQUE (?:KEY|INDEX)?[^(\n]{0,80}\((`\w{1,64}`(?:, ?`\w{1,64}`){0,8})\)/i.exec(text) ?? [];
    const table = tableOf(text);
    if (columns === '' || table === null)
        return 'List them with magento-cloud sql: the lines name the key and the table.';
    const list = columns.replaceAll('`', '');
    return `List them with magento-cloud sql: SELECT ${list}, COUNT(*) FROM ${table} GROUP BY ${list} HAVING COUNT(*) > 1;`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/database-rules.js


const running = ['deploy', 'post-deploy', 'site'];
/** Errors of the database itself. */
const databaseRules = [
    {
        id: 'database-gone',
        phase: 'deploy',
        within: running,
        title: 'The database connection was lost during the work',
        trace: /(?:General error: |\[)(?:2006|2013)\b|MySQL server has gone away|Lost connection to (?:MySQL|MariaDB|server)/i,
        subject: tableOf,
        meaning: 'The server stopped or closed the connection, usually because its disk is full, sometimes because of its memory or a statement over max_allowed_packet.',
        next: (context) => `First check the disk of the database: magento-cloud db:size, disk of mysql in .magento/services.yaml (Pro: a ticket). Then check its memory, and the statement that the lines show. ${deployAgain(context)}`
    },
    {
        id: 'too-many-connections',
        phase: 'deploy',
        within: running,
        title: 'The database has no connection left',
        trace: /Too many connections|\[1040\]|max_user_connections|General error: 1203\b/i,
        meaning: 'Cron jobs, consumers, the shop and the deployment together use all connections that the server allows.',
        next: (context) => `On the server: vendor/bin/ece-tools cron:kill; magento-cloud sql "SHOW FULL PROCESSLIST" shows who uses them; run fewer consumers and cron jobs at the same time, or get a bigger database. ${deployAgain(context)}`
    },
    {
        id: 'database-unreachable',
        phase: 'deploy',
        within: running,
        title: 'The database cannot be reached',
        trace: /SQLSTATE\[HY000\] \[(?:2002|2003|2005|1044|1045|1049)\]|(?:CRITICAL|ERROR): \[(?:2002|2003|1045)\]/i,
        subject: sqlSubject,
        meaning: 'The application could not connect to its database, or was refused by it.',
        next: (context) => `Check that the service runs, that its disk is not full, and that the relationship is named database: magento-cloud relationships, magento-cloud db:size. ${deployAgain(context)}`
    },
    {
        id: 'foreign-key',
        phase: 'deploy',
        title: ({ text }) => {
            const key = foreignKeyOf(text);
            return key === null
                ? 'A foreign key cannot be made: rows refer to missing rows'
                : `A foreign key cannot be made: rows of ${key.table} refer to missing rows of ${key.parent}`;
        },
        trace: /(?:violation|error): (?:1452|1216)\b|a foreign key constraint fails/i,
        meaning: 'The new version needs a foreign key that the data violates.',
        next: (context) => {
            const key = foreignKeyOf(context.text);
            const find = key === null ? 'find the rows without a parent' : `magento-cloud sql, and: ${orphanQuery(key)}`;
            return `List them: ${find} After a backup, delete or correct those rows. ${deployAgain(context)}`;
        }
    },
    {
        id: 'foreign-key-columns',
        phase: 'deploy',
        title: ({ text }) => {
            const key = foreignKeyOf(text);
            const which = key === null ? '' : `: ${key.table}.${key.column} and ${key.parent}.${key.parentColumn}`;
            return `A foreign key cannot be made: its two columns do not fit each other${which}`;
        },
        trace: /errno: 150\b|Foreign key constraint is incorrectly formed|(?:violation|error): (?:1215|1822|1825|1826|3780)\b|Missing index for constraint|Cannot add foreign key constraint/i,
        meaning: 'They differ in type, sign, length or character set, or the other table has no index (or another engine) there, usually because an extension or a person changed a table.',
        next: (context) => {
            const key = foreignKeyOf(context.text);
            const tables = key === null ? 'both tables' : `${key.table} and ${key.parent}`;
            return `magento-cloud sql, and SHOW CREATE TABLE of ${tables}: after a backup, change column, index and engine to match db_schema.xml. ${deployAgain(context)}`;
        }
    },
    {
        id: 'row-size',
        phase: 'deploy',
        title: 'A row of a table is too large',
        trace: /(?:error|violation): (?:1118|1709|1071)\b|Row size too large|Index column size too large|Specified key was too long/i,
        subject: tableOf,
        meaning: 'The table has too many or too wide columns for its row format: usually COMPACT from an older server, or attributes in a flat table.',
        next: (context) => {
            const table = tableOf(context.text);
            return `magento-cloud sql, and after a backup: ALTER TABLE ${table ?? 'the table that the lines name'} ROW_FORMAT=DYNAMIC; otherwise change some of its columns to text. ${deployAgain(context)}`;
        }
    },
    {
        id: 'cron-stuck',
        phase: 'deploy',
        title: 'A cron job does not end',
        trace: /cron:run has been running for \d{1,6} minutes|Error happening during kill cron/i,
        meaning: 'A job that runs for hours keeps its locks, and the deployment waits for them.',
        next: (context) => `On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock. ${deployAgain(context)}`
    },
    {
        id: 'database-locked',
        phase: 'deploy',
        title: 'The database was locked by something else',
        trace: /Lock wait timeout exceeded|Deadlock found when trying to get lock|Could not acquire lock|Waiting for table metadata lock/i,
        subject: tableOf,
        meaning: 'A cron job, a consumer, a long query or an older run held a lock that the upgrade needed.',
        next: (context) => `On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock; magento-cloud sql "SHOW FULL PROCESSLIST" shows long-running queries. ${deployAgain(context)}`
    },
    {
        id: 'database-ahead',
        listsModules: true,
        phase: 'deploy',
        title: 'The database is newer than the code',
        trace: /Please update your modules|code version - \S{1,40}, database version - /i,
        meaning: 'The code went back to an older version, but its database did not.',
        next: 'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore, or magento-cloud snapshot:restore for a snapshot.'
    },
    {
        id: 'database-behind',
        listsModules: true,
        phase: 'site',
        always: true,
        title: 'The database is older than the code',
        trace: /Please upgrade your database/i,
        meaning: 'setup:upgrade has not run, or not to its end, since the code was deployed.',
        next: 'If a deployment failed, fix its cause first. Then magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
    }
];
/** The class of a data or schema patch in a text; null if there is none. */
const patchClass = firstMatch(/Unable to apply (?:data |schema )?patch ([\w\\]{3,200})/);

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/deploy-rules.js



/** Causes that stop the deploy phase. */
const deployRules = [
    {
        id: 'crypt-key-missing',
        phase: 'deploy',
        title: 'The encryption key is missing',
        trace: /crypt\/key (?:is missing|key value does not exist)|Missing crypt key|crypt key (?:is )?missing|missing the key for decryption|No encryption key/i,
        codes: [131],
        meaning: 'app/etc/env.php has no crypt/key, so encrypted settings cannot be read.',
        next: (context) => `On the server: vendor/bin/ece-tools backup:restore restores env.php; otherwise set the variable CRYPT_KEY to the key that belongs to this database: magento-cloud variable:create --level environment --name CRYPT_KEY --sensitive true. ${deployAgain(context)}`
    },
    {
        id: 'config-set-refused',
        phase: 'deploy',
        title: 'setup:config:set rejected a parameter',
        trace: /Parameter validation failed|setup:config:set [^\n]{0,200}option does not exist/i,
        subject: firstMatch(/setup:config:set (--[\w-]{1,60})/),
        meaning: 'ece-tools passes on the values of .magento.env.yaml and the variables; the application, or an extension that adds parameters, does not accept one of them.',
        next: 'Check REMOTE_STORAGE (and the source of the option in the lines) in .magento.env.yaml and magento-cloud variable:list, and extensions that add parameters to setup:config:set. Fix it, commit, and git push.'
    },
    {
        id: 'scope-missing',
        phase: 'deploy',
        title: ({ text }) => {
            const [, kind = 'website or store', code = ''] = scope.exec(text) ?? [];
            return `app/etc/config.php names a ${kind} that the database does not have${code === '' ? '' : `: ${code}`}`;
        },
        trace: /The (?:website|store|store view|group)\b[^\n]{0,80}that was requested wasn't found|(?:website|store|store view|group) with (?:code|id) \S{1,60} [^\n]{0,40}(?:does not exist|wasn't found|not found)|Requested (?:website|store) is not found/i,
        meaning: 'The configuration was dumped on an environment that has it; this database does not.',
        next: (context) => `Create it in the Admin, or remove it from app/etc/config.php: vendor/bin/ece-tools config:dump on the right environment writes a correct one. ${deployAgain({ phase: context.phase === 'site' ? 'deploy' : 'build' })}`
    },
    {
        id: 'env-php-incomplete',
        phase: 'deploy',
        title: 'app/etc/env.php lacks a section that ece-tools reads',
        trace: /Undefined (?:index: |array key "?)(?:db|connection|default|crypt|cache|session|lock|MAGE_MODE)\b/i,
        subject: firstMatch(/Undefined (?:index: |array key "?)(\w{1,40})/i),
        meaning: 'env.php on the environment was truncated, replaced or edited by hand; ece-tools stops at the missing section.',
        next: (context) => `On the server: vendor/bin/ece-tools backup:list, and vendor/bin/ece-tools backup:restore restores app/etc/env.php. ${deployAgain(context)}`
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
            const name = context.subject ?? 'the patch';
            const module = /for module (\w{3,100})/.exec(context.text)?.[1];
            return `Read what ${name}${module === undefined ? '' : ` of ${module}`} does, and fix the cause: the data, or ${context.culprit?.includes('/') ? `composer update ${context.culprit}` : 'an update of its module'}; for the product, use a quality patch or open a ticket. ${deployAgain(context)}`;
        }
    },
    {
        id: 'rolling-refused',
        phase: 'deploy',
        title: 'The platform could not deploy without an outage (rolling)',
        trace: /Could not perform a rolling deployment/i,
        meaning: 'A rolling deployment is not possible for every change, e.g. of services or mounts; nothing of it is live then.',
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
        trace: /(?:rmdir|unlink)\([^\n]{1,300}(?:Directory not empty|Device or resource busy|Stale (?:NFS )?file handle)|cannot be deleted[^\n]{0,300}(?:Directory not empty|busy|Stale)/i,
        subject: firstMatch(/(?:directory|file) "([^"\n]{1,200})" cannot/),
        meaning: 'A cron job, a consumer or another node wrote there at the same time.',
        next: (context) => `Try again. If it fails again: on the server vendor/bin/ece-tools cron:kill, and empty that folder by hand. ${deployAgain(context)}`
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
        next: (context) => `composer update magento/ece-tools --with-dependencies, or magento-cloud variable:delete ADMIN_EMAIL (and ADMIN_USERNAME) of the environment. ${deployAgain(context)}`
    },
    {
        id: 'redeployment-failed',
        phase: 'deploy',
        outcome: true,
        title: 'The platform could not redeploy the environment and gives no reason',
        trace: /Environment redeployment failed/i,
        meaning: 'Usually the disk of the database is full (Adobe knowledge base).',
        next: (context) => `First check the disk of the database: magento-cloud db:size, disk of mysql in .magento/services.yaml (Pro: a ticket). Otherwise open a ticket with the id of the activity. ${deployAgain(context)}`
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
        next: (context) => `On the server: tail -n 100 var/log/install_upgrade.log. After the cause is fixed, deploy again, or restore the backup of the database. ${deployAgain(context)}`
    }
];
const scope = /[Tt]he (website|store view|store|group) with (?:code|id) (\S{1,60})/;

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/package-rules.js

const build = ['configuration', 'build'];
const url = firstMatch(/(https?:\/\/[^\s'"?]{4,200}[^\s'"?:,.])/);
/** Causes that stop Composer in the build. */
const packageRules = [
    {
        id: 'composer-plugin-blocked',
        phase: 'build',
        within: build,
        title: 'A Composer plugin is not allowed',
        trace: /blocked by your allow-plugins config|contains a Composer plugin which is (?:currently not in your|blocked)/i,
        subject: firstMatch(/([a-z0-9][\w.-]{0,60}\/[\w.-]{1,60}) (?:\([^)\n]{0,40}\) )?contains a Composer plugin/),
        meaning: 'Composer runs only the plugins that config.allow-plugins of composer.json names.',
        next: ({ subject }) => subject === null
            ? 'Add the plugin to config.allow-plugins of composer.json, commit, and git push.'
            : `composer config --no-plugins allow-plugins.${subject} true; commit composer.json, and git push.`
    },
    {
        id: 'repository-refuses-keys',
        phase: 'build',
        within: build,
        title: 'A package repository rejects the keys of the build',
        trace: /(?:HTTP(?:\/[\d.]{1,4})? |HTTP code |status code )40[13]\b|40[13] (?:Forbidden|Unauthorized)|Invalid credentials for '|authentication required \(|required authentication\.|Authentication failed for 'https?:|Could not authenticate against [\w.-]{3,100}/i,
        subject: (text) => url(text) ?? firstMatch(/authenticate against ([\w.-]{3,100}\w)/)(text),
        meaning: 'The keys that the platform builds with are wrong, or do not give access to this package: 401 means unknown, 403 not allowed.',
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
        trace: /curl error (?:5|6|7|16|18|28|35|52|55|56|92)\b|Could not resolve host|Failed to connect to [\w.:-]{1,100} port|Failed to download [^\n]{0,200}(?:timed out|refused)|could not be downloaded[^\n]{0,200}(?:timed out|refused|HTTP\/[\d.]{1,4} 5\d\d)|Connection (?:refused|reset by peer|timed out) while|The following exception probably indicates you (?:are offline|have misconfigured DNS)/i,
        subject: url,
        meaning: 'A package server did not answer. The project itself may be fine.',
        next: 'Try again: git commit --allow-empty and git push. If it fails again: magento-cloud project:clear-build-cache; then check the status page of that server.'
    },
    {
        id: 'php-version',
        phase: 'build',
        within: build,
        title: 'composer.lock does not support the PHP version of the platform',
        trace: /your php version \([^)\n]{1,40}\) does not satisfy|dependencies require a PHP version|requires php [^\n]{1,80}but your php version/i,
        subject: firstMatch(/requires php ([^\n]{1,60}?) (?:->|but)/),
        meaning: 'The build runs the PHP that type in .magento.app.yaml names.',
        next: ({ text }) => {
            const wanted = /requires php [^\d\n]{0,5}(\d\.\d{1,2})/.exec(text)?.[1];
            return `Set ${wanted === undefined ? 'type to a PHP version that the lines allow' : `type: php:${wanted}`} in .magento.app.yaml, commit, and git push.`;
        }
    },
    {
        id: 'php-extension-missing',
        phase: 'build',
        title: 'A PHP extension is missing',
        trace: /Call to undefined function \\?(?:sodium_|bc[a-z]{3}\(|gmp_|imap_|intl|mb_|ldap_|curl_|openssl_|socket_|simplexml_|apcu_|ftp_|imagecreate|msgpack_|igbinary_)|Class ["'](?:SoapClient|NumberFormatter|IntlDateFormatter|XSLTProcessor|Collator|Redis|Imagick|ZipArchive|DOMDocument)["'] not found|requires (?:PHP extension )?ext-[\w-]{1,40}[^\n]{0,120}(?:missing from your system|is missing|not present)/i,
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
        trace: /lock file does not contain a compatible set of packages|Your requirements could not be resolved to an installable set/i,
        meaning: 'Composer cannot install the packages in composer.lock; the listed problems say which package needs what.',
        next: 'In the checkout: composer install shows the same; run composer update with the packages that the lines name. Commit composer.lock, and git push.'
    }
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/patch-rules.js

const shipped = /magento-cloud-patches\/|\b(?:MAGECLOUD|MCLOUD|BUNDLE)-\d+/;
const quality = /quality-patches\/|\b(?:ACSD|MDVA|ACP2E|AC|ACPLTSRV|BCBP)-\d+/;
// A patch in the project's own folder is the project's, whatever its file name.
const own = firstMatch(/(m2-hotfixes\/[\w.-]{1,160}\.patch)\b/);
const patch_rules_file = firstMatch(/([\w.-]{1,80}\/[\w.-]{1,160}\.patch)\b/);
const id = firstMatch(/\b([A-Z][A-Z0-9]{1,9}-\d{1,7}(?:-V\d{1,2})?(?:, [A-Z][A-Z0-9]{1,9}-\d{1,7}(?:-V\d{1,2})?){0,40})/);
// The name of a file proves nothing; only the program's message counts.
const fails = /error: patch failed: \S|: patch does not apply|\bpatch \S{1,300} (?:can't|cannot|could not) be applied|Applying patch \S{1,300} failed|Hunk #\d{1,6} FAILED|'git' 'apply'[^\n]{0,900}failed|git apply [^\n]{0,300}failed|hunks? ignored|The patch could not be applied/i;
/** Why `ece-patches apply` fails: its own patches, those of the project, or unknown ids. */
const patchRules = [
    {
        id: 'patch-unknown',
        phase: 'build',
        title: 'QUALITY_PATCHES names patches that do not exist for this version',
        trace: /Next patches weren't found/i,
        subject: id,
        meaning: 'The installed magento/quality-patches has no patch of these ids for the version of the project.',
        next: ({ subject }) => `Remove ${subject ?? 'the ids'} from QUALITY_PATCHES in .magento.env.yaml (usually the new version includes the fix), or composer update magento/quality-patches. Commit, and git push.`
    },
    {
        id: 'patch-failed',
        phase: 'build',
        title: (context) => isShipped(context)
            ? 'A patch that ships with magento/magento-cloud-patches does not apply'
            : 'A patch does not fit the new version',
        trace: fails,
        subject: (text) => own(text) ?? patch_rules_file(text) ?? (shipped.test(text) || quality.test(text) ? id(text) : null),
        codes: [12],
        command: /ece-patches apply|apply-patches/,
        meaning: (context) => isShipped(context)
            ? 'Cloud Patches applies it automatically: its version is too old for this product, or a copy of the same fix is in the way.'
            : isQuality(context)
                ? 'A patch in QUALITY_PATCHES was made for other code, or the code already includes its fix.'
                : 'A patch of the project was made for the previous version.',
        next: patchNext
    }
];
function isShipped(context) {
    return shipped.test(told(context)) && own(told(context)) === null;
}
function isQuality(context) {
    return quality.test(told(context)) && own(told(context)) === null;
}
// Patches that were applied are listed next to it: its own line decides, if it names one.
function told({ line, text }) {
    return own(line) !== null || shipped.test(line) || quality.test(line) ? line : text;
}
function patchNext(context) {
    const { subject } = context;
    if (isShipped(context))
        return 'composer update magento/magento-cloud-patches magento/ece-tools --with-dependencies, commit composer.lock, and git push. The project cannot disable it; if the project has a copy of the same fix, remove that.';
    if (isQuality(context))
        return `Remove ${id(told(context)) ?? 'the patch'} from QUALITY_PATCHES in .magento.env.yaml if the new version includes its fix, otherwise composer update magento/quality-patches. Commit, and git push.`;
    return subject?.endsWith('.patch')
        ? `After composer install: git apply --check ${subject}. If the new version includes its fix, git rm ${subject}, otherwise update it. Then git push.`
        : 'After composer install: vendor/bin/ece-patches apply shows which patch it is. If the new version includes its fix, git rm its file in m2-hotfixes or remove its id from QUALITY_PATCHES, otherwise update it. Then git push.';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/resource-rules.js

/** Causes outside the code: they break whatever is running. */
const resourceRules = [
    {
        id: 'disk-full',
        phase: 'deploy',
        title: ({ text }) => (/The table '|SQLSTATE/.test(text) ? 'The disk of the database is full' : 'The disk is full'),
        trace: /No space left on device|Errcode: 28\b|errno[:=] ?28\b|The table '[^'\n]{1,80}' is full|Disk quota exceeded|General error: 1114\b|Got error 28\b/i,
        subject: firstMatch(/The table '([^'\n]{1,80})' is full/),
        meaning: 'Something could not be written because a disk of the environment or of its database is full.',
        next: (context) => context.phase === 'build'
            ? `The build has run out of space: make it smaller, or magento-cloud project:clear-build-cache. ${deployAgain(context)}`
            : `Free or add disk space: magento-cloud ssh "df -h", magento-cloud db:size; disk of mysql in .magento/services.yaml (Pro: a ticket). ${deployAgain(context)}`
    },
    {
        id: 'too-many-open-files',
        phase: 'deploy',
        title: 'The server has run out of file handles',
        trace: /Too many open files|Errcode: 24\b|errno[:=] ?24\b/i,
        meaning: 'The database, or the system it runs on, cannot open more files. Nothing in the project limits that.',
        next: (context) => `Open a support ticket with these lines, or get a bigger plan. ${deployAgain(context)}`
    },
    {
        id: 'killed',
        phase: 'build',
        title: 'A process was killed for its memory (137)',
        trace: /^\s{0,40}(?:[\w./-]{1,60}: (?:line )?\d{1,6}: +(?:\d{1,9} +)?)?Killed(?: {2,}\S|$)|status code 137\b|exit (?:code|status) 137\b|code 137$|returned code 137\b|\[137\] The command|signaled with signal "?9"?/i,
        meaning: 'The system killed a command (signal 9) because it used more memory than there is.',
        next: (context) => context.phase === 'build'
            ? 'Make the build use less memory: SCD_THREADS: 1 and fewer SCD_MATRIX entries in .magento.env.yaml, fewer packages and locales; otherwise open a support ticket for more build memory. Then git push.'
            : `Make the command use less memory (SCD_THREADS, cron jobs at the same time), or open a support ticket for a bigger container. ${deployAgain(context)}`
    },
    {
        id: 'out-of-memory',
        phase: 'build',
        title: 'PHP ran out of memory',
        trace: /Allowed memory size of \d{1,20} bytes exhausted|Out of memory\b|Cannot allocate memory/i,
        meaning: 'A command was stopped because it needed more memory than it may use.',
        next: (context) => `Raise memory_limit in php.ini, or the size of the container. ${deployAgain(context)}`
    },
    {
        id: 'read-only-file-system',
        phase: 'deploy',
        title: ({ culprit }) => culprit === null
            ? 'Something writes into the code, which is read-only once it is built'
            : `${culprit} writes into the code, which is read-only once it is built`,
        trace: /Read-only file system|EROFS\b/i,
        subject: firstMatch(/(?:\(|')(\/[\w./@+-]{1,200})(?:\)|'):? Read-only file system/),
        culprit: true,
        meaning: 'After the build, only var, app/etc, pub/media, pub/static and /tmp are writable.',
        next: ({ culprit, phase }) => culprit?.includes('/') && phase !== 'post-deploy'
            ? `Update or remove ${culprit} (composer update ${culprit}, composer remove ${culprit}), or have it generate its files in the build hook of .magento.app.yaml. Then commit, and git push.`
            : 'Do it in the build hook of .magento.app.yaml, or write to var or /tmp. Then commit, and git push.'
    }
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/service-rules.js

const service_rules_running = ['deploy', 'post-deploy', 'site'];
/** Services that do not answer or do not exist. */
const serviceRules = [
    {
        id: 'search-engine-wrong',
        phase: 'deploy',
        title: 'SEARCH_CONFIGURATION names an engine that this version does not support',
        trace: /search engine must be set to|Search engine '[\w-]{1,40}' is not an available|SEARCH_CONFIGURATION variable for the "engine"/i,
        codes: [111, 114, 135, 139],
        meaning: 'Each version supports only certain search engines; the configured one is not among them.',
        next: 'Remove engine from SEARCH_CONFIGURATION in .magento.env.yaml (ece-tools then uses the existing service), or run magento-cloud variable:delete SEARCH_CONFIGURATION if it is a variable. Commit, and git push.'
    },
    {
        id: 'search-service-missing',
        phase: 'deploy',
        title: 'The project has no search service',
        trace: /requires (?:the )?(?:OpenSearch|Elasticsearch)[\w ]{0,40}service to be installed|(?:OpenSearch|Elasticsearch) service is required|(?:OpenSearch|Elasticsearch) service is not (?:installed|available)/i,
        codes: [113, 134, 138],
        meaning: 'Since 2.4.0, Commerce cannot be installed or upgraded without a search service.',
        next: ({ services }) => hasSearch(services)
            ? '.magento/services.yaml of this checkout has a search service: check that .magento.app.yaml has a relationship to it, that both are in the pushed commit (git status), and on Pro that its ticket is done (magento-cloud relationships). Then git push.'
            : 'Add OpenSearch to .magento/services.yaml and to the relationships of .magento.app.yaml (Pro staging and production: a support ticket), commit, and git push.'
    },
    {
        id: 'search-unreachable',
        phase: 'deploy',
        within: service_rules_running,
        title: 'The search service does not answer',
        trace: /Could not (?:ping|validate a connection to) (?:the )?(?:Elasticsearch|OpenSearch|search engine)|Unable to validate connection to (?:Elasticsearch|OpenSearch)|No alive nodes found/i,
        codes: [132, 137],
        meaning: 'The service is configured, but none of its nodes answered: it is down, starting or full, or the address is wrong.',
        next: (context) => `Check its relationship and that it runs: magento-cloud relationships has its address; magento-cloud ssh "curl -s opensearch.internal:9200/_cluster/health" queries it (that address on Starter and integration); on Pro open a ticket. ${deployAgain(context)}`
    },
    {
        id: 'search-read-only',
        phase: 'deploy',
        within: service_rules_running,
        title: 'The search service has locked its indexes: its disk is full',
        trace: /cluster_block_exception|read-only-allow-delete|flood[- ]stage watermark|FORBIDDEN\/12\//i,
        subject: firstMatch(/index \[([\w.-]{1,120})\]/),
        meaning: 'When its disk is more than 95 % full, OpenSearch and Elasticsearch no longer allow writes.',
        next: (context) => `Raise disk of the search service in .magento/services.yaml (Pro: a ticket) or delete old indexes. With enough space it unlocks itself; otherwise PUT _all/_settings {"index.blocks.read_only_allow_delete": null}. ${deployAgain(context)}`
    },
    {
        id: 'search-limit',
        phase: 'deploy',
        within: service_rules_running,
        title: 'An index of the search service has too many fields',
        trace: /Limit of total fields \[\d{1,7}\]/i,
        meaning: 'Each searchable, filterable or sortable attribute is a field, and the service limits their number.',
        next: (context) => `Make attributes that nobody searches or sorts by not searchable, or raise index.mapping.total_fields.limit of the index. Then php bin/magento indexer:reindex catalogsearch_fulltext. ${deployAgain(context)}`
    },
    cacheRule('redis', 'Redis', /Connection to Redis [\w.:-]{1,100} failed|RedisException|CredisException|Redis server went away|Redis[^\n]{0,80}(?:Connection refused|Name or service not known|timed out|No route)|MISCONF Redis|OOM command not allowed|read error on connection|LOADING Redis is loading|READONLY You can't write|NOAUTH Authentication|WRONGPASS /i, [107]),
    cacheRule('valkey', 'Valkey', /Connection to Valkey [\w.:-]{1,100} failed|Valkey[^\n]{0,80}(?:Connection refused|Name or service not known|timed out|No route|went away)|LOADING Valkey/i, [140]),
    {
        id: 'rabbitmq-login',
        phase: 'deploy',
        within: service_rules_running,
        title: 'RabbitMQ rejects the login of the application',
        trace: /ACCESS_REFUSED - /i,
        meaning: 'It runs, but does not know the user and password of the application.',
        next: (context) => `Compare the relationship (magento-cloud relationships) with queue in app/etc/env.php and QUEUE_CONFIGURATION in .magento.env.yaml; remove what overrides it. ${deployAgain(context)}`
    },
    {
        id: 'queue-differs',
        phase: 'deploy',
        within: service_rules_running,
        title: 'A queue of RabbitMQ already exists with other settings',
        trace: /PRECONDITION_FAILED - inequivalent arg/i,
        subject: firstMatch(/for (?:queue|exchange) '([^'\n]{1,120})'/),
        meaning: 'An older version set its type or arguments, and a queue cannot be changed: only drained and created again.',
        next: (context) => `Let its messages be processed (php bin/magento queue:consumers:start), then delete the queue (magento-cloud tunnel:open, management interface; Pro: a ticket): setup:upgrade creates it again. ${deployAgain(context)}`
    },
    {
        id: 'rabbitmq-unreachable',
        phase: 'deploy',
        within: service_rules_running,
        title: 'RabbitMQ does not answer',
        trace: /Unable to connect to (?:tcp|ssl|tls):\/\/[\w.-]{1,100}:567\d|AMQP(?:Connection|IO|Runtime|Timeout)\w{0,30}Exception|PhpAmqpLib[^\n]{0,120}(?:refused|timed out|closed)/i,
        subject: firstMatch(/((?:tcp|ssl|tls):\/\/[\w.-]{1,100}:\d{2,5})/),
        meaning: 'The message queue could not be reached.',
        next: (context) => `Check the service and its relationship: magento-cloud relationships, rabbitmq in .magento/services.yaml (Pro: a ticket); its disk may be full. ${deployAgain(context)}`
    }
];
function cacheRule(id, name, trace, codes) {
    return {
        id: `${id}-unreachable`,
        phase: 'deploy',
        within: service_rules_running,
        title: ({ line }) => (refusing.test(line) ? `${name} rejects the requests of the shop` : `${name} does not answer`),
        trace,
        codes,
        subject: firstMatch(/(?:Redis|Valkey) ([\w.-]{1,100}:\d{2,5}) failed/i),
        meaning: 'The cache or the sessions of the shop are in this service; it is down, full, or not at the configured address.',
        next: (context) => `Check the service, its memory and its relationship: magento-cloud relationships, ${id} in .magento/services.yaml and .magento.app.yaml, CACHE_CONFIGURATION and SESSION_CONFIGURATION in .magento.env.yaml. ${deployAgain(context)}`
    };
}
const refusing = /MISCONF|OOM command|READONLY|NOAUTH|WRONGPASS/;
function hasSearch(services) {
    return services?.some((type) => /^(?:opensearch|elasticsearch)\b/.test(type)) ?? false;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/tool-rules.js

const tool_rules_build = ['configuration', 'build'];
/** Failures of the programs that a build uses: Composer, git, Node, the shell. */
const toolRules = [
    {
        id: 'packages-not-installed',
        phase: 'build',
        within: tool_rules_build,
        title: 'No packages are installed when the hook needs them',
        trace: /Could not open input file: (?:\.\/)?vendor\/|vendor\/bin\/[\w-]{1,60}: No such file|Vendor autoload is not found|vendor\/autoload\.php[^\n]{0,80}(?:No such file|[Ff]ailed to open)/,
        meaning: 'The build hook runs before composer.lock is installed, or the installation failed without ending the hook.',
        next: 'In .magento.app.yaml: build: flavor: none, and a build hook that starts with set -e and composer install --no-dev --no-interaction (as in the template). Commit, and git push.'
    },
    {
        id: 'composer-version',
        phase: 'build',
        within: tool_rules_build,
        title: 'The packages do not work with the Composer version of the build',
        trace: /requires composer-(?:plugin|runtime)-api \S/i,
        subject: firstMatch(/requires (composer-(?:plugin|runtime)-api [\w^~.|*-]{1,30})/i),
        meaning: 'composer-plugin-api and composer-runtime-api are the version of Composer itself: 1 and 2 are incompatible.',
        next: 'Set the Composer of the build in .magento.app.yaml: dependencies: php: composer/composer, to the version that the target needs (with build: flavor: none); commit, and git push.'
    },
    {
        id: 'github-limit',
        phase: 'build',
        within: tool_rules_build,
        title: 'GitHub no longer answers a build without a token',
        trace: /GitHub API limit|API rate limit exceeded|configured GitHub OAuth token|Could not authenticate against github\.com/i,
        meaning: 'Without a token, GitHub answers a few requests per hour, for all builds of the platform together, and gives no access to private repositories.',
        next: 'Add github-oauth with a token that can read these repositories to the variable env:COMPOSER_AUTH of the project (visible in the build, sensitive). Then git commit --allow-empty and git push.'
    },
    {
        id: 'git-refused',
        phase: 'build',
        within: ['build'],
        title: 'The build cannot read a git repository',
        trace: /Failed to (?:execute )?(?:git )?clone|Could not read from remote repository|Permission denied \(publickey\)|fatal: repository '[^'\n]{1,200}' not found/i,
        subject: firstMatch(/(?:'|\s|^)((?:git@|ssh:\/\/|https?:\/\/)[^\s']{3,200})/),
        meaning: 'A package comes from a repository to which the key of the project (or the token in env:COMPOSER_AUTH) has no access, or whose host is unknown.',
        next: "Give the project's deploy key (Console, project settings) read access to that repository, or take the package from a Composer repository instead. Then git commit --allow-empty and git push."
    },
    {
        id: 'archive-damaged',
        phase: 'build',
        within: tool_rules_build,
        title: 'A downloaded package is damaged or differs from composer.lock',
        trace: /checksum verification of the file failed|is not a (?:valid )?zip archive|zip END header not found|End-of-central-directory signature not found|zip archive is corrupt/i,
        subject: firstMatch(/(https?:\/\/[^\s'")]{4,200})/),
        meaning: 'The file was truncated, comes from a stale cache, or was published again under the same version.',
        next: 'Try again: git commit --allow-empty and git push; then magento-cloud project:clear-build-cache. If it fails again: composer update that package, commit composer.lock, and git push.'
    },
    {
        id: 'package-certificate',
        phase: 'build',
        within: tool_rules_build,
        title: 'The certificate of a package server is not trusted',
        trace: /curl error 60\b|SSL certificate problem|certificate verify failed|unable to get local issuer certificate/i,
        subject: firstMatch(/(https?:\/\/[^\s'":]{4,200})/),
        meaning: 'It has expired, or no authority that the build trusts has signed it.',
        next: 'The owner of that server has to renew it; until then use another source for the packages. Then git commit --allow-empty and git push.'
    },
    {
        id: 'process-crashed',
        phase: 'build',
        outcome: true,
        sureOnly: true,
        title: 'A process crashed (segmentation fault, 139)',
        trace: /Segmentation fault|status code 139\b|returned code 139\b|\[139\] The command/i,
        meaning: 'The program itself crashed, usually PHP in one of its extensions; the lines name no code of the project.',
        next: 'Try again: git commit --allow-empty and git push. If it crashes again, remove extensions from runtime.extensions in .magento.app.yaml one by one, or open a support ticket with these lines.'
    },
    {
        id: 'node-failed',
        phase: 'build',
        outcome: true,
        sureOnly: true,
        title: 'npm or yarn failed in the hook',
        trace: /^\s{0,20}npm (?:ERR!|error)\s|^\s{0,20}error (?:Command failed with exit code|An unexpected error occurred)|gyp ERR!/,
        meaning: 'A step of the hook that builds with Node failed; the lines before show which.',
        next: 'Run the same step in a fresh clone with the same Node version (dependencies: nodejs in .magento.app.yaml, or what the hook installs). Fix it, commit, and git push.'
    },
    {
        id: 'hook-unreadable',
        phase: 'build',
        outcome: true,
        sureOnly: true,
        title: 'The hook is not a valid shell script',
        trace: /^\s{0,20}(?:[\w./-]{1,60}: )?(?:-c: )?(?:(?:line )?\d{1,5}: |eval: )?(?:[Ss]yntax error(?:: | near unexpected token)|unexpected EOF while looking for)/,
        meaning: 'A quote, a bracket or a word such as fi or done is missing or too many; what stands before it may have run.',
        next: 'Correct the hook in .magento.app.yaml: its text in a file, sh -n names the line. Commit, and git push.'
    },
    {
        id: 'process-terminated',
        phase: 'build',
        outcome: true,
        sureOnly: true,
        title: 'A command was ended from outside, for its time as a rule (143, 124)',
        trace: /status code (?:143|124)\b|returned code (?:143|124)\b|\[143\] The command|signaled with signal "?15"?|exceeded the timeout of \d{1,6} seconds/i,
        meaning: 'It got the signal 15, or a limit of its own: a build has one hour, commands of Composer 300 seconds.',
        next: 'See in the lines which step took so long, and make it shorter: fewer locales and themes (SCD_MATRIX, SCD_THREADS), process-timeout in the config of composer.json. Else try again: git commit --allow-empty and git push.'
    },
    {
        id: 'command-missing',
        phase: 'build',
        outcome: true,
        sureOnly: true,
        title: 'A command of the hook does not exist there',
        trace: /: (?:command not found|not found)$/,
        subject: firstMatch(/(?:^|: )([\w./+-]{1,60}): (?:command )?not found$/m),
        meaning: 'The container does not have this program, or it is not on PATH in the shell of the hook.',
        next: 'Install it in the hook before it is used, or in dependencies in .magento.app.yaml; a tool such as nvm must be loaded (source) in the same hook. Commit, and git push.'
    }
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/rules.js











/** The known causes; of two in one phase, the one that causes the other comes first. */
const rules = [
    ...configurationRules,
    ...resourceRules,
    ...toolRules,
    ...packageRules,
    ...patchRules,
    ...codeRules,
    ...buildRules,
    ...serviceRules,
    ...databaseRules,
    ...deployRules,
    ...dataRules
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/find-causes.js





/** The known causes in the entries, each once, by phase and then in the order of the rules. */
function findCauses(entries, facts) {
    const found = rules.flatMap((rule) => findCause(rule, entries, facts) ?? []);
    const traced = found.filter(({ line, rule }) => line !== null && !rule.outcome);
    const kept = found.filter((cause) => !isNoise(cause, traced) && (traced.includes(cause) || !isExplained(cause, [...traced, ...stronger(cause, found)])));
    // Output of a command that was later killed is not why it failed, and old files do not fit the new ones.
    const explains = kept.some(({ rule }) => beforeCompile.has(rule.id));
    const causes = explains ? kept.filter(({ rule }) => rule.id !== 'di-compile-failed') : kept;
    return causes.toSorted((a, b) => phases.indexOf(a.context.phase) - phases.indexOf(b.context.phase));
}
const beforeCompile = new Set([
    'killed',
    'out-of-memory',
    'not-marshaled',
    'php-syntax',
    'php-extension-missing',
    'xml-invalid'
]);
// Among matches of equal value: a line that certainly ended the phase comes before a mere code, and that before any
// other line.
function stronger(cause, found) {
    const isLine = ({ line }) => line !== null;
    if (!isLine(cause))
        return found.filter((other) => isLine(other) && other.entry.certain);
    return cause.entry.certain ? [] : found.filter((other) => !isLine(other) && other.entry.certain);
}
function isExplained({ context }, traced) {
    return traced.some((other) => other.context.phase === context.phase);
}
// Other matches in the same log did not end the phase.
function isNoise({ entry, context }, traced) {
    return (!entry.certain &&
        traced.some((other) => other.entry.certain && other.entry.source === entry.source && other.context.phase === context.phase));
}
function findCause(rule, entries, facts) {
    const fitting = entries.filter(({ phase }) => !rule.within || phase === null || rule.within.includes(phase));
    const [sure, other] = [fitting.filter(({ certain }) => certain), fitting.filter(({ certain }) => !certain)];
    const inOrder = rule.sureOnly ? sure : [...sure, ...other];
    for (const entry of inOrder) {
        const cause = rule.trace === null ? null : traceIn(rule, rule.trace, withCommand(entry, entries), facts);
        if (cause !== null)
            return cause;
    }
    const weak = inOrder.find((entry) => isNamed(rule, entry));
    return weak ? causeOf(rule, withOutput(weak, entries), 0, null, facts) : null;
}
function traceIn(rule, trace, entry, facts) {
    for (const [index, { text, other }] of entry.lines.entries()) {
        const line = trace.test(text) ? text : other !== text && trace.test(other) ? other : null;
        if (line !== null)
            return causeOf(rule, entry, index, line, facts);
    }
    return null;
}
// Tools before 2020 print the output of a command, and name the command in a separate error after it.
function withCommand(entry, entries) {
    const next = entries[entries.indexOf(entry) + 1];
    const [line] = next?.lines ?? [];
    const isIts = next?.level === 'error' && entry.level === 'error' && next.source === entry.source;
    if (!isIts || line === undefined || !/Command [^\n]{2,300} returned code \d/.test(line.text))
        return entry;
    return { ...entry, lines: [...entry.lines, line] };
}
/** The command that failed according to an error of ece-tools; null if it names none. */
function failedCommand(text) {
    const match = /The command "(?:\/bin\/bash -c "set -o pipefail; )?([^"|\n]{2,300})|Command ([^\n]{2,300}) returned code \d/.exec(text);
    return (match?.[1] ?? match?.[2])?.trim() ?? null;
}
function isNamed({ codes = [], command }, { level, code, phase, lines }) {
    if (level === 'warning' || level === 'verdict')
        return false;
    const error = level === 'error' ? codeOfError(code, phase) : null;
    if (error !== null)
        return codes.includes(error.code);
    const failed = command === undefined ? null : commandThatFailed(lines.slice(0, 6).map(({ text }) => text));
    return failed !== null && command?.test(failed) === true;
}
function commandThatFailed(texts) {
    return texts.flatMap((text) => (/ failed|returned code/.test(text) ? (failedCommand(text) ?? []) : []))[0] ?? null;
}
// An error that only names its command: the command's output is in the entries before.
function withOutput(entry, entries) {
    const printed = printedBefore(entry, entries);
    return printed.length === 0 ? entry : { ...entry, lines: [...entry.lines, ...printed] };
}
function causeOf(rule, entry, index, line, { packages, services }) {
    const texts = entry.lines.map(({ text }) => text);
    const around = [line ?? '', ...texts.slice(line === null ? 0 : Math.max(0, index - 5), index + 12)].join('\n');
    const text = [line ?? '', ...texts.slice(0, 60)].join('\n').slice(0, 12_000);
    const context = {
        phase: entry.phase === 'site' ? 'site' : rule.always ? rule.phase : (entry.phase ?? rule.phase),
        culprit: rule.culprit ? (0,offending_package/* findOffendingPackage */._)(around, packages) : null,
        subject: rule.subject?.(line ?? '') ?? rule.subject?.(text) ?? null,
        line: line ?? '',
        text,
        services
    };
    return { rule, entry, index, line, context };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/error-report.js
var error_report = __webpack_require__(6300);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/show-rows.js

const mostRows = 12;
const longestRow = 500;
/**
 * The lines to show around one of them: from the first row of its entry (what failed) to those around the row itself.
 * Secrets and personal data are removed before any cut.
 */
function showRows(rows, focus) {
    const from = Math.max(0, focus - 40);
    const window = rows.slice(from, focus + 40);
    const safe = (0,redact_evidence/* redactEvidence */.H)(window.join('\n')).split('\n');
    const at = safe.length === window.length ? focus - from : 0;
    const lines = safe.map((text, index) => ({ text: text.trimEnd(), index })).filter(({ text }) => text.trim() !== '');
    const place = Math.max(0, lines.findIndex(({ index }) => index >= at));
    const near = lines.slice(Math.max(0, place - 4), place + 8);
    const head = from === 0 && place > 4 ? lines.slice(0, 1) : [];
    return [...head, ...near]
        .slice(0, mostRows)
        .map(({ text }) => (text.length > longestRow ? `${text.slice(0, longestRow)}…` : text))
        .join('\n')
        .trim();
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/cause-rows.js


/**
 * The lines that show a cause: the line with its entry; before it, the output of the failed command if the entry itself
 * only says that it failed; and the status with which the platform closed the phase.
 */
function causeRows({ entry, index, line }, entries) {
    const texts = entry.lines.map(({ text }, at) => (at === index && line !== null ? line : text));
    const original = entries.find(({ source, rows }) => source === entry.source && rows === entry.rows) ?? entry;
    const own = original === entry ? texts : texts.slice(0, original.lines.length);
    return framed(original, entries, showRows(own, index));
}
/** Lines of an entry, preceded by the output of its command and followed by the platform's status. */
function framed(entry, entries, shown) {
    const printed = printedBefore(entry, entries).map(({ text }) => text);
    const before = printed.length === 0 ? [] : [showRows(printed, printed.length - 1)];
    const closing = entry.level === 'verdict' ? undefined : closingOf(entry, entries);
    return [...before, shown, ...(closing === undefined ? [] : [showRows(closing.rows.slice(0, 1), 0)])].join('\n');
}
// The platform's own line that closed the phase of an entry, if it has a status.
function closingOf(entry, entries) {
    return entries.find(({ source, level, phase, rows }) => source === entry.source && level === 'verdict' && phase === entry.phase && /status code \d/.test(rows[0] ?? ''));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/finding-of-cause.js



/** The finding for a known cause, with the lines that show it. */
function findingOfCause(cause, entries) {
    const { rule, context, entry } = cause;
    const modules = rule.listsModules === true ? (0,error_report/* parseOutdatedModules */.$)(entry.rows.join('\n').slice(0, 50_000)) : [];
    const title = words(rule.title, context);
    // Only so that the words of the log are not said twice.
    // eslint-disable-next-line no-restricted-syntax
    const subject = context.subject === null || title.includes(context.subject) ? '' : `: ${context.subject}`;
    return {
        id: rule.id,
        title: (0,redact_evidence/* redactEvidence */.H)(title + subject),
        source: entry.source,
        ...placeOf(entry, context.phase),
        certainty: entry.certain ? 'sure' : 'likely',
        evidence: causeRows(cause, entries),
        meaning: words(rule.meaning, context),
        next: (0,redact_evidence/* redactEvidence */.H)(words(rule.next, context)),
        ...(modules.length > 0 && { modules: [...modules] })
    };
}
/** Where and when an entry was printed, as shown in a finding. */
function placeOf({ activity, at }, phase) {
    return { phase, deployment: activity?.id ?? null, at: at === null ? null : new Date(at).toISOString() };
}
function words(text, context) {
    return typeof text === 'string' ? text : text(context);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/site-unchanged.js
const closes = /Error building (?:the )?project|Unable to build (?:application|project)|aborting build|Aborted build|Invalid configuration files|Error while verifying routes\.yaml|rejected by the protective block/i;
/**
 * Whether the platform's own closing lines show that it stopped before it touched the running site: no hook and no
 * redeployment started in the same log.
 */
function isSiteUnchanged(entries) {
    const closed = entries.filter(({ level, rows }) => level === 'verdict' && closes.test(rows[0] ?? ''));
    const sources = new Set(closed.map(({ source }) => source));
    const begun = entries.some(({ source, level, phase, rows }) => sources.has(source) &&
        (phase === 'post-deploy' ||
            (phase === 'deploy' && !(level === 'title' && rows[0]?.trimStart().startsWith('Deploying applications')))));
    return closed.length > 0 && !begun;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/unknown-failure.js








/** Errors of ece-tools that no rule covers: each code once, with its entry in the reference. */
function codedFindings(entries, causes) {
    const told = new Set([...rules.flatMap(({ codes = [] }) => codes), ...causes.flatMap(({ entry }) => codesOf(entry))]);
    const isTold = (source, phase) => causes.some(({ entry, context, line }) => line !== null && entry.source === source && context.phase === phase);
    const seen = new Set();
    return entries.flatMap((entry) => {
        const error = entry.level === 'error' ? codeOfError(entry.code, entry.phase) : null;
        if (error === null || told.has(error.code) || seen.has(error.code))
            return [];
        const { code, title, suggestion } = error;
        const phase = entry.phase ?? phaseOfCode(code);
        if (isTold(entry.source, phase))
            return [];
        seen.add(code);
        const server = phase === 'deploy' || phase === 'post-deploy' ? ` On the server: vendor/bin/ece-tools error:show ${code}.` : '';
        return [
            {
                id: `ece-tools-${code}`,
                title: (0,redact_evidence/* redactEvidence */.H)(titleOf(entry, title)),
                source: entry.source,
                ...placeOf(entry, phase),
                certainty: 'sure',
                evidence: showFailure(entry, entries),
                meaning: `${title} (error ${code} of ece-tools).`,
                next: `${suggestion}${server} ${deployAgain({ phase: phase ?? 'deploy' })}`
            }
        ];
    });
}
/** An unrecognised failure: the command, its output, and where to read on. */
function unknownFinding(entries, evidence) {
    const entry = firstFailure(entries);
    if (entry === null)
        return silentFailure(entries, evidence);
    const command = failedCommand(entry.rows.slice(0, 3).join('\n'));
    const what = command === null ? '' : `: ${command}`;
    const failed = entry.phase === null || entry.phase === 'site' ? 'Something failed' : `The ${entry.phase} phase failed`;
    return {
        id: 'unknown',
        title: (0,redact_evidence/* redactEvidence */.H)(`${failed} for an unrecognised reason${what}`),
        source: entry.source,
        ...placeOf(entry, entry.phase),
        certainty: 'unknown',
        evidence: showFailure(entry, entries),
        meaning: 'None of the known causes matches; these are the lines of the failure.',
        next: readOn(entry.source, entry.phase)
    };
}
function codesOf({ code }) {
    return code === null ? [] : [code];
}
function phaseOfCode(code) {
    const phase = eceToolsError(code)?.phase;
    return phase === 'build' || phase === 'deploy' || phase === 'post-deploy' ? phase : null;
}
function titleOf({ rows }, fallback) {
    const message = /^(?:\s*\[[^\]\n]{10,40}\] \w+: \[\d+\] |\d+ [\w-]{1,40}\/[^:\n]{1,80}: )([^\n]{1,200})/.exec(rows[0] ?? '');
    return message?.[1] ?? fallback;
}
// An error of ece-tools is more informative than the platform's verdict after it, and its first error more than the
// last.
function firstFailure(entries) {
    const own = entries.filter(({ phase }) => phase !== 'site');
    const isSkipped = ({ code }) => code === 201;
    return (own.find((entry) => entry.level === 'error' && !isSkipped(entry)) ??
        own.find(({ level, certain }) => level === 'output' && certain) ??
        own.find(({ level }) => level === 'verdict') ??
        own.find(({ rows, level }) => level !== 'warning' && rows.some((row) => looksFailed.test(row))) ??
        entries.find(({ level, certain }) => level === 'error' || certain) ??
        entries.find(({ rows, level }) => level !== 'warning' && rows.some((row) => looksFailed.test(row))) ??
        null);
}
const looksFailed = /CRITICAL|\bERROR\b|Exception|Fatal error|exit code [1-9]|command not found/;
// The result of the activity says that it failed, but its log does not say where.
function silentFailure(entries, evidence) {
    const failed = evidence.find(({ activity }) => activity?.result === 'failure');
    if (!failed)
        return null;
    const own = entries.filter(({ source }) => source === failed.source);
    const rows = own.flatMap((entry) => entry.rows).filter((row) => row.trim() !== '');
    const phase = own.findLast((entry) => entry.phase !== null)?.phase ?? null;
    return {
        id: 'unknown',
        title: `The deployment failed for an unrecognised reason`,
        source: failed.source,
        ...placeOf({ activity: failed.activity ?? null, at: null }, phase),
        certainty: 'unknown',
        evidence: showRows(rows.slice(-8), 7),
        meaning: 'The platform reports the activity as failed; these are the last lines of its log.',
        next: readOn(failed.source, phase)
    };
}
function showFailure(entry, entries) {
    const texts = entry.lines.map(({ text }) => text);
    const failed = texts.findIndex((text) => looksFailed.test(text));
    const from = entry.level === 'output' && failed < 0 ? texts.length - 1 : Math.max(0, failed);
    return framed(entry, entries, showRows(texts, from));
}
function readOn(source, phase) {
    const onServer = phase === 'build' || phase === 'configuration'
        ? ''
        : '; magento-cloud ssh, then var/log/cloud.log and var/log/install_upgrade.log';
    if (source === 'activity log')
        return `Read the whole log: magento-cloud activity:log${onServer}`;
    if (source === 'deploy log')
        return `Read the whole log: magento-cloud log deploy${onServer}`;
    return `Read the whole of ${source}; the deployment's own log: magento-cloud activity:log${onServer}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/warnings-finding.js


/** Warnings of ece-tools in a failed deployment: not a cause, but worth a look. Null if it logged no known warning. */
function warningsFinding(entries) {
    const warned = entries.filter(({ level, code }) => level === 'warning' && code !== null);
    const codes = [...new Set(warned.flatMap(({ code }) => code ?? []))].toSorted((a, b) => a - b);
    const known = codes.flatMap((code) => eceToolsError(code) ?? []).filter(({ level }) => level === 'warning');
    const [first] = warned;
    if (!first || known.length === 0)
        return null;
    return {
        id: 'ece-tools-warnings',
        title: known.length === 1 ? 'ece-tools also logged one warning' : `ece-tools also logged ${known.length} warnings`,
        source: first.source,
        ...placeOf(first, first.phase),
        certainty: 'unknown',
        evidence: known.map(({ code, title }) => `${code}: ${title}`).join('\n'),
        meaning: 'Warnings do not stop a deployment, but they may have the same cause.',
        next: known
            .map(({ suggestion }) => suggestion)
            .slice(0, 5)
            .join(' ')
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/explain/leftovers.js
var leftovers = __webpack_require__(8479);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/explain/explain-failure.js












/**
 * Explains a failure by the messages of the last deployment: its causes in the order in which they take effect, then
 * what the shop reports about itself, then what the deployment left behind. Each cause is listed once; an unknown
 * failure is quoted. `packages` names the extension that a class belongs to, `services` are the types of
 * .magento/services.yaml.
 */
function explainFailure(evidence, packages = [], services = null) {
    const current = currentDeployment(evidence).map(readable);
    const entries = reached(current.flatMap(entriesOf));
    const causes = findCauses(entries, { packages, services });
    const coded = codedFindings(entries, causes);
    const known = [...causes.map((cause) => findingOfCause(cause, entries)), ...coded];
    const told = known.filter(({ id }) => id !== 'ece-tools-201' || known.length === 1);
    const unknown = hasDeploymentCause(told) ? null : unknownFinding(entries, current);
    const failure = byPhase([...told, ...(unknown === null || isOnlySite(unknown, told) ? [] : [unknown])]);
    const warnings = failure.some(({ phase }) => phase !== 'site') ? warningsFinding(entries) : null;
    const unchanged = isSiteUnchanged(entries);
    return ranked([
        ...fresh(failure).map((finding) => (unchanged && isEarly(finding) ? { ...finding, siteUnchanged: true } : finding)),
        ...(0,leftovers/* findLeftovers */.Q)(evidence),
        ...(warnings === null ? [] : [warnings])
    ]);
}
// Redacted before any cut: half of a token would not be recognised.
function readable(one) {
    const isText = one.kind !== 'error-log' && one.kind !== 'flag';
    return isText ? { ...one, text: boundLines((0,redact_evidence/* redactEvidence */.H)(one.text)) } : one;
}
function entriesOf(evidence) {
    if (evidence.kind === 'flag')
        return [];
    return evidence.kind === 'error-log' ? codedEntries(evidence) : (0,log_entry/* readEntries */.$)(evidence);
}
// If the deploy phase has started, the build succeeded: only entries that it called an error itself still count.
function reached(entries) {
    const deployed = entries.some(({ phase }) => phase === 'deploy' || phase === 'post-deploy');
    return deployed ? entries.filter(({ phase, certain }) => certain || phase !== 'build') : entries;
}
function hasDeploymentCause(findings) {
    return findings.some(({ phase }) => phase !== 'site');
}
function isOnlySite({ phase }, told) {
    return phase === 'site' && told.length > 0;
}
function isEarly({ phase }) {
    return phase === 'configuration' || phase === 'build';
}
function byPhase(findings) {
    const place = ({ phase }) => (phase === null ? phases.length : phases.indexOf(phase));
    return findings.toSorted((a, b) => place(a) - place(b));
}
// Evidence of an earlier finding is not repeated.
function fresh(findings) {
    return findings.map((finding, index) => {
        const told = new Set(findings.slice(0, index).flatMap(({ evidence }) => evidence.split('\n')));
        const lines = finding.evidence.split('\n').filter((line) => !told.has(line));
        return lines.length === 0 ? finding : { ...finding, evidence: lines.join('\n') };
    });
}
function ranked(findings) {
    return findings.map((finding, index) => ({ ...finding, rank: index + 1 }));
}


/***/ }),

/***/ 8479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ leftoverIds),
/* harmony export */   Q: () => (/* binding */ findLeftovers)
/* harmony export */ });
/** What a failed deployment left behind on the server: findings, but never causes. */
function findLeftovers(texts) {
    const flags = texts.filter(({ kind }) => kind === 'flag');
    return states.flatMap(({ flag, ...finding }) => {
        const found = flags.find((one) => one.flag === flag);
        return found ? [{ ...finding, ...leftBehind, source: found.source, evidence: found.text }] : [];
    });
}
// The present state of the server does not show why.
const leftBehind = { certainty: 'sure', phase: null, deployment: null, at: null };
const states = [
    {
        flag: 'deploy-failed',
        id: 'deploy-failed-flag',
        title: 'The last deployment is marked as failed',
        meaning: 'The deploy phase stopped before its end, and the post-deploy phase did not run.',
        next: 'Fix the cause above first; the next deployment removes the mark when it starts.'
    },
    {
        flag: 'maintenance',
        id: 'maintenance-on',
        title: 'The site is closed for maintenance',
        meaning: 'A deployment that fails leaves maintenance mode on and cron off.',
        next: 'Leave it closed until the cause above is fixed and deployed: that deployment opens it. If it does not, on the server: php bin/magento maintenance:disable and vendor/bin/ece-tools cron:enable'
    },
    {
        flag: 'cron-off',
        id: 'cron-disabled',
        title: 'Cron jobs are disabled',
        meaning: 'A deployment disables cron and its post-deploy phase enables it again; that did not happen. Indexes, e-mails and queues have stopped.',
        next: 'Fix the cause above first; the next successful deployment enables it. If it does not, on the server: vendor/bin/ece-tools cron:enable'
    }
];
/** Ids of these findings. */
const leftoverIds = states.map(({ id }) => id);


/***/ }),

/***/ 1880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RD: () => (/* binding */ entriesSince),
/* harmony export */   tb: () => (/* binding */ sinceLastScenario),
/* harmony export */   xM: () => (/* binding */ lastScenarioStart)
/* harmony export */ });
/* harmony import */ var _project_deployment_log_scenario_starts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(221);

const otherStarts = /^.*(?:ece-tools (?:run scenario\/deploy\.xml|deploy\b)|Updating time:).*$/gm;
const postDeploy = /^.*(?:ece-tools (?:run scenario\/post-deploy\.xml|post-deploy\b)|Starting scenario\(s\): scenario\/post-deploy).*$/gm;
/**
 * The part of a log that starts with the last deployment, including its build; earlier parts are about older ones. A
 * post-deploy phase belongs to the deployment before it, and also has a separate log.
 */
function sinceLastScenario(text) {
    const last = (pattern) => [...text.matchAll(pattern)].at(-1)?.index ?? -1;
    const deployment = (0,_project_deployment_log_scenario_starts_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDeployment */ .K)(text);
    const launched = last(otherStarts);
    // A hook may end before ece-tools prints anything.
    if (deployment !== null)
        return text.slice(launched > deployment.phaseIndex ? launched : deployment.index);
    return text.slice(Math.max(0, launched, launched < 0 ? last(postDeploy) : 0));
}
/** Start of the last deployment, in milliseconds since 1970, from `var/log/cloud.log`; null if it does not say. */
function lastScenarioStart(cloudLog) {
    return (0,_project_deployment_log_scenario_starts_js__WEBPACK_IMPORTED_MODULE_0__/* .lastDeployment */ .K)(cloudLog)?.at ?? null;
}
/**
 * The entries of a log that were written at `start` (milliseconds since 1970) or later, with their continuation lines.
 */
function entriesSince(text, start) {
    const lines = text.split('\n');
    const first = lines.findIndex((line) => ((0,_project_deployment_log_scenario_starts_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .n)(line) ?? -Infinity) >= start);
    return first < 0 ? '' : lines.slice(first).join('\n');
}


/***/ }),

/***/ 1756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ findOffendingPackage),
/* harmony export */   s: () => (/* binding */ classPackages)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);
/* harmony import */ var _project_composer_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7530);


const autoload = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    'psr-4': zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).catch({}),
    'psr-0': zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J()).catch({})
})
    .partial()
    .catch({});
/** The packages of a composer.lock with their namespaces; none for any other text. */
function classPackages(composerLockText) {
    try {
        return (0,_project_composer_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .lockedPackages */ .aJ)(composerLockText).map((locked) => {
            const { 'psr-4': psr4 = {}, 'psr-0': psr0 = {} } = autoload.parse(locked['autoload']);
            return { name: locked.name, prefixes: [...Object.keys(psr4), ...Object.keys(psr0)].filter((prefix) => prefix) };
        });
    }
    catch {
        return [];
    }
}
/**
 * Whose code an error is about; an extension takes precedence over the product: the package of a path in vendor, the
 * module of a path in app/code, the package of a class, otherwise the module in its name. Null if only the product's
 * own code is named.
 */
function findOffendingPackage(text, packages) {
    const vendor = [...text.matchAll(/\bvendor\/([a-z0-9][\w.-]*\/[a-z0-9][\w.-]*)\//g)].map(([, name = '']) => name);
    const own = /\bapp\/code\/[A-Z]\w*\/[A-Z]\w*(?=\/)/.exec(text)?.[0];
    const classes = [...text.matchAll(/\b[A-Z]\w*(?:\\{1,2}\w+)+/g)].map(([name]) => name.replaceAll('\\\\', '\\'));
    const known = classes.flatMap((name) => packageOf(name, packages) ?? []);
    const module = classes.flatMap((name) => {
        const [vendorName = '', moduleName] = name.split('\\');
        return moduleName === undefined || isFramework(vendorName) ? [] : [`${vendorName}_${moduleName}`];
    });
    return [...vendor, own ?? '', ...known].find((name) => name !== '' && !isFramework(name)) ?? module[0] ?? null;
}
function packageOf(className, packages) {
    const fits = packages
        .flatMap(({ name, prefixes }) => prefixes.map((prefix) => ({ name, prefix })))
        .filter(({ prefix }) => className.startsWith(prefix));
    return fits.sort((a, b) => b.prefix.length - a.prefix.length)[0]?.name ?? null;
}
// Framework code is on every stack trace, and never at fault for an upgrade.
function isFramework(name) {
    return /^(?:magento|composer|symfony|laminas|zend|zendframework|monolog|psr|guzzlehttp|webonyx|colinmollenhour)\b/i.test(name);
}


/***/ }),

/***/ 5116:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ unreadFinding)
/* harmony export */ });
/** Unreadable texts, as the last of the findings. */
function unreadFinding(unread, rank) {
    return {
        id: 'unread',
        rank,
        certainty: 'unknown',
        phase: null,
        deployment: null,
        at: null,
        title: 'Not everything could be read',
        source: 'this run',
        evidence: unread.join('\n'),
        meaning: 'The cause may be in the texts that could not be read.',
        next: 'Try again: magento-cloud-upgrade diagnose'
    };
}


/***/ }),

/***/ 4160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kk: () => (/* binding */ wasSent),
/* harmony export */   gr: () => (/* binding */ intendDeployment),
/* harmony export */   lB: () => (/* binding */ intendPush),
/* harmony export */   zd: () => (/* binding */ intendTag)
/* harmony export */ });
/** The deployment that a push starts; whoever follows it sets its outcome. */
function intendDeployment(ledger, commit) {
    return ledger.intend('deployment', `the commit ${commit.slice(0, 12)} was deployed`);
}
/** Records the effects of a push before it starts. The deployment is unknown until then, unless nothing has arrived. */
function intendPush(ledger, { remote, branch, commit, pullRequest = false }) {
    const kind = pullRequest ? 'pull-request-branch' : 'branch';
    const branchEffect = ledger.intend(kind, `the commit ${commit.slice(0, 12)} was pushed to ${branch} on ${remote}`);
    const deployment = pullRequest ? null : intendDeployment(ledger, commit);
    return (pushed, answer) => {
        const outcome = outcomeOf(pushed, answer, { commit, ref: `refs/heads/${branch}` });
        branchEffect[outcome]();
        if (outcome === 'undone' && deployment?.isNew === true)
            deployment.undone();
    };
}
/** Records the effect of pushing a tag. */
function intendTag(ledger, name, remote) {
    const effect = ledger.intend('remote-tag', `the tag ${name} was pushed to ${remote}`);
    return (pushed) => {
        const word = wordOf(pushed, `refs/tags/${name}`);
        if (word === 'taken')
            effect.done();
        else if (word !== null || !wasSent(pushed))
            effect.undone();
        else
            effect.unknown();
    };
}
function outcomeOf(pushed, answer, { commit, ref }) {
    const word = wordOf(pushed, ref);
    if (word === 'same' || word === 'refused' || !wasSent(pushed))
        return 'undone';
    if (answer.answered && answer.commit === commit)
        return 'done';
    // A ref that was accepted but has since disappeared was moved by somebody else.
    if (word === 'taken')
        return answer.answered ? 'unknown' : 'done';
    return answer.answered && !wasStopped(pushed) ? 'undone' : 'unknown';
}
/** The remote's own answer for a ref: a line of `--porcelain`. An acceptance counts only if git succeeded. */
function wordOf({ stdout, exitCode }, ref) {
    const line = stdout.split('\n').find((each) => /^[ *+=!-]\t/.test(each) && each.includes(`:${ref}\t`));
    if (line === undefined)
        return null;
    if (line.startsWith('='))
        return 'same';
    if (line.startsWith('!'))
        return 'refused';
    return exitCode === 0 ? 'taken' : null;
}
// Without a connection nothing can have arrived.
const neverSent = /could not resolve|connection refused|failed to connect|couldn't connect|no route to host|network is unreachable|stopped before it started/i;
/** Whether anything of a push can have reached the remote. */
function wasSent({ stderr, stdout }) {
    return !neverSent.test(`${stdout}\n${stderr}`);
}
// The remote may go on with the data that it has received.
function wasStopped({ exitCode, timedOut }) {
    return timedOut || exitCode >= 129;
}


/***/ }),

/***/ 6129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ deploymentError),
  K: () => (/* binding */ waitForDeployment)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-log/log-entry.js + 2 modules
var log_entry = __webpack_require__(899);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/failed-hooks.js

/**
 * The failed hook of a deployment that the platform calls a success: from the API's data on hooks, otherwise from its
 * log. Null if neither shows one.
 */
function failedHook({ failedHooks }, log) {
    const failed = failedHooks.find(({ type }) => !isPost(type)) ?? failedHooks[0];
    if (failed === undefined)
        return log === null ? null : failedHookTrace(log);
    const reason = `The ${failed.type} hook ended with exit code ${failed.exitCode}.`;
    return { verdict: isPost(failed.type) ? 'degraded' : 'failed', reasons: [reason] };
}
/** Evidence of a failed hook in the log of its deployment; null if there is none. */
function failedHookTrace(log) {
    const lines = log.split('\n');
    const deploy = lines.find((line) => /deploy was failed|(?:CRITICAL|ERROR): \[1\d\d\]/i.test(line));
    if (deploy !== undefined)
        return { verdict: 'failed', reasons: [`Its log says: ${deploy.trim()}`] };
    const entries = (0,log_entry/* readEntries */.$)({ source: 'log', kind: 'log', text: log });
    return (codedError(entries, 'deploy', 'failed') ??
        codedError(entries, 'post-deploy', 'degraded') ??
        skipped(lines.find((line) => /post.?deploy is skipped|(?:CRITICAL|ERROR): \[2\d\d\]/i.test(line))));
}
// With the exit code of a command, or the error number of the database driver, so only the place identifies the phase.
function codedError(entries, phase, verdict) {
    const entry = entries.find((one) => one.phase === phase && one.level === 'error' && one.code !== null);
    return entry === undefined ? null : { verdict, reasons: [`Its log says: ${entry.rows[0]?.trim() ?? ''}`] };
}
function skipped(line) {
    return line === undefined ? null : { verdict: 'degraded', reasons: [`Its log says: ${line.trim()}`] };
}
function isPost(type) {
    return type.startsWith('post');
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/never-started.js
var never_started = __webpack_require__(5230);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/verdict.js


/** The state before the first poll. */
const beforeTheFirstLook = {
    own: null,
    stubbornErrors: 0,
    emptyLooks: 0,
    openEnds: 0,
    lastError: null
};
const patience = 3;
// A success counts only after its log and the environment have been read: five minutes.
const witnessPatience = 60;
// Time between the end of an activity and the environment's report of it; no other deployment is as quick.
const slackMilliseconds = 5_000;
/**
 * Decides after each poll. Only the activity of this very commit can make the deployment a success or a failure; a
 * push's exit code, another activity, or an error of a request cannot. Anything not known is `unknown`.
 */
function decideDeployment(wanted, state, seen) {
    if ('error' in seen)
        return afterBlink(wanted, state, seen);
    const own = ownActivity(seen.pushes, wanted) ?? state.own;
    // The activities of a fetch appear after its end.
    const emptyLooks = own === null && !runningFetch(seen) ? state.emptyLooks + 1 : 0;
    const next = { own, stubbornErrors: 0, emptyLooks, openEnds: 0, lastError: state.lastError };
    const late = seen.at >= wanted.endBy;
    if (own?.state === 'staged')
        return { state: next, ending: staged(own) };
    if (own === null)
        return { state: next, ending: withoutActivity(wanted, next, seen) };
    if (!hasEnded(own))
        return { state: next, ending: late ? unfinished(own, seen) : null };
    const openEnds = own.id === state.own?.id ? state.openEnds : 0;
    if (!late && openEnds < looksToWait(own, seen))
        return { state: { ...next, openEnds: openEnds + 1 }, ending: null };
    return { state: next, ending: afterEnd(own, seen) };
}
/**
 * The newest push that brought the commit, as its head or among its commits; null if none did. A pull request whose
 * commits the platform does not list is recognised only by its time: its head is a merge made by the platform.
 */
function ownActivity(pushes, { commit, pushedAt }) {
    const named = newest(pushes.filter(({ newCommit, commits }) => newCommit === commit || commits.includes(commit)));
    if (named)
        return named;
    return newest(pushes.filter((push) => push.pullRequest && push.commits.length === 0 && push.createdAt >= pushedAt - never_started/* skewMilliseconds */.Xp));
}
function newest(pushes) {
    return pushes.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}
// A final state: nothing continues until somebody deploys.
function staged({ id, result }) {
    const unbuilt = `Activity ${id} is staged, and its code could not be built (result failure).`;
    if (result === 'failure')
        return { verdict: 'staged', isBuilt: false, reasons: [unbuilt] };
    const built = result === 'success' ? 'its code is built, but' : 'its code is';
    const live = `Activity ${id} is staged: ${built} not live. The environment deploys only on request.`;
    return { verdict: 'staged', reasons: [live, 'To make it live: magento-cloud environment:deploy.'] };
}
// Unknown states are ignored; a completed activity without a result is polled again.
function hasEnded({ state, result }) {
    return state === 'cancelled' || (state === 'complete' && (result === 'success' || result === 'failure'));
}
/** How many more polls to wait after an end: for the push that replaced it, or for its evidence. */
function looksToWait(own, seen) {
    if (own.state === 'cancelled')
        return newerThan(own, seen) ? 0 : patience;
    return own.result === 'success' && (seen.log === null || seen.environment === null) ? witnessPatience : 0;
}
function afterEnd(own, seen) {
    if (own.state === 'cancelled')
        return afterCancel(own, seen);
    if (own.result === 'success')
        return afterSuccess(own, seen);
    return { verdict: 'failed', reasons: [`Activity ${own.id} ended with the result failure.`] };
}
function newerThan(own, { pushes }) {
    return pushes.find((push) => push.id !== own.id && push.createdAt > own.createdAt);
}
function afterBlink(wanted, state, seen) {
    const stubbornErrors = seen.passing ? 0 : state.stubbornErrors + 1;
    const next = { ...state, stubbornErrors, emptyLooks: 0, lastError: seen.error };
    if (stubbornErrors < patience && seen.at < wanted.endBy)
        return { state: next, ending: null };
    const activity = state.own ? [`Activity ${state.own.id} was ${state.own.state} when it was last seen.`] : [];
    return { state: next, ending: { verdict: 'unknown', reasons: [...activity, `Last error: ${seen.error}`] } };
}
function withoutActivity(wanted, { emptyLooks }, seen) {
    const late = seen.at >= wanted.endBy;
    const fetching = runningFetch(seen);
    if (fetching && late)
        return { verdict: 'unknown', reasons: [`The fetch from GitHub (${fetching.id}) has not ended.`] };
    // One list without it may be a gap of the platform.
    const known = late || (seen.at >= wanted.startBy && emptyLooks >= patience);
    return fetching || !known ? null : { verdict: 'never-started', reasons: (0,never_started/* neverStartedReasons */.XU)(wanted, seen) };
}
function runningFetch({ fetches }) {
    return fetches.find(({ state }) => state === 'pending' || state === 'in_progress');
}
function afterCancel(own, seen) {
    const newer = newerThan(own, seen);
    if (!newer)
        return { verdict: 'failed', reasons: [`Activity ${own.id} was cancelled.`] };
    const reason = `Activity ${own.id} was cancelled; a newer push (${newer.id}, commit ${verdict_short(newer)}) replaced it.`;
    return { verdict: 'superseded', reasons: [reason] };
}
function unfinished(own, seen) {
    const first = `Activity ${own.id} was still ${own.state} when the time was up.`;
    const before = seen.pushes.find(({ id, state }) => id !== own.id && state === 'in_progress');
    return { verdict: 'unknown', reasons: before ? [first, `It is waiting for activity ${before.id}.`] : [first] };
}
// The platform calls a deployment a success even if its hooks failed: they only leave traces.
function afterSuccess(own, seen) {
    const trace = failedHook(own, seen.log);
    if (trace !== null)
        return trace;
    if (isCalledFailed(own, seen))
        return { verdict: 'failed', reasons: ['The environment says that its last deployment was not successful.'] };
    const result = `Activity ${own.id} (head ${verdict_short(own)}) ended with the result success.`;
    const unread = [
        ...(seen.log === null ? ['Its log could not be read to look for failed hooks.'] : []),
        ...(seen.environment === null ? ['The environment did not answer about its last deployment.'] : [])
    ];
    return { verdict: unread.length === 0 ? 'succeeded' : 'unknown', reasons: [result, ...unread] };
}
// It reports its last deployment, which may be another one by now.
function isCalledFailed(own, seen) {
    const { lastDeploymentSuccessful = null, lastDeploymentAt = null } = seen.environment ?? {};
    if (lastDeploymentSuccessful !== false || lastDeploymentAt === null || lastDeploymentAt < own.createdAt)
        return false;
    return own.endedAt === null ? !newerThan(own, seen) : lastDeploymentAt <= own.endedAt + slackMilliseconds;
}
function verdict_short({ newCommit }) {
    return newCommit?.slice(0, 8) ?? 'unknown';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/shorten.js
var shorten = __webpack_require__(6369);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/assign-commits.js
/**
 * The deployments with those that were started by hand (`environment:deploy`), newest first: each gets the commits of
 * all pushes staged since the previous one.
 */
function attributeDeploys(pushes, deploys) {
    let since = -Infinity;
    const attributed = deploys
        .filter(({ state }) => state !== 'cancelled')
        .toSorted((a, b) => a.createdAt - b.createdAt)
        .map((deploy) => {
        const staged = pushes
            .filter(({ createdAt, state }) => createdAt > since && createdAt <= deploy.createdAt && state !== 'cancelled')
            .toSorted((a, b) => a.createdAt - b.createdAt);
        // A failed one left everything staged.
        if (deploy.result === 'success')
            since = deploy.createdAt;
        return {
            ...deploy,
            pullRequest: deploy.pullRequest && staged.length > 0,
            newCommit: staged.at(-1)?.newCommit ?? null,
            commits: [
                ...staged.slice(0, -1).flatMap(({ newCommit }) => newCommit ?? []),
                ...staged.flatMap(({ commits }) => commits)
            ]
        };
    });
    return [...pushes, ...attributed].sort((a, b) => b.createdAt - a.createdAt);
}
/**
 * The pushes and the redeployments, each of which gets the commits of the push before it, newest first. The platform
 * does not say what a redeployment deploys: the environment's present code, without what is only staged.
 */
function assignRedeployCommits(pushes, redeploys) {
    // A cancelled push never ran, so the one before it still applies.
    const attributed = redeploys
        .filter(({ state }) => state !== 'cancelled')
        .map((redeploy) => {
        const before = pushes
            .filter(({ createdAt, state }) => createdAt <= redeploy.createdAt && state !== 'staged')
            .reduce((newest, push) => (push.createdAt > (newest?.createdAt ?? -1) ? push : newest), null);
        // Without a push before it, it does not count as a pull request's.
        const pullRequest = redeploy.pullRequest && before !== null;
        return { ...redeploy, pullRequest, newCommit: before?.newCommit ?? null, commits: before?.commits ?? [] };
    });
    return [...pushes, ...attributed].sort((a, b) => b.createdAt - a.createdAt);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/deployment-activity.js
var deployment_activity = __webpack_require__(7723);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/magento-cloud/environment-state.js
var environment_state = __webpack_require__(6485);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/poll-platform.js





/** Polls the platform once. An error of the platform is an answer too; only a stop by the user is thrown. */
async function pollPlatform(cloud, environment, wanted, now) {
    let askedSeconds = 0;
    const refused = (error) => {
        if (!(0,errors/* isFailure */.N6)(error))
            throw error;
        askedSeconds = Math.max(askedSeconds, error.retryAfterSeconds ?? 0);
        return error;
    };
    // Data that only explains a verdict must not delay it, and is not requested from a platform that asked us to wait.
    const orNull = async (ask) => {
        if (askedSeconds > 0)
            return null;
        return ask().catch((error) => {
            refused(error);
            return null;
        });
    };
    const path = `/environments/${encodeURIComponent(environment)}`;
    try {
        const seen = await look(cloud, path, wanted, now, orNull);
        return { seen, askedSeconds };
    }
    catch (error) {
        const { message, code } = refused(error);
        return { seen: { at: now(), error: message, passing: code === 'retry-later' }, askedSeconds };
    }
}
async function look(cloud, path, wanted, now, orNull) {
    const pushes = await deployments(cloud, path, wanted);
    const own = ownActivity(pushes, wanted);
    const late = now() >= (own ? wanted.endBy : wanted.startBy);
    const ended = own?.state === 'complete' || own?.state === 'staged';
    return {
        at: now(),
        pushes,
        fetches: own ? [] : await gitHubFetches(cloud),
        integration: !own && late ? await orNull(() => cloud.hasGitHubIntegration()) : null,
        environment: ended || late ? (0,environment_state/* parseEnvironmentState */.g)(await orNull(() => cloud.api(path))) : null,
        log: own && own.state !== 'pending' ? readLog(await orNull(() => cloud.activityLog(own.id)), ended) : null
    };
}
// The program succeeds with any answer. No deployment ends without output, and none prints HTML or JSON.
function readLog(text, ended) {
    const isLog = text !== null && !/^\s*[<{]/.test(text) && (text.trim() !== '' || !ended);
    return isLog ? text : null;
}
// A deployment that has ended may have been repeated since; the last result counts.
async function deployments(cloud, path, wanted) {
    const pushes = (0,deployment_activity/* readDeploymentActivities */.D)(await cloud.api(`${path}/activities?type=environment.push&count=20`));
    if (!['complete', 'cancelled', 'staged'].includes(ownActivity(pushes, wanted)?.state ?? ''))
        return pushes;
    const ofType = async (type) => (0,deployment_activity/* readDeploymentActivities */.D)(await cloud.api(`${path}/activities?type=${type}&count=20`));
    const deploys = await ofType('environment.deploy');
    const redeploys = await ofType('environment.redeploy');
    return assignRedeployCommits(attributeDeploys(pushes, deploys), redeploys);
}
// Separate from the environment's activities: fetches belong to the project, to which not every token has access.
async function gitHubFetches(cloud) {
    try {
        return (0,deployment_activity/* readDeploymentActivities */.D)(await cloud.api('/activities?type=integration.github.fetch&count=5'));
    }
    catch (error) {
        if (error instanceof errors/* UpgradeError */.fy && error.code === 'preflight-failed')
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/deployment-phases.js
var deployment_phases = __webpack_require__(6802);
// EXTERNAL MODULE: ./.tmp/compiled/src/visible-text.js
var visible_text = __webpack_require__(2698);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/activity-log.js



/**
 * Prints the lines of an activity's log, in a separate group if the logger has groups, without secrets and personal
 * data; only the phases if the lines are not shown.
 */
function openActivityLog({ logger, showLog: shown = true, redact = (text) => text }, id) {
    const tail = createLogTail();
    const begun = new Map();
    let endGroup = null;
    const tellPhase = (line, seconds) => {
        const phase = (0,deployment_phases/* phaseOf */.h)(line);
        if (phase === null || begun.has(phase))
            return;
        begun.set(phase, seconds);
        logger.info(`Phase: ${phase}`);
    };
    return {
        begun,
        tell: (text, ended, seconds) => {
            const lines = tail(text, ended).map(visible_text/* visibleText */.Q);
            if (lines.length > 0 && shown)
                endGroup ??= logger.group?.(`Log of activity ${id}`) ?? null;
            const redacted = shown ? redactLines(lines, redact) : [];
            for (const [index, line] of lines.entries()) {
                tellPhase(line, seconds);
                if (shown)
                    logger.info(`${elapsed(seconds)} ${redacted[index] ?? ''}`);
            }
        },
        end: () => {
            endGroup?.();
            endGroup = null;
        }
    };
}
// Redacted together, because a value may span several lines; one by one if that joined lines.
function redactLines(lines, redact) {
    const hide = (text) => (0,redact_evidence/* redactEvidence */.H)(redact(text));
    const together = hide(lines.join('\n')).split('\n');
    return together.length === lines.length ? together : lines.map(hide);
}
/** `mm:ss` since the start of the wait. */
function elapsed(seconds) {
    const whole = Math.floor(seconds);
    return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
const remembered = 2000;
/**
 * Returns the complete lines of a growing text that were not returned before, even if its beginning has been cut off.
 */
function createLogTail() {
    let given = 0;
    let last = '';
    return (text, ended) => {
        // The last piece is a line only once nothing follows it.
        const whole = ended && text !== '' && !text.endsWith('\n') ? `${text}\n` : text.slice(0, text.lastIndexOf('\n') + 1);
        const start = startOfNew(whole, given, last);
        if (start === null || start >= whole.length)
            return [];
        given = whole.length;
        last = whole.slice(-remembered);
        return whole.slice(start, -1).split('\n');
    };
}
function startOfNew(text, given, last) {
    if (text.startsWith(last, given - last.length))
        return given;
    const at = text.lastIndexOf(last);
    if (at >= 0)
        return at + last.length;
    // A shorter text is an answer that broke off; a longer one has lost lines in between.
    return text.length < given ? null : 0;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/progress.js



/** Logs the states of the activity, the lines of its log as they arrive, and the duration of its phases. */
function createDeploymentProgress(sink, start) {
    const { logger, clock, showLog = true, redact = (text) => text } = sink;
    const elapsed = () => (clock.now() - start) / 1000;
    let log = openActivityLog(sink, '');
    let ended = null;
    const phases = () => (0,deployment_phases/* timePhases */.O)(log.begun, ended ?? elapsed());
    const tell = (before, { own }, seen) => {
        if ('error' in seen) {
            logger.warn(`The platform does not answer at the moment; the deployment continues: ${(0,redact_evidence/* redactEvidence */.H)(redact(seen.error))}`);
            return;
        }
        if (!own)
            return;
        // A redeployment has a separate log.
        if (own.id !== before.own?.id) {
            log.end();
            log = openActivityLog(sink, own.id);
            ended = null;
        }
        if (own.id !== before.own?.id && !showLog)
            logger.info(`Its log is not shown here (option activity-log): magento-cloud activity:log ${own.id}`);
        if (own.id !== before.own?.id || own.state !== before.own.state)
            logger.info(`Activity ${own.id} deploys commit ${own.newCommit?.slice(0, 8) ?? ''}: ${own.state}`);
        const hasEnded = own.state === 'complete' || own.state === 'staged';
        log.tell(seen.log ?? '', hasEnded, elapsed());
        if (!hasEnded || ended !== null)
            return;
        ended = elapsed();
        log.end();
        const told = phases().map(({ name, seconds }) => `${name} ${seconds} s`);
        if (told.length > 0)
            logger.info(`Phases: ${told.join(', ')}`);
    };
    return {
        tell,
        phases,
        end: () => {
            log.end();
        }
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/wait-for-deployment.js






/** Follows the deployment of one commit to its verdict, and prints its log on the way. Changes nothing. */
async function waitForDeployment(tools, input) {
    const teller = createDeploymentProgress(tools, tools.clock.now());
    try {
        return await follow(tools, input, teller);
    }
    finally {
        teller.end();
    }
}
async function follow({ cloud, clock, redact = (text) => text }, input, teller) {
    const start = clock.now();
    const wanted = wantedFrom(input, start);
    let state = beforeTheFirstLook;
    let blinks = 0;
    for (;;) {
        const { seen, askedSeconds } = await pollPlatform(cloud, input.environment, wanted, () => clock.now());
        const decision = decideDeployment(wanted, state, seen);
        teller.tell(state, decision.state, seen);
        state = decision.state;
        if (decision.ending) {
            return {
                verdict: decision.ending.verdict,
                ...(decision.ending.isBuilt === false && { isBuilt: false }),
                activityId: state.own?.id ?? null,
                seconds: (clock.now() - start) / 1000,
                phases: [...teller.phases()],
                // They may quote the platform and the log.
                reasons: decision.ending.reasons.map((reason) => (0,shorten/* shorten */.m)((0,redact_evidence/* redactEvidence */.H)(redact(reason)), 800))
            };
        }
        blinks = 'error' in seen ? blinks + 1 : 0;
        const usual = pauseAfter(blinks, input.pollSeconds ?? (clock.now() - start < 60_000 ? 2 : 5));
        await clock.pause(Math.max(usual, Math.min(askedSeconds, (wanted.endBy - clock.now()) / 1000)));
    }
}
// A platform that fails, or asks for fewer requests, is given time.
function pauseAfter(blinks, seconds) {
    return Math.min(seconds * 2 ** Math.max(0, blinks - 1), Math.max(seconds, 60));
}
function wantedFrom(input, start) {
    return {
        commit: input.commit,
        pushedAt: (input.pushedAt ?? new Date()).getTime(),
        startBy: start + input.startTimeoutSeconds * 1000,
        endBy: start + input.endTimeoutSeconds * 1000
    };
}
/** The error that stops a run after this deployment, or null if it succeeded. */
function deploymentError(deployment) {
    const { verdict, activityId, reasons, isBuilt = true } = deployment;
    if (verdict === 'succeeded' || verdict === 'skipped')
        return null;
    const { code, message, next } = verdict === 'staged' && !isBuilt ? stagedUnbuilt : wording[verdict];
    const summary = verdict === 'staged' ? `${message} The previous version still runs.` : message;
    return new errors/* UpgradeError */.fy(code, {
        message: [summary, ...reasons].join(' '),
        summary,
        next: activityId === null ? next : `${next} Its log: magento-cloud activity:log ${activityId}`
    });
}
const stagedUnbuilt = {
    code: 'deploy-unknown',
    message: 'The commit is staged, not deployed.',
    next: 'Fix the build and git push; environment:deploy would not help.'
};
const wording = {
    failed: {
        code: 'deploy-failed',
        message: 'The deployment failed.',
        next: 'Fix the cause and git push, or revert the upgrade with git revert.'
    },
    degraded: {
        code: 'deploy-failed',
        message: 'The new code is live, but its post-deploy hook failed.',
        next: 'Fix the cause, then run magento-cloud environment:redeploy.'
    },
    'never-started': {
        code: 'deploy-never-started',
        message: 'The deployment of the pushed commit never started.',
        next: 'Fix the causes listed above, then let the platform check again: git commit --allow-empty -m "Deploy again" and git push.'
    },
    staged: {
        code: 'deploy-unknown',
        message: 'The commit is staged, not deployed.',
        next: 'magento-cloud environment:deploy (without an outage if the environment offers it: --strategy rolling), then run the same command again: it follows that deployment.'
    },
    superseded: {
        code: 'deploy-unknown',
        message: 'A newer push replaced this deployment.',
        next: 'When the newer deployment has ended (see magento-cloud activity:list), run magento-cloud-upgrade verify.'
    },
    unknown: {
        code: 'deploy-unknown',
        message: 'The result of the deployment is unknown; it may still be running.',
        next: 'Run the same command again: it follows this deployment until it ends, and pushes nothing twice.'
    }
};


/***/ }),

/***/ 4523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ dumpFiles)
});

// EXTERNAL MODULE: ./node_modules/age-encryption/dist/index.js + 51 modules
var dist = __webpack_require__(1539);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/restore-marker.js
var restore_marker = __webpack_require__(1834);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/lex-statement.js
var lex_statement = __webpack_require__(8877);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/refused-statement.js
var refused_statement = __webpack_require__(5064);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/shadow-table.js


/**
 * Makes one from an allowed CREATE TABLE, as latin1 of its bytes. It is cut only between tokens, so that a name or text
 * can never become SQL. Throws RefusedStatement for another statement.
 */
function shadowTable(statement, shadow) {
    const { tokens } = (0,lex_statement/* lexStatement */.$)(statement);
    const open = tokens.findIndex(({ kind, text }) => kind === 'sign' && text === '(');
    const name = tokens[open - 1];
    const close = closing(tokens, open);
    if (name?.kind !== 'name' || close === undefined)
        throw new refused_statement/* RefusedStatement */.u('CREATE TABLE in an unknown form');
    const items = itemsIn(tokens.slice(open + 1, tokens.indexOf(close)));
    const said = (item) => statement.slice(item[0]?.from, item.at(-1)?.to);
    const keys = items.filter(isForeignKey).map((item) => `ADD ${said(item)}`);
    const kept = items.filter((item) => !isForeignKey(item)).map(said);
    return {
        create: `CREATE TABLE \`${shadow}\` (${kept.join(', ')}${statement.slice(close.from)}`,
        addForeignKeys: keys.length === 0 ? null : `ALTER TABLE ${name.raw} ${keys.join(', ')}`
    };
}
function depthOf(depth, { kind, text }) {
    return kind !== 'sign' ? depth : text === '(' ? depth + 1 : text === ')' ? depth - 1 : depth;
}
function closing(tokens, open) {
    let depth = 0;
    return tokens.slice(open).find((token) => (depth = depthOf(depth, token)) === 0);
}
/** Columns, keys and constraints: the comma-separated parts of a table. */
function itemsIn(tokens) {
    const items = [[]];
    let depth = 0;
    for (const token of tokens) {
        depth = depthOf(depth, token);
        if (depth === 0 && token.kind === 'sign' && token.text === ',')
            items.push([]);
        else
            items.at(-1)?.push(token);
    }
    return items;
}
function isForeignKey(item) {
    const words = item.slice(0, 3).map(({ kind, text }) => (kind === 'word' ? text : ''));
    return words[0] === 'FOREIGN' || (words[0] === 'CONSTRAINT' && words[2] === 'FOREIGN');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/beside-dump.js




const words = /^(?:\/\*M?!\d+ *)?([A-Z]+)(?: +([A-Z]+))?/;
/**
 * Splits a dump for a load under other names: tables and rows of the named tables go to new tables, the rest runs after
 * these have replaced the old ones. Numbers are those of {@link newTable}, from 1 on.
 */
function createBesideDump(tables) {
    const numbers = new Map(tables.map((table, index) => [table, index + 1]));
    const foreignKeys = [];
    const rest = [];
    let inPrograms = false;
    const later = (sql) => {
        rest.push(Buffer.from(sql));
        return null;
    };
    const statement = (sql) => {
        const [, first = '', second = ''] = words.exec(sql.toString('latin1', 0, 200)) ?? [];
        if (inPrograms)
            return later(sql);
        if (first === 'SET' || first === 'COMMIT') {
            later(sql);
            return sql;
        }
        if (second === 'SEQUENCE' || first === 'DO' || first === 'SELECT')
            throw new refused_statement/* RefusedStatement */.u('a sequence');
        if (second !== 'TABLE')
            return later(sql);
        return ofTable(sql, first);
    };
    const ofTable = (sql, first) => {
        const text = sql.toString('latin1').replace(/;\n$/, '');
        const name = (0,lex_statement/* lexStatement */.$)(text).tokens.find(({ kind }) => kind === 'name');
        const number = numbers.get(name?.text ?? '');
        // The stand-in of a view.
        if (name === undefined || number === undefined)
            return later(sql);
        if (first === 'DROP')
            return null;
        if (first === 'ALTER')
            return Buffer.from(`${renamed(text, name, number)};\n`, 'latin1');
        const { create, addForeignKeys } = shadowTable(text, (0,restore_marker/* newTable */.Nh)(number));
        if (addForeignKeys !== null)
            foreignKeys.push(Buffer.from(`${addForeignKeys};\n`, 'latin1'));
        return Buffer.from(`${create};\n`, 'latin1');
    };
    const head = (sql) => {
        const text = sql.toString('latin1');
        const [quoted = '``'] = /`(?:[^`]|``)+`/.exec(text) ?? [];
        const number = numbers.get(Buffer.from(quoted.slice(1, -1).replaceAll('``', '`'), 'latin1').toString('utf8'));
        if (number === undefined)
            throw new refused_statement/* RefusedStatement */.u('rows of a table that it does not create');
        const from = text.indexOf(quoted);
        return Buffer.from(renamed(text, { from, to: from + quoted.length }, number), 'latin1');
    };
    return {
        beside: (sql, part) => {
            if (part === 'rows')
                return sql;
            if (part === 'head')
                return head(Buffer.from(sql));
            if (part === 'statement')
                return statement(Buffer.from(sql));
            inPrograms = Buffer.from(sql).toString('latin1').startsWith('DELIMITER ;;');
            return later(sql);
        },
        rest: () => Buffer.concat([...foreignKeys, ...rest])
    };
}
function renamed(text, { from, to }, number) {
    return `${text.slice(0, from)}\`${(0,restore_marker/* newTable */.Nh)(number)}\`${text.slice(to)}`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan.js + 5 modules
var sql_scan = __webpack_require__(7182);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/read-dump.js + 1 modules
var read_dump = __webpack_require__(5078);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/dump-file.js










/** The real {@link DumpFiles}. */
const dumpFiles = { inspect, sum, loadable, beside, compress, sql, tables, settle };
const piece = { highWaterMark: 256 * 1024 };
async function inspect(path, identity = null) {
    const failures = [];
    const facts = await (0,read_dump/* readDump */.R)(untilFailure(compressed(path, identity), failures));
    const tail = facts.rest.length > 0 ? 'there is data after the compressed dump' : null;
    return { ...facts, gzipFailure: failures[0] ?? facts.gzipFailure ?? tail };
}
function compressed(path, identity) {
    const file = (0,external_node_fs_.createReadStream)(path, piece);
    return identity === null ? file : decrypted(file, identity);
}
async function sum(path) {
    const failures = [];
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let bytes = 0;
    for await (const chunk of untilFailure((0,external_node_fs_.createReadStream)(path, piece), failures)) {
        hash.update(chunk);
        bytes += chunk.length;
    }
    return { bytes, sha256: hash.digest('hex'), failure: failures[0] ?? null };
}
/** Yields from a source until it fails; the failure goes to `failures`. */
async function* untilFailure(source, failures) {
    try {
        for await (const chunk of source)
            yield chunk;
    }
    catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
    }
}
/** Clear bytes of a file that was encrypted with age. Throws for a wrong identity and for a truncated file. */
async function* decrypted(source, identity) {
    const decrypter = new dist/* Decrypter */.Hz();
    for (const line of identity.split('\n').filter((text) => text.trim().startsWith('AGE-SECRET-KEY-')))
        decrypter.addIdentity(line.trim());
    const clear = await decrypter.decrypt(external_node_stream_.Readable.toWeb(source));
    for await (const chunk of external_node_stream_.Readable.fromWeb(clear))
        yield Buffer.from(chunk);
}
function sql(path, identity = null) {
    return scanned(path, { identity, sqlSha256: null }, sql_scan/* createSqlScan */._);
}
function tables(path, identity, sqlSha256) {
    return scanned(path, { identity, sqlSha256 }, (give) => (0,sql_scan/* createSqlScan */._)(undefined, give));
}
function loadable(path, identity, end) {
    return zipped(withEnd(path, identity, end));
}
function zipped(source) {
    const gzip = (0,external_node_zlib_.createGzip)({ level: 1 });
    // The reader throws the error.
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(source), gzip, () => undefined);
    return gzip;
}
function compress(sql) {
    return zipped(external_node_stream_.Readable.from([sql]));
}
function beside(path, identity, end) {
    return zipped(besideParts(path, identity, end));
}
async function* besideParts(path, identity, { tables: names, sqlSha256, first, last, rest }) {
    const dump = createBesideDump(names);
    yield Buffer.from(first);
    yield* scanned(path, { identity, sqlSha256 }, (give) => (0,sql_scan/* createSqlScan */._)((sql, part) => {
        const piece = dump.beside(sql, part);
        if (piece !== null)
            give(piece);
    }));
    yield Buffer.from(last);
    rest(dump.rest());
}
async function* withEnd(path, identity, { sqlSha256, last }) {
    yield* scanned(path, { identity, sqlSha256 }, sql_scan/* createSqlScan */._);
    yield Buffer.from(last);
}
/**
 * Yields what a scan passes while a dump is read; throws at its end unless the dump is complete and the expected one.
 */
async function* scanned(path, { identity, sqlSha256 }, begin) {
    let ready = [];
    const scan = begin((piece) => void ready.push(piece));
    const sum = (0,external_node_crypto_.createHash)('sha256');
    const gunzip = (0,external_node_zlib_.createGunzip)();
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(compressed(path, identity)), gunzip, () => undefined);
    for await (const chunk of gunzip) {
        if (sqlSha256 !== null)
            sum.update(chunk);
        scan.add(chunk);
        yield* ready;
        ready = [];
    }
    const { refused, closed } = scan.end();
    yield* ready;
    if (refused !== null || !closed)
        throw new Error(refused ?? 'the last statement is incomplete');
    if (sqlSha256 !== null && sum.digest('hex') !== sqlSha256)
        throw new Error('the dump is no longer the one that was checked');
}
async function settle(partial, final) {
    await flush(partial);
    await (0,promises_.rename)(partial, final);
    await flush((0,external_node_path_.dirname)(final));
}
async function flush(path) {
    const handle = await (0,promises_.open)(path, 'r');
    await handle.sync().finally(() => handle.close());
}


/***/ }),

/***/ 3037:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gq: () => (/* binding */ compareObjects),
/* harmony export */   QH: () => (/* binding */ isTrailer),
/* harmony export */   gN: () => (/* binding */ isHeader),
/* harmony export */   tc: () => (/* binding */ historySetting),
/* harmony export */   yh: () => (/* binding */ createDumpScan)
/* harmony export */ });
const object = /^(?:\/\*!\d+ )?(?:CREATE )?(TABLE|VIEW|SEQUENCE) (?:IF NOT EXISTS )?`((?:[^`]|``)+)`/;
// The server keeps triggers and events as typed: with or without quotes and schema.
const name = '(?:`((?:[^`]|``)+)`|([^\\s`(.]+))';
const program = new RegExp(`\\b(TRIGGER|PROCEDURE|FUNCTION|EVENT) (?:IF NOT EXISTS )?(?:${name}\\.)?${name}`, 'i');
const view = /^\/\*!\d+ (?:CREATE )?VIEW `((?:[^`]|``)+)`/;
/** How mariadb-dump introduces the rows of a system-versioned table that it dumps with its history. */
const historySetting = /^\/\*M!\d+ SET .*\bsystem_versioning_insert_history=1\b/;
/**
 * Reads a mysqldump by the beginnings of its lines: data is escaped, so no row can begin a line. Bodies of routines and
 * triggers can; they stand between DELIMITER lines and are skipped.
 */
function createDumpScan() {
    const found = { objects: new Set(), views: new Set(), programs: new Set() };
    const state = {
        inBody: false,
        unnamed: false,
        lastLine: '',
        serverVersion: null,
        clientVersion: null,
        choosesDatabase: false,
        isPartial: false,
        hasHistory: false
    };
    const line = (head) => {
        if (head === '')
            return;
        // Events are preceded by their settings; the first other line of a body names its program.
        if (state.inBody && state.unnamed && !/^(?:\/\*!\d+ SET |ALTER DATABASE )/.test(head)) {
            addProgram(found.programs, head);
            state.unnamed = false;
        }
        state.lastLine = head;
        if (head.startsWith('DELIMITER ')) {
            state.inBody = !head.startsWith('DELIMITER ;') || head.startsWith('DELIMITER ;;');
            state.unnamed = state.inBody;
            return;
        }
        if (state.inBody)
            return;
        const name = object.exec(head)?.[2];
        if (name !== undefined)
            found.objects.add(unquoted(name));
        const viewName = view.exec(head)?.[1];
        if (viewName !== undefined)
            found.views.add(unquoted(viewName));
        if (/^(?:\/\*!\d+ )?(?:USE `|CREATE DATABASE |DROP DATABASE )/.test(head))
            state.choosesDatabase = true;
        if (head.startsWith('-- WHERE:'))
            state.isPartial = true;
        if (historySetting.test(head))
            state.hasHistory = true;
        state.serverVersion ??= /^-- Server version\s+(\S+)/.exec(head)?.[1] ?? null;
        state.clientVersion ??= /^-- (?:MariaDB|MySQL) dump (\S.*?)(?:,? for .*)?$/.exec(head)?.[1] ?? null;
    };
    // Getters, because the state changes while the dump is read.
    return {
        ...found,
        line,
        statement: (creates) => {
            state.lastLine = 'a statement';
            if (creates === null)
                return;
            if (creates.kind === 'program')
                found.programs.add(creates.name);
            else
                found.objects.add(creates.name);
            if (creates.kind === 'view')
                found.views.add(creates.name);
        },
        get inBody() {
            return state.inBody;
        },
        get lastLine() {
            return state.lastLine;
        },
        get serverVersion() {
            return state.serverVersion;
        },
        get clientVersion() {
            return state.clientVersion;
        },
        get choosesDatabase() {
            return state.choosesDatabase;
        },
        get isPartial() {
            return state.isPartial;
        },
        get hasHistory() {
            return state.hasHistory;
        }
    };
}
function addProgram(programs, head) {
    const [, kind, , , quoted, plain] = program.exec(head) ?? [];
    const found = quoted ?? plain;
    if (kind !== undefined && found !== undefined)
        programs.add(`${kind.toLowerCase()} ${unquoted(found)}`);
}
function unquoted(name) {
    return name.replaceAll('``', '`');
}
/** Whether this is how mysqldump and mariadb-dump begin a dump: anything before it came from something else. */
function isHeader(line) {
    return /^(?:\/\*M?!999999\\- enable the sandbox mode \*\/ ?|-- (?:MySQL|MariaDB) dump \S.*)\r?$/.test(line);
}
/** Whether this is how mysqldump and mariadb-dump end a dump that they finished. */
function isTrailer(line) {
    return /^-- Dump completed(?: on .*)?$/.test(line.trim());
}
/** How the objects of a dump differ from those of the database, or null. */
function compareObjects(before, dumped, after) {
    const inDump = new Set(dumped);
    const changed = symmetricDifference(before, after);
    if (changed.length > 0)
        return { kind: 'changed', words: `tables changed while the dump ran: ${changed.join(', ')}` };
    const missing = before.filter((name) => !inDump.has(name));
    if (missing.length > 0)
        return { kind: 'missing', words: `the dump lacks ${missing.slice(0, 10).join(', ')}` };
    const known = new Set(before);
    const unknown = [...inDump].filter((name) => !known.has(name));
    if (unknown.length === 0)
        return null;
    return {
        kind: 'unknown',
        words: `the dump has ${unknown.slice(0, 10).join(', ')}, which the database does not have`
    };
}
function symmetricDifference(a, b) {
    const [left, right] = [new Set(a), new Set(b)];
    return [...a.filter((name) => !right.has(name)), ...b.filter((name) => !left.has(name))];
}


/***/ }),

/***/ 3147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ createEncrypter),
/* harmony export */   E: () => (/* binding */ openDumpSink)
/* harmony export */ });
/* harmony import */ var age_encryption__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1539);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);




const spare = 64 * 1024 * 1024;
const checkEvery = 32 * 1024 * 1024;
/**
 * A new private file (0600) for one dump, encrypted with age for `recipients` if any are given: clear text then never
 * reaches the disk. Throws if the file exists, a recipient is invalid, or the disk is nearly full.
 */
async function openDumpSink(path, recipients) {
    const encrypter = recipients.length > 0 ? createEncrypter(recipients) : null;
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path, 'wx', 0o600);
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)('sha256');
    let bytes = 0;
    const put = async (chunk) => {
        if (Math.floor(bytes / checkEvery) !== Math.floor((bytes + chunk.length) / checkEvery))
            await watchDisk(path);
        sum.update(chunk);
        bytes += chunk.length;
        await writeWhole(file, chunk);
    };
    const stream = encrypter ? await encryptInto(encrypter, put) : { write: put, close: () => Promise.resolve() };
    return {
        write: (chunk) => stream.write(chunk),
        close: async () => {
            await stream.close();
            await file.sync();
            await file.close();
            return { bytes, sha256: sum.digest('hex') };
        },
        abandon: () => file.close().catch(() => undefined)
    };
}
/** An encrypter for all recipients. Throws a TypeError that names the invalid one. */
function createEncrypter(recipients) {
    const encrypter = new age_encryption__WEBPACK_IMPORTED_MODULE_0__/* .Encrypter */ .T7();
    for (const recipient of recipients) {
        try {
            encrypter.addRecipient(recipient);
        }
        catch {
            throw new TypeError(`${recipient.slice(0, 80)} is not an age recipient (age1…)`);
        }
    }
    return encrypter;
}
async function encryptInto(encrypter, put) {
    const plain = new TransformStream();
    const writer = plain.writable.getWriter();
    const encrypted = await encrypter.encrypt(plain.readable);
    const pumping = encrypted.pipeTo(new WritableStream({ write: put }));
    // A failed write is thrown by the next write or by the close.
    pumping.catch((error) => writer.abort(error).catch(() => undefined));
    return {
        write: async (chunk) => {
            await Promise.race([writer.ready, pumping]);
            await writer.write(chunk);
        },
        close: async () => {
            await writer.close();
            await pumping;
        }
    };
}
async function writeWhole(file, chunk) {
    let at = 0;
    while (at < chunk.length)
        at += (await file.write(chunk, at)).bytesWritten;
}
async function watchDisk(path) {
    const { bavail, bsize } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.statfs)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path));
    if (bavail * bsize >= spare)
        return;
    // The same error that the file system would throw a moment later.
    throw Object.assign(new Error(`ENOSPC: the disk of ${(0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path)} is nearly full`), {
        code: 'ENOSPC',
        syscall: 'write'
    });
}


/***/ }),

/***/ 9475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ createDumpStore)
/* harmony export */ });
/* harmony import */ var _read_dump_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5078);
/* harmony import */ var _dump_sink_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3147);
/* harmony import */ var _process_pipes_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4977);



/** The real {@link DumpStore}. */
function createDumpStore(run) {
    const into = (path, recipients) => async (source) => {
        const sink = await (0,_dump_sink_js__WEBPACK_IMPORTED_MODULE_1__/* .openDumpSink */ .E)(path, recipients);
        try {
            const facts = await (0,_read_dump_js__WEBPACK_IMPORTED_MODULE_0__/* .readDump */ .R)(source, (chunk) => sink.write(chunk));
            return { ...facts, file: await sink.close() };
        }
        catch (error) {
            await sink.abandon();
            throw error;
        }
    };
    return { into, fromProcess: (path, recipients, start) => (0,_process_pipes_js__WEBPACK_IMPORTED_MODULE_2__/* .withPipe */ .JQ)(run, start, into(path, recipients)) };
}


/***/ }),

/***/ 5078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ readDump)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan.js + 5 modules
var sql_scan = __webpack_require__(7182);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/gzip-member.js



const restLimit = 64 * 1024;
const trailerLength = 8;
const tailLength = 8 * 1024;
/**
 * Reads exactly one gzip member (RFC 1952) and checks its CRC and length over all of it. Node's own gunzip continues
 * with further members and silently skips zero padding; here whatever follows is reported. Memory is bounded, and the
 * source is read no faster than the listener takes it. Throws only what the source or the listener throws.
 */
async function readGzipMember(source, listener) {
    const state = { crc: 0, plainBytes: 0, failure: null };
    const inflate = (0,external_node_zlib_.createInflateRaw)({ chunkSize: 256 * 1024 });
    inflate.on('error', (error) => (state.failure ??= error.message));
    const look = (chunk) => {
        state.crc = (0,external_node_zlib_.crc32)(chunk, state.crc);
        state.plainBytes += chunk.length;
        listener.plain(chunk);
    };
    // Processed one turn later, while zlib's thread works on the next piece.
    const turns = { last: Promise.resolve() };
    inflate.on('data', (chunk) => {
        turns.last = Promise.all([
            turns.last,
            (0,promises_.setImmediate)().then(() => {
                look(chunk);
            })
        ]).then(() => undefined);
        // Awaited after the feed; until then a rejection must not be reported as unhandled.
        turns.last.catch(() => undefined);
    });
    let head = Buffer.alloc(0);
    let fed = 0;
    let after = null;
    let tail = Buffer.alloc(0);
    for await (const chunk of source) {
        tail = Buffer.concat([tail.subarray(-tailLength), chunk.subarray(-tailLength)]);
        if (after !== null) {
            after = keep(after, chunk);
            continue;
        }
        if (state.failure !== null)
            continue;
        let body = chunk;
        if (head !== null) {
            head = Buffer.concat([head, chunk]);
            const length = headerLength(head);
            if (length === null)
                continue;
            if (length < 0) {
                state.failure = 'it does not start like a gzip file';
                continue;
            }
            await listener.member(head.subarray(0, length));
            body = head.subarray(length);
            head = null;
        }
        fed += body.length;
        await feed(inflate, body);
        await turns.last;
        const unread = fed - inflate.bytesWritten;
        await listener.member(body.subarray(0, body.length - unread));
        if (unread > 0)
            after = keep(Buffer.alloc(0), body.subarray(body.length - unread));
    }
    if (after === null || after.length < trailerLength || state.failure !== null) {
        inflate.destroy();
        return { failure: state.failure ?? 'it ends too early', rest: tail, plainBytes: state.plainBytes };
    }
    if (!inflate.readableEnded)
        await (0,external_node_events_.once)(inflate, 'end');
    await turns.last;
    await listener.member(after.subarray(0, trailerLength));
    return {
        failure: judge(after, state),
        rest: after.subarray(trailerLength),
        plainBytes: state.plainBytes
    };
}
/** Resolves when the chunk is taken, or when an error (reported by its event) ended the reading before. */
function feed(inflate, chunk) {
    return new Promise((resolve) => {
        const done = () => {
            inflate.off('close', done);
            resolve();
        };
        inflate.once('close', done);
        inflate.write(chunk, done);
    });
}
function judge(trailer, { crc, plainBytes }) {
    if (trailer.readUInt32LE(0) !== crc)
        return 'its checksum (CRC) does not match its contents';
    if (trailer.readUInt32LE(4) !== plainBytes % 2 ** 32)
        return 'its length field does not match its contents';
    return null;
}
function keep(kept, chunk) {
    const room = restLimit + trailerLength - kept.length;
    return room > 0 ? Buffer.concat([kept, chunk.subarray(0, room)]) : kept;
}
/** Length of the gzip header that `bytes` begin with, -1 if they are not one, null if more bytes are needed. */
function headerLength(bytes) {
    const magic = Buffer.from([0x1f, 0x8b, 8]);
    const seen = Math.min(bytes.length, magic.length);
    if (!bytes.subarray(0, seen).equals(magic.subarray(0, seen)))
        return -1;
    const more = bytes.length > restLimit ? -1 : null;
    if (bytes.length < 10)
        return more;
    const flags = bytes.readUInt8(3);
    if ((flags & 0xe0) !== 0)
        return -1;
    let at = 10;
    if (flags & 4) {
        if (bytes.length < at + 2)
            return more;
        at += 2 + bytes.readUInt16LE(at);
    }
    for (const flag of [8, 16]) {
        if ((flags & flag) === 0)
            continue;
        const zero = bytes.indexOf(0, at);
        if (zero < 0)
            return more;
        at = zero + 1;
    }
    if (flags & 2)
        at += 2;
    return bytes.length >= at ? at : more;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/read-dump.js



/**
 * Reads a compressed dump as a stream: checksums, the gzip member, the SQL. `keep` gets the compressed bytes of the
 * member and is awaited. Throws what the source or `keep` throw.
 */
async function readDump(source, keep = () => undefined) {
    const compressed = (0,external_node_crypto_.createHash)('sha256');
    const sql = (0,external_node_crypto_.createHash)('sha256');
    const scan = (0,sql_scan/* createSqlScan */._)();
    let bytes = 0;
    const { failure, rest, plainBytes } = await readGzipMember(source, {
        member: async (chunk) => {
            compressed.update(chunk);
            bytes += chunk.length;
            await keep(chunk);
        },
        plain: (chunk) => {
            sql.update(chunk);
            scan.add(chunk);
        }
    });
    const sums = { sha256: compressed.digest('hex'), sqlSha256: sql.digest('hex') };
    return { ...scan.end(), ...sums, bytes, sqlBytes: plainBytes, gzipFailure: failure, rest };
}


/***/ }),

/***/ 1834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ probeName),
/* harmony export */   EW: () => (/* binding */ besideTables),
/* harmony export */   KN: () => (/* binding */ isOfRestore),
/* harmony export */   Nh: () => (/* binding */ newTable),
/* harmony export */   Vc: () => (/* binding */ markerTable),
/* harmony export */   Yg: () => (/* binding */ nextMarker),
/* harmony export */   sA: () => (/* binding */ oldTable),
/* harmony export */   zF: () => (/* binding */ namesTable)
/* harmony export */ });
/** A table that exists in the database while it has neither all old nor all new data. */
const markerTable = 'magento_cloud_upgrade_restore';
/** The table that replaces the marker in the same statement that swaps the tables. */
const nextMarker = `${markerTable}_next`;
/** A table with the numbers and names of the tables that are loaded next to the present ones. */
const namesTable = `${markerTable}_names`;
/**
 * Name of the table, view, trigger, routine and event that are created to test the user's rights, and dropped at once.
 */
const probeName = 'magento_cloud_upgrade_probe';
/** The name of a dump's table while it is loaded next to the one that it replaces; `number` begins with 1. */
function newTable(number) {
    return `magento_cloud_upgrade_new_${number}`;
}
/** The name of an old table between the swap and its DROP. */
function oldTable(number) {
    return `magento_cloud_upgrade_old_${number}`;
}
/** An SQL pattern for the tables that such a restore may leave behind, except the marker. */
const besideTables = `^(${newTable('[0-9]+')}|${oldTable('[0-9]+')}|${nextMarker}|${namesTable})$`;
const beside = new RegExp(besideTables);
/** Whether a table is a helper table of a restore. */
function isOfRestore(name) {
    return name === markerTable || beside.test(name);
}


/***/ }),

/***/ 7182:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ createSqlScan)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/dump-scan.js
var dump_scan = __webpack_require__(3037);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/first-line.js
const most = 300;
const newline = 10;
/** An empty collector. */
function createFirstLine() {
    let kept = Buffer.alloc(0);
    let isOver = false;
    return {
        add: (chunk) => {
            if (isOver)
                return;
            const end = chunk.indexOf(newline);
            kept = Buffer.concat([kept, chunk.subarray(0, end < 0 ? most : Math.min(end, most))]).subarray(0, most);
            isOver = end >= 0 || kept.length === most;
        },
        text: () => kept.toString('utf8')
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/judge-statement.js + 7 modules
var judge_statement = __webpack_require__(4725);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/qualified-tables.js
var qualified_tables = __webpack_require__(1594);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/refused-statement.js
var refused_statement = __webpack_require__(5064);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/row-reader.js
// The allowed next bytes. Values are literals: nothing here can call a function or end a statement early.
const [refused, row, value, number, afterValue, afterRow, row_reader_text, escaped, quoted, zero, hex, sign, prefix, ended] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
];
// These begin NULL and _binary, read letter by letter.
const [word, introduced, exponent, exponentSign, bits] = [14, 30, 31, 32, 33];
const table = createTable();
const plain = table.slice(row_reader_text << 8, (row_reader_text + 1) << 8);
/** A reader that begins after the word VALUES. */
function createRowReader() {
    const now = { rows: 0, state: row };
    const read = (chunk, at) => {
        // Every byte of a database passes here; local variables are several times faster than those of a closure.
        let { rows, state } = now;
        const { length } = chunk;
        let index = at;
        while (index < length) {
            const next = table[(state << 8) | chunk[index]];
            if (next === refused)
                break;
            index += 1;
            if (next === state)
                continue;
            if (next === afterRow)
                rows += 1;
            state = next;
            // Most bytes are in texts.
            if (state === row_reader_text)
                while (index < length && plain[chunk[index]] === row_reader_text)
                    index += 1;
            if (state === ended)
                break;
        }
        const failed = index < length && state !== ended;
        Object.assign(now, { rows, state: failed ? refused : state });
        return index;
    };
    return {
        read,
        get rows() {
            return now.rows;
        },
        get state() {
            return now.state === ended ? 'ended' : now.state === refused ? 'refused' : 'open';
        }
    };
}
function createTable() {
    const states = new Uint8Array(64 << 8);
    const allow = (from, bytes, to) => {
        for (const byte of Buffer.from(bytes, 'latin1'))
            states[(from << 8) | byte] = to;
    };
    const spell = (letters, from, to) => {
        for (const [index, letter] of letters.split('').entries())
            allow(from + index, letter, index === letters.length - 1 ? to : from + index + 1);
    };
    const blanks = ' \t\r\n';
    const digits = '0123456789';
    const every = String.fromCharCode(...Array.from({ length: 256 }, (_, byte) => byte));
    // Dump programs escape line ends and NUL, so no line of a dump begins within a text.
    allow(row_reader_text, every, row_reader_text);
    allow(row_reader_text, '\n\0', refused);
    allow(row_reader_text, "'", quoted);
    allow(row_reader_text, '\\', escaped);
    allow(escaped, every, row_reader_text);
    allow(escaped, '\n\0', refused);
    for (const state of [quoted, number, zero, hex, afterValue]) {
        allow(state, blanks, afterValue);
        allow(state, ',', value);
        allow(state, ')', afterRow);
    }
    allow(quoted, "'", row_reader_text);
    for (const state of [row, value, afterRow])
        allow(state, blanks, state);
    allow(row, '(', value);
    allow(afterRow, ',', row);
    allow(afterRow, ';', ended);
    allow(value, "'", row_reader_text);
    allow(value, '-+', sign);
    allow(value, 'bBxX', prefix);
    allow(prefix, "'", bits);
    allow(bits, `${digits}abcdefABCDEF`, bits);
    allow(bits, "'", afterValue);
    for (const state of [value, sign]) {
        allow(state, `${digits}.`, number);
        allow(state, '0', zero);
    }
    for (const state of [number, zero]) {
        allow(state, `${digits}.`, number);
        allow(state, 'eE', exponent);
    }
    // Two signs would begin a comment.
    allow(exponent, '-+', exponentSign);
    for (const state of [exponent, exponentSign])
        allow(state, digits, number);
    allow(zero, 'xX', hex);
    allow(hex, `${digits}abcdefABCDEF`, hex);
    allow(value, 'N', word);
    spell('ULL', word, afterValue);
    allow(value, '_', word + 3);
    spell('binary', word + 3, introduced);
    allow(introduced, ' ', introduced);
    allow(introduced, "'", row_reader_text);
    allow(introduced, '0', zero);
    return states;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/session.js
var sql_scan_session = __webpack_require__(6692);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/bytes.js
/** Whether a byte is white space between the words of SQL. */
function isBlank(byte) {
    return byte === 32 || byte === 10 || byte === 9 || byte === 13;
}
/** A comment that servers run, `/*!` or `/*M!`. */
function isVersion(bytes, at) {
    return bytes[at + 2] === 33 || (bytes[at + 2] === 77 && bytes[at + 3] === 33);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/insert-head.js
// The history columns row_start and row_end are not quoted.
const insert = /^(?:INSERT|REPLACE) +(?:IGNORE +)?INTO `(?:[^`]|``)+` (?:\((?:`(?:[^`]|``)+`|\w+)(?:, ?(?:`(?:[^`]|``)+`|\w+))*\) )?VALUES(?=[ \r\n(])/;
/**
 * The beginning of an INSERT or REPLACE up to VALUES in the `length` bytes of `bytes` from `at` on, as latin1, or null.
 * Searches a window that doubles each time, so that short statements stay cheap.
 */
function findInsertHead(bytes, at, length) {
    for (let look = 512;; look *= 2) {
        const found = insert.exec(bytes.toString('latin1', at, at + Math.min(look, length)));
        if (found !== null || look >= length)
            return found?.[0] ?? null;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/statement-splitter.js



const limit = 4 * 1024 * 1024;
// Usually shorter, but a table may have thousands of columns.
const usualHead = 64 * 1024;
const [tab, statement_splitter_newline, carriage, blank, statement_splitter_double, hash, single, dash, semicolon, backslash, backtick, slash, star] = [
    9, 10, 13, 32, 34, 35, 39, 45, 59, 92, 96, 47, 42
];
// MariaDB's releases of May 2024 (10.5.25, 10.6.18, 10.11.8, 11.4.2) wrote the second one, those since then the first.
const sandboxes = ['/*M!999999\\- enable the sandbox mode */', '/*!999999\\- enable the sandbox mode */'];
const lookAhead = Math.max(...sandboxes.map(({ length }) => length)) + 2;
/** A splitter that passes what it finds to `parts`. */
function createStatementSplitter(parts) {
    let held = Buffer.alloc(0);
    let mode = 'between';
    let [start, at, line, startLine, delimiterLength, dropped, ended] = [0, 0, 1, 1, 1, 0, false];
    const refuse = (what) => {
        throw new refused_statement/* RefusedStatement */.u(what);
    };
    const starts = (text) => held.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
    const moveTo = (next) => {
        const passed = held.subarray(at, next);
        for (let end = passed.indexOf(statement_splitter_newline); end >= 0; end = passed.indexOf(statement_splitter_newline, end + 1))
            line += 1;
        at = next;
    };
    /** The line that begins here without its line end, or null if the line end has not come yet. */
    const wholeLine = () => {
        const stop = held.indexOf(statement_splitter_newline, at);
        if (stop < 0 && !ended)
            return held.length - at > limit ? refuse('a line without an end') : null;
        return held.subarray(at, stop < 0 ? held.length : stop);
    };
    const takeLine = (take) => {
        const text = wholeLine();
        if (text === null)
            return false;
        take(text);
        moveTo(Math.min(at + text.length + 1, held.length));
        return true;
    };
    /** Reads one item between two statements; returns whether it was complete. */
    const between = () => {
        while (at < held.length && isBlank(held[at]))
            moveTo(at + 1);
        if (held.length - at < lookAhead && !ended)
            return false;
        if (at === held.length)
            return false;
        startLine = line;
        start = at;
        if (starts('--') && isBlank(held[at + 2] ?? statement_splitter_newline))
            return takeLine(parts.comment);
        if (sandboxes.some(starts) && dropped + at === 0)
            return takeLine(takeSandbox);
        if (isDelimiter())
            return takeLine(changeDelimiter);
        if (starts('INSERT') || starts('REPLACE'))
            return beginRows();
        mode = 'code';
        return true;
    };
    const takeSandbox = (text) => {
        if (!sandboxes.includes(text.toString('latin1').trimEnd()))
            refuse('a comment that no dump program writes');
        parts.comment(text);
    };
    const isDelimiter = () => held
        .subarray(at, at + 9)
        .toString('latin1')
        .toUpperCase() === 'DELIMITER' &&
        (at === 0 || held[at - 1] === statement_splitter_newline);
    const changeDelimiter = (text) => {
        const match = /^DELIMITER (;;?)\r?$/.exec(text.toString('latin1')) ?? refuse('a delimiter that no dump program sets');
        delimiterLength = (match[1] ?? '').length;
        parts.delimiter(text);
    };
    const beginRows = () => {
        const there = Math.min(held.length - at, limit);
        const head = findInsertHead(held, at, there);
        if (head === null) {
            const waits = held.subarray(at, at + there).includes(semicolon) ? usualHead : limit;
            if (there < waits && !(ended && waits === usualHead))
                return false;
            return refuse((0,refused_statement/* kindOf */.I)([starts('INSERT') ? 'INSERT' : 'REPLACE']));
        }
        if (delimiterLength > 1)
            refuse('rows where programs stand');
        parts.rowsOf(held.subarray(at, at + head.length));
        moveTo(at + head.length);
        mode = 'rows';
        return true;
    };
    const rows = () => {
        const found = parts.rows(held, at);
        moveTo(found.at);
        if (found.state === 'refused')
            refuse('rows with something else than literals');
        if (found.state === 'ended')
            mode = 'between';
        return found.state === 'ended';
    };
    /** Reads a statement to its end; returns whether the end came. */
    const code = () => {
        while (at < held.length) {
            if (at - start > limit)
                refuse('a statement of more than 4 MiB');
            if (mode === 'code') {
                if (held.length - at < 4 && !ended)
                    return false;
                if (plainCode())
                    return true;
            }
            else if (!(mode === 'line comment' ? skipTo('\n') : mode === 'comment' ? skipTo('*/') : inQuotes(mode)))
                return false;
        }
        return false;
    };
    /** Reads a comment to its end; returns whether the end came. */
    const skipTo = (text) => {
        const found = held.indexOf(text, at, 'latin1');
        if (found >= 0)
            mode = 'code';
        at = found < 0 ? Math.max(at, held.length - 1) : found + text.length;
        return found >= 0;
    };
    const inQuotes = (quote) => {
        for (; at < held.length; at += 1) {
            const byte = held[at];
            if (byte === statement_splitter_newline && quote !== backtick && delimiterLength === 1 && !isGtid())
                refuse('a text that goes over more than one line');
            if (byte === backslash && quote !== backtick) {
                if (at + 1 === held.length)
                    return false;
                at += 1;
            }
            else if (byte === quote) {
                mode = 'code';
                at += 1;
                return true;
            }
        }
        return false;
    };
    const isGtid = () => held.subarray(start, start + 24).toString('latin1') === 'SET @@GLOBAL.GTID_PURGED';
    /** One byte outside of quotes and comments; returns whether it ended the statement. */
    const plainCode = () => {
        const byte = held[at] ?? 0;
        const next = held[at + 1] ?? statement_splitter_newline;
        if (byte === semicolon && (delimiterLength === 1 || next === semicolon))
            return finish();
        if (byte === single || byte === statement_splitter_double || byte === backtick)
            mode = byte;
        else if (byte === hash || (byte === dash && next === dash && isBlank(held[at + 2] ?? statement_splitter_newline)))
            inProgram('line comment');
        else if (byte === slash && next === star && !isVersion(held, at))
            inProgram('comment');
        else if (byte === backslash)
            refuse('a command of the client');
        else if (byte < blank && byte !== tab && byte !== statement_splitter_newline && byte !== carriage)
            refuse('a control character');
        at += mode === 'comment' ? 2 : 1;
        return false;
    };
    const inProgram = (next) => {
        if (delimiterLength === 1)
            refuse('a comment in a statement');
        mode = next;
    };
    const finish = () => {
        const stop = at + delimiterLength;
        parts.statement(held.subarray(start, stop), delimiterLength);
        at = start;
        moveTo(stop);
        mode = 'between';
        return true;
    };
    const run = () => {
        try {
            let going = true;
            while (going)
                going = mode === 'between' ? between() : mode === 'rows' ? rows() : code();
        }
        catch (error) {
            throw error instanceof refused_statement/* RefusedStatement */.u ? error.atLine(mode === 'rows' ? line : startLine) : error;
        }
    };
    return {
        add: (chunk) => {
            if (chunk.includes(0))
                throw new refused_statement/* RefusedStatement */.u('a NUL byte', line);
            const keep = mode === 'between' || mode === 'rows' ? at : start;
            const rest = held.subarray(keep);
            held = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
            at -= keep;
            dropped += keep;
            start -= keep;
            run();
        },
        end: () => {
            ended = true;
            run();
            return mode === 'between' && at === held.length && delimiterLength === 1;
        }
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan.js








/**
 * Reads the SQL of mysqldump and mariadb-dump as a stream, in one pass and bounded memory. Only statements that these
 * programs write are allowed; the first other one ends the reading. `load` gets the loadable SQL piece by piece,
 * without definers, comments and replication. `onTable` gets each CREATE TABLE as latin1 of its bytes.
 */
function createSqlScan(load = () => undefined, onTable = () => undefined) {
    const facts = createFacts();
    const splitter = createStatementSplitter(createParts(facts, load, onTable));
    const firstLine = createFirstLine();
    const state = { refused: null, closed: false };
    const guarded = (task) => {
        try {
            if (state.refused === null)
                task();
        }
        catch (error) {
            if (!(error instanceof refused_statement/* RefusedStatement */.u))
                throw error;
            state.refused = `line ${error.line}: ${error.message}`;
        }
    };
    return {
        add: (chunk) => {
            firstLine.add(chunk);
            guarded(() => {
                splitter.add(chunk);
            });
        },
        end: () => {
            guarded(() => {
                state.closed = splitter.end();
            });
            const { scan, rows, longest, qualified } = facts;
            return { scan, rows, longest: { ...longest }, qualified: qualified.all(), firstLine: firstLine.text(), ...state };
        }
    };
}
const choosing = /^(?:\/\*!\d+ )?(?:USE|CREATE DATABASE|DROP DATABASE) /;
function createFacts() {
    const longest = { bytes: 0, table: null };
    return { scan: (0,dump_scan/* createDumpScan */.yh)(), rows: new Map(), longest, qualified: (0,qualified_tables/* createQualifiedTables */.wZ)() };
}
function createParts({ scan, rows, longest, qualified }, load, onTable) {
    const session = (0,sql_scan_session/* createSession */.jw)();
    const measure = (bytes, table) => {
        if (bytes > longest.bytes)
            Object.assign(longest, { bytes, table });
    };
    let into = null;
    return {
        comment: (line) => {
            scan.line(line.toString('utf8'));
        },
        delimiter: (line) => {
            load(Buffer.concat([line, Buffer.from('\n')]), 'delimiter');
        },
        statement: (bytes, delimiterLength) => {
            const text = bytes.toString('latin1', 0, bytes.length - delimiterLength);
            if (choosing.test(text) || dump_scan/* historySetting */.tc.test(text))
                scan.line(text);
            const judged = (0,judge_statement/* judgeStatement */.H)(text, session);
            const { creates, loaded, cuts } = judged;
            qualified.add(judged.qualified);
            scan.statement(creates);
            measure(bytes.length, creates?.kind === 'table' ? creates.name : null);
            if (creates?.kind === 'table')
                onTable(text);
            // A sequence is a table with one row.
            if (creates?.kind === 'sequence')
                rows.set(creates.name, 1);
            if (loaded)
                load(Buffer.from(`${without(text, cuts)}${';'.repeat(delimiterLength)}\n`, 'latin1'), 'statement');
        },
        rowsOf: (head) => {
            const table = /`((?:[^`]|``)+)`/.exec(head.toString('utf8'))?.[1]?.replaceAll('``', '`') ?? '';
            if ((0,sql_scan_session/* quotesOtherwise */.iZ)(session))
                throw new refused_statement/* RefusedStatement */.u('rows under a mode in which servers and clients read quotes differently');
            if (session.closed.has(table.toLowerCase()))
                throw new refused_statement/* RefusedStatement */.u('rows behind a trigger of their table');
            into = { table, reader: createRowReader(), bytes: head.length };
            load(head, 'head');
        },
        rows: (chunk, from) => {
            if (into === null)
                throw new TypeError('rows without a table');
            const { table, reader } = into;
            const before = reader.rows;
            const at = reader.read(chunk, from);
            load(chunk.subarray(from, at), 'rows');
            into.bytes += at - from;
            measure(into.bytes, table);
            rows.set(table, (rows.get(table) ?? 0) + reader.rows - before);
            if (reader.state === 'ended')
                load(Buffer.from('\n'), 'rows');
            return { at, state: reader.state };
        }
    };
}
function without(text, cuts) {
    const sorted = [...cuts].sort((a, b) => a.from - b.from);
    const ends = [0, ...sorted.map(({ to }) => to)];
    return ends.map((from, index) => text.slice(from, sorted[index]?.from)).join(' ');
}


/***/ }),

/***/ 4725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ judgeStatement)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/refused-statement.js
var refused_statement = __webpack_require__(5064);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/allowed-table.js

/** Words by which an expression could read or write files, wait, or run programs of the server. */
const deniedWords = new Set(`INTO OUTFILE DUMPFILE LOAD_FILE LOAD SLEEP BENCHMARK GET_LOCK RELEASE_LOCK RELEASE_ALL_LOCKS MASTER_POS_WAIT
  SOURCE_POS_WAIT MASTER_GTID_WAIT WAIT_FOR_EXECUTED_GTID_SET WAIT_UNTIL_SQL_THREAD_AFTER_GTIDS SYS_EXEC SYS_EVAL SYS_GET
  SYS_SET PROCEDURE HANDLER SONAME`.split(/\s+/));
const deniedInTables = new Set('SELECT DIRECTORY CONNECTION TABLESPACE'.split(' '));
const engines = new Set('INNODB MYISAM MEMORY HEAP ARIA CSV ARCHIVE BLACKHOLE ROCKSDB TOKUDB'.split(' '));
const options = new Set(`ENGINE AUTO_INCREMENT AUTOEXTEND_SIZE AVG_ROW_LENGTH CHECKSUM DEFAULT CHARSET CHARACTER SET COLLATE COMMENT COMPRESSION
  DELAY_KEY_WRITE ENCRYPTED ENCRYPTION ENCRYPTION_KEY_ID IETF_QUOTES KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS PACK_KEYS
  PAGE_CHECKSUM PAGE_COMPRESSED PAGE_COMPRESSION_LEVEL ROW_FORMAT SECONDARY_ENGINE_ATTRIBUTE ENGINE_ATTRIBUTE SEQUENCE
  STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES TRANSACTIONAL WITH SYSTEM VERSIONING WITHOUT START TRANSACTION
  DYNAMIC COMPACT COMPRESSED REDUNDANT FIXED PAGE YES NO ON OFF
  PARTITION PARTITIONS SUBPARTITION SUBPARTITIONS BY RANGE LIST HASH KEY LINEAR COLUMNS ALGORITHM SYSTEM_TIME INTERVAL
  LIMIT CURRENT HISTORY AUTO STARTS TIMESTAMP SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR`.split(/\s+/));
// The options of an engine are quoted like names.
const quotedOptions = new Set(['ENCRYPTED', 'ENCRYPTION_KEY_ID', 'PAGE_COMPRESSED', 'PAGE_COMPRESSION_LEVEL']);
/**
 * Checks `CREATE TABLE name (columns) options`; `open` is the place of the first parenthesis. Throws RefusedStatement
 * for anything else, e.g. rows from a SELECT, an engine that connects elsewhere, or its own data files.
 */
function allowTable(tokens, open) {
    if (tokens[open + 1]?.text === 'LIKE')
        throw new refused_statement/* RefusedStatement */.u('CREATE TABLE like another one');
    let depth = 0;
    for (const [index, token] of tokens.entries()) {
        if (index < open)
            continue;
        const { kind, text } = token;
        if (kind === 'variable' || kind === 'setting')
            throw new refused_statement/* RefusedStatement */.u('CREATE TABLE with a variable');
        if (kind === 'sign')
            depth = nest(depth, text);
        else if (kind === 'word')
            allowWord(tokens, index, depth);
        else if (kind === 'name' &&
            depth === 0 &&
            tokens[index + 1]?.text === '=' &&
            !quotedOptions.has(text.toUpperCase()))
            throw new refused_statement/* RefusedStatement */.u('CREATE TABLE with an option of an unknown engine');
    }
    if (depth !== 0)
        throw new refused_statement/* RefusedStatement */.u('CREATE TABLE with a parenthesis that does not end');
}
function allowWord(tokens, index, depth) {
    const { text } = tokens[index];
    if (deniedWords.has(text) || deniedInTables.has(text))
        throw new refused_statement/* RefusedStatement */.u(`CREATE TABLE with ${text}`);
    if (text === 'ENGINE')
        allowEngine(tokens, index);
    else if (depth === 0 && !options.has(text) && !isValue(tokens, index))
        throw new refused_statement/* RefusedStatement */.u(`CREATE TABLE with ${(0,refused_statement/* kindOf */.I)([text])}`);
}
/** Names of character sets and the like, after `=`; the engine is checked separately. */
function isValue(tokens, index) {
    return (tokens[index - 1]?.text === '=' ||
        ['COLLATE', 'CHARSET', 'SET', 'PARTITION'].includes(tokens[index - 1]?.text ?? ''));
}
function allowEngine(tokens, index) {
    const [sign, engine] = tokens.slice(index + 1, index + 3);
    if (sign?.text !== '=' || engine === undefined || !engines.has(engine.text.toUpperCase()))
        throw new refused_statement/* RefusedStatement */.u('CREATE TABLE with an engine that may reach out of the database');
}
function nest(depth, sign) {
    const next = depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0);
    if (next < 0 || sign === ';')
        throw new refused_statement/* RefusedStatement */.u('CREATE TABLE with a sign too many');
    return next;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/program-body.js

const openers = new Set(['BEGIN', 'IF', 'LOOP', 'REPEAT', 'WHILE', 'FOR', 'CASE']);
// THEN is reserved, DO is not: it ends the head of a loop once, and after that may be a column's name.
const headed = { IF: 'THEN', CASE: 'THEN', 'WHILE head': 'DO', 'FOR head': 'DO' };
/**
 * Throws RefusedStatement unless the tokens from `from` on are one statement to the server. A client sends everything
 * up to its delimiter at once, and the server would run what follows a body as another statement. Anything unclear does
 * not count as the beginning of a block: a body may be refused, but its end is never placed too late.
 */
function expectOneBody(tokens, from) {
    const blocks = [];
    let begins = true;
    for (let at = from; at < tokens.length; at += 1) {
        const token = tokens[at];
        if (token.kind === 'sign' && token.text === ';') {
            if (blocks.length === 0 || blocks.at(-1) === 'CASE expression')
                throw second();
            begins = true;
        }
        else if (begins && isLabel(tokens, at))
            at += 1;
        else if (!isKeyword(tokens, at))
            begins = false;
        else if (token.text === 'END') {
            const expression = blocks.at(-1) === 'CASE expression';
            at = program_body_close(tokens, at, { blocks, begins });
            if (!expression && blocks.length === 0 && at < tokens.length - 1)
                throw second();
            begins = false;
        }
        else
            ({ at, begins } = step(tokens, at, { blocks, begins }));
    }
    if (blocks.length > 0)
        throw new refused_statement/* RefusedStatement */.u('CREATE of a program whose body does not end');
}
/** Reads one word. Returns the index of the last token used, and whether a statement begins after it. */
function step(tokens, at, { blocks, begins }) {
    const { text } = tokens[at];
    const top = blocks.at(-1);
    if (begins && openers.has(text)) {
        const block = (text === 'WHILE' || text === 'FOR' ? `${text} head` : text);
        blocks.push(block);
        return { at: isNotAtomic(tokens, at) ? at + 2 : at, begins: !(block in headed) };
    }
    if (begins && text === 'DECLARE')
        return declare(tokens, at);
    if (begins)
        return { at, begins: text === 'ELSE' && (top === 'IF' || top === 'CASE') };
    if (text === 'CASE')
        blocks.push('CASE expression');
    const headEnds = top !== undefined && headed[top] === text;
    if (headEnds && text === 'DO')
        blocks.splice(-1, 1, top.replace(' head', ''));
    return { at, begins: headEnds };
}
function isNotAtomic(tokens, at) {
    return [...tokens.slice(at, at + 3)].map(({ text }) => text).join(' ') === 'BEGIN NOT ATOMIC';
}
/** A handler has a statement after its conditions. */
function declare(tokens, at) {
    const words = tokens.slice(at + 1, at + 4).map(({ text }) => text);
    if (!/^(?:CONTINUE|EXIT|UNDO) HANDLER FOR$/.test(words.join(' ')))
        return { at, begins: false };
    let next = at + 4;
    for (;;) {
        const { text } = tokens[next] ?? { text: '' };
        if (text === 'SQLSTATE')
            next += tokens[next + 1]?.text === 'VALUE' ? 3 : 2;
        else
            next += text === 'NOT' ? 2 : 1;
        if (tokens[next]?.text !== ',')
            return { at: next - 1, begins: true };
        next += 1;
    }
}
/** Reads END and what belongs to it; returns the index of its last token. */
function program_body_close(tokens, at, { blocks, begins }) {
    const block = blocks.pop();
    const word = tokens[at + 1]?.text ?? '';
    if (block === 'CASE expression')
        return at;
    const named = openers.has(word) && word !== 'BEGIN' ? word : 'BEGIN';
    if (block === undefined || named !== block || (!begins && block !== 'REPEAT'))
        throw new refused_statement/* RefusedStatement */.u('CREATE of a program whose blocks do not fit');
    const last = block === 'BEGIN' ? at : at + 1;
    const label = tokens[last + 1];
    return label?.kind === 'word' || label?.kind === 'name' ? last + 1 : last;
}
/** Whether a word may be a keyword: not a part of `a.end`. */
function isKeyword(tokens, at) {
    return tokens[at]?.kind === 'word' && tokens[at - 1]?.text !== '.' && tokens[at + 1]?.text !== '.';
}
function isLabel(tokens, at) {
    const named = tokens[at]?.kind === 'word' || tokens[at]?.kind === 'name';
    return named && tokens[at + 1]?.kind === 'sign' && tokens[at + 1]?.text === ':';
}
function second() {
    return new refused_statement/* RefusedStatement */.u('a second statement behind the body of a program');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/token-reader.js

/** A reader that begins with the first token. */
function createTokenReader(tokens) {
    const state = { at: 0 };
    const peek = () => tokens[state.at];
    const next = () => tokens[state.at++];
    const is = (token, text) => token !== undefined && (token.kind === 'word' || token.kind === 'sign') && token.text === text;
    const take = (text) => {
        const found = is(peek(), text);
        if (found)
            state.at += 1;
        return found;
    };
    const expect = (...texts) => {
        const found = texts.find(take);
        if (found === undefined)
            throw new refused_statement/* RefusedStatement */.u('CREATE of a program in an unknown form');
        return found;
    };
    const plainName = () => {
        const token = next();
        if (token?.kind !== 'name' && token?.kind !== 'word')
            throw new refused_statement/* RefusedStatement */.u('CREATE of something without a name');
        return token.kind === 'name' ? token.text : Buffer.from(token.raw, 'latin1').toString('utf8');
    };
    return {
        get at() {
            return state.at;
        },
        peek,
        next,
        take,
        expect,
        name: () => {
            const first = plainName();
            return take('.') ? plainName() : first;
        },
        parentheses: () => {
            expect('(');
            for (let depth = 1; depth > 0;) {
                const token = next();
                if (token === undefined || is(token, ';'))
                    throw new refused_statement/* RefusedStatement */.u('CREATE of a program in an unknown form');
                depth += is(token, '(') ? 1 : is(token, ')') ? -1 : 0;
            }
        }
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/allowed-program.js




// Waiting is allowed in programs: they do not run while a dump is loaded.
const deniedInBodies = new Set(['OUTFILE', 'DUMPFILE', 'LOAD_FILE', 'SONAME', 'SYS_EXEC', 'SYS_EVAL', 'SYS_SET']);
const clauses = new Set('DETERMINISTIC NOT CONTAINS NO READS MODIFIES SQL DATA SECURITY DEFINER INVOKER LANGUAGE'.split(' '));
const typeWords = new Set('UNSIGNED SIGNED ZEROFILL CHARSET CHARACTER SET COLLATE BINARY PRECISION VARYING'.split(' '));
/** Checks CREATE TRIGGER, PROCEDURE, FUNCTION or EVENT: one header, one body; returns `kind name`. */
function allowProgram(tokens, session) {
    const reader = createTokenReader(tokens);
    reader.expect('CREATE');
    if (reader.take('OR'))
        reader.expect('REPLACE');
    skipDefiner(reader);
    reader.take('AGGREGATE');
    const kind = reader.expect('TRIGGER', 'PROCEDURE', 'FUNCTION', 'EVENT');
    if (reader.take('IF'))
        for (const word of ['NOT', 'EXISTS'])
            reader.expect(word);
    const name = reader.name();
    headers[kind]?.(reader, session);
    const from = reader.at;
    refuseWords(kind, tokens.slice(0, from), deniedWords);
    refuseWords(kind, tokens.slice(from), deniedInBodies);
    expectOneBody(tokens, from);
    return `${kind.toLowerCase()} ${name}`;
}
/** Passes over `DEFINER = user`, if it comes next. */
function skipDefiner(reader) {
    if (!reader.take('DEFINER'))
        return;
    reader.expect('=');
    if (reader.take('CURRENT_USER')) {
        if (reader.take('('))
            reader.expect(')');
        return;
    }
    reader.next();
    if (reader.peek()?.kind === 'variable')
        reader.next();
}
const headers = {
    TRIGGER: (reader, session) => {
        reader.expect('BEFORE', 'AFTER');
        do
            reader.expect('INSERT', 'UPDATE', 'DELETE');
        while (reader.take('OR'));
        reader.expect('ON');
        session.closed.add(reader.name().toLowerCase());
        for (const word of ['FOR', 'EACH', 'ROW'])
            reader.expect(word);
        if (reader.take('FOLLOWS') || reader.take('PRECEDES'))
            reader.name();
    },
    EVENT: (reader) => {
        reader.expect('ON');
        reader.expect('SCHEDULE');
        while (!reader.take('DO'))
            if (reader.next() === undefined || reader.peek()?.text === ';')
                throw unknown();
    },
    PROCEDURE: (reader) => {
        reader.parentheses();
        skipClauses(reader);
    },
    FUNCTION: (reader) => {
        reader.parentheses();
        reader.expect('RETURNS');
        reader.next();
        skipType(reader);
        skipClauses(reader);
    }
};
function skipType(reader) {
    for (;;) {
        const word = reader.peek()?.text ?? '';
        if (word === '(')
            reader.parentheses();
        else if (!typeWords.has(word))
            return;
        else
            for (let count = ['CHARSET', 'SET', 'COLLATE'].includes(word) ? 2 : 1; count > 0; count -= 1)
                reader.next();
    }
}
function skipClauses(reader) {
    for (;;) {
        const word = reader.peek()?.text ?? '';
        if (reader.peek()?.kind !== 'word' || !(clauses.has(word) || word === 'COMMENT'))
            return;
        reader.next();
        if (word === 'COMMENT')
            reader.next();
        if (word === 'LANGUAGE')
            reader.expect('SQL');
    }
}
function refuseWords(kind, tokens, denied) {
    const found = tokens.find((token) => token.kind === 'word' && denied.has(token.text) && token.text !== kind);
    if (found !== undefined)
        throw new refused_statement/* RefusedStatement */.u(`CREATE ${kind} with ${found.text}`);
}
function unknown() {
    return new refused_statement/* RefusedStatement */.u('CREATE EVENT in an unknown form');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/allowed-settings.js

// In these character sets no multi-byte character contains a byte below 128, so none hides a quote or a backslash.
const charsets = new Set(`ascii armscii8 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 dec8 geostd8 greek hebrew hp8 keybcs2 koi8r koi8u
  latin1 latin2 latin5 latin7 macce macroman tis620 utf8 utf8mb3 utf8mb4`.split(/\s+/));
const isCharset = ({ kind, text }) => (kind === 'word' || kind === 'text') && charsets.has(text.toLowerCase());
const isNumber = ({ kind, text }) => (kind === 'number' && /^[01]$/.test(text)) || /^O(?:N|FF)$/.test(text);
const isWord = ({ kind, text }) => kind === 'word' || (kind === 'text' && /^\w+$/.test(text));
const isZone = ({ kind, text }) => kind === 'text' && /^[\w+\-:/]*$/.test(text);
// The mode ORACLE changes the language of programs.
const isMode = ({ kind, text }) => kind === 'text' && /^[\w,]*$/.test(text) && !/ORACLE/i.test(text);
/** Settings that dump programs set, with the allowed values. */
const allowed = {
    CHARACTER_SET_CLIENT: isCharset,
    CHARACTER_SET_RESULTS: isWord,
    COLLATION_CONNECTION: isWord,
    TIME_ZONE: isZone,
    SQL_MODE: isMode,
    UNIQUE_CHECKS: isNumber,
    FOREIGN_KEY_CHECKS: isNumber,
    SQL_NOTES: isNumber,
    NOTE_VERBOSITY: isNumber,
    AUTOCOMMIT: isNumber,
    SQL_LOG_BIN: isNumber,
    SYSTEM_VERSIONING_INSERT_HISTORY: isNumber
};
/**
 * Reads the assignments of SET and notes them in the session. Throws RefusedStatement for what no dump program sets.
 * Returns whether they only concern replication, which is not restored.
 */
function allowSettings(tokens, session) {
    const sure = tokens.every(({ optional }) => !optional) || isGtid(tokens.slice(1));
    if (!sure && !tokens.every(({ optional, kind, text }) => optional && isHarmless(kind, text)))
        throw refused();
    const assignments = splitAtCommas(tokens.slice(1));
    return assignments.map((part) => allowAssignment(part, session)).every((replication) => replication);
}
/** Settings that depend on the server's version and do not affect how the dump is read. */
function isHarmless(kind, text) {
    const known = ['SET', 'NOTE_VERBOSITY', 'SYSTEM_VERSIONING_INSERT_HISTORY'];
    return (kind !== 'word' && kind !== 'setting') || known.includes(text.replace(/^SESSION\./, ''));
}
function allowAssignment(part, session) {
    const [first, second] = part;
    if (first?.text === 'NAMES' && second !== undefined && part.length === 2 && isCharset(second)) {
        session.current.set('CHARACTER_SET_CLIENT', second.text);
        return false;
    }
    if (isGtid(part))
        return true;
    const [target, sign, value] = first?.text === 'SESSION' ? part.slice(1) : part;
    const length = first?.text === 'SESSION' ? 4 : 3;
    if (target === undefined || value === undefined || sign?.text !== '=' || part.length !== length)
        throw refused();
    return target.kind === 'variable' ? save(target, value, session) : set(target, value, session);
}
/** `@old = @@setting` */
function save({ text }, value, { current, saved }) {
    const setting = nameOf(value);
    if (value.kind !== 'setting' || !(setting in allowed))
        throw refused();
    saved.set(text.toUpperCase(), { setting, value: current.get(setting) ?? '' });
    return setting === 'SQL_LOG_BIN';
}
/** `setting = value` or `setting = @old` */
function set(target, value, { current, saved }) {
    const setting = nameOf(target);
    const check = target.kind === 'word' || target.kind === 'setting' ? allowed[setting] : undefined;
    const kept = value.kind === 'variable' ? saved.get(value.text.toUpperCase()) : undefined;
    if (check === undefined || (value.kind === 'variable' ? kept?.setting !== setting : !check(value)))
        throw refused();
    current.set(setting, kept?.value ?? value.text);
    return setting === 'SQL_LOG_BIN';
}
/** `@@GLOBAL.GTID_PURGED = + 'uuid:1-5'` */
function isGtid(part) {
    const [target, sign, ...values] = part.filter(({ optional, text }) => !(optional && text === '+'));
    const [value] = values;
    return (target?.text === 'GLOBAL.GTID_PURGED' &&
        sign?.text === '=' &&
        values.length === 1 &&
        value?.kind === 'text' &&
        /^[\w\s,:-]*$/.test(value.text));
}
function nameOf({ kind, text }) {
    return kind === 'setting' ? text.replace(/^(?:SESSION|LOCAL)\./, '') : text;
}
function splitAtCommas(tokens) {
    const parts = [[]];
    for (const token of tokens) {
        if (token.kind === 'sign' && token.text === ',')
            parts.push([]);
        else
            parts.at(-1)?.push(token);
    }
    return parts;
}
function refused() {
    return new refused_statement/* RefusedStatement */.u('SET of something that no dump program sets');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/shape.js
const signs = { name: '`', text: "'", number: '0', variable: '@', setting: '@@' };
/**
 * A statement as one line for pattern matching: words and signs unchanged, every name as a backtick, every text as a
 * quote, every number as `0`, every variable as `@`, every setting as `@@`, with one blank between.
 */
function shapeOf(tokens) {
    return tokens.map(({ kind, text }) => (kind === 'word' || kind === 'sign' ? text : signs[kind])).join(' ');
}
/** The definer of a view or program in a shape, as a pattern. */
const definerShape = String.raw `(?:DEFINER = (?:CURRENT_USER(?: \( \))?|[\`'\w]+(?: @)?) )?`;

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/allowed-view.js



const beginning = String.raw `^CREATE (?:ALGORITHM = \w+ )?${definerShape}(?:SQL SECURITY \w+ )?VIEW \``;
const head = new RegExp(`${beginning} (?:\\( \`(?: , \`)* \\) )?AS (?:\\( )*(?:SELECT|WITH|VALUES)\\b`);
/** The beginning of a view's statement, as a shape. */
const viewShape = new RegExp(beginning);
/** Checks the definition of a view, the stand-in before its tables exist or the final one; returns its name. */
function allowView(tokens, session) {
    if (!head.test(shapeOf(tokens.slice(0, 4000))))
        throw new refused_statement/* RefusedStatement */.u('CREATE VIEW in an unknown form');
    const view = tokens.findIndex(({ kind, text }) => kind === 'word' && text === 'VIEW');
    const body = tokens.slice(view + 2);
    const denied = body.find(({ kind, text }) => kind === 'word' && deniedWords.has(text));
    if (denied !== undefined)
        throw new refused_statement/* RefusedStatement */.u(`CREATE VIEW with ${(0,refused_statement/* kindOf */.I)([denied.text])}`);
    if (body.some(({ kind, text }) => kind === 'variable' || kind === 'setting' || text === ';'))
        throw new refused_statement/* RefusedStatement */.u('CREATE VIEW with a variable or another statement');
    const name = tokens[view + 1]?.text ?? '';
    session.closed.add(name.toLowerCase());
    return name;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/lex-statement.js
var lex_statement = __webpack_require__(8877);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/qualified-tables.js
var qualified_tables = __webpack_require__(1594);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/session.js
var sql_scan_session = __webpack_require__(6692);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump/sql-scan/judge-statement.js










const nothing = { creates: null, cuts: [], qualified: [] };
// As in shapeOf. With `optional` first, a server may skip the statement.
const plainForms = [
    /^DROP (?:TABLE|VIEW|SEQUENCE|TRIGGER|PROCEDURE|FUNCTION|EVENT) IF EXISTS `$/,
    /^COMMIT$/,
    /^ALTER TABLE ` (?:DISABLE|ENABLE) KEYS$/,
    /^(?:DO|SELECT) SETVAL \( ` , (?:- )?0 , 0 \)$/
];
// Locks are not restored; a table whose default is the next value of a sequence cannot be filled under one.
const unloadedForms = [
    /^LOCK TABLES ` WRITE$/,
    /^UNLOCK TABLES$/,
    /^ALTER DATABASE ` CHARACTER SET \w+ COLLATE \w+$/,
    /^ANALYZE TABLE ` UPDATE HISTOGRAM ON `(?: , `)* WITH 0 BUCKETS$/
];
const sequence = /^CREATE SEQUENCE `(?: (?:AS|(?:TINY|SMALL|MEDIUM|BIG)?INT|UNSIGNED|START|WITH|MINVALUE|MAXVALUE|INCREMENT|BY|CACHE|NOCACHE|CYCLE|NOCYCLE|ENGINE = (?:INNODB|MYISAM|ARIA)|- 0|0)){0,40}$/;
const table = /^CREATE TABLE (?:IF NOT EXISTS )?` \(/;
const program = new RegExp(`^CREATE (?:OR REPLACE )?${definerShape}(?:AGGREGATE )?(?:TRIGGER|PROCEDURE|FUNCTION|EVENT)\\b`);
/**
 * Judges one statement of a dump, without its delimiter: only what mysqldump and mariadb-dump write is allowed. `text`
 * is its bytes as latin1. Throws RefusedStatement for all else. The session notes what it sets.
 */
function judgeStatement(text, session) {
    if ((0,sql_scan_session/* quotesOtherwise */.iZ)(session) && /["\\]/.test(text))
        throw new refused_statement/* RefusedStatement */.u('a quote or backslash under a mode in which servers and clients read it differently');
    const lexed = (0,lex_statement/* lexStatement */.$)(text);
    const { tokens } = lexed;
    if (!(0,sql_scan_session/* readsUtf8 */.nl)(session) && tokens.some(({ kind, text: word }) => kind === 'word' && /[\x80-\xff]/.test(word)))
        throw new refused_statement/* RefusedStatement */.u('a name without quotes in an old character set');
    const [first] = tokens;
    // Tools that remove definers leave an empty comment.
    if (first === undefined)
        return { ...nothing, loaded: false };
    if (first.kind === 'word' && first.text === 'SET')
        return { ...nothing, loaded: !allowSettings(tokens, session) };
    const shape = shapeOf(tokens.slice(0, 200));
    if (table.test(shape))
        return judgeTable(tokens);
    const optional = tokens.filter((token) => token.optional).length;
    if (optional > 0 && optional < tokens.length)
        throw new refused_statement/* RefusedStatement */.u('a statement with parts for some servers only');
    return judgeOther(lexed, shape, session);
}
function judgeTable(tokens) {
    const open = tokens.findIndex(({ text, kind }) => kind === 'sign' && text === '(');
    if (tokens.slice(0, open + 1).some(({ optional }) => optional))
        throw new refused_statement/* RefusedStatement */.u('CREATE TABLE for some servers only');
    allowTable(tokens, open);
    const creates = { kind: 'table', name: tokens[open - 1]?.text ?? '' };
    return { ...nothing, creates, loaded: true, qualified: (0,qualified_tables/* qualifiedParents */.Cf)(tokens) };
}
function judgeOther(lexed, shape, session) {
    const { tokens, comments } = lexed;
    if (tokens.length < 200) {
        if (plainForms.some((form) => form.test(shape)))
            return { ...nothing, loaded: true };
        if (unloadedForms.some((form) => form.test(shape)))
            return { ...nothing, loaded: false };
        if (sequence.test(shape))
            return { ...nothing, creates: { kind: 'sequence', name: tokens[2]?.text ?? '' }, loaded: true };
    }
    const cuts = [...definerOf(tokens), ...comments];
    if (viewShape.test(shape)) {
        const creates = { kind: 'view', name: allowView(tokens, session) };
        return { creates, loaded: true, cuts, qualified: (0,qualified_tables/* qualifiedSources */.Vq)(tokens) };
    }
    if (program.test(shape))
        return { creates: { kind: 'program', name: allowProgram(tokens, session) }, loaded: true, cuts, qualified: [] };
    throw new refused_statement/* RefusedStatement */.u((0,refused_statement/* kindOf */.I)(tokens.slice(0, 2).map(({ text }) => text)));
}
/** The position of the definer of a view or program, an account that another server may not have. */
function definerOf(tokens) {
    const at = tokens.slice(0, 8).findIndex(({ kind, text }) => kind === 'word' && text === 'DEFINER');
    if (at < 0 || tokens[at + 1]?.text !== '=')
        return [];
    const reader = createTokenReader(tokens.slice(at));
    skipDefiner(reader);
    return [{ from: tokens[at].from, to: tokens[at + reader.at - 1].to }];
}


/***/ }),

/***/ 8877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lexStatement)
/* harmony export */ });
/* harmony import */ var _refused_statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5064);

// Sticky: one of them matches at each place. Text is bytes as latin1; bytes above 127 belong to names.
const forms = [
    ['space', /[ \t\r\n]+/y],
    ['comment', /\/\*(?![!+]|M!)[^]*?\*\//y],
    ['comment', /(?:#|--(?=[ \t\r\n]))[^\n]*/y],
    ['text', /'[^'\\]*(?:(?:\\[^]|'')[^'\\]*)*'/y],
    ['text', /"[^"\\]*(?:(?:\\[^]|"")[^"\\]*)*"/y],
    ['name', /`[^`]+(?:``[^`]*)*`|`(?:``[^`]*)+`/y],
    ['setting', /@@(?:(?:global|session|local)\.)?[a-z_]+/iy],
    ['variable', /@(?:[\w$.]+|`[^`]*(?:``[^`]*)*`|'[^'\\]*'|"[^"\\]*")/y],
    ['number', /\d+(?:\.\d*)?(?:e[+-]?\d+)?(?![\w$\x80-\xff])/iy],
    ['word', /[\w$\x80-\xff]+/y],
    ['sign', /[-+*/%=<>!~^&|(){}[\],.:;?@]/y]
];
const opening = /\/\*(?:!(\d{5,6})|M!(\d{6}))(?=\s|\*\/)/y;
// Every server since MySQL 5.7 and MariaDB 10.2 runs the contents of comments for an older version.
const alwaysRun = 50_699;
/**
 * Splits a statement into tokens. The contents of version comments count as code. Throws RefusedStatement if the text
 * is ambiguous.
 */
function lexStatement(text) {
    const tokens = [];
    const comments = [];
    let [at, inside, optional] = [0, false, false];
    while (at < text.length) {
        opening.lastIndex = at;
        const version = opening.exec(text);
        if (version !== null || (inside && text.startsWith('*/', at))) {
            if (version !== null && inside)
                throw new _refused_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedStatement */ .u('a comment in a comment');
            inside = version !== null;
            optional = version !== null && (version[2] !== undefined || Number(version[1]) > alwaysRun);
            at += version?.[0].length ?? 2;
            continue;
        }
        const { kind, to } = match(text, at);
        if (kind === 'comment')
            comments.push({ from: at, to });
        else if (kind !== 'space') {
            const raw = text.slice(at, to);
            tokens.push({ kind, text: plain(kind, raw), raw, from: at, to, optional });
        }
        at = to;
    }
    if (inside)
        throw new _refused_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedStatement */ .u('a comment that does not end');
    return { tokens, comments };
}
function match(text, at) {
    for (const [kind, form] of forms) {
        if (kind === 'sign' && text.startsWith('/*', at))
            throw new _refused_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedStatement */ .u('a comment that no dump program writes');
        form.lastIndex = at;
        if (form.test(text))
            return { kind, to: form.lastIndex };
    }
    throw new _refused_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedStatement */ .u('a character that does not belong into SQL');
}
function plain(kind, text) {
    if (kind === 'word')
        return text.toUpperCase();
    if (kind === 'name')
        return Buffer.from(text.slice(1, -1).replaceAll('``', '`'), 'latin1').toString('utf8');
    if (kind === 'text')
        return text.slice(1, -1);
    return kind === 'setting' ? text.slice(2).toUpperCase() : text;
}


/***/ }),

/***/ 1594:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cf: () => (/* binding */ qualifiedParents),
/* harmony export */   Vq: () => (/* binding */ qualifiedSources),
/* harmony export */   wZ: () => (/* binding */ createQualifiedTables)
/* harmony export */ });
/** The parents of foreign keys that CREATE TABLE names with their schema. */
function qualifiedParents(tokens) {
    return tokens.flatMap((token, at) => {
        const [schema, name] = token.kind === 'word' && token.text === 'REFERENCES' ? namesAt(tokens, at + 1) : [];
        return schema === undefined || name === undefined ? [] : [{ schema, name, columns: null }];
    });
}
/**
 * The tables that a view reads and that its definition names with their schema. A server writes their columns as
 * schema, table and column, or as alias and column, however the view was typed.
 */
function qualifiedSources(tokens) {
    const named = tokens.flatMap((_, at) => (continues(tokens, at) ? [] : [{ at, names: namesAt(tokens, at) }]));
    const sources = named.filter(({ at, names }) => names.length === 2 && isSource(tokens, at));
    const aliases = new Map();
    const found = [];
    for (const { at, names } of sources) {
        const [schema = '', name = ''] = names;
        found.push({ schema, name, columns: [] });
        const alias = tokens[at + 3];
        if (alias?.kind === 'name')
            aliases.set(alias.text, [...(aliases.get(alias.text) ?? []), { schema, name, columns: [] }]);
    }
    for (const { names } of named) {
        const [first = '', second = '', third] = names;
        if (third !== undefined)
            found.push({ schema: first, name: second, columns: [third] });
        else if (names.length === 2)
            found.push(...(aliases.get(first) ?? []).map((one) => ({ ...one, columns: [second] })));
    }
    return found;
}
/** Whether the token at `at` is not the first part of a name. */
function continues(tokens, at) {
    return tokens[at]?.kind !== 'name' || (isPoint(tokens[at - 1]) && tokens[at - 2]?.kind === 'name');
}
/** The parts of the name that begins at `at`, up to three. */
function namesAt(tokens, at) {
    const names = [];
    for (let next = at; names.length < 3 && tokens[next]?.kind === 'name'; next += 2) {
        names.push(tokens[next]?.text ?? '');
        if (!isPoint(tokens[next + 1]))
            break;
    }
    return names;
}
function isPoint(token) {
    return token?.kind === 'sign' && token.text === '.';
}
/** Whether a table is named here: after FROM or JOIN, possibly with parentheses between. */
function isSource(tokens, at) {
    let before = at - 1;
    while (tokens[before]?.text === '(' && tokens[before]?.kind === 'sign')
        before -= 1;
    const token = tokens[before];
    return token?.kind === 'word' && /^(?:FROM|JOIN|STRAIGHT_JOIN)$/.test(token.text);
}
// A shop's views name far fewer; the limit stops dumps made to fill the memory.
const most = 100_000;
/** An empty collection. Names beyond 100,000 are ignored. */
function createQualifiedTables() {
    const known = new Map();
    let size = 0;
    return {
        add: (tables) => {
            for (const { schema, name, columns } of tables) {
                const key = JSON.stringify([schema, name]);
                const one = known.get(key) ?? { schema, name, columns: null };
                const before = one.columns?.size ?? 0;
                if (size >= most)
                    return;
                known.set(key, one);
                if (columns === null)
                    continue;
                one.columns ??= new Set();
                for (const column of columns)
                    one.columns.add(column);
                size += 1 + one.columns.size - before;
            }
        },
        all: () => [...known.values()].map(({ columns, ...one }) => ({ ...one, columns: columns === null ? null : [...columns] }))
    };
}


/***/ }),

/***/ 5064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   u: () => (/* binding */ RefusedStatement)
/* harmony export */ });
/** A statement that no dump program writes: its kind and line, never any text of the dump. */
class RefusedStatement extends Error {
    /** Line of the dump, counted from 1; 0 until {@link atLine} sets it. */
    line;
    constructor(what, line = 0) {
        super(what);
        this.line = line;
    }
    atLine(line) {
        return this.line === 0 ? new RefusedStatement(this.message, line) : this;
    }
}
const verbs = new Set(`ALTER ANALYZE BEGIN BINLOG CALL CHANGE CHECK CHECKSUM CLONE COMMIT CREATE DEALLOCATE DELETE DESCRIBE DO DROP EXECUTE EXPLAIN FLUSH
  GRANT HANDLER HELP IMPORT INSERT INSTALL KILL LOAD LOCK OPTIMIZE PREPARE PURGE RENAME REPAIR REPLACE RESET RESTART
  REVOKE ROLLBACK SAVEPOINT SELECT SET SHOW SHUTDOWN SIGNAL START STOP TABLE TRUNCATE UNINSTALL UNLOCK UPDATE USE
  VALUES WITH XA DATABASE SCHEMA EVENT FUNCTION PROCEDURE PACKAGE SEQUENCE SERVER TABLESPACE TEMPORARY TRIGGER USER
  ROLE VIEW PLUGIN SONAME DATA GLOBAL PERSIST PASSWORD LIBRARY`
    .split(/\s+/)
    .filter(Boolean));
/** The leading SQL keywords of a statement, e.g. `CREATE FUNCTION`; no data of the shop. */
function kindOf(words) {
    const [first = '', second = ''] = words;
    if (!verbs.has(first))
        return 'a statement that no dump program writes';
    return verbs.has(second) ? `${first} ${second}` : first;
}


/***/ }),

/***/ 6692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iZ: () => (/* binding */ quotesOtherwise),
/* harmony export */   jw: () => (/* binding */ createSession),
/* harmony export */   nl: () => (/* binding */ readsUtf8)
/* harmony export */ });
/** The initial state of our client: `--default-character-set=utf8mb4`. */
function createSession() {
    return { current: new Map([['CHARACTER_SET_CLIENT', 'utf8mb4']]), saved: new Map(), closed: new Set() };
}
/**
 * Whether a byte above 127 outside of quotes belongs to a name, as in UTF-8; in other character sets it may be white
 * space.
 */
function readsUtf8({ current }) {
    return (current.get('CHARACTER_SET_CLIENT') ?? '').toLowerCase().startsWith('utf8');
}
/** Whether `"` begins a name or a backslash means nothing, so that quotes end elsewhere. */
function quotesOtherwise({ current }) {
    return /ANSI|NO_BACKSLASH_ESCAPES|DB2|MAXDB|MSSQL|POSTGRESQL/.test((current.get('SQL_MODE') ?? '').toUpperCase());
}


/***/ }),

/***/ 769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ noteRef)
/* harmony export */ });
/**
 * Records in the ledger what `change` did to a local ref, by its value before and after. Throws what `change` throws.
 */
async function noteRef(ledger, git, ref, change) {
    const before = await valueOf(git, ref);
    try {
        return await change();
    }
    finally {
        note(ledger, ref, before, await valueOf(git, ref));
    }
}
async function valueOf(git, ref) {
    const { exitCode, stdout } = await git.finish('rev-parse', '--quiet', '--verify', ref);
    if (exitCode > 1)
        return 'unknown';
    return { commit: exitCode === 0 ? stdout.trim() : null };
}
function note(ledger, ref, before, after) {
    if (before === 'unknown' || after === 'unknown') {
        ledger.intend('ref', `${ref} was changed in the local repository`).unknown();
        return;
    }
    if (before.commit === after.commit)
        return;
    const clause = (commit) => `${ref} was set to ${commit?.slice(0, 12) ?? ''} in the local repository`;
    if (after.commit !== null) {
        ledger.intend('ref', clause(after.commit)).done();
        return;
    }
    // Removing a ref that this run had set undoes that effect.
    const own = ledger.intend('ref', clause(before.commit));
    own.undone();
    if (own.isNew)
        ledger.intend('ref', `${ref} was removed from the local repository`).done();
}


/***/ }),

/***/ 2047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ createGitHub),
/* harmony export */   j: () => (/* binding */ githubSays)
/* harmony export */ });
/* harmony import */ var _secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9880);
/* harmony import */ var _project_shorten_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6369);
/* harmony import */ var _secrets_redact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(811);



/** A client with one token. The library is loaded on first use, since that takes a while. */
function createGitHub({ token, apiUrl, fetch: send = fetch, redact = (0,_secrets_redact_js__WEBPACK_IMPORTED_MODULE_1__/* .createRedact */ .a)([token]) }) {
    const answer = (ask) => answerOf(ask, redact);
    const open = async () => {
        const { getOctokit } = await Promise.all(/* import() | github */[__webpack_require__.e(929), __webpack_require__.e(326)]).then(__webpack_require__.bind(__webpack_require__, 157));
        return getOctokit(token.reveal(), { baseUrl: apiUrl, request: { fetch: send } }).rest;
    };
    return {
        isPublic: async (repository) => !(await (await open()).repos.get(repository)).data.private,
        askRepository: (repository) => answer(async () => {
            const { status, data } = await (await open()).repos.get(repository);
            return { status, archived: data.archived };
        }),
        askPullRequest: ({ owner, repo, base }) => answer(async () => {
            const { pulls } = await open();
            return {
                status: (await pulls.create({ owner, repo, head: base, base, title: 'Probe' })).status,
                archived: false
            };
        }),
        upsertPullRequest: async ({ owner, repo, head, base, title, body }) => {
            const { pulls } = await open();
            const found = await pulls.list({ owner, repo, head: `${owner}:${head}`, base, state: 'open' });
            const [first] = found.data;
            const { data } = first
                ? await pulls.update({ owner, repo, pull_number: first.number, title, body })
                : await pulls.create({ owner, repo, head, base, title, body });
            return { number: data.number, url: data.html_url, created: first === undefined };
        }
    };
}
/**
 * GitHub's answer in an error of the library; status null if it never answered. `redact` hides the run's secrets before
 * the text is cut.
 */
function githubSays(error, redact) {
    const { status, message, response } = error;
    const accepted = response?.headers?.['x-accepted-github-permissions'] ?? '';
    // The library reports status 500 without a response for an unanswered request.
    return {
        status: response ? (status ?? null) : null,
        message: (0,_project_shorten_js__WEBPACK_IMPORTED_MODULE_2__/* .shorten */ .m)((0,_secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .redactEvidence */ .H)(redact(message ?? String(error))), 800),
        accepted,
        archived: false
    };
}
async function answerOf(ask, redact) {
    try {
        return { ...(await ask()), message: '', accepted: '' };
    }
    catch (error) {
        return githubSays(error, redact);
    }
}


/***/ }),

/***/ 9703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NH: () => (/* binding */ lastDeploymentActivity),
/* harmony export */   XC: () => (/* binding */ openDeployments),
/* harmony export */   nN: () => (/* binding */ parseActivities),
/* harmony export */   pl: () => (/* binding */ activityFacts)
/* harmony export */ });
/* unused harmony exports verdictOf, deploys */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish();
const commits = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ sha: text, parents: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).nullish().catch(null) })).catch([]);
const activity = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    state: text,
    result: text,
    completion_percent: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullish(),
    created_at: text,
    started_at: text,
    completed_at: text,
    environments: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).nullish(),
    // Only on newer platforms; null counts as missing.
    commands: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ app: text, type: text, exit_code: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nullish() }))
        .nullish()
        .catch(null),
    parameters: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ new_commit: text }).catch({}).nullish(),
    payload: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        commits: commits.nullish(),
        environment: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ is_pr: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullish() }).nullish().catch(null)
    })
        .catch({})
        .nullish()
});
/** Reads the API's list of activities; null for any other answer, for instance an error page. */
function parseActivities(json) {
    const result = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(activity).safeParse(json);
    return result.success ? result.data : null;
}
/** The state of an activity: complete at 100 percent, unless its state says `staged` or `cancelled`. */
function verdictOf({ state, result, completion_percent: percent }) {
    if (state === 'cancelled')
        return 'cancelled';
    if (state === 'staged')
        return 'staged';
    if (state !== 'complete' && (percent ?? 0) < 100) {
        if (state === 'pending' || state === 'scheduled')
            return 'pending';
        return state === 'in_progress' ? 'running' : 'unknown';
    }
    if (result === 'success')
        return 'succeeded';
    return result === 'failure' ? 'failed' : 'unknown';
}
/** Types of the activities that deploy an environment. */
const deploys = /^environment\.(?:push|redeploy|deploy|merge|synchronize|activate|restore|variable\.\w+)$/;
/**
 * The newest activity that deployed an environment, by the API's list of its activities; null if there is none, and for
 * any other answer. Pending activities are skipped.
 */
function lastDeploymentActivity(answer) {
    const told = (parseActivities(answer) ?? []).filter((one) => deploys.test(one.type) && verdictOf(one) !== 'pending');
    const created = ({ created_at: at }) => Date.parse(at ?? '') || 0;
    return told.sort((a, b) => created(b) - created(a))[0] ?? null;
}
/** The facts of an activity for a diagnosis. */
function activityFacts({ id, result, started_at: started, created_at: created }) {
    const startedAt = Date.parse(started ?? created ?? '');
    return { id, startedAt: Number.isNaN(startedAt) ? null : startedAt, result: result ?? null };
}
/** The deployments in the API's list of an environment's activities that wait or run; none for any other answer. */
function openDeployments(answer) {
    return (parseActivities(answer) ?? [])
        .filter((activity) => deploys.test(activity.type) && ['pending', 'running'].includes(verdictOf(activity)))
        .map(({ id, type, parameters }) => ({ id, type, commit: parameters?.new_commit ?? null }));
}


/***/ }),

/***/ 7723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ readDeploymentActivities)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _activity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9703);


/** The API's list of activities, newest first; throws UpgradeError `retry-later` for any other answer. */
function readDeploymentActivities(answer) {
    const activities = (0,_activity_js__WEBPACK_IMPORTED_MODULE_1__/* .parseActivities */ .nN)(answer);
    if (activities !== null)
        return activities.map(deploymentActivity).sort((a, b) => b.createdAt - a.createdAt);
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('retry-later', {
        message: "The platform's API did not answer with a list of activities.",
        next: 'Run again later.'
    });
}
// A staged activity is not live, even at 100 percent.
const endsItself = new Set(['cancelled', 'staged']);
function deploymentActivity(activity) {
    const { id, state, result, completion_percent: percent, parameters } = activity;
    const pullRequest = isPullRequest(activity);
    return {
        id,
        state: !endsItself.has(state ?? '') && (percent ?? 0) >= 100 ? 'complete' : (state ?? 'in an unknown state'),
        result: result ?? null,
        createdAt: timeOf(activity.created_at) ?? 0,
        endedAt: timeOf(activity.completed_at),
        newCommit: parameters?.new_commit ?? null,
        commits: commitsOf(activity, pullRequest),
        failedHooks: (activity.commands ?? []).flatMap(({ type, exit_code: exitCode }) => exitCode ? [{ type: type ?? 'a', exitCode }] : []),
        pullRequest
    };
}
// The id of a pull request's environment follows a convention; the flag is not in every answer.
function isPullRequest({ environments, payload }) {
    return payload?.environment?.is_pr === true || (environments ?? []).some((id) => /^pr-\d+$/.test(id));
}
// The platform may build a merge of the pull request into its base, so the parents of a merge count too.
function commitsOf({ payload }, pullRequest) {
    return (payload?.commits ?? []).flatMap(({ sha, parents }) => [
        ...(sha ? [sha] : []),
        ...(pullRequest && parents && parents.length > 1 ? parents : [])
    ]);
}
function timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : time;
}


/***/ }),

/***/ 6485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ deploysByHand),
/* harmony export */   g: () => (/* binding */ parseEnvironmentState)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const shape = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    head_commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(),
    deployment_state: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ last_deployment_successful: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullish(), last_deployment_at: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish() })
        .nullish()
});
/** The last deployment in the API's answer for one environment; null for any other answer. */
function parseEnvironmentState(answer) {
    const parsed = shape.safeParse(answer);
    if (!parsed.success)
        return null;
    const { status, head_commit, deployment_state } = parsed.data;
    const at = Date.parse(deployment_state?.last_deployment_at ?? '');
    return {
        status,
        headCommit: head_commit ?? null,
        lastDeploymentSuccessful: deployment_state?.last_deployment_successful ?? null,
        lastDeploymentAt: Number.isNaN(at) ? null : at
    };
}
const settingsShape = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ enable_manual_deployments: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(true) });
/** Whether the API's answer for the settings of an environment says that pushes wait for `environment:deploy`. */
function deploysByHand(settings) {
    return settingsShape.safeParse(settings).success;
}


/***/ }),

/***/ 5230:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XU: () => (/* binding */ neverStartedReasons),
/* harmony export */   Xp: () => (/* binding */ skewMilliseconds),
/* harmony export */   mu: () => (/* binding */ switchOn)
/* harmony export */ });
/** The largest assumed difference between the platform's clocks and ours. */
const skewMilliseconds = 60_000;
/** What was checked and found when no activity appeared for a commit; the explanation first. */
function neverStartedReasons(wanted, seen) {
    return [
        `No push activity for commit ${wanted.commit.slice(0, 8)} appeared in time.`,
        ...environmentReasons(wanted, seen),
        ...overtaken(wanted, seen),
        ...fetchReasons(wanted, seen),
        ...newestPush(wanted, seen),
        ...otherCommit(wanted, seen)
    ];
}
// Clock differences may make the previous deployment look new, but the environment still has its commit.
function isAfter({ pushes, environment }, { pushedAt }) {
    const { createdAt, newCommit } = pushes[0] ?? { createdAt: -Infinity, newCommit: null };
    const isNew = environment !== null && environment.headCommit !== newCommit;
    return createdAt >= pushedAt || (isNew && createdAt >= pushedAt - skewMilliseconds);
}
function overtaken(wanted, seen) {
    const [newest] = seen.pushes;
    if (!newest || !isAfter(seen, wanted))
        return [];
    return [`After this push the platform started to deploy another commit, ${short(newest.newCommit)} (${newest.id}).`];
}
function newestPush(wanted, seen) {
    const [newest] = seen.pushes;
    if (!newest)
        return ['The environment has no push activity.'];
    if (isAfter(seen, wanted))
        return [];
    return [`The newest push activity (${newest.id}) is for commit ${short(newest.newCommit)}.`];
}
function short(commit) {
    return commit?.slice(0, 8) ?? 'unknown';
}
function environmentReasons(wanted, { environment }) {
    if (environment === null)
        return [];
    const { status, headCommit } = environment;
    return [
        ...(status === 'active' || status === 'dirty'
            ? []
            : [`The environment is ${status}: pushes do not deploy. To activate it: ${switchOn(status)}.`]),
        ...(headCommit === wanted.commit ? [nothingNew] : [])
    ];
}
/** The command that makes an environment in this state deploy again. */
function switchOn(status) {
    return status === 'paused' ? 'magento-cloud environment:resume' : 'magento-cloud environment:activate';
}
const nothingNew = 'The environment already has this commit, so there was nothing new to deploy. To deploy it anyway: magento-cloud environment:redeploy.';
function otherCommit(wanted, { environment }) {
    if (environment === null || environment.headCommit === wanted.commit)
        return [];
    return [`The environment is at commit ${short(environment.headCommit)}: this one has not reached it.`];
}
function fetchReasons(wanted, { fetches, integration, environment }) {
    if (environment?.headCommit === wanted.commit)
        return [];
    if (integration === false)
        return [
            'The project has no GitHub integration: only a push to the Cloud remote reaches it (--cloud-remote names it).'
        ];
    const recent = fetches.find(({ createdAt }) => createdAt >= wanted.pushedAt - skewMilliseconds);
    if (!recent)
        return integration === true ? [noFetch] : [];
    const result = recent.result === 'success'
        ? 'succeeded, but no deployment of this commit followed'
        : `ended with ${recent.result ?? 'no result'}`;
    return [`The fetch from GitHub (${recent.id}) ${result}. Its log: magento-cloud activity:log ${recent.id}.`];
}
const noFetch = 'The GitHub integration has not fetched since the push. Its settings: magento-cloud integration:list; what GitHub sent: Settings, Webhooks, Recent Deliveries.';


/***/ }),

/***/ 14:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J$: () => (/* binding */ readNodeRoutes),
/* harmony export */   WY: () => (/* binding */ routesCommand),
/* harmony export */   _3: () => (/* binding */ primaryRoute)
/* harmony export */ });
/* unused harmony export parsePrimaryRoute */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const routes = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish(), primary: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().nullish(), upstream: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullish() })
    .catch({}));
/** {@link primaryRoute} by the value of MAGENTO_CLOUD_ROUTES. */
function parsePrimaryRoute(base64, app) {
    return primaryRoute(decode(base64.replace(/\s+/g, '')), app);
}
/**
 * The main address of the storefront by routes as the platform gives them: of those that lead to the application `app`
 * the primary one, else the first over https, else the first one. If all lead to one application, its name does not
 * matter. Null if several applications have routes and `app` has none or is unknown, and for any other value.
 */
function primaryRoute(value, app) {
    const parsed = routes.safeParse(value);
    if (!parsed.success)
        return null;
    const all = Object.entries(parsed.data).filter(([, { type }]) => type !== 'redirect');
    const upstreams = new Set(all.map(([, route]) => applicationOf(route)));
    const served = upstreams.size < 2 ? all : all.filter(([, route]) => applicationOf(route) === app);
    const main = served.find(([, { primary }]) => primary) ?? served.find(([url]) => url.startsWith('https:')) ?? served[0];
    return main && URL.canParse(main[0]) ? main[0] : null;
}
// `mymagento:http`
function applicationOf({ upstream }) {
    return upstream?.split(':')[0] ?? null;
}
function decode(base64) {
    try {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return null;
    }
}
/** The command that prints a node's application and the routes of its environment. */
const routesCommand = 'printf \'%s\\n%s\' "${MAGENTO_CLOUD_APPLICATION_NAME-}" "${MAGENTO_CLOUD_ROUTES-}"';
/** The main address of a node's application, from the output of {@link routesCommand}; null if it does not say. */
function readNodeRoutes(text) {
    const [name = '', ...routes] = text.trimStart().split('\n');
    const isName = /^[\w.-]{1,100}$/.test(name);
    return isName && routes.length > 0 ? parsePrimaryRoute(routes.join(''), name) : parsePrimaryRoute(text, null);
}


/***/ }),

/***/ 1142:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ loadFailure),
/* harmony export */   N: () => (/* binding */ ScratchQueryError)
/* harmony export */ });
/** The error of a query that a scratch database did not answer. */
class ScratchQueryError extends Error {
    failure;
    constructor(failure) {
        super(failure.words);
        this.failure = failure;
    }
}
// No memory, no disk, no time, no connection: https://mariadb.com/kb/en/mariadb-error-code-reference/ (2026-11).
const exhausted = new Set([
    3, 5, 11, 12, 23, 24, 28, 1021, 1037, 1038, 1041, 1114, 1135, 1206, 1317, 1969, 2002, 2006, 2013, 3024
]);
const storageEngineError = 1030;
const exhaustedEngines = new Set([12, 28, 122, 132, 135, 136]);
/** Reads the stderr of a client. It prints the failed statement, so only code, state and line are kept. */
function loadFailure(stderr) {
    const [words, digits] = /ERROR (\d+) \(\w+\)(?: at line \d+)?/.exec(stderr) ?? [];
    if (words === undefined) {
        const [line] = /ERROR at line \d+/.exec(stderr) ?? [];
        if (line !== undefined)
            return { kind: 'refused', code: null, words: line };
        return { kind: 'ended', code: null, words: 'the client of the scratch database ended' };
    }
    const code = Number(digits);
    const engine = Number(/Got error (\d+)/.exec(stderr)?.[1]);
    const isOver = exhausted.has(code) || (code === storageEngineError && exhaustedEngines.has(engine));
    return { kind: isOver ? 'ended' : 'refused', code, words };
}


/***/ }),

/***/ 1264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   U2: () => (/* binding */ scratchName),
/* harmony export */   b2: () => (/* binding */ prepareSchema),
/* harmony export */   ud: () => (/* binding */ scratchUser)
/* harmony export */ });
/* harmony import */ var _server_settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5106);

/** The user that everything is loaded as. */
const scratchUser = 'rehearsal';
// What loading and comparing a dump needs, on one schema. A view that uses a function cannot be made without EXECUTE.
// No view is ever queried here, and a function cannot do more than this user may.
const rights = 'SELECT, INSERT, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, LOCK TABLES, CREATE VIEW, SHOW VIEW, TRIGGER, EVENT, CREATE ROUTINE, ALTER ROUTINE, EXECUTE';
const systemSchemas = new Set(['', 'mysql', 'information_schema', 'performance_schema', 'sys']);
/** A name that a schema of a scratch database may have: the shop's, unless that is invalid or a system schema. */
function scratchName(name) {
    return name === null || isSystem(name) ? 'rehearsal' : name;
}
/**
 * Makes the schema, stand-ins for the tables of other schemas, and the one user; sets the shop's settings; removes all
 * other users. Returns the names of the settings that this server does not accept.
 */
async function prepareSchema(root, like) {
    await makeSchema(root, like);
    await root.query(`CREATE USER ${scratchUser}@localhost; GRANT ${rights} ON ${pattern(like.schema)}.* TO ${scratchUser}@localhost`);
    const outside = like.outside.filter(({ schema }) => schema !== like.schema && !isSystem(schema));
    for (const schema of new Set(outside.map((table) => table.schema)))
        await standIn(root, schema, outside).catch(() => undefined);
    const refused = [];
    for (const [name, statement] of (0,_server_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .settingStatements */ .nT)(like.settings))
        await root.query(statement).catch(() => refused.push(name));
    const others = await root.query("SELECT CONCAT(QUOTE(User), '@', QUOTE(Host)) FROM mysql.user WHERE User = 'root' ORDER BY Host = 'localhost'");
    await root.query(`DROP USER ${others.trim().split('\n').join(', ')}`);
    return refused;
}
async function makeSchema(root, { schema, settings }) {
    const { character_set_database: charset, collation_database: collation } = settings;
    const make = `CREATE DATABASE ${quoted(schema)} CHARACTER SET`;
    const usual = () => root.query(`${make} utf8mb4`);
    if (charset === undefined || collation === undefined)
        await usual();
    else
        await root.query(`${make} '${charset}' COLLATE '${collation}'`).catch(usual);
}
/** Views in place of tables: foreign keys ignore them, and views may read them. */
async function standIn(root, schema, outside) {
    await root.query(`CREATE DATABASE ${quoted(schema)}; GRANT SELECT, REFERENCES ON ${pattern(schema)}.* TO ${scratchUser}@localhost`);
    const views = outside.flatMap(({ schema: other, name, columns }) => {
        if (other !== schema || columns === null)
            return [];
        const list = columns.length === 0 ? '1' : columns.map((column) => `1 AS ${quoted(column)}`).join(', ');
        return [`CREATE SQL SECURITY INVOKER VIEW ${quoted(schema)}.${quoted(name)} AS SELECT ${list};`];
    });
    if (views.length > 0)
        await root.query(views.join('\n'));
}
function isSystem(name) {
    return systemSchemas.has(name.toLowerCase());
}
/** A name between backticks. */
function quoted(name) {
    return `\`${name.replaceAll('`', '``')}\``;
}
/** The same for GRANT, where a name is a pattern. */
function pattern(name) {
    return quoted(name.replaceAll(/[\\%_]/g, '\\$&'));
}


/***/ }),

/***/ 9430:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ createScratchServers)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/mariadb/server-options.js

/** Folders that stay empty: one for reading and writing files, one for plugins. */
const emptyFolders = ['no-files', 'no-plugins'];
/** No flushing to disk: the data is thrown away anyway, and setting up a server takes a fifth of the time. */
const unsynced = '--loose-debug-no-sync';
/**
 * Options of a scratch server whose own folder is `home`: features by which foreign SQL could reach outside are off.
 */
function serverOptions(home) {
    return [
        '--skip-networking',
        '--local-infile=0',
        `--secure-file-priv=${(0,external_node_path_.join)(home, emptyFolders[0])}`,
        `--plugin-dir=${(0,external_node_path_.join)(home, emptyFolders[1])}`,
        '--skip-symbolic-links',
        '--event-scheduler=OFF',
        '--automatic-sp-privileges=0',
        '--skip-log-bin',
        unsynced,
        '--performance-schema=0',
        `--tmpdir=${home}`,
        '--innodb-flush-log-at-trx-commit=0',
        '--innodb-doublewrite=0',
        // Its files are removed when it ends: nothing needs to be written for a next start.
        '--innodb-fast-shutdown=2',
        // No statistics for tables that are read once: each new table would write to two more tables.
        '--innodb-stats-persistent=0',
        '--innodb-stats-auto-recalc=0',
        '--innodb-buffer-pool-size=256M',
        '--innodb-log-file-size=256M',
        '--max-allowed-packet=1G',
        '--max-heap-table-size=64M',
        '--max-statement-time=3600',
        '--max-connections=4'
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/mariadb/confine.js





// Limits for the address space, of which a server reserves more than it uses, and for one file.
const memoryBytes = 8 * 2 ** 30;
const fileBytes = 256 * 2 ** 30;
// Above the ids of real users, so that no other process shares it.
const [firstUser, lastUser] = [1_000_000_000, 2_000_000_000];
/**
 * Finds out how programs can be confined on this machine: without network if it has namespaces, with limits, and as a
 * separate user if this process is root. Null if root cannot drop its rights (setpriv is missing).
 */
async function findConfinement(run, env) {
    const works = async (before, ...test) => (await run(nonEmpty([...before, ...(test.length > 0 ? test : ['true'])]), { env })).exitCode === 0;
    const user = process.getuid?.() === 0 ? (0,external_node_crypto_.randomInt)(firstUser, lastUser) : null;
    const asUser = user === null ? [] : dropRights(user);
    const alone = user === null ? ['unshare', '--user', '--map-current-user', '--net'] : ['unshare', '--net'];
    const limits = ['prlimit', `--as=${memoryBytes}`, `--fsize=${fileBytes}`, '--core=0'];
    const before = [...((await works(alone)) ? alone : []), ...((await works(limits)) ? limits : []), ...asUser];
    for (const parent of [(0,external_node_os_.tmpdir)(), '/tmp', '/var/tmp'])
        if (await works(asUser, 'test', '-x', parent))
            return {
                parent,
                makeHome: (folder) => makeHome(folder, user),
                confined: (argv) => nonEmpty([...before, ...argv])
            };
    return null;
}
async function makeHome(folder, user) {
    const home = (0,external_node_path_.join)(folder, 'home');
    const empty = emptyFolders.map((name) => (0,external_node_path_.join)(home, name));
    await (0,promises_.mkdir)(home, { mode: 0o700 });
    for (const path of empty)
        await (0,promises_.mkdir)(path, { mode: 0o500 });
    if (user === null)
        return home;
    // The folder around it belongs to this process; others may only pass through.
    await (0,promises_.chmod)(folder, 0o711);
    for (const path of [home, ...empty])
        await (0,promises_.chown)(path, user, user);
    return home;
}
function dropRights(user) {
    const ids = [`--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
    return ['setpriv', ...ids, '--no-new-privs', '--inh-caps=-all', '--bounding-set=-all'];
}
function nonEmpty([program = 'true', ...rest]) {
    return [program, ...rest];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files/private-folder.js
var private_folder = __webpack_require__(9334);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/mariadb/self-removing-folder.js



// The kernel closes our end of the pipe however we die, and the reader notices at once. A server that is just ending
// may still write into the folder, hence the second attempt.
const guardScript = `folder=$1; shift
"$@" & child=$!
{ cat "$folder/alive"; kill -KILL "$child"; rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }; } >/dev/null 2>&1 & guard=$!
wait "$child"; status=$?
kill "$guard" 2>/dev/null
exit "$status"`;
/** Makes a {@link SelfRemovingFolder} named `prefix`… in `parent` for `task`, and removes it afterwards. */
async function inSelfRemovingFolder({ parent, prefix, run, env }, task) {
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, prefix));
    const pipe = (0,external_node_path_.join)(path, 'alive');
    try {
        const { exitCode } = await run(['mkfifo', '-m', '600', pipe], { env });
        if (exitCode !== 0)
            throw new Error('no named pipe could be created in the temporary folder');
        // Opened for reading and writing: opening one end only would wait for the other.
        const alive = await (0,promises_.open)(pipe, external_node_fs_.constants.O_RDWR);
        try {
            return await task({
                path,
                run: (argv, options) => run(['sh', '-c', guardScript, 'guard', path, ...argv], options)
            });
        }
        finally {
            await alive.close();
        }
    }
    finally {
        await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/mariadb/load-failure.js
var load_failure = __webpack_require__(1142);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/mariadb/prepare-schema.js
var prepare_schema = __webpack_require__(1264);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/pipes.js
var pipes = __webpack_require__(4977);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/mariadb/scratch-client.js


/**
 * This machine's command-line client for any user of the server, without commands for files or programs. It has no
 * timeout of its own: its server's time is limited.
 */
async function createScratchClient(run, { client, socket, schema, env, confined }) {
    const { stdout: help } = await run([client, '--no-defaults', '--help'], { env });
    // Clients from 10.5.25, 10.6.18 and 10.11.8 on can disable access to files and programs, those of MySQL 8.4 only in
    // part.
    const locked = ['sandbox', 'system-command'].filter((name) => new RegExp(`^ +--${name}\\b`, 'm').test(help));
    const flags = locked.map((name) => (name === 'sandbox' ? '--sandbox' : '--skip-system-command'));
    return (user) => {
        const options = [`--socket=${socket}`, `--user=${user}`, '--local-infile=0', '--default-character-set=utf8mb4'];
        const login = [client, '--no-defaults', ...options, ...flags];
        return {
            query: async (sql) => {
                const argv = confined([...login, '--batch', '--raw', '--skip-column-names']);
                const result = await run(argv, { env, input: sql });
                if (result.exitCode === 0)
                    return result.stdout;
                throw new load_failure/* ScratchQueryError */.N((0,load_failure/* loadFailure */.L)(result.stderr));
            },
            load: async (sql) => {
                // In binary mode nothing in a dump can make the client run a command on this machine.
                const argv = confined([...login, '--binary-mode', '--max-allowed-packet=1G', `--database=${schema}`]);
                const { result, failure } = await (0,pipes/* runWithInput */.kg)(run, argv, { env, source: sql });
                if (result.exitCode !== 0)
                    return (0,load_failure/* loadFailure */.L)(result.stderr);
                return failure === null ? null : { kind: 'refused', code: null, words: failure };
            }
        };
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/mariadb/server-settings.js
var server_settings = __webpack_require__(5106);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/mariadb/until-ready.js

const startSeconds = 60;
/** A scratch server that does not start. */
class NotStarted extends Error {
}
/** Waits until a new server answers; returns its version. Throws {@link NotStarted} if it ends or takes a minute. */
async function untilReady(root, ended) {
    const server = { over: false };
    void ended.then(() => (server.over = true));
    const deadline = performance.now() + startSeconds * 1000;
    for (;;) {
        const version = await root.query('SELECT VERSION()').catch(() => null);
        if (version !== null)
            return version.trim();
        if (server.over || performance.now() > deadline)
            throw new NotStarted('the scratch database could not be started on this machine');
        await (0,external_node_timers_promises_.setTimeout)(100);
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/mariadb/watch-server.js



/** An empty server has 0.4 GiB, a table without rows 0.1 MiB and more with indexes; rows with their indexes a few times their text. */
const serverBounds = {
    spareBytes: 2 ** 30,
    diskBytes: 4 * 2 ** 30,
    diskFactor: 16,
    seconds: 1800,
    bytesPerSecond: 2 ** 20
};
const everyMilliseconds = 500;
// A shop of 3,000 tables has 6,000 files: checking each of them twice a second takes a core that the server needs.
const restPerMeasuring = 20;
const longestMilliseconds = 10_000;
/** Calls `end` as soon as a server exceeds its limits. Returns a function that ends the watch. */
function watchServer(watched, bounds) {
    const over = new AbortController();
    void watch(watched, bounds, over.signal).catch(() => undefined);
    return () => {
        over.abort();
    };
}
async function watch({ home, given, end }, bounds, signal) {
    const began = performance.now();
    let [used, next] = [0, began];
    for (;;) {
        await (0,external_node_timers_promises_.setTimeout)(everyMilliseconds, undefined, { signal });
        const free = await freeBytes(home);
        const now = performance.now();
        if (now >= next) {
            used = await folderBytes(home);
            next = performance.now() + restAfter(performance.now() - now);
        }
        const seconds = (performance.now() - began) / 1000;
        const reason = judge({ free, used, seconds, given: given() }, bounds);
        if (reason === null)
            continue;
        if (!signal.aborted)
            end(reason);
        return;
    }
}
/**
 * Milliseconds until the next measurement, from the duration of the last: at most a twentieth of the time is spent
 * measuring.
 */
function restAfter(milliseconds) {
    return Math.min(milliseconds * restPerMeasuring, longestMilliseconds);
}
function judge({ free, used, seconds, given }, { spareBytes, diskBytes, diskFactor, seconds: firstSeconds, bytesPerSecond }) {
    const behind = `after ${megabytes(given)} of SQL`;
    if (free < spareBytes)
        return `its disk has less than ${megabytes(spareBytes)} free ${behind}`;
    if (used > diskBytes + diskFactor * given)
        return `its files have grown to ${megabytes(used)} ${behind}`;
    if (seconds > firstSeconds + given / bytesPerSecond)
        return `it has run for ${Math.round(seconds)} seconds ${behind}`;
    return null;
}
async function freeBytes(path) {
    return (0,promises_.statfs)(path).then(({ bavail, bsize }) => bavail * bsize, () => Infinity);
}
/** Disk usage of the files below a folder in bytes; files that vanish meanwhile count as 0. */
async function folderBytes(path) {
    const entries = await (0,promises_.readdir)(path, { recursive: true, withFileTypes: true }).catch(() => []);
    const sizes = entries.map(({ parentPath, name }) => (0,promises_.lstat)((0,external_node_path_.join)(parentPath, name)).then(({ blocks }) => blocks * 512, () => 0));
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
function megabytes(bytes) {
    return `${Math.round(bytes / 2 ** 20)} MiB`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/mariadb/scratch-server.js











/**
 * The real {@link WithScratchServer}: what it loads comes from an untrusted server. A private folder with a socket, no
 * network, no other files, a user with rights on one schema, limits for memory, disk and time, and a separate system
 * user if this process is root.
 */
function createScratchServers(run, environment, bounds = serverBounds) {
    const path = `${environment['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;
    const env = { PATH: path, LC_ALL: 'C.UTF-8' };
    return async (like, task) => {
        const confinement = await findConfinement(run, env);
        if (confinement === null)
            return unavailable('root cannot drop its privileges here (setpriv of util-linux is missing)');
        const programs = await findPrograms(run, env, confinement);
        if (programs === null)
            return unavailable('this machine has no MariaDB server that can run without privileges');
        const { parent, makeHome, confined } = confinement;
        const folderOf = { parent: await (0,private_folder/* userFolder */.Ys)(parent), prefix: 'rehearsal-', run, env };
        return inSelfRemovingFolder(folderOf, async (folder) => {
            const home = await makeHome(folder.path);
            const own = { ...env, HOME: home, TMPDIR: home };
            return { value: await serve(task, { run, folder, programs, home, confined, bounds, like, env: own }) };
        }).catch((error) => {
            if (error instanceof NotStarted)
                return { why: error.message, attempted: true };
            throw error;
        });
    };
}
/** The outcome of starting a server. */
function asNotStarted(state) {
    return (error) => {
        if (state.ended !== null)
            throw new NotStarted(state.ended);
        if (!(error instanceof load_failure/* ScratchQueryError */.N))
            throw error;
        throw new NotStarted(`the scratch database could not be configured like the shop's: ${error.message}`);
    };
}
function unavailable(why) {
    return { why, attempted: false, lacksProgram: true };
}
/** Programs that the server's user may run; not one in a private folder of this user. */
async function findPrograms(run, env, { confined }) {
    const find = async (...names) => {
        const script = 'for name; do command -v "$name" && exit; done; exit 1';
        const { exitCode, stdout } = await run(confined(['sh', '-c', script, 'find', ...names]), { env });
        return exitCode === 0 ? stdout.trim() : null;
    };
    const server = await find('mariadbd', 'mysqld');
    const install = await find('mariadb-install-db', 'mysql_install_db');
    const client = await find('mariadb', 'mysql');
    return server === null || install === null || client === null ? null : { server, install, client };
}
/**
 * `env` has its own TMPDIR: a starting server removes all temporary tables that it finds, even those of other servers.
 */
async function serve(task, { run, folder, programs: { server, install, client }, home, confined, bounds, like, env }) {
    const data = `--datadir=${(0,external_node_path_.join)(home, 'data')}`;
    const same = (0,server_settings/* startOptions */.nw)(like.settings);
    const plain = ['--auth-root-authentication-method=normal', '--skip-test-db', unsynced];
    const making = { env, cwd: home, timeoutSeconds: 300 };
    const installed = await folder.run(confined([install, '--no-defaults', data, ...plain, ...same]), making);
    if (installed.exitCode !== 0)
        throw new NotStarted('the scratch database could not be set up on this machine');
    const stop = new AbortController();
    const socket = (0,external_node_path_.join)(home, 's');
    const argv = [
        server,
        '--no-defaults',
        data,
        `--socket=${socket}`,
        ...serverOptions(home),
        ...same
    ];
    const ended = folder.run(confined(argv), { env, cwd: home, signal: stop.signal });
    const state = { given: 0, ended: null };
    const end = (reason) => {
        state.ended = `the scratch database was stopped: ${reason}`;
        stop.abort();
    };
    const unwatch = watchServer({ home, given: () => state.given, end }, bounds);
    try {
        const connect = await createScratchClient(run, { client, socket, schema: like.schema, env, confined });
        const root = connect('root');
        const begin = async () => ({
            version: await untilReady(root, ended),
            refusedSettings: await (0,prepare_schema/* prepareSchema */.b2)(root, like)
        });
        const begun = await begin().catch(asNotStarted(state));
        return await task({ ...begun, ...explainedError(connect(prepare_schema/* scratchUser */.ud), state) });
    }
    finally {
        unwatch();
        stop.abort();
        await ended;
    }
}
/** Counts the SQL that a client loads, and explains why its server was ended. */
function explainedError(client, state) {
    const counted = async function* (sql) {
        for await (const piece of sql) {
            state.given += piece.length;
            yield piece;
        }
    };
    const over = () => state.ended === null ? null : { kind: 'ended', code: null, words: state.ended };
    return {
        load: async (sql) => {
            const failure = await client.load(counted(sql));
            return failure === null ? null : (over() ?? failure);
        },
        query: (sql) => client.query(sql).catch((error) => {
            const ended = over();
            throw ended === null ? error : new load_failure/* ScratchQueryError */.N(ended);
        })
    };
}


/***/ }),

/***/ 5106:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ serverSettings),
/* harmony export */   jA: () => (/* binding */ readServerSettings),
/* harmony export */   nT: () => (/* binding */ settingStatements),
/* harmony export */   nw: () => (/* binding */ startOptions)
/* harmony export */ });
/** Variables of a database server that decide whether it takes a dump, as `SHOW VARIABLES` names them. */
const serverSettings = [
    'version',
    'max_allowed_packet',
    'sql_mode',
    'innodb_strict_mode',
    'innodb_page_size',
    'innodb_default_row_format',
    'innodb_file_per_table',
    'innodb_read_only_compressed',
    'innodb_force_primary_key',
    'sql_require_primary_key',
    'lower_case_table_names',
    'explicit_defaults_for_timestamp',
    'check_constraint_checks',
    'old_mode',
    'character_set_database',
    'collation_database'
];
/** Reads `name<TAB>value` lines of an untrusted server: only plain values are kept. */
function readServerSettings(lines) {
    const values = new Map(lines.map((line) => line.split('\t')).map(([name = '', value = '']) => [name, value]));
    const known = serverSettings.map((name) => [name, values.get(name) ?? ' ']);
    return Object.fromEntries(known.filter(([, value]) => /^[\w,.:+~-]{0,500}$/.test(value)));
}
const plainNumbers = {
    innodb_page_size: /^(?:4096|8192|16384|32768|65536)$/,
    lower_case_table_names: /^[012]$/,
    explicit_defaults_for_timestamp: /^(?:ON|OFF|0|1)$/
};
/** Options for settings that can only be set at a server's start; the first one also when its files are made. */
function startOptions(settings) {
    return Object.entries(plainNumbers).flatMap(([name, form]) => {
        const value = settings[name];
        return value !== undefined && form.test(value) ? [`--loose-${name.replaceAll('_', '-')}=${value}`] : [];
    });
}
// A dump sets its own modes. Other modes change how SQL is read, which an untrusted server must not choose.
const modes = new Set(`ALLOW_INVALID_DATES ERROR_FOR_DIVISION_BY_ZERO NO_AUTO_CREATE_USER NO_AUTO_VALUE_ON_ZERO NO_ENGINE_SUBSTITUTION
  NO_UNSIGNED_SUBTRACTION NO_ZERO_DATE NO_ZERO_IN_DATE ONLY_FULL_GROUP_BY PAD_CHAR_TO_FULL_LENGTH STRICT_ALL_TABLES
  STRICT_TRANS_TABLES TIME_ROUND_FRACTIONAL`.split(/\s+/));
/** The other settings as statements of an administrator, by name. Another kind of server may refuse one. */
function settingStatements(settings) {
    const elsewhere = ['version', 'character_set_database', 'collation_database', ...Object.keys(plainNumbers)];
    return Object.entries(settings)
        .filter(([name]) => !elsewhere.includes(name))
        .map(([name, value]) => [name, `SET GLOBAL ${name} = ${literal(name === 'sql_mode' ? knownModes(value) : value)}`]);
}
function knownModes(value) {
    return value
        .split(',')
        .filter((mode) => modes.has(mode))
        .join(',');
}
function literal(value) {
    return /^\d+$/.test(value) ? value : `'${value}'`;
}


/***/ }),

/***/ 6973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ longestCopySeconds)
/* harmony export */ });
/** Longest time in seconds for a dump, an archive of files or their transfer to this machine. */
const longestCopySeconds = 4 * 3600;


/***/ }),

/***/ 4977:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JQ: () => (/* binding */ withPipe),
/* harmony export */   WU: () => (/* binding */ afterMark),
/* harmony export */   kg: () => (/* binding */ runWithInput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _files_private_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9334);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6466);






/**
 * Reads the output of a process while it runs, no faster than `read` takes it, through a named pipe. `start` gets the
 * pipe's path for its stdout. If `read` throws, the pipe is closed, which ends the process; the error is thrown once
 * the process has ended.
 */
async function withPipe(run, start, read) {
    const folder = await (0,_files_private_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makePrivateFolder */ .I2)('pipe');
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'stdout');
    try {
        await run(['mkfifo', '-m', '600', file], { env: { PATH: process.env['PATH'] ?? '' } });
        const source = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createReadStream)(file, { highWaterMark: 256 * 1024 });
        const reading = read(source).finally(() => source.destroy());
        // The rejection is awaited below; until then it must not be reported as unhandled.
        reading.catch(() => undefined);
        const result = await start(file);
        await release(file);
        return { value: await reading, result };
    }
    finally {
        await (0,_files_private_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .removePrivateFolder */ .Yv)(folder);
    }
}
/** If the process never opened the pipe, its reader still waits for a writer: open it for writing for a moment. */
async function release(file) {
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(file, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK).catch(() => null);
    await handle?.close();
}
const noiseLimit = 1024 * 1024;
/** What follows the first `mark` of a stream; nothing if it does not come within the first MiB. */
async function* afterMark(source, mark, found) {
    let before = Buffer.alloc(0);
    for await (const chunk of source) {
        if (before === null) {
            yield chunk;
            continue;
        }
        if (before.length > noiseLimit)
            continue;
        before = Buffer.concat([before, chunk]);
        const at = before.indexOf(mark);
        if (at < 0)
            continue;
        found();
        yield before.subarray(at + mark.length);
        before = null;
    }
}
/** Runs a process whose stdin is `source`, read no faster than the process takes it, through a named pipe. */
async function runWithInput(run, argv, { source, ...options }) {
    const folder = await (0,_files_private_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makePrivateFolder */ .I2)('pipe');
    const pipe = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'stdin');
    try {
        await run(['mkfifo', '-m', '600', pipe], { env: options.env });
        const writing = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_4__.Readable.from(source), (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.createWriteStream)(pipe)).then(() => null, (error) => (error instanceof Error ? error.message : String(error)));
        const redirect = ['sh', '-c', 'pipe=$1; shift; exec "$@" <"$pipe"', 'feed', pipe];
        const result = await run([...redirect, ...argv], options);
        // If the process never opened the pipe, its writer still waits: open it for reading for a moment.
        await (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(pipe, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK)).close();
        return { result, failure: await writing };
    }
    finally {
        await (0,_files_private_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .removePrivateFolder */ .Yv)(folder);
    }
}


/***/ }),

/***/ 233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mj: () => (/* binding */ sshFailureCode),
/* harmony export */   cB: () => (/* binding */ explainSshFailure),
/* harmony export */   kL: () => (/* binding */ sshFailureFix)
/* harmony export */ });
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2698);

const causes = [
    [
        /REMOTE HOST IDENTIFICATION HAS CHANGED/,
        'host-key',
        'the host key has changed; if that was announced, add the new key to known-hosts, otherwise somebody may be intercepting the connection'
    ],
    [
        /Host key verification failed|No .{1,100} host key is known/,
        'host-key',
        'the host key is unknown; compare it with the one from its owner, then add it to known-hosts, or set ssh-host-key: accept-new once'
    ],
    [
        /Permission denied/,
        'login',
        'the key or certificate was rejected; check ssh-private-key or cloud-token, and that the user has SSH access'
    ],
    [/Could not resolve hostname/, 'connection', 'the host name cannot be resolved'],
    [/Connection refused/, 'connection', 'the connection was refused'],
    [/timed out|Timeout, server/i, 'connection', 'the host does not answer'],
    [/error in libcrypto|invalid format|bad permissions/i, 'login', 'the private key cannot be read']
];
// The platform's text about a refusal: before ssh's line, after it, or in its brackets.
const reasons = [
    [
        /access requires MFA/i,
        'its user needs multi-factor authentication: set cloud-token to an API token of a user who has it enabled, so that a certificate is issued'
    ],
    [
        /service (?:'[\w.-]+' )?doesn't exist or you do not have access to it/i,
        'check that the environment is active, and that the user has SSH access to it'
    ]
];
function refusalReason(stderr) {
    for (const [pattern, advice] of reasons) {
        const words = pattern.exec(stderr)?.[0];
        if (words !== undefined)
            return { words, advice };
    }
    const told = /\breason: ([^()\r\n]{1,120})/i.exec(stderr)?.[1]?.trim();
    if (told === undefined || !stderr.includes('Permission denied'))
        return null;
    return { words: (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(told), advice: 'check ssh-private-key or cloud-token, and that the user has SSH access' };
}
/** Why a remote script gave no exit code. The fingerprint in ssh's message is kept: the user has to compare it. */
function explainSshFailure({ stderr, begun, deadlineSeconds }) {
    if (deadlineSeconds !== null)
        return { kind: 'script', words: `it did not end within ${deadlineSeconds} seconds` };
    const lost = 'the connection was lost before the script ended';
    if (begun)
        return { kind: 'script', words: lost };
    const refusal = refusalReason(stderr);
    if (refusal !== null)
        return { kind: 'login', words: `the login was refused (${refusal.words}); ${refusal.advice}` };
    const [, kind, words] = causes.find(([pattern]) => pattern.test(stderr)) ?? [null, 'connection', lost];
    const fingerprint = /SHA256:[A-Za-z0-9+/]{43}/.exec(stderr)?.[0];
    return { kind, words: fingerprint === undefined ? words : `${words} (${fingerprint})` };
}
/** The error code of a run that first fails in this way; null if it depends on the step. */
function sshFailureCode(kind) {
    if (kind === 'host-key')
        return 'preflight-failed';
    return kind === 'login' ? 'bad-secret' : null;
}
/** What to do about it, one sentence. */
function sshFailureFix(kind, host) {
    if (kind === 'host-key')
        return 'Compare the fingerprint with the one from the owner of the host. Only if they match, add its line to known-hosts.';
    if (kind === 'login')
        return 'Check ssh-private-key or cloud-token, and that its user has SSH access to this environment.';
    return `Try by hand: ssh ${host}; then run again.`;
}


/***/ }),

/***/ 3113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ih: () => (/* binding */ loginShell),
/* harmony export */   a1: () => (/* binding */ wrapScript),
/* harmony export */   jJ: () => (/* binding */ fedCommand),
/* harmony export */   p9: () => (/* binding */ beginMark),
/* harmony export */   tV: () => (/* binding */ readInBandStatus)
/* harmony export */ });
/* harmony import */ var _shell_quote_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2337);

/** The command of a login that reads a script from stdin: bash, or the plain shell of a server that has none. */
const loginShell = 'command -v bash >/dev/null 2>&1 && exec bash -s; exec sh -s';
/**
 * A script that runs `script` between two marks. ssh exits 255 for its own failures and for remote ones alike, so the
 * status has to come in-band; `nonce` must be fresh, so that no output can imitate the marks.
 */
function wrapScript(nonce, script) {
    return [
        `printf '\\n%s begin\\n' '${nonce}'`,
        // The script is read from descriptor 3: its commands cannot consume it from stdin, and it is not in argv.
        `"$(command -v bash || echo sh)" /dev/fd/3 3<<'${nonce}' </dev/null`,
        script,
        nonce,
        `printf '\\n%s end %s\\n' '${nonce}' "$?"`,
        ''
    ].join('\n');
}
/**
 * The same for a script that gets data on its stdin, as what the login runs: bash, or on a server without it the marks
 * around the message that bash is missing, as the script would print it. Stdin is not read then.
 */
function fedCommand(nonce, script) {
    const begin = `printf '\\n%s begin\\n' '${nonce}'`;
    const wrapped = [begin, '(', script, ')', `printf '\\n%s end %s\\n' '${nonce}' "$?"`].join('\n');
    const failure = "'failure\\tthere is no bash on the PATH of the login\\n'";
    const missing = `${begin}; printf ${failure}; printf '\\n%s end 20\\n' '${nonce}'`;
    return `command -v bash >/dev/null 2>&1 && exec bash -c ${(0,_shell_quote_js__WEBPACK_IMPORTED_MODULE_0__/* .shellQuote */ .Z)(wrapped)}; ${missing}`;
}
/** Reads the output; everything before the first mark is a banner or a notice. */
function readInBandStatus(nonce, stdout) {
    const begin = beginMark(nonce);
    const start = stdout.indexOf(begin);
    if (start < 0)
        return { exitCode: null, begun: false, output: '' };
    const rest = stdout.slice(start + begin.length);
    const end = rest.lastIndexOf(`\n${nonce} end `);
    if (end < 0)
        return { exitCode: null, begun: true, output: rest };
    const code = Number.parseInt(rest.slice(end + nonce.length + 6), 10);
    return { exitCode: Number.isNaN(code) ? null : code, begun: true, output: rest.slice(0, end) };
}
/** The mark that a wrapped script prints before its own output. */
function beginMark(nonce) {
    return `\n${nonce} begin\n`;
}


/***/ }),

/***/ 7452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E6: () => (/* binding */ unescapeName),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   k$: () => (/* binding */ parseRemoteAnswer),
/* harmony export */   yz: () => (/* binding */ remoteResult)
/* harmony export */ });
/* harmony import */ var _in_band_status_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3113);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(233);


/**
 * The decoded values of a key that are names: our scripts print them with doubled backslashes, and line ends as `\\n`.
 */
function namesOf(answer, key) {
    return answer.all(key).map(unescapeName);
}
/** Decodes a name, or a line with one, that our scripts escaped to fit on one line. */
function unescapeName(text) {
    return text.replaceAll(/\\([\\n])/g, (_, sign) => (sign === 'n' ? '\n' : '\\'));
}
/** Reads `key<TAB>value` lines; other lines are left out. */
function parseRemoteAnswer(text) {
    const pairs = text.split('\n').flatMap((line) => {
        const tab = line.indexOf('\t');
        return tab < 0 ? [] : [[line.slice(0, tab), line.slice(tab + 1)]];
    });
    const all = (key) => pairs.filter(([name]) => name === key).map(([, value]) => value);
    return { all, one: (key) => all(key).at(-1) ?? null };
}
/** The answer of a script wrapped with `nonce`, from the output of ssh. */
function remoteResult(nonce, result, timeoutSeconds) {
    const { exitCode, begun, output } = (0,_in_band_status_js__WEBPACK_IMPORTED_MODULE_1__/* .readInBandStatus */ .tV)(nonce, result.stdout);
    const deadlineSeconds = result.timedOut ? timeoutSeconds : null;
    const failure = exitCode === null ? (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .explainSshFailure */ .cB)({ stderr: result.stderr, begun, deadlineSeconds }) : null;
    return {
        exitCode,
        stdout: output,
        stderr: result.stderr,
        failure: failure?.words ?? null,
        failureKind: failure?.kind ?? null
    };
}


/***/ })

};
