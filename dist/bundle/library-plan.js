export const id = 456;
export const ids = [456];
export const modules = {

/***/ 655:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ makePlan),
  P: () => (/* binding */ summarizePlan)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/run/project-session.js + 28 modules
var project_session = __webpack_require__(2695);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/preflight-error.js
var preflight_error = __webpack_require__(9980);
;// CONCATENATED MODULE: ./.tmp/compiled/src/data/b2b-releases.json
const b2b_releases_namespaceObject = /*#__PURE__*/JSON.parse('{"D8":{"2.4.9":"1.5.3","2.4.8-p5":"1.5.3","2.4.8-p4":"1.5.2-p4","2.4.8-p3":"1.5.2-p3","2.4.8-p2":"1.5.2-p2","2.4.8-p1":"1.5.2-p1","2.4.8":"1.5.2","2.4.7-p10":"1.5.2-p5","2.4.7-p9":"1.5.2-p4","2.4.7-p8":"1.5.2-p3","2.4.7-p7":"1.5.2-p2","2.4.7-p6":"1.5.2-p1","2.4.7-p5":"1.5.2","2.4.7-p4":"1.5.1","2.4.7-p3":"1.5.0","2.4.7-p2":"1.4.2-p2","2.4.7-p1":"1.4.2-p1","2.4.7":"1.4.2","2.4.6-p15":"1.5.2-p5","2.4.6-p14":"1.5.2-p4","2.4.6-p13":"1.5.2-p3","2.4.6-p12":"1.5.2-p2","2.4.6-p11":"1.5.2-p1","2.4.6-p10":"1.5.2","2.4.6-p9":"1.5.1","2.4.6-p8":"1.5.0","2.4.6-p7":"1.3.5-p7","2.4.6-p6":"1.3.5-p6","2.4.6-p5":"1.3.5-p5","2.4.6-p4":"1.3.5-p4","2.4.6-p3":"1.3.5-p3","2.4.6-p2":"1.3.5-p2","2.4.6-p1":"1.3.5-p1","2.4.6":"1.3.5","2.4.5-p17":"1.3.4-p17","2.4.5-p16":"1.3.4-p16","2.4.5-p15":"1.3.4-p15","2.4.5-p14":"1.3.4-p14","2.4.5-p13":"1.3.4-p13","2.4.5-p12":"1.3.4-p12","2.4.5-p11":"1.3.4-p11","2.4.5-p10":"1.3.4-p10","2.4.5-p9":"1.3.4-p9","2.4.5-p8":"1.3.4-p8","2.4.5-p7":"1.3.4-p7","2.4.5-p6":"1.3.4-p6","2.4.5-p5":"1.3.4-p5","2.4.5-p4":"1.3.4-p4","2.4.5-p3":"1.3.4-p3","2.4.5-p2":"1.3.4-p2","2.4.5-p1":"1.3.4-p1","2.4.5":"1.3.4","2.4.4-p18":"1.3.3-p18","2.4.4-p17":"1.3.3-p17","2.4.4-p16":"1.3.3-p16","2.4.4-p15":"1.3.3-p15","2.4.4-p14":"1.3.3-p14","2.4.4-p13":"1.3.3-p13","2.4.4-p12":"1.3.3-p12","2.4.4-p11":"1.3.3-p11","2.4.4-p10":"1.3.3-p10","2.4.4-p9":"1.3.3-p9","2.4.4-p8":"1.3.3-p8","2.4.4-p7":"1.3.3-p7","2.4.4-p6":"1.3.3-p6","2.4.4-p5":"1.3.3-p5","2.4.4-p4":"1.3.3-p4","2.4.4-p3":"1.3.3-p3","2.4.4-p2":"1.3.3-p2","2.4.4-p1":"1.3.3-p1","2.4.4":"1.3.3"}}');
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-version.js
var composer_version = __webpack_require__(3445);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/b2b-release.js


const b2b_release_name = 'magento/extension-b2b';
/**
 * A warning if the new lock has an older magento/extension-b2b than the release named for the product's release: it is
 * a separate package, which the metapackage does not update.
 */
function b2bRelease(packages, to) {
    const found = packages.find((locked) => locked.name === b2b_release_name);
    const wanted = b2b_releases_namespaceObject.D8[to];
    const [ours, theirs] = [found?.version, wanted].map((version) => (0,composer_version/* parseComposerVersion */.MS)(version ?? ''));
    if (found === undefined || wanted === undefined || !ours || !theirs || (0,composer_version/* compareComposerVersions */.fw)(ours, theirs) >= 0)
        return [];
    return [
        {
            id: 'b2b-release',
            severity: 'warning',
            level: 'look',
            message: `The plan leaves ${b2b_release_name} at ${found.version}, but Adobe lists ${wanted} for ${to}.`,
            fix: `To get it: composer require "${b2b_release_name}:^${wanted}" --no-update, commit composer.json, and plan again.`
        }
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/composer-config-problems.js
/** Settings in composer.json's `config` section that make an upgrade impossible. */
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
            message: `composer.json sets config.vendor-dir to ${folder}; the hooks of the platform and the base packages need vendor.`,
            fix: 'Run composer config --unset vendor-dir and commit composer.json.'
        }
    ];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/json-edit.js
var json_edit = __webpack_require__(6101);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/product-version.js
var product_version = __webpack_require__(8050);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/composer-migrations.js


const rootUpdatePlugin = 'magento/composer-root-update-plugin';
const laminas = 'laminas/laminas-di';
const generatedPath = ['autoload', 'psr-0', ''];
const ignorePath = ['extra', 'magento-deploy-ignore', '*'];
const rules = [
    {
        id: 'root-version',
        description: 'version matches the line of the target',
        apply: (text, { to }) => ((0,json_edit/* valueAt */.fK)(text, ['version']) === undefined ? text : put(text, ['version'], (0,product_version/* releaseLine */.aY)(to)))
    },
    { id: 'allow-plugins', description: "config.allow-plugins lists the template's plugins", apply: allowPlugins },
    {
        id: 'root-update-plugin',
        description: `version 2 of ${rootUpdatePlugin} is required`,
        apply: (text, { to }) => (isFrom(to, '2.4.4') ? requireRootUpdatePlugin(text, to) : text)
    },
    {
        id: 'laminas-di',
        description: `${laminas} is required as in the template of 2.4.4, and in no other line`,
        apply: laminasDi
    },
    {
        id: 'psr-0-list',
        description: 'autoload.psr-0 finds generated code in generated/code',
        apply: (text, { to }) => isFrom(to, '2.2.6') && (0,json_edit/* valueAt */.fK)(text, generatedPath) === 'app/code/'
            ? (0,json_edit/* setAt */.ef)(text, generatedPath, ['app/code/', 'generated/code/'])
            : text
    },
    {
        id: 'framework-autoload',
        description: 'autoload.psr-4 leaves the framework to its own package, because config.use-include-path is gone',
        apply: (text, { from, to }) => isFrom(to, '2.3.0') && !isFrom(from, '2.3.0')
            ? (0,json_edit/* removeAt */.Wq)((0,json_edit/* removeAt */.Wq)(text, ['autoload', 'psr-4', 'Magento\\Framework\\']), ['config', 'use-include-path'])
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
        description: 'extra.magento-deploystrategy keeps marshaling enabled if MAGENTO_CLOUD_PROJECT is set',
        apply: (text) => putMissing(text, ['extra', 'magento-deploystrategy'], 'copy')
    }
];
/**
 * composer.json with everything that the target needs besides the versions, and the list of changes. A second run on
 * its result changes nothing; everything not listed keeps its bytes.
 */
