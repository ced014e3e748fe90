import { transformFileSync } from '@swc/core'
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where a module of `src/` can be run by a user who is not root; everybody may read it. */
export interface OrdinaryUser {
  readonly folder: string
  /** Runs a module, given as text, whose imports begin with `./src/`; returns what it prints as JSON. */
  run(module: string, path: string): unknown
}

const number = '12345'

/** Compiles `src/` for a separate process, as user 12345 if this one is root. */
export function createOrdinaryUser(): OrdinaryUser {
  const folder = mkdtempSync('/tmp/ordinary-test-')
  compileSources(folder)
  for (const name of ['exec', 'io'])
    cpSync(`node_modules/@actions/${name}`, join(folder, 'node_modules/@actions', name), { recursive: true })
  for (const name of ['home', 'open']) mkdirSync(join(folder, name))
  chmodSync(folder, 0o755)
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', `${number}:${number}`, folder])
  return {
    folder,
    run: (module, path) => {
      writeFileSync(join(folder, 'main.js'), module)
      const home = join(folder, 'home')
      const ids = [`--reuid=${number}`, `--regid=${number}`, '--clear-groups']
      const before = process.getuid?.() === 0 ? ['setpriv', ...ids] : []
      const world = ['env', '-i', `PATH=${path}`, `HOME=${home}`, `TMPDIR=${home}`, 'LC_ALL=C.UTF-8']
      const [program, ...rest] = [...before, ...world, process.execPath, join(folder, 'main.js')]
      const { stdout, stderr } = spawnSync(program, rest, { encoding: 'utf8', timeout: 50_000 })
      if (stdout === '') throw new Error(stderr)
      return JSON.parse(stdout) as unknown
    }
  }
}

/** Compiles `src/` into `folder`, for a process of its own. */
export function compileSources(folder: string): void {
  for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')))
    compile(join('src', name), join(folder, 'src', name.replace(/ts$/, 'js')))
  cpSync('src/data', join(folder, 'src/data'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
}

function compile(from: string, to: string): void {
  const { code } = transformFileSync(from, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }
  })
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, code)
}
