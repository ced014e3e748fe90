import { expect, test } from '@jest/globals'
import { outputsOf } from '../../src/action/outputs.js'
import { reportOf } from '../pages/situations.js'

const where = { reportPath: '/home/runner/report.json', artifact: false }

test('the pull request is an output by number and address', () => {
  expect(outputsOf(reportOf('pull-request'), where)).toMatchObject({
    verdict: 'pushed',
    'pull-request': '17',
    'pull-request-url': 'https://github.com/shop/project/pull/17'
  })
})

test('without a pull request both outputs are empty', () => {
  expect(outputsOf(reportOf('upgraded'), where)).toMatchObject({ 'pull-request': '', 'pull-request-url': '' })
})
