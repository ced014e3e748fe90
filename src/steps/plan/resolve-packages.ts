import { UpgradeError } from '../../errors.js'
import { valueAt } from '../../project/json-edit.js'
import { editRequirements, type RequirementEdits } from './root-requirements.js'
import { stripPlatformOverrides } from '../../project/composer-lock.js'
import type { Composer } from '../../tools/composer/composer.js'
import type { Files } from '../../tools/files.js'
import type { CommandResult } from '../../tools/process/command.js'
import { composerFailure } from '../../project/composer-failure.js'

/** The request to the resolver. */
interface ResolutionRequest {
  readonly folder: string
  /** composer.json with the migrations applied. */
  readonly composerJson: string
  readonly constraint: string
  readonly productName: string
  /** Exact version of the product, or null for the newest in range. */
  readonly productPin: string | null
  /** Whether composer.json requires the product itself. */
  readonly pinned: boolean
  /** The committed texts, which are restored in the checkout afterwards. */
  readonly original: ResolvedFiles
}

/** composer.json and composer.lock as they will be committed. */
export interface ResolvedFiles {
  readonly composerJson: string
  readonly composerLock: string
}

const metapackage = 'magento/magento-cloud-metapackage'
const quiet = ['--no-scripts', '--no-plugins']

/**
 * Lets Composer itself write the requirement and resolve the lock in a scratch checkout, without installing. Throws
 * UpgradeError with Composer's reasons, grouped, if no set of packages fits.
 */
export async function resolvePackages(
  tools: { readonly composer: Composer; readonly files: Files },
  request: ResolutionRequest
): Promise<ResolvedFiles> {
  const { composer, files } = tools
  const { folder } = request
  const put = async (texts: ResolvedFiles): Promise<void> => {
    await files.write(files.join(folder, 'composer.json'), texts.composerJson)
    await files.write(files.join(folder, 'composer.lock'), texts.composerLock)
  }
  const edits = requirementEdits(request)
  const edited = editRequirements(request.composerJson, edits)
  await put({ ...request.original, composerJson: edited ?? request.composerJson })
  try {
    // Each call of Composer takes a third of a second, so it writes only what our own editor cannot.
    const commands = edited === null ? requirementCommands(edits) : []
    for (const args of commands) expectSuccess(await composer.run(folder, args))
    // A platform that the project declares replaces ours entirely and is written into its lock. Extensions that it
    // omits would be looked up on this machine.
    const own = valueAt(request.composerJson, ['config', 'platform']) !== undefined
    const platform = own ? ['--ignore-platform-req=ext-*'] : []
    const update = ['update', '--no-install', '--no-progress', ...platform, ...quiet]
    const result = await composer.run(folder, update)
    if (result.exitCode !== 0) throw await explainFailure(tools, request, { result, platform })
    const texts = ['composer.json', 'composer.lock'].map((name) => files.read(files.join(folder, name)))
    const [composerJson, composerLock] = await Promise.all(texts)
    if (composerJson == null || composerLock == null) throw noLockWritten()
    return { composerJson, composerLock: own ? composerLock : stripPlatformOverrides(composerLock) }
  } finally {
    await put(request.original)
  }
}

function requirementEdits({ constraint, productName, productPin, pinned }: ResolutionRequest): RequirementEdits {
  return {
    [metapackage]: constraint,
    ...((productPin !== null || pinned) && { [productName]: productPin })
  }
}

function requirementCommands(edits: RequirementEdits): string[][] {
  return Object.entries(edits).map(([name, constraint]) => [
    ...(constraint === null ? ['remove', name] : ['require', `${name}:${constraint}`]),
    ...['--no-update', ...quiet]
  ])
}

function expectSuccess(result: CommandResult): void {
  if (result.exitCode === 0) return
  throw composerFailure(result)
}

async function explainFailure(
  tools: { readonly composer: Composer; readonly files: Files },
  { folder, constraint, productName, productPin, original }: ResolutionRequest,
  { result, platform }: { readonly result: CommandResult; readonly platform: readonly string[] }
): Promise<UpgradeError> {
  const core = { [metapackage]: constraint, ...(productPin !== null && { [productName]: productPin }) }
  const composerJson = (await tools.files.read(tools.files.join(folder, 'composer.json'))) ?? ''
  const question = {
    folder,
    composerJson,
    core,
    targetPackages: [metapackage, productName],
    platform,
    lock: original.composerLock
  }
  // Loaded only if there are blockers.
  const { findAllBlockers } = await import(/* webpackChunkName: "blockers" */ './find-all-blockers.js')
  return composerFailure(result, await findAllBlockers(tools, question, result))
}

function noLockWritten(): UpgradeError {
  return new UpgradeError('composer-policy', {
    message: 'Composer finished without writing composer.lock.',
    next: 'Remove "lock": false from the config section of composer.json.'
  })
}
