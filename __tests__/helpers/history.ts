import fc from 'fast-check'

/** How a deployment ends in truth. The last three are called a success by the platform's activity, `staged` sometimes is. */
export type Ending =
  'success' | 'failure' | 'never' | 'cancelled' | 'staged' | 'deploy-hook' | 'post-deploy-hook' | 'environment'

/** One deployment of the environment. All times are seconds after our push. */
export interface TrueDeployment {
  readonly id: string
  readonly type: 'environment.push' | 'environment.redeploy'
  /** Whether it deploys our commit. */
  readonly ours: boolean
  readonly createdAt: number
  readonly startedAt: number
  /** Infinity if it never ends. */
  readonly endedAt: number
  /** From then on the API returns the result. */
  readonly resultAt: number
  readonly ending: Ending
  /** How its JSON looks. */
  readonly shape: Shape
}

/** What the platform says of the commits of a push. */
export type Shape = 'head' | 'payload' | 'bigger' | 'merge' | 'unlisted' | 'trap-old-head' | 'trap-payload' | 'plain'

/** A fetch of the GitHub integration. */
export interface TrueFetch {
  readonly createdAt: number
  readonly endedAt: number
  readonly result: 'success' | 'failure'
}

/** A time in which the platform answers badly. */
export interface Outage {
  readonly from: number
  readonly to: number
  readonly what: 'all' | 'pushes' | 'redeploys' | 'fetches' | 'log' | 'environment'
  readonly how: Disorder
  /** Seconds that a 429 asks for; null if it asks for none. */
  readonly retryAfter: number | null
}

const passing = ['429', '500', '502', '503', 'html', 'truncated', 'empty', 'object', 'timeout', 'dns', 'reset'] as const
const stubborn = ['401', '403', 'login'] as const

/** What a bad answer looks like. `flicker` is gone at the second try. */
export type Disorder = (typeof passing)[number] | (typeof stubborn)[number] | 'flicker'

/** Whether only the user can fix it. */
export function isStubborn(how: Disorder): boolean {
  return (stubborn as readonly string[]).includes(how)
}

/** A time in which lists lack a deployment that is there. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly id: string
}

/** All that is true of one wait. */
export interface History {
  readonly environment: string
  readonly deployments: readonly TrueDeployment[]
  readonly fetches: readonly TrueFetch[]
  readonly outages: readonly Outage[]
  readonly gaps: readonly Gap[]
  readonly reorders: boolean
  readonly active: boolean
}

// Looks come at multiples of 10 seconds, events between them.
const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.floor(min / 10), max: Math.floor(max / 10) }).map((tens) => tens * 10 + 5)
const lengths = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max: max / 10 }).map((tens) => tens * 10)
const endings: fc.Arbitrary<Ending> = fc.oneof(
  { weight: 4, arbitrary: fc.constant('success' as const) },
  { weight: 2, arbitrary: fc.constant('failure' as const) },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Ending>('deploy-hook', 'post-deploy-hook', 'environment', 'cancelled')
  },
  { weight: 1, arbitrary: fc.constant('never' as const) }
)

interface Planned {
  readonly type: TrueDeployment['type']
  readonly own: boolean
  readonly createdAt: number
  readonly seconds: number
  readonly lag: number
  readonly ending: Ending
  readonly shape: Shape
}

function planned(own: boolean, type: Planned['type'], times: fc.Arbitrary<number>): fc.Arbitrary<Planned> {
  return fc.record({
    type: fc.constant(type),
    own: fc.constant(own),
    createdAt: times,
    seconds: lengths(300),
    lag: fc.oneof(fc.constant(0), lengths(40)),
    ending: endings,
    shape: own
      ? fc.constantFrom<Shape>('head', 'payload', 'bigger')
      : fc.constantFrom<Shape>('plain', 'trap-old-head', 'trap-payload')
  })
}

const outage: fc.Arbitrary<Outage> = fc
  .record({
    from: between(0, 900),
    seconds: fc.oneof({ weight: 6, arbitrary: lengths(60) }, { weight: 1, arbitrary: lengths(1000) }),
    what: fc.constantFrom<Outage['what']>('all', 'all', 'pushes', 'redeploys', 'fetches', 'log', 'environment'),
    how: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom<Disorder>(...passing) },
      { weight: 2, arbitrary: fc.constant<Disorder>('flicker') },
      { weight: 1, arbitrary: fc.constantFrom<Disorder>(...stubborn) }
    ),
    retryAfter: fc.oneof(fc.constant(null), lengths(120))
  })
  .map(({ from, seconds, ...more }) => ({ from, to: from + seconds, ...more }))

