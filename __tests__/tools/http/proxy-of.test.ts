import { expect, test } from '@jest/globals'
import { proxyOf } from '../../../src/tools/http/proxy-of.js'

const proxy = 'http://proxy.example:3128'
const both = { http_proxy: proxy, https_proxy: proxy }

test.each([
  [{ HTTPS_PROXY: proxy }, 'https://a.example', proxy],
  [{ https_proxy: proxy }, 'https://a.example', proxy],
  [{ HTTP_PROXY: proxy }, 'http://a.example', proxy],
  [{ HTTP_PROXY: proxy }, 'https://a.example', null],
  [{ ALL_PROXY: proxy }, 'https://a.example', proxy],
  [{ https_proxy: 'http://lower.example', HTTPS_PROXY: proxy }, 'https://a.example', 'http://lower.example'],
  [{ https_proxy: '', HTTPS_PROXY: proxy }, 'https://a.example', null],
  [{ https_proxy: 'proxy.example:3128' }, 'https://a.example', proxy],
  [{}, 'https://a.example', null],
  // curl asks the proxy for this machine, too.
  [both, 'http://127.0.0.1:8080', proxy],
  [both, 'http://localhost', proxy]
])('%j gives for %s %s', (environment, url, expected) => {
  expect(proxyOf(url, environment)).toBe(expected)
})

test.each([
  ['*', 'https://a.example', true],
  ['a.example', 'https://a.example', true],
  ['example', 'https://a.example', true],
  ['.example', 'https://a.example', true],
  ['.a.example', 'https://a.example', true],
  ['b.example, a.example', 'https://A.EXAMPLE', true],
  ['b.example a.example', 'https://a.example./', true],
  ['ple', 'https://a.example', false],
  ['b.a.example', 'https://a.example', false],
  ['', 'https://a.example', false],
  ['127.0.0.1', 'http://127.0.0.1:99', true],
  ['127.0.0.0/8', 'http://127.1.2.3', true],
  ['10.0.0.0/8', 'http://127.0.0.1', false],
  ['localhost', 'http://127.0.0.1', false],
  ['[::1]', 'http://[::1]:80', true],
  ['::1', 'http://[::1]', true],
  ['fd00::/8', 'http://[fd12::1]', true],
  ['127.0.0.0/99', 'http://127.0.0.1', false]
])('NO_PROXY=%s for %s: %s', (noProxy, url, exempt) => {
  expect(proxyOf(url, { ...both, NO_PROXY: noProxy })).toBe(exempt ? null : proxy)
})
