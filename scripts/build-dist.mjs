// Bundles the actions and the command line into dist/ (or the folder given), unminified and reproducible.
import ncc from '@vercel/ncc'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { bundledPackages, licenseTexts } from './bundled-licenses.mjs'

const target = resolve(process.argv[2] ?? 'dist')
const bundles = [
  ['src/action/main.ts', '.'],
  ['src/action/verify-main.ts', 'verify'],
  ['src/action/diagnose-main.ts', 'diagnose'],
  ['src/action/cleanup-main.ts', 'cleanup'],
  ['src/cli/main.ts', 'cli']
]

mkdirSync('.tmp', { recursive: true })
const scratch = mkdtempSync(resolve('.tmp', 'dist-'))
try {
  for (const [entry, folder] of bundles) await bundle(entry, join(scratch, 'dist', folder))
  chmodSync(join(scratch, 'dist', 'cli', 'index.js'), 0o755)
  rmSync(target, { recursive: true, force: true })
  cpSync(join(scratch, 'dist'), target, { recursive: true })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function bundle(entry, out) {
  const { code, assets, stats } = await ncc(resolve(entry), {
    cache: false,
    sourceMap: true,
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
