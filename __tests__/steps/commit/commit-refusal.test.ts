import { expect, test } from '@jest/globals'
import { explainCommit } from '../../../src/steps/commit/commit-refusal.js'

const signature = 'it could not be signed'
const author = 'git has no author'
const lfs = 'git-lfs is not installed'
const program = /program that is not on PATH/
const hook = /hook of this repository \(pre-commit, commit-msg\) failed/

test.each([
  ['error: gpg failed to sign the data', signature],
  ['fatal: failed to sign the data', signature],
  ['gpg: signing failed: Inappropriate ioctl for device', signature],
  ['gpg: skipped "X": No secret key', signature],
  ['gpg: skipped "X": secret key not available', signature],
  ["error: Couldn't load public key /root/.ssh/id: No such file or directory?", signature],
  ['error: user.signingkey needs to be set for ssh signing', signature],
  ['*** Please tell me who you are.', author],
  ['fatal: empty ident name (for <>) not allowed', author],
  ["fatal: unable to auto-detect email address (got 'root@x.(none)')", author],
  ['fatal: no email was given and auto-detection is disabled', author],
  ['Author identity unknown', author],
  ["This repository is configured for Git LFS but 'git-lfs' was not found on your path.", lfs],
  ['git-lfs: not found', lfs],
  ['bash: git-lfs: command not found', lfs],
  ["error: external filter 'git-lfs filter-process' failed", lfs],
  ['fatal: x.psd: clean filter lfs failed', lfs],
  ["fatal: x.psd: clean filter 'lfs' failed", lfs],
  ['.husky/pre-commit: 2: npx: not found', program],
  ['bash: line 1: node: command not found', program],
  ['sh: 1: npm: not found', program],
  ['sh: 1: pnpm: not found', program],
  ['sh: 1: yarn: not found', program],
  ['/usr/bin/env: ‘node’: No such file or directory', program],
  ["/usr/bin/env: 'node': No such file or directory", program],
  ['env: node: No such file or directory', program],
  ["Can't find npx in PATH: /usr/bin", program],
  ["can't find node in PATH", program],
  ['husky - pre-commit hook exited with code 127 (error)', program],
  ['phpcs found 3 errors', hook],
  ['the domain: not found', hook],
  ['mynode: not found', hook],
  ['', hook]
])('%j', (stderr, meaning) => {
  expect(explainCommit(stderr).meaning).toMatch(meaning)
})

test('the last words count, of whatever length they are', () => {
  expect(explainCommit(`fatal: empty ident name\n${'x'.repeat(20_000)}`).meaning).toMatch(hook)
  expect(explainCommit(`${'x'.repeat(30_000)}\nfatal: empty ident name`).meaning).toBe(author)
})
