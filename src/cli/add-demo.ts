import { Option, type Command } from 'commander'
import { addSandboxOptions, situationHelp } from './sandbox-options.js'

/** `demo`: the whole upgrade on a stand-in platform. */
export function addDemo(program: Command): void {
  const demo = program
    .command('demo')
    .description('watch a project go from 2.4.7-p3 to 2.4.8 on a stand-in platform on this machine')
  addSandboxOptions(demo)
    .addOption(new Option('--target <version>', 'version to reach').default('2.4.8'))
    .addOption(new Option('--install <mode>', 'how files are marshaled').choices(['fast', 'full']).default('fast'))
    .option('--keep', 'leave the platform running until Ctrl-C', false)
    .option('--json', 'print the report as JSON on stdout, and nothing else there', false)
    .addHelpText('after', `\n${situationHelp}\n\nExample:\n  magento-cloud-upgrade demo --fail setup-upgrade-fails`)
    .action(async (flags: Record<string, unknown>) => {
      const { runDemo } = await import(/* webpackChunkName: "demo" */ './run-demo.js')
      await runDemo(flags)
    })
}
