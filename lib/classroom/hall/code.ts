import { randomInt } from 'node:crypto'
import { z } from 'zod'

/** Without signs that look alike from the back of a room: 0 and O, 1, I and L. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 6

export const hallCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${SIGNS}]{${LENGTH}}$`)))

/** A new code of six random signs. */
export function createCode(): string {
  return Array.from({ length: LENGTH }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('')
}
