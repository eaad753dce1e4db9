import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { DAY_MS, MINUTE_MS } from '#lib/kernel/durations.ts'
import { CODE_LIFETIME_MS } from './policy.ts'

/** Age of the code after which an unpaired display is deleted, in ms. */
const DELETE_UNPAIRED_AFTER_MS = 10 * MINUTE_MS
/** How long a display is kept after its class, to report that the class has ended, in ms. */
const DELETE_ENDED_AFTER_MS = DAY_MS

/** Deletes room displays that were never paired, and those that were unpaired or whose class ended long ago. */
export async function deleteOldRoomDisplays({ database, now }: SystemContext): Promise<void> {
  const codesBefore = new Date(now.getTime() - DELETE_UNPAIRED_AFTER_MS + CODE_LIFETIME_MS)
  const endedBefore = { lt: new Date(now.getTime() - DELETE_ENDED_AFTER_MS) }
  await database.roomDisplay.deleteMany({
    where: {
      OR: [
        { pairedAt: null, codeExpiresAt: { lt: codesBefore } },
        { unpairedAt: endedBefore },
        { session: { endedAt: endedBefore } },
      ],
    },
  })
}
