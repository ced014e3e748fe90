// The licenses of a bundle's real contents, by webpack's modules. ncc's own license option looks at single modules and
// misses those that webpack joins into one.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const fileOfPackage = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//

/** Folders of the packages whose modules are in a bundle, by webpack's statistics. */
export function bundledPackages(stats) {
  const folders = new Set()
  const add = (module) => {
    const folder = fileOfPackage.exec(module.resource ?? module.rootModule?.resource ?? '')?.[1]
    if (folder !== undefined) folders.add(folder)
    for (const part of module.modules ?? []) add(part)
  }
  for (const module of stats.compilation.modules) add(module)
  return [...folders]
}

/** One text of the name, version and license of each package, in the order of their names. Throws for one without a license. */
export function licenseTexts(folders) {
  const entries = folders.map((folder) => {
    const { name, version, license, author, repository } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8')
    )
    if (name === undefined || license === undefined) throw new Error(`${folder} names no license.`)
    const texts = readdirSync(folder)
      .filter((file) => /^(licen[cs]e|copying|notice)\b/i.test(file))
      .sort()
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    const by = [author?.name ?? author, repository?.url ?? repository].filter(Boolean).join(', ')
    const text = texts.length > 0 ? texts.join('\n\n') : `The package holds no text of its license. By: ${by}`
    return `${name} ${version}\n${license}\n${text}\n`
  })
  return [...new Set(entries)].sort().join('\n')
}
