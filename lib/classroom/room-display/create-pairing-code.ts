import { randomInt } from 'node:crypto'
import { CODE_CHARACTERS, CODE_LENGTH } from './pairing-code.ts'

/** A new code of six random characters. */
export function createPairingCode(): string {
  return Array.from({ length: CODE_LENGTH }, () =>
    CODE_CHARACTERS.charAt(randomInt(CODE_CHARACTERS.length)),
  ).join('')
}
