import { assetPath } from '../assets-directory.js'
import { freePort, isListening } from './free-port.js'
import { startProcess } from './process.js'

/** The web server in front of an application. */
export interface Storefront {
  readonly url: string
  stop(): Promise<void>
}

/** Starts PHP's own web server on loopback. It looks up the application root for each request. */
export async function startStorefront({
  directory,
  appRoot,
  binDirectory
}: {
  readonly directory: string
  readonly appRoot: string
  /** Folder of programs that come before those of the machine; none if omitted. */
  readonly binDirectory?: string
}): Promise<Storefront> {
  const port = await freePort()
  const env = {
    PATH: [...(binDirectory === undefined ? [] : [binDirectory]), process.env['PATH'] ?? ''].join(':'),
    HOME: directory,
    SANDBOX_APP_ROOT: appRoot,
    PHP_CLI_SERVER_WORKERS: '2'
  }
  const service = await startProcess(
    [
      'php',
      '-d',
      'display_errors=0',
      '-d',
      'opcache.enable=0',
      '-d',
      'realpath_cache_size=0',
      '-S',
      `127.0.0.1:${port}`,
      assetPath('storefront', 'router.php')
    ],
    {
      directory,
      name: 'storefront',
      env,
      isReady: () => isListening(port)
    }
  )
  return { url: `http://127.0.0.1:${port}`, stop: () => service.stop() }
}
