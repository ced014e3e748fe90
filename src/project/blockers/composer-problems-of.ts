import { problemStatement, type ProblemStatement } from './problem-statement.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'

const longest = 4000
const most = 500

/** The problems that Composer numbers in its output, each as its statements. Takes time in proportion to the text. */
export function composerProblemsOf(text: string): readonly (readonly ProblemStatement[])[] {
  const problems: ProblemStatement[][] = []
  let inside = false
  for (const line of text.split('\n')) {
    if (/^\s{0,20}Problem [0-9]{1,6}\s{0,20}$/.test(line)) {
      problems.push([])
      inside = true
    }
    // After the problems Composer prints advice, with further lists.
    if (/^\S/.test(line)) inside = false
    const [, indent] = /^(\s{2,20}- )\S/.exec(line) ?? []
    const last = problems.at(-1)
    if (indent !== undefined && inside && last !== undefined && last.length < most)
      last.push(problemStatement(boundedLine(line.slice(indent.length).trimEnd())))
  }
  return problems.filter((statements) => statements.length > 0)
}

/** A very long line with its middle left out, redacted. */
export function boundedLine(line: string): string {
  if (line.length <= longest) return line
  const safe = redactEvidence(line)
  return safe.length <= longest ? safe : `${safe.slice(0, longest - 1000)} … ${safe.slice(-1000)}`
}
