import { RefusedStatement, kindOf } from './refused-statement.js'
import type { Token } from './lex-statement.js'

/** Words by which an expression could read or write files, wait, or run programs of the server. */
export const deniedWords: ReadonlySet<string> = new Set(
  `INTO OUTFILE DUMPFILE LOAD_FILE LOAD SLEEP BENCHMARK GET_LOCK RELEASE_LOCK RELEASE_ALL_LOCKS MASTER_POS_WAIT
  SOURCE_POS_WAIT MASTER_GTID_WAIT WAIT_FOR_EXECUTED_GTID_SET WAIT_UNTIL_SQL_THREAD_AFTER_GTIDS SYS_EXEC SYS_EVAL SYS_GET
  SYS_SET PROCEDURE HANDLER SONAME`.split(/\s+/)
)
const deniedInTables = new Set('SELECT DIRECTORY CONNECTION TABLESPACE'.split(' '))
const engines = new Set('INNODB MYISAM MEMORY HEAP ARIA CSV ARCHIVE BLACKHOLE ROCKSDB TOKUDB'.split(' '))
const options = new Set(
  `ENGINE AUTO_INCREMENT AUTOEXTEND_SIZE AVG_ROW_LENGTH CHECKSUM DEFAULT CHARSET CHARACTER SET COLLATE COMMENT COMPRESSION
  DELAY_KEY_WRITE ENCRYPTED ENCRYPTION ENCRYPTION_KEY_ID IETF_QUOTES KEY_BLOCK_SIZE MAX_ROWS MIN_ROWS PACK_KEYS
  PAGE_CHECKSUM PAGE_COMPRESSED PAGE_COMPRESSION_LEVEL ROW_FORMAT SECONDARY_ENGINE_ATTRIBUTE ENGINE_ATTRIBUTE SEQUENCE
  STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES TRANSACTIONAL WITH SYSTEM VERSIONING WITHOUT START TRANSACTION
  DYNAMIC COMPACT COMPRESSED REDUNDANT FIXED PAGE YES NO ON OFF
  PARTITION PARTITIONS SUBPARTITION SUBPARTITIONS BY RANGE LIST HASH KEY LINEAR COLUMNS ALGORITHM SYSTEM_TIME INTERVAL
  LIMIT CURRENT HISTORY AUTO STARTS TIMESTAMP SECOND MINUTE HOUR DAY WEEK MONTH QUARTER YEAR`.split(/\s+/)
)
// The options of an engine are quoted like names.
const quotedOptions = new Set(['ENCRYPTED', 'ENCRYPTION_KEY_ID', 'PAGE_COMPRESSED', 'PAGE_COMPRESSION_LEVEL'])

/**
 * Checks `CREATE TABLE name (columns) options`; `open` is the place of the first parenthesis. Throws RefusedStatement
 * for anything else, e.g. rows from a SELECT, an engine that connects elsewhere, or its own data files.
 */
export function allowTable(tokens: readonly Token[], open: number): void {
  if (tokens[open + 1]?.text === 'LIKE') throw new RefusedStatement('CREATE TABLE like another one')
  let depth = 0
  for (const [index, token] of tokens.entries()) {
    if (index < open) continue
    const { kind, text } = token
    if (kind === 'variable' || kind === 'setting') throw new RefusedStatement('CREATE TABLE with a variable')
    if (kind === 'sign') depth = nest(depth, text)
    else if (kind === 'word') allowWord(tokens, index, depth)
    else if (
      kind === 'name' &&
      depth === 0 &&
      tokens[index + 1]?.text === '=' &&
      !quotedOptions.has(text.toUpperCase())
    )
      throw new RefusedStatement('CREATE TABLE with an option of an unknown engine')
  }
  if (depth !== 0) throw new RefusedStatement('CREATE TABLE with a parenthesis that does not end')
}

function allowWord(tokens: readonly Token[], index: number, depth: number): void {
  const { text } = tokens[index] as Token
  if (deniedWords.has(text) || deniedInTables.has(text)) throw new RefusedStatement(`CREATE TABLE with ${text}`)
  if (text === 'ENGINE') allowEngine(tokens, index)
  else if (depth === 0 && !options.has(text) && !isValue(tokens, index))
    throw new RefusedStatement(`CREATE TABLE with ${kindOf([text])}`)
}

/** Names of character sets and the like, after `=`; the engine is checked separately. */
function isValue(tokens: readonly Token[], index: number): boolean {
  return (
    tokens[index - 1]?.text === '=' ||
    ['COLLATE', 'CHARSET', 'SET', 'PARTITION'].includes(tokens[index - 1]?.text ?? '')
  )
}

function allowEngine(tokens: readonly Token[], index: number): void {
  const [sign, engine] = tokens.slice(index + 1, index + 3)
  if (sign?.text !== '=' || engine === undefined || !engines.has(engine.text.toUpperCase()))
    throw new RefusedStatement('CREATE TABLE with an engine that may reach out of the database')
}

function nest(depth: number, sign: string): number {
  const next = depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0)
  if (next < 0 || sign === ';') throw new RefusedStatement('CREATE TABLE with a sign too many')
  return next
}
