import type { Ssh } from '../../src/tools/ssh/ssh.js'
import { createRunCommand } from '../../src/tools/process/run-command.js'

/** An ssh whose hosts are folders of this machine: scripts run in them with a real bash. Those with null are out of reach. */
export function localSsh(folders: Readonly<Record<string, string | null>>, path: string): Ssh {
  const run = createRunCommand()
  return {
    script: async (host, script, { timeoutSeconds }) => {
      const cwd = folders[host]
      if (cwd === undefined || cwd === null)
        return { exitCode: null, stdout: '', stderr: '', failure: 'connection refused', failureKind: 'connection' }
      const { exitCode, stdout, stderr } = await run(['bash', '-s'], {
        cwd,
        env: { PATH: path },
        input: script,
        timeoutSeconds
      })
      return { exitCode, stdout, stderr, failure: null, failureKind: null }
    },
    feed: () => Promise.reject(new Error('not used here')),
    stream: () => Promise.reject(new Error('not used here')),
    copyFolder: () => Promise.reject(new Error('not over a local shell')),
    download: () => Promise.reject(new Error('not used here'))
  }
}
