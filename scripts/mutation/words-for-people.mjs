// A plugin of Stryker: sentences for people are not mutated. The tests hold those that matter, and no guard hangs on them.
import { PluginKind, declareValuePlugin } from '@stryker-mutator/api/plugin'

const sentences = new Set(['message', 'next', 'fix', 'details', 'meaning', 'headline'])
const choices = new Set(['ConditionalExpression', 'BinaryExpression', 'TemplateLiteral', 'ParenthesizedExpression'])

/** The descriptions in a schema. */
function isDescription({ parent }) {
  return parent.type === 'CallExpression' && parent.callee.property?.name === 'describe'
}

function isSentence(path) {
  let at = path.parentPath
  while (at !== null && choices.has(at.node.type)) at = at.parentPath
  return at?.node.type === 'ObjectProperty' && sentences.has(at.node.key.name)
}

const wordsForPeople = {
  shouldIgnore(path) {
    const isText = path.node.type === 'StringLiteral' || path.node.type === 'TemplateLiteral'
    return isText && (isSentence(path) || isDescription(path)) ? 'words for people' : undefined
  }
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words-for-people', wordsForPeople)]
