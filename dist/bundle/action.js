export const id = 957;
export const ids = [957];
export const modules = {

/***/ 9348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./.tmp/compiled/node_modules/@actions/core/lib/core.js + 3 modules
var core = __webpack_require__(1761);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/unexpected-error.js
var unexpected_error = __webpack_require__(1358);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/known-secrets.js
var known_secrets = __webpack_require__(4759);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact.js
var secrets_redact = __webpack_require__(811);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/title.js + 2 modules
var title = __webpack_require__(9838);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/stop-on-signals.js
var stop_on_signals = __webpack_require__(6533);
// EXTERNAL MODULE: ./.tmp/compiled/src/visible-text.js
var visible_text = __webpack_require__(2698);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/action-logger.js


/** A logger for the runner. Foreign text cannot act as a command to the runner. */
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
// The runner skips more kinds of white space than JavaScript and compares by culture, which ignores invisible
// characters; so all invisible characters are skipped here too.
const action_logger_hidden = '[^\\p{L}\\p{N}\\p{P}\\p{S}]*';
const atStart = new RegExp(`^(${action_logger_hidden}):(?=${action_logger_hidden}:)`, 'u');
const anywhere = new RegExp(`#(?=${action_logger_hidden}#${action_logger_hidden}\\[)`, 'gu');
/**
 * Visible text without commands to the runner, which obeys `::command::` at the start of a line and `##[command]`
 * anywhere in it.
 */
function neutralise(text) {
    return (0,visible_text/* visibleText */.Q)(text)
        .split('\n')
        .map((line) => line.replace(atStart, '$1: ').replaceAll(anywhere, '# '))
        .join('\n');
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/other-warnings.js
var other_warnings = __webpack_require__(6425);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/backup-warnings.js
var backup_warnings = __webpack_require__(456);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/file-of-problem.js
const files = new Map([
    ['app-braintree-channel', '.magento.app.yaml'],
    ['app-extension-json', '.magento.app.yaml'],
    ['app-extension-mcrypt', '.magento.app.yaml'],
    ['app-extension-newrelic', '.magento.app.yaml'],
    ['build-flavor', '.magento.app.yaml'],
    ['composer-lock-stale', 'composer.lock'],
    ['composer-keys-in-json', 'composer.json'],
    ['composer-lock-off', 'composer.json'],
    ['composer-vendor-dir', 'composer.json'],
    ['composer-conflict', 'composer.json'],
    ['auth-json-tracked', 'auth.json'],
    ['modules-differ', 'app/etc/config.php']
]);
/** The file of the project that a problem is in, by its id; null if it is in none, or in several. */
function fileOfProblem({ id, comparison }) {
    if (comparison !== undefined)
        return '.magento/services.yaml';
    return files.get(id) ?? null;
}
/** A short title for a problem: the component that runs, else its id in words. */
function titleOfProblem({ id, comparison }) {
    if (comparison !== undefined)
        return `${comparison.name} ${comparison.now}`;
    const words = id.replaceAll('-', ' ');
    return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/annotate.js



// GitHub shows at most ten annotations of a kind per step.
const most = 9;
/**
 * Annotates the run: one error for each blocker with its fix, warnings as warnings, and the verdict last, which fails
 * the step if the run failed.
 */
function annotate(report, command, { warn, error: annotateError, fail }) {
    const { plan, warnings, findings, error } = report;
    const heldBack = plan?.heldBack ? warnings.filter(({ id }) => id === 'held-back') : [];
    const compared = otherNotes(report);
    const warned = unique([...heldBack, ...(0,backup_warnings/* backupWarnings */.y)(report), ...compared, ...ofError(error, 'warning')]);
    for (const problem of warned.slice(0, most))
        warn(`${problem.message} ${problem.fix}`, titleOfProblem(problem), fileOfProblem(problem));
    if (command === 'diagnose')
        for (const { title: found, meaning, next } of findings)
            warn(`${meaning} ${next}`, found);
    if (!error)
        return;
    const blockers = unique(ofError(error, 'error'));
    if (blockers.length > 1)
        for (const problem of blockers.slice(0, most))
            annotateError(`${problem.message} ${problem.fix}`, titleOfProblem(problem), fileOfProblem(problem));
    fail(`${error.message} ${error.next}`);
}
function otherNotes(report) {
    return [...(0,other_warnings/* otherWarnings */.E)(report), ...report.warnings].filter(({ comparison }) => comparison !== undefined);
}
function ofError(error, severity) {
    return (error?.problems ?? []).filter((problem) => problem.severity === severity);
}
function unique(problems) {
    return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/annotations.js


/**
 * Annotations, including titles, redacted with `redact` and without escapes and characters that reorder text: they may
 * quote a server.
 */
function createAnnotations(redact) {
    // Redacted before and after invisible characters are removed, since these may split a secret.
    const told = (text) => redact(neutralise(redact(text)));
    const shown = (title, file) => ({
        ...(title !== undefined && { title: told(title) }),
        ...(file != null && { file })
    });
    return {
        warn: (text, title, file) => {
            core/* warning */.$e(told(text), shown(title, file));
        },
        error: (text, title, file) => {
            core/* error */.z3(told(text), shown(title, file));
        },
        fail: (text) => {
            core/* setFailed */.C1(told(text));
        }
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/read-event.js


/** Reads the event; an empty one outside a runner. Throws UpgradeError `bad-input` if it cannot be read. */
async function readEvent(environment) {
    const path = environment['GITHUB_EVENT_PATH'];
    if (!path)
        return {};
    const { eventSchema } = await Promise.all(/* import() | event */[__webpack_require__.e(597), __webpack_require__.e(797)]).then(__webpack_require__.bind(__webpack_require__, 1294));
    try {
        return eventSchema.parse(JSON.parse(await (0,promises_.readFile)(path, 'utf8')));
    }
    catch (error) {
        throw new errors/* UpgradeError */.fy('bad-input', {
            message: 'GITHUB_EVENT_PATH names no event that can be read, so it is unknown whose code would run.',
            next: 'Run the workflow again; on a runner of your own, let GITHUB_EVENT_PATH name the JSON file of the event.',
            details: error instanceof Error ? error.name : String(error)
        });
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/is-repository-private.js

/** Whether the workflow's repository is private, from the event or else from GitHub; null if unknown. */
async function isRepositoryPrivate(token, environment) {
    const { repository } = await readEvent(environment);
    if (repository?.private !== undefined)
        return repository.private;
    const [owner = '', repo = ''] = (environment['GITHUB_REPOSITORY'] ?? repository?.full_name ?? '').split('/');
    if (repo === '')
        return null;
    const { isPublicRepository } = await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 9203));
    const apiUrl = environment['GITHUB_API_URL'] ?? 'https://api.github.com';
    const isPublic = await isPublicRepository({ owner, repo }, { token: token ?? '', apiUrl, environment });
    return isPublic === null ? null : !isPublic;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/choose-activity-log.js

/**
 * The value of `activity-log: auto` in an action: `show` in a private repository, `hide` in a public one, whose logs
 * everybody can read, and if the visibility is unknown.
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



/**
 * Masks every secret input of a command: as a whole, each line, and each value of a JSON text; returns what was masked.
 */
function maskSecrets(command) {
    const rows = Object.entries(options/* optionTable */.s);
    const mine = rows.filter(([, row]) => row.commands.includes(command) && row.secret);
    const values = mine.map(([name]) => core/* getInput */.V4(name)).flatMap(partsOf);
    const masked = [...new Set(values)].filter((value) => value.length >= 6);
    for (const value of masked)
        core/* setSecret */.Pq(value);
    return masked.map((value) => new secret/* Secret */.z(value));
}
/** A secret, each line of a key, and each value of a JSON text, since those appear in logs. */
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
            problems.push(badInputValue(name, row, text));
        return [[(0,normalize_options/* camelCase */.xQ)(name), value]];
    });
    if (problems.length > 0)
        throw (0,errors/* badInput */.AN)(problems);
    return Object.fromEntries(values);
}
function parse(row, text) {
    if (row.type === 'boolean')
        return /^true$/i.test(text) ? true : /^false$/i.test(text) ? false : null;
    if (row.type === 'number')
        return Number.isFinite(Number(text)) ? Number(text) : null;
    return text;
}
function badInputValue(name, row, text) {
    const fix = row.type === 'boolean' ? 'Use true or false.' : 'Use a number.';
    return { id: 'bad-input', severity: 'error', message: `The input ${name} is ${text}.`, fix };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/write-report.js
var write_report = __webpack_require__(1206);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/keep-report.js

/** Writes the report and returns its path; a failure to write must not hide the result of the run. */
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


/** The action's outputs, one line each; empty if the run did not get that far. */
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
        'pull-request': report.pullRequest === null ? '' : String(report.pullRequest.number),
        'pull-request-url': report.pullRequest?.url ?? '',
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
 * Sets the outputs. If that fails (no file, a folder, a full disk), it is only a warning, so that the result of the run
 * is not hidden.
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
/** Folder of a backup on this machine, which contains its manifest. */
function folderOf(backup) {
    return backup?.downloadedTo ? backup.downloadedTo.replace(/[/\\][^/\\]*$/, '') : '';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/refuse-public-repository.js



/**
 * Refuses artifacts of a public repository: anyone signed in to GitHub can download them. Throws UpgradeError
 * `bad-input` for a public repository, and if neither the event nor GitHub says which it is.
 */
async function refusePublicRepository({ githubToken }, environment) {
    const { repository } = await readEvent(environment);
    const name = environment['GITHUB_REPOSITORY'] ?? repository?.full_name ?? '';
    const isPrivate = await isRepositoryPrivate(githubToken, environment);
    if (isPrivate === true)
        return;
    throw new errors/* UpgradeError */.fy('bad-input', {
        message: isPrivate === false
            ? `backup-artifact is set, but ${name} is a public repository: everybody could download the dump.`
            : `backup-artifact is set, but it is unknown whether ${name || 'this repository'} is public.`,
        next: isPrivate === false ? 'Leave backup-artifact out.' : 'Give github-token, so that GitHub can be asked.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/seconds.js
var report_seconds = __webpack_require__(8756);
;// CONCATENATED MODULE: ./.tmp/compiled/src/action/step-log.js

const minute = 60_000;
/** A {@link StepLog}: a line for each finished step, and one per minute for each running step. */
function createStepLog(print) {
    const running = new Map();
    const stop = (step) => {
        clearInterval(running.get(step));
        running.delete(step);
    };
    const begin = (step) => {
        stop(step);
        let minutes = 0;
        const timer = setInterval(() => {
            minutes += 1;
            print(line(step, 'running …', minutes * 60));
        }, minute);
        // A step that hangs must not keep the process alive.
        timer.unref();
        running.set(step, timer);
    };
    return {
        onStep: ({ step, state, note, seconds }) => {
            if (state === 'started') {
                begin(step);
                return;
            }
            stop(step);
            const word = { done: '', skipped: 'skipped: ', failed: 'FAILED: ' }[state];
            print(line(step, `${word}${note.split('\n')[0] ?? ''}`, state === 'skipped' ? null : seconds));
        },
        end: () => {
            for (const step of running.keys())
                stop(step);
        }
    };
}
function line(step, told, seconds) {
    const name = step === 'wait' ? 'deploy' : step;
    return `▸ ${name.padEnd(10)}${told.padEnd(60)} ${seconds === null ? '' : (0,report_seconds/* renderSeconds */.e)(seconds)}`.trimEnd();
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/start-of-event.js


/**
 * The branch that the event is about. Throws UpgradeError `bad-input` for a pull request from a fork, or a workflow
 * that ran for one: its code must not run with secrets; and for an unreadable event, because it may be from a fork.
 * What GITHUB_REF is for each event:
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows (2026-11).
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
/** For a merged pull request the branch is its base; for any other it is its head, at exactly its newest commit. */
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
/** A deleted repository cannot be trusted. */
function isSame(one, other) {
    return one !== null && one !== undefined && one.full_name === other?.full_name;
}
function fork() {
    return new errors/* UpgradeError */.fy('bad-input', {
        message: 'This pull request comes from a fork, whose code must not run with the secrets of this repository.',
        next: 'Push the branch to this repository, or run the upgrade by workflow_dispatch.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/node_modules/@actions/core/lib/summary.js
var summary = __webpack_require__(8878);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/markdown.js
var markdown = __webpack_require__(7444);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/mark.js
/** The sign of a verdict: a tick only for complete success. */
function mark({ error, plan, backup, verdict, findings }) {
    if (error?.code === 'deploy-unknown')
        return '❔';
    if (error)
        return '❌';
    if (verdict === 'diagnosed')
        return findings.length > 0 ? '🔎' : '✅';
    const lacking = backup?.state === 'failed' || backup?.state === 'inconsistent';
    return plan?.heldBack || lacking ? '⚠️' : '✅';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/open-items.js + 1 modules
var open_items = __webpack_require__(852);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/links.js
var report_links = __webpack_require__(1760);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-places.js
var describe_places = __webpack_require__(8837);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-backup.js
var describe_backup = __webpack_require__(7115);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/summary/backup.js



const states = {
    proven: 'restored and compared',
    'proven-without-rehearsal': 'proven, not rehearsed',
    inconsistent: '⚠️ not all of it as of one moment',
    failed: '❌ failed',
    none: 'none'
};
/** The backup: value, place and lifetime in the title, commands and paths below. */
function backup({ backup: made, wayBack }) {
    if (made === null || made.state === 'none')
        return [];
    const keep = (0,describe_places/* howToKeep */.lk)(made);
    const commands = wayBack?.data ?? [];
    return (0,markdown/* folded */.TM)(['Backup', titleOf(made)], [
        ...(0,describe_backup/* describeBackup */._)(made).map((line) => `- ${(0,markdown/* prose */.CS)(line)}`),
        ...(keep === null ? [] : ['', (0,markdown/* prose */.CS)(keep)]),
        ...(commands.length === 0 ? [] : ['', 'To restore it:', '', ...(0,markdown/* shellBlock */.OV)(commands)])
    ]);
}
function titleOf(made) {
    const size = made.bytes === null ? '' : `, ${(0,describe_backup/* renderBytes */.U)(made.bytes)}`;
    const lies = (0,describe_places/* describePlaces */._g)(made).join('; ');
    const warn = (0,describe_places/* howToKeep */.lk)(made) === null ? '' : '⚠️ ';
    return `${made.tables ?? 0} tables${size}, ${states[made.state]}${made.reused ? `, made by an earlier run (${(0,markdown/* inline */.mG)(made.finishedAt ?? '')})` : ''}${lies === '' ? '' : `. ${warn}${lies}`}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/summary/blockers.js

const blockers_most = 25;
/** The blockers, numbered, each with its fix below. */
function blockers(error) {
    const errors = error.problems.filter(({ severity }) => severity === 'error');
    const items = errors.length > 0 ? errors : [{ message: error.summary, fix: error.next }];
    const shown = items.slice(0, blockers_most).flatMap(({ message, fix }, index) => item(index + 1, message, fix));
    const rest = items.slice(blockers_most).flatMap(({ message, fix }, index) => item(blockers_most + index + 1, message, fix));
    return ['', ...shown, ...(0,markdown/* folded */.TM)(`${items.length - blockers_most} more`, rest)];
}
function item(number, message, fix) {
    const [first = '', ...lines] = fix.split('\n');
    const block = lines.length > 0 ? ['', ...(0,markdown/* codeBlock */.DV)(lines.join('\n'), 20).map((line) => `   ${line}`), ''] : [];
    return [`${number}. **${(0,markdown/* inline */.mG)(message)}**<br>`, `   ${(0,markdown/* prose */.CS)(first)}`, ...block];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/deployment-reasons.js
var deployment_reasons = __webpack_require__(6362);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/summary/cause.js



const notCauses = new Set(['deploy-failed-flag', 'maintenance-on', 'cron-disabled', 'unread', 'ece-tools-warnings']);
/** Whether {@link cause} lists the problems, each with a fix: no finding has a cause, and no deployment a reason. */
function listsBlockers(report) {
    const [first] = report.findings;
    const named = first !== undefined && !notCauses.has(first.id);
    return report.recovery === null && !named && (0,deployment_reasons/* deploymentReasons */.T)(report).length === 0;
}
/** The cause of a failure as one code block, and its meaning. */
function cause(report, error) {
    const { findings, recovery } = report;
    const [first] = findings;
    if (listsBlockers(report))
        return blockers(error);
    if (recovery === null && first !== undefined && !notCauses.has(first.id)) {
        const doubt = first.certainty === 'likely' ? ' (likely)' : '';
        return ['', `**Cause**${doubt}`, '', ...(0,markdown/* codeBlock */.DV)(first.title, 6), '', (0,markdown/* prose */.CS)(first.meaning)];
    }
    const lines = recovery === null ? (0,deployment_reasons/* deploymentReasons */.T)(report) : [recovery.reason];
    return ['', '**Cause**', '', ...lines.slice(0, 8).map((line) => `- ${(0,markdown/* inline */.mG)(line)}`)];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-shop.js
var describe_shop = __webpack_require__(8921);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/summary/choices.js



/** Why a deployment or a verification failed, as one block, and the choices: repair, or go back. */
function choices(report, error) {
    const back = report.wayBack === null || report.recovery !== null ? [] : wayBack(report.wayBack);
    if (back.length === 0)
        return listsBlockers(report) && !error.problems.some(({ severity }) => severity === 'error')
            ? []
            : ['', `**Next:** ${(0,markdown/* prose */.CS)(error.next)}`];
    return ['', '**Choose one**', '', `1. ${(0,markdown/* prose */.CS)(error.next)}`, '', ...back];
}
function wayBack({ version, code, data, from, untouched }) {
    if (code.length + data.length === 0)
        return [
            `2. There is no way back by command: no commit that could be reverted, and no backup that could be restored.`
        ];
    const lost = from === null ? '' : ` (what was written since ${(0,describe_shop/* time */.k)(from)} is lost)`;
    const what = code.length === 0
        ? `data only${lost}`
        : data.length === 0
            ? untouched
                ? 'code only: the data were not touched'
                : 'code only: there is no backup of the data that could be restored'
            : `code and data${lost}`;
    const automatic = code.length > 0
        ? ['', '   Or set <code>recover: revert</code> for the next run: it takes the code back by itself.']
        : [];
    return [
        `2. Go back to ${(0,markdown/* inline */.mG)(version)}, ${what}:`,
        '',
        ...(0,markdown/* shellBlock */.OV)([...code, ...data]).map((line) => `   ${line}`),
        ...automatic
    ];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/summary/comparison-table.js
var comparison_table = __webpack_require__(7884);
// EXTERNAL MODULE: ./.tmp/compiled/src/describe-effects.js
var describe_effects = __webpack_require__(4174);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-phases.js
var describe_phases = __webpack_require__(8761);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/summary/folds.js




const folds_most = 100;
/** Notes or warnings, folded with their number. */
function items(title, list) {
    const lines = list.slice(0, folds_most).map(({ message, fix }) => `- ${(0,markdown/* inline */.mG)(message)} ${(0,markdown/* prose */.CS)(fix)}`);
    const rest = list.length - lines.length;
    return (0,markdown/* folded */.TM)([title, String(list.length)], [...lines, ...(rest > 0 ? [`- ${rest} more in the report`] : [])]);
}
/** The steps with their times; open after a failure. */
function steps({ steps: rows, deployment, error, seconds }) {
    const marks = { done: '✅', skipped: '➖', failed: '❌' };
    const phases = (0,describe_phases/* describePhases */.e)(deployment);
    const lines = rows.map(({ step, outcome, seconds: took, note }) => {
        const said = outcome === 'failed' ? firstSentence(note) : note;
        const told = step !== 'wait' || phases === '' ? said : outcome === 'done' ? phases : `${said} ${phases}`;
        return `| ${marks[outcome]} ${folds_name(step)} | ${outcome === 'skipped' ? '' : (0,report_seconds/* renderSeconds */.e)(took)} | ${(0,markdown/* inline */.mG)(told)} |`;
    });
    const done = rows.filter(({ outcome }) => outcome === 'done').length;
    const title = error === null
        ? ['Steps', `${done} of ${rows.length}, ${(0,report_seconds/* renderSeconds */.e)(seconds)}`]
        : ['What happened', ''];
    const table = lines.length > 0 ? ['| step | time | |', '|---|---|---|', ...lines] : [];
    return (0,markdown/* folded */.TM)(title, table, { open: error !== null });
}
// The report calls it `wait`; readers know it as the deployment.
function folds_name(step) {
    return step === 'wait' ? 'deploy' : step;
}
function firstSentence(note) {
    const line = note.split('\n')[0] ?? '';
    return /^.*?\.(?= |$)/.exec(line)?.[0] ?? line;
}
/** What the run changed and what is unchanged. */
function effects({ changes }) {
    const lines = (0,describe_effects/* linesOfEffects */.f)(changes);
    return lines.length < 2
        ? []
        : (0,markdown/* folded */.TM)('What was changed', lines.map(([title, text]) => `- **${title}:** ${(0,markdown/* prose */.CS)(text)}`));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/summary/findings.js

const leftBehind = new Set(['deploy-failed-flag', 'maintenance-on', 'cron-disabled']);
/** Findings by their kind. After a failure the first one is already shown as its cause: its log comes first. */
function logs({ findings, error, verdict }) {
    if (verdict === 'diagnosed')
        return ['', ...findings.flatMap((one, index) => finding(one, index, foldedLog))];
    const [first] = findings;
    if (error === null || first === undefined)
        return section('Findings', findings);
    const rest = findings.slice(leftBehind.has(first.id) ? 0 : 1);
    const log = first.evidence.trim() === '' ? [] : (0,markdown/* codeBlock */.DV)(first.evidence, 20);
    return [
        ...(0,markdown/* folded */.TM)(['Log around the failure', first.source], log),
        ...section('Left behind on the server', rest.filter(({ id }) => leftBehind.has(id))),
        ...section('Also found', rest.filter(({ id }) => !leftBehind.has(id)))
    ];
}
function section(title, list) {
    return (0,markdown/* folded */.TM)([title, String(list.length)], list.flatMap((one, index) => finding(one, index, openLog)));
}
const openLog = ({ evidence }) => ['', ...(0,markdown/* codeBlock */.DV)(evidence, 20), ''];
const foldedLog = ({ source, evidence }) => [
    '',
    `<details><summary>${(0,markdown/* html */.qy)(source)}</summary>`,
    '',
    ...(0,markdown/* codeBlock */.DV)(evidence, 20),
    '',
    '</details>',
    ''
];
function finding(one, index, log) {
    const { title, meaning, next, source, phase, certainty, evidence, modules } = one;
    const place = [source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ');
    const line = `${index + 1}. **${(0,markdown/* inline */.mG)(title)}** (${(0,markdown/* inline */.mG)(place)}) ${(0,markdown/* prose */.CS)(meaning)} **Next:** ${(0,markdown/* prose */.CS)(next)}`;
    const lines = [...outdated(modules ?? []), ...(evidence.trim() === '' ? [] : log(one))];
    return [line, ...lines.map((text) => (text === '' ? '' : `    ${text}`))];
}
/** The modules whose database is behind or ahead, as a table. */
function outdated(modules) {
    if (modules.length === 0)
        return [];
    const rows = modules.map(({ module, kind, current, required }) => [module, kind, current, required].map((text) => (0,markdown/* inline */.mG)(text)).join(' | '));
    return ['', '| module | | database | code |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`), ''];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/summary/opening.js




/** The lines below the heading: whether the shop is up, or the facts of a success; then links. */
function opening(report, toDo) {
    const links = [
        ...(0,report_links/* linksOf */.hP)(report).map(({ text, url }) => (0,markdown/* link */.nf)(text, url)),
        ...(report.error === null ? [`took ${(0,report_seconds/* renderSeconds */.e)(report.seconds)}`] : [])
    ].join(' · ');
    return ['', report.error === null ? success(report, toDo) : failure(report), ...(links === '' ? [] : ['', links])];
}
function failure(report) {
    const { mark, text } = (0,describe_shop/* describeShop */.s)(report);
    return `${mark} **${(0,markdown/* inline */.mG)(text.replace(/\.$/, ''))}.**`;
}
function success(report, toDo) {
    const facts = [...happened(report), ...proven(report)].join(' ');
    const work = toDo === 0 ? '' : ` **${toDo} ${toDo === 1 ? 'thing' : 'things'} to do.**`;
    return `${facts}${work}`.trim();
}
function happened({ verdict, plan, environment, branch, changes }) {
    const untouched = changes.every(({ state, kind }) => state === 'undone' || kind === 'cache');
    if (verdict === 'up-to-date')
        return [`The newest release for ${(0,markdown/* inline */.mG)(plan?.target ?? 'the target')}.`];
    if (verdict === 'held-back')
        return [(0,markdown/* inline */.mG)((plan?.heldBack?.reasons ?? []).join(' '))];
    if (verdict === 'pushed')
        return [`Nothing was deployed by this run${branch === null ? '' : `; the branch is ${(0,markdown/* inline */.mG)(branch)}`}.`];
    if (verdict === 'planned' || (untouched && verdict !== 'verified' && verdict !== 'diagnosed'))
        return ['Nothing was changed.'];
    if (verdict === 'diagnosed')
        return [environment === null ? 'Read from the texts that were given.' : ''];
    return [];
}
function proven({ verification }) {
    if (verification === null)
        return [];
    const { nodes, storefront, expectedVersion } = verification;
    const right = nodes.filter(({ version }) => version === expectedVersion).length;
    const database = nodes.every(({ database: state }) => state === 'current') ? ', database and code agree' : '';
    const shop = storefront?.status != null && storefront.status < 400 ? ', the storefront answers' : '';
    return [
        `${(0,markdown/* inline */.mG)(expectedVersion)} runs on ${right} of ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}${shop}${database}.`
    ];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/report/summary/packages.js
var summary_packages = __webpack_require__(9465);
// EXTERNAL MODULE: ./.tmp/compiled/src/report/describe-recovery.js
var describe_recovery = __webpack_require__(3254);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/summary/recovery.js


/** What was done to revert the upgrade, and how to restore the previous data too. */
function recovery({ recovery: made }) {
    if (!made)
        return [];
    const data = made.databaseAhead === 'no' || made.dataCommands.length === 0
        ? []
        : ['', 'To put the data back as well (what was written since is lost):', '', ...(0,markdown/* shellBlock */.OV)(made.dataCommands)];
    return ['', (0,markdown/* prose */.CS)((0,describe_recovery/* describeRecovery */.x)(made)), ...data];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/report/render-summary.js















/**
 * A report as Markdown to be read in ten seconds: verdict, whether the shop is up, what needs manual work; the rest is
 * folded, with its count in the title.
 */
function renderSummary(report) {
    const { error } = report;
    const open = (0,open_items/* openItems */.d)(report);
    const toDo = [...open.comparisons, ...open.toDo];
    const lines = [
        `## ${mark(report)} ${(0,markdown/* inline */.mG)((0,title/* title */.D)(report))}`,
        ...opening(report, toDo.length),
        ...(error === null ? work(report, open) : render_summary_failure(report, error)),
        ...(error === null ? [] : steps(report)),
        ...logs(report),
        ...(error === null ? [] : items('To do besides', toDo)),
        ...items('Warnings', open.warnings),
        ...items('For information', open.information),
        ...(0,summary_packages/* packages */.U$)(report),
        ...backup(report),
        ...(error === null ? steps(report) : effects(report)),
        ...(0,markdown/* folded */.TM)('Details', error?.details ? (0,markdown/* codeBlock */.DV)(error.details, 80) : []),
        ...(error === null
            ? []
            : ['', `${(0,markdown/* link */.nf)(`Exit code ${error.exitCode}`, report_links/* exitCodeUrl */.ZE)} <code>${(0,markdown/* inline */.mG)(error.code)}</code>`]),
        ''
    ];
    return lines.join('\n');
}
const explained = new Set([
    'deploy-failed',
    'deploy-never-started',
    'deploy-unknown',
    'wrong-version',
    'unhealthy',
    'reverted',
    'recovery-failed'
]);
function render_summary_failure(report, error) {
    if (!explained.has(error.code))
        return blockers(error);
    return [...cause(report, error), ...recovery(report), ...choices(report, error)];
}
function work({ plan, verification }, { comparisons, toDo }) {
    const lines = [
        ...(0,comparison_table/* comparisonTable */.Q)(comparisons, plan?.toVersion ?? verification?.expectedVersion ?? 'the target'),
        ...(toDo.length > 0 ? ['', ...toDo.map(({ message, fix }) => `- [ ] ${(0,markdown/* inline */.mG)(message)} ${(0,markdown/* prose */.CS)(fix)}`)] : [])
    ];
    return lines.length === 0
        ? []
        : ['', '### To do', ...lines, ...(0,markdown/* folded */.TM)('How to change the services', (0,comparison_table/* comparisonSteps */.P)(comparisons))];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/summary.js



// The runner silently drops a summary above one megabyte.
const limit = 512 * 1024;
/** Writes the job summary. A runner without summaries does not fail the run. */
async function writeSummary(report) {
    try {
        await summary/* summary */.z.addRaw(fit(renderSummary(report))).write();
    }
    catch (error) {
        summary/* summary */.z.emptyBuffer();
        const reason = error instanceof Error ? error.message : String(error);
        core/* info */.pq(neutralise(`The job summary could not be written: ${reason}`));
    }
}
/** The runner counts bytes. Blocks left open by the cut are closed, so that the last line is visible. */
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



















const commands = {
    upgrade: async () => (await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 8894))).upgrade,
    verify: async () => (await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 4140))).verify,
    diagnose: async () => (await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 9437))).diagnose
};
/** The action: inputs in; log, summary, report file and outputs out, however the run ends. */
async function run(command) {
    const secrets = [...maskSecrets(command), ...(0,known_secrets/* surroundingSecrets */.eH)(process.env)];
    const annotations = createAnnotations((0,secrets_redact/* createRedact */.a)(secrets));
    const report = await reportOf(command, secrets);
    await writeSummary(report);
    setOutputs(report, {
        reportPath: await keepReport(report, core/* getInput */.V4('report'), annotations),
        artifact: /^true$/i.test(core/* getInput */.V4('backup-artifact'))
    });
    annotate(report, command, annotations);
    if (!report.error)
        core/* info */.pq(`✓ ${neutralise((0,title/* title */.D)(report))}`);
    if (report.error)
        process.exitCode = report.error.exitCode;
}
/** The only catch: an error before the command begins, or by a bug, also ends in a report. */
async function reportOf(command, secrets) {
    const redact = (0,secrets_redact/* createRedact */.a)(secrets);
    const stepLog = createStepLog((line) => {
        core/* info */.pq(neutralise(redact(line)));
    });
    try {
        // First of all: events from forks are refused, whatever the inputs are.
        const start = await startOfEvent(process.env);
        const given = readInputs(command);
        const options = command === 'upgrade' ? { ...given, activityLog: await chooseActivityLog(given, process.env) } : given;
        const signal = (0,stop_on_signals/* stopOnSignals */.Z)((0,secrets_redact/* createRedact */.a)(secrets));
        const logger = createActionLogger();
        const context = { logger, onStep: stepLog.onStep, environment: process.env, signal };
        if (options.backupArtifact === true)
            await refusePublicRepository(options, process.env);
        if (command !== 'upgrade')
            return await tell(command, options, context);
        return await tell(command, ...fromEvent(options, context, start));
    }
    catch (error) {
        return (0,unexpected_error/* failedReport */.k)(error, secrets);
    }
    finally {
        stepLog.end();
    }
}
/**
 * An upgrade starts from the branch of the input, else of the event. Throws UpgradeError `bad-input` without either.
 */
function fromEvent(options, context, { branch: own, commit, reason }) {
    const branch = options.branch ?? own;
    if (branch === null && reason === null)
        return [options, context];
    if (branch !== null)
        return [
            { ...options, branch },
            { ...context, expectedTip: branch === own ? commit : null }
        ];
    throw new errors/* UpgradeError */.fy('bad-input', {
        message: `This event names no branch to upgrade. ${reason ?? ''}`,
        next: 'Give the input branch: the upgrade then starts from what the remote holds for it.'
    });
}
/** The library is loaded only for valid inputs, so that wrong ones are reported at once. */
async function tell(command, given, context) {
    const run = await commands[command]();
    return run(given, context);
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


/***/ })

};
