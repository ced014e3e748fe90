import { plainLines } from '../../project/terminal-text.js'

const versionLine = /^(?:Magento|Adobe Commerce) CLI(?: version)? ([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.]+)?)$/

/**
 * The product version that `bin/magento --version` printed, or null. Exactly one line must say it: warnings and
 * stack traces around it hold other version numbers.
 */
export function parseVersionOutput(text: string): string | null {
  const found = plainLines(text).flatMap((line) => versionLine.exec(line)?.[1] ?? [])
  return found.length === 1 ? (found[0] ?? null) : null
}
