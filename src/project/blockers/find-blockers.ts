import type { Blocker } from './blocker.js'
import { composerProblemsOf } from './composer-problems-of.js'
import type { ProblemStatement } from './problem-statement.js'
import { traceOwners, type Owner } from './trace-owners.js'

/** The packages that the target consists of, by default. */
export const targetPackages: readonly string[] = [
  'magento/magento-cloud-metapackage',
  'magento/product-enterprise-edition'
]

/**
 * The blockers in the text of "Your requirements could not be resolved": one entry per package, in Composer's order.
 * `core` are the root requirements that make up the target; they are never blockers. The text must not be wrapped
 * (`COLUMNS=10000`).
 */
export function findBlockers(text: string, core: readonly string[] = targetPackages): readonly Blocker[] {
  const found = new Map<string, Blocker>()
  for (const statements of composerProblemsOf(text)) {
    const blocker = blockerOf({ statements, core, ownerOf: traceOwners(statements, core) })
    const known = found.get(blocker.package)
    const chain = [...new Set([...(known?.chain ?? []), ...blocker.chain])].slice(0, 12)
    const isOwn = blocker.isOwn && known?.isOwn !== false
    found.set(blocker.package, { ...(known ?? blocker), isOwn, chain })
  }
  return [...found.values()]
}

interface Case {
  readonly statements: readonly ProblemStatement[]
  readonly core: readonly string[]
  readonly ownerOf: (name: string) => Owner | null
}

function blockerOf(problem: Case): Blocker {
  return ofDeadEnd(problem) ?? ofConflict(problem) ?? ofContention(problem) ?? ofLast(problem)
}

const isRuntime = /^(?:php(?:-.*)?|hhvm|ext-.*|lib-.*)$/

/** A requirement that nothing satisfies. */
function ofDeadEnd(problem: Case): Blocker | null {
  const { statements, core } = problem
  const ends = statements.filter(({ outcome }) => outcome !== '')
  const foreign = ends.find((end) => ownOf(problem, end) !== null)
  const end = foreign ?? ends[0]
  if (!end || end.outcome.includes('with another require')) return null
  const { target, constraint, outcome } = end
  const chain = chainTo(problem, end)
  const own = ownOf(problem, end)
  if (outcome.includes('affected by security advisories'))
    return {
      ...bare(target),
      kind: 'advisory',
      constraint: rootConstraint(problem, target),
      advisories: idsOf(outcome),
      chain
    }
  if (/were not loaded, because they|was not loaded, because it/.test(outcome))
    return { ...bare(target), kind: 'policy', constraint: rootConstraint(problem, target), chain }
  const [, extension] = /is missing (ext-[\w-]{1,60})/.exec(outcome) ?? []
  if (extension !== undefined) return ofRuntime(own, { ...end, target: extension, constraint: '*' }, chain)
  if (isRuntime.test(target)) return ofRuntime(own, end, chain)
  const [, pinned] = /your root composer\.json require \((.{1,200})\)/.exec(outcome) ?? []
  if (pinned !== undefined && !core.includes(target))
    return { ...bare(target), kind: 'requirement', constraint: pinned, needed: constraint, chain }
  if (own !== null && own.target !== target) return requirement(own, chain)
  if (core.includes(target)) return { ...bare(target), kind: 'target-missing', constraint, chain }
  return { ...bare(target), kind: 'absent', constraint, absence: absenceIn(outcome), isOwn: end.kind === 'root', chain }
}

function absenceIn(outcome: string): Blocker['absence'] {
  if (outcome.includes('could not be found')) return 'nowhere'
  if (outcome.includes('minimum-stability')) return 'stability'
  return outcome.includes('not match the constraint') ? 'constraint' : null
}

function ofRuntime(own: ProblemStatement | null, end: ProblemStatement, chain: readonly string[]): Blocker {
  const { target, constraint } = end
  if (own !== null && own.target !== target) return { ...requirement(own, chain), runtime: target, needed: constraint }
  return {
    ...bare(target),
    kind: 'runtime',
    constraint: own === null ? null : constraint,
    needed: constraint,
    runtime: target,
    chain
  }
}

