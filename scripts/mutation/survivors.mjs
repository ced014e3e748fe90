import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

const alive = new Set(['Survived', 'NoCoverage'])

/** A mutant as the list of survivors names it: by its line and what it changes there, which outlives other edits. */
export function describeMutant({ fileName, location: { start, end }, replacement }) {
  const lines = readFileSync(fileName, 'utf8').split('\n')
  // Stryker counts lines and columns from 1 in what it returns.
  const inside = lines.slice(start.line - 1, end.line).join('\n')
  const lastLine = lines.slice(start.line - 1, end.line - 1).join('\n').length + (end.line > start.line ? 1 : 0)
  const from = inside.slice(start.column - 1, lastLine + end.column - 1)
  return {
    file: relative('.', fileName),
    line: lines[start.line - 1].trim(),
    from: shown(from),
    to: shown(replacement)
  }
}
function shown(text) {
  return text.replace(/\s+/g, ' ').slice(0, 160)
}

/** How many mutants the tests noticed, those that they did not and that no list explains, and lines of it that are past. */
export function judge(results, listed) {
  const killed = results.filter(({ status }) => !alive.has(status)).length
  const survivors = results.filter(({ status }) => alive.has(status)).map(describeMutant)
  const explained = new Set(listed.map(keyOf))
  const found = new Set(survivors.map(keyOf))
  return {
    killed,
    total: results.length,
    survivors,
    unexplained: survivors.filter((survivor) => !explained.has(keyOf(survivor))),
    past: listed.filter((line) => !found.has(keyOf(line)))
  }
}
function keyOf({ file, line, from, to }) {
  return JSON.stringify([file, line, from, to])
}
