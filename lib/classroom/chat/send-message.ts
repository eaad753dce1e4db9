import 'server-only'
import type { z } from 'zod'
import type { RoomAccess } from '#lib/classroom/find-access.ts'
import type { Message } from '#lib/classroom/message.ts'
import { isLockedFor, personInRoom, takesPart } from '#lib/classroom/policy.ts'
import { changeRoomAsParticipant } from '#lib/classroom/room/change-room.ts'
import type { Context } from '#lib/context/context.ts'
import type { SessionId, UserId } from '#lib/kernel/ids.ts'
import { Refusal } from '#lib/kernel/refusal.ts'
import { seatsOf } from '#lib/sessions/seats/seats-of.ts'
import type { sendMessageEndpoint } from './api.ts'
import { chatUpdate } from './chat-update.ts'
import { messageSelect, messageView } from './message-view.ts'
import { writeRefusal } from './policy.ts'

type Input = { sessionId: SessionId } & z.output<typeof sendMessageEndpoint.body>

/**
 * Sends a message in a session, to everyone or in the private thread of a student and the trainers. Idempotent by
 * `id`: a repeated request returns the first message and ignores the new content.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`, `conflict` (not started, locked, or the id
 * is taken)
 */
export async function sendMessage(context: Context, input: Input): Promise<Message> {
  const { sessionId } = input
  let sent = null as Message | null
  await changeRoomAsParticipant(context, sessionId, async (context, { number }, access) => {
    const written = await writeMessage(context, input, { number, access }).catch(asRefusal)
    if (written === null || written instanceof Refusal) {
      // Queried last: the row of the room is locked meanwhile, and few messages are sent again.
      sent = await findSentMessage(context, input)
      if (written && !sent) throw written
      return null
    }
    sent = written
    const change = { kind: 'message' as const, message: sent }
    return chatUpdate(context, sessionId, { change, privateWith: input.privateWith ?? null })
  })
  if (!sent) throw new Refusal('conflict', 'messageIdTaken')
  return sent
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  throw error
}

type WriteContext = { number: number; access: RoomAccess }

/**
 * The new message, or null if its id is taken.
 * @throws Refusal `forbidden`, `conflict`
 */
async function writeMessage(
  context: Context,
  input: Input,
  { number, access }: WriteContext,
): Promise<Message | null> {
  const { database, actor, now } = context
  const { sessionId, id, text } = input
  const privateWith = input.privateWith ?? null
  await refuseClosedChat(context, { sessionId, access, privateWith })
  const replyTo = await findQuotedMessage(context, input)
  const mentions = await filterParticipants(context, { sessionId, access }, input.mentions)
  const message = { id, number, changeNumber: number, text, privateWith, mentions, createdAt: now }
  const { count } = await database.message.createMany({
    data: { ...message, sessionId, authorId: actor.id, replyToId: replyTo?.id ?? null },
    skipDuplicates: true,
  })
  return count === 0
    ? null
    : messageView(context, { ...message, sessionId, author: actor, replyTo, ...notRemoved })
}

const notRemoved = { removedAt: null, removedById: null }

/** The actor's message with this id in the session, or null. */
async function findSentMessage(context: Context, { id, sessionId }: Input): Promise<Message | null> {
  const row = await context.database.message.findFirst({
    where: { id, sessionId, authorId: context.actor.id },
    select: messageSelect,
  })
  return row && messageView(context, row)
}

/** @throws Refusal `forbidden`, `conflict` */
async function refuseClosedChat(
  { database, actor }: Context,
  {
    sessionId,
    access,
    privateWith,
  }: { sessionId: SessionId; access: RoomAccess; privateWith: string | null },
): Promise<void> {
  const person = personInRoom(actor, access, access)
  const refusal = writeRefusal(actor, access, {
    privateWith,
    isLocked: isLockedFor('chat', person, access),
    takesPart: takesPart(person, access),
  })
  if (refusal === 'not_started') throw new Refusal('conflict', 'classNotStarted')
  if (refusal === 'locked') throw new Refusal('conflict', 'chatLocked')
  if (refusal) throw new Refusal('forbidden', 'notYourThread')
  if (privateWith === null) return
  const seat = await database.seat.count({ where: { ...seatsOf(sessionId), studentId: privateWith } })
  if (seat === 0) throw new Refusal('forbidden', 'notYourThread')
}

/** The ids that belong to people of the session, without duplicates. */
async function filterParticipants(
  context: Context,
  { sessionId, access: { trainerId } }: { sessionId: SessionId; access: RoomAccess },
  ids: UserId[],
): Promise<UserId[]> {
  if (ids.length === 0) return []
  const { database } = context
  const seats = await database.seat.findMany({
    where: { ...seatsOf(sessionId), studentId: { in: ids } },
    select: { studentId: true },
  })
  const assistants = await database.roomMember.findMany({
    where: { sessionId, userId: { in: ids }, assistantPermissions: { isEmpty: false } },
    select: { userId: true },
  })
  const people = new Set([
    trainerId,
    ...seats.map(({ studentId }) => studentId),
    ...assistants.map(({ userId }) => userId),
  ])
  return [...new Set(ids)].filter((id) => people.has(id))
}

/**
 * The message that is quoted by a reply, or null. A reply is never visible to people who may not see the quoted
 * message.
 * @throws Refusal `conflict`
 */
async function findQuotedMessage({ database }: Context, { sessionId, replyToId, privateWith }: Input) {
  if (!replyToId) return null
  const quoted = await database.message.findFirst({
    where: { id: replyToId, sessionId, OR: [{ privateWith: null }, { privateWith: privateWith ?? null }] },
    select: messageSelect.replyTo.select,
  })
  if (!quoted) throw new Refusal('conflict', 'replyElsewhere')
  return quoted
}
