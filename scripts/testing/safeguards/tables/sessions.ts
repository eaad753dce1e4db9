import type { Safeguard } from './safeguard.ts'

/** Starting and ending sessions, and their visibility. */
export const sessionsSafeguards: Safeguard[] = [
  {
    rule: 'Only a moderator can start a session.',
    file: 'lib/sessions/lifecycle/start-session.ts',
    text: 'if (!mayModerate(context.actor, session)) {',
    becomes: 'if (false) {',
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'a student or another trainer is refused, and that is audited',
    },
  },
  {
    rule: 'A trainer who is replaced at the same moment cannot start the session.',
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
    rule: 'A trainer who is replaced at the same moment cannot end the session.',
    file: 'lib/sessions/lifecycle/end-session.ts',
    text: "status: 'in_progress', ...whereMayModerate(context.actor)",
    becomes: "status: 'in_progress'",
    test: {
      file: 'lib/sessions/lifecycle/lifecycle.integration.test.ts',
      name: 'a trainer replaced at this moment cannot',
    },
  },
  {
    rule: 'A session continues while a trainer is in the room.',
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
    rule: 'A student enters a class with a lobby only once admitted.',
    file: 'lib/sessions/join-policy.ts',
    text: "session.admission !== 'lobby' ||",
    becomes: 'true ||',
    test: { file: 'lib/sessions/policy.test.ts', name: 'from the lobby' },
  },
  {
    rule: 'A session is visible only to its people and to admins.',
    file: 'lib/sessions/read-session.ts',
    text: 'if (!maySee(context.actor, sessionAccessOf(row)))',
    becomes: 'if (false)',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'users without access are refused, and an unknown session is not found',
    },
  },
  {
    rule: 'Students cannot see the list of seats.',
    file: 'lib/sessions/reading/find-session.ts',
    text: 'seats: maySeeSeats(context.actor, sessionAccessOf(row))',
    becomes: 'seats: true',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'its trainer and admins see who has a seat, is inside or removed; students do not',
    },
  },
  {
    rule: 'Only moderators see the waitlist.',
    file: 'lib/sessions/reading/find-session.ts',
    text: 'mayManage && isOpen(row)\n        ? (',
    becomes: 'isOpen(row) ? (',
    test: {
      file: 'lib/exports/export-seats.integration.test.ts',
      name: 'the trainer and students who may admit export seats',
    },
  },
  {
    rule: 'A student with the admit permission exports names without ids and e-mails.',
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
    rule: 'Only moderators see other people’s device checks.',
    file: 'lib/sessions/reading/find-session.ts',
    text: '{ checks: mayManage && isOpen(row) }',
    becomes: '{ checks: isOpen(row) }',
    test: {
      file: 'lib/device-check/device-check.integration.test.ts',
      name: 'is hidden from students, also if they assist',
    },
  },
  {
    rule: 'An erased person is on no list of a running session.',
    file: 'lib/sessions/seats/seats-of.ts',
    text: 'export const notErased = { erasedAt: null }',
    becomes: 'export const notErased = {}',
    test: {
      file: 'lib/sessions/seats/seats-of.integration.test.ts',
      name: 'an erased student leaves the roster at once',
    },
  },
  {
    rule: 'A removal applies only to the removed person.',
    file: 'lib/sessions/session-view.ts',
    text: 'removals: { where: { userId: actor.id },',
    becomes: 'removals: {',
    test: {
      file: 'lib/sessions/reading/find-session.integration.test.ts',
      name: 'seat, removal and abilities are those of the user',
    },
  },
  {
    rule: 'A student’s list contains only sessions in which they have a seat.',
    file: 'lib/sessions/where-own.ts',
    text: '{ seats: { some: { studentId: id } } }',
    becomes: '{}',
    test: {
      file: 'lib/sessions/reading/list-sessions.integration.test.ts',
      name: "a student's own, by start, never those of others",
    },
  },
  {
    rule: 'Rooms that are open early are reconciled when a person loses all rights.',
    file: 'lib/room-access/remove-from-rooms.ts',
    text: '({ ...mayBeOpen, ...condition })',
    becomes: "({ status: 'in_progress' as const, ...condition })",
    test: {
      file: 'lib/room-access/remove-from-rooms.integration.test.ts',
      name: 'losing all access',
    },
  },
  {
    rule: 'A revoked feed address returns nothing.',
    file: 'lib/sessions/feed/read-feed.ts',
    text: 'feedSerial: key.serial, ',
    becomes: '',
    test: {
      file: 'lib/sessions/feed/read-feed.integration.test.ts',
      name: 'an address with another serial or name',
    },
  },
  {
    rule: 'The feed of a disabled or erased person returns nothing.',
    file: 'lib/sessions/feed/read-feed.ts',
    text: ', disabledAt: null, erasedAt: null',
    becomes: '',
    test: { file: 'lib/sessions/feed/read-feed.integration.test.ts', name: 'the address of a user with' },
  },
  {
    rule: 'PostgreSQL prevents double booking of a trainer, including running sessions.',
    file: 'prisma/migrations/20261125110100_week_constraints/migration.sql',
    text: ") WHERE (\"status\" IN ('scheduled', 'in_progress'))",
    becomes: ') WHERE ("status" = \'scheduled\')',
    test: {
      file: 'lib/database/constraints.integration.test.ts',
      name: 'cannot have two overlapping sessions, except past ones',
    },
  },
  {
    rule: 'PostgreSQL prevents more online seats than the capacity.',
    file: 'prisma/migrations/20261123000100_constraints/migration.sql',
    text: '"seatsTaken" BETWEEN 0 AND "capacity"',
    becomes: '"seatsTaken" >= 0',
    test: {
      file: 'lib/database/constraints.integration.test.ts',
      name: 'seats stay between zero and the capacity',
    },
  },
]
