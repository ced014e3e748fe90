/** Ways in which programs write a secret down, by name. Written without a look at `src/secret-forms`. */
export const encodings: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'with something around it': (secret) => `user:${secret}@host`,
  'in single quotes of PHP': (secret) => `'${secret.replaceAll(/['\\]/g, String.raw`\$&`)}'`,
  'in double quotes of PHP': (secret) => `"${secret.replaceAll(/["$\\]/g, String.raw`\$&`)}"`,
  addslashes: (secret) => secret.replaceAll(/['"\\]/g, String.raw`\$&`),
  'var_export of an array': (secret) => `'key' => '${secret.replaceAll(/['\\]/g, String.raw`\$&`)}',`,
  serialize: (secret) => `s:${Buffer.byteLength(secret)}:"${secret}";`,
  'print_r of an array': (secret) => `[key] => ${secret}`,
  'JSON of JavaScript': (secret) => JSON.stringify({ key: secret }),
  'JSON in JSON': (secret) => JSON.stringify(JSON.stringify({ key: secret })),
  'JSON of PHP': (secret) => phpJson(secret),
  'JSON of PHP in JSON of PHP': (secret) => phpJson(phpJson(secret)),
  'JSON of PHP for HTML': (secret) =>
    phpJson(secret)
      .slice(1, -1)
      .replaceAll('\\"', unicode('"'))
      .replaceAll(/[<>&']/g, (sign) => unicode(sign).toUpperCase().replace('U', 'u')),
  'JSON of Go': (secret) => JSON.stringify(secret).replaceAll(/[<>&]/g, unicode),
  htmlspecialchars: (secret) => html(secret, '&#039;'),
  'HTML of Twig and JavaScript': (secret) => html(secret, '&#39;'),
  'XML text': (secret) => html(secret, '&apos;'),
  'decimal entities': (secret) =>
    Array.from(secret)
      .map((sign) => `&#${sign.codePointAt(0) ?? 0};`)
      .join(''),
  'hexadecimal entities': (secret) =>
    Array.from(secret)
      .map((sign) => `&#x${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()};`)
      .join(''),
  rawurlencode: (secret) => strictPercent(secret),
  'rawurlencode with small digits': (secret) => strictPercent(secret).replaceAll(/%../g, (code) => code.toLowerCase()),
  'rawurlencode twice': (secret) => strictPercent(strictPercent(secret)),
  urlencode: (secret) => strictPercent(secret).replaceAll('%20', '+').replaceAll('~', '%7E'),
  encodeURIComponent: (secret) => encodeURIComponent(secret),
  'a form': (secret) => new URLSearchParams({ key: secret }).toString(),
  'the user of an address': (secret) => `https://x:${strictPercent(secret)}@host/`,
  'percent signs for all bytes': (secret) =>
    bytes(secret)
      .map((byte) => `%${byte.toUpperCase()}`)
      .join(''),
  'single quotes of a shell': (secret) => `'${secret.replaceAll("'", String.raw`'\''`)}'`,
  'single and double quotes of a shell': (secret) => `'${secret.replaceAll("'", `'"'"'`)}'`,
  'double quotes of a shell': (secret) => `"${secret.replaceAll(/["$\\`]/g, String.raw`\$&`)}"`,
  'backslashes of a shell': (secret) => secret.replaceAll(/[^\w\u0080-\uFFFF]/g, String.raw`\$&`),
  'a string of SQL': (secret) => `'${secret.replaceAll(/["'\\]/g, String.raw`\$&`)}'`,
  'a string of ANSI SQL': (secret) => `'${secret.replaceAll("'", "''")}'`,
  'YAML in double quotes': (secret) => `key: "${secret.replaceAll(/["\\]/g, String.raw`\$&`)}"`,
  'YAML in single quotes': (secret) => `key: '${secret.replaceAll("'", "''")}'`,
  CSV: (secret) => `"${secret.replaceAll('"', '""')}"`,
  hex: (secret) => bytes(secret).join(''),
  HEX: (secret) => bytes(secret).join('').toUpperCase(),
  'hex with colons': (secret) => bytes(secret).join(':'),
  'hex dump': (secret) => bytes(secret).join(' '),
  'hex of C': (secret) =>
    bytes(secret)
      .map((byte) => String.raw`\x${byte}`)
      .join(''),
  'a number of SQL': (secret) => `0x${bytes(secret).join('').toUpperCase()}`,
  base64: (secret) => base64(secret),
  'base64, shifted by one': (secret) => base64(`:${secret}`),
  'base64, shifted by two': (secret) => base64(`u:${secret}`),
  'base64, something behind': (secret) => base64(`usr:${secret}:x`),
  'base64 in the middle': (secret) => base64(`{"username":"u","password":${phpJson(secret)},"more":1}`),
  'base64 without its end': (secret) => base64(secret).replace(/=+$/, ''),
  base64url: (secret) => Buffer.from(`ab${secret}yz`).toString('base64url'),
  'base64 twice': (secret) => base64(base64(`user:${secret}`)),
  'base64 in a form': (secret) => encodeURIComponent(base64(`user:${secret}`)),
  'base64 in JSON of PHP': (secret) => phpJson(base64(`user:${secret}`)),
  'an Authorization header': (secret) => `Authorization: Basic ${base64(`user:${secret}`)}`
}

/** Every secret in every encoding, a line for each. */
export function inAllEncodings(secrets: readonly string[]): string {
  const ways = Object.entries(encodings)
  return secrets.flatMap((secret) => ways.map(([, encode], index) => `line ${index}: ${encode(secret)} .`)).join('\n')
}

function bytes(text: string): readonly string[] {
  return [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'))
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

function unicode(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function phpJson(text: string): string {
  return JSON.stringify(text)
    .replaceAll('/', String.raw`\/`)
    .replaceAll(/[\u007F-\uFFFF]/g, unicode)
}

function html(text: string, apostrophe: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", apostrophe)
}

function strictPercent(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
