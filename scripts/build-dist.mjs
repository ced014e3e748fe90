// Bundles the actions and the command line into dist/ (or the folder given), unminified and reproducible.
import ncc from '@vercel/ncc'
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundledPackages, licenseTexts } from './bundled-licenses.mjs'

const target = resolve(process.argv[2] ?? 'dist')
const bundles = [
  ['src/action/main.js', '.'],
  ['src/action/verify-main.js', 'verify'],
  ['src/action/diagnose-main.js', 'diagnose'],
  ['src/action/cleanup-main.js', 'cleanup'],
  ['src/cli/main.js', 'cli']
]

mkdirSync('.tmp', { recursive: true })
// Always the same folder: its name stands in the bundles.
const compiled = resolve('.tmp', 'compiled')
rmSync(compiled, { recursive: true, force: true })
const scratch = mkdtempSync(resolve('.tmp', 'dist-'))
try {
  compile(compiled)
  for (const [entry, folder] of bundles) await bundle(join(compiled, entry), join(scratch, 'dist', folder))
  chmodSync(join(scratch, 'dist', 'cli', 'index.js'), 0o755)
  rmSync(target, { recursive: true, force: true })
  cpSync(join(scratch, 'dist'), target, { recursive: true })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

// Once for all bundles: ncc's own loader would check the types of every file again for each of them.
function compile(folder) {
  const options = ['--outDir', folder, '--declaration', 'false', '--declarationMap', 'false', '--sourceMap', 'false']
  const { status } = spawnSync('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json', ...options], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The sources could not be compiled.')
}

async function bundle(entry, out) {
  const { code, assets, stats } = await ncc(entry, {
    cache: false,
    // The bundles are readable as they are; maps would be more than half of what every job downloads.
    sourceMap: false,
    quiet: true,
    // Nothing lies in this folder. Otherwise ncc takes paths that are put together at run time for files of this
    // machine, copies what looks like them, and writes the name of the checkout's folder into the bundle.
    filterAssetBase: join(scratch, 'no-assets')
  })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, 'index.js'), code)
  writeFileSync(join(out, 'licenses.txt'), licenseTexts(bundledPackages(stats)))
  for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(out, name), source)
}
