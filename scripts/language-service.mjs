// Runs GitHub's language service over the files given. It has to be bundled first: its JSON imports do not load in Node.
import { validate } from '@actions/languageservice'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

let failed = false
for (const path of process.argv.slice(2)) {
  const text = readFileSync(path, 'utf8')
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const document = {
    uri: pathToFileURL(resolve(path)).href,
    languageId: 'yaml',
    version: 1,
    lineCount: starts.length,
    getText: (range) => (range ? text.slice(document.offsetAt(range.start), document.offsetAt(range.end)) : text),
    positionAt: (offset) => {
      const line = starts.findLastIndex((start) => start <= offset)
      return { line, character: offset - starts[line] }
    },
    offsetAt: ({ line, character }) => Math.min((starts[line] ?? text.length) + character, text.length)
  }
  for (const { message, range } of await validate(document)) {
    failed = true
    console.log(`${path}:${range.start.line + 1}: ${message}`)
  }
}
process.exit(failed ? 1 : 0)
