import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { UpgradeReport } from '../report/report.js'
import { makeFolders } from '../tools/files/make-folders.js'

/** Writes the report as JSON to `path`, or to a new file below `temporary`. Returns the absolute path. */
export async function writeReport(report: UpgradeReport, path: string, temporary = tmpdir()): Promise<string> {
  const file =
    path === '' ? join(await mkdtemp(join(temporary, 'magento-cloud-upgrade-report-')), 'report.json') : resolve(path)
  await makeFolders(dirname(file))
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
  return file
}
