export const id = 342;
export const ids = [342];
export const modules = {

/***/ 7486:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   plan: () => (/* binding */ plan)
/* harmony export */ });
/* harmony import */ var _run_project_session_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2695);
/* harmony import */ var _upgrade_make_plan_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(655);
/* harmony import */ var _upgrade_plan_verdict_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6067);
/* harmony import */ var _run_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2736);




/** Plans an upgrade and changes nothing. The report's `plan` has what would change and what prevents it. */
function plan(options, context = {}) {
    return (0,_run_run_js__WEBPACK_IMPORTED_MODULE_2__/* .startRun */ .A)('plan', options, context, (thisRun) => (0,_run_project_session_js__WEBPACK_IMPORTED_MODULE_0__/* .withProject */ .C)(thisRun, '', async (project) => {
        const { facts, stepTimer } = thisRun;
        facts.branch = project.branch || null;
        facts.warnings = [...project.problems, ...project.composerProblems];
        const planned = await stepTimer.step('plan', () => planFromMemory(thisRun, project), _upgrade_make_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .summarizePlan */ .P);
        facts.plan = planned.plan;
        facts.warnings = [...facts.warnings, ...planned.plan.problems];
        facts.verdict = (0,_upgrade_plan_verdict_js__WEBPACK_IMPORTED_MODULE_3__/* .planVerdict */ .F)(planned.plan);
    }));
}
/** An upgrade resolves again before it commits. Only a command that changes nothing may reuse an answer of Composer. */
async function planFromMemory(thisRun, project) {
    if ((0,_run_project_session_js__WEBPACK_IMPORTED_MODULE_0__/* .isRefused */ .H)(project.composerProblems))
        return (0,_upgrade_make_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .C)(thisRun, project);
    const { rememberPlan } = await Promise.all(/* import() | plan */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(456), __webpack_require__.e(342)]).then(__webpack_require__.bind(__webpack_require__, 6579));
    const memory = await rememberPlan(thisRun, project);
    if (memory.remembers)
        thisRun.context.logger.debug('Composer answered the same questions within the last day, and the repositories have not changed since.');
    try {
        return await (0,_upgrade_make_plan_js__WEBPACK_IMPORTED_MODULE_1__/* .makePlan */ .C)(thisRun, project, memory);
    }
    finally {
        await memory.keep();
    }
}


/***/ }),

/***/ 6579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rememberPlan: () => (/* binding */ rememberPlan)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-repositories.js
var composer_repositories = __webpack_require__(545);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/read-json.js
var read_json = __webpack_require__(4113);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/read-repositories.js


const packagist = { type: 'composer', url: 'https://repo.packagist.org' };
const switches = ['packagist.org', 'packagist'];
/**
 * The Composer repositories of a composer.json, Packagist included; null if a package may come from elsewhere than
 * these and the commit itself: git repositories, folders outside, addresses with a token.
 */
