import type { Evidence } from '../../src/project/deployment-log/evidence.js'

/** How a reader is called with one text; what it returns is of no matter here. */
type Read = (reader: never, text: string) => unknown

/** The text is the first argument, and all that it needs. */
const text: Read = (reader: (text: string) => unknown, given) => reader(given)
const then =
  (...others: readonly unknown[]): Read =>
  (reader: (...given: readonly unknown[]) => unknown, given) =>
    reader(given, ...others)
const kinds: readonly Evidence['kind'][] =
  process.env['LINEAR'] === undefined ? ['log'] : ['log', 'error-log', 'report']
const evidence =
  (wrap: (one: Evidence) => unknown): Read =>
  (reader: (given: unknown) => unknown, given) => {
    for (const kind of kinds) reader(wrap({ source: 'a log', kind, text: given }))
  }
const lines: Read = (reader: (rows: readonly string[]) => unknown, given) => reader(given.split('\n'))
// Names of folders are shorter, and few folders are this deep.
const paths: Read = (reader: (rows: readonly string[]) => unknown, given) => reader(given.match(/[^\n]{1,500}/g) ?? [])

/** Reasons why a function takes no text from outside. */
const values = 'takes values that were read before'
const own = 'takes texts of our own or of the options'
const short = 'takes one word, which its callers have found in a text'
const good = 'takes a composer.json that readComposerProject has found to be good'
const parsed = 'takes JSON that was parsed before'
const acts = 'does its work with tools; what these say is read by others in this table'
const sealed = 'takes bytes, once each'
const stderr =
  (...before: readonly unknown[]): Read =>
  (reader: (...given: readonly unknown[]) => unknown, given) =>
    reader(...before, { exitCode: 1, stdout: given, stderr: given, timedOut: false }, 60)

/**
 * Every function of the modules that read texts, and of some more: how it is called, or why no foreign text reaches it.
 * What is not in here fails the test of times.
 */
