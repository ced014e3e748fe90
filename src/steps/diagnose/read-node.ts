import { parseErrorReport } from './explain/error-report.js'
import type { Evidence } from './explain/explain-failure.js'
import type { Flag } from '../../project/deployment-log/evidence.js'
import { fullDisks } from './explain/full-disks.js'
import { withoutCutLine } from '../../project/last-characters.js'
import { entriesSince, lastScenarioStart } from './explain/log-cut.js'
import { findLongRunningCron } from './explain/long-running-cron.js'
import { parseSections, sectionsScript } from '../../tools/ssh/remote-sections.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'
import { appLogs, bytes, flagFiles, nodeCommands, platformLogs } from './node-commands.js'

const timeoutSeconds = 120

/** Results from one node, and why the rest could not be read. */
interface NodeEvidence {
  readonly evidence: readonly Evidence[]
  readonly failure: string | null
}

/** Reads logs, flags and one error report (`reportId`, otherwise the newest) of a node in a single login. */
export async function readNode(ssh: Ssh, host: SshHost, reportId: string | null): Promise<NodeEvidence> {
  const marker = `mark-${crypto.randomUUID()}`
  const commands = nodeCommands(reportId)
  const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds })
  const sections = parseSections(marker, result.stdout)
  const read = (name: string): string | null => {
    const section = sections.get(name)
    return section?.exitCode === 0 ? wholeLines(name, section.text) : null
  }
  const start = lastScenarioStart(read('cloud.log') ?? '')
  const evidence = (source: string, kind: Evidence['kind'], text: string | null): readonly Evidence[] =>
    text === null ? [] : [{ source: `${source} on ${host}`, kind, text }]
  const left = (flag: Flag, source: string, text: string | null): readonly Evidence[] =>
    evidence(source, 'flag', text).map((one) => ({ ...one, flag }))
  return {
    failure: sections.size === commands.length ? null : (result.failure ?? 'the connection ended early'),
    evidence: [
      ...evidence('df', 'state', toldFull(read('disk') ?? '')),
      ...evidence('ps', 'state', findLongRunningCron(read('processes') ?? '')),
      ...platformLogs.flatMap((log) => evidence(log, 'log', recent(read(log), start))),
      ...appLogs.flatMap((log) => {
        const kind = log === 'cloud.error.log' ? 'error-log' : log === 'exception.log' ? 'site-log' : 'log'
        return evidence(`var/log/${log}`, kind, log === 'exception.log' ? recent(read(log), start) : read(log))
      }),
      ...evidence('var/report', 'report', reportText(read('report'), reportId === null ? start : null)),
      // The name of the file is all that matters.
      ...flagFiles.flatMap(({ flag, file }) => left(flag, file, read(flag) === null ? null : '')),
      ...left('cron-off', 'app/etc/env.php', read('cron') === null ? null : "'cron' => ['enabled' => 0]")
    ]
  }
}

// The node cuts a log at its start; the line end at its end is not sent.
function wholeLines(name: string, text: string): string {
  const isLog = [...appLogs, ...platformLogs].some((log) => log === name)
  return isLog && Buffer.byteLength(text) >= bytes - 2 ? withoutCutLine(text) : text
}

// Some logs cover months: entries older than the last deployment explain nothing.
function recent(text: string | null, start: number | null): string | null {
  return text === null || start === null ? text : entriesSince(text, start)
}

// The first line is the file's time, in seconds since 1970.
function reportText(text: string | null, start: number | null): string | null {
  if (text === null) return null
  const [written = '', ...lines] = text.trimStart().split('\n')
  if (start !== null && Number(written) * 1000 < start) return null
  const content = lines.join('\n')
  return parseErrorReport(content)?.message ?? content
}

function toldFull(dfOutput: string): string | null {
  const full = fullDisks(dfOutput)
  return full.length === 0 ? null : full.map((line) => `No space left on device: ${line}`).join('\n')
}
