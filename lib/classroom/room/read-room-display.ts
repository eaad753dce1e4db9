import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import messages from '#messages/en/roomDisplay.json'
import type { RoomState } from './api.ts'

/** The room's screen that is paired with the session, or null. */
export async function readRoomDisplay(
  { database }: Pick<SystemContext, 'database'>,
  sessionId: SessionId,
): Promise<RoomState['roomDisplay']> {
  const device = await database.roomDisplay.findUnique({
    where: { sessionId },
    select: { pairedAt: true, session: { select: { location: { select: { name: true } } } } },
  })
  if (!device?.pairedAt) return null
  return { name: roomDisplayName(device.session), since: device.pairedAt.toISOString() }
}

/** What a room's screen is called: as the place where the class is held, where that has a name. */
export function roomDisplayName(session: { location: { name: string } | null } | null): string {
  return session?.location?.name ?? messages.name
}
