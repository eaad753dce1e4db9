import { useRoomContext } from '@livekit/components-react'
import { type Participant, type Room, RoomEvent } from 'livekit-client'
import { useCallback, useRef, useSyncExternalStore } from 'react'
import { subscribeToRoom } from './room-events.ts'

/**
 * The value that `read` returns for the room, updated at each of the events; re-renders only if `isSame` is false.
 * `events` must be the same list at each render.
 */
export function useRoomValue<Value>(
  events: RoomEvent[],
  read: (room: Room) => Value,
  isSame: (one: Value, other: Value) => boolean = Object.is,
): Value {
  const room = useRoomContext()
  const subscribe = useCallback(
    (onChange: () => void) => subscribeToRoom(room, events, onChange),
    [room, events],
  )
  return useSyncExternalStore(
    subscribe,
    useStableValue(() => read(room), isSame),
  )
}

export type ParticipantEventName = Parameters<Participant['on']>[0]

/** `useRoomValue` for one participant. */
export function useParticipantValue<Value>(
  participant: Participant,
  events: ParticipantEventName[],
  read: (participant: Participant) => Value,
  isSame: (one: Value, other: Value) => boolean = Object.is,
): Value {
  const subscribe = useCallback(
    (onChange: () => void) => {
      for (const event of events) participant.on(event, onChange)
      return () => {
        for (const event of events) participant.off(event, onChange)
      }
    },
    [participant, events],
  )
  return useSyncExternalStore(
    subscribe,
    useStableValue(() => read(participant), isSame),
  )
}

/** Returns the previous value if the new one is the same. */
function useStableValue<Value>(
  read: () => Value,
  isSame: (one: Value, other: Value) => boolean,
): () => Value {
  const previous = useRef<{ value: Value } | null>(null)
  return () => {
    const value = read()
    if (!previous.current || !isSame(previous.current.value, value)) previous.current = { value }
    return previous.current.value
  }
}

export function isSameList<Item>(one: Item[], other: Item[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

/** Events that change the list of participants. */
export const participantListEvents: RoomEvent[] = [
  RoomEvent.SignalConnected,
  RoomEvent.ConnectionStateChanged,
  RoomEvent.ParticipantConnected,
  RoomEvent.ParticipantDisconnected,
]
