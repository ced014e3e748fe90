/** What stands in the way of the target, as Composer's own words tell it. */
export interface Blocker {
  /**
   * `requirement`: one of composer.json's own requirements; `runtime`: PHP or an extension; `advisory` and `policy`:
   * Composer refuses the version; `absent`: no repository has it; `target-missing`: the target itself does not exist;
   * `own-conflict`: the section `conflict` of composer.json; `unknown`: the words say no more.
   */
  readonly kind:
    'requirement' | 'runtime' | 'advisory' | 'policy' | 'absent' | 'target-missing' | 'own-conflict' | 'unknown'
  /** The package to act on: a root requirement, `php`, `ext-…`, or a package of the target. */
  readonly package: string
  /** What composer.json requires of it; null where it is no root requirement. */
  readonly constraint: string | null
  /** What would be needed of it; null where Composer does not say. */
  readonly needed: string | null
  /** The platform package that is missing or has another version, e.g. `php`, beside `package`. */
  readonly runtime: string | null
  /** Ids of advisories. */
  readonly advisories: readonly string[]
  /** The package that its makers name in its place, where it is abandoned. */
  readonly successor: string | null
  /** Of what is `absent`: what Composer says of it. */
  readonly absence: 'nowhere' | 'stability' | 'constraint' | null
  /** Whether composer.json itself asks for what is `absent`. */
  readonly isOwn: boolean
  /** The statements that lead from composer.json to the decisive line. */
  readonly chain: readonly string[]
}
