/** A table that exists in the database while it has neither all old nor all new data. */
export const markerTable = 'magento_cloud_upgrade_restore'

/** The table that replaces the marker in the same statement that swaps the tables. */
export const nextMarker = `${markerTable}_next`

/** A table with the numbers and names of the tables that are loaded next to the present ones. */
export const namesTable = `${markerTable}_names`

/**
 * Name of the table, view, trigger, routine and event that are created to test the user's rights, and dropped at once.
 */
export const probeName = 'magento_cloud_upgrade_probe'

/** The name of a dump's table while it is loaded next to the one that it replaces; `number` begins with 1. */
export function newTable(number: number | string): string {
  return `magento_cloud_upgrade_new_${number}`
}

/** The name of an old table between the swap and its DROP. */
export function oldTable(number: number | string): string {
  return `magento_cloud_upgrade_old_${number}`
}

/** An SQL pattern for the tables that such a restore may leave behind, except the marker. */
export const besideTables = `^(${newTable('[0-9]+')}|${oldTable('[0-9]+')}|${nextMarker}|${namesTable})$`

const beside = new RegExp(besideTables)

/** Whether a table is a helper table of a restore. */
export function isOfRestore(name: string): boolean {
  return name === markerTable || beside.test(name)
}
