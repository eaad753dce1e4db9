import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { inHashingQueue } from './hashing-queue.ts'

/** The library's enum cannot be read where types are stripped. */
const ARGON2ID = 2

/** Source: OWASP Password Storage Cheat Sheet (argon2id, m = 19 MiB, t = 2, p = 1). */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash that is kept of a password. @throws Refusal `unavailable` where too many wait */
export function hashPassword(password: string): Promise<string> {
  return inHashingQueue(() => hash(password, PARAMETERS))
}

let dummyHash: Promise<string> | null = null

/**
 * Whether the password is the one behind the hash. Without a hash it takes as long and answers false.
 * To be called in the hashing queue.
 */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  dummyHash ??= hash(crypto.randomUUID(), PARAMETERS)
  const matches = await verify(passwordHash ?? (await dummyHash), password)
  return matches && passwordHash !== null
}
