import { expect, jest, test } from '@jest/globals'

jest.unstable_mockModule('../../sandbox/start-sandbox.js', () => ({
  startSandbox: () => Promise.reject(new Error('cut off'))
}))
const { startWithProgress } = await import('../../src/cli/start-with-progress.js')

test('the start of a sandbox is shown before its code is loaded, and a stop of it is no bug', async () => {
  let said = ''
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    said += String(chunk)
    return true
  })
  try {
    const started = startWithProgress({}, AbortSignal.abort('SIGINT'))
    expect(said).toContain('sandbox')
    await expect(started).rejects.toMatchObject({ code: 'interrupted', exitCode: 130 })
    await expect(startWithProgress({}, new AbortController().signal)).rejects.toThrow('cut off')
  } finally {
    spy.mockRestore()
  }
})
