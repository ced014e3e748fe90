import { z } from 'zod'

/** One command that `composer install` or `composer update` runs, and the event that triggered it. */
interface ScriptCommand {
  readonly event: string
  readonly command: string
}

// Composer accepts an object as a list, and any of its events may have scripts.
const commands = z
  .union([z.string(), z.array(z.unknown()), z.record(z.string(), z.unknown())])
  .transform((value) => (typeof value === 'string' ? [value] : Object.values(value)))
  .transform((list) => list.filter((entry) => typeof entry === 'string'))
// Only an entry of an invalid type is skipped; the others run.
const root = z.looseObject({ scripts: z.record(z.string(), commands.catch([])).catch({}).optional() })

// https://getcomposer.org/doc/articles/scripts.md#event-names, without those of commands that an update is not (2026-11).
const events = [
  ...['init', 'command', 'pre-command-run', 'pre-file-download', 'post-file-download'],
  ...['pre-install-cmd', 'post-install-cmd', 'pre-update-cmd', 'post-update-cmd'],
  ...['pre-dependencies-solving', 'post-dependencies-solving', 'pre-pool-create', 'pre-operations-exec'],
  ...['pre-package-install', 'post-package-install', 'pre-package-update', 'post-package-update'],
  ...['pre-package-uninstall', 'post-package-uninstall', 'pre-autoload-dump', 'post-autoload-dump']
]

/**
 * Every command that Composer runs during an install or update, with references resolved: `@name` is another script,
 * `@php` and `@composer` are programs, `@putenv` runs nothing. A reference to itself is kept as written.
 */
export function scriptCommands(composerJsonText: string): readonly ScriptCommand[] {
  const { scripts = {} } = root.parse(JSON.parse(composerJsonText.replace(/^\uFEFF/, '')))
  const own = new Map(Object.entries(scripts))
  const follow = (name: string, trail: readonly string[]): readonly string[] =>
    (own.get(name) ?? []).flatMap((command) => {
      const next = reference(command.trim(), own)
      if (next === null) return [command.trim().replace(/^@php\s+/, 'php ')]
      if (next === '') return []
      return trail.includes(next) ? [command.trim()] : follow(next, [...trail, next])
    })
  return events.flatMap((event) => follow(event, [event]).map((command) => ({ event, command })))
}

/** The script that a command refers to, '' if it runs nothing, null if it is a program. */
function reference(command: string, own: ReadonlyMap<string, unknown>): string | null {
  if (/^@putenv\s/.test(command)) return ''
  if (!command.startsWith('@') || /^@php\s/.test(command)) return null
  const [first = ''] = command.slice(1).split(/\s+/)
  if (first !== 'composer') return first
  // The words after @composer are passed to a shell unchanged, so no other word is allowed there.
  const { run, name = '' } =
    /^@composer\s+(?<run>run(?:-script)?\s+)?(?<name>[\w:-]+)(?:\s+--?[a-z-]+)*$/.exec(command)?.groups ?? {}
  // Its events are among ours, and it only writes in vendor/.
  if (run === undefined && ['dump-autoload', 'dumpautoload'].includes(name)) return ''
  return run !== undefined || own.has(name) ? name : null
}

const schema = /^(?:php\s+)?(?:\.\/)?vendor\/bin\/ece-tools schema:generate(?<tolerant>\s*\|\|\s*(?:true|:|exit 0))?$/
// Magento's own root sets the paths of the coding standard, which are in vendor/.
const codingStandard =
  /^\(?(?:\[ \$COMPOSER_DEV_MODE -eq 0 \] \|\| )?(?:\.\/)?vendor\/bin\/phpcs --config-set installed_paths [\w.,/-]+\)?$/
const harmless = [schema, codingStandard, /^Composer\\Config::disableProcessTimeout$/]

/** Commands that run during an update besides the template's own, and may write anything anywhere. */
export function scriptsBeyondTemplate(composerJsonText: string): readonly ScriptCommand[] {
  const known = new Set<string>()
  return scriptCommands(composerJsonText).filter(({ command }) => {
    if (known.has(command) || harmless.some((pattern) => pattern.test(command))) return false
    known.add(command)
    return true
  })
}

/**
 * Whether the template's `ece-tools schema:generate` runs, which writes `.magento.env.md` into the project root, and
 * whether its failure ends the update (not if `|| true` follows). Null if it does not run.
 */
export function environmentSchemaScript(composerJsonText: string): { readonly mayFail: boolean } | null {
  const matches = scriptCommands(composerJsonText)
    .map(({ command }) => schema.exec(command))
    .filter((match) => match !== null)
  if (matches.length === 0) return null
  return { mayFail: matches.every(({ groups }) => groups?.['tolerant'] !== undefined) }
}
