/** The command that restores a backup, for a person to type: `path` is its folder, `flags` are words of the command line. */
export function restoreCommand(path: string, environment: string, flags: readonly string[]): string {
  const words = ['magento-cloud-upgrade', 'backup', 'restore', path, ...flags, '--confirm', environment]
  return words.map(quoted).join(' ')
}

/** A word that a POSIX shell reads as it is. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
