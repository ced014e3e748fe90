import type { Problem } from '../../errors.js'

/** A problem of one node, before equal problems of several nodes are merged. */
export interface NodeProblem extends Pick<Problem, 'id' | 'severity' | 'fix'> {
  readonly host: string
  /** Text after the name of the node, and after the names of several if that differs. */
  readonly says: string
  readonly sayTogether?: string
}

/** Merges equal problems of several nodes into one that names them all: `<host>, <host>: maintenance mode is on.` */
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
