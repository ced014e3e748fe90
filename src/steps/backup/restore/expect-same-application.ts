import { UpgradeError } from '../../../errors.js'
import { areDifferent } from '../reuse/is-reusable.js'

/** Throws UpgradeError `bad-input` where a backup of one application would be loaded into the database of another. */
export function expectSameApplication(backedUp: string | null, target: string | null): void {
  if (!areDifferent(backedUp, target)) return
  throw new UpgradeError('bad-input', {
    message: `The backup is one of the application ${backedUp ?? ''}, and this would load it into ${target ?? ''}.`,
    next: `To restore ${backedUp ?? ''}, set app: ${backedUp ?? ''}. If it is the same application under another name, run this where no .magento.app.yaml is, with app left out.`
  })
}
