/** What a key asks for. */
export type ShortcutCommand =
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
  | 'shortcuts'
  | 'talk'
  | 'close'
  | 'next-region'
  | 'previous-region'

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'repeat' | 'isComposing' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'
>

export type FocusContext = {
  /** The focus is in a text. */
  typing: boolean
  /** The focus is on something that Space presses. */
  onControl: boolean
}

export type ShortcutSettings = {
  /** Letters and ? do something; WCAG 2.1.4 has people switch them off. */
  letters: boolean
}

const letterCommands: Record<string, ShortcutCommand> = {
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
export function shortcutCommandOf(
  keyPress: KeyPress,
  focus: FocusContext,
  settings: ShortcutSettings,
): ShortcutCommand | null {
  if (keyPress.ctrlKey || keyPress.altKey || keyPress.metaKey || keyPress.repeat) return null
  if (keyPress.isComposing) return null
  if (keyPress.key === 'F6') return keyPress.shiftKey ? 'previous-region' : 'next-region'
  if (focus.typing) return null
  if (keyPress.key === 'Escape') return 'close'
  if (keyPress.key === ' ') return focus.onControl ? null : 'talk'
  if (!settings.letters) return null
  if (/^[?？؟]$/.test(keyPress.key)) return 'shortcuts'
  const letter = letterOf(keyPress)
  // Not by its case, which Caps Lock turns round.
  if (keyPress.shiftKey) return letter === 'm' ? 'mute-all' : null
  return letterCommands[letter] ?? null
}

/** The Latin letter that is typed, or on a layout without Latin letters the one that stands there on US keyboards. */
function letterOf({ key, code, shiftKey }: KeyPress): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  // A letter or mark of another script. With Shift some of them, such as Arabic, have a quotation mark there.
  const other = shiftKey ? /^[^\p{ASCII}\p{Script=Latin}]+$/u : /^(?:(?!\p{Script=Latin})[\p{L}\p{M}])+$/u
  // An input method that has no text to write into gives no letter at all.
  const isOther = key === 'Process' || other.test(key)
  return (isOther && /^Key(\p{Lu})$/u.exec(code)?.[1]?.toLowerCase()) || ''
}
