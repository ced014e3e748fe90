import { findNodeAtLocation, parse, parseTree, type JSONPath, type Node } from 'jsonc-parser'
import { parsed } from './read-json.js'

/** Value at a path of a JSON text, or undefined. */
export function valueAt(text: string, path: JSONPath): unknown {
  let value: unknown = parsed(text) ?? parse(text)
  for (const key of path) value = (value as Record<string | number, unknown> | null | undefined)?.[key]
  return value
}

/**
 * The text with one value set. Indentation and line ends follow the text, and every other byte stays; an edit by
 * jsonc-parser would reformat the neighbouring entry.
 */
export function setAt(text: string, path: JSONPath, value: unknown): string {
  const root = parseTree(text)
  if (!root) return text
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, depth))
    if (!node) continue
    if (depth === path.length) return splice(text, node, layOut(text, value, depth))
    return insert(text, node, { depth, key: path[depth] ?? '', value: nest(path.slice(depth + 1), value) })
  }
  return text
}

/** The text without one property of an object, and without the comma that separated it from its neighbour. */
export function removeAt(text: string, path: JSONPath): string {
  const root = parseTree(text)
  const property = root && findNodeAtLocation(root, path)?.parent
  if (property?.type !== 'property') return text
  const siblings = property.parent?.children ?? []
  const index = siblings.indexOf(property)
  const [previous, next] = [siblings[index - 1], siblings[index + 1]]
  const end = property.offset + property.length
  if (next) return text.slice(0, property.offset) + text.slice(next.offset)
  if (previous) return text.slice(0, previous.offset + previous.length) + text.slice(end)
  return splice(text, property.parent ?? property, '{}')
}

function insert(text: string, node: Node, entry: { depth: number; key: string | number; value: unknown }): string {
  const { depth, key, value } = entry
  const last = node.children?.at(-1)
  const fits = node.type === (typeof key === 'string' ? 'object' : 'array')
  // PHP writes an empty object as [], which cannot take a key.
  if (!fits || !last)
    return splice(text, node, layOut(text, typeof key === 'string' ? { [key]: value } : [value], depth))
  const { eol, indentation } = styleOf(text)
  const label = typeof key === 'string' ? `${JSON.stringify(key)}: ` : ''
  const end = last.offset + last.length
  const added = `,${eol}${indentation.repeat(depth + 1)}${label}${layOut(text, value, depth + 1)}`
  return text.slice(0, end) + added + text.slice(end)
}

function layOut(text: string, value: unknown, depth: number): string {
  const { eol, indentation } = styleOf(text)
  return JSON.stringify(value, null, indentation).replaceAll('\n', eol + indentation.repeat(depth))
}

function styleOf(text: string): { readonly eol: string; readonly indentation: string } {
  return { eol: text.includes('\r\n') ? '\r\n' : '\n', indentation: /\n([ \t]+)\S/.exec(text)?.[1] ?? '    ' }
}

function splice(text: string, node: Node, replacement: string): string {
  return text.slice(0, node.offset) + replacement + text.slice(node.offset + node.length)
}

function nest(path: JSONPath, value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value)
}
