import { expect, test } from 'vitest'
import { findPeople } from './find-people.ts'

const people = ['Leïla Haddad', 'João Pires', 'Hana Kovář', 'Ana Lima'].map((name) => ({ name }))

test.each([
  ['', people.map(({ name }) => name)],
  ['leila', ['Leïla Haddad']],
  ['JOÃO', ['João Pires']],
  [' kovar ', ['Hana Kovář']],
  ['ana', ['Hana Kovář', 'Ana Lima']],
  ['haddad leila', ['Leïla Haddad']],
  ['Zeynep', []],
])('“%s” finds %j', (words, names) => {
  expect(findPeople(people, words).map(({ name }) => name)).toEqual(names)
})
