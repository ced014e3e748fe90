import type { Ssh } from '../tools/ssh/ssh.js'
import type { EnvironmentAccess } from './environment-access.js'

/** `reach` whose logs and script answers are redacted with `redact`, so that they can be shown. */
export function redactedAccess(access: EnvironmentAccess, redact: (text: string) => string): EnvironmentAccess {
  const { cloud } = access
  return {
    application: access.application,
    environment: access.environment,
    hosts: () => access.hosts(),
    ssh: async () => redactedSsh(await access.ssh(), redact),
    cloud: cloud && {
      ...cloud,
      activityLog: async (id) => redact(await cloud.activityLog(id)),
      log: async (name, lines) => redact(await cloud.log(name, lines))
    }
  }
}

function redactedSsh(ssh: Ssh, redact: (text: string) => string): Ssh {
  return {
    ...ssh,
    script: async (...call) => {
      const result = await ssh.script(...call)
      return { ...result, stdout: redact(result.stdout), stderr: redact(result.stderr) }
    }
  }
}
