import { isServerDump } from '../backup-folder.js'
import { manifestName, parseManifest, type BackupManifest } from '../manifest/manifest.js'
import { isReusable, type WantedBackup } from './is-reusable.js'
import { parseRemoteAnswer } from '../../../tools/ssh/remote-answer.js'
import type { Ssh, SshHost } from '../../../tools/ssh/ssh.js'
import type { LocalBackup } from '../manifest/read-manifest.js'

// Folders of other users could mislead us; base64 keeps a manifest on one line.
const listScript = `for folder in /tmp/magento-cloud-upgrade-*; do
  [ -O "$folder/${manifestName}" ] || continue
  printf 'lies-in\\t%s\\nmanifest\\t%s\\n' "$folder" "$(base64 <"$folder/${manifestName}" | tr -d '\\n')"
done
`
const timeoutSeconds = 3600

type Made = Pick<BackupManifest, 'project' | 'environment'>

/** Backups on the server that were made for this environment, newest first; empty if the server does not answer. */
export async function earlierOnServer(
  ssh: Ssh,
  host: SshHost,
  { project, environment }: Made
): Promise<readonly LocalBackup[]> {
  const answer = parseRemoteAnswer((await ssh.script(host, listScript, { timeoutSeconds: 60 })).stdout)
  const folders = answer.all('lies-in')
  return answer
    .all('manifest')
    .flatMap((text, index) => {
      const manifest = readManifestText(text)
      const ours = manifest?.project === project && manifest.environment === environment && manifest.host === host
      return ours ? [{ folder: folders[index] ?? '', manifest }] : []
    })
    .sort((a, b) => b.manifest.finishedAt.localeCompare(a.manifest.finishedAt))
}

/**
 * The newest backup on the server for this environment that meets the requirements: its dumps were read again, and have
 * the checksums in the manifest. Null if there is none, or the server does not answer.
 */
export async function findOnServer(
  ssh: Ssh,
  host: SshHost,
  made: Made,
  wanted: WantedBackup
): Promise<LocalBackup | null> {
  const found = await earlierOnServer(ssh, host, made)
  for (const backup of found.filter(({ folder, manifest }) => isReusable(manifest, wanted) && liesIn(manifest, folder)))
    if (await isAsMade(ssh, host, backup.manifest)) return backup
  return null
}

function readManifestText(base64: string): BackupManifest | null {
  try {
    return parseManifest(Buffer.from(base64, 'base64').toString('utf8'), '')
  } catch {
    return null
  }
}

/**
 * The first dump is next to the manifest. The paths go into a shell, so they must be of the kind that our script
 * creates.
 */
function liesIn({ dumps }: BackupManifest, folder: string): boolean {
  const paths = dumps.map(({ serverFile }) => serverFile ?? '')
  return (paths[0] ?? '').startsWith(`${folder}/`) && paths.every(isServerDump)
}

async function isAsMade(ssh: Ssh, host: SshHost, { dumps }: BackupManifest): Promise<boolean> {
  const paths = dumps.map(({ serverFile }) => `'${serverFile ?? ''}'`).join(' ')
  const { exitCode, stdout } = await ssh.script(host, `sha256sum -- ${paths}`, { timeoutSeconds })
  const sums = stdout.split('\n').map((line) => line.slice(0, 64))
  return exitCode === 0 && dumps.every(({ sha256 }, index) => sums[index] === sha256)
}
