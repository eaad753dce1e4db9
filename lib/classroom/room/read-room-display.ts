import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { SessionId } from '#lib/kernel/ids.ts'
import messages from '#messages/en/roomDisplay.json'
import type { RoomState } from './api.ts'

/** The room display that is paired with the session, or null. */
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

/** Name of a room display: the name of the class's location, or a default. */
export function roomDisplayName(session: { location: { name: string } | null } | null): string {
  return session?.location?.name ?? messages.name
}
