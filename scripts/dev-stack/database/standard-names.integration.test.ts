import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { auditEvent } from '#lib/audit/api.ts'
import { auditFacts } from '#lib/audit/facts.ts'
import { noticeContent } from '#lib/notices/facts.ts'
import { changedSession } from '#lib/sessions/session-plan.ts'
import { databaseBefore } from '#scripts/testing/database-before.ts'

const [trainer, student, course, session] = Array.from({ length: 4 }, () => randomUUID())

const plan = {
  startsAt: '2026-12-01T09:00:00.000Z',
  endsAt: '2026-12-01T10:00:00.000Z',
  wallStart: null,
  wallLater: false,
  trainerId: trainer,
  locationId: null,
  capacity: 10,
  roomCapacity: 4,
  title: null,
  status: 'scheduled',
  endedAt: null,
  cancelReason: null,
}

/** A school as stored before the migration: all renamed tables, columns, values and stored facts. */
const filled = `
  INSERT INTO "User" ("id", "email", "name", "role", "mutedInApp", "mutedByMail") VALUES
    ('${trainer}', 'leila@example.test', 'Leila', 'TRAINER', '{}', '{}'),
    ('${student}', 'noor@example.test', 'Noor', 'STUDENT', '{places}', '{day-before,changes,quarter-before}');
  INSERT INTO "Class" ("id", "title", "mode", "capacity", "roomCapacity", "timeZone", "admission")
    VALUES ('${course}', 'Rust', 'HYBRID', 10, 4, 'UTC', 'word');
  INSERT INTO "Enrolment" ("classId", "studentId", "kind") VALUES ('${course}', '${student}', 'room');
  INSERT INTO "ClassSession" ("id", "classId", "sessionType", "startsAt", "endsAt", "trainerId", "capacity",
    "roomCapacity", "roomSeatsTaken")
    VALUES ('${session}', '${course}', 'online', '2026-12-01 09:00Z', '2026-12-01 10:00Z', '${trainer}', 10, 4, 1);
  INSERT INTO "Seat" ("sessionId", "studentId", "kind") VALUES ('${session}', '${student}', 'room');
  INSERT INTO "Wait" ("sessionId", "studentId", "kind") VALUES ('${session}', '${student}', 'room');
  INSERT INTO "Stay" ("sessionId", "userId", "roomSid", "participantSid", "joinedAt", "id")
    VALUES ('${session}', '${student}', 'RM_1', 'PA_1', now(), gen_random_uuid());
  INSERT INTO "Classroom" ("sessionId", "number", "begunAt", "narrowedAt", "wordId", "wordAt")
    VALUES ('${session}', 7, now(), now(), '${student}', now());
  INSERT INTO "Attendee" ("sessionId", "userId", "handNumber", "handAt", "helps", "knockedAt", "knockSeen")
    VALUES ('${session}', '${student}', 3, now(), '{mute}', now(), now());
  INSERT INTO "HallDevice" ("id", "secretHash", "codeExpiresAt", "sessionId")
    VALUES (gen_random_uuid(), 'secret', now(), '${session}');
  INSERT INTO "Message" ("id", "sessionId", "number", "touched", "authorId", "text", "createdAt")
    VALUES (gen_random_uuid(), '${session}', 1, 5, '${student}', 'Hello', now());
  INSERT INTO "WebhookEvent" ("id", "event", "payload") VALUES
    ('EV_1', 'room_finished', '{"kind": "room-finished"}'), ('EV_2', 'other', NULL);`

test('an existing school is kept under the new names, row for row', async () => {
  const { client, migrate } = await databaseBefore('20261130235000_standard_names')
  await client.query(filled)
  await migrate()
  const [row] = (
    await client.query(`
      SELECT class."admission", class."inPersonCapacity", enrolment."kind", session."inPersonSeatsTaken",
        seat."kind" AS "seat", waiting."kind" AS "waitsFor", presence."participantSid", room."speakerId",
        room."startedAt" IS NOT NULL AND room."rightsReducedAt" IS NOT NULL AND room."floorGrantedAt" IS NOT NULL AS "room",
        member."assistantPermissions", member."handRaisedAt" IS NOT NULL AND member."entryRequestedAt" IS NOT NULL
          AND member."entryRequestSeenAt" IS NOT NULL AS "member",
        display."sessionId" IS NOT NULL AS "display", message."changeNumber"
      FROM "ClassSession" session
      JOIN "Class" class ON class."id" = session."classId"
      JOIN "Enrolment" enrolment ON enrolment."classId" = class."id"
      JOIN "Seat" seat ON seat."sessionId" = session."id"
      JOIN "WaitlistEntry" waiting ON waiting."sessionId" = session."id"
      JOIN "Presence" presence ON presence."sessionId" = session."id"
      JOIN "Classroom" room ON room."sessionId" = session."id"
      JOIN "RoomMember" member ON member."sessionId" = session."id"
      JOIN "RoomDisplay" display ON display."sessionId" = session."id"
      JOIN "Message" message ON message."sessionId" = session."id"`)
  ).rows
  expect(row).toEqual({
    admission: 'lobby',
    inPersonCapacity: 4,
    kind: 'in_person',
    inPersonSeatsTaken: 1,
    seat: 'in_person',
    waitsFor: 'in_person',
    participantSid: 'PA_1',
    speakerId: student,
    room: true,
    assistantPermissions: ['mute'],
    member: true,
    display: true,
    changeNumber: 5,
  })
  const muted = await client.query(`SELECT "mutedInApp", "mutedByMail" FROM "User" WHERE "id" = '${student}'`)
  expect(muted.rows).toEqual([
    { mutedInApp: ['seats'], mutedByMail: ['day_before', 'changes', 'quarter_before'] },
  ])
  const events = await client.query(`SELECT "payload" FROM "WebhookEvent" ORDER BY "id"`)
  expect(events.rows).toEqual([{ payload: { kind: 'room_finished' } }, { payload: null }])
  const named = await client.query(
    `SELECT conname AS name FROM pg_constraint UNION ALL SELECT indexname FROM pg_indexes`,
  )
  expect(named.rows.filter(({ name }) => /^(Attendee|HallDevice|Stay|Wait)_/.test(name))).toEqual([])
})

