import { join } from 'node:path'

/** Folders that stay empty: one for reading and writing files, one for plugins. */
export const emptyFolders = ['no-files', 'no-plugins'] as const

/** No flushing to disk: the data is thrown away anyway, and setting up a server takes a fifth of the time. */
export const unsynced = '--loose-debug-no-sync'

/**
 * Options of a scratch server whose own folder is `home`: features by which foreign SQL could reach outside are off.
 */
export function serverOptions(home: string): readonly string[] {
  return [
    '--skip-networking',
    '--local-infile=0',
    `--secure-file-priv=${join(home, emptyFolders[0])}`,
    `--plugin-dir=${join(home, emptyFolders[1])}`,
    '--skip-symbolic-links',
    '--event-scheduler=OFF',
    '--automatic-sp-privileges=0',
    '--skip-log-bin',
    unsynced,
    '--performance-schema=0',
    `--tmpdir=${home}`,
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    // Its files are removed when it ends: nothing needs to be written for a next start.
    '--innodb-fast-shutdown=2',
    // No statistics for tables that are read once: each new table would write to two more tables.
    '--innodb-stats-persistent=0',
    '--innodb-stats-auto-recalc=0',
    '--innodb-buffer-pool-size=256M',
    '--innodb-log-file-size=256M',
    '--max-allowed-packet=1G',
    '--max-heap-table-size=64M',
    '--max-statement-time=3600',
    '--max-connections=4'
  ]
}
