import { expect, test } from '@jest/globals'
import { wantedApplication } from '../../src/project/wanted-application.js'

test('the option counts before the file', () => {
  expect(wantedApplication('blog', 'name: mymagento')).toEqual({ name: 'blog', from: 'option' })
})

test.each([
  ['name: mymagento\ntype: php:8.3', 'mymagento'],
  ["name: 'shop'\ntype: nodejs:20", 'shop'],
  ['name: 24', '24'],
  ['# nothing else is needed\nname: a-b\nhooks: {build: "x: ["}', 'a-b']
])('the name stands in the file: %j', (text, name) => {
  expect(wantedApplication('', text)).toEqual({ name, from: 'file' })
})

// The platform has a default for it, which its documentation gives in two ways.
test.each([[null], [''], ['type: php:8.3'], ['name: [a]'], ['- name: a'], ['name: {'.repeat(200)]])(
  'no name is no name: %j',
  (text) => {
    expect(wantedApplication('', text)).toBeNull()
  }
)
