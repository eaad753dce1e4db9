import 'server-only'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '#lib/http/refusal.ts'
import { commonPasswords } from './common-passwords.ts'

/** The library's enum cannot be read where types are stripped. */
const ARGON2ID = 2

/** Source: OWASP Password Storage Cheat Sheet (argon2id, m = 19 MiB, t = 2, p = 1). */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** Each takes about 20 ms of a core; more at once would starve the requests of people who are in class. */
const AT_ONCE = 2

let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The hash that is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, PARAMETERS))
}

let hashOfNobody: Promise<string> | null = null

/** Whether the password is the one behind the hash. Without a hash it takes as long and answers false. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  hashOfNobody ??= hashPassword(crypto.randomUUID())
  const known = passwordHash ?? (await hashOfNobody)
  const matches = await inTurn(() => verify(known, password))
  return matches && passwordHash !== null
}

/** @throws Refusal `invalid` where the password is among the most common ones */
export function refuseCommonPassword(password: string, field: string): void {
  if (!commonPasswords.has(password.toLowerCase())) return
  throw new Refusal('invalid', 'commonPassword', { fields: { [field]: 'commonPassword' } })
}
