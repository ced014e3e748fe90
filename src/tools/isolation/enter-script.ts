/** The script's message and exit code if the command was not started because the isolation failed. */
export const refusal = { text: 'magento-cloud-upgrade: the isolation could not be set up', exitCode: 97 } as const

/**
 * POSIX sh that sets up the isolation of one command inside fresh namespaces and starts it there. Its arguments: a
 * folder to work in; lists, one path per line, of writable folders, folders to hide, files to hide, read-only folders,
 * folders for temporary files; the final `uid gid`, or '' for no change; the command.
 *
 * All mounts become read-only except the writable folders: anything that a plugin changed in the checkout's .git or in
 * this program would be run by us later, outside. A hidden folder is covered by an empty one, in which only its
 * writable folders appear.
 */
export const enterScript = `set -ef
trap 'status=$?; [ "$status" = 0 ] || { echo "${refusal.text}" >&2; exit ${refusal.exitCode}; }' EXIT
IFS='
'
stage=$1 writable=$2 hidden=$3 masked=$4 sealed=$5 common=$6 user=$7; shift 7
listed() { for one in $2; do [ "$1" != "$one" ] || return 0; done; return 1; }
below() { for one in $2; do case $1 in "$one"/*) return 0 ;; esac; done; return 1; }
for path in $common $sealed; do [ ! -d "$path" ] || mount --rbind "$path" "$path"; done
number=0
for folder in $hidden; do
  number=$((number + 1)) cover=$stage/$((number)); mkdir -p "$cover"; mount -t tmpfs -o mode=711 none "$cover"
  for path in $writable; do
    case $path in "$folder"/*) mkdir -p "$cover/\${path#"$folder"/}"; mount --bind "$path" "$cover/\${path#"$folder"/}" ;; esac
  done
done
for path in $masked; do [ ! -e "$path" ] || mount --bind /dev/null "$path"; done
number=0
for folder in $hidden; do number=$((number + 1)); mount --rbind "$stage/$number" "$folder"; done
while IFS=' ' read -r _ _ _ _ point flags _; do
  point=$(printf %b "$point")
  if ! listed "$point" "$sealed"; then
    case $point in /proc | /proc/* | /sys | /sys/* | /dev | /dev/*) continue ;; esac
    if listed "$point" "$writable" || listed "$point" "$common"; then continue; fi
    if below "$point" "$writable" || below "$point" "$common"; then continue; fi
  fi
  # Flags such as nosuid may not be dropped.
  mount -o "remount,bind,ro\${flags#r[wo]}" "$point" 2>/dev/null || :
done <<MOUNTS
$(cat /proc/self/mountinfo)
MOUNTS
# The folder that we stand in is another one now.
cd "$(pwd)"
for path in $sealed; do [ ! -w "$path" ]; done
for path in $writable; do [ -w "$path" ]; done
# The processes that are seen are those of this namespace alone.
IFS=' ' read -r self _ </proc/self/stat; [ "$self" = $$ ]
# Nothing may be mounted or gained any more: as the user in a further namespace, or as a root without capabilities.
if [ -n "$user" ]; then
  set -- unshare --user --map-user="\${user% *}" --map-group="\${user#* }" -- setpriv --no-new-privs -- "$@"
else
  set -- setpriv --bounding-set=-all --inh-caps=-all --no-new-privs -- "$@"
fi
trap - EXIT
set +e
# Not by exec: the first process of a namespace takes no polite request to end, and collects what others leave.
"$@"
exit $?
`
