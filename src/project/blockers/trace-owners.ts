import type { ProblemStatement } from './problem-statement.js'

/** How a package is involved in a problem. */
export interface Owner {
  /** The root requirement that it comes from. */
  readonly root: ProblemStatement
  /** The statements from that requirement to the package; empty for the requirement itself. */
  readonly path: readonly ProblemStatement[]
}

interface Step {
  readonly name: string
  readonly root: ProblemStatement
  readonly before: Step | null
  readonly statement: ProblemStatement | null
}

/**
 * The root requirement that each package of a problem comes from. The target's own packages are followed first: what
 * they lead to belongs to the target, even if others also require it.
 */
export function traceOwners(
  statements: readonly ProblemStatement[],
  core: readonly string[]
): (name: string) => Owner | null {
  const links = new Map<string, ProblemStatement[]>()
  for (const statement of statements.filter(({ kind }) => kind === 'requires'))
    links.set(statement.package, [...(links.get(statement.package) ?? []), statement])
  const roots = statements.filter(({ kind }) => kind === 'root')
  const isCore = ({ target }: ProblemStatement): boolean => core.includes(target)
  const reached = new Map<string, Step>()
  for (const some of [roots.filter(isCore), roots.filter((root) => !isCore(root))]) {
    const queue: Step[] = some.map((root) => ({ name: root.target, root, before: null, statement: null }))
    for (const step of queue) {
      // A requirement of composer.json keeps its own owner, even if the target requires the package too.
      if (reached.has(step.name) && step.before !== null) continue
      reached.set(step.name, step)
      for (const statement of links.get(step.name) ?? [])
        if (!reached.has(statement.target))
          queue.push({ name: statement.target, root: step.root, before: step, statement })
    }
  }
  return (name) => {
    const found = reached.get(name)
    return found ? { root: found.root, path: pathTo(found) } : null
  }
}

function pathTo(last: Step): readonly ProblemStatement[] {
  const path: ProblemStatement[] = []
  for (let step: Step | null = last; step !== null; step = step.before) if (step.statement) path.unshift(step.statement)
  return path
}
