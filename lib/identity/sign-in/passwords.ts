import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { inHashingQueue } from './hashing-queue.ts'

/** The library's enum is not available where types are only stripped. */
const ARGON2ID = 2

/** Source: OWASP Password Storage Cheat Sheet (argon2id, m = 19 MiB, t = 2, p = 1). */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The stored hash of a password. @throws Refusal `unavailable` if the hashing queue is full */
export function hashPassword(password: string): Promise<string> {
  return inHashingQueue(() => hash(password, PARAMETERS))
}

let dummyHash: Promise<string> | null = null

/**
 * Whether the password matches the hash. Without a hash it returns false after the same time.
 * Call it in the hashing queue.
 */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  dummyHash ??= hash(crypto.randomUUID(), PARAMETERS)
  const matches = await verify(passwordHash ?? (await dummyHash), password)
  return matches && passwordHash !== null
}
