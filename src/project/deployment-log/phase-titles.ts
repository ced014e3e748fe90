import type { Phase } from './evidence.js'

const titles: readonly (readonly [Phase, RegExp])[] = [
  [
    'configuration',
    /^(?:Processing activity|Found \d+ new commits?|Validating (?:submodules|configuration)|Verifying configuration|Running the protective block)/
  ],
  [
    'build',
    /^(?:Building application|Executing build hook|Reusing existing build|Installing build dependencies|Generating runtime configuration)/
  ],
  [
    'deploy',
    /^(?:Deploying applications|Re-?deploying environment|Executing deploy hook|Preparing deployment|Closing (?:service|all services)|Opening application|Uploading application)/
  ],
  ['post-deploy', /^Executing post[-_ ]deploy hook/]
]
const other = /^(?:Opening environment|Environment (?:configuration|routes|certificates)|Provisioning|Moving package)/
// Up to 2002.0 the commands of ece-tools had names instead of scenarios.
const scenario =
  /(?:Starting scenario\(s\): |Launching command [^\n]{0,80})scenario\/(?:build\/)?(generate|transfer|deploy|post-deploy)\.xml|Starting (build|generate|transfer|deploy|post-deploy)(?: command)?\. \(magento\//

/** What a title of the platform, or the first line of an ece-tools scenario, begins. */
export interface Title {
  /** Null for a platform step without a phase. */
  readonly phase: Phase | null
}

/** The title in a line; null for any other line. Sources: public activity logs of 2019 to 2026. */
export function titleOf(text: string): Title | null {
  const line = text.trimStart()
  const found = titles.find(([, pattern]) => pattern.test(line))
  if (found) return { phase: found[0] }
  if (other.test(line)) return { phase: null }
  const name = line.includes('Starting ') || line.includes('Launching ') ? scenario.exec(line) : null
  if (name === null) return null
  const begun = name[1] ?? name[2] ?? ''
  return { phase: begun === 'deploy' || begun === 'post-deploy' ? begun : 'build' }
}
