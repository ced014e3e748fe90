import { expect, test } from '@jest/globals'
import { classPackages, findOffendingPackage } from '../../../../src/steps/diagnose/explain/offending-package.js'
import { findLongRunningCron } from '../../../../src/steps/diagnose/explain/long-running-cron.js'

const lock = JSON.stringify({
  packages: [
    { name: 'magento/module-quote', version: '101.2.8', autoload: { 'psr-4': { 'Magento\\Quote\\': '' } } },
    {
      name: 'acme/extensions',
      version: '1.0.0',
      autoload: { 'psr-4': { 'Acme\\': 'src' }, files: ['registration.php'] }
    },
    { name: 'acme/loyalty', version: '1.0.0', autoload: { 'psr-4': { 'Acme\\Loyalty\\': '' } } },
    { name: 'acme/theme', version: '1.0.0', autoload: [] }
  ]
})
const packages = classPackages(lock)

test.each([
  ['a path below vendor', 'Error in /app/vendor/acme/module-x/Model/A.php on line 3', 'acme/module-x'],
  [
    'a path of the product before it',
    '#0 /app/vendor/magento/framework/A.php\n#1 /app/vendor/acme/module-x/B.php',
    'acme/module-x'
  ],
  ['a module of the project', 'thrown in /app/app/code/Acme/Theme/Block/Header.php', 'app/code/Acme/Theme'],
  ['a class, by the longest namespace', 'Class "Acme\\Loyalty\\Model\\Old" does not exist', 'acme/loyalty'],
  ['a class as JSON has it', 'Class \\"Acme\\\\Other\\\\Model\\\\Old\\" does not exist', 'acme/extensions'],
  ['a class that no package has', 'Class Elsewhere\\Cart\\Model\\Old does not exist', 'Elsewhere_Cart'],
  ['a class of the product', 'Class Magento\\Quote\\Model\\Quote does not exist', null],
  ['no class at all', 'it broke', null]
])('%s', (_, text, expected) => {
  expect(findOffendingPackage(text, packages)).toBe(expected)
})

test('without a lock no package is known', () => {
  expect(classPackages('')).toEqual([])
  expect(classPackages('{')).toEqual([])
  expect(findOffendingPackage('Class Acme\\Loyalty\\Model\\Old', [])).toBe('Acme_Loyalty')
})

test('cron runs of hours are told from consumers and from our own look', () => {
  const processes = [
    '  86400 /usr/bin/php /app/bin/magento queue:consumers:start async.operations.all',
    '    120 /usr/bin/php /app/bin/magento cron:run',
    '  24720 /usr/bin/php /app/bin/magento cron:run --group=index',
    '  99999 bash -c ps -eo etimes=,args= | grep bin/magento cron:run'
  ]
  expect(findLongRunningCron(processes.join('\n'))).toBe(
    'cron:run has been running for 412 minutes: /usr/bin/php /app/bin/magento cron:run --group=index'
  )
  expect(findLongRunningCron(processes.slice(0, 2).join('\n'))).toBeNull()
})
