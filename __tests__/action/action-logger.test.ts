import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createActionLogger, neutralise } from '../../src/action/action-logger.js'
import { captured } from '../helpers/captured.js'

const commands = ['::set-output name=a::b', '::error::x', '##[command]x', '::stop-commands::abc', '  ::add-mask::y']
// The last ones: white space only in .NET, and characters that comparison by culture ignores.
const gaps = ['\r', '\n', '\r\n', '\t', ':', '#', '[', '##[', '\u0085', '\u2028', '\u00AD', '\u200B', '\uFEFF', '\0']
const text = fc
  .array(fc.oneof(fc.constantFrom(...commands, ...gaps), fc.string({ unit: 'binary' })), { maxLength: 12 })
  .map((parts) => parts.join(''))

/** As the runner reads a line, at its most generous: what does not show is not there. */
const obeyed = (line: string): boolean => {
  const shown = line.replaceAll(/[\p{Cc}\p{Cf}\p{M}\p{Cn}\p{Cs}\p{Co}]/gu, '')
  return /^[\s\u0085]*::/.test(shown) || shown.includes('##[')
}

test('no text from elsewhere can be a command to the runner', () => {
  fc.assert(
    fc.property(text, (line) => {
      const lines = neutralise(line).split(/\r\n|\r|\n/)
      expect(lines.filter(obeyed)).toEqual([])
    }),
    { numRuns: 500 }
  )
})

test.each(['1. ::notice: this', 'Composer\\Util::run() failed', 'a # b [c]', ' : not a command'])(
  '%j stays as it is',
  (line) => {
    expect(neutralise(line)).toBe(line)
  }
)

test('what the log of a deployment says is shown, and not obeyed', async () => {
  const said = 'W: ok\r::set-output name=verdict::upgraded\r\n \u0085::stop-commands::x\n##[command]rm\n::add-mask::a'
  const log = await captured({}, () => {
    createActionLogger().info(said)
  })
  expect(log.split(/\r\n|\r|\n/).filter(obeyed)).toEqual([])
  expect(log).toMatch(/set-output name=verdict::upgraded\n.*stop-commands.*\n.*command\]rm\n.*add-mask/)
})

test('each level writes one command of its own, whatever the text is', async () => {
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('debug', 'warn', 'error'), async (line, level) => {
      const log = await captured({}, () => {
        createActionLogger()[level as 'warn'](line)
      })
      const own = log.split(/\r\n|\r|\n/).filter((part) => part.startsWith('::'))
      expect(own.map((part) => part.split('::')[1])).toEqual([level === 'warn' ? 'warning' : level])
    })
  )
})
