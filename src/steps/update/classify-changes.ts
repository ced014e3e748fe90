/** State of a checkout after Composer ran in it. */
interface UpdatedCheckout {
  /** Entries of `git status`, without renames. */
  readonly entries: readonly { readonly status: string; readonly path: string }[]
  /** Files that the old base packages mapped, and those that the new ones map. */
  readonly oldMapped: { has(path: string): boolean }
  readonly newMapped: { has(path: string): boolean }
  /** Files that the plan writes itself. */
  readonly planned: ReadonlySet<string>
}

/** What to do with each changed path. */
export interface ClassifiedChanges {
  readonly written: readonly string[]
  readonly removed: readonly string[]
  /** The project's own files, to be restored from HEAD. */
  readonly restore: readonly string[]
  /** Unplanned changes: the commit must not include them. */
  readonly unexpected: readonly string[]
}

// Written by the marshaling plugin and by the template's ece-tools script, besides the map.
const generated = new Set(['app/etc/vendor_path.php', '.magento.env.md', '.magento.env.yaml.dist', 'var/.regenerate'])

/** Separates the changes of Composer and the plan from files to restore and from unplanned changes. */
export function classifyChanges(checkout: UpdatedCheckout): ClassifiedChanges {
  const sorted = {
    written: [] as string[],
    removed: [] as string[],
    restore: [] as string[],
    unexpected: [] as string[]
  }
  for (const { status, path } of checkout.entries) {
    const where = destination(status, path, checkout)
    if (where !== 'ignore') sorted[where].push(path)
  }
  return sorted
}

function destination(status: string, path: string, checkout: UpdatedCheckout): keyof ClassifiedChanges | 'ignore' {
  if (checkout.planned.has(path)) return 'written'
  const isNew = status === '??'
  // Some base packages map .gitignore and .github over the project's own files; those must never change.
  if (path === '.gitignore' || path.startsWith('.github/')) return isNew ? 'ignore' : 'restore'
  const mapped = checkout.newMapped.has(path) || checkout.oldMapped.has(path)
  // vendor/.htaccess is in the map of the base package, and tracked in many projects.
  if (path.startsWith('vendor/') && !mapped) return isNew ? 'ignore' : 'unexpected'
  if (status.includes('D')) return checkout.oldMapped.has(path) ? 'removed' : 'restore'
  return mapped || generated.has(path) ? 'written' : 'unexpected'
}