function readRepositories(composerJson) {
    const root = (0,read_json/* parsed */.Yz)(composerJson);
    const section = composer_repositories/* repositoriesSection */.ew.safeParse(root?.repositories);
    // Policies may name further sources, such as lists of blocked packages.
    if (root === null || !section.success || 'policy' in (root.config ?? {}))
        return null;
    const entries = Object.entries(section.data);
    const off = entries.some(([name, entry]) => (entry === false && switches.includes(name)) || switchesOff(entry));
    const all = [...entries.map(([, entry]) => entry), ...(off ? [] : [packagist])];
    const found = all.map(readEntry);
    return found.includes(null) ? null : found.flatMap((entry) => entry ?? []);
}
/** One entry; an empty list if it needs no request, null if the kind is unknown. */
function readEntry(entry) {
    if (typeof entry !== 'object' || entry === null || switchesOff(entry))
        return [];
    const { type, url = '', ...more } = entry;
    if (type === 'package')
        return [];
    if (type === 'path' || type === 'artifact')
        return isInside(url) ? [] : null;
    const [repository] = type === 'composer' ? (0,composer_repositories/* httpRepositories */.bh)([{ type, url, ...more }]) : [];
    if (!repository || repository.hasOptions || repository.url.includes('?'))
        return null;
    return [{ ...repository, decides: !['canonical', 'only', 'exclude'].some((key) => key in more) }];
}
// A list has no names: `[{"packagist.org": false}]`.
function switchesOff(entry) {
    return (typeof entry === 'object' &&
        entry !== null &&
        switches.some((name) => entry[name] === false));
}
function isInside(path) {
    return path !== '' && !/^(?:[/\\~$]|[a-z][\w+.-]*:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(path);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/repository-login.js
var repository_login = __webpack_require__(2586);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/secret.js
var secret = __webpack_require__(9678);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/repository-file.js

const idleSeconds = 30;
const mostBytes = 128 * 1024 * 1024;
/** Asks for one file, bypassing caches and without following redirects; null without a complete answer. */
async function askForFile(fetch, url, headers) {
    const stalled = new AbortController();
    const timer = setTimeout(() => {
        stalled.abort();
    }, idleSeconds * 1000);
    try {
        const answer = await fetch(url, { headers, redirect: 'manual', signal: stalled.signal });
        const body = await wholeBody(answer, () => timer.refresh());
        const date = Date.parse(answer.headers.get('date') ?? '');
        return {
            status: answer.status,
            lastModified: answer.headers.get('last-modified'),
            date: Number.isNaN(date) ? null : date,
            text: () => body.toString('utf8'),
            sha256: sha256(body)
        };
    }
    catch {
        return null;
    }
    finally {
        clearTimeout(timer);
    }
}
/** SHA-256 in hex. */
function sha256(content) {
    return (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}
async function wholeBody({ body }, alive) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of body ?? []) {
        alive();
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > mostBytes)
            throw new Error('too large');
    }
    return Buffer.concat(chunks);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/memory/proof.js


/** What a file of a repository must be like for a cached answer to be valid. */
const proof = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP(),
    /**
     * Its content (SHA-256), the time of its last change as the repository spells it, or the fact that it does not exist.
     */
    kind: schemas/* enum */.k5n(['content', 'unchanged-since', 'missing']),
    value: schemas/* string */.YjP()
});
/**
 * {@link AskRepository} with the headers that `login` returns for an address; if it returns null, nothing is requested.
 */
