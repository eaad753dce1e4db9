import 'server-only'
import { hallName } from '#lib/classroom/room/read-hall.ts'
import { readState } from '#lib/classroom/room/read-state.ts'
import type { SystemContext } from '#lib/context/context.ts'
import type { HallRoom } from './api.ts'
import { findHallInClass } from './find-hall.ts'

/**
 * What a paired screen shows of its class: nothing that the room itself is not told.
 * @throws Refusal `conflict`, `not_found`, `session_not_accessible` as findHallInClass does
 */
export async function readHallRoom(
  context: SystemContext,
  { secret }: { secret: string },
): Promise<HallRoom> {
  const { session } = await findHallInClass(context, secret)
  const { id: sessionId } = session
  const { admission } = session.class
  return {
    sessionId,
    name: hallName(session),
    title: session.title ?? session.class.title,
    trainer: session.trainer,
    startsAt: session.startsAt.toISOString(),
    startedAt: (session.startedAt ?? session.startsAt).toISOString(),
    endsAt: session.endsAt.toISOString(),
    timeZone: session.class.timeZone,
    state: await readState(
      context,
      { sessionId, admission },
      { userId: null, seesPace: false, seesDoor: false, seesEmails: false },
    ),
  }
}
