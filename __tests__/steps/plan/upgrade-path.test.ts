import { expect, test } from '@jest/globals'
import { lockedPackages } from '../../../src/project/composer-lock.js'
import { checkUpgradePath } from '../../../src/steps/plan/upgrade-path.js'
import { locked, lockText } from '../../helpers/template-project.js'

interface Case {
  readonly from: string
  readonly to: string
  readonly eceTools?: string | null
  readonly plugin?: string
  readonly flavor?: string
  /** Further lines of .magento.app.yaml. */
  readonly app?: string
}

function ids({ from, to, eceTools = '2002.2.10', plugin = '0.4.0', flavor = 'none', app = '' }: Case): string[] {
  const packages = lockedPackages(lockText([locked('magento/magento-composer-installer', plugin)]))
  const appYamlText = `type: php:8.3\nbuild:\n  flavor: ${flavor}\n${app}`
  const problems = checkUpgradePath({
    from,
    to,
    project: { eceTools, packages, pluginApiVersion: '1.1.0' },
    appYamlText
  })
  expect(problems.every(({ fix }) => fix.length > 0)).toBe(true)
  return problems.map(({ id }) => id)
}

test.each<[Case, string[]]>([
  [{ from: '2.4.7-p3', to: '2.4.8' }, []],
  [{ from: '2.4.3-p3', to: '2.4.8', plugin: '0.3.0', flavor: 'composer' }, ['path-build-flavor']],
  [{ from: '2.4.2', to: '2.4.3', plugin: '0.2.0', flavor: 'composer' }, []],
  [
    { from: '2.3.7-p4', to: '2.4.6', plugin: '0.1.13', flavor: 'composer' },
    ['path-composer-1', 'path-build-flavor', 'path-search']
  ],
  [{ from: '2.4.0', to: '2.4.1', plugin: '0.1.13', flavor: 'composer' }, []],
  [{ from: '2.0.4', to: '2.1.18', eceTools: null, plugin: '0.1.6' }, ['path-2.0']],
  [{ from: '2.1.3', to: '2.1.18', eceTools: null, plugin: '0.1.6' }, []],
  [{ from: '2.1.3', to: '2.2.11', eceTools: null, plugin: '0.1.6' }, ['path-2.1.4', 'path-config-php']],
  [{ from: '2.1.18', to: '2.2.11', eceTools: null, plugin: '0.1.6' }, ['path-ece-tools', 'path-config-php']],
  // What neighbouring branches of the template have otherwise.
  [{ from: '2.2.11', to: '2.3.0', app: 'runtime: {extensions: [mcrypt]}\n' }, ['app-extension-mcrypt']],
  [{ from: '2.4.5', to: '2.4.6', app: 'runtime: {extensions: [newrelic]}\n' }, ['app-extension-newrelic']],
  [{ from: '2.4.6', to: '2.4.7', app: 'runtime: {extensions: [newrelic]}\n' }, []],
  [
    {
      from: '2.3.5',
      to: '2.4.0',
      app: 'variables: {env: {CONFIG__STORES__DEFAULT__PAYMENT__BRAINTREE__CHANNEL: x}}\n'
    },
    ['app-braintree-channel', 'path-search']
  ]
])('%j', (path, expected) => {
  expect(ids(path)).toEqual(expected)
})
