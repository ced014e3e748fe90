import { longestCopySeconds } from '../../tools/process/command.js'
import { UpgradeError, type Problem } from '../../errors.js'
import type { Ledger } from '../../ledger.js'
import { parseRemoteAnswer, type RemoteAnswer } from '../../tools/ssh/remote-answer.js'
import type { Backup } from '../../report/report.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import { intendMaintenance, type CameOf } from './effects.js'

/** What `setup:backup` should back up. */
interface FilesBackupInput {
  readonly hosts: readonly SshHost[]
  readonly code: boolean
  readonly media: boolean
  /** Enable it for this run if the environment has it disabled. */
  readonly enable: boolean
}

/** What `setup:backup` left on the environment. */
export type FilesBackup = Pick<Backup, 'extras' | 'problems'>
const enabling = 'system/backup/functionality_enabled'

/**
 * Runs `php bin/magento setup:backup` for code and media, if requested. If the platform has it disabled (its default
 * since 2.1.16, 2.2.7 and 2.3.0), returns a warning with the way to enable it. Throws UpgradeError `backup-failed` if
 * it failed otherwise or left the site in maintenance mode.
 */
export async function setupBackup(
  { ssh, ledger }: { readonly ssh: Ssh; readonly ledger: Ledger },
  input: FilesBackupInput
): Promise<FilesBackup> {
  const [host] = input.hosts
  if (host === undefined || (!input.code && !input.media)) return { extras: [], problems: [] }
  const flags = [...(input.code ? ['--code'] : []), ...(input.media ? ['--media'] : [])].join(' ')
  const settle = intendSetupBackup(ledger, host, input.enable)
  const result = await ssh.script(host, backupScript(flags, input.enable), { timeoutSeconds: longestCopySeconds })
  const answer = parseRemoteAnswer(result.stdout)
  const site = siteAfter(answer)
  const extras = extrasOf(result.stdout)
  const isDisabled = /functionality is\b.*\bdisabled/i.test(result.stdout)
  const isWhole = result.failure === null && (result.exitCode === 0 || isDisabled)
  settle({ site, files: extras.length > 0 ? 'made' : isWhole ? 'none' : null, isSet: isSetAfter(answer) })
  if (site === 'left') throw leftClosed(host)
  if (isDisabled) return { extras: [], problems: [disabled()] }
  if (result.failure !== null) throw failed(`gave no answer: ${result.failure}`)
  if (result.exitCode !== 0) throw failed(`ended with exit code ${result.exitCode ?? '?'}`)
  return { extras, problems: [] }
}

interface SetupBackupEnd {
  readonly site: CameOf
  readonly files: 'made' | 'none' | null
  readonly isSet: boolean | null
}

/** State of the site afterwards, from maintenance:status before and after; null if unknown. */
function siteAfter(answer: RemoteAnswer): CameOf {
  const isOn = (key: string): boolean | null => {
    const text = answer.one(key) ?? ''
    return (
      text.includes('maintenance mode is active') || (text.includes('maintenance mode is not active') ? false : null)
    )
  }
  const [before, after] = [isOn('before'), isOn('after')]
  if (after === before) return after === null ? null : 'as-before'
  if (after === false) return before === true ? 'opened' : 'as-before'
  return after === true && before === false ? 'left' : null
}

/** Whether the setting was left enabled; null if unknown. */
function isSetAfter(answer: RemoteAnswer): boolean | null {
  const text = answer.one('setting')?.trim() ?? ''
  return text === '' ? null : text === '1'
}

// It closes the site while it runs, and the setting is enabled for that time.
function intendSetupBackup(ledger: Ledger, host: SshHost, enable: boolean): (end: SetupBackupEnd) => void {
  const settleSite = intendMaintenance(ledger, host)
  const made = ledger.intend('server-file', `copies of code or media were left on ${host}`)
  const setting = enable ? ledger.intend('setting', `${enabling} was left enabled on ${host}`) : null
  return ({ site, files, isSet }) => {
    settleSite(site)
    if (files === 'made') made.done()
    else if (files === 'none') made.undone()
    else made.unknown()
    if (isSet === null) setting?.unknown()
    else if (isSet) setting?.done()
    else setting?.undone()
  }
}

function backupScript(flags: string, enable: boolean): string {
  const maintenance = (key: string): string =>
    `printf '%s\\t%s\\n' ${key} "$(php bin/magento maintenance:status --no-ansi 2>&1 | tr '\\n' ' ')"`
  const backup = `php bin/magento setup:backup ${flags} --no-ansi 2>&1; status=$?`
  const set = (value: number): string => `php bin/magento config:set ${enabling} ${value} --no-ansi >/dev/null 2>&1`
  const show = `php bin/magento config:show ${enabling} --no-ansi 2>/dev/null`
  const enabled = [
    `was=$(${show})`,
    `tell() { printf 'setting\\t%s\\n' "$1"; }`,
    // The setting is restored however the script ends.
    `if [ "$was" = 1 ]; then tell 0; else trap '${set(0)}; tell "$(${show})"' EXIT; trap 'exit 143' HUP INT TERM; ${set(1)}; fi`
  ]
  return [...(enable ? enabled : []), maintenance('before'), backup, maintenance('after'), 'exit $status'].join('\n')
}

function extrasOf(output: string): FilesBackup['extras'] {
  const paths = [...output.matchAll(/\S*\d+_filesystem(?:_code|_media)?\.tgz/g)].map(([path]) => path)
  return paths.map((location) => ({ kind: location.includes('_media') ? 'media' : 'code', location }))
}

function leftClosed(host: SshHost): UpgradeError {
  return new UpgradeError('backup-failed', {
    message: `setup:backup left the site in maintenance mode on ${host}.`,
    next: `Run this there at once: php bin/magento maintenance:disable (ssh ${host}). Then run again without backup-code and backup-media: setup-backup.`
  })
}

function failed(how: string): UpgradeError {
  return new UpgradeError('backup-failed', {
    message: `Code and media could not be backed up: setup:backup ${how}.`,
    next: 'Check the site and var/log there, then run again, or omit backup-code and backup-media: setup-backup.'
  })
}

function disabled(): Problem {
  return {
    id: 'setup-backup-disabled',
    severity: 'warning',
    message:
      'bin/magento setup:backup is disabled on the environment, so no backup of code or media was made; the code is in git.',
    fix: 'Set setup-backup-enable: true to enable it for the run, or backup-media: download to copy media without it.'
  }
}
