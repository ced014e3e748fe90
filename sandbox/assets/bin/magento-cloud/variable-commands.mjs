import { call } from './api.mjs'
import { CliError } from './cli-error.mjs'
import { settle } from './follow-activity.mjs'
import { flag, groups, text } from './parse-command-line.mjs'
import { printProperties, printProperty, printTable } from './print.mjs'
import { process } from './process.mjs'
import { environmentPath, projectPath, selectEnvironment, selectProject } from './select.mjs'

const levelOf = ({ level }) => {
  const found = ['project', 'environment'].find((name) => level !== undefined && name.startsWith(level))
  if (level !== undefined && !found) throw new CliError(`Invalid level: ${level}`)
  return found
}

async function paths(options) {
  const level = levelOf(options)
  if (level === 'project') return [{ level, path: `${projectPath(await selectProject(options))}/variables` }]
  const environment = await selectEnvironment(options)
  const own = { level: 'environment', path: `${environmentPath(environment)}/variables` }
  return level ? [own] : [own, { level: 'project', path: `${projectPath({ id: environment.project })}/variables` }]
}

async function read(options) {
  const lists = (await paths(options)).map(async ({ level, path }) =>
    (await call(path)).map((item) => ({ ...item, level }))
  )
  return (await Promise.all(lists)).flat()
}

async function show({ options }) {
  const found = await read(options)
  if (found.length === 0) throw new CliError('No variables found', { type: 'RuntimeException' })
  const hidden = ['csv', 'tsv', 'plain'].includes(options.format) ? '' : '[Hidden: sensitive value]'
  const rows = found.map((item) => ({ ...item, value: item.is_sensitive ? hidden : item.value }))
  const labels = { name: 'Name', level: 'Level', value: 'Value', is_enabled: 'Enabled' }
  return printTable(rows, labels, Object.keys(labels), options)
}

async function get(input) {
  const {
    options,
    positionals: [name]
  } = input
  if (name === undefined) return show(input)
  const found = (await read(options)).filter((item) => item.name === name)
  if (found.length === 0) throw new CliError(`Variable not found: ${name}`)
  if (found.length > 1) throw new CliError('Variable found on both levels: use the --level option.')
  const [variable] = found
  if (variable.is_sensitive && (options.property === 'value' || options.pipe))
    throw new CliError('The variable is sensitive, so its value cannot be read.')
  if (options.property ?? options.pipe) return printProperty(variable, options.property ?? 'value')
  return printProperties(variable, options)
}

const truths = { true: true, 1: true, yes: true, false: false, 0: false, no: false }
const fields = {
  json: 'is_json',
  sensitive: 'is_sensitive',
  enabled: 'is_enabled',
  inheritable: 'is_inheritable',
  'visible-build': 'visible_build',
  'visible-runtime': 'visible_runtime'
}

function given(options, level) {
  const data = options.value === undefined ? {} : { value: options.value }
  for (const [option, field] of Object.entries(fields)) {
    if (options[option] === undefined) continue
    if (!(options[option] in truths)) throw new CliError(`Invalid value for --${option}: ${options[option]}`)
    if (level === 'environment' || !['enabled', 'inheritable'].includes(option)) data[field] = truths[options[option]]
  }
  return data
}

async function report(answer, level, options) {
  const entity = { ...(answer._embedded?.entity ?? answer) }
  if (entity.is_sensitive) delete entity.value
  printProperties({ ...entity, level }, options)
  if (level === 'environment') return (await settle(answer, options)).exitCode
  process.stderr.write('The environments must be redeployed for the change to take effect.\n')
  return 0
}

const edit = (path, variable, data) =>
  call(variable._links?.['#edit']?.href ?? `${path}/${encodeURIComponent(variable.name)}`, { method: 'PATCH', data })

async function create({ options, positionals: [argument] }) {
  if (!levelOf(options)) throw new CliError('--level is required')
  const bare = options.name ?? argument
  if (!bare) throw new CliError('--name is required')
  if (options.value === undefined) throw new CliError('--value is required')
  const prefix = options.prefix === 'env' || options.prefix === 'env:' ? 'env:' : ''
  const name = bare.startsWith(prefix) ? bare : prefix + bare
  const [{ level, path }] = await paths(options)
  const existing = (await call(path)).find((item) => item.name === name && !item.inherited)
  if (existing && !options.update) throw new CliError(`The variable already exists: ${name}`)
  const data = given(options, level)
  const answer = existing
    ? await edit(path, existing, data)
    : await call(path, { method: 'POST', data: { name, ...data } })
  return report(answer, level, options)
}

async function update({ options, positionals: [name] }) {
  const [existing] = (await read(options)).filter((item) => item.name === name)
  if (!existing) throw new CliError(`Variable not found: ${name}`)
  const place = (await paths(options)).find(({ level }) => level === existing.level)
  const data = given(options, place.level)
  const changed = Object.entries(data).some(([key, value]) => existing[key] !== value)
  if (!changed && !options['allow-no-change']) throw new CliError('No changes were provided.')
  return report(await edit(place.path, existing, data), place.level, options)
}

const place = { ...groups.environment, ...groups.table, level: text('l') }
const fieldOptions = Object.fromEntries(['value', 'prefix', ...Object.keys(fields)].map((name) => [name, text()]))
const change = { ...place, ...groups.wait, ...fieldOptions }
export const variableCommands = {
  'variable:list': { run: show, options: place },
  'variable:get': { run: get, positionals: 1, options: { ...place, ...groups.property, pipe: flag() } },
  'variable:create': { run: create, positionals: 1, options: { ...change, name: text(), update: flag('u') } },
  'variable:update': { run: update, positionals: 1, options: { ...change, 'allow-no-change': flag() } }
}
