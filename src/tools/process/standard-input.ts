import { withoutCutLine } from '../../project/last-characters.js'

/** Reads standard input to its end, and returns the last `most` bytes of it as UTF-8, from the beginning of a line on. */
export async function readStandardInput(most: number): Promise<string> {
  let end = Buffer.alloc(0)
  let total = 0
  for await (const chunk of process.stdin) {
    total += (chunk as Buffer).length
    end = Buffer.concat([end, Buffer.from(chunk as Buffer)]).subarray(-most)
  }
  const text = end.toString('utf8')
  return total > most ? withoutCutLine(text) : text
}
