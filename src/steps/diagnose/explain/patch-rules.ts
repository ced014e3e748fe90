import { firstMatch, type FailureRule, type RuleContext } from './failure-rule.js'

const shipped = /magento-cloud-patches\/|\b(?:MAGECLOUD|MCLOUD|BUNDLE)-\d+/
const quality = /quality-patches\/|\b(?:ACSD|MDVA|ACP2E|AC|ACPLTSRV|BCBP)-\d+/
// A patch in the project's own folder is the project's, whatever its file name.
const own = firstMatch(/(m2-hotfixes\/[\w.-]{1,160}\.patch)\b/)
const file = firstMatch(/([\w.-]{1,80}\/[\w.-]{1,160}\.patch)\b/)
const id = firstMatch(
  /\b([A-Z][A-Z0-9]{1,9}-\d{1,7}(?:-V\d{1,2})?(?:, [A-Z][A-Z0-9]{1,9}-\d{1,7}(?:-V\d{1,2})?){0,40})/
)
// The name of a file proves nothing; only the program's message counts.
const fails =
  /error: patch failed: \S|: patch does not apply|\bpatch \S{1,300} (?:can't|cannot|could not) be applied|Applying patch \S{1,300} failed|Hunk #\d{1,6} FAILED|'git' 'apply'[^\n]{0,900}failed|git apply [^\n]{0,300}failed|hunks? ignored|The patch could not be applied/i

/** Why `ece-patches apply` fails: its own patches, those of the project, or unknown ids. */
export const patchRules: readonly FailureRule[] = [
  {
    id: 'patch-unknown',
    phase: 'build',
    title: 'QUALITY_PATCHES names patches that do not exist for this version',
    trace: /Next patches weren't found/i,
    subject: id,
    meaning: 'The installed magento/quality-patches has no patch of these ids for the version of the project.',
    next: ({ subject }) =>
      `Remove ${subject ?? 'the ids'} from QUALITY_PATCHES in .magento.env.yaml (usually the new version includes the fix), or composer update magento/quality-patches. Commit, and git push.`
  },
  {
    id: 'patch-failed',
    phase: 'build',
    title: (context) =>
      isShipped(context)
        ? 'A patch that ships with magento/magento-cloud-patches does not apply'
        : 'A patch does not fit the new version',
    trace: fails,
    subject: (text) => own(text) ?? file(text) ?? (shipped.test(text) || quality.test(text) ? id(text) : null),
    codes: [12],
    command: /ece-patches apply|apply-patches/,
    meaning: (context) =>
      isShipped(context)
        ? 'Cloud Patches applies it automatically: its version is too old for this product, or a copy of the same fix is in the way.'
        : isQuality(context)
          ? 'A patch in QUALITY_PATCHES was made for other code, or the code already includes its fix.'
          : 'A patch of the project was made for the previous version.',
    next: patchNext
  }
]

function isShipped(context: RuleContext): boolean {
  return shipped.test(told(context)) && own(told(context)) === null
}

function isQuality(context: RuleContext): boolean {
  return quality.test(told(context)) && own(told(context)) === null
}

// Patches that were applied are listed next to it: its own line decides, if it names one.
function told({ line, text }: RuleContext): string {
  return own(line) !== null || shipped.test(line) || quality.test(line) ? line : text
}

function patchNext(context: RuleContext): string {
  const { subject } = context
  if (isShipped(context))
    return 'composer update magento/magento-cloud-patches magento/ece-tools --with-dependencies, commit composer.lock, and git push. The project cannot disable it; if the project has a copy of the same fix, remove that.'
  if (isQuality(context))
    return `Remove ${id(told(context)) ?? 'the patch'} from QUALITY_PATCHES in .magento.env.yaml if the new version includes its fix, otherwise composer update magento/quality-patches. Commit, and git push.`
  return subject?.endsWith('.patch')
    ? `After composer install: git apply --check ${subject}. If the new version includes its fix, git rm ${subject}, otherwise update it. Then git push.`
    : 'After composer install: vendor/bin/ece-patches apply shows which patch it is. If the new version includes its fix, git rm its file in m2-hotfixes or remove its id from QUALITY_PATCHES, otherwise update it. Then git push.'
}
