import {
  text,
  then,
  evidence,
  lines,
  paths,
  values,
  own,
  short,
  good,
  parsed,
  acts,
  sealed,
  stderr,
  type Read
} from './call-reader.js'
import { foreignTextsOfProject } from './foreign-texts-of-project.js'

/**
 * Every function of the modules that read texts, and of some more: how it is called, or why no foreign text reaches it.
 * What is not in here fails the test of times.
 */
export const foreignTexts: Readonly<Record<string, Readonly<Record<string, Read | string>>>> = {
  ...foreignTextsOfProject,
  'tools/magento-cloud/activity': {
    parseActivities: parsed,
    verdictOf: values,
    lastDeploymentActivity: parsed,
    activityFacts: values,
    openDeployments: parsed
  },
  'steps/backup/manifest/manifest': { isProven: values, stateOf: values, parseManifest: then('manifest.json') },
  'steps/backup/manifest/promises': { tellPromises: values },
  'steps/preflight/case-clashes': { findCaseClashes: paths },
  'tools/dump/checksum-list': { checksumLine: short, parseChecksums: text },
  'tools/magento-cloud/cli-release': { cliRelease: own },
  'steps/commit/commit-refusal': { explainCommit: text },
  'steps/backup/manifest/compare-dump': { compareDump: values },
  'steps/plan/composer-config-problems': { composerConfigProblems: values },
  'steps/plan/composer-migrations': { migratedRequirement: values, planMigrations: good },
  'steps/update/composer-scripts': { scriptCommands: text, scriptsBeyondTemplate: text, environmentSchemaScript: text },
  'steps/verify/magento-output': {
    parseDatabaseStatus: then(1),
    whyUnknown: text,
    parseMaintenanceOutput: text,
    parseModuleStates: text,
    compareModuleStates: values,
    parseVersionOutput: text
  },
  'tools/magento-cloud/deployment-activity': { readDeploymentActivities: parsed },
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
  'steps/diagnose/explain/offending-package': {
    classPackages: text,
    findOffendingPackage: then([{ prefix: 'Acme\\', name: 'acme/module' }])
  },
  'steps/diagnose/explain/full-disks': { fullDisks: text },
  'tools/magento-cloud/http-answer': { readHttpAnswer: text, retryAfterSeconds: values },
  'tools/ssh/in-band-status': {
    wrapScript: own,
    fedCommand: own,
    readInBandStatus: (reader: (nonce: string, given: string) => unknown, given) => reader('mcu-1', given),
    beginMark: own
  },
  'tools/magento-cloud/kept-log': {
    keepLog: (reader: () => { add(line: string): void; text(): string }, given) => {
      const log = reader()
      for (const line of given.split('\n')) log.add(line)
      return log.text()
    }
  },
  'steps/diagnose/explain/leftovers': { findLeftovers: evidence((one) => [one]) },
  'steps/diagnose/explain/log-cut': { sinceLastScenario: text, lastScenarioStart: text, entriesSince: then(1) },
  'steps/diagnose/explain/long-running-cron': { findLongRunningCron: text },
  'steps/backup/manifest/manifest-texts': { withoutControls: text },
  'run/missing-access': { parseSshHosts: text, hasApi: values, missingAccess: values },
  'steps/diagnose/explain/name-cause': { nameCause: values },
  'tools/magento-cloud/never-started': { neverStartedReasons: values, switchOn: short },
  'tools/magento-cloud/primary-route': { readNodeRoutes: text, parsePrimaryRoute: then(null), primaryRoute: values },
  'steps/backup/reuse/is-reusable': { areDifferent: values, isReusable: values },
  'steps/plan/template-lines': { templateLines: values },
  'steps/plan/runtime': { chooseRuntime: then('2.4.7', true) },
  'tools/ssh/private-key': { readPrivateKey: own },
  'steps/push/push-outcome': { explainPush: text },
  'steps/recover/plan-recovery': { databaseAhead: values, dataCommands: values },
  'secrets/redact-evidence': { redactEvidence: text, redactedLastLine: text },
  'tools/ssh/remote-answer': {
    parseRemoteAnswer: text,
    namesOf: values,
    unescapeName: text,
    remoteResult: stderr('mcu-1')
  },
  'tools/ssh/remote-sections': {
    sectionsScript: own,
    parseSections: (reader: (marker: string, given: string) => unknown, given) => reader('mark-1', given)
  },
  'steps/diagnose/find-shown-report': {
    askStorefront: 'asks a server',
    findShownReport: 'asks a server',
    parseReportId: text
  },
  'steps/plan/root-requirements': { editRequirements: good },
  'steps/lock/lock-note': { lockRef: own, renderLock: own, parseLock: text, judgeLock: values, lockNote: own },
  'steps/backup/restore/restore-note': {
    findUnfinishedRestores: acts,
    writeRestoreNote: acts,
    restoreCommand: own,
    isNoteName: short,
    parseRestoreNote: text
  },
  'steps/backup/restore/load-dump': { loadChoice: values, loadDump: acts, loadBeside: acts, swapIn: acts },
  'steps/backup/restore/session-script': { hexList: values, quotedName: own, sessionScript: own },
  'tools/dump/beside-dump': { createBesideDump: values },
  'tools/dump/restore-marker': { isOfRestore: short, newTable: own, oldTable: own },
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
  'steps/plan/support-dates': { supportNotice: short },
  'steps/plan/upgrade-path': { checkUpgradePath: values },
  'steps/commit/trailers': { parseUpgradeTrailers: text, isBackedUp: values },
  'secrets/url-credentials': {
    urlCredentials: text,
    headerSecrets: text,
    withoutCredentials: text,
    withCredentialsOf: then('https://shop.example/'),
    decoded: text
  },
  'secrets/secret-forms': { secretForms: own },
  'run/known-secrets': {
    optionSecrets: own,
    addressSecrets: (reader: (texts: readonly string[]) => unknown, given) => reader([given]),
    secretLeaves: text,
    surroundingSecrets: own
  },
  'steps/backup/effects': { intendMaintenance: values, intendEceDump: acts, intendDump: values },
  'steps/push/push-effects': { intendDeployment: values, intendPush: values, intendTag: values, wasSent: values },
  'tools/magento-cloud/application-logins': { applicationLogins: values, isOneOfSeveral: values },
  'tools/ssh/marked-shell': { markedShell: own },
  'steps/backup/dump/dump-cause': { DumpError: values, causeOfOutput: text },
  'steps/backup/restore/restore-effects': { intendRestore: values, settleRestore: values },
  'steps/backup/backup-options': { readRecipients: own, readExclude: text },
  'steps/backup/dump/download-dump': { downloadDump: acts, readPart: values },
  'steps/backup/dump/remote-shell': { forDatabase: own },
  'steps/backup/restore/expect-restorable': {
    expectNoProblems: values,
    problemsOfLook: values,
    expectSameApplication: values
  },
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
  'steps/verify/node-problem': { nameNodes: values },
  'steps/wait/activity-log': { createLogTail: own, openActivityLog: 'keeps lines as keepLog does, and counts them' },
  'tools/cache/seal': { deriveKey: own, entryName: own, seal: sealed, unseal: sealed },
  'tools/composer/content-hash': { contentHash: text },
  'tools/magento-cloud/cli-environment': { cliEnvironment: own },
  'tools/magento-cloud/download-phar': { downloadPhar: acts, pharError: own },
  'tools/magento-cloud/judge-curl': { judgeApplication: text, judgeCurl: stderr(['project:curl']) },
  'tools/magento-cloud/answers': {
    parseEnvironment: parsed,
    isGitHubIntegration: parsed,
    isLiveVariable: parsed,
    parseRoutes: parsed,
    unexpectedAnswer: own,
    withoutLogins: short,
    parseJson: text
  },
  'tools/mariadb/load-failure': { ScratchQueryError: values, loadFailure: text },
  'tools/mariadb/prepare-schema': { prepareSchema: acts, quoted: short, scratchName: short },
  'tools/mariadb/server-options': { serverOptions: own },
  'tools/mariadb/server-settings': { readServerSettings: lines, settingStatements: values, startOptions: values },
  'tools/process/child-environment': { secretLines: own, withoutSecrets: own, childEnvironment: own },
  'tools/process/process-group': { createStop: own, createGroupLine: own },
  'tools/ssh/fingerprint': { fingerprintOf: text },
  'tools/ssh/options': { gitSshCommand: own, ownOptions: own, sshOptions: own },
  'shell-quote': { shellQuote: text, shellWord: text },
  'steps/backup/backup-folder': {
    inBackupFolder: acts,
    isServerDump: text,
    isServerFolder: text,
    refuseWorkTree: acts
  },
  'visible-text': { visibleText: text },
  'action/action-logger': { createActionLogger: own, neutralise: text },
  'report/markdown': {
    inline: text,
    html: text,
    prose: text,
    code: text,
    link: then('https://example.com/'),
    shellBlock: lines,
    codeBlock: then(40),
    folded: own
  },
  'report/split-commands': { splitCommands: text },
  'report/title': { title: values },
  'report/failure-title': { failureTitle: values },
  'run/workflow-of': { workflowOf: values },
  'tools/git/git': { createGit: own, parseStatus: text },
  'tools/magento-cloud/exit-code': {
    isNotFound: values,
    exitError: (reader: (args: readonly string[], result: unknown) => unknown, given) =>
      reader(['project:curl', '--include'], { exitCode: 1, stdout: given, stderr: given, timedOut: false })
  }
}
