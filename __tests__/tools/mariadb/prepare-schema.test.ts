import { expect, test } from '@jest/globals'
import { prepareSchema, scratchName } from '../../../src/tools/mariadb/prepare-schema.js'
import { ScratchQueryError } from '../../../src/tools/mariadb/load-failure.js'
import { readServerSettings, settingStatements, startOptions } from '../../../src/tools/mariadb/server-settings.js'

/** An administrator who notes what is asked; what `refuses` matches fails. */
function root(refuses = /^$/) {
  const asked: string[] = []
  const query = (sql: string): Promise<string> => {
    asked.push(sql)
    const words = 'ERROR 1193 (HY000) at line 1'
    if (refuses.test(sql)) return Promise.reject(new ScratchQueryError({ kind: 'refused', code: 1193, words }))
    return Promise.resolve(sql.startsWith('SELECT CONCAT') ? "'root'@'%'\n'root'@'localhost'\n" : '')
  }
  return { asked, query }
}

test('names of a server that nobody trusts are names to the administrator, too', async () => {
  const { asked, query } = root()
  const name = "a`b_%'; DROP USER x; -- "
  const column = 'c`; SELECT'
  await prepareSchema({ query }, { schema: name, outside: [{ schema: 'o`x', name, columns: [column] }], settings: {} })
  const quoted = "`a``b_%'; DROP USER x; -- `"
  expect(asked[0]).toBe(`CREATE DATABASE ${quoted} CHARACTER SET utf8mb4`)
  expect(asked[1]).toContain(" ON `a``b\\_\\%'; DROP USER x; -- `.* TO rehearsal@localhost")
  expect(asked[3]).toBe(`CREATE SQL SECURITY INVOKER VIEW \`o\`\`x\`.${quoted} AS SELECT 1 AS \`c\`\`; SELECT\`;`)
  expect(asked.at(-1)).toBe("DROP USER 'root'@'%', 'root'@'localhost'")
})

test('schemas of the system are neither loaded into nor stood in for', async () => {
  expect(['mysql', 'SYS', 'information_schema', '', null, 'main'].map(scratchName)).toEqual([
    ...Array<string>(5).fill('rehearsal'),
    'main'
  ])
  const { asked, query } = root()
  const outside = [{ schema: 'mysql', name: 'user', columns: ['User'] }]
  await prepareSchema({ query }, { schema: 'main', outside, settings: {} })
  expect(asked.filter((sql) => /mysql`|CREATE SQL/.test(sql))).toEqual([])
})

test('its settings are plain values, and none changes how SQL is read', async () => {
  const settings = readServerSettings([
    'max_allowed_packet\t67108864',
    'sql_mode\tANSI_QUOTES,NO_BACKSLASH_ESCAPES,ORACLE,STRICT_TRANS_TABLES',
    "old_mode\t'; DROP USER x; --",
    'general_log_file\t/x',
    'innodb_strict_mode\tOFF',
    'innodb_page_size\t1',
    'lower_case_table_names\t1',
    'version\t10.6.18-MariaDB'
  ])
  expect(settings).not.toHaveProperty('general_log_file')
  expect(startOptions(settings)).toEqual(['--loose-lower-case-table-names=1'])
  expect(settingStatements(settings).map(([, sql]) => sql)).toEqual([
    'SET GLOBAL max_allowed_packet = 67108864',
    "SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES'",
    "SET GLOBAL innodb_strict_mode = 'OFF'"
  ])
  const { query } = root(/strict_mode/)
  expect(await prepareSchema({ query }, { schema: 'main', outside: [], settings })).toEqual(['innodb_strict_mode'])
})
