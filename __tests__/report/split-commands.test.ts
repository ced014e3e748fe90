import { describe, expect, test } from '@jest/globals'
import { splitCommands } from '../../src/report/split-commands.js'

const commandsOf = (text: string): readonly string[] =>
  splitCommands(text)
    .filter(({ isCommand }) => isCommand)
    .map(({ text: command }) => command)

describe('commands in a text of ours', () => {
  test.each([
    ['On the server: php bin/magento maintenance:disable', ['php bin/magento maintenance:disable']],
    [
      'Where it does not, on the server: php bin/magento maintenance:disable and vendor/bin/ece-tools cron:enable',
      ['php bin/magento maintenance:disable', 'vendor/bin/ece-tools cron:enable']
    ],
    ['To switch it on: magento-cloud environment:activate.', ['magento-cloud environment:activate']],
    ['To push it: git push origin refs/a/b:refs/heads/main', ['git push origin refs/a/b:refs/heads/main']],
    ['composer update would run code of the project beside keys', ['composer update']],
    ['composer config --unset lock, then commit composer.json.', ['composer config --unset lock']],
    ['See whether it answers: magento-cloud sql "SELECT 1"', ['magento-cloud sql "SELECT 1"']],
    [
      'On the server: tail -n 100 var/log/install_upgrade.log. After the cause is fixed, deploy again.',
      ['tail -n 100 var/log/install_upgrade.log']
    ],
    ['Then `rm -rf x` by hand', ['rm -rf x']],
    ['Give the id (magento-cloud project:list shows it).', []],
    ['git fails in /x: no such thing', []],
    ['The remote ssh of git itself', []],
    [
      'Run: git revert --no-edit abc && git push origin integration',
      ['git revert --no-edit abc && git push origin integration']
    ]
  ])('%s', (text, commands) => {
    expect(commandsOf(text)).toEqual(commands)
    expect(
      splitCommands(text)
        .map((piece) => piece.text)
        .join('')
    ).toBe(text.replaceAll('`', ''))
  })
})
