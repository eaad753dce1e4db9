import 'server-only'
import type { SessionId } from '#lib/kernel/ids.ts'
import { identitiesOf } from '#lib/livekit/identity.ts'
import { type Media, roomNameOf } from '#lib/livekit/media.ts'
import type { RoomChange, RoomUpdate } from './api.ts'
import { ROOM_TOPIC } from './topic.ts'

type QueuedChange = { number: number; change: RoomChange; recipientIds?: string[] }

/** LiveKit passes on 15 KiB at most in one packet (docs.livekit.io, "Data packets"); some is its own. */
const MAX_PACKET_BYTES = 13_000
const MAX_CHANGES_PER_PACKET = 40

const queues = new WeakMap<Media, Map<SessionId, QueuedChange[]>>()

/**
 * Tells a change to everybody in the room, or what it is to some and to the others only that there was one. Best
 * effort: whoever does not hear of it reads the room's state. What comes together is sent together, in order.
 */
export function publishToRoom(media: Media, sessionId: SessionId, queued: QueuedChange): void {
  const queuesOfMedia = queues.get(media) ?? new Map<SessionId, QueuedChange[]>()
  queues.set(media, queuesOfMedia)
  const queue = queuesOfMedia.get(sessionId)
  if (queue) {
    queue.push(queued)
    return
  }
  const started = [queued]
  queuesOfMedia.set(sessionId, started)
  void sendAll(media, sessionId, started).finally(() => queuesOfMedia.delete(sessionId))
}

async function sendAll(media: Media, sessionId: SessionId, queue: QueuedChange[]): Promise<void> {
  while (queue.length > 0) {
    const waiting = queue.splice(0).sort((left, right) => left.number - right.number)
    // What cannot be sent is read: whoever misses it sees the gap.
    for (const batch of batchesOf(waiting)) await sendBatch(media, sessionId, batch).catch(() => {})
  }
}

/** Those that follow each other and are for the same people, as many as fit into a packet. */
export function batchesOf(queue: QueuedChange[]): QueuedChange[][] {
  const batches: QueuedChange[][] = []
  let bytes = 0
  for (const queued of queue) {
    const isLarge = sizeOf(queued) > MAX_PACKET_BYTES
    const sendable = isLarge ? { ...queued, change: { kind: 'too_large' as const } } : queued
    const size = sizeOf(sendable)
    const batch = batches.at(-1)
    const fits =
      batch &&
      !batch[0]?.recipientIds &&
      !sendable.recipientIds &&
      bytes + size <= MAX_PACKET_BYTES &&
      batch.length < MAX_CHANGES_PER_PACKET
    if (fits) batch.push(sendable)
    else batches.push([sendable])
    bytes = fits ? bytes + size : size
  }
  return batches
}

function sizeOf({ change }: QueuedChange): number {
  return Buffer.byteLength(JSON.stringify(change))
}

async function sendBatch(media: Media, sessionId: SessionId, batch: QueuedChange[]): Promise<void> {
  const recipientIds = batch[0]?.recipientIds
  const changes = batch.map(({ number, change }) => ({ number, change }))
  if (!recipientIds) return sendRoomUpdate(media, sessionId, { kind: 'changes', changes })
  const recipients = recipientIds.flatMap(identitiesOf)
  const inside = (await media.listParticipants(roomNameOf(sessionId))).map(({ identity }) => identity)
  const others = inside.filter((identity) => !recipients.includes(identity))
  const notVisible = changes.map(({ number }) => ({ number, change: { kind: 'not_visible' as const } }))
  await sendRoomUpdate(media, sessionId, { kind: 'changes', changes }, recipients)
  if (others.length > 0)
    await sendRoomUpdate(media, sessionId, { kind: 'changes', changes: notVisible }, others)
}

/** Sends one piece of news now, to everybody in the room or to some participants. @throws MediaUnavailable */
export async function sendRoomUpdate(
  media: Media,
  sessionId: SessionId,
  update: RoomUpdate,
  identities?: string[],
): Promise<void> {
  const data = new TextEncoder().encode(JSON.stringify(update))
  await media.sendData(roomNameOf(sessionId), data, ROOM_TOPIC, identities)
}
