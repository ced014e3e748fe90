import type { DeploymentActivity } from './deployment-activity.js'

/** Which deployment is waited for. */
export interface Wanted {
  readonly commit: string
  /** When it was pushed, in milliseconds since 1970. */
  readonly pushedAt: number
  /** When the deployment must have begun, in milliseconds of the run's own clock. */
  readonly startBy: number
  /** When it must have ended, by the same clock. */
  readonly endBy: number
}

/** The state of the environment, besides its activities. */
export interface EnvironmentState {
  readonly status: string
  readonly headCommit: string | null
  readonly lastDeploymentSuccessful: boolean | null
  /** Milliseconds since 1970. */
  readonly lastDeploymentAt: number | null
}

/** A successful poll of the platform. */
export interface PollResult {
  /** Milliseconds of the run's own clock. */
  readonly at: number
  /** The pushes to this environment. */
  readonly pushes: readonly DeploymentActivity[]
  /** The GitHub integration's fetches, newest first. */
  readonly fetches: readonly DeploymentActivity[]
  readonly integration: boolean | null
  /** Read once the deployment has ended, or is late; null otherwise. */
  readonly environment: EnvironmentState | null
  /** The log so far of the commit's own activity; null if it could not be read. */
  readonly log: string | null
}

/** A failed poll. */
export interface PollError {
  readonly at: number
  readonly error: string
  /** Whether the next poll may succeed by itself. */
  readonly passing: boolean
}
