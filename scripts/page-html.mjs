// Markdown as GitHub shows it, near enough for a look and for measures: GitHub's own style sheet, and what it does to HTML of users.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'

/** The Markdown and text files of a folder, by name. */
export function pagesFrom(folder) {
  return readdirSync(folder)
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .toSorted()
    .map((file) => ({
      name: file.replaceAll('.', '-'),
      text: file.endsWith('.txt')
        ? terminal(readFileSync(join(folder, file), 'utf8'))
        : readFileSync(join(folder, file), 'utf8')
    }))
}

function terminal(text) {
  return `<pre>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`
}

/** A whole page; once loaded, its body says how high it is, and where its first fold begins. */
export function pageOf(text, { css, scheme }) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="${scheme}">
<style>${onlyScheme(css, scheme)}
body { margin: 0; padding: 16px; box-sizing: border-box; background: ${scheme === 'dark' ? '#0d1117' : '#fff'} }</style>
<body class="markdown-body">${marked.parse(text, { gfm: true })}
<script>
document.body.dataset.height = Math.ceil(document.documentElement.scrollHeight)
document.body.dataset.fold = Math.ceil(document.querySelector('details')?.getBoundingClientRect().top ?? document.documentElement.scrollHeight)
</script></body></html>`
}

// The sheet follows the scheme of the machine, which a headless browser does not have.
function onlyScheme(css, scheme) {
  return css
    .replaceAll(`@media (prefers-color-scheme: ${scheme})`, '@media all')
    .replaceAll(/@media \(prefers-color-scheme: \w+\)/g, '@media not all')
}
