export const id = 968;
export const ids = [968];
export const modules = {

/***/ 968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  diagnose: () => (/* reexport */ diagnose),
  isPublicRepository: () => (/* reexport */ isPublicRepository),
  upgrade: () => (/* reexport */ upgrade),
  verify: () => (/* reexport */ verify)
});

// UNUSED EXPORTS: Secret, UpgradeError, backUp, camelCase, createRedact, exitCodes, listBackups, normalizeOptions, optionTable, planUpgrade, pruneBackups, renderSummary, renderText, restoreBackup, silentLogger, verifyBackup

// EXTERNAL MODULE: ./.tmp/compiled/src/normalize-options.js
var normalize_options = __webpack_require__(8870);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var src_errors = __webpack_require__(419);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/this-machine.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/this-machine/private-folder.js






const prefix = 'magento-cloud-upgrade';
const ownedName = new RegExp(`^${prefix}-([a-z]+)-(\\d+)\\.(\\d+)\\.([0-9a-f]{12})-\\w+$`);
// No job of a runner of one's own lasts longer, so nothing in use is older.
const unknownOwnerMilliseconds = 5 * 24 * 3600 * 1000;
/** The folder of this process below each temporary folder. */
const roots = {};
/** Where private folders lie: below RUNNER_TEMP, which the runner empties before and after each job, else below TMPDIR. */
function temporaryFolder(environment = process.env) {
    const runner = environment['RUNNER_TEMP'] ?? '';
    return runner !== '' && (0,external_node_fs_.statSync)(runner, { throwIfNoEntry: false })?.isDirectory() === true ? runner : (0,external_node_os_.tmpdir)();
}
/**
 * A new folder of this user alone (0700) for the time of this process, inside of the one folder of the process: whatever
 * must not see any of them, third-party code above all, is kept away from that. `kind` says what it is for.
 */
async function makePrivateFolder(kind) {
    for (;;) {
        const parent = temporaryFolder();
        const root = (roots[parent] ??= makeOwnedFolder('run', parent));
        const folder = await root.then((path) => (0,promises_.mkdtemp)((0,external_node_path_.join)(path, `${kind}-`))).catch(nullIfMissing);
        if (folder !== null)
            return folder;
        // Removed meanwhile: it was empty, or somebody cleaned up.
        if (roots[parent] === root)
            roots[parent] = null;
    }
}
/** A new folder (0700) below `parent` whose name says whose it is, so that a later run can tell what a killed one has left. */
function makeOwnedFolder(kind, parent) {
    return (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, `${ownedFolderName(kind, thisMachine().process)}-`));
}
/** The private folder that a path lies in; the path itself where it lies in none. */
function privateFolderOf(path) {
    const parts = path.split(external_node_path_.sep);
    const root = parts.findLastIndex((part) => ownedName.test(part));
    return root < 0 || root + 2 > parts.length ? path : parts.slice(0, root + 2).join(external_node_path_.sep);
}
/** Removes a private folder, and the folder of the process where it was the last one in there. */
async function removePrivateFolder(path) {
    await (0,promises_.rm)(path, { recursive: true, force: true });
    if (ownedName.test((0,external_node_path_.basename)((0,external_node_path_.dirname)(path))))
        await (0,promises_.rmdir)((0,external_node_path_.dirname)(path)).catch(() => undefined);
}
/** The name of a folder of a process, without its random end; of an unknown one where that is null. */
function ownedFolderName(kind, owner) {
    if (owner === null)
        return `${prefix}-${kind}-${process.pid}.0.${'0'.repeat(12)}`;
    return `${prefix}-${kind}-${owner.pid}.${owner.began}.${machineHash(owner.machine)}`;
}
/**
 * Removes the private folders whose process has ended, so that no key outlives a killed run for long: never one of a
 * process that runs, of somebody else, of a backup that is finished, or what is only a link. Returns what was removed;
 * what cannot be removed is left to the next run.
 */
async function removeOrphanedFolders(parents = [temporaryFolder(), (0,external_node_os_.tmpdir)()]) {
    const removed = [];
    for (const parent of new Set(parents)) {
        const names = await (0,promises_.readdir)(parent).catch(() => []);
        for (const name of names) {
            const path = (0,external_node_path_.join)(parent, name);
            if (!(await isOrphaned(path, name).catch(() => false)))
                continue;
            await (0,promises_.rm)(path, { recursive: true, force: true }).then(() => removed.push(path), () => undefined);
        }
    }
    return removed;
}
async function isOrphaned(path, name) {
    const [, kind, pid = '', began = '', machine = ''] = ownedName.exec(name) ?? [];
    if (kind === undefined)
        return false;
    const info = await (0,promises_.lstat)(path);
    if (!info.isDirectory() || info.uid !== process.getuid?.() || (info.mode & 0o077) !== 0)
        return false;
    // The manifest is written last: with it, this is a backup, and the user's.
    if (kind === 'backup' && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, 'manifest.json')))
        return false;
    const here = thisMachine().process?.machine;
    if (here === undefined || machineHash(here) !== machine)
        return Date.now() - info.mtimeMs > unknownOwnerMilliseconds;
    return hasEnded({ machine: here, pid: Number(pid), began });
}
function machineHash(machine) {
    return (0,external_node_crypto_.createHash)('sha256').update(machine).digest('hex').slice(0, 12);
}
function nullIfMissing(error) {
    if (error.code === 'ENOENT')
        return null;
    throw error;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/files/size-inside.js


/**
 * Size in bytes of the regular file at `path` in `folder`. Null for everything else: a path that is absolute or leads
 * out by `..`, a symbolic link on the way, a folder, a device, a pipe, nothing at all.
 */
async function sizeInside(folder, path) {
    const parts = path.split('/');
    if ((0,external_node_path_.isAbsolute)(path) || parts.some((part) => part === '' || part === '.' || part === '..'))
        return null;
    let whole = folder;
    for (const [index, part] of parts.entries()) {
        whole = (0,external_node_path_.join)(whole, part);
        const info = await (0,promises_.lstat)(whole).catch(() => null);
        if (info === null)
            return null;
        const isLast = index === parts.length - 1;
        if (isLast)
            return info.isFile() ? info.size : null;
        if (!info.isDirectory())
            return null;
    }
    return null;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/last-characters.js
// No secret is longer; a line may be.
const longestSecret = 8192;
/**
 * The last `most` characters of `text`. What is left of a line that was cut is dropped, or its first 8,192 characters:
 * of a secret whose beginning is missing nobody would know the end.
 */
function lastCharacters(text, most) {
    if (text.length <= most)
        return text;
    const end = text.slice(-most);
    return text[text.length - most - 1] === '\n' ? end : withoutCutLine(end);
}
/** A text whose beginning was cut off, without what may be the end of a secret. */
function withoutCutLine(text) {
    const lineEnd = text.slice(0, longestSecret).indexOf('\n');
    return text.slice(lineEnd < 0 ? longestSecret : lineEnd + 1);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/files/read-end.js




// What a downloaded archive may hold unpacked before it is given up.
const mostUnpacked = 1024 * 1024 * 1024;
/**
 * The last `most` bytes of a file as UTF-8 from the beginning of a line on, unpacked if it is gzip; null if there is no
 * such file or it is no text.
 */
async function readEnd(path, most) {
    const file = await (0,promises_.open)(path, 'r').catch((error) => {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return null;
        throw error;
    });
    if (file === null)
        return null;
    try {
        const begin = Buffer.alloc(2);
        await file.read(begin, 0, 2, 0);
        if (begin[0] === 0x1f && begin[1] === 0x8b)
            return await unpackEnd(path, most);
        const { size } = await file.stat();
        const length = Math.min(size, most);
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
        return textOf(buffer.subarray(0, bytesRead), size > most);
    }
    finally {
        await file.close();
    }
}
async function unpackEnd(path, most) {
    let end = Buffer.alloc(0);
    let total = 0;
    try {
        for await (const chunk of (0,external_node_fs_.createReadStream)(path).pipe((0,external_node_zlib_.createGunzip)())) {
            const bytes = chunk;
            total += bytes.length;
            if (total > mostUnpacked)
                return null;
            end = Buffer.concat([end, bytes]).subarray(-most);
        }
    }
    catch {
        return null;
    }
    return textOf(end, total > most);
}
// A log holds no zero bytes, a database file or an archive does.
function textOf(bytes, isCut) {
    if (bytes.subarray(0, 8192).includes(0))
        return null;
    return isCut ? withoutCutLine(bytes.toString('utf8')) : bytes.toString('utf8');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/files.js






/** The real file system. */
const files_files = {
    read: (path) => (0,promises_.readFile)(path, 'utf8').catch(files_nullIfMissing),
    readEnd: readEnd,
    write: async (path, text, options) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text, options?.secret ? { mode: 0o600, flag: 'wx' } : {});
    },
    writeProgram: async (path, text) => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, text, { mode: 0o700, flag: 'wx' });
    },
    exists: async (path) => (await (0,promises_.stat)(path).catch(files_nullIfMissing)) !== null,
    remove: removePrivateFolder,
    removeIfEmpty: (path) => (0,promises_.rmdir)(path).catch(() => undefined),
    privateFolder: makePrivateFolder,
    lastingFolder: (name) => makeOwnedFolder(name, (0,external_node_os_.tmpdir)()),
    lastingFolders: async (name) => {
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
    sizeInside: sizeInside,
    names: async (path) => (await (0,promises_.readdir)(path).catch(files_nullIfMissing)) ?? [],
    isFile: async (path) => {
        const info = await (0,promises_.lstat)(path).catch(files_nullIfMissing);
        return info !== null && !info.isDirectory();
    },
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
    const real = await (0,promises_.realpath)(whole).catch(files_nullIfMissing);
    return real ?? (0,external_node_path_.join)(await realPath((0,external_node_path_.dirname)(whole)), (0,external_node_path_.basename)(whole));
}
async function listFiles(path) {
    const found = await (0,promises_.stat)(path).catch(files_nullIfMissing);
    if (found === null)
        return [];
    if (!found.isDirectory())
        return [''];
    const entries = await (0,promises_.readdir)(path, { recursive: true, withFileTypes: true });
    return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name).slice(path.length + 1));
}
function files_nullIfMissing(error) {
    const code = error.code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
        return null;
    throw error;
}
// What others may write to could be made to mislead us.
async function isMine(path) {
    const info = await (0,promises_.lstat)(path).catch(files_nullIfMissing);
    return info !== null && info.isDirectory() && info.uid === process.getuid?.() && (info.mode & 0o077) === 0;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/fingerprint.js

/** The fingerprint of a line in known_hosts, as ssh-keygen -l prints it: `SHA256:…`; null for a line that holds no key. */
function fingerprintOf(line) {
    const key = /\s(?:ssh|ecdsa|sk)-\S+\s+([A-Za-z0-9+/]+=*)/.exec(line)?.[1];
    if (key === undefined)
        return null;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(Buffer.from(key, 'base64')).digest('base64');
    return `SHA256:${hash.replace(/=+$/, '')}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/open-host-keys.js



/**
 * Puts the lines of `known-hosts`, of `known-hosts-file` and of what this run has accepted before into a known_hosts file
 * in `home`. Throws UpgradeError `bad-input` where host keys are pinned and there are none, or the file cannot be read.
 */
async function openHostKeys({ options, facts, acceptedHostKeys }, home) {
    const kept = await readKept(options.knownHostsFile);
    const trusted = [...linesOf(options.knownHosts), ...linesOf(kept), ...acceptedHostKeys];
    if (trusted.length === 0 && options.sshHostKey === 'pinned')
        throw nothingPinned(options);
    const knownHostsFile = files_files.join(home, 'known_hosts');
    await files_files.write(knownHostsFile, trusted.map((line) => `${line}\n`).join(''));
    return {
        knownHostsFile,
        keepAccepted: async () => {
            const known = new Set([...trusted, ...acceptedHostKeys]);
            const accepted = linesOf((await files_files.read(knownHostsFile)) ?? '').filter((line) => !known.has(line));
            if (accepted.length === 0)
                return;
            acceptedHostKeys.push(...accepted);
            const failure = await keep(options.knownHostsFile, accepted);
            const isKept = options.knownHostsFile !== '' && failure === null;
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
        return (await files_files.read(files_files.resolve(path))) ?? '';
    }
    catch (error) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: `known-hosts-file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
            unchanged: 'Nothing was changed.',
            next: 'Name a file in known_hosts format; one that does not exist is made.'
        });
    }
}
/** Adds lines to the file that outlives the run; returns why that failed, or null. */
async function keep(path, lines) {
    if (path === '')
        return null;
    try {
        const before = linesOf((await files_files.read(files_files.resolve(path))) ?? '');
        await files_files.write(files_files.resolve(path), [...before, ...lines].map((line) => `${line}\n`).join(''));
        return null;
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}
function unseen(line, { knownHostsFile }, isKept) {
    const host = line.split(/\s/)[0] ?? '';
    const forget = isKept
        ? `It is kept in ${knownHostsFile}: a later run stops where it has changed.`
        : 'It is forgotten with this run, so that the next one would trust another key as well.';
    return {
        id: 'host-key-accepted',
        severity: 'warning',
        message: `The host key of ${host} was not known and was accepted unseen (${fingerprintOf(line) ?? 'no fingerprint'}). ${forget}`,
        fix: `Compare the fingerprint with the one that the owner of the host tells, then store this line as known-hosts and set ssh-host-key: pinned: ${line}`
    };
}
function failed(why) {
    if (why === null)
        return [];
    const message = `known-hosts-file could not be written: ${why}.`;
    return [{ id: 'host-key-not-kept', severity: 'warning', message, fix: 'Name a file that this run may write.' }];
}
function nothingPinned({ knownHostsFile }) {
    const file = knownHostsFile === '' ? '' : `, and ${knownHostsFile} holds none`;
    return new src_errors/* UpgradeError */.f('bad-input', {
        message: `No host keys are pinned: the option known-hosts is empty${file}.`,
        unchanged: 'Nothing was changed.',
        next: 'Put the known_hosts lines of your Cloud region into known-hosts, or set ssh-host-key: accept-new for the first run.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/cli-release.js + 1 modules
var cli_release = __webpack_require__(1338);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/http-answer.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/deployment-phases.js
/** The parts of a deployment, in their order. */
const deploymentPhases = ['build', 'deploy', 'post-deploy'];
// By the platform's own lines, and by those with which ece-tools begins its scenarios.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/kept-log.js

/** Keeps at most `limit` characters of the lines of a log, the last ones; what begins a phase is kept beside. */
function keepLog(limit = 12 * 1024 * 1024) {
    let lines = [];
    let first = 0;
    let length = 0;
    let lost = 0;
    const begins = [];
    const drop = (line) => {
        length -= line.length + 2;
        lost += 1;
        if (phaseOf(line) !== null && begins.length < 100)
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
            const word = `(${lost} lines of this log are left out here: it is too long to be shown whole.)`;
            return [...begins, ...(lost > 0 ? [word] : []), ...lines.slice(first)].join('\n');
        }
    };
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ./node_modules/p-retry/index.js + 1 modules
var p_retry = __webpack_require__(4995);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/redact-evidence.js + 13 modules
var redact_evidence = __webpack_require__(4482);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/judge-exit.js



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
    return (0,redact_evidence/* redactEvidence */.H)(lines.slice(-4).join(' ')).slice(0, 300) || 'no message';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/call.js





const callSeconds = 90;
const retries = 3;
/** The calls for one clean home folder. */
function createCall({ run, program, env, home, retryPauseSeconds, patienceSeconds, signal }) {
    const attempt = (args, options) => {
        // A home that is missing is exit code 255 without a word. None is made any more when the run is over.
        if (signal?.aborted !== true)
            (0,external_node_fs_.mkdirSync)(home, { recursive: true, mode: 0o700 });
        // Outside of any checkout: a mapped one would change what the commands work on.
        return run([...program, ...args], { env, cwd: home, timeoutSeconds: callSeconds, ...options });
    };
    const once = async (args, options) => {
        const result = await attempt(args, options);
        if (result.exitCode !== 0 || result.timedOut)
            throw judgeExit(args, result, program[0]);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/child-environment.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/cloud-environment.js

const cloud_environment_prefix = 'MAGENTO_CLOUD_CLI_';
// Credentials and state of somebody else, and what would print request headers and database passwords.
const kept = ['TOKEN', 'API_TOKEN', 'HOME', 'SESSION_ID', 'DEBUG'].map((name) => cloud_environment_prefix + name);
/**
 * The environment of `magento-cloud`: its own settings (endpoints and the like) pass through, the selectors
 * `MAGENTO_CLOUD_PROJECT`, `_BRANCH` … do not, because they change what every command works on.
 */
function cloudEnvironment(parent, home, token) {
    const settings = Object.keys(parent).filter((name) => name.startsWith(cloud_environment_prefix) && !kept.includes(name));
    const own = {
        [`${cloud_environment_prefix}TOKEN`]: token,
        [`${cloud_environment_prefix}HOME`]: home,
        [`${cloud_environment_prefix}NO_INTERACTION`]: '1',
        [`${cloud_environment_prefix}DISABLE_CACHE`]: '1',
        [`${cloud_environment_prefix}UPDATES_CHECK`]: '0',
        [`${cloud_environment_prefix}API_DISABLE_CREDENTIAL_HELPERS`]: '1',
        [`${cloud_environment_prefix}AUTO_LOAD_SSH_CERT`]: '1',
        [`${cloud_environment_prefix}API_WRITE_USER_SSH_CONFIG`]: '0',
        [`${cloud_environment_prefix}NO_COLOR`]: '1',
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
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/never-started-reasons.js
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
            : [`The environment is ${status}: pushes do not deploy. To switch it on: ${switchOn(status)}.`]),
        ...(headCommit === wanted.commit ? [nothingNew] : [])
    ];
}
/** The command that makes an environment in this state deploy again. */
function switchOn(status) {
    return status === 'paused' ? 'magento-cloud environment:resume' : 'magento-cloud environment:activate';
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/parse-output.js


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
/** The logins in the output of `environment:ssh --pipe --all`, each once; empty for an environment that has none. */
function parseHosts(text) {
    return [...new Set(text.split(/\s+/).filter((word) => /^[\w.-]+@[\w.-]+$/.test(word)))];
}
/** Why an environment in this state has no logins: to wait helps only while it is being deployed. */
function withoutLogins(id, status) {
    if (status === 'active' || status === 'dirty')
        return unexpectedAnswer('no SSH login');
    return new src_errors/* UpgradeError */.f('preflight-failed', {
        message: `The environment ${id} is ${status}, not active: there is nothing to log in to.`,
        unchanged: 'The environment is as it was.',
        next: `${switchOn(status)} -e ${id}`
    });
}
/** The address in the output of `environment:url --primary --pipe`, or null. */
function parseUrl(text) {
    return /https?:\/\/\S+/.exec(text)?.[0] ?? null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/parse-environment.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/ssh-identity.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/parse-lists.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud.js









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
            const call = ['variable:create', ...inEnvironment, ...what, ...where, '--enabled', 'true', '--update', '--wait'];
            await once(call, { timeoutSeconds: 3600 });
        },
        sshHosts: async () => {
            const hosts = await read(['environment:ssh', ...inEnvironment, '--pipe', '--all'], parseHosts);
            if (hosts.length > 0)
                return hosts;
            const { id, status } = parseEnvironment(await api(apiEnvironment));
            throw withoutLogins(id, status);
        },
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
        activityLog: (id) => {
            let log = keepLog();
            // Of a log that is too long the beginning is lost, but not without a word, and not the phases.
            const text = (stdout) => log.lost === 0 ? stdout : `${log.text()}${stdout.endsWith('\n') ? '\n' : ''}`;
            return read(['activity:log', id, ...inProject, '--refresh', '0'], text, () => {
                log = keepLog();
                return { onStdoutLine: log.add };
            });
        },
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/download-phar.js



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
    return (0,redact_evidence/* redactEvidence */.H)(text.trim().split('\n').at(-1) ?? '').slice(0, 300);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/phar-cache.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/magento-cloud/install-phar.js




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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/pinned-ssh.js
// What magento-cloud was given and hands on to all that it starts.
const tokens = 'MAGENTO_CLOUD_CLI_TOKEN MAGENTO_CLOUD_CLI_API_TOKEN';
/**
 * Writes an `ssh` into `folder` that adds our known hosts to every call and reads no settings of the user, and returns
 * an environment in which it comes first on PATH. magento-cloud starts ssh by itself and would read the user's own
 * known_hosts, which a fresh runner does not have; its releases before 4.13 take no options for ssh. This ssh, and
 * the `ssh-keygen` and `curl` beside it, start without the API token.
 */
async function withPinnedSsh(files, environment, pinned) {
    const path = environment['PATH'] ?? '/usr/local/bin:/usr/bin:/bin';
    const options = {
        BatchMode: 'yes',
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
    const strict = pinned.hostKey === 'pinned' ? 'strict=yes\n' : strictWhereKnown(pinned.knownHostsFile);
    const start = (program, before = '') => `#!/bin/sh\nunset ${tokens}\nPATH=${quote(path)}\nexport PATH\n${before}exec ${program} "$@"\n`;
    const ssh = `ssh -F none -o "StrictHostKeyChecking=$strict" ${flags.join(' ')}`;
    await files.writeProgram(files.join(pinned.folder, 'ssh'), start(ssh, strict));
    for (const name of ['ssh-keygen', 'curl'])
        await files.writeProgram(files.join(pinned.folder, name), start(name));
    return { ...environment, PATH: `${pinned.folder}:${path}` };
}
// To accept-new a key of another kind is a new one, whatever else is known of the host: who sits between would offer that.
// ssh itself says which host and port the words of the command line mean; that connects to nobody.
function strictWhereKnown(knownHostsFile) {
    return `name=$(ssh -F none -G "$@" </dev/null 2>/dev/null |
  awk '$1 == "hostname" { host = $2 } $1 == "port" { port = $2 } END { print (port == 22 ? host : "[" host "]:" port) }')
strict=accept-new
if [ -n "$(ssh-keygen -F "$name" -f ${quote(knownHostsFile)} 2>/dev/null)" ]; then strict=yes; fi
`;
}
function quote(text) {
    return `'${text.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh-certificate.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/private-key.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh-key.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/in-band-status.js
/** What a login runs to read a script from stdin: bash, or the plain shell of a server that has none. */
const loginShell = 'command -v bash >/dev/null 2>&1 && exec bash -s; exec sh -s';
/**
 * A script that runs `script` between two marks. ssh exits 255 for its own failures and for remote ones
 * alike, so the status has to come in-band; `nonce` must be fresh, so that no output can pass for it.
 */
function wrapScript(nonce, script) {
    return [
        `printf '\\n%s begin\\n' '${nonce}'`,
        // The script is read from descriptor 3: its commands cannot eat it from stdin, and it is on no argv.
        `"$(command -v bash || echo sh)" /dev/fd/3 3<<'${nonce}' </dev/null`,
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

// EXTERNAL MODULE: ./.tmp/compiled/src/visible-text.js
var visible_text = __webpack_require__(2698);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/ssh-failure.js

const causes = [
    [
        /REMOTE HOST IDENTIFICATION HAS CHANGED/,
        'host-key',
        'the host key has changed; if that was announced, put the new key into known-hosts, otherwise somebody may be listening'
    ],
    [
        /Host key verification failed|No .{1,100} host key is known/,
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
// What the platform adds to a refusal: before the line of ssh, behind it, or in its brackets.
const reasons = [
    [
        /access requires MFA/i,
        'its user needs multi-factor authentication: give cloud-token an API token of a user who has it switched on, so that a certificate is made'
    ],
    [
        /service (?:'[\w.-]+' )?doesn't exist or you do not have access to it/i,
        'check environment, that it is active, and that the user has SSH access to it'
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
    return { words: (0,visible_text/* visibleText */.Q)(told), advice: 'check ssh-private-key or cloud-token, and that the user has SSH access' };
}
/** Why a remote script gave no exit code. The fingerprint that ssh names is kept: it is what has to be compared. */
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
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/piped-input.js






/** Runs a process whose stdin is `source`, read no faster than the process takes it: through a named pipe. */
async function runWithInput(run, argv, { source, ...options }) {
    const folder = await makePrivateFolder('pipe');
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
        await removePrivateFolder(folder);
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/piped-output.js




/**
 * Reads the output of a process while it runs, no faster than `read` takes it: through a named pipe, which makes the
 * process wait. `start` gets the pipe's path for its stdout. A `read` that throws closes the pipe, which ends the
 * process; its error comes out once the process has ended.
 */
async function withPipe(run, start, read) {
    const folder = await makePrivateFolder('pipe');
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
        await removePrivateFolder(folder);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/resume-download.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh/ssh-options.js
/** The login as a command line for GIT_SSH_COMMAND, which git hands to a shell. */
function gitSshCommand(input) {
    return [input.program ?? 'ssh', ...sshOptions(input)].map(ssh_options_quote).join(' ');
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh.js








/** An {@link Ssh} with one identity. */
function createSsh(input) {
    const { run } = input;
    const env = childEnvironment(input.environment, { LC_ALL: 'C.UTF-8' });
    const { identity } = input;
    const whoAmI = typeof identity === 'function' ? identity : () => Promise.resolve(identity);
    const call = async (host, command, refused = false) => [
        input.program ?? 'ssh',
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
            const attempt = async (refused) => run(await call(host, [loginShell], refused), { env, input: wrapScript(nonce, script), timeoutSeconds });
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
            const { value, result } = await withPipe(run, async (file) => run(await call(host, [loginShell]), {
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

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 5 modules
var exec = __webpack_require__(2876);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/capture-lines.js


/** Characters of one line that are told; a line without an end must not fill the memory. */
const longestLine = 1024 * 1024;
/** A {@link Capture} that decodes UTF-8 across chunk borders. Of a very long line only the beginning is told. */
function captureLines(limit, onLine) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    const tail = keepTail(limit);
    const lines = onLine && splitLines(onLine);
    const take = (piece) => {
        tail.add(piece);
        lines?.add(piece);
    };
    return {
        add: (chunk) => {
            take(decoder.write(chunk));
        },
        end: () => {
            take(decoder.end());
            lines?.end();
            return tail.text();
        }
    };
}
// Pieces are joined once they are wanted: to add to one text again and again costs quadratic time.
function keepTail(limit) {
    let pieces = [];
    let length = 0;
    return {
        text: () => lastCharacters(pieces.join(''), limit),
        add: (piece) => {
            pieces.push(piece);
            length += piece.length;
            if (length <= 2 * limit)
                return;
            // One more than is wanted: it tells whether a line begins behind it.
            pieces = [pieces.join('').slice(-limit - 1)];
            length = limit + 1;
        }
    };
}
function splitLines(onLine) {
    let parts = [];
    let length = 0;
    const grow = (part) => {
        const room = Math.max(0, longestLine - length);
        if (room > 0)
            parts.push(part.slice(0, room));
        length += part.length;
    };
    const tell = () => {
        onLine(shortened(parts.join(''), length).replace(/\r$/, ''));
        parts = [];
        length = 0;
    };
    return {
        add: (piece) => {
            const [first = '', ...others] = piece.split('\n');
            grow(first);
            for (const line of others) {
                tell();
                grow(line);
            }
        },
        end: () => {
            if (length > 0)
                tell();
        }
    };
}
// The last word may be the first half of a secret, which nobody would know again.
function shortened(line, length) {
    if (length <= longestLine)
        return line;
    return `${line.replace(/\S{1,4096}$/, '')} … (${length - line.length} more characters)`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/run-command/group-line.js
const nothing = Buffer.alloc(0);
/** A {@link GroupLine} for the line `<mark> <id>`. A launcher may warn before it, so it need not be the first. */
function createGroupLine(mark) {
    const wanted = new RegExp(`^${mark} (\\d+)\\n`, 'm');
    let held = nothing;
    let group = null;
    return {
        get group() {
            return group;
        },
        pass: (chunk) => {
            if (group !== null)
                return chunk;
            held = Buffer.concat([held, chunk]);
            const text = held.toString('latin1');
            const found = wanted.exec(text);
            if (found === null)
                return nothing;
            group = Number(found[1]);
            return Buffer.from(text.replace(found[0], ''), 'latin1');
        },
        end: () => (group === null ? held : nothing)
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/run-command/redacted-stderr.js
/** `run` whose children say nothing on stderr that `redact` hides; stdout may be data, and comes as it is. */
function redactedStderr(run, redact) {
    return async (argv, options) => {
        const { onStderrLine } = options;
        const onLine = (line) => {
            onStderrLine?.(redact(line));
        };
        const result = await run(argv, { ...options, ...(onStderrLine && { onStderrLine: onLine }) });
        return { ...result, stderr: redact(result.stderr) };
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secret.js
var src_secret = __webpack_require__(6148);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/run-command/secret-environment.js


/** The variables that are no secrets: what every process around a command may have. */
function withoutSecrets(env) {
    const open = Object.entries(env).filter((entry) => typeof entry[1] === 'string');
    return Object.fromEntries(open);
}
/**
 * The secret variables as lines `NAME=value`, each with its line end; '' for none. Throws UpgradeError `bad-secret` for
 * a value of several lines, which no credential in a variable has.
 */
function secretLines(env) {
    return Object.entries(env)
        .flatMap(([name, value]) => (value instanceof src_secret/* Secret */.z ? [`${name}=${oneLine(name, value.reveal())}\n`] : []))
        .join('');
}
function oneLine(name, value) {
    if (!/[\n\0]/.test(value))
        return value;
    throw new src_errors/* UpgradeError */.f('bad-secret', {
        message: `The value for ${name} has a line break in it.`,
        unchanged: 'Nothing was changed.',
        next: 'Give it as one line, without quotes around it.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/run-command/session-launcher.js



const perlScript = 'use POSIX (); POSIX::setsid(); exec { $ARGV[0] } @ARGV; exit 127';
/**
 * The words that start a command in a session, and so in a process group, of its own: `setsid`, or perl where there is
 * none, as on macOS. Throws UpgradeError `preflight-failed` if PATH has neither: what a command starts could not be
 * stopped then.
 */
function sessionLauncher(path = process.env['PATH'] ?? '') {
    const setsid = findOnPath('setsid', path);
    if (setsid !== null)
        return [setsid];
    const perl = findOnPath('perl', path);
    if (perl !== null)
        return [perl, '-e', perlScript];
    throw new src_errors/* UpgradeError */.f('preflight-failed', {
        message: 'This machine has neither setsid nor perl on PATH; one of them is needed to stop what a command starts.',
        unchanged: 'Nothing was changed.',
        next: 'Install util-linux (setsid) or perl. Linux and macOS are supported; on Windows use WSL.'
    });
}
/** The absolute path of a program that this user may run; null if PATH has none. */
function findOnPath(name, path) {
    const candidates = path.split(external_node_path_.delimiter).filter((folder) => folder !== '');
    return candidates.map((folder) => (0,external_node_path_.join)(folder, name)).find(isProgram) ?? null;
}
function isProgram(file) {
    try {
        (0,external_node_fs_.accessSync)(file, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(file).isFile();
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/stop-process-group.js
const graceMilliseconds = 3000;
/** A {@link Stop} for the group whose id `groupOf` gives; null as long as the process has not told it. */
function createStop(groupOf) {
    const state = { asked: false, timedOut: false, settled: false };
    const timers = [];
    const attempt = (signal) => {
        if (state.settled)
            return;
        // The id is not known yet where the end comes at the very start: try again.
        if (!signalGroup(groupOf(), signal))
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
function signalGroup(group, signal) {
    if (group === null || group <= 1)
        return false;
    try {
        process.kill(-group, signal);
        return true;
    }
    catch (error) {
        // ESRCH: the group has ended by itself.
        return error.code === 'ESRCH';
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/run-command.js









/**
 * The one place where processes start. `signal` ends all of them; `redact` hides secrets in their stderr.
 * Each runs in a process group of its own, so that an end reaches grandchildren too; the group's id comes back as a
 * line of stderr, because `@actions/exec` does not tell it, and no file that a cleaner may remove is in between.
 */
function createRunCommand(signal, redact) {
    // As many commands may run at once as there are nodes and checks: no sign of a leak.
    if (signal)
        (0,external_node_events_.setMaxListeners)(0, signal);
    const run = (argv, options) => supervise(argv, { ...(signal && { signal }), ...options });
    return redact ? redactedStderr(run, redact) : run;
}
// POSIX sh, all data in "$@". What a command leaves of its input is read to the end: to write to nobody is an error that
// `@actions/exec` does not catch. Secrets come as the first lines of stdin and are exported where the command starts.
const common = `echo "$1 $$" >&2; secrets=$2 mode=$3
start() { while [ "$secrets" -gt 0 ]; do IFS= read -r secret; export "$secret"; secrets=$((secrets - 1)); done
if [ "$mode" = input ]; then exec "$@"; else exec "$@" </dev/null; fi; }`;
const runScript = `${common}
shift 3; if [ "$mode" = input ]; then (start "$@"); status=$?; cat >/dev/null; exit "$status"; else start "$@"; fi`;
// The statuses of both stages go to the stdout of the whole, which nothing else uses: no shell option tells them apart
// everywhere.
const pipeScript = `${common}
file=$4 n=$5; shift 5; umask 077; set -C; exec 3>&1
producer() { shift "$n"; (start "$@"); status=$?; [ "$mode" = closed ] || cat >/dev/null; return "$status"; }
through() { case $n in 0) exec cat ;; 1) "$1" ;; 2) "$1" "$2" ;; 3) "$1" "$2" "$3" ;; *) exit 126 ;; esac; }
{ producer "$@" 3>&-; echo "producer $?" >&3; } | { (through "$@" >"$file" 3>&-); echo "through $?" >&3; }`;
async function supervise(argv, options) {
    if (options.signal?.aborted)
        return { exitCode: 130, stdout: '', stderr: 'stopped before it began', timedOut: false };
    const mark = (0,external_node_crypto_.randomUUID)();
    const groupLine = createGroupLine(mark);
    const stop = createStop(() => groupLine.group);
    const onAbort = () => {
        stop.now(false);
    };
    options.signal?.addEventListener('abort', onAbort);
    const onDeadline = () => {
        stop.now(true);
    };
    const timer = options.timeoutSeconds ? setTimeout(onDeadline, options.timeoutSeconds * 1000) : undefined;
    try {
        const { code, stdout, stderr } = await start(wrap(argv, options, mark), options, groupLine);
        // exec types the code as a number, but hands out null for a child that a signal ended.
        const ended = code ?? (stop.asked ? 143 : 137);
        const { timedOut } = stop;
        if (!options.stdoutTo)
            return { exitCode: ended, stdout, stderr, timedOut };
        const status = (stage) => statusOf(stdout, stage) ?? (ended || 137);
        return { exitCode: status('producer'), stdout: '', stderr, timedOut, throughExitCode: status('through') };
    }
    finally {
        stop.settle();
        clearTimeout(timer);
        options.signal?.removeEventListener('abort', onAbort);
    }
}
async function start(command, options, groupLine) {
    const stdout = captureLines(16 * 1024 * 1024, options.onStdoutLine);
    const stderr = captureLines(1024 * 1024, options.onStderrLine);
    const [program, ...launcher] = sessionLauncher();
    const input = secretLines(options.env) + run_command_textOf(options.input ?? '');
    const code = (await (0,exec/* exec */.m)(`"${program}"`, [...launcher, ...command], {
        ...(options.cwd !== undefined && { cwd: options.cwd }),
        env: withoutSecrets(options.env),
        silent: true,
        ignoreReturnCode: true,
        ...((input !== '' || options.input !== undefined) && { input: Buffer.from(input) }),
        listeners: {
            stdout: (chunk) => {
                stdout.add(chunk);
            },
            stderr: (chunk) => {
                stderr.add(groupLine.pass(chunk));
            }
        }
    }));
    stderr.add(groupLine.end());
    return { code, stdout: stdout.end(), stderr: stderr.end() };
}
function wrap(argv, options, mark) {
    const mode = options.input === undefined ? 'closed' : 'input';
    const secrets = String(secretLines(options.env).split('\n').length - 1);
    if (!options.stdoutTo)
        return ['/bin/sh', '-c', runScript, 'run', mark, secrets, mode, ...argv];
    const { file, through = [] } = options.stdoutTo;
    const pipe = [mark, secrets, mode, file, String(through.length), ...through];
    return ['/bin/sh', '-c', pipeScript, 'pipe', ...pipe, ...argv];
}
function statusOf(stdout, stage) {
    const found = new RegExp(`^${stage} (\\d+)$`, 'm').exec(stdout);
    return found === null ? null : Number(found[1]);
}
function run_command_textOf(value) {
    return typeof value === 'string' ? value : value.reveal();
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/with-commands.js

/**
 * Runs `task` and comes back when all that it started is over, too: what is still under way when the task ends is
 * stopped and waited for, and nothing begins any more. Else a login that is being made writes its key into a folder
 * that is removed at the same moment.
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
    const start = createRunCommand(signal, redact);
    try {
        return await task({ run: (argv, options) => track(() => start(argv, options)), signal, track });
    }
    finally {
        over.abort();
        while (underWay.size > 0)
            await Promise.allSettled(underWay);
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/open-platform.js













/**
 * Runs `task` with the tools of one environment. What they keep (token, certificate, known hosts) lies in a
 * private folder that is removed afterwards, when all that was started for it has ended.
 */
async function open_platform_withPlatform(telling, environment, task) {
    const { options, context } = telling;
    const home = await files_files.privateFolder('platform');
    let hostKeys = null;
    try {
        hostKeys = await openHostKeys(telling, home);
        const place = { home, hostKeys };
        return await withCommands(context, async (commands) => task(await openPlatform({ options, context }, environment, { ...commands, ...place })));
    }
    finally {
        await hostKeys?.keepAccepted();
        await files_files.remove(home);
    }
}
async function openPlatform({ options, context }, environment, { run, signal, track, home, hostKeys }) {
    const pinned = { knownHostsFile: hostKeys.knownHostsFile, hostKey: options.sshHostKey };
    const folder = files_files.join(home, 'bin');
    const cloud = createMagentoCloud({
        run,
        parentEnvironment: await withPinnedSsh(files_files, context.environment, { ...pinned, folder }),
        home,
        phar: await installed({ options, context }, run, home),
        token: options.cloudToken,
        project: options.project,
        environment,
        signal
    });
    const source = identitySource({ options, context }, run, cloud, home);
    const identity = (told) => track(() => source(told));
    const login = { ...pinned, program: files_files.join(folder, 'ssh'), connectTimeoutSeconds: 20 };
    let hosts = null;
    return {
        cloud,
        ssh: async () => {
            // What is wrong with a key or a token shows here, and not at the first script.
            await identity();
            return createSsh({ run, environment: context.environment, identity, ...login });
        },
        hosts: () => (hosts ??= forgetFailed(cloud.sshHosts(), () => (hosts = null))),
        gitSsh: async () => gitSshCommand({ ...login, identity: await identity() })
    };
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/upgrade-trailers.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/remote-branch.js

/** Asks `remote` for the commit of `branch`, past everything that the clone remembers. */
async function askRemoteBranch(git, remote, branch) {
    const ref = `refs/heads/${branch}`;
    const { exitCode, stdout, stderr } = await git.run('ls-remote', remote, ref);
    if (exitCode !== 0)
        return { answered: false, text: (0,redact_evidence/* redactEvidence */.H)(stderr.trim()) };
    // git also lists what only ends with the name: anybody may push a branch `a/refs/heads/main`.
    const line = stdout.split('\n').find((each) => each.endsWith(`\t${ref}`));
    return { answered: true, commit: /^[0-9a-f]{40,64}(?=\t)/.exec(line ?? '')?.[0] ?? null };
}
/** The commit that `remote` holds for `branch`, or null where there is no such branch or no answer. */
async function remoteCommit(git, remote, branch) {
    const answer = await askRemoteBranch(git, remote, branch);
    return answer.answered ? answer.commit : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/case-clashes.js
// Folders that the base packages marshal files into (magento/magento2-base and -ee-base, 2.4).
const marshaled = ['app/bootstrap.php', 'app/code', 'app/design', 'app/etc', 'app/i18n', 'bin', 'dev', 'generated'];
const more = ['lib/internal', 'lib/web', 'phpserver', 'pub/errors', 'pub/media', 'pub/static', 'setup', 'var', 'vendor'];
/**
 * Pairs of names that a system without upper and lower case takes for one: tracked paths and their folders, among each
 * other and with the folders that Magento marshals into.
 */
function findCaseClashes(tracked) {
    const seen = new Map([...marshaled, ...more].flatMap(withFolders).map((name) => [fold(name), name]));
    const clashes = new Map();
    for (const name of new Set(tracked.flatMap(withFolders))) {
        const known = seen.get(fold(name));
        if (known === undefined)
            seen.set(fold(name), name);
        else if (known !== name)
            clashes.set(name, [name, known]);
    }
    return [...clashes.values()];
}
function withFolders(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/')).filter((name) => name !== '');
}
function fold(name) {
    return name.normalize('NFC').toLowerCase();
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/index-guard.js
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
    if (file.mapped && file.path === 'vendor/.htaccess')
        return null;
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/unsafe-changes.js

/**
 * Of uncommitted changes those that must not become part of any commit (keys, dumps), with the reason: also a branch
 * of their own is history. Texts are read up to what the scan of a commit looks at.
 */
async function unsafeChanges({ git, files }, entries) {
    const root = (await git.read('rev-parse', '--show-toplevel')).trim();
    const found = entries
        .filter(({ status }) => !status.includes('D'))
        .map(async ({ status, path }) => {
        const text = (await files.read(files.join(root, path)).catch(() => null)) ?? '';
        const reason = refuseStaged({ path, text, mapped: false, tracked: status !== '??' }, []);
        return reason === null ? [] : [{ path, reason }];
    });
    return (await Promise.all(found)).flat();
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-git.js



/** Problems of the checkout: unwanted changes, detached HEAD, operations in progress, a branch that moved. */
async function checkGit({ git, files }, input) {
    const checks = [
        checkWorkTree({ git, files }, input),
        checkCase(git),
        checkHead(git, input),
        checkOperation(git, files),
        checkRemote(git, input),
        checkShallow(git)
    ];
    return (await Promise.all(checks)).flat();
}
async function checkWorkTree(tools, { dirty }) {
    const entries = await uncommitted(tools.git);
    if (dirty === 'branch')
        return (await unsafeChanges(tools, entries)).map(unsafe);
    if (entries.length === 0 || dirty !== 'fail')
        return [];
    const listed = entries.slice(0, 20).map(({ status, path }) => `${status.trim()} ${path}`);
    const more = entries.length > listed.length ? ` and ${entries.length - listed.length} more` : '';
    return [
        error('git-dirty', `The work tree holds uncommitted changes: ${listed.join(', ')}${more}.`, 'Commit or remove them, or set dirty: stash or dirty: branch.')
    ];
}
function unsafe({ path, reason }) {
    return error('git-dirty-secret', `dirty: branch would commit ${path}, which ${reason}.`, 'Move it out of the work tree, or ignore it in .gitignore.');
}
/** Changes that a run must not lose. A new auth.json is none: it holds keys and goes into no commit, stash or branch. */
async function uncommitted(git) {
    const entries = await git.status();
    return entries.filter(({ status, path }) => status !== '??' || !/(^|\/)auth\.json$/.test(path));
}
async function checkHead(git, { branch }) {
    // A branch that was named is the remote's, whatever is checked out.
    if (branch !== '' || (await git.run('symbolic-ref', '--quiet', 'HEAD')).exitCode === 0)
        return [];
    return [
        error('git-detached', 'HEAD is detached, so there is no branch to push to.', 'Set the branch input, or check out a branch.')
    ];
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
    // The run has started from the remote's own tip already.
    if (!push || branch !== '')
        return [];
    if ((await git.run('remote', 'get-url', remote)).exitCode !== 0)
        return [error('git-remote', `There is no git remote named ${remote}.`, 'Set the remote input, or add the remote.')];
    const name = (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim();
    const answer = await askRemoteBranch(git, remote, name);
    if (!answer.answered) {
        return [
            error('git-remote', `The remote ${remote} does not answer: ${check_git_lastLine(answer.text)}`, 'Check the credentials of the remote.')
        ];
    }
    const { commit } = answer;
    if (commit === null || (await git.run('merge-base', '--is-ancestor', commit, 'HEAD')).exitCode === 0)
        return [];
    return [
        error('git-behind', `${name} on ${remote} holds commits that the checkout lacks.`, `Run git pull --ff-only ${remote} ${name}.`)
    ];
}
/**
 * git that takes `App/etc` and `app/etc` for one (`core.ignorecase`) would commit marshaled files under the name that
 * is tracked; so would a file system. Names are compared in one Unicode form, as macOS changes it.
 */
async function checkCase(git) {
    if ((await git.run('config', '--type=bool', '--get', 'core.ignorecase')).stdout.trim() !== 'true')
        return [];
    const tracked = (await git.read('ls-tree', '-r', '-z', '--full-tree', '--name-only', 'HEAD')).split('\0');
    const clashes = findCaseClashes(tracked);
    if (clashes.length === 0)
        return [];
    const listed = clashes.slice(0, 20).map(([one, other]) => `${one} and ${other}`);
    return [
        error('git-case', `core.ignorecase is true, and these names differ only in case: ${listed.join(', ')}.`, 'Rename them with git mv to the name that Magento uses, or set core.ignorecase to false where the file system allows it.')
    ];
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/settle-checkout.js



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
        await putAside(git, saved, options.dirty === 'branch');
    const merged = await git.finish('merge', '--quiet', '--ff-only', commit);
    const problems = merged.exitCode === 0
        ? []
        : [warning('The checkout could not be moved to the new commit.', 'Run git pull --ff-only.')];
    if (!dirty)
        return problems;
    return [...problems, ...(options.dirty === 'branch' ? await keepOnBranch(project, saved) : await bringBack(project))];
}
// Keys and dumps must not end in git's history: a new auth.json stays where it is, and so does what turned up meanwhile.
async function putAside(git, message, forGood) {
    const unsafe = forGood ? await unsafeChanges({ git, files: files_files }, await git.status()) : [];
    const paths = [':/', ':(top,exclude,glob)**/auth.json', ...unsafe.map(({ path }) => `:(top,exclude,literal)${path}`)];
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/made-commit.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/activity.js

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
/** What has become of an activity: complete at 100 percent, unless its state says `staged` or `cancelled`. */
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/last-deployment-activity.js

/** Types of the activities that deploy an environment. */
const deploys = /^environment\.(?:push|redeploy|deploy|merge|synchronize|activate|restore|variable\.\w+)$/;
/**
 * The newest activity that deployed an environment, by the API's list of its activities; null where there is none, and
 * for any other answer. One that waits for its turn has nothing to tell yet.
 */
function lastDeploymentActivity(answer) {
    const told = (parseActivities(answer) ?? []).filter((one) => deploys.test(one.type) && verdictOf(one) !== 'pending');
    const created = ({ created_at: at }) => Date.parse(at ?? '') || 0;
    return told.sort((a, b) => created(b) - created(a))[0] ?? null;
}
/** What a diagnosis needs to know of an activity. */
function activityFacts({ id, result, started_at: started, created_at: created }) {
    const startedAt = Date.parse(started ?? created ?? '');
    return { id, startedAt: Number.isNaN(startedAt) ? null : startedAt, result: result ?? null };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/open-deployments.js


/** The deployments in the API's list of an environment's activities that wait or run; none for any other answer. */
function openDeployments(answer) {
    return (parseActivities(answer) ?? [])
        .filter((activity) => deploys.test(activity.type) && ['pending', 'running'].includes(verdictOf(activity)))
        .map(({ id, type, parameters }) => ({ id, type, commit: parameters?.new_commit ?? null }));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/refuse-while-deploying.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/choose-way.js
/**
 * The way that fits what was asked for. Left to itself, it is our own dump over SSH: streamed to this machine for a
 * container environment, into a compressed file on the server for dedicated nodes (Pro staging and production). Never
 * `cloud-dump` unless it was asked for: magento-cloud puts the database password on command lines.
 */
async function chooseWay(cloud, { strategy, to }) {
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/remote-answer.js
/** Reads `key<TAB>value` lines; other lines are left out. */
function remote_answer_parseRemoteAnswer(text) {
    const pairs = text.split('\n').flatMap((line) => {
        const tab = line.indexOf('\t');
        return tab < 0 ? [] : [[line.slice(0, tab), line.slice(tab + 1)]];
    });
    const all = (key) => pairs.filter(([name]) => name === key).map(([, value]) => value);
    return { all, one: (key) => all(key).at(-1) ?? null };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/database-facts.js
/** Reads the facts out of an answer. */
function databaseFacts(answer) {
    return {
        database: answer.one('database'),
        programs: answer.all('program'),
        nonTransactional: answer.all('inconsistent'),
        others: answer.all('other')
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/remote-prelude.js
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
const prelude = `[ -n "\${BASH_VERSION-}" ] || { printf 'failure\\tthere is no bash on the PATH of the login\\n'; exit 20; }
set -um
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
command -v php >/dev/null || fail "there is no php on the PATH of the login"
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
size() { query size 'COALESCE(SUM(DATA_LENGTH), 0)'; tell data-bytes "$(cat "$work/size.txt")"; }
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/remote-scripts.js

/** Lists the tables and views of a database, one `objects<TAB>name` line each, and its programs. */
function listObjectsScript(choice) {
    return forDatabase(choice, `${prelude}tell database "$database"
privileges
engines
size
objects objects
programs
tell 'done' yes
`);
}
// No dump program can be told how long to wait for a lock. One that waits behind a schema change keeps every later
// query on that table waiting behind itself, so it is ended: people may end connections of their own.
const findDump = `dump=$(command -v mariadb-dump || command -v mysqldump) || fail "there is no mariadb-dump or mysqldump on the PATH of the login"
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
const findZip = `zip=$(command -v pigz || command -v gzip) || fail "there is no gzip on the PATH of the login"
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/list-objects.js





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
    const size = Number(answer.one('data-bytes') ?? Number.NaN);
    const dataBytes = Number.isFinite(size) ? size : null;
    return { ...databaseFacts(answer), names: without(answer.all('objects'), choice.exclude), source, dataBytes };
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/backup-folder.js

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
        return files.lastingFolder('backup');
    const stamp = new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '');
    const folder = files.join(files.resolve(directory), `backup-${stamp}-${crypto.randomUUID().slice(0, 8)}`);
    await files.makePrivateFolder(folder).catch((error) => {
        throw list_objects_dumpFailure(`its folder cannot be made: ${error instanceof Error ? error.message : String(error)}`);
    });
    return folder;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(4377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/errors.js
var errors = __webpack_require__(3342);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var core_errors = __webpack_require__(7428);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report-schema.js

const seconds = schemas/* number */.aig().nonnegative().describe('seconds');
const answer = schemas/* object */.Ikc({ url: schemas/* string */.YjP(), status: schemas/* number */.aig().int().nullable() });
const problem = schemas/* object */.Ikc({
    id: schemas/* string */.YjP().describe('stable kebab-case id of the check'),
    severity: schemas/* enum */.k5n(['error', 'warning']),
    level: schemas/* enum */.k5n(['before', 'look', 'information']).optional().describe('when to see to it, in a plan'),
    message: schemas/* string */.YjP(),
    fix: schemas/* string */.YjP()
});
const planNote = problem.omit({ severity: true }).required({ level: true });
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
/** What a backup is worth; from best to worst. */
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
const deployment = schemas/* object */.Ikc({
    verdict: schemas/* enum */.k5n(['succeeded', 'degraded', 'failed', 'never-started', 'staged', 'superseded', 'unknown', 'skipped']),
    activityId: schemas/* string */.YjP().nullable(),
    seconds,
    phases: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* enum */.k5n(['build', 'deploy', 'post-deploy']), seconds })).describe('those seen whole'),
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
/** The parts of a deployment in their order, and the running shop after it. */
const findingPhases = ['configuration', 'build', 'deploy', 'post-deploy', 'site'];
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

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/manifest-texts.js


// Whoever can write to a folder can write a manifest into it, and what it says ends on terminals and in paths.
/** A name on one line, without characters that control a terminal or reorder the text. */
const manifest_texts_oneLine = schemas/* string */.YjP()
    .max(1000)
    .refine((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text), 'holds control characters');
/** The plain name of a file: no path, nothing hidden. */
const fileName = schemas/* string */.YjP().regex(/^\w[\w.-]{0,254}$/, 'is no plain name of a file');
/** A checksum in hexadecimal. */
const sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/, 'is no SHA-256');
/** A number of things or bytes. */
const count = schemas/* number */.aig().int().nonnegative();
/** Names of tables and the like: they may hold anything and are compared to the byte; who prints them cleans them. */
const objectNames = schemas/* array */.YOg(schemas/* string */.YjP().max(1000));
/** Words of this program or of a server, cleaned and cut: a backup is not worth less for an odd message. */
const words = schemas/* string */.YjP().overwrite((text) => withoutControls(text.slice(0, 20_000)));
/** Text without terminal escapes and control characters, line ends among them. */
function withoutControls(text) {
    return (0,external_node_util_.stripVTControlCharacters)(text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/backup-manifest.js




/** Name of the file that makes a folder a backup. It is written last: without it, what lies there is unfinished. */
const backup_manifest_manifestName = 'manifest.json';
/** The largest manifest that is read, in bytes: one of 50,000 tables has a fifth of it. */
const manifestBytes = 32 * 2 ** 20;
/** One check of a dump and its outcome. */
const proof = schemas/* object */.Ikc({ id: manifest_texts_oneLine, passed: schemas/* boolean */.zMY(), detail: words });
/** How loading a dump into a scratch database went. */
const rehearsal = schemas/* object */.Ikc({
    passed: schemas/* boolean */.zMY(),
    seconds: schemas/* number */.aig(),
    server: words.describe('version of the scratch server'),
    tables: count,
    rows: count,
    orphans: schemas/* array */.YOg(words).describe('foreign keys, of those looked at, with rows that refer to nothing'),
    detail: words
});
/** The dump of one relationship. Sizes in bytes, checksums in hexadecimal. */
const manifestDump = schemas/* object */.Ikc({
    relationship: manifest_texts_oneLine,
    database: manifest_texts_oneLine.nullable(),
    source: schemas/* enum */.k5n(['primary', 'replica']).describe('where it was read'),
    excluded: objectNames.describe('tables and views that were left out because it was asked for'),
    file: fileName.nullable().describe('name in the folder of the manifest; null where the dump is on the server alone'),
    serverFile: manifest_texts_oneLine.nullable().describe('path on the server, where it was left there'),
    encryption: schemas/* enum */.k5n(['none', 'age']),
    bytes: count.describe('compressed'),
    sha256: sha256.describe('of the compressed dump'),
    fileBytes: count.nullable().describe('of the file as it lies on this machine'),
    fileSha256: sha256.nullable(),
    sqlBytes: count,
    sqlSha256: sha256,
    serverVersion: words.nullable(),
    clientVersion: words.nullable(),
    tables: objectNames,
    views: objectNames,
    programs: objectNames.describe('triggers, routines and events in the dump, as `kind name`'),
    missingPrograms: objectNames.describe('those of the database that this way of dumping leaves out'),
    rows: schemas/* record */.g1P(schemas/* string */.YjP().max(1000), count)
        .nullable()
        .describe('rows by table; null where the dump was not read here'),
    nonTransactional: objectNames.describe('tables whose engine keeps no snapshot'),
    proofs: schemas/* array */.YOg(proof),
    rehearsal: rehearsal.nullable()
});
/** Files that were copied beside the dumps. Sizes in bytes. */
const mediaCopy = schemas/* object */.Ikc({
    folder: fileName.describe('name in the folder of the manifest'),
    checksums: fileName.describe('name of the list of checksums, as sha256sum reads it'),
    checksumsSha256: sha256,
    files: count,
    bytes: count
});
/** One of the promises in docs/backups.md, whether it was kept, and by what. */
const manifestPromise = schemas/* object */.Ikc({ id: manifest_texts_oneLine, kept: schemas/* boolean */.zMY(), detail: words });
/** Everything about one backup. */
const backupManifest = schemas/* object */.Ikc({
    schemaVersion: schemas/* literal */.euz(1),
    state: schemas/* enum */.k5n(backupStates),
    consistent: schemas/* boolean */.zMY(),
    project: manifest_texts_oneLine,
    environment: manifest_texts_oneLine,
    host: manifest_texts_oneLine,
    strategy: schemas/* enum */.k5n(backupStrategies),
    baseCommit: manifest_texts_oneLine.nullable().describe('commit that the upgrade starts from; null for a backup alone'),
    startedAt: iso/* datetime */.w$(),
    finishedAt: iso/* datetime */.w$(),
    dumps: schemas/* array */.YOg(manifestDump),
    media: mediaCopy.nullable().describe('copy of pub/media beside the dumps'),
    notCovered: schemas/* array */.YOg(words),
    promises: schemas/* array */.YOg(manifestPromise)
})
    .refine(namesEachFileOnce, 'names a file twice, or itself');
function namesEachFileOnce({ dumps, media }) {
    const dumpNames = dumps.flatMap(({ file }) => (file === null ? [] : [file]));
    const names = [backup_manifest_manifestName, ...dumpNames, ...(media === null ? [] : [media.folder, media.checksums])];
    return new Set(names).size === names.length;
}
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
            message: `${where} is no manifest of a backup: ${error instanceof errors/* ZodError */.G ? whatIsWrong(error) : 'it is not JSON'}.`,
            unchanged: 'Nothing was changed.',
            next: 'Name the folder of a backup that this tool made.'
        });
    }
}
// The paths of issues hold keys that somebody else chose.
function whatIsWrong(error) {
    return withoutControls(core_errors/* prettifyError */.S1(error)).slice(0, 1000);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/backup-promises.js
const budgetMegabytes = 160;
/** One line for each promise of a backup: whether it was kept, and by what. */
function tellPromises(dumps, facts) {
    const passed = (...ids) => dumps.every(({ proofs }) => ids.every((id) => proofs.find((proof) => proof.id === id)?.passed === true));
    const all = (has) => dumps.every(has);
    const each = (tell) => dumps.map((dump) => `${dump.relationship}: ${tell(dump)}`).join('; ');
    // magento-cloud hands it to ssh, and ssh to mysqldump, as an argument.
    const shown = facts.strategy === 'cloud-dump';
    const line = (id, kept, detail) => ({ id, kept, detail });
    return [
        line('all-or-nothing', true, 'partial names until proven; flushed; this manifest was written last'),
        line('stream', passed('exit-codes', 'gzip', 'trailer', 'statements'), each(({ proofs }) => detailOf(proofs, 'exit-codes'))),
        line('content', passed('tables') && all(isConsistent), each(contentOf)),
        line('rehearsal', all(({ rehearsal }) => rehearsal?.passed === true), each(({ rehearsal }) => rehearsal?.detail ?? 'not made')),
        line('checksums', passed('sha256'), 'of the SQL, the compressed dump and the file'),
        line('confidential', !shown, each(hiddenHow) + (shown ? '; but the database password was on command lines' : '')),
        line('bounded', facts.peakMegabytes <= budgetMegabytes, `${facts.peakMegabytes} MB of memory at most, of ${budgetMegabytes}`),
        line('gentle', facts.strategy !== 'ece-dump', each(({ source }) => `read from the ${source}`)),
        line('complete', all(({ excluded, missingPrograms }) => excluded.length + missingPrograms.length === 0), `not covered: ${facts.notCovered.join(', ')}`),
        line('resume', facts.baseCommit !== null, facts.baseCommit === null ? 'made for no upgrade' : `a rerun of the upgrade of ${facts.baseCommit} may use it`),
        line('retention', true, 'no older backup was opened or removed'),
        line('honest', true, facts.state),
        line('gate', facts.level !== 'off', `backup-proof: ${facts.level}`)
    ];
}
function hiddenHow({ encryption }) {
    return encryption === 'age' ? 'encrypted before the disk' : 'files 0600 in a folder 0700';
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/compose-manifest.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/checksum-list.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/copy-media.js




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
async function copy_media_checkMedia({ files, dumpFiles }, folder, media) {
    const checksums = files.join(folder, media.checksums);
    const isThere = (await files.sizeInside(folder, media.checksums)) !== null;
    const isList = isThere && (await dumpFiles.sum(checksums)).sha256 === media.checksumsSha256;
    const wrong = isList ? [] : [media.checksums];
    for (const [path, sha256] of parseChecksums(isList ? ((await files.read(checksums)) ?? '') : '')) {
        // The list is as foreign as the manifest: nothing outside of the copy is read.
        const isInside = (await files.sizeInside(folder, `${media.folder}/${path}`)) !== null;
        if (!isInside || (await dumpFiles.sum(files.join(folder, media.folder, path))).sha256 !== sha256)
            wrong.push(path);
    }
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
        throw mediaFailure(`rsync ended with exit code ${exitCode} (${(0,redact_evidence/* redactEvidence */.H)(stderr.trim().split('\n').at(-1) ?? '').slice(0, 300)})`);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/database-problems.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/describe-backup.js

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
        problems: [
            ...dumps.flatMap(databaseProblems),
            ...(strategy === 'ece-dump' ? [downtime()] : []),
            ...(strategy === 'cloud-dump' ? [passwordShown()] : [])
        ]
    };
}
function passwordShown() {
    return {
        id: 'backup-password-shown',
        severity: 'warning',
        message: 'magento-cloud db:dump had the database password on command lines of this machine and of the server while it ran.',
        fix: 'Leave backup at auto: our own dump over SSH leaves the password on the server.'
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/dump-scan.js
const object = /^(?:\/\*!\d+ )?(?:CREATE )?(TABLE|VIEW|SEQUENCE) (?:IF NOT EXISTS )?`((?:[^`]|``)+)`/;
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
        state.serverVersion ??= /^-- Server version\s+(\S+)/.exec(head)?.[1] ?? null;
        state.clientVersion ??= /^-- (?:MariaDB|MySQL) dump (\S.*?)(?:,? for .*)?$/.exec(head)?.[1] ?? null;
    };
    // Getters on the state, which goes on while the dump is read.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/prove-dump.js


const refusedText = 'which no dump program writes';
const readAnyway = ['exit-codes', 'gzip', 'statements'];
// A database of a shop has these; a dump without them is of something else.
const sentinels = ['setup_module', 'core_config_data', 'store'];
/** Every proof of a dump, passed or not. One failed proof makes the dump worthless. */
function proveDump(evidence) {
    const { statuses, gzipFailure, lastLine, before, sha256 } = evidence;
    // What says how the stages ended comes behind the dump, and is lost with the end of one that is damaged.
    const bad = Object.values(statuses).filter((status) => (status === null ? gzipFailure === null : status !== 0));
    const list = Object.entries(statuses).map(([stage, status]) => `${stage} ${status ?? 'unknown'}`);
    const statements = judgeStatements(evidence);
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
            passed: statements === null,
            detail: statements ?? 'every statement is closed, is one that dump programs write, and none chooses a database'
        },
        {
            id: 'tables',
            passed: objects === null,
            detail: objects ?? `${before.length} tables and views, as in information_schema before and after`
        },
        { id: 'sha256', passed: /^[0-9a-f]{64}$/.test(sha256), detail: sha256 }
    ];
}
function judgeStatements({ closed, choosesDatabase, refused = null }) {
    if (choosesDatabase)
        return 'the dump chooses a database by itself, so it could be loaded into the wrong one';
    if (refused !== null)
        return `${refused}, ${refusedText}; nothing of the dump was loaded anywhere`;
    return closed ? null : 'the last statement is not closed';
}
function missingSentinels(names) {
    const missing = sentinels.filter((wanted) => !names.some((name) => name.endsWith(wanted)));
    return missing.length === 0 ? null : `the database has no ${missing.join(', ')}: it is not the one of a shop`;
}
/** Throws UpgradeError for the first failed proof: `backup-failed` for a failed stage, else `backup-unproven`. */
function expectProven(proofs, where) {
    const failing = proofs.filter(({ passed }) => !passed);
    // Behind what was refused no statement was read, so that what is missing there says nothing. The bytes were: what is
    // cut off may look like any statement at its end.
    const refused = failing.filter(({ id, detail }) => id === 'statements' && detail.includes(refusedText));
    const failed = refused.length > 0 ? failing.filter(({ id }) => readAnyway.includes(id)) : failing;
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
    if (text.includes(refusedText))
        return 'Look at the server, which may be broken into, and at what mysqldump writes there: dumps of a sound one hold nothing else.';
    if (/1356|definer|references invalid/i.test(text))
        return 'Repair or drop the view named above, then run again.';
    if (/1412|changed while|schema change/i.test(text))
        return 'Wait until no deployment or schema change is running, then run again.';
    if (/denied|1044|1045|1142|1227/i.test(text))
        return 'Give the database user the privilege named above, or ask support for it.';
    return 'Run again; if it fails again, look at the database server and the free space.';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump-here.js





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
    return (0,redact_evidence/* redactEvidence */.H)(named.at(-1) ?? lines.findLast((line) => line !== '') ?? '').slice(0, 300);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/bring-here.js

const bring_here_timeoutSeconds = 4 * 3600;
/** The same of a dump that stays on the server. */
const notCopied = { file: null, encryption: 'none', fileBytes: null, fileSha256: null, rows: null };
function refusal(refused, serverFile) {
    return new src_errors/* UpgradeError */.f('backup-unproven', {
        message: `The database dump cannot be trusted (statements: ${refused}, which no dump program writes; nothing of the dump was loaded anywhere).`,
        unchanged: `The dump lies on the server as ${serverFile}; older backups, the checkout, the branch and the environment are as they were.`,
        next: 'Look at the server, which may be broken into: do not load this dump.'
    });
}
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
        if (dump.refused !== null)
            throw refusal(dump.refused, serverFile);
        await dumpFiles.settle(partial, final);
        const { bytes: fileBytes, sha256: fileSha256 } = dump.file;
        return { file, encryption: encrypted ? 'age' : 'none', fileBytes, fileSha256, rows: Object.fromEntries(dump.rows) };
    }
    catch (error) {
        await files.remove(partial);
        throw error instanceof src_errors/* UpgradeError */.f ? error : failure(error instanceof Error ? error.message : String(error));
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump-on-server.js








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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/expect-room.js

// Dumps of shops compress to a fifth up to a tenth of their rows: with less than a twentieth there is no chance.
const compressed = 1 / 20;
const megabyte = 1024 * 1024;
/**
 * Throws UpgradeError `preflight-failed` where the dump of a database cannot fit below `folder`, before it begins.
 * What the database says of its size is an estimate, so a dump that may fit is tried; the disk is watched meanwhile.
 */
async function expectRoom(files, folder, { database, dataBytes }) {
    const free = await files.freeBytes(folder);
    const least = (dataBytes ?? 0) * compressed;
    if (free >= least)
        return;
    const said = (bytes) => `${Math.floor(bytes / megabyte)} MB`;
    throw new src_errors/* UpgradeError */.f('preflight-failed', {
        message: `The disk of ${folder} has ${said(free)} free, which is too little: the database ${database ?? ''} holds about ${said(dataBytes ?? 0)}, and its dump takes ${said(least)} at the very least.`,
        unchanged: 'Nothing was dumped; older backups, the checkout, the branch and the environment are as they were.',
        next: 'Free some space, set backup-directory to a larger disk, or set backup-to: remote.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/rehearse-restore.js
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
        const failure = (await database.load(tools.dumpFiles.sql(path))) ?? (await compare(database, dump, rows).catch(messageOf));
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
    return compareTables(database, tables, rows);
}
/** Asks for all tables at once: a client for each would take longer than the tables of most shops. */
async function compareTables(database, tables, rows) {
    const mark = crypto.randomUUID();
    const asked = tables.map((table) => `rehearsal.\`${table.replaceAll('`', '``')}\``);
    const sql = asked.map((name) => `SELECT '${mark}', COUNT(*) FROM ${name}; CHECK TABLE ${name};`).join('\n');
    const answers = (await database.query(sql)).split(`${mark}\t`).slice(1);
    for (const [index, table] of tables.entries()) {
        const [count, ...checks] = lines(answers[index] ?? '');
        if (Number(count) !== (rows[table] ?? 0))
            return `${table} has ${count ?? 'no'} rows restored and ${rows[table] ?? 0} in the dump`;
        const check = checks.at(-1) ?? '';
        // Sequences and a few engines have nothing to check.
        if (!check.endsWith('\tOK') && !check.endsWith("doesn't support check"))
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
        // A parent that was left out of the dump is none that could be asked.
        const orphan = await database
            .query(`SELECT 1 FROM rehearsal.${child} c LEFT JOIN rehearsal.${parent} p ON c.${column} = p.${referred}
         WHERE c.${column} IS NOT NULL AND p.${referred} IS NULL LIMIT 1`)
            .catch(() => '');
        if (orphan.trim() === '1')
            found.push(`${key} of ${names[0] ?? ''}`);
    }
    return found;
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/dump-databases.js






const ways = {
    'cloud-dump': dumpByCloud,
    'ssh-stream': dumpByStream,
    'ssh-dump': dumpOnServer,
    'ece-dump': dumpByEceTools
};
/**
 * Dumps the main database, then what a split database has beside it, each proven and rehearsed before the next one.
 * Throws UpgradeError `backup-failed`, `backup-unproven`, or `preflight-failed` where there is no room; dumps that were finished before are removed then.
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
            if (folder !== null && exclude.length === 0)
                await expectRoom(tools.files, folder, before);
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
        next: detail.includes('was ended')
            ? 'Free or add disk space on this machine, use a faster one, or set rehearsal: off.'
            : 'Run again; if it fails again, look at the table named above, or at the version of MariaDB on this machine.'
    });
}
function unrehearsed() {
    return new src_errors/* UpgradeError */.f('backup-unproven', {
        message: 'A rehearsal of the restore is required, but this machine has no MariaDB server that can run without rights.',
        unchanged: 'The dump was removed; older backups, the checkout, the branch and the environment are as they were.',
        next: 'Install it (apt-get install mariadb-server; for root also util-linux, which has setpriv), or set rehearsal: auto.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/backup-reuse.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/compare-dump.js

/** Everything in which a dump differs from what its manifest says, each as half a sentence; empty where nothing does. */
function compareDump(dump, read) {
    const { scan, rows } = read;
    // Behind what was refused nothing was read.
    const whole = read.refused === null;
    const objects = compareObjects([...dump.tables, ...dump.views], scan.objects, [...dump.tables, ...dump.views]);
    const wrongRows = Object.entries(dump.rows ?? {}).filter(([table, count]) => (rows.get(table) ?? 0) !== count);
    return [
        read.gzipFailure,
        read.refused === null ? null : `${read.refused}, which no dump program writes`,
        read.bytes === dump.bytes ? null : `it has ${read.bytes} bytes instead of ${dump.bytes}`,
        read.sha256 === dump.sha256 ? null : 'its sha256 is another one',
        read.sqlBytes === dump.sqlBytes && read.sqlSha256 === dump.sqlSha256 ? null : 'its SQL is another one',
        isTrailer(scan.lastLine) || !whole ? null : 'its last line is not `-- Dump completed`',
        read.closed || !whole ? null : 'its last statement is not closed',
        whole ? objects : null,
        wrongRows.length === 0 || !whole
            ? null
            : `it has another number of rows in ${wrongRows.map(([table]) => table).join(', ')}`
    ].filter((failure) => failure !== null);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/find-damage.js

/** What a backup lacks on this machine by the sizes in its manifest, in words; null where every file is there. */
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
/** What is wrong with the file of one dump by its size; null where it is as the manifest says. */
async function dumpDamage(files, folder, dump) {
    if (dump.file === null)
        return `the dump of ${dump.relationship} is on the server alone`;
    const bytes = await files.sizeInside(folder, dump.file);
    if (bytes === null)
        return `${dump.file} is missing, or is no regular file`;
    return bytes === dump.fileBytes ? null : `${dump.file} has ${bytes} bytes instead of ${dump.fileBytes ?? 0}`;
}
/** The same by checksums: every file is read. */
async function find_damage_findOtherContent(tools, { folder, manifest }) {
    for (const { file, fileSha256 } of manifest.dumps) {
        const { sha256 } = await tools.dumpFiles.sum(tools.files.join(folder, file ?? ''));
        if (sha256 !== fileSha256)
            return `${file ?? ''} has another sha256 than its manifest says`;
    }
    if (manifest.media === null)
        return null;
    return checkMedia(tools, folder, manifest.media).then(() => null, (error) => (error instanceof Error ? error.message : String(error)));
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
    return `${media.folder} holds ${paths.length} files of ${bytes} bytes instead of ${media.files} of ${media.bytes}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/read-manifest.js


/**
 * The backup at `path`: its folder or its manifest.json. Throws UpgradeError `bad-input` where there is none, and
 * `backup-unproven` where what is there is no manifest.
 */
async function readManifest(files, path) {
    const given = files.resolve(path);
    const file = given.endsWith('.json') ? given : files.join(given, backup_manifest_manifestName);
    const folder = files.join(file, '..');
    const bytes = await files.sizeInside(folder, file.slice(file.lastIndexOf('/') + 1));
    if (bytes === null)
        throw missing(given, file);
    if (bytes > manifestBytes)
        throw tooLong(file, bytes);
    return { folder, manifest: parseManifest((await files.read(file)) ?? '', file) };
}
function missing(given, file) {
    return new src_errors/* UpgradeError */.f('bad-input', {
        message: `There is no backup at ${given}: ${file} is missing, or is no regular file.`,
        unchanged: 'Nothing was changed.',
        next: 'Name the folder of a backup, as magento-cloud-upgrade backup list shows it.'
    });
}
function tooLong(file, bytes) {
    return new src_errors/* UpgradeError */.f('backup-unproven', {
        message: `${file} is no manifest of a backup: it has ${bytes} bytes.`,
        unchanged: 'Nothing was changed.',
        next: 'Name the folder of a backup that this tool made.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/check-backup.js





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
        // A device or a pipe would never end, and a link may lead anywhere.
        const damage = await dumpDamage(tools.files, backup.folder, dump);
        const { depth, failures } = damage === null ? await checkDump(tools.dumpFiles, { file, dump, identity }) : unreadable(damage);
        dumps.push({ relationship: dump.relationship, path: file, depth, failures });
    }
    const { media } = backup.manifest;
    if (media !== null)
        await copy_media_checkMedia(tools, backup.folder, media);
    const bad = dumps.filter(({ failures }) => failures.length > 0);
    if (bad.length > 0)
        throw notWhat(bad);
    if (dumps.length === 0)
        throw elsewhere(backup);
    return { ...backup, dumps };
}
function unreadable(damage) {
    return { depth: 'file', failures: [damage] };
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/list-backups.js



// The copy of the media beside a dump comes from the server, and may hold anything.
const isManifest = /^(?:(?!media\/)[^/]+\/)?manifest\.json$/;
/**
 * All backups in a folder, itself included, the newest first. Folders without a manifest are none: what lies there is
 * unfinished. `onUnreadable` hears why a manifest was left out, in foreign words.
 */
async function list_backups_listBackups(files, directory, onUnreadable = () => undefined) {
    const parent = files.resolve(directory);
    if (!(await files.exists(parent))) {
        throw new src_errors/* UpgradeError */.f('bad-input', {
            message: `There is no folder ${parent}.`,
            unchanged: 'Nothing was changed.',
            next: 'Name the backup-directory that backups were made into.'
        });
    }
    const manifests = (await files.list(parent)).filter((path) => isManifest.test(path));
    const backups = [];
    for (const path of manifests) {
        // A manifest of something else must not hide the backups beside it.
        const backup = await readManifest(files, files.join(parent, path)).catch((error) => {
            onUnreadable(error instanceof Error ? error.message : String(error));
            return null;
        });
        if (backup !== null)
            backups.push({ ...backup, damage: await findDamage(files, backup) });
    }
    return backups.sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/earlier-backups.js



/** Backups of the same environment that are on this machine, the newest first: in the folder for backups, else below the temporary directory. */
async function earlierBackups(files, directory, { project, environment }) {
    const folders = directory === '' ? await files.lastingFolders('backup') : [files.resolve(directory)];
    const found = [];
    for (const folder of folders)
        if (await files.exists(folder))
            found.push(...(await list_backups_listBackups(files, folder)));
    return found
        .filter(({ damage, manifest }) => damage === null && manifest.project === project && manifest.environment === environment)
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/find-on-server.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/write-manifest.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/reuse-backup.js









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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/back-up-database.js











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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/back-up-files.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/back-up-snapshot.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/at-level.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/read-exclude.js

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
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump-file/dump-sink.js




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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/read-recipients.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/backup/refuse-work-tree.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/logger.js
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

// EXTERNAL MODULE: ./.tmp/compiled/src/known-secrets.js
var known_secrets = __webpack_require__(8653);
// EXTERNAL MODULE: ./.tmp/compiled/src/redact.js
var src_redact = __webpack_require__(9093);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run-context.js

/** Fills in what the caller left out. */
function fullContext(context) {
    return {
        logger: context.logger ?? silentLogger,
        signal: context.signal ?? new AbortController().signal,
        environment: context.environment ?? {},
        onStep: context.onStep ?? (() => undefined),
        expectedTip: context.expectedTip ?? null,
        redact: (text) => text
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run-facts.js
var run_facts = __webpack_require__(7969);
;// CONCATENATED MODULE: ./.tmp/compiled/src/timetable.js
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

// EXTERNAL MODULE: ./.tmp/compiled/src/unexpected-error.js
var unexpected_error = __webpack_require__(3708);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tell-story.js











/**
 * Runs one story and always comes back with a report, whatever is thrown: an UpgradeError becomes its `error`, anything
 * else is a bug of ours and becomes an `internal-error`.
 */
async function tell_story_tellStory(command, given, runContext, story) {
    const began = performance.now();
    const context = fullContext(runContext);
    const { environment } = context;
    const secrets = (0,known_secrets/* optionSecrets */.Ns)(given, environment);
    const committed = (0,known_secrets/* addressSecrets */.Y9)(Object.values({ ...environment, ...given }));
    const redact = (0,src_redact/* createRedact */.a)(secrets, committed);
    const timetable = createTimetable((event) => {
        context.onStep({ ...event, note: redact(event.note) });
    });
    const facts = (0,run_facts/* newFacts */.E)({});
    let failure = null;
    try {
        const options = (0,normalize_options/* normalizeOptions */.a5)(given, command);
        facts.project = options.project || null;
        facts.environment = options.environment || null;
        const logger = redactingLogger(context.logger, redact);
        const learn = (text) => {
            secrets.push(...(0,known_secrets/* secretLeaves */.TR)(text));
        };
        const confirmLock = () => Promise.resolve();
        await removeOrphanedFolders();
        const learnCommitted = (values) => {
            committed.push(...values.map((value) => new src_secret/* Secret */.z(value)));
        };
        await story({
            options,
            context: { ...context, logger, redact },
            facts,
            timetable,
            secrets,
            learn,
            learnCommitted,
            confirmLock,
            acceptedHostKeys: []
        });
    }
    catch (error) {
        failure = context.signal.aborted ? stopped(context.signal, facts) : (0,unexpected_error/* unexpectedError */.W)(error, facts);
    }
    return (0,run_facts/* composeReport */.Z)(facts, timetable.steps, Math.round(performance.now() - began) / 1000, failure, [
        ...secrets,
        ...committed
    ]);
}
function stopped(signal, facts) {
    // A bug somewhere else in the process stops the run as well.
    if (signal.reason instanceof src_errors/* UpgradeError */.f)
        return signal.reason;
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/refused-statement.js
/** What stands in a dump that no dump program writes: the kind of statement and its line, never any text of the dump. */
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
/** The first words of a statement as far as they are words of SQL, e.g. `CREATE FUNCTION`; nothing of a shop is in them. */
function kindOf(words) {
    const [first = '', second = ''] = words;
    if (!verbs.has(first))
        return 'a statement that no dump program writes';
    return verbs.has(second) ? `${first} ${second}` : first;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/allowed-table.js

/** Words with which an expression could read or write files, wait, or run programs of the server. */
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
// Options of an engine are quoted like names.
const quotedOptions = new Set(['ENCRYPTED', 'ENCRYPTION_KEY_ID', 'PAGE_COMPRESSED', 'PAGE_COMPRESSION_LEVEL']);
/**
 * Checks `CREATE TABLE name (columns) options`; `open` is the place of the first parenthesis. Throws RefusedStatement
 * for anything else, e.g. rows from a SELECT, an engine that reaches out, or files of its own.
 */
function allowTable(tokens, open) {
    if (tokens[open + 1]?.text === 'LIKE')
        throw new RefusedStatement('CREATE TABLE like another one');
    let depth = 0;
    for (const [index, token] of tokens.entries()) {
        if (index < open)
            continue;
        const { kind, text } = token;
        if (kind === 'variable' || kind === 'setting')
            throw new RefusedStatement('CREATE TABLE with a variable');
        if (kind === 'sign')
            depth = nest(depth, text);
        else if (kind === 'word')
            allowWord(tokens, index, depth);
        else if (kind === 'name' &&
            depth === 0 &&
            tokens[index + 1]?.text === '=' &&
            !quotedOptions.has(text.toUpperCase()))
            throw new RefusedStatement('CREATE TABLE with an option of an unknown engine');
    }
    if (depth !== 0)
        throw new RefusedStatement('CREATE TABLE with a parenthesis that does not end');
}
function allowWord(tokens, index, depth) {
    const { text } = tokens[index];
    if (deniedWords.has(text) || deniedInTables.has(text))
        throw new RefusedStatement(`CREATE TABLE with ${text}`);
    if (text === 'ENGINE')
        allowEngine(tokens, index);
    else if (depth === 0 && !options.has(text) && !isValue(tokens, index))
        throw new RefusedStatement(`CREATE TABLE with ${kindOf([text])}`);
}
/** Names of character sets and the like, behind `=`; an engine is looked at by itself. */
function isValue(tokens, index) {
    return (tokens[index - 1]?.text === '=' ||
        ['COLLATE', 'CHARSET', 'SET', 'PARTITION'].includes(tokens[index - 1]?.text ?? ''));
}
function allowEngine(tokens, index) {
    const [sign, engine] = tokens.slice(index + 1, index + 3);
    if (sign?.text !== '=' || engine === undefined || !engines.has(engine.text.toUpperCase()))
        throw new RefusedStatement('CREATE TABLE with an engine that may reach out of the database');
}
function nest(depth, sign) {
    const next = depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0);
    if (next < 0 || sign === ';')
        throw new RefusedStatement('CREATE TABLE with a sign too many');
    return next;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/program-body.js

const openers = new Set(['BEGIN', 'IF', 'LOOP', 'REPEAT', 'WHILE', 'FOR', 'CASE']);
// THEN is a reserved word, DO is none: it ends the head of a loop once, and may be the name of a column behind it.
const headed = { IF: 'THEN', CASE: 'THEN', 'WHILE head': 'DO', 'FOR head': 'DO' };
/**
 * Throws RefusedStatement unless the tokens from `from` on are one statement to the server. A client sends all up to
 * its delimiter at once, and the server would run what follows the end of a body as a statement of its own. Whatever is
 * unclear counts as no beginning of a block, so that a body may be refused but never be taken for longer than it is.
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
        throw new RefusedStatement('CREATE of a program whose body does not end');
}
/** Reads one word. Returns the place of the last token that it took, and whether a statement begins behind it. */
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
/** A handler has a statement behind its conditions. */
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
/** Reads END and what belongs to it; returns the place of the last token of it. */
function program_body_close(tokens, at, { blocks, begins }) {
    const block = blocks.pop();
    const word = tokens[at + 1]?.text ?? '';
    if (block === 'CASE expression')
        return at;
    const named = openers.has(word) && word !== 'BEGIN' ? word : 'BEGIN';
    if (block === undefined || named !== block || (!begins && block !== 'REPEAT'))
        throw new RefusedStatement('CREATE of a program whose blocks do not fit');
    const last = block === 'BEGIN' ? at : at + 1;
    const label = tokens[last + 1];
    return label?.kind === 'word' || label?.kind === 'name' ? last + 1 : last;
}
/** A word that may be one of the language: not a part of `a.end`. */
function isKeyword(tokens, at) {
    return tokens[at]?.kind === 'word' && tokens[at - 1]?.text !== '.' && tokens[at + 1]?.text !== '.';
}
function isLabel(tokens, at) {
    const named = tokens[at]?.kind === 'word' || tokens[at]?.kind === 'name';
    return named && tokens[at + 1]?.kind === 'sign' && tokens[at + 1]?.text === ':';
}
function second() {
    return new RefusedStatement('a second statement behind the body of a program');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/token-reader.js

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
            throw new RefusedStatement('CREATE of a program in an unknown form');
        return found;
    };
    const plainName = () => {
        const token = next();
        if (token?.kind !== 'name' && token?.kind !== 'word')
            throw new RefusedStatement('CREATE of something without a name');
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
                    throw new RefusedStatement('CREATE of a program in an unknown form');
                depth += is(token, '(') ? 1 : is(token, ')') ? -1 : 0;
            }
        }
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/allowed-program.js




// In what runs later, waiting is nobody's concern: a dump is loaded without any of it being run.
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
        throw new RefusedStatement(`CREATE ${kind} with ${found.text}`);
}
function unknown() {
    return new RefusedStatement('CREATE EVENT in an unknown form');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/allowed-settings.js

// In these every byte below 128 stands for itself, so that no character hides a quote or a backslash.
const charsets = new Set(`ascii armscii8 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 dec8 geostd8 greek hebrew hp8 keybcs2 koi8r koi8u
  latin1 latin2 latin5 latin7 macce macroman tis620 utf8 utf8mb3 utf8mb4`.split(/\s+/));
const isCharset = ({ kind, text }) => (kind === 'word' || kind === 'text') && charsets.has(text.toLowerCase());
const isNumber = ({ kind, text }) => (kind === 'number' && /^[01]$/.test(text)) || /^O(?:N|FF)$/.test(text);
const isWord = ({ kind, text }) => kind === 'word' || (kind === 'text' && /^\w+$/.test(text));
const isZone = ({ kind, text }) => kind === 'text' && /^[\w+\-:/]*$/.test(text);
// ORACLE changes the language of programs.
const isMode = ({ kind, text }) => kind === 'text' && /^[\w,]*$/.test(text) && !/ORACLE/i.test(text);
/** Settings that dump programs set, and what to. */
const allowed_settings_allowed = {
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
 * Returns whether they are about replication alone, which is no part of a restored database.
 */
function allowSettings(tokens, session) {
    const sure = tokens.every(({ optional }) => !optional) || isGtid(tokens.slice(1));
    if (!sure && !tokens.every(({ optional, kind, text }) => optional && isHarmless(kind, text)))
        throw refused();
    const assignments = splitAtCommas(tokens.slice(1));
    return assignments.map((part) => allowAssignment(part, session)).every((replication) => replication);
}
/** What may be set or not, as the server's version has it: nothing that decides how the dump is read. */
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
    if (value.kind !== 'setting' || !(setting in allowed_settings_allowed))
        throw refused();
    saved.set(text.toUpperCase(), { setting, value: current.get(setting) ?? '' });
    return setting === 'SQL_LOG_BIN';
}
/** `setting = value` or `setting = @old` */
function set(target, value, { current, saved }) {
    const setting = nameOf(target);
    const check = target.kind === 'word' || target.kind === 'setting' ? allowed_settings_allowed[setting] : undefined;
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
    return new RefusedStatement('SET of something that no dump program sets');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/shape.js
const signs = { name: '`', text: "'", number: '0', variable: '@', setting: '@@' };
/**
 * A statement as one line to match a pattern with: words and signs as they are, every name as a backtick, every text
 * as a quote, every number as `0`, every variable as `@`, every setting as `@@`, with one blank between.
 */
function shapeOf(tokens) {
    return tokens.map(({ kind, text }) => (kind === 'word' || kind === 'sign' ? text : signs[kind])).join(' ');
}
/** The definer of a view or program in a shape, as a pattern. */
const definerShape = String.raw `(?:DEFINER = (?:CURRENT_USER(?: \( \))?|[\`'\w]+(?: @)?) )?`;

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/allowed-view.js



const beginning = String.raw `^CREATE (?:ALGORITHM = \w+ )?${definerShape}(?:SQL SECURITY \w+ )?VIEW \``;
const allowed_view_head = new RegExp(`${beginning} (?:\\( \`(?: , \`)* \\) )?AS (?:\\( )*(?:SELECT|WITH|VALUES)\\b`);
/** How the statement of a view begins, as a shape. */
const viewShape = new RegExp(beginning);
/** Checks the definition of a view, the one before its tables are there or the final one; returns its name. */
function allowView(tokens, session) {
    if (!allowed_view_head.test(shapeOf(tokens.slice(0, 4000))))
        throw new RefusedStatement('CREATE VIEW in an unknown form');
    const view = tokens.findIndex(({ kind, text }) => kind === 'word' && text === 'VIEW');
    const body = tokens.slice(view + 2);
    const denied = body.find(({ kind, text }) => kind === 'word' && deniedWords.has(text));
    if (denied !== undefined)
        throw new RefusedStatement(`CREATE VIEW with ${kindOf([denied.text])}`);
    if (body.some(({ kind, text }) => kind === 'variable' || kind === 'setting' || text === ';'))
        throw new RefusedStatement('CREATE VIEW with a variable or another statement');
    const name = tokens[view + 1]?.text ?? '';
    session.closed.add(name.toLowerCase());
    return name;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/lex-statement.js

// Sticky, one of them matches at each place. Text is bytes as latin1: whatever is above 127 belongs to a name.
const lex_statement_forms = [
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
// Every server since MySQL 5.7 and MariaDB 10.2 runs what is in a comment of an older version.
const alwaysRun = 50_699;
/**
 * Takes a statement apart. Comments with a version are taken for what is in them. Throws RefusedStatement where the
 * text can be read in more than one way.
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
                throw new RefusedStatement('a comment in a comment');
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
        throw new RefusedStatement('a comment that does not end');
    return { tokens, comments };
}
function match(text, at) {
    for (const [kind, form] of lex_statement_forms) {
        if (kind === 'sign' && text.startsWith('/*', at))
            throw new RefusedStatement('a comment that no dump program writes');
        form.lastIndex = at;
        if (form.test(text))
            return { kind, to: form.lastIndex };
    }
    throw new RefusedStatement('a character that does not belong into SQL');
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/session.js
/** As a client of ours begins: `--default-character-set=utf8mb4`. */
function createSession() {
    return { current: new Map([['CHARACTER_SET_CLIENT', 'utf8mb4']]), saved: new Map(), closed: new Set() };
}
/** Whether a byte above 127 outside of quotes belongs to a name, as in UTF-8; in others it may be a blank. */
function readsUtf8({ current }) {
    return (current.get('CHARACTER_SET_CLIENT') ?? '').toLowerCase().startsWith('utf8');
}
/** Whether `"` begins a name or a backslash means nothing, so that quotes end elsewhere. */
function quotesOtherwise({ current }) {
    return /ANSI|NO_BACKSLASH_ESCAPES|DB2|MAXDB|MSSQL|POSTGRESQL/.test((current.get('SQL_MODE') ?? '').toUpperCase());
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/judge-statement.js









// As in shapeOf. With `optional` first, a server may pass the statement over.
const plainForms = [
    /^DROP (?:TABLE|VIEW|SEQUENCE|TRIGGER|PROCEDURE|FUNCTION|EVENT) IF EXISTS `$/,
    /^LOCK TABLES ` WRITE$/,
    /^UNLOCK TABLES$/,
    /^COMMIT$/,
    /^ALTER TABLE ` (?:DISABLE|ENABLE) KEYS$/,
    /^(?:DO|SELECT) SETVAL \( ` , (?:- )?0 , 0 \)$/
];
const unloadedForms = [
    /^ALTER DATABASE ` CHARACTER SET \w+ COLLATE \w+$/,
    /^ANALYZE TABLE ` UPDATE HISTOGRAM ON `(?: , `)* WITH 0 BUCKETS$/
];
const sequence = /^CREATE SEQUENCE `(?: (?:AS|(?:TINY|SMALL|MEDIUM|BIG)?INT|UNSIGNED|START|WITH|MINVALUE|MAXVALUE|INCREMENT|BY|CACHE|NOCACHE|CYCLE|NOCYCLE|ENGINE = (?:INNODB|MYISAM|ARIA)|- 0|0)){0,40}$/;
const table = /^CREATE TABLE (?:IF NOT EXISTS )?` \(/;
const judge_statement_program = new RegExp(`^CREATE (?:OR REPLACE )?${definerShape}(?:AGGREGATE )?(?:TRIGGER|PROCEDURE|FUNCTION|EVENT)\\b`);
/**
 * Judges one statement of a dump, without its delimiter: only what mysqldump and mariadb-dump write is allowed. `text`
 * is its bytes as latin1. Throws RefusedStatement for all else. The session notes what it sets.
 */
function judgeStatement(text, session) {
    if (quotesOtherwise(session) && /["\\]/.test(text))
        throw new RefusedStatement('a quote or backslash under a mode in which servers and clients read it differently');
    const lexed = lexStatement(text);
    const { tokens } = lexed;
    if (!readsUtf8(session) && tokens.some(({ kind, text: word }) => kind === 'word' && /[\x80-\xff]/.test(word)))
        throw new RefusedStatement('a name without quotes in an old character set');
    const [first] = tokens;
    // Left behind by tools that take definers out: a comment with nothing in it.
    if (first === undefined)
        return { creates: null, loaded: false, cuts: [] };
    if (first.kind === 'word' && first.text === 'SET')
        return { creates: null, loaded: !allowSettings(tokens, session), cuts: [] };
    const shape = shapeOf(tokens.slice(0, 200));
    if (table.test(shape))
        return judgeTable(tokens);
    const optional = tokens.filter((token) => token.optional).length;
    if (optional > 0 && optional < tokens.length)
        throw new RefusedStatement('a statement with parts for some servers only');
    return judgeOther(lexed, shape, session);
}
function judgeTable(tokens) {
    const open = tokens.findIndex(({ text, kind }) => kind === 'sign' && text === '(');
    if (tokens.slice(0, open + 1).some(({ optional }) => optional))
        throw new RefusedStatement('CREATE TABLE for some servers only');
    allowTable(tokens, open);
    return { creates: { kind: 'table', name: tokens[open - 1]?.text ?? '' }, loaded: true, cuts: [] };
}
function judgeOther(lexed, shape, session) {
    const { tokens, comments } = lexed;
    if (tokens.length < 200) {
        if (plainForms.some((form) => form.test(shape)))
            return { creates: null, loaded: true, cuts: [] };
        if (unloadedForms.some((form) => form.test(shape)))
            return { creates: null, loaded: false, cuts: [] };
        if (sequence.test(shape))
            return { creates: { kind: 'sequence', name: tokens[2]?.text ?? '' }, loaded: true, cuts: [] };
    }
    const cuts = [...definerOf(tokens), ...comments];
    if (viewShape.test(shape))
        return { creates: { kind: 'view', name: allowView(tokens, session) }, loaded: true, cuts };
    if (judge_statement_program.test(shape))
        return { creates: { kind: 'program', name: allowProgram(tokens, session) }, loaded: true, cuts };
    throw new RefusedStatement(kindOf(tokens.slice(0, 2).map(({ text }) => text)));
}
/** Where the definer of a view or program stands: the account of somebody whom another server does not know. */
function definerOf(tokens) {
    const at = tokens.slice(0, 8).findIndex(({ kind, text }) => kind === 'word' && text === 'DEFINER');
    if (at < 0 || tokens[at + 1]?.text !== '=')
        return [];
    const reader = createTokenReader(tokens.slice(at));
    skipDefiner(reader);
    return [{ from: tokens[at].from, to: tokens[at + reader.at - 1].to }];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/row-reader.js
// What may come next. Values are literals: nothing here can call a function or end a statement early.
const [row_reader_refused, row, value, number, afterValue, afterRow, row_reader_text, escaped, quoted, zero, hex, sign, row_reader_prefix, ended] = [
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
];
// Behind these come NULL and _binary, one letter after the other.
const [word, introduced, exponent, exponentSign, bits] = [14, 30, 31, 32, 33];
const row_reader_table = createTable();
const row_reader_plain = row_reader_table.slice(row_reader_text << 8, (row_reader_text + 1) << 8);
/** A reader that begins behind the word VALUES. */
function createRowReader() {
    const now = { rows: 0, state: row };
    const read = (chunk, at) => {
        // Every byte of a database passes here: variables of this call are several times faster than those of a closure.
        let { rows, state } = now;
        const { length } = chunk;
        let index = at;
        while (index < length) {
            const next = row_reader_table[(state << 8) | chunk[index]];
            if (next === row_reader_refused)
                break;
            index += 1;
            if (next === state)
                continue;
            if (next === afterRow)
                rows += 1;
            state = next;
            // Most bytes stand in texts.
            if (state === row_reader_text)
                while (index < length && row_reader_plain[chunk[index]] === row_reader_text)
                    index += 1;
            if (state === ended)
                break;
        }
        const failed = index < length && state !== ended;
        Object.assign(now, { rows, state: failed ? row_reader_refused : state });
        return index;
    };
    return {
        read,
        get rows() {
            return now.rows;
        },
        get state() {
            return now.state === ended ? 'ended' : now.state === row_reader_refused ? 'refused' : 'open';
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
    // Dump programs escape line ends and NUL, so that no line of a dump begins in a text.
    allow(row_reader_text, every, row_reader_text);
    allow(row_reader_text, '\n\0', row_reader_refused);
    allow(row_reader_text, "'", quoted);
    allow(row_reader_text, '\\', escaped);
    allow(escaped, every, row_reader_text);
    allow(escaped, '\n\0', row_reader_refused);
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
    allow(value, 'bBxX', row_reader_prefix);
    allow(row_reader_prefix, "'", bits);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/bytes.js
/** Whether a byte is white space between the words of SQL. */
function isBlank(byte) {
    return byte === 32 || byte === 10 || byte === 9 || byte === 13;
}
/** A comment that servers run, `/*!` or `/*M!`. */
function isVersion(bytes, at) {
    return bytes[at + 2] === 33 || (bytes[at + 2] === 77 && bytes[at + 3] === 33);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/insert-head.js
// The columns of a history, row_start and row_end, come without quotes.
const insert = /^(?:INSERT|REPLACE) +(?:IGNORE +)?INTO `(?:[^`]|``)+` (?:\((?:`(?:[^`]|``)+`|\w+)(?:, ?(?:`(?:[^`]|``)+`|\w+))*\) )?VALUES(?=[ \r\n(])/;
/**
 * The beginning of an INSERT or REPLACE up to VALUES in the `length` bytes of `bytes` from `at` on, as latin1, or null.
 * Looked for in twice as much each time, so that many short statements do not cost a long look each.
 */
function findInsertHead(bytes, at, length) {
    for (let look = 512;; look *= 2) {
        const found = insert.exec(bytes.toString('latin1', at, at + Math.min(look, length)));
        if (found !== null || look >= length)
            return found?.[0] ?? null;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan/statement-splitter.js



const limit = 4 * 1024 * 1024;
// Heads are shorter, but a table may have thousands of columns.
const usualHead = 64 * 1024;
const [tab, newline, carriage, blank, statement_splitter_double, hash, single, dash, semicolon, backslash, backtick, slash, star] = [
    9, 10, 13, 32, 34, 35, 39, 45, 59, 92, 96, 47, 42
];
const sandbox = '/*M!999999\\- enable the sandbox mode */';
/** A splitter that gives what it finds to `parts`. */
function createStatementSplitter(parts) {
    let held = Buffer.alloc(0);
    let mode = 'between';
    let [start, at, line, startLine, delimiterLength, dropped, ended] = [0, 0, 1, 1, 1, 0, false];
    const refuse = (what) => {
        throw new RefusedStatement(what);
    };
    const starts = (text) => held.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));
    const moveTo = (next) => {
        const passed = held.subarray(at, next);
        for (let end = passed.indexOf(newline); end >= 0; end = passed.indexOf(newline, end + 1))
            line += 1;
        at = next;
    };
    /** The line that begins here without its end, or null where its end has not come yet. */
    const wholeLine = () => {
        const stop = held.indexOf(newline, at);
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
    /** Takes one thing between two statements; returns whether there was enough of it. */
    const between = () => {
        while (at < held.length && isBlank(held[at]))
            moveTo(at + 1);
        if (held.length - at < sandbox.length + 2 && !ended)
            return false;
        if (at === held.length)
            return false;
        startLine = line;
        start = at;
        if (starts('--') && isBlank(held[at + 2] ?? newline))
            return takeLine(parts.comment);
        if (starts(sandbox) && dropped + at === 0)
            return takeLine(takeSandbox);
        if (isDelimiter())
            return takeLine(changeDelimiter);
        if (starts('INSERT') || starts('REPLACE'))
            return beginRows();
        mode = 'code';
        return true;
    };
    const takeSandbox = (text) => {
        if (text.toString('latin1').trimEnd() !== sandbox)
            refuse('a comment that no dump program writes');
        parts.comment(text);
    };
    const isDelimiter = () => held
        .subarray(at, at + 9)
        .toString('latin1')
        .toUpperCase() === 'DELIMITER' &&
        (at === 0 || held[at - 1] === newline);
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
            return refuse(kindOf([starts('INSERT') ? 'INSERT' : 'REPLACE']));
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
    /** Reads on in a statement until its end; returns whether that came. */
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
    /** Reads on to the end of a comment; returns whether that came. */
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
            if (byte === newline && delimiterLength === 1 && !isGtid())
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
        const next = held[at + 1] ?? newline;
        if (byte === semicolon && (delimiterLength === 1 || next === semicolon))
            return finish();
        if (byte === single || byte === statement_splitter_double || byte === backtick)
            mode = byte;
        else if (byte === hash || (byte === dash && next === dash && isBlank(held[at + 2] ?? newline)))
            inProgram('line comment');
        else if (byte === slash && next === star && !isVersion(held, at))
            inProgram('comment');
        else if (byte === backslash)
            refuse('a command of the client');
        else if (byte < blank && byte !== tab && byte !== newline && byte !== carriage)
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
            throw error instanceof RefusedStatement ? error.atLine(mode === 'rows' ? line : startLine) : error;
        }
    };
    return {
        add: (chunk) => {
            if (chunk.includes(0))
                throw new RefusedStatement('a NUL byte', line);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/sql-scan.js






/**
 * Reads the SQL of mysqldump and mariadb-dump while it flows, in one pass and bounded memory, and knows each statement
 * that they write. The first other one ends the reading. `load` gets what may be loaded, piece by piece: without
 * definers, comments and what concerns replication.
 */
function createSqlScan(load = () => undefined) {
    const facts = createFacts();
    const splitter = createStatementSplitter(createParts(facts, load));
    const state = { refused: null, closed: false };
    const guarded = (task) => {
        try {
            if (state.refused === null)
                task();
        }
        catch (error) {
            if (!(error instanceof RefusedStatement))
                throw error;
            state.refused = `line ${error.line}: ${error.message}`;
        }
    };
    return {
        add: (chunk) => {
            guarded(() => {
                splitter.add(chunk);
            });
        },
        end: () => {
            guarded(() => {
                state.closed = splitter.end();
            });
            return { ...facts, ...state };
        }
    };
}
const choosing = /^(?:\/\*!\d+ )?(?:USE|CREATE DATABASE|DROP DATABASE) /;
function createFacts() {
    return { scan: createDumpScan(), rows: new Map() };
}
function createParts({ scan, rows }, load) {
    const session = createSession();
    let into = null;
    return {
        comment: (line) => {
            scan.line(line.toString('utf8'));
        },
        delimiter: (line) => {
            load(Buffer.concat([line, Buffer.from('\n')]));
        },
        statement: (bytes, delimiterLength) => {
            const text = bytes.toString('latin1', 0, bytes.length - delimiterLength);
            if (choosing.test(text))
                scan.line(text);
            const { creates, loaded, cuts } = judgeStatement(text, session);
            scan.statement(creates);
            // A sequence is a table with one row.
            if (creates?.kind === 'sequence')
                rows.set(creates.name, 1);
            if (loaded)
                load(Buffer.from(`${sql_scan_without(text, cuts)}${';'.repeat(delimiterLength)}\n`, 'latin1'));
        },
        rowsOf: (head) => {
            const table = /`((?:[^`]|``)+)`/.exec(head.toString('utf8'))?.[1]?.replaceAll('``', '`') ?? '';
            if (quotesOtherwise(session))
                throw new RefusedStatement('rows under a mode in which servers and clients read quotes differently');
            if (session.closed.has(table.toLowerCase()))
                throw new RefusedStatement('rows behind a trigger of their table');
            into = { table, reader: createRowReader() };
            load(head);
        },
        rows: (chunk, from) => {
            if (into === null)
                throw new TypeError('rows without a table');
            const { table, reader } = into;
            const before = reader.rows;
            const at = reader.read(chunk, from);
            load(chunk.subarray(from, at));
            rows.set(table, (rows.get(table) ?? 0) + reader.rows - before);
            if (reader.state === 'ended')
                load(Buffer.from('\n'));
            return { at, state: reader.state };
        }
    };
}
function sql_scan_without(text, cuts) {
    const sorted = [...cuts].sort((a, b) => a.from - b.from);
    const ends = [0, ...sorted.map(({ to }) => to)];
    return ends.map((from, index) => text.slice(from, sorted[index]?.from)).join(' ');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump-file/gzip-member.js



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
            after = gzip_member_keep(after, chunk);
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
            after = gzip_member_keep(Buffer.alloc(0), body.subarray(body.length - unread));
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
function gzip_member_keep(kept, chunk) {
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump-file/read-dump.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump-file.js









/** The real {@link DumpFiles}. */
const dump_file_dumpFiles = { inspect, sum, loadable, sql, settle: dump_file_settle };
const piece = { highWaterMark: 256 * 1024 };
async function inspect(path, identity = null) {
    const failures = [];
    const facts = await readDump(untilFailure(dump_file_compressed(path, identity), failures));
    const tail = facts.rest.length > 0 ? 'there is something behind the compressed data' : null;
    return { ...facts, gzipFailure: failures[0] ?? facts.gzipFailure ?? tail };
}
function dump_file_compressed(path, identity) {
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
async function* sql(path, identity = null) {
    let ready = [];
    const scan = createSqlScan((piece) => void ready.push(piece));
    const gunzip = (0,external_node_zlib_.createGunzip)();
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(dump_file_compressed(path, identity)), gunzip, () => undefined);
    for await (const chunk of gunzip) {
        scan.add(chunk);
        yield* ready;
        ready = [];
    }
    const { refused, closed } = scan.end();
    yield* ready;
    if (refused !== null || !closed)
        throw new Error(refused ?? 'the last statement is not closed');
}
function loadable(path, identity) {
    const gzip = (0,external_node_zlib_.createGzip)({ level: 1 });
    // An error comes out of the reading.
    (0,external_node_stream_.pipeline)(external_node_stream_.Readable.from(sql(path, identity)), gzip, () => undefined);
    return gzip;
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/dump-file/dump-store.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/scratch-database/server-options.js

/** Folders that stay empty: files may be read and written in one, plugins loaded from the other. */
const emptyFolders = ['no-files', 'no-plugins'];
/** Nothing waits for the disk: what is on it is thrown away in any case, and setting a server up takes a fifth of the time. */
const unsynced = '--loose-debug-no-sync';
/** Options of a scratch server whose own folder is `home`: what SQL from outside could reach out with is off. */
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
        '--innodb-buffer-pool-size=256M',
        '--innodb-log-file-size=256M',
        '--max-allowed-packet=1G',
        '--max-heap-table-size=64M',
        '--max-statement-time=3600',
        '--max-connections=4'
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/scratch-database/confine.js





// Address space, of which a server reserves more than it uses; one file.
const memoryBytes = 8 * 2 ** 30;
const fileBytes = 256 * 2 ** 30;
// Users of the system have lower numbers, and a number that nobody has is shared with nobody.
const [firstUser, lastUser] = [1_000_000_000, 2_000_000_000];
/**
 * Finds out how programs can be confined on this machine: without network where it has namespaces, within bounds, and
 * as a user of their own where this process is root. Null where root cannot give up its rights (setpriv is missing).
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
    // The folder around it belongs to this process, and is passed through only.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/scratch-database/mortal-folder.js



// The kernel closes our end of the pipe however we die; whoever reads from it learns of that at once. A server that is
// just ending may still write into the folder, hence the second attempt.
const guardScript = `folder=$1; shift
"$@" & child=$!
{ cat "$folder/alive"; kill -KILL "$child"; rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }; } >/dev/null 2>&1 & guard=$!
wait "$child"; status=$?
kill "$guard" 2>/dev/null
exit "$status"`;
/** Makes a {@link MortalFolder} named `prefix`… in `parent` for `task`, and removes it afterwards. */
async function inMortalFolder({ parent, prefix, run, env }, task) {
    const path = await (0,promises_.mkdtemp)((0,external_node_path_.join)(parent, prefix));
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/scratch-database/scratch-client.js

/**
 * The command-line client of this machine for any user of the server, without commands that touch files or programs. It
 * waits as long as its server runs, whose time is bounded.
 */
async function createScratchClient(run, { client, socket, env, confined }) {
    const { stdout: help } = await run([client, '--no-defaults', '--help'], { env });
    // Clients from 10.5.25, 10.6.18 and 10.11.8 on can be told to leave files and programs alone, those of MySQL 8.4 by halves.
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
                throw new Error(withoutData(result.stderr));
            },
            load: async (sql) => {
                // In binary mode nothing in a dump can make the client run a command of this machine.
                const argv = confined([...login, '--binary-mode', '--max-allowed-packet=1G', 'rehearsal']);
                const { result, failure } = await runWithInput(run, argv, { env, source: sql });
                return result.exitCode === 0 ? failure : withoutData(result.stderr);
            }
        };
    };
}
/** The client prints the statement that failed, with the rows in it; only code, state and line are kept. */
function withoutData(stderr) {
    return /ERROR \d+ \(\w+\)(?: at line \d+)?/.exec(stderr)?.[0] ?? 'the client of the scratch database failed';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/scratch-database/until-ready.js

const startSeconds = 60;
// What loading and comparing a dump needs, on one schema. A view that uses a function cannot be made without EXECUTE;
// nothing is ever asked of a view here, and no function could do more than this user may.
const rights = 'SELECT, INSERT, DELETE, CREATE, DROP, ALTER, INDEX, REFERENCES, LOCK TABLES, CREATE VIEW, SHOW VIEW, TRIGGER, EVENT, CREATE ROUTINE, ALTER ROUTINE, EXECUTE';
/**
 * Waits until a new server answers, makes the schema `rehearsal` and its user, and takes all others away. Returns the
 * server's version.
 */
async function untilReady(connect, ended) {
    const root = connect('root');
    const server = { over: false };
    void ended.then(() => (server.over = true));
    const deadline = performance.now() + startSeconds * 1000;
    for (;;) {
        const version = await root.query('SELECT VERSION()').catch(() => null);
        if (version !== null) {
            await prepare(root);
            return version.trim();
        }
        if (server.over || performance.now() > deadline)
            throw new Error('a scratch database could not be started on this machine');
        await (0,external_node_timers_promises_.setTimeout)(100);
    }
}
async function prepare(root) {
    await root.query(`CREATE DATABASE rehearsal CHARACTER SET utf8mb4; CREATE USER rehearsal@localhost; GRANT ${rights} ON rehearsal.* TO rehearsal@localhost`);
    const others = await root.query("SELECT CONCAT(QUOTE(User), '@', QUOTE(Host)) FROM mysql.user WHERE User = 'root' ORDER BY Host = 'localhost'");
    await root.query(`DROP USER ${others.trim().split('\n').join(', ')}`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/scratch-database/watch-server.js



/** An empty server has 0.4 GiB, a table without rows 0.1 MiB and more with indexes; rows with their indexes a few times their text. */
const serverBounds = {
    spareBytes: 2 ** 30,
    diskBytes: 4 * 2 ** 30,
    diskFactor: 16,
    seconds: 1800,
    bytesPerSecond: 2 ** 20
};
const everyMilliseconds = 500;
/** Calls `end` as soon as a server goes beyond its bounds. Returns what ends the watch. */
function watchServer(watched, bounds) {
    const over = new AbortController();
    void watch(watched, bounds, over.signal).catch(() => undefined);
    return () => {
        over.abort();
    };
}
async function watch({ home, given, end }, bounds, signal) {
    const began = performance.now();
    for (;;) {
        await (0,external_node_timers_promises_.setTimeout)(everyMilliseconds, undefined, { signal });
        const [free, used] = await Promise.all([freeBytes(home), folderBytes(home)]);
        const seconds = (performance.now() - began) / 1000;
        const reason = watch_server_judge({ free, used, seconds, given: given() }, bounds);
        if (reason === null)
            continue;
        if (!signal.aborted)
            end(reason);
        return;
    }
}
function watch_server_judge({ free, used, seconds, given }, { spareBytes, diskBytes, diskFactor, seconds: firstSeconds, bytesPerSecond }) {
    const behind = `after ${watch_server_megabytes(given)} of SQL`;
    if (free < spareBytes)
        return `its disk has less than ${watch_server_megabytes(spareBytes)} free ${behind}`;
    if (used > diskBytes + diskFactor * given)
        return `its files have grown to ${watch_server_megabytes(used)} ${behind}`;
    if (seconds > firstSeconds + given / bytesPerSecond)
        return `it has run for ${Math.round(seconds)} seconds ${behind}`;
    return null;
}
async function freeBytes(path) {
    return (0,promises_.statfs)(path).then(({ bavail, bsize }) => bavail * bsize, () => Infinity);
}
/** What the files below a folder take on the disk; those that vanish meanwhile take nothing. */
async function folderBytes(path) {
    const entries = await (0,promises_.readdir)(path, { recursive: true, withFileTypes: true }).catch(() => []);
    const sizes = entries.map(({ parentPath, name }) => (0,promises_.lstat)((0,external_node_path_.join)(parentPath, name)).then(({ blocks }) => blocks * 512, () => 0));
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
function watch_server_megabytes(bytes) {
    return `${Math.round(bytes / 2 ** 20)} MiB`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/scratch-database.js







/**
 * The real {@link WithScratchDatabase}: what it loads was made on a server that nobody here trusts. A private folder
 * and a socket in it, no network, no files but its own, a user with rights on one schema, bounds of memory, disk and
 * time, and where this process is root a system user of its own.
 */
function createScratchDatabases(run, environment, bounds = serverBounds) {
    const path = `${environment['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`;
    const env = { PATH: path, LC_ALL: 'C.UTF-8' };
    return async (task) => {
        const confinement = await findConfinement(run, env);
        const programs = confinement === null ? null : await findPrograms(run, env, confinement);
        if (confinement === null || programs === null)
            return null;
        const { parent, makeHome, confined } = confinement;
        return inMortalFolder({ parent, prefix: 'magento-cloud-upgrade-rehearsal-', run, env }, async (folder) => {
            const home = await makeHome(folder.path);
            return serve(task, { run, folder, programs, home, confined, bounds, env: { ...env, HOME: home, TMPDIR: home } });
        });
    };
}
/** Those that the user of the server may run: one in a private folder of this user is none of them. */
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
/** `env` has a TMPDIR of its own: a server removes all temporary tables that it finds when it starts, of other servers too. */
async function serve(task, { run, folder, programs: { server, install, client }, home, confined, bounds, env }) {
    const data = `--datadir=${(0,external_node_path_.join)(home, 'data')}`;
    const installed = await folder.run(confined([install, '--no-defaults', data, '--auth-root-authentication-method=normal', '--skip-test-db', unsynced]), { env, cwd: home, timeoutSeconds: 300 });
    if (installed.exitCode !== 0)
        throw new Error('a scratch database could not be set up on this machine');
    const stop = new AbortController();
    const socket = (0,external_node_path_.join)(home, 's');
    const argv = [server, '--no-defaults', data, `--socket=${socket}`, ...serverOptions(home)];
    const ended = folder.run(confined(argv), { env, cwd: home, signal: stop.signal });
    const state = { given: 0, ended: null };
    const end = (reason) => {
        state.ended = `the scratch database was ended: ${reason}`;
        stop.abort();
    };
    const unwatch = watchServer({ home, given: () => state.given, end }, bounds);
    try {
        const connect = await createScratchClient(run, { client, socket, env, confined });
        const version = await untilReady(connect, ended);
        return await task({ version, ...explained(connect('rehearsal'), state) });
    }
    finally {
        unwatch();
        stop.abort();
        await ended;
    }
}
/** Counts the SQL that a client loads, and says why its server was ended where it was. */
function explained(client, state) {
    const counted = async function* (sql) {
        for await (const piece of sql) {
            state.given += piece.length;
            yield piece;
        }
    };
    return {
        load: async (sql) => {
            const failure = await client.load(counted(sql));
            return failure === null ? null : (state.ended ?? failure);
        },
        query: (sql) => client.query(sql).catch((error) => {
            throw state.ended === null ? error : new Error(state.ended);
        })
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/back-up.js















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
        const run = createRunCommand(context.signal, context.redact);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/left-behind.js
/** What a failed deployment left behind on the server: findings, but never causes. */
function findLeftBehind(texts) {
    const flags = texts.filter(({ kind }) => kind === 'flag');
    return states.flatMap(({ flag, ...finding }) => {
        const found = flags.find(({ text }) => text === flag);
        return found ? [{ ...finding, ...leftBehind, source: found.source, evidence: flag }] : [];
    });
}
// What is on the server now says nothing of why.
const leftBehind = { certainty: 'sure', phase: null, deployment: null, at: null };
/** The flag that stands for cron jobs that are switched off. */
const cronFlag = "app/etc/env.php: 'cron' => ['enabled' => 0]";
const states = [
    {
        flag: 'var/.deploy_is_failed',
        id: 'deploy-failed-flag',
        title: 'The last deployment is marked as failed',
        meaning: 'The deploy phase stopped before its end, and the post-deploy phase did not run.',
        next: 'Fix the cause above first: the mark goes away with the next deployment that starts.'
    },
    {
        flag: 'var/.maintenance.flag',
        id: 'maintenance-on',
        title: 'The site is closed for maintenance',
        meaning: 'A deployment that fails leaves maintenance mode on and cron off.',
        next: 'Leave it closed until the cause above is fixed and deployed: that deployment opens it. Where it does not, on the server: php bin/magento maintenance:disable and vendor/bin/ece-tools cron:enable'
    },
    {
        flag: cronFlag,
        id: 'cron-disabled',
        title: 'Cron jobs are switched off',
        meaning: 'A deployment switches cron off and its post-deploy phase switches it on again: that did not happen. No index, e-mail or queue moves on.',
        next: 'Fix the cause above first; the next good deployment switches it on. Where it does not, on the server: vendor/bin/ece-tools cron:enable'
    }
];
/** Ids of these findings. */
const leftBehindIds = states.map(({ id }) => id);

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/name-cause.js


/**
 * The error of a deployment or a verification with the cause that its findings name, what to do about that, and whether
 * the site is closed. The error as it is where they tell neither. `activityId` is the activity whose log has more.
 */
function nameCause(error, findings, activityId) {
    const { code, message, unchanged, next, problems, details } = error;
    if (!name_cause_explained.has(code))
        return error;
    const cause = findings[0] && isCause(findings[0], code) ? findings[0] : null;
    const closed = code === 'deploy-failed' && findings.some(({ id }) => id === 'maintenance-on');
    if (cause === null && !closed)
        return error;
    const log = activityId !== null && code === 'deploy-failed' ? ` The whole log: magento-cloud activity:log ${activityId}` : '';
    const told = [
        message,
        ...(cause === null ? [] : [`${lead(cause)} ${cause.title.replace(/\.$/, '')}.`]),
        ...(closed ? ['The site is closed for maintenance.'] : [])
    ];
    return new src_errors/* UpgradeError */.f(code, {
        message: told.join(' '),
        unchanged: code === 'deploy-failed' && findings[0]?.siteUnchanged === true
            ? `The site runs the version before: nothing was deployed. ${unchanged}`
            : unchanged,
        next: cause === null ? next : `${deploying(cause)}${log}`,
        problems,
        ...(details !== undefined && { details })
    });
}
// What was fixed has to be deployed, too: a build needs a new commit.
function deploying({ next, phase }) {
    if (/git push|environment:redeploy|setup:upgrade/.test(next))
        return next;
    const sentence = next.endsWith('.') ? next : `${next}.`;
    const isEarly = phase === 'configuration' || phase === 'build';
    return `${sentence} Then ${isEarly ? 'commit, and git push' : 'magento-cloud environment:redeploy'}.`;
}
const name_cause_explained = new Set(['deploy-failed', 'unhealthy', 'wrong-version']);
const notCauses = new Set(['unknown', 'unread', 'ece-tools-warnings', ...leftBehindIds]);
// What the shop says of itself explains a shop that is not well, never a deployment that failed.
function isCause({ id, phase }, code) {
    return !notCauses.has(id) && (code !== 'deploy-failed' || phase !== 'site');
}
function lead({ certainty }) {
    return certainty === 'likely' ? 'Likely cause:' : 'Cause:';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/module-states.js
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/read-json.js


/** Parses a JSON file of the project; throws UpgradeError `preflight-failed` that names the file and the line. */
function readJson(file, text, schema) {
    if (text.startsWith('\uFEFF'))
        throw withMark(file);
    const value = parsed(text);
    if (value === undefined)
        throw whatIsBroken(file, text);
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const where = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw unusable(`${file} has an unexpected shape: ${where.slice(0, 3).join('; ')}.`, `Correct ${file}.`);
}
/** The value of a JSON text, or undefined where it is none: Node's own parser is ten times as fast as one with places. */
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function withMark(file) {
    return unusable(`${file} begins with a byte order mark (BOM), which Composer refuses.`, `Save ${file} as UTF-8 without BOM and commit it.`);
}
function whatIsBroken(file, text) {
    const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.exec(text);
    if (conflict)
        return broken(file, text, conflict.index, 'holds the markers of an unfinished merge');
    const errors = [];
    (0,main.parse)(text, errors, { disallowComments: true });
    const [error] = errors;
    const reason = error ? ` (${(0,main.printParseErrorCode)(error.error)})` : '';
    return broken(file, text, error?.offset ?? 0, `is not valid JSON${reason}`);
}
/** The error for a project file that an upgrade cannot start from. */
function unusable(message, next) {
    return new src_errors/* UpgradeError */.f('preflight-failed', { message, unchanged: 'Nothing was changed.', next });
}
function broken(file, text, offset, what) {
    const line = text.slice(0, offset).split('\n').length;
    return unusable(`${file} ${what}, line ${line}.`, `Mend ${file} at line ${line} and commit it.`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/bounded-yaml.js


// The parser compares each key with all before it, and each error costs it a look at the whole text.
const longest = 40_000;
// It calls itself for each level, and where the stack ends inside of a pattern, Node dies without a word.
const deepest = 100;
const nestedMarks = /(?:[?:-][ \t]+){50}/;
/**
 * The YAML document in `text`, its errors included. Throws UpgradeError `preflight-failed` for what would take too long
 * or kill the process: more than 40,000 characters, or more than 100 levels.
 */
function boundedYaml(file, text) {
    if (text.length > longest)
        throw unusable(`${file} has ${text.length} characters, and ${longest} are read at most.`, `Shorten ${file}.`);
    if (depthOf(text) > deepest || nestedMarks.test(text))
        throw unusable(`${file} is nested too deeply to be read.`, `Correct ${file}.`);
    return (0,yaml_dist/* parseDocument */.Tp)(text);
}
// Brackets of scripts in hooks count, too: they are closed again.
function depthOf(text) {
    let [depth, most] = [0, 0];
    for (const sign of text.match(/[[\]{}]/g) ?? []) {
        depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
        most = Math.max(most, depth);
    }
    return most;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/cloud-services.js



const schema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ type: schemas/* string */.YjP().optional() }).nullable()).nullable();
/** Reads `.magento/services.yaml`; throws UpgradeError `preflight-failed` with the line of broken YAML. */
function readCloudServices(servicesYamlText) {
    const document = boundedYaml('.magento/services.yaml', servicesYamlText);
    const line = document.errors[0]?.linePos?.[0].line;
    const result = schema.safeParse(document.toJS());
    if (document.errors.length > 0 || !result.success)
        throw unusable(`.magento/services.yaml is not a valid list of services${line === undefined ? '' : `, line ${line}`}.`, 'Mend .magento/services.yaml and commit it.');
    return Object.entries(result.data ?? {}).flatMap(([name, service]) => {
        const [kind, version] = (service?.type ?? '').split(':');
        return kind && version ? [{ name, kind, version }] : [];
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/url-credentials.js
var url_credentials = __webpack_require__(1954);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-repositories.js


const entry = schemas/* union */.KCZ([
    schemas/* looseObject */._H3({
        type: schemas/* string */.YjP().optional(),
        url: schemas/* string */.YjP().optional(),
        options: schemas/* looseObject */._H3({}).or(schemas/* array */.YOg(schemas/* unknown */.L5J())).optional(),
        package: schemas/* unknown */.L5J().optional()
    }),
    schemas/* boolean */.zMY()
]);
/** The `repositories` section of composer.json in both of its forms. */
const repositoriesSection = schemas/* union */.KCZ([schemas/* array */.YOg(entry), schemas/* record */.g1P(schemas/* string */.YjP(), entry)]).default([]);
const address = /^(https?)(\??):\/\/(?:([^/?#]*)@)?([^/?#@]+)(.*)$/is;
/** The repositories of type `composer` that are reached over HTTP. */
function httpRepositories(section) {
    return Object.values(section).flatMap((repository) => {
        if (typeof repository === 'boolean' || repository.type !== 'composer')
            return [];
        const parts = address.exec((repository.url ?? '').trim());
        if (!parts)
            return [];
        const [, scheme = '', open = '', userinfo, host = '', path = ''] = parts;
        // `https?://` is Composer's own spelling of "https where there is OpenSSL".
        const url = `${open === '' ? scheme.toLowerCase() : 'https'}://${host}${path}`;
        if (!URL.canParse(url))
            return [];
        return [{ url, host, inUrl: readUserinfo(userinfo), hasOptions: Object.keys(repository.options ?? {}).length > 0 }];
    });
}
function readUserinfo(text) {
    if (text === undefined || text === '')
        return null;
    const [username = '', ...rest] = text.split(':');
    return { username: (0,url_credentials/* decoded */.DH)(username), password: rest.length === 0 ? null : (0,url_credentials/* decoded */.DH)(rest.join(':')) };
}
/** The address of a repository's index, by the rule of Composer: a path that names a .json file is the index itself. */
function packagesUrl(repositoryUrl) {
    return new URL(repositoryUrl).pathname.includes('.json')
        ? repositoryUrl
        : `${repositoryUrl.replace(/\/+$/, '')}/packages.json`;
}
/** Whether a `host` or `host:port` is this machine itself, so that what goes there leaves it by no wire. */
function isLoopback(host) {
    const name = host.toLowerCase().replace(/:\d+$/, '');
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/locked-package.js


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
const composerLock = schemas/* looseObject */._H3({
    packages: schemas/* array */.YOg(lockedPackage),
    'packages-dev': schemas/* array */.YOg(lockedPackage).nullish(),
    'plugin-api-version': schemas/* string */.YjP().optional()
});
// A run asks for the same two locks about ten times, and each is more than a megabyte.
const read = new Map();
/** Reads a composer.lock. Throws UpgradeError `preflight-failed` that names the line, as {@link readJson} does. */
function readLock(text) {
    const known = read.get(text);
    if (known)
        return known;
    const lock = readJson('composer.lock', text, composerLock);
    if (read.size >= 4)
        read.clear();
    read.set(text, lock);
    return lock;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-version.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/product-version.js

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
    return compareComposerVersions(product_version_parsed(a), product_version_parsed(b));
}
/** Whether the version is a finished release; patches (`-pN`) are. Throws TypeError as {@link compareVersions} does. */
function isStable(version) {
    const { stage } = product_version_parsed(version);
    return stage === 'stable' || stage === 'patch';
}
/** The release line, `2.4.7` for `2.4.7-p3`. Throws TypeError as {@link compareVersions} does. */
function releaseLine(version) {
    return product_version_parsed(version).numbers.slice(0, 3).join('.');
}
/** The line after a line, `2.4.8` for `2.4.7`: what the documentation calls NEXT in `>=CURRENT <NEXT`. */
function nextLine(line) {
    const [major = 0, minor = 0, patch = 0] = product_version_parsed(line).numbers;
    return `${major}.${minor}.${patch + 1}`;
}
function product_version_parsed(version) {
    const result = typeof version === 'string' ? parseProductVersion(version) : version;
    if (result === null)
        throw new TypeError(`Not a product version: ${JSON.stringify(version)}`);
    return result;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/no-metapackage.js



const metapackage = 'magento/magento-cloud-metapackage';
const commerce = 'magento/product-enterprise-edition';
const openSource = 'magento/product-community-edition';
const no_metapackage_elsewhere = 'Set working-directory to the root of an Adobe Commerce on cloud infrastructure project.';
/** The error for a project without cloud metapackage: what it is in its place, and what would make it one of ours. */
function noMetapackage(require, composerLockText) {
    const packages = lockedOf(composerLockText);
    const version = (name) => packages.find((locked) => locked.name === name)?.version ?? null;
    const product = commerce in require ? (version(commerce) ?? require[commerce]) : undefined;
    const missing = `composer.json does not require ${metapackage}`;
    if (product === undefined && !('magento/magento2-base' in require))
        return openSource in require
            ? unusable(`${missing}, but ${openSource}: this is Magento Open Source, and only Adobe Commerce is supported.`, `Upgrade it with composer require ${openSource}:VERSION, as its documentation says.`)
            : unusable(`${missing}.`, no_metapackage_elsewhere);
    if (product !== undefined && isOld(product))
        return unusable(`${missing}, as in projects of 2.0.4 and older.`, `Replace the requirement on the product by ${metapackage} with the range of the line that runs, then plan again.`);
    return unusable(`${missing}; it requires the product${'magento/ece-tools' in require ? ' and magento/ece-tools' : ''} directly, without what keeps them in step.`, `Replace these requirements: run composer remove --no-update for them and composer require "${metapackage}:${rangeOf(product)}" in the state that is deployed, deploy that, then plan again.`);
}
function rangeOf(product) {
    if (product === undefined || parseProductVersion(product) === null)
        return '>=LINE <NEXT';
    const line = releaseLine(product);
    return `>=${line} <${nextLine(line)}`;
}
function isOld(product) {
    return parseProductVersion(product) !== null && compareVersions(product, '2.0.5') < 0;
}
// A lock that cannot be read is told where it counts.
function lockedOf(composerLockText) {
    try {
        return readLock(composerLockText).packages;
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-files.js





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
        throw noMetapackage(root.require, composerLockText);
    if (composerLockText.trim() === '')
        throw unusable('composer.lock is missing or empty.', 'Run composer update --no-install and commit composer.lock.');
    const lock = readLock(composerLockText);
    const find = (name) => lock.packages.find((locked) => locked.name === name);
    const product = productNames.map(find).find((locked) => locked !== undefined);
    const metapackage = find(metapackageName);
    if (!product || !metapackage)
        throw unusable(`composer.lock does not hold ${metapackage ? (productNames[0] ?? '') : metapackageName}.`, 'Run composer update --no-install in the state that is deployed, and commit composer.lock.');
    return {
        product: { name: product.name, version: product.version },
        metapackage: { name: metapackageName, version: metapackage.version, constraint },
        eceTools: eceToolsOf(lock.packages),
        productPin: root.require['magento/product-enterprise-edition'] ?? null,
        require: root.require,
        packages: lock.packages,
        pluginApiVersion: lock['plugin-api-version'] ?? null,
        repositories: httpRepositories(root.repositories),
        scripts: root.scripts,
        extra: root.extra,
        config: root.config,
        allowPlugins: allowPluginsOf(root.config['allow-plugins']),
        minimumStability: root['minimum-stability']
    };
}
/** The packages of a composer.lock, without those for development. Throws as {@link readComposerProject} does. */
function lockedPackages(composerLockText) {
    return readLock(composerLockText).packages;
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
const eceTools = 'magento/ece-tools';
/** The version of ece-tools; of a fork that stands in for it, the version that it stands for where it says so. */
function eceToolsOf(packages) {
    const own = packages.find(({ name }) => name === eceTools);
    const fork = packages.find(({ replace, provide }) => eceTools in replace || eceTools in provide);
    const standsFor = fork?.replace[eceTools] ?? fork?.provide[eceTools] ?? '';
    const [said] = /\d+\.\d+\.\d+/.exec(standsFor) ?? [];
    return own?.version ?? said ?? fork?.version ?? null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/find-culprit.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/read-project-facts.js




/** What a diagnosis takes from the checkout: packages of composer.lock, services of .magento/services.yaml; both may be missing. */
async function readProjectFacts(workingDirectory) {
    const root = files_files.resolve(workingDirectory);
    const [lock, services] = await Promise.all([
        files_files.read(files_files.join(root, 'composer.lock')),
        files_files.read(files_files.join(root, '.magento/services.yaml'))
    ]);
    return { packages: classPackages(lock ?? ''), services: services === null ? null : serviceTypes(services) };
}
function serviceTypes(servicesYaml) {
    try {
        return readCloudServices(servicesYaml).map(({ kind, version }) => `${kind}:${version}`);
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f))
            throw error;
        return null;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/bound-lines.js
const bound_lines_longest = 2000;
/**
 * `text` with line breaks in lines of more than 2,000 characters, at a blank where there is one: what looks for two
 * words in one line takes a time that grows with the square of its length.
 */
function boundLines(text) {
    return text.replaceAll(/[^\n]{2000}[^\n]+/g, (line) => {
        const pieces = [];
        for (let from = 0; from < line.length;) {
            const to = from + bound_lines_longest >= line.length ? line.length : endOfPiece(line, from);
            pieces.push(line.slice(from, to));
            from = to;
        }
        return pieces.join('\n');
    });
}
function endOfPiece(line, from) {
    const blank = line.slice(from, from + bound_lines_longest).lastIndexOf(' ');
    return from + (blank < 0 ? bound_lines_longest : blank + 1);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/coerce.js
var coerce = __webpack_require__(9567);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/cloud-error-log.js

const line = schemas/* looseObject */._H3({
    errorCode: coerce/* number */.ai().int(),
    stage: schemas/* string */.YjP().default('general'),
    step: schemas/* string */.YjP().nullish(),
    suggestion: schemas/* string */.YjP().nullish(),
    title: schemas/* string */.YjP().default(''),
    type: schemas/* string */.YjP().default('critical')
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
        ? schemas/* record */.g1P(schemas/* string */.YjP().regex(/^\d+$/), line).safeParse(decode(text))
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/ece-tools-errors.json
const ece_tools_errors_namespaceObject = /*#__PURE__*/JSON.parse('{"sO":[{"code":0,"phase":"any","level":"critical","step":null,"name":null,"title":"An exception without a code","suggestion":"The log line has no [code]: read the ERROR line, what stands before it, and the phase it stands in."},{"code":1,"phase":"any","level":"critical","step":null,"name":"DEFAULT_ERROR","title":"A command that ece-tools started ended with exit code 1","suggestion":"The code belongs to no phase: read the command and its output in the ERROR line, and take the phase from the scenario that the log names."},{"code":2,"phase":"build","level":"critical","step":null,"name":"BUILD_ENV_PHP_IS_NOT_WRITABLE","title":"app/etc/env.php cannot be written","suggestion":"Check the mount app/etc and its permissions."},{"code":3,"phase":"build","level":"critical","step":null,"name":"BUILD_CONFIG_NOT_DEFINED","title":"An option is not in the schema of ece-tools","suggestion":"Correct the name of the option in .magento.env.yaml."},{"code":4,"phase":"build","level":"critical","step":null,"name":"BUILD_CONFIG_PARSE_FAILED","title":".magento.env.yaml does not parse","suggestion":"Correct the YAML syntax."},{"code":5,"phase":"build","level":"critical","step":null,"name":"BUILD_CONFIG_UNABLE_TO_READ","title":".magento.env.yaml cannot be read","suggestion":"Check that the file is committed and readable."},{"code":6,"phase":"build","level":"critical","step":null,"name":"BUILD_CONFIG_UNABLE_TO_READ_SCHEMA_YAML","title":"ece-tools\' own schema file cannot be read","suggestion":"Install magento/ece-tools anew (composer reinstall), push again."},{"code":7,"phase":"build","level":"critical","step":"refresh-modules","name":"BUILD_CONFIG_PHP_IS_NOT_WRITABLE","title":"app/etc/config.php cannot be written","suggestion":"Check the permissions of app/etc in the repository."},{"code":8,"phase":"build","level":"critical","step":"validate-config","name":"BUILD_CANT_READ_COMPOSER_JSON","title":"composer.json cannot be read","suggestion":"Commit composer.json."},{"code":9,"phase":"build","level":"critical","step":"validate-config","name":"BUILD_COMPOSER_MISSED_REQUIRED_AUTOLOAD","title":"composer.json lacks a required autoload entry","suggestion":"Add the psr-4 entry for Zend\\\\Mvc\\\\Controller or its Laminas twin, as in the template (2.3.0 to 2.4.2)."},{"code":10,"phase":"build","level":"critical","step":"validate-config","name":"BUILD_WRONG_CONFIGURATION_MAGENTO_ENV_YAML","title":".magento.env.yaml holds an unknown option, or a value or stage that is not allowed","suggestion":"The lines after the error name the option: correct or remove it."},{"code":11,"phase":"build","level":"critical","step":"refresh-modules","name":"BUILD_MODULE_ENABLE_COMMAND_FAILED","title":"bin/magento module:enable --all failed","suggestion":"Read the output below the error: unmet module dependencies, base files that were not marshaled (no \\"module\\" commands, missing setup files), a committed env.php that points to a database, or a stale composer.lock."},{"code":12,"phase":"build","level":"critical","step":"apply-patches","name":"BUILD_PATCH_APPLYING_FAILED","title":"A patch does not apply","suggestion":"The line names the file. m2-hotfixes or QUALITY_PATCHES: drop it if the new version contains it, else get one for this version. A patch of magento/magento-cloud-patches: update that package, or remove a copy of the same fix from m2-hotfixes."},{"code":13,"phase":"build","level":"critical","step":"set-report-dir-nesting-level","name":"BUILD_FILE_LOCAL_XML_IS_NOT_WRITABLE","title":"pub/errors/local.xml cannot be written","suggestion":"Check that pub/errors is marshaled and not ignored or read-only."},{"code":14,"phase":"build","level":"critical","step":"copy-sample-data","name":"BUILD_FAILED_COPY_SAMPLE_DATA","title":"Sample data could not be copied","suggestion":"Check the sample data package and the free space of the build."},{"code":15,"phase":"build","level":"critical","step":"compile-di","name":"BUILD_DI_COMPILATION_FAILED","title":"bin/magento setup:di:compile failed","suggestion":"The output below the error names the class: an extension that does not fit, or a killed process (status 137 is memory). VERBOSE_COMMANDS: -vvv shows more."},{"code":16,"phase":"build","level":"critical","step":"dump-autoload","name":"BUILD_COMPOSER_DUMP_AUTOLOAD_FAILED","title":"composer dump-autoload failed","suggestion":"Read the output in the build log; correct the autoload section."},{"code":17,"phase":"build","level":"critical","step":"run-baler","name":"BUILD_BALER_NOT_FOUND","title":"Baler failed","suggestion":"Set SCD_USE_BALER: false, or enable its module."},{"code":18,"phase":"build","level":"critical","step":"compress-static-content","name":"BUILD_UTILITY_NOT_FOUND","title":"timeout or bash is missing","suggestion":"The image lacks a program that ece-tools needs: open a ticket."},{"code":19,"phase":"build","level":"critical","step":"deploy-static-content","name":"BUILD_SCD_FAILED","title":"Static content deployment failed in the build","suggestion":"The output below the error names theme, less or JavaScript file; correct it and push."},{"code":20,"phase":"build","level":"critical","step":"compress-static-content","name":"BUILD_SCD_COMPRESSION_FAILED","title":"Compressing static content failed","suggestion":"Check the free space of the build and SCD_COMPRESSION_TIMEOUT."},{"code":21,"phase":"build","level":"critical","step":"backup-data: static-content","name":"BUILD_SCD_COPYING_FAILED","title":"Static content could not be copied to init","suggestion":"Check the free space of the build."},{"code":22,"phase":"build","level":"critical","step":"backup-data: writable-dirs","name":"BUILD_WRITABLE_DIRECTORY_COPYING_FAILED","title":"Writable directories could not be copied to init","suggestion":"Check the permissions of the files in the repository and the free space of the build."},{"code":23,"phase":"build","level":"critical","step":null,"name":"BUILD_UNABLE_TO_CREATE_LOGGER","title":"No logger could be created","suggestion":"Correct the log handlers in .magento.env.yaml."},{"code":24,"phase":"build","level":"critical","step":"backup-data: static-content","name":"BUILD_CLEAN_INIT_PUB_STATIC_FAILED","title":"init/pub/static could not be cleaned","suggestion":"Check permissions; clear the build cache."},{"code":25,"phase":"build","level":"critical","step":null,"name":"BUILD_COMPOSER_PACKAGE_NOT_FOUND","title":"A Composer package that ece-tools asks for is not installed","suggestion":"composer.lock lacks the product or the base package, or the project is Git-based: set DEPLOYED_MAGENTO_VERSION_FROM_GIT."},{"code":26,"phase":"build","level":"critical","step":"validate-config","name":"BUILD_WRONG_BRAINTREE_VARIABLE","title":"The Braintree channel variable is set, which 2.4 no longer knows","suggestion":"Remove CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL from .magento.app.yaml."},{"code":101,"phase":"deploy","level":"critical","step":"pre-deploy: cache","name":"DEPLOY_WRONG_CACHE_CONFIGURATION","title":"The cache configuration has no server or port","suggestion":"Correct CACHE_CONFIGURATION, or the relationship to redis or valkey."},{"code":102,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_ENV_PHP_IS_NOT_WRITABLE","title":"app/etc/env.php cannot be written","suggestion":"Check the mount app/etc and its free space."},{"code":103,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_CONFIG_NOT_DEFINED","title":"An option is not in the schema of ece-tools","suggestion":"Correct the name of the option in .magento.env.yaml or of the variable."},{"code":104,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_CONFIG_PARSE_FAILED","title":".magento.env.yaml does not parse","suggestion":"Correct the YAML syntax."},{"code":105,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_CONFIG_UNABLE_TO_READ","title":".magento.env.yaml cannot be read","suggestion":"Check that the file is committed and readable."},{"code":106,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_CONFIG_UNABLE_TO_READ_SCHEMA_YAML","title":"ece-tools\' own schema file cannot be read","suggestion":"Install magento/ece-tools anew, push again."},{"code":107,"phase":"deploy","level":"critical","step":"pre-deploy: clean-redis-cache","name":"DEPLOY_REDIS_CACHE_CLEAN_FAILED","title":"The Redis cache could not be flushed","suggestion":"Check the Redis service and its relationship; 2.4.8 and later want Valkey."},{"code":108,"phase":"deploy","level":"critical","step":"pre-deploy: set-production-mode","name":"DEPLOY_MAINTENANCE_MODE_ENABLING_FAILED","title":"Maintenance mode could not be switched on","suggestion":"bin/magento does not start: read the output in cloud.log."},{"code":109,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_CONFIGURATION_DB","title":"DATABASE_CONFIGURATION is wrong","suggestion":"Correct it in .magento.env.yaml."},{"code":110,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_CONFIGURATION_SESSION","title":"SESSION_CONFIGURATION is wrong","suggestion":"Correct it; it needs at least save."},{"code":111,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_CONFIGURATION_SEARCH","title":"SEARCH_CONFIGURATION is wrong","suggestion":"Correct it; it needs at least engine."},{"code":112,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_CONFIGURATION_RESOURCE","title":"RESOURCE_CONFIGURATION is wrong","suggestion":"Correct it; it needs at least connection."},{"code":113,"phase":"deploy","level":"critical","step":"validate-config:elasticsuite-integrity","name":"DEPLOY_ELASTIC_SUITE_WITHOUT_ES","title":"ElasticSuite is installed, but no search service is there","suggestion":"Add the service and its relationship, or correct SEARCH_CONFIGURATION."},{"code":114,"phase":"deploy","level":"critical","step":"validate-config:elasticsuite-integrity","name":"DEPLOY_ELASTIC_SUITE_WRONG_ENGINE","title":"ElasticSuite is installed, but another engine is set","suggestion":"Set engine to elasticsuite in SEARCH_CONFIGURATION, or take the variable out."},{"code":115,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_QUERY_EXECUTION_FAILED","title":"A database query failed","suggestion":"Check that the database is up, has free disk and grants the privileges."},{"code":116,"phase":"deploy","level":"critical","step":"install-update: setup","name":"DEPLOY_INSTALL_COMMAND_FAILED","title":"bin/magento setup:install failed","suggestion":"Read var/log/install_upgrade.log."},{"code":117,"phase":"deploy","level":"critical","step":"install-update: config-import","name":"DEPLOY_CONFIG_IMPORT_COMMAND_FAILED","title":"bin/magento app:config:import failed","suggestion":"The output names the scope or setting: bring app/etc/config.php and the database into line (ece-tools config:dump on the environment)."},{"code":118,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_UTILITY_NOT_FOUND","title":"timeout or bash is missing","suggestion":"The image lacks a program that ece-tools needs: open a ticket."},{"code":119,"phase":"deploy","level":"critical","step":"install-update: deploy-static-content","name":"DEPLOY_SCD_FAILED","title":"Static content deployment failed in the deployment","suggestion":"The output below the error names theme, less or JavaScript file."},{"code":120,"phase":"deploy","level":"critical","step":"compress-static-content","name":"DEPLOY_SCD_COMPRESSION_FAILED","title":"Compressing static content failed","suggestion":"Check the disk of pub/static and SCD_COMPRESSION_TIMEOUT."},{"code":121,"phase":"deploy","level":"critical","step":"deploy-static-content:generate","name":"DEPLOY_SCD_CANNOT_UPDATE_VERSION","title":"pub/static/deployed_version.txt cannot be written","suggestion":"Check the mount pub/static."},{"code":122,"phase":"deploy","level":"critical","step":"clean-static-content","name":"DEPLOY_SCD_CLEAN_FAILED","title":"Old static content could not be removed","suggestion":"Check the mount pub/static."},{"code":123,"phase":"deploy","level":"critical","step":"install-update: split-db","name":"DEPLOY_SPLIT_DB_COMMAND_FAILED","title":"Splitting the database failed","suggestion":"Check that the databases of the split are up."},{"code":124,"phase":"deploy","level":"critical","step":"clean-view-preprocessed","name":"DEPLOY_VIEW_PREPROCESSED_CLEAN_FAILED","title":"var/view_preprocessed could not be cleaned","suggestion":"Check the mount var."},{"code":125,"phase":"deploy","level":"critical","step":"install-update: reset-password","name":"DEPLOY_FILE_CREDENTIALS_EMAIL_NOT_WRITABLE","title":"The file with the administrator credentials cannot be written","suggestion":"Check the mount var."},{"code":126,"phase":"deploy","level":"critical","step":"install-update: update","name":"DEPLOY_UPGRADE_COMMAND_FAILED","title":"bin/magento setup:upgrade failed","suggestion":"Read the end of var/log/install_upgrade.log of this deployment: it names module, patch class or SQL error. Fix forward; the data may be half upgraded."},{"code":127,"phase":"deploy","level":"critical","step":"clean-cache","name":"DEPLOY_CACHE_FLUSH_COMMAND_FAILED","title":"bin/magento cache:flush failed","suggestion":"The output below the error tells why; often rows of core_config_data for stores or websites that no longer exist."},{"code":128,"phase":"deploy","level":"critical","step":"disable-maintenance-mode","name":"DEPLOY_MAINTENANCE_MODE_DISABLING_FAILED","title":"Maintenance mode could not be switched off","suggestion":"Read cloud.log; when the rest of the deployment is good, run bin/magento maintenance:disable."},{"code":129,"phase":"deploy","level":"critical","step":"install-update: reset-password","name":"DEPLOY_UNABLE_TO_READ_RESET_PASSWORD_TMPL","title":"The template of the reset-password e-mail cannot be read","suggestion":"Install magento/ece-tools anew."},{"code":130,"phase":"deploy","level":"critical","step":"install-update: cache_type","name":"DEPLOY_CACHE_ENABLE_FAILED","title":"bin/magento cache:enable failed after env.php had been missing","suggestion":"Read cloud.log; check the cache service."},{"code":131,"phase":"deploy","level":"critical","step":"install-update","name":"DEPLOY_CRYPT_KEY_IS_ABSENT","title":"The encryption key is missing","suggestion":"Restore app/etc/env.php (ece-tools backup:restore) or set the variable CRYPT_KEY to the key that belongs to this database."},{"code":132,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_ES_CANNOT_CONNECT","title":"Elasticsearch cannot be reached","suggestion":"Check that the service runs and the relationship or SEARCH_CONFIGURATION points to it; on Pro a ticket."},{"code":133,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_BRAINTREE_VARIABLE","title":"The Braintree channel variable is set, which 2.4 no longer knows","suggestion":"Remove CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL from .magento.app.yaml."},{"code":134,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_ES_SERVICE_NOT_INSTALLED","title":"2.4.0 and later need a search service","suggestion":"Add the service and its relationship; on Cloud that is OpenSearch today."},{"code":135,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_WRONG_SEARCH_ENGINE","title":"The search engine is set to one that this version does not know","suggestion":"Take engine out of SEARCH_CONFIGURATION, or set it to the engine of the service."},{"code":136,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_REMOVED_SPLIT_DB","title":"This version has no split databases","suggestion":"Merge the databases first."},{"code":137,"phase":"deploy","level":"critical","step":null,"name":"DEPLOY_OS_CANNOT_CONNECT","title":"OpenSearch cannot be reached","suggestion":"Check that the service runs and the relationship or SEARCH_CONFIGURATION points to it; on Pro a ticket."},{"code":138,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_OS_SERVICE_NOT_INSTALLED","title":"2.4.4 and later need OpenSearch or Elasticsearch","suggestion":"Add the opensearch service and its relationship."},{"code":139,"phase":"deploy","level":"critical","step":"validate-config","name":"DEPLOY_MAGENTO_VERSION_DOES_NOT_SUPPORT_OS","title":"This version does not support OpenSearch","suggestion":"Use Elasticsearch, or go to 2.3.7-p3, 2.4.3-p2 or later."},{"code":140,"phase":"deploy","level":"critical","step":"pre-deploy: clean-valkey-cache","name":"DEPLOY_VALKEY_CACHE_CLEAN_FAILED","title":"The Valkey cache could not be flushed","suggestion":"Check the Valkey service, its relationship and the cache settings in .magento.env.yaml."},{"code":201,"phase":"post-deploy","level":"critical","step":"is-deploy-failed","name":"PD_DEPLOY_IS_FAILED","title":"Post-deploy stopped because the deployment had failed","suggestion":"Look at the first error of the deploy phase."},{"code":202,"phase":"post-deploy","level":"critical","step":null,"name":"PD_ENV_PHP_IS_NOT_WRITABLE","title":"app/etc/env.php cannot be written","suggestion":"Check the mount app/etc and its free space."},{"code":203,"phase":"post-deploy","level":"critical","step":null,"name":"PD_CONFIG_NOT_DEFINED","title":"An option is not in the schema of ece-tools","suggestion":"Correct the name of the option in .magento.env.yaml or of the variable."},{"code":204,"phase":"post-deploy","level":"critical","step":null,"name":"PD_CONFIG_PARSE_FAILED","title":".magento.env.yaml does not parse","suggestion":"Correct the YAML syntax."},{"code":205,"phase":"post-deploy","level":"critical","step":null,"name":"PD_CONFIG_UNABLE_TO_READ","title":".magento.env.yaml cannot be read","suggestion":"Check that the file is committed and readable."},{"code":206,"phase":"post-deploy","level":"critical","step":null,"name":"PD_CONFIG_UNABLE_TO_READ_SCHEMA_YAML","title":"ece-tools\' own schema file cannot be read","suggestion":"Install magento/ece-tools anew, push again."},{"code":207,"phase":"post-deploy","level":"critical","step":"warm-up","name":"PD_DURING_PAGE_WARM_UP","title":"Pages for the warm-up could not be loaded","suggestion":"Check WARM_UP_PAGES and that the storefront answers."},{"code":208,"phase":"post-deploy","level":"critical","step":"time-to-first-byte","name":"PD_DURING_TIME_TO_FIRST_BYTE","title":"The time to first byte could not be measured","suggestion":"Check TTFB_TESTED_PAGES and that the storefront answers."},{"code":227,"phase":"post-deploy","level":"critical","step":"clean-cache","name":"PD_CACHE_FLUSH_COMMAND_FAILED","title":"bin/magento cache:flush failed after the deployment","suggestion":"The output below the error tells why; the new code is live."},{"code":243,"phase":"general","level":"critical","step":null,"name":"GLOBAL_CONFIG_NOT_DEFINED","title":"An option is not in the schema of ece-tools","suggestion":"Correct the name of the option."},{"code":244,"phase":"general","level":"critical","step":null,"name":"GLOBAL_CONFIG_PARSE_FAILED","title":".magento.env.yaml does not parse","suggestion":"Correct the YAML syntax."},{"code":245,"phase":"general","level":"critical","step":null,"name":"GLOBAL_CONFIG_UNABLE_TO_READ","title":".magento.env.yaml cannot be read","suggestion":"Check that the file is committed and readable."},{"code":246,"phase":"general","level":"critical","step":null,"name":"GLOBAL_CONFIG_UNABLE_TO_READ_SCHEMA_YAML","title":"ece-tools\' own schema file cannot be read","suggestion":"Install magento/ece-tools anew."},{"code":247,"phase":"general","level":"critical","step":null,"name":"GLOBAL_EVENTING_MODULE_GENERATE_FAILED","title":"The module for eventing could not be generated","suggestion":"Runs in the build; read the output; ENABLE_EVENTING: false builds without it."},{"code":248,"phase":"general","level":"critical","step":null,"name":"GLOBAL_EVENTING_MODULE_ENABLEMENT_FAILED","title":"The module for eventing could not be enabled","suggestion":"Runs in the build; read the output; ENABLE_EVENTING: false builds without it."},{"code":249,"phase":"general","level":"critical","step":null,"name":"GLOBAL_WEBHOOKS_MODULE_GENERATE_FAILED","title":"The module for webhooks could not be generated","suggestion":"Runs in the build; read the output; ENABLE_WEBHOOKS: false builds without it."},{"code":250,"phase":"general","level":"critical","step":null,"name":"GLOBAL_WEBHOOKS_MODULE_ENABLEMENT_FAILED","title":"The module for webhooks could not be enabled","suggestion":"Runs in the build; read the output; ENABLE_WEBHOOKS: false builds without it."},{"code":1001,"phase":"build","level":"warning","step":"validate-config","name":"WARN_CONFIG_PHP_NOT_EXISTS","title":"app/etc/config.php is missing","suggestion":"Run ece-tools config:dump on the environment and commit the file (git add -f where it is ignored)."},{"code":1002,"phase":"build","level":"warning","step":"validate-config","name":"WARN_UNSUPPORTED_BUILDS_OPTION_INI","title":"build_options.ini is no longer read","suggestion":"Move its options to .magento.env.yaml."},{"code":1003,"phase":"build","level":"warning","step":"validate-config","name":"WARN_MISSED_MODULE_SECTION","title":"app/etc/config.php has no modules section","suggestion":"Run bin/magento module:enable --all or ece-tools config:dump and commit the file."},{"code":1004,"phase":"build","level":"warning","step":"validate-config","name":"WARN_CONFIGURATION_VERSION_MISMATCH","title":"The configuration is not for this version","suggestion":"Remove the option that the warning names."},{"code":1005,"phase":"build","level":"warning","step":"validate-config","name":"WARN_SCD_OPTIONS_IGNORANCE","title":"Options for static content are ignored","suggestion":"They have no effect with the chosen strategy: remove them."},{"code":1006,"phase":"build","level":"warning","step":"validate-config","name":"WARN_CONFIGURATION_STATE_NOT_IDEAL","title":"The configuration is not ideal","suggestion":"The suggestion in the log tells what is missing, mostly stores in config.php or the post_deploy hook."},{"code":1007,"phase":"build","level":"warning","step":"run-baler","name":"WARN_BALER_CANNOT_BE_USED","title":"Baler cannot be used","suggestion":"Enable its module, or set SCD_USE_BALER: false."},{"code":1008,"phase":"build","level":"warning","step":null,"name":"WARN_WRONG_OPCACHE_CONFIG","title":"The OPcache excludes differ from the recommendation","suggestion":"Take php.ini and op-exclude.txt from the template."},{"code":2001,"phase":"deploy","level":"warning","step":"pre-deploy:cache","name":"WARN_REDIS_SERVICE_NOT_AVAILABLE","title":"Redis is configured for the cache, but the service is not there","suggestion":"Add the service and its relationship, or remove the configuration."},{"code":2002,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_WRONG_SPLIT_DB_CONFIG","title":"The configuration is not ideal","suggestion":"The suggestion in the log names the option; in the source this is the split database."},{"code":2003,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DIR_NESTING_LEVEL_NOT_CONFIGURED","title":"The nesting of error reports is not configured","suggestion":"Set ERROR_REPORT_DIR_NESTING_LEVEL, or leave the default."},{"code":2004,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_NOT_CORRECT_LOCAL_XML_FILE","title":"pub/errors/local.xml is invalid","suggestion":"Correct the XML."},{"code":2005,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ADMIN_DATA_IGNORED","title":"Administrator variables are ignored in an upgrade","suggestion":"Nothing to do; remove them after the first installation."},{"code":2006,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ADMIN_EMAIL_NOT_SET","title":"No administrator was created because ADMIN_EMAIL is not set","suggestion":"Matters for a new installation only; else bin/magento admin:user:create."},{"code":2007,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_UPDATE_PHP_VERSION","title":"PHP is not the recommended version","suggestion":"Set type in .magento.app.yaml."},{"code":2008,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_SOLR_DEPRECATED","title":"Solr is deprecated since 2.1","suggestion":"Use the search service of the version."},{"code":2009,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_SOLR_NOT_SUPPORTED","title":"Solr is not supported since 2.2","suggestion":"Use the search service of the version."},{"code":2010,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ES_INSTALLED_BUT_NOT_USED","title":"Elasticsearch is installed but not used","suggestion":"Remove the service, or set the engine."},{"code":2011,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ES_VERSION_MISMATCH","title":"The Elasticsearch client does not fit the service","suggestion":"Change the version of the service."},{"code":2012,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_CONFIG_NOT_COMPATIBLE","title":"The configuration does not fit this version","suggestion":"Remove the option that the warning names."},{"code":2013,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DEPLOY_SCD_OPTIONS_IGNORANCE","title":"Options for static content are ignored because the build did not deploy it","suggestion":"Remove them, or deploy static content in the build."},{"code":2014,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DEPRECATED_VARIABLES","title":"Deprecated variables or values are set","suggestion":"Replace them as the warning says."},{"code":2015,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_ENVIRONMENT_CONFIG_NOT_VALID","title":"The environment configuration is invalid","suggestion":"Correct the variable that the warning names."},{"code":2016,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_CONFIG_WRONG_JSON_FORMAT","title":"A variable is not valid JSON","suggestion":"Correct its value."},{"code":2017,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_SERVICE_VERSION_NOT_COMPATIBLE","title":"A service does not fit this version","suggestion":"Change the version of the service; on Pro a ticket."},{"code":2018,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_SERVICE_PASSED_EOL","title":"A service is past its end of life","suggestion":"Plan its upgrade; see the enforcement dates."},{"code":2019,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DEPRECATED_MYSQL_SEARCH_ENGINE","title":"The search engine mysql is deprecated","suggestion":"Use the search service."},{"code":2020,"phase":"deploy","level":"warning","step":"install-update","name":"WARN_ENV_PHP_MISSED","title":"env.php was missing or empty and was created anew","suggestion":"Compare encryption key and settings; restore env.php from its backup if they differ."},{"code":2021,"phase":"deploy","level":"warning","step":"install-update:db-connection","name":"WARN_SPLIT_DB_CUSTOM_CONNECTION_USED","title":"The split database uses custom connections","suggestion":"Check that this is meant."},{"code":2022,"phase":"deploy","level":"warning","step":"install-update:db-connection","name":"WARN_DB_CONFIG_NOT_COMPATIBLE_WITH_SLAVE","title":"The database configuration does not fit the slave connection","suggestion":"Correct DATABASE_CONFIGURATION or MYSQL_USE_SLAVE_CONNECTION."},{"code":2023,"phase":"deploy","level":"warning","step":"install-update:split-db","name":"WARN_SPLIT_DB_ENABLING_SKIPPED","title":"The database was not split","suggestion":"The warning tells why."},{"code":2024,"phase":"deploy","level":"warning","step":"install-update:split-db","name":"WARN_NOT_ENOUGH_DATA_SPLIT_DB_VAR","title":"SPLIT_DB lacks connections","suggestion":"Complete or remove SPLIT_DB."},{"code":2025,"phase":"deploy","level":"warning","step":"install-update:split-db","name":"WARN_SLAVE_CONNECTION_NOT_SET","title":"The slave connection was not set","suggestion":"Check the relationship of the replica."},{"code":2026,"phase":"deploy","level":"warning","step":"pre-deploy:restore-writable-dirs","name":"WARN_COPY_MOUNTED_DIRS_FAILED","title":"Some data of the build was not restored to the mounts","suggestion":"Check disk and permissions of the mount that cloud.log names."},{"code":2027,"phase":"deploy","level":"warning","step":"validate-config:mage-mode-variable","name":"WARN_NOT_SUPPORTED_MAGE_MODE","title":"MAGE_MODE has a value that Cloud does not support","suggestion":"Remove the variable; Cloud runs in production mode."},{"code":2028,"phase":"deploy","level":"warning","step":"remote-storage","name":"WARN_REMOTE_STORAGE_CANNOT_BE_ENABLED","title":"Remote storage could not be enabled","suggestion":"Listed as a warning, but it stops the deployment: env.php could not be written, or REMOTE_STORAGE is incomplete."},{"code":2029,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_DEPRECATED_SPLIT_DB","title":"Split databases are deprecated since 2.4.2","suggestion":"Plan to merge them."},{"code":2030,"phase":"deploy","level":"warning","step":"validate-config","name":"WARN_OS_ES_SERVICES_BOTH_INSTALLED","title":"Elasticsearch and OpenSearch are both installed","suggestion":"Remove the one that is not used; 2.4.4 and later take OpenSearch."},{"code":2031,"phase":"deploy","level":"warning","step":null,"name":"WARN_REMOTE_STORAGE_CANNOT_BE_DISABLED","title":"Remote storage could not be disabled","suggestion":"Named a warning, but it stops the deployment: env.php could not be written; check the mount app/etc."},{"code":2032,"phase":"deploy","level":"warning","step":"pre-deploy:cache","name":"WARN_VALKEY_SERVICE_NOT_AVAILABLE","title":"Valkey is configured for the cache, but the service is not there","suggestion":"Add the service and its relationship, or remove the configuration."},{"code":3001,"phase":"post-deploy","level":"warning","step":"validate-config","name":"WARN_DEBUG_LOG_ENABLED","title":"Debug logging is on","suggestion":"Switch it off to save disk."},{"code":3002,"phase":"post-deploy","level":"warning","step":"warm-up","name":"WARN_CANNOT_FETCH_STORE_URLS","title":"The URLs of the stores could not be read","suggestion":"The warm-up was skipped: check that bin/magento works and the base URLs are set."},{"code":3003,"phase":"post-deploy","level":"warning","step":"warm-up","name":"WARN_CANNOT_FETCH_STORE_URL","title":"The URL of a store could not be read","suggestion":"Check the base URL of that store."},{"code":3004,"phase":"post-deploy","level":"warning","step":"backup","name":"WARN_CREATE_CONFIG_BACKUP_FAILED","title":"env.php and config.php could not be backed up","suggestion":"Check the mount app/etc."},{"code":4001,"phase":"general","level":"warning","step":null,"name":"WARN_CANNOT_GET_PROC_COUNT","title":"The number of processors could not be read","suggestion":"Nothing to do."}]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/ece-tools-errors.js

const byCode = new Map(ece_tools_errors_namespaceObject.sO.map((error) => [error.code, error]));
// Named warnings, and yet the deployment stops on them (ece-tools 2002.1.17, src/App/Error.php).
const stopping = new Set([2028, 2031]);
/** What the error reference of ece-tools says about a code; null for a code that it does not have. */
function eceToolsError(code) {
    return byCode.get(code) ?? null;
}
/**
 * The error of ece-tools that the number in an ERROR line stands for, in the phase that the line stands in. Null where
 * the number is the exit status of a command (1, 127, 137, 255 …) or a code of the database driver (2002, 2006 …).
 */
function codeOfError(code, phase) {
    const error = code === null ? null : eceToolsError(code);
    if (error === null || error.phase === 'any')
        return null;
    if (error.level === 'warning')
        return stopping.has(error.code) ? error : null;
    return error.phase === 'general' || phase === null || phase === 'site' || error.phase === phase ? error : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/unwrap-lines.js
/** Width of the boxes that Symfony draws where there is no terminal: 80 columns, less a margin of 5. */
const boxWidth = 75;
const unwrap_lines_begins = /^(?:#\d|[-*•] |\[|at |SQLSTATE|In [\w.]+ line|Problem \d|PHP |[\w\\]{0,80}(?:Exception|Error)\b|W:|E:)/;
/** Joins the rows of wrapped paragraphs, unless the next row begins something itself. */
function unwrapLines(rows) {
    return paragraphs(rows).flatMap(({ start, texts }) => {
        const wrap = wrapOf(texts);
        const lines = [];
        let open = null;
        texts.forEach((text, index) => {
            const next = texts[index + 1];
            open = {
                // A full row that ended with a space has lost it.
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
// Rows of one width are cut at it, wherever a word ends.
function wrapOf(texts) {
    const widest = Math.max(...texts.map((text) => text.length));
    return isBox(widest) || texts.filter((text) => text.length === widest).length > 1 ? 'hard' : 'soft';
}
function isBox(width) {
    return width >= boxWidth - 2 && width <= boxWidth + 2;
}
function goesOn(wrap, text, next, texts) {
    if (unwrap_lines_begins.test(next) || text.length < 58 || text.length > 160)
        return false;
    if (wrap === 'soft')
        return /^[a-z(]/.test(next);
    return isBox(text.length) || texts.every((one) => one.length <= text.length);
}
// Rows one below the other with the same indentation, give or take the space that a cut line begins with.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/coded-entries.js





/** The entries of cloud.error.log (or of what `ece-tools error:show -j` prints), each code once. */
function codedEntries({ source, text, activity }) {
    const { errors } = parseCloudErrorLog(lastCharacters(text, 3_000_000));
    const seen = new Set();
    return errors
        .filter(({ code }) => !seen.has(code) && seen.add(code))
        .map((error) => {
        const said = (0,redact_evidence/* redactEvidence */.H)(`${error.code} ${error.stage}/${error.step ?? '?'}: ${error.title}`);
        const rows = said.slice(0, 20_000).split('\n');
        return {
            source,
            activity: activity ?? null,
            phase: coded_entries_phaseOf(error),
            at: null,
            level: isWarning(error) ? 'warning' : 'error',
            code: error.code,
            rows,
            lines: isWarning(error) ? [] : unwrapLines(rows),
            certain: !isWarning(error)
        };
    });
}
// A database that is lost comes with the number of its driver, which ece-tools takes for that of a warning.
function isWarning({ type, title }) {
    return type === 'warning' && !title.includes('SQLSTATE[');
}
function coded_entries_phaseOf({ stage, code }) {
    if (stage.includes('post'))
        return 'post-deploy';
    if (stage === 'build' || stage === 'deploy')
        return stage;
    const phase = eceToolsError(code)?.phase;
    return phase === 'build' || phase === 'deploy' || phase === 'post-deploy' ? phase : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/scenario-starts.js
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
/** When a line of a log was written, by the time in brackets that it begins with, indented or not, UTC; null where there is none. */
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/log-cut.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/log-line.js


// A log is read from its end, where it failed, and lines of minified code only in part: time stays in bounds.
const mostCharacters = 3_000_000;
const mostLines = 50_000;
const log_line_longestLine = 2000;
/** The lines of a log; of a very long one the last 50,000 in the last three million characters. */
function readLines(text) {
    return lastCharacters(text, mostCharacters).split('\n').slice(-mostLines).map(readLine);
}
const header = /^\[\d{4}-\d\d-\d\d[T ][^\]\n]{5,30}\] ?(?:[\w-]{1,40}\.)?(?:(DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY):\s?(?:\[(\d{1,4})\])?)?/;
// eslint-disable-next-line no-control-regex
const escapes = /\u001b\[[0-9;]{0,12}[A-Za-z]/g;
function readLine(raw) {
    // A carriage return in the middle is a progress bar that writes over itself.
    const visible = raw.replace(/\r$/, '');
    const line = visible
        .slice(visible.lastIndexOf('\r') + 1)
        .slice(0, log_line_longestLine)
        .replace(escapes, '')
        .trimEnd();
    const mark = /^[ \t]{0,40}([EW]):(?: |$)/.exec(line);
    const text = mark === null ? line : line.slice(mark[0].length);
    const trimmed = text.trimStart();
    const head = header.exec(trimmed);
    return {
        text,
        channel: mark === null ? 'output' : mark[1] === 'E' ? 'verdict' : 'error',
        at: head === null ? null : timeOf(trimmed),
        level: head === null ? null : levelOf(head[1]),
        code: head?.[2] === undefined ? null : Number(head[2])
    };
}
function levelOf(name = 'INFO') {
    if (name === 'WARNING')
        return 'warning';
    return name === 'DEBUG' || name === 'INFO' || name === 'NOTICE' ? 'info' : 'error';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/phase-titles.js
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
/** The title that a line is; null for any other line. Sources: public activity logs of 2019 to 2026. */
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/log-entry.js



/** The entries of one text, in their order. */
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
        if (last && !log_entry_begins(line, title, last))
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
// What follows the platform's verdict explains it; what a hook prints on stderr is a text of its own.
function log_entry_begins(line, title, last) {
    if (line.level !== null || title !== null || line.channel === 'verdict')
        return true;
    if (line.text.trim() === '')
        return false;
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
        lines: level === 'warning' ? [] : log_entry_linesOf(level, first?.level != null, rows),
        certain: kind === 'report' || kind === 'state'
    };
}
// The line that begins an entry stands alone; one that only says what goes on is no trace of anything.
function log_entry_linesOf(level, hasHead, rows) {
    if (level === 'info' || level === 'title')
        return unwrapLines(['', ...rows.slice(1)]);
    if (!hasHead)
        return unwrapLines(rows);
    const head = rows[0] ?? '';
    return [{ text: head, other: head, first: 0 }, ...unwrapLines(['', ...rows.slice(1)])];
}
// Back from each error to the entry that the failed command began with.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/current-deployment.js




// Clocks of the platform and of its nodes agree to a few seconds; a deployment takes longer than this.
const slack = 60_000;
const most = 3_000_000;
/**
 * What belongs to the last deployment that any of the texts knows: the rest explains an older one. Of the shop's own
 * logs what was written since then; a text without times is kept.
 */
function currentDeployment(evidence) {
    const texts = evidence.map((one) => one.kind === 'log' ? { ...one, text: lastPart(lastCharacters(one.text, most)) } : one);
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
// One activity is one deployment; the logs on a server hold all of them, one after the other.
function lastPart(text) {
    if (isUpgradeLog(text))
        return lastBlock(text);
    const activity = lastIndex(text, /^[ \t]{0,20}(?:Processing activity|Found \d+ new commits?\b)/gm);
    if (activity !== null)
        return text.slice(activity);
    return /^[ \t]{0,20}(?:Building application|Re-?deploying environment|Deploying applications)/m.test(text)
        ? text
        : sinceLastScenario(text);
}
function lastBlock(text) {
    return text.slice(lastIndex(text, /^Updating time: /gm) ?? 0);
}
function lastIndex(text, pattern) {
    return [...text.matchAll(pattern)].at(-1)?.index ?? null;
}
function spanOf({ text, activity }) {
    const start = activity?.startedAt ?? null;
    if (isUpgradeLog(text)) {
        const time = Date.parse(/^Updating time: ([^\n]{1,60})/m.exec(text)?.[1] ?? '');
        return { built: null, deployed: null, other: Number.isNaN(time) ? null : time };
    }
    const last = lastDeployment(text);
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
    return timeOf(stamp?.[1] ?? '');
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
    const text = entriesSince(one.text, start);
    return text === '' ? [] : [{ ...one, text }];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/evidence.js

/** The parts of a deployment in their order, and the running shop after it. */
const phases = findingPhases;

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/printed-before.js
/**
 * The last lines that a command had printed before an entry that only says that it failed; none for an entry with lines
 * of its own. Up to 2002.0 ece-tools writes a line between the two.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/failure-rule.js
/** What to type once the cause is fixed: a build needs a new commit, a deployment another run of its hook. */
function deployAgain({ phase }) {
    return phase === 'configuration' || phase === 'build' ? pushAgain : redeployAgain;
}
const pushAgain = 'Then commit, and git push.';
// Sources differ on whether a redeployment runs the deploy hook; a new commit always does.
const redeployAgain = 'Then magento-cloud environment:redeploy; if deploy.log gets no new "Launching command" line from that, git commit --allow-empty and git push.';
/** The first match of a pattern in a text, or its first group; null where there is none. */
function firstMatch(pattern) {
    return (text) => {
        const match = pattern.exec(text);
        return match === null ? null : (match[1] ?? match[0]);
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/build-rules.js

// Vendors of packages that the product requires: removing those breaks it.
const bundled = /^(?:fastly|paypal|aem|adobe-commerce|amzn|dotmailer|klarna|vertex|vertexinc|yotpo|msp|shopialfb|temando)\//;
const className = firstMatch(/\b([A-Z]\w{0,60}(?:\\{1,2}\w{1,80}){2,12})/);
/** What stops the build once the packages are installed. */
const buildRules = [
    {
        id: 'not-marshaled',
        phase: 'build',
        title: 'Files of the base packages are missing: they were not marshaled',
        trace: /app\/etc\/(?:NonComposerComponentRegistration|di|registration_globlist|vendor_path)\.(?:php|xml)[^\n]{0,200}(?:No such file|[Ff]ailed open)|setup\/(?:config|src)\/[\w./]{1,120}[^\n]{0,120}No such file|(?:Could not open input file|File doesn't exist): (?:\.\/)?(?:bin\/magento|setup\/)|bin\/magento: No such file|There are no commands defined in the "(?:module|cache|setup|app|maintenance|indexer)" namespace|Command "(?:module|cache|setup|maintenance|app):[\w:-]{1,40}" is not defined/,
        subject: firstMatch(/((?:app\/etc|setup|bin)\/[\w./]{0,120}[\w]{1,60}\.(?:php|xml)|bin\/magento\b(?=: No such|$|"))/),
        meaning: 'magento2-base brings these files by the marshaling plugin. On the platform that copies nothing unless a deploy strategy is set; or a stale setup/ or bin/magento of an older version is in the project.',
        next: 'In composer.json set extra.magento-deploystrategy: copy and extra.magento-force: true (as in the template); see that config.allow-plugins has magento/*; commit what composer install marshals (git status; git add -f where it is ignored), or git rm -r --cached an old setup/ that is in the way. Then git push.'
    },
    {
        id: 'module-dependencies',
        phase: 'build',
        title: ({ text }) => constraintTitle(text),
        trace: /Unable to change status of modules because|Cannot (?:enable|disable) [\w, ]{1,300}because (?:it depends on|modules depend on|it conflicts)/i,
        meaning: 'app/etc/config.php switches a module on while one that it needs is off, or the other way round.',
        next: ({ text }) => {
            const { module, needed } = constraint(text);
            return needed === null
                ? 'Bring the modules in app/etc/config.php into line (php bin/magento module:enable --all in the checkout shows the constraints), commit, and git push.'
                : `In app/etc/config.php set ${needed} to 1, or ${module ?? 'what needs it'} to 0. Commit, and git push.`;
        }
    },
    {
        id: 'database-in-build',
        phase: 'build',
        within: ['build'],
        title: 'Code asks for the database in the build, which has none',
        trace: /SQLSTATE\[HY000\] \[(?:2002|2003|2005|2006|1044|1045|1049)\]|php_network_getaddresses|getaddrinfo (?:for|failed)/i,
        culprit: true,
        meaning: 'No service runs while the code is built. Either configuration of an environment is in git (app/etc/env.php, system values in config.php), or an extension queries in a constructor.',
        next: ({ culprit }) => `git ls-files app/etc: if env.php is listed, git rm --cached app/etc/env.php and put it into .gitignore; then look at what config.php got with the last commits${culprit === null ? '' : ` and at ${culprit}`}. Commit, and git push.`
    },
    {
        id: 'di-compile-failed',
        phase: 'build',
        title: ({ culprit, phase }) => `Code of ${culprit ?? 'an extension'} does not ${phase === 'site' || phase === 'build' ? 'compile' : 'work'} with the new version`,
        trace: /Class ["']?\\?[\w\\]{1,300}["']? (?:for [\w ]{0,40}generation )?(?:does not exist|not found)|Source class "[^"\n]{1,300}" for "[^"\n]{1,300}" generation does not exist|Errors during compilation|Incompatible argument type|must be compatible with|Call to undefined (?:method|function) |Interface ["'][\w\\]{1,300}["'] not found|Cannot declare class|contains \d{1,3} abstract methods?/i,
        subject: className,
        culprit: true,
        codes: [15],
        command: /setup:di:compile/,
        meaning: 'A class refers to something that the new version does not have, or no longer has in that form.',
        next: ({ culprit }) => extensionNext(culprit)
    },
    {
        id: 'static-content-failed',
        phase: 'build',
        title: ({ culprit }) => culprit === null ? 'Static content could not be deployed' : `Static content could not be deployed: ${culprit}`,
        trace: null,
        codes: [19, 119],
        command: /setup:static-content:deploy/,
        culprit: true,
        meaning: 'A theme, a less or JavaScript file, or code of an extension stops setup:static-content:deploy.',
        next: ({ culprit, phase }) => culprit?.includes('/')
            ? extensionNext(culprit)
            : `Read the lines: they name the theme, the file or the class. Correct it in the checkout. ${deployAgain({ phase: phase === 'site' ? 'deploy' : 'build' })}`
    },
    {
        id: 'upload-failed',
        phase: 'build',
        always: true,
        title: 'The platform could not store the built application',
        trace: /Unable to upload the application/i,
        meaning: 'The code was built; the cluster could not take it, mostly for its disk. Nothing in the project says why.',
        next: 'Try again: git commit --allow-empty and git push. If it stays, a support ticket with these lines.'
    },
    {
        id: 'modules-not-enabled',
        phase: 'build',
        title: 'The modules could not be enabled',
        trace: null,
        codes: [11],
        command: /module:enable/,
        meaning: 'bin/magento module:enable failed; the lines below the error say why.',
        next: 'Read the lines; in the checkout composer install and php bin/magento module:enable --all show the same. Correct it, commit, and git push.'
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
        ? 'A module is on that needs one that is off'
        : `${module} is on and needs ${needed}, which is off`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/configuration-rules.js

/** What the platform refuses before it builds or before it touches the running site. */
const configurationRules = [
    {
        id: 'protective-block',
        phase: 'configuration',
        always: true,
        title: 'The protective block of the Cloud refused the code',
        trace: /protective block\.?$|refused by the protective block|(?:has|contains|found) [\w ]{0,40}known (?:security )?vulnerabilit/i,
        meaning: 'The platform knows a vulnerability in the pushed code and does not deploy it.',
        next: 'Apply the patch that the advisory names, or plan for a version that has it: magento-cloud-upgrade plan --target latest-patch. An exception is made in .magento.app.yaml (preflight: ignore_rules).'
    },
    {
        id: 'extension-not-supported',
        phase: 'configuration',
        always: true,
        title: 'A PHP extension in .magento.app.yaml does not exist for this PHP version',
        trace: /extension is not supported for/i,
        subject: firstMatch(/"?([\w-]{1,40})\\?"? extension is not supported for/i),
        meaning: 'This PHP has the extension built in, or does not support it; the platform does not build with it.',
        next: 'Take the extension out of runtime.extensions in .magento.app.yaml, commit, and git push.'
    },
    {
        id: 'service-version-not-supported',
        phase: 'configuration',
        always: true,
        title: 'A type or version in the configuration is not one that the platform has',
        trace: /(?:type|version|service|runtime|image)s? [^\n]{0,80}(?:is not supported|are not supported|is not (?:a )?valid|is not available|does not exist|no longer supported)|(?:invalid|unsupported|unknown) (?:service|runtime|image|application)?\s?(?:type|version)\b/i,
        within: ['configuration'],
        subject: firstMatch(/['"]?([a-z][a-z-]{1,30}:[\d.]{1,12})['"]?/),
        meaning: 'The platform has no image for a type in .magento.app.yaml or .magento/services.yaml.',
        next: 'Set a version that the platform offers: type in .magento.app.yaml, or of the service in .magento/services.yaml. Commit, and git push.'
    },
    {
        id: 'routes-missing',
        phase: 'configuration',
        always: true,
        title: 'Domains of the project have no route',
        trace: /have no routes|verifying routes\.yaml|domains would NOT be served/i,
        meaning: 'The platform does not deploy as long as a domain of the environment would not be served.',
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
        next: 'Correct the file and the key that the lines name, commit, and git push.'
    }
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/sql-subject.js
/** The table that a failed statement is about; null where the text names none. */
function tableOf(text) {
    const query = /query was: (?:ALTER TABLE|CREATE TABLE(?: IF NOT EXISTS)?|INSERT (?:IGNORE )?INTO|REPLACE INTO|UPDATE|DELETE FROM|TRUNCATE TABLE|DROP TABLE(?: IF EXISTS)?) `?(\w{1,64})`?/i.exec(text);
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
/** The foreign key that a text names in full; null where a part is missing. A temporary table is looked up in the statement. */
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/database-rules.js


const running = ['deploy', 'post-deploy', 'site'];
/** What the database itself says. */
const databaseRules = [
    {
        id: 'database-gone',
        phase: 'deploy',
        within: running,
        title: 'The database went away in the middle of its work',
        trace: /(?:General error: |\[)(?:2006|2013)\b|MySQL server has gone away|Lost connection to (?:MySQL|MariaDB|server)/i,
        subject: tableOf,
        meaning: 'Its server ended or cut the connection: mostly its disk is full, else its memory, or a statement over max_allowed_packet.',
        next: (context) => `Look at the disk of the database first: magento-cloud db:size, disk of mysql in .magento/services.yaml (Pro: a ticket). Then its memory, and the statement that the lines show. ${deployAgain(context)}`
    },
    {
        id: 'database-unreachable',
        phase: 'deploy',
        within: running,
        title: 'The database cannot be reached',
        trace: /SQLSTATE\[HY000\] \[(?:2002|2003|2005|1040|1044|1045|1049)\]|(?:CRITICAL|ERROR): \[(?:2002|2003|1040|1045)\]/i,
        subject: sqlSubject,
        meaning: 'The application could not connect to its database, or was refused by it.',
        next: (context) => `See that the service runs, that its disk is not full, and that the relationship is named database: magento-cloud relationships, magento-cloud db:size. ${deployAgain(context)}`
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
        trace: /(?:violation|error): (?:1452|1215|1216)\b|a foreign key constraint fails|errno: 150\b|Foreign key constraint is incorrectly formed/i,
        meaning: 'The new version wants a foreign key that the data or the type of a column do not fit.',
        next: (context) => {
            const key = foreignKeyOf(context.text);
            const find = key === null ? 'find the rows without a parent' : `magento-cloud sql, and: ${orphanQuery(key)}`;
            return `List them: ${find} After a backup, delete or correct those rows. ${deployAgain(context)}`;
        }
    },
    {
        id: 'row-size',
        phase: 'deploy',
        title: 'A row of a table is too large',
        trace: /(?:error|violation): (?:1118|1709|1071)\b|Row size too large|Index column size too large|Specified key was too long/i,
        subject: tableOf,
        meaning: 'The table has too many or too wide columns for its row format: mostly COMPACT from an older server, or attributes made flat.',
        next: (context) => {
            const table = tableOf(context.text);
            return `magento-cloud sql, and: ALTER TABLE ${table ?? 'the table that the lines name'} ROW_FORMAT=DYNAMIC; after a backup, else make columns of it text. ${deployAgain(context)}`;
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
        next: (context) => `On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock; magento-cloud sql "SHOW FULL PROCESSLIST" shows queries that last. ${deployAgain(context)}`
    },
    {
        id: 'database-ahead',
        phase: 'deploy',
        title: 'The database is newer than the code',
        trace: /Please update your modules|code version - \S{1,40}, database version - /i,
        meaning: 'The code went back to an older version, its database did not.',
        next: 'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore, or magento-cloud snapshot:restore for a snapshot.'
    },
    {
        id: 'database-behind',
        phase: 'site',
        always: true,
        title: 'The database is older than the code',
        trace: /Please upgrade your database/i,
        meaning: 'setup:upgrade has not run, or not to its end, since the code was deployed.',
        next: 'If a deployment failed, fix its cause first. Then magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
    }
];
/** The class of a data or schema patch in a text; null where there is none. */
const patchClass = firstMatch(/Unable to apply (?:data |schema )?patch ([\w\\]{3,200})/);

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/deploy-rules.js



/** What stops the deploy phase. */
const deployRules = [
    {
        id: 'crypt-key-missing',
        phase: 'deploy',
        title: 'The encryption key is missing',
        trace: /crypt\/key (?:is missing|key value does not exist)|Missing crypt key|crypt key (?:is )?missing|missing the key for decryption|No encryption key/i,
        codes: [131],
        meaning: 'app/etc/env.php has no crypt/key: encrypted settings cannot be read.',
        next: (context) => `On the server: vendor/bin/ece-tools backup:restore brings env.php back; else set the variable CRYPT_KEY to the key that belongs to this database: magento-cloud variable:create --level environment --name CRYPT_KEY --sensitive true. ${deployAgain(context)}`
    },
    {
        id: 'config-set-refused',
        phase: 'deploy',
        title: 'setup:config:set was refused a parameter',
        trace: /Parameter validation failed|setup:config:set [^\n]{0,200}option does not exist/i,
        subject: firstMatch(/setup:config:set (--[\w-]{1,60})/),
        meaning: 'ece-tools hands on what .magento.env.yaml and the variables say; the application or an extension that adds parameters does not accept it.',
        next: 'Look at REMOTE_STORAGE (and whatever the option in the lines comes from) in .magento.env.yaml and magento-cloud variable:list, and at extensions that add parameters of setup:config:set. Correct it, commit, and git push.'
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
        next: (context) => `Create it in the Admin, or take it out of app/etc/config.php: vendor/bin/ece-tools config:dump on the environment that is right gives a good one. ${deployAgain({ phase: context.phase === 'site' ? 'deploy' : 'build' })}`
    },
    {
        id: 'env-php-incomplete',
        phase: 'deploy',
        title: 'app/etc/env.php lacks a section that ece-tools reads',
        trace: /Undefined (?:index: |array key "?)(?:db|connection|default|crypt|cache|session|lock|MAGE_MODE)\b/i,
        subject: firstMatch(/Undefined (?:index: |array key "?)(\w{1,40})/i),
        meaning: 'env.php on the environment was cut, replaced or written by hand; ece-tools stops at what is missing.',
        next: (context) => `On the server: vendor/bin/ece-tools backup:list, and vendor/bin/ece-tools backup:restore brings app/etc/env.php back. ${deployAgain(context)}`
    },
    {
        id: 'data-patch-failed',
        phase: 'deploy',
        title: 'A data patch failed',
        trace: /Unable to apply (?:data |schema )?patch [\w\\]{3,200}/i,
        subject: patchClass,
        culprit: true,
        meaning: 'setup:upgrade stopped at this patch of a module: the database may be half way.',
        next: (context) => {
            const name = context.subject ?? 'the patch';
            const module = /for module (\w{3,100})/.exec(context.text)?.[1];
            return `Read what ${name}${module === undefined ? '' : ` of ${module}`} does, and correct what it meets: the data, or ${context.culprit?.includes('/') ? `composer update ${context.culprit}` : 'an update of its module'}; for the product a quality patch or a ticket. ${deployAgain(context)}`;
        }
    },
    {
        id: 'setup-upgrade-failed',
        phase: 'deploy',
        title: 'setup:upgrade failed',
        trace: null,
        subject: sqlSubject,
        codes: [126],
        command: /setup:upgrade/,
        meaning: 'The database could not be brought to the new version; it may be half way.',
        next: (context) => `On the server: tail -n 100 var/log/install_upgrade.log. After the cause is fixed, deploy again, or restore the backup of the database. ${deployAgain(context)}`
    }
];
const scope = /[Tt]he (website|store view|store|group) with (?:code|id) (\S{1,60})/;

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/package-rules.js

const build = ['configuration', 'build'];
const url = firstMatch(/(https?:\/\/[^\s'"?]{4,200}[^\s'"?:,.])/);
/** What stops Composer in the build. */
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
        title: 'The keys of the build are refused by a package repository',
        trace: /(?:HTTP(?:\/[\d.]{1,4})? |HTTP code |status code )40[13]\b|40[13] (?:Forbidden|Unauthorized)|Invalid credentials for '|authentication required \(|required authentication\.|Authentication failed for 'https?:/i,
        subject: url,
        meaning: 'The keys that the platform builds with are wrong, or are not entitled to this package: 401 says unknown, 403 not allowed.',
        next: 'Check the keys that the build uses, which are not those of this machine: auth.json in the project, or magento-cloud variable:get env:COMPOSER_AUTH; and that their account may have the package. Then git push, or git commit --allow-empty and git push where nothing changed.'
    },
    {
        id: 'package-not-found',
        phase: 'build',
        within: build,
        title: 'A package is not where composer.lock says',
        trace: /(?:HTTP(?:\/[\d.]{1,4})? |HTTP code )404\b|404 Not Found/i,
        subject: url,
        meaning: 'The repository does not have this archive, or does not show it to the keys of the build.',
        next: 'See whether this version still exists (composer show --all with the name of the package), composer update that package, commit composer.lock, and git push.'
    },
    {
        id: 'package-network',
        phase: 'build',
        within: build,
        title: 'The build could not reach a package server',
        trace: /curl error (?:5|6|7|16|18|28|35|52|55|56|92)\b|Could not resolve host|Failed to connect to [\w.:-]{1,100} port|Failed to download [^\n]{0,200}(?:timed out|refused)|could not be downloaded[^\n]{0,200}(?:timed out|refused|HTTP\/[\d.]{1,4} 5\d\d)|Connection (?:refused|reset by peer|timed out) while|The following exception probably indicates you (?:are offline|have misconfigured DNS)/i,
        subject: url,
        meaning: 'A server of packages did not answer. The project may be as good as it was.',
        next: 'Try again: git commit --allow-empty and git push. If it stays: magento-cloud project:clear-build-cache; then the status page of that server.'
    },
    {
        id: 'php-version',
        phase: 'build',
        within: build,
        title: 'The PHP version of the platform is not one that composer.lock can do with',
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
        within: build,
        title: 'A PHP extension is missing in the build',
        trace: /requires (?:PHP extension )?ext-[\w-]{1,40}[^\n]{0,120}(?:missing from your system|is missing|not present)/i,
        subject: firstMatch(/(ext-[\w-]{1,40})/),
        meaning: 'A package needs an extension that .magento.app.yaml does not switch on.',
        next: 'Add the extension to runtime.extensions in .magento.app.yaml, commit, and git push.'
    },
    {
        id: 'stale-lock',
        phase: 'build',
        within: build,
        title: 'composer.lock does not belong to composer.json',
        trace: /is not present in the lock file|is in the lock file as [^\n]{0,120} but that does not satisfy/i,
        codes: [25],
        meaning: 'The build installs what composer.lock holds, and that is not what composer.json asks for.',
        next: 'In the checkout: composer update --lock; or composer update, where packages are missing. Commit composer.lock and git push.'
    },
    {
        id: 'packages-incompatible',
        phase: 'build',
        within: build,
        outcome: true,
        title: 'The packages in composer.lock do not fit together, or not the platform',
        trace: /lock file does not contain a compatible set of packages|Your requirements could not be resolved to an installable set/i,
        meaning: 'Composer cannot install what composer.lock holds; the problems that it lists say which package wants what.',
        next: 'In the checkout: composer install shows the same; composer update with the packages that the lines name. Commit composer.lock, and git push.'
    }
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/patch-rules.js

const shipped = /magento-cloud-patches\/|\b(?:MAGECLOUD|MCLOUD|BUNDLE)-\d+/;
const quality = /quality-patches\/|\b(?:ACSD|MDVA|ACP2E|AC|ACPLTSRV|BCBP)-\d+/;
// A patch in the project's own folder is the project's, whatever its file is called.
const own = firstMatch(/(m2-hotfixes\/[\w.-]{1,160}\.patch)\b/);
const file = firstMatch(/([\w.-]{1,80}\/[\w.-]{1,160}\.patch)\b/);
const id = firstMatch(/\b([A-Z][A-Z0-9]{1,9}-\d{1,7}(?:-V\d{1,2})?(?:, [A-Z][A-Z0-9]{1,9}-\d{1,7}(?:-V\d{1,2})?){0,40})/);
// The name of a file tells nothing: only what the program says of it.
const fails = /error: patch failed: \S|: patch does not apply|\bpatch \S{1,300} (?:can't|cannot|could not) be applied|Applying patch \S{1,300} failed|Hunk #\d{1,6} FAILED|'git' 'apply'[^\n]{0,900}failed|git apply [^\n]{0,300}failed|hunks? ignored|The patch could not be applied/i;
/** Why `ece-patches apply` fails: its own patches, those of the project, or ids that nobody knows. */
const patchRules = [
    {
        id: 'patch-unknown',
        phase: 'build',
        title: 'QUALITY_PATCHES names patches that do not exist for this version',
        trace: /Next patches weren't found/i,
        subject: id,
        meaning: 'The installed magento/quality-patches has no patch of these ids for the version of the project.',
        next: ({ subject }) => `Take ${subject ?? 'the ids'} out of QUALITY_PATCHES in .magento.env.yaml (mostly the new version holds the fix), or composer update magento/quality-patches. Commit, and git push.`
    },
    {
        id: 'patch-failed',
        phase: 'build',
        title: (context) => isShipped(context)
            ? 'A patch that ships with magento/magento-cloud-patches does not apply'
            : 'A patch does not fit the new version',
        trace: fails,
        subject: (text) => own(text) ?? file(text) ?? (shipped.test(text) || quality.test(text) ? id(text) : null),
        codes: [12],
        command: /ece-patches apply|apply-patches/,
        meaning: (context) => isShipped(context)
            ? 'Cloud Patches applies it by itself: its version is too old for this product, or a copy of the same fix is in the way.'
            : isQuality(context)
                ? 'A patch in QUALITY_PATCHES meets code that it was not made for, or that has its fix already.'
                : 'A patch of the project was made for the version before.',
        next: patchNext
    }
];
function isShipped(context) {
    return shipped.test(told(context)) && own(told(context)) === null;
}
function isQuality(context) {
    return quality.test(told(context)) && own(told(context)) === null;
}
// Others stand beside it that were applied: its own line decides, if it names one.
function told({ line, text }) {
    return own(line) !== null || shipped.test(line) || quality.test(line) ? line : text;
}
function patchNext(context) {
    const { subject } = context;
    if (isShipped(context))
        return 'composer update magento/magento-cloud-patches magento/ece-tools --with-dependencies, commit composer.lock, and git push. It cannot be switched off in the project; where the project carries a copy of the same fix, remove that.';
    if (isQuality(context))
        return `Take ${id(told(context)) ?? 'the patch'} out of QUALITY_PATCHES in .magento.env.yaml where the new version holds its fix, else composer update magento/quality-patches. Commit, and git push.`;
    return subject?.endsWith('.patch')
        ? `After composer install: git apply --check ${subject}. Where the new version holds its fix, git rm ${subject}, else renew it. Then git push.`
        : 'After composer install: vendor/bin/ece-patches apply shows which patch it is. Where the new version holds its fix, git rm its file in m2-hotfixes or take its id out of QUALITY_PATCHES, else renew it. Then git push.';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/resource-rules.js

/** Causes outside the code: they break whatever happens to run. */
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
        meaning: 'The database, or the system below it, may not open more files. Nothing in the project limits that.',
        next: (context) => `A matter of the platform: a support ticket with these lines, or a bigger plan. ${deployAgain(context)}`
    },
    {
        id: 'killed',
        phase: 'build',
        title: 'A process was killed for its memory (137)',
        trace: /^\s{0,40}Killed$|status code 137\b|exit (?:code|status) 137\b|code 137$|returned code 137\b|\[137\] The command|signaled with signal "?9"?/i,
        meaning: 'The system ended a command (signal 9) because it used more memory than there is.',
        next: (context) => context.phase === 'build'
            ? 'Make the build need less memory: SCD_THREADS: 1 and fewer SCD_MATRIX entries in .magento.env.yaml, fewer packages and locales; else a support ticket for more build memory. Then git push.'
            : `Make the command need less memory (SCD_THREADS, cron jobs at the same time), or a support ticket for a bigger container. ${deployAgain(context)}`
    },
    {
        id: 'out-of-memory',
        phase: 'build',
        title: 'PHP ran out of memory',
        trace: /Allowed memory size of \d{1,20} bytes exhausted|Out of memory\b|Cannot allocate memory/i,
        meaning: 'A command was ended because it needed more memory than it may have.',
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
        meaning: 'After the build only var, app/etc, pub/media, pub/static and /tmp can be written.',
        next: ({ culprit, phase }) => culprit?.includes('/') && phase !== 'post-deploy'
            ? `Update or remove ${culprit} (composer update ${culprit}, composer remove ${culprit}), or have it generate its files in the build hook of .magento.app.yaml. Then commit, and git push.`
            : 'Do it in the build hook of .magento.app.yaml, or write below var or /tmp. Then commit, and git push.'
    }
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/service-rules.js

const service_rules_running = ['deploy', 'post-deploy', 'site'];
/** Services that do not answer, or are not there. */
const serviceRules = [
    {
        id: 'search-engine-wrong',
        phase: 'deploy',
        title: 'SEARCH_CONFIGURATION names an engine that this version does not take',
        trace: /search engine must be set to|Search engine '[\w-]{1,40}' is not an available|SEARCH_CONFIGURATION variable for the "engine"/i,
        codes: [111, 114, 135, 139],
        meaning: 'Each version knows certain search engines only; the configured one is not among them.',
        next: 'Take engine out of SEARCH_CONFIGURATION in .magento.env.yaml (ece-tools then takes the service that is there), or magento-cloud variable:delete SEARCH_CONFIGURATION where it is a variable. Commit, and git push.'
    },
    {
        id: 'search-service-missing',
        phase: 'deploy',
        title: 'The project has no search service',
        trace: /requires (?:the )?(?:OpenSearch|Elasticsearch)[\w ]{0,40}service to be installed|(?:OpenSearch|Elasticsearch) service is required|(?:OpenSearch|Elasticsearch) service is not (?:installed|available)/i,
        codes: [113, 134, 138],
        meaning: 'Since 2.4.0 Commerce does not install or upgrade without a search service.',
        next: ({ services }) => hasSearch(services)
            ? '.magento/services.yaml of this checkout has a search service: see that .magento.app.yaml has a relationship to it, that both are in the commit that was pushed (git status), and on Pro that the ticket for it is done (magento-cloud relationships). Then git push.'
            : 'Add OpenSearch to .magento/services.yaml and to the relationships of .magento.app.yaml (Pro staging and production: a support ticket), commit, and git push.'
    },
    {
        id: 'search-unreachable',
        phase: 'deploy',
        within: service_rules_running,
        title: 'The search service does not answer',
        trace: /Could not (?:ping|validate a connection to) (?:the )?(?:Elasticsearch|OpenSearch|search engine)|Unable to validate connection to (?:Elasticsearch|OpenSearch)|No alive nodes found/i,
        codes: [132, 137],
        meaning: 'The service is configured, and none of its nodes answered: it is down, starting, full, or the address is wrong.',
        next: (context) => `See its relationship and that it runs: magento-cloud relationships has its address; magento-cloud ssh "curl -s opensearch.internal:9200/_cluster/health" asks it (that address on Starter and integration); on Pro a ticket. ${deployAgain(context)}`
    },
    cacheRule('redis', 'Redis', /Connection to Redis [\w.:-]{1,100} failed|RedisException|CredisException|Redis server went away|Redis[^\n]{0,80}(?:Connection refused|Name or service not known|timed out|No route)|MISCONF Redis|OOM command not allowed/i, [107]),
    cacheRule('valkey', 'Valkey', /Connection to Valkey [\w.:-]{1,100} failed|Valkey[^\n]{0,80}(?:Connection refused|Name or service not known|timed out|No route|went away)/i, [140]),
    {
        id: 'rabbitmq-unreachable',
        phase: 'deploy',
        within: service_rules_running,
        title: 'RabbitMQ does not answer',
        trace: /Unable to connect to (?:tcp|ssl|tls):\/\/[\w.-]{1,100}:567\d|AMQP(?:Connection|IO|Runtime|Timeout)\w{0,30}Exception|PhpAmqpLib[^\n]{0,120}(?:refused|timed out|closed)|ACCESS_REFUSED - Login was refused|PRECONDITION_FAILED - inequivalent arg/i,
        subject: firstMatch(/((?:tcp|ssl|tls):\/\/[\w.-]{1,100}:\d{2,5})/),
        meaning: 'The message queue could not be reached, or refused the application.',
        next: (context) => `See the service and its relationship: magento-cloud relationships, rabbitmq in .magento/services.yaml (Pro: a ticket); its disk may be full. ${deployAgain(context)}`
    }
];
function cacheRule(id, name, trace, codes) {
    return {
        id: `${id}-unreachable`,
        phase: 'deploy',
        within: service_rules_running,
        title: `${name} does not answer`,
        trace,
        codes,
        subject: firstMatch(/(?:Redis|Valkey) ([\w.-]{1,100}:\d{2,5}) failed/i),
        meaning: 'The cache or the sessions of the shop are in this service; it is down, full, or not where the configuration says.',
        next: (context) => `See the service, its memory and its relationship: magento-cloud relationships, ${id} in .magento/services.yaml and .magento.app.yaml, CACHE_CONFIGURATION and SESSION_CONFIGURATION in .magento.env.yaml. ${deployAgain(context)}`
    };
}
function hasSearch(services) {
    return services?.some((type) => /^(?:opensearch|elasticsearch)\b/.test(type)) ?? false;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/rules.js








/** The known causes; of two in one phase the one that brings about the other comes first. */
const rules = [
    ...configurationRules,
    ...resourceRules,
    ...packageRules,
    ...patchRules,
    ...buildRules,
    ...serviceRules,
    ...databaseRules,
    ...deployRules
];

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/find-causes.js





/** The known causes in the entries, each once, by phase and then in the order of the rules. */
function findCauses(entries, facts) {
    const found = rules.flatMap((rule) => findCause(rule, entries, facts) ?? []);
    const traced = found.filter(({ line, rule }) => line !== null && !rule.outcome);
    const kept = found.filter((cause) => !isNoise(cause, traced) && (traced.includes(cause) || !isExplained(cause, traced)));
    const memory = kept.some(({ rule }) => rule.id === 'killed' || rule.id === 'out-of-memory');
    // What a command printed before it was killed is not why it failed.
    const causes = memory ? kept.filter(({ rule }) => rule.id !== 'di-compile-failed') : kept;
    return causes.toSorted((a, b) => phases.indexOf(a.context.phase) - phases.indexOf(b.context.phase));
}
function isExplained({ context }, traced) {
    return traced.some((other) => other.context.phase === context.phase);
}
// Beside what ended a phase, what else its log holds did not end it.
function isNoise({ entry, context }, traced) {
    return (!entry.certain &&
        traced.some((other) => other.entry.certain && other.entry.source === entry.source && other.context.phase === context.phase));
}
function findCause(rule, entries, facts) {
    const fitting = entries.filter(({ phase }) => !rule.within || phase === null || rule.within.includes(phase));
    const inOrder = [...fitting.filter(({ certain }) => certain), ...fitting.filter(({ certain }) => !certain)];
    for (const entry of inOrder) {
        const cause = rule.trace === null ? null : traceIn(rule, rule.trace, entry, facts);
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
/** The command that an error of ece-tools says has failed; null where it names none. */
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
// An error that only names its command: what that printed stands in the entries before.
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
        culprit: rule.culprit ? findCulprit(around, packages) : null,
        subject: rule.subject?.(line ?? '') ?? rule.subject?.(text) ?? null,
        line: line ?? '',
        text,
        services
    };
    return { rule, entry, index, line, context };
}

// EXTERNAL MODULE: ./node_modules/php-serialize/lib/cjs/index.js
var cjs = __webpack_require__(6922);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/error-report.js


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
    const line = /(?<![A-Za-z0-9])([A-Za-z0-9]+_[A-Za-z0-9]+)\s{1,100}(schema|data):\s+(current|code) version - ([^\s,]+),\s*(?:required|database) version - ([^\s,\\"]+)/g;
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/show-rows.js

const mostRows = 12;
const longestRow = 500;
/**
 * The lines to show around one of them: from the first row of its entry (what failed) to what stands around the row
 * itself. Secrets and personal data are taken out before anything is cut.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/cause-rows.js


/**
 * The lines that show a cause: its entry around the line, before it what the failed command had printed where the entry
 * itself says no more than that it failed, and the status that the platform closed the phase with.
 */
function causeRows({ entry, index, line }, entries) {
    const texts = entry.lines.map(({ text }, at) => (at === index && line !== null ? line : text));
    const original = entries.find(({ source, rows }) => source === entry.source && rows === entry.rows) ?? entry;
    const own = original === entry ? texts : texts.slice(0, original.lines.length);
    return framed(original, entries, showRows(own, index));
}
/** Lines of an entry with what its command had printed before it, and the platform's status after it. */
function framed(entry, entries, shown) {
    const printed = printedBefore(entry, entries).map(({ text }) => text);
    const before = printed.length === 0 ? [] : [showRows(printed, printed.length - 1)];
    const closing = entry.level === 'verdict' ? undefined : closingOf(entry, entries);
    return [...before, shown, ...(closing === undefined ? [] : [showRows(closing.rows.slice(0, 1), 0)])].join('\n');
}
// The platform's own line that closed the phase of an entry, where it has a status.
function closingOf(entry, entries) {
    return entries.find(({ source, level, phase, rows }) => source === entry.source && level === 'verdict' && phase === entry.phase && /status code \d/.test(rows[0] ?? ''));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/finding-of-cause.js



/** What a known cause means for the project, with the lines that show it. */
function findingOfCause(cause, entries) {
    const { rule, context, entry } = cause;
    const modules = rule.id.startsWith('database-') ? parseOutdatedModules(entry.rows.join('\n').slice(0, 50_000)) : [];
    const title = finding_of_cause_words(rule.title, context);
    const subject = context.subject === null || title.includes(context.subject) ? '' : `: ${context.subject}`;
    return {
        id: rule.id,
        title: (0,redact_evidence/* redactEvidence */.H)(title + subject),
        source: entry.source,
        ...placeOf(entry, context.phase),
        certainty: entry.certain ? 'sure' : 'likely',
        evidence: causeRows(cause, entries),
        meaning: finding_of_cause_words(rule.meaning, context),
        next: (0,redact_evidence/* redactEvidence */.H)(finding_of_cause_words(rule.next, context)),
        ...(modules.length > 0 && { modules: [...modules] })
    };
}
/** Where and when an entry was printed, as a finding tells it. */
function placeOf({ activity, at }, phase) {
    return { phase, deployment: activity?.id ?? null, at: at === null ? null : new Date(at).toISOString() };
}
function finding_of_cause_words(text, context) {
    return typeof text === 'string' ? text : text(context);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/site-unchanged.js
const closes = /Error building (?:the )?project|Unable to build (?:application|project)|aborting build|Aborted build|Invalid configuration files|Error while verifying routes\.yaml|rejected by the protective block/i;
/**
 * Whether the platform's own closing lines say that it stopped before it touched the running site: no hook and no
 * redeployment began in the same log.
 */
function isSiteUnchanged(entries) {
    const closed = entries.filter(({ level, rows }) => level === 'verdict' && closes.test(rows[0] ?? ''));
    const sources = new Set(closed.map(({ source }) => source));
    const begun = entries.some(({ source, level, phase, rows }) => sources.has(source) &&
        (phase === 'post-deploy' ||
            (phase === 'deploy' && !(level === 'title' && rows[0]?.trimStart().startsWith('Deploying applications')))));
    return closed.length > 0 && !begun;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/unknown-failure.js








/** Errors of ece-tools that no rule speaks of: each code once, with what its reference says. */
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
                title: (0,redact_evidence/* redactEvidence */.H)(unknown_failure_titleOf(entry, title)),
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
/** The failure as it stands, where nobody knows its cause: the command, what it printed, and where to read on. */
function unknownFinding(entries, evidence) {
    const entry = firstFailure(entries);
    if (entry === null)
        return silentFailure(entries, evidence);
    const command = failedCommand(entry.rows.slice(0, 3).join('\n'));
    const what = command === null ? '' : `: ${command}`;
    const failed = entry.phase === null || entry.phase === 'site' ? 'Something failed' : `The ${entry.phase} phase failed`;
    return {
        id: 'unknown',
        title: (0,redact_evidence/* redactEvidence */.H)(`${failed}, and why is not known here${what}`),
        source: entry.source,
        ...placeOf(entry, entry.phase),
        certainty: 'unknown',
        evidence: showFailure(entry, entries),
        meaning: 'None of the known causes: these are the lines of the failure, as they stand.',
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
function unknown_failure_titleOf({ rows }, fallback) {
    const message = /^(?:\s*\[[^\]\n]{10,40}\] \w+: \[\d+\] |\d+ [\w-]{1,40}\/[^:\n]{1,80}: )([^\n]{1,200})/.exec(rows[0] ?? '');
    return message?.[1] ?? fallback;
}
// An error of ece-tools tells more than the verdict of the platform that follows it, and its first one more than the last.
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
// The result of the activity says that it failed, and its log does not say where.
function silentFailure(entries, evidence) {
    const failed = evidence.find(({ activity }) => activity?.result === 'failure');
    if (!failed)
        return null;
    const own = entries.filter(({ source }) => source === failed.source);
    const rows = own.flatMap((entry) => entry.rows).filter((row) => row.trim() !== '');
    const phase = own.findLast((entry) => entry.phase !== null)?.phase ?? null;
    return {
        id: 'unknown',
        title: `The deployment failed, and why is not known here`,
        source: failed.source,
        ...placeOf({ activity: failed.activity ?? null, at: null }, phase),
        certainty: 'unknown',
        evidence: showRows(rows.slice(-8), 7),
        meaning: 'The platform calls the activity a failure; these are the last lines of its log.',
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
        return `Read the whole of it: magento-cloud activity:log${onServer}`;
    if (source === 'deploy log')
        return `Read the whole of it: magento-cloud log deploy${onServer}`;
    return `Read the whole of ${source}; the deployment's own log: magento-cloud activity:log${onServer}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/warnings-finding.js


/**
 * What ece-tools warned of in a deployment that failed: no cause, but what to look at beside it. Null where it warned of
 * nothing that its reference knows.
 */
function warningsFinding(entries) {
    const warned = entries.filter(({ level, code }) => level === 'warning' && code !== null);
    const codes = [...new Set(warned.flatMap(({ code }) => code ?? []))].toSorted((a, b) => a - b);
    const known = codes.flatMap((code) => eceToolsError(code) ?? []).filter(({ level }) => level === 'warning');
    const [first] = warned;
    if (!first || known.length === 0)
        return null;
    return {
        id: 'ece-tools-warnings',
        title: known.length === 1 ? 'ece-tools warned of one thing beside' : `ece-tools warned of ${known.length} things beside`,
        source: first.source,
        ...placeOf(first, first.phase),
        certainty: 'unknown',
        evidence: known.map(({ code, title }) => `${code}: ${title}`).join('\n'),
        meaning: 'Warnings do not stop a deployment; they may point at the same thing.',
        next: known
            .map(({ suggestion }) => suggestion)
            .slice(0, 5)
            .join(' ')
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/explain-failure.js












/**
 * Explains a failure by the words of the last deployment: its causes in the order in which they take effect, then what
 * the shop says of itself, then what the deployment left behind. Each cause once; what nobody knows is shown as it
 * stands. `packages` names the extension that a class belongs to, `services` are the types of .magento/services.yaml.
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
        ...findLeftBehind(evidence),
        ...(warnings === null ? [] : [warnings])
    ]);
}
// Redacted before anything is cut out of it: of a token that is cut in two, nobody would know the first half.
function readable(one) {
    const isText = one.kind !== 'error-log' && one.kind !== 'flag';
    return isText ? { ...one, text: boundLines((0,redact_evidence/* redactEvidence */.H)(one.text)) } : one;
}
function entriesOf(evidence) {
    if (evidence.kind === 'flag')
        return [];
    return evidence.kind === 'error-log' ? codedEntries(evidence) : readEntries(evidence);
}
// Once the deploy phase has begun, the build was good: only what it called an error itself still counts.
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
// What stands in the evidence of an earlier finding is not repeated.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/primary-route.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/report-id.js
/** The number that the error page of a shop shows, for the file's name below `var/report`; null for other pages. */
function parseReportId(page) {
    return /Error log record number:\s*(?:<[^>]*>\s*)*([0-9a-f]{4,64})\b/i.exec(page)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/find-shown-report.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/full-disks.js
// The code of an application is a squashfs image: read-only and always 100 % full, in blocks and in inodes.
const neverFull = /^(?:squashfs|iso9660|cramfs|erofs|devtmpfs|proc|sysfs)$/;
/**
 * The lines of `df -PkT` and `df -PiT` whose file system can be written and is full (99 % or more), each mount once for
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/long-running-cron.js
const hours = 3;
/**
 * What `ps -eo etimes=,args=` tells of cron runs that should have ended long ago, one sentence each, or null. Consumers
 * run on purpose.
 */
function findLongRunningCron(processes) {
    const stuck = [...processes.matchAll(/^[^\S\n]*(\d+) (?!.*\bps -eo)(.*bin\/magento cron:run.*)$/gm)].filter(([, seconds]) => Number(seconds) > hours * 3600);
    if (stuck.length === 0)
        return null;
    return stuck
        .map(([, seconds, command = '']) => `cron:run has been running for ${Math.floor(Number(seconds) / 60)} minutes: ${command}`)
        .join('\n');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/remote-sections.js
/**
 * A script for any shell that runs the commands one after the other, each between two lines that begin with `marker`.
 * The marker must be a fresh random one, so that nothing the commands print can pass for it.
 */
function sectionsScript(marker, commands) {
    const parts = commands.map(({ name, command }) => [
        `printf '\\n%s begin %s\\n' ${marker} ${name}`,
        `( ${command} ) </dev/null 2>&1`,
        `printf '\\n%s end %s %s\\n' ${marker} ${name} "$?"`
    ].join('\n'));
    return [atRoot, ...parts, 'exit 0', ''].join('\n');
}
// The login folder is the root of the application on every plan that is documented.
const atRoot = 'test -f bin/magento || cd "${MAGENTO_CLOUD_APP_DIR:-.}" 2>/dev/null || :';
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/node-commands.js
/** Bytes that are read of the end of each log, and of the beginning of a report. */
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
        // Of the mounts that can be written: the code itself is a read-only image that is always full.
        { name: 'disk', command: 'for type in k i; do df -P${type}T var app/etc pub/media pub/static /tmp; done; true' },
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/read-node.js








const read_node_timeoutSeconds = 120;
/** Reads logs, flags and one error report (`reportId`, else the newest) of a node in a single login. */
async function readNode(ssh, host, reportId) {
    const marker = `mark-${crypto.randomUUID()}`;
    const commands = nodeCommands(reportId);
    const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds: read_node_timeoutSeconds });
    const sections = parseSections(marker, result.stdout);
    const read = (name) => {
        const section = sections.get(name);
        return section?.exitCode === 0 ? wholeLines(name, section.text) : null;
    };
    const start = lastScenarioStart(read('cloud.log') ?? '');
    const evidence = (source, kind, text) => text === null ? [] : [{ source: `${source} on ${host}`, kind, text }];
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
            ...flags.flatMap((flag) => evidence(flag, 'flag', read(flag) === null ? null : flag)),
            ...evidence('app/etc/env.php', 'flag', read('cron') === null ? null : cronFlag)
        ]
    };
}
// The node cuts a log at its beginning; a line end at the end of it does not come along.
function wholeLines(name, text) {
    const isLog = [...appLogs, ...platformLogs].some((log) => log === name);
    return isLog && Buffer.byteLength(text) >= bytes - 2 ? withoutCutLine(text) : text;
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
function toldFull(dfOutput) {
    const full = fullDisks(dfOutput);
    return full.length === 0 ? null : full.map((line) => `No space left on device: ${line}`).join('\n');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/read-platform.js



/** Reads what the platform itself keeps: the log of an activity and the log of the deploy hook. */
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
    const last = lastDeploymentActivity(answer);
    return last === null ? null : activityFacts(last);
}
// Its log tells more than this: where it cannot be had, the log has to do.
async function factsOf(cloud, id) {
    const unknown = { id, startedAt: null, result: null };
    try {
        const [activity] = parseActivities([await cloud.api(`/activities/${encodeURIComponent(id)}`)]) ?? [];
        return activity === undefined ? unknown : activityFacts(activity);
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f) || error.code === 'interrupted')
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
        if (!(error instanceof src_errors/* UpgradeError */.f) || error.code === 'interrupted')
            throw error;
        return { evidence: [], unread: [`The ${source} could not be read: ${error.message}`] };
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose/unread-finding.js
/** What could not be read, as the last of the findings. */
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
        meaning: 'The cause may stand in what is missing here.',
        next: 'Try again: magento-cloud-upgrade diagnose'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/diagnose-failure.js






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
    const { packages, services } = input.project;
    const findings = explainFailure(inOrder(reads.flatMap(({ evidence }) => evidence)), packages, services);
    return [...findings, ...(unread.length === 0 ? [] : [unreadFinding(unread, findings.length + 1)])];
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/terminal-text.js

/** The lines of a program's output, without terminal escapes and white space at the ends. */
function plainLines(text) {
    return (0,visible_text/* visibleText */.Q)(text)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/db-status-output.js

const ahead = /Please update your modules|code versions newer or older than the database|code version - .{0,300}database version -|installed by a newer version/i;
const behind = /Declarative Schema is not up to date|(?:Schema|Data) patches are not up to date|Run 'setup:upgrade'|module code base doesn't match the DB schema and data|setup:upgrade/i;
// What tells why there is no verdict, before what only tells where.
const telling = /SQLSTATE|Connection refused|gone away|Access denied|not installed|Fatal|Killed|Allowed memory|Could not open input file|command not found|\b(?:Error|Exception)\b/i;
const place = /^(?:In \S+ line \d+:|setup:db:status\b.*|#\d+ .*)$/;
/**
 * Why a status is unknown: the line of the output that says most, or the last one; empty where there is none. Not
 * redacted.
 */
function whyUnknown(text) {
    const lines = plainLines(text).filter((line) => !place.test(line));
    return lines.find((line) => telling.test(line)) ?? lines.at(-1) ?? '';
}
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
    const said = whyUnknown(text);
    const unknown = { status: 'unknown', evidence: said === '' ? [] : [said], exitCode };
    if (exitCode === 0)
        return tell('current', /^All modules are up to date\.$/) ?? unknown;
    return tell('ahead', ahead) ?? (exitCode === 2 ? tell('behind', behind) : null) ?? unknown;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/maintenance-output.js

/** Whether `bin/magento maintenance:status` says that maintenance mode is active; null where it does not say. */
function parseMaintenanceOutput(text) {
    const found = plainLines(text).flatMap((line) => /^Status: maintenance mode is (active|not active)$/.exec(line)?.[1] ?? []);
    return found.length === 1 ? found[0] === 'active' : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/version-output.js

const versionLine = /^(?:Magento|Adobe Commerce) CLI(?: version)? ([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.]+)?)$/;
/**
 * The product version that `bin/magento --version` printed, or null. Exactly one line must say it: warnings and
 * stack traces around it hold other version numbers.
 */
function parseVersionOutput(text) {
    const found = plainLines(text).flatMap((line) => versionLine.exec(line)?.[1] ?? []);
    return found.length === 1 ? (found[0] ?? null) : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/read-answers.js







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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/ask-node.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/judge-database.js

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
        return [judge_database_unknown(host, database)];
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
// It found out nothing, or died on the way: that the database is well is not known. Only 2 is a known false alarm.
function judge_database_unknown(host, { evidence, exitCode = 1 }) {
    const said = (0,redact_evidence/* redactEvidence */.H)(evidence.join(' ')).slice(0, 300) || 'it said nothing';
    return {
        id: 'database-unknown',
        severity: exitCode === 2 ? 'warning' : 'error',
        message: `${host}: setup:db:status gave no verdict (exit code ${exitCode}): ${said}`,
        fix: 'On the server: php bin/magento setup:db:status; then see whether the database answers: magento-cloud sql "SELECT 1"'
    };
}
// The first line of the program names a remedy of its own, which is not the one for a deployed shop.
function inShort(evidence) {
    const lines = evidence.filter((line) => !/Please (?:update|upgrade) your/.test(line));
    const more = lines.length > 2 ? ` and ${lines.length - 2} more` : '';
    return (0,redact_evidence/* redactEvidence */.H)(`${lines.slice(0, 2).join(', ')}${more}`);
}
// Only the declarative schema differs: MariaDB 10.4 and later make it differ for no reason.
function isDoubtful(evidence) {
    return evidence.every((line) => /Declarative Schema|Run 'setup:upgrade'/i.test(line));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/judge-node.js



/** What is wrong with one node, beside its version. `committed`: the modules of the committed app/etc/config.php. */
function judgeNode(node, committed) {
    if (node.failure !== null)
        return [];
    return [...deployProblems(node), ...judgeDatabase(node), ...moduleProblems(node, committed)];
}
/**
 * What a deployment closes at its beginning and opens at its end. `broken`: something else is wrong with the
 * environment; then it stays closed until that is fixed, since to open it would show the shop to customers as it is.
 */
function judgeOpening(node, broken) {
    if (node.failure !== null)
        return [];
    const problems = [...maintenanceProblems(node), ...cronProblems(node)];
    if (!broken)
        return problems;
    return problems.map((one) => (one.severity === 'error' ? { ...one, fix: stayClosed } : one));
}
const stayClosed = 'Leave it until what else is named here is fixed and deployed: that deployment opens the site and switches cron on.';
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
        .map(({ code, stage, title, suggestion }) => judge_node_problem('cloud-error', 'error', `${host}: error ${code} in the ${stage} phase: ${(0,redact_evidence/* redactEvidence */.H)(title)}`, suggestion === null ? 'On the server: tail -n 100 var/log/cloud.log' : (0,redact_evidence/* redactEvidence */.H)(suggestion)));
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/merge-nodes.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/judge-version.js


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
        const said = `${host}: bin/magento --version tells no version: ${(0,redact_evidence/* redactEvidence */.H)(versionOutput).slice(0, 200)}${witness}`;
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/probe-page.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify/probe-site.js




/** Probes the storefront, then `/graphql` and `/rest`: they can be broken where pages still come from a cache. */
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
        ? `${page} does not answer: ${failure === null ? 'no reason given' : (0,redact_evidence/* redactEvidence */.H)(failure)}.`
        : `${page} answers with HTTP ${status}.`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/verify-environment.js







/** Asks every node for its version and health, and the storefront for a few pages. Changes nothing. */
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
        ...mergeNodes(hosts, [...state, ...opening]),
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/deployment-verdict.js

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
    if (own?.state === 'staged')
        return { state: next, ending: staged(own) };
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
/** What the reason of a `staged` says whose code cannot be made live. */
const notBuilt = 'its code could not be built (result failure)';
// An end of its own: nothing goes on before somebody deploys.
function staged({ id, result }) {
    if (result === 'failure')
        return { verdict: 'staged', reasons: [`Activity ${id} is staged, and ${notBuilt}.`] };
    const built = result === 'success' ? 'its code is built, but' : 'its code is';
    const live = `Activity ${id} is staged: ${built} not live. The environment deploys by hand only.`;
    return { verdict: 'staged', reasons: [live, 'To make it live: magento-cloud environment:deploy.'] };
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/shorten.js
/** `text` with at most `most` characters. Redact it before: half of a secret is known by nobody. */
function shorten(text, most) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/attribute-deploys.js
/**
 * The deployments with those that were started by hand (`environment:deploy`), newest first: each has the commits of
 * all pushes that were staged since the one before it.
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
        // One that failed left everything staged.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/attribute-redeploys.js
/**
 * The pushes together with the redeployments, each with the commits of the push before it, newest first. The platform
 * does not say what a redeployment deploys: it is what the environment holds, without what is only staged.
 */
function attributeRedeploys(pushes, redeploys) {
    // One that was cancelled never ran: what was before it stands.
    const attributed = redeploys
        .filter(({ state }) => state !== 'cancelled')
        .map((redeploy) => {
        const before = pushes
            .filter(({ createdAt, state }) => createdAt <= redeploy.createdAt && state !== 'staged')
            .reduce((newest, push) => (push.createdAt > (newest?.createdAt ?? -1) ? push : newest), null);
        // Without a push before it, its time alone makes it nobody's.
        const pullRequest = redeploy.pullRequest && before !== null;
        return { ...redeploy, pullRequest, newCommit: before?.newCommit ?? null, commits: before?.commits ?? [] };
    });
    return [...pushes, ...attributed].sort((a, b) => b.createdAt - a.createdAt);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/deployment-activity.js


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
// At 100 percent, too, what is staged is not live.
const endsItself = new Set(['cancelled', 'staged']);
function deploymentActivity(activity) {
    const { id, state, result, completion_percent: percent, parameters } = activity;
    const pullRequest = isPullRequest(activity);
    return {
        id,
        state: !endsItself.has(state ?? '') && (percent ?? 0) >= 100 ? 'complete' : (state ?? 'in an unknown state'),
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/environment-state.js

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
const settingsShape = schemas/* object */.Ikc({ enable_manual_deployments: schemas/* literal */.euz(true) });
/** Whether the API's answer for the settings of an environment says that pushes wait for `environment:deploy`. */
function deploysByHand(settings) {
    return settingsShape.safeParse(settings).success;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/observe-deployment.js






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
    const ended = own?.state === 'complete' || own?.state === 'staged';
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
    if (!['complete', 'cancelled', 'staged'].includes(ownActivity(pushes, wanted)?.state ?? ''))
        return pushes;
    const ofType = async (type) => readDeploymentActivities(await cloud.api(`${path}/activities?type=${type}&count=20`));
    const deploys = await ofType('environment.deploy');
    const redeploys = await ofType('environment.redeploy');
    return attributeRedeploys(attributeDeploys(pushes, deploys), redeploys);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/log-tail.js
const remembered = 2000;
/** Gives those complete lines of a growing text that were not given before, also where its beginning has been cut off. */
function createLogTail() {
    let given = 0;
    let last = '';
    return (text, ended) => {
        // The last piece is a line of its own only once nothing follows any more.
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
    // A shorter text is an answer that broke off; a longer one has lost what was between.
    return text.length < given ? null : 0;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/activity-log.js




/**
 * Tells the lines of an activity's log in a group of their own, where the logger has groups: without what they hold of
 * secrets and people, or only the phases where the lines are not shown.
 */
function openActivityLog({ logger, showLog: shown = true, redact = (text) => text }, id) {
    const tail = createLogTail();
    const begun = new Map();
    let endGroup = null;
    const tellPhase = (line, seconds) => {
        const phase = phaseOf(line);
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
// Together, since a value may go over several lines; one by one where that joined lines.
function redactLines(lines, redact) {
    const hide = (text) => (0,redact_evidence/* redactEvidence */.H)(redact(text));
    const together = hide(lines.join('\n')).split('\n');
    return together.length === lines.length ? together : lines.map(hide);
}
/** `mm:ss` since the beginning of the wait. */
function elapsed(seconds) {
    const whole = Math.floor(seconds);
    return [Math.floor(whole / 60), whole % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait/tell-progress.js



/** Tells the states of the activity, the lines of its log as they come, and how long its phases take, into the logger. */
function createTeller(sink, start) {
    const { logger, clock, showLog = true, redact = (text) => text } = sink;
    const elapsed = () => (clock.now() - start) / 1000;
    let log = openActivityLog(sink, '');
    let ended = null;
    const phases = () => timePhases(log.begun, ended ?? elapsed());
    const tell = (before, { own }, seen) => {
        if ('error' in seen) {
            logger.warn(`The platform cannot be asked right now, the deployment goes on: ${(0,redact_evidence/* redactEvidence */.H)(redact(seen.error))}`);
            return;
        }
        if (!own)
            return;
        // A redeployment has a log of its own.
        if (own.id !== before.own?.id) {
            log.end();
            log = openActivityLog(sink, own.id);
            ended = null;
        }
        if (own.id !== before.own?.id && !showLog)
            logger.info(`Its log is not shown here (activity-log): magento-cloud activity:log ${own.id}`);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/wait-for-deployment.js






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
async function follow({ cloud, clock, redact = (text) => text }, input, teller) {
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
                // They may quote the platform and the log.
                reasons: decision.ending.reasons.map((reason) => shorten((0,redact_evidence/* redactEvidence */.H)(redact(reason)), 800))
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
    const isBuilt = !reasons.some((reason) => reason.includes(notBuilt));
    const { code, message, next } = verdict === 'staged' && !isBuilt ? stagedUnbuilt : wait_for_deployment_wording[verdict];
    const live = verdict === 'staged' ? 'The version before still runs. ' : '';
    return new src_errors/* UpgradeError */.f(code, {
        message: [message, ...reasons].join(' '),
        unchanged: `${live}The commit is pushed; the database backup and the commit that was live before are untouched.`,
        next: activityId === null ? next : `${next} Its log: magento-cloud activity:log ${activityId}`
    });
}
const stagedUnbuilt = {
    code: 'deploy-unknown',
    message: 'The commit is staged, not deployed.',
    next: 'Fix what stopped the build and git push; environment:deploy would not help.'
};
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
    staged: {
        code: 'deploy-unknown',
        message: 'The commit is staged, not deployed.',
        next: 'magento-cloud environment:deploy (without an outage where the environment offers it: --strategy rolling), then run the same command again: it follows that deployment.'
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/redacted-reach.js
/** `reach` with logs and answers of scripts that are without the secrets that `redact` knows, for whoever shows them. */
function redactedReach(reach, redact) {
    const { cloud } = reach;
    return {
        hosts: () => reach.hosts(),
        ssh: async () => redactedSsh(await reach.ssh(), redact),
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/clock.js

/** The real clock: monotonic, so that a jump of the system time ends no deadline early. `pause` throws when `signal` aborts. */
function createClock(signal) {
    return {
        now: () => performance.now(),
        pause: (seconds) => (0,external_node_timers_promises_.setTimeout)(seconds * 1000, undefined, signal && { signal })
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/failure-words.js
/** Why a request failed, in words: those of the innermost cause, which fetch hides behind "fetch failed". */
function failureWords(error) {
    const { message, cause } = Object(error);
    if (cause !== undefined && cause !== null && cause !== error) {
        const inner = failureWords(cause);
        if (inner !== '')
            return inner;
    }
    if (typeof message === 'string')
        return message;
    return typeof error === 'string' ? error : '';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/http.js


const http_limit = 64 * 1024;
/** {@link Probe} by `fetch`. Credentials in the address go as HTTP basic authentication, to its own host alone. */
function createProbe(fetch) {
    return (url, options) => ask(fetch, url, options);
}
async function ask(fetch, url, { timeoutSeconds }) {
    try {
        const fresh = new URL((0,url_credentials/* withoutCredentials */.ri)(url));
        // A cached page would look fine long after the site behind it has failed.
        fresh.searchParams.set('probe', String(Date.now()));
        const signal = AbortSignal.timeout(timeoutSeconds * 1000);
        const headers = { 'cache-control': 'no-cache', ...authorization(new URL(url)) };
        const response = await fetch(fresh, { headers, signal });
        return { status: response.status, body: await http_beginning(response), failure: null };
    }
    catch (error) {
        return { status: null, body: '', failure: failureWords(error) };
    }
}
function authorization({ username, password }) {
    if (username === '' && password === '')
        return {};
    const pair = `${(0,url_credentials/* decoded */.DH)(username)}:${(0,url_credentials/* decoded */.DH)(password)}`;
    return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
}
async function http_beginning(response) {
    if (!response.body)
        return '';
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body) {
        text += decoder.decode(chunk, { stream: true });
        if (text.length >= http_limit)
            break;
    }
    return text.slice(0, http_limit);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/proxied-fetch/proxy-of.js

/**
 * The proxy for an address, or null, by the rules of curl (its manual, ENVIRONMENT, 8.x): `http_proxy`, `https_proxy`, else
 * `all_proxy`, the lower-case name first, and `no_proxy` with `*`, names that also mean what lies below them, addresses
 * and networks. This machine goes through the proxy like any other, unless NO_PROXY names it. Unlike curl, HTTP_PROXY
 * counts in capitals too, as it does for Composer and git's users.
 */
function proxyOf(url, environment) {
    const { protocol, hostname } = new URL(url);
    const names = protocol === 'https:' ? ['https_proxy', 'all_proxy'] : ['http_proxy', 'all_proxy'];
    const proxy = names.map((name) => variable(environment, name)).find((value) => value !== '') ?? '';
    if (proxy === '' || isExempt(hostname, variable(environment, 'no_proxy')))
        return null;
    return /^[a-z][a-z0-9+.-]*:\/\//i.test(proxy) ? proxy : `http://${proxy}`;
}
function variable(environment, name) {
    return (environment[name] ?? environment[name.toUpperCase()] ?? '').trim();
}
function isExempt(hostname, noProxy) {
    const host = bare(hostname);
    const entries = noProxy.split(/[\s,]+/).filter((entry) => entry !== '');
    return noProxy === '*' || entries.some((entry) => ((0,external_node_net_.isIP)(host) ? covers(entry, host) : isBelow(host, entry)));
}
function isBelow(host, entry) {
    const name = bare(entry).replace(/^\.+/, '');
    return name !== '' && (host === name || host.endsWith(`.${name}`));
}
/** Whether an address is the entry's, or lies in its network (`10.0.0.0/8`). */
function covers(entry, address) {
    const [network = '', bits] = bare(entry).split('/');
    const family = (0,external_node_net_.isIP)(network);
    if (family === 0 || family !== (0,external_node_net_.isIP)(address))
        return false;
    const width = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? width : Number(bits);
    if (!Number.isInteger(prefix) || prefix < 0 || prefix > width)
        return false;
    const list = new external_node_net_.BlockList();
    const kind = family === 4 ? 'ipv4' : 'ipv6';
    list.addSubnet(network, prefix, kind);
    return list.check(address, kind);
}
function bare(text) {
    return text
        .toLowerCase()
        .replace(/^\[([^\]]*)\]/, '$1')
        .replace(/\.$/, '');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/proxied-fetch.js

/**
 * fetch that honours HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY of `environment`; plain http goes in absolute form,
 * https through CONNECT. The library for it is loaded when a proxy is first needed, since that takes a while: Node's own
 * fetch takes no proxy from the environment before Node 24, and there for the whole process alone.
 */
function createFetch(environment) {
    const agents = new Map();
    return async (url, init) => {
        const proxy = proxyOf(String(url), environment);
        if (proxy === null)
            return fetch(url, init);
        const agent = agents.get(proxy) ?? openAgent(proxy);
        agents.set(proxy, agent);
        const undici = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19));
        // Its own fetch: that of Node belongs to another release of the same library, which takes no agent of this one.
        return undici.fetch(url, { ...init, dispatcher: await agent });
    };
}
async function openAgent(proxy) {
    const { ProxyAgent } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6752, 19));
    // A connection that is kept would keep the process from ending.
    return new ProxyAgent({ uri: proxy, proxyTunnel: false, keepAliveTimeout: 1, keepAliveMaxTimeout: 1 });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/follow-deployment.js













/** Follows the deployment of `commit` to its end; throws its UpgradeError where it did not succeed. */
async function waitFor(telling, platform, commit) {
    const { options, context, facts, timetable } = telling;
    if (!options.wait) {
        timetable.skip('wait', 'wait: false');
        return;
    }
    const deployment = await timetable.step('wait', async () => {
        const result = await waitForDeployment({
            cloud: platform.cloud,
            clock: createClock(context.signal),
            logger: context.logger,
            showLog: options.activityLog !== 'hide',
            redact: context.redact
        }, {
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
    const shown = redactedReach(reach, context.redact);
    await timetable.step('verify', async () => {
        const [ssh, hosts, storefrontUrl, committedModules] = await Promise.all([
            shown.ssh(),
            shown.hosts(),
            storefrontOf(options, reach),
            modulesOf(options)
        ]);
        const result = await verifyEnvironment({
            ssh,
            probe: createProbe(createFetch(context.environment)),
            clock: createClock(context.signal),
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
    const shown = redactedReach(reach, context.redact);
    try {
        facts.findings = await timetable.step('diagnose', async () => {
            const [pageUrls, project] = await Promise.all([
                errorPages(telling, reach),
                readProjectFacts(options.workingDirectory)
            ]);
            const reachNodes = async () => {
                const [ssh, hosts] = await Promise.all([shown.ssh(), shown.hosts()]);
                return { ssh, hosts };
            };
            return diagnoseFailure({
                cloud: shown.cloud,
                reachNodes,
                logger: context.logger,
                probe: createProbe(createFetch(context.environment))
            }, { activity: failedActivity(telling), pageUrls, project });
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
        return failed.map(({ url }) => (0,url_credentials/* withCredentialsOf */.KY)(options.storefrontUrl, url));
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/diagnosis/tell-kind.js


/** A text as evidence: what it is, is told from its content, whatever its name. */
function toEvidence(source, text) {
    const report = parseErrorReport(text, source);
    if (report !== null)
        return { source, kind: 'report', text: report.message };
    return { source, kind: tell_kind_kindOf(text), text };
}
function tell_kind_kindOf(text) {
    const start = text.trimStart().slice(0, 2000);
    if (start.startsWith('{') && start.includes('"errorCode"') && parseCloudErrorLog(text).errors.length > 0)
        return 'error-log';
    // Monolog of the shop names its channel, that of ece-tools does not.
    return /^\[\d{4}-\d\d-\d\d[T ][^\]\n]{5,30}\] [\w-]{1,40}\.(?:DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY): /m.test(start)
        ? 'site-log'
        : 'log';
}

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
    const findings = explainFailure(evidence, project.packages, project.services);
    return [...findings, ...(unread.length === 0 ? [] : [unreadFinding(unread, findings.length + 1)])];
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
    return new src_errors/* UpgradeError */.f('bad-input', {
        message: problems.map(({ message }) => message).join(' '),
        unchanged: 'Nothing was changed.',
        next: 'Give files or folders that are there, or - for stdin: magento-cloud-upgrade diagnose --from PATH…',
        problems
    });
}

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
    return total > most ? withoutCutLine(text) : text;
}

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
    const malformed = wrong.map((word) => missing_access_missing('ssh-hosts', `holds ${word}, which is no login.`, 'Write each as user@host, as magento-cloud ssh --pipe does.'));
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
function missing_access_missing(option, what, fix) {
    return { id: 'bad-input', severity: 'error', message: `The option ${option} ${what}`, fix };
}
const noKey = missing_access_missing('ssh-private-key', 'is empty.', 'Give a key that the environment accepts, or cloud-token.');
const noHosts = missing_access_missing('ssh-hosts', 'is empty.', 'Give the logins (magento-cloud ssh --pipe --all prints them), or cloud-token with project and environment.');
const noToken = missing_access_missing('cloud-token', 'is empty.', 'Give an API token, or do without: ssh-private-key and ssh-hosts are enough.');
const noProject = missing_access_missing('project', 'is empty.', 'Give the id of the Cloud project (magento-cloud project:list shows it).');
const noEnvironment = missing_access_missing('environment', 'is empty.', 'Give the id of the Cloud environment.');
const noHostKeys = missing_access_missing('known-hosts', 'is empty.', 'Put the known_hosts lines of your Cloud region into it, or set ssh-host-key: accept-new for the first run.');

;// CONCATENATED MODULE: ./.tmp/compiled/src/with-reach.js




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
        hostKeys: `${options.knownHosts}${options.knownHostsFile}`.trim() !== '' || options.sshHostKey === 'accept-new'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/diagnose.js







/**
 * Explains from logs what is wrong with an environment, or from the texts that `from` names: the report's `findings`,
 * the likeliest cause first.
 */
function diagnose(options, context = {}) {
    return tell_story_tellStory('diagnose', options, context, async (telling) => {
        const paths = telling.options.from.split(/[\r\n]+/).flatMap((path) => path.trim() || []);
        if (paths.length > 0)
            await explainTexts(telling, paths);
        else
            await with_reach_withReach(telling, [], async (reach) => {
                await reach.cloud?.authenticate();
                await explain(telling, reach);
            });
        telling.facts.verdict = 'diagnosed';
    });
}
// Offline: no token is used, no login is made, nothing is asked for.
async function explainTexts({ options, context, facts, timetable }, paths) {
    const findings = await timetable.step('diagnose', async () => {
        const tools = { files: files_files, readStandardInput: readStandardInput, redact: context.redact };
        return diagnoseTexts(tools, paths, await readProjectFacts(options.workingDirectory));
    }, (found) => found[0]?.title ?? 'nothing found');
    facts.findings = [...findings];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/options.js
var src_options = __webpack_require__(32);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/cloud-app.js




const cloud_app_text = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig().transform(String)]);
const relationship = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ service: schemas/* string */.YjP().optional() })]);
// Packages by name, or the sections of a composer.json: `require` and `repositories`.
const phpDependencies = schemas/* looseObject */._H3({
    require: schemas/* record */.g1P(schemas/* string */.YjP(), cloud_app_text).or(cloud_app_text).nullish(),
    'composer/composer': cloud_app_text.nullish()
});
const cloud_app_schema = schemas/* looseObject */._H3({
    name: cloud_app_text.default('app'),
    type: schemas/* string */.YjP(),
    build: schemas/* looseObject */._H3({ flavor: schemas/* string */.YjP().nullish() }).nullish(),
    dependencies: schemas/* looseObject */._H3({ php: phpDependencies.nullish() }).nullish(),
    hooks: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP().nullish()).nullish(),
    runtime: schemas/* looseObject */._H3({ extensions: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({ name: schemas/* string */.YjP() })])).nullish() })
        .nullish(),
    relationships: schemas/* record */.g1P(schemas/* string */.YjP(), relationship.nullish()).nullish()
});
/** Reads `.magento.app.yaml`; throws UpgradeError `preflight-failed` for broken YAML (with the line) and other types. */
function readCloudApp(appYamlText) {
    const result = cloud_app_schema.safeParse(appDocument(appYamlText).toJS());
    const php = result.success ? /^php:([0-9]+\.[0-9]+)/.exec(result.data.type)?.[1] : undefined;
    if (!result.success || php === undefined)
        throw unusable('.magento.app.yaml does not declare a PHP application.', 'Set type: php:VERSION in .magento.app.yaml.');
    const { data } = result;
    const relationships = Object.entries(data.relationships ?? {}).map(([name, value]) => [name, serviceOf(name, value)]);
    return {
        name: data.name,
        php,
        composer: composerOf(data.dependencies?.php),
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
        [composerPath(document), versions.composer]
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
function composerOf(php) {
    const nested = typeof php?.require === 'object' ? php.require?.['composer/composer'] : undefined;
    return php?.['composer/composer'] ?? nested ?? null;
}
function composerPath(document) {
    const sections = ['dependencies', 'php', 'require'];
    const path = (0,yaml_dist/* isMap */.jh)(document.getIn(sections)) ? sections : sections.slice(0, 2);
    return [...path, 'composer/composer'];
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
    const document = boundedYaml('.magento.app.yaml', yamlText);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/php-extensions.json
const php_extensions_namespaceObject = /*#__PURE__*/JSON.parse('{"XO":["bcmath","bz2","calendar","ctype","curl","dom","exif","fileinfo","filter","ftp","gd","gettext","hash","iconv","intl","json","libxml","mbstring","mysqli","openssl","pcntl","pcre","pdo","pdo_mysql","posix","session","simplexml","soap","sockets","sodium","spl","sysvmsg","sysvsem","sysvshm","tokenizer","xml","xmlreader","xmlwriter","xsl","zip","zlib"]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-platform.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/composer-advisories.json
const composer_advisories_namespaceObject = /*#__PURE__*/JSON.parse('{"wk":[{"id":"GHSA-f9f8-rm49-7jv2","fixedIn":"2.9.8","fixedInLts":"2.2.28"},{"id":"CVE-2026-59946","fixedIn":"2.10.2","fixedInLts":"2.2.29"},{"id":"CVE-2026-59947","fixedIn":"2.10.2","fixedInLts":"2.2.29"},{"id":"CVE-2026-59948","fixedIn":"2.10.2","fixedInLts":"2.2.29"},{"id":"CVE-2026-84361","fixedIn":"2.10.3","fixedInLts":"2.2.30"},{"id":"CVE-2026-59944","fixedIn":"2.10.3","fixedInLts":"2.2.30"}]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-advisory.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-range.js


/**
 * The range to write for a Composer of at least `minimum`: it never begins below the release that ends the known
 * vulnerabilities. `2.10` alone would be exactly 2.10.0. 2.2 has long-term support with fixes of its own.
 */
function composerRange(minimum) {
    const lts = /^2\.2(?:\.|$)/.test(minimum);
    const safe = composer_advisories_namespaceObject.wk.map(({ fixedIn, fixedInLts }) => (lts ? fixedInLts : fixedIn));
    return `^${[minimum, ...safe].sort(composer_range_order).at(-1) ?? minimum}`;
}
/** Whether Composer of a declared constraint can be `minimum` or newer; where the constraint is not understood, yes. */
function allowsComposer(constraint, minimum) {
    const wanted = parseComposerVersion(minimum);
    const [, sign = '', text = ''] = /^\s*([~^]?)v?(\d+(?:\.\d+)*(?:\.\*)?)\s*$/.exec(constraint) ?? [];
    const numbers = text.replace(/\.\*$/, '').split('.').map(Number);
    const version = parseComposerVersion(text.replace(/\.\*$/, ''));
    if (wanted === null || version === null)
        return true;
    if (sign === '' && !text.endsWith('*'))
        return compareComposerVersions(version, wanted) >= 0;
    const kept = sign === '^' ? 1 : text.endsWith('*') ? numbers.length : Math.max(1, numbers.length - 1);
    const end = numbers.slice(0, kept);
    const last = end.length - 1;
    const bound = parseComposerVersion([...end.slice(0, last), (end[last] ?? 0) + 1].join('.'));
    return compareComposerVersions(bound, wanted) > 0;
}
function composer_range_order(a, b) {
    const [left, right] = [parseComposerVersion(a), parseComposerVersion(b)];
    return left === null || right === null ? 0 : compareComposerVersions(left, right);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/requirements.json
const requirements_namespaceObject = /*#__PURE__*/JSON.parse('{"Mn":{"2.4.4":{"php":[{"versions":["8.1"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":8,"versions":["10.4"]},{"fromPatch":9,"toPatch":9,"versions":["10.4","10.5"]},{"fromPatch":10,"toPatch":11,"versions":["10.5"]},{"fromPatch":12,"toPatch":12,"versions":["10.5","10.6"]},{"fromPatch":13,"versions":["10.6"]}],"opensearch":[{"toPatch":12,"versions":["1"]},{"fromPatch":13,"versions":["2"]}],"elasticsearch":[{"toPatch":2,"versions":["7.16"]},{"fromPatch":3,"toPatch":17,"versions":["7.17"]},{"fromPatch":18,"versions":[]}],"rabbitmq":[{"toPatch":17,"versions":["3.9"]},{"fromPatch":18,"versions":["3.9","3.13"]}],"redis":[{"toPatch":7,"versions":["6.2"]},{"fromPatch":8,"toPatch":10,"versions":["7.0"]},{"fromPatch":11,"versions":["7.2"]}],"valkey":[{"versions":[]}]},"2.4.5":{"php":[{"versions":["8.1"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":7,"versions":["10.4"]},{"fromPatch":8,"toPatch":8,"versions":["10.4","10.5"]},{"fromPatch":9,"toPatch":10,"versions":["10.5"]},{"fromPatch":11,"toPatch":11,"versions":["10.5","10.6"]},{"fromPatch":12,"toPatch":15,"versions":["10.6"]},{"fromPatch":16,"toPatch":16,"versions":["10.6","10.11"]},{"fromPatch":17,"versions":["10.11"]}],"opensearch":[{"toPatch":11,"versions":["1"]},{"fromPatch":12,"versions":["2"]}],"elasticsearch":[{"toPatch":16,"versions":["7.17"]},{"fromPatch":17,"versions":[]}],"rabbitmq":[{"toPatch":2,"versions":["3.9"]},{"fromPatch":3,"toPatch":6,"versions":["3.9","3.11"]},{"fromPatch":7,"toPatch":7,"versions":["3.9","3.11","3.12"]},{"fromPatch":8,"toPatch":8,"versions":["3.11","3.12"]},{"fromPatch":9,"toPatch":11,"versions":["3.13"]},{"fromPatch":12,"toPatch":13,"versions":["4.1","3.13"]},{"fromPatch":14,"toPatch":16,"versions":["4.1"]},{"fromPatch":17,"versions":["4.3"]}],"redis":[{"toPatch":6,"versions":["6.2"]},{"fromPatch":7,"toPatch":9,"versions":["7.0"]},{"fromPatch":10,"toPatch":10,"versions":["7.2","7.0"]},{"fromPatch":11,"toPatch":16,"versions":["7.2"]},{"fromPatch":17,"versions":[]}],"valkey":[{"toPatch":12,"versions":[]},{"fromPatch":13,"toPatch":16,"versions":["8"]},{"fromPatch":17,"versions":["8.1"]}]},"2.4.6":{"php":[{"versions":["8.1","8.2"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":10,"versions":["10.6"]},{"fromPatch":11,"versions":["10.11"]}],"opensearch":[{"toPatch":14,"versions":["2"]},{"fromPatch":15,"versions":["2","3"]}],"elasticsearch":[{"toPatch":8,"versions":["8","7.17"]},{"fromPatch":9,"toPatch":9,"versions":["7.17"]},{"fromPatch":10,"toPatch":10,"versions":["8","7.17"]},{"fromPatch":11,"toPatch":14,"versions":["7.17"]},{"fromPatch":15,"versions":[]}],"rabbitmq":[{"toPatch":4,"versions":["3.9","3.11"]},{"fromPatch":5,"toPatch":5,"versions":["3.9","3.11","3.12"]},{"fromPatch":6,"toPatch":6,"versions":["3.12"]},{"fromPatch":7,"toPatch":9,"versions":["3.13"]},{"fromPatch":10,"toPatch":11,"versions":["4.1","3.13"]},{"fromPatch":12,"toPatch":14,"versions":["4.1"]},{"fromPatch":15,"versions":["4.3"]}],"redis":[{"toPatch":7,"versions":["7.0"]},{"fromPatch":8,"toPatch":8,"versions":["7.2","7.0"]},{"fromPatch":9,"toPatch":14,"versions":["7.2"]},{"fromPatch":15,"versions":[]}],"valkey":[{"toPatch":10,"versions":[]},{"fromPatch":11,"toPatch":14,"versions":["8"]},{"fromPatch":15,"versions":["8.1"]}]},"2.4.7":{"php":[{"versions":["8.2","8.3"]}],"phpStopOver":[{"versions":["8.1"]}],"composer":[{"toPatch":9,"versions":["2.9.3"]},{"fromPatch":10,"versions":["2.10"]}],"mariadb":[{"toPatch":5,"versions":["10.6"]},{"fromPatch":6,"toPatch":9,"versions":["10.11"]},{"fromPatch":10,"versions":["10.11","11.8"]}],"opensearch":[{"toPatch":9,"versions":["2"]},{"fromPatch":10,"versions":["2","3"]}],"elasticsearch":[{"toPatch":3,"versions":["8.11"]},{"fromPatch":4,"toPatch":4,"versions":["8.16"]},{"fromPatch":5,"toPatch":9,"versions":["7.17","8"]},{"fromPatch":10,"versions":["8"]}],"rabbitmq":[{"toPatch":1,"versions":["3.12"]},{"fromPatch":2,"toPatch":4,"versions":["3.13"]},{"fromPatch":5,"toPatch":6,"versions":["4.1","3.13"]},{"fromPatch":7,"toPatch":9,"versions":["4.1"]},{"fromPatch":10,"versions":["4.3"]}],"redis":[{"toPatch":9,"versions":["7.2"]},{"fromPatch":10,"versions":[]}],"valkey":[{"toPatch":5,"versions":[]},{"fromPatch":6,"toPatch":9,"versions":["8"]},{"fromPatch":10,"versions":["8.1"]}]},"2.4.8":{"php":[{"versions":["8.3","8.4"]}],"phpStopOver":[{"versions":["8.2"]}],"composer":[{"toPatch":4,"versions":["2.9.3"]},{"fromPatch":5,"versions":["2.10"]}],"mariadb":[{"toPatch":4,"versions":["11.4"]},{"fromPatch":5,"versions":["11.4","11.8"]}],"opensearch":[{"toPatch":1,"versions":["2"]},{"fromPatch":2,"versions":["3"]}],"elasticsearch":[{"versions":[]}],"rabbitmq":[{"toPatch":4,"versions":["4.1"]},{"fromPatch":5,"versions":["4.3"]}],"redis":[{"versions":[]}],"valkey":[{"toPatch":4,"versions":["8"]},{"fromPatch":5,"versions":["8.1"]}]},"2.4.9":{"php":[{"versions":["8.5"]}],"phpStopOver":[{"versions":["8.4"]}],"composer":[{"versions":["2.10"]}],"mariadb":[{"versions":["12.3","11.8"]}],"opensearch":[{"versions":["3"]}],"elasticsearch":[{"versions":[]}],"rabbitmq":[{"versions":["4.3"]}],"redis":[{"versions":[]}],"valkey":[{"versions":["9"]}]}}}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/data/rabbitmq-steps.json
const rabbitmq_steps_namespaceObject = /*#__PURE__*/JSON.parse('{"e4":["3.8","3.9","3.10","3.11","3.12","3.13","4.0","4.1","4.2","4.3"]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/service-change.js

const byTicket = 'Pro staging and production: by ticket. This tool does not touch services.';
/**
 * How a service comes to what the target wants, in words. `versions` are those that the target accepts of the
 * component `to`; `relationships` are those of the application (Cloud guide, help/cloud-guide/services).
 */
function serviceChange(service, to, versions, relationships) {
    const version = versions.at(-1) ?? '';
    const own = Object.keys(relationships).find((name) => relationships[name] === service.name) ?? service.name;
    if (service.kind === 'redis' && to === 'valkey')
        return redisToValkey(service, version, own);
    if (service.kind === 'elasticsearch' && to === 'opensearch')
        return toOpenSearch(service, version, own);
    if (service.kind === 'rabbitmq')
        return rabbitMq(service, version);
    const type = `type: ${service.kind}:${version}`;
    const first = service.kind === 'mysql' || service.kind === 'mariadb'
        ? 'Look for tables with the row format COMPACT, of MyISAM and with old temporal columns and back up first; then set'
        : 'Set';
    return `${first} ${type} for ${service.name} in .magento/services.yaml, and deploy that before the upgrade. ${byTicket}`;
}
function redisToValkey({ name, version: old }, version, relationship) {
    const type = `valkey:${version.includes('.') ? version : `${version}.0`}`;
    return [
        `Three edits, deployed together: in .magento/services.yaml replace ${name}: {type: redis:${old}} by cache: {type: ${type}};`,
        `in .magento.app.yaml the relationship ${relationship}: "${name}:redis" by valkey: "cache:valkey";`,
        'in .magento.env.yaml, below stage.deploy, REDIS_BACKEND by VALKEY_BACKEND and REDIS_USE_SLAVE_CONNECTION by',
        `VALKEY_USE_SLAVE_CONNECTION (SESSION_CONFIGURATION keeps its key redis). The cache starts empty. ${byTicket}`
    ].join(' ');
}
function toOpenSearch({ name, version: old }, version, relationship) {
    return [
        `Two edits: in .magento/services.yaml replace ${name}: {type: elasticsearch:${old}} by opensearch: {type: opensearch:${version}, disk: 1024};`,
        `in .magento.app.yaml the relationship ${relationship}: "${name}:elasticsearch" by opensearch: "opensearch:opensearch".`,
        `The index starts empty: run bin/magento indexer:reindex catalogsearch_fulltext afterwards. ${byTicket}`
    ].join(' ');
}
/** No version may be left out, and a service never goes back. */
function rabbitMq({ name, version: old }, version) {
    const [from, to] = [rabbitmq_steps_namespaceObject.e4.indexOf(old), rabbitmq_steps_namespaceObject.e4.indexOf(version)];
    const way = from >= 0 && to > from ? rabbitmq_steps_namespaceObject.e4.slice(from, to + 1).join(' → ') : `${old} → ${version}`;
    return `Set type: rabbitmq:VERSION for ${name} in .magento/services.yaml, one version at a time, each with a successful deployment of its own: ${way}. Let the queues run empty before. ${byTicket}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/service-kinds.js
/** Types of `.magento/services.yaml` with the component of the requirements and the name that people know. */
const serviceKinds = {
    mysql: ['mariadb', 'MariaDB'],
    mariadb: ['mariadb', 'MariaDB'],
    opensearch: ['opensearch', 'OpenSearch'],
    elasticsearch: ['elasticsearch', 'Elasticsearch'],
    rabbitmq: ['rabbitmq', 'RabbitMQ'],
    redis: ['redis', 'Redis'],
    valkey: ['valkey', 'Valkey']
};
/** Whether the type of a service is one that the requirements speak of. */
function isKnownService(kind) {
    return Object.hasOwn(serviceKinds, kind);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/requirements.js








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
            level: stopOver ? 'look' : 'before',
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
    if (declared !== null && !allowsComposer(declared, minimum))
        problems.push({
            id: 'requirement-composer',
            severity: 'warning',
            level: 'before',
            message: `.magento.app.yaml installs Composer ${declared}; ${target} wants ${minimum} or newer.`,
            fix: `Set dependencies.php.composer/composer to '${composerRange(minimum)}', or run with update-app-config: true.`
        });
    if (composerVersion !== null && requirements_isOlder(composerVersion, minimum))
        problems.push({
            id: 'requirement-local-composer',
            severity: 'warning',
            message: `Composer on this machine is ${composerVersion}; ${target} wants ${minimum} or newer.`,
            fix: `Update Composer to ${minimum} or newer.`
        });
    return problems;
}
function checkServices({ target, appYamlText, servicesYamlText }) {
    if (servicesYamlText === null)
        return [];
    const { relationships } = readCloudApp(appYamlText);
    return readCloudServices(servicesYamlText).flatMap((service) => {
        const { name, kind, version } = service;
        if (!isKnownService(kind))
            return [];
        const [component, label] = serviceKinds[kind];
        const wanted = requiredVersions(target, component);
        if (wanted === null || wanted.some((accepted) => matches(version, accepted)))
            return [];
        const successor = wanted.length > 0 ? kind : instead[component];
        const versions = wanted.length > 0 || successor === undefined ? wanted : (requiredVersions(target, successor) ?? []);
        const wish = successor === undefined ? 'no such service' : `${serviceKinds[successor][1]} ${versions.join(' or ')}`;
        return [
            {
                id: `requirement-${component}`,
                severity: 'warning',
                level: 'before',
                message: `.magento/services.yaml has ${label} ${version} (${name}); ${target} wants ${wish.trim()}.`,
                fix: serviceChange(service, successor ?? kind, versions, relationships)
            }
        ];
    });
}
/** `8` accepts 8.0 and 8.1; a service that gives only `2` may be any 2.x. */
function matches(version, accepted) {
    return version === accepted || version.startsWith(`${accepted}.`) || accepted.startsWith(`${version}.`);
}
/** Ranges such as ^2.2 install the newest release, so only exact versions can be too old. */
function requirements_isOlder(version, minimum) {
    const [a, b] = [parseComposerVersion(version), parseComposerVersion(minimum)];
    return a !== null && b !== null && compareComposerVersions(a, b) < 0;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/plan-runtime.js





/**
 * The PHP and Composer that the target runs on: those declared, or, where `update` is asked for and they do not
 * fit, those that the target wants. Nothing else of the file is touched.
 */
function planRuntime(appYamlText, target, update) {
    const app = readCloudApp(appYamlText);
    if (!update)
        return { php: app.php, appYaml: null, changes: [] };
    const php = pick(app.php, requiredVersions(target, 'php') ?? []);
    const composer = wantedComposer(app.composer, requiredVersions(target, 'composer')?.[0]);
    const { text, changes } = updateAppYaml(appYamlText, { php, composer });
    return {
        php,
        appYaml: text === appYamlText ? null : text,
        changes: changes.map((description) => ({ id: 'app-runtime', file: '.magento.app.yaml', description }))
    };
}
// What is not declared stays so, and a range that can give a good release is the project's own.
function wantedComposer(declared, minimum) {
    if (declared === null || minimum === undefined)
        return null;
    const exact = parseComposerVersion(declared)?.numbers.slice(0, 3).join('.');
    const advised = exact === undefined ? null : composerAdvisory(exact);
    return allowsComposer(declared, minimum) && advised === null ? null : composerRange(minimum);
}
function pick(current, wanted) {
    return wanted.includes(current) ? current : (wanted.at(-1) ?? current);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/releases.json
const releases_namespaceObject = /*#__PURE__*/JSON.parse('{"e4":["2.0.0","2.0.1","2.0.2","2.0.3","2.0.4","2.0.5","2.0.6","2.0.7","2.0.8","2.0.9","2.0.10","2.0.11","2.0.12","2.0.13","2.0.14","2.0.15","2.0.16","2.0.17","2.0.18","2.1.0","2.1.1","2.1.2","2.1.3","2.1.4","2.1.5","2.1.6","2.1.7","2.1.8","2.1.9","2.1.10","2.1.11","2.1.12","2.1.13","2.1.14","2.1.15","2.1.16","2.1.17","2.1.18","2.2.0","2.2.1","2.2.2","2.2.3","2.2.4","2.2.5","2.2.6","2.2.7","2.2.8","2.2.9","2.2.10","2.2.11","2.3.0","2.3.1","2.3.2","2.3.2-p2","2.3.3","2.3.3-p1","2.3.4","2.3.4-p2","2.3.5","2.3.5-p1","2.3.5-p2","2.3.6","2.3.6-p1","2.3.7","2.3.7-p1","2.3.7-p2","2.3.7-p3","2.3.7-p4","2.4.0","2.4.0-p1","2.4.1","2.4.1-p1","2.4.2","2.4.2-p1","2.4.2-p2","2.4.3","2.4.3-p1","2.4.3-p2","2.4.3-p3","2.4.4","2.4.4-p1","2.4.4-p2","2.4.4-p3","2.4.4-p4","2.4.4-p5","2.4.4-p6","2.4.4-p7","2.4.4-p8","2.4.4-p9","2.4.4-p10","2.4.4-p11","2.4.4-p12","2.4.4-p13","2.4.4-p14","2.4.4-p15","2.4.4-p16","2.4.4-p17","2.4.4-p18","2.4.5","2.4.5-p1","2.4.5-p2","2.4.5-p3","2.4.5-p4","2.4.5-p5","2.4.5-p6","2.4.5-p7","2.4.5-p8","2.4.5-p9","2.4.5-p10","2.4.5-p11","2.4.5-p12","2.4.5-p13","2.4.5-p14","2.4.5-p15","2.4.5-p16","2.4.5-p17","2.4.6","2.4.6-p1","2.4.6-p2","2.4.6-p3","2.4.6-p4","2.4.6-p5","2.4.6-p6","2.4.6-p7","2.4.6-p8","2.4.6-p9","2.4.6-p10","2.4.6-p11","2.4.6-p12","2.4.6-p13","2.4.6-p14","2.4.6-p15","2.4.7","2.4.7-p1","2.4.7-p2","2.4.7-p3","2.4.7-p4","2.4.7-p5","2.4.7-p6","2.4.7-p7","2.4.7-p8","2.4.7-p9","2.4.7-p10","2.4.8","2.4.8-p1","2.4.8-p2","2.4.8-p3","2.4.8-p4","2.4.8-p5","2.4.9"]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/target.js


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
        : `Choose a line that exists: ${target_linesOf(offered).join(', ')}.`);
}
function expectVersion(version, current, offered) {
    if (compareVersions(version, current) < 0)
        throw downgrade(version, current);
    if (offered.length === 0 || offered.some((other) => compareVersions(other, version) === 0))
        return;
    const line = releaseLine(version);
    const inLine = offered.filter((other) => releaseLine(other) === line).sort(compareVersions);
    throw badTarget(`The repository does not offer ${version}.`, inLine.length > 0 ? `It offers ${inLine.join(', ')}.` : `Choose a line that exists: ${target_linesOf(offered).join(', ')}.`);
}
function target_linesOf(versions) {
    return [...new Set([...versions].sort(compareVersions).map(releaseLine))].slice(-6);
}
function downgrade(wanted, current) {
    return badTarget(`The target ${wanted} is lower than ${current}, which the project runs; a database never goes back.`, `Choose ${current} or higher.`);
}
function badTarget(message, next) {
    return new src_errors/* UpgradeError */.f('bad-input', { message, unchanged: 'Nothing was changed.', next });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/likely-version.js



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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-auth.js


// PHP writes an empty map as `[]`.
const hosts = (value) => schemas/* union */.KCZ([schemas/* record */.g1P(schemas/* string */.YjP(), value), schemas/* tuple */.PVZ([]).transform(() => ({}))]).optional();
const keys = schemas/* looseObject */._H3({ username: schemas/* string */.YjP(), password: schemas/* string */.YjP() });
const tokenOrMore = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* looseObject */._H3({})]);
// The kinds that Composer 2.2 to 2.10 knows (composer-schema.json, 2026-11), each a map from host to credentials.
const kinds = {
    'http-basic': hosts(keys),
    bearer: hosts(schemas/* string */.YjP()),
    'github-oauth': hosts(schemas/* string */.YjP()),
    'gitlab-oauth': hosts(tokenOrMore),
    'gitlab-token': hosts(tokenOrMore),
    'bitbucket-oauth': hosts(schemas/* looseObject */._H3({})),
    'custom-headers': hosts(schemas/* array */.YOg(schemas/* string */.YjP())),
    'client-certificate': hosts(schemas/* looseObject */._H3({})),
    'forgejo-token': hosts(schemas/* looseObject */._H3({}))
};
const auth = schemas/* looseObject */._H3(kinds);
/** Every kind of credentials that Composer knows. */
const authKinds = Object.keys(kinds);
/**
 * Merges the sources, strongest first. Of two that name the same host the stronger one wins with every kind that it has,
 * since Composer itself would prefer some kinds to others; a warning says so where they differ.
 */
function mergeComposerAuth(sources) {
    const problems = [];
    const passedOver = [];
    const origins = new Map();
    const merged = {};
    for (const { name, auth: source } of sources) {
        for (const host of source === null ? [] : hostsOf(source)) {
            const winner = origins.get(host);
            if (winner === undefined) {
                origins.set(host, name);
                for (const [kind, value] of composer_auth_entriesOf(source ?? {}, host))
                    merged[kind] = { ...merged[kind], [host]: value };
            }
            else if (!sameFor(host, merged, source ?? {})) {
                problems.push(disagreement(host, winner, name));
                passedOver.push({ host, source: name });
            }
        }
    }
    const others = sources.map(({ auth: source }) => source ?? {}).reverse();
    const settings = Object.entries(Object.assign({}, ...others)).filter(([key]) => !(key in kinds));
    return { auth: { ...Object.fromEntries(settings), ...merged }, origins, problems, passedOver };
}
/** The hosts that any kind of credentials names. */
function hostsOf(source) {
    return [...new Set(authKinds.flatMap((kind) => Object.keys(source[kind] ?? {})))];
}
/** The kinds of credentials for one host, with their values. */
function composer_auth_entriesOf(source, host) {
    return authKinds.flatMap((kind) => {
        const found = source[kind];
        return found && Object.hasOwn(found, host) ? [[kind, found[host]]] : [];
    });
}
function sameFor(host, ours, theirs) {
    return JSON.stringify(composer_auth_entriesOf(ours, host)) === JSON.stringify(composer_auth_entriesOf(theirs, host));
}
/**
 * Reads the text of an auth.json or of COMPOSER_AUTH; null for an empty one. Throws UpgradeError `bad-secret` for one
 * that is not valid: the path of the fault, never the text.
 */
function parseComposerAuth(name, text) {
    const plain = text.replace(/^\uFEFF/, '').trim();
    if (plain === '')
        return null;
    let value;
    try {
        value = JSON.parse(plain);
    }
    catch {
        throw badComposerKeys(`${name} is not JSON`);
    }
    const result = auth.safeParse(value);
    if (result.success)
        return result.data;
    const paths = result.error.issues.flatMap(pathsOf);
    throw badComposerKeys(`${name} does not have the shape of auth.json at ${[...new Set(paths)].join(', ')}`);
}
// An unfit value of a union says only that nothing fits; the path lies in the branch that is the map.
function pathsOf(issue) {
    const at = issue.path.map(String);
    const inner = issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : [];
    const deeper = inner.map(({ path }) => [...at, ...path.map(String)].join('.'));
    return deeper.length > 0 ? deeper : [at.join('.') || 'the top level'];
}
/** UpgradeError `bad-secret` about credentials for Composer. `message` goes on after "cannot be used:". */
function badComposerKeys(message, next) {
    return new src_errors/* UpgradeError */.f('bad-secret', {
        message: `The Composer credentials cannot be used: ${message}.`,
        unchanged: 'Nothing was changed.',
        next: next ??
            'Use {"http-basic": {"HOST": {"username": "...", "password": "..."}}}, or composer-username and composer-password. Pull requests from forks get no secrets.'
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/repository-login.js


// Words that make Composer take the pair for a token of another kind (AuthHelper::addAuthenticationHeader).
const tokenWords = new Set(['bearer', 'x-oauth-basic', 'oauth2', 'private-token', 'gitlab-ci-token']);
/**
 * The headers that Composer sends a repository first, or null where that is not known here: other kinds of credentials
 * than http-basic and bearer, options of the repository's own, or an address over http, for which Composer has a rule of
 * its own (secure-http).
 */
function repositoryLogin({ url, host, inUrl, hasOptions }, { auth, origins }) {
    if (hasOptions || (url.startsWith('http:') && !isLoopback(host)))
        return null;
    if (inUrl?.password)
        return basic(inUrl.username, inUrl.password, 'the address in composer.json');
    const entries = composer_auth_entriesOf(auth, host);
    const [[kind, value] = ['none', null], ...more] = entries;
    if (more.length > 0)
        return null;
    if (kind === 'none')
        return inUrl !== null || hasRelated(host, auth) ? null : { headers: {}, source: null };
    const source = origins.get(host) ?? 'auth.json';
    if (kind === 'bearer')
        return { headers: { authorization: `Bearer ${String(value)}` }, source };
    if (kind !== 'http-basic')
        return null;
    const { username, password } = value;
    return tokenWords.has(password) || username === 'x-token-auth' ? null : basic(username, password, source);
}
function basic(username, password, source) {
    return {
        headers: { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` },
        source
    };
}
/** Credentials that Composer may use for this host although they name another: GitLab below a path, or a parent domain. */
function hasRelated(host, auth) {
    return hostsOf(auth).some((name) => name.startsWith(`${host}/`) || host.endsWith(`.${name}`));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer-repository.js


const composer_repository_attempts = 3;
const longestPause = 60;
/**
 * Asks a Composer repository for its index with these headers, and nothing else; an overloaded one (429, 5xx) up to three
 * times, as long after as it says. Redirects are not followed: the headers are for this host. Never throws.
 */
async function probeRepository(tools, url, headers) {
    for (let attempt = 1;; attempt += 1) {
        const answer = await askOnce(tools, url, headers);
        const pause = pauseBefore(answer, attempt);
        if (pause === null)
            return answer;
        await tools.clock.pause(pause);
    }
}
function pauseBefore({ status, retryAfterSeconds }, attempt) {
    const overloaded = status === 429 || (status !== null && status >= 500);
    const pause = Math.max(retryAfterSeconds ?? 0, 2 * attempt);
    return overloaded && attempt < composer_repository_attempts && pause <= longestPause ? pause : null;
}
/** One question to a repository; see {@link probeRepository}. */
async function askOnce({ fetch, idleSeconds = 30 }, url, headers) {
    const stalled = new AbortController();
    const timer = setTimeout(() => {
        stalled.abort(new Error(`it sent nothing for ${idleSeconds} seconds`));
    }, idleSeconds * 1000);
    try {
        const response = await fetch(packagesUrl(url), { headers, redirect: 'manual', signal: stalled.signal });
        const { status } = response;
        const failure = await judgeBody(response, () => timer.refresh());
        return { status, failure, retryAfterSeconds: retryAfter(response.headers) };
    }
    catch (error) {
        const reason = stalled.signal.aborted ? stalled.signal.reason : error;
        return { status: null, failure: failureWords(reason), retryAfterSeconds: null };
    }
    finally {
        clearTimeout(timer);
    }
}
/** Reads a body to its end, since it may break off, and looks at its first character alone: indexes may be large. */
async function judgeBody(response, alive) {
    if (response.status !== 200) {
        await response.body?.cancel();
        return null;
    }
    let first = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
        alive();
        if (first === '')
            first = decoder
                .decode(chunk, { stream: true })
                .trimStart()
                .slice(0, 1);
    }
    return first === '{' ? null : 'it sends something else than a list of packages, such as the page of a proxy or login';
}
function retryAfter(headers) {
    const asked = headers.get('retry-after') ?? '';
    if (/^\d{1,9}$/.test(asked))
        return Number(asked);
    const until = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
    return Number.isNaN(until) ? null : Math.max(0, Math.ceil(until / 1000));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/await-repositories.js


const await_repositories_longestPause = 120;
/**
 * Waits before Composer asks its repositories once more, as long as the one that is overloaded says (Retry-After), else 5,
 * then 20 seconds. False where one wants more than two minutes: then to wait is for the user to decide.
 */
async function awaitRepositories(tools, repositories, keys, attempt) {
    const asked = repositories.map(async (repository) => {
        const login = repositoryLogin(repository, keys);
        return login === null ? 0 : ((await askOnce(tools, repository.url, login.headers)).retryAfterSeconds ?? 0);
    });
    const pause = Math.max(0, ...(await Promise.all(asked))) || 5 * 4 ** (attempt - 1);
    if (pause > await_repositories_longestPause) {
        tools.logger.warn(`A package repository asks to be left alone for ${pause} seconds: too long to wait for.`);
        return false;
    }
    tools.logger.warn(`A package repository is overloaded: Composer tries again in ${pause} seconds.`);
    await tools.clock.pause(pause);
    return true;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/json-edit.js


/** Value at a path of a JSON text, or undefined. */
function valueAt(text, path) {
    let value = parsed(text) ?? (0,main.parse)(text);
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
        return json_edit_insert(text, node, { depth, key: path[depth] ?? '', value: json_edit_nest(path.slice(depth + 1), value) });
    }
    return text;
}
/** The text without one property of an object, and without the comma that parted it from its neighbour. */
function removeAt(text, path) {
    const root = (0,main.parseTree)(text);
    const property = root && (0,main.findNodeAtLocation)(root, path)?.parent;
    if (property?.type !== 'property')
        return text;
    const siblings = property.parent?.children ?? [];
    const index = siblings.indexOf(property);
    const [previous, next] = [siblings[index - 1], siblings[index + 1]];
    const end = property.offset + property.length;
    if (next)
        return text.slice(0, property.offset) + text.slice(next.offset);
    if (previous)
        return text.slice(0, previous.offset + previous.length) + text.slice(end);
    return splice(text, property.parent ?? property, '{}');
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
function json_edit_nest(path, value) {
    return path.reduceRight((inner, key) => ({ [key]: inner }), value);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/name-pattern.js
/**
 * Matches the names that one part of a pattern stands for: `*`, `?` and `[a-z]`; hidden names only where the part is
 * hidden itself. Patterns come from packages and projects, so no pattern takes more than its length times the name's.
 */
function namePattern(part) {
    const tokens = part.match(/\[[^\]/]+\]|[\s\S]/g) ?? [];
    const matchers = tokens.map(matcher);
    return { test: (name) => (part.startsWith('.') || !name.startsWith('.')) && isMatch(matchers, name) };
}
function matcher(token) {
    if (token === '*')
        return 'any';
    if (token === '?')
        return () => true;
    if (token.length === 1)
        return (char) => char === token;
    try {
        const characters = new RegExp(token.replace(/^\[!/, '[^').replaceAll('\\', '\\\\'));
        return (char) => characters.test(char);
    }
    catch {
        // A range from z to a holds nothing.
        return () => false;
    }
}
// Of all stars only the last one is ever tried again: what stands before it is found already.
function isMatch(matchers, name) {
    let [at, read, star, from] = [0, 0, -1, 0];
    while (read < name.length) {
        const next = matchers[at];
        if (next === 'any')
            [star, from, at] = [at, read, at + 1];
        else if (next?.(name.charAt(read)))
            [at, read] = [at + 1, read + 1];
        else if (star >= 0)
            [at, from, read] = [star + 1, from + 1, from + 1];
        else
            return false;
    }
    return matchers.slice(at).every((rest) => rest === 'any');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/path-submodules.js



/**
 * The submodules that packages of `type: path` repositories come from, by the addresses in composer.json (with the
 * patterns of PHP's glob) and by the packages that composer.lock has from such places.
 */
function pathSubmodules(composerJsonText, composerLockText, gitlinks) {
    if (gitlinks.length === 0)
        return [];
    const urls = pathUrls(composerJsonText);
    const named = [...urls.filter((url) => !/[*?[]/.test(url)), ...lockedPaths(composerLockText)];
    return gitlinks.flatMap((gitlink) => {
        const isNamed = named.some((url) => meet(url, gitlink.path) && depth(url) >= depth(gitlink.path));
        return isNamed || urls.some((url) => meet(url, gitlink.path)) ? [{ ...gitlink, named: isNamed }] : [];
    });
}
function pathUrls(composerJsonText) {
    const repositories = Object.values(Object(valueAt(composerJsonText, ['repositories'])));
    return repositories.flatMap((repository) => {
        const { type, url } = Object(repository);
        return type === 'path' && typeof url === 'string' ? expandBraces(url) : [];
    });
}
function lockedPaths(composerLockText) {
    const lock = readLock(composerLockText);
    return [...lock.packages, ...(lock['packages-dev'] ?? [])].flatMap(({ dist }) => dist?.['type'] === 'path' && typeof dist['url'] === 'string' ? [dist['url']] : []);
}
/** `a/{b,c}` as Composer asks glob for it; none for what no file system takes, or no project has. */
function expandBraces(url) {
    const done = [];
    const open = url.length > longestPath ? [] : [url];
    for (let next = open.pop(); next !== undefined && done.length + open.length < 1000; next = open.pop()) {
        const [before, choices, after] = splitBraces(next);
        if (choices === null)
            done.push(before);
        else
            open.push(...choices.map((choice) => before + choice + after));
    }
    return done;
}
const longestPath = 4096;
function splitBraces(text) {
    const end = text.indexOf('}');
    const begin = end < 0 ? -1 : text.lastIndexOf('{', end);
    if (begin < 0)
        return [text, null, ''];
    return [text.slice(0, begin), text.slice(begin + 1, end).split(','), text.slice(end + 1)];
}
/** Whether a package at `url` lies in the submodule at `path`, or has it inside. */
function meet(url, path) {
    const parts = partsOf(url);
    return !url.startsWith('/') && partsOf(path).every((name, index) => path_submodules_isMatch(parts[index], name));
}
function depth(url) {
    return partsOf(url).length;
}
function partsOf(url) {
    return url.split('/').filter((part) => part !== '' && part !== '.');
}
// A package above the submodule has it inside.
function path_submodules_isMatch(part, name) {
    return part === undefined || namePattern(part).test(name);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/check-out-submodules.js


/**
 * Fills the submodules that composer.json's path repositories need in the scratch work tree, at the very commits that
 * the project has them at, with the objects that the developer's checkout holds: no network, and neither hooks nor
 * filters nor any configuration of the submodule. Throws UpgradeError `preflight-failed` that names all that are not
 * there.
 */
async function checkOutSubmodules(tools, checkout) {
    const needed = pathSubmodules(checkout.composerJson, checkout.composerLock, await gitlinks(tools.scratch));
    if (needed.length === 0)
        return;
    const names = await submoduleNames(tools.scratch);
    const missing = [];
    for (const submodule of needed) {
        const filled = await fill(tools, submodule, names.get(submodule.path));
        if (!filled && submodule.named)
            missing.push(submodule);
    }
    if (missing.length > 0)
        throw notHere(missing, tools.git.folder);
}
async function gitlinks(scratch) {
    const entries = (await scratch.read('ls-tree', '-r', '-z', 'HEAD')).split('\0');
    return entries.flatMap((entry) => {
        const [, commit = '', path = ''] = /^160000 commit (\w+)\t([\s\S]+)$/.exec(entry) ?? [];
        return path === '' ? [] : [{ path, commit }];
    });
}
/** Path to name, by the commit's .gitmodules. */
async function submoduleNames(scratch) {
    const asked = ['--blob=HEAD:.gitmodules', '--get-regexp', String.raw `^submodule\..*\.path$`];
    const { stdout } = await scratch.run('config', '-z', ...asked);
    const rows = stdout.split('\0').flatMap((row) => {
        const [, name = '', path = ''] = /^submodule\.([\s\S]*)\.path\n([\s\S]*)$/.exec(row) ?? [];
        // A name is a folder below .git/modules, and no way out of it.
        return name === '' || name.split('/').includes('..') ? [] : [[path, name]];
    });
    return new Map(rows);
}
async function fill(tools, { path, commit }, name) {
    const { scratch, files } = tools;
    const inside = scratch.in(files.join(scratch.folder, path));
    // Beside the scratch checkout, so that it goes with it: in a .git folder, Composer would lock the commit.
    const around = files.join(scratch.folder, '..', 'modules', path);
    await files.makePrivateFolder(around);
    await inside.read('init', '--quiet', '--template=', `--separate-git-dir=${files.join(around, 'git')}`);
    for (const source of await sources(tools, path, name)) {
        const objects = await scratch.run(...at(source), 'rev-parse', '--path-format=absolute', '--git-path', 'objects');
        if (objects.exitCode !== 0)
            continue;
        await files.write(files.join(around, 'git', 'objects', 'info', 'alternates'), `${objects.stdout.trim()}\n`);
        if ((await inside.run(...plainly, 'checkout', '--quiet', '--detach', commit)).exitCode !== 0)
            continue;
        await copyTags(inside, await scratch.run(...at(source), 'for-each-ref', tagLine, 'refs/tags'));
        return true;
    }
    await files.remove(files.join(inside.folder, '.git'));
    return false;
}
/** Git folders of this machine that may hold the commit: the one of the checkout as it stands, and the one kept for it. */
async function sources({ git, files }, path, name) {
    const folder = files.join(git.folder, path);
    const present = await files.exists(files.join(folder, '.git'));
    const own = present ? await git.in(folder).run('rev-parse', '--absolute-git-dir') : null;
    const common = (await git.read('rev-parse', '--path-format=absolute', '--git-common-dir')).trim();
    const kept = name === undefined ? [] : [files.join(common, 'modules', name)];
    return [...(own?.exitCode === 0 ? [own.stdout.trim()] : []), ...kept];
}
// A work tree of its own configuration may be gone; none is needed to read.
function at(gitFolder) {
    return [`--git-dir=${gitFolder}`, '--work-tree=.'];
}
// git-lfs would ask the network, for files that Composer does not read.
const plainly = [
    'core.hooksPath=/dev/null',
    'submodule.recurse=false',
    'filter.lfs.smudge=',
    'filter.lfs.process=',
    'filter.lfs.required=false'
].flatMap((setting) => ['-c', setting]);
const tagLine = '--format=create %(refname) %(objectname)';
/** Composer takes the version of a package without one from the tag that it stands on. */
async function copyTags(inside, { stdout }) {
    if (stdout.trim() !== '')
        await inside.feed(stdout, 'update-ref', '--stdin').catch(() => '');
}
function notHere(missing, root) {
    const paths = missing.map(({ path }) => path);
    const which = missing.map(({ path, commit }) => `${path} (commit ${commit.slice(0, 12)})`);
    const many = missing.length > 1;
    return new src_errors/* UpgradeError */.f('preflight-failed', {
        message: `Packages of composer.json come from the git ${many ? 'submodules' : 'submodule'} ${which.join(', ')}, which ${many ? 'are' : 'is'} not in ${root}.`,
        unchanged: 'The checkout, the branch and the environment are as they were.',
        next: `Run git submodule update --init ${paths.join(' ')} there (submodules: true for actions/checkout), then run again.`
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/committed-keys.js

/** What is to be said about them, by the host alone. Warnings all: Composer would work with them. */
function committedKeyProblems(keys) {
    const inUrls = keys.repositories.filter(({ inUrl }) => inUrl?.password);
    const inConfig = configHosts(keys.config);
    return [
        ...(keys.trackedAuth === null ? [] : [tracked(hostsOf(keys.trackedAuth), keys.stale)]),
        ...(inUrls.length === 0
            ? []
            : [preferred('the address of a repository', [...new Set(inUrls.map(({ host }) => host))])]),
        ...(inConfig.length === 0 ? [] : [preferred('its config section', inConfig)])
    ];
}
function tracked(hosts, stale) {
    const what = hosts.length === 0 ? 'without keys' : `with keys for ${hosts.join(', ')}`;
    const other = `it is stale for ${stale.join(', ')}: other keys were given and used here, while a build on the Cloud and every clone would still take those of the file`;
    return {
        id: 'auth-json-tracked',
        severity: 'warning',
        message: `auth.json is tracked by git, ${what}: everybody who can read the repository has them${stale.length > 0 ? `; ${other}` : ''}.`,
        fix: 'Set env:COMPOSER_AUTH on the Cloud project (visible at build), then git rm --cached auth.json, take !/auth.json out of .gitignore, and have the keys renewed.'
    };
}
function preferred(where, hosts) {
    return {
        id: 'composer-keys-in-json',
        severity: 'warning',
        message: `composer.json holds credentials for ${hosts.join(', ')} in ${where}: everybody who can read the repository has them, and Composer takes them before all others.`,
        fix: 'Move them to COMPOSER_AUTH (env:COMPOSER_AUTH on the Cloud project), and have them renewed.'
    };
}
function configHosts(config) {
    try {
        const found = parseComposerAuth('composer.json', JSON.stringify(config));
        return found === null ? [] : hostsOf(found);
    }
    catch {
        // A section that Composer would not take for credentials either.
        return [];
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/magento-keys.js



/** The host of the Magento repository (commerce.md, 2026-11). */
const magentoHost = 'repo.magento.com';
/**
 * composer-username and composer-password as credentials of the one host that they belong to: the Magento repository, or
 * the host that composer-host names. A composer.json alone decides nothing, since whoever writes it would get the keys;
 * only a repository on this very machine needs no naming. Null where there are no keys. Throws UpgradeError `bad-secret`
 * where they are not whole, have no repository, or would go over plain http; `bad-input` for an unusable composer-host.
 */
function magentoKeys({ username, password, host, repositories }) {
    const named = readHost(host);
    if (username === '' && password === '')
        return null;
    if (username === '' || password === '')
        throw badComposerKeys(`composer-${username === '' ? 'username' : 'password'} is empty`);
    const wanted = named || magentoHost;
    const owners = repositories.filter((repository) => repository.host.toLowerCase() === wanted);
    const [owner] = owners.length > 0 || named !== '' ? owners : onlyLoopback(repositories);
    if (!owner)
        throw noOwner(wanted, repositories);
    if (owners.some(({ url, host: other }) => url.startsWith('http:') && !isLoopback(other)))
        throw badComposerKeys(`composer.json reaches ${owner.host} over http, where everybody on the way could read them`, `Write https://${owner.host} in the repositories of composer.json.`);
    return { 'http-basic': { [owner.host]: { username, password } } };
}
/** What goes to a port of this machine does not leave it. */
function onlyLoopback(repositories) {
    const hosts = new Set(repositories.map(({ host }) => host));
    return hosts.size === 1 ? repositories.filter(({ host }) => isLoopback(host)) : [];
}
function readHost(option) {
    const text = option.trim().toLowerCase();
    const host = /^(?:https:\/\/)?((?:[a-z0-9][a-z0-9.-]*|\[[0-9a-f:]+\])(?::\d{1,5})?)\/?$/.exec(text)?.[1];
    if (text === '' || host !== undefined)
        return host ?? '';
    throw new src_errors/* UpgradeError */.f('bad-input', {
        message: 'composer-host is not a host.',
        unchanged: 'Nothing was changed.',
        next: 'Give the host of the repository alone, such as repo.magento.com or packages.example.com:8443.'
    });
}
function noOwner(wanted, repositories) {
    const others = [...new Set(repositories.map(({ host }) => host))];
    const instead = others.length === 0 ? 'no repository over http at all' : others.join(', ');
    return badComposerKeys(`composer-username and composer-password are for ${wanted}, and composer.json names ${instead}`, `Set composer-host to the host that they are for, or give keys for each host in composer-auth or COMPOSER_AUTH: {"http-basic": {"HOST": {"username": "...", "password": "..."}}}.`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/expect-magento-keys.js


const forks = 'Give composer-username and composer-password, or COMPOSER_AUTH; a secret with a misspelt name is empty, and pull requests from forks get none.';
/**
 * Expects keys where it is known without asking that none will do: the Magento repository answers nobody without a public
 * and a private key. Throws UpgradeError `bad-secret` where they are missing, empty, or the words of a sample file.
 */
function expectMagentoKeys({ auth, origins, repositories }) {
    const host = repositories.find((repository) => isPlainMagento(repository))?.host;
    if (host === undefined)
        return;
    const entries = composer_auth_entriesOf(auth, host);
    if (entries.length === 0)
        throw badComposerKeys(`${host} wants keys, and there are none for it`, forks);
    const basic = entries.find(([kind]) => kind === 'http-basic')?.[1];
    if (basic === undefined)
        return;
    const source = origins.get(host) ?? 'auth.json';
    for (const name of ['username', 'password']) {
        const value = basic[name];
        if (value.trim() === '')
            throw badComposerKeys(`${source}: http-basic.${host}.${name} is empty`, forks);
        if (/^<.*>$/.test(value))
            throw badComposerKeys(`${source}: http-basic.${host}.${name} is a placeholder`, forks);
    }
}
// Credentials in the address, or headers of its own, may do in place of keys.
function isPlainMagento({ host, inUrl, hasOptions }) {
    return host.toLowerCase() === magentoHost && inUrl === null && !hasOptions;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/project-hosts.js

// Both forms of an address: scheme://user@host:port/… and git's own user@host:path. Bounded, so linear.
const schemes = /:(?:\\?\/){2}(?:[^\s"'/@\\]{0,1000}@)?(\[[0-9a-f:.]{2,50}\](?::\d{1,5})?|[a-z0-9][a-z0-9._-]{0,252}(?::\d{1,5})?)/gi;
const scpLike = /"(?:[a-z0-9._-]{1,64}@)([a-z0-9][a-z0-9.-]{0,252}):/gi;
// What composer.json need not name: Packagist, and GitHub, where most of its packages come from.
const always = ['packagist.org', 'repo.packagist.org', 'github.com', 'api.github.com', 'codeload.github.com'];
/** The hosts, in lower case, that Composer may have to ask for this project by its composer.json and composer.lock. */
function projectHosts(composerJson, composerLock) {
    const found = [composerJson, composerLock].flatMap((text) => [...text.matchAll(schemes), ...text.matchAll(scpLike)]);
    return new Set([...always, ...found.map(([, host = '']) => host.toLowerCase())]);
}
/** `auth` without the hosts that the project has nothing to do with: what Composer's plugins could read, they need not. */
function authForHosts(auth, hosts) {
    const settings = Object.entries(auth).filter(([key]) => !authKinds.some((kind) => kind === key));
    const kept = {};
    for (const host of hostsOf(auth).filter((name) => belongs(name, hosts)))
        for (const [kind, value] of composer_auth_entriesOf(auth, host))
            kept[kind] = { ...kept[kind], [host]: value };
    return { ...Object.fromEntries(settings), ...kept };
}
/** GitLab may live below a path; api.HOST is asked with what HOST has (Composer's AuthHelper). */
function belongs(name, hosts) {
    const host = name.toLowerCase().split('/')[0] ?? '';
    return hosts.has(host) || hosts.has(`api.${host}`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/collect-composer-keys.js






/**
 * Collects the credentials of all sources, for the hosts of the project only. A tracked auth.json goes out of the scratch
 * checkout, though not out of its index: Composer would prefer it to everything that was given. Throws UpgradeError
 * `bad-secret` for what cannot be used, before anything is sent.
 */
async function collectComposerKeys({ scratch, files }, given) {
    const { checkout, project } = given;
    const committed = await takeOutTrackedAuth(scratch, files);
    const name = committed === null ? 'auth.json' : 'the tracked auth.json';
    const authJson = parseComposerAuth('auth.json in the project root', given.authJson ?? committed ?? '');
    const merged = mergeComposerAuth([
        {
            name: 'composer-username and composer-password',
            auth: magentoKeys({ ...given, repositories: project.repositories })
        },
        { name: 'composer-auth', auth: parseComposerAuth('the input composer-auth', given.input) },
        { name: 'COMPOSER_AUTH', auth: parseComposerAuth('the environment variable COMPOSER_AUTH', given.environment) },
        { name, auth: authJson }
    ]);
    const stale = merged.passedOver.filter(({ source }) => source === name).map(({ host }) => host);
    const whole = withAddressKeys(merged.auth, project.repositories);
    const auth = authForHosts(whole, projectHosts(checkout.composerJson, checkout.composerLock));
    expectMagentoKeys({ auth, origins: merged.origins, repositories: project.repositories });
    const own = { stale, repositories: project.repositories, config: project.config };
    const problems = committedKeyProblems({ ...own, trackedAuth: committed === null ? null : (authJson ?? {}) });
    // Of the tracked file enough is said.
    const disagreements = merged.problems.filter((_, index) => committed === null || merged.passedOver[index]?.source !== name);
    return { auth, origins: merged.origins, problems: [...disagreements, ...problems] };
}
/** Composer knows credentials in an address only once it has read that index, which an installation from a lock does not. */
function withAddressKeys(auth, repositories) {
    const known = new Set(hostsOf(auth));
    const found = repositories.flatMap(({ url, host, inUrl }) => {
        const safe = url.startsWith('https:') || isLoopback(host);
        return inUrl?.password && safe && !known.has(host) ? [[host, { ...inUrl, password: inUrl.password }]] : [];
    });
    return { ...auth, 'http-basic': { ...auth['http-basic'], ...Object.fromEntries(found) } };
}
async function takeOutTrackedAuth(scratch, files) {
    const path = files.join(scratch.folder, 'auth.json');
    const text = await files.read(path);
    if (text === null)
        return null;
    // skip-worktree: status and commit take the file for unchanged.
    await scratch.read('update-index', '--skip-worktree', 'auth.json');
    await files.remove(path);
    return text;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/read-checkout.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/fetch-branch.js

/**
 * Brings the tip of a remote's branch into the repository, whatever the clone was told to fetch, and returns it. A
 * shallow clone gets that one commit, unless it stands on the branch and can be continued; a whole one stays whole.
 * Throws UpgradeError `retry-later` where the remote does not give it.
 */
async function fetchBranch(git, remote, branch) {
    const shallow = (await git.run('rev-parse', '--is-shallow-repository')).stdout.trim() === 'true';
    const head = (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim();
    const depth = shallow && head !== branch ? ['--depth=1'] : [];
    const quietly = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
    const ref = `refs/magento-cloud-upgrade/fetched/${crypto.randomUUID()}`;
    const fetched = await git.run('fetch', ...quietly, ...depth, remote, `+refs/heads/${branch}:${ref}`);
    const tip = await git.run('rev-parse', '--quiet', '--verify', `${ref}^{commit}`);
    await git.finish('update-ref', '-d', ref);
    if (fetched.exitCode === 0 && tip.exitCode === 0)
        return tip.stdout.trim();
    throw new src_errors/* UpgradeError */.f('retry-later', {
        message: `The branch ${branch} could not be fetched from ${remote}.`,
        unchanged: 'Nothing was pushed; the checkout, the branch and the environment are as they were.',
        next: `Run git fetch ${remote} ${branch} to see why, then run again.`,
        details: fetched.stderr.trim()
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/find-start.js


/**
 * Finds the commit that an upgrade starts from: the tip of the named branch as the remote has it, never what happens
 * to be checked out; HEAD where no branch was named. Returns the problem where the remote's tip cannot be had.
 */
async function findStart(git, input) {
    const { branch, remote, expectedTip } = input;
    if (branch === '') {
        const head = (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim();
        return { branch: head, base: (await git.read('rev-parse', 'HEAD')).trim(), warnings: [] };
    }
    const noBranch = find_start_error('git-no-branch', `There is no branch ${branch} on ${remote}.`, 'Correct the branch input.');
    if ((await git.run('check-ref-format', `refs/heads/${branch}`)).exitCode !== 0)
        return noBranch;
    const answer = await askRemoteBranch(git, remote, branch);
    if (!answer.answered)
        return (await lastSeen(git, input)) ?? (await silent(git, remote, answer.text));
    if (answer.commit === null)
        return noBranch;
    if (expectedTip !== null && answer.commit !== expectedTip)
        return moved(input, answer.commit);
    const base = (await find_start_isHere(git, answer.commit)) ? answer.commit : await fetchBranch(git, remote, branch);
    // The branch may have moved between the two questions.
    if (expectedTip !== null && base !== expectedTip)
        return moved(input, base);
    return { branch, base, warnings: await ownCommits(git, input, base) };
}
async function find_start_isHere(git, commit) {
    return (await git.run('cat-file', '-e', `${commit}^{commit}`)).exitCode === 0;
}
/** What the clone remembers of the remote does where nothing is pushed. */
async function lastSeen(git, { branch, remote, pushes, expectedTip }) {
    if (pushes)
        return null;
    const remembered = expectedTip ?? `refs/remotes/${remote}/${branch}`;
    const found = await git.run('rev-parse', '--quiet', '--verify', `${remembered}^{commit}`);
    if (found.exitCode !== 0)
        return null;
    const message = `The remote ${remote} does not answer: ${branch} is taken as it was last fetched.`;
    const fix = 'Nothing is pushed from it; give git the credentials of the remote to have the newest commit.';
    return { branch, base: found.stdout.trim(), warnings: [{ id: 'git-remote', severity: 'warning', message, fix }] };
}
async function silent(git, remote, text) {
    if ((await git.run('remote', 'get-url', remote)).exitCode !== 0)
        return find_start_error('git-remote', `There is no git remote named ${remote}.`, 'Set the remote input, or add the remote.');
    const last = text.split('\n').at(-1) ?? '';
    return find_start_error('git-remote', `The remote ${remote} does not answer: ${last}`, 'Check the credentials of the remote.');
}
function moved({ branch, remote, expectedTip }, tip) {
    return find_start_error('git-moved', `${branch} on ${remote} stands on ${tip.slice(0, 12)} by now, and this run is for ${(expectedTip ?? '').slice(0, 12)}.`, 'Look at the newer commits, then start a new run for them (label the pull request anew).');
}
async function ownCommits(git, { branch, remote }, base) {
    const ours = (await git.run('rev-parse', '--quiet', '--verify', `refs/heads/${branch}^{commit}`)).stdout.trim();
    if (ours === '' || ours === base)
        return [];
    if ((await git.run('merge-base', '--is-ancestor', ours, base)).exitCode === 0)
        return [];
    const message = `${branch} has commits here that ${remote} does not have: the upgrade starts from ${remote} without them.`;
    const fix = `Push them first, or leave the branch option out to start from what is checked out.`;
    return [{ id: 'git-ahead', severity: 'warning', message, fix }];
}
function find_start_error(id, message, fix) {
    return { id, severity: 'error', message, fix };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/preflight-error.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-composer.js

/** Problems with Composer and PHP on this machine. */
async function check_composer_checkComposer(composer, input) {
    const versions = await composer.versions();
    if (versions === null) {
        return [
            check_composer_unusable('Composer or PHP is missing.', 'Install Composer 2 and the PHP command line, e.g. apt-get install composer php-cli.')
        ];
    }
    if (!versions.composer.startsWith('2.'))
        return [check_composer_unusable(`Composer ${versions.composer} is not supported.`, 'Install Composer 2.')];
    const advisory = composerAdvisory(versions.composer);
    if (advisory === null)
        return [];
    return [
        {
            id: 'composer-vulnerable',
            severity: input.vulnerableComposer === 'fail' ? 'error' : 'warning',
            message: `Composer ${versions.composer} has published vulnerabilities that can disclose credentials or run commands (${advisory.ids.join(', ')}).`,
            fix: `Install Composer ${advisory.fixedIn} or newer; where the distribution has patched it, set vulnerable-composer: warn.`
        }
    ];
}
function check_composer_unusable(message, fix) {
    return { id: 'tool-composer', severity: 'error', message, fix };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/problem-statement.js

const rootRequirement = /^(?:Root composer\.json requires|Installation request for|The requested package) (?:PHP extension |linked library )?([^\s,]+)(.*)$/;
const outcomeMarks = [' -> ', ', found ', ', it ', ' but ', ' could not be found', ' is satisfiable by ', ' exists as '];
const locked = /^(?:Package )?([^\s[\]]+) (?:is locked to version|is fixed to|[^\s]+ \(in the lock file\)) ?(\S{0,100})/;
/** Reads one line as Composer 2.2 to 2.10 write it, without its leading dash. Wants lines of bounded length. */
function problemStatement(line) {
    return (ofRoot(line) ??
        ofOwn(line) ??
        ofLocked(line) ??
        ofOneOf(line) ??
        ofLink(line, 'requires') ??
        ofLink(line, 'conflicts') ?? {
        ...problem_statement_blank(line),
        kind: 'other',
        target: /^([a-z0-9][a-z0-9._-]*\/[a-z0-9._-]+)/.exec(line)?.[1] ?? ''
    });
}
function ofRoot(line) {
    const missing = /^No package found to satisfy root composer\.json require (\S+) (.*)$/.exec(line);
    if (missing) {
        const [, target = '', constraint = ''] = missing;
        return { ...problem_statement_blank(line), kind: 'root', target, constraint, outcome: 'could not be found' };
    }
    const [, target, rest = ''] = rootRequirement.exec(line) ?? [];
    if (target === undefined)
        return null;
    const starts = outcomeMarks.map((mark) => rest.indexOf(mark)).filter((index) => index >= 0);
    const start = starts.length > 0 ? Math.min(...starts) : rest.length;
    return {
        ...problem_statement_blank(line),
        kind: 'root',
        target: target.toLowerCase(),
        constraint: withoutExactMatch(rest.slice(0, start)),
        outcome: outcomeOf(rest.slice(start))
    };
}
/** What composer.json says of itself, e.g. in its section `conflict`. */
function ofOwn(line) {
    const [, name] = /^(\S+) is present at version \S+ and cannot be modified by Composer/.exec(line) ?? [];
    return name === undefined ? null : { ...problem_statement_blank(line), kind: 'own', package: name, target: name };
}
function ofLocked(line) {
    const [, target, constraint = ''] = locked.exec(line) ?? [];
    if (target === undefined)
        return null;
    const outcome = line.includes('was not loaded') || line.includes('rejected by') ? line : '';
    return { ...problem_statement_blank(line), kind: 'locked', target, constraint, outcome };
}
function ofOneOf(line) {
    const start = ['only one of these can be installed: ', 'Only one of these can be installed: ']
        .map((mark) => ({ mark, at: line.indexOf(mark) }))
        .find(({ at }) => at >= 0);
    const list = start
        ? line.slice(start.at + start.mark.length)
        : line.includes(' cannot be installed as that would')
            ? line
            : null;
    if (list === null)
        return null;
    return { ...problem_statement_blank(line), kind: 'one-of', target: list.split('[', 1)[0] ?? '' };
}
function ofLink(line, kind) {
    const words = kind === 'requires' ? [' requires ', ' require '] : [' conflicts with ', ' conflict with '];
    const word = words.find((candidate) => line.includes(candidate));
    if (word === undefined)
        return null;
    const at = line.indexOf(word);
    const [, name] = /^([a-z0-9_][a-z0-9_.-]*(?:\/[a-z0-9_.-]+)?)[ [(]/i.exec(line.slice(0, at + 1)) ?? [];
    const rest = line.slice(at + word.length);
    const [target = '', ...constraint] = (rest.split(' -> ', 1)[0] ?? '').split(' ');
    if (name === undefined || target === '')
        return null;
    const arrow = rest.indexOf(' -> ');
    return {
        ...problem_statement_blank(line),
        kind,
        package: name,
        target: target.toLowerCase(),
        constraint: constraint.join(' ').replace(/\.$/, ''),
        outcome: arrow < 0 ? '' : outcomeOf(rest.slice(arrow))
    };
}
/** "1.0 (exact version match: 1.0 or 1.0.0.0)" is 1.0. */
function withoutExactMatch(constraint) {
    return (constraint.split(' (exact version match', 1)[0] ?? '').trim();
}
function outcomeOf(text) {
    const outcome = text.replace(/^(?: -> |, )/, '').trim();
    return outcome.startsWith('satisfiable by ') || outcome.startsWith('is satisfiable by ') ? '' : outcome;
}
function problem_statement_blank(line) {
    return { kind: 'other', text: problem_statement_shortened(line), package: '', target: '', constraint: '', outcome: '' };
}
const advice = / (?:See https:\/\/getcomposer|Go to https:\/\/packagist|Review the advisory details|To ignore |Make sure you |Install or enable PHP's |Read <https).*$/;
/** One statement as it is shown: what it leads to and Composer's own advice are left out. */
function problem_statement_shortened(line) {
    const text = (0,redact_evidence/* redactEvidence */.H)(line.split(' -> satisfiable by ', 1)[0] ?? '')
        .replace(advice, '')
        .replace(/^Root composer\.json/, 'composer.json')
        .replace(/\[([^\],[]{1,80}), \.\.\., ([^\][]{1,200})\]/g, ' $1 to $2')
        .replace(/\.$/, '');
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/composer-problems-of.js


const composer_problems_of_longest = 4000;
const composer_problems_of_most = 500;
/** The problems that Composer numbers in its output, each as its statements. Takes time in proportion to the text. */
function composerProblemsOf(text) {
    const problems = [];
    let inside = false;
    for (const line of text.split('\n')) {
        if (/^\s{0,20}Problem [0-9]{1,6}\s{0,20}$/.test(line)) {
            problems.push([]);
            inside = true;
        }
        // After the problems Composer gives advice, with lists of its own.
        if (/^\S/.test(line))
            inside = false;
        const [, indent] = /^(\s{2,20}- )\S/.exec(line) ?? [];
        const last = problems.at(-1);
        if (indent !== undefined && inside && last !== undefined && last.length < composer_problems_of_most)
            last.push(problemStatement(boundedLine(line.slice(indent.length).trimEnd())));
    }
    return problems.filter((statements) => statements.length > 0);
}
/** A line of which the middle is left out, without what is secret in it, if it is very long. */
function boundedLine(line) {
    if (line.length <= composer_problems_of_longest)
        return line;
    const safe = (0,redact_evidence/* redactEvidence */.H)(line);
    return safe.length <= composer_problems_of_longest ? safe : `${safe.slice(0, composer_problems_of_longest - 1000)} … ${safe.slice(-1000)}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-problems.js

const failures = [
    [/Allowed memory size|Out of memory/i, 'composer-crashed'],
    // What a script prints is not Composer's word.
    [/^[ \t]{0,8}Script .{1,300} (?:handling the .{1,100} event )?returned with error code/m, 'composer-crashed'],
    [
        /HTTP(?:\/[0-9.]+)? ?(?:401|403)\b|required authentication|invalid credentials|Could not authenticate against/i,
        'composer-credentials'
    ],
    // git and ssh, for packages that come from repositories of sources.
    [
        /Permission denied \((?:publickey|password|keyboard-interactive|gssapi)|Host key verification failed|could not read (?:Username|Password) for|Authentication failed for|(?:ERROR: |remote: )(?:Repository not found|The project you were looking for could not be found)/i,
        'composer-credentials'
    ],
    [
        /blocked by your allow-plugins config|affected by security advisories|blocked by security|Higher matching version .* was found|configuration does not allow connections to|Found [0-9]+ (?:security vulnerability advisor|abandoned package|filtered package)/i,
        'composer-policy'
    ],
    [
        /could not be (?:fully )?(?:down)?loaded|could not be accessed|curl error|getaddrinfo|Connection (?:refused|reset|timed out|closed)|HTTP(?:\/[0-9.]+)? ?(?:404|407|408|425|429|5[0-9]{2})\b|Failed to open stream|Could not resolve host|ssh: connect to host|"https?:[^" ]{1,2000}" does not contain valid JSON|Content-Length mismatch|failed checksum|(?:invalid or )?corrupt(?:ed)? (?:zip|archive)|not a zip archive|cannot find zipfile directory/i,
        'composer-network'
    ],
    // The repository hides the product from keys that are not entitled to it.
    [
        /requires magento\/(?:product-|magento-cloud-|composer-root-).*(?:could not be found in any version|in the lock file but not in remote)/i,
        'composer-credentials'
    ],
    [/could not be resolved to an installable set of packages/i, 'unsatisfiable']
];
/** Whether Composer's words tell of a server that may answer when it is asked again: overloaded, or a line that broke. */
function composer_problems_mayPass(text, exitCode) {
    if (classifyComposerFailure(text, exitCode) !== 'composer-network')
        return false;
    return /HTTP(?:\/[0-9.]+)? ?(?:408|425|429|500|502|503|504)\b|Content-Length mismatch|Connection reset|HTTP request failed!|curl error (?:18|52|55|56)\b/.test(text);
}
const composer_problems_longestLine = 400;
/** The line of Composer's output that says why, without credentials in its addresses; null where none is known. */
function decisiveLine(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim().slice(0, composer_problems_longestLine));
    for (const [pattern, kind] of failures) {
        const line = kind === 'unsatisfiable' ? undefined : lines.find((candidate) => pattern.test(candidate));
        if (line !== undefined)
            return line.replace(/:\/\/[^\s/@'"]{0,300}@/g, '://');
    }
    return null;
}
/** What kind of failure Composer's output and exit code tell of. */
function classifyComposerFailure(text, exitCode) {
    const bounded = text.split('\n').map(boundedLine).join('\n');
    const found = failures.find(([pattern]) => pattern.test(bounded));
    if (found)
        return found[1];
    // Composer's own codes: 2 no solution, 100 transport.
    if (exitCode === 2)
        return 'unsatisfiable';
    return exitCode === 100 ? 'composer-network' : 'composer-crashed';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/git-access.js

// How git reaches other hosts: other addresses, keys, helpers, headers and certificates. Nothing else of the user's.
const wanted = String.raw `^(url\..*\.insteadof|core\.sshcommand|credential\..*|http\..*)$`;
const places = ['HOME', 'XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
const numbered = /^GIT_CONFIG_(?:COUNT|PARAMETERS|(?:KEY|VALUE)_\d{1,4})$/;
/**
 * The part of the user's git configuration (files, and GIT_CONFIG_COUNT and its kin) that leads to private repositories,
 * as the text of a configuration file for the git that Composer starts: its home folder is another one. '' where there
 * is none.
 */
async function composerGitConfig(run, environment, folder) {
    const names = [...places, ...Object.keys(environment).filter((name) => numbered.test(name))];
    const env = childEnvironment(environment, { GIT_CEILING_DIRECTORIES: folder }, names);
    const result = await run(['git', 'config', '--null', '--get-regexp', wanted], { env, cwd: folder });
    const entries = result.exitCode === 0 ? result.stdout.split('\0').filter((entry) => entry !== '') : [];
    return entries.map((entry) => section(entry, environment['HOME'])).join('');
}
/** The variables by which a user gives git a key: an agent's socket, or a command with a key file. */
function composerSshVariables(environment) {
    const names = ['SSH_AUTH_SOCK', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT'];
    const set = names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : []));
    return Object.fromEntries(set.map(([name, value]) => [name, withHome(value, environment['HOME'])]));
}
/** One entry of `git config --null`, `section.sub.section.name`, a line break and the value, as a file has it. */
function section(entry, home) {
    const [, name = '', sub, key = '', value = 'true'] = /^([^.\n]+)\.(?:([^\n]*)\.)?([^.\n]+)(?:\n([\s\S]*))?$/.exec(entry) ?? [];
    const heading = sub === undefined ? name : `${name} "${sub.replaceAll(/["\\]/g, '\\$&')}"`;
    const text = key === 'sshcommand' ? withHome(value, home) : value;
    const quoted = text.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n');
    return `[${heading}]\n\t${key} = "${quoted}"\n`;
}
/** `~` and $HOME in a command mean the user's home, not the private one of Composer. */
function withHome(command, home = '') {
    if (!/^\/[\w@%+=:,./-]*$/.test(home))
        return command;
    return command.replaceAll(/(^|[\s="'])(?:~|\$HOME|\$\{HOME\})(?=\/)/g, (_, before) => `${before}${home}`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer.js





const composer_timeoutSeconds = 1800;
const composer_attempts = 3;
const noSecurityBlocking = 'COMPOSER_NO_SECURITY_BLOCKING';
/** `composer` whose world is an allow-list: no token, no MAGENTO_CLOUD_*, no configuration of the machine. */
function createComposer(run, options) {
    const env = composerEnvironment(options);
    const { isolation, home, guarded = { sealed: [], hidden: [] } } = options;
    const isolated = (argv, how, more = []) => {
        const writable = [...new Set([home, how.cwd, ...more].map(privateFolderOf))];
        return isolation === undefined ? run(argv, how) : isolation.run(argv, how, { writable, ...guarded });
    };
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
        run: async (folder, args, { composerFile, onLine, securityBlocking } = {}) => {
            const argv = ['composer', '--no-interaction', '--no-ansi', ...args];
            const how = {
                cwd: folder,
                env: {
                    ...env,
                    ...(composerFile !== undefined && { COMPOSER: composerFile }),
                    ...(securityBlocking === false && { [noSecurityBlocking]: '1' })
                },
                timeoutSeconds: composer_timeoutSeconds,
                ...(onLine && { onStderrLine: onLine })
            };
            const more = composerFile === undefined ? [] : [(0,external_node_path_.dirname)(composerFile)];
            for (let attempt = 1;; attempt += 1) {
                // Without plugins Composer's own code alone runs.
                const result = await (args.includes('--no-plugins') ? run(argv, how) : isolated(argv, how, more));
                const again = result.exitCode !== 0 && !result.timedOut && attempt < composer_attempts && composer_problems_mayPass(result.stderr, result.exitCode);
                if (!again || !(await options.beforeRetry?.(attempt)))
                    return result;
            }
        },
        php: (folder, args) => isolated(['php', ...args], { cwd: folder, env, timeoutSeconds: composer_timeoutSeconds })
    };
}
function composerEnvironment(options) {
    return {
        ...childEnvironment(options.environment, {}),
        // For the git that Composer starts for private repositories.
        ...composerSshVariables(options.environment),
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
        ...(!options.securityBlocking && { [noSecurityBlocking]: '1' })
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer-home.js
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
        if (!contents.gitConfig.isEmpty)
            await files.write(files.join(home, '.gitconfig'), contents.gitConfig.reveal(), { secret: true });
        const config = { config: { platform: contents.platform, 'platform-check': false, 'notify-on-install': false } };
        await files.write(files.join(home, 'config.json'), JSON.stringify(config));
        return await task(home);
    }
    finally {
        await files.remove(home);
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/refuse-vulnerable-composer.js






/**
 * Asks Composer for its version in a home without keys. Throws UpgradeError `preflight-failed` where it is known to
 * disclose them and that was not allowed; returns the warnings otherwise.
 */
function refuseVulnerableComposer({ options, context }, run) {
    const contents = { auth: null, gitConfig: new src_secret/* Secret */.z(''), platform: {} };
    return withComposerHome(files_files, contents, async (home) => {
        const composer = createComposer(run, { environment: context.environment, home, securityBlocking: true });
        const found = (await check_composer_checkComposer(composer, options)).filter(({ id }) => id === 'composer-vulnerable');
        const refusal = preflightError(found);
        if (refusal)
            throw refusal;
        return found;
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project-root.js



/** The absolute working directory. Throws UpgradeError `bad-input` where it does not exist. */
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
/**
 * The root of the repository that git works in. Throws UpgradeError `preflight-failed` outside of one, and for a
 * project in a folder of its repository: paths of the platform and of git would not be those of Composer.
 */
async function rootOf(git) {
    const { exitCode, stdout, stderr } = await git.run('rev-parse', '--show-toplevel');
    if (exitCode === 0) {
        const root = stdout.trim();
        const [own, top] = await Promise.all([git.folder, root].map((path) => files_files.realPath(path)));
        if (own === top)
            return root;
        throw inSubfolder(git.folder, root);
    }
    const outside = /not a git repository|must be run in a work tree/i.test(stderr);
    throw new src_errors/* UpgradeError */.f('preflight-failed', {
        message: outside
            ? `The folder ${git.folder} is in no git repository.`
            : `git fails in ${git.folder}: ${(0,redact_evidence/* redactEvidence */.H)(stderr.trim().split('\n').at(-1) ?? '')}`,
        unchanged: 'Nothing was changed.',
        next: 'Set working-directory to the root of the Cloud project, as git has cloned it.'
    });
}
function inSubfolder(folder, root) {
    return new src_errors/* UpgradeError */.f('preflight-failed', {
        message: `The working directory ${folder} is a folder of the repository ${root}, and not its root.`,
        unchanged: 'Nothing was changed.',
        next: 'Set working-directory to the root of the repository. A project that lies in a folder of its repository is not supported: upgrade it by hand.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/git.js



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
    return (0,redact_evidence/* redactEvidence */.H)(text.trim().split('\n').at(-1) ?? '');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/isolation/enter-script.js
/** What the script says, and the exit code, if the command was not started because the world could not be built. */
const enter_script_refusal = { text: 'magento-cloud-upgrade: the isolation could not be set up', exitCode: 97 };
/**
 * POSIX sh that builds the world of one command inside of fresh namespaces and starts it there. Its arguments: a folder
 * to work in; lists, one path a line, of folders that stay writable, of folders to hide, of files to hide, of folders
 * that must not change, of folders where everybody writes; `uid gid` to be in the end, or '' to stay; the command.
 *
 * Everything that is mounted becomes read-only, but for what is writable: what a plugin changes in the checkout's .git
 * or in this program would be run by us later, outside. A hidden folder is covered by an empty one, in which only
 * what is writable in it appears.
 */
const enterScript = `set -ef
trap 'status=$?; [ "$status" = 0 ] || { echo "${enter_script_refusal.text}" >&2; exit ${enter_script_refusal.exitCode}; }' EXIT
IFS='
'
stage=$1 writable=$2 hidden=$3 masked=$4 sealed=$5 common=$6 user=$7; shift 7
listed() { for one in $2; do [ "$1" != "$one" ] || return 0; done; return 1; }
below() { for one in $2; do case $1 in "$one"/*) return 0 ;; esac; done; return 1; }
for path in $common $sealed; do [ ! -d "$path" ] || mount --rbind "$path" "$path"; done
number=0
for folder in $hidden; do
  number=$((number + 1)) cover=$stage/$((number)); mkdir -p "$cover"; mount -t tmpfs -o mode=711 none "$cover"
  for path in $writable; do
    case $path in "$folder"/*) mkdir -p "$cover/\${path#"$folder"/}"; mount --bind "$path" "$cover/\${path#"$folder"/}" ;; esac
  done
done
for path in $masked; do [ ! -e "$path" ] || mount --bind /dev/null "$path"; done
number=0
for folder in $hidden; do number=$((number + 1)); mount --rbind "$stage/$number" "$folder"; done
while IFS=' ' read -r _ _ _ _ point flags _; do
  point=$(printf %b "$point")
  if ! listed "$point" "$sealed"; then
    case $point in /proc | /proc/* | /sys | /sys/* | /dev | /dev/*) continue ;; esac
    if listed "$point" "$writable" || listed "$point" "$common"; then continue; fi
    if below "$point" "$writable" || below "$point" "$common"; then continue; fi
  fi
  # Flags such as nosuid may not be dropped.
  mount -o "remount,bind,ro\${flags#r[wo]}" "$point" 2>/dev/null || :
done <<MOUNTS
$(cat /proc/self/mountinfo)
MOUNTS
# The folder that we stand in is another one now.
cd "$(pwd)"
for path in $sealed; do [ ! -w "$path" ]; done
for path in $writable; do [ -w "$path" ]; done
# The processes that are seen are those of this namespace alone.
IFS=' ' read -r self _ </proc/self/stat; [ "$self" = $$ ]
# Nothing may be mounted or gained any more: as the user in a further namespace, or as a root without capabilities.
if [ -n "$user" ]; then
  set -- unshare --user --map-user="\${user% *}" --map-group="\${user#* }" -- setpriv --no-new-privs -- "$@"
else
  set -- setpriv --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"
fi
trap - EXIT
set +e
# Not by exec: the first process of a namespace takes no polite request to end, and collects what others leave.
"$@"
exit $?
`;

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/isolation/hidden-places.js




const sockets = [
    '/run/docker.sock',
    '/var/run/docker.sock',
    '/run/podman/podman.sock',
    '/run/containerd/containerd.sock'
];
/** The places of this machine and this run as they are now. */
function hiddenPlaces(world) {
    const parents = [...new Set([temporaryFolder(), (0,external_node_os_.tmpdir)()])];
    const private_ = parents.flatMap((parent) => entries(parent, /^magento-cloud-upgrade-/));
    const runner = process.env['RUNNER_TEMP'] ?? '';
    const home = process.env['HOME'] ?? '';
    const others = [
        // Where later steps take their environment and PATH from.
        ...(runner === '' ? [] : [(0,external_node_path_.join)(runner, '_runner_file_commands')]),
        ...(home === '' ? [] : [(0,external_node_path_.join)(home, '.magento-cloud')]),
        // The user's services, which start programs outside.
        `/run/user/${process.getuid?.() ?? 0}`,
        ...world.hidden
    ];
    const hidden = [...others, ...private_].map((path) => (0,external_node_path_.resolve)(path)).filter((path) => (0,external_node_fs_.existsSync)(path));
    const uncovered = (path) => !hidden.some((other) => path.startsWith(`${other}/`));
    return {
        hidden: hidden.filter((path) => uncovered(path) && !world.writable.includes(path)),
        masked: [...sockets, ...(runner === '' ? [] : entries(runner, /^git-credentials-/))].filter((path) => (0,external_node_fs_.existsSync)(path)),
        sealed: [...world.sealed, (0,external_node_path_.join)(process.argv[1] ?? '/', '..')].filter((path) => (0,external_node_fs_.existsSync)(path)),
        common: [...new Set(['/tmp', '/var/tmp', (0,external_node_os_.tmpdir)()])].filter((path) => (0,external_node_fs_.existsSync)(path))
    };
}
function entries(folder, name) {
    if (!(0,external_node_fs_.existsSync)(folder))
        return [];
    return (0,external_node_fs_.readdirSync)(folder)
        .filter((entry) => name.test(entry))
        .map((entry) => (0,external_node_path_.join)(folder, entry));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/isolation.js



const namespaces = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
/** An {@link Isolation} that finds out by itself, at its first command, which way this machine allows. */
function createIsolation(run, onMissing) {
    let found = null;
    const plain = (argv, options) => run(argv, options);
    return {
        run: async (argv, options, world) => {
            const stage = await makePrivateFolder('stage');
            try {
                const places = hiddenPlaces(world);
                const wrap = (way, command) => wrapped(way, { ...world, ...places, stage }, command);
                found ??= firstWay(run, options, wrap).then((way) => {
                    if (way === null)
                        onMissing('this machine allows neither user namespaces nor sudo without a password');
                    return way;
                });
                const way = await found;
                if (way === null)
                    return await plain(argv, options);
                const result = await run(wrap(way, argv), options);
                if (result.exitCode !== enter_script_refusal.exitCode || !result.stderr.includes(enter_script_refusal.text))
                    return result;
                found = Promise.resolve(null);
                onMissing('its namespaces could not be set up');
                return await plain(argv, options);
            }
            finally {
                await removePrivateFolder(stage);
            }
        }
    };
}
function wrapped({ before, unshare, user }, { stage, writable, hidden, masked, sealed, common }, command) {
    // The folder that the covers are made in is covered last.
    const ours = (path) => stage.startsWith(`${path}/`);
    const inOrder = [...hidden.filter((path) => !ours(path)), ...hidden.filter(ours)];
    const lists = [writable, inOrder, masked, sealed, common].map((list) => list.join('\n'));
    const enter = ['/bin/sh', '-c', enterScript, 'enter', stage, ...lists, user, ...command];
    return [...before, ...unshare, ...enter];
}
/** The first way in which a command starts and gets its environment, or null. */
async function firstWay(run, options, wrap) {
    for (const way of waysOfThisMachine(options.env)) {
        const { exitCode, stdout } = await run(wrap(way, ['/bin/sh', '-c', 'printf %s "$MCU_PROBE"']), {
            env: { ...options.env, MCU_PROBE: 'here' },
            timeoutSeconds: 20,
            ...(options.cwd !== undefined && { cwd: options.cwd })
        });
        if (exitCode === 0 && stdout === 'here')
            return way;
    }
    return null;
}
function waysOfThisMachine(env) {
    const [uid, gid] = [process.getuid?.() ?? -1, process.getgid?.() ?? -1];
    const byUser = ['unshare', '--user', '--map-root-user', ...namespaces];
    const as = `${uid} ${gid}`;
    if (uid === 0)
        return [
            { before: [], unshare: byUser, user: '' },
            { before: [], unshare: ['unshare', ...namespaces], user: '' }
        ];
    // Ubuntu 24.04 lets only privileged processes make a namespace in which they may do anything. sudo changes PATH.
    const kept = ['PATH', 'HOME', 'TMPDIR'].flatMap((name) => typeof env[name] === 'string' ? [`${name}=${env[name]}`] : []);
    const become = ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--init-groups'];
    const capable = [...become, '--inh-caps=+sys_admin', '--ambient-caps=+sys_admin', '--'];
    const bySudo = ['sudo', '-n', '-E', '--', '/usr/bin/env', ...kept, ...capable];
    return [
        { before: [], unshare: byUser, user: as },
        { before: [], unshare: byUser, user: '' },
        { before: bySudo, unshare: byUser, user: as },
        { before: bySudo, unshare: byUser, user: '' }
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/work-tree.js




/**
 * Runs `task` in a linked work tree of `commit` and removes it afterwards, whatever happens. The upgrade is made
 * there, so that the developer's own files are not touched before the commit exists, not even by a kill. Hooks for a
 * checkout are the developer's and do not run. Throws UpgradeError `preflight-failed` where the files cannot be had.
 */
async function withWorkTree(git, commit, task) {
    const parent = await makePrivateFolder('tree');
    const folder = (0,external_node_path_.join)(parent, 'checkout');
    try {
        await git.read('worktree', 'prune');
        const added = await git.run('-c', 'core.hooksPath=/dev/null', 
        // What a submodule holds is taken from this machine alone, see check-out-submodules.
        '-c', 'submodule.recurse=false', 'worktree', 'add', '--quiet', '--detach', folder, commit);
        if (added.exitCode !== 0)
            throw notCheckedOut(commit, added.stderr);
        return await task(git.in(folder));
    }
    finally {
        await removePrivateFolder(parent);
        await git.finish('worktree', 'prune');
    }
}
function notCheckedOut(commit, stderr) {
    const filter = /smudge filter '?([\w.-]+)'? failed/.exec(stderr)?.[1];
    const lfs = filter === 'lfs' || stderr.includes('git-lfs');
    const words = filter ? `its filter ${filter} failed` : (0,redact_evidence/* redactEvidence */.H)(stderr.trim().split('\n').at(-1) ?? '');
    return new src_errors/* UpgradeError */.f('preflight-failed', {
        message: `The files of ${commit.slice(0, 12)} cannot be checked out: ${words}.`,
        unchanged: 'The checkout, the branch and the environment are as they were.',
        next: lfs
            ? 'Install git-lfs (with lfs: true for actions/checkout where its files are needed), then run again.'
            : 'Read the details, and see that git checkout works for this commit on this machine.',
        details: stderr.trim()
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/open-project.js


























/** Opens the project for `task` and removes every scratch file afterwards, however it ends. */
async function open_project_withProject(telling, branchName, task) {
    const { options, context, facts, learnCommitted } = telling;
    const folder = await workingDirectory(options.workingDirectory);
    const run = createRunCommand(context.signal, context.redact);
    const git = createGit(run, context.environment, folder);
    const { stdout: ownConfig } = await git.run('config', '--get-regexp', String.raw `^(remote\..*url|http\..*extraheader)$`);
    learnCommitted([...(0,url_credentials/* urlCredentials */.O4)(ownConfig), ...(0,url_credentials/* headerSecrets */.n3)(ownConfig)]);
    const root = await rootOf(git);
    const { branch, base, warnings } = await open_project_start({ options, context }, git, branchName);
    const composerProblems = await refuseVulnerableComposer({ options, context }, run);
    return withWorkTree(createGit(run, context.environment, root), base, async (scratch) => {
        const checkout = await readCheckout(files_files, scratch.folder);
        const composerProject = readComposerProject(checkout.composerJson, checkout.composerLock);
        await checkOutSubmodules({ git: git.in(root), scratch, files: files_files }, checkout);
        const { auth, origins, problems } = await credentials(telling, folder, {
            scratch,
            checkout,
            project: composerProject
        });
        const { extensions } = readCloudApp(checkout.appYaml);
        const { php } = planRuntime(checkout.appYaml, likelyVersion(options.target, composerProject.product.version), options.updateAppConfig);
        const gitConfig = await composerGitConfig(run, context.environment, files_files.resolve('/'));
        learnCommitted([...(0,url_credentials/* urlCredentials */.O4)(gitConfig), ...(0,url_credentials/* headerSecrets */.n3)(gitConfig)]);
        const home = {
            auth: new src_secret/* Secret */.z(JSON.stringify(auth)),
            gitConfig: new src_secret/* Secret */.z(gitConfig),
            platform: composerPlatform(php, extensions)
        };
        const tools = {
            fetch: createFetch(context.environment),
            clock: createClock(context.signal),
            logger: context.logger
        };
        return withComposerHome(files_files, home, (composerHome) => {
            const composer = createComposer(run, {
                environment: context.environment,
                home: composerHome,
                securityBlocking: options.securityBlocking,
                beforeRetry: (attempt) => awaitRepositories(tools, composerProject.repositories, { auth, origins }, attempt),
                isolation: createIsolation(run, (why) => {
                    facts.warnings = [...facts.warnings, exposed(why)];
                    context.logger.warn(exposed(why).message);
                }),
                guarded: {
                    sealed: [root],
                    hidden: [options.backupDirectory].filter((path) => path !== '').map((path) => files_files.resolve(path))
                }
            });
            return task({
                git,
                scratch,
                checkout,
                composerProject,
                composer,
                auth,
                origins,
                problems: [...warnings, ...problems],
                composerProblems,
                base,
                branch
            });
        });
    });
}
/** Where the upgrade starts; what else is wrong with the checkout is told with what keeps it from starting. */
async function open_project_start({ options, context }, git, branch) {
    const pushes = options.push && !options.dryRun;
    const found = await findStart(git, { branch, remote: options.remote, pushes, expectedTip: context.expectedTip });
    if ('base' in found)
        return found;
    const others = await checkGit({ git, files: files_files }, { ...options, branch, push: false });
    throw preflightError([found, ...others]) ?? new Error(found.message);
}
/** That Composer's plugins and scripts had to run as any other program of this user. */
function exposed(why) {
    return {
        id: 'plugins-not-isolated',
        severity: 'warning',
        message: `Composer's plugins and scripts ran with all that this user may read, the tokens of this run included: ${why}.`,
        fix: 'Run on a machine with util-linux and user namespaces (or sudo without a password), or upgrade in a job that has no tokens.'
    };
}
/** The credentials for Composer; what the project and this machine hold of them is redacted from the moment of reading. */
async function credentials({ options, context, learn, learnCommitted }, folder, { scratch, checkout, project }) {
    const authJson = await files_files.read(files_files.join(folder, 'auth.json'));
    learn(authJson ?? (await files_files.read(files_files.join(scratch.folder, 'auth.json'))) ?? '');
    for (const text of [checkout.composerJson, checkout.composerLock])
        learnCommitted((0,url_credentials/* urlCredentials */.O4)(text));
    return collectComposerKeys({ scratch, files: files_files }, {
        username: options.composerUsername.reveal(),
        password: options.composerPassword.reveal(),
        host: options.composerHost,
        input: options.composerAuth.reveal(),
        environment: context.environment['COMPOSER_AUTH'] ?? '',
        authJson,
        checkout,
        project
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/github-repository.js
/** The repository that a remote URL names, over https or ssh, or null for anything else. */
function githubRepository(url) {
    const match = /^(?:https?:\/\/(?:[^@/]+@)?[^/]+\/|ssh:\/\/[^/]+\/|[^@/]+@[^:/]+:)([^/]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.trim());
    const [, owner, repo] = match ?? [];
    return owner !== undefined && repo !== undefined ? { owner, repo } : null;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/render/markdown.js
var markdown = __webpack_require__(2078);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/package-changes.js
var package_changes = __webpack_require__(3955);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/plan-notes.js
var plan_notes = __webpack_require__(3280);
;// CONCATENATED MODULE: ./.tmp/compiled/src/render-plan.js



/** A plan as Markdown for a pull request: versions, what to do and to look at before merging, what comes along. */
function renderPlan(plan) {
    const moved = plan.packageChanges.filter(({ thirdParty }) => thirdParty);
    // Extensions are a table of their own.
    const notes = plan.notes.filter(({ id }) => id !== 'extension-moves');
    const lines = (level) => (0,plan_notes/* groupNotes */.t)(notes.filter((note) => note.level === level)).flatMap(({ notes: found }) => found.map(({ message, fix }) => `- ${level === 'information' ? '' : '[ ] '}${(0,markdown/* inline */.mG)(`${message} ${fix}`)}`));
    return [
        `**${(0,markdown/* inline */.mG)(plan.fromVersion)} → ${(0,markdown/* inline */.mG)(plan.toVersion)}**, ${plan.packageChanges.length} packages change.`,
        ...render_plan_section('Before you merge', lines('before')),
        ...render_plan_section('Look at it', lines('look')),
        ...render_plan_section('Extensions that move along: test them', render_plan_table(moved)),
        ...render_plan_section('For information', lines('information')),
        ...(0,markdown/* folded */.TM)(`All packages: ${(0,package_changes/* countChanges */.x)(plan)}`, allPackages(plan))
    ].join('\n');
}
function allPackages(plan) {
    const shown = (0,package_changes/* groupChanges */.t)(plan).flatMap(({ changes }) => changes);
    const more = shown.length - render_plan_most;
    return [...render_plan_table(shown.slice(0, render_plan_most)), ...(more > 0 ? ['', `${more} more are in the report.`] : [])];
}
// GitHub refuses descriptions of more than 65,536 characters.
const render_plan_most = 300;
function render_plan_table(changes) {
    const rows = changes.map(({ name, from, to }) => `| ${(0,markdown/* inline */.mG)(name)} | ${(0,markdown/* inline */.mG)(from ?? 'new')} | ${(0,markdown/* inline */.mG)(to ?? 'removed')} |`);
    return rows.length > 0 ? ['| package | from | to |', '|---|---|---|', ...rows] : [];
}
function render_plan_section(title, lines) {
    return lines.length > 0 ? ['', `### ${title}`, '', ...lines] : [];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/github.js



/** A client with one token; the library behind it is loaded when it is first needed, since that takes a while. */
function createGitHub({ token, apiUrl, fetch: send = fetch, redact = (0,src_redact/* createRedact */.a)([token]) }) {
    const answer = (ask) => answerOf(ask, redact);
    const open = async () => {
        const { getOctokit } = await __webpack_require__.e(/* import() */ 157).then(__webpack_require__.bind(__webpack_require__, 157));
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
 * What an error of the library says that GitHub said; status null where it never answered. `redact` hides the run's
 * secrets before the text is cut.
 */
function githubSays(error, redact) {
    const { status, message, response } = error;
    const accepted = response?.headers?.['x-accepted-github-permissions'] ?? '';
    // The library gives a request that nobody answered the status 500, without a response.
    return {
        status: response ? (status ?? null) : null,
        message: shorten((0,redact_evidence/* redactEvidence */.H)(redact(message ?? String(error))), 800),
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/open-pull-request.js





/** Opens the pull request of `branch`, or brings the one that is open up to date. */
async function openPullRequest({ options, context }, project, branch, plan) {
    const { environment, logger } = context;
    const repository = await repositoryOfPullRequest({ options, context }, project.git);
    if (repository === null)
        throw unopened(branch, 'bad-input', `the remote ${options.remote} is no GitHub repository`);
    const github = createGitHub({
        token: options.githubToken,
        apiUrl: environment['GITHUB_API_URL'] ?? 'https://api.github.com',
        fetch: createFetch(environment),
        redact: context.redact
    });
    const title = `Upgrade Adobe Commerce from ${plan.fromVersion} to ${plan.toVersion}`;
    const input = { ...repository, head: branch, base: project.branch, title, body: renderPlan(plan) };
    const { created, url: address } = await github.upsertPullRequest(input).catch((error) => {
        const { status, message } = githubSays(error, context.redact);
        throw unopened(branch, status === null || status >= 500 || status === 429 ? 'retry-later' : 'push-rejected', message);
    });
    logger.info(`${created ? 'Opened' : 'Updated'} the pull request ${address}`);
}
/** The repository of the pull request: that of the workflow, else that of the remote; null for no GitHub repository. */
async function repositoryOfPullRequest({ options, context }, git) {
    const [owner, repo] = context.environment['GITHUB_REPOSITORY']?.split('/') ?? [];
    if (owner && repo)
        return { owner, repo };
    return githubRepository((await git.run('remote', 'get-url', options.remote)).stdout);
}
function unopened(branch, code, why) {
    return new src_errors/* UpgradeError */.f(code, {
        message: `The branch ${branch} was pushed, but its pull request could not be opened: ${why}.`,
        unchanged: 'Apart from that branch nothing was changed; nothing is deployed.',
        next: 'Open it by hand, or put right what is named and run again: the branch is used as it is.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-credentials.js

/** Ids of the problems that a repository's answer makes; where Composer itself could read it, they are none. */
const repositoryProblemIds = ['composer-credentials', 'composer-network'];
/**
 * Problems with the repositories: keys that are missing or not accepted, or no answer. Keys are never shown. Nothing is
 * said where it is not known how Composer would introduce itself.
 */
async function checkCredentials(probe, repositories, keys) {
    const found = repositories.map(async (repository) => {
        const login = repositoryLogin(repository, keys);
        if (login === null)
            return [];
        const problem = check_credentials_explain(repository.host, login.source, await probe(repository.url, login.headers));
        return problem === null ? [] : [problem];
    });
    return (await Promise.all(found)).flat();
}
const provide = 'Give composer-username and composer-password (the public and private key of the Marketplace account), COMPOSER_AUTH, or an auth.json in the project root.';
const check_credentials_network = 'Check the network, proxy and certificates of this machine, then run again.';
function check_credentials_explain(host, source, { status, failure }) {
    const refused = (message, fix) => check_credentials_problem('composer-credentials', message, fix);
    const unread = (message) => check_credentials_problem('composer-network', message, check_credentials_network);
    if (status === null)
        return unread(`${host} cannot be reached: ${failure ?? 'no reason given'}.`);
    if (status === 200)
        return failure === null ? null : unread(`${host} is of no use: ${failure}.`);
    // Where it leads, Composer may have other credentials.
    if (status >= 300 && status < 400)
        return null;
    switch (status) {
        case 401:
            return source === null
                ? refused(`${host} wants keys, and there are none for it.`, provide)
                : refused(`${host} does not accept the keys (401) of ${source}.`, 'Check that the public key is the user name and the private key the password, and that the pair was not revoked.');
        case 403:
            return refused(`${host} ${source === null ? '' : 'knows the keys but '}refuses access (403).`, 'Check that the account is entitled to Adobe Commerce, and that this machine is not blocked.');
        case 404:
            return refused(`${host} answers 404: it has no packages for these keys.`, 'Check that the keys belong to the account with the Adobe Commerce licence; the repository hides what an account may not see.');
        default:
            return unread(`${host} cannot be reached: HTTP ${status}.`);
    }
}
function check_credentials_problem(id, message, fix) {
    return { id, severity: 'error', message, fix };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-disk.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-platform.js



/** Problems with the Cloud project and environment; sets ADMIN_EMAIL where that was asked for. */
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
            : `Run ${switchOn(status)} ${status === 'paused' ? '-e ' : ''}${id}.`
    };
}
/** A warning where pushes are only staged. Older platforms do not know the setting: there every push deploys. */
async function checkDeploymentType(cloud, id) {
    const settings = await cloud.api(`/environments/${encodeURIComponent(id)}/settings`).catch((error) => {
        if (error instanceof src_errors/* UpgradeError */.f && error.code !== 'interrupted')
            return null;
        throw error;
    });
    if (!deploysByHand(settings))
        return [];
    const message = `The environment ${id} deploys by hand only (deployment type manual): what is pushed is staged, not live.`;
    const fix = `After the push: magento-cloud environment:deploy -e ${id}; or before it: magento-cloud environment:deploy:type automatic -e ${id}, which deploys at once what is staged there.`;
    return [{ id: 'environment-manual', severity: 'warning', message, fix }];
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-ssh.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-tools.js

/** Problems with PHP, Composer, git and magento-cloud on this machine. */
async function checkTools(tools, input) {
    const checks = [
        check_composer_checkComposer(tools.composer, input),
        checkGitVersion(tools.git),
        checkCloud(tools.cloud),
        check_tools_checkSsh(tools)
    ];
    return (await Promise.all(checks)).flat();
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/check-preflight.js






/** Finds every problem at once, errors first. Changes nothing but ADMIN_EMAIL, where that was asked for. */
async function checkPreflight(tools, input) {
    const { cloud } = tools;
    const checks = [
        checkTools(tools, input),
        checkGit(tools, input),
        checkCredentials(tools.probe, input.repositories, input),
        checkDisk(tools.files, input.scratch, input.install === 'full' ? 'full' : 'fast')
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-pull-request.js
/**
 * Problems that would keep the pull request from being opened, before anything is pushed for it. GitHub is asked by a
 * request for a pull request of the branch into itself, which it refuses in any case: for the token (403), for the
 * setting of Actions (403), or, where neither stands in the way, for having no commits (422).
 */
async function checkPullRequest(github, { repository, remote, base, hasToken }) {
    const name = repository ? `${repository.owner}/${repository.repo}` : '';
    if (repository === null) {
        const message = `The remote ${remote} is no GitHub repository, so there can be no pull request.`;
        return [check_pull_request_problem('pull-request-remote', message, 'Set GITHUB_REPOSITORY to OWNER/NAME, or pull-request: false.')];
    }
    if (!hasToken)
        return [secret('pull-request: true needs a github-token, and there is none.', give)];
    const seen = await github.askRepository(repository);
    if (seen.status !== 200)
        return [ofRepository(name, seen)];
    if (seen.archived)
        return [check_pull_request_problem('pull-request-archived', `${name} is archived, so it is read-only.`, 'Take it out of the archive.')];
    return ofPullRequest(name, await github.askPullRequest({ ...repository, base }));
}
const give = 'Give github-token: ${{ github.token }}, and the job permissions: contents: write and pull-requests: write.';
function ofRepository(name, { status, message }) {
    if (status === 401)
        return secret('GitHub does not accept the github-token (401): it is wrong, expired or revoked.', give);
    if (status === 404)
        return secret(`The github-token may not see ${name} (404).`, `Use a token for ${name}. ${give}`);
    if (status === 403)
        return secret(`GitHub refuses the github-token for ${name}: ${message}`, give);
    return unreachable(status, message);
}
function ofPullRequest(name, { status, message, accepted }) {
    if (/not permitted to create or approve pull requests/i.test(message)) {
        return [
            secret(`GitHub Actions may not create pull requests in ${name}.`, 'Switch on "Allow GitHub Actions to create and approve pull requests" in Settings, Actions, General (of the organization first), or use the token of an App.')
        ];
    }
    if (status === 422)
        return [];
    if (status === 401 || status === 403 || status === 404) {
        const missing = accepted.replaceAll('_', '-').replaceAll('=', ': ') || 'pull-requests: write';
        return [secret(`The github-token may not open pull requests in ${name}: it lacks ${missing} (${message}).`, give)];
    }
    return [unreachable(status, message)];
}
function unreachable(status, message) {
    const told = status === null ? message : `${status} ${message}`;
    return check_pull_request_problem('pull-request-github', `GitHub does not answer as it should: ${told}`, 'Run again in some minutes; see githubstatus.com.');
}
function secret(message, fix) {
    return check_pull_request_problem('github-token-bad-secret', message, fix);
}
function check_pull_request_problem(id, message, fix) {
    return { id, severity: 'error', message, fix };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-config-problems.js
/** What composer.json's `config` section has that no upgrade can be made with. */
function composerConfigProblems(config) {
    return [...(config['lock'] === false ? [lockOff] : []), ...vendorProblems(config['vendor-dir'])];
}
const lockOff = {
    id: 'composer-lock-off',
    severity: 'error',
    message: 'composer.json sets config.lock to false, so Composer writes no composer.lock.',
    fix: 'Run composer config --unset lock and commit composer.json.'
};
// The hooks of the platform call ./vendor/bin/ece-tools, and the maps of base packages name vendor/.
function vendorProblems(folder) {
    if (typeof folder !== 'string' || /^(?:\$BASE_DIR\/|\.\/)?vendor\/?$/.test(folder))
        return [];
    return [
        {
            id: 'composer-vendor-dir',
            severity: 'error',
            message: `composer.json sets config.vendor-dir to ${folder}; the hooks of the platform and the base packages want vendor.`,
            fix: 'Run composer config --unset vendor-dir and commit composer.json.'
        }
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-migrations.js


const composer_migrations_rootUpdatePlugin = 'magento/composer-root-update-plugin';
const generatedPath = ['autoload', 'psr-0', ''];
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
        description: `${composer_migrations_rootUpdatePlugin} 2 is required`,
        apply: (text, { to }) => (isFrom(to, '2.4.4') ? requireRootUpdatePlugin(text, to) : text)
    },
    {
        id: 'laminas-di',
        description: 'laminas/laminas-di is required as in the template of 2.4.4, and in no other line',
        apply: laminasDi
    },
    {
        id: 'psr-0-list',
        description: 'autoload.psr-0 finds generated code below generated/code',
        apply: (text, { to }) => isFrom(to, '2.2.6') && valueAt(text, generatedPath) === 'app/code/'
            ? setAt(text, generatedPath, ['app/code/', 'generated/code/'])
            : text
    },
    {
        id: 'framework-autoload',
        description: 'autoload.psr-4 leaves the framework to its own package, as config.use-include-path is gone',
        apply: (text, { from, to }) => isFrom(to, '2.3.0') && !isFrom(from, '2.3.0')
            ? removeAt(removeAt(text, ['autoload', 'psr-4', 'Magento\\Framework\\']), ['config', 'use-include-path'])
            : text
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
// The ~1.1 of the template of 2.4.3 keeps the project from every newer metapackage that has release 2 in its lock.
function requireRootUpdatePlugin(text, to) {
    const path = ['require', composer_migrations_rootUpdatePlugin];
    const present = valueAt(text, path);
    const old = present === undefined || (typeof present === 'string' && /^[~^=]?\s*v?[01](?:\.|$)/.test(present.trim()));
    return old ? setAt(text, path, isFrom(to, '2.4.6') ? '^2.0.3' : '^2.0.2') : text;
}
// Only the template's own requirement: another one is the project's decision, and Composer says where it blocks.
function laminasDi(text, { from, to }) {
    const path = ['require', 'laminas/laminas-di'];
    const present = valueAt(text, path);
    if (isFrom(to, '2.4.5'))
        return present === '~3.3.0' ? removeAt(text, path) : text;
    return isFrom(to, '2.4.4') && !isFrom(from, '2.4.4') ? putMissing(text, path, '~3.3.0') : text;
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/allowed-plugins.js

const allowed_plugins_section = schemas/* looseObject */._H3({
    config: schemas/* looseObject */._H3({ 'allow-plugins': schemas/* unknown */.L5J().optional() }).catch({}).optional()
});
/**
 * The Composer plugins among these packages that `config.allow-plugins` lets run: the first pattern that fits decides,
 * as in Composer. Without the section none is allowed.
 */
function allowedPlugins(composerJsonText, packages) {
    const rules = allowed_plugins_section.parse(JSON.parse(composerJsonText.replace(/^\uFEFF/, ''))).config?.['allow-plugins'];
    const plugins = packages.filter(({ type }) => type === 'composer-plugin' || type === 'composer-installer');
    if (typeof rules === 'boolean')
        return rules ? plugins : [];
    const patterns = Object.entries((rules ?? {})).map(([pattern, allowed]) => [packagePattern(pattern), allowed === true]);
    return plugins.filter(({ name }) => patterns.find(([pattern]) => pattern.test(name))?.[1] === true);
}
/** The pattern of package names that Composer makes of `vendor/*`. */
function packagePattern(pattern) {
    return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/unallowed-plugins.js




const unallowed_plugins_section = schemas/* looseObject */._H3({
    config: schemas/* looseObject */._H3({ 'allow-plugins': schemas/* unknown */.L5J().optional() }).catch({}).optional()
});
/**
 * The plugins of the new lock that `config.allow-plugins` neither allows nor refuses, by name or by pattern: Composer
 * 2.2 and later ends `composer install` with an error there, and so does the build (`PluginManager::isPluginAllowed`,
 * Composer 2.10). A warning instead of an error where the build may get by: as before, or without what is for
 * development alone.
 */
function unallowedPlugins(before, after) {
    const undecided = undecidedBy(after.composerJson);
    const lock = readLock(after.composerLock);
    const known = new Set(unallowed_plugins_allPackages(before).map(({ name }) => name));
    const stood = undecidedBy(before.composerJson);
    const problems = (packages, development) => packages
        .filter(isPlugin)
        .filter(undecided)
        .map((locked) => {
        // A project without the section ran all of its plugins while its lock was older than Composer 2.2.
        const asBefore = known.has(locked.name) && hasRules(before.composerJson) && stood(locked);
        return problemOf(locked, { isNew: !known.has(locked.name), asBefore, development });
    });
    return [...problems(lock.packages, false), ...problems(lock['packages-dev'] ?? [], true)];
}
function unallowed_plugins_allPackages({ composerLock }) {
    const lock = readLock(composerLock);
    return [...lock.packages, ...(lock['packages-dev'] ?? [])];
}
function isPlugin({ name, type, extra }) {
    if (type !== 'composer-plugin' && type !== 'composer-installer')
        return false;
    // Composer passes over both without an error.
    return extra['plugin-optional'] !== true && name !== 'composer/package-versions-deprecated';
}
function rulesOf(composerJson) {
    return unallowed_plugins_section.catch({}).parse(parsed(composerJson)).config?.['allow-plugins'];
}
function hasRules(composerJson) {
    return rulesOf(composerJson) !== undefined;
}
function undecidedBy(composerJson) {
    const rules = rulesOf(composerJson);
    if (typeof rules === 'boolean')
        return () => false;
    const patterns = Object.keys((rules ?? {})).map(packagePattern);
    return ({ name }) => !patterns.some((pattern) => pattern.test(name));
}
function problemOf({ name, version }, { isNew, asBefore, development }) {
    const origin = isNew ? 'which the target brings' : 'which the project has already';
    const consequence = development
        ? 'where the build installs packages for development as well, it fails'
        : "the Cloud's build fails at composer install";
    return {
        id: 'plugin-not-allowed',
        severity: asBefore || development ? 'warning' : 'error',
        message: `${name} ${version}, ${origin}, is a Composer plugin that config.allow-plugins of composer.json does not name: ${consequence}.`,
        fix: `If you trust it, run composer config --no-plugins allow-plugins.${name} true (false to keep it from running), and commit composer.json.`
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/upgrade-path.js


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
        applies: (path) => installsByFlavor(path) && below(path.from, '2.4.4')
    },
    {
        id: 'build-flavor',
        severity: 'warning',
        // It runs already, so this build does not stop the upgrade.
        message: '.magento.app.yaml still has build.flavor: composer, beside which the template of 2.4.4 and later has none.',
        fix: "Set build.flavor: none and begin the build hook with 'set -e' and 'composer install --no-dev'.",
        applies: (path) => installsByFlavor(path) && !below(path.from, '2.4.4')
    },
    {
        id: 'app-extension-json',
        severity: 'warning',
        level: 'before',
        message: '.magento.app.yaml lists the extension json, which PHP 8 has built in: the platform refuses the push.',
        fix: 'Take json out of runtime.extensions.',
        applies: ({ to, appYamlText }) => readCloudApp(appYamlText).extensions.includes('json') && !below(to, '2.4.4')
    },
    {
        id: 'path-config-php',
        severity: 'warning',
        level: 'before',
        message: 'From 2.2 on the committed configuration is app/etc/config.php, which a .gitignore of 2.1 leaves out.',
        fix: 'Copy app/etc/config.local.php to app/etc/config.php, take the file out of .gitignore and commit it.',
        applies: crosses('2.2.0')
    },
    {
        id: 'path-search',
        severity: 'warning',
        level: 'before',
        message: 'From 2.4 on the catalog search needs OpenSearch or Elasticsearch; MySQL search is gone.',
        fix: 'Add the service to .magento/services.yaml and its relationship to .magento.app.yaml (Pro staging and production: by ticket).',
        applies: crosses('2.4.0')
    }
];
/** Everything that has to be done before the upgrade, each with what to do first; an empty list is a free path. */
function checkUpgradePath(path) {
    return upgrade_path_rules
        .filter(({ applies }) => applies(path))
        .map(({ id, severity, level, message, fix }) => ({ id, severity, level, message, fix }));
}
function installsByFlavor({ to, appYamlText }) {
    return readCloudApp(appYamlText).flavor === 'composer' && !below(to, '2.4.4');
}
function usesComposer1({ packages, pluginApiVersion }) {
    const plugin = packages.find(({ name }) => name === 'magento/magento-composer-installer');
    return plugin ? plugin.version.startsWith('0.1.') : (pluginApiVersion?.startsWith('1.') ?? false);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/product-repositories.js

/**
 * A composer.json that sees the Composer repositories of the project and nothing else: what the product comes from.
 * Paths, archives and git repositories are left out, because Composer would read each of them to find one package.
 */
function productRepositories(composerJson) {
    const root = parsed(composerJson);
    const section = root?.repositories ?? [];
    const repositories = Array.isArray(section)
        ? section.filter(isAsked)
        : Object.fromEntries(Object.entries(section).filter(([, repository]) => isAsked(repository)));
    return JSON.stringify({ config: root?.config ?? {}, repositories, 'minimum-stability': 'dev' });
}
// `{"packagist.org": false}` is no repository, but switches one off.
function isAsked(repository) {
    if (typeof repository !== 'object' || repository === null)
        return typeof repository === 'boolean';
    const { type } = repository;
    return type === undefined || type === 'composer';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/available-versions.js


const available_versions_answer = schemas/* object */.Ikc({ versions: schemas/* array */.YOg(schemas/* string */.YjP()) });
/**
 * The versions of a package that the project's repositories offer for these keys, or null where they do not say.
 * It is asked from a folder of its own: the project's git repositories need no clone for it, and the resolver may
 * work in the checkout at the same time.
 */
async function availableVersions({ composer, files }, composerJson, name) {
    const folder = await files.privateFolder('versions');
    try {
        await files.write(files.join(folder, 'composer.json'), productRepositories(composerJson));
        const result = await composer.run(folder, ['show', name, '--available', '--format=json', '--no-plugins']);
        return result.exitCode === 0 ? available_versions_answer.parse(JSON.parse(result.stdout)).versions : null;
    }
    catch {
        return null;
    }
    finally {
        await files.remove(folder);
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/check-resolution.js



/**
 * The resolved project, provided that its product is what was asked for: the exact version, or a stable one of the
 * line, and not lower than before. A project that runs a pre-release of a line without finished releases is returned
 * as it is. Throws UpgradeError `wrong-version` otherwise, before anything is written.
 */
function checkResolution(files, { project, target }) {
    const from = project.product.version;
    const after = readComposerProject(files.composerJson, files.composerLock);
    const { version } = after.product;
    if (staysPreRelease(version, from, target))
        return project;
    const reason = whyNot(version, from, target);
    if (reason === null)
        return after;
    throw new src_errors/* UpgradeError */.f('wrong-version', {
        message: `The packages resolve to the product version ${version}, ${reason}.`,
        unchanged: 'composer.json, composer.lock and the environment are as they were.',
        next: 'Choose a target that the repository offers for these keys, or name a pre-release exactly.'
    });
}
// One pre-release is not moved to another without being asked: the higher number may be the older one.
function staysPreRelease(version, from, { productPin, line }) {
    return productPin === null && releaseLine(from) === line && !isStable(from) && !isStable(version);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/abandoned-packages.js

const abandoned_packages_metapackage = 'magento/magento-cloud-metapackage';
const mostNamed = 20;
// What a repository says is shown only where it is a name.
const packageName = /^[a-z0-9][a-z0-9._-]{0,99}\/[a-z0-9][a-z0-9._-]{0,99}$/i;
/** One note that names the project's own packages which their makers have given up; those that Adobe brings are Adobe's. */
function abandonedPackages({ packages }) {
    const brought = closure(packages, abandoned_packages_metapackage);
    const names = packages.flatMap(({ name, abandoned }) => {
        if (abandoned === undefined || abandoned === false || brought.has(name))
            return [];
        return typeof abandoned === 'string' && packageName.test(abandoned)
            ? [`${name} (in its place: ${abandoned})`]
            : [name];
    });
    if (names.length === 0)
        return [];
    const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : [];
    return [
        {
            id: 'packages-abandoned',
            level: 'information',
            message: `Nobody maintains these packages any more: ${[...names.slice(0, mostNamed), ...more].join(', ')}.`,
            fix: 'Replace them when there is time: they get no fixes.'
        }
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/gitignore-layout.js
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/lock-diff.js


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
        const change = lock_diff_kindOf(from, to);
        if (change === null)
            return [];
        return [{ name, change, from: from?.version ?? null, to: to?.version ?? null, thirdParty: foreign.has(name) }];
    });
}
function lock_diff_kindOf(from, to) {
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/enforcement-deadlines.json
const enforcement_deadlines_namespaceObject = /*#__PURE__*/JSON.parse('{"XP":"2.4.4","QA":[{"component":"mariadb","below":"10.6","found":"MariaDB up to 10.5","becomes":"MariaDB 10.6 or newer","deadline":"2026-10-30"},{"component":"mariadb","below":"10.11","found":"MariaDB below 10.11","becomes":"MariaDB 10.11 or newer","deadline":"2027-05-31"},{"component":"elasticsearch","below":null,"found":"Elasticsearch","becomes":"OpenSearch 2.19 (2.4.4 and 2.4.5) or 3 (from 2.4.6 on)","deadline":"2026-10-30"},{"component":"rabbitmq","below":"3.10","found":"RabbitMQ up to 3.9","becomes":"RabbitMQ 3.13 or newer","deadline":"2026-10-30"},{"component":"rabbitmq","below":"3.13","found":"RabbitMQ below 3.13","becomes":"RabbitMQ 4.3 or newer","deadline":"2027-05-31"},{"component":"opensearch","below":"2","found":"OpenSearch 1","becomes":"OpenSearch 2.19 (2.4.4 and 2.4.5) or 3 (from 2.4.6 on)","deadline":"2027-05-31"},{"component":"redis","below":"6","found":"Redis up to 5","becomes":"Valkey 8 or newer","deadline":"2027-05-31"},{"component":"php","below":"8.2","found":"PHP up to 8.1","becomes":"PHP 8.2 or newer","deadline":"2027-05-31"}]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/enforcement-deadlines.js






/** A warning for every component of the project that the platform accepts until a date only, whatever the target is. */
function enforcementDeadlines({ version, appYamlText, servicesYamlText, today }) {
    if (compareVersions(releaseLine(version), enforcement_deadlines_namespaceObject.XP) < 0)
        return [];
    const services = servicesYamlText === null ? [] : readCloudServices(servicesYamlText);
    const found = [
        { component: 'php', version: readCloudApp(appYamlText).php, where: '.magento.app.yaml' },
        ...services.flatMap(({ name, kind, version: running }) => isKnownService(kind)
            ? [{ component: serviceKinds[kind][0], version: running, where: `.magento/services.yaml (${name})` }]
            : [])
    ];
    return found.flatMap((component) => enforcement_deadlines_problemOf(component, today.toISOString().slice(0, 10)));
}
function enforcement_deadlines_problemOf({ component, version, where }, day) {
    const rule = enforcement_deadlines_namespaceObject.QA.find((entry) => entry.component === component && enforcement_deadlines_isBelow(version, entry.below));
    if (!rule)
        return [];
    const { found, becomes, deadline } = rule;
    const since = deadline < day;
    return [
        {
            id: `deadline-${component}`,
            severity: 'warning',
            level: since ? 'before' : 'look',
            message: `${where} has ${found} (${version}): ${since ? 'since' : 'from'} ${deadline}${since ? '' : ' on'} Adobe suspends the traffic to such an environment, and may delete the data of all environments if nothing follows.`,
            fix: `Change it to ${becomes} on every environment, by ticket on Pro staging and production, at least 30 days before the date.`
        }
    ];
}
function enforcement_deadlines_isBelow(version, limit) {
    if (limit === null)
        return true;
    const [a, b] = [parseComposerVersion(version), parseComposerVersion(limit)];
    return a !== null && b !== null && compareComposerVersions(a, b) < 0;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/plan-notes.js


const levels = ['before', 'look', 'information'];
const plan_notes_metapackage = 'magento/magento-cloud-metapackage';
const product = /^magento\/product-(?:enterprise|community)-edition$/;
/** Everything that a plan knows and people should read, what must be done before the upgrade first. */
function planNotes({ problems, migrations, packageChanges, before, after }) {
    const notes = [
        ...problems.map(ofProblem),
        ...extensions(packageChanges),
        ...goneModules(packageChanges),
        ...rootRequirements(before, after, migrations),
        ...migrations.map(ofMigration)
    ];
    return levels.flatMap((level) => notes.filter((note) => note.level === level));
}
function ofProblem({ id, severity, level, message, fix }) {
    return { id, level: level ?? (severity === 'error' ? 'before' : 'look'), message, fix };
}
function ofMigration({ id, file, description }) {
    return { id, level: 'information', message: `${file}: ${description}.`, fix: 'The upgrade writes it.' };
}
function extensions(changes) {
    return changes
        .filter(({ thirdParty }) => thirdParty)
        .map(({ name, from, to }) => {
        const way = to === null ? `${from ?? ''} goes` : from === null ? `${to} comes` : `moves from ${from} to ${to}`;
        const fix = to === null ? 'Look for what uses it.' : 'Test it.';
        return { id: 'extension-moves', level: 'look', message: `The extension ${name} ${way}.`, fix };
    });
}
// Modules of the core, and those of other vendors that Adobe shipped with it until 2.4.3.
const plan_notes_module = /^magento\/module-|^(?:amzn|dotmailer|dotdigital|klarna|vertex|vertexinc|yotpo|temando)\//;
function goneModules(changes) {
    const gone = changes.filter(({ name, to, thirdParty }) => to === null && !thirdParty && plan_notes_module.test(name));
    if (gone.length === 0)
        return [];
    const names = gone.map(({ name }) => name);
    const listed = [...names.slice(0, 10), ...(names.length > 10 ? [`${names.length - 10} more`] : [])].join(', ');
    const message = `The target no longer brings ${listed}.`;
    const fix = "Require the vendor's own package before if you use one, and take the modules out of app/etc/config.php.";
    return [{ id: 'modules-gone', level: 'look', message, fix }];
}
function rootRequirements(before, after, migrations) {
    const [old, now] = [requirements(before), requirements(after)];
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    return names
        .filter((name) => old[name] !== now[name] && !migrations.some(({ description }) => description.includes(name)))
        .map((name) => plan_notes_rootRequirement(name, old[name], now[name]));
}
function plan_notes_rootRequirement(name, from, to) {
    const what = { id: 'root-requirement', level: name === plan_notes_metapackage ? 'information' : 'look' };
    if (to === undefined) {
        const fix = product.test(name)
            ? 'It would keep the product where it is; for an exact version name that as the target.'
            : 'Look whether something of yours needs it.';
        return { ...what, message: `composer.json no longer requires ${name} ${from ?? ''}.`, fix };
    }
    const was = from === undefined ? '' : ` in place of ${from}`;
    const fix = product.test(name) ? 'The next upgrade moves it or takes it away.' : 'The upgrade writes it.';
    return { ...what, message: `composer.json requires ${name} ${to}${was}.`, fix };
}
function requirements(text) {
    const result = links.safeParse(parsed(text)?.require);
    return result.success ? result.data : {};
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/support-dates.json
const support_dates_namespaceObject = /*#__PURE__*/JSON.parse('{"mA":[{"lines":["2.0"],"standard":"2018-03-31","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.1"],"standard":"2019-06-30","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.2"],"standard":"2019-12-01","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.3"],"standard":"2022-09-08","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.0","2.4.1","2.4.2","2.4.3"],"standard":"2022-11-28","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.4"],"standard":"2025-04-12","extended":"2026-04-14","securityOnly":"2027-05-31","cloudEnforcement":"2027-06-01"},{"lines":["2.4.5"],"standard":"2025-08-12","extended":"2026-08-11","securityOnly":"2027-05-31","cloudEnforcement":"2027-06-01"},{"lines":["2.4.6"],"standard":"2026-08-11","extended":"2027-08-31","securityOnly":"2028-05-31","cloudEnforcement":"2028-06-01"},{"lines":["2.4.7"],"standard":"2027-05-31","extended":"2028-05-31","securityOnly":null,"cloudEnforcement":"2028-06-01"},{"lines":["2.4.8"],"standard":"2028-05-31","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.9"],"standard":"2029-05-31","extended":null,"securityOnly":null,"cloudEnforcement":null}]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/support-dates.js


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
        `standard support ${support_dates_ended(dates.standard, day)}`,
        ...(dates.extended === null ? [] : [`extended support ${support_dates_ended(dates.extended, day)}`]),
        ...(dates.securityOnly === null ? [] : [`security fixes ${support_dates_ended(dates.securityOnly, day, 'end')}`]),
        ...(dates.cloudEnforcement === null ? [] : [`the platform enforces the upgrade from ${dates.cloudEnforcement}`])
    ];
    return {
        id: 'support-date',
        severity: 'warning',
        level: 'information',
        message: `${line}: ${known.join(', ')}.`,
        fix: 'Plan the next line: target latest is the one with the longest support.'
    };
}
function support_dates_ended(date, today, present = 'ends') {
    return date < today ? `ended on ${date}` : `${present} on ${date}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/fast-lock.js



const fast_lock_plugin = 'magento/magento-composer-installer';
const mapSchema = schemas/* array */.YOg(schemas/* tuple */.PVZ([schemas/* string */.YjP(), schemas/* string */.YjP()])).catch([]);
const lists = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())).catch({}).optional();
const maps = schemas/* record */.g1P(schemas/* string */.YjP(), mapSchema).catch({}).optional();
const ignoreSchema = schemas/* looseObject */._H3({
    extra: schemas/* looseObject */._H3({ 'magento-deploy-ignore': lists, 'magento-map-overwrite': maps }).catch({}).optional()
});
/**
 * Where the destinations of each type of package begin; other types are not marshaled. From magento/magento-composer-installer,
 * `PackageTypes.php`, read and run in November 2026.
 */
const typeRoots = {
    'magento2-module': '/app/code/',
    'magento2-theme': '/app/design/',
    'magento2-library': '/lib/internal/',
    'magento2-language': '/app/i18n/',
    'magento2-component': './'
};
/**
 * A composer.lock for `composer install` that holds only what marshaling needs: the plugin and the packages with
 * `extra.map` or `extra.chmod`, without requirements and unwanted destinations. Throws UpgradeError `preflight-failed` for a broken lock.
 */
function filterLockForMarshaling(lockText, { alsoKeep = [], wanted = () => true } = {}) {
    const known = readLock(lockText).packages;
    // The entries themselves stay as they are written.
    const whole = JSON.parse(lockText.replace(/^\uFEFF/, ''));
    const alsoKept = new Set(alsoKeep);
    const packages = known.flatMap((locked, index) => {
        const map = wantedMap(locked, wanted);
        const extra = map === null ? locked.extra : { ...locked.extra, map };
        if (!alsoKept.has(locked.name) && !marshals({ ...locked, extra }))
            return [];
        return [{ ...whole.packages[index], extra, require: fast_lock_requirements(locked, alsoKept) }];
    });
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
    const overwritten = root.extra?.['magento-map-overwrite'] ?? {};
    return readLock(lockText).packages.flatMap((locked) => {
        const { name, version, type, extra } = locked;
        if (!('map' in extra))
            return [];
        const ignored = [...(ignore['*'] ?? []), ...(ignore[name] ?? [])];
        const entries = mapSchema.parse(overwritten[name] ?? extra['map']).flatMap(([source, destination]) => {
            const whole = (typeRoots[type] ?? '') + destination;
            return type in typeRoots && !isIgnored(whole, ignored) ? [[source, whole.replace(/^\.\//, '')]] : [];
        });
        return entries.length > 0 ? [{ package: name, version, entries }] : [];
    });
}
/** A map's destination as git writes paths: without `.`, empty parts, and slashes at either end. */
function trimDestination(destination) {
    return destination
        .split('/')
        .filter((part) => part !== '' && part !== '.')
        .join('/');
}
function marshals({ name, type, extra }) {
    const filled = (value) => Array.isArray(value) && value.length > 0;
    return name === fast_lock_plugin || filled(extra['chmod']) || (type in typeRoots && filled(extra['map']));
}
function wantedMap({ type, extra }, wanted) {
    const map = mapSchema.safeParse(extra['map']);
    if (!map.success || !('map' in extra))
        return null;
    return map.data.filter(([, destination]) => wanted((typeRoots[type] ?? '') + destination));
}
function fast_lock_requirements({ name, require }, alsoKeep) {
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/tracked-marshaled-files.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/describe-plan.js








/** The plan as it stands in the report. */
async function describe_plan_describePlan(git, resolved) {
    const { project, after, checkout, resolution } = resolved;
    const changed = after.product.version !== project.product.version;
    const packageChanges = diffLocks(project, after);
    const problems = [...resolved.problems, ...notices(resolved)];
    const notes = planNotes({
        problems,
        migrations: resolved.migrations,
        packageChanges,
        before: checkout.composerJson,
        after: changed ? resolved.composerJson : checkout.composerJson
    });
    return {
        fromVersion: project.product.version,
        toVersion: after.product.version,
        target: resolved.target,
        changed,
        heldBack: resolved.heldBack,
        constraint: resolution.constraint,
        productPin: resolution.productPin,
        metapackage: { from: project.metapackage.version, to: after.metapackage.version },
        eceTools: { from: project.eceTools, to: after.eceTools },
        packageChanges,
        thirdPartyPackages: thirdPartyPackages(project).map(({ name, version }) => ({ name, version })),
        trackedMarshaledFiles: await trackedMarshaledFiles(git, checkout.composerLock, checkout.composerJson),
        gitignoreLayout: gitignoreLayout(checkout.gitignore),
        migrations: resolved.migrations,
        problems,
        notes: [...notes, ...(changed ? abandonedPackages(after) : [])]
    };
}
/** What has a date: the support of the version, and the components that the platform will not take for ever. */
function notices({ after, checkout, project, today }) {
    const support = supportNotice(after.product.version, today);
    const { appYaml, servicesYaml } = checkout;
    const version = project.product.version;
    return [
        ...enforcementDeadlines({ version, appYamlText: appYaml, servicesYamlText: servicesYaml, today }),
        ...(support ? [support] : [])
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/find-held-back.js


/** What a plan says that reaches the newest release. */
const nothingHeld = { heldBack: null, problems: [] };
/**
 * Finds the newest finished release of the line of `version` among those that the repository offers. Where the
 * plan does not reach it, it is resolved once more with that release pinned, and Composer's reasons are the answer.
 */
async function findHeldBack(offered, version, resolve) {
    if (offered === null)
        return { heldBack: null, problems: [find_held_back_unknown(version)] };
    const newest = offered
        .filter((other) => parseProductVersion(other) !== null && isStable(other))
        .filter((other) => releaseLine(other) === releaseLine(version) && compareVersions(other, version) > 0)
        .sort(compareVersions)
        .at(-1);
    if (newest === undefined)
        return nothingHeld;
    try {
        await resolve(newest);
        return held(newest, 'free', [notTaken(version, newest)]);
    }
    catch (error) {
        if (!(error instanceof src_errors/* UpgradeError */.f))
            throw error;
        return held(newest, error.code, [blocked(version, newest, error), ...error.problems.map(asWarning)]);
    }
}
function held(version, code, problems) {
    return { heldBack: { version, code, reasons: problems.map(({ message }) => message) }, problems };
}
function blocked(version, newest, error) {
    return {
        id: 'held-back',
        severity: 'warning',
        message: `${newest} is out, but this project gets no further than ${version}: ${error.message}`,
        fix: error.next
    };
}
function notTaken(version, newest) {
    return {
        id: 'held-back',
        severity: 'warning',
        message: `${newest} is out and its packages fit, but Composer prefers ${version}, because other packages would go back for it.`,
        fix: `To get it, set target to ${newest}, and look at the packages that go down.`
    };
}
function asWarning(problem) {
    return { ...problem, severity: 'warning' };
}
function find_held_back_unknown(version) {
    return {
        id: 'versions-unknown',
        severity: 'warning',
        message: `The repository did not say which versions it offers, so there may be a newer one than ${version}.`,
        fix: 'Run composer show magento/product-enterprise-edition --available with the same keys.'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/root-requirements.js


/**
 * composer.json with these requirements, byte for byte as `composer require` and `composer remove` write them; null
 * where only Composer itself can tell: requirements under another spelling, or for development as well.
 */
function editRequirements(text, edits) {
    const root = parsed(text);
    if (!isObject(root) || !isObject(root['require']))
        return null;
    const [own, development] = [Object.keys(root['require']), Object.keys(root['require-dev'] ?? {})];
    const odd = Object.keys(edits).some((name) => own.some((other) => other !== name && other.toLowerCase() === name) ||
        development.some((other) => other.toLowerCase() === name));
    if (odd)
        return null;
    return Object.entries(edits).reduce((result, [name, constraint]) => {
        if (constraint === null)
            return removeAt(result, ['require', name]);
        return sorted(setAt(result, ['require', name], constraint));
    }, text);
}
// Composer sorts when it adds or changes a requirement, and only then.
function sorted(text) {
    if (valueAt(text, ['config', 'sort-packages']) !== true)
        return text;
    const require = valueAt(text, ['require']);
    const entries = Object.entries(require).sort(([a], [b]) => compareNaturally(rank(a), rank(b)));
    return setAt(text, ['require'], Object.fromEntries(entries));
}
const platform = /^(?:php(?:-64bit|-ipv6|-zts|-debug)?|hhvm|(?:ext|lib)-[a-z0-9].*|composer(?:-(?:plugin|runtime)-api)?)$/i;
function rank(name) {
    if (!platform.test(name))
        return `5-${name}`;
    const index = ['php', 'hhvm', 'ext', 'lib'].findIndex((prefix) => name.startsWith(prefix));
    return `${index === -1 ? 4 : index}-${name}`;
}
/** The order of PHP's `strnatcmp`: digits count as numbers, letters by their code. */
function compareNaturally(a, b) {
    const parts = (text) => text.match(/\d+|\D/g) ?? [];
    const [left, right] = [parts(a), parts(b)];
    for (const [index, part] of left.entries()) {
        const other = right[index];
        if (other === undefined)
            return 1;
        const [x, y] = [Number(part), Number(other)];
        if (!Number.isNaN(x) && !Number.isNaN(y) && x !== y)
            return x - y;
        if (part !== other)
            return part < other ? -1 : 1;
    }
    return left.length - right.length;
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/platform-lock.js

/**
 * Removes the top-level `platform-overrides` from a composer.lock, as a machine that really has that PHP would
 * have written it. All other bytes stay, because Composer's formatting is not JSON.stringify's.
 */
function stripPlatformOverrides(lockText) {
    if (!lockText.includes('"platform-overrides"'))
        return lockText;
    const property = asComposerWrites(lockText) ?? asParsed(lockText);
    if (!property)
        return lockText;
    const { start, end } = property;
    const following = /^\s*,/.exec(lockText.slice(end));
    if (following) {
        const rest = lockText.slice(end + following[0].length).replace(/^\s*/, '');
        return lockText.slice(0, start) + rest;
    }
    return lockText.slice(0, start).replace(/,?\s*$/, '') + lockText.slice(end);
}
/** The property in Composer's own layout, found without parsing a megabyte with places. */
function asComposerWrites(lockText) {
    const head = '\n    "platform-overrides": {';
    const at = lockText.lastIndexOf(head);
    const close = at === -1 ? -1 : lockText.indexOf('\n    }', at);
    // An empty one, or another layout, is left to the parser.
    if (close === -1 || lockText[at + head.length] === '}')
        return null;
    return { start: at + 5, end: close + 6 };
}
function asParsed(lockText) {
    const tree = (0,main.parseTree)(lockText);
    const property = tree && (0,main.findNodeAtLocation)(tree, ['platform-overrides'])?.parent;
    return property ? { start: property.offset, end: property.offset + property.length } : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/allowing-release.js
/** What is known where nothing was asked. */
const allowing_release_notAsked = { kind: 'unknown', why: 'Composer was not asked' };

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/describe-runtime.js
/** Words for PHP or an extension that the target or composer.json needs: the fix is in `.magento.app.yaml`. */
function describeRuntime({ package: name, constraint, needed, chain }) {
    const [, here] = /version \(([0-9.]{1,20})/.exec(chain.at(-1) ?? '') ?? [];
    const declared = here === undefined ? '' : `, and this project has ${here.replace(/\.99$/, '')}`;
    if (constraint !== null && name.startsWith('php')) {
        return {
            headline: `composer.json requires ${name} ${constraint}${declared}: loosen it in composer.json, or set another PHP in .magento.app.yaml`,
            fix: `Write a constraint on ${name} into composer.json that allows the PHP of .magento.app.yaml, or set "type: php:…" in .magento.app.yaml.`
        };
    }
    const asking = constraint === null ? 'The target needs' : 'composer.json requires';
    return {
        headline: `${asking} ${name} ${needed ?? '*'}${declared}: change it in .magento.app.yaml`,
        fix: appFileFix(name, needed)
    };
}
/** What to write into `.magento.app.yaml` for a platform package. */
function appFileFix(name, needed) {
    if (name.startsWith('ext-'))
        return `Add ${name.slice(4)} to runtime.extensions in .magento.app.yaml.`;
    if (name.startsWith('lib-'))
        return `Choose a PHP in .magento.app.yaml whose image brings ${name.slice(4)}.`;
    return `Set "type: php:…" in .magento.app.yaml to a version that ${needed ?? 'it'} allows; update-app-config: true does it if the target is what asks.`;
}
/** A platform package as people call it. */
function runtimeName(name) {
    if (name.startsWith('ext-'))
        return `the PHP extension ${name.slice(4)}`;
    return name.startsWith('lib-') ? `the library ${name.slice(4)}` : 'the PHP version';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/describe-requirement.js

/** Words for a requirement of composer.json that the target does not bear: loosen it, update, remove, replace, wait. */
function describeRequirement(blocker, answer) {
    const { package: name, constraint, needed, runtime } = blocker;
    const required = constraint === null ? `${name} is locked` : `composer.json requires ${name} ${constraint}`;
    const replace = blocker.successor === null ? 'replace it' : `replace it with ${blocker.successor}`;
    const runtimeHint = runtime === null ? '' : ` Or change ${runtimeName(runtime)}: ${appFileFix(runtime, needed)}`;
    if (runtime === null && needed !== null)
        return pinned(blocker, required, needed, answer);
    if (answer.kind === 'release' && answer.runtime.length > 0) {
        const wants = `${answer.version} needs ${answer.runtime.join(', ')}`;
        return {
            headline: `${required}, which stands in the way, and none of its releases allows the target on this platform (${wants}): change .magento.app.yaml if the target bears it, or remove it, replace it or wait`,
            fix: `Where the target allows it, change the platform.${runtimeHint} Else remove ${name}, replace it, or wait for a release.`
        };
    }
    if (answer.kind === 'release' && answer.allowed) {
        return {
            headline: `${required}, and ${releaseWords(answer)} allows the target, but not beside another requirement: loosen, update or remove one of the two`,
            fix: `Read the reasons: ${name} and another requirement exclude each other. Loosen, update, replace or remove one of them.`
        };
    }
    if (answer.kind === 'release') {
        return {
            headline: `${required}, which stands in the way; ${releaseWords(answer)} allows the target: update it to that`,
            fix: `Update ${name}: write a constraint in composer.json that allows ${answer.version}, e.g. "${answer.stable ? '^' : ''}${answer.version}".${runtimeHint}`
        };
    }
    if (answer.kind === 'none') {
        return {
            headline: `${required}, which stands in the way, and none of its releases allows the target: ${runtime === null ? `remove it, ${replace} or wait` : `remove it, ${replace}, wait, or change ${runtimeName(runtime)} in .magento.app.yaml`}`,
            fix: `Remove ${name} from composer.json, ${replace}, or wait for a release that allows the target.${runtimeHint}`
        };
    }
    return {
        headline: `${required}, which stands in the way; the newest release that allows the target is unknown (${answer.why}): loosen, update, replace or remove it`,
        fix: `Look for a release of ${name} that allows the target (composer show ${name} --available), and loosen its constraint; else remove it, replace it, or wait.${runtimeHint}`
    };
}
function pinned(blocker, required, needed, answer) {
    const { package: name } = blocker;
    const fits = {
        release: answer.kind === 'release' ? `${releaseWords(answer)} allows the target` : '',
        none: 'none of its releases allows the target with the rest of the project',
        unknown: answer.kind === 'unknown' ? `which release fits is unknown (${answer.why})` : ''
    }[answer.kind];
    return {
        headline: `${required}, and the target needs ${needed}; ${fits}: loosen it in composer.json`,
        fix: `Loosen the requirement on ${name} in composer.json to "${needed}", or remove it if only other packages use it: they bring the release that they need.`
    };
}
/** A release as it is named: what is not finished is said. */
function releaseWords(answer) {
    return answer.stable ? answer.version : `${answer.version} (not a finished release)`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/describe-refusal.js

/** Words for what no repository has, or what Composer refuses although a repository has it. */
function describeRefusal(blocker, answer) {
    const { kind, package: name } = blocker;
    if (kind === 'advisory')
        return advisory(blocker, answer);
    if (kind === 'absent')
        return absent(blocker, answer);
    if (kind === 'target-missing')
        return targetMissing(blocker);
    if (kind === 'policy') {
        return {
            headline: `${name} is refused by a policy of composer.json${known(answer)}: take another release, or change the policy`,
            fix: `Take a release of ${name} that the policy allows, or list it below config.policy in composer.json (config.audit before Composer 2.10).`
        };
    }
    if (kind === 'own-conflict') {
        return {
            headline: `The section "conflict" of composer.json refuses ${name} ${blocker.constraint ?? ''}, which the target brings: remove that entry`,
            fix: `Remove or narrow the entry ${name} in the section "conflict" of composer.json.`
        };
    }
    return {
        headline: `${name} stands in the way; which release allows the target is unknown: read the reasons`,
        fix: 'Read the reasons of Composer in the details, and loosen, update, replace or remove what they name.'
    };
}
function advisory({ package: name, constraint, advisories }, answer) {
    const ids = advisories.length === 0 ? 'security advisories' : advisories.join(', ');
    const fixed = {
        release: answer.kind === 'release'
            ? `${releaseWords(answer)} is the newest release without one that fits: update to it`
            : '',
        none: 'none of its releases is without one and fits: wait for one, replace it, or accept the risk',
        unknown: answer.kind === 'unknown' ? `the fixed release is unknown (${answer.why}): look into the advisory` : ''
    }[answer.kind];
    const list = advisories.map((id) => `"${id}"`).join(', ');
    return {
        headline: `${name}${constraint === null ? '' : ` ${constraint}`} is refused because of ${ids}; ${fixed}`,
        fix: `Take the fixed release of ${name} (loosen its constraint), replace or remove it, or wait. To accept the risk, write ${list === '' ? 'the ids' : list} into config.policy.advisories.ignore-id of composer.json (config.audit.ignore before Composer 2.10), or set security-blocking to false for this run.`
    };
}
function absent({ package: name, constraint, chain }, answer) {
    const wanted = `${name}${constraint === null || constraint === '' ? '' : ` ${constraint}`}`;
    if (answer.kind === 'release') {
        return {
            headline: `No release of ${wanted} can be taken; ${releaseWords(answer)} allows the target: loosen it in composer.json`,
            fix: `Loosen the requirement on ${name} in composer.json so that it allows ${answer.version}.`
        };
    }
    const found = answer.kind === 'none' ? 'none of its releases allows the target' : 'which release allows the target is unknown';
    const ownRequirement = chain.length === 1 && (chain[0] ?? '').startsWith('composer.json requires');
    const out = ownRequirement ? 'loosen, replace or remove it' : 'look at what requires it';
    return {
        headline: `${wanted} ${describe_refusal_whyNot(chain.at(-1) ?? '')}; ${found}: check its name, constraint and repository, or ${out}`,
        fix: `Check the name and constraint of ${name}, that its repository is listed in composer.json and that the keys may read it; else ${out}.`
    };
}
function describe_refusal_whyNot(reason) {
    if (reason.includes('could not be found'))
        return 'is in no repository of this project';
    if (reason.includes('minimum-stability'))
        return 'has no release that is as stable as minimum-stability asks';
    if (reason.includes('not match the constraint'))
        return 'has no release of that constraint';
    return 'cannot be taken';
}
function targetMissing({ package: name, constraint }) {
    return {
        headline: `The repository has no release ${name} ${constraint ?? ''} (none for these keys): choose another target`,
        fix: 'Choose a target that the repository offers, e.g. latest-patch, and check that the keys are entitled to it.'
    };
}
function known(answer) {
    return answer.kind === 'release' ? `; ${releaseWords(answer)} allows the target` : '';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/describe-blocker.js



/** A blocker as a problem of the report: the first sentence says who, which release and what to do; the rest is why. */
function describeBlocker(blocker, answer) {
    const words = wordsFor(blocker, answer);
    const why = blocker.chain.join('; ');
    return {
        id: 'composer-conflict',
        severity: 'error',
        message: why === '' ? `${words.headline}.` : `${words.headline}. Because ${why}.`,
        ...words
    };
}
function wordsFor(blocker, answer) {
    if (blocker.kind === 'requirement')
        return describeRequirement(blocker, answer);
    return blocker.kind === 'runtime' ? describeRuntime(blocker) : describeRefusal(blocker, answer);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/trace-owners.js
/**
 * Which root requirement each package of a problem comes with. The target's own packages are followed first: what
 * they lead to is the target's, whoever else asks for it.
 */
function traceOwners(statements, core) {
    const links = new Map();
    for (const statement of statements.filter(({ kind }) => kind === 'requires'))
        links.set(statement.package, [...(links.get(statement.package) ?? []), statement]);
    const roots = statements.filter(({ kind }) => kind === 'root');
    const isCore = ({ target }) => core.includes(target);
    const reached = new Map();
    for (const some of [roots.filter(isCore), roots.filter((root) => !isCore(root))]) {
        const queue = some.map((root) => ({ name: root.target, root, before: null, statement: null }));
        for (const step of queue) {
            // A requirement of composer.json stays its own, even if the target asks for the package as well.
            if (reached.has(step.name) && step.before !== null)
                continue;
            reached.set(step.name, step);
            for (const statement of links.get(step.name) ?? [])
                if (!reached.has(statement.target))
                    queue.push({ name: statement.target, root: step.root, before: step, statement });
        }
    }
    return (name) => {
        const found = reached.get(name);
        return found ? { root: found.root, path: pathTo(found) } : null;
    };
}
function pathTo(last) {
    const path = [];
    for (let step = last; step !== null; step = step.before)
        if (step.statement)
            path.unshift(step.statement);
    return path;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/find-blockers.js


/** The packages that the target consists of, where nothing else is said. */
const targetPackages = [
    'magento/magento-cloud-metapackage',
    'magento/product-enterprise-edition'
];
/**
 * Who stands in the way, from the text of "Your requirements could not be resolved": one entry per package, in the
 * order of Composer. `core` are the root requirements that make up the target; they are never the ones to go. Wants
 * text that was not wrapped (`COLUMNS=10000`).
 */
function findBlockers(text, core = targetPackages) {
    const found = new Map();
    for (const statements of composerProblemsOf(text)) {
        const blocker = blockerOf({ statements, core, ownerOf: traceOwners(statements, core) });
        const known = found.get(blocker.package);
        const chain = [...new Set([...(known?.chain ?? []), ...blocker.chain])].slice(0, 12);
        found.set(blocker.package, { ...(known ?? blocker), chain });
    }
    return [...found.values()];
}
function blockerOf(problem) {
    return ofDeadEnd(problem) ?? ofConflict(problem) ?? ofContention(problem) ?? ofLast(problem);
}
const isRuntime = /^(?:php(?:-.*)?|hhvm|ext-.*|lib-.*)$/;
/** A requirement that nothing satisfies. */
function ofDeadEnd(problem) {
    const { statements, core } = problem;
    const ends = statements.filter(({ outcome }) => outcome !== '');
    const foreign = ends.find((end) => ownOf(problem, end) !== null);
    const end = foreign ?? ends[0];
    if (!end || end.outcome.includes('with another require'))
        return null;
    const { target, constraint, outcome } = end;
    const chain = chainTo(problem, end);
    const own = ownOf(problem, end);
    if (outcome.includes('affected by security advisories'))
        return {
            ...find_blockers_bare(target),
            kind: 'advisory',
            constraint: rootConstraint(problem, target),
            advisories: idsOf(outcome),
            chain
        };
    if (/were not loaded, because they|was not loaded, because it/.test(outcome))
        return { ...find_blockers_bare(target), kind: 'policy', constraint: rootConstraint(problem, target), chain };
    const [, extension] = /is missing (ext-[\w-]{1,60})/.exec(outcome) ?? [];
    if (extension !== undefined)
        return ofRuntime(own, { ...end, target: extension, constraint: '*' }, chain);
    if (isRuntime.test(target))
        return ofRuntime(own, end, chain);
    const [, pinned] = /your root composer\.json require \((.{1,200})\)/.exec(outcome) ?? [];
    if (pinned !== undefined && !core.includes(target))
        return { ...find_blockers_bare(target), kind: 'requirement', constraint: pinned, needed: constraint, chain };
    if (own !== null && own.target !== target)
        return requirement(own, chain);
    if (core.includes(target))
        return { ...find_blockers_bare(target), kind: 'target-missing', constraint, chain };
    return { ...find_blockers_bare(target), kind: 'absent', constraint, chain };
}
function ofRuntime(own, end, chain) {
    const { target, constraint } = end;
    if (own !== null && own.target !== target)
        return { ...requirement(own, chain), runtime: target, needed: constraint };
    return {
        ...find_blockers_bare(target),
        kind: 'runtime',
        constraint: own === null ? null : constraint,
        needed: constraint,
        runtime: target,
        chain
    };
}
function ofConflict(problem) {
    const conflict = problem.statements.find(({ kind }) => kind === 'conflicts');
    if (!conflict)
        return null;
    const chain = chainTo(problem, conflict);
    if (problem.statements.some(({ kind, package: name }) => kind === 'own' && name === conflict.package))
        return { ...find_blockers_bare(conflict.target), kind: 'own-conflict', constraint: conflict.constraint, chain };
    const own = ownerOutside(problem, conflict.package) ?? ownerOutside(problem, conflict.target);
    return own === null ? null : requirement(own, chain);
}
/** Two requirements that want different versions of one package, or packages that replace each other. */
function ofContention(problem) {
    const { statements, core } = problem;
    const wanted = statements.find(({ kind, outcome }) => kind === 'one-of' || outcome.includes('with another require'));
    if (!wanted)
        return null;
    const { target } = wanted;
    const asking = statements.filter(({ kind, target: asked }) => kind === 'requires' && asked === target);
    const pin = statements.find((root) => root.kind === 'root' && root.target === target && !core.includes(target));
    const others = asking.filter((statement) => ownOf(problem, statement)?.target !== target);
    if (pin) {
        const against = others.find((statement) => ownOf(problem, statement) === null) ?? others[0];
        const chain = against ? chainTo(problem, against) : [wanted.text];
        return { ...requirement(pin, chain), needed: against?.constraint ?? null };
    }
    const foreign = asking.find((statement) => ownOf(problem, statement) !== null);
    const own = foreign ? ownOf(problem, foreign) : ownerOutside(problem, target);
    if (own === null)
        return null;
    return requirement(own, [...(foreign ? chainTo(problem, foreign) : []), ...(foreign ? [] : [wanted.text])]);
}
/** Where no line decides: the requirement that is not the target's, or what is locked. */
function ofLast({ statements, core }) {
    const chain = statements.slice(0, 6).map(({ text }) => text);
    const root = statements.find(({ kind, target }) => kind === 'root' && !core.includes(target));
    if (root)
        return requirement(root, chain);
    const named = statements.find(({ target }) => target.includes('/') && !core.includes(target)) ?? statements[0];
    return { ...find_blockers_bare(named?.target ?? ''), kind: 'unknown', chain };
}
/** The root requirement that a statement comes with, or null where that is the target itself or not known. */
function ownOf(problem, statement) {
    if (statement.kind === 'root')
        return problem.core.includes(statement.target) ? null : statement;
    return ownerOutside(problem, statement.package);
}
function ownerOutside({ core, ownerOf, statements }, name) {
    const owner = ownerOf(name);
    if (owner)
        return core.includes(owner.root.target) ? null : owner.root;
    const locked = statements.find(({ kind, target }) => kind === 'locked' && target === name);
    if (locked)
        return locked;
    // A name that is replaced or provided breaks the path; one requirement alone leaves no doubt.
    const roots = statements.filter(({ kind, target }) => kind === 'root' && !core.includes(target));
    return roots.length === 1 && !name.startsWith('magento/') ? (roots[0] ?? null) : null;
}
function chainTo({ ownerOf }, end) {
    const path = end.kind === 'root' ? [] : (ownerOf(end.package)?.path ?? []);
    const texts = [...path, end].map(({ text }) => text);
    return texts.length <= 6 ? texts : [...texts.slice(0, 2), '…', ...texts.slice(-3)];
}
function rootConstraint({ statements }, name) {
    return statements.find(({ kind, target }) => kind === 'root' && target === name)?.constraint ?? null;
}
function requirement(root, chain) {
    const constraint = root.kind === 'locked' ? null : root.constraint;
    return { ...find_blockers_bare(root.target), kind: 'requirement', constraint, chain };
}
function find_blockers_bare(name) {
    return {
        package: name === '' ? 'composer.json' : name,
        constraint: null,
        needed: null,
        runtime: null,
        advisories: [],
        successor: null
    };
}
/** The ids inside `("PKSA-…", "CVE-…")`. */
function idsOf(outcome) {
    const list = outcome.slice(outcome.indexOf('("') + 2);
    return list
        .slice(0, Math.max(0, list.indexOf('")')))
        .split('", "')
        .filter((id) => /^[\w.:-]{1,100}$/.test(id))
        .slice(0, 20);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-failure.js





/**
 * The error for a call of Composer that failed: one code for each kind, whether it planned or installed. What `known`
 * tells is taken in place of what the text says alone.
 */
function composerFailure(result, unchanged, known) {
    const text = `${result.stdout}\n${result.stderr}`.trim();
    const code = result.timedOut ? 'composer-network' : classifyComposerFailure(text, result.exitCode);
    const blocking = code === 'unsatisfiable' || code === 'composer-policy';
    const blockers = known?.blockers ?? (blocking ? findBlockers(text) : []);
    const told = blockers.map((blocker) => describeBlocker(blocker, known?.answers.get(blocker.package) ?? allowing_release_notAsked));
    return new src_errors/* UpgradeError */.f(code, {
        message: told.length > 0
            ? inTheWay(told.map(({ headline }) => headline))
            : (composer_failure_ended(result) ?? `Composer failed with exit code ${result.exitCode}${composer_failure_saying(text)}`),
        unchanged,
        next: told.length > 0 ? nextSteps(told.map(({ fix }) => fix)) : nextFor(code, result, text),
        problems: told.map(({ id, severity, message, fix }) => ({ id, severity, message, fix })),
        details: text
    });
}
const composer_failure_mostNamed = 5;
function inTheWay(headlines) {
    const more = headlines.length > composer_failure_mostNamed ? `; and ${headlines.length - composer_failure_mostNamed} more` : '';
    return `${headlines.slice(0, composer_failure_mostNamed).join('; ')}${more}. Composer finds no set of packages for the target.`;
}
function nextSteps(fixes) {
    return fixes.length === 1
        ? (fixes[0] ?? '')
        : 'Change what is named above, each as its problem says, then plan again.';
}
function composer_failure_saying(text) {
    const line = decisiveLine(text);
    return line === null ? '.' : `: ${line.replace(/\.$/, '')}.`;
}
/** What ended Composer from outside, or null. */
function composer_failure_ended({ exitCode, timedOut, stderr }) {
    if (timedOut)
        return 'Composer did not come to an end in time: a server that it asked sent nothing more.';
    if (exitCode === 127)
        return 'Composer or PHP is missing.';
    if (exitCode === 137)
        return 'Composer was killed (exit code 137), most likely because this machine ran out of memory.';
    return /Allowed memory size|Out of memory/i.test(stderr) ? 'Composer ran out of memory.' : null;
}
function nextFor(code, { exitCode, stderr }, text) {
    if (code === 'composer-credentials' && text.includes('Host key verification failed'))
        return 'Add the key of that host to known_hosts of the user that runs this, e.g. with a step that sets up SSH.';
    if (code === 'composer-credentials' && text.includes('Permission denied ('))
        return 'Give the runner a key that may read that repository: an agent (SSH_AUTH_SOCK), or GIT_SSH_COMMAND or core.sshCommand with a key file. ssh-private-key is for the Cloud alone.';
    if (exitCode === 137 || /Allowed memory size|Out of memory/i.test(stderr))
        return 'Give the machine or container more memory or swap (2 GB do for most projects), then run again.';
    return composer_failure_advice[code];
}
const composer_failure_advice = {
    unsatisfiable: 'Update or remove the packages named above, then plan again.',
    'composer-credentials': 'Check the keys of that host (composer-username and composer-password, or COMPOSER_AUTH), and that their account is entitled to Adobe Commerce.',
    'composer-network': 'Check that this machine reaches that server, then run again.',
    'composer-policy': 'Read the details: a plugin is not allowed, an advisory blocks a version, or secure-http an address.',
    'composer-crashed': 'Read the details: Composer itself failed.'
};

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/successors-in.js

const successors_in_packageName = /^[a-z0-9][a-z0-9._-]{0,100}\/[a-z0-9._-]{1,100}$/i;
/** What the makers of abandoned packages name in their place: package to successor, out of a composer.lock. */
function successorsIn(lockText) {
    if (lockText === null)
        return new Map();
    const { packages, 'packages-dev': development } = readLock(lockText);
    return new Map([...packages, ...(development ?? [])].flatMap(({ name, abandoned }) => typeof abandoned === 'string' && successors_in_packageName.test(abandoned) ? [[name.toLowerCase(), abandoned]] : []));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/read-refusal.js



/** Reads what Composer printed, and the code that it ended with. */
function readRefusal(text, exitCode) {
    const code = classifyComposerFailure(text, exitCode);
    const blockers = code === 'unsatisfiable' || code === 'composer-policy' ? findBlockers(text) : [];
    if (blockers.length === 0)
        return { unknown: 'Composer could not be asked', doubt: null, runtime: [] };
    return {
        unknown: null,
        doubt: composerProblemsOf(text).flat().some(isLacking) ? 'the repositories lack what it needs' : null,
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
 * The newest release of a package that resolves beside the target. "None" only where another patch of the target and
 * a pre-release were tried as well, and nothing but the target or the platform refused.
 */
async function askForRelease(blocker, attempt) {
    const { package: name, kind } = blocker;
    // What is locked is not asked about advisories. Else it is quicker: only the package and its neighbours are read.
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
    const found = lock === null ? undefined : readLock(lock).packages.find((locked) => locked.name.toLowerCase() === name);
    if (!found)
        return null;
    const { version } = found;
    return { kind: 'release', version, stable: !/dev|alpha|beta|rc/i.test(version), runtime: [], allowed: false };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/try-resolution.js
/** Resolves without installing. composer.json and composer.lock of the folder are written over, and stay. */
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
/**
 * Asks Composer for the newest release of each blocker that allows the target: it is resolved beside the target alone,
 * without the project's other requirements and without a vendor folder.
 */
async function findAllowingReleases(tools, question) {
    const askable = question.blockers.filter(({ kind }) => ['requirement', 'advisory', 'absent', 'policy'].includes(kind));
    const answers = new Map();
    if (askable.length === 0)
        return answers;
    const target = await resolveWith(tools, question, {}, { lock: null, args: [], securityBlocking: false });
    for (const blocker of askable.slice(0, mostAsked)) {
        const answer = target.lock === null
            ? { kind: 'unknown', why: 'the target alone does not resolve' }
            : await askForRelease(blocker, trying(tools, question, { blocker, lock: target.lock }));
        answers.set(blocker.package, answer);
    }
    for (const { package: name } of askable.slice(mostAsked))
        answers.set(name, { kind: 'unknown', why: `only the first ${mostAsked} packages were asked` });
    return answers;
}
function trying(tools, question, { blocker: { package: name, kind }, lock }) {
    return (constraint, quick, ...args) => resolveWith(tools, question, { [name]: constraint }, {
        lock: quick ? lock : null,
        args: quick ? [name, '--with-dependencies', ...args] : args,
        // An advisory is no incompatibility: only who is refused for one is asked about it.
        securityBlocking: kind === 'advisory'
    });
}
function resolveWith(tools, { folder, composerJson, core, platform }, require, trial) {
    const bare = removeAt(setAt(composerJson, ['require'], { ...require, ...core }), ['require-dev']);
    return tryResolution(tools, { ...trial, folder, composerJson: bare, args: [...trial.args, ...platform] });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/find-all-blockers.js






const rounds = 5;
/**
 * Everything that stands in the way, each with the newest release that allows the target. Composer names one of
 * many, so what it named is taken out and it is asked again, until it resolves or names nothing new. Undefined where
 * the failure is of another kind.
 */
async function findAllBlockers(tools, resolution, failed) {
    const found = new Map();
    let result = failed;
    for (let round = 1; isJudged(result); round += 1) {
        const named = findBlockers(`${result.stdout}\n${result.stderr}`, resolution.targetPackages);
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
    return { blockers, answers: isHopeless(blockers) ? new Map() : await findAllowingReleases(tools, question) };
}
function isJudged({ stdout, stderr, exitCode, timedOut }) {
    if (exitCode === 0 || timedOut)
        return false;
    const code = classifyComposerFailure(`${stdout}\n${stderr}`, exitCode);
    return code === 'unsatisfiable' || code === 'composer-policy';
}
function isHopeless(blockers) {
    return blockers.some(({ kind }) => kind === 'target-missing');
}
async function resolveWithout(tools, { folder, composerJson, platform, targetPackages, lock }, blockers) {
    const removable = blockers.filter(({ package: name }) => !targetPackages.includes(name));
    const { result } = await tryResolution(tools, {
        folder,
        composerJson: removable.reduce((json, { package: name }) => find_all_blockers_without(json, name), composerJson),
        lock,
        args: [...platform, ...ignoring(blockers)],
        securityBlocking: blockers.every(({ kind }) => kind !== 'advisory')
    });
    return result;
}
/** What is to be changed in `.magento.app.yaml` must not hide the rest. */
function ignoring(blockers) {
    return blockers.filter(({ kind }) => kind === 'runtime').map(({ package: name }) => `--ignore-platform-req=${name}`);
}
function find_all_blockers_without(json, name) {
    return ['require', 'require-dev', 'conflict'].reduce((text, section) => (valueAt(text, [section, name]) === undefined ? text : removeAt(text, [section, name])), json);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/resolve-packages.js






const resolve_packages_metapackage = 'magento/magento-cloud-metapackage';
const unchanged = 'composer.json, composer.lock and the environment are as they were.';
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
    const edits = requirementEdits(request);
    const edited = editRequirements(request.composerJson, edits);
    await put({ ...request.original, composerJson: edited ?? request.composerJson });
    try {
        // Each call of Composer takes a third of a second, so it writes only what our own editor cannot.
        const commands = edited === null ? requirementCommands(edits) : [];
        for (const args of commands)
            expectSuccess(await composer.run(folder, args));
        // A platform that the project itself declares replaces ours as a whole, and belongs into its lock. The
        // extensions that it leaves out would be looked for on this machine.
        const own = valueAt(request.composerJson, ['config', 'platform']) !== undefined;
        const platform = own ? ['--ignore-platform-req=ext-*'] : [];
        const update = ['update', '--no-install', '--no-progress', ...platform, ...quiet];
        const result = await composer.run(folder, update);
        if (result.exitCode !== 0)
            throw await resolve_packages_explainFailure(tools, request, { result, platform });
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
function requirementEdits({ constraint, productName, productPin, pinned }) {
    return {
        [resolve_packages_metapackage]: constraint,
        ...((productPin !== null || pinned) && { [productName]: productPin })
    };
}
function requirementCommands(edits) {
    return Object.entries(edits).map(([name, constraint]) => [
        ...(constraint === null ? ['remove', name] : ['require', `${name}:${constraint}`]),
        ...['--no-update', ...quiet]
    ]);
}
function expectSuccess(result) {
    if (result.exitCode === 0)
        return;
    throw composerFailure(result, unchanged);
}
async function resolve_packages_explainFailure(tools, { folder, constraint, productName, productPin, original }, { result, platform }) {
    const core = { [resolve_packages_metapackage]: constraint, ...(productPin !== null && { [productName]: productPin }) };
    const composerJson = (await tools.files.read(tools.files.join(folder, 'composer.json'))) ?? '';
    const question = {
        folder,
        composerJson,
        core,
        targetPackages: [resolve_packages_metapackage, productName],
        platform,
        lock: original.composerLock
    };
    return composerFailure(result, unchanged, await findAllBlockers(tools, question, result));
}
function noLockWritten() {
    return new src_errors/* UpgradeError */.f('composer-policy', {
        message: 'Composer finished without writing composer.lock.',
        unchanged,
        next: 'Remove "lock": false from the config section of composer.json.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/content-hash.js


// What Composer counts in its lock (Locker::getContentHash, the same in every 2.x).
const counted = [
    ...['name', 'version', 'require', 'require-dev', 'conflict', 'replace', 'provide'],
    ...['minimum-stability', 'prefer-stable', 'repositories', 'extra']
];
const content_hash_rootSchema = schemas/* looseObject */._H3({ config: schemas/* looseObject */._H3({ platform: schemas/* unknown */.L5J() }).optional().catch(undefined) });
// JavaScript loses how PHP would write such a number.
const fraction = /[:[,]\s*-?\d+[.eE]/;
/**
 * The `content-hash` that Composer writes into the lock of a composer.json, or null where that is not known: for texts
 * with keys that JavaScript puts in another order, and with fractions.
 */
function contentHash(composerJsonText) {
    const root = content_hash_rootSchema.safeParse(content_hash_parsed(composerJsonText));
    if (!root.success || fraction.test(composerJsonText))
        return null;
    const platform = root.data.config?.platform ?? null;
    const sections = counted.filter((key) => key in root.data).map((key) => [key, root.data[key]]);
    const all = [...sections, ...(platform === null ? [] : [['config', { platform }]])];
    const text = encode(Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))));
    return text === null ? null : (0,external_node_crypto_.createHash)('md5').update(text).digest('hex');
}
function content_hash_parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
/** As `json_encode` of PHP writes what it has read into arrays; null where the order of keys is lost. */
function encode(value) {
    if (typeof value === 'string')
        return encodeText(value);
    if (typeof value !== 'object' || value === null)
        return JSON.stringify(value);
    const entries = Object.entries(value);
    // An empty object has become an empty array.
    if (entries.length === 0)
        return '[]';
    const isList = Array.isArray(value);
    if (!isList && entries.some(([key]) => /^-?\d+$/.test(key)))
        return null;
    const parts = entries.map(([key, part]) => {
        const text = encode(part);
        return text === null ? null : isList ? text : `${encodeText(key)}:${text}`;
    });
    if (parts.includes(null))
        return null;
    return isList ? `[${parts.join(',')}]` : `{${parts.join(',')}}`;
}
function encodeText(text) {
    const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return JSON.stringify(text)
        .replaceAll('/', '\\/')
        .replace(/[\u0080-\uffff]/g, escaped);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/stale-lock.js

/**
 * A warning where composer.lock was made for another composer.json: what the upgrade resolves then brings along what was
 * edited meanwhile. None where that is not known.
 */
function staleLock(composerJsonText, composerLockText) {
    const [, locked] = /"content-hash"\s*:\s*"([0-9a-f]{32})"/.exec(composerLockText) ?? [];
    const wanted = contentHash(composerJsonText);
    if (locked === undefined || wanted === null || locked === wanted)
        return [];
    return [
        {
            id: 'composer-lock-stale',
            severity: 'warning',
            level: 'before',
            message: 'composer.lock was not made for this composer.json (its content-hash differs): the upgrade also brings what was edited meanwhile.',
            fix: 'Run composer update --lock, look at what it changes, and commit composer.lock before the upgrade.'
        }
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan-upgrade.js














/**
 * Finds out what an upgrade would change and what stands in its way, by letting Composer resolve it in the scratch
 * checkout. Throws UpgradeError: `bad-input` for the target, `preflight-failed` for an upgrade path that has a
 * stop on the way, `unsatisfiable` and its kin for what Composer says, `wrong-version` where the target is missed.
 */
async function planUpgrade(tools, input) {
    const offered = availableVersions(tools, input.checkout.composerJson, input.project.product.name);
    try {
        return await planWith(offered, tools, input);
    }
    finally {
        // It works in a folder and with keys that are gone after this.
        await offered;
    }
}
async function planWith(offered, tools, input) {
    const { checkout, project } = input;
    const from = project.product.version;
    const target = await findTarget(offered, input);
    const to = target.productPin ?? target.line;
    const path = checkUpgradePath({ from, to, project, appYamlText: checkout.appYaml });
    const before = planRuntime(checkout.appYaml, to, input.updateAppConfig);
    const blocked = preflightError([
        ...path,
        ...composerConfigProblems(project.config),
        ...plan_upgrade_requirements(input, before, to)
    ]);
    if (blocked)
        throw blocked;
    const migrated = planMigrations(checkout.composerJson, { from, to });
    const resolve = (productPin) => resolvePackages(tools, {
        folder: tools.git.folder,
        composerJson: migrated.text,
        constraint: target.constraint,
        productName: project.product.name,
        productPin,
        pinned: project.productPin !== null,
        original: checkout
    });
    const resolved = await resolve(target.productPin);
    const after = checkResolution(resolved, { project, target });
    const { version } = after.product;
    const held = target.productPin === null ? await findHeldBack(await offered, version, resolve) : nothingHeld;
    const same = version === from;
    // The requirements differ by patch: what counts is the version that was found, not the line's first.
    const runtime = planRuntime(checkout.appYaml, version, input.updateAppConfig);
    const plan = await describe_plan_describePlan(tools.git, {
        ...input,
        resolution: target,
        // Where the product stays, nothing is upgraded: other packages are not moved behind its back.
        after: same ? project : after,
        composerJson: resolved.composerJson,
        migrations: same ? [] : [...migrated.migrations, ...runtime.changes],
        heldBack: held.heldBack,
        problems: [
            ...held.problems,
            ...(same
                ? []
                : [
                    ...path,
                    ...plan_upgrade_requirements(input, runtime, version),
                    ...unallowedPlugins(checkout, resolved),
                    ...staleLock(checkout.composerJson, checkout.composerLock)
                ])
        ]
    });
    return { plan, files: { ...resolved, appYaml: runtime.appYaml } };
}
async function findTarget(offered, { target, project }) {
    const parsed = parseTarget(target);
    // The range forms need no list of versions to begin with: the resolver finds the newest by itself.
    const listed = parsed.kind === 'line-newest' || parsed.kind === 'latest-patch';
    return resolveTarget(parsed, project.product.version, listed ? [] : ((await offered) ?? []));
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-scripts.js

// Composer takes an object for a list, and any event of its own may have scripts.
const composer_scripts_commands = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* unknown */.L5J()), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())])
    .transform((value) => (typeof value === 'string' ? [value] : Object.values(value)))
    .transform((list) => list.filter((entry) => typeof entry === 'string'));
// An entry of an odd shape is left out alone: the others run.
const root = schemas/* looseObject */._H3({ scripts: schemas/* record */.g1P(schemas/* string */.YjP(), composer_scripts_commands.catch([])).catch({}).optional() });
// https://getcomposer.org/doc/articles/scripts.md#event-names, without those of commands that an update is not (2026-11).
const events = [
    ...['init', 'command', 'pre-command-run', 'pre-file-download', 'post-file-download'],
    ...['pre-install-cmd', 'post-install-cmd', 'pre-update-cmd', 'post-update-cmd'],
    ...['pre-dependencies-solving', 'post-dependencies-solving', 'pre-pool-create', 'pre-operations-exec'],
    ...['pre-package-install', 'post-package-install', 'pre-package-update', 'post-package-update'],
    ...['pre-package-uninstall', 'post-package-uninstall', 'pre-autoload-dump', 'post-autoload-dump']
];
/**
 * Every command that Composer runs with an install or an update, references followed: `@name` is another script,
 * `@php` and `@composer` are programs, `@putenv` runs nothing. A reference to itself stays as it is written.
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
/** The script that a command refers to, '' where it runs nothing, null where it is a program. */
function reference(command, own) {
    if (/^@putenv\s/.test(command))
        return '';
    if (!command.startsWith('@') || /^@php\s/.test(command))
        return null;
    const [first = ''] = command.slice(1).split(/\s+/);
    if (first !== 'composer')
        return first;
    // What follows @composer goes to a shell as it stands, so that no other word may be there.
    const { run, name = '' } = /^@composer\s+(?<run>run(?:-script)?\s+)?(?<name>[\w:-]+)(?:\s+--?[a-z-]+)*$/.exec(command)?.groups ?? {};
    // Its events are among ours, and it writes below vendor/ alone.
    if (run === undefined && ['dump-autoload', 'dumpautoload'].includes(name))
        return '';
    return run !== undefined || own.has(name) ? name : null;
}
const composer_scripts_schema = /^(?:php\s+)?(?:\.\/)?vendor\/bin\/ece-tools schema:generate(?<tolerant>\s*\|\|\s*(?:true|:|exit 0))?$/;
// Magento's own root sets the paths of the coding standard, which lie in vendor/.
const codingStandard = /^\(?(?:\[ \$COMPOSER_DEV_MODE -eq 0 \] \|\| )?(?:\.\/)?vendor\/bin\/phpcs --config-set installed_paths [\w.,/-]+\)?$/;
const harmless = [composer_scripts_schema, codingStandard, /^Composer\\Config::disableProcessTimeout$/];
/** Commands that run with an update beside the template's own, and may write anything anywhere. */
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
 * whether its failure ends the update: not where `|| true` follows it. Null where it does not run.
 */
function environmentSchemaScript(composerJsonText) {
    const matches = scriptCommands(composerJsonText)
        .map(({ command }) => composer_scripts_schema.exec(command))
        .filter((match) => match !== null);
    if (matches.length === 0)
        return null;
    return { mayFail: matches.every(({ groups }) => groups?.['tolerant'] !== undefined) };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/patching-plugins.js



const patching_plugins_record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).catch({});
const patching_plugins_root = schemas/* looseObject */._H3({ extra: patching_plugins_record.optional() });
/**
 * The plugins that the project lets patch packages (cweagans/composer-patches, vaimo/composer-patches and their kin),
 * and the places that name the patched packages. Null where there is none.
 */
function patchSources(composerJsonText, packages) {
    const plugins = allowedPlugins(composerJsonText, packages)
        .map(({ name }) => name)
        .filter((name) => /patch/i.test(name) && !name.startsWith('magento/'));
    if (plugins.length === 0)
        return null;
    const extra = patching_plugins_root.parse(JSON.parse(composerJsonText.replace(/^\uFEFF/, ''))).extra ?? {};
    const own = patching_plugins_record.parse(extra['composer-patches']);
    const named = ['patches-file', 'patches-search'].flatMap((key) => [extra[key], own[key]]).flat();
    return {
        plugins,
        texts: [extra['patches'], ...packages.map((locked) => locked.extra['patches'])].flatMap((patches) => patches === undefined ? [] : JSON.stringify(patches, null, 1).replaceAll('\\/', '/')),
        // The second releases of cweagans/composer-patches read these two by themselves.
        paths: [...named.filter((path) => typeof path === 'string'), 'patches.json', 'patches.lock.json']
    };
}
/** Which of the packages that carry a map one of these texts names. */
function patchedCarriers(texts, lock) {
    const carriers = mapEntries(lock.composerLock, lock.composerJson).map(({ package: name }) => name);
    return carriers.filter((name) => texts.some((text) => text.includes(name)));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/patching-plugins.js


/**
 * Plugins that patch a package whose files are marshaled, each with that package, in words. Without the plugin the
 * patch would be missing from the commit. So do those whose list of patches lies where it cannot be read.
 */
async function patchingPlugins(files, { folder, after }) {
    const sources = patchSources(after.composerJson, lockedPackages(after.composerLock));
    if (sources === null)
        return [];
    const texts = await Promise.all(sources.paths.map((path) => textsBelow(files, folder, path)));
    const patched = patchedCarriers([...sources.texts, ...texts.flatMap((found) => found ?? [])], after);
    const plugin = `the plugin ${sources.plugins.join(' and ')}`;
    return [
        ...patched.map((name) => `${plugin}, which patches ${name}`),
        ...sources.paths
            .filter((_, index) => texts[index] === null)
            .map((path) => `${plugin}, whose list of patches (${path}) lies outside the project`)
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
 * fast, unless composer.json runs scripts of its own after an update or lets a plugin patch a package with a map:
 * what those write is known only where they run. They are third-party code, so that a run which holds secrets refuses
 * to choose by itself; `full` lets them run, `fast-without-scripts` leaves them out.
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
        return { mode: 'fast', problems: [choose_install_mode_refused(list)] };
    return { mode: 'full', problems: [everything(list)] };
}
function choose_install_mode_refused(list) {
    return {
        id: 'install-runs-project-code',
        severity: 'error',
        message: `composer update would run ${list}. That is code of the project, and this run holds keys which it could read.`,
        fix: 'Set install: full to let it run, or install: fast-without-scripts to make the commit without it.'
    };
}
function everything(list) {
    return {
        id: 'install-mode',
        severity: 'warning',
        message: `composer update runs ${list}, so everything was installed instead of the marshaled packages alone.`,
        fix: 'Set install: full to hide this notice, or install: fast-without-scripts to leave it out.'
    };
}
function leftOut(list) {
    return {
        id: 'install-mode',
        severity: 'warning',
        message: `Left out of this update: ${list}. What it would have written is not in the commit.`,
        fix: 'Set install: full to let it run.'
    };
}
// Plugins of Adobe's own locks; none of them writes a file that a Cloud project commits.
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
    const names = allowedPlugins(after.composerJson, lockedPackages(after.composerLock))
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/ssh-version.js

/** Version of the OpenSSH client, e.g. `9.2`, or null where there is none. */
async function sshVersion(run, environment) {
    const { stderr, stdout } = await run(['ssh', '-V'], { env: childEnvironment(environment, {}), timeoutSeconds: 10 });
    return /OpenSSH_(\d+\.\d+)/.exec(`${stdout}${stderr}`)?.[1] ?? null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/plan-and-check.js















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
    const problems = [
        ...project.problems,
        ...(planned.status === 'fulfilled' ? checked.value.map(plan_and_check_readAnyway) : checked.value)
    ];
    if (planned.status === 'rejected')
        throw withProblems(planned.reason, problems);
    const install = await refuseProjectCode(telling, project, planned.value);
    const all = [...problems, ...planned.value.plan.problems, ...install];
    const error = preflightError(all);
    if (error)
        throw error;
    facts.warnings = [...facts.warnings, ...all];
    return planned.value;
}
// Said before the backup begins; what is no error comes with the update itself.
async function refuseProjectCode({ options, secrets }, { scratch }, { plan: { changed }, files: after }) {
    if (!changed)
        return [];
    const { install } = options;
    const choice = { install, folder: scratch.folder, after, holdsSecrets: secrets.length > 0 };
    const { problems } = await chooseInstallMode(files_files, choice);
    return problems.filter(({ severity }) => severity === 'error');
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
function plan_and_check_describePlan({ plan: { fromVersion, toVersion, changed, heldBack } }) {
    if (heldBack !== null)
        return `${fromVersion} to ${toVersion}, held back from ${heldBack.version}`;
    return changed ? `${fromVersion} to ${toVersion}` : `${fromVersion} is what the target asks for`;
}
async function check(telling, parts) {
    const found = await Promise.all([checkMachine(telling, parts), checkGitHub(telling, parts)]);
    return found.flat().sort((a, b) => a.severity.localeCompare(b.severity));
}
/** Whether the pull request could be opened: found out before its branch is pushed. */
async function checkGitHub({ options, context }, { project }) {
    if (!options.pullRequest || !options.push)
        return [];
    const { githubToken: token, remote } = options;
    const github = createGitHub({
        token,
        apiUrl: context.environment['GITHUB_API_URL'] ?? 'https://api.github.com',
        fetch: createFetch(context.environment),
        redact: context.redact
    });
    const repository = await repositoryOfPullRequest({ options, context }, project.git);
    return checkPullRequest(github, { repository, remote, base: project.branch, hasToken: !token.isEmpty });
}
function checkMachine({ options, context }, { project, platform, deploying }) {
    const repositoryTools = { fetch: createFetch(context.environment), clock: createClock(context.signal) };
    return checkPreflight({
        git: project.git,
        composer: project.composer,
        files: files_files,
        cloud: platform?.cloud ?? null,
        probe: (url, headers) => probeRepository(repositoryTools, url, headers),
        sshVersion: () => sshVersion(createRunCommand(context.signal, context.redact), context.environment),
        // While it is being deployed, an environment has no logins.
        reach: !deploying && (options.verify || options.backup !== 'off') ? platform : null
    }, {
        ...options,
        deploying,
        eceTools: project.composerProject.eceTools,
        repositories: project.composerProject.repositories,
        auth: project.auth,
        origins: project.origins,
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
    if (errors.every(isOfRepository))
        return asComposerFailed(reason, errors, problems);
    const planning = { id: reason.code, severity: 'error', message: reason.message, fix: reason.next };
    return preflightError([...errors, planning, ...reason.problems]);
}
function isOfRepository({ id }) {
    return repositoryProblemIds.some((known) => known === id);
}
/** What Composer has read is no obstacle, whatever our own question was answered. */
function plan_and_check_readAnyway(problem) {
    if (!isOfRepository(problem))
        return problem;
    return { ...problem, severity: 'warning', message: `${problem.message} Composer itself read what the plan needs.` };
}
/** Where the repositories alone are the trouble, the code is that of Composer, and the words are the more exact ones. */
function asComposerFailed(reason, errors, problems) {
    const { code, unchanged, details } = reason;
    const refused = code === 'composer-credentials' || code === 'composer-network';
    return new src_errors/* UpgradeError */.f(code, {
        message: refused ? errors.map(({ message }) => message).join(' ') : reason.message,
        unchanged,
        next: refused ? (errors[0]?.fix ?? reason.next) : reason.next,
        problems: [...problems, ...reason.problems],
        ...(details !== undefined && { details })
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/plan.js




/** Plans an upgrade and changes nothing. The report's `plan` says what would change and what stands in the way. */
function plan_planUpgrade(options, context = {}) {
    return tellStory('plan', options, context, (telling) => withProject(telling, '', async (project) => {
        const { facts, timetable } = telling;
        facts.branch = project.branch || null;
        facts.warnings = [...project.problems, ...project.composerProblems];
        const planned = await timetable.step('plan', () => plan(telling, project), describePlan);
        facts.plan = planned.plan;
        facts.warnings = [...facts.warnings, ...planned.plan.problems];
        facts.verdict = planVerdict(planned.plan);
    }));
}

// EXTERNAL MODULE: ./.tmp/compiled/src/render-summary.js + 7 modules
var render_summary = __webpack_require__(186);
// EXTERNAL MODULE: ./.tmp/compiled/src/render/describe-recovery.js
var describe_recovery = __webpack_require__(9519);
;// CONCATENATED MODULE: ./.tmp/compiled/src/render-text.js









/** A report as plain text for the terminal: verdict first, then what explains it, what to do next last. */
function renderText(report) {
    const { error, plan, backup, recovery } = report;
    const phases = describePhases(report.deployment);
    const lines = [
        headline(report),
        ...steps(report),
        ...render_text_section('Phases of the deployment', phases === '' ? [] : [phases]),
        ...render_text_section('Packages', plan?.changed ? [countChanges(plan)] : []),
        ...groupNotes(notesOf(report)).flatMap(({ title, notes }) => render_text_section(title, render_text_shortened(notes.map(render_text_telling)))),
        ...render_text_section('Backup', describeBackup(backup)),
        ...render_text_section('Warnings', otherWarnings(report).map(render_text_telling)),
        ...render_text_section(`Deployment: ${report.deployment?.verdict ?? ''}`, deploymentReasons(report)),
        ...render_text_section('Findings, the likeliest cause first', report.findings.flatMap(render_text_finding)),
        ...render_text_section('Problems', errorsFirst(error?.problems ?? []).map((problem) => `${problem.severity}: ${render_text_telling(problem)}`)),
        ...render_text_section('Details', error?.details ? error.details.split('\n').slice(0, 40) : []),
        ...render_text_section('Recovery', recovery ? [describeRecovery(recovery), ...recovery.dataCommands] : []),
        ...(error
            ? ['', `Unchanged: ${error.unchanged}`, `Next: ${error.next}`, `Code: ${error.code} (exit ${error.exitCode})`]
            : [])
    ];
    return `${visibleText(lines.join('\n'))}\n`;
}
function errorsFirst(problems) {
    return problems.toSorted((a, b) => a.severity.localeCompare(b.severity));
}
const render_text_most = 20;
function render_text_shortened(lines) {
    return lines.length > render_text_most ? [...lines.slice(0, render_text_most), `${lines.length - render_text_most} more in the report (--json)`] : lines;
}
function render_text_telling({ message, fix }) {
    return `${message} ${fix}`;
}
function render_text_finding({ title, source, phase, certainty, evidence, meaning, next }, index) {
    // A flag is its own evidence.
    const shown = source.startsWith(evidence) ? [] : evidence.split('\n').filter((line) => line.trim() !== '');
    return [
        `${index + 1}. ${title} (${[source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ')})`,
        ...shown.slice(0, 8).map((line) => `   | ${line}`),
        `   ${meaning}`,
        `   next: ${next}`
    ];
}
function steps({ steps: list }) {
    const marks = { done: '✓', skipped: '-', failed: '✗' };
    return render_text_section('Steps', list.map(({ step, outcome, seconds, note }) => `${marks[outcome]} ${step.padEnd(9)} ${(outcome === 'skipped' ? '' : renderSeconds(seconds)).padStart(8)}  ${render_text_inShort(note, outcome)}`));
}
// A failure is told in full above and below.
function render_text_inShort(note, outcome) {
    const line = note.split('\n')[0] ?? '';
    return outcome === 'failed' ? (/^.*?\.(?= |$)/.exec(line)?.[0] ?? line) : line;
}
function render_text_section(title, lines) {
    return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}

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
    for (const backup of await listBackups(tools.files, directory, (reason) => unreadable.push(reason)))
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
        const damage = await findOtherContent(tools, backup);
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
    for (const name of [...dumpNames, ...mediaNames, manifestName])
        await files.remove(files.join(folder, name));
    await files.removeIfEmpty(folder);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/keep-backups.js




/**
 * The backups in a folder, the newest first. `onUnreadable` hears of each manifest that cannot be read, and why, in
 * foreign words. Throws UpgradeError `bad-input` where there is no such folder.
 */
function keep_backups_listBackups(directory, onUnreadable) {
    return list(files, directory, onUnreadable);
}
/**
 * Removes the backups that neither rule of `retention` keeps; the newest proven one of an environment always stays, and
 * counts as proven only where its files are there with their checksums.
 * With `dryRun` it only tells. Throws UpgradeError `bad-input` where there is no such folder.
 */
function keep_backups_pruneBackups(directory, { dryRun, ...retention }) {
    return prune({ files, dumpFiles }, directory, { retention, now: new Date(), dryRun });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/repository-visibility.js



/** Whether a repository is public; null where there is no token, or GitHub does not answer with it. */
async function isPublicRepository(repository, { token, apiUrl, environment = {} }) {
    const secret = typeof token === 'string' ? new src_secret/* Secret */.z(token) : token;
    if (secret.isEmpty)
        return null;
    return createGitHub({ token: secret, apiUrl, fetch: createFetch(environment) })
        .isPublic(repository)
        .catch(() => null);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/restore-backup.js



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
        throw restore_backup_locked(unreadable.map(({ path }) => path));
}
async function load({ ssh, dumpFiles }, { dump, path, target }) {
    const source = dumpFiles.loadable(path, dump.encryption === 'age' ? target.identity : null);
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
function restore_backup_locked(paths) {
    return new UpgradeError('bad-input', {
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
    return checkBackup({ files, dumpFiles }, path, await verify_backup_readIdentity(identityFile));
}
/** Text of an identity file, or null where none was named. */
async function verify_backup_readIdentity(path) {
    return path === '' ? null : ((await files.read(files.resolve(path))) ?? null);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/restore-backup.js








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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/commit-refusal.js

const commit_refusal_known = [
    [
        /gpg failed to sign|failed to sign the data|secret key not available|No secret key|signing failed|Couldn't load public key|user\.signingkey/i,
        {
            meaning: 'it could not be signed',
            next: 'Give git its signing key on this machine, or set commit.gpgsign to false for this clone.'
        }
    ],
    [
        /tell me who you are|empty ident name|unable to auto-detect email|no email was given|identity unknown/i,
        { meaning: 'git knows no author', next: "Set commit-author to 'Name <email>', or user.name and user.email." }
    ],
    [
        /git-lfs' was not found|git-lfs: (?:command )?not found|filter '?lfs'? failed|git-lfs.*failed/i,
        { meaning: 'git-lfs is not installed', next: 'Install git-lfs, then run again.' }
    ],
    [
        /\b(?:node|npx|npm|pnpm|yarn): (?:command )?not found|env: [‘'"]?node|can't find (?:node|npx)|code 127/i,
        {
            meaning: 'a git hook of this repository (husky or the like) needs a program that is not on PATH',
            next: 'Install Node and the packages of the project, or run with HUSKY=0 where hooks are for developers only.'
        }
    ]
];
/** Explains what `git commit` said on stderr; what is not known is put down to the hooks, whose own words it then is. */
function explainCommit(stderr) {
    // What matters stands at the end; a hook may say any amount.
    const said = lastCharacters(stderr, 20_000);
    return (commit_refusal_known.find(([pattern]) => pattern.test(said))?.[1] ?? {
        meaning: 'a hook of this repository (pre-commit, commit-msg) failed',
        next: 'Read the details, fix what the hook finds or the hook itself, then run again.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secret-forms.js + 4 modules
var secret_forms = __webpack_require__(8749);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/commit/author-arguments.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/commit-upgrade.js





/**
 * Stages exactly what the update wrote and removed, scans it and commits. Returns the commit's SHA, or null
 * where nothing differs from HEAD. Throws UpgradeError `commit-refused` with every offending path; the index is
 * then as it was.
 */
async function commitUpgrade(tools, input) {
    const { git } = tools;
    const paths = [...input.update.writtenFiles, ...input.update.removedFiles];
    await stage(git, paths);
    const staged = await stagedPaths(git);
    if (staged.length === 0)
        return null;
    await scan(tools, staged, input);
    await commit(git, input);
    return (await git.read('rev-parse', 'HEAD')).trim();
}
/** What is tracked is staged although .gitignore names it, as `git add -A` does; plain `git add` refuses it. */
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
    const text = await git.read('diff', '--cached', '--name-only', '--no-renames', '-z', 'HEAD');
    return text.split('\0').filter((path) => path !== '');
}
async function scan(tools, staged, input) {
    const { git, files } = tools;
    const forms = input.secrets.flatMap((secret) => (0,secret_forms/* secretForms */.e)(secret));
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
    const { meaning, next } = explainCommit(`${result.stdout}\n${result.stderr}`);
    // A hook that says no is told like a remote that does, never passed over.
    throw new src_errors/* UpgradeError */.f('push-rejected', {
        message: `git refused the commit: ${meaning}.`,
        unchanged: 'Nothing was committed or pushed; the branch and the environment are as they were.',
        next,
        details: result.stderr.trim() || result.stdout.trim()
    });
}
function commit_upgrade_textOf({ message, trailers }) {
    return trailers.length > 0 ? `${message}\n\n${trailers.join('\n')}\n` : `${message}\n`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/classify-changes.js
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
    const mapped = checkout.newMapped.has(path) || checkout.oldMapped.has(path);
    // vendor/.htaccess is in the map of the base package, and tracked in many projects.
    if (path.startsWith('vendor/') && !mapped)
        return isNew ? 'ignore' : 'unexpected';
    if (status.includes('D'))
        return checkout.oldMapped.has(path) ? 'removed' : 'restore';
    return mapped || generated.has(path) ? 'written' : 'unexpected';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/fast-root.js

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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/install-maps.js



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
/** Throws the UpgradeError of its kind (`composer-credentials`, `composer-network` …) where a call of Composer failed. */
function expectInstalled(result) {
    if (result.exitCode === 0)
        return;
    throw composerFailure(result, 'The checkout, the branch and the environment are as they were.');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/expand-glob.js

/**
 * The paths below `root` that a pattern of PHP's `glob` matches: `*`, `?` and `[a-z]` within one name, and never a name
 * that begins with a dot where the pattern does not.
 */
async function expandGlob(files, root, pattern) {
    let found = [root];
    for (const part of pattern.split('/')) {
        const name = namePattern(part);
        const next = found.map(async (folder) => (await files.names(folder)).filter((entry) => name.test(entry)).map((entry) => files.join(folder, entry)));
        found = (await Promise.all(next)).flat();
    }
    return found;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/mapped-files.js


/**
 * What the installed packages of `lockText` map into the checkout: every file where marshaling has put it, and one
 * that is nowhere under the place where it belongs.
 */
async function mappedFiles(files, folder, lockText, composerJsonText) {
    const entries = mapEntries(lockText, composerJsonText).flatMap(({ package: name, entries }) => entries.map(([source, destination]) => ({ root: files.join(folder, 'vendor', name), source, destination })));
    const lists = await Promise.all(entries.map((entry) => expand(files, folder, entry)));
    return new Map(lists.flat());
}
async function expand(files, folder, entry) {
    const sources = await mapped_files_matches(files, entry);
    const placed = sources.map(async ({ path, intoFolder }) => {
        const mayNest = intoFolder || baseName(path) !== baseName(trimDestination(entry.destination));
        const found = await files.list(path);
        const whole = trimDestination(entry.destination);
        return Promise.all(found.map(async (file) => {
            const plain = intoFolder ? `${whole}/${baseName(path)}` : whole;
            const source = file === '' ? path : files.join(path, file);
            const present = mayNest
                ? await presentAt(files, folder, { plain, name: baseName(path), file })
                : [trimDestination(`${plain}/${file}`)];
            return present.map((place) => [place, source]);
        }));
    });
    return (await Promise.all(placed)).flat(2);
}
/** The files and folders that a map's source stands for; what a wildcard matches goes into the destination. */
async function mapped_files_matches(files, { root, source, destination }) {
    const path = files.join(root, trimDestination(source));
    if (await files.exists(path)) {
        const isFile = (await files.list(path))[0] === '';
        return [{ path, intoFolder: isFile && destination.endsWith('/') }];
    }
    const found = await expandGlob(files, root, trimDestination(source));
    return found.map((match) => ({ path: match, intoFolder: true }));
}
// How often marshaling may have nested a folder into itself: once with each installation that found it there.
const depths = [0, 1, 2, 3];
/**
 * Where a file is. A folder that was in the project already may be taken inside itself, under its source's name:
 * that is the plugin's own way where the names differ or a wildcard matched it.
 */
async function presentAt(files, folder, { plain, name, file }) {
    const places = depths.map((depth) => trimDestination([plain, ...Array.from({ length: depth }, () => name), file].join('/')));
    const there = await Promise.all(places.map((place) => files.isFile(files.join(folder, place))));
    const found = places.filter((_, index) => there[index]);
    return found.length > 0 ? found : [places[0] ?? plain];
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/own-changes.js
/**
 * The files that the shop changed, or left as another version had them. Right after the old version is marshaled, each
 * of them differs from HEAD; a mode alone is no change.
 */
async function findOwnChanges({ git, files }, oldMapped) {
    const differing = (await git.read('diff', '--numstat', '--no-renames', '-z', 'HEAD'))
        .split('\0')
        .map((line) => line.split('\t'))
        .filter(([added, removed]) => !(added === '0' && removed === '0'))
        .flatMap(([, , path = '']) => (oldMapped.has(path) && !isTheirs(path) ? [path] : []));
    const changes = differing.map(async (path) => {
        const head = await git.run('cat-file', '--filters', `HEAD:${path}`);
        const base = await files.read(files.join(git.folder, path));
        return { path, ours: head.exitCode === 0 ? own_changes_text(head.stdout) : null, base: own_changes_text(base) };
    });
    return Promise.all(changes);
}
/**
 * Decides on each own change once the new version is marshaled: what the new version holds as well is no loss. With
 * `keep` the change is merged into the new file, provided that `git merge-file` finds no conflict.
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
// Put back from HEAD in any case.
function isTheirs(path) {
    return path === '.gitignore' || path.startsWith('.github/');
}
// Bytes that are no UTF-8 were replaced when they were read.
function own_changes_text(content) {
    return content === null || /[\0\uFFFD]/.test(content) ? null : content;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/visible-destinations.js

// Marshaling writes app/etc/vendor_path.php only where app/etc is, and complains of a missing bin/magento.
const visible_destinations_always = ['app/etc', 'bin'];
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
    const hidden = new Set(paths.filter((path) => ignored.has(path) && ignored.has(`${path}/`) && ![...visible_destinations_always, ...tracked].some((other) => overlaps(path, other))));
    return (destination) => !hidden.has(trimDestination(destination));
}
function overlaps(path, other) {
    return path === other || other.startsWith(`${path}/`) || (visible_destinations_always.includes(other) && path.startsWith(`${other}/`));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/install-fast.js







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
    const ownChanges = await findOwnChanges(tools, oldMapped);
    const script = environmentSchemaScript(composerJson);
    const schema = script === null ? [] : await environmentSchemaPackages(tools, input);
    await installMaps(tools, { folder, composerJson, composerLock: after, alsoKeep: schema, wanted });
    if (schema.length > 0) {
        const generated = await tools.composer.php(folder, ['./vendor/bin/ece-tools', 'schema:generate']);
        // Where the project says `|| true`, a failure is none.
        if (script?.mayFail === false)
            expectInstalled(generated);
    }
    return { oldMapped, newMapped: await marshaled(after), ownChanges };
}
function destinations(lock, composerJson) {
    return mapEntries(lock, composerJson).flatMap(({ entries }) => entries.map(([, destination]) => destination));
}
/** ece-tools and what it needs, where its `.magento.env.md` would be committed: layouts that do not ignore it. */
async function environmentSchemaPackages({ git }, { after }) {
    const ignored = await git.run('check-ignore', '--quiet', '.magento.env.md');
    if (ignored.exitCode === 0)
        return [];
    return [...closure(lockedPackages(after.composerLock), 'magento/ece-tools')];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/install-full.js




/**
 * The documented way: the old version is installed, then everything of the new one, with the scripts of an update. What
 * is installed is the lock of the plan, so that no metadata is asked for twice and nothing newer slips in.
 */
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
    const ownChanges = await findOwnChanges(tools, oldMapped);
    // A base package may have mapped its own .gitignore; git must judge by the project's.
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
        const scripts = valueAt(composerJson, ['scripts', `${when}-update-cmd`]);
        const install = ['scripts', `${when}-install-cmd`];
        return scripts === undefined ? removeAt(text, install) : setAt(text, install, scripts);
    }, composerJson);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update/report-own-changes.js
/** The notices on own changes in marshaled files: which of them the commit keeps, which it loses, and what helps. */
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
        message: `Your changes in ${report_own_changes_list(paths)} were merged into the files of the new version.`,
        fix: 'Look at them in the commit.'
    };
}
function lostNotice(paths, { mapped, asked }) {
    // The plugin takes the beginning of an ignored path for ignored too: a file in a mapped folder would cost the folder.
    const single = paths.filter((path) => mapped.has(path)).map((path) => JSON.stringify(`/${path}`));
    const lasting = single.length === 0
        ? 'They lie in folders that are mapped as a whole, so only a copy outside of them lasts.'
        : `To keep a file for good, add it to extra.magento-deploy-ignore in composer.json: {"*": [${single.slice(0, 20).join(', ')}]}.`;
    return {
        id: 'own-changes-lost',
        severity: 'warning',
        message: `${paths.length === 1 ? 'One marshaled file differs' : `${paths.length} marshaled files differ`} from what the old version brings, by changes of your own or because another version left it; the commit has the new version's: ${report_own_changes_list(paths)}.`,
        fix: `${asked ? 'Their changes do not merge cleanly: carry them over by hand.' : 'Set keep-changes: true to merge such changes in where that is clean.'} ${lasting}`
    };
}
function report_own_changes_list(paths) {
    const more = paths.length > 20 ? ` and ${paths.length - 20} more` : '';
    return paths.slice(0, 20).join(', ') + more;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/update-dependencies.js









/**
 * Writes composer.json, composer.lock and the marshaled files of the new version into the scratch checkout.
 * Throws UpgradeError `preflight-failed` where only code of the project could do it and nobody has allowed that,
 * `composer-crashed` where files of the map are missing afterwards and `commit-refused`
 * where something changed that nobody planned.
 */
async function updateDependencies(tools, input) {
    const { git, files } = tools;
    const { mode, problems } = await chooseInstallMode(files, { ...input, folder: git.folder });
    const refusal = preflightError(problems);
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
        ownChanges: outcomes.map(({ path, outcome }) => ({ path, outcome })),
        problems: [
            ...problems,
            ...reportOwnChanges(outcomes, { mapped: mapDestinations(input), asked: input.keepChanges }),
            ...restoredNotice(changes)
        ]
    };
}
async function writePlanned({ git, files }, { after }) {
    const write = (name, text) => files.write(files.join(git.folder, name), text);
    await write('composer.json', after.composerJson);
    await write('composer.lock', after.composerLock);
    if (after.appYaml !== null)
        await write('.magento.app.yaml', after.appYaml);
}
function mapDestinations({ before, after }) {
    const maps = [before.composerLock, after.composerLock].flatMap((lock) => mapEntries(lock, after.composerJson));
    return new Set(maps.flatMap(({ entries }) => entries.map(([, destination]) => trimDestination(destination))));
}
async function update_dependencies_restore(git, paths) {
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/make-commit.js




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
    if (update.status === 'fulfilled') {
        facts.update = update.value;
        facts.warnings = [...facts.warnings, ...update.value.problems];
    }
    if (backup.status === 'rejected')
        throw backup.reason;
    if (update.status === 'rejected')
        throw update.reason;
    return timetable.step('commit', () => make_commit_commit(telling, parts, backup.value, update.value), (sha) => sha?.slice(0, 12) ?? 'nothing changed');
}
function runUpdate({ options, context, secrets }, { project, planned }) {
    return updateDependencies({ git: project.scratch, composer: project.composer, files: files_files, logger: context.logger }, {
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/plan-verdict.js
/** The verdict of a run that does no more than plan. */
function plan_verdict_planVerdict(plan) {
    return plan.changed ? 'planned' : restingVerdict(plan);
}
/** The verdict of a run that had nothing left to do: up to date only where nothing newer of the line is out. */
function restingVerdict(plan) {
    return plan?.heldBack ? 'held-back' : 'up-to-date';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/join-pull-request-branch.js


/**
 * The commit to push to the branch of a pull request. Where an earlier run left the branch somewhere else, it is a
 * commit with the files of `commit` that follows on both, because a branch is never pushed by force; where the branch
 * holds the very files already, it is the branch's own commit.
 */
async function joinPullRequestBranch({ git }, target) {
    const { remote, branch, commit } = target;
    if ((await remoteCommit(git, remote, branch)) === null)
        return commit;
    const tip = await fetchBranch(git, remote, branch);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/push-refusals.js
/**
 * Rules of the remote, of which several may be broken by one push. Texts of GitHub (GH001, GH006, GH007, GH009, GH013
 * with its rules), GitLab (push rules, secret push protection), Bitbucket and Adobe's Cloud, as they stand in public
 * issues and documentation, 2026-11.
 */
const brokenRules = [
    {
        pattern: /push protection|cannot contain secrets|GH009|secrets? detected/i,
        names: /(?:\bpath: |-- )([^\s|]+?:\d+|[^\s|]+\.[\w]+)\s*(?:\||$)/gm,
        meaning: 'push protection found a secret in the pushed files',
        next: 'Take the secret out of the file that is named and revoke it, or allow it at the address in the details.'
    },
    {
        pattern: /verified signatures?|valid signatures?|must be signed|not signed|unsigned commit/i,
        meaning: 'every commit must be signed',
        next: 'Give git a signing key that the remote knows (commit.gpgsign and user.signingkey, here), or let this account bypass the rule.'
    },
    {
        pattern: /without [`'"]?workflows?[`'"]? (?:permission|scope)|refusing to allow .* workflow/i,
        meaning: 'the token may not change workflow files',
        next: 'Use a token with the workflows permission.'
    },
    {
        pattern: /GH001|exceeds GitHub's file size limit|larger than the (?:allowed|maximum)|exceed\w* the (?:file )?size limit|pack exceeds maximum|HTTP 413|code = 413|file size/i,
        names: /\bFile (\S.*?) is [\d.]+ +[KMG]B/g,
        meaning: 'a file, or the push as a whole, is larger than the remote takes',
        next: 'Take the file out of the repository, or keep it in Git LFS.'
    },
    {
        pattern: /over its data quota|storage (?:limit|quota)|quota (?:is )?exceeded|exceed\w* (?:your |the |its )?quota|over [\w. ]*size (?:limit|quota)|repository size|size exceeds limit/i,
        meaning: 'the repository or its account has used up its room on the remote',
        next: 'Free room there, or buy more; see the details.'
    },
    {
        pattern: /commit message (?:must|does not|doesn't|didn't|should)|message does not (?:follow|match)|commit_message_pattern/i,
        meaning: 'the commit message does not have the form that the remote wants',
        next: 'Set commit-message to one that fits the pattern in the details.'
    },
    {
        pattern: /(?:author|committer)(?:'s)?(?: \w+)? ?(?:e-?mail|name)|GH007|private email|is not a member of (?:the )?team|_email_pattern|cannot push commits (?:for|by) /i,
        meaning: 'the author of the commit is not one that the remote takes',
        next: 'Set commit-author to a name and an address that fit the rule in the details.'
    },
    {
        pattern: /branch name (?:must|does not|doesn't)|branch_name_pattern|creations? (?:being )?restricted|ref name/i,
        meaning: 'the remote takes no branch of this name',
        next: 'Allow the name of the branch in the rule that the details name.'
    },
    {
        pattern: /file (?:path|extension|name) .*(?:restricted|prohibited)|file name .* was blacklisted|File path is restricted/i,
        meaning: 'a rule of the remote keeps a file from being pushed',
        next: 'Allow the path in the rule that the details name, or let this account bypass it.'
    },
    {
        pattern: /known vulnerabilit|protective block/i,
        meaning: "the Cloud's protective block found a known vulnerability in the pushed code",
        next: 'Read the details for the advisory and choose a target that fixes it.'
    },
    {
        pattern: /GH006|protected (?:branch|ref)|through a pull request|required status check|not allowed to (?:force )?push|merge queue/i,
        meaning: 'the branch is protected',
        next: 'Set pull-request: true, or allow the token to bypass the protection.',
        inPullRequest: 'Allow the token to push branches named magento-cloud-upgrade/… in the rule that the details name.'
    }
];
/** What keeps a push from being looked at: this machine, the way, the credentials, the repository. First match. */
const obstacles = [
    {
        pattern: /shallow update not allowed/i,
        meaning: 'the remote takes no push from a shallow clone',
        next: 'Set fetch-depth: 0 for actions/checkout, or run git fetch --unshallow.'
    },
    {
        pattern: /archived/i,
        meaning: 'the repository is archived, so it is read-only',
        next: 'Take it out of the archive, or correct the address of the remote.'
    },
    {
        pattern: /marked as read.only|deploy key.*(?:read.only|write)|write access to repository not granted/i,
        meaning: 'the key or token may only read the repository',
        next: 'Allow write access for the deploy key or token.'
    },
    {
        pattern: /git-lfs' was not found|git-lfs: (?:command )?not found|'lfs' is not a git command|git-lfs.*No such file/i,
        meaning: 'a hook or filter of Git LFS ran on this machine, and git-lfs is not installed',
        next: 'Install git-lfs, or remove its hooks: git lfs uninstall.'
    },
    {
        pattern: /\b(?:node|npx|npm|pnpm|yarn): (?:command )?not found|env: [‘'"]?node|can't find (?:node|npx)|code 127/i,
        meaning: 'a git hook of this repository (husky or the like) needs a program that is not on PATH',
        next: 'Install Node and the packages of the project, or run with HUSKY=0 where hooks are for developers only.'
    },
    {
        pattern: /could not read (?:Username|Password)|terminal prompts disabled|Cannot prompt/i,
        meaning: 'git has no credentials for the remote',
        next: 'Let actions/checkout keep its credentials (persist-credentials: true), or give git a credential helper.'
    },
    {
        pattern: /authentication failed|invalid username or|bad credentials|access denied|password authentication was removed|returned error: 401/i,
        meaning: 'the remote does not accept the credentials that git has',
        next: 'Renew the token or password; a token of an App or of a run lives for an hour or for its job.'
    },
    {
        pattern: /host key verification failed|HOST IDENTIFICATION HAS CHANGED|no \w+ host key is known/i,
        meaning: 'the host key of the remote is not one that this machine trusts',
        next: 'Compare the fingerprint with the one that the host publishes, then add it to known_hosts. Never skip the check.'
    },
    {
        pattern: /permission denied \(|too many authentication failures/i,
        meaning: 'the remote does not accept the SSH key',
        next: 'Add the public key at the remote, or give the right key (core.sshCommand, agent).'
    },
    {
        pattern: /repository .*not found|returned error: 404|could not be found|does not appear to be a git repository|no such project/i,
        meaning: 'there is no such repository, or these credentials may not see it',
        next: 'Check the address of the remote (git remote -v) and what the token may read.'
    },
    {
        pattern: /permission to .* denied|denied to|returned error: 403|insufficient permission/i,
        meaning: 'the token or key may not write to the repository',
        next: 'Give the job contents: write, or use a token that may push.'
    },
    {
        pattern: /GH013|rule violations/i,
        meaning: 'a rule of the repository refuses the push',
        next: 'Read the details: they name the rule.'
    },
    {
        pattern: /remote rejected|hook declined|! \[rejected\]/i,
        meaning: 'the remote refuses the push',
        next: 'Read the details: the remote says why.'
    }
];
/** Words of a network that may be better in a minute (curl, ssh, git 2.30 to 2.53). */
const disturbances = /could not resolve|timed out|connection (?:refused|reset|closed|was)|network is unreachable|no route to host|failed to connect|couldn't connect|early eof|hung up unexpectedly|RPC failed|returned error: (?:429|5\d\d)|TLS|SSL|unexpected disconnect|broken pipe|temporary failure|Could not read from remote/i;

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/push-outcome.js


const raced = {
    code: 'push-raced',
    meaning: 'somebody else pushed to the branch in the meantime',
    next: 'Run the upgrade again: it plans anew from the newer commit. A lock file is never merged.'
};
const local = {
    code: 'push-rejected',
    meaning: 'the pre-push hook of this repository failed, before anything was sent',
    next: 'Read the details, fix what the hook finds or the hook itself, then run again.'
};
const unreached = {
    code: 'retry-later',
    meaning: 'the remote could not be reached',
    next: 'Check the network, then run the same command again.'
};
const push_outcome_unknown = {
    code: 'push-rejected',
    meaning: 'git failed in words that are not known here',
    next: 'Read the details: they are what git and the remote said.'
};
/**
 * Explains what `git push --porcelain` said. All rules of the remote that were broken are told at once; what nobody
 * knows is called unknown, and only a disturbance of the network is worth another try.
 */
function explainPush(said, { pullRequest = false } = {}) {
    // What matters stands at the end; a remote may say any amount.
    const text = lastCharacters(said, 20_000);
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
    const obstacle = obstacles.find(({ pattern }) => pattern.test(text));
    if (obstacle)
        return { code: 'push-rejected', meaning: obstacle.meaning, next: obstacle.next };
    if (disturbances.test(text))
        return unreached;
    // git itself adds this line alone where its own hook ends the push: neither the remote nor the way said a word.
    return text.includes('failed to push some refs') && !/^fatal:/m.test(text) ? local : push_outcome_unknown;
}
/** The files that the remote names, at most five. */
function named({ names }, text) {
    if (!names)
        return '';
    const found = [...new Set([...text.matchAll(names)].map(([, name = '']) => name))];
    return found.length === 0 ? '' : ` (${found.slice(0, 5).join(', ')})`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/push-commit.js



/**
 * Pushes `commit` to `refs/heads/<branch>`, never by force. What counts is what the remote holds afterwards, not
 * git's exit code. Throws UpgradeError `push-raced`, `push-rejected` or `retry-later`; where the remote does not say
 * what it holds, its own word during the push counts, and without one the outcome is told as unknown.
 */
async function pushCommit(git, input) {
    const { remote, branch, commit } = input;
    const pushed = await git.run('push', '--porcelain', remote, `${commit}:refs/heads/${branch}`);
    // Asked even where the run is being stopped: what has arrived must not be reported as not pushed.
    const answer = await askRemoteBranch({ run: (...args) => git.finish(...args) }, remote, branch);
    const arrived = answer.answered ? answer.commit === commit : isAcknowledged(pushed, branch);
    if (!arrived)
        throw failure(input, pushed, answer);
    if (input.liveTag)
        await git.run('push', '--porcelain', remote, `${input.liveTag.commit}:refs/tags/${input.liveTag.name}`);
}
/** The remote's own word for this very branch: a line of `--porcelain` that begins with a blank, `*` or `=`. */
function isAcknowledged({ exitCode, stdout }, branch) {
    return (exitCode === 0 &&
        stdout.split('\n').some((line) => /^[ *=]\t/.test(line) && line.includes(`:refs/heads/${branch}\t`)));
}
function failure(input, { stdout, stderr }, answer) {
    const { remote, branch, commit } = input;
    const text = `${stdout}\n${stderr}`.trim();
    const refusal = explainPush(text, { pullRequest: input.pullRequest ?? false });
    // A refusal is an answer; a way that broke down, and a remote that is silent since, leave it open.
    if (!answer.answered && refusal.code === 'retry-later' && !neverSent.test(text)) {
        return new src_errors/* UpgradeError */.f('retry-later', {
            message: `Whether the commit reached ${branch} on ${remote} is not known: the connection broke down, and ${remote} does not answer.`,
            unchanged: `The commit ${commit.slice(0, 12)} stays in the local repository; ${branch} on ${remote} is as it was, or holds it.`,
            next: 'Run the same command again when the remote answers: it looks first, and goes on from what it finds.',
            details: text
        });
    }
    return new src_errors/* UpgradeError */.f(refusal.code, {
        message: `The commit did not reach ${branch} on ${remote}: ${refusal.meaning}.`,
        unchanged: `The branch on ${remote} and the environment are as they were; the commit ${commit.slice(0, 12)} stays in the local repository.`,
        next: refusal.next,
        details: text
    });
}
// Before a connection stands, nothing can have arrived.
const neverSent = /could not resolve|connection refused|failed to connect|couldn't connect|no route to host|network is unreachable/i;

;// CONCATENATED MODULE: ./.tmp/compiled/src/publish-commit.js




/**
 * Tags the commit that is live, pushes the new one, to the Cloud remote too where one is named, and opens the pull
 * request. Returns whether anything was pushed.
 */
async function publishCommit(telling, publication) {
    const { options, facts, timetable } = telling;
    const { project, planned } = publication;
    if (!options.push) {
        const ref = `refs/magento-cloud-upgrade/${planned.plan.toVersion}`;
        timetable.skip('push', 'push: false');
        await project.git.read('update-ref', ref, publication.commit);
        facts.warnings = [...facts.warnings, ...(await keptElsewhere(project, ref, options.remote))];
        return false;
    }
    const branch = options.pullRequest ? `magento-cloud-upgrade/${planned.plan.toVersion}` : project.branch;
    await timetable.step('push', async () => {
        const liveTag = await tagLiveCommit(telling, publication);
        const { remote } = options;
        const commit = options.pullRequest
            ? await joinPullRequestBranch(project, { remote, branch, commit: publication.commit })
            : publication.commit;
        await telling.confirmLock();
        await pushCommit(project.git, { remote, branch, commit, liveTag, pullRequest: options.pullRequest });
        facts.commit = commit;
        facts.verdict = 'pushed';
        if (options.cloudRemote !== '')
            await pushToCloud(publication, options.cloudRemote, branch).catch((error) => {
                throw halfPushed(error, remote, options.cloudRemote);
            });
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
/** The first remote has the commit: that is said, with what is left to do. */
function halfPushed(error, first, second) {
    if (!(error instanceof src_errors/* UpgradeError */.f))
        return error;
    return new src_errors/* UpgradeError */.f(error.code, {
        message: `${error.message} ${first} holds it already.`,
        unchanged: `The environment is as it was, as far as ${second} is known; the commit is on ${first}.`,
        next: `${error.next} The next run pushes it to ${second} alone.`,
        ...(error.details !== undefined && { details: error.details })
    });
}
/** Where the branch is not checked out, nothing moves to the commit: it is found by its ref. */
async function keptElsewhere({ git, branch }, ref, remote) {
    if ((await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim() === branch)
        return [];
    const message = `${branch} is not checked out here: the commit is kept as ${ref}.`;
    const fix = `To push it: git push ${remote} ${ref}:refs/heads/${branch}`;
    return [{ id: 'commit-kept', severity: 'warning', message, fix }];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/recovery-plan.js
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
    const where = `--project ${recovery_plan_quoted(data.project)} --environment ${recovery_plan_quoted(data.environment)}`;
    const here = backup?.downloadedTo ?? null;
    if (backup?.manifest != null && here !== null)
        return [
            `magento-cloud-upgrade backup verify ${recovery_plan_quoted(backup.manifest)}`,
            `magento-cloud-upgrade backup restore ${recovery_plan_quoted(backup.manifest)} ${where} --confirm ${recovery_plan_quoted(data.environment)}`
        ];
    if (backup?.location != null)
        return onServer(data, backup.location);
    const sum = /sha256:([0-9a-f]{64})/.exec(data.trailer)?.[1];
    if (sum !== undefined && data.backupDirectory !== '')
        return [
            `grep -rl ${sum} ${recovery_plan_quoted(data.backupDirectory)} --include=manifest.json`,
            `magento-cloud-upgrade backup restore FOLDER ${where} --confirm ${recovery_plan_quoted(data.environment)}`
        ];
    const found = sum === undefined ? [] : [`sha256sum FILE # the dump of before the upgrade has ${sum}`];
    return [...found, `magento-cloud snapshot:list -p ${recovery_plan_quoted(data.project)} -e ${recovery_plan_quoted(data.environment)}`];
}
function onServer({ project, environment, login }, location) {
    const ssh = login === null ? `magento-cloud ssh -p ${recovery_plan_quoted(project)} -e ${recovery_plan_quoted(environment)}` : `ssh ${recovery_plan_quoted(login)}`;
    return [
        `${ssh} ${recovery_plan_quoted(`gzip -t ${recovery_plan_quoted(location)}`)}`,
        `${ssh} ${recovery_plan_quoted(`gunzip -c ${recovery_plan_quoted(location)}`)} | magento-cloud db:sql -p ${recovery_plan_quoted(project)} -e ${recovery_plan_quoted(environment)}`
    ];
}
/** A word that a POSIX shell reads as it is. */
function recovery_plan_quoted(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/plan-recovery.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/revert-commit.js

/**
 * Makes the forward commit that takes `commit`, which `git` stands on, back. Its files are those of before, byte for
 * byte. Returns its SHA; throws UpgradeError `recovery-failed`.
 */
async function revertCommit(git, commit) {
    const before = await treeOf(git, `${commit}^`);
    // In a shallow clone a commit without its parent would be taken back to nothing at all.
    if (before === null)
        throw revert_commit_failed(commit, 'the commit before it is not in this clone', 'Fetch the history of the branch');
    // The committer of the upgrade's own commit, so that a runner without an identity can do this too.
    const [name = '', email = ''] = (await git.read('log', '-1', '--format=%cn%n%ce', commit)).trim().split('\n');
    const identity = ['-c', `user.name=${name}`, '-c', `user.email=${email}`, '-c', 'core.editor=true'];
    const result = await git.run(...identity, 'revert', '--no-edit', commit);
    if (result.exitCode !== 0)
        throw revert_commit_failed(commit, 'git refused', 'Read the details', result.stderr);
    if ((await treeOf(git, 'HEAD')) !== before)
        throw revert_commit_failed(commit, 'a hook changed files of the commit', 'See what the hooks of this repository do');
    return (await git.read('rev-parse', 'HEAD')).trim();
}
async function treeOf(git, commit) {
    const { exitCode, stdout } = await git.run('rev-parse', '--quiet', '--verify', `${commit}^{tree}`);
    return exitCode === 0 ? stdout.trim() : null;
}
function revert_commit_failed(commit, why, first, details = '') {
    return new src_errors/* UpgradeError */.f('recovery-failed', {
        message: `The upgrade ${commit.slice(0, 12)} could not be reverted: ${why}.`,
        unchanged: 'Nothing was pushed to take it back.',
        next: `${first}, then: git revert ${commit} && git push`,
        ...(details !== '' && { details })
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/recover-environment.js














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
    const git = createGit(createRunCommand(context.signal, context.redact), context.environment, files_files.resolve(options.workingDirectory));
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
    await telling.confirmLock();
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
        facts: (0,run_facts/* newFacts */.E)({ environment: facts.environment, branch }),
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/resume-upgrade.js









/**
 * Goes on where the lock holds the target already: finds out by the branch, the remote and the platform's activities
 * what is done, and does only the rest. Returns the commit to follow, or null where no upgrade of ours is unfinished.
 */
async function resumeUpgrade(telling, parts) {
    const { options, facts, context } = telling;
    const { project, platform, planned } = parts;
    if (!options.push || options.pullRequest)
        return null;
    if (platform === null)
        return pushWhereLacking(telling, parts);
    const there = await remoteCommit(project.git, options.remote, project.branch);
    const { commit, trailers } = await findUpgrade(parts, there);
    const look = await lookOnce(telling, platform, commit);
    const deployed = look.verdict === 'succeeded' || (look.verdict === 'never-started' && (await isLive(telling, platform, commit)));
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
    const last = await lastOfLock(git, commit);
    return { commit, trailers: last === '' ? null : target(await upgradeTrailers(git, last)) };
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
async function isLive({ facts }, { cloud }, commit) {
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
/** Brings the commit of the upgrade to every remote that does not hold it yet, such as one that was silent before. */
async function pushWhereLacking({ options, facts, timetable }, parts) {
    const { git, branch } = parts.project;
    const { commit, trailers } = await findUpgrade(parts, await remoteCommit(git, options.remote, branch));
    if (trailers === null)
        return null;
    const upgrade = commit === parts.project.base ? commit : await lastOfLock(git, commit);
    const names = [options.remote, options.cloudRemote].filter((name) => name !== '');
    const held = await Promise.all(names.map((remote) => holds(git, remote, branch, upgrade)));
    const lacking = names.filter((_, index) => !held[index]);
    if (lacking.length === 0)
        return null;
    facts.plan = { ...parts.planned.plan, fromVersion: trailers.from };
    await timetable.step('push', async () => {
        for (const remote of lacking)
            await pushCommit(git, { remote, branch, commit: upgrade, liveTag: null });
    }, () => `${branch} on ${lacking.join(' and ')}, which lacked it`);
    facts.commit = upgrade;
    facts.verdict = 'pushed';
    return { commit: upgrade, deployed: false };
}
/** Whether a remote's branch stands on the commit or further on; a remote that does not answer is not known to. */
async function holds(git, remote, branch, commit) {
    const tip = await remoteCommit(git, remote, branch);
    if (tip === null || tip === commit)
        return tip === commit;
    return (await git.run('merge-base', '--is-ancestor', commit, tip)).exitCode === 0;
}
async function lastOfLock(git, commit) {
    return (await git.run('log', '-1', '--format=%H', commit, '--', 'composer.lock')).stdout.trim();
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/keep-lock.js

// What is longer ends at once.
const longestTimer = 2 ** 31 - 1;
/** The seconds between two renewals of a lease of so many minutes: four in its time, and one in two minutes at least. */
function renewSecondsOf(minutes) {
    return Math.min(120, (minutes * 60) / 4);
}
/**
 * Renews `lock` until it is stopped. It is lost once the remote holds another one, or once the lease has ended without a
 * renewal that succeeded: from then on another run may take it.
 */
function keepLock(lock, { minutes, renewSeconds }) {
    const lost = new AbortController();
    const lose = (error) => {
        if (!lost.signal.aborted)
            lost.abort(error);
    };
    // Others count the lease from the time in the note: that of the beginning of a renewal, not of its end.
    const leaseEnd = (began) => setTimeout(() => {
        lose(expired(minutes));
    }, Math.min(began.getTime() + minutes * 60_000 - Date.now(), longestTimer));
    // To take the lock may have taken long: who held it was watched.
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
    return new src_errors/* UpgradeError */.f('busy', {
        message: `The lock of this run (${ref}) is gone: another run took it, or somebody removed it.`,
        unchanged: 'Nothing was pushed after that.',
        next: 'See that no other run works on the environment, then run again.'
    });
}
function expired(minutes) {
    return new src_errors/* UpgradeError */.f('retry-later', {
        message: `The lock of this run could not be renewed for ${minutes} minutes: the remote does not answer, and another run may have begun.`,
        unchanged: 'Nothing was pushed after that.',
        next: 'Check the network and the credentials of the remote, then run again.'
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/run-lock.js

const run_lock_shape = schemas/* object */.Ikc({
    who: schemas/* string */.YjP(),
    since: schemas/* string */.YjP(),
    renewed: schemas/* string */.YjP().nullish().catch(null),
    renewSeconds: schemas/* number */.aig().positive().nullish().catch(null),
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
        const { process = null, renewed = null, renewSeconds = null, ...note } = run_lock_shape.parse(JSON.parse(text));
        return { ...note, renewed, renewSeconds, process };
    }
    catch {
        return null;
    }
}
// Clocks of machines differ a little everywhere.
const clocksDifferMinutes = 5;
/**
 * Whether the holder is at work, by its note: `dead` where it was an earlier attempt of the very job that asks, which a
 * runner begins only once the one before has ended; `alive` within its lease; `unsure` where its lease has ended by our
 * clock or its time lies in the future or cannot be read, since the clock of the other machine may be wrong.
 */
function judgeLock(holder, own, staleAfterMinutes) {
    if (holder.job !== null && holder.job === own.job && holder.attempt < own.attempt)
        return 'dead';
    const minutes = (Date.parse(own.since) - Date.parse(holder.renewed ?? holder.since)) / 60_000;
    return minutes >= -clocksDifferMinutes && minutes <= staleAfterMinutes ? 'alive' : 'unsure';
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/lock/held-lock.js
/** The lock that was taken with `note` as `blob`. */
function heldLock(lock, note, blob) {
    // A push that seemed to fail may have arrived: every blob of ours that the remote may hold counts.
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
    // One after the other: two renewals at once would take each other for somebody else's.
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
            if ((await own()) === 'lost')
                return false;
            return lock.remove(mine);
        })
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/lock/lock-on-remote.js

const lock_on_remote_raced = /fetch first|needs force|already exists|cannot lock ref|incorrect old value|failed to update ref/i;
const quietly = ['--quiet', '--no-verify', '--no-follow-tags'];
/** The lock `ref` on `remote`, by the git of a local repository. */
function lockOnRemote(git, remote, ref) {
    // The lease makes a change conditional: a lock that somebody else has taken since stays.
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
            // What was fetched may be the lock of the next holder already.
            if (content.exitCode !== 0 && fetched.exitCode === 0)
                return 'gone';
            return content.exitCode === 0 ? parseLock(content.stdout) : null;
        }
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/lock/watch-lock.js
/** Longest time between two renewals that a foreign note is believed, in seconds. */
const watch_lock_longest = 300;
/** Seconds after which a holder that lives has renewed its lock for certain, or as good as. */
function watchSeconds({ renewSeconds }) {
    return Math.min(renewSeconds ?? 0, watch_lock_longest) * 1.5 + 1;
}
/**
 * Whether the holder of `blob` lives: it renews its lock while we look. That needs no two clocks that agree. `gone`
 * where the lock was given back meanwhile; where the remote does not answer in the end, the holder is taken for alive.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/take-lock.js







const take_lock_rounds = 5;
/**
 * Takes the lock of an environment: a ref on the remote that is created, or replaced only by who holds it, so that of
 * two runs only one can have it. Returns null where the remote takes no such ref or does not answer. Throws UpgradeError
 * `busy` that names the holder.
 */
async function takeLock(git, input) {
    const lock = lockOnRemote(git, input.remote, lockRef(input.environment));
    const mine = await lock.write(input.note);
    for (let round = 0; round < take_lock_rounds; round += 1) {
        const { raced } = await lock.create(mine);
        const held = await lock.held();
        if (held.state !== 'held') {
            if (raced)
                continue;
            // A push that was stopped half-way may still arrive.
            await lock.remove(mine);
            return null;
        }
        if (held.blob === mine)
            return heldLock(lock, input.note, mine);
        const holder = await lock.read(held.blob);
        if (holder === 'gone')
            continue;
        const state = holder === null ? 'alive' : await take_lock_stateOf(lock, held.blob, holder, input);
        if (state === 'alive')
            throw busy(input, lock.ref, holder);
        if (state === 'dead')
            await lock.remove(held.blob);
    }
    throw busy(input, lock.ref, null);
}
async function take_lock_stateOf(lock, blob, holder, { note, staleAfterMinutes, hasEnded, clock, onWatch }) {
    if (holder.process && hasEnded?.(holder.process) === true)
        return 'dead';
    const judged = judgeLock(holder, note, staleAfterMinutes);
    if (judged !== 'unsure')
        return judged;
    const seconds = watchSeconds(holder);
    onWatch?.(seconds);
    return watchLock(lock, blob, { seconds, clock });
}
function busy({ environment, remote }, ref, holder) {
    // What stands on the remote was written by whoever can push there.
    const told = holder ? plainLines(`${holder.who}, since ${holder.since}`).join(' ') : '';
    const who = told === '' ? 'the holder is not known' : (0,redact_evidence/* redactEvidence */.H)(told).slice(0, 300);
    return new src_errors/* UpgradeError */.f('busy', {
        message: `Another run works on ${environment}: ${who}.`,
        unchanged: 'Nothing was changed.',
        next: `Wait until it has ended. If it was killed, remove its lock: git push ${remote} --delete ${ref}`
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/with-lock.js









/**
 * Runs `task` while holding the lock of the environment, and gives it back however the task ends. Only a run that pushes
 * needs it; where there is no checkout with that remote, `task` gets null and finds out what is wrong by itself. The
 * lock is renewed meanwhile; where it is lost, everything that `task` started is stopped. Throws UpgradeError `busy` that
 * names the holder, or says that the lock was lost, and `retry-later` where it could not be renewed in its time.
 */
async function withLock(telling, task) {
    const { options, facts } = telling;
    const checkout = options.push && !options.dryRun ? await ownCheckout(telling) : null;
    if (checkout === null)
        return task(telling, null);
    const lock = await take(telling, checkout);
    if (lock !== null)
        return whileHeld(telling, lock, (held) => task(held, checkout));
    facts.warnings = [...facts.warnings, withoutLock(options.remote)];
    return task(telling, checkout);
}
// A remote that accepts a connection and says nothing must not hold up what has a time of its own.
const gitSeconds = 60;
function take({ options, context }, { git, environment }) {
    const { remote, lockMinutes } = options;
    const run = createRunCommand(context.signal, context.redact);
    const bounded = (argv, given) => run(argv, { timeoutSeconds: gitSeconds, ...given });
    const lockGit = createGit(bounded, context.environment, git.folder);
    const note = {
        ...lockNote(context.environment, thisMachine(), new Date(), crypto.randomUUID()),
        renewSeconds: renewSecondsOf(lockMinutes)
    };
    const onWatch = (seconds) => {
        context.logger.info(`There is a lock whose time is up, or wrong; for ${Math.round(seconds)} seconds it is watched whether its holder lives.`);
    };
    const clock = createClock(context.signal);
    return takeLock(lockGit, { remote, environment, note, staleAfterMinutes: lockMinutes, hasEnded: hasEnded, clock, onWatch });
}
async function whileHeld(telling, lock, task) {
    const { options, context } = telling;
    const { lockMinutes: minutes, remote } = options;
    const kept = keepLock(lock, { minutes, renewSeconds: renewSecondsOf(minutes) });
    const signal = AbortSignal.any([context.signal, kept.signal]);
    try {
        return await task({ ...telling, context: { ...context, signal }, confirmLock: () => kept.confirm() });
    }
    catch (error) {
        // What a stopped step ends with is a consequence. A stop by the user is told as such.
        throw kept.signal.aborted && !context.signal.aborted
            ? afterPush(telling, kept.signal.reason)
            : error;
    }
    finally {
        await kept.stop();
        if (!(await lock.release()) && !kept.signal.aborted)
            context.logger.warn(`The lock stays behind. Remove it: git push ${remote} --delete ${lock.ref}`);
    }
}
/** The error of a lost lock, with what of the upgrade had been pushed already. */
function afterPush({ facts }, error) {
    if (facts.commit === null || facts.verdict !== 'pushed')
        return error;
    return new src_errors/* UpgradeError */.f(error.code, {
        message: error.message,
        unchanged: `The commit ${facts.commit} had been pushed already; its deployment goes on without us.`,
        next: error.next
    });
}
async function ownCheckout({ options, context }) {
    const folder = files_files.resolve(options.workingDirectory);
    if (!(await files_files.exists(folder)))
        return null;
    const git = createGit(createRunCommand(context.signal, context.redact), context.environment, folder);
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/upgrade.js















/**
 * Upgrades a Cloud project: plans, checks, backs up, updates, commits, pushes, waits and verifies. Always comes
 * back with a report; its `error` says why a run failed, what was left unchanged and what to do next.
 */
function upgrade(options, context = {}) {
    return tell_story_tellStory('upgrade', options, context, (begun) => withLock(begun, async (telling, checkout) => {
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
    facts.verdict = plan_verdict_planVerdict(planned.plan);
    if (options.dryRun)
        return null;
    if (!changed)
        return resumeUpgrade(telling, { project, platform, planned });
    if (open !== null)
        throw refuse_while_deploying_isDeploying(facts.environment ?? '', open);
    const commit = await commitOnce(telling, { project, platform, planned });
    if (commit === null) {
        facts.verdict = restingVerdict(planned.plan);
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
        facts.verdict = deployed ? restingVerdict(facts.plan) : 'upgraded';
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/locked-product-version.js


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

;// CONCATENATED MODULE: ./.tmp/compiled/src/verify.js





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

;// CONCATENATED MODULE: ./.tmp/compiled/src/index.js



















/***/ })

};
