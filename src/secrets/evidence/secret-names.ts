// Names, or parts of names, of secrets and personal data. Some are too short to be searched within words.
const parts = [
  'password|passwd|passphrase|passkey|passcode|requirepass|masterauth|secret|token|authorization|credential|cookie',
  'signature|pwd|sessid|x-magento-vary|api[_-]?key|license[_-]?key|identified\\s+by',
  '(?:access|private|encryption|account|auth|crypt|secure|shared|form|session|master|storage)[_-]?key|session[_-]?id',
  'crypt/key|(?<=["\'])key(?=["\']\\s*=>)|(?<=["\']crypt["\']\\s{0,9}:\\s{0,9}\\{\\s{0,9}["\'])key|(?<![a-z])(?:pass|pw|auth|nonce|salt|otp|sid|dsn|cvv|cvc)(?![\\w-])'
]
const people = [
  '(?:first|last|middle|customer|shipping|billing)[_-]?name|telephone|phone|fax|street|address_?line|postcode',
  'zip[_-]?code|taxvat|vat[_-]?id|(?<![a-z])(?:dob|iban|cc_owner|(?:cc|card)[_-]?number)(?![a-z])|date[_-]of[_-]birth'
]

/** Finds names of secrets and personal data, each with the rest of its word. */
export const secretNames = new RegExp(`(?:${[...parts, ...people].join('|')})[\\w-]*`, 'gi')

const moduleName = /^[A-Z][A-Za-z0-9]*[a-z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*[a-z]\w*$/
const state = /(?:[01]\b|v?\d+(?:\.\d+)+|schema|data|none|enabled|disabled|[\^~>=<]+\s?\d|dev-)/iy
const nothing =
  /(?:null|true|false|none|array|yes|no)(?![\w-])|\*{3,}|<hidden>|\[\]|\{\}|[{[(](?=\s|$)|["']{2}(?!["'])/iy

/** Whether the text after such a name is not a secret: a state, a version of a package or module, a folder, nothing. */
export function isHarmless(text: string, name: { readonly from: number; readonly to: number }, value: number): boolean {
  const before = text.slice(Math.max(0, name.from - 60), name.from)
  const word = text.slice(name.from, name.to)
  const whole = (/[\w-]*$/.exec(before)?.[0] ?? '') + word
  const starts = (pattern: RegExp): boolean => {
    pattern.lastIndex = value
    return pattern.test(text)
  }
  if (starts(nothing)) return true
  if (/^(?:OLD)?PWD$/.test(whole)) return text[value] === '/'
  if (/(?:Exception|Error|Interface|Manager|Factory)$/.test(word)) return true
  const isPackage = /(?:^|[\s"'(])[a-z0-9][\w.-]{0,40}\/[\w.-]*$/.test(before)
  return (isPackage || moduleName.test(whole)) && starts(state)
}
