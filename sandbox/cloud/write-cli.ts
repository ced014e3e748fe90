import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assetPath } from '../assets-directory.js'

/** Writes the stand-in `magento-cloud` as a program into `binDirectory`, which the sandbox puts first on PATH. */
export function writeCli(binDirectory: string): void {
  mkdirSync(binDirectory, { recursive: true })
  const program = [process.execPath, assetPath('bin', 'magento-cloud.mjs')].map(quote).join(' ')
  writeFileSync(join(binDirectory, 'magento-cloud'), `#!/bin/sh\nexec ${program} "$@"\n`, { mode: 0o755 })
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
