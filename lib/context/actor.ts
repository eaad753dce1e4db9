import type { Role } from '#lib/kernel/enums.ts'
import type { SignInId, UserId } from '#lib/kernel/ids.ts'

/** The signed-in user, as stored in the database at this request. */
export type Actor = {
  id: UserId
  role: Role
  name: string
  /** The address as people write it (displayEmail). */
  email: string
  /** IANA zone; null until the first sign-in sets it. */
  timeZone: string | null
  locale: string
  signInId: SignInId
}
