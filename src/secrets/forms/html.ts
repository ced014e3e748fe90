const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const apostrophes = ['&#39;', '&#039;', '&#x27;', '&apos;', "'"]
// The names of U+00A0 to U+00FF, in HTML since 2.0 and 4.0.
const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' '
  )

/** `text` as HTML and XML, with the entities that have names. */
export function escapeHtml(text: string): readonly string[] {
  const withLatin = (form: string): string =>
    form.replaceAll(/[\u00A0-\u00FF]/g, (letter) => `&${latin[letter.charCodeAt(0) - 0xa0] ?? ''};`)
  return apostrophes.flatMap((apostrophe) => {
    const form = text.replaceAll(/[&<>"']/g, (sign) => named[sign] ?? apostrophe)
    const numbered = text.replaceAll(/[&<>"']/g, (sign) => (sign === '"' ? '&#34;' : (named[sign] ?? apostrophe)))
    return [form, numbered, withLatin(form)]
  })
}

/**
 * `text` as HTML with numbers for all its characters, for those that are not letters or digits, and for those beyond
 * ASCII.
 */
export function htmlNumbers(text: string): readonly string[] {
  const letters = [/[^]/gu, /[^A-Za-z0-9]/gu, /[^\u0020-\u007E]/gu]
  const numbers = [
    (letter: string): string => `&#${letter.codePointAt(0) ?? 0};`,
    (letter: string): string => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`,
    (letter: string): string => `&#x${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
  ]
  return letters.flatMap((which) => numbers.map((number) => text.replaceAll(which, number)))
}
