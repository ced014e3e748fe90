import { shellQuote } from '../services/shell-quote.js'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assetPath } from '../assets-directory.js'

/**
 * Writes the stand-in `magento-cloud` as a program into `binDirectory`, which the sandbox puts first on PATH. With the
 * port of a resident CLI it asks that one first, and runs by itself if that is gone.
 */
export function writeCli(binDirectory: string, residentPort: number | null = null): void {
  mkdirSync(binDirectory, { recursive: true })
  const program = [process.execPath, assetPath('bin', 'magento-cloud.mjs')].map(shellQuote).join(' ')
  const script = residentPort === null ? `exec ${program} "$@"` : askResident(residentPort, program)
  writeFileSync(join(binDirectory, 'magento-cloud'), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 })
}

function askResident(port: number, program: string): string {
  return `itself() { exec ${program} "$@"; }
{ exec 3<>/dev/tcp/127.0.0.1/${port}; } 2>/dev/null || itself "$@"
{ printf '%s\\0' "$#" "$@"; env -0; printf '\\0'; } >&3
eval "$(unset MAGENTO_CLOUD_CLI_TOKEN; cat <&3)"
echo 'The sandbox stopped meanwhile.' >&2
exit 255`
}
