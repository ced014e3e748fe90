// ssh's own way of reading its arguments: flags may be bundled, and options may follow the host.
const withValue = new Set('BbcDEeFIiJLlmOopPQRSwW')

/** The login that ssh's arguments ask for, or null where they ask for none (as `-V` and `-Q` do). */
export function parseLogin(args) {
  let user = null
  let host = null
  const take = (flag, value) => {
    if (flag === 'l') user ??= value
    const named = flag === 'o' ? /^\s*user\s*[=\s]\s*"?([^"]*?)"?\s*$/i.exec(value) : null
    if (named) user ??= named[1]
  }
  let index = 0
  while (index < args.length) {
    const argument = args[index++]
    if (argument === '--') {
      if (host === null && index < args.length) host = args[index]
      break
    }
    if (argument.startsWith('-') && argument.length > 1) {
      for (let at = 1; at < argument.length; at += 1) {
        const flag = argument[at]
        if (flag === 'V' || flag === 'Q') return null
        if (!withValue.has(flag)) continue
        take(flag, argument.slice(at + 1) || (args[index++] ?? ''))
        break
      }
    } else if (host === null) {
      host = argument
    } else break
  }
  return host === null ? null : splitLogin(host, user)
}

function splitLogin(text, givenUser) {
  const uri = /^ssh:\/\/(?:([^@/]*)@)?(\[[^\]]*\]|[^:/]*)(?::\d+)?\/?$/.exec(text)
  if (uri) return { user: givenUser ?? (uri[1] ? decodeURIComponent(uri[1]) : null), host: uri[2].toLowerCase() }
  const at = text.lastIndexOf('@')
  const user = givenUser ?? (at > 0 ? text.slice(0, at) : null)
  return { user, host: text.slice(at + 1).toLowerCase() }
}
