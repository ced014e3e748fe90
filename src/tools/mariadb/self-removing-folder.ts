import { constants } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RunCommand, RunOptions } from '../process/command.js'

/** A private folder with processes. Both are removed when this process ends, even if it is killed. */
export interface SelfRemovingFolder {
  readonly path: string
  /** As {@link RunCommand}; the process is killed and the folder removed as soon as this process ends. */
  readonly run: RunCommand
}

// The kernel closes our end of the pipe however we die, and the reader notices at once. A server that is just ending
// may still write into the folder, hence the second attempt.
const guardScript = `folder=$1; shift
"$@" & child=$!
{ cat "$folder/alive"; kill -KILL "$child"; rm -rf "$folder" || { sleep 1; rm -rf "$folder"; }; } >/dev/null 2>&1 & guard=$!
wait "$child"; status=$?
kill "$guard" 2>/dev/null
exit "$status"`

interface Making {
  readonly parent: string
  readonly prefix: string
  readonly run: RunCommand
  readonly env: RunOptions['env']
}

/** Makes a {@link SelfRemovingFolder} named `prefix`… in `parent` for `task`, and removes it afterwards. */
export async function inSelfRemovingFolder<T>(
  { parent, prefix, run, env }: Making,
  task: (folder: SelfRemovingFolder) => Promise<T>
): Promise<T> {
  const path = await mkdtemp(join(parent, prefix))
  const pipe = join(path, 'alive')
  try {
    const { exitCode } = await run(['mkfifo', '-m', '600', pipe], { env })
    if (exitCode !== 0) throw new Error('no named pipe could be created in the temporary folder')
    // Opened for reading and writing: opening one end only would wait for the other.
    const alive = await open(pipe, constants.O_RDWR)
    try {
      return await task({
        path,
        run: (argv, options) => run(['sh', '-c', guardScript, 'guard', path, ...argv], options)
      })
    } finally {
      await alive.close()
    }
  } finally {
    await rm(path, { recursive: true, force: true })
  }
}
