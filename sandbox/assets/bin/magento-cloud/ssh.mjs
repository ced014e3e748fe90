import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { accessToken, apiUrl, call, send } from './api.mjs'
import { CliError } from './cli-error.mjs'
import { process } from './process.mjs'
import { environmentPath } from './select.mjs'

const home = () => process.env['MAGENTO_CLOUD_CLI_HOME'] || process.env['HOME'] || homedir()
const keyFile = () => join(home(), '.magento-cloud', '.session', 'sess-cli-default', 'ssh', 'id_ed25519')
const spareSeconds = 120

function keygen(...args) {
  const { status, stdout, stderr } = spawnSync('ssh-keygen', args, { encoding: 'utf8' })
  if (status !== 0) throw new CliError(`ssh-keygen failed: ${stderr}`, { type: 'RuntimeException' })
  return stdout
}

/** When the certificate expires, or null if there is none. */
export function certificateEnd() {
  const file = `${keyFile()}-cert.pub`
  if (!existsSync(file)) return null
  const end = /^\s*Valid: from \S+ to (\S+)/m.exec(keygen('-L', '-f', file))?.[1]
  return end === undefined ? null : new Date(end)
}

/** Makes the key, and a certificate unless one is good for a while; `fresh` = a new one in any case. */
export async function loadCertificate({ fresh = false } = {}) {
  const end = certificateEnd()
  if (!fresh && end !== null && end.getTime() - Date.now() > spareSeconds * 1000) return
  // Every login costs a token first, as in the original.
  const token = await accessToken()
  const file = keyFile()
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  for (const old of [file, `${file}.pub`, `${file}-cert.pub`]) rmSync(old, { force: true })
  keygen('-q', '-t', 'ed25519', '-N', '', '-C', 'magento-cloud-cli', '-f', file)
  const base = (process.env['MAGENTO_CLOUD_CLI_CERTIFIER_URL'] || apiUrl()).replace(/\/$/, '')
  const response = await send(`${base}/ssh`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ key: readFileSync(`${file}.pub`, 'utf8') })
  })
  if (!response.ok)
    throw new CliError(`Failed to generate an SSH certificate: [status code] ${response.status}`, {
      type: response.status >= 500 ? 'ServerException' : 'ClientException',
      exitCode: 255
    })
  writeFileSync(`${file}-cert.pub`, `${(await response.json()).certificate.trim()}\n`, { mode: 0o600 })
}

/** Every login of an environment as `user@host`, by `application[:instance]`; '' for one that is named no closer. */
export function allLogins(environment) {
  const address = ({ href }) => href.replace(/^ssh:\/\//, '')
  const named = Object.entries(environment._links ?? {}).filter(
    ([name, link]) => name.startsWith('pf:ssh:') && link.href
  )
  if (named.length > 0) return Object.fromEntries(named.map(([name, link]) => [name.slice(7), address(link)]))
  return environment._links?.ssh?.href ? { '': address(environment._links.ssh) } : {}
}

/** The login of the container that `--app`, `--worker` and `--instance` choose; several applications need `--app`. */
export async function chooseLogin(environment, options) {
  const { instance } = options
  const name = await chooseContainer(environment, options)
  const found = allLogins(environment)
  if (instance !== undefined) {
    const login = found[`${name}:${instance}`]
    if (login === undefined) throw new CliError(`SSH URL not found for instance '${instance}' of '${name}'.`)
    return login
  }
  // If several containers have the name, the link without a name leads to one of them.
  const login = found[name] ?? environment._links?.ssh?.href?.replace(/^ssh:\/\//, '')
  if (login === undefined) throw new CliError(`No SSH URL found for environment '${environment.id}'.`)
  return login
}

async function chooseContainer(environment, { app, worker }) {
  if (environment.status === 'inactive') throw new CliError(`The environment is inactive: ${environment.id}`)
  if (environment.status === 'paused')
    throw new CliError(`The environment ${environment.id} is paused, so an SSH connection is not possible.`)
  const deployment = await call(`${environmentPath(environment)}/deployments/current`, { optional: true })
  // A never deployed environment uses the given values.
  if (deployment === null) return app ?? ''
  const apps = Object.keys(deployment.webapps)
  if (app !== undefined && !apps.includes(app)) throw new CliError(`Application not found: ${app}`)
  if (worker !== undefined) {
    const name = worker.includes('--') || app === undefined ? worker : `${app}--${worker}`
    const workers = Object.keys(deployment.workers ?? {}).filter((each) => each === name || each.endsWith(`--${name}`))
    if (workers.length !== 1)
      throw new CliError(`${workers.length === 0 ? 'Worker not found' : 'Ambiguous worker name'}: ${worker}`)
    return workers[0]
  }
  if (app === undefined && apps.length > 1)
    throw new CliError('Specifying the --app or --worker is required in non-interactive mode')
  return app ?? apps[0]
}

/** Runs a command line in the remote shell; resolves `{exitCode, stdout}`, stdout only if it is captured. */
export async function remote(login, command, { stdin = 'ignore', stdout = 'inherit', compress = false } = {}) {
  await loadCertificate()
  const bundled = process.env['MAGENTO_CLOUD_CLI_SSH_HOST_KEYS_FILE']
  const known = [join(homedir(), '.ssh', 'known_hosts'), ...(bundled ? [bundled] : [])]
    .map((file) => `"${file}"`)
    .join(' ')
  const options = [
    'SendEnv=TERM',
    `CertificateFile="${keyFile()}-cert.pub"`,
    `IdentityFile="${keyFile()}"`,
    'IdentitiesOnly=yes',
    `UserKnownHostsFile=${known}`,
    'BatchMode=yes',
    'StrictHostKeyChecking=yes'
  ]
  // The machine's own ssh settings must not affect the sandbox.
  const args = [
    '-F',
    'none',
    ...(compress ? ['-C'] : []),
    ...options.flatMap((option) => ['-o', option]),
    login,
    ...(command === '' ? [] : [command])
  ]
  const child = spawn('ssh', args, { stdio: [stdin, stdout, 'inherit'] })
  const chunks = []
  child.stdout?.on('data', (chunk) => chunks.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new CliError(error.message, { type: 'DependencyMissingException' })))
    child.on('close', (code) => resolve({ exitCode: code ?? 255, stdout: Buffer.concat(chunks).toString() }))
  })
}

/** A word that the remote shell takes literally. */
export const quote = (word) => `'${word.replaceAll("'", "'\\''")}'`

/** The decoded `$MAGENTO_CLOUD_RELATIONSHIPS`. */
export async function readRelationships(login) {
  const command = `echo -n '_BEGIN_ENV_VAR_'"$MAGENTO_CLOUD_RELATIONSHIPS"'_END_ENV_VAR_'`
  const { exitCode, stdout } = await remote(login, command, { stdout: 'pipe' })
  if (exitCode !== 0)
    throw new CliError('The remote variable could not be read.', { type: 'ProcessFailedException', exitCode })
  const text = /_BEGIN_ENV_VAR_(.*)_END_ENV_VAR_/s.exec(stdout)?.[1] ?? ''
  if (text === '') throw new CliError('No relationships found')
  return JSON.parse(Buffer.from(text, 'base64').toString())
}
