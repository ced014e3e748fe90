import { join } from 'node:path'

/** Folders that stay empty: files may be read and written in one, plugins loaded from the other. */
export const emptyFolders = ['no-files', 'no-plugins'] as const

/** Nothing waits for the disk: what is on it is thrown away in any case, and setting a server up takes a fifth of the time. */
export const unsynced = '--loose-debug-no-sync'

/** Options of a scratch server whose own folder is `home`: what SQL from outside could reach out with is off. */
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
    // Its files are removed as soon as it has ended: nothing has to be written for the next start.
    '--innodb-fast-shutdown=2',
    // Statistics of tables that are read once: none are kept, or each new table is two more that are written to.
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
