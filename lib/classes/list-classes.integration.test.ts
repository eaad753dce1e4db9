import { describe, expect, test } from 'vitest'
import { createSchool } from '#scripts/testing/school.ts'
import { createClass } from './create-class.ts'
import { listClasses } from './list-classes.ts'

const rust = { title: 'Rust', mode: 'HYBRID', capacity: 12, timeZone: 'Africa/Casablanca' } as const

describe('classes', () => {
  test('are listed by title, with their students and next session', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const created = await createClass(admin, rust)
    expect(created).toMatchObject(rust)
    await createClass(admin, { ...rust, title: 'Algorithms', mode: 'ONLINE' })
    await school.enrol(created.id, await school.people('STUDENT', 2))
    await school.session({ classId: created.id, startsInHours: -5, status: 'completed' })
    await school.session({ classId: created.id, startsInHours: -3, status: 'scheduled' })
    await school.session({ classId: created.id, startsInHours: 2, status: 'cancelled' })
    const next = await school.session({ classId: created.id, startsInHours: 4 })
    const { startsAt } = await school.database.classSession.findUniqueOrThrow({ where: { id: next } })
    const { items } = await listClasses(admin, { limit: 50 })
    expect(items).toMatchObject([
      { title: 'Algorithms', students: 0, sessions: 0, nextStartsAt: null },
      { ...rust, id: created.id, students: 2, nextStartsAt: startsAt.toISOString() },
    ])
  })

  test('are listed without archived ones; pages are complete even with equal titles', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const created = await Promise.all(Array.from({ length: 5 }, () => createClass(admin, rust)))
    const archived = await createClass(admin, rust)
    await school.database.class.update({ where: { id: archived.id }, data: { archivedAt: new Date() } })
    const paged: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listClasses(admin, { limit: 2, cursor: cursor ?? undefined })
      paged.push(...page.items.map((course) => course.id))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(created.map((course) => course.id).sort())
  })

  test.each(['STUDENT', 'TRAINER'] as const)('cannot be listed or created by a %s', async (role) => {
    const school = await createSchool()
    const context = school.as(await school.person(role))
    await expect(listClasses(context, { limit: 50 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createClass(context, rust)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await school.database.class.count()).toBe(0)
  })

  test('are not listed with an invalid cursor', async () => {
    const school = await createSchool()
    const asked = listClasses(await school.asAdmin(), { limit: 50, cursor: 'nonsense' })
    await expect(asked).rejects.toMatchObject({ code: 'invalid' })
  })
})
