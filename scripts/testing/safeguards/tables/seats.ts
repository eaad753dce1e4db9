import type { Safeguard } from './safeguard.ts'

/** Seats, waitlists and promotions. */
export const seatsSafeguards: Safeguard[] = [
  {
    rule: 'Only admins can assign seats.',
    file: 'lib/sessions/seats/seat-students.ts',
    text: 'await refuseUnlessMayPlan(context, sessionId)',
    becomes: '',
    test: {
      file: 'lib/sessions/seats/seat-students.integration.test.ts',
      name: "is refused to the session's own trainer and students",
    },
  },
  {
    rule: 'Seats of one student are assigned one at a time: the student is locked.',
    file: 'lib/sessions/seats/seat-students.ts',
    text: 'await lockStudents(context, studentIds)',
    becomes: '',
    test: {
      file: 'lib/sessions/seats/seat-students.integration.test.ts',
      name: 'the student is given a seat in another session of that hour',
    },
  },
  {
    rule: 'A student is not booked twice.',
    file: 'lib/sessions/seats/seats.ts',
    text: 'if (!allowOverlap) await refuseBusyStudents(context, ids, session, session.id)',
    becomes: '',
    test: {
      file: 'lib/sessions/seats/seat-students.integration.test.ts',
      name: 'is for all or none',
    },
  },
  {
    rule: 'No seat is assigned in a session that is cancelled at the same moment: its row is locked.',
    file: 'lib/sessions/seats/seats.ts',
    text: ' FOR NO KEY UPDATE OF session`',
    becomes: '`',
    test: { file: 'lib/sessions/seats/seat-students.integration.test.ts', name: 'the session is cancelled' },
  },
  {
    rule: 'A student who loses a seat is removed from the room.',
    file: 'lib/sessions/seats/unseat-students.ts',
    text: 'await markRightsReduced(context, [sessionId])',
    becomes: '',
    test: {
      file: 'lib/sessions/seats/seat-students.integration.test.ts',
      name: 'frees the seat, reconciles the room, and is idempotent',
    },
  },
  {
    rule: 'A freed seat goes to the first student on the waitlist.',
    file: 'lib/sessions/seats/unseat-students.ts',
    text: 'await promoteWaitlists(context, [sessionId])',
    becomes: '',
    test: {
      file: 'lib/sessions/seats/waitlist.integration.test.ts',
      name: 'with a notice to that student only, and again the second time',
    },
  },
  {
    rule: 'A student who joins the waitlist while they lose a seat elsewhere is locked.',
    file: 'lib/sessions/seats/unseat-students.ts',
    text: 'await lockWaitlists(context, [sessionId], studentIds)',
    becomes: 'await lockWaitlists(context, [sessionId])',
    test: {
      file: 'lib/sessions/seats/promote-after-commit.integration.test.ts',
      name: 'while they join the waitlist',
    },
  },
  {
    rule: 'A student who joins the waitlist while their session is cancelled is locked.',
    file: 'lib/sessions/changes/lock-planned.ts',
    text: 'await lockWaitlists(context, changed, seated)',
    becomes: 'await lockWaitlists(context, changed)',
    test: {
      file: 'lib/sessions/seats/promote-after-commit.integration.test.ts',
      name: 'while they join the waitlist',
    },
  },
  {
    rule: 'A student who is enrolled while a session is cancelled gets no seat in it.',
    file: 'lib/sessions/seats/seat-in-scheduled-sessions.ts',
    text: "sessions.filter((session) => session.status === 'scheduled')",
    becomes: 'sessions',
    test: {
      file: 'lib/sessions/seats/seat-in-scheduled-sessions.integration.test.ts',
      name: 'a student enrolled while a session is cancelled gets no seat in it',
    },
  },
  {
    rule: 'The permission to switch a seat is checked again once the session is locked.',
    file: 'lib/sessions/seats/switch-seat.ts',
    text: '    await refuseUnlessMaySwitch(context, sessionId, studentId)\n    if',
    becomes: '    if',
    test: {
      file: 'lib/sessions/seats/switch-seat.integration.test.ts',
      name: 'to a student whose session is moved at this moment',
    },
  },
  {
    rule: 'Students can switch seats only if their class allows it.',
    file: 'lib/sessions/switch-policy.ts',
    text: "if (own && !session.class.studentsMaySwitch) return 'not_offered'",
    becomes: '',
    test: {
      file: 'lib/sessions/seats/switch-seat.integration.test.ts',
      name: 'to other students, other trainers, and if the class does not let students switch',
    },
  },
  {
    rule: 'A student who gets another seat in a parallel transaction is not promoted.',
    file: 'lib/sessions/seats/promote-waitlist.ts',
    text: 'if (promotions.some(({ studentId }) => !locked.has(studentId))) throw new StaleRead()',
    becomes: '',
    test: {
      file: 'lib/sessions/seats/promote-after-commit.integration.test.ts',
      name: 'is not promoted if it seats them at the same time',
    },
  },
  {
    rule: 'A promotion does not wait for a student’s lock while it holds a session’s lock.',
    file: 'lib/sessions/seats/promote-waitlist.ts',
    text: ' SKIP LOCKED`',
    becomes: '`',
    test: {
      file: 'lib/sessions/seats/promote-after-commit.integration.test.ts',
      name: 'is not waited for while the session is locked',
    },
  },
  {
    rule: 'A student with another session at that time is skipped on the waitlist.',
    file: 'lib/sessions/seats/promote-waitlist.ts',
    text: 'seat."sessionId" IS NOT NULL OR NOT EXISTS (',
    becomes: 'TRUE OR NOT EXISTS (',
    test: {
      file: 'lib/sessions/seats/waitlist.integration.test.ts',
      name: 'a busy student is skipped and stays on the waitlist',
    },
  },
  {
    rule: 'A student who joins the waitlist again keeps their position.',
    file: 'lib/sessions/seats/seats.ts',
    text: 'WHERE "WaitlistEntry"."kind" <> excluded."kind"',
    becomes: '',
    test: {
      file: 'lib/sessions/seats/waitlist.integration.test.ts',
      name: 'and keeps the position on a repeated request',
    },
  },
  {
    rule: 'Only planners can remove students from a waitlist.',
    file: 'lib/sessions/seats/remove-from-waitlist.ts',
    text: 'await refuseUnlessMayPlan(context, sessionId)',
    becomes: '',
    test: {
      file: 'lib/sessions/seats/waitlist.integration.test.ts',
      name: 'can be listed and changed by admins only',
    },
  },
  {
    rule: 'An erased student keeps the seats of started sessions.',
    file: 'lib/sessions/seats/release-all-seats.ts',
    text: ".filter(({ status }) => status === 'scheduled')",
    becomes: '',
    test: {
      file: 'lib/sessions/seats/release-all-seats.integration.test.ts',
      name: 'keeps the seat of a session that starts at this moment, as history',
    },
  },
]
