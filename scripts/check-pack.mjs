// Packs the package as npm would publish it, unpacks it, starts its command line and its library, and compiles a strict
// program against it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

mkdirSync('.tmp', { recursive: true })
const folder = mkdtempSync(resolve('.tmp', 'check-pack-'))

// What the README shows, and a wrong option that the types must refuse.
const consumer = `import { backup, diagnose, listBackups, plan, pruneBackups, restore, upgrade, verify, verifyBackup } from 'magento-cloud-upgrade'
import type { GivenOptions, RunContext, UpgradeReport } from 'magento-cloud-upgrade'
const report = await upgrade({ target: '2.4.8', project: 'abcdefghijklm' }, { environment: process.env })
const message: string = report.error === null ? report.verdict : report.error.message + report.error.next
console.log(message)
const commands: readonly ((options: GivenOptions, context?: RunContext) => Promise<UpgradeReport>)[] = [
  plan, upgrade, backup, verify, diagnose
]
console.log(commands.length, (await restore({ path: 'backups/one', confirm: 'staging', wayBack: true })).verdict)
const { backups, unreadable, unfinishedRestores } = await listBackups({ directory: 'backups' })
console.log(backups[0]?.manifest.environment, unreadable.length, unfinishedRestores.length)
console.log((await verifyBackup({ path: 'backups/one' })).manifest.state)
console.log((await pruneBackups({ directory: 'backups', keep: 3, dryRun: true })).removed.length)
// @ts-expect-error: no such option
await upgrade({ tarket: '2.4.8' }, { environment: process.env })
`

function run(command, args, cwd = '.') {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
  return stdout
}

try {
  run('npm', ['pack', '--silent', '--pack-destination', folder])
  run('tar', ['-xzf', run('ls', [folder]).trim()], folder)
  // As when installed: next to its dependencies, under its own name.
  const modules = join(folder, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync('node_modules')) symlinkSync(resolve('node_modules', name), join(modules, name))
  renameSync(join(folder, 'package'), join(modules, 'magento-cloud-upgrade'))
  const program = run(process.execPath, ['node_modules/magento-cloud-upgrade/lib/src/cli/main.js', '--help'], folder)
  if (!program.includes('upgrade')) throw new Error(`The packed command line prints:\n${program}`)
  const exported = "const { upgrade } = await import('magento-cloud-upgrade'); if (!upgrade) process.exit(1)"
  run(process.execPath, ['--input-type=module', '--eval', exported], folder)
  writeFileSync(join(folder, 'consumer.mts'), consumer)
  for (const how of [
    ['--module', 'NodeNext', '--moduleResolution', 'NodeNext'],
    ['--module', 'ESNext', '--moduleResolution', 'bundler', '--skipLibCheck']
  ]) {
    const options = [...how, '--target', 'ES2023', '--types', 'node', '--ignoreConfig', '--strict', '--noEmit']
    run(resolve('node_modules/.bin/tsc'), [...options, 'consumer.mts'], folder)
  }
  run('node_modules/.bin/publint', ['--pack=false'])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
