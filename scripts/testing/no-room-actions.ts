import type { RoomActions } from '#components/classroom/connection/room-client.ts'

/** No-op room actions for tests that only check rendering. */
export const noRoomActions: RoomActions = {
  leave() {},
  retryNow() {},
  endForAll: async () => {},
  remove: async () => {},
  readmit: async () => {},
}
