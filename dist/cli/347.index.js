export const id = 347;
export const ids = [347];
export const modules = {

/***/ 3347:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Secret: () => (/* reexport */ secret/* Secret */.z),
  UpgradeError: () => (/* reexport */ errors/* UpgradeError */.f),
  backUp: () => (/* reexport */ back_up/* backUp */.v),
  camelCase: () => (/* reexport */ normalize_options/* camelCase */.xQ),
  createRedact: () => (/* reexport */ redact/* createRedact */.a),
  diagnose: () => (/* reexport */ diagnose),
  exitCodes: () => (/* reexport */ errors/* exitCodes */.h),
  normalizeOptions: () => (/* reexport */ normalize_options/* normalizeOptions */.a5),
  optionTable: () => (/* reexport */ options/* optionTable */.s),
  planUpgrade: () => (/* reexport */ planUpgrade),
  renderSummary: () => (/* reexport */ renderSummary),
  renderText: () => (/* reexport */ render_text/* renderText */.S),
  silentLogger: () => (/* reexport */ logger/* silentLogger */.q),
  upgrade: () => (/* reexport */ upgrade/* upgrade */.f),
  verify: () => (/* reexport */ verify)
});

// EXTERNAL MODULE: ./src/back-up.ts + 14 modules
var back_up = __webpack_require__(2682);
// EXTERNAL MODULE: ./src/follow-deployment.ts + 29 modules
var follow_deployment = __webpack_require__(4719);
// EXTERNAL MODULE: ./src/open-platform.ts + 10 modules
var open_platform = __webpack_require__(4475);
// EXTERNAL MODULE: ./src/tell-story.ts + 3 modules
var tell_story = __webpack_require__(2394);
;// CONCATENATED MODULE: ./src/diagnose.ts



/** Explains from the logs what is wrong with an environment: the report's `findings`, the likeliest cause first. */
function diagnose(options, context = {}) {
    return (0,tell_story/* tellStory */.F)('diagnose', options, context, (telling) => (0,open_platform/* withPlatform */.A)(telling, telling.options.environment, async (platform) => {
        await platform.cloud.authenticate();
        await (0,follow_deployment/* explain */.WE)(telling, platform);
        telling.facts.verdict = 'diagnosed';
    }));
}

// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(3916);
// EXTERNAL MODULE: ./src/logger.ts
var logger = __webpack_require__(6999);
// EXTERNAL MODULE: ./src/normalize-options.ts
var normalize_options = __webpack_require__(9243);
// EXTERNAL MODULE: ./src/options.ts
var options = __webpack_require__(8381);
// EXTERNAL MODULE: ./src/open-project.ts + 10 modules
var open_project = __webpack_require__(8017);
// EXTERNAL MODULE: ./src/plan-and-check.ts + 24 modules
var plan_and_check = __webpack_require__(5514);
;// CONCATENATED MODULE: ./src/plan.ts



/** Plans an upgrade and changes nothing. The report's `plan` says what would change and what stands in the way. */
function planUpgrade(options, context = {}) {
    return (0,tell_story/* tellStory */.F)('plan', options, context, (telling) => (0,open_project/* withProject */.C)(telling, '', async (project) => {
        const { facts, timetable } = telling;
        facts.branch = project.branch || null;
        const planned = await timetable.step('plan', () => (0,plan_and_check/* plan */.et)(telling, project), plan_and_check/* describePlan */.df);
        facts.plan = planned.plan;
        facts.warnings = [...project.problems];
        facts.verdict = planned.plan.changed ? 'planned' : 'up-to-date';
    }));
}

// EXTERNAL MODULE: ./src/redact.ts
var redact = __webpack_require__(6670);
// EXTERNAL MODULE: ./src/render/package-changes.ts
var package_changes = __webpack_require__(6676);
// EXTERNAL MODULE: ./src/render/headline.ts
var headline = __webpack_require__(4354);
// EXTERNAL MODULE: ./src/render/seconds.ts + 2 modules
var render_seconds = __webpack_require__(1025);
;// CONCATENATED MODULE: ./src/render-summary.ts



