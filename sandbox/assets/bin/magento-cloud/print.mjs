import { CliError } from './cli-error.mjs'
import { process } from './process.mjs'

const plain = /^[\w./:@%+,;()<> -]+$/
const scalar = (value) =>
  typeof value !== 'string'
    ? String(value)
    : plain.test(value) && value.trim() === value && !/^[-?:,@%>]|: |:$|^(true|false|null|~|[\d.+-]+)$/.test(value)
      ? value
      : `'${value.replaceAll("'", "''")}'`

/** A value as YAML, in the shape that Symfony's dumper gives it. */
export function yaml(value, indent = '') {
  if (value === null || typeof value !== 'object') return scalar(value)
  const entries = Object.entries(value)
  if (entries.length === 0) return Array.isArray(value) ? '[]' : '{}'
  return entries
    .map(([key, item]) => {
      const label = Array.isArray(value) ? '-' : `${scalar(key)}:`
      const nested = item !== null && typeof item === 'object' && Object.keys(item).length > 0
      return nested ? `${indent}${label}\n${yaml(item, `${indent}    `)}` : `${indent}${label} ${yaml(item)}`
    })
    .join('\n')
}

/** The value at a dot path; throws if there is none. */
export function valueAt(data, path) {
  let value = data
  for (const part of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part))
      throw new CliError(`Property not found: ${path}`)
    value = value[part]
  }
  return value
}

/** `--property`: strings raw with a newline, everything else as YAML without one, null as nothing. */
export function printProperty(data, path) {
  const value = valueAt(data, path)
  if (value !== null) process.stdout.write(typeof value === 'string' ? `${value}\n` : yaml(value))
}

/** All properties as a table of two columns. */
export function printProperties(data, options) {
  const rows = Object.entries(data)
    .filter(([key]) => !key.startsWith('_'))
    .map(([property, value]) => ({ property, value: typeof value === 'string' ? value : yaml(value) }))
  printTable(rows, { property: 'Property', value: 'Value' }, ['property', 'value'], options)
}

/** Rows in the format of `--format`; `labels` names every column there is. */
export function printTable(rows, labels, defaults, { format = 'table', columns, ...options }) {
  const names = columns ? chosen(columns, labels, defaults) : defaults
  const lines = rows.map((row) => names.map((name) => String(row[name] ?? '')))
  const all = options['no-header'] ? lines : [names.map((name) => labels[name]), ...lines]
  const write = { csv, tsv: tabs, plain: tabs, table }[format]
  if (!write) throw new CliError(`Invalid format: ${format}. Supported formats: table, csv, tsv, plain`)
  process.stdout.write(write(all, !options['no-header']))
}

function chosen(columns, labels, defaults) {
  const wanted = columns
    .flatMap((text) => text.split(/[\s,]+/))
    .map((name) => name.toLowerCase())
    .filter(Boolean)
  return wanted.flatMap((name) => {
    if (name === '+') return defaults
    const pattern = new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/[%*]/g, '.*')}$`)
    const found = Object.keys(labels).filter((key) => pattern.test(key))
    if (found.length === 0)
      throw new CliError(`Column not found: ${name} (available columns: ${Object.keys(labels).join(', ')})`)
    return found
  })
}

const quoted = (cell) => (/[",\n\r\t ]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const csv = (rows) => rows.map((row) => `${row.map(quoted).join(',')}\n`).join('')
const tabs = (rows) =>
  rows.map((row) => `${row.map((cell) => cell.replace(/\s*[\n\t]\s*/g, ' ')).join('\t')}\n`).join('')

function table(rows, header) {
  const cells = rows.map((row) => row.map((cell) => cell.replaceAll('\n', ' ')))
  const widths = (cells[0] ?? []).map((_, index) => Math.max(...cells.map((row) => row[index].length)))
  const rule = `+${widths.map((width) => '-'.repeat(width + 2)).join('+')}+`
  const body = cells.map((row) => `|${row.map((cell, index) => ` ${cell.padEnd(widths[index])} `).join('|')}|`)
  return `${[rule, ...(header ? [body.shift(), rule] : []), ...body, rule].join('\n')}\n`
}
