/** Module name to whether it is enabled. */
export type ModuleStates = ReadonlyMap<string, boolean>

/** The section `modules` of app/etc/config.php, or the lines of it; null for a text that names no module. */
export function parseModuleStates(configPhp: string): ModuleStates | null {
  const section = /(['"])modules\1\s*=>\s*(?:\[|array\s*\()([\s\S]*?)[\])]/.exec(configPhp)?.[2] ?? configPhp
  const found = [...section.matchAll(/(['"])([A-Za-z0-9]+_[A-Za-z0-9]+)\1\s*=>\s*([01])\b/g)]
  return found.length === 0 ? null : new Map(found.map(([, , name = '', state]) => [name, state === '1']))
}

/**
 * What differs on the server for the modules that are committed, one line each. Modules that are committed nowhere
 * are new: the build enables them.
 */
export function compareModuleStates(committed: ModuleStates, running: ModuleStates): readonly string[] {
  const word = (state: boolean | undefined): string =>
    state === undefined ? 'missing' : state ? 'enabled' : 'disabled'
  return [...committed]
    .filter(([name, state]) => running.get(name) !== state && !(running.get(name) === undefined && !state))
    .map(([name, state]) => `${name} is ${word(running.get(name))} instead of ${word(state)}`)
}
