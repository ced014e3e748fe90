const rules: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<e-mail>'],
  [/\b(?:\d{1,3}\.){3}\d{1,3}\b(?!\.\d)/g, '<ip>'],
  [/\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b/gi, '<ip>'],
  [
    /(\b[\w-]*(?:password|passwd|pwd|secret|token|api[_-]?key|authorization)[\w-]*["']?\s*(?:[=:]|=>)\s*["']?)(?:(?:Bearer|Basic)\s+)?[^\s"',;&)]+/gi,
    '$1<hidden>'
  ],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/g, '$1 <hidden>'],
  [/(\/\/)[^\s/@:]+:[^\s/@]+@/g, '$1<hidden>@'],
  [/\?[\w%.[\]-]+=[^\s"')]*/g, '?<query>'],
  [/\b[0-9a-f]{32,}\b/gi, '<hex>'],
  [/\b(?=[\w+/-]*\d)(?=[\w+/-]*[A-Z])(?=[\w+/-]*[a-z])[\w+-]{40,}={0,2}(?![\w/])/g, '<token>']
]

/** `text` without e-mail addresses, IP addresses, tokens, passwords and query strings: logs hold customers' data. */
export function redactEvidence(text: string): string {
  return rules.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
}
