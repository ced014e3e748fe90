import type { Problem } from '../../errors.js'
import { contentHash } from '../../tools/composer/content-hash.js'

/**
 * A warning if composer.lock was made for another composer.json: the upgrade then includes whatever was edited
 * meanwhile. None if that is not known.
 */
export function staleLock(composerJsonText: string, composerLockText: string): readonly Problem[] {
  const [, locked] = /"content-hash"\s*:\s*"([0-9a-f]{32})"/.exec(composerLockText) ?? []
  const wanted = contentHash(composerJsonText)
  if (locked === undefined || wanted === null || locked === wanted) return []
  return [
    {
      id: 'composer-lock-stale',
      severity: 'warning',
      level: 'before',
      message:
        'composer.lock was not made for this composer.json (its content-hash differs): the upgrade also includes the edits made since.',
      fix: 'Run composer update --lock, check its changes, and commit composer.lock before the upgrade.'
    }
  ]
}
