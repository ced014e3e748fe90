/**
 * bash for the server: `heads` reads SQL and prints the lines that the scan of a dump needs, as `head<TAB>line`. A name
 * that spans several lines is joined into one (`joined-head`), with backslashes doubled and line ends as `\\n`.
 */
export const heads =
  String.raw`heading='^(CREATE |DELIMITER |USE |-- (Server version|MariaDB dump|MySQL dump|WHERE:)|/[*]M?![0-9]+ (CREATE|TABLE|VIEW|SET .*system_versioning_insert_history=1))'
join=':name
/^(\/[*]![0-9]+ )?(CREATE )?(TABLE|VIEW|SEQUENCE) @([^@]|@@)*$/{
N
s/\n/\x01/
b name
}
s/\\/&&/g
s/\x01/\\n/g'
heads() {
  if grep -qF '\n' "$work/objects.txt"
  then sed -nE -e '\,'"$heading"',{' -e "$join" -e p -e '}' | cut -c1-400 | sed 's/^/joined-head\t/'
  else grep -aE "$heading" | cut -c1-300 | sed 's/^/head\t/'; fi
}
`.replaceAll('@', '`')
