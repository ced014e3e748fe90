import { makeWayBack, tellWayBack } from './make-way-back.js'
import type { UnfinishedRestore } from './restore-note.js'
import type { Replacement, RestoreTarget, RestoreTools } from './restore-request.js'
import { removeLeftovers } from './unmark.js'

/** Name of the folder, next to the backup, for a backup of the present content; null if that content is worthless. */
export async function keepWayBack(
  tools: RestoreTools,
  input: {
    readonly parent: string
    readonly replacements: readonly Replacement[]
    readonly earlier: readonly UnfinishedRestore[]
    readonly target: RestoreTarget
  }
): Promise<string | null> {
  const { parent, replacements, earlier, target } = input
  const markers = replacements.flatMap(({ looked: { marker } }) => (marker === null ? [] : [marker]))
  const half = markers.find(({ state }) => state !== 'finished')
  if (half !== undefined) {
    // A kill right after a new note was written leaves the marker of the previous restore.
    const note = earlier.find((each) => each.note.id === half.id) ?? earlier.at(-1)
    const kept = note?.note.wayBack ?? null
    tools.logger.warn(
      `An earlier restore into the database has not ended, so its present content is not backed up. ${kept === null ? 'It is not known here where its previous content is: look next to the backup that was being restored.' : `Its previous content is in ${tools.files.join(parent, kept)}.`}`
    )
    return kept
  }
  if (!target.wayBack || replacements.every(({ looked }) => looked.names.length === 0)) return null
  if (markers.length > 0) for (const { dump } of replacements) await removeLeftovers(tools, target, dump.relationship)
  const { identity, project, environment, application, rehearsal, host } = target
  const encrypted = replacements.some(({ identity: needed }) => needed !== null) ? identity : null
  const place = { project, environment, application, rehearsal, hosts: [host], directory: parent, identity: encrypted }
  const made = await makeWayBack(tools, place)
  tellWayBack(tools.logger, made)
  return (made.manifest ?? '').split('/').at(-2) ?? null
}
