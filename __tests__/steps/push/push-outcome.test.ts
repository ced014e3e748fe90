import { describe, expect, test } from '@jest/globals'
import { explainCommit } from '../../../src/steps/commit/commit-refusal.js'
import { explainPush } from '../../../src/steps/push/push-outcome.js'

const rejected =
  '!\tabc:refs/heads/main\trefs/heads/main\t[remote rejected] (push declined due to repository rule violations)'
const gh013 = (...lines: readonly string[]): string =>
  ['remote: error: GH013: Repository rule violations found for refs/heads/main.', ...lines, rejected].join('\n')
const declined = (...lines: readonly string[]): string =>
  [...lines.map((line) => `remote: ${line}`), '! [remote rejected] main -> main (pre-receive hook declined)'].join('\n')
const failed = "error: failed to push some refs to 'origin'"

test.each([
  ['!\tabc:refs/heads/x\t[rejected] (non-fast-forward)', 'push-raced', /somebody else/],
  ['! [rejected] main -> main (fetch first)', 'push-raced', /somebody else/],
  ["! [remote rejected] main (cannot lock ref 'refs/heads/main': is at 1 but expected 2)", 'push-raced', /somebody/],
  ['ssh: connect to host git.us-3.magento.cloud port 22: Connection timed out', 'retry-later', /reached/],
  ["fatal: unable to access 'https://h/': The requested URL returned error: 503", 'retry-later', /reached/],
  ["fatal: unable to access 'https://h/': Could not resolve host: h", 'retry-later', /reached/],
  ['fatal: something that nobody has seen', 'push-rejected', /unrecognised message/]
])('%s means %s', (text, code, meaning) => {
  expect(explainPush(text)).toMatchObject({ code, meaning: expect.stringMatching(meaning) as unknown })
})

// Words of GitHub, GitLab, Bitbucket, Azure DevOps and the Cloud, each of which once fell to its neighbour or to nobody.
test.each([
  [gh013('remote: - This branch must not contain merge commits.'), 'push-rejected', /no merge commits/],
  [gh013('remote: - Cannot update ref due to updates being restricted.'), 'push-rejected', /branch is protected/],
  [gh013('remote: - Code scanning is waiting for results from CodeQL.'), 'push-rejected', /branch is protected/],
  [gh013('remote: - 2 of 2 required status checks are expected.'), 'push-rejected', /branch is protected/],
  [
    declined('TF402455: Pushes to this branch are not permitted; you must use a pull request to update this branch.'),
    'push-rejected',
    /branch is protected/
  ],
  [declined('Permission denied to update branch main.'), 'push-rejected', /branch is protected/],
  [declined('GitLab: You are not allowed to push code to this project.'), 'push-rejected', /no write access/],
  [
    declined("GitLab: Branch name 'x/y' does not follow the pattern 'release/.*'"),
    'push-rejected',
    /not accept a branch of this name/
  ],
  [declined("GitLab: Commit message contains the forbidden pattern 'WIP'"), 'push-rejected', /commit message/],
  [
    declined('error: GH008: Your push referenced at least 1 unknown Git LFS object:', '    0123abcd'),
    'push-rejected',
    /Git LFS that the remote does not have/
  ],
  [
    'batch response: This repository exceeded its LFS budget. The account responsible for the budget should increase it to restore access.',
    'push-rejected',
    /used up its storage/
  ],
  [
    declined(
      'GitLab: Your push to this repository cannot be completed because it would exceed the allocated storage for your project.'
    ),
    'push-rejected',
    /used up its storage/
  ],
  [
    declined('GitLab: Your push has been rejected, because this repository has exceeded its size limit by 50 MB.'),
    'push-rejected',
    /used up its storage/
  ],
  [
    "remote: The 'acme' organization has enabled or enforced SAML SSO. To access this repository, you must use the HTTPS remote with a personal access token\nfatal: unable to access 'https://h/': The requested URL returned error: 403",
    'push-rejected',
    /single sign-on/
  ],
  [
    "remote: The 'acme' organization has an IP allow list enabled, and your IP address is not permitted to access this resource.\nfatal: unable to access 'https://h/': The requested URL returned error: 403",
    'push-rejected',
    /address of this machine/
  ],
  [
    'remote: Access to this repository has been disabled by GitHub staff.\nfatal: unable to access: The requested URL returned error: 403',
    'push-rejected',
    /disabled or suspended/
  ],
  [
    declined(
      'Validating configuration files',
      'E: Error parsing configuration files:',
      '  applications: Uncaught exception',
      'E: Error: Invalid configuration files, aborting build'
    ),
    'push-rejected',
    /configuration files/
  ],
  [
    declined('GitLab: Push operation timed out.', 'Timing information for debugging purposes:'),
    'retry-later',
    /not well/
  ],
  [declined("GitLab: You can't push code to a read-only GitLab instance."), 'retry-later', /not well/],
  ['remote: fatal error in commit_refs\n ! [remote rejected] main -> main (failure)', 'retry-later', /not well/],
  [
    'remote: Internal Server Error\n ! [remote rejected] main -> main (internal server error)',
    'retry-later',
    /not well/
  ]
])('F60, F61: %s is of its own kind', (text, code, meaning) => {
  expect(explainPush(text)).toMatchObject({ code, meaning: expect.stringMatching(meaning) as unknown })
})

