import type { RoomChange, RoomState } from './api.ts'

/** The state after the change with that number. Applying one again changes nothing but the number. */
export function applyChange(state: RoomState, number: number, change: RoomChange): RoomState {
  switch (change.kind) {
    case 'hand_raised': {
      const { hand } = change
      const others = state.hands.filter((other) => other.userId !== hand.userId)
      return { ...state, number, hands: [...others, hand] }
    }
    case 'hands_lowered':
      return { ...state, number, hands: state.hands.filter((hand) => !change.userIds.includes(hand.userId)) }
    case 'parts': {
      // Who is given the word has their hand no longer up.
      const { word } = change.parts
      const hands = word ? state.hands.filter((hand) => hand.userId !== word.userId) : state.hands
      return { ...state, hands, ...change.parts, number }
    }
    case 'put-out':
      return { ...withoutPerson(state, change.userId), number }
    case 'message':
    case 'message_removed':
    case 'quiet':
    case 'large':
      return { ...state, number }
  }
}

function withoutPerson(state: RoomState, userId: string): RoomState {
  const isOther = (person: { userId: string }) => person.userId !== userId
  return {
    ...state,
    hands: state.hands.filter(isOther),
    exceptions: state.exceptions.filter(isOther),
    atTheDoor: state.atTheDoor?.filter(isOther) ?? null,
    assistants: state.assistants.filter(isOther),
    audioOnly: state.audioOnly.filter((id) => id !== userId),
    word: state.word && isOther(state.word) ? state.word : null,
    spotlight: state.spotlight === userId ? null : state.spotlight,
  }
}