function ofConflict(problem: Case): Blocker | null {
  const conflict = problem.statements.find(({ kind }) => kind === 'conflicts')
  if (!conflict) return null
  const chain = chainTo(problem, conflict)
  if (problem.statements.some(({ kind, package: name }) => kind === 'own' && name === conflict.package))
    return { ...bare(conflict.target), kind: 'own-conflict', constraint: conflict.constraint, chain }
  const own = ownerOutside(problem, conflict.package) ?? ownerOutside(problem, conflict.target)
  return own === null ? null : requirement(own, chain)
}

/** Two requirements that want different versions of one package, or packages that replace each other. */
function ofContention(problem: Case): Blocker | null {
  const { statements, core } = problem
  const wanted = statements.find(({ kind, outcome }) => kind === 'one-of' || outcome.includes('with another require'))
  if (!wanted) return null
  const { target } = wanted
  const asking = statements.filter(({ kind, target: asked }) => kind === 'requires' && asked === target)
  const pin = statements.find((root) => root.kind === 'root' && root.target === target && !core.includes(target))
  const others = asking.filter((statement) => ownOf(problem, statement)?.target !== target)
  if (pin) {
    const against = others.find((statement) => ownOf(problem, statement) === null) ?? others[0]
    const chain = against ? chainTo(problem, against) : [wanted.text]
    return { ...requirement(pin, chain), needed: against?.constraint ?? null }
  }
  const foreign = asking.find((statement) => ownOf(problem, statement) !== null)
  const own = foreign ? ownOf(problem, foreign) : ownerOutside(problem, target)
  if (own === null) return null
  return requirement(own, [...(foreign ? chainTo(problem, foreign) : []), ...(foreign ? [] : [wanted.text])])
}

/** If no line decides: the requirement that is not the target's, or what is locked. */
function ofLast({ statements, core }: Case): Blocker {
  const chain = statements.slice(0, 6).map(({ text }) => text)
  const root = statements.find(({ kind, target }) => kind === 'root' && !core.includes(target))
  if (root) return requirement(root, chain)
  const named = statements.find(({ target }) => target.includes('/') && !core.includes(target)) ?? statements[0]
  return { ...bare(named?.target ?? ''), kind: 'unknown', chain }
}

/** The root requirement that a statement comes from, or null if that is the target itself or unknown. */
function ownOf(problem: Case, statement: ProblemStatement): ProblemStatement | null {
  if (statement.kind === 'root') return problem.core.includes(statement.target) ? null : statement
  return ownerOutside(problem, statement.package)
}

function ownerOutside({ core, ownerOf, statements }: Case, name: string): ProblemStatement | null {
  const owner = ownerOf(name)
  if (owner) return core.includes(owner.root.target) ? null : owner.root
  const locked = statements.find(({ kind, target }) => kind === 'locked' && target === name)
  if (locked) return locked
  // A replaced or provided name breaks the path; a single requirement is unambiguous.
  const roots = statements.filter(({ kind, target }) => kind === 'root' && !core.includes(target))
  return roots.length === 1 && !name.startsWith('magento/') ? (roots[0] ?? null) : null
}

function chainTo({ ownerOf }: Case, end: ProblemStatement): readonly string[] {
  const path = end.kind === 'root' ? [] : (ownerOf(end.package)?.path ?? [])
  const texts = [...path, end].map(({ text }) => text)
  return texts.length <= 6 ? texts : [...texts.slice(0, 2), '…', ...texts.slice(-3)]
}

function rootConstraint({ statements }: Case, name: string): string | null {
  return statements.find(({ kind, target }) => kind === 'root' && target === name)?.constraint ?? null
}

function requirement(root: ProblemStatement, chain: readonly string[]): Blocker {
  const constraint = root.kind === 'locked' ? null : root.constraint
  return { ...bare(root.target), kind: 'requirement', constraint, chain }
}

function bare(name: string): Omit<Blocker, 'kind' | 'chain'> {
  return {
    package: name === '' ? 'composer.json' : name,
    constraint: null,
    needed: null,
    runtime: null,
    advisories: [],
    successor: null,
    absence: null,
    isOwn: false
  }
}

/** The ids inside `("PKSA-…", "CVE-…")`. */
function idsOf(outcome: string): readonly string[] {
  const list = outcome.slice(outcome.indexOf('("') + 2)
  return list
    .slice(0, Math.max(0, list.indexOf('")')))
    .split('", "')
    .filter((id) => /^[\w.:-]{1,100}$/.test(id))
    .slice(0, 20)
}
