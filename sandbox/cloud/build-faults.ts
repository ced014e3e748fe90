import type { DeployFault } from '../deploy-faults.js'

/** What the platform prints where it stops before it runs anything of the project's own. */
export const buildFaults: Partial<Record<DeployFault, string>> = {
  'build-fails': 'Running the build hook\n  npm run build: the theme could not be built, exit code 3',
  'stale-lock': `  Installing dependencies from lock file (including require-dev)
  Verifying lock file contents can be installed on current platform.
  Warning: The lock file is not up to date with the latest changes in composer.json. You may be getting outdated dependencies.
  - Required package "acme/module-example" is not present in the lock file.
  This usually happens when composer files are incorrectly merged or the composer.json file is manually edited.`,
  'protective-block': `  Running the protective block
  W: The pushed code contains a known vulnerability: the advisory names a patch that it lacks.
E: The push was rejected by the protective block.`
}
