import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  isProven,
  parseManifest,
  stateOf,
  type BackupManifest,
  type ManifestDump
} from '../../../../src/steps/backup/manifest/manifest.js'
import {
  count,
  fileName,
  objectNames,
  oneLine,
  sha256,
  words
} from '../../../../src/steps/backup/manifest/manifest-texts.js'
import { writeBackup } from '../../../helpers/written-backup.js'

describe('what dumps are worth together', () => {
  const dump = (given: object = {}): ManifestDump =>
    ({
      proofs: [{ passed: true }],
      rehearsal: { passed: true },
      nonTransactional: [],
      ...given
    }) as unknown as ManifestDump
  const failedProof = { proofs: [{ passed: true }, { passed: false }] }

  test.each([
    ['proven', [dump(), dump()]],
    ['proven-without-rehearsal', [dump(), dump({ rehearsal: null })]],
    ['inconsistent', [dump(), dump({ nonTransactional: ['a'] })]],
    ['inconsistent', [dump({ rehearsal: null }), dump({ nonTransactional: ['a'] })]],
    ['failed', [dump(), dump(failedProof)]],
    ['failed', [dump(), dump({ rehearsal: { passed: false } })]],
    ['failed', [dump({ nonTransactional: ['a'] }), dump(failedProof)]],
    ['failed', [dump({ rehearsal: null }), dump(failedProof)]]
  ])('%s', (state, dumps) => {
    expect(stateOf(dumps)).toBe(state)
    expect(stateOf(dumps.toReversed())).toBe(state)
  })

  test('two of the states can be relied on', () => {
    const states = ['proven', 'proven-without-rehearsal', 'inconsistent', 'failed'] as const
    expect(states.filter(isProven)).toEqual(['proven', 'proven-without-rehearsal'])
  })
})

describe('what a manifest may say', () => {
  const taken = (shape: typeof fileName, ...texts: readonly string[]): readonly string[] =>
    texts.filter((text) => shape.safeParse(text).success)

  test('names of files are plain', () => {
    const good = ['a', 'a-b.sql.gz', '_x', `a${'b'.repeat(254)}`]
    expect(taken(fileName, ...good)).toEqual(good)
    expect(taken(fileName, '', '.', '..', '.a', '-a', 'a/b', '../a', 'a b', 'a\n', 'é', `a${'b'.repeat(255)}`)).toEqual(
      []
    )
  })

  test('names are on one line', () => {
    const good = ['', 'feature/x', 'ü'.repeat(1000)]
    expect(taken(oneLine, ...good)).toEqual(good)
    expect(taken(oneLine, 'a\nb', 'a\u001b', 'a\u202eb', 'a\u2028b', 'a\u2029b', 'a'.repeat(1001))).toEqual([])
  })

  test('checksums have 64 digits', () => {
    expect(taken(sha256, 'a0'.repeat(32))).toHaveLength(1)
    expect(
      taken(sha256, 'A0'.repeat(32), 'a0'.repeat(31), `${'a0'.repeat(32)}0`, 'g0'.repeat(32), `x ${'a0'.repeat(32)}`)
    ).toEqual([])
  })

  test('numbers count things', () => {
    expect([0, 1, 2 ** 40].every((number) => count.safeParse(number).success)).toBe(true)
    expect([-1, 1.5, '1', null].some((number) => count.safeParse(number).success)).toBe(false)
  })

  test('names of tables may be odd, but not endless', () => {
    expect(objectNames.parse(['a\nb', ''])).toEqual(['a\nb', ''])
    expect(objectNames.safeParse(['a'.repeat(1001)]).success).toBe(false)
  })

  test('words are cleaned and cut', () => {
    expect(words.parse('a\u001b[2Jb\nc\u202ed\u2028e')).toBe('ab c d e')
    expect(words.parse('x'.repeat(20_001))).toHaveLength(20_000)
  })
})

describe('the text of a manifest', () => {
  let folder: string
  let plain: BackupManifest
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'manifest-'))
    plain = parseManifest(readFileSync(join(writeBackup(folder), 'manifest.json'), 'utf8'), 'it')
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })
  const parse = (given: object, dumps: readonly object[] = [{}]): BackupManifest => {
    const all = dumps.map((dump) => ({ ...plain.dumps[0], ...dump }))
    return parseManifest(JSON.stringify({ ...plain, ...given, dumps: all }), 'it')
  }

  test('keeps everything that it says', () => {
    const rehearsal = { passed: true, seconds: 1.5, server: '11', tables: 1, rows: 2, orphans: ['a'], detail: 'b' }
    const unrehearsed = { why: 'no server', attempted: true }
    const outside = [{ schema: 's', name: 'n', columns: ['c'] }]
    const dump = {
      ...{ proofs: [{ id: 'gzip', passed: true, detail: 'd' }], rehearsal, unrehearsed, outside },
      ...{ source: 'replica', encryption: 'age', withoutHistory: ['t'], longestStatement: 3, collation: 'c' }
    }
    const promises = [{ id: 'honest', kept: true, detail: 'd' }]
    const read = parse({ promises, notCovered: ['media'] }, [dump])
    expect([read.promises, read.notCovered, read.dumps]).toEqual([
      promises,
      ['media'],
      [{ ...plain.dumps[0], ...dump }]
    ])
  })

  test('of an older version lacks what came later', () => {
    const { outside, withoutHistory, unrehearsed } =
      parse({}, [{ outside: undefined, withoutHistory: undefined, unrehearsed: undefined }]).dumps[0] ?? {}
    expect([outside, withoutHistory, unrehearsed]).toEqual([[], [], null])
  })

  test('names each file once, and not itself', () => {
    const media = { folder: 'media', checksums: 'media.sha256', checksumsSha256: 'a'.repeat(64), files: 0, bytes: 0 }
    expect(parse({ media }, [{}, { file: 'b.sql.gz' }]).dumps).toHaveLength(2)
    expect(parse({}, [{ file: null }, { file: null }]).dumps).toHaveLength(2)
    const twice: readonly (readonly [object, readonly object[]])[] = [
      [{}, [{}, {}]],
      [{}, [{ file: 'manifest.json' }]],
      [{ media: { ...media, checksums: 'media' } }, [{}]],
      [{ media: { ...media, folder: 'database.sql.gz' } }, [{}]],
      [{ media: { ...media, checksums: 'manifest.json' } }, [{}]]
    ]
    for (const [given, dumps] of twice) expect(() => parse(given, dumps)).toThrow(/not a manifest .*twice, or itself/)
  })

  test('that is no JSON, or endless, is told in few words', () => {
    expect(() => parseManifest('{', 'it')).toThrow('it is not a manifest of a backup: it is not JSON.')
    const error = (): unknown =>
      parse(Object.fromEntries(Array.from({ length: 99 }, (_, index) => [index, 1])), [
        { rows: { ['x'.repeat(2000)]: 1 } }
      ])
    expect(error).toThrow(/is not a manifest of a backup: .{1,1000}\.$/s)
  })
})