/** A report as Markdown that is read in ten seconds: job summary and pull request show it. */
function renderSummary(report) {
    const { error, warnings } = report;
    const mark = error ? '❌' : '✅';
    return [
        `## ${mark} ${cell((0,headline/* headline */.P)(report))}`,
        ...(error ? ['', `**Unchanged:** ${cell(error.unchanged)}`, '', `**Next:** ${cell(error.next)}`] : []),
        ...list('Problems', (error?.problems ?? []).map(({ message, fix }) => `${message} ${fix}`)),
        ...steps(report),
        ...render_summary_packages(report),
        ...backup(report),
        ...list('Findings', report.findings.map(({ title, meaning, next }) => `**${title}** ${meaning} ${next}`)),
        ...list('Warnings', warnings.map(({ message, fix }) => `${message} ${fix}`)),
        ...details('Details', error?.details ? ['```text', ...error.details.replaceAll('```', "'''").split('\n').slice(0, 80), '```'] : []),
        ''
    ].join('\n');
}
function steps({ steps: rows }) {
    const marks = { done: '✅', skipped: '➖', failed: '❌' };
    const lines = rows.map(({ step, outcome, seconds, note }) => `| ${marks[outcome]} ${step} | ${outcome === 'skipped' ? '' : (0,render_seconds/* renderSeconds */.e)(seconds)} | ${cell(note)} |`);
    return lines.length > 0 ? ['', '| step | time | |', '|---|---|---|', ...lines] : [];
}
function render_summary_packages({ plan }) {
    if (!plan?.changed)
        return [];
    const rows = plan.packageChanges.map(({ name, from, to, thirdParty }) => `| ${name}${thirdParty ? ' (extension)' : ''} | ${from ?? ''} | ${to ?? ''} |`);
    return details(`Packages: ${(0,package_changes/* countChanges */.x)(plan)}`, ['| package | from | to |', '|---|---|---|', ...rows]);
}
function backup({ backup: made }) {
    if (!made?.location)
        return [];
    return ['', `Backup: \`${made.location}\`, ${made.tables ?? 0} tables, sha256 \`${made.sha256 ?? ''}\``];
}
function list(title, lines) {
    return lines.length > 0 ? ['', `### ${title}`, '', ...lines.map((line) => `- ${cell(line)}`)] : [];
}
function details(title, lines) {
    return lines.length > 0 ? ['', `<details><summary>${title}</summary>`, '', ...lines, '', '</details>'] : [];
}
/** Text that cannot break out of its place: no line breaks, table borders or tags. */
function cell(text) {
    return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}

// EXTERNAL MODULE: ./src/render-text.ts
var render_text = __webpack_require__(2939);
// EXTERNAL MODULE: ./src/secret.ts
var secret = __webpack_require__(7355);
// EXTERNAL MODULE: ./src/upgrade.ts + 22 modules
var upgrade = __webpack_require__(2408);
// EXTERNAL MODULE: ./src/project/composer-files.ts + 1 modules
var composer_files = __webpack_require__(5838);
;// CONCATENATED MODULE: ./src/project/locked-product-version.ts


const productNames = ['magento/product-enterprise-edition', 'magento/magento2-base'];
/**
 * The product version that a composer.lock holds: what `bin/magento --version` has to print. Throws UpgradeError
 * `preflight-failed` for a lock without product.
 */
function lockedProductVersion(composerLockText) {
    const packages = (0,composer_files/* lockedPackages */.aJ)(composerLockText);
    const found = productNames.map((name) => packages.find((locked) => locked.name === name)).find(Boolean);
    if (found)
        return found.version;
    throw new errors/* UpgradeError */.f('preflight-failed', {
        message: `composer.lock does not hold ${productNames[0] ?? ''}.`,
        unchanged: 'Nothing was changed.',
        next: 'Check out the commit that was deployed, or set expected-version.'
    });
}

// EXTERNAL MODULE: ./src/tools/files.ts
var files = __webpack_require__(4688);
;// CONCATENATED MODULE: ./src/verify.ts






/** Verifies an environment alone, for a job of its own: the report's `verification` has the verdict. */
function verify(options, context = {}) {
    return (0,tell_story/* tellStory */.F)('verify', options, context, (telling) => (0,open_platform/* withPlatform */.A)(telling, telling.options.environment, async (platform) => {
        try {
            await (0,follow_deployment/* verifyRunning */.B1)(telling, platform, await expectedVersion(telling.options));
            telling.facts.verdict = 'verified';
        }
        catch (error) {
            if (telling.facts.verification !== null)
                await (0,follow_deployment/* explain */.WE)(telling, platform);
            throw error;
        }
    }));
}
async function expectedVersion(options) {
    if (options.expectedVersion !== '')
        return options.expectedVersion;
    const lock = await files/* files */.a.read(files/* files */.a.join(files/* files */.a.resolve(options.workingDirectory), 'composer.lock'));
    if (lock !== null)
        return lockedProductVersion(lock);
    throw new errors/* UpgradeError */.f('bad-input', {
        message: 'There is no version to compare with: expected-version is empty and the working directory has no composer.lock.',
        unchanged: 'Nothing was changed.',
        next: 'Set expected-version, or check out the commit that was deployed.'
    });
}

;// CONCATENATED MODULE: ./src/index.ts















/***/ })

};

//# sourceMappingURL=347.index.js.map