function planMigrations(composerJsonText, step) {
    let text = composerJsonText;
    const migrations = [];
    for (const { id, description, apply } of rules) {
        const changed = apply(text, step);
        if (changed !== text)
            migrations.push({ id, file: 'composer.json', description });
        text = changed;
    }
    return { text, migrations };
}
/** The root requirement that a migration is about, or null. */
function migratedRequirement(id) {
    return id === 'root-update-plugin' ? rootUpdatePlugin : id === 'laminas-di' ? laminas : null;
}
// The ~1.1 of the template of 2.4.3 keeps the project from every newer metapackage that has release 2 in its lock.
function requireRootUpdatePlugin(text, to) {
    const path = ['require', rootUpdatePlugin];
    const present = (0,json_edit/* valueAt */.fK)(text, path);
    const old = present === undefined || (typeof present === 'string' && /^[~^=]?\s*v?[01](?:\.|$)/.test(present.trim()));
    return old ? (0,json_edit/* setAt */.ef)(text, path, isFrom(to, '2.4.6') ? '^2.0.3' : '^2.0.2') : text;
}
// Only the template's own requirement: any other is the project's decision, and Composer says if it blocks.
function laminasDi(text, { from, to }) {
    const path = ['require', 'laminas/laminas-di'];
    const present = (0,json_edit/* valueAt */.fK)(text, path);
    if (isFrom(to, '2.4.5'))
        return present === '~3.3.0' ? (0,json_edit/* removeAt */.Wq)(text, path) : text;
    return isFrom(to, '2.4.4') && !isFrom(from, '2.4.4') ? putMissing(text, path, '~3.3.0') : text;
}
function allowPlugins(text) {
    const path = ['config', 'allow-plugins'];
    const present = (0,json_edit/* valueAt */.fK)(text, path);
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
    const namespaces = Object.keys((0,json_edit/* valueAt */.fK)(text, path) ?? {});
    if (namespaces.some((namespace) => /^(Zend|Laminas)\\Mvc\\Controller\\$/.test(namespace)))
        return text;
    return put(text, [...path, 'Zend\\Mvc\\Controller\\'], 'setup/src/Zend/Mvc/Controller/');
}
function ignorePathOf(text, path) {
    const listed = (0,json_edit/* valueAt */.fK)(text, ignorePath);
    const list = Array.isArray(listed) ? listed : [];
    if (list.includes(path))
        return text;
    return list.length === 0 ? put(text, ignorePath, [path]) : put(text, [...ignorePath, list.length], path);
}
function put(text, path, value) {
    return (0,json_edit/* valueAt */.fK)(text, path) === value ? text : (0,json_edit/* setAt */.ef)(text, path, value);
}
function putMissing(text, path, value) {
    return (0,json_edit/* valueAt */.fK)(text, path) === undefined ? (0,json_edit/* setAt */.ef)(text, path, value) : text;
}
function isFrom(version, first) {
    return (0,product_version/* compareVersions */.Zy)((0,product_version/* releaseLine */.aY)(version), first) >= 0;
}
function within(version, first, end) {
    return isFrom(version, first) && (0,product_version/* compareVersions */.Zy)((0,product_version/* releaseLine */.aY)(version), end) < 0;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/plan/runtime.js
var plan_runtime = __webpack_require__(4464);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/requirements.js + 3 modules
var requirements = __webpack_require__(988);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/target.js
var project_target = __webpack_require__(9179);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/allowed-plugins.js
var allowed_plugins = __webpack_require__(2969);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-lock.js
var composer_lock = __webpack_require__(7530);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/read-json.js
var read_json = __webpack_require__(4113);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/unallowed-plugins.js




const section = schemas/* looseObject */._H3({
    config: schemas/* looseObject */._H3({ 'allow-plugins': schemas/* unknown */.L5J().optional() }).catch({}).optional()
});
/**
 * The plugins of the new lock that `config.allow-plugins` neither allows nor refuses, by name or by pattern: with them
 * `composer install` of Composer 2.2 and later fails, and so does the build (`PluginManager::isPluginAllowed`, Composer
 * 2.10). A warning instead of an error if the build may succeed: as before, or without development packages.
 */
function unallowedPlugins(before, after) {
    const undecided = undecidedBy(after.composerJson);
    const lock = (0,composer_lock/* readLock */.mF)(after.composerLock);
    const known = new Set(allPackages(before).map(({ name }) => name));
    const stood = undecidedBy(before.composerJson);
    const problems = (packages, development) => packages
        .filter(isPlugin)
        .filter(undecided)
        .map((locked) => {
        // A project without the section ran all its plugins while its lock was older than Composer 2.2.
        const asBefore = known.has(locked.name) && hasRules(before.composerJson) && stood(locked);
        return problemOf(locked, { isNew: !known.has(locked.name), asBefore, development });
    });
    return [...problems(lock.packages, false), ...problems(lock['packages-dev'] ?? [], true)];
}
function allPackages({ composerLock }) {
    const lock = (0,composer_lock/* readLock */.mF)(composerLock);
    return [...lock.packages, ...(lock['packages-dev'] ?? [])];
}
function isPlugin({ name, type, extra }) {
    if (type !== 'composer-plugin' && type !== 'composer-installer')
        return false;
    // Composer skips both without an error.
    return extra['plugin-optional'] !== true && name !== 'composer/package-versions-deprecated';
}
function rulesOf(composerJson) {
    return section.catch({}).parse((0,read_json/* parsed */.Yz)(composerJson)).config?.['allow-plugins'];
}
function hasRules(composerJson) {
    return rulesOf(composerJson) !== undefined;
}
function undecidedBy(composerJson) {
    const rules = rulesOf(composerJson);
    if (typeof rules === 'boolean')
        return () => false;
    const patterns = Object.keys((rules ?? {})).map(allowed_plugins/* packagePattern */.h);
    return ({ name }) => !patterns.some((pattern) => pattern.test(name));
}
function problemOf({ name, version }, { isNew, asBefore, development }) {
    const origin = isNew ? 'which the target includes' : 'which the project already has';
    const consequence = development
        ? 'if the build also installs packages for development, it fails'
        : "the Cloud's build fails at composer install";
    return {
        id: 'plugin-not-allowed',
        severity: asBefore || development ? 'warning' : 'error',
        message: `${name} ${version}, ${origin}, is a Composer plugin that config.allow-plugins of composer.json does not name: ${consequence}.`,
        fix: `If you trust it, run composer config --no-plugins allow-plugins.${name} true (false to keep it from running), and commit composer.json.`
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/app-yaml.js
var app_yaml = __webpack_require__(7023);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/upgrade-path.js


const below = (a, b) => (0,product_version/* compareVersions */.Zy)(a, b) < 0;
const crosses = (border) => (path) => below(path.from, border) && !below(path.to, border);
const lists = (appYamlText, extension) => (0,app_yaml/* readAppYaml */.J)(appYamlText).extensions.includes(extension);
const braintreeChannel = 'CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL';
const upgrade_path_rules = [
    {
        id: 'path-2.0',
        severity: 'error',
        message: 'The composer.json of projects of 2.0.4 and older differs from that of every later version.',
        fix: 'First replace the requirement on the product with magento/magento-cloud-metapackage >=2.0.5 <2.1, remove magento/magento-cloud-configuration, move app/NonComposerComponentRegistration.php to app/etc/ (also in autoload.files), and deploy that.',
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
        message: 'The locked marshaling plugin only runs in Composer 1, but the target needs Composer 2.',
        fix: 'First upgrade to 2.4.2 with Composer 1 (composer self-update --1) and deploy it; its plugin runs in both.',
        applies: ({ to, project }) => usesComposer1(project) && !below(to, '2.4.2')
    },
    {
        id: 'path-build-flavor',
        severity: 'error',
        message: '.magento.app.yaml has build.flavor: composer, which installs with Composer 1.',
        fix: "Set build.flavor: none, add dependencies.php.composer/composer, and start the build hook with 'set -e' and 'composer install --no-dev'.",
        applies: (path) => installsByFlavor(path) && below(path.from, '2.4.4')
    },
    {
        id: 'build-flavor',
        severity: 'warning',
        // The project runs already, so this build does not stop the upgrade.
        message: '.magento.app.yaml still has build.flavor: composer, which the template of 2.4.4 and later no longer has.',
        fix: "Set build.flavor: none and start the build hook with 'set -e' and 'composer install --no-dev'.",
        applies: (path) => installsByFlavor(path) && !below(path.from, '2.4.4')
    },
    {
        id: 'app-extension-json',
        severity: 'warning',
        level: 'before',
        message: '.magento.app.yaml lists the extension json, which is built into PHP 8: the platform refuses the push.',
        fix: 'Remove json from runtime.extensions.',
        applies: ({ to, appYamlText }) => lists(appYamlText, 'json') && !below(to, '2.4.4')
    },
    {
        id: 'app-extension-mcrypt',
        severity: 'warning',
        level: 'before',
        message: '.magento.app.yaml lists the extension mcrypt, which PHP 7.2 and later do not have.',
        fix: 'Remove mcrypt from runtime.extensions.',
        applies: ({ to, appYamlText }) => lists(appYamlText, 'mcrypt') && !below(to, '2.3.0')
    },
    {
        id: 'app-extension-newrelic',
        severity: 'warning',
        level: 'look',
        message: '.magento.app.yaml lists the extension newrelic, which the template of 2.4.6 and later does not.',
        fix: 'Remove newrelic from runtime.extensions, as the template does.',
        applies: (path) => lists(path.appYamlText, 'newrelic') && crosses('2.4.6')(path)
    },
    {
        id: 'app-braintree-channel',
        severity: 'warning',
        level: 'before',
        message: `.magento.app.yaml sets ${braintreeChannel}, which 2.4 has no setting for.`,
        fix: 'Remove the variable, here and in the project.',
        applies: (path) => path.appYamlText.includes(braintreeChannel) && crosses('2.4.0')(path)
    },
    {
        id: 'path-config-php',
        severity: 'warning',
        level: 'before',
        message: 'From 2.2 on, the committed configuration is app/etc/config.php, which a .gitignore of 2.1 excludes.',
        fix: 'Copy app/etc/config.local.php to app/etc/config.php, remove the file from .gitignore and commit it.',
        applies: crosses('2.2.0')
    },
    {
        id: 'path-search',
        severity: 'warning',
        level: 'before',
        message: 'From 2.4 on, the catalog search needs OpenSearch or Elasticsearch; MySQL search is gone.',
        fix: 'Add the service to .magento/services.yaml and its relationship to .magento.app.yaml (Pro staging and production: by ticket).',
        applies: crosses('2.4.0')
    }
];
/**
 * Everything that must be done before the upgrade, each with its remedy; an empty list means that nothing blocks the
 * path.
 */
function checkUpgradePath(path) {
    return upgrade_path_rules
        .filter(({ applies }) => applies(path))
        .map(({ id, severity, level, message, fix }) => ({ id, severity, level, message, fix }));
}
function installsByFlavor({ to, appYamlText }) {
    return (0,app_yaml/* readAppYaml */.J)(appYamlText).flavor === 'composer' && !below(to, '2.4.4');
}
function usesComposer1({ packages, pluginApiVersion }) {
    const plugin = packages.find(({ name }) => name === 'magento/magento-composer-installer');
    return plugin ? plugin.version.startsWith('0.1.') : (pluginApiVersion?.startsWith('1.') ?? false);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/product-repositories.js

/**
 * A composer.json with only the project's Composer repositories, from which the product comes. Paths, archives and git
 * repositories are left out, because Composer would read each of them to find one package.
 */
function productRepositories(composerJson) {
    const root = (0,read_json/* parsed */.Yz)(composerJson);
    const section = root?.repositories ?? [];
    const repositories = Array.isArray(section)
        ? section.filter(isAsked)
        : Object.fromEntries(Object.entries(section).filter(([, repository]) => isAsked(repository)));
    return JSON.stringify({ config: root?.config ?? {}, repositories, 'minimum-stability': 'dev' });
}
// `{"packagist.org": false}` is not a repository, but disables one.
function isAsked(repository) {
    if (typeof repository !== 'object' || repository === null)
        return typeof repository === 'boolean';
    const { type } = repository;
    return type === undefined || type === 'composer';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/available-versions.js


const answer = schemas/* object */.Ikc({ versions: schemas/* array */.YOg(schemas/* string */.YjP()) });
/**
 * The versions of a package that the project's repositories offer for these keys, or null if they do not say. Composer
 * runs in a separate folder: the project's git repositories need no clone for it, and the resolver may use the checkout
 * at the same time.
 */
async function availableVersions({ composer, files }, composerJson, name) {
    const folder = await files.privateFolder('versions');
    try {
        await files.write(files.join(folder, 'composer.json'), productRepositories(composerJson));
        const result = await composer.run(folder, ['show', name, '--available', '--format=json', '--no-plugins']);
        return result.exitCode === 0 ? answer.parse(JSON.parse(result.stdout)).versions : null;
    }
    catch {
        return null;
    }
    finally {
        await files.remove(folder);
    }
}

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-project.js + 1 modules
var composer_project = __webpack_require__(8792);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/check-resolution.js



/**
 * The resolved project, if its product is the requested one: the exact version, or a stable one of the line, and not
 * lower than before. A project that runs a pre-release of a line without finished releases is returned unchanged.
 * Otherwise throws UpgradeError `wrong-version`, before anything is written.
 */
function checkResolution(files, { project, target }) {
    const from = project.product.version;
    const after = (0,composer_project/* readComposerProject */.mE)(files.composerJson, files.composerLock);
    const { version } = after.product;
    if (staysPreRelease(version, from, target))
        return project;
    const reason = whyNot(version, from, target);
    if (reason === null)
        return after;
    throw new errors/* UpgradeError */.fy('wrong-version', {
        message: `The packages resolve to the product version ${version}, ${reason}.`,
        next: 'Choose a target that the repository offers for these keys, or name a pre-release exactly.'
    });
}
// One pre-release is never replaced by another unasked: the higher number may be the older one.
function staysPreRelease(version, from, { productPin, line }) {
    return productPin === null && (0,product_version/* releaseLine */.aY)(from) === line && !(0,product_version/* isStable */.MQ)(from) && !(0,product_version/* isStable */.MQ)(version);
}
function whyNot(version, from, { productPin, line }) {
    if (productPin !== null)
        return version === productPin ? null : `not to ${productPin}`;
    if ((0,product_version/* releaseLine */.aY)(version) !== line)
        return `which is not of the line ${line}`;
    if (!(0,product_version/* isStable */.MQ)(version))
        return 'which is not a stable release';
    return (0,product_version/* compareVersions */.Zy)(version, from) < 0 ? `which is older than ${from}` : null;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/abandoned-packages.js

const metapackage = 'magento/magento-cloud-metapackage';
const mostNamed = 20;
// A repository's text is shown only if it is a package name.
const packageName = /^[a-z0-9][a-z0-9._-]{0,99}\/[a-z0-9][a-z0-9._-]{0,99}$/i;
/** One note that names the project's own abandoned packages. Packages that Adobe brings are left to Adobe. */
function abandonedPackages({ packages }) {
    const brought = (0,composer_project/* closure */.Cx)(packages, metapackage);
    const names = packages.flatMap(({ name, abandoned }) => {
        if (abandoned === undefined || abandoned === false || brought.has(name))
            return [];
        return typeof abandoned === 'string' && packageName.test(abandoned)
            ? [`${name} (replaced by ${abandoned})`]
            : [name];
    });
    if (names.length === 0)
        return [];
    const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : [];
    return [
        {
            id: 'packages-abandoned',
            level: 'information',
            message: `These packages are abandoned: ${[...names.slice(0, mostNamed), ...more].join(', ')}.`,
            fix: 'Replace them when there is time: they get no fixes.'
        }
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/audit-problems.js
const audit_problems_mostNamed = 20;
// A repository's text is shown only if it is a package name.
const shown = /^[a-z0-9][\w./-]{0,199}$/i;
/** The packages of the new lock in which an audit finds problems; see {@link auditGaps} for what it does not know. */
function auditProblems(audit) {
    if ('unknown' in audit)
        return [];
    const { advisories, refused } = audit;
    const ids = new Map();
    for (const { package: name, id } of advisories)
        ids.set(name, [...(ids.get(name) ?? []), plain(id)]);
    const named = [...ids].map(([name, found]) => `${plain(name)} (${[...new Set(found)].slice(0, 5).join(', ')})`);
    return [
        ...(refused.length === 0 ? [] : [malware(listed(refused.map(plain)))]),
        ...(named.length === 0 ? [] : [vulnerable(listed(named))])
    ];
}
/**
 * A note that the vulnerabilities are unknown, or not every repository answered: without it, users would assume that
 * there are none.
 */
function auditGaps(audit) {
    if ('unknown' in audit)
        return [unknown(audit.unknown)];
    const { length } = audit.unreachable;
    return length === 0 ? [] : [unknown(`${length} of the repositories could not be asked`)];
}
function vulnerable(packages) {
    return {
        id: 'packages-vulnerable',
        severity: 'warning',
        message: `The new lock has packages with known vulnerabilities: ${packages}.`,
        fix: 'Check whether they affect the shop, and use a newer release if one is allowed. Composer 2.9 and later refuses such versions in its next update, but not in an installation from the lock.'
    };
}
function malware(packages) {
    return {
        id: 'packages-malware',
        severity: 'error',
        message: `The new lock has packages that a repository lists as malware: ${packages}.`,
        fix: 'Remove them before anything is installed. Composer 2.10 and later refuses to install them, so a build on the Cloud would fail as well.'
    };
}
function unknown(why) {
    return {
        id: 'advisories-unknown',
        level: 'information',
        message: `It is not known whether the new lock has packages with known vulnerabilities: ${why}.`,
        fix: 'After the upgrade, run composer audit --locked with a repository that provides advisories, such as Packagist.'
    };
}
function listed(names) {
    const more = names.length > audit_problems_mostNamed ? [`${names.length - audit_problems_mostNamed} more`] : [];
    return [...names.slice(0, audit_problems_mostNamed), ...more].join(', ');
}
function plain(text) {
    return shown.test(text) ? text : 'one with an invalid name';
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/lock-diff.js


/**
 * Every package that differs between two locks, by name. `same-version` has another source or archive under the same
 * version. Branches have no order, so a change between them counts as `up`.
 */
function diffLocks(before, after) {
    const old = new Map(before.packages.map((locked) => [locked.name, locked]));
    const current = new Map(after.packages.map((locked) => [locked.name, locked]));
    const foreign = new Set([...(0,composer_project/* thirdPartyPackages */.xB)(before), ...(0,composer_project/* thirdPartyPackages */.xB)(after)].map(({ name }) => name));
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
    const [a, b] = [(0,composer_version/* parseComposerVersion */.MS)(from.version), (0,composer_version/* parseComposerVersion */.MS)(to.version)];
    return a && b && (0,composer_version/* compareComposerVersions */.fw)(a, b) > 0 ? 'down' : 'up';
}
function referenceOf({ dist, source }) {
    return [dist?.reference ?? source?.reference, dist?.shasum].join();
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/enforcement-deadlines.json
const enforcement_deadlines_namespaceObject = /*#__PURE__*/JSON.parse('{"XP":"2.4.4","QA":[{"component":"mariadb","below":"10.6","found":"MariaDB up to 10.5","becomes":"MariaDB 10.6 or newer","deadline":"2026-10-30"},{"component":"mariadb","below":"10.11","found":"MariaDB below 10.11","becomes":"MariaDB 10.11 or newer","deadline":"2027-05-31"},{"component":"elasticsearch","below":null,"found":"Elasticsearch","becomes":"OpenSearch 2.19 (2.4.4 and 2.4.5) or 3 (from 2.4.6 on)","deadline":"2026-10-30"},{"component":"rabbitmq","below":"3.10","found":"RabbitMQ up to 3.9","becomes":"RabbitMQ 3.13 or newer","deadline":"2026-10-30"},{"component":"rabbitmq","below":"3.13","found":"RabbitMQ below 3.13","becomes":"RabbitMQ 4.3 or newer","deadline":"2027-05-31"},{"component":"opensearch","below":"2","found":"OpenSearch 1","becomes":"OpenSearch 2.19 (2.4.4 and 2.4.5) or 3 (from 2.4.6 on)","deadline":"2027-05-31"},{"component":"redis","below":"6","found":"Redis up to 5","becomes":"Valkey 8 or newer","deadline":"2027-05-31"},{"component":"php","below":"8.2","found":"PHP up to 8.1","becomes":"PHP 8.2 or newer","deadline":"2027-05-31"}]}');
// EXTERNAL MODULE: ./.tmp/compiled/src/project/services-yaml.js
var services_yaml = __webpack_require__(1240);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/enforcement-deadlines.js





/** A warning for every component of the project that the platform accepts only until a date, whatever the target is. */
function enforcementDeadlines({ version, appYamlText, servicesYamlText, today }) {
    if ((0,product_version/* compareVersions */.Zy)((0,product_version/* releaseLine */.aY)(version), enforcement_deadlines_namespaceObject.XP) < 0)
        return [];
    const services = servicesYamlText === null ? [] : (0,services_yaml/* readServicesYaml */.CD)(servicesYamlText);
    const found = [
        { component: 'php', version: (0,app_yaml/* readAppYaml */.J)(appYamlText).php, where: '.magento.app.yaml' },
        ...services.flatMap(({ name, kind, version: running }) => (0,services_yaml/* isKnownService */.$e)(kind)
            ? [{ component: services_yaml/* serviceKinds */.VL[kind][0], version: running, where: `.magento/services.yaml (${name})` }]
            : [])
    ];
    return found.flatMap((component) => enforcement_deadlines_problemOf(component, today.toISOString().slice(0, 10)));
}
function enforcement_deadlines_problemOf({ component, version, where }, day) {
    const rule = enforcement_deadlines_namespaceObject.QA.find((entry) => entry.component === component && isBelow(version, entry.below));
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
function isBelow(version, limit) {
    if (limit === null)
        return true;
    const [a, b] = [(0,composer_version/* parseComposerVersion */.MS)(version), (0,composer_version/* parseComposerVersion */.MS)(limit)];
    return a !== null && b !== null && (0,composer_version/* compareComposerVersions */.fw)(a, b) < 0;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/plan-notes.js



const levels = ['before', 'look', 'information'];
const plan_notes_metapackage = 'magento/magento-cloud-metapackage';
const product = /^magento\/product-(?:enterprise|community)-edition$/;
/** All notes of a plan for people, with those that must be done before the upgrade first. */
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
function ofProblem({ id, severity, level, comparison, message, fix }) {
    return { id, level: level ?? levelOf(severity), ...(comparison && { comparison }), message, fix };
}
function levelOf(severity) {
    return severity === 'error' ? 'before' : 'look';
}
/** A problem of a plan: it has a level, by which a report knows it from the others. */
function withLevel(problem) {
    return { ...problem, level: problem.level ?? levelOf(problem.severity) };
}
function ofMigration({ id, file, description }) {
    return {
        id,
        level: 'information',
        message: `${file}: ${description}.`,
        fix: 'Nothing to do; the upgrade makes this change.'
    };
}
function extensions(changes) {
    return changes
        .filter(({ thirdParty }) => thirdParty)
        .map(({ name, from, to }) => {
        const way = to === null ? `${from ?? ''} is removed` : from === null ? `${to} is added` : `changes from ${from} to ${to}`;
        const fix = to === null ? 'Check whether anything uses it.' : 'Test it.';
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
    const message = `The target no longer includes ${listed}.`;
    const fix = "If you use one of them, require the vendor's own package first, and remove the modules from app/etc/config.php.";
    return [{ id: 'modules-gone', level: 'look', message, fix }];
}
function rootRequirements(before, after, migrations) {
    const [old, now] = [plan_notes_requirements(before), plan_notes_requirements(after)];
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
    const told = new Set(migrations.map(({ id }) => migratedRequirement(id)));
    return names
        .filter((name) => old[name] !== now[name] && !told.has(name))
        .map((name) => rootRequirement(name, old[name], now[name]));
}
function rootRequirement(name, from, to) {
    const what = { id: 'root-requirement', level: name === plan_notes_metapackage ? 'information' : 'look' };
    if (to === undefined) {
        const fix = product.test(name)
            ? 'It would keep the product at its version; to reach an exact version, set it as the target.'
            : 'Check whether your own code needs it.';
        return { ...what, message: `composer.json no longer requires ${name} ${from ?? ''}.`, fix };
    }
    const was = from === undefined ? '' : ` instead of ${from}`;
    const fix = product.test(name)
        ? 'The next upgrade updates or removes it.'
        : 'Nothing to do; the upgrade makes this change.';
    return { ...what, message: `composer.json requires ${name} ${to}${was}.`, fix };
}
function plan_notes_requirements(text) {
    const result = composer_lock/* links */.yJ.safeParse((0,read_json/* parsed */.Yz)(text)?.require);
    return result.success ? result.data : {};
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/support-dates.json
const support_dates_namespaceObject = /*#__PURE__*/JSON.parse('{"mA":[{"lines":["2.0"],"standard":"2018-03-31","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.1"],"standard":"2019-06-30","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.2"],"standard":"2019-12-01","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.3"],"standard":"2022-09-08","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.0","2.4.1","2.4.2","2.4.3"],"standard":"2022-11-28","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.4"],"standard":"2025-04-12","extended":"2026-04-14","securityOnly":"2027-05-31","cloudEnforcement":"2027-06-01"},{"lines":["2.4.5"],"standard":"2025-08-12","extended":"2026-08-11","securityOnly":"2027-05-31","cloudEnforcement":"2027-06-01"},{"lines":["2.4.6"],"standard":"2026-08-11","extended":"2027-08-31","securityOnly":"2028-05-31","cloudEnforcement":"2028-06-01"},{"lines":["2.4.7"],"standard":"2027-05-31","extended":"2028-05-31","securityOnly":null,"cloudEnforcement":"2028-06-01"},{"lines":["2.4.8"],"standard":"2028-05-31","extended":null,"securityOnly":null,"cloudEnforcement":null},{"lines":["2.4.9"],"standard":"2029-05-31","extended":null,"securityOnly":null,"cloudEnforcement":null}]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/support-dates.js


/** A support date is reported at most this many days ahead. */
const noticeDays = 180;
const millisecondsPerDay = 86_400_000;
/** A warning if the support of a version has ended or ends within half a year of `today`, otherwise null. */
function supportNotice(version, today) {
    const line = (0,product_version/* releaseLine */.aY)(version);
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
        level: 'information',
        message: `${line}: ${known.join(', ')}.`,
        fix: 'Plan an upgrade to the next line: target latest has the longest support.'
    };
}
function ended(date, today, present = 'ends') {
    return date < today ? `ended on ${date}` : `${present} on ${date}`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/marshaling-lock.js
var marshaling_lock = __webpack_require__(3162);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/tracked-marshaled-files.js

/** Number of tracked files at the paths that the lock's base packages map, or in them. */
async function trackedMarshaledFiles(git, lockText, composerJsonText) {
    const tracked = (await git.read('ls-files', '-z')).split('\0').filter((path) => path !== '');
    const mapped = new Set((0,marshaling_lock/* mapEntries */.Nn)(lockText, composerJsonText).flatMap(({ entries }) => entries.map(([, destination]) => destination.replace(/^(\.?\/)+|\/+$/g, ''))));
    return tracked.filter((path) => ancestors(path).some((ancestor) => mapped.has(ancestor))).length;
}
function ancestors(path) {
    const parts = path.split('/');
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/describe-plan.js









/** The plan as the report shows it. */
async function describePlan(git, resolved) {
    const { project, after, checkout, resolution } = resolved;
    const changed = after.product.version !== project.product.version;
    const packageChanges = diffLocks(project, after);
    const { audit } = resolved;
    const found = [...resolved.problems, ...(audit ? auditProblems(audit) : []), ...notices(resolved)];
    const problems = found.map(withLevel);
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
        thirdPartyPackages: (0,composer_project/* thirdPartyPackages */.xB)(project).map(({ name, version }) => ({ name, version })),
        trackedMarshaledFiles: await trackedMarshaledFiles(git, checkout.composerLock, checkout.composerJson),
        gitignoreLayout: gitignoreLayout(checkout.gitignore),
        migrations: resolved.migrations,
        problems,
        notes: [...notes, ...(audit ? auditGaps(audit) : []), ...(changed ? abandonedPackages(after) : [])]
    };
}
/** Dates: the support of the version, and components that the platform will accept only for a limited time. */
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


/** What a plan that reaches the newest release reports. */
const nothingHeld = { heldBack: null, problems: [] };
/**
 * Finds the newest finished release of the line of `version` among those that the repository offers. If the plan does
 * not reach it, it is resolved again with that release pinned, and Composer's reasons are the answer.
 */
async function findHeldBack(offered, version, resolve) {
    if (offered === null)
        return { heldBack: null, problems: [find_held_back_unknown(version)] };
    const newest = offered
        .filter((other) => (0,product_version/* parseProductVersion */.Jo)(other) !== null && (0,product_version/* isStable */.MQ)(other))
        .filter((other) => (0,product_version/* releaseLine */.aY)(other) === (0,product_version/* releaseLine */.aY)(version) && (0,product_version/* compareVersions */.Zy)(other, version) > 0)
        .sort(product_version/* compareVersions */.Zy)
        .at(-1);
    if (newest === undefined)
        return nothingHeld;
    try {
        await resolve(newest);
        return held(newest, 'free', [notTaken(version, newest)]);
    }
    catch (error) {
        if (!(error instanceof errors/* UpgradeError */.fy))
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
        message: `${newest} is available, but this project can only reach ${version}: ${error.message}`,
        fix: error.next
    };
}
function notTaken(version, newest) {
    return {
        id: 'held-back',
        severity: 'warning',
        message: `${newest} is available and its packages fit, but Composer prefers ${version}, because other packages would be downgraded for it.`,
        fix: `To get it, set target: ${newest}, and check the packages that are downgraded.`
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/root-requirements.js


/**
 * composer.json with these requirements, byte for byte as `composer require` and `composer remove` write them; null if
 * only Composer itself can do it: requirements with another spelling, or in require-dev as well.
 */
function editRequirements(text, edits) {
    const root = (0,read_json/* parsed */.Yz)(text);
    if (!isObject(root) || !isObject(root['require']))
        return null;
    const [own, development] = [Object.keys(root['require']), Object.keys(root['require-dev'] ?? {})];
    const odd = Object.keys(edits).some((name) => own.some((other) => other !== name && other.toLowerCase() === name) ||
        development.some((other) => other.toLowerCase() === name));
    if (odd)
        return null;
    return Object.entries(edits).reduce((result, [name, constraint]) => {
        if (constraint === null)
            return (0,json_edit/* removeAt */.Wq)(result, ['require', name]);
        return sorted((0,json_edit/* setAt */.ef)(result, ['require', name], constraint));
    }, text);
}
// Composer sorts when it adds or changes a requirement, and only then.
function sorted(text) {
    if ((0,json_edit/* valueAt */.fK)(text, ['config', 'sort-packages']) !== true)
        return text;
    const require = (0,json_edit/* valueAt */.fK)(text, ['require']);
    const entries = Object.entries(require).sort(([a], [b]) => compareNaturally(rank(a), rank(b)));
    return (0,json_edit/* setAt */.ef)(text, ['require'], Object.fromEntries(entries));
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

// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-failure.js + 4 modules
var composer_failure = __webpack_require__(7422);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/resolve-packages.js





const resolve_packages_metapackage = 'magento/magento-cloud-metapackage';
const quiet = ['--no-scripts', '--no-plugins'];
/**
 * Lets Composer itself write the requirement and resolve the lock in a scratch checkout, without installing. Throws
 * UpgradeError with Composer's reasons, grouped, if no set of packages fits.
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
        // A platform that the project declares replaces ours entirely and is written into its lock. Extensions that it
        // omits would be looked up on this machine.
        const own = (0,json_edit/* valueAt */.fK)(request.composerJson, ['config', 'platform']) !== undefined;
        const platform = own ? ['--ignore-platform-req=ext-*'] : [];
        const update = ['update', '--no-install', '--no-progress', ...platform, ...quiet];
        const result = await composer.run(folder, update);
        if (result.exitCode !== 0)
            throw await explainFailure(tools, request, { result, platform });
        const texts = ['composer.json', 'composer.lock'].map((name) => files.read(files.join(folder, name)));
        const [composerJson, composerLock] = await Promise.all(texts);
        if (composerJson == null || composerLock == null)
            throw noLockWritten();
        return { composerJson, composerLock: own ? composerLock : (0,composer_lock/* stripPlatformOverrides */.Bt)(composerLock) };
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
    throw (0,composer_failure/* composerFailure */.h)(result);
}
async function explainFailure(tools, { folder, constraint, productName, productPin, original }, { result, platform }) {
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
    // Loaded only if there are blockers.
    const { findAllBlockers } = await __webpack_require__.e(/* import() | blockers */ 6).then(__webpack_require__.bind(__webpack_require__, 1945));
    return (0,composer_failure/* composerFailure */.h)(result, await findAllBlockers(tools, question, result));
}
function noLockWritten() {
    return new errors/* UpgradeError */.fy('composer-policy', {
        message: 'Composer finished without writing composer.lock.',
        next: 'Remove "lock": false from the config section of composer.json.'
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/composer/content-hash.js
var content_hash = __webpack_require__(1725);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/stale-lock.js

/**
 * A warning if composer.lock was made for another composer.json: the upgrade then includes whatever was edited
 * meanwhile. None if that is not known.
 */
function staleLock(composerJsonText, composerLockText) {
    const [, locked] = /"content-hash"\s*:\s*"([0-9a-f]{32})"/.exec(composerLockText) ?? [];
    const wanted = (0,content_hash/* contentHash */.A)(composerJsonText);
    if (locked === undefined || wanted === null || locked === wanted)
        return [];
    return [
        {
            id: 'composer-lock-stale',
            severity: 'warning',
            level: 'before',
            message: 'composer.lock was not made for this composer.json (its content-hash differs): the upgrade also includes the edits made since.',
            fix: 'Run composer update --lock, check its changes, and commit composer.lock before the upgrade.'
        }
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/template-history.json
const template_history_namespaceObject = /*#__PURE__*/JSON.parse('{"W0":[{"file":"composer.json","level":"information","path":["autoload","exclude-from-classmap"],"items":["**/Test/**"],"values":{"2.2.0":true}},{"file":"composer.json","level":"information","path":["autoload","exclude-from-classmap"],"items":["**/dev/**"],"values":{"2.2.0":true}},{"file":"composer.json","level":"information","path":["autoload","exclude-from-classmap"],"items":["**/update/**"],"values":{"2.2.0":true}},{"file":"composer.json","level":"information","path":["autoload","psr-0",""],"values":{"2.0.0":"app/code/","2.2.0":null}},{"file":"composer.json","level":"information","path":["autoload","psr-0",""],"items":["app/code/"],"values":{"2.2.0":true}},{"file":"composer.json","level":"information","path":["autoload","psr-0",""],"items":["generated/code/"],"values":{"2.2.0":true}},{"file":"composer.json","level":"information","path":["autoload","psr-4","Magento\\\\Framework\\\\"],"values":{"2.0.0":"lib/internal/Magento/Framework/","2.2.0":null}},{"file":"composer.json","level":"information","path":["autoload","psr-4","Zend\\\\Mvc\\\\Controller\\\\"],"values":{"2.3.0":"setup/src/Zend/Mvc/Controller/"}},{"file":"composer.json","level":"information","path":["config","allow-plugins","dealerdirect/phpcodesniffer-composer-installer"],"values":{"2.4.4":true}},{"file":"composer.json","level":"information","path":["config","allow-plugins","laminas/laminas-dependency-plugin"],"values":{"2.4.4":true}},{"file":"composer.json","level":"information","path":["config","allow-plugins","magento/*"],"values":{"2.4.4":true}},{"file":"composer.json","level":"information","path":["config","allow-plugins","php-http/discovery"],"values":{"2.4.4":true}},{"file":"composer.json","level":"information","path":["config","preferred-install"],"values":{"2.3.0":"dist"}},{"file":"composer.json","level":"information","path":["config","sort-packages"],"values":{"2.3.0":true}},{"file":"composer.json","level":"information","path":["config","use-include-path"],"values":{"2.0.0":true,"2.2.0":null}},{"file":"composer.json","level":"information","path":["conflict","gene/bluefoot"],"values":{"2.3.0":"*"}},{"file":"composer.json","level":"information","path":["extra","component_paths","blueimp/jquery-file-upload"],"values":{"2.3.0":"lib/web/jquery/fileUploader"}},{"file":"composer.json","level":"information","path":["extra","component_paths","components/jquery"],"items":["lib/web/jquery.js","lib/web/jquery/jquery-migrate.js","lib/web/jquery/jquery.min.js"],"values":{"2.3.0":true}},{"file":"composer.json","level":"information","path":["extra","component_paths","components/jqueryui"],"items":["lib/web/jquery/jquery-ui.js"],"values":{"2.3.0":true}},{"file":"composer.json","level":"information","path":["extra","component_paths","tinymce/tinymce"],"values":{"2.3.0":"lib/web/tiny_mce_4","2.4.4":"lib/web/tiny_mce_5"}},{"file":"composer.json","level":"information","path":["extra","component_paths","trentrichardson/jquery-timepicker-addon"],"values":{"2.3.0":"lib/web/jquery/jquery-ui-timepicker-addon.js"}},{"file":"composer.json","level":"information","path":["extra","component_paths","twbs/bootstrap"],"items":["lib/web/jquery/jquery.tabs.js"],"values":{"2.3.0":true}},{"file":"composer.json","level":"information","path":["extra","magento-deploy-ignore","*"],"items":["/.gitignore"],"values":{"2.4.4":true}},{"file":"composer.json","level":"information","path":["extra","magento-deploystrategy"],"values":{"2.1.0":"copy"}},{"file":"composer.json","level":"information","path":["extra","magento-force"],"values":{"2.0.0":"override","2.1.0":true}},{"file":"composer.json","level":"information","path":["repositories","repo","type"],"values":{"2.2.0":"composer"}},{"file":"composer.json","level":"information","path":["repositories","repo","url"],"values":{"2.2.0":"https://repo.magento.com"}},{"file":"composer.json","level":"information","path":["require","laminas/laminas-di"],"values":{"2.4.4":"~3.3.0","2.4.5":null}},{"file":"composer.json","level":"information","path":["require","magento/composer-root-update-plugin"],"values":{"2.4.2":"~1.1","2.4.4":"^2.0.2","2.4.6":"^2.0.3"}},{"file":"composer.json","level":"information","path":["scripts","generate-schema"],"items":["php ./vendor/bin/ece-tools schema:generate || true"],"values":{"2.1.0":true,"2.4.0":false,"2.4.3":true}},{"file":"composer.json","level":"information","path":["scripts","post-install-cmd"],"items":["@generate-schema"],"values":{"2.1.0":true,"2.4.0":false,"2.4.3":true}},{"file":"composer.json","level":"information","path":["scripts","post-update-cmd"],"items":["@generate-schema"],"values":{"2.1.0":true,"2.4.0":false,"2.4.3":true}},{"file":"composer.json","level":"information","path":["suggest","ext-pcntl"],"values":{"2.3.0":"Need for run processes in parallel mode"}},{"file":".gitignore","level":"information","path":[],"items":["!/.github","!/.github/*"],"values":{"2.3.4":true,"2.4.2":false}},{"file":".gitignore","level":"look","path":[],"items":["!/.gitignore","!/.magento","!/.magento.app.yaml","!/.magento/**","!/README.md","!/app","!/app/*/","!/app/code/**","!/app/design/**","!/app/etc/config.php","!/app/i18n/**","!/auth.json","!/build_options.ini","!/composer.json","!/composer.lock","!/m2-hotfixes","!/m2-hotfixes/**","!/magento-vars.php","!/php.ini"],"values":{"2.1.0":true}},{"file":".gitignore","level":"look","path":[],"items":["!/.magento.env.yaml","!/app/etc/config.local.php","!/auth.json.sample"],"values":{"2.1.0":true,"2.2.0":false}},{"file":".gitignore","level":"look","path":[],"items":["!/.magento.env.yaml*","!/update","!/update/.htaccess"],"values":{"2.2.0":true}},{"file":".gitignore","level":"look","path":[],"items":["!/op-exclude.txt"],"values":{"2.4.2":true}},{"file":".gitignore","level":"look","path":[],"items":["*"],"values":{"2.1.0":true}},{"file":".gitignore","level":"look","path":[],"items":["/.magento/local"],"values":{"2.1.0":true}},{"file":".magento.app.yaml","level":"look","told":"build-flavor","path":["build","flavor"],"values":{"2.0.0":"composer","2.4.4":"none"}},{"file":".magento.app.yaml","level":"information","path":["crons","cronrun","cmd"],"values":{"2.0.0":"php bin/magento cron:run && php bin/magento cron:run","2.1.0":"php bin/magento cron:run"}},{"file":".magento.app.yaml","level":"information","path":["crons","cronrun","spec"],"values":{"2.0.0":"*/5 * * * *","2.1.0":"* * * * *"}},{"file":".magento.app.yaml","level":"look","told":"requirement-composer","path":["dependencies","php","composer/composer"],"values":{"2.4.4":"2.2.26","2.4.7":"2.9.3"}},{"file":".magento.app.yaml","level":"information","path":["disk"],"values":{"2.0.0":2048,"2.4.2":5120}},{"file":".magento.app.yaml","level":"look","path":["mounts","pub/static"],"values":{"2.0.0":"shared:files/static","2.4.3":null,"2.4.4":"shared:files/static"}},{"file":".magento.app.yaml","level":"look","told":"requirement-elasticsearch","path":["relationships","elasticsearch"],"values":{"2.1.0":"elasticsearch:elasticsearch","2.4.4":null}},{"file":".magento.app.yaml","level":"look","told":"requirement-elasticsearch","path":["relationships","opensearch"],"values":{"2.4.4":"opensearch:opensearch"}},{"file":".magento.app.yaml","level":"look","told":"requirement-redis","path":["relationships","redis"],"values":{"2.0.0":"redis:redis","2.4.8":null}},{"file":".magento.app.yaml","level":"look","path":["relationships","solr"],"values":{"2.0.0":"solr:solr","2.1.0":null}},{"file":".magento.app.yaml","level":"look","told":"requirement-redis","path":["relationships","valkey"],"values":{"2.4.8":"cache:valkey"}},{"file":".magento.app.yaml","level":"information","path":["runtime","extensions"],"items":["blackfire"],"values":{"2.0.0":true,"2.1.0":false}},{"file":".magento.app.yaml","level":"before","told":"app-extension-json","path":["runtime","extensions"],"items":["json"],"values":{"2.0.0":true,"2.4.4":false}},{"file":".magento.app.yaml","level":"before","told":"app-extension-mcrypt","path":["runtime","extensions"],"items":["mcrypt"],"values":{"2.0.0":true,"2.3.0":false}},{"file":".magento.app.yaml","level":"look","told":"app-extension-newrelic","path":["runtime","extensions"],"items":["newrelic"],"values":{"2.1.0":true,"2.4.6":false}},{"file":".magento.app.yaml","level":"information","path":["runtime","extensions"],"items":["redis"],"values":{"2.0.0":true,"2.4.0":false}},{"file":".magento.app.yaml","level":"before","path":["runtime","extensions"],"items":["sodium"],"values":{"2.3.2":true}},{"file":".magento.app.yaml","level":"look","told":"requirement-php","path":["type"],"values":{"2.0.0":"php:7.0","2.1.0":"php:7.1","2.3.0":"php:7.2","2.3.3":"php:7.3","2.4.0":"php:7.4","2.4.4":"php:8.1","2.4.6":"php:8.2","2.4.7":"php:8.3","2.4.8":"php:8.4","2.4.9":"php:8.5"}},{"file":".magento.app.yaml","level":"look","path":["variables","env","CONFIG__DEFAULT__PAYPAL_ONBOARDING__MIDDLEMAN_DOMAIN"],"values":{"2.1.0":"payment-broker.magento.com"}},{"file":".magento.app.yaml","level":"look","told":"app-braintree-channel","path":["variables","env","CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL"],"values":{"2.2.0":"Magento_Enterprise_Cloud_BT","2.4.0":null}},{"file":".magento.app.yaml","level":"look","path":["variables","env","CONFIG__STORES__DEFAULT__PAYPAL__NOTATION_CODE"],"values":{"2.2.0":"Magento_Enterprise_Cloud"}},{"file":".magento.app.yaml","level":"look","path":["web","locations","/media","expires"],"values":{"2.1.0":"1y"}},{"file":".magento.app.yaml","level":"look","path":["web","locations","/media","passthru"],"values":{"2.0.0":"/index.php","2.1.0":"/get.php"}},{"file":".magento.app.yaml","level":"look","path":["web","locations","/static","expires"],"values":{"2.1.0":"1y"}},{"file":".magento.app.yaml","level":"look","path":["web","locations","/","rules","/robots\\\\.txt$","allow"],"values":{"2.0.0":true,"2.1.0":null}},{"file":".magento.app.yaml","level":"look","path":["web","locations","/","rules","^/sitemap(.*)\\\\.xml$","passthru"],"values":{"2.1.0":"/media/sitemap$1.xml"}},{"file":".magento.app.yaml","level":"look","path":["hooks","build"],"items":["php ./bin/magento magento-cloud:build"],"values":{"2.0.0":true,"2.1.0":false}},{"file":".magento.app.yaml","level":"look","path":["hooks","build"],"items":["set -e"],"values":{"2.1.0":true}},{"file":".magento.app.yaml","level":"look","path":["hooks","build"],"items":["php ./vendor/bin/ece-tools run scenario/build/generate.xml","php ./vendor/bin/ece-tools run scenario/build/transfer.xml"],"values":{"2.1.0":true}},{"file":".magento.app.yaml","level":"look","path":["hooks","build"],"items":["composer install --no-dev"],"values":{"2.4.4":true}},{"file":".magento.app.yaml","level":"look","path":["hooks","deploy"],"items":["php ./vendor/magento/magento-cloud-configuration/pre-deploy.php","php ./bin/magento magento-cloud:deploy"],"values":{"2.0.0":true,"2.1.0":false}},{"file":".magento.app.yaml","level":"look","path":["hooks","deploy"],"items":["php ./vendor/bin/ece-tools run scenario/deploy.xml"],"values":{"2.1.0":true}},{"file":".magento.app.yaml","level":"look","path":["hooks","post_deploy"],"items":["php ./vendor/bin/ece-tools run scenario/post-deploy.xml"],"values":{"2.1.0":true}},{"file":".magento/services.yaml","level":"look","told":"requirement-redis","path":["cache","type"],"values":{"2.4.8":"valkey:8.0"}},{"file":".magento/services.yaml","level":"information","told":"requirement-elasticsearch","path":["elasticsearch","disk"],"values":{"2.1.0":1024,"2.4.4":null}},{"file":".magento/services.yaml","level":"look","told":"requirement-elasticsearch","path":["elasticsearch","type"],"values":{"2.1.0":"elasticsearch:2.4","2.2.0":"elasticsearch:5.2","2.2.8":"elasticsearch:6.5","2.3.0":"elasticsearch:5.2","2.3.1":"elasticsearch:6.5","2.4.0":"elasticsearch:7.7","2.4.4":null}},{"file":".magento/services.yaml","level":"information","path":["mysql","disk"],"values":{"2.0.0":2048,"2.4.2":5120}},{"file":".magento/services.yaml","level":"look","told":"requirement-mariadb","path":["mysql","type"],"values":{"2.0.0":"mysql:10.0","2.1.0":"mysql:10.2","2.4.0":"mysql:10.3","2.4.4":"mysql:10.6","2.4.5":"mysql:10.11","2.4.8":"mysql:11.4"}},{"file":".magento/services.yaml","level":"information","told":"requirement-elasticsearch","path":["opensearch","disk"],"values":{"2.4.4":1024}},{"file":".magento/services.yaml","level":"look","told":"requirement-opensearch","path":["opensearch","type"],"values":{"2.4.4":"opensearch:2","2.4.8":"opensearch:3"}},{"file":".magento/services.yaml","level":"look","told":"requirement-redis","path":["redis","type"],"values":{"2.0.0":"redis:3.0","2.1.0":"redis:5.0","2.4.4":"redis:7.2","2.4.8":null}},{"file":".magento/services.yaml","level":"information","path":["solr","disk"],"values":{"2.0.0":1024,"2.1.0":null}},{"file":".magento/services.yaml","level":"look","path":["solr","type"],"values":{"2.0.0":"solr:4.10","2.1.0":null}},{"file":"php.ini","level":"look","path":["always_populate_raw_post_data"],"values":{"2.0.0":"-1","2.4.0":null}},{"file":"php.ini","level":"look","path":["opcache.blacklist_filename"],"values":{"2.4.0":"\\"${MAGENTO_CLOUD_APP_DIR}/op-exclude.txt\\""}},{"file":"php.ini","level":"look","path":["opcache.consistency_checks"],"values":{"2.4.0":"0"}},{"file":"php.ini","level":"look","path":["opcache.max_accelerated_files"],"values":{"2.4.0":"16229"}},{"file":"php.ini","level":"look","path":["opcache.validate_timestamps"],"values":{"2.4.0":"0"}},{"file":"php.ini","level":"look","path":["realpath_cache_size"],"values":{"2.0.0":"32k","2.4.6":"10M"}}]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/template-history.js


const settings = template_history_namespaceObject.W0;
/** The differences between the templates of `from` and `to`, both product versions. */
function templateDifferences(from, to) {
    return settings.flatMap(({ values, file, path, items, level, told }) => {
        const [before, after] = [upTo(values, from), upTo(values, to).at(-1) ?? null];
        return before.at(-1) === after ? [] : [{ file, path, items, level, told, before, after }];
    });
}
function upTo(values, version) {
    const line = (0,product_version/* releaseLine */.aY)(version);
    const reached = Object.entries(values).filter(([since]) => (0,product_version/* compareVersions */.Zy)(since, line) <= 0);
    const known = reached.map(([, value]) => (value === undefined || value === false ? null : value));
    const last = known.at(-1) ?? null;
    // A setting counts as removed only if the newest template lacks it.
    return [...known.filter((value) => value !== null && value !== last), last];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/bounded-yaml.js
var bounded_yaml = __webpack_require__(7021);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/php-settings.js
/** The settings of a `php.ini`: name to value, without quotes and comments. */
function readPhpSettings(text) {
    const settings = {};
    for (const line of text.split('\n')) {
        const equals = line.indexOf('=');
        const name = line.slice(0, Math.max(equals, 0)).trim();
        if (name === '' || /^[;[#]/.test(name))
            continue;
        settings[name] = unquoted(line.slice(equals + 1).trim());
    }
    return settings;
}
function unquoted(value) {
    if (!value.startsWith('"'))
        return (value.split(';')[0] ?? '').trim();
    const end = value.indexOf('"', 1);
    return end < 0 ? value : value.slice(1, end);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/template-settings.js



// The only service whose name in the template is not its type.
const kinds = { cache: 'valkey' };
const readers = {
    'composer.json': read_json/* parsed */.Yz,
    '.gitignore': (text) => text.replace(/^\uFEFF/, ''),
    '.magento.app.yaml': (text) => (0,bounded_yaml/* boundedYaml */.b)('.magento.app.yaml', text).toJS(),
    '.magento/services.yaml': (text) => (0,bounded_yaml/* boundedYaml */.b)('.magento/services.yaml', text).toJS(),
    'php.ini': readPhpSettings
};
/** Reads the files of a project for {@link TemplateSettings}; throws UpgradeError as the readers of YAML do. */
function readTemplateSettings(files) {
    const contents = Object.entries(readers).map(([file, read]) => {
        const text = files[file];
        return [file, text === null ? undefined : read(text)];
    });
    const byFile = Object.fromEntries(contents);
    const at = (file, path) => path.reduce((value, key) => (template_settings_isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), byFile[file]);
    return {
        valueAt: (file, path) => single(at(file, path)),
        hasItem: (file, path, item) => entries(at(file, path)).has(item),
        isNamedOtherwise: (file, path) => {
            const ofServices = file === '.magento/services.yaml';
            if (!ofServices && path[0] !== 'relationships')
                return false;
            const name = path[ofServices ? 0 : 1] ?? '';
            const siblings = at(file, ofServices ? [] : ['relationships']);
            if (!template_settings_isObject(siblings) || Object.hasOwn(siblings, name))
                return false;
            const kind = kinds[name] ?? name;
            return Object.values(siblings).some((sibling) => ofServices
                ? template_settings_isObject(sibling) && String(sibling['type']).startsWith(`${kind}:`)
                : String(sibling).endsWith(`:${kind}`));
        }
    };
}
function single(value) {
    if (value === undefined || value === null)
        return null;
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
function entries(value) {
    if (Array.isArray(value))
        return new Set(value.map((entry) => (template_settings_isObject(entry) ? entry['name'] : entry)));
    return new Set(typeof value === 'string' ? value.split('\n').map((line) => line.trim()) : []);
}
function template_settings_isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/template-lines.js




const ids = {
    'composer.json': 'template-composer',
    '.gitignore': 'template-gitignore',
    '.magento.app.yaml': 'template-app',
    '.magento/services.yaml': 'template-services',
    'php.ini': 'template-php-ini'
};
const template_lines_levels = ['before', 'look', 'information'];
/**
 * Differences between the templates of the target's line and of the current line, if the project still matches the old
 * one: one note for each file and level. Omits the project's own decisions, and what the upgrade writes or another
 * problem reports.
 */
function templateLines({ from, to, files, told }) {
    const own = readTemplateSettings(files);
    const open = templateDifferences(from, to).filter((found) => files[found.file] !== null && !told.has(found.told ?? '') && isPossible(found, files));
    return Object.entries(ids).flatMap(([file, id]) => template_lines_levels.flatMap((level) => {
        const words = open.filter((found) => found.file === file && found.level === level).flatMap(wordsOf(own));
        if (words.length === 0)
            return [];
        const message = `${file} matches the template of ${(0,product_version/* releaseLine */.aY)(from)} or before; that of ${(0,product_version/* releaseLine */.aY)(to)} has ${words.join('; ')}.`;
        return [{ id, severity: 'warning', level, message, fix: fixOf(level, file) }];
    }));
}
/** Exceptions to "ignore everything" only matter if everything is ignored. */
function isPossible({ file, items }, files) {
    const exception = file === '.gitignore' && items?.some((item) => item.startsWith('!')) === true;
    return !exception || gitignoreLayout(files['.gitignore']) === 'allow-list';
}
function wordsOf(own) {
    return ({ file, path, items, before, after }) => {
        const name = path.filter((key) => key !== '').join('.');
        if (items !== undefined) {
            const differ = items.filter((item) => own.hasItem(file, path, item) !== Boolean(after));
            const words = `${name} ${after === true ? 'with' : 'without'} ${differ.join(', ')}`.trim();
            return differ.length === 0 ? [] : [words];
        }
        const value = own.valueAt(file, path);
        if (value === undefined || value === after || !before.includes(value))
            return [];
        if (own.isNamedOtherwise(file, path))
            return [];
        if (after === null)
            return [`no ${name} (here ${String(value)})`];
        return [`${name} ${String(after)} (here ${value === null ? 'none' : String(value)})`];
    };
}
function fixOf(level, file) {
    if (level === 'before')
        return `Change ${file} first: the target does not build or run without it.`;
    const fix = `Adopt what suits your shop; the upgrade does not change this in ${file}.`;
    return level === 'look' ? fix : `Nothing has to be done. ${fix}`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/patching-plugins.js
var patching_plugins = __webpack_require__(1277);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-constraint.js
var composer_constraint = __webpack_require__(5654);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/once-per-text.js
var once_per_text = __webpack_require__(7389);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/quality-list.js





const row = schemas/* looseObject */._H3({
    file: schemas/* string */.YjP(),
    require: schemas/* array */.YOg(schemas/* string */.YjP()).catch([]).default([]),
    'replaced-with': schemas/* string */.YjP().nullish(),
    deprecated: schemas/* boolean */.zMY().nullish()
});
const list = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ packages: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), row)).catch({}) }))
    .catch({});
// The real list has 1,096 ids in 700 kB: reading it again for each id of a project would take longer than the plan.
const readList = (0,once_per_text/* oncePerText */.K)((text) => Object.entries(list.parse((0,read_json/* parsed */.Yz)(text))));
/**
 * The patches of an id for the packages of a lock: empty if none fits, null if a constraint is not understood.
 * ece-patches expects ids in upper case and does not change those of the setting.
 */
function offerOf(id, listTexts, packages) {
    const entries = listTexts.flatMap(readList);
    const rows = entries
        .filter(([name]) => name.toUpperCase() === id)
        .flatMap(([, { packages: by }]) => Object.entries(by).flatMap(([name, found]) => Object.entries(found).map((one) => [name, ...one])));
    const judged = rows.map(([name, constraint, found]) => ({ found, fits: fits(name, constraint, packages) }));
    const offered = judged
        .filter(({ fits }) => fits === true)
        .map(({ found }) => ({
        id,
        file: found.file,
        requires: found.require.map((name) => name.toUpperCase()),
        replacedWith: found['replaced-with'] ?? null,
        deprecated: found.deprecated ?? false
    }));
    const unclear = offered.length === 0 && judged.some(({ fits }) => fits === null);
    return { known: rows.length > 0, patches: unclear ? null : offered };
}
const required = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).catch({})).catch({}))
    .catch({});
/** The files of `patches.json` of magento/magento-cloud-patches that apply to the packages of a lock, in order. */
function requiredPatches(listText, packages) {
    return Object.entries(required.parse((0,read_json/* parsed */.Yz)(listText))).flatMap(([name, titles]) => Object.values(titles).flatMap((found) => Object.entries(found).flatMap(([constraint, file]) => (fits(name, constraint, packages) === true ? [file] : []))));
}
function fits(name, constraint, packages) {
    const locked = packages.find((found) => found.name === name);
    return locked === undefined ? false : (0,composer_constraint/* allowsVersion */.F)(constraint, locked.version);
}
const quality_list_ids = schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig().transform(String)])).catch([]);
const stage = schemas/* looseObject */._H3({ QUALITY_PATCHES: quality_list_ids.optional() }).nullish().catch(null);
const schema = schemas/* looseObject */._H3({ stage: schemas/* looseObject */._H3({ global: stage, build: stage }).nullish().catch(null) })
    .catch({ stage: null });
/**
 * The ids under QUALITY_PATCHES of `.magento.env.yaml`, as written; those of `build` win over `global`. Throws
 * UpgradeError `preflight-failed` for a file that is too large.
 */
function readQualityIds(envYamlText) {
    const document = (0,bounded_yaml/* boundedYaml */.b)('.magento.env.yaml', envYamlText);
    if (document.errors.length > 0)
        return [];
    const found = schema.parse(document.toJS({ maxAliasCount: 100 })).stage;
    return found?.build?.QUALITY_PATCHES ?? found?.global?.QUALITY_PATCHES ?? [];
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/describe-forecast.js

const build = 'the build of the platform would stop (error 12)';
/**
 * The plan's note on one patch and the target; none for a patch that applies. `certain` is false if plugins patch as
 * well.
 */
function describeForecast({ patch, outcome, reason }, to, certain) {
    const { kind, name } = patch;
    if (kind === 'required' || outcome === 'applies')
        return [];
    const what = kind === 'hotfix' ? name : `The quality patch ${name}`;
    if (outcome === 'contained')
        return [
            problem('patch-contained', 'information', `${what} is already part of ${to}.`, 'Remove it; the platform skips it.')
        ];
    if (outcome === 'unknown')
        return [
            problem('patch-unknown', 'look', `It is not known whether ${what} applies to ${to}: files that it changes are not available here.`, 'Try it on an integration environment first.')
        ];
    const refused = {
        ...problem('patch-conflict', 'before', `${what} no longer applies to ${to}, and ${build}: ${(0,redact_evidence/* redactEvidence */.H)(reason)}.`, wayOut(kind, to)),
        // A plugin that patches during installation may make it fit, and only Adobe knows which quality patches go
        // together.
        severity: certain && kind === 'hotfix' ? 'error' : 'warning'
    };
    return [refused];
}
/** The plan's note if nothing could be tried. */
function notTried(to, why) {
    return problem('patches-unknown', 'look', `It is not known whether the patches of the project apply to ${to}: ${why}`, 'Try it on an integration environment first.');
}
function wayOut(kind, to) {
    return kind === 'hotfix'
        ? `Commit a version of the patch that fits ${to}, or remove it if it is not needed there, and plan again.`
        : 'Remove it from QUALITY_PATCHES in .magento.env.yaml, or choose its replacement, and plan again.';
}
function problem(id, level, message, fix) {
    return { id, severity: 'warning', level, message, fix };
}
/** The plan's note on an id in QUALITY_PATCHES that is not offered for the target, or offered under another name. */
function describeOffer(id, { known, to }) {
    const why = id === id.toUpperCase()
        ? known
            ? `not offered for ${to}`
            : 'not known to the magento/quality-patches of the target'
        : 'not in capital letters';
    return {
        id: 'quality-patch-gone',
        severity: 'error',
        level: 'before',
        message: `QUALITY_PATCHES in .magento.env.yaml names ${id}, which is ${why}: ${build}.`,
        fix: `Remove it, or spell it as it is offered. That it is not offered does not mean that ${to} has the fix.`
    };
}
/** The plan's note on an id that another one has replaced. */
function describeReplaced(id, by) {
    const message = `The quality patch ${id} is deprecated${by === null ? '' : `: ${by} replaces it`}.`;
    return problem('quality-patch-deprecated', 'look', message, 'Change QUALITY_PATCHES in .magento.env.yaml.');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/chosen-patches.js



/**
 * Patches of the project itself, in the order of their names, by bytes. Only files named `*.patch` are ever applied.
 */
async function hotfixes(files, folder) {
    const found = await files.names(files.join(folder, 'm2-hotfixes'));
    const names = found.filter((name) => name.endsWith('.patch') && !name.startsWith('.'));
    const inOrder = names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const texts = await Promise.all(inOrder.map((name) => files.read(files.join(folder, 'm2-hotfixes', name))));
    return inOrder.map((name, index) => ({ kind: 'hotfix', name: `m2-hotfixes/${name}`, text: texts[index] ?? '' }));
}
/** The patches of ids, each after the patches it requires, from magento/quality-patches in `folder`. */
async function qualityPatches(files, folder, { ids, lock, to }) {
    const root = files.join(folder, 'vendor/magento/quality-patches');
    const lists = await Promise.all(['support-patches.json', 'community-patches.json'].map((name) => files.read(files.join(root, name))));
    const texts = lists.filter((text) => text !== null);
    const { packages } = (0,composer_lock/* readLock */.mF)(lock);
    const problems = [];
    const taken = new Map();
    const take = async (id, asked) => {
        const { known, patches } = offerOf(id, texts, packages);
        if (patches?.length === 0 && asked)
            problems.push(describeOffer(id, { known, to }));
        for (const { file, requires, replacedWith, deprecated } of patches ?? []) {
            if (taken.has(file))
                continue;
            taken.set(file, { kind: 'quality', name: id, text: '' });
            if (asked && (deprecated || replacedWith !== null))
                problems.push(describeReplaced(id, replacedWith));
            for (const other of requires)
                await take(other, false);
            taken.delete(file);
            taken.set(file, { kind: 'quality', name: id, text: (await files.read(files.join(root, 'patches', file))) ?? '' });
        }
    };
    for (const id of ids)
        await take(id, true);
    return { patches: [...taken.values()], problems };
}
/** The patches that magento/magento-cloud-patches in `folder` applies to every project with these packages. */
async function cloudPatches(files, folder, lock) {
    const root = files.join(folder, 'vendor/magento/magento-cloud-patches');
    const list = await files.read(files.join(root, 'patches.json'));
    const names = list === null ? [] : requiredPatches(list, (0,composer_lock/* readLock */.mF)(lock).packages);
    const texts = await Promise.all(names.map((name) => files.read(files.join(root, 'patches', name))));
    return names.map((name, index) => ({ kind: 'required', name, text: texts[index] ?? '' }));
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/marshaling-root.js
var marshaling_root = __webpack_require__(9709);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/patch-tree.js




/** Installs packages of the target's lock in `folder`, files only: none of their code runs. */
async function installFiles({ composer, files }, folder, target, names) {
    await files.write(files.join(folder, 'composer.json'), (0,marshaling_root/* filterRootForMarshaling */.Y)(target.composerJson));
    await files.write(files.join(folder, 'composer.lock'), (0,composer_lock/* reducedLock */.MY)(target.composerLock, names));
    const quiet = ['--no-plugins', '--no-scripts', '--no-autoloader', '--no-dev', '--no-progress'];
    const result = await composer.run(folder, ['install', '--ignore-platform-reqs', ...quiet]);
    if (result.exitCode !== 0)
        throw (0,composer_failure/* composerFailure */.h)(result);
}
/** Finds the origin of paths that patches touch: `vendor/` has packages, and packages map files into the project. */
function originFinder({ composerJson, composerLock }) {
    const maps = (0,marshaling_lock/* mapEntries */.Nn)(composerLock, composerJson).flatMap(({ package: name, entries }) => entries.map(([source, destination]) => ({
        name,
        source: (0,marshaling_lock/* trimDestination */.RD)(source),
        destination: (0,marshaling_lock/* trimDestination */.RD)(destination)
    })));
    return (path) => {
        const [, name, rest = ''] = /^vendor\/([^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
        if (name !== undefined)
            return { package: name, path: rest };
        const map = maps.find(({ destination }) => path === destination || path.startsWith(`${destination}/`));
        return map ? { package: map.name, path: map.source + path.slice(map.destination.length) } : null;
    };
}
/** Names of the target's packages whose files are not available here. */
function unreadablePackages({ composerLock }) {
    const packages = (0,composer_lock/* readLock */.mF)(composerLock).packages;
    const away = packages.filter(({ dist, source }) => dist?.['type'] === 'path' || (dist == null && source == null));
    return new Set(away.map(({ name }) => name));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/try-patches.js
// The user's git configuration must not make a patch fit that the platform refuses.
const plainly = [
    'core.autocrlf=false',
    'core.safecrlf=false',
    'apply.whitespace=nowarn',
    'apply.ignoreWhitespace=no'
].flatMap((setting) => ['-c', setting]);
/** The paths that each patch touches. */
function touchedPaths(tools, patches) {
    return Promise.all(patches.map(async (patch, index) => {
        const { stdout } = await tools.git.run(...plainly, 'apply', '--numstat', '-z', await written(tools, patch, index));
        return stdout.split('\0').flatMap((row) => (row === '' ? [] : [row.split('\t').slice(2).join('\t')]));
    }));
}
/** Applies the patches one after the other, as ece-patches does, and returns the result of each. */
async function tryPatches(tools, patches, isKnown) {
    const forecasts = [];
    for (const [index, patch] of patches.entries()) {
        const file = await written(tools, patch, index);
        const apply = (...options) => tools.git.run(...plainly, 'apply', ...options, file);
        const { exitCode, stderr } = await apply();
        if (exitCode === 0)
            forecasts.push({ patch, outcome: 'applies', reason: '' });
        else if ((await apply('--reverse', '--check')).exitCode === 0)
            forecasts.push({ patch, outcome: 'contained', reason: '' });
        else
            forecasts.push({ patch, outcome: isKnown(index) ? 'conflict' : 'unknown', reason: reasonOf(stderr) });
    }
    return forecasts;
}
// ece-patches rewrites these lines too, so that git ignores modes and renames.
async function written({ files, beside }, { text }, index) {
    const path = files.join(beside, `${index}.patch`);
    await files.write(path, text.replace(/^diff --git/gm, 'diff -Nuar'));
    return path;
}
function reasonOf(stderr) {
    const lines = stderr.split('\n').filter((line) => line.startsWith('error: '));
    return lines[0]?.slice('error: '.length) ?? stderr.trim().split('\n').at(-1) ?? '';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/forecast-patches.js








/**
 * Tests the project's own patches (`m2-hotfixes`, QUALITY_PATCHES) on the target: they are applied, in the order of the
 * platform's build, to the files of the target's packages that they change. Does nothing if there are none. Returns
 * errors for patches that would certainly stop that build.
 */
async function forecastPatches(tools, target, to) {
    const { files, git } = tools;
    const scratch = await files.privateFolder('patches');
    try {
        const own = await hotfixes(files, git.folder);
        const ids = readQualityIds((await files.read(files.join(git.folder, '.magento.env.yaml'))) ?? '');
        if (own.length === 0 && ids.length === 0)
            return [];
        return await forecast(tools, { scratch, target, to, own, ids });
    }
    catch (error) {
        if (!(0,errors/* isFailure */.N6)(error))
            throw error;
        return [notTried(to, error.message)];
    }
    finally {
        await files.remove(scratch);
    }
}
async function forecast(tools, question) {
    const { files } = tools;
    const { scratch, target, to, own, ids } = question;
    const tree = files.join(scratch, 'tree');
    await files.makePrivateFolder(tree);
    const git = tools.git.in(tree);
    // A separate root: inside another work tree git would skip each file silently.
    await git.read('init', '--quiet', '--template=');
    const lists = ['magento/magento-cloud-patches', ...(ids.length > 0 ? ['magento/quality-patches'] : [])];
    await installFiles(tools, tree, target, new Set(lists));
    const lock = target.composerLock;
    const quality = await qualityPatches(files, tree, { ids, lock, to });
    const chosen = [...quality.patches, ...own];
    const trying = { git, files, beside: files.join(scratch, 'patches') };
    const paths = await touchedPaths(trying, chosen);
    const required = await sharing(trying, await cloudPatches(files, tree, lock), new Set(paths.flat()));
    const all = [...required.patches, ...chosen];
    const allPaths = [...required.paths, ...paths];
    await layFiles(tools, question, { tree, lists, paths: new Set(allPaths.flat()) });
    const away = unreadablePackages(target);
    const origin = originFinder(target);
    const isKnown = (index) => !(allPaths[index] ?? []).some((path) => away.has(origin(path)?.package ?? ''));
    const forecasts = await tryPatches(trying, all, isKnown);
    const plugins = (0,patching_plugins/* patchSources */.f)(target.composerJson, (0,composer_lock/* readLock */.mF)(lock).packages);
    return [...quality.problems, ...forecasts.flatMap((found) => describeForecast(found, to, plugins === null))];
}
/** The platform's own patches that change a file which the project's patches change too. */
async function sharing(trying, patches, wanted) {
    const paths = await touchedPaths(trying, patches);
    const shares = paths.map((found) => found.some((path) => wanted.has(path)));
    return { patches: patches.filter((_, index) => shares[index]), paths: paths.filter((_, index) => shares[index]) };
}
/** Puts every file that a patch touches into the tree, from where the platform's build takes it. */
async function layFiles(tools, { target }, { tree, lists, paths }) {
    const { files } = tools;
    const origin = originFinder(target);
    const found = [...paths].map((path) => ({ path, from: origin(path) }));
    const names = found.flatMap(({ from }) => (from === null ? [] : [from.package]));
    await installFiles(tools, tree, target, new Set([...lists, ...names]));
    for (const { path, from } of found) {
        if (path.startsWith('vendor/') || !isInside(path))
            continue;
        const source = from === null ? files.join(tools.git.folder, path) : files.join(tree, 'vendor', from.package, from.path);
        const text = await files.read(source);
        if (text !== null)
            await files.write(files.join(tree, path), text);
    }
}
// Paths in a patch are untrusted; git refuses such a path as well.
function isInside(path) {
    return !path.startsWith('/') && !path.split('/').includes('..');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/plan-upgrade.js

















/**
 * Determines what an upgrade would change and what blocks it, by letting Composer resolve it in the scratch checkout.
 * Throws UpgradeError: `bad-input` for the target, `preflight-failed` for an upgrade path that needs an intermediate
 * step, `unsatisfiable` and related codes for Composer's errors, `wrong-version` if the target is not reached.
 */
async function planUpgrade(tools, input) {
    const offered = availableVersions(tools, input.checkout.composerJson, input.project.product.name);
    try {
        return await planWith(offered, tools, input);
    }
    finally {
        // It uses a folder and keys that are removed afterwards.
        await offered;
    }
}
/**
 * The blockers of an upgrade, as far as they are known without Composer. Only Composer knows which version `latest` is.
 * Throws UpgradeError `bad-input` for the target.
 */
function planObstacles(input) {
    const { config, product } = input.project;
    const parsed = (0,project_target/* parseTarget */.h)(input.target);
    if (parsed.kind === 'latest')
        return composerConfigProblems(config);
    const { productPin, line } = (0,project_target/* resolveTarget */.u)(parsed, product.version, []);
    const to = productPin ?? line;
    return obstacles(input, to, (0,plan_runtime/* chooseRuntime */._)(input.checkout.appYaml, to, input.updateAppConfig));
}
function obstacles(input, to, runtime) {
    const { checkout, project } = input;
    const path = { from: project.product.version, to, project, appYamlText: checkout.appYaml };
    return [...checkUpgradePath(path), ...composerConfigProblems(project.config), ...plan_upgrade_requirements(input, runtime, to)];
}
async function planWith(offered, tools, input) {
    const { checkout, project } = input;
    const from = project.product.version;
    const target = await findTarget(offered, input);
    const to = target.productPin ?? target.line;
    const path = checkUpgradePath({ from, to, project, appYamlText: checkout.appYaml });
    const before = (0,plan_runtime/* chooseRuntime */._)(checkout.appYaml, to, input.updateAppConfig);
    const blocked = (0,preflight_error/* preflightError */.s)(obstacles(input, to, before));
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
    // The requirements differ by patch: the version that was found counts, not the first of the line.
    const runtime = (0,plan_runtime/* chooseRuntime */._)(checkout.appYaml, version, input.updateAppConfig);
    const known = same ? [] : [...path, ...plan_upgrade_requirements(input, runtime, version)];
    const [forecast, audit] = same ? [[], null] : await inspect(tools, resolved, version);
    const plan = await describePlan(tools.git, {
        ...input,
        audit,
        resolution: target,
        // If the product stays, nothing is upgraded: other packages are not changed silently.
        after: same ? project : after,
        composerJson: resolved.composerJson,
        migrations: same ? [] : [...migrated.migrations, ...runtime.changes],
        heldBack: held.heldBack,
        problems: [
            ...held.problems,
            ...(same
                ? []
                : [
                    ...known,
                    ...(await templateNotes(tools, input, { runtime, version, composerJson: resolved.composerJson, known })),
                    ...b2bRelease(after.packages, version),
                    ...unallowedPlugins(checkout, resolved),
                    ...forecast,
                    ...staleLock(checkout.composerJson, checkout.composerLock)
                ])
        ]
    });
    return { plan, files: { ...resolved, appYaml: runtime.appYaml } };
}
/** The differences from the target's template, for the files as this upgrade leaves them. */
async function templateNotes({ files, git }, { checkout, project }, after) {
    return templateLines({
        from: project.product.version,
        to: after.version,
        files: {
            'composer.json': after.composerJson,
            '.gitignore': checkout.gitignore,
            '.magento.app.yaml': after.runtime.appYaml ?? checkout.appYaml,
            '.magento/services.yaml': checkout.servicesYaml,
            'php.ini': await files.read(files.join(git.folder, 'php.ini'))
        },
        told: new Set(after.known.map(({ id }) => id))
    });
}
/** The result of patches in the new version, and the audit of its lock. */
function inspect(tools, resolved, version) {
    return Promise.all([forecastPatches(tools, resolved, version), tools.audit(resolved)]);
}
async function findTarget(offered, { target, project }) {
    const parsed = (0,project_target/* parseTarget */.h)(target);
    // Ranges need no list of versions: the resolver finds the newest itself.
    const needsNoList = parsed.kind === 'line-newest' || parsed.kind === 'latest-patch';
    return (0,project_target/* resolveTarget */.u)(parsed, project.product.version, needsNoList ? [] : ((await offered) ?? []));
}
function plan_upgrade_requirements(input, runtime, target) {
    const { appYaml, servicesYaml } = input.checkout;
    return (0,requirements/* checkRequirements */.z)({
        target,
        appYamlText: runtime.appYaml ?? appYaml,
        servicesYamlText: servicesYaml,
        composerVersion: null
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/audit-report.js


const advisory = schemas/* looseObject */._H3({
    advisoryId: schemas/* string */.YjP(),
    cve: schemas/* string */.YjP().nullable().optional(),
    affectedVersions: schemas/* string */.YjP().optional()
});
const map = (value) => schemas/* union */.KCZ([schemas/* record */.g1P(schemas/* string */.YjP(), value), schemas/* tuple */.PVZ([]).transform(() => ({}))]).optional();
// PHP writes a list with gaps as a map.
const audit_report_list = (value) => schemas/* union */.KCZ([schemas/* array */.YOg(value), schemas/* record */.g1P(schemas/* string */.YjP(), value).transform((one) => Object.values(one))]);
const report = schemas/* looseObject */._H3({
    advisories: map(audit_report_list(advisory)),
    filter: map(audit_report_list(schemas/* looseObject */._H3({ listName: schemas/* string */.YjP().optional() }))),
    'unreachable-repositories': audit_report_list(schemas/* string */.YjP()).optional()
});
/** Reads the JSON of `composer audit` (2.4 to 2.10), or null if it is not that. */
function readAuditReport(stdout) {
    const read = report.safeParse((0,read_json/* parsed */.Yz)(stdout.slice(Math.max(0, stdout.indexOf('{')))));
    if (!read.success || read.data.advisories === undefined)
        return null;
    const { advisories, filter = {}, 'unreachable-repositories': unreachable = [] } = read.data;
    return {
        advisories: Object.entries(advisories).flatMap(([name, found]) => found.map(({ advisoryId, cve, affectedVersions = '' }) => ({
            package: name,
            id: cve ?? advisoryId,
            affected: affectedVersions
        }))),
        refused: Object.keys(filter).filter((name) => filter[name]?.some(({ listName }) => listName === 'malware')),
        unreachable
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-problems.js
var composer_problems = __webpack_require__(8861);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/plan/audit-lock.js



/**
 * Lets Composer ask the project's repositories about the packages of a lock, in a separate folder. Composer is not
 * started if no repository would answer: it would then report no vulnerabilities, although nobody knows.
 */
function createAuditLock({ composer, files, advises }) {
    return async ({ composerJson, composerLock }) => {
        if ((await advises()) === false)
            return { unknown: 'no repository of this project provides advisories' };
        const folder = await files.privateFolder('audit');
        try {
            await files.write(files.join(folder, 'composer.json'), productRepositories(composerJson));
            await files.write(files.join(folder, 'composer.lock'), composerLock);
            // The exit code counts the findings, differently in each release.
            const args = ['audit', '--locked', '--format=json', '--no-plugins', '--no-scripts'];
            const result = await composer.run(folder, args, { patient: false });
            return readAuditReport(result.stdout) ?? { unknown: audit_lock_whyNot(result) };
        }
        finally {
            await files.remove(folder);
        }
    };
}
function audit_lock_whyNot({ stderr, exitCode }) {
    if (/Command "audit" is not defined|"--locked" option does not exist/.test(stderr))
        return 'this Composer cannot audit a lock; 2.5 and later can';
    return (0,composer_problems/* decisiveLine */.fb)(stderr)?.replace(/\.$/, '') ?? `composer audit ended with exit code ${exitCode}`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/composer/composer-cache.js
var composer_cache = __webpack_require__(5892);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
;// CONCATENATED MODULE: ./.tmp/compiled/src/commands/upgrade/make-plan.js






/**
 * The step `plan`. A refused Composer is not run: the error has what is known without it. `composer` may answer from
 * memory; whether a repository `advises` then comes from the memory too.
 */
async function makePlan({ options }, project, { composer, advises } = project) {
    const input = {
        checkout: project.checkout,
        project: project.composerProject,
        target: options.target,
        updateAppConfig: options.updateAppConfig,
        today: new Date()
    };
    if ((0,project_session/* isRefused */.H)(project.composerProblems))
        throw (0,preflight_error/* preflightError */.s)([...project.composerProblems, ...planObstacles(input)]) ?? new Error('nothing is refused');
    const inCache = () => (0,composer_cache/* anyAdvises */.Y)(files/* files */.a, files/* files */.a.join(project.composerHome.folder, 'cache'));
    // New advisories appear without a change of the repositories, so an audit is not remembered.
    const audit = createAuditLock({ composer: project.composer, files: files/* files */.a, advises: advises ?? inCache });
    return planUpgrade({ git: project.scratch, composer, files: files/* files */.a, audit }, input);
}
/** The note of a plan in the timetable. */
function summarizePlan({ plan: { fromVersion, toVersion, changed, heldBack } }) {
    if (heldBack !== null)
        return `${fromVersion} to ${toVersion}, held back from ${heldBack.version}`;
    return changed ? `${fromVersion} to ${toVersion}` : `${fromVersion} is what the target asks for`;
}


/***/ }),

/***/ 6067:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ planVerdict),
/* harmony export */   s: () => (/* binding */ restingVerdict)
/* harmony export */ });
/** The verdict of a run that only plans. */
function planVerdict(plan) {
    return plan.changed ? 'planned' : restingVerdict(plan);
}
/** The verdict of a run with nothing left to do: `up-to-date` only if no newer release of the line exists. */
function restingVerdict(plan) {
    return plan?.heldBack ? 'held-back' : 'up-to-date';
}


/***/ }),

/***/ 2497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M5: () => (/* binding */ createLedger),
/* harmony export */   Vn: () => (/* binding */ effectKinds),
/* harmony export */   a3: () => (/* binding */ effectStates)
/* harmony export */ });
/** What an effect applies to; see `describeEffects` for what each of them touches. */
const effectKinds = [
    'variable',
    'redeployment',
    'maintenance',
    'cron',
    'setting',
    'server-file',
    'snapshot',
    'database',
    'branch',
    'pull-request-branch',
    'pull-request',
    'deployment',
    'remote-tag',
    'lock',
    'commit',
    'ref',
    'checkout',
    'stash',
    'backup',
    'removed-backup',
    'note',
    'file',
    'cache'
];
/**
 * State of an effect. `intended`: started, its end was not seen; `undone`: reverted, or it did not happen; `unknown`:
 * the answer was lost.
 */
const effectStates = ['intended', 'done', 'undone', 'unknown'];
/** A ledger that writes into `effects`. */
function createLedger(effects = []) {
    return {
        effects,
        intend: (kind, what) => {
            const known = effects.find((effect) => effect.kind === kind && effect.what === what);
            const effect = known ?? { kind, what, state: 'intended' };
            if (known === undefined)
                effects.push(effect);
            const set = (state) => () => {
                effect.state = state;
            };
            set('intended')();
            return { isNew: known === undefined, done: set('done'), undone: set('undone'), unknown: set('unknown') };
        }
    };
}


/***/ }),

/***/ 3148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ redactingLogger),
/* harmony export */   q: () => (/* binding */ silentLogger)
/* harmony export */ });
const ignore = () => undefined;
/** A logger that drops every line: the default of every library function. */
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


/***/ }),

/***/ 2969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ packagePattern),
/* harmony export */   l: () => (/* binding */ allowedPlugins)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const section = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    config: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ 'allow-plugins': zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional() }).catch({}).optional()
});
/**
 * The Composer plugins among these packages that `config.allow-plugins` allows: the first matching pattern decides, as
 * in Composer. Without the section none is allowed.
 */
function allowedPlugins(composerJsonText, packages) {
    const rules = section.parse(JSON.parse(composerJsonText.replace(/^\uFEFF/, ''))).config?.['allow-plugins'];
    const plugins = packages.filter(({ type }) => type === 'composer-plugin' || type === 'composer-installer');
    if (typeof rules === 'boolean')
        return rules ? plugins : [];
    const patterns = Object.entries((rules ?? {})).map(([pattern, allowed]) => [packagePattern(pattern), allowed === true]);
    return plugins.filter(({ name }) => patterns.find(([pattern]) => pattern.test(name))?.[1] === true);
}
/** The pattern of package names that Composer derives from `vendor/*`. */
function packagePattern(pattern) {
    return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i');
}


/***/ }),

/***/ 7023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ readAppYaml),
/* harmony export */   o: () => (/* binding */ updateAppYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7597);
/* harmony import */ var _bounded_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7021);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4113);
/* harmony import */ var _once_per_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7389);





const text = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig().transform(String)]);
const relationship = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ service: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional() })]);
// Packages by name, or the sections of a composer.json: `require` and `repositories`.
const phpDependencies = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    require: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), text).or(text).nullish(),
    'composer/composer': text.nullish()
});
const schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    name: text.default('app'),
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    build: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ flavor: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish() }).nullish(),
    dependencies: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ php: phpDependencies.nullish() }).nullish(),
    hooks: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish()).nullish(),
    runtime: zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ extensions: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP() })])).nullish() })
        .nullish(),
    relationships: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), relationship.nullish()).nullish()
});
/**
 * Reads `.magento.app.yaml`; throws UpgradeError `preflight-failed` for broken YAML (with the line) and wrong types.
 */
