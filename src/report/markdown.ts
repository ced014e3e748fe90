import { splitCommands } from './split-commands.js'
import { visibleText } from '../visible-text.js'

const longest = 1000

/** Text that Markdown shows verbatim on one line, in lists, headings, table cells and paragraphs. */
export function inline(text: string): string {
  return html(text)
    .replaceAll(/\\(?=[!-/:-@[-`{-~]|$)/g, '&#92;')
    .replaceAll(/[`*~[\]|$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replaceAll(/#(?=#*$)/g, '\\#')
    .replace(/^(?=[-+#=])/, '\\')
    .replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\')
}

/** The same inside HTML tags, where Markdown is not parsed. */
export function html(text: string): string {
  const line = visibleText(text).replaceAll(/\s+/g, ' ').trim()
  const short = line.length > longest ? `${line.slice(0, longest)} …` : line
  return (
    short
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // GitHub notifies the user of `@name`, makes `user@host` a mail address, and links or closes `#1`; an HTML
      // comment splits them and is not copied.
      .replaceAll(/@(?=[A-Za-z0-9])|(?<!&)#(?=\d)|\bGH-(?=\d)/g, '$&<!-- -->')
  )
}

/** Our own text shown verbatim, with its commands as code. */
export function prose(text: string): string {
  const line = visibleText(text).replaceAll(/\s+/g, ' ').trim()
  return splitCommands(line.length > longest ? `${line.slice(0, longest)} …` : line)
    .map(({ text: piece, isCommand }) => (isCommand ? code(piece) : spaced(piece)))
    .join('')
}

/** Text as code in a line of prose. */
export function code(text: string): string {
  return `<code>${inline(text)}</code>`
}

// Escaping trims both ends; the space next to a command is kept.
function spaced(text: string): string {
  return `${text.startsWith(' ') ? ' ' : ''}${inline(text)}${text.endsWith(' ') && text.trim() !== '' ? ' ' : ''}`
}

/** A link to a web address; only the text if it is not one. */
export function link(text: string, url: string): string {
  return /^https?:\/\/[^\s<>()"']+$/.test(url) ? `[${inline(text)}](${url})` : inline(text)
}

/** Commands as one block to paste. */
export function shellBlock(commands: readonly string[]): readonly string[] {
  return ['```sh', ...commands.map(onOneLine), '```']
}

function onOneLine(command: string): string {
  const lines = visibleText(command).split('\n')
  return lines
    .map((line) => line.trim())
    .join(' ')
    .replaceAll('```', "'''")
}

/** Lines as a code block that nothing in them can end; `most` is the number shown. */
export function codeBlock(text: string, most: number): readonly string[] {
  const all = visibleText(text).split('\n')
  const shown = all.slice(0, most).map((line) => line.replaceAll('```', "'''").slice(0, longest))
  const more = all.length - shown.length
  return ['```text', ...shown, ...(more > 0 ? [`(${more} more lines)`] : []), '```']
}

/** Lines folded under a title; empty if there are none. */
export function folded(
  title: string | readonly [bold: string, rest: string],
  lines: readonly string[],
  { open = false }: { readonly open?: boolean } = {}
): readonly string[] {
  const shown =
    typeof title === 'string'
      ? html(title)
      : `<b>${html(title[0])}</b>${html(title[1]) === '' ? '' : `: ${html(title[1])}`}`
  return lines.length > 0
    ? ['', `<details${open ? ' open' : ''}><summary>${shown}</summary>`, '', ...lines, '', '</details>']
    : []
}
