import { UpgradeError } from '../errors.js'
import { notAsked, type AllowingRelease } from './blockers/allowing-release.js'
import type { Blocker } from './blockers/blocker.js'
import { describeBlocker } from './blockers/describe-blocker.js'
import { findBlockers } from './blockers/find-blockers.js'
import { classifyComposerFailure, decisiveLine, type ComposerFailure } from './composer-problems.js'

/** The result of a call of Composer. */
interface EndedCommand {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly timedOut: boolean
}

/** The blockers, and Composer's answer about each of them. */
export interface KnownBlockers {
  readonly blockers: readonly Blocker[]
  readonly answers: ReadonlyMap<string, AllowingRelease>
}

/**
 * The error for a call of Composer that failed: one code per kind, for planning and installing alike. `known` is used
 * instead of what can be read from the text.
 */
export function composerFailure(result: EndedCommand, known?: KnownBlockers): UpgradeError {
  const text = `${result.stdout}\n${result.stderr}`.trim()
  const code = result.timedOut ? 'composer-network' : classifyComposerFailure(text, result.exitCode)
  const blocking = code === 'unsatisfiable' || code === 'composer-policy'
  const blockers = known?.blockers ?? (blocking ? findBlockers(text) : [])
  const told = blockers.map((blocker) => describeBlocker(blocker, known?.answers.get(blocker.package) ?? notAsked))
  return new UpgradeError(code, {
    message:
      told.length > 0
        ? inTheWay(told.map(({ headline }) => headline))
        : (ended(result) ?? `Composer failed with exit code ${result.exitCode}${saying(text)}`),
    next: told.length > 0 ? nextSteps(told.map(({ fix }) => fix)) : nextFor(code, result, text),
    problems: told.map(({ id, severity, message, fix }) => ({ id, severity, message, fix })),
    details: text
  })
}

const mostNamed = 5

function inTheWay(headlines: readonly string[]): string {
  const more = headlines.length > mostNamed ? `; and ${headlines.length - mostNamed} more` : ''
  return `${headlines.slice(0, mostNamed).join('; ')}${more}. Composer finds no set of packages for the target.`
}

function nextSteps(fixes: readonly string[]): string {
  return fixes.length === 1 ? (fixes[0] ?? '') : 'Fix the problems above, each as its remedy says, then plan again.'
}

function saying(text: string): string {
  const line = decisiveLine(text)
  return line === null ? '.' : `: ${line.replace(/\.$/, '')}.`
}

/** What ended Composer from outside (signal, deadline), or null. */
function ended({ exitCode, timedOut, stderr }: EndedCommand): string | null {
  if (timedOut) return 'Composer did not finish in time: a server that it asked stopped sending data.'
  if (exitCode === 127) return 'Composer or PHP is missing.'
  if (exitCode === 137)
    return 'Composer was killed (exit code 137), most likely because this machine ran out of memory.'
  return /Allowed memory size|Out of memory/i.test(stderr) ? 'Composer ran out of memory.' : null
}

function nextFor(code: ComposerFailure, { exitCode, stderr }: EndedCommand, text: string): string {
  if (code === 'composer-credentials' && text.includes('Host key verification failed'))
    return 'Add the key of that host to known_hosts of the user that runs this, e.g. with a step that sets up SSH.'
  if (code === 'composer-credentials' && text.includes('Permission denied ('))
    return 'Give the runner a key with read access to that repository: an agent (SSH_AUTH_SOCK), or GIT_SSH_COMMAND or core.sshCommand with a key file. ssh-private-key is only for the Cloud.'
  const [, plugin] = /([^\s/]{1,200}\/[^\s/]{1,200}) contains a Composer plugin which is blocked/.exec(text) ?? []
  if (code === 'composer-policy' && plugin !== undefined)
    return `If you trust it, run composer config --no-plugins allow-plugins.${plugin} true (false to keep it from running), and commit composer.json.`
  if (code === 'composer-policy' && text.includes('configuration does not allow connections to'))
    return 'Give that repository an https address in composer.json, or set config.secure-http to false there if its network is safe.'
  if (code === 'composer-credentials' && gitLogin.test(text))
    return 'Check the login in the address of that git repository, or give one for its host in COMPOSER_AUTH (http-basic, github-oauth, gitlab-token).'
  if (exitCode === 137 || /Allowed memory size|Out of memory/i.test(stderr))
    return 'Give the machine or container more memory or swap (2 GB are enough for most projects), then run again.'
  return advice[code]
}

const gitLogin =
  /could not read (?:Username|Password) for|Authentication failed for|fatal: repository '[^'\n]{1,2000}' not found/

const advice: Readonly<Record<ComposerFailure, string>> = {
  unsatisfiable: 'Update or remove the packages named above, then plan again.',
  'composer-credentials':
    'Check the keys of that host (composer-username and composer-password, or COMPOSER_AUTH), and that their account is entitled to Adobe Commerce.',
  'composer-network': 'Check that this machine reaches that server, then run again.',
  'composer-policy':
    'Read the details: a plugin is not allowed, an advisory blocks a version, or secure-http an address.',
  'preflight-failed':
    'composer.lock does not go with composer.json: run composer update for that package, commit both files, then run again.',
  'composer-crashed': 'Read the details: Composer itself failed.'
}
