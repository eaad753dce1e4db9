import type { Safeguard } from './safeguard.ts'

/** What holds in a class: leading it, hands, chat, the door and the room’s screen. */
export const classroomSafeguards: Safeguard[] = [
  {
    rule: "A student who is removed while they wait for the room's row leaves nothing in the room.",
    file: 'lib/classroom/room/change-room.ts',
    text: 'holds ? door : await refuseOutsider(context, sessionId)',
    becomes: 'door',
    test: {
      file: 'lib/classroom/room/change-room.integration.test.ts',
      name: 'while they are removed is refused, and leaves nothing',
    },
  },
  {
    rule: 'A change that comes to nothing takes no number, so that no page believes to have missed one.',
    file: 'lib/classroom/room/change-room.ts',
    text: 'await giveNumberBack(context, room)',
    becomes: 'await null',
    test: {
      file: 'lib/classroom/hands/hands.integration.test.ts',
      name: 'stand in one line, in the order in which they came',
    },
  },
  {
    rule: 'The number of a room is read before its state, so that no change is lost behind a higher number.',
    file: 'lib/classroom/room/read-state.ts',
    text: 'const room = await context.database.classroom.findUnique({ where: { sessionId } })\n  const attendees = await readAttendees(context, sessionId)\n',
    becomes:
      'const attendees = await readAttendees(context, sessionId)\n  const room = await context.database.classroom.findUnique({ where: { sessionId } })\n',
    test: {
      file: 'lib/classroom/room/read-room.integration.test.ts',
      name: 'a hand that is raised while the state is read',
    },
  },
  {
    rule: 'A change that is told to some people is only a number for everybody else in the room.',
    file: 'lib/classroom/room/publish-to-room.ts',
    text: "({ number, change: { kind: 'not_visible' as const } }))",
    becomes: '({ number, change: changes[0]?.change }))',
    test: {
      file: 'lib/classroom/room/publish-to-room.test.ts',
      name: 'that are for some are nothing but a number to the others',
    },
  },
  {
    rule: 'Nobody leads any part of a session without being given it.',
    file: 'lib/classroom/guards.ts',
    text: "if (!mayHelp(context.actor, door, help)) throw new Refusal('forbidden', 'notYourSession')",
    becomes: '',
    test: {
      file: 'lib/classroom/moderation/moderation.integration.test.ts',
      name: 'no student and no other trainer leads anything',
    },
  },
  {
    rule: 'In a session that is over nobody leads anything.',
    file: 'lib/classroom/guards.ts',
    text: "help)) throw new Refusal('forbidden', 'notYourSession')\n  if (!isOpen(door)) throw new Refusal('conflict', 'roomEnded')",
    becomes: "help)) throw new Refusal('forbidden', 'notYourSession')",
    test: {
      file: 'lib/classroom/moderation/moderation.integration.test.ts',
      name: 'in a session that is over nobody leads anything',
    },
  },
  {
    rule: 'A student who was removed reads nothing of the room any more.',
    file: 'lib/classroom/guards.ts',
    text: "if (door.removed) throw refuseEntry('removed')",
    becomes: '',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'whoever was removed from class reads and writes no more',
    },
  },
  {
    rule: 'A removal holds for tokens from before.',
    file: 'lib/classroom/moderation/remove-participant.ts',
    text: "rights: 'narrowed'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'does not stay by a token from before',
    },
  },
  {
    rule: 'Letting one person in again lets in nobody else.',
    file: 'lib/classroom/moderation/readmit-participant.ts',
    text: 'deleteMany({ where: { sessionId, userId } })',
    becomes: 'deleteMany({ where: { sessionId } })',
    test: {
      file: 'lib/classroom/moderation/remove-participant.integration.test.ts',
      name: 'is for one session and one person',
    },
  },
  {
    rule: 'A lock holds for tokens from before.',
    file: 'lib/classroom/moderation/change-locks.ts',
    text: "rights: 'narrowed'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/entry/older-tokens.integration.test.ts',
      name: 'holds for a token from before, though no webhook arrives',
    },
  },
  {
    rule: 'The search for a colleague takes % and _ literally.',
    file: 'lib/identity/search-people.ts',
    text: 'contains: literally(word)',
    becomes: 'contains: word',
    test: {
      file: 'lib/classroom/moderation/moderation.integration.test.ts',
      name: 'is sought by what is typed as it stands',
    },
  },
  {
    rule: 'The floor is not given to a student who was removed.',
    file: 'lib/classroom/hands/grant-floor.ts',
    text: 'removals: { none: { sessionId } },',
    becomes: '',
    test: {
      file: 'lib/classroom/hands/hands.integration.test.ts',
      name: 'the word goes to no student who was removed',
    },
  },
  {
    rule: 'Only people who train read the private messages of others.',
    file: 'lib/classroom/chat/list-messages.ts',
    text: '= trainsInside(actor, door)',
    becomes: '= Boolean(door)',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is between the student and who trains',
    },
  },
  {
    rule: 'A private message is told to its student and to who trains alone.',
    file: 'lib/classroom/chat/chat-update.ts',
    text: 'if (privateWith === null) return { change }',
    becomes: 'if (change) return { change }',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is between the student and who trains',
    },
  },
  {
    rule: 'The trainer of one session removes no message of another one.',
    file: 'lib/classroom/chat/remove-message.ts',
    text: 'where: { id: messageId, sessionId },',
    becomes: 'where: { id: messageId },',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'a message of one session is neither answered nor removed in another one',
    },
  },
  {
    rule: 'A message that is sent again is the same one.',
    file: 'lib/classroom/chat/send-message.ts',
    text: 'sent = await findOwn(context, input)',
    becomes: 'sent = null',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'is sent once, though it is sent 20 times at once',
    },
  },
  {
    rule: 'Of what an erased person wrote no text is left.',
    file: 'lib/classroom/chat/erase-messages.ts',
    text: "data: { text: '' }",
    becomes: 'data: {}',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'of what an erased person wrote no text is left',
    },
  },
  {
    rule: 'An admin who reads a whole chat is in the audit trail.',
    file: 'lib/classroom/chat/review-messages.ts',
    text: "await recordLooks(context, 'chat_reviewed', [{ subject: 'session', subjectId: sessionId }])",
    becomes: '',
    test: {
      file: 'lib/classroom/chat/chat.integration.test.ts',
      name: 'takes the text away for all',
    },
  },
  {
    rule: 'The change to being let in one by one holds for tokens from before.',
    file: 'lib/classroom/admission/change-admission.ts',
    text: "rights: 'narrowed'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/admission/admission.integration.test.ts',
      name: 'set while class is on, it leaves those inside where they are',
    },
  },
  {
    rule: 'Only people who may admit are told who waits at the door.',
    file: 'lib/classroom/admission/lobby-update.ts',
    text: "peopleWhoLead(context, sessionId, 'admit')",
    becomes: "peopleWhoLead(context, sessionId, 'any')",
    test: {
      file: 'lib/classroom/admission/admission.integration.test.ts',
      name: 'who waits is told to who may let in',
    },
  },
  {
    rule: "The code of a room's screen can be used for 5 minutes.",
    file: 'lib/classroom/room-display/pair-room-display.ts',
    text: 'where: { code, codeExpiresAt: { gt: now } }',
    becomes: 'where: { code }',
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'needs a code that has not run out',
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
      name: 'one after the other, so that no more are open than that',
    },
  },
  {
    rule: "A room's screen that was unpaired does not stay by its token.",
    file: 'lib/classroom/room-display/unpair-room-display.ts',
    text: "rights: 'narrowed'",
    becomes: "rights: 'widened'",
    test: {
      file: 'lib/classroom/room-display/room-display.integration.test.ts',
      name: 'does not stay by an older token, though no webhook arrives',
    },
  },
]
