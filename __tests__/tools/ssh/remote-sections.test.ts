import { expect, test } from '@jest/globals'
import { parseSections, sectionsScript } from '../../../src/tools/ssh/remote-sections.js'
import { createRunCommand } from '../../../src/tools/process/run-command.js'

const marker = 'mark-1234'

async function answer(commands: Parameters<typeof sectionsScript>[1]): Promise<ReturnType<typeof parseSections>> {
  const run = createRunCommand()
  const env = { PATH: process.env['PATH'] ?? '' }
  const { stdout } = await run(['bash', '-s'], { env, input: sectionsScript(marker, commands) })
  return parseSections(marker, `Welcome\n${stdout}`)
}

test('each command has its text and exit code, both streams, nothing of the next one', async () => {
  const sections = await answer([
    { name: 'plain', command: 'printf "a\\nb"; echo c >&2; exit 3' },
    { name: 'silent', command: 'true' },
    { name: 'greedy', command: 'cat' },
    { name: 'missing', command: 'no-such-program' }
  ])
  expect(sections.get('plain')).toEqual({ text: 'a\nbc\n', exitCode: 3 })
  expect(sections.get('silent')).toEqual({ text: '', exitCode: 0 })
  expect(sections.get('greedy')).toEqual({ text: '', exitCode: 0 })
  expect(sections.get('missing')?.exitCode).toBe(127)
})

test('a part that was cut off is not there', () => {
  expect(parseSections(marker, `\n${marker} begin a\n1\n${marker} end a 0\n\n${marker} begin b\nhalf`).has('b')).toBe(
    false
  )
})
