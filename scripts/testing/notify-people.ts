import type { Actor } from '#lib/context/actor.ts'
import type { SystemContext } from '#lib/context/context.ts'
import { writeNotices } from '#lib/notices/write-notices.ts'
import type { School } from './school.ts'

/** Sends people a notice about a class, once per key. */
export async function notifyPeople(
  school: School,
  people: Pick<Actor, 'id'>[],
  keys: string[] = ['once'],
  context: SystemContext = school.system(),
): Promise<void> {
  const facts = { classId: await school.course() }
  const notices = people.flatMap(({ id: userId }) =>
    keys.map((key) => ({ userId, key, kind: 'enrolled' as const, facts })),
  )
  await writeNotices(context, notices)
}
