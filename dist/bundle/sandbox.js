export const id = 20;
export const ids = [20];
export const modules = {

/***/ 4877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  startSandbox: () => (/* binding */ startSandbox)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/platform-state.js

const region = 'us-3';
/** The state of a new project with one active environment. */
function createPlatformState(options) {
    const projectId = `p${(0,external_node_crypto_.randomBytes)(6).toString('hex')}`;
    const { plan, environment } = options;
    const types = { integration: 'development', staging: 'staging', production: 'production' };
    const dedicated = plan === 'pro' && environment !== 'integration';
    const machineName = `${environment}-${(0,external_node_crypto_.createHash)('sha1').update(projectId).digest('hex').slice(0, 7)}`;
    const host = `ssh.${region}.magento.cloud`;
    const logins = dedicated
        ? [1, 2, 3].map((node) => `${node}.ent-${projectId}-${machineName}@${host}`)
        : [`${projectId}-${machineName}--mymagento@${host}`];
    const state = {
        id: environment,
        machineName,
        type: types[environment],
        status: 'active',
        headCommit: null,
        lastDeployment: null,
        variables: new Map(),
        backups: [],
        logins,
        neighbours: (options.neighbours ?? []).map((name) => ({
            name,
            kind: name.includes('--') ? 'worker' : 'application',
            login: `${projectId}-${machineName}--${name}@${host}`
        })),
        url: ''
    };
    return {
        projectId,
        region,
        plan,
        environments: new Map([[environment, state]]),
        variables: new Map(),
        activities: [],
        gitHubIntegration: options.gitHubIntegration,
        fault: null
    };
}
/** Adds an activity, pending, as the newest. */
function addActivity(state, given) {
    const activity = {
        id: (0,external_node_crypto_.randomBytes)(7).toString('hex'),
        type: given.type,
        state: 'pending',
        result: null,
        percent: 0,
        createdAt: new Date().toISOString(),
        startedAt: null,
        completedAt: null,
        environments: given.environments,
        text: given.text,
        payload: given.payload ?? {},
        parameters: given.parameters ?? {},
        log: [],
        commands: []
    };
    state.activities.unshift(activity);
    return activity;
}
/** Appends text to the log of an activity, one item per line. */
function logTo(activity, text) {
    for (const line of text.split('\n')) {
        if (line === '')
            continue;
        activity.log.push({
            _id: String(activity.log.length + 1),
            data: { timestamp: new Date().toISOString(), message: `${line}\n` }
        });
    }
}
/** Marks an activity as running. */
function begin(activity) {
    activity.state = 'in_progress';
    activity.startedAt = new Date().toISOString();
}
/** Marks an activity as ended. */
function complete(activity, result) {
    activity.state = 'complete';
    activity.result = result;
    activity.percent = 100;
    activity.completedAt = new Date().toISOString();
}

// EXTERNAL MODULE: ./.tmp/compiled/sandbox/services/shell-quote.js
var shell_quote = __webpack_require__(7787);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/assets-directory.js



/** Absolute path of a file or folder below `sandbox/assets`, from the sources, the library build and the bundle alike. */
function assetPath(...segments) {
    return (0,external_node_path_.join)(assetsDirectory(), ...segments);
}
// A bundler may replace import.meta.url by the path of the machine it ran on: the running program is the second starting point.
function assetsDirectory() {
    for (const start of [(0,external_node_url_.fileURLToPath)(import.meta.url), process.argv[1] ?? '']) {
        for (let folder = (0,external_node_path_.dirname)(start); folder !== (0,external_node_path_.dirname)(folder); folder = (0,external_node_path_.dirname)(folder)) {
            const candidate = (0,external_node_path_.join)(folder, 'sandbox', 'assets');
            if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(candidate, 'composer-installer')))
                return candidate;
        }
    }
    throw new Error('sandbox/assets was not found beside the program');
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/resident-cli.js




/**
 * Answers brief commands of the stand-in CLI in this process. Upgrades call it dozens of times, and to start a Node for
 * each call takes more time than all that is done there. A client gets shell code back, which prints the command's
 * output and exits with its code, or calls `itself` if the command needs its own process.
 */
