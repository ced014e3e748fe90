export const id = 6;
export const ids = [6];
export const modules = {

/***/ 1945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findAllBlockers: () => (/* binding */ findAllBlockers)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/project/blockers/find-blockers.js + 1 modules
var find_blockers = __webpack_require__(6446);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-constraint.js
var composer_constraint = __webpack_require__(5654);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-problems.js
var composer_problems = __webpack_require__(8861);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/json-edit.js
var json_edit = __webpack_require__(6101);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-lock.js
var composer_lock = __webpack_require__(7530);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/successors-in.js

const packageName = /^[a-z0-9][a-z0-9._-]{0,100}\/[a-z0-9._-]{1,100}$/i;
/** The successors of abandoned packages, from a composer.lock: package to successor. */
function successorsIn(lockText) {
    if (lockText === null)
        return new Map();
    const { packages, 'packages-dev': development } = (0,composer_lock/* readLock */.mF)(lockText);
    return new Map([...packages, ...(development ?? [])].flatMap(({ name, abandoned }) => typeof abandoned === 'string' && packageName.test(abandoned) ? [[name.toLowerCase(), abandoned]] : []));
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/blockers/composer-problems-of.js + 1 modules
var composer_problems_of = __webpack_require__(2607);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/read-refusal.js



/** Reads Composer's output and exit code. */
function readRefusal(text, exitCode) {
    const code = (0,composer_problems/* classifyComposerFailure */.FC)(text, exitCode);
    const blockers = code === 'unsatisfiable' || code === 'composer-policy' ? (0,find_blockers/* findBlockers */.z)(text) : [];
    if (blockers.length === 0)
        return { unknown: 'Composer could not be asked', doubt: null, runtime: [] };
    return {
        unknown: null,
        doubt: (0,composer_problems_of/* composerProblemsOf */.C)(text).flat().some(isLacking) ? 'the repositories lack what it needs' : null,
        runtime: blockers.flatMap(platformOf)
    };
}
function platformOf({ runtime, needed }) {
    return runtime === null ? [] : [`${runtime} ${needed ?? ''}`.trim()];
}
function isLacking({ target, outcome }) {
    if (target.startsWith('composer-'))
        return false;
    return /could not be (?:found|loaded)|not match the constraint|minimum-stability|repository priority/.test(outcome);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/ask-for-release.js


/**
 * The newest release of a package that resolves together with the target. "None" only if another patch of the target
 * and a pre-release were tried too, and nothing but the target or the platform refused.
 */
async function askForRelease(blocker, attempt) {
    const { package: name, kind } = blocker;
    // Locked packages are not checked for advisories. Otherwise this is quicker: only the package and its neighbours are
    // read.
    const quick = kind === 'advisory' ? null : releaseOf(await attempt('*', true), name);
    if (quick)
        return { ...quick, allowed: await isAllowed(blocker, quick, attempt) };
    const whole = await attempt('*', false);
    const found = releaseOf(whole, name);
    if (found)
        return found;
    const { stdout, stderr, exitCode } = whole.result;
    const refusal = readRefusal(`${stdout}\n${stderr}`, exitCode);
    if (refusal.unknown !== null)
        return { kind: 'unknown', why: refusal.unknown };
    const early = releaseOf(await attempt('*@dev', false), name);
    if (early)
        return early;
    if (refusal.doubt !== null)
        return { kind: 'unknown', why: refusal.doubt };
    if (refusal.runtime.length === 0)
        return { kind: 'none' };
    const elsewhere = releaseOf(await attempt('*', false, '--ignore-platform-reqs'), name);
    return elsewhere ? { ...elsewhere, runtime: refusal.runtime } : { kind: 'none' };
}
async function isAllowed({ package: name, kind, constraint, needed }, { version }, attempt) {
    if (kind !== 'requirement' || constraint === null || needed !== null)
        return false;
    return releaseOf(await attempt(constraint, true), name)?.version === version;
}
function releaseOf({ lock }, name) {
    const found = lock === null ? undefined : (0,composer_lock/* readLock */.mF)(lock).packages.find((locked) => locked.name.toLowerCase() === name);
    if (!found)
        return null;
    const { version } = found;
    return { kind: 'release', version, stable: !/dev|alpha|beta|rc/i.test(version), runtime: [], allowed: false };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/try-resolution.js
/** Resolves without installing. Overwrites composer.json and composer.lock of the folder, and leaves them there. */
async function tryResolution({ composer, files }, trial) {
    const { folder, composerJson, lock, args, securityBlocking } = trial;
    const lockPath = files.join(folder, 'composer.lock');
    await files.write(files.join(folder, 'composer.json'), composerJson);
    await (lock === null ? files.remove(lockPath) : files.write(lockPath, lock));
    const update = ['update', ...args, '--no-install', '--no-progress', '--no-scripts', '--no-plugins'];
    const result = await composer.run(folder, update, securityBlocking ? {} : { securityBlocking });
    return { result, lock: result.exitCode === 0 ? await files.read(lockPath) : null };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/find-allowing-releases.js



const mostAsked = 12;
// Each takes one processor for a second or two.
const atOnce = 4;
/**
 * Asks Composer for the newest release of each blocker that allows the target. It is resolved with the target alone,
 * without the project's other requirements and without a vendor folder.
 */
async function findAllowingReleases(tools, question) {
    const askable = question.blockers.filter(({ kind }) => ['requirement', 'advisory', 'absent', 'policy'].includes(kind));
    const answers = new Map();
    if (askable.length === 0)
        return answers;
    const target = await resolveWith(tools, question, {}, { lock: null, args: [], securityBlocking: false });
    const open = askable.slice(0, mostAsked);
    const work = async (folder) => {
        for (let blocker = open.shift(); blocker !== undefined; blocker = open.shift()) {
            const answer = target.lock === null
                ? { kind: 'unknown', why: 'the target alone does not resolve' }
                : await askForRelease(blocker, trying(tools, { ...question, folder }, { blocker, lock: target.lock }));
            answers.set(blocker.package, answer);
        }
    };
    const more = target.lock !== null && standsAlone(question.composerJson) ? Math.min(open.length, atOnce) - 1 : 0;
    await Promise.all([work(question.folder), ...Array.from({ length: more }, () => inOwnFolder(tools, work))]);
    for (const { package: name } of askable.slice(mostAsked))
        answers.set(name, { kind: 'unknown', why: `only the first ${mostAsked} packages were asked` });
    return answers;
}
async function inOwnFolder({ files }, work) {
    const folder = await files.privateFolder('trial');
    try {
        await work(folder);
    }
    finally {
        await files.remove(folder);
    }
}
/** Whether a composer.json means the same in another folder: paths, archives and clones are relative to its own. */
function standsAlone(composerJson) {
    return Object.values((0,json_edit/* valueAt */.fK)(composerJson, ['repositories']) ?? {}).every((entry) => typeof entry === 'boolean' ||
        (typeof entry === 'object' && entry !== null && !('url' in entry && !/^https?:/.test(String(entry.url)))));
}
function trying(tools, question, { blocker: { package: name, kind }, lock }) {
    return (constraint, quick, ...args) => resolveWith(tools, question, { [name]: constraint }, {
        lock: quick ? lock : null,
        args: quick ? [name, '--with-dependencies', ...args] : args,
        // An advisory is not an incompatibility: only packages refused for an advisory are asked about it.
        securityBlocking: kind === 'advisory'
    });
}
function resolveWith(tools, { folder, composerJson, core, platform }, require, trial) {
    const bare = (0,json_edit/* removeAt */.Wq)((0,json_edit/* setAt */.ef)(composerJson, ['require'], { ...require, ...core }), ['require-dev']);
    return tryResolution(tools, { ...trial, folder, composerJson: bare, args: [...trial.args, ...platform] });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/find-all-blockers.js







const rounds = 5;
/**
 * All blockers, each with the newest release that allows the target. Composer names one of many, so the named one is
 * removed and Composer is asked again until it resolves or names nothing new. Undefined if the failure has another
 * cause.
 */
async function findAllBlockers(tools, resolution, failed) {
    const found = new Map();
    let result = failed;
    for (let round = 1; isJudged(result); round += 1) {
        const named = (0,find_blockers/* findBlockers */.z)(`${result.stdout}\n${result.stderr}`, resolution.targetPackages);
        const news = named.filter(({ package: name }) => !found.has(name));
        for (const blocker of news)
            found.set(blocker.package, blocker);
        if (news.length === 0 || round === rounds || isHopeless(named))
            break;
        result = await resolveWithout(tools, resolution, [...found.values()]);
    }
    if (found.size === 0)
        return undefined;
    const successors = successorsIn(resolution.lock);
    const blockers = [...found.values()].map((blocker) => ({
        ...blocker,
        successor: successors.get(blocker.package) ?? null
    }));
    const platform = [...resolution.platform, ...ignoring(blockers)];
    const question = { ...resolution, platform, blockers };
    const answers = isHopeless(blockers)
        ? new Map()
        : await findAllowingReleases(tools, question);
    return { blockers: withoutBystanders(blockers, answers), answers };
}
/**
 * Without the requirements that the target could be had with as they are, where others stand in its way: what an
 * extension wants of a package is no reason to loosen the project's own requirement on it.
 */
function withoutBystanders(blockers, answers) {
    const stands = ({ kind, package: name, constraint }) => {
        const answer = answers.get(name);
        if (kind !== 'requirement' || constraint === null || answer?.kind !== 'release')
            return true;
        return (0,composer_constraint/* allowsVersion */.F)(constraint, answer.version) !== true;
    };
    return blockers.some(stands) ? blockers.filter(stands) : blockers;
}
function isJudged({ stdout, stderr, exitCode, timedOut }) {
    if (exitCode === 0 || timedOut)
        return false;
    const code = (0,composer_problems/* classifyComposerFailure */.FC)(`${stdout}\n${stderr}`, exitCode);
    return code === 'unsatisfiable' || code === 'composer-policy';
}
function isHopeless(blockers) {
    return blockers.some(({ kind }) => kind === 'target-missing');
}
async function resolveWithout(tools, { folder, composerJson, platform, targetPackages, lock }, blockers) {
    const removable = blockers.filter(({ package: name }) => !targetPackages.includes(name));
    const { result } = await tryResolution(tools, {
        folder,
        composerJson: removable.reduce((json, { package: name }) => without(json, name), composerJson),
        lock,
        args: [...platform, ...ignoring(blockers)],
        securityBlocking: blockers.every(({ kind }) => kind !== 'advisory')
    });
    return result;
}
/** A problem to be fixed in `.magento.app.yaml` must not hide the others. */
function ignoring(blockers) {
    return blockers.filter(({ kind }) => kind === 'runtime').map(({ package: name }) => `--ignore-platform-req=${name}`);
}
function without(json, name) {
    return ['require', 'require-dev', 'conflict'].reduce((text, section) => ((0,json_edit/* valueAt */.fK)(text, [section, name]) === undefined ? text : (0,json_edit/* removeAt */.Wq)(text, [section, name])), json);
}


/***/ })

};
