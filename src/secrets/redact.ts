import { secretForms } from './secret-forms.js'
import type { Secret } from './secret.js'

const prefix = 4

/**
 * A function that replaces every form of the secrets by `***`; secrets added to a list later count from then on. Values
 * under six characters and common words are not replaced. Each text is read once, whatever the number of forms and
 * lists: the longest form at a position wins, from any list.
 */
export function createRedact(...lists: readonly (readonly Secret[])[]): (text: string) => string {
  let known = -1
  let hide = (text: string): string => text
  return (text) => {
    const count = lists.reduce((sum, secrets) => sum + secrets.length, 0)
    if (known !== count) {
      hide = createHider(lists.flat().flatMap((secret) => secretForms(secret)))
      known = count
    }
    return hide(text)
  }
}

// At most positions no form begins, which one table lookup shows.
function createHider(forms: readonly string[]): (text: string) => string {
  const begins = new Uint8Array(0x10000)
  const byPrefix = new Map<string, string[]>()
  for (const form of [...new Set(forms)].sort((a, b) => b.length - a.length)) {
    begins[hash(form, 0)] = 1
    const start = form.slice(0, prefix)
    byPrefix.set(start, [...(byPrefix.get(start) ?? []), form])
  }
  const formAt = (text: string, at: number): string | undefined =>
    byPrefix.get(text.slice(at, at + prefix))?.find((form) => text.startsWith(form, at))
  return (text) => {
    const pieces: string[] = []
    let done = 0
    for (let at = 0; at <= text.length - prefix; at += 1) {
      const form = begins[hash(text, at)] === 1 ? formAt(text, at) : undefined
      if (form === undefined) continue
      pieces.push(text.slice(done, at), '***')
      done = at + form.length
      at = done - 1
    }
    return done === 0 ? text : pieces.join('') + text.slice(done)
  }
}

function hash(text: string, at: number): number {
  return (
    (text.charCodeAt(at) ^
      (text.charCodeAt(at + 1) << 4) ^
      (text.charCodeAt(at + 2) << 8) ^
      (text.charCodeAt(at + 3) << 11)) &
    0xffff
  )
}
