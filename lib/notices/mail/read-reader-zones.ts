import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { NoticeContent } from '#lib/notices/facts.ts'

type ReaderContent = { content: NoticeContent; reader: { timeZone: string | null } }

/** The zones of e-mails: the reader's zone, or the zone of their class if they have not set one. */
export async function readReaderZones(
  { database }: Pick<SystemContext, 'database'>,
  contents: ReaderContent[],
): Promise<string[]> {
  const open = contents.filter(({ reader }) => !reader.timeZone).map(({ content }) => content.facts)
  const sessionIds = open.flatMap((facts) => ('sessionId' in facts ? facts.sessionId : []))
  const classIds = open.flatMap((facts) => ('classId' in facts && facts.classId ? facts.classId : []))
  const classes = await database.class.findMany({
    where: { OR: [{ id: { in: classIds } }, { sessions: { some: { id: { in: sessionIds } } } }] },
    select: {
      id: true,
      timeZone: true,
      sessions: { where: { id: { in: sessionIds } }, select: { id: true } },
    },
  })
  const zones = new Map(
    classes.flatMap(({ id, timeZone, sessions }) =>
      [id, ...sessions.map((session) => session.id)].map((key) => [key, timeZone] as const),
    ),
  )
  return contents.map(({ content: { facts }, reader }) => {
    const about = 'sessionId' in facts ? facts.sessionId : 'classId' in facts ? facts.classId : null
    return reader.timeZone ?? zones.get(about ?? '') ?? 'UTC'
  })
}
