import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '../../../../src/project/deployment-log/evidence.js'
import { explainFailure } from '../../../../src/steps/diagnose/explain/explain-failure.js'
import type { Finding } from '../../../../src/report/report.js'

const text = (kind: Evidence['kind'], content: string, source: string = kind): Evidence => ({
  source,
  kind,
  text: content
})
const stamp = (hour: number, minute = 0): string =>
  `[2026-04-05T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000001+00:00]`
const scenario = (hour: number, name: string): string =>
  `    ${stamp(hour)} INFO: Starting scenario(s): scenario/${name}.xml (magento/ece-tools version: 2002.2.12, magento/magento2-base version: 2.4.8)\n`
const building = "Building application 'shop' (runtime type: php:8.3, tree: 1a2b3c4)\n  Executing build hook...\n"
const closing = (status: number): string =>
  `  E: Error building project: The build hook failed with status code ${status}, aborting build.\n\nE: Error: Unable to build application, aborting.\n`
const deploying = (hour: number): string =>
  `Re-deploying environment abc-staging-xyz\n  Executing deploy hook for application shop\n${scenario(hour, 'deploy')}`
const explain = (...evidence: Evidence[]): readonly Finding[] => explainFailure(evidence)
const ids = (...evidence: Evidence[]): readonly string[] => explain(...evidence).map(({ id }) => id)

describe('which deployment a text is about', () => {
  const failedBuild = text(
    'log',
    `${building}${scenario(9, 'build/generate')}    ${stamp(9, 1)} ERROR: [16] The command "composer dump-autoload" failed.\n      something odd\n${closing(16)}`,
    'activity log'
  )

  test('the logs on a node end before a build that failed: they explain an older deployment', () => {
    const cloud = `${scenario(7, 'deploy')}    ${stamp(7, 1)} ERROR: [131] Missing crypt key for upgrading Magento\n`
    const launched = `${stamp(7)} Launching command 'b'php ./vendor/bin/ece-tools run scenario/deploy.xml\\n''.\n${cloud}`
    const upgrade = 'Updating time: Sun Apr 5 07:00:30 UTC 2026\nSQLSTATE[HY000]: 1205 Lock wait timeout exceeded\n'
    expect(
      ids(
        failedBuild,
        text('log', cloud, 'var/log/cloud.log'),
        text('log', launched, 'deploy log'),
        text('log', upgrade, 'install_upgrade')
      )
    ).toEqual(['ece-tools-16'])
  })

  test('of install_upgrade.log only the block of this deployment counts', () => {
    const block = (day: string, line: string): string => `Updating time: Sun Apr ${day} 09:05:30 UTC 2026\n${line}\n`
    const log =
      block('4', "SQLSTATE[HY000]: General error: 1114 The table 'x' is full") + block('5', 'Nothing to import.')
    const failed = `${deploying(9)}    ${stamp(9, 6)} ERROR: [126] The command "php ./bin/magento setup:upgrade" failed.\n`
    expect(ids(text('log', failed, 'activity log'), text('log', log, 'install_upgrade.log'))).toEqual([
      'setup-upgrade-failed'
    ])
  })

  test('a deploy log with several deployments is cut, whatever setup:upgrade printed in it', () => {
    const launch = `Launching command 'b'php ./vendor/bin/ece-tools run scenario/deploy.xml\\n''.\n`
    const old = `${stamp(7)} ${launch}${scenario(7, 'deploy')}Schema creation/updates:\nSQLSTATE[HY000]: 1205 Lock wait timeout exceeded\n${stamp(7, 2)} CRITICAL: [126] failed\n`
    const last = `${stamp(9)} ${launch}${scenario(9, 'deploy')}Schema creation/updates:\n${stamp(9, 2)} INFO: Scenario(s) finished\n`
    expect(ids(text('log', old + last))).toEqual([])
  })

  test('the shop explains itself, never a deployment: neither before nor after', () => {
    const exceptions = (hour: number): Evidence =>
      text('site-log', `${stamp(hour)} main.CRITICAL: No space left on device\n#0 trace\n`, 'exception.log')
    expect(ids(failedBuild, exceptions(8))).toEqual(['ece-tools-16'])
    const after = explain(failedBuild, exceptions(12))
    expect(after.map(({ id, phase }) => [id, phase])).toEqual([
      ['ece-tools-16', 'build'],
      ['disk-full', 'site']
    ])
    expect(explain(exceptions(12))[0]).toMatchObject({ id: 'disk-full', phase: 'site', certainty: 'likely' })
  })

  test('the activity of the API dates a log that has no times', () => {
    const activity = { id: 'act7', startedAt: Date.parse('2026-04-05T09:00:00Z'), result: 'failure' }
    const old = text('log', `${scenario(7, 'deploy')}    ${stamp(7, 1)} ERROR: [131] Missing crypt key\n`, 'cloud.log')
    const log: Evidence = {
      source: 'activity log',
      kind: 'log',
      text: `${building}    make: *** [theme] Error 2\n`,
      activity
    }
    const [first, ...more] = explain(log, old)
    expect(more).toEqual([])
    expect(first).toMatchObject({ id: 'unknown', certainty: 'unknown', phase: 'build', deployment: 'act7' })
    expect(first?.evidence).toContain('make: *** [theme] Error 2')
    expect(first?.next).toContain('magento-cloud activity:log')
  })
})

