import { runCommandLine } from './magento-cloud/run-command-line.mjs'

process.exitCode = await runCommandLine(process.argv.slice(2))
