import { UpgradeError, type Problem } from '../../src/errors.js'
import type {
  Backup,
  Deployment,
  Finding,
  PackageChange,
  Plan,
  UpgradeReport,
  Verification
} from '../../src/report/report.js'
import { composeReport, newRunState } from '../../src/run/run-state.js'
import { finding } from '../helpers/finding.js'

const commit = '9440c1ccdc8e0f3b4a5d6c7b8a9f0e1d2c3b4a59'
const host = '1.ent-abcdefghijklm-integration@ssh.us-3.magento.cloud'

const change = (name: string, from: string | null, to: string | null, thirdParty = false): PackageChange => ({
  name,
  change: from === null ? 'added' : to === null ? 'removed' : 'up',
  from,
  to,
  thirdParty
})
const services: Problem[] = (
  [
    ['requirement-mariadb', 'MariaDB', 'mysql', '10.11', 'MariaDB 11.4'],
    ['requirement-redis', 'Redis', 'redis', '7.2', 'Valkey 8'],
    ['requirement-opensearch', 'OpenSearch', 'opensearch', '2', 'OpenSearch 3']
  ] as const
).map(([id, name, key, now, wanted]) => ({
  id,
  severity: 'warning',
  level: 'before',
  comparison: { name, key, now, wanted },
  message: `.magento/services.yaml has ${name} ${now} (${key}); 2.4.8-p4 wants ${wanted}.`,
  fix: `Change ${key} in .magento/services.yaml, and deploy that before the upgrade. Pro staging and production: by ticket.`
}))
const modules = ['backend', 'catalog', 'checkout', 'cms', 'customer', 'sales', 'store', 'tax', 'ui', 'webapi']

/** A plan from 2.4.7-p3 to 2.4.8-p4 with one extension and a major library. */
export const plan: Plan = {
  fromVersion: '2.4.7-p3',
  toVersion: '2.4.8-p4',
  target: '2.4.8',
  changed: true,
  heldBack: null,
  constraint: '>=2.4.8 <2.4.9',
  productPin: null,
  metapackage: { from: '2.4.7-p2', to: '2.4.8-p2' },
  eceTools: { from: '2002.2.6', to: '2002.2.10' },
  packageChanges: [
    change('acme/module-example', '1.3.0', '1.4.0', true),
    ...modules.map((name) => change(`magento/module-${name}`, '100.4.7', '100.4.8-p2')),
    change('magento/ece-tools', '2002.2.6', '2002.2.10'),
    change('magento/product-enterprise-edition', '2.4.7-p3', '2.4.8-p4'),
    change('laminas/laminas-http', '2.20.0', '2.22.0'),
    change('laminas/laminas-mail', '2.24.0', '2.25.0'),
    change('monolog/monolog', '2.10.0', '3.9.0'),
    change('magento/module-modern-editor', null, '100.4.8'),
    change('magento/module-legacy-editor', '100.4.7', null)
  ],
  thirdPartyPackages: [{ name: 'acme/module-example', version: '1.4.0' }],
  trackedMarshaledFiles: 29,
  gitignoreLayout: 'allow-list',
  migrations: [{ id: 'root-version', file: 'composer.json', description: 'version follows the line of the target' }],
  problems: services,
  notes: [
    ...services.map(({ id, comparison, message, fix }) => ({
      id,
      level: 'before' as const,
      ...(comparison && { comparison: { ...comparison } }),
      message,
      fix
    })),
    {
      id: 'modules-gone',
      level: 'look',
      message: 'The target no longer brings magento/module-legacy-editor.',
      fix: "Require the vendor's own package before if you use one, and take the modules out of app/etc/config.php."
    },
    {
      id: 'root-version',
      level: 'information',
      message: 'composer.json: version follows the line of the target.',
      fix: 'The upgrade writes it.'
    }
  ]
}