async function startResidentCli() {
    const cli = await loadCli();
    const open = new Set();
    const server = (0,external_node_net_.createServer)((socket) => {
        open.add(socket);
        socket.on('close', () => open.delete(socket));
        // The caller has ended meanwhile.
        socket.on('error', () => socket.destroy());
        void readCommandLine(socket).then(async (line) => {
            if (line === null)
                return socket.destroy();
            return socket.end(cli.isBrief(line.args) ? await answer(cli, line) : 'itself "$@"\n');
        });
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    return {
        port: typeof address === 'object' && address !== null ? address.port : 0,
        stop: () => {
            for (const socket of open)
                socket.destroy();
            return new Promise((resolve) => {
                server.close(() => {
                    resolve();
                });
            });
        }
    };
}
async function loadCli() {
    const load = async (...path) => (await import(/* webpackIgnore: true */ (0,external_node_url_.pathToFileURL)(assetPath('bin', 'magento-cloud', ...path)).href));
    return { ...(await load('run-command-line.mjs')), ...(await load('process.mjs')) };
}
/**
 * Count of arguments, the arguments, the environment, and an empty word, each ended by NUL; null if the caller
 * disconnected before.
 */
async function readCommandLine(socket) {
    let text = '';
    for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
        text += chunk.toString('utf8');
        const [count = '', ...words] = text.split('\0');
        const args = words.slice(0, Number(count));
        const end = words.indexOf('', args.length);
        // The last word is what follows the last NUL: not yet ended.
        if (args.length < Number(count) || end < 0 || end === words.length - 1)
            continue;
        const pairs = words.slice(args.length, end).map((pair) => /^([^=]*)=([^]*)$/.exec(pair) ?? []);
        return { args, env: Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value])) };
    }
    return null;
}
async function answer({ runCommandLine, runWithin }, { args, env }) {
    let code = '';
    const say = (end) => ({
        write: (text) => {
            code += `printf %s ${(0,shell_quote/* shellQuote */.Z)(text)}${end}\n`;
        }
    });
    const exitCode = await runWithin({ env, stdout: say(''), stderr: say(' >&2') }, () => runCommandLine(args));
    return `${code}exit ${exitCode}\n`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/write-cli.js




/**
 * Writes the stand-in `magento-cloud` as a program into `binDirectory`, which the sandbox puts first on PATH. With the
 * port of a resident CLI it asks that one first, and runs by itself if that is gone.
 */
function writeCli(binDirectory, residentPort = null) {
    (0,external_node_fs_.mkdirSync)(binDirectory, { recursive: true });
    const program = [process.execPath, assetPath('bin', 'magento-cloud.mjs')].map(shell_quote/* shellQuote */.Z).join(' ');
    const script = residentPort === null ? `exec ${program} "$@"` : askResident(residentPort, program);
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(binDirectory, 'magento-cloud'), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 });
}
function askResident(port, program) {
    return `itself() { exec ${program} "$@"; }
{ exec 3<>/dev/tcp/127.0.0.1/${port}; } 2>/dev/null || itself "$@"
{ printf '%s\\0' "$#" "$@"; env -0; printf '\\0'; } >&3
eval "$(unset MAGENTO_CLOUD_CLI_TOKEN; cat <&3)"
echo 'The sandbox stopped meanwhile.' >&2
exit 255`;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/run-program.js


const execFileAsync = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** A failed program, with its output. */
class ProgramFailure extends Error {
    output;
    constructor(summary, output, cause) {
        super(`${summary}\n${output}`, { cause });
        this.output = output;
    }
}
/** Runs a program to its end with exactly the given environment, `input` as its stdin. Returns stdout; throws ProgramFailure. */
async function runProgram(argv, options) {
    const [program, ...rest] = argv;
    try {
        const { cwd, env, input } = options;
        const running = execFileAsync(program, rest, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
        // A program that ends early closes its stdin; its exit status says why.
        running.child.stdin?.on('error', () => undefined).end(input);
        return await running;
    }
    catch (error) {
        const { stdout = '', stderr = '' } = error;
        throw new ProgramFailure(`${argv.slice(0, 3).join(' ')} failed in ${options.cwd}`, stdout + stderr, error);
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/deploy-first.js

/** Sets the remotes of the checkout and pushes it: the first deployment takes the same path as every later one. */
async function deployFirst(input) {
    const { platform, state, topology, branch, checkout, env } = input;
    const { git, running, receiver } = platform;
    const inCheckout = (...args) => runProgram(['git', ...args], { cwd: checkout, env });
    await inCheckout('remote', 'add', 'origin', git.origin);
    if (topology === 'direct')
        await inCheckout('remote', 'add', 'magento', running.cloudRemote);
    await inCheckout('push', '--quiet', topology === 'github' ? 'origin' : git.cloud, branch);
    if (topology === 'direct')
        await inCheckout('push', '--quiet', 'origin', branch);
    await receiver.idle();
    const first = state.activities.find(({ type }) => type === 'environment.push');
    if (first?.result !== 'success')
        throw new Error(`The first deployment failed:\n${(first?.log ?? []).map(({ data }) => data.message).join('')}`);
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/product-versions.js
/** The lines that the package repository holds, oldest first. Versions are a subset of the real ones. */
const releaseLines = [
    {
        line: '2.4.3',
        next: '2.4.4',
        php: '~7.4.0',
        versions: ['2.4.3-p2', '2.4.3-p3'],
        metapackages: ['2.4.3'],
        template: {
            php: '7.4',
            composer: '1',
            mysql: '10.3',
            cache: 'redis',
            cacheType: 'redis:5.0',
            search: 'elasticsearch:7.7'
        }
    },
    {
        line: '2.4.5',
        next: '2.4.6',
        php: '~8.1.0',
        versions: ['2.4.5', '2.4.5-p1', '2.4.5-p2'],
        metapackages: ['2.4.5', '2.4.5-p1', '2.4.5-p2'],
        template: {
            php: '8.1',
            composer: '2.2.26',
            mysql: '10.11',
            cache: 'redis',
            cacheType: 'redis:7.2',
            search: 'opensearch:2'
        }
    },
    {
        line: '2.4.6',
        next: '2.4.7',
        php: '~8.1.0||~8.2.0',
        versions: patches('2.4.6', 8),
        metapackages: ['2.4.6', '2.4.6-p1', '2.4.6-p2'],
        template: {
            php: '8.2',
            composer: '2.2.26',
            mysql: '10.11',
            cache: 'redis',
            cacheType: 'redis:7.2',
            search: 'opensearch:2'
        }
    },
    {
        line: '2.4.7',
        next: '2.4.8',
        php: '~8.2.0||~8.3.0',
        versions: patches('2.4.7', 10),
        metapackages: ['2.4.7', '2.4.7-p1', '2.4.7-p2'],
        template: {
            php: '8.3',
            composer: '2.9.3',
            mysql: '10.11',
            cache: 'redis',
            cacheType: 'redis:7.2',
            search: 'opensearch:2'
        }
    },
    {
        line: '2.4.8',
        next: '2.4.9',
        php: '~8.3.0||~8.4.0',
        versions: patches('2.4.8', 4),
        metapackages: ['2.4.8-p1', '2.4.8-p2'],
        template: {
            php: '8.4',
            composer: '2.9.3',
            mysql: '11.4',
            cache: 'valkey',
            cacheType: 'valkey:8.0',
            search: 'opensearch:3'
        }
    },
    {
        line: '2.4.9',
        next: '2.4.10',
        php: '~8.4.0||~8.5.0',
        versions: ['2.4.9-beta1'],
        metapackages: ['2.4.9-p1', '2.4.9-p2'],
        template: {
            php: '8.5',
            composer: '2.9.3',
            mysql: '11.4',
            cache: 'valkey',
            cacheType: 'valkey:8.0',
            search: 'opensearch:3'
        }
    }
];
/** All product versions, oldest first. */
const productVersions = releaseLines.flatMap((line) => line.versions);
/** The line of a product version. Throws for a version that the repository does not hold. */
function lineOf(version) {
    const found = releaseLines.find((line) => line.versions.includes(version));
    if (!found)
        throw new Error(`The sandbox has no product version ${version}; it has ${productVersions.join(', ')}`);
    return found;
}
function patches(line, last) {
    return [line, ...Array.from({ length: last }, (_, index) => `${line}-p${index + 1}`)];
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/base-map.js

const words = (text) => text.trim().split(/\s+/);
const baseFiles = words(`
  app/.htaccess app/autoload.php app/bootstrap.php app/functions.php app/etc/NonComposerComponentRegistration.php
  app/etc/di.xml app/etc/registration_globlist.php app/etc/vendor_path.php.dist bin/.htaccess bin/magento
  auth.json.sample CHANGELOG.md COPYING.txt LICENSE.txt LICENSE_AFL.txt SECURITY.md nginx.conf.sample package.json.sample
  Gruntfile.js.sample grunt-config.json.sample .editorconfig .htaccess .htaccess.sample .php-cs-fixer.dist.php .user.ini
  .vscode/settings.json.sample generated/.htaccess index.php
  pub/.htaccess pub/.user.ini pub/cron.php pub/get.php pub/health_check.php pub/index.php pub/static.php
  pub/media/.htaccess pub/media/custom_options/.htaccess pub/media/customer/.htaccess pub/media/customer_address/.htaccess
  pub/media/downloadable/.htaccess pub/media/import/.htaccess pub/media/sitemap/.htaccess pub/media/theme_customization/.htaccess
  pub/opt/magento/var/resource_config.json.sample pub/static/.htaccess
  var/.htaccess lib/.htaccess lib/internal/.htaccess setup/.htaccess setup/index.php
  phpserver/README.md phpserver/router.php dev/.htaccess dev/tools/Magento/README.md
  lib/web/blank.html lib/web/chartjs.license lib/web/matchMedia.js lib/web/mage/.keep vendor/.htaccess
  lib/web/modernizr/LICENSE.txt
`);
const baseDirectories = words(`
  app/design/adminhtml/Magento/backend app/design/frontend/Magento/blank app/design/frontend/Magento/luma
  dev/tests/acceptance dev/tests/api-functional dev/tests/error-handler dev/tests/integration dev/tests/js dev/tests/setup-integration
  dev/tests/static dev/tests/unit dev/tests/utils dev/tools/bulk-operations dev/tools/grunt dev/tools/UpgradeScripts
  lib/internal/CardinalCommerce lib/internal/GnuFreeFont lib/internal/LinLibertineFont lib/internal/Cm
  lib/web/FormData lib/web/chartjs lib/web/css lib/web/fonts lib/web/fotorama lib/web/images lib/web/jquery lib/web/jquery.editableMultiselect
  lib/web/js-storage lib/web/knockoutjs lib/web/less lib/web/legacy-build lib/web/lib lib/web/mage/adminhtml lib/web/mage/backend
  lib/web/mage/calendar lib/web/mage/gallery lib/web/mage/msie lib/web/mage/requirejs lib/web/mage/trackdom lib/web/mage/translate
  lib/web/mage/utils lib/web/mage/validation lib/web/mage/view lib/web/moment lib/web/prototype lib/web/requirejs lib/web/scriptaculous
  lib/web/swfobject lib/web/templates lib/web/tiny_mce_5 lib/web/underscore lib/web/varien lib/web/vimeo lib/web/zoom
  pub/errors pub/media/catalog setup/config setup/performance-toolkit setup/pub setup/src setup/view
`);
const eeFiles = words(`
  app/etc/enterprise/di.xml app/etc/enterprise/module.xml LICENSE_EE.txt dev/tests/ee.xml.dist
  dev/tools/Magento/enterprise.md pub/enterprise.php.sample lib/web/enterprise.license setup/enterprise.xml
`);
const eeDirectories = words(`
  dev/tests/acceptance-ee dev/tests/integration-ee dev/tests/unit-ee lib/web/enterprise lib/internal/Enterprise
  setup/performance-toolkit-ee dev/tests/static-ee
`);
const lifetimes = [
    // The releases that overwrite, and on the way out delete, the project's own .gitignore.
    { entry: { path: '.gitignore', directory: false }, until: '2.4.5-p2' },
    { entry: { path: 'lib/web/tiny_mce_4', directory: true }, until: '2.4.6' },
    { entry: { path: 'lib/web/extjs', directory: true }, until: '2.4.8' },
    { entry: { path: 'lib/web/hugerte', directory: true }, since: '2.4.8' },
    { entry: { path: 'dev/tools/UpgradeNotes.md', directory: false }, since: '2.4.8' },
    { entry: { path: 'pub/worker.php', directory: false }, since: '2.4.8' }
];
/** The map entries of magento2-base in one product version. */
function baseMap(version) {
    const at = productVersions.indexOf(version);
    const changing = lifetimes.filter(({ since, until }) => (since === undefined || at >= productVersions.indexOf(since)) &&
        (until === undefined || at < productVersions.indexOf(until)));
    return [...entries(baseFiles, baseDirectories), ...changing.map(({ entry }) => entry)];
}
/** The map entries of magento2-ee-base, the same in every version. */
function enterpriseMap() {
    return entries(eeFiles, eeDirectories);
}
function entries(files, directories) {
    return [
        ...files.map((path) => ({ path, directory: false })),
        ...directories.map((path) => ({ path, directory: true }))
    ];
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/revision.js

/**
 * The newest product version up to `version` in which the named thing (a file, a module) changed.
 * Stable between runs; about half of all things change with a line, about one in eight with a patch.
 */
function revisionOf(name, version) {
    const line = lineOf(version);
    // Asked for each file of each release: the common prefix of all versions is hashed once.
    const begun = fold(`${name}@`);
    for (let index = productVersions.indexOf(version); index > 0; index -= 1) {
        const candidate = productVersions[index];
        const odds = candidate === lineOf(candidate).versions[0] ? 128 : 32;
        if (spread(fold(candidate, begun)) % 256 < odds)
            return candidate;
        if (candidate === line.versions[0] && name.startsWith('line:'))
            return candidate;
    }
    return productVersions[0];
}
/** 32-bit FNV-1a hash of a text. */
function hash(text) {
    return spread(fold(text));
}
/** The hash of a text before its last step, continued from the hash of its prefix. */
function fold(text, begun = 0x811c9dc5) {
    let value = begun;
    for (let index = 0; index < text.length; index += 1)
        value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
    return value;
}
/** FNV's low bits are weak for texts that differ in the last character only. */
function spread(value) {
    return ((value ^ (value >>> 15)) >>> 0) % 0x7fffffff;
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/base-packages.js





const executables = ['bin/magento'];
/** magento/magento2-base of one product version: `mappedFiles` is the number of files below its mapped folders. */
function basePackage(version, php, mappedFiles) {
    const map = baseMap(version);
    return {
        name: 'magento/magento2-base',
        version,
        type: 'magento2-component',
        description: 'Magento 2 Base',
        require: { php, 'ext-intl': '*', 'ext-soap': '*', 'magento/magento-composer-installer': '*' },
        extra: { chmod: executables.map((path) => ({ mask: '0755', path })), map: map.map(({ path }) => [path, path]) },
        bin: executables,
        files: () => new Map([...mappedContents(map, version, mappedFiles), ...ownedContents()])
    };
}
/** magento/magento2-ee-base of one product version. */
function enterpriseBasePackage(version, php, mappedFiles) {
    const map = enterpriseMap();
    return {
        name: 'magento/magento2-ee-base',
        version,
        type: 'magento2-component',
        description: 'Magento Commerce Base',
        require: { php, 'magento/magento-composer-installer': '*' },
        extra: { map: map.map(({ path }) => [path, path]) },
        files: () => mappedContents(map, version, mappedFiles)
    };
}
/** Contents of the files that another part of the sandbox makes functional, such as `bin/magento`. */
function ownedContents() {
    const root = assetPath('magento');
    const found = (0,external_node_fs_.readdirSync)(root, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    const paths = found.map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name).slice(root.length + 1));
    return new Map(paths.filter((path) => !path.startsWith('ece-tools')).map((path) => [path, (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, path))]));
}
function mappedContents(map, version, mappedFiles) {
    const files = new Map();
    const directories = map.filter(({ directory }) => directory).map(({ path }) => path);
    for (const { path, directory } of map)
        if (!directory)
            files.set(path, content(path, version));
    for (let index = 0; index < mappedFiles; index += 1) {
        const folder = directories[index % directories.length];
        const path = `${folder}/${fileName(Math.floor(index / directories.length))}`;
        if (exists(path, version))
            files.set(path, content(path, version));
    }
    // The folders that the template's .gitignore lets through always show all three kinds of change between lines.
    for (const path of directories.filter((directory) => directory.startsWith('app/design/'))) {
        files.set(`${path}/theme/theme.xml`, content(`line:${path}/theme/theme.xml`, version));
        files.set(`${path}/theme/since-${version.split('-')[0] ?? version}.xml`, content(path, version));
    }
    return files;
}
function fileName(index) {
    return index % 3 === 0 ? `file-${index}.php` : `part-${index % 7}/nested folder/file-${index}.js`;
}
/** A few files come and go with the lines. */
function exists(path, version) {
    const line = version.split('-')[0] ?? version;
    return hash(`${path}#${line}`) % 50 !== 0;
}
function content(path, version) {
    const revision = revisionOf(path, version);
    const comment = `${path.replace(/^line:/, '')} as of ${revision}`;
    const filling = hash(`${path}@${revision}`).toString(16).repeat(4);
    // Some lines stay from release to release, as in most files, so that own changes next to them can be merged.
    if (path.endsWith('.php'))
        return `<?php\n\n// ${comment}\n// ${filling}\n\n// One\n// Two\n// Three\n// Four\n`;
    if (path.endsWith('.xml'))
        return `<?xml version="1.0"?>\n<!-- ${comment} ${filling} -->\n<config/>\n`;
    return `# ${comment}\n# ${filling}\n\n# One\n# Two\n# Three\n# Four\n`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/core-packages.js




/** Releases of ece-tools; before 2002.0.16 the platform could not tell an administrator's address by itself. */
const eceToolsVersions = ['2002.0.14', '2002.0.23', '2002.1.13', '2002.1.19', '2002.2.6', '2002.2.10'];
/** Packages that do not move with the product: platform tooling, the marshaling plugin, libraries. */
function toolingReleases() {
    return [
        ...metapackages(),
        ...eceToolsVersions.map(eceTools),
        ...['1.0.20', '1.0.27', '1.1.9', '1.1.13'].map((version) => library('magento/magento-cloud-patches', version, { php: '>=7.4' })),
        ...['1.1.24', '1.1.48', '1.1.65', '1.1.77'].map((version) => library('magento/quality-patches', version, { php: '>=7.4' })),
        ...['1.3.6', '1.4.3'].map(cloudDocker),
        ...['1.2.220', '1.2.228'].map((version) => library('fastly/magento2', version, { php: '>=7.4' })),
        library('aem/rum', '1.0.0', { php: '>=8.0' }),
        ...['0.3.0', '0.4.0'].map(composerInstaller),
        ...['1.1.0', '2.0.4', '2.0.6'].map(rootUpdatePlugin),
        library('psr/log', '3.0.2', { php: '>=7.4' }),
        library('symfony/intl', '7.4.1', { php: '>=7.4' }),
        // Only a resolver that works for the declared PHP picks the right one of these two.
        library('symfony/intl', '8.0.1', { php: '>=8.4' }),
        library('monolog/monolog', '2.10.0', { php: '>=7.4', 'psr/log': '^3.0' }),
        library('monolog/monolog', '3.9.0', { php: '>=8.1', 'psr/log': '^3.0', 'ext-mbstring': '*' })
    ];
}
function metapackages() {
    return releaseLines.flatMap(({ line, next, metapackages: versions }) => versions.map((version) => ({
        name: 'magento/magento-cloud-metapackage',
        version,
        type: 'metapackage',
        require: {
            // The plain version also takes the older ece-tools, which no real metapackage of these lines does.
            'magento/ece-tools': version.includes('-') ? '^2002.2.0' : '^2002.0.8 || ^2002.1.0',
            'magento/product-enterprise-edition': `>=${line} <${next}`,
            'fastly/magento2': '^1.2.34',
            ...(version.endsWith('-p2') ? { 'aem/rum': '^1.0' } : {})
        }
    })));
}
function eceTools(version) {
    return {
        name: 'magento/ece-tools',
        version,
        type: 'library',
        description: 'Provides tools to build and deploy on cloud infrastructure',
        require: {
            php: version.startsWith('2002.2.') ? '^8.0' : '^7.0 || ^8.0',
            'ext-json': '*',
            'magento/magento-cloud-patches': '^1.0.0',
            'magento/quality-patches': '^1.0.0',
            'magento/magento-cloud-docker': '^1.0.0'
        },
        bin: ['bin/ece-tools'],
        files: eceToolsFiles
    };
}
function eceToolsFiles() {
    const asset = assetPath('magento', 'ece-tools');
    if ((0,external_node_fs_.statSync)(asset).isFile())
        return new Map([['bin/ece-tools', (0,external_node_fs_.readFileSync)(asset)]]);
    return filesBelow(asset);
}
function composerInstaller(version) {
    return {
        name: 'magento/magento-composer-installer',
        version,
        type: 'composer-plugin',
        description: 'Composer installer for Magento modules',
        require: { php: '>=7.4', 'composer-plugin-api': '^2.0' },
        autoload: { 'psr-4': { 'Sandbox\\Marshaling\\': 'src/' } },
        extra: { class: 'Sandbox\\Marshaling\\Plugin' },
        files: () => filesBelow(assetPath('composer-installer'))
    };
}
function rootUpdatePlugin(version) {
    const type = 'composer-plugin';
    const extra = { class: 'Sandbox\\RootUpdate\\Plugin' };
    const autoload = { 'psr-4': { 'Sandbox\\RootUpdate\\': 'src/' } };
    const require = { php: '>=7.4', 'composer-plugin-api': '^2.0' };
    const files = () => filesBelow(assetPath('root-update-plugin'));
    return { name: 'magento/composer-root-update-plugin', version, type, require, autoload, extra, files };
}
/** The third carrier of a map; its destinations are written with a leading slash. */
function cloudDocker(version) {
    const names = [
        'bin/magento-docker',
        'docker-compose.override.yml.dist',
        '.docker/config.env.dist',
        '.docker/mysql/.keep'
    ];
    return {
        name: 'magento/magento-cloud-docker',
        version,
        type: 'magento2-component',
        require: { php: '>=7.4' },
        bin: ['bin/ece-docker'],
        extra: {
            chmod: [{ mask: '0755', path: 'bin/magento-docker' }],
            map: names.map((name) => [`dist/${name}`, `/${name}`])
        },
        files: () => new Map([
            ['bin/ece-docker', `#!/usr/bin/env php\n<?php\n\necho 'ece-docker ${version}', PHP_EOL;\n`],
            ...names.map((name) => [`dist/${name}`, `# ${name} of ${version}\n`])
        ])
    };
}
function library(name, version, require) {
    return { name, version, type: 'library', require, files: () => new Map([['README.md', `# ${name} ${version}\n`]]) };
}
function filesBelow(root) {
    const found = (0,external_node_fs_.readdirSync)(root, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    const paths = found.map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name));
    return new Map(paths.map((path) => [path.slice(root.length + 1), (0,external_node_fs_.readFileSync)(path)]));
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/module-packages.js


const subjects = `catalog sales checkout customer inventory quote payment shipping tax bundle downloadable wishlist review search
  newsletter cms theme store backend user security integration webapi indexer cron cache-invalidate page-cache translation ui email
  contact captcha reports rule sales-rule catalog-rule catalog-search url-rewrite media-gallery import-export rma reward gift-card
  gift-registry customer-balance target-rule visual-merchandiser staging versions-cms banner`.split(/\s+/);
const aspects = [
    '',
    '-graph-ql',
    '-admin-ui',
    '-api',
    '-sample',
    '-analytics',
    '-import',
    '-staging',
    '-cache',
    '-admin-gws',
    '-queue',
    '-layout'
];
const vendors = ['laminas', 'symfony', 'league', 'guzzlehttp', 'aws', 'doctrine', 'web-token', 'spomky-labs'];
/** Name of the n-th module or, for `library`, of the n-th package of another vendor. */
function packageName(kind, index) {
    const subject = subjects[index % subjects.length];
    const round = Math.floor(index / subjects.length);
    if (kind === 'module')
        return `magento/module-${subject}${aspects[round % aspects.length]}${overflow(round, aspects.length)}`;
    const vendor = vendors[round % vendors.length];
    return `${vendor}/${vendor}-${subject}${overflow(round, vendors.length)}`;
}
function overflow(round, length) {
    return round < length ? '' : `-${Math.floor(round / length) + 1}`;
}
/** Version of a module or library that belongs to a product version: it moves with each line and with some patches. */
function moduleVersion(name, productVersion) {
    const line = lineOf(productVersion);
    const revision = revisionOf(`line:${name}`, productVersion);
    const suffix = line.versions.includes(revision) && revision.includes('-') ? revision.slice(revision.indexOf('-')) : '';
    const [, minor, patch] = line.line.split('.');
    return name.startsWith('magento/')
        ? `100.${minor ?? '0'}.${patch ?? '0'}${suffix}`
        : `3.${patch ?? '0'}.${suffix.replace(/\D/g, '') || '0'}`;
}
/** Version of magento/framework of a product version. */
function frameworkVersion(productVersion) {
    return productVersion.replace(/^2\.4\./, '103.0.');
}
/** Every release of one module or library over all product versions. */
function moduleReleases(name) {
    const versions = new Map();
    for (const product of productVersions) {
        const version = moduleVersion(name, product);
        if (!versions.has(version))
            versions.set(version, product);
    }
    return [...versions].map(([version, product]) => moduleRelease(name, version, product));
}
function moduleRelease(name, version, product) {
    const { php, line } = lineOf(product);
    if (!name.startsWith('magento/')) {
        const files = () => new Map([['src/Library.php', `<?php\n\n// ${name} ${version}\n`]]);
        return { name, version, type: 'library', require: { php: '>=7.4' }, files };
    }
    return {
        name,
        version,
        type: 'magento2-module',
        require: { php, 'magento/framework': `~${frameworkVersion(line)}.0` },
        autoload: { files: ['registration.php'], 'psr-4': { [`${moduleName(name).replace('_', '\\')}\\`]: '' } },
        files: () => moduleFiles(moduleName(name), version)
    };
}
/** `Vendor_Module` name of a module package. */
function moduleName(packageName) {
    const [vendor = '', name = ''] = packageName.split('/');
    const camel = (text) => text.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
    return `${camel(vendor)}_${camel(name.replace(/^module-/, ''))}`;
}
/** What every module holds: its registration and its declaration. */
function moduleFiles(name, version) {
    const registration = [
        '<?php',
        '',
        'use Magento\\Framework\\Component\\ComponentRegistrar;',
        '',
        `ComponentRegistrar::register(ComponentRegistrar::MODULE, '${name}', __DIR__);`,
        ''
    ];
    const declaration = `<?xml version="1.0"?>\n<config>\n    <module name="${name}" setup_version="${version.split('-')[0] ?? version}"/>\n</config>\n`;
    return new Map([
        ['registration.php', registration.join('\n')],
        ['etc/module.xml', declaration],
        ['README.md', `# ${name}\n\nRelease ${version}.\n`]
    ]);
}
/** An extension whose map puts all of it below app/code, as a glob, for every version of the product. */
function mappedExtension() {
    return productVersions.map((product, index) => {
        const version = `1.${index}.0`;
        const contents = moduleFiles('Acme_Mapped', version);
        return {
            name: 'acme/module-mapped',
            version,
            type: 'magento2-module',
            require: { 'magento/framework': frameworkVersion(product) },
            extra: { map: [['*', 'Acme/Mapped']] },
            files: () => new Map([...contents, ['.editorconfig', `# ${version}\n`], [`etc/since-${product}.xml`, '<config/>\n']])
        };
    });
}
/** The lines that a third-party extension supports. */
function extensionReleases(upTo) {
    const lines = releaseLines.filter(({ line }) => upTo === undefined || line <= lineOf(upTo).line);
    return lines.map(({ line, php }, index) => ({
        name: 'acme/module-example',
        version: `1.${index}.0`,
        type: 'magento2-module',
        require: { php, 'magento/framework': `~${frameworkVersion(line)}.0` },
        autoload: { files: ['registration.php'], 'psr-4': { 'Acme\\Example\\': '' } },
        files: () => moduleFiles('Acme_Example', `1.${index}.0`)
    }));
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/package-catalog.js





/** All releases by package name. Contents are made when asked for, not here. */
function createCatalog(options = {}) {
    const fillers = fillerNames(options.packages ?? 60);
    const mappedFiles = options.mappedFiles ?? 400;
    const releases = [
        ...toolingReleases(),
        ...productVersions
            .flatMap((version) => productReleases(version, fillers, mappedFiles))
            .map((release) => release.name === base ? withBallast(release, { packageKilobytes: options.baseKilobytes ?? 0 }) : release),
        ...[...fillers, comingModule, goingModule].flatMap(moduleReleases).map((release) => withBallast(release, options)),
        ...extensionReleases(options.extensionUpTo),
        ...mappedExtension()
    ];
    const catalog = new Map();
    for (const release of releases) {
        const known = catalog.get(release.name);
        if (known)
            known.push(release);
        else
            catalog.set(release.name, [release]);
    }
    return catalog;
}
/** Gives a release the weight of a real one. */
function withBallast(release, { packageKilobytes = 0, packageFiles = 0 }) {
    const { files, name, version } = release;
    if (packageKilobytes + packageFiles === 0 || !files)
        return release;
    const sources = Array.from({ length: packageFiles }, (_, index) => [
        `Model/Part${index % 7}/Source${index}.php`,
        `<?php\n\n// ${name} ${version}\n`
    ]);
    const weight = packageKilobytes > 0 ? [['view/base/web/ballast.bin', ballast(release, packageKilobytes)]] : [];
    return { ...release, files: () => new Map([...files(), ...sources, ...weight]) };
}
function ballast({ name, version }, kilobytes) {
    const bytes = new Uint32Array(kilobytes * 256);
    let state = hash(`${name}@${version}`) || 1;
    for (let index = 0; index < bytes.length; index += 1) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        bytes[index] = state;
    }
    return new Uint8Array(bytes.buffer);
}
const base = 'magento/magento2-base';
/** Packages of the lock that are not modules or libraries made to fill it up. */
const fixedPackages = 18;
const goingModule = 'magento/module-legacy-editor';
const comingModule = 'magento/module-modern-editor';
function fillerNames(packages) {
    const count = Math.max(0, Math.min(packages, 750) - fixedPackages);
    const libraries = Math.floor(count / 4);
    return Array.from({ length: count }, (_, index) => index < count - libraries ? packageName('module', index) : packageName('library', index - (count - libraries)));
}
function productReleases(version, fillers, mappedFiles) {
    const { php, line } = lineOf(version);
    const exact = Object.fromEntries(fillers.map((name) => [name, moduleVersion(name, version)]));
    const editor = line < '2.4.8' ? goingModule : comingModule;
    const names = Object.keys(exact);
    const enterprise = names.filter((_, index) => index % 5 === 4);
    const pick = (wanted) => Object.fromEntries(Object.entries(exact).filter(([name]) => wanted(name)));
    return [
        {
            name: 'magento/product-enterprise-edition',
            version,
            type: 'metapackage',
            require: {
                'magento/product-community-edition': version,
                'magento/magento2-ee-base': version,
                ...pick((name) => enterprise.includes(name))
            }
        },
        {
            name: 'magento/product-community-edition',
            version,
            type: 'metapackage',
            require: {
                php,
                ...Object.fromEntries(requiredExtensions.map((name) => [`ext-${name}`, '*'])),
                'magento/magento2-base': version,
                'magento/framework': frameworkVersion(version),
                'symfony/intl': '^7.4 || ^8.0',
                'monolog/monolog': line < '2.4.8' ? '^2.7' : '^3.0',
                [editor]: moduleVersion(editor, version),
                ...pick((name) => !enterprise.includes(name))
            }
        },
        framework(version, php),
        basePackage(version, php, mappedFiles),
        enterpriseBasePackage(version, php, Math.floor(mappedFiles / 10))
    ];
}
const requiredExtensions = [
    'bcmath',
    'ctype',
    'curl',
    'dom',
    'gd',
    'iconv',
    'intl',
    'mbstring',
    'openssl',
    'pdo_mysql',
    'soap',
    'xsl',
    'zip'
];
function framework(product, php) {
    const registrar = `<?php

namespace Magento\\Framework\\Component;

class ComponentRegistrar
{
    public const MODULE = 'module';

    public static function register(string $type, string $name, string $path): void
    {
    }
}
`;
    return {
        name: 'magento/framework',
        version: frameworkVersion(product),
        type: 'magento2-library',
        require: { php, 'ext-openssl': '*', 'psr/log': '^1 || ^2 || ^3' },
        autoload: { 'psr-4': { 'Magento\\Framework\\': '' } },
        files: () => new Map([['Component/ComponentRegistrar.php', registrar]])
    };
}

// EXTERNAL MODULE: ./node_modules/fflate/esm/index.mjs
var esm = __webpack_require__(1306);
;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/package-release.js

/** What composer.json and the repository's index say of a release. */
function manifestOf(release) {
    const manifest = { ...release };
    delete manifest.files;
    return manifest;
}
// Setting up a compressor takes longer than everything else for a small file, of which there are hundreds.
const worthCompressing = 4096;
// Archives carry a fixed date, so that they are the same bytes every time.
const timestamp = new Date(2026, 0, 1);
/** The zip archive of a release: the same bytes every time. */
function zipRelease(release) {
    const encoder = new TextEncoder();
    const entries = {};
    const add = (path, content) => {
        const mode = release.bin?.includes(path) ? 0o755 : 0o644;
        const bytes = typeof content === 'string' ? encoder.encode(content) : content;
        entries[path] = [
            bytes,
            {
                level: bytes.length < worthCompressing ? 0 : 1,
                mtime: timestamp,
                os: 3,
                attrs: ((0o100000 | mode) << 16) >>> 0
            }
        ];
    };
    add('composer.json', JSON.stringify(manifestOf(release), null, 4) + '\n');
    for (const [path, content] of release.files?.() ?? [])
        add(path, content);
    return (0,esm/* zipSync */.L)(entries);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/packages/package-repository.js





/** Serves the stand-in packages over HTTP with basic authentication. Archives are made when they are first asked for. */
async function startPackageRepository(options = {}) {
    const username = options.username ?? (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const password = options.password ?? (0,external_node_crypto_.randomBytes)(16).toString('hex');
    const expected = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    const catalog = createCatalog(options);
    const archives = new Map();
    let mode = 'open';
    let intercepted = null;
    let served = 0;
    let indexRequests = 0;
    let index;
    const answer = (request) => {
        if (request.headers.authorization !== expected || mode === 'unauthorized')
            return { status: 401 };
        if (mode === 'forbidden')
            return { status: 403 };
        const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
        const visible = (name) => mode === 'open' || !name.startsWith('magento/');
        if (mode === 'not-found')
            return { status: 404 };
        if (path === '/packages.json') {
            indexRequests += 1;
            index ??= {
                all: renderIndex(catalog, url, () => true),
                foreign: renderIndex(catalog, url, (name) => !name.startsWith('magento/'))
            };
            return {
                status: 200,
                type: 'application/json',
                encoding: 'gzip',
                body: mode === 'open' ? index.all : index.foreign
            };
        }
        const [, name = '', version = ''] = /^\/archives\/([^/]+\/[^/]+)\/(.+)\.zip$/.exec(path) ?? [];
        const release = visible(name) ? catalog.get(name)?.find((candidate) => candidate.version === version) : undefined;
        if (!release?.files)
            return { status: 404 };
        const archive = archives.get(path) ?? zipRelease(release);
        archives.set(path, archive);
        return { status: 200, type: 'application/zip', body: archive };
    };
    const server = (0,external_node_http_.createServer)((request, response) => {
        if (intercepted?.(request, response))
            return;
        const { status, type = 'application/json', encoding, body = refusal(status) } = answer(request);
        served += Buffer.byteLength(body);
        const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="Magento repository"' } : {};
        response.writeHead(status, {
            'content-type': type,
            'content-length': Buffer.byteLength(body),
            ...(encoding ? { 'content-encoding': encoding } : {}),
            ...challenge
        });
        response.end(request.method === 'HEAD' ? undefined : body);
    });
    await new Promise((resolve, reject) => {
        server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    const host = `127.0.0.1:${server.address().port}`;
    const url = `http://${host}`;
    const stop = async () => {
        if (!server.listening)
            return;
        await new Promise((resolve) => {
            server.close(() => {
                resolve();
            });
            server.closeAllConnections();
        });
    };
    const setMode = (next) => {
        mode = next;
    };
    const intercept = (next) => {
        intercepted = next;
    };
    return {
        ...{ url, host, username, password, setMode, intercept, stop },
        indexRequests: () => indexRequests,
        bytesServed: () => served
    };
}
function refusal(status) {
    const messages = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found' };
    return JSON.stringify({ status, message: messages[status] ?? '' });
}
/** All packages in one answer: one request instead of one for each of several hundred packages. */
function renderIndex(catalog, url, visible) {
    const packages = {};
    for (const [name, releases] of catalog) {
        if (visible(name))
            packages[name] = Object.fromEntries(releases.map((release) => [release.version, describe(release, url)]));
    }
    return (0,external_node_zlib_.gzipSync)(JSON.stringify({ packages }), { level: 1 });
}
function describe(release, url) {
    const manifest = manifestOf(release);
    if (!release.files)
        return { ...manifest };
    const reference = (0,external_node_crypto_.createHash)('sha1').update(`${release.name}@${release.version}`).digest('hex');
    const archive = `${url}/archives/${release.name}/${release.version}.zip`;
    return { ...manifest, dist: { type: 'zip', url: archive, reference, shasum: '' } };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/isolated-environment.js


const extensions = `bcmath ctype curl dom fileinfo filter gd hash iconv intl json libxml mbstring openssl pcre pdo pdo_mysql simplexml
  soap sockets sodium spl tokenizer xml xmlreader xmlwriter xsl zip zlib`.split(/\s+/);
/**
 * The whole environment for a child that runs Composer or git: nothing of the machine's own configuration applies, and
 * Composer resolves for the declared PHP with the platform's extensions. The keys are in
 * `directory/composer/auth.json`.
 */
async function isolatedEnvironment(options) {
    const home = (0,external_node_path_.join)(options.directory, 'composer');
    await (0,promises_.mkdir)(home, { recursive: true });
    const php = `${options.php}.99`;
    const platform = { php };
    for (const name of extensions)
        platform[`ext-${name}`] = php;
    const { host, username, password } = options.repository;
    const auth = { 'http-basic': { [host]: { username, password } } };
    // A PHP newer or older than the declared one runs the installed code here.
    const config = { config: { platform, 'platform-check': false } };
    await (0,promises_.writeFile)((0,external_node_path_.join)(home, 'auth.json'), JSON.stringify(auth), { mode: 0o600 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(home, 'config.json'), JSON.stringify(config));
    return {
        PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin',
        HOME: options.directory,
        LANG: 'C.UTF-8',
        COMPOSER_HOME: home,
        COMPOSER_CACHE_DIR: (0,external_node_path_.join)(options.directory, 'composer-cache'),
        COMPOSER_ALLOW_SUPERUSER: '1',
        COMPOSER_NO_INTERACTION: '1',
        COMPOSER_NO_AUDIT: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Project Developer',
        GIT_AUTHOR_EMAIL: 'developer@example.com',
        GIT_COMMITTER_NAME: 'Project Developer',
        GIT_COMMITTER_EMAIL: 'developer@example.com',
        GIT_TERMINAL_PROMPT: '0'
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/project/cloud-config-files.js
/** `.magento.app.yaml` of a line, with the comments that developers leave in it. */
function renderAppYaml({ template }) {
    const search = template.search.split(':')[0] ?? 'opensearch';
    const cache = template.cache === 'valkey' ? 'valkey: "cache:valkey"' : 'redis: "redis:redis"';
    return `# The name of the application; it is part of the addresses of the environments.
name: mymagento

# The runtime of the application.
type: php:${template.php}
build:
    flavor: none
dependencies:
    php:
        composer/composer: '${template.composer}' # the build installs the packages with this Composer

# Services that the application talks to.
relationships:
    database: "mysql:mysql"
    ${cache}
    ${search}: "${search}:${search}"

runtime:
    extensions:
        - xsl
        - sodium

# Size of the disk of an environment, in MB.
disk: 5120

mounts:
    "var": "shared:files/var"
    "app/etc": "shared:files/etc"
    "pub/media": "shared:files/media"
    "pub/static": "shared:files/static"

hooks:
    # Runs without services: no database here.
    build: |
        set -e
        composer install --no-dev --no-progress --no-interaction
        php ./vendor/bin/ece-tools run scenario/build/generate.xml
        php ./vendor/bin/ece-tools run scenario/build/transfer.xml
    # Runs with services, while requests are held back.
    deploy: |
        php ./vendor/bin/ece-tools run scenario/deploy.xml
    post_deploy: |
        php ./vendor/bin/ece-tools run scenario/post-deploy.xml

crons:
    cronrun:
        spec: "* * * * *"
        cmd: "php bin/magento cron:run"

web:
    locations:
        "/":
            root: "pub"
            passthru: "/index.php"
            index:
                - index.php
`;
}
/** `.magento/services.yaml` of a line. */
function renderServicesYaml({ template }) {
    const search = template.search.split(':')[0] ?? 'opensearch';
    return `mysql:
    type: mysql:${template.mysql}
    disk: 5120

${template.cache === 'valkey' ? 'cache' : 'redis'}:
    type: ${template.cacheType}

${search}:
    type: ${template.search}
    disk: 1024
`;
}
/** `.magento/routes.yaml`, the same for all lines. */
const routesYaml = `"http://{default}/":
    type: upstream
    upstream: "mymagento:http"

"http://{all}/":
    type: upstream
    upstream: "mymagento:http"
`;
/** `.magento.env.yaml`, the same for all lines. */
const envYaml = `# Variables of the build and deploy stages.
stage:
    global:
        SCD_ON_DEMAND: true
    build:
        # QUALITY_PATCHES are applied before the files in m2-hotfixes.
        QUALITY_PATCHES: []
    deploy:
        CRON_CONSUMERS_RUNNER:
            cron_run: true
`;

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/project/project-files.js


/** Path to text of everything that a developer keeps in the repository, without composer.lock. */
function projectFiles(options) {
    const { line } = options;
    return new Map([
        ['composer.json', renderComposerJson(options)],
        ['.gitignore', options.layout === 'allow-list' ? allowList : denyList],
        ['.magento.app.yaml', renderAppYaml(line)],
        ['.magento/services.yaml', renderServicesYaml(line)],
        ['.magento/routes.yaml', routesYaml],
        ['.magento.env.yaml', envYaml],
        ['app/etc/config.php', renderConfigPhp([...options.modules, 'Acme_Theme'])],
        ...[...moduleFiles('Acme_Theme', '1.0.0')].map(([path, text]) => [
            `app/code/Acme/Theme/${path}`,
            text
        ]),
        [
            'app/code/Acme/Theme/view/frontend/templates/greeting card.phtml',
            '<p><?= $block->escapeHtml(__("Hello")) ?></p>\n'
        ],
        ['app/design/frontend/Acme/default/theme.xml', '<?xml version="1.0"?>\n<theme><title>Acme</title></theme>\n'],
        ['magento-vars.php', '<?php\n\n// Which store a host name belongs to.\n'],
        ['php.ini', 'memory_limit = 1G\nauto_prepend_file = /app/magento-vars.php\n'],
        ['op-exclude.txt', '/app/app/etc/config.php\n/app/app/etc/env.php\n'],
        ['update/README.md', 'A folder of the support module.\n'],
        ['README.md', '# The shop\n\nCode of the shop. Each branch is an environment.\n'],
        ['.github/workflows/ci.yml', workflow],
        ['m2-hotfixes/README.md', 'Patches in this folder are applied by the build, in alphabetical order.\n']
    ]);
}
/** Root requirements in the order of `composer require` with `sort-packages`, which the guide has one type. */
function requirements({ line, extension, productPin, require }) {
    const rootUpdate = { '2.4.3': '^1.1', '2.4.4': '^2.0.2', '2.4.5': '^2.0.2' }[line.line] ?? '^2.0.3';
    return {
        ...(extension ? { 'acme/module-example': '^1.0' } : {}),
        ...require,
        'magento/composer-root-update-plugin': rootUpdate,
        'magento/magento-cloud-metapackage': `>=${line.line} <${line.next}`,
        ...(productPin === null ? {} : { 'magento/product-enterprise-edition': productPin })
    };
}
/**
 * The template's own root. Two things are the sandbox's: Packagist is off and plain http is allowed, because
 * everything comes from one repository on loopback.
 */
function renderComposerJson(options) {
    const { line, repositoryUrl } = options;
    const manifest = {
        name: 'magento/magento-cloud-template',
        description: 'eCommerce Platform for Growth (Enterprise Edition)',
        type: 'project',
        version: line.line,
        license: 'OSL-3.0',
        config: {
            'preferred-install': 'dist',
            'sort-packages': true,
            'allow-plugins': {
                'dealerdirect/phpcodesniffer-composer-installer': true,
                'laminas/laminas-dependency-plugin': true,
                'magento/*': true,
                'php-http/discovery': true
            },
            'secure-http': false
        },
        repositories: { repo: { type: 'composer', url: repositoryUrl }, 'packagist.org': false },
        require: requirements(options),
        suggest: { 'ext-pcntl': 'Need for run processes in parallel mode' },
        conflict: { 'gene/bluefoot': '*' },
        autoload: {
            'psr-4': {
                'Magento\\Setup\\': 'setup/src/Magento/Setup/',
                'Magento\\': 'app/code/Magento/',
                'Zend\\Mvc\\Controller\\': 'setup/src/Zend/Mvc/Controller/'
            },
            'psr-0': { '': ['app/code/', 'generated/code/'] },
            files: ['app/etc/NonComposerComponentRegistration.php'],
            'exclude-from-classmap': ['**/dev/**', '**/update/**', '**/Test/**']
        },
        'autoload-dev': { 'psr-4': { 'Magento\\Tools\\': 'dev/tools/Magento/Tools/' } },
        'minimum-stability': 'alpha',
        'prefer-stable': true,
        extra: {
            component_paths: {
                'trentrichardson/jquery-timepicker-addon': 'lib/web/jquery/jquery-ui-timepicker-addon.js',
                'components/jquery': ['lib/web/jquery.js', 'lib/web/jquery/jquery.min.js', 'lib/web/jquery/jquery-migrate.js'],
                'blueimp/jquery-file-upload': 'lib/web/jquery/fileUploader',
                'components/jqueryui': ['lib/web/jquery/jquery-ui.js'],
                'twbs/bootstrap': ['lib/web/jquery/jquery.tabs.js'],
                'tinymce/tinymce': 'lib/web/tiny_mce_5'
            },
            'magento-force': true,
            'magento-deploystrategy': 'copy',
            ...(line.line < '2.4.4' ? {} : { 'magento-deploy-ignore': { '*': ['/.gitignore'] } })
        },
        scripts: {
            'generate-schema': ['php ./vendor/bin/ece-tools schema:generate || true'],
            'post-install-cmd': ['@generate-schema'],
            'post-update-cmd': ['@generate-schema']
        }
    };
    return JSON.stringify(manifest, null, 4) + '\n';
}
const allowList = `*
!/.gitignore
!/.magento.app.yaml
!/.magento.env.yaml*
!/.magento
!/.magento/**
/.magento/local
!/app
!/app/*/
!/app/code/**
!/app/design/**
!/app/etc/config.php
!/app/i18n/**
!/auth.json
!/build_options.ini
!/composer.json
!/composer.lock
!/magento-vars.php
!/m2-hotfixes
!/m2-hotfixes/**
!/php.ini
!/update
!/update/.htaccess
!/README.md
!/op-exclude.txt
`;
const denyList = `/.idea/
/.magento/local
/app/etc/env.php
/dev/tests/
/generated/code
/generated/metadata
/pub/media/*
!/pub/media/.htaccess
/pub/static/*
!/pub/static/.htaccess
/var/*
!/var/.htaccess
/vendor/
/auth.json
`;
const workflow = `name: ci
on: push
permissions: {}
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - run: composer validate
`;
function renderConfigPhp(modules) {
    const lines = modules.map((name) => `        '${name}' => 1,`);
    return ['<?php', 'return [', "    'modules' => [", ...lines, '    ],', '];', ''].join('\n');
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/project/write-project.js







/**
 * Writes a project as the cloud template of the line has it, lets the real Composer make composer.lock for exactly
 * `fromVersion`, and commits everything to a new git repository.
 */
async function writeProject(options) {
    const { directory, repository, layout = 'allow-list', fromVersion = '2.4.7-p3' } = options;
    const line = lineOf(fromVersion);
    const env = await isolatedEnvironment({ directory: options.homeDirectory, repository, php: line.template.php });
    const productPin = (options.productPin ?? true) ? fromVersion : null;
    const common = {
        line,
        repositoryUrl: repository.url,
        layout,
        extension: options.extension ?? false,
        productPin,
        require: options.require ?? {}
    };
    await writeFiles(directory, projectFiles({ ...common, modules: [] }));
    const eceTools = options.eceTools ?? (line.template.php < '8' ? '2002.1.13' : '2002.2.6');
    await lockExactly(directory, { 'magento/product-enterprise-edition': fromVersion, 'magento/ece-tools': eceTools }, env);
    const modules = await dropPlatformFromLock((0,external_node_path_.join)(directory, 'composer.lock'));
    await writeFiles(directory, projectFiles({ ...common, modules }));
    await marshal(directory, env);
    const commit = await commitAll(directory, options.branch ?? 'integration', env);
    return { directory, commit, env };
}
/** Locks the given versions without a trace in composer.json: the pins go before the lock's hash is renewed. */
async function lockExactly(directory, pins, env) {
    const file = (0,external_node_path_.join)(directory, 'composer.json');
    const plain = await (0,promises_.readFile)(file, 'utf8');
    const manifest = JSON.parse(plain);
    await (0,promises_.writeFile)(file, JSON.stringify({ ...manifest, require: { ...manifest.require, ...pins } }));
    await runProgram(['composer', 'update', '--no-install', '--no-progress'], { cwd: directory, env });
    await (0,promises_.writeFile)(file, plain);
    await runProgram(['composer', 'update', '--lock', '--no-install', '--no-progress'], { cwd: directory, env });
}
async function writeFiles(directory, files) {
    for (const [path, text] of files) {
        const file = (0,external_node_path_.join)(directory, path);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
        await (0,promises_.writeFile)(file, text);
    }
}
/** The PHP resolved for is the machine's on the platform, so its lock says nothing about it. Returns the modules' names. */
async function dropPlatformFromLock(path) {
    const lock = JSON.parse(await (0,promises_.readFile)(path, 'utf8'));
    delete lock['platform-overrides'];
    await (0,promises_.writeFile)(path, JSON.stringify(lock, null, 4) + '\n');
    return lock.packages.filter(({ type }) => type === 'magento2-module').map(({ name }) => moduleName(name));
}
const mapCarriers = ['magento/magento-composer-installer', 'magento/ece-tools'];
/**
 * Has the plugin put the mapped files into the project, as on a developer's machine, where git then sees what .gitignore
 * lets through. Only the packages that carry a map are installed, so that this takes about a second for any project.
 */
async function marshal(directory, env) {
    const kept = ['composer.json', 'composer.lock', '.gitignore'].map((name) => (0,external_node_path_.join)(directory, name));
    const originals = await Promise.all(kept.map((file) => (0,promises_.readFile)(file, 'utf8')));
    const [manifest, lock] = originals.slice(0, 2).map((text) => JSON.parse(text));
    const { packages } = lock;
    const carriers = packages.filter(({ name, extra }) => mapCarriers.includes(name) || (extra !== undefined && 'map' in extra));
    const require = Object.fromEntries(carriers.map(({ name, version }) => [name, version]));
    await (0,promises_.writeFile)(kept[0], JSON.stringify({ ...manifest, require }));
    await (0,promises_.rm)(kept[1]);
    await runProgram(['composer', 'update', '--no-progress'], { cwd: directory, env });
    await (0,promises_.rm)((0,external_node_path_.join)(directory, 'vendor'), { recursive: true });
    for (const [index, file] of kept.entries())
        await (0,promises_.writeFile)(file, originals[index]);
}
async function commitAll(directory, branch, env) {
    const git = async (...argv) => (await runProgram(['git', ...argv], { cwd: directory, env })).stdout.trim();
    await git('init', '-q', '-b', branch);
    await git('add', '-A');
    // Tracked in the template although its .gitignore does not list them; the first two come from the base package.
    await git('add', '-f', '.github', 'update', 'COPYING.txt', 'LICENSE.txt');
    await git('commit', '-q', '-m', 'The shop as it runs');
    await git('clean', '-fdXq');
    return git('rev-parse', 'HEAD');
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/find-program.js


// Servers lie in folders that an ordinary user has not on PATH.
const serverFolders = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/usr/libexec', '/usr/bin', '/bin'];
/**
 * Absolute path of the first of `names` that is installed; `without` is a folder to skip. Throws if none is installed.
 */
function findProgram(names, without) {
    const folders = [...(process.env['PATH'] ?? '').split(external_node_path_.delimiter), ...serverFolders].filter((folder) => folder !== '' && folder !== without);
    for (const name of names) {
        const found = folders.map((folder) => (0,external_node_path_.join)(folder, name)).find((path) => (0,external_node_fs_.existsSync)(path));
        if (found !== undefined)
            return found;
    }
    throw new Error(`The program ${names.join(' or ')} is not installed; npm run requirements installs it.`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/ssh-host-key.js




/** Makes an ed25519 key pair `directory/name`, such as the host key that the nodes of one host name share. */
async function createSshKey(directory, name) {
    await (0,promises_.mkdir)(directory, { recursive: true, mode: 0o700 });
    const privateKeyFile = (0,external_node_path_.join)(directory, name);
    const options = ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', privateKeyFile];
    await runProgram([findProgram(['ssh-keygen']), ...options], { cwd: directory, env: { HOME: directory } });
    return { privateKeyFile, publicKey: (await (0,promises_.readFile)(`${privateKeyFile}.pub`, 'utf8')).trim() };
}
/** The known_hosts lines that pin one key for host names. */
function knownHostsLines(publicKey, hosts) {
    const [type = '', key = ''] = publicKey.split(' ');
    return hosts.map((host) => `${host} ${type} ${key}\n`).join('');
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/ssh-certifier.js





/** The one principal of the platform's certificates; which environments it opens is decided by the nodes. */
const platformPrincipal = 'platform-user';
/** Makes an authority whose key lies below `directory`. */
async function createSshCertifier({ directory }) {
    const authority = await createSshKey(directory, 'user-authority');
    let serial = 0;
    return {
        publicKey: authority.publicKey,
        signKey: async (publicKey, { keyId, seconds }) => {
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(directory, 'sign-'));
            try {
                await (0,promises_.writeFile)((0,external_node_path_.join)(folder, 'key.pub'), `${publicKey.trim()}\n`);
                serial += 1;
                // The start is far enough back for an already expired certificate: negative seconds.
                const limits = [
                    '-V',
                    `-1h:${seconds < 0 ? '' : '+'}${seconds}s`,
                    '-n',
                    platformPrincipal,
                    '-z',
                    String(serial),
                    '-I',
                    keyId
                ];
                const call = ['-q', '-s', authority.privateKeyFile, ...limits, (0,external_node_path_.join)(folder, 'key.pub')];
                await runProgram([findProgram(['ssh-keygen']), ...call], { cwd: folder, env: { HOME: folder } });
                return (await (0,promises_.readFile)((0,external_node_path_.join)(folder, 'key-cert.pub'), 'utf8')).trim();
            }
            finally {
                await (0,promises_.rm)(folder, { recursive: true });
            }
        }
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/replace-file.js

let counter = 0;
/** Writes a file atomically: a reader gets the old text or the new one, never a part. */
async function replaceFile(path, text, mode = 0o600) {
    counter += 1;
    const partial = `${path}.${process.pid}-${counter}`;
    await (0,promises_.writeFile)(partial, text, { mode, flag: 'wx' });
    await (0,promises_.rename)(partial, path);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/ssh-shim.js





/**
 * Writes `ssh` into `binDirectory`, which the sandbox puts first on PATH. It runs the real ssh, with the address of
 * a platform host replaced by loopback; the host key is still checked under the platform's name.
 */
async function writeSshShim(options) {
    const { binDirectory, routesFile } = options;
    const setRoutes = (routes) => {
        const lines = Object.entries(routes).map(([login, { port, osUser }]) => `${login} ${port} ${osUser}\n`);
        return replaceFile(routesFile, lines.join(''));
    };
    await (0,promises_.mkdir)(binDirectory, { recursive: true });
    await setRoutes({});
    // ssh itself prints the login that its arguments ask for; if there is none, the arguments go to ssh unchanged.
    const script = `#!/bin/sh
real=${(0,shell_quote/* shellQuote */.Z)(findProgram(['ssh'], binDirectory))}
login=$("$real" -G "$@" 2>/dev/null </dev/null | awk '$1 == "user" { user = $2 } $1 == "hostname" { host = $2 } END { print user "@" host }')
host=\${login##*@}
known=
# stdin belongs to the real ssh.
while read -r route port user <&3; do
  if [ "$route" = "$login" ]; then
    # The key is looked up under the name that the user knows.
    exec "$real" -o HostName=127.0.0.1 -o "Port=$port" -o "User=$user" -o "HostKeyAlias=$host" -o CheckHostIP=no "$@" 3<&-
  fi
  [ "\${route##*@}" != "$host" ] || known=yes
done 3<${(0,shell_quote/* shellQuote */.Z)(routesFile)}
case $known$host in
  yes*) echo "$login: Permission denied (publickey)." >&2; exit 255 ;;
  *.magento.cloud | *.magentosite.cloud) echo "ssh: Could not resolve hostname $host: Name or service not known" >&2; exit 255 ;;
esac
exec "$real" "$@"
`;
    await (0,promises_.writeFile)((0,external_node_path_.join)(binDirectory, 'ssh'), script, { mode: 0o755 });
    return { setRoutes };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/api-answer.js
/** An answer with this body. */
const ok = (body, status = 200) => ({ status, body });
/** 404 as the platform words it. */
const notFound = { status: 404, body: { message: 'Not found', code: 404 } };
/** What every operation is answered with: the activities that it starts. */
function accepted(activities) {
    return ok({ status: 'Accepted', code: 202, _embedded: { activities } }, 202);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/routes.js
/** Name of the application that is the shop. */
const appName = 'mymagento';
/** The routes of an environment by address. Another application has the primary one, and nobody answers there. */
function routesOf({ url, neighbours }) {
    const others = neighbours.filter(({ kind }) => kind === 'application');
    return Object.fromEntries([
        ...others.map(({ name }, index) => [`http://127.0.0.1:${index + 1}/`, route(name, index === 0)]),
        [`${url}/`, route(appName, others.length === 0)]
    ]);
}
function route(app, primary) {
    return { type: 'upstream', upstream: `${app}:http`, original_url: 'https://{default}/', primary, id: null };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/render-api.js

/** The API's JSON of an environment, with the links that its state allows. */
function renderEnvironment(state, environment) {
    const { id, machineName, type, status, headCommit, lastDeployment, logins, neighbours } = environment;
    const self = `/projects/${state.projectId}/environments/${encodeURIComponent(id)}`;
    const active = status === 'active';
    const ssh = [
        ...neighbours.map(({ name, login }) => [`pf:ssh:${name}`, { href: `ssh://${login}` }]),
        ...logins.map((login, index) => [
            `pf:ssh:${appName}${logins.length > 1 ? `:${index + 1}` : ''}`,
            { href: `ssh://${login}` }
        ])
    ];
    // Dedicated nodes have no backups of this kind.
    const backup = logins.length > 1 ? [] : ['backup'];
    const operations = active
        ? ['redeploy', 'deploy', ...backup, 'branch', 'merge', 'synchronize'].map((name) => [
            `#${name}`,
            { href: `${self}/${name}` }
        ])
        : [status === 'paused' ? 'resume' : 'activate', 'delete'].map((name) => [`#${name}`, { href: `${self}/${name}` }]);
    return {
        id,
        name: id,
        machine_name: machineName,
        title: id,
        type,
        status,
        parent: null,
        project: state.projectId,
        head_commit: headCommit,
        has_code: headCommit !== null,
        is_main: type === 'production',
        is_dirty: status === 'dirty',
        has_remote: true,
        has_staged_activities: state.activities.some(({ state: is, environments }) => is === 'staged' && environments.includes(id)),
        can_rolling_deploy: environment.rolling ?? false,
        edge_hostname: `${machineName}-${state.projectId}.${state.region}.magentosite.cloud`,
        deployment_target: 'local',
        created_at: '2026-01-01T10:00:00.000000+00:00',
        updated_at: new Date().toISOString(),
        deployment_state: lastDeployment && {
            last_deployment_successful: lastDeployment.successful,
            last_deployment_at: lastDeployment.at,
            crons: { enabled: true, status: 'running' }
        },
        http_access: { is_enabled: true, addresses: [], basic_auth: {} },
        _links: {
            self: { href: self },
            '#edit': { href: self },
            '#variables': { href: `${self}/variables` },
            '#manage-variables': { href: `${self}/variables` },
            ...Object.fromEntries(operations),
            ...(active ? Object.fromEntries(ssh) : {}),
            ...(active ? { ssh: { href: `ssh://${logins[0] ?? ''}` } } : {})
        }
    };
}
/** The API's JSON of an activity. */
function renderActivity(state, activity) {
    const self = `/projects/${state.projectId}/activities/${activity.id}`;
    return {
        id: activity.id,
        type: activity.type,
        state: activity.state,
        result: activity.result,
        completion_percent: activity.percent,
        created_at: activity.createdAt,
        started_at: activity.startedAt,
        completed_at: activity.completedAt,
        updated_at: activity.completedAt ?? activity.startedAt ?? activity.createdAt,
        project: state.projectId,
        environments: activity.environments,
        description: activity.text,
        text: activity.text,
        payload: activity.payload,
        parameters: activity.parameters,
        ...(activity.commands.length > 0 && { commands: activity.commands }),
        timings: {
            wait: secondsBetween(activity.createdAt, activity.startedAt),
            execute: secondsBetween(activity.startedAt, activity.completedAt)
        },
        _links: { self: { href: self }, log: { href: `${self}/log` } }
    };
}
/** The API's JSON of a variable; a sensitive one hides its value. */
function renderVariable(self, variable) {
    const { name, value, sensitive, enabled = true, visibleBuild = true, visibleRuntime = true } = variable;
    const href = `${self}/${encodeURIComponent(name)}`;
    return {
        id: name,
        name,
        ...(sensitive ? {} : { value }),
        is_json: false,
        is_sensitive: sensitive,
        visible_build: visibleBuild,
        visible_runtime: visibleRuntime,
        is_enabled: enabled,
        is_inheritable: true,
        inherited: false,
        _links: { self: { href }, '#edit': { href } }
    };
}
/** The API's JSON of the current deployment of an active environment. */
function renderDeployment(state, environment) {
    const dedicated = environment.logins.length > 1;
    const service = dedicated ? {} : { service: 'mysql', disk: 2048 };
    const named = (wanted) => environment.neighbours.filter(({ kind }) => kind === wanted).map(({ name }) => name);
    return {
        id: 'current',
        webapps: containers([...named('application'), appName]),
        services: { mysql: { type: 'mysql:10.11', size: 'AUTO', ...service, configuration: {} } },
        workers: containers(named('worker')),
        routes: routesOf(environment),
        _links: { self: { href: `/projects/${state.projectId}/environments/${environment.id}/deployments/current` } }
    };
}
function containers(names) {
    return Object.fromEntries(names.map((name) => [
        name,
        {
            name,
            type: 'php:8.3',
            size: 'AUTO',
            disk: 5120,
            mounts: {},
            relationships: { database: 'mysql:mysql' },
            variables: {},
            hooks: {},
            web: { locations: {} },
            crons: {}
        }
    ]));
}
/** The API's JSON of a backup. */
function renderBackup(state, environment, backup) {
    const { id, safe, commit, createdAt, expiresAt } = backup;
    const self = `/projects/${state.projectId}/environments/${encodeURIComponent(environment.id)}/backups/${id}`;
    return {
        id,
        environment: environment.id,
        status: 'CREATED',
        safe,
        restorable: true,
        automated: false,
        index: null,
        commit_id: commit,
        created_at: createdAt,
        updated_at: createdAt,
        expires_at: expiresAt,
        _links: { self: { href: self }, '#restore': { href: `${self}/restore` } }
    };
}
function secondsBetween(start, end) {
    return start === null || end === null ? 0 : (Date.parse(end) - Date.parse(start)) / 1000;
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/answer-activities.js


/** Lists activities, newest first, or reads one of them or its log as lines of JSON. */
function answerActivities(state, { query }, id, log) {
    if (id !== undefined) {
        const activity = state.activities.find((each) => each.id === id);
        if (!activity)
            return notFound;
        if (log !== 'log')
            return ok(renderActivity(state, activity));
        const sealed = activity.state === 'complete' ? ['{"seal":true}'] : [];
        return ok(`${[...activity.log.map((item) => JSON.stringify(item)), ...sealed].join('\n')}\n`);
    }
    const types = query.getAll('type');
    const matches = state.activities.filter((each) => (types.length === 0 || types.includes(each.type)) &&
        (!query.has('state') || query.getAll('state').includes(each.state)) &&
        (!query.has('result') || query.get('result') === each.result) &&
        (!query.has('environment') || each.environments.includes(query.get('environment') ?? '')) &&
        (!query.has('starts_at') || each.createdAt < (query.get('starts_at') ?? '')));
    return ok(matches.slice(0, Number(query.get('count') ?? 10)).map((each) => renderActivity(state, each)));
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/answer-backups.js




const keptDays = 7;
/** Lists the backups of an environment, newest first, reads one, or plays its restore. They hold no data. */
function answerBackups(state, environment, method, [id, operation]) {
    const { backups } = environment;
    if (id === undefined)
        return ok(backups.map((each) => renderBackup(state, environment, each)));
    const backup = backups.find((each) => each.id === id);
    if (!backup)
        return notFound;
    if (operation === undefined)
        return ok(renderBackup(state, environment, backup));
    if (operation !== 'restore' || method !== 'POST')
        return notFound;
    return accepted([play(state, environment, 'restore', backup)]);
}
/** Adds a backup. Dedicated nodes do not offer it. */
function createBackup(state, environment, body) {
    if (environment.logins.length > 1)
        return notFound;
    const { safe = false } = JSON.parse(body || '{}');
    const now = Date.now();
    const backup = {
        id: (0,external_node_crypto_.randomBytes)(13).toString('hex'),
        safe,
        commit: environment.headCommit,
        createdAt: new Date(now).toISOString(),
        expiresAt: new Date(now + keptDays * 24 * 3600 * 1000).toISOString()
    };
    environment.backups.unshift(backup);
    return accepted([play(state, environment, 'backup', backup)]);
}
function play(state, { id }, what, backup) {
    const activity = addActivity(state, {
        type: `environment.${what}`,
        environments: [id],
        text: `Developer ${what === 'backup' ? `created a backup of ${id}` : `restored ${id} from a backup`}`,
        payload: { backup_name: backup.id }
    });
    begin(activity);
    logTo(activity, what === 'backup' ? `Creating backup ${backup.id}` : `Restoring backup ${backup.id}`);
    complete(activity, 'success');
    return renderActivity(state, activity);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/answer-variables.js



/** Lists, reads, creates and changes variables. */
function answerVariables(state, request, scope, name) {
    const { self, variables } = scope;
    if (request.method === 'GET') {
        if (name === undefined)
            return ok([...variables.values()].map((each) => renderVariable(self, each)));
        const found = variables.get(name);
        return found ? ok(renderVariable(self, found)) : notFound;
    }
    const given = JSON.parse(request.body);
    const key = name ?? given.name ?? '';
    if (request.method === 'POST' && variables.has(key))
        return ok({ message: 'The variable exists already', code: 409 }, 409);
    if (request.method === 'PATCH' && !variables.has(key))
        return notFound;
    const variable = changed(variables.get(key), key, given);
    variables.set(key, variable);
    const activities = scope.environment === null ? [] : [variableActivity(state, scope.environment, request.method, scope.redeploy)];
    return ok({ _embedded: { entity: renderVariable(self, variable), activities } }, request.method === 'POST' ? 201 : 200);
}
function variableActivity(state, environment, method, redeploy) {
    const verb = method === 'POST' ? 'create' : 'update';
    const activity = addActivity(state, {
        type: `environment.variable.${verb}`,
        environments: [environment.id],
        text: `Developer ${verb}d a variable on ${environment.id}`
    });
    // A change of a variable starts a redeployment of what runs (Commerce on Cloud guide, variable levels).
    if (redeploy)
        redeploy(environment.id, activity);
    else
        complete(activity, 'success');
    return renderActivity(state, activity);
}
function changed(before, name, given) {
    return {
        name,
        value: given.value ?? before?.value ?? '',
        sensitive: given.is_sensitive ?? before?.sensitive ?? false,
        enabled: given.is_enabled ?? before?.enabled ?? true,
        visibleBuild: given.visible_build ?? before?.visibleBuild ?? true,
        visibleRuntime: given.visible_runtime ?? before?.visibleRuntime ?? true
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/api-routes.js





const userId = 'user-1';
/** Answers one authorised request. */
async function answerApi(context, request) {
    const { state, certifier } = context;
    const parts = request.path
        .split('/')
        .filter((part) => part !== '')
        .map(decodeURIComponent);
    if (request.path === '/users/me')
        return ok({ id: userId, username: 'developer', email: 'developer@example.com', mfa_enabled: false });
    if (request.path === '/me')
        return ok({
            id: userId,
            uuid: userId,
            username: 'developer',
            mail: 'developer@example.com',
            ssh_keys: [],
            projects: [projectOf(state)]
        });
    if (request.path === '/ssh' && request.method === 'POST') {
        const { key } = JSON.parse(request.body);
        return ok({ certificate: await certifier.signKey(key, { keyId: userId, seconds: 3600 }) });
    }
    if (parts[0] !== 'projects' || parts[1] !== state.projectId)
        return notFound;
    return answerProject(context, request, parts.slice(2));
}
function projectOf(state) {
    const { projectId: id, region, plan } = state;
    return {
        id,
        name: id,
        title: 'Sandbox',
        region: `${region}.magento.cloud`,
        endpoint: `/projects/${id}`,
        default_branch: 'production',
        repository: { url: `${id}@git.${region}.magento.cloud:${id}.git` },
        subscription: {
            license_uri: '',
            plan: plan === 'pro' ? 'magento/enterprise' : 'magento/starter',
            suspended: false,
            storage: 5120,
            environments: 3
        },
        owner: userId,
        timezone: 'UTC',
        created_at: '2026-01-01T10:00:00+00:00',
        updated_at: '2026-01-01T10:00:00+00:00',
        _links: { self: { href: `/projects/${id}` }, '#edit': { href: `/projects/${id}` } }
    };
}
function answerProject(context, request, [kind, id, ...rest]) {
    const { state } = context;
    const self = `/projects/${state.projectId}`;
    switch (kind) {
        case undefined:
            return ok(projectOf(state));
        case 'environments': {
            const environment = id === undefined ? undefined : state.environments.get(id);
            if (id === undefined)
                return ok([...state.environments.values()].map((each) => renderEnvironment(state, each)));
            return environment ? answerEnvironment(context, request, environment, rest) : notFound;
        }
        case 'variables':
            return answerVariables(state, request, { self: `${self}/variables`, variables: state.variables, environment: null }, id);
        case 'activities':
            return answerActivities(state, request, id, rest[0]);
        case 'integrations':
            return answerIntegrations(state, id);
        case 'settings':
            return ok({ enable_manual_deployments: false, _links: {} });
        case 'capabilities':
            return ok({});
        default:
            return notFound;
    }
}
function answerEnvironment(context, request, environment, [kind, id, log]) {
    const { state } = context;
    switch (kind) {
        case undefined:
            return ok(renderEnvironment(state, environment));
        case 'deployments':
            return environment.status === 'active' ? ok(renderDeployment(state, environment)) : notFound;
        case 'variables':
            return answerVariables(state, request, {
                self: `/projects/${state.projectId}/environments/${environment.id}/variables`,
                variables: environment.variables,
                environment,
                redeploy: context.onVariable
            }, id);
        case 'activities':
            return answerActivities(state, { ...request, query: withEnvironment(request.query, environment.id) }, id, log);
        case 'backups':
            return answerBackups(state, environment, request.method, [id, log]);
        case 'backup':
            return createBackup(state, environment, request.body);
        case 'settings':
            return ok({ enable_manual_deployments: state.fault === 'staged', _links: {} });
        case 'deploy': {
            const { strategy = 'stopstart' } = JSON.parse(request.body || '{}');
            context.onDeploy?.(environment.id, strategy);
            return accepted(state.activities.slice(0, 1).map((each) => renderActivity(state, each)));
        }
        case 'redeploy':
            context.onRedeploy(environment.id);
            return accepted(state.activities.slice(0, 1).map((each) => renderActivity(state, each)));
        default:
            return notFound;
    }
}
function withEnvironment(query, id) {
    const extended = new URLSearchParams(query);
    extended.set('environment', id);
    return extended;
}
function answerIntegrations({ projectId, gitHubIntegration }, id) {
    const self = `/projects/${projectId}/integrations/gh1`;
    const gitHub = {
        id: 'gh1',
        type: 'github',
        repository: 'shop/project',
        fetch_branches: true,
        prune_branches: true,
        build_pull_requests: true,
        _links: { self: { href: self }, '#hook': { href: `${self}/hook` } }
    };
    if (id === undefined)
        return ok(gitHubIntegration ? [gitHub] : []);
    return gitHubIntegration && id === gitHub.id ? ok(gitHub) : notFound;
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/api-server.js



/** Serves the Cloud API, the token endpoint and the SSH certifier on one loopback port. */
async function startApiServer(options) {
    const token = (0,external_node_crypto_.randomBytes)(20).toString('hex');
    const hookToken = (0,external_node_crypto_.randomBytes)(20).toString('hex');
    const access = new Set();
    let fault = null;
    const handle = async (request, response) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        const body = await readBody(request);
        const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
        if (url.pathname === '/oauth2/token') {
            const given = new URLSearchParams(body).get('api_token') ?? '';
            if (!equal(given, token)) {
                send(response, 400, { error: 'invalid_grant', error_description: 'Invalid API token' });
                return;
            }
            const fresh = (0,external_node_crypto_.randomBytes)(16).toString('hex');
            access.add(fresh);
            send(response, 200, { access_token: fresh, expires_in: 900, token_type: 'bearer' });
            return;
        }
        if (url.pathname === '/sandbox/push') {
            if (!equal(bearer, hookToken)) {
                send(response, 403, { error: 'hook token refused' });
                return;
            }
            await options.onPush(JSON.parse(body));
            send(response, 202, {});
            return;
        }
        if (!access.has(bearer)) {
            send(response, 401, { error: 'invalid_token', message: 'The access token is not valid.' });
            return;
        }
        if (fault !== null && fault.left > 0 && url.pathname.includes(fault.path)) {
            fault.left -= 1;
            breakAnswer(response, fault.kind, fault.retryAfter);
            return;
        }
        const asked = { method: request.method ?? 'GET', path: url.pathname, query: url.searchParams, body };
        const answer = await answerApi(options, asked);
        if (typeof answer.body === 'string')
            response.writeHead(answer.status, { 'content-type': 'application/x-ndjson' }).end(answer.body);
        else
            send(response, answer.status, answer.body);
    };
    const server = (0,external_node_http_.createServer)((request, response) => {
        handle(request, response).catch((error) => {
            send(response, 500, { error: String(error) });
        });
    });
    const url = await listen(server);
    return {
        url,
        token,
        hookToken,
        setFault: (kind, requests, path = '', retryAfter = '1') => {
            fault = { kind, left: requests, path, retryAfter };
        },
        stop: () => new Promise((resolve) => {
            server.closeAllConnections();
            server.close(() => {
                resolve();
            });
        })
    };
}
function listen(server) {
    return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            resolve(`http://127.0.0.1:${server.address().port}`);
        });
    });
}
async function readBody(request) {
    const chunks = [];
    for await (const chunk of request)
        chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
}
function send(response, status, body) {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
function breakAnswer(response, kind, retryAfter) {
    const answers = {
        'too-many-requests': () => response.writeHead(429, { 'retry-after': retryAfter }).end('{}'),
        'server-error': () => response.writeHead(503).end('{"code":503}'),
        html: () => response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Maintenance</body></html>'),
        truncated: () => response.writeHead(200, { 'content-type': 'application/json' }).end('[{"id":"trunc'),
        unauthorized: () => {
            send(response, 401, { error: 'invalid_token', message: 'The access token is not valid.' });
        },
        forbidden: () => {
            send(response, 403, { code: 403, message: 'Access denied' });
        }
    };
    answers[kind]();
}
function equal(a, b) {
    const [left, right] = [Buffer.from(a), Buffer.from(b)];
    return left.length === right.length && (0,external_node_crypto_.timingSafeEqual)(left, right);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/git-hosts.js





/** Makes both repositories; each reports a push to the API through its post-receive hook. */
async function createGitHosts(options) {
    const { directory, env } = options;
    const make = async (remote) => {
        const repository = (0,external_node_path_.join)(directory, 'git', `${remote}.git`);
        await (0,promises_.mkdir)((0,external_node_path_.join)(directory, 'git'), { recursive: true });
        await runProgram(['git', 'init', '--quiet', '--bare', '--initial-branch=main', repository], { cwd: directory, env });
        const settings = (0,external_node_path_.join)(repository, 'sandbox-hook.json');
        await (0,promises_.writeFile)(settings, JSON.stringify({ url: options.apiUrl, token: options.hookToken, remote }), {
            mode: 0o600
        });
        const call = [process.execPath, assetPath('bin', 'report-push.mjs'), settings].map(shell_quote/* shellQuote */.Z);
        await (0,promises_.writeFile)((0,external_node_path_.join)(repository, 'hooks', 'post-receive'), `#!/bin/sh\nexec ${call.join(' ')}\n`, { mode: 0o755 });
        return repository;
    };
    const [origin, cloud] = await Promise.all([make('origin'), make('cloud')]);
    return { origin, cloud };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/build-faults.js
/** The lines with which the platform closes a build that failed (public activity logs of 2019 to 2025). */
function closeBuild(status) {
    return `  E: Error building project: The build hook failed with status code ${status}, aborting build.\n\nE: Error: Unable to build application, aborting.`;
}
/** An exception as Symfony draws it on stderr: padded, and cut at 75 characters wherever a word ends. */
function box(head, message) {
    const rows = message.match(/.{1,75}/g) ?? [];
    return [head, '', ...rows.map((row) => `  ${row.padEnd(75)}  `), ''].map((line) => `    W: ${line}`).join('\n');
}
const hook = '  Executing build hook...\n    W: Installing dependencies from lock file';
/** The beginning of a log; a refused configuration is never built. */
function openingLine(fault, commit) {
    return fault === 'configuration-wrong'
        ? 'Found 1 new commit'
        : `Building application 'mymagento' (runtime type: php:8.3, tree: ${commit.slice(0, 7)})`;
}
const generate = '    [2026-01-02T10:00:00.000001+00:00] INFO: Starting scenario(s): scenario/build/generate.xml (magento/ece-tools version: 2002.2.10, magento/magento2-base version: 2.4.8-p4)';
function failedStep(code, text) {
    return `  Executing build hook...\n${generate}\n    [2026-01-02T10:00:30.000001+00:00] ERROR: [${code}] ${text}\n${closeBuild(code)}`;
}
/** The platform's output if it stops before it runs any of the project's code. */
const buildFaults = {
    'build-fails': 'Running the build hook\n  npm run build: the theme could not be built, exit code 3',
    'stale-lock': `  Installing dependencies from lock file (including require-dev)
  Verifying lock file contents can be installed on current platform.
  Warning: The lock file is not up to date with the latest changes in composer.json. You may be getting outdated dependencies.
  - Required package "acme/module-example" is not present in the lock file.
  This usually happens when composer files are incorrectly merged or the composer.json file is manually edited.`,
    'protective-block': `  Running the protective block
  W: The pushed code contains a known vulnerability: the advisory names a patch that it lacks.
E: The push was rejected by the protective block.`,
    'configuration-wrong': `
E: Error parsing configuration files:
    applications: Uncaught exception: The "json" extension is not supported for php:8.3
E: Error: Invalid configuration files, aborting build`,
    'routes-missing': `  Reusing existing build for this tree ID
Deploying applications
  Verifying configuration
    E: Error while verifying routes.yaml.
    The following domains are configured for your cluster, but have no routes
    defined in your routes.yaml file:
      - shop.example.com
    With your current routes.yaml configuration,
      these domains would NOT be served!`,
    'package-server-down': `${hook}
${box('In CurlDownloader.php line 401:', 'curl error 7 while downloading https://packages.example.com/packages.json: Failed to connect to packages.example.com port 443 after 12 ms: Connection refused')}
${closeBuild(100)}`,
    'plugin-not-allowed': `${hook}
${box('In PluginManager.php line 762:', 'acme/composer-tweaks contains a Composer plugin which is blocked by your allow-plugins config. You may add it to the list if you consider it safe.')}
${closeBuild(1)}`,
    'database-in-build': failedStep(15, `The command "php ./bin/magento setup:di:compile --ansi --no-interaction" failed. In PdoMysql.php line 51:
      SQLSTATE[HY000] [2002] php_network_getaddresses: getaddrinfo for database.internal failed: Name or service not known`),
    'not-marshaled': `${hook}
    W: PHP Warning:  require(/app/vendor/composer/../../app/etc/NonComposerComponentRegistration.php): Failed to open stream: No such file or directory in /app/vendor/composer/autoload_real.php on line 41
${closeBuild(255)}`,
    'modules-conflict': failedStep(11, `The command "php ./bin/magento module:enable --all --ansi --no-interaction" failed. Unable to change status of modules because of the following constraints:
      Cannot enable Acme_Example because it depends on disabled modules:
      Magento_Review: Acme_Example->Magento_Reports->Magento_Review`),
    'shipped-patch-fails': failedStep(12, `The command "php ./vendor/bin/ece-patches apply --no-interaction" failed. In Applier.php line 140:
      The command "'git' 'apply' '--check' '--reverse' '/app/vendor/magento/magento-cloud-patches/patches/MCLOUD-0001__example__2.4.8.patch'" failed.
      error: patch failed: vendor/magento/module-page-cache/Model/Config.php:34
      error: vendor/magento/module-page-cache/Model/Config.php: patch does not apply`),
    'patch-unknown': failedStep(12, `The command "php ./vendor/bin/ece-patches apply --no-interaction" failed. Next patches weren't found: ACSD-00001, MDVA-00002.
      Check the availability of these patches for the current Magento version using the "status" command`),
    'upload-fails': `  Reusing existing build for this tree ID
Deploying applications
  Uploading application to the remote cluster
E: Error: Unable to upload the application to the remote cluster`,
    'keys-refused': `${hook}
${box('In AuthHelper.php line 132:', "The 'https://repo.magento.com/archives/magento/module-example/magento-module-example-100.4.8.0.zip' URL could not be accessed: HTTP/2 403 ")}
${closeBuild(1)}`,
    'php-too-old': `${hook}
    W: Verifying lock file contents can be installed on current platform.
    W: Your lock file does not contain a compatible set of packages. Please run composer update.
    W:
    W:   Problem 1
    W:     - magento/framework 103.0.8-p4 requires php ~8.3.0||~8.4.0 -> your php version (8.1.33) does not satisfy that requirement.
${closeBuild(2)}`,
    'build-killed': `  Executing build hook...
    [2026-01-02T10:00:00.000001+00:00] ERROR: [15] The command "php ./bin/magento setup:di:compile --ansi --no-interaction" failed.
      Compilation was started.
      Interception cache generation... 7/9 [=====================>------]  77% 1 min 990.0 MiB
      Killed
${closeBuild(137)}`
};

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/build-release.js



/** Folders that stay when the code is replaced, as on the platform. */
const mounts = ['var', 'app/etc', 'pub/media', 'pub/static'];
/** Places below the sandbox's folder. */
function appPlaces(directory, environment) {
    const folder = (0,external_node_path_.join)(directory, 'environments', environment);
    const at = (name) => (0,external_node_path_.join)(folder, name);
    return { appRoot: at('app'), mounts: at('mounts'), releases: at('releases'), clients: at('bin') };
}
/** Build phase: the commit's files, `composer install --no-dev`, the build scenarios. Reports each program's output. */
async function buildRelease(options) {
    const { repository, commit, release, env, tell } = options;
    await (0,promises_.mkdir)(release, { recursive: true });
    const git = { cwd: release, env: { ...env, GIT_INDEX_FILE: (0,external_node_path_.join)((0,external_node_path_.dirname)(release), `index-${commit}`) } };
    await runProgram(['git', `--git-dir=${repository}`, `--work-tree=${release}`, 'checkout', '--force', commit, '--', '.'], git);
    tell('Installing dependencies with composer install --no-dev');
    const platform = { MAGENTO_CLOUD_PROJECT: env['MAGENTO_CLOUD_PROJECT'] ?? '' };
    // This machine's PHP is not the declared one; what the platform would check was resolved already.
    const install = ['composer', 'install', '--no-dev', '--no-progress', '--ignore-platform-reqs', '--no-ansi'];
    await runProgram([...install], { cwd: release, env: { ...env, ...platform } });
    for (const scenario of ['scenario/build/generate.xml', 'scenario/build/transfer.xml']) {
        tell((await runProgram(['php', './vendor/bin/ece-tools', 'run', scenario], { cwd: release, env })).stdout);
    }
}
/** Moves the release's writable folders into the mounts and lets the application root point to it. */
async function switchRelease({ appRoot, mounts: root }, release) {
    for (const mount of mounts) {
        const [inRelease, kept] = [(0,external_node_path_.join)(release, mount), (0,external_node_path_.join)(root, mount)];
        await (0,promises_.mkdir)(kept, { recursive: true });
        await (0,promises_.mkdir)(inRelease, { recursive: true });
        await (0,promises_.cp)(inRelease, kept, { recursive: true, force: true });
        await (0,promises_.rm)(inRelease, { recursive: true });
        await (0,promises_.symlink)(kept, inRelease);
    }
    // A rename replaces the link atomically: no login finds the root missing.
    await (0,promises_.unlink)(`${appRoot}.next`).catch(() => undefined);
    await (0,promises_.symlink)(release, `${appRoot}.next`);
    await (0,promises_.rename)(`${appRoot}.next`, appRoot);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/deploy-commit.js







/** Folder of the platform's own logs, `deploy.log` and `post_deploy.log`. */
function platformLogs(directory, environment) {
    return (0,external_node_path_.join)(directory, 'environments', environment, 'log');
}
/** Builds and deploys a commit as `activity`; every way of failing ends in the activity's result. */
async function deployCommit(context, environment, commit, activity) {
    const { state } = context;
    const fault = state.fault;
    begin(activity);
    activity.percent = 10;
    for (const { name, kind } of environment.neighbours)
        if (kind === 'application')
            logTo(activity, `Building application '${name}' (runtime type: php:8.3, tree: ${commit.slice(0, 7)})`);
    logTo(activity, openingLine(fault, commit));
    if (fault === 'stuck')
        return;
    environment.status = 'dirty';
    let result = 'failure';
    try {
        result = await runPhases(context, environment, commit, activity);
    }
    catch (error) {
        const output = outputOf(error);
        logTo(activity, output);
        if (!/^\s*E: /m.test(output))
            logTo(activity, closeBuild(1));
    }
    environment.status = 'active';
    environment.headCommit = commit;
    environment.lastDeployment = { at: new Date().toISOString(), successful: result === 'success' };
    complete(activity, result);
}
async function runPhases(context, environment, commit, activity) {
    const { directory, state, cloudRepository } = context;
    const places = appPlaces(directory, environment.id);
    const release = (0,external_node_path_.join)(places.releases, `${commit.slice(0, 12)}-${activity.id}`);
    const fault = state.fault === null ? {} : { SANDBOX_FAULT: state.fault };
    const tell = (text) => {
        logTo(activity, text);
    };
    const refusal = state.fault === null ? undefined : buildFaults[state.fault];
    if (refusal !== undefined)
        throw new Error(refusal);
    await buildRelease({
        repository: cloudRepository,
        commit,
        release,
        env: { ...context.buildEnv, ...fault, MAGENTO_CLOUD_PROJECT: state.projectId },
        tell
    });
    activity.percent = 60;
    await new Promise((resolve) => setTimeout(resolve, context.deploySeconds() * 1000));
    tell(`Re-deploying environment ${environment.machineName}`);
    const oldRelease = state.fault === 'one-node-old' ? await (0,promises_.realpath)(places.appRoot) : null;
    if (state.fault !== 'old-version-stays')
        await switchRelease(places, release);
    const variables = await context.publishEnvironment(environment, commit, oldRelease);
    const env = { ...context.buildEnv, ...variables, ...fault };
    await (0,promises_.writeFile)((0,external_node_path_.join)(places.mounts, 'var', '.sandbox-fault'), state.fault ?? '');
    const deployed = await runHook('deploy', places.appRoot, env, context, environment, tell);
    activity.percent = 90;
    // The platform starts the post-deploy hook in any case; ece-tools itself skips it after a failure.
    const posted = await runHook('post_deploy', places.appRoot, env, context, environment, tell);
    tell(`Opening environment ${environment.machineName}`);
    if (!posted && state.fault === 'post-deploy-read-only')
        activity.commands.push({ app: appName, type: 'post_deploy', exit_code: 1 });
    return deployed && (posted || state.fault?.startsWith('post-deploy') === true) ? 'success' : 'failure';
}
async function runHook(hook, appRoot, env, { directory }, environment, tell) {
    const scenario = hook === 'deploy' ? 'scenario/deploy.xml' : 'scenario/post-deploy.xml';
    const log = platformLogs(directory, environment.id);
    await (0,promises_.mkdir)(log, { recursive: true });
    const write = async (text) => {
        tell(text);
        await (0,promises_.appendFile)((0,external_node_path_.join)(log, `${hook}.log`), text);
    };
    await write(`[${new Date().toISOString()}] Launching command 'b'php ./vendor/bin/ece-tools run ${scenario}\\n''.\n`);
    try {
        const { stdout, stderr } = await runProgram(['php', './vendor/bin/ece-tools', 'run', scenario], {
            cwd: appRoot,
            env
        });
        await write(stdout + stderr);
        return true;
    }
    catch (error) {
        await write(outputOf(error));
        if (hook === 'deploy')
            tell('W: Deploy was failed');
        return false;
    }
}
/** What a program that failed had printed, as the platform shows it. */
function outputOf(error) {
    if (error instanceof ProgramFailure)
        return error.output;
    return error instanceof Error ? error.message : String(error);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/receive-push.js




/** The platform's reaction to a push: GitHub's webhook starts a fetch, and what was fetched is deployed. */
function createPushReceiver(context) {
    const { state } = context;
    let queue = Promise.resolve();
    const enqueue = (task) => {
        queue = queue.then(task).catch((error) => {
            console.error(error);
        });
    };
    const deploy = (environment, from, to) => {
        if (state.fault === 'never-starts')
            return;
        if (state.fault === 'environment-inactive') {
            environment.status = 'inactive';
            return;
        }
        if (state.fault === 'other-commit') {
            complete(pushActivity(context, environment, from, randomCommit()), 'success');
            return;
        }
        const activity = pushActivity(context, environment, from, to);
        if (state.fault === 'staged') {
            stage(activity);
            return;
        }
        enqueue(() => state.fault === 'superseded'
            ? supersede(context, environment, activity)
            : deployCommit(context, environment, to, activity));
    };
    return {
        onPush: async ({ remote, branch, from, to }) => {
            // Without the integration the platform does not know what happens on GitHub.
            if (remote === 'origin' && !state.gitHubIntegration)
                return;
            const environment = state.environments.get(branch);
            if (remote === 'origin' && !(await fetchFromOrigin(context, branch)))
                return;
            if (environment && /[1-9a-f]/.test(to))
                deploy(environment, from, to);
        },
        onRedeploy: (id) => {
            const environment = state.environments.get(id);
            if (!environment?.headCommit)
                return;
            const activity = addActivity(state, {
                type: 'environment.redeploy',
                environments: [id],
                text: `Developer redeployed ${id}`
            });
            const commit = environment.headCommit;
            enqueue(() => deployCommit(context, environment, commit, activity));
        },
        onVariable: (id, activity) => {
            const environment = state.environments.get(id);
            const commit = environment?.headCommit;
            if (!environment || !commit) {
                complete(activity, 'success');
                return;
            }
            enqueue(() => deployCommit(context, environment, commit, activity));
        },
        onDeploy: (id, strategy) => {
            const environment = state.environments.get(id);
            const staged = state.activities.filter(({ state: is, environments }) => is === 'staged' && environments.includes(id));
            const [newest] = staged;
            if (!environment || !newest)
                return;
            const activity = addActivity(state, {
                type: 'environment.deploy',
                environments: [id],
                text: `Developer deployed ${id}`,
                parameters: { strategy }
            });
            enqueue(async () => {
                await deployCommit(context, environment, String(newest.parameters['new_commit']), activity);
                if (activity.result === 'success')
                    for (const each of staged)
                        each.state = 'complete';
            });
        },
        idle: () => queue
    };
}
// The platform calls it a success at 100 percent, and nothing of it is live.
function stage(activity) {
    begin(activity);
    logTo(activity, "Building application 'mymagento' (runtime type: php:8.3)\n  Executing build hook...");
    complete(activity, 'success');
    activity.state = 'staged';
}
async function fetchFromOrigin(context, branch) {
    const { state, cloudRepository, origin, buildEnv, directory } = context;
    const activity = addActivity(state, {
        type: 'integration.github.fetch',
        environments: [],
        text: 'GitHub integration fetched from shop/project'
    });
    begin(activity);
    if (state.fault === 'fetch-fails') {
        logTo(activity, 'E: Failed to fetch from the remote repository: Bad credentials');
        complete(activity, 'failure');
        return false;
    }
    const ref = `+refs/heads/${branch}:refs/heads/${branch}`;
    await runProgram(['git', `--git-dir=${cloudRepository}`, 'fetch', '--quiet', origin, ref], {
        cwd: directory,
        env: buildEnv
    });
    logTo(activity, `Fetched ${branch}`);
    complete(activity, 'success');
    return true;
}
/** Somebody pushes on top before the deployment has begun: the platform cancels it and deploys theirs. */
async function supersede(context, environment, activity) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const newer = pushActivity(context, environment, environment.headCommit ?? '', randomCommit());
    activity.state = 'cancelled';
    activity.completedAt = newer.createdAt;
    complete(newer, 'success');
}
function randomCommit() {
    return (0,external_node_crypto_.randomBytes)(20).toString('hex');
}
function pushActivity({ state }, environment, from, to) {
    return addActivity(state, {
        type: 'environment.push',
        environments: [environment.id],
        text: `Developer pushed to ${environment.id}`,
        parameters: { environment: environment.id, old_commit: from, new_commit: to },
        // The environment in the payload is as it was before the push: its head_commit is the old one.
        payload: {
            commits: [{ sha: to, message: 'pushed' }],
            commits_count: 1,
            environment: { id: environment.id, head_commit: environment.headCommit }
        }
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/free-port.js

/** A port on loopback that nobody listens on at this moment. */
function freePort() {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_.createServer)();
        server.once('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            server.close(() => {
                resolve(port);
            });
        });
    });
}
/** Whether somebody accepts connections there. */
function isListening(port) {
    return new Promise((resolve) => {
        const socket = (0,external_node_net_.connect)(port, '127.0.0.1');
        const answer = (open) => {
            socket.destroy();
            resolve(open);
        };
        socket.once('connect', () => {
            answer(true);
        });
        socket.once('error', () => {
            answer(false);
        });
    });
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/process.js



/** Starts a program in a process group of its own and waits until it serves. Throws with its output if it does not. */
async function startProcess(argv, options) {
    const { directory, name, env, cwd = directory, isReady, readySeconds = 30 } = options;
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'log'), { recursive: true });
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'pids'), { recursive: true });
    const log = (0,external_node_path_.join)(directory, 'log', `${name}.log`);
    const output = (0,external_node_fs_.openSync)(log, 'a');
    const child = (0,external_node_child_process_.spawn)(argv[0], argv.slice(1), { cwd, env, detached: true, stdio: ['ignore', output, output] });
    (0,external_node_fs_.closeSync)(output);
    const ended = new Promise((resolve) => {
        child.once('exit', () => {
            resolve();
        });
        child.once('error', () => {
            resolve();
        });
    });
    const pid = child.pid ?? -1;
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'pids', name), `${pid}\n`);
    const stop = async () => {
        signalGroup(pid, 'SIGTERM');
        const timer = setTimeout(signalGroup, 5000, pid, 'SIGKILL');
        await ended;
        clearTimeout(timer);
        signalGroup(pid, 'SIGKILL');
    };
    const deadline = performance.now() + readySeconds * 1000;
    while (!(await isReady())) {
        if (child.exitCode !== null || child.signalCode !== null || pid < 0 || performance.now() > deadline) {
            await stop();
            throw new Error(`${name} did not start:\n${(0,external_node_fs_.readFileSync)(log, 'utf8').slice(-2000)}`);
        }
        await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return { pid, stop };
}
function signalGroup(pid, signal) {
    if (pid < 2)
        return;
    try {
        process.kill(-pid, signal);
    }
    catch {
        // The group has ended already.
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/schema-sql.js
const engine = 'ENGINE=InnoDB ROW_FORMAT=DYNAMIC DEFAULT CHARSET=utf8mb4';
/** SQL that makes the schema, its user and its data: the tables of a shop in miniature, a view, a trigger, all InnoDB. */
function schemaSql({ name, user, password, rows, modules }) {
    const text = (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
    const moduleRows = modules.map((module) => `(${text(module.name)},${text(module.version)},${text(module.version)})`);
    return [
        `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`,
        ...['localhost', '127.0.0.1'].flatMap((host) => [
            `CREATE USER ${text(user)}@${text(host)} IDENTIFIED BY ${text(password)}`,
            `GRANT ALL ON \`${name}\`.* TO ${text(user)}@${text(host)}`
        ]),
        `USE \`${name}\``,
        ...tables,
        ...(moduleRows.length > 0 ? [`INSERT INTO setup_module VALUES ${moduleRows.join(',')}`] : []),
        "INSERT INTO store_website VALUES (0,'admin','Admin'),(1,'base','Main Website')",
        "INSERT INTO store VALUES (0,'admin',0,'Admin'),(1,'default',1,'Default Store View')",
        "INSERT INTO core_config_data (scope,scope_id,path,value) VALUES ('default',0,'web/unsecure/base_url','http://localhost/'),('default',0,'general/locale/code','en_US')",
        `INSERT INTO sales_order (increment_id,customer_email,grand_total,created_at,payload) SELECT LPAD(seq,9,'0'), CONCAT('customer',seq,'@example.com'), seq * 1.25, NOW(), REPEAT(SHA2(seq, 256), 7) FROM seq_1_to_${Math.max(rows, 1)}`,
        "INSERT INTO sales_order_item (order_id,sku,name,options) SELECT entity_id, CONCAT('SKU-',entity_id), CONCAT('Grüße – ',entity_id), REPEAT(MD5(entity_id), 12) FROM sales_order",
        "INSERT INTO customer_entity (email,firstname,lastname) SELECT customer_email, 'Maria', 'Muster' FROM sales_order LIMIT 1000",
        'CREATE VIEW inventory_stock_1 AS SELECT sku, COUNT(*) AS quantity FROM sales_order_item GROUP BY sku',
        'CREATE TRIGGER sales_order_insert BEFORE INSERT ON sales_order FOR EACH ROW SET NEW.created_at = COALESCE(NEW.created_at, NOW())'
    ].join(';\n');
}
const tables = [
    `CREATE TABLE setup_module (module varchar(50) NOT NULL PRIMARY KEY, schema_version varchar(50), data_version varchar(50)) ${engine}`,
    `CREATE TABLE core_config_data (config_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, scope varchar(8) NOT NULL DEFAULT 'default', scope_id int NOT NULL DEFAULT 0, path varchar(255) NOT NULL, value text, UNIQUE KEY scope_path (scope, scope_id, path)) ${engine}`,
    `CREATE TABLE store_website (website_id smallint unsigned NOT NULL PRIMARY KEY, code varchar(32), name varchar(64)) ${engine}`,
    `CREATE TABLE store (store_id smallint unsigned NOT NULL PRIMARY KEY, code varchar(32), website_id smallint unsigned, name varchar(255), CONSTRAINT store_website FOREIGN KEY (website_id) REFERENCES store_website (website_id)) ${engine}`,
    `CREATE TABLE patch_list (patch_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, patch_name varchar(1024)) ${engine}`,
    `CREATE TABLE sales_order (entity_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, increment_id varchar(50), customer_email varchar(128), grand_total decimal(20,4), created_at timestamp NULL, payload text, KEY email (customer_email)) ${engine}`,
    `CREATE TABLE sales_order_item (item_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, order_id int unsigned NOT NULL, sku varchar(255), name varchar(255), options text, KEY sku (sku)) ${engine}`,
    `CREATE TABLE quote (entity_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_email varchar(255), is_active smallint DEFAULT 1) ${engine}`,
    `CREATE TABLE customer_entity (entity_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, email varchar(255), firstname varchar(255), lastname varchar(255), password_hash varchar(128)) ${engine}`,
    `CREATE TABLE admin_user (user_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, username varchar(40), email varchar(128)) ${engine}`,
    `CREATE TABLE cron_schedule (schedule_id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, job_code varchar(255), status varchar(7)) ${engine}`,
    `CREATE TABLE eav_attribute (attribute_id smallint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, attribute_code varchar(255)) ${engine}`
];

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/database.js







// The data need not survive a crash, and setting up takes a fifth of the time.
const unsynced = '--loose-debug-no-sync';
/** Initialises and starts a MariaDB server with all its files in `directory`, whatever the machine has configured. */
async function startDatabase({ directory, settings = [] }) {
    const data = (0,external_node_path_.join)(directory, 'database');
    // A server removes all temporary tables that it finds when it starts, those of other servers among them.
    const temporary = (0,external_node_path_.join)(directory, 'database-tmp');
    const env = { PATH: process.env['PATH'] ?? '', HOME: directory, LC_ALL: 'C.UTF-8', TMPDIR: temporary };
    for (const folder of [data, temporary])
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    // As root the server needs `--user`; as another user it must not be given.
    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    const install = findProgram(['mariadb-install-db', 'mysql_install_db']);
    await runProgram([
        install,
        '--no-defaults',
        `--datadir=${data}`,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
        unsynced,
        ...user
    ], { cwd: directory, env });
    const port = await freePort();
    // A socket's path may have 107 characters at most, so it is next to the data and not below.
    const socket = (0,external_node_path_.join)(directory, 'db.sock');
    const server = [
        findProgram(['mariadbd', 'mysqld']),
        '--no-defaults',
        `--datadir=${data}`,
        `--socket=${socket}`,
        `--port=${port}`,
        unsynced
    ];
    const tuning = [
        '--bind-address=127.0.0.1',
        '--innodb-flush-log-at-trx-commit=0',
        '--innodb-buffer-pool-size=128M',
        '--innodb-log-file-size=64M',
        '--skip-name-resolve',
        '--max-allowed-packet=64M'
    ];
    const service = await startProcess([...server, ...tuning, ...settings, ...user], {
        directory,
        name: 'database',
        env,
        isReady: () => isListening(port)
    });
    const client = findProgram(['mariadb', 'mysql']);
    const query = async (sql, schema = '') => {
        const target = schema === '' ? [] : [schema];
        const argv = [
            client,
            '--no-defaults',
            `--socket=${socket}`,
            '--user=root',
            '--batch',
            '--skip-column-names',
            ...target
        ];
        // SQL contains passwords, which must not appear in the list of processes.
        return (await runProgram(argv, { cwd: directory, env, input: sql })).stdout;
    };
    return {
        port,
        socket,
        files: data,
        query,
        createSchema: async (options) => {
            await query(schemaSql(options));
        },
        stop: () => service.stop()
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/process-tree.js

/** All processes below `pid`, deepest last: those that left its group as well, such as the sessions of sshd. */
function descendantsOf(pid) {
    const entries = (0,external_node_fs_.readdirSync)('/proc')
        .filter((name) => /^\d+$/.test(name))
        .flatMap((name) => readEntry(Number(name)) ?? []);
    const found = [];
    for (let level = [pid]; level.length > 0;) {
        level = entries.filter(({ parent }) => level.includes(parent)).map((entry) => entry.pid);
        found.push(...level);
    }
    return found;
}
/** Whether the process still runs; one that has ended and only waits to be reaped does not. */
function isRunning(pid) {
    const entry = readEntry(pid);
    return entry !== null && entry.state !== 'Z' && entry.state !== 'X';
}
function readEntry(pid) {
    try {
        const text = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, 'utf8');
        // The program's name stands in parentheses and may hold anything.
        const [state = '', parent = ''] = text.slice(text.lastIndexOf(')') + 2).split(' ');
        return { pid, parent: Number(parent), state };
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/ssh-session.js


/** The script that sshd runs for every login. */
function renderSession(options) {
    const { folder, home, session } = options;
    const prelude = `#!/usr/bin/env bash
unset BASH_ENV SSH_CONNECTION SSH_CLIENT
export HOME=${(0,shell_quote/* shellQuote */.Z)(home)} PATH=${(0,shell_quote/* shellQuote */.Z)(`${folder}/bin:${process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}`)} LC_ALL=C.UTF-8
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
. ${(0,shell_quote/* shellQuote */.Z)(`${folder}/environment`)}
cat ${(0,shell_quote/* shellQuote */.Z)(`${folder}/notice`)} >&2
cat ${(0,shell_quote/* shellQuote */.Z)(`${folder}/greeting`)}
command=\${SSH_ORIGINAL_COMMAND-}
unset SSH_ORIGINAL_COMMAND
`;
    return prelude + (session.kind === 'git' ? gitSession(session) : applicationSession(session));
}
function applicationSession({ appRoot, shell = 'bash' }) {
    // On dedicated nodes the root and the user are called after the project; both decide where its logs are looked for.
    return `root=\${SANDBOX_APP_ROOT:-${(0,shell_quote/* shellQuote */.Z)((0,external_node_path_.resolve)(appRoot))}}
export USER="\${SANDBOX_APP_NAME:-web}"
named="$HOME/\${SANDBOX_APP_NAME-}"
if [ -n "\${SANDBOX_APP_NAME-}" ] && [ "$(readlink "$named")" != "$root" ]; then ln -sfn "$root" "$named"; fi
cd "$named" 2>/dev/null && [ -n "\${SANDBOX_APP_NAME-}" ] || cd "$root" 2>/dev/null || cd
[ -n "$command" ] && exec ${shell} -c "$command"
if [ -t 0 ]; then exec bash --noprofile --norc -i; fi
exec ${shell} -s
`;
}
function gitSession({ repository, path }) {
    return `case $command in
  ${['git-receive-pack', 'git-upload-pack'].map((verb) => ssh_session_accepted(verb, path, repository)).join('\n  ')}
esac
echo "service doesn't exist or you do not have access to it" >&2
exit 1
`;
}
function ssh_session_accepted(verb, path, repository) {
    const bare = path.replace(/\.git$/, '');
    const asked = [path, bare, `/${path}`, `/${bare}`].flatMap((name) => [name, `'${name}'`]);
    return `${asked.map((name) => (0,shell_quote/* shellQuote */.Z)(`${verb} ${name}`)).join('|')}) exec ${verb} ${(0,shell_quote/* shellQuote */.Z)((0,external_node_path_.resolve)(repository))} ;;`;
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/write-database-clients.js



/** The host of the database in container environments: a name that only the platform's own network knows. */
const databaseHost = 'database.internal';
/** The port that relationships name, whatever the stand-in's server really listens on. */
const databasePort = 3306;
const clients = ['mariadb', 'mysql', 'mariadb-dump', 'mysqldump', 'mariadb-admin', 'mysqladmin'];
/**
 * Writes the clients of the database into a folder that comes first on PATH: asked for `database.internal`, in an
 * option file or on the command line, they go to loopback, at SANDBOX_DATABASE_PORT of the session or else at `port`.
 * Everything else is passed to the real ones.
 */
async function writeDatabaseClients(binDirectory, port = databasePort) {
    await (0,promises_.mkdir)(binDirectory, { recursive: true });
    await Promise.all(clients.flatMap((name) => {
        const real = installed(name, binDirectory);
        return real === null ? [] : [(0,promises_.writeFile)((0,external_node_path_.join)(binDirectory, name), script(real, port), { mode: 0o755 })];
    }));
}
function installed(name, binDirectory) {
    try {
        return findProgram([name], binDirectory);
    }
    catch {
        return null;
    }
}
// An option file may be a pipe, which is read once: the real client gets what was read.
const script = (real, port) => `#!/usr/bin/env bash
words=() inside=
for word; do
  case $word in
    --defaults-file=* | --defaults-extra-file=*)
      text=$(cat -- "\${word#*=}") || exit 1
      exec 9< <(printf '%s\\n' "$text")
      word=\${word%%=*}=/dev/fd/9
      if grep -qxE 'host="?${databaseHost}"?' <<<"$text"; then inside=yes; fi ;;
    ${databaseHost} | --host=${databaseHost} | -h${databaseHost}) inside=yes ;;
  esac
  words+=("$word")
done
if [ -n "$inside" ]; then words+=(--host=127.0.0.1 "--port=\${SANDBOX_DATABASE_PORT:-${port}}"); fi
exec '${real}' "\${words[@]}"
`;

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/write-disk-shim.js



/**
 * Writes `df` into a folder that a node has first on PATH: the code of the application is a read-only squashfs image,
 * which `df` always shows as full, for blocks and for inodes (Commerce on Cloud guide, storage; tried with a real
 * squashfs). All other places are as the real `df` shows them, except the files of the database: SANDBOX_HIDDEN names a
 * folder that does not exist there.
 */
async function writeDiskShim(binDirectory, appRoot) {
    await (0,promises_.mkdir)(binDirectory, { recursive: true });
    const script = `#!/usr/bin/env bash
real='${findProgram(['df'], binDirectory)}'
root="\${SANDBOX_APP_ROOT:-${appRoot}}"
code=$(realpath -m -- "$root")
flags=() paths=() type= size='134144 134144 0'
for word; do
  case $word in
    --*) flags+=("$word") ;;
    -*) flags+=("$word")
      case $word in *T*) type='squashfs ' ;; esac
      case $word in *i*) size='91234 91234 0' ;; *h*) size='131M 131M 0' ;; esac ;;
    *) paths+=("$word") ;;
  esac
done
[ \${#paths[@]} -gt 0 ] || paths=("$root" "$root/var" "$root/app/etc" "$root/pub/media" "$root/pub/static" /tmp)
"$real" "\${flags[@]}" /tmp | head -n 1
status=0
for path in "\${paths[@]}"; do
  # The mounts are links to places outside of it.
  case $(realpath -m -- "$path") in
    "$code" | "$code"/*) echo "/dev/loop4 \${type}$size 100% $root" ;;
    "\${SANDBOX_HIDDEN:-none}" | "\${SANDBOX_HIDDEN:-none}"/*) echo "df: $path: No such file or directory" >&2; status=1 ;;
    *) row=$("$real" "\${flags[@]}" "$path") || { status=1; continue; }
      tail -n +2 <<<"$row" ;;
  esac
done
exit $status
`;
    await (0,promises_.writeFile)((0,external_node_path_.join)(binDirectory, 'df'), script, { mode: 0o755 });
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/write-log-shim.js



/**
 * Writes `tail` into a folder that a node has first on PATH: it finds the platform's own logs where this kind of node
 * has them, in /var/log or in /var/log/platform/<project>[_stg] (Commerce on Cloud guide, log locations), and nowhere
 * else. Without SANDBOX_LOG_PATH in the session both places lead to MAGENTO_CLOUD_LOG_DIR.
 */
async function writeLogShim(binDirectory) {
    await (0,promises_.mkdir)(binDirectory, { recursive: true });
    const script = `#!/usr/bin/env bash
words=()
for word; do
  case \${SANDBOX_LOG_PATH-}:\${word%/*} in
    :/var/log | :/var/log/platform/* | "\${SANDBOX_LOG_PATH:-none}:\${SANDBOX_LOG_PATH:-none}")
      word=\${MAGENTO_CLOUD_LOG_DIR-}/\${word##*/} ;;
  esac
  words+=("$word")
done
exec '${findProgram(['tail'], binDirectory)}' "\${words[@]}"
`;
    await (0,promises_.writeFile)((0,external_node_path_.join)(binDirectory, 'tail'), script, { mode: 0o755 });
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/write-sshd-config.js


/**
 * Writes the configuration of a server that `program` (sshd) will read. Newer servers lock an address out that fails too
 * often, and here everyone has the same one; older ones do not know the setting.
 */
async function writeSshdConfig(program, config, text) {
    // After a Match it would belong to its block.
    await (0,promises_.writeFile)(config, `PerSourcePenalties no\n${text}`);
    await runProgram([program, '-t', '-f', config], { cwd: '/', env: {} }).catch(() => (0,promises_.writeFile)(config, text));
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/ssh-node.js















/** Starts an sshd on a random loopback port whose every login runs one session script. */
async function startSshNode(options) {
    const { directory, name, session, trustedUserCa } = options;
    const folder = (0,external_node_path_.resolve)(directory, 'nodes', name);
    const home = (0,external_node_path_.join)(folder, 'home');
    const file = (path) => (0,external_node_path_.join)(folder, path);
    const osUser = (0,external_node_os_.userInfo)().username;
    await (0,promises_.mkdir)(home, { recursive: true, mode: 0o700 });
    const setEnvironment = (environment) => replaceFile(file('environment'), ssh_node_renderEnvironment(environment));
    const setAuthorizedKeys = (keys) => replaceFile(file('authorized_keys'), keys.map((key) => `${key.trim()}\n`).join(''));
    const setNotice = (text) => replaceFile(file('notice'), text);
    const setGreeting = (text) => replaceFile(file('greeting'), text);
    await Promise.all([
        setEnvironment(options.environment ?? {}),
        setAuthorizedKeys(options.authorizedKeys ?? []),
        setNotice(''),
        setGreeting(''),
        (0,promises_.writeFile)(file('authority.pub'), trustedUserCa === null ? '' : `${trustedUserCa.trim()}\n`),
        (0,promises_.writeFile)(file('principals'), `${platformPrincipal}\n`),
        (0,promises_.writeFile)(file('session'), renderSession({ folder, home, session }), { mode: 0o700 }),
        ...(session.kind === 'application'
            ? [
                writeDiskShim(file('bin'), (0,external_node_path_.resolve)(session.appRoot)),
                writeLogShim(file('bin')),
                writeDatabaseClients(file('bin'))
            ]
            : []),
        makePrivilegeSeparationFolder()
    ]);
    const { port, stop } = await ssh_node_listen(options, { folder, home, osUser });
    return { name, port, osUser, home, setEnvironment, setAuthorizedKeys, setNotice, setGreeting, stop };
}
async function ssh_node_listen(options, place) {
    // sshd starts itself again for each connection and must be called by its absolute path.
    const program = findProgram(['sshd']);
    const config = (0,external_node_path_.join)(place.folder, 'sshd_config');
    const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8' };
    for (let attempt = 1;; attempt += 1) {
        const port = await freePort();
        await writeSshdConfig(program, config, renderConfig(options, place, port));
        try {
            const running = await startProcess([program, '-D', '-e', '-f', config], {
                directory: options.directory,
                name: `sshd-${options.name}`,
                env,
                isReady: () => isListening(port)
            });
            const stop = async () => {
                endSessions(running.pid);
                await running.stop();
            };
            return { port, stop };
        }
        catch (error) {
            // Someone else may have taken the port in the meantime.
            if (attempt === 3)
                throw error;
        }
    }
}
/** sshd puts each connection and each command into a session of its own, out of reach for an end of its group. */
function endSessions(pid) {
    for (const member of descendantsOf(pid).toReversed()) {
        try {
            process.kill(member, 'SIGTERM');
        }
        catch {
            // It ended by itself in the meantime.
        }
    }
}
function renderConfig({ hostKeyFile }, { folder, home, osUser }, port) {
    const settings = {
        Port: String(port),
        ListenAddress: '127.0.0.1',
        HostKey: `"${(0,external_node_path_.resolve)(hostKeyFile)}"`,
        PidFile: 'none',
        UsePAM: 'no',
        StrictModes: 'no',
        UseDNS: 'no',
        PermitRootLogin: 'prohibit-password',
        AllowUsers: osUser,
        PubkeyAuthentication: 'yes',
        PasswordAuthentication: 'no',
        KbdInteractiveAuthentication: 'no',
        AuthorizedKeysFile: `"${folder}/authorized_keys"`,
        TrustedUserCAKeys: `"${folder}/authority.pub"`,
        AuthorizedPrincipalsFile: `"${folder}/principals"`,
        AcceptEnv: 'TERM GIT_PROTOCOL',
        // Keeps the start-up files of the real user out of the sessions.
        SetEnv: `HOME="${home}"`,
        ForceCommand: `exec '${folder}/session'`,
        AllowTcpForwarding: 'no',
        AllowAgentForwarding: 'no',
        X11Forwarding: 'no',
        PrintMotd: 'no',
        PrintLastLog: 'no',
        MaxStartups: '200',
        MaxSessions: '100',
        LogLevel: 'VERBOSE'
    };
    return Object.entries(settings)
        .map(([name, value]) => `${name} ${value}\n`)
        .join('');
}
function ssh_node_renderEnvironment(environment) {
    return Object.entries(environment)
        .map(([name, value]) => `export ${name}=${(0,shell_quote/* shellQuote */.Z)(value)}\n`)
        .join('');
}
async function makePrivilegeSeparationFolder() {
    if (process.getuid?.() === 0)
        await (0,promises_.mkdir)('/run/sshd', { recursive: true, mode: 0o755 });
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/start-together.js
/** Waits until all services run. If one does not start, the others are awaited and ended before its error is thrown. */
async function startTogether(starts) {
    const settled = await Promise.allSettled(starts);
    const failure = settled.find((each) => each.status === 'rejected');
    const running = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    if (!failure)
        return running;
    await Promise.allSettled(running.map((each) => each.stop()));
    throw failure.reason;
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/services/storefront.js



/** Starts PHP's own web server on loopback. It looks up the application root for each request. */
async function startStorefront({ directory, appRoot, binDirectory }) {
    const port = await freePort();
    const env = {
        PATH: [...(binDirectory === undefined ? [] : [binDirectory]), process.env['PATH'] ?? ''].join(':'),
        HOME: directory,
        SANDBOX_APP_ROOT: appRoot,
        PHP_CLI_SERVER_WORKERS: '2'
    };
    const service = await startProcess([
        'php',
        '-d',
        'display_errors=0',
        '-d',
        'opcache.enable=0',
        '-d',
        'realpath_cache_size=0',
        '-S',
        `127.0.0.1:${port}`,
        assetPath('storefront', 'router.php')
    ], {
        directory,
        name: 'storefront',
        env,
        isReady: () => isListening(port)
    });
    return { url: `http://127.0.0.1:${port}`, stop: () => service.stop() };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/session-environment.js


/** The variables that a deployed environment shows to its processes. */
function sessionEnvironment(input) {
    const { state, environment, commit, appRoot, logs, application = appName } = input;
    const variables = [...state.variables.values(), ...environment.variables.values()].filter(({ enabled = true, visibleRuntime = true }) => enabled && visibleRuntime);
    const plain = variables.filter(({ name }) => name.startsWith('env:')).map(({ name, value }) => [name.slice(4), value]);
    const others = variables.filter(({ name }) => !name.startsWith('env:')).map(({ name, value }) => [name, value]);
    return {
        ...Object.fromEntries(plain),
        MAGENTO_CLOUD_RELATIONSHIPS: encode(relationships(input)),
        MAGENTO_CLOUD_ROUTES: encode(routesOf(environment)),
        MAGENTO_CLOUD_VARIABLES: encode(Object.fromEntries(others)),
        MAGENTO_CLOUD_APPLICATION: encode({ name: application }),
        MAGENTO_CLOUD_APPLICATION_NAME: application,
        MAGENTO_CLOUD_PROJECT: state.projectId,
        MAGENTO_CLOUD_ENVIRONMENT: environment.id,
        MAGENTO_CLOUD_BRANCH: environment.id,
        MAGENTO_CLOUD_TREE_ID: commit,
        MAGENTO_CLOUD_APP_DIR: appRoot,
        MAGENTO_CLOUD_LOG_DIR: logs,
        SANDBOX_DATABASE_PORT: String(input.database.port),
        ...placesOf(input)
    };
}
// Commerce on Cloud guide: /app and /var/log on Starter and integration, both called after the project on Pro.
function placesOf({ state, environment, database }) {
    const { projectId } = state;
    const { logins, type } = environment;
    if (logins.length === 1)
        return { SANDBOX_LOG_PATH: '/var/log', SANDBOX_HIDDEN: database.files };
    const name = type === 'staging' ? `${projectId}_stg` : projectId;
    return { SANDBOX_APP_NAME: name, SANDBOX_LOG_PATH: `/var/log/platform/${name}` };
}
// On dedicated nodes the server is at loopback; a container environment has it on a host of its own.
function relationships({ environment, database }) {
    const { name, user, password } = database;
    const isDedicated = environment.logins.length > 1;
    const host = isDedicated ? '127.0.0.1' : databaseHost;
    const entry = {
        host,
        ip: isDedicated ? host : '169.254.97.13',
        hostname: host,
        cluster: environment.machineName,
        port: isDedicated ? database.port : databasePort,
        path: name,
        scheme: 'mysql',
        username: user,
        password,
        rel: 'mysql',
        service: 'mysql',
        type: 'mysql:10.11',
        query: { is_master: true },
        fragment: null,
        public: false,
        host_mapped: false
    };
    const replica = { ...entry, query: { is_master: false } };
    return { database: [entry], ...(isDedicated ? { 'database-slave': [replica] } : {}) };
}
function encode(value) {
    return Buffer.from(JSON.stringify(value)).toString('base64');
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/start-neighbour.js


/** The version that every neighbour answers with: no upgrade of a test starts from it or leads to it. */
const neighbourVersion = '2.3.7';
const program = `#!/usr/bin/env php
<?php
$answers = ['setup:db:status' => 'All modules are up to date.', 'maintenance:status' => 'Status: maintenance mode is not active'];
echo $answers[$argv[1] ?? ''] ?? 'Magento CLI ${neighbourVersion}', PHP_EOL;
`;
/** Starts the login of another application or a worker: it looks like another, healthy shop. */
async function startNeighbour(folder, { name, login }, startNode) {
    const [appRoot, logs] = [(0,external_node_path_.join)(folder, name, 'app'), (0,external_node_path_.join)(folder, name, 'log')];
    for (const path of ['bin', 'var/log', 'app/etc', 'pub/media', 'pub/static'])
        await (0,promises_.mkdir)((0,external_node_path_.join)(appRoot, path), { recursive: true });
    await (0,promises_.mkdir)(logs, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(appRoot, 'bin', 'magento'), program, { mode: 0o755 });
    await (0,promises_.writeFile)((0,external_node_path_.join)(logs, 'deploy.log'), `The deploy hook of ${name} ran.\n`);
    return { login, logs, node: await startNode(appRoot) };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/cloud/start-environment.js












/** Starts database, storefront, one sshd per node and one for git. */
async function startEnvironment(input) {
    const { directory, state, environment, options, certifier, hostKey, git } = input;
    const places = appPlaces(directory, environment.id);
    await Promise.all([places.mounts, places.releases, platformLogs(directory, environment.id)].map((path) => (0,promises_.mkdir)(path, { recursive: true })));
    const databasePassword = `${(0,external_node_crypto_.randomBytes)(9).toString('base64url')}'"\\ #${(0,external_node_crypto_.randomBytes)(3).toString('hex')}`;
    const node = (name, session) => startSshNode({ directory, name, hostKeyFile: hostKey.privateKeyFile, trustedUserCa: certifier.publicKey, session });
    const schema = { name: 'main', user: 'shop', password: databasePassword };
    const cloudRepository = `${state.projectId}.git`;
    const startShop = async () => {
        const started = await startDatabase({ directory });
        try {
            await started.createSchema({ ...schema, rows: options.databaseRows ?? 2000, modules: [] });
            return started;
        }
        catch (error) {
            await started.stop();
            throw error;
        }
    };
    const folder = (0,external_node_path_.join)(directory, 'environments', environment.id, 'neighbours');
    const neighbours = [];
    const startNeighbours = async () => {
        for (const each of environment.neighbours)
            neighbours.push(await startNeighbour(folder, each, (appRoot) => node(each.name, { kind: 'application', appRoot })));
    };
    const starts = [
        startShop(),
        startStorefront({ directory, appRoot: places.appRoot, binDirectory: places.clients }),
        node('git', { kind: 'git', repository: git.cloud, path: cloudRepository }),
        ...environment.logins.map((_, index) => node(`${environment.id}-${index + 1}`, { kind: 'application', appRoot: places.appRoot }))
    ];
    const [database, storefront, gitNode, ...nodes] = await startTogether(starts);
    environment.url = storefront.url;
    await writeDatabaseClients(places.clients, database.port);
    await startNeighbours();
    for (const { name, kind } of environment.neighbours)
        if (kind === 'application')
            await database.createSchema({ ...schema, name, user: name, rows: 3, modules: [] });
    const gitLogin = `${state.projectId}@git.${state.region}.magento.cloud`;
    const route = ({ port, osUser }) => ({ port, osUser });
    return {
        routes: Object.fromEntries([
            [gitLogin, route(gitNode)],
            ...environment.logins.map((login, index) => [login, route(nodes[index])]),
            ...neighbours.map(({ login, node: own }) => [login, route(own)])
        ]),
        cloudRemote: `${gitLogin}:${cloudRepository}`,
        databasePassword,
        publish: async (target, commit, oldRelease = null) => {
            const shared = { state, environment: target, commit, appRoot: places.appRoot };
            const logs = platformLogs(directory, target.id);
            const { port, files } = database;
            const variables = sessionEnvironment({ ...shared, logs, database: { ...schema, port, files } });
            // The logs of the hooks are those of the first node.
            const own = (index) => ({
                ...(index > 0 && { MAGENTO_CLOUD_LOG_DIR: `${logs}-${index + 1}` }),
                ...(oldRelease !== null && index === 1 && { SANDBOX_APP_ROOT: oldRelease })
            });
            await Promise.all(nodes.map((each, index) => each.setEnvironment({ ...variables, ...own(index) })));
            for (const [index, { name, kind }] of environment.neighbours.entries()) {
                const { node: login, logs: ownLogs } = neighbours[index];
                const other = kind === 'application' ? { application: name } : {};
                const its = kind === 'application' ? { ...schema, name, user: name } : schema;
                await login.setEnvironment(sessionEnvironment({ ...shared, logs: ownLogs, ...other, database: { ...its, port, files } }));
            }
            return { ...variables, PATH: `${places.clients}:${process.env['PATH'] ?? ''}` };
        },
        stop: async () => {
            await Promise.allSettled([
                storefront.stop(),
                gitNode.stop(),
                database.stop(),
                ...nodes.map((each) => each.stop()),
                ...neighbours.map((each) => each.node.stop())
            ]);
        }
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/endpoint.js
/** An operation of GitHub's published description: the compiler refuses others, and answers that do not fit theirs. */
function endpoint(method, path, handle) {
    const pattern = patternOf(path);
    return {
        answer: (request) => {
            const found = request.method === method.toUpperCase() ? pattern.exec(request.path) : null;
            if (!found)
                return undefined;
            return Promise.resolve(handle({
                path: (name) => decodeURIComponent(found.groups?.[name] ?? ''),
                query: (name) => request.query.get(name),
                body: (name) => request.body[name]
            }));
        }
    };
}
function patternOf(path) {
    // Names of branches may have slashes in them that are not encoded.
    const source = path.replaceAll(/\{(\w+)\}/g, (_, name) => `(?<${name}>${name === 'branch' ? '.+' : '[^/]+'})`);
    return new RegExp(`^${source}$`);
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/place.js
/** A global id in the form that GitHub has long given: type and number in base64. */
function nodeId(type, id) {
    return Buffer.from(`0${type.length}:${type}${id}`).toString('base64');
}
/** Now, as the API writes it: without fractions of a second. */
function place_timestamp() {
    return new Date().toISOString().replace(/\.\d+Z$/, 'Z');
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/refusals.js
const documentation = 'https://docs.github.com/rest';
/** An error as GitHub words it. */
function refusals_refusal(status, message) {
    return { status, body: { message, documentation_url: documentation, status: String(status) } };
}
/** 404, also for what the token may not see. */
const refusals_notFound = refusals_refusal(404, 'Not Found');
/** Refuses a request for the named reasons. */
function invalid(...errors) {
    return { status: 422, body: { message: 'Validation Failed', errors, documentation_url: documentation } };
}
/** The error of a field that is required. */
function missingField(resource, field) {
    return { resource, code: 'missing_field', field };
}
/** The error of a field whose value cannot be. */
function invalidField(resource, field) {
    return { resource, code: 'invalid', field };
}
/** 403, before a request is looked at, in GitHub's words (public reports of 2023 to 2026). */
function forbidden(why) {
    const lacks = why === 'no-permission';
    const message = lacks
        ? 'Resource not accessible by integration'
        : 'GitHub Actions is not permitted to create or approve pull requests.';
    const body = { message, documentation_url: `${documentation}/pulls/pulls#create-a-pull-request`, status: '403' };
    return { status: 403, body, ...(lacks && { headers: { 'x-accepted-github-permissions': 'pull_requests=write' } }) };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/branches.js



/** The branches of the bare repository, to read. None is protected. */
function branchEndpoints(place) {
    return [
        endpoint('get', '/repos/{owner}/{repo}/branches/{branch}', async ({ path }) => {
            const name = path('branch');
            const sha = await place.origin.headOf(name);
            if (sha === null)
                return refusals_refusal(404, 'Branch not found');
            const self = `${place.url}/branches/${name}`;
            return {
                status: 200,
                body: {
                    name,
                    commit: renderCommit(place, await place.origin.commit(sha)),
                    _links: { self, html: `${place.webUrl}/tree/${name}` },
                    protected: false,
                    protection: { enabled: false },
                    protection_url: `${self}/protection`
                }
            };
        })
    ];
}
function renderCommit({ url, webUrl }, commit) {
    const { sha, tree, parents, author, committer, message } = commit;
    const of = (each) => ({
        sha: each,
        url: `${url}/commits/${each}`,
        html_url: `${webUrl}/commit/${each}`
    });
    return {
        ...of(sha),
        node_id: nodeId('Commit', sha),
        comments_url: `${url}/commits/${sha}/comments`,
        commit: {
            url: `${url}/git/commits/${sha}`,
            author,
            committer,
            message,
            comment_count: 0,
            tree: { sha: tree, url: `${url}/git/trees/${tree}` }
        },
        // Nobody has an account with the address of a commit.
        author: null,
        committer: null,
        parents: parents.map(of)
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/render-user.js

/** The organization that the repository belongs to. */
function ownerOf(place) {
    return renderUser(place, { login: place.owner, id: 1, type: 'Organization' });
}
/** The app that the token belongs to, as in a workflow run. */
function botOf(place) {
    return renderUser(place, { login: 'github-actions[bot]', id: 2, type: 'Bot' });
}
function renderUser({ apiUrl, webUrl }, user) {
    const { login, id, type } = user;
    const host = new URL(webUrl).origin;
    const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
    return {
        login,
        id,
        node_id: nodeId(type, id),
        avatar_url: `${host}/avatars/${id}`,
        gravatar_id: '',
        url,
        html_url: `${host}/${type === 'Bot' ? `apps/${login.replace('[bot]', '')}` : login}`,
        followers_url: `${url}/followers`,
        following_url: `${url}/following{/other_user}`,
        gists_url: `${url}/gists{/gist_id}`,
        starred_url: `${url}/starred{/owner}{/repo}`,
        subscriptions_url: `${url}/subscriptions`,
        organizations_url: `${url}/orgs`,
        repos_url: `${url}/repos`,
        events_url: `${url}/events{/privacy}`,
        received_events_url: `${url}/received_events`,
        type,
        site_admin: false
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/issue-comments.js




const noBody = invalid(missingField('IssueComment', 'body'));
/** Starts without any. `hasIssue` knows which numbers can be commented on. */
function createIssueComments(place, hasIssue) {
    const all = [];
    const find = (id) => all.find((each) => each.id === Number(id));
    const endpoints = [
        endpoint('get', '/repos/{owner}/{repo}/issues/{issue_number}/comments', ({ path }) => {
            const issue = Number(path('issue_number'));
            if (!hasIssue(issue))
                return refusals_notFound;
            return { status: 200, body: all.filter((each) => each.issue === issue).map((each) => render(place, each)) };
        }),
        endpoint('post', '/repos/{owner}/{repo}/issues/{issue_number}/comments', (request) => {
            const issue = Number(request.path('issue_number'));
            if (!hasIssue(issue))
                return refusals_notFound;
            const body = request.body('body');
            if (typeof body !== 'string' || body === '')
                return noBody;
            const createdAt = place_timestamp();
            const comment = { id: 1000 + all.length + 1, issue, body, createdAt, updatedAt: createdAt };
            all.push(comment);
            return { status: 201, body: render(place, comment) };
        }),
        endpoint('get', '/repos/{owner}/{repo}/issues/comments/{comment_id}', ({ path }) => {
            const comment = find(path('comment_id'));
            return comment ? { status: 200, body: render(place, comment) } : refusals_notFound;
        }),
        endpoint('patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}', (request) => {
            const comment = find(request.path('comment_id'));
            if (!comment)
                return refusals_notFound;
            const body = request.body('body');
            if (typeof body !== 'string' || body === '')
                return noBody;
            Object.assign(comment, { body, updatedAt: place_timestamp() });
            return { status: 200, body: render(place, comment) };
        })
    ];
    return { all, endpoints };
}
function render(place, comment) {
    const { id, issue, body } = comment;
    return {
        id,
        node_id: nodeId('IssueComment', id),
        url: `${place.url}/issues/comments/${id}`,
        html_url: `${place.webUrl}/pull/${issue}#issuecomment-${id}`,
        issue_url: `${place.url}/issues/${issue}`,
        body,
        user: botOf(place),
        author_association: 'NONE',
        created_at: comment.createdAt,
        updated_at: comment.updatedAt
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/origin-reader.js

/** Reads by git, without the machine's configuration. */
function createOriginReader(origin) {
    const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
    const git = async (...args) => (await runProgram(['git', `--git-dir=${origin}`, ...args], { cwd: origin, env })).stdout;
    return {
        headOf: async (branch) => {
            const ref = `refs/heads/${branch}`;
            const refs = await git('for-each-ref', '--format=%(objectname) %(refname)', ref);
            // git also lists what lies below the name.
            const line = refs.split('\n').find((each) => each.endsWith(` ${ref}`));
            return line?.split(' ')[0] ?? null;
        },
        commit: async (sha) => readCommit(sha, await git('show', '--no-patch', `--format=${commitFormat}`, sha)),
        compare: async (base, head) => {
            const [commits, numbers] = await Promise.all([
                git('rev-list', '--count', `${base}..${head}`),
                git('diff', '--numstat', `${base}...${head}`)
            ]);
            return { commits: Number(commits), ...sumOf(numbers) };
        },
        defaultBranch: async () => (await git('symbolic-ref', '--short', 'HEAD')).trim()
    };
}
const commitFormat = '%T%x00%P%x00%an%x00%ae%x00%aI%x00%cn%x00%ce%x00%cI%x00%B';
function readCommit(sha, text) {
    const [tree = '', parents = '', ...rest] = text.split('\0');
    const [authorName = '', authorEmail = '', authored = '', name = '', email = '', date = '', message = ''] = rest;
    return {
        sha,
        tree,
        parents: parents.split(' ').filter((parent) => parent !== ''),
        author: { name: authorName, email: authorEmail, date: authored },
        committer: { name, email, date },
        message: message.trimEnd()
    };
}
function sumOf(numbers) {
    const lines = numbers.split('\n').filter((line) => line !== '');
    // A binary file has dashes in place of its numbers.
    const sum = (column) => lines.reduce((total, line) => total + (Number(line.split('\t')[column]) || 0), 0);
    return { additions: sum(0), deletions: sum(1), files: lines.length };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/render-repository.js


/** The repository as other answers hold it. Nothing but pull requests can be open in it. */
async function renderRepository(place, open) {
    const { owner, repo, webUrl } = place;
    return {
        id: 1,
        node_id: nodeId('Repository', 1),
        name: repo,
        full_name: `${owner}/${repo}`,
        owner: ownerOf(place),
        private: true,
        visibility: 'private',
        permissions: { admin: false, push: true, pull: true },
        description: null,
        homepage: null,
        language: null,
        license: null,
        mirror_url: null,
        fork: false,
        ...apiUrls(place.url),
        html_url: webUrl,
        svn_url: webUrl,
        clone_url: `${webUrl}.git`,
        git_url: `${webUrl.replace(/^https?/, 'git')}.git`,
        ssh_url: `git@${new URL(webUrl).hostname}:${owner}/${repo}.git`,
        forks: 0,
        forks_count: 0,
        stargazers_count: 0,
        watchers: 0,
        watchers_count: 0,
        size: 0,
        default_branch: await place.origin.defaultBranch(),
        open_issues: open,
        open_issues_count: open,
        has_issues: false,
        has_projects: false,
        has_wiki: false,
        has_pages: false,
        has_downloads: false,
        archived: false,
        disabled: false,
        pushed_at: place.createdAt,
        created_at: place.createdAt,
        updated_at: place.createdAt
    };
}
/** The repository as it answers for itself. */
async function renderFullRepository(place, open) {
    const { createdAt } = place;
    return {
        ...(await renderRepository(place, open)),
        pushed_at: createdAt,
        created_at: createdAt,
        updated_at: createdAt,
        has_discussions: false,
        subscribers_count: 0,
        network_count: 0
    };
}
function apiUrls(url) {
    return {
        url,
        archive_url: `${url}/{archive_format}{/ref}`,
        assignees_url: `${url}/assignees{/user}`,
        blobs_url: `${url}/git/blobs{/sha}`,
        branches_url: `${url}/branches{/branch}`,
        collaborators_url: `${url}/collaborators{/collaborator}`,
        comments_url: `${url}/comments{/number}`,
        commits_url: `${url}/commits{/sha}`,
        compare_url: `${url}/compare/{base}...{head}`,
        contents_url: `${url}/contents/{+path}`,
        contributors_url: `${url}/contributors`,
        deployments_url: `${url}/deployments`,
        downloads_url: `${url}/downloads`,
        events_url: `${url}/events`,
        forks_url: `${url}/forks`,
        git_commits_url: `${url}/git/commits{/sha}`,
        git_refs_url: `${url}/git/refs{/sha}`,
        git_tags_url: `${url}/git/tags{/sha}`,
        hooks_url: `${url}/hooks`,
        issue_comment_url: `${url}/issues/comments{/number}`,
        issue_events_url: `${url}/issues/events{/number}`,
        issues_url: `${url}/issues{/number}`,
        keys_url: `${url}/keys{/key_id}`,
        labels_url: `${url}/labels{/name}`,
        languages_url: `${url}/languages`,
        merges_url: `${url}/merges`,
        milestones_url: `${url}/milestones{/number}`,
        notifications_url: `${url}/notifications{?since,all,participating}`,
        pulls_url: `${url}/pulls{/number}`,
        releases_url: `${url}/releases{/id}`,
        stargazers_url: `${url}/stargazers`,
        statuses_url: `${url}/statuses/{sha}`,
        subscribers_url: `${url}/subscribers`,
        subscription_url: `${url}/subscription`,
        tags_url: `${url}/tags`,
        teams_url: `${url}/teams`,
        trees_url: `${url}/git/trees{/sha}`
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/render-pull-request.js



/** A pull request as it answers for itself: as in lists, and what it would merge. `open` is the number of open ones. */
async function renderPullRequest(place, pull, counts) {
    const { commits, additions, deletions, files } = await place.origin.compare(pull.baseSha, pull.headSha);
    return {
        ...(await renderCommon(place, pull, counts.open)),
        state: pull.state,
        labels: [],
        requested_teams: [],
        merged: false,
        merged_by: null,
        // GitHub finds these out later.
        mergeable: null,
        rebaseable: null,
        mergeable_state: 'unknown',
        maintainer_can_modify: false,
        comments: counts.comments,
        review_comments: 0,
        commits,
        additions,
        deletions,
        changed_files: files
    };
}
/** A pull request as it is listed. */
async function renderSimplePullRequest(place, pull, open) {
    return { ...(await renderCommon(place, pull, open)), state: pull.state, labels: [], requested_teams: [] };
}
async function renderCommon(place, pull, open) {
    const { number, title, body, draft } = pull;
    const repository = await renderRepository(place, open);
    const side = (ref, sha) => ({
        label: `${place.owner}:${ref}`,
        ref,
        sha,
        user: ownerOf(place),
        repo: repository
    });
    return {
        ...addresses(place, pull),
        id: number,
        node_id: nodeId('PullRequest', number),
        number,
        title,
        body,
        draft,
        locked: false,
        active_lock_reason: null,
        user: botOf(place),
        author_association: 'NONE',
        milestone: null,
        assignee: null,
        assignees: [],
        requested_reviewers: [],
        auto_merge: null,
        created_at: pull.createdAt,
        updated_at: pull.updatedAt,
        closed_at: pull.closedAt,
        merged_at: null,
        merge_commit_sha: null,
        head: side(pull.head, pull.headSha),
        base: side(pull.base, pull.baseSha)
    };
}
function addresses({ url, webUrl }, pull) {
    const self = `${url}/pulls/${pull.number}`;
    const html = `${webUrl}/pull/${pull.number}`;
    const issue = `${url}/issues/${pull.number}`;
    const linked = {
        issue,
        comments: `${issue}/comments`,
        commits: `${self}/commits`,
        review_comments: `${self}/comments`,
        review_comment: `${url}/pulls/comments{/number}`,
        statuses: `${url}/statuses/${pull.headSha}`
    };
    const link = (href) => ({ href });
    return {
        url: self,
        html_url: html,
        diff_url: `${html}.diff`,
        patch_url: `${html}.patch`,
        issue_url: issue,
        comments_url: linked.comments,
        commits_url: linked.commits,
        review_comments_url: linked.review_comments,
        review_comment_url: linked.review_comment,
        statuses_url: linked.statuses,
        _links: {
            self: link(self),
            html: link(html),
            issue: link(issue),
            comments: link(linked.comments),
            commits: link(linked.commits),
            review_comments: link(linked.review_comments),
            review_comment: link(linked.review_comment),
            statuses: link(linked.statuses)
        }
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/pull-requests.js




/** Starts without any. `nextNumber` counts issues and pull requests together; `comments` counts those of one. */
function createPullRequests(place, options) {
    const all = [];
    const find = (number) => all.find((each) => each.number === Number(number));
    const openCount = () => all.filter(({ state }) => state === 'open').length;
    const render = async (pull) => {
        await refresh(place, pull);
        return renderPullRequest(place, pull, { open: openCount(), comments: options.comments(pull.number) });
    };
    const endpoints = [
        endpoint('get', '/repos/{owner}/{repo}/pulls', async (request) => {
            const found = all.filter(filterOf(place, request));
            await Promise.all(found.map((each) => refresh(place, each)));
            const body = await Promise.all(found.map((each) => renderSimplePullRequest(place, each, openCount())));
            return { status: 200, body };
        }),
        endpoint('post', '/repos/{owner}/{repo}/pulls', async (request) => {
            const opened = await pull_requests_open(place, all, request, options.nextNumber);
            if ('status' in opened)
                return opened;
            all.unshift(opened);
            return { status: 201, body: await render(opened) };
        }),
        endpoint('get', '/repos/{owner}/{repo}/pulls/{pull_number}', async ({ path }) => {
            const pull = find(path('pull_number'));
            return pull ? { status: 200, body: await render(pull) } : refusals_notFound;
        }),
        endpoint('patch', '/repos/{owner}/{repo}/pulls/{pull_number}', async (request) => {
            const pull = find(request.path('pull_number'));
            if (!pull)
                return refusals_notFound;
            const refused = await change(place, pull, request);
            return refused ?? { status: 200, body: await render(pull) };
        })
    ];
    return { all, endpoints };
}
async function pull_requests_open({ owner, origin }, all, { body }, nextNumber) {
    const [title, from, base, text] = [body('title'), body('head'), body('base'), body('body') ?? null];
    if (!isText(title) || !isText(from) || !isText(base)) {
        const given = Object.entries({ title, head: from, base });
        return invalid(...given.filter(([, value]) => !isText(value)).map(([field]) => missingField('PullRequest', field)));
    }
    if (text !== null && typeof text !== 'string')
        return invalid(invalidField('PullRequest', 'body'));
    const head = from.slice(from.indexOf(':') + 1);
    const [headSha, baseSha] = await Promise.all([origin.headOf(head), origin.headOf(base)]);
    if (headSha === null)
        return invalid(invalidField('PullRequest', 'head'));
    if (baseSha === null)
        return invalid(invalidField('PullRequest', 'base'));
    const { commits } = await origin.compare(baseSha, headSha);
    if (commits === 0)
        return invalid(custom(`No commits between ${base} and ${head}`));
    if (all.some((each) => each.state === 'open' && each.head === head && each.base === base))
        return invalid(custom(`A pull request already exists for ${owner}:${head}.`));
    const [createdAt, draft] = [place_timestamp(), body('draft') === true];
    const shas = { baseSha, headSha };
    const times = { createdAt, updatedAt: createdAt, closedAt: null };
    return { number: nextNumber(), title, body: text, base, head, ...shas, state: 'open', draft, ...times };
}
/** An open pull request follows its branches; a deleted branch or a closed pull request keeps its last commit. */
async function refresh({ origin }, pull) {
    if (pull.state === 'closed')
        return;
    const [head, base] = await Promise.all([origin.headOf(pull.head), origin.headOf(pull.base)]);
    pull.headSha = head ?? pull.headSha;
    pull.baseSha = base ?? pull.baseSha;
}
async function change({ origin }, pull, { body }) {
    const [title, text, state, base] = [body('title'), body('body'), body('state'), body('base')];
    const wrong = [];
    if (title !== undefined && !isText(title))
        wrong.push(missingField('PullRequest', 'title'));
    if (state !== undefined && state !== 'open' && state !== 'closed')
        wrong.push(invalidField('PullRequest', 'state'));
    if (base !== undefined && (!isText(base) || (await origin.headOf(base)) === null))
        wrong.push(invalidField('PullRequest', 'base'));
    if (wrong.length > 0)
        return invalid(...wrong);
    if (isText(title))
        pull.title = title;
    if (typeof text === 'string')
        pull.body = text;
    if (isText(base))
        pull.base = base;
    pull.updatedAt = place_timestamp();
    if (state === 'open' || state === 'closed') {
        pull.closedAt = state === 'open' ? null : (pull.closedAt ?? pull.updatedAt);
        pull.state = state;
    }
    return undefined;
}
function filterOf({ owner }, { query }) {
    const [state, head, base] = [query('state') ?? 'open', query('head'), query('base')];
    return (pull) => (state === 'all' || pull.state === state) &&
        // Without an owner GitHub does not filter by head at all.
        (head === null || !head.includes(':') || head === `${owner}:${pull.head}`) &&
        (base === null || base === pull.base);
}
function custom(message) {
    return { resource: 'PullRequest', code: 'custom', message };
}
function isText(value) {
    return typeof value === 'string' && value !== '';
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/read-json.js
/** The JSON object that was sent, an empty one for no text, undefined for anything that is no JSON object. */
async function readJson(request) {
    const chunks = [];
    for await (const chunk of request)
        chunks.push(chunk);
    const text = Buffer.concat(chunks).toString('utf8');
    if (text === '')
        return {};
    try {
        const value = JSON.parse(text);
        return value !== null && typeof value === 'object' && !Array.isArray(value)
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/github/api-server.js











/** Serves repository, branches, pull requests and comments on loopback; branches are those of the bare repository `origin`. */
async function startGitHubApi(options) {
    const { origin, repository = 'shop/project', refuses = () => null } = options;
    const [owner = '', repo = ''] = repository.split('/');
    const token = `ghs_${(0,external_node_crypto_.randomBytes)(18).toString('hex')}`;
    const requests = [];
    const server = (0,external_node_http_.createServer)();
    const url = await api_server_listen(server);
    const { pulls, comments, endpoints } = serve({
        owner,
        repo,
        apiUrl: url,
        url: `${url}/repos/${repository}`,
        webUrl: `${url}/${repository}`,
        origin: createOriginReader(origin),
        createdAt: place_timestamp()
    });
    const handle = async (request) => {
        const { pathname, search, searchParams } = new URL(request.url ?? '/', url);
        const method = request.method ?? 'GET';
        const body = await readJson(request);
        const answer = async () => {
            if (!isAuthorized(request, token))
                return refusals_refusal(401, 'Bad credentials');
            if (body === undefined)
                return refusals_refusal(400, 'Problems parsing JSON');
            if (!`${pathname}/`.startsWith(`/repos/${repository}/`))
                return refusals_notFound;
            const refused = method === 'GET' || !pathname.startsWith(`/repos/${repository}/pulls`) ? null : refuses();
            if (refused !== null)
                return forbidden(refused);
            const asked = { method, path: pathname, query: searchParams, body };
            for (const each of endpoints) {
                const found = await each.answer(asked);
                if (found)
                    return found;
            }
            return refusals_notFound;
        };
        const result = await answer();
        requests.push({ method, path: pathname + search, body, status: result.status });
        return result;
    };
    server.on('request', (request, response) => {
        handle(request)
            .catch((error) => refusals_refusal(500, String(error)))
            .then(({ status, body, headers }) => response
            .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
            .end(JSON.stringify(body)))
            .catch(() => response.destroy());
    });
    const stop = () => new Promise((resolve) => {
        server.close(() => {
            resolve();
        });
        server.closeAllConnections();
    });
    return { url, token, repository, requests, pullRequests: pulls.all, comments: comments.all, stop };
}
function serve(place) {
    let issues = 0;
    const pulls = createPullRequests(place, {
        nextNumber: () => (issues += 1),
        comments: (number) => comments.all.filter(({ issue }) => issue === number).length
    });
    const comments = createIssueComments(place, (number) => pulls.all.some((each) => each.number === number));
    const repository = endpoint('get', '/repos/{owner}/{repo}', async () => {
        const open = pulls.all.filter(({ state }) => state === 'open').length;
        return { status: 200, body: await renderFullRepository(place, open) };
    });
    return {
        pulls,
        comments,
        endpoints: [repository, ...branchEndpoints(place), ...pulls.endpoints, ...comments.endpoints]
    };
}
async function api_server_listen(server) {
    await new Promise((resolve, reject) => {
        server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${server.address().port}`;
}
function isAuthorized(request, token) {
    const [scheme = '', given] = (request.headers.authorization ?? '').split(' ');
    return /^(?:token|bearer)$/i.test(scheme) && given === token;
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/start-platform.js





/** Starts the API, both git hosts, GitHub's API and the environment, and connects them: what is pushed is deployed. */
async function startPlatform(input) {
    const { options, directory, state, environment, certifier, hostKey, buildEnv, onStarted } = input;
    // The API and the receiver need each other.
    let receiver = null;
    const api = await startApiServer({
        state,
        certifier,
        onPush: async (push) => receiver?.onPush(push),
        onRedeploy: (id) => receiver?.onRedeploy(id),
        onVariable: (id, activity) => receiver?.onVariable(id, activity),
        onDeploy: (id, strategy) => receiver?.onDeploy(id, strategy)
    });
    onStarted(() => api.stop());
    const git = await createGitHosts({ directory, env: buildEnv, apiUrl: api.url, hookToken: api.hookToken });
    const gitHub = await startGitHubApi({ origin: git.origin });
    onStarted(() => gitHub.stop());
    const running = await startEnvironment({ directory, state, environment, options, certifier, hostKey, git });
    onStarted(() => running.stop());
    const connected = createPushReceiver({
        directory,
        state,
        cloudRepository: git.cloud,
        origin: git.origin,
        buildEnv,
        deploySeconds: input.deploySeconds,
        publishEnvironment: (target, commit, oldRelease) => running.publish(target, commit, oldRelease)
    });
    receiver = connected;
    onStarted(() => connected.idle());
    return { api, git, gitHub, running, receiver: connected };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/user-environment.js


/** The environment of a person or a program that uses the platform: its programs first, nothing of the machine's configuration. */
async function userEnvironment(options) {
    const { directory, binDirectory, apiUrl, gitHub } = options;
    const home = (0,external_node_path_.join)(directory, 'user');
    await (0,promises_.mkdir)(home, { recursive: true });
    const gitConfig = (0,external_node_path_.join)(home, 'gitconfig');
    await (0,promises_.writeFile)(gitConfig, '[user]\n\tname = Shop Developer\n\temail = developer@example.com\n[init]\n\tdefaultBranch = main\n');
    const hostKeys = (0,external_node_path_.join)(home, 'host-keys');
    await (0,promises_.writeFile)(hostKeys, options.knownHosts);
    return {
        PATH: `${binDirectory}:${process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin'}`,
        HOME: home,
        LANG: 'C.UTF-8',
        GIT_CONFIG_GLOBAL: gitConfig,
        GIT_CONFIG_NOSYSTEM: '1',
        MAGENTO_CLOUD_CLI_API_URL: apiUrl,
        MAGENTO_CLOUD_CLI_AUTH_URL: apiUrl,
        MAGENTO_CLOUD_CLI_CERTIFIER_URL: apiUrl,
        MAGENTO_CLOUD_CLI_SSH_HOST_KEYS_FILE: hostKeys,
        GITHUB_API_URL: gitHub.url,
        GITHUB_REPOSITORY: gitHub.repository
    };
}

;// CONCATENATED MODULE: ./.tmp/compiled/sandbox/start-sandbox.js














/**
 * Starts a complete stand-in platform on loopback, with one project deployed on one environment. What was started
 * before a failure is stopped again.
 */
async function startSandbox(options = {}) {
    const directory = options.directory ?? (await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'magento-cloud-sandbox-')));
    const stops = [];
    const stop = async () => {
        for (const end of stops.splice(0).reverse())
            await end().catch(() => undefined);
        if (options.directory === undefined)
            await (0,promises_.rm)(directory, { recursive: true, force: true, maxRetries: 5 });
    };
    try {
        return { ...(await build(options, directory, (end) => stops.push(end))), stop };
    }
    catch (error) {
        await stop();
        throw error;
    }
}
async function build(options, directory, onStarted) {
    const { environment: branch = 'integration', topology = 'github', onPart = () => undefined } = options;
    const [state, environment] = newState(options, branch);
    onPart('package repository');
    const repository = await startRepository(options, onStarted);
    const checkout = (0,external_node_path_.join)(directory, 'checkout');
    const keys = (0,external_node_path_.join)(directory, 'keys');
    onPart('project, written and installed');
    const [project, certifier, hostKey] = await Promise.all([
        writeShop(options, { directory, checkout, branch, repository }),
        createSshCertifier({ directory: keys }),
        createSshKey(keys, 'host')
    ]);
    const parts = { options, directory, state, environment, certifier, hostKey, buildEnv: project.env, onStarted };
    // The first deployment is not kept waiting.
    let deploySeconds = 0;
    onPart('git, sshd, MariaDB, Cloud API, storefront');
    const platform = await startPlatform({ ...parts, deploySeconds: () => deploySeconds });
    const knownHosts = knownHostsLines(hostKey.publicKey, [
        `ssh.${state.region}.magento.cloud`,
        `git.${state.region}.magento.cloud`
    ]);
    const env = await installPrograms(directory, platform, knownHosts, onStarted);
    onPart('first deployment');
    await deployFirst({ platform, state, topology, branch, checkout, env: { ...project.env, ...env } });
    state.fault = options.fault ?? null;
    deploySeconds = options.deploySeconds ?? 0;
    const place = { directory, checkout, environment: branch, env, knownHosts, storefrontUrl: environment.url };
    return { ...place, ...start_sandbox_describe(state, repository, platform) };
}
function newState(options, branch) {
    const { plan = 'starter', topology = 'github', neighbours = [] } = options;
    const state = createPlatformState({ plan, environment: branch, gitHubIntegration: topology === 'github', neighbours });
    const environment = state.environments.get(branch);
    if (!environment)
        throw new Error(`There is no environment ${branch}`);
    if (options.adminEmail ?? true)
        environment.variables.set('ADMIN_EMAIL', { name: 'ADMIN_EMAIL', value: 'admin@example.com', sensitive: false });
    return [state, environment];
}
async function startRepository(options, onStarted) {
    const repository = await startPackageRepository({
        packages: options.packages ?? 60,
        ...(options.mappedFiles !== undefined && { mappedFiles: options.mappedFiles }),
        ...(options.packageFiles !== undefined && { packageFiles: options.packageFiles }),
        ...(options.packageKilobytes !== undefined && { packageKilobytes: options.packageKilobytes }),
        ...(options.baseKilobytes !== undefined && { baseKilobytes: options.baseKilobytes }),
        ...(options.extension === 'blocks' && { extensionUpTo: options.fromVersion ?? '2.4.7-p3' })
    });
    onStarted(() => repository.stop());
    return repository;
}
function writeShop(options, place) {
    return writeProject({
        directory: place.checkout,
        homeDirectory: (0,external_node_path_.join)(place.directory, 'home'),
        repository: place.repository,
        layout: options.layout ?? 'allow-list',
        branch: place.branch,
        extension: (options.extension ?? 'none') !== 'none',
        ...(options.fromVersion !== undefined && { fromVersion: options.fromVersion }),
        ...(options.eceTools !== undefined && { eceTools: options.eceTools })
    });
}
/** Puts `magento-cloud` and `ssh` into a folder that comes first on PATH of the environment that this returns. */
async function installPrograms(directory, { api, gitHub, running }, knownHosts, onStarted) {
    const binDirectory = (0,external_node_path_.join)(directory, 'bin');
    const shim = await writeSshShim({ binDirectory, routesFile: (0,external_node_path_.join)(directory, 'routes') });
    await shim.setRoutes(running.routes);
    const cli = await startResidentCli();
    onStarted(() => cli.stop());
    writeCli(binDirectory, cli.port);
    return userEnvironment({ directory, binDirectory, apiUrl: api.url, gitHub, knownHosts });
}
function start_sandbox_describe(state, repository, { api, git, gitHub, running, receiver }) {
    return {
        origin: git.origin,
        projectId: state.projectId,
        credentials: {
            composerUsername: repository.username,
            composerPassword: repository.password,
            cloudToken: api.token,
            databasePassword: running.databasePassword,
            githubToken: gitHub.token
        },
        githubApiUrl: gitHub.url,
        composerRepositoryUrl: repository.url,
        setFault: (fault) => {
            state.fault = fault;
            return Promise.resolve();
        },
        idle: () => receiver.idle()
    };
}


/***/ })

};
