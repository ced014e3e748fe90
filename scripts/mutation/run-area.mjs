import { Stryker } from '@stryker-mutator/core'

/** Mutates files and runs the tests of their area on each mutant. Returns Stryker's results without what it left out. */
export async function runArea({ mutate, tests }) {
  const results = await new Stryker({
    mutate,
    ignorePatterns: ['/dist', '/docs', '/coverage', '/lib', '/bench'],
    tempDirName: '.tmp/stryker',
    plugins: ['./scripts/mutation/direct-runner.mjs', './scripts/mutation/words-for-people.mjs'],
    ignorers: ['words-for-people'],
    testRunner: 'direct',
    testRunnerNodeArgs: ['--disable-warning=ExperimentalWarning'],
    testPaths: tests,
    // Tests of time do not notice small changes, and are slow.
    testSkip: 'linear time|20 MB',
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.MUTATION_WORKERS ?? 2),
    maxTestRunnerReuse: 300,
    timeoutMS: 20_000,
    reporters: [process.stdout.isTTY ? 'progress' : 'dots'],
    warnings: { unknownOptions: false },
    logLevel: 'warn',
    allowConsoleColors: false
  }).runMutationTest()
  return results.filter(({ status }) => status !== 'Ignored')
}
