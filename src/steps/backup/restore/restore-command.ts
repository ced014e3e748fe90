/** The command that restores a backup, for a person to type: `path` is its folder, `flags` are words of the command line. */
export function restoreCommand(path: string, environment: string, flags: readonly string[]): string {
  const words = ['magento-cloud-upgrade', 'backup', 'restore', path, ...flags, '--confirm', environment]
  return words.map(quoted).join(' ')
}

/** A word as a POSIX shell reads it; one of several lines as bash and zsh do, since a command is printed on one line. */
function quoted(word: string): string {
  if (/[\r\n]/.test(word))
    return `$'${word.replaceAll(/[\\']/g, '\\$&').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
