import type { Safeguard } from './safeguard.ts'

/** Starting and ending sessions, and what is shown of them to whom. */
export const sessionsSafeguards: Safeguard[] = [
  {
    rule: 'Only who leads a session starts it.',
    file: 'lib/sessions/lifecycle/start-session.ts',
    text: 'if (!mayLead(context.actor, session)) {',
    becomes: 'if (false) {',
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'somebody else is refused, and that is audited',
    },
  },
  {
    rule: 'A trainer who is replaced at this moment starts nothing.',
    file: 'lib/sessions/lifecycle/start-session.ts',
    text: "status: 'scheduled', ...stillLedBy(context.actor)",
    becomes: "status: 'scheduled'",
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'a trainer who is replaced at this moment does not',
    },
  },
  {
    rule: 'A session starts once.',
    file: 'lib/sessions/lifecycle/start-session.ts',
    text: "status: 'scheduled', ...stillLedBy(context.actor)",
    becomes: '...stillLedBy(context.actor)',
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: '20 starts at once are one transition, and all succeed',
    },
  },
  {
    rule: 'A trainer who is replaced at this moment ends nothing.',
    file: 'lib/sessions/lifecycle/end-session.ts',
    text: "status: 'in_progress', ...stillLedBy(context.actor)",
    becomes: "status: 'in_progress'",
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'a trainer who is replaced at this moment does not',
    },
  },
  {
    rule: 'A session goes on while a trainer is inside.',
    file: 'lib/sessions/lifecycle/complete-overdue-sessions.ts',
    text: 'stay."leftAt" IS NULL',
    becomes: 'FALSE',
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'h after its end, inside is',
    },
  },
  {
    rule: 'A removed student stays out.',
    file: 'lib/sessions/policy.ts',
    text: "if (session.removed) return 'removed'",
    becomes: '',
    test: { file: 'lib/sessions/policy.test.ts', name: 'who was removed stays out of a running session' },
  },
  {
    rule: "A student enters a class by the trainer's word only once admitted.",
    file: 'lib/sessions/policy.ts',
    text: "session.admission !== 'lobby' ||",
    becomes: 'true ||',
    test: { file: 'lib/sessions/policy.test.ts', name: 'by the trainer’s word' },
  },
  {
    rule: 'A session is shown to its people and to admins.',
    file: 'lib/sessions/read-session.ts',
    text: 'if (!maySee(context.actor, atTheDoor(row)))',
    becomes: 'if (false)',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'strangers are refused, and what does not exist is not found',
    },
  },
  {
    rule: 'Students do not see who has a seat.',
    file: 'lib/sessions/reading/find-session.ts',
    text: 'seats: seesPeople(context.actor, atTheDoor(row))',
    becomes: 'seats: true',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'its trainer and admins see who has a seat, is inside or removed; students do not',
    },
  },
  {
    rule: 'Only who leads sees the line.',
    file: 'lib/sessions/reading/find-session.ts',
    text: 'leads && isOpen(row) ? (',
    becomes: 'isOpen(row) ? (',
    test: {
      file: 'lib/exports/export-seats.integration.test.ts',
      name: 'who has a seat and who is in line, for who leads it',
    },
  },
  {
    rule: 'A student who admits exports names without ids and e-mails.',
    file: 'lib/exports/export-seats.ts',
    text: 'if (!mayReadEmails(context.actor)) return',
    becomes: 'if (false) return',
    test: {
      file: 'lib/exports/export-seats.integration.test.ts',
      name: 'who has a seat and who is in line, for who leads it',
    },
  },
  {
    rule: 'A student exports their sessions without ids and e-mails of trainers.',
    file: 'lib/exports/export-sessions.ts',
    text: 'if (!mayReadEmails(context.actor))',
    becomes: 'if (false)',
    test: {
      file: 'lib/exports/export-sessions.integration.test.ts',
      name: 'staff read who the trainer is, students only the name',
    },
  },
  {
    rule: "Only people who lead see what others' devices can do.",
    file: 'lib/sessions/reading/find-session.ts',
    text: '{ checks: leads && isOpen(row) }',
    becomes: '{ checks: isOpen(row) }',
    test: {
      file: 'lib/device-check/device-check.integration.test.ts',
      name: 'students do not, not even who assists',
    },
  },
  {
    rule: 'Who was erased is on no list of a session that goes on.',
    file: 'lib/sessions/seats/seats-of.ts',
    text: 'export const expected = { erasedAt: null }',
    becomes: 'export const expected = {}',
    test: {
      file: 'lib/sessions/seats/seats-of.integration.test.ts',
      name: 'who was erased leaves the roster at once',
    },
  },
  {
    rule: 'A removal holds for who was removed, and for nobody else.',
    file: 'lib/sessions/session-view.ts',
    text: 'removals: { where: { userId: actor.id },',
    becomes: 'removals: {',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'place, removal and parts are those of whoever asks',
    },
  },
  {
    rule: "A student's list has only sessions in which they have a seat.",
    file: 'lib/sessions/where-own.ts',
    text: '{ seats: { some: { studentId: id } } }',
    becomes: '{}',
    test: {
      file: 'lib/sessions/reading/list-sessions.integration.test.ts',
      name: "a student's own, by start, never those of others",
    },
  },
  {
    rule: 'Rooms that are open early are settled when somebody loses every right.',
    file: 'lib/room-access/remove-from-rooms.ts',
    text: '({ ...mayBeOpen, ...place })',
    becomes: "({ status: 'in_progress' as const, ...place })",
    test: {
      file: 'lib/room-access/remove-from-rooms.integration.test.ts',
      name: 'whoever loses every right',
    },
  },
  {
    rule: 'A revoked address of a feed opens nothing.',
    file: 'lib/sessions/feed/read-feed.ts',
    text: 'feedSerial: key.serial, ',
    becomes: '',
    test: {
      file: 'lib/sessions/feed/read-feed.integration.test.ts',
      name: 'an address of another serial, with another name',
    },
  },
  {
    rule: 'The feed of a disabled or erased person opens nothing.',
    file: 'lib/sessions/feed/read-feed.ts',
    text: ', disabledAt: null, erasedAt: null',
    becomes: '',
    test: { file: 'lib/sessions/feed/read-feed.integration.test.ts', name: 'the address of somebody with' },
  },
  {
    rule: 'PostgreSQL books a trainer once, running sessions included.',
    file: 'prisma/migrations/20261125110100_week_constraints/migration.sql',
    text: ") WHERE (\"status\" IN ('scheduled', 'in_progress'))",
    becomes: ') WHERE ("status" = \'scheduled\')',
    test: {
      file: 'lib/database/constraints.integration.test.ts',
      name: 'is booked once, by sessions that are not over',
    },
  },
  {
    rule: 'PostgreSQL counts no more seats online than there are places.',
    file: 'prisma/migrations/20261123000100_constraints/migration.sql',
    text: '"seatsTaken" BETWEEN 0 AND "capacity"',
    becomes: '"seatsTaken" >= 0',
    test: {
      file: 'lib/database/constraints.integration.test.ts',
      name: 'a session has no more seats than places',
    },
  },
]
