import { shellQuote } from '../../shell-quote.js'

/** What a script wrapped by {@link wrapScript} printed, and how it ended. */
interface InBandStatus {
  /** Null if the end was not reached. */
  readonly exitCode: number | null
  /** Whether the script was started; then the login succeeded. */
  readonly begun: boolean
  readonly output: string
}

/** The command of a login that reads a script from stdin: bash, or the plain shell of a server that has none. */
export const loginShell = 'command -v bash >/dev/null 2>&1 && exec bash -s; exec sh -s'

/**
 * A script that runs `script` between two marks. ssh exits 255 for its own failures and for remote ones alike, so the
 * status has to come in-band; `nonce` must be fresh, so that no output can imitate the marks.
 */
export function wrapScript(nonce: string, script: string): string {
  return [
    `printf '\\n%s begin\\n' '${nonce}'`,
    // The script is read from descriptor 3: its commands cannot consume it from stdin, and it is not in argv.
    `"$(command -v bash || echo sh)" /dev/fd/3 3<<'${nonce}' </dev/null`,
    script,
    nonce,
    `printf '\\n%s end %s\\n' '${nonce}' "$?"`,
    ''
  ].join('\n')
}

/**
 * The same for a script that gets data on its stdin, as what the login runs: bash, or on a server without it the marks
 * around the message that bash is missing, as the script would print it. Stdin is not read then.
 */
export function fedCommand(nonce: string, script: string): string {
  const begin = `printf '\\n%s begin\\n' '${nonce}'`
  const wrapped = [begin, '(', script, ')', `printf '\\n%s end %s\\n' '${nonce}' "$?"`].join('\n')
  const failure = "'failure\\tthere is no bash on the PATH of the login\\n'"
  const missing = `${begin}; printf ${failure}; printf '\\n%s end 20\\n' '${nonce}'`
  return `command -v bash >/dev/null 2>&1 && exec bash -c ${shellQuote(wrapped)}; ${missing}`
}

/** Reads the output; everything before the first mark is a banner or a notice. */
export function readInBandStatus(nonce: string, stdout: string): InBandStatus {
  const begin = beginMark(nonce)
  const start = stdout.indexOf(begin)
  if (start < 0) return { exitCode: null, begun: false, output: '' }
  const rest = stdout.slice(start + begin.length)
  const end = rest.lastIndexOf(`\n${nonce} end `)
  if (end < 0) return { exitCode: null, begun: true, output: rest }
  const code = Number.parseInt(rest.slice(end + nonce.length + 6), 10)
  return { exitCode: Number.isNaN(code) ? null : code, begun: true, output: rest.slice(0, end) }
}

/** The mark that a wrapped script prints before its own output. */
export function beginMark(nonce: string): string {
  return `\n${nonce} begin\n`
}
