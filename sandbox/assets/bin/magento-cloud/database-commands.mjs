import { closeSync, existsSync, openSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { call } from './api.mjs'
import { CliError } from './cli-error.mjs'
import { flag, groups, list, text } from './parse-command-line.mjs'
import { printTable } from './print.mjs'
import { process } from './process.mjs'
import { environmentPath, selectEnvironment } from './select.mjs'
import { chooseLogin, quote, readRelationships, remote } from './ssh.mjs'

/** The login and the one mysql relationship that the command works on. */
async function database(environment, options) {
  const login = await chooseLogin(environment, options)
  const all = Object.entries(await readRelationships(login)).flatMap(([name, services]) =>
    services.filter(({ scheme }) => scheme === 'mysql').map((service) => ({ name, ...service }))
  )
  const found = options.relationship === undefined ? all : all.filter(({ name }) => name === options.relationship)
  if (found.length === 0)
    throw new CliError(options.relationship ? `Relationship not found: ${options.relationship}` : 'No databases found')
  if (found.length > 1) throw new CliError('More than one relationship found.')
  return { login, service: found[0], schema: options.schema ?? found[0].path }
}

// An empty password has to be passed as well, or the client asks for one.
const credentials = ({ username, password, host, port }) =>
  `--user=${quote(username)} --password=${quote(password ?? '')} --host=${quote(host)} --port=${port}`

// 4.16 and later call the client of MariaDB by its own name if there is one, in the same shell.
const newest = (name, older) => `cmd="$(command -v ${name} || echo -n ${older})"; "$cmd"`
const pipefail = 'if set -o | grep -q pipefail; then set -o pipefail; fi;'

function dumpCommand({ service, schema }, options) {
  const ignored = (options['exclude-table'] ?? [])
    .map((name) => ` --ignore-table=${quote(`${schema}.${name}`)}`)
    .join('')
  const tables = options.table ? ` --tables ${options.table.map(quote).join(' ')}` : ''
  const charset = options.charset ? ` --default-character-set=${quote(options.charset)}` : ''
  const dump = `${newest('mariadb-dump', 'mysqldump')} --single-transaction ${credentials(service)} ${quote(schema)}${options['schema-only'] ? ' --no-data' : ''}${ignored}${tables}${charset}`
  return options.gzip ? `${pipefail} ${dump} | gzip --stdout` : dump
}

function dumpFile(environment, { service, schema }, options) {
  if (options.directory !== undefined && !(existsSync(options.directory) && statSync(options.directory).isDirectory()))
    throw new CliError(`The directory does not exist: ${options.directory}`)
  const name = [
    environment.project,
    environment.machine_name,
    service.service ?? service.name,
    schema,
    ...(options['schema-only'] ? ['schema'] : [])
  ]
  const file = options.file ?? `${name.join('--')}--dump.sql${options.gzip ? '.gz' : ''}`
  const path = options.directory === undefined ? resolve(file) : join(resolve(options.directory), file)
  if (existsSync(path) && statSync(path).isDirectory()) throw new CliError(`Filename is a directory: ${path}`)
  return path
}

async function dump({ options }) {
  const environment = await selectEnvironment(options)
  const source = await database(environment, options)
  const command = dumpCommand(source, options)
  const compress = !options.gzip
  if (options.stdout) return (await remote(source.login, command, { compress })).exitCode
  const file = dumpFile(environment, source, options)
  if (file.endsWith('.gz') && !options.gzip)
    process.stderr.write('Warning: the filename ends with ".gz", but the dump will be plain-text.\n')
  process.stderr.write(`Creating ${options.gzip ? 'gzipped ' : ''}SQL dump file: ${file}\n`)
  // Opened before ssh runs and left there whatever comes of it, as a shell redirect does.
  const target = openSync(file, 'w')
  const { exitCode } = await remote(source.login, command, { stdout: target, compress })
  closeSync(target)
  return exitCode
}

async function sql({ options, positionals: [query] }) {
  const { login, service, schema } = await database(await selectEnvironment(options), options)
  const how = `${options.raw ? ' --batch --raw' : ''}${query === undefined ? '' : ` --execute ${quote(query)}`}`
  const command = `${newest('mariadb', 'mysql')} ${credentials(service)} ${quote(schema)}${how}`
  return (await remote(login, command, { stdin: query === undefined ? 'inherit' : 'ignore' })).exitCode
}

async function size({ options }) {
  const environment = await selectEnvironment(options)
  const { login, service } = await database(environment, options)
  const deployment = await call(`${environmentPath(environment)}/deployments/current`)
  const disk = deployment.services?.[service.service]?.disk
  if (!disk)
    throw new CliError(`The allocated disk of the service could not be determined: ${service.service ?? '(unknown)'}`)
  const query = 'SELECT COALESCE(SUM(data_length + index_length), 0) FROM information_schema.tables'
  const { exitCode, stdout } = await remote(
    login,
    `mysql ${credentials(service)} --skip-column-names --execute ${quote(query)}`,
    { stdout: 'pipe' }
  )
  if (exitCode !== 0) return exitCode
  const [max, used] = [disk * 1024 * 1024, Number(stdout.trim())]
  const machine = ['csv', 'tsv', 'plain'].includes(options.format) || options.bytes
  const shown = (bytes) => (machine ? bytes : `${(bytes / 1024 / 1024).toFixed(1)} MiB`)
  const percent = Math.round((used / max) * 100)
  const labels = { max: 'Allocated disk', used: 'Estimated usage', percent_used: '% used' }
  return printTable(
    [{ max: shown(max), used: shown(used), percent_used: machine ? percent : `~ ${percent}%` }],
    labels,
    Object.keys(labels),
    options
  )
}

const place = { ...groups.environment, ...groups.app, relationship: text('r') }
export const databaseCommands = {
  'db:dump': {
    run: dump,
    options: {
      ...place,
      schema: text(),
      file: text('f'),
      directory: text('d'),
      gzip: flag('z'),
      timestamp: flag('t'),
      stdout: flag('o'),
      table: list(),
      'exclude-table': list(),
      'schema-only': flag(),
      charset: text()
    }
  },
  'db:sql': { run: sql, positionals: 1, options: { ...place, schema: text(), raw: flag() } },
  'db:size': { run: size, options: { ...place, ...groups.table, bytes: flag('B'), cleanup: flag('C') } }
}
