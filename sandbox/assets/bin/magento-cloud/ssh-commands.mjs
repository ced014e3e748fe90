import { accessToken } from './api.mjs'
import { CliError } from './cli-error.mjs'
import { flag, groups, text } from './parse-command-line.mjs'
import { printProperty, yaml } from './print.mjs'
import { process } from './process.mjs'
import { selectEnvironment } from './select.mjs'
import { allLogins, certificateEnd, chooseLogin, loadCertificate, quote, readRelationships, remote } from './ssh.mjs'

const place = { ...groups.environment, ...groups.app }

async function ssh({ options, positionals }) {
  const environment = await selectEnvironment(options)
  // Those of every application and worker, whichever is chosen.
  if (options.all)
    return process.stdout.write(
      Object.values(allLogins(environment))
        .map((login) => `${login}\n`)
        .join('')
    )
  const login = await chooseLogin(environment, options)
  if (options.pipe) return process.stdout.write(login)
  const command = positionals.length === 1 ? positionals[0] : positionals.map(quote).join(' ')
  return (await remote(login, command, { stdin: 'inherit' })).exitCode
}

async function relationships({ options }) {
  const found = await readRelationships(await chooseLogin(await selectEnvironment(options), options))
  if (options.property) return printProperty(found, options.property)
  return process.stdout.write(`${yaml(found)}\n`)
}

async function logs({ options, positionals: [type] }) {
  if (type === undefined) throw new CliError('No log type specified.')
  const lines = options.lines ?? '100'
  if (!/^[\w.-]+$/.test(type) || !/^\d+$/.test(lines)) throw new CliError('Invalid log type or number of lines.')
  const login = await chooseLogin(await selectEnvironment(options), options)
  const folder = /\bent-/.test(login) ? '/var/log/platform/"$USER"' : '/var/log'
  process.stderr.write(`Reading log file ${login}:${folder}/${type}.log\n`)
  return (await remote(login, `tail -n ${lines}${options.tail ? ' -f' : ''} ${folder}/${type}.log`)).exitCode
}

async function certificate({ options }) {
  await loadCertificate({ fresh: options.new === true })
  process.stderr.write(`SSH certificate loaded.\n  Expires at: ${certificateEnd()?.toISOString()}\n`)
}

async function token({ options }) {
  if (!options['no-warn']) process.stderr.write('Warning: keep access tokens secret.\n')
  process.stdout.write(`${options.header ? 'Authorization: Bearer ' : ''}${await accessToken()}\n`)
}

export const sshCommands = {
  'environment:ssh': {
    run: ssh,
    positionals: Infinity,
    options: { ...place, worker: text(), pipe: flag(), all: flag(), instance: text('I') }
  },
  'environment:relationships': { run: relationships, options: { ...place, ...groups.property, refresh: flag() } },
  'environment:logs': {
    run: logs,
    positionals: 1,
    options: { ...place, worker: text(), lines: text(), tail: flag(), instance: text('I') }
  },
  'ssh-cert:load': { run: certificate, options: { new: flag(), 'refresh-only': flag() } },
  'auth:token': { run: token, options: { 'no-warn': flag('W'), header: flag('H') } }
}
