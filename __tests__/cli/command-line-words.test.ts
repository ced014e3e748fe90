import { expect, test } from '@jest/globals'
import { commandLineWords } from '../../src/cli/command-line-words.js'
import { createProgram } from '../../src/cli/create-program.js'
import { spellBooleans } from '../../src/cli/spell-booleans.js'

test.each([
  ['or set vulnerable-composer: warn.', 'or set --vulnerable-composer warn.'],
  ['or run with update-app-config: true.', 'or run with --update-app-config.'],
  ['Set push: false, or pull-request: false.', 'Set --no-push, or --no-pull-request.'],
  ['Set working-directory to the root.', 'Set --working-directory to the root.'],
  ['Set target to 2.4.8, and look at the branch.', 'Set target to 2.4.8, and look at the branch.'],
  ['Set admin-email-check: set and admin-email, or', 'Set --admin-email-check set and --admin-email, or'],
  ['Check --composer-host.', 'Check --composer-host.'],
  [
    '(composer-username and composer-password, or COMPOSER_AUTH)',
    '(MAGENTO_CLOUD_UPGRADE_COMPOSER_USERNAME and MAGENTO_CLOUD_UPGRADE_COMPOSER_PASSWORD, or COMPOSER_AUTH)'
  ]
])('%s', (text, expected) => {
  expect(commandLineWords(text)).toBe(expected)
})

function flags(...argv: string[]): Record<string, unknown> {
  const program = createProgram()
  const upgrade = program.commands.find((command) => command.name() === 'upgrade')
  let given: Record<string, unknown> = {}
  upgrade?.action((options: Record<string, unknown>) => {
    given = options
  })
  program.parse(spellBooleans(['upgrade', ...argv]), { from: 'user' })
  return given
}

test.each([
  ['--push=false', false],
  ['--no-push', false],
  ['--push=true', true],
  ['--push', true],
  ['--dry-run', undefined]
])('%s', (argument, push) => {
  expect(flags(argument)['push']).toBe(push)
})

test('the help shows how to turn off what is on', () => {
  const help = createProgram()
    .commands.find((command) => command.name() === 'upgrade')
    ?.helpInformation()
  expect(help).toMatch(/^ +--no-push +not: Push the commit/m)
  expect(help).not.toMatch(/^ +--push\b/m)
  expect(help).toMatch(/^ +--pull-request\b/m)
})

test('a command that is to be typed stays as it is', () => {
  const command =
    'magento-cloud-upgrade backup restore /srv/backup --environment staging --known-hosts a --confirm staging'
  expect(commandLineWords(`To finish: ${command}\nTo go back: ${command}`)).toBe(
    `To finish: ${command}\nTo go back: ${command}`
  )
})
