import type { UpgradeError } from '../errors.js'
import { readLock, type LockedPackage } from './composer-lock.js'
import { compareVersions, nextLine, parseProductVersion, releaseLine } from './product-version.js'
import { unusable } from './read-json.js'

const metapackage = 'magento/magento-cloud-metapackage'
const commerce = 'magento/product-enterprise-edition'
const openSource = 'magento/product-community-edition'
const elsewhere = 'Set working-directory to the root of an Adobe Commerce on cloud infrastructure project.'

/** The error for a project without the cloud metapackage: what it is instead, and how to make it a Cloud project. */
export function noMetapackage(require: Readonly<Record<string, string>>, composerLockText: string): UpgradeError {
  const packages = lockedOf(composerLockText)
  const version = (name: string): string | null => packages.find((locked) => locked.name === name)?.version ?? null
  const product = commerce in require ? (version(commerce) ?? require[commerce]) : undefined
  const missing = `composer.json does not require ${metapackage}`
  if (product === undefined && !('magento/magento2-base' in require))
    return openSource in require
      ? unusable(
          `${missing}, but ${openSource}: this is Magento Open Source, and only Adobe Commerce is supported.`,
          `Upgrade it with composer require ${openSource}:VERSION, as its documentation says.`
        )
      : unusable(`${missing}.`, elsewhere)
  if (product !== undefined && isOld(product))
    return unusable(
      `${missing}, as in projects of 2.0.4 and older.`,
      `Replace the requirement on the product with ${metapackage} and the range of the current line, then plan again.`
    )
  return unusable(
    `${missing}; it requires the product${'magento/ece-tools' in require ? ' and magento/ece-tools' : ''} directly, without the package that keeps them in step.`,
    `Replace these requirements: run composer remove --no-update for them and composer require "${metapackage}:${rangeOf(product)}" in the deployed state, deploy that, then plan again.`
  )
}

function rangeOf(product: string | undefined): string {
  if (product === undefined || parseProductVersion(product) === null) return '>=LINE <NEXT'
  const line = releaseLine(product)
  return `>=${line} <${nextLine(line)}`
}

function isOld(product: string): boolean {
  return parseProductVersion(product) !== null && compareVersions(product, '2.0.5') < 0
}

// An unreadable lock is reported elsewhere.
function lockedOf(composerLockText: string): readonly LockedPackage[] {
  try {
    return readLock(composerLockText).packages
  } catch {
    return []
  }
}
