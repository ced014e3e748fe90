import { readDump, type DumpFacts } from './read-dump.js'
import { openDumpSink, type Written } from './dump-sink.js'
import { withPipe } from '../process/pipes.js'
import type { CommandResult, RunCommand } from '../process/command.js'

/** The result of reading a dump, and the file that it was written to. */
export interface StoredDump extends DumpFacts {
  readonly file: Written
}

/** Stores dumps while they are made. */
export interface DumpStore {
  /** A reader that checks a compressed dump while it writes it into the new file `path`, encrypted if asked for. */
  into(path: string, recipients: readonly string[]): (source: AsyncIterable<Buffer>) => Promise<StoredDump>
  /** The same for a process, which gets a pipe for its stdout. */
  fromProcess(
    path: string,
    recipients: readonly string[],
    start: (pipe: string) => Promise<CommandResult>
  ): Promise<{ readonly value: StoredDump; readonly result: CommandResult }>
}

/** The real {@link DumpStore}. */
export function createDumpStore(run: RunCommand): DumpStore {
  const into: DumpStore['into'] = (path, recipients) => async (source) => {
    const sink = await openDumpSink(path, recipients)
    try {
      const facts = await readDump(source, (chunk) => sink.write(chunk))
      return { ...facts, file: await sink.close() }
    } catch (error) {
      await sink.abandon()
      throw error
    }
  }
  return { into, fromProcess: (path, recipients, start) => withPipe(run, start, into(path, recipients)) }
}
