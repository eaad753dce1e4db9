import 'server-only'
import { createHash, randomBytes } from 'node:crypto'

/** A new secret with 256 random bits; the device keeps it, we keep its hash. */
export function createSecret(): string {
  return `kh_${randomBytes(32).toString('base64url')}`
}

/** What is kept of a secret: its SHA-256. It has 256 random bits, so that no slow hash is needed. */
export function hashSecret(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
