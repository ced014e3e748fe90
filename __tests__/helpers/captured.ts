import { jest } from '@jest/globals'

/** Runs `task` with only these variables, as the runner would set them; returns what went to stdout. */
export async function captured(
  variables: Readonly<Record<string, string>>,
  task: () => Promise<void> | void
): Promise<string> {
  const before = { ...process.env }
  const written: string[] = []
  for (const name of Object.keys(process.env))
    if (/^(INPUT_|GITHUB_|RUNNER_)/.test(name)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, variables)
  const spy = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    written.push(String(chunk))
    return true
  })
  try {
    await task()
    return written.join('')
  } finally {
    spy.mockRestore()
    process.env = before
    process.exitCode = undefined
  }
}
