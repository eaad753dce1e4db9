import { z } from 'zod'
import { PAIRING_CODE_LENGTH } from '#lib/kernel/text-limits.ts'

/** Without characters that look alike from the back of a room: 0 and O, 1, I and L. */
export const CODE_CHARACTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

export const pairingCode = z
  .string()
  .max(40)
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(z.string().regex(new RegExp(`^[${CODE_CHARACTERS}]{${PAIRING_CODE_LENGTH}}$`)))
