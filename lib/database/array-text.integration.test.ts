import { expect, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'
import { arrayText } from './array-text.ts'

test('values arrive unchanged', async () => {
  const { database } = await createSchool()
  const texts = [
    'plain',
    '',
    'NULL',
    'a,b',
    '{x}',
    'say "so"',
    'back\\slash',
    '\\"',
    ' blank ',
    'Zoë 🐪',
    'two\nlines',
  ]
  const [row] = await database.$queryRaw<{ texts: string[]; numbers: number[]; none: string[] }[]>`
    SELECT ${arrayText(texts)}::text[] AS "texts", ${arrayText([1, -2])}::integer[] AS "numbers",
      ${arrayText([])}::uuid[] AS "none"`
  expect(row).toEqual({ texts, numbers: [1, -2], none: [] })
})
