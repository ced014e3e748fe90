import { expect, test } from '@jest/globals'
import { files } from '../../../src/tools/files.js'
import { withPinnedSsh } from '../../../src/tools/ssh/pinned-ssh.js'

/** The programs that are written, by their paths, and the environment that goes with them. */
async function write(hostKey: 'pinned' | 'accept-new', environment: Record<string, string> = { PATH: "/it's/bin" }) {
  const programs: Record<string, string> = {}
  const writeProgram = (path: string, text: string): Promise<void> => {
    programs[path] = text
    return Promise.resolve()
  }
  const pinned = { folder: '/run/bin', knownHostsFile: "/it's/known_hosts", hostKey }
  const env = await withPinnedSsh({ ...files, writeProgram }, environment, pinned)
  return { programs, env }
}
const flags = [
  ...['BatchMode=yes', 'IdentitiesOnly=yes', 'IdentityAgent=none', "UserKnownHostsFile=/it'\\''s/known_hosts"],
  ...['GlobalKnownHostsFile=/dev/null', 'UpdateHostKeys=no', 'ServerAliveInterval=15', 'ServerAliveCountMax=4']
]
  .map((flag) => `-o '${flag}'`)
  .join(' ')
const head = "#!/bin/sh\nunset MAGENTO_CLOUD_CLI_TOKEN MAGENTO_CLOUD_CLI_API_TOKEN\nPATH='/it'\\''s/bin'\nexport PATH\n"

test('pinned keys are the only ones', async () => {
  const { programs, env } = await write('pinned')
  expect(programs).toEqual({
    '/run/bin/ssh': `${head}strict=yes\nexec ssh -F none -o "StrictHostKeyChecking=$strict" ${flags} "$@"\n`,
    '/run/bin/ssh-keygen': `${head}exec ssh-keygen "$@"\n`,
    '/run/bin/curl': `${head}exec curl "$@"\n`
  })
  expect(env).toEqual({ PATH: "/run/bin:/it's/bin" })
})

test('a new key is accepted only for a host that no key is known of', async () => {
  const { programs, env } = await write('accept-new', { HOME: '/home/me' })
  const path = '/usr/local/bin:/usr/bin:/bin'
  expect(programs['/run/bin/ssh']).toContain(`PATH='${path}'\nexport PATH\nname=$(ssh -F none -G "$@"`)
  expect(programs['/run/bin/ssh']).toContain(
    `strict=accept-new\nif [ -n "$(ssh-keygen -F "$name" -f '/it'\\''s/known_hosts' 2>/dev/null)" ]; then strict=yes; fi\nexec ssh`
  )
  expect(env).toEqual({ HOME: '/home/me', PATH: `/run/bin:${path}` })
})
