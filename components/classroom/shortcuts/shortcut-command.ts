/** Command of a keyboard shortcut. */
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
  /** The focus is in a text field. */
  typing: boolean
  /** The focus is on a control that Space activates. */
  onControl: boolean
}

export type ShortcutSettings = {
  /** Single-character shortcuts (letters and ?) are on. WCAG 2.1.4 requires a way to switch them off. */
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

/**
 * Command of a key press. Inactive while typing; never overrides shortcuts of the browser.
 * Source: design.md, "Keys".
 */
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
  // Tests Shift, not the letter's case, which Caps Lock inverts.
  if (keyPress.shiftKey) return letter === 'm' ? 'mute-all' : null
  return letterCommands[letter] ?? null
}

/** The typed Latin letter. On a layout without Latin letters, the letter at the same position on a US keyboard. */
function letterOf({ key, code, shiftKey }: KeyPress): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  // Letter or mark of another script. With Shift, some scripts such as Arabic have a quotation mark at that
  // position.
  const other = shiftKey ? /^[^\p{ASCII}\p{Script=Latin}]+$/u : /^(?:(?!\p{Script=Latin})[\p{L}\p{M}])+$/u
  // An input method without a text field to write into reports no letter.
  const isOther = key === 'Process' || other.test(key)
  return (isOther && /^Key(\p{Lu})$/u.exec(code)?.[1]?.toLowerCase()) || ''
}
