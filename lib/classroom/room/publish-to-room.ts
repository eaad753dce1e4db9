import 'server-only'
import type { SessionId } from '#lib/kernel/ids.ts'
import { identitiesOf } from '#lib/livekit/identity.ts'
import { type Media, roomNameOf } from '#lib/livekit/media.ts'
import type { RoomChange, RoomUpdate } from './room-update.ts'
import { ROOM_TOPIC } from './topic.ts'

type QueuedChange = { number: number; change: RoomChange; recipientIds?: string[] }

/** LiveKit forwards at most 15 KiB in one packet (docs.livekit.io, "Data packets"), including its own data. */
const MAX_PACKET_BYTES = 13_000
const MAX_CHANGES_PER_PACKET = 40

const queues = new WeakMap<Media, Map<SessionId, QueuedChange[]>>()

/**
 * Publishes a change to everyone in the room, or only to its recipients; the others receive its number without its
 * content. Best effort: a participant who misses it reads the room state. Simultaneous changes are sent together,
 * in order.
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
    // A failed batch leaves a gap in the numbers, after which participants read the room state.
    for (const batch of batchesOf(waiting)) await sendBatch(media, sessionId, batch).catch(() => {})
  }
}

/**
 * Groups consecutive changes for everyone, as many as fit into a packet. A change with recipients is a batch of
 * its own.
 */
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

/** Sends one update now, to everyone in the room or to some participants. @throws MediaUnavailable */
export async function sendRoomUpdate(
  media: Media,
  sessionId: SessionId,
  update: RoomUpdate,
  identities?: string[],
): Promise<void> {
  const data = new TextEncoder().encode(JSON.stringify(update))
  await media.sendData(roomNameOf(sessionId), data, ROOM_TOPIC, identities)
}
