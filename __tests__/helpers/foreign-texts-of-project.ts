import { text, then, lines, values, own, short, good, parsed, type Read } from './call-reader.js'

/** The part of the table of foreign texts for the modules of `src/project`. */
export const foreignTextsOfProject: Readonly<Record<string, Readonly<Record<string, Read | string>>>> = {
  'project/allowed-plugins': { allowedPlugins: then([]), packagePattern: short },
  'project/b2b-release': { b2bRelease: values },
  'project/bound-lines': { boundLines: text },
  'project/bounded-yaml': {
    boundedYaml: (reader: (file: string, given: string) => unknown, given) => reader('a', given)
  },
  'project/app-yaml': { readAppYaml: text, updateAppYaml: then({ php: '8.3', composer: '2.7' }) },
  'project/cloud-error-log': { parseCloudErrorLog: text },
  'project/services-yaml': { readServicesYaml: text, isKnownService: short },
  'project/committed-keys': { committedKeyProblems: values },
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
    composerFailure: (reader: (result: unknown) => unknown, given) =>
      reader({ exitCode: 1, stdout: '', stderr: given, timedOut: false })
  },
  'project/composer-constraint': {
    allowsVersion: (reader: (constraint: string, version: string) => unknown, given) => reader(given, '2.4.8')
  },
  'project/composer-project': {
    readComposerProject: then('{}'),
    closure: values,
    thirdPartyPackages: values
  },
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
  'project/composer-version': {
    parseComposerVersion: text,
    compareComposerVersions: values,
    compareNumbers: text,
    isAtLeast: text
  },
  'project/deployment-phases': { phaseOf: text, timePhases: values },
  'project/failure-words': { failureWords: (reader: (error: unknown) => unknown, given) => reader(new Error(given)) },
  'project/marshaling-lock': {
    filterLockForMarshaling: then('{}'),
    mapEntries: then('{}'),
    trimDestination: text
  },
  'project/marshaling-root': { filterRootForMarshaling: text },
  'project/github-repository': { githubRepository: text },
  'project/gitignore-layout': { gitignoreLayout: text },
  'project/scan-staged-files': {
    scanStagedFiles: (reader: (file: unknown, forms: readonly string[]) => unknown, given) =>
      reader({ path: 'a.php', text: given, mapped: false, tracked: false }, ['correct-horse'])
  },
  'project/json-edit': { valueAt: good, setAt: good, removeAt: good },
  'project/last-characters': { lastCharacters: then(40_000), withoutCutLine: text },
  'project/likely-version': { likelyVersion: own },
  'project/composer-lock': {
    lockedPackages: text,
    readLock: text,
    lockedProductVersion: text,
    stripPlatformOverrides: text,
    reducedLock: then(new Set())
  },
  'project/name-pattern': { namePattern: text },
  'project/no-metapackage': {
    noMetapackage: (reader: (require: object, lock: string) => unknown, given) => reader({}, given)
  },
  'project/patching-plugins': { patchSources: then([]), patchedCarriers: lines },
  'project/path-submodules': { pathSubmodules: then('{"packages":[]}', [{ path: 'a/b', commit: '1' }]) },
  'project/template-history': { templateDifferences: short },
  'project/service-change': { serviceChange: values },
  'project/php-settings': { readPhpSettings: text },
  'project/template-settings': {
    readTemplateSettings: (reader: (files: unknown) => unknown, given) =>
      reader({ 'composer.json': null, '.gitignore': given, '.magento.app.yaml': given, 'php.ini': given })
  },
  'project/preflight-error': { preflightError: values },
  'project/with-other-problems': { withOtherProblems: values },
  'project/quality-list': {
    readQualityIds: text,
    offerOf: (reader: (id: string, texts: readonly string[], packages: readonly object[]) => unknown, given) =>
      reader('X', [given], []),
    requiredPatches: then([])
  },
  'project/product-repositories': { productRepositories: text },
  'project/product-version': {
    parseProductVersion: text,
    compareVersions: short,
    isStable: short,
    releaseLine: short,
    nextLine: short
  },
  'project/project-hosts': { projectHosts: then('{}'), authForHosts: values },
  'project/read-json': { readJson: 'is called by the readers of composer.json', parsed: text, unusable: own },
  'project/read-repositories': { readRepositories: good },
  'project/repository-login': { repositoryLogin: values },
  'project/audit-report': { readAuditReport: text },
  'project/repository-shape': { repositoryShape: parsed, isHashedListing: parsed, tellsOfAdvisories: parsed },
  'project/required-names': { requiredNames: parsed },
  'project/requirements': { requiredVersions: short, checkRequirements: values },
  'project/deployment-log/scenario-starts': { lastDeployment: text, timeOf: text },
  'project/server-release': { isSameRelease: then('10.6.1-MariaDB') },
  'project/shorten': { shorten: then(100) },
  'project/target': { parseTarget: text, resolveTarget: values },
  'project/terminal-text': { plainLines: text },
  'project/unallowed-plugins': { unallowedPlugins: values },
  'project/wanted-application': {
    wantedApplication: (reader: (option: string, given: string) => unknown, given) => reader('', given)
  }
}
