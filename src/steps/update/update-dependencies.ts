import type { UpdateTools, UpdateInput } from './update-request.js'
import { UpgradeError, type Problem } from '../../errors.js'

import { mapEntries, trimDestination } from '../../project/marshaling-lock.js'
import { classifyChanges, type ClassifiedChanges } from './classify-changes.js'
import type { Update } from '../../report/report.js'

import type { Files } from '../../tools/files.js'
import type { Git } from '../../tools/git/git.js'
import { preflightError } from '../../project/preflight-error.js'
import { chooseInstallMode } from './choose-install-mode.js'

import { installFast } from './install-fast.js'
import { installFull } from './install-full.js'
import type { MappedFiles } from './mapped-files.js'
import { settleOwnChanges } from './own-changes.js'
import { reportOwnChanges } from './report-own-changes.js'

/**
 * Writes composer.json, composer.lock and the marshaled files of the new version into the scratch checkout. Throws
 * UpgradeError `preflight-failed` if only code of the project could do it and nobody has allowed that,
 * `composer-crashed` if files of the map are missing afterwards, and `commit-refused` for unplanned changes.
 */
export async function updateDependencies(tools: UpdateTools, input: UpdateInput): Promise<Update> {
  const { git, files } = tools
  const { mode, problems } = await chooseInstallMode(files, { ...input, folder: git.folder })
  const refusal = preflightError(problems)
  if (refusal) throw refusal
  const install = mode === 'fast' ? installFast : installFull
  const { oldMapped, newMapped, ownChanges } = await install(tools, input)
  const outcomes = await settleOwnChanges(tools, ownChanges, input.keepChanges)
  await writePlanned(tools, input)
  const planned = new Set([
    'composer.json',
    'composer.lock',
    ...(input.after.appYaml === null ? [] : ['.magento.app.yaml'])
  ])
  // .gitignore decides what git sees, so the project's own must be restored before changes are classified.
  await git.run('checkout', '--quiet', 'HEAD', '--', '.gitignore')
  const changes = classifyChanges({ entries: await changesOf(git), oldMapped, newMapped, planned })
  await restore(git, changes.restore)
  await expectMarshaled(files, git.folder, newMapped)
  refuseUnexpected(changes)
  return {
    mode,
    lockedVersion: input.toVersion,
    writtenFiles: [...changes.written],
    removedFiles: [...changes.removed],
    restoredFiles: [...changes.restore],
    mappedFiles: newMapped.size,
    ownChanges: outcomes.map(({ path, outcome }) => ({ path, outcome })),
    problems: [
      ...problems,
      ...reportOwnChanges(outcomes, { mapped: mapDestinations(input), asked: input.keepChanges }),
      ...restoredNotice(changes)
    ]
  }
}

/** Changed paths, relative to the project's folder; a path outside it starts with `../`. */
async function changesOf(git: Git): Promise<Awaited<ReturnType<Git['status']>>> {
  const prefix = (await git.read('rev-parse', '--show-prefix')).replace(/\n$/, '')
  const above = '../'.repeat(prefix.split('/').length - 1)
  const entries = await git.status()
  const relative = (path: string) => (path.startsWith(prefix) ? path.slice(prefix.length) : above + path)
  return entries.map(({ status, path }) => ({ status, path: relative(path) }))
}

async function writePlanned({ git, files }: UpdateTools, { after }: UpdateInput): Promise<void> {
  const write = (name: string, text: string): Promise<void> => files.write(files.join(git.folder, name), text)
  await write('composer.json', after.composerJson)
  await write('composer.lock', after.composerLock)
  if (after.appYaml !== null) await write('.magento.app.yaml', after.appYaml)
}

function mapDestinations({ before, after }: UpdateInput): ReadonlySet<string> {
  const maps = [before.composerLock, after.composerLock].flatMap((lock) => mapEntries(lock, after.composerJson))
  return new Set(maps.flatMap(({ entries }) => entries.map(([, destination]) => trimDestination(destination))))
}

async function restore(git: Git, paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return
  await git.feed(paths.join('\0'), 'checkout', '--quiet', 'HEAD', '--pathspec-from-file=-', '--pathspec-file-nul')
}

async function expectMarshaled(files: Files, folder: string, mapped: MappedFiles): Promise<void> {
  const present = await Promise.all([...mapped.keys()].map((path) => files.exists(files.join(folder, path))))
  const missing = [...mapped.keys()].filter((_, index) => !present[index])
  const essential = ['bin/magento', 'app/etc/di.xml', 'app/etc/vendor_path.php'].filter((path) =>
    missing.includes(path)
  )
  if (missing.length === 0 && mapped.has('bin/magento')) return
  throw new UpgradeError('composer-crashed', {
    message: `Composer finished, but ${missing.length} of ${mapped.size} mapped files are missing: ${[...essential, ...missing].slice(0, 5).join(', ')}.`,
    next: 'Check config.allow-plugins and extra.magento-deploystrategy in composer.json.'
  })
}

function refuseUnexpected(changes: ClassifiedChanges): void {
  if (changes.unexpected.length === 0) return
  throw new UpgradeError('commit-refused', {
    message: `The update changed ${changes.unexpected.length} files that are neither in Composer's maps nor in the plan: ${changes.unexpected.slice(0, 20).join(', ')}.`,
    next: 'Find the script or plugin that writes them, or add them to .gitignore.'
  })
}

function restoredNotice(changes: ClassifiedChanges): readonly Problem[] {
  if (changes.restore.length === 0) return []
  return [
    {
      id: 'project-files-restored',
      severity: 'warning',
      message: `Composer changed ${changes.restore.length} of the project's own files; they were restored: ${changes.restore.slice(0, 5).join(', ')}.`,
      fix: 'Nothing to do.'
    }
  ]
}
