import type { Problem } from '../../errors.js'
import { parseRemoteAnswer } from '../../tools/ssh/remote-answer.js'
import type { Backup } from '../../report/report.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import { dumpFailure } from './dump/list-objects.js'

/** What is asked of `setup:backup`. */
export interface FilesBackupInput {
  readonly hosts: readonly SshHost[]
  readonly code: boolean
  readonly media: boolean
  /** Enable it for this run where the environment has it disabled. */
  readonly enable: boolean
}

/** What `setup:backup` left on the environment. */
export type FilesBackup = Pick<Backup, 'extras' | 'problems'>

const timeoutSeconds = 4 * 3600

/**
 * `php bin/magento setup:backup` for code and media, where asked. Where the platform has it disabled (its default
 * since 2.1.16, 2.2.7 and 2.3.0) that is a warning with the way to enable it. Throws UpgradeError `backup-failed`
 * where it failed otherwise or left the site in maintenance mode.
 */
export async function setupBackup({ ssh }: { readonly ssh: Ssh }, input: FilesBackupInput): Promise<FilesBackup> {
  const [host] = input.hosts
  if (host === undefined || (!input.code && !input.media)) return { extras: [], problems: [] }
  const flags = [...(input.code ? ['--code'] : []), ...(input.media ? ['--media'] : [])].join(' ')
  const result = await ssh.script(host, backupScript(flags, input.enable), { timeoutSeconds })
  if (/functionality is\b.*\bdisabled/i.test(result.stdout)) return { extras: [], problems: [disabled()] }
  if (result.failure !== null) throw dumpFailure(`setup:backup gave no answer: ${result.failure}`)
  const answer = parseRemoteAnswer(result.stdout)
  const [before, after] = ['before', 'after'].map((key) =>
    (answer.one(key) ?? '').includes('maintenance mode is active')
  )
  if (after && !before) {
    throw dumpFailure(
      'setup:backup left the site in maintenance mode; run php bin/magento maintenance:disable there at once'
    )
  }
  if (result.exitCode !== 0) throw dumpFailure(`setup:backup ended with exit code ${result.exitCode ?? '?'}`)
  return { extras: extrasOf(result.stdout), problems: [] }
}

function backupScript(flags: string, enable: boolean): string {
  const maintenance = (key: string): string =>
    `printf '%s\\t%s\\n' ${key} "$(php bin/magento maintenance:status --no-ansi 2>&1 | tr '\\n' ' ')"`
  const backup = `php bin/magento setup:backup ${flags} --no-ansi 2>&1; status=$?`
  const setting = 'system/backup/functionality_enabled'
  const set = (value: number): string => `php bin/magento config:set ${setting} ${value} --no-ansi >/dev/null 2>&1`
  const enabled = [
    `was=$(php bin/magento config:show ${setting} --no-ansi 2>/dev/null)`,
    // Whatever ends the script, the setting is as it was.
    `if [ "$was" != 1 ]; then trap '${set(0)}' EXIT; trap 'exit 143' HUP INT TERM; ${set(1)}; fi`
  ]
  return [...(enable ? enabled : []), maintenance('before'), backup, maintenance('after'), 'exit $status'].join('\n')
}

function extrasOf(output: string): FilesBackup['extras'] {
  const paths = [...output.matchAll(/\S*\d+_filesystem(?:_code|_media)?\.tgz/g)].map(([path]) => path)
  return paths.map((location) => ({ kind: location.includes('_media') ? 'media' : 'code', location }))
}

function disabled(): Problem {
  return {
    id: 'setup-backup-disabled',
    severity: 'warning',
    message:
      'The environment has bin/magento setup:backup disabled, so no code or media backup was made; the code is in git all the same.',
    fix: 'Set setup-backup-enable: true to enable it for the run, or backup-media: download for media without it.'
  }
}
