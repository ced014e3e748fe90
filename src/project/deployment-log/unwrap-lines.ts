/** A line as it was before the terminal wrapped it. */
export interface LogicalLine {
  readonly text: string
  /** The same, joined the other way: some programs wrap between words, Symfony within a word. */
  readonly other: string
  /** Index of its first row. */
  readonly first: number
}

/** Width of the boxes that Symfony draws without a terminal: 80 columns minus a margin of 5. */
const boxWidth = 75
const begins = /^(?:#\d|[-*•] |\[|at |SQLSTATE|In [\w.]+ line|Problem \d|PHP |[\w\\]{0,80}(?:Exception|Error)\b|W:|E:)/

/** Joins the rows of wrapped paragraphs, unless the next row begins something new. */
export function unwrapLines(rows: readonly string[]): readonly LogicalLine[] {
  return paragraphs(rows).flatMap(({ start, texts }) => {
    const wrap = wrapOf(texts)
    const lines: LogicalLine[] = []
    let open: { hard: string; soft: string; first: number } | null = null
    texts.forEach((text, index) => {
      const next = texts[index + 1]
      open = {
        // The trailing space of a full row is lost.
        hard: (open?.hard ?? '') + text + (wrap === 'hard' && text.length === boxWidth - 1 ? ' ' : ''),
        soft: open === null ? text : `${open.soft} ${text.trim()}`,
        first: open?.first ?? start + index
      }
      if (next !== undefined && goesOn(wrap, text, next, texts) && open.hard.length < 4000) return
      const [text1, other] = wrap === 'hard' ? [open.hard, open.soft] : [open.soft, open.hard]
      lines.push({ text: text1.trimEnd(), other, first: open.first })
      open = null
    })
    return lines
  })
}

type Wrap = 'hard' | 'soft'

// Rows of equal width were cut at that width, regardless of words.
function wrapOf(texts: readonly string[]): Wrap {
  const widest = Math.max(...texts.map((text) => text.length))
  return isBox(widest) || texts.filter((text) => text.length === widest).length > 1 ? 'hard' : 'soft'
}

function isBox(width: number): boolean {
  return width >= boxWidth - 2 && width <= boxWidth + 2
}

function goesOn(wrap: Wrap, text: string, next: string, texts: readonly string[]): boolean {
  if (begins.test(next) || text.length < 58 || text.length > 160) return false
  if (wrap === 'soft') return /^[a-z(]/.test(next)
  return isBox(text.length) || texts.every((one) => one.length <= text.length)
}

interface Paragraph {
  readonly start: number
  readonly texts: string[]
}

// Adjacent rows with the same indentation, ignoring the space at the beginning of a cut line.
function paragraphs(rows: readonly string[]): readonly Paragraph[] {
  const found: (Paragraph & { readonly indent: number })[] = []
  let open = false
  rows.forEach((row, index) => {
    const text = row.trimStart()
    const indent = row.length - text.length
    const last = found.at(-1)
    const fits = open && last && indent >= last.indent && indent <= last.indent + 1 && last.texts.length < 60
    if (text === '') open = false
    else if (fits) last.texts.push(row.slice(last.indent))
    else {
      found.push({ start: index, indent, texts: [text] })
      open = true
    }
  })
  return found
}
