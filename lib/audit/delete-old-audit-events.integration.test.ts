import { expect, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'
import { deleteOldAuditEvents } from './delete-old-audit-events.ts'

const event = { action: 'session_started', subject: 'session', subjectId: crypto.randomUUID() }

test('the audit trail is kept for 24 months', async () => {
  const school = await createSchool()
  const [old, young] = [new Date('2026-01-31T12:00:00Z'), new Date('2026-01-31T12:00:01Z')]
  await school.database.auditEvent.createMany({ data: [old, young].map((at) => ({ ...event, at })) })
  await deleteOldAuditEvents(school.system(new Date('2028-01-31T12:00:01Z')))
  expect(await school.database.auditEvent.findMany({ select: { at: true } })).toEqual([{ at: young }])
})

test('one run deletes all old events, however many there are', async () => {
  const { database, system } = await createSchool()
  await database.$executeRaw`
    INSERT INTO "AuditEvent" ("id", "at", "action", "subject", "subjectId")
    SELECT gen_random_uuid(), '2020-01-31', 'session_started', 'session', gen_random_uuid()
    FROM generate_series(1, 10001)`
  await deleteOldAuditEvents(system())
  expect(await database.auditEvent.count()).toBe(0)
})

test('the audit trail cannot be edited', async () => {
  const { database } = await createSchool()
  await database.auditEvent.create({ data: event })
  const editing = database.auditEvent.updateMany({ data: { actorId: crypto.randomUUID() } })
  await expect(editing).rejects.toThrow('The audit trail is not edited')
  expect(await database.auditEvent.count({ where: { actorId: null } })).toBe(1)
})
