export const id = 594;
export const ids = [594];
export const modules = {

/***/ 2256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDemo: () => (/* binding */ runDemo)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7651);
/* harmony import */ var _report_seconds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8756);
/* harmony import */ var _colours_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5914);
/* harmony import */ var _print_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1029);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3180);
/* harmony import */ var _start_with_progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7122);
/* harmony import */ var _run_stop_on_signals_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6533);








/** Starts a sandbox, upgrades its project, says how it went and stops everything it started. */
async function runDemo(flags) {
    const began = performance.now();
    const pc = (0,_colours_js__WEBPACK_IMPORTED_MODULE_6__/* .coloursOfStderr */ .H)();
    const signal = (0,_run_stop_on_signals_js__WEBPACK_IMPORTED_MODULE_5__/* .stopOnSignals */ .Z)();
    const say = (line) => {
        process.stderr.write(`${line}\n`);
    };
    say(pc.bold('A stand-in Cloud platform is started on this machine: package repository, git, sshd, MariaDB, Cloud API, storefront.'));
    const fail = flags['fail'];
    if (fail)
        say(`The deployment is made to fail: ${_sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .deployFaults */ .V[fail]}.`);
    const sandbox = await (0,_start_with_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .startWithProgress */ .e)(flags, signal);
    try {
        const report = await upgradeOn(sandbox, flags, signal);
        if (flags['json'] === true)
            process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        else
            (0,_print_report_js__WEBPACK_IMPORTED_MODULE_2__/* .printReport */ .Y)(report);
        say(`\n${pc.bold(report.error ? 'The upgrade failed.' : `The environment answers: Magento CLI ${report.verification?.installedVersion ?? 'unknown'}`)} Total time ${(0,_report_seconds_js__WEBPACK_IMPORTED_MODULE_7__/* .renderSeconds */ .e)((performance.now() - began) / 1000)}.`);
        process.exitCode = report.error?.exitCode ?? 0;
        if (flags['keep'] === true && !signal.aborted) {
            say(`The platform is left running (${sandbox.storefrontUrl}, ${sandbox.checkout}); Ctrl-C stops it.`);
            await new Promise((resolve) => {
                signal.addEventListener('abort', resolve);
            });
        }
    }
    finally {
        await sandbox.stop();
    }
}
async function upgradeOn(sandbox, flags, signal) {
    const { credentials, env } = sandbox;
    const { upgrade } = await Promise.all(/* import() | library */[__webpack_require__.e(597), __webpack_require__.e(896), __webpack_require__.e(982), __webpack_require__.e(456), __webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__, 8894));
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .createProgress */ .m)({ verbose: false });
    const report = await upgrade({
        workingDirectory: sandbox.checkout,
        // Goes with the sandbox.
        backupDirectory: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(sandbox.directory, 'backups'),
        target: String(flags['target']),
        install: flags['install'] === 'full' ? 'full' : 'fast',
        project: sandbox.projectId,
        environment: sandbox.environment,
        knownHosts: sandbox.knownHosts,
        cloudToken: credentials.cloudToken,
        composerUsername: credentials.composerUsername,
        composerPassword: credentials.composerPassword,
        // The distribution's Composer does for a repository on loopback.
        vulnerableComposer: 'warn',
        ...(flags['topology'] === 'direct' && { cloudRemote: 'magento' }),
        startTimeout: 20,
        // Long enough for every deployment that ends at all.
        deployTimeout: flags['fail'] === 'stuck' ? 30 : 120
    }, { logger: progress.logger, onStep: progress.onStep, environment: env, signal });
    progress.end();
    return report;
}


/***/ })

};
