import { firstMatch, type FailureRule } from './failure-rule.js'

const build = ['configuration', 'build'] as const

/** Failures of the programs that a build uses: Composer, git, Node, the shell. */
export const toolRules: readonly FailureRule[] = [
  {
    id: 'packages-not-installed',
    phase: 'build',
    within: build,
    title: 'No packages are installed when the hook needs them',
    trace:
      /Could not open input file: (?:\.\/)?vendor\/|vendor\/bin\/[\w-]{1,60}: No such file|Vendor autoload is not found|vendor\/autoload\.php[^\n]{0,80}(?:No such file|[Ff]ailed to open)/,
    meaning:
      'The build hook runs before composer.lock is installed, or the installation failed without ending the hook.',
    next: 'In .magento.app.yaml: build: flavor: none, and a build hook that starts with set -e and composer install --no-dev --no-interaction (as in the template). Commit, and git push.'
  },
  {
    id: 'composer-version',
    phase: 'build',
    within: build,
    title: 'The packages do not work with the Composer version of the build',
    trace: /requires composer-(?:plugin|runtime)-api \S/i,
    subject: firstMatch(/requires (composer-(?:plugin|runtime)-api [\w^~.|*-]{1,30})/i),
    meaning:
      'composer-plugin-api and composer-runtime-api are the version of Composer itself: 1 and 2 are incompatible.',
    next: 'Set the Composer of the build in .magento.app.yaml: dependencies: php: composer/composer, to the version that the target needs (with build: flavor: none); commit, and git push.'
  },
  {
    id: 'github-limit',
    phase: 'build',
    within: build,
    title: 'GitHub no longer answers a build without a token',
    trace:
      /GitHub API limit|API rate limit exceeded|configured GitHub OAuth token|Could not authenticate against github\.com/i,
    meaning:
      'Without a token, GitHub answers a few requests per hour, for all builds of the platform together, and gives no access to private repositories.',
    next: 'Add github-oauth with a token that can read these repositories to the variable env:COMPOSER_AUTH of the project (visible in the build, sensitive). Then git commit --allow-empty and git push.'
  },
  {
    id: 'git-refused',
    phase: 'build',
    within: ['build'],
    title: 'The build cannot read a git repository',
    trace:
      /Failed to (?:execute )?(?:git )?clone|Could not read from remote repository|Permission denied \(publickey\)|fatal: repository '[^'\n]{1,200}' not found/i,
    subject: firstMatch(/(?:'|\s|^)((?:git@|ssh:\/\/|https?:\/\/)[^\s']{3,200})/),
    meaning:
      'A package comes from a repository to which the key of the project (or the token in env:COMPOSER_AUTH) has no access, or whose host is unknown.',
    next: "Give the project's deploy key (Console, project settings) read access to that repository, or take the package from a Composer repository instead. Then git commit --allow-empty and git push."
  },
  {
    id: 'archive-damaged',
    phase: 'build',
    within: build,
    title: 'A downloaded package is damaged or differs from composer.lock',
    trace:
      /checksum verification of the file failed|is not a (?:valid )?zip archive|zip END header not found|End-of-central-directory signature not found|zip archive is corrupt/i,
    subject: firstMatch(/(https?:\/\/[^\s'")]{4,200})/),
    meaning: 'The file was truncated, comes from a stale cache, or was published again under the same version.',
    next: 'Try again: git commit --allow-empty and git push; then magento-cloud project:clear-build-cache. If it fails again: composer update that package, commit composer.lock, and git push.'
  },
  {
    id: 'package-certificate',
    phase: 'build',
    within: build,
    title: 'The certificate of a package server is not trusted',
    trace: /curl error 60\b|SSL certificate problem|certificate verify failed|unable to get local issuer certificate/i,
    subject: firstMatch(/(https?:\/\/[^\s'":]{4,200})/),
    meaning: 'It has expired, or no authority that the build trusts has signed it.',
    next: 'The owner of that server has to renew it; until then use another source for the packages. Then git commit --allow-empty and git push.'
  },
  {
    id: 'process-crashed',
    phase: 'build',
    outcome: true,
    sureOnly: true,
    title: 'A process crashed (segmentation fault, 139)',
    trace: /Segmentation fault|status code 139\b|returned code 139\b|\[139\] The command/i,
    meaning: 'The program itself crashed, usually PHP in one of its extensions; the lines name no code of the project.',
    next: 'Try again: git commit --allow-empty and git push. If it crashes again, remove extensions from runtime.extensions in .magento.app.yaml one by one, or open a support ticket with these lines.'
  },
  {
    id: 'node-failed',
    phase: 'build',
    outcome: true,
    sureOnly: true,
    title: 'npm or yarn failed in the hook',
    trace:
      /^\s{0,20}npm (?:ERR!|error)\s|^\s{0,20}error (?:Command failed with exit code|An unexpected error occurred)|gyp ERR!/,
    meaning: 'A step of the hook that builds with Node failed; the lines before show which.',
    next: 'Run the same step in a fresh clone with the same Node version (dependencies: nodejs in .magento.app.yaml, or what the hook installs). Fix it, commit, and git push.'
  },
  {
    id: 'hook-unreadable',
    phase: 'build',
    outcome: true,
    sureOnly: true,
    title: 'The hook is not a valid shell script',
    trace:
      /^\s{0,20}(?:[\w./-]{1,60}: )?(?:-c: )?(?:(?:line )?\d{1,5}: |eval: )?(?:[Ss]yntax error(?:: | near unexpected token)|unexpected EOF while looking for)/,
    meaning:
      'A quote, a bracket or a word such as fi or done is missing or too many; what stands before it may have run.',
    next: 'Correct the hook in .magento.app.yaml: its text in a file, sh -n names the line. Commit, and git push.'
  },
  {
    id: 'process-terminated',
    phase: 'build',
    outcome: true,
    sureOnly: true,
    title: 'A command was ended from outside, for its time as a rule (143, 124)',
    trace:
      /status code (?:143|124)\b|returned code (?:143|124)\b|\[143\] The command|signaled with signal "?15"?|exceeded the timeout of \d{1,6} seconds/i,
    meaning: 'It got the signal 15, or a limit of its own: a build has one hour, commands of Composer 300 seconds.',
    next: 'See in the lines which step took so long, and make it shorter: fewer locales and themes (SCD_MATRIX, SCD_THREADS), process-timeout in the config of composer.json. Else try again: git commit --allow-empty and git push.'
  },
  {
    id: 'command-missing',
    phase: 'build',
    outcome: true,
    sureOnly: true,
    title: 'A command of the hook does not exist there',
    trace: /: (?:command not found|not found)$/,
    subject: firstMatch(/(?:^|: )([\w./+-]{1,60}): (?:command )?not found$/m),
    meaning: 'The container does not have this program, or it is not on PATH in the shell of the hook.',
    next: 'Install it in the hook before it is used, or in dependencies in .magento.app.yaml; a tool such as nvm must be loaded (source) in the same hook. Commit, and git push.'
  }
]
