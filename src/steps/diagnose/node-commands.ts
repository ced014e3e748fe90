import type { SectionCommand } from '../../tools/ssh/remote-sections.js'

/** Number of bytes read from the end of each log, and from the start of a report. */
export const bytes = 400_000

/** Logs of the application, in `var/log` on every plan. */
export const appLogs = ['cloud.error.log', 'cloud.log', 'install_upgrade.log', 'patch.log', 'exception.log'] as const

/** Logs of the hooks, kept by the platform: the first node of Pro has them in a folder of the project. */
export const platformLogs = ['deploy.log', 'post_deploy.log'] as const

/** Files that a failed deployment leaves behind. */
export const flagFiles = [
  { flag: 'deploy-failed', file: 'var/.deploy_is_failed' },
  { flag: 'maintenance', file: 'var/.maintenance.flag' }
] as const

/** Commands to run on a node; the login folder is the root of the application. */
export function nodeCommands(reportId: string | null): readonly SectionCommand[] {
  return [
    ...appLogs.map((log) => ({ name: log, command: `tail -c ${bytes} var/log/${log}` })),
    ...platformLogs.map((log) => ({ name: log, command: platformLog(log) })),
    ...flagFiles.map(({ flag, file }) => ({ name: flag, command: `test -e ${file}` })),
    { name: 'report', command: reportCommand(reportId) },
    // Writable mounts: the code itself is a read-only image that is always full.
    { name: 'disk', command: 'for type in k i; do df -P${type}T var app/etc pub/media pub/static /tmp; done; true' },
    { name: 'processes', command: 'ps -eo etimes=,args=' },
    {
      name: 'cron',
      command:
        'test -r app/etc/env.php && php -r \'$env = include "app/etc/env.php"; exit(isset($env["cron"]["enabled"]) && !$env["cron"]["enabled"] ? 0 : 1);\''
    }
  ]
}

function platformLog(log: string): string {
  return `for file in "/var/log/platform/\${PWD##*/}/${log}" "/var/log/platform/$(id -un)/${log}" "/var/log/${log}"; do tail -c ${bytes} "$file" 2>/dev/null && exit 0; done; exit 1`
}

// The id comes from a web page: only its checked characters reach the script.
function reportCommand(reportId: string | null): string {
  const wanted = reportId !== null && /^[0-9a-f]+$/i.test(reportId) ? `-name '${reportId}*'` : ''
  const newest = `find var/report -type f ${wanted} -printf '%T@ %p\\n' | sort -rn | head -n 1`
  return `found=$(${newest}); file=\${found#* }; test -n "$file" && echo "\${found%% *}" && head -c ${bytes} "$file"`
}
