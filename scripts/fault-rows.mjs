import { readdirSync, readFileSync } from 'node:fs'

/** The faults of `__tests__/faults.json` as Markdown: a table for each group, and what is not proven yet. */
export function faultTables() {
  const faults = JSON.parse(readFileSync('__tests__/faults.json', 'utf8'))
  const tests = readdirSync('__tests__', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('faults-named.test.ts'))
    .sort()
    .map((path) => ({ path, text: readFileSync(`__tests__/${path}`, 'utf8') }))
  const naming = (id) =>
    tests
      .filter(({ text }) => new RegExp(`\\b${id}\\b`).test(text))
      .map(({ path }) => `[${path.replace(/(\.test)?\.ts$/, '')}](../__tests__/${path})`)
  const row = ({ id, fault, promise, exitCode, open }) =>
    `| ${id} | ${fault} | ${promise} | ${exitCode} | ${open === undefined ? naming(id).join(', ') : 'not proven yet'} |`
  const open = faults.filter((fault) => fault.open !== undefined)
  const groups = [...new Set(faults.map(({ group }) => group))].map((group) =>
    [
      `## ${group}`,
      '',
      '| id | fault | promise | exit code | test |',
      '|---|---|---|---|---|',
      ...faults.filter((fault) => fault.group === group).map(row)
    ].join('\n')
  )
  const missing = ['## Not proven yet', '', '| id | fault | what is missing |', '|---|---|---|']
  const openRows = open.map(({ id, fault, open: why }) => `| ${id} | ${fault} | ${why} |`)
  const count = `Proven: ${faults.length - open.length} of ${faults.length}. Not proven yet: ${open.length}.`
  return [count, ...groups, ...(open.length === 0 ? [] : [[...missing, ...openRows].join('\n')])].join('\n\n')
}