const backup: Backup = {
  strategy: 'ssh-dump',
  state: 'proven',
  finishedAt: '2026-11-26T12:36:12.000Z',
  reused: false,
  manifest: '/home/runner/backups/backup-20261126T123459Z-6ae75566/manifest.json',
  location: '/app/var/magento-cloud-upgrade-a1B2c3/main-20261126T123459Z.sql.gz',
  downloadedTo: '/home/runner/backups/backup-20261126T123459Z-6ae75566/database.sql.gz',
  bytes: 1_234_567_890,
  sha256: '5753d0bc'.repeat(8),
  tables: 413,
  dumps: [
    {
      relationship: 'database',
      location: '/app/var/magento-cloud-upgrade-a1B2c3/main-20261126T123459Z.sql.gz',
      bytes: 1_234_567_890,
      sha256: '5753d0bc'.repeat(8)
    }
  ],
  proofs: [],
  extras: [],
  places: [
    { where: 'server', path: '/app/var/magento-cloud-upgrade-a1B2c3', until: 'removed' },
    { where: 'machine', path: '/home/runner/backups/backup-20261126T123459Z-6ae75566', until: 'job' }
  ],
  problems: []
}
const phases: Deployment['phases'] = [
  { name: 'build', seconds: 1060 },
  { name: 'deploy', seconds: 545 },
  { name: 'post-deploy', seconds: 147 }
]
const deployed: Deployment = {
  verdict: 'succeeded',
  activityId: 'e58b21922ba020',
  seconds: 1752,
  phases,
  reasons: ['Activity e58b21922ba020 ended with the result success.']
}
const node: Verification['nodes'][number] = {
  host,
  version: '2.4.8-p4',
  database: 'current',
  maintenance: false,
  cron: true,
  deployedVersion: '2.4.8-p4',
  errors: []
}
const healthy: Verification = {
  verdict: 'healthy',
  expectedVersion: '2.4.8-p4',
  installedVersion: '2.4.8-p4',
  nodes: [node],
  storefront: { url: 'https://integration-5ojmyuq-abcdefghijklm.us-3.magentosite.cloud/', status: 200 },
  endpoints: [],
  problems: []
}
const step = (
  name: UpgradeReport['steps'][number]['step'],
  seconds: number,
  note: string,
  outcome: 'done' | 'skipped' | 'failed' = 'done'
) => ({ step: name, outcome, seconds, note })
const prepared = [
  step('plan', 24, '2.4.7-p3 → 2.4.8-p4, 17 packages change'),
  step('preflight', 11, 'passed, 1 warning'),
  step('update', 100, '26 files written, 4 removed'),
  step('backup', 362, '413 tables, 1.2 GB, restored and compared'),
  step('commit', 1, '9440c1ccdc8e'),
  step('push', 3, 'integration on origin')
]
const wait = step('wait', 1752, 'succeeded, activity e58b21922ba020')
const pushed: UpgradeReport['changes'] = [
  {
    kind: 'backup',
    what: 'a backup was put into /home/runner/backups/backup-20261126T123459Z-6ae75566',
    state: 'done'
  },
  { kind: 'branch', what: 'the commit 9440c1ccdc8e was pushed to integration on origin', state: 'done' },
  { kind: 'deployment', what: 'the commit 9440c1ccdc8e was deployed', state: 'done' }
]
const deploying = (state: 'unknown' | 'undone'): UpgradeReport['changes'] =>
  pushed.map((effect) => (effect.kind === 'deployment' ? { ...effect, state } : effect))
