const notes = 'https://experienceleague.adobe.com/en/docs/commerce-operations/release/notes'

/** Adobe's release notes of a version of 2.4: of its line, and of the security patches of that line (2026-11). */
export function releaseNotes(version: string): readonly { readonly text: string; readonly url: string }[] {
  const [, line, patch] = /^(2\.4\.\d{1,2})(-p\d{1,2})?$/.exec(version) ?? []
  if (line === undefined) return []
  const page = line.replaceAll('.', '-')
  return [
    { text: line, url: `${notes}/adobe-commerce/${page}` },
    ...(patch === undefined
      ? []
      : [{ text: `security patches of ${line}`, url: `${notes}/security-patches/${page}-patches` }])
  ]
}
