import type { RoomState } from './api.ts'
import type { RoomChange } from './room-update.ts'

/** The state after a change. Applying a change again changes only the number. */
export function applyChange(state: RoomState, number: number, change: RoomChange): RoomState {
  switch (change.kind) {
    case 'hand_raised': {
      const { hand } = change
      const others = state.hands.filter((other) => other.userId !== hand.userId)
      return { ...state, number, hands: [...others, hand] }
    }
    case 'hands_lowered':
      return { ...state, number, hands: state.hands.filter((hand) => !change.userIds.includes(hand.userId)) }
    case 'state_patch': {
      // The hand of the new speaker is lowered.
      const { floor } = change.patch
      const hands = floor ? state.hands.filter((hand) => hand.userId !== floor.userId) : state.hands
      return { ...state, hands, ...change.patch, number }
    }
    case 'participant_removed':
      return { ...withoutPerson(state, change.userId), number }
    case 'message':
    case 'message_removed':
    case 'not_visible':
    case 'too_large':
      return { ...state, number }
  }
}

function withoutPerson(state: RoomState, userId: string): RoomState {
  const isOther = (person: { userId: string }) => person.userId !== userId
  return {
    ...state,
    hands: state.hands.filter(isOther),
    exceptions: state.exceptions.filter(isOther),
    lobby: state.lobby?.filter(isOther) ?? null,
    assistants: state.assistants.filter(isOther),
    audioOnly: state.audioOnly.filter((id) => id !== userId),
    floor: state.floor && isOther(state.floor) ? state.floor : null,
    spotlight: state.spotlight === userId ? null : state.spotlight,
  }
}
