import { deployAgain, firstMatch, type FailureRule } from './failure-rule.js'

/** Causes outside the code: they break whatever is running. */
export const resourceRules: readonly FailureRule[] = [
  {
    id: 'disk-full',
    phase: 'deploy',
    title: ({ text }) => (/The table '|SQLSTATE/.test(text) ? 'The disk of the database is full' : 'The disk is full'),
    trace:
      /No space left on device|Errcode: 28\b|errno[:=] ?28\b|The table '[^'\n]{1,80}' is full|Disk quota exceeded|General error: 1114\b|Got error 28\b/i,
    subject: firstMatch(/The table '([^'\n]{1,80})' is full/),
    meaning: 'Something could not be written because a disk of the environment or of its database is full.',
    next: (context) =>
      context.phase === 'build'
        ? `The build has run out of space: make it smaller, or magento-cloud project:clear-build-cache. ${deployAgain(context)}`
        : `Free or add disk space: magento-cloud ssh "df -h", magento-cloud db:size; disk of mysql in .magento/services.yaml (Pro: a ticket). ${deployAgain(context)}`
  },
  {
    id: 'too-many-open-files',
    phase: 'deploy',
    title: 'The server has run out of file handles',
    trace: /Too many open files|Errcode: 24\b|errno[:=] ?24\b/i,
    meaning: 'The database, or the system it runs on, cannot open more files. Nothing in the project limits that.',
    next: (context) => `Open a support ticket with these lines, or get a bigger plan. ${deployAgain(context)}`
  },
  {
    id: 'killed',
    phase: 'build',
    title: 'A process was killed for its memory (137)',
    trace:
      /^\s{0,40}(?:[\w./-]{1,60}: (?:line )?\d{1,6}: +(?:\d{1,9} +)?)?Killed(?: {2,}\S|$)|status code 137\b|exit (?:code|status) 137\b|code 137$|returned code 137\b|\[137\] The command|signaled with signal "?9"?/i,
    meaning: 'The system killed a command (signal 9) because it used more memory than there is.',
    next: (context) =>
      context.phase === 'build'
        ? 'Make the build use less memory: SCD_THREADS: 1 and fewer SCD_MATRIX entries in .magento.env.yaml, fewer packages and locales; otherwise open a support ticket for more build memory. Then git push.'
        : `Make the command use less memory (SCD_THREADS, cron jobs at the same time), or open a support ticket for a bigger container. ${deployAgain(context)}`
  },
  {
    id: 'out-of-memory',
    phase: 'build',
    title: 'PHP ran out of memory',
    trace: /Allowed memory size of \d{1,20} bytes exhausted|Out of memory\b|Cannot allocate memory/i,
    meaning: 'A command was stopped because it needed more memory than it may use.',
    next: (context) => `Raise memory_limit in php.ini, or the size of the container. ${deployAgain(context)}`
  },
  {
    id: 'read-only-file-system',
    phase: 'deploy',
    title: ({ culprit }) =>
      culprit === null
        ? 'Something writes into the code, which is read-only once it is built'
        : `${culprit} writes into the code, which is read-only once it is built`,
    trace: /Read-only file system|EROFS\b/i,
    subject: firstMatch(/(?:\(|')(\/[\w./@+-]{1,200})(?:\)|'):? Read-only file system/),
    culprit: true,
    meaning: 'After the build, only var, app/etc, pub/media, pub/static and /tmp are writable.',
    next: ({ culprit, phase }) =>
      culprit?.includes('/') && phase !== 'post-deploy'
        ? `Update or remove ${culprit} (composer update ${culprit}, composer remove ${culprit}), or have it generate its files in the build hook of .magento.app.yaml. Then commit, and git push.`
        : 'Do it in the build hook of .magento.app.yaml, or write to var or /tmp. Then commit, and git push.'
  }
]
