export const id = 236;
export const ids = [236];
export const modules = {

/***/ 4236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnose: () => (/* reexport */ diagnose),
  isPublicRepository: () => (/* reexport */ isPublicRepository),
  upgrade: () => (/* reexport */ upgrade),
  verify: () => (/* reexport */ verify)
});

// UNUSED EXPORTS: Secret, UpgradeError, backUp, camelCase, createRedact, exitCodes, listBackups, normalizeOptions, optionTable, planUpgrade, pruneBackups, renderSummary, renderText, restoreBackup, silentLogger, verifyBackup

// EXTERNAL MODULE: ./src/errors.ts
var src_errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/normalize-options.ts
var normalize_options = __webpack_require__(9243);
// EXTERNAL MODULE: ./src/project/cli-release.ts + 1 modules
var cli_release = __webpack_require__(8443);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/tools/files.ts



/** The real file system. */
const files_files = {
    read: (path) => (0,promises_.readFile)(path, 'utf8').catch(nullIfMissing),
    write: async (path, text, options) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text, options?.secret ? { mode: 0o600, flag: 'wx' } : {});
    },
    writeProgram: async (path, text) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text, { mode: 0o700, flag: 'wx' });
    },
    exists: async (path) => (await (0,promises_.stat)(path).catch(nullIfMissing)) !== null,
    remove: (path) => (0,promises_.rm)(path, { recursive: true, force: true }),
    removeIfEmpty: (path) => (0,promises_.rmdir)(path).catch(() => undefined),
    privateFolder: (name) => (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `magento-cloud-upgrade-${name}-`)),
    privateFolders: async (name) => {
        const paths = (await (0,promises_.readdir)((0,external_node_os_.tmpdir)()))
            .filter((found) => found.startsWith(`magento-cloud-upgrade-${name}-`))
            .map((found) => (0,external_node_path_.join)((0,external_node_os_.tmpdir)(), found));
        const mine = await Promise.all(paths.map(isMine));
        return paths.filter((_, index) => mine[index]);
    },
    makePrivateFolder: async (path) => {
        await (0,promises_.mkdir)(path, { recursive: true, mode: 0o700 });
    },
    list: listFiles,
    freeBytes: async (path) => {
        const { bavail, bsize } = await (0,promises_.statfs)(path);
        return bavail * bsize;
    },
    join: external_node_path_.join,
    resolve: external_node_path_.resolve,
    realPath
};
async function realPath(path) {
    const whole = (0,external_node_path_.resolve)(path);
    const real = await (0,promises_.realpath)(whole).catch(nullIfMissing);
    return real ?? (0,external_node_path_.join)(await realPath((0,external_node_path_.dirname)(whole)), (0,external_node_path_.basename)(whole));
}
async function listFiles(path) {
    const found = await (0,promises_.stat)(path).catch(nullIfMissing);
    if (found === null)
        return [];
    if (!found.isDirectory())
        return [''];
    const entries = await (0,promises_.readdir)(path, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name).slice(path.length + 1));
}
function nullIfMissing(error) {
    const code = error.code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return null;
    throw error;
}
// What others may write to could be made to mislead us.
async function isMine(path) {
    const info = await (0,promises_.lstat)(path).catch(nullIfMissing);
    return info !== null && info.isDirectory() && info.uid === process.getuid?.() && (info.mode & 0o077) === 0;
}

;// CONCATENATED MODULE: ./src/project/http-answer.ts
// A head that curl --fail gave up on may lack its empty line.
const head = /^HTTP\/\d(?:\.\d)? \d{3}.*\r?\n(?:[^\r\n]+\r?\n)*(?:\r?\n)?/;
/** Takes the heads off: one of each proxy and each 1xx answer may stand before that of the answer itself. */
function readHttpAnswer(text) {
    let body = text;
    let last = '';
    for (;;) {
        const found = head.exec(body)?.[0];
        if (found === undefined)
            return { headers: readHeaders(last), body };
        last = found;
        body = body.slice(found.length);
    }
}
function readHeaders(lines) {
    const pairs = [...lines.matchAll(/^([\w-]+):[ \t]*(.*?)[ \t]*\r?$/gm)];
    return new Map(pairs.map(([, name = '', value = '']) => [name.toLowerCase(), value]));
}
/**
 * Seconds that a server asks to be left alone for (RFC 9110, 10.2.3), from a number or a date; null where it does not.
 * A date is compared with the server's own `Date`, and with `now` where there is none.
 */
function retryAfterSeconds({ headers }, now) {
    const asked = headers.get('retry-after') ?? '';
    if (/^\d+$/.test(asked))
        return Number(asked);
    // Date.parse takes many a word for a date; HTTP dates begin with a day of the week.
    const until = /^[A-Z][a-z]{2}/.test(asked) ? Date.parse(asked) : NaN;
    if (Number.isNaN(until))
        return null;
    const sent = Date.parse(headers.get('date') ?? '');
    return Math.max(0, Math.ceil((until - (Number.isNaN(sent) ? now.getTime() : sent)) / 1000));
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(4995);
;// CONCATENATED MODULE: ./src/tools/magento-cloud/judge-exit.ts


const untouched = 'The environment is as it was.';
const network = /cURL error (6|7|28|35|52|56)\b|curl: \((6|7|28|35|52|56)\)|Connection refused|timed out/i;
const certificate = /cURL error (58|60|77)\b|curl: \((58|60|77)\)|certificate verify failed/i;
/**
 * Why a call of `magento-cloud` failed, as an error that the user can act on. Exit codes alone do not tell:
 * 1 is also a refused token, 255 is ssh, any unhandled HTTP status and a crash of PHP.
 */
function judgeExit(args, result, program = 'magento-cloud') {
    const command = `magento-cloud ${args[0] ?? ''}`;
    const told = lastWords(result.stderr);
    const asked = args.includes('--include') ? retryAfterSeconds(readHttpAnswer(result.stdout), new Date()) : null;
    const error = (code, message, next) => new src_errors/* UpgradeError */.f(code, { message: `${command}: ${message}`, unchanged: untouched, next, retryAfterSeconds: asked });
    const { exitCode, stderr } = result;
    if (result.timedOut)
        return error('retry-later', 'no answer in time.', 'Run again later.');
    if (exitCode === 130 || exitCode === 143)
        return error('interrupted', 'stopped.', 'Run again.');
    if (exitCode === 127) {
        return program === 'magento-cloud'
            ? error('preflight-failed', 'the program is missing.', 'Set cli-version to have it installed, or put it on PATH.')
            : error('preflight-failed', 'PHP is missing, which it runs on.', 'Install it, e.g. apt-get install php-cli.');
    }
    if (exitCode === 3 || /API token is invalid/i.test(stderr) || httpStatus(stderr) === 401)
        return error('bad-secret', 'the API token is refused.', 'Create a new API token for cloud-token.');
    if (/Specified project not found/i.test(stderr) || exitCode === 2)
        return error('preflight-failed', 'there is no such project for this token.', 'Check the option project.');
    if (/Specified environment not found/i.test(stderr))
        return error('preflight-failed', 'there is no such environment.', 'Check the option environment.');
    return judgeTransport(result, told, error, asked === null ? '' : `, again in ${asked} s`);
}
function judgeTransport({ exitCode, stderr }, told, error, again) {
    const status = httpStatus(stderr);
    if (exitCode === 6 || status === 403)
        return error('preflight-failed', 'the token has no right to do this.', 'Give its user access to the environment.');
    if (certificate.test(stderr))
        return error('preflight-failed', `the platform's certificate is not trusted: ${told}`, 'Set SSL_CERT_FILE.');
    if (/Unable to parse JSON/i.test(stderr))
        return error('retry-later', "the platform's API answered something else than JSON.", 'Run again later.');
    if (exitCode === 5 || network.test(stderr))
        return error('retry-later', `the platform is out of reach: ${told}`, 'Check the network, then run again.');
    if (status === 429 || (status !== null && status >= 500) || stderr.includes('[ServerException]'))
        return error('retry-later', `the platform's API is out of order (HTTP ${status ?? '5xx'}${again}).`, 'Run again later.');
    if (status === 404)
        return error('preflight-failed', 'not found (HTTP 404).', 'Check project and environment.');
    return error('preflight-failed', `exit code ${exitCode}: ${told}`, 'Run the command by hand to see all of it.');
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
    return lines.slice(-4).join(' ').slice(0, 300) || 'no message';
}

;// CONCATENATED MODULE: ./src/tools/magento-cloud/call.ts





const callSeconds = 90;
const retries = 3;
/** The calls for one clean home folder. */
function createCall({ run, program, env, home, retryPauseSeconds, patienceSeconds, signal }) {
    const attempt = async (args, options) => {
        // A home that is missing is exit code 255 without a word.
        await (0,promises_.mkdir)(home, { recursive: true, mode: 0o700 });
        // Outside of any checkout: a mapped one would change what the commands work on.
        return run([...program, ...args], { env, cwd: home, timeoutSeconds: callSeconds, ...options });
    };
    const once = async (args) => {
        const result = await attempt(args);
        if (result.exitCode !== 0 || result.timedOut)
            throw judgeExit(args, result, program[0]);
        return result.stdout;
    };
    return {
        attempt,
        once,
        read: (args, parse) => {
            let patience = patienceSeconds;
            return (0,p_retry/* default */.Ay)(async () => parse(await once(args)), {
                retries,
                minTimeout: retryPauseSeconds * 1000,
                shouldRetry: async ({ error }) => {
                    if (!(error instanceof src_errors/* UpgradeError */.f) || error.code !== 'retry-later')
                        return false;
                    const asked = error.retryAfterSeconds ?? 0;
                    if (asked > patience)
                        return false;
                    patience -= asked;
                    await (0,external_node_timers_promises_.setTimeout)(asked * 1000, undefined, signal && { signal });
                    return true;
                }
            });
        }
    };
}

;// CONCATENATED MODULE: ./src/tools/child-environment.ts
// What a child needs to find programs, reach the network through proxies and trust the machine's certificates.
const allowed = [
    'PATH',
    'TMPDIR',
    'LANG',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    'NODE_EXTRA_CA_CERTS',
    'CURL_CA_BUNDLE',
    'GIT_SSL_CAINFO',
    'HTTP_PROXY',
    'HTTPS_PROXY',
    'NO_PROXY',
    'ALL_PROXY',
    'http_proxy',
    'https_proxy',
    'no_proxy',
    'all_proxy'
];
/**
 * The environment of a child process: an allow-list of `parent` and what the tool adds. Everything else stays
 * out, above all INPUT_*, ACTIONS_*, tokens and MAGENTO_CLOUD_*, which change what Composer and magento-cloud do.
 */
function childEnvironment(parent, extra, names = []) {
    const inherited = [...allowed, ...names].flatMap((name) => {
        const value = parent[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(inherited), ...extra };
}

;// CONCATENATED MODULE: ./src/tools/magento-cloud/cloud-environment.ts

const prefix = 'MAGENTO_CLOUD_CLI_';
// Credentials and state of somebody else, and what would print request headers and database passwords.
const kept = ['TOKEN', 'API_TOKEN', 'HOME', 'SESSION_ID', 'DEBUG'].map((name) => prefix + name);
/**
 * The environment of `magento-cloud`: its own settings (endpoints and the like) pass through, the selectors
 * `MAGENTO_CLOUD_PROJECT`, `_BRANCH` … do not, because they change what every command works on.
 */
function cloudEnvironment(parent, home, token) {
    const settings = Object.keys(parent).filter((name) => name.startsWith(prefix) && !kept.includes(name));
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
    return childEnvironment(parent, own, ['CLI_CONFIG_FILE', ...settings]);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
;// CONCATENATED MODULE: ./src/tools/magento-cloud/parse-output.ts

/** The error for an answer that the platform's API does not give in good health. */
function unexpectedAnswer(what) {
    return new src_errors/* UpgradeError */.f('retry-later', {
        message: `The platform's API answered with ${what}.`,
        unchanged: 'The environment is as it was.',
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
/** The logins in the output of `environment:ssh --pipe --all`, each once; throws `retry-later` where there is none. */
function parseHosts(text) {
    const hosts = [...new Set(text.split(/\s+/).filter((word) => /^[\w.-]+@[\w.-]+$/.test(word)))];
    if (hosts.length === 0)
        throw unexpectedAnswer('no SSH login');
    return hosts;
}
/** The address in the output of `environment:url --primary --pipe`, or null. */
function parseUrl(text) {
    return /https?:\/\/\S+/.exec(text)?.[0] ?? null;
}

;// CONCATENATED MODULE: ./src/tools/magento-cloud/parse-environment.ts


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
        throw unexpectedAnswer('something else than an environment');
    const { id, type, status, head_commit, _links } = parsed.data;
    const dedicated = Object.values(_links).some((link) => dedicatedLogin.test(hrefOf(link)));
    return { id, type, status, headCommit: head_commit ?? null, dedicated };
}
function hrefOf(link) {
    const parsed = schemas/* object */.Ikc({ href: schemas/* string */.YjP() }).safeParse(link);
    return parsed.success ? parsed.data.href : '';
}

;// CONCATENATED MODULE: ./src/tools/magento-cloud/ssh-identity.ts



/** The key pair and certificate where `ssh-cert:load` leaves them; throws `retry-later` where they are not. */
async function findSshIdentity(home) {
    const keyFile = (0,external_node_path_.join)(home, '.magento-cloud', '.session', 'sess-cli-default', 'ssh', 'id_ed25519');
    const certificateFile = `${keyFile}-cert.pub`;
    if (!(await exists(keyFile)) || !(await exists(certificateFile)))
        throw unexpectedAnswer('no SSH certificate');
    return { keyFile, certificateFile };
}
async function exists(file) {
    return (0,promises_.access)(file).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./src/tools/magento-cloud/parse-lists.ts


const integrations = schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP() }));
const variables = schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), is_enabled: schemas/* boolean */.zMY().optional(), visible_runtime: schemas/* boolean */.zMY().optional() }));
/** Whether the project's integrations hold one with GitHub; throws `retry-later` for an answer that is no list. */
function isGitHubIntegration(answer) {
    const parsed = integrations.safeParse(answer);
    if (!parsed.success)
        throw unexpectedAnswer('no list of integrations');
    return parsed.data.some(({ type }) => type === 'github');
}
/** Whether a list of variables holds `name` in a state in which the deployment sees it. */
function isLiveVariable(answer, name) {
    const parsed = variables.safeParse(answer);
    if (!parsed.success)
        throw unexpectedAnswer('no list of variables');
    return parsed.data.some((variable) => variable.name === name && variable.is_enabled !== false && variable.visible_runtime !== false);
}

;// CONCATENATED MODULE: ./src/tools/magento-cloud.ts








/** `magento-cloud`, without its caches, its updates and anything that the machine's user has configured. */
function createMagentoCloud(input) {
    const { run, home, project } = input;
    const env = cloudEnvironment(input.parentEnvironment, home, input.token);
    const program = input.phar ? ['php', input.phar] : ['magento-cloud'];
    const pause = input.retryPauseSeconds ?? 1;
    const patience = { patienceSeconds: input.patienceSeconds ?? 30, signal: input.signal };
    const { attempt, read, once } = createCall({ run, program, env, home, retryPauseSeconds: pause, ...patience });
    const inProject = ['-p', project];
    const inEnvironment = [...inProject, '-e', input.environment];
    const curl = ['project:curl', ...inProject, '--fail', '--include'];
    const api = (path) => read([...curl, path], (stdout) => parseJson(readHttpAnswer(stdout).body));
    const apiEnvironment = `/environments/${encodeURIComponent(input.environment)}`;
    return {
        program: program[0],
        api,
        version: async () => {
            const result = await attempt(['--version']);
            if (result.exitCode === 127)
                return null;
            return /\d+\.\d+[\w.+-]*/.exec(result.stdout)?.[0] ?? null;
        },
        authenticate: async () => {
            await read(['project:info', ...inProject, 'id'], (stdout) => stdout);
        },
        environment: async () => parseEnvironment(await api(apiEnvironment)),
        hasGitHubIntegration: async () => isGitHubIntegration(await api('/integrations')),
        hasVariable: async (name) => isLiveVariable(await api(`${apiEnvironment}/variables`), name) || isLiveVariable(await api('/variables'), name),
        setVariable: async (name, value) => {
            const what = ['--level', 'environment', '--name', name, `--value=${value}`, '--sensitive', 'false'];
            const where = ['--visible-build', 'false', '--visible-runtime', 'true', '--json', 'false', '--prefix', 'none'];
            await once(['variable:create', ...inEnvironment, ...what, ...where, '--enabled', 'true', '--update', '--no-wait']);
        },
        sshHosts: () => read(['environment:ssh', ...inEnvironment, '--pipe', '--all'], parseHosts),
        primaryUrl: async () => {
            const args = ['environment:url', ...inEnvironment, '--primary', '--pipe'];
            const result = await attempt(args);
            if (result.exitCode === 0)
                return parseUrl(result.stdout);
            if (/environment is inactive/i.test(result.stderr))
                return null;
            throw judgeExit(args, result, program[0]);
        },
        sshIdentity: async () => {
            await read(['ssh-cert:load'], (stdout) => stdout);
            return findSshIdentity(home);
        },
        activityLog: (id) => read(['activity:log', id, ...inProject, '--refresh', '0'], (stdout) => stdout),
        dumpDatabase: async (file, relationship, { exclude, timeoutSeconds }) => {
            const without = exclude.map((name) => `--exclude-table=${name}`);
            const args = ['db:dump', ...inEnvironment, '-r', relationship, ...without, '--stdout'];
            return attempt(args, { timeoutSeconds, stdoutTo: { file, through: ['gzip', '-3'] } });
        },
        createSnapshot: async () => {
            const args = ['snapshot:create', ...inEnvironment, '--live', '--wait', '-y'];
            const { exitCode, stdout } = await attempt(args, { timeoutSeconds: 4 * 3600 });
            return exitCode === 0 ? (/^(?:Snapshot|Backup) name: (\S+)/m.exec(stdout)?.[1] ?? null) : null;
        },
        log: (name, lines) => read(['environment:logs', ...inEnvironment, name, '--lines', String(lines)], (stdout) => stdout)
    };
}

;// CONCATENATED MODULE: ./src/tools/magento-cloud/download-phar.ts


const limits = ['--max-filesize', String(100 * 1024 * 1024), '--connect-timeout', '20', '--max-redirs', '5'];
/**
 * Downloads the phar of a release into `file`, over https from end to end. By curl, which knows proxies and
 * certificates of companies and which magento-cloud itself cannot do without. Throws `retry-later` for a network or
 * server out of order, `preflight-failed` for an answer that is not going to change.
 */
async function downloadPhar({ run, environment }, release, file) {
    const protocols = release.url.startsWith('http:') ? '=http,https' : '=https';
    const how = ['--disable', '--silent', '--show-error', '--fail', '--location', '--proto', protocols, '--retry', '3'];
    const result = await run(['curl', ...how, ...limits, '--write-out', '%{http_code} %{content_type}', '--output', file, '--', release.url], { env: childEnvironment(environment, {}), timeoutSeconds: 300 });
    const [, status = '000', type = ''] = /^(\d{3}) ?(.*)$/.exec(result.stdout.trim()) ?? [];
    if (result.exitCode !== 0 || result.timedOut)
        throw judgeDownload(release, result, Number(status));
    if (type.startsWith('text/html'))
        throw pharError('preflight-failed', release, 'is a web page instead of the program.', 'Check cli-url and the proxy.');
}
/** An error about the phar, with its address but without the query, which may be signed. */
function pharError(code, { version, url }, what, next) {
    const { origin, pathname } = new URL(url);
    return new src_errors/* UpgradeError */.f(code, {
        message: `The download of magento-cloud ${version} from ${origin}${pathname} ${what}`,
        unchanged: 'It was not run and not kept; project and environment are as they were.',
        next
    });
}
const download_phar_certificate = [35, 51, 53, 58, 60, 77, 83, 90, 91];
function judgeDownload(release, { exitCode, stderr, timedOut }, status) {
    const failed = (what, next) => pharError('preflight-failed', release, what, next);
    const later = (what) => pharError('retry-later', release, what, 'Run again later, or give a mirror as cli-url.');
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
        return failed('leads to an address that is not https.', 'Give the final https address as cli-url.');
    if (exitCode === 63)
        return failed('is larger than 100 MiB.', 'Check cli-url.');
    if (download_phar_certificate.includes(exitCode))
        return failed(`failed: ${lastLine(stderr)}`, 'Set SSL_CERT_FILE.');
    return later(`failed: ${lastLine(stderr)}`);
}
function lastLine(text) {
    return (text.trim().split('\n').at(-1) ?? '').slice(0, 300);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./src/tools/magento-cloud/phar-cache.ts



/** SHA-256 of a file in hex, or null where it cannot be read. */
async function sha256Of(file) {
    const content = await (0,promises_.readFile)(file).catch(() => null);
    return content && (0,external_node_crypto_.createHash)('sha256').update(content).digest('hex');
}
/**
 * Where a release is kept between runs: below the runner's tool cache, or the user's own cache. The checksum in the
 * name keeps two files of one version apart. Null where the environment names no such folder.
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
/** Puts a file into the cache at once or not at all, its owner's alone (0600 below 0700); throws where that fails. */
async function keepPhar(file, cached) {
    const folder = (0,external_node_path_.dirname)(cached);
    await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
    const temporary = (0,external_node_path_.join)(folder, `.${(0,external_node_crypto_.randomUUID)()}`);
    try {
        await (0,promises_.copyFile)(file, temporary);
        await (0,promises_.chmod)(temporary, 0o600);
        await (0,promises_.rename)(temporary, cached);
    }
    finally {
        await (0,promises_.rm)(temporary, { force: true });
    }
}

;// CONCATENATED MODULE: ./src/tools/magento-cloud/install-phar.ts




/**
 * Puts the phar of a release into `folder`, from the cache or by download, and returns its path. The copy in the private
 * folder is what is checked and what is run: nobody can change the one after the other. Throws `preflight-failed`
 * for a wrong checksum, and what `downloadPhar` throws.
 */
async function installPhar(input, release) {
    const { folder, environment, logger } = input;
    const phar = (0,external_node_path_.join)(folder, 'magento-cloud.phar');
    const cached = cachedPhar(environment, release);
    if (cached !== null && (await copied(cached, phar))) {
        if ((await sha256Of(phar)) === release.sha256) {
            logger.info(`magento-cloud ${release.version} comes from the cache, its checksum is right.`);
            return phar;
        }
        logger.warn(`${cached} is not what was kept there: magento-cloud ${release.version} is downloaded anew.`);
    }
    await downloadPhar(input, release, phar);
    const sha256 = await sha256Of(phar);
    if (sha256 !== release.sha256) {
        const what = `has the checksum ${sha256 ?? '(none)'} instead of ${release.sha256}.`;
        throw pharError('preflight-failed', release, what, 'Compare cli-sha256 with what you trust, and check cli-url.');
    }
    logger.info(`magento-cloud ${release.version} was downloaded, its checksum is right.`);
    if (cached !== null)
        await keepPhar(phar, cached).catch((error) => {
            logger.warn(`magento-cloud could not be kept for the next run: ${String(error)}`);
        });
    return phar;
}
async function copied(from, to) {
    return (0,promises_.copyFile)(from, to).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./src/tools/pinned-ssh.ts
/**
 * Writes an `ssh` into `folder` that adds our known hosts to every call and reads no settings of the user, and returns an environment in which it comes
 * first on PATH. magento-cloud starts ssh by itself and would read the user's own known_hosts, which a fresh
 * runner does not have; its releases before 4.13 take no options for ssh.
 */
async function withPinnedSsh(files, environment, pinned) {
    const path = environment['PATH'] ?? '/usr/local/bin:/usr/bin:/bin';
    const options = {
        BatchMode: 'yes',
        StrictHostKeyChecking: pinned.hostKey === 'pinned' ? 'yes' : 'accept-new',
        UserKnownHostsFile: pinned.knownHostsFile,
        GlobalKnownHostsFile: '/dev/null',
        UpdateHostKeys: 'no',
        // An agent with many keys would use up the tries that a server allows.
        IdentitiesOnly: 'yes',
        IdentityAgent: 'none',
        ServerAliveInterval: '15',
        ServerAliveCountMax: '4'
    };
    const flags = Object.entries(options).map(([name, value]) => `-o ${quote(`${name}=${value}`)}`);
    const script = `#!/bin/sh\nexec env PATH=${quote(path)} ssh -F none ${flags.join(' ')} "$@"\n`;
    await files.writeProgram(files.join(pinned.folder, 'ssh'), script);
    return { ...environment, PATH: `${pinned.folder}:${path}` };
}
function quote(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 5 modules
var exec = __webpack_require__(2876);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./src/tools/capture-lines.ts

/** A {@link Capture} that decodes UTF-8 across chunk borders. */
function captureLines(limit, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    let text = '';
    let rest = '';
    const take = (piece) => {
        text += piece;
        if (text.length > 2 * limit)
            text = text.slice(-limit);
        if (!onLine)
            return;
        const lines = (rest + piece).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line.replace(/\r$/, ''));
    };
    return {
        add: (chunk) => {
            take(decoder.write(chunk));
        },
        end: () => {
            take(decoder.end());
            if (onLine && rest !== '')
                onLine(rest);
            rest = '';
            return text.slice(-limit);
        }
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/tools/stop-process-group.ts


const graceMilliseconds = 3000;
/** A {@link Stop} for the group whose id the process writes into `<folder>/pid` as its first act. */
function createStop(folder) {
    const state = { asked: false, timedOut: false, settled: false };
    const timers = [];
    const attempt = (signal) => {
        if (state.settled)
            return;
        // The pid file is not there yet where the end comes at the very start: try again.
        if (!signalGroup(folder, signal))
            timers.push(setTimeout(attempt, 20, signal));
    };
    return {
        get asked() {
            return state.asked;
        },
        get timedOut() {
            return state.timedOut;
        },
        now: (becauseOfDeadline) => {
            if (state.asked || state.settled)
                return;
            state.asked = true;
            state.timedOut = becauseOfDeadline;
            attempt('SIGTERM');
            timers.push(setTimeout(attempt, graceMilliseconds, 'SIGKILL'));
        },
        settle: () => {
            state.settled = true;
            timers.forEach(clearTimeout);
        }
    };
}
function signalGroup(folder, signal) {
    try {
        const pid = Number((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, 'pid'), 'utf8'));
        if (pid > 1)
            process.kill(-pid, signal);
        return pid > 1;
    }
    catch (error) {
        // ESRCH: the group has ended by itself.
        return error.code === 'ESRCH';
    }
}

;// CONCATENATED MODULE: ./src/tools/run-command.ts







/**
 * The one place where processes start. `signal` ends all of them.
 * Each runs in a process group of its own (setsid), so that an end reaches grandchildren too; the group's id
 * comes back through a file, because `@actions/exec` does not tell it.
 */
function createRunCommand(signal) {
    // As many commands may run at once as there are nodes and checks: no sign of a leak.
    if (signal)
        (0,external_node_events_.setMaxListeners)(0, signal);
    return (argv, options) => supervise(argv, { ...(signal && { signal }), ...options });
}
// POSIX sh, all data in "$@". Status files tell the stages of a pipe apart, which no shell option does everywhere. What a
// command leaves of its input is read to the end: to write to nobody is an error that `@actions/exec` does not catch.
const runScript = `echo $$ >"$1/pid"; mode=$2; shift 2
if [ "$mode" = input ]; then "$@"; status=$?; cat >/dev/null; exit "$status"; else exec "$@" </dev/null; fi`;
const pipeScript = `umask 077; set -C; echo $$ >"$1/pid"; dir=$1 mode=$2 file=$3 n=$4; shift 4
producer() { shift "$n"; if [ "$mode" = input ]; then "$@"; status=$?; cat >/dev/null; return "$status"; else "$@" </dev/null; fi; }
through() { case $n in 0) exec cat ;; 1) "$1" ;; 2) "$1" "$2" ;; 3) "$1" "$2" "$3" ;; *) exit 126 ;; esac; }
{ producer "$@"; echo $? >"$dir/producer"; } | { through "$@" >"$file"; echo $? >"$dir/through"; }`;
async function supervise(argv, options) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'magento-cloud-upgrade-run-'));
    const stop = createStop(folder);
    try {
        return await start(argv, options, folder, stop);
    }
    finally {
        stop.settle();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function start(argv, options, folder, stop) {
    if (options.signal?.aborted)
        return { exitCode: 130, stdout: '', stderr: 'stopped before it began', timedOut: false };
    const stdout = captureLines(16 * 1024 * 1024, options.onStdoutLine);
    const stderr = captureLines(1024 * 1024, options.onStderrLine);
    const onAbort = () => {
        stop.now(false);
    };
    options.signal?.addEventListener('abort', onAbort);
    const timer = options.timeoutSeconds
        ? setTimeout(() => {
            stop.now(true);
        }, options.timeoutSeconds * 1000)
        : undefined;
    try {
        const code = await (0,exec/* exec */.m)('setsid', wrap(argv, options, folder), {
            ...(options.cwd !== undefined && { cwd: options.cwd }),
            env: revealed(options.env),
            silent: true,
            ignoreReturnCode: true,
            ...(options.input !== undefined && { input: Buffer.from(textOf(options.input)) }),
            listeners: {
                stdout: (chunk) => {
                    stdout.add(chunk);
                },
                stderr: (chunk) => {
                    stderr.add(chunk);
                }
            }
        });
        // exec types the code as a number, but hands out null for a child that a signal ended.
        const ended = code ?? (stop.asked ? 143 : 137);
        return {
            exitCode: options.stdoutTo ? await statusOf(folder, 'producer', ended || 137) : ended,
            stdout: stdout.end(),
            stderr: stderr.end(),
            timedOut: stop.timedOut,
            ...(options.stdoutTo && { throughExitCode: await statusOf(folder, 'through', ended || 137) })
        };
    }
    finally {
        clearTimeout(timer);
        options.signal?.removeEventListener('abort', onAbort);
    }
}
function wrap(argv, options, folder) {
    const mode = options.input === undefined ? 'closed' : 'input';
    if (!options.stdoutTo)
        return ['sh', '-c', runScript, 'run', folder, mode, ...argv];
    const { file, through = [] } = options.stdoutTo;
    return ['sh', '-c', pipeScript, 'pipe', folder, mode, file, String(through.length), ...through, ...argv];
}
async function statusOf(folder, stage, otherwise) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, stage), 'utf8').catch(() => '');
    return /^\d+$/.test(text.trim()) ? Number(text) : otherwise;
}
function textOf(value) {
    return typeof value === 'string' ? value : value.reveal();
}
function revealed(env) {
    return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, textOf(value)]));
}

;// CONCATENATED MODULE: ./src/tools/ssh-certificate.ts

// What magento-cloud calls about to end, too: it renews nothing that is good for longer.
const spareMilliseconds = 120_000;
/**
 * Looks at the end of the certificate before each use, and has it issued anew in time: it is good for an hour, and a
 * deployment may take longer. Throws UpgradeError `bad-secret` where a new one has ended already.
 */
function renewingIdentity({ run, env, issue, remove, now = Date.now }) {
    let current = null;
    // Null for what cannot be read: that is issued anew each time.
    const timeLeft = async ({ certificateFile }) => {
        const end = certificateFile === null ? Infinity : await certificateEnd(run, env, certificateFile);
        return end === null ? null : end - now();
    };
    const identity = async (refused) => {
        if (current !== null && !refused && ((await timeLeft(current)) ?? 0) > spareMilliseconds)
            return current;
        // One that is still good by its dates would not be issued anew.
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
/** When a certificate ends, in milliseconds since 1970: Infinity for never, null where ssh-keygen cannot read it. */
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
    return new src_errors/* UpgradeError */.f('bad-secret', {
        message: 'The SSH certificate that magento-cloud has just issued has ended already.',
        unchanged: 'The environment is as it was.',
        next: "Set this machine's clock, or give a key in ssh-private-key."
    });
}

;// CONCATENATED MODULE: ./src/project/private-key.ts
const block = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/;
const wholeFile = 'Give the whole file, from -----BEGIN to END----- with its line breaks.';
// What people put in the place of a private key, and what to give instead. The first that fits counts.
const mistakes = [
    [/^$/, 'it is empty', wholeFile],
    [
        /^PuTTY-User-Key-File-/,
        'it is a key in the format of PuTTY',
        'Convert it: puttygen key.ppk -O private-openssh -o key, and give the file key.'
    ],
    [/-cert-v01@openssh\.com /, 'it is a certificate', 'Give the private key that belongs to it.'],
    [
        /^(?:ssh-|ecdsa-|sk-)\S+ AAAA|^---- BEGIN SSH2 PUBLIC KEY|-----BEGIN (?:RSA )?PUBLIC KEY-----/,
        'it is the public half of a key',
        'Give the private key: the file without .pub.'
    ],
    [
        /^(?:\d+ )?(?:SHA256:[A-Za-z0-9+/=]{43}|MD5:|(?:[0-9a-f]{2}:){15}[0-9a-f]{2})/i,
        'it is the fingerprint of a key',
        'Give the private key itself.'
    ],
    [/-----BEGIN CERTIFICATE-----/, 'it is a certificate', 'Give the private key that belongs to it.'],
    [
        /^\S+ (?:ssh-|ecdsa-)\S+ AAAA/,
        'it is a line of known_hosts',
        'That belongs into known-hosts. Give the private key here.'
    ],
    [/-----BEGIN /, 'its end is missing', wholeFile],
    [/-----END /, 'its beginning is missing', wholeFile],
    [/^(?:~|\.{0,2}\/|[A-Za-z]:\\)\S*$/, 'it is the name of a file', 'Give the content of that file.']
];
/**
 * The private key in `given` as ssh reads it. Secrets lose their line ends, gain quotes or indents, or are put into
 * base64 on their way: that is repaired. Anything else is told apart, without showing any of it.
 */
function readPrivateKey(given) {
    const text = unwrap(given);
    const found = block.exec(text) ?? block.exec(fromBase64(text));
    if (found)
        return { text: render(found[1] ?? '', found[2] ?? '') };
    const [, why, next] = mistakes.find(([pattern]) => pattern.test(text)) ?? [null, 'it is no private key', wholeFile];
    return { text: null, why, next };
}
// A byte order mark counts as white space, and so goes with the rest.
function unwrap(given) {
    const text = given.replaceAll(/\\r\\n|\\n|\r\n?/g, '\n').trim();
    return text.replace(/^(["'`])([\s\S]*)\1$/, '$2').trim();
}
// The alphabet of base64 has no dash, so that a key itself is never taken for it.
function fromBase64(text) {
    const compact = text.replaceAll(/\s/g, '');
    return /^[A-Za-z0-9+/_]+=*$/.test(compact) ? unwrap(Buffer.from(compact, 'base64').toString('latin1')) : '';
}
// Headers (Proc-Type: …) stand in older files, before an empty line.
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

;// CONCATENATED MODULE: ./src/tools/ssh-key.ts


/**
 * Writes a private key into `folder` (mode 0600) as ssh can read it, repaired where that is possible. Throws
 * UpgradeError `bad-secret` for a public key, a key with a passphrase, or anything else that ssh-keygen does not read;
 * nothing of the key is shown.
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
        throw badKey('it has a passphrase', 'Give a key without passphrase, for this one purpose.');
    if (key.text.includes('BEGIN PRIVATE KEY'))
        throw badKey('ssh-keygen does not read this format', 'Make a new one: ssh-keygen -t ed25519 -N "" -f key');
    throw badKey('ssh-keygen cannot read it: it is cut off or damaged', 'Give the whole file, from BEGIN to END.');
}
function badKey(why, next) {
    return new src_errors/* UpgradeError */.f('bad-secret', {
        message: `The key in ssh-private-key cannot be used: ${why}.`,
        unchanged: 'Nothing was changed.',
        next
    });
}

;// CONCATENATED MODULE: ./src/project/in-band-status.ts
/**
 * A bash script that runs `script` between two marks. ssh exits 255 for its own failures and for remote ones
 * alike, so the status has to come in-band; `nonce` must be fresh, so that no output can pass for it.
 */
function wrapScript(nonce, script) {
    return [
        `printf '\\n%s begin\\n' '${nonce}'`,
        // The script is read from descriptor 3: its commands cannot eat it from stdin, and it is on no argv.
        `bash /dev/fd/3 3<<'${nonce}' </dev/null`,
        script,
        nonce,
        `printf '\\n%s end %s\\n' '${nonce}' "$?"`,
        ''
    ].join('\n');
}
/** The same for a script that gets data on its stdin, and so has to come in another way. */
function wrapFedScript(nonce, script) {
    return [`printf '\\n%s begin\\n' '${nonce}'`, '(', script, ')', `printf '\\n%s end %s\\n' '${nonce}' "$?"`].join('\n');
}
/** Reads what comes back; everything before the first mark is a banner or a notice. */
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
/** What a wrapped script prints before its own output. */
function beginMark(nonce) {
    return `\n${nonce} begin\n`;
}

;// CONCATENATED MODULE: ./src/project/ssh-failure.ts
const causes = [
    [
        /REMOTE HOST IDENTIFICATION HAS CHANGED/,
        'host-key',
        'the host key has changed; if that was announced, put the new key into known-hosts, otherwise somebody may be listening'
    ],
    [
        /Host key verification failed|No .* host key is known/,
        'host-key',
        'the host key is not known; compare it with what its owner tells, then put it into known-hosts, or set ssh-host-key: accept-new once'
    ],
    [
        /Permission denied/,
        'login',
        'the key or certificate was refused; check ssh-private-key or cloud-token, and that the user has SSH access'
    ],
    [/Could not resolve hostname/, 'connection', 'the host name cannot be resolved'],
    [/Connection refused/, 'connection', 'the connection was refused'],
    [/timed out|Timeout, server/i, 'connection', 'the host does not answer'],
    [/error in libcrypto|invalid format|bad permissions/i, 'login', 'the private key cannot be read']
];
/** Why a remote script gave no exit code. The fingerprint that ssh names is kept: it is what has to be compared. */
function explainSshFailure({ stderr, begun, deadlineSeconds }) {
    if (deadlineSeconds !== null)
        return { kind: 'script', words: `it did not end within ${deadlineSeconds} seconds` };
    const lost = 'the connection was lost before the script ended';
    if (begun)
        return { kind: 'script', words: lost };
    const [, kind, words] = causes.find(([pattern]) => pattern.test(stderr)) ?? [null, 'connection', lost];
    const fingerprint = /SHA256:[A-Za-z0-9+/]{43}/.exec(stderr)?.[0];
    return { kind, words: fingerprint === undefined ? words : `${words} (${fingerprint})` };
}
/** How a run ends for which SSH fails in this way before anything else does; null where that depends on the step. */
function sshFailureCode(kind) {
    if (kind === 'host-key')
        return 'preflight-failed';
    return kind === 'login' ? 'bad-secret' : null;
}
/** What to do about it, one sentence. */
function sshFailureFix(kind, host) {
    if (kind === 'host-key')
        return 'Compare the fingerprint with the one that the owner of the host tells; only where they agree, put its line into known-hosts.';
    if (kind === 'login')
        return 'Check ssh-private-key or cloud-token, and that its user has SSH access to this environment.';
    return `Try by hand: ssh ${host}; then run again.`;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
;// CONCATENATED MODULE: ./src/tools/piped-input.ts






/** Runs a process whose stdin is `source`, read no faster than the process takes it: through a named pipe. */
async function runWithInput(run, argv, { source, ...options }) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'magento-cloud-upgrade-pipe-'));
    const pipe = (0,external_node_path_.join)(folder, 'stdin');
    try {
        await run(['mkfifo', '-m', '600', pipe], { env: options.env });
        const writing = (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(source), (0,external_node_fs_.createWriteStream)(pipe)).then(() => null, (error) => (error instanceof Error ? error.message : String(error)));
        const redirect = ['sh', '-c', 'pipe=$1; shift; exec "$@" <"$pipe"', 'feed', pipe];
        const result = await run([...redirect, ...argv], options);
        // A process that never opened the pipe leaves its writer waiting: be a reader for a moment.
        await (await (0,promises_.open)(pipe, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK)).close();
        return { result, failure: await writing };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./src/tools/piped-output.ts




/**
 * Reads the output of a process while it runs, no faster than `read` takes it: through a named pipe, which makes the
 * process wait. `start` gets the pipe's path for its stdout. A `read` that throws closes the pipe, which ends the
 * process; its error comes out once the process has ended.
 */
async function withPipe(run, start, read) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'magento-cloud-upgrade-pipe-'));
    const file = (0,external_node_path_.join)(folder, 'stdout');
    try {
        await run(['mkfifo', '-m', '600', file], { env: { PATH: process.env['PATH'] ?? '' } });
        const source = (0,external_node_fs_.createReadStream)(file, { highWaterMark: 256 * 1024 });
        const reading = read(source).finally(() => source.destroy());
        // The error is awaited below; until then it must not count as unhandled.
        reading.catch(() => undefined);
        const result = await start(file);
        await release(file);
        return { value: await reading, result };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** A process that never opened the pipe leaves its reader waiting for a writer: be one for a moment. */
async function release(file) {
    const handle = await (0,promises_.open)(file, external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_NONBLOCK).catch(() => null);
    await handle?.close();
}
const noiseLimit = 1024 * 1024;
/** What follows the first `mark` of a stream; nothing where it does not come within the first MiB. */
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

;// CONCATENATED MODULE: ./src/tools/ssh/resume-download.ts



/** A connection that ended before everything was sent. */
class LostConnection extends Error {
}
/**
 * Reads a remote file with `read`, and goes on behind the last byte that arrived where the connection breaks, five
 * times. Whether it all belongs together is the reader's to prove, by the checksum of the whole. Throws what `read`
 * throws, and the last error of `send`.
 */
async function resumeDownload(send, read) {
    const whole = new external_node_stream_.PassThrough();
    const reading = read(whole);
    // Nobody takes anything any more: the process that sends is to end. The error is the caller's, below.
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

;// CONCATENATED MODULE: ./src/tools/ssh/ssh-options.ts
/** The login as a command line for GIT_SSH_COMMAND, which git hands to a shell. */
function gitSshCommand(input) {
    return ['ssh', ...sshOptions(input)].map(ssh_options_quote).join(' ');
}
/** The options of ssh for a login. */
function sshOptions({ identity, knownHostsFile, hostKey, connectTimeoutSeconds, keepAliveSeconds = 15 }) {
    const options = {
        BatchMode: 'yes',
        IdentitiesOnly: 'yes',
        IdentityAgent: 'none',
        StrictHostKeyChecking: hostKey === 'pinned' ? 'yes' : 'accept-new',
        UserKnownHostsFile: knownHostsFile,
        GlobalKnownHostsFile: '/dev/null',
        UpdateHostKeys: 'no',
        ForwardAgent: 'no',
        ConnectTimeout: String(connectTimeoutSeconds),
        // A frozen peer is given up after a minute instead of never.
        ServerAliveInterval: String(keepAliveSeconds),
        ServerAliveCountMax: '4',
        IdentityFile: identity.keyFile,
        ...(identity.certificateFile !== null && { CertificateFile: identity.certificateFile })
    };
    return ['-F', 'none', '-T', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
}
/** A word as a shell reads it. */
function ssh_options_quote(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./src/tools/ssh.ts








/** An {@link Ssh} with one identity. */
function createSsh(input) {
    const { run } = input;
    const env = childEnvironment(input.environment, { LC_ALL: 'C.UTF-8' });
    const { identity } = input;
    const whoAmI = typeof identity === 'function' ? identity : () => Promise.resolve(identity);
    const call = async (host, command, refused = false) => [
        'ssh',
        ...sshOptions({ ...input, identity: await whoAmI({ refused }) }),
        '--',
        host,
        ...command
    ];
    // ssh names a host key that has changed, but not one that it has never seen.
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
            const attempt = async (refused) => run(await call(host, ['bash', '-s'], refused), { env, input: wrapScript(nonce, script), timeoutSeconds });
            const first = await attempt(false);
            // A certificate may be refused before its time; a key stays what it is.
            const again = typeof identity === 'function' && first.exitCode === 255 && isRefused(first);
            const result = again ? await attempt(true) : first;
            return remoteResult(nonce, await withFingerprint(host, result), timeoutSeconds);
        },
        stream: async (host, script, read, { timeoutSeconds }) => {
            const nonce = `mcu-${(0,external_node_crypto_.randomUUID)()}`;
            const begin = Buffer.from(beginMark(nonce));
            const seen = { begin: false };
            const { value, result } = await withPipe(run, async (file) => run(await call(host, ['bash', '-s']), {
                env,
                input: wrapScript(nonce, script),
                timeoutSeconds,
                stdoutTo: { file }
            }), (source) => read(afterMark(source, begin, () => {
                seen.begin = true;
            })));
            const text = seen.begin ? begin.toString() + value.rest.toString() : '';
            return { value, result: remoteResult(nonce, { ...result, stdout: text }, timeoutSeconds) };
        },
        feed: async (host, script, source, { timeoutSeconds }) => {
            const nonce = `mcu-${(0,external_node_crypto_.randomUUID)()}`;
            const argv = await call(host, ['bash', '-c', ssh_options_quote(wrapFedScript(nonce, script))]);
            const { result } = await runWithInput(run, argv, { env, source, timeoutSeconds });
            return remoteResult(nonce, result, timeoutSeconds);
        },
        download: (host, remotePath, read, { timeoutSeconds }) => {
            const deadline = performance.now() + timeoutSeconds * 1000;
            let refused = false;
            return resumeDownload(async (offset, take) => {
                const command = ['tail', '-c', `+${offset + 1}`, '--', ssh_options_quote(remotePath)];
                const argv = await call(host, command, refused);
                const left = { env, timeoutSeconds: Math.max(1, (deadline - performance.now()) / 1000) };
                const { result } = await withPipe(run, (file) => run(argv, { ...left, stdoutTo: { file } }), take);
                if (result.exitCode === 0)
                    return;
                refused = isRefused(result);
                const deadlineSeconds = result.timedOut ? timeoutSeconds : null;
                const why = explainSshFailure({ stderr: result.stderr, begun: false, deadlineSeconds }).words;
                // No program of the other side ends with 255: that is ssh's own.
                if (result.exitCode === 255 && !result.timedOut)
                    throw new LostConnection(why);
                throw new Error(result.timedOut ? why : `it ended with exit code ${result.exitCode}`);
            }, read);
        },
        copyFolder: async (host, remoteFolder, localFolder, { exclude, timeoutSeconds }) => {
            const shell = gitSshCommand({ ...input, identity: await whoAmI() });
            const flags = [
                '-rt',
                '--compress',
                '--no-links',
                '--chmod=D700,F600',
                ...exclude.map((path) => `--exclude=/${path}`)
            ];
            const places = [`${host}:${remoteFolder}/`, `${localFolder}/`];
            return run(['rsync', ...flags, '-e', shell, '--', ...places], { env, timeoutSeconds });
        }
    };
}
const unknownHostKey = /No .* host key is known/;
// Before the login nothing of the script has run, and its own words are not in stderr.
function isRefused({ stdout, stderr }) {
    return stdout === '' && stderr.includes('Permission denied (');
}
function remoteResult(nonce, result, timeoutSeconds) {
    const { exitCode, begun, output } = readInBandStatus(nonce, result.stdout);
    const deadlineSeconds = result.timedOut ? timeoutSeconds : null;
    const failure = exitCode === null ? explainSshFailure({ stderr: result.stderr, begun, deadlineSeconds }) : null;
    return {
        exitCode,
        stdout: output,
        stderr: result.stderr,
        failure: failure?.words ?? null,
        failureKind: failure?.kind ?? null
    };
}

;// CONCATENATED MODULE: ./src/open-platform.ts













/**
 * Runs `task` with the tools of one environment. What they keep (token, certificate, known hosts) lies in a
 * private folder that is removed afterwards.
 */
async function open_platform_withPlatform({ options, context }, environment, task) {
    const home = await files_files.privateFolder('platform');
    try {
        const run = createRunCommand(context.signal);
        const pinned = { knownHostsFile: await knownHosts(options, home), hostKey: options.sshHostKey };
        const cloud = createMagentoCloud({
            run,
            parentEnvironment: await withPinnedSsh(files_files, context.environment, {
                ...pinned,
                folder: files_files.join(home, 'bin')
            }),
            home,
            phar: await installed({ options, context }, run, home),
            token: options.cloudToken,
            project: options.project,
            environment,
            signal: context.signal
        });
        const identity = identitySource({ options, context }, run, cloud, home);
        const login = { ...pinned, connectTimeoutSeconds: 20 };
        let hosts = null;
        return await task({
            cloud,
            ssh: async () => {
                // What is wrong with a key or a token shows here, and not at the first script.
                await identity();
                return createSsh({ run, environment: context.environment, identity, ...login });
            },
            hosts: () => (hosts ??= forgetFailed(cloud.sshHosts(), () => (hosts = null))),
            gitSsh: async () => gitSshCommand({ ...login, identity: await identity() })
        });
    }
    finally {
        await files_files.remove(home);
    }
}
/** The phar of `cli-version`, or null where none was asked for; without a token nothing would call it. */
async function installed({ options, context }, run, folder) {
    const { release } = (0,cli_release/* cliRelease */.U)((0,normalize_options/* cliOptions */.$D)(options));
    if (release === null || options.cloudToken.isEmpty)
        return null;
    return installPhar({ run, environment: context.environment, folder, logger: context.logger }, release);
}
function identitySource({ options, context }, run, cloud, home) {
    const env = childEnvironment(context.environment, {});
    if (options.sshPrivateKey.isEmpty)
        return renewingIdentity({ run, env, issue: () => cloud.sshIdentity(), remove: (file) => files_files.remove(file) });
    let written = null;
    return () => (written ??= writeSshKey({ run, env, files: files_files }, options.sshPrivateKey, home));
}
function forgetFailed(answer, forget) {
    answer.catch(forget);
    return answer;
}
async function knownHosts(options, home) {
    if (options.knownHosts.trim() === '' && options.sshHostKey === 'pinned') {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: 'No host keys are pinned: the option known-hosts is empty.',
            unchanged: 'Nothing was changed.',
            next: 'Put the known_hosts lines of your Cloud region into known-hosts, or set ssh-host-key: accept-new for the first run.'
        });
    }
    const file = files_files.join(home, 'known_hosts');
    await files_files.write(file, `${options.knownHosts.trim()}\n`);
    return file;
}

;// CONCATENATED MODULE: ./src/project/upgrade-trailers.ts
/** Reads the message of a commit; null where no upgrade made it. */
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
/** Whether the backup that a commit names is worth what a push wants of it (`backup` and `backup-proof`). */
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

;// CONCATENATED MODULE: ./src/project/push-outcome.ts
const raced = {
    code: 'push-raced',
    meaning: 'somebody else pushed to the branch in the meantime',
    next: 'Run the upgrade again: it plans anew from the newer commit. A lock file is never merged.'
};
const refusals = [
    [/non-fast-forward|fetch first|stale info|cannot lock ref|incorrect old value/i, raced],
    [
        /GH006|protected branch|GH013|rule violations/i,
        {
            code: 'push-rejected',
            meaning: 'the branch is protected',
            next: 'Set pull-request: true, or allow the token to bypass the protection.'
        }
    ],
    [
        /without [`'"]?workflows?[`'"]? permission|refusing to allow .* workflow/i,
        {
            code: 'push-rejected',
            meaning: 'the token may not change workflow files',
            next: 'Use a token with the workflows permission.'
        }
    ],
    [
        /known vulnerabilit|protective block/i,
        {
            code: 'push-rejected',
            meaning: "the Cloud's protective block found a known vulnerability in the pushed code",
            next: 'Read the details for the advisory and choose a target that fixes it.'
        }
    ],
    [
        /remote rejected|pre-receive hook declined|denied to|permission denied|403|read.?only/i,
        { code: 'push-rejected', meaning: 'the remote refuses the push', next: 'Read the details: the remote says why.' }
    ]
];
/** Explains what `git push` said; anything unknown is taken for a disturbance that may pass. */
function explainPush(text) {
    const found = refusals.find(([pattern]) => pattern.test(text));
    if (found)
        return found[1];
    return {
        code: 'retry-later',
        meaning: 'the remote could not be reached',
        next: 'Check the network and the credentials of the remote, then run again.'
    };
}

;// CONCATENATED MODULE: ./src/steps/push-commit.ts


/**
 * Pushes `commit` to `refs/heads/<branch>`, never by force. What counts is what the remote holds afterwards, not
 * git's exit code. Throws UpgradeError `push-raced`, `push-rejected` or `retry-later`.
 */
async function pushCommit(git, input) {
    const { remote, branch, commit } = input;
    const result = await git.run('push', '--porcelain', remote, `${commit}:refs/heads/${branch}`);
    // Asked even where the run is being stopped: what has arrived must not be reported as not pushed.
    const asked = { run: (...args) => git.finish(...args) };
    if ((await remoteCommit(asked, remote, branch)) !== commit) {
        const text = `${result.stdout}\n${result.stderr}`;
        const refusal = explainPush(text);
        throw new src_errors/* UpgradeError */.f(refusal.code, {
            message: `The commit did not reach ${branch} on ${remote}: ${refusal.meaning}.`,
            unchanged: `The branch on ${remote} and the environment are as they were; the commit ${commit.slice(0, 12)} stays in the local repository.`,
            next: refusal.next,
            details: text.trim()
        });
    }
    if (input.liveTag)
        await git.run('push', '--porcelain', remote, `${input.liveTag.commit}:refs/tags/${input.liveTag.name}`);
}
/** The commit that `remote` holds for `branch`, or null where there is no such branch or no answer. */
async function remoteCommit(git, remote, branch) {
    const result = await git.run('ls-remote', remote, `refs/heads/${branch}`);
    const sha = result.stdout.split('\t')[0] ?? '';
    return result.exitCode === 0 && /^[0-9a-f]{40,64}$/.test(sha) ? sha : null;
}

;// CONCATENATED MODULE: ./src/steps/preflight/check-git.ts
/** Problems of the checkout: unwanted changes, detached HEAD, operations in progress, a branch that moved. */
async function checkGit({ git, files }, input) {
    const checks = [
        checkWorkTree(git, input),
        checkHead(git, input),
        checkOperation(git, files),
        checkRemote(git, input),
        checkShallow(git)
    ];
    return (await Promise.all(checks)).flat();
}
async function checkWorkTree(git, { dirty }) {
    const entries = await uncommitted(git);
    if (entries.length === 0 || dirty !== 'fail')
        return [];
    const listed = entries.slice(0, 20).map(({ status, path }) => `${status.trim()} ${path}`);
    const more = entries.length > listed.length ? ` and ${entries.length - listed.length} more` : '';
    return [
        error('git-dirty', `The work tree holds uncommitted changes: ${listed.join(', ')}${more}.`, 'Commit or remove them, or set dirty: stash or dirty: branch.')
    ];
}
/** Changes that a run must not lose. A new auth.json is none: it holds keys and goes into no commit, stash or branch. */
async function uncommitted(git) {
    const entries = await git.status();
    return entries.filter(({ status, path }) => status !== '??' || !/(^|\/)auth\.json$/.test(path));
}
async function checkHead(git, { branch, remote, push }) {
    if (branch !== '' && !(await isKnown(git, branch, remote, push)))
        return [error('git-no-branch', `There is no branch ${branch} here or on ${remote}.`, 'Correct the branch input.')];
    const head = await git.run('symbolic-ref', '--quiet', 'HEAD');
    if (head.exitCode === 0 || branch !== '')
        return [];
    return [
        error('git-detached', 'HEAD is detached, so there is no branch to push to.', 'Set the branch input, or check out a branch.')
    ];
}
async function isKnown(git, branch, remote, push) {
    for (const ref of refsOf(branch, remote)) {
        if ((await git.run('rev-parse', '--quiet', '--verify', ref)).exitCode === 0)
            return true;
    }
    if (!push)
        return false;
    // A clone of one commit may know no branch at all; a remote that does not answer is a problem of its own.
    const answer = await git.run('ls-remote', remote, `refs/heads/${branch}`);
    return answer.exitCode !== 0 || answer.stdout !== '';
}
function refsOf(branch, remote) {
    return branch === '' ? [] : [`refs/heads/${branch}`, `refs/remotes/${remote}/${branch}`];
}
const operations = {
    MERGE_HEAD: 'A merge',
    CHERRY_PICK_HEAD: 'A cherry-pick',
    REVERT_HEAD: 'A revert',
    'rebase-merge': 'A rebase',
    'rebase-apply': 'A rebase'
};
async function checkOperation(git, files) {
    const found = Object.entries(operations).map(async ([name, words]) => {
        const path = (await git.read('rev-parse', '--path-format=absolute', '--git-path', name)).trim();
        return (await files.exists(path))
            ? [error('git-operation', `${words} is in progress.`, 'Finish or abort it first.')]
            : [];
    });
    return (await Promise.all(found)).flat();
}
async function checkRemote(git, { branch, remote, push }) {
    if (!push)
        return [];
    const url = await git.run('remote', 'get-url', remote);
    if (url.exitCode !== 0)
        return [error('git-remote', `There is no git remote named ${remote}.`, 'Set the remote input, or add the remote.')];
    const name = branch === '' ? (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim() : branch;
    const answer = await git.run('ls-remote', remote, `refs/heads/${name}`);
    if (answer.exitCode !== 0) {
        return [
            error('git-remote', `The remote ${remote} does not answer: ${check_git_lastLine(answer.stderr)}`, 'Check the credentials of the remote.')
        ];
    }
    const theirs = answer.stdout.split('\t')[0] ?? '';
    const ours = await startCommit(git, branch, remote);
    if (theirs === '' || theirs === ours)
        return [];
    const contained = await git.run('merge-base', '--is-ancestor', theirs, ours);
    if (contained.exitCode === 0)
        return [];
    return [
        error('git-behind', `${name} on ${remote} holds commits that the checkout lacks.`, `Run git pull --ff-only ${remote} ${name}.`)
    ];
}
/** SHA of the commit that an upgrade of `branch` starts from: the local branch, else the remote's, else HEAD. */
async function startCommit(git, branch, remote) {
    for (const ref of refsOf(branch, remote)) {
        const found = await git.run('rev-parse', '--quiet', '--verify', ref);
        if (found.exitCode === 0)
            return found.stdout.trim();
    }
    return (await git.read('rev-parse', 'HEAD')).trim();
}
async function checkShallow(git) {
    const shallow = (await git.read('rev-parse', '--is-shallow-repository')).trim() === 'true';
    if (!shallow)
        return [];
    return [
        {
            id: 'git-shallow',
            severity: 'warning',
            message: 'The clone is shallow: enough for the upgrade, but a Cloud remote may refuse to be pushed from it.',
            fix: 'Set fetch-depth: 0 for actions/checkout where cloud-remote is used.'
        }
    ];
}
function error(id, message, fix) {
    return { id, severity: 'error', message, fix };
}
function check_git_lastLine(text) {
    return text.trim().split('\n').at(-1) ?? '';
}

;// CONCATENATED MODULE: ./src/settle-checkout.ts

/**
 * Brings the developer's own checkout to the new commit, by fast-forward only, once the commit is where it
 * belongs. Uncommitted changes are put aside for that moment and brought back (`dirty: stash`), or saved on a
 * branch of their own (`dirty: branch`). Whatever git refuses is a warning: the upgrade itself is done.
 */
async function settleCheckout({ options }, project, commit) {
    const { git, branch } = project;
    const current = (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim();
    if (current !== branch)
        return [];
    const dirty = (await uncommitted(git)).length > 0;
    if (dirty && options.dirty === 'fail')
        return [
            warning('The work tree changed during the run, so it was not moved to the new commit.', 'Run git pull --ff-only.')
        ];
    const saved = `magento-cloud-upgrade/saved-${commit.slice(0, 12)}`;
    if (dirty)
        await putAside(git, saved);
    const merged = await git.finish('merge', '--quiet', '--ff-only', commit);
    const problems = merged.exitCode === 0
        ? []
        : [warning('The checkout could not be moved to the new commit.', 'Run git pull --ff-only.')];
    if (!dirty)
        return problems;
    return [...problems, ...(options.dirty === 'branch' ? await keepOnBranch(project, saved) : await bringBack(project))];
}
// Keys must not end in git's history: a new auth.json stays where it is.
async function putAside(git, message) {
    const paths = [':/', ':(top,exclude,glob)**/auth.json'];
    await git.read('stash', 'push', '--quiet', '--include-untracked', '--message', message, '--', ...paths);
}
async function bringBack({ git }) {
    const popped = await git.finish('stash', 'pop', '--quiet');
    if (popped.exitCode === 0)
        return [];
    await git.finish('reset', '--quiet', '--hard');
    await removeHalfPopped(git);
    return [
        warning('Your uncommitted changes do not fit the upgraded files; they are safe in the stash.', 'Run git stash pop and resolve the conflicts.')
    ];
}
// A pop that stops at a conflict has put new files back already, and refuses to run again while they are there.
async function removeHalfPopped(git) {
    const { stdout } = await git.finish('ls-tree', '-r', '-z', '--name-only', '--full-tree', 'stash@{0}^3');
    const stashed = new Set(stdout.split('\0'));
    const entries = await git.status();
    const left = entries.filter(({ status, path }) => status === '??' && stashed.has(path));
    for (const { path } of left)
        await git.finish('clean', '--quiet', '--force', '--', `:(top,literal)${path}`);
}
async function keepOnBranch({ git }, branch) {
    await git.finish('branch', '--force', branch, 'stash@{0}');
    await git.finish('stash', 'drop', '--quiet');
    return [
        warning(`Your uncommitted changes are saved on the branch ${branch}.`, `Run git stash apply ${branch} to bring them back.`)
    ];
}
function warning(message, fix) {
    return { id: 'checkout-settled', severity: 'warning', message, fix };
}

;// CONCATENATED MODULE: ./src/made-commit.ts



/** Keeps the commit by name, so that a run which is stopped before the push need not make it again. */
async function keepMade({ git }, environment, commit) {
    await git.finish('update-ref', madeRef(environment), commit);
}
/** Forgets it, once the branch stands on it: from then on the branch itself tells. */
async function forgetMade({ git, branch }, environment, commit) {
    if ((await commitOf(git, `refs/heads/${branch}`)) === commit)
        await git.finish('update-ref', '-d', madeRef(environment));
}
/**
 * The commit that an earlier run made for this very plan and did not push, or null: the same parent, the same lock, and
 * a backup of this environment that is good enough and not too old.
 */
async function findMade({ options, facts }, { git, base }, { plan, files }) {
    const commit = await madeCommit(git, facts.environment ?? '');
    if (commit === null || (await commitOf(git, `${commit}^`)) !== base)
        return null;
    const trailers = await upgradeTrailers(git, commit);
    if (trailers?.from !== plan.fromVersion || trailers.to !== plan.toVersion)
        return null;
    const [json, lock] = await Promise.all([
        git.run('show', `${commit}:composer.json`),
        git.run('show', `${commit}:composer.lock`)
    ]);
    if (json.stdout !== files.composerJson || lock.stdout !== files.composerLock)
        return null;
    return isBackedUp(trailers, options) && (await isYoung(git, commit, options.backupReuseMinutes)) ? commit : null;
}
/** Whether an earlier run made `commit` for this environment, with a backup that is still good for its push. */
async function isMadeHere({ options, facts }, { git }, commit) {
    if ((await madeCommit(git, facts.environment ?? '')) !== commit)
        return false;
    const trailers = await upgradeTrailers(git, commit);
    return trailers !== null && isBackedUp(trailers, options) && (await isYoung(git, commit, options.backupReuseMinutes));
}
/** What a commit says of the upgrade that it is; null where it is none, or not known here. */
async function upgradeTrailers(git, commit) {
    const { exitCode, stdout } = await git.run('log', '-1', '--format=%B', commit, '--');
    return exitCode === 0 ? parseUpgradeTrailers(stdout) : null;
}
/** Brings the checkout to a commit that an earlier run pushed, where it was stopped before it could do so. */
async function catchUp(telling, { git, branch, environment }) {
    const { facts, options } = telling;
    const commit = await madeCommit(git, environment);
    const ours = await commitOf(git, `refs/heads/${branch}`);
    if (commit === null || ours === null || ours !== (await commitOf(git, `${commit}^`)))
        return;
    if ((await remoteCommit(git, options.remote, branch)) !== commit)
        return;
    facts.warnings = [...facts.warnings, ...(await settleCheckout(telling, { git, branch }, commit))];
    // A branch that is checked out nowhere: git itself refuses anything but a step forward.
    if ((await commitOf(git, `refs/heads/${branch}`)) === ours)
        await git.run('fetch', '--quiet', '.', `${madeRef(environment)}:refs/heads/${branch}`);
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
// The data of a shop goes on changing: an older backup is made anew.
async function isYoung(git, commit, minutes) {
    const seconds = Number((await git.run('log', '-1', '--format=%ct', commit, '--')).stdout);
    return Date.now() / 1000 - seconds < minutes * 60;
}

;// CONCATENATED MODULE: ./src/project/activity.ts

const activity_text = schemas/* string */.YjP().nullish();
const commits = schemas/* array */.YOg(schemas/* looseObject */._H3({ sha: activity_text, parents: schemas/* array */.YOg(schemas/* string */.YjP()).nullish().catch(null) })).catch([]);
const activity = schemas/* looseObject */._H3({
    id: schemas/* string */.YjP(),
    type: schemas/* string */.YjP(),
    state: activity_text,
    result: activity_text,
    completion_percent: schemas/* number */.aig().nullish(),
    created_at: activity_text,
    started_at: activity_text,
    completed_at: activity_text,
    environments: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    parameters: schemas/* looseObject */._H3({ new_commit: activity_text }).catch({}).nullish(),
    payload: schemas/* looseObject */._H3({
        commits: commits.nullish(),
        environment: schemas/* looseObject */._H3({ is_pr: schemas/* boolean */.zMY().nullish() }).nullish().catch(null)
    })
        .catch({})
        .nullish()
});
/** Reads the API's list of activities; null where the answer is not one, for instance an error page. */
function parseActivities(json) {
    const result = schemas/* array */.YOg(activity).safeParse(json);
    return result.success ? result.data : null;
}
/** What has become of an activity: complete at 100 percent, whatever its state says, or when it was cancelled. */
function verdictOf({ state, result, completion_percent: percent }) {
    if (state === 'cancelled')
        return 'cancelled';
    if (state !== 'complete' && (percent ?? 0) < 100) {
        if (state === 'pending' || state === 'scheduled')
            return 'pending';
        return state === 'in_progress' ? 'running' : 'unknown';
    }
    if (result === 'success')
        return 'succeeded';
    return result === 'failure' ? 'failed' : 'unknown';
}

;// CONCATENATED MODULE: ./src/project/last-deployment-activity.ts

/** Types of the activities that deploy an environment. */
const deploys = /^environment\.(?:push|redeploy|merge|synchronize|activate|restore|variable\.\w+)$/;
/**
 * The id of the newest activity that deployed an environment, by the API's list of its activities; null where there is
 * none, and for any other answer. One that waits for its turn has nothing to tell yet.
 */
function lastDeploymentActivity(answer) {
    const told = (parseActivities(answer) ?? []).filter((one) => deploys.test(one.type) && verdictOf(one) !== 'pending');
    const created = ({ created_at: at }) => Date.parse(at ?? '') || 0;
    return told.sort((a, b) => created(b) - created(a))[0]?.id ?? null;
}

;// CONCATENATED MODULE: ./src/project/open-deployments.ts


/** The deployments in the API's list of an environment's activities that wait or run; none for any other answer. */
function openDeployments(answer) {
    return (parseActivities(answer) ?? [])
        .filter((activity) => deploys.test(activity.type) && ['pending', 'running'].includes(verdictOf(activity)))
        .map(({ id, type, parameters }) => ({ id, type, commit: parameters?.new_commit ?? null }));
}

;// CONCATENATED MODULE: ./src/refuse-while-deploying.ts



/**
 * Refuses to begin while the environment is being deployed: throws UpgradeError `busy` that names the activity.
 * Returns the deployment of an upgrade that an earlier run pushed, which is to be followed, or null for none.
 */
async function refuseWhileDeploying({ options, facts }, { git, base }, platform) {
    if (platform === null || !options.push || options.dryRun)
        return null;
    const environment = facts.environment ?? options.environment;
    const open = await refuse_while_deploying_runningDeployments(platform, environment);
    const ours = open.find(({ commit }) => commit === base);
    if (ours && open.length === 1 && (await upgradeTrailers(git, base)) !== null)
        return ours;
    const [first] = open;
    if (first)
        throw refuse_while_deploying_isDeploying(environment, first);
    return null;
}
/** The error for an environment that is being deployed already. */
function refuse_while_deploying_isDeploying(environment, { id, type, commit }) {
    const what = commit === null ? type : `${type} of commit ${commit.slice(0, 12)}`;
    return new src_errors/* UpgradeError */.f('busy', {
        message: `The environment ${environment} is being deployed: activity ${id} (${what}) has not ended.`,
        unchanged: 'Nothing was changed.',
        next: `Wait until it has ended, then run again. Its log: magento-cloud activity:log ${id}`
    });
}
/** What is being deployed to an environment, or waits to be; nothing where the platform does not say. */
async function refuse_while_deploying_runningDeployments({ cloud }, environment) {
    const path = `/environments/${encodeURIComponent(environment)}/activities?state=in_progress&state=pending&count=20`;
    try {
        return openDeployments(await cloud.api(path));
    }
    catch (error) {
        if (error instanceof src_errors/* UpgradeError */.f && error.code !== 'interrupted')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/steps/backup/choose-way.ts
/**
 * The way that fits what was asked for. Left to itself, it is the documented one: db:dump to this machine for a
 * container environment, a compressed file on the server for dedicated nodes (Pro staging and production), which
 * db:dump does not reach.
 */
async function chooseWay(cloud, { strategy, to }) {
    if (strategy === 'ece-dump')
        return { strategy, kind: 'ece-dump', here: to === 'both' || to === 'runner' };
    const onServer = { strategy: 'ssh-dump', kind: 'ssh-dump', here: to === 'both' };
    if (strategy !== 'ssh-dump' && (to === 'auto' || (to === 'runner' && strategy === 'cloud-dump'))) {
        const byCloud = { strategy: 'cloud-dump', kind: 'cloud-dump', here: true };
        if (strategy === 'cloud-dump')
            return byCloud;
        return (await cloud.environment()).dedicated ? onServer : byCloud;
    }
    return to === 'runner' ? { strategy: 'ssh-dump', kind: 'ssh-stream', here: true } : onServer;
}

;// CONCATENATED MODULE: ./src/project/remote-answer.ts
/** Reads `key<TAB>value` lines; other lines are left out. */
function remote_answer_parseRemoteAnswer(text) {
    const pairs = text.split('\n').flatMap((line) => {
        const tab = line.indexOf('\t');
        return tab < 0 ? [] : [[line.slice(0, tab), line.slice(tab + 1)]];
    });
    const all = (key) => pairs.filter(([name]) => name === key).map(([, value]) => value);
    return { all, one: (key) => all(key).at(-1) ?? null };
}

;// CONCATENATED MODULE: ./src/steps/backup/database-facts.ts
/** Reads the facts out of an answer. */
function databaseFacts(answer) {
    return {
        database: answer.one('database'),
        programs: answer.all('program'),
        nonTransactional: answer.all('inconsistent'),
        others: answer.all('other')
    };
}

;// CONCATENATED MODULE: ./src/steps/backup/remote-prelude.ts
// bash that runs on the server. All of it is constant: what differs is decided there, from the environment that the
// platform sets. The password goes from MAGENTO_CLOUD_RELATIONSHIPS into a variable of the shell and into no argv.
// PHP writes files itself, because notices on its stdout must not end up in them.
const readRelationships = `
function stop($why) { global $argv; file_put_contents("$argv[1]/why.txt", $why); exit(1); }
$text = getenv("MAGENTO_CLOUD_RELATIONSHIPS") ?: getenv("PLATFORM_RELATIONSHIPS");
$all = json_decode((string) base64_decode((string) $text), true);
if (!is_array($all)) stop("MAGENTO_CLOUD_RELATIONSHIPS is missing or cannot be read");
if (!isset($all[$argv[2]][0]["path"])) stop("there is no relationship named $argv[2], only: " . implode(", ", array_keys($all)));
$one = $all[$argv[2]][0];
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
  return "[client]\\nhost=" . $quote($end["host"] ?? "") . "port=" . (int) ($end["port"] ?? 3306)
    . "\\nuser=" . $quote($end["username"] ?? "") . "password=" . $quote($end["password"] ?? "");
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
// A dump from the replica is no load on the shop, but it is one of the shop only where the replica holds what the primary
// held a moment ago. A cluster node says so itself; for another replica the primary's position is waited for.
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
/** Opens the database of `$relationship` at `$source`: what the scripts share. */
const prelude = `set -um
exec 5>&1
[ -z "\${streaming-}" ] || exec 1>/dev/null
umask 077
export LC_ALL=C
tell() { printf '%s\\t%s\\n' "$1" "$2"; }
fail() { tell failure "$*" >&5; exit 20; }
work=$(mktemp -d /tmp/magento-cloud-upgrade-XXXXXXXXXX) || fail "no private folder can be made in /tmp"
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
php -r '${readRelationships}' "$work" "$relationship" >/dev/null 2>&1 || fail "$(cat "$work/why.txt" 2>/dev/null || echo "php could not read the relationships")"
config=$(cat "$work/client.cnf") && rm "$work/client.cnf"
database=$(cat "$work/name.txt")
cat "$work/others.txt"
client=$(command -v mariadb || command -v mysql) || fail "there is no mariadb or mysql client on the server"
run_sql() {
  "$client" --defaults-extra-file=<(printf '%s\\n' "$config") --default-character-set=utf8mb4 --batch --raw --skip-column-names "$database" \\
    -e "$2" >"$work/$1.txt" 2>"$work/query.txt"
}
ask() { run_sql "$1" "$2" || fail "the database cannot be asked: $(head -c 300 "$work/query.txt")"; }
${chooseSource}query() { ask "$1" "SELECT $2 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()\${3-}"; }
programs() {
  ask programs "SELECT CONCAT('trigger ', TRIGGER_NAME) FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = DATABASE()
    UNION SELECT CONCAT(LOWER(ROUTINE_TYPE), ' ', ROUTINE_NAME) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
    UNION SELECT CONCAT('event ', EVENT_NAME) FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()"
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
  [ "$(cat "$work/role.txt")" != NULL ] || fail "the database user lacks \${lacking#, }"
}
objects() { query objects TABLE_NAME; sed "s/^/$1\\t/" "$work/objects.txt"; }
# MEMORY is left out: those tables of Magento are scratch space of the indexers.
engines() {
  query engines TABLE_NAME " AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN ('InnoDB', 'MEMORY')"
  sed "s/^/inconsistent\\t/" "$work/engines.txt"
}
`;
const relationshipName = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const tableName = /^[A-Za-z0-9_$]+$/;
/** Puts what people choose, names of the platform among it, before a script. Throws TypeError for what is no name. */
function forDatabase({ relationship, source, exclude }, script) {
    if (!relationshipName.test(relationship))
        throw new TypeError(`${relationship} is no name of a relationship`);
    const bad = exclude.find((name) => !tableName.test(name));
    if (bad !== undefined)
        throw new TypeError(`${bad} is no name of a table`);
    return `relationship='${relationship}'\nsource=${source}\nexclude='${exclude.join(' ')}'\n${script}`;
}

;// CONCATENATED MODULE: ./src/steps/backup/remote-scripts.ts

/** Lists the tables and views of a database, one `objects<TAB>name` line each, and its programs. */
function listObjectsScript(choice) {
    return forDatabase(choice, `${prelude}tell database "$database"
privileges
engines
objects objects
programs
tell 'done' yes
`);
}
// No dump program can be told how long to wait for a lock. One that waits behind a schema change keeps every later
// query on that table waiting behind itself, so it is ended: people may end connections of their own.
const findDump = `dump=$(command -v mariadb-dump || command -v mysqldump) || fail "there is no mysqldump on the server"
ignore=()
for name in $exclude; do ignore+=("--ignore-table=$database.$name"); done
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
  nice -n 10 "$dump" --defaults-extra-file=<(printf '%s\\n' "$config") --single-transaction --quick --no-tablespaces --routines --events \\
    --triggers --hex-blob --max-allowed-packet=1G --default-character-set=utf8mb4 \${ignore[@]+"\${ignore[@]}"} "$database" 2>"$work/dump.txt"
}
message() { tell message "$(cat "$work/locked.txt" "$work/dump.txt" "$work/gzip.txt" 2>/dev/null | tr '\\n' ' ' | head -c 400)"; }
`;
const findZip = `zip=$(command -v pigz || command -v gzip) || fail "there is no gzip on the server"
export PIGZ=-p4
`;
/**
 * Dumps a database to stdout, compressed, without touching the server's disk. After the one gzip member come
 * `key<TAB>value` lines with the statuses. Level 3 costs the shop half the processor time of gzip's default.
 */
function streamDumpScript(choice) {
    return forDatabase(choice, `streaming=yes
${prelude}${findDump}${findZip}make() {
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
 * Dumps the database into a private folder under /tmp, reads the compressed file back whole, and tells
 * `key<TAB>value` lines: folder and name, statuses, lengths, checksums, and line heads for the scan.
 */
function remoteDumpScript(choice) {
    return forDatabase(choice, remoteDump(makeByDump));
}
/** The same by `ece-tools db-dump`, which writes into var/ first. */
function eceDumpScript(choice) {
    return forDatabase(choice, remoteDump(makeByEceTools));
}
const makeByDump = `make() {
  watch_locks & local watch=$!
  run_dump | nice -n 10 "$zip" -6 >"$file" 2>"$work/gzip.txt"
  printf 'dump-status\\t%s\\ngzip-status\\t%s\\n' "\${PIPESTATUS[@]}" >"$work/stages.txt"
  kill "$watch" 2>/dev/null
}
`;
// ece-tools puts the site into maintenance meanwhile, and exits with 0 even where it made nothing: only the line that
// names the file counts. What it says otherwise may hold the command line of its mysqldump, password and all.
const makeByEceTools = `maintenance() { php bin/magento maintenance:status --no-ansi 2>/dev/null | grep -c 'maintenance mode is active'; }
make() {
  local which=\${relationship#database} before made status
  which=\${which#-}
  before=$(maintenance)
  php ./vendor/bin/ece-tools db-dump --no-interaction "\${which:-main}" >"$work/ece.txt" 2>&1
  status=$?
  made=$(sed -n 's/.*Finished DB dump for .* database, it can be found here: *//p' "$work/ece.txt" | tail -n 1 | tr -d '\\r')
  echo "ece-tools db-dump left no dump, whatever its exit code says" >"$work/dump.txt"
  : >"$work/gzip.txt"
  if [ -n "$made" ] && [ -f "$made" ]; then mv -- "$made" "$file"; else : >"$file"; fi
  if [ "$before" = 0 ] && [ "$(maintenance)" != 0 ]; then
    status=98
    echo "ece-tools db-dump left the site in maintenance mode: run php bin/magento maintenance:disable there at once" >"$work/dump.txt"
  fi
  printf 'dump-status\\t%s\\ngzip-status\\t0\\n' "$status" >"$work/stages.txt"
}
`;
const remoteDump = (make) => `${prelude}${findDump}${findZip}tell database "$database"
engines
objects before
programs
query size "COALESCE(SUM(DATA_LENGTH), 0)"
size=$(cat "$work/size.txt")
free=$(df -Pk /tmp | awk 'NR == 2 { print $4 }')
[ $((size / 2048)) -lt "$free" ] || fail "/tmp has $free KB free, too little for a database of $((size / 1024)) KB"
name="$(printf %s "$database" | tr -c 'A-Za-z0-9' '_')-$(date -u +%Y%m%dT%H%M%SZ).sql.gz"
file="$work/$name.partial"
${make}prove() {
  mkfifo "$work/count" "$work/last" "$work/sum"
  wc -c <"$work/count" >"$work/count.txt" & local count=$!
  tail -c 300 <"$work/last" >"$work/last.txt" & local last=$!
  sha256sum <"$work/sum" | cut -d' ' -f1 >"$work/sql-sum.txt" & local sum=$!
  gzip -dc "$file" 2>/dev/null | tee "$work/count" "$work/last" "$work/sum" \\
    | grep -aE '^(CREATE |DELIMITER |USE |-- (Server version|MariaDB dump|MySQL dump)|/\\*![0-9]+ (CREATE|TABLE|VIEW))' | cut -c1-300 | sed 's/^/head\\t/' >"$work/heads.txt"
  tell gunzip-status "\${PIPESTATUS[0]}" >>"$work/stages.txt"
  wait "$count" "$last" "$sum"
  rm "$work/count" "$work/last" "$work/sum"
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

;// CONCATENATED MODULE: ./src/steps/backup/list-objects.ts





/**
 * The tables and views of a database, and more, but for what is excluded. Throws UpgradeError `backup-failed`, and
 * `preflight-failed` or `bad-secret` where the host key or the login is refused.
 */
async function listObjects(ssh, host, choice) {
    const result = await ssh.script(host, listObjectsScript(choice), { timeoutSeconds: 120 });
    const answer = remote_answer_parseRemoteAnswer(result.stdout);
    if (result.exitCode !== 0 || answer.one('done') !== 'yes')
        throw scriptFailure(host, result, answer.one('failure'));
    const source = answer.one('source') === 'replica' ? 'replica' : 'primary';
    return { ...databaseFacts(answer), names: without(answer.all('objects'), choice.exclude), source };
}
/** Names but for those that are left out. */
function without(names, exclude) {
    return names.filter((name) => !exclude.includes(name));
}
/** The error of a script without which there is no dump: what it told, or else why SSH gave no answer. */
function scriptFailure(host, { exitCode, failure, failureKind }, told) {
    const error = list_objects_dumpFailure(told ?? failure ?? `the script ended with exit code ${exitCode ?? '?'}`);
    const code = failureKind === null ? null : sshFailureCode(failureKind);
    if (code === null || failureKind === null)
        return error;
    const { message, unchanged } = error;
    return new src_errors/* UpgradeError */.f(code, { message, unchanged, next: sshFailureFix(failureKind, host) });
}
/** The error of a dump that could not be made at all. */
function list_objects_dumpFailure(why) {
    return new src_errors/* UpgradeError */.f('backup-failed', {
        message: `The database could not be dumped: ${why}.`,
        unchanged: 'Older backups, the checkout, the branch and the environment are as they were.',
        next: why.includes('database user lacks')
            ? 'Grant the privileges named above to the database user, or ask support for them.'
            : 'Mend what is named above, then run again.'
    });
}

;// CONCATENATED MODULE: ./src/steps/backup/backup-folder.ts

/**
 * Runs `make` with a new private folder for a backup in `directory` (empty for one below the temporary directory), or
 * with null where nothing comes to this machine. Where it fails, the folder is removed.
 */
async function inBackupFolder(files, directory, make) {
    const folder = directory === null ? null : await openFolder(files, directory);
    try {
        return await make(folder);
    }
    catch (error) {
        if (folder !== null)
            await files.remove(folder);
        throw error;
    }
}
async function openFolder(files, directory) {
    if (directory === '')
        return files.privateFolder('backup');
    const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const folder = files.join(files.resolve(directory), `backup-${stamp}-${crypto.randomUUID().slice(0, 8)}`);
    await files.makePrivateFolder(folder).catch((error) => {
        throw list_objects_dumpFailure(`its folder cannot be made: ${error instanceof Error ? error.message : String(error)}`);
    });
    return folder;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(3342);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
;// CONCATENATED MODULE: ./src/report-schema.ts

const seconds = schemas/* number */.aig().nonnegative().describe('seconds');
const problem = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().describe('stable kebab-case id of the check'),
    severity: schemas/* enum */.k5n(['error', 'warning']),
    message: schemas/* string */.YjP(),
    fix: schemas/* string */.YjP()
});
const packageChange = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    change: schemas/* enum */.k5n(['added', 'removed', 'up', 'down', 'same-version']),
    from: schemas/* string */.YjP().nullable(),
    to: schemas/* string */.YjP().nullable(),
    thirdParty: schemas/* boolean */.zMY().describe("outside the metapackage's closure")
});
const report_schema_plan = schemas/* object */.Ikc({
    fromVersion: schemas/* string */.YjP().describe('product version in composer.lock before'),
    toVersion: schemas/* string */.YjP().describe('product version that the resolved lock holds'),
    target: schemas/* string */.YjP().describe('the target as asked for'),
    changed: schemas/* boolean */.zMY(),
    constraint: schemas/* string */.YjP().describe('constraint on the metapackage, always a range'),
    productPin: schemas/* string */.YjP().nullable().describe('exact root requirement on the product'),
    metapackage: schemas/* object */.Ikc({ from: schemas/* string */.YjP(), to: schemas/* string */.YjP() }),
    eceTools: schemas/* object */.Ikc({ from: schemas/* string */.YjP().nullable(), to: schemas/* string */.YjP().nullable() }),
    packageChanges: schemas/* array */.YOg(packageChange),
    thirdPartyPackages: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), version: schemas/* string */.YjP() })),
    trackedMarshaledFiles: schemas/* number */.aig().int().describe('mapped files that git tracks in this project'),
    gitignoreLayout: schemas/* enum */.k5n(['allow-list', 'deny-list', 'none']),
    migrations: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), file: schemas/* string */.YjP(), description: schemas/* string */.YjP() })),
    problems: schemas/* array */.YOg(problem)
});
/** What a backup is worth; from best to worst. */
const backupStates = ['proven', 'proven-without-rehearsal', 'inconsistent', 'failed'];
/** How dumps are made. */
const backupStrategies = ['cloud-dump', 'ssh-dump', 'ece-dump'];
const backup = schemas/* object */.Ikc({
    strategy: schemas/* enum */.k5n([...backupStrategies, 'off']),
    state: schemas/* enum */.k5n([...backupStates, 'none'])
        .describe('what the backup is worth: proven (and restored in a rehearsal), proven-without-rehearsal, and so on'),
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
        .describe('where copies of code and media lie: a path on the environment, or on this machine; the id of a snapshot'),
    problems: schemas/* array */.YOg(problem)
});
const update = schemas/* object */.Ikc({
    mode: schemas/* enum */.k5n(['fast', 'full']),
    lockedVersion: schemas/* string */.YjP(),
    writtenFiles: schemas/* array */.YOg(schemas/* string */.YjP()).describe('paths that the update changed in the checkout'),
    removedFiles: schemas/* array */.YOg(schemas/* string */.YjP()),
    restoredFiles: schemas/* array */.YOg(schemas/* string */.YjP()).describe("the project's own files that Composer removed, put back"),
    mappedFiles: schemas/* number */.aig().int().describe('files that the new base packages map'),
    problems: schemas/* array */.YOg(problem)
});
const deployment = schemas/* object */.Ikc({
    verdict: schemas/* enum */.k5n(['succeeded', 'degraded', 'failed', 'never-started', 'superseded', 'unknown', 'skipped']),
    activityId: schemas/* string */.YjP().nullable(),
    seconds,
    phases: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* enum */.k5n(['build', 'deploy', 'post-deploy']), seconds }))
        .describe('those that were seen to begin and to end, in their order'),
    reasons: schemas/* array */.YOg(schemas/* string */.YjP())
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
    storefront: schemas/* object */.Ikc({ url: schemas/* string */.YjP(), status: schemas/* number */.aig().int().nullable() }).nullable(),
    endpoints: schemas/* array */.YOg(schemas/* object */.Ikc({ url: schemas/* string */.YjP(), status: schemas/* number */.aig().int().nullable() }))
        .describe('answers of /graphql and /rest'),
    problems: schemas/* array */.YOg(problem)
});
const recovery = schemas/* object */.Ikc({
    outcome: schemas/* enum */.k5n(['reverted', 'failed', 'refused']).describe('refused: nothing was reverted, the reason says why'),
    reason: schemas/* string */.YjP(),
    revertedCommit: schemas/* string */.YjP().describe('commit of the upgrade'),
    commit: schemas/* string */.YjP().nullable().describe('the forward commit that takes it back'),
    version: schemas/* string */.YjP().describe('product version that the environment was to run again'),
    databaseAhead: schemas/* enum */.k5n(['no', 'maybe', 'yes'])
        .describe('whether setup:upgrade had already changed the database, so that it is ahead of the reverted code'),
    dataCommands: schemas/* array */.YOg(schemas/* string */.YjP()).describe('commands that put the data back; printed, never run'),
    deployment: deployment.nullable().describe('of the commit that takes the upgrade back'),
    verification: verification.nullable().describe('of the environment after it')
});
const finding = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    source: schemas/* string */.YjP().describe('file or log that shows it'),
    evidence: schemas/* string */.YjP().describe('redacted excerpt'),
    meaning: schemas/* string */.YjP(),
    next: schemas/* string */.YjP(),
    modules: schemas/* array */.YOg(schemas/* object */.Ikc({ module: schemas/* string */.YjP(), kind: schemas/* string */.YjP(), current: schemas/* string */.YjP(), required: schemas/* string */.YjP() }))
        .optional()
});
const stepTime = schemas/* object */.Ikc({
    step: schemas/* enum */.k5n(['plan', 'preflight', 'backup', 'update', 'commit', 'push', 'wait', 'verify', 'diagnose', 'recover']),
    outcome: schemas/* enum */.k5n(['done', 'skipped', 'failed']),
    seconds,
    note: schemas/* string */.YjP()
});
/** The versioned shape of a whole run. */
const upgradeReport = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(1),
    verdict: schemas/* enum */.k5n([
        'upgraded',
        'up-to-date',
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
    seconds,
    project: schemas/* string */.YjP().nullable(),
    environment: schemas/* string */.YjP().nullable(),
    branch: schemas/* string */.YjP().nullable(),
    commit: schemas/* string */.YjP().nullable(),
    liveCommitTag: schemas/* string */.YjP().nullable(),
    steps: schemas/* array */.YOg(stepTime),
    plan: report_schema_plan.nullable(),
    backup: backup.nullable(),
    update: update.nullable(),
    deployment: deployment.nullable(),
    verification: verification.nullable(),
    recovery: recovery.nullable(),
    findings: schemas/* array */.YOg(finding),
    warnings: schemas/* array */.YOg(problem),
    error: schemas/* object */.Ikc({
        code: schemas/* string */.YjP(),
        exitCode: schemas/* number */.aig().int(),
        message: schemas/* string */.YjP(),
        unchanged: schemas/* string */.YjP(),
        next: schemas/* string */.YjP(),
        problems: schemas/* array */.YOg(problem),
        details: schemas/* string */.YjP().nullable()
    })
        .nullable()
});

;// CONCATENATED MODULE: ./src/project/backup-manifest.ts



/** Name of the file that makes a folder a backup. It is written last: without it, what lies there is unfinished. */
const backup_manifest_manifestName = 'manifest.json';
/** One check of a dump and its outcome. */
const proof = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), passed: schemas/* boolean */.zMY(), detail: schemas/* string */.YjP() });
/** How loading a dump into a scratch database went. */
const rehearsal = schemas/* object */.Ikc({
    passed: schemas/* boolean */.zMY(),
    seconds: schemas/* number */.aig(),
    server: schemas/* string */.YjP().describe('version of the scratch server'),
    tables: schemas/* number */.aig().int(),
    rows: schemas/* number */.aig().int(),
    orphans: schemas/* array */.YOg(schemas/* string */.YjP()).describe('foreign keys, of those looked at, with rows that refer to nothing'),
    detail: schemas/* string */.YjP()
});
/** The dump of one relationship. Sizes in bytes, checksums in hexadecimal. */
const manifestDump = schemas/* object */.Ikc({
    relationship: schemas/* string */.YjP(),
    database: schemas/* string */.YjP().nullable(),
    source: schemas/* enum */.k5n(['primary', 'replica']).describe('where it was read'),
    excluded: schemas/* array */.YOg(schemas/* string */.YjP()).describe('tables and views that were left out because it was asked for'),
    file: schemas/* string */.YjP()
        .nullable()
        .describe('name in the folder of the manifest; null where the dump is on the server alone'),
    serverFile: schemas/* string */.YjP().nullable().describe('path on the server, where it was left there'),
    encryption: schemas/* enum */.k5n(['none', 'age']),
    bytes: schemas/* number */.aig().int().describe('compressed'),
    sha256: schemas/* string */.YjP().describe('of the compressed dump'),
    fileBytes: schemas/* number */.aig().int().nullable().describe('of the file as it lies on this machine'),
    fileSha256: schemas/* string */.YjP().nullable(),
    sqlBytes: schemas/* number */.aig().int(),
    sqlSha256: schemas/* string */.YjP(),
    serverVersion: schemas/* string */.YjP().nullable(),
    clientVersion: schemas/* string */.YjP().nullable(),
    tables: schemas/* array */.YOg(schemas/* string */.YjP()),
    views: schemas/* array */.YOg(schemas/* string */.YjP()),
    programs: schemas/* array */.YOg(schemas/* string */.YjP()).describe('triggers, routines and events in the dump, as `kind name`'),
    missingPrograms: schemas/* array */.YOg(schemas/* string */.YjP()).describe('those of the database that this way of dumping leaves out'),
    rows: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().int())
        .nullable()
        .describe('rows by table; null where the dump was not read here'),
    nonTransactional: schemas/* array */.YOg(schemas/* string */.YjP()).describe('tables whose engine keeps no snapshot'),
    proofs: schemas/* array */.YOg(proof),
    rehearsal: rehearsal.nullable()
});
/** Files that were copied beside the dumps. Sizes in bytes. */
const mediaCopy = schemas/* object */.Ikc({
    folder: schemas/* string */.YjP().describe('name in the folder of the manifest'),
    checksums: schemas/* string */.YjP().describe('name of the list of checksums, as sha256sum reads it'),
    checksumsSha256: schemas/* string */.YjP(),
    files: schemas/* number */.aig().int(),
    bytes: schemas/* number */.aig().int()
});
/** One of the promises in docs/backups.md, whether it was kept, and by what. */
const manifestPromise = schemas/* object */.Ikc({ id: schemas/* string */.YjP(), kept: schemas/* boolean */.zMY(), detail: schemas/* string */.YjP() });
/** Everything about one backup. */
const backupManifest = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(1),
    state: schemas/* enum */.k5n(backupStates),
    consistent: schemas/* boolean */.zMY(),
    project: schemas/* string */.YjP(),
    environment: schemas/* string */.YjP(),
    host: schemas/* string */.YjP(),
    strategy: schemas/* enum */.k5n(backupStrategies),
    baseCommit: schemas/* string */.YjP().nullable().describe('commit that the upgrade starts from; null for a backup alone'),
    startedAt: schemas/* string */.YjP(),
    finishedAt: schemas/* string */.YjP(),
    dumps: schemas/* array */.YOg(manifestDump),
    media: mediaCopy.nullable().describe('copy of pub/media beside the dumps'),
    notCovered: schemas/* array */.YOg(schemas/* string */.YjP()),
    promises: schemas/* array */.YOg(manifestPromise)
});
/** What these dumps are worth together. */
function stateOf(dumps) {
    if (dumps.some(({ proofs, rehearsal }) => rehearsal?.passed === false || proofs.some(({ passed }) => !passed)))
        return 'failed';
    if (dumps.some(({ nonTransactional }) => nonTransactional.length > 0))
        return 'inconsistent';
    return dumps.every(({ rehearsal }) => rehearsal !== null) ? 'proven' : 'proven-without-rehearsal';
}
/** Reads the text of a manifest. Throws UpgradeError `backup-unproven` where it is none. */
function parseManifest(text, where) {
    try {
        return backupManifest.parse(JSON.parse(text));
    }
    catch (error) {
        throw new src_errors/* UpgradeError */.f('backup-unproven', {
            message: `${where} is no manifest of a backup: ${error instanceof errors/* ZodError */.G ? core_errors/* prettifyError */.S1(error) : 'it is not JSON'}.`,
            unchanged: 'Nothing was changed.',
            next: 'Name the folder of a backup that this tool made.'
        });
    }
}

;// CONCATENATED MODULE: ./src/project/backup-promises.ts
const budgetMegabytes = 160;
/** One line for each promise of a backup: whether it was kept, and by what. */
function tellPromises(dumps, facts) {
    const passed = (...ids) => dumps.every(({ proofs }) => ids.every((id) => proofs.find((proof) => proof.id === id)?.passed === true));
    const all = (has) => dumps.every(has);
    const each = (tell) => dumps.map((dump) => `${dump.relationship}: ${tell(dump)}`).join('; ');
    const line = (id, kept, detail) => ({ id, kept, detail });
    return [
        line('all-or-nothing', true, 'partial names until proven; flushed; this manifest was written last'),
        line('stream', passed('exit-codes', 'gzip', 'trailer', 'statements'), each(({ proofs }) => detailOf(proofs, 'exit-codes'))),
        line('content', passed('tables') && all(isConsistent), each(contentOf)),
        line('rehearsal', all(({ rehearsal }) => rehearsal?.passed === true), each(({ rehearsal }) => rehearsal?.detail ?? 'not made')),
        line('checksums', passed('sha256'), 'of the SQL, the compressed dump and the file'),
        line('confidential', true, each(({ encryption }) => (encryption === 'age' ? 'encrypted before the disk' : 'files 0600 in a folder 0700'))),
        line('bounded', facts.peakMegabytes <= budgetMegabytes, `${facts.peakMegabytes} MB of memory at most, of ${budgetMegabytes}`),
        line('gentle', facts.strategy !== 'ece-dump', each(({ source }) => `read from the ${source}`)),
        line('complete', all(({ excluded, missingPrograms }) => excluded.length + missingPrograms.length === 0), `not covered: ${facts.notCovered.join(', ')}`),
        line('resume', facts.baseCommit !== null, facts.baseCommit === null ? 'made for no upgrade' : `a rerun of the upgrade of ${facts.baseCommit} may use it`),
        line('retention', true, 'no older backup was opened or removed'),
        line('honest', true, facts.state),
        line('gate', facts.level !== 'off', `backup-proof: ${facts.level}`)
    ];
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

;// CONCATENATED MODULE: ./src/tools/this-machine.ts


/** The user, the machine and the process that this run belongs to, by name. */
function thisMachine() {
    return { user: userName(), host: (0,external_node_os_.hostname)(), pid: process.pid, process: runningProcess(process.pid) };
}
/** Whether a process has ended: known of this very machine alone, and of Linux. */
function hasEnded(other) {
    const machine = machineId();
    return machine !== null && machine === other.machine && beginOf(other.pid) !== other.began;
}
function runningProcess(pid) {
    const [machine, began] = [machineId(), beginOf(pid)];
    return machine === null || began === null ? null : { machine, pid, began };
}
// Containers of one machine share its boot id but not their processes; the name tells clones in other places apart.
function machineId() {
    try {
        const boot = (0,external_node_fs_.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return `${(0,external_node_os_.hostname)()} ${boot} ${(0,external_node_fs_.readlinkSync)('/proc/self/ns/pid')}`;
    }
    catch {
        return null;
    }
}
// The 22nd field, counted behind the name, which may hold blanks and parentheses. The ids of processes come again.
function beginOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // One that has ended stays listed until its parent has asked for it.
        return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
    }
    catch {
        return null;
    }
}
/** Largest memory of this process so far, in megabytes. */
function peakMegabytes() {
    return Math.round(process.resourceUsage().maxRSS / 1024);
}
// A container may run as a user id that has no name.
function userName() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return 'somebody';
    }
}

;// CONCATENATED MODULE: ./src/steps/backup/compose-manifest.ts



/** The manifest of dumps that are made: what they are worth together, and what of our promises they keep. */
function composeManifest({ project, environment, level, reuse }, dumps, made) {
    const state = stateOf(dumps);
    const notCovered = [...(made.media === null ? ['media'] : []), 'code', 'services other than databases'];
    const baseCommit = reuse?.baseCommit ?? null;
    const facts = { state, strategy: made.strategy, notCovered, baseCommit, level, peakMegabytes: peakMegabytes() };
    return {
        schemaVersion: 1,
        state,
        consistent: dumps.every(({ nonTransactional }) => nonTransactional.length === 0),
        ...{ project, environment, ...made, baseCommit },
        dumps: [...dumps],
        notCovered,
        promises: [...tellPromises(dumps, facts)]
    };
}

;// CONCATENATED MODULE: ./src/project/checksum-list.ts
/** One line of a list that `sha256sum --check` reads. It escapes what would end a line, and says so in front. */
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

;// CONCATENATED MODULE: ./src/steps/backup/copy-media.ts



const source = 'pub/media';
// Resized images, which the shop makes again from their originals.
const cache = 'catalog/product/cache';
const names = { folder: 'media', checksums: 'media.sha256' };
const timeoutSeconds = 6 * 3600;
/**
 * Copies pub/media into the folder of a backup, without the cache of resized images, and has the server compare its
 * files with the checksums of what arrived. Files that were changed meanwhile are brought once more. Throws UpgradeError
 * `backup-failed` where that does not help.
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
        throw mediaFailure(`what arrived is not equal to what is there: ${differing.slice(0, 5).join(', ')}`);
    const checksums = tools.files.join(folder, names.checksums);
    await tools.files.write(checksums, copy.list, { secret: true });
    const { sha256 } = await tools.dumpFiles.sum(checksums);
    return { ...names, checksumsSha256: sha256, files: copy.files, bytes: copy.bytes };
}
/** Reads a copy again. Throws UpgradeError `backup-unproven` where it is not what the list of its checksums says. */
async function checkMedia({ files, dumpFiles }, folder, media) {
    const checksums = files.join(folder, media.checksums);
    const isList = (await dumpFiles.sum(checksums)).sha256 === media.checksumsSha256;
    const wrong = isList ? [] : [media.checksums];
    for (const [path, sha256] of parseChecksums(isList ? ((await files.read(checksums)) ?? '') : ''))
        if ((await dumpFiles.sum(files.join(folder, media.folder, path))).sha256 !== sha256)
            wrong.push(path);
    if (wrong.length === 0)
        return;
    throw new src_errors/* UpgradeError */.f('backup-unproven', {
        message: `The copy of the media in ${folder} cannot be trusted: ${wrong.length} files are other ones (${wrong.slice(0, 5).join(', ')}).`,
        unchanged: 'Nothing was changed.',
        next: 'Use another backup; magento-cloud-upgrade backup list shows them.'
    });
}
async function fetchMedia(ssh, host, target) {
    const { exitCode, stderr } = await ssh.copyFolder(host, source, target, { exclude: [cache], timeoutSeconds });
    if (exitCode === 127)
        throw mediaFailure('there is no rsync on this machine, or none on the server');
    // 24: files went away while it ran, which the comparison judges.
    if (exitCode !== 0 && exitCode !== 24)
        throw mediaFailure(`rsync ended with exit code ${exitCode} (${stderr.trim().split('\n').at(-1)?.slice(0, 300) ?? ''})`);
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
    const answer = remote_answer_parseRemoteAnswer(stdout);
    if (answer.one('done') !== 'yes')
        throw mediaFailure(failure ?? `there is no ${source}`);
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
    return new src_errors/* UpgradeError */.f('backup-failed', {
        message: `The media could not be copied: ${why}.`,
        unchanged: 'Older backups, the checkout, the branch and the environment are as they were; this backup was removed.',
        next: 'Run again, or set backup-media: off.'
    });
}

;// CONCATENATED MODULE: ./src/steps/backup/database-problems.ts
/** Warnings on what a dump that is whole still does not promise. */
function databaseProblems(dump) {
    const { relationship, nonTransactional, missingPrograms, excluded, rehearsal } = dump;
    const problems = [];
    if (nonTransactional.length > 0)
        problems.push({
            id: 'backup-not-consistent',
            severity: 'warning',
            message: `Not all tables of ${relationship} are InnoDB, so writes during the dump may be in it by half: ${some(nonTransactional)}.`,
            fix: 'Convert them with ALTER TABLE … ENGINE=InnoDB, or back up while nothing writes to them.'
        });
    if (missingPrograms.length > 0)
        problems.push({
            id: 'backup-not-complete',
            severity: 'warning',
            message: `The dump of ${relationship} holds everything but ${some(missingPrograms)}: magento-cloud db:dump leaves routines and events out.`,
            fix: 'Set backup: ssh-dump to have them too.'
        });
    if (excluded.length > 0)
        problems.push({
            id: 'backup-excluded',
            severity: 'warning',
            message: `The dump of ${relationship} was made without ${some(excluded)}, as backup-exclude asks.`,
            fix: 'Leave backup-exclude empty to have everything in it.'
        });
    if (rehearsal !== null && rehearsal.orphans.length > 0)
        problems.push({
            id: 'backup-orphans',
            severity: 'warning',
            message: `In the restored ${relationship} rows refer to others that do not exist: ${some(rehearsal.orphans)}. The dump is as the database is.`,
            fix: 'Remove those rows before the upgrade: a schema change that checks the foreign key would fail.'
        });
    return problems;
}
function some(names) {
    const rest = names.length - 10;
    return `${names.slice(0, 10).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

;// CONCATENATED MODULE: ./src/steps/backup/describe-backup.ts

/** A backup as the report has it: from its manifest, the manifest's path, and its folder on this machine or null. */
function describe_backup_describeBackup(files, manifest, { path, folder, reused }) {
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
        problems: [...dumps.flatMap(databaseProblems), ...(strategy === 'ece-dump' ? [downtime()] : [])]
    };
}
function downtime() {
    return {
        id: 'backup-maintenance',
        severity: 'warning',
        message: 'ece-tools db-dump had the site in maintenance mode while it ran.',
        fix: 'Set backup: ssh-dump to dump without downtime.'
    };
}

;// CONCATENATED MODULE: ./src/project/dump-scan.ts
const object = /^(?:\/\*!\d+ )?(?:CREATE )?(TABLE|VIEW) (?:IF NOT EXISTS )?`((?:[^`]|``)+)`/;
// The server keeps triggers and events as they were typed: quoted or not, with the schema before the name or not.
const dump_scan_name = '(?:`((?:[^`]|``)+)`|([^\\s`(.]+))';
const program = new RegExp(`\\b(TRIGGER|PROCEDURE|FUNCTION|EVENT) (?:IF NOT EXISTS )?(?:${dump_scan_name}\\.)?${dump_scan_name}`, 'i');
const view = /^\/\*!\d+ (?:CREATE )?VIEW `((?:[^`]|``)+)`/;
/**
 * Reads a mysqldump by the heads of its lines: data is escaped, so no row can begin a line. Bodies of routines
 * and triggers can, and are passed over: they stand between DELIMITER lines.
 */
function createDumpScan() {
    const found = { objects: new Set(), views: new Set(), programs: new Set() };
    const state = {
        inBody: false,
        unnamed: false,
        lastLine: '',
        serverVersion: null,
        clientVersion: null,
        choosesDatabase: false
    };
    const line = (head) => {
        if (head === '')
            return;
        // Events are led by the settings that they were made with; the first other line of a body names its program.
        if (state.inBody && state.unnamed && !/^\/\*!\d+ SET /.test(head)) {
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
        state.serverVersion ??= /^-- Server version\s+(\S+)/.exec(head)?.[1] ?? null;
        state.clientVersion ??= /^-- (?:MariaDB|MySQL) dump (\S.*?)(?:,? for .*)?$/.exec(head)?.[1] ?? null;
    };
    // Getters on the state, which goes on while the dump is read.
    return {
        ...found,
        line,
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
/** Whether this is how mysqldump and mariadb-dump end a dump that they finished. */
function isTrailer(line) {
    return /^-- Dump completed(?: on .*)?$/.test(line.trim());
}
/** Why the objects of a dump are not those of the database, or null. */
function compareObjects(before, dumped, after) {
    const inDump = new Set(dumped);
    const changed = symmetricDifference(before, after);
    if (changed.length > 0)
        return `tables changed while the dump ran: ${changed.join(', ')}`;
    const missing = before.filter((name) => !inDump.has(name));
    if (missing.length > 0)
        return `the dump lacks ${missing.slice(0, 10).join(', ')}`;
    const known = new Set(before);
    const unknown = [...inDump].filter((name) => !known.has(name));
    return unknown.length > 0
        ? `the dump holds ${unknown.slice(0, 10).join(', ')}, which the database does not have`
        : null;
}
function symmetricDifference(a, b) {
    const [left, right] = [new Set(a), new Set(b)];
    return [...a.filter((name) => !right.has(name)), ...b.filter((name) => !left.has(name))];
}

;// CONCATENATED MODULE: ./src/steps/backup/prove-dump.ts


// A database of a shop has these; a dump without them is of something else.
const sentinels = ['setup_module', 'core_config_data', 'store'];
/** Every proof of a dump, passed or not. One failed proof makes the dump worthless. */
function proveDump(evidence) {
    const { statuses, gzipFailure, lastLine, before, sha256 } = evidence;
    // What says how the stages ended comes behind the dump, and is lost with the end of one that is damaged.
    const bad = Object.values(statuses).filter((status) => (status === null ? gzipFailure === null : status !== 0));
    const list = Object.entries(statuses).map(([stage, status]) => `${stage} ${status ?? 'unknown'}`);
    const objects = missingSentinels(before) ?? compareObjects(before, evidence.dumped, evidence.after);
    return [
        {
            id: 'exit-codes',
            passed: bad.length === 0,
            detail: [list.join(', '), evidence.message].filter(Boolean).join(': ')
        },
        { id: 'gzip', passed: gzipFailure === null, detail: gzipFailure ?? 'decodes from the first byte to the last' },
        {
            id: 'trailer',
            passed: isTrailer(lastLine),
            detail: isTrailer(lastLine) ? lastLine.trim() : 'the last line is not `-- Dump completed`'
        },
        {
            id: 'statements',
            passed: evidence.closed && !evidence.choosesDatabase,
            detail: !evidence.closed
                ? 'the last statement is not closed'
                : evidence.choosesDatabase
                    ? 'the dump chooses a database by itself, so it could be loaded into the wrong one'
                    : 'every statement is closed, and none chooses a database'
        },
        {
            id: 'tables',
            passed: objects === null,
            detail: objects ?? `${before.length} tables and views, as in information_schema before and after`
        },
        { id: 'sha256', passed: /^[0-9a-f]{64}$/.test(sha256), detail: sha256 }
    ];
}
function missingSentinels(names) {
    const missing = sentinels.filter((wanted) => !names.some((name) => name.endsWith(wanted)));
    return missing.length === 0 ? null : `the database has no ${missing.join(', ')}: it is not the one of a shop`;
}
/** Throws UpgradeError for the first failed proof: `backup-failed` for a failed stage, else `backup-unproven`. */
function expectProven(proofs, where) {
    const failed = proofs.filter(({ passed }) => !passed);
    const [first] = failed;
    if (!first)
        return;
    throw new src_errors/* UpgradeError */.f(first.id === 'exit-codes' ? 'backup-failed' : 'backup-unproven', {
        message: `The database dump cannot be trusted (${failed.map(({ id, detail }) => `${id}: ${detail}`).join('; ')}).`,
        unchanged: `The unfinished dump ${where} was removed; older backups, the checkout, the branch and the environment are as they were.`,
        next: adviceFor(failed.map(({ detail }) => detail).join(' '))
    });
}
function adviceFor(text) {
    if (/1356|definer|references invalid/i.test(text))
        return 'Repair or drop the view named above, then run again.';
    if (/1412|changed while|schema change/i.test(text))
        return 'Wait until no deployment or schema change is running, then run again.';
    if (/denied|1044|1045|1142|1227/i.test(text))
        return 'Give the database user the privilege named above, or ask support for it.';
    return 'Run again; if it fails again, look at the database server and the free space.';
}

;// CONCATENATED MODULE: ./src/steps/backup/dump-here.ts




const dump_here_timeoutSeconds = 4 * 3600;
/** mysqldump over SSH straight into a file of this machine, checked while it flows; nothing touches the server's disk. */
function dumpByStream(tools, request) {
    return dumpHere(tools, request, async (path) => {
        const { ssh, dumpStore } = tools;
        const { host, relationship, recipients, exclude, before } = request;
        const read = dumpStore.into(path, recipients);
        const script = streamDumpScript({ relationship, source: before.source, exclude });
        const { value, result } = await ssh.stream(host, script, read, { timeoutSeconds: dump_here_timeoutSeconds });
        const answer = remote_answer_parseRemoteAnswer(result.stdout);
        const why = answer.one('failure') ?? (value.bytes === 0 ? result.failure : null);
        if (why !== null)
            throw list_objects_dumpFailure(why);
        const number = (key) => /^\d+$/.test(answer.one(key) ?? '') ? Number(answer.one(key)) : null;
        const statuses = { mysqldump: number('dump-status'), gzip: number('gzip-status'), ssh: result.exitCode ?? 255 };
        // Exactly what our script says after the dump; anything else is another member, padding or noise.
        const tail = result.stdout.startsWith('\ndump-status\t') ? null : 'there is something behind the compressed data';
        const facts = { ...value, gzipFailure: value.gzipFailure ?? tail };
        const failed = Object.values(statuses).some((status) => status !== 0);
        return { facts, statuses, message: failed ? (answer.one('message')?.trim() ?? result.failure ?? '') : '' };
    });
}
/** `magento-cloud db:dump` into a file of this machine, compressed here and checked while it flows. */
function dumpByCloud(tools, request) {
    return dumpHere(tools, request, async (path) => {
        const { value, result } = await tools.dumpStore.fromProcess(path, request.recipients, (pipe) => tools.cloud.dumpDatabase(pipe, request.relationship, { exclude: request.exclude, timeoutSeconds: dump_here_timeoutSeconds }));
        const tail = value.rest.length > 0 ? 'there is something behind the compressed data' : null;
        return {
            facts: { ...value, gzipFailure: value.gzipFailure ?? tail },
            statuses: { 'db:dump': result.exitCode, gzip: result.throughExitCode ?? null },
            message: result.exitCode === 0 ? '' : dump_here_lastLine(result.stderr)
        };
    });
}
/** Dumps under a partial name, proves, and gives the final name; whatever goes wrong leaves nothing behind. */
async function dumpHere({ ssh, files, dumpFiles }, { host, relationship, folder, recipients, exclude, before }, make) {
    const name = `${relationship}.sql.gz${recipients.length > 0 ? '.age' : ''}`;
    const final = files.join(folder, name);
    const partial = `${final}.partial`;
    try {
        const { facts, statuses, message } = await make(partial).catch(asFailure);
        const after = await listObjects(ssh, host, { relationship, exclude, source: before.source });
        const dumped = { dumped: facts.scan.objects, before: before.names, after: after.names };
        const closed = { ...facts.scan, closed: facts.closed, lastLine: facts.scan.lastLine };
        const proofs = proveDump({ ...facts, ...closed, ...dumped, statuses, message });
        expectProven(proofs, partial);
        await dumpFiles.settle(partial, final);
        return {
            ...manifestPart(facts),
            relationship,
            database: before.database,
            source: before.source,
            excluded: [...exclude],
            file: name,
            serverFile: null,
            encryption: recipients.length > 0 ? 'age' : 'none',
            fileBytes: facts.file.bytes,
            fileSha256: facts.file.sha256,
            missingPrograms: before.programs.filter((program) => !facts.scan.programs.has(program)),
            nonTransactional: [...before.nonTransactional],
            proofs: [...proofs],
            rehearsal: null
        };
    }
    catch (error) {
        await files.remove(partial);
        throw error;
    }
}
/** What a dump that was read here tells, as the manifest has it. */
function manifestPart(facts) {
    const { bytes, sha256, sqlBytes, sqlSha256, scan, rows } = facts;
    return {
        ...{ bytes, sha256, sqlBytes, sqlSha256 },
        serverVersion: scan.serverVersion,
        clientVersion: scan.clientVersion,
        tables: [...scan.objects].filter((name) => !scan.views.has(name)),
        views: [...scan.views],
        programs: [...scan.programs],
        rows: Object.fromEntries(rows)
    };
}
/** A full disk and its like: what the file system said. */
function asFailure(error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error)
        throw list_objects_dumpFailure(`the dump could not be written: ${error.message}`);
    throw error;
}
/** The last line of mysqldump or ssh that names an error, else the last one at all. */
function dump_here_lastLine(text) {
    const lines = text.split('\n').map((line) => line.trim());
    const named = lines.filter((line) => /error|denied|failed|gone away|lost|couldn't/i.test(line));
    return (named.at(-1) ?? lines.findLast((line) => line !== '') ?? '').slice(0, 300);
}

;// CONCATENATED MODULE: ./src/steps/backup/bring-here.ts

const bring_here_timeoutSeconds = 4 * 3600;
/** The same of a dump that stays on the server. */
const notCopied = { file: null, encryption: 'none', fileBytes: null, fileSha256: null, rows: null };
/**
 * Downloads a proven dump into the request's folder and reads it on the way. Throws UpgradeError `backup-failed` where
 * what arrived is not equal; the error says where the proven one lies.
 */
async function bringHere({ ssh, files, dumpFiles, dumpStore }, { host, folder, relationship, recipients }, { serverFile, sha256 }) {
    const failure = (why) => new src_errors/* UpgradeError */.f('backup-failed', {
        message: `The database dump is proven and lies on ${host} as ${serverFile}, but could not be brought here: ${why}.`,
        unchanged: 'The dump on the server is whole; older backups, the checkout, the branch and the environment are as they were.',
        next: 'Fetch it from there, or mend what is named above and run again.'
    });
    const encrypted = recipients.length > 0;
    const file = `${relationship}.sql.gz${encrypted ? '.age' : ''}`;
    const final = files.join(folder, file);
    const partial = `${final}.partial`;
    try {
        const dump = await ssh.download(host, serverFile, dumpStore.into(partial, recipients), { timeoutSeconds: bring_here_timeoutSeconds });
        if (dump.sha256 !== sha256 || dump.gzipFailure !== null || dump.rest.length > 0)
            throw failure('what arrived is not equal to it');
        await dumpFiles.settle(partial, final);
        const { bytes: fileBytes, sha256: fileSha256 } = dump.file;
        return { file, encryption: encrypted ? 'age' : 'none', fileBytes, fileSha256, rows: Object.fromEntries(dump.rows) };
    }
    catch (error) {
        await files.remove(partial);
        throw error instanceof src_errors/* UpgradeError */.f ? error : failure(error instanceof Error ? error.message : String(error));
    }
}

;// CONCATENATED MODULE: ./src/steps/backup/dump-on-server.ts








const dump_on_server_timeoutSeconds = 4 * 3600;
/** mysqldump into a private file under /tmp of the server, proven there, and downloaded where asked. */
function dumpOnServer(tools, request) {
    return dumpByScript(tools, request, remoteDumpScript(choiceOf(request)));
}
/** The same by `ece-tools db-dump`: the site is in maintenance meanwhile. */
function dumpByEceTools(tools, request) {
    return dumpByScript(tools, request, eceDumpScript(choiceOf(request)));
}
function choiceOf({ relationship, exclude, before }) {
    return { relationship, exclude, source: before.source };
}
async function dumpByScript(tools, request, script) {
    const { ssh } = tools;
    const { host, relationship, exclude, before } = request;
    const result = await ssh.script(host, script, { timeoutSeconds: dump_on_server_timeoutSeconds });
    const answer = remote_answer_parseRemoteAnswer(result.stdout);
    const folder = remoteFolder(answer);
    const { final, proofs, scan } = await settle(ssh, host, { folder, answer, exclude, failure: result.failure }).catch(async (error) => {
        throw folder === null ? error : await removeFolder(ssh, host, { folder, error });
    });
    const sha256 = answer.one('sha256') ?? '';
    const copied = request.download ? await bringHere(tools, request, { serverFile: final, sha256 }) : notCopied;
    const { database, programs, nonTransactional } = databaseFacts(answer);
    return {
        relationship,
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
        nonTransactional: [...nonTransactional],
        proofs: [...proofs],
        rehearsal: null
    };
}
/** Proves the dump and gives it its final name, which it has from then on. */
async function settle(ssh, host, { folder, answer, exclude, failure }) {
    const why = answer.one('failure') ?? failure;
    if (why !== null || answer.one('done') === null)
        throw list_objects_dumpFailure(why ?? 'the script ended early');
    const name = answer.one('name') ?? '';
    // These are the names that our script makes; anything else would end up in a shell.
    if (folder === null || !/^\w+-[0-9TZ]+\.sql\.gz$/.test(name))
        throw list_objects_dumpFailure('the server named a path that our script does not make');
    const final = `${folder}/${name}`;
    const scan = createDumpScan();
    answer.all('head').forEach(scan.line);
    const proofs = proveRemote(answer, scan, exclude);
    expectProven(proofs, `${final}.partial`);
    const renamed = await ssh.script(host, `mv -- '${final}.partial' '${final}' && sync`, { timeoutSeconds: 120 });
    if (renamed.exitCode !== 0)
        throw list_objects_dumpFailure(`${final}.partial on the server could not be renamed`);
    return { final, proofs, scan };
}
function proveRemote(answer, scan, exclude) {
    const number = (key) => (/^\d+$/.test(answer.one(key) ?? '') ? Number(answer.one(key)) : null);
    const statuses = { mysqldump: number('dump-status'), gzip: number('gzip-status') };
    const isWhole = number('length-field') === (number('plain-bytes') ?? -1) % 2 ** 32;
    const tail = isWhole ? null : 'there is something behind the compressed data';
    const message = answer.one('message')?.trim() ?? '';
    const said = message === '' ? 'the file does not decode to its end' : message;
    const proofs = proveDump({
        statuses,
        message: Object.values(statuses).every((status) => status === 0) ? '' : message,
        gzipFailure: number('gunzip-status') === 0 ? tail : said,
        lastLine: answer.one('last-line') ?? '',
        closed: !scan.inBody,
        choosesDatabase: scan.choosesDatabase,
        before: without(answer.all('before'), exclude),
        dumped: scan.objects,
        after: without(answer.all('after'), exclude),
        sha256: answer.one('sha256') ?? ''
    });
    return [...proofs];
}
function remoteFolder(answer) {
    return /^\/tmp\/magento-cloud-upgrade-[A-Za-z0-9]+$/.exec(answer.one('folder') ?? '')?.[0] ?? null;
}
/** The error to throw: the given one, or one that also says what could not be removed. */
async function removeFolder(ssh, host, { folder, error }) {
    // A script that lost its connection may still be at work there for a moment.
    const script = `for try in 1 2 3 4 5; do rm -rf -- '${folder}' && exit 0; sleep 1; done 2>/dev/null; exit 1`;
    const { exitCode } = await ssh.script(host, script, { timeoutSeconds: 60 });
    if (exitCode === 0 || !(error instanceof src_errors/* UpgradeError */.f))
        return error;
    return new src_errors/* UpgradeError */.f(error.code, {
        message: error.message,
        unchanged: 'Older backups, the checkout, the branch and the environment are as they were.',
        next: `${error.next} Remove ${folder} on ${host}: it may hold an unfinished dump, and could not be removed.`
    });
}

;// CONCATENATED MODULE: ./src/steps/backup/rehearse-restore.ts
/**
 * Loads a dump of this machine into a scratch database and compares: the tables, every table's rows against those
 * counted in the stream, and CHECK TABLE. Null where there is no server to load it into, or where it is encrypted.
 */
async function rehearseRestore(tools, path, dump) {
    const { rows } = dump;
    if (dump.encryption !== 'none' || rows === null)
        return null;
    const began = performance.now();
    return tools.withScratchDatabase(async (database) => {
        const failure = (await database.load(tools.dumpFiles.sql(path))) ?? (await compare(database, dump, rows));
        const orphans = failure === null ? await findOrphans(database) : [];
        return {
            passed: failure === null,
            seconds: Math.round((performance.now() - began) / 100) / 10,
            server: database.version,
            tables: dump.tables.length,
            rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
            orphans: [...orphans],
            detail: failure ?? 'restored; tables, rows and CHECK TABLE agree'
        };
    });
}
async function compare(database, { tables, views }, rows) {
    const listed = await database.query("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = 'rehearsal' ORDER BY TABLE_NAME");
    const restored = new Set(lines(listed));
    const missing = [...tables, ...views].filter((name) => !restored.has(name));
    if (missing.length > 0)
        return `the restored database lacks ${missing.slice(0, 10).join(', ')}`;
    for (const table of tables) {
        const name = `rehearsal.\`${table.replaceAll('`', '``')}\``;
        const count = Number(await database.query(`SELECT COUNT(*) FROM ${name}`));
        if (count !== (rows[table] ?? 0))
            return `${table} has ${count} rows restored and ${rows[table] ?? 0} in the dump`;
        const check = lines(await database.query(`CHECK TABLE ${name}`)).at(-1) ?? '';
        if (!check.endsWith('\tOK'))
            return `CHECK TABLE finds ${table} damaged`;
    }
    return null;
}
const keysLookedAt = 20;
/** Foreign keys whose rows refer to nothing, of the first that have one column: a sample, since each is a join. */
async function findOrphans(database) {
    const keys = await database.query(`SELECT CONSTRAINT_NAME, TABLE_NAME, MIN(COLUMN_NAME), MIN(REFERENCED_TABLE_NAME), MIN(REFERENCED_COLUMN_NAME)
     FROM information_schema.KEY_COLUMN_USAGE WHERE TABLE_SCHEMA = 'rehearsal' AND REFERENCED_TABLE_NAME IS NOT NULL
     GROUP BY CONSTRAINT_NAME, TABLE_NAME HAVING COUNT(*) = 1 ORDER BY TABLE_NAME, CONSTRAINT_NAME LIMIT ${keysLookedAt}`);
    const found = [];
    for (const [key = '', ...names] of lines(keys).map((line) => line.split('\t'))) {
        const [child, column, parent, referred] = names.map((name) => `\`${name.replaceAll('`', '``')}\``);
        const orphan = await database.query(`SELECT 1 FROM rehearsal.${child} c LEFT JOIN rehearsal.${parent} p ON c.${column} = p.${referred}
       WHERE c.${column} IS NOT NULL AND p.${referred} IS NULL LIMIT 1`);
        if (orphan.trim() === '1')
            found.push(`${key} of ${names[0] ?? ''}`);
    }
    return found;
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./src/steps/backup/dump-databases.ts





const ways = {
    'cloud-dump': dumpByCloud,
    'ssh-stream': dumpByStream,
    'ssh-dump': dumpOnServer,
    'ece-dump': dumpByEceTools
};
/**
 * Dumps the main database, then what a split database has beside it, each proven and rehearsed before the next one.
 * Throws UpgradeError `backup-failed` or `backup-unproven`; dumps that were finished before are removed then.
 */
async function dumpDatabases(tools, input, place) {
    const { exclude, recipients } = input;
    const dumps = [];
    const { way, host, folder } = place;
    const request = { host, exclude, recipients, folder: folder ?? '', download: way.here };
    // db:dump reads the primary, whatever else there is.
    const source = way.kind === 'cloud-dump' || way.kind === 'ece-dump' ? 'primary' : 'auto';
    try {
        const list = (relationship) => listObjects(tools.ssh, host, { relationship, exclude, source });
        const main = await list('database');
        for (const relationship of ['database', ...main.others]) {
            const before = relationship === 'database' ? main : await list(relationship);
            const dump = await dumpSteadily(tools, { way, attempts: input.attempts }, { ...request, relationship, before });
            dumps.push(dump);
            dumps.splice(-1, 1, { ...dump, rehearsal: await rehearse(tools, input.rehearsal, folder, dump) });
        }
        return dumps;
    }
    catch (error) {
        await forgetOnServer(tools, host, dumps);
        throw error;
    }
}
/** A schema change that runs meanwhile spoils a dump, and is over soon: the dump is made anew. */
async function dumpSteadily(tools, { way, attempts }, request) {
    for (let attempt = 1;; attempt += 1) {
        try {
            return await ways[way.kind](tools, request);
        }
        catch (error) {
            if (attempt === attempts || !(error instanceof src_errors/* UpgradeError */.f) || !isSchemaChange(error))
                throw error;
            tools.logger.warn(`The dump of ${request.relationship} was spoilt by a schema change; it is made again.`);
        }
        const { host, relationship, exclude, before } = request;
        const again = await listObjects(tools.ssh, host, { relationship, exclude, source: before.source });
        request = { ...request, before: again };
    }
}
function isSchemaChange({ message }) {
    return /\b1412\b|changed while the dump ran/.test(message);
}
async function rehearse(tools, wanted, folder, dump) {
    const path = folder === null || dump.file === null ? null : tools.files.join(folder, dump.file);
    const rehearsed = path === null || wanted === 'off' ? null : await rehearseRestore(tools, path, dump);
    if (rehearsed?.passed === false)
        throw unrestorable(dump, rehearsed.detail);
    if (rehearsed === null && wanted === 'require')
        throw unrehearsed();
    return rehearsed;
}
/** What was left on the server is no backup without its manifest. */
async function forgetOnServer({ ssh }, host, dumps) {
    // These are the paths that our own script made.
    const folders = dumps.flatMap(({ serverFile }) => (serverFile === null ? [] : [serverFile.replace(/\/[^/]*$/, '')]));
    if (folders.length > 0)
        await ssh.script(host, `rm -rf -- ${folders.map((path) => `'${path}'`).join(' ')}`, { timeoutSeconds: 60 });
}
function unrestorable({ relationship }, detail) {
    return new src_errors/* UpgradeError */.f('backup-unproven', {
        message: `The dump of ${relationship} could not be restored into a scratch database: ${detail}.`,
        unchanged: 'The dump was removed; older backups, the checkout, the branch and the environment are as they were.',
        next: 'Run again; if it fails again, look at the table named above, or at the version of MariaDB on this machine.'
    });
}
function unrehearsed() {
    return new src_errors/* UpgradeError */.f('backup-unproven', {
        message: 'A rehearsal of the restore is required, but this machine has no MariaDB server.',
        unchanged: 'The dump was removed; older backups, the checkout, the branch and the environment are as they were.',
        next: 'Install it (apt-get install mariadb-server), or set rehearsal: auto.'
    });
}

;// CONCATENATED MODULE: ./src/project/backup-reuse.ts
/** Whether a manifest says that its backup does for what is wanted. What lies on the disks is to be read again all the same. */
function isReusable(manifest, wanted) {
    const age = wanted.now.getTime() - Date.parse(manifest.finishedAt);
    return (manifest.baseCommit === wanted.baseCommit &&
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

;// CONCATENATED MODULE: ./src/project/compare-dump.ts

/** Everything in which a dump differs from what its manifest says, each as half a sentence; empty where nothing does. */
function compareDump(dump, read) {
    const { scan, rows } = read;
    const objects = compareObjects([...dump.tables, ...dump.views], scan.objects, [...dump.tables, ...dump.views]);
    const wrongRows = Object.entries(dump.rows ?? {}).filter(([table, count]) => (rows.get(table) ?? 0) !== count);
    return [
        read.gzipFailure,
        read.bytes === dump.bytes ? null : `it has ${read.bytes} bytes instead of ${dump.bytes}`,
        read.sha256 === dump.sha256 ? null : 'its sha256 is another one',
        read.sqlBytes === dump.sqlBytes && read.sqlSha256 === dump.sqlSha256 ? null : 'its SQL is another one',
        isTrailer(scan.lastLine) ? null : 'its last line is not `-- Dump completed`',
        read.closed ? null : 'its last statement is not closed',
        objects,
        wrongRows.length === 0 ? null : `it has another number of rows in ${wrongRows.map(([table]) => table).join(', ')}`
    ].filter((failure) => failure !== null);
}

;// CONCATENATED MODULE: ./src/steps/backup/read-manifest.ts


/**
 * The backup at `path`: its folder or its manifest.json. Throws UpgradeError `bad-input` where there is none, and
 * `backup-unproven` where what is there is no manifest.
 */
async function readManifest(files, path) {
    const given = files.resolve(path);
    const file = given.endsWith('.json') ? given : files.join(given, backup_manifest_manifestName);
    const text = await files.read(file);
    if (text === null) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: `There is no backup at ${given}: ${file} is missing.`,
            unchanged: 'Nothing was changed.',
            next: 'Name the folder of a backup, as magento-cloud-upgrade backup list shows it.'
        });
    }
    return { folder: files.join(file, '..'), manifest: parseManifest(text, file) };
}

;// CONCATENATED MODULE: ./src/steps/backup/check-backup.ts




/**
 * Reads every dump of a backup on this machine again, offline: checksums, the gzip member, the SQL. With `identity`
 * (the text of an age identity file) encrypted dumps are read as well. Throws UpgradeError `bad-input` where there is
 * no backup and `backup-unproven` where one dump is not what its manifest says, with all differences.
 */
async function check_backup_checkBackup(tools, path, identity) {
    const backup = await readManifest(tools.files, path);
    const dumps = [];
    for (const dump of backup.manifest.dumps) {
        if (dump.file === null)
            continue;
        const file = tools.files.join(backup.folder, dump.file);
        const { depth, failures } = await checkDump(tools.dumpFiles, { file, dump, identity });
        dumps.push({ relationship: dump.relationship, path: file, depth, failures });
    }
    const { media } = backup.manifest;
    if (media !== null)
        await checkMedia(tools, backup.folder, media);
    const bad = dumps.filter(({ failures }) => failures.length > 0);
    if (bad.length > 0)
        throw notWhat(bad);
    if (dumps.length === 0)
        throw elsewhere(backup);
    return { ...backup, dumps };
}
async function checkDump(dumpFiles, { file, dump, identity }) {
    const sum = await dumpFiles.sum(file);
    const failures = sum.sha256 === dump.fileSha256 && sum.bytes === dump.fileBytes
        ? []
        : [sum.failure ?? `the file is another one: ${sum.bytes} bytes with sha256 ${sum.sha256}`];
    if (dump.encryption === 'age' && identity === null)
        return { depth: 'file', failures };
    const read = await dumpFiles.inspect(file, dump.encryption === 'age' ? identity : null);
    return { depth: 'whole', failures: [...failures, ...compareDump(dump, read)] };
}
function notWhat(bad) {
    return new src_errors/* UpgradeError */.f('backup-unproven', {
        message: bad.map(({ path, failures }) => `${path} cannot be trusted: ${failures.join('; ')}.`).join(' '),
        unchanged: 'Nothing was changed.',
        next: 'Use another backup; magento-cloud-upgrade backup list shows them.'
    });
}
function elsewhere({ manifest }) {
    const paths = manifest.dumps.map(({ serverFile }) => serverFile ?? '');
    return new src_errors/* UpgradeError */.f('bad-input', {
        message: `This backup lies on the server alone (${manifest.host}: ${paths.join(', ')}).`,
        unchanged: 'Nothing was changed.',
        next: 'Bring the dump to the folder of the manifest, or make a backup with backup-to: both.'
    });
}

;// CONCATENATED MODULE: ./src/steps/backup/list-backups.ts




/** All backups in a folder, the newest first. Folders without a manifest are none: what lies there is unfinished. */
async function listBackups(files, directory) {
    const parent = files.resolve(directory);
    if (!(await files.exists(parent))) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: `There is no folder ${parent}.`,
            unchanged: 'Nothing was changed.',
            next: 'Name the backup-directory that backups were made into.'
        });
    }
    const found = await files.list(parent);
    const manifests = found.filter((path) => path === backup_manifest_manifestName || path.endsWith(`/${backup_manifest_manifestName}`));
    const backups = [];
    for (const path of manifests) {
        // A manifest of something else must not hide the backups beside it.
        const backup = await readManifest(files, files.join(parent, path)).catch(() => null);
        if (backup !== null)
            backups.push(backup);
    }
    return backups.sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt));
}
/**
 * Removes the backups that retention does not keep: only the files that a manifest names, the manifest itself last
 * of all, and the folder where nothing else is in it. With `dryRun` nothing is removed.
 */
async function pruneBackups(files, directory, { retention, now, dryRun }) {
    const backups = await listBackups(files, directory);
    const keep = planRetention(backups.map(({ manifest }) => manifest), retention, now);
    const removed = backups.filter(({ manifest }) => !keep.has(manifest));
    if (!dryRun)
        for (const backup of removed)
            await removeBackup(files, backup);
    return { kept: backups.filter(({ manifest }) => keep.has(manifest)), removed };
}
async function removeBackup(files, { folder, manifest }) {
    const { media } = manifest;
    const copies = media === null ? [] : [media.folder, media.checksums].filter((name) => /^media[\w.-]*$/.test(name));
    for (const name of [...namedFiles(manifest), ...copies, manifestName])
        await files.remove(files.join(folder, name));
    await files.removeIfEmpty(folder);
}
/** Names that are plain names: a manifest that points elsewhere is not followed. */
function namedFiles({ dumps }) {
    return dumps.flatMap(({ file }) => (file !== null && /^[\w.-]+$/.test(file) && !file.startsWith('.') ? [file] : []));
}

;// CONCATENATED MODULE: ./src/steps/backup/earlier-backups.ts



/** Backups of the same environment that are on this machine, the newest first: in the folder for backups, else below the temporary directory. */
async function earlierBackups(files, directory, { project, environment }) {
    const folders = directory === '' ? await files.privateFolders('backup') : [files.resolve(directory)];
    const found = [];
    for (const folder of folders)
        if (await files.exists(folder))
            found.push(...(await listBackups(files, folder)));
    return found
        .filter(({ manifest }) => manifest.project === project && manifest.environment === environment)
        .sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt));
}
/** The newest of `earlier` that does for what is wanted, after all of it was read again; or null. */
async function findReusable(tools, earlier, wanted) {
    for (const backup of earlier) {
        if (!isReusable(backup.manifest, wanted))
            continue;
        const checked = await check_backup_checkBackup(tools, backup.folder, null).catch(() => null);
        if (checked !== null)
            return backup;
    }
    return null;
}
/** Warnings where a database has another size than in the newest proven backup before: half of it, or twice as much. */
function compareSizes(dumps, earlier) {
    const last = earlier.find(({ manifest }) => manifest.state.startsWith('proven'))?.manifest;
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

;// CONCATENATED MODULE: ./src/steps/backup/find-on-server.ts



// Folders of other users could be made to mislead us; base64 keeps a manifest on one line.
const listScript = `for folder in /tmp/magento-cloud-upgrade-*; do
  [ -O "$folder/${backup_manifest_manifestName}" ] || continue
  printf 'lies-in\\t%s\\nmanifest\\t%s\\n' "$folder" "$(base64 <"$folder/${backup_manifest_manifestName}" | tr -d '\\n')"
done
`;
const find_on_server_timeoutSeconds = 3600;
/**
 * The newest backup on the server, made for this environment, that does for what is wanted: its dumps were read again,
 * and have the checksums that the manifest names. Null where there is none, or the server does not say.
 */
async function findOnServer(ssh, host, { project, environment }, wanted) {
    const answer = remote_answer_parseRemoteAnswer((await ssh.script(host, listScript, { timeoutSeconds: 60 })).stdout);
    const folders = answer.all('lies-in');
    const found = answer.all('manifest').flatMap((text, index) => {
        const folder = folders[index] ?? '';
        const manifest = readManifestText(text);
        const ours = manifest?.project === project && manifest.environment === environment && manifest.host === host;
        return manifest !== null && ours && isReusable(manifest, wanted) && liesIn(manifest, folder)
            ? [{ folder, manifest }]
            : [];
    });
    for (const backup of found.sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt)))
        if (await isAsMade(ssh, host, backup.manifest))
            return backup;
    return null;
}
function readManifestText(base64) {
    try {
        return parseManifest(Buffer.from(base64, 'base64').toString('utf8'), '');
    }
    catch {
        return null;
    }
}
/** The first dump lies beside the manifest; the paths are of the kind that our script makes, since they go into a shell. */
function liesIn({ dumps }, folder) {
    const paths = dumps.map(({ serverFile }) => serverFile ?? '');
    return ((paths[0] ?? '').startsWith(`${folder}/`) &&
        paths.every((path) => /^\/tmp\/magento-cloud-upgrade-[A-Za-z0-9]+\/\w+-[0-9TZ]+\.sql\.gz$/.test(path)));
}
async function isAsMade(ssh, host, { dumps }) {
    const paths = dumps.map(({ serverFile }) => `'${serverFile ?? ''}'`).join(' ');
    const { exitCode, stdout } = await ssh.script(host, `sha256sum -- ${paths}`, { timeoutSeconds: find_on_server_timeoutSeconds });
    const sums = stdout.split('\n').map((line) => line.slice(0, 64));
    return exitCode === 0 && dumps.every(({ sha256 }, index) => sums[index] === sha256);
}

;// CONCATENATED MODULE: ./src/steps/backup/write-manifest.ts


/**
 * Writes the manifest, last of all: beside the dumps of this machine, and beside the first dump that was left on the
 * server. Returns its path on this machine, else on the server.
 */
async function writeManifest({ files, dumpFiles, ssh }, manifest, folder) {
    const text = `${JSON.stringify(manifest, null, 2)}\n`;
    const onServer = manifest.dumps.find(({ serverFile }) => serverFile !== null)?.serverFile ?? null;
    const remote = onServer?.replace(/[^/]*$/, backup_manifest_manifestName) ?? null;
    if (remote !== null) {
        // Base64 holds nothing that a shell would take for something else; the path is one that our own script made.
        const content = Buffer.from(text).toString('base64');
        const script = `umask 077; printf %s '${content}' | base64 -d >'${remote}.partial' && mv -- '${remote}.partial' '${remote}' && sync`;
        const { exitCode, failure } = await ssh.script(manifest.host, script, { timeoutSeconds: 120 });
        if (exitCode !== 0)
            throw unwritten(remote, failure ?? `exit code ${exitCode ?? '?'}`);
    }
    if (folder === null)
        return remote ?? '';
    const path = files.join(folder, backup_manifest_manifestName);
    await files.write(`${path}.partial`, text, { secret: true });
    await dumpFiles.settle(`${path}.partial`, path);
    return path;
}
function unwritten(path, why) {
    return new src_errors/* UpgradeError */.f('backup-failed', {
        message: `The dump is proven, but its manifest ${path} could not be written on the server: ${why}.`,
        unchanged: 'The dump is whole; older backups, the checkout, the branch and the environment are as they were.',
        next: 'Run again.'
    });
}

;// CONCATENATED MODULE: ./src/steps/backup/reuse-backup.ts









/**
 * The backup of an earlier run of the same upgrade, every file of it read again, or null where none does. One that lies
 * on the server as wanted, but not on this machine (a new runner), is brought here instead of being made again.
 */
async function reuseBackup(tools, input, place) {
    const { way, host, earlier } = place;
    if (input.reuse === null)
        return null;
    const wanted = {
        ...input.reuse,
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
    const here = way.here ? await findReusable(tools, earlier, wanted) : null;
    const found = here ?? there;
    if (found === null)
        return null;
    if (way.here && here === null)
        return bringBackup(tools, input, host, found);
    const path = tools.files.join(found.folder, backup_manifest_manifestName);
    tools.logger.info(`The backup ${path} of an earlier run was read again, and does.`);
    return describe_backup_describeBackup(tools.files, found.manifest, { path, folder: here?.folder ?? null, reused: true });
}
/** Copies a proven backup from the server; it stays as old as its dumps. */
function bringBackup(tools, input, host, { folder: remote, manifest: found }) {
    tools.logger.info(`The backup ${remote} of an earlier run does; it is brought here from the server.`);
    return inBackupFolder(tools.files, input.directory, async (folder) => {
        const to = folder ?? '';
        const dumps = [];
        for (const dump of found.dumps) {
            const request = { host, folder: to, relationship: dump.relationship, recipients: input.recipients };
            const { serverFile, sha256 } = dump;
            dumps.push({ ...dump, ...(await bringHere(tools, request, { serverFile: serverFile ?? '', sha256 })) });
        }
        const { strategy, startedAt, finishedAt } = found;
        const media = input.media ? await copyMedia(tools, host, to) : null;
        const manifest = composeManifest(input, dumps, { host, strategy, startedAt, finishedAt, media });
        const path = await writeManifest(tools, manifest, folder);
        return describe_backup_describeBackup(tools.files, manifest, { path, folder, reused: true });
    });
}

;// CONCATENATED MODULE: ./src/steps/back-up-database.ts











/**
 * Dumps every database of the environment and proves each dump; where an earlier run of the same upgrade left a backup
 * that does, that one is read again instead. Throws UpgradeError `backup-failed` where a dump could not be made and
 * `backup-unproven` where it could, but is not whole or cannot be restored; nothing of it is left then, and older
 * backups are untouched.
 */
async function backUpDatabase(tools, input) {
    const startedAt = new Date().toISOString();
    const [host] = input.hosts;
    if (host === undefined)
        throw list_objects_dumpFailure('the environment has no SSH login');
    const way = await chooseWay(tools.cloud, input);
    if (input.media && (!way.here || input.recipients.length > 0))
        throw noPlaceForMedia(way);
    if (input.rehearsal === 'require' && (!way.here || input.recipients.length > 0))
        throw unrehearsable(way);
    const earlier = way.here ? await earlierBackups(tools.files, input.directory, input) : [];
    const reused = await reuseBackup(tools, input, { way, host, earlier });
    if (reused !== null)
        return reused;
    return inBackupFolder(tools.files, way.here ? input.directory : null, async (folder) => {
        const dumps = await dumpDatabases(tools, input, { way, host, folder });
        const media = input.media && folder !== null ? await copyMedia(tools, host, folder) : null;
        const finishedAt = new Date().toISOString();
        const manifest = composeManifest(input, dumps, { host, strategy: way.strategy, startedAt, finishedAt, media });
        const path = await writeManifest(tools, manifest, folder);
        const backup = describe_backup_describeBackup(tools.files, manifest, { path, folder, reused: false });
        return { ...backup, problems: [...backup.problems, ...compareSizes(dumps, earlier)] };
    });
}
function noPlaceForMedia({ here }) {
    return new src_errors/* UpgradeError */.f('bad-input', {
        message: `backup-media is download, but ${here ? 'backup-encrypt-to is set, and media are copied in clear' : 'the backup stays on the server'}.`,
        unchanged: 'Nothing was changed.',
        next: here ? 'Leave one of the two out.' : 'Set backup-to: runner or both.'
    });
}
function unrehearsable({ here }) {
    return new src_errors/* UpgradeError */.f('bad-input', {
        message: `rehearsal: require needs a clear dump on this machine, but ${here ? 'backup-encrypt-to is set' : 'the dump stays on the server'}.`,
        unchanged: 'Nothing was changed.',
        next: here
            ? 'Leave backup-encrypt-to empty, or set rehearsal: auto.'
            : 'Set backup-to: runner or both, or set rehearsal: auto.'
    });
}

;// CONCATENATED MODULE: ./src/steps/back-up-files.ts


const back_up_files_timeoutSeconds = 4 * 3600;
/**
 * `php bin/magento setup:backup` for code and media, where asked. Where the platform has it disabled (its default
 * since 2.1.16, 2.2.7 and 2.3.0) that is a warning with the way to enable it. Throws UpgradeError `backup-failed`
 * where it failed otherwise or left the site in maintenance mode.
 */
async function backUpFiles({ ssh }, input) {
    const [host] = input.hosts;
    if (host === undefined || (!input.code && !input.media))
        return { extras: [], problems: [] };
    const flags = [...(input.code ? ['--code'] : []), ...(input.media ? ['--media'] : [])].join(' ');
    const result = await ssh.script(host, backupScript(flags, input.enable), { timeoutSeconds: back_up_files_timeoutSeconds });
    if (/functionality is\b.*\bdisabled/i.test(result.stdout))
        return { extras: [], problems: [disabled()] };
    if (result.failure !== null)
        throw list_objects_dumpFailure(`setup:backup gave no answer: ${result.failure}`);
    const answer = remote_answer_parseRemoteAnswer(result.stdout);
    const [before, after] = ['before', 'after'].map((key) => (answer.one(key) ?? '').includes('maintenance mode is active'));
    if (after && !before) {
        throw list_objects_dumpFailure('setup:backup left the site in maintenance mode; run php bin/magento maintenance:disable there at once');
    }
    if (result.exitCode !== 0)
        throw list_objects_dumpFailure(`setup:backup ended with exit code ${result.exitCode ?? '?'}`);
    return { extras: extrasOf(result.stdout), problems: [] };
}
function backupScript(flags, enable) {
    const maintenance = (key) => `printf '%s\\t%s\\n' ${key} "$(php bin/magento maintenance:status --no-ansi 2>&1 | tr '\\n' ' ')"`;
    const backup = `php bin/magento setup:backup ${flags} --no-ansi 2>&1; status=$?`;
    const setting = 'system/backup/functionality_enabled';
    const set = (value) => `php bin/magento config:set ${setting} ${value} --no-ansi >/dev/null 2>&1`;
    const enabled = [
        `was=$(php bin/magento config:show ${setting} --no-ansi 2>/dev/null)`,
        // Whatever ends the script, the setting is as it was.
        `if [ "$was" != 1 ]; then trap '${set(0)}' EXIT; trap 'exit 143' HUP INT TERM; ${set(1)}; fi`
    ];
    return [...(enable ? enabled : []), maintenance('before'), backup, maintenance('after'), 'exit $status'].join('\n');
}
function extrasOf(output) {
    const paths = [...output.matchAll(/\S*\d+_filesystem(?:_code|_media)?\.tgz/g)].map(([path]) => path);
    return paths.map((location) => ({ kind: location.includes('_media') ? 'media' : 'code', location }));
}
function disabled() {
    return {
        id: 'setup-backup-disabled',
        severity: 'warning',
        message: 'The environment has bin/magento setup:backup disabled, so no code or media backup was made; the code is in git all the same.',
        fix: 'Set setup-backup-enable: true to enable it for the run, or backup-media: download for media without it.'
    };
}

;// CONCATENATED MODULE: ./src/steps/back-up-snapshot.ts


/**
 * `snapshot:create --live`, a copy of mounts and services that the platform keeps for seven days, beside the dump. Nothing in it
 * can be proven from outside, and a live one may be inconsistent. Throws UpgradeError `bad-input` for dedicated nodes (Pro staging
 * and production), which have none, and `backup-failed` where the platform makes none.
 */
async function backUpSnapshot(cloud) {
    if ((await cloud.environment()).dedicated) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: 'backup-snapshot is set, but Pro staging and production have no snapshots of their own.',
            unchanged: 'Nothing was changed.',
            next: 'Set backup-snapshot: false; the dump of the database is made all the same.'
        });
    }
    const id = await cloud.createSnapshot();
    if (id === null)
        throw list_objects_dumpFailure('magento-cloud snapshot:create gave no snapshot; its activity log says why');
    return {
        extras: [{ kind: 'snapshot', location: id }],
        problems: [
            {
                id: 'snapshot-unproven',
                severity: 'warning',
                message: `The snapshot ${id} was made live: what it holds cannot be checked from outside and may be inconsistent.`,
                fix: 'Rely on the dump; the platform keeps the snapshot for seven days.'
            }
        ]
    };
}

;// CONCATENATED MODULE: ./src/steps/backup/at-level.ts

/**
 * Makes a backup and holds it to the level that was asked for. Throws UpgradeError `backup-unproven` where it is worth
 * less; the backup itself stays then. With `off` a backup that failed is a warning, and so it stands in the report.
 */
async function atLevel(level, strategy, make) {
    const backup = await make().catch((error) => {
        const failed = error instanceof src_errors/* UpgradeError */.f && error.code.startsWith('backup-');
        if (level === 'off' && failed)
            return failedBackup(error, strategy === 'auto' ? 'ssh-dump' : strategy);
        throw error;
    });
    if (level !== 'proven' || backup.state === 'proven')
        return backup;
    throw new src_errors/* UpgradeError */.f('backup-unproven', {
        message: `The backup is ${backup.state}, and backup-proof asks for proven.`,
        unchanged: `The backup ${backup.location ?? ''} stays; the branch and the environment are as they were.`,
        next: backup.state === 'inconsistent'
            ? 'Convert the tables that are named as warnings to InnoDB, or set backup-proof: proven-without-rehearsal.'
            : 'Bring the dump to a machine with a MariaDB server (backup-to: runner or both), or set backup-proof: proven-without-rehearsal.',
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
                fix: `${error.next} The run went on because backup-proof is off.`
            }
        ]
    };
}

;// CONCATENATED MODULE: ./src/steps/backup/read-exclude.ts

/** The tables and views of an option, in the order of their names. Throws UpgradeError `bad-input` for what is no name. */
function readExclude(text) {
    const names = text.split(/[\s,]+/).filter((name) => name !== '');
    const bad = names.filter((name) => !/^[A-Za-z0-9_$]+$/.test(name));
    if (bad.length === 0)
        return [...new Set(names)].sort();
    throw new src_errors/* UpgradeError */.f('bad-input', {
        message: `backup-exclude: ${bad.join(', ')} is no name of a table or view.`,
        unchanged: 'Nothing was changed.',
        next: 'Give names of letters, digits, _ and $, separated by spaces.'
    });
}

// EXTERNAL MODULE: ./node_modules/age-encryption/dist/index.js + 51 modules
var dist = __webpack_require__(1539);
;// CONCATENATED MODULE: ./src/tools/dump-file/dump-sink.ts




const spare = 64 * 1024 * 1024;
const checkEvery = 32 * 1024 * 1024;
/**
 * A new private file (0600) for one dump, encrypted with age for `recipients` where there are any: clear text never
 * reaches the disk then. Throws where the file exists, a recipient is none, or the disk is about to be full.
 */
async function openDumpSink(path, recipients) {
    const encrypter = recipients.length > 0 ? createEncrypter(recipients) : null;
    const file = await (0,promises_.open)(path, 'wx', 0o600);
    const sum = (0,external_node_crypto_.createHash)('sha256');
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
/** An encrypter for all recipients. Throws a TypeError that names the one that is no age recipient. */
function createEncrypter(recipients) {
    const encrypter = new dist/* Encrypter */.T7();
    for (const recipient of recipients) {
        try {
            encrypter.addRecipient(recipient);
        }
        catch {
            throw new TypeError(`${recipient.slice(0, 80)} is no age recipient (age1…)`);
        }
    }
    return encrypter;
}
async function encryptInto(encrypter, put) {
    const plain = new TransformStream();
    const writer = plain.writable.getWriter();
    const encrypted = await encrypter.encrypt(plain.readable);
    const pumping = encrypted.pipeTo(new WritableStream({ write: put }));
    // A failed write comes out of the next write or of the close.
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
    const { bavail, bsize } = await (0,promises_.statfs)((0,external_node_path_.dirname)(path));
    if (bavail * bsize >= spare)
        return;
    // Of the same kind as the error that the file system would throw a moment later.
    throw Object.assign(new Error(`ENOSPC: the disk of ${(0,external_node_path_.dirname)(path)} is nearly full`), {
        code: 'ENOSPC',
        syscall: 'write'
    });
}

;// CONCATENATED MODULE: ./src/steps/backup/read-recipients.ts


/** The age recipients of an option. Throws UpgradeError `bad-input` for one that is none. */
function readRecipients(text) {
    const recipients = text.split(/[\s,]+/).filter((recipient) => recipient !== '');
    try {
        createEncrypter(recipients);
        return recipients;
    }
    catch (error) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: `backup-encrypt-to: ${error instanceof Error ? error.message : String(error)}.`,
            unchanged: 'Nothing was changed.',
            next: 'Give public keys as age-keygen prints them, separated by spaces.'
        });
    }
}

;// CONCATENATED MODULE: ./src/steps/backup/refuse-work-tree.ts

/** Throws UpgradeError `bad-input` for a backup directory in the checkout, where a dump could end up in a commit. */
async function refuseWorkTree(files, input) {
    if (input.backupDirectory === '')
        return;
    const tree = await topLevel(files, await files.realPath(input.workingDirectory));
    const directory = await files.realPath(input.backupDirectory);
    if (tree === null || (directory !== tree && !directory.startsWith(files.join(tree, '/'))))
        return;
    throw new src_errors/* UpgradeError */.f('bad-input', {
        message: `backup-directory is ${directory}, which is inside the git work tree ${tree}: a database dump could end up in a commit.`,
        unchanged: 'Nothing was changed.',
        next: 'Give a folder outside of the checkout, or leave backup-directory empty.'
    });
}
async function topLevel(files, folder) {
    if (await files.exists(files.join(folder, '.git')))
        return folder;
    const parent = files.join(folder, '..');
    return parent === folder ? null : topLevel(files, parent);
}

;// CONCATENATED MODULE: ./src/logger.ts
const ignore = () => undefined;
/** A logger that says nothing: the default of every library function. */
const silentLogger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
/** Wraps `logger` so that each line passes through `redact` first. */
function redactingLogger(logger, redact) {
    const group = logger.group?.bind(logger);
    return {
        ...(group && { group: (title) => group(redact(title)) }),
        debug: (line) => {
            logger.debug(redact(line));
        },
        info: (line) => {
            logger.info(redact(line));
        },
        warn: (line) => {
            logger.warn(redact(line));
        },
        error: (line) => {
            logger.error(redact(line));
        }
    };
}

// EXTERNAL MODULE: ./src/options.ts
var options = __webpack_require__(8381);
;// CONCATENATED MODULE: ./src/redact.ts
const shortest = 6;
/** The forms in which a secret may turn up in text: as it is, as base64, in JSON, in URLs and in PHP strings. */
function secretForms(secret) {
    const value = secret.reveal();
    const base64 = Buffer.from(value).toString('base64');
    const forms = [
        value,
        ...value.split('\n'),
        base64,
        base64.replace(/=+$/, ''),
        Buffer.from(value).toString('base64url'),
        Buffer.from(value).toString('hex'),
        ...[1, 2].map((shift) => shiftedBase64(value, shift)),
        JSON.stringify(value).slice(1, -1),
        JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'),
        encodeURIComponent(value),
        encodeURIComponent(value).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        new URLSearchParams({ v: value }).toString().slice(2),
        value.replaceAll("'", "'\\''")
    ].map((form) => form.trim());
    return [...new Set(forms)].filter((form) => form.length >= shortest).sort((a, b) => b.length - a.length);
}
// The middle of the base64 text when other bytes stand before the secret, as in `user:password`.
function shiftedBase64(value, shift) {
    const bytes = Buffer.from(value).subarray(3 - shift);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
    return whole.toString('base64');
}
/** A function that replaces every form of the secrets by `***`. Values under six characters are left alone. */
function createRedact(secrets) {
    const forms = secrets.flatMap((secret) => secretForms(secret)).sort((a, b) => b.length - a.length);
    return (text) => forms.reduce((result, form) => result.replaceAll(form, '***'), text);
}

;// CONCATENATED MODULE: ./src/run-context.ts

/** Fills in what the caller left out. */
function fullContext(context) {
    return {
        logger: context.logger ?? silentLogger,
        signal: context.signal ?? new AbortController().signal,
        environment: context.environment ?? {},
        onStep: context.onStep ?? (() => undefined)
    };
}

;// CONCATENATED MODULE: ./src/run-facts.ts


/** Facts before anything is known. */
function newFacts(known) {
    return {
        verdict: 'failed',
        startedAt: new Date().toISOString(),
        project: null,
        environment: null,
        branch: null,
        commit: null,
        liveCommitTag: null,
        plan: null,
        backup: null,
        update: null,
        deployment: null,
        verification: null,
        recovery: null,
        findings: [],
        warnings: [],
        ...known
    };
}
/** The report of a run: its facts, its timetable, how it ended; every text in it without secrets. */
function composeReport(facts, steps, seconds, error, secrets) {
    const report = {
        schemaVersion: 1,
        ...facts,
        verdict: error === null ? facts.verdict : 'failed',
        steps: [...steps],
        seconds,
        error: error && describeError(error)
    };
    const redact = createRedact(secrets);
    return JSON.parse(JSON.stringify(report), (_, value) => typeof value === 'string' ? redact(value) : value);
}
function describeError(error) {
    const { code, exitCode, message, unchanged, next, problems, details } = error;
    return { code, exitCode, message, unchanged, next, problems: [...problems], details: details ?? null };
}

// EXTERNAL MODULE: ./src/secret.ts
var src_secret = __webpack_require__(7355);
;// CONCATENATED MODULE: ./src/timetable.ts
/** A {@link Timetable} that tells `onStep` of each beginning and end. */
function createTimetable(onStep) {
    const steps = [];
    const end = (step, outcome, seconds, note) => {
        steps.push({ step, outcome, seconds, note });
        onStep({ step, state: outcome, note, seconds });
    };
    return {
        steps,
        step: async (step, task, note = () => '') => {
            const began = performance.now();
            const seconds = () => Math.round(performance.now() - began) / 1000;
            onStep({ step, state: 'started', note: '', seconds: 0 });
            try {
                const result = await task();
                end(step, 'done', seconds(), note(result));
                return result;
            }
            catch (error) {
                end(step, 'failed', seconds(), error instanceof Error ? error.message : String(error));
                throw error;
            }
        },
        skip: (step, why) => {
            end(step, 'skipped', 0, why);
        }
    };
}

;// CONCATENATED MODULE: ./src/tell-story.ts










/**
 * Runs one story and always comes back with a report: an UpgradeError becomes its `error`, anything else that is
 * thrown is a bug and goes on.
 */
async function tell_story_tellStory(command, given, runContext, story) {
    const began = performance.now();
    const context = fullContext(runContext);
    const secrets = secretsOf(given, context);
    const timetable = createTimetable(context.onStep);
    const facts = newFacts({});
    let failure = null;
    try {
        const options = (0,normalize_options/* normalizeOptions */.a5)(given, command);
        facts.project = options.project || null;
        facts.environment = options.environment || null;
        const logger = redactingLogger(context.logger, (text) => createRedact(secrets)(text));
        const learn = (text) => {
            secrets.push(...leaves(text).map((value) => new src_secret/* Secret */.z(value)));
        };
        await story({ options, context: { ...context, logger }, facts, timetable, secrets, learn });
    }
    catch (error) {
        failure = context.signal.aborted ? stopped(context.signal, facts) : error instanceof src_errors/* UpgradeError */.f ? error : null;
        if (failure === null)
            throw error;
    }
    return composeReport(facts, timetable.steps, Math.round(performance.now() - began) / 1000, failure, secrets);
}
function secretsOf(given, { environment }) {
    const rows = Object.entries(options/* optionTable */.s);
    const values = rows
        .filter(([, row]) => row.secret)
        .map(([name]) => given[(0,normalize_options/* camelCase */.xQ)(name)]);
    const texts = [...values, environment['COMPOSER_AUTH']].map((value) => value instanceof src_secret/* Secret */.z ? value.reveal() : value);
    return texts.flatMap((text) => (typeof text === 'string' ? leaves(text) : [])).map((text) => new src_secret/* Secret */.z(text));
}
/** A secret that is JSON counts with each of its values: those are what leaks. */
function leaves(text) {
    const found = [text.trim()];
    try {
        JSON.parse(text, (key, value) => {
            if (typeof value === 'string' && key !== 'username')
                found.push(value);
            return value;
        });
    }
    catch {
        // Not JSON: the text itself is the secret.
    }
    return found.filter((value) => value !== '');
}
function stopped(signal, facts) {
    const terminated = signal.reason === 'SIGTERM';
    const pushed = facts.commit !== null && facts.verdict === 'pushed';
    return new src_errors/* UpgradeError */.f(terminated ? 'terminated' : 'interrupted', {
        message: `The run was stopped${terminated ? ' by SIGTERM' : ''}.`,
        unchanged: pushed
            ? `The commit ${facts.commit ?? ''} had been pushed already; its deployment goes on without us.`
            : 'Nothing was pushed; the checkout, the branch and the environment are as they were.',
        next: pushed ? 'Run the same command again: it follows the deployment.' : 'Run the same command again.'
    });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./src/project/tuple-counter.ts
const [tuple_counter_quote, tuple_counter_open, tuple_counter_close, semicolon, backslash] = [39, 40, 41, 59, 92];
/** A counter that begins behind the word VALUES. */
function createTupleCounter() {
    const state = { rows: 0, depth: 0, inString: false, escaped: false, ended: false };
    const count = (chunk, at) => {
        // Every byte of a database passes here: variables of this call are several times faster than those of a closure.
        let { rows, depth, inString, escaped } = state;
        const { length } = chunk;
        let index = at;
        let ended = false;
        for (; index < length && !ended; index += 1) {
            if (inString) {
                if (escaped) {
                    escaped = false;
                    continue;
                }
                let byte = chunk[index];
                while (byte !== tuple_counter_quote && byte !== backslash && index < length - 1)
                    byte = chunk[(index += 1)];
                if (byte === backslash)
                    escaped = true;
                else if (byte === tuple_counter_quote)
                    inString = false;
                continue;
            }
            const byte = chunk[index] ?? 0;
            // Digits, commas and letters, which most bytes are, mean nothing here.
            if (byte > semicolon || (byte > tuple_counter_close && byte < semicolon) || byte < tuple_counter_quote)
                continue;
            if (byte === tuple_counter_quote)
                inString = true;
            else if (byte === tuple_counter_open)
                depth += 1;
            else if (byte === tuple_counter_close) {
                depth -= 1;
                if (depth === 0)
                    rows += 1;
            }
            else if (depth === 0)
                ended = true;
        }
        Object.assign(state, { rows, depth, inString, escaped, ended });
        return index;
    };
    return {
        count,
        get rows() {
            return state.rows;
        },
        get ended() {
            return state.ended;
        }
    };
}

;// CONCATENATED MODULE: ./src/project/sql-scan.ts


const newline = 10;
const headLength = 400;
// Tables with generated columns are dumped with a list of columns before VALUES.
const insertHeadLength = 64 * 1024;
const insert = /^(?:INSERT|REPLACE) (?:IGNORE )?INTO `((?:[^`]|``)+)` (?:\([^)]*\) )?VALUES/;
/**
 * Reads the SQL of mysqldump and mariadb-dump while it flows, in one pass and bounded memory. Lines are looked at by
 * their heads, since data cannot begin one; the rows of INSERT statements are counted byte by byte.
 */
function createSqlScan() {
    const scan = createDumpScan();
    const rows = new Map();
    let head = Buffer.alloc(0);
    let statement = null;
    const countTuples = (chunk, at) => {
        if (statement === null)
            return at;
        const { table, tuples } = statement;
        const next = tuples.count(chunk, at);
        if (tuples.ended) {
            rows.set(table, (rows.get(table) ?? 0) + tuples.rows);
            statement = null;
        }
        return next;
    };
    const takeHead = (chunk, from, to) => {
        const limit = isInsert(head) ? insertHeadLength : headLength;
        if (head.length < limit && from < to)
            head = Buffer.concat([head, chunk.subarray(from, Math.min(to, from + limit - head.length))]);
    };
    const readLine = (chunk, at) => {
        const found = chunk.indexOf(newline, at);
        const stop = found < 0 ? chunk.length : found;
        const had = head.length;
        takeHead(chunk, at, stop);
        const table = isInsert(head) && !scan.inBody ? insert.exec(head.toString('utf8')) : null;
        if (table !== null) {
            // The line's own head may hold the first rows; counting goes on behind what was taken of this chunk.
            scan.line(table[0]);
            const tuples = createTupleCounter();
            statement = { table: (table[1] ?? '').replaceAll('``', '`'), tuples };
            const taken = at + head.length - had;
            const begun = head;
            head = Buffer.alloc(0);
            const left = countTuples(begun, Buffer.byteLength(table[0]));
            return tuples.ended ? taken - (begun.length - left) : taken;
        }
        if (found < 0)
            return chunk.length;
        scan.line(head.subarray(0, headLength).toString('utf8'));
        head = Buffer.alloc(0);
        return found + 1;
    };
    return {
        add: (chunk) => {
            let at = 0;
            while (at < chunk.length)
                at = statement === null ? readLine(chunk, at) : countTuples(chunk, at);
        },
        end: () => {
            if (head.length > 0)
                scan.line(head.subarray(0, headLength).toString('utf8'));
            return { scan, rows, closed: statement === null && !scan.inBody };
        }
    };
}
function isInsert(head) {
    const text = head.subarray(0, 12).toString('latin1');
    return text.startsWith('INSERT ') || text.startsWith('REPLACE ');
}

;// CONCATENATED MODULE: ./src/tools/dump-file/gzip-member.ts



const restLimit = 64 * 1024;
const trailerLength = 8;
const tailLength = 8 * 1024;
/**
 * Reads exactly one gzip member (RFC 1952) and checks its CRC and length over all of it. Node's own gunzip goes on
 * with further members and passes zero padding over in silence; here whatever follows is told. Memory stays bounded,
 * and the source is not read faster than the listener takes it. Throws only what the source or the listener throw.
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
    // Looked at a turn later, while zlib's thread works on the next piece.
    const turns = { last: Promise.resolve() };
    inflate.on('data', (chunk) => {
        turns.last = Promise.all([
            turns.last,
            (0,external_node_timers_promises_.setImmediate)().then(() => {
                look(chunk);
            })
        ]).then(() => undefined);
        // Awaited after the feed; until then a failure must not count as unhandled.
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
                state.failure = 'it does not begin like a gzip file';
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
/** Resolves when the chunk is taken, or when an error (told by its event) ended the reading before. */
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
        return 'its checksum (CRC) does not fit its contents';
    if (trailer.readUInt32LE(4) !== plainBytes % 2 ** 32)
        return 'its length field does not fit its contents';
    return null;
}
function keep(kept, chunk) {
    const room = restLimit + trailerLength - kept.length;
    return room > 0 ? Buffer.concat([kept, chunk.subarray(0, room)]) : kept;
}
/** Length of the gzip header that `bytes` begin with, -1 where it is none, null where more bytes are needed. */
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

;// CONCATENATED MODULE: ./src/tools/dump-file/read-dump.ts



/**
 * Reads a compressed dump while it flows: checksums, the gzip member, the SQL. `keep` gets the compressed bytes of
 * the member and is awaited. Throws what the source or `keep` throw.
 */
async function readDump(source, keep = () => undefined) {
    const compressed = (0,external_node_crypto_.createHash)('sha256');
    const sql = (0,external_node_crypto_.createHash)('sha256');
    const scan = createSqlScan();
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

;// CONCATENATED MODULE: ./src/tools/dump-file.ts








/** The real {@link DumpFiles}. */
const dump_file_dumpFiles = { inspect, sum, compressed, sql, settle: dump_file_settle };
const piece = { highWaterMark: 256 * 1024 };
async function inspect(path, identity = null) {
    const failures = [];
    const facts = await readDump(untilFailure(compressed(path, identity), failures));
    const tail = facts.rest.length > 0 ? 'there is something behind the compressed data' : null;
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
/** What a source gives until it fails; the failure goes into `failures`. */
async function* untilFailure(source, failures) {
    try {
        for await (const chunk of source)
            yield chunk;
    }
    catch (error) {
        failures.push(error instanceof Error ? error.message : String(error));
    }
}
/** Clear bytes of a file that was encrypted with age. Throws for a wrong identity and for a file that was cut. */
async function* decrypted(source, identity) {
    const decrypter = new dist/* Decrypter */.Hz();
    for (const line of identity.split('\n').filter((text) => text.trim().startsWith('AGE-SECRET-KEY-')))
        decrypter.addIdentity(line.trim());
    const clear = await decrypter.decrypt(external_node_stream_.Readable.toWeb(source));
    for await (const chunk of external_node_stream_.Readable.fromWeb(clear))
        yield Buffer.from(chunk);
}
const sandboxMode = Buffer.from('/*M!999999');
async function* sql(path) {
    let head = Buffer.alloc(0);
    for await (const chunk of (0,external_node_fs_.createReadStream)(path, piece).pipe((0,external_node_zlib_.createGunzip)())) {
        if (head === null) {
            yield chunk;
            continue;
        }
        head = Buffer.concat([head, chunk]);
        const end = head.indexOf(10);
        if (end < 0 && head.length < 1000)
            continue;
        yield head.subarray(0, sandboxMode.length).equals(sandboxMode) ? head.subarray(end + 1) : head;
        head = null;
    }
    if (head !== null)
        yield head;
}
async function dump_file_settle(partial, final) {
    await flush(partial);
    await (0,promises_.rename)(partial, final);
    await flush((0,external_node_path_.dirname)(final));
}
async function flush(path) {
    const handle = await (0,promises_.open)(path, 'r');
    await handle.sync().finally(() => handle.close());
}

;// CONCATENATED MODULE: ./src/tools/dump-file/dump-store.ts



/** The real {@link DumpStore}. */
function createDumpStore(run) {
    const into = (path, recipients) => async (source) => {
        const sink = await openDumpSink(path, recipients);
        try {
            const facts = await readDump(source, (chunk) => sink.write(chunk));
            return { ...facts, file: await sink.close() };
        }
        catch (error) {
            await sink.abandon();
            throw error;
        }
    };
    return { into, fromProcess: (path, recipients, start) => withPipe(run, start, into(path, recipients)) };
}

;// CONCATENATED MODULE: ./src/tools/scratch-database/mortal-folder.ts




// The kernel closes our end of the pipe however we die; whoever reads from it learns of that at once. A server that is
// just ending may still write into the folder, hence the second attempt.
const guardScript = `folder=$1; shift
"$@" & child=$!
{ cat "$folder/alive"; kill -KILL "$child"; rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }; } >/dev/null 2>&1 & guard=$!
wait "$child"; status=$?
kill "$guard" 2>/dev/null
exit "$status"`;
/** Makes a {@link MortalFolder} named `prefix`… in the temporary folder for `task`, and removes it afterwards. */
async function inMortalFolder({ prefix, run, env }, task) {
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), prefix));
    const pipe = (0,external_node_path_.join)(path, 'alive');
    try {
        const { exitCode } = await run(['mkfifo', '-m', '600', pipe], { env });
        if (exitCode !== 0)
            throw new Error('no named pipe could be made in the temporary folder');
        // Open for both ways: to open one end alone would wait for the other.
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

;// CONCATENATED MODULE: ./src/tools/scratch-database.ts




const tuning = [
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-buffer-pool-size=256M',
    '--innodb-log-file-size=256M',
    '--max-allowed-packet=1G',
    // A dump may hold a trigger or function of somebody who does not exist here.
    '--log-bin-trust-function-creators=1'
];
const startSeconds = 60;
/** The real {@link WithScratchDatabase}: a private folder, a socket in it, and no network. */
function createScratchDatabases(run, environment) {
    const path = `${environment['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;
    const env = { PATH: path, LC_ALL: 'C.UTF-8' };
    const find = async (...names) => {
        const script = 'for name; do command -v "$name" && exit; done; exit 1';
        const { exitCode, stdout } = await run(['sh', '-c', script, 'find', ...names], { env });
        return exitCode === 0 ? stdout.trim() : null;
    };
    return async (task) => {
        const [server, install, client] = [
            await find('mariadbd', 'mysqld'),
            await find('mariadb-install-db', 'mysql_install_db'),
            await find('mariadb', 'mysql')
        ];
        if (server === null || install === null || client === null)
            return null;
        return inMortalFolder({ prefix: 'magento-cloud-upgrade-rehearsal-', run, env }, (folder) => serve(task, { run, folder, server, install, client, env: { ...env, HOME: folder.path, TMPDIR: folder.path } }));
    };
}
/** `env` has a TMPDIR of its own: a server removes all temporary tables that it finds when it starts, of other servers too. */
async function serve(task, { run, folder, server, install, client, env }) {
    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    const data = `--datadir=${(0,external_node_path_.join)(folder.path, 'data')}`;
    const socket = (0,external_node_path_.join)(folder.path, 's');
    const installed = await folder.run([install, '--no-defaults', data, '--auth-root-authentication-method=normal', '--skip-test-db', ...user], { env, timeoutSeconds: 300 });
    if (installed.exitCode !== 0)
        throw new Error('a scratch database could not be set up on this machine');
    const stop = new AbortController();
    const argv = [server, '--no-defaults', data, `--socket=${socket}`, ...tuning, ...user];
    const ended = folder.run(argv, { env, cwd: folder.path, signal: stop.signal });
    try {
        const sql = createClient(run, { client, socket, env });
        return await task({ version: await untilReady(sql, ended), ...sql });
    }
    finally {
        stop.abort();
        await ended;
    }
}
async function untilReady(sql, ended) {
    const server = { over: false };
    void ended.then(() => {
        server.over = true;
    });
    const deadline = performance.now() + startSeconds * 1000;
    for (;;) {
        const version = await sql.query('SELECT VERSION()').catch(() => null);
        if (version !== null) {
            await sql.query('CREATE DATABASE rehearsal CHARACTER SET utf8mb4');
            return version.trim();
        }
        if (server.over || performance.now() > deadline)
            throw new Error('a scratch database could not be started on this machine');
        await (0,external_node_timers_promises_.setTimeout)(100);
    }
}
function createClient(run, { client, socket, env }) {
    const login = [
        client,
        '--no-defaults',
        `--socket=${socket}`,
        '--user=root',
        '--default-character-set=utf8mb4'
    ];
    return {
        query: async (sql) => {
            const result = await run([...login, '--batch', '--raw', '--skip-column-names'], { env, input: sql });
            if (result.exitCode === 0)
                return result.stdout;
            throw new Error(withoutData(result.stderr));
        },
        load: async (sql) => {
            // In binary mode nothing in a dump can make the client run a command of this machine.
            const argv = [...login, '--binary-mode', '--max-allowed-packet=1G', 'rehearsal'];
            const { result, failure } = await runWithInput(run, argv, { env, source: sql, timeoutSeconds: 4 * 3600 });
            return result.exitCode === 0 ? failure : withoutData(result.stderr);
        }
    };
}
/** The client prints the statement that failed, with the rows in it; only code, state and line are kept. */
function withoutData(stderr) {
    return /ERROR \d+ \(\w+\)(?: at line \d+)?/.exec(stderr)?.[0] ?? 'the client of the scratch database failed';
}

;// CONCATENATED MODULE: ./src/back-up.ts















/** Backs up an environment alone. The report's `backup` says where the dump lies and what proves it. */
function backUp(options, context = {}) {
    return tellStory('backup', options, context, (telling) => withPlatform(telling, telling.options.environment, async (platform) => {
        await platform.cloud.authenticate();
        const [open] = await runningDeployments(platform, telling.options.environment);
        if (open)
            throw isDeploying(telling.options.environment, open);
        telling.facts.backup = await backUpEnvironment(telling, platform, null);
        telling.facts.verdict = 'backed-up';
    }));
}
/** The backup step: database always, unless `off` was typed; code and media where asked. `base` is the commit that the upgrade starts from. */
function backUpEnvironment(telling, platform, base) {
    const { options, context, timetable } = telling;
    const strategy = options.backup;
    if (strategy === 'off' || platform === null) {
        timetable.skip('backup', 'backup: off');
        return Promise.resolve(noBackup);
    }
    return timetable.step('backup', async () => {
        await refuseWorkTree(files_files, options);
        const recipients = readRecipients(options.backupEncryptTo);
        const run = createRunCommand(context.signal);
        const tools = {
            cloud: platform.cloud,
            ssh: await platform.ssh(),
            files: files_files,
            dumpFiles: dump_file_dumpFiles,
            dumpStore: createDumpStore(run),
            withScratchDatabase: createScratchDatabases(run, context.environment),
            logger: context.logger
        };
        const hosts = await platform.hosts();
        const database = await atLevel(options.backupProof, strategy, () => backUpDatabase(tools, {
            strategy,
            hosts,
            to: options.backupTo,
            project: options.project,
            environment: telling.facts.environment ?? '',
            directory: options.backupDirectory,
            recipients,
            rehearsal: options.rehearsal,
            exclude: readExclude(options.backupExclude),
            media: options.backupMedia === 'download',
            attempts: 3,
            level: options.backupProof,
            reuse: base === null ? null : { baseCommit: base, minutes: options.backupReuseMinutes }
        }));
        const extras = await backUpFiles(tools, {
            hosts,
            code: options.backupCode,
            media: options.backupMedia === 'setup-backup',
            enable: options.setupBackupEnable
        });
        const snapshot = options.backupSnapshot ? [await backUpSnapshot(platform.cloud)] : [];
        const parts = [database, extras, ...snapshot];
        return {
            ...database,
            extras: parts.flatMap((part) => part.extras),
            problems: parts.flatMap((part) => part.problems)
        };
    }, ({ strategy, tables, bytes, state, reused, finishedAt }) => `${reused ? `of ${finishedAt ?? ''}, read again, ` : ''}${strategy}: ${tables ?? 0} tables, ${((bytes ?? 0) / 1024 / 1024).toFixed(1)} MB, ${state}`);
}
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
            fix: 'Set backup: auto to have one before the push.'
        }
    ]
};

;// CONCATENATED MODULE: ./src/project/composer-repositories.ts

const entry = schemas/* union */.KCZ([schemas/* looseObject */._H3({ type: schemas/* string */.YjP().optional(), url: schemas/* string */.YjP().optional() }), schemas/* boolean */.zMY()]);
/** The `repositories` section of composer.json in both of its forms. */
const repositoriesSection = schemas/* union */.KCZ([schemas/* array */.YOg(entry), schemas/* record */.g1P(schemas/* string */.YjP(), entry)]).default([]);
/** The repositories of type `composer` that are reached over HTTP. */
function httpRepositories(section) {
    return Object.values(section).flatMap((repository) => {
        if (typeof repository === 'boolean' || repository.type !== 'composer')
            return [];
        const { url = '' } = repository;
        if (!URL.canParse(url))
            return [];
        const { protocol, host } = new URL(url);
        return protocol === 'https:' || protocol === 'http:' ? [{ url, host }] : [];
    });
}

;// CONCATENATED MODULE: ./src/project/locked-package.ts

/** PHP writes an empty map as `[]`, so both forms have to be read. */
const links = schemas/* union */.KCZ([schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()), schemas/* tuple */.PVZ([]).transform(() => ({}))])
    .default({});
const locked_package_source = schemas/* looseObject */._H3({ reference: schemas/* string */.YjP().nullish(), shasum: schemas/* string */.YjP().nullish() });
/** One entry of `packages` in composer.lock. */
const lockedPackage = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    version: schemas/* string */.YjP().transform((version) => version.replace(/^v(?=[0-9])/, '')),
    type: schemas/* string */.YjP().default('library'),
    require: links,
    provide: links,
    replace: links,
    extra: schemas/* union */.KCZ([schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()), schemas/* tuple */.PVZ([]).transform(() => ({}))])
        .default({}),
    source: locked_package_source.nullish(),
    dist: locked_package_source.nullish()
});
/** What is read of a composer.lock. */
const composerLock = schemas/* looseObject */._H3({
    packages: schemas/* array */.YOg(lockedPackage),
    'packages-dev': schemas/* array */.YOg(lockedPackage).nullish(),
    'plugin-api-version': schemas/* string */.YjP().optional()
});

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./src/project/read-json.ts


/** Parses a JSON file of the project; throws UpgradeError `preflight-failed` that names the file and the line. */
function readJson(file, text, schema) {
    const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.exec(text);
    if (conflict)
        throw broken(file, text, conflict.index, 'holds the markers of an unfinished merge');
    const errors = [];
    const value = (0,main.parse)(text.replace(/^\uFEFF/, ' '), errors, { disallowComments: true });
    const [error] = errors;
    if (error)
        throw broken(file, text, error.offset, `is not valid JSON (${(0,main.printParseErrorCode)(error.error)})`);
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const where = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw unusable(`${file} has an unexpected shape: ${where.slice(0, 3).join('; ')}.`, `Correct ${file}.`);
}
/** The error for a project file that an upgrade cannot start from. */
function unusable(message, next) {
    return new src_errors/* UpgradeError */.f('preflight-failed', { message, unchanged: 'Nothing was changed.', next });
}
function broken(file, text, offset, what) {
    const line = text.slice(0, offset).split('\n').length;
    return unusable(`${file} ${what}, line ${line}.`, `Mend ${file} at line ${line} and commit it.`);
}

;// CONCATENATED MODULE: ./src/project/composer-files.ts




const record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const emptyable = schemas/* union */.KCZ([record, schemas/* tuple */.PVZ([]).transform(() => ({}))]).default({});
const rootSchema = schemas/* looseObject */._H3({
    require: links,
    config: emptyable,
    extra: emptyable,
    scripts: emptyable,
    repositories: repositoriesSection,
    'minimum-stability': schemas/* string */.YjP().default('stable')
});
const metapackageName = 'magento/magento-cloud-metapackage';
const productNames = ['magento/product-enterprise-edition', 'magento/magento2-base'];
const rootUpdatePlugin = 'magento/composer-root-update-plugin';
/**
 * Reads the two Composer files of a Cloud project; an absent lock is an empty text. Throws UpgradeError
 * `preflight-failed` for unfinished merges, broken JSON (with the line) and projects without cloud metapackage.
 */
function readComposerProject(composerJsonText, composerLockText) {
    const root = readJson('composer.json', composerJsonText, rootSchema);
    const constraint = root.require[metapackageName];
    if (constraint === undefined)
        throw noMetapackage(root.require);
    if (composerLockText.trim() === '')
        throw unusable('composer.lock is missing or empty.', 'Run composer update --no-install and commit composer.lock.');
    const lock = readJson('composer.lock', composerLockText, composerLock);
    const find = (name) => lock.packages.find((locked) => locked.name === name);
    const product = productNames.map(find).find((locked) => locked !== undefined);
    const metapackage = find(metapackageName);
    if (!product || !metapackage)
        throw unusable(`composer.lock does not hold ${metapackage ? (productNames[0] ?? '') : metapackageName}.`, 'Run composer update --no-install in the state that is deployed, and commit composer.lock.');
    return {
        product: { name: product.name, version: product.version },
        metapackage: { name: metapackageName, version: metapackage.version, constraint },
        eceTools: find('magento/ece-tools')?.version ?? null,
        productPin: root.require['magento/product-enterprise-edition'] ?? null,
        require: root.require,
        packages: lock.packages,
        pluginApiVersion: lock['plugin-api-version'] ?? null,
        repositories: httpRepositories(root.repositories),
        scripts: root.scripts,
        extra: root.extra,
        allowPlugins: allowPluginsOf(root.config['allow-plugins']),
        configLock: root.config['lock'] !== false,
        minimumStability: root['minimum-stability']
    };
}
/** The packages of a composer.lock, without those for development. Throws as {@link readComposerProject} does. */
function lockedPackages(composerLockText) {
    return readJson('composer.lock', composerLockText, composerLock).packages;
}
/** Names of all packages that `rootName` needs, itself included, followed through `provide` and `replace`. */
function closure(packages, rootName) {
    const suppliers = new Map();
    for (const locked of packages) {
        for (const name of [locked.name, ...Object.keys(locked.provide), ...Object.keys(locked.replace)]) {
            const known = suppliers.get(name.toLowerCase());
            if (known)
                known.push(locked);
            else
                suppliers.set(name.toLowerCase(), [locked]);
        }
    }
    const reached = new Set();
    const open = [rootName];
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
        for (const locked of suppliers.get(name.toLowerCase()) ?? []) {
            if (reached.has(locked.name))
                continue;
            reached.add(locked.name);
            open.push(...Object.keys(locked.require));
        }
    }
    return reached;
}
/** The extensions of a project: Magento packages and metapackages that the cloud metapackage does not bring. */
function thirdPartyPackages(project) {
    const own = closure(project.packages, metapackageName);
    return project.packages.filter(({ name, type }) => (type.startsWith('magento2-') || type === 'metapackage') && !own.has(name) && name !== rootUpdatePlugin);
}
function allowPluginsOf(value) {
    if (typeof value === 'boolean')
        return value;
    const result = record.safeParse(value);
    return result.success ? result.data : null;
}
function noMetapackage(require) {
    const old = productNames.some((name) => name in require);
    return unusable(`composer.json does not require ${metapackageName}${old ? ', as in projects of 2.0.4 and older' : ''}.`, old
        ? `Replace the requirement on the product by ${metapackageName} with the range of the line that runs, then plan again.`
        : 'Set working-directory to the root of an Adobe Commerce on cloud infrastructure project.');
}

;// CONCATENATED MODULE: ./src/project/find-culprit.ts


const autoload = schemas/* looseObject */._H3({
    'psr-4': schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({}),
    'psr-0': schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({})
})
    .partial()
    .catch({});
/** The packages of a composer.lock with their namespaces; none for any other text. */
function classPackages(composerLockText) {
    try {
        return lockedPackages(composerLockText).map((locked) => {
            const { 'psr-4': psr4 = {}, 'psr-0': psr0 = {} } = autoload.parse(locked['autoload']);
            return { name: locked.name, prefixes: [...Object.keys(psr4), ...Object.keys(psr0)].filter((prefix) => prefix) };
        });
    }
    catch {
        return [];
    }
}
/**
 * Whose code an error is about, an extension before anything of the product: the package of a path below vendor, the
 * module of a path below app/code, the package of a class, or else the module that its name says. Null where only the
 * product's own code is named.
 */
function findCulprit(text, packages) {
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
// What runs the code is on every stack trace, and never at fault for an upgrade.
function isFramework(name) {
    return /^(?:magento|composer|symfony|laminas|zend|zendframework|monolog|psr|guzzlehttp|webonyx|colinmollenhour)\b/i.test(name);
}

;// CONCATENATED MODULE: ./src/project/build-failures.ts
/** Causes that stop a push or a build: the site still runs the version before. */
const buildFailures = [
    {
        id: 'protective-block',
        phase: 'push',
        title: 'The protective block of the Cloud refused the code',
        trace: /^.*(?:protective block|(?:has|contains|found) .*known (?:security )?vulnerabilit).*$/im,
        codes: [],
        meaning: 'The platform knows a vulnerability in the pushed code and does not deploy it.',
        next: 'Apply the patch that the advisory names, or plan for a version that has it: magento-cloud-upgrade plan --target latest-patch. An exception is made in .magento.app.yaml (preflight: ignore_rules).'
    },
    {
        id: 'stale-lock',
        phase: 'build',
        title: 'composer.lock does not belong to composer.json',
        trace: /^.*(?:is not present in the lock file|is in the lock file as .* but that does not satisfy|lock file does not contain a compatible set of packages|module:enable --all\b.*failed).*$/im,
        codes: [11, 25],
        meaning: 'The build installs what composer.lock holds, and that is not what composer.json asks for.',
        next: 'In the checkout: composer update --lock; or composer update, where packages are missing. Commit composer.lock and git push.'
    },
    {
        id: 'patch-failed',
        phase: 'build',
        title: 'A patch does not fit the new version',
        trace: /^.*(?:\.patch\b.*(?:fail|reject|not apply|not be applied|conflict)|(?:fail|cannot be applied|not apply).*\.patch\b|\bpatch \S+ (?:can't|cannot) be applied|Next patches weren't found|error: patch failed: \S+|ece-patches apply\b.*fail).*$/im,
        subject: /[\w.-]+\/[\w.-]+\.patch\b|[\w.-]+\.patch\b|\b[A-Z]{2,10}-\d+(?:-V\d+)?(?:, [A-Z]{2,10}-\d+(?:-V\d+)?)*/,
        codes: [12],
        meaning: 'A file in m2-hotfixes, or a patch in QUALITY_PATCHES, was made for the version before.',
        next: 'After composer install: git apply --check {patch}. Where the new version holds its fix, git rm the file (or take the id out of .magento.env.yaml), else renew it. Then git push.'
    },
    {
        id: 'di-compile-failed',
        phase: 'build',
        title: 'Code of an extension does not compile with the new version',
        trace: /^.*(?:Class ["']?\\?[\w\\]+["']? (?:for .*generation )?(?:does not exist|not found)|Source class "[^"]+" for "[^"]+" generation does not exist|Errors during compilation|Incompatible argument type|must be compatible with|setup:di:compile\b.*failed).*$/im,
        subject: /\b[A-Z]\w*(?:\\{1,2}\w+){2,}/,
        culprit: true,
        codes: [15],
        meaning: 'A class refers to something that the new version does not have, or no longer has in that form.',
        next: 'Update the extension that the class belongs to, or remove it (composer update {culprit}, composer remove {culprit}), commit, and git push.'
    }
];

;// CONCATENATED MODULE: ./src/project/left-behind.ts
/** What a failed deployment left behind on the server: findings, but never causes. */
function findLeftBehind(texts) {
    const flags = texts.filter(({ kind }) => kind === 'flag');
    return states.flatMap(({ flag, ...finding }) => {
        const found = flags.find(({ text }) => text === flag);
        return found ? [{ ...finding, source: found.source, evidence: flag }] : [];
    });
}
/** The flag that stands for cron jobs that are switched off. */
const cronFlag = "app/etc/env.php: 'cron' => ['enabled' => 0]";
const states = [
    {
        flag: 'var/.deploy_is_failed',
        id: 'deploy-failed-flag',
        title: 'The last deployment is marked as failed',
        meaning: 'The deploy phase stopped before its end, and the post-deploy phase did not run.',
        next: 'Mend the cause above, then magento-cloud environment:redeploy: the mark goes away with the next deployment.'
    },
    {
        flag: 'var/.maintenance.flag',
        id: 'maintenance-on',
        title: 'The site is closed for maintenance',
        meaning: 'A deployment that fails leaves maintenance mode on and cron off.',
        next: 'After the cause is mended, on the server: php bin/magento maintenance:disable and vendor/bin/ece-tools cron:enable'
    },
    {
        flag: cronFlag,
        id: 'cron-disabled',
        title: 'Cron jobs are switched off',
        meaning: 'A deployment switches cron off and its post-deploy phase switches it on again: that did not happen. No index, e-mail or queue moves on.',
        next: 'After the cause is mended, on the server: vendor/bin/ece-tools cron:enable'
    }
];
/** Ids of these findings. */
const leftBehindIds = states.map(({ id }) => id);

;// CONCATENATED MODULE: ./src/project/name-cause.ts



/**
 * The error of a deployment or a verification with the cause that its findings name, what to do about that, and whether
 * the site is closed. The error as it is where they tell neither. `activityId` is the activity whose log has more.
 */
function nameCause(error, findings, activityId) {
    const { code, message, unchanged, next, problems, details } = error;
    if (!explained.has(code))
        return error;
    const cause = findings[0] && !notCauses.has(findings[0].id) ? findings[0] : null;
    const closed = code === 'deploy-failed' && findings.some(({ id }) => id === 'maintenance-on');
    if (cause === null && !closed)
        return error;
    const log = activityId !== null && code === 'deploy-failed' ? ` The whole log: magento-cloud activity:log ${activityId}` : '';
    const told = [
        message,
        ...(cause === null ? [] : [`Cause: ${cause.title.replace(/\.$/, '')}.`]),
        ...(closed ? ['The site is closed for maintenance.'] : [])
    ];
    return new src_errors/* UpgradeError */.f(code, {
        message: told.join(' '),
        unchanged: code === 'deploy-failed' && cause !== null && isOfBuild(cause)
            ? `The site runs the version before: nothing was deployed. ${unchanged}`
            : unchanged,
        next: cause === null ? next : `${deploying(cause.next)}${log}`,
        problems,
        ...(details !== undefined && { details })
    });
}
// What was mended has to be deployed, too.
function deploying(next) {
    const sentence = next.endsWith('.') ? next : `${next}.`;
    return /git push|environment:redeploy|setup:upgrade/.test(next)
        ? sentence
        : `${sentence} Then magento-cloud environment:redeploy.`;
}
const explained = new Set(['deploy-failed', 'unhealthy', 'wrong-version']);
const notCauses = new Set(['unknown', 'unread', ...leftBehindIds]);
// By the known causes and by the ranges of ece-tools' codes. The log of a build that failed never reaches a server.
function isOfBuild({ id, source }) {
    if (source !== 'activity log')
        return false;
    const code = /^ece-tools-(\d+)$/.exec(id)?.[1];
    return code === undefined ? buildFailures.some((rule) => rule.id === id) : Number(code) < 100;
}

;// CONCATENATED MODULE: ./src/project/module-states.ts
/** The section `modules` of app/etc/config.php, or the lines of it; null for a text that names no module. */
function parseModuleStates(configPhp) {
    const section = /(['"])modules\1\s*=>\s*(?:\[|array\s*\()([\s\S]*?)[\])]/.exec(configPhp)?.[2] ?? configPhp;
    const found = [...section.matchAll(/(['"])([A-Za-z0-9]+_[A-Za-z0-9]+)\1\s*=>\s*([01])\b/g)];
    return found.length === 0 ? null : new Map(found.map(([, , name = '', state]) => [name, state === '1']));
}
/**
 * What differs on the server for the modules that are committed, one line each. Modules that are committed nowhere
 * are new: the build enables them.
 */
function compareModuleStates(committed, running) {
    const word = (state) => state === undefined ? 'missing' : state ? 'enabled' : 'disabled';
    return [...committed]
        .filter(([name, state]) => running.get(name) !== state && !(running.get(name) === undefined && !state))
        .map(([name, state]) => `${name} is ${word(running.get(name))} instead of ${word(state)}`);
}

;// CONCATENATED MODULE: ./src/data/ece-tools-errors.json
const ece_tools_errors_namespaceObject = /*#__PURE__*/JSON.parse('{"sO":[{"codes":[2,102,202],"meaning":"env.php cannot be written","help":"Check the permissions of app/etc and its mount."},{"codes":[3,103,203,243],"meaning":"An option is not in the schema of ece-tools","help":"Correct the name of the option in .magento.env.yaml or of the variable."},{"codes":[4,104,204,244],"meaning":".magento.env.yaml does not parse","help":"Correct the YAML syntax of .magento.env.yaml."},{"codes":[5,105,205,245],"meaning":".magento.env.yaml cannot be read","help":"Check the permissions of .magento.env.yaml."},{"codes":[6,106,206,246],"meaning":"The schema file of ece-tools cannot be read","help":"Install ece-tools anew and redeploy."},{"codes":[7],"meaning":"config.php cannot be written","help":"Check the permissions of app/etc and its mount."},{"codes":[8],"meaning":"composer.json cannot be read","help":"Commit composer.json."},{"codes":[9],"meaning":"A required autoload entry is missing in composer.json","help":"Add the psr-4 entry for Zend\\\\Mvc\\\\Controller (2.3.0 to 2.4.2)."},{"codes":[10],"meaning":".magento.env.yaml has an unknown or invalid option","help":"Correct it by the schema of ece-tools."},{"codes":[11],"meaning":"bin/magento module:enable --all failed","help":"The lock may be stale: run composer update, commit and push composer.lock."},{"codes":[12],"meaning":"A patch could not be applied","help":"Drop or refresh the entry in m2-hotfixes or QUALITY_PATCHES."},{"codes":[13],"meaning":"pub/errors/local.xml cannot be written","help":"Check permissions."},{"codes":[14],"meaning":"Sample data could not be copied","help":"Check permissions and disk space."},{"codes":[15],"meaning":"bin/magento setup:di:compile failed","help":"An extension does not fit the version; set VERBOSE_COMMANDS to -vvv and read cloud.log."},{"codes":[16],"meaning":"composer dump-autoload failed","help":"Set VERBOSE_COMMANDS to -vvv and read cloud.log."},{"codes":[17],"meaning":"Baler failed","help":"Set SCD_USE_BALER: false."},{"codes":[18,118],"meaning":"The programs timeout or bash are missing","help":"Open a ticket: the image lacks a program that ece-tools needs."},{"codes":[19,119],"meaning":"Static content deployment failed","help":"Read cloud.log for the theme, less or JavaScript file."},{"codes":[20,120],"meaning":"Compressing static content failed","help":"Check disk space and permissions."},{"codes":[21],"meaning":"Copying static content to init failed","help":"Check disk space and permissions."},{"codes":[22],"meaning":"Copying writable directories failed","help":"Check disk space and permissions."},{"codes":[23],"meaning":"No logger could be created","help":"Check the log settings in .magento.env.yaml."},{"codes":[24],"meaning":"Cleaning the init directory failed","help":"Check permissions."},{"codes":[25],"meaning":"A Composer package was not found","help":"composer.lock lacks the product or the base package; check DEPLOYED_MAGENTO_VERSION_FROM_GIT."},{"codes":[26,133],"meaning":"The Braintree channel variable is set, which 2.4 no longer knows","help":"Delete CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL."},{"codes":[101],"meaning":"The cache configuration has no host or port","help":"Check the relationship and the service (redis became valkey)."},{"codes":[107],"meaning":"Flushing Redis failed","help":"Check the relationship and the service (redis became valkey)."},{"codes":[108],"meaning":"Maintenance mode could not be switched on","help":"Read cloud.log; switch it by hand."},{"codes":[128],"meaning":"Maintenance mode could not be switched off","help":"Read cloud.log, then run php bin/magento maintenance:disable."},{"codes":[109],"meaning":"DATABASE_CONFIGURATION is wrong","help":"Correct .magento.env.yaml."},{"codes":[110],"meaning":"SESSION_CONFIGURATION is wrong","help":"Correct .magento.env.yaml."},{"codes":[111],"meaning":"SEARCH_CONFIGURATION is wrong","help":"Correct .magento.env.yaml."},{"codes":[112],"meaning":"RESOURCE_CONFIGURATION is wrong","help":"Correct .magento.env.yaml."},{"codes":[113],"meaning":"ElasticSuite is installed without a search service","help":"Add the service and its relationship."},{"codes":[114],"meaning":"ElasticSuite is installed with another search engine","help":"Correct SEARCH_CONFIGURATION in .magento.env.yaml."},{"codes":[115],"meaning":"A database query failed","help":"Check that the database is up, its disk and privileges."},{"codes":[123],"meaning":"Splitting the database failed","help":"Check that the databases are up."},{"codes":[136],"meaning":"Split databases are not supported by this version","help":"Merge the databases first."},{"codes":[116],"meaning":"bin/magento setup:install failed","help":"Read var/log/install_upgrade.log."},{"codes":[126],"meaning":"bin/magento setup:upgrade failed","help":"Read var/log/install_upgrade.log; fix forward or restore the backup."},{"codes":[117],"meaning":"bin/magento app:config:import failed","help":"Regenerate app/etc/config.php with ece-tools config:dump."},{"codes":[121],"meaning":"The static content version could not be written","help":"Check permissions and read cloud.log."},{"codes":[122],"meaning":"Static content could not be cleaned","help":"Check permissions and read cloud.log."},{"codes":[124],"meaning":"view_preprocessed could not be cleaned","help":"Check permissions and read cloud.log."},{"codes":[125],"meaning":"The credentials file could not be written","help":"Check permissions and read cloud.log."},{"codes":[129],"meaning":"The template for the reset e-mail could not be read","help":"Check permissions and read cloud.log."},{"codes":[127,227],"meaning":"bin/magento cache:flush failed","help":"Read cloud.log."},{"codes":[130],"meaning":"bin/magento cache:enable failed","help":"Read cloud.log."},{"codes":[131],"meaning":"The encryption key is missing","help":"Restore app/etc/env.php or set CRYPT_KEY."},{"codes":[132],"meaning":"Elasticsearch cannot be reached","help":"Check the service, its version and its relationship."},{"codes":[137],"meaning":"OpenSearch cannot be reached","help":"Check the service, its version and its relationship."},{"codes":[134],"meaning":"2.4.0 and later need Elasticsearch","help":"Add the service and its relationship."},{"codes":[138],"meaning":"2.4.4 and later need OpenSearch or Elasticsearch","help":"Add the service and its relationship."},{"codes":[135],"meaning":"The search engine must not be mysql","help":"Correct SEARCH_CONFIGURATION.engine."},{"codes":[139],"meaning":"This version has no support for OpenSearch","help":"Use Elasticsearch, or upgrade to 2.4.3-p2 or later."},{"codes":[201],"meaning":"Post-deploy stopped because the deployment had failed","help":"Read the errors of the deploy stage."},{"codes":[207],"meaning":"Warming up pages failed","help":"Read cloud.log."},{"codes":[208],"meaning":"Measuring the time to first byte failed","help":"Read cloud.log."},{"codes":[247,248,249,250],"meaning":"Generating or enabling the eventing or webhooks module failed","help":"Read cloud.log."},{"codes":[1001,1003],"meaning":"app/etc/config.php or its modules section is missing","help":"Run ece-tools config:dump on the environment and commit the file."},{"codes":[1002],"meaning":"build_options.ini is no longer supported","help":"Move its options to .magento.env.yaml."},{"codes":[1004],"meaning":"The configuration is not for this version","help":"Remove the option from .magento.env.yaml."},{"codes":[1005,2013],"meaning":"Options for static content deployment are ignored","help":"Correct .magento.env.yaml."},{"codes":[2001],"meaning":"Redis is configured but its service is absent","help":"Add the service or remove the configuration."},{"codes":[2005,2006],"meaning":"Administrator variables are ignored, or there is no administrator e-mail","help":"Set ADMIN_EMAIL where a new installation is meant."},{"codes":[2007],"meaning":"PHP is not the recommended version","help":"Set the PHP type in .magento.app.yaml."},{"codes":[2010],"meaning":"An Elasticsearch service is there but not used","help":"Remove the service."},{"codes":[2011],"meaning":"The Elasticsearch module does not fit the service","help":"Change the version of the service."},{"codes":[2012],"meaning":"The configuration does not fit this version","help":"Correct .magento.env.yaml."},{"codes":[2014],"meaning":"Deprecated variables are set","help":"Remove them."},{"codes":[2015,2016],"meaning":"The environment configuration or its JSON is invalid","help":"Correct it."},{"codes":[2017],"meaning":"A service does not fit this version","help":"Change the version of the service."},{"codes":[2018],"meaning":"A service is past its end of life","help":"Change the version of the service."},{"codes":[2019],"meaning":"The search engine mysql is deprecated","help":"Use OpenSearch."},{"codes":[2020],"meaning":"env.php was missing and was created anew","help":"Check the environment\'s configuration."},{"codes":[2026],"meaning":"Mounted data was not restored","help":"Read cloud.log."},{"codes":[3001],"meaning":"Debug logging is on","help":"Switch it off in .magento.env.yaml."},{"codes":[3002,3003],"meaning":"Store URLs could not be fetched","help":"Read cloud.log."},{"codes":[3004],"meaning":"The configuration could not be backed up","help":"Read cloud.log."},{"codes":[4001],"meaning":"The number of processors could not be found out","help":"Nothing to do."}]}');
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/coerce.js
var coerce = __webpack_require__(9567);
;// CONCATENATED MODULE: ./src/project/cloud-error-log.ts


const line = schemas/* looseObject */._H3({
    errorCode: coerce/* number */.ai().int(),
    stage: schemas/* string */.YjP().default('general'),
    step: schemas/* string */.YjP().nullish(),
    suggestion: schemas/* string */.YjP().nullish(),
    title: schemas/* string */.YjP().default(''),
    type: schemas/* string */.YjP().default('critical')
});
/** The entries of `cloud.error.log` and how many lines were not JSON; an empty log is a clean deployment. */
function parseCloudErrorLog(text) {
    const errors = [];
    let unreadable = 0;
    for (const entry of text.split('\n').filter((candidate) => candidate.trim() !== '')) {
        const parsed = line.safeParse(decode(entry));
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
/** What an error code of ece-tools means and what helps, or null for codes that are not in the reference. */
function explainCloudError(code) {
    const found = ece_tools_errors_namespaceObject.sO.find(({ codes }) => codes.includes(code));
    return found ? { meaning: found.meaning, help: found.help } : null;
}
function decode(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/project/coded-errors.ts

/**
 * The critical errors of ece-tools: those of cloud.error.log, and those of logs, because the error log of a build
 * that failed never reaches the server. Each code once.
 */
function codedErrors(texts) {
    const found = [...texts.filter(({ kind }) => kind === 'error-log'), ...texts.filter(({ kind }) => kind === 'log')]
        .flatMap(({ source, kind, text }) => entriesOf(kind, text).map((entry) => ({ source, entry, text })))
        .filter(({ entry }) => entry.type === 'critical');
    return found.filter(({ entry }, index) => found.findIndex((other) => other.entry.code === entry.code) === index);
}
/** The phase that an error belongs to: by its entry, else by the range of its code. */
function phaseOf({ code, stage }) {
    if (stage.includes('post'))
        return 'post-deploy';
    if (stage === 'build' || stage === 'deploy')
        return stage;
    return code < 100 ? 'build' : code < 200 ? 'deploy' : 'post-deploy';
}
function entriesOf(kind, text) {
    if (kind === 'error-log')
        return parseCloudErrorLog(text).errors;
    const lines = text.matchAll(/\b(?:CRITICAL|ERROR): \[(\d{1,3})\] (.+)$/gm);
    return [...lines].map(([, code, title = '']) => ({
        code: Number(code),
        stage: 'general',
        step: null,
        title,
        suggestion: null,
        type: 'critical'
    }));
}

// EXTERNAL MODULE: ./node_modules/php-serialize/lib/cjs/index.js
var cjs = __webpack_require__(6922);
;// CONCATENATED MODULE: ./src/project/error-report.ts


const report = schemas/* looseObject */._H3({
    '0': schemas/* string */.YjP(),
    url: schemas/* string */.YjP().nullish(),
    report_id: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig().transform(String)]).nullish()
});
/**
 * Reads a report of any era: PHP serialize (up to 2.1), JSON (2.2 and later), JSON behind a `<?php exit; ?>` line.
 * The id is taken from the text or else from `path`, whose folders vary. Null for any other text.
 */
function parseErrorReport(text, path = '') {
    const body = text.replace(/^\uFEFF?\s*<\?php\s+exit\b[^\n]*?\?>\s*/, '').trim();
    const result = report.safeParse(error_report_decode(body));
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
    const line = /([A-Za-z0-9]+_[A-Za-z0-9]+)\s+(schema|data):\s+(current|code) version - ([^\s,]+),\s*(?:required|database) version - ([^\s,\\"]+)/g;
    return [...message.matchAll(line)].map(([, module = '', kind = '', first, one = '', two = '']) => {
        const [current, required] = first === 'code' ? [two, one] : [one, two];
        return { module, kind, current, required };
    });
}
function error_report_decode(body) {
    try {
        if (body.startsWith('a:'))
            return (0,cjs.unserialize)(body, {}, { strict: true });
        return JSON.parse(body);
    }
    catch {
        return null;
    }
}
function idOf(path) {
    return /(?:^|\/)([0-9a-f]+)$/i.exec(path)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./src/project/deploy-failures.ts
/** Causes that stop the deploy phase, and what the shop says when one did. */
const deployFailures = [
    {
        id: 'crypt-key-missing',
        phase: 'deploy',
        title: 'The encryption key is missing',
        trace: /^.*(?:crypt\/key (?:is missing|key value does not exist)|crypt key (?:is )?missing|missing the key for decryption|No encryption key).*$/im,
        codes: [131],
        meaning: 'app/etc/env.php has no crypt/key: encrypted settings cannot be read.',
        next: 'On the server: vendor/bin/ece-tools backup:restore brings env.php back; else magento-cloud variable:create --level environment --name CRYPT_KEY --sensitive true. Then magento-cloud environment:redeploy.'
    },
    {
        id: 'database-unreachable',
        phase: 'deploy',
        title: 'The database cannot be reached',
        trace: /^.*(?:SQLSTATE\[HY000\] \[(?:2002|2003|2006|1040|1045)\]|MySQL server has gone away).*$/im,
        codes: [115],
        meaning: 'The application could not connect to its database, or lost it.',
        next: 'See that the service runs and the relationship is named database: magento-cloud relationships; then magento-cloud environment:redeploy.'
    },
    {
        id: 'search-service-missing',
        phase: 'deploy',
        title: 'The search service is missing or not the right one',
        trace: /^.*(?:Could not (?:ping|validate a connection to) (?:the )?(?:Elasticsearch|OpenSearch|search engine)|No alive nodes found in your cluster|(?:Elasticsearch|OpenSearch) service is (?:required|not)|search engine .*not (?:available|valid|supported)).*$/im,
        codes: [132, 134, 135, 137, 138, 139],
        meaning: 'Since 2.4.0 Commerce does not install or upgrade without a search service that answers.',
        next: 'Add OpenSearch to .magento/services.yaml and to the relationships of .magento.app.yaml, commit, and git push.'
    },
    {
        id: 'cron-stuck',
        phase: 'deploy',
        title: 'A cron job does not end',
        trace: /^.*(?:cron:run has been running for \d+ minutes|Error happening during kill cron).*$/im,
        codes: [],
        meaning: 'A job that runs for hours keeps its locks, and the deployment waits for them.',
        next: 'On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock; then magento-cloud environment:redeploy.'
    },
    {
        id: 'database-locked',
        phase: 'deploy',
        title: 'The database was locked by something else',
        trace: /^.*(?:Lock wait timeout exceeded|Deadlock found when trying to get lock|Could not acquire lock|Waiting for table metadata lock).*$/im,
        codes: [],
        meaning: 'A cron job, a consumer or an older run held a lock that the upgrade needed.',
        next: 'On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock; then magento-cloud environment:redeploy.'
    },
    {
        id: 'database-ahead',
        phase: 'deploy',
        title: 'The database is newer than the code',
        trace: /^.*(?:Please update your modules|code version - \S+, database version - ).*$/im,
        codes: [],
        meaning: 'The code went back to an older version, its database did not.',
        next: 'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore, or magento-cloud snapshot:restore for a snapshot.'
    },
    {
        id: 'setup-upgrade-failed',
        phase: 'deploy',
        title: 'setup:upgrade failed',
        trace: /^.*(?:setup:upgrade.*(?:fail|exit code|exited)|Unable to apply (?:data|schema) patch).*$/im,
        subject: /Unable to apply (?:data|schema) patch \S+|SQLSTATE\[\w+\].{1,120}?(?=, query was|$)/m,
        codes: [126],
        meaning: 'The database could not be brought to the new version; it may be half way.',
        next: 'On the server: tail -n 100 var/log/install_upgrade.log. Mend the cause and magento-cloud environment:redeploy, or restore the backup of the database.'
    },
    {
        id: 'database-behind',
        phase: 'site',
        title: 'The database is older than the code',
        trace: /^.*Please upgrade your database.*$/im,
        codes: [],
        meaning: 'setup:upgrade has not run, or not to its end, since the code was deployed.',
        next: 'magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
    }
];

;// CONCATENATED MODULE: ./src/project/resource-failures.ts
/** Causes outside the code: they break whatever happens to run. */
const resourceFailures = [
    {
        id: 'disk-full',
        phase: 'resource',
        title: 'The disk is full',
        trace: /^.*(?:No space left on device|Errcode: 28|errno: 28|The table '[^']*' is full|Disk quota exceeded).*$/im,
        codes: [],
        meaning: 'Something could not be written because a disk of the environment or its database is full.',
        next: 'Free or add disk space (magento-cloud ssh "df -h", magento-cloud db:size), then magento-cloud environment:redeploy.'
    },
    {
        id: 'out-of-memory',
        phase: 'resource',
        title: 'PHP ran out of memory',
        trace: /^.*(?:Allowed memory size of \d+ bytes exhausted|Out of memory|Cannot allocate memory|The process has been signaled with signal "9").*$/im,
        codes: [],
        meaning: 'A command was ended because it needed more memory than it may have.',
        next: 'Raise memory_limit in php.ini or the size of the container, then git push or magento-cloud environment:redeploy.'
    }
];

;// CONCATENATED MODULE: ./src/project/failure-rules.ts



/**
 * When a cause takes effect, from first to last: what happens early brings about what is found later. `site` is what
 * the running shop says of itself.
 */
const failurePhases = ['resource', 'push', 'build', 'deploy', 'post-deploy', 'site'];
/** The known causes, those first that bring about the ones after them. */
const failureRules = [...resourceFailures, ...buildFailures, ...deployFailures];

;// CONCATENATED MODULE: ./src/project/scenario-starts.ts
// Up to 2002.0 the commands had names instead of scenarios; later versions write such lines too, without versions.
const scenario_starts_line = /^.*(?:Starting scenario\(s\): scenario\/(?:build\/)?(generate|transfer|deploy|post-deploy)\.xml|Starting (build|generate|transfer|deploy|post-deploy)(?: command)?\. \(magento\/).*$/gm;
/** The last deployment by the lines that ece-tools begins phases with; null where there is none. Post-deploy belongs to the one before. */
function lastDeployment(log) {
    const starts = [...log.matchAll(scenario_starts_line)].map(readStart).filter(({ phase }) => phase !== 'post-deploy');
    const last = starts.at(-1);
    if (!last)
        return null;
    let first = last;
    for (const start of starts.slice(0, -1).reverse()) {
        if (order[start.phase] >= order[first.phase])
            break;
        first = start;
    }
    return { index: first.index, phaseIndex: last.index, at: first.at, version: last.version };
}
/** When a line of a log was written, by the time in brackets that it begins with, UTC; null where there is none. */
function timeOf(text) {
    const stamp = /^\[(\d{4}-\d\d-\d\d)[T ]([\d:.]+)([^\]]*)\]/.exec(text);
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

;// CONCATENATED MODULE: ./src/project/log-cut.ts

const otherStarts = /^.*(?:ece-tools (?:run scenario\/deploy\.xml|deploy\b)|Updating time:).*$/gm;
const postDeploy = /^.*(?:ece-tools (?:run scenario\/post-deploy\.xml|post-deploy\b)|Starting scenario\(s\): scenario\/post-deploy).*$/gm;
/**
 * The part of a log that begins with the last deployment, its build included: what stands before it was about an
 * older one. Post-deploy belongs to the deployment before it, and has a log of its own beside.
 */
function sinceLastScenario(text) {
    const last = (pattern) => [...text.matchAll(pattern)].at(-1)?.index ?? -1;
    const deployment = lastDeployment(text);
    const launched = last(otherStarts);
    // A hook may end before ece-tools says its first word.
    if (deployment !== null)
        return text.slice(launched > deployment.phaseIndex ? launched : deployment.index);
    return text.slice(Math.max(0, launched, launched < 0 ? last(postDeploy) : 0));
}
/** When the last deployment began, in milliseconds since 1970, by the log `var/log/cloud.log`; null where it does not say. */
function lastScenarioStart(cloudLog) {
    return lastDeployment(cloudLog)?.at ?? null;
}
/** The entries of a log that were written at `start` (milliseconds since 1970) or later, with their further lines. */
function entriesSince(text, start) {
    const lines = text.split('\n');
    const first = lines.findIndex((line) => (timeOf(line) ?? -Infinity) >= start);
    return first < 0 ? '' : lines.slice(first).join('\n');
}

;// CONCATENATED MODULE: ./src/project/log-excerpt.ts
/** The text from a place on: 8 lines and 800 characters at most. */
function excerpt(text, at) {
    return text.slice(at).split('\n').slice(0, 8).join('\n').slice(0, 800).trim();
}
/**
 * The lines to show: the entry itself, up to the next one; where it only says that a command failed, what that command
 * had printed just before it, too.
 */
function evidenceAt(text, at) {
    const lines = excerpt(text, at).split('\n');
    const isEntry = entryStart.test(lines[0] ?? '');
    const end = lines.findIndex((line, index) => index > 0 && (isEntry ? entryStart : logEntry).test(line));
    const shown = end < 0 ? lines : lines.slice(0, end);
    if (!isEntry)
        return shown.join('\n');
    // Neither the line that the cut begins in nor what stands before the place in its own.
    const before = text
        .slice(Math.max(0, at - 800), at)
        .split('\n')
        .slice(at > 800 ? 1 : 0, -1);
    const printed = before.slice(before.findLastIndex((line) => entryStart.test(line)) + 1);
    return [...printed.filter((line) => line.trim() !== '').slice(-4), ...shown].join('\n');
}
const logEntry = /^\s*\[\d{4}-\d\d-\d\d|^(?:Re-deploying environment|Building application)/;
const entryStart = /^\s*(?:\[\d{4}-\d\d-\d\d|[WE]: |Re-deploying environment|Building application)/;
/** The five lines before a place: what an error is about may stand just above it. */
function linesBefore(text, at) {
    return text
        .slice(Math.max(0, at - 500), at)
        .split('\n')
        .slice(-5)
        .join('\n');
}

;// CONCATENATED MODULE: ./src/project/redact-evidence.ts
const rules = [
    [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<e-mail>'],
    [/\b(?:\d{1,3}\.){3}\d{1,3}\b(?!\.\d)/g, '<ip>'],
    [/\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b/gi, '<ip>'],
    [
        /(\b[\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|authorization)[\w-]*["']?\s*(?:[=:]|=>)\s*["']?)(?:(?:Bearer|Basic)\s+)?[^\s"',;&)]+/gi,
        '$1<hidden>'
    ],
    [/\b(Bearer|Basic)\s+[\w.~+/=-]+/g, '$1 <hidden>'],
    [/(\/\/)[^\s/@:]+:[^\s/@]+@/g, '$1<hidden>@'],
    [/\?[\w%.[\]-]+=[^\s"')]*/g, '?<query>'],
    [/\b[0-9a-f]{32,}\b/gi, '<hex>'],
    [/\b(?=[\w+/-]*\d)(?=[\w+/-]*[A-Z])(?=[\w+/-]*[a-z])[\w+-]{40,}={0,2}(?![\w/])/g, '<token>']
];
/** `text` without e-mail addresses, IP addresses, tokens, passwords and query strings: logs hold customers' data. */
function redactEvidence(text) {
    return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

;// CONCATENATED MODULE: ./src/project/explain-failure.ts









/**
 * Explains a failure: causes in the order in which they take effect, then what they left behind. Each cause once;
 * what nobody knows is shown as it stands. `packages` names the extension that a class belongs to.
 */
function explainFailure(evidence, packages = []) {
    const texts = evidence.map((one) => ({ ...one, text: one.kind === 'log' ? sinceLastScenario(one.text) : one.text }));
    const coded = codedErrors(texts);
    const found = failureRules.flatMap((rule) => {
        const finding = findCause(rule, texts, coded, packages);
        return finding ? [{ phase: rule.phase, finding }] : [];
    });
    const known = found.filter((cause) => !isOutcome(cause, found));
    const covered = new Set(failureRules.flatMap(({ codes }) => codes));
    const others = coded
        .filter(({ entry }) => !covered.has(entry.code) && !isOnlySkipped(entry, known.length + coded.length))
        .map((error) => ({ phase: phaseOf(error.entry), finding: codedFinding(error) }));
    const causes = failurePhases.flatMap((phase) => [...known, ...others].filter((cause) => cause.phase === phase).map(({ finding }) => finding));
    const shown = causes.map((finding, index) => ({
        ...finding,
        evidence: freshEvidence(finding, causes.slice(0, index))
    }));
    return [...shown, ...(causes.length === 0 ? unknownFindings(texts) : []), ...findLeftBehind(texts)];
}
// What stands in the evidence of an earlier finding is not repeated.
function freshEvidence({ evidence }, before) {
    const told = new Set(before.flatMap((finding) => finding.evidence.split('\n')));
    const fresh = evidence.split('\n').filter((line) => !told.has(line));
    return fresh.length === 0 ? evidence : fresh.join('\n');
}
// A build that lacked memory or space did not fail for its code: what it printed is the evidence of both.
function isOutcome({ phase, finding }, found) {
    const resources = failureRules.filter((rule) => rule.phase === 'resource');
    return (phase === 'build' &&
        resources.some(({ id, trace }) => found.some((other) => other.finding.id === id) && trace.test(finding.evidence)));
}
// That post-deploy did not run says nothing where it is known why.
function isOnlySkipped({ code }, causes) {
    return code === 201 && causes > 1;
}
function findCause(rule, texts, coded, packages) {
    for (const { kind, source, text } of texts) {
        const match = kind === 'log' || kind === 'report' ? rule.trace.exec(text) : null;
        if (match)
            return findingOf(rule, { source, at: match.index, text }, packages);
    }
    const error = coded.find(({ entry }) => rule.codes.includes(entry.code));
    return error ? findingOf(rule, { source: error.source, at: 0, text: told(error.entry) }, packages) : null;
}
function findingOf(rule, { source, at, text }, packages) {
    const around = linesBefore(text, at) + excerpt(text, at);
    const culprit = rule.culprit ? findCulprit(around, packages) : null;
    const subject = (rule.subject?.exec(excerpt(text, at)) ?? rule.subject?.exec(around))?.[0];
    const title = culprit === null ? rule.title : rule.title.replace('an extension', culprit);
    const modules = rule.id.startsWith('database-') ? parseOutdatedModules(text) : [];
    return {
        id: rule.id,
        title: subject === undefined ? title : `${title}: ${redactEvidence(subject)}`,
        source,
        evidence: redactEvidence(evidenceAt(text, at)),
        meaning: rule.meaning,
        next: nextFor(rule, culprit, subject),
        ...(modules.length > 0 && { modules: [...modules] })
    };
}
function nextFor({ next }, culprit, subject = '') {
    if (culprit?.startsWith('app/code/'))
        return `Adapt the module, or git rm -r ${culprit}; commit, and git push.`;
    const patch = subject.endsWith('.patch') ? subject : '<patch>';
    return next.replaceAll('{culprit}', culprit?.includes('/') ? culprit : '<package>').replaceAll('{patch}', patch);
}
function codedFinding({ source, entry }) {
    const meaning = explainCloudError(entry.code)?.meaning ?? `ece-tools stopped in the ${phaseOf(entry)} phase`;
    return {
        id: `ece-tools-${entry.code}`,
        title: redactEvidence(entry.title),
        source,
        evidence: redactEvidence(told(entry)),
        meaning: `${meaning}.`,
        next: `${helpFor(entry)} On the server: vendor/bin/ece-tools error:show ${entry.code}.`
    };
}
function told({ code, stage, step, title }) {
    return `${code} ${stage}/${step ?? '?'}: ${title}`;
}
function helpFor({ code, suggestion }) {
    const help = suggestion === null || suggestion === '' ? explainCloudError(code)?.help : suggestion;
    return redactEvidence(help ?? 'Read what it says of itself.');
}
function unknownFindings(texts) {
    for (const { kind, source, text } of texts) {
        const match = kind === 'error-log' || kind === 'flag' ? null : firstError[kind].exec(text);
        if (!match)
            continue;
        const meaning = 'None of the known causes: this is the first error in there, as it stands.';
        const evidence = redactEvidence(evidenceAt(text, match.index));
        return [
            { id: 'unknown', title: 'An error that is not known here', source, evidence, meaning, next: readOn(source) }
        ];
    }
    return [];
}
function readOn(source) {
    if (source === 'activity log')
        return 'Read the whole of it: magento-cloud activity:log';
    if (source === 'deploy log')
        return 'Read the whole of it: magento-cloud log deploy';
    return `Read the whole of ${source}: magento-cloud ssh; the deployment's own log: magento-cloud log deploy`;
}
const firstError = { log: /^.*(?:CRITICAL|\bERROR\b|Exception|Fatal error|^E: ).*$/m, report: /\S.*/ };

;// CONCATENATED MODULE: ./src/project/primary-route.ts

const routes = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ type: schemas/* string */.YjP().nullish(), primary: schemas/* boolean */.zMY().nullish() }).catch({}));
/**
 * The main address of the storefront by the value of MAGENTO_CLOUD_ROUTES: the primary route, else the first that is
 * served over https, else the first one. Null for any other text.
 */
function parsePrimaryRoute(base64) {
    const parsed = routes.safeParse(primary_route_decode(base64.replace(/\s+/g, '')));
    if (!parsed.success)
        return null;
    const served = Object.entries(parsed.data).filter(([, { type }]) => type !== 'redirect');
    const main = served.find(([, { primary }]) => primary) ?? served.find(([url]) => url.startsWith('https:')) ?? served[0];
    return main && URL.canParse(main[0]) ? main[0] : null;
}
function primary_route_decode(base64) {
    try {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./src/project/report-id.ts
/** The number that the error page of a shop shows, for the file's name below `var/report`; null for other pages. */
function parseReportId(page) {
    return /Error log record number:\s*(?:<[^>]*>\s*)*([0-9a-f]{4,64})\b/i.exec(page)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./src/steps/diagnose/find-shown-report.ts


/** The id of the error report that one of the pages names, or null. */
async function findShownReport(probe, urls) {
    const pages = await Promise.all(urls.map((url) => probe(url, { timeoutSeconds: 30 })));
    return pages.flatMap(({ body }) => parseReportId(body) ?? [])[0] ?? null;
}
/** The main address of the storefront, as a node knows it, or null. */
async function askStorefront(ssh, host) {
    const { stdout } = await ssh.script(host, 'printf %s "$MAGENTO_CLOUD_ROUTES"', { timeoutSeconds: 60 });
    return parsePrimaryRoute(stdout);
}

;// CONCATENATED MODULE: ./src/project/long-running-cron.ts
const hours = 3;
/**
 * What `ps -eo etimes=,args=` tells of cron runs that should have ended long ago, one sentence each, or null. Consumers
 * run on purpose.
 */
function findLongRunningCron(processes) {
    const stuck = [...processes.matchAll(/^\s*(\d+) (?!.*\bps -eo)(.*bin\/magento cron:run.*)$/gm)].filter(([, seconds]) => Number(seconds) > hours * 3600);
    if (stuck.length === 0)
        return null;
    return stuck
        .map(([, seconds, command = '']) => `cron:run has been running for ${Math.floor(Number(seconds) / 60)} minutes: ${command}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./src/project/remote-sections.ts
/**
 * A bash script that runs the commands one after the other, each between two lines that begin with `marker`.
 * The marker must be a fresh random one, so that nothing the commands print can pass for it.
 */
function sectionsScript(marker, commands) {
    const parts = commands.map(({ name, command }) => [
        `printf '\\n%s begin %s\\n' ${marker} ${name}`,
        `( ${command} ) </dev/null 2>&1`,
        `printf '\\n%s end %s %s\\n' ${marker} ${name} "$?"`
    ].join('\n'));
    return [...parts, 'exit 0', ''].join('\n');
}
/** The parts that a script of {@link sectionsScript} got to the end of, by name. */
function parseSections(marker, output) {
    const sections = new Map();
    for (const piece of `\n${output}`.split(`\n${marker} begin `).slice(1)) {
        const [name = ''] = piece.split('\n', 1);
        const end = `\n${marker} end ${name} `;
        const at = piece.lastIndexOf(end);
        if (at < 0)
            continue;
        const exitCode = Number.parseInt(piece.slice(at + end.length), 10);
        if (!Number.isNaN(exitCode))
            sections.set(name, { text: piece.slice(name.length + 1, at), exitCode });
    }
    return sections;
}

;// CONCATENATED MODULE: ./src/steps/diagnose/node-commands.ts
const bytes = 400_000;
/** Logs of the application, below `var/log` on every plan. */
const appLogs = ['cloud.error.log', 'cloud.log', 'install_upgrade.log', 'patch.log', 'exception.log'];
/** Logs of the hooks, which the platform keeps: the first node of Pro has them in a folder of the project. */
const platformLogs = ['deploy.log', 'post_deploy.log'];
/** What a deployment that failed leaves behind. */
const flags = ['var/.deploy_is_failed', 'var/.maintenance.flag'];
/** What is run on a node; the login folder is the root of the application. */
function nodeCommands(reportId) {
    return [
        ...appLogs.map((log) => ({ name: log, command: `tail -c ${bytes} var/log/${log}` })),
        ...platformLogs.map((log) => ({ name: log, command: platformLog(log) })),
        ...flags.map((flag) => ({ name: flag, command: `test -e ${flag}` })),
        { name: 'report', command: reportCommand(reportId) },
        { name: 'disk', command: 'df -Pk . var /tmp; df -Pi . var /tmp' },
        { name: 'processes', command: 'ps -eo etimes=,args=' },
        {
            name: 'cron',
            command: 'test -r app/etc/env.php && php -r \'$env = include "app/etc/env.php"; exit(isset($env["cron"]["enabled"]) && !$env["cron"]["enabled"] ? 0 : 1);\''
        }
    ];
}
function platformLog(log) {
    return `for file in "/var/log/platform/\${PWD##*/}/${log}" "/var/log/platform/$(id -un)/${log}" "/var/log/${log}"; do test -r "$file" && exec tail -c ${bytes} "$file"; done; exit 1`;
}
// The id comes from a web page: only its characters, checked where it was read, reach the script.
function reportCommand(reportId) {
    const wanted = reportId !== null && /^[0-9a-f]+$/i.test(reportId) ? `-name '${reportId}*'` : '';
    const newest = `find var/report -type f ${wanted} -printf '%T@ %p\\n' | sort -rn | head -n 1`;
    return `found=$(${newest}); file=\${found#* }; test -n "$file" && echo "\${found%% *}" && head -c ${bytes} "$file"`;
}

;// CONCATENATED MODULE: ./src/steps/diagnose/read-node.ts






const read_node_timeoutSeconds = 120;
/** Reads logs, flags and one error report (`reportId`, else the newest) of a node in a single login. */
async function readNode(ssh, host, reportId) {
    const marker = `mark-${crypto.randomUUID()}`;
    const commands = nodeCommands(reportId);
    const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds: read_node_timeoutSeconds });
    const sections = parseSections(marker, result.stdout);
    const read = (name) => {
        const section = sections.get(name);
        return section?.exitCode === 0 ? section.text : null;
    };
    const start = lastScenarioStart(read('cloud.log') ?? '');
    const evidence = (source, kind, text) => text === null ? [] : [{ source: `${source} on ${host}`, kind, text }];
    return {
        failure: sections.size === commands.length ? null : (result.failure ?? 'the connection ended early'),
        evidence: [
            ...evidence('df', 'log', fullDisks(read('disk'))),
            ...evidence('ps', 'log', findLongRunningCron(read('processes') ?? '')),
            ...platformLogs.flatMap((log) => evidence(log, 'log', recent(read(log), start))),
            ...appLogs.flatMap((log) => {
                const kind = log === 'cloud.error.log' ? 'error-log' : 'log';
                return evidence(`var/log/${log}`, kind, log === 'exception.log' ? recent(read(log), start) : read(log));
            }),
            ...evidence('var/report', 'report', reportText(read('report'), reportId === null ? start : null)),
            ...flags.flatMap((flag) => evidence(flag, 'flag', read(flag) === null ? null : flag)),
            ...evidence('app/etc/env.php', 'flag', read('cron') === null ? null : cronFlag)
        ]
    };
}
// Some logs pile up for months: what is older than the last deployment explains nothing.
function recent(text, start) {
    return text === null || start === null ? text : entriesSince(text, start);
}
// The first line is the file's age, in seconds since 1970.
function reportText(text, start) {
    if (text === null)
        return null;
    const [written = '', ...lines] = text.trimStart().split('\n');
    if (start !== null && Number(written) * 1000 < start)
        return null;
    const content = lines.join('\n');
    return parseErrorReport(content)?.message ?? content;
}
function fullDisks(text) {
    const full = (text ?? '').split('\n').filter((line) => / (?:99|100)% /.test(line));
    return full.length === 0 ? null : full.map((line) => `No space left on device: ${line}`).join('\n');
}

;// CONCATENATED MODULE: ./src/steps/diagnose/read-platform.ts


/** Reads what the platform itself keeps: the log of an activity and the log of the deploy hook. */
async function readPlatform(cloud, activity) {
    return Promise.all([
        readLog('activity log', activityLog(cloud, activity)),
        readLog('deploy log', cloud.log('deploy', 500))
    ]);
}
async function activityLog(cloud, activity) {
    if (activity === null)
        return null;
    const id = 'id' in activity
        ? activity.id
        : lastDeploymentActivity(await cloud.api(`/environments/${encodeURIComponent(activity.lastOf)}/activities?count=20`));
    return id === null ? null : cloud.activityLog(id);
}
async function readLog(source, log) {
    try {
        const text = await log;
        return { evidence: text === null ? [] : [{ source, kind: 'log', text }], unread: [] };
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f) || error.code === 'interrupted')
            throw error;
        return { evidence: [], unread: [`The ${source} could not be read: ${error.message}`] };
    }
}

;// CONCATENATED MODULE: ./src/steps/diagnose-failure.ts





/**
 * Reads the logs of the platform and of every node, and explains what they show: the likeliest cause first, what
 * could not be read last. Changes nothing, and fails only where the run is stopped.
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
    const findings = explainFailure(inOrder(reads.flatMap(({ evidence }) => evidence)), input.packages);
    return [...findings, ...(unread.length === 0 ? [] : [unreadFinding(unread)])];
}
async function findNodes({ reachNodes }) {
    try {
        return { nodes: await reachNodes(), failure: null };
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f) || error.code === 'interrupted')
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
// What ece-tools itself calls the error comes last: a log line beside it says more.
function inOrder(evidence) {
    return [
        ...evidence.filter(({ kind }) => kind !== 'error-log'),
        ...evidence.filter(({ kind }) => kind === 'error-log')
    ];
}
function unreadFinding(unread) {
    return {
        id: 'unread',
        title: 'Not everything could be read',
        source: 'this run',
        evidence: unread.join('\n'),
        meaning: 'The cause may stand in what is missing here.',
        next: 'Try again: magento-cloud-upgrade diagnose'
    };
}

;// CONCATENATED MODULE: ./src/project/terminal-text.ts
// eslint-disable-next-line no-control-regex
const escapes = /\u001B(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)|[@-Z\\^_])/g;
/** The lines of a program's output, without terminal escapes and white space at the ends. */
function plainLines(text) {
    return text
        .replace(escapes, '')
        .split(/\r\n|\n|\r/)
        .map((line) => line.trim())
        .filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./src/project/db-status-output.ts

const ahead = /Please update your modules|code versions newer or older than the database|code version - .*database version -|installed by a newer version/i;
const behind = /Declarative Schema is not up to date|(?:Schema|Data) patches are not up to date|Run 'setup:upgrade'|module code base doesn't match the DB schema and data|setup:upgrade/i;
/**
 * Classifies output and exit code (0 good, 2 upgrade needed, 1 not installed or mismatch). A 2 without a telling
 * line is `unknown`: some database versions make it a false alarm.
 */
function parseDatabaseStatus(text, exitCode) {
    const lines = plainLines(text);
    const tell = (status, pattern) => {
        const evidence = lines.filter((line) => pattern.test(line));
        return evidence.length > 0 ? { status, evidence } : null;
    };
    if (exitCode === 0)
        return tell('current', /^All modules are up to date\.$/) ?? { status: 'unknown', evidence: [] };
    return tell('ahead', ahead) ?? (exitCode === 2 ? tell('behind', behind) : null) ?? { status: 'unknown', evidence: [] };
}

;// CONCATENATED MODULE: ./src/project/maintenance-output.ts

/** Whether `bin/magento maintenance:status` says that maintenance mode is active; null where it does not say. */
function parseMaintenanceOutput(text) {
    const found = plainLines(text).flatMap((line) => /^Status: maintenance mode is (active|not active)$/.exec(line)?.[1] ?? []);
    return found.length === 1 ? found[0] === 'active' : null;
}

;// CONCATENATED MODULE: ./src/project/version-output.ts

const versionLine = /^(?:Magento|Adobe Commerce) CLI(?: version)? ([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.]+)?)$/;
/**
 * The product version that `bin/magento --version` printed, or null. Exactly one line must say it: warnings and
 * stack traces around it hold other version numbers.
 */
function parseVersionOutput(text) {
    const found = plainLines(text).flatMap((line) => versionLine.exec(line)?.[1] ?? []);
    return found.length === 1 ? (found[0] ?? null) : null;
}

;// CONCATENATED MODULE: ./src/steps/verify/read-answers.ts







/** Reads what the commands printed; what is missing is no answer. */
function readAnswers(sections) {
    const section = (name) => sections.get(name) ?? { text: '', exitCode: -1 };
    const database = section('database');
    const version = section('version');
    const deployment = lastDeployment(section('scenarios').text);
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
        storefrontUrl: parsePrimaryRoute(section('routes').text)
    };
}
// Warnings of PHP may stand before the word.
function cronState({ text, exitCode }) {
    const word = exitCode === 0 ? /\b(on|off)\s*$/.exec(text)?.[1] : undefined;
    return word === undefined ? null : word === 'on';
}
// The log belongs to the last deployment, unless that one never got as far as to begin a new one.
function errorsSince(start, text) {
    const [written = '', ...lines] = text.trimStart().split('\n');
    // The file's time has whole seconds.
    if (start !== null && (Number(written) + 1) * 1000 < start)
        return [];
    return parseCloudErrorLog(lines.join('\n')).errors;
}

;// CONCATENATED MODULE: ./src/steps/verify/ask-node.ts


// The login folder is the root of the application, on every plan. What is printed of env.php and config.php is
// picked: the files hold secrets.
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
    { name: 'routes', command: 'printf %s "$MAGENTO_CLOUD_ROUTES"' }
];
const ask_node_timeoutSeconds = 180;
/** Asks one node everything in a single login. */
async function askNode(ssh, host) {
    const marker = `mark-${crypto.randomUUID()}`;
    const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds: ask_node_timeoutSeconds });
    const sections = parseSections(marker, result.stdout);
    const complete = commands.every(({ name }) => sections.has(name));
    const failure = complete
        ? null
        : (result.failure ?? `the script ended early with exit code ${result.exitCode ?? '?'}`);
    return { host, failure, failureKind: result.failureKind ?? 'script', ...readAnswers(sections) };
}

;// CONCATENATED MODULE: ./src/steps/verify/judge-database.ts
/** What is wrong with the database of a node; the known false alarms of setup:db:status are warnings. */
function judgeDatabase({ host, database }) {
    const said = inShort(database.evidence);
    if (database.status === 'current')
        return [];
    if (database.status === 'ahead')
        return [
            {
                id: 'database-ahead',
                severity: 'error',
                message: `${host}: the database is newer than the code: ${said}`,
                fix: 'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore.'
            }
        ];
    if (database.status === 'unknown')
        return [
            {
                id: 'database-unknown',
                severity: 'warning',
                message: `${host}: setup:db:status gave no verdict.`,
                fix: 'Run php bin/magento setup:db:status there.'
            }
        ];
    if (isDoubtful(database.evidence))
        return [
            {
                id: 'database-doubtful',
                severity: 'warning',
                message: `${host}: setup:db:status calls the declarative schema out of date; with MariaDB 10.4 and later it does so for no reason.`,
                fix: 'Run php bin/magento setup:upgrade --dry-run=1 there to see whether anything is due.'
            }
        ];
    return [
        {
            id: 'database-behind',
            severity: 'error',
            message: `${host}: the database is older than the code: ${said}`,
            fix: 'magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
        }
    ];
}
// The first line of the program names a remedy of its own, which is not the one for a deployed shop.
function inShort(evidence) {
    const lines = evidence.filter((line) => !/Please (?:update|upgrade) your/.test(line));
    const more = lines.length > 2 ? ` and ${lines.length - 2} more` : '';
    return `${lines.slice(0, 2).join(', ')}${more}`;
}
// Only the declarative schema differs: MariaDB 10.4 and later make it differ for no reason.
function isDoubtful(evidence) {
    return evidence.every((line) => /Declarative Schema|Run 'setup:upgrade'/i.test(line));
}

;// CONCATENATED MODULE: ./src/steps/verify/judge-node.ts


/** What is wrong with one node, beside its version. `committed`: the modules of the committed app/etc/config.php. */
function judgeNode(node, committed) {
    if (node.failure !== null)
        return [];
    return [
        ...maintenanceProblems(node),
        ...judgeDatabase(node),
        ...deployProblems(node),
        ...cronProblems(node),
        ...moduleProblems(node, committed)
    ];
}
function maintenanceProblems({ host, maintenance }) {
    if (maintenance === false)
        return [];
    if (maintenance === null)
        return [
            judge_node_problem('maintenance-unknown', 'warning', `${host}: maintenance:status gave no answer.`, 'Look at the site.')
        ];
    const message = `${host}: maintenance mode is on, the site is closed.`;
    return [judge_node_problem('maintenance-on', 'error', message, 'On the server: php bin/magento maintenance:disable')];
}
function deployProblems({ host, deployFailed, errors }) {
    const message = `${host}: the last deployment failed (var/.deploy_is_failed).`;
    const flag = deployFailed
        ? [judge_node_problem('deploy-failed-flag', 'error', message, 'Mend the cause, then magento-cloud environment:redeploy.')]
        : [];
    const critical = errors
        .filter((error) => error.type === 'critical')
        .map(({ code, stage, title, suggestion }) => judge_node_problem('cloud-error', 'error', `${host}: error ${code} in the ${stage} phase: ${title}`, suggestion ?? 'On the server: tail -n 100 var/log/cloud.log'));
    return [...flag, ...critical];
}
// Without cron no index, e-mail or queue moves on. The post-deploy phase enables it.
function cronProblems({ host, cron }) {
    if (cron === true)
        return [];
    if (cron === null)
        return [
            judge_node_problem('cron-unknown', 'warning', `${host}: app/etc/env.php does not tell whether cron is enabled.`, 'On the server: php bin/magento cron:run')
        ];
    return [
        judge_node_problem('cron-disabled', 'error', `${host}: cron is still disabled, as it is during a deployment.`, 'On the server: vendor/bin/ece-tools cron:enable')
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
        judge_node_problem('modules-differ', 'warning', `${host}: modules are not as app/etc/config.php has them in git: ${shown}${more}.`, 'On the server: php bin/magento module:status; then commit app/etc/config.php as it is to be.')
    ];
}
function judge_node_problem(id, severity, message, fix) {
    return { id, severity, message, fix };
}

;// CONCATENATED MODULE: ./src/steps/verify/merge-nodes.ts
/** Problems that several nodes have alike as one, which names them all: `<host>, <host>: maintenance mode is on.` */
function mergeNodes(hosts, problems) {
    const groups = new Map();
    for (const problem of problems) {
        const host = hosts.find((one) => problem.message.startsWith(`${one}: `)) ?? '';
        const said = host === '' ? problem.message : problem.message.slice(host.length);
        const key = JSON.stringify([problem.id, said]);
        const group = groups.get(key) ?? { problem, said, hosts: [] };
        if (host !== '')
            group.hosts.push(host);
        groups.set(key, group);
    }
    return [...groups.values()].map(({ problem, said, hosts: named }) => ({
        ...problem,
        message: `${named.join(', ')}${said}`
    }));
}

;// CONCATENATED MODULE: ./src/steps/verify/judge-version.ts

/** Ids of the problem that a node could not be asked, by what SSH met. */
const unreachableIds = {
    'host-key': 'node-host-key',
    login: 'node-login',
    connection: 'node-unreachable',
    script: 'node-unreachable'
};
/** Whether a node could be asked and runs the expected version; cloud.log is the second witness. */
function judgeVersion(node, expected) {
    const { host, failure, failureKind, version, versionOutput, deployedVersion } = node;
    const problem = (id, message, fix) => ({ id, severity: 'error', message, fix });
    if (failure !== null)
        return [
            problem(unreachableIds[failureKind], `${host} cannot be asked: ${failure}`, sshFailureFix(failureKind, host))
        ];
    if (version === null) {
        const witness = deployedVersion === null ? '' : ` By var/log/cloud.log, ${deployedVersion} was deployed last.`;
        const said = `${host}: bin/magento --version tells no version: ${versionOutput.slice(0, 200)}${witness}`;
        return [problem('version-unknown', said, 'Run php bin/magento --version there.')];
    }
    if (version !== expected)
        return [
            problem('wrong-version', `${host} runs ${version}, not ${expected}.`, 'Deploy again: magento-cloud environment:redeploy. A node that stays behind is for the platform: open a ticket.')
        ];
    if (deployedVersion === null || deployedVersion === expected)
        return [];
    return [
        {
            id: 'witness-disagrees',
            severity: 'warning',
            message: `${host} runs ${version}, but by var/log/cloud.log the last deployment was of ${deployedVersion}.`,
            fix: 'See whether the deploy hook ran: magento-cloud log deploy'
        }
    ];
}

;// CONCATENATED MODULE: ./src/project/composer-version.ts
/** Stages of a release in Composer's order. */
const stages = ['dev', 'alpha', 'beta', 'RC', 'stable', 'patch'];
const pattern = /^v?([0-9]{1,9}(?:\.[0-9]{1,9}){0,3})(?:-?(dev|alpha|beta|rc|patch|pl|p|a|b)((?:[.-]?[0-9]{1,9})*))?(?:\+[0-9a-z.-]+)?$/i;
const stageNames = {
    dev: 'dev',
    a: 'alpha',
    alpha: 'alpha',
    b: 'beta',
    beta: 'beta',
    rc: 'RC',
    p: 'patch',
    pl: 'patch',
    patch: 'patch'
};
/** Parses a numbered Composer version (one to four numbers); null for branches and anything else. */
function parseComposerVersion(text) {
    const match = pattern.exec(text);
    if (!match)
        return null;
    const [, numbers = '', stage, stageNumbers = ''] = match;
    const parts = numbers.split('.').map(Number);
    return {
        numbers: [...parts, 0, 0, 0].slice(0, 4),
        stage: stage === undefined ? 'stable' : (stageNames[stage.toLowerCase()] ?? 'stable'),
        stageNumbers: stageNumbers.match(/[0-9]+/g)?.map(Number) ?? []
    };
}
/** Negative, zero or positive as `a` is lower than, equal to or higher than `b`, as composer/semver sees it. */
function compareComposerVersions(a, b) {
    return (compareLists(a.numbers, b.numbers) ||
        stages.indexOf(a.stage) - stages.indexOf(b.stage) ||
        compareLists(a.stageNumbers, b.stageNumbers));
}
function compareLists(a, b) {
    const different = a.findIndex((number, index) => number !== b[index]);
    if (different < 0)
        return a.length - b.length;
    return different >= b.length ? 1 : (a[different] ?? 0) - (b[different] ?? 0);
}

;// CONCATENATED MODULE: ./src/project/product-version.ts

const product_version_shape = /^[0-9]+\.[0-9]+\.[0-9]+(-[A-Za-z][A-Za-z0-9.-]*)?$/;
/** Parses three numbers with an optional `-pN`, `-alphaN`, `-betaN` or `-RCN`; null for anything else. */
function parseProductVersion(text) {
    if (!product_version_shape.test(text))
        return null;
    const parts = parseComposerVersion(text);
    return parts && { text, ...parts };
}
/**
 * Negative, zero or positive in Composer's order, which is not npm's: `2.4.7-beta1 < 2.4.7 < 2.4.7-p1 < 2.4.7-p10`.
 * Throws TypeError for a text that is not a product version.
 */
function compareVersions(a, b) {
    return compareComposerVersions(parsed(a), parsed(b));
}
/** Whether the version is a finished release; patches (`-pN`) are. Throws TypeError as {@link compareVersions} does. */
function isStable(version) {
    const { stage } = parsed(version);
    return stage === 'stable' || stage === 'patch';
}
/** The release line, `2.4.7` for `2.4.7-p3`. Throws TypeError as {@link compareVersions} does. */
function releaseLine(version) {
    return parsed(version).numbers.slice(0, 3).join('.');
}
/** The line after a line, `2.4.8` for `2.4.7`: what the documentation calls NEXT in `>=CURRENT <NEXT`. */
function nextLine(line) {
    const [major = 0, minor = 0, patch = 0] = parsed(line).numbers;
    return `${major}.${minor}.${patch + 1}`;
}
function parsed(version) {
    const result = typeof version === 'string' ? parseProductVersion(version) : version;
    if (result === null)
        throw new TypeError(`Not a product version: ${JSON.stringify(version)}`);
    return result;
}

;// CONCATENATED MODULE: ./src/steps/verify/probe-page.ts
const attempts = 4;
const pauseSeconds = 5;
const probe_page_timeoutSeconds = 30;
/** Asks for a page until it does not fail any more, a few times at most: caches may still be cold. */
async function probePage(probe, clock, url) {
    let answer = await probe(url, { timeoutSeconds: probe_page_timeoutSeconds });
    for (let attempt = 1; attempt < attempts && isFailing(answer); attempt += 1) {
        await clock.pause(pauseSeconds);
        answer = await probe(url, { timeoutSeconds: probe_page_timeoutSeconds });
    }
    return answer;
}
/** Whether an answer means that the application is broken: none at all, or HTTP 5xx. */
function isFailing({ status }) {
    return status === null || status >= 500;
}

;// CONCATENATED MODULE: ./src/steps/verify/probe-site.ts


/** Probes the storefront, then `/graphql` and `/rest`: they can be broken where pages still come from a cache. */
async function probeSite(probe, clock, url, version) {
    const ask = async (page) => ({ url: page, answer: await probePage(probe, clock, page) });
    const storefront = await ask(url);
    if (isFailing(storefront.answer))
        return { storefront, endpoints: [] };
    return { storefront, endpoints: await Promise.all(endpointsOf(url, version).map(ask)) };
}
/** What the answers mean. */
function judgeSite({ storefront, endpoints }) {
    return [...judgeStorefront(storefront), ...endpoints.flatMap(judgeEndpoint)];
}
// Both are open to everybody unless the shop's owner closed them.
function endpointsOf(url, version) {
    const graphql = compareVersions(version, '2.3.0') >= 0 ? ['/graphql?query=%7B__typename%7D'] : [];
    return [...graphql, '/rest/V1/store/storeConfigs'].map((path) => new URL(path, url).href);
}
function judgeStorefront({ url, answer }) {
    const { status } = answer;
    if (status !== null && status < 400)
        return [];
    if (isFailing(answer)) {
        const fix = 'On the server (magento-cloud ssh): tail -n 50 var/log/exception.log, and the newest file below var/report; where only this machine cannot reach the site, set storefront-url: off.';
        return [{ id: 'storefront-failing', severity: 'error', message: saying(url, answer), fix }];
    }
    const fix = 'Set storefront-url to an address that everybody may see, or off.';
    return [{ id: 'storefront-refused', severity: 'warning', message: saying(url, answer), fix }];
}
function judgeEndpoint({ url, answer }) {
    const { status } = answer;
    if (isFailing(answer)) {
        const fix = 'See var/log/exception.log and the newest file below var/report on the server.';
        return [{ id: 'endpoint-failing', severity: 'error', message: saying(url, answer), fix }];
    }
    // Who has to log in is answered by the application all the same.
    if (status === null || status < 400 || status === 401 || status === 403)
        return [];
    const fix = 'See whether the routes and the module behind it are as they are to be.';
    return [{ id: 'endpoint-missing', severity: 'warning', message: saying(url, answer), fix }];
}
function saying(url, { status, failure }) {
    const page = url.replace(/\?.*/, '');
    return status === null
        ? `${page} does not answer: ${failure ?? 'no reason given'}.`
        : `${page} answers with HTTP ${status}.`;
}

;// CONCATENATED MODULE: ./src/steps/verify-environment.ts







/** Asks every node for its version and health, and the storefront for a few pages. Changes nothing. */
async function verifyEnvironment(tools, input) {
    const { hosts, expectedVersion, committedModules } = input;
    const asking = Promise.all(hosts.map((host) => askPatiently(tools, host)));
    const [nodes, site] = await Promise.all([asking, askSite(tools, input, asking)]);
    const problems = [
        ...mergeNodes(hosts, [
            ...nodes.flatMap((node) => judgeVersion(node, expectedVersion)),
            ...nodes.flatMap((node) => judgeNode(node, committedModules))
        ]),
        ...(site === 'unknown' ? [unknownSite] : site === null ? [] : judgeSite(site))
    ];
    return {
        verdict: verify_environment_verdictOf(nodes, expectedVersion, problems),
        expectedVersion,
        installedVersion: installedVersion(nodes, expectedVersion),
        nodes: nodes.map(verify_environment_nodeHealth),
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
    message: 'The storefront was not looked at: no node tells its address.',
    fix: 'Set storefront-url to its address, or to off.'
};
// A key that is refused or has changed stays so, and to go on would be to trust it.
function mayPass({ failure, failureKind }) {
    return failure !== null && sshFailureCode(failureKind) === null;
}
// Right after a deployment a node may still be on its way up.
async function askPatiently({ ssh, clock, logger }, host) {
    let answer = await askNode(ssh, host);
    for (let attempt = 1; attempt < 3 && mayPass(answer); attempt += 1) {
        logger.warn(`${host} cannot be asked: ${answer.failure}`);
        await clock.pause(5);
        answer = await askNode(ssh, host);
    }
    return answer;
}
function verify_environment_verdictOf(nodes, expected, problems) {
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
function verify_environment_nodeHealth(node) {
    const { host, version, deployedVersion, database, maintenance, cron, errors } = node;
    const listed = errors.map(({ code, title, suggestion }) => ({
        code: String(code),
        title,
        suggestion: suggestion ?? ''
    }));
    return { host, version, deployedVersion, database: database.status, maintenance, cron, errors: listed };
}
/** The error that stops a run with this verification, or null where the environment is well. */
function verificationError(verification) {
    const { verdict, problems, expectedVersion } = verification;
    if (verdict === 'healthy' || verdict === 'skipped')
        return null;
    const { code, message, next } = wording[verdict];
    const errors = problems.filter(({ severity }) => severity === 'error');
    // A node with the old code is not well in other ways, too: they follow from it.
    const told = verdict === 'wrong-version' ? errors.filter(({ id }) => ofVersion.has(id)) : errors;
    return new src_errors/* UpgradeError */.f(verdict === 'unreachable' ? unreachableCode(errors) : code, {
        message: [message.replace('{version}', expectedVersion), ...told.map((problem) => problem.message)].join(' '),
        unchanged: 'The commit stays pushed; the database backup and the commit that was live before are untouched.',
        next: errors[0]?.fix ?? next,
        problems
    });
}
const notAsked = new Set(Object.values(unreachableIds));
const ofVersion = new Set(['wrong-version', 'version-unknown', ...notAsked]);
/** A host key or login that is refused is no matter of time. */
function unreachableCode(problems) {
    const refused = ['host-key', 'login'].find((kind) => problems.some(({ id }) => id === unreachableIds[kind]));
    return (refused && sshFailureCode(refused)) ?? 'retry-later';
}
const wording = {
    'wrong-version': {
        code: 'wrong-version',
        message: 'The environment does not run {version}.',
        next: 'Deploy again: magento-cloud environment:redeploy'
    },
    unhealthy: {
        code: 'unhealthy',
        message: 'The environment runs {version}, but it is not well.',
        next: 'Mend the problems listed, then run magento-cloud-upgrade verify.'
    },
    unreachable: {
        code: 'retry-later',
        message: 'Not every node of the environment could be asked.',
        next: 'Run magento-cloud-upgrade verify later.'
    }
};

;// CONCATENATED MODULE: ./src/project/never-started-reasons.ts
/** How far the platform's clocks and ours may differ. */
const skewMilliseconds = 60_000;
/** What was checked, and found, when no activity for a commit showed up: what explains it first. */
function neverStartedReasons(wanted, seen) {
    return [
        `No push activity for commit ${wanted.commit.slice(0, 8)} showed up in time.`,
        ...environmentReasons(wanted, seen),
        ...overtaken(wanted, seen),
        ...fetchReasons(wanted, seen),
        ...newestPush(wanted, seen),
        ...otherCommit(wanted, seen)
    ];
}
// The deployment before may be as young as the clocks differ, but the environment holds its commit.
function isAfter({ pushes, environment }, { pushedAt }) {
    const { createdAt, newCommit } = pushes[0] ?? { createdAt: -Infinity, newCommit: null };
    const isNew = environment !== null && environment.headCommit !== newCommit;
    return createdAt >= pushedAt || (isNew && createdAt >= pushedAt - skewMilliseconds);
}
function overtaken(wanted, seen) {
    const [newest] = seen.pushes;
    if (!newest || !isAfter(seen, wanted))
        return [];
    return [`After this push the platform began to deploy another commit, ${never_started_reasons_short(newest.newCommit)} (${newest.id}).`];
}
function newestPush(wanted, seen) {
    const [newest] = seen.pushes;
    if (!newest)
        return ['The environment has no push activity at all.'];
    if (isAfter(seen, wanted))
        return [];
    return [`The newest push activity (${newest.id}) is for commit ${never_started_reasons_short(newest.newCommit)}.`];
}
function never_started_reasons_short(commit) {
    return commit?.slice(0, 8) ?? 'unknown';
}
function environmentReasons(wanted, { environment }) {
    if (environment === null)
        return [];
    const { status, headCommit } = environment;
    return [
        ...(status === 'active' || status === 'dirty'
            ? []
            : [`The environment is ${status}: pushes do not deploy. To switch it on: magento-cloud environment:activate.`]),
        ...(headCommit === wanted.commit ? [nothingNew] : [])
    ];
}
const nothingNew = 'The environment already holds this commit: there was nothing new to deploy. To deploy it all the same: magento-cloud environment:redeploy.';
function otherCommit(wanted, { environment }) {
    if (environment === null || environment.headCommit === wanted.commit)
        return [];
    return [`The environment holds commit ${never_started_reasons_short(environment.headCommit)}: this one has not reached it.`];
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

;// CONCATENATED MODULE: ./src/project/deployment-verdict.ts

/** The state before the first look. */
const beforeTheFirstLook = {
    own: null,
    stubbornErrors: 0,
    emptyLooks: 0,
    openEnds: 0,
    lastError: null
};
const patience = 3;
// A success is not believed before its log and the environment were read: five minutes.
const witnessPatience = 60;
// Between the end of an activity and what the environment says of it; no other deployment is as quick.
const slackMilliseconds = 5_000;
/**
 * Decides after each look. Only the activity of this very commit can make the deployment a success or a failure:
 * not a push's exit code, not somebody else's activity, and no error while asking. What is not known is `unknown`.
 */
function decideDeployment(wanted, state, seen) {
    if ('error' in seen)
        return afterBlink(wanted, state, seen);
    const own = ownActivity(seen.pushes, wanted) ?? state.own;
    // What a fetch brings shows up after its end.
    const emptyLooks = own === null && !runningFetch(seen) ? state.emptyLooks + 1 : 0;
    const next = { own, stubbornErrors: 0, emptyLooks, openEnds: 0, lastError: state.lastError };
    const late = seen.at >= wanted.endBy;
    if (own === null)
        return { state: next, ending: withoutActivity(wanted, next, seen) };
    if (!deployment_verdict_hasEnded(own))
        return { state: next, ending: late ? unfinished(own, seen) : null };
    const openEnds = own.id === state.own?.id ? state.openEnds : 0;
    if (!late && openEnds < looksToWait(own, seen))
        return { state: { ...next, openEnds: openEnds + 1 }, ending: null };
    return { state: next, ending: afterEnd(own, seen) };
}
/**
 * The newest push that brought the commit, as its head or among its commits; null where none did. A pull request whose
 * commits the platform does not list is known by its time alone: its head is a merge of the platform's own.
 */
function ownActivity(pushes, { commit, pushedAt }) {
    const named = newest(pushes.filter(({ newCommit, commits }) => newCommit === commit || commits.includes(commit)));
    if (named)
        return named;
    return newest(pushes.filter((push) => push.pullRequest && push.commits.length === 0 && push.createdAt >= pushedAt - skewMilliseconds));
}
function newest(pushes) {
    return pushes.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}
// A word that is not known is no verdict, and an end without a result is none yet.
function deployment_verdict_hasEnded({ state, result }) {
    return state === 'cancelled' || (state === 'complete' && (result === 'success' || result === 'failure'));
}
/** How many more looks an end is given: for the push that took its place, or for its witnesses. */
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
    return fetching || !known ? null : { verdict: 'never-started', reasons: neverStartedReasons(wanted, seen) };
}
function runningFetch({ fetches }) {
    return fetches.find(({ state }) => state === 'pending' || state === 'in_progress');
}
function afterCancel(own, seen) {
    const newer = newerThan(own, seen);
    if (!newer)
        return { verdict: 'failed', reasons: [`Activity ${own.id} was cancelled.`] };
    const reason = `Activity ${own.id} was cancelled; a newer push (${newer.id}, commit ${deployment_verdict_short(newer)}) took its place.`;
    return { verdict: 'superseded', reasons: [reason] };
}
function unfinished(own, seen) {
    const first = `Activity ${own.id} was still ${own.state} when the time was up.`;
    const before = seen.pushes.find(({ id, state }) => id !== own.id && state === 'in_progress');
    return { verdict: 'unknown', reasons: before ? [first, `It stands behind activity ${before.id}.`] : [first] };
}
// The platform calls a deployment a success even where its hooks failed: they only leave traces.
function afterSuccess(own, seen) {
    const trace = seen.log === null ? null : failureTrace(seen.log);
    if (trace !== null)
        return trace;
    if (isCalledFailed(own, seen))
        return { verdict: 'failed', reasons: ['The environment says that its last deployment was not successful.'] };
    const result = `Activity ${own.id} (head ${deployment_verdict_short(own)}) ended with the result success.`;
    const unread = [
        ...(seen.log === null ? ['Its log could not be read to look for failed hooks.'] : []),
        ...(seen.environment === null ? ['The environment could not be asked about its last deployment.'] : [])
    ];
    return { verdict: unread.length === 0 ? 'succeeded' : 'unknown', reasons: [result, ...unread] };
}
// It speaks of its last deployment, which may be another one by now.
function isCalledFailed(own, seen) {
    const { lastDeploymentSuccessful = null, lastDeploymentAt = null } = seen.environment ?? {};
    if (lastDeploymentSuccessful !== false || lastDeploymentAt === null || lastDeploymentAt < own.createdAt)
        return false;
    return own.endedAt === null ? !newerThan(own, seen) : lastDeploymentAt <= own.endedAt + slackMilliseconds;
}
function failureTrace(log) {
    const lines = log.split('\n');
    const deploy = lines.find((line) => /deploy was failed|CRITICAL: \[1\d\d\]/i.test(line));
    if (deploy !== undefined)
        return { verdict: 'failed', reasons: [`Its log says: ${deploy.trim()}`] };
    const after = lines.find((line) => /post.?deploy is skipped|CRITICAL: \[2\d\d\]/i.test(line));
    return after === undefined ? null : { verdict: 'degraded', reasons: [`Its log says: ${after.trim()}`] };
}
function deployment_verdict_short({ newCommit }) {
    return newCommit?.slice(0, 8) ?? 'unknown';
}

;// CONCATENATED MODULE: ./src/project/attribute-redeploys.ts
/**
 * The pushes together with the redeployments, each with the commits of the push before it, newest first. The platform
 * does not say what a redeployment deploys: it is what the environment holds.
 */
function attributeRedeploys(pushes, redeploys) {
    // One that was cancelled never ran: what was before it stands.
    const attributed = redeploys
        .filter(({ state }) => state !== 'cancelled')
        .map((redeploy) => {
        const before = pushes
            .filter(({ createdAt }) => createdAt <= redeploy.createdAt)
            .reduce((newest, push) => (push.createdAt > (newest?.createdAt ?? -1) ? push : newest), null);
        return { ...redeploy, newCommit: before?.newCommit ?? null, commits: before?.commits ?? [] };
    });
    return [...pushes, ...attributed].sort((a, b) => b.createdAt - a.createdAt);
}

;// CONCATENATED MODULE: ./src/project/deployment-activity.ts


/** The API's list of activities, newest first; throws UpgradeError `retry-later` for any other answer. */
function readDeploymentActivities(answer) {
    const activities = parseActivities(answer);
    if (activities !== null)
        return activities.map(deploymentActivity).sort((a, b) => b.createdAt - a.createdAt);
    throw new src_errors/* UpgradeError */.f('retry-later', {
        message: "The platform's API answered with something else than a list of activities.",
        unchanged: 'The environment is as it was.',
        next: 'Run again later.'
    });
}
function deploymentActivity(activity) {
    const { id, state, result, completion_percent: percent, parameters } = activity;
    const pullRequest = isPullRequest(activity);
    return {
        id,
        state: state !== 'cancelled' && (percent ?? 0) >= 100 ? 'complete' : (state ?? 'in an unknown state'),
        result: result ?? null,
        createdAt: deployment_activity_timeOf(activity.created_at) ?? 0,
        endedAt: deployment_activity_timeOf(activity.completed_at),
        newCommit: parameters?.new_commit ?? null,
        commits: commitsOf(activity, pullRequest),
        pullRequest
    };
}
// The id of such an environment is a convention, and the flag is not in every answer.
function isPullRequest({ environments, payload }) {
    return payload?.environment?.is_pr === true || (environments ?? []).some((id) => /^pr-\d+$/.test(id));
}
// The platform may build a merge of the pull request into its base: that is known by what it merges.
function commitsOf({ payload }, pullRequest) {
    return (payload?.commits ?? []).flatMap(({ sha, parents }) => [
        ...(sha ? [sha] : []),
        ...(pullRequest && parents && parents.length > 1 ? parents : [])
    ]);
}
function deployment_activity_timeOf(text) {
    const time = Date.parse(text ?? '');
    return Number.isNaN(time) ? null : time;
}

;// CONCATENATED MODULE: ./src/project/environment-state.ts

const environment_state_shape = schemas/* object */.Ikc({
    status: schemas/* string */.YjP(),
    head_commit: schemas/* string */.YjP().nullish(),
    deployment_state: schemas/* object */.Ikc({ last_deployment_successful: schemas/* boolean */.zMY().nullish(), last_deployment_at: schemas/* string */.YjP().nullish() })
        .nullish()
});
/** What the API's answer for one environment says of its last deployment; null for any other answer. */
function parseEnvironmentState(answer) {
    const parsed = environment_state_shape.safeParse(answer);
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

;// CONCATENATED MODULE: ./src/steps/wait/observe-deployment.ts





/** Looks once at the platform. An error of the platform is an answer too; only an end asked for by the user is thrown. */
async function observeDeployment(cloud, environment, wanted, now) {
    let askedSeconds = 0;
    const refused = (error) => {
        if (!(error instanceof src_errors/* UpgradeError */.f) || error.code === 'interrupted')
            throw error;
        askedSeconds = Math.max(askedSeconds, error.retryAfterSeconds ?? 0);
        return error;
    };
    // What only explains a verdict must not stand in its way, and is not asked of a platform that wants to be left alone.
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
    const ended = own?.state === 'complete';
    return {
        at: now(),
        pushes,
        fetches: own ? [] : await gitHubFetches(cloud),
        integration: !own && late ? await orNull(() => cloud.hasGitHubIntegration()) : null,
        environment: ended || late ? parseEnvironmentState(await orNull(() => cloud.api(path))) : null,
        log: own && own.state !== 'pending' ? observe_deployment_readLog(await orNull(() => cloud.activityLog(own.id)), ended) : null
    };
}
// The program ends well with whatever was sent to it; no deployment ends without a word, and none speaks HTML or JSON.
function observe_deployment_readLog(text, ended) {
    const isLog = text !== null && !/^\s*[<{]/.test(text) && (text.trim() !== '' || !ended);
    return isLog ? text : null;
}
// A deployment that has ended may have been repeated since, and the last word counts.
async function deployments(cloud, path, wanted) {
    const pushes = readDeploymentActivities(await cloud.api(`${path}/activities?type=environment.push&count=20`));
    if (!['complete', 'cancelled'].includes(ownActivity(pushes, wanted)?.state ?? ''))
        return pushes;
    const redeploys = await cloud.api(`${path}/activities?type=environment.redeploy&count=20`);
    return attributeRedeploys(pushes, readDeploymentActivities(redeploys));
}
// Kept apart from the environment's activities: fetches belong to the project, which not every token may look at.
async function gitHubFetches(cloud) {
    try {
        return readDeploymentActivities(await cloud.api('/activities?type=integration.github.fetch&count=5'));
    }
    catch (error) {
        if (error instanceof src_errors/* UpgradeError */.f && error.code === 'preflight-failed')
            return [];
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/project/deployment-phases.ts
/** The parts of a deployment, in their order. */
const deploymentPhases = ['build', 'deploy', 'post-deploy'];
// By the platform's own lines, and by those with which ece-tools begins its scenarios.
const begins = [
    ['post-deploy', /^\s*Executing post[-_]deploy hook|Starting (?:scenario\(s\): scenario\/)?post-deploy\b/],
    ['deploy', /^\s*Re-?deploying environment|^\s*Executing deploy hook|Starting (?:scenario\(s\): scenario\/)?deploy\b/],
    ['build', /^\s*Building application|Starting (?:scenario\(s\): scenario\/)?build\b/]
];
/** The phase that a line of an activity's log begins; null for any other line. */
function deployment_phases_phaseOf(line) {
    return begins.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}
/**
 * How long each phase took, in whole seconds; `begun` holds the second in which each was seen to begin. One that began
 * and ended between two looks is left out.
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

;// CONCATENATED MODULE: ./src/steps/wait/log-tail.ts
/** Gives those complete lines of a growing text that were not given before. */
function createLogTail() {
    let given = 0;
    return (text, ended) => {
        const lines = text.split('\n');
        // The last piece is a line of its own only once nothing follows any more.
        const last = lines.pop() ?? '';
        if (ended && last !== '')
            lines.push(last);
        const fresh = lines.slice(given);
        given = Math.max(given, lines.length);
        return fresh;
    };
}

;// CONCATENATED MODULE: ./src/steps/wait/activity-log.ts


/** Tells the lines of an activity's log in a group of their own, where the logger has groups. */
function openActivityLog(logger, id) {
    const tail = createLogTail();
    const begun = new Map();
    let endGroup = null;
    return {
        begun,
        tell: (text, ended, seconds) => {
            for (const line of tail(text, ended)) {
                endGroup ??= logger.group?.(`Log of activity ${id}`) ?? null;
                const phase = deployment_phases_phaseOf(line);
                if (phase !== null && !begun.has(phase)) {
                    begun.set(phase, seconds);
                    logger.info(`Phase: ${phase}`);
                }
                logger.info(`${elapsed(seconds)} ${line}`);
            }
        },
        end: () => {
            endGroup?.();
            endGroup = null;
        }
    };
}
/** `mm:ss` since the beginning of the wait. */
function elapsed(seconds) {
    const whole = Math.floor(seconds);
    return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

;// CONCATENATED MODULE: ./src/steps/wait/tell-progress.ts


/** Tells the states of the activity, the lines of its log as they come, and how long its phases take, into the logger. */
function createTeller({ logger, clock }, start) {
    const elapsed = () => (clock.now() - start) / 1000;
    let log = openActivityLog(logger, '');
    let ended = null;
    const phases = () => timePhases(log.begun, ended ?? elapsed());
    const tell = (before, { own }, seen) => {
        if ('error' in seen) {
            logger.warn(`The platform cannot be asked right now, the deployment goes on: ${seen.error}`);
            return;
        }
        if (!own)
            return;
        // A redeployment has a log of its own.
        if (own.id !== before.own?.id) {
            log.end();
            log = openActivityLog(logger, own.id);
            ended = null;
        }
        if (own.id !== before.own?.id || own.state !== before.own.state)
            logger.info(`Activity ${own.id} deploys commit ${own.newCommit?.slice(0, 8) ?? ''}: ${own.state}`);
        log.tell(seen.log ?? '', own.state === 'complete', elapsed());
        if (own.state !== 'complete' || ended !== null)
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

;// CONCATENATED MODULE: ./src/steps/wait-for-deployment.ts




/** Follows the deployment of one commit to its verdict, and its log on the way. Changes nothing. */
async function waitForDeployment(tools, input) {
    const teller = createTeller(tools, tools.clock.now());
    try {
        return await follow(tools, input, teller);
    }
    finally {
        teller.end();
    }
}
async function follow({ cloud, clock }, input, teller) {
    const start = clock.now();
    const wanted = wantedFrom(input, start);
    let state = beforeTheFirstLook;
    let blinks = 0;
    for (;;) {
        const { seen, askedSeconds } = await observeDeployment(cloud, input.environment, wanted, () => clock.now());
        const decision = decideDeployment(wanted, state, seen);
        teller.tell(state, decision.state, seen);
        state = decision.state;
        if (decision.ending) {
            return {
                verdict: decision.ending.verdict,
                activityId: state.own?.id ?? null,
                seconds: (clock.now() - start) / 1000,
                phases: [...teller.phases()],
                reasons: [...decision.ending.reasons]
            };
        }
        blinks = 'error' in seen ? blinks + 1 : 0;
        const usual = pauseAfter(blinks, input.pollSeconds ?? (clock.now() - start < 60_000 ? 2 : 5));
        await clock.pause(Math.max(usual, Math.min(askedSeconds, (wanted.endBy - clock.now()) / 1000)));
    }
}
// A platform that is out of order, or asks for fewer questions, is given time.
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
/** The error that stops a run with this deployment, or null where it went well. */
function deploymentError(deployment) {
    const { verdict, activityId, reasons } = deployment;
    if (verdict === 'succeeded' || verdict === 'skipped')
        return null;
    const { code, message, next } = wait_for_deployment_wording[verdict];
    return new src_errors/* UpgradeError */.f(code, {
        message: [message, ...reasons].join(' '),
        unchanged: 'The commit is pushed; the database backup and the commit that was live before are untouched.',
        next: activityId === null ? next : `${next} Its log: magento-cloud activity:log ${activityId}`
    });
}
const wait_for_deployment_wording = {
    failed: {
        code: 'deploy-failed',
        message: 'The deployment failed.',
        next: 'Mend the cause and git push, or take the upgrade back with git revert.'
    },
    degraded: {
        code: 'deploy-failed',
        message: 'The new code is live, but its post-deploy hook failed.',
        next: 'Mend the cause, then run magento-cloud environment:redeploy.'
    },
    'never-started': {
        code: 'deploy-never-started',
        message: 'The deployment of the pushed commit never began.',
        next: 'Mend what is named, then let the platform look again: git commit --allow-empty -m "Deploy again" and git push.'
    },
    superseded: {
        code: 'deploy-unknown',
        message: 'A newer push took the place of this deployment.',
        next: 'Once the newer deployment has ended, which magento-cloud activity:list shows, run magento-cloud-upgrade verify.'
    },
    unknown: {
        code: 'deploy-unknown',
        message: 'How the deployment ended is not known; it may still be running.',
        next: 'Run the same command again: it follows this deployment to its end, and pushes nothing twice.'
    }
};

;// CONCATENATED MODULE: ./src/tools/clock.ts

/** The real clock: monotonic, so that a jump of the system time ends no deadline early. `pause` throws when `signal` aborts. */
function createClock(signal) {
    return {
        now: () => performance.now(),
        pause: (seconds) => (0,external_node_timers_promises_.setTimeout)(seconds * 1000, undefined, signal && { signal })
    };
}

;// CONCATENATED MODULE: ./src/tools/http.ts
const limit = 64 * 1024;
/** {@link Probe} with the built-in fetch. */
const probe = async (url, { timeoutSeconds }) => {
    try {
        const fresh = new URL(url);
        // A cached page would look fine long after the site behind it has failed.
        fresh.searchParams.set('probe', String(Date.now()));
        const signal = AbortSignal.timeout(timeoutSeconds * 1000);
        const response = await fetch(fresh, { headers: { 'cache-control': 'no-cache' }, signal });
        return { status: response.status, body: await beginning(response), failure: null };
    }
    catch (error) {
        return { status: null, body: '', failure: reason(error) };
    }
};
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
function reason(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

;// CONCATENATED MODULE: ./src/follow-deployment.ts










/** Follows the deployment of `commit` to its end; throws its UpgradeError where it did not succeed. */
async function waitFor(telling, platform, commit) {
    const { options, context, facts, timetable } = telling;
    if (!options.wait) {
        timetable.skip('wait', 'wait: false');
        return;
    }
    const deployment = await timetable.step('wait', async () => {
        const result = await waitForDeployment({ cloud: platform.cloud, clock: createClock(context.signal), logger: context.logger }, {
            commit,
            environment: facts.environment ?? options.environment,
            startTimeoutSeconds: options.startTimeout,
            endTimeoutSeconds: options.deployTimeout
        });
        facts.deployment = result;
        const error = deploymentError(result);
        if (error)
            throw error;
        return result;
    }, ({ verdict, activityId }) => `${verdict}, activity ${activityId ?? 'unknown'}`);
    facts.deployment = deployment;
}
/** Verifies the environment over SSH; throws the UpgradeError of its verdict. */
async function verifyRunning(telling, reach, expectedVersion) {
    const { options, context, facts, timetable } = telling;
    await timetable.step('verify', async () => {
        const [ssh, hosts, storefrontUrl, committedModules] = await Promise.all([
            reach.ssh(),
            reach.hosts(),
            storefrontOf(options, reach),
            modulesOf(options)
        ]);
        const result = await verifyEnvironment({ ssh, probe: probe, clock: createClock(context.signal), logger: context.logger }, { hosts, expectedVersion, storefrontUrl, committedModules });
        facts.verification = result;
        facts.warnings = [...facts.warnings, ...result.problems.filter(({ severity }) => severity === 'warning')];
        const error = verificationError(result);
        if (error)
            throw error;
        return result;
    }, ({ installedVersion, nodes }) => `${installedVersion ?? 'unknown'} on ${nodes.length} ${nodes.length === 1 ? 'node' : 'nodes'}`);
}
// Without the API the nodes themselves tell the address.
async function storefrontOf({ storefrontUrl }, { cloud }) {
    if (storefrontUrl === 'off')
        return null;
    if (storefrontUrl !== '' || cloud === null)
        return storefrontUrl;
    return cloud.primaryUrl();
}
async function modulesOf({ workingDirectory }) {
    return parseModuleStates((await files_files.read(files_files.join(files_files.resolve(workingDirectory), 'app/etc/config.php'))) ?? '');
}
/** Explains a failure from the logs and returns it, with its cause where they name one. */
async function follow_deployment_explained(telling, reach, error) {
    await explain(telling, reach);
    const { findings, deployment } = telling.facts;
    return error instanceof src_errors/* UpgradeError */.f ? nameCause(error, findings, deployment?.activityId ?? null) : error;
}
/** Explains a failure of `wait` or `verify` from the logs; itself never the reason why a run fails. */
async function explain(telling, reach) {
    const { options, context, facts, timetable } = telling;
    try {
        facts.findings = await timetable.step('diagnose', async () => {
            const [pageUrls, lock] = await Promise.all([
                errorPages(telling, reach),
                files_files.read(files_files.join(files_files.resolve(options.workingDirectory), 'composer.lock'))
            ]);
            const reachNodes = async () => {
                const [ssh, hosts] = await Promise.all([reach.ssh(), reach.hosts()]);
                return { ssh, hosts };
            };
            return diagnoseFailure({ cloud: reach.cloud, reachNodes, logger: context.logger, probe: probe }, { activity: failedActivity(telling), pageUrls, packages: classPackages(lock ?? '') });
        }, (findings) => findings[0]?.title ?? 'nothing found');
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f))
            throw error;
        context.logger.warn(`The failure could not be diagnosed: ${error.message}`);
    }
}
// A deployment that never began has no activity, and the one before it explains nothing.
function failedActivity({ options, facts }) {
    const { deployment, environment } = facts;
    if (deployment)
        return deployment.activityId === null ? null : { id: deployment.activityId };
    return { lastOf: environment ?? options.environment };
}
/** Addresses that may show the id of an error report: those that failed a verification, else the storefront. */
async function errorPages({ options, context, facts }, reach) {
    const { storefront = null, endpoints = [] } = facts.verification ?? {};
    const failed = [...(storefront ? [storefront] : []), ...endpoints].filter(({ status }) => (status ?? 0) >= 500);
    if (failed.length > 0)
        return failed.map(({ url }) => url);
    try {
        const url = await storefrontOf(options, reach);
        return url === null ? null : url === '' ? [] : [url];
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f) || error.code === 'interrupted')
            throw error;
        context.logger.debug(`The address of the storefront is not known: ${error.message}`);
        return null;
    }
}

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
function with_reach_withReach(telling, missing, task) {
    const { options } = telling;
    const given = accessOf(options);
    const problems = [...missingAccess(given), ...missing];
    if (problems.length > 0) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: problems.map(({ message }) => message).join(' '),
            unchanged: 'Nothing was changed.',
            next: problems.map(({ fix }) => fix).join(' '),
            problems
        });
    }
    const { hosts } = parseSshHosts(options.sshHosts);
    return open_platform_withPlatform(telling, options.environment, (platform) => task({
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
    return tell_story_tellStory('diagnose', options, context, (telling) => with_reach_withReach(telling, [], async (reach) => {
        await reach.cloud?.authenticate();
        await explain(telling, reach);
        telling.facts.verdict = 'diagnosed';
    }));
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./src/project/cloud-app.ts



const cloud_app_text = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig().transform(String)]);
const relationship = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ service: schemas/* string */.YjP().optional() })]);
const schema = schemas/* looseObject */._H3({
    name: cloud_app_text.default('app'),
    type: schemas/* string */.YjP(),
    build: schemas/* looseObject */._H3({ flavor: schemas/* string */.YjP().nullish() }).nullish(),
    dependencies: schemas/* looseObject */._H3({ php: schemas/* record */.g1P(schemas/* string */.YjP(), cloud_app_text).nullish() }).nullish(),
    hooks: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().nullish()).nullish(),
    runtime: schemas/* looseObject */._H3({ extensions: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })])).nullish() })
        .nullish(),
    relationships: schemas/* record */.g1P(schemas/* string */.YjP(), relationship.nullish()).nullish()
});
/** Reads `.magento.app.yaml`; throws UpgradeError `preflight-failed` for broken YAML (with the line) and other types. */
function readCloudApp(appYamlText) {
    const result = schema.safeParse(appDocument(appYamlText).toJS());
    const php = result.success ? /^php:([0-9]+\.[0-9]+)/.exec(result.data.type)?.[1] : undefined;
    if (!result.success || php === undefined)
        throw unusable('.magento.app.yaml does not declare a PHP application.', 'Set type: php:VERSION in .magento.app.yaml.');
    const { data } = result;
    const relationships = Object.entries(data.relationships ?? {}).map(([name, value]) => [name, serviceOf(name, value)]);
    return {
        name: data.name,
        php,
        composer: data.dependencies?.php?.['composer/composer'] ?? null,
        flavor: data.build?.flavor ?? null,
        hooks: Object.fromEntries(Object.entries(data.hooks ?? {}).map(([name, hook]) => [name, hook ?? ''])),
        extensions: (data.runtime?.extensions ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.name)),
        relationships: Object.fromEntries(relationships)
    };
}
/** Writes the PHP and Composer versions, keeping comments and layout; `changes` says in words what was written. */
function updateAppYaml(appYamlText, versions) {
    const document = appDocument(appYamlText);
    const edits = [
        [['type'], versions.php === null ? null : `php:${versions.php}`],
        [['dependencies', 'php', 'composer/composer'], versions.composer]
    ];
    let changed = appYamlText;
    const changes = [];
    for (const [path, value] of edits) {
        if (value === null)
            continue;
        const old = document.getIn(path);
        if (old === value)
            continue;
        const inPlace = replaceScalar(changed, path, value);
        changed = inPlace ?? cloud_app_insert(changed, path, value);
        changes.push(`${path.join('.')}: ${isText(old) ? old : 'none'} -> ${value}`);
    }
    return { text: changed, changes };
}
function replaceScalar(yamlText, path, value) {
    const node = appDocument(yamlText).getIn(path, true);
    if (!(0,yaml_dist/* isScalar */.jn)(node) || !node.range)
        return null;
    const [start, end] = node.range;
    const [quote = ''] = /^["']/.exec(yamlText.slice(start, end)) ?? [];
    return `${yamlText.slice(0, start)}${quote || quoteFor(value)}${value}${quote || quoteFor(value)}${yamlText.slice(end)}`;
}
function quoteFor(value) {
    return /^[a-z]+:[0-9.]+$/.test(value) ? '' : "'";
}
/** A key that is not there yet: the document is written anew, which keeps comments but may move line breaks. */
function cloud_app_insert(yamlText, path, value) {
    const document = appDocument(yamlText);
    for (let depth = 1; depth < path.length; depth += 1) {
        const parent = path.slice(0, depth);
        if (!(0,yaml_dist/* isMap */.jh)(document.getIn(parent)))
            document.setIn(parent, document.createNode({}));
    }
    document.setIn(path, value);
    return document.toString({ lineWidth: 0 });
}
function appDocument(yamlText) {
    const document = (0,yaml_dist/* parseDocument */.Tp)(yamlText);
    const [error] = document.errors;
    if (!error)
        return document;
    const line = error.linePos?.[0].line ?? 1;
    throw unusable(`.magento.app.yaml is not valid YAML, line ${line}.`, `Mend .magento.app.yaml at line ${line}.`);
}
function serviceOf(name, value) {
    if (typeof value === 'string')
        return value.split(':')[0] ?? name;
    return value?.service ?? name;
}
function isText(value) {
    return typeof value === 'string' || typeof value === 'number';
}

;// CONCATENATED MODULE: ./src/project/composer-auth.ts


const keys = schemas/* object */.Ikc({ username: schemas/* string */.YjP(), password: schemas/* string */.YjP() });
const auth = schemas/* looseObject */._H3({ 'http-basic': schemas/* record */.g1P(schemas/* string */.YjP(), keys).optional() });
/**
 * Merges all sources; of two that name the same host the stronger one wins and a warning says so. Throws
 * UpgradeError `bad-secret` for a source that is not valid, without showing any of its text.
 */
function mergeComposerAuth(sources) {
    const named = [
        ['composer-username and composer-password', fromKeys(sources)],
        ['composer-auth', parse('the input composer-auth', sources.input)],
        ['COMPOSER_AUTH', parse('the environment variable COMPOSER_AUTH', sources.environment)],
        ['auth.json', parse('auth.json in the project root', sources.authJson)]
    ];
    const problems = [];
    const origin = new Map();
    const merged = {};
    for (const [name, source] of named) {
        for (const [host, value] of Object.entries(source?.['http-basic'] ?? {})) {
            const winner = origin.get(host);
            if (winner === undefined) {
                origin.set(host, name);
                merged[host] = value;
            }
            else if (JSON.stringify(merged[host]) !== JSON.stringify(value)) {
                problems.push(disagreement(host, winner, name));
            }
        }
    }
    const others = named.map(([, source]) => source ?? {}).reverse();
    return { auth: { ...Object.assign({}, ...others), 'http-basic': merged }, problems };
}
function fromKeys({ username, password, repositoryHost }) {
    if (username === '' && password === '')
        return null;
    if (username === '' || password === '')
        throw composer_auth_broken(`composer-${username === '' ? 'username' : 'password'} is empty`);
    if (repositoryHost === null)
        throw composer_auth_broken('it is not clear which repository composer-username and composer-password belong to');
    return { 'http-basic': { [repositoryHost]: { username, password } } };
}
function parse(name, text) {
    if (text.trim() === '')
        return null;
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw composer_auth_broken(`${name} is not JSON`);
    }
    const result = auth.safeParse(value);
    if (result.success)
        return result.data;
    const paths = result.error.issues.map((issue) => issue.path.join('.') || 'the top level');
    throw composer_auth_broken(`${name} does not have the shape of auth.json at ${paths.join(', ')}`);
}
function composer_auth_broken(message) {
    return new src_errors/* UpgradeError */.f('bad-secret', {
        message: `The Composer credentials cannot be used: ${message}.`,
        unchanged: 'Nothing was changed.',
        next: 'Use {"http-basic": {"HOST": {"username": "...", "password": "..."}}}, or composer-username and composer-password. Pull requests from forks get no secrets.'
    });
}
function disagreement(host, winner, loser) {
    return {
        id: 'composer-auth-sources',
        severity: 'warning',
        message: `Two sources hold different keys for ${host}; ${winner} is used, ${loser} is not.`,
        fix: `Remove one of them.`
    };
}

;// CONCATENATED MODULE: ./src/data/php-extensions.json
const php_extensions_namespaceObject = /*#__PURE__*/JSON.parse('{"XO":["bcmath","bz2","calendar","ctype","curl","dom","exif","fileinfo","filter","ftp","gd","gettext","hash","iconv","intl","json","libxml","mbstring","mysqli","openssl","pcntl","pcre","pdo","pdo_mysql","posix","session","simplexml","soap","sockets","sodium","spl","sysvmsg","sysvsem","sysvshm","tokenizer","xml","xmlreader","xmlwriter","xsl","zip","zlib"]}');
;// CONCATENATED MODULE: ./src/project/composer-platform.ts

/**
 * What the resolver has to take for the platform: the PHP that `.magento.app.yaml` declares, in its newest
 * patch release, and the extensions of the Cloud image, whatever this machine runs.
 */
function composerPlatform(phpVersion, extensions) {
    const [major = '8', minor = '0'] = phpVersion.split('.');
    const version = `${major}.${minor}.99`;
    const names = [...new Set([...php_extensions_namespaceObject.XO, ...extensions])];
    return { php: version, ...Object.fromEntries(names.map((name) => [`ext-${name.toLowerCase()}`, version])) };
}

;// CONCATENATED MODULE: ./src/data/requirements.json
const requirements_namespaceObject = /*#__PURE__*/JSON.parse('{"Mn":{"2.4.4":{"php":[{"versions":["8.1"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":8,"versions":["10.4"]},{"fromPatch":9,"toPatch":9,"versions":["10.4","10.5"]},{"fromPatch":10,"toPatch":11,"versions":["10.5"]},{"fromPatch":12,"toPatch":12,"versions":["10.5","10.6"]},{"fromPatch":13,"versions":["10.6"]}],"opensearch":[{"toPatch":12,"versions":["1"]},{"fromPatch":13,"versions":["2"]}],"elasticsearch":[{"toPatch":2,"versions":["7.16"]},{"fromPatch":3,"toPatch":17,"versions":["7.17"]},{"fromPatch":18,"versions":[]}],"rabbitmq":[{"toPatch":17,"versions":["3.9"]},{"fromPatch":18,"versions":["3.9","3.13"]}],"redis":[{"toPatch":7,"versions":["6.2"]},{"fromPatch":8,"toPatch":10,"versions":["7.0"]},{"fromPatch":11,"versions":["7.2"]}],"valkey":[{"versions":[]}]},"2.4.5":{"php":[{"versions":["8.1"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":7,"versions":["10.4"]},{"fromPatch":8,"toPatch":8,"versions":["10.4","10.5"]},{"fromPatch":9,"toPatch":10,"versions":["10.5"]},{"fromPatch":11,"toPatch":11,"versions":["10.5","10.6"]},{"fromPatch":12,"toPatch":15,"versions":["10.6"]},{"fromPatch":16,"toPatch":16,"versions":["10.6","10.11"]},{"fromPatch":17,"versions":["10.11"]}],"opensearch":[{"toPatch":11,"versions":["1"]},{"fromPatch":12,"versions":["2"]}],"elasticsearch":[{"toPatch":16,"versions":["7.17"]},{"fromPatch":17,"versions":[]}],"rabbitmq":[{"toPatch":2,"versions":["3.9"]},{"fromPatch":3,"toPatch":6,"versions":["3.9","3.11"]},{"fromPatch":7,"toPatch":7,"versions":["3.9","3.11","3.12"]},{"fromPatch":8,"toPatch":8,"versions":["3.11","3.12"]},{"fromPatch":9,"toPatch":11,"versions":["3.13"]},{"fromPatch":12,"toPatch":13,"versions":["4.1","3.13"]},{"fromPatch":14,"toPatch":16,"versions":["4.1"]},{"fromPatch":17,"versions":["4.3"]}],"redis":[{"toPatch":6,"versions":["6.2"]},{"fromPatch":7,"toPatch":9,"versions":["7.0"]},{"fromPatch":10,"toPatch":10,"versions":["7.2","7.0"]},{"fromPatch":11,"toPatch":16,"versions":["7.2"]},{"fromPatch":17,"versions":[]}],"valkey":[{"toPatch":12,"versions":[]},{"fromPatch":13,"toPatch":16,"versions":["8"]},{"fromPatch":17,"versions":["8.1"]}]},"2.4.6":{"php":[{"versions":["8.1","8.2"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":10,"versions":["10.6"]},{"fromPatch":11,"versions":["10.11"]}],"opensearch":[{"toPatch":14,"versions":["2"]},{"fromPatch":15,"versions":["2","3"]}],"elasticsearch":[{"toPatch":8,"versions":["8","7.17"]},{"fromPatch":9,"toPatch":9,"versions":["7.17"]},{"fromPatch":10,"toPatch":10,"versions":["8","7.17"]},{"fromPatch":11,"toPatch":14,"versions":["7.17"]},{"fromPatch":15,"versions":[]}],"rabbitmq":[{"toPatch":4,"versions":["3.9","3.11"]},{"fromPatch":5,"toPatch":5,"versions":["3.9","3.11","3.12"]},{"fromPatch":6,"toPatch":6,"versions":["3.12"]},{"fromPatch":7,"toPatch":9,"versions":["3.13"]},{"fromPatch":10,"toPatch":11,"versions":["4.1","3.13"]},{"fromPatch":12,"toPatch":14,"versions":["4.1"]},{"fromPatch":15,"versions":["4.3"]}],"redis":[{"toPatch":7,"versions":["7.0"]},{"fromPatch":8,"toPatch":8,"versions":["7.2","7.0"]},{"fromPatch":9,"toPatch":14,"versions":["7.2"]},{"fromPatch":15,"versions":[]}],"valkey":[{"toPatch":10,"versions":[]},{"fromPatch":11,"toPatch":14,"versions":["8"]},{"fromPatch":15,"versions":["8.1"]}]},"2.4.7":{"php":[{"versions":["8.2","8.3"]}],"phpStopOver":[{"versions":["8.1"]}],"composer":[{"toPatch":9,"versions":["2.9.3"]},{"fromPatch":10,"versions":["2.10"]}],"mariadb":[{"toPatch":5,"versions":["10.6"]},{"fromPatch":6,"toPatch":9,"versions":["10.11"]},{"fromPatch":10,"versions":["10.11","11.8"]}],"opensearch":[{"toPatch":9,"versions":["2"]},{"fromPatch":10,"versions":["2","3"]}],"elasticsearch":[{"toPatch":3,"versions":["8.11"]},{"fromPatch":4,"toPatch":4,"versions":["8.16"]},{"fromPatch":5,"toPatch":9,"versions":["7.17","8"]},{"fromPatch":10,"versions":["8"]}],"rabbitmq":[{"toPatch":1,"versions":["3.12"]},{"fromPatch":2,"toPatch":4,"versions":["3.13"]},{"fromPatch":5,"toPatch":6,"versions":["4.1","3.13"]},{"fromPatch":7,"toPatch":9,"versions":["4.1"]},{"fromPatch":10,"versions":["4.3"]}],"redis":[{"toPatch":9,"versions":["7.2"]},{"fromPatch":10,"versions":[]}],"valkey":[{"toPatch":5,"versions":[]},{"fromPatch":6,"toPatch":9,"versions":["8"]},{"fromPatch":10,"versions":["8.1"]}]},"2.4.8":{"php":[{"versions":["8.3","8.4"]}],"phpStopOver":[{"versions":["8.2"]}],"composer":[{"toPatch":4,"versions":["2.9.3"]},{"fromPatch":5,"versions":["2.10"]}],"mariadb":[{"toPatch":4,"versions":["11.4"]},{"fromPatch":5,"versions":["11.4","11.8"]}],"opensearch":[{"toPatch":1,"versions":["2"]},{"fromPatch":2,"versions":["3"]}],"elasticsearch":[{"versions":[]}],"rabbitmq":[{"toPatch":4,"versions":["4.1"]},{"fromPatch":5,"versions":["4.3"]}],"redis":[{"versions":[]}],"valkey":[{"toPatch":4,"versions":["8"]},{"fromPatch":5,"versions":["8.1"]}]},"2.4.9":{"php":[{"versions":["8.5"]}],"phpStopOver":[{"versions":["8.4"]}],"composer":[{"versions":["2.10"]}],"mariadb":[{"versions":["12.3","11.8"]}],"opensearch":[{"versions":["3"]}],"elasticsearch":[{"versions":[]}],"rabbitmq":[{"versions":["4.3"]}],"redis":[{"versions":[]}],"valkey":[{"versions":["9"]}]}}}');
;// CONCATENATED MODULE: ./src/project/cloud-services.ts



const cloud_services_schema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ type: schemas/* string */.YjP().optional() }).nullable()).nullable();
/** Reads `.magento/services.yaml`; throws UpgradeError `preflight-failed` with the line of broken YAML. */
function readCloudServices(servicesYamlText) {
    const document = (0,yaml_dist/* parseDocument */.Tp)(servicesYamlText);
    const line = document.errors[0]?.linePos?.[0].line;
    const result = cloud_services_schema.safeParse(document.toJS());
    if (document.errors.length > 0 || !result.success)
        throw unusable(`.magento/services.yaml is not a valid list of services${line === undefined ? '' : `, line ${line}`}.`, 'Mend .magento/services.yaml and commit it.');
    return Object.entries(result.data ?? {}).flatMap(([name, service]) => {
        const [kind, version] = (service?.type ?? '').split(':');
        return kind && version ? [{ name, kind, version }] : [];
    });
}

;// CONCATENATED MODULE: ./src/project/requirements.ts





const kinds = {
    mysql: ['mariadb', 'MariaDB'],
    mariadb: ['mariadb', 'MariaDB'],
    opensearch: ['opensearch', 'OpenSearch'],
    elasticsearch: ['elasticsearch', 'Elasticsearch'],
    rabbitmq: ['rabbitmq', 'RabbitMQ'],
    redis: ['redis', 'Redis'],
    valkey: ['valkey', 'Valkey']
};
const instead = { redis: 'valkey', elasticsearch: 'opensearch' };
/**
 * The versions of a component (`php`, `composer`, `mariadb`, `opensearch`, …) that a product version runs with on
 * Cloud; empty where it does not run with the component, null where nothing is known (before 2.4.4).
 */
function requiredVersions(target, component) {
    const lines = requirements_namespaceObject.Mn;
    const version = parseProductVersion(target);
    const patch = version?.stage === 'patch' ? (version.stageNumbers[0] ?? 0) : 0;
    const found = lines[releaseLine(target)]?.[component]?.find(({ fromPatch = 0, toPatch = Infinity }) => fromPatch <= patch && patch <= toPatch);
    return found?.versions ?? null;
}
/** Every mismatch between the project's configuration and the target; only a PHP the target cannot run on is an error. */
function checkRequirements(input) {
    return [...checkPhp(input), ...checkComposer(input), ...checkServices(input)];
}
function checkPhp({ target, appYamlText }) {
    const wanted = requiredVersions(target, 'php');
    const { php } = readCloudApp(appYamlText);
    if (wanted === null || wanted.includes(php))
        return [];
    const stopOver = requiredVersions(target, 'phpStopOver')?.includes(php) ?? false;
    const best = wanted.at(-1) ?? '';
    return [
        {
            id: 'requirement-php',
            severity: stopOver ? 'warning' : 'error',
            message: stopOver
                ? `.magento.app.yaml declares PHP ${php}, which ${target} accepts for the upgrade only; it wants ${wanted.join(' or ')}.`
                : `.magento.app.yaml declares PHP ${php}; ${target} runs on ${wanted.join(' or ')}.`,
            fix: `Set type: php:${best} in .magento.app.yaml, or run with update-app-config: true.`
        }
    ];
}
function checkComposer({ target, appYamlText, composerVersion }) {
    const [minimum] = requiredVersions(target, 'composer') ?? [];
    if (minimum === undefined)
        return [];
    const declared = readCloudApp(appYamlText).composer;
    const problems = [];
    if (declared !== null && isOlder(declared, minimum))
        problems.push({
            id: 'requirement-composer',
            severity: 'warning',
            message: `.magento.app.yaml installs Composer ${declared}; ${target} wants ${minimum} or newer.`,
            fix: `Set dependencies.php.composer/composer to '${minimum}', or run with update-app-config: true.`
        });
    if (composerVersion !== null && isOlder(composerVersion, minimum))
        problems.push({
            id: 'requirement-local-composer',
            severity: 'warning',
            message: `Composer on this machine is ${composerVersion}; ${target} wants ${minimum} or newer.`,
            fix: `Update Composer to ${minimum} or newer.`
        });
    return problems;
}
function checkServices({ target, servicesYamlText }) {
    if (servicesYamlText === null)
        return [];
    return readCloudServices(servicesYamlText).flatMap(({ name, kind, version }) => {
        if (!isKnownKind(kind))
            return [];
        const [component, label] = kinds[kind];
        const wanted = requiredVersions(target, component);
        if (wanted === null || wanted.some((accepted) => matches(version, accepted)))
            return [];
        const successor = requiredVersions(target, instead[component] ?? '') ?? [];
        const wish = wanted.length > 0
            ? `${label} ${wanted.join(' or ')}`
            : `${instead[component] ?? 'no such service'} ${successor.join(' or ')}`.trim();
        return [
            {
                id: `requirement-${component}`,
                severity: 'warning',
                message: `.magento/services.yaml has ${label} ${version} (${name}); ${target} wants ${wish}.`,
                fix: `Plan the change of the service to ${wish} (Pro staging and production: by ticket); this tool does not touch services.`
            }
        ];
    });
}
function isKnownKind(kind) {
    return Object.hasOwn(kinds, kind);
}
/** `8` accepts 8.0 and 8.1; a service that gives only `2` may be any 2.x. */
function matches(version, accepted) {
    return version === accepted || version.startsWith(`${accepted}.`) || accepted.startsWith(`${version}.`);
}
/** Ranges such as ^2.2 install the newest release, so only exact versions can be too old. */
function isOlder(version, minimum) {
    const [a, b] = [parseComposerVersion(version), parseComposerVersion(minimum)];
    return a !== null && b !== null && compareComposerVersions(a, b) < 0;
}

;// CONCATENATED MODULE: ./src/project/plan-runtime.ts


/**
 * The PHP and Composer that the target runs on: those declared, or, where `update` is asked for and they do not
 * fit, those that the target wants. Nothing else of the file is touched.
 */
function planRuntime(appYamlText, target, update) {
    const app = readCloudApp(appYamlText);
    if (!update)
        return { php: app.php, appYaml: null, changes: [] };
    const php = pick(app.php, requiredVersions(target, 'php') ?? []);
    const composer = app.composer === null ? null : pick(app.composer, requiredVersions(target, 'composer') ?? []);
    const { text, changes } = updateAppYaml(appYamlText, { php, composer });
    return {
        php,
        appYaml: text === appYamlText ? null : text,
        changes: changes.map((description) => ({ id: 'app-runtime', file: '.magento.app.yaml', description }))
    };
}
function pick(current, wanted) {
    return wanted.includes(current) ? current : (wanted.at(-1) ?? current);
}

;// CONCATENATED MODULE: ./src/data/releases.json
const releases_namespaceObject = /*#__PURE__*/JSON.parse('{"e4":["2.0.0","2.0.1","2.0.2","2.0.3","2.0.4","2.0.5","2.0.6","2.0.7","2.0.8","2.0.9","2.0.10","2.0.11","2.0.12","2.0.13","2.0.14","2.0.15","2.0.16","2.0.17","2.0.18","2.1.0","2.1.1","2.1.2","2.1.3","2.1.4","2.1.5","2.1.6","2.1.7","2.1.8","2.1.9","2.1.10","2.1.11","2.1.12","2.1.13","2.1.14","2.1.15","2.1.16","2.1.17","2.1.18","2.2.0","2.2.1","2.2.2","2.2.3","2.2.4","2.2.5","2.2.6","2.2.7","2.2.8","2.2.9","2.2.10","2.2.11","2.3.0","2.3.1","2.3.2","2.3.2-p2","2.3.3","2.3.3-p1","2.3.4","2.3.4-p2","2.3.5","2.3.5-p1","2.3.5-p2","2.3.6","2.3.6-p1","2.3.7","2.3.7-p1","2.3.7-p2","2.3.7-p3","2.3.7-p4","2.4.0","2.4.0-p1","2.4.1","2.4.1-p1","2.4.2","2.4.2-p1","2.4.2-p2","2.4.3","2.4.3-p1","2.4.3-p2","2.4.3-p3","2.4.4","2.4.4-p1","2.4.4-p2","2.4.4-p3","2.4.4-p4","2.4.4-p5","2.4.4-p6","2.4.4-p7","2.4.4-p8","2.4.4-p9","2.4.4-p10","2.4.4-p11","2.4.4-p12","2.4.4-p13","2.4.4-p14","2.4.4-p15","2.4.4-p16","2.4.4-p17","2.4.4-p18","2.4.5","2.4.5-p1","2.4.5-p2","2.4.5-p3","2.4.5-p4","2.4.5-p5","2.4.5-p6","2.4.5-p7","2.4.5-p8","2.4.5-p9","2.4.5-p10","2.4.5-p11","2.4.5-p12","2.4.5-p13","2.4.5-p14","2.4.5-p15","2.4.5-p16","2.4.5-p17","2.4.6","2.4.6-p1","2.4.6-p2","2.4.6-p3","2.4.6-p4","2.4.6-p5","2.4.6-p6","2.4.6-p7","2.4.6-p8","2.4.6-p9","2.4.6-p10","2.4.6-p11","2.4.6-p12","2.4.6-p13","2.4.6-p14","2.4.6-p15","2.4.7","2.4.7-p1","2.4.7-p2","2.4.7-p3","2.4.7-p4","2.4.7-p5","2.4.7-p6","2.4.7-p7","2.4.7-p8","2.4.7-p9","2.4.7-p10","2.4.8","2.4.8-p1","2.4.8-p2","2.4.8-p3","2.4.8-p4","2.4.8-p5","2.4.9"]}');
;// CONCATENATED MODULE: ./src/project/target.ts


const target_forms = 'Accepted are 2.4.8, 2.4.8-p3, =2.4.8, 2.4.9-beta1, latest-patch and latest.';
/** Parses the `target` option; throws UpgradeError `bad-input` that shows the accepted forms. */
function parseTarget(text) {
    if (text === 'latest-patch' || text === 'latest')
        return { kind: text };
    const exact = text.startsWith('=');
    const version = parseProductVersion(exact ? text.slice(1) : text);
    if (version === null)
        throw badTarget(`The target ${JSON.stringify(text)} is not a version.`, target_forms);
    if (version.stage !== 'stable')
        return { kind: 'exact', version: version.text };
    return exact ? { kind: 'exact-ga', version: version.text } : { kind: 'line-newest', line: version.text };
}
/**
 * The requirements for a target. `available` are the product versions that the repository offers, an empty list
 * where they are not known. Throws UpgradeError `bad-input` for a downgrade and for a version that does not exist.
 */
function resolveTarget(target, current, available) {
    const offered = available.filter((version) => parseProductVersion(version) !== null);
    const productPin = 'version' in target ? target.version : null;
    const line = lineOf(target, current, offered);
    if (productPin === null)
        expectLine(line, current, offered);
    else
        expectVersion(productPin, current, offered);
    return { constraint: `>=${line} <${nextLine(line)}`, productPin, line };
}
function lineOf(target, current, offered) {
    if (target.kind === 'line-newest')
        return target.line;
    if (target.kind === 'latest-patch')
        return releaseLine(current);
    if (target.kind !== 'latest')
        return releaseLine(target.version);
    const newest = offered
        .filter((version) => isStable(version))
        .sort(compareVersions)
        .at(-1);
    if (newest === undefined)
        throw badTarget('The newest version is not known: the repository lists no stable product version.', target_forms);
    return releaseLine(newest);
}
function expectLine(line, current, offered) {
    if (compareVersions(line, releaseLine(current)) < 0)
        throw downgrade(line, current);
    const inLine = offered.filter((version) => releaseLine(version) === line);
    if (offered.length === 0 || inLine.some((version) => isStable(version)))
        return;
    // A project that runs a pre-release may stay on its line.
    if (!isStable(current) && releaseLine(current) === line)
        return;
    const found = inLine.length > 0 ? `only the pre-releases ${inLine.sort(compareVersions).join(', ')}` : 'nothing';
    throw badTarget(`The repository offers ${found} for ${line}, no finished release.`, inLine.length > 0
        ? 'Name a pre-release exactly to get it.'
        : `Choose a line that exists: ${linesOf(offered).join(', ')}.`);
}
function expectVersion(version, current, offered) {
    if (compareVersions(version, current) < 0)
        throw downgrade(version, current);
    if (offered.length === 0 || offered.some((other) => compareVersions(other, version) === 0))
        return;
    const line = releaseLine(version);
    const inLine = offered.filter((other) => releaseLine(other) === line).sort(compareVersions);
    throw badTarget(`The repository does not offer ${version}.`, inLine.length > 0 ? `It offers ${inLine.join(', ')}.` : `Choose a line that exists: ${linesOf(offered).join(', ')}.`);
}
function linesOf(versions) {
    return [...new Set([...versions].sort(compareVersions).map(releaseLine))].slice(-6);
}
function downgrade(wanted, current) {
    return badTarget(`The target ${wanted} is lower than ${current}, which the project runs; a database never goes back.`, `Choose ${current} or higher.`);
}
function badTarget(message, next) {
    return new src_errors/* UpgradeError */.f('bad-input', { message, unchanged: 'Nothing was changed.', next });
}

;// CONCATENATED MODULE: ./src/project/likely-version.ts



/**
 * The version whose requirements decide the PHP to resolve for, before the resolver has spoken: the target where it
 * names one, the version that runs for `latest-patch`, the newest known release for `latest`.
 */
function likelyVersion(target, current) {
    const parsed = parseTarget(target);
    if ('version' in parsed)
        return parsed.version;
    if (parsed.kind === 'line-newest')
        return parsed.line;
    if (parsed.kind === 'latest-patch')
        return current;
    return (releases_namespaceObject.e4
        .filter((version) => isStable(version))
        .sort(compareVersions)
        .at(-1) ?? current);
}

;// CONCATENATED MODULE: ./src/steps/read-checkout.ts

/** Reads the project's files; throws UpgradeError `preflight-failed` that names every missing one. */
async function readCheckout(files, folder) {
    const read = (name) => files.read(files.join(folder, name));
    const required = ['composer.json', 'composer.lock', '.magento.app.yaml'];
    const [composerJson, composerLock, appYaml] = await Promise.all(required.map(read));
    if (composerJson == null || composerLock == null || appYaml == null) {
        const missing = required.filter((_, index) => [composerJson, composerLock, appYaml][index] == null);
        throw new src_errors/* UpgradeError */.f('preflight-failed', {
            message: `The committed project lacks ${missing.join(' and ')}.`,
            unchanged: 'Nothing was changed.',
            next: 'Set working-directory to the root of the Cloud project and commit the missing files.'
        });
    }
    const [servicesYaml, gitignore] = await Promise.all([read('.magento/services.yaml'), read('.gitignore')]);
    return { folder, composerJson, composerLock, appYaml, servicesYaml, gitignore };
}

;// CONCATENATED MODULE: ./src/tools/composer.ts

const composer_timeoutSeconds = 1800;
/** `composer` whose world is an allow-list: no token, no MAGENTO_CLOUD_*, no configuration of the machine. */
function createComposer(run, options) {
    const env = composerEnvironment(options);
    return {
        versions: async () => {
            // --version works without any project, but not every release names PHP there.
            const [composer, php] = await Promise.all([
                run(['composer', '--version', '--no-ansi'], { env, cwd: options.home }),
                run(['php', '-n', '-r', 'echo PHP_VERSION;'], { env, cwd: options.home })
            ]);
            const version = /Composer (?:version )?(\d+\.\d+\.\d+)/.exec(composer.stdout)?.[1];
            return version && php.exitCode === 0 ? { composer: version, php: php.stdout } : null;
        },
        run: (folder, args, { composerFile, onLine } = {}) => run(['composer', '--no-interaction', '--no-ansi', ...args], {
            cwd: folder,
            env: { ...env, ...(composerFile !== undefined && { COMPOSER: composerFile }) },
            timeoutSeconds: composer_timeoutSeconds,
            ...(onLine && { onStderrLine: onLine })
        }),
        php: (folder, args) => run(['php', ...args], { cwd: folder, env, timeoutSeconds: composer_timeoutSeconds })
    };
}
function composerEnvironment(options) {
    return {
        ...childEnvironment(options.environment, {}),
        LC_ALL: 'C.UTF-8',
        HOME: options.home,
        COMPOSER_HOME: options.home,
        // With a warm cache a refused key goes unnoticed: Composer answers from the cache and exits 0.
        COMPOSER_CACHE_DIR: `${options.home}/cache`,
        // Without it Composer as root switches plugins off in silence, and nothing is marshaled.
        COMPOSER_ALLOW_SUPERUSER: '1',
        COMPOSER_NO_INTERACTION: '1',
        COMPOSER_MEMORY_LIMIT: '-1',
        COMPOSER_NO_AUDIT: '1',
        COMPOSER_PROCESS_TIMEOUT: String(composer_timeoutSeconds),
        // Composer wraps its messages at the terminal's width, which would tear what we recognise.
        COLUMNS: '10000',
        ...(!options.securityBlocking && { COMPOSER_NO_SECURITY_BLOCKING: '1' })
    };
}

;// CONCATENATED MODULE: ./src/tools/composer-home.ts
/**
 * Runs `task` with a COMPOSER_HOME of its own, outside the work tree, and removes it afterwards: no global
 * configuration of the machine has a say, and the keys lie in no file that git could see. The platform stands
 * here and not in composer.json, where it would be committed.
 */
async function withComposerHome(files, contents, task) {
    const home = await files.privateFolder('composer');
    try {
        if (contents.auth)
            await files.write(files.join(home, 'auth.json'), contents.auth.reveal(), { secret: true });
        const config = { config: { platform: contents.platform, 'platform-check': false, 'notify-on-install': false } };
        await files.write(files.join(home, 'config.json'), JSON.stringify(config));
        return await task(home);
    }
    finally {
        await files.remove(home);
    }
}

;// CONCATENATED MODULE: ./src/tools/git.ts


const identity = ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL'];
/**
 * `git` in `folder`. Hooks and the project's own configuration stay in force; prompts and traces are off.
 * `SSH_AUTH_SOCK` and the home folder reach it, because pushing is what they are for.
 */
function createGit(run, environment, folder) {
    const env = childEnvironment(environment, { GIT_TERMINAL_PROMPT: '0', GIT_TRACE: '0', GIT_TRACE_CURL: '0', LC_ALL: 'C.UTF-8' }, [
        ...['HOME', 'XDG_CONFIG_HOME', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'],
        // Empty ones come from workflow variables that do not exist; git would refuse to commit as nobody.
        ...identity.filter((name) => environment[name])
    ]);
    // A checkout that another user owns (containers) is trusted for this call only.
    const argv = (args) => [
        'git',
        '-c',
        `safe.directory=${folder}`,
        '-c',
        'core.quotePath=false',
        ...args
    ];
    const git = (...args) => run(argv(args), { cwd: folder, env });
    const judged = (args, result) => {
        if (result.exitCode === 0)
            return result.stdout;
        throw new src_errors/* UpgradeError */.f('preflight-failed', {
            message: `git ${args[0] ?? ''} failed in ${folder}: ${git_lastLine(result.stderr)}`,
            unchanged: 'The checkout and the environment are as they were.',
            next: `Run git ${args.slice(0, 2).join(' ')} there to see the whole message.`
        });
    };
    const read = async (...args) => judged(args, await git(...args));
    return {
        folder,
        run: git,
        feed: async (input, ...args) => judged(args, await run(argv(args), { cwd: folder, env, input })),
        finish: (...args) => run(argv(args), { cwd: folder, env, signal: null }),
        read,
        status: async () => parseStatus(await read('status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames')),
        withSsh: (command) => createGit(run, { ...environment, GIT_SSH_COMMAND: command }, folder),
        in: (other) => createGit(run, environment, other)
    };
}
/** Entries of `git status --porcelain=v1 -z --no-renames`. */
function parseStatus(text) {
    return text
        .split('\0')
        .filter((entry) => entry !== '')
        .map((entry) => ({ status: entry.slice(0, 2), path: entry.slice(3) }));
}
function git_lastLine(text) {
    return text.trim().split('\n').at(-1) ?? '';
}

;// CONCATENATED MODULE: ./src/tools/work-tree.ts



/**
 * Runs `task` in a linked work tree of `commit` and removes it afterwards, whatever happens. The upgrade is made
 * there, so that the developer's own files are not touched before the commit exists, not even by a kill.
 */
async function withWorkTree(git, commit, task) {
    const parent = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'magento-cloud-upgrade-tree-'));
    const folder = (0,external_node_path_.join)(parent, 'checkout');
    try {
        await git.read('worktree', 'prune');
        await git.read('worktree', 'add', '--quiet', '--detach', folder, commit);
        return await task(git.in(folder));
    }
    finally {
        await (0,promises_.rm)(parent, { recursive: true, force: true });
        await git.finish('worktree', 'prune');
    }
}

;// CONCATENATED MODULE: ./src/open-project.ts
















/** Opens the project for `task` and removes every scratch file afterwards, however it ends. */
async function open_project_withProject({ options, context, learn }, branchName, task) {
    const folder = await workingDirectory(options.workingDirectory);
    const run = createRunCommand(context.signal);
    const git = createGit(run, context.environment, folder);
    const root = (await git.read('rev-parse', '--show-toplevel')).trim();
    const branch = branchName || (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim();
    const base = await startCommit(git, branchName, options.remote);
    return withWorkTree(createGit(run, context.environment, root), base, async (scratch) => {
        const checkout = await readCheckout(files_files, scratch.folder);
        const composerProject = readComposerProject(checkout.composerJson, checkout.composerLock);
        const { auth, problems } = await credentials({ options, context, learn }, folder, composerProject);
        const { extensions } = readCloudApp(checkout.appYaml);
        const { php } = planRuntime(checkout.appYaml, likelyVersion(options.target, composerProject.product.version), options.updateAppConfig);
        const home = { auth: new src_secret/* Secret */.z(JSON.stringify(auth)), platform: composerPlatform(php, extensions) };
        return withComposerHome(files_files, home, (composerHome) => {
            const composer = createComposer(run, {
                environment: context.environment,
                home: composerHome,
                securityBlocking: options.securityBlocking
            });
            return task({ git, scratch, checkout, composerProject, composer, auth, problems, base, branch });
        });
    });
}
async function workingDirectory(path) {
    const folder = files_files.resolve(path);
    if (await files_files.exists(folder))
        return folder;
    throw new src_errors/* UpgradeError */.f('bad-input', {
        message: `The working directory ${folder} does not exist.`,
        unchanged: 'Nothing was changed.',
        next: 'Set working-directory to the root of the Cloud project.'
    });
}
async function credentials({ options, context, learn }, folder, project) {
    const authJson = (await files_files.read(files_files.join(folder, 'auth.json'))) ?? '';
    learn(authJson);
    const [first, ...others] = project.repositories;
    return mergeComposerAuth({
        username: options.composerUsername.reveal(),
        password: options.composerPassword.reveal(),
        input: options.composerAuth.reveal(),
        environment: context.environment['COMPOSER_AUTH'] ?? '',
        authJson,
        repositoryHost: (project.repositories.find(({ host }) => host === 'repo.magento.com') ??
            (others.length === 0 ? first : undefined))?.host ?? null
    });
}

;// CONCATENATED MODULE: ./src/project/preflight-error.ts

/** The error that stops a run with these problems, or null where none is an error; `bad-secret` for secrets alone. */
function preflightError(problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0)
        return null;
    const onlySecrets = errors.every(({ id }) => id.endsWith('-bad-secret'));
    return new src_errors/* UpgradeError */.f(onlySecrets ? 'bad-secret' : 'preflight-failed', {
        message: errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} things stand in the way of the upgrade.`,
        unchanged: 'The checkout, the branch and the environment are as they were.',
        next: errors.length === 1 ? (errors[0]?.fix ?? '') : 'Mend each of the problems listed, then run again.',
        problems
    });
}

;// CONCATENATED MODULE: ./src/steps/preflight/check-credentials.ts
/** Problems with the keys: missing, or not accepted by the repository. Keys are never shown. */
async function checkCredentials(probe, repositories, auth) {
    const found = repositories.map(async ({ url, host }) => {
        const keys = auth['http-basic']?.[host] ?? null;
        const answer = await probe(url, keys);
        const problem = check_credentials_explain(host, keys !== null, answer);
        return problem === null ? [] : [problem];
    });
    return (await Promise.all(found)).flat();
}
function check_credentials_explain(host, hasKeys, { status, failure }) {
    if (status === 200)
        return null;
    const [message, fix] = words(host, hasKeys, status, failure);
    return { id: 'composer-credentials', severity: 'error', message, fix };
}
const provide = 'Give composer-username and composer-password (the public and private key of the Marketplace account), COMPOSER_AUTH, or an auth.json in the project root.';
function words(host, hasKeys, status, failure) {
    if (status === 401 && !hasKeys)
        return [`${host} wants keys, and there are none for it.`, provide];
    switch (status) {
        case 401:
            return [
                `${host} does not accept the keys (401).`,
                'Check that the public key is the user name and the private key the password, and that the pair was not revoked.'
            ];
        case 403:
            return [
                `${host} knows the keys but refuses access (403).`,
                'Check that the account is entitled to Adobe Commerce, and that this machine is not blocked.'
            ];
        case 404:
            return [
                `${host} answers 404: it has no packages for these keys.`,
                'Check that the keys belong to the account with the Adobe Commerce licence; the repository hides what an account may not see.'
            ];
        case null:
        default:
            return [
                `${host} cannot be reached: ${failure ?? `HTTP ${status ?? ''}`}.`,
                'Check the network, proxy and certificates of this machine, then run again.'
            ];
    }
}

;// CONCATENATED MODULE: ./src/steps/preflight/check-disk.ts
// A scratch checkout, the base packages of two versions and Composer's own files fit into this.
const neededMegabytes = { fast: 1024, full: 4096 };
/** A problem where the file system of the temporary folder is too small for the update. */
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

;// CONCATENATED MODULE: ./src/steps/preflight/check-platform.ts

/** Problems with the Cloud project and environment; sets ADMIN_EMAIL where that was asked for. */
async function checkPlatform(cloud, input) {
    try {
        await cloud.authenticate();
        const environment = await cloud.environment();
        const usable = environment.status === 'active' || (environment.status === 'dirty' && input.deploying);
        const status = usable ? [] : [inactive(environment.id, environment.status)];
        return [...status, ...(await checkAdminEmail(cloud, input))];
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f))
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
            : `Run magento-cloud environment:activate ${id}.`
    };
}
const check_platform_name = 'ADMIN_EMAIL';
async function checkAdminEmail(cloud, input) {
    if (input.adminEmailCheck === 'off')
        return [];
    if (input.adminEmailCheck === 'set')
        return setAdminEmail(cloud, input);
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
async function setAdminEmail(cloud, input) {
    if (!/^[^@\s]+@[^@\s]+$/.test(input.adminEmail)) {
        return [
            {
                id: 'admin-email',
                severity: 'error',
                message: 'admin-email-check is set, but admin-email is not an e-mail address.',
                fix: 'Give the address in admin-email.'
            }
        ];
    }
    if (!input.dryRun)
        await cloud.setVariable(check_platform_name, input.adminEmail);
    return [];
}
/** ece-tools 2002.0.16 was the first that upgrades without ADMIN_EMAIL (release notes of the Cloud guide). */
function needsAdminEmail(eceTools) {
    const [generation = 0, minor = 0, patch = 0] = (eceTools ?? '').split('.').map(Number);
    return eceTools !== null && generation === 2002 && minor === 0 && patch < 16;
}

;// CONCATENATED MODULE: ./src/steps/preflight/check-ssh.ts


const check_ssh_timeoutSeconds = 60;
/** Logs in to every node once, so that a key that does not fit is found before anything has changed. */
async function checkSsh(reach) {
    try {
        // A key that cannot be used is told even where the platform does not answer.
        const ssh = await reach.ssh();
        const hosts = await reach.hosts();
        return (await Promise.all(hosts.map((host) => checkLogin(ssh, host)))).flat();
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f) || error.code === 'interrupted')
            throw error;
        return [{ id: `ssh-${error.code}`, severity: 'error', message: error.message, fix: error.next }];
    }
}
async function checkLogin(ssh, host) {
    const look = () => ssh.script(host, 'true', { timeoutSeconds: check_ssh_timeoutSeconds });
    let answer = await look();
    // Once more: a login changes nothing.
    if (answer.failureKind === 'connection')
        answer = await look();
    const { failure, failureKind } = answer;
    if (failure === null || failureKind === null)
        return [];
    const id = failureKind === 'login' ? 'ssh-bad-secret' : 'ssh-login';
    const message = `${host} cannot be logged in to: ${failure}.`;
    return [{ id, severity: 'error', message, fix: sshFailureFix(failureKind, host) }];
}

;// CONCATENATED MODULE: ./src/data/composer-advisories.json
const composer_advisories_namespaceObject = /*#__PURE__*/JSON.parse('{"wk":[{"id":"GHSA-f9f8-rm49-7jv2","fixedIn":"2.9.8","fixedInLts":"2.2.28"},{"id":"CVE-2026-59946","fixedIn":"2.10.2","fixedInLts":"2.2.29"},{"id":"CVE-2026-59947","fixedIn":"2.10.2","fixedInLts":"2.2.29"},{"id":"CVE-2026-59948","fixedIn":"2.10.2","fixedInLts":"2.2.29"}]}');
;// CONCATENATED MODULE: ./src/project/composer-advisory.ts

/** Vulnerabilities of a Composer version, or null where none is known. The 2.2 line has fixes of its own. */
function composerAdvisory(version) {
    const lts = version.startsWith('2.2.');
    const found = composer_advisories_namespaceObject.wk.filter(({ fixedIn, fixedInLts }) => composer_advisory_isOlder(version, lts ? fixedInLts : fixedIn));
    const latest = found
        .map(({ fixedIn, fixedInLts }) => (lts ? fixedInLts : fixedIn))
        .sort(composer_advisory_order)
        .at(-1);
    return latest === undefined ? null : { ids: found.map(({ id }) => id), fixedIn: latest };
}
function composer_advisory_order(a, b) {
    if (a === b)
        return 0;
    return composer_advisory_isOlder(a, b) ? -1 : 1;
}
function composer_advisory_isOlder(version, than) {
    const [a, b] = [version, than].map((text) => text.split('.').map(Number));
    const different = a.findIndex((number, index) => number !== b[index]);
    return different >= 0 && (a[different] ?? 0) < (b[different] ?? 0);
}

;// CONCATENATED MODULE: ./src/steps/preflight/check-tools.ts

/** Problems with PHP, Composer, git and magento-cloud on this machine. */
async function checkTools(tools, input) {
    const checks = [
        check_tools_checkComposer(tools.composer, input),
        checkGitVersion(tools.git),
        checkCloud(tools.cloud),
        check_tools_checkSsh(tools)
    ];
    return (await Promise.all(checks)).flat();
}
async function check_tools_checkComposer(composer, input) {
    const versions = await composer.versions();
    if (versions === null) {
        return [
            check_tools_missing('composer', 'Composer or PHP is missing.', 'Install Composer 2 and the PHP command line, e.g. apt-get install composer php-cli.')
        ];
    }
    if (!versions.composer.startsWith('2.')) {
        return [check_tools_missing('composer', `Composer ${versions.composer} is not supported.`, 'Install Composer 2.')];
    }
    const advisory = composerAdvisory(versions.composer);
    if (advisory === null)
        return [];
    return [
        {
            id: 'composer-vulnerable',
            severity: input.vulnerableComposer === 'fail' ? 'error' : 'warning',
            message: `Composer ${versions.composer} has published vulnerabilities that can disclose credentials (${advisory.ids.join(', ')}).`,
            fix: `Install Composer ${advisory.fixedIn} or newer; where the distribution has patched it, set vulnerable-composer: warn.`
        }
    ];
}
async function checkGitVersion(git) {
    const version = /(\d+)\.(\d+)/.exec((await git.run('--version')).stdout);
    const [major = 0, minor = 0] = (version ?? []).slice(1).map(Number);
    if (major > 2 || (major === 2 && minor >= 25))
        return [];
    return [check_tools_missing('git', 'git is missing or older than 2.25.', 'Install a newer git.')];
}
async function checkCloud(cloud) {
    if (cloud === null)
        return [];
    const version = await cloud.version();
    const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
    if (major > 1 || (major === 1 && minor >= 46))
        return [];
    if (version === null && cloud.program === 'php') {
        const message = 'PHP is missing, or cannot run the magento-cloud of cli-version.';
        return [check_tools_missing('magento-cloud', message, 'Install the PHP command line, e.g. apt-get install php-cli.')];
    }
    return [
        check_tools_missing('magento-cloud', version === null ? 'The program magento-cloud is missing.' : `magento-cloud ${version} is older than 1.46.`, 'Set cli-version: 1.47.0 to have it installed, or put magento-cloud 1.46 or newer on PATH.')
    ];
}
// 7.6 was the first release that knows `accept-new` and so never trusts a changed host key by mistake.
async function check_tools_checkSsh({ cloud, sshVersion }) {
    if (cloud === null)
        return [];
    const version = await sshVersion();
    const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
    if (major > 7 || (major === 7 && minor >= 6))
        return [];
    const what = version === null ? 'The program ssh is missing.' : `OpenSSH ${version} is older than 7.6.`;
    return [check_tools_missing('ssh', what, 'Install a newer OpenSSH client, e.g. apt-get install openssh-client.')];
}
function check_tools_missing(id, message, fix) {
    return { id: `tool-${id}`, severity: 'error', message, fix };
}

;// CONCATENATED MODULE: ./src/steps/check-preflight.ts






/** Finds every problem at once, errors first. Changes nothing but ADMIN_EMAIL, where that was asked for. */
async function checkPreflight(tools, input) {
    const { cloud } = tools;
    const checks = [
        checkTools(tools, input),
        checkGit(tools, input),
        checkCredentials(tools.probe, input.repositories, input.auth),
        checkDisk(tools.files, input.scratch, input.install)
    ];
    const local = (await Promise.all(checks)).flat();
    // ADMIN_EMAIL may be set here: not while anything else would stop the run anyway.
    const stopped = local.some(({ severity }) => severity === 'error');
    const platform = cloud === null ? [] : await checkPlatform(cloud, { ...input, dryRun: input.dryRun || stopped });
    // What the platform refuses, or has not started, has no logins.
    const unusable = platform.some(({ id }) => id !== 'admin-email');
    const logins = tools.reach === null || unusable ? [] : await checkSsh(tools.reach);
    return [...local, ...platform, ...logins].sort((a, b) => a.severity.localeCompare(b.severity));
}

;// CONCATENATED MODULE: ./src/project/json-edit.ts

/** Value at a path of a JSON text, or undefined. */
function valueAt(text, path) {
    let value = (0,main.parse)(text);
    for (const key of path)
        value = value?.[key];
    return value;
}
/**
 * The text with one value set. Indentation and line ends follow the text, and every other byte stays: the edit of
 * jsonc-parser formats the neighbouring entry anew.
 */
function setAt(text, path, value) {
    const root = (0,main.parseTree)(text);
    if (!root)
        return text;
    for (let depth = path.length; depth >= 0; depth -= 1) {
        const node = (0,main.findNodeAtLocation)(root, path.slice(0, depth));
        if (!node)
            continue;
        if (depth === path.length)
            return splice(text, node, layOut(text, value, depth));
        return json_edit_insert(text, node, { depth, key: path[depth] ?? '', value: nest(path.slice(depth + 1), value) });
    }
    return text;
}
function json_edit_insert(text, node, entry) {
    const { depth, key, value } = entry;
    const last = node.children?.at(-1);
    const fits = node.type === (typeof key === 'string' ? 'object' : 'array');
    // PHP writes an empty object as [], into which no key can be put.
    if (!fits || !last)
        return splice(text, node, layOut(text, typeof key === 'string' ? { [key]: value } : [value], depth));
    const { eol, indentation } = styleOf(text);
    const label = typeof key === 'string' ? `${JSON.stringify(key)}: ` : '';
    const end = last.offset + last.length;
    const added = `,${eol}${indentation.repeat(depth + 1)}${label}${layOut(text, value, depth + 1)}`;
    return text.slice(0, end) + added + text.slice(end);
}
function layOut(text, value, depth) {
    const { eol, indentation } = styleOf(text);
    return JSON.stringify(value, null, indentation).replaceAll('\n', eol + indentation.repeat(depth));
}
function styleOf(text) {
    return { eol: text.includes('\r\n') ? '\r\n' : '\n', indentation: /\n([ \t]+)\S/.exec(text)?.[1] ?? '    ' };
}
function splice(text, node, replacement) {
    return text.slice(0, node.offset) + replacement + text.slice(node.offset + node.length);
}
function nest(path, value) {
    return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

;// CONCATENATED MODULE: ./src/project/composer-migrations.ts


const composer_migrations_rootUpdatePlugin = 'magento/composer-root-update-plugin';
const ignorePath = ['extra', 'magento-deploy-ignore', '*'];
const composer_migrations_rules = [
    {
        id: 'root-version',
        description: 'version follows the line of the target',
        apply: (text, { to }) => (valueAt(text, ['version']) === undefined ? text : put(text, ['version'], releaseLine(to)))
    },
    { id: 'allow-plugins', description: "config.allow-plugins lists the template's plugins", apply: allowPlugins },
    {
        id: 'root-update-plugin',
        description: `${composer_migrations_rootUpdatePlugin} is required`,
        apply: (text, { to }) => !isFrom(to, '2.4.4')
            ? text
            : putMissing(text, ['require', composer_migrations_rootUpdatePlugin], isFrom(to, '2.4.6') ? '^2.0.3' : '^2.0.2')
    },
    {
        id: 'tinymce-path',
        description: 'extra.component_paths names the folder of TinyMCE 5',
        apply: (text, { to }) => within(to, '2.4.4', '2.4.8')
            ? put(text, ['extra', 'component_paths', 'tinymce/tinymce'], 'lib/web/tiny_mce_5')
            : text
    },
    {
        id: 'deploy-ignore',
        description: "extra.magento-deploy-ignore protects the project's .gitignore",
        apply: (text) => ignorePathOf(text, '/.gitignore')
    },
    {
        id: 'deploy-ignore-github',
        description: "extra.magento-deploy-ignore protects the project's .github folder",
        // Base packages of 2.2.4 to 2.4.0-p1 map .github.
        apply: (text, { from, to }) => [from, to].some((version) => within(version, '2.2.4', '2.4.1')) ? ignorePathOf(text, '/.github') : text
    },
    {
        id: 'zend-autoload',
        description: 'autoload.psr-4 has the controller namespace that ece-tools asks for',
        apply: (text, { to }) => (within(to, '2.3.0', '2.4.3') ? zendAutoload(text) : text)
    },
    {
        id: 'magento-force',
        description: 'extra.magento-force lets marshaling overwrite files',
        apply: (text) => putMissing(text, ['extra', 'magento-force'], true)
    },
    {
        id: 'deploy-strategy',
        description: 'extra.magento-deploystrategy keeps marshaling on where MAGENTO_CLOUD_PROJECT is set',
        apply: (text) => putMissing(text, ['extra', 'magento-deploystrategy'], 'copy')
    }
];
/**
 * composer.json with everything that the target needs beside the versions, and the list of what was changed.
 * A second run on its result changes nothing; what is not named keeps its bytes.
 */
function planMigrations(composerJsonText, step) {
    let text = composerJsonText;
    const migrations = [];
    for (const { id, description, apply } of composer_migrations_rules) {
        const changed = apply(text, step);
        if (changed !== text)
            migrations.push({ id, file: 'composer.json', description });
        text = changed;
    }
    return { text, migrations };
}
function allowPlugins(text) {
    const path = ['config', 'allow-plugins'];
    const present = valueAt(text, path);
    // true allows everything, and false is the project's own decision.
    if (typeof present === 'boolean')
        return text;
    const patterns = Object.keys(present ?? {}).map((pattern) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i'));
    return [
        'dealerdirect/phpcodesniffer-composer-installer',
        'laminas/laminas-dependency-plugin',
        'magento/*',
        'php-http/discovery'
    ]
        .filter((plugin) => !patterns.some((pattern) => pattern.test(plugin)))
        .reduce((result, plugin) => put(result, [...path, plugin], true), text);
}
function zendAutoload(text) {
    const path = ['autoload', 'psr-4'];
    const namespaces = Object.keys(valueAt(text, path) ?? {});
    if (namespaces.some((namespace) => /^(Zend|Laminas)\\Mvc\\Controller\\$/.test(namespace)))
        return text;
    return put(text, [...path, 'Zend\\Mvc\\Controller\\'], 'setup/src/Zend/Mvc/Controller/');
}
function ignorePathOf(text, path) {
    const listed = valueAt(text, ignorePath);
    const list = Array.isArray(listed) ? listed : [];
    if (list.includes(path))
        return text;
    return list.length === 0 ? put(text, ignorePath, [path]) : put(text, [...ignorePath, list.length], path);
}
function put(text, path, value) {
    return valueAt(text, path) === value ? text : setAt(text, path, value);
}
function putMissing(text, path, value) {
    return valueAt(text, path) === undefined ? setAt(text, path, value) : text;
}
function isFrom(version, first) {
    return compareVersions(releaseLine(version), first) >= 0;
}
function within(version, first, end) {
    return isFrom(version, first) && compareVersions(releaseLine(version), end) < 0;
}

;// CONCATENATED MODULE: ./src/project/upgrade-path.ts


const below = (a, b) => compareVersions(a, b) < 0;
const crosses = (border) => (path) => below(path.from, border) && !below(path.to, border);
const upgrade_path_rules = [
    {
        id: 'path-2.0',
        severity: 'error',
        message: 'Projects of 2.0.4 and older have another composer.json than every later version.',
        fix: 'First replace the requirement on the product by magento/magento-cloud-metapackage >=2.0.5 <2.1, remove magento/magento-cloud-configuration, move app/NonComposerComponentRegistration.php to app/etc/ (also in autoload.files), and deploy that.',
        applies: crosses('2.0.5')
    },
    {
        id: 'path-2.1.4',
        severity: 'error',
        message: 'Versions before 2.1.4 cannot be upgraded to 2.2 or later in one step.',
        fix: 'First upgrade to the newest 2.1 release (target 2.1.18), deploy it, then install ece-tools.',
        applies: ({ from, to }) => below(from, '2.1.4') && !below(to, '2.2.0')
    },
    {
        id: 'path-ece-tools',
        severity: 'error',
        message: 'The project has no ece-tools, which builds and deploys every version from 2.2 on.',
        fix: 'First do the one-time installation of ece-tools: remove magento/magento-cloud-configuration and magento/ece-patches, set the range constraint, run composer update, replace the hooks in .magento.app.yaml, and deploy that.',
        applies: ({ from, to, project }) => project.eceTools === null && !below(from, '2.1.4') && !below(to, '2.2.0')
    },
    {
        id: 'path-composer-1',
        severity: 'error',
        message: 'The locked marshaling plugin runs in Composer 1 only, the target needs Composer 2.',
        fix: 'First upgrade to 2.4.2 with Composer 1 (composer self-update --1) and deploy it; its plugin runs in both.',
        applies: ({ to, project }) => usesComposer1(project) && !below(to, '2.4.2')
    },
    {
        id: 'path-build-flavor',
        severity: 'error',
        message: '.magento.app.yaml has build.flavor: composer, which installs with Composer 1.',
        fix: "Set build.flavor: none, add dependencies.php.composer/composer, and begin the build hook with 'set -e' and 'composer install --no-dev'.",
        applies: ({ to, appYamlText }) => readCloudApp(appYamlText).flavor === 'composer' && !below(to, '2.4.4')
    },
    {
        id: 'path-config-php',
        severity: 'warning',
        message: 'From 2.2 on the committed configuration is app/etc/config.php, which a .gitignore of 2.1 leaves out.',
        fix: 'Copy app/etc/config.local.php to app/etc/config.php, take the file out of .gitignore and commit it.',
        applies: crosses('2.2.0')
    },
    {
        id: 'path-search',
        severity: 'warning',
        message: 'From 2.4 on the catalog search needs OpenSearch or Elasticsearch; MySQL search is gone.',
        fix: 'Add the service to .magento/services.yaml and its relationship to .magento.app.yaml (Pro staging and production: by ticket).',
        applies: crosses('2.4.0')
    }
];
/** Everything that has to be done before the upgrade, each with what to do first; an empty list is a free path. */
function checkUpgradePath(path) {
    return upgrade_path_rules
        .filter(({ applies }) => applies(path))
        .map(({ id, severity, message, fix }) => ({ id, severity, message, fix }));
}
function usesComposer1({ packages, pluginApiVersion }) {
    const plugin = packages.find(({ name }) => name === 'magento/magento-composer-installer');
    return plugin ? plugin.version.startsWith('0.1.') : (pluginApiVersion?.startsWith('1.') ?? false);
}

;// CONCATENATED MODULE: ./src/steps/plan/available-versions.ts

const answer = schemas/* object */.Ikc({ versions: schemas/* array */.YOg(schemas/* string */.YjP()) });
/**
 * The versions of a package that the repository offers for these keys, or [] where it does not say: the resolver
 * then judges alone.
 */
async function availableVersions(composer, folder, name) {
    const result = await composer.run(folder, ['show', name, '--available', '--format=json', '--no-plugins']);
    if (result.exitCode !== 0)
        return [];
    try {
        return answer.parse(JSON.parse(result.stdout)).versions;
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./src/steps/plan/check-resolution.ts



/**
 * The resolved project, provided that its product is what was asked for: the exact version, or a stable one of the
 * line, and not lower than before. Throws UpgradeError `wrong-version` otherwise, before anything is written.
 */
function checkResolution(files, { from, target }) {
    const after = readComposerProject(files.composerJson, files.composerLock);
    const { version } = after.product;
    const reason = whyNot(version, from, target);
    if (reason === null)
        return after;
    throw new src_errors/* UpgradeError */.f('wrong-version', {
        message: `The packages resolve to the product version ${version}, ${reason}.`,
        unchanged: 'composer.json, composer.lock and the environment are as they were.',
        next: 'Choose a target that the repository offers for these keys, or name a pre-release exactly.'
    });
}
function whyNot(version, from, { productPin, line }) {
    if (productPin !== null)
        return version === productPin ? null : `not to ${productPin}`;
    if (releaseLine(version) !== line)
        return `which is not of the line ${line}`;
    if (!isStable(version))
        return 'which is not a stable release';
    return compareVersions(version, from) < 0 ? `which is older than ${from}` : null;
}

;// CONCATENATED MODULE: ./src/project/gitignore-layout.ts
/**
 * `allow-list` for the template's layout since 2.2.2 (everything ignored, a few paths let through), `deny-list`
 * for the older one, in which marshaled files are committed, `none` without rules.
 */
function gitignoreLayout(text) {
    const rules = (text ?? '')
        .replace(/^\uFEFF/, '')
        .split(/\r?\n/)
        .map((line) => line.trimEnd())
        .filter((line) => line !== '' && !line.startsWith('#'));
    if (rules.length === 0)
        return 'none';
    return rules.some((rule) => ['*', '/*', '**', '/**'].includes(rule)) ? 'allow-list' : 'deny-list';
}

;// CONCATENATED MODULE: ./src/project/lock-diff.ts


/**
 * Every package that differs between two locks, by name. `same-version` has another source or archive under the
 * same version; between branches, which have no order, a change counts as `up`.
 */
function diffLocks(before, after) {
    const old = new Map(before.packages.map((locked) => [locked.name, locked]));
    const current = new Map(after.packages.map((locked) => [locked.name, locked]));
    const foreign = new Set([...thirdPartyPackages(before), ...thirdPartyPackages(after)].map(({ name }) => name));
    return [...new Set([...old.keys(), ...current.keys()])].sort().flatMap((name) => {
        const from = old.get(name);
        const to = current.get(name);
        const change = kindOf(from, to);
        if (change === null)
            return [];
        return [{ name, change, from: from?.version ?? null, to: to?.version ?? null, thirdParty: foreign.has(name) }];
    });
}
function kindOf(from, to) {
    if (!to)
        return 'removed';
    if (!from)
        return 'added';
    if (from.version === to.version)
        return referenceOf(from) === referenceOf(to) ? null : 'same-version';
    const [a, b] = [parseComposerVersion(from.version), parseComposerVersion(to.version)];
    return a && b && compareComposerVersions(a, b) > 0 ? 'down' : 'up';
}
function referenceOf({ dist, source }) {
    return [dist?.reference ?? source?.reference, dist?.shasum].join();
}

;// CONCATENATED MODULE: ./src/data/support-dates.json
const support_dates_namespaceObject = /*#__PURE__*/JSON.parse('{"mA":[{"lines":["2.0"],"standard":"2018-03-31","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.1"],"standard":"2019-06-30","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.2"],"standard":"2019-12-01","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.3"],"standard":"2022-09-08","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.0","2.4.1","2.4.2","2.4.3"],"standard":"2022-11-28","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.4"],"standard":"2025-04-12","extended":"2026-04-14","securityOnly":"2027-05-31","cloudEnforcement":"2027-06-01"},{"lines":["2.4.5"],"standard":"2025-08-12","extended":"2026-08-11","securityOnly":"2027-05-31","cloudEnforcement":"2027-06-01"},{"lines":["2.4.6"],"standard":"2026-08-11","extended":"2027-08-31","securityOnly":"2028-05-31","cloudEnforcement":"2028-06-01"},{"lines":["2.4.7"],"standard":"2027-05-31","extended":"2028-05-31","securityOnly":null,"cloudEnforcement":"2028-06-01"},{"lines":["2.4.8"],"standard":"2028-05-31","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.9"],"standard":"2029-05-31","extended":null,"securityOnly":null,"cloudEnforcement":null}]}');
;// CONCATENATED MODULE: ./src/project/support-dates.ts


/** Notice given for a support date that lies at most this many days ahead. */
const noticeDays = 180;
const millisecondsPerDay = 86_400_000;
/** A warning where the support of a version has ended or ends within half a year of `today`, else null. */
function supportNotice(version, today) {
    const line = releaseLine(version);
    const dates = support_dates_namespaceObject.mA.find(({ lines }) => lines.some((known) => line === known || line.startsWith(`${known}.`)));
    if (!dates)
        return null;
    const day = today.toISOString().slice(0, 10);
    const horizon = new Date(today.getTime() + noticeDays * millisecondsPerDay).toISOString().slice(0, 10);
    if (dates.standard > horizon)
        return null;
    const known = [
        `standard support ${ended(dates.standard, day)}`,
        ...(dates.extended === null ? [] : [`extended support ${ended(dates.extended, day)}`]),
        ...(dates.securityOnly === null ? [] : [`security fixes ${ended(dates.securityOnly, day, 'end')}`]),
        ...(dates.cloudEnforcement === null ? [] : [`the platform enforces the upgrade from ${dates.cloudEnforcement}`])
    ];
    return {
        id: 'support-date',
        severity: 'warning',
        message: `${line}: ${known.join(', ')}.`,
        fix: 'Plan the next line: target latest is the one with the longest support.'
    };
}
function ended(date, today, present = 'ends') {
    return date < today ? `ended on ${date}` : `${present} on ${date}`;
}

;// CONCATENATED MODULE: ./src/project/fast-lock.ts



const fast_lock_plugin = 'magento/magento-composer-installer';
const lock = schemas/* looseObject */._H3({ packages: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })) });
const mapSchema = schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP(), schemas/* string */.YjP()])).catch([]);
const ignoreSchema = schemas/* looseObject */._H3({
    extra: schemas/* looseObject */._H3({ 'magento-deploy-ignore': schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())).catch({}).optional() })
        .catch({})
        .optional()
});
/**
 * A composer.lock for `composer install` that holds only what marshaling needs: the plugin and the packages with
 * `extra.map` or `extra.chmod`, without requirements and unwanted destinations. Throws UpgradeError `preflight-failed` for a broken lock.
 */
function filterLockForMarshaling(lockText, { alsoKeep = [], wanted = () => true } = {}) {
    const whole = readJson('composer.lock', lockText, lock);
    const extra = new Set(alsoKeep);
    const kept = whole.packages
        .map((entry) => withWantedMap(entry, wanted))
        .filter((entry) => extra.has(entry.name) || marshals(lockedPackage.parse(entry)));
    const packages = kept.map((entry) => ({ ...entry, require: requirements(lockedPackage.parse(entry), extra) }));
    const emptied = {
        'platform-overrides': undefined,
        'packages-dev': [],
        aliases: [],
        'stability-flags': {},
        platform: {},
        'platform-dev': {}
    };
    return `${JSON.stringify({ ...whole, packages, ...emptied }, null, 4)}\n`;
}
/** The maps of all packages of a lock, without the entries that the root's `magento-deploy-ignore` leaves out. */
function mapEntries(lockText, composerJsonText) {
    const root = readJson('composer.json', composerJsonText, ignoreSchema);
    const ignore = root.extra?.['magento-deploy-ignore'] ?? {};
    return readJson('composer.lock', lockText, composerLock).packages.flatMap(({ name, version, extra }) => {
        const ignored = [...(ignore['*'] ?? []), ...(ignore[name] ?? [])];
        const entries = mapSchema.parse(extra['map']).filter(([, destination]) => !isIgnored(destination, ignored));
        return entries.length > 0 ? [{ package: name, version, entries }] : [];
    });
}
/** A map's destination without leading `/` and `./` and trailing `/`: the plugin takes all of them for the same. */
function trimDestination(destination) {
    return destination.replace(/^(\.?\/)+|\/+$/g, '');
}
function marshals({ name, extra }) {
    return name === fast_lock_plugin || [extra['map'], extra['chmod']].some((value) => Array.isArray(value) && value.length > 0);
}
function withWantedMap(entry, wanted) {
    const { extra } = lockedPackage.parse(entry);
    const map = mapSchema.safeParse(extra['map']);
    if (!map.success || !('map' in extra))
        return entry;
    const kept = map.data.filter(([, destination]) => wanted(destination));
    return kept.length === map.data.length ? entry : { ...entry, extra: { ...extra, map: kept } };
}
function requirements({ name, require }, alsoKeep) {
    const wanted = Object.entries(require).filter(([requirement]) => 
    // Composer sorts autoloaded files by requirement, so programs that run keep theirs.
    name === fast_lock_plugin ? requirement === 'composer-plugin-api' : alsoKeep.has(name) && alsoKeep.has(requirement));
    return Object.fromEntries(wanted);
}
/** The plugin's own test, which is the wrong way round: ignoring `/bin/magento-docker` also skips `/bin/magento`. */
function isIgnored(destination, ignored) {
    const path = `/${destination}`.replaceAll('/./', '/').replaceAll('//', '/');
    return ignored.some((prefix) => prefix.startsWith(path));
}

;// CONCATENATED MODULE: ./src/steps/plan/tracked-marshaled-files.ts

/** Number of tracked files at or below the paths that the lock's base packages map. */
async function trackedMarshaledFiles(git, lockText, composerJsonText) {
    const tracked = (await git.read('ls-files', '-z')).split('\0').filter((path) => path !== '');
    const mapped = new Set(mapEntries(lockText, composerJsonText).flatMap(({ entries }) => entries.map(([, destination]) => destination.replace(/^(\.?\/)+|\/+$/g, ''))));
    return tracked.filter((path) => ancestors(path).some((ancestor) => mapped.has(ancestor))).length;
}
function ancestors(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

;// CONCATENATED MODULE: ./src/steps/plan/describe-plan.ts





/** The plan as it stands in the report. */
async function describe_plan_describePlan(git, resolved) {
    const { project, after, checkout, resolution } = resolved;
    const support = supportNotice(after.product.version, resolved.today);
    return {
        fromVersion: project.product.version,
        toVersion: after.product.version,
        target: resolved.target,
        changed: after.product.version !== project.product.version,
        constraint: resolution.constraint,
        productPin: resolution.productPin,
        metapackage: { from: project.metapackage.version, to: after.metapackage.version },
        eceTools: { from: project.eceTools, to: after.eceTools },
        packageChanges: diffLocks(project, after),
        thirdPartyPackages: thirdPartyPackages(project).map(({ name, version }) => ({ name, version })),
        trackedMarshaledFiles: await trackedMarshaledFiles(git, checkout.composerLock, checkout.composerJson),
        gitignoreLayout: gitignoreLayout(checkout.gitignore),
        migrations: resolved.migrations,
        problems: support ? [support] : []
    };
}

;// CONCATENATED MODULE: ./src/project/composer-problems.ts
const composer_problems_name = String.raw `[a-z0-9][a-z0-9._-]*/[a-z0-9._-]+`;
const failures = [
    [/Allowed memory size|Out of memory/i, 'composer-crashed'],
    [/HTTP(?:\/[0-9.]+)? ?(?:401|403)\b|required authentication|invalid credentials/i, 'composer-credentials'],
    [
        /blocked by your allow-plugins config|affected by security advisories|blocked by security|Higher matching version .* was found/i,
        'composer-policy'
    ],
    [
        /could not be (?:fully )?(?:down)?loaded|could not be accessed|curl error|getaddrinfo|Connection (?:refused|reset|timed out)|HTTP(?:\/[0-9.]+)? ?(?:404|429|5[0-9]{2})\b|Failed to open stream/i,
        'composer-network'
    ],
    // The repository hides the product from keys that are not entitled to it.
    [
        /requires magento\/(?:product-|magento-cloud-|composer-root-).*(?:could not be found in any version|in the lock file but not in remote)/i,
        'composer-credentials'
    ],
    [/could not be resolved to an installable set of packages/i, 'unsatisfiable']
];
/** What kind of failure Composer's output and exit code tell of. */
function classifyComposerFailure(text, exitCode) {
    const found = failures.find(([pattern]) => pattern.test(text));
    if (found)
        return found[1];
    // Composer's own codes: 2 no solution, 100 transport.
    if (exitCode === 2)
        return 'unsatisfiable';
    return exitCode === 100 ? 'composer-network' : 'composer-crashed';
}
/**
 * The reasons of "Your requirements could not be resolved", grouped by the package that causes each problem: the
 * root requirement that is not the platform itself. Wants text that was not wrapped (`COLUMNS=10000`).
 */
function groupComposerProblems(text) {
    const groups = new Map();
    for (const problem of problemsOf(text)) {
        const cause = rootCause(problem);
        const reasons = groups.get(cause) ?? new Set();
        for (const line of tellingLines(problem, cause))
            reasons.add(shorten(line));
        groups.set(cause, reasons);
    }
    return [...groups].map(([cause, reasons]) => ({ package: cause, reasons: [...reasons] }));
}
function problemsOf(text) {
    const problems = [];
    for (const line of text.split(/\r?\n/)) {
        if (/^\s*Problem [0-9]+\s*$/.test(line))
            problems.push([]);
        const [, reason] = /^\s{2,}- (.+?)\s*$/.exec(line) ?? [];
        if (reason !== undefined)
            problems.at(-1)?.push(reason);
    }
    return problems.filter((lines) => lines.length > 0);
}
function rootCause(lines) {
    const required = new RegExp(`^Root composer\\.json requires (?:PHP extension )?(${composer_problems_name}|[a-z0-9-]+)`);
    const found = lines.flatMap((line) => required.exec(line)?.[1] ?? []);
    const locked = lines.flatMap((line) => new RegExp(`^(${composer_problems_name}) is locked to`).exec(line)?.[1] ?? []);
    const named = lines.flatMap((line) => new RegExp(`^(${composer_problems_name})`).exec(line)?.[1] ?? []);
    const all = [...found, ...locked, ...named];
    return all.find((candidate) => !candidate.startsWith('magento/')) ?? all[0] ?? 'composer.json';
}
/** The lines that name the cause itself; what only leads to a satisfiable package says nothing. */
function tellingLines(lines, cause) {
    const own = lines.filter((line) => line.includes(cause) && !/^Root composer\.json .* -> satisfiable by /.test(line));
    return own.length > 0 ? own : lines;
}
function shorten(line) {
    const text = line
        .replace(/ -> satisfiable by .*$/, '')
        .replace(/\[([^\],]+), \.\.\., ([^\]]+)\]/g, ' $1 to $2')
        .replace(/\.$/, '');
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

;// CONCATENATED MODULE: ./src/project/platform-lock.ts

/**
 * Removes the top-level `platform-overrides` from a composer.lock, as a machine that really has that PHP would
 * have written it. All other bytes stay, because Composer's formatting is not JSON.stringify's.
 */
function stripPlatformOverrides(lockText) {
    const tree = (0,main.parseTree)(lockText);
    const property = tree && (0,main.findNodeAtLocation)(tree, ['platform-overrides'])?.parent;
    if (!property)
        return lockText;
    const end = property.offset + property.length;
    const following = /^\s*,/.exec(lockText.slice(end));
    if (following) {
        const rest = lockText.slice(end + following[0].length).replace(/^\s*/, '');
        return lockText.slice(0, property.offset) + rest;
    }
    return lockText.slice(0, property.offset).replace(/,?\s*$/, '') + lockText.slice(end);
}

;// CONCATENATED MODULE: ./src/steps/plan/resolve-packages.ts




const metapackage = 'magento/magento-cloud-metapackage';
const quiet = ['--no-scripts', '--no-plugins'];
/**
 * Lets Composer itself write the requirement and resolve the lock in a scratch checkout, without installing.
 * Throws UpgradeError with Composer's reasons, grouped, where no set of packages fits.
 */
async function resolvePackages(tools, request) {
    const { composer, files } = tools;
    const { folder } = request;
    const put = async (texts) => {
        await files.write(files.join(folder, 'composer.json'), texts.composerJson);
        await files.write(files.join(folder, 'composer.lock'), texts.composerLock);
    };
    await put({ ...request.original, composerJson: request.composerJson });
    try {
        for (const args of requirementCommands(request))
            expectSuccess(await composer.run(folder, args));
        // A platform that the project itself declares replaces ours as a whole, and belongs into its lock. The
        // extensions that it leaves out would be looked for on this machine.
        const own = valueAt(request.composerJson, ['config', 'platform']) !== undefined;
        const platform = own ? ['--ignore-platform-req=ext-*'] : [];
        const update = ['update', '--no-install', '--no-progress', ...platform, ...quiet];
        expectSuccess(await composer.run(folder, update));
        const texts = ['composer.json', 'composer.lock'].map((name) => files.read(files.join(folder, name)));
        const [composerJson, composerLock] = await Promise.all(texts);
        if (composerJson == null || composerLock == null)
            throw noLockWritten();
        return { composerJson, composerLock: own ? composerLock : stripPlatformOverrides(composerLock) };
    }
    finally {
        await put(request.original);
    }
}
function requirementCommands(request) {
    const flags = ['--no-update', ...quiet];
    const commands = [['require', `${metapackage}:${request.constraint}`, ...flags]];
    if (request.productPin !== null)
        commands.push(['require', `${request.productName}:${request.productPin}`, ...flags]);
    else if (request.pinned)
        commands.push(['remove', request.productName, ...flags]);
    return commands;
}
function expectSuccess(result) {
    if (result.exitCode === 0)
        return;
    const text = `${result.stdout}\n${result.stderr}`.trim();
    const code = classifyComposerFailure(text, result.exitCode);
    const reasons = code === 'unsatisfiable' ? groupComposerProblems(text) : [];
    throw new src_errors/* UpgradeError */.f(code, {
        message: reasons.length > 0
            ? `Composer finds no set of packages for the target; ${reasons.map(({ package: name }) => name).join(', ')} stand in the way.`
            : `Composer failed with exit code ${result.exitCode}.`,
        unchanged: 'composer.json, composer.lock and the environment are as they were.',
        next: resolve_packages_nextFor(code),
        problems: reasons.map(({ package: name, reasons: texts }) => ({
            id: 'composer-conflict',
            severity: 'error',
            message: `${name}: ${texts.join('; ')}`,
            fix: `Find a release of ${name} that allows the target, or remove it.`
        })),
        details: text
    });
}
function resolve_packages_nextFor(code) {
    const advice = {
        unsatisfiable: 'Update or remove the packages named above, then plan again.',
        'composer-credentials': 'Check the keys of the Composer repository (composer-username and composer-password), and that their account is entitled to Adobe Commerce.',
        'composer-network': 'Check that this machine reaches the Composer repository, then run again.',
        'composer-policy': 'Read the details: a plugin is not allowed or an advisory blocks a version.',
        'composer-crashed': 'Read the details: Composer itself failed.'
    };
    return advice[code];
}
function noLockWritten() {
    return new src_errors/* UpgradeError */.f('composer-policy', {
        message: 'Composer finished without writing composer.lock.',
        unchanged: 'composer.json, composer.lock and the environment are as they were.',
        next: 'Remove "lock": false from the config section of composer.json.'
    });
}

;// CONCATENATED MODULE: ./src/steps/plan-upgrade.ts










/**
 * Finds out what an upgrade would change and what stands in its way, by letting Composer resolve it in the scratch
 * checkout. Throws UpgradeError: `bad-input` for the target, `preflight-failed` for an upgrade path that has a
 * stop on the way, `unsatisfiable` and its kin for what Composer says, `wrong-version` where the target is missed.
 */
async function planUpgrade(tools, input) {
    const { checkout, project } = input;
    const from = project.product.version;
    const target = await findTarget(tools, input);
    const to = target.productPin ?? target.line;
    const path = checkUpgradePath({ from, to, project, appYamlText: checkout.appYaml });
    const runtime = planRuntime(checkout.appYaml, to, input.updateAppConfig);
    const blocked = preflightError([...path, ...lockProblems(project), ...plan_upgrade_requirements(input, runtime, to)]);
    if (blocked)
        throw blocked;
    const migrated = planMigrations(checkout.composerJson, { from, to });
    const resolved = await resolvePackages(tools, {
        folder: tools.git.folder,
        composerJson: migrated.text,
        constraint: target.constraint,
        productName: project.product.name,
        productPin: target.productPin,
        pinned: project.productPin !== null,
        original: checkout
    });
    const after = checkResolution(resolved, { from, target });
    const same = after.product.version === from;
    const plan = await describe_plan_describePlan(tools.git, {
        ...input,
        resolution: target,
        // Where the product stays, nothing is upgraded: other packages are not moved behind its back.
        after: same ? project : after,
        migrations: same ? [] : [...migrated.migrations, ...runtime.changes]
    });
    const problems = same ? [] : [...path, ...plan_upgrade_requirements(input, runtime, plan.toVersion)];
    return {
        plan: { ...plan, problems: [...problems, ...plan.problems] },
        files: { ...resolved, appYaml: runtime.appYaml }
    };
}
async function findTarget({ composer, git }, { target, project }) {
    const parsed = parseTarget(target);
    // The range forms need no list of versions: the resolver finds the newest by itself.
    const listed = parsed.kind === 'line-newest' || parsed.kind === 'latest-patch';
    const available = listed ? [] : await availableVersions(composer, git.folder, project.product.name);
    return resolveTarget(parsed, project.product.version, available);
}
function plan_upgrade_requirements(input, runtime, target) {
    const { appYaml, servicesYaml } = input.checkout;
    return checkRequirements({
        target,
        appYamlText: runtime.appYaml ?? appYaml,
        servicesYamlText: servicesYaml,
        composerVersion: null
    });
}
function lockProblems(project) {
    if (project.configLock)
        return [];
    return [
        {
            id: 'composer-lock-off',
            severity: 'error',
            message: 'composer.json sets config.lock to false, so Composer writes no composer.lock.',
            fix: 'Run composer config --unset lock and commit composer.json.'
        }
    ];
}

;// CONCATENATED MODULE: ./src/tools/composer-repository.ts
/** Asks a Composer repository for its packages.json with the given keys, and nothing else. Never throws. */
async function probeRepository(url, keys) {
    const basic = keys && Buffer.from(`${keys.username}:${keys.password}`).toString('base64');
    try {
        const response = await fetch(`${url.replace(/\/+$/, '')}/packages.json`, {
            headers: basic === null ? {} : { authorization: `Basic ${basic}` },
            signal: AbortSignal.timeout(30_000)
        });
        await response.body?.cancel();
        return { status: response.status, failure: null };
    }
    catch (error) {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
        return { status: null, failure: cause };
    }
}

;// CONCATENATED MODULE: ./src/tools/ssh-version.ts

/** Version of the OpenSSH client, e.g. `9.2`, or null where there is none. */
async function sshVersion(run, environment) {
    const { stderr, stdout } = await run(['ssh', '-V'], { env: childEnvironment(environment, {}), timeoutSeconds: 10 });
    return /OpenSSH_(\d+\.\d+)/.exec(`${stdout}${stderr}`)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./src/plan-and-check.ts








/**
 * Plans and checks; neither changes anything, and neither hides what the other found: all problems come in one
 * error. Returns the plan.
 */
async function planAndCheck(telling, { project, platform, deploying }) {
    const { timetable, facts } = telling;
    const [planned, checked] = await Promise.allSettled([
        timetable.step('plan', () => plan_and_check_plan(telling, project), plan_and_check_describePlan),
        timetable.step('preflight', () => check(telling, { project, platform, deploying }), describeProblems)
    ]);
    if (planned.status === 'fulfilled')
        facts.plan = planned.value.plan;
    if (checked.status === 'rejected')
        throw checked.reason;
    const problems = [...project.problems, ...checked.value];
    if (planned.status === 'rejected')
        throw withProblems(planned.reason, problems);
    const all = [...problems, ...planned.value.plan.problems];
    const error = preflightError(all);
    if (error)
        throw error;
    facts.warnings = [...facts.warnings, ...all];
    return planned.value;
}
/** The plan alone, as its step. */
function plan_and_check_plan({ options }, project) {
    return planUpgrade({ git: project.scratch, composer: project.composer, files: files_files }, {
        checkout: project.checkout,
        project: project.composerProject,
        target: options.target,
        updateAppConfig: options.updateAppConfig,
        today: new Date()
    });
}
/** What the timetable says of a plan. */
function plan_and_check_describePlan({ plan: { fromVersion, toVersion, changed } }) {
    return changed ? `${fromVersion} to ${toVersion}` : `${fromVersion} is what the target asks for`;
}
function check({ options, context }, { project, platform, deploying }) {
    return checkPreflight({
        git: project.git,
        composer: project.composer,
        files: files_files,
        cloud: platform?.cloud ?? null,
        probe: probeRepository,
        sshVersion: () => sshVersion(createRunCommand(context.signal), context.environment),
        // While it is being deployed, an environment has no logins.
        reach: !deploying && (options.verify || options.backup !== 'off') ? platform : null
    }, {
        ...options,
        deploying,
        eceTools: project.composerProject.eceTools,
        repositories: project.composerProject.repositories,
        auth: project.auth,
        scratch: project.scratch.folder
    });
}
function describeProblems(problems) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const warnings = problems.length - errors;
    return `${errors} ${errors === 1 ? 'problem' : 'problems'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
}
function withProblems(reason, problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (!(reason instanceof src_errors/* UpgradeError */.f) || errors.length === 0)
        return reason;
    const planning = { id: reason.code, severity: 'error', message: reason.message, fix: reason.next };
    return preflightError([...errors, planning, ...reason.problems]);
}

;// CONCATENATED MODULE: ./src/plan.ts



/** Plans an upgrade and changes nothing. The report's `plan` says what would change and what stands in the way. */
function plan_planUpgrade(options, context = {}) {
    return tellStory('plan', options, context, (telling) => withProject(telling, '', async (project) => {
        const { facts, timetable } = telling;
        facts.branch = project.branch || null;
        const planned = await timetable.step('plan', () => plan(telling, project), describePlan);
        facts.plan = planned.plan;
        facts.warnings = [...project.problems];
        facts.verdict = planned.plan.changed ? 'planned' : 'up-to-date';
    }));
}

// EXTERNAL MODULE: ./src/render-summary.ts + 8 modules
var render_summary = __webpack_require__(180);
// EXTERNAL MODULE: ./src/render/describe-recovery.ts
var describe_recovery = __webpack_require__(8283);
// EXTERNAL MODULE: ./src/render/visible-text.ts
var visible_text = __webpack_require__(2284);
;// CONCATENATED MODULE: ./src/render-text.ts








/** A report as plain text for the terminal: verdict first, then what explains it, what to do next last. */
function renderText(report) {
    const { error, plan, backup, recovery } = report;
    const phases = describePhases(report.deployment);
    const lines = [
        headline(report),
        ...steps(report),
        ...section('Phases of the deployment', phases === '' ? [] : [phases]),
        ...section('Packages', plan?.changed ? [countChanges(plan)] : []),
        ...section('Backup', describeBackup(backup)),
        ...section('Warnings', otherWarnings(report).map(telling)),
        ...section(`Deployment: ${report.deployment?.verdict ?? ''}`, deploymentReasons(report)),
        ...section('Findings, the likeliest cause first', report.findings.flatMap(render_text_finding)),
        ...section('Problems', errorsFirst(error?.problems ?? []).map((problem) => `${problem.severity}: ${telling(problem)}`)),
        ...section('Details', error?.details ? error.details.split('\n').slice(0, 40) : []),
        ...section('Recovery', recovery ? [describeRecovery(recovery), ...recovery.dataCommands] : []),
        ...(error
            ? ['', `Unchanged: ${error.unchanged}`, `Next: ${error.next}`, `Code: ${error.code} (exit ${error.exitCode})`]
            : [])
    ];
    return `${visibleText(lines.join('\n'))}\n`;
}
function errorsFirst(problems) {
    return problems.toSorted((a, b) => a.severity.localeCompare(b.severity));
}
function telling({ message, fix }) {
    return `${message} ${fix}`;
}
function render_text_finding({ title, source, evidence, meaning, next }, index) {
    // A flag is its own evidence.
    const shown = source.startsWith(evidence) ? [] : evidence.split('\n').filter((line) => line.trim() !== '');
    return [
        `${index + 1}. ${title} (${source})`,
        ...shown.slice(0, 8).map((line) => `   | ${line}`),
        `   ${meaning}`,
        `   next: ${next}`
    ];
}
function steps({ steps: list }) {
    const marks = { done: '✓', skipped: '-', failed: '✗' };
    return section('Steps', list.map(({ step, outcome, seconds, note }) => `${marks[outcome]} ${step.padEnd(9)} ${(outcome === 'skipped' ? '' : renderSeconds(seconds)).padStart(8)}  ${render_text_inShort(note, outcome)}`));
}
// A failure is told in full above and below.
function render_text_inShort(note, outcome) {
    const line = note.split('\n')[0] ?? '';
    return outcome === 'failed' ? (/^.*?\.(?= |$)/.exec(line)?.[0] ?? line) : line;
}
function section(title, lines) {
    return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}

;// CONCATENATED MODULE: ./src/keep-backups.ts


/** The backups in a folder, the newest first. Throws UpgradeError `bad-input` where there is no such folder. */
function keep_backups_listBackups(directory) {
    return list(files, directory);
}
/**
 * Removes the backups that neither rule of `retention` keeps; the newest proven one of an environment always stays.
 * With `dryRun` it only tells. Throws UpgradeError `bad-input` where there is no such folder.
 */
function keep_backups_pruneBackups(directory, { dryRun, ...retention }) {
    return prune(files, directory, { retention, now: new Date(), dryRun });
}

;// CONCATENATED MODULE: ./src/tools/github.ts
/** A client with one token; the library behind it is loaded when it is first needed, since that takes a while. */
function createGitHub({ token, apiUrl }) {
    const open = async () => {
        const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
        return getOctokit(token.reveal(), { baseUrl: apiUrl }).rest;
    };
    return {
        isPublic: async (repository) => !(await (await open()).repos.get(repository)).data.private,
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

;// CONCATENATED MODULE: ./src/repository-visibility.ts


/** Whether a repository is public; null where there is no token, or GitHub does not answer with it. */
async function isPublicRepository(repository, { token, apiUrl }) {
    const secret = typeof token === 'string' ? new src_secret/* Secret */.z(token) : token;
    if (secret.isEmpty)
        return null;
    return createGitHub({ token: secret, apiUrl })
        .isPublic(repository)
        .catch(() => null);
}

;// CONCATENATED MODULE: ./src/steps/restore-backup.ts



const restore_backup_timeoutSeconds = (/* unused pure expression or super */ null && (6 * 3600));
/** What a restore would do, for a person to read. */
function restore_backup_describeRestore({ manifest, dumps }, environment) {
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
    restore_backup_expectConfirmed(backup, target);
    for (const { relationship, path } of backup.dumps) {
        const dump = backup.manifest.dumps.find((candidate) => candidate.relationship === relationship);
        if (dump !== undefined)
            await load(tools, { dump, path, target });
    }
}
/** Throws UpgradeError `bad-input` where the typed name is not the environment's, or a dump cannot be read. */
function restore_backup_expectConfirmed(backup, target) {
    if (target.environment === '' || target.confirm !== target.environment)
        throw unconfirmed(backup, target);
    const unreadable = backup.dumps.filter(({ depth }) => depth === 'file');
    if (unreadable.length > 0)
        throw locked(unreadable.map(({ path }) => path));
}
async function load({ ssh, dumpFiles }, { dump, path, target }) {
    const source = dumpFiles.compressed(path, dump.encryption === 'age' ? target.identity : null);
    const result = await ssh.feed(target.host, restoreScript(dump.relationship), source, { timeoutSeconds: restore_backup_timeoutSeconds });
    const answer = parseRemoteAnswer(result.stdout);
    const restored = new Set(answer.all('objects'));
    const missing = [...dump.tables, ...dump.views].filter((name) => !restored.has(name));
    const why = answer.one('failure') ?? (answer.one('done') === null ? (result.failure ?? 'the script ended early') : null);
    if (why === null && missing.length === 0)
        return;
    throw new UpgradeError('backup-failed', {
        message: `The database of ${dump.relationship} in ${target.environment} was not restored: ${why ?? `it lacks ${missing.slice(0, 10).join(', ')}`}.`,
        unchanged: `The backup ${path} is as it was. The database may be restored by half.`,
        next: 'Mend what is named above and run the same command again; it starts afresh.'
    });
}
function unconfirmed(backup, { environment, confirm }) {
    return new UpgradeError('bad-input', {
        message: `A restore has to be confirmed with the name of the environment${confirm === '' ? '' : `; ${confirm} is not it`}.\n${restore_backup_describeRestore(backup, environment)}`,
        unchanged: 'Nothing was changed.',
        next: `If this is what you want, add --confirm ${environment}.`
    });
}
function locked(paths) {
    return new UpgradeError('bad-input', {
        message: `${paths.join(', ')} is encrypted.`,
        unchanged: 'Nothing was changed.',
        next: 'Add --identity with the file that holds the age identity (AGE-SECRET-KEY-1…).'
    });
}

;// CONCATENATED MODULE: ./src/verify-backup.ts



/**
 * Reads a backup on this machine again, offline: every checksum and every proof that the stream holds. Returns what
 * was checked. Throws UpgradeError `bad-input` where there is no backup, `backup-unproven` with every difference.
 */
async function verifyBackup({ path, identityFile = '' }) {
    return checkBackup({ files, dumpFiles }, path, await verify_backup_readIdentity(identityFile));
}
/** Text of an identity file, or null where none was named. */
async function verify_backup_readIdentity(path) {
    return path === '' ? null : ((await files.read(files.resolve(path))) ?? null);
}

;// CONCATENATED MODULE: ./src/restore-backup.ts








/**
 * Loads the databases of a backup into the environment of `options`, after the backup was read again. No upgrade ever
 * calls this. Comes back with a report, whose `error` says what went wrong.
 */
function restore_backup_restoreBackup(request, options, context = {}) {
    return tellStory('restore', options, context, async (telling) => {
        const identity = await readIdentity(request.identityFile ?? '');
        const backup = await telling.timetable.step('backup', () => checkBackup({ files, dumpFiles }, request.path, identity), ({ dumps }) => `${dumps.length} ${dumps.length === 1 ? 'dump' : 'dumps'} read again`);
        const { environment } = telling.options;
        telling.context.logger.info(describeRestore(backup, environment));
        const target = { environment, confirm: request.confirm, identity };
        expectConfirmed(backup, target);
        await withReach(telling, [], async (reach) => {
            const [host] = await reach.hosts();
            if (host === undefined)
                throw dumpFailure('the environment has no SSH login');
            await restore({ ssh: await reach.ssh(), dumpFiles }, backup, { ...target, host });
        });
        telling.facts.verdict = 'restored';
    });
}

;// CONCATENATED MODULE: ./src/project/index-guard.ts
const neverCommitted = [
    [/(^|\/)auth\.json$/, 'repository keys'],
    [/^app\/etc\/env\.php(\.bak)?$/, 'the crypt key and database password'],
    [/(^|\/)\.env$/, 'environment secrets'],
    [/^vendor\//, 'installed packages']
];
const unlessMapped = [
    [/\.(sql|dump)(\.(gz|zst|bz2|xz|zip))?$/i, 'a database dump'],
    [/(^|\/)id_(rsa|dsa|ecdsa|ed25519)$/, 'a private SSH key'],
    [/\.(pem|key|p12|pfx)$/i, 'a private key']
];
const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;
const dumpHead = /^-- (?:MySQL|MariaDB) dump /m;
/**
 * Why a file must not be committed, or null. `secretForms` are all forms of the live secrets of this run.
 */
function refuseStaged(file, secretForms) {
    if (secretForms.some((form) => file.text.includes(form)))
        return 'holds a secret of this run';
    const names = file.mapped ? neverCommitted : [...neverCommitted, ...unlessMapped];
    const name = names.find(([pattern]) => pattern.test(file.path));
    if (name && !file.tracked)
        return `looks like ${name[1]}`;
    if (file.mapped)
        return null;
    if (privateKey.test(file.text))
        return 'holds a private key';
    if (dumpHead.test(file.text.slice(0, 4096)))
        return 'is a database dump';
    return null;
}

;// CONCATENATED MODULE: ./src/steps/commit/author-arguments.ts

const author_arguments_form = /^([^<>\n]+?)\s*<([^<>\s]+@[^<>\s]+)>$/;
// The public identity of the GitHub Actions bot, so that commits from workflows show as its.
const bot = { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' };
/**
 * Who commits: `author` where given as `Name <email>`, else git's own identity (its variables go before its
 * configuration), else the GitHub Actions bot.
 * Throws UpgradeError `bad-input` for another form.
 */
async function authorArguments(git, author) {
    const match = author_arguments_form.exec(author);
    if (author !== '' && !match) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: `commit-author is not of the form Name <email>: ${author}`,
            unchanged: 'Nothing was changed.',
            next: 'Set commit-author to something like: Release Team <release@example.com>'
        });
    }
    const wanted = match ? ['GIT_COMMITTER_IDENT'] : ['GIT_COMMITTER_IDENT', 'GIT_AUTHOR_IDENT'];
    const known = await Promise.all(wanted.map((ident) => git.run('var', ident)));
    const fallback = match ? { name: match[1] ?? '', email: match[2] ?? '' } : bot;
    // Where GIT_AUTHOR_* or GIT_COMMITTER_* name one of both, the fallback is for the other: variables go before it.
    const isKnown = known.every(({ exitCode }) => exitCode === 0);
    const config = isKnown ? [] : ['-c', `user.name=${fallback.name}`, '-c', `user.email=${fallback.email}`];
    return { config, author: match ? ['--author', author] : [] };
}

;// CONCATENATED MODULE: ./src/steps/commit-upgrade.ts




/**
 * Stages exactly what the update wrote and removed, scans it and commits. Returns the commit's SHA, or null
 * where nothing differs from HEAD. Throws UpgradeError `commit-refused` with every offending path; the index is
 * then as it was.
 */
async function commitUpgrade(tools, input) {
    const { git } = tools;
    const paths = [...input.update.writtenFiles, ...input.update.removedFiles];
    if (paths.length > 0) {
        await git.feed(paths.join('\0'), '--literal-pathspecs', 'add', '--all', '--pathspec-from-file=-', '--pathspec-file-nul');
    }
    const staged = await stagedPaths(git);
    if (staged.length === 0)
        return null;
    await scan(tools, staged, input);
    await commit(git, input);
    return (await git.read('rev-parse', 'HEAD')).trim();
}
async function stagedPaths(git) {
    const text = await git.read('diff', '--cached', '--name-only', '--no-renames', '-z', 'HEAD');
    return text.split('\0').filter((path) => path !== '');
}
async function scan(tools, staged, input) {
    const { git, files } = tools;
    const forms = input.secrets.flatMap((secret) => secretForms(secret));
    const tracked = new Set((await git.read('ls-tree', '-r', '-z', '--name-only', 'HEAD')).split('\0'));
    const planned = new Set(['composer.json', 'composer.lock', '.magento.app.yaml']);
    const refusals = [];
    const words = { 'the commit message': commit_upgrade_textOf(input), 'commit-author': input.author };
    for (const [name, text] of Object.entries(words))
        if (forms.some((form) => text.includes(form)))
            refusals.push(`${name} holds a secret of this run`);
    for (const path of staged) {
        const text = (await files.read(files.join(git.folder, path))) ?? '';
        const mapped = !planned.has(path) && input.update.writtenFiles.includes(path);
        const reason = refuseStaged({ path, text, mapped, tracked: tracked.has(path) }, forms);
        if (reason !== null)
            refusals.push(`${path} ${reason}`);
    }
    if (refusals.length === 0)
        return;
    await git.run('reset', '--quiet');
    throw new src_errors/* UpgradeError */.f('commit-refused', {
        message: `${refusals.length} ${refusals.length === 1 ? 'thing' : 'things'} must not be committed: ${refusals.slice(0, 20).join('; ')}.`,
        unchanged: 'Nothing was committed or pushed; the index is as it was.',
        next: 'Remove what is named above from the project or the options, then run again.'
    });
}
async function commit(git, input) {
    const { config, author } = await authorArguments(git, input.author);
    const result = await git.run(...config, 'commit', '--quiet', ...author, '--message', commit_upgrade_textOf(input));
    if (result.exitCode === 0)
        return;
    throw new src_errors/* UpgradeError */.f('commit-refused', {
        message: 'git refused the commit; a hook or the signing configuration of this repository stands in the way.',
        unchanged: 'Nothing was committed or pushed; the branch and the environment are as they were.',
        next: 'Read the details, mend the hook or the configuration, then run again.',
        details: result.stderr
    });
}
function commit_upgrade_textOf({ message, trailers }) {
    return trailers.length > 0 ? `${message}\n\n${trailers.join('\n')}\n` : `${message}\n`;
}

;// CONCATENATED MODULE: ./src/project/classify-changes.ts
// Written by the marshaling plugin and by the template's ece-tools script beside the map.
const generated = new Set(['app/etc/vendor_path.php', '.magento.env.md', '.magento.env.yaml.dist', 'var/.regenerate']);
/** Tells what Composer and the plan changed from what must be put back and from what nobody planned. */
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
    // Some base packages map .gitignore and .github over the project's own; those are never theirs to change.
    if (path === '.gitignore' || path.startsWith('.github/'))
        return isNew ? 'ignore' : 'restore';
    if (path.startsWith('vendor/'))
        return isNew ? 'ignore' : 'unexpected';
    if (status.includes('D'))
        return checkout.oldMapped.has(path) ? 'removed' : 'restore';
    const mapped = checkout.newMapped.has(path) || checkout.oldMapped.has(path);
    return mapped || generated.has(path) ? 'written' : 'unexpected';
}

;// CONCATENATED MODULE: ./src/project/composer-scripts.ts

const events = ['post-install-cmd', 'post-update-cmd', 'pre-install-cmd', 'pre-update-cmd', 'post-autoload-dump'];
const root = schemas/* looseObject */._H3({
    scripts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]))
        .catch({})
        .optional()
});
function scriptsOf(composerJsonText) {
    const { scripts = {} } = root.parse(JSON.parse(composerJsonText));
    return events.flatMap((event) => scripts[event] ?? []);
}
/** Scripts that run with an update, other than the template's own `ece-tools schema:generate`. */
function scriptsBeyondTemplate(composerJsonText) {
    return scriptsOf(composerJsonText).filter((script) => !script.includes('ece-tools schema:generate'));
}
/** Whether the template's script runs, which writes `.magento.env.md` into the project root. */
function generatesEnvironmentSchema(composerJsonText) {
    return scriptsOf(composerJsonText).some((script) => script.includes('ece-tools schema:generate'));
}

;// CONCATENATED MODULE: ./src/steps/update/choose-install-mode.ts

/**
 * fast, unless composer.json runs scripts of its own after an update: what those write is known only once
 * everything is installed.
 */
function chooseInstallMode(input) {
    if (input.mode === 'full')
        return { mode: 'full', problems: [] };
    const scripts = scriptsBeyondTemplate(input.after.composerJson);
    if (scripts.length === 0)
        return { mode: 'fast', problems: [] };
    return {
        mode: 'full',
        problems: [
            {
                id: 'install-mode',
                severity: 'warning',
                message: `composer.json runs scripts after an update (${scripts.join('; ')}), so everything was installed instead of the marshaled packages alone.`,
                fix: 'Set install: full to hide this notice.'
            }
        ]
    };
}

;// CONCATENATED MODULE: ./src/project/fast-root.ts

const fast_root_root = schemas/* looseObject */._H3({});
const fast_root_kept = ['name', 'extra', 'config', 'minimum-stability', 'prefer-stable', 'repositories'];
/**
 * The composer.json that goes with a filtered lock: what steers plugins and downloads stays, requirements,
 * scripts and autoloading go.
 */
function filterRootForMarshaling(composerJsonText) {
    const composer = fast_root_root.parse(JSON.parse(composerJsonText));
    const entries = Object.entries(composer).filter(([key]) => fast_root_kept.includes(key));
    return JSON.stringify(Object.fromEntries(entries), null, 4);
}

;// CONCATENATED MODULE: ./src/steps/update/install-maps.ts



/**
 * `composer install` of a lock that holds only the marshaling plugin and the packages with a map: the plugin
 * itself copies and cleans, exactly as in a full installation. The filtered files lie outside the checkout.
 */
async function installMaps(tools, installation) {
    const { composer, files } = tools;
    const { folder, alsoKeep, wanted } = installation;
    const scratch = await files.privateFolder('lock');
    try {
        await files.write(files.join(scratch, 'root.json'), filterRootForMarshaling(installation.composerJson));
        await files.write(files.join(scratch, 'root.lock'), filterLockForMarshaling(installation.composerLock, { alsoKeep, wanted }));
        const autoloader = alsoKeep.length > 0 ? [] : ['--no-autoloader'];
        const args = ['install', '--no-dev', '--no-scripts', '--no-progress', ...autoloader];
        expectInstalled(await composer.run(folder, args, { composerFile: files.join(scratch, 'root.json') }));
    }
    finally {
        await files.remove(scratch);
    }
}
/** Throws UpgradeError `composer-crashed` where a `composer install` or `update` failed. */
function expectInstalled(result) {
    if (result.exitCode === 0)
        return;
    throw new src_errors/* UpgradeError */.f('composer-crashed', {
        message: `Composer could not install the packages (exit code ${result.exitCode}).`,
        unchanged: 'The checkout, the branch and the environment are as they were.',
        next: 'Read the details, then run again.',
        details: `${result.stdout}\n${result.stderr}`.trim()
    });
}

;// CONCATENATED MODULE: ./src/steps/update/mapped-files.ts

/**
 * The files, relative to the checkout, that the installed base packages of `lockText` map: what marshaling
 * copies for this version. Directories are followed in vendor/, because maps name folders, not files.
 */
async function mappedFiles(files, folder, lockText, composerJsonText) {
    const entries = mapEntries(lockText, composerJsonText).flatMap(({ package: name, entries }) => entries.map(([source, destination]) => ({ root: files.join(folder, 'vendor', name), source, destination })));
    const lists = await Promise.all(entries.map((entry) => expand(files, entry)));
    return new Set(lists.flat());
}
async function expand(files, entry) {
    // A glob source: everything below the folder before the wildcard is taken, which is more rather than less.
    const source = entry.source.replace(/\/?[^/]*\*.*$/, '');
    const found = await files.list(files.join(entry.root, source));
    const base = trimDestination(entry.destination);
    const target = entry.destination.endsWith('/') && found[0] === '' ? `${base}/${source.split('/').at(-1) ?? ''}` : base;
    return found.map((file) => trimDestination(file === '' ? target : `${base}/${file}`));
}

;// CONCATENATED MODULE: ./src/steps/update/visible-destinations.ts

// Marshaling writes app/etc/vendor_path.php only where app/etc is, and complains of a missing bin/magento.
const always = ['app/etc', 'bin'];
/**
 * Tells which destinations of a map git can see: those that are tracked, or hold a tracked file, or are not ignored.
 * Below an ignored folder nothing can be made visible again (gitignore(5)), so that marshaling there cannot change
 * the index, and is not worth its thousands of files. Where git does not answer, everything counts as visible.
 */
async function visibleDestinations(git, destinations) {
    const paths = [...new Set(destinations.map(trimDestination))].filter((path) => path !== '');
    const tracked = (await git.read('ls-files', '-z')).split('\0');
    // A destination may be a file or a folder; patterns can tell them apart.
    const forms = paths.flatMap((path) => [path, `${path}/`]);
    const answer = await git.run('check-ignore', '--no-index', '--', ...forms);
    const ignored = new Set(answer.exitCode === 0 ? answer.stdout.split('\n') : []);
    const hidden = new Set(paths.filter((path) => ignored.has(path) && ignored.has(`${path}/`) && ![...always, ...tracked].some((other) => overlaps(path, other))));
    return (destination) => !hidden.has(trimDestination(destination));
}
function overlaps(path, other) {
    return path === other || other.startsWith(`${path}/`) || (always.includes(other) && path.startsWith(`${other}/`));
}

;// CONCATENATED MODULE: ./src/steps/update/install-fast.ts






/** Installs the maps of the old lock, then those of the new one, so that the plugin cleans and copies. */
async function installFast(tools, input) {
    const { git, files } = tools;
    const { folder } = git;
    // Both installs are steered by the new composer.json: its deploy-ignore protects .gitignore from the old map.
    const { composerJson } = input.after;
    const [before, after] = [input.before.composerLock, input.after.composerLock];
    const wanted = await visibleDestinations(git, [before, after].flatMap((lock) => destinations(lock, composerJson)));
    const marshaled = (lock) => mappedFiles(files, folder, filterLockForMarshaling(lock, { wanted }), composerJson);
    await installMaps(tools, { folder, composerJson, composerLock: before, alsoKeep: [], wanted });
    const oldMapped = await marshaled(before);
    const schema = await environmentSchemaPackages(tools, input);
    await installMaps(tools, { folder, composerJson, composerLock: after, alsoKeep: schema, wanted });
    if (schema.length > 0)
        expectInstalled(await tools.composer.php(folder, ['./vendor/bin/ece-tools', 'schema:generate']));
    return { oldMapped, newMapped: await marshaled(after) };
}
function destinations(lock, composerJson) {
    return mapEntries(lock, composerJson).flatMap(({ entries }) => entries.map(([, destination]) => destination));
}
/** ece-tools and what it needs, where its `.magento.env.md` would be committed: layouts that do not ignore it. */
async function environmentSchemaPackages({ git }, { after }) {
    if (!generatesEnvironmentSchema(after.composerJson))
        return [];
    const ignored = await git.run('check-ignore', '--quiet', '.magento.env.md');
    if (ignored.exitCode === 0)
        return [];
    return [...closure(lockedPackages(after.composerLock), 'magento/ece-tools')];
}

;// CONCATENATED MODULE: ./src/steps/update/install-full.ts



/** The documented way: the old version is installed, then `composer update` brings the new one. */
async function installFull(tools, input) {
    const { git, composer, files, logger } = tools;
    const { folder } = git;
    const write = (name, text) => files.write(files.join(folder, name), text);
    const onLine = (line) => {
        logger.debug(line);
    };
    // A lock is installed as it is: what this machine lacks of the Cloud's platform must not stand in the way.
    expectInstalled(await composer.run(folder, ['install', '--no-progress', '--ignore-platform-reqs'], { onLine }));
    const oldMapped = await mappedFiles(files, folder, input.before.composerLock, input.after.composerJson);
    // A base package may have mapped its own .gitignore; git must judge by the project's.
    await git.run('checkout', '--quiet', 'HEAD', '--', '.gitignore');
    await write('composer.json', input.after.composerJson);
    // A platform that the project itself declares replaces ours as a whole: see the resolution.
    const own = valueAt(input.after.composerJson, ['config', 'platform']) !== undefined;
    const platform = own ? ['--ignore-platform-req=ext-*'] : [];
    expectInstalled(await composer.run(folder, ['update', '--no-progress', ...platform], { onLine }));
    return { oldMapped, newMapped: await mappedFiles(files, folder, input.after.composerLock, input.after.composerJson) };
}

;// CONCATENATED MODULE: ./src/steps/update-dependencies.ts





/**
 * Writes composer.json, composer.lock and the marshaled files of the new version into the scratch checkout.
 * Throws UpgradeError `composer-crashed` where files of the map are missing afterwards and `commit-refused`
 * where something changed that nobody planned.
 */
async function updateDependencies(tools, input) {
    const { git, files } = tools;
    const { mode, problems } = chooseInstallMode(input);
    const install = mode === 'fast' ? installFast : installFull;
    const { oldMapped, newMapped } = await install(tools, input);
    await writePlanned(tools, input);
    const planned = new Set([
        'composer.json',
        'composer.lock',
        ...(input.after.appYaml === null ? [] : ['.magento.app.yaml'])
    ]);
    // .gitignore decides what git sees: it has to be the project's own again before anything is judged.
    await git.run('checkout', '--quiet', 'HEAD', '--', '.gitignore');
    const changes = classifyChanges({ entries: await git.status(), oldMapped, newMapped, planned });
    await update_dependencies_restore(git, changes.restore);
    await expectMarshaled(files, git.folder, newMapped);
    refuseUnexpected(changes);
    return {
        mode,
        lockedVersion: input.toVersion,
        writtenFiles: [...changes.written],
        removedFiles: [...changes.removed],
        restoredFiles: [...changes.restore],
        mappedFiles: newMapped.size,
        problems: [...problems, ...restoredNotice(changes)]
    };
}
async function writePlanned({ git, files }, { after }) {
    const write = (name, text) => files.write(files.join(git.folder, name), text);
    await write('composer.json', after.composerJson);
    await write('composer.lock', after.composerLock);
    if (after.appYaml !== null)
        await write('.magento.app.yaml', after.appYaml);
}
async function update_dependencies_restore(git, paths) {
    if (paths.length === 0)
        return;
    await git.feed(paths.join('\0'), 'checkout', '--quiet', 'HEAD', '--pathspec-from-file=-', '--pathspec-file-nul');
}
async function expectMarshaled(files, folder, mapped) {
    const present = await Promise.all([...mapped].map((path) => files.exists(files.join(folder, path))));
    const missing = [...mapped].filter((_, index) => !present[index]);
    const essential = ['bin/magento', 'app/etc/di.xml', 'app/etc/vendor_path.php'].filter((path) => missing.includes(path));
    if (missing.length === 0 && mapped.has('bin/magento'))
        return;
    throw new src_errors/* UpgradeError */.f('composer-crashed', {
        message: `Composer finished, but ${missing.length} of ${mapped.size} mapped files are missing: ${[...essential, ...missing].slice(0, 5).join(', ')}.`,
        unchanged: 'The branch and the environment are as they were; nothing was committed.',
        next: 'Check config.allow-plugins and extra.magento-deploystrategy in composer.json.'
    });
}
function refuseUnexpected(changes) {
    if (changes.unexpected.length === 0)
        return;
    throw new src_errors/* UpgradeError */.f('commit-refused', {
        message: `The update changed ${changes.unexpected.length} files that neither Composer's maps nor the plan explain: ${changes.unexpected.slice(0, 20).join(', ')}.`,
        unchanged: 'Nothing was committed; the branch and the environment are as they were.',
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
            message: `Composer touched ${changes.restore.length} of the project's own files; they were put back: ${changes.restore.slice(0, 5).join(', ')}.`,
            fix: 'Nothing to do.'
        }
    ];
}

;// CONCATENATED MODULE: ./src/make-commit.ts




/**
 * Backs up and updates at the same time, one on the environment, the other in the scratch checkout, and commits
 * only where both are good. Returns the commit, or null where nothing differs.
 */
async function makeCommit(telling, parts) {
    const { timetable, facts } = telling;
    const [backup, update] = await Promise.allSettled([
        backUpEnvironment(telling, parts.platform, parts.project.base),
        timetable.step('update', () => runUpdate(telling, parts), noteOf)
    ]);
    if (backup.status === 'fulfilled')
        facts.backup = backup.value;
    if (update.status === 'fulfilled')
        facts.update = update.value;
    if (backup.status === 'rejected')
        throw backup.reason;
    if (update.status === 'rejected')
        throw update.reason;
    return timetable.step('commit', () => make_commit_commit(telling, parts, backup.value, update.value), (sha) => sha?.slice(0, 12) ?? 'nothing changed');
}
function runUpdate({ options, context }, { project, planned }) {
    return updateDependencies({ git: project.scratch, composer: project.composer, files: files_files, logger: context.logger }, {
        mode: options.install,
        before: project.checkout,
        after: planned.files,
        toVersion: planned.plan.toVersion
    });
}
function noteOf(update) {
    return `${update.mode}: ${update.writtenFiles.length} files written, ${update.removedFiles.length} removed`;
}
function make_commit_commit(telling, { project, planned }, backup, update) {
    const { options, secrets } = telling;
    const { fromVersion, toVersion } = planned.plan;
    const message = options.commitMessage.replaceAll('{from}', fromVersion).replaceAll('{to}', toVersion);
    const proof = [backup.strategy, backup.state, backup.sha256 === null ? '' : `sha256:${backup.sha256}`]
        .filter((part) => part !== '' && part !== 'none')
        .join(' ');
    const trailers = [`Upgraded-From: ${fromVersion}`, `Upgraded-To: ${toVersion}`, `Database-Backup: ${proof}`];
    return commitUpgrade({ git: project.scratch, files: files_files }, { update, message, author: options.commitAuthor, trailers, secrets });
}

;// CONCATENATED MODULE: ./src/join-pull-request-branch.ts

/**
 * The commit to push to the branch of a pull request. Where an earlier run left the branch somewhere else, it is a
 * commit with the files of `commit` that follows on both, because a branch is never pushed by force; where the branch
 * holds the very files already, it is the branch's own commit.
 */
async function joinPullRequestBranch({ git }, target) {
    const { remote, branch, commit } = target;
    const tip = await remoteCommit(git, remote, branch);
    if (tip === null)
        return commit;
    await git.read('fetch', '--quiet', remote, `refs/heads/${branch}`);
    const treeOf = async (name) => (await git.read('rev-parse', `${name}^{tree}`)).trim();
    const [ours, theirs] = await Promise.all([treeOf(commit), treeOf(tip)]);
    if (ours === theirs)
        return tip;
    const message = (await git.read('log', '-1', '--format=%B', commit)).trim();
    // The committer of the upgrade's own commit, so that a runner without an identity can do this too.
    const [name = '', email = ''] = (await git.read('log', '-1', '--format=%cn%n%ce', commit)).trim().split('\n');
    const identity = ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
    return (await git.read(...identity, 'commit-tree', ours, '-p', tip, '-p', commit, '-m', message)).trim();
}

;// CONCATENATED MODULE: ./src/project/github-repository.ts
/** The repository that a remote URL names, over https or ssh, or null for anything else. */
function githubRepository(url) {
    const match = /^(?:https?:\/\/(?:[^@/]+@)?[^/]+\/|ssh:\/\/[^/]+\/|[^@/]+@[^:/]+:)([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.trim());
    const [, owner, repo] = match ?? [];
    return owner !== undefined && repo !== undefined ? { owner, repo } : null;
}

// EXTERNAL MODULE: ./src/render/markdown.ts
var markdown = __webpack_require__(2495);
;// CONCATENATED MODULE: ./src/render-plan.ts

/** A plan as Markdown for a pull request: versions, what comes along, what to look at before merging. */
function renderPlan(plan) {
    const moved = plan.packageChanges.filter(({ thirdParty }) => thirdParty);
    const rows = moved.map(({ name, from, to }) => `| ${(0,markdown/* inline */.mG)(name)} | ${(0,markdown/* inline */.mG)(from ?? 'new')} | ${(0,markdown/* inline */.mG)(to ?? 'removed')} |`);
    return [
        `**${(0,markdown/* inline */.mG)(plan.fromVersion)} → ${(0,markdown/* inline */.mG)(plan.toVersion)}**, ${plan.packageChanges.length} packages change.`,
        ...render_plan_section('Extensions that move along', rows.length > 0 ? ['| package | from | to |', '|---|---|---|', ...rows] : []),
        ...render_plan_section('Changes to the configuration', plan.migrations.map(({ file, description }) => `- ${(0,markdown/* inline */.mG)(file)}: ${(0,markdown/* inline */.mG)(description)}`)),
        ...render_plan_section('Before you merge', plan.problems.map(({ message, fix }) => `- ${(0,markdown/* inline */.mG)(`${message} ${fix}`)}`))
    ].join('\n');
}
function render_plan_section(title, lines) {
    return lines.length > 0 ? ['', `### ${title}`, '', ...lines] : [];
}

;// CONCATENATED MODULE: ./src/open-pull-request.ts




/** Opens the pull request of `branch`, or brings the one that is open up to date. */
async function openPullRequest({ options, context }, project, branch, plan) {
    const { environment, logger } = context;
    const url = (await project.git.read('remote', 'get-url', options.remote)).trim();
    const [owner, repo] = environment['GITHUB_REPOSITORY']?.split('/') ?? [];
    const repository = owner && repo ? { owner, repo } : githubRepository(url);
    if (repository === null) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: `The remote ${options.remote} is no GitHub repository, so there can be no pull request.`,
            unchanged: `The branch ${branch} was pushed; nothing else was changed.`,
            next: 'Set GITHUB_REPOSITORY to OWNER/NAME, or pull-request: false.'
        });
    }
    const github = createGitHub({
        token: options.githubToken,
        apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com'
    });
    const title = `Upgrade Adobe Commerce from ${plan.fromVersion} to ${plan.toVersion}`;
    const { created, url: address } = await github.upsertPullRequest({
        ...repository,
        head: branch,
        base: project.branch,
        title,
        body: renderPlan(plan)
    });
    logger.info(`${created ? 'Opened' : 'Updated'} the pull request ${address}`);
}

;// CONCATENATED MODULE: ./src/publish-commit.ts



/**
 * Tags the commit that is live, pushes the new one, to the Cloud remote too where one is named, and opens the pull
 * request. Returns whether anything was pushed.
 */
async function publishCommit(telling, publication) {
    const { options, facts, timetable } = telling;
    const { project, planned } = publication;
    if (!options.push) {
        timetable.skip('push', 'push: false');
        await project.git.read('update-ref', `refs/magento-cloud-upgrade/${planned.plan.toVersion}`, publication.commit);
        return false;
    }
    const branch = options.pullRequest ? `magento-cloud-upgrade/${planned.plan.toVersion}` : project.branch;
    await timetable.step('push', async () => {
        const liveTag = await tagLiveCommit(telling, publication);
        const { remote } = options;
        const commit = options.pullRequest
            ? await joinPullRequestBranch(project, { remote, branch, commit: publication.commit })
            : publication.commit;
        await pushCommit(project.git, { remote, branch, commit, liveTag });
        facts.commit = commit;
        facts.verdict = 'pushed';
        if (options.cloudRemote !== '')
            await pushToCloud(publication, options.cloudRemote, branch);
        if (options.pullRequest)
            await openPullRequest(telling, project, branch, planned.plan);
    }, () => `${branch} on ${[options.remote, options.cloudRemote].filter((name) => name !== '').join(' and ')}`);
    return true;
}
async function pushToCloud({ project, platform, commit }, remote, branch) {
    const git = platform === null ? project.git : project.git.withSsh(await platform.gitSsh());
    await pushCommit(git, { remote, branch, commit, liveTag: null });
}
/** A tag on the commit that the environment runs, so that the way back has a name. */
async function tagLiveCommit({ facts }, { project, platform, planned }) {
    const { git, base } = project;
    const head = platform === null ? null : (await platform.cloud.environment()).headCommit;
    const known = head !== null && (await git.run('cat-file', '-e', `${head}^{commit}`)).exitCode === 0;
    const live = known ? head : base;
    const name = `magento-cloud-upgrade/before-${planned.plan.toVersion}-${live.slice(0, 12)}`;
    await git.read('tag', '--force', name, live);
    facts.liveCommitTag = name;
    return { name, commit: live };
}

;// CONCATENATED MODULE: ./src/project/recovery-plan.ts
const buildOnly = /Error building project|Unable to build application|Unknown error building|Cannot build application of type/i;
const reachedDeploy = /Re-?deploying environment|scenario\/deploy\.xml|ece-tools deploy\b|setup[: ]upgrade/i;
/**
 * Whether the database is ahead of the code that a revert brings back. It stays behind the new code only where the log
 * shows that the deployment ended in its build, which has no database at all.
 */
function databaseAhead(deployed, log) {
    if (deployed)
        return 'yes';
    return log !== null && buildOnly.test(log) && !reachedDeploy.test(log) ? 'no' : 'maybe';
}
/** The commands that put the data of before the upgrade back: for a person to run, never for this program. */
function dataCommands(data) {
    const { backup } = data;
    const where = `--project ${quoted(data.project)} --environment ${quoted(data.environment)}`;
    const here = backup?.downloadedTo ?? null;
    if (backup?.manifest != null && here !== null)
        return [
            `magento-cloud-upgrade backup verify ${quoted(backup.manifest)}`,
            `magento-cloud-upgrade backup restore ${quoted(backup.manifest)} ${where} --confirm ${quoted(data.environment)}`
        ];
    if (backup?.location != null)
        return onServer(data, backup.location);
    const sum = /sha256:([0-9a-f]{64})/.exec(data.trailer)?.[1];
    if (sum !== undefined && data.backupDirectory !== '')
        return [
            `grep -rl ${sum} ${quoted(data.backupDirectory)} --include=manifest.json`,
            `magento-cloud-upgrade backup restore FOLDER ${where} --confirm ${quoted(data.environment)}`
        ];
    const found = sum === undefined ? [] : [`sha256sum FILE # the dump of before the upgrade has ${sum}`];
    return [...found, `magento-cloud snapshot:list -p ${quoted(data.project)} -e ${quoted(data.environment)}`];
}
function onServer({ project, environment, login }, location) {
    const ssh = login === null ? `magento-cloud ssh -p ${quoted(project)} -e ${quoted(environment)}` : `ssh ${quoted(login)}`;
    return [
        `${ssh} ${quoted(`gzip -t ${quoted(location)}`)}`,
        `${ssh} ${quoted(`gunzip -c ${quoted(location)}`)} | magento-cloud db:sql -p ${quoted(project)} -e ${quoted(environment)}`
    ];
}
/** A word that a POSIX shell reads as it is. */
function quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./src/plan-recovery.ts


/**
 * What is known before an upgrade is taken back. Warns, before anything is done, of a database that will be ahead of the
 * code, with the commands that put the data back.
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
        environment: facts.environment ?? options.environment,
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
        message: `The database ${sure ? 'is' : 'may be'} ahead of the code: setup:upgrade ${sure ? 'has' : 'may have'} changed it, and the revert brings back the code of ${version} alone.`,
        fix: `To put the data of before the upgrade back as well (what was written since is lost): ${commands.join(' ; ')}`
    };
}
// What only helps to word a warning must not stand in the way of the recovery.
async function orNull(answer) {
    return answer.catch((error) => {
        if (error instanceof src_errors/* UpgradeError */.f && error.code !== 'interrupted')
            return null;
        throw error;
    });
}

;// CONCATENATED MODULE: ./src/steps/revert-commit.ts

/**
 * Makes the forward commit that takes `commit`, which `git` stands on, back. Its files are those of before, byte for
 * byte. Returns its SHA; throws UpgradeError `recovery-failed`.
 */
async function revertCommit(git, commit) {
    const before = await treeOf(git, `${commit}^`);
    // In a shallow clone a commit without its parent would be taken back to nothing at all.
    if (before === null)
        throw failed(commit, 'the commit before it is not in this clone', 'Fetch the history of the branch');
    // The committer of the upgrade's own commit, so that a runner without an identity can do this too.
    const [name = '', email = ''] = (await git.read('log', '-1', '--format=%cn%n%ce', commit)).trim().split('\n');
    const identity = ['-c', `user.name=${name}`, '-c', `user.email=${email}`, '-c', 'core.editor=true'];
    const result = await git.run(...identity, 'revert', '--no-edit', commit);
    if (result.exitCode !== 0)
        throw failed(commit, 'git refused', 'Read the details', result.stderr);
    if ((await treeOf(git, 'HEAD')) !== before)
        throw failed(commit, 'a hook changed files of the commit', 'See what the hooks of this repository do');
    return (await git.read('rev-parse', 'HEAD')).trim();
}
async function treeOf(git, commit) {
    const { exitCode, stdout } = await git.run('rev-parse', '--quiet', '--verify', `${commit}^{tree}`);
    return exitCode === 0 ? stdout.trim() : null;
}
function failed(commit, why, first, details = '') {
    return new src_errors/* UpgradeError */.f('recovery-failed', {
        message: `The upgrade ${commit.slice(0, 12)} could not be reverted: ${why}.`,
        unchanged: 'Nothing was pushed to take it back.',
        next: `${first}, then: git revert ${commit} && git push`,
        ...(details !== '' && { details })
    });
}

;// CONCATENATED MODULE: ./src/recover-environment.ts













/** Whether a failure is one that `recover: revert` is for: what happened is known, and the environment is not well. */
function isRecoverable({ options, facts }, error) {
    if (options.recover !== 'revert' || !(error instanceof src_errors/* UpgradeError */.f))
        return false;
    if (error.code === 'deploy-failed')
        return facts.deployment?.verdict === 'failed';
    return error.code === 'unhealthy' || error.code === 'wrong-version';
}
/**
 * Takes the upgrade back by a forward commit: pushed, waited for and verified like the upgrade itself; nothing is
 * rewritten, and no data is touched. Returns the error that the run ends with: `reverted`, or `recovery-failed`.
 */
async function recoverEnvironment(telling, platform, commit, cause) {
    const { options, context, facts } = telling;
    const git = createGit(createRunCommand(context.signal), context.environment, files_files.resolve(options.workingDirectory));
    const trailers = await upgradeTrailers(git, commit);
    if (trailers === null) {
        context.logger.warn(`Commit ${commit.slice(0, 12)} is no upgrade of this program, so it is not reverted.`);
        return cause;
    }
    const recovery = await planRecovery(telling, platform, commit, trailers);
    facts.recovery = recovery;
    try {
        await telling.timetable.step('recover', () => revert(telling, platform, git, recovery), () => `${recovery.commit?.slice(0, 12) ?? ''} takes ${commit.slice(0, 12)} back`);
        recovery.outcome = 'reverted';
        recovery.reason = cause.message;
        return reverted(cause, recovery);
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f) || error.code === 'interrupted')
            throw error;
        recovery.outcome = recovery.commit === null ? 'refused' : 'failed';
        recovery.reason = error.message;
        return recoveryFailed(cause, error, recovery);
    }
}
async function revert(telling, platform, git, recovery) {
    const { options, facts } = telling;
    const branch = facts.branch ?? '';
    await expectHead(git, options.remote, branch, recovery.revertedCommit);
    const commit = await makeRevert(git, { remote: options.remote, branch, commit: recovery.revertedCommit });
    await pushCommit(git, { remote: options.remote, branch, commit, liveTag: null });
    recovery.commit = commit;
    if (options.cloudRemote !== '') {
        const cloudGit = git.withSsh(await platform.gitSsh());
        await pushCommit(cloudGit, { remote: options.cloudRemote, branch, commit, liveTag: null });
    }
    facts.warnings = [...facts.warnings, ...(await settleCheckout(telling, { git, branch }, commit))];
    // The same steps as for the upgrade, told in a report of their own.
    const own = {
        ...telling,
        facts: newFacts({ environment: facts.environment, branch }),
        timetable: createTimetable(() => undefined)
    };
    try {
        await waitFor(own, platform, commit);
        if (options.verify)
            await verifyRunning(own, platform, recovery.version);
    }
    finally {
        recovery.deployment = own.facts.deployment;
        recovery.verification = own.facts.verification;
    }
}
// What others have built on top is not ours to take away.
async function expectHead(git, remote, branch, commit) {
    const there = await remoteCommit(git, remote, branch);
    if (there === commit)
        return;
    throw new src_errors/* UpgradeError */.f('recovery-failed', {
        message: `${branch} on ${remote} ${there === null ? 'does not answer' : `holds ${there.slice(0, 12)} by now`}, so the upgrade was not reverted.`,
        unchanged: 'Nothing was pushed to take it back.',
        next: `On the branch as it is now: git revert ${commit}`
    });
}
async function makeRevert(git, { remote, branch, commit }) {
    const shallow = (await git.read('rev-parse', '--is-shallow-repository')).trim() === 'true';
    if (shallow)
        await git.run('fetch', '--quiet', '--no-tags', '--deepen=1', remote, `refs/heads/${branch}`);
    const root = (await git.read('rev-parse', '--show-toplevel')).trim();
    return withWorkTree(git.in(root), commit, (scratch) => revertCommit(scratch, commit));
}
function reverted(cause, { commit, version, databaseAhead: ahead }) {
    const data = ahead === 'no' ? '' : ' The database was not put back: the commands for that stand in the warnings.';
    return new src_errors/* UpgradeError */.f('reverted', {
        message: `The upgrade was taken back by commit ${commit?.slice(0, 12) ?? ''}: ${version} runs again. ${cause.message}`,
        unchanged: `No history was rewritten, and the backup stays.${data}`,
        next: cause.next,
        problems: cause.problems,
        ...(cause.details !== undefined && { details: cause.details })
    });
}
function recoveryFailed(cause, error, { commit, dataCommands }) {
    const done = commit === null ? error.unchanged : `Commit ${commit.slice(0, 12)}, which takes the upgrade back, stays pushed.`;
    return new src_errors/* UpgradeError */.f('recovery-failed', {
        message: `The upgrade failed, and ${commit === null ? 'it was not taken back' : 'taking it back failed as well'}. ${cause.message} Then: ${error.message}`,
        unchanged: `${done} No history was rewritten, no data was put back, and the backup stays.`,
        next: `${error.next} To put the data back: ${dataCommands.join(' ; ')}`,
        problems: [...cause.problems, ...error.problems],
        ...(error.details !== undefined && { details: error.details })
    });
}

;// CONCATENATED MODULE: ./src/resume-upgrade.ts








/**
 * Goes on where the lock holds the target already: finds out by the branch, the remote and the platform's activities
 * what is done, and does only the rest. Returns the commit to follow, or null where no upgrade of ours is unfinished.
 */
async function resumeUpgrade(telling, parts) {
    const { options, facts, context } = telling;
    const { project, platform, planned } = parts;
    if (platform === null || !options.push || options.pullRequest)
        return null;
    const there = await remoteCommit(project.git, options.remote, project.branch);
    const { commit, trailers } = await findUpgrade(parts, there);
    const look = await lookOnce(telling, platform, commit);
    const deployed = look.verdict === 'succeeded' || (look.verdict === 'never-started' && (await holds(telling, platform, commit)));
    if (trailers === null)
        return look.verdict === 'failed' ? { commit, deployed: false } : null;
    facts.plan = { ...planned.plan, fromVersion: trailers.from };
    if (deployed) {
        if (look.verdict === 'succeeded')
            facts.deployment = look;
        return { commit, deployed };
    }
    context.logger.info(`The upgrade to ${trailers.to} is committed as ${commit.slice(0, 12)}, but not deployed: going on.`);
    if (commit === project.base)
        await pushWhereMissing(telling, parts, there);
    facts.commit = commit;
    facts.verdict = 'pushed';
    const failure = options.wait || look.verdict === 'never-started' ? null : deploymentError(look);
    if (failure !== null && failure.code === 'deploy-failed')
        throw failure;
    return { commit, deployed };
}
/** The commit that the environment should run, and the upgrade that its lock comes from. */
async function findUpgrade({ project: { git, base }, planned }, there) {
    const target = (trailers) => trailers?.to === planned.plan.toVersion ? trailers : null;
    const own = target(await upgradeTrailers(git, base));
    if (own !== null)
        return { commit: base, trailers: own };
    // Commits on top that nobody has pushed are not ours to push.
    const known = there !== null && (await git.run('cat-file', '-e', `${there}^{commit}`)).exitCode === 0;
    const commit = known ? there : base;
    const lastOfLock = (await git.run('log', '-1', '--format=%H', commit, '--', 'composer.lock')).stdout.trim();
    return { commit, trailers: lastOfLock === '' ? null : target(await upgradeTrailers(git, lastOfLock)) };
}
/** What the platform says of a commit's deployment right now. */
function lookOnce({ options, facts, context }, { cloud }, commit) {
    return waitForDeployment({ cloud, clock: createClock(context.signal), logger: silentLogger }, {
        commit,
        environment: facts.environment ?? options.environment,
        startTimeoutSeconds: 0,
        endTimeoutSeconds: 0
    });
}
// Activities are listed for a while only; the environment itself remembers its last deployment.
async function holds({ facts }, { cloud }, commit) {
    const answer = await cloud.api(`/environments/${encodeURIComponent(facts.environment ?? '')}`);
    const state = parseEnvironmentState(answer);
    return state?.headCommit === commit && state.lastDeploymentSuccessful === true;
}
async function pushWhereMissing(telling, parts, there) {
    const { options, facts } = telling;
    const { project, platform } = parts;
    const commit = project.base;
    const inCloud = options.cloudRemote === '' ||
        (await remoteCommit(await cloudGit(parts), options.cloudRemote, project.branch)) === commit;
    if (there === commit && inCloud)
        return;
    // Without a dump of this very environment nothing is pushed.
    if (there !== commit && !(await isMadeHere(telling, project, commit)))
        facts.backup = await backUpEnvironment(telling, platform, null);
    await publishCommit(telling, { ...parts, commit });
}
async function cloudGit({ project, platform }) {
    return platform === null ? project.git : project.git.withSsh(await platform.gitSsh());
}

;// CONCATENATED MODULE: ./src/project/run-lock.ts

const run_lock_shape = schemas/* object */.Ikc({
    who: schemas/* string */.YjP(),
    since: schemas/* string */.YjP(),
    job: schemas/* string */.YjP().nullable(),
    attempt: schemas/* number */.aig().int(),
    nonce: schemas/* string */.YjP(),
    process: schemas/* object */.Ikc({ machine: schemas/* string */.YjP(), pid: schemas/* number */.aig().int(), began: schemas/* string */.YjP() }).nullish().catch(null)
});
/** The ref that stands for the lock of an environment. */
function lockRef(environment) {
    return `refs/magento-cloud-upgrade/lock/${encodeURIComponent(environment)}`;
}
/** The note as the content of the lock. */
function renderLock(note) {
    return `${JSON.stringify(note)}\n`;
}
/** Reads the content of a lock; null where it is none of ours. */
function parseLock(text) {
    try {
        const { process = null, ...note } = run_lock_shape.parse(JSON.parse(text));
        return { ...note, process };
    }
    catch {
        return null;
    }
}
/**
 * Whether the holder can no longer be at work: its time is up, or it was an earlier attempt of the very job that asks,
 * which a runner begins only once the one before has ended.
 */
function isLeftBehind(holder, own, staleAfterMinutes) {
    if (holder.job !== null && holder.job === own.job && holder.attempt < own.attempt)
        return true;
    const since = Date.parse(holder.since);
    // A note without a readable time would otherwise hold for ever.
    return Number.isNaN(since) || Date.parse(own.since) - since > staleAfterMinutes * 60_000;
}
/** Who runs, by the variables of a GitHub workflow, else by user and machine. */
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
        attempt: Number(environment['GITHUB_RUN_ATTEMPT'] ?? '1') || 1,
        nonce,
        process
    };
}

;// CONCATENATED MODULE: ./src/steps/take-lock.ts



const rounds = 5;
/**
 * Takes the lock of an environment: a ref on the remote that is created, never moved, so that of two runs only one can
 * have it. Returns null where the remote takes no such ref or does not answer. Throws UpgradeError `busy` that names
 * the holder.
 */
async function takeLock(git, input) {
    const { remote, environment, note } = input;
    const ref = lockRef(environment);
    const mine = (await git.feed(renderLock(note), 'hash-object', '-w', '--stdin')).trim();
    const release = () => remove(git, remote, ref, mine);
    for (let round = 0; round < rounds; round += 1) {
        // A blob has no history, so that git refuses to put it in the place of another one.
        const push = await git.run('push', ...quietly, remote, `${mine}:${ref}`);
        const held = await holderOf(git, remote, ref);
        if (held === mine)
            return { ref, release };
        if (held === null) {
            if (take_lock_raced.test(push.stderr))
                continue;
            // A push that was stopped half-way may still arrive.
            await release();
            return null;
        }
        const holder = await readNote(git, remote, ref, held);
        if (holder === 'gone')
            continue;
        if (holder === null || !isDead(holder, input))
            throw busy(input, ref, holder);
        await remove(git, remote, ref, held);
    }
    throw busy(input, ref, null);
}
function isDead(holder, { note, staleAfterMinutes, hasEnded }) {
    const killed = holder.process && hasEnded ? hasEnded(holder.process) : false;
    return killed || isLeftBehind(holder, note, staleAfterMinutes);
}
const take_lock_raced = /fetch first|needs force|already exists|cannot lock ref|incorrect old value|failed to update ref/i;
const quietly = ['--quiet', '--no-verify', '--no-follow-tags'];
// The lease makes the removal conditional: a lock that somebody else has taken since stays.
async function remove(git, remote, ref, expected) {
    const condition = `--force-with-lease=${ref}:${expected}`;
    return (await git.finish('push', ...quietly, condition, remote, `:${ref}`)).exitCode === 0;
}
/** What the remote holds, whatever `push` said; null for nothing or no answer. */
async function holderOf(git, remote, ref) {
    const { exitCode, stdout } = await git.finish('ls-remote', remote, ref);
    return exitCode === 0 ? (/^[0-9a-f]{40,64}(?=\t)/.exec(stdout)?.[0] ?? null) : null;
}
async function readNote(git, remote, ref, held) {
    const fetched = await git.run('fetch', '--quiet', '--no-tags', '--no-write-fetch-head', remote, ref);
    if (fetched.exitCode !== 0 && (await holderOf(git, remote, ref)) !== held)
        return 'gone';
    const content = await git.run('cat-file', 'blob', held);
    // What was fetched may be the lock of the next holder already.
    if (content.exitCode !== 0 && fetched.exitCode === 0)
        return 'gone';
    return content.exitCode === 0 ? parseLock(content.stdout) : null;
}
function busy({ environment, remote }, ref, holder) {
    // What stands on the remote was written by whoever can push there.
    const told = holder ? plainLines(`${holder.who}, since ${holder.since}`).join(' ') : '';
    const who = told === '' ? 'the holder is not known' : told.slice(0, 300);
    return new src_errors/* UpgradeError */.f('busy', {
        message: `Another run works on ${environment}: ${who}.`,
        unchanged: 'Nothing was changed.',
        next: `Wait until it has ended. If it was killed, remove its lock: git push ${remote} --delete ${ref}`
    });
}

;// CONCATENATED MODULE: ./src/with-lock.ts






/**
 * Runs `task` while holding the lock of the environment, and gives it back however the task ends. Only a run that pushes
 * needs it; where there is no checkout with that remote, `task` gets null and finds out what is wrong by itself.
 * Throws UpgradeError `busy` that names the holder.
 */
async function withLock(telling, task) {
    const { options, context, facts } = telling;
    const checkout = options.push && !options.dryRun ? await ownCheckout(telling) : null;
    if (checkout === null)
        return task(null);
    const { git, environment } = checkout;
    const { remote, lockMinutes } = options;
    const note = lockNote(context.environment, thisMachine(), new Date(), crypto.randomUUID());
    const lock = await takeLock(git, { remote, environment, note, staleAfterMinutes: lockMinutes, hasEnded: hasEnded });
    if (lock === null)
        facts.warnings = [...facts.warnings, withoutLock(remote)];
    try {
        return await task(checkout);
    }
    finally {
        if (lock !== null && !(await lock.release()))
            context.logger.warn(`The lock stays behind. Remove it: git push ${remote} --delete ${lock.ref}`);
    }
}
async function ownCheckout({ options, context }) {
    const folder = files_files.resolve(options.workingDirectory);
    if (!(await files_files.exists(folder)))
        return null;
    const git = createGit(createRunCommand(context.signal), context.environment, folder);
    if ((await git.run('remote', 'get-url', options.remote)).exitCode !== 0)
        return null;
    const branch = options.branch || (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim();
    const environment = options.environment || branch;
    return environment === '' ? null : { git, branch, environment };
}
function withoutLock(remote) {
    return {
        id: 'no-lock',
        severity: 'warning',
        message: `The remote ${remote} took no lock, so a second run on the same environment would not be noticed.`,
        fix: 'See to it that one run works on an environment at a time, for instance by a concurrency group.'
    };
}

;// CONCATENATED MODULE: ./src/upgrade.ts














/**
 * Upgrades a Cloud project: plans, checks, backs up, updates, commits, pushes, waits and verifies. Always comes
 * back with a report; its `error` says why a run failed, what was left unchanged and what to do next.
 */
function upgrade(options, context = {}) {
    return tell_story_tellStory('upgrade', options, context, (telling) => withLock(telling, async (checkout) => {
        if (checkout !== null)
            await catchUp(telling, checkout);
        const local = (0,normalize_options/* isLocal */.IX)(telling.options);
        const followed = await open_project_withProject(telling, telling.options.branch, (project) => withChosenPlatform(telling, project, local, (platform) => publish(telling, project, platform)));
        if (followed === null || local)
            return;
        await open_platform_withPlatform(telling, telling.facts.environment ?? '', (platform) => upgrade_follow(telling, platform, followed));
    }));
}
/** The part up to the push. Returns the commit whose deployment is to be followed, or null where there is none. */
async function publish(telling, project, platform) {
    const { facts, options } = telling;
    const open = await refuseWhileDeploying(telling, project, platform);
    const planned = await planAndCheck(telling, { project, platform, deploying: open !== null });
    const { changed } = planned.plan;
    facts.verdict = changed ? 'planned' : 'up-to-date';
    if (options.dryRun)
        return null;
    if (!changed)
        return resumeUpgrade(telling, { project, platform, planned });
    if (open !== null)
        throw refuse_while_deploying_isDeploying(facts.environment ?? '', open);
    const commit = await commitOnce(telling, { project, platform, planned });
    if (commit === null) {
        facts.verdict = 'up-to-date';
        return null;
    }
    facts.commit = commit;
    facts.verdict = 'committed';
    const pushed = await publishCommit(telling, { project, platform, planned, commit });
    // Each git command of a stopped run does nothing, without an error: the next run does what is left.
    telling.context.signal.throwIfAborted();
    // A pull request leaves the branch where it is until somebody merges it.
    if (options.pullRequest)
        return null;
    facts.warnings = [...facts.warnings, ...(await settleCheckout(telling, project, commit))];
    await forgetMade(project, facts.environment ?? '', commit);
    return pushed ? { commit, deployed: false } : null;
}
/** The commit of the upgrade, with its backup: that of an earlier run which did not come to push it, or a new one. */
async function commitOnce(telling, parts) {
    const { timetable, facts, options } = telling;
    const made = await findMade(telling, parts.project, parts.planned);
    if (made !== null) {
        for (const step of ['backup', 'update', 'commit'])
            timetable.skip(step, `done by an earlier run: commit ${made.slice(0, 12)}`);
        return made;
    }
    const commit = await makeCommit(telling, parts);
    if (commit !== null && options.push)
        await keepMade(parts.project, facts.environment ?? '', commit);
    return commit;
}
/** The part after the push: nothing of the checkout is needed any more. */
async function upgrade_follow(telling, platform, { commit, deployed }) {
    const { facts, options, timetable } = telling;
    try {
        if (deployed)
            timetable.skip('wait', facts.deployment?.reasons.join(' ') ?? 'The environment says that it holds this commit.');
        else
            await waitFor(telling, platform, commit);
        if (!options.verify)
            return;
        await verifyRunning(telling, platform, facts.plan?.toVersion ?? '');
        facts.verdict = deployed ? 'up-to-date' : 'upgraded';
    }
    catch (error) {
        const told = await follow_deployment_explained(telling, platform, error);
        // What ran well once and fails later is not the upgrade's doing.
        if (deployed || !isRecoverable(telling, told))
            throw told;
        throw await recoverEnvironment(telling, platform, commit, told);
    }
}
function withChosenPlatform(telling, project, local, task) {
    telling.facts.branch = project.branch || null;
    telling.facts.environment ??= project.branch || null;
    return local ? task(null) : open_platform_withPlatform(telling, telling.facts.environment ?? '', task);
}

;// CONCATENATED MODULE: ./src/project/locked-product-version.ts


const locked_product_version_productNames = ['magento/product-enterprise-edition', 'magento/magento2-base'];
/**
 * The product version that a composer.lock holds: what `bin/magento --version` has to print. Throws UpgradeError
 * `preflight-failed` for a lock without product.
 */
function lockedProductVersion(composerLockText) {
    const packages = lockedPackages(composerLockText);
    const found = locked_product_version_productNames.map((name) => packages.find((locked) => locked.name === name)).find(Boolean);
    if (found)
        return found.version;
    throw new src_errors/* UpgradeError */.f('preflight-failed', {
        message: `composer.lock does not hold ${locked_product_version_productNames[0] ?? ''}.`,
        unchanged: 'Nothing was changed.',
        next: 'Check out the commit that was deployed, or set expected-version.'
    });
}

;// CONCATENATED MODULE: ./src/verify.ts





/** Verifies an environment alone, for a job of its own: the report's `verification` has the verdict. */
function verify(options, context = {}) {
    return tell_story_tellStory('verify', options, context, async (telling) => {
        const expected = await expectedVersion(telling.options);
        await with_reach_withReach(telling, expected === null ? [noVersion] : [], async (reach) => {
            try {
                await verifyRunning(telling, reach, expected ?? '');
                telling.facts.verdict = 'verified';
            }
            catch (error) {
                throw telling.facts.verification === null ? error : await follow_deployment_explained(telling, reach, error);
            }
        });
    });
}
async function expectedVersion(options) {
    if (options.expectedVersion !== '')
        return options.expectedVersion;
    const lock = await files_files.read(files_files.join(files_files.resolve(options.workingDirectory), 'composer.lock'));
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

//# sourceMappingURL=236.index.js.map