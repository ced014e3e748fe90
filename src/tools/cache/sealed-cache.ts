import { randomBytes, randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { link, lstat, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Secret } from '../../secrets/secret.js'
import { deriveKey, entryName, seal, unseal } from './seal.js'

/**
 * A cache of texts that outlives the process, readable only with the same password. No call throws: a failed cache is
 * ignored.
 */
export interface SealedCache {
  /** The text kept under this identity within the last day, or null. */
  read(identity: string): Promise<string | null>
  write(identity: string, text: string): Promise<void>
}

const saltBytes = 32
const mostBytes = 32 * 1024 * 1024
const mostEntries = 16
const oneDay = 24 * 3600 * 1000
const entryFile = /^\.?[0-9a-f]{64}(?:\.[0-9a-f-]{36})?$/

/**
 * Opens a private folder of this user (0700, made if missing) as a cache whose entries nobody can read or make without
 * the password. Null if the folder is a link, somebody else's, or open to others.
 */
export async function openSealedCache(folder: string, password: Secret): Promise<SealedCache | null> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const info = await lstat(folder)
    if (!info.isDirectory() || !isMine(info)) return null
    const key = await deriveKey(password.reveal(), await saltOf(folder))
    return {
      read: (identity) => readEntry(folder, entryName(key, identity), key).catch(() => null),
      write: (identity, text) => {
        const name = entryName(key, identity)
        return writeEntry(folder, name, seal(key, name, text)).catch(() => undefined)
      }
    }
  } catch {
    return null
  }
}

async function readEntry(folder: string, name: string, key: Buffer): Promise<string | null> {
  const found = await readOwn(join(folder, name))
  if (found === null || Math.abs(Date.now() - found.modified) > oneDay) return null
  return unseal(key, name, found.content)
}

async function writeEntry(folder: string, name: string, content: Buffer): Promise<void> {
  if (content.length > mostBytes) return
  const temporary = join(folder, `.${name}.${randomUUID()}`)
  try {
    await writeFile(temporary, content, { mode: 0o600, flag: 'wx' })
    await rename(temporary, join(folder, name))
  } finally {
    await rm(temporary, { force: true })
  }
  await prune(folder)
}

/** Removes entries older than a day, and of the rest all but the newest. */
async function prune(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => entryFile.test(name))
  const entries = await Promise.all(
    names.map(async (name) => ({ name, modified: (await lstat(join(folder, name))).mtimeMs }))
  )
  entries.sort((a, b) => b.modified - a.modified)
  const old = entries.filter(({ modified }, index) => index >= mostEntries || Date.now() - modified > oneDay)
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })))
}

async function saltOf(folder: string): Promise<Buffer> {
  const path = join(folder, 'salt')
  const found = await readOwn(path).catch(() => makeSalt(folder, path))
  if (found?.content.length !== saltBytes) throw new Error('The salt is unusable.')
  return found.content
}

/** If two runs begin at once, only one makes it: a hard link appears with its content and replaces nothing. */
async function makeSalt(folder: string, path: string): ReturnType<typeof readOwn> {
  const temporary = join(folder, `.${'0'.repeat(64)}.${randomUUID()}`)
  try {
    await writeFile(temporary, randomBytes(saltBytes), { mode: 0o600, flag: 'wx' })
    await link(temporary, path).catch(() => undefined)
  } finally {
    await rm(temporary, { force: true })
  }
  return readOwn(path)
}

/** A private plain file of this user, never through a link; null for anything else. */
async function readOwn(path: string): Promise<{ readonly content: Buffer; readonly modified: number } | null> {
  // Opening a pipe would wait for its writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const info = await file.stat()
    if (!info.isFile() || !isMine(info) || info.size > mostBytes) return null
    return { content: await file.readFile(), modified: info.mtimeMs }
  } finally {
    await file.close()
  }
}

function isMine({ uid, mode }: Stats): boolean {
  return uid === process.getuid?.() && (mode & 0o077) === 0
}
