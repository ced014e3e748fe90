import { call } from './api.mjs'
import { CliError } from './cli-error.mjs'
import { settle } from './follow-activity.mjs'
import { flag, groups, text } from './parse-command-line.mjs'
import { printProperties, printTable, valueAt, yaml } from './print.mjs'
import { process } from './process.mjs'
import { environmentPath, operate, projectPath, selectEnvironment, selectProject } from './select.mjs'

function printInfo(data, { options, positionals: [property] }) {
  if (property === undefined) return printProperties(data, options)
  const value = valueAt(data, property)
  return process.stdout.write(`${typeof value === 'string' ? value : yaml(value)}\n`)
}

const projectInfo = async (input) => printInfo(await selectProject(input.options), input)
const environmentInfo = async (input) => printInfo(await selectEnvironment(input.options), input)

const labels = {
  id: 'ID',
  title: 'Title',
  status: 'Status',
  type: 'Type',
  created: 'Created',
  machine_name: 'Machine name',
  updated: 'Updated'
}
const statuses = {
  active: 'Active',
  inactive: 'Inactive',
  paused: 'Paused',
  dirty: 'In progress',
  deleting: 'Deleting'
}

async function list({ options }) {
  const all = await call(`${projectPath(await selectProject(options))}/environments`)
  const found = all.filter(
    ({ type, status }) =>
      (!options.type || options.type.split(',').includes(type)) && !(options['no-inactive'] && status === 'inactive')
  )
  found.sort((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0))
  if (options.pipe) return process.stdout.write(found.map(({ id }) => `${id}\n`).join(''))
  const rows = found.map((item) => ({
    ...item,
    status: statuses[item.status] ?? item.status,
    created: item.created_at,
    updated: item.updated_at
  }))
  return printTable(rows, labels, ['id', 'title', 'status', 'type'], options)
}

async function url({ options }) {
  const environment = await selectEnvironment(options)
  const deployment = await call(`${environmentPath(environment)}/deployments/current`, { optional: true })
  if (environment.status === 'inactive' || deployment === null)
    throw new CliError(`The environment is inactive: ${environment.id}`)
  const rank = ([address, { primary }]) => (primary ? 0 : 2) + (address.startsWith('https:') ? 0 : 1)
  const urls = Object.entries(deployment.routes)
    .sort((a, b) => rank(a) - rank(b))
    .map(([address]) => address)
  if (urls.length === 0) throw new CliError('No URLs found')
  return process.stdout.write(
    (options.pipe && !options.primary ? urls : urls.slice(0, 1)).map((address) => `${address}\n`).join('')
  )
}

async function redeploy({ options }) {
  const environment = await selectEnvironment(options)
  return (await settle(await operate(environment, 'redeploy'), options)).exitCode
}

async function deploy({ options }) {
  const environment = await selectEnvironment(options)
  if (environment.has_staged_activities !== true) return 0
  const strategy = options.strategy ?? 'stopstart'
  if (strategy === 'rolling' ? environment.can_rolling_deploy !== true : strategy !== 'stopstart')
    throw new CliError('The chosen strategy is not available for this environment.')
  return (await settle(await operate(environment, 'deploy', { strategy }), options)).exitCode
}

const info = { ...groups.table, refresh: flag() }
export const environmentCommands = {
  'project:info': { run: projectInfo, positionals: 1, options: info },
  'environment:info': { run: environmentInfo, positionals: 1, options: { ...groups.environment, ...info } },
  'environment:list': {
    run: list,
    options: { ...groups.table, pipe: flag(), type: text(), 'no-inactive': flag('I'), refresh: text(), sort: text() }
  },
  'environment:url': { run: url, options: { ...groups.environment, primary: flag('1'), pipe: flag() } },
  'environment:deploy': { run: deploy, options: { ...groups.environment, ...groups.wait, strategy: text('s') } },
  'environment:redeploy': { run: redeploy, options: { ...groups.environment, ...groups.wait } }
}
