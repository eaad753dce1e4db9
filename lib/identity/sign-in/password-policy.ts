import 'server-only'
import { Refusal } from '#lib/kernel/refusal.ts'
import { commonPasswords } from './common-passwords.ts'

/** Passwords with fewer different characters are patterns: `aaaaaaaa1`, `12121212`. */
const LEAST_DIFFERENT = 4
const PRODUCT = /^\d*(koding)?caravan(demo)?\d*$/

export type PasswordFault =
  | 'blankPassword'
  | 'repeatedPassword'
  | 'personalPassword'
  | 'productPassword'
  | 'commonPassword'

/** The account of a password. `names`: the current name and the one being set. */
type Account = { email: string; names: string[] }

/**
 * Why a password may not be set for an account, or null if it may. Case and whitespace are ignored.
 * Existing passwords keep working: sign-in does not apply this check.
 * Source: OWASP ASVS 5, 6.1.2, 6.2.4 and 6.2.11.
 */
export function passwordFault(password: string, { email, names }: Account): PasswordFault | null {
  const plain = normalisePassword(password)
  if (plain === '') return 'blankPassword'
  const personal = [email, email.split('@')[0] ?? '', ...names]
  if (personal.some((one) => normalisePassword(one) === plain)) return 'personalPassword'
  if (PRODUCT.test(plain.replace(/[^\p{L}\p{N}]/gu, ''))) return 'productPassword'
  if (commonPasswords.has(plain)) return 'commonPassword'
  return new Set(plain).size < LEAST_DIFFERENT ? 'repeatedPassword' : null
}

function normalisePassword(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
}

/** Refuses a new password that is easy to guess. @throws Refusal `invalid` with the fault of the field */
export function refuseWeakPassword(password: string, field: string, account: Account): void {
  const fault = passwordFault(password, account)
  if (fault) throw new Refusal('invalid', fault, { fields: { [field]: fault } })
}
