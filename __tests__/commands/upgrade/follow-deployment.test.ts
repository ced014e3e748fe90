import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { deployFaults } from '../../../sandbox/deploy-faults.js'
import type { Sandbox } from '../../../sandbox/sandbox-options.js'
import { startSandbox } from '../../../sandbox/start-sandbox.js'
import { failingUpgrade } from '../../helpers/failing-deployments.js'
import { isRecording, recordReport } from '../../helpers/record-verdict.js'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({})
})
afterAll(() => sandbox.stop())

const always = [
  ['build-fails', 'deploy-failed', 50, ''],
  ['patch-fails', 'deploy-failed', 50, 'patch'],
  ['crypt-key-missing', 'deploy-failed', 50, 'encryption key'],
  ['setup-upgrade-fails', 'deploy-failed', 50, 'setup:upgrade'],
  ['post-deploy-fails', 'deploy-failed', 50, 'warming up'],
  ['never-starts', 'deploy-never-started', 51, ''],
  ['other-commit', 'deploy-never-started', 51, '']
] as const
// What differs from those above is the text of a log; each is explained in sandbox/scripted-faults.test.ts as well.
const whenRecording = [
  ['compile-fails', 'deploy-failed', 50, 'code of acme/module-example does not compile'],
  ['stale-lock', 'deploy-failed', 50, 'composer.lock'],
  ['out-of-memory', 'deploy-failed', 50, 'memory'],
  ['protective-block', 'deploy-failed', 50, 'protective block'],
  ['search-missing', 'deploy-failed', 50, 'search service'],
  ['disk-full', 'deploy-failed', 50, 'disk of the database is full'],
  ['cron-stuck', 'deploy-failed', 50, 'cron job'],
  ['build-killed', 'deploy-failed', 50, 'killed for its memory'],
  ['keys-refused', 'deploy-failed', 50, 'repository rejects the keys of the build'],
  ['php-too-old', 'deploy-failed', 50, 'php version'],
  ['orphaned-rows', 'deploy-failed', 50, 'rows of example_note refer to missing rows of store'],
  ['redis-gone', 'deploy-failed', 50, 'redis does not answer'],
  ['read-only-code', 'deploy-failed', 50, 'acme/module-example writes into the code'],
  ['configuration-wrong', 'deploy-failed', 50, ': json'],
  ['routes-missing', 'deploy-failed', 50, 'no route'],
  ['package-server-down', 'deploy-failed', 50, 'could not reach a package server'],
  ['plugin-not-allowed', 'deploy-failed', 50, 'acme/composer-tweaks'],
  ['database-in-build', 'deploy-failed', 50, 'uses the database in the build'],
  ['not-marshaled', 'deploy-failed', 50, 'not marshaled'],
  ['modules-conflict', 'deploy-failed', 50, 'acme_example is enabled but needs magento_review'],
  ['shipped-patch-fails', 'deploy-failed', 50, 'ships with magento/magento-cloud-patches'],
  ['patch-unknown', 'deploy-failed', 50, 'acsd-00001'],
  ['upload-fails', 'deploy-failed', 50, 'could not store'],
  ['engine-wrong', 'deploy-failed', 50, 'search_configuration'],
  ['env-php-broken', 'deploy-failed', 50, 'env.php'],
  ['storage-refused', 'deploy-failed', 50, '--remote-storage-driver'],
  ['config-import-fails', 'deploy-failed', 50, 'acme_uk'],
  ['static-content-fails', 'deploy-failed', 50, 'static content could not be deployed: acme/module-example'],
  ['data-patch-fails', 'deploy-failed', 50, 'addpoints'],
  ['database-locked', 'deploy-failed', 50, 'locked by something else'],
  ['database-gone', 'deploy-failed', 50, 'database connection was lost'],
  ['too-many-files', 'deploy-failed', 50, 'file handles'],
  ['search-gone', 'deploy-failed', 50, 'search service does not answer'],
  ['queue-gone', 'deploy-failed', 50, 'rabbitmq.internal:5672'],
  ['post-deploy-read-only', 'deploy-failed', 50, '/app/.nvm'],
  ['fetch-fails', 'deploy-never-started', 51, ''],
  ['environment-inactive', 'deploy-never-started', 51, ''],
  ['superseded', 'deploy-unknown', 52, ''],
  ['staged', 'deploy-unknown', 52, '']
] as const

test.each([...always, ...(isRecording() ? whenRecording : [])])(
  '[F65] [F66] [F69] %s ends as %s (%i)',
  async (fault, code, exitCode, finding) => {
    const report = await failingUpgrade(sandbox, fault)
    recordReport('wait', deployFaults[fault], report)
    expect(report.error).toMatchObject({ code, exitCode })
    expect(report.verdict).toBe('failed')
    expect((report.findings[0]?.title ?? '').toLowerCase()).toContain(finding)
    if (finding !== '')
      expect(report.error?.message).toContain(`ause: ${report.findings[0]?.title ?? ''}`.replace(/\.$/, ''))
    expect(report.error?.next).toMatch(/magento-cloud \S|git \S/)
  }
)
