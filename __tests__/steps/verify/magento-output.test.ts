import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  parseDatabaseStatus,
  parseMaintenanceOutput,
  parseVersionOutput
} from '../../../src/steps/verify/magento-output.js'
import { gitignoreLayout } from '../../../src/project/gitignore-layout.js'

const deprecation =
  'PHP Deprecated:  Creation of dynamic property Magento\\Framework\\X::$y is deprecated in /app/vendor/magento/framework-2.4.6/X.php on line 12'
const trace = `There is an error in /app/vendor/symfony/console/5.4.19/Application.php at line: 2.4.6
#0 /app/releases/2.4.6/vendor/magento/framework/Console/Cli.php(116): run()`

describe('parseVersionOutput', () => {
  test.each([
    ['current form', 'Magento CLI 2.4.7-p3\n', '2.4.7-p3'],
    ['form of 2.0 to 2.2', 'Magento CLI version 2.1.4\n', '2.1.4'],
    ['colours', '\u001B[32mMagento CLI\u001B[39m \u001B[33m2.4.8-p5\u001B[39m\n', '2.4.8-p5'],
    ['other brand', 'Adobe Commerce CLI 2.4.9\n', '2.4.9'],
    ['pre-release', 'Magento CLI 2.4.9-beta1', '2.4.9-beta1'],
    ['deprecation before', `${deprecation}\nMagento CLI 2.4.8\n`, '2.4.8'],
    ['login banner and CRLF', 'Welcome to Cloud 3.0.1\r\n\r\nMagento CLI 2.4.8\r\n', '2.4.8'],
    ['xdebug notice', 'Xdebug: [Step Debug] Could not connect to debugging client 9.0.0\nMagento CLI 2.4.8', '2.4.8'],
    ['window title', '\u001B]0;web@host 2.4.6\u0007Magento CLI 2.4.8\n', '2.4.8'],
    ['unknown version', 'Magento CLI UNKNOWN\n', null],
    ['stack trace', trace, null],
    ['deprecation alone', deprecation, null],
    ['text on the same line', 'Notice: x Magento CLI 2.4.6', null],
    ['text after the version', 'Magento CLI 2.4.6 could not be started', null],
    ['two answers', 'Magento CLI 2.4.6\nMagento CLI 2.4.8\n', null],
    ['missing program', 'Could not open input file: bin/magento\n', null],
    ['nothing', '', null]
  ])('%s', (_, text, version) => {
    expect(parseVersionOutput(text)).toBe(version)
  })

  test('finds the version in any noise that does not look like it', () => {
    const noise = fc.string().filter((text) => !text.includes('CLI') && !text.includes('\u001B'))
    fc.assert(
      fc.property(noise, noise, fc.constantFrom('2.4.8', '2.4.7-p10', '2.4.9-beta1'), (before, after, version) => {
        expect(parseVersionOutput(`${before}\nMagento CLI ${version}\n${after}`)).toBe(version)
        expect(parseVersionOutput(`${before}\n${version}\n${after}`)).toBeNull()
      })
    )
  })
})

test.each([
  ['All modules are up to date.\n', 0, 'current'],
  [`${deprecation}\nAll modules are up to date.\n`, 0, 'current'],
  ["Declarative Schema is not up to date\nRun 'setup:upgrade' to update your DB schema and data.\n", 2, 'behind'],
  ["Data patches are not up to date\nRun 'setup:upgrade' to update your DB schema and data.\n", 2, 'behind'],
  ["The module code base doesn't match the DB schema and data.\n Magento_Cms  schema  2.0.1 -> 2.0.2\n", 2, 'behind'],
  [
    'Please update your modules: Run "composer install" from the Magento root directory.\nMagento_Cms code version - 2.0.1, database version - 2.0.2\n',
    1,
    'ahead'
  ],
  ['No information is available: the Magento application is not installed.\n', 1, 'unknown'],
  [
    "The module code base doesn't match the DB schema and data.\nSome modules use code versions newer or older than the database. First update the module code, then run 'setup:upgrade'.\n",
    1,
    'ahead'
  ],
  ['', 2, 'unknown'],
  ['', 0, 'unknown'],
  ['All modules are up to date.\n', 255, 'unknown']
])('database status %j with exit code %d is %s', (text, exitCode, status) => {
  expect(parseDatabaseStatus(text, exitCode).status).toBe(status)
})

test.each([
  ['Status: maintenance mode is active\nList of exempt IP-addresses: none\n', true],
  ['\u001B[32mStatus: maintenance mode is not active\u001B[39m\nList of exempt IP-addresses: 192.0.2.1\n', false],
  [`${deprecation}\nStatus: maintenance mode is not active\n`, false],
  ['maintenance mode is active', null],
  ['', null]
])('maintenance output %j is %s', (text, active) => {
  expect(parseMaintenanceOutput(text)).toBe(active)
})

test.each([
  ['# template\n*\n\n!/.gitignore\n!/composer.json\n', 'allow-list'],
  ['/*\r\n!/app\r\n', 'allow-list'],
  ['/vendor\n/var/*\n/app/etc/config.php\n', 'deny-list'],
  ['# nothing\n\n', 'none'],
  [null, 'none']
])('the layout of %j is %s', (text, layout) => {
  expect(gitignoreLayout(text)).toBe(layout)
})

test.each([
  ['Magento CLI 2.4.8\n', '2.4.8'],
  ['Magento CLI 2.4.7-p3\n', '2.4.7-p3'],
  ['Magento CLI version 2.1.4\n', '2.1.4'],
  ['Adobe Commerce CLI 2.4.9-alpha1\r\n', '2.4.9-alpha1'],
  ['\u001B[32mMagento CLI\u001B[39m \u001B[33m2.4.8\u001B[39m\n', '2.4.8'],
  ['Deprecated in /app/2.4.6/vendor/x.php on line 1\n\nMagento CLI 2.4.8', '2.4.8'],
  ['Magento CLI 2.4.8\nMagento CLI 2.4.8\n', null],
  ['Magento CLI 2.4.8\nMagento CLI 2.4.7\n', null],
  ['#0 /app/vendor/magento/framework-2.4.6/x.php(12): Magento CLI 2.4.6 is old', null],
  ['Magento CLI UNKNOWN', null],
  ['Magento CLI 2.4', null],
  ['2.4.8', null],
  ['', null]
])('[F70] %j is %j', (text, version) => {
  expect(parseVersionOutput(text)).toBe(version)
})

test('[F71] noise around it changes nothing', () => {
  const noise = fc.array(fc.string().filter((text) => !text.includes('CLI')))
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      const text = [...before, 'Magento CLI 2.4.8-p1', ...after].join('\n')
      return parseVersionOutput(text) === '2.4.8-p1'
    })
  )
})
