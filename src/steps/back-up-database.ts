import type { Logger } from '../logger.js'
import type { Backup } from '../report.js'
import type { DumpFiles } from '../tools/dump-file.js'
import type { Files } from '../tools/files.js'
import type { MagentoCloud } from '../tools/magento-cloud.js'
import type { Ssh, SshHost } from '../tools/ssh.js'
import { dumpByCloud } from './backup/dump-by-cloud.js'
import { dumpOnServer } from './backup/dump-on-server.js'

/** The tools of this step. */
export interface BackupTools {
  readonly cloud: MagentoCloud
  readonly ssh: Ssh
  readonly files: Files
  readonly dumpFiles: DumpFiles
  readonly logger: Logger
}

/** What is backed up, and where to. */
export interface BackupInput {
  readonly strategy: 'auto' | 'cloud-dump' | 'ssh-dump'
  readonly hosts: readonly SshHost[]
  /** Folder for dumps on this machine; empty for a private one below the temporary directory. */
  readonly directory: string
  /** Also bring a dump that lies on the server to this machine. */
  readonly download: boolean
}

/**
 * Makes one database dump and proves it. Throws UpgradeError `backup-failed` where the dump could not be made and
 * `backup-unproven` where it could, but is not whole; nothing of it is left then, and older backups are untouched.
 */
export async function backUpDatabase(tools: BackupTools, input: BackupInput): Promise<Backup> {
  const strategy = input.strategy === 'auto' ? await chooseStrategy(tools.cloud) : input.strategy
  return strategy === 'cloud-dump' ? dumpByCloud(tools, input) : dumpOnServer(tools, input)
}

/** Dedicated nodes (Pro staging and production) are out of reach for db:dump, by the documentation. */
async function chooseStrategy(cloud: MagentoCloud): Promise<'cloud-dump' | 'ssh-dump'> {
  return (await cloud.environment()).dedicated ? 'ssh-dump' : 'cloud-dump'
}
