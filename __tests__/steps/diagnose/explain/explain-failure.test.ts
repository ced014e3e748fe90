import { describe, expect, test } from '@jest/globals'
import type { Flag } from '../../../../src/project/deployment-log/evidence.js'
import { explainFailure, type Evidence } from '../../../../src/steps/diagnose/explain/explain-failure.js'

const log = (text: string, source = 'var/log/cloud.log on web'): Evidence => ({ source, kind: 'log', text })
const stage = (code: number): string => (code < 100 ? 'build' : code < 200 ? 'deploy' : 'post-deploy')
const coded = (errorCode: number, type = 'critical'): Evidence => ({
  source: 'var/log/cloud.error.log on web',
  kind: 'error-log',
  text: JSON.stringify({
    errorCode,
    stage: stage(errorCode),
    step: 'some-step',
    title: 'A title',
    suggestion: 'A suggestion.',
    type
  })
})
const left = (flag: Flag): Evidence => ({ source: 'web', kind: 'flag', text: '', flag })
const ids = (...evidence: Evidence[]): readonly string[] => explainFailure(evidence).map(({ id }) => id)

test.each([
  ['disk-full', 'mkdir(): No space left on device in /app/x.php'],
  [
    'out-of-memory',
    'PHP Fatal error:  Allowed memory size of 792723456 bytes exhausted (tried to allocate 65536 bytes)'
  ],
  ['patch-failed', 'Applying patch m2-hotfixes/fix-checkout.patch failed.'],
  ['patch-unknown', "Next patches weren't found: ACSD-12345."],
  ['di-compile-failed', 'Class "Acme\\Loyalty\\Model\\OldFactory" does not exist'],
  [
    'di-compile-failed',
    'Source class "\\Acme\\Loyalty\\Model\\Old" for "Acme\\Loyalty\\Model\\OldFactory" generation does not exist.'
  ],
  ['crypt-key-missing', 'CRITICAL: [131] The crypt/key is missing in app/etc/env.php'],
  ['search-unreachable', 'Could not validate a connection to OpenSearch. No alive nodes found in your cluster'],
  ['database-locked', 'SQLSTATE[HY000]: General error: 1205 Lock wait timeout exceeded; try restarting transaction'],
  ['database-ahead', 'Please update your modules: Run "composer install" from the Magento root directory.'],
  ['setup-upgrade-failed', 'The command "php ./bin/magento setup:upgrade --keep-generated" failed.'],
  ['database-behind', 'Please upgrade your database: Run "bin/magento setup:upgrade" from the Magento root directory.']
])('%s: %s', (id, text) => {
  expect(ids(log(`one\n${text}\nthree`))).toEqual([id])
})

test.each([
  [12, 'patch-failed'],
  [15, 'di-compile-failed'],
  [126, 'setup-upgrade-failed'],
  [131, 'crypt-key-missing'],
  [137, 'search-unreachable'],
  [138, 'search-service-missing'],
  [135, 'search-engine-wrong'],
  [117, 'ece-tools-117']
])('code %i of ece-tools is %s', (code, id) => {
  expect(ids(coded(code))).toEqual([id])
})

test('warnings of ece-tools are no cause', () => {
  expect(ids(coded(2007, 'warning'))).toEqual([])
})

test('the file of the patch and the class that does not compile are in the title', () => {
  const titles = explainFailure([
    log('error: Applying patch m2-hotfixes/fix-checkout.patch failed.'),
    log('Class "Acme\\Loyalty\\Model\\Old" does not exist')
  ]).map(({ title }) => title)
  expect(titles[0]).toMatch(/: m2-hotfixes\/fix-checkout\.patch$/)
  expect(titles[1]).toMatch(/: Acme\\Loyalty\\Model\\Old$/)
})

test('a database that is behind comes with its modules', () => {
  const text = [
    'Please upgrade your database: Run "bin/magento setup:upgrade" from the Magento root directory.',
    'The following modules are outdated:',
    'Magento_Catalog schema: current version - 2.2.4, required version - 2.2.5',
    'Acme_Loyalty data: current version - none, required version - 1.0.1'
  ].join('\n')
  expect(explainFailure([log(text, 'var/report on web')])[0]).toMatchObject({
    id: 'database-behind',
    source: 'var/report on web',
    modules: [
      { module: 'Magento_Catalog', kind: 'schema', current: '2.2.4', required: '2.2.5' },
      { module: 'Acme_Loyalty', kind: 'data', current: 'none', required: '1.0.1' }
    ]
  })
})

