import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/context/actor.ts'
import { HOUR_MS } from '#lib/kernel/durations.ts'
import { type ClassId, type SessionId, sessionId as toSessionId } from '#lib/kernel/ids.ts'
import { cancelSession } from '#lib/sessions/planning/cancel-session.ts'
import { changeSession } from '#lib/sessions/planning/change-session.ts'
import { previewChange } from '#lib/sessions/planning/preview-change.ts'
import { seatStudents } from '#lib/sessions/seats/seat-students.ts'
import { createSchool, type School } from '#scripts/testing/school.ts'

const nothing = { allowOverlap: false }

/** One-hour sessions of a class in Berlin as one weekly series, with the given starts. */
async function series(school: School, inClass: ClassId, trainer: Actor, starts: string[]) {
  const { id: seriesId } = await school.database.series.create({
    data: { classId: inClass, rule: 'FREQ=WEEKLY', wallStart: '', minutes: 60, timeZone: 'Europe/Berlin' },
  })
  const ids: SessionId[] = []
  for (const start of starts) {
    const startsAt = new Date(start)
    const { id } = await school.database.classSession.create({
      data: {
        seriesId,
        classId: inClass,
        trainerId: trainer.id,
        sessionType: 'online',
        startsAt,
        endsAt: new Date(startsAt.getTime() + HOUR_MS),
        capacity: 5,
      },
    })
    ids.push(toSessionId.parse(id))
  }
  return ids
}

async function startsOf(school: School, ids: SessionId[]): Promise<string[]> {
  const sessions = await school.database.classSession.findMany({ where: { id: { in: ids } } })
  return ids.map((id) => sessions.find((session) => session.id === id)?.startsAt.toISOString() ?? '')
}

// Four Wednesdays in Berlin, 18:00 each; clocks go forward before the third.
const wednesdays: string[] = [
  '2027-03-17T17:00:00.000Z',
  '2027-03-24T17:00:00.000Z',
  '2027-03-31T16:00:00.000Z',
  '2027-04-07T16:00:00.000Z',
]
const now = new Date('2027-03-20T12:00:00.000Z')

async function fourWednesdays() {
  const school = await createSchool()
  const trainer = await school.person('TRAINER')
  const inClass = await school.course()
  const ids = await series(school, inClass, trainer, [...wednesdays])
  const [past, first, second, third] = ids
  if (!past || !first || !second || !third) throw new Error('four sessions')
  const admin = school.as(await school.person('ADMIN'), now)
  return { school, trainer, inClass, admin, ids, past, first, second, third }
}

const to = (iso: string) => ({ startsAt: new Date(iso), endsAt: new Date(Date.parse(iso) + HOUR_MS) })

describe('moving a session of a series', () => {
  test('with the following ones keeps the same wall time, also after a clock change', async () => {
    const { school, admin, ids, first } = await fourWednesdays()
    const moved = await changeSession(admin, {
      sessionId: first,
      scope: 'following',
      ...to('2027-03-25T18:30:00.000Z'),
      ...nothing,
    })
    expect(moved.change).toMatchObject({ sessions: 3 })
    expect(await startsOf(school, ids)).toEqual([
      wednesdays[0],
      '2027-03-25T18:30:00.000Z',
      '2027-04-01T17:30:00.000Z',
      '2027-04-08T17:30:00.000Z',
    ])
  })

  test('onto another one of a student is refused and changes nothing', async () => {
    const { school, trainer, inClass, admin } = await fourWednesdays()
    const starts = ['2027-05-05T08:00:00.000Z', '2027-05-05T12:00:00.000Z']
    const ids = await series(school, inClass, trainer, starts)
    const [morning, noon] = ids
    if (!morning || !noon) throw new Error('two sessions')
    const [substitute, student] = [await school.person('TRAINER'), await school.person('STUDENT')]
    await school.database.classSession.update({ where: { id: noon }, data: { trainerId: substitute.id } })
    for (const sessionId of ids) {
      await seatStudents(admin, { sessionId, studentIds: [student.id], ...nothing })
    }
    const move = { sessionId: morning, scope: 'following', ...to('2027-05-05T10:00:00.000Z') } as const
    await expect(changeSession(admin, { ...move, ...nothing })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'studentBusy',
      details: { collisions: [{ people: [{ id: student.id }] }, { people: [{ id: student.id }] }] },
    })
    expect(await startsOf(school, ids)).toEqual(starts)
    await changeSession(admin, { ...move, allowOverlap: true })
    expect(await startsOf(school, ids)).toEqual(Array(2).fill('2027-05-05T10:00:00.000Z'))
  })

  test('alone leaves the others unchanged', async () => {
    const { school, admin, ids, second } = await fourWednesdays()
    await changeSession(admin, { sessionId: second, ...to('2027-03-30T16:00:00.000Z'), ...nothing })
    expect(await startsOf(school, ids)).toEqual(wednesdays.with(2, '2027-03-30T16:00:00.000Z'))
  })

  test('with all others leaves past and excluded ones unchanged', async () => {
    const { school, admin, ids, second, third } = await fourWednesdays()
    await changeSession(admin, {
      sessionId: second,
      scope: 'all',
      leaveOut: [third],
      ...to('2027-03-31T17:00:00.000Z'),
      ...nothing,
    })
    expect(await startsOf(school, ids)).toEqual([
      wednesdays[0],
      '2027-03-24T18:00:00.000Z',
      '2027-03-31T17:00:00.000Z',
      wednesdays[3],
    ])
  })

  test('by a week reuses the slots that its own sessions leave', async () => {
    const { school, admin, ids, first } = await fourWednesdays()
    await changeSession(admin, {
      sessionId: first,
      scope: 'following',
      ...to('2027-03-31T16:00:00.000Z'),
      ...nothing,
    })
    expect(await startsOf(school, ids)).toEqual([
      wednesdays[0],
      wednesdays[2],
      wednesdays[3],
      '2027-04-14T16:00:00.000Z',
    ])
  })

  test('onto another session of the trainer moves none and reports the collision', async () => {
    const { school, admin, ids, first, trainer } = await fourWednesdays()
    const busy = await school.session({ trainer })
    await school.database.classSession.update({ where: { id: busy }, data: to('2027-04-07T17:30:00.000Z') })
    const move = { sessionId: first, scope: 'following' as const, ...to('2027-03-24T18:00:00.000Z') }
    await expect(changeSession(admin, { ...move, ...nothing })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'trainerBusy',
      details: { collisions: [{ sessionId: busy, plannedAt: '2027-04-07T17:00:00.000Z' }] },
    })
    expect(await startsOf(school, ids)).toEqual([...wednesdays])
    expect(await previewChange(admin, move)).toMatchObject({ collisions: [{ sessionId: busy }] })
  })

  test('to a wall time that clocks skip on one date asks for a choice instead of guessing', async () => {
    const { school, admin, ids, first } = await fourWednesdays()
    // To Sundays, 02:30: on 28 March clocks go from 02:00 to 03:00.
    const move = {
      sessionId: first,
      scope: 'following' as const,
      ...to('2027-03-21T01:30:00.000Z'),
      ...nothing,
    }
    const question = {
      wall: '2027-03-28T02:30',
      kind: 'skipped',
      earlier: '2027-03-28T00:30:00.000Z',
      later: '2027-03-28T01:30:00.000Z',
    }
    await expect(changeSession(admin, move)).rejects.toMatchObject({
      reason: 'clockChanges',
      details: { questions: [question] },
    })
    expect(await startsOf(school, ids)).toEqual([...wednesdays])
    const meant = (meant: 'earlier' | 'later' | 'skip') => [{ wall: '2027-03-28T02:30', meant }]
    await changeSession(admin, { ...move, choices: meant('skip') })
    expect(await startsOf(school, ids)).toEqual([
      wednesdays[0],
      '2027-03-21T01:30:00.000Z',
      wednesdays[2],
      '2027-04-04T00:30:00.000Z',
    ])
  })
})

