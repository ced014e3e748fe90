/** A blocker of the target, from Composer's output. */
export interface Blocker {
  /**
   * `requirement`: one of composer.json's own requirements; `runtime`: PHP or an extension; `advisory` and `policy`:
   * Composer refuses the version; `absent`: no repository has it; `target-missing`: the target itself does not exist;
   * `own-conflict`: the section `conflict` of composer.json; `unknown`: the output says no more.
   */
  readonly kind:
    'requirement' | 'runtime' | 'advisory' | 'policy' | 'absent' | 'target-missing' | 'own-conflict' | 'unknown'
  /** The package to act on: a root requirement, `php`, `ext-…`, or a package of the target. */
  readonly package: string
  /** The constraint in composer.json; null if it is not a root requirement. */
  readonly constraint: string | null
  /** The required constraint; null if Composer does not say. */
  readonly needed: string | null
  /** The platform package that is missing or has a wrong version, e.g. `php`, besides `package`. */
  readonly runtime: string | null
  /** Ids of advisories. */
  readonly advisories: readonly string[]
  /** The successor named by its makers, if it is abandoned. */
  readonly successor: string | null
  /** For `absent`: Composer's message. */
  readonly absence: 'nowhere' | 'stability' | 'constraint' | null
  /** Whether composer.json itself requires the `absent` package. */
  readonly isOwn: boolean
  /** The statements that lead from composer.json to the decisive line. */
  readonly chain: readonly string[]
}
