import type { Ledger } from '../../ledger.js'
import type { ProjectSession } from '../../run/project-session.js'
import { readRepositories } from '../../project/read-repositories.js'
import { repositoryLogin } from '../../project/repository-login.js'
import { Secret } from '../../secrets/secret.js'
import { createAskRepository } from '../../steps/plan/memory/proof.js'
import { openPlanMemory, type PlanMemory } from '../../steps/plan/memory/plan-memory.js'
import type { Run } from '../../run/run.js'
import { cacheFolder } from '../../tools/cache/cache-folder.js'
import { composerSshVariables } from '../../tools/composer/git-access.js'
import { phpIdentity } from '../../tools/composer/php-identity.js'
import { childEnvironment } from '../../tools/process/child-environment.js'
import { files } from '../../tools/files.js'
import { createFetch } from '../../tools/http/proxied-fetch.js'
import { createRunCommand } from '../../tools/process/run-command.js'
import { openSealedCache, type SealedCache } from '../../tools/cache/sealed-cache.js'

/** Composer for a plan, which reuses its answers to the same calls within the last day; see `openPlanMemory`. */
export async function rememberPlan({ options, context, ledger }: Run, project: ProjectSession): Promise<PlanMemory> {
  const { auth, origins, overruled, checkout, composer, composerHome } = project
  const { environment } = context
  const folder = cacheFolder(environment)
  const repositories = readRepositories(checkout.composerJson)
  const password = JSON.stringify(auth)
  // The credentials are the password of the cache: without them others on this machine could read and forge entries.
  if (folder === null || repositories === null || !/"password"|"bearer"/.test(password))
    return { composer, remembers: false, keep: () => Promise.resolve() }
  const run = createRunCommand(context.signal, context.redact)
  const login = (url: string): Readonly<Record<string, string>> | null => {
    const { host } = new URL(url)
    const repository = repositories.find((known) => known.host === host) ?? {
      url,
      host,
      inUrl: null,
      hasOptions: false
    }
    return repositoryLogin({ ...repository, url }, { auth, origins, overruled })?.headers ?? null
  }
  const { composerJson, composerLock } = checkout
  const surroundings = {
    ...childEnvironment(environment, {}),
    ...composerSshVariables(environment),
    TMPDIR: undefined
  }
  const { platform, gitConfig } = composerHome
  const questions = [options.target, options.updateAppConfig, options.securityBlocking, project.base]
  return openPlanMemory({
    composer,
    files,
    ask: createAskRepository(createFetch(environment), login),
    cache: openSealedCache(files.join(folder, 'plans'), new Secret(password)).then(
      (cache) => cache && noting(ledger, cache, folder)
    ),
    composerVersion: composer.versions().then((versions) => versions?.composer ?? null),
    php: phpIdentity(run, environment),
    given: [questions, surroundings, platform, gitConfig, password, composerJson, composerLock],
    repositories,
    cacheFolder: files.join(composerHome.folder, 'cache'),
    project: { composerJson, composerLock },
    productName: project.composerProject.product.name,
    now: () => Date.now()
  })
}

function noting(ledger: Ledger, cache: SealedCache, folder: string): SealedCache {
  return {
    read: (identity) => cache.read(identity),
    write: async (identity, text) => {
      const kept = ledger.intend('cache', `Composer's answers were cached in ${folder}`)
      await cache.write(identity, text)
      kept.done()
    }
  }
}
