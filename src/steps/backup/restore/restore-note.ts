import { z } from 'zod'
import { oneLine } from '../manifest/manifest-texts.js'

// Whoever can write to a folder of backups can write one: it names folders beside it, never paths.
const folderName = oneLine.refine((text) => !text.includes('/') && !/^\.{0,2}$/.test(text), 'is no name of a folder')

/** What a restore leaves beside the backup before it drops anything, and removes when it is over. */
export const restoreNote = z.object({
  schemaVersion: z.literal(1),
  id: z.uuid(),
  project: oneLine,
  environment: oneLine,
  application: oneLine.nullable(),
  backup: folderName.describe('folder of the backup that is restored, beside this note'),
  wayBack: folderName.nullable().describe('folder of the backup of what was there before; null where there is none'),
  flags: z.array(z.string().max(20_000)).describe('of the command, without secrets'),
  startedAt: z.iso.datetime()
})

/** See {@link restoreNote}. */
export type RestoreNote = z.infer<typeof restoreNote>

const noteName = /^unfinished-restore-[0-9a-f-]{36}\.json$/

/** Whether a file is such a note by its name. */
export function isNoteName(name: string): boolean {
  return noteName.test(name)
}

/** Reads the text of a note; null where it is none. */
export function parseRestoreNote(text: string): RestoreNote | null {
  try {
    return restoreNote.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
