import { parseErrorReport } from '../../project/error-report.js'
import type { Evidence } from '../../project/explain-failure.js'
import { entriesSince, lastScenarioStart } from '../../project/log-cut.js'
import { parseSections, sectionsScript } from '../../project/remote-sections.js'
import type { Ssh, SshHost } from '../../tools/ssh.js'

const bytes = 400_000
const logs = ['cloud.error.log', 'cloud.log', 'install_upgrade.log', 'patch.log', 'exception.log']
const flags = ['var/.deploy_is_failed', 'var/.maintenance.flag']
const timeoutSeconds = 120

/** What could be read on one node, and why the rest could not. */
export interface NodeEvidence {
  readonly evidence: readonly Evidence[]
  readonly failure: string | null
}

/** Reads logs, flags and one error report (`reportId`, else the newest) of a node in a single login. */
export async function readNode(ssh: Ssh, host: SshHost, reportId: string | null): Promise<NodeEvidence> {
  const marker = `mark-${crypto.randomUUID()}`
  const commands = [
    ...logs.map((log, index) => ({ name: `log${index}`, command: `tail -c ${bytes} var/log/${log}` })),
    ...flags.map((flag, index) => ({ name: `flag${index}`, command: `test -e ${flag}` })),
    { name: 'report', command: reportCommand(reportId) },
    { name: 'disk', command: 'df -Pk . var /tmp' }
  ]
  const result = await ssh.script(host, sectionsScript(marker, commands), { timeoutSeconds })
  const sections = parseSections(marker, result.stdout)
  const read = (name: string): string | null => {
    const section = sections.get(name)
    return section?.exitCode === 0 ? section.text : null
  }
  const start = lastScenarioStart(read(`log${logs.indexOf('cloud.log')}`) ?? '')
  const evidence = (source: string, kind: Evidence['kind'], text: string | null): readonly Evidence[] =>
    text === null ? [] : [{ source: `${source} on ${host}`, kind, text }]
  return {
    failure: sections.size === commands.length ? null : (result.failure ?? 'the connection ended early'),
    evidence: [
      ...evidence('df', 'log', fullDisks(read('disk'))),
      ...logs.flatMap((log, index) => {
        const kind = log === 'cloud.error.log' ? 'error-log' : 'log'
        const text = read(`log${index}`)
        return evidence(`var/log/${log}`, kind, log === 'exception.log' ? recent(text, start) : text)
      }),
      ...evidence('var/report', 'report', reportText(read('report'), reportId === null ? start : null)),
      ...flags.flatMap((flag, index) => evidence(flag, 'flag', read(`flag${index}`) === null ? null : flag))
    ]
  }
}

// The id comes from a web page: only its characters, checked where it was read, reach the script.
function reportCommand(reportId: string | null): string {
  const wanted = reportId !== null && /^[0-9a-f]+$/.test(reportId) ? `-name '${reportId}*'` : ''
  const newest = `find var/report -type f ${wanted} -printf '%T@ %p\\n' | sort -rn | head -n 1`
  return `found=$(${newest}); file=\${found#* }; test -n "$file" && echo "\${found%% *}" && head -c ${bytes} "$file"`
}

// Exceptions pile up for months: those before the last deployment explain nothing.
function recent(text: string | null, start: number | null): string | null {
  return text === null || start === null ? text : entriesSince(text, start)
}

// The first line is the file's age, in seconds since 1970.
function reportText(text: string | null, start: number | null): string | null {
  if (text === null) return null
  const [written = '', ...lines] = text.split('\n')
  if (start !== null && Number(written) * 1000 < start) return null
  const content = lines.join('\n')
  return parseErrorReport(content)?.message ?? content
}

function fullDisks(text: string | null): string | null {
  const full = (text ?? '').split('\n').filter((line) => / (?:99|100)% /.test(line))
  return full.length === 0 ? null : full.map((line) => `No space left on device: ${line}`).join('\n')
}
