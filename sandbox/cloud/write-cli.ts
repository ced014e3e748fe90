import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assetPath } from '../assets-directory.js'

/** Writes the stand-in `magento-cloud` into `binDirectory`. */
export function writeCli(binDirectory: string): void {
  mkdirSync(binDirectory, { recursive: true })
  const call = [process.execPath, assetPath('bin', 'magento-cloud.mjs')].map(
    (word) => `'${word.replaceAll("'", "'\\''")}'`
  )
  writeFileSync(join(binDirectory, 'magento-cloud'), `#!/bin/sh\nexec ${call.join(' ')} "$@"\n`, { mode: 0o755 })
}
