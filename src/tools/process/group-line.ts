/** Finds the line on which a process tells the id of its group, among what else comes on the same stream. */
export interface GroupLine {
  /** The id of the process group; null until the line has come. */
  readonly group: number | null
  /** What of a chunk is not that line. */
  pass(chunk: Buffer): Buffer
  /** What was held back at the end of the stream: text before a line that never came. */
  end(): Buffer
}

const nothing = Buffer.alloc(0)

/** A {@link GroupLine} for the line `<mark> <id>`. A launcher may warn before it, so it need not be the first. */
export function createGroupLine(mark: string): GroupLine {
  const wanted = new RegExp(`^${mark} (\\d+)\\n`, 'm')
  let held: Buffer = nothing
  let group: number | null = null
  return {
    get group() {
      return group
    },
    pass: (chunk) => {
      if (group !== null) return chunk
      held = Buffer.concat([held, chunk])
      const text = held.toString('latin1')
      const found = wanted.exec(text)
      if (found === null) return nothing
      group = Number(found[1])
      return Buffer.from(text.replace(found[0], ''), 'latin1')
    },
    end: () => (group === null ? held : nothing)
  }
}
