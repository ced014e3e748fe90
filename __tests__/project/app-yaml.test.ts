import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readAppYaml, updateAppYaml } from '../../src/project/app-yaml.js'

const appYaml = `# Name of the application
name: mymagento

# The toolstack used to build the application.
type: php:8.3   # keep with the target
build:
    flavor: none
dependencies:
    php:
        composer/composer: '2.9.3'

hooks:
    # We run build hooks before your application has been packaged.
    build: |
        set -e
        composer install --no-dev
        php ./vendor/bin/ece-tools run scenario/build/generate.xml
    deploy: |
        php ./vendor/bin/ece-tools run scenario/deploy.xml
relationships:
    database: "mysql:mysql"
    redis: "redis:redis"
    opensearch:
        service: search
runtime:
    extensions:
        - xsl
        - name: blackfire
`

test('reads the application', () => {
  expect(readAppYaml(appYaml)).toMatchObject({
    name: 'mymagento',
    php: '8.3',
    composer: '2.9.3',
    flavor: 'none',
    extensions: ['xsl', 'blackfire'],
    relationships: { database: 'mysql', redis: 'redis', opensearch: 'search' }
  })
  expect(readAppYaml(appYaml).hooks['build']).toContain('composer install')
  expect(readAppYaml('type: php:7.4')).toMatchObject({ name: 'app', composer: null, flavor: null, relationships: {} })
})

test('names the line of broken YAML and refuses other applications', () => {
  expect(() => readAppYaml('name: a\ntype: "php\n')).toThrow(/not valid YAML, line [123]/)
  expect(() => readAppYaml('type: nodejs:20')).toThrow('does not declare a PHP application')
  expect(() => readAppYaml('')).toThrow('does not declare a PHP application')
})

test('changes the two versions and no other byte', () => {
  const { text, changes } = updateAppYaml(appYaml, { php: '8.4', composer: '2.10.0' })
  expect(text).toBe(appYaml.replace('php:8.3', 'php:8.4').replace("'2.9.3'", "'2.10.0'"))
  expect(changes).toEqual(['type: php:8.3 -> php:8.4', 'dependencies.php.composer/composer: 2.9.3 -> 2.10.0'])
  expect(updateAppYaml(text, { php: '8.4', composer: '2.10.0' })).toEqual({ text, changes: [] })
  expect(updateAppYaml(appYaml, { php: null, composer: null })).toEqual({ text: appYaml, changes: [] })
})

test('adds a Composer version where there is none, keeping comments', () => {
  const without = appYaml.replace(/dependencies:\n.*\n.*\n/, '')
  const { text } = updateAppYaml(without, { php: null, composer: '2.9.3' })
  expect(readAppYaml(text)).toEqual({ ...readAppYaml(appYaml) })
  for (const comment of appYaml.match(/#.*/g) ?? []) expect(text).toContain(comment)
})

test('reads back every version it writes', () => {
  const version = fc.tuple(fc.integer({ min: 5, max: 9 }), fc.nat(20)).map(([major, minor]) => `${major}.${minor}`)
  fc.assert(
    fc.property(version, version, (php, composer) => {
      expect(readAppYaml(updateAppYaml(appYaml, { php, composer }).text)).toMatchObject({ php, composer })
    })
  )
})

test('reads and changes Composer below require, beside repositories', () => {
  const nested = `type: php:8.3
dependencies:
  php:
    require:
      composer/composer: "2.2.26" # the build's own
      acme/tool: 1
    repositories:
      - type: vcs
        url: https://git.example.com/acme/tool.git
`
  expect(readAppYaml(nested)).toMatchObject({ php: '8.3', composer: '2.2.26' })
  const { text, changes } = updateAppYaml(nested, { php: null, composer: '^2.10.3' })
  expect(text).toBe(nested.replace('2.2.26', '^2.10.3'))
  expect(changes).toEqual(['dependencies.php.require.composer/composer: 2.2.26 -> ^2.10.3'])
})
