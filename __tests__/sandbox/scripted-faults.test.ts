import { expect, test } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { assetPath } from '../../sandbox/assets-directory.js'
import { buildFaults } from '../../sandbox/cloud/build-faults.js'
import { deployFaults } from '../../sandbox/deploy-faults.js'
import { explainFailure } from '../../src/steps/diagnose/explain/explain-failure.js'

interface ScriptedFault {
  readonly stage: string
  /** Null if a hook fails without ece-tools. */
  readonly code: number | null
  readonly output: string
  readonly title: string
}

const php = `require ${JSON.stringify(assetPath('magento', 'sandbox', 'faults.php'))}; echo json_encode(scriptedFaults());`
const scripted = JSON.parse(execFileSync('php', ['-n', '-r', php], { encoding: 'utf8' })) as Record<
  string,
  ScriptedFault
>
const stamp = '[2026-01-02T10:00:00.123456+00:00]'
const texts: Readonly<Record<string, string>> = {
  ...buildFaults,
  ...Object.fromEntries(
    Object.entries(scripted).map(([name, { output, code, title }]) => [
      name,
      code === null
        ? `Executing post deploy hook for application mymagento\n${output}`
        : `${stamp} INFO: Running\n${output}${stamp} CRITICAL: [${code}] ${title}\n`
    ])
  )
}

test.each([
  ['stale-lock', 'stale-lock'],
  ['protective-block', 'protective-block'],
  ['patch-fails', 'patch-failed'],
  ['compile-fails', 'di-compile-failed'],
  ['out-of-memory', 'out-of-memory'],
  ['crypt-key-missing', 'crypt-key-missing'],
  ['search-missing', 'search-service-missing'],
  ['disk-full', 'disk-full'],
  ['cron-stuck', 'cron-stuck'],
  ['build-killed', 'killed'],
  ['keys-refused', 'repository-refuses-keys'],
  ['php-too-old', 'php-version'],
  ['orphaned-rows', 'foreign-key'],
  ['redis-gone', 'redis-unreachable'],
  ['read-only-code', 'read-only-file-system'],
  ['configuration-wrong', 'extension-not-supported'],
  ['routes-missing', 'routes-missing'],
  ['package-server-down', 'package-network'],
  ['plugin-not-allowed', 'composer-plugin-blocked'],
  ['database-in-build', 'database-in-build'],
  ['not-marshaled', 'not-marshaled'],
  ['modules-conflict', 'module-dependencies'],
  ['shipped-patch-fails', 'patch-failed'],
  ['patch-unknown', 'patch-unknown'],
  ['upload-fails', 'upload-failed'],
  ['engine-wrong', 'search-engine-wrong'],
  ['env-php-broken', 'env-php-incomplete'],
  ['storage-refused', 'config-set-refused'],
  ['config-import-fails', 'scope-missing'],
  ['static-content-fails', 'static-content-failed'],
  ['data-patch-fails', 'data-patch-failed'],
  ['database-locked', 'database-locked'],
  ['database-gone', 'database-gone'],
  ['too-many-files', 'too-many-open-files'],
  ['search-gone', 'search-unreachable'],
  ['queue-gone', 'rabbitmq-unreachable'],
  ['post-deploy-read-only', 'read-only-file-system'],
  ['setup-upgrade-fails', 'setup-upgrade-failed'],
  ['post-deploy-fails', 'ece-tools-207']
])('the scripted fault %s is explained as %s', (fault, id) => {
  const [first] = explainFailure([{ source: 'activity log', kind: 'log', text: texts[fault] ?? '' }])
  expect(first).toMatchObject({ id })
  // What is printed before an error says more than the error.
  const [printed = ''] = (scripted[fault]?.output ?? '').split('\n').slice(-2)
  expect(first?.evidence).toContain(printed.trim())
})

test('every fault that is scripted can be asked for', () => {
  expect(Object.keys(texts).filter((name) => !(name in deployFaults))).toEqual([])
})
