/** One part of a remote script: a name and constant shell text. */
export interface SectionCommand {
  readonly name: string
  readonly command: string
}

/** The output of one part, both streams together, and its exit code. */
export interface Section {
  readonly text: string
  readonly exitCode: number
}

/**
 * A script for any shell that runs the commands one after the other, each between two lines that begin with `marker`.
 * The marker must be fresh and random, so that no output of the commands can imitate it.
 */
export function sectionsScript(marker: string, commands: readonly SectionCommand[]): string {
  const parts = commands.map(({ name, command }) =>
    [
      `printf '\\n%s begin %s\\n' ${marker} ${name}`,
      `( ${command} ) </dev/null 2>&1`,
      `printf '\\n%s end %s %s\\n' ${marker} ${name} "$?"`
    ].join('\n')
  )
  return [atRoot, ...parts, 'exit 0', ''].join('\n')
}

// The login folder is the application's root on every documented plan.
const atRoot = 'test -f bin/magento || cd "${MAGENTO_CLOUD_APP_DIR:-.}" 2>/dev/null || :'

/** The completed parts of a script of {@link sectionsScript}, by name. */
export function parseSections(marker: string, output: string): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>()
  for (const section of `\n${output}`.split(`\n${marker} begin `).slice(1)) {
    const [name = ''] = section.split('\n', 1)
    const end = `\n${marker} end ${name} `
    const at = section.lastIndexOf(end)
    if (at < 0) continue
    const exitCode = Number.parseInt(section.slice(at + end.length), 10)
    if (!Number.isNaN(exitCode)) sections.set(name, { text: section.slice(name.length + 1, at), exitCode })
  }
  return sections
}
