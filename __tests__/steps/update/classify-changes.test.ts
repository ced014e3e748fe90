import { expect, test } from '@jest/globals'
import { classifyChanges } from '../../../src/steps/update/classify-changes.js'

const classify = (...entries: (readonly [string, string])[]): ReturnType<typeof classifyChanges> =>
  classifyChanges({
    entries: entries.map(([status, path]) => ({ status, path })),
    oldMapped: new Set(['lib/web/old.js', 'bin/magento']),
    newMapped: new Set(['bin/magento', 'app/design/new file.xml']),
    planned: new Set(['composer.json', 'composer.lock'])
  })

test('tells what the maps explain from what they do not', () => {
  const result = classify(
    [' M', 'composer.json'],
    [' M', 'bin/magento'],
    ['??', 'app/design/new file.xml'],
    [' D', 'lib/web/old.js'],
    [' D', 'app/code/Acme/Foo/registration.php'],
    [' M', '.gitignore'],
    [' D', '.github/workflows/ci.yml'],
    ['??', '.github/ISSUE_TEMPLATE.md'],
    ['??', 'vendor/autoload.php'],
    ['??', 'app/etc/vendor_path.php'],
    ['??', 'dump.sql'],
    [' M', 'app/etc/config.php']
  )
  expect(result).toEqual({
    written: ['composer.json', 'bin/magento', 'app/design/new file.xml', 'app/etc/vendor_path.php'],
    removed: ['lib/web/old.js'],
    restore: ['app/code/Acme/Foo/registration.php', '.gitignore', '.github/workflows/ci.yml'],
    unexpected: ['dump.sql', 'app/etc/config.php']
  })
})

test('a vendor folder that git tracks is nothing an update may change', () => {
  expect(classify([' M', 'vendor/autoload.php']).unexpected).toEqual(['vendor/autoload.php'])
})
