import { expect, test } from '@jest/globals'
import { composerConfigProblems } from '../../../src/steps/plan/composer-config-problems.js'

test.each([['lib'], ['./vendor/acme'], ['$BASE_DIR/lib'], ['/app/vendor'], ['../vendor'], ['Vendor']])(
  'vendor-dir %s is refused with the line that takes it out',
  (folder) => {
    expect(composerConfigProblems({ 'vendor-dir': folder })).toEqual([
      {
        id: 'composer-vendor-dir',
        severity: 'error',
        message: expect.stringContaining(`config.vendor-dir to ${folder};`) as unknown,
        fix: 'Run composer config --unset vendor-dir and commit composer.json.'
      }
    ])
  }
)

test.each([['vendor'], ['vendor/'], ['./vendor'], ['$BASE_DIR/vendor'], [undefined]])(
  'vendor-dir %s is none',
  (folder) => {
    expect(composerConfigProblems({ 'vendor-dir': folder, lock: true })).toEqual([])
  }
)

test('all that is wrong comes at once', () => {
  const ids = composerConfigProblems({ lock: false, 'vendor-dir': 'lib' }).map(({ id }) => id)
  expect(ids).toEqual(['composer-lock-off', 'composer-vendor-dir'])
})
