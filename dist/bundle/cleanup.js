export const id = 857;
export const ids = [857];
export const modules = {

/***/ 4366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCleanUp: () => (/* binding */ runCleanUp)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files/private-folder.js
var private_folder = __webpack_require__(9334);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/clean-up.js

/** Removes what killed runs of this user left behind. Returns the number of private folders removed. */
async function cleanUp() {
    return (await (0,private_folder/* removeOrphanedFolders */.jK)()).length;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/action/clean-up.js

/** The `post` step of the actions: removes what a killed step left behind. Loads only what it needs. */
async function runCleanUp() {
    const removed = await cleanUp();
    if (removed > 0)
        console.log(`Removed what a killed step had left: ${removed} private folders.`);
}


/***/ }),

/***/ 9334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ makePrivateFolder),
/* harmony export */   Je: () => (/* binding */ privateFolderOf),
/* harmony export */   Kq: () => (/* binding */ makeOwnedFolder),
/* harmony export */   Ys: () => (/* binding */ userFolder),
/* harmony export */   Yv: () => (/* binding */ removePrivateFolder),
/* harmony export */   jK: () => (/* binding */ removeOrphanedFolders),
/* harmony export */   pP: () => (/* binding */ ForeignFolderError),
/* harmony export */   yy: () => (/* binding */ temporaryFolder)
/* harmony export */ });
/* unused harmony export ownedFolderName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6760);
/* harmony import */ var _host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3518);






const prefix = 'magento-cloud-upgrade';
const ownedName = /^([a-z]+)-(\d+)\.(\d+)\.([0-9a-f]{12})-\w+$/;
// No job of a self-hosted runner lasts longer, so nothing in use is older.
const unknownOwnerMilliseconds = 5 * 24 * 3600 * 1000;
/** The folder of this process in each user folder. */
const roots = {};
/** The parent of private folders: RUNNER_TEMP, which the runner empties before and after each job, else TMPDIR. */
function temporaryFolder(environment = process.env) {
    const runner = environment['RUNNER_TEMP'] ?? '';
    return runner !== '' && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(runner, { throwIfNoEntry: false })?.isDirectory() === true ? runner : (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)();
}
/**
 * A new private folder (0700) for the lifetime of this process, inside the process's own folder, so that hiding that
 * one folder from third-party code hides all of them. `kind` says what it is for.
 */
async function makePrivateFolder(kind) {
    for (;;) {
        const parent = temporaryFolder();
        const root = (roots[parent] ??= makeOwnedFolder('run', parent));
        const folder = await root.then((path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(path, `${kind}-`))).catch(nullIfMissing);
        if (folder !== null)
            return folder;
        // The process's folder was removed meanwhile: it was empty, or cleaned up.
        if (roots[parent] === root)
            roots[parent] = null;
    }
}
/**
 * The path of this user's folder is taken by something that others may change. Not an UpgradeError: the `post:` step,
 * which must stay small, loads this file.
 */
class ForeignFolderError extends Error {
    constructor(path) {
        super(`${path} is not a folder that only this user can change.`);
    }
}
function unlessItExists(error) {
    if (error.code !== 'EEXIST' && error.code !== 'ENOTDIR')
        throw error;
}
/**
 * The one folder of this user in a temporary folder, made if it is missing. All private files of our processes are in
 * it, so code that cannot see it sees nothing of a process that starts later either. Others may pass through it (0711),
 * as the user of a scratch server does. Throws if somebody else may change it.
 */
async function userFolder(parent) {
    const path = userFolderOf(parent);
    // An existing folder is checked below.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)(path, { mode: 0o711, recursive: true }).catch(unlessItExists);
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path);
    if (!info.isDirectory() || info.uid !== (process.getuid?.() ?? info.uid) || (info.mode & 0o022) !== 0)
        throw new ForeignFolderError(path);
    // The umask may have removed the x bits.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.chmod)(path, 0o711);
    return path;
}
function userFolderOf(parent) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(parent, `${prefix}-user-${process.getuid?.() ?? 0}`);
}
/**
 * A new folder (0700) in the folder of this user below `parent` whose name has the owning process, so that a later run
 * recognises what a killed one left.
 */
async function makeOwnedFolder(kind, parent) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(await userFolder(parent), `${ownedFolderName(kind, (0,_host_js__WEBPACK_IMPORTED_MODULE_5__/* .currentHost */ .sF)().process)}-`));
}
/** The private folder that contains a path; the path itself if none does. */
function privateFolderOf(path) {
    const parts = path.split(node_path__WEBPACK_IMPORTED_MODULE_4__.sep);
    const root = parts.findLastIndex((part) => ownedName.test(part));
    return root < 0 || root + 2 > parts.length ? path : parts.slice(0, root + 2).join(node_path__WEBPACK_IMPORTED_MODULE_4__.sep);
}
/**
 * Removes a private folder, and the folder of the process if it is empty then. The folder of the user stays: a mount
 * that hides it would be lost with it, and a new folder would be visible.
 */
