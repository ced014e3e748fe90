import { parseCloudErrorLog, type CloudError } from '../../project/cloud-error-log.js'
import { parseDatabaseStatus } from './db-status-output.js'
import { parseMaintenanceOutput } from './maintenance-output.js'
import { parseModuleStates } from './module-states.js'
import { readNodeRoutes } from '../../tools/magento-cloud/node-routes.js'
import type { Section } from '../../tools/ssh/remote-sections.js'
import { lastDeployment } from '../../project/deployment-log/scenario-starts.js'
import { parseVersionOutput } from './version-output.js'
import type { NodeAnswer } from './node-answer.js'

/** Reads what the commands printed; what is missing is no answer. */
export function readAnswers(
  sections: ReadonlyMap<string, Section>
): Omit<NodeAnswer, 'host' | 'failure' | 'failureKind'> {
  const section = (name: string): Section => sections.get(name) ?? { text: '', exitCode: -1 }
  const database = section('database')
  const version = section('version')
  const deployment = lastDeployment(section('scenarios').text)
  return {
    version: parseVersionOutput(version.text),
    versionOutput: version.text.trim().split('\n').at(-1) ?? '',
    deployedVersion: deployment?.version ?? null,
    database: parseDatabaseStatus(database.text, database.exitCode),
    maintenance: parseMaintenanceOutput(section('maintenance').text),
    deployFailed: section('failed').exitCode === 0,
    cron: cronState(section('cron')),
    modules: parseModuleStates(section('modules').text),
    errors: section('errors').exitCode === 0 ? errorsSince(deployment?.at ?? null, section('errors').text) : [],
    storefrontUrl: readNodeRoutes(section('routes').text)
  }
}

// Warnings of PHP may stand before the word.
function cronState({ text, exitCode }: Section): boolean | null {
  const word = exitCode === 0 ? /\b(on|off)\s*$/.exec(text)?.[1] : undefined
  return word === undefined ? null : word === 'on'
}

// The log belongs to the last deployment, unless that one never got as far as to begin a new one.
function errorsSince(start: number | null, text: string): readonly CloudError[] {
  const [written = '', ...lines] = text.trimStart().split('\n')
  // The file's time has whole seconds.
  if (start !== null && (Number(written) + 1) * 1000 < start) return []
  return parseCloudErrorLog(lines.join('\n')).errors
}