const wayBack: UpgradeReport['wayBack'] = {
  version: '2.4.7-p3',
  code: [
    `git checkout integration && git pull --ff-only origin integration && git revert --no-edit ${commit.slice(0, 12)} && git push origin integration`
  ],
  data: [
    "magento-cloud ssh -p abcdefghijklm -e integration 'gunzip -c /app/var/magento-cloud-upgrade-a1B2c3/main-20261126T123459Z.sql.gz' | magento-cloud db:sql -p abcdefghijklm -e integration"
  ],
  from: '2026-11-26T12:36:12.000Z',
  untouched: false
}
const onGitHub = {
  project: 'abcdefghijklm',
  environment: 'integration',
  branch: 'integration',
  target: '2.4.8',
  workflow: {
    repository: 'https://github.com/shop/project',
    run: 'https://github.com/shop/project/actions/runs/42',
    hosted: true
  }
}
const followed = { ...onGitHub, plan, backup, commit, changes: pushed, deployment: deployed, warnings: services }
const leftovers: Finding[] = [
  finding({
    id: 'deploy-failed-flag',
    rank: 2,
    title: 'The last deployment is marked as failed',
    source: `var/.deploy_is_failed on ${host}`,
    phase: null,
    evidence: '',
    meaning: 'The deploy phase stopped before its end.',
    next: 'Fix the cause above first.'
  }),
  finding({
    id: 'maintenance-on',
    rank: 3,
    title: 'The site is closed for maintenance',
    source: `var/.maintenance.flag on ${host}`,
    phase: null,
    evidence: '',
    at: '2026-11-26T12:58:01.000Z',
    meaning: 'A deployment that fails leaves maintenance mode on and cron off.',
    next: 'Leave it closed until the cause above is fixed. To open it, on the server: php bin/magento maintenance:disable'
  }),
  finding({
    id: 'cron-disabled',
    rank: 4,
    title: 'Cron jobs are switched off',
    source: `app/etc/env.php on ${host}`,
    phase: null,
    evidence: "'cron' => ['enabled' => 0]",
    meaning: 'No index, e-mail or queue moves on.',
    next: 'On the server: vendor/bin/ece-tools cron:enable'
  })
]
const ddl = finding({
  id: 'setup-upgrade-failed',
  title:
    "setup:upgrade failed: SQLSTATE[42S01]: Base table or view already exists: 1050 Table 'sales_order_note' already exists",
  source: 'activity log',
  evidence:
    'Schema creation/updates:\nSQLSTATE[42S01]: Base table or view already exists: 1050 Table \'sales_order_note\' already exists\nCRITICAL: [126] The command "php ./bin/magento setup:upgrade --keep-generated" failed.',
  meaning: 'The database could not be brought to the new version; it may be half way.',
  next: 'On the server: tail -n 100 var/log/install_upgrade.log. After the cause is fixed: magento-cloud environment:redeploy -p abcdefghijklm -e integration'
})
const failedSteps = (note: string): UpgradeReport['steps'] => [
  ...prepared,
  step('wait', 151, note, 'failed'),
  step('diagnose', 1, 'done')
]
const withDeployment = (verdict: Deployment['verdict'], ...reasons: string[]): Deployment => ({
  verdict,
  activityId: verdict === 'never-started' ? null : '0bb3ab752a2b11',
  seconds: 151,
  phases: [],
  reasons
})

interface Situation {
  readonly facts: Partial<UpgradeReport>
  readonly steps?: UpgradeReport['steps']
  readonly error?: UpgradeError
}

const problem = (
  id: Problem['id'],
  message: string,
  fix: string,
  severity: Problem['severity'] = 'error'
): Problem => ({ id, severity, message, fix })
const preflight: Problem[] = [
  problem(
    'composer-vulnerable',
    'Composer 2.5.5 has published vulnerabilities that can disclose credentials (GHSA-f9f8-rm49-7jv2).',
    'Install Composer 2.10.3 or newer; if the distribution has patched it, set vulnerable-composer: warn.'
  ),
  problem(
    'git-dirty',
    'The work tree holds uncommitted changes: composer.json.',
    'Commit or remove them, or set dirty: stash.'
  ),
  problem(
    'admin-email',
    'ADMIN_EMAIL is not set, and ece-tools 2002.0.14 needs it.',
    'Set admin-email-check: set and admin-email.'
  ),
  problem(
    'node-host-key',
    'The SSH host key of ssh.us-3.magento.cloud is unknown: SHA256:x6pn0DGObgcBWdYOMeyqZJw6XPBCvBl8iyvbEkJ3QjM.',
    'Compare the fingerprint with that of your region, then add this line to known-hosts:\nssh.us-3.magento.cloud ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample'
  )
]

