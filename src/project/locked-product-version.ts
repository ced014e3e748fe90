import { UpgradeError } from '../errors.js'
import { lockedPackages } from './composer-project.js'

const productNames = ['magento/product-enterprise-edition', 'magento/magento2-base']

/**
 * The product version that a composer.lock holds: what `bin/magento --version` has to print. Throws UpgradeError
 * `preflight-failed` for a lock without product.
 */
export function lockedProductVersion(composerLockText: string): string {
  const packages = lockedPackages(composerLockText)
  const found = productNames.map((name) => packages.find((locked) => locked.name === name)).find(Boolean)
  if (found) return found.version
  throw new UpgradeError('preflight-failed', {
    message: `composer.lock does not hold ${productNames[0] ?? ''}.`,
    next: 'Check out the commit that was deployed, or set expected-version.'
  })
}
