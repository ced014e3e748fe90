import type { Problem } from '../../errors.js'

/** Settings in composer.json's `config` section that make an upgrade impossible. */
export function composerConfigProblems(config: Readonly<Record<string, unknown>>): readonly Problem[] {
  return [...(config['lock'] === false ? [lockOff] : []), ...vendorProblems(config['vendor-dir'])]
}

const lockOff: Problem = {
  id: 'composer-lock-off',
  severity: 'error',
  message: 'composer.json sets config.lock to false, so Composer writes no composer.lock.',
  fix: 'Run composer config --unset lock and commit composer.json.'
}

// The hooks of the platform call ./vendor/bin/ece-tools, and the maps of base packages name vendor/.
function vendorProblems(folder: unknown): readonly Problem[] {
  if (typeof folder !== 'string' || /^(?:\$BASE_DIR\/|\.\/)?vendor\/?$/.test(folder)) return []
  return [
    {
      id: 'composer-vendor-dir',
      severity: 'error',
      message: `composer.json sets config.vendor-dir to ${folder}; the hooks of the platform and the base packages need vendor.`,
      fix: 'Run composer config --unset vendor-dir and commit composer.json.'
    }
  ]
}
