import type { RoomState } from '#lib/classroom/room/api.ts'

/** A room in which nothing has happened yet. */
export const untouchedRoom: RoomState = {
  number: 0,
  begun: true,
  locks: ['screen'],
  exceptions: [],
  word: null,
  spotlight: null,
  assistants: [],
  audioOnly: [],
  hall: null,
  pace: null,
  atTheDoor: null,
  hands: [],
  namesakes: [],
  ownPace: null,
}
