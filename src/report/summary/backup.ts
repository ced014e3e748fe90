import { describePlaces, howToKeep } from '../describe-places.js'
import { folded, inline, prose, shellBlock } from '../markdown.js'
import { describeBackup, renderBytes } from '../describe-backup.js'
import type { Backup, UpgradeReport } from '../report.js'

const states = {
  proven: 'restored and compared',
  'proven-without-rehearsal': 'proven, not rehearsed',
  inconsistent: '⚠️ not all of it as of one moment',
  failed: '❌ failed',
  none: 'none'
} as const

/** The backup: value, place and lifetime in the title, commands and paths below. */
export function backup({ backup: made, wayBack }: UpgradeReport): readonly string[] {
  if (made === null || made.state === 'none') return []
  const keep = howToKeep(made)
  const commands = wayBack?.data ?? []
  return folded(
    ['Backup', titleOf(made)],
    [
      ...describeBackup(made).map((line) => `- ${prose(line)}`),
      ...(keep === null ? [] : ['', prose(keep)]),
      ...(commands.length === 0 ? [] : ['', 'To restore it:', '', ...shellBlock(commands)])
    ]
  )
}

function titleOf(made: Backup): string {
  const size = made.bytes === null ? '' : `, ${renderBytes(made.bytes)}`
  const lies = describePlaces(made).join('; ')
  const warn = howToKeep(made) === null ? '' : '⚠️ '
  return `${made.tables ?? 0} tables${size}, ${states[made.state]}${made.reused ? `, made by an earlier run (${inline(made.finishedAt ?? '')})` : ''}${lies === '' ? '' : `. ${warn}${lies}`}`
}
