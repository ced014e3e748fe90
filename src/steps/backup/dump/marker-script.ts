import { markerTable } from '../../../tools/dump/restore-marker.js'

/** bash behind `objects objects`: tells state and id of a restore that has not ended, as `marker<TAB>state id`. */
export const tellMarker = `if grep -qx '${markerTable}' "$work/objects.txt"; then
  ask marker "SELECT CONCAT(state, ' ', id) FROM ${markerTable} LIMIT 1"
  tell marker "$(cat "$work/marker.txt")"
fi
`
