import { describe, expect, test } from 'vitest'
import type { Context } from '#lib/context/context.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { createSchool } from '#scripts/testing/school.ts'
import { listSessions } from './list-sessions.ts'

async function idsOf(context: Context, filters: Parameters<typeof listSessions>[1] = {}) {
  return (await listSessions(context, filters)).items.map((session) => session.id)
}

describe('whose sessions are listed', () => {
  test("a student's own, by start, never those of others", async () => {
    const school = await createSchool()
    const [noor, karim] = [await school.person('STUDENT'), await school.person('STUDENT')]
    const later = await school.session({ students: [noor, karim], startsInHours: 20 })
    const earlier = await school.session({ students: [noor], startsInHours: 10 })
    const others = await school.session({ students: [karim], startsInHours: 15 })
    expect(await idsOf(school.as(noor))).toEqual([earlier, later])
    expect(await idsOf(school.as(karim))).toEqual([others, later])
  })

  test("a trainer's own, even if the filter names another trainer", async () => {
    const school = await createSchool()
    const [leila, marc] = [await school.person('TRAINER'), await school.person('TRAINER')]
    const own = await school.session({ trainer: leila })
    await school.session({ trainer: marc })
    expect(await idsOf(school.as(leila))).toEqual([own])
    expect(await idsOf(school.as(leila), { trainerId: marc.id })).toEqual([])
  })

  test('sessions in which a trainer assists, but not those where they only asked for entry', async () => {
    const school = await createSchool()
    const marc = await school.person('TRAINER')
    const assisted = await school.session({ startsInHours: 1 })
    const visited = await school.session({ startsInHours: 2 })
    await school.session({ startsInHours: 3 })
    await school.database.roomMember.createMany({
      data: [
        { sessionId: assisted, userId: marc.id, assistantPermissions: ['admit'] },
        { sessionId: visited, userId: marc.id, entryRequestedAt: new Date() },
      ],
    })
    expect(await idsOf(school.as(marc))).toEqual([assisted])
  })

  test('all for an admin, none for a user without sessions', async () => {
    const school = await createSchool()
    const all = [await school.session({ startsInHours: 1 }), await school.session({ startsInHours: 2 })]
    expect(await idsOf(await school.asAdmin())).toEqual(all)
    for (const role of ['STUDENT', 'TRAINER'] as const) {
      expect(await idsOf(school.as(await school.person(role)))).toEqual([])
    }
  })

  test('abilities and join refusals are those of the user', async () => {
    const school = await createSchool()
    const [trainer, student] = [await school.person('TRAINER'), await school.person('STUDENT')]
    const session = await school.session({ trainer, students: [student], sessionType: 'offline' })
    await school.database.removal.create({ data: { sessionId: session, userId: student.id } })
    const [forStudent] = (await listSessions(school.as(student), {})).items
    expect(forStudent).toMatchObject({
      joinRefusal: 'removed',
      abilities: { canJoin: false, canStart: false },
    })
    const [forTrainer] = (await listSessions(school.as(trainer), {})).items
    expect(forTrainer).toMatchObject({
      joinRefusal: 'not_started',
      abilities: { canStart: true, canChange: false },
    })
  })
})

describe('pages', () => {
  test.each([false, true])('are complete and without duplicates, latest first: %s', async (latestFirst) => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const startsAt = new Date(Date.now() + HOUR_MS)
    const at = (from: number) => Promise.all([1, 2, 3].map(() => school.session({ startsInHours: from })))
    await Promise.all([at(1), at(3), at(2)])
    // Nine sessions at three instants: each page ends among equals.
    for (const from of [1, 2, 3]) {
      await school.database.classSession.updateMany({
        where: {
          startsAt: {
            gte: new Date(startsAt.getTime() + (from - 1.5) * HOUR_MS),
            lt: new Date(startsAt.getTime() + (from - 0.5) * HOUR_MS),
          },
        },
        data: { startsAt: new Date(startsAt.getTime() + (from - 1) * HOUR_MS) },
      })
    }
    const whole = await idsOf(admin, { latestFirst })
    expect(new Set(whole).size).toBe(9)
    const paged: string[] = []
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listSessions(admin, { latestFirst, limit: 2, cursor: cursor ?? undefined })
      paged.push(...page.items.map((session) => session.id))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(whole)
  })

  test('the last page has no next cursor, even if it is full', async () => {
    const school = await createSchool()
    await school.session({ startsInHours: 1 })
    await school.session({ startsInHours: 2 })
    const page = await listSessions(await school.asAdmin(), { limit: 2 })
    expect(page.items).toHaveLength(2)
    expect(page.nextCursor).toBeNull()
  })

  test.each([
    'nonsense',
    '2026-01-01T00:00:00.000Z',
    `_${crypto.randomUUID()}`,
    `0000-01-01T00:00:00.000Z_${crypto.randomUUID()}`,
  ])('an invalid cursor is refused: %s', async (cursor) => {
    const school = await createSchool()
    await expect(listSessions(await school.asAdmin(), { cursor })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('filters', () => {
  test('from and to include sessions that overlap the span in part', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const now = Date.now()
    const [first, second, third] = [
      await school.session({ startsInHours: 1 }),
      await school.session({ startsInHours: 2.5 }),
      await school.session({ startsInHours: 4 }),
    ]
    const at = (hours: number) => new Date(now + hours * HOUR_MS)
    expect(await idsOf(admin, { from: at(1.5), to: at(3) })).toEqual([first, second])
    expect(await idsOf(admin, { from: at(2.2) })).toEqual([second, third])
    expect(await idsOf(admin, { to: at(2.2) })).toEqual([first])
  })

  test('by trainer, class and status, also combined', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [trainer, classId] = [await school.person('TRAINER'), await school.course()]
    const both = await school.session({ trainer, classId, startsInHours: 1 })
    const taught = await school.session({ trainer, startsInHours: 3, status: 'cancelled' })
    const inClass = await school.session({ classId, startsInHours: 5, status: 'cancelled' })
    expect(await idsOf(admin, { trainerId: trainer.id })).toEqual([both, taught])
    expect(await idsOf(admin, { classId })).toEqual([both, inClass])
    expect(await idsOf(admin, { status: 'cancelled' })).toEqual([taught, inClass])
    expect(await idsOf(admin, { status: 'cancelled', classId })).toEqual([inClass])
  })

  test('by the mode of their class, also with other filters', async () => {
    const school = await createSchool()
    const admin = await school.asAdmin()
    const [online, hybrid] = [await school.course('ONLINE'), await school.course('HYBRID')]
    const inOnline = await school.session({ classId: online, startsInHours: 1 })
    const inHybrid = await school.session({ classId: hybrid, startsInHours: 2 })
    const cancelled = await school.session({ classId: hybrid, startsInHours: 3, status: 'cancelled' })
    expect(await idsOf(admin, { mode: 'ONLINE' })).toEqual([inOnline])
    expect(await idsOf(admin, { mode: 'HYBRID' })).toEqual([inHybrid, cancelled])
    expect(await idsOf(admin, { mode: 'HYBRID', status: 'scheduled' })).toEqual([inHybrid])
    expect(await idsOf(admin, { mode: 'OFFLINE' })).toEqual([])
  })
})
