import { visibleText } from '../visible-text.js'

const longest = 1000

/** Text that shows as it is, in one line, wherever Markdown puts it: list, heading, table cell, paragraph. */
export function inline(text: string): string {
  return html(text)
    .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, '&#92;')
    .replaceAll(/[`*~[\]|$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replaceAll(/#(?=#*$)/g, '\\#')
    .replace(/^(?=[-+#=])/, '\\')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
}

/** The same inside of HTML tags, where Markdown is not read. */
export function html(text: string): string {
  const line = visibleText(text).replaceAll(/\s+/g, ' ').trim()
  const short = line.length > longest ? `${line.slice(0, longest)} …` : line
  return (
    short
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // GitHub notifies whom `@name` names and links or closes what `#1` names; a comment parts them and is not copied.
      .replaceAll(/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])|(?<!&)#(?=\d)|\bGH-(?=\d)/g, '$&<!-- -->')
  )
}

/** Lines as code that nothing in them can end; `most` is how many are shown. */
export function codeBlock(text: string, most: number): readonly string[] {
  const all = visibleText(text).split('\n')
  const shown = all.slice(0, most).map((line) => line.replaceAll('```', "'''").slice(0, longest))
  const more = all.length - shown.length
  return ['```text', ...shown, ...(more > 0 ? [`(${more} more lines)`] : []), '```']
}

/** Lines behind a title that opens them; nothing where there are none. */
export function folded(title: string, lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? ['', `<details><summary>${html(title)}</summary>`, '', ...lines, '', '</details>'] : []
}
