import type { Secret } from './secret.js'

const shortest = 6

/** The forms in which a secret may turn up in text: as it is, as base64, in JSON, in URLs and in PHP strings. */
export function secretForms(secret: Secret): readonly string[] {
  const value = secret.reveal()
  const base64 = Buffer.from(value).toString('base64')
  const forms = [
    value,
    ...value.split('\n'),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(value).toString('base64url'),
    Buffer.from(value).toString('hex'),
    ...[1, 2].map((shift) => shiftedBase64(value, shift)),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'),
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    new URLSearchParams({ v: value }).toString().slice(2),
    value.replaceAll("'", "'\\''")
  ].map((form) => form.trim())
  return [...new Set(forms)].filter((form) => form.length >= shortest).sort((a, b) => b.length - a.length)
}

// The middle of the base64 text when other bytes stand before the secret, as in `user:password`.
function shiftedBase64(value: string, shift: number): string {
  const bytes = Buffer.from(value).subarray(3 - shift)
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3))
  return whole.toString('base64')
}

/** A function that replaces every form of the secrets by `***`. Values under six characters are left alone. */
export function createRedact(secrets: readonly Secret[]): (text: string) => string {
  const forms = secrets.flatMap((secret) => secretForms(secret)).sort((a, b) => b.length - a.length)
  return (text) => forms.reduce((result, form) => result.replaceAll(form, '***'), text)
}
