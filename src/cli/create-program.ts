import { Command } from 'commander'
import type { Command as CommandName } from '../options.js'
import { addBackupCommands } from './add-backup-commands.js'
import { addOptions } from './add-options.js'
import { addDemo } from './add-demo.js'
import { addSandbox } from './add-sandbox.js'
import { examples, exitCodeTable, explainSecretFlag, secretHelp } from './help-texts.js'
import { runCommand } from './run-command.js'

const commands: readonly (readonly [Exclude<CommandName, 'restore'>, string])[] = [
  ['plan', 'show what an upgrade would change and what stands in its way; changes nothing'],
  ['upgrade', 'plan, check, back up, update, commit, push, wait and verify'],
  ['backup', 'back up the database of an environment, with proof'],
  ['verify', 'check over SSH that an environment runs the expected version in good health'],
  ['diagnose', 'explain from the logs what is wrong with an environment']
]

/** The whole command line. An early end (help, a wrong option) is thrown as a CommanderError. */
export function createProgram(): Command {
  const program = new Command('magento-cloud-upgrade')
    .description(
      'Upgrades an Adobe Commerce on cloud infrastructure project: planned, backed up with proof, committed exactly, deployed, verified.'
    )
    // Options belong to the command before them: `backup` and `backup restore` share some names.
    .enablePositionalOptions()
    .showHelpAfterError('(--help lists the commands and options)')
    .configureOutput({
      outputError: (text, write) => {
        write(explainSecretFlag(text))
      }
    })
    // Set before the commands are added, so that they inherit it.
    .exitOverride()
  for (const [name, description] of commands) {
    const command = program.command(name).description(description)
    addOptions(command, name)
    command
      .option('--json', 'print the report as JSON on stdout, and nothing else there', false)
      .option('--verbose', 'also print what is of interest only when something is wrong', false)
      .addHelpText('after', `\n${secretHelp(name)}\n\n${examples[name]}\n\n${exitCodeTable}`)
      .action(async (flags: Record<string, unknown>) => {
        await runCommand(name, flags)
      })
    if (name === 'backup') addBackupCommands(command)
  }
  addDemo(program)
  addSandbox(program)
  return program
}
