import type { DeployFault } from '../deploy-faults.js'

/** The lines with which the platform closes a build that failed (public activity logs of 2019 to 2025). */
export function closeBuild(status: number): string {
  return `  E: Error building project: The build hook failed with status code ${status}, aborting build.\n\nE: Error: Unable to build application, aborting.`
}

/** An exception as Symfony draws it on stderr: padded, and cut at 75 characters wherever a word ends. */
function box(head: string, message: string): string {
  const rows = message.match(/.{1,75}/g) ?? []
  return [head, '', ...rows.map((row) => `  ${row.padEnd(75)}  `), ''].map((line) => `    W: ${line}`).join('\n')
}

const hook = '  Executing build hook...\n    W: Installing dependencies from lock file'

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
E: The push was rejected by the protective block.`,
  'keys-refused': `${hook}
${box('In AuthHelper.php line 132:', "The 'https://repo.magento.com/archives/magento/module-example/magento-module-example-100.4.8.0.zip' URL could not be accessed: HTTP/2 403 ")}
${closeBuild(1)}`,
  'php-too-old': `${hook}
    W: Verifying lock file contents can be installed on current platform.
    W: Your lock file does not contain a compatible set of packages. Please run composer update.
    W:
    W:   Problem 1
    W:     - magento/framework 103.0.8-p4 requires php ~8.3.0||~8.4.0 -> your php version (8.1.33) does not satisfy that requirement.
${closeBuild(2)}`,
  'build-killed': `  Executing build hook...
    [2026-01-02T10:00:00.000001+00:00] ERROR: [15] The command "php ./bin/magento setup:di:compile --ansi --no-interaction" failed.
      Compilation was started.
      Interception cache generation... 7/9 [=====================>------]  77% 1 min 990.0 MiB
      Killed
${closeBuild(137)}`
}
