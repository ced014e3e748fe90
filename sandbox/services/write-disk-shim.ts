import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findProgram } from './find-program.js'

/**
 * Writes `df` into a folder that a node has first on PATH: the code of the application is a read-only squashfs image,
 * which `df` always shows as full, for blocks and for inodes (Commerce on Cloud guide, storage; tried with a real
 * squashfs). All other places are as the real `df` shows them, except the files of the database: SANDBOX_HIDDEN names a
 * folder that does not exist there.
 */
export async function writeDiskShim(binDirectory: string, appRoot: string): Promise<void> {
  await mkdir(binDirectory, { recursive: true })
  const script = `#!/usr/bin/env bash
real='${findProgram(['df'], binDirectory)}'
root="\${SANDBOX_APP_ROOT:-${appRoot}}"
code=$(realpath -m -- "$root")
flags=() paths=() type= size='134144 134144 0'
for word; do
  case $word in
    --*) flags+=("$word") ;;
    -*) flags+=("$word")
      case $word in *T*) type='squashfs ' ;; esac
      case $word in *i*) size='91234 91234 0' ;; *h*) size='131M 131M 0' ;; esac ;;
    *) paths+=("$word") ;;
  esac
done
[ \${#paths[@]} -gt 0 ] || paths=("$root" "$root/var" "$root/app/etc" "$root/pub/media" "$root/pub/static" /tmp)
"$real" "\${flags[@]}" /tmp | head -n 1
status=0
for path in "\${paths[@]}"; do
  # The mounts are links to places outside of it.
  case $(realpath -m -- "$path") in
    "$code" | "$code"/*) echo "/dev/loop4 \${type}$size 100% $root" ;;
    "\${SANDBOX_HIDDEN:-none}" | "\${SANDBOX_HIDDEN:-none}"/*) echo "df: $path: No such file or directory" >&2; status=1 ;;
    *) row=$("$real" "\${flags[@]}" "$path") || { status=1; continue; }
      tail -n +2 <<<"$row" ;;
  esac
done
exit $status
`
  await writeFile(join(binDirectory, 'df'), script, { mode: 0o755 })
}
