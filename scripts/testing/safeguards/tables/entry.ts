import type { Safeguard } from './safeguard.ts'

/** Entering a room, staying in it, and attendance. */
export const entrySafeguards: Safeguard[] = [
  {
    rule: 'A disabled person gets no token.',
    file: 'lib/classroom/find-access.ts',
    text: ' AND person."disabledAt" IS NULL',
    becomes: '',
    test: {
      file: 'lib/classroom/entry/issue-room-token.integration.test.ts',
      name: 'not signed in, a disabled user, an expired sign-in',
    },
  },
  {
    rule: 'A token requires access to the session.',
    file: 'lib/classroom/entry/issue-room-token.ts',
    text: 'if (refusal) throw refuseEntry(refusal)',
    becomes: '',
    test: {
      file: 'lib/classroom/entry/issue-room-token.integration.test.ts',
      name: 'people outside the session, and admins: 403',
    },
  },
  {
    rule: 'A person gets at most 20 tokens per minute.',
    file: 'lib/classroom/entry/issue-room-token.ts',
    text: "countRequest('tokens', id)",
    becomes: '',
    test: {
      file: 'lib/classroom/entry/issue-room-token.integration.test.ts',
      name: 'a person gets 20 tokens in a minute',
    },
  },
  {
    rule: 'A token is valid for 2 hours.',
    file: 'lib/livekit/media.ts',
    text: 'const TOKEN_LIFETIME_S = 2 * HOUR_S',
    becomes: 'const TOKEN_LIFETIME_S = 24 * HOUR_S',
    test: {
      file: 'lib/classroom/entry/issue-room-token.integration.test.ts',
      name: 'opens one room, and expires after 2 hours',
    },
  },
  {
    rule: 'A companion publishes nothing.',
    file: 'lib/classroom/grants.ts',
    text: 'participates && !person.companion\n        ?',
    becomes: 'participates ?',
    test: {
      file: 'lib/classroom/grants.test.ts',
      name: 'grants of a student if',
    },
  },
  {
    rule: 'Rooms with reduced rights are checked for the lifetime of a token.',
    file: 'lib/classroom/entry/reconcile-rooms-with-reduced-rights.ts',
    text: 'TOKEN_LIFETIME_S * SECOND_MS + 5 * MINUTE_MS',
    becomes: '60 * MINUTE_MS',
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'cannot stay with an older token',
    },
  },
  {
    rule: 'Rooms of supervised classes that have not started are checked, even after activity in them.',
    file: 'lib/classroom/entry/reconcile-rooms-with-reduced-rights.ts',
    text: ', { classroom: { startedAt: null } }',
    becomes: '',
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'students cannot speak before a supervised class starts',
    },
  },
  {
    rule: 'A reduced right in a known room is recorded.',
    file: 'lib/room-access/mark-rights-reduced.ts',
    text: 'DO UPDATE SET "rightsReducedAt" =',
    becomes:
      'DO UPDATE SET "rightsReducedAt" = "Classroom"."rightsReducedAt" WHERE "Classroom"."rightsReducedAt" >',
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'cannot stay with an older token',
    },
  },
  {
    rule: 'A participant with another person’s sign-in is removed.',
    file: 'lib/classroom/entry/evaluate-room.ts',
    text: 'activeSignIns.get(signInId) === userId',
    becomes: 'activeSignIns.has(signInId)',
    test: {
      file: 'lib/classroom/entry/ended-sign-in.integration.test.ts',
      name: 'a participant who names the sign-in of another person',
    },
  },
  {
    rule: 'A trainer’s participant must name a sign-in.',
    file: 'lib/classroom/entry/evaluate-room.ts',
    text: 'return !grants.updateOwnMetadata',
    becomes: 'return true',
    test: {
      file: 'lib/classroom/entry/ended-sign-in.integration.test.ts',
      name: 'a trainer, also with a token that names no sign-in',
    },
  },
  {
    rule: 'The room of an unknown session is not changed.',
    file: 'lib/classroom/entry/evaluate-room.ts',
    text: 'if (!session) return [id, nothingToCorrect()]',
    becomes: 'if (!session) return [id, { ...nothingToCorrect(), open: false }]',
    test: {
      file: 'lib/classroom/entry/reconcile-room.integration.test.ts',
      name: 'of an unknown session is left alone',
    },
  },
  {
    rule: 'A disabled person is removed from the room.',
    file: 'lib/classroom/people-access.ts',
    text: ' AND person."disabledAt" IS NULL',
    becomes: '',
    test: {
      file: 'lib/classroom/entry/reconcile-room.integration.test.ts',
      name: 'a student who',
    },
  },
  {
    rule: 'A student who gets the seat back in time keeps their state in the room.',
    file: 'lib/classroom/entry/clear-former-members.ts',
    text: '(await findFormerMembers(context, sessionId)).includes(memberId)',
    becomes: 'true',
    test: {
      file: 'lib/classroom/entry/clear-former-members.integration.test.ts',
      name: 'a student who gets the seat back before the room is locked',
    },
  },
  {
    rule: 'A supervised class is started by a trainer, not by an assisting student.',
    file: 'lib/classroom/entry/start-or-pause-class.ts',
    text: 'await readModeratorIds(context, sessionId)',
    becomes: "await readModeratorIds(context, sessionId, 'any')",
    test: {
      file: 'lib/classroom/entry/start-or-pause-class.integration.test.ts',
      name: 'with a trainer who assists, but not with a student who assists',
    },
  },
  {
    rule: 'Each LiveKit event is processed by one process.',
    file: 'lib/attendance/apply-media-events.ts',
    text: 'FOR UPDATE SKIP LOCKED',
    becomes: '',
    test: {
      file: 'lib/attendance/apply-media-events.integration.test.ts',
      name: 'that another process has taken are skipped',
    },
  },
  {
    rule: 'A repeated LiveKit event is stored once.',
    file: 'lib/attendance/store-media-events.ts',
    text: 'ON CONFLICT ("id") DO NOTHING',
    becomes: '',
    test: {
      file: 'lib/attendance/receive-webhook.integration.test.ts',
      name: 'is stored once, to be applied later',
    },
  },
  {
    rule: 'A leave time is recorded once; it replaces only an estimate.',
    file: 'lib/attendance/presences.ts',
    text: ' AND (presence."leftAt" IS NULL OR presence."estimated")',
    becomes: '',
    test: {
      file: 'lib/attendance/apply-media-events.integration.test.ts',
      name: 'take the time of the first leave event in place of an estimate',
    },
  },
  {
    rule: 'Recorders and agents do not count as attendance.',
    file: 'lib/attendance/presences.ts',
    text: 'participant.person ? deviceOf(participant.identity) : null',
    becomes: 'deviceOf(participant.identity)',
    test: {
      file: 'lib/attendance/apply-media-events.integration.test.ts',
      name: 'recorders, agents and unknown identities',
    },
  },
  {
    rule: 'A participant missing from a single check does not count as gone.',
    file: 'lib/attendance/reconcile-presences.ts',
    text: 'const MISSING_FOR_MS = 20_000',
    becomes: 'const MISSING_FOR_MS = 0',
    test: {
      file: 'lib/attendance/reconcile-presences.integration.test.ts',
      name: 'a presence ends at the first check without the participant',
    },
  },
  {
    rule: 'No participant counts as gone after a failed check of their room.',
    file: 'lib/attendance/reconcile-presences.ts',
    text: ', sessionId: { notIn: unreadSessionIds } }',
    becomes: ' }',
    test: {
      file: 'lib/attendance/reconcile-presences.integration.test.ts',
      name: 'a room that cannot be read does not delay the others',
    },
  },
  {
    rule: 'A participant seen meanwhile by another check does not count as gone.',
    file: 'lib/attendance/reconcile-presences.ts',
    text: ', leftAt: null, missingSince: presence.missingSince }',
    becomes: ', leftAt: null }',
    test: {
      file: 'lib/attendance/reconcile-presences.integration.test.ts',
      name: 'if a check at the same time sees the participant',
    },
  },
  {
    rule: 'A webhook is accepted only with the body that was signed.',
    file: 'lib/livekit/read-event.ts',
    text: 'if (!isHashOf(body, sha256))',
    becomes: 'if (sha256 === null)',
    test: {
      file: 'lib/livekit/read-event.test.ts',
      name: 'a body that was not signed',
    },
  },
]
