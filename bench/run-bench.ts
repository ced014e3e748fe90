import { writeFile } from 'node:fs/promises'
import { cpus, release, totalmem } from 'node:os'
import { benchUpdate } from './bench-update.js'
import { benchWhole } from './bench-whole.js'

const packages = Number(process.env['BENCH_PACKAGES'] ?? 700)
const rows = Number(process.env['BENCH_ROWS'] ?? 160_000)
const machine = `${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}`
const parts = [await benchUpdate(packages), await benchWhole(packages, rows)]
const text = `# Benchmark\n\nWritten by \`npm run bench\`. Machine: ${machine}. Ratios are against the plain shell steps of the same run.\n\n${parts.join('\n')}`
await writeFile('bench/RESULTS.md', text)
console.log(text)
