import { afterAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { annotate } from '../../src/action/annotate.js'
import { noBackup } from '../../src/commands/backup.js'
import type { Problem } from '../../src/errors.js'
import type { ManifestDump } from '../../src/steps/backup/manifest/manifest.js'
import { renderPullRequest } from '../../src/report/render-pull-request.js'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import { backupWarnings } from '../../src/run/backup-warnings.js'
import type { Backup, Plan, UpgradeReport } from '../../src/report/report.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'
import { databaseProblems } from '../../src/steps/backup/manifest/database-problems.js'
import { compareSizes, earlierBackups } from '../../src/steps/backup/reuse/find-local.js'
import { files } from '../../src/tools/files.js'
import { writeBackup } from '../helpers/written-backup.js'

const folder = mkdtempSync(join(tmpdir(), 'backup-warnings-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

writeBackup(join(folder, 'before'), { dump: { sqlBytes: 10_000_000 } })
const place = { project: 'abcdefghijklm', environment: 'staging', application: null }
const earlier = await earlierBackups(files, folder, place)
const [plain] = earlier[0]?.manifest.dumps ?? []
if (plain === undefined) throw new Error('There is no backup to start from')
const dump = (given: Partial<ManifestDump>): readonly Problem[] =>
  databaseProblems({ ...plain, ...given }, 'cloud-dump')

const kinds: readonly (readonly [string, readonly Problem[], Partial<Backup>?])[] = [
  ['tables that are not InnoDB', dump({ nonTransactional: ['session_table'] }), { state: 'inconsistent' }],
  ['tables left out', dump({ excluded: ['report_event'] })],
  ['routines missing', dump({ missingPrograms: ['procedure clean_up'] })],
  ['halved in size', compareSizes([{ ...plain, sqlBytes: 4_000_000 }], earlier)],
  ['switched off', noBackup.problems, noBackup],
  [
    'failed',
    [{ id: 'backup-failed', severity: 'warning', message: 'There is no backup: it failed.', fix: 'Run again.' }],
    { state: 'failed' }
  ],
  [
    'a snapshot that proves nothing',
    [
      {
        id: 'snapshot-unproven',
        severity: 'warning',
        message: 'The snapshot x was made live.',
        fix: 'Rely on the dump.'
      }
    ]
  ]
]

const plan = { fromVersion: '2.4.7', toVersion: '2.4.8', target: '2.4.8', changed: true, packageChanges: [], notes: [] }
const reportOf = (problems: readonly Problem[], backup: Partial<Backup> = {}): UpgradeReport =>
  composeReport(
    newRunState({
      verdict: 'upgraded',
      environment: 'staging',
      plan: plan as unknown as Plan,
      backup: { ...noBackup, strategy: 'ssh-dump', state: 'proven', ...backup, problems: [...problems] },
      warnings: [...problems]
    }),
    ...([[], 1, null, []] as const)
  )

describe.each(kinds)('a backup with %s', (_, problems, backup) => {
  const report = reportOf(problems, backup)
  const annotations: string[] = []
  annotate(report, 'upgrade', { warn: (text) => annotations.push(text), error: () => undefined, fail: () => undefined })
  const places = {
    text: renderText(report),
    summary: renderSummary(report),
    annotation: annotations.join('\n'),
    'pull request': renderPullRequest(report, { backupWarnings: backupWarnings(report) })
  }

  test.each(Object.entries(places))('warns in the %s, once', (_place, text) => {
    expect(problems).toHaveLength(1)
    const told = (problems[0]?.message ?? '').replaceAll(/[^a-z]+/gi, ' ')
    expect(text.replaceAll(/[^a-z]+/gi, ' ').split(told)).toHaveLength(2)
  })
})

test('what is no backup, or not of one moment, is no plain success', () => {
  const mark = (state: Backup['state']): string => renderSummary(reportOf([], { state })).split('\n')[0] ?? ''
  expect(mark('proven')).toContain('✅')
  for (const state of ['failed', 'inconsistent'] as const) expect(mark(state)).toContain('⚠️')
  const inconsistent = { ...reportOf([], { state: 'inconsistent' }), verdict: 'backed-up' as const }
  expect(renderText(inconsistent)).toMatch(/^Backed up staging, but/)
})
