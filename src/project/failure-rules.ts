/** One known cause of a failed upgrade and the traces that it leaves in logs. */
export interface FailureRule {
  readonly id: string
  readonly title: string
  /** A line, or several, in a log or report. */
  readonly trace: RegExp
  /** What exactly is concerned, for the title: the file of a patch, the class that does not compile. */
  readonly subject?: RegExp
  /** Codes of ece-tools that mean the same (its error reference). */
  readonly codes: readonly number[]
  readonly meaning: string
  readonly next: string
}

/** The known causes, those first that bring about the ones after them. */
export const failureRules: readonly FailureRule[] = [
  {
    id: 'disk-full',
    title: 'The disk is full',
    trace: /^.*(?:No space left on device|Errcode: 28|errno: 28|The table '[^']*' is full).*$/im,
    codes: [],
    meaning: 'Something could not be written because a disk of the environment or its database is full.',
    next: 'Free or add disk space (magento-cloud ssh "df -h", magento-cloud db:size), then redeploy.'
  },
  {
    id: 'out-of-memory',
    title: 'PHP ran out of memory',
    trace: /^.*(?:Allowed memory size of \d+ bytes exhausted|Out of memory|Cannot allocate memory).*$/im,
    codes: [],
    meaning: 'A command was ended because it needed more memory than it may have.',
    next: 'Raise memory_limit in php.ini or the size of the container, then redeploy.'
  },
  {
    id: 'patch-failed',
    title: 'A patch does not fit the new version',
    trace:
      /^.*(?:\.patch\b.*(?:fail|reject|not apply|not be applied|conflict)|(?:fail|cannot be applied|not apply).*\.patch\b|Next patches weren't found).*$/im,
    subject: /[\w./-]+\.patch\b/,
    codes: [12],
    meaning: 'A file in m2-hotfixes, or a patch in QUALITY_PATCHES, was made for the version before.',
    next: 'Remove the patch where the new version holds its fix, else renew it, and push again.'
  },
  {
    id: 'di-compile-failed',
    title: 'Code of an extension does not compile with the new version',
    trace:
      /^.*(?:Class ["']?\\?[\w\\]+["']? (?:for .*generation )?does not exist|Source class "[^"]+" for "[^"]+" generation does not exist|Errors during compilation|Incompatible argument type|must be compatible with).*$/im,
    subject: /\b[A-Z]\w*(?:\\{1,2}\w+){2,}/,
    codes: [15],
    meaning: 'setup:di:compile stopped at a class that refers to something the new version does not have.',
    next: 'Update or remove the extension that the class belongs to, and push again.'
  },
  {
    id: 'crypt-key-missing',
    title: 'The encryption key is missing',
    trace: /^.*(?:crypt\/key is missing|crypt key (?:is )?missing|missing the key for decryption).*$/im,
    codes: [131],
    meaning: 'app/etc/env.php has no crypt/key: encrypted settings cannot be read.',
    next: 'Restore env.php (vendor/bin/ece-tools backup:restore) or set the variable CRYPT_KEY, then redeploy.'
  },
  {
    id: 'search-service-missing',
    title: 'The search service is missing or not the right one',
    trace:
      /^.*(?:Could not (?:ping|validate a connection to) (?:the )?(?:Elasticsearch|OpenSearch|search engine)|No alive nodes found in your cluster|search engine .*not (?:available|valid|supported)).*$/im,
    codes: [132, 134, 135, 137, 138, 139],
    meaning: 'Since 2.4.0 Commerce does not install or upgrade without a search service that answers.',
    next: 'Add OpenSearch to .magento/services.yaml and to the relationships of .magento.app.yaml, and push again.'
  },
  {
    id: 'database-locked',
    title: 'The database was locked by something else',
    trace: /^.*(?:Lock wait timeout exceeded|Deadlock found when trying to get lock|Could not acquire lock).*$/im,
    codes: [],
    meaning: 'A cron job, a consumer or an older run held a lock that the upgrade needed.',
    next: 'On the server: vendor/bin/ece-tools cron:kill and cron:unlock, then redeploy.'
  },
  {
    id: 'database-ahead',
    title: 'The database is newer than the code',
    trace: /^.*(?:Please update your modules|code version - \S+, database version - ).*$/im,
    codes: [],
    meaning: 'The code went back to an older version, its database did not.',
    next: 'Deploy the newer code again, or restore the backup of the database that belongs to this code.'
  },
  {
    id: 'setup-upgrade-failed',
    title: 'setup:upgrade failed',
    trace: /^.*(?:setup:upgrade.*(?:fail|exit code|exited)|Unable to apply (?:data|schema) patch).*$/im,
    codes: [126],
    meaning: 'The database could not be brought to the new version; it may be half way.',
    next: 'Read var/log/install_upgrade.log, mend the cause and redeploy, or restore the backup of the database.'
  },
  {
    id: 'database-behind',
    title: 'The database is older than the code',
    trace: /^.*Please upgrade your database.*$/im,
    codes: [],
    meaning: 'setup:upgrade has not run, or not to its end, since the code was deployed.',
    next: 'Redeploy, or on the server: php bin/magento setup:upgrade --keep-generated'
  }
]
