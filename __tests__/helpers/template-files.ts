import { stringify } from 'yaml'
import history from '../../src/data/template-history.json' with { type: 'json' }
import { compareVersions, releaseLine } from '../../src/project/product-version.js'
import type { TemplateFiles } from '../../src/project/template-settings.js'

type Tree = Record<string, unknown>

/** The files of a project that is the template of this version, with all settings that templates have otherwise. */
export function templateFilesOf(version: string): TemplateFiles {
  const trees: Record<string, Tree> = {}
  const lines: string[] = []
  for (const { file, path, items, values } of history.settings) {
    const reached = Object.entries(values).filter(([since]) => compareVersions(since, releaseLine(version)) <= 0)
    const value: unknown = reached.at(-1)?.[1] ?? null
    if (value === null || value === false) continue
    if (file === '.gitignore') lines.push(...(items ?? []))
    else put((trees[file] ??= {}), path, items ?? value)
  }
  const app = trees['.magento.app.yaml'] ?? {}
  const hooks = Object.entries((app['hooks'] ?? {}) as Record<string, string[]>)
  app['hooks'] = Object.fromEntries(hooks.map(([name, commands]) => [name, commands.join('\n')]))
  return {
    'composer.json': JSON.stringify(trees['composer.json'], null, 4),
    '.gitignore': lines.length === 0 ? '/vendor\n' : `${lines.join('\n')}\n`,
    '.magento.app.yaml': stringify(app),
    '.magento/services.yaml': stringify(trees['.magento/services.yaml']),
    'php.ini': Object.entries(trees['php.ini'] ?? {})
      .map(([name, value]) => `${name} = ${String(value)}\n`)
      .join('')
  }
}

function put(tree: Tree, path: readonly string[], value: unknown): void {
  const last = path.at(-1) ?? ''
  const list = (given: unknown): unknown[] => (Array.isArray(given) ? given : [])
  const parent = path.slice(0, -1).reduce<Tree>((inner, key) => (inner[key] ??= {}) as Tree, tree)
  const known = parent[last]
  parent[last] = Array.isArray(value) && Array.isArray(known) ? [...list(known), ...list(value)] : value
}
