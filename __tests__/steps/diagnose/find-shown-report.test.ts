import { expect, test } from '@jest/globals'
import { parseReportId } from '../../../src/steps/diagnose/find-shown-report.js'

test.each([
  ['<p>Error log record number: <strong>a1b2c3d4</strong></p>', 'a1b2c3d4'],
  ['Error log record number: 123456789012', '123456789012'],
  ['<h1>Fine</h1>', null]
])('%s', (page, id) => {
  expect(parseReportId(page)).toBe(id)
})