const all: Readonly<Record<string, Situation>> = {
  upgraded: {
    facts: { ...followed, verdict: 'upgraded', verification: healthy },
    steps: [...prepared, wait, step('verify', 27, '2.4.8-p4 on 1 node')]
  },
  'up-to-date': {
    facts: {
      ...onGitHub,
      verdict: 'up-to-date',
      plan: { ...plan, fromVersion: '2.4.8-p4', changed: false, packageChanges: [], notes: [], problems: [] },
      verification: healthy
    }
  },
  'held-back': {
    facts: {
      ...onGitHub,
      verdict: 'held-back',
      plan: {
        ...plan,
        fromVersion: '2.4.8-p3',
        toVersion: '2.4.8-p3',
        changed: false,
        packageChanges: [],
        notes: [],
        problems: [],
        heldBack: {
          version: '2.4.8-p4',
          code: 'unsatisfiable',
          reasons: ['acme/module-example 1.3.0 needs magento/framework ~103.0.7.']
        }
      }
    }
  },
  planned: {
    facts: { ...onGitHub, workflow: null, environment: null, verdict: 'planned', plan },
    steps: prepared.slice(0, 1)
  },
  'pull-request': {
    facts: {
      ...onGitHub,
      verdict: 'pushed',
      plan,
      commit,
      branch: 'integration',
      pullRequest: { number: 17, url: 'https://github.com/shop/project/pull/17', created: true },
      changes: [
        {
          kind: 'pull-request-branch',
          what: 'the commit 9440c1ccdc8e was pushed to magento-cloud-upgrade/2.4.8-p4 on origin',
          state: 'done'
        },
        { kind: 'pull-request', what: 'the pull request was opened', state: 'done' }
      ]
    },
    steps: prepared.filter(({ step: name }) => name !== 'backup')
  },
  preflight: {
    facts: { ...onGitHub, plan, warnings: [] },
    steps: [
      step('plan', 24, '2.4.7-p3 → 2.4.8-p4, 17 packages change'),
      step('preflight', 11, '4 blockers, 1 warning', 'failed')
    ],
    error: new UpgradeError('preflight-failed', {
      message: '4 things stand in the way of the upgrade.',
      next: 'Fix each of the problems listed, then run again.',
      problems: [
        ...preflight,
        problem(
          'git-ahead',
          'The local branch has 2 commits that the remote lacks.',
          'Push them first: git push origin integration',
          'warning'
        ),
        ...services
      ]
    })
  },
  'nothing-set': {
    facts: { ...onGitHub, environment: null },
    error: new UpgradeError('bad-input', {
      message: 'Three inputs are missing.',
      next: 'Set them.',
      problems: [
        problem(
          'bad-input',
          'The option project is empty.',
          'Give the id of the Cloud project (`magento-cloud project:list` shows it).'
        ),
        problem('bad-input', 'The option cloud-token is empty.', 'Give an API token.'),
        problem('bad-input', 'The option known-hosts is empty.', 'Give the known_hosts lines of your Cloud region.')
      ]
    })
  },
  unsatisfiable: {
    facts: { ...onGitHub, workflow: null },
    steps: [step('plan', 31, 'No set of packages fits.', 'failed')],
    error: new UpgradeError('unsatisfiable', {
      message: 'Composer finds no set of packages for 2.4.8.',
      next: 'See the packages that are named.',
      problems: [
        problem(
          'composer-conflict',
          'acme/module-example 1.3.0 needs magento/framework ~103.0.7, and 2.4.8 has 103.0.8.',
          'Ask the vendor for a release for 2.4.8, or upgrade without it: composer remove acme/module-example'
        )
      ],
      details: 'Problem 1\n  - acme/module-example 1.3.0 requires magento/framework ~103.0.7'
    })
  },
  'setup-upgrade-fails': {
    facts: {
      ...followed,
      changes: deploying('unknown'),
      deployment: withDeployment('failed', 'Activity 0bb3ab752a2b11 ended with the result failure.'),
      findings: [ddl, ...leftovers],
      wayBack
    },
    steps: failedSteps('The deployment failed. Activity 0bb3ab752a2b11 ended with the result failure.'),
    error: new UpgradeError('deploy-failed', {
      message: `The deployment failed. Cause: ${ddl.title}.`,
      summary: `The deployment failed. Cause: ${ddl.title}.`,
      next: ddl.next
    })
  },
  'build-fails': {
    facts: {
      ...followed,
      changes: deploying('undone'),
      deployment: withDeployment('failed', 'Activity 0bb3ab752a2b11 ended with the result failure.'),
      findings: [
        finding({
          id: 'compile-failed',
          phase: 'build',
          siteUnchanged: true,
          title: 'Code of acme/module-example does not compile with the new version: Acme\\Example\\Model\\Points',
          meaning: 'setup:di:compile stops at this class.',
          next: 'Update acme/module-example, or remove it: composer remove acme/module-example',
          evidence: 'Errors during compilation:\nAcme\\Example\\Model\\Points',
          source: 'activity log'
        })
      ],
      wayBack: { ...wayBack, data: [], from: null, untouched: true }
    },
    steps: failedSteps('The deployment failed.'),
    error: new UpgradeError('deploy-failed', {
      message: 'The deployment failed.',
      next: 'Update acme/module-example, or remove it: composer remove acme/module-example'
    })
  },
  'post-deploy-fails': {
    facts: {
      ...followed,
      deployment: withDeployment('degraded', 'Its log says: CRITICAL: [208] TTFB failed'),
      wayBack
    },
    steps: failedSteps('The new code is live, but its post-deploy hook failed.'),
    error: new UpgradeError('deploy-failed', {
      message: 'The new code is live, but its post-deploy hook failed.',
      next: 'Read the log: magento-cloud activity:log 0bb3ab752a2b11 -p abcdefghijklm -e integration'
    })
  },
  'never-starts': {
    facts: {
      ...followed,
      changes: deploying('undone'),
      deployment: withDeployment(
        'never-started',
        'No activity for commit 9440c1cc in 300 seconds.',
        'The GitHub integration has not fetched since the push.'
      ),
      wayBack: { ...wayBack, data: [], from: null, untouched: true }
    },
    steps: failedSteps('The deployment of the pushed commit never began.'),
    error: new UpgradeError('deploy-never-started', {
      message: 'The deployment of the pushed commit never began.',
      next: 'Check the integration: magento-cloud integration:list -p abcdefghijklm'
    })
  },
  staged: {
    facts: {
      ...followed,
      changes: deploying('undone'),
      deployment: withDeployment(
        'staged',
        'Activity 0bb3ab752a2b11 is staged: its code is built, but not live. The environment deploys by hand only.'
      ),
      wayBack: { ...wayBack, data: [], from: null, untouched: true }
    },
    steps: failedSteps('The commit is staged, not deployed.'),
    error: new UpgradeError('deploy-unknown', {
      message: 'The commit is staged, not deployed.',
      next: 'To make it live: magento-cloud environment:deploy -p abcdefghijklm -e integration'
    })
  },
  unknown: {
    facts: {
      ...followed,
      changes: deploying('unknown'),
      deployment: withDeployment('unknown', 'Activity 0bb3ab752a2b11 was still in_progress when the time was up.'),
      wayBack
    },
    steps: failedSteps('How the deployment ended is not known; it may still be running.'),
    error: new UpgradeError('deploy-unknown', {
      message: 'How the deployment ended is not known; it may still be running.',
      next: 'Run the same command again: it follows the deployment.'
    })
  },
  unhealthy: {
    facts: {
      ...followed,
      verification: {
        ...healthy,
        verdict: 'unhealthy',
        storefront: { url: healthy.storefront?.url ?? '', status: 500 }
      },
      findings: [
        finding({
          id: 'site-error',
          phase: 'site',
          title: 'Code of Acme_Example does not compile with the new version: Acme\\Example\\Block\\Header',
          meaning: 'Every page that uses this class fails.',
          next: 'Update acme/module-example and deploy again.',
          evidence: '',
          source: 'var/report'
        })
      ],
      wayBack
    },
    steps: [...prepared, wait, step('verify', 27, 'The environment runs 2.4.8-p4 but is unhealthy.', 'failed')],
    error: new UpgradeError('unhealthy', {
      message: 'The environment runs 2.4.8-p4 but is unhealthy.',
      next: 'Update acme/module-example and deploy again.',
      problems: [
        problem(
          'storefront-failing',
          'https://integration.example.com/ answers with HTTP 500.',
          'Read var/log/exception.log.'
        )
      ]
    })
  },
  'wrong-version': {
    facts: {
      ...followed,
      verification: {
        ...healthy,
        verdict: 'wrong-version',
        nodes: [node, { ...node, host: host.replace('1', '2'), version: '2.4.7-p3' }]
      },
      wayBack
    },
    steps: [...prepared, wait, step('verify', 27, 'The environment does not run 2.4.8-p4.', 'failed')],
    error: new UpgradeError('wrong-version', {
      message: 'The environment does not run 2.4.8-p4.',
      next: 'magento-cloud environment:redeploy -p abcdefghijklm -e integration',
      problems: [
        problem(
          'wrong-version',
          `${host.replace('1', '2')} runs 2.4.7-p3, not 2.4.8-p4.`,
          'magento-cloud environment:redeploy -p abcdefghijklm -e integration'
        )
      ]
    })
  },
  reverted: {
    facts: {
      ...followed,
      changes: [
        ...pushed,
        { kind: 'branch', what: 'the commit bbbbbbbbbbbb was pushed to integration on origin', state: 'done' }
      ],
      deployment: withDeployment('failed', 'Activity 0bb3ab752a2b11 ended with the result failure.'),
      findings: [ddl],
      recovery: {
        outcome: 'reverted',
        reason: 'The deployment failed. Activity 0bb3ab752a2b11 ended with the result failure.',
        revertedCommit: commit,
        commit: 'b'.repeat(40),
        version: '2.4.7-p3',
        databaseAhead: 'maybe',
        dataCommands: wayBack.data,
        deployment: { ...deployed, activityId: 'c0ffee' },
        verification: { ...healthy, expectedVersion: '2.4.7-p3', installedVersion: '2.4.7-p3' }
      }
    },
    steps: [...failedSteps('The deployment failed.'), step('recover', 900, 'bbbbbbbbbbbb takes 9440c1ccdc8e back')],
    error: new UpgradeError('reverted', {
      message: 'The upgrade was taken back by commit bbbbbbbbbbbb: 2.4.7-p3 runs again.',
      next: ddl.next
    })
  },
  refused: {
    facts: {
      ...followed,
      changes: deploying('unknown'),
      deployment: withDeployment('failed', 'Activity 0bb3ab752a2b11 ended with the result failure.'),
      findings: [ddl, ...leftovers],
      recovery: {
        outcome: 'refused',
        reason: 'integration on origin holds dddddddddddd by now, so the upgrade was not reverted.',
        revertedCommit: commit,
        commit: null,
        version: '2.4.7-p3',
        databaseAhead: 'maybe',
        dataCommands: wayBack.data,
        deployment: null,
        verification: null
      }
    },
    steps: [
      ...failedSteps('The deployment failed.'),
      step('recover', 2, 'integration on origin holds dddddddddddd by now.', 'failed')
    ],
    error: new UpgradeError('recovery-failed', {
      message: 'The upgrade failed, and it was not taken back.',
      next: `On the branch as it is now: git revert ${commit}`
    })
  },
  unreachable: {
    facts: { ...followed, verification: { ...healthy, verdict: 'unreachable', storefront: null, nodes: [node] } },
    steps: [...prepared, wait, step('verify', 27, 'Not every node answered.', 'failed')],
    error: new UpgradeError('retry-later', {
      message: 'Not every node of the environment could be asked.',
      next: 'Run again.',
      problems: [
        problem('node-unreachable', `${host.replace('1', '3')} cannot be asked: connection refused`, 'Run again.')
      ]
    })
  },
  busy: {
    facts: { ...onGitHub },
    error: new UpgradeError('busy', {
      message:
        'Another run works on integration: octo, https://github.com/shop/project/actions/runs/41, since 12:20 UTC.',
      next: 'Wait until it has ended, then run again.'
    })
  },
  diagnosed: { facts: { ...onGitHub, workflow: null, verdict: 'diagnosed', findings: [ddl, ...leftovers] } }
}

/** Names of situations that a page is shown in; those of docs/verdicts.md are among them. */
export const situations = Object.keys(all)

/** The report of a situation, as a run would make it. */
export function reportOf(name: string): UpgradeReport {
  const { facts, steps = [], error = null } = all[name] ?? { facts: {} }
  const seconds = steps.reduce((sum, { seconds: took }) => sum + took, 4)
  return composeReport(newRunState({ ...facts, startedAt: '2026-11-26T12:34:00.000Z' }), steps, seconds, error, [])
}
