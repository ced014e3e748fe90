import { expect, test } from '@jest/globals'
import { UpgradeError } from '../../src/errors.js'
import { readAppYaml } from '../../src/project/app-yaml.js'
import { readServicesYaml } from '../../src/project/services-yaml.js'
import { processorSeconds } from '../helpers/processor-time.js'

// Of these the parser needs minutes, or kills Node by the end of its stack, which nothing can catch.
const hostile = ['['.repeat(20_000), '{a: '.repeat(9000), '? '.repeat(2500), '- '.repeat(9000), 'a: b\n'.repeat(99_999)]

test.each(hostile.map((text) => [text.slice(0, 8), text]))('YAML of many %j is refused, in time', async (_, text) => {
  const read = (): void => {
    expect(() => readAppYaml(text)).toThrow(UpgradeError)
    expect(() => readServicesYaml(text)).toThrow(UpgradeError)
  }
  expect(await processorSeconds(read)).toBeLessThan(20)
})

test('an app file with scripts in its hooks is read', () => {
  const hook = '    if [[ -n "$A" ]]; then echo "${A[0]}"; fi\n'.repeat(500)
  expect(readAppYaml(`name: app\ntype: php:8.3\nhooks:\n  build: |\n${hook}`).hooks['build']).toContain('echo')
})
