import { expect, test } from 'vitest'
import { listClassStudents } from '#lib/classes/list-class-students.ts'
import { listColleagues } from '#lib/classroom/moderation/list-colleagues.ts'
import { countPeople } from '#lib/people/count-people.ts'
import { listPeople } from '#lib/people/list-people.ts'
import { createSchool } from '#scripts/testing/school.ts'

const names = [
  'Jo\u00e3o Silva',
  'Mary O\u2019Brien',
  'Zo\u00eb \u00c5ngstr\u00f6m',
  'Zoe\u0308 A\u030angstro\u0308m',
  '\u0141ukasz Stra\u00df',
]

async function findEverywhere(search: string) {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const classId = await school.course()
  const leading = await school.person('TRAINER', 'Trainer')
  const sessionId = await school.session({ trainer: leading })
  for (const name of names) {
    await school.enrol(classId, [await school.person('STUDENT', name)])
    await school.person('TRAINER', name)
  }
  const people = await listPeople(admin, { limit: 50, role: 'STUDENT', search })
  const { all } = await countPeople(admin, { search })
  const students = await listClassStudents(admin, { classId, limit: 50, search })
  const colleagues = await listColleagues(school.as(leading), { sessionId, search })
  return {
    people: people.items.map(({ name }) => name).sort(),
    counted: all.STUDENT,
    students: students.items.map(({ name }) => name).sort(),
    colleagues: colleagues.items.map(({ name }) => name).sort(),
  }
}

test.each([
  ['joao', [names[0]]],
  ['JO\u00c3O', [names[0]]],
  ['joa\u0303o', [names[0]]],
  ["O'Brien", [names[1]]],
  ['o\u2019brien', [names[1]]],
  ['zoe angstrom', [names[2], names[3]]],
  ['\u00e5ngstr\u00f6m  ZO\u00cb', [names[2], names[3]]],
  ['lukasz strass', [names[4]]],
  ['zoe silva', []],
])('every search for %j finds %j', async (search, found) => {
  const expected = found.map(String).sort()
  expect(await findEverywhere(search)).toEqual({
    people: expected,
    counted: expected.length,
    students: expected,
    colleagues: expected,
  })
})

test('addresses with an international domain are found in both forms', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const { id } = await school.person('STUDENT', 'Anna')
  await school.database.user.update({ where: { id }, data: { email: 'anna@xn--mnchen-3ya.test' } })
  for (const search of ['anna@m\u00fcnchen.test', 'M\u00dcNCHEN', 'xn--mnchen', 'ANNA@']) {
    const { items } = await listPeople(admin, { limit: 50, search })
    expect(items, search).toMatchObject([{ id, email: 'anna@m\u00fcnchen.test' }])
  }
})

test('people who share a name, ignoring accents, are listed together and counted', async () => {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const [one, two] = [await school.person('STUDENT', 'Jo\u00e3o'), await school.person('TRAINER', 'Joao')]
  await school.person('STUDENT', 'Noor')
  const erased = await school.person('STUDENT', 'Noor')
  await school.database.user.update({ where: { id: erased.id }, data: { erasedAt: new Date() } })
  const { items } = await listPeople(admin, { limit: 50, sameName: true })
  expect(items.map(({ id }) => id).sort()).toEqual([one.id, two.id].sort())
  expect((await countPeople(admin, { sameName: true })).all).toEqual({ STUDENT: 1, TRAINER: 1, ADMIN: 0 })
})
