import { expect, test } from '@jest/globals'
import { wrapText } from '../../src/cli/wrap-text.js'
import { renderText } from '../../src/report/render-text.js'
import { splitCommands } from '../../src/report/split-commands.js'
import { reportOf, situations } from '../pages/situations.js'

const words = (text: string): readonly string[] => text.split(/\s+/)

test.each([40, 60, 80, 120])('at %s columns lines end at words, and nothing is lost', (width) => {
  for (const name of situations) {
    const text = renderText(reportOf(name))
    const wrapped = wrapText(text, width)
    expect(words(wrapped)).toEqual(words(text))
    const long = wrapped.split('\n').filter((line) => line.length > width)
    for (const line of long) {
      const isWhole = splitCommands(line.trim()).some(({ isCommand }) => isCommand) || line.includes('| ')
      // One word that is longer than a line, behind its sign.
      expect([
        line,
        isWhole ||
          line
            .trim()
            .replace(/^(?:\S|\d+\.) /, '')
            .split(/ +/).length === 1
      ]).toEqual([line, true])
    }
  }
})

test('what goes on stands below its beginning', () => {
  expect(wrapText('Warnings: 1\n  ! one two three four five\n  12. six seven eight nine', 16)).toBe(
    'Warnings: 1\n  ! one two\n    three four\n    five\n  12. six seven\n      eight nine'
  )
})

test('wide characters count as two columns', () => {
  expect(wrapText('漢字漢字 漢字漢字', 10)).toBe('漢字漢字\n漢字漢字')
})

test('a command stays one line, and a log as it is', () => {
  const command = 'magento-cloud environment:redeploy -p abcdefghijklm -e integration'
  expect(wrapText(`Next: After the cause is fixed: ${command}`, 30)).toBe(
    `Next: After the cause is\nfixed:\n${command}`
  )
  const log = '     | CRITICAL: [126] The command "php ./bin/magento setup:upgrade --keep-generated" failed.'
  expect(wrapText(log, 30)).toBe(log)
})
