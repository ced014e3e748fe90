import { expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'

// F82
test.each(['stdout', 'stderr'] as const)('a closed %s ends no command in its middle', async (closed) => {
  const argv = closed === 'stdout' ? ['backup', 'restore', '--help'] : ['no-such-command']
  const child = spawn(process.execPath, ['dist/cli/index.js', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const other = closed === 'stdout' ? child.stderr : child.stdout
  other.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')))
  // Long before the program has started.
  child[closed].destroy()
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect([code, said]).toEqual([closed === 'stdout' ? 0 : 10, ''])
})
