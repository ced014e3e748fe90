import { call } from './api.mjs'
import { CliError } from './cli-error.mjs'
import { followLog } from './follow-activity.mjs'
import { flag, groups, list, text } from './parse-command-line.mjs'
import { printProperties, printProperty, printTable } from './print.mjs'
import { process } from './process.mjs'
import { environmentPath, projectPath, selectEnvironment, selectProject } from './select.mjs'

const prefixless = [
  'environment.push',
  'environment.redeploy',
  'environment.activate',
  'environment.deactivate',
  'environment.branch',
  'environment.merge',
  'environment.synchronize',
  'environment.backup',
  'environment.restore',
  'environment.delete',
  'integration.github.fetch'
]
const fullType = (type) =>
  prefixless.find((known) => known.endsWith(`.${type}`) && known.split('.').slice(1).join('.') === type) ?? type
const split = (values) => (values ?? []).flatMap((value) => value.split(/[\s,]+/)).filter(Boolean)

async function fetchList(options, count) {
  const everywhere = options.all || !(options.environment || process.env['MAGENTO_CLOUD_BRANCH'])
  const path = everywhere
    ? projectPath(await selectProject(options))
    : environmentPath(await selectEnvironment(options))
  const query = new URLSearchParams()
  for (const type of split(options.type)) query.append('type', fullType(type))
  const states = options.incomplete ? ['in_progress', 'pending'] : split(options.state)
  for (const state of states) query.append('state', state)
  if (options.result) query.append('result', options.result)
  if (options.start) query.append('starts_at', new Date(options.start).toISOString())
  query.append('count', String(count))
  return (await call(`${path}/activities?${query}`)).slice(0, count)
}

const labels = {
  id: 'ID',
  created: 'Created',
  completed: 'Completed',
  description: 'Description',
  type: 'Type',
  progress: 'Progress',
  state: 'State',
  result: 'Result',
  environments: 'Environment(s)'
}

async function show({ options }) {
  const found = await fetchList(options, Number(options.limit ?? 10))
  if (found.length === 0) throw new CliError('No activities found', { type: 'RuntimeException' })
  const rows = found.map((item) => ({
    ...item,
    created: item.created_at,
    completed: item.completed_at,
    description: item.text ?? item.description,
    progress: `${item.completion_percent}%`,
    state: item.state.replace('_', ' '),
    environments: (item.environments ?? []).join(', ')
  }))
  const defaults = [
    'id',
    'created',
    'description',
    'progress',
    'state',
    'result',
    ...(options.all ? ['environments'] : [])
  ]
  return printTable(rows, labels, defaults, options)
}

async function find(options, id) {
  if (id === undefined) {
    const [newest] = await fetchList(options, 1)
    if (!newest) throw new CliError('No activities found', { type: 'RuntimeException' })
    return newest
  }
  const project = projectPath(await selectProject(options))
  const exact = await call(`${project}/activities/${encodeURIComponent(id)}`, { optional: true })
  const found = exact ?? (await call(`${project}/activities?count=25`)).find((item) => item.id.startsWith(id))
  if (!found) throw new CliError(`Activity not found: ${id}`)
  return found
}

async function get({ options, positionals: [id] }) {
  const activity = await find(options, id)
  const { payload, ...visible } = activity
  const ended = Date.parse(activity.completed_at ?? new Date().toISOString())
  const data = {
    ...visible,
    duration: Math.max(0, Math.round((ended - Date.parse(activity.started_at ?? activity.created_at)) / 1000))
  }
  if (options.property) return printProperty({ ...data, payload }, options.property)
  return printProperties(data, options)
}

async function log({ options, positionals: [id] }) {
  const activity = await find(options, id)
  const { type, text: description, created_at: created, state } = activity
  process.stderr.write(
    `Activity ID: ${activity.id}\nType: ${type}\nDescription: ${description}\nCreated: ${created}\nState: ${state}\nLog: \n`
  )
  await followLog(activity, process.stdout, Number(options.refresh ?? 3))
}

const filters = {
  ...groups.environment,
  all: flag('a'),
  type: list('t'),
  'exclude-type': list('x'),
  state: list(),
  result: text(),
  incomplete: flag('i')
}
export const activityCommands = {
  'activity:list': { run: show, options: { ...filters, ...groups.table, limit: text(), start: text() } },
  'activity:get': { run: get, positionals: 1, options: { ...filters, ...groups.property, ...groups.table } },
  'activity:log': { run: log, positionals: 1, options: { ...filters, refresh: text(), timestamps: flag() } }
}
