import { plainLines } from '../../project/terminal-text.js'

/** Whether `bin/magento maintenance:status` says that maintenance mode is active; null where it does not say. */
export function parseMaintenanceOutput(text: string): boolean | null {
  const found = plainLines(text).flatMap(
    (line) => /^Status: maintenance mode is (active|not active)$/.exec(line)?.[1] ?? []
  )
  return found.length === 1 ? found[0] === 'active' : null
}
