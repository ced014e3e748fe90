// All checks of the sources, two at a time; prints one line each, and the output of those that fail.
import { spawn } from 'node:child_process'

const checks = ['typecheck', 'lint', 'format:check', 'lint:actions', 'check:docs', 'check:dist', 'check:pack', 'docs']

function runCheck(name) {
  const began = performance.now()
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', name], { stdio: ['ignore', 'pipe', 'pipe'] })
    const output = []
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`)
      if (code !== 0) console.log(Buffer.concat(output).toString('utf8'))
      resolve(code === 0)
    })
  })
}

const queue = [...checks]
const results = []
const worker = async () => {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) results.push(await runCheck(name))
}
await Promise.all([worker(), worker()])
process.exit(results.every(Boolean) ? 0 : 1)
