import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const memory = '/dev/shm'
const gigabytes = 6

/**
 * A new folder in memory for the many small files of the tests, which take a third of their time on a disk; null if
 * there is too little of it, or if programs may not run from it.
 */
export function makeMemoryFolder() {
  let folder = null
  try {
    const { bavail, bsize } = statfsSync(memory)
    if (bavail * bsize < gigabytes * 2 ** 30) return null
    folder = mkdtempSync(join(memory, 'tests-'))
    // Scratch servers run as separate users, who pass through it.
    chmodSync(folder, 0o711)
    const program = join(folder, 'program')
    writeFileSync(program, '#!/bin/sh\n')
    chmodSync(program, 0o755)
    execFileSync(program)
    return folder
  } catch {
    if (folder !== null) rmSync(folder, { recursive: true })
    return null
  }
}
