import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseErrorReport } from '../../../../src/steps/diagnose/explain/error-report.js'
import { explainFailure, type Evidence } from '../../../../src/steps/diagnose/explain/explain-failure.js'
import { phases } from '../../../../src/project/deployment-log/evidence.js'
import { rules } from '../../../../src/steps/diagnose/explain/rules.js'

const folder = join('__tests__', 'project', 'recorded', 'failures')
const kinds = { log: 'log', jsonl: 'error-log', report: 'report' } as const

/** A recorded text: `<finding>[--<variant>].<kind>`. */
function recorded(name: string): { readonly id: string; readonly evidence: Evidence } {
  const text = readFileSync(join(folder, name), 'utf8')
  const kind = kinds[name.split('.').at(-1) as keyof typeof kinds]
  const shown = kind === 'report' ? (parseErrorReport(text)?.message ?? text) : text
  return { id: name.split(/--|\./)[0] ?? '', evidence: { source: name, kind, text: shown } }
}
const names = readdirSync(folder).sort()

describe('recorded failures', () => {
  test.each(names)('%s', (name) => {
    const { id, evidence } = recorded(name)
    const [first] = explainFailure([evidence])
    expect(first).toMatchObject({ id, source: name })
    expect(first?.evidence).not.toBe('')
    expect(first?.meaning).toMatch(/\.$/)
    expect(first?.next).toMatch(
      /\b(?:git \w|composer \w|magento-cloud \w|magento-cloud-upgrade \w|php bin\/magento|vendor\/bin\/ece-tools)/
    )
  })

  test('there is one for every known cause', () => {
    const ids = new Set(names.map((name) => recorded(name).id))
    expect(rules.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([])
  })

  test.each([
    ['patch-failed.log', /: m2-hotfixes\/fix-price\.patch$/],
    ['patch-failed--wrapped.log', /^A patch that ships with .*patch$/],
    ['patch-failed--old-tools.log', /^A patch that ships with .*MAGECLOUD-2820/],
    ['patch-failed--id.log', /: MCLOUD-15306$/],
    ['patch-unknown.log', /: ACSD-51819, MDVA-43601$/],
    ['di-compile-failed.log', /^Code of acme\/module-loyalty does not compile.*: Acme\\Loyalty\\Model\\Points$/],
    [
      'di-compile-failed--signature.log',
      /^Code of acme\/module-loyalty does not compile.*: Acme\\Loyalty\\Plugin\\Points$/
    ],
    ['di-compile-failed--class.log', /^Code of Acme_Loyalty does not compile.*: Acme\\Loyalty\\Model\\OldFactory$/]
  ])('%s names what is concerned', (name, title) => {
    expect(explainFailure([recorded(name).evidence])[0]?.title).toMatch(title)
  })

  test('the line of the process that was killed comes before the status of its hook', () => {
    expect(explainFailure([recorded('killed--shell.log').evidence])[0]?.evidence).toMatch(/ Killed {2,}php/)
  })

  test.each(['database-behind.report', 'database-behind--serialized.report'])('%s lists the modules', (name) => {
    expect(explainFailure([recorded(name).evidence])[0]?.modules).toEqual([
      { module: 'Magento_Theme', kind: 'schema', current: '2.0.1', required: '2.0.2' },
      { module: 'Magento_Theme', kind: 'data', current: '2.0.1', required: '2.0.2' },
      { module: 'Acme_Shipping', kind: 'schema', current: 'none', required: '1.0.0' }
    ])
  })

  test('a database that is ahead lists its modules as seen from the database', () => {
    expect(explainFailure([recorded('database-ahead.report').evidence])[0]?.modules).toEqual([
      { module: 'Magento_Catalog', kind: 'schema', current: '2.2.5', required: '2.2.4' }
    ])
  })
})

describe('a consequence never stands above its cause', () => {
  /** Which finding brings about which, by what the platform does: written down here apart from the rules. */
  const consequences: Readonly<Record<string, readonly string[]>> = {
    'disk-full': ['database-locked', 'setup-upgrade-failed', 'database-behind', 'ece-tools-117', 'di-compile-failed'],
    'out-of-memory': ['di-compile-failed', 'setup-upgrade-failed', 'database-behind', 'ece-tools-117'],
    'stale-lock': ['di-compile-failed', 'patch-failed', 'setup-upgrade-failed'],
    'patch-failed': ['di-compile-failed', 'setup-upgrade-failed'],
    'crypt-key-missing': ['setup-upgrade-failed', 'database-behind'],
    'search-service-missing': ['setup-upgrade-failed', 'database-behind'],
    'search-unreachable': ['setup-upgrade-failed', 'database-behind'],
    'redis-unreachable': ['setup-upgrade-failed', 'database-behind'],
    'foreign-key': ['data-patch-failed', 'setup-upgrade-failed', 'database-behind'],
    killed: ['static-content-failed', 'setup-upgrade-failed'],
    'not-marshaled': ['modules-not-enabled', 'di-compile-failed'],
    'database-unreachable': ['setup-upgrade-failed', 'database-behind', 'ece-tools-117'],
    'cron-stuck': ['database-locked', 'setup-upgrade-failed', 'database-behind'],
    'database-locked': ['setup-upgrade-failed', 'database-behind'],
    'database-ahead': ['setup-upgrade-failed'],
    'setup-upgrade-failed': ['database-behind', 'ece-tools-201'],
    'ece-tools-117': ['database-behind', 'ece-tools-201']
  }
  const left = ['deploy-failed-flag', 'maintenance-on', 'cron-disabled']
  const skipped: Evidence = {
    source: 'cloud.error.log',
    kind: 'error-log',
    text: JSON.stringify({ errorCode: 201, stage: 'post-deploy', title: 'Post deploy is skipped', type: 'critical' })
  }
  const flags = (['deploy-failed', 'maintenance', 'cron-off'] as const).map((flag): Evidence => ({
    source: 'web',
    kind: 'flag',
    text: '',
    flag
  }))
  const all = [...names.map((name) => recorded(name).evidence), skipped, ...flags]

  test('in any mixture and order of what was found', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { maxLength: 30 }), (evidence) => {
        const found = explainFailure(evidence)
        const ids = found.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(found.map(({ rank }) => rank)).toEqual(ids.map((_, index) => index + 1))
        // What an earlier phase shows comes first, whatever it is: texts of one phase are compared.
        const phase = (id: string): number => phases.indexOf(found[ids.indexOf(id)]?.phase ?? 'site')
        for (const [cause, effects] of Object.entries(consequences))
          for (const effect of [...effects, ...left])
            if (ids.includes(cause) && ids.includes(effect) && phase(cause) <= phase(effect))
              expect(ids.indexOf(cause)).toBeLessThan(ids.indexOf(effect))
      }),
      { numRuns: 100 }
    )
  })

  test('and what is unknown is not shown beside what is known', () => {
    const [unknown] = explainFailure([recorded('unknown.log').evidence, recorded('disk-full.log').evidence])
    expect(unknown?.id).toBe('disk-full')
    expect(explainFailure([recorded('unknown.log').evidence])[0]?.evidence).not.toContain('jane')
  })
})

test('any text at all is explained without a failure', () => {
  const kind = fc.constantFrom('log', 'report', 'error-log', 'flag')
  fc.assert(
    fc.property(fc.array(fc.record({ source: fc.string(), kind, text: fc.string({ unit: 'binary' }) })), (evidence) => {
      for (const { id, title } of explainFailure(evidence)) expect([id, title]).not.toContain('')
    })
  )
})
