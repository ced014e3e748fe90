// Names for the files of a bundle. ncc's own numbers are meaningless and change with the contents.

const numbered = '"" + chunkId + ".index.js"'

/**
 * The names of the chunks by their ids: that of the `webpackChunkName` where there is one, else of the programs that
 * share it, with `packages` in the end where nothing of ours is in it, and a number where that is not enough.
 */
export function chunkNames({ compilation: { chunks, chunkGraph } }) {
  const names = {}
  const taken = new Map()
  for (const chunk of [...chunks].sort((a, b) => a.id - b.id)) {
    if (chunk.canBeInitial()) continue
    const users = [...chunk.groupsIterable].map(({ name }) => name).sort()
    const paths = [...chunkGraph.getChunkModulesIterable(chunk)].map((module) => module.identifier())
    const foreign = paths.every((path) => path.includes('/node_modules/'))
    const name = chunk.name ?? [...users, ...(foreign ? ['packages'] : [])].join('-')
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    names[chunk.id] = count === 1 ? name : `${name}-${count}`
  }
  if (new Set(Object.values(names)).size < Object.keys(names).length)
    throw new Error(`Two chunks have one name: ${JSON.stringify(names)}`)
  return names
}

/** The code of the entry that loads the chunks by their names. Throws if the bundler writes it differently. */
export function loadByName(code, names) {
  if (code.split(numbered).length !== 2) throw new Error('The bundler has another way to name its chunks now.')
  return code.replace(numbered, `${JSON.stringify(names)}[chunkId] + ".js"`)
}

/** The file name of an asset of ncc: that of a chunk, or unchanged. */
export function assetName(name, names) {
  const [, id] = /^(\d+)\.index\.js$/.exec(name) ?? []
  return id === undefined ? name : `${names[id]}.js`
}
