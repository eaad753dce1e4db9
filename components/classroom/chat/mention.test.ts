import { expect, test } from 'vitest'
import type { Person } from '#lib/classroom/message.ts'
import { matchPeople, mentionAt, mentionedIn } from './mention.ts'

const people = ['Mateo Rivera', 'Mei Lin Chua', 'Noor Rahimi', 'Noor'].map((name) => ({
  id: name,
  name,
})) as Person[]
const namesOf = (found: Person[]) => found.map(({ name }) => name)

test.each([
  ['Did it work, @m', 15, { from: 13, typed: 'm' }],
  ['@', 1, { from: 0, typed: '' }],
  ['a@b', 3, null],
  ['no', 2, null],
  ['@Mateo\nand', 10, null],
])('%j at %i', (text, caret, expected) => {
  expect(mentionAt(text, caret)).toEqual(expected)
})

test('a name matches by the start of any of its parts, ignoring case', () => {
  expect(namesOf(matchPeople(people, 'm'))).toEqual(['Mateo Rivera', 'Mei Lin Chua'])
  expect(namesOf(matchPeople(people, 'RI'))).toEqual(['Mateo Rivera'])
  expect(namesOf(matchPeople(people, 'noor r'))).toEqual(['Noor Rahimi'])
})

test.each([
  ['@Noor Rahimi and @Mei Lin Chua, look', ['Mei Lin Chua', 'Noor Rahimi']],
  ['@Noor, look', ['Noor']],
  ['`@Noor` and @Noora', []],
])('%j means %j', (text, expected) => {
  expect(namesOf(mentionedIn(text, people))).toEqual(expected)
})
