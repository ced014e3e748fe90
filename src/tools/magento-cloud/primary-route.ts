import { z } from 'zod'

const routes = z.record(
  z.string(),
  z
    .looseObject({ type: z.string().nullish(), primary: z.boolean().nullish(), upstream: z.string().nullish() })
    .catch({})
)

/** {@link primaryRoute} by the value of MAGENTO_CLOUD_ROUTES. */
export function parsePrimaryRoute(base64: string, app: string | null): string | null {
  return primaryRoute(decode(base64.replace(/\s+/g, '')), app)
}

/**
 * The main address of the storefront by routes as the platform gives them: of those that lead to the application `app`
 * the primary one, else the first over https, else the first one. If all lead to one application, its name does not
 * matter. Null if several applications have routes and `app` has none or is unknown, and for any other value.
 */
export function primaryRoute(value: unknown, app: string | null): string | null {
  const parsed = routes.safeParse(value)
  if (!parsed.success) return null
  const all = Object.entries(parsed.data).filter(([, { type }]) => type !== 'redirect')
  const upstreams = new Set(all.map(([, route]) => applicationOf(route)))
  const served = upstreams.size < 2 ? all : all.filter(([, route]) => applicationOf(route) === app)
  const main =
    served.find(([, { primary }]) => primary) ?? served.find(([url]) => url.startsWith('https:')) ?? served[0]
  return main && URL.canParse(main[0]) ? main[0] : null
}

// `mymagento:http`
function applicationOf({ upstream }: { readonly upstream?: string | null | undefined }): string | null {
  return upstream?.split(':')[0] ?? null
}

function decode(base64: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return null
  }
}

/** The command that prints a node's application and the routes of its environment. */
export const routesCommand = 'printf \'%s\\n%s\' "${MAGENTO_CLOUD_APPLICATION_NAME-}" "${MAGENTO_CLOUD_ROUTES-}"'

/** The main address of a node's application, from the output of {@link routesCommand}; null if it does not say. */
export function readNodeRoutes(text: string): string | null {
  const [name = '', ...routes] = text.trimStart().split('\n')
  const isName = /^[\w.-]{1,100}$/.test(name)
  return isName && routes.length > 0 ? parsePrimaryRoute(routes.join(''), name) : parsePrimaryRoute(text, null)
}
