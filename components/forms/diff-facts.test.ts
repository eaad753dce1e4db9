import { expect, test } from 'vitest'
import { diffFacts } from './diff-facts.ts'

const facts = (title: string, places: string) => [
  { label: 'Title', value: title },
  { label: 'Places', value: places },
]

test.each([
  ['no change', facts('A', '20'), facts('A', '20'), []],
  ['one changed fact', facts('A', '20'), facts('A', '24'), [{ label: 'Places', before: '20', after: '24' }]],
  [
    'all facts changed, in their order',
    facts('A', '20'),
    facts('B', '24'),
    [
      { label: 'Title', before: 'A', after: 'B' },
      { label: 'Places', before: '20', after: '24' },
    ],
  ],
  ['a new fact', [], [{ label: 'Place', value: 'Lab' }], [{ label: 'Place', before: '', after: 'Lab' }]],
] as const)('%s', (_, was, now, changes) => {
  expect(diffFacts([...was], [...now])).toEqual(changes)
})
