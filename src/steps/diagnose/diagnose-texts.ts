import { UpgradeError } from '../../errors.js'
import type { Evidence } from '../../project/deployment-log/evidence.js'
import type { ProjectFacts } from './explain/find-causes.js'
import { toEvidence } from './explain/tell-kind.js'
import { explainFailure } from './explain/explain-failure.js'
import type { Finding } from '../../report/report.js'
import type { Files } from '../../tools/files.js'
import { unreadFinding } from './unread-finding.js'

const mostBytes = 20 * 1024 * 1024
const mostFiles = 1000

/** The tools of this step. */
interface DiagnoseTextsTools {
  readonly files: Files
  readonly readStandardInput: (most: number) => Promise<string>
  /** Hides the secrets of the run; texts pass through it first. */
  readonly redact?: (text: string) => string
}

/**
 * Explains downloaded texts: `paths` are files, folders and `-` for standard input. Reads nothing else and makes no
 * requests. Throws UpgradeError `bad-input`, which names every path without a file.
 */
export async function diagnoseTexts(
  tools: DiagnoseTextsTools,
  paths: readonly string[],
  project: ProjectFacts
): Promise<readonly Finding[]> {
  const found = await Promise.all(paths.map((path) => listTexts(tools, path)))
  const missing = paths.filter((_, index) => found[index]?.length === 0)
  if (missing.length > 0) throw nothingThere(missing)
  const listed = found.flat()
  const redact = tools.redact ?? ((text: string): string => text)
  const evidence: Evidence[] = []
  const unread = listed.slice(mostFiles).length > 0 ? [`Only the first ${mostFiles} files were read.`] : []
  for (const { name, path } of listed.slice(0, mostFiles)) {
    const text = await readText(tools, path)
    if (text === null) unread.push(`${name} is not a text file, or cannot be read.`)
    else if (text.trim() !== '') evidence.push(toEvidence(name, redact(text)))
  }
  const findings = explainFailure(evidence, project.packages, project.services)
  return [...findings, ...(unread.length === 0 ? [] : [unreadFinding(unread, findings.length + 1)])]
}

interface NamedText {
  /** The given path, with the path inside it. */
  readonly name: string
  /** `-` for standard input. */
  readonly path: string
}

async function listTexts({ files }: DiagnoseTextsTools, path: string): Promise<readonly NamedText[]> {
  if (path === '-') return [{ name: 'stdin', path }]
  const below = await files.list(files.resolve(path))
  // The path itself may be a link; its contents are untrusted.
  const real = await files.realPath(files.resolve(path))
  return below
    .toSorted()
    .map((part) =>
      part === '' ? { name: path, path: real } : { name: files.join(path, part), path: files.join(path, part) }
    )
}

async function readText({ files, readStandardInput }: DiagnoseTextsTools, path: string): Promise<string | null> {
  if (path === '-') return readStandardInput(mostBytes)
  try {
    return await files.readEnd(files.resolve(path), mostBytes)
  } catch {
    return null
  }
}

function nothingThere(paths: readonly string[]): UpgradeError {
  const problems = paths.map((path) => ({
    id: 'from-missing' as const,
    severity: 'error' as const,
    message: `There is no file in ${path}.`,
    fix: 'Name existing files or folders, or - for stdin.'
  }))
  return new UpgradeError('bad-input', {
    message: problems.map(({ message }) => message).join(' '),
    next: 'Name existing files or folders, or - for stdin: magento-cloud-upgrade diagnose --from PATH…',
    problems
  })
}
