import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

// Anyone who can write to a folder can write a manifest into it, and its texts end up on terminals and in paths.

/** A name on one line, without characters that control a terminal or reorder the text. */
export const oneLine = z
  .string()
  .max(1000)
  .refine((text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text), 'contains control characters')

/** The plain name of a file: no path, not hidden. */
export const fileName = z.string().regex(/^\w[\w.-]{0,254}$/, 'is not a plain file name')

/** A checksum in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is not a SHA-256')

/** A number of things or bytes. */
export const count = z.number().int().nonnegative()

/**
 * Names of tables and similar objects: they may contain anything and are compared byte by byte; whoever prints them
 * must clean them.
 */
export const objectNames = z.array(z.string().max(1000))

/** Messages of this program or of a server, cleaned and shortened: an odd message does not make a backup worse. */
export const words = z.string().overwrite((text) => withoutControls(text.slice(0, 20_000)))

/** Text without terminal escapes and control characters, including line ends. */
export function withoutControls(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}
