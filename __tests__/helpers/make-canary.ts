import { randomBytes } from 'node:crypto'

const wild = [`"ö/ \\$&'<`, `%2F+=é;`, ` #'"~>@!`, `/"\\'ü=(*)`]

/** A value that is found nowhere by chance: letters and digits with signs among them that every program quotes. */
export function makeCanary(kind: 'wild' | 'token' = 'wild'): string {
  const [first, second] = [letters(), letters()]
  if (kind === 'token') return `${first}${second}`
  return `${first}${wild[(randomBytes(1)[0] ?? 0) % wild.length] ?? ''}${second}`
}

function letters(): string {
  return randomBytes(24)
    .toString('base64')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .slice(0, 14)
}
