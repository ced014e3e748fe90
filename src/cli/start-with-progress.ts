import type { Sandbox } from '../../sandbox/sandbox-options.js'
import { UpgradeError } from '../errors.js'
import { createProgress } from './progress.js'
import { sandboxOptionsOf } from './sandbox-options.js'

/**
 * Starts the sandbox that the flags ask for. Progress is shown before its code is loaded, which takes a while. Throws
 * UpgradeError `interrupted` if `signal` stops the start.
 */
export async function startWithProgress(flags: Record<string, unknown>, signal: AbortSignal): Promise<Sandbox> {
  const progress = createProgress({ verbose: false })
  const began = performance.now()
  const tell = (state: 'started' | 'done' | 'failed', note = ''): void => {
    progress.onStep({ step: 'sandbox', state, note, seconds: (performance.now() - began) / 1000 })
  }
  tell('started')
  try {
    const { startSandbox } = await import(/* webpackChunkName: "sandbox" */ '../../sandbox/start-sandbox.js')
    const onPart = (part: string): void => {
      progress.logger.info(part)
    }
    const sandbox = await startSandbox({ ...sandboxOptionsOf(flags), onPart })
    const { projectId, environment, storefrontUrl } = sandbox
    tell('done', `project ${projectId}, environment ${environment}, ${storefrontUrl}`)
    return sandbox
  } catch (error) {
    tell('failed')
    throw signal.aborted ? stopped() : error
  } finally {
    progress.end()
  }
}

function stopped(): UpgradeError {
  return new UpgradeError('interrupted', {
    message: 'The start of the sandbox was stopped; what it had started was ended.',
    next: 'Run the same command again.'
  })
}
