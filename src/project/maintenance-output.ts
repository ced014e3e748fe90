import { stripAnsi } from './strip-ansi.js'

/** Whether `bin/magento maintenance:status` says that the site is closed; null where it says neither. */
export function parseMaintenanceOutput(text: string): boolean | null {
  const said = /^Status: maintenance mode is (not )?active\s*$/m.exec(stripAnsi(text))
  return said === null ? null : said[1] === undefined
}
