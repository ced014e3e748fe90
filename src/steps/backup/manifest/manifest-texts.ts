import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

// Whoever can write to a folder can write a manifest into it, and what it says ends on terminals and in paths.

/** A name on one line, without characters that control a terminal or reorder the text. */
export const oneLine = z
  .string()
  .max(1000)
  .refine((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text), 'holds control characters')

/** The plain name of a file: no path, nothing hidden. */
export const fileName = z.string().regex(/^\w[\w.-]{0,254}$/, 'is no plain name of a file')

/** A checksum in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256')

/** A number of things or bytes. */
export const count = z.number().int().nonnegative()

/** Names of tables and the like: they may hold anything and are compared to the byte; who prints them cleans them. */
export const objectNames = z.array(z.string().max(1000))

/** Words of this program or of a server, cleaned and cut: a backup is not worth less for an odd message. */
export const words = z.string().overwrite((text) => withoutControls(text.slice(0, 20_000)))

/** Text without terminal escapes and control characters, line ends among them. */
export function withoutControls(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}
