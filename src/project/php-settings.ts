/** The settings of a `php.ini`: name to value, without quotes and comments. */
export function readPhpSettings(text: string): Readonly<Record<string, string>> {
  const settings: Record<string, string> = {}
  for (const line of text.split('\n')) {
    const equals = line.indexOf('=')
    const name = line.slice(0, Math.max(equals, 0)).trim()
    if (name === '' || /^[;[#]/.test(name)) continue
    settings[name] = unquoted(line.slice(equals + 1).trim())
  }
  return settings
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return (value.split(';')[0] ?? '').trim()
  const end = value.indexOf('"', 1)
  return end < 0 ? value : value.slice(1, end)
}
