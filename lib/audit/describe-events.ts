import 'server-only'
import type { SystemContext } from '#lib/context/context.ts'
import type { AuditEvent as Row } from '#lib/database/generated/client.ts'
import { type AuditChange, type AuditEvent, type AuditValue, auditAction, auditSubject } from './api.ts'
import { type AuditFacts, auditFacts, peopleIn } from './facts.ts'

type Reading = Pick<SystemContext, 'database'>

/** Audit rows for display. Ids are resolved to current names. */
export async function describeEvents(context: Reading, rows: Row[]): Promise<AuditEvent[]> {
  const events = rows.map((row) => ({
    ...row,
    subject: auditSubject.parse(row.subject),
    before: auditFacts.parse(row.before ?? {}),
    after: auditFacts.parse(row.after ?? {}),
  }))
  const idsOf = (kind: string) => events.flatMap((event) => (event.subject === kind ? event.subjectId : []))
  const named = events.flatMap(({ actorId, before, after }) => [
    ...(actorId ? [actorId] : []),
    ...peopleIn(before),
    ...peopleIn(after),
  ])
  const [people, classes, sessions, locations] = await Promise.all([
    readPeople(context, [...idsOf('user'), ...named]),
    readClasses(context, idsOf('class')),
    readSessions(context, idsOf('session')),
    readLocations(context, [...idsOf('location'), ...events.flatMap(locationsIn)]),
  ])
  const subjects = { user: people, class: classes, session: sessions, location: locations }
  return events.map((event) => {
    const { name = null, startsAt = null } = subjects[event.subject].get(event.subjectId) ?? {}
    return {
      id: event.id,
      at: event.at.toISOString(),
      actor: event.actorId ? { id: event.actorId, name: people.get(event.actorId)?.name ?? '' } : null,
      action: auditAction.parse(event.action),
      subject: { kind: event.subject, id: event.subjectId, name, startsAt },
      changes: changesOf(event.before, event.after, new Map([...people, ...locations])),
    }
  })
}

type Named = Map<string, { name: string; startsAt: string | null }>

async function readPeople({ database }: Reading, ids: string[]): Promise<Named> {
  const found = await database.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(found.map(({ id, name }) => [id, { name, startsAt: null }]))
}

async function readClasses({ database }: Reading, ids: string[]): Promise<Named> {
  const found = await database.class.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, title: true },
  })
  return new Map(found.map(({ id, title }) => [id, { name: title, startsAt: null }]))
}

async function readSessions({ database }: Reading, ids: string[]): Promise<Named> {
  const found = await database.classSession.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, startsAt: true, class: { select: { title: true } } },
  })
  return new Map(
    found.map((session) => [
      session.id,
      { name: session.class.title, startsAt: session.startsAt.toISOString() },
    ]),
  )
}

async function readLocations({ database }: Reading, ids: string[]): Promise<Named> {
  const found = await database.location.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  })
  return new Map(found.map(({ id, name }) => [id, { name, startsAt: null }]))
}

function locationsIn({ before, after }: { before: AuditFacts; after: AuditFacts }): string[] {
  return [before, after].flatMap(({ locationId }) => locationId ?? [])
}

function changesOf(before: AuditFacts, after: AuditFacts, names: Named): AuditChange[] {
  const facts = auditFacts.keyof().options.filter((fact) => fact in before || fact in after)
  return facts.map((fact) => ({
    fact,
    before: valueIn(fact, before, names),
    after: valueIn(fact, after, names),
  }))
}

function valueIn(fact: keyof AuditFacts, facts: AuditFacts, names: Named): AuditValue | null {
  const value = facts[fact]
  if (value === undefined) return null
  if (fact === 'locks' || fact === 'assistantPermissions') return facts[fact] ?? null
  if (fact === 'locationId') return names.get(String(value))?.name ?? ''
  const ids = peopleIn({ [fact]: value })
  if (ids.length === 0 && !Array.isArray(value)) return value
  return ids.map((id) => ({ id, name: names.get(id)?.name ?? '' }))
}