/** Histories of every kind that the documentation of the platform, and its disorders, allow. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    pullRequest: fc.boolean(),
    pullRequestShape: fc.constantFrom<Shape>('merge', 'unlisted', 'head'),
    earlier: fc.array(planned(false, 'environment.push', between(-3600, -75)), { maxLength: 3 }),
    own: fc.option(planned(true, 'environment.push', between(0, 290)), { freq: 5 }),
    later: fc.array(planned(false, 'environment.push', between(0, 700)), { maxLength: 2 }),
    redeploys: fc.array(planned(false, 'environment.redeploy', between(-3600, 900)), { maxLength: 2 }),
    fetches: fc.array(
      fc.record({
        createdAt: between(-600, 200),
        endedAt: fc.oneof({ weight: 9, arbitrary: between(200, 300) }, { weight: 1, arbitrary: fc.constant(Infinity) }),
        result: fc.constantFrom('success' as const, 'failure' as const)
      }),
      { maxLength: 2 }
    ),
    outages: fc.array(outage, { maxLength: 4 }),
    gaps: fc.array(fc.record({ from: between(0, 900), nth: fc.nat(7), when: fc.nat(2) }), { maxLength: 3 }),
    reorders: fc.boolean(),
    manual: fc.nat(5).map((one) => one === 0),
    active: fc.constantFrom(true, true, true, false)
  })
  .map((made) => {
    const inPullRequest = made.pullRequest && made.own !== null
    const own = made.own && { ...made.own, shape: inPullRequest ? made.pullRequestShape : made.own.shape }
    // What cannot be told apart by the platform's own words is no history: see the test of its time.
    const others = [...made.earlier, ...made.later].map((one): Planned =>
      inPullRequest && one.shape === 'plain' ? { ...one, shape: 'merge' } : one
    )
    const deployments = queue(
      [...others, ...made.redeploys, ...(own ? [own] : [])].map(made.manual ? byHand : (one) => one)
    )
    return {
      environment: inPullRequest ? 'pr-12' : 'feature/x',
      deployments,
      fetches: made.fetches,
      outages: made.outages,
      // Two looks at most: what a list lacks for longer is not there.
      gaps: made.gaps.map(({ from: anyTime, nth, when }) => {
        // Where it hurts: right after an outage, and when something has just ended.
        const ends = deployments.map(({ endedAt }) => endedAt).filter((end) => end > 0 && end < 900)
        const times = [[], made.outages.map(({ to }) => to), ends][when] ?? []
        const from = times[nth % times.length] ?? anyTime
        return { from, to: from + 20, id: deployments[nth % deployments.length]?.id ?? '' }
      }),
      reorders: made.reorders,
      active: made.active
    }
  })

// Only what brings something new is staged.
function byHand(one: Planned): Planned {
  const waits = one.type === 'environment.push' && one.ending !== 'cancelled' && one.ending !== 'never'
  return waits ? { ...one, ending: 'staged' } : one
}

// One at a time, in the order of their creation; a cancelled one never begins.
function queue(all: readonly Planned[]): readonly TrueDeployment[] {
  let free = -Infinity
  let deploysOurs = false
  return all
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(({ type, own, createdAt, seconds, lag, ending, shape }, index) => {
      const isPush = type === 'environment.push'
      const ours = isPush ? own : deploysOurs
      // What is staged is not what a redeployment deploys.
      if (isPush && ending !== 'staged') deploysOurs = own
      const startedAt = ending === 'cancelled' ? createdAt : Math.max(createdAt, free)
      const endedAt = ending === 'never' ? Infinity : startedAt + seconds
      free = Math.max(free, endedAt)
      // Two that were created in the same second still have an order.
      const at = createdAt + index / 1000
      return {
        id: `act${index}`,
        type,
        ours,
        createdAt: at,
        startedAt,
        endedAt,
        resultAt: ending === 'cancelled' || ending === 'staged' ? endedAt : endedAt + lag,
        ending,
        shape
      }
    })
}
