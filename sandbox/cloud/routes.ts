import type { EnvironmentState } from './platform-state.js'

/** Name of the application that is the shop. */
export const appName = 'mymagento'

/** The routes of an environment by address. Another application has the primary one, and nobody answers there. */
export function routesOf({ url, neighbours }: EnvironmentState): Record<string, unknown> {
  const others = neighbours.filter(({ kind }) => kind === 'application')
  return Object.fromEntries([
    ...others.map(({ name }, index) => [`http://127.0.0.1:${index + 1}/`, route(name, index === 0)]),
    [`${url}/`, route(appName, others.length === 0)]
  ]) as Record<string, unknown>
}

function route(app: string, primary: boolean): unknown {
  return { type: 'upstream', upstream: `${app}:http`, original_url: 'https://{default}/', primary, id: null }
}
