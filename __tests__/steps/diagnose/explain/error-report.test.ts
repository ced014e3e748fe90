import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { serialize } from 'php-serialize'
import { parseCloudErrorLog } from '../../../../src/project/cloud-error-log.js'
import { codeOfError, eceToolsError } from '../../../../src/steps/diagnose/explain/ece-tools-errors.js'
import { parseErrorReport, parseOutdatedModules } from '../../../../src/steps/diagnose/explain/error-report.js'

const message = `Please upgrade your database: Run "bin/magento setup:upgrade" from the Magento root directory.
The following modules are outdated:
Magento_Theme schema: current version - 2.0.1, required version - 2.0.2
Acme_Shipping data: current version - none, required version - 1.0.0`
const serialized = `a:4:{i:0;s:${message.length}:"${message}";i:1;s:5:"#0 {}";s:3:"url";s:1:"/";s:11:"script_name";s:10:"/index.php";}`
const json = JSON.stringify({
  0: message,
  1: '#0 {main}',
  url: '/checkout?x=1',
  script_name: '/index.php',
  report_id: 'ab12'
})

describe('parseErrorReport', () => {
  test.each([
    ['serialized, up to 2.1', serialized, 'var/report/1234567890123', '/', '1234567890123'],
    ['JSON', json, 'var/report/9', '/checkout?x=1', 'ab12'],
    ['JSON behind an exit line', `<?php exit; ?>\n${json}`, '', '/checkout?x=1', 'ab12'],
    ['JSON behind an exit with a call', `<?php exit(); ?>${json}`, '', '/checkout?x=1', 'ab12'],
    ['a nested id', JSON.stringify({ 0: message, 1: '' }), `var/report/ab/${'ab'.repeat(32)}`, null, 'ab'.repeat(32)],
    ['no id', JSON.stringify({ 0: message }), 'report.txt', null, null]
  ])('%s', (_, text, path, url, id) => {
    expect(parseErrorReport(text, path)).toEqual({ message, url, id })
  })

  test.each([
    '',
    'null',
    '<?php exit; ?>',
    'a:1:{i:0;s:9:"x";}',
    '{"1":"trace"}',
    'O:8:"stdClass":0:{}',
    'a:1:{i:0;O:4:"Evil":0:{}}'
  ])('gives no answer for %j', (text) => {
    expect(parseErrorReport(text)).toBeNull()
  })

  test('reads what PHP writes, multi-byte text too, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (words, noise) => {
        expect(parseErrorReport(serialize({ 0: words, url: '/' }))?.message).toBe(words)
        expect(parseErrorReport(JSON.stringify({ 0: words }))?.message).toBe(words)
        expect([null, 'object']).toContain(parseErrorReport(noise) && 'object')
        expect([null, 'object']).toContain(parseErrorReport(`a:${noise}`) && 'object')
      })
    )
  })
})

test('lists outdated modules', () => {
  expect(parseOutdatedModules(message)).toEqual([
    { module: 'Magento_Theme', kind: 'schema', current: '2.0.1', required: '2.0.2' },
    { module: 'Acme_Shipping', kind: 'data', current: 'none', required: '1.0.0' }
  ])
  expect(parseOutdatedModules('SQLSTATE[HY000]')).toEqual([])
})

test('reads cloud.error.log and counts what it cannot read', () => {
  const log = `{"errorCode":126,"stage":"deploy","step":"install-update","suggestion":"Check the log","title":"The command failed","type":"critical"}
{"errorCode":2007,"stage":"deploy","step":"validate-config","title":"PHP","type":"warning"}

{"errorCode":12,"stage":"bu`
  const { errors, unreadable } = parseCloudErrorLog(log)
  expect(errors.map(({ code, type, step }) => [code, type, step])).toEqual([
    [126, 'critical', 'install-update'],
    [2007, 'warning', 'validate-config']
  ])
  expect(unreadable).toBe(1)
  expect(parseCloudErrorLog('')).toEqual({ errors: [], unreadable: 0 })
})

test('reads what error:show -j prints', () => {
  const shown = {
    117: { errorCode: 117, stage: 'deploy', title: 'failed' },
    2007: { errorCode: 2007, type: 'warning' }
  }
  expect(parseCloudErrorLog(JSON.stringify(shown, null, 2)).errors.map(({ code, type }) => [code, type])).toEqual([
    [117, 'critical'],
    [2007, 'warning']
  ])
})

test('a number in an ERROR line is a code of ece-tools only in its own phase', () => {
  expect(eceToolsError(126)).toMatchObject({ phase: 'deploy', title: 'bin/magento setup:upgrade failed' })
  expect(eceToolsError(77)).toBeNull()
  const codes = (phase: string | null, ...numbers: number[]): readonly number[] =>
    numbers.filter((code) => codeOfError(code, phase) !== null)
  // 0 and 1 belong to no phase; 126 in the build is a command that cannot run; 2002 and 2006 are the database driver's.
  expect(codes('build', 0, 1, 12, 126, 137, 247, 255, 2002)).toEqual([12, 247])
  expect(codes('deploy', 0, 1, 12, 126, 137, 243, 2006, 2028, 2031)).toEqual([126, 137, 243, 2028, 2031])
  expect(codes(null, 12, 126, 201)).toEqual([12, 126, 201])
})
