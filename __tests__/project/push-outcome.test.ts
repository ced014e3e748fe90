import { expect, test } from '@jest/globals'
import { explainPush } from '../../src/project/push-outcome.js'

test.each([
  ['!\tabc:refs/heads/x\t[rejected] (non-fast-forward)', 'push-raced'],
  ['! [rejected] main -> main (fetch first)', 'push-raced'],
  ["! [remote rejected] main -> main (cannot lock ref 'refs/heads/main': is at 1 but expected 2)", 'push-raced'],
  ['remote: error: GH006: Protected branch update failed for refs/heads/main.', 'push-rejected'],
  ['remote: error: GH013: Repository rule violations found', 'push-rejected'],
  [
    'refusing to allow a GitHub App to create or update workflow `.github/workflows/x.yml` without `workflows` permission',
    'push-rejected'
  ],
  ['remote: Known vulnerabilities were found in the pushed code', 'push-rejected'],
  ['! [remote rejected] integration (pre-receive hook declined)', 'push-rejected'],
  ['ssh: connect to host git.us-3.magento.cloud port 22: Connection timed out', 'retry-later']
])('%s means %s', (text, code) => {
  const { code: found, meaning, next } = explainPush(text)
  expect(found).toBe(code)
  expect(`${meaning}${next}`).not.toContain('undefined')
})
