import 'server-only'
import type { SessionId } from '#lib/kernel/ids.ts'
import { identitiesOf } from '#lib/livekit/identity.ts'
import { type Media, roomNameOf } from '#lib/livekit/media.ts'
import type { RoomChange, RoomNews } from './api.ts'
import { ROOM_TOPIC } from './topic.ts'

type Telling = { number: number; change: RoomChange; to?: string[] }

/** LiveKit passes on 15 KiB at most in one packet (docs.livekit.io, "Data packets"); some is its own. */
const MOST_BYTES = 13_000
const MOST_CHANGES = 40

const queues = new WeakMap<Media, Map<SessionId, Telling[]>>()

/**
 * Tells a change to everybody in the room, or what it is to some and to the others only that there was one. Best
 * effort: whoever does not hear of it reads the room's state. What comes together is sent together, in order.
 */
export function tellRoom(media: Media, sessionId: SessionId, telling: Telling): void {
  const queuesOfMedia = queues.get(media) ?? new Map<SessionId, Telling[]>()
  queues.set(media, queuesOfMedia)
  const queue = queuesOfMedia.get(sessionId)
  if (queue) {
    queue.push(telling)
    return
  }
  const started = [telling]
  queuesOfMedia.set(sessionId, started)
  void sendAll(media, sessionId, started).finally(() => queuesOfMedia.delete(sessionId))
}

async function sendAll(media: Media, sessionId: SessionId, queue: Telling[]): Promise<void> {
  while (queue.length > 0) {
    const waiting = queue.splice(0).sort((one, other) => one.number - other.number)
    // What cannot be sent is read: whoever misses it sees the gap.
    for (const batch of batchesOf(waiting)) await sendBatch(media, sessionId, batch).catch(() => {})
  }
}

/** Those that follow each other and are for the same people, as many as fit into a packet. */
export function batchesOf(tellings: Telling[]): Telling[][] {
  const batches: Telling[][] = []
  let bytes = 0
  for (const telling of tellings) {
    const isLarge = sizeOf(telling) > MOST_BYTES
    const told = isLarge ? { ...telling, change: { kind: 'large' as const } } : telling
    const size = sizeOf(told)
    const batch = batches.at(-1)
    const fits =
      batch && !batch[0]?.to && !told.to && bytes + size <= MOST_BYTES && batch.length < MOST_CHANGES
    if (fits) batch.push(told)
    else batches.push([told])
    bytes = fits ? bytes + size : size
  }
  return batches
}

function sizeOf({ change }: Telling): number {
  return Buffer.byteLength(JSON.stringify(change))
}

async function sendBatch(media: Media, sessionId: SessionId, batch: Telling[]): Promise<void> {
  const to = batch[0]?.to
  const changes = batch.map(({ number, change }) => ({ number, change }))
  if (!to) return sendRoomNews(media, sessionId, { kind: 'changes', changes })
  const meant = to.flatMap(identitiesOf)
  const inside = (await media.listParticipants(roomNameOf(sessionId))).map(({ identity }) => identity)
  const others = inside.filter((identity) => !meant.includes(identity))
  const quiet = changes.map(({ number }) => ({ number, change: { kind: 'quiet' as const } }))
  await sendRoomNews(media, sessionId, { kind: 'changes', changes }, meant)
  if (others.length > 0) await sendRoomNews(media, sessionId, { kind: 'changes', changes: quiet }, others)
}

/** Sends one piece of news now, to everybody in the room or to some participants. @throws MediaUnavailable */
export async function sendRoomNews(
  media: Media,
  sessionId: SessionId,
  news: RoomNews,
  identities?: string[],
): Promise<void> {
  const data = new TextEncoder().encode(JSON.stringify(news))
  await media.sendData(roomNameOf(sessionId), data, ROOM_TOPIC, identities)
}
