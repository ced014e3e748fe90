// npm run test:mutation [-- AREA [PART]]: changes the code that protects users, one small change at a time, and counts
// what the tests notice. Fails below nine of ten in an area, at a survivor that __tests__/mutation/survivors.json gives no
// reason for, and at a line of it that no longer survives; .tmp/mutation/AREA.json has those that lack a reason. PART:
// only files with it in their path.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { makeMemoryFolder } from './memory-folder.mjs'
import { runArea } from './mutation/run-area.mjs'
import { judge } from './mutation/survivors.mjs'

const [wanted, part = ''] = process.argv.slice(2)
const read = (name) => JSON.parse(readFileSync(`__tests__/mutation/${name}.json`, 'utf8'))
const areas = Object.entries(read('areas')).filter(([name]) => wanted === undefined || name === wanted)
const reasons = read('survivors')
if (areas.length === 0) {
  console.log(`There is no area ${wanted}. Areas: ${Object.keys(read('areas')).join(', ')}.`)
  process.exit(2)
}

/** The files that git knows by these patterns, in the order of the patterns. */
const filesOf = (patterns) => [
  ...new Set(
    patterns.flatMap((pattern) =>
      execFileSync('git', ['--glob-pathspecs', 'ls-files', '--cached', '--others', '--exclude-standard', pattern], {
        encoding: 'utf8'
      })
        .trim()
        .split('\n')
    )
  )
]
const memoryFolder = process.env.TMPDIR ? null : makeMemoryFolder()
if (memoryFolder !== null) process.env.TMPDIR = memoryFolder
let failed = false
mkdirSync('.tmp/mutation', { recursive: true })
for (const [name, area] of areas) {
  const mutate = filesOf(area.mutate).filter((path) => path.includes(part))
  const listed = reasons.filter(({ file }) => mutate.includes(file))
  const { killed, total, unexplained, past } = judge(await runArea({ mutate, tests: filesOf(area.tests) }), listed)
  console.log(`${name}: ${killed} of ${total} mutants killed (${((100 * killed) / total).toFixed(1)} %)`)
  for (const { file, line, from, to } of unexplained) console.log(`  survived: ${file}: ${line}\n    ${from}  →  ${to}`)
  for (const { file, line, from, to } of past) console.log(`  no longer: ${file}: ${line}\n    ${from}  →  ${to}`)
  const lines = unexplained.map((one) => ({ ...one, reason: '' }))
  writeFileSync(`.tmp/mutation/${name}.json`, JSON.stringify(lines, null, 2))
  failed ||= killed < total * 0.9 || unexplained.length > 0 || past.length > 0
}
if (memoryFolder !== null) rmSync(memoryFolder, { recursive: true, force: true, maxRetries: 5 })
process.exit(failed ? 1 : 0)
