import { z } from 'zod'

const routes = z.record(
  z.string(),
  z.looseObject({ type: z.string().nullish(), primary: z.boolean().nullish() }).catch({})
)

/**
 * The main address of the storefront by the value of MAGENTO_CLOUD_ROUTES: the primary route, else the first that is
 * served over https, else the first one. Null for any other text.
 */
export function parsePrimaryRoute(base64: string): string | null {
  const parsed = routes.safeParse(decode(base64.replace(/\s+/g, '')))
  if (!parsed.success) return null
  const served = Object.entries(parsed.data).filter(([, { type }]) => type !== 'redirect')
  const main =
    served.find(([, { primary }]) => primary) ?? served.find(([url]) => url.startsWith('https:')) ?? served[0]
  return main && URL.canParse(main[0]) ? main[0] : null
}

function decode(base64: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    return null
  }
}
