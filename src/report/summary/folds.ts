import { linesOfEffects } from '../../describe-effects.js'
import { describePhases } from '../describe-phases.js'
import { folded, inline, prose } from '../markdown.js'
import type { Item } from '../open-items.js'
import { renderSeconds } from '../seconds.js'
import type { UpgradeReport } from '../report.js'

const most = 100

/** Notes or warnings, folded with their number. */
export function items(title: string, list: readonly Item[]): readonly string[] {
  const lines = list.slice(0, most).map(({ message, fix }) => `- ${inline(message)} ${prose(fix)}`)
  const rest = list.length - lines.length
  return folded([title, String(list.length)], [...lines, ...(rest > 0 ? [`- ${rest} more in the report`] : [])])
}

/** The steps with their times; open after a failure. */
export function steps({ steps: rows, deployment, error, seconds }: UpgradeReport): readonly string[] {
  const marks = { done: '✅', skipped: '➖', failed: '❌' } as const
  const phases = describePhases(deployment)
  const lines = rows.map(({ step, outcome, seconds: took, note }) => {
    const said = outcome === 'failed' ? firstSentence(note) : note
    const told = step !== 'wait' || phases === '' ? said : outcome === 'done' ? phases : `${said} ${phases}`
    return `| ${marks[outcome]} ${name(step)} | ${outcome === 'skipped' ? '' : renderSeconds(took)} | ${inline(told)} |`
  })
  const done = rows.filter(({ outcome }) => outcome === 'done').length
  const title =
    error === null
      ? (['Steps', `${done} of ${rows.length}, ${renderSeconds(seconds)}`] as const)
      : (['What happened', ''] as const)
  const table = lines.length > 0 ? ['| step | time | |', '|---|---|---|', ...lines] : []
  return folded(title, table, { open: error !== null })
}

// The report calls it `wait`; readers know it as the deployment.
function name(step: UpgradeReport['steps'][number]['step']): string {
  return step === 'wait' ? 'deploy' : step
}

function firstSentence(note: string): string {
  const line = note.split('\n')[0] ?? ''
  return /^.*?\.(?= |$)/.exec(line)?.[0] ?? line
}

/** What the run changed and what is unchanged. */
export function effects({ changes }: UpgradeReport): readonly string[] {
  const lines = linesOfEffects(changes)
  return lines.length < 2
    ? []
    : folded(
        'What was changed',
        lines.map(([title, text]) => `- **${title}:** ${prose(text)}`)
      )
}
