import { stripAnsi } from './strip-ansi.js'

const line = /^(?:Magento|Adobe Commerce) CLI(?: version)? (\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?)$/

/**
 * The product version in the output of `bin/magento --version`; null where no line, or more than one version, is
 * found. Warnings before it may hold other versions, in paths and stack traces: only a whole line counts.
 */
export function parseVersionOutput(text: string): string | null {
  const lines = stripAnsi(text).split('\n')
  const versions = new Set(lines.flatMap((one) => line.exec(one.trim())?.[1] ?? []))
  const [version = null] = versions
  return versions.size === 1 ? version : null
}
