import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { type SessionId, sessionId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { roomDisplayState } from './policy.ts'
import { hashSecret } from './secret.ts'

const sessionSelect = {
  id: true,
  status: true,
  title: true,
  startsAt: true,
  startedAt: true,
  endsAt: true,
  capacity: true,
  inPersonCapacity: true,
  trainer: { select: { id: true, name: true } },
  location: { select: { name: true } },
  class: { select: { title: true, timeZone: true, admission: true } },
} as const

/**
 * The room display with this secret that is paired with a running class, and its session.
 * @throws Refusal `conflict` (not paired yet), `not_found` (its code has expired), `session_not_accessible` (the
 * class has ended, or the display was unpaired)
 */
export async function findPairedRoomDisplay(
  { database, now }: Pick<SystemContext, 'database' | 'now'>,
  secret: string,
) {
  const device = await database.roomDisplay.findUnique({
    where: { secretHash: hashSecret(secret) },
    select: { id: true, codeExpiresAt: true, pairedAt: true, session: { select: sessionSelect } },
  })
  const state = device ? roomDisplayState(device, now) : 'expired'
  if (state === 'waiting') throw new Refusal('conflict', 'roomDisplayNotPaired')
  if (!device || state === 'expired') throw new Refusal('not_found', 'noSuchRoomDisplay')
  if (!device.session || state === 'ended') throw new Refusal('session_not_accessible', 'roomDisplayEnded')
  const id: SessionId = sessionId.parse(device.session.id)
  return { id: device.id, session: { ...device.session, id } }
}
