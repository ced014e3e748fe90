import { shellWord } from '../../shell-quote.js'
import type { Backup, Recovery } from '../../report/report.js'

/** Facts for restoring the data. */
export interface DataToRestore {
  readonly project: string
  readonly environment: string
  /** The backup of this run; null if an earlier run made it. */
  readonly backup: Backup | null
  /** The commit message's entry for its backup, `<strategy> <state> sha256:<hex>`. */
  readonly trailer: string
  readonly backupDirectory: string
  /** Login of the first node as `user@host`; null if it is not known. */
  readonly login: string | null
}

const buildOnly =
  /Error building project|Unable to build application|Unknown error building|Cannot build application of type/i
const reachedDeploy = /Re-?deploying environment|scenario\/deploy\.xml|ece-tools deploy\b|setup[: ]upgrade/i

/**
 * Whether the database is newer than the code that a revert restores. It is not only if the log shows that the
 * deployment ended in its build, which has no database.
 */
export function databaseAhead(deployed: boolean, log: string | null): Recovery['databaseAhead'] {
  if (deployed) return 'yes'
  return log !== null && buildOnly.test(log) && !reachedDeploy.test(log) ? 'no' : 'maybe'
}

/** The commands that restore the data from before the upgrade: for a person to run, never for this program. */
export function dataCommands(data: DataToRestore): readonly string[] {
  const { backup } = data
  const where = `--project ${shellWord(data.project)} --environment ${shellWord(data.environment)}`
  const here = backup?.downloadedTo ?? null
  if (backup?.manifest != null && here !== null)
    return [
      `magento-cloud-upgrade backup verify ${shellWord(backup.manifest)}`,
      `magento-cloud-upgrade backup restore ${shellWord(backup.manifest)} ${where} --confirm ${shellWord(data.environment)}`
    ]
  if (backup?.location != null) return onServer(data, backup.location)
  const sum = /sha256:([0-9a-f]{64})/.exec(data.trailer)?.[1]
  if (sum !== undefined && data.backupDirectory !== '')
    return [
      `grep -rl ${sum} ${shellWord(data.backupDirectory)} --include=manifest.json`,
      `magento-cloud-upgrade backup restore FOLDER ${where} --confirm ${shellWord(data.environment)}`
    ]
  const found = sum === undefined ? [] : [`sha256sum FILE # the dump of before the upgrade has ${sum}`]
  return [...found, `magento-cloud snapshot:list -p ${shellWord(data.project)} -e ${shellWord(data.environment)}`]
}

function onServer({ project, environment, login }: DataToRestore, location: string): readonly string[] {
  const ssh =
    login === null
      ? `magento-cloud ssh -p ${shellWord(project)} -e ${shellWord(environment)}`
      : `ssh ${shellWord(login)}`
  return [
    `${ssh} ${shellWord(`gzip -t ${shellWord(location)}`)}`,
    `${ssh} ${shellWord(`gunzip -c ${shellWord(location)}`)} | magento-cloud db:sql -p ${shellWord(project)} -e ${shellWord(environment)}`
  ]
}