const readAppYaml = (0,_once_per_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oncePerText */ .K)((appYamlText) => {
    const result = schema.safeParse(appDocument(appYamlText).toJS());
    const php = result.success ? /^php:([0-9]+\.[0-9]+)/.exec(result.data.type)?.[1] : undefined;
    if (!result.success || php === undefined)
        throw (0,_read_json_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._P)('.magento.app.yaml does not declare a PHP application.', 'Set type: php:VERSION in .magento.app.yaml.');
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
});
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
        changed = inPlace ?? insert(changed, path, value);
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
    const path = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.getIn(sections)) ? sections : sections.slice(0, 2);
    return [...path, 'composer/composer'];
}
function replaceScalar(yamlText, path, value) {
    const node = appDocument(yamlText).getIn(path, true);
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) || !node.range)
        return null;
    const [start, end] = node.range;
    const [quote = ''] = /^["']/.exec(yamlText.slice(start, end)) ?? [];
    return `${yamlText.slice(0, start)}${quote || quoteFor(value)}${value}${quote || quoteFor(value)}${yamlText.slice(end)}`;
}
function quoteFor(value) {
    return /^[a-z]+:[0-9.]+$/.test(value) ? '' : "'";
}
/** For a missing key the whole document is written again, which keeps comments but may move line breaks. */
function insert(yamlText, path, value) {
    const document = appDocument(yamlText);
    for (let depth = 1; depth < path.length; depth += 1) {
        const parent = path.slice(0, depth);
        if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(document.getIn(parent)))
            document.setIn(parent, document.createNode({}));
    }
    document.setIn(path, value);
    return document.toString({ lineWidth: 0 });
}
function appDocument(yamlText) {
    const document = (0,_bounded_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .boundedYaml */ .b)('.magento.app.yaml', yamlText);
    const [error] = document.errors;
    if (!error)
        return document;
    const line = error.linePos?.[0].line ?? 1;
    throw (0,_read_json_js__WEBPACK_IMPORTED_MODULE_2__/* .unusable */ ._P)(`.magento.app.yaml is not valid YAML, line ${line}.`, `Fix .magento.app.yaml at line ${line}.`);
}
function serviceOf(name, value) {
    if (typeof value === 'string')
        return value.split(':')[0] ?? name;
    return value?.service ?? name;
}
function isText(value) {
    return typeof value === 'string' || typeof value === 'number';
}


/***/ }),

/***/ 2607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ boundedLine),
  C: () => (/* binding */ composerProblemsOf)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
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
        ...blank(line),
        kind: 'other',
        target: /^([a-z0-9][a-z0-9._-]*\/[a-z0-9._-]+)/.exec(line)?.[1] ?? ''
    });
}
function ofRoot(line) {
    const missing = /^No package found to satisfy root composer\.json require (\S+) (.*)$/.exec(line);
    if (missing) {
        const [, target = '', constraint = ''] = missing;
        return { ...blank(line), kind: 'root', target, constraint, outcome: 'could not be found' };
    }
    const [, target, rest = ''] = rootRequirement.exec(line) ?? [];
    if (target === undefined)
        return null;
    const starts = outcomeMarks.map((mark) => rest.indexOf(mark)).filter((index) => index >= 0);
    const start = starts.length > 0 ? Math.min(...starts) : rest.length;
    return {
        ...blank(line),
        kind: 'root',
        target: target.toLowerCase(),
        constraint: withoutExactMatch(rest.slice(0, start)),
        outcome: outcomeOf(rest.slice(start))
    };
}
/** A statement of composer.json itself, e.g. in its section `conflict`. */
function ofOwn(line) {
    const [, name] = /^(\S+) is present at version \S+ and cannot be modified by Composer/.exec(line) ?? [];
    return name === undefined ? null : { ...blank(line), kind: 'own', package: name, target: name };
}
function ofLocked(line) {
    const [, target, constraint = ''] = locked.exec(line) ?? [];
    if (target === undefined)
        return null;
    const outcome = line.includes('was not loaded') || line.includes('rejected by') ? line : '';
    return { ...blank(line), kind: 'locked', target, constraint, outcome };
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
    return { ...blank(line), kind: 'one-of', target: list.split('[', 1)[0] ?? '' };
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
        ...blank(line),
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
function blank(line) {
    return { kind: 'other', text: shortened(line), package: '', target: '', constraint: '', outcome: '' };
}
const advice = / (?:See https:\/\/getcomposer|Go to https:\/\/packagist|Review the advisory details|To ignore |Make sure you |Install or enable PHP's |Read <https).*$/;
/** One statement for display, without its consequences and Composer's own advice. */
function shortened(line) {
    const text = (0,redact_evidence/* redactEvidence */.H)(line.split(' -> satisfiable by ', 1)[0] ?? '')
        .replace(advice, '')
        .replace(/^Root composer\.json/, 'composer.json')
        .replace(/\[([^\],[]{1,80}), \.\.\., ([^\][]{1,200})\]/g, ' $1 to $2')
        .replace(/\.$/, '');
    return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/composer-problems-of.js


const longest = 4000;
const most = 500;
/** The problems that Composer numbers in its output, each as its statements. Takes time in proportion to the text. */
function composerProblemsOf(text) {
    const problems = [];
    let inside = false;
    for (const line of text.split('\n')) {
        if (/^\s{0,20}Problem [0-9]{1,6}\s{0,20}$/.test(line)) {
            problems.push([]);
            inside = true;
        }
        // After the problems Composer prints advice, with further lists.
        if (/^\S/.test(line))
            inside = false;
        const [, indent] = /^(\s{2,20}- )\S/.exec(line) ?? [];
        const last = problems.at(-1);
        if (indent !== undefined && inside && last !== undefined && last.length < most)
            last.push(problemStatement(boundedLine(line.slice(indent.length).trimEnd())));
    }
    return problems.filter((statements) => statements.length > 0);
}
/** A very long line with its middle left out, redacted. */
function boundedLine(line) {
    if (line.length <= longest)
        return line;
    const safe = (0,redact_evidence/* redactEvidence */.H)(line);
    return safe.length <= longest ? safe : `${safe.slice(0, longest - 1000)} … ${safe.slice(-1000)}`;
}


/***/ }),

/***/ 6446:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ findBlockers)
});

// UNUSED EXPORTS: targetPackages

// EXTERNAL MODULE: ./.tmp/compiled/src/project/blockers/composer-problems-of.js + 1 modules
var composer_problems_of = __webpack_require__(2607);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/trace-owners.js
/**
 * The root requirement that each package of a problem comes from. The target's own packages are followed first: what
 * they lead to belongs to the target, even if others also require it.
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
            // A requirement of composer.json keeps its own owner, even if the target requires the package too.
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


/** The packages that the target consists of, by default. */
const targetPackages = [
    'magento/magento-cloud-metapackage',
    'magento/product-enterprise-edition'
];
/**
 * The blockers in the text of "Your requirements could not be resolved": one entry per package, in Composer's order.
 * `core` are the root requirements that make up the target; they are never blockers. The text must not be wrapped
 * (`COLUMNS=10000`).
 */
function findBlockers(text, core = targetPackages) {
    const found = new Map();
    for (const statements of (0,composer_problems_of/* composerProblemsOf */.C)(text)) {
        const blocker = blockerOf({ statements, core, ownerOf: traceOwners(statements, core) });
        const known = found.get(blocker.package);
        const chain = [...new Set([...(known?.chain ?? []), ...blocker.chain])].slice(0, 12);
        const isOwn = blocker.isOwn && known?.isOwn !== false;
        found.set(blocker.package, { ...(known ?? blocker), isOwn, chain });
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
            ...bare(target),
            kind: 'advisory',
            constraint: rootConstraint(problem, target),
            advisories: idsOf(outcome),
            chain
        };
    if (/were not loaded, because they|was not loaded, because it/.test(outcome))
        return { ...bare(target), kind: 'policy', constraint: rootConstraint(problem, target), chain };
    const [, extension] = /is missing (ext-[\w-]{1,60})/.exec(outcome) ?? [];
    if (extension !== undefined)
        return ofRuntime(own, { ...end, target: extension, constraint: '*' }, chain);
    if (isRuntime.test(target))
        return ofRuntime(own, end, chain);
    const [, pinned] = /your root composer\.json require \((.{1,200})\)/.exec(outcome) ?? [];
    if (pinned !== undefined && !core.includes(target))
        return { ...bare(target), kind: 'requirement', constraint: pinned, needed: constraint, chain };
    if (own !== null && own.target !== target)
        return requirement(own, chain);
    if (core.includes(target))
        return { ...bare(target), kind: 'target-missing', constraint, chain };
    return { ...bare(target), kind: 'absent', constraint, absence: absenceIn(outcome), isOwn: end.kind === 'root', chain };
}
function absenceIn(outcome) {
    if (outcome.includes('could not be found'))
        return 'nowhere';
    if (outcome.includes('minimum-stability'))
        return 'stability';
    return outcome.includes('not match the constraint') ? 'constraint' : null;
}
function ofRuntime(own, end, chain) {
    const { target, constraint } = end;
    if (own !== null && own.target !== target)
        return { ...requirement(own, chain), runtime: target, needed: constraint };
    return {
        ...bare(target),
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
        return { ...bare(conflict.target), kind: 'own-conflict', constraint: conflict.constraint, chain };
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
/** If no line decides: the requirement that is not the target's, or what is locked. */
function ofLast({ statements, core }) {
    const chain = statements.slice(0, 6).map(({ text }) => text);
    const root = statements.find(({ kind, target }) => kind === 'root' && !core.includes(target));
    if (root)
        return requirement(root, chain);
    const named = statements.find(({ target }) => target.includes('/') && !core.includes(target)) ?? statements[0];
    return { ...bare(named?.target ?? ''), kind: 'unknown', chain };
}
/** The root requirement that a statement comes from, or null if that is the target itself or unknown. */
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
    // A replaced or provided name breaks the path; a single requirement is unambiguous.
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
    return { ...bare(root.target), kind: 'requirement', constraint, chain };
}
function bare(name) {
    return {
        package: name === '' ? 'composer.json' : name,
        constraint: null,
        needed: null,
        runtime: null,
        advisories: [],
        successor: null,
        absence: null,
        isOwn: false
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


/***/ }),

/***/ 7021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ boundedYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4113);


// The parser compares each key with all before it, and each error makes it scan the whole text.
const longest = 40_000;
// It recurses for each level, and if the stack overflows inside a regular expression, Node dies without a message.
const deepest = 100;
const nestedMarks = /(?:[?:-][ \t]+){50}/;
/**
 * The YAML document in `text`, its errors included. Throws UpgradeError `preflight-failed` for what would take too long
 * or kill the process: more than 40,000 characters, or more than 100 levels.
 */
function boundedYaml(file, text) {
    if (text.length > longest)
        throw (0,_read_json_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(`${file} has ${text.length} characters, and ${longest} are read at most.`, `Shorten ${file}.`);
    if (depthOf(text) > deepest || nestedMarks.test(text))
        throw (0,_read_json_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(`${file} is nested too deeply to be read.`, `Correct ${file}.`);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text);
}
// Brackets in the scripts of hooks count too, but they are closed again.
function depthOf(text) {
    let [depth, most] = [0, 0];
    for (const sign of text.match(/[[\]{}]/g) ?? []) {
        depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
        most = Math.max(most, depth);
    }
    return most;
}


/***/ }),

