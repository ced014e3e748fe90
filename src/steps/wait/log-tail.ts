/** Gives those complete lines of a growing text that were not given before. */
export function createLogTail(): (text: string, ended: boolean) => readonly string[] {
  let given = 0
  return (text, ended) => {
    const lines = text.split('\n')
    // The last piece is a line of its own only once nothing follows any more.
    const last = lines.pop() ?? ''
    if (ended && last !== '') lines.push(last)
    const fresh = lines.slice(given)
    given = Math.max(given, lines.length)
    return fresh
  }
}
