import type { Safeguard } from './safeguard.ts'

/** What holds in a class: leading it, hands, chat, the door and the room’s screen. */
export const classroomSafeguards: Safeguard[] = [
  {
    rule: "A student who is removed while they wait for the room's row leaves nothing in the room.",
    file: 'lib/classroom/room/change-room.ts',
    text: 'isCurrent ? access : await requireParticipant(context, sessionId)',
    becomes: 'access',
    test: {
      file: 'lib/classroom/room/change-room.integration.test.ts',
      name: 'while being removed is refused, and has nothing left in the room',
    },
  },
  {
    rule: 'A change that comes to nothing takes no number, so that no page believes to have missed one.',
    file: 'lib/classroom/room/change-room.ts',
    text: 'await returnNumber(context, room)',
    becomes: 'await null',
    test: {
      file: 'lib/classroom/hands/hands.integration.test.ts',
      name: 'are queued in the order in which they were raised',
    },
  },
  {
    rule: 'The number of a room is read before its state, so that no change is lost behind a higher number.',
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
    rule: 'A change that is told to some people is only a number for everybody else in the room.',
    file: 'lib/classroom/room/publish-to-room.ts',
    text: "({ number, change: { kind: 'not_visible' as const } }))",
    becomes: '({ number, change: changes[0]?.change }))',
    test: {
      file: 'lib/classroom/room/publish-to-room.test.ts',
      name: 'for some people are only a number to the others',
    },
  },
  {
    rule: 'Nobody leads any part of a session without being given it.',
    file: 'lib/classroom/guards.ts',
    text: "if (!mayAssist(context.actor, access, permission)) throw new Refusal('forbidden', 'notYourSession')",
    becomes: '',
    test: {
      file: 'lib/classroom/moderation/moderation.integration.test.ts',
      name: 'students and other trainers cannot moderate',
    },
  },
  {
    rule: 'In a session that is over nobody leads anything.',
    file: 'lib/classroom/guards.ts',
    text: "permission)) throw new Refusal('forbidden', 'notYourSession')\n  if (!isOpen(access)) throw new Refusal('conflict', 'roomEnded')",
    becomes: "permission)) throw new Refusal('forbidden', 'notYourSession')",
    test: {
      file: 'lib/classroom/moderation/moderation.integration.test.ts',
      name: 'a session that has ended cannot be moderated',
    },
  },
  {
    rule: 'A student who was removed reads nothing of the room any more.',
    file: 'lib/classroom/guards.ts',
    text: "if (access.removed) throw refuseEntry('removed')",
    becomes: '',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'a removed student cannot read, write or remove messages',
    },
  },
  {
    rule: 'A removal holds for tokens from before.',
    file: 'lib/classroom/moderation/remove-participant.ts',
    text: "rights: 'reduced'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'cannot stay with an older token',
    },
  },
  {
    rule: 'Letting one person in again lets in nobody else.',
    file: 'lib/classroom/moderation/readmit-participant.ts',
    text: 'deleteMany({ where: { sessionId, userId } })',
    becomes: 'deleteMany({ where: { sessionId } })',
    test: {
      file: 'lib/classroom/moderation/remove-participant.integration.test.ts',
      name: 'applies to one session and one person',
    },
  },
  {
    rule: 'A lock holds for tokens from before.',
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
    rule: 'The floor is not given to a student who was removed.',
    file: 'lib/classroom/hands/grant-floor.ts',
    text: 'removals: { none: { sessionId } },',
    becomes: '',
    test: {
      file: 'lib/classroom/hands/hands.integration.test.ts',
      name: 'the floor cannot be given to a removed student',
    },
  },
  {
    rule: 'Only people who train read the private messages of others.',
    file: 'lib/classroom/chat/list-messages.ts',
    text: '= isSessionTrainer(actor, access)',
    becomes: '= Boolean(access)',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is visible only to the student and the trainers',
    },
  },
  {
    rule: 'A private message is told to its student and to who trains alone.',
    file: 'lib/classroom/chat/chat-update.ts',
    text: 'if (privateWith === null) return { change }',
    becomes: 'if (change) return { change }',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is visible only to the student and the trainers',
    },
  },
  {
    rule: 'The trainer of one session removes no message of another one.',
    file: 'lib/classroom/chat/remove-message.ts',
    text: 'where: { id: messageId, sessionId },',
    becomes: 'where: { id: messageId },',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'a message cannot be answered or removed in another session',
    },
  },
  {
    rule: 'A message that is sent again is the same one.',
    file: 'lib/classroom/chat/send-message.ts',
    text: 'sent = await findSentMessage(context, input)',
    becomes: 'sent = null',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is stored once when sent 20 times at once',
    },
  },
  {
    rule: 'Of what an erased person wrote no text is left.',
    file: 'lib/classroom/chat/erase-messages.ts',
    text: "data: { text: '' }",
    becomes: 'data: {}',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'erasing a person deletes the text of their messages',
    },
  },
  {
    rule: 'An admin who reads a whole chat is in the audit trail.',
    file: 'lib/classroom/chat/review-messages.ts',
    text: "await recordViews(context, 'chat_reviewed', [{ subject: 'session', subjectId: sessionId }])",
    becomes: '',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'hides the text from everyone',
    },
  },
  {
    rule: 'The change to being let in one by one holds for tokens from before.',
    file: 'lib/classroom/admission/change-admission.ts',
    text: "rights: 'reduced'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/admission/admission.integration.test.ts',
      name: 'when set during the class, keeps the current participants',
    },
  },
  {
    rule: 'Only people who may admit are told who waits at the door.',
    file: 'lib/classroom/admission/lobby-update.ts',
    text: "readModeratorIds(context, sessionId, 'admit')",
    becomes: "readModeratorIds(context, sessionId, 'any')",
    test: {
      file: 'lib/classroom/admission/admission.integration.test.ts',
      name: 'is visible to assistants who may admit',
    },
  },
  {
    rule: "The code of a room's screen can be used for 5 minutes.",
    file: 'lib/classroom/room-display/pair-room-display.ts',
    text: 'where: { code, codeExpiresAt: { gt: now } }',
    becomes: 'where: { code }',
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'is refused with an expired code',
    },
  },
  {
    rule: 'Codes that are guessed are counted, also those that are sent at once.',
    file: 'lib/classroom/room-display/pair-room-display.ts',
    text: "await countOrRefuse(context, counters, 'roomDisplayTooManyTries')",
    becomes: '4',
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'is refused after five wrong codes in 10 minutes',
    },
  },
  {
    rule: 'New codes are made one after the other, so that the limit of open ones holds.',
    file: 'lib/classroom/room-display/create-room-display.ts',
    text: "await database.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('pairing-codes'))::text`",
    becomes: '',
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'one code at a time, so that the limit holds',
    },
  },
  {
    rule: "A room's screen that was unpaired does not stay by its token.",
    file: 'lib/classroom/room-display/unpair-room-display.ts',
    text: "rights: 'reduced'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'cannot stay with an older token, even without a webhook',
    },
  },
]
