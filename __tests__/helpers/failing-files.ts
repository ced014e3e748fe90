import type { Files } from '../../src/tools/files.js'

/** The real files of this machine, of which one change fails: the disk is full, before it is done or right after it. */
export interface FailingFiles {
  readonly files: Files
  /** Restarts the count; the change with this number fails, none with 0. */
  arm(call: number, how: 'before' | 'after'): void
  calls(): number
  /** The change that failed; '' for none. */
  failed(): string
}

const changes = ['write', 'remove', 'makePrivateFolder', 'lastingFolder', 'privateFolder'] as const

/** Wraps `real`. */
export function failingFiles(real: Files): FailingFiles {
  let armed = { call: 0, how: 'before' }
  let count = 0
  let failed = ''
  const full = (): Error => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
  const failing = (name: (typeof changes)[number]) => {
    const change = real[name].bind(real) as (...given: readonly unknown[]) => Promise<unknown>
    return async (...given: readonly unknown[]): Promise<unknown> => {
      count += 1
      if (count !== armed.call) return change(...given)
      failed = `${name} ${String(given[0])}`
      if (armed.how === 'after') await change(...given)
      throw full()
    }
  }
  return {
    files: { ...real, ...Object.fromEntries(changes.map((name) => [name, failing(name)])) },
    arm: (call, how) => {
      armed = { call, how }
      count = 0
      failed = ''
    },
    calls: () => count,
    failed: () => failed
  }
}
