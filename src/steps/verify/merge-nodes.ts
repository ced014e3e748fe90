import type { Problem } from '../../errors.js'

/** Problems that several nodes have alike as one, which names them all: `<host>, <host>: maintenance mode is on.` */
export function mergeNodes(hosts: readonly string[], problems: readonly Problem[]): readonly Problem[] {
  const groups = new Map<string, { readonly problem: Problem; readonly said: string; readonly hosts: string[] }>()
  for (const problem of problems) {
    const host = hosts.find((one) => problem.message.startsWith(`${one}: `)) ?? ''
    const said = host === '' ? problem.message : problem.message.slice(host.length)
    const key = JSON.stringify([problem.id, said])
    const group = groups.get(key) ?? { problem, said, hosts: [] }
    if (host !== '') group.hosts.push(host)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ problem, said, hosts: named }) => ({
    ...problem,
    message: `${named.join(', ')}${said}`
  }))
}
