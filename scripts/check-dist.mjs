// Builds the bundle again, compares it with dist/ byte for byte, and checks its size: each job of each user downloads
// it, and waits for the part that the action loads before it has read its inputs.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const mostBytes = 6_000_000
const mostBytesAtStart = 300_000

mkdirSync('.tmp', { recursive: true })
const fresh = join(mkdtempSync(resolve('.tmp', 'check-dist-')), 'dist')
try {
  const { status } = spawnSync(process.execPath, ['scripts/build-dist.mjs', fresh], { stdio: 'inherit' })
  if (status !== 0) throw new Error('The bundle could not be built.')
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
  const bytes = files(fresh).reduce((sum, name) => sum + statSync(join(fresh, name)).size, 0)
  if (bytes > mostBytes) {
    console.error(`dist/ has ${bytes} bytes, more than ${mostBytes}.`)
    process.exitCode = 1
  }
  const atStart = loadedAtStart().reduce((sum, file) => sum + statSync(file).size, 0)
  if (atStart > mostBytesAtStart) {
    console.error(`The action loads ${atStart} bytes to refuse a wrong input, more than ${mostBytesAtStart}.`)
    process.exitCode = 1
  }
} finally {
  rmSync(join(fresh, '..'), { recursive: true, force: true })
}

/** The files of the bundle that the action loads up to the refusal of a wrong input, as V8 lists them. */
function loadedAtStart() {
  const lists = join(fresh, '..', 'loaded')
  const env = {
    PATH: process.env.PATH,
    RUNNER_TEMP: join(fresh, '..'),
    NODE_V8_COVERAGE: lists,
    INPUT_VERIFY: 'neither'
  }
  const { stdout } = spawnSync(process.execPath, [join(fresh, 'index.js')], { env, encoding: 'utf8' })
  if (!stdout.includes('The input verify is neither')) throw new Error(`The action does not start:\n${stdout}`)
  const urls = readdirSync(lists).flatMap((name) => JSON.parse(readFileSync(join(lists, name), 'utf8')).result)
  return urls.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []))
}
