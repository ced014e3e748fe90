/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const snippets = (folder: string): readonly string[] => [
  `SELECT 'x' INTO DUMPFILE '${folder}/open/made';`,
  `SELECT 'x' INTO OUTFILE '${folder}/open/made';`,
  `SELECT '[core]' INTO DUMPFILE '${folder}/home/.gitconfig';`,
  `SELECT '[core]' INTO DUMPFILE '${folder}/home/.config';`,
  `SET GLOBAL slow_query_log_file = '${folder}/home/.gitconfig';`,
  `\\T ${folder}/home/.gitconfig\n`,
  `LOAD DATA LOCAL INFILE '${folder}/home/.gitconfig' INTO TABLE \`core_config_data\` (path);`,
  `LOAD DATA LOCAL INFILE '${folder}/canary' INTO TABLE \`core_config_data\` (path);`,
  `LOAD DATA INFILE '${folder}/canary' INTO TABLE \`core_config_data\` (path);`,
  `SET GLOBAL general_log_file = '${folder}/open/made'; SET GLOBAL general_log = 1;`,
  `\\! touch ${folder}/open/made\n`,
  `\\T ${folder}/open/made\n`,
  `\\. ${folder}/canary\n`,
  `system touch ${folder}/open/made\n`,
  `tee ${folder}/open/made\n`,
  `source ${folder}/canary\n`,
  `INSERT INTO \`core_config_data\` (path) VALUES (LOAD_FILE('${folder}/canary'));`,
  `CREATE TABLE \`m\` (a text DEFAULT (LOAD_FILE('${folder}/canary')));`,
  `CREATE TABLE \`m\` (a int) ENGINE=MyISAM DATA DIRECTORY='${folder}/open';`,
  `; SELECT 'x' INTO OUTFILE '${folder}/open/made' ;`,
  `*/; SELECT 'x' INTO OUTFILE '${folder}/open/made' ;/*`,
  `'); SELECT 'x' INTO OUTFILE '${folder}/open/made' ; -- `,
  `\\'); SELECT 'x' INTO OUTFILE '${folder}/open/made' ; -- `,
  `END; SELECT 'x' INTO OUTFILE '${folder}/open/made' ; SELECT 1 end`,
  `;;\nSELECT 'x' INTO OUTFILE '${folder}/open/made' ;;\n`,
  'SET NAMES gbk;',
  "SET sql_mode='NO_BACKSLASH_ESCAPES';",
  "SET sql_mode='ANSI_QUOTES';",
  'DELIMITER ;;\n',
  'DELIMITER ;\n',
  'DELIMITER x\n'
]
const marks = [
  "'",
  '"',
  '`',
  '\\',
  ';',
  ';;',
  '/*',
  '/*!',
  '/*!50003 ',
  '/*!99999 ',
  '/*M!100100 ',
  '*/',
  '--',
  '-- ',
  '#',
  '\n',
  '\0',
  '(',
  ')',
  ',',
  'BEGIN ',
  'END',
  ' END;',
  '\xbf',
  '\xa0'
]

/** A dump that was changed in one to three places, towards what somebody would try who owns the server. */
export function mutate(dump: string, random: () => number, folder: string): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const place = (text: string): number => Math.floor(random() * text.length)
  const lineStart = (text: string): number => text.indexOf('\n', place(text)) + 1
  const insert = (text: string, at: number, what: string): string => text.slice(0, at) + what + text.slice(at)
  const changes: readonly ((text: string) => string)[] = [
    (text) => insert(text, lineStart(text), `${pick(snippets(folder))}\n`),
    (text) => insert(text, lineStart(text), `${pick(marks)}${pick(snippets(folder))}${pick(marks)}\n`),
    (text) => insert(text, place(text), pick(snippets(folder))),
    (text) => insert(text, place(text), pick(marks)),
    (text) => insert(insert(text, place(text), pick(marks)), place(text), pick(marks)),
    (text) => {
      const at = place(text)
      return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 40))
    },
    (text) => {
      const at = lineStart(text)
      return text.slice(0, at) + text.slice(lineStart(text.slice(at)) + at)
    },
    (text) => {
      const [from, to] = [lineStart(text), lineStart(text)]
      return insert(text, to, text.slice(from, from + 200))
    },
    (text) => {
      const at = place(text)
      return (
        text.slice(0, at) +
        String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(random() * 8))) +
        text.slice(at + 1)
      )
    },
    (text) => text.replace(/'(?:web|admin|default|a;b)[^']*'/, () => `'${pick(snippets(folder))}'`),
    (text) =>
      text.replaceAll(/\/\*!(\d+)/g, (whole) =>
        random() < 0.05 ? pick(['/*!99999', '/*!', '/*M!100100', '/*', '/*!50']) : whole
      )
  ]
  let text = dump
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) text = pick(changes)(text)
  return text
}
