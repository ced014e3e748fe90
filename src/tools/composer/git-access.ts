import { childEnvironment, type Environment } from '../process/child-environment.js'
import type { RunCommand } from '../process/command.js'

// The settings by which git reaches other hosts: addresses, keys, helpers, headers and certificates. No other user
// settings.
const wanted = String.raw`^(url\..*\.insteadof|core\.sshcommand|credential\..*|http\..*)$`
const places = ['HOME', 'XDG_CONFIG_HOME', 'GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM']
const numbered = /^GIT_CONFIG_(?:COUNT|PARAMETERS|(?:KEY|VALUE)_\d{1,4})$/

/**
 * The part of the user's git configuration (files, and GIT_CONFIG_COUNT with its keys) that is needed for private
 * repositories, as text of a configuration file for the git that Composer starts, whose home folder is another one. ''
 * if there is none.
 */
export async function composerGitConfig(run: RunCommand, environment: Environment, folder: string): Promise<string> {
  const names = [...places, ...Object.keys(environment).filter((name) => numbered.test(name))]
  const env = childEnvironment(environment, { GIT_CEILING_DIRECTORIES: folder }, names)
  const result = await run(['git', 'config', '--null', '--get-regexp', wanted], { env, cwd: folder })
  const entries = result.exitCode === 0 ? result.stdout.split('\0').filter((entry) => entry !== '') : []
  return entries.map((entry) => section(entry, environment['HOME'])).join('')
}

/** The variables by which a user gives git a key: an agent's socket, or a command with a key file. */
export function composerSshVariables(environment: Environment): Record<string, string> {
  const names = ['SSH_AUTH_SOCK', 'GIT_SSH', 'GIT_SSH_COMMAND', 'GIT_SSH_VARIANT'] as const
  const set = names.flatMap((name) => (environment[name] ? [[name, environment[name]] as const] : []))
  return Object.fromEntries(set.map(([name, value]) => [name, withHome(value, environment['HOME'])]))
}

/** One entry of `git config --null`, `section.sub.section.name`, a line break and the value, as a file has it. */
function section(entry: string, home: string | undefined): string {
  const [, name = '', sub, key = '', value = 'true'] =
    /^([^.\n]+)\.(?:([^\n]*)\.)?([^.\n]+)(?:\n([\s\S]*))?$/.exec(entry) ?? []
  const heading = sub === undefined ? name : `${name} "${sub.replaceAll(/["\\]/g, '\\$&')}"`
  const text = key === 'sshcommand' ? withHome(value, home) : value
  const quoted = text.replaceAll(/["\\]/g, '\\$&').replaceAll('\n', '\\n')
  return `[${heading}]\n\t${key} = "${quoted}"\n`
}

/** Expands `~` and $HOME in a command to the user's home, not Composer's private one. */
function withHome(command: string, home = ''): string {
  if (!/^\/[\w@%+=:,./-]*$/.test(home)) return command
  return command.replaceAll(/(^|[\s="'])(?:~|\$HOME|\$\{HOME\})(?=\/)/g, (_, before: string) => `${before}${home}`)
}
