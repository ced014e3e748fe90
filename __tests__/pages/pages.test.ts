import { describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import { noBackupYet } from '../../src/commands/backup.js'
import { renderPullRequest } from '../../src/report/render-pull-request.js'
import { renderSummary } from '../../src/report/render-summary.js'
import { renderText } from '../../src/report/render-text.js'
import { reportOf, situations } from './situations.js'

const folder = '__tests__/pages/snapshots'

/** A whole page as it is kept; UPDATE_PAGES=1 writes it anew. */
function expectPage(file: string, text: string): void {
  const path = join(folder, file)
  if (process.env['UPDATE_PAGES'] !== undefined) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, text)
  }
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(text)
}

const htmlOf = (markdown: string): string => marked.parse(markdown, { async: false, gfm: true })

/** What is read without opening anything. */
function seen(summary: string): string {
  let text = summary
  while (text.includes('<details>')) text = text.replace(/<details>(?:(?!<details)[\s\S])*?<\/details>/, '')
  return text
}

/** Every command that a page prints: blocks of shell, and code in a line that begins with the name of a program. */
function commandsOf(markdown: string): readonly string[] {
  const html = htmlOf(markdown).replaceAll(/<!--.*?-->/g, '')
  const unescape = (text: string): string =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&#92;', '\\')
      .replaceAll('&amp;', '&')
  const blocks = [...html.matchAll(/<pre><code class="language-sh">([\s\S]*?)<\/code>/g)].map(([, text = '']) => text)
  const inLines = [...html.matchAll(/<code>([^<]*)<\/code>/g)]
    .map(([, text = '']) => text)
    .filter((text) => text.includes(' ') && !/^[\w-]+: /.test(text))
  return [...blocks, ...inLines].map(unescape)
}

describe.each(situations)('the page of %s', (name) => {
  const summary = renderSummary(reportOf(name))

  test('is as it was looked at', () => {
    expectPage(`${name}.md`, summary)
    expectPage(`${name}.txt`, renderText(reportOf(name)))
  })

  test('has a heading of at most 70 characters without text from logs', () => {
    const [heading = ''] = summary.split('\n')
    const shown = heading.replace(/^## \S+ /, '').replaceAll(/<!-- -->|\\/g, '')
    expect(shown.length).toBeLessThanOrEqual(70)
    expect(shown).not.toMatch(/https?:|SQLSTATE|exit code|@/)
  })

  test('says in its second line whether the shop is up, if it failed', () => {
    if (reportOf(name).error !== null)
      expect(summary.split('\n')[2]).toMatch(/^(?:🟢|🟠|🔴) \*\*.*(?:shop|Nothing).*\*\*$/)
  })

  test('tells each thing once', () => {
    const { error, warnings, plan } = reportOf(name)
    for (const { message } of [...(error?.problems ?? []), ...warnings, ...(plan?.notes ?? [])]) {
      const text = htmlOf(summary).replaceAll(/<[^>]+>/g, '')
      expect(text.split(message.replaceAll('&', '&amp;').replaceAll('>', '&gt;')).length).toBeLessThanOrEqual(2)
    }
  })

  test('counts what it lists', () => {
    const html = htmlOf(summary)
    for (const [, title = '', number = ''] of html.matchAll(/<summary><b>([^<]+)<\/b>: (\d+)<\/summary>/g)) {
      const part = html.slice(html.indexOf(`<b>${title}</b>: ${number}`))
      const list = part.slice(0, part.indexOf('</details>'))
      expect([title, list.match(/<li>/g)?.length ?? 0]).toEqual([title, Number(number)])
    }
    const blockers = /: (\d+) (?:blocker|input|secret)s?/.exec(summary.split('\n')[0] ?? '')?.[1]
    if (blockers !== undefined) expect(seen(summary).match(/^\d+\. \*\*/gm)).toHaveLength(Number(blockers))
    const toDo = /\*\*(\d+) things? to do/.exec(summary)?.[1]
    const rows =
      (seen(summary).match(/^\| .*\| \*\*/gm) ?? []).length + (seen(summary).match(/^- \[ \] /gm) ?? []).length
    expect(rows).toBe(Number(toDo ?? 0))
  })

  test('prints commands that a shell reads', () => {
    for (const command of commandsOf(summary)) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: command, encoding: 'utf8' })
      expect([command, status, stderr]).toEqual([command, 0, ''])
    }
  })

  test('links to pages of the web alone', () => {
    for (const [, url = ''] of htmlOf(summary).matchAll(/<a href="([^"]*)"/g))
      expect(url).toMatch(/^https:\/\/[\w.-]+\/\S*$/)
  })
})

test('the pull request is as it was looked at', () => {
  const facts = { backupWarnings: noBackupYet.problems, lastDeploymentSeconds: 1752 }
  expectPage('pull-request-body.md', renderPullRequest(reportOf('pull-request'), facts))
})
