import type { Programs } from './backup-server.js'

/** One thing that goes wrong while the database is dumped. */
export interface Fault {
  /** Id in the catalogue of faults. */
  readonly id: string
  readonly name: string
  readonly programs?: Programs
  /** Shell code before everything else in a session. */
  readonly first?: string
  /** The schema that is dumped, `main` if omitted. */
  readonly schema?: string
  /** SQL of the administrator before and after. */
  readonly sql?: readonly [string, string]
  readonly code: 'backup-failed' | 'backup-unproven'
  /** What the error has to name. */
  readonly says: RegExp
}

/** The faults; `admin` is the command line of a client that may do everything. */
export function backupFaults(admin: string): readonly Fault[] {
  const sql = (text: string): string => `${admin} -e '${text}'`
  return [
    { id: 'F29', name: 'mysqldump is killed', ...midway('kill -9 "$pid"'), code: 'backup-failed', says: /dump 137/ },
    {
      id: 'F25',
      name: 'the connection drops',
      // What is left of this one's plain pipe ends by itself: it does not notice that the connection is gone.
      ...midway('kill -9 "$server"; sleep 4'),
      code: 'backup-failed',
      says: /connection was lost|db:dump 255/
    },
    {
      id: 'F31',
      name: 'a view has lost its table',
      sql: [
        'CREATE TABLE main.gone (a INT); CREATE VIEW main.broken AS SELECT a FROM main.gone; DROP TABLE main.gone',
        'DROP VIEW main.broken'
      ],
      code: 'backup-failed',
      says: /1356/
    },
    {
      id: 'F29',
      name: 'the database server ends the connection',
      ...midway(
        `for id in $(${admin} -BNe "SELECT id FROM information_schema.processlist WHERE user = 'shop'"); do ${admin} -e "KILL $id"; done`
      ),
      code: 'backup-failed',
      says: /dump [23]\b/
    },
    {
      id: 'F32',
      name: 'a table is emptied meanwhile',
      ...midway(sql('TRUNCATE main.sales_order_item')),
      code: 'backup-failed',
      says: /1412/
    },
    {
      id: 'F32',
      name: 'a table is altered meanwhile',
      ...midway(sql('ALTER TABLE main.store_website ENGINE=InnoDB')),
      code: 'backup-failed',
      says: /1412/
    },
    {
      id: 'F32',
      name: 'a table is created meanwhile',
      ...midway(sql('CREATE TABLE main.zz_new (a INT)')),
      sql: ['DO 0', 'DROP TABLE main.zz_new'],
      code: 'backup-unproven',
      says: /changed while the dump ran: zz_new/
    },
    {
      id: 'F26',
      name: 'mysqldump ends with 255, as ssh does',
      programs: { 'mariadb-dump': '"$real" "$@" | head -c 300000; exit 255' },
      code: 'backup-failed',
      says: /dump 255/
    },
    {
      id: 'F30',
      name: 'mysqldump is killed, and the login shell has no pipefail',
      first: 'shell=dash',
      ...midway('kill -9 "$pid"'),
      code: 'backup-failed',
      says: /dump 137/
    },
    {
      id: 'F29',
      name: 'mysqldump ends early and says nothing',
      programs: { 'mariadb-dump': '"$real" "$@" | head -c 300000; exit 0' },
      code: 'backup-unproven',
      says: /trailer/
    },
    {
      id: 'F40',
      name: 'the file is cut off',
      ...compressed('"$real" | head -c -100'),
      code: 'backup-unproven',
      says: /gzip:/
    },
    {
      id: 'F40',
      name: 'a second member',
      ...compressed('"$real"; echo more | "$real"'),
      code: 'backup-unproven',
      says: /data after/
    },
    {
      id: 'F40',
      name: 'zero padding',
      ...compressed('"$real"; head -c 512 /dev/zero'),
      code: 'backup-unproven',
      says: /gzip:/
    },
    {
      id: 'F40',
      name: 'a tail of garbage',
      ...compressed('"$real"; echo garbage'),
      code: 'backup-unproven',
      says: /gzip:/
    },
    {
      id: 'F36',
      name: 'a wrong database',
      schema: 'blog',
      code: 'backup-unproven',
      says: /not the database of a shop/
    },
    {
      id: 'F36',
      name: 'an empty database',
      schema: 'nothing',
      code: 'backup-unproven',
      says: /not the database of a shop/
    }
  ]
}

/** Does something when so much of the dump is out that some tables are written and others are not. */
export function midway(action: string): { readonly programs: Programs } {
  const body = `mkfifo "$bin/fifo.$$"
"$real" "$@" >"$bin/fifo.$$" & pid=$!
{ head -c 200000; ${action}; cat; } <"$bin/fifo.$$"
wait "$pid"`
  return { programs: { 'mariadb-dump': body } }
}

function compressed(body: string): { readonly programs: Programs } {
  return { programs: { gzip: `[ "$1" = -dc ] && exec "$real" "$@"\n{ ${body}; }\nexit 0` } }
}
