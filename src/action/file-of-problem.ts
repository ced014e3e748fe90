import type { Problem } from '../errors.js'

const files: ReadonlyMap<Problem['id'], string> = new Map<Problem['id'], string>([
  ['app-braintree-channel', '.magento.app.yaml'],
  ['app-extension-json', '.magento.app.yaml'],
  ['app-extension-mcrypt', '.magento.app.yaml'],
  ['app-extension-newrelic', '.magento.app.yaml'],
  ['build-flavor', '.magento.app.yaml'],
  ['composer-lock-stale', 'composer.lock'],
  ['composer-keys-in-json', 'composer.json'],
  ['composer-lock-off', 'composer.json'],
  ['composer-vendor-dir', 'composer.json'],
  ['composer-conflict', 'composer.json'],
  ['auth-json-tracked', 'auth.json'],
  ['modules-differ', 'app/etc/config.php']
])

/** The file of the project that a problem is in, by its id; null if it is in none, or in several. */
export function fileOfProblem({ id, comparison }: Pick<Problem, 'id' | 'comparison'>): string | null {
  if (comparison !== undefined) return '.magento/services.yaml'
  return files.get(id) ?? null
}

/** A short title for a problem: the component that runs, else its id in words. */
export function titleOfProblem({ id, comparison }: Pick<Problem, 'id' | 'comparison'>): string {
  if (comparison !== undefined) return `${comparison.name} ${comparison.now}`
  const words = id.replaceAll('-', ' ')
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}
