import { describe, expect, test } from 'vitest'
import { enrolStudents } from '#lib/classes/enrol-students.ts'
import { createSchool } from '#scripts/testing/school.ts'
import type { SeriesPlan } from './api.ts'
import { createSeries } from './create-series.ts'
import { previewSeries } from './preview-series.ts'

/** A class in Berlin with two students, and a series across the end of daylight saving time. */
async function ready() {
  const school = await createSchool()
  const admin = await school.asAdmin()
  const classId = await school.course()
  const [trainer, substitute] = [await school.person('TRAINER'), await school.person('TRAINER')]
  const students = await school.people('STUDENT', 2)
  await enrolStudents(admin, { classId, studentIds: students.map(({ id }) => id), allowOverlap: false })
  const plan: SeriesPlan = {
    classId,
    sessionType: 'online',
    trainerId: trainer.id,
    rule: 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4',
    firstDate: '2027-10-26',
    time: '18:00',
    minutes: 90,
    leaveOut: [],
    add: [],
    leaveOutHolidays: true,
    choices: [],
    substitutes: [],
  }
  const sessions = () =>
    school.database.classSession.findMany({ where: { classId }, orderBy: { startsAt: 'asc' } })
  return { school, admin, classId, trainer, substitute, students, plan, sessions }
}

const nothing = { allowOverlap: false }

describe('a series', () => {
  test('keeps its wall time when clocks change, with a seat for each student in each session', async () => {
    const { school, admin, plan, sessions } = await ready()
    const { id, sessionIds } = await createSeries(admin, { ...plan, ...nothing })
    const planned = await sessions()
    expect(planned.map(({ startsAt }) => startsAt.toISOString())).toEqual([
      '2027-10-26T16:00:00.000Z',
      '2027-10-28T16:00:00.000Z',
      '2027-11-02T17:00:00.000Z',
      '2027-11-04T17:00:00.000Z',
    ])
    expect(planned.map((session) => session.id)).toEqual(sessionIds)
    for (const session of planned) {
      expect(session).toMatchObject({
        seriesId: id,
        seatsTaken: 2,
        wallStart: expect.stringMatching(/T18:00$/),
      })
    }
    expect(await school.database.seat.count()).toBe(8)
  })

  test('sends one notice to each student and the trainer', async () => {
    const { school, admin, plan, trainer, students } = await ready()
    await createSeries(admin, { ...plan, ...nothing })
    const notices = await school.database.notice.findMany({ where: { kind: 'sessions_planned' } })
    expect(new Set(notices.map(({ userId }) => userId))).toEqual(
      new Set([trainer, ...students].map(({ id }) => id)),
    )
    expect(notices).toHaveLength(3)
    expect(notices[0]?.facts).toMatchObject({ count: 4, now: { startsAt: '2027-10-26T16:00:00.000Z' } })
  })

  test('leaves out holidays and chosen dates, adds others, and has substitutes on single dates', async () => {
    const { school, admin, plan, substitute, sessions } = await ready()
    await school.database.holiday.create({ data: { date: '2027-10-28', name: 'Open day' } })
    const changed = {
      ...plan,
      leaveOut: ['2027-11-02'],
      add: ['2027-11-06'],
      substitutes: [{ date: '2027-11-04', trainerId: substitute.id }],
    }
    const preview = await previewSeries(admin, changed)
    expect(preview.dates.map(({ date, state }) => `${date} ${state}`)).toEqual([
      '2027-10-26 planned',
      '2027-10-28 holiday',
      '2027-11-02 skipped',
      '2027-11-04 planned',
      '2027-11-06 planned',
    ])
    expect(preview.recipients).toMatchObject({ students: 2, trainers: expect.any(Array) })
    expect(preview.recipients.trainers).toHaveLength(2)
    await createSeries(admin, { ...changed, ...nothing })
    const trainers = (await sessions()).map(({ trainerId }) => trainerId === substitute.id)
    expect(trainers).toEqual([false, true, false])
  })
})

