import type { Safeguard } from './safeguard.ts'

/** Moderation, hands, chat, the lobby and the room display. */
export const classroomSafeguards: Safeguard[] = [
  {
    rule: "A student who is removed while waiting for the room's row lock leaves nothing in the room.",
    file: 'lib/classroom/room/change-room.ts',
    text: 'isCurrent ? access : await requireParticipant(context, sessionId)',
    becomes: 'access',
    test: {
      file: 'lib/classroom/room/change-room.integration.test.ts',
      name: 'while being removed is refused, and has nothing left in the room',
    },
  },
  {
    rule: 'A change without effect takes no number, so that pages do not detect a gap.',
    file: 'lib/classroom/room/change-room.ts',
    text: 'await returnNumber(context, room)',
    becomes: 'await null',
    test: {
      file: 'lib/classroom/hands/hands.integration.test.ts',
      name: 'are queued in the order in which they were raised',
    },
  },
  {
    rule: 'A room’s number is read before its state, so that no change is lost behind a higher number.',
    file: 'lib/classroom/room/read-state.ts',
    text: 'const room = await context.database.classroom.findUnique({ where: { sessionId } })\n  const members = await readRoomMembers(context, sessionId)\n',
    becomes:
      'const members = await readRoomMembers(context, sessionId)\n  const room = await context.database.classroom.findUnique({ where: { sessionId } })\n',
    test: {
      file: 'lib/classroom/room/read-room.integration.test.ts',
      name: 'a hand that is raised during a read',
    },
  },
  {
    rule: 'A change for some people reaches all other participants only as a number.',
    file: 'lib/classroom/room/publish-to-room.ts',
    text: "({ number, change: { kind: 'not_visible' as const } }))",
    becomes: '({ number, change: changes[0]?.change }))',
    test: {
      file: 'lib/classroom/room/publish-to-room.test.ts',
      name: 'for some people are only a number to the others',
    },
  },
  {
    rule: 'Assistants have only the permissions that they were given.',
    file: 'lib/classroom/guards.ts',
    text: "if (!mayAssist(context.actor, access, permission)) throw new Refusal('forbidden', 'notYourSession')",
    becomes: '',
    test: {
      file: 'lib/classroom/moderation/moderation.integration.test.ts',
      name: 'students and other trainers cannot moderate',
    },
  },
  {
    rule: 'A session that has ended cannot be moderated.',
    file: 'lib/classroom/guards.ts',
    text: "permission)) throw new Refusal('forbidden', 'notYourSession')\n  if (!isOpen(access)) throw new Refusal('conflict', 'roomEnded')",
    becomes: "permission)) throw new Refusal('forbidden', 'notYourSession')",
    test: {
      file: 'lib/classroom/moderation/moderation.integration.test.ts',
      name: 'a session that has ended cannot be moderated',
    },
  },
  {
    rule: 'A removed student can no longer read the room.',
    file: 'lib/classroom/guards.ts',
    text: "if (access.removed) throw refuseEntry('removed')",
    becomes: '',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'a removed student cannot read, write or remove messages',
    },
  },
  {
    rule: 'A removal also applies to tokens issued before it.',
    file: 'lib/classroom/moderation/remove-participant.ts',
    text: "rights: 'reduced'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'cannot stay with an older token',
    },
  },
  {
    rule: 'Allowing one person to rejoin does not affect other removed people.',
    file: 'lib/classroom/moderation/readmit-participant.ts',
    text: 'deleteMany({ where: { sessionId, userId } })',
    becomes: 'deleteMany({ where: { sessionId } })',
    test: {
      file: 'lib/classroom/moderation/remove-participant.integration.test.ts',
      name: 'applies to one session and one person',
    },
  },
  {
    rule: 'A lock also applies to tokens issued before it.',
    file: 'lib/classroom/moderation/change-locks.ts',
    text: "rights: 'reduced'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'applies to an older token, even without a webhook',
    },
  },
  {
    rule: 'The search for a colleague takes % and _ literally.',
    file: 'lib/identity/search-people.ts',
    text: 'contains: escapeLike(word)',
    becomes: 'contains: word',
    test: {
      file: 'lib/classroom/moderation/moderation.integration.test.ts',
      name: 'is found by the literal search text',
    },
  },
  {
    rule: 'The floor is not given to a removed student.',
    file: 'lib/classroom/hands/grant-floor.ts',
    text: 'removals: { none: { sessionId } },',
    becomes: '',
    test: {
      file: 'lib/classroom/hands/hands.integration.test.ts',
      name: 'the floor cannot be given to a removed student',
    },
  },
  {
    rule: 'Only trainers read other people’s private messages.',
    file: 'lib/classroom/chat/list-messages.ts',
    text: '= isSessionTrainer(actor, access)',
    becomes: '= Boolean(access)',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is visible only to the student and the trainers',
    },
  },
  {
    rule: 'A private message is sent only to its student and the trainers.',
    file: 'lib/classroom/chat/chat-update.ts',
    text: 'if (privateWith === null) return { change }',
    becomes: 'if (change) return { change }',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is visible only to the student and the trainers',
    },
  },
  {
    rule: 'A trainer cannot remove messages of another session.',
    file: 'lib/classroom/chat/remove-message.ts',
    text: 'where: { id: messageId, sessionId },',
    becomes: 'where: { id: messageId },',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'a message cannot be answered or removed in another session',
    },
  },
  {
    rule: 'A message that is sent again is stored once.',
    file: 'lib/classroom/chat/send-message.ts',
    text: 'sent = await findSentMessage(context, input)',
    becomes: 'sent = null',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is stored once when sent 20 times at once',
    },
  },
  {
    rule: 'Erasing a person deletes the text of their messages.',
    file: 'lib/classroom/chat/erase-messages.ts',
    text: "data: { text: '' }",
    becomes: 'data: {}',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'erasing a person deletes the text of their messages',
    },
  },
  {
    rule: 'An admin’s review of a whole chat is recorded in the audit trail.',
    file: 'lib/classroom/chat/review-messages.ts',
    text: "await recordViews(context, 'chat_reviewed', [{ subject: 'session', subjectId: sessionId }])",
    becomes: '',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'hides the text from everyone',
    },
  },
  {
    rule: 'Switching to the lobby also applies to tokens issued before it.',
    file: 'lib/classroom/admission/change-admission.ts',
    text: "rights: 'reduced'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/admission/admission.integration.test.ts',
      name: 'when set during the class, keeps the current participants',
    },
  },
  {
    rule: 'Only people who may admit see the people in the lobby.',
    file: 'lib/classroom/admission/lobby-update.ts',
    text: "readModeratorIds(context, sessionId, 'admit')",
    becomes: "readModeratorIds(context, sessionId, 'any')",
    test: {
      file: 'lib/classroom/admission/admission.integration.test.ts',
      name: 'is visible to assistants who may admit',
    },
  },
  {
    rule: 'The code of a room display is valid for 5 minutes.',
    file: 'lib/classroom/room-display/pair-room-display.ts',
    text: 'where: { code, codeExpiresAt: { gt: now } }',
    becomes: 'where: { code }',
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'is refused with an expired code',
    },
  },
  {
    rule: 'Guessed codes are counted, including simultaneous ones.',
    file: 'lib/classroom/room-display/pair-room-display.ts',
    text: "await countOrRefuse(context, counters, 'roomDisplayTooManyTries')",
    becomes: '4',
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'is refused after five wrong codes in 10 minutes',
    },
  },
  {
    rule: 'New codes are created one at a time, so that the limit on open codes holds.',
    file: 'lib/classroom/room-display/create-room-display.ts',
    text: "await database.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('pairing-codes'))::text`",
    becomes: '',
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'one code at a time, so that the limit holds',
    },
  },
  {
    rule: 'An unpaired room display cannot stay with its token.',
    file: 'lib/classroom/room-display/unpair-room-display.ts',
    text: "rights: 'reduced'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'cannot stay with an older token, even without a webhook',
    },
  },
]
