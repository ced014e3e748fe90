import { InvalidArgumentError, Option, type Command } from 'commander'
import { addOptions } from './add-options.js'
import { examples, exitCodeTable, secretHelp } from './help-texts.js'
import { printBackups, prune, restore, verifyFiles } from './run-backup-command.js'

/** The commands for existing backups, below `backup`. */
export function addBackupCommands(backup: Command): void {
  backup
    .command('verify')
    .description('read a backup on this machine again, offline: every checksum and every proof')
    .argument('<path>', 'folder of the backup, or its manifest.json')
    .addOption(identity())
    .addHelpText('after', `\n${exitCodeTable}`)
    .action(verifyFiles)
  backup
    .command('list')
    .description('list the backups in a folder, the newest first')
    .argument('<folder>', 'the backup-directory')
    .action((folder: string) => printBackups(folder))
  backup
    .command('prune')
    .description('remove old backups: only files that a manifest names, never the newest proven one of an environment')
    .argument('<folder>', 'the backup-directory')
    .addOption(new Option('--keep <number>', 'keep the newest so many of each environment').argParser(whole))
    .addOption(new Option('--keep-days <number>', 'keep those of the last so many days').argParser(whole))
    .option('--dry-run', 'only say what would be removed', false)
    .action((folder: string, flags: { keep?: number; keepDays?: number; dryRun: boolean }) =>
      prune({ directory: folder, keep: flags.keep ?? null, days: flags.keepDays ?? null, dryRun: flags.dryRun })
    )
  const command = backup
    .command('restore')
    .description('load a backup into the environment of --environment; everything written there since is lost')
    .argument('<path>', 'folder of the backup, or its manifest.json')
    .option('--confirm <environment>', 'the name of the environment, typed again', '')
    .addOption(identity())
    .option('--no-way-back', 'do not back up first what the database holds now: no command brings it back then')
  addOptions(command, 'restore')
  command.addHelpText('after', `\n${secretHelp('restore')}\n\n${examples.restore}\n\n${exitCodeTable}`).action(restore)
  // Only for `backup`: subcommands inherit what is set before they are added.
  backup.showHelpAfterError(
    `(after backup comes nothing, or ${backup.commands.map((each) => each.name()).join(', ')}; --help lists the options)`
  )
}

function identity(): Option {
  return new Option('--identity <file>', 'file with the age identity of encrypted dumps').default('')
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('This is not a whole number.')
  return Number(text)
}
