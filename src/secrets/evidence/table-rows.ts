// Rows printed by a database client: with bars, with tabs, or one column per line.
const cells = /^([^\S\n]{0,40}(?:[EW]: )?)\|(.*)\|[^\S\n]*$/
const frame = /^[^\S\n]{0,40}(?:[EW]: )?\+(?:-+\+)+[^\S\n]*$/
const vertical = /^[^\S\n]{0,40}(?:[EW]: )?\*{8,40} \d+\. row \*{8,40}[^\S\n]*$/
const verticalCell = /^(\s{0,80}[A-Za-z_][\w.$()*]{0,80}: )(.*)$/
const column = /^(?:[a-z_][a-z0-9_.$]*|[A-Za-z_]{1,30}\([\w.*`, ]{0,80}\))$/
// Columns with personal data or secrets, in any spelling.
const personal =
  /(?:^|[ _-])(?:e-?mails?|customers?|(?:first|last|sur|full)[ _-]?name|street|city|post-?code|zip|(?:tele)?phone|company|address|user(?:name)?|password|token)(?:$|[ _-])/i
// The longest value in lines; later lines are not part of it.
const mostLines = 50
// Column headers in tables of Composer, ece-tools and Magento.
const harmless =
  /^(?:null|<[\w-]+>|[\w.-]+\/[\w./-]+|[A-Z][A-Za-z0-9]+_[A-Z]\w+|v?\d+(?:\.\d+){1,4}[\w.-]*|[A-Z]{2,8}-\d+)$/i

/** Replaces values in the rows of a database client by their types; column names and tables of other programs stay. */
export function typeTableRows(text: string): string {
  if (!/\||\t|\*{8}/.test(text)) return text
  const state: State = { table: 'none', columns: 0 }
  return text
    .split('\n')
    .map((line, at, lines) => typedLine(line, lines[at - 1] ?? '', state))
    .join('\n')
}

interface State {
  /**
   * What the previous lines were: rows under a header of columns, a value over several lines in one, rows of others, …
   */
  table: 'none' | 'rows' | 'broken' | 'other' | 'batch' | 'vertical'
  /** The columns of a batch; for a value over several lines the number of lines read. */
  columns: number
}

function typedLine(line: string, before: string, state: State): string {
  if (frame.test(line)) return state.table === 'broken' ? enter(line, state, 'rows', 0) : line
  if (state.table === 'broken' && state.columns < mostLines) return typedRest(line, state)
  const [, lead = '', inside] = cells.exec(line) ?? []
  if (inside !== undefined) return typedBars(line, { lead, inside, before }, state)
  if (state.table === 'rows' && /^\s{0,40}\|/.test(line)) return enter('| <text>', state, 'broken', 0)
  if (vertical.test(line)) return enter(line, state, 'vertical', 0)
  const cell = state.table === 'vertical' ? verticalCell.exec(line) : null
  if (cell) return `${cell[1] ?? ''}${typed(cell[2] ?? '')}`
  return typedTabs(line, state)
}

// The value extends to the bar at the end of a line.
function typedRest(line: string, state: State): string {
  const isEnd = /\|[^\S\n]*$/.test(line)
  return enter(isEnd ? '<text> |' : '<text>', state, isEnd ? 'rows' : 'broken', state.columns + 1)
}

function enter(line: string, state: State, table: State['table'], columns: number): string {
  Object.assign(state, { table, columns })
  return line
}

function typedBars(line: string, row: { lead: string; inside: string; before: string }, state: State): string {
  const values = row.inside.split('|')
  const isFirst = frame.test(row.before) && state.table !== 'rows' && state.table !== 'other'
  if (isFirst) return enter(line, state, isHeaderOf(values) ? 'rows' : 'other', 0)
  if (state.table === 'other') return line
  const isLone = state.table !== 'rows'
  if (isLone && values.length < 2) return line
  const shown = values.map((value) => (isLone && harmless.test(value.trim()) ? value : typed(value)))
  return `${row.lead}|${shown.join('|')}|`
}

// Column names of a database, or words of which one names the kind of the values below.
function isHeaderOf(values: readonly string[]): boolean {
  const words = values.map((value) => value.trim())
  if (words.every((word) => column.test(word))) return true
  return words.every((word) => /^[A-Za-z][\w .()-]{0,40}$/.test(word)) && words.some((word) => personal.test(word))
}

function typedTabs(line: string, state: State): string {
  const values = line.split('\t')
  if (state.table === 'batch' && values.length === state.columns) return values.map(typed).join('\t')
  const isHeader = values.length > 1 && isHeaderOf(values)
  return enter(line, state, isHeader ? 'batch' : 'none', isHeader ? values.length : 0)
}

// The blanks around a value keep the column's width.
function typed(value: string): string {
  const text = value.trim()
  if (text === '' || /^(?:NULL|<[\w-]+>)$/.test(text)) return value
  return value.replace(text, /^-?\d{1,12}$/.test(text) ? '<number>' : '<text>')
}