test('the trainer of the following sessions is replaced; repeating it changes nothing', async () => {
  const { school, admin, second, third } = await fourWednesdays()
  const { id: trainerId } = await school.person('TRAINER')
  await changeSession(admin, { sessionId: second, scope: 'following', trainerId, ...nothing })
  const taught = await school.database.classSession.findMany({ where: { trainerId }, select: { id: true } })
  expect(new Set(taught.map(({ id }) => id))).toEqual(new Set([second, third]))
  const again = await changeSession(admin, { sessionId: second, scope: 'following', trainerId, ...nothing })
  expect(again.change).toBeNull()
})

test('a cancelled session among the following ones stays unchanged', async () => {
  const { school, admin, ids, second, third } = await fourWednesdays()
  await cancelSession(admin, { sessionId: third, reason: 'The trainer is ill.' })
  await changeSession(admin, { sessionId: second, scope: 'following', title: 'Lifetimes', ...nothing })
  const sessions = await school.database.classSession.findMany({ where: { id: { in: ids } } })
  const titled = sessions.filter(({ title }) => title !== null)
  expect(titled.map(({ id }) => id)).toEqual([second])
})

test('the following sessions are cancelled together, with one reason', async () => {
  const { school, admin, ids, second } = await fourWednesdays()
  await cancelSession(admin, { sessionId: second, scope: 'following', reason: 'The course ends early.' })
  const sessions = await school.database.classSession.findMany({ orderBy: { startsAt: 'asc' } })
  expect(sessions.map((session) => session.status)).toEqual([
    'scheduled',
    'scheduled',
    'cancelled',
    'cancelled',
  ])
  expect(sessions).toHaveLength(ids.length)
})

test('a running session is cancelled together with the following ones', async () => {
  const { school, admin, ids, first } = await fourWednesdays()
  await school.database.classSession.update({
    where: { id: first },
    data: { status: 'in_progress', startedAt: now },
  })
  await cancelSession(admin, { sessionId: first, scope: 'following', reason: 'The school closes.' })
  const sessions = await school.database.classSession.findMany({ where: { id: { in: ids } } })
  expect(ids.map((id) => sessions.find((session) => session.id === id)?.status)).toEqual([
    'scheduled',
    'cancelled',
    'cancelled',
    'cancelled',
  ])
})

test('a session without a series has no following sessions', async () => {
  const school = await createSchool()
  const sessionId = await school.session()
  const change = { sessionId, scope: 'following' as const, title: 'x', ...nothing }
  await expect(changeSession(await school.asAdmin(), change)).rejects.toMatchObject({ code: 'invalid' })
})

test.each(['STUDENT', 'TRAINER'] as const)('a %s cannot preview a change', async (role) => {
  const school = await createSchool()
  const actor = await school.person(role)
  const sessionId = await school.session(role === 'TRAINER' ? { trainer: actor } : { students: [actor] })
  await expect(previewChange(school.as(actor), { sessionId })).rejects.toMatchObject({ code: 'forbidden' })
})
