/** `text` as shells, PHP, SQL, YAML and CSV quote it, each without the quotes around it. */
export function quotedForms(text: string): readonly string[] {
  const backslash = (signs: RegExp): string => text.replaceAll(signs, String.raw`\$&`)
  return [
    ...shellForms(text),
    backslash(/['\\]/g),
    backslash(/["\\]/g),
    backslash(/["'\\]/g),
    backslash(/["$\\]/g),
    text.replaceAll("'", "''"),
    text.replaceAll('"', '""'),
    // The characters that mysql_real_escape_string escapes.
    escaped(text, /["'\\\n\r\0]/g).replaceAll('\u001A', String.raw`\Z`),
    backslash(/\\/g),
    escaped(text, /["\\\n\r\t]/g),
    escaped(text, /['\\\n\r\t]/g)
  ]
}

const letters: Record<string, string> = {
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
  '\0': String.raw`\0`
}

function escaped(text: string, signs: RegExp): string {
  return text.replaceAll(signs, (sign) => letters[sign] ?? `\\${sign}`)
}

function shellForms(text: string): readonly string[] {
  const ansi = escaped(text, /['\\\n\r\t]/g)
  return [
    text.replaceAll("'", String.raw`'\''`),
    text.replaceAll("'", `'"'"'`),
    text.replaceAll(/["$\\`]/g, String.raw`\$&`),
    text.replaceAll(/["$\\`!]/g, String.raw`\$&`),
    ansi,
    ansi.replaceAll(/[^\u0020-\u007E]/gu, octal),
    ansi.replaceAll(/[^\u0020-\u007E]/gu, (letter) =>
      [...Buffer.from(letter)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
    ),
    // printf %q of bash, and of other shells, which escape more characters. Composer prints `\<` as `<`, and `\>` as
    // `>`.
    text.replaceAll(/[^\w%+./:=@\u0080-\uFFFF-]/g, String.raw`\$&`).replace(/(?<!^)\\[#~]/g, (pair) => pair.slice(1)),
    text.replaceAll(/[^\w%+./:=@\u0080-\uFFFF-]/g, String.raw`\$&`),
    text.replaceAll(/[^\w\u0080-\uFFFF]/g, String.raw`\$&`)
  ].flatMap((form) => [form, form.replaceAll(/\\([<>])/g, '$1')])
}

function octal(letter: string): string {
  return [...Buffer.from(letter)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')
}
