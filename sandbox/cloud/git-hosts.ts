import { shellQuote } from '../services/shell-quote.js'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { assetPath } from '../assets-directory.js'
import { runProgram } from '../services/run-program.js'

/** The two bare repositories of a project. */
export interface GitHosts {
  /** Stands for GitHub. */
  readonly origin: string
  /** The platform's own. */
  readonly cloud: string
}

/** Makes both repositories; each reports a push to the API through its post-receive hook. */
export async function createGitHosts(options: {
  readonly directory: string
  readonly env: Readonly<Record<string, string>>
  readonly apiUrl: string
  readonly hookToken: string
}): Promise<GitHosts> {
  const { directory, env } = options
  const make = async (remote: 'origin' | 'cloud'): Promise<string> => {
    const repository = join(directory, 'git', `${remote}.git`)
    await mkdir(join(directory, 'git'), { recursive: true })
    await runProgram(['git', 'init', '--quiet', '--bare', '--initial-branch=main', repository], { cwd: directory, env })
    const settings = join(repository, 'sandbox-hook.json')
    await writeFile(settings, JSON.stringify({ url: options.apiUrl, token: options.hookToken, remote }), {
      mode: 0o600
    })
    const call = [process.execPath, assetPath('bin', 'report-push.mjs'), settings].map(shellQuote)
    await writeFile(join(repository, 'hooks', 'post-receive'), `#!/bin/sh\nexec ${call.join(' ')}\n`, { mode: 0o755 })
    return repository
  }
  const [origin, cloud] = await Promise.all([make('origin'), make('cloud')])
  return { origin, cloud }
}
