/**
 * `text` in URLs and forms, with upper and lower-case hexadecimal digits, encoded once and twice, and in
 * quoted-printable.
 */
export function urlForms(text: string): readonly string[] {
  // A lone surrogate, which encodeURI refuses, is encoded as other programs do.
  const wellFormed = Buffer.from(text).toString()
  const component = encodeURIComponent(wellFormed)
  const strict = component.replaceAll(/[!'()*]/g, percent)
  const form = new URLSearchParams({ v: text }).toString().slice(2)
  const encoded = [
    component,
    strict,
    strict.replaceAll('~', '%7E'),
    strict.replaceAll('%20', '+').replaceAll('~', '%7E'),
    form,
    encodeURI(wellFormed),
    userInfo(text)
  ]
  const both = encoded.flatMap((one) => [one, one.replaceAll(/%[0-9A-F]{2}/g, (code) => code.toLowerCase())])
  return [...both, ...both.map(encodeURIComponent), quotedPrintable(text)]
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}

function userInfo(text: string): string {
  const url = new URL('https://host/')
  url.password = text
  return url.password
}

function quotedPrintable(text: string): string {
  const byte = (letter: string): string =>
    [...Buffer.from(letter)].map((one) => `=${one.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  return text.replaceAll(/[^\u0020-\u003C\u003E-\u007E]/gu, byte)
}
