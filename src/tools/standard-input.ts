/** Reads standard input to its end, and returns the last `most` bytes of it as UTF-8. */
export async function readStandardInput(most: number): Promise<string> {
  let end = Buffer.alloc(0)
  for await (const chunk of process.stdin) end = Buffer.concat([end, Buffer.from(chunk as Buffer)]).subarray(-most)
  return end.toString('utf8')
}
