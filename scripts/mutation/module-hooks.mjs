// Hooks of Node that load TypeScript, put our @jest/globals in the place of Jest's, and load all files of a folder anew
// for each `?load=NUMBER` that its first one is imported with.
import { transformFile } from '@swc/core'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const sources = new Map()
const stand = new URL('./jest-globals.mjs', import.meta.url).href
let folder = ''

export function initialize(data) {
  folder = data.folder
}

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: stand, shortCircuit: true }
  const load = context.parentURL?.startsWith(folder) ? new URL(context.parentURL).search : ''
  if (!specifier.startsWith('.') || !/\?load=/.test(load)) return next(specifier, context)
  const url = new URL(specifier, context.parentURL)
  const typescript = new URL(url.href.replace(/\.js$/, '.ts'))
  const found = existsSync(fileURLToPath(typescript)) ? typescript : url
  return { url: `${found.href}${load}`, shortCircuit: true, importAttributes: context.importAttributes }
}

export async function load(url, context, next) {
  const { pathname } = new URL(url)
  if (!pathname.endsWith('.ts')) return next(url, context)
  const path = fileURLToPath(new URL(url))
  if (!sources.has(path)) sources.set(path, await compile(path))
  return { format: 'module', source: sources.get(path), shortCircuit: true }
}

async function compile(path) {
  const jsc = { parser: { syntax: 'typescript' }, target: 'es2022', experimental: { keepImportAttributes: true } }
  const { code } = await transformFile(path, { jsc, module: { type: 'es6' }, swcrc: false, configFile: false })
  return code
}
