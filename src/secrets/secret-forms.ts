import { fileNameForms } from './forms/file-name.js'
import { escapeHtml, htmlNumbers } from './forms/html.js'
import { inJson, jsonForms } from './forms/json.js'
import { quotedForms } from './forms/quoted.js'
import { urlForms } from './forms/url.js'
import type { Secret } from './secret.js'

const shortest = 6

// Hiding one of these words would make every text unreadable and protect nothing.
const words = new Set(
  'access account admin adobe backup branch cloud commerce composer database default deploy deployment develop development environment example github integration localhost magento master password private production project public repository secret server staging token upgrade username version'.split(
    ' '
  )
)

/**
 * The forms in which programs write a secret: verbatim, in JSON, HTML, URLs, shells, PHP, SQL and YAML, as hexadecimal
 * digits, and in base64, once and twice, at every alignment. Longest first; none is shorter than six characters or a
 * common word.
 */
export function secretForms(secret: Secret): readonly string[] {
  const value = secret.reveal()
  // Programs read and print line by line. The first and last line of a key are the same in all keys.
  const lines = value.split(/\r?\n/).filter((line) => !/^-----(?:BEGIN|END) [A-Z ]+-----$/.test(line))
  const all = [...new Set([value, value.trim(), ...lines])].flatMap(formsOf)
  const kept = new Set(
    all.map((form) => form.trim()).filter((form) => form.length >= shortest && !words.has(form.toLowerCase()))
  )
  return [...kept].sort((a, b) => b.length - a.length)
}

function formsOf(value: string): readonly string[] {
  const written = [value, ...jsonForms(value), ...quotedForms(value), ...urlForms(value), ...escapeHtml(value)]
  // Logs may be JSON, so each form is also encoded as JSON.
  const texts = new Set([...written, ...written.map(inJson)])
  const once = [...new Set(written)].flatMap(base64Cores)
  const twice = base64Cores(value).flatMap(base64Cores)
  const whole = [Buffer.from(value).toString('base64'), Buffer.from(value).toString('base64url')]
  return [
    ...texts,
    ...[value, ...urlForms(value)].flatMap(fileNameForms),
    ...htmlNumbers(value),
    ...hexForms(value),
    ...hexForms(value).map(inJson),
    ...whole,
    ...once,
    ...twice
  ]
}

// For each of the three alignments, the characters that do not depend on the text before or after.
function base64Cores(text: string): readonly string[] {
  const bytes = Buffer.from(text)
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const core = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6))
    return [
      core,
      core.replaceAll('+', '-').replaceAll('/', '_'),
      core.replaceAll('/', String.raw`\/`),
      core.replaceAll('+', '%2B').replaceAll('/', '%2F'),
      core.replaceAll('+', '%2b').replaceAll('/', '%2f')
    ]
  })
}

function hexForms(text: string): readonly string[] {
  const bytes = [...Buffer.from(text)].map((byte) => byte.toString(16).padStart(2, '0'))
  const joined = [...[':', ' ', '-', ', '].map((sign) => bytes.join(sign)), bytes.join('')]
  const marked = [
    ...['\\x', '%', '=', '\\u00'].map((sign) => sign + bytes.join(sign)),
    bytes.map((byte) => `0x${byte}`).join(', ')
  ]
  return [...joined, ...marked].flatMap((form) => [form, form.replaceAll(/[a-f]/g, (letter) => letter.toUpperCase())])
}
