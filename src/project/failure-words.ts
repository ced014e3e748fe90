/** Why a request failed: the message of the innermost cause, which fetch hides behind "fetch failed". */
export function failureWords(error: unknown): string {
  const { message, cause } = Object(error) as { message?: unknown; cause?: unknown }
  if (cause !== undefined && cause !== null && cause !== error) {
    const inner = failureWords(cause)
    if (inner !== '') return inner
  }
  if (typeof message === 'string') return message
  return typeof error === 'string' ? error : ''
}