/***/ 9298:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ composerAdvisory)
/* harmony export */ });
/* harmony import */ var _composer_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3445);
/* harmony import */ var _data_composer_advisories_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6420);


/** Vulnerabilities of a Composer version, or null if none is known. The 2.2 line has its own fixes. */
function composerAdvisory(version) {
    const lts = version.startsWith('2.2.');
    const found = _data_composer_advisories_json__WEBPACK_IMPORTED_MODULE_1__/* .advisories */ .wk.filter(({ fixedIn, fixedInLts }) => !(0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .isAtLeast */ .du)(version, lts ? fixedInLts : fixedIn));
    const latest = found
        .map(({ fixedIn, fixedInLts }) => (lts ? fixedInLts : fixedIn))
        .sort(_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareNumbers */ .S$)
        .at(-1);
    return latest === undefined ? null : { ids: found.map(({ id }) => id), fixedIn: latest };
}


/***/ }),

/***/ 5875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LI: () => (/* binding */ mergeComposerAuth),
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   PP: () => (/* binding */ hostsOf),
/* harmony export */   Wj: () => (/* binding */ authKinds),
/* harmony export */   _z: () => (/* binding */ badComposerKeys),
/* harmony export */   g1: () => (/* binding */ parseComposerAuth),
/* harmony export */   vD: () => (/* binding */ configAuth)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);


// PHP writes an empty map as `[]`.
const hosts = (value) => zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), value), zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([]).transform(() => ({}))]).optional();
const keys = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ username: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), password: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const tokenOrMore = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({})]);
// The kinds that Composer 2.2 to 2.10 knows (composer-schema.json, 2026-11), each a map from host to credentials.
const kinds = {
    'http-basic': hosts(keys),
    bearer: hosts(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    'github-oauth': hosts(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()),
    'gitlab-oauth': hosts(tokenOrMore),
    'gitlab-token': hosts(tokenOrMore),
    'bitbucket-oauth': hosts(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({})),
    // Composer ignores null.
    'custom-headers': hosts(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()).nullable()),
    'client-certificate': hosts(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({})),
    'forgejo-token': hosts(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}))
};
const auth = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3(kinds);
/** Every kind of credentials that Composer knows. */
const authKinds = Object.keys(kinds);
/**
 * Merges the sources, strongest first. If two name the same host, the stronger one wins with every kind that it has,
 * since Composer itself would prefer some kinds to others; a warning says so if they differ.
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
                for (const [kind, value] of entriesOf(source ?? {}, host))
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
/** The hosts in any kind of credentials. */
function hostsOf(source) {
    return [...new Set(authKinds.flatMap((kind) => Object.keys(source[kind] ?? {})))];
}
/** The kinds of credentials for one host, with their values. */
function entriesOf(source, host) {
    return authKinds.flatMap((kind) => {
        const found = source[kind];
        return found && Object.hasOwn(found, host) ? [[kind, found[host]]] : [];
    });
}
/** The credentials among the settings of a `config` section of composer.json; a kind with invalid values is ignored. */
function configAuth(config) {
    return Object.fromEntries(authKinds.flatMap((kind) => {
        const read = kinds[kind].safeParse(config[kind]);
        return read.success && read.data !== undefined ? [[kind, read.data]] : [];
    }));
}
function sameFor(host, ours, theirs) {
    return JSON.stringify(entriesOf(ours, host)) === JSON.stringify(entriesOf(theirs, host));
}
/**
 * Reads the text of an auth.json or of COMPOSER_AUTH; null for an empty one. Throws UpgradeError `bad-secret` for an
 * invalid one, with the path of the fault, never the text.
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
// An invalid union only reports that nothing fits; the path is in the branch of the map.
function pathsOf(issue) {
    const at = issue.path.map(String);
    const inner = issue.code === 'invalid_union' ? (issue.errors[0] ?? []) : [];
    const deeper = inner.map(({ path }) => [...at, ...path.map(String)].join('.'));
    return deeper.length > 0 ? deeper : [at.join('.') || 'the top level'];
}
/** UpgradeError `bad-secret` about credentials for Composer. `message` goes on after "cannot be used:". */
function badComposerKeys(message, next) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('bad-secret', {
        message: `The Composer credentials cannot be used: ${message}.`,
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


/***/ }),

/***/ 5654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ allowsVersion)
/* harmony export */ });
/* harmony import */ var _composer_version_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3445);

const operator = /^(>=|<=|>|<|==?|!=|<>|\^|~)?\s*v?(\d[\w.+*-]*|\*)$/;
/**
 * Whether a constraint allows a numbered version, as in composer/semver; null for a version or a constraint that is not
 * understood (branches, stability flags).
 */
function allowsVersion(constraint, version) {
    const found = (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseComposerVersion */ .MS)(version);
    const choices = constraint.trim().split(/\s*\|\|?\s*/);
    const parsed = choices.map(allBounds);
    if (found === null || parsed.some((bounds) => bounds === null))
        return null;
    return parsed.some((bounds) => bounds?.every((bound) => bound(found)));
}
function allBounds(text) {
    const [, from, to] = /^(\S+) +- +(\S+)$/.exec(text) ?? [];
    if (from !== undefined && to !== undefined)
        return hyphen(from, to);
    const parts = text.replace(/([<>=!~^])\s+/g, '$1').split(/\s*,\s*|\s+/);
    const bounds = parts.map(boundsOf);
    return bounds.includes(null) ? null : bounds.flatMap((found) => found ?? []);
}
function boundsOf(text) {
    const [, sign = '', written = ''] = operator.exec(text) ?? [];
    const wildcard = /^(\d+(?:\.\d+)*)\.[*x]$/.exec(written)?.[1];
    if (written === '*')
        return [];
    if (wildcard !== undefined)
        return sign === '' ? between(wildcard, depthOf(wildcard)) : null;
    const version = (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseComposerVersion */ .MS)(written);
    if (version === null)
        return null;
    const depth = depthOf(written);
    if (sign === '~')
        return between(written, Math.max(1, depth - 1));
    if (sign === '^')
        return between(written, version.numbers.findIndex((number) => number > 0) + 1 || depth);
    return [comparison(sign, version)];
}
function comparison(sign, version) {
    const order = (other) => (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareComposerVersions */ .fw)(other, version);
    if (sign === '>=')
        return (other) => (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareComposerVersions */ .fw)(other, lowest(version)) >= 0;
    if (sign === '<')
        return (other) => (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareComposerVersions */ .fw)(other, lowest(version)) < 0;
    if (sign === '<=')
        return (other) => order(other) <= 0;
    if (sign === '>')
        return (other) => order(other) > 0;
    if (sign === '!=' || sign === '<>')
        return (other) => order(other) !== 0;
    return (other) => order(other) === 0;
}
/** The range from a version to the next one of its first `kept` numbers. */
function between(from, kept) {
    const low = (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseComposerVersion */ .MS)(from);
    if (low === null)
        return null;
    const numbers = low.numbers.map((number, index) => (index < kept ? number + Number(index === kept - 1) : 0));
    const high = { numbers, stage: 'dev', stageNumbers: [] };
    return [comparison('>=', low), (other) => (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .compareComposerVersions */ .fw)(other, high) < 0];
}
/** `2.1.4 - 2.1.14`; an upper end of fewer than three numbers includes all versions that begin with them. */
function hyphen(from, to) {
    const [low, high] = [(0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseComposerVersion */ .MS)(from), (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_0__/* .parseComposerVersion */ .MS)(to)];
    if (low === null || high === null)
        return null;
    if (depthOf(to) > 2 || high.stage !== 'stable')
        return [comparison('>=', low), comparison('<=', high)];
    const upper = between(to, depthOf(to))?.at(-1);
    return upper === undefined ? null : [comparison('>=', low), upper];
}
// A bound without a stage begins before the first pre-release.
function lowest(version) {
    return version.stage === 'stable' ? { ...version, stage: 'dev' } : version;
}
function depthOf(text) {
    return (/^\d+(?:\.\d+)*/.exec(text)?.[0] ?? '').split('.').length;
}


/***/ }),

/***/ 7422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ composerFailure)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/allowing-release.js
/** The answer if nothing was asked. */
const notAsked = { kind: 'unknown', why: 'Composer was not asked' };

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/describe-requirement.js
/**
 * Texts for a requirement of composer.json that conflicts with the target: loosen it, update, remove, replace, wait.
 */
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
            headline: `${required}, which blocks the target, and none of its releases allows the target on this platform (${wants}): change .magento.app.yaml if the target supports that, or remove it, replace it or wait`,
            fix: `If the target supports it, change the platform.${runtimeHint} Otherwise remove ${name}, replace it, or wait for a release.`
        };
    }
    if (answer.kind === 'release' && answer.allowed) {
        return {
            headline: `${required}, and ${releaseWords(answer)} allows the target, but not together with another requirement: loosen, update or remove one of the two`,
            fix: `Read the reasons: ${name} and another requirement exclude each other. Loosen, update, replace or remove one of them.`
        };
    }
    if (answer.kind === 'release') {
        return {
            headline: `${required}, which blocks the target; ${releaseWords(answer)} allows the target: update it to that`,
            fix: `Update ${name}: write a constraint in composer.json that allows ${answer.version}, e.g. "${answer.stable ? '^' : ''}${answer.version}".${runtimeHint}`
        };
    }
    if (answer.kind === 'none') {
        return {
            headline: `${required}, which blocks the target, and none of its releases allows the target: ${runtime === null ? `remove it, ${replace} or wait` : `remove it, ${replace}, wait, or change ${runtimeName(runtime)} in .magento.app.yaml`}`,
            fix: `Remove ${name} from composer.json, ${replace}, or wait for a release that allows the target.${runtimeHint}`
        };
    }
    return {
        headline: `${required}, which blocks the target; the newest release that allows the target is unknown (${answer.why}): loosen, update, replace or remove it`,
        fix: `Look for a release of ${name} that allows the target (composer show ${name} --available), and loosen its constraint; otherwise remove it, replace it, or wait.${runtimeHint}`
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
/** The name of a release, with a note if it is not stable. */
function releaseWords(answer) {
    return answer.stable ? answer.version : `${answer.version} (not a finished release)`;
}
/** Texts for PHP or an extension that the target or composer.json needs: the fix is in `.magento.app.yaml`. */
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
/** The lines for a platform package in `.magento.app.yaml`. */
function appFileFix(name, needed) {
    if (name.startsWith('ext-'))
        return `Add ${name.slice(4)} to runtime.extensions in .magento.app.yaml.`;
    if (name.startsWith('lib-'))
        return `Choose a PHP version in .magento.app.yaml whose image includes ${name.slice(4)}.`;
    return `Set "type: php:…" in .magento.app.yaml to a version that ${needed ?? 'it'} allows; update-app-config: true does this if the target requires it.`;
}
/** The common name of a platform package. */
function runtimeName(name) {
    if (name.startsWith('ext-'))
        return `the PHP extension ${name.slice(4)}`;
    return name.startsWith('lib-') ? `the library ${name.slice(4)}` : 'the PHP version';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/describe-refusal.js

/** Texts for packages that no repository has, or that Composer refuses. */
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
            headline: `A policy of composer.json refuses ${name}${known(answer)}: choose another release, or change the policy`,
            fix: `Choose a release of ${name} that the policy allows, or list it in config.policy of composer.json (config.audit before Composer 2.10).`
        };
    }
    if (kind === 'own-conflict') {
        return {
            headline: `The section "conflict" of composer.json refuses ${name} ${blocker.constraint ?? ''}, which the target includes: remove that entry`,
            fix: `Remove or narrow the entry ${name} in the section "conflict" of composer.json.`
        };
    }
    return {
        headline: `${name} blocks the target; which of its releases allows it is unknown: read the reasons`,
        fix: "Read Composer's reasons in the details, and loosen, update, replace or remove the named packages."
    };
}
function advisory({ package: name, constraint, advisories }, answer) {
    const ids = advisories.length === 0 ? 'security advisories' : advisories.join(', ');
    const fixed = {
        release: answer.kind === 'release'
            ? `the newest release without one that fits is ${releaseWords(answer)}: update to it`
            : '',
        none: 'none of its releases is without one and fits: wait for one, replace it, or accept the risk',
        unknown: answer.kind === 'unknown' ? `the fixed release is unknown (${answer.why}): read the advisory` : ''
    }[answer.kind];
    const list = advisories.map((id) => `"${id}"`).join(', ');
    return {
        headline: `${name}${constraint === null ? '' : ` ${constraint}`} is refused because of ${ids}; ${fixed}`,
        fix: `Use the fixed release of ${name} (loosen its constraint), replace or remove it, or wait. To accept the risk, add ${list === '' ? 'the ids' : list} to config.policy.advisories.ignore-id of composer.json (config.audit.ignore before Composer 2.10), or set security-blocking to false for this run.`
    };
}
function absent({ package: name, constraint, absence, isOwn }, answer) {
    const wanted = `${name}${constraint === null || constraint === '' ? '' : ` ${constraint}`}`;
    if (answer.kind === 'release') {
        return {
            headline: `No release of ${wanted} can be used; ${releaseWords(answer)} allows the target: loosen it in composer.json`,
            fix: `Loosen the requirement on ${name} in composer.json so that it allows ${answer.version}.`
        };
    }
    const found = answer.kind === 'none' ? 'none of its releases allows the target' : 'which release allows the target is unknown';
    const out = isOwn ? 'loosen, replace or remove it' : 'check what requires it';
    return {
        headline: `${wanted} ${absences[absence ?? 'unknown']}; ${found}: check its name, constraint and repository, or ${out}`,
        fix: `Check the name and constraint of ${name}, that its repository is listed in composer.json and that the keys give access to it; otherwise ${out}.`
    };
}
const absences = {
    nowhere: 'is in no repository of this project',
    stability: 'has no release that is as stable as minimum-stability requires',
    constraint: 'has no release of that constraint',
    unknown: 'cannot be used'
};
function targetMissing({ package: name, constraint }) {
    return {
        headline: `The repository has no release ${name} ${constraint ?? ''} (or none for these keys): choose another target`,
        fix: 'Choose a target that the repository offers, e.g. latest-patch, and check that the keys give access to it.'
    };
}
function known(answer) {
    return answer.kind === 'release' ? `; ${releaseWords(answer)} allows the target` : '';
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/blockers/describe-blocker.js


/**
 * A blocker as a problem of the report: the first sentence names the package, the release and the next step; the rest
 * is the reason.
 */
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

// EXTERNAL MODULE: ./.tmp/compiled/src/project/blockers/find-blockers.js + 1 modules
var find_blockers = __webpack_require__(6446);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-problems.js
var composer_problems = __webpack_require__(8861);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-failure.js





/**
 * The error for a call of Composer that failed: one code per kind, for planning and installing alike. `known` is used
 * instead of what can be read from the text.
 */
function composerFailure(result, known) {
    const text = `${result.stdout}\n${result.stderr}`.trim();
    const code = result.timedOut ? 'composer-network' : (0,composer_problems/* classifyComposerFailure */.FC)(text, result.exitCode);
    const blocking = code === 'unsatisfiable' || code === 'composer-policy';
    const blockers = known?.blockers ?? (blocking ? (0,find_blockers/* findBlockers */.z)(text) : []);
    const told = blockers.map((blocker) => describeBlocker(blocker, known?.answers.get(blocker.package) ?? notAsked));
    return new errors/* UpgradeError */.fy(code, {
        message: told.length > 0
            ? inTheWay(told.map(({ headline }) => headline))
            : (ended(result) ?? `Composer failed with exit code ${result.exitCode}${saying(text)}`),
        next: told.length > 0 ? nextSteps(told.map(({ fix }) => fix)) : nextFor(code, result, text),
        problems: told.map(({ id, severity, message, fix }) => ({ id, severity, message, fix })),
        details: text
    });
}
const mostNamed = 5;
function inTheWay(headlines) {
    const more = headlines.length > mostNamed ? `; and ${headlines.length - mostNamed} more` : '';
    return `${headlines.slice(0, mostNamed).join('; ')}${more}. Composer finds no set of packages for the target.`;
}
function nextSteps(fixes) {
    return fixes.length === 1 ? (fixes[0] ?? '') : 'Fix the problems above, each as its remedy says, then plan again.';
}
function saying(text) {
    const line = (0,composer_problems/* decisiveLine */.fb)(text);
    return line === null ? '.' : `: ${line.replace(/\.$/, '')}.`;
}
/** What ended Composer from outside (signal, deadline), or null. */
function ended({ exitCode, timedOut, stderr }) {
    if (timedOut)
        return 'Composer did not finish in time: a server that it asked stopped sending data.';
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
        return 'Give the runner a key with read access to that repository: an agent (SSH_AUTH_SOCK), or GIT_SSH_COMMAND or core.sshCommand with a key file. ssh-private-key is only for the Cloud.';
    const [, plugin] = /([^\s/]{1,200}\/[^\s/]{1,200}) contains a Composer plugin which is blocked/.exec(text) ?? [];
    if (code === 'composer-policy' && plugin !== undefined)
        return `If you trust it, run composer config --no-plugins allow-plugins.${plugin} true (false to keep it from running), and commit composer.json.`;
    if (code === 'composer-policy' && text.includes('configuration does not allow connections to'))
        return 'Give that repository an https address in composer.json, or set config.secure-http to false there if its network is safe.';
    if (code === 'composer-credentials' && gitLogin.test(text))
        return 'Check the login in the address of that git repository, or give one for its host in COMPOSER_AUTH (http-basic, github-oauth, gitlab-token).';
    if (exitCode === 137 || /Allowed memory size|Out of memory/i.test(stderr))
        return 'Give the machine or container more memory or swap (2 GB are enough for most projects), then run again.';
    return advice[code];
}
const gitLogin = /could not read (?:Username|Password) for|Authentication failed for|fatal: repository '[^'\n]{1,2000}' not found/;
const advice = {
    unsatisfiable: 'Update or remove the packages named above, then plan again.',
    'composer-credentials': 'Check the keys of that host (composer-username and composer-password, or COMPOSER_AUTH), and that their account is entitled to Adobe Commerce.',
    'composer-network': 'Check that this machine reaches that server, then run again.',
    'composer-policy': 'Read the details: a plugin is not allowed, an advisory blocks a version, or secure-http an address.',
    'preflight-failed': 'composer.lock does not go with composer.json: run composer update for that package, commit both files, then run again.',
    'composer-crashed': 'Read the details: Composer itself failed.'
};


/***/ }),

/***/ 7530:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bt: () => (/* binding */ stripPlatformOverrides),
/* harmony export */   Ej: () => (/* binding */ productNames),
/* harmony export */   MY: () => (/* binding */ reducedLock),
/* harmony export */   WJ: () => (/* binding */ lockedProductVersion),
/* harmony export */   aJ: () => (/* binding */ lockedPackages),
/* harmony export */   mF: () => (/* binding */ readLock),
/* harmony export */   yJ: () => (/* binding */ links)
/* harmony export */ });
/* unused harmony export lockedPackage */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7597);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4113);
/* harmony import */ var _once_per_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7389);
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9547);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(419);





/** PHP writes an empty map as `[]`, so both forms are read. */
const links = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP()), zod__WEBPACK_IMPORTED_MODULE_3__/* .tuple */ .PVZ([]).transform(() => ({}))])
    .default({});
const source = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({ reference: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish(), shasum: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().nullish() });
/** One entry of `packages` in composer.lock. */
const lockedPackage = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(),
    version: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().transform((version) => version.replace(/^v(?=[0-9])/, '')),
    type: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().default('library'),
    require: links,
    provide: links,
    replace: links,
    extra: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5J()), zod__WEBPACK_IMPORTED_MODULE_3__/* .tuple */ .PVZ([]).transform(() => ({}))])
        .default({}),
    source: source.nullish(),
    dist: source.nullish()
});
const composerLock = zod__WEBPACK_IMPORTED_MODULE_3__/* .looseObject */ ._H3({
    packages: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(lockedPackage),
    'packages-dev': zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(lockedPackage).nullish(),
    'plugin-api-version': zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().optional()
});
/** Reads a composer.lock. Throws UpgradeError `preflight-failed` that names the line, as {@link readJson} does. */
const readLock = (0,_once_per_text_js__WEBPACK_IMPORTED_MODULE_4__/* .oncePerText */ .K)((text) => (0,_read_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)('composer.lock', text, composerLock));
/** The packages of a composer.lock, without those for development. Throws as {@link readLock} does. */
function lockedPackages(composerLockText) {
    return readLock(composerLockText).packages;
}
/**
 * Removes the top-level `platform-overrides` from a composer.lock, as if written on a machine that really has that PHP.
 * All other bytes stay, because Composer's formatting is not JSON.stringify's.
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
/** The property in Composer's own layout, found without parsing a megabyte with positions. */
function asComposerWrites(lockText) {
    const head = '\n    "platform-overrides": {';
    const at = lockText.lastIndexOf(head);
    const close = at === -1 ? -1 : lockText.indexOf('\n    }', at);
    // The parser handles an empty one, or another layout.
    if (close === -1 || lockText[at + head.length] === '}')
        return null;
    return { start: at + 5, end: close + 6 };
}
function asParsed(lockText) {
    const tree = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_1__.parseTree)(lockText);
    const property = tree && (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_1__.findNodeAtLocation)(tree, ['platform-overrides'])?.parent;
    return property ? { start: property.offset, end: property.offset + property.length } : null;
}
/**
 * A composer.lock with only these packages, without their requirements, to fetch their files. Metapackages (no files)
 * and packages from path repositories (stored elsewhere) are left out.
 */
function reducedLock(lockText, names) {
    const known = readLock(lockText).packages;
    const whole = JSON.parse(lockText.replace(/^\uFEFF/, ''));
    const packages = known.flatMap(({ name, type, dist, source }, index) => {
        const here = dist?.['type'] === 'path' || (dist == null && source == null);
        return names.has(name) && type !== 'metapackage' && !here ? [{ ...whole.packages[index], require: {} }] : [];
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
/** The package whose version is that of the product; the second one in projects without the first. */
const productNames = ['magento/product-enterprise-edition', 'magento/magento2-base'];
/**
 * The product version in a composer.lock, which `bin/magento --version` must print. Throws UpgradeError
 * `preflight-failed` for a lock without the product.
 */
function lockedProductVersion(composerLockText) {
    const packages = lockedPackages(composerLockText);
    const found = productNames.map((name) => packages.find((locked) => locked.name === name)).find(Boolean);
    if (found)
        return found.version;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .UpgradeError */ .fy('preflight-failed', {
        message: `composer.lock does not contain ${productNames[0] ?? ''}.`,
        next: 'Check out the deployed commit, or set expected-version.'
    });
}


/***/ }),

/***/ 8861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FC: () => (/* binding */ classifyComposerFailure),
/* harmony export */   bg: () => (/* binding */ mayPass),
/* harmony export */   fb: () => (/* binding */ decisiveLine)
/* harmony export */ });
/* harmony import */ var _blockers_composer_problems_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2607);

const failures = [
    [/Allowed memory size|Out of memory/i, 'composer-crashed'],
    // Output of scripts is not Composer's own.
    [/^[ \t]{0,8}Script .{1,300} (?:handling the .{1,100} event )?returned with error code/m, 'composer-crashed'],
    [
        /HTTP(?:\/[0-9.]+)? ?(?:401|403)\b|required authentication|invalid credentials|Could not authenticate against/i,
        'composer-credentials'
    ],
    // git and ssh, for packages from source repositories.
    [
        /Permission denied \((?:publickey|password|keyboard-interactive|gssapi)|Host key verification failed|could not read (?:Username|Password) for|Authentication failed for|(?:ERROR: |remote: )(?:Repository not found|The project you were looking for could not be found)|fatal: repository '[^'\n]{1,2000}' not found/i,
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
    // The lock was not updated when composer.json was changed (Installer, exit code 4).
    [
        /^[ \t]{0,4}- Required (?:\(in require-dev\) )?package "[^"\n]{1,300}" is (?:not present in the lock file|in the lock file as)/m,
        'preflight-failed'
    ],
    // The repository hides the product from keys without entitlement.
    [
        /requires magento\/(?:product-|magento-cloud-|composer-root-).*(?:could not be found in any version|in the lock file but not in remote)/i,
        'composer-credentials'
    ],
    [/could not be resolved to an installable set of packages/i, 'unsatisfiable']
];
/** Whether Composer's output shows a failure that may pass: an overloaded server, or a broken connection. */
function mayPass(text, exitCode) {
    if (classifyComposerFailure(text, exitCode) !== 'composer-network')
        return false;
    return /HTTP(?:\/[0-9.]+)? ?(?:408|425|429|500|502|503|504)\b|Content-Length mismatch|Connection reset|HTTP request failed!|curl error (?:18|52|55|56)\b/.test(text);
}
const longestLine = 400;
/** The line of Composer's output with the reason, without credentials in its addresses; null if none is known. */
function decisiveLine(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trim().slice(0, longestLine));
    for (const [pattern, kind] of failures) {
        const line = kind === 'unsatisfiable' ? undefined : lines.find((candidate) => pattern.test(candidate));
        if (line !== undefined)
            return line.replace(/:\/\/[^\s/@'"]{0,300}@/g, '://');
    }
    return null;
}
/** The kind of failure in Composer's output and exit code. */
function classifyComposerFailure(text, exitCode) {
    const bounded = text.split('\n').map(_blockers_composer_problems_of_js__WEBPACK_IMPORTED_MODULE_0__/* .boundedLine */ .U).join('\n');
    const found = failures.find(([pattern]) => pattern.test(bounded));
    if (found)
        return found[1];
    // Composer's own codes: 2 no solution, 100 transport.
    if (exitCode === 2)
        return 'unsatisfiable';
    return exitCode === 100 ? 'composer-network' : 'composer-crashed';
}


/***/ }),

/***/ 8792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cx: () => (/* binding */ closure),
  mE: () => (/* binding */ readComposerProject),
  xB: () => (/* binding */ thirdPartyPackages)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 9 modules
var schemas = __webpack_require__(7597);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-repositories.js
var composer_repositories = __webpack_require__(545);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-lock.js
var composer_lock = __webpack_require__(7530);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/product-version.js
var product_version = __webpack_require__(8050);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/read-json.js
var read_json = __webpack_require__(4113);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/no-metapackage.js



const metapackage = 'magento/magento-cloud-metapackage';
const commerce = 'magento/product-enterprise-edition';
const openSource = 'magento/product-community-edition';
const elsewhere = 'Set working-directory to the root of an Adobe Commerce on cloud infrastructure project.';
/** The error for a project without the cloud metapackage: what it is instead, and how to make it a Cloud project. */
function noMetapackage(require, composerLockText) {
    const packages = lockedOf(composerLockText);
    const version = (name) => packages.find((locked) => locked.name === name)?.version ?? null;
    const product = commerce in require ? (version(commerce) ?? require[commerce]) : undefined;
    const missing = `composer.json does not require ${metapackage}`;
    if (product === undefined && !('magento/magento2-base' in require))
        return openSource in require
            ? (0,read_json/* unusable */._P)(`${missing}, but ${openSource}: this is Magento Open Source, and only Adobe Commerce is supported.`, `Upgrade it with composer require ${openSource}:VERSION, as its documentation says.`)
            : (0,read_json/* unusable */._P)(`${missing}.`, elsewhere);
    if (product !== undefined && isOld(product))
        return (0,read_json/* unusable */._P)(`${missing}, as in projects of 2.0.4 and older.`, `Replace the requirement on the product with ${metapackage} and the range of the current line, then plan again.`);
    return (0,read_json/* unusable */._P)(`${missing}; it requires the product${'magento/ece-tools' in require ? ' and magento/ece-tools' : ''} directly, without the package that keeps them in step.`, `Replace these requirements: run composer remove --no-update for them and composer require "${metapackage}:${rangeOf(product)}" in the deployed state, deploy that, then plan again.`);
}
function rangeOf(product) {
    if (product === undefined || (0,product_version/* parseProductVersion */.Jo)(product) === null)
        return '>=LINE <NEXT';
    const line = (0,product_version/* releaseLine */.aY)(product);
    return `>=${line} <${(0,product_version/* nextLine */.sE)(line)}`;
}
function isOld(product) {
    return (0,product_version/* parseProductVersion */.Jo)(product) !== null && (0,product_version/* compareVersions */.Zy)(product, '2.0.5') < 0;
}
// An unreadable lock is reported elsewhere.
function lockedOf(composerLockText) {
    try {
        return (0,composer_lock/* readLock */.mF)(composerLockText).packages;
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-project.js





const record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const emptyable = schemas/* union */.KCZ([record, schemas/* tuple */.PVZ([]).transform(() => ({}))]).default({});
const rootSchema = schemas/* looseObject */._H3({
    require: composer_lock/* links */.yJ,
    config: emptyable,
    extra: emptyable,
    scripts: emptyable,
    repositories: composer_repositories/* repositoriesSection */.ew,
    'minimum-stability': schemas/* string */.YjP().default('stable')
});
const metapackageName = 'magento/magento-cloud-metapackage';
const rootUpdatePlugin = 'magento/composer-root-update-plugin';
/**
 * Reads the two Composer files of a Cloud project; an absent lock is an empty text. Throws UpgradeError
 * `preflight-failed` for unfinished merges, broken JSON (with the line) and projects without the cloud metapackage.
 */
function readComposerProject(composerJsonText, composerLockText) {
    const root = (0,read_json/* readJson */.Vh)('composer.json', composerJsonText, rootSchema);
    const constraint = root.require[metapackageName];
    if (constraint === undefined)
        throw noMetapackage(root.require, composerLockText);
    if (composerLockText.trim() === '')
        throw (0,read_json/* unusable */._P)('composer.lock is missing or empty.', 'Run composer update --no-install and commit composer.lock.');
    const lock = (0,composer_lock/* readLock */.mF)(composerLockText);
    const find = (name) => lock.packages.find((locked) => locked.name === name);
    const product = composer_lock/* productNames */.Ej.map(find).find((locked) => locked !== undefined);
    const metapackage = find(metapackageName);
    if (!product || !metapackage)
        throw (0,read_json/* unusable */._P)(`composer.lock does not contain ${metapackage ? (composer_lock/* productNames */.Ej[0] ?? '') : metapackageName}.`, 'Run composer update --no-install in the deployed state, and commit composer.lock.');
    return {
        product: { name: product.name, version: product.version },
        metapackage: { name: metapackageName, version: metapackage.version, constraint },
        eceTools: eceToolsOf(lock.packages),
        productPin: root.require['magento/product-enterprise-edition'] ?? null,
        require: root.require,
        packages: lock.packages,
        pluginApiVersion: lock['plugin-api-version'] ?? null,
        repositories: (0,composer_repositories/* httpRepositories */.bh)(root.repositories),
        scripts: root.scripts,
        extra: root.extra,
        config: root.config,
        allowPlugins: allowPluginsOf(root.config['allow-plugins']),
        minimumStability: root['minimum-stability']
    };
}
/** Names of all packages that `rootName` requires, including itself, resolved through `provide` and `replace`. */
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
/** The extensions of a project: Magento packages and metapackages that are not part of the cloud metapackage. */
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
/** The version of ece-tools; for a fork that replaces it, the version that the fork declares to replace, if any. */
function eceToolsOf(packages) {
    const own = packages.find(({ name }) => name === eceTools);
    const fork = packages.find(({ replace, provide }) => eceTools in replace || eceTools in provide);
    const standsFor = fork?.replace[eceTools] ?? fork?.provide[eceTools] ?? '';
    const [said] = /\d+\.\d+\.\d+/.exec(standsFor) ?? [];
    return own?.version ?? said ?? fork?.version ?? null;
}


/***/ }),

/***/ 8712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ composerRange),
/* harmony export */   v: () => (/* binding */ allowsComposer)
/* harmony export */ });
/* harmony import */ var _data_composer_advisories_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6420);
/* harmony import */ var _composer_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3445);


/**
 * The range to write for a Composer of at least `minimum`: it never begins below the release that fixes the known
 * vulnerabilities. `2.10` alone would be exactly 2.10.0. 2.2 has long-term support with its own fixes.
 */
function composerRange(minimum) {
    const lts = /^2\.2(?:\.|$)/.test(minimum);
    const safe = _data_composer_advisories_json__WEBPACK_IMPORTED_MODULE_0__/* .advisories */ .wk.map(({ fixedIn, fixedInLts }) => (lts ? fixedInLts : fixedIn));
    return `^${[minimum, ...safe].sort(_composer_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareNumbers */ .S$).at(-1) ?? minimum}`;
}
/** Whether a declared constraint on Composer allows `minimum` or newer; true if the constraint is not understood. */
function allowsComposer(constraint, minimum) {
    const wanted = (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseComposerVersion */ .MS)(minimum);
    const [, sign = '', text = ''] = /^\s*([~^]?)v?(\d+(?:\.\d+)*(?:\.\*)?)\s*$/.exec(constraint) ?? [];
    const numbers = text.replace(/\.\*$/, '').split('.').map(Number);
    const version = (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseComposerVersion */ .MS)(text.replace(/\.\*$/, ''));
    if (wanted === null || version === null)
        return true;
    if (sign === '' && !text.endsWith('*'))
        return (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareComposerVersions */ .fw)(version, wanted) >= 0;
    const fixedNumbers = sign === '^' ? 1 : text.endsWith('*') ? numbers.length : Math.max(1, numbers.length - 1);
    const end = numbers.slice(0, fixedNumbers);
    const last = end.length - 1;
    const bound = (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_1__/* .parseComposerVersion */ .MS)([...end.slice(0, last), (end[last] ?? 0) + 1].join('.'));
    return (0,_composer_version_js__WEBPACK_IMPORTED_MODULE_1__/* .compareComposerVersions */ .fw)(bound, wanted) > 0;
}


/***/ }),

/***/ 545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   XF: () => (/* binding */ packagesUrl),
/* harmony export */   bh: () => (/* binding */ httpRepositories),
/* harmony export */   ew: () => (/* binding */ repositoriesSection)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);
/* harmony import */ var _secrets_url_credentials_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8914);


