import { expect, test } from 'vitest'
import { type KeyCommand, keyCommand } from './key-command.ts'

const plain = { repeat: false, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }
const anywhere = { typing: false, onControl: false }

test.each<[string, Partial<typeof plain>, Partial<typeof anywhere>, KeyCommand | null]>([
  ['m', {}, {}, 'microphone'],
  ['M', {}, {}, 'microphone'],
  ['v', {}, {}, 'camera'],
  ['s', {}, {}, 'share'],
  ['p', {}, {}, 'people'],
  ['g', {}, {}, 'layout'],
  ['?', { shiftKey: true }, {}, 'keys'],
  [' ', {}, {}, 'talk'],
  ['Escape', {}, {}, 'close'],
  ['F6', {}, {}, 'next-region'],
  ['F6', { shiftKey: true }, {}, 'previous-region'],
  ['F6', {}, { typing: true }, 'next-region'],
  ['m', {}, { typing: true }, null],
  [' ', {}, { typing: true }, null],
  ['Escape', {}, { typing: true }, null],
  [' ', {}, { onControl: true }, null],
  ['m', {}, { onControl: true }, 'microphone'],
  ['s', { ctrlKey: true }, {}, null],
  ['v', { metaKey: true }, {}, null],
  ['m', { repeat: true }, {}, null],
  ['M', { shiftKey: true }, {}, 'mute-all'],
  ['M', { shiftKey: true }, { typing: true }, null],
  ['H', { shiftKey: true }, {}, null],
  ['c', {}, {}, 'chat'],
  ['h', {}, {}, 'hand'],
  ['n', {}, {}, 'next-hand'],
  ['a', {}, {}, 'admit-all'],
  ['x', {}, {}, null],
])('%j with %j at %j is %s', (key, held, place, command) => {
  expect(keyCommand({ ...plain, ...held, key }, { ...anywhere, ...place })).toBe(command)
})
