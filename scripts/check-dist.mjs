// Builds the bundles anew and compares them with dist/ byte for byte.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

mkdirSync('.tmp', { recursive: true })
const fresh = join(mkdtempSync(resolve('.tmp', 'check-dist-')), 'dist')
try {
  const { status } = spawnSync(process.execPath, ['scripts/build-dist.mjs', fresh], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The bundles could not be built.')
  const files = (folder) =>
    readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile())
  const names = [...new Set([...files('dist'), ...files(fresh)])].sort()
  const read = (folder, name) => {
    try {
      return readFileSync(join(folder, name))
    } catch {
      return Buffer.from('missing')
    }
  }
  const different = names.filter((name) => !read('dist', name).equals(read(fresh, name)))
  if (different.length > 0) {
    console.error(
      `dist/ is not what the sources give: ${different.join(', ')}\nRun npm run build:dist and commit dist/.`
    )
    process.exitCode = 1
  }
} finally {
  rmSync(join(fresh, '..'), { recursive: true, force: true })
}
