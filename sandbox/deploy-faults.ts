/** Every way in which the next deployments of a sandbox can go wrong, in a few words. */
export const deployFaults = {
  'build-fails': 'the build stops with an error that nobody knows',
  'patch-fails': 'a patch in m2-hotfixes does not fit the new version',
  'compile-fails': 'an extension does not compile with the new version',
  'stale-lock': 'composer.lock does not belong to composer.json',
  'out-of-memory': 'PHP runs out of memory in the build',
  'build-killed': 'the build is killed for its memory',
  'keys-refused': 'the package repository refuses the keys of the build',
  'php-too-old': 'the build has another PHP than composer.lock needs',
  'protective-block': 'the platform refuses code with a known vulnerability',
  'crypt-key-missing': 'the encryption key is gone',
  'search-missing': 'no search service answers',
  'disk-full': 'the disk is full when the database is upgraded',
  'cron-stuck': 'a cron job does not end and keeps its locks',
  'orphaned-rows': 'a foreign key meets rows whose parents are gone',
  'redis-gone': 'the cache service does not answer',
  'read-only-code': 'an extension writes into the code when it is deployed',
  'setup-upgrade-fails': 'setup:upgrade stops half-way',
  'post-deploy-fails': 'the code is live, but its post-deploy hook fails',
  'never-starts': 'the push arrives, and nothing begins',
  'other-commit': 'the platform deploys another commit',
  'fetch-fails': 'the platform cannot fetch from GitHub',
  'environment-inactive': 'the environment was switched off meanwhile',
  staged: 'the environment deploys by hand only: what was pushed is built and waits',
  superseded: 'a newer push takes the place of this one',
  stuck: 'the deployment does not end',
  'maintenance-left-on': 'all is green, and the site stays closed',
  'old-version-stays': 'all is green, and the old version still runs',
  'one-node-old': 'one of three nodes still runs the old version (pro)',
  'database-behind': 'all is green, and the database is older than the code',
  'database-ahead': 'all is green, and the database is newer than the code',
  'storefront-500': 'all is green, and every page of the shop fails'
} as const

/** Name of a way in which deployments go wrong. */
export type DeployFault = keyof typeof deployFaults