test('a finding knows its phase, its time, its rank and how sure it is', () => {
  const log = `${deploying(9)}    ${stamp(9, 6)} ERROR: [131] Missing crypt key for upgrading Magento\n`
  expect(explain(text('log', log, 'activity log'))[0]).toMatchObject({
    rank: 1,
    certainty: 'sure',
    phase: 'deploy',
    at: '2026-04-05T09:06:00.000Z',
    source: 'activity log'
  })
})

describe('a failure that nobody knows', () => {
  test('shows what the hook printed before the verdict of the platform', () => {
    const log = `${building}    > theme@1.0.0 build\n    W: sass: cannot find module acme-colours\n${closing(3)}`
    const [first] = explain(text('log', log, 'activity log'))
    expect(first).toMatchObject({ id: 'unknown', phase: 'build', siteUnchanged: true })
    expect(first?.evidence).toContain('acme-colours')
    expect(first?.evidence).toContain('status code 3')
  })

  test('shows the command, and code 1 belongs to the phase that it stands in', () => {
    const log = `${deploying(9)}    ${stamp(9, 6)} ERROR: [1] The command "php ./bin/magento acme:prepare --ansi" failed.\n      The frobnicator is loose\n`
    const [first, ...more] = explain(text('log', log, 'activity log'))
    expect(more).toEqual([])
    expect(first).toMatchObject({ id: 'unknown', phase: 'deploy' })
    expect(first?.title).toContain('php ./bin/magento acme:prepare')
    expect(first?.evidence).toContain('frobnicator')
    expect(first?.siteUnchanged).toBeUndefined()
    expect(JSON.stringify(first)).not.toContain('build')
  })

  test('an exit status is no code of ece-tools', () => {
    const log = `${building}${scenario(9, 'build/generate')}    ${stamp(9, 6)} ERROR: [126] The command "./build.sh" failed.\n      ./build.sh: Permission denied\n${closing(126)}`
    expect(ids(text('log', log))).toEqual(['unknown'])
  })
})

test('that nothing was deployed is known only from a build that the platform closed', () => {
  const failed = `${building}    W: sh: 1: foo: not found\n${closing(127)}`
  expect(explain(text('log', failed))[0]?.siteUnchanged).toBe(true)
  expect(explain(text('log', failed.replaceAll(/^.*E: .*$/gm, '    ERROR: foo')))[0]?.siteUnchanged).toBeUndefined()
  const later = `${failed}${deploying(9)}`
  expect(explain(text('log', later)).some(({ siteUnchanged }) => siteUnchanged)).toBe(false)
})

describe('what is no cause', () => {
  const green = `${building}${scenario(9, 'build/generate')}    W: Warning: The lock file is not up to date: acme/x is not present in the lock file\n${deploying(9)}`

  test.each([
    ['a warning of ece-tools', `    ${stamp(9, 6)} WARNING: [2007] No space left on device is what it warns of\n`],
    ['a patch that was applied', '    Patch ../m2-hotfixes/fix-failed-reject.patch has been applied\n'],
    ['a patch that was applied before', '    Patch /app/m2-hotfixes/not-apply-conflict.patch was already applied\n'],
    ['what a good build warned of', '']
  ])('%s', (_, line) => {
    expect(ids(text('log', `${green}${line}    ${stamp(9, 7)} INFO: Scenario(s) finished\n`))).toEqual([])
  })
})

test('the lines below a code belong to it, and wrapped ones are whole', () => {
  const log = `${deploying(9)}    ${stamp(9, 6)} ERROR: [117] The command "php ./bin/magento app:config:import" failed.\n      The value of acme/feed/interval must be a number that is greater than zero
      and smaller than a day\n`
  const [first] = explain(text('log', log))
  expect(first).toMatchObject({ id: 'ece-tools-117' })
  expect(first?.evidence).toContain('greater than zero and smaller than a day')
})

test('a statement that failed keeps its table, constraint and column; orphans are found with a query', () => {
  const sql =
    'SQLSTATE[23000]: Integrity constraint violation: 1452 Cannot add or update a child row: a foreign key constraint fails (`main`.`acme_feed`, CONSTRAINT `ACME_FEED_STORE` FOREIGN KEY (`store_id`) REFERENCES `store` (`store_id`) ON DELETE CASCADE), query was: ALTER TABLE `acme_feed` ADD CONSTRAINT'
  const rows = (sql.match(/.{1,75}/g) ?? []).map((row) => `    W:   ${row}`).join('\n')
  const [first] = explain(text('log', `${deploying(9)}    W: In Mysql.php line 110:\n    W:\n${rows}\n    W:\n`))
  expect(first?.title).toBe('A foreign key cannot be made: rows of acme_feed refer to missing rows of store')
  expect(first?.next).toContain('FROM acme_feed c LEFT JOIN store p ON p.store_id = c.store_id')
})

test('no service is advised that the checkout has', () => {
  const log = text('log', `${deploying(9)}    ${stamp(9, 6)} ERROR: [138] OpenSearch service is required\n`)
  const next = (services: readonly string[] | null): string => explainFailure([log], [], services)[0]?.next ?? ''
  expect(next(['mysql:10.6'])).toContain('Add OpenSearch')
  expect(next(['opensearch:3'])).not.toContain('Add OpenSearch')
})

test('warnings stand beside a failure, and never first', () => {
  const log = `${deploying(9)}    ${stamp(9, 5)} WARNING: [2017] mysql 10.4 is not compatible\n    ${stamp(9, 6)} ERROR: [131] Missing crypt key\n`
  const found = explain(text('log', log))
  expect(found.map(({ id }) => id)).toEqual(['crypt-key-missing', 'ece-tools-warnings'])
  expect(found[1]?.evidence).toBe('2017: A service does not fit this version')
})
