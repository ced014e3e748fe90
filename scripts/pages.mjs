// npm run pages: renders the snapshots of whole pages to HTML as GitHub does, and takes their pictures with Chromium:
// light, dark, and on a phone. They are in .tmp/pages (PAGES_TO names another folder). CHROMIUM names the browser.
// Fails if a page of a failure is higher on a phone before its first fold than people read in ten seconds.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { findChromium, withChromium } from './chromium.mjs'
import { pageOf, pagesFrom } from './page-html.mjs'

const highest = 1200
const folder = resolve(process.env.PAGES_TO ?? '.tmp/pages')
const from = resolve(process.argv[2] ?? '__tests__/pages/snapshots')
const views = { light: [1000, 'light'], dark: [1000, 'dark'], phone: [400, 'light'] }

const browser = findChromium()
if (browser === undefined) {
  console.error('There is no Chromium here. Install it (apt-get install chromium), or set CHROMIUM to its path.')
  process.exit(1)
}
const css = readFileSync(createRequire(import.meta.url).resolve('github-markdown-css/github-markdown.css'), 'utf8')
mkdirSync(folder, { recursive: true })
const tall = []
let pictures = 0
await withChromium(browser, async (open) => {
  for (const { name, text } of pagesFrom(from))
    for (const [view, [width, scheme]] of Object.entries(views)) {
      const page = join(folder, `${name}-${view}.html`)
      writeFileSync(page, pageOf(text, { css, scheme }))
      const { height, fold, picture } = await open(page, width)
      writeFileSync(page.replace(/html$/, 'png'), picture)
      pictures += 1
      if (view === 'phone') console.log(`${name}: ${height} pixels on a phone, ${fold} before the first fold`)
      if (view === 'phone' && fold > highest && text.startsWith('## ❌')) tall.push(name)
    }
})
console.log(`${pictures} pictures in ${folder}`)
for (const name of tall) console.log(`FAILED ${name} is higher than ${highest} pixels before its first fold`)
process.exit(tall.length === 0 && pictures > 0 ? 0 : 1)