const entry = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
        type: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        url: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
        options: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({}).or(zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J())).optional(),
        package: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J().optional()
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
]);
/** The `repositories` section of composer.json in both of its forms. */
const repositoriesSection = zod__WEBPACK_IMPORTED_MODULE_1__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(entry), zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), entry)]).default([]);
const address = /^(https?)(\??):\/\/(?:([^/?#]*)@)?([^/?#@]+)(.*)$/is;
/** The repositories of type `composer` over HTTP. */
function httpRepositories(section) {
    return Object.values(section).flatMap((repository) => {
        if (typeof repository === 'boolean' || repository.type !== 'composer')
            return [];
        const parts = address.exec((repository.url ?? '').trim());
        if (!parts)
            return [];
        const [, scheme = '', open = '', userinfo, host = '', path = ''] = parts;
        // `https?://` is Composer's own notation for "https if OpenSSL is available".
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
    return { username: (0,_secrets_url_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .decoded */ .DH)(username), password: rest.length === 0 ? null : (0,_secrets_url_credentials_js__WEBPACK_IMPORTED_MODULE_0__/* .decoded */ .DH)(rest.join(':')) };
}
/** The address of a repository's index, by the rule of Composer: a path that names a .json file is the index itself. */
function packagesUrl(repositoryUrl) {
    return new URL(repositoryUrl).pathname.includes('.json')
        ? repositoryUrl
        : `${repositoryUrl.replace(/\/+$/, '')}/packages.json`;
}
/** Whether a `host` or `host:port` is this machine itself, so that traffic does not leave it. */
function isLoopback(host) {
    const name = host.toLowerCase().replace(/:\d+$/, '');
    return name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name);
}


/***/ }),

/***/ 1426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ failureWords)
/* harmony export */ });
/** Why a request failed: the message of the innermost cause, which fetch hides behind "fetch failed". */
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


/***/ }),

/***/ 6101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wq: () => (/* binding */ removeAt),
/* harmony export */   ef: () => (/* binding */ setAt),
/* harmony export */   fK: () => (/* binding */ valueAt)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4113);


/** Value at a path of a JSON text, or undefined. */
function valueAt(text, path) {
    let value = (0,_read_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parsed */ .Yz)(text) ?? (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text);
    for (const key of path)
        value = value?.[key];
    return value;
}
/**
 * The text with one value set. Indentation and line ends follow the text, and every other byte stays; an edit by
 * jsonc-parser would reformat the neighbouring entry.
 */
function setAt(text, path, value) {
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text);
    if (!root)
        return text;
    for (let depth = path.length; depth >= 0; depth -= 1) {
        const node = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, path.slice(0, depth));
        if (!node)
            continue;
        if (depth === path.length)
            return splice(text, node, layOut(text, value, depth));
        return insert(text, node, { depth, key: path[depth] ?? '', value: nest(path.slice(depth + 1), value) });
    }
    return text;
}
/** The text without one property of an object, and without the comma that separated it from its neighbour. */
function removeAt(text, path) {
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text);
    const property = root && (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(root, path)?.parent;
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
function insert(text, node, entry) {
    const { depth, key, value } = entry;
    const last = node.children?.at(-1);
    const fits = node.type === (typeof key === 'string' ? 'object' : 'array');
    // PHP writes an empty object as [], which cannot take a key.
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


/***/ }),

/***/ 5860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ keylessComposerJson),
/* harmony export */   x: () => (/* binding */ withoutCommittedKeys)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
/* harmony import */ var _secrets_url_credentials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8914);
/* harmony import */ var _composer_auth_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5875);
/* harmony import */ var _composer_repositories_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(545);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4113);





/**
 * A composer.json without credentials in its `config` section and in the addresses of its Composer repositories on the
 * `overruled` hosts: Composer would prefer them to those of its home, and some kinds to any COMPOSER_AUTH
 * (Factory::createComposer and BaseIO::loadConfiguration, 2.5 to 2.10). Null if there are none. Every other byte stays.
 */
function keylessComposerJson(composerJson, overruled) {
    if (overruled.size === 0 && !hasConfigKeys(composerJson))
        return null;
    const keys = findKeys(composerJson, overruled);
    if (keys.length === 0)
        return null;
    const text = replaceNodes(composerJson, keys, ({ without }) => without);
    const restore = (changed) => {
        const now = places(changed);
        const back = keys.flatMap((key) => {
            const node = now[key.place];
            return node && textOf(changed, node) === key.without ? [{ ...key, node }] : [];
        });
        return changed === text ? composerJson : replaceNodes(changed, back, ({ original }) => original);
    };
    return { text, restore };
}
/**
 * `composerJson` without the credentials that the `committed` one has in the same places, since those reveal nothing
 * new. If one of them differs, the text is returned unchanged.
 */
function withoutCommittedKeys(composerJson, committed) {
    const [now, before] = [composerJson, committed].map((text) => findKeys(text, everywhere).map(({ original }) => original));
    if (JSON.stringify(now) !== JSON.stringify(before))
        return composerJson;
    return keylessComposerJson(composerJson, everywhere)?.text ?? composerJson;
}
const everywhere = { has: () => true, size: Infinity };
function hasConfigKeys(composerJson) {
    const root = (0,_read_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsed */ .Yz)(composerJson);
    return _composer_auth_js__WEBPACK_IMPORTED_MODULE_2__/* .authKinds */ .Wj.some((kind) => root?.config?.[kind] !== undefined);
}
function findKeys(text, overruled) {
    return places(text).flatMap((node, place) => {
        const without = node.type === 'string' ? withoutKeys(String(node.value), overruled) : '{}';
        return without === null || node.children?.length === 0
            ? []
            : [{ place, node, original: textOf(text, node), without }];
    });
}
function withoutKeys(url, overruled) {
    const [repository] = (0,_composer_repositories_js__WEBPACK_IMPORTED_MODULE_3__/* .httpRepositories */ .bh)([{ type: 'composer', url }]);
    const isOverruled = repository?.inUrl?.password && overruled.has(repository.host);
    return isOverruled ? JSON.stringify((0,_secrets_url_credentials_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutCredentials */ .ri)(url.trim().replace(/^https\?:/i, 'https:'))) : null;
}
/** Places of credentials. Of two equal keys PHP takes the last, so each of them is checked. */
function places(text) {
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text);
    const maps = members(root, 'config').flatMap((config) => _composer_auth_js__WEBPACK_IMPORTED_MODULE_2__/* .authKinds */ .Wj.flatMap((kind) => members(config, kind)));
    const repositories = members(root, 'repositories').flatMap(({ type, children = [] }) => type === 'array' ? children : children.flatMap(({ children: pair }) => pair?.[1] ?? []));
    const addresses = repositories
        .filter((repository) => members(repository, 'type').some(({ value }) => value === 'composer'))
        .flatMap((repository) => members(repository, 'url'));
    return [...maps.filter(({ type }) => type === 'object'), ...addresses.filter(({ type }) => type === 'string')];
}
function members(object, name) {
    if (object?.type !== 'object')
        return [];
    return (object.children ?? []).flatMap(({ children: [key, value] = [] }) => key?.value === name && value ? [value] : []);
}
function textOf(text, { offset, length }) {
    return text.slice(offset, offset + length);
}
function replaceNodes(text, edits, replacement) {
    const ordered = edits.toSorted((a, b) => a.node.offset - b.node.offset);
    const parts = ordered.map((edit, index) => {
        const before = ordered[index - 1]?.node;
        return text.slice(before ? before.offset + before.length : 0, edit.node.offset) + replacement(edit);
    });
    const last = ordered.at(-1)?.node;
    return parts.join('') + text.slice(last ? last.offset + last.length : 0);
}


/***/ }),

/***/ 6291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ withoutCutLine),
/* harmony export */   p: () => (/* binding */ lastCharacters)
/* harmony export */ });
// Longer than any secret; a line may be longer.
const longestSecret = 8192;
/**
 * The last `most` characters of `text`. The rest of a cut line is dropped, at most 8,192 characters of it: the end of a
 * secret without its beginning could not be recognised.
 */
function lastCharacters(text, most) {
    if (text.length <= most)
        return text;
    const end = text.slice(-most);
    return text[text.length - most - 1] === '\n' ? end : withoutCutLine(end);
}
/** A text whose beginning was cut off, without the possible end of a secret. */
function withoutCutLine(text) {
    const lineEnd = text.slice(0, longestSecret).indexOf('\n');
    return text.slice(lineEnd < 0 ? longestSecret : lineEnd + 1);
}


/***/ }),

/***/ 3162:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nn: () => (/* binding */ mapEntries),
/* harmony export */   RD: () => (/* binding */ trimDestination),
/* harmony export */   f3: () => (/* binding */ filterLockForMarshaling)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7597);
/* harmony import */ var _composer_lock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7530);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4113);



const plugin = 'magento/magento-composer-installer';
const mapSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()])).catch([]);
const lists = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP())).catch({}).optional();
const maps = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), mapSchema).catch({}).optional();
const ignoreSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    extra: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ 'magento-deploy-ignore': lists, 'magento-map-overwrite': maps }).catch({}).optional()
});
/**
 * The base folder of each package type's destinations; other types are not marshaled. From
 * magento/magento-composer-installer, `PackageTypes.php`, read and run in November 2026.
 */
const typeRoots = {
    'magento2-module': '/app/code/',
    'magento2-theme': '/app/design/',
    'magento2-library': '/lib/internal/',
    'magento2-language': '/app/i18n/',
    'magento2-component': './'
};
/**
 * A composer.lock for `composer install` with only what marshaling needs: the plugin and the packages with `extra.map`
 * or `extra.chmod`, without requirements and unwanted destinations. Throws UpgradeError `preflight-failed` for a broken
 * lock.
 */
function filterLockForMarshaling(lockText, { alsoKeep = [], wanted = () => true } = {}) {
    const known = (0,_composer_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .readLock */ .mF)(lockText).packages;
    // The entries themselves stay unchanged.
    const whole = JSON.parse(lockText.replace(/^\uFEFF/, ''));
    const alsoKept = new Set(alsoKeep);
    const packages = known.flatMap((locked, index) => {
        const map = wantedMap(locked, wanted);
        const extra = map === null ? locked.extra : { ...locked.extra, map };
        if (!alsoKept.has(locked.name) && !marshals({ ...locked, extra }))
            return [];
        return [{ ...whole.packages[index], extra, require: requirements(locked, alsoKept) }];
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
/** The maps of all packages of a lock, without the entries that the root's `magento-deploy-ignore` excludes. */
function mapEntries(lockText, composerJsonText) {
    const root = (0,_read_json_js__WEBPACK_IMPORTED_MODULE_1__/* .readJson */ .Vh)('composer.json', composerJsonText, ignoreSchema);
    const ignore = root.extra?.['magento-deploy-ignore'] ?? {};
    const overwritten = root.extra?.['magento-map-overwrite'] ?? {};
    return (0,_composer_lock_js__WEBPACK_IMPORTED_MODULE_0__/* .readLock */ .mF)(lockText).packages.flatMap((locked) => {
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
    return name === plugin || filled(extra['chmod']) || (type in typeRoots && filled(extra['map']));
}
function wantedMap({ type, extra }, wanted) {
    const map = mapSchema.safeParse(extra['map']);
    if (!map.success || !('map' in extra))
        return null;
    return map.data.filter(([, destination]) => wanted((typeRoots[type] ?? '') + destination));
}
function requirements({ name, require }, alsoKeep) {
    const wanted = Object.entries(require).filter(([requirement]) => 
    // Composer sorts autoloaded files by requirement, so packages that run keep their requirements.
    name === plugin ? requirement === 'composer-plugin-api' : alsoKeep.has(name) && alsoKeep.has(requirement));
    return Object.fromEntries(wanted);
}
/** The plugin's own check, which is reversed: ignoring `/bin/magento-docker` also skips `/bin/magento`. */
function isIgnored(destination, ignored) {
    const path = `/${destination}`.replaceAll('/./', '/').replaceAll('//', '/');
    return ignored.some((prefix) => prefix.startsWith(path));
}


/***/ }),

/***/ 9709:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ filterRootForMarshaling)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const root = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({});
const copiedFields = ['name', 'extra', 'config', 'minimum-stability', 'prefer-stable', 'repositories'];
/**
 * The composer.json for a filtered lock: settings for plugins and downloads stay; requirements, scripts and autoloading
 * are removed.
 */
function filterRootForMarshaling(composerJsonText) {
    const composer = root.parse(JSON.parse(composerJsonText));
    const entries = Object.entries(composer).filter(([key]) => copiedFields.includes(key));
    return JSON.stringify(Object.fromEntries(entries), null, 4);
}


/***/ }),

/***/ 4034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ namePattern)
/* harmony export */ });
/**
 * Matches names against one part of a pattern: `*`, `?` and `[a-z]`; hidden names only if the part begins with a dot.
 * Patterns come from packages and projects, so the time is at most the pattern's length times the name's.
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
        // A range from z to a is empty.
        return () => false;
    }
}
// Only the last star is ever retried: everything before it is already matched.
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


/***/ }),

/***/ 7389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ oncePerText)
/* harmony export */ });
/** A reader that caches its results for the last few texts: one run reads the same files about ten times. */
function oncePerText(read) {
    const known = new Map();
    return (text) => {
        const found = known.get(text);
        if (found !== undefined)
            return found;
        const value = read(text);
        if (known.size >= 4)
            known.clear();
        known.set(text, value);
        return value;
    };
}


/***/ }),

/***/ 1277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ patchedCarriers),
/* harmony export */   f: () => (/* binding */ patchSources)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7597);
/* harmony import */ var _allowed_plugins_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2969);
/* harmony import */ var _marshaling_lock_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3162);



const record = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()).catch({});
const root = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ extra: record.optional() });
/**
 * The plugins that the project lets patch packages (cweagans/composer-patches, vaimo/composer-patches and similar
 * ones), and the places that name the patched packages. Null if there is none.
 */
function patchSources(composerJsonText, packages) {
    const plugins = (0,_allowed_plugins_js__WEBPACK_IMPORTED_MODULE_0__/* .allowedPlugins */ .l)(composerJsonText, packages)
        .map(({ name }) => name)
        .filter((name) => /patch/i.test(name) && !name.startsWith('magento/'));
    if (plugins.length === 0)
        return null;
    const extra = root.parse(JSON.parse(composerJsonText.replace(/^\uFEFF/, ''))).extra ?? {};
    const own = record.parse(extra['composer-patches']);
    const named = ['patches-file', 'patches-search'].flatMap((key) => [extra[key], own[key]]).flat();
    return {
        plugins,
        texts: [extra['patches'], ...packages.map((locked) => locked.extra['patches'])].flatMap((patches) => patches === undefined ? [] : JSON.stringify(patches, null, 1).replaceAll('\\/', '/')),
        // cweagans/composer-patches 2.x reads these two by default.
        paths: [...named.filter((path) => typeof path === 'string'), 'patches.json', 'patches.lock.json']
    };
}
/** The packages with a map that one of these texts names. */
function patchedCarriers(texts, lock) {
    const carriers = (0,_marshaling_lock_js__WEBPACK_IMPORTED_MODULE_1__/* .mapEntries */ .Nn)(lock.composerLock, lock.composerJson).map(({ package: name }) => name);
    return carriers.filter((name) => texts.some((text) => text.includes(name)));
}


/***/ }),

/***/ 9980:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ preflightError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);

const ofSecrets = new Set([
    'bad-secret',
    'github-token-bad-secret',
    'platform-bad-secret',
    'ssh-bad-secret'
]);
/**
 * The error that stops a run with these problems, or null if none is an error; `bad-secret` if all are about secrets.
 */
function preflightError(problems) {
    const errors = problems.filter(({ severity }) => severity === 'error');
    if (errors.length === 0)
        return null;
    const onlySecrets = errors.every(({ id }) => ofSecrets.has(id));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy(onlySecrets ? 'bad-secret' : 'preflight-failed', {
        message: errors.length === 1 ? (errors[0]?.message ?? '') : `${errors.length} preflight checks failed.`,
        next: errors.length === 1 ? (errors[0]?.fix ?? '') : 'Fix the problems above and run again.',
        problems
    });
}


/***/ }),

/***/ 4113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   Yz: () => (/* binding */ parsed),
/* harmony export */   _P: () => (/* binding */ unusable)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(419);


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
/**
 * The value of a JSON text, or undefined if it is invalid: Node's own parser is ten times as fast as one with
 * positions.
 */
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function withMark(file) {
    return unusable(`${file} starts with a byte order mark (BOM), which Composer refuses.`, `Save ${file} as UTF-8 without BOM and commit it.`);
}
function whatIsBroken(file, text) {
    const conflict = /^(<<<<<<<|=======|>>>>>>>)/m.exec(text);
    if (conflict)
        return broken(file, text, conflict.index, 'contains the markers of an unfinished merge');
    const errors = [];
    (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parse)(text, errors, { disallowComments: true });
    const [error] = errors;
    const reason = error ? ` (${(0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.printParseErrorCode)(error.error)})` : '';
    return broken(file, text, error?.offset ?? 0, `is not valid JSON${reason}`);
}
/** The error for a project file that an upgrade cannot start from. */
function unusable(message, next) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UpgradeError */ .fy('preflight-failed', { message, next });
}
function broken(file, text, offset, what) {
    const line = text.slice(0, offset).split('\n').length;
    return unusable(`${file} ${what}, line ${line}.`, `Fix ${file} at line ${line} and commit it.`);
}


/***/ }),

/***/ 2586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ repositoryLogin)
/* harmony export */ });
/* harmony import */ var _composer_auth_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5875);
/* harmony import */ var _composer_repositories_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(545);


// User names with which Composer treats the pair as a token of another kind (AuthHelper::addAuthenticationHeader).
const tokenWords = new Set(['bearer', 'x-oauth-basic', 'oauth2', 'private-token', 'gitlab-ci-token']);
/**
 * The headers of Composer's first request to a repository, or null if unknown: other kinds of credentials than
 * http-basic and bearer, own options of the repository, or an address over http, for which Composer has its own rule
 * (secure-http).
 */
function repositoryLogin({ url, host, inUrl, hasOptions }, { auth, origins, overruled }) {
    if (hasOptions || (url.startsWith('http:') && !(0,_composer_repositories_js__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(host)))
        return null;
    if (inUrl?.password && !overruled.has(host))
        return basic(inUrl.username, inUrl.password, 'the address in composer.json');
    const entries = (0,_composer_auth_js__WEBPACK_IMPORTED_MODULE_0__/* .entriesOf */ .Mc)(auth, host);
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
/** Credentials for another name that Composer may use for this host: GitLab below a path, or a parent domain. */
function hasRelated(host, auth) {
    return (0,_composer_auth_js__WEBPACK_IMPORTED_MODULE_0__/* .hostsOf */ .PP)(auth).some((name) => name.startsWith(`${host}/`) || host.endsWith(`.${name}`));
}


/***/ }),

/***/ 6098:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ms: () => (/* binding */ repositoryShape),
/* harmony export */   i: () => (/* binding */ isHashedListing),
/* harmony export */   pm: () => (/* binding */ tellsOfAdvisories)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7597);

const hash = (length) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(new RegExp(`^[0-9a-f]{${length}}$`));
const hashed = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ sha256: hash(64) }));
const list = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()).or(zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J()));
const filled = (value) => typeof value === 'object' && value !== null && Object.keys(value).length > 0;
const index = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    packages: list.optional(),
    includes: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ sha1: hash(40) }))
        .or(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([]))
        .optional(),
    providers: hashed.or(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([])).optional(),
    'provider-includes': hashed.or(zod__WEBPACK_IMPORTED_MODULE_0__/* .tuple */ .PVZ([])).optional(),
    'providers-lazy-url': zod__WEBPACK_IMPORTED_MODULE_0__/* .undefined */ .Vxk().optional(),
    'providers-url': zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    'metadata-url': zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    'security-advisories': zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional(),
    filter: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional()
});
/** The shape of a `packages.json`, or null if no hash would show a change; see Composer's own ComposerRepository. */
function repositoryShape(content) {
    const read = index.safeParse(content);
    if (!read.success)
        return null;
    const { data } = read;
    const metadataUrl = data['metadata-url'] ?? null;
    // The oldest form has only packages at its top level.
    if (metadataUrl === null && !data.packages && !data.includes && !data.providers && !data['provider-includes'])
        return null;
    const includes = Object.entries(data.includes ?? {}).map(([name, { sha1 }]) => [name, sha1]);
    return {
        metadataUrl,
        includes: metadataUrl === null ? Object.fromEntries(includes) : {},
        providerIncludes: metadataUrl === null ? Object.keys(data['provider-includes'] ?? {}) : [],
        advises: filled(data['security-advisories']) || filled(data.filter),
        names: new Set(Object.keys(data.packages ?? {}).map((name) => name.toLowerCase()))
    };
}
const adviser = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    'metadata-url': zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1),
    'security-advisories': zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ metadata: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(true) }).or(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ 'api-url': zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }))
});
/** Whether a repository with this index answers `composer audit`: without a metadata-url Composer does not ask it (2.5 to 2.10). */
function tellsOfAdvisories(content) {
    return adviser.safeParse(content).success;
}
/** Whether a file of hashes has one for each package that it names. */
function isHashedListing(content) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ providers: hashed, 'provider-includes': zod__WEBPACK_IMPORTED_MODULE_0__/* .undefined */ .Vxk().optional() }).safeParse(content).success;
}


/***/ }),

/***/ 988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ checkRequirements),
  Z: () => (/* binding */ requiredVersions)
});

;// CONCATENATED MODULE: ./.tmp/compiled/src/data/requirements.json
const requirements_namespaceObject = /*#__PURE__*/JSON.parse('{"Mn":{"2.4.4":{"php":[{"versions":["8.1"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":8,"versions":["10.4"]},{"fromPatch":9,"toPatch":9,"versions":["10.4","10.5"]},{"fromPatch":10,"toPatch":11,"versions":["10.5"]},{"fromPatch":12,"toPatch":12,"versions":["10.5","10.6"]},{"fromPatch":13,"versions":["10.6"]}],"opensearch":[{"toPatch":12,"versions":["1"]},{"fromPatch":13,"versions":["2"]}],"elasticsearch":[{"toPatch":2,"versions":["7.16"]},{"fromPatch":3,"toPatch":17,"versions":["7.17"]},{"fromPatch":18,"versions":[]}],"rabbitmq":[{"toPatch":17,"versions":["3.9"]},{"fromPatch":18,"versions":["3.9","3.13"]}],"redis":[{"toPatch":7,"versions":["6.2"]},{"fromPatch":8,"toPatch":10,"versions":["7.0"]},{"fromPatch":11,"versions":["7.2"]}],"valkey":[{"versions":[]}]},"2.4.5":{"php":[{"versions":["8.1"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":7,"versions":["10.4"]},{"fromPatch":8,"toPatch":8,"versions":["10.4","10.5"]},{"fromPatch":9,"toPatch":10,"versions":["10.5"]},{"fromPatch":11,"toPatch":11,"versions":["10.5","10.6"]},{"fromPatch":12,"toPatch":15,"versions":["10.6"]},{"fromPatch":16,"toPatch":16,"versions":["10.6","10.11"]},{"fromPatch":17,"versions":["10.11"]}],"opensearch":[{"toPatch":11,"versions":["1"]},{"fromPatch":12,"versions":["2"]}],"elasticsearch":[{"toPatch":16,"versions":["7.17"]},{"fromPatch":17,"versions":[]}],"rabbitmq":[{"toPatch":2,"versions":["3.9"]},{"fromPatch":3,"toPatch":6,"versions":["3.9","3.11"]},{"fromPatch":7,"toPatch":7,"versions":["3.9","3.11","3.12"]},{"fromPatch":8,"toPatch":8,"versions":["3.11","3.12"]},{"fromPatch":9,"toPatch":11,"versions":["3.13"]},{"fromPatch":12,"toPatch":13,"versions":["4.1","3.13"]},{"fromPatch":14,"toPatch":16,"versions":["4.1"]},{"fromPatch":17,"versions":["4.3"]}],"redis":[{"toPatch":6,"versions":["6.2"]},{"fromPatch":7,"toPatch":9,"versions":["7.0"]},{"fromPatch":10,"toPatch":10,"versions":["7.2","7.0"]},{"fromPatch":11,"toPatch":16,"versions":["7.2"]},{"fromPatch":17,"versions":[]}],"valkey":[{"toPatch":12,"versions":[]},{"fromPatch":13,"toPatch":16,"versions":["8"]},{"fromPatch":17,"versions":["8.1"]}]},"2.4.6":{"php":[{"versions":["8.1","8.2"]}],"composer":[{"versions":["2.2.26"]}],"mariadb":[{"toPatch":10,"versions":["10.6"]},{"fromPatch":11,"versions":["10.11"]}],"opensearch":[{"toPatch":14,"versions":["2"]},{"fromPatch":15,"versions":["2","3"]}],"elasticsearch":[{"toPatch":8,"versions":["8","7.17"]},{"fromPatch":9,"toPatch":9,"versions":["7.17"]},{"fromPatch":10,"toPatch":10,"versions":["8","7.17"]},{"fromPatch":11,"toPatch":14,"versions":["7.17"]},{"fromPatch":15,"versions":[]}],"rabbitmq":[{"toPatch":4,"versions":["3.9","3.11"]},{"fromPatch":5,"toPatch":5,"versions":["3.9","3.11","3.12"]},{"fromPatch":6,"toPatch":6,"versions":["3.12"]},{"fromPatch":7,"toPatch":9,"versions":["3.13"]},{"fromPatch":10,"toPatch":11,"versions":["4.1","3.13"]},{"fromPatch":12,"toPatch":14,"versions":["4.1"]},{"fromPatch":15,"versions":["4.3"]}],"redis":[{"toPatch":7,"versions":["7.0"]},{"fromPatch":8,"toPatch":8,"versions":["7.2","7.0"]},{"fromPatch":9,"toPatch":14,"versions":["7.2"]},{"fromPatch":15,"versions":[]}],"valkey":[{"toPatch":10,"versions":[]},{"fromPatch":11,"toPatch":14,"versions":["8"]},{"fromPatch":15,"versions":["8.1"]}]},"2.4.7":{"php":[{"versions":["8.2","8.3"]}],"phpStopOver":[{"versions":["8.1"]}],"composer":[{"toPatch":9,"versions":["2.9.3"]},{"fromPatch":10,"versions":["2.10"]}],"mariadb":[{"toPatch":5,"versions":["10.6"]},{"fromPatch":6,"toPatch":9,"versions":["10.11"]},{"fromPatch":10,"versions":["10.11","11.8"]}],"opensearch":[{"toPatch":9,"versions":["2"]},{"fromPatch":10,"versions":["2","3"]}],"elasticsearch":[{"toPatch":3,"versions":["8.11"]},{"fromPatch":4,"toPatch":4,"versions":["8.16"]},{"fromPatch":5,"toPatch":9,"versions":["7.17","8"]},{"fromPatch":10,"versions":["8"]}],"rabbitmq":[{"toPatch":1,"versions":["3.12"]},{"fromPatch":2,"toPatch":4,"versions":["3.13"]},{"fromPatch":5,"toPatch":6,"versions":["4.1","3.13"]},{"fromPatch":7,"toPatch":9,"versions":["4.1"]},{"fromPatch":10,"versions":["4.3"]}],"redis":[{"toPatch":9,"versions":["7.2"]},{"fromPatch":10,"versions":[]}],"valkey":[{"toPatch":5,"versions":[]},{"fromPatch":6,"toPatch":9,"versions":["8"]},{"fromPatch":10,"versions":["8.1"]}]},"2.4.8":{"php":[{"versions":["8.3","8.4"]}],"phpStopOver":[{"versions":["8.2"]}],"composer":[{"toPatch":4,"versions":["2.9.3"]},{"fromPatch":5,"versions":["2.10"]}],"mariadb":[{"toPatch":4,"versions":["11.4"]},{"fromPatch":5,"versions":["11.4","11.8"]}],"opensearch":[{"toPatch":1,"versions":["2"]},{"fromPatch":2,"versions":["3"]}],"elasticsearch":[{"versions":[]}],"rabbitmq":[{"toPatch":4,"versions":["4.1"]},{"fromPatch":5,"versions":["4.3"]}],"redis":[{"versions":[]}],"valkey":[{"toPatch":4,"versions":["8"]},{"fromPatch":5,"versions":["8.1"]}]},"2.4.9":{"php":[{"versions":["8.5"]}],"phpStopOver":[{"versions":["8.4"]}],"composer":[{"versions":["2.10"]}],"mariadb":[{"versions":["12.3","11.8"]}],"opensearch":[{"versions":["3"]}],"elasticsearch":[{"versions":[]}],"rabbitmq":[{"versions":["4.3"]}],"redis":[{"versions":[]}],"valkey":[{"versions":["9"]}]}}}');
// EXTERNAL MODULE: ./.tmp/compiled/src/project/app-yaml.js
var app_yaml = __webpack_require__(7023);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/services-yaml.js
var services_yaml = __webpack_require__(1240);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-version.js
var composer_version = __webpack_require__(3445);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-range.js
var composer_range = __webpack_require__(8712);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/product-version.js
var product_version = __webpack_require__(8050);
;// CONCATENATED MODULE: ./.tmp/compiled/src/data/rabbitmq-steps.json
const rabbitmq_steps_namespaceObject = /*#__PURE__*/JSON.parse('{"e4":["3.8","3.9","3.10","3.11","3.12","3.13","4.0","4.1","4.2","4.3"]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/service-change.js

const byTicket = 'Pro staging and production: by ticket. This tool does not touch services.';
/**
 * How to change a service to meet the target, in words. `versions` are those of the component `to` that the target
 * accepts; `relationships` are those of the application (Cloud guide, help/cloud-guide/services).
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
        ? 'First make a backup, and look for tables with the row format COMPACT, of MyISAM or with old temporal columns; then set'
        : 'Set';
    return `${first} ${type} for ${service.name} in .magento/services.yaml, and deploy that before the upgrade. ${byTicket}`;
}
function redisToValkey({ name, version: old }, version, relationship) {
    const type = `valkey:${version.includes('.') ? version : `${version}.0`}`;
    return [
        `Three edits, deployed together: in .magento/services.yaml replace ${name}: {type: redis:${old}} with cache: {type: ${type}};`,
        `in .magento.app.yaml replace the relationship ${relationship}: "${name}:redis" with valkey: "cache:valkey";`,
        'in .magento.env.yaml, in stage.deploy, replace REDIS_BACKEND with VALKEY_BACKEND and REDIS_USE_SLAVE_CONNECTION with',
        `VALKEY_USE_SLAVE_CONNECTION (SESSION_CONFIGURATION keeps its key redis). The cache starts empty. ${byTicket}`
    ].join(' ');
}
function toOpenSearch({ name, version: old }, version, relationship) {
    return [
        `Two edits: in .magento/services.yaml replace ${name}: {type: elasticsearch:${old}} with opensearch: {type: opensearch:${version}, disk: 1024};`,
        `in .magento.app.yaml replace the relationship ${relationship}: "${name}:elasticsearch" with opensearch: "opensearch:opensearch".`,
        `The index starts empty: run bin/magento indexer:reindex catalogsearch_fulltext afterwards. ${byTicket}`
    ].join(' ');
}
/** Upgrades must not skip a version, and a service cannot be downgraded. */
function rabbitMq({ name, version: old }, version) {
    const [from, to] = [rabbitmq_steps_namespaceObject.e4.indexOf(old), rabbitmq_steps_namespaceObject.e4.indexOf(version)];
    const way = from >= 0 && to > from ? rabbitmq_steps_namespaceObject.e4.slice(from, to + 1).join(' → ') : `${old} → ${version}`;
    return `Set type: rabbitmq:VERSION for ${name} in .magento/services.yaml, one version at a time, each with its own successful deployment: ${way}. Let the queues run empty first. ${byTicket}`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/requirements.js







const instead = { redis: 'valkey', elasticsearch: 'opensearch' };
/**
 * The versions of a component (`php`, `composer`, `mariadb`, `opensearch`, …) that a product version runs with on
 * Cloud; empty if it does not support the component, null if nothing is known (before 2.4.4).
 */
function requiredVersions(target, component) {
    const lines = requirements_namespaceObject.Mn;
    const version = (0,product_version/* parseProductVersion */.Jo)(target);
    const patch = version?.stage === 'patch' ? (version.stageNumbers[0] ?? 0) : 0;
    const found = lines[(0,product_version/* releaseLine */.aY)(target)]?.[component]?.find(({ fromPatch = 0, toPatch = Infinity }) => fromPatch <= patch && patch <= toPatch);
    return found?.versions ?? null;
}
/** Every mismatch between the project's configuration and the target; only a PHP the target cannot run on is an error. */
function checkRequirements(input) {
    return [...checkPhp(input), ...checkComposer(input), ...checkServices(input)];
}
function checkPhp({ target, appYamlText }) {
    const wanted = requiredVersions(target, 'php');
    const { php } = (0,app_yaml/* readAppYaml */.J)(appYamlText);
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
                ? `.magento.app.yaml declares PHP ${php}, which ${target} accepts only for the upgrade; it needs ${wanted.join(' or ')}.`
                : `.magento.app.yaml declares PHP ${php}; ${target} runs on ${wanted.join(' or ')}.`,
            fix: `Set type: php:${best} in .magento.app.yaml, or run with update-app-config: true.`
        }
    ];
}
function checkComposer({ target, appYamlText, composerVersion }) {
    const [minimum] = requiredVersions(target, 'composer') ?? [];
    if (minimum === undefined)
        return [];
    const declared = (0,app_yaml/* readAppYaml */.J)(appYamlText).composer;
    const problems = [];
    if (declared !== null && !(0,composer_range/* allowsComposer */.v)(declared, minimum))
        problems.push({
            id: 'requirement-composer',
            severity: 'warning',
            level: 'before',
            message: `.magento.app.yaml installs Composer ${declared}; ${target} needs ${minimum} or newer.`,
            fix: `Set dependencies.php.composer/composer to '${(0,composer_range/* composerRange */.O)(minimum)}', or run with update-app-config: true.`
        });
    if (composerVersion !== null && isOlder(composerVersion, minimum))
        problems.push({
            id: 'requirement-local-composer',
            severity: 'warning',
            message: `Composer on this machine is ${composerVersion}; ${target} needs ${minimum} or newer.`,
            fix: `Update Composer to ${minimum} or newer.`
        });
    return problems;
}
function checkServices({ target, appYamlText, servicesYamlText }) {
    if (servicesYamlText === null)
        return [];
    const { relationships } = (0,app_yaml/* readAppYaml */.J)(appYamlText);
    return (0,services_yaml/* readServicesYaml */.CD)(servicesYamlText).flatMap((service) => {
        const { name, kind, version } = service;
        if (!(0,services_yaml/* isKnownService */.$e)(kind))
            return [];
        const [component, label] = services_yaml/* serviceKinds */.VL[kind];
        const wanted = requiredVersions(target, component);
        if (wanted === null || wanted.some((accepted) => matches(version, accepted)))
            return [];
        const successor = wanted.length > 0 ? kind : instead[component];
        const versions = wanted.length > 0 || successor === undefined ? wanted : (requiredVersions(target, successor) ?? []);
        const wish = successor === undefined ? 'no such service' : `${services_yaml/* serviceKinds */.VL[successor][1]} ${versions.join(' or ')}`;
        return [
            {
                id: `requirement-${component}`,
                severity: 'warning',
                level: 'before',
                comparison: { name: label, key: name, now: version, wanted: wish.trim() },
                message: `.magento/services.yaml has ${label} ${version} (${name}); ${target} needs ${wish.trim()}.`,
                fix: serviceChange(service, successor ?? kind, versions, relationships)
            }
        ];
    });
}
/** `8` accepts 8.0 and 8.1; a service that declares only `2` may be any 2.x. */
function matches(version, accepted) {
    return version === accepted || version.startsWith(`${accepted}.`) || accepted.startsWith(`${version}.`);
}
/** Ranges such as ^2.2 install the newest release, so only exact versions can be too old. */
function isOlder(version, minimum) {
    const [a, b] = [(0,composer_version/* parseComposerVersion */.MS)(version), (0,composer_version/* parseComposerVersion */.MS)(minimum)];
    return a !== null && b !== null && (0,composer_version/* compareComposerVersions */.fw)(a, b) < 0;
}


