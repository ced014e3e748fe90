import type { ComposerProject } from '../project/composer-project.js'
import { composerJsonSecrets } from '../project/composer-json-secrets.js'
import { urlCredentials } from '../secrets/url-credentials.js'
import { collectComposerKeys, type CollectedKeys } from '../steps/preflight/collect-composer-keys.js'
import type { Checkout } from '../tools/git/read-checkout.js'
import type { Run } from './run.js'
import { files } from '../tools/files.js'
import type { Git } from '../tools/git/git.js'

/** The credentials for Composer. Credentials of the project and this machine are redacted as soon as they are read. */
export async function projectKeys(
  { options, context, addSecrets, addCommittedSecrets }: Run,
  folder: string,
  {
    scratch,
    checkout,
    project
  }: { readonly scratch: Git; readonly checkout: Checkout; readonly project: ComposerProject }
): Promise<CollectedKeys> {
  const authJson = await files.read(files.join(folder, 'auth.json'))
  addSecrets(authJson ?? (await files.read(files.join(scratch.folder, 'auth.json'))) ?? '')
  addCommittedSecrets([...composerJsonSecrets(checkout.composerJson), ...urlCredentials(checkout.composerLock)])
  return collectComposerKeys(
    { scratch, files },
    {
      username: options.composerUsername.reveal(),
      password: options.composerPassword.reveal(),
      host: options.composerHost,
      input: options.composerAuth.reveal(),
      environment: context.environment['COMPOSER_AUTH'] ?? '',
      authJson,
      checkout,
      project
    }
  )
}
