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

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'repeat' | 'isComposing' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'
>

export type KeyPlace = {
  /** The focus is in a text. */
  typing: boolean
  /** The focus is on something that Space presses. */
  onControl: boolean
}

export type KeyChoices = {
  /** Letters and ? do something; WCAG 2.1.4 has people switch them off. */
  letters: boolean
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
}

/** Source: design.md, "Keys". Off while typing, and never in the way of the browser's own. */
export function keyCommand(pressed: Pressed, place: KeyPlace, choices: KeyChoices): KeyCommand | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey || pressed.repeat) return null
  if (pressed.isComposing) return null
  if (pressed.key === 'F6') return pressed.shiftKey ? 'previous-region' : 'next-region'
  if (place.typing) return null
  if (pressed.key === 'Escape') return 'close'
  if (pressed.key === ' ') return place.onControl ? null : 'talk'
  if (!choices.letters) return null
  if (/^[?？؟]$/.test(pressed.key)) return 'keys'
  const letter = letterOf(pressed)
  // Not by its case, which Caps Lock turns round.
  if (pressed.shiftKey) return letter === 'm' ? 'mute-all' : null
  return letters[letter] ?? null
}

/** The Latin letter that is typed, or on a layout without Latin letters the one that stands there on US keyboards. */
function letterOf({ key, code, shiftKey }: Pressed): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  // A letter or mark of another script. With Shift some of them, such as Arabic, have a quotation mark there.
  const other = shiftKey ? /^[^\p{ASCII}\p{Script=Latin}]+$/u : /^(?:(?!\p{Script=Latin})[\p{L}\p{M}])+$/u
  // An input method that has no text to write into gives no letter at all.
  const isOther = key === 'Process' || other.test(key)
  return (isOther && /^Key(\p{Lu})$/u.exec(code)?.[1]?.toLowerCase()) || ''
}