/***/ }),

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ scanStagedFiles)
/* harmony export */ });
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
function scanStagedFiles(file, secretForms) {
    if (secretForms.some((form) => file.text.includes(form)))
        return 'contains a secret of this run';
    if (file.mapped && file.path === 'vendor/.htaccess')
        return null;
    const names = file.mapped ? neverCommitted : [...neverCommitted, ...unlessMapped];
    const name = names.find(([pattern]) => pattern.test(file.path));
    if (name && !file.tracked)
        return `looks like ${name[1]}`;
    if (file.mapped)
        return null;
    if (privateKey.test(file.text))
        return 'contains a private key';
    if (dumpHead.test(file.text.slice(0, 4096)))
        return 'is a database dump';
    return null;
}


/***/ }),

/***/ 1240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ isKnownService),
/* harmony export */   CD: () => (/* binding */ readServicesYaml),
/* harmony export */   VL: () => (/* binding */ serviceKinds)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7597);
/* harmony import */ var _bounded_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7021);
/* harmony import */ var _read_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4113);
/* harmony import */ var _once_per_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7389);




const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().optional() }).nullable()).nullable();
/** Reads `.magento/services.yaml`; throws UpgradeError `preflight-failed` with the line of broken YAML. */
const readServicesYaml = (0,_once_per_text_js__WEBPACK_IMPORTED_MODULE_3__/* .oncePerText */ .K)((servicesYamlText) => {
    const document = (0,_bounded_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .boundedYaml */ .b)('.magento/services.yaml', servicesYamlText);
    const line = document.errors[0]?.linePos?.[0].line;
    const result = schema.safeParse(document.toJS());
    if (document.errors.length > 0 || !result.success)
        throw (0,_read_json_js__WEBPACK_IMPORTED_MODULE_1__/* .unusable */ ._P)(`.magento/services.yaml is not a valid list of services${line === undefined ? '' : `, line ${line}`}.`, 'Fix .magento/services.yaml and commit it.');
    return Object.entries(result.data ?? {}).flatMap(([name, service]) => {
        const [kind, version] = (service?.type ?? '').split(':');
        return kind && version ? [{ name, kind, version }] : [];
    });
});
/** Types of `.magento/services.yaml` with the component in the requirements and the common name. */
const serviceKinds = {
    mysql: ['mariadb', 'MariaDB'],
    mariadb: ['mariadb', 'MariaDB'],
    opensearch: ['opensearch', 'OpenSearch'],
    elasticsearch: ['elasticsearch', 'Elasticsearch'],
    rabbitmq: ['rabbitmq', 'RabbitMQ'],
    redis: ['redis', 'Redis'],
    valkey: ['valkey', 'Valkey']
};
/** Whether the requirements cover the type of a service. */
function isKnownService(kind) {
    return Object.hasOwn(serviceKinds, kind);
}


/***/ }),

/***/ 2695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ isRefused),
  C: () => (/* binding */ withProject)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/project/app-yaml.js
var app_yaml = __webpack_require__(7023);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-project.js + 1 modules
var composer_project = __webpack_require__(8792);
;// CONCATENATED MODULE: ./.tmp/compiled/src/data/php-extensions.json
const php_extensions_namespaceObject = /*#__PURE__*/JSON.parse('{"XO":["bcmath","bz2","calendar","ctype","curl","dom","exif","fileinfo","filter","ftp","gd","gettext","hash","iconv","intl","json","libxml","mbstring","mysqli","openssl","pcntl","pcre","pdo","pdo_mysql","posix","session","simplexml","soap","sockets","sodium","spl","sysvmsg","sysvsem","sysvshm","tokenizer","xml","xmlreader","xmlwriter","xsl","zip","zlib"]}');
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-platform.js

/**
 * The platform for the resolver: the newest patch release of the PHP in `.magento.app.yaml` and the extensions of the
 * Cloud image, whatever this machine runs.
 */