async function removePrivateFolder(path) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true });
    if (ownedName.test((0,node_path__WEBPACK_IMPORTED_MODULE_4__.basename)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path))))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rmdir)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.dirname)(path)).catch(() => undefined);
}
/** The name of a process's folder without its random end; of an unknown process if that is null. */
function ownedFolderName(kind, owner) {
    if (owner === null)
        return `${kind}-${process.pid}.0.${'0'.repeat(12)}`;
    return `${kind}-${owner.pid}.${owner.began}.${machineHash(owner.machine)}`;
}
/**
 * Removes the private folders whose process has ended, so that no key outlives a killed run for long: never one of a
 * running process, of another user, of a finished backup, and no link. Returns what was removed; what cannot be removed
 * is left to the next run.
 */
async function removeOrphanedFolders(parents = [temporaryFolder(), (0,node_os__WEBPACK_IMPORTED_MODULE_3__.tmpdir)()]) {
    const removed = [];
    for (const parent of new Set(parents)) {
        const folder = userFolderOf(parent);
        const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readdir)(folder).catch(() => []);
        for (const name of names) {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(folder, name);
            if (!(await isOrphaned(path, name).catch(() => false)))
                continue;
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(path, { recursive: true, force: true }).then(() => removed.push(path), () => undefined);
        }
    }
    return removed;
}
async function isOrphaned(path, name) {
    const [, kind, pid = '', began = '', machine = ''] = ownedName.exec(name) ?? [];
    if (kind === undefined)
        return false;
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path);
    if (!info.isDirectory() || info.uid !== process.getuid?.() || (info.mode & 0o077) !== 0)
        return false;
    // The manifest is written last: with it, this is a finished backup and belongs to the user.
    if (kind === 'backup' && (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_4__.join)(path, 'manifest.json')))
        return false;
    const here = (0,_host_js__WEBPACK_IMPORTED_MODULE_5__/* .currentHost */ .sF)().process?.machine;
    if (here === undefined || machineHash(here) !== machine)
        return Date.now() - info.mtimeMs > unknownOwnerMilliseconds;
    return (0,_host_js__WEBPACK_IMPORTED_MODULE_5__/* .isProcessGone */ .DJ)({ machine: here, pid: Number(pid), began });
}
function machineHash(machine) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(machine).digest('hex').slice(0, 12);
}
function nullIfMissing(error) {
    if (error.code === 'ENOENT')
        return null;
    throw error;
}


/***/ }),

/***/ 3518:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DJ: () => (/* binding */ isProcessGone),
/* harmony export */   sF: () => (/* binding */ currentHost),
/* harmony export */   zA: () => (/* binding */ peakMegabytes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);


/** The user, the machine and the process that this run belongs to, by name. */
function currentHost() {
    return { user: userName(), host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)(), pid: process.pid, process: runningProcess(process.pid) };
}
/** Whether a process has ended; known only for this machine, and only on Linux. */
function isProcessGone(other) {
    const machine = machineId();
    return machine !== null && machine === other.machine && beginOf(other.pid) !== other.began;
}
function runningProcess(pid) {
    const [machine, began] = [machineId(), beginOf(pid)];
    return machine === null || began === null ? null : { machine, pid, began };
}
// Containers of one machine share its boot id but not their processes; the name distinguishes clones elsewhere.
function machineId() {
    try {
        const boot = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return `${(0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)()} ${boot} ${(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)('/proc/self/ns/pid')}`;
    }
    catch {
        return null;
    }
}
// The 22nd field (start time), counted from after the name, which may contain blanks and parentheses. Process ids are
// reused.
function beginOf(pid) {
    try {
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        // A zombie stays listed until its parent collects it.
        return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
    }
    catch {
        return null;
    }
}
/** Largest memory of this process so far, in megabytes. */
function peakMegabytes() {
    return Math.round((ownPeakKilobytes() ?? process.resourceUsage().maxRSS) / 1024);
}
// On Linux, getrusage begins with the peak of the parent process, so /proc is read instead.
function ownPeakKilobytes() {
    try {
        const peak = /^VmHWM:\s*(\d+) kB$/m.exec((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)('/proc/self/status', 'utf8'))?.[1];
        return peak === undefined ? null : Number(peak);
    }
    catch {
        return null;
    }
}
// A container may run as a user id that has no name.
function userName() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username;
    }
    catch {
        return 'somebody';
    }
}


/***/ })

};