// F60, F61
describe('a rule of the remote', () => {
  test.each([
    [declined('error: GH006: Protected branch update failed for refs/heads/main.'), /branch is protected/],
    [gh013('remote: - Changes must be made through a pull request.'), /branch is protected/],
    [declined('GitLab: You are not allowed to push code to protected branches on this project.'), /protected/],
    [gh013('remote: - Commits must have verified signatures.', 'remote:   Found 1 violation:'), /must be signed/],
    [declined('GitLab: Commit must be signed with a GPG key'), /must be signed/],
    [
      gh013(
        'remote: - GITHUB PUSH PROTECTION',
        'remote:     - Push cannot contain secrets',
        'remote:            path: app/etc/config.php:34'
      ),
      /secret .*\(app\/etc\/config\.php:34\)/
    ],
    [
      declined('PUSH BLOCKED: Secrets detected in code changes', '-- composer.json:3 | GitLab token'),
      /\(composer\.json:3\)/
    ],
    [
      declined(
        "error: File pub/big.zip is 301.74 MB; this exceeds GitHub's file size limit of 100.00 MB",
        'error: GH001: Large files detected.'
      ),
      /larger .*\(pub\/big\.zip\)/
    ],
    ['error: RPC failed; HTTP 413 curl 22 The requested URL returned error: 413', /larger/],
    [gh013('remote: - Commit message must match a given regex pattern: ^PROJ-'), /commit message/],
    [declined("GitLab: Commit message does not follow the pattern '^PROJ'"), /commit message/],
    [declined("GitLab: Author's email 'a@b' does not follow the pattern '@shop.example$'"), /author/],
    [declined('error: GH007: Your push would publish a private email address.'), /author/],
    [declined("GitLab: Branch name does not follow the pattern 'release/.*'"), /branch of this name/],
    [gh013('remote: - File path is restricted', 'remote:   .github/workflows/x.yml'), /file from being pushed/],
    [
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/x.yml` without `workflows` permission',
      /workflow files/
    ],
    [declined('batch response: This repository is over its data quota.'), /storage/],
    [declined('repository is in read only mode (over 2 GB size limit).'), /storage/],
    [declined('Known vulnerabilities were found in the pushed code'), /protective block/],
    [gh013('remote: - A rule that came out tomorrow'), /a rule of the repository/],
    [declined('No, thanks'), /remote refuses/]
  ])('%s', (text, meaning) => {
    expect(explainPush(text)).toMatchObject({
      code: 'push-rejected',
      meaning: expect.stringMatching(meaning) as unknown
    })
  })

  test('all that are broken are told at once', () => {
    const { meaning, next } = explainPush(
      gh013(
        'remote: - Changes must be made through a pull request.',
        'remote: - Commits must have verified signatures.'
      )
    )
    expect([meaning, next]).toEqual([
      expect.stringMatching(/signed.*protected/),
      expect.stringMatching(/signing key.*pull-request: true/)
    ])
  })

  test('pull-request: true is never the advice where it is set', () => {
    for (const text of [
      gh013('remote: - Changes must be made through a pull request.'),
      declined('error: GH006: Protected branch')
    ])
      expect(explainPush(text, { pullRequest: true }).next).not.toMatch(/pull-request: true/)
  })
})

test.each([
  ["fatal: could not read Username for 'https://github.com': terminal prompts disabled", /no credentials/],
  [
    "remote: Invalid username or token.\nfatal: Authentication failed for 'https://github.com/a/b/'",
    /rejects the credentials/
  ],
  ['remote: HTTP Basic: Access denied', /rejects the credentials/],
  [
    "remote: Permission to a/b.git denied to github-actions[bot].\nfatal: unable to access 'https://github.com/a/b/': The requested URL returned error: 403",
    /no write access/
  ],
  ["remote: Repository not found.\nfatal: repository 'https://github.com/a/b/' not found", /repository does not exist/],
  [
    "fatal: '/gone.git' does not appear to be a git repository\nfatal: Could not read from remote repository.",
    /repository does not exist/
  ],
  ['remote: The project you were looking for could not be found', /repository does not exist/],
  ['Host key verification failed.\nfatal: Could not read from remote repository.', /host key/],
  ['git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.', /SSH key/],
  [
    'ERROR: The key you are authenticating with has been marked as read only.\nfatal: Could not read from remote repository.',
    /only has read access/
  ],
  [
    'ERROR: This repository was archived so it is read-only.\nfatal: Could not read from remote repository.',
    /archived/
  ],
  [
    "remote: This repository was archived so it is read-only.\nfatal: unable to access 'https://h/': The requested URL returned error: 403",
    /archived/
  ],
  [`.husky/pre-push: 3: npx: not found\nhusky - pre-push script failed (code 127)\n${failed}`, /husky/],
  [`This repository is configured for Git LFS but 'git-lfs' was not found on your path.\n${failed}`, /Git LFS/],
  [`the lint failed\n${failed}`, /pre-push hook/],
  ['! [remote rejected] main -> main (shallow update not allowed)', /shallow/]
])('%s is no matter of another try', (text, meaning) => {
  expect(explainPush(text)).toMatchObject({ code: 'push-rejected', meaning: expect.stringMatching(meaning) as unknown })
})

test.each([
  ['error: gpg failed to sign the data\nfatal: failed to write commit object', /signed/],
  ['Author identity unknown\n\n*** Please tell me who you are.', /no author/],
  ['.husky/pre-commit: line 3: npx: command not found\nhusky - pre-commit script failed (code 127)', /husky/],
  ["This repository is configured for Git LFS but 'git-lfs' was not found on your path.", /git-lfs/],
  ['the lint failed', /hook of this repository/]
])('F58: a commit that ends with %s says why', (text, meaning) => {
  expect(explainCommit(text).meaning).toMatch(meaning)
})
