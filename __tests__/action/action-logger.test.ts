import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createActionLogger, neutralise } from '../../src/action/action-logger.js'
import { captured } from './captured.js'

const commands = ['::set-output name=a::b', '::error::x', '##[command]x', '::stop-commands::abc', '  ::add-mask::y']
const text = fc
  .array(fc.oneof(fc.constantFrom(...commands, '\r', '\n', '\r\n', '\t', ':', '##['), fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''))

test('no text from elsewhere can be a command to the runner', () => {
  fc.assert(
    fc.property(text, (line) => {
      const lines = neutralise(line).split(/\r\n|\r|\n/)
      expect(lines.filter((part) => /^\s*::/.test(part) || part.includes('##['))).toEqual([])
    })
  )
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
