import { isAtLeast } from '../../../project/composer-version.js'
import { z } from 'zod'
import { packagesUrl } from '../../../project/composer-repositories.js'
import type { ListedRepository } from '../../../project/read-repositories.js'
import type { Composer } from '../../../tools/composer/composer.js'
import type { Files } from '../../../tools/files.js'
import { repositoryShape, tellsOfAdvisories } from '../../../project/repository-shape.js'
import { sha256 } from '../../../tools/composer/repository-file.js'
import type { SealedCache } from '../../../tools/cache/sealed-cache.js'
import { parsed } from '../../../project/read-json.js'
import { askForIndexes, collectProofs, indexProofs } from './collect-proofs.js'
import { composerCall, recordComposer, replayComposer } from './composer-calls.js'
import { proof, stillHold, type AskRepository } from './proof.js'

// Increase it if the content of an entry or its proof changes.
const format = 2
const remembered = z.strictObject({
  proofs: z.array(proof),
  calls: z.array(composerCall),
  /** Whether a repository provides advisories for `composer audit`. */
  advises: z.boolean(),
  /** When Composer was answered, in milliseconds, if advisories decided with it; null if they did not. */
  advisedAt: z.number().nullable()
})

// No proof shows that advisories are still the same. A plan only shows what would be done, and audits the new lock anew.
const adviceLasts = 10 * 60_000

/** What Composer's answers for a plan are cached with. */
interface PlanMemoryInput {
  readonly composer: Composer
  readonly files: Files
  readonly ask: AskRepository
  readonly cache: Promise<SealedCache | null>
  readonly composerVersion: Promise<string | null>
  /** PHP by `phpIdentity`; null if it does not start. */
  readonly php: Promise<string | null>
  /** Everything besides the programs and the repositories that Composer's answers depend on. */
  readonly given: unknown
  readonly repositories: readonly ListedRepository[]
  /** Composer's own cache. */
  readonly cacheFolder: string
  readonly project: { readonly composerJson: string; readonly composerLock: string }
  readonly productName: string
  /** The time in milliseconds. */
  readonly now: () => number
}

/** Composer for one plan. */
export interface PlanMemory {
  readonly composer: Composer
  /** Whether it answers from an earlier run. */
  readonly remembers: boolean
  /**
   * Whether a repository provides advisories. Needed if Composer itself was not asked, because its cache is empty then.
   */
  readonly advises?: () => Promise<boolean | null>
  /** Stores the answers for the next run. Never throws. */
  keep(): Promise<void>
}

/**
 * Composer that repeats the answers of an earlier run if everything they depend on is proven to be the same: the files
 * of the project, the programs, the credentials, and each file of the repositories that it had read. If anything
 * differs or is unknown, the real Composer answers.
 */
export async function openPlanMemory(input: PlanMemoryInput): Promise<PlanMemory> {
  const { composer, files, ask, repositories } = input
  const plain = { composer, remembers: false, keep: () => Promise.resolve() }
  const [cache, composerVersion, php, asked] = await Promise.all([
    input.cache,
    input.composerVersion,
    input.php,
    askForIndexes(ask, repositories)
  ])
  if (cache === null || composerVersion === null || php === null || asked === null) return plain
  const identity = JSON.stringify([format, composerVersion, php, input.given])
  const known = remembered.safeParse(parsed((await cache.read(identity)) ?? ''))
  if (known.success) {
    const [indexes, rest] = parted(known.data.proofs, repositories)
    const { advises, advisedAt } = known.data
    const fresh = advisedAt === null || Math.abs(input.now() - advisedAt) < adviceLasts
    if (fresh && sameProofs(indexes, indexProofs(asked)) && (await stillHold(ask, rest)))
      return {
        ...plain,
        composer: replayComposer(composer, files, known.data.calls),
        remembers: true,
        advises: () => Promise.resolve(advises)
      }
  }
  const recording = recordComposer(composer, files)
  const everywhere = [input.productName]
  const began = input.now()
  return {
    composer: recording.composer,
    remembers: false,
    keep: async () => {
      const calls = recording.calls()
      if (calls === null || calls.length === 0) return
      const proofs = await collectProofs({ ...input, asked, everywhere }).catch(() => null)
      if (proofs === null) return
      const indexes = asked.map(({ index }) => parsed(index.text()))
      // Composer from 2.9 on asks repositories for advisories, or for packages that they block, while it resolves.
      const decided = isAtLeast(composerVersion, '2.9') && indexes.some((index) => repositoryShape(index)?.advises)
      const more = { advises: indexes.some(tellsOfAdvisories), advisedAt: decided ? began : null }
      await cache.write(identity, JSON.stringify({ proofs, calls, ...more }))
    }
  }
}

type Proofs = z.infer<typeof remembered>['proofs']

/** The indexes have been fetched already. */
function parted(proofs: Proofs, repositories: readonly ListedRepository[]): readonly [Proofs, Proofs] {
  const urls = new Set(repositories.map(({ url }) => packagesUrl(url)))
  return [proofs.filter(({ url }) => urls.has(url)), proofs.filter(({ url }) => !urls.has(url))]
}

function sameProofs(a: Proofs, b: readonly z.infer<typeof proof>[]): boolean {
  const text = (proofs: readonly z.infer<typeof proof>[]): string =>
    sha256(
      proofs
        .map(({ url, kind, value }) => `${url} ${kind} ${value}`)
        .sort()
        .join('\n')
    )
  return text(a) === text(b)
}
