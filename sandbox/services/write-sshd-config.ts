import { writeFile } from 'node:fs/promises'
import { runProgram } from './run-program.js'

/**
 * Writes the configuration of a server that `program` (sshd) will read. Newer servers lock an address out that fails too
 * often, and here everyone has the same one; older ones do not know the setting.
 */
export async function writeSshdConfig(program: string, config: string, text: string): Promise<void> {
  // After a Match it would belong to its block.
  await writeFile(config, `PerSourcePenalties no\n${text}`)
  await runProgram([program, '-t', '-f', config], { cwd: '/', env: {} }).catch(() => writeFile(config, text))
}
