// Packs the package as npm would publish it, unpacks it, and starts its command line and its library.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'

mkdirSync('.tmp', { recursive: true })
const folder = mkdtempSync(resolve('.tmp', 'check-pack-'))

function run(command, args, cwd = '.') {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}

try {
  run('npm', ['pack', '--silent', '--pack-destination', folder])
  run('tar', ['-xzf', run('ls', [folder]).trim()], folder)
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  const program = run(process.execPath, ['package/lib/src/cli/main.js', '--help'], folder)
  if (!program.includes('upgrade')) throw new Error(`The packed command line prints:\n${program}`)
  const exported = "const { upgrade } = await import('./package/lib/src/index.js'); if (!upgrade) process.exit(1)"
  run(process.execPath, ['--input-type=module', '--eval', exported], folder)
  run('node_modules/.bin/publint', ['--pack=false'])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
