import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 59:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _clean_up_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(638);
// The `post` step of the actions: what a killed step has left is removed. Loads nothing but what that needs.

const removed = await (0,_clean_up_js__WEBPACK_IMPORTED_MODULE_0__/* .cleanUp */ .n)();
if (removed > 0)
    console.log(`Removed what a killed step had left: ${removed} private folders.`);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  n: () => (/* binding */ cleanUp)
});

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/this-machine.js


/** The user, the machine and the process that this run belongs to, by name. */
function this_machine_thisMachine() {
    return { user: userName(), host: (0,external_node_os_namespaceObject.hostname)(), pid: process.pid, process: runningProcess(process.pid) };
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
        const boot = (0,external_node_fs_namespaceObject.readFileSync)('/proc/sys/kernel/random/boot_id', 'utf8').trim();
        return `${(0,external_node_os_namespaceObject.hostname)()} ${boot} ${(0,external_node_fs_namespaceObject.readlinkSync)('/proc/self/ns/pid')}`;
    }
    catch {
        return null;
    }
}
// The 22nd field, counted behind the name, which may hold blanks and parentheses. The ids of processes come again.
function beginOf(pid) {
    try {
        const stat = (0,external_node_fs_namespaceObject.readFileSync)(`/proc/${pid}/stat`, 'utf8');
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
        return (0,external_node_os_namespaceObject.userInfo)().username;
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
    return runner !== '' && (0,external_node_fs_namespaceObject.statSync)(runner, { throwIfNoEntry: false })?.isDirectory() === true ? runner : (0,external_node_os_namespaceObject.tmpdir)();
}
/**
 * A new folder of this user alone (0700) for the time of this process, inside of the one folder of the process: whatever
 * must not see any of them, third-party code above all, is kept away from that. `kind` says what it is for.
 */
async function makePrivateFolder(kind) {
    for (;;) {
        const parent = temporaryFolder();
        const root = (roots[parent] ??= makeOwnedFolder('run', parent));
        const folder = await root.then((path) => mkdtemp(join(path, `${kind}-`))).catch(nullIfMissing);
        if (folder !== null)
            return folder;
        // Removed meanwhile: it was empty, or somebody cleaned up.
        if (roots[parent] === root)
            roots[parent] = null;
    }
}
/** A new folder (0700) below `parent` whose name says whose it is, so that a later run can tell what a killed one has left. */
function makeOwnedFolder(kind, parent) {
    return mkdtemp(join(parent, `${ownedFolderName(kind, thisMachine().process)}-`));
}
/** The private folder that a path lies in; the path itself where it lies in none. */
function privateFolderOf(path) {
    const parts = path.split(sep);
    const root = parts.findLastIndex((part) => ownedName.test(part));
    return root < 0 || root + 2 > parts.length ? path : parts.slice(0, root + 2).join(sep);
}
/** Removes a private folder, and the folder of the process where it was the last one in there. */
async function removePrivateFolder(path) {
    await rm(path, { recursive: true, force: true });
    if (ownedName.test(basename(dirname(path))))
        await rmdir(dirname(path)).catch(() => undefined);
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
async function removeOrphanedFolders(parents = [temporaryFolder(), (0,external_node_os_namespaceObject.tmpdir)()]) {
    const removed = [];
    for (const parent of new Set(parents)) {
        const names = await (0,promises_namespaceObject.readdir)(parent).catch(() => []);
        for (const name of names) {
            const path = (0,external_node_path_namespaceObject.join)(parent, name);
            if (!(await isOrphaned(path, name).catch(() => false)))
                continue;
            await (0,promises_namespaceObject.rm)(path, { recursive: true, force: true }).then(() => removed.push(path), () => undefined);
        }
    }
    return removed;
}
async function isOrphaned(path, name) {
    const [, kind, pid = '', began = '', machine = ''] = ownedName.exec(name) ?? [];
    if (kind === undefined)
        return false;
    const info = await (0,promises_namespaceObject.lstat)(path);
    if (!info.isDirectory() || info.uid !== process.getuid?.() || (info.mode & 0o077) !== 0)
        return false;
    // The manifest is written last: with it, this is a backup, and the user's.
    if (kind === 'backup' && (0,external_node_fs_namespaceObject.existsSync)((0,external_node_path_namespaceObject.join)(path, 'manifest.json')))
        return false;
    const here = this_machine_thisMachine().process?.machine;
    if (here === undefined || machineHash(here) !== machine)
        return Date.now() - info.mtimeMs > unknownOwnerMilliseconds;
    return hasEnded({ machine: here, pid: Number(pid), began });
}
function machineHash(machine) {
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(machine).digest('hex').slice(0, 12);
}
function nullIfMissing(error) {
    if (error.code === 'ENOENT')
        return null;
    throw error;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/clean-up.js

/** What is left of killed runs of this user is removed. Returns how many private folders that were. */
async function cleanUp() {
    return (await removeOrphanedFolders()).length;
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(59);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
