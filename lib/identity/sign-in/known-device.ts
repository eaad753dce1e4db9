import 'server-only'
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** The cookie that a browser keeps after its first successful sign-in. It grants no access. */
export const KNOWN_DEVICE_COOKIE = 'caravan.known-browser'

/** The account that a device is known for. A new password invalidates its known devices. */
type Account = { id: string; passwordHash: string | null }

/** The value that a device stores: its id, signed for the account. The default id is random. */
export function signKnownDevice(account: Account, secret: string, id: string = randomUUID()): string {
  return `${id}.${signature(id, account, secret)}`
}

/** The device's id if the value was signed for this account and its current password, else null. */
export function readKnownDevice(value: string | undefined, account: Account, secret: string): string | null {
  const [id, signed, ...rest] = value?.split('.') ?? []
  if (!id || !signed || rest.length > 0) return null
  const expected = Buffer.from(signature(id, account, secret))
  const given = Buffer.from(signed)
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null
}

function signature(id: string, account: Account, secret: string): string {
  return createHmac('sha256', secret)
    .update(`known-device:${id}:${account.id}:${account.passwordHash ?? ''}`)
    .digest('base64url')
}
