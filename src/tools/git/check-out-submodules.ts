import { UpgradeError } from '../../errors.js'
import { pathSubmodules, type Gitlink, type PathSubmodule } from '../../project/path-submodules.js'
import type { Files } from '../files.js'
import type { Git } from './git.js'
import type { Checkout } from './read-checkout.js'

/**
 * `git` works at the root of the developer's checkout, `scratch` at that of the scratch work tree, whose submodules git
 * leaves empty.
 */
interface SubmoduleTools {
  readonly git: Git
  readonly scratch: Git
  readonly files: Files
}

/**
 * Fills the submodules that composer.json's path repositories need in the scratch work tree, at the commits that the
 * project records, from objects in the developer's checkout: without network, hooks, filters or any configuration of
 * the submodule. `prefix` is the project's folder, as `shop/`. Throws UpgradeError `preflight-failed` that names all
 * missing ones.
 */
export async function checkOutSubmodules(tools: SubmoduleTools, checkout: Checkout, prefix: string): Promise<void> {
  const inside = (await gitlinks(tools.scratch)).filter(({ path }) => path.startsWith(prefix))
  const own = inside.map(({ path, commit }) => ({ path: path.slice(prefix.length), commit }))
  const found = pathSubmodules(checkout.composerJson, checkout.composerLock, own)
  const needed = found.map((submodule) => ({ ...submodule, path: prefix + submodule.path }))
  if (needed.length === 0) return
  const names = await submoduleNames(tools.scratch)
  const missing: PathSubmodule[] = []
  for (const submodule of needed) {
    const filled = await fill(tools, submodule, names.get(submodule.path))
    if (!filled && submodule.named) missing.push(submodule)
  }
  if (missing.length > 0) throw notHere(missing, tools.git.folder)
}

async function gitlinks(scratch: Git): Promise<readonly Gitlink[]> {
  const entries = (await scratch.read('ls-tree', '-r', '-z', 'HEAD')).split('\0')
  return entries.flatMap((entry) => {
    const [, commit = '', path = ''] = /^160000 commit (\w+)\t([\s\S]+)$/.exec(entry) ?? []
    return path === '' ? [] : [{ path, commit }]
  })
}

/** Path to name, from the commit's .gitmodules. */
async function submoduleNames(scratch: Git): Promise<ReadonlyMap<string, string>> {
  const asked = ['--blob=HEAD:.gitmodules', '--get-regexp', String.raw`^submodule\..*\.path$`]
  const { stdout } = await scratch.run('config', '-z', ...asked)
  const rows = stdout.split('\0').flatMap((row) => {
    const [, name = '', path = ''] = /^submodule\.([\s\S]*)\.path\n([\s\S]*)$/.exec(row) ?? []
    // A name must be a folder below .git/modules.
    return name === '' || name.split('/').includes('..') ? [] : [[path, name] as const]
  })
  return new Map(rows)
}

async function fill(tools: SubmoduleTools, { path, commit }: Gitlink, name: string | undefined): Promise<boolean> {
  const { scratch, files } = tools
  const inside = scratch.in(files.join(scratch.folder, path))
  // Next to the scratch checkout, to be removed with it. With a .git folder inside, Composer would lock the commit.
  const around = files.join(scratch.folder, '..', 'modules', path)
  await files.makePrivateFolder(around)
  await inside.read('init', '--quiet', '--template=', `--separate-git-dir=${files.join(around, 'git')}`)
  for (const source of await sources(tools, path, name)) {
    const objects = await scratch.run(...at(source), 'rev-parse', '--path-format=absolute', '--git-path', 'objects')
    if (objects.exitCode !== 0) continue
    await files.write(files.join(around, 'git', 'objects', 'info', 'alternates'), `${objects.stdout.trim()}\n`)
    if ((await inside.run(...plainly, 'checkout', '--quiet', '--detach', commit)).exitCode !== 0) continue
    await copyTags(inside, await scratch.run(...at(source), 'for-each-ref', tagLine, 'refs/tags'))
    return true
  }
  await files.remove(files.join(inside.folder, '.git'))
  return false
}

/**
 * Git folders of this machine that may have the commit: the checked-out submodule's, and the one below .git/modules.
 */
async function sources({ git, files }: SubmoduleTools, path: string, name?: string): Promise<readonly string[]> {
  const folder = files.join(git.folder, path)
  const present = await files.exists(files.join(folder, '.git'))
  const own = present ? await git.in(folder).run('rev-parse', '--absolute-git-dir') : null
  const common = (await git.read('rev-parse', '--path-format=absolute', '--git-common-dir')).trim()
  const kept = name === undefined ? [] : [files.join(common, 'modules', name)]
  return [...(own?.exitCode === 0 ? [own.stdout.trim()] : []), ...kept]
}

// The work tree in its configuration may be gone; reading needs none.
function at(gitFolder: string): readonly string[] {
  return [`--git-dir=${gitFolder}`, '--work-tree=.']
}

// git-lfs would use the network, for files that Composer does not read.
const plainly = [
  'core.hooksPath=/dev/null',
  'submodule.recurse=false',
  'filter.lfs.smudge=',
  'filter.lfs.process=',
  'filter.lfs.required=false'
].flatMap((setting) => ['-c', setting])

const tagLine = '--format=create %(refname) %(objectname)'

/** Composer takes the version of a package that has none from the tag of its commit. */
async function copyTags(inside: Git, { stdout }: { readonly stdout: string }): Promise<void> {
  if (stdout.trim() !== '') await inside.feed(stdout, 'update-ref', '--stdin').catch(() => '')
}

function notHere(missing: readonly PathSubmodule[], root: string): UpgradeError {
  const paths = missing.map(({ path }) => path)
  const which = missing.map(({ path, commit }) => `${path} (commit ${commit.slice(0, 12)})`)
  const many = missing.length > 1
  return new UpgradeError('preflight-failed', {
    message: `Packages of composer.json come from the git ${many ? 'submodules' : 'submodule'} ${which.join(', ')}, which ${many ? 'are' : 'is'} not in ${root}.`,
    next: `Run git submodule update --init ${paths.join(' ')} there (submodules: true for actions/checkout), then run again.`
  })
}
