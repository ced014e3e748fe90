// Bundles the actions and the command line into dist/ (or the folder given), unminified and reproducible.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'

const target = resolve(process.argv[2] ?? 'dist')
const bundles = [
  ['src/action/main.ts', ''],
  ['src/action/verify-main.ts', 'verify'],
  ['src/cli/main.ts', 'cli']
]

mkdirSync('.tmp', { recursive: true })
const scratch = mkdtempSync(resolve('.tmp', 'dist-'))
try {
  for (const [entry, folder] of bundles) {
    const out = join(scratch, folder || '.')
    const args = [
      'build',
      entry,
      '--out',
      join(scratch, 'bundle'),
      '--source-map',
      '--license',
      'licenses.txt',
      '--no-cache',
      '--quiet'
    ]
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/@vercel/ncc/dist/ncc/cli.js', ...args],
      { encoding: 'utf8' }
    )
    if (status !== 0) throw new Error(`${entry} could not be bundled:\n${stdout}${stderr}`)
    // ncc takes a folder named `nodes` in our code for an asset and copies a dependency's one: nothing reads it.
    rmSync(join(scratch, 'bundle', 'main'), { recursive: true, force: true })
    cpSync(join(scratch, 'bundle'), out, { recursive: true })
    rmSync(join(scratch, 'bundle'), { recursive: true })
  }
  chmodSync(join(scratch, 'cli', 'index.js'), 0o755)
  rmSync(target, { recursive: true, force: true })
  cpSync(scratch, target, { recursive: true })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
