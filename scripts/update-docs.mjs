// Generates docs from the option table, the report's schema, the ids, the codes of ece-tools and the catalogue of faults: the
// inputs of each action.yml, the tables in README.md, docs/ids.md, docs/ece-tools-errors.md and docs/faults.md, and report.schema.json. With --check it writes nothing and fails if a file is out of date.
import { transformFileSync } from '@swc/core'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { dirname, join, resolve } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { stringify } from 'yaml'
import { faultTables } from './fault-rows.mjs'

const check = process.argv.includes('--check')
const stale = []

// Compiles a module together with its imports from src/.
function compile(path) {
  const { code } = transformFileSync(path, { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } })
  const file = resolve('.tmp', path.replace(/\.ts$/, '.js'))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, code)
  for (const [, imported] of code.matchAll(/from '(\.[^']+)\.js'/g)) compile(join(dirname(path), `${imported}.ts`))
  return file
}

async function load(path) {
  return import(pathToFileURL(compile(path)).href)
}

async function put(path, unformatted) {
  const text = await format(unformatted, { ...(await resolveConfig(path)), filepath: path })
  const old = readFileSync(path, { encoding: 'utf8', flag: 'a+' })
  if (old === text) return
  if (check) stale.push(path)
  else writeFileSync(path, text)
}

const { optionGroups, optionTable } = await load('src/options.ts')
const rowsOf = (command) => Object.entries(optionTable).filter(([, row]) => row.commands.includes(command))

const outputs = {
  changed: 'Whether a commit was made: true or false.',
  verdict:
    'How the run ended: upgraded, up-to-date, held-back, planned, committed, pushed, verified, diagnosed or failed.',
  'from-version': 'Product version before.',
  'to-version': 'Product version after.',
  'held-back':
    'Newest release of the line, if something keeps the project from it; otherwise empty. The warnings say what.',
  branch: 'Branch that was upgraded.',
  'commit-sha': 'Commit of the upgrade.',
  'pull-request': 'Number of the pull request that was opened or updated; empty without one.',
  'pull-request-url': 'Address of that pull request.',
  backup: 'Path of the database dump, on this machine or on the server.',
  'backup-sha256': 'SHA-256 of the compressed dump.',
  'backup-snapshot': 'Id of the snapshot that backup-snapshot asked for.',
  'backup-artifact':
    'Folder to upload as a workflow artifact, with encrypted dumps only; empty unless backup-artifact is true.',
  'activity-id': 'Cloud activity that deployed the commit.',
  'installed-version': 'Version that bin/magento --version printed on the environment.',
  report: 'Path of the JSON report.'
}

function action(command, name, description, main) {
  const inputs = rowsOf(command).map(([key, row]) => [
    key,
    { description: row.description, required: false, default: String(row.default) }
  ])
  const document = {
    name,
    description,
    branding: { icon: 'arrow-up-circle', color: 'orange' },
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(Object.entries(outputs).map(([key, text]) => [key, { description: text }])),
    runs: { using: 'node24', main, post: main.replace(/dist\/.*/, 'dist/cleanup/index.js'), 'post-if': 'always()' }
  }
  return `# Inputs and outputs are written by \`npm run update:docs\` from src/options.ts.\n${stringify(document, { lineWidth: 120, singleQuote: true })}`
}

await put(
  'action.yml',
  action(
    'upgrade',
    'Magento Cloud Upgrade',
    'Upgrades an Adobe Commerce on cloud infrastructure project: planned, backed up, committed, deployed, verified.',
    'dist/index.js'
  )
)
await put(
  'verify/action.yml',
  action(
    'verify',
    'Magento Cloud Verify',
    'Verifies over SSH that an Adobe Commerce on cloud infrastructure environment runs the expected version.',
    '../dist/verify/index.js'
  )
)
await put(
  'diagnose/action.yml',
  action(
    'diagnose',
    'Magento Cloud Diagnose',
    'Explains from logs and error reports what is wrong with an Adobe Commerce on cloud infrastructure environment.',
    '../dist/diagnose/index.js'
  )
)

const cell = (text) => text.replaceAll('|', '\\|')
const optionRow = ([name, row]) => {
  const value = row.secret ? 'secret' : row.default === '' ? '' : `\`${row.default}\``
  return `| \`${name}\` | ${value} | ${row.commands.join(', ')} | ${cell(row.description)} |`
}
const optionsTable = Object.entries(optionGroups)
  .flatMap(([group, title]) => [
    `### ${title}\n\n| option | default | commands | |\n|---|---|---|---|`,
    ...Object.entries(optionTable)
      .filter(([, row]) => row.group === group)
      .map(optionRow),
    ''
  ])
  .join('\n')
const outputsTable = [
  '| output | |',
  '|---|---|',
  ...Object.entries(outputs).map(([name, text]) => `| \`${name}\` | ${text} |`)
].join('\n')
const between = (text, name, table) =>
  text.replace(new RegExp(`(<!-- ${name}:start -->)[\\s\\S]*?(<!-- ${name}:end -->)`), `$1\n\n${table}\n\n$2`)
const readme = readFileSync('README.md', { encoding: 'utf8', flag: 'a+' })
await put('README.md', between(between(readme, 'options', optionsTable), 'outputs', outputsTable))

const { upgradeReport } = await load('src/report/schema.ts')
const { z } = await import('zod')
await put('report.schema.json', `${JSON.stringify(z.toJSONSchema(upgradeReport), null, 2)}\n`)

const codes = JSON.parse(readFileSync('src/data/ece-tools-errors.json', 'utf8'))
const codeRows = codes.errors.map(
  ({ code, phase, level, step, title, suggestion }) =>
    `| ${code} | ${phase} | ${level} | ${step ?? ''} | ${cell(title)} | ${cell(suggestion)} |`
)
const codesTable = [
  `Source: ${codes.source} State of ${codes.date}.`,
  '',
  '| code | phase | level | step | meaning | what helps |',
  '|---|---|---|---|---|---|',
  ...codeRows
].join('\n')
const codesPage = readFileSync('docs/ece-tools-errors.md', { encoding: 'utf8', flag: 'a+' })
await put('docs/ece-tools-errors.md', between(codesPage, 'codes', codesTable))

const idTable = (rows) =>
  ['| id | meaning | what helps |', '|---|---|---|']
    .concat(Object.entries(rows).map(([id, texts]) => `| \`${id}\` | ${texts.map(cell).join(' | ')} |`))
    .join('\n')
const ids = await load('src/ids.ts')
const idsPage = ['problem', 'migration', 'finding', 'proof', 'promise'].reduce(
  (page, kind) => between(page, `${kind}s`, idTable(ids[`${kind}Ids`])),
  readFileSync('docs/ids.md', { encoding: 'utf8', flag: 'a+' })
)
await put('docs/ids.md', idsPage)

const faultsPage = readFileSync('docs/faults.md', { encoding: 'utf8', flag: 'a+' })
await put('docs/faults.md', between(faultsPage, 'faults', faultTables()))

if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run npm run update:docs.`)
  process.exit(1)
}
