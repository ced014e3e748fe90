import { isFailure, type Problem } from '../../errors.js'
import { sshFailureFix } from '../../tools/ssh/failure.js'
import type { Ssh, SshHost } from '../../tools/ssh/ssh.js'

/** SSH access to the nodes of the environment. */
export interface SshReach {
  ssh(): Promise<Ssh>
  hosts(): Promise<readonly SshHost[]>
}

const timeoutSeconds = 60

/** Logs in to every node once, so that a wrong key is found before anything has changed. */
export async function checkSsh(access: SshReach): Promise<readonly Problem[]> {
  try {
    // An unusable key is reported even if the platform does not answer.
    const ssh = await access.ssh()
    const hosts = await access.hosts()
    return (await Promise.all(hosts.map((host) => checkLogin(ssh, host)))).flat()
  } catch (error) {
    if (!isFailure(error)) throw error
    return [{ id: `ssh-${error.code}`, severity: 'error', message: error.message, fix: error.next }]
  }
}

async function checkLogin(ssh: Ssh, host: SshHost): Promise<readonly Problem[]> {
  const look = (): ReturnType<Ssh['script']> => ssh.script(host, 'true', { timeoutSeconds })
  let answer = await look()
  // Retried, because a login changes nothing.
  if (answer.failureKind === 'connection') answer = await look()
  const { failure, failureKind } = answer
  if (failure === null || failureKind === null) return []
  const id = failureKind === 'login' ? 'ssh-bad-secret' : 'ssh-login'
  const message = `Login to ${host} failed: ${failure}.`
  return [{ id, severity: 'error', message, fix: sshFailureFix(failureKind, host) }]
}
