// Bundles the benchmark and runs it: the sources are TypeScript, which Node 20 does not read by itself.
import { spawnSync } from 'node:child_process'

const run = (argv) => {
  const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
run(['node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', 'bench/run-bench.ts', '--out', '.tmp/bench', '--quiet'])
run(['.tmp/bench/index.js', ...process.argv.slice(2)])
run(['node_modules/prettier/bin/prettier.cjs', '--write', '--log-level', 'warn', 'bench/results'])
