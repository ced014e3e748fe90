import { expect, test } from '@jest/globals'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hiddenPlaces } from '../../../src/tools/isolation/hidden-places.js'

test('the program and the bundle that it loads do not change, wherever they lie', async () => {
  const dist = mkdtempSync(join(tmpdir(), 'program-'))
  for (const folder of ['bundle', 'cli']) mkdirSync(join(dist, folder))
  const entry = process.argv[1] ?? ''
  try {
    const sealed = async (path: string): Promise<readonly string[]> => {
      process.argv[1] = path
      return (await hiddenPlaces({ writable: [], sealed: [], hidden: [] })).sealed
    }
    expect(await sealed(join(dist, 'index.js'))).toEqual([dist])
    expect(await sealed(join(dist, 'cli', 'index.js'))).toEqual([join(dist, 'cli'), join(dist, 'bundle')])
  } finally {
    process.argv[1] = entry
    rmSync(dist, { recursive: true })
  }
})
