import { inline } from './render/markdown.js'
import type { Plan } from './report.js'

/** A plan as Markdown for a pull request: versions, what comes along, what to look at before merging. */
export function renderPlan(plan: Plan): string {
  const moved = plan.packageChanges.filter(({ thirdParty }) => thirdParty)
  const rows = moved.map(
    ({ name, from, to }) => `| ${inline(name)} | ${inline(from ?? 'new')} | ${inline(to ?? 'removed')} |`
  )
  return [
    `**${inline(plan.fromVersion)} → ${inline(plan.toVersion)}**, ${plan.packageChanges.length} packages change.`,
    ...section(
      'Extensions that move along',
      rows.length > 0 ? ['| package | from | to |', '|---|---|---|', ...rows] : []
    ),
    ...section(
      'Changes to the configuration',
      plan.migrations.map(({ file, description }) => `- ${inline(file)}: ${inline(description)}`)
    ),
    ...section(
      'Before you merge',
      plan.problems.map(({ message, fix }) => `- ${inline(`${message} ${fix}`)}`)
    )
  ].join('\n')
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', `### ${title}`, '', ...lines] : []
}
