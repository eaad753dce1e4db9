import 'server-only'
import type { z } from 'zod'
import { refuseOutsider, refuseRemoved } from '#lib/classroom/guards.ts'
import { isLockedFor, locksOf, personInRoom, roomOrder } from '#lib/classroom/policy.ts'
import { changeRoom } from '#lib/classroom/room/change-room.ts'
import type { Classroom } from '#lib/database/generated/client.ts'
import { Refusal } from '#lib/http/refusal.ts'
import type { UserId } from '#lib/identity/ids.ts'
import type { Context } from '#lib/process/context.ts'
import type { SessionId } from '#lib/sessions/ids.ts'
import { atTheDoor, type SessionRow } from '#lib/sessions/session-view.ts'
import type { Message, sendMessageEndpoint } from './api.ts'
import { messageSelect, messageViews } from './message-view.ts'
import { writeRefusal } from './policy.ts'
import { toldIn } from './told-in.ts'

type Input = { sessionId: SessionId } & z.output<typeof sendMessageEndpoint.body>

/**
 * Writes a message in a session, to all or between a student and who trains. Sent again with the same id it is the
 * same message, whatever else is said then.
 * @throws Refusal `not_found`, `forbidden`, `session_not_accessible`, `conflict` (locked, or the id is taken)
 */
export async function sendMessage(context: Context, input: Input): Promise<Message> {
  const { sessionId, id } = input
  const session = await refuseOutsider(context, sessionId)
  const privateWith = input.privateWith ?? null
  const known = await findOwn(context, input)
  if (known) return known
  let written: Message | null = null
  await changeRoom(context, sessionId, async (context, room, number) => {
    const { database, actor, now } = context
    await refuseRemoved(context, sessionId)
    await refuseUnwritable(context, session, room, privateWith)
    await refuseReply(context, input)
    const mentions = await peopleAmong(context, session, input.mentions)
    const { count } = await database.message.createMany({
      data: {
        id,
        sessionId,
        number,
        touched: number,
        authorId: actor.id,
        text: input.text,
        replyToId: input.replyToId ?? null,
        privateWith,
        mentions,
        createdAt: now,
      },
      skipDuplicates: true,
    })
    if (count === 0) return null
    const row = await database.message.findUniqueOrThrow({ where: { id }, select: messageSelect })
    const [message] = await messageViews(context, [row])
    if (!message) throw new Error('A message that was written just now is not there')
    written = message
    const change = { kind: 'message' as const, message }
    return toldIn(context, sessionId, { change, privateWith })
  })
  const sent = written ?? (await findOwn(context, input))
  if (!sent) throw new Refusal('conflict', 'messageIdTaken')
  return sent
}

/** The message with that id, where the actor wrote it here. */
async function findOwn(context: Context, { id, sessionId }: Input): Promise<Message | null> {
  const row = await context.database.message.findFirst({
    where: { id, sessionId, authorId: context.actor.id },
    select: messageSelect,
  })
  const [message] = row ? await messageViews(context, [row]) : []
  return message ?? null
}

/** @throws Refusal `forbidden`, `conflict` */
async function refuseUnwritable(
  { database, actor }: Context,
  session: SessionRow,
  room: Classroom,
  privateWith: string | null,
): Promise<void> {
  const door = atTheDoor(session)
  const sessionId = session.id
  const attendee = await database.attendee.findUnique({
    where: { sessionId_userId: { sessionId, userId: actor.id } },
    select: { exceptions: true },
  })
  const person = personInRoom(actor, door, { exceptions: locksOf(attendee?.exceptions ?? []) })
  const isLocked = isLockedFor('chat', person, roomOrder(door.admission, room))
  const refusal = writeRefusal(actor, door, { privateWith, isLocked })
  if (refusal === 'locked') throw new Refusal('conflict', 'chatLocked')
  if (refusal) throw new Refusal('forbidden', 'notYourThread')
  if (privateWith === null) return
  const seat = await database.seat.count({ where: { sessionId, studentId: privateWith } })
  if (seat === 0) throw new Refusal('forbidden', 'notYourThread')
}

/** Those of them who are of the session. */
async function peopleAmong(
  context: Context,
  { id, trainerId }: Pick<SessionRow, 'id' | 'trainerId'>,
  ids: UserId[],
): Promise<UserId[]> {
  if (ids.length === 0) return []
  const { database } = context
  const seats = await database.seat.findMany({
    where: { sessionId: id, studentId: { in: ids } },
    select: { studentId: true },
  })
  const assistants = await database.attendee.findMany({
    where: { sessionId: id, userId: { in: ids }, helps: { isEmpty: false } },
    select: { userId: true },
  })
  const people = new Set([
    trainerId,
    ...seats.map(({ studentId }) => studentId),
    ...assistants.map(({ userId }) => userId),
  ])
  return [...new Set(ids)].filter((one) => people.has(one))
}

/** A reply is seen by nobody who does not see what it answers. @throws Refusal `conflict` */
async function refuseReply(
  { database }: Context,
  { sessionId, replyToId, privateWith }: Input,
): Promise<void> {
  if (!replyToId) return
  const replied = await database.message.count({
    where: { id: replyToId, sessionId, OR: [{ privateWith: null }, { privateWith: privateWith ?? null }] },
  })
  if (replied === 0) throw new Refusal('conflict', 'replyElsewhere')
}