function composerPlatform(phpVersion, extensions) {
    const [major = '8', minor = '0'] = phpVersion.split('.');
    const version = `${major}.${minor}.99`;
    const names = [...new Set([...php_extensions_namespaceObject.XO, ...extensions])];
    return { php: version, ...Object.fromEntries(names.map((name) => [`ext-${name.toLowerCase()}`, version])) };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/plan/runtime.js
var runtime = __webpack_require__(4464);
;// CONCATENATED MODULE: ./.tmp/compiled/src/data/releases.json
const releases_namespaceObject = /*#__PURE__*/JSON.parse('{"e4":["2.0.0","2.0.1","2.0.2","2.0.3","2.0.4","2.0.5","2.0.6","2.0.7","2.0.8","2.0.9","2.0.10","2.0.11","2.0.12","2.0.13","2.0.14","2.0.15","2.0.16","2.0.17","2.0.18","2.1.0","2.1.1","2.1.2","2.1.3","2.1.4","2.1.5","2.1.6","2.1.7","2.1.8","2.1.9","2.1.10","2.1.11","2.1.12","2.1.13","2.1.14","2.1.15","2.1.16","2.1.17","2.1.18","2.2.0","2.2.1","2.2.2","2.2.3","2.2.4","2.2.5","2.2.6","2.2.7","2.2.8","2.2.9","2.2.10","2.2.11","2.3.0","2.3.1","2.3.2","2.3.2-p2","2.3.3","2.3.3-p1","2.3.4","2.3.4-p2","2.3.5","2.3.5-p1","2.3.5-p2","2.3.6","2.3.6-p1","2.3.7","2.3.7-p1","2.3.7-p2","2.3.7-p3","2.3.7-p4","2.4.0","2.4.0-p1","2.4.1","2.4.1-p1","2.4.2","2.4.2-p1","2.4.2-p2","2.4.3","2.4.3-p1","2.4.3-p2","2.4.3-p3","2.4.4","2.4.4-p1","2.4.4-p2","2.4.4-p3","2.4.4-p4","2.4.4-p5","2.4.4-p6","2.4.4-p7","2.4.4-p8","2.4.4-p9","2.4.4-p10","2.4.4-p11","2.4.4-p12","2.4.4-p13","2.4.4-p14","2.4.4-p15","2.4.4-p16","2.4.4-p17","2.4.4-p18","2.4.5","2.4.5-p1","2.4.5-p2","2.4.5-p3","2.4.5-p4","2.4.5-p5","2.4.5-p6","2.4.5-p7","2.4.5-p8","2.4.5-p9","2.4.5-p10","2.4.5-p11","2.4.5-p12","2.4.5-p13","2.4.5-p14","2.4.5-p15","2.4.5-p16","2.4.5-p17","2.4.6","2.4.6-p1","2.4.6-p2","2.4.6-p3","2.4.6-p4","2.4.6-p5","2.4.6-p6","2.4.6-p7","2.4.6-p8","2.4.6-p9","2.4.6-p10","2.4.6-p11","2.4.6-p12","2.4.6-p13","2.4.6-p14","2.4.6-p15","2.4.7","2.4.7-p1","2.4.7-p2","2.4.7-p3","2.4.7-p4","2.4.7-p5","2.4.7-p6","2.4.7-p7","2.4.7-p8","2.4.7-p9","2.4.7-p10","2.4.8","2.4.8-p1","2.4.8-p2","2.4.8-p3","2.4.8-p4","2.4.8-p5","2.4.9"]}');
// EXTERNAL MODULE: ./.tmp/compiled/src/project/product-version.js
var product_version = __webpack_require__(8050);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/target.js
var project_target = __webpack_require__(9179);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/likely-version.js



/**
 * The version whose requirements decide the PHP to resolve for, before the resolver has run: the target if it names
 * one, the present version for `latest-patch`, the newest known release for `latest`.
 */
function likelyVersion(target, current) {
    const parsed = (0,project_target/* parseTarget */.h)(target);
    if ('version' in parsed)
        return parsed.version;
    if (parsed.kind === 'line-newest')
        return parsed.line;
    if (parsed.kind === 'latest-patch')
        return current;
    return (releases_namespaceObject.e4
        .filter((version) => (0,product_version/* isStable */.MQ)(version))
        .sort(product_version/* compareVersions */.Zy)
        .at(-1) ?? current);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/preflight-error.js
var preflight_error = __webpack_require__(9980);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/with-other-problems.js


const beforeAnything = ['preflight-failed', 'bad-input', 'bad-secret'];
/** An error that prevents an upgrade, together with problems known before it; any other error unchanged. */
function withOtherProblems(error, known) {
    if (!(error instanceof errors/* UpgradeError */.fy) || !beforeAnything.includes(error.code))
        return error;
    const { code, message, next, problems } = error;
    const told = problems.length > 0 ? problems : [{ id: code, severity: 'error', message, fix: next }];
    const ids = new Set(known.map(({ id }) => id));
    return (0,preflight_error/* preflightError */.s)([...known, ...told.filter(({ id }) => !ids.has(id))]) ?? error;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/url-credentials.js
var url_credentials = __webpack_require__(8914);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/secret.js
var secret = __webpack_require__(9678);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/repository-login.js
var repository_login = __webpack_require__(2586);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/composer/composer-repository.js
var composer_repository = __webpack_require__(8772);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/await-repositories.js


const longestPause = 120;
/**
 * Waits before Composer asks its repositories again: as long as the overloaded one says (Retry-After), otherwise 5,
 * then 20 seconds. Returns false if one wants more than two minutes; waiting that long is the user's decision.
 */
async function awaitRepositories(tools, repositories, keys, attempt) {
    const asked = repositories.map(async (repository) => {
        const login = (0,repository_login/* repositoryLogin */.I)(repository, keys);
        return login === null ? 0 : ((await (0,composer_repository/* askOnce */.R)(tools, repository.url, login.headers)).retryAfterSeconds ?? 0);
    });
    const pause = Math.max(0, ...(await Promise.all(asked))) || 5 * 4 ** (attempt - 1);
    if (pause > longestPause) {
        tools.logger.warn(`A package repository asks for a pause of ${pause} seconds, which is too long to wait.`);
        return false;
    }
    tools.logger.warn(`A package repository is overloaded; Composer tries again in ${pause === 1 ? '1 second' : `${pause} seconds`}.`);
    await tools.clock.pause(pause);
    return true;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/json-edit.js
var json_edit = __webpack_require__(6101);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-lock.js
var composer_lock = __webpack_require__(7530);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/name-pattern.js
var name_pattern = __webpack_require__(4034);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/path-submodules.js



/**
 * The submodules that packages of `type: path` repositories come from, by the addresses in composer.json (with the
 * patterns of PHP's glob) and by the packages in composer.lock from such places.
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
    const repositories = Object.values(Object((0,json_edit/* valueAt */.fK)(composerJsonText, ['repositories'])));
    return repositories.flatMap((repository) => {
        const { type, url } = Object(repository);
        return type === 'path' && typeof url === 'string' ? expandBraces(url) : [];
    });
}
function lockedPaths(composerLockText) {
    const lock = (0,composer_lock/* readLock */.mF)(composerLockText);
    return [...lock.packages, ...(lock['packages-dev'] ?? [])].flatMap(({ dist }) => dist?.['type'] === 'path' && typeof dist['url'] === 'string' ? [dist['url']] : []);
}
/** Expands `a/{b,c}` as Composer does for glob; none for what no file system allows, or no project has. */
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
/** Whether a package at `url` is inside the submodule at `path`, or contains it. */
function meet(url, path) {
    const parts = partsOf(url);
    return !url.startsWith('/') && partsOf(path).every((name, index) => isMatch(parts[index], name));
}
function depth(url) {
    return partsOf(url).length;
}
function partsOf(url) {
    return url.split('/').filter((part) => part !== '' && part !== '.');
}
// A package above the submodule contains it.
function isMatch(part, name) {
    return part === undefined || (0,name_pattern/* namePattern */._)(part).test(name);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/git/check-out-submodules.js


/**
 * Fills the submodules that composer.json's path repositories need in the scratch work tree, at the commits that the
 * project records, from objects in the developer's checkout: without network, hooks, filters or any configuration of
 * the submodule. `prefix` is the project's folder, as `shop/`. Throws UpgradeError `preflight-failed` that names all
 * missing ones.
 */
async function checkOutSubmodules(tools, checkout, prefix) {
    const inside = (await gitlinks(tools.scratch)).filter(({ path }) => path.startsWith(prefix));
    const own = inside.map(({ path, commit }) => ({ path: path.slice(prefix.length), commit }));
    const found = pathSubmodules(checkout.composerJson, checkout.composerLock, own);
    const needed = found.map((submodule) => ({ ...submodule, path: prefix + submodule.path }));
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
/** Path to name, from the commit's .gitmodules. */
async function submoduleNames(scratch) {
    const asked = ['--blob=HEAD:.gitmodules', '--get-regexp', String.raw `^submodule\..*\.path$`];
    const { stdout } = await scratch.run('config', '-z', ...asked);
    const rows = stdout.split('\0').flatMap((row) => {
        const [, name = '', path = ''] = /^submodule\.([\s\S]*)\.path\n([\s\S]*)$/.exec(row) ?? [];
        // A name must be a folder below .git/modules.
        return name === '' || name.split('/').includes('..') ? [] : [[path, name]];
    });
    return new Map(rows);
}
async function fill(tools, { path, commit }, name) {
    const { scratch, files } = tools;
    const inside = scratch.in(files.join(scratch.folder, path));
    // Next to the scratch checkout, to be removed with it. With a .git folder inside, Composer would lock the commit.
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
/**
 * Git folders of this machine that may have the commit: the checked-out submodule's, and the one below .git/modules.
 */
async function sources({ git, files }, path, name) {
    const folder = files.join(git.folder, path);
    const present = await files.exists(files.join(folder, '.git'));
    const own = present ? await git.in(folder).run('rev-parse', '--absolute-git-dir') : null;
    const common = (await git.read('rev-parse', '--path-format=absolute', '--git-common-dir')).trim();
    const kept = name === undefined ? [] : [files.join(common, 'modules', name)];
    return [...(own?.exitCode === 0 ? [own.stdout.trim()] : []), ...kept];
}
// The work tree in its configuration may be gone; reading needs none.
function at(gitFolder) {
    return [`--git-dir=${gitFolder}`, '--work-tree=.'];
}
// git-lfs would use the network, for files that Composer does not read.
const plainly = [
    'core.hooksPath=/dev/null',
    'submodule.recurse=false',
    'filter.lfs.smudge=',
    'filter.lfs.process=',
    'filter.lfs.required=false'
].flatMap((setting) => ['-c', setting]);
const tagLine = '--format=create %(refname) %(objectname)';
/** Composer takes the version of a package that has none from the tag of its commit. */
async function copyTags(inside, { stdout }) {
    if (stdout.trim() !== '')
        await inside.feed(stdout, 'update-ref', '--stdin').catch(() => '');
}
function notHere(missing, root) {
    const paths = missing.map(({ path }) => path);
    const which = missing.map(({ path, commit }) => `${path} (commit ${commit.slice(0, 12)})`);
    const many = missing.length > 1;
    return new errors/* UpgradeError */.fy('preflight-failed', {
        message: `Packages of composer.json come from the git ${many ? 'submodules' : 'submodule'} ${which.join(', ')}, which ${many ? 'are' : 'is'} not in ${root}.`,
        next: `Run git submodule update --init ${paths.join(' ')} there (submodules: true for actions/checkout), then run again.`
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/git/read-checkout.js

/**
 * Reads the files of the project in `folder`; `root` works at the root of the same checkout, where the platform looks
 * for services. Throws UpgradeError `preflight-failed` that names every missing one, and for a project of several
 * applications says where they are described.
 */
async function readCheckout(files, folder, root) {
    const read = (name) => files.read(files.join(folder, name));
    const required = ['composer.json', 'composer.lock', '.magento.app.yaml'];
    const [composerJson, composerLock, appYaml] = await Promise.all(required.map(read));
    if (composerJson == null || composerLock == null || appYaml == null) {
        const missing = required.filter((_, index) => [composerJson, composerLock, appYaml][index] == null);
        throw incomplete(missing, appYaml === null ? await describedElsewhere(root) : []);
    }
    const services = files.read(files.join(root.folder, '.magento/services.yaml'));
    const [servicesYaml, gitignore] = await Promise.all([services, read('.gitignore')]);
    return { folder, composerJson, composerLock, appYaml, servicesYaml, gitignore };
}
const most = 5;
/** Where else the repository describes applications: in separate folders, or together in one file. */
async function describedElsewhere(git) {
    const patterns = [':(glob)**/.magento.app.yaml', ':(glob)**/.magento/applications.yaml'];
    const { stdout } = await git.run('ls-files', '-z', '--', ...patterns);
    return stdout.split('\0').filter((path) => path !== '');
}
function incomplete(missing, elsewhere) {
    const rest = elsewhere.length - most;
    const named = `${elsewhere.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
    return new errors/* UpgradeError */.fy('preflight-failed', {
        message: `The committed project lacks ${missing.join(' and ')}${elsewhere.length > 0 ? `; the applications of its repository are described in ${named}` : ''}.`,
        next: nextOf(elsewhere)
    });
}
function nextOf(elsewhere) {
    if (elsewhere.length === 0)
        return 'Set working-directory to the root of the Cloud project and commit the missing files.';
    if (elsewhere.some((path) => path.endsWith('.magento.app.yaml')))
        return 'Set working-directory to the folder of the shop among these, which contains its composer.json and .magento.app.yaml.';
    return 'An upgrade needs .magento.app.yaml next to composer.json: upgrade this project by hand. backup, verify and diagnose work for it, with app: NAME.';
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/head.js
var git_head = __webpack_require__(1635);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/remote-branch.js
var remote_branch = __webpack_require__(9692);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/git/find-start.js


/**
 * Finds the commit that an upgrade starts from: the remote's tip of the named branch, whatever is checked out; HEAD if
 * no branch was named. Returns the problem if the remote's tip cannot be fetched.
 */
async function findStart(git, input) {
    const { branch, remote, expectedTip } = input;
    if (branch === '') {
        const head = await (0,git_head/* currentBranch */.e)(git);
        return { branch: head, base: (await git.read('rev-parse', 'HEAD')).trim(), warnings: [] };
    }
    const noBranch = error('git-no-branch', `There is no branch ${branch} on ${remote}.`, 'Correct the branch input.');
    if ((await git.run('check-ref-format', `refs/heads/${branch}`)).exitCode !== 0)
        return noBranch;
    const answer = await (0,remote_branch/* askRemoteBranch */.IX)(git, remote, branch);
    if (!answer.answered)
        return (await lastSeen(git, input)) ?? (await silent(git, remote, answer.text));
    if (answer.commit === null)
        return noBranch;
    if (expectedTip !== null && answer.commit !== expectedTip)
        return moved(input, answer.commit);
    const base = (await isHere(git, answer.commit)) ? answer.commit : await (0,remote_branch/* fetchBranch */.D_)(git, remote, branch);
    // The branch may have moved between the two calls.
    if (expectedTip !== null && base !== expectedTip)
        return moved(input, base);
    return { branch, base, warnings: await ownCommits(git, input, base) };
}
async function isHere(git, commit) {
    return (await git.run('cat-file', '-e', `${commit}^{commit}`)).exitCode === 0;
}
/** Without a push, the clone's remote-tracking branch is enough. */
async function lastSeen(git, { branch, remote, pushes, expectedTip }) {
    if (pushes)
        return null;
    const remembered = expectedTip ?? `refs/remotes/${remote}/${branch}`;
    const found = await git.run('rev-parse', '--quiet', '--verify', `${remembered}^{commit}`);
    if (found.exitCode !== 0)
        return null;
    const message = `The remote ${remote} does not answer; using ${branch} as last fetched.`;
    const fix = 'Nothing is pushed from it. To use the newest commit, give git the credentials of the remote.';
    return { branch, base: found.stdout.trim(), warnings: [{ id: 'git-remote', severity: 'warning', message, fix }] };
}
async function silent(git, remote, text) {
    if ((await git.run('remote', 'get-url', remote)).exitCode !== 0)
        return error('git-remote', `There is no git remote named ${remote}.`, 'Set the remote input, or add the remote.');
    const last = text.split('\n').at(-1) ?? '';
    return error('git-remote', `The remote ${remote} does not answer: ${last}`, 'Check the credentials of the remote.');
}
function moved({ branch, remote, expectedTip }, tip) {
    return error('git-moved', `${branch} on ${remote} is at ${tip.slice(0, 12)} by now, but this run is for ${(expectedTip ?? '').slice(0, 12)}.`, 'Check the newer commits, then start a new run for them (remove the label from the pull request and add it again).');
}
async function ownCommits(git, { branch, remote }, base) {
    const ours = (await git.run('rev-parse', '--quiet', '--verify', `refs/heads/${branch}^{commit}`)).stdout.trim();
    if (ours === '' || ours === base)
        return [];
    if ((await git.run('merge-base', '--is-ancestor', ours, base)).exitCode === 0)
        return [];
    const message = `${branch} has commits here that are not on ${remote}: the upgrade starts from ${remote} without them.`;
    const fix = `Push them first, or omit the branch option to start from what is checked out.`;
    return [{ id: 'git-ahead', severity: 'warning', message, fix }];
}
function error(id, message, fix) {
    return { id, severity: 'error', message, fix };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/preflight/check-git.js + 1 modules
var check_git = __webpack_require__(8265);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files.js + 2 modules
var files = __webpack_require__(9328);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/project-root.js



/** The absolute working directory. Throws UpgradeError `bad-input` if it does not exist. */
async function workingDirectory(path) {
    const folder = files/* files */.a.resolve(path);
    if (await files/* files */.a.exists(folder))
        return folder;
    throw new errors/* UpgradeError */.fy('bad-input', {
        message: `The working directory ${folder} does not exist.`,
        next: 'Set working-directory to the root of the Cloud project.'
    });
}
/**
 * The place of git's folder in its repository: one of several applications may have its own folder. Throws UpgradeError
 * `preflight-failed` outside of a repository.
 */
async function placeOf(git) {
    const { exitCode, stdout, stderr } = await git.run('rev-parse', '--show-toplevel', '--show-prefix');
    const [root = '', prefix = ''] = stdout.split('\n');
    if (exitCode === 0)
        return { root, prefix };
    const outside = /not a git repository|must be run in a work tree/i.test(stderr);
    const owner = /dubious ownership in repository at '([^']+)'/.exec(stderr)?.[1];
    throw new errors/* UpgradeError */.fy('preflight-failed', {
        message: outside
            ? `The folder ${git.folder} is not in a git repository.`
            : `git fails in ${git.folder}: ${(0,redact_evidence/* redactEvidence */.H)(stderr.trim().split('\n').at(-1) ?? '')}`,
        next: owner === undefined
            ? 'Set working-directory to the root of the Cloud project, as cloned by git.'
            : `Another user owns the repository. To trust it: git config --global --add safe.directory ${owner}`
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-auth.js
var composer_auth = __webpack_require__(5875);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/read-json.js
var read_json = __webpack_require__(4113);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/composer-json-secrets.js



// Keys next to a secret that are not secret: user names, and paths of files.
const composer_json_secrets_open = new Set(['username', 'local_cert', 'local_pk', 'consumer-key', 'expires-at', 'access-token-expiration']);
/**
 * The secrets that a composer.json holds: credentials in addresses and in the `config` section, whatever their shape,
 * and authentication headers of repositories.
 */
function composerJsonSecrets(composerJson) {
    const root = (0,read_json/* parsed */.Yz)(composerJson);
    const inConfig = composer_auth/* authKinds */.Wj.flatMap((kind) => strings(root?.config?.[kind]));
    const headers = strings(root).flatMap(url_credentials/* headerSecrets */.n3);
    return [...new Set([...(0,url_credentials/* urlCredentials */.O4)(composerJson), ...inConfig, ...headers])];
}
function strings(value) {
    if (typeof value === 'string')
        return value === '' ? [] : [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, inner]) => (composer_json_secrets_open.has(key) ? [] : strings(inner)));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/committed-keys.js

/** The problems with them, which name only the host. All are warnings: Composer would work with them. */
function committedKeyProblems({ trackedAuth, repositories, config, stale }) {
    const inUrls = [...new Set(repositories.filter(({ inUrl }) => inUrl?.password).map(({ host }) => host))];
    const inConfig = (0,composer_auth/* hostsOf */.PP)(config);
    return [
        ...(trackedAuth === null ? [] : [tracked((0,composer_auth/* hostsOf */.PP)(trackedAuth), stale.trackedAuth)]),
        ...(inUrls.length === 0 ? [] : [inJson('the address of a repository', inUrls, stale.addresses)]),
        ...(inConfig.length === 0 ? [] : [inJson('its config section', inConfig, stale.config)])
    ];
}
function tracked(hosts, stale) {
    const what = hosts.length === 0 ? 'without keys' : `with keys for ${hosts.join(', ')}`;
    return {
        id: 'auth-json-tracked',
        severity: 'warning',
        message: `auth.json is tracked by git, ${what}: everybody who can read the repository has them${passedOver(stale, 'the file')}.`,
        fix: 'Set env:COMPOSER_AUTH on the Cloud project (visible at build), then git rm --cached auth.json, take !/auth.json out of .gitignore, and have the keys renewed.'
    };
}
function inJson(where, hosts, stale) {
    return {
        id: 'composer-keys-in-json',
        severity: 'warning',
        message: `composer.json holds credentials for ${hosts.join(', ')} in ${where}: everybody who can read the repository has them, and Composer takes them before those of its home${passedOver(stale, 'composer.json')}.`,
        fix: 'Move them to COMPOSER_AUTH (env:COMPOSER_AUTH on the Cloud project), take them out of composer.json, and have them renewed.'
    };
}
function passedOver(stale, place) {
    if (stale.length === 0)
        return '';
    return `; it is stale for ${stale.join(', ')}: other keys were given and used here, while a build on the Cloud and every clone would still take those of ${place}`;
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-repositories.js
var composer_repositories = __webpack_require__(545);
;// CONCATENATED MODULE: ./.tmp/compiled/src/project/magento-keys.js



/** The host of the Magento repository (commerce.md, 2026-11). */
const magentoHost = 'repo.magento.com';
/**
 * composer-username and composer-password as credentials of their one host: the Magento repository, or the host that
 * composer-host names. composer.json alone does not decide, since anyone who edits it would get the keys; only a
 * repository on this machine needs no naming. Null without keys. Throws UpgradeError `bad-secret` if they are
 * incomplete, have no repository, or would go over plain http; `bad-input` for an unusable composer-host.
 */
function magentoKeys({ username, password, host, repositories }) {
    const named = readHost(host);
    if (username === '' && password === '')
        return null;
    if (username === '' || password === '')
        throw (0,composer_auth/* badComposerKeys */._z)(`composer-${username === '' ? 'username' : 'password'} is empty`);
    const wanted = named || magentoHost;
    const owners = repositories.filter((repository) => repository.host.toLowerCase() === wanted);
    const [owner] = owners.length > 0 || named !== '' ? owners : onlyLoopback(repositories);
    if (!owner)
        throw noOwner(wanted, repositories);
    if (owners.some(({ url, host: other }) => url.startsWith('http:') && !(0,composer_repositories/* isLoopback */.U9)(other)))
        throw (0,composer_auth/* badComposerKeys */._z)(`composer.json accesses ${owner.host} over http, where anyone on the network could read them`, `Write https://${owner.host} in the repositories of composer.json.`);
    return { 'http-basic': { [owner.host]: { username, password } } };
}
/** Traffic to a port of this machine does not leave it. */
function onlyLoopback(repositories) {
    const hosts = new Set(repositories.map(({ host }) => host));
    return hosts.size === 1 ? repositories.filter(({ host }) => (0,composer_repositories/* isLoopback */.U9)(host)) : [];
}
function readHost(option) {
    const text = option.trim().toLowerCase();
    const host = /^(?:https:\/\/)?((?:[a-z0-9][a-z0-9.-]*|\[[0-9a-f:]+\])(?::\d{1,5})?)\/?$/.exec(text)?.[1];
    if (text === '' || host !== undefined)
        return host ?? '';
    throw new errors/* UpgradeError */.fy('bad-input', {
        message: 'composer-host is not a host.',
        next: 'Set it to the host of the repository only, such as repo.magento.com or packages.example.com:8443.'
    });
}
function noOwner(wanted, repositories) {
    const others = [...new Set(repositories.map(({ host }) => host))];
    const instead = others.length === 0 ? 'no repository over http' : others.join(', ');
    return (0,composer_auth/* badComposerKeys */._z)(`composer-username and composer-password are for ${wanted}, but composer.json names ${instead}`, `Set composer-host to the host that they are for, or set keys for each host in composer-auth or COMPOSER_AUTH: {"http-basic": {"HOST": {"username": "...", "password": "..."}}}.`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/expect-magento-keys.js


const forks = 'Set composer-username and composer-password, or COMPOSER_AUTH. A secret with a misspelt name is empty, and pull requests from forks get no secrets.';
/**
 * Requires keys if it is clear without a request that none will work: the Magento repository answers nobody without a
 * public and a private key. Throws UpgradeError `bad-secret` if they are missing, empty, or the placeholders of a
 * sample file.
 */
function expectMagentoKeys({ auth, origins, repositories }) {
    const host = repositories.find((repository) => isPlainMagento(repository))?.host;
    if (host === undefined)
        return;
    const entries = (0,composer_auth/* entriesOf */.Mc)(auth, host);
    if (entries.length === 0)
        throw (0,composer_auth/* badComposerKeys */._z)(`${host} needs keys, and there are none for it`, forks);
    const basic = entries.find(([kind]) => kind === 'http-basic')?.[1];
    if (basic === undefined)
        return;
    const source = origins.get(host) ?? 'auth.json';
    for (const name of ['username', 'password']) {
        const value = basic[name];
        if (value.trim() === '')
            throw (0,composer_auth/* badComposerKeys */._z)(`${source}: http-basic.${host}.${name} is empty`, forks);
        if (/^<.*>$/.test(value))
            throw (0,composer_auth/* badComposerKeys */._z)(`${source}: http-basic.${host}.${name} is a placeholder`, forks);
    }
}
// Credentials in the address, or custom headers, may replace keys.
function isPlainMagento({ host, inUrl, hasOptions }) {
    return host.toLowerCase() === magentoHost && inUrl === null && !hasOptions;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/project/project-hosts.js

// Both forms of an address: scheme://user@host:port/… and git's own user@host:path. Bounded, so linear.
const schemes = /:(?:\\?\/){2}(?:[^\s"'/@\\]{0,1000}@)?(\[[0-9a-f:.]{2,50}\](?::\d{1,5})?|[a-z0-9][a-z0-9._-]{0,252}(?::\d{1,5})?)/gi;
const scpLike = /"(?:[a-z0-9._-]{1,64}@)([a-z0-9][a-z0-9.-]{0,252}):/gi;
// Hosts that composer.json need not name: Packagist, and GitHub, where most of its packages come from.
const always = ['packagist.org', 'repo.packagist.org', 'github.com', 'api.github.com', 'codeload.github.com'];
/** The hosts, in lower case, that Composer may contact for this project, from its composer.json and composer.lock. */
function projectHosts(composerJson, composerLock) {
    const found = [composerJson, composerLock].flatMap((text) => [...text.matchAll(schemes), ...text.matchAll(scpLike)]);
    return new Set([...always, ...found.map(([, host = '']) => host.toLowerCase())]);
}
/** `auth` without hosts that the project does not use, so that Composer's plugins cannot read their credentials. */
function authForHosts(auth, hosts) {
    const settings = Object.entries(auth).filter(([key]) => !composer_auth/* authKinds */.Wj.some((kind) => kind === key));
    const kept = {};
    for (const host of (0,composer_auth/* hostsOf */.PP)(auth).filter((name) => belongs(name, hosts)))
        for (const [kind, value] of (0,composer_auth/* entriesOf */.Mc)(auth, host))
            kept[kind] = { ...kept[kind], [host]: value };
    return { ...Object.fromEntries(settings), ...kept };
}
/** GitLab may be below a path; api.HOST gets the credentials of HOST (Composer's AuthHelper). */
function belongs(name, hosts) {
    const host = name.toLowerCase().split('/')[0] ?? '';
    return hosts.has(host) || hosts.has(`api.${host}`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/collect-composer-keys.js






const inConfig = 'the config section of composer.json';
/**
 * Collects the credentials of all sources, only for the hosts of the project. A tracked auth.json is removed from the
 * scratch checkout, but not from its index: Composer would prefer it to the given credentials. Throws UpgradeError
 * `bad-secret` for unusable credentials, before anything is sent.
 */
async function collectComposerKeys({ scratch, files }, given) {
    const { checkout, project } = given;
    const { repositories } = project;
    const committed = await takeOutTrackedAuth(scratch, files);
    const name = committed === null ? 'auth.json' : 'the tracked auth.json';
    const authJson = (0,composer_auth/* parseComposerAuth */.g1)('auth.json in the project root', given.authJson ?? committed ?? '');
    const config = (0,composer_auth/* configAuth */.vD)(project.config);
    const explicit = givenSources(given);
    const merged = (0,composer_auth/* mergeComposerAuth */.LI)([...explicit, { name, auth: authJson }, { name: inConfig, auth: config }]);
    const { origins, passedOver } = merged;
    const overruled = new Set(explicit.flatMap(({ auth }) => (auth === null ? [] : (0,composer_auth/* hostsOf */.PP)(auth))));
    const hosts = new Set([...projectHosts(checkout.composerJson, checkout.composerLock), ...(0,composer_auth/* hostsOf */.PP)(config)]);
    const auth = authForHosts(withAddressKeys(merged.auth, repositories), hosts);
    expectMagentoKeys({ auth, origins, repositories });
    const from = (source) => passedOver.flatMap((key) => (key.source === source ? key.host : []));
    const addresses = repositories.filter((repository) => isStale(repository, merged.auth, overruled));
    const problems = committedKeyProblems({
        repositories,
        config,
        trackedAuth: committed === null ? null : (authJson ?? {}),
        stale: { trackedAuth: from(name), config: from(inConfig), addresses: addresses.map(({ host }) => host) }
    });
    // Committed credentials are reported elsewhere.
    const told = committed === null ? [inConfig] : [inConfig, name];
    const disagreements = merged.problems.filter((_, index) => !told.includes(passedOver[index]?.source ?? ''));
    return { auth, origins, overruled, problems: [...disagreements, ...problems] };
}
/** Credentials given to this very run, strongest first. */
function givenSources(given) {
    const pair = magentoKeys({ ...given, repositories: given.project.repositories });
    return [
        { name: 'composer-username and composer-password', auth: pair },
        { name: 'composer-auth', auth: (0,composer_auth/* parseComposerAuth */.g1)('the input composer-auth', given.input) },
        { name: 'COMPOSER_AUTH', auth: (0,composer_auth/* parseComposerAuth */.g1)('the environment variable COMPOSER_AUTH', given.environment) }
    ];
}
/** Whether an address has other credentials than those given for its host. */
function isStale({ host, inUrl }, auth, overruled) {
    const known = auth['http-basic']?.[host];
    const same = known?.username === inUrl?.username && known?.password === inUrl?.password;
    return Boolean(inUrl?.password) && overruled.has(host) && !same;
}
/**
 * Composer learns credentials in an address only when it reads that index, which an installation from a lock does not.
 */
function withAddressKeys(auth, repositories) {
    const known = new Set((0,composer_auth/* hostsOf */.PP)(auth));
    const found = repositories.flatMap(({ url, host, inUrl }) => {
        const safe = url.startsWith('https:') || (0,composer_repositories/* isLoopback */.U9)(host);
        return inUrl?.password && safe && !known.has(host) ? [[host, { ...inUrl, password: inUrl.password }]] : [];
    });
    return { ...auth, 'http-basic': { ...auth['http-basic'], ...Object.fromEntries(found) } };
}
async function takeOutTrackedAuth(scratch, files) {
    const path = files.join(scratch.folder, 'auth.json');
    const text = await files.read(path);
    if (text === null)
        return null;
    // skip-worktree: status and commit consider the file unchanged.
    await scratch.read('update-index', '--skip-worktree', 'auth.json');
    await files.remove(path);
    return text;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/project-keys.js




/** The credentials for Composer. Credentials of the project and this machine are redacted as soon as they are read. */
async function projectKeys({ options, context, addSecrets, addCommittedSecrets }, folder, { scratch, checkout, project }) {
    const authJson = await files/* files */.a.read(files/* files */.a.join(folder, 'auth.json'));
    addSecrets(authJson ?? (await files/* files */.a.read(files/* files */.a.join(scratch.folder, 'auth.json'))) ?? '');
    addCommittedSecrets([...composerJsonSecrets(checkout.composerJson), ...(0,url_credentials/* urlCredentials */.O4)(checkout.composerLock)]);
    return collectComposerKeys({ scratch, files: files/* files */.a }, {
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

// EXTERNAL MODULE: ./.tmp/compiled/src/steps/preflight/check-composer.js
var check_composer = __webpack_require__(3173);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/child-environment.js
var child_environment = __webpack_require__(682);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/composer/git-access.js
var git_access = __webpack_require__(5636);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files/private-folder.js
var private_folder = __webpack_require__(9334);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/composer.js




const timeoutSeconds = 1800;
const noSecurityBlocking = 'COMPOSER_NO_SECURITY_BLOCKING';
/** `composer` with an allow-listed environment: no token, no MAGENTO_CLOUD_*, no configuration of the machine. */
function createComposer(run, options) {
    const env = composerEnvironment(options);
    const { isolation, home, guarded = { sealed: [], hidden: [] } } = options;
    const isolated = (argv, how, more = []) => {
        const writable = [...new Set([home, how.cwd, ...more].map(private_folder/* privateFolderOf */.Je))];
        return isolation === undefined ? run(argv, how) : isolation.run(argv, how, { writable, ...guarded });
    };
    return {
        versions: () => versionsOnce(run, { env, cwd: options.home }),
        run: (folder, args, { composerFile, onLine, securityBlocking, signal } = {}) => {
            const argv = ['composer', '--no-interaction', '--no-ansi', ...args];
            const how = {
                cwd: folder,
                env: {
                    ...env,
                    ...(composerFile !== undefined && { COMPOSER: composerFile }),
                    ...(securityBlocking === false && { [noSecurityBlocking]: '1' })
                },
                timeoutSeconds,
                ...(signal && { signal }),
                ...(onLine && { onStderrLine: onLine })
            };
            const more = composerFile === undefined ? [] : [(0,external_node_path_.dirname)(composerFile)];
            // Without plugins only Composer's own code runs.
            return args.includes('--no-plugins') ? run(argv, how) : isolated(argv, how, more);
        },
        php: (folder, args) => isolated(['php', ...args], { cwd: folder, env, timeoutSeconds })
    };
}
// Asked once per run: starting Composer takes longer than most of a plan.
const known = new WeakMap();
function versionsOnce(run, how) {
    const ofRun = known.get(run) ?? new Map();
    known.set(run, ofRun);
    const path = String(how.env['PATH']);
    const asked = ofRun.get(path) ?? askVersions(run, how);
    ofRun.set(path, asked);
    return asked;
}
async function askVersions(run, how) {
    // --version works without any project, but not every release names PHP there.
    const [composer, php] = await Promise.all([
        run(['composer', '--version', '--no-ansi'], how),
        run(['php', '-n', '-r', 'echo PHP_VERSION;'], how)
    ]);
    const version = /Composer (?:version )?(\d+\.\d+\.\d+)/.exec(composer.stdout)?.[1];
    return version && php.exitCode === 0 ? { composer: version, php: php.stdout } : null;
}
function composerEnvironment(options) {
    return {
        ...(0,child_environment/* childEnvironment */.Qc)(options.environment, {}),
        // For the git that Composer starts for private repositories.
        ...(0,git_access/* composerSshVariables */.U)(options.environment),
        LC_ALL: 'C.UTF-8',
        HOME: options.home,
        COMPOSER_HOME: options.home,
        // With a warm cache Composer answers from the cache and exits 0, even if the key is refused.
        COMPOSER_CACHE_DIR: `${options.home}/cache`,
        // Without it Composer as root silently disables plugins, and nothing is marshaled.
        COMPOSER_ALLOW_SUPERUSER: '1',
        COMPOSER_NO_INTERACTION: '1',
        COMPOSER_MEMORY_LIMIT: '-1',
        COMPOSER_NO_AUDIT: '1',
        COMPOSER_PROCESS_TIMEOUT: String(timeoutSeconds),
        // Composer wraps its messages at the terminal's width, which would break the patterns that we match.
        COLUMNS: '10000',
        ...(!options.securityBlocking && { [noSecurityBlocking]: '1' })
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/composer-home.js
/**
 * Runs `task` with a private COMPOSER_HOME outside the work tree, and removes it afterwards: the machine's global
 * configuration has no effect, and git never sees the keys. The platform is set here and not in composer.json, where it
 * would be committed.
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/vulnerable-composer.js





/**
 * Asks Composer for its version in a home without keys. Returns the problems if it is known to disclose keys: an error,
 * after which it must not run, or a warning if that was allowed.
 */
function vulnerableComposer({ options, context }, run) {
    const contents = { auth: null, gitConfig: new secret/* Secret */.z(''), platform: {} };
    return withComposerHome(files/* files */.a, contents, async (home) => {
        const composer = createComposer(run, { environment: context.environment, home, securityBlocking: true });
        return (await (0,check_composer/* checkComposer */.Z)(composer, options)).filter(({ id }) => id === 'composer-vulnerable');
    });
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/clock.js
var clock = __webpack_require__(5964);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/composer-problems.js
var composer_problems = __webpack_require__(8861);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/marshaling-root.js
var marshaling_root = __webpack_require__(9709);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/download-one.js


/** Has Composer fetch the files of one package of the lock next to `composerJson`, in a separate folder. */
async function downloadOne(composer, files, composerJson, packageName) {
    const scratch = await files.privateFolder('download');
    try {
        const [json = '{}', lock = '{}'] = await Promise.all([composerJson, composerJson.replace(/\.json$/, '.lock')].map(async (path) => (await files.read(path)) ?? undefined));
        await files.write(files.join(scratch, 'composer.json'), (0,marshaling_root/* filterRootForMarshaling */.Y)(json));
        await files.write(files.join(scratch, 'composer.lock'), (0,composer_lock/* reducedLock */.MY)(withoutDev(lock), new Set([packageName])));
        const quiet = ['--no-plugins', '--no-scripts', '--no-autoloader', '--no-dev', '--no-progress'];
        return await composer.run(scratch, ['install', '--ignore-platform-reqs', ...quiet]);
    }
    finally {
        await files.remove(scratch);
    }
}
/** The lock with its development packages among the others. */
function withoutDev(lockText) {
    const lock = JSON.parse(lockText);
    return JSON.stringify({ ...lock, packages: [...(lock.packages ?? []), ...(lock['packages-dev'] ?? [])] });
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/watch-downloads.js
/** How many download attempts may fail in a row while no archive arrives. */
const mostFailedTries = 8;
/**
 * Reads the lines of a downloading Composer, and calls `onDead` once, with a package whose archive did not arrive, if
 * attempts fail in a row and nothing arrives in between. Composer would go on through all packages: it tries each four
 * times and sleeps half a second in between, which halts all downloads (FileDownloader::download, the same from 2.2 to
 * 2.11). A repeated `Downloading` is its only sign of a failed attempt. `arrived` counts the archives that it has.
 */
function watchDownloads(arrived, onDead) {
    const seen = new Set();
    const since = { arrived: 0, failed: 0, dead: false };
    const count = async (name) => {
        const now = await arrived();
        since.failed = now > since.arrived ? 1 : since.failed + 1;
        since.arrived = now;
        if (since.dead || since.failed < mostFailedTries)
            return;
        since.dead = true;
        onDead(name);
    };
    return (line) => {
        const name = /^ {2}- Downloading (\S+) \(/.exec(line)?.[1];
        if (name === undefined)
            return;
        // If the archives cannot be counted, Composer goes on.
        if (seen.has(name))
            void count(name).catch(() => undefined);
        seen.add(name);
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/patient-composer.js



const attempts = 3;
/**
 * Composer that repeats a call if a server was overloaded, up to three times in all. A call whose downloads all fail is
 * stopped; then one archive is tried, and the whole call is repeated only once that archive arrives.
 */
function patientComposer(composer, patience) {
    const { files, beforeRetry } = patience;
    const run = async (folder, args, options = {}) => {
        const whole = () => composer.run(folder, args, options);
        if (options.patient === false)
            return whole();
        const json = options.composerFile ?? files.join(folder, 'composer.json');
        let missing = null;
        return repeated(async () => {
            if (missing === null) {
                const { result, dead } = await watched(composer, patience, [folder, args, options]);
                if (dead === null || result.exitCode === 0)
                    return result;
                missing = dead;
            }
            const single = await downloadOne(composer, files, json, missing);
            return isOverloaded(single) ? single : whole();
        }, beforeRetry);
    };
    return { ...composer, run };
}
/** A call that ends as soon as all downloads fail; then it also returns a package whose archive did not arrive. */
async function watched(composer, { files, home }, [folder, args, options = {}]) {
    const stop = new AbortController();
    const found = [];
    const archives = async () => (await files.list(files.join(home, 'cache', 'files'))).length;
    const watch = watchDownloads(archives, (name) => {
        found.push(name);
        stop.abort();
    });
    const onLine = (line) => {
        watch(line);
        options.onLine?.(line);
    };
    const result = await composer.run(folder, args, { ...options, onLine, signal: stop.signal });
    return { result, dead: found[0] ?? null };
}
async function repeated(ask, beforeRetry) {
    for (let attempt = 1;; attempt += 1) {
        const result = await ask();
        if (attempt === attempts || !isOverloaded(result) || !(await beforeRetry(attempt)))
            return result;
    }
}
function isOverloaded({ exitCode, timedOut, stderr }) {
    return exitCode !== 0 && !timedOut && (0,composer_problems/* mayPass */.bg)(stderr, exitCode);
}

// EXTERNAL MODULE: ./.tmp/compiled/src/project/keyless-composer-json.js
var keyless_composer_json = __webpack_require__(5860);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/composer/content-hash.js
var content_hash = __webpack_require__(1725);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/composer/with-given-keys.js


/**
 * Composer that takes its credentials only from its home: those in composer.json are removed while it runs, and
 * restored before anything else reads the file. `overruled` are the hosts whose addresses lose their credentials too.
 */
function withGivenKeys(composer, files, overruled) {
    const run = async (folder, args, options = {}) => {
        const json = options.composerFile ?? files.join(folder, 'composer.json');
        const lock = json.replace(/\.json$/, '.lock');
        const before = (await files.read(json)) ?? '';
        const keyless = (0,keyless_composer_json/* keylessComposerJson */.L)(before, overruled);
        if (keyless === null)
            return composer.run(folder, args, options);
        await files.write(json, keyless.text);
        await moveHash(files, lock, before, keyless.text);
        try {
            return await composer.run(folder, args, options);
        }
        finally {
            const after = (await files.read(json)) ?? keyless.text;
            const restored = keyless.restore(after);
            await files.write(json, restored);
            await moveHash(files, lock, after, restored);
        }
    };
    return { ...composer, run };
}
/** A lock valid for one composer.json is valid for the other: they differ only in credentials. */
async function moveHash(files, path, from, to) {
    const [old, now] = [(0,content_hash/* contentHash */.A)(from), (0,content_hash/* contentHash */.A)(to)];
    const lock = old === now || old === null || now === null ? null : await files.read(path);
    if (lock !== null && old !== null && now !== null)
        await files.write(path, lock.replace(`"${old}"`, `"${now}"`));
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/git.js
var git_git = __webpack_require__(7069);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/isolation/enter-script.js
/** The script's message and exit code if the command was not started because the isolation failed. */
const refusal = { text: 'magento-cloud-upgrade: the isolation could not be set up', exitCode: 97 };
/**
 * POSIX sh that sets up the isolation of one command inside fresh namespaces and starts it there. Its arguments: a
 * folder to work in; lists, one path per line, of writable folders, folders to hide, files to hide, read-only folders,
 * folders for temporary files; the final `uid gid`, or '' for no change; the command.
 *
 * All mounts become read-only except the writable folders: anything that a plugin changed in the checkout's .git or in
 * this program would be run by us later, outside. A hidden folder is covered by an empty one, in which only its
 * writable folders appear.
 */
const enterScript = `set -ef
trap 'status=$?; [ "$status" = 0 ] || { echo "${refusal.text}" >&2; exit ${refusal.exitCode}; }' EXIT
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/isolation/hidden-places.js




const sockets = [
    '/run/docker.sock',
    '/var/run/docker.sock',
    '/run/podman/podman.sock',
    '/run/containerd/containerd.sock'
];
/** The present places of this machine and this run. */
async function hiddenPlaces(world) {
    const parents = [...new Set([(0,private_folder/* temporaryFolder */.yy)(), (0,external_node_os_.tmpdir)()])];
    // Existing folders are covered, and so is anything that another run puts into them later.
    await Promise.all(parents.map(private_folder/* userFolder */.Ys));
    const private_ = parents.flatMap((parent) => entries(parent, /^magento-cloud-upgrade-/));
    const runner = process.env['RUNNER_TEMP'] ?? '';
    const home = process.env['HOME'] ?? '';
    const others = [
        // Later steps take their environment and PATH from these.
        ...(runner === '' ? [] : [(0,external_node_path_.join)(runner, '_runner_file_commands')]),
        ...(home === '' ? [] : [(0,external_node_path_.join)(home, '.magento-cloud')]),
        // Sockets of the user's services, which start programs outside.
        `/run/user/${process.getuid?.() ?? 0}`,
        ...world.hidden
    ];
    const hidden = [...others, ...private_].map((path) => (0,external_node_path_.resolve)(path)).filter((path) => (0,external_node_fs_.existsSync)(path));
    const uncovered = (path) => !hidden.some((other) => path.startsWith(`${other}/`));
    return {
        hidden: hidden.filter((path) => uncovered(path) && !world.writable.includes(path)),
        masked: [...sockets, ...(runner === '' ? [] : entries(runner, /^git-credentials-/))].filter((path) => (0,external_node_fs_.existsSync)(path)),
        sealed: [...world.sealed, ...programFolders(process.argv[1] ?? '/')].filter((path) => (0,external_node_fs_.existsSync)(path)),
        common: [...new Set(['/tmp', '/var/tmp', (0,external_node_os_.tmpdir)()])].filter((path) => (0,external_node_fs_.existsSync)(path))
    };
}
/** The folder of the running program: its entry file loads the bundle next to its own folder. */
function programFolders(entry) {
    return [(0,external_node_path_.join)(entry, '..'), (0,external_node_path_.join)(entry, '..', '..', 'bundle')];
}
function entries(folder, name) {
    if (!(0,external_node_fs_.existsSync)(folder))
        return [];
    return (0,external_node_fs_.readdirSync)(folder)
        .filter((entry) => name.test(entry))
        .map((entry) => (0,external_node_path_.join)(folder, entry));
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/isolation/isolation.js



const namespaces = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc'];
/** An {@link Isolation} that finds out at its first command which way this machine allows. */
function createIsolation(run, onMissing) {
    let found = null;
    const plain = (argv, options) => run(argv, options);
    return {
        run: async (argv, options, world) => {
            const stage = await (0,private_folder/* makePrivateFolder */.I2)('stage');
            try {
                const places = await hiddenPlaces(world);
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
                if (result.exitCode !== refusal.exitCode || !result.stderr.includes(refusal.text))
                    return result;
                found = Promise.resolve(null);
                onMissing('its namespaces could not be set up');
                return await plain(argv, options);
            }
            finally {
                await (0,private_folder/* removePrivateFolder */.Yv)(stage);
            }
        }
    };
}
function wrapped({ before, unshare, user }, { stage, writable, hidden, masked, sealed, common }, command) {
    // The folder that contains the covers is covered last.
    const ours = (path) => stage.startsWith(`${path}/`);
    const inOrder = [...hidden.filter((path) => !ours(path)), ...hidden.filter(ours)];
    const lists = [writable, inOrder, masked, sealed, common].map((list) => list.join('\n'));
    const enter = ['/bin/sh', '-c', enterScript, 'enter', stage, ...lists, user, ...command];
    return [...before, ...unshare, ...enter];
}
/** The first way that starts a command with its environment, or null. */
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
    // Ubuntu 24.04 gives capabilities in a new namespace only to privileged processes. sudo changes PATH.
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

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/http/proxied-fetch.js + 1 modules
var proxied_fetch = __webpack_require__(367);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/run-command.js + 3 modules
var run_command = __webpack_require__(4636);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/work-tree.js
var work_tree = __webpack_require__(7402);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/project-session.js





























/**
 * Opens the project for `task` and removes every scratch file afterwards, however it ends. If this machine's Composer
 * is refused, that is reported with all other problems; it gets no keys, and `task` must not run it.
 */
async function withProject(thisRun, branchName, task) {
    const run = (0,run_command/* createRunCommand */.x)(thisRun.context.signal, thisRun.context.redact);
    const composerProblems = await vulnerableComposer(thisRun, run);
    try {
        return await openProject(thisRun, { run, branchName, composerProblems }, task);
    }
    catch (error) {
        throw isRefused(composerProblems) ? withOtherProblems(error, composerProblems) : error;
    }
}
/** Whether one of the problems with Composer forbids running it on a project. */
function isRefused(composerProblems) {
    return composerProblems.some(({ severity }) => severity === 'error');
}
async function openProject(thisRun, { run, branchName, composerProblems }, task) {
    const { options, context, facts, addCommittedSecrets } = thisRun;
    const folder = await workingDirectory(options.workingDirectory);
    const git = (0,git_git/* createGit */.l)(run, context.environment, folder);
    const { stdout: ownConfig } = await git.run('config', '--get-regexp', String.raw `^(remote\..*url|http\..*extraheader)$`);
    addCommittedSecrets([...(0,url_credentials/* urlCredentials */.O4)(ownConfig), ...(0,url_credentials/* headerSecrets */.n3)(ownConfig)]);
    const { root, prefix } = await placeOf(git);
    const { branch, base, warnings } = await start({ options, context }, git, branchName);
    return (0,work_tree/* withWorkTree */.y)((0,git_git/* createGit */.l)(run, context.environment, root), base, async (tree) => {
        const scratch = tree.in(files/* files */.a.join(tree.folder, prefix));
        const checkout = await readCheckout(files/* files */.a, scratch.folder, tree);
        const composerProject = (0,composer_project/* readComposerProject */.mE)(checkout.composerJson, checkout.composerLock);
        await checkOutSubmodules({ git: git.in(root), scratch: tree, files: files/* files */.a }, checkout, prefix);
        const { auth, origins, overruled, problems } = await projectKeys(thisRun, folder, {
            scratch,
            checkout,
            project: composerProject
        });
        const { extensions } = (0,app_yaml/* readAppYaml */.J)(checkout.appYaml);
        const { php } = (0,runtime/* chooseRuntime */._)(checkout.appYaml, likelyVersion(options.target, composerProject.product.version), options.updateAppConfig);
        const gitConfig = await (0,git_access/* composerGitConfig */.z)(run, context.environment, files/* files */.a.resolve('/'));
        addCommittedSecrets([...(0,url_credentials/* urlCredentials */.O4)(gitConfig), ...(0,url_credentials/* headerSecrets */.n3)(gitConfig)]);
        const trusted = !isRefused(composerProblems);
        const home = {
            auth: trusted ? new secret/* Secret */.z(JSON.stringify(auth)) : null,
            gitConfig: new secret/* Secret */.z(trusted ? gitConfig : ''),
            platform: composerPlatform(php, extensions)
        };
        const tools = {
            fetch: (0,proxied_fetch/* createFetch */.H)(context.environment),
            clock: (0,clock/* createClock */.t)(context.signal),
            logger: context.logger
        };
        return withComposerHome(files/* files */.a, home, (composerHome) => {
            const plain = createComposer(run, {
                environment: context.environment,
                home: composerHome,
                securityBlocking: options.securityBlocking,
                isolation: createIsolation(run, (why) => {
                    facts.warnings = [...facts.warnings, exposed(why)];
                    context.logger.warn(exposed(why).message);
                }),
                guarded: {
                    sealed: [root],
                    hidden: [options.backupDirectory].filter((path) => path !== '').map((path) => files/* files */.a.resolve(path))
                }
            });
            const patient = patientComposer(plain, {
                files: files/* files */.a,
                home: composerHome,
                beforeRetry: (attempt) => awaitRepositories(tools, composerProject.repositories, { auth, origins, overruled }, attempt)
            });
            const composer = withGivenKeys(patient, files/* files */.a, overruled);
            return task({
                git,
                scratch,
                checkout,
                composerProject,
                composer,
                composerHome: { folder: composerHome, gitConfig, platform: home.platform },
                auth,
                origins,
                overruled,
                problems: [...warnings, ...problems],
                composerProblems,
                base,
                branch,
                environment: options.environment || branch
            });
        });
    });
}
/** Finds where the upgrade starts; an error about that also has the other problems of the checkout. */
async function start({ options, context }, git, branch) {
    const pushes = options.push && !options.dryRun;
    const found = await findStart(git, { branch, remote: options.remote, pushes, expectedTip: context.expectedTip });
    if ('base' in found)
        return found;
    const others = await (0,check_git/* checkGit */.T)({ git, files: files/* files */.a }, { ...options, branch, push: false });
    throw (0,preflight_error/* preflightError */.s)([found, ...others]) ?? new Error(found.message);
}
/** The warning that Composer's plugins and scripts had to run without isolation. */
function exposed(why) {
    return {
        id: 'plugins-not-isolated',
        severity: 'warning',
        message: `Composer's plugins and scripts ran with access to everything that this user may read, including the tokens of this run: ${why}.`,
        fix: 'Run on a machine with util-linux and user namespaces (or sudo without a password), or upgrade in a job without tokens.'
    };
}


/***/ }),

/***/ 2736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ startRun)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
// EXTERNAL MODULE: ./.tmp/compiled/src/ledger.js
var ledger = __webpack_require__(2497);
// EXTERNAL MODULE: ./.tmp/compiled/src/logger.js
var src_logger = __webpack_require__(3148);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/normalize-options.js
var normalize_options = __webpack_require__(8268);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/known-secrets.js
var known_secrets = __webpack_require__(4759);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact.js
var secrets_redact = __webpack_require__(811);
;// CONCATENATED MODULE: ./.tmp/compiled/src/report/name-application.js
// The commands that take `--app` (CLI reference 1.47.0, 2026-11), by name and aliases.
const commands = [
    'environment:(?:ssh|logs?|relationships)|ssh|logs?|relationships|rel',
    'db:(?:sql|dump|size)|sql|sql-dump',
    'mount:(?:list|download|upload|size)|mounts',
    'service:(?:redis|valkey)-cli|redis|valkey',
    'tunnel:(?:open|single)',
    'app:config-get'
].join('|');
const call = new RegExp(`\\bmagento-cloud (?:${commands})(?![\\w:-])(?! (?:-A|--app)\\b)`, 'g');
const anyName = /^[\w.-]+$/;
// A server's own text is not changed.
const quoted = new Set(['evidence', 'title', 'details']);
/**
 * The report with the application in each command of `magento-cloud` that accepts one and names none: in an environment
 * of several, such a command asks for it, or fails without a terminal.
 */
function nameApplicationIn(report, application) {
    return JSON.parse(JSON.stringify(report), (key, value) => typeof value === 'string' && !quoted.has(key) ? nameApplication(value, application) : value);
}
/** The same for one text. */
function nameApplication(text, application) {
    return anyName.test(application) ? text.replace(call, (command) => `${command} -A ${application}`) : text;
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/run-context.js

/** Fills in what the caller left out. */
function fullContext(context) {
    return {
        logger: context.logger ?? src_logger/* silentLogger */.q,
        signal: context.signal ?? new AbortController().signal,
        environment: context.environment ?? {},
        onStep: context.onStep ?? (() => undefined),
        expectedTip: context.expectedTip ?? null,
        redact: (text) => text
    };
}

// EXTERNAL MODULE: ./.tmp/compiled/src/run/run-state.js
var run_state = __webpack_require__(5545);
// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/secret.js
var secret = __webpack_require__(9678);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/step-timer.js
var step_timer = __webpack_require__(436);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files/private-folder.js
var private_folder = __webpack_require__(9334);
// EXTERNAL MODULE: ./.tmp/compiled/src/run/unexpected-error.js
var unexpected_error = __webpack_require__(1358);
;// CONCATENATED MODULE: ./.tmp/compiled/src/run/workflow-of.js
/**
 * The run of GitHub Actions that set these variables; null outside of one. RUNNER_ENVIRONMENT is `github-hosted` on a
 * machine that is discarded after the job (docs.github.com, variables reference, 2026-11).
 */
function workflowOf(environment) {
    const { GITHUB_ACTIONS: inside, GITHUB_REPOSITORY: name, GITHUB_RUN_ID: runId } = environment;
    if (inside !== 'true' || name === undefined || !/^[\w.-]+\/[\w.-]+$/.test(name))
        return null;
    const repository = `${environment['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${name}`;
    return {
        repository,
        run: runId !== undefined && /^\d+$/.test(runId) ? `${repository}/actions/runs/${runId}` : null,
        hosted: environment['RUNNER_ENVIRONMENT'] !== 'self-hosted'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/run/run.js














/**
 * Runs one command and always returns a report: a thrown UpgradeError becomes its `error`, anything else is our bug and
 * becomes an `internal-error`.
 */
async function startRun(command, given, runContext, task) {
    const began = performance.now();
    const context = fullContext(runContext);
    const { environment } = context;
    const secrets = (0,known_secrets/* optionSecrets */.Ns)(given, environment);
    const committed = (0,known_secrets/* addressSecrets */.Y9)(Object.values({ ...environment, ...given }));
    const redact = (0,secrets_redact/* createRedact */.a)(secrets, committed);
    const stepTimer = (0,step_timer/* createStepTimer */.Y)((event) => {
        context.onStep({ ...event, note: redact(event.note) });
    });
    const facts = (0,run_state/* newRunState */.P)({ workflow: workflowOf(environment) });
    const several = { application: null };
    let failure = null;
    try {
        const options = (0,normalize_options/* normalizeOptions */.a5)(given, command);
        facts.project = options.project || null;
        facts.environment = options.environment || null;
        facts.target = command === 'plan' || command === 'upgrade' ? options.target : null;
        const logger = (0,src_logger/* redactingLogger */.S)(context.logger, redact);
        const addSecrets = (text) => {
            secrets.push(...(0,known_secrets/* secretLeaves */.TR)(text));
        };
        const confirmLock = () => Promise.resolve();
        await (0,private_folder/* removeOrphanedFolders */.jK)();
        const addCommittedSecrets = (values) => {
            committed.push(...values.map((value) => new secret/* Secret */.z(value)));
        };
        await task({
            options,
            context: { ...context, logger, redact },
            facts,
            ledger: (0,ledger/* createLedger */.M5)(facts.changes),
            stepTimer,
            secrets,
            addSecrets,
            addCommittedSecrets,
            confirmLock,
            acceptedHostKeys: [],
            several
        });
    }
    catch (error) {
        const told = error instanceof errors/* UpgradeError */.fy && error.tellsStop;
        failure = context.signal.aborted && !told ? stopped(context.signal, facts) : (0,unexpected_error/* unexpectedError */.W)(error, facts);
    }
    const seconds = Math.round(performance.now() - began) / 1000;
    const report = (0,run_state/* composeReport */.Z)(facts, stepTimer.steps, seconds, failure, [...secrets, ...committed]);
    return several.application === null ? report : nameApplicationIn(report, several.application);
}
function stopped(signal, facts) {
    // A bug elsewhere in the process stops the run too.
    if (signal.reason instanceof errors/* UpgradeError */.fy)
        return signal.reason;
    const terminated = signal.reason === 'SIGTERM';
    const pushed = facts.commit !== null && facts.verdict === 'pushed';
    return new errors/* UpgradeError */.fy(terminated ? 'terminated' : 'interrupted', {
        message: `The run was stopped${terminated ? ' by SIGTERM' : ''}.`,
        next: pushed ? 'Run the same command again: it follows the deployment.' : 'Run the same command again.'
    });
}


/***/ }),

/***/ 436:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ createStepTimer)
/* harmony export */ });
/** A {@link StepTimer} that reports each start and end to `onStep`. */
function createStepTimer(onStep) {
    const steps = [];
    const end = (step, outcome, seconds, note) => {
        steps.push({ step, outcome, seconds, note });
        onStep({ step, state: outcome, note, seconds });
    };
    return {
        steps,
        step: async (step, task, note = () => '', hasFailed = () => false) => {
            const began = performance.now();
            const seconds = () => Math.round(performance.now() - began) / 1000;
            onStep({ step, state: 'started', note: '', seconds: 0 });
            try {
                const result = await task();
                end(step, hasFailed(result) ? 'failed' : 'done', seconds(), note(result));
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


/***/ }),

/***/ 4464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ chooseRuntime)
/* harmony export */ });
/* harmony import */ var _project_app_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7023);
/* harmony import */ var _project_composer_advisory_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9298);
/* harmony import */ var _project_composer_range_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8712);
/* harmony import */ var _project_composer_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3445);
/* harmony import */ var _project_requirements_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(988);





/**
 * The PHP and Composer that the target runs on: the declared ones or, if `update` is set and they do not fit, those
 * that the target needs. Nothing else in the file changes.
 */
function chooseRuntime(appYamlText, target, update) {
    const app = (0,_project_app_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .readAppYaml */ .J)(appYamlText);
    if (!update)
        return { php: app.php, appYaml: null, changes: [] };
    const php = pick(app.php, (0,_project_requirements_js__WEBPACK_IMPORTED_MODULE_4__/* .requiredVersions */ .Z)(target, 'php') ?? []);
    const composer = wantedComposer(app.composer, (0,_project_requirements_js__WEBPACK_IMPORTED_MODULE_4__/* .requiredVersions */ .Z)(target, 'composer')?.[0]);
    const { text, changes } = (0,_project_app_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .updateAppYaml */ .o)(appYamlText, { php, composer });
    return {
        php,
        appYaml: text === appYamlText ? null : text,
        changes: changes.map((description) => ({ id: 'app-runtime', file: '.magento.app.yaml', description }))
    };
}
// An undeclared version stays undeclared, and a range with a usable release is the project's own choice.
function wantedComposer(declared, minimum) {
    if (declared === null || minimum === undefined)
        return null;
    const exact = (0,_project_composer_version_js__WEBPACK_IMPORTED_MODULE_3__/* .parseComposerVersion */ .MS)(declared)?.numbers.slice(0, 3).join('.');
    const advised = exact === undefined ? null : (0,_project_composer_advisory_js__WEBPACK_IMPORTED_MODULE_1__/* .composerAdvisory */ .K)(exact);
    return (0,_project_composer_range_js__WEBPACK_IMPORTED_MODULE_2__/* .allowsComposer */ .v)(declared, minimum) && advised === null ? null : (0,_project_composer_range_js__WEBPACK_IMPORTED_MODULE_2__/* .composerRange */ .O)(minimum);
}
function pick(current, wanted) {
    return wanted.includes(current) ? current : (wanted.at(-1) ?? current);
}


/***/ }),

/***/ 3173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ checkComposer)
/* harmony export */ });
/* harmony import */ var _project_composer_advisory_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9298);

/** Problems with Composer and PHP on this machine. */
async function checkComposer(composer, input) {
    const versions = await composer.versions();
    if (versions === null) {
        return [
            unusable('Composer or PHP is missing.', 'Install Composer 2 and the PHP command line, e.g. apt-get install composer php-cli.')
        ];
    }
    if (!versions.composer.startsWith('2.'))
        return [unusable(`Composer ${versions.composer} is not supported.`, 'Install Composer 2.')];
    const advisory = (0,_project_composer_advisory_js__WEBPACK_IMPORTED_MODULE_0__/* .composerAdvisory */ .K)(versions.composer);
    if (advisory === null)
        return [];
    return [
        {
            id: 'composer-vulnerable',
            severity: input.vulnerableComposer === 'fail' ? 'error' : 'warning',
            message: `Composer ${versions.composer} has published vulnerabilities that can disclose credentials or run commands (${advisory.ids.join(', ')}).`,
            fix: input.vulnerableComposer === 'fail'
                ? `Install Composer ${advisory.fixedIn} or newer; if your distribution has patched it, set vulnerable-composer: warn.`
                : `Install Composer ${advisory.fixedIn} or newer, unless your distribution has patched it: vulnerable-composer is warn.`
        }
    ];
}
function unusable(message, fix) {
    return { id: 'tool-composer', severity: 'error', message, fix };
}


/***/ }),

/***/ 8265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ checkGit),
  S: () => (/* binding */ uncommitted)
});

// EXTERNAL MODULE: ./.tmp/compiled/src/secrets/redact-evidence.js + 12 modules
var redact_evidence = __webpack_require__(9880);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/head.js
var head = __webpack_require__(1635);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/case-clashes.js
// Folders that the base packages marshal files into (magento/magento2-base and -ee-base, 2.4).
const marshaled = ['app/bootstrap.php', 'app/code', 'app/design', 'app/etc', 'app/i18n', 'bin', 'dev', 'generated'];
const more = ['lib/internal', 'lib/web', 'phpserver', 'pub/errors', 'pub/media', 'pub/static', 'setup', 'var', 'vendor'];
/**
 * Pairs of names that are the same for a case-insensitive system: tracked paths and their folders, compared with each
 * other and with the folders that Magento marshals into.
 */
function findCaseClashes(tracked) {
    const seen = new Map([...withFolders([...marshaled, ...more])].map((name) => [fold(name), name]));
    const clashes = new Map();
    for (const name of withFolders(tracked)) {
        const known = seen.get(fold(name));
        if (known === undefined)
            seen.set(fold(name), name);
        else if (known !== name)
            clashes.set(name, [name, known]);
    }
    return [...clashes.values()];
}
// Compares each folder once: a tree with many files in deep folders has far fewer folders than path parts.
function withFolders(paths) {
    const names = new Set();
    for (const path of paths) {
        const fresh = [];
        for (let name = path; name !== '' && !names.has(name); name = name.slice(0, Math.max(0, name.lastIndexOf('/'))))
            fresh.push(name);
        for (const name of fresh.reverse())
            names.add(name);
    }
    return names;
}
function fold(name) {
    return name.normalize('NFC').toLowerCase();
}

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/git/remote-branch.js
var remote_branch = __webpack_require__(9692);
// EXTERNAL MODULE: ./.tmp/compiled/src/steps/preflight/unsafe-changes.js
var unsafe_changes = __webpack_require__(4726);
;// CONCATENATED MODULE: ./.tmp/compiled/src/steps/preflight/check-git.js





/** Problems of the checkout: uncommitted changes, detached HEAD, operations in progress, a branch that moved. */
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
        return (await (0,unsafe_changes/* unsafeChanges */.Q)(tools, entries)).map(unsafe);
    if (entries.length === 0 || dirty !== 'fail')
        return [];
    const listed = entries.slice(0, 20).map(({ status, path }) => `${status.trim()} ${path}`);
    const more = entries.length > listed.length ? ` and ${entries.length - listed.length} more` : '';
    return [
        error('git-dirty', `The work tree has uncommitted changes: ${listed.join(', ')}${more}.`, 'Commit or remove them, or set dirty: stash or dirty: branch.')
    ];
}
function unsafe({ path, reason }) {
    return error('git-dirty-secret', `dirty: branch would commit ${path}, which ${reason}.`, 'Move it out of the work tree, or ignore it in .gitignore.');
}
/**
 * Changes that a run must not lose. A new auth.json does not count: it has keys and goes into no commit, stash or
 * branch.
 */
async function uncommitted(git) {
    const entries = await git.status();
    return entries.filter(({ status, path }) => status !== '??' || !/(^|\/)auth\.json$/.test(path));
}
async function checkHead(git, { branch }) {
    // A branch that was named is the remote's, regardless of what is checked out.
    if (branch !== '' || (await (0,head/* currentBranch */.e)(git)) !== '')
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
    // The run already started from the remote's own tip.
    if (!push || branch !== '')
        return [];
    if ((await git.run('remote', 'get-url', remote)).exitCode !== 0)
        return [error('git-remote', `There is no git remote named ${remote}.`, 'Set the remote input, or add the remote.')];
    const name = await (0,head/* currentBranch */.e)(git);
    const answer = await (0,remote_branch/* askRemoteBranch */.IX)(git, remote, name);
    if (!answer.answered) {
        return [
            error('git-remote', `The remote ${remote} does not answer: ${(0,redact_evidence/* redactedLastLine */.V)(answer.text)}`, 'Check the credentials of the remote.')
        ];
    }
    const { commit } = answer;
    if (commit === null || (await git.run('merge-base', '--is-ancestor', commit, 'HEAD')).exitCode === 0)
        return [];
    return [
        error('git-behind', `${name} on ${remote} has commits that are not in the checkout.`, `Run git pull --ff-only ${remote} ${name}.`)
    ];
}
/**
 * A git with `core.ignorecase` treats `App/etc` and `app/etc` as the same and would commit marshaled files under the
 * tracked name; so would a file system. Names are compared in one Unicode form, because macOS changes it.
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
        error('git-case', `core.ignorecase is true, and these names differ only in case: ${listed.join(', ')}.`, 'Rename them with git mv to the name that Magento uses, or set core.ignorecase to false if the file system is case-sensitive.')
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
            message: 'The clone is shallow: enough for the upgrade, but a Cloud remote may refuse a push from it.',
            fix: 'Set fetch-depth: 0 for actions/checkout if you use cloud-remote.'
        }
    ];
}
function error(id, message, fix) {
    return { id, severity: 'error', message, fix };
}


/***/ }),

