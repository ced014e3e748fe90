import { CliError } from './cli-error.mjs'
import { process } from './process.mjs'

const setting = (name) => process.env[`MAGENTO_CLOUD_CLI_${name}`] || undefined
export const apiUrl = () => (setting('API_URL') ?? 'https://api.magento.cloud').replace(/\/$/, '')

/** Sends one request; network failures become the messages and exit codes of PHP's curl. */
export async function send(url, init) {
  try {
    return await fetch(url, init)
  } catch (error) {
    const host = new URL(url).hostname
    const unknown = ['ENOTFOUND', 'EAI_AGAIN'].includes(error.cause?.code)
    const told = unknown
      ? `cURL error 6: Could not resolve host: ${host}`
      : `cURL error 7: Failed to connect to ${host}: Connection refused`
    throw new CliError(told, { type: 'ConnectException', exitCode: unknown ? 5 : 1 })
  }
}

/** The bearer token that the API token is exchanged for. */
export async function accessToken() {
  const given = setting('TOKEN')
  if (given === undefined && setting('API_TOKEN') !== undefined) return setting('API_TOKEN')
  if (given === undefined)
    throw new CliError('Authentication is required.', { type: 'LoginRequiredException', exitCode: 3 })
  process.accessToken ??= exchange(given)
  return process.accessToken
}

async function exchange(apiToken) {
  const base = (setting('AUTH_URL') ?? apiUrl()).replace(/\/$/, '')
  const url = setting('OAUTH2_TOKEN_URL') ?? `${base}/oauth2/token`
  const response = await send(url, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from('magento-cloud-cli:').toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'api_token', api_token: apiToken, scope: '' })
  })
  if (response.status === 400 || response.status === 401)
    throw new CliError('The API token is invalid.', { type: 'BadResponseException' })
  if (!response.ok) throw httpError(url, response)
  return (await json(response)).access_token
}

function httpError(url, { status, statusText }) {
  if (status === 401)
    return new CliError('Authentication is required.', { type: 'LoginRequiredException', exitCode: 3 })
  if (status === 403)
    return new CliError('Permission denied. Check your permissions on the project or environment.', {
      type: 'PermissionDeniedException',
      exitCode: 6
    })
  const [type, who] = status >= 500 ? ['ServerException', 'Server'] : ['ClientException', 'Client']
  const told = `${who} error response [url] ${url} [status code] ${status} [reason phrase] ${statusText}`
  return new CliError(told, { type, exitCode: 255 })
}

/**
 * The Response for a path or a link; whatever its status. Scheme and host of a link are replaced by the API's. An
 * expired access token is renewed once; then `onResponse` gets both answers.
 */
export async function request(path, { method = 'GET', body, headers = {}, onResponse = () => undefined } = {}) {
  const local = /^https?:/.test(path) ? path.replace(/^https?:\/\/[^/]+/, '') : path
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const authorised = async () => {
    const authorization = `Bearer ${await accessToken()}`
    return send(apiUrl() + local, { method, body, headers: { authorization, ...type, ...headers } })
  }
  const response = await authorised()
  onResponse(response)
  if (response.status !== 401 || setting('TOKEN') === undefined) return response
  process.accessToken = undefined
  const again = await authorised()
  onResponse(again)
  return again
}

/** The JSON answer, or null for 404 if `optional`; throws with the exit code of the status. */
export async function call(path, { method, data, optional = false } = {}) {
  const response = await request(path, { method, body: data === undefined ? undefined : JSON.stringify(data) })
  if (response.status === 404 && optional) return null
  if (!response.ok) throw httpError(response.url, response)
  return json(response)
}

/** Of the gateway's HTML page or a cut-off answer the HTTP status becomes the exit code, as of every error below 256. */
async function json(response) {
  const { url, status, statusText } = response
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    const extra = text === '' ? 'Empty response body' : `Non-JSON response body [body] ${text}`
    const told = `Unsuccessful response [url] ${url} [status code] ${status} [reason phrase] ${statusText} [extra] ${extra}`
    throw new CliError(told, { type: 'RequestException', exitCode: status })
  }
}
