import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A new secret with 256 random bits. The device keeps it; only its hash is stored. */
export function createSecret(): string {
  return `kh_${randomBytes(32).toString('base64url')}`
}

/** The stored hash of a secret: its SHA-256. The secret has 256 random bits, so no slow hash is needed. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
