import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Sandbox } from '../../sandbox/sandbox-options.js'

/** A mirror that offers the sandbox's command line as a release would be: a PHP program with a checksum. */
export interface CliMirror {
  /** The inputs that lead to it. */
  readonly inputs: Readonly<Record<string, string>>
  stop(): void
}

/** Serves it on loopback. */
export async function startCliMirror({ directory }: Sandbox): Promise<CliMirror> {
  const program = Buffer.from(join(directory, 'bin', 'magento-cloud')).toString('base64')
  const php = `#!/usr/bin/env php
<?php
$process = proc_open([base64_decode('${program}'), ...array_slice($argv, 1)], [STDIN, STDOUT, STDERR], $pipes);
exit(proc_close($process));
`
  const server = createServer((request, response) => {
    if (request.url === '/magento-cloud-1.47.0') response.end(php)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/magento-cloud-{version}`
  const sum = createHash('sha256').update(php).digest('hex')
  return { inputs: { 'cli-url': url, 'cli-sha256': sum }, stop: () => void server.close() }
}
