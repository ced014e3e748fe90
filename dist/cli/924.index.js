export const id = 924;
export const ids = [924];
export const modules = {

/***/ 3924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

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
  pruneBackups: () => (/* reexport */ keep_backups_pruneBackups),
  renderSummary: () => (/* reexport */ renderSummary),
  renderText: () => (/* reexport */ render_text/* renderText */.S),
  restoreBackup: () => (/* reexport */ restore_backup_restoreBackup),
  silentLogger: () => (/* reexport */ logger/* silentLogger */.q),
  upgrade: () => (/* reexport */ upgrade/* upgrade */.f),
  verify: () => (/* reexport */ verify),
  verifyBackup: () => (/* reexport */ verifyBackup)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/back-up.js + 34 modules
var back_up = __webpack_require__(9016);
// EXTERNAL MODULE: ./.tmp/compiled/src/follow-deployment.js + 26 modules
var follow_deployment = __webpack_require__(7518);
// EXTERNAL MODULE: ./.tmp/compiled/src/read-project-facts.js
var read_project_facts = __webpack_require__(7450);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/error-report.js
var error_report = __webpack_require__(5637);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/cloud-error-log.js
var cloud_error_log = __webpack_require__(1369);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/tell-kind.js


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

// EXTERNAL MODULE: ./.tmp/compiled/src/project/explain-failure.js + 29 modules
var explain_failure = __webpack_require__(997);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/diagnose/unread-finding.js
var unread_finding = __webpack_require__(5116);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose-texts.js




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
    return below
        .toSorted()
        .map((part) => part === '' ? { name: path, path } : { name: files.join(path, part), path: files.join(path, part) });
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
        unchanged: 'Nothing was changed.',
        next: 'Give files or folders that are there, or - for stdin: magento-cloud-upgrade diagnose --from PATH…',
        problems
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tell-story.js + 1 modules
var tell_story = __webpack_require__(1862);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/last-characters.js
var last_characters = __webpack_require__(6291);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/standard-input.js

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

// EXTERNAL MODULE: ./.tmp/compiled/src/open-platform.js + 24 modules
var open_platform = __webpack_require__(8453);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/ssh-hosts.js
/** The logins of a list such as `1.ent-p-x@ssh.us-5.magento.cloud, 2.ent-p-x@…`, each once, and what in it is none. */
function parseSshHosts(list) {
    const words = [...new Set(list.split(/[\s,]+/).filter((word) => word !== ''))];
    const isLogin = (word) => /^\w[\w.+-]*@\w[\w.-]*$/.test(word);
    return { hosts: words.filter(isLogin), wrong: words.filter((word) => !isLogin(word)) };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/missing-access.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/with-reach.js




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
        hostKeys: `${options.knownHosts}${options.knownHostsFile}`.trim() !== '' || options.sshHostKey === 'accept-new'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/diagnose.js







/**
 * Explains from logs what is wrong with an environment, or from the texts that `from` names: the report's `findings`,
 * the likeliest cause first.
 */
function diagnose(options, context = {}) {
    return (0,tell_story/* tellStory */.F)('diagnose', options, context, async (telling) => {
        const paths = telling.options.from.split(/[\r\n]+/).flatMap((path) => path.trim() || []);
        if (paths.length > 0)
            await explainTexts(telling, paths);
        else
            await withReach(telling, [], async (reach) => {
                await reach.cloud?.authenticate();
                await (0,follow_deployment/* explain */.WE)(telling, reach);
            });
        telling.facts.verdict = 'diagnosed';
    });
}
// Offline: no token is used, no login is made, nothing is asked for.
async function explainTexts({ options, context, facts, timetable }, paths) {
    const findings = await timetable.step('diagnose', async () => {
        const tools = { files: files/* files */.a, readStandardInput: readStandardInput, redact: context.redact };
        return diagnoseTexts(tools, paths, await (0,read_project_facts/* readProjectFacts */.z)(options.workingDirectory));
    }, (found) => found[0]?.title ?? 'nothing found');
    facts.findings = [...findings];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/logger.js
var logger = __webpack_require__(3148);
// EXTERNAL MODULE: ./.tmp/compiled/src/normalize-options.js
var normalize_options = __webpack_require__(8870);
// EXTERNAL MODULE: ./.tmp/compiled/src/options.js
var options = __webpack_require__(32);
// EXTERNAL MODULE: ./.tmp/compiled/src/open-project.js + 22 modules
var open_project = __webpack_require__(7614);
// EXTERNAL MODULE: ./.tmp/compiled/src/plan-and-check.js + 38 modules
var plan_and_check = __webpack_require__(1374);
// EXTERNAL MODULE: ./.tmp/compiled/src/plan-verdict.js
var plan_verdict = __webpack_require__(1783);
;// CONCATENATED MODULE: ./.tmp/compiled/src/plan.js




/** Plans an upgrade and changes nothing. The report's `plan` says what would change and what stands in the way. */
function planUpgrade(options, context = {}) {
    return (0,tell_story/* tellStory */.F)('plan', options, context, (telling) => (0,open_project/* withProject */.C)(telling, '', async (project) => {
        const { facts, timetable } = telling;
        facts.branch = project.branch || null;
        facts.warnings = [...project.problems, ...project.composerProblems];
        const planned = await timetable.step('plan', () => (0,plan_and_check/* plan */.et)(telling, project), plan_and_check/* describePlan */.df);
        facts.plan = planned.plan;
        facts.warnings = [...facts.warnings, ...planned.plan.problems];
        facts.verdict = (0,plan_verdict/* planVerdict */.F)(planned.plan);
    }));
}

// EXTERNAL MODULE: ./.tmp/compiled/src/redact.js
var redact = __webpack_require__(9093);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/describe-backup.js
var describe_backup = __webpack_require__(3289);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/describe-recovery.js
var describe_recovery = __webpack_require__(1900);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/headline.js
var headline = __webpack_require__(5651);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/describe-phases.js
var describe_phases = __webpack_require__(915);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/markdown.js
var markdown = __webpack_require__(2078);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/other-warnings.js
var other_warnings = __webpack_require__(3735);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/plan-notes.js
var plan_notes = __webpack_require__(3280);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/package-changes.js
var package_changes = __webpack_require__(3955);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/seconds.js + 2 modules
var render_seconds = __webpack_require__(568);
;// CONCATENATED MODULE: ./.tmp/compiled/src/render-summary.js









const visible = 8;
const listed = 100;
/** A report as Markdown that is read in ten seconds: verdict, what to do next, steps and warnings; the rest is folded. */
function renderSummary(report) {
    const { error, findings } = report;
    return [
        `## ${mark(report)} ${(0,markdown/* inline */.mG)((0,headline/* headline */.P)(report))}`,
        ...facts(report),
        ...(error ? ['', `**Unchanged:** ${(0,markdown/* inline */.mG)(error.unchanged)}`, '', `**Next:** ${(0,markdown/* inline */.mG)(error.next)}`] : []),
        ...list(`Deployment: ${report.deployment?.verdict ?? ''}`, (0,headline/* deploymentReasons */.T)(report)),
        ...list('Problems', (error?.problems ?? []).map(({ message, fix }) => `${message} ${fix}`)),
        ...recovery(report),
        ...(0,plan_notes/* groupNotes */.t)((0,plan_notes/* notesOf */.h)(report)).flatMap(({ title, notes }) => list(title, notes.map(({ message, fix }) => `${message} ${fix}`))),
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
function mark({ error, plan }) {
    if (error)
        return '❌';
    return plan?.heldBack ? '⚠️' : '✅';
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
function finding({ title, meaning, next, source, phase, certainty, evidence, modules }, index) {
    const place = [source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ');
    const line = `${index + 1}. **${(0,markdown/* inline */.mG)(title)}** (${(0,markdown/* inline */.mG)(place)}) ${(0,markdown/* inline */.mG)(meaning)} **Next:** ${(0,markdown/* inline */.mG)(next)}`;
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

// EXTERNAL MODULE: ./.tmp/compiled/src/render-text.js
var render_text = __webpack_require__(9018);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/list-backups.js
var list_backups = __webpack_require__(4979);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/backup-manifest.js + 1 modules
var backup_manifest = __webpack_require__(5368);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/backup-retention.js
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
        const proven = newest.find(({ state }) => state.startsWith('proven'));
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
function environmentOf({ project, environment }) {
    return JSON.stringify([project, environment]);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/find-damage.js
var find_damage = __webpack_require__(462);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/prune-backups.js




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
    const read = new Set();
    for (;;) {
        const manifests = whole.map(({ manifest }) => manifest);
        const { kept, proven } = planRetention(manifests, retention, now);
        const unread = whole.filter((backup) => proven.has(backup.manifest) && !read.has(backup));
        const wrong = await findWrong(tools, unread);
        if (wrong.length === 0)
            return finish(tools.files, { whole, damaged, unreadable, kept, dryRun });
        damaged.push(...wrong);
        whole = whole.filter(({ folder }) => !wrong.some((backup) => backup.folder === folder));
        for (const backup of unread)
            read.add(backup);
    }
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
async function finish(files, { whole, kept, dryRun, ...leftAlone }) {
    const removed = whole.filter(({ manifest }) => !kept.has(manifest));
    if (!dryRun)
        for (const backup of removed)
            await removeBackup(files, backup);
    return { kept: whole.filter(({ manifest }) => kept.has(manifest)), removed, ...leftAlone };
}
// The reader of manifests has seen to it that these are plain names.
async function removeBackup(files, { folder, manifest: { dumps, media } }) {
    const dumpNames = dumps.flatMap(({ file }) => (file === null ? [] : [file]));
    const mediaNames = media === null ? [] : [media.folder, media.checksums];
    for (const name of [...dumpNames, ...mediaNames, backup_manifest/* manifestName */.vS])
        await files.remove(files.join(folder, name));
    await files.removeIfEmpty(folder);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/dump-file.js
var dump_file = __webpack_require__(9577);
;// CONCATENATED MODULE: ./.tmp/compiled/src/keep-backups.js




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
    return pruneBackups({ files: files/* files */.a, dumpFiles: dump_file/* dumpFiles */.Q }, directory, { retention, now: new Date(), dryRun });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secret.js
var src_secret = __webpack_require__(6148);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/github.js
var github = __webpack_require__(2047);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/proxied-fetch.js + 1 modules
var proxied_fetch = __webpack_require__(6670);
;// CONCATENATED MODULE: ./.tmp/compiled/src/repository-visibility.js



/** Whether a repository is public; null where there is no token, or GitHub does not answer with it. */
async function isPublicRepository(repository, { token, apiUrl, environment = {} }) {
    const secret = typeof token === 'string' ? new src_secret/* Secret */.z(token) : token;
    if (secret.isEmpty)
        return null;
    return (0,github/* createGitHub */.C)({ token: secret, apiUrl, fetch: (0,proxied_fetch/* createFetch */.H)(environment) })
        .isPublic(repository)
        .catch(() => null);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/check-backup.js + 1 modules
var check_backup = __webpack_require__(8709);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/list-objects.js
var list_objects = __webpack_require__(4936);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/remote-answer.js
var remote_answer = __webpack_require__(983);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/backup/remote-prelude.js
var remote_prelude = __webpack_require__(8547);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/restore-script.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/restore-backup.js



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
    const source = dumpFiles.loadable(path, dump.encryption === 'age' ? target.identity : null);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/verify-backup.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/restore-backup.js








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

// EXTERNAL MODULE: ./.tmp/compiled/src/upgrade.js + 32 modules
var upgrade = __webpack_require__(7541);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-files.js + 1 modules
var composer_files = __webpack_require__(5593);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/locked-product-version.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/verify.js





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

;// CONCATENATED MODULE: ./.tmp/compiled/src/index.js



















/***/ })

};
