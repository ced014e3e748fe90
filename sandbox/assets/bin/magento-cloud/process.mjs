import { AsyncLocalStorage } from 'node:async_hooks'

const kept = new AsyncLocalStorage()
const current = () => kept.getStore() ?? globalThis.process
const tokens = new WeakMap()

/** The process that a command believes to be: the real one, or one that {@link runWithin} keeps for it. */
export const process = {
  get env() {
    return current().env
  },
  get stdout() {
    return current().stdout
  },
  get stderr() {
    return current().stderr
  },
  /** What it has exchanged its API token for. */
  get accessToken() {
    return tokens.get(current())
  },
  set accessToken(token) {
    tokens.set(current(), token)
  }
}

/** Runs `task` with `{ env, stdout, stderr }` instead of those of the real process. */
export const runWithin = (own, task) => kept.run(own, task)
