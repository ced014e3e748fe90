import { execFile } from 'node:child_process'
import { join } from 'node:path'
import type { FakeApi } from './fake-api.js'

/** What the program left. */
export interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the stand-in from `directory/bin` with `directory/home` against the API. */
export function runCli(
  { directory, api }: { readonly directory: string; readonly api: FakeApi },
  args: readonly string[],
  extra: Record<string, string> = {}
): Promise<Answer> {
  const env = {
    PATH: `${join(directory, 'bin')}:${process.env['PATH'] ?? ''}`,
    HOME: join(directory, 'home'),
    COLUMNS: '200',
    MAGENTO_CLOUD_CLI_HOME: join(directory, 'home'),
    MAGENTO_CLOUD_CLI_API_URL: api.url,
    MAGENTO_CLOUD_CLI_TOKEN: 'good',
    MAGENTO_CLOUD_CLI_SSH_HOST_KEYS_FILE: join(directory, 'host-keys'),
    ...extra
  }
  return new Promise((resolve) => {
    const child = execFile('magento-cloud', args, { env, cwd: directory }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr })
    })
    child.stdin?.end()
  })
}
