import { expect, test } from '@jest/globals'
import { judgeVersion } from '../../../src/steps/verify/judge-version.js'
import type { NodeAnswer } from '../../../src/steps/verify/node-answer.js'
import { nameNodes } from '../../../src/steps/verify/node-problem.js'

const healthy = {
  failure: null,
  failureKind: null,
  versionOutput: '',
  deployedVersion: null
} as unknown as NodeAnswer

function problemsOf(versions: Readonly<Record<string, string>>) {
  const nodes = Object.entries(versions).map(([host, version]): NodeAnswer => ({ ...healthy, host, version }))
  return nameNodes(nodes.flatMap((node) => judgeVersion(node, '2.4.8')))
}

test('three nodes with one wrong version are one problem that names them all', () => {
  expect(problemsOf({ a: '2.4.7-p3', b: '2.4.7-p3', c: '2.4.7-p3' })).toEqual([
    expect.objectContaining({
      id: 'wrong-version',
      hosts: ['a', 'b', 'c'],
      message: 'a, b, c run 2.4.7-p3, not 2.4.8.'
    })
  ])
  const mixed = problemsOf({ a: '2.4.7-p3', b: '2.4.6', c: '2.4.7-p3', d: '2.4.8' })
  expect(mixed.map(({ hosts, message }) => [hosts, message])).toEqual([
    [['a', 'c'], 'a, c run 2.4.7-p3, not 2.4.8.'],
    [['b'], 'b runs 2.4.6, not 2.4.8.']
  ])
})
