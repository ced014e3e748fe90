import { join } from 'node:path'
import { runProgram } from '../sandbox/services/run-program.js'
import { documentedConstraint } from './documented-constraint.js'

/**
 * The documented commands in a fresh clone, with the edits of composer.json that the guide has one make by hand taken
 * from the commit `upgraded`. The resolver gets the platform from outside, as for the other ways; on a machine that is
 * like the platform, nothing of it would be in the lock. Returns the tree, which `project` then holds as well.
 */
export async function documentedCommands(run: {
  readonly folder: string
  readonly project: string
  readonly env: Readonly<Record<string, string>>
  readonly upgraded: string
}): Promise<string> {
  const { folder, project, upgraded } = run
  const clone = join(folder, 'clone')
  const env = { ...run.env, COMPOSER_CACHE_DIR: join(folder, 'fresh-cache'), UPGRADED: upgraded }
  await runProgram(['git', 'clone', '--quiet', project, clone], { cwd: folder, env })
  const { stdout } = await runProgram(['bash', '-c', script], { cwd: clone, env })
  await runProgram(['git', 'fetch', '--quiet', clone, 'HEAD'], { cwd: project, env })
  return stdout.trim().split('\n').at(-1) ?? ''
}

const script = `set -eu
composer install --no-progress --ignore-platform-reqs
git checkout --quiet HEAD -- .gitignore
git show "$UPGRADED:composer.json" >composer.json
composer require '${documentedConstraint}' --no-update
composer update --no-progress
php -r '$lock = json_decode(file_get_contents("composer.lock")); unset($lock->{"platform-overrides"}); file_put_contents("composer.lock", json_encode($lock, 448) . "\\n");'
git add -A
git commit --quiet -m Upgrade
git rev-parse 'HEAD^{tree}'
`
