import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SystemContext } from '#lib/context/context.ts'

/** The secret in a browser's cookie or an app's Authorization header. Only its hash is stored. */
export type Credential = string & z.BRAND<'Credential'>

/** Context of a use case that resolves the credential's user in its own query. */
export type CredentialContext = SystemContext & { credential: Credential }

const credential = z
  .string()
  .regex(/^kc_[\w-]{43}$/)
  .brand<'Credential'>()

/** A new credential with 256 random bits. */
export function createCredential(): Credential {
  return credential.parse(`kc_${randomBytes(32).toString('base64url')}`)
}

/** The text as a credential, or null if it is malformed. */
export function parseCredential(value: string): Credential | null {
  const parsed = credential.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** The stored form of a credential: its SHA-256. A credential has 256 random bits, so a slow hash is not needed. */
export function hashCredential(value: Credential): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(value).digest())
}
