import { expect, test } from '@jest/globals'
import { cacheFolder } from '../../../src/tools/cache/cache-folder.js'

test.each<[Record<string, string>, string | null]>([
  [{ HOME: '/home/dev' }, '/home/dev/.cache/magento-cloud-upgrade'],
  [{ HOME: '/home/dev', XDG_CACHE_HOME: '/cache' }, '/cache/magento-cloud-upgrade'],
  [{ HOME: '/home/dev', XDG_CACHE_HOME: 'relative' }, '/home/dev/.cache/magento-cloud-upgrade'],
  [{ HOME: '/home/dev', MAGENTO_CLOUD_UPGRADE_CACHE: 'off' }, null],
  [{ HOME: '/home/dev', MAGENTO_CLOUD_UPGRADE_CACHE: '/mine' }, '/mine'],
  [{ HOME: '/home/dev', CI: 'true', MAGENTO_CLOUD_UPGRADE_CACHE: '/mine' }, '/mine'],
  [{ HOME: '/home/dev', CI: 'true' }, null],
  [{ HOME: '/home/dev', GITHUB_ACTIONS: 'true', RUNNER_TOOL_CACHE: '/tools', RUNNER_TEMP: '/temp' }, null],
  [{ HOME: '/home/dev', CI: 'false' }, '/home/dev/.cache/magento-cloud-upgrade'],
  [{ HOME: 'relative' }, null],
  [{}, null]
])('for %j it is %s', (environment, folder) => {
  expect(cacheFolder(environment)).toBe(folder)
})
