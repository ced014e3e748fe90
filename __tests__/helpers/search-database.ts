/** SQL that prints how many columns of the schema `rehearsal` hold a text in any row; no view is asked. */
export function searchSql(text: string): string {
  return `SET group_concat_max_len = 10000000;
SELECT COALESCE(GROUP_CONCAT('SELECT COUNT(*) AS n FROM rehearsal.', q, ' WHERE ', found SEPARATOR ' UNION ALL '), 'SELECT 0 AS n')
  INTO @search FROM (
    SELECT CONCAT('\`', REPLACE(c.TABLE_NAME, '\`', '\`\`'), '\`') AS q,
      GROUP_CONCAT(REPLACE('INSTR(CAST(@ AS BINARY), "${text}") > 0 OR INSTR(CONVERT(@ USING utf8mb4), "${text}") > 0', '@',
        CONCAT('\`', REPLACE(c.COLUMN_NAME, '\`', '\`\`'), '\`')) SEPARATOR ' OR ') AS found
    FROM information_schema.COLUMNS c JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)
    WHERE TABLE_SCHEMA = 'rehearsal' AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') GROUP BY c.TABLE_NAME) AS searched;
SET @search = CONCAT('SELECT SUM(n) FROM (', @search, ') AS counted');
PREPARE search FROM @search; EXECUTE search;`
}
