/** `text` in a string of JSON as JavaScript, PHP, Python and Go write it, and in JSON inside JSON. */
export function jsonForms(text: string): readonly string[] {
  const plain = inJson(text)
  const ascii = plain.replaceAll(/[\u007F-\uFFFF]/g, (letter) => `\\u${code(letter)}`)
  const slashes = [plain, ascii].flatMap((form) => [form, form.replaceAll('/', String.raw`\/`)])
  const forms = slashes.flatMap((form) => [form, ...hexSigns(form)])
  return [...forms, ...forms.map(inJson), ...forms.map((form) => inJson(form).replaceAll('/', String.raw`\/`))]
}

/** `text` in a string of JSON, without the quotes around it. */
export function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

// HTML characters: PHP's JSON_HEX_TAG and similar flags, and Go's default.
function hexSigns(form: string): readonly string[] {
  const signs = form
    .replaceAll(/[<>&']/g, (letter) => `\\u${code(letter).toUpperCase()}`)
    .replaceAll(String.raw`\"`, String.raw`\u0022`)
  return [signs, form.replaceAll(/[<>&]/g, (letter) => `\\u${code(letter)}`)]
}

function code(letter: string): string {
  return letter.charCodeAt(0).toString(16).padStart(4, '0')
}
