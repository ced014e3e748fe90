import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseVersionOutput } from '../../../src/steps/verify/version-output.js'

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
