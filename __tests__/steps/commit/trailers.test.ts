import { describe, expect, test } from '@jest/globals'
import { isBackedUp, parseUpgradeTrailers } from '../../../src/steps/commit/trailers.js'

describe('the trailers of a commit', () => {
  test.each([
    [
      'Upgrade\n\nUpgraded-From: 2.4.7\nUpgraded-To: 2.4.8\nDatabase-Backup: off',
      { from: '2.4.7', to: '2.4.8', backup: 'off' }
    ],
    ['Upgrade\n\nUpgraded-From: 2.4.7\nUpgraded-To: 2.4.8\n', { from: '2.4.7', to: '2.4.8', backup: '' }],
    ['Upgrade\n \t\nUpgraded-From:2.4.7 \nUpgraded-To:   2.4.8\n\n\n', { from: '2.4.7', to: '2.4.8', backup: '' }],
    ['Upgrade\n\nUpgraded-From: 2.4.7\nUpgraded-To: 2.4.8\n\nand more words', null],
    [
      'Upgraded-From: 1\nUpgraded-To: 2\nxx\nUpgraded-From: 2.4.7\nUpgraded-To: 2.4.8',
      { from: '1', to: '2', backup: '' }
    ],
    ['Upgrade\n\nUpgraded-From: 2.4.7', null],
    ['Upgrade\n\nUpgraded-To: 2.4.8', null],
    ['Upgrade\n\nNot-Upgraded-From: 2.4.7\nNot-Upgraded-To: 2.4.8', null],
    ['', null]
  ])('%j', (message, expected) => {
    expect(parseUpgradeTrailers(message)).toEqual(expected)
  })
})

describe('whether a backup is worth what a push wants', () => {
  const is = (backup: string, wanted: string, proof: string): boolean =>
    isBackedUp({ from: '', to: '', backup }, { backup: wanted, backupProof: proof })

  test.each(['cloud-dump', 'ssh-dump', 'ece-dump'])('a %s, by its state', (strategy) => {
    const states = ['proven', 'proven-without-rehearsal', 'inconsistent', 'failed', '']
    const worth = (proof: string): readonly string[] =>
      states.filter((state) => is(`${strategy} ${state} sha256:x`, 'auto', proof))
    expect(worth('proven')).toEqual(['proven'])
    expect(worth('proven-without-rehearsal')).toEqual(['proven', 'proven-without-rehearsal'])
    expect(worth('off')).toEqual(states)
  })

  test.each(['off', '', 'snapshot proven sha256:x', 'proven'])('%j is none, unless none is wanted', (backup) => {
    for (const proof of ['proven', 'proven-without-rehearsal', 'off']) {
      expect(is(backup, 'auto', proof)).toBe(false)
      expect(is(backup, 'off', proof)).toBe(true)
    }
  })
})
