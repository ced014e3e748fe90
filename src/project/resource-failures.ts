import type { FailureRule } from './failure-rules.js'

/** Causes outside the code: they break whatever happens to run. */
export const resourceFailures: readonly FailureRule[] = [
  {
    id: 'disk-full',
    phase: 'resource',
    title: 'The disk is full',
    trace: /^.*(?:No space left on device|Errcode: 28|errno: 28|The table '[^']*' is full|Disk quota exceeded).*$/im,
    codes: [],
    meaning: 'Something could not be written because a disk of the environment or its database is full.',
    next: 'Free or add disk space (magento-cloud ssh "df -h", magento-cloud db:size), then magento-cloud environment:redeploy.'
  },
  {
    id: 'out-of-memory',
    phase: 'resource',
    title: 'PHP ran out of memory',
    trace:
      /^.*(?:Allowed memory size of \d+ bytes exhausted|Out of memory|Cannot allocate memory|The process has been signaled with signal "9").*$/im,
    codes: [],
    meaning: 'A command was ended because it needed more memory than it may have.',
    next: 'Raise memory_limit in php.ini or the size of the container, then git push or magento-cloud environment:redeploy.'
  }
]
