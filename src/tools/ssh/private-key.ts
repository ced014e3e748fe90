/** The key to write for ssh, or why there is none. */
type PrivateKey =
  | { readonly text: string; readonly why?: undefined }
  | { readonly text: null; readonly why: string; readonly next: string }

const block = /-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----([\s\S]*?)-----END \1-----/
const wholeFile = 'Set the option to the whole file, from -----BEGIN to END----- with its line breaks.'

// What people give instead of a private key, and the fix. The first match counts.
const mistakes: readonly (readonly [RegExp, string, string])[] = [
  [/^$/, 'it is empty', wholeFile],
  [
    /^PuTTY-User-Key-File-/,
    'it is a key in the format of PuTTY',
    'Convert it: puttygen key.ppk -O private-openssh -o key, and use the file key.'
  ],
  [/-cert-v01@openssh\.com /, 'it is a certificate', 'Use the private key that belongs to it.'],
  [
    /^(?:ssh-|ecdsa-|sk-)\S+ AAAA|^---- BEGIN SSH2 PUBLIC KEY|-----BEGIN (?:RSA )?PUBLIC KEY-----/,
    'it is the public half of a key',
    'Use the private key: the file without .pub.'
  ],
  [
    /^(?:\d+ )?(?:SHA256:[A-Za-z0-9+/=]{43}|MD5:|(?:[0-9a-f]{2}:){15}[0-9a-f]{2})/i,
    'it is the fingerprint of a key',
    'Use the private key itself.'
  ],
  [/-----BEGIN CERTIFICATE-----/, 'it is a certificate', 'Use the private key that belongs to it.'],
  [
    /^\S+ (?:ssh-|ecdsa-)\S+ AAAA/,
    'it is a line of known_hosts',
    'It belongs in known-hosts. Use the private key here.'
  ],
  [/-----BEGIN /, 'its end is missing', wholeFile],
  [/-----END /, 'its beginning is missing', wholeFile],
  [/^(?:~|\.{0,2}\/|[A-Za-z]:\\)\S*$/, 'it is the name of a file', 'Set the option to the content of that file.']
]

/**
 * The private key in `given` as ssh reads it. Lost line ends, added quotes or indents, and base64 are repaired.
 * Anything else is classified, without showing any of it.
 */
export function readPrivateKey(given: string): PrivateKey {
  const text = unwrap(given)
  const found = block.exec(text) ?? block.exec(fromBase64(text))
  if (found) return { text: render(found[1] ?? '', found[2] ?? '') }
  const [, why, next] = mistakes.find(([pattern]) => pattern.test(text)) ?? [null, 'it is not a private key', wholeFile]
  return { text: null, why, next }
}

// A byte order mark counts as white space, and so is trimmed too.
function unwrap(given: string): string {
  const text = given.replaceAll(/\\r\\n|\\n|\r\n?/g, '\n').trim()
  return text.replace(/^(["'`])([\s\S]*)\1$/, '$2').trim()
}

// The base64 alphabet has no dash, so a key itself never matches.
function fromBase64(text: string): string {
  const compact = text.replaceAll(/\s/g, '')
  return /^[A-Za-z0-9+/_]+=*$/.test(compact) ? unwrap(Buffer.from(compact, 'base64').toString('latin1')) : ''
}

// Older files have headers (Proc-Type: …) before an empty line.
function render(kind: string, content: string): string {
  const lines = content.split('\n').map((line) => line.trim())
  const headers = lines.filter((line) => /^[A-Za-z-]+: /.test(line))
  const body = lines
    .filter((line) => !headers.includes(line))
    .join('')
    .replaceAll(/\s/g, '')
  const wrapped = body.match(/.{1,64}/g) ?? []
  const head = headers.length > 0 ? [...headers, ''] : []
  return [`-----BEGIN ${kind}-----`, ...head, ...wrapped, `-----END ${kind}-----`, ''].join('\n')
}
