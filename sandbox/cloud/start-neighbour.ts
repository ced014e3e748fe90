import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SshNode } from '../services/ssh-node.js'
import type { Neighbour } from './platform-state.js'

/** A running neighbour: its login, and a function that passes it the variables of the shop's logins. */
export interface RunningNeighbour {
  readonly login: string
  readonly node: SshNode
  /** Folder of its platform logs. */
  readonly logs: string
}

/** The version that every neighbour answers with: no upgrade of a test starts from it or leads to it. */
export const neighbourVersion = '2.3.7'

const program = `#!/usr/bin/env php
<?php
$answers = ['setup:db:status' => 'All modules are up to date.', 'maintenance:status' => 'Status: maintenance mode is not active'];
echo $answers[$argv[1] ?? ''] ?? 'Magento CLI ${neighbourVersion}', PHP_EOL;
`

/** Starts the login of another application or a worker: it looks like another, healthy shop. */
export async function startNeighbour(
  folder: string,
  { name, login }: Neighbour,
  startNode: (appRoot: string) => Promise<SshNode>
): Promise<RunningNeighbour> {
  const [appRoot, logs] = [join(folder, name, 'app'), join(folder, name, 'log')]
  for (const path of ['bin', 'var/log', 'app/etc', 'pub/media', 'pub/static'])
    await mkdir(join(appRoot, path), { recursive: true })
  await mkdir(logs, { recursive: true })
  await writeFile(join(appRoot, 'bin', 'magento'), program, { mode: 0o755 })
  await writeFile(join(logs, 'deploy.log'), `The deploy hook of ${name} ran.\n`)
  return { login, logs, node: await startNode(appRoot) }
}
