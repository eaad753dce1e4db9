import { randomInt } from 'node:crypto'
import { PAIRING_CODE_LENGTH } from '#lib/kernel/text-limits.ts'
import { CODE_CHARACTERS } from './pairing-code.ts'

/** A new code of six random characters. */
export function createPairingCode(): string {
  return Array.from({ length: PAIRING_CODE_LENGTH }, () =>
    CODE_CHARACTERS.charAt(randomInt(CODE_CHARACTERS.length)),
  ).join('')
}
