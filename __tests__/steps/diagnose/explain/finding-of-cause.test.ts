import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { explainFailure } from '../../../../src/steps/diagnose/explain/explain-failure.js'
import type { Finding } from '../../../../src/report/report.js'

function explainedError(name: string): readonly Finding[] {
  const text = readFileSync(`__tests__/project/recorded/failures/${name}.log`, 'utf8')
  return explainFailure([{ source: 'activity log', kind: 'log', text }])
}

/** Texts of the shape that people have met in public, with invented values, by the phase that failed. */
const byPhase: Readonly<Record<string, readonly string[]>> = {
  deploy: [
    'trigger-outdated',
    'foreign-key-columns',
    'foreign-key-columns--fk-150',
    'database-rights',
    'database-rights--definer',
    'duplicate-rows',
    'data-does-not-fit',
    'data-does-not-fit--truncated',
    'packet-too-large',
    'too-many-connections',
    'xml-invalid',
    'code-fails',
    'search-read-only',
    'rolling-refused',
    'redis-unreachable--redis-readonly',
    'redis-unreachable--redis-loading',
    'queue-differs',
    'rabbitmq-login',
    'files-in-use',
    'redeployment-failed',
    'admin-exists',
    'view-broken',
    'code-not-generated',
    'table-crashed',
    'setup-upgrade-failed--no-such-table'
  ],
  build: [
    'not-marshaled--stale-setup',
    'php-syntax',
    'di-compile-failed--deprecated',
    'composer-version',
    'composer-version--runtime-api',
    'command-missing',
    'node-failed',
    'process-crashed',
    'static-content-failed--less',
    'theme-missing',
    'di-compile-failed--plugin-class',
    'di-compile-failed--circular',
    'php-extension-missing--sodium',
    'packages-not-installed',
    'packages-not-installed--autoload',
    'github-limit',
    'git-refused',
    'archive-damaged',
    'package-certificate'
  ],
  configuration: ['plan-limit', 'application-type', 'submodule-unreadable'],
  'post-deploy': ['search-limit']
}

test.each(Object.entries(byPhase).flatMap(([phase, names]) => names.map((name) => [name, phase] as const)))(
  '%s belongs to the phase %s, and stands alone',
  (name, phase) => {
    const found = explainedError(name)
    expect(found.map((finding) => finding.phase)).toEqual([phase])
    expect(found[0]?.next).not.toMatch(/<(?:package|patch)>/)
  }
)

test.each([
  ['foreign-key-columns', /missing rows|LEFT JOIN/],
  ['foreign-key-columns--fk-150', /missing rows|LEFT JOIN/],
  ['not-marshaled--stale-setup', /extension|composer remove/],
  ['php-extension-missing--sodium', /composer remove|compile/],
  ['queue-differs', /does not answer|could not be reached/],
  ['rabbitmq-login', /does not answer|could not be reached/],
  ['too-many-connections', /relationship/],
  ['node-failed', /composer/],
  ['redeployment-failed', /setup:upgrade/]
])('%s does not say %s', (name, never) => {
  for (const { title, meaning, next } of explainedError(name)) expect(`${title} ${meaning} ${next}`).not.toMatch(never)
})

const stamp = '[2026-03-02T09:14:07.113020+00:00]'
const built = (extra: string): string => `Building application 'mymagento' (runtime type: php:8.3, tree: 4f2a9c1)
  Executing build hook...
${extra}
    ${stamp} NOTICE: Running DI compilation
    ${stamp} INFO: Scenario(s) finished
`
const deployed = (extra: string): string => `
Redeploying environment staging
  Executing deploy hook for application mymagento
    ${stamp} INFO: Starting scenario(s): scenario/deploy.xml (magento/ece-tools version: 2002.2.10, magento/magento2-base version: 2.4.8-p4)
${extra}
    ${stamp} INFO: Scenario(s) finished
  Opening environment
`

test.each([
  ['a command that a hook went on without', built('    W: /bin/bash: line 8: nvm: command not found') + deployed('')],
  ['an optional package of npm', built('    W: npm ERR! optional dependency failed, continuing') + deployed('')],
  ['a download that was tried again', built('    W: curl error 60 while downloading https://x.test/a') + deployed('')],
  [
    'a warning of PHP',
    built('') + deployed('    W: PHP Warning:  Undefined array key "x" in /app/vendor/acme/x/y.php on line 3')
  ]
])('%s in a log that ends well is no cause', (_, text) => {
  expect(explainFailure([{ source: 'activity log', kind: 'log', text }])).toEqual([])
})

test('a command that is missing is not why the compilation failed', () => {
  const text = `${built('    W: /bin/bash: line 8: nvm: command not found')}    ${stamp} ERROR: [15] The command "php ./bin/magento setup:di:compile" failed.
      Something that nobody knows went wrong
  E: Error building project: The build hook failed with status code 15.

E: Error: Unable to build application, aborting.`
  expect(explainFailure([{ source: 'activity log', kind: 'log', text }]).map(({ id }) => id)).toEqual([
    'di-compile-failed'
  ])
})
