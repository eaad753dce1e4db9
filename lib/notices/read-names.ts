import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { NoticeContent } from './facts.ts'

/** Current names of the things that notices refer to, by id. */
export type Names = {
  classes: Map<string, string>
  /** A session without its own title has the title of its class. */
  sessions: Map<string, { title: string; trainer: string; startsAt: string; endsAt: string }>
  people: Map<string, string>
  locations: Map<string, string>
  /** Expiry of links that set a password. */
  invitations: Map<string, string>
}

/** Reads the names for all notices together. */
export async function readNames(
  { database }: Pick<SystemContext, 'database'>,
  contents: NoticeContent[],
): Promise<Names> {
  const found = { classes: [], sessions: [], people: [], locations: [], invitations: [] } as Ids
  for (const content of contents) collect(content, found)
  const among = (ids: string[]) => ({ where: { id: { in: [...new Set(ids)] } } })
  const [classes, sessions, people, locations, invitations] = await Promise.all([
    database.class.findMany({ ...among(found.classes), select: { id: true, title: true } }),
    database.classSession.findMany({
      ...among(found.sessions),
      select: {
        id: true,
        title: true,
        startsAt: true,
        endsAt: true,
        class: { select: { title: true } },
        trainer: { select: { name: true } },
      },
    }),
    database.user.findMany({ ...among(found.people), select: { id: true, name: true } }),
    database.location.findMany({ ...among(found.locations), select: { id: true, name: true } }),
    database.invitation.findMany({ ...among(found.invitations), select: { id: true, expiresAt: true } }),
  ])
  return {
    classes: new Map(classes.map(({ id, title }) => [id, title])),
    sessions: new Map(
      sessions.map(({ id, title, startsAt, endsAt, class: course, trainer }) => [
        id,
        {
          title: title ?? course.title,
          trainer: trainer.name,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
        },
      ]),
    ),
    people: new Map(people.map(({ id, name }) => [id, name])),
    locations: new Map(locations.map(({ id, name }) => [id, name])),
    invitations: new Map(invitations.map(({ id, expiresAt }) => [id, expiresAt.toISOString()])),
  }
}

type Ids = Record<'classes' | 'sessions' | 'people' | 'locations' | 'invitations', string[]>

function collect({ facts }: NoticeContent, ids: Ids): void {
  if ('classId' in facts && facts.classId) ids.classes.push(facts.classId)
  if ('sessionId' in facts) ids.sessions.push(facts.sessionId)
  if ('invitationId' in facts) ids.invitations.push(facts.invitationId)
  for (const plan of ['was', 'now'] as const) {
    const { trainerId, locationId } = (facts as Partial<Record<typeof plan, Plan>>)[plan] ?? {}
    if (trainerId) ids.people.push(trainerId)
    if (locationId) ids.locations.push(locationId)
  }
}

type Plan = { trainerId: string; locationId: string | null }
