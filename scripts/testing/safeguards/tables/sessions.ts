import type { Safeguard } from './safeguard.ts'

/** Starting and ending sessions, and what is shown of them to whom. */
export const sessionsSafeguards: Safeguard[] = [
  {
    rule: 'Only who leads a session starts it.',
    file: 'lib/sessions/lifecycle/start-session.ts',
    text: 'if (!mayModerate(context.actor, session)) {',
    becomes: 'if (false) {',
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'a student or another trainer is refused, and that is audited',
    },
  },
  {
    rule: 'A trainer who is replaced at this moment starts nothing.',
    file: 'lib/sessions/lifecycle/start-session.ts',
    text: "status: 'scheduled', ...whereMayModerate(context.actor)",
    becomes: "status: 'scheduled'",
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'a trainer replaced at this moment cannot',
    },
  },
  {
    rule: 'A session starts once.',
    file: 'lib/sessions/lifecycle/start-session.ts',
    text: "status: 'scheduled', ...whereMayModerate(context.actor)",
    becomes: '...whereMayModerate(context.actor)',
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: '20 starts at once are one transition, and all succeed',
    },
  },
  {
    rule: 'A trainer who is replaced at this moment ends nothing.',
    file: 'lib/sessions/lifecycle/end-session.ts',
    text: "status: 'in_progress', ...whereMayModerate(context.actor)",
    becomes: "status: 'in_progress'",
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'a trainer replaced at this moment cannot',
    },
  },
  {
    rule: 'A session goes on while a trainer is inside.',
    file: 'lib/sessions/lifecycle/complete-overdue-sessions.ts',
    text: 'stay."leftAt" IS NULL',
    becomes: 'FALSE',
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'h after its end with',
    },
  },
  {
    rule: 'A removed student stays out.',
    file: 'lib/sessions/join-policy.ts',
    text: "if (session.removed) return 'removed'",
    becomes: '',
    test: { file: 'lib/sessions/policy.test.ts', name: 'a removed student stays out of a running session' },
  },
  {
    rule: "A student enters a class by the trainer's word only once admitted.",
    file: 'lib/sessions/join-policy.ts',
    text: "session.admission !== 'lobby' ||",
    becomes: 'true ||',
    test: { file: 'lib/sessions/policy.test.ts', name: 'from the lobby' },
  },
  {
    rule: 'A session is shown to its people and to admins.',
    file: 'lib/sessions/read-session.ts',
    text: 'if (!maySee(context.actor, sessionAccessOf(row)))',
    becomes: 'if (false)',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'users without access are refused, and an unknown session is not found',
    },
  },
  {
    rule: 'Students do not see who has a seat.',
    file: 'lib/sessions/reading/find-session.ts',
    text: 'seats: maySeeSeats(context.actor, sessionAccessOf(row))',
    becomes: 'seats: true',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'its trainer and admins see who has a seat, is inside or removed; students do not',
    },
  },
  {
    rule: 'Only who leads sees the line.',
    file: 'lib/sessions/reading/find-session.ts',
    text: 'mayManage && isOpen(row)\n        ? (',
    becomes: 'isOpen(row) ? (',
    test: {
      file: 'lib/exports/export-seats.integration.test.ts',
      name: 'the trainer and students who may admit export seats',
    },
  },
  {
    rule: 'A student who admits exports names without ids and e-mails.',
    file: 'lib/exports/export-seats.ts',
    text: 'if (!mayReadEmails(context.actor)) return',
    becomes: 'if (false) return',
    test: {
      file: 'lib/exports/export-seats.integration.test.ts',
      name: 'the trainer and students who may admit export seats',
    },
  },
  {
    rule: 'A student exports their sessions without ids and e-mails of trainers.',
    file: 'lib/exports/export-sessions.ts',
    text: 'if (!mayReadEmails(context.actor))',
    becomes: 'if (false)',
    test: {
      file: 'lib/exports/export-sessions.integration.test.ts',
      name: 'staff get the trainer’s id and e-mail',
    },
  },
  {
    rule: "Only people who lead see what others' devices can do.",
    file: 'lib/sessions/reading/find-session.ts',
    text: '{ checks: mayManage && isOpen(row) }',
    becomes: '{ checks: isOpen(row) }',
    test: {
      file: 'lib/device-check/device-check.integration.test.ts',
      name: 'is hidden from students, also if they assist',
    },
  },
  {
    rule: 'Who was erased is on no list of a session that goes on.',
    file: 'lib/sessions/seats/seats-of.ts',
    text: 'export const notErased = { erasedAt: null }',
    becomes: 'export const notErased = {}',
    test: {
      file: 'lib/sessions/seats/seats-of.integration.test.ts',
      name: 'an erased student leaves the roster at once',
    },
  },
  {
    rule: 'A removal holds for who was removed, and for nobody else.',
    file: 'lib/sessions/session-view.ts',
    text: 'removals: { where: { userId: actor.id },',
    becomes: 'removals: {',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'seat, removal and abilities are those of the user',
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
    text: '({ ...mayBeOpen, ...condition })',
    becomes: "({ status: 'in_progress' as const, ...condition })",
    test: {
      file: 'lib/room-access/remove-from-rooms.integration.test.ts',
      name: 'losing all access',
    },
  },
  {
    rule: 'A revoked address of a feed opens nothing.',
    file: 'lib/sessions/feed/read-feed.ts',
    text: 'feedSerial: key.serial, ',
    becomes: '',
    test: {
      file: 'lib/sessions/feed/read-feed.integration.test.ts',
      name: 'an address with another serial or name',
    },
  },
  {
    rule: 'The feed of a disabled or erased person opens nothing.',
    file: 'lib/sessions/feed/read-feed.ts',
    text: ', disabledAt: null, erasedAt: null',
    becomes: '',
    test: { file: 'lib/sessions/feed/read-feed.integration.test.ts', name: 'the address of a user with' },
  },
  {
    rule: 'PostgreSQL books a trainer once, running sessions included.',
    file: 'prisma/migrations/20261125110100_week_constraints/migration.sql',
    text: ") WHERE (\"status\" IN ('scheduled', 'in_progress'))",
    becomes: ') WHERE ("status" = \'scheduled\')',
    test: {
      file: 'lib/database/constraints.integration.test.ts',
      name: 'cannot have two overlapping sessions, except past ones',
    },
  },
  {
    rule: 'PostgreSQL counts no more seats online than there are places.',
    file: 'prisma/migrations/20261123000100_constraints/migration.sql',
    text: '"seatsTaken" BETWEEN 0 AND "capacity"',
    becomes: '"seatsTaken" >= 0',
    test: {
      file: 'lib/database/constraints.integration.test.ts',
      name: 'seats stay between zero and the capacity',
    },
  },
]
