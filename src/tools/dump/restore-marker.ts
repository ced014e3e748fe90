/** A table that a restore keeps in the database while that holds neither the old nor the new data as a whole. */
export const markerTable = 'magento_cloud_upgrade_restore'

/** Name of the table, view, trigger, routine and event by which rights are tried; it goes again at once. */
export const probeName = 'magento_cloud_upgrade_probe'
