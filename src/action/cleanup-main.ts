// The `post` step of the actions: what a killed step has left is removed. Loads nothing but what that needs.
import { cleanUp } from '../clean-up.js'

const removed = await cleanUp()
if (removed > 0) console.log(`Removed what a killed step had left: ${removed} private folders.`)
