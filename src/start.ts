/** The programs that one bundle holds. Each loads only what it needs. */
const programs = {
  upgrade: async () => (await import(/* webpackChunkName: "action" */ './action/run.js')).run('upgrade'),
  verify: async () => (await import(/* webpackChunkName: "action" */ './action/run.js')).run('verify'),
  diagnose: async () => (await import(/* webpackChunkName: "action" */ './action/run.js')).run('diagnose'),
  cleanup: async () => (await import(/* webpackChunkName: "cleanup" */ './action/clean-up.js')).runCleanUp(),
  cli: async () =>
    (await import(/* webpackChunkName: "cli" */ './cli/run-program.js')).runProgram(process.argv.slice(2))
}

/** Runs one of the programs of the bundle to its end; `process.exitCode` has the result. */
export async function start(program: keyof typeof programs): Promise<void> {
  await programs[program]()
}
