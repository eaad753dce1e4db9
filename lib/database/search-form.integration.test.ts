import { expect, test } from 'vitest'
import { searchForm } from '#lib/kernel/search-form.ts'
import { createSchool } from '#scripts/testing/school.ts'

test('PostgreSQL and the application normalise every character of a name in the same way', async () => {
  const { database } = await createSchool()
  // Node may know letters of a newer Unicode version.
  const rows = await database.$queryRaw<{ letter: string; form: string }[]>`
    SELECT chr(code) AS "letter", search_form(chr(code) || 'a') AS "form"
    FROM generate_series(1, 131071) AS code WHERE code NOT BETWEEN 55296 AND 57343 AND unicode_assigned(chr(code))`
  const different = rows
    .filter(({ letter, form }) => searchForm(`${letter}a`) !== form)
    .map(({ letter }) => `U+${letter.codePointAt(0)?.toString(16)}`)
  expect(rows.length).toBeGreaterThan(70_000)
  expect(different).toEqual([])
})

test("a name's search form changes only with the name", async () => {
  const school = await createSchool()
  const { id } = await school.person('STUDENT', 'Zo\u00eb \u00c5ngstr\u00f6m')
  const find = () => school.database.user.findUniqueOrThrow({ where: { id }, select: { searchName: true } })
  expect(await find()).toEqual({ searchName: 'zoe angstrom' })
  await school.database.user.update({ where: { id }, data: { name: 'Jo\u00e3o' } })
  expect(await find()).toEqual({ searchName: 'joao' })
  await school.database.user.update({ where: { id }, data: { searchName: 'somebody else' } })
  expect(await find()).toEqual({ searchName: 'joao' })
})