export const foreignTexts: Readonly<Record<string, Readonly<Record<string, Read | string>>>> = {
  'tools/magento-cloud/activity': { parseActivities: parsed, verdictOf: values },
  'project/allowed-plugins': { allowedPlugins: then([]), packagePattern: short },
  'steps/backup/manifest/manifest': { stateOf: values, parseManifest: then('manifest.json') },
  'steps/backup/manifest/promises': { tellPromises: values },
  'project/b2b-release': { b2bRelease: values },
  'project/bound-lines': { boundLines: text },
  'project/bounded-yaml': {
    boundedYaml: (reader: (file: string, given: string) => unknown, given) => reader('a', given)
  },
  'steps/preflight/case-clashes': { findCaseClashes: paths },
  'tools/dump/checksum-list': { checksumLine: short, parseChecksums: text },
  'tools/magento-cloud/cli-release': { cliRelease: own },
  'project/app-yaml': { readAppYaml: text, updateAppYaml: then({ php: '8.3', composer: '2.7' }) },
  'project/cloud-error-log': { parseCloudErrorLog: text },
  'project/services-yaml': { readServicesYaml: text },
  'steps/commit/commit-refusal': { explainCommit: text },
  'project/committed-keys': { committedKeyProblems: values },
  'steps/backup/manifest/compare-dump': { compareDump: values },
  'project/composer-advisory': { composerAdvisory: short },
  'project/composer-auth': {
    mergeComposerAuth: values,
    hostsOf: values,
    entriesOf: values,
    configAuth: values,
    parseComposerAuth: (reader: (name: string, given: string) => unknown, given) => reader('auth.json', given),
    badComposerKeys: own
  },
  'project/composer-failure': {
    composerFailure: (reader: (result: unknown, unchanged: string) => unknown, given) =>
      reader({ exitCode: 1, stdout: '', stderr: given, timedOut: false }, '')
  },
  'steps/plan/composer-config-problems': { composerConfigProblems: values },
  'project/composer-constraint': {
    allowsVersion: (reader: (constraint: string, version: string) => unknown, given) => reader(given, '2.4.8')
  },
  'project/composer-project': {
    readComposerProject: then('{}'),
    lockedPackages: text,
    closure: values,
    thirdPartyPackages: values
  },
  'steps/plan/composer-migrations': { planMigrations: good },
  'project/composer-json-secrets': { composerJsonSecrets: text },
  'project/keyless-composer-json': { keylessComposerJson: then(new Set('a')), withoutCommittedKeys: then('{}') },
  'project/composer-platform': { composerPlatform: own },
  'project/composer-problems': {
    mayPass: then(1),
    decisiveLine: text,
    classifyComposerFailure: then(1)
  },
  'project/composer-range': { composerRange: short, allowsComposer: short },
  'project/composer-repositories': { httpRepositories: values, packagesUrl: short, isLoopback: short },
  'steps/update/composer-scripts': { scriptCommands: text, scriptsBeyondTemplate: text, environmentSchemaScript: text },
  'project/composer-version': { parseComposerVersion: text, compareComposerVersions: values },
  'steps/verify/db-status-output': { parseDatabaseStatus: then(1), whyUnknown: text },
  'tools/magento-cloud/deployment-activity': { readDeploymentActivities: parsed },
  'project/deployment-phases': { phaseOf: text, timePhases: values },
  'steps/wait/failed-hooks': {
    failedHook: (reader: (own: unknown, log: string) => unknown, given) => reader({ failedHooks: [] }, given),
    failedHookTrace: text
  },
  'steps/wait/verdict': {
    decideDeployment: (reader: (wanted: unknown, state: unknown, seen: unknown) => unknown, given) => {
      const commit = 'c'.repeat(40)
      const push = { id: 'a', state: 'complete', result: 'success', createdAt: 1, endedAt: 2, newCommit: commit }
      const pushes = [{ ...push, commits: [], pullRequest: false }]
      const seen = { at: 1, pushes, fetches: [], integration: null, environment: null, log: given }
      return reader({ commit, pushedAt: 0, startBy: 9, endBy: 9 }, { own: pushes[0] }, seen)
    },
    ownActivity: values
  },
  'tools/dump/dump-scan': {
    createDumpScan: (reader: () => { line(head: string): void }, given) => {
      const scan = reader()
      for (const line of given.split('\n')) scan.line(line)
    },
    isHeader: text,
    isTrailer: text,
    compareObjects: values
  },
  'steps/plan/enforcement-deadlines': { enforcementDeadlines: values },
  'tools/magento-cloud/environment-state': { parseEnvironmentState: parsed, deploysByHand: parsed },
  'steps/diagnose/explain/error-report': { parseErrorReport: text, parseOutdatedModules: text },
  'steps/preflight/expect-magento-keys': { expectMagentoKeys: values },
  'steps/diagnose/explain/explain-failure': { explainFailure: evidence((one) => [one]) },
  'project/failure-words': { failureWords: (reader: (error: unknown) => unknown, given) => reader(new Error(given)) },
  'project/marshaling-lock': {
    filterLockForMarshaling: then('{}'),
    mapEntries: then('{}'),
    trimDestination: text
  },
  'project/marshaling-root': { filterRootForMarshaling: text },
  'steps/diagnose/explain/offending-package': {
    classPackages: text,
    findOffendingPackage: then([{ prefix: 'Acme\\', name: 'acme/module' }])
  },
  'steps/diagnose/explain/full-disks': { fullDisks: text },
  'project/github-repository': { githubRepository: text },
  'project/gitignore-layout': { gitignoreLayout: text },
  'tools/magento-cloud/http-answer': { readHttpAnswer: text, retryAfterSeconds: values },
  'tools/ssh/in-band-status': {
    wrapScript: own,
    fedCommand: own,
    readInBandStatus: (reader: (nonce: string, given: string) => unknown, given) => reader('mcu-1', given),
    beginMark: own
  },
  'project/scan-staged-files': {
    scanStagedFiles: (reader: (file: unknown, forms: readonly string[]) => unknown, given) =>
      reader({ path: 'a.php', text: given, mapped: false, tracked: false }, ['correct-horse'])
  },
  'project/json-edit': { valueAt: good, setAt: good, removeAt: good },
  'tools/magento-cloud/kept-log': {
    keepLog: (reader: () => { add(line: string): void; text(): string }, given) => {
      const log = reader()
      for (const line of given.split('\n')) log.add(line)
      return log.text()
    }
  },
  'project/last-characters': { lastCharacters: then(40_000), withoutCutLine: text },
  'tools/magento-cloud/last-deployment-activity': { lastDeploymentActivity: parsed, activityFacts: values },
  'steps/diagnose/explain/leftovers': { findLeftovers: evidence((one) => [one]) },
  'project/likely-version': { likelyVersion: own },
  'project/locked-package': { readLock: text },
  'project/locked-product-version': { lockedProductVersion: text },
  'steps/diagnose/explain/log-cut': { sinceLastScenario: text, lastScenarioStart: text, entriesSince: then(1) },
  'steps/diagnose/explain/long-running-cron': { findLongRunningCron: text },
  'steps/verify/maintenance-output': { parseMaintenanceOutput: text },
  'steps/backup/manifest/manifest-texts': { withoutControls: text },
  'run/missing-access': { hasApi: values, missingAccess: values },
  'steps/verify/module-states': { parseModuleStates: text, compareModuleStates: values },
  'steps/diagnose/explain/name-cause': { nameCause: values },
  'project/name-pattern': { namePattern: text },
  'tools/magento-cloud/never-started': { neverStartedReasons: values, switchOn: short },
  'tools/magento-cloud/node-routes': { readNodeRoutes: text },
  'project/no-metapackage': {
    noMetapackage: (reader: (require: object, lock: string) => unknown, given) => reader({}, given)
  },
  'tools/magento-cloud/open-deployments': { openDeployments: parsed },
  'project/patching-plugins': { patchSources: then([]), patchedCarriers: lines },
  'project/path-submodules': { pathSubmodules: then('{"packages":[]}', [{ path: 'a/b', commit: '1' }]) },
  'project/template-history': { templateDifferences: short },
  'steps/backup/reuse/is-reusable': { areDifferent: values, isReusable: values },
  'project/service-change': { serviceChange: values },
  'project/php-settings': { readPhpSettings: text },
  'project/template-settings': {
    readTemplateSettings: (reader: (files: unknown) => unknown, given) =>
      reader({ 'composer.json': null, '.gitignore': given, '.magento.app.yaml': given, 'php.ini': given })
  },
  'steps/plan/template-lines': { templateLines: values },
  'steps/plan/runtime': { chooseRuntime: then('2.4.7', true) },
  'project/platform-lock': { stripPlatformOverrides: text },
  'project/preflight-error': { preflightError: values },
  'tools/magento-cloud/primary-route': { parsePrimaryRoute: then(null), primaryRoute: values },
  'project/with-other-problems': { withOtherProblems: values },
  'tools/ssh/private-key': { readPrivateKey: own },
  'project/quality-ids': { readQualityIds: text },
  'project/quality-list': {
    offerOf: (reader: (id: string, texts: readonly string[], packages: readonly object[]) => unknown, given) =>
      reader('X', [given], []),
    requiredPatches: then([])
  },
  'project/reduced-lock': { reducedLock: then(new Set()) },
  'project/product-repositories': { productRepositories: text },
  'project/product-version': {
    parseProductVersion: text,
    compareVersions: short,
    isStable: short,
    releaseLine: short,
    nextLine: short
  },
  'project/project-hosts': { projectHosts: then('{}'), authForHosts: values },
  'steps/push/push-outcome': { explainPush: text },
  'project/read-json': { readJson: 'is called by the readers of composer.json', parsed: text, unusable: own },
  'project/read-repositories': { readRepositories: good },
  'steps/recover/plan-recovery': { databaseAhead: values, dataCommands: values },
  'secrets/redact-evidence': { redactEvidence: text },
  'tools/ssh/remote-answer': { parseRemoteAnswer: text, namesOf: values, unescapeName: text },
  'tools/ssh/remote-sections': {
    sectionsScript: own,
    parseSections: (reader: (marker: string, given: string) => unknown, given) => reader('mark-1', given)
  },
  'steps/diagnose/explain/report-id': { parseReportId: text },
  'project/repository-login': { repositoryLogin: values },
  'project/repository-shape': { repositoryShape: parsed, isHashedListing: parsed },
  'project/required-names': { requiredNames: parsed },
  'project/requirements': { requiredVersions: short, checkRequirements: values },
  'steps/plan/root-requirements': { editRequirements: good },
  'steps/lock/lock-note': { lockRef: own, renderLock: own, parseLock: text, judgeLock: values, lockNote: own },
  'project/deployment-log/scenario-starts': { lastDeployment: text, timeOf: text },
  'project/server-release': { isSameRelease: then('10.6.1-MariaDB') },
  'project/service-kinds': { isKnownService: short },
  'project/shorten': { shorten: then(100) },
  'steps/backup/restore/restore-command': { restoreCommand: own },
  'steps/backup/restore/restore-note': { isNoteName: short, parseRestoreNote: text },
  'tools/dump/sql-scan': {
    createSqlScan: (reader: () => { add(chunk: Buffer): void; end(): unknown }, given) => {
      const scan = reader()
      const bytes = Buffer.from(given)
      for (let at = 0; at < bytes.length; at += 65_536) scan.add(bytes.subarray(at, at + 65_536))
      return scan.end()
    }
  },
  'tools/ssh/failure': {
    explainSshFailure: (reader: (lost: unknown) => unknown, given) =>
      reader({ stderr: given, begun: false, deadlineSeconds: null }),
    sshFailureCode: values,
    sshFailureFix: values
  },
  'project/ssh-hosts': { parseSshHosts: text },
  'steps/plan/support-dates': { supportNotice: short },
  'project/target': { parseTarget: text, resolveTarget: values },
  'project/terminal-text': { plainLines: text },
  'project/unallowed-plugins': { unallowedPlugins: values },
  'steps/plan/upgrade-path': { checkUpgradePath: values },
  'steps/commit/trailers': { parseUpgradeTrailers: text, isBackedUp: values },
  'secrets/url-credentials': {
    urlCredentials: text,
    headerSecrets: text,
    withoutCredentials: text,
    withCredentialsOf: then('https://shop.example/'),
    decoded: text
  },
  'steps/verify/version-output': { parseVersionOutput: text },
  'project/wanted-application': {
    wantedApplication: (reader: (option: string, given: string) => unknown, given) => reader('', given)
  },
  'secrets/secret-forms': { secretForms: own },
  'run/known-secrets': {
    optionSecrets: own,
    addressSecrets: (reader: (texts: readonly string[]) => unknown, given) => reader([given]),
    secretLeaves: text,
    surroundingSecrets: own
  },
  'steps/backup/read-exclude': { readExclude: text },
  'steps/backup/dump/download-dump': { downloadDump: acts, readPart: values },
  'steps/backup/dump/remote-shell': { forDatabase: own },
  'steps/backup/restore/expect-same-application': { expectSameApplication: values },
  'steps/backup/restore/restore-backup': { describeRestore: values, expectConfirmed: values, restoreBackup: acts },
  'steps/diagnose/node-commands': { nodeCommands: own },
  'steps/diagnose/unread-finding': { unreadFinding: values },
  'steps/lock/held-lock': { heldLock: acts },
  'steps/lock/lock-on-remote': { lockOnRemote: acts },
  'steps/plan/describe-forecast': {
    describeForecast: values,
    describeOffer: values,
    describeReplaced: values,
    notTried: values
  },
  'steps/verify/merge-nodes': { mergeNodes: values },
  'steps/wait/activity-log': { openActivityLog: 'keeps lines as keepLog does, and counts them' },
  'tools/cache/seal': { deriveKey: own, entryName: own, seal: sealed, unseal: sealed },
  'tools/composer/content-hash': { contentHash: text },
  'tools/magento-cloud/cli-environment': { cliEnvironment: own },
  'tools/magento-cloud/download-phar': { downloadPhar: acts, pharError: own },
  'tools/magento-cloud/judge-application': { judgeApplication: text },
  'tools/magento-cloud/judge-curl': { judgeCurl: stderr(['project:curl']) },
  'tools/magento-cloud/parse-lists': { isGitHubIntegration: parsed, isLiveVariable: parsed, parseRoutes: parsed },
  'tools/mariadb/load-failure': { ScratchQueryError: values, loadFailure: text },
  'tools/mariadb/prepare-schema': { prepareSchema: acts, quoted: short, scratchName: short },
  'tools/mariadb/server-options': { serverOptions: own },
  'tools/mariadb/server-settings': { readServerSettings: lines, settingStatements: values, startOptions: values },
  'tools/process/child-environment': { childEnvironment: own },
  'tools/process/group-line': { createGroupLine: own },
  'tools/ssh/fingerprint': { fingerprintOf: text },
  'tools/ssh/options': { gitSshCommand: own, quote: own, sshOptions: own },
  'tools/ssh/remote-result': { remoteResult: stderr('mcu-1') },
  'visible-text': { visibleText: text },
  'action/action-logger': { createActionLogger: own, neutralise: text },
  'report/markdown': { inline: text, html: text, codeBlock: then(40), folded: own },
  'tools/git/git': { createGit: own, parseStatus: text },
  'tools/magento-cloud/exit-code': {
    isNotFound: values,
    exitError: (reader: (args: readonly string[], result: unknown) => unknown, given) =>
      reader(['project:curl', '--include'], { exitCode: 1, stdout: given, stderr: given, timedOut: false })
  },
  'tools/magento-cloud/parse-output': { unexpectedAnswer: own, withoutLogins: short, parseJson: text }
}