test('a change from before the migration can still be undone', async () => {
  const { client, migrate } = await databaseBefore('20261130235000_standard_names')
  const changed = {
    sessionId: session,
    classId: course,
    revision: 2,
    was: plan,
    now: { ...plan, roomCapacity: 6 },
  }
  await client.query(
    `INSERT INTO "Change" ("id", "kind", "sessions", "tellAt") VALUES (gen_random_uuid(), 'changed', $1, now()),
      (gen_random_uuid(), 'planned', '[]', now())`,
    [JSON.stringify([changed])],
  )
  await migrate()
  const { rows } = await client.query(`SELECT "sessions" FROM "Change" ORDER BY "kind" DESC`)
  const parsed = rows.map(({ sessions }) => changedSession.array().parse(sessions))
  expect(parsed).toMatchObject([[{ was: { inPersonCapacity: 4 }, now: { inPersonCapacity: 6 } }], []])
})

test('notices from before the migration are readable', async () => {
  const { client, migrate } = await databaseBefore('20261130235000_standard_names')
  await client.query(filled)
  const sessionsOf = { classId: course, sessionId: session, count: 1 }
  const shown = { startsAt: plan.startsAt, endsAt: plan.endsAt, trainerId: trainer, locationId: null }
  const written = [
    ['enrolled', { classId: course }],
    ['invited', { invitationId: randomUUID(), classId: null }],
    ['nudged', { sessionId: session, startsAt: plan.startsAt }],
    ['password-reset', { invitationId: randomUUID() }],
    ['place-given', { sessionId: session, place: 'room' }],
    ['reminder', { sessionId: session, startsAt: plan.startsAt, before: 'day' }],
    ['sessions-cancelled', { ...sessionsOf, was: shown, reason: 'Ill' }],
    ['sessions-changed', { ...sessionsOf, was: shown, now: shown }],
    ['sessions-planned', { ...sessionsOf, now: shown }],
  ] as const
  for (const [kind, facts] of written) {
    await client.query(
      `INSERT INTO "Notice" ("id", "userId", "kind", "facts", "key", "inApp")
       VALUES (gen_random_uuid(), $1, $2, $3, $2, true)`,
      [student, kind, facts],
    )
  }
  await migrate()
  const { rows } = await client.query(`SELECT "kind", "facts", "key" FROM "Notice" ORDER BY "key"`)
  expect(rows.map(({ key }) => key)).toEqual(written.map(([kind]) => kind))
  const read = rows.map(({ kind, facts }) => noticeContent.parse({ kind, facts }))
  expect(read[4]).toEqual({ kind: 'seat_given', facts: { sessionId: session, seatKind: 'in_person' } })
  expect(read[2]?.kind).toBe('trainer_reminder')
})

test('audit entries from before the migration are readable and still cannot be edited', async () => {
  const { client, migrate } = await databaseBefore('20261130235000_standard_names')
  const written = [
    ['class-changed', { admission: 'word', roomCapacity: 4 }],
    ['seat-switched', { place: 'room', studentIds: [student] }],
    ['assistant-changed', { userId: student, helps: ['mute'] }],
    ['word-given', { userId: student }],
    ['hall-paired', null],
    ['user-changed', {}],
  ] as const
  for (const [action, after] of written) {
    await client.query(
      `INSERT INTO "AuditEvent" ("id", "action", "subject", "subjectId", "before", "after")
       VALUES (gen_random_uuid(), $1, 'session', $2, $3, $3)`,
      [action, session, after],
    )
  }
  await migrate()
  const { rows } = await client.query(`SELECT "action", "before", "after" FROM "AuditEvent" ORDER BY "id"`)
  const byAction = new Map(rows.map(({ action, before, after }) => [action, { before, after }]))
  expect([...byAction.keys()].map((action) => auditEvent.shape.action.parse(action)).sort()).toEqual([
    'assistant_changed',
    'class_changed',
    'floor_granted',
    'room_display_paired',
    'seat_switched',
    'user_changed',
  ])
  for (const { before, after } of byAction.values()) {
    expect(after).toEqual(before)
    if (after) expect(auditFacts.strict().parse(after)).toEqual(after)
  }
  expect(byAction.get('class_changed')?.after).toEqual({ admission: 'lobby', inPersonCapacity: 4 })
  expect(byAction.get('seat_switched')?.after).toEqual({ seatKind: 'in_person', studentIds: [student] })
  expect(byAction.get('assistant_changed')?.after).toEqual({
    userId: student,
    assistantPermissions: ['mute'],
  })
  expect([byAction.get('room_display_paired')?.after, byAction.get('user_changed')?.after]).toEqual([
    null,
    {},
  ])
  await expect(client.query(`UPDATE "AuditEvent" SET "subject" = 'class'`)).rejects.toThrow(
    'The audit trail is not edited',
  )
})
