/** One file that is about to be committed. */
export interface StagedFile {
  readonly path: string
  readonly text: string
  /** Whether it comes from a base package: then keys and SQL in it are published test data. */
  readonly mapped: boolean
  /** Whether HEAD already has the path. */
  readonly tracked: boolean
}

type NamedPattern = readonly [RegExp, string]

const neverCommitted: readonly NamedPattern[] = [
  [/(^|\/)auth\.json$/, 'repository keys'],
  [/^app\/etc\/env\.php(\.bak)?$/, 'the crypt key and database password'],
  [/(^|\/)\.env$/, 'environment secrets'],
  [/^vendor\//, 'installed packages']
]
const unlessMapped: readonly NamedPattern[] = [
  [/\.(sql|dump)(\.(gz|zst|bz2|xz|zip))?$/i, 'a database dump'],
  [/(^|\/)id_(rsa|dsa|ecdsa|ed25519)$/, 'a private SSH key'],
  [/\.(pem|key|p12|pfx)$/i, 'a private key']
]
const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/
const dumpHead = /^-- (?:MySQL|MariaDB) dump /m

/**
 * Why a file must not be committed, or null. `secretForms` are all forms of the live secrets of this run.
 */
export function scanStagedFiles(file: StagedFile, secretForms: readonly string[]): string | null {
  if (secretForms.some((form) => file.text.includes(form))) return 'contains a secret of this run'
  if (file.mapped && file.path === 'vendor/.htaccess') return null
  const names = file.mapped ? neverCommitted : [...neverCommitted, ...unlessMapped]
  const name = names.find(([pattern]) => pattern.test(file.path))
  if (name && !file.tracked) return `looks like ${name[1]}`
  if (file.mapped) return null
  if (privateKey.test(file.text)) return 'contains a private key'
  if (dumpHead.test(file.text.slice(0, 4096))) return 'is a database dump'
  return null
}
