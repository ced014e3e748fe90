export const id = 256;
export const ids = [256];
export const modules = {

/***/ 2256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runDemo: () => (/* binding */ runDemo)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var picocolors__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7336);
/* harmony import */ var _sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7651);
/* harmony import */ var _sandbox_start_sandbox_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5775);
/* harmony import */ var _render_seconds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(568);
/* harmony import */ var _render_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9018);
/* harmony import */ var _upgrade_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7541);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5977);
/* harmony import */ var _sandbox_options_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5611);
/* harmony import */ var _stop_on_signals_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3764);










/** Starts a sandbox, upgrades its project, says how it went and stops everything it started. */
async function runDemo(flags) {
    const began = performance.now();
    const signal = (0,_stop_on_signals_js__WEBPACK_IMPORTED_MODULE_7__/* .stopOnSignals */ .Z)();
    const say = (line) => {
        process.stderr.write(`${line}\n`);
    };
    say(picocolors__WEBPACK_IMPORTED_MODULE_8__.bold('A stand-in Cloud platform is started on this machine: package repository, git, sshd, MariaDB, Cloud API, storefront.'));
    const fail = flags['fail'];
    if (fail)
        say(`The deployment is made to fail: ${_sandbox_deploy_faults_js__WEBPACK_IMPORTED_MODULE_1__/* .deployFaults */ .V[fail]}.`);
    const sandbox = await (0,_sandbox_start_sandbox_js__WEBPACK_IMPORTED_MODULE_2__.startSandbox)((0,_sandbox_options_js__WEBPACK_IMPORTED_MODULE_6__/* .sandboxOptionsOf */ .lb)(flags));
    try {
        say(`${picocolors__WEBPACK_IMPORTED_MODULE_8__.green('✓')} sandbox   ${(0,_render_seconds_js__WEBPACK_IMPORTED_MODULE_9__/* .renderSeconds */ .e)((performance.now() - began) / 1000).padStart(8)}  project ${sandbox.projectId}, environment ${sandbox.environment}, ${sandbox.storefrontUrl}`);
        const report = await upgradeOn(sandbox, flags, signal);
        process.stdout.write(flags['json'] === true ? `${JSON.stringify(report, null, 2)}\n` : `\n${(0,_render_text_js__WEBPACK_IMPORTED_MODULE_3__/* .renderText */ .S)(report)}`);
        say(`\n${picocolors__WEBPACK_IMPORTED_MODULE_8__.bold(report.error ? 'The upgrade failed.' : `The environment answers: Magento CLI ${report.verification?.installedVersion ?? 'unknown'}`)} Total time ${(0,_render_seconds_js__WEBPACK_IMPORTED_MODULE_9__/* .renderSeconds */ .e)((performance.now() - began) / 1000)}.`);
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
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_5__/* .createProgress */ .m)({ verbose: false });
    const report = await (0,_upgrade_js__WEBPACK_IMPORTED_MODULE_4__/* .upgrade */ .f)({
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
