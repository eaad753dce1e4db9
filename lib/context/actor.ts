import type { Role } from '#lib/kernel/enums.ts'
import type { SignInId, UserId } from '#lib/kernel/ids.ts'

/** Who asks, as the database has them at this request. */
export type Actor = {
  id: UserId
  role: Role
  name: string
  /** As people write it (shownEmail). */
  email: string
  /** IANA zone; null until the first sign-in sets it. */
  timeZone: string | null
  locale: string
  signInId: SignInId
}
