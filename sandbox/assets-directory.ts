import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Absolute path of a file or folder below `sandbox/assets`, from the sources, the library build and the bundle alike. */
export function assetPath(...segments: readonly string[]): string {
  return join(assetsDirectory(), ...segments)
}

// A bundler may replace import.meta.url by the path of the machine it ran on: the running program is the second starting point.
function assetsDirectory(): string {
  for (const start of [fileURLToPath(import.meta.url), process.argv[1] ?? '']) {
    for (let folder = dirname(start); folder !== dirname(folder); folder = dirname(folder)) {
      const candidate = join(folder, 'sandbox', 'assets')
      if (existsSync(join(candidate, 'composer-installer'))) return candidate
    }
  }
  throw new Error('sandbox/assets was not found beside the program')
}
