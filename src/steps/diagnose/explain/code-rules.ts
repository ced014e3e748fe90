import { deployAgain, firstMatch, type FailureRule, type RuleContext } from './failure-rule.js'

const file = firstMatch(/(?:XML in file "|Invalid XML in file |^|\s|")((?:\/app\/)?[\w./-]{3,200}\.xml)/)

/** Problems in the code or files of modules and themes, in any phase. */
export const codeRules: readonly FailureRule[] = [
  {
    id: 'php-syntax',
    phase: 'build',
    title: ({ culprit }) => `Code of ${culprit ?? 'an extension'} is not valid for this PHP version`,
    trace: /Parse error:|ParseError|syntax error, unexpected /,
    culprit: true,
    meaning:
      'It was written for a newer (or much older) PHP than the type in .magento.app.yaml, or the file is damaged.',
    next: (context) =>
      `Compare type: php in .magento.app.yaml with what the package requires; otherwise ${exchange(context)} Commit, and git push.`
  },
  {
    id: 'xml-invalid',
    phase: 'build',
    title: 'An XML file is not valid for the new version',
    trace:
      /The XML in file "|Invalid XML in file |Invalid Document\b|is invalid: Element '|This element is not expected/,
    subject: file,
    culprit: true,
    meaning:
      'The schema of the file has changed with the version, or the file has an error; line and element are shown below.',
    next: (context) => `Fix the file, or ${exchange(context)} Commit, and git push.`
  },
  {
    id: 'theme-missing',
    phase: 'build',
    title: 'The configuration names a theme that is not in the code',
    trace: /Unable to load theme by specified key|Required parameter 'theme_dir' was not passed|Theme not found/i,
    subject: firstMatch(/specified key: '([^'\n]{1,120})'/),
    meaning: 'app/etc/config.php, SCD_MATRIX or the table theme of the database names a theme whose files are gone.',
    next: 'Restore its package or folder (app/design), or remove it from app/etc/config.php and from SCD_MATRIX in .magento.env.yaml. Commit, and git push.'
  },
  {
    id: 'code-fails',
    phase: 'deploy',
    within: ['deploy', 'post-deploy'],
    outcome: true,
    sureOnly: true,
    title: ({ culprit }) => `Code of ${culprit ?? 'an extension'} stops with an error`,
    trace:
      /must be of (?:the )?type [^\n]{1,300}(?:given|returned)|Too few arguments to function|Undefined (?:index|array key|offset|variable|property|constant)\b|Call to a member function \w{1,80}\(\) on|Unsupported operand types|Deprecated Functionality:|Attempt to read property|Uncaught (?:\w{0,40}Error|Exception)/,
    culprit: true,
    meaning: 'It does not work with this version of the product or of PHP, or with the data in the database.',
    next: (context) => `Read the line, which has the file and line number; ${exchange(context)} ${deployAgain(context)}`
  }
]

function exchange({ culprit }: RuleContext): string {
  if (culprit?.startsWith('app/code/')) return `fix the module in ${culprit}.`
  return culprit?.includes('/')
    ? `composer update ${culprit}, or composer remove ${culprit}.`
    : 'update the package that the file belongs to.'
}
