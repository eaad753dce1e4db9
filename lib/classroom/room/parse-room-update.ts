import { parseJson } from '#lib/kernel/parse-json.ts'
import { roomUpdateSchema } from './room-update.generated.ts'
import type { RoomUpdate } from './room-update.ts'

/**
 * An update that our server sent through LiveKit. null if a page that has been open since before a release cannot
 * read it: it counts as lost, and the next heartbeat makes the page read the room.
 */
export function parseRoomUpdate(data: Uint8Array): RoomUpdate | null {
  return parseJson<RoomUpdate>(roomUpdateSchema, new TextDecoder().decode(data))
}
