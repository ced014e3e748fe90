// Bundles all programs into dist/ (or the folder given), once, unminified and reproducible.
import ncc from '@vercel/ncc'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { assetName, chunkNames, loadByName } from './chunk-names.mjs'
import { bundledPackages, licenseTexts } from './bundled-licenses.mjs'
import { transpile } from './transpile.mjs'

const target = resolve(process.argv[2] ?? 'dist')
// The programs, each a few lines that start the one bundle, and the folders they lie in.
const programs = { upgrade: '.', verify: 'verify', diagnose: 'diagnose', cleanup: 'cleanup', cli: 'cli' }

mkdirSync('.tmp', { recursive: true })
// Always the same folder: its name is in the bundle.
const compiled = resolve('.tmp', 'compiled')
rmSync(compiled, { recursive: true, force: true })
const scratch = mkdtempSync(resolve('.tmp', 'dist-'))
try {
  // ncc's own loader would check the types of every file again for each of them.
  transpile('tsconfig.build.json', compiled)
  copyWithoutEffects('@actions/core', join(compiled, 'node_modules'))
  await bundle(join(compiled, 'src/start.js'), join(scratch, 'dist', 'bundle'))
  for (const [name, folder] of Object.entries(programs)) writeProgram(name, join(scratch, 'dist', folder))
  chmodSync(join(scratch, 'dist', 'cli', 'index.js'), 0o755)
  rmSync(target, { recursive: true, force: true })
  cpSync(join(scratch, 'dist'), target, { recursive: true })
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/**
 * Copies a package to where the sources find it first, with a mark that loading its files has no side effects. The
 * bundler then leaves out those that nothing of ours uses: of this one the OpenID client, which loads an HTTP library
 * of 900 kB in each start of the action.
 */
function copyWithoutEffects(name, folder) {
  const copy = join(folder, name)
  cpSync(join('node_modules', name), copy, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8'))
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...manifest, sideEffects: false }))
}

async function bundle(entry, out) {
  const { code, assets, stats } = await ncc(entry, {
    cache: false,
    // The bundle is readable as it is; maps would be more than half of what every job downloads.
    sourceMap: false,
    quiet: true,
    // This folder is empty. Otherwise ncc takes paths that are computed at run time for files of this machine, copies
    // what looks like them, and writes the name of the checkout's folder into the bundle.
    filterAssetBase: join(scratch, 'no-assets')
  })
  mkdirSync(out, { recursive: true })
  const names = chunkNames(stats)
  writeFileSync(join(out, 'index.js'), loadByName(code, names))
  writeFileSync(join(out, 'licenses.txt'), licenseTexts(bundledPackages(stats)))
  for (const [name, { source }] of Object.entries(assets)) writeFileSync(join(out, assetName(name, names)), source)
}

function writeProgram(name, folder) {
  mkdirSync(folder, { recursive: true })
  const bundle = folder === join(scratch, 'dist') ? './bundle' : '../bundle'
  const lines = [`import { start } from '${bundle}/index.js'`, '', `await start('${name}')`, '']
  writeFileSync(join(folder, 'index.js'), [...(name === 'cli' ? ['#!/usr/bin/env node'] : []), ...lines].join('\n'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n')
}
