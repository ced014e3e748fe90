import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** The key derived from a password and a salt; slow to guess (scrypt with Node's own costs). */
export function deriveKey(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, (error, key) => {
      if (error) reject(error)
      else resolve(key)
    })
  })
}

/** The name of an entry; without the key it reveals nothing about the entry. */
export function entryName(key: Buffer, identity: string): string {
  return createHmac('sha256', key).update(identity).digest('hex')
}

/** Encrypts a text, and binds it to the name of its entry. */
export function seal(key: Buffer, name: string, text: string): Buffer {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, key, iv).setAAD(Buffer.from(name))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

/** Decrypts a text. Throws if the text or its name was changed. */
export function unseal(key: Buffer, name: string, content: Buffer): string {
  const iv = content.subarray(0, ivBytes)
  const tag = content.subarray(ivBytes, ivBytes + tagBytes)
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(name))
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(content.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
}