/***/ 4726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ unsafeChanges)
/* harmony export */ });
/* harmony import */ var _project_scan_staged_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7840);

/**
 * Uncommitted changes that must not become part of any commit (keys, dumps), with the reason; a separate branch is
 * history too. Texts are read as far as the scan of a commit reads them.
 */
async function unsafeChanges({ git, files }, entries) {
    const root = (await git.read('rev-parse', '--show-toplevel')).trim();
    const found = entries
        .filter(({ status }) => !status.includes('D'))
        .map(async ({ status, path }) => {
        const text = (await files.read(files.join(root, path)).catch(() => null)) ?? '';
        const reason = (0,_project_scan_staged_files_js__WEBPACK_IMPORTED_MODULE_0__/* .scanStagedFiles */ .x)({ path, text, mapped: false, tracked: status !== '??' }, []);
        return reason === null ? [] : [{ path, reason }];
    });
    return (await Promise.all(found)).flat();
}


/***/ }),

/***/ 5964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ createClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);

/** The real clock: monotonic, so that a jump of the system time ends no deadline early. `pause` throws when `signal` aborts. */
function createClock(signal) {
    return {
        now: () => performance.now(),
        pause: (seconds) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(seconds * 1000, undefined, signal && { signal })
    };
}


/***/ }),

/***/ 5892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ openComposerCache),
/* harmony export */   Y: () => (/* binding */ anyAdvises)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _project_repository_shape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6098);
/* harmony import */ var _project_read_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4113);



/** Composer's cache of a repository (ComposerRepository::__construct names the folder), or null if there is not one. */
async function openComposerCache(files, cacheFolder, { url, inUrl }) {
    const root = files.join(cacheFolder, 'repo');
    const [scheme = '', rest = ''] = url.replace(/\/+$/, '').split('://');
    const place = plain(rest);
    const found = (await files.names(root)).filter((name) => inUrl === null ? name === `${scheme}---${place}` : name.startsWith(scheme) && name.endsWith(`-${place}`));
    const [name] = found;
    if (name === undefined || found.length > 1)
        return null;
    const folder = files.join(root, name);
    const keys = await files.names(folder);
    const text = (key) => files.read(files.join(folder, key.replace(/[^a-z0-9.$~_]/gi, '-')));
    return {
        keys,
        packages: new Map(keys.flatMap((key) => packageOf(key).map((found) => [found, key]))),
        hasDev: keys.some((key) => key.endsWith('~dev.json')),
        text,
        json: async (key) => (0,_project_read_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)((await text(key)) ?? ''),
        sha1: async (key) => {
            const content = await text(key);
            return content === null ? null : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha1').update(content).digest('hex');
        }
    };
}
/**
 * Whether one of the repositories that Composer has asked lists advisories, by the indexes in its cache; null if it has
 * asked none.
 */
async function anyAdvises(files, cacheFolder) {
    const root = files.join(cacheFolder, 'repo');
    const read = async (name) => files.read(files.join(root, name, 'packages.json'));
    const indexes = (await Promise.all((await files.names(root)).map(read))).filter((text) => text !== null);
    return indexes.length === 0 ? null : indexes.some(advises);
}
function advises(index) {
    // Most repositories have none, and an index may be large.
    return index.includes('"security-advisories"') && (0,_project_repository_shape_js__WEBPACK_IMPORTED_MODULE_1__/* .tellsOfAdvisories */ .pm)((0,_project_read_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parsed */ .Yz)(index));
}
function packageOf(key) {
    const [, vendor = '', name = ''] = /^provider-([^~$]+)[~$]([^~$]+)\.json$/.exec(key) ?? [];
    return vendor === '' ? [] : [`${vendor}/${name}`];
}
function plain(text) {
    return text.replace(/[^a-z0-9.]/gi, '-');
}


/***/ }),

/***/ 8772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ probeRepository),
/* harmony export */   R: () => (/* binding */ askOnce)
/* harmony export */ });
/* harmony import */ var _project_composer_repositories_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(545);
/* harmony import */ var _project_failure_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1426);


const attempts = 3;
const longestPause = 60;
/**
 * Asks a Composer repository only for its index, with these headers; an overloaded one (429, 5xx) up to three times,
 * after the time that it asks for. Redirects are not followed: the headers are for this host. Never throws.
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
    return overloaded && attempt < attempts && pause <= longestPause ? pause : null;
}
/** One request to a repository; see {@link probeRepository}. */
async function askOnce({ fetch, idleSeconds = 30 }, url, headers) {
    const stalled = new AbortController();
    const timer = setTimeout(() => {
        stalled.abort(new Error(`it sent nothing for ${idleSeconds} seconds`));
    }, idleSeconds * 1000);
    try {
        const response = await fetch((0,_project_composer_repositories_js__WEBPACK_IMPORTED_MODULE_0__/* .packagesUrl */ .XF)(url), { headers, redirect: 'manual', signal: stalled.signal });
        const { status } = response;
        const failure = await judgeBody(response, () => timer.refresh());
        return { status, failure, retryAfterSeconds: retryAfter(response.headers) };
    }
    catch (error) {
        const reason = stalled.signal.aborted ? stalled.signal.reason : error;
        return { status: null, failure: (0,_project_failure_words_js__WEBPACK_IMPORTED_MODULE_1__/* .failureWords */ .A)(reason), retryAfterSeconds: null };
    }
    finally {
        clearTimeout(timer);
    }
}
/** Reads a body to its end, since it may be truncated, but checks only its first character: indexes may be large. */
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
    return first === '{' ? null : 'it does not send a list of packages, but for example the page of a proxy or login';
}
function retryAfter(headers) {
    const asked = headers.get('retry-after') ?? '';
    if (/^\d{1,9}$/.test(asked))
        return Number(asked);
    const until = Date.parse(asked) - Date.parse(headers.get('date') ?? '');
    return Number.isNaN(until) ? null : Math.max(0, Math.ceil(until / 1000));
}


/***/ }),

/***/ 1725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ contentHash)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7597);


// The keys of composer.json that the hash covers (Locker::getContentHash, the same in every 2.x).
const counted = [
    ...['name', 'version', 'require', 'require-dev', 'conflict', 'replace', 'provide'],
    ...['minimum-stability', 'prefer-stable', 'repositories', 'extra']
];
const rootSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ config: zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ platform: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J() }).optional().catch(undefined) });
// JavaScript does not keep how PHP would write such a number.
const fraction = /[:[,]\s*-?\d+[.eE]/;
/**
 * The `content-hash` that Composer writes into the lock of a composer.json, or null if it cannot be computed: for texts
 * with keys that JavaScript reorders, or with fractions.
 */
function contentHash(composerJsonText) {
    const root = rootSchema.safeParse(parsed(composerJsonText));
    if (!root.success || fraction.test(composerJsonText))
        return null;
    const platform = root.data.config?.platform ?? null;
    const sections = counted.filter((key) => key in root.data).map((key) => [key, root.data[key]]);
    const all = [...sections, ...(platform === null ? [] : [['config', { platform }]])];
    const text = encode(Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))));
    return text === null ? null : (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('md5').update(text).digest('hex');
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return null;
    }
}
/** As PHP's `json_encode` writes what `json_decode` read into arrays; null if the order of keys is lost. */
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


/***/ }),

/***/ 5636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ composerSshVariables),
/* harmony export */   z: () => (/* binding */ composerGitConfig)
/* harmony export */ });
/* harmony import */ var _process_child_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(682);

// The settings by which git reaches other hosts: addresses, keys, helpers, headers and certificates. No other user
// settings.
const wanted = String.raw `^(url\..*\.insteadof|core\.sshcommand|credential\..*|http\..*)$`;
const places = ['HOME', 'XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
const numbered = /^GIT_CONFIG_(?:COUNT|PARAMETERS|(?:KEY|VALUE)_\d{1,4})$/;
/**
 * The part of the user's git configuration (files, and GIT_CONFIG_COUNT with its keys) that is needed for private
 * repositories, as text of a configuration file for the git that Composer starts, whose home folder is another one. ''
 * if there is none.
 */
async function composerGitConfig(run, environment, folder) {
    const names = [...places, ...Object.keys(environment).filter((name) => numbered.test(name))];
    const env = (0,_process_child_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .childEnvironment */ .Qc)(environment, { GIT_CEILING_DIRECTORIES: folder }, names);
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
/** Expands `~` and $HOME in a command to the user's home, not Composer's private one. */
function withHome(command, home = '') {
    if (!/^\/[\w@%+=:,./-]*$/.test(home))
        return command;
    return command.replaceAll(/(^|[\s="'])(?:~|\$HOME|\$\{HOME\})(?=\/)/g, (_, before) => `${before}${home}`);
}


/***/ }),

/***/ 9328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ files)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files/make-folders.js
var make_folders = __webpack_require__(9478);
// EXTERNAL MODULE: ./.tmp/compiled/src/tools/files/private-folder.js
var private_folder = __webpack_require__(9334);
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/last-characters.js
var last_characters = __webpack_require__(6291);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/files/read-end.js




// Opening a pipe without a writer would wait.
const plainly = external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK | external_node_fs_.constants.O_NOFOLLOW;
// The limit for the unpacked size of a downloaded archive.
const mostUnpacked = 1024 * 1024 * 1024;
/**
 * The last `most` bytes of a file as UTF-8 from the beginning of a line on, unpacked if it is gzip; null if there is no
 * such file or it is not text. Throws for a link, and reads no pipe or device, which a foreign archive may contain.
 */
async function readEnd(path, most) {
    const file = await (0,promises_.open)(path, plainly).catch((error) => {
        const { code } = error;
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return null;
        throw error;
    });
    if (file === null)
        return null;
    try {
        if (!(await file.stat()).isFile())
            return null;
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
// A log has no zero bytes; a database file or an archive does.
function textOf(bytes, isCut) {
    if (bytes.subarray(0, 8192).includes(0))
        return null;
    return isCut ? (0,last_characters/* withoutCutLine */.d)(bytes.toString('utf8')) : bytes.toString('utf8');
}

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/files.js







/** The real file system. */
const files = {
    read: (path) => (0,promises_.readFile)(path, 'utf8').catch(nullIfMissing),
    readEnd: readEnd,
    write: async (path, text, options) => {
        await (0,make_folders/* makeFolders */.w)((0,external_node_path_.dirname)(path));
        await (0,promises_.writeFile)(path, text, options?.secret ? { mode: 0o600, flag: 'wx' } : {});
    },
    writeProgram: async (path, text) => {
        await (0,make_folders/* makeFolders */.w)((0,external_node_path_.dirname)(path));
        await (0,promises_.writeFile)(path, text, { mode: 0o700, flag: 'wx' });
    },
    exists: async (path) => (await (0,promises_.stat)(path).catch(nullIfMissing)) !== null,
    remove: private_folder/* removePrivateFolder */.Yv,
    removeIfEmpty: (path) => (0,promises_.rmdir)(path).catch(() => undefined),
    privateFolder: private_folder/* makePrivateFolder */.I2,
    lastingFolder: (name) => (0,private_folder/* makeOwnedFolder */.Kq)(name, (0,external_node_os_.tmpdir)()),
    lastingFolders: async (name) => {
        const parent = await (0,private_folder/* userFolder */.Ys)((0,external_node_os_.tmpdir)());
        const paths = (await (0,promises_.readdir)(parent))
            .filter((found) => found.startsWith(`${name}-`))
            .map((found) => (0,external_node_path_.join)(parent, found));
        const mine = await Promise.all(paths.map(isMine));
        return paths.filter((_, index) => mine[index]);
    },
    makePrivateFolder: async (path) => {
        await (0,make_folders/* makeFolders */.w)(path, 0o700);
    },
    list: listFiles,
    sizeInside: sizeInside,
    names: async (path) => (await (0,promises_.readdir)(path).catch(nullIfMissing)) ?? [],
    isFile: async (path) => {
        const info = await (0,promises_.lstat)(path).catch(nullIfMissing);
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
// Anything that others may write to could be manipulated.
async function isMine(path) {
    const info = await (0,promises_.lstat)(path).catch(nullIfMissing);
    return info !== null && info.isDirectory() && info.uid === process.getuid?.() && (info.mode & 0o077) === 0;
}


/***/ }),

/***/ 7069:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ createGit)
/* harmony export */ });
/* unused harmony export parseStatus */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _process_child_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(682);
/* harmony import */ var _secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9880);



const identity = ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL'];
/**
 * `git` in `folder`. Hooks and the project's own configuration stay in force; prompts and traces are off. It gets
 * `SSH_AUTH_SOCK` and the home folder, which pushing needs.
 */
function createGit(run, environment, folder) {
    const env = (0,_process_child_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .childEnvironment */ .Qc)(environment, { GIT_TERMINAL_PROMPT: '0', GIT_TRACE: '0', GIT_TRACE_CURL: '0', LC_ALL: 'C.UTF-8' }, [
        ...['HOME', 'XDG_CONFIG_HOME', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_NOSYSTEM'],
        // Missing workflow variables give empty ones, with which git refuses to commit.
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('preflight-failed', {
            message: `git ${args[0] ?? ''} failed in ${folder}: ${(0,_secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .redactedLastLine */ .V)(result.stderr)}`,
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


/***/ }),

/***/ 1635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ committerOf),
/* harmony export */   e: () => (/* binding */ currentBranch)
/* harmony export */ });
/** The branch that is checked out; '' if HEAD is detached. */
async function currentBranch(git) {
    return (await git.run('symbolic-ref', '--quiet', '--short', 'HEAD')).stdout.trim();
}
/** Options of git that give a new commit the committer of `commit`: a runner may have no git identity. */
async function committerOf(git, commit) {
    const [name = '', email = ''] = (await git.read('log', '-1', '--format=%cn%n%ce', commit)).trim().split('\n');
    return ['-c', `user.name=${name}`, '-c', `user.email=${email}`];
}


/***/ }),

/***/ 9692:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D_: () => (/* binding */ fetchBranch),
/* harmony export */   IX: () => (/* binding */ askRemoteBranch),
/* harmony export */   Sd: () => (/* binding */ remoteCommit)
/* harmony export */ });
/* harmony import */ var _head_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1635);
/* harmony import */ var _secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9880);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(419);



/** Asks `remote` for the commit of `branch`, not the clone's copy. */
async function askRemoteBranch(git, remote, branch) {
    const ref = `refs/heads/${branch}`;
    const { exitCode, stdout, stderr } = await git.run('ls-remote', remote, ref);
    if (exitCode !== 0)
        return { answered: false, text: (0,_secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .redactEvidence */ .H)(stderr.trim()) };
    // git also lists refs that only end with the name, such as a branch `a/refs/heads/main`, which anybody may push.
    const line = stdout.split('\n').find((each) => each.endsWith(`\t${ref}`));
    return { answered: true, commit: /^[0-9a-f]{40,64}(?=\t)/.exec(line ?? '')?.[0] ?? null };
}
/** The commit of `branch` on `remote`, or null without such a branch or an answer. */
async function remoteCommit(git, remote, branch) {
    const answer = await askRemoteBranch(git, remote, branch);
    return answer.answered ? answer.commit : null;
}
/**
 * Fetches the tip of a remote's branch, whatever the clone is configured to fetch, and returns it. A shallow clone gets
 * that one commit, unless it is on the branch and can be deepened; a full clone stays full. Throws UpgradeError
 * `retry-later` if the fetch fails.
 */
async function fetchBranch(git, remote, branch) {
    const shallow = (await git.run('rev-parse', '--is-shallow-repository')).stdout.trim() === 'true';
    const head = await (0,_head_js__WEBPACK_IMPORTED_MODULE_2__/* .currentBranch */ .e)(git);
    const depth = shallow && head !== branch ? ['--depth=1'] : [];
    const quietly = ['--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
    const ref = `refs/magento-cloud-upgrade/fetched/${crypto.randomUUID()}`;
    const fetched = await git.run('fetch', ...quietly, ...depth, remote, `+refs/heads/${branch}:${ref}`);
    const tip = await git.run('rev-parse', '--quiet', '--verify', `${ref}^{commit}`);
    await git.finish('update-ref', '-d', ref);
    if (fetched.exitCode === 0 && tip.exitCode === 0)
        return tip.stdout.trim();
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UpgradeError */ .fy('retry-later', {
        message: `The branch ${branch} could not be fetched from ${remote}.`,
        next: `Run git fetch ${remote} ${branch} to see why, then run again.`,
        details: fetched.stderr.trim()
    });
}


/***/ }),

/***/ 7402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ withWorkTree)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(419);
/* harmony import */ var _secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9880);
/* harmony import */ var _files_private_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9334);




/**
 * Runs `task` in a linked work tree of `commit` and removes it afterwards, whatever happens. The upgrade is made there,
 * so that the developer's files are not touched before the commit exists, even if the run is killed. Checkout hooks do
 * not run. Throws UpgradeError `preflight-failed` if the files cannot be checked out.
 */
async function withWorkTree(git, commit, task) {
    const parent = await (0,_files_private_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .makePrivateFolder */ .I2)('tree');
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(parent, 'checkout');
    try {
        await git.read('worktree', 'prune');
        const added = await git.run('-c', 'core.hooksPath=/dev/null', 
        // Submodules are filled only from this machine, see check-out-submodules.
        '-c', 'submodule.recurse=false', 'worktree', 'add', '--quiet', '--detach', folder, commit);
        if (added.exitCode !== 0)
            throw notCheckedOut(commit, added.stderr);
        return await task(git.in(folder));
    }
    finally {
        await (0,_files_private_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .removePrivateFolder */ .Yv)(parent);
        await git.finish('worktree', 'prune');
    }
}
function notCheckedOut(commit, stderr) {
    const filter = /smudge filter '?([\w.-]+)'? failed/.exec(stderr)?.[1];
    const lfs = filter === 'lfs' || stderr.includes('git-lfs');
    const words = filter ? `its filter ${filter} failed` : (0,_secrets_redact_evidence_js__WEBPACK_IMPORTED_MODULE_2__/* .redactedLastLine */ .V)(stderr);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UpgradeError */ .fy('preflight-failed', {
        message: `The files of ${commit.slice(0, 12)} cannot be checked out: ${words}.`,
        next: lfs
            ? 'Install git-lfs (with lfs: true for actions/checkout if its files are needed), then run again.'
            : 'Read the details, and check that git checkout works for this commit on this machine.',
        details: stderr.trim()
    });
}


/***/ }),

/***/ 367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ createFetch)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/http/proxy-of.js

/**
 * The proxy for an address, or null, by the rules of curl (its manual, ENVIRONMENT, 8.x): `http_proxy`, `https_proxy`,
 * else `all_proxy`, the lower-case name first, and `no_proxy` with `*`, names that also mean what lies below them,
 * addresses and networks. Requests to this machine also go through the proxy unless NO_PROXY names it. Unlike in curl,
 * upper-case HTTP_PROXY counts too, as it does for Composer.
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
/** Whether an address equals the entry, or is in its network (`10.0.0.0/8`). */
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/http/proxied-fetch.js

/**
 * fetch that honours HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY of `environment`; plain http in absolute form,
 * https through CONNECT. The library is loaded when a proxy is first needed, since that takes a while. Node's own fetch
 * takes no proxy from the environment before Node 24, and there only for the whole process.
 */
function createFetch(environment) {
    const agents = new Map();
    return async (url, init) => {
        const proxy = proxyOf(String(url), environment);
        if (proxy === null)
            return fetch(url, init);
        const [, scheme = ''] = /^([a-z0-9+.-]*):/i.exec(proxy) ?? [];
        if (!/^https?$/i.test(scheme))
            throw new Error(unusable(scheme));
        const agent = agents.get(proxy) ?? openAgent(proxy);
        agents.set(proxy, agent);
        const undici = await __webpack_require__.e(/* import() | proxy */ 929).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
        // The library's own fetch: Node's fetch belongs to another release of it, which does not accept this one's agents.
        return undici.fetch(url, { ...init, dispatcher: await agent });
    };
}
/** Neither this library nor Composer supports other kinds of proxy; curl and git do. */
function unusable(scheme) {
    return `the environment names a proxy of the kind ${scheme}, and only HTTP proxies are supported: set HTTPS_PROXY and HTTP_PROXY to one, or name this host in NO_PROXY`;
}
async function openAgent(proxy) {
    const { ProxyAgent } = await __webpack_require__.e(/* import() | proxy */ 929).then(__webpack_require__.t.bind(__webpack_require__, 4371, 19));
    // An open connection would keep the process alive.
    return new ProxyAgent({ uri: proxy, proxyTunnel: false, keepAliveTimeout: 1, keepAliveMaxTimeout: 1 });
}


/***/ }),

/***/ 682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qc: () => (/* binding */ childEnvironment),
/* harmony export */   _o: () => (/* binding */ secretLines),
/* harmony export */   cT: () => (/* binding */ withoutSecrets)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(419);
/* harmony import */ var _secrets_secret_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9678);


// Variables that a child needs to find programs, use proxies and trust the machine's certificates.
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
 * The environment of a child process: allow-listed variables of `parent` and those that the tool adds. Everything else
 * is left out, above all INPUT_*, ACTIONS_*, tokens and MAGENTO_CLOUD_*, which change what Composer and magento-cloud
 * do.
 */
function childEnvironment(parent, extra, names = []) {
    const inherited = [...allowed, ...names].flatMap((name) => {
        const value = parent[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(inherited), ...extra };
}
/** The variables that are not secrets, which every process around a command may have. */
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
        .flatMap(([name, value]) => (value instanceof _secrets_secret_js__WEBPACK_IMPORTED_MODULE_1__/* .Secret */ .z ? [`${name}=${oneLine(name, value.reveal())}\n`] : []))
        .join('');
}
function oneLine(name, value) {
    if (!/[\n\0]/.test(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UpgradeError */ .fy('bad-secret', {
        message: `The value for ${name} contains a line break.`,
        next: 'Set it to a single line, without quotes around it.'
    });
}


/***/ }),

/***/ 4636:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ createRunCommand)
});

// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: ./.tmp/compiled/src/project/last-characters.js
var last_characters = __webpack_require__(6291);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/process/capture-output.js


/** Characters reported of one line; an endless line must not fill the memory. */
const longestLine = 1024 * 1024;
const longestSecret = 4096;
/** A {@link Capture} that decodes UTF-8 across chunk borders. Of a very long line only the beginning is reported. */
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
// Pieces are joined when needed: appending to one text repeatedly takes quadratic time.
function keepTail(limit) {
    let pieces = [];
    let length = 0;
    return {
        text: () => (0,last_characters/* lastCharacters */.p)(pieces.join(''), limit),
        add: (piece) => {
            pieces.push(piece);
            length += piece.length;
            if (length <= 2 * limit)
                return;
            // One character more than wanted: it shows whether a line begins after it.
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
// The last word may be the first half of a secret, which redaction would not recognise.
function shortened(line, length) {
    if (length <= longestLine)
        return line;
    return `${line.slice(0, beginOfLastWord(line))} … (${length - line.length} more characters)`;
}
// A pattern anchored at the end is tried at each position, which takes a minute for a long line without blanks.
function beginOfLastWord(line) {
    const first = Math.max(0, line.length - longestSecret);
    let at = line.length;
    while (at > first && !/\s/.test(line.charAt(at - 1)))
        at -= 1;
    return at;
}
/** `run` whose stderr is redacted with `redact`; stdout may be data and stays unchanged. */
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/process/process-group.js
const graceMilliseconds = 3000;
/** A {@link Stop} for the group whose id `groupOf` gives; null until the process has reported it. */
function createStop(groupOf) {
    const state = { asked: false, timedOut: false, settled: false };
    const timers = [];
    const attempt = (signal) => {
        if (state.settled)
            return;
        // If the end comes right at the start, the id is not known yet: try again.
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

// EXTERNAL MODULE: ./.tmp/compiled/src/tools/process/child-environment.js
var child_environment = __webpack_require__(682);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./.tmp/compiled/src/errors.js
var errors = __webpack_require__(419);
;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/process/session-launcher.js



const perlScript = 'use POSIX (); POSIX::setsid(); exec { $ARGV[0] } @ARGV; exit 127';
/**
 * The words that start a command in its own session and process group: `setsid`, or perl if that is missing, as on
 * macOS. Throws UpgradeError `preflight-failed` if PATH has neither: then the command's children could not be stopped.
 */
function sessionLauncher(path = process.env['PATH'] ?? '') {
    const setsid = findOnPath('setsid', path);
    if (setsid !== null)
        return [setsid];
    const perl = findOnPath('perl', path);
    if (perl !== null)
        return [perl, '-e', perlScript];
    throw new errors/* UpgradeError */.fy('preflight-failed', {
        message: 'This machine has neither setsid nor perl on PATH; one of them is needed to stop the processes that a command starts.',
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

;// CONCATENATED MODULE: ./.tmp/compiled/src/tools/process/run-command.js







/**
 * The one place where processes start. `signal` ends all of them; `redact` hides secrets in their stderr. Each runs in
 * its own process group, so that grandchildren can be ended too. The group's id comes as a line of stderr, because
 * `@actions/exec` does not give it, and a file could be removed by a cleaner.
 */
function createRunCommand(signal, redact) {
    // Many commands may run at once, one per node and check: this is not a leak.
    if (signal)
        (0,external_node_events_.setMaxListeners)(0, signal);
    const run = (argv, options) => supervise(argv, { ...options, signal: eitherSignal(signal, options.signal) });
    return redact ? redactedStderr(run, redact) : run;
}
function eitherSignal(all, own) {
    return own && all ? AbortSignal.any([all, own]) : own === null ? null : (own ?? all ?? null);
}
// POSIX sh, all data in "$@". Input that the command leaves is read to its end: `@actions/exec` does not catch the
// error of writing to a closed pipe. Secrets come as the first lines of stdin and are exported where the command
// starts.
const common = `echo "$1 $$" >&2; secrets=$2 mode=$3
start() { while [ "$secrets" -gt 0 ]; do IFS= read -r secret; export "$secret"; secrets=$((secrets - 1)); done
if [ "$mode" = input ]; then exec "$@"; else exec "$@" </dev/null; fi; }`;
const runScript = `${common}
shift 3; if [ "$mode" = input ]; then (start "$@"); status=$?; cat >/dev/null; exit "$status"; else start "$@"; fi`;
// The statuses of both stages go to the outer stdout, which nothing else uses: no portable shell option gives both.
const pipeScript = `${common}
file=$4 n=$5; shift 5; umask 077; set -C; exec 3>&1
producer() { shift "$n"; (start "$@"); status=$?; [ "$mode" = closed ] || cat >/dev/null; return "$status"; }
through() { case $n in 0) exec cat ;; 1) "$1" ;; 2) "$1" "$2" ;; 3) "$1" "$2" "$3" ;; *) exit 126 ;; esac; }
{ producer "$@" 3>&-; echo "producer $?" >&3; } | { (through "$@" >"$file" 3>&-); echo "through $?" >&3; }`;
async function supervise(argv, options) {
    if (options.signal?.aborted)
        return { exitCode: 130, stdout: '', stderr: 'stopped before it started', timedOut: false };
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
        // exec types the code as a number, but returns null for a child that a signal ended.
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
    const input = (0,child_environment/* secretLines */._o)(options.env) + textOf(options.input ?? '');
    const code = (await (0,exec/* exec */.m)(`"${program}"`, [...launcher, ...command], {
        ...(options.cwd !== undefined && { cwd: options.cwd }),
        env: (0,child_environment/* withoutSecrets */.cT)(options.env),
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
    const secrets = String((0,child_environment/* secretLines */._o)(options.env).split('\n').length - 1);
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
function textOf(value) {
    return typeof value === 'string' ? value : value.reveal();
}


/***/ }),

/***/ 6420:
/***/ ((module) => {

module.exports = /*#__PURE__*/JSON.parse('{"wk":[{"id":"GHSA-f9f8-rm49-7jv2","fixedIn":"2.9.8","fixedInLts":"2.2.28"},{"id":"CVE-2026-59946","fixedIn":"2.10.2","fixedInLts":"2.2.29"},{"id":"CVE-2026-59947","fixedIn":"2.10.2","fixedInLts":"2.2.29"},{"id":"CVE-2026-59948","fixedIn":"2.10.2","fixedInLts":"2.2.29"},{"id":"CVE-2026-84361","fixedIn":"2.10.3","fixedInLts":"2.2.30"},{"id":"CVE-2026-59944","fixedIn":"2.10.3","fixedInLts":"2.2.30"}]}');

/***/ })

};
