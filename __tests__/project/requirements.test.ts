import { expect, test } from '@jest/globals'
import releases from '../../src/data/releases.json' with { type: 'json' }
import { compareVersions, releaseLine } from '../../src/project/product-version.js'
import { checkRequirements, requiredVersions } from '../../src/project/requirements.js'
import { supportNotice } from '../../src/steps/plan/support-dates.js'

const services = (types: string[]) => types.map((type, index) => `s${index}:\n  type: ${type}\n  disk: 512\n`).join('')
const app = (php: string, composer: string) =>
  `type: php:${php}\ndependencies:\n  php:\n    composer/composer: '${composer}'\n`

function ids(target: string, appYamlText: string, types: string[] = []): string[] {
  const input = { target, appYamlText, servicesYamlText: services(types), composerVersion: '2.10.2' }
  return checkRequirements(input).map(({ id, severity }) => `${severity} ${id}`)
}

test.each([
  ['2.4.8', ['mysql:11.4', 'valkey:8.0', 'opensearch:2', 'rabbitmq:4.1'], []],
  ['2.4.8-p2', ['mysql:11.4', 'valkey:8.0', 'opensearch:2'], ['warning requirement-opensearch']],
  [
    '2.4.8-p5',
    ['mysql:11.8', 'valkey:8.0', 'opensearch:3', 'rabbitmq:4.1'],
    ['warning requirement-composer', 'warning requirement-valkey', 'warning requirement-rabbitmq']
  ],
  [
    '2.4.8',
    ['mysql:10.6', 'redis:7.2', 'elasticsearch:7.17'],
    ['warning requirement-mariadb', 'warning requirement-redis', 'warning requirement-elasticsearch']
  ]
])('services for %s: %j', (target, types, expected) => {
  expect(ids(target, app('8.4', '2.9.3'), types)).toEqual(expected)
})

test.each([
  ['2.4.8', '8.3', '2.9.3', []],
  ['2.4.8', '8.2', '^2.2', ['warning requirement-php']],
  ['2.4.8', '8.1', '2.2.26', ['error requirement-php', 'warning requirement-composer']],
  ['2.4.7-p10', '8.3', '2.9.3', ['warning requirement-composer']],
  ['2.3.7', '7.4', '1.10.0', []]
])('%s on PHP %s with Composer %s', (target, php, composer, expected) => {
  expect(ids(target, app(php, composer))).toEqual(expected)
})

test('says what the target wants and where', () => {
  const [php] = checkRequirements({
    target: '2.4.8',
    appYamlText: app('8.1', '2.9.3'),
    servicesYamlText: null,
    composerVersion: null
  })
  expect(php?.message).toBe('.magento.app.yaml declares PHP 8.1; 2.4.8 runs on 8.3 or 8.4.')
  const input = { target: '2.4.7-p10', appYamlText: app('8.3', '2.10'), composerVersion: '2.5.5' }
  expect(
    checkRequirements({ ...input, servicesYamlText: services(['redis:7.2']) }).map(({ message }) => message)
  ).toEqual([
    'Composer on this machine is 2.5.5; 2.4.7-p10 needs 2.10 or newer.',
    '.magento/services.yaml has Redis 7.2 (s0); 2.4.7-p10 needs Valkey 8.1.'
  ])
  expect(() => checkRequirements({ ...input, servicesYamlText: 'a: [' })).toThrow(/services\.yaml .* line 1/)
})

test('has requirements for every release from 2.4.4 on', () => {
  const components = ['php', 'composer', 'mariadb', 'opensearch', 'elasticsearch', 'rabbitmq', 'redis', 'valkey']
  const recent = releases.versions.filter((version) => compareVersions(version, '2.4.4') >= 0)
  expect(recent.length).toBeGreaterThan(60)
  for (const version of recent)
    for (const component of components)
      expect([version, component, requiredVersions(version, component)]).not.toContain(null)
  expect([...releases.versions].sort(compareVersions)).toEqual(releases.versions)
  expect(new Set(releases.versions.map(releaseLine)).size).toBe(
    releases.versions.filter((version) => !version.includes('-')).length
  )
})

test.each([
  ['2.4.8', '2026-11-23', null],
  ['2.4.8', '2028-02-01', '2.4.8: standard support ends on 2028-05-31.'],
  [
    '2.4.5-p3',
    '2026-11-23',
    '2.4.5: standard support ended on 2025-08-12, extended support ended on 2026-08-11, security fixes end on 2027-05-31, the platform enforces the upgrade from 2027-06-01.'
  ],
  ['2.3.7', '2026-11-23', '2.3.7: standard support ended on 2022-09-08.'],
  ['2.4.2-p1', '2026-11-23', '2.4.2: standard support ended on 2022-11-28.'],
  ['2.5.0', '2026-11-23', null]
])('support of %s on %s', (version, today, message) => {
  expect(supportNotice(version, new Date(today))?.message ?? null).toBe(message)
})
