import { codeBlock, folded, html, inline, prose } from '../markdown.js'
import type { Finding, UpgradeReport } from '../report.js'

const leftBehind = new Set(['deploy-failed-flag', 'maintenance-on', 'cron-disabled'])

/** Findings by their kind. After a failure the first one is already shown as its cause: its log comes first. */
export function logs({ findings, error, verdict }: UpgradeReport): readonly string[] {
  if (verdict === 'diagnosed') return ['', ...findings.flatMap((one, index) => finding(one, index, foldedLog))]
  const [first] = findings
  if (error === null || first === undefined) return section('Findings', findings)
  const rest = findings.slice(leftBehind.has(first.id) ? 0 : 1)
  const log = first.evidence.trim() === '' ? [] : codeBlock(first.evidence, 20)
  return [
    ...folded(['Log around the failure', first.source], log),
    ...section(
      'Left behind on the server',
      rest.filter(({ id }) => leftBehind.has(id))
    ),
    ...section(
      'Also found',
      rest.filter(({ id }) => !leftBehind.has(id))
    )
  ]
}

function section(title: string, list: readonly Finding[]): readonly string[] {
  return folded(
    [title, String(list.length)],
    list.flatMap((one, index) => finding(one, index, openLog))
  )
}

type Log = (finding: Finding) => readonly string[]

const openLog: Log = ({ evidence }) => ['', ...codeBlock(evidence, 20), '']
const foldedLog: Log = ({ source, evidence }) => [
  '',
  `<details><summary>${html(source)}</summary>`,
  '',
  ...codeBlock(evidence, 20),
  '',
  '</details>',
  ''
]

function finding(one: Finding, index: number, log: Log): readonly string[] {
  const { title, meaning, next, source, phase, certainty, evidence, modules } = one
  const place = [source, phase ?? [], certainty === 'likely' ? 'likely' : []].flat().join(', ')
  const line = `${index + 1}. **${inline(title)}** (${inline(place)}) ${prose(meaning)} **Next:** ${prose(next)}`
  const lines = [...outdated(modules ?? []), ...(evidence.trim() === '' ? [] : log(one))]
  return [line, ...lines.map((text) => (text === '' ? '' : `    ${text}`))]
}

/** The modules whose database is behind or ahead, as a table. */
function outdated(modules: NonNullable<Finding['modules']>): readonly string[] {
  if (modules.length === 0) return []
  const rows = modules.map(({ module, kind, current, required }) =>
    [module, kind, current, required].map((text) => inline(text)).join(' | ')
  )
  return ['', '| module | | database | code |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`), '']
}
