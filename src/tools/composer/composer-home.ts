import type { Secret } from '../../secrets/secret.js'
import type { Files } from '../files.js'

/** The contents of one private COMPOSER_HOME. */
interface ComposerHomeContents {
  /** auth.json as text; null for a repository without keys. */
  readonly auth: Secret | null
  /** Configuration for the git that Composer starts; see `composerGitConfig`. */
  readonly gitConfig: Secret
  /** What the resolver takes for the platform, e.g. `{php: '8.3.99', 'ext-soap': '8.3.99'}`. */
  readonly platform: Readonly<Record<string, string>>
}

/**
 * Runs `task` with a private COMPOSER_HOME outside the work tree, and removes it afterwards: the machine's global
 * configuration has no effect, and git never sees the keys. The platform is set here and not in composer.json, where it
 * would be committed.
 */
export async function withComposerHome<T>(
  files: Files,
  contents: ComposerHomeContents,
  task: (home: string) => Promise<T>
): Promise<T> {
  const home = await files.privateFolder('composer')
  try {
    if (contents.auth) await files.write(files.join(home, 'auth.json'), contents.auth.reveal(), { secret: true })
    if (!contents.gitConfig.isEmpty)
      await files.write(files.join(home, '.gitconfig'), contents.gitConfig.reveal(), { secret: true })
    const config = { config: { platform: contents.platform, 'platform-check': false, 'notify-on-install': false } }
    await files.write(files.join(home, 'config.json'), JSON.stringify(config))
    return await task(home)
  } finally {
    await files.remove(home)
  }
}
