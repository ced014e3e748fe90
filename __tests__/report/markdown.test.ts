import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { UpgradeError } from '../../src/errors.js'
import { codeBlock, inline } from '../../src/report/markdown.js'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'
import { finding } from '../helpers/finding.js'

const wild = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '|',
        '`',
        '```',
        '\n',
        '\r\n',
        '<',
        '</details>',
        '<!--',
        '@team',
        '#1',
        '[a](b)',
        '**',
        '\\',
        '\u001B[31m',
        '\u202E',
        '_',
        '$',
        '~'
      ),
      fc.string({ unit: 'grapheme' })
    )
  )
  .map((parts) => parts.join(''))

describe('text from logs', () => {
  test.each([
    ['a | b', 'a \\| b'],
    ['a \\| b', 'a &#92;\\| b'],
    ['Magento\\Framework', 'Magento\\Framework'],
    ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
    ['`rm` **now** [x](y)', '\\`rm\\` \\*\\*now\\*\\* \\[x\\](y)'],
    ['ask @team, not user@host', 'ask @<!-- -->team, not user@<!-- -->host'],
    ['fixes #12 and GH-3', 'fixes #<!-- -->12 and GH-<!-- -->3'],
    ['# heading', '\\# heading'],
    ['1. item', '1\\. item'],
    ['2.4.8 runs', '2.4.8 runs'],
    ['ADMIN_EMAIL is _not_ set', 'ADMIN_EMAIL is \\_not\\_ set'],
    ['one\r\ntwo\u001B[31m red\u001B[0m\u202E', 'one two red']
  ])('%j shows as it is', (text, expected) => {
    expect(inline(text)).toBe(expected)
  })

  test('stays in its line, its cell and its code', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const line = inline(text)
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        expect(line.replaceAll('<!-- -->', '')).not.toMatch(/[<>]/)
        expect(line.replaceAll(/\\[^A-Za-z0-9\s]/g, '')).not.toMatch(/[|`*[\]~$]/)
        expect(line).not.toMatch(/(?<![\w])@\w/)
        expect(codeBlock(text, 5).slice(1, -1).join('\n')).not.toContain('```')
      })
    )
  })

  test('leaves the shape of a summary alone', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const rows = [{ step: 'verify', outcome: 'failed', seconds: 1, note: text }] as const
        const facts = newRunState({
          findings: [finding({ title: text, source: text, evidence: `x${text}`, meaning: text, next: text })]
        })
        const summary = renderSummary(
          composeReport(facts, rows, 1, new UpgradeError('unhealthy', { message: text, next: text }), [])
        )
        const outside = summary.replaceAll(/^ *```text\n.*?\n *```$/gms, '')
        expect(outside.split('\n').filter((line) => line.startsWith('| ❌'))).toHaveLength(1)
        expect(outside.match(/^#+ /gm)).toEqual(['## '])
        expect(outside.match(/^<details(?: open)?><summary>/gm)).toHaveLength(2)
        expect(outside.match(/^<\/details>$/gm)).toHaveLength(2)
      })
    )
  })

  test('cannot steer a terminal', () => {
    const told = composeReport(
      newRunState({ findings: [finding({ evidence: '\u001B]0;title\u0007\u001B[2Jgone\u0008' })] }),
      [],
      1,
      null,
      []
    )
    expect(renderText(told)).toContain('| gone\n')
    // eslint-disable-next-line no-control-regex
    expect(renderText(told)).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/)
  })
})
