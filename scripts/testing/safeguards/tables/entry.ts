import type { Safeguard } from './safeguard.ts'

/** What holds for going into a room, staying there, and what is recorded of it. */
export const entrySafeguards: Safeguard[] = [
  {
    rule: 'A disabled person gets no token.',
    file: 'lib/classroom/find-access.ts',
    text: ' AND person."disabledAt" IS NULL',
    becomes: '',
    test: {
      file: 'lib/classroom/entry/issue-room-token.integration.test.ts',
      name: 'nobody signed in, a disabled user, a sign-in that ran out',
    },
  },
  {
    rule: 'Nobody gets a token for a session that is closed to them.',
    file: 'lib/classroom/entry/issue-room-token.ts',
    text: 'if (refusal) throw refuseEntry(refusal)',
    becomes: '',
    test: {
      file: 'lib/classroom/entry/issue-room-token.integration.test.ts',
      name: 'whose session it is not: 403',
    },
  },
  {
    rule: 'A person gets 20 tokens in a minute.',
    file: 'lib/classroom/entry/issue-room-token.ts',
    text: "countRequest('tokens', id)",
    becomes: '',
    test: {
      file: 'lib/classroom/entry/issue-room-token.integration.test.ts',
      name: 'a person gets 20 tokens in a minute',
    },
  },
  {
    rule: 'A token lasts 2 hours.',
    file: 'lib/livekit/sign-token.ts',
    text: 'const LIFE_S = 2 * 60 * 60',
    becomes: 'const LIFE_S = 24 * 60 * 60',
    test: {
      file: 'lib/classroom/entry/issue-room-token.integration.test.ts',
      name: 'opens one room, and ends after 2 hours',
    },
  },
  {
    rule: 'A companion publishes nothing.',
    file: 'lib/classroom/policy.ts',
    text: 'inClass && !person.companion ?',
    becomes: 'inClass ?',
    test: {
      file: 'lib/classroom/policy.test.ts',
      name: 'a student may, where',
    },
  },
  {
    rule: 'Rooms in which less is allowed now are looked at for as long as a token lasts.',
    file: 'lib/classroom/entry/reconcile-rooms-with-reduced-rights.ts',
    text: '(2 * 60 + 5) * 60_000',
    becomes: '60 * 60_000',
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'does not stay by a token from before',
    },
  },
  {
    rule: 'Rooms of supervised classes that have not begun are looked at, also where something has happened in them.',
    file: 'lib/classroom/entry/reconcile-rooms-with-reduced-rights.ts',
    text: ', { classroom: { startedAt: null } }',
    becomes: '',
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'nobody is heard before a supervised class begins',
    },
  },
  {
    rule: 'A right that is lost in a known room is remembered.',
    file: 'lib/room-access/mark-rights-reduced.ts',
    text: 'DO UPDATE SET "rightsReducedAt" =',
    becomes:
      'DO UPDATE SET "rightsReducedAt" = "Classroom"."rightsReducedAt" WHERE "Classroom"."rightsReducedAt" >',
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'does not stay by a token from before',
    },
  },
  {
    rule: "A participant is put out whose sign-in is somebody else's.",
    file: 'lib/classroom/entry/evaluate-room.ts',
    text: 'live.get(signInId) === userId',
    becomes: 'live.has(signInId)',
    test: {
      file: 'lib/classroom/entry/ended-sign-in.integration.test.ts',
      name: 'a participant who names somebody else',
    },
  },
  {
    rule: "A trainer's participant has to name a sign-in.",
    file: 'lib/classroom/entry/evaluate-room.ts',
    text: 'return !grants.updateOwnMetadata',
    becomes: 'return true',
    test: {
      file: 'lib/classroom/entry/ended-sign-in.integration.test.ts',
      name: 'a trainer too, and by a token that names no sign-in',
    },
  },
  {
    rule: 'The room of a session that is not known here is left alone.',
    file: 'lib/classroom/entry/evaluate-room.ts',
    text: 'if (!session) return [id, asItShouldBe()]',
    becomes: 'if (!session) return [id, { ...asItShouldBe(), open: false }]',
    test: {
      file: 'lib/classroom/entry/reconcile-room.integration.test.ts',
      name: 'of a session that nobody here knows is left alone',
    },
  },
  {
    rule: 'Somebody who is disabled is put out.',
    file: 'lib/classroom/people-access.ts',
    text: ' AND person."disabledAt" IS NULL',
    becomes: '',
    test: {
      file: 'lib/classroom/entry/reconcile-room.integration.test.ts',
      name: 'a student who',
    },
  },
  {
    rule: 'A student who gets the seat back in time keeps what they have in the room.',
    file: 'lib/classroom/entry/clear-former-members.ts',
    text: '(await findLeavers(context, sessionId)).includes(leaver)',
    becomes: 'true',
    test: {
      file: 'lib/classroom/entry/clear-former-members.integration.test.ts',
      name: 'a student who gets the seat back before the room is theirs to change',
    },
  },
  {
    rule: 'A supervised class begins by a trainer, and not by a student who assists.',
    file: 'lib/classroom/entry/start-or-pause-class.ts',
    text: 'await peopleWhoLead(context, sessionId)',
    becomes: "await peopleWhoLead(context, sessionId, 'any')",
    test: {
      file: 'lib/classroom/entry/start-or-pause-class.integration.test.ts',
      name: 'by another trainer who assists, and by no student who does',
    },
  },
  {
    rule: 'Each event of LiveKit is taken by one process.',
    file: 'lib/attendance/apply-media-events.ts',
    text: 'FOR UPDATE SKIP LOCKED',
    becomes: '',
    test: {
      file: 'lib/attendance/apply-media-events.integration.test.ts',
      name: 'one that another process has in hand is left to it',
    },
  },
  {
    rule: 'An event that LiveKit sends again is stored once.',
    file: 'lib/attendance/store-media-events.ts',
    text: 'ON CONFLICT ("id") DO NOTHING',
    becomes: '',
    test: {
      file: 'lib/attendance/receive-webhook.integration.test.ts',
      name: 'is stored once, and waits to be applied',
    },
  },
  {
    rule: 'When somebody left is told once; only an estimate gives way to it.',
    file: 'lib/attendance/presences.ts',
    text: ' AND (stay."leftAt" IS NULL OR stay."estimated")',
    becomes: '',
    test: {
      file: 'lib/attendance/apply-media-events.integration.test.ts',
      name: 'the word of leaving takes the place of an estimate',
    },
  },
  {
    rule: "Recorders and agents are nobody's attendance.",
    file: 'lib/attendance/presences.ts',
    text: 'participant.person ? deviceOf(participant.identity) : null',
    becomes: 'deviceOf(participant.identity)',
    test: {
      file: 'lib/attendance/apply-media-events.integration.test.ts',
      name: 'recorders and agents, and identities that are nobody of ours',
    },
  },
  {
    rule: 'Nobody is taken for gone after one look that missed them.',
    file: 'lib/attendance/reconcile-presences.ts',
    text: 'const MISSING_FOR = 20_000',
    becomes: 'const MISSING_FOR = 0',
    test: {
      file: 'lib/attendance/reconcile-presences.integration.test.ts',
      name: 'who is gone was there until the first look that missed them',
    },
  },
  {
    rule: 'Nobody is taken for gone after a failed look at their room.',
    file: 'lib/attendance/reconcile-presences.ts',
    text: ', sessionId: { notIn: unseen } }',
    becomes: ' }',
    test: {
      file: 'lib/attendance/reconcile-presences.integration.test.ts',
      name: 'a room that cannot be looked at does not hold up the others',
    },
  },
  {
    rule: 'Nobody is taken for gone whom another look has seen meanwhile.',
    file: 'lib/attendance/reconcile-presences.ts',
    text: ', leftAt: null, missingSince: stay.missingSince }',
    becomes: ', leftAt: null }',
    test: {
      file: 'lib/attendance/reconcile-presences.integration.test.ts',
      name: 'who is seen by another look at the same time',
    },
  },
  {
    rule: 'A webhook counts only with the body that was signed.',
    file: 'lib/livekit/read-event.ts',
    text: 'if (!isHashOf(body, sha256))',
    becomes: 'if (sha256 === null)',
    test: {
      file: 'lib/livekit/read-event.test.ts',
      name: 'another body than was signed',
    },
  },
]
