import { parsePrimaryRoute } from './primary-route.js'

/** What a node runs to tell its application and the routes of its environment. */
export const routesCommand = 'printf \'%s\\n%s\' "${MAGENTO_CLOUD_APPLICATION_NAME-}" "${MAGENTO_CLOUD_ROUTES-}"'

/** The main address of the application of a node by what {@link routesCommand} printed there; null where it does not say. */
export function readNodeRoutes(text: string): string | null {
  const [name = '', ...routes] = text.trimStart().split('\n')
  const isName = /^[\w.-]{1,100}$/.test(name)
  return isName && routes.length > 0 ? parsePrimaryRoute(routes.join(''), name) : parsePrimaryRoute(text, null)
}
