import type { RoomActions } from '#components/classroom/connection/connection.ts'

/** What can be asked for in a room, where a test only looks at what is drawn. */
export const noRoomActions: RoomActions = {
  leave() {},
  tryNow() {},
  endForAll: async () => {},
  remove: async () => {},
  letInAgain: async () => {},
}
