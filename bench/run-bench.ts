import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, release, tmpdir, totalmem } from 'node:os'
import { benchBackup } from './bench-backup.js'
import { benchPlan } from './bench-plan.js'
import { benchRehearsal } from './bench-rehearsal.js'
import { benchStart } from './bench-start.js'
import { benchUpdate } from './bench-update.js'
import { benchWhole } from './bench-whole.js'
import { fileSpeed } from './file-speed.js'

const packages = Number(process.env['BENCH_PACKAGES'] ?? 720)
const rows = Number(process.env['BENCH_ROWS'] ?? 160_000)
const gigabytes = (process.env['BENCH_GIGABYTES'] ?? '0.2,1,2').split(',').map(Number)
const tables = Number(process.env['BENCH_TABLES'] ?? 3000)
const benches: Readonly<Record<string, () => Promise<string>>> = {
  start: benchStart,
  plan: () => benchPlan(packages),
  update: () => benchUpdate(packages),
  whole: () => benchWhole(packages, rows),
  backup: () => benchBackup(gigabytes),
  rehearsal: () => benchRehearsal(tables)
}
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in benches))
if (unknown.length > 0)
  throw new Error(`There is no benchmark ${unknown.join(', ')}: choose from ${Object.keys(benches).join(', ')}`)
const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}`
const head = `Written by \`npm run bench\`. Machine: ${machine}; ${await fileSpeed(tmpdir())}. Ratios are against the plain shell steps of the same run.`
await mkdir('bench/results', { recursive: true })
// Each has a file of its own, since they take long and are seldom run together.
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const text = `# Benchmark: ${name}\n\n${head}\n\n${await bench()}`
  await writeFile(`bench/results/${name}.md`, text)
  console.log(text)
}
