import { UpgradeError } from '../../errors.js'
import type { MediaCopy } from './manifest/manifest.js'
import { checksumLine, parseChecksums } from '../../tools/dump/checksum-list.js'
import { parseRemoteAnswer } from '../../tools/ssh/remote-answer.js'
import type { DumpFiles } from '../../tools/dump/dump-file.js'
import type { Files } from '../../tools/files.js'
import { redactEvidence } from '../../secrets/redact-evidence.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'

interface MediaTools {
  readonly ssh: Ssh
  readonly files: Files
  readonly dumpFiles: DumpFiles
}

const source = 'pub/media'
// Resized images, which the shop creates again from their originals.
const cache = 'catalog/product/cache'
const names = { folder: 'media', checksums: 'media.sha256' }
const timeoutSeconds = 6 * 3600

/**
 * Copies pub/media into the folder of a backup, without the cache of resized images, and lets the server compare its
 * files with the checksums of the copy. Files that changed meanwhile are copied again. Throws UpgradeError
 * `backup-failed` if that does not help.
 */
export async function copyMedia(tools: MediaTools, host: SshHost, folder: string): Promise<MediaCopy> {
  const target = tools.files.join(folder, names.folder)
  await tools.files.makePrivateFolder(target)
  await fetchMedia(tools.ssh, host, target)
  let copy = await sumUp(tools, folder)
  let differing = await compareThere(tools.ssh, host, copy.list)
  if (differing.length > 0) {
    await fetchMedia(tools.ssh, host, target)
    copy = await sumUp(tools, folder)
    differing = await compareThere(tools.ssh, host, copy.list)
  }
  if (differing.length > 0) throw mediaFailure(`the copy differs from the server: ${differing.slice(0, 5).join(', ')}`)
  const checksums = tools.files.join(folder, names.checksums)
  await tools.files.write(checksums, copy.list, { secret: true })
  const { sha256 } = await tools.dumpFiles.sum(checksums)
  return { ...names, checksumsSha256: sha256, files: copy.files, bytes: copy.bytes }
}

/** Verifies a copy again. Throws UpgradeError `backup-unproven` if it does not match its list of checksums. */
export async function checkMedia(
  { files, dumpFiles }: Pick<MediaTools, 'files' | 'dumpFiles'>,
  folder: string,
  media: MediaCopy
): Promise<void> {
  const checksums = files.join(folder, media.checksums)
  const isThere = (await files.sizeInside(folder, media.checksums)) !== null
  const isList = isThere && (await dumpFiles.sum(checksums)).sha256 === media.checksumsSha256
  const wrong: string[] = isList ? [] : [media.checksums]
  for (const [path, sha256] of parseChecksums(isList ? ((await files.read(checksums)) ?? '') : '')) {
    // The list is as untrusted as the manifest: nothing outside the copy is read.
    const isInside = (await files.sizeInside(folder, `${media.folder}/${path}`)) !== null
    if (!isInside || (await dumpFiles.sum(files.join(folder, media.folder, path))).sha256 !== sha256) wrong.push(path)
  }
  if (wrong.length === 0) return
  throw new UpgradeError('backup-unproven', {
    message: `The copy of the media in ${folder} cannot be trusted: ${wrong.length} files differ (${wrong.slice(0, 5).join(', ')}).`,
    next: 'Use another backup; magento-cloud-upgrade backup list shows them.'
  })
}

async function fetchMedia(ssh: Ssh, host: SshHost, target: string): Promise<void> {
  const { exitCode, stderr } = await ssh.copyFolder(host, source, target, { exclude: [cache], timeoutSeconds })
  if (exitCode === 127) throw mediaFailure('there is no rsync on this machine, or none on the server')
  // 24: files disappeared while it ran, which the comparison judges.
  if (exitCode === 0 || exitCode === 24) return
  const lines = stderr.trim().split('\n')
  // ssh prints its message before rsync's own, which only says that the connection is gone.
  const why = lines.find((line) => !line.startsWith('rsync')) ?? lines.at(-1) ?? ''
  throw mediaFailure(`rsync ended with exit code ${exitCode} (${redactEvidence(why).slice(0, 300)})`)
}

async function sumUp(
  { files, dumpFiles }: MediaTools,
  folder: string
): Promise<{ readonly list: string; readonly files: number; readonly bytes: number }> {
  const target = files.join(folder, names.folder)
  const paths = [...(await files.list(target))].sort()
  let [list, bytes] = ['', 0]
  for (const path of paths) {
    const sum = await dumpFiles.sum(files.join(target, path))
    list += checksumLine(sum.sha256, path)
    bytes += sum.bytes
  }
  return { list, files: paths.length, bytes }
}

/** Files of the server that are missing here or differ, as far as it names them. */
async function compareThere(ssh: Ssh, host: SshHost, list: string): Promise<readonly string[]> {
  const script = `exec 6<&0 </dev/null
cd ${source} || exit 1
printf 'count\\t%s\\n' "$(find . -path ./${cache} -prune -o -type f -printf x | wc -c)"
LC_ALL=C sha256sum --check --strict --quiet - <&6 2>/dev/null | head -n 20 | sed 's/^/differs\\t/'
printf 'done\\tyes\\n'
`
  const entries = list === '' ? [] : [Buffer.from(list)]
  const { stdout, failure } = await ssh.feed(host, script, chunks(entries), { timeoutSeconds })
  const answer = parseRemoteAnswer(stdout)
  if (answer.one('done') !== 'yes') throw mediaFailure(failure ?? `${source} does not exist`)
  const here = list.split('\n').length - 1
  const differs = answer.all('differs').map((line) => line.replace(/: FAILED.*$/, ''))
  return Number(answer.one('count')) === here
    ? differs
    : [...differs, `${answer.one('count') ?? '?'} files there, ${here} here`]
}

async function* chunks(buffers: readonly Buffer[]): AsyncGenerator<Buffer> {
  await Promise.resolve()
  yield* buffers
}

function mediaFailure(why: string): UpgradeError {
  return new UpgradeError('backup-failed', {
    message: `The media could not be copied: ${why}.`,
    next: 'Run again, or set backup-media: off.'
  })
}
