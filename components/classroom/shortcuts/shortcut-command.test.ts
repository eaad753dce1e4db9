import { describe, expect, test } from 'vitest'
import { type ShortcutCommand, shortcutCommandOf } from './shortcut-command.ts'

const plain = {
  code: '',
  repeat: false,
  isComposing: false,
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
}
const anywhere = { typing: false, onControl: false }
const shift = { shiftKey: true }
const on = { letters: true }
const off = { letters: false }

test.each<[string, Partial<typeof plain>, Partial<typeof anywhere>, ShortcutCommand | null]>([
  ['m', {}, {}, 'microphone'],
  ['v', {}, {}, 'camera'],
  ['s', {}, {}, 'share'],
  ['p', {}, {}, 'people'],
  ['g', {}, {}, 'layout'],
  ['?', shift, {}, 'shortcuts'],
  [' ', {}, {}, 'talk'],
  ['Escape', {}, {}, 'close'],
  ['F6', {}, {}, 'next-region'],
  ['F6', shift, {}, 'previous-region'],
  ['F6', {}, { typing: true }, 'next-region'],
  ['m', {}, { typing: true }, null],
  [' ', {}, { typing: true }, null],
  ['Escape', {}, { typing: true }, null],
  [' ', {}, { onControl: true }, null],
  ['m', {}, { onControl: true }, 'microphone'],
  ['s', { ctrlKey: true }, {}, null],
  ['v', { metaKey: true }, {}, null],
  ['m', { repeat: true }, {}, null],
  ['M', shift, {}, 'mute-all'],
  ['M', shift, { typing: true }, null],
  ['H', shift, {}, null],
  ['c', {}, {}, 'chat'],
  ['h', {}, {}, 'hand'],
  ['n', {}, {}, 'next-hand'],
  ['a', {}, {}, 'admit-all'],
  ['x', {}, {}, null],
])('%j with %j at %j is %s', (key, held, place, command) => {
  expect(shortcutCommandOf({ ...plain, ...held, key }, { ...anywhere, ...place }, on)).toBe(command)
})

/** Key presses as browsers report them: the character, and the key's position on a US keyboard. */
test.each<[string, string, string, Partial<typeof plain>, ShortcutCommand | null]>([
  ['Russian', 'ь', 'KeyM', {}, 'microphone'],
  ['Russian', 'м', 'KeyV', {}, 'camera'],
  ['Russian', 'Ь', 'KeyM', shift, 'mute-all'],
  ['Russian', 'Р', 'KeyH', shift, null],
  ['Russian', '?', 'Digit7', shift, 'shortcuts'],
  ['Russian', 'х', 'BracketLeft', {}, null],
  ['Ukrainian', 'і', 'KeyS', {}, 'share'],
  ['Ukrainian', 'ф', 'KeyA', {}, 'admit-all'],
  ['Arabic', 'ة', 'KeyM', {}, 'microphone'],
  ['Arabic', '’', 'KeyM', shift, 'mute-all'],
  ['Arabic', 'ا', 'KeyH', {}, 'hand'],
  ['Arabic', 'لا', 'KeyB', {}, null],
  ['Arabic', '؟', 'Slash', shift, 'shortcuts'],
  ['Hebrew', 'צ', 'KeyM', {}, 'microphone'],
  ['Hebrew', 'M', 'KeyM', shift, 'mute-all'],
  ['Hebrew', '?', 'Slash', shift, 'shortcuts'],
  ['Hebrew', 'ש', 'KeyA', {}, 'admit-all'],
  ['Greek', 'μ', 'KeyM', {}, 'microphone'],
  ['Greek', 'Μ', 'KeyM', shift, 'mute-all'],
  ['Greek', 'ψ', 'KeyC', {}, 'chat'],
  ['Korean', 'ㅁ', 'KeyA', {}, 'admit-all'],
  ['Korean', 'ㅡ', 'KeyM', {}, 'microphone'],
  ['Korean, by an input method', 'Process', 'KeyM', {}, 'microphone'],
  ['Japanese', '？', 'Slash', shift, 'shortcuts'],
  ['Hindi', 'ु', 'KeyG', {}, 'layout'],
  ['Thai', '้', 'KeyH', {}, 'hand'],
  ['AZERTY', 'm', 'Semicolon', {}, 'microphone'],
  ['AZERTY', ',', 'KeyM', {}, null],
  ['AZERTY', '?', 'KeyM', shift, 'shortcuts'],
  ['AZERTY', 'a', 'KeyQ', {}, 'admit-all'],
  ['AZERTY', 'q', 'KeyA', {}, null],
  ['BÉPO', '’', 'KeyN', {}, null],
  ['BÉPO', 'M', 'BracketRight', shift, 'mute-all'],
  ['Dvorak', 'm', 'KeyM', {}, 'microphone'],
  ['Dvorak', 'h', 'KeyJ', {}, 'hand'],
  ['Dvorak', 'd', 'KeyH', {}, null],
  ['Dvorak', 'g', 'KeyU', {}, 'layout'],
  ['Turkish F', 'ı', 'KeyS', {}, null],
  ['Turkish', 'İ', 'Quote', shift, null],
  ['Turkish', 'ş', 'Semicolon', {}, null],
  ['German', 'ß', 'Minus', {}, null],
  ['a dead key', 'Dead', 'KeyN', {}, null],
  ['a phone', 'Unidentified', '', {}, null],
])('%s: %j at %s with %j is %s', (_layout, key, code, held, command) => {
  expect(shortcutCommandOf({ ...plain, key, code, ...held }, anywhere, on)).toBe(command)
})

describe('Caps Lock inverts the case, and changes nothing else', () => {
  test.each<[string, string, Partial<typeof plain>, ShortcutCommand | null]>([
    ['M', 'KeyM', {}, 'microphone'],
    ['m', 'KeyM', shift, 'mute-all'],
    ['H', 'KeyH', {}, 'hand'],
    ['h', 'KeyH', shift, null],
    ['Ь', 'KeyM', {}, 'microphone'],
    ['ь', 'KeyM', shift, 'mute-all'],
    ['?', 'Slash', shift, 'shortcuts'],
  ])('%s with %j', (key, code, held, command) => {
    expect(shortcutCommandOf({ ...plain, key, code, ...held }, anywhere, on)).toBe(command)
  })
})

test.each(['ㅁ', 'a', 'Process', 'Escape', ' '])(
  '%j does nothing while it is part of a composition',
  (key) => {
    const composing = { ...plain, key, code: 'KeyA', isComposing: true }
    expect(shortcutCommandOf(composing, anywhere, on)).toBeNull()
  },
)

test('a key that an input method handles in a text field counts as typing', () => {
  const first = { ...plain, key: 'Process', code: 'KeyM' }
  expect(shortcutCommandOf(first, { ...anywhere, typing: true }, on)).toBeNull()
})

test.each<[string, string, Partial<typeof plain>, ShortcutCommand | null]>([
  ['m', 'KeyM', {}, null],
  ['ь', 'KeyM', {}, null],
  ['M', 'KeyM', shift, null],
  ['?', 'Slash', shift, null],
  [' ', 'Space', {}, 'talk'],
  ['Escape', 'Escape', {}, 'close'],
  ['F6', 'F6', {}, 'next-region'],
])('with single keys switched off, %j at %s with %j is %s', (key, code, held, command) => {
  expect(shortcutCommandOf({ ...plain, key, code, ...held }, anywhere, off)).toBe(command)
})
