import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import { DAY_MS } from '#lib/kernel/durations.ts'
import type { Role } from '#lib/kernel/enums.ts'
import { userId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { overlapping } from '#lib/sessions/overlapping.ts'
import { whereOwn } from '#lib/sessions/where-own.ts'
import { feedSelect } from './feed-event.ts'
import { readFeedFile } from './feed-key.ts'
import { writeCalendar } from './write-calendar.ts'

const MAX_SESSIONS = 2000

/**
 * A person's sessions as an iCalendar file, cancelled ones included, 2,000 at most. The file name is the credential.
 * @throws Refusal `not_found` if the address was revoked or never issued, or its owner may not sign in
 */
export async function readFeed(
  { database, now, links }: SystemContext,
  { file }: { file: string },
): Promise<string> {
  const key = readFeedFile(links, file)
  const person =
    key &&
    (await database.user.findUnique({
      where: { id: key.userId, feedSerial: key.serial, disabledAt: null, erasedAt: null },
      select: { id: true, role: true },
    }))
  if (!person) throw new Refusal('not_found', 'noSuchAddress')
  const owner = { id: userId.parse(person.id), role: person.role }
  const rows = await database.classSession.findMany({
    where: { AND: [await whereOwn(database, owner), overlapping(...spanFor(owner.role, now))] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: MAX_SESSIONS,
    select: feedSelect(owner.id),
  })
  return writeCalendar(rows, links)
}

/**
 * A user's own sessions from 90 days ago, open-ended; for admins the whole school's, from 7 days ago to 90 days
 * ahead.
 */
function spanFor(role: Role, now: Date): [from: Date, to: Date | undefined] {
  const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS)
  return role === 'ADMIN' ? [inDays(-7), inDays(90)] : [inDays(-90), undefined]
}
