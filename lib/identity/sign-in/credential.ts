import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { SystemContext } from '#lib/context/context.ts'

/** The secret that a browser's cookie or an app's Authorization header carries; only its hash is kept. */
export type Credential = string & z.BRAND<'Credential'>

/** The context of a use case that finds out in its own query whom the credential belongs to. */
export type CredentialContext = SystemContext & { credential: Credential }

const credential = z
  .string()
  .regex(/^kc_[\w-]{43}$/)
  .brand<'Credential'>()

/** A new credential with 256 random bits. */
export function createCredential(): Credential {
  return credential.parse(`kc_${randomBytes(32).toString('base64url')}`)
}

/** The text as a credential, or null where it cannot be one. */
export function parseCredential(value: string): Credential | null {
  const parsed = credential.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** What is kept of a credential: its SHA-256. It has 256 random bits, so that no slow hash is needed. */
export function hashCredential(value: Credential): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(value).digest())
}
