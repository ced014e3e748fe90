/** A table that a restore keeps in the database while that holds neither the old nor the new data as a whole. */
export const markerTable = 'magento_cloud_upgrade_restore'

/** The table that takes the marker's place in the very statement that swaps the tables. */
export const nextMarker = `${markerTable}_next`

/** A table with the numbers and names of the tables that are loaded beside those that are there. */
export const namesTable = `${markerTable}_names`

/** Name of the table, view, trigger, routine and event by which rights are tried; it goes again at once. */
export const probeName = 'magento_cloud_upgrade_probe'

/** The name that a table of a dump has while it is loaded beside the one that it replaces; `number` begins with 1. */
export function newTable(number: number | string): string {
  return `magento_cloud_upgrade_new_${number}`
}

/** The name that a table has between the swap and its DROP. */
export function oldTable(number: number | string): string {
  return `magento_cloud_upgrade_old_${number}`
}

/** What a restore that loads beside may leave behind, the marker itself apart, as a pattern of SQL. */
export const besideTables = `^(${newTable('[0-9]+')}|${oldTable('[0-9]+')}|${nextMarker}|${namesTable})$`

const beside = new RegExp(besideTables)

/** Whether a table is one that a restore made for itself. */
export function isOfRestore(name: string): boolean {
  return name === markerTable || beside.test(name)
}
