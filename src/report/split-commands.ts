/** A piece of a text: prose, or a command to type. */
interface TextPiece {
  readonly text: string
  readonly isCommand: boolean
}

const subcommands: Readonly<Record<string, RegExp>> = {
  'magento-cloud': /^[a-z][\w:-]*$/,
  'magento-cloud-upgrade': /^[a-z]+$/,
  git: /^(?:-C|add|checkout|commit|config|fetch|log|merge|pull|push|rebase|reset|restore|revert|rm|stash|status|tag)$/,
  composer: /^(?:audit|config|require|remove|show|update|validate|why-not)$/,
  php: /^(?:bin\/magento|\.\/bin\/magento|vendor\/bin\/ece-\w+|\.\/vendor\/bin\/ece-\w+)$/,
  'bin/magento': /^[\w:-]+$/,
  'vendor/bin/ece-tools': /^[\w:-]+$/,
  'vendor/bin/ece-patches': /^[\w:-]+$/,
  ssh: /^[\w.-]+@/,
  'ssh-keyscan': /^\S/,
  tail: /^-/,
  curl: /^-/
}
const stops =
  /^(?:and|or|then|where|if|in|on|as|by|there|which|that|for|before|after|would|with|again|shows?|prints?|lists?|while|of|is|to|alone|itself)$/
// Alternating words and blanks.
const longestCall = 120
const argument = /^(?:-|'|"|\$|[A-Z]{2,}$|.*[:/@=].)/

/**
 * Splits our own text into prose and commands: texts in backticks, and calls of known programs. After a colon a call
 * extends to the end of its clause; within a sentence it has only what looks like an argument. Affects only the display
 * of a text, never what is done.
 */
export function splitCommands(text: string): readonly TextPiece[] {
  return text
    .split(/(?<!`)`([^`\n]{1,500})`(?!`)/)
    .flatMap((part, index) => (index % 2 === 1 ? [{ text: part, isCommand: true }] : callsIn(part)))
    .filter((piece) => piece.text !== '')
}

function callsIn(text: string): readonly TextPiece[] {
  const words = text.split(/([ \n]+)/)
  const pieces: TextPiece[] = []
  let prose: string[] = []
  for (let at = 0; at < words.length;) {
    const { command, next, tail } = callAt(words, at, () => introduces(prose, pieces.length > 0))
    if (command === '') prose.push(words[at++] ?? '')
    else {
      pieces.push({ text: prose.join(''), isCommand: false }, { text: command, isCommand: true })
      prose = [tail]
      at = next
    }
  }
  return [...pieces, { text: prose.join(''), isCommand: false }]
}

/** Whether the text before a call introduces it: nothing, a colon, or an `and` after another call. */
function introduces(prose: readonly string[], isBehindCall: boolean): boolean {
  const last = prose.findLast((word) => word.trim() !== '')
  if (last === undefined) return true
  return last.endsWith(':') || (isBehindCall && prose.length <= 4 && /^(?:and|or|then)$/.test(last))
}

interface Call {
  /** '' if no call begins here. */
  readonly command: string
  readonly next: number
  /** Punctuation after it. */
  readonly tail: string
}

function callAt(words: readonly string[], at: number, isIntroduced: () => boolean): Call {
  const none = { command: '', next: at, tail: '' }
  const [program = '', , second = ''] = words.slice(at, at + 3)
  const known = Object.hasOwn(subcommands, program) ? subcommands[program] : undefined
  if (known?.test(bare(second)) !== true) return none
  const introduced = isIntroduced()
  let end = at + 2
  while (end + 2 < words.length && end - at < longestCall && continues(words, at, end, introduced)) end += 2
  const command = words.slice(at, end + 1).join('')
  return { command: bare(command), next: end + 1, tail: command.slice(bare(command).length) }
}

function continues(words: readonly string[], at: number, end: number, introduced: boolean): boolean {
  const [last = '', , following = ''] = words.slice(end, end + 3)
  if (isOpen(words.slice(at, end + 1).join(''))) return true
  if (bare(last) !== last || following === '' || following.startsWith('(')) return false
  return argument.test(following) || (introduced && !stops.test(bare(following)))
}

function isOpen(command: string): boolean {
  const quotes = command.replaceAll("'\\''", '').match(/'/g)?.length ?? 0
  return quotes % 2 === 1 || (command.match(/"/g)?.length ?? 0) % 2 === 1
}

/** The text without the punctuation of the sentence. */
function bare(word: string): string {
  return word.replace(/[.,;:)]{1,3}$/, '')
}
