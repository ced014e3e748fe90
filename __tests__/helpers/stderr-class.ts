/** What a failure says on stderr, by the words that both programs use for it; the first match counts. */
const classes = {
  'token invalid': /API token is invalid/i,
  'login required': /LoginRequiredException|not logged in|Authentication is required|log in/i,
  'no project': /RootNotFoundException|Could not determine the current project|select(ed)? a project/i,
  'project not found': /Specified project not found/i,
  'environment not found': /Specified environment not found/i,
  'permission denied': /PermissionDeniedException|Permission denied/i,
  'host key': /Host key verification failed/i,
  'out of reach': /cURL error (6|7)\b|Could not resolve host|Connection refused|\[ConnectException\]/i,
  'http status 429': /status code\]\s*429/,
  'http status 5xx': /status code\]\s*5\d\d|ServerException/,
  'curl status': /The requested URL returned error: \d{3}/,
  'not JSON': /Non-JSON response body/i,
  'no activities': /No activities found/i,
  'not found': /not found/i,
  'not available': /Operation not available/i,
  inactive: /environment (\S+ (\(type: \S+\) )?)?is (not active|inactive)/i,
  'several applications': /Specifying the --app( or --worker)? is required/i,
  'several databases': /More than one relationship found/i,
  'exists already': /already exists/i,
  'not defined': /is not defined/i,
  'no such group': /no commands defined in the "\w+" namespace/i,
  'no such option': /option does not exist/i,
  format: /format/i
} as const

/** The name of such a class; `any` in an expectation stands for whatever is said. */
export type StderrClass = keyof typeof classes | 'any'

/** The class of a text, or `any` for hints and nothing. */
export function stderrClass(stderr: string): StderrClass {
  // Symfony breaks messages at COLUMNS wherever that falls.
  const text = stderr.replaceAll(/\s+/g, ' ')
  const found = Object.entries(classes).find(([, pattern]) => pattern.test(text))
  return (found?.[0] as StderrClass | undefined) ?? 'any'
}
