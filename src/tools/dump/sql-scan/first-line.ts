/** Keeps the first line of a text that comes in pieces. */
interface FirstLine {
  add(chunk: Buffer): void
  /** The line, cut at 300 bytes. */
  text(): string
}

const most = 300
const newline = 10

/** An empty collector. */
export function createFirstLine(): FirstLine {
  let kept = Buffer.alloc(0)
  let isOver = false
  return {
    add: (chunk) => {
      if (isOver) return
      const end = chunk.indexOf(newline)
      kept = Buffer.concat([kept, chunk.subarray(0, end < 0 ? most : Math.min(end, most))]).subarray(0, most)
      isOver = end >= 0 || kept.length === most
    },
    text: () => kept.toString('utf8')
  }
}
