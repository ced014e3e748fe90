import { UpgradeError } from '../errors.js'
import {
  classifyComposerFailure,
  decisiveLine,
  groupComposerProblems,
  type ComposerFailure
} from './composer-problems.js'

/** What became of a call of Composer. */
export interface EndedCommand {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  readonly timedOut: boolean
}

/** The error for a call of Composer that failed: one code for each kind, whether it planned or installed. */
export function composerFailure(result: EndedCommand, unchanged: string): UpgradeError {
  const text = `${result.stdout}\n${result.stderr}`.trim()
  const code = result.timedOut ? 'composer-network' : classifyComposerFailure(text, result.exitCode)
  const reasons = code === 'unsatisfiable' ? groupComposerProblems(text) : []
  return new UpgradeError(code, {
    message:
      reasons.length > 0
        ? `Composer finds no set of packages for the target; ${reasons.map(({ package: name }) => name).join(', ')} stand in the way.`
        : (ended(result) ?? `Composer failed with exit code ${result.exitCode}${saying(text)}`),
    unchanged,
    next: nextFor(code, result, text),
    problems: reasons.map(({ package: name, reasons: texts }) => ({
      id: 'composer-conflict',
      severity: 'error',
      message: `${name}: ${texts.join('; ')}`,
      fix: `Find a release of ${name} that allows the target, or remove it.`
    })),
    details: text
  })
}

function saying(text: string): string {
  const line = decisiveLine(text)
  return line === null ? '.' : `: ${line.replace(/\.$/, '')}.`
}

/** What ended Composer from outside, or null. */
function ended({ exitCode, timedOut, stderr }: EndedCommand): string | null {
  if (timedOut) return 'Composer did not come to an end in time: a server that it asked sent nothing more.'
  if (exitCode === 127) return 'Composer or PHP is missing.'
  if (exitCode === 137)
    return 'Composer was killed (exit code 137), most likely because this machine ran out of memory.'
  return /Allowed memory size|Out of memory/i.test(stderr) ? 'Composer ran out of memory.' : null
}

function nextFor(code: ComposerFailure, { exitCode, stderr }: EndedCommand, text: string): string {
  if (code === 'composer-credentials' && text.includes('Host key verification failed'))
    return 'Add the key of that host to known_hosts of the user that runs this, e.g. with a step that sets up SSH.'
  if (code === 'composer-credentials' && text.includes('Permission denied ('))
    return 'Give the runner a key that may read that repository: an agent (SSH_AUTH_SOCK), or GIT_SSH_COMMAND or core.sshCommand with a key file. ssh-private-key is for the Cloud alone.'
  if (exitCode === 137 || /Allowed memory size|Out of memory/i.test(stderr))
    return 'Give the machine or container more memory or swap (2 GB do for most projects), then run again.'
  return advice[code]
}

const advice: Readonly<Record<ComposerFailure, string>> = {
  unsatisfiable: 'Update or remove the packages named above, then plan again.',
  'composer-credentials':
    'Check the keys of that host (composer-username and composer-password, or COMPOSER_AUTH), and that their account is entitled to Adobe Commerce.',
  'composer-network': 'Check that this machine reaches that server, then run again.',
  'composer-policy':
    'Read the details: a plugin is not allowed, an advisory blocks a version, or secure-http an address.',
  'composer-crashed': 'Read the details: Composer itself failed.'
}