function createAskRepository(fetch, login) {
    return async (url, headers = {}) => {
        const credentials = login(url);
        return credentials === null ? null : askForFile(fetch, url, { ...credentials, ...headers });
    };
}
const atOnce = 32;
/** Whether every proof still holds, as confirmed by the repository itself. */
async function stillHold(ask, proofs) {
    const open = [...proofs];
    let holds = true;
    const work = async () => {
        for (let next = open.pop(); next !== undefined && holds; next = open.pop()) {
            if (!(await stillHolds(ask, next)))
                holds = false;
        }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return holds;
}
async function stillHolds(ask, { url, kind, value }) {
    if (kind === 'missing')
        return (await ask(url))?.status === 404;
    if (kind === 'content') {
        const found = await ask(url);
        return found?.status === 200 && found.sha256 === value;
    }
    const found = await ask(url, { 'if-modified-since': value });
    return found?.status === 304 || (found?.status === 200 && found.lastModified === value);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-version.js
var composer_version = __webpack_require__(3445);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/repository-shape.js
var repository_shape = __webpack_require__(6098);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/required-names.js
/** Names, in lower case, of all packages that a file of Composer or of its repositories requires anywhere in it. */
function requiredNames(content, found = new Set()) {
    const open = [content];
    while (open.length > 0) {
        const value = open.pop();
        if (typeof value !== 'object' || value === null)
            continue;
        for (const [key, inner] of Object.entries(value)) {
            if ((key === 'require' || key === 'require-dev') && typeof inner === 'object' && inner !== null)
                for (const name of Object.keys(inner))
                    addName(found, name);
            // Packages of a lock are in lists; those of an index are below their names.
            else if (key === 'name' && typeof inner === 'string')
                addName(found, inner);
            else
                open.push(inner);
        }
    }
    return found;
}
// Without a slash it is a platform package: php, ext-json.
function addName(found, name) {
    if (name.includes('/'))
        found.add(name.toLowerCase());
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/composer/composer-cache.js
var composer_cache = __webpack_require__(5892);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/memory/prove-metadata.js


const kept = schemas/* looseObject */._H3({ 'last-modified': schemas/* string */.YjP() });
// Times of change are given in seconds, so a second change within that time may go unnoticed.
const settleMilliseconds = 60_000;
const prove_metadata_atOnce = 32;
/** Proofs for each file that Composer has read, and for each that it may have requested in vain. */
async function proveMetadata(ask, given) {
    const { index, cache, names } = given;
    if (cache === null || index.date === null)
        return null;
    const before = index.date - settleMilliseconds;
    const open = wanted(names, cache.hasDev);
    const proofs = [];
    const doubts = [];
    const work = async () => {
        for (let name = open.pop(); name !== undefined && doubts.length === 0; name = open.pop()) {
            const url = metadataUrl(given, name);
            const text = await cache.text(`provider-${name.replace('/', '~')}.json`);
            const found = text === null ? await proveAbsent(ask, url, before) : proveRead(text, url, before);
            if (found === null)
                doubts.push(name);
            else
                proofs.push(...found);
        }
    };
    await Promise.all(Array.from({ length: prove_metadata_atOnce }, work));
    return doubts.length === 0 ? proofs : null;
}
function wanted(names, hasDev) {
    return [...names].flatMap((name) => (hasDev ? [name, `${name}~dev`] : [name]));
}
function metadataUrl({ repository, shape }, name) {
    return new URL((shape.metadataUrl ?? '').replaceAll('%package%', name), repository.url).href;
}
/** Composer keeps the time of the last change in the file, or the file as received. */
function proveRead(text, url, before) {
    if (!text.includes('"last-modified"'))
        return [{ url, kind: 'content', value: sha256(text) }];
    const read = kept.safeParse(JSON.parse(text));
    if (!read.success)
        return null;
    const value = read.data['last-modified'];
    return Date.parse(value) < before ? [{ url, kind: 'unchanged-since', value }] : null;
}
/** A file that Composer has not read: it did not exist, or nothing led Composer to it. */
async function proveAbsent(ask, url, before) {
    const found = await ask(url);
    if (found?.status === 404)
        return [{ url, kind: 'missing', value: '' }];
    const existedBefore = found?.status === 200 && Date.parse(found.lastModified ?? '') < before;
    return existedBefore ? [] : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/memory/collect-proofs.js






/** Fetches the index of each repository; null if one has none. */
async function askForIndexes(ask, repositories) {
    const asked = await Promise.all(repositories.map(async (repository) => {
        const index = await ask((0,composer_repositories/* packagesUrl */.XF)(repository.url));
        return index?.status === 200 ? { repository, index } : null;
    }));
    return asked.includes(null) ? null : asked.flatMap((one) => one ?? []);
}
/** Proofs of the indexes alone. */
function indexProofs(asked) {
    return asked.map(({ repository, index }) => ({
        url: (0,composer_repositories/* packagesUrl */.XF)(repository.url),
        kind: 'content',
        value: index.sha256
    }));
}
/**
 * Everything in the repositories that Composer's answers depend on; null if that is not known for sure. The indexes are
 * older than the answers, and everything else is what Composer itself has read, so a change in between is noticed next
 * time.
 */
async function collectProofs(evidence) {
    const { files, cacheFolder, project } = evidence;
    const asked = known(evidence.asked);
    if (asked === null)
        return null;
    const caches = await Promise.all(asked.map(({ repository }) => (0,composer_cache/* openComposerCache */.H)(files, cacheFolder, repository)));
    const lazy = asked.some(({ shape }) => shape.metadataUrl !== null);
    const open = lazy ? await namesOf(asked, caches, project) : new Set();
    const proofs = [...indexProofs(asked)];
    for (const [position, one] of asked.entries()) {
        const cache = caches[position] ?? null;
        const more = await proveRest(evidence, one, { cache, names: open });
        if (more === null)
            return null;
        proofs.push(...more);
        if (!one.repository.decides)
            continue;
        for (const name of [...one.shape.names, ...(cache?.packages.keys() ?? [])])
            if (!evidence.everywhere.includes(name))
                open.delete(name);
    }
    return proofs;
}
function known(asked) {
    const all = asked.map((one) => ({ ...one, shape: (0,repository_shape/* repositoryShape */.Ms)((0,read_json/* parsed */.Yz)(one.index.text())) }));
    return all.some(({ shape }) => shape === null)
        ? null
        : all.flatMap(({ shape, ...one }) => (shape ? [{ ...one, shape }] : []));
}
async function proveRest({ ask }, { shape, index, repository }, { cache, names }) {
    if (shape.metadataUrl !== null)
        return proveMetadata(ask, { shape, index, repository, cache, names });
    const listings = await Promise.all(shape.providerIncludes.map(async (name) => (0,repository_shape/* isHashedListing */.i)(await cache?.json(name.replace(/%hash%|\$/g, '')))));
    const included = await Promise.all(Object.entries(shape.includes).map(async ([name, sha1]) => (await cache?.sha1(name)) === sha1));
    return [...listings, ...included].every(Boolean) ? [] : null;
}
async function namesOf(asked, caches, { composerJson, composerLock }) {
    const names = new Set();
    const texts = [composerJson, composerLock, ...asked.map(({ index }) => index.text())];
    for (const text of texts)
        requiredNames((0,read_json/* parsed */.Yz)(text), names);
    for (const cache of caches)
        for (const key of cache?.keys ?? [])
            requiredNames(await cache?.json(key), names);
    return names;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/memory/composer-calls.js


const composer_calls_text = schemas/* string */.YjP().nullable();
/** One call of Composer: the question (as a hash), the answer, and the two files as it left them. */
const composerCall = schemas/* strictObject */.rej({
    question: schemas/* string */.YjP(),
    exitCode: schemas/* number */.aig().int(),
    stdout: schemas/* string */.YjP(),
    stderr: schemas/* string */.YjP(),
    composerJson: composer_calls_text,
    composerLock: composer_calls_text
});
/** The same Composer, with its calls recorded. */
function recordComposer(composer, files) {
    const calls = [];
    const run = async (folder, args, options = {}) => {
        const before = await readFiles(files, folder);
        const result = await composer.run(folder, args, options);
        const call = { ...answer(result), ...(await readFiles(files, folder)), question: question(before, args, options) };
        calls.push(isLasting(args, options, result) ? call : null);
        return result;
    };
    return {
        composer: { ...composer, run },
        calls: () => (calls.includes(null) ? null : calls.flatMap((call) => call ?? []))
    };
}
/** Composer that repeats earlier answers to the same questions, and asks the real one everything else. */
function replayComposer(composer, files, calls) {
    const known = new Map(calls.map((call) => [call.question, call]));
    const run = async (folder, args, options = {}) => {
        const call = known.get(question(await readFiles(files, folder), args, options));
        if (!call)
            return composer.run(folder, args, options);
        const { exitCode, stdout, stderr, composerJson, composerLock } = call;
        for (const [name, content] of [
            ['composer.json', composerJson],
            ['composer.lock', composerLock]
        ])
            if (content !== null)
                await files.write(files.join(folder, name), content);
        return { exitCode, stdout, stderr, timedOut: false };
    };
    return { ...composer, run };
}
async function readFiles(files, folder) {
    const [composerJson = null, composerLock = null] = await Promise.all(['composer.json', 'composer.lock'].map((name) => files.read(files.join(folder, name))));
    return { composerJson, composerLock };
}
function question(before, args, { securityBlocking }) {
    return sha256(JSON.stringify([args, securityBlocking ?? null, before.composerJson, before.composerLock]));
}
function answer({ exitCode, stdout, stderr }) {
    return { exitCode, stdout, stderr };
}
/**
 * Whether the same question has the same answer as long as the repositories are unchanged: no network, no foreign code.
 */
function isLasting(args, options, result) {
    const { exitCode, timedOut, stderr } = result;
    const resolved = exitCode === 0 || exitCode === 2;
    const whole = !timedOut && !stderr.includes('could not be fully loaded');
    return resolved && whole && args.includes('--no-plugins') && !options.composerFile && !options.onLine;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/memory/plan-memory.js









// Increase it if the content of an entry or its proof changes.
const format = 2;
const remembered = schemas/* strictObject */.rej({
    proofs: schemas/* array */.YOg(proof),
    calls: schemas/* array */.YOg(composerCall),
    /** Whether a repository provides advisories for `composer audit`. */
    advises: schemas/* boolean */.zMY(),
    /** When Composer was answered, in milliseconds, if advisories decided with it; null if they did not. */
    advisedAt: schemas/* number */.aig().nullable()
});
// No proof shows that advisories are still the same. A plan only shows what would be done, and audits the new lock anew.
const adviceLasts = 10 * 60_000;
/**
 * Composer that repeats the answers of an earlier run if everything they depend on is proven to be the same: the files
 * of the project, the programs, the credentials, and each file of the repositories that it had read. If anything
 * differs or is unknown, the real Composer answers.
 */
async function openPlanMemory(input) {
    const { composer, files, ask, repositories } = input;
    const plain = { composer, remembers: false, keep: () => Promise.resolve() };
    const [cache, composerVersion, php, asked] = await Promise.all([
        input.cache,
        input.composerVersion,
        input.php,
        askForIndexes(ask, repositories)
    ]);
    if (cache === null || composerVersion === null || php === null || asked === null)
        return plain;
    const identity = JSON.stringify([format, composerVersion, php, input.given]);
    const known = remembered.safeParse((0,read_json/* parsed */.Yz)((await cache.read(identity)) ?? ''));
    if (known.success) {
        const [indexes, rest] = parted(known.data.proofs, repositories);
        const { advises, advisedAt } = known.data;
        const fresh = advisedAt === null || Math.abs(input.now() - advisedAt) < adviceLasts;
        if (fresh && sameProofs(indexes, indexProofs(asked)) && (await stillHold(ask, rest)))
            return {
                ...plain,
                composer: replayComposer(composer, files, known.data.calls),
                remembers: true,
                advises: () => Promise.resolve(advises)
            };
    }
    const recording = recordComposer(composer, files);
    const everywhere = [input.productName];
    const began = input.now();
    return {
        composer: recording.composer,
        remembers: false,
        keep: async () => {
            const calls = recording.calls();
            if (calls === null || calls.length === 0)
                return;
            const proofs = await collectProofs({ ...input, asked, everywhere }).catch(() => null);
            if (proofs === null)
                return;
            const indexes = asked.map(({ index }) => (0,read_json/* parsed */.Yz)(index.text()));
            // Composer from 2.9 on asks repositories for advisories, or for packages that they block, while it resolves.
            const decided = (0,composer_version/* isAtLeast */.du)(composerVersion, '2.9') && indexes.some((index) => (0,repository_shape/* repositoryShape */.Ms)(index)?.advises);
            const more = { advises: indexes.some(repository_shape/* tellsOfAdvisories */.pm), advisedAt: decided ? began : null };
            await cache.write(identity, JSON.stringify({ proofs, calls, ...more }));
        }
    };
}
/** The indexes have been fetched already. */
function parted(proofs, repositories) {
    const urls = new Set(repositories.map(({ url }) => (0,composer_repositories/* packagesUrl */.XF)(url)));
    return [proofs.filter(({ url }) => urls.has(url)), proofs.filter(({ url }) => !urls.has(url))];
}
function sameProofs(a, b) {
    const text = (proofs) => sha256(proofs
        .map(({ url, kind, value }) => `${url} ${kind} ${value}`)
        .sort()
        .join('\n'));
    return text(a) === text(b);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/cache/cache-folder.js

/** The variable that names the folder of the cache between runs; `off` for no cache. */
const cacheVariable = 'MAGENTO_CLOUD_UPGRADE_CACHE';
/**
 * The cache folder of this user, or null. On CI runners, where the next job may be somebody else's, there is no cache
 * unless the variable names a folder.
 */
function cacheFolder(environment) {
    const named = environment[cacheVariable] ?? '';
    if (named !== '')
        return (0,external_node_path_.isAbsolute)(named) ? named : null;
    if (isSet(environment['CI']) || isSet(environment['GITHUB_ACTIONS']))
        return null;
    const { XDG_CACHE_HOME: cache = '', HOME: home = '' } = environment;
    if ((0,external_node_path_.isAbsolute)(cache))
        return (0,external_node_path_.join)(cache, 'magento-cloud-upgrade');
    return (0,external_node_path_.isAbsolute)(home) ? (0,external_node_path_.join)(home, '.cache', 'magento-cloud-upgrade') : null;
}
function isSet(value) {
    return value !== undefined && value !== '' && value !== 'false';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/composer/git-access.js
var git_access = __webpack_require__(5636);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/child-environment.js
var child_environment = __webpack_require__(682);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/php-identity.js

// Composer treats extensions and their libraries as packages, with the versions that phpinfo() shows.
const script = 'echo PHP_VERSION, " ", PHP_INT_SIZE, " ", PHP_OS, " "; ob_start(); phpinfo(INFO_MODULES); echo hash("sha256", ob_get_clean());';
/** A text that changes with PHP, its extensions, their libraries and settings; null if PHP does not start. */
async function phpIdentity(run, environment) {
    const { exitCode, stdout } = await run(['php', '-r', script], { env: (0,child_environment/* childEnvironment */.Qc)(environment, {}), cwd: '/' });
    return exitCode === 0 ? stdout : null;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/http/proxied-fetch.js + 1 modules
var proxied_fetch = __webpack_require__(367);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/run-command.js + 3 modules
var run_command = __webpack_require__(4636);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/cache/seal.js

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
/** The key derived from a password and a salt; slow to guess (scrypt with Node's own costs). */
function deriveKey(password, salt) {
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(password, salt, 32, (error, key) => {
            if (error)
                reject(error);
            else
                resolve(key);
        });
    });
}
/** The name of an entry; without the key it reveals nothing about the entry. */
function entryName(key, identity) {
    return (0,external_node_crypto_.createHmac)('sha256', key).update(identity).digest('hex');
}
/** Encrypts a text, and binds it to the name of its entry. */
function seal(key, name, text) {
    const iv = (0,external_node_crypto_.randomBytes)(ivBytes);
    const cipher = (0,external_node_crypto_.createCipheriv)(algorithm, key, iv).setAAD(Buffer.from(name));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
}
/** Decrypts a text. Throws if the text or its name was changed. */
function unseal(key, name, content) {
    const iv = content.subarray(0, ivBytes);
    const tag = content.subarray(ivBytes, ivBytes + tagBytes);
    const decipher = (0,external_node_crypto_.createDecipheriv)(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(name));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(content.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/cache/sealed-cache.js





const saltBytes = 32;
const sealed_cache_mostBytes = 32 * 1024 * 1024;
const mostEntries = 16;
const oneDay = 24 * 3600 * 1000;
const entryFile = /^\.?[0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/;
/**
 * Opens a private folder of this user (0700, made if missing) as a cache whose entries nobody can read or make without
 * the password. Null if the folder is a link, somebody else's, or open to others.
 */
async function openSealedCache(folder, password) {
    try {
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        const info = await (0,promises_.lstat)(folder);
        if (!info.isDirectory() || !isMine(info))
            return null;
        const key = await deriveKey(password.reveal(), await saltOf(folder));
        return {
            read: (identity) => sealed_cache_readEntry(folder, entryName(key, identity), key).catch(() => null),
            write: (identity, text) => {
                const name = entryName(key, identity);
                return writeEntry(folder, name, seal(key, name, text)).catch(() => undefined);
            }
        };
    }
    catch {
        return null;
    }
}
async function sealed_cache_readEntry(folder, name, key) {
    const found = await readOwn((0,external_node_path_.join)(folder, name));
    if (found === null || Math.abs(Date.now() - found.modified) > oneDay)
        return null;
    return unseal(key, name, found.content);
}
async function writeEntry(folder, name, content) {
    if (content.length > sealed_cache_mostBytes)
        return;
    const temporary = (0,external_node_path_.join)(folder, `.${name}.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.writeFile)(temporary, content, { mode: 0o600, flag: 'wx' });
        await (0,promises_.rename)(temporary, (0,external_node_path_.join)(folder, name));
    }
    finally {
        await (0,promises_.rm)(temporary, { force: true });
    }
    await prune(folder);
}
/** Removes entries older than a day, and of the rest all but the newest. */
async function prune(folder) {
    const names = (await (0,promises_.readdir)(folder)).filter((name) => entryFile.test(name));
    const entries = await Promise.all(names.map(async (name) => ({ name, modified: (await (0,promises_.lstat)((0,external_node_path_.join)(folder, name))).mtimeMs })));
    entries.sort((a, b) => b.modified - a.modified);
    const old = entries.filter(({ modified }, index) => index >= mostEntries || Date.now() - modified > oneDay);
    await Promise.all(old.map(({ name }) => (0,promises_.rm)((0,external_node_path_.join)(folder, name), { force: true })));
}
async function saltOf(folder) {
    const path = (0,external_node_path_.join)(folder, 'salt');
    const found = await readOwn(path).catch(() => makeSalt(folder, path));
    if (found?.content.length !== saltBytes)
        throw new Error('The salt is unusable.');
    return found.content;
}
/** If two runs begin at once, only one makes it: a hard link appears with its content and replaces nothing. */
async function makeSalt(folder, path) {
    const temporary = (0,external_node_path_.join)(folder, `.${'0'.repeat(64)}.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.writeFile)(temporary, (0,external_node_crypto_.randomBytes)(saltBytes), { mode: 0o600, flag: 'wx' });
        await (0,promises_.link)(temporary, path).catch(() => undefined);
    }
    finally {
        await (0,promises_.rm)(temporary, { force: true });
    }
    return readOwn(path);
}
/** A private plain file of this user, never through a link; null for anything else. */
async function readOwn(path) {
    // Opening a pipe would wait for its writer.
    const file = await (0,promises_.open)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    try {
        const info = await file.stat();
        if (!info.isFile() || !isMine(info) || info.size > sealed_cache_mostBytes)
            return null;
        return { content: await file.readFile(), modified: info.mtimeMs };
    }
    finally {
        await file.close();
    }
}
function isMine({ uid, mode }) {
    return uid === process.getuid?.() && (mode & 0o077) === 0;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/plan/remember-plan.js













/** Composer for a plan, which reuses its answers to the same calls within the last day; see `openPlanMemory`. */
async function rememberPlan({ options, context, ledger }, project) {
    const { auth, origins, overruled, checkout, composer, composerHome } = project;
    const { environment } = context;
    const folder = cacheFolder(environment);
    const repositories = readRepositories(checkout.composerJson);
    const password = JSON.stringify(auth);
    // The credentials are the password of the cache: without them others on this machine could read and forge entries.
    if (folder === null || repositories === null || !/"password"|"bearer"/.test(password))
        return { composer, remembers: false, keep: () => Promise.resolve() };
    const run = (0,run_command/* createRunCommand */.x)(context.signal, context.redact);
    const login = (url) => {
        const { host } = new URL(url);
        const repository = repositories.find((known) => known.host === host) ?? {
            url,
            host,
            inUrl: null,
            hasOptions: false
        };
        return (0,repository_login/* repositoryLogin */.I)({ ...repository, url }, { auth, origins, overruled })?.headers ?? null;
    };
    const { composerJson, composerLock } = checkout;
    const surroundings = {
        ...(0,child_environment/* childEnvironment */.Qc)(environment, {}),
        ...(0,git_access/* composerSshVariables */.U)(environment),
        TMPDIR: undefined
    };
    const { platform, gitConfig } = composerHome;
    const questions = [options.target, options.updateAppConfig, options.securityBlocking, project.base];
    return openPlanMemory({
        composer,
        files: files/* files */.a,
        ask: createAskRepository((0,proxied_fetch/* createFetch */.H)(environment), login),
        cache: openSealedCache(files/* files */.a.join(folder, 'plans'), new secret/* Secret */.z(password)).then((cache) => cache && noting(ledger, cache, folder)),
        composerVersion: composer.versions().then((versions) => versions?.composer ?? null),
        php: phpIdentity(run, environment),
        given: [questions, surroundings, platform, gitConfig, password, composerJson, composerLock],
        repositories,
        cacheFolder: files/* files */.a.join(composerHome.folder, 'cache'),
        project: { composerJson, composerLock },
        productName: project.composerProject.product.name,
        now: () => Date.now()
    });
}
function noting(ledger, cache, folder) {
    return {
        read: (identity) => cache.read(identity),
        write: async (identity, text) => {
            const kept = ledger.intend('cache', `Composer's answers were cached in ${folder}`);
            await cache.write(identity, text);
            kept.done();
        }
    };
}


/***/ })

};
