import type { Problem } from '../../errors.js'

/** A problem of one node, before the nodes that have it alike are named in one. */
export interface NodeProblem extends Pick<Problem, 'id' | 'severity' | 'fix'> {
  readonly host: string
  /** What stands behind the name of the node, and behind the names of several where that differs. */
  readonly says: string
  readonly sayTogether?: string
}

/** Problems that several nodes have alike as one, which names them all: `<host>, <host>: maintenance mode is on.` */
export function nameNodes(problems: readonly NodeProblem[]): readonly Problem[] {
  const groups = new Map<string, NodeProblem[]>()
  for (const problem of problems) {
    const { id, severity, says, fix } = problem
    const key = JSON.stringify([id, severity, says, fix])
    groups.set(key, [...(groups.get(key) ?? []), problem])
  }
  return [...groups.values()].flatMap(named)
}

function named(group: readonly NodeProblem[]): readonly Problem[] {
  const [first] = group
  if (!first) return []
  const { id, severity, says, sayTogether = says, fix } = first
  const hosts = [...new Set(group.map(({ host }) => host))]
  return [{ id, severity, hosts, message: `${hosts.join(', ')}${hosts.length === 1 ? says : sayTogether}`, fix }]
}
