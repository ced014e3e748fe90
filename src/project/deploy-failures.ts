import type { FailureRule } from './failure-rules.js'

/** Causes that stop the deploy phase, and what the shop says when one did. */
export const deployFailures: readonly FailureRule[] = [
  {
    id: 'crypt-key-missing',
    phase: 'deploy',
    title: 'The encryption key is missing',
    trace:
      /^.*(?:crypt\/key (?:is missing|key value does not exist)|crypt key (?:is )?missing|missing the key for decryption|No encryption key).*$/im,
    codes: [131],
    meaning: 'app/etc/env.php has no crypt/key: encrypted settings cannot be read.',
    next: 'On the server: vendor/bin/ece-tools backup:restore brings env.php back; else magento-cloud variable:create --level environment --name CRYPT_KEY --sensitive true. Then magento-cloud environment:redeploy.'
  },
  {
    id: 'database-unreachable',
    phase: 'deploy',
    title: 'The database cannot be reached',
    trace: /^.*(?:SQLSTATE\[HY000\] \[(?:2002|2003|2006|1040|1045)\]|MySQL server has gone away).*$/im,
    codes: [115],
    meaning: 'The application could not connect to its database, or lost it.',
    next: 'See that the service runs and the relationship is named database: magento-cloud relationships; then magento-cloud environment:redeploy.'
  },
  {
    id: 'search-service-missing',
    phase: 'deploy',
    title: 'The search service is missing or not the right one',
    trace:
      /^.*(?:Could not (?:ping|validate a connection to) (?:the )?(?:Elasticsearch|OpenSearch|search engine)|No alive nodes found in your cluster|(?:Elasticsearch|OpenSearch) service is (?:required|not)|search engine .*not (?:available|valid|supported)).*$/im,
    codes: [132, 134, 135, 137, 138, 139],
    meaning: 'Since 2.4.0 Commerce does not install or upgrade without a search service that answers.',
    next: 'Add OpenSearch to .magento/services.yaml and to the relationships of .magento.app.yaml, commit, and git push.'
  },
  {
    id: 'cron-stuck',
    phase: 'deploy',
    title: 'A cron job does not end',
    trace: /^.*(?:cron:run has been running for \d+ minutes|Error happening during kill cron).*$/im,
    codes: [],
    meaning: 'A job that runs for hours keeps its locks, and the deployment waits for them.',
    next: 'On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock; then magento-cloud environment:redeploy.'
  },
  {
    id: 'database-locked',
    phase: 'deploy',
    title: 'The database was locked by something else',
    trace:
      /^.*(?:Lock wait timeout exceeded|Deadlock found when trying to get lock|Could not acquire lock|Waiting for table metadata lock).*$/im,
    codes: [],
    meaning: 'A cron job, a consumer or an older run held a lock that the upgrade needed.',
    next: 'On the server: vendor/bin/ece-tools cron:kill and vendor/bin/ece-tools cron:unlock; then magento-cloud environment:redeploy.'
  },
  {
    id: 'database-ahead',
    phase: 'deploy',
    title: 'The database is newer than the code',
    trace: /^.*(?:Please update your modules|code version - \S+, database version - ).*$/im,
    codes: [],
    meaning: 'The code went back to an older version, its database did not.',
    next: 'Deploy the newer code again (git push), or restore the backup of the database that belongs to this code: magento-cloud-upgrade backup restore, or magento-cloud snapshot:restore for a snapshot.'
  },
  {
    id: 'setup-upgrade-failed',
    phase: 'deploy',
    title: 'setup:upgrade failed',
    trace: /^.*(?:setup:upgrade.*(?:fail|exit code|exited)|Unable to apply (?:data|schema) patch).*$/im,
    subject: /Unable to apply (?:data|schema) patch \S+|SQLSTATE\[\w+\].{1,120}?(?=, query was|$)/m,
    codes: [126],
    meaning: 'The database could not be brought to the new version; it may be half way.',
    next: 'On the server: tail -n 100 var/log/install_upgrade.log. Mend the cause and magento-cloud environment:redeploy, or restore the backup of the database.'
  },
  {
    id: 'database-behind',
    phase: 'site',
    title: 'The database is older than the code',
    trace: /^.*Please upgrade your database.*$/im,
    codes: [],
    meaning: 'setup:upgrade has not run, or not to its end, since the code was deployed.',
    next: 'magento-cloud environment:redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
  }
]