test('the preview lists the months that the rule skips, and an API client may ask for their last day', async () => {
  const { admin, plan, sessions } = await ready()
  const monthly = { ...plan, firstDate: '2028-01-31', rule: 'FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3' }
  expect(await previewSeries(admin, monthly)).toMatchObject({ skippedMonths: ['2028-02', '2028-04'] })
  const last = { ...monthly, rule: 'FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3' }
  expect(await previewSeries(admin, last)).toMatchObject({ skippedMonths: [] })
  await createSeries(admin, { ...last, ...nothing })
  const days = (await sessions()).map(({ wallStart }) => wallStart?.slice(0, 10))
  expect(days).toEqual(['2028-01-31', '2028-02-29', '2028-03-31'])
})

describe('nothing is planned', () => {
  test('while a wall time needs a choice', async () => {
    const { admin, plan, sessions } = await ready()
    const night = { ...plan, rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=2', time: '02:30' }
    const wall = '2027-10-31T02:30'
    await expect(createSeries(admin, { ...night, ...nothing })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'clockChanges',
      details: { questions: [{ wall, kind: 'twice' }] },
    })
    expect(await sessions()).toEqual([])
    const { dates } = await previewSeries(admin, night)
    expect(dates.map((date) => date.state)).toEqual(['question', 'planned'])
    await createSeries(admin, { ...night, choices: [{ wall, meant: 'later' }], ...nothing })
    expect((await sessions())[0]).toMatchObject({
      startsAt: new Date('2027-10-31T01:30:00Z'),
      wallLater: true,
    })
  })

  test('if the trainer is booked on one date, and the preview shows it', async () => {
    const { school, admin, plan, trainer, sessions } = await ready()
    const busy = await school.session({ trainer })
    const then = { startsAt: new Date('2027-11-02T18:00:00Z'), endsAt: new Date('2027-11-02T19:00:00Z') }
    await school.database.classSession.update({ where: { id: busy }, data: then })
    const collides = [{ kind: 'trainer', sessionId: busy }]
    const { dates } = await previewSeries(admin, plan)
    expect(dates.map(({ collisions }) => collisions.length)).toEqual([0, 0, 1, 0])
    expect(dates[2]).toMatchObject({ date: '2027-11-02', collisions: collides })
    await expect(createSeries(admin, { ...plan, ...nothing })).rejects.toMatchObject({
      reason: 'trainerBusy',
      details: { collisions: collides },
    })
    expect(await sessions()).toEqual([])
    expect(await school.database.series.count()).toBe(0)
  })

  test('if students are busy then, unless overlaps are allowed', async () => {
    const { school, admin, plan, students, sessions } = await ready()
    const busy = await school.session({ students: students.slice(0, 1) })
    const then = { startsAt: new Date('2027-11-02T18:00:00Z'), endsAt: new Date('2027-11-02T19:00:00Z') }
    await school.database.classSession.update({ where: { id: busy }, data: then })
    expect((await previewSeries(admin, plan)).dates[2]).toMatchObject({
      collisions: [{ kind: 'student', sessionId: busy, people: [{ id: students[0]?.id }] }],
    })
    await expect(createSeries(admin, { ...plan, ...nothing })).rejects.toMatchObject({
      reason: 'studentBusy',
    })
    expect(await sessions()).toEqual([])
    await createSeries(admin, { ...plan, allowOverlap: true })
    expect(await sessions()).toHaveLength(4)
  })

  test('if the series has no dates left', async () => {
    const { admin, plan } = await ready()
    const leaveOut = ['2027-10-26', '2027-10-28', '2027-11-02', '2027-11-04']
    const empty = createSeries(admin, { ...plan, leaveOut, ...nothing })
    await expect(empty).rejects.toMatchObject({ code: 'invalid', reason: 'ruleEmpty' })
  })

  test('twice by 20 requests at once: one wins, the others get the collisions', async () => {
    const { admin, plan, sessions } = await ready()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, () => createSeries(admin, { ...plan, ...nothing })),
    )
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await sessions()).toHaveLength(4)
  })
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot plan a series', async (role) => {
  const { school, plan } = await ready()
  const context = school.as(await school.person(role))
  for (const attempt of [createSeries(context, { ...plan, ...nothing }), previewSeries(context, plan)]) {
    await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
  }
})
