import { parseDocument, type Document } from 'yaml'
import { unusable } from './read-json.js'

// The parser compares each key with all before it, and each error makes it scan the whole text.
const longest = 40_000
// It recurses for each level, and if the stack overflows inside a regular expression, Node dies without a message.
const deepest = 100
const nestedMarks = /(?:[?:-][ \t]+){50}/

/**
 * The YAML document in `text`, its errors included. Throws UpgradeError `preflight-failed` for what would take too long
 * or kill the process: more than 40,000 characters, or more than 100 levels.
 */
export function boundedYaml(file: string, text: string): Document {
  if (text.length > longest)
    throw unusable(`${file} has ${text.length} characters, and ${longest} are read at most.`, `Shorten ${file}.`)
  if (depthOf(text) > deepest || nestedMarks.test(text))
    throw unusable(`${file} is nested too deeply to be read.`, `Correct ${file}.`)
  return parseDocument(text)
}

// Brackets in the scripts of hooks count too, but they are closed again.
function depthOf(text: string): number {
  let [depth, most] = [0, 0]
  for (const sign of text.match(/[[\]{}]/g) ?? []) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1)
    most = Math.max(most, depth)
  }
  return most
}
