import { UpgradeError, type Problem } from '../errors.js'
import type { UpgradeOptions } from './normalize-options.js'
import type { Run } from './run.js'
import { files } from '../tools/files.js'
import { fingerprintOf } from '../tools/ssh/fingerprint.js'

/** The host keys that a run trusts. */
export interface HostKeys {
  /** Private known_hosts file of this run, which ssh adds accepted keys to. */
  readonly knownHostsFile: string
  /** Reports which keys were accepted unseen, and adds them to known-hosts-file if one is named. */
  keepAccepted(): Promise<void>
}

/**
 * Writes the lines of `known-hosts`, of `known-hosts-file` and of keys accepted earlier in this run to a known_hosts
 * file in `home`. Throws UpgradeError `bad-input` if host keys are pinned and there are none, or the file cannot be
 * read.
 */
export async function openHostKeys(
  { options, facts, ledger, acceptedHostKeys }: Pick<Run, 'options' | 'facts' | 'ledger' | 'acceptedHostKeys'>,
  home: string
): Promise<HostKeys> {
  const kept = await readKept(options.knownHostsFile)
  const trusted = [...linesOf(options.knownHosts), ...linesOf(kept), ...acceptedHostKeys]
  if (trusted.length === 0 && options.sshHostKey === 'pinned') throw nothingPinned(options)
  const knownHostsFile = files.join(home, 'known_hosts')
  await files.write(knownHostsFile, trusted.map((line) => `${line}\n`).join(''))
  return {
    knownHostsFile,
    keepAccepted: async () => {
      const known = new Set([...trusted, ...acceptedHostKeys])
      const accepted = linesOf((await files.read(knownHostsFile)) ?? '').filter((line) => !known.has(line))
      if (accepted.length === 0) return
      acceptedHostKeys.push(...accepted)
      const failure = await keep(options.knownHostsFile, accepted)
      const isKept = options.knownHostsFile !== '' && failure === null
      if (isKept) ledger.intend('file', `host keys were added to ${options.knownHostsFile}`).done()
      facts.warnings = [...facts.warnings, ...accepted.map((line) => unseen(line, options, isKept)), ...failed(failure)]
    }
  }
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

async function readKept(path: string): Promise<string> {
  if (path === '') return ''
  try {
    return (await files.read(files.resolve(path))) ?? ''
  } catch (error) {
    throw new UpgradeError('bad-input', {
      message: `known-hosts-file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      next: 'Name a file in known_hosts format; a missing one is created.'
    })
  }
}

/** Appends lines to known-hosts-file; returns why that failed, or null. */
async function keep(path: string, lines: readonly string[]): Promise<string | null> {
  if (path === '') return null
  try {
    const before = linesOf((await files.read(files.resolve(path))) ?? '')
    await files.write(files.resolve(path), [...before, ...lines].map((line) => `${line}\n`).join(''))
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function unseen(line: string, { knownHostsFile }: UpgradeOptions, isKept: boolean): Problem {
  const host = line.split(/\s/)[0] ?? ''
  const forget = isKept
    ? `It is kept in ${knownHostsFile}: a later run stops if it has changed.`
    : 'It is forgotten after this run, so the next one would trust another key as well.'
  return {
    id: 'host-key-accepted',
    severity: 'warning',
    message: `The host key of ${host} was unknown and was accepted without verification (${fingerprintOf(line) ?? 'no fingerprint'}). ${forget}`,
    fix: `Compare the fingerprint with the one from the owner of the host, then add this line to known-hosts and set ssh-host-key: pinned: ${line}`
  }
}

function failed(why: string | null): readonly Problem[] {
  if (why === null) return []
  const message = `known-hosts-file could not be written: ${why}.`
  return [{ id: 'host-key-not-kept', severity: 'warning', message, fix: 'Name a file that this run can write to.' }]
}

function nothingPinned({ knownHostsFile }: UpgradeOptions): UpgradeError {
  const file = knownHostsFile === '' ? '' : `, and ${knownHostsFile} has none`
  return new UpgradeError('bad-input', {
    message: `No host keys are pinned: the option known-hosts is empty${file}.`,
    next: 'Set known-hosts to the known_hosts lines of your Cloud region, or set ssh-host-key: accept-new for the first run.'
  })
}
