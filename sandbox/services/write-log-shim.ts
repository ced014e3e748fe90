import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findProgram } from './find-program.js'

/**
 * Writes `tail` into a folder that a node has first on PATH: it finds the platform's own logs where this kind of node
 * has them, in /var/log or in /var/log/platform/<project>[_stg] (Commerce on Cloud guide, log locations), and nowhere
 * else. Without SANDBOX_LOG_PATH in the session both places lead to MAGENTO_CLOUD_LOG_DIR.
 */
export async function writeLogShim(binDirectory: string): Promise<void> {
  await mkdir(binDirectory, { recursive: true })
  const script = `#!/usr/bin/env bash
words=()
for word; do
  case \${SANDBOX_LOG_PATH-}:\${word%/*} in
    :/var/log | :/var/log/platform/* | "\${SANDBOX_LOG_PATH:-none}:\${SANDBOX_LOG_PATH:-none}")
      word=\${MAGENTO_CLOUD_LOG_DIR-}/\${word##*/} ;;
  esac
  words+=("$word")
done
exec '${findProgram(['tail'], binDirectory)}' "\${words[@]}"
`
  await writeFile(join(binDirectory, 'tail'), script, { mode: 0o755 })
}
