import { cleanUp } from '../commands/clean-up.js'

/** The `post` step of the actions: removes what a killed step left behind. Loads only what it needs. */
export async function runCleanUp(): Promise<void> {
  const removed = await cleanUp()
  if (removed > 0) console.log(`Removed what a killed step had left: ${removed} private folders.`)
}
