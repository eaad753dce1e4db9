import type { RoomState } from '#lib/classroom/room/api.ts'

/** The initial state of a room. */
export const untouchedRoom: RoomState = {
  number: 0,
  classStarted: true,
  locks: ['screen'],
  exceptions: [],
  floor: null,
  spotlight: null,
  assistants: [],
  audioOnly: [],
  roomDisplay: null,
  pace: null,
  lobby: null,
  hands: [],
  namesakes: [],
  ownPace: null,
}
