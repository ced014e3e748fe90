const remembered = 2000

/** Gives those complete lines of a growing text that were not given before, also where its beginning has been cut off. */
export function createLogTail(): (text: string, ended: boolean) => readonly string[] {
  let given = 0
  let last = ''
  return (text, ended) => {
    // The last piece is a line of its own only once nothing follows any more.
    const whole = ended && text !== '' && !text.endsWith('\n') ? `${text}\n` : text.slice(0, text.lastIndexOf('\n') + 1)
    const start = startOfNew(whole, given, last)
    if (start === null || start >= whole.length) return []
    given = whole.length
    last = whole.slice(-remembered)
    return whole.slice(start, -1).split('\n')
  }
}

function startOfNew(text: string, given: number, last: string): number | null {
  if (text.startsWith(last, given - last.length)) return given
  const at = text.lastIndexOf(last)
  if (at >= 0) return at + last.length
  // A shorter text is an answer that broke off; a longer one has lost what was between.
  return text.length < given ? null : 0
}