describe('the order', () => {
  test('the cause stands above what it brought about, wherever each was found', () => {
    const found = ids(
      log('Please upgrade your database: Run "bin/magento setup:upgrade"', 'var/report on web'),
      log('The command "php bin/magento setup:upgrade" failed.'),
      log('No space left on device', 'var/log/install_upgrade.log on web'),
      coded(117),
      left('maintenance'),
      left('deploy-failed')
    )
    expect(found).toEqual(['disk-full', 'ece-tools-117', 'database-behind', 'deploy-failed-flag', 'maintenance-on'])
  })

  test('each cause once, however many nodes show it', () => {
    expect(
      ids(log('No space left on device', 'a'), log('No space left on device', 'b'), coded(117), coded(117))
    ).toEqual(['disk-full', 'ece-tools-117'])
  })

  test('what was before the last deployment is history', () => {
    const text = [
      '[2026-01-01T10:00:00+00:00] INFO: Starting scenario(s): scenario/deploy.xml (magento/ece-tools version: 2002.1.14)',
      'No space left on device',
      '[2026-01-02T10:00:00+00:00] INFO: Starting scenario(s): scenario/deploy.xml (magento/ece-tools version: 2002.1.14)',
      'The command "php bin/magento setup:upgrade" failed.',
      '[2026-01-02T10:05:00+00:00] INFO: Starting scenario(s): scenario/post-deploy.xml'
    ].join('\n')
    expect(ids(log(text))).toEqual(['setup-upgrade-failed'])
  })
})

describe('the evidence', () => {
  const stamp = '[2026-01-02T10:00:00+00:00]'

  test('is the entry, and what the failed command printed before it', () => {
    const text = `${stamp} INFO: Running\nTable x is odd\n${stamp} CRITICAL: [126] setup:upgrade failed.\nW: Deploy was failed\n`
    expect(explainFailure([log(text)])[0]?.evidence).toBe(
      `Table x is odd\n${stamp} CRITICAL: [126] setup:upgrade failed.`
    )
  })

  test('is not repeated in the next finding', () => {
    const text = `No space left on device\nDeadlock found when trying to get lock\n${stamp} CRITICAL: [126] failed.\n`
    expect(explainFailure([log(text)]).map(({ evidence }) => evidence)).toEqual([
      'No space left on device\nDeadlock found when trying to get lock',
      'No space left on device\nDeadlock found when trying to get lock'
    ])
  })
})

test('a build that ran out of memory is not blamed on its code', () => {
  const text =
    'PHP Fatal error:  Allowed memory size of 1 bytes exhausted\n[2026-01-02T10:00:00+00:00] CRITICAL: [15] setup:di:compile failed.\n'
  expect(ids(log(text))).toEqual(['out-of-memory'])
})

test('that post-deploy was skipped is told only where nothing else is', () => {
  expect(ids(coded(201))).toEqual(['ece-tools-201'])
  expect(ids(log('No space left on device'), coded(201))).toEqual(['disk-full'])
})

test('an unknown error is shown as unknown, not guessed', () => {
  const [finding, ...more] = explainFailure([
    log('fine\n[2026-01-01T10:00:00+00:00] CRITICAL: The frobnicator is loose\nnext')
  ])
  expect(more).toEqual([])
  expect(finding).toMatchObject({
    id: 'unknown',
    source: 'var/log/cloud.log on web',
    evidence: expect.stringContaining('frobnicator')
  })
  expect(ids(log('all is well\n'))).toEqual([])
})

test('evidence holds no personal data and no secrets', () => {
  const text = [
    'No space left on device for jane.roe@example.com from 203.0.113.7 at /checkout/cart?email=jane&token=abc',
    'Authorization: Bearer abcdefghij and "password":"hunter2!" mysql://user:pw@db 0123456789abcdef0123456789abcdef'
  ].join('\n')
  const evidence = explainFailure([log(text)])[0]?.evidence ?? ''
  for (const canary of ['jane', '203.0.113.7', 'abc', 'hunter2', ':pw@', '0123456789abcdef'])
    expect(evidence).not.toContain(canary)
  expect(evidence).toContain('/checkout/cart')
})
