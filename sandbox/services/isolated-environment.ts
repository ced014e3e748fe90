import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What an isolated Composer home holds. */
export interface IsolatedEnvironmentOptions {
  /** Folder for HOME and COMPOSER_HOME; made if missing. */
  readonly directory: string
  readonly repository: { readonly host: string; readonly username: string; readonly password: string }
  /** PHP version for which Composer resolves, e.g. `8.3`. */
  readonly php: string
}

const extensions =
  `bcmath ctype curl dom fileinfo filter gd hash iconv intl json libxml mbstring openssl pcre pdo pdo_mysql simplexml
  soap sockets sodium spl tokenizer xml xmlreader xmlwriter xsl zip zlib`.split(/\s+/)

/**
 * The whole environment for a child that runs Composer or git: nothing of the machine's own configuration applies, and
 * Composer resolves for the declared PHP with the platform's extensions. The keys are in
 * `directory/composer/auth.json`.
 */
export async function isolatedEnvironment(options: IsolatedEnvironmentOptions): Promise<Record<string, string>> {
  const home = join(options.directory, 'composer')
  await mkdir(home, { recursive: true })
  const php = `${options.php}.99`
  const platform: Record<string, string> = { php }
  for (const name of extensions) platform[`ext-${name}`] = php
  const { host, username, password } = options.repository
  const auth = { 'http-basic': { [host]: { username, password } } }
  // A PHP newer or older than the declared one runs the installed code here.
  const config = { config: { platform, 'platform-check': false } }
  await writeFile(join(home, 'auth.json'), JSON.stringify(auth), { mode: 0o600 })
  await writeFile(join(home, 'config.json'), JSON.stringify(config))
  return {
    PATH: process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin',
    HOME: options.directory,
    LANG: 'C.UTF-8',
    COMPOSER_HOME: home,
    COMPOSER_CACHE_DIR: join(options.directory, 'composer-cache'),
    COMPOSER_ALLOW_SUPERUSER: '1',
    COMPOSER_NO_INTERACTION: '1',
    COMPOSER_NO_AUDIT: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Project Developer',
    GIT_AUTHOR_EMAIL: 'developer@example.com',
    GIT_COMMITTER_NAME: 'Project Developer',
    GIT_COMMITTER_EMAIL: 'developer@example.com',
    GIT_TERMINAL_PROMPT: '0'
  }
}
