import type { RoomActions } from '#components/classroom/connection/room-client.ts'

/** What can be asked for in a room, where a test only looks at what is drawn. */
export const noRoomActions: RoomActions = {
  leave() {},
  retryNow() {},
  endForAll: async () => {},
  remove: async () => {},
  readmit: async () => {},
}
