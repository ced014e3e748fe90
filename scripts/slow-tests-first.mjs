import Sequencer from '@jest/test-sequencer'

// Whole upgrades and servers. If one of them begins last, all other workers wait for it.
const slow = ['e2e', 'integration', 'steps/backup', 'commands', 'contract', 'canary'].map(
  (name) => `/__tests__/${name}/`
)

/**
 * Begins with the folders whose tests take long. Jest knows that only from an earlier run, and otherwise goes by the
 * size of the files.
 */
export default class extends Sequencer {
  sort(tests) {
    const isSlow = ({ path }) => slow.some((folder) => path.includes(folder))
    const sorted = super.sort(tests)
    return [...sorted.filter(isSlow), ...sorted.filter((test) => !isSlow(test))]
  }
}
