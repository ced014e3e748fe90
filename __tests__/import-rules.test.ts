import { describe, expect, test } from '@jest/globals'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'

interface Import {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src', name))
const text = (file: string): string => readFileSync(file, 'utf8')
const imports: Import[] = sources.flatMap((from) =>
  [
    ...text(from).matchAll(
      /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'([^']+)'|\bimport\((?:\/\*[^*]*\*\/\s*)?'([^']+)'\)/gms
    )
  ].map(([, type, statically, lazily]) => {
    const target = statically ?? lazily ?? ''
    const to = target.startsWith('.') ? normalize(join(dirname(from), target)).replace(/\.js$/, '.ts') : target
    return { from, to, typeOnly: type !== undefined }
  })
)

const ground = [
  'errors',
  'logger',
  'secret',
  'secret-forms',
  'redact',
  'visible-text',
  'options',
  'report',
  'report-schema'
].map((name) => `src/${name}.ts`)
const gateway = [
  'run-command',
  'child-environment',
  'capture-lines',
  'stop-process-group',
  'piped-input',
  'piped-output',
  'this-machine/private-folder'
].map((name) => `src/tools/${name}.ts`)
/** The room of a file: ground, project, data, tools, steps, stories (the files in src itself), action, cli, start. */
function room(file: string): string {
  if (file === 'src/start.ts') return 'start'
  if (ground.includes(file) || file.startsWith('src/secret-forms/')) return 'ground'
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? (file.startsWith('src/') ? 'stories' : 'outside')
}
const mayImport: Record<string, readonly string[]> = {
  ground: ['ground'],
  data: [],
  project: ['ground', 'project', 'data'],
  tools: ['ground', 'project', 'tools'],
  steps: ['ground', 'project', 'tools', 'steps'],
  render: ['ground', 'render'],
  stories: ['ground', 'project', 'tools', 'steps', 'render', 'stories'],
  action: ['ground', 'stories', 'action'],
  cli: ['ground', 'stories', 'render', 'cli', 'outside'],
  start: ['action', 'cli']
}
/** Parts of a folder use each other; `src/steps/preflight/check-preflight.ts`, which it has its name from, uses `src/steps/preflight/*`. */
function isOwnPart(from: string, to: string): boolean {
  const folder = dirname(to)
  if (folder === 'src/steps') return false
  const words = basename(from, '.ts').replace('back-up', 'backup').replace('backups', 'backup').split('-')
  // A folder inside of another one is a part of it.
  const isInside = (inner: string, outer: string): boolean => `${inner}/`.startsWith(`${outer}/`)
  if (dirname(from) !== 'src/steps') return isInside(dirname(from), folder) || isInside(folder, dirname(from))
  return dirname(from) === folder || words.includes(basename(folder))
}
const inside = imports.filter(({ to }) => to.startsWith('src/') || to.startsWith('sandbox/'))
const show = ({ from, to }: Import): string => `${from} -> ${to}`

describe('imports go one way', () => {
  test('each room imports only what lies below it', () => {
    const wrong = inside.filter(({ from, to }) => !mayImport[room(from)]?.includes(room(to)))
    expect(wrong.map(show)).toEqual([])
  })

  test('a step imports another one only within its own folder', () => {
    const wrong = inside.filter(
      ({ from, to, typeOnly }) => room(from) === 'steps' && room(to) === 'steps' && !typeOnly && !isOwnPart(from, to)
    )
    expect(wrong.map(show)).toEqual([])
  })

  test('a tool imports other tools only as types, but for the process gateway and its own parts', () => {
    const wrong = inside.filter(
      ({ from, to, typeOnly }) =>
        room(from) === 'tools' &&
        room(to) === 'tools' &&
        !typeOnly &&
        !gateway.includes(to) &&
        !to.startsWith(from.replace(/\.ts$/, '/')) &&
        dirname(from) === 'src/tools'
    )
    const values = wrong.filter(({ from, to }) => {
      const name = to.replace(/^.*\//, '').replace('.ts', '.js')
      return !new RegExp(`import \\{(\\s*type [^,}]+,?)+\\s*\\} from '\\./${name}'`).test(text(from))
    })
    expect(values.map(show)).toEqual([])
  })
})

describe('what only one place may do', () => {
  const users = (module: string): string[] => imports.filter(({ to }) => to === module).map(({ from }) => from)

  test('processes start in the gateway', () => {
    expect(users('@actions/exec')).toEqual(['src/tools/process/run-command.ts'])
    expect([...users('node:child_process'), ...users('child_process')]).toEqual([])
  })

  test('the GitHub API and the runner have one border each', () => {
    expect(users('@actions/github')).toEqual(['src/tools/github.ts'])
    expect(users('@actions/core').filter((file) => !file.startsWith('src/action/'))).toEqual([])
  })

  test('project code does no input or output', () => {
    const wrong = imports.filter(
      ({ from, to }) => room(from) === 'project' && to.startsWith('node:') && to !== 'node:util'
    )
    expect(wrong.map(show)).toEqual([])
    expect(sources.filter((file) => room(file) === 'project' && /\basync\b|\bawait\b/.test(text(file)))).toEqual([])
  })

  test('steps touch neither Node nor the environment', () => {
    const wrong = imports.filter(({ from, to }) => room(from) === 'steps' && to.startsWith('node:'))
    expect(wrong.map(show)).toEqual([])
    expect(sources.filter((file) => room(file) === 'steps' && text(file).includes('process.'))).toEqual([])
  })

  test('no command pushes by force', () => {
    expect(sources.filter((file) => /'push'[^)]*'--force/.test(text(file)))).toEqual([])
  })
})

describe('files stay small', () => {
  const lengths = sources.map((file) => text(file).split('\n').length).sort((a, b) => a - b)

  test('half of them under 60 lines, none over 200', () => {
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(60)
    // The options are one table, which is longer than a file of code may be.
    expect(sources.filter((file) => text(file).split('\n').length > 200 && file !== 'src/options.ts')).toEqual([])
  })
})
