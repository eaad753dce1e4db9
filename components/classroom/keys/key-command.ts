/** What a key asks for. */
export type KeyCommand =
  | 'microphone'
  | 'camera'
  | 'share'
  | 'people'
  | 'chat'
  | 'hand'
  | 'next-hand'
  | 'admit-all'
  | 'mute-all'
  | 'layout'
  | 'keys'
  | 'talk'
  | 'close'
  | 'next-region'
  | 'previous-region'

type Pressed = Pick<KeyboardEvent, 'key' | 'repeat' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>

export type KeyPlace = {
  /** The focus is in a text. */
  typing: boolean
  /** The focus is on something that Space presses. */
  onControl: boolean
}

const letters: Record<string, KeyCommand> = {
  m: 'microphone',
  v: 'camera',
  s: 'share',
  p: 'people',
  c: 'chat',
  h: 'hand',
  n: 'next-hand',
  a: 'admit-all',
  g: 'layout',
  '?': 'keys',
}

/** Source: design.md, "Keys". Off while typing, and never in the way of the browser's own. */
export function keyCommand(pressed: Pressed, place: KeyPlace): KeyCommand | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.repeat) return null
  if (pressed.key === 'F6') return pressed.shiftKey ? 'previous-region' : 'next-region'
  if (place.typing) return null
  if (pressed.key === 'Escape') return 'close'
  if (pressed.key === ' ') return place.onControl ? null : 'talk'
  if (pressed.shiftKey && pressed.key === 'M') return 'mute-all'
  if (pressed.shiftKey && pressed.key !== '?') return null
  return letters[pressed.key.toLowerCase()] ?? null
}
