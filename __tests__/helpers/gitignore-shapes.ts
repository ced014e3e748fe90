/** A way in which projects keep generated files out of git: shapes of public projects, none of them a copy. */
export interface GitignoreShape {
  readonly name: string
  readonly lines: readonly string[]
  /** Files that are tracked although they are ignored. */
  readonly forced?: readonly string[]
  /** Line end; a line feed if omitted. */
  readonly eol?: string
}

const template = [
  ...['*', '!/.gitignore', '!/.magento.app.yaml', '!/.magento.env.yaml*', '!/.magento', '!/.magento/**'],
  ...['/.magento/local', '!/app', '!/app/*/', '!/app/code/**', '!/app/design/**', '!/app/etc/config.php'],
  ...[
    '!/app/i18n/**',
    '!/auth.json',
    '!/composer.json',
    '!/composer.lock',
    '!/m2-hotfixes',
    '!/m2-hotfixes/**',
    '!/php.ini'
  ]
]
const usual = [
  '/vendor/',
  '/var/*',
  '!/var/.htaccess',
  '/generated/*',
  '/pub/static/*',
  '/pub/media/*',
  '/app/etc/env.php'
]
const licenses = ['COPYING.txt', 'LICENSE.txt']
const shape = (name: string, lines: readonly string[], rest: Partial<GitignoreShape> = {}): GitignoreShape => ({
  name,
  lines,
  ...rest
})

/** The shapes, from the commonest on. */
export const gitignoreShapes: readonly GitignoreShape[] = [
  shape('template', template, { forced: licenses }),
  shape('a tracked vendor/.htaccess', usual, { forced: ['vendor/.htaccess'] }),
  shape('deny-list', usual),
  shape('template with CRLF', template, { eol: '\r\n' }),
  shape('template, pub let through', [...template, '!/pub', '!/pub/**', '/pub/static', '/pub/media']),
  shape('template, lib/web let through', [...template, '!/lib', '!/lib/web', '!/lib/web/**']),
  shape('template, all folders let through first', ['*', '!*/', ...template.slice(1), '/vendor/**']),
  shape('template, tracked single files', template, { forced: ['pub/index.php', '.htaccess', 'nginx.conf.sample'] }),
  shape('template, a tracked folder', template, { forced: ['pub/errors'] }),
  shape('template, bin let through', [...template, '!/bin', '!/bin/magento']),
  shape('root names alone', [
    '/*',
    '!/app',
    '!/composer.json',
    '!/composer.lock',
    '!/.gitignore',
    '!/.magento*',
    '/app/etc/*',
    '!/app/etc/config.php'
  ]),
  shape('double stars', [
    '**',
    '!**/',
    '!/app/**',
    '!/*.json',
    '!/composer.lock',
    '!/.*',
    '/app/etc/env.php',
    '/vendor/**'
  ]),
  shape('vendor alone', ['vendor']),
  shape('vendor with an exception', ['/vendor/*', '!/vendor/.htaccess', '/var', '/generated']),
  shape('deny-list without dev', [...usual, '/dev/*']),
  shape('deny-list without dev and setup', [...usual, '/dev', '/setup/', '/phpserver']),
  shape('deny-list, lib ignored', [...usual, '/lib/internal/*', '/lib/web/*', '!/lib/web/mage']),
  shape('deny-list, lib below a pattern of its own', [...usual, '/lib/**/*.js']),
  shape('deny-list, samples ignored', [...usual, '*.sample', '*.dist', '*.md']),
  shape('deny-list, dot files ignored', [...usual, '.*', '!/.gitignore', '!/.magento*']),
  shape('deny-list, design of the core ignored', [...usual, '/app/design/*/Magento']),
  shape('deny-list, pub but for a few', [
    ...usual,
    '/pub/*',
    '!/pub/index.php',
    '!/pub/errors',
    '/pub/errors/*',
    '!/pub/errors/local.xml'
  ]),
  shape('deny-list, root files of the core named', [
    ...usual,
    '/index.php',
    '/.htaccess',
    '/CHANGELOG.md',
    '/SECURITY.md',
    '/Gruntfile.js.sample'
  ]),
  shape('deny-list, bin ignored', [...usual, '/bin/*', '/app/*.php', '/app/.htaccess']),
  shape('deny-list, app/etc but for config.php', [...usual, '/app/etc/*', '!/app/etc/config.php']),
  shape('deny-list, files of a type', [...usual, '*.xml', '!/app/**/*.xml']),
  shape('comments, blanks and escapes', ['# what is generated', '', '\\#notes', '/vendor   ', '  ', ...usual]),
  shape('a byte order mark', ['\uFEFF# generated', ...usual]),
  shape('deny-list, schema page ignored', [...usual, '.magento.env.md', '/.docker', '/docker-compose*']),
  shape('deny-list, setup in part', [...usual, '/setup/*', '!/setup/src', '/setup/src/*/Magento']),
  shape('deny-list, nested ignored twice', [...usual, 'errors', 'tests', '!/dev/tests/unit']),
  shape('template, code of the core let through', [
    ...template,
    '/app/design/frontend/Magento',
    '!/app/autoload.php',
    '!/app/bootstrap.php'
  ])
]
