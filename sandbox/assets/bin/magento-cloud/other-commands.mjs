import { call, request } from './api.mjs'
import { CliError } from './cli-error.mjs'
import { settle } from './follow-activity.mjs'
import { flag, groups, list, text } from './parse-command-line.mjs'
import { printTable } from './print.mjs'
import { process } from './process.mjs'
import { environmentPath, operate, projectPath, selectEnvironment, selectProject } from './select.mjs'

async function createSnapshot({ options }) {
  const environment = await selectEnvironment(options)
  const { finished, exitCode } = await settle(await operate(environment, 'backup', { safe: !options.live }), options)
  const name = finished.map(({ payload }) => payload?.backup_name).find(Boolean)
  if (exitCode === 0 && name) process.stdout.write(`Snapshot name: ${name}\n`)
  return exitCode
}

const snapshotLabels = {
  created_at: 'Created',
  id: 'Snapshot ID',
  restorable: 'Restorable',
  automated: 'Automated',
  commit_id: 'Commit ID',
  expires_at: 'Expires',
  index: 'Index',
  live: 'Live',
  status: 'Status',
  updated_at: 'Updated'
}

async function listSnapshots({ options }) {
  const found = await call(`${environmentPath(await selectEnvironment(options))}/backups`)
  if (found.length === 0) throw new CliError('No backups found', { type: 'RuntimeException' })
  const rows = found.map((item) => ({ ...item, live: !item.safe }))
  return printTable(rows, snapshotLabels, ['created_at', 'id', 'restorable'], options)
}

async function listIntegrations({ options }) {
  const found = await call(`${projectPath(await selectProject(options))}/integrations`)
  if (found.length === 0) throw new CliError('No integrations found', { type: 'RuntimeException' })
  const summary = ({ repository, _links }) =>
    `Repository: ${repository ?? ''}\nHook URL: ${_links?.['#hook']?.href ?? ''}`
  const labels = { id: 'ID', type: 'Type', summary: 'Summary' }
  return printTable(
    found.map((item) => ({ ...item, summary: summary(item) })),
    labels,
    Object.keys(labels),
    options
  )
}

async function curl(base, { options, positionals: [path = ''] }) {
  const body = options.json ?? options.data
  const headers = Object.fromEntries((options.header ?? []).map((line) => line.split(/:\s*/, 2)))
  const method = options.request ?? (body === undefined ? 'GET' : 'POST')
  const onResponse = (response) => {
    if (options.include) process.stdout.write(headOf(response))
  }
  const url = base + (path === '' || /^[/?]/.test(path) ? path : `/${path}`)
  const response = await request(url, { method, body, headers, onResponse })
  if (response.ok || !options.fail) process.stdout.write(await response.text())
  // Since 4.13 what its curl says of an error is shown with -vv only.
  return response.ok ? 0 : 22
}

function headOf({ status, statusText, headers }) {
  const lines = [...headers].map((pair) => `${pair.join(': ')}\r\n`)
  return `HTTP/1.1 ${status} ${statusText}\r\n${lines.join('')}\r\n`
}

const http = {
  request: text('X'),
  data: text('d'),
  json: text(),
  header: list('H'),
  include: flag('i'),
  fail: flag('f')
}
const snapshot = groups.environment
export const otherCommands = {
  'snapshot:create': { run: createSnapshot, options: { ...snapshot, ...groups.wait, live: flag() } },
  'snapshot:list': { run: listSnapshots, options: { ...snapshot, ...groups.table, limit: text() } },
  'integration:list': { run: listIntegrations, options: groups.table },
  'project:curl': {
    run: async (input) => curl(projectPath(await selectProject(input.options)), input),
    positionals: 1,
    options: http
  },
  'environment:curl': {
    run: async (input) => curl(environmentPath(await selectEnvironment(input.options)), input),
    positionals: 1,
    options: { ...groups.environment, ...http }
  }
}
