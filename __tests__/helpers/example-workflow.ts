import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

interface Workflow {
  readonly jobs: Record<
    string,
    { readonly steps: readonly { readonly uses?: string; readonly with?: Record<string, unknown> }[] }
  >
}

/**
 * The inputs that an example workflow gives to our action in one of its jobs, with its expressions replaced.
 * Throws for an expression without a value: the example would not work as written.
 */
export function exampleInputs(
  path: string,
  job: string,
  values: Readonly<Record<string, string>>
): Record<string, string> {
  const { jobs } = parse(readFileSync(path, 'utf8')) as Workflow
  const step = jobs[job]?.steps.find(({ uses }) => uses?.startsWith('magento-cloud-upgrade/'))
  const entries = Object.entries(step?.with ?? {}).map(([name, value]) => [
    name,
    replaceExpressions(String(value), values)
  ])
  return Object.fromEntries(entries) as Record<string, string>
}

function replaceExpressions(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{\s*(.+?)\s*\}\}/g, (_, expression: string) => {
    const value = values[expression]
    if (value === undefined) throw new Error(`The example uses ${expression}, which has no value here.`)
    return value
  })
}
