import type { FailureRule } from './failure-rules.js'

/** Causes that stop a push or a build: the site still runs the version before. */
export const buildFailures: readonly FailureRule[] = [
  {
    id: 'protective-block',
    phase: 'push',
    title: 'The protective block of the Cloud refused the code',
    trace: /^.*(?:protective block|(?:has|contains|found) .*known (?:security )?vulnerabilit).*$/im,
    codes: [],
    meaning: 'The platform knows a vulnerability in the pushed code and does not deploy it.',
    next: 'Apply the patch that the advisory names, or plan for a version that has it: magento-cloud-upgrade plan --target latest-patch. An exception is made in .magento.app.yaml (preflight: ignore_rules).'
  },
  {
    id: 'stale-lock',
    phase: 'build',
    title: 'composer.lock does not belong to composer.json',
    trace:
      /^.*(?:is not present in the lock file|is in the lock file as .* but that does not satisfy|lock file does not contain a compatible set of packages|module:enable --all\b.*failed).*$/im,
    codes: [11, 25],
    meaning: 'The build installs what composer.lock holds, and that is not what composer.json asks for.',
    next: 'In the checkout: composer update --lock; or composer update, where packages are missing. Commit composer.lock and git push.'
  },
  {
    id: 'patch-failed',
    phase: 'build',
    title: 'A patch does not fit the new version',
    trace:
      /^.*(?:\.patch\b.*(?:fail|reject|not apply|not be applied|conflict)|(?:fail|cannot be applied|not apply).*\.patch\b|\bpatch \S+ (?:can't|cannot) be applied|Next patches weren't found|error: patch failed: \S+|ece-patches apply\b.*fail).*$/im,
    subject: /[\w.-]+\/[\w.-]+\.patch\b|[\w.-]+\.patch\b|\b[A-Z]{2,10}-\d+(?:-V\d+)?(?:, [A-Z]{2,10}-\d+(?:-V\d+)?)*/,
    codes: [12],
    meaning: 'A file in m2-hotfixes, or a patch in QUALITY_PATCHES, was made for the version before.',
    next: 'After composer install: git apply --check {patch}. Where the new version holds its fix, git rm the file (or take the id out of .magento.env.yaml), else renew it. Then git push.'
  },
  {
    id: 'di-compile-failed',
    phase: 'build',
    title: 'Code of an extension does not compile with the new version',
    trace:
      /^.*(?:Class ["']?\\?[\w\\]+["']? (?:for .*generation )?(?:does not exist|not found)|Source class "[^"]+" for "[^"]+" generation does not exist|Errors during compilation|Incompatible argument type|must be compatible with|setup:di:compile\b.*failed).*$/im,
    subject: /\b[A-Z]\w*(?:\\{1,2}\w+){2,}/,
    culprit: true,
    codes: [15],
    meaning: 'A class refers to something that the new version does not have, or no longer has in that form.',
    next: 'Update the extension that the class belongs to, or remove it (composer update {culprit}, composer remove {culprit}), commit, and git push.'
  }
]
