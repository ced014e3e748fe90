import { expect, test } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '../../src/ledger.js'
import { normalizeOptions } from '../../src/run/normalize-options.js'
import { withCloudSession } from '../../src/run/cloud-session.js'
import { newRunState } from '../../src/run/run-state.js'
import { fullContext } from '../../src/run/run-context.js'
import { userFolder } from '../../src/tools/files/private-folder.js'
import { until } from '../helpers/until.js'

const key = '.magento-cloud/.session/sess-cli-default/ssh/id_ed25519'

/** A magento-cloud that takes its time for a certificate, and makes all folders that it needs. */
const slowLogin = (folder: string): string => `#!/bin/sh
[ "$1" = ssh-cert:load ] || exit 1
echo $$ >${folder}/started
sleep 0.5
mkdir -p "$MAGENTO_CLOUD_CLI_HOME/\${0%/*}" "$(dirname "$MAGENTO_CLOUD_CLI_HOME/${key}")"
echo key >"$MAGENTO_CLOUD_CLI_HOME/${key}"
`

test('a login that is still being made when the task fails leaves no key behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'open-platform-'))
  const temporary = mkdtempSync(join(tmpdir(), 'open-platform-temp-'))
  process.env['RUNNER_TEMP'] = temporary
  try {
    writeFileSync(join(folder, 'magento-cloud'), slowLogin(folder), { mode: 0o755 })
    const access = { project: 'p', environment: 'e', cloudToken: 't', knownHosts: 'host ssh-ed25519 AAAA' }
    const options = normalizeOptions(access, 'verify')
    const context = fullContext({ environment: { PATH: `${folder}:${process.env['PATH'] ?? ''}` } })
    const started = join(folder, 'started')
    const running = withCloudSession(
      {
        options,
        context,
        facts: newRunState({}),
        ledger: createLedger(),
        acceptedHostKeys: [],
        several: { application: null }
      },
      'e',
      async (platform) => {
        platform.ssh().catch(() => undefined)
        await until(() => Promise.resolve(existsSync(started)))
        throw new Error('another node failed')
      }
    )
    await expect(running).rejects.toThrow('another node failed')
    await until(() => Promise.resolve(!existsSync(`/proc/${readFileSync(started, 'utf8').trim()}`)))
    expect(readdirSync(await userFolder(temporary))).toEqual([])
  } finally {
    delete process.env['RUNNER_TEMP']
    rmSync(folder, { recursive: true })
    rmSync(temporary, { recursive: true })
  }
})
