import type { DeployFault } from './deploy-faults.js'

export type { DeployFault }

/** The size and shape of one stand-in platform. Everything has a default. */
export interface SandboxOptions {
  /** Product version that the project runs at the start, e.g. `2.4.7-p3`. */
  readonly fromVersion?: string
  /** `starter`: one container per environment; `pro`: staging and production on three dedicated nodes each. */
  readonly plan?: 'starter' | 'pro'
  /** Id of the environment (= branch) that is prepared and deployed at the start: `integration`, `staging` or `production`. */
  readonly environment?: 'integration' | 'staging' | 'production'
  /** `allow-list`: the current template .gitignore; `deny-list`: the older one that tracks marshaled files. */
  readonly layout?: 'allow-list' | 'deny-list'
  /** `github`: the project mirrors the GitHub remote `origin`; `direct`: the Cloud remote is pushed to. */
  readonly topology?: 'github' | 'direct'
  /** Number of packages in the lock, 20 to 750. */
  readonly packages?: number
  /** Number of files below the mapped paths of the base packages. */
  readonly mappedFiles?: number
  /** Weight of each module's archive, for measurements; tiny where left out. */
  readonly packageKilobytes?: number
  /** See `CatalogOptions`. */
  readonly baseKilobytes?: number
  /** Further source files in each module's archive, for measurements; none where left out. */
  readonly packageFiles?: number
  /** Rows in the sales tables. */
  readonly databaseRows?: number
  /** A third-party extension in the project: none, one that has a release for each line, or one that caps at the line that runs. */
  readonly extension?: 'none' | 'follows' | 'blocks'
  /** What runs beside the shop, each with a login of its own: other applications, and workers as `mymagento--queue`. */
  readonly neighbours?: readonly string[]
  /** Whether ADMIN_EMAIL is set on the environment. */
  readonly adminEmail?: boolean
  /** Version of ece-tools that the project runs at the start; older than 2002.0.16 makes ADMIN_EMAIL matter. */
  readonly eceTools?: string
  /** Length of a scripted deployment beyond its real work, in seconds. */
  readonly deploySeconds?: number
  /** How the deployments after the first one go wrong; well where left out. */
  readonly fault?: DeployFault
  /** Called with a few words as each part is started. */
  readonly onPart?: (part: string) => void
  /** Folder for everything; a new private one below the temporary directory where left out. */
  readonly directory?: string
}

/** A running stand-in platform. */
export interface Sandbox {
  readonly directory: string
  /** The developer's clone of the project: clean, on the branch of the environment, with its remotes set. */
  readonly checkout: string
  /** Bare repository behind the remote `origin`. */
  readonly origin: string
  readonly projectId: string
  readonly environment: string
  /** Environment variables for a process that uses the platform: PATH with the stand-in magento-cloud and ssh first, HOME, endpoints. No secrets. */
  readonly env: Readonly<Record<string, string>>
  readonly credentials: {
    readonly composerUsername: string
    readonly composerPassword: string
    readonly cloudToken: string
    readonly databasePassword: string
    readonly githubToken: string
  }
  /** The GitHub API of `origin`, also GITHUB_API_URL in `env`. */
  readonly githubApiUrl: string
  /** known_hosts lines that pin the platform's SSH hosts. */
  readonly knownHosts: string
  readonly composerRepositoryUrl: string
  readonly storefrontUrl: string
  /** Makes the next deployments fail in a scripted way, or well again with null. */
  setFault(fault: DeployFault | null): Promise<void>
  /** Waits until every deployment that was begun has ended. */
  idle(): Promise<void>
  /** Ends every process that the sandbox started and removes `directory` unless it was given. */
  stop(): Promise<void>
}
