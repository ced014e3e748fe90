export const id = 957;
export const ids = [957];
export const modules = {

/***/ 2982:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/failed-report.js
var failed_report = __webpack_require__(6638);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/known-secrets.js
var known_secrets = __webpack_require__(4759);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact.js
var redact = __webpack_require__(811);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/stop-on-signals.js
var stop_on_signals = __webpack_require__(6533);
// EXTERNAL MODULE: ./.tmp/compiled/src/visible-text.js
var visible_text = __webpack_require__(2698);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/action-logger.js


/** A logger for the runner. Text from elsewhere is kept from being taken for commands to the runner. */
function createActionLogger() {
    return {
        debug: (line) => {
            core/* debug */.Yz(neutralise(line));
        },
        info: (line) => {
            core/* info */.pq(neutralise(line));
        },
        warn: (line) => {
            core/* warning */.$e(neutralise(line));
        },
        error: (line) => {
            core/* error */.z3(neutralise(line));
        },
        group: (title) => {
            core/* startGroup */.Oh(neutralise(title));
            return core/* endGroup */.N4;
        }
    };
}
// The runner skips white space of more kinds than JavaScript knows and compares by culture, which passes over
// characters that do not show; so everything that does not show is skipped here, too.
const action_logger_hidden = '[^\\p{L}\\p{N}\\p{P}\\p{S}]*';
const atStart = new RegExp(`^(${action_logger_hidden}):(?=${action_logger_hidden}:)`, 'u');
const anywhere = new RegExp(`#(?=${action_logger_hidden}#${action_logger_hidden}\\[)`, 'gu');
/**
 * Text as it shows, that the runner does not take for its own: it obeys `::command::` at the start of a line and
 * `##[command]` anywhere in it.
 */
function neutralise(text) {
    return (0,visible_text/* visibleText */.Q)(text)
        .split('\n')
        .map((line) => line.replace(atStart, '$1: ').replaceAll(anywhere, '# '))
        .join('\n');
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/backup-warnings.js
var backup_warnings = __webpack_require__(456);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/annotate.js

/** Annotates the run with why it failed, and with what nobody would look for in the summary of one that ended well. */
function annotate(report, command, { warn, fail }) {
    const { plan, warnings, findings, error } = report;
    const heldBack = plan?.heldBack ? warnings.filter(({ id }) => id === 'held-back') : [];
    for (const { message, fix } of [...heldBack, ...(0,backup_warnings/* backupWarnings */.y)(report)])
        warn(`${message} ${fix}`);
    if (command === 'diagnose')
        for (const { title, meaning, next } of findings)
            warn(`${meaning} ${next}`, title);
    if (error)
        fail(`${error.message} ${error.next}`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/annotations.js


/** Annotations without what `redact` hides, escapes and what reorders text, titles included: they may quote a server. */
function createAnnotations(redact) {
    // Hidden first as it was given, then as it shows: characters that do not show may part a secret.
    const told = (text) => redact(neutralise(redact(text)));
    return {
        warn: (text, title) => {
            core/* warning */.$e(told(text), title === undefined ? {} : { title: told(title) });
        },
        fail: (text) => {
            core/* setFailed */.C1(told(text));
        }
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/read-event.js



const repository = schemas/* looseObject */._H3({ full_name: schemas/* string */.YjP(), private: schemas/* boolean */.zMY().optional() }).nullish();
const commit = schemas/* string */.YjP().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const read_event_event = schemas/* looseObject */._H3({
    repository,
    pull_request: schemas/* looseObject */._H3({
        state: schemas/* string */.YjP().optional(),
        merged: schemas/* boolean */.zMY().nullish(),
        head: schemas/* looseObject */._H3({ ref: schemas/* string */.YjP(), sha: commit.optional(), repo: repository }),
        base: schemas/* looseObject */._H3({ ref: schemas/* string */.YjP().optional(), repo: repository })
    })
        .optional(),
    issue: schemas/* looseObject */._H3({ pull_request: schemas/* unknown */.L5J().optional() }).optional(),
    merge_group: schemas/* unknown */.L5J().optional(),
    workflow_run: schemas/* looseObject */._H3({ head_branch: schemas/* string */.YjP().nullish(), head_sha: commit.optional(), head_repository: repository })
        .optional()
});
/** Reads the event; an empty one outside of a runner. Throws UpgradeError `bad-input` where it cannot be read. */
async function readEvent(environment) {
    const path = environment['GITHUB_EVENT_PATH'];
    if (!path)
        return {};
    try {
        return read_event_event.parse(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    }
    catch (error) {
        throw new errors/* UpgradeError */.f('bad-input', {
            message: 'GITHUB_EVENT_PATH names no event that can be read, so it is unknown whose code would run.',
            next: 'Run the workflow again; on a runner of your own, let GITHUB_EVENT_PATH name the JSON file of the event.',
            details: error instanceof Error ? error.name : String(error)
        });
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/is-repository-private.js

/** Whether the workflow's repository is private, by its event or else by GitHub; null where neither says. */
async function isRepositoryPrivate(token, environment) {
    const { repository } = await readEvent(environment);
    if (repository?.private !== undefined)
        return repository.private;
    const [owner = '', repo = ''] = (environment['GITHUB_REPOSITORY'] ?? repository?.full_name ?? '').split('/');
    if (repo === '')
        return null;
    const { isPublicRepository } = await Promise.all(/* import() | library */[__webpack_require__.e(228), __webpack_require__.e(973), __webpack_require__.e(982), __webpack_require__.e(377), __webpack_require__.e(963), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 1657));
    const apiUrl = environment['GITHUB_API_URL'] ?? 'https://api.github.com';
    const isPublic = await isPublicRepository({ owner, repo }, { token: token ?? '', apiUrl, environment });
    return isPublic === null ? null : !isPublic;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/choose-activity-log.js

/**
 * What becomes of `activity-log: auto` in an action: `show` in a private repository, `hide` in a public one, whose logs
 * everybody can read, and where nobody says which it is.
 */
async function chooseActivityLog({ activityLog = 'auto', githubToken }, environment) {
    if (activityLog !== 'auto')
        return activityLog;
    return (await isRepositoryPrivate(githubToken, environment)) === true ? 'show' : 'hide';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/normalize-options.js
var normalize_options = __webpack_require__(8268);
// EXTERNAL MODULE: ./.tmp/compiled/src/options.js
var options = __webpack_require__(32);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/secret.js
var secret = __webpack_require__(9678);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/mask-secrets.js



/** Masks every secret input of a command, whole, by line and by the values of a JSON text; returns what is masked. */
function maskSecrets(command) {
    const rows = Object.entries(options/* optionTable */.s);
    const mine = rows.filter(([, row]) => row.commands.includes(command) && row.secret);
    const values = mine.map(([name]) => core/* getInput */.V4(name)).flatMap(partsOf);
    const masked = [...new Set(values)].filter((value) => value.length >= 6);
    for (const value of masked)
        core/* setSecret */.Pq(value);
    return masked.map((value) => new secret/* Secret */.z(value));
}
/** A secret, each line of a key, and each value of a JSON text: those are what turns up in logs. */
function partsOf(text) {
    return [text, ...text.split('\n'), ...leaves(text)].map((value) => value.trim());
}
function leaves(text) {
    const found = [];
    try {
        JSON.parse(text, (key, value) => {
            if (typeof value === 'string' && key !== 'username')
                found.push(value);
            return value;
        });
    }
    catch {
        // Not JSON: the whole text is masked already.
    }
    return found;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/inputs.js





/** Reads the inputs of a command; secrets are masked before anything else. Throws one `bad-input` for all mistakes. */
function readInputs(command) {
    const rows = Object.entries(options/* optionTable */.s);
    const mine = rows.filter(([, row]) => row.commands.includes(command));
    maskSecrets(command);
    const problems = [];
    const values = mine.flatMap(([name, row]) => {
        const text = core/* getInput */.V4(name);
        if (text === '')
            return [];
        const value = parse(row, text);
        if (value === null)
            problems.push(wrong(name, row, text));
        return [[(0,normalize_options/* camelCase */.xQ)(name), value]];
    });
    if (problems.length > 0)
        throw badInputs(problems);
    return Object.fromEntries(values);
}
function parse(row, text) {
    if (row.type === 'boolean')
        return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null;
    if (row.type === 'number')
        return Number.isFinite(Number(text)) ? Number(text) : null;
    return text;
}
function wrong(name, row, text) {
    const fix = row.type === 'boolean' ? 'Use true or false.' : 'Use a number.';
    return { id: 'bad-input', severity: 'error', message: `The input ${name} is ${text}.`, fix };
}
function badInputs(problems) {
    return new errors/* UpgradeError */.f('bad-input', {
        message: problems.map(({ message }) => message).join(' '),
        next: problems.map(({ fix }) => fix).join(' '),
        problems
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/write-report.js
var write_report = __webpack_require__(1206);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/keep-report.js

/** Writes the report and returns its path; a path that cannot be written must not hide how the run ended. */
async function keepReport(report, path, { warn }) {
    try {
        return await (0,write_report/* writeReport */.u)(report, path, process.env['RUNNER_TEMP']);
    }
    catch (error) {
        warn(`The report could not be written: ${error instanceof Error ? error.message : String(error)}`);
        return '';
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/outputs.js


/** The action's outputs, all of one line; empty where a run did not get that far. */
function outputsOf(report, { reportPath, artifact }) {
    const { plan, backup, deployment, verification } = report;
    return {
        changed: String(report.commit !== null),
        verdict: report.verdict,
        'from-version': plan?.fromVersion ?? '',
        'to-version': plan?.toVersion ?? '',
        'held-back': plan?.heldBack?.version ?? '',
        branch: report.branch ?? '',
        'commit-sha': report.commit ?? '',
        backup: backup?.location ?? '',
        'backup-sha256': backup?.sha256 ?? '',
        'backup-snapshot': backup?.extras.find(({ kind }) => kind === 'snapshot')?.location ?? '',
        'backup-artifact': artifact ? folderOf(backup) : '',
        'activity-id': deployment?.activityId ?? '',
        'installed-version': verification?.installedVersion ?? '',
        report: reportPath
    };
}
/**
 * Sets them. Where the runner takes none (no file, a folder, a full disk), that is a warning: how the run ended is
 * known, and must not be hidden behind it.
 */
function setOutputs(report, input) {
    try {
        for (const [name, value] of Object.entries(outputsOf(report, input)))
            core/* setOutput */.uH(name, value);
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        core/* warning */.$e(neutralise(`The outputs could not be set, so later steps do not see them: ${reason}`));
    }
}
/** Folder of a backup that came to this machine; its manifest lies in it. */
function folderOf(backup) {
    return backup?.downloadedTo ? backup.downloadedTo.replace(/[/\\][^/\\]*$/, '') : '';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/refuse-public-repository.js



/**
 * Refuses artifacts of a public repository: whoever is signed in to GitHub can download them. Throws UpgradeError
 * `bad-input` for one, and where neither the event nor GitHub says which it is.
 */
async function refusePublicRepository({ githubToken }, environment) {
    const { repository } = await readEvent(environment);
    const name = environment['GITHUB_REPOSITORY'] ?? repository?.full_name ?? '';
    const isPrivate = await isRepositoryPrivate(githubToken, environment);
    if (isPrivate === true)
        return;
    throw new errors/* UpgradeError */.f('bad-input', {
        message: isPrivate === false
            ? `backup-artifact is set, but ${name} is a public repository: everybody could download the dump.`
            : `backup-artifact is set, but it is unknown whether ${name || 'this repository'} is public.`,
        next: isPrivate === false ? 'Leave backup-artifact out.' : 'Give github-token, so that GitHub can be asked.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/start-of-event.js


/**
 * The branch that the event is about. Throws UpgradeError `bad-input` for a pull request from a fork, or a workflow
 * that ran for one: its code must not run with secrets; and for an event that cannot be read, because it may be one.
 * What GITHUB_REF is for each event: https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows (2026-11).
 */
async function startOfEvent(environment) {
    const event = await readEvent(environment);
    refuseForks(event);
    const { pull_request: pullRequest, workflow_run: workflow } = event;
    if (pullRequest)
        return startOfPullRequest(pullRequest);
    if (event.issue?.pull_request != null)
        return none('A comment on a pull request says neither which branch nor which commit was looked at.');
    const ref = branchOfRef(environment);
    if (event.merge_group != null || ref.branch?.startsWith('gh-readonly-queue/') === true)
        return none('A merge queue makes its own branch for a moment, and nothing can be pushed to it.');
    if (workflow && ref.branch !== null && workflow.head_branch !== ref.branch)
        return none(`The workflow before this one ran for ${workflow.head_branch ?? 'a tag'}, and this one runs on ${ref.branch}.`);
    return workflow ? { ...ref, commit: workflow.head_sha ?? null } : ref;
}
/** A merged pull request is about the branch that it was merged into, any other about exactly its newest commit. */
function startOfPullRequest({ head, base, state, merged }) {
    if (merged === true && base.ref !== undefined)
        return { branch: base.ref, commit: null, reason: null };
    if (state === 'closed')
        return none('The pull request was closed without being merged.');
    return { branch: head.ref, commit: head.sha ?? null, reason: null };
}
function branchOfRef(environment) {
    const { GITHUB_REF: ref = '', GITHUB_REF_TYPE: type, GITHUB_REF_NAME: name = '' } = environment;
    if (type === 'tag' || ref.startsWith('refs/tags/'))
        return none(`The workflow runs on the tag ${name}.`);
    if (/^\d+\/merge$/.test(name))
        return none('The workflow runs on a pull request that its event does not name.');
    if (name !== '')
        return { branch: name, commit: null, reason: null };
    return environment['GITHUB_EVENT_PATH'] ? none('The workflow runs on no branch.') : { ...none(''), reason: null };
}
function none(reason) {
    return { branch: null, commit: null, reason };
}
function refuseForks({ repository: own, pull_request: pullRequest, workflow_run: workflow }) {
    if (workflow && !isSame(workflow.head_repository, own))
        throw fork();
    if (pullRequest && !isSame(pullRequest.head.repo, pullRequest.base.repo))
        throw fork();
}
/** A repository that is gone is none that could be trusted. */
function isSame(one, other) {
    return one !== null && one !== undefined && one.full_name === other?.full_name;
}
function fork() {
    return new errors/* UpgradeError */.f('bad-input', {
        message: 'This pull request comes from a fork, whose code must not run with the secrets of this repository.',
        next: 'Push the branch to this repository, or run the upgrade by workflow_dispatch.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/render-summary.js
var render_summary = __webpack_require__(6148);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/summary.js



// The runner drops a summary above one megabyte without a word.
const limit = 512 * 1024;
/** Writes the job summary. A runner without summaries is no reason to fail. */
async function writeSummary(report) {
    try {
        await core/* summary */.z.addRaw(fit((0,render_summary/* renderSummary */.B)(report))).write();
    }
    catch (error) {
        core/* summary */.z.emptyBuffer();
        const reason = error instanceof Error ? error.message : String(error);
        core/* info */.pq(neutralise(`The job summary could not be written: ${reason}`));
    }
}
/** The runner counts bytes. What the cut leaves open is closed, so that the last line is seen. */
function fit(text) {
    if (Buffer.byteLength(text) <= limit)
        return text;
    const head = Buffer.from(text).subarray(0, limit).toString();
    const whole = head.slice(0, head.lastIndexOf('\n'));
    const fences = whole.match(/^\s*```/gm) ?? [];
    const open = whole.split('<details>').length - whole.split('</details>').length;
    const end = [...(fences.length % 2 === 1 ? ['```'] : []), ...Array.from({ length: open }, () => '</details>')];
    return `${[whole, ...end].join('\n')}\n\n(cut: the report holds all of it)\n`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/run.js

















/** The action: inputs in; log, summary, report file and outputs out, however the run ends. */
async function run(command) {
    const secrets = [...maskSecrets(command), ...(0,known_secrets/* surroundingSecrets */.eH)(process.env)];
    const annotations = createAnnotations((0,redact/* createRedact */.a)(secrets));
    const report = await reportOf(command, secrets);
    await writeSummary(report);
    setOutputs(report, {
        reportPath: await keepReport(report, core/* getInput */.V4('report'), annotations),
        artifact: /^true$/i.test(core/* getInput */.V4('backup-artifact'))
    });
    annotate(report, command, annotations);
    if (report.error)
        process.exitCode = report.error.exitCode;
}
/** The one catch: what is thrown before the story, or by a bug, ends in a report as well. */
async function reportOf(command, secrets) {
    try {
        // Before all else: what comes from a fork is refused, whatever its inputs are.
        const start = await startOfEvent(process.env);
        const given = readInputs(command);
        const options = command === 'upgrade' ? { ...given, activityLog: await chooseActivityLog(given, process.env) } : given;
        const signal = (0,stop_on_signals/* stopOnSignals */.Z)((0,redact/* createRedact */.a)(secrets));
        const context = { logger: createActionLogger(), environment: process.env, signal };
        if (options.backupArtifact === true)
            await refusePublicRepository(options, process.env);
        if (command !== 'upgrade')
            return await tell(command, options, context);
        return await tell(command, ...fromEvent(options, context, start));
    }
    catch (error) {
        return (0,failed_report/* failedReport */.k)(error, secrets);
    }
}
/** An upgrade starts from the branch of the input, else of the event. Throws UpgradeError `bad-input` for neither. */
function fromEvent(options, context, { branch: own, commit, reason }) {
    const branch = options.branch ?? own;
    if (branch === null && reason === null)
        return [options, context];
    if (branch !== null)
        return [
            { ...options, branch },
            { ...context, expectedTip: branch === own ? commit : null }
        ];
    throw new errors/* UpgradeError */.f('bad-input', {
        message: `This event names no branch to upgrade. ${reason ?? ''}`,
        next: 'Give the input branch: the upgrade then starts from what the remote holds for it.'
    });
}
/** The library is loaded when the inputs are good: wrong ones are told at once. */
async function tell(command, given, context) {
    const { upgrade, verify, diagnose } = await Promise.all(/* import() | library */[__webpack_require__.e(228), __webpack_require__.e(973), __webpack_require__.e(982), __webpack_require__.e(377), __webpack_require__.e(963), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 1657));
    return { upgrade, verify, diagnose }[command](given, context);
}


/***/ }),

/***/ 7444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   mG: () => (/* binding */ inline),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* harmony import */ var _visible_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2698);

const longest = 1000;
/** Text that shows as it is, in one line, wherever Markdown puts it: list, heading, table cell, paragraph. */
function inline(text) {
    return html(text)
        .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, '&#92;')
        .replaceAll(/[`*~[\]|$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
        .replaceAll(/#(?=#*$)/g, '\\#')
        .replace(/^(?=[-+#=])/, '\\')
        .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\');
}
/** The same inside of HTML tags, where Markdown is not read. */
function html(text) {
    const line = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(text).replaceAll(/\s+/g, ' ').trim();
    const short = line.length > longest ? `${line.slice(0, longest)} …` : line;
    return (short
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        // GitHub notifies whom `@name` names and links or closes what `#1` names; a comment parts them and is not copied.
        .replaceAll(/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])|(?<!&)#(?=\d)|\bGH-(?=\d)/g, '$&<!-- -->'));
}
/** Lines as code that nothing in them can end; `most` is how many are shown. */
function codeBlock(text, most) {
    const all = (0,_visible_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(text).split('\n');
    const shown = all.slice(0, most).map((line) => line.replaceAll('```', "'''").slice(0, longest));
    const more = all.length - shown.length;
    return ['```text', ...shown, ...(more > 0 ? [`(${more} more lines)`] : []), '```'];
}
/** Lines behind a title that opens them; nothing where there are none. */
function folded(title, lines) {
    return lines.length > 0 ? ['', `<details><summary>${html(title)}</summary>`, '', ...lines, '', '</details>'] : [];
}


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

/***/ 456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ backupWarnings)
/* harmony export */ });
// Those that a run on the commit of an earlier one tells of the backup that was made then.
const ofBackups = new Set([
    'backup-excluded',
    'backup-failed',
    'backup-maintenance',
    'backup-not-complete',
    'backup-not-consistent',
    'backup-not-rehearsed',
    'backup-off',
    'backup-orphans',
    'backup-password-shown',
    'backup-size'
]);
/** The warnings of a run that are about its backup, or about that of an earlier run which it goes on with. */
function backupWarnings({ warnings, backup }) {
    const ids = new Set(backup?.problems.map(({ id }) => id));
    return warnings.filter(({ id }) => ids.has(id) || ofBackups.has(id));
}


/***/ })

};
