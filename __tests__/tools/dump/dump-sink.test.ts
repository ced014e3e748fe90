import { afterAll, expect, test } from '@jest/globals'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { dumpFiles } from '../../../src/tools/dump/dump-file.js'
import { openDumpSink } from '../../../src/tools/dump/dump-sink.js'

const folder = mkdtempSync(join(tmpdir(), 'dump-sink-test-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const chunks = Array.from({ length: 20 }, (_, index) => Buffer.alloc(100_000 + index, `${index} clear text `))
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

test('a file is private, whole and summed up', async () => {
  const path = join(folder, 'plain')
  const sink = await openDumpSink(path, [])
  for (const chunk of chunks) await sink.write(chunk)
  const written = await sink.close()
  expect(readFileSync(path).equals(Buffer.concat(chunks))).toBe(true)
  expect(written).toEqual({ bytes: Buffer.concat(chunks).length, sha256: sha256(readFileSync(path)) })
  expect(statSync(path).mode & 0o777).toBe(0o600)
  await expect(openDumpSink(path, [])).rejects.toThrow(/EEXIST/)
})

test('what is encrypted can be read by each recipient alone', async () => {
  const path = join(folder, 'secret')
  const identities = [await generateIdentity(), await generateIdentity()]
  const sink = await openDumpSink(path, await Promise.all(identities.map((identity) => identityToRecipient(identity))))
  for (const chunk of chunks) await sink.write(chunk)
  const written = await sink.close()
  const bytes = readFileSync(path)
  expect(written).toEqual({ bytes: bytes.length, sha256: sha256(bytes) })
  expect(bytes.includes('clear text')).toBe(false)
  for (const identity of identities) {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity)
    expect(Buffer.from(await decrypter.decrypt(bytes)).equals(Buffer.concat(chunks))).toBe(true)
  }
  const stranger = new Decrypter()
  stranger.addIdentity(await generateIdentity())
  await expect(stranger.decrypt(bytes)).rejects.toThrow()
})

test('the age program reads what we encrypt, and we read what it encrypts', async () => {
  const path = join(folder, 'ours')
  const keyFile = join(folder, 'key.txt')
  execFileSync('age-keygen', ['-o', keyFile], { stdio: 'ignore' })
  const recipient = execFileSync('age-keygen', ['-y', keyFile], { encoding: 'utf8' }).trim()
  const sink = await openDumpSink(path, [recipient])
  for (const chunk of chunks) await sink.write(chunk)
  await sink.close()
  const clear = execFileSync('age', ['--decrypt', '--identity', keyFile, path], { maxBuffer: 2 ** 26 })
  expect(clear.equals(Buffer.concat(chunks))).toBe(true)
  const sql = 'CREATE TABLE `store` (a INT);\n-- Dump completed on 2026-11-23\n'
  const theirs = join(folder, 'theirs')
  execFileSync('age', ['--encrypt', '--recipient', recipient, '--output', theirs], { input: gzipSync(sql) })
  const facts = await dumpFiles.inspect(theirs, readFileSync(keyFile, 'utf8'))
  expect([facts.gzipFailure, facts.sqlBytes, [...facts.scan.objects]]).toEqual([null, sql.length, ['store']])
})

test('a wrong recipient is named before anything is written', async () => {
  const path = join(folder, 'none')
  await expect(openDumpSink(path, ['age1nonsense'])).rejects.toThrow(/age1nonsense is not an age recipient/)
  expect(() => statSync(path)).toThrow(/ENOENT/)
})
