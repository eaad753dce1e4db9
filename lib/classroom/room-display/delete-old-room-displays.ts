import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { CODE_LIFETIME_MS } from './policy.ts'

/** How old a code is when a screen that was never paired is forgotten, in ms. */
const DELETE_UNPAIRED_AFTER_MS = 10 * 60_000
/** How long a screen whose class is over is told so, in ms. */
const DELETE_ENDED_AFTER_MS = 24 * 60 * 60_000

/** Deletes the rooms' screens that were never paired, and those whose class is over for long. */
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